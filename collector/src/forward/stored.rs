//! A line as a session has it until it is read.

use crate::sessions::Closed;
use crate::storage::{Line, Place};

/// A line that closes a session has fewer bytes.
const MAX_CLOSING: usize = 200;

/// A stored line.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) place: Place,
    pub(super) text: Vec<u8>,
    /// When it was received, if it is a `sessionEnd`.
    pub(super) ended: Option<u64>,
    /// It says that the session was forgotten.
    pub(super) forgets: bool,
}

impl Stored {
    pub(super) fn new(place: Place, text: &[u8]) -> Self {
        // As this program writes it. Another form of it costs an event that it overtook.
        const END: &str = r#""event":{"eventType":"sessionEnd""#;
        let has_end = str::from_utf8(text).is_ok_and(|text| text.contains(END));
        let ended = has_end.then(|| Line::read(text).ok().map(|line| line.received)).flatten();
        let forgets = text.len() < MAX_CLOSING
            && Line::read(text).is_ok_and(|line| line.closed == Some(Closed::Forgotten));
        Self { place, text: text.to_owned(), ended, forgets }
    }

    pub(super) fn is_event(&self) -> bool {
        Line::read(&self.text).is_ok_and(|line| line.event.is_some())
    }
}
