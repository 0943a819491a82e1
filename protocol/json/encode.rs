//! Writing events as JSON text.

use serde::Serialize;

use super::fast::{Declined, WriteFast, close_array};
use super::surrogates;
use crate::constraints::{Check as _, Checker, EncodeError};
use crate::event::{Event, Original, SessionStart};
use crate::schema::Limits;

impl Event {
    /// Writes the event as JSON: the body of one request.
    ///
    /// Members come in the order `eventType`, `playerTime`, `params`, `customMetadata`,
    /// `qoeData`; absent ones are left out; whole numbers have no fraction. An event that was read
    /// is written back with the same values. Sender constraints are not checked here, but by
    /// [`check`](Self::check).
    ///
    /// # Errors
    ///
    /// If a number is infinite or NaN, or if a key in an `extra` has a field of its own.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        to_json(self, || self.originals().to_vec(), |text| append(self, text)).map_err(|_| {
            let mut checker = Checker::wire_only();
            self.check_into(&Limits::NONE, &mut checker);
            EncodeError::new(checker.violations())
        })
    }

    /// Writes events as one JSON array: the body of a downloaded session.
    ///
    /// # Errors
    ///
    /// As for [`encode`](Self::encode); pointers begin with the event's index.
    pub fn encode_batch(events: &[Self]) -> Result<Vec<u8>, EncodeError> {
        let originals = || below_index(events.iter().map(Self::originals));
        let write = |text: &mut Vec<u8>| {
            for event in events {
                text.push(b',');
                append(event, text)?;
            }
            close_array(text, 0);
            Ok(())
        };
        to_json(events, originals, write).map_err(|_| {
            let mut checker = Checker::wire_only();
            for (index, event) in events.iter().enumerate() {
                checker.index(index, |checker| event.check_into(&Limits::NONE, checker));
            }
            EncodeError::new(checker.violations())
        })
    }
}

impl SessionStart {
    /// Writes the start as JSON.
    ///
    /// # Errors
    ///
    /// If a number is infinite or NaN, or if a key in an `extra` has a field of its own.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        to_json(self, || self.originals().to_vec(), |text| append(self, text))
            .map_err(|error| self.not_encoded(&error))
    }

    /// Finds out why the start could not be written.
    fn not_encoded(&self, error: &serde_json::Error) -> EncodeError {
        let placed = Event::from(self.clone()).encode();
        placed.err().unwrap_or_else(|| EncodeError::unplaced(error))
    }
}

/// Enough bytes for an event without `params`.
const USUAL_BYTES: usize = 128;

/// Writes JSON. Strings in which a lone surrogate was replaced get their original literal.
pub(crate) fn to_json<T: Serialize + ?Sized>(
    value: &T,
    originals: impl FnOnce() -> Vec<Original>,
    append: impl FnOnce(&mut Vec<u8>) -> serde_json::Result<()>,
) -> serde_json::Result<Vec<u8>> {
    match originals() {
        none if none.is_empty() => {
            let mut text = Vec::with_capacity(USUAL_BYTES);
            append(&mut text)?;
            Ok(text)
        }
        originals => surrogates::to_vec(value, originals),
    }
}

/// Appends a value, through serde if the fast path declines.
pub(crate) fn append<T: WriteFast + Serialize>(
    value: &T,
    text: &mut Vec<u8>,
) -> serde_json::Result<()> {
    let begin = text.len();
    value.write_fast(text).or_else(|Declined| {
        text.truncate(begin);
        serde_json::to_writer(text, value)
    })
}

/// The original literals of all events of a list, with pointers from the list.
pub(crate) fn below_index<'a>(lists: impl Iterator<Item = &'a [Original]>) -> Vec<Original> {
    let below = |(index, original): (usize, &Original)| Original {
        pointer: format!("/{index}{}", original.pointer),
        literal: original.literal.clone(),
    };
    lists
        .enumerate()
        .flat_map(|(index, list)| list.iter().map(move |original| (index, original)))
        .map(below)
        .collect()
}
