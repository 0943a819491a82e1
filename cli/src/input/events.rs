//! Reads events that stand in the input by themselves: one, an array, or JSON Lines.

use std::ops::Range;

use media_collection::error::DecodeError;
use media_collection::{Event, EventType};
use serde_json::value::RawValue;

use super::fields::Fields;
use super::session::{Api, Origin, Sent, Session, decode_with, values};
use super::{Input, NoSession};

/// Reads an event, an array of events (one session) or JSON Lines (each start begins a session).
pub(super) fn read(text: &str) -> Result<Input, NoSession> {
    let is_array = text.trim_start().starts_with('[');
    let decoded = decode_with(|policy| Event::decode_any(text.as_bytes(), policy));
    if let Some(DecodeError::Unreadable(violations)) = &decoded.error {
        // What prevents reading is the last, and has the line.
        let reason = violations.last().map(|violation| violation.message.as_str());
        return Err(NoSession::new(reason.unwrap_or("cannot be read")));
    }
    if decoded.events.is_none() && !is_array {
        let values = values(text.as_bytes());
        if values.len() > 1 {
            return Ok(Input { sessions: one_by_one(&values), notes: Vec::new() });
        }
    }
    let mut whole = Session::of_decoded(None, decoded, text.as_bytes());
    whole.is_event = whole.count == 1 && !is_array;
    let sessions = if is_array || whole.events.is_empty() { vec![whole] } else { split(whole) };
    Ok(Input { sessions, notes: Vec::new() })
}

/// Reads JSON Lines of which an event cannot be decoded: the sessions without it can be checked.
fn one_by_one(values: &[&RawValue]) -> Vec<Session> {
    let mut sessions: Vec<Session> = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let event_type = Fields::of(value).and_then(|fields| fields.text(&["eventtype"]));
        let is_start = event_type.as_deref() == Some(EventType::SessionStart.as_str());
        if sessions.is_empty() || is_start {
            let mut session = Session::new(None, Api::Collection);
            session.first = index;
            sessions.push(session);
        }
        if let Some(session) = sessions.last_mut() {
            session.add(value.get().as_bytes(), Sent::default());
        }
    }
    sessions
}

/// Splits JSON Lines into sessions: each start begins another one.
fn split(whole: Session) -> Vec<Session> {
    let ranges = starts(&whole.events);
    if ranges.len() < 2 {
        return vec![whole];
    }
    let mut events = whole.events.into_iter().zip(whole.origins);
    let mut problems = whole.problems.into_iter();
    let mut next = problems.next();
    let mut sessions = Vec::with_capacity(ranges.len());
    for range in ranges {
        let mut session = Session::new(None, Api::Collection);
        (session.first, session.count) = (range.start, range.len());
        for (index, (event, origin)) in events.by_ref().take(range.len()).enumerate() {
            session.events.push(event);
            session.origins.push(Origin { index, ..origin });
        }
        // Violations are in the order of the text.
        while let Some(problem) = next.take_if(|problem| index(&problem.pointer) < range.end) {
            session.problems.push(problem);
            next = problems.next();
        }
        sessions.push(session);
    }
    sessions
}

/// The event that a pointer begins with.
fn index(pointer: &str) -> usize {
    let index = pointer.split('/').nth(1);
    index.and_then(|index| index.parse().ok()).unwrap_or_default()
}

fn starts(events: &[Event]) -> Vec<Range<usize>> {
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
