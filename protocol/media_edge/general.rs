//! Items on the general path, as trees of values.

use serde_json::{Map, Value};

use super::around::Around;
use super::content::{Content, Written};
use super::envelope::Envelope;
use super::item::Item;
use super::place::{At, put};
use super::{keys, written};
use crate::constraints::Violation;

impl<T: Content> Item<T> {
    /// The item, with what stands around all items of its request.
    pub(super) fn write(&self, around: Around<'_>) -> Written {
        let mut made = self.written(self.envelope.tree(), around);
        written::restore(&self.envelope.extra, &mut made.item, around.tenant);
        made.literals
            .extend(self.envelope.literals.iter().flat_map(|literals| (**literals).clone()));
        made
    }

    /// The content and the id of its session, in what stands around it.
    pub(super) fn written(&self, base: Value, around: Around<'_>) -> Written {
        let mut made = self.content.write(base, around);
        if let Some(id) = self.session_id.as_ref().filter(|_| self.content.has_session_id()) {
            let place = [keys::XDM, keys::MEDIA_COLLECTION, keys::SESSION_ID];
            let place = place.map(|key| At::Key(key.to_owned()));
            put(&mut made.item, &place, id.as_str().into());
        }
        made
    }

    /// Reads an item that is valid. Without an error in `violations` there is one.
    pub(super) fn read(
        item: &Value,
        around: Around<'_>,
        settings: &Map<String, Value>,
        violations: &mut Vec<Violation>,
    ) -> Option<Self> {
        let read = T::read(item, around, settings);
        violations.extend(read.violations);
        let mut made = Self::new(read.content?);
        made.envelope = Envelope::of(item);
        if made.content.has_session_id() {
            let id = &item[keys::XDM][keys::MEDIA_COLLECTION][keys::SESSION_ID];
            made.session_id = id.as_str().map(str::to_owned);
        }
        let again = made.write(around);
        made.envelope.extra = written::differences(item, &again.item, item);
        Some(made)
    }
}
