//! What the events do not say as it was written, noted on the way.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::keys;
use crate::constraints::{push_index, push_key};
use crate::json::fast::{Cursor, Declined, any, plain_key};

/// The notes of one item, by JSON Pointer into it.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) extra: BTreeMap<String, Value>,
    /// The event of a downloaded session that is being read.
    pub(super) inner: Option<usize>,
    /// Whether nothing is to be noted: it is only a guess what is read.
    pub(super) is_guess: bool,
}

impl Notes {
    /// The pointer to a place in `xdm`; in a downloaded session, in the event.
    fn pointer(&self, steps: &[&str]) -> String {
        let mut pointer = format!("/{}", keys::XDM);
        if let Some(index) = self.inner {
            push_key(&mut pointer, keys::DOWNLOADED_EVENTS);
            push_index(&mut pointer, index);
        }
        steps.iter().for_each(|step| push_key(&mut pointer, step));
        pointer
    }

    /// Notes a value that the event says in another way.
    pub(super) fn other_form(&mut self, steps: &[&str], value: impl Into<Value>) {
        self.extra.insert(self.pointer(steps), value.into());
    }

    /// Reads the value of a member that is unknown in the object at this place.
    #[cold]
    pub(super) fn unknown(
        &mut self,
        cursor: &mut Cursor<'_>,
        around: &[&str],
        key: &[u8],
    ) -> Result<(), Declined> {
        if self.is_guess {
            return Err(Declined);
        }
        let mut pointer = self.pointer(around);
        push_key(&mut pointer, plain_key(key)?);
        self.extra.insert(pointer, any(cursor)?);
        Ok(())
    }

    /// The same beside `xdm`.
    #[cold]
    pub(super) fn unknown_beside(
        &mut self,
        cursor: &mut Cursor<'_>,
        key: &[u8],
    ) -> Result<(), Declined> {
        let mut pointer = String::new();
        push_key(&mut pointer, plain_key(key)?);
        self.extra.insert(pointer, any(cursor)?);
        Ok(())
    }
}
