//! Encodes a downloaded session as the body of a request, and decodes it.

use crate::constraints::EncodeError;
use crate::event::Event;
use crate::json::DecodeError;
use crate::json::{Policy, append, below_index, close_array, to_json};
use crate::session::{DownloadedSession, InvalidSession, RawSession};

impl DownloadedSession {
    /// Encodes the session as a JSON array, the body of the request.
    ///
    /// # Errors
    ///
    /// When a number is infinite or NaN, or an `extra` contains a key for which its type has a
    /// field. Events that were recorded or decoded can always be encoded.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        let originals = || {
            let events = self.events().iter().map(Event::originals);
            below_index(std::iter::once(self.start().originals()).chain(events))
        };
        let write = |text: &mut Vec<u8>| {
            text.push(b',');
            append(self.start(), text)?;
            for event in self.events() {
                text.push(b',');
                append(event, text)?;
            }
            close_array(text, 0);
            Ok(())
        };
        to_json(self, originals, write).map_err(|error| {
            // Encoding the list of events says which event and member the error is about.
            Event::encode_batch(&self.clone().into_events())
                .err()
                .unwrap_or_else(|| EncodeError::unplaced(&error))
        })
    }

    /// Decodes the JSON array.
    ///
    /// # Errors
    ///
    /// When the text cannot be read as events, or the events are not a valid session.
    pub fn decode(text: &[u8], policy: &Policy) -> Result<Self, DecodeSessionError> {
        let events = Event::decode_batch(text, policy)?;
        Self::receive(events, policy.mode).map_err(|refused| refused.error.into())
    }
}

impl RawSession {
    /// Encodes the events as a JSON array. A playhead that is no number is written as `null`.
    ///
    /// # Errors
    ///
    /// When another number is infinite or NaN, or an `extra` contains a key for which its type has
    /// a field. Pointers begin with the event's index.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        let mut text = Vec::new();
        for event in self.events() {
            text.push(b',');
            match event.encode_raw() {
                Ok(event) => text.extend_from_slice(&event),
                // Encoding all events says which of them the error is about.
                Err(error) => {
                    return Err(Event::encode_batch(self.events()).err().unwrap_or(error));
                }
            }
        }
        close_array(&mut text, 0);
        Ok(text)
    }
}

/// Why a text is not a valid downloaded session.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeSessionError {
    /// The text cannot be read as events.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The events are not a valid session.
    #[error(transparent)]
    Session(#[from] InvalidSession),
}
