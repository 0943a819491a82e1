//! Events as they are stored: each as it will be sent.

use super::error::StoreError;
use crate::event::{Event, SessionStart};
use crate::json::{DecodeError, Policy};

/// Reads a stored event, whatever its size: it was recorded, or a newer version wrote it.
pub(super) fn read(text: &[u8]) -> Result<Event, DecodeError> {
    Event::decode_raw(text, &Policy::tolerant().with_max_bytes(usize::MAX))
}

/// The same; `None` if it cannot be read.
pub(super) fn decode(text: &[u8]) -> Option<Event> {
    read(text).ok()
}

/// The same for a start.
pub(super) fn decode_start(text: &[u8]) -> Option<SessionStart> {
    decode(text).and_then(|event| SessionStart::try_from(event).ok())
}

/// An event as a string, for the record of a session.
pub(super) fn text_of(event: &Event) -> Result<String, StoreError> {
    String::from_utf8(event.encode_raw()?).map_err(|error| StoreError::Damaged(error.to_string()))
}
