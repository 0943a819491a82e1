//! Reading events: from files and from standard input, in every form that they are kept in.

use std::io::{self, Read as _};
use std::ops::Range;

use media_collection::error::DecodeError;
use media_collection::{Event, EventType, Policy};
use serde::de::IgnoredAny;

/// The bytes of a file; `-` is standard input.
pub fn read(file: &str) -> io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text)?;
    Ok(text)
}

/// What a text holds.
pub struct Decoded {
    /// The events, as far as they can be read.
    pub events: Vec<Event>,
    /// Why not all of it is valid by the schemas.
    pub error: Option<DecodeError>,
}

/// Reads an event, an array of events, or JSON Lines. What the schemas do not allow is an error;
/// the events are there all the same if a tolerant reader accepts them.
pub fn decode(text: &[u8]) -> Decoded {
    match Event::decode_any(text, &unlimited(Policy::strict())) {
        Ok(events) => Decoded { events, error: None },
        Err(error) => {
            let events = Event::decode_any(text, &unlimited(Policy::tolerant()));
            Decoded { events: events.unwrap_or_default(), error: Some(error) }
        }
    }
}

/// A file may be larger than the body of a request: the only limit here is memory.
fn unlimited(policy: Policy) -> Policy {
    policy.with_max_bytes(usize::MAX).with_max_events(usize::MAX).with_max_violations(usize::MAX)
}

/// Whether the text is one JSON array: all its events belong to one session.
pub fn is_array(text: &[u8]) -> bool {
    text.trim_ascii_start().starts_with(b"[")
}

/// Where each session is: in JSON Lines from its start to the next one; an array is one session.
pub fn sessions(events: &[Event], is_array: bool) -> Vec<Range<usize>> {
    if is_array {
        return std::iter::once(0..events.len()).collect();
    }
    let is_start = |event: &Event| event.event_type() == Some(EventType::SessionStart);
    let mut sessions = Vec::new();
    let mut first = 0;
    while first < events.len() {
        let next = events[first + 1..].iter().position(is_start);
        let end = next.map_or(events.len(), |next| first + 1 + next);
        sessions.push(first..end);
        first = end;
    }
    sessions
}

/// How many JSON values there are, also such as are not events.
pub fn count(text: &[u8]) -> usize {
    serde_json::from_slice::<Vec<IgnoredAny>>(text).map_or_else(
        |_| serde_json::Deserializer::from_slice(text).into_iter::<IgnoredAny>().flatten().count(),
        |values| values.len(),
    )
}
