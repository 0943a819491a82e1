//! Reads events from files and standard input.

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

/// The result of decoding a text.
pub struct Decoded {
    /// The events; empty if they cannot be read.
    pub events: Vec<Event>,
    /// The violations of the schemas, or why the text cannot be read.
    pub error: Option<DecodeError>,
}

/// Decodes an event, an array of events, or JSON Lines. If the text violates the schemas, the
/// result has the error, and also the events if a tolerant policy accepts them.
pub fn decode(text: &[u8]) -> Decoded {
    match Event::decode_any(text, &unlimited(Policy::strict())) {
        Ok(events) => Decoded { events, error: None },
        Err(error) => {
            let events = Event::decode_any(text, &unlimited(Policy::tolerant()));
            Decoded { events: events.unwrap_or_default(), error: Some(error) }
        }
    }
}

/// Removes the policy's limits: a file may be larger than the body of a request.
fn unlimited(policy: Policy) -> Policy {
    policy.with_max_bytes(usize::MAX).with_max_events(usize::MAX).with_max_violations(usize::MAX)
}

/// Whether the text is a JSON array: its events belong to one session.
pub fn is_array(text: &[u8]) -> bool {
    text.trim_ascii_start().starts_with(b"[")
}

/// The range of each session: an array is one session; in JSON Lines, each start begins another.
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

/// The number of JSON values, including those that are not events.
pub fn count(text: &[u8]) -> usize {
    serde_json::from_slice::<Vec<IgnoredAny>>(text).map_or_else(
        |_| serde_json::Deserializer::from_slice(text).into_iter::<IgnoredAny>().flatten().count(),
        |values| values.len(),
    )
}
