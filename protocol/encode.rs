//! Writing events as JSON text.

use serde::Serialize;

use crate::direct::{Declined, WriteDirect, close_array};
use crate::error::EncodeError;
use crate::event::Event;
use crate::schema::Limits;
use crate::support::{Check as _, Checker};
use crate::surrogates::{self, Kept};

impl Event {
    /// Writes the event as it stands on the wire: the body of one call.
    ///
    /// Members come in the order `eventType`, `playerTime`, `params`, `customMetadata`,
    /// `qoeData`; absent ones are left out; whole numbers have no fraction. What was read is
    /// written back with the same values, also where a careful sender would not have sent it:
    /// [`check`](Self::check) tells.
    ///
    /// # Errors
    ///
    /// When a number is infinite or no number, or a key in an `extra` has a field of its own.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        to_json(self, || self.kept().to_vec(), |text| append(self, text)).map_err(|_| {
            let mut checker = Checker::wire_only();
            self.check_into(&Limits::NONE, &mut checker);
            EncodeError::new(checker.violations())
        })
    }

    /// Writes events as one array: the body of a downloaded session.
    ///
    /// # Errors
    ///
    /// As for [`encode`](Self::encode); pointers begin with the event's index.
    pub fn encode_batch(events: &[Self]) -> Result<Vec<u8>, EncodeError> {
        let kept = || below_index(events.iter().map(Self::kept));
        let write = |text: &mut Vec<u8>| {
            for event in events {
                text.push(b',');
                append(event, text)?;
            }
            close_array(text, 0);
            Ok(())
        };
        to_json(events, kept, write).map_err(|_| {
            let mut checker = Checker::wire_only();
            for (index, event) in events.iter().enumerate() {
                checker.index(index, |checker| event.check_into(&Limits::NONE, checker));
            }
            EncodeError::new(checker.violations())
        })
    }
}

/// An event without `params` takes about so many bytes.
const USUAL_BYTES: usize = 128;

/// Writes JSON; strings that were mended when they were read are written as they were sent.
pub(crate) fn to_json<T: Serialize + ?Sized>(
    value: &T,
    kept: impl FnOnce() -> Vec<Kept>,
    append: impl FnOnce(&mut Vec<u8>) -> serde_json::Result<()>,
) -> serde_json::Result<Vec<u8>> {
    match kept() {
        none if none.is_empty() => {
            let mut text = Vec::with_capacity(USUAL_BYTES);
            append(&mut text)?;
            Ok(text)
        }
        kept => surrogates::to_vec(value, kept),
    }
}

/// Appends a value, which `serde_json` writes if it is not plain.
pub(crate) fn append<T: WriteDirect + Serialize>(
    value: &T,
    text: &mut Vec<u8>,
) -> serde_json::Result<()> {
    let begin = text.len();
    value.write_direct(text).or_else(|Declined| {
        text.truncate(begin);
        serde_json::to_writer(text, value)
    })
}

/// The mended strings of a list, with pointers into the list.
pub(crate) fn below_index<'a>(lists: impl Iterator<Item = &'a [Kept]>) -> Vec<Kept> {
    let below = |(index, kept): (usize, &Kept)| Kept {
        pointer: format!("/{index}{}", kept.pointer),
        literal: kept.literal.clone(),
    };
    lists
        .enumerate()
        .flat_map(|(index, list)| list.iter().map(move |kept| (index, kept)))
        .map(below)
        .collect()
}
