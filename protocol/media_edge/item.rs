//! What a request consists of.

use super::envelope::Envelope;

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
