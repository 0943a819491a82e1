//! What a request consists of.

use serde_json::{Map, Value};

use super::around::Around;
use super::content::{Content, Written};
use super::envelope::Envelope;
use super::place::{At, put};
use super::{keys, written};
use crate::constraints::Violation;

/// One item of `events`: an [`Event`](crate::Event) or a downloaded session (`Vec<Event>`), and what
/// stands around it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Item<T> {
    /// The event, or the events of the session.
    pub content: T,
    /// `sessionID`: the id of the open session, on all events but `sessionStart`.
    pub session_id: Option<String>,
    /// What the events do not say.
    pub envelope: Envelope,
}

impl<T> Item<T> {
    /// An item with nothing around it.
    #[must_use]
    pub fn new(content: T) -> Self {
        Self { content, session_id: None, envelope: Envelope::default() }
    }

    /// Sets the id of the session.
    #[must_use]
    pub fn with_session_id(mut self, id: impl Into<String>) -> Self {
        self.session_id = Some(id.into());
        self
    }

    /// Sets what stands around the event.
    #[must_use]
    pub fn with_envelope(mut self, envelope: Envelope) -> Self {
        self.envelope = envelope;
        self
    }

    /// The same item with other content, such as the event that a start is.
    #[must_use]
    pub fn map<U>(self, content: impl FnOnce(T) -> U) -> Item<U> {
        let Self { content: held, session_id, envelope } = self;
        Item { content: content(held), session_id, envelope }
    }

    /// The same item with other content, if there is one.
    ///
    /// # Errors
    ///
    /// That of the function.
    pub fn try_map<U, E>(self, content: impl FnOnce(T) -> Result<U, E>) -> Result<Item<U>, E> {
        let Self { content: held, session_id, envelope } = self;
        Ok(Item { content: content(held)?, session_id, envelope })
    }
}

impl<T: Content> Item<T> {
    /// The item, with what stands around all items of its request.
    pub(super) fn write(&self, around: Around<'_>) -> Written {
        let mut made = self.content.write(self.envelope.tree(), around);
        if let Some(id) = self.session_id.as_ref().filter(|_| self.content.has_session_id()) {
            let place = [keys::XDM, keys::MEDIA_COLLECTION, keys::SESSION_ID];
            let place = place.map(|key| At::Key(key.to_owned()));
            put(&mut made.item, &place, id.as_str().into());
        }
        written::restore(&self.envelope.extra, &mut made.item, around.tenant);
        made.literals.extend(self.envelope.literals.clone());
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
