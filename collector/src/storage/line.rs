//! The format of a line.

use std::borrow::Cow;
use std::io::Write as _;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::sessions::{Closed, EventText, Origin, Written};

/// The version of the format that is written. Lines without one are of version 1, too.
pub(crate) const VERSION: u32 = 1;
/// Enough bytes for what a line of one event has beside its texts and the id.
const USUAL_BYTES: usize = 96;

/// One line: when it was received, the session's id, and one of the optional members.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Line<'a> {
    /// The version of the format. A newer one can mean something else by the members below.
    #[serde(default = "version")]
    pub(crate) v: u32,
    pub(crate) received: u64,
    #[serde(borrow)]
    pub(crate) session: Cow<'a, str>,
    /// The `sessionStart` of an online session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) start: Option<Box<RawValue>>,
    /// An event of an open session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<Box<RawValue>>,
    /// How a session was uploaded in one request; `events` are its events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) origin: Option<Origin>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) events: Option<Vec<Box<RawValue>>>,
    /// What stands around the events of Media Edge, as [`Around`](crate::sessions::Around). Absent for
    /// the Media Collection API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) edge: Option<Box<RawValue>>,
    /// Why a session was closed without its `sessionEnd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) closed: Option<Closed>,
}

fn version() -> u32 {
    VERSION
}

impl<'a> Line<'a> {
    pub(crate) fn new(received: u64, session: &'a str) -> Self {
        Self { v: VERSION, received, session: Cow::Borrowed(session), ..Self::default() }
    }

    /// The line as it is written, with its end.
    pub(crate) fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let mut line = serde_json::to_vec(self)?;
        line.push(b'\n');
        Ok(line)
    }

    /// Reads a line, of this version or an earlier one.
    pub(crate) fn read(line: &'a [u8]) -> serde_json::Result<Self> {
        let line: Self = serde_json::from_slice(line)?;
        if line.v > VERSION {
            let message = format!("is of version {} of the format: use a newer program", line.v);
            return Err(serde::de::Error::custom(message));
        }
        Ok(line)
    }
}

/// The member of a line that has one event.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Member {
    Start,
    Event,
}

/// The line of one event, as [`Line::to_bytes`] writes it. Nearly all lines have one: they are written without
/// a look at the text, which is not copied before.
pub(crate) fn of_one(
    received: u64,
    session: &str,
    member: Member,
    text: &EventText,
    edge: Option<&RawValue>,
) -> Vec<u8> {
    let mut line = begin(received, session, text.get().len(), edge);
    let member = match member {
        Member::Start => ",\"start\":",
        Member::Event => ",\"event\":",
    };
    for part in [member, text.get()] {
        line.extend_from_slice(part.as_bytes());
    }
    end(line, edge)
}

/// The line of a session that was uploaded in one request, as [`Line::to_bytes`] writes it.
pub(crate) fn of_upload(
    received: u64,
    session: &str,
    origin: Origin,
    events: &[Written],
    edge: Option<&RawValue>,
) -> Vec<u8> {
    let bytes = events.iter().map(|written| written.text.get().len() + 1).sum();
    let mut line = begin(received, session, bytes, edge);
    line.extend_from_slice(b",\"origin\":");
    let _ = serde_json::to_writer(&mut line, &origin);
    line.extend_from_slice(b",\"events\":[");
    for (index, written) in events.iter().enumerate() {
        if index > 0 {
            line.push(b',');
        }
        line.extend_from_slice(written.text.get().as_bytes());
    }
    line.push(b']');
    end(line, edge)
}

/// The members with which a line begins. `bytes` is the length of its texts.
fn begin(received: u64, session: &str, bytes: usize, edge: Option<&RawValue>) -> Vec<u8> {
    let edge = edge.map_or(0, |edge| edge.get().len());
    let mut line = Vec::with_capacity(session.len() + bytes + edge + USUAL_BYTES);
    // Writing to memory does not fail.
    let _ = write!(line, "{{\"v\":{VERSION},\"received\":{received},\"session\":");
    let _ = serde_json::to_writer(&mut line, session);
    line
}

fn end(mut line: Vec<u8>, edge: Option<&RawValue>) -> Vec<u8> {
    if let Some(edge) = edge {
        line.extend_from_slice(b",\"edge\":");
        line.extend_from_slice(edge.get().as_bytes());
    }
    line.extend_from_slice(b"}\n");
    line
}

/// What a line says about its session, without the texts of events.
#[derive(Debug, Deserialize)]
pub(super) struct Head<'a> {
    pub(super) received: u64,
    #[serde(borrow)]
    pub(super) session: Cow<'a, str>,
}

/// The head of a line.
pub(super) fn head_of(line: &[u8]) -> Option<Head<'_>> {
    serde_json::from_slice(line).ok()
}

/// The session of a line, if it can be read: nearly always without a look at the rest of the line.
pub(crate) fn session_of(line: &[u8]) -> Option<Cow<'_, str>> {
    plain_session_of(line).map(Cow::Borrowed).or_else(|| head_of(line).map(|head| head.session))
}

/// When a line was received, if that can be read: nearly always without a look at the rest of the line.
pub(crate) fn received_of(line: &[u8]) -> Option<u64> {
    plain_received_of(line).or_else(|| head_of(line).map(|head| head.received))
}

/// When a line as it is written was received: one number stands before it.
fn plain_received_of(line: &[u8]) -> Option<u64> {
    const MEMBER: &[u8] = b",\"received\":";
    let at = line.get(..32)?.iter().position(|byte| *byte == b',')?;
    let rest = line[at..].strip_prefix(MEMBER)?;
    let digits = rest.iter().take(20).take_while(|byte| byte.is_ascii_digit()).count();
    // No other number begins with the same digits.
    rest.get(digits).filter(|byte| **byte == b',')?;
    str::from_utf8(&rest[..digits]).ok()?.parse().ok()
}

/// The session of a line as it is written: two numbers stand before it.
fn plain_session_of(line: &[u8]) -> Option<&str> {
    const MEMBER: &[u8] = b",\"session\":\"";
    let begin = line.get(..64)?;
    let at = begin.iter().position(|byte| *byte == b's')?.checked_sub(2)?;
    let rest = line[at..].strip_prefix(MEMBER)?;
    let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
    std::str::from_utf8(&rest[..end]).ok().filter(|_| rest[end] == b'"')
}

#[cfg(test)]
mod tests {
    use media_collection::{Event, PlayerTime};
    use serde_json::value::RawValue;

    use super::{Line, Member, of_one, of_upload, received_of, session_of};
    use crate::sessions::{Origin, Written};

    fn raw(text: &str) -> Box<RawValue> {
        RawValue::from_string(text.to_owned()).unwrap()
    }

    const SESSIONS: [&str; 4] = ["3f2a", "", "a\"b\\c\n", "\u{1F600}"];

    #[test]
    fn a_line_of_one_event_is_as_any_other_is_written() {
        for session in SESSIONS.into_iter().chain([&*"f".repeat(64)]) {
            for edge in [None, Some(raw(r#"{"a":[1]}"#))] {
                for text in [raw(r#"{"eventType":"ping"}"#), raw("1")] {
                    let (start, event) = (Some(text.clone()), Some(text.clone()));
                    let line = || Line { edge: edge.clone(), ..Line::new(u64::MAX, session) };
                    let text = text.into();
                    let written = of_one(u64::MAX, session, Member::Start, &text, edge.as_deref());
                    assert_eq!(written, Line { start, ..line() }.to_bytes().unwrap());
                    let written = of_one(u64::MAX, session, Member::Event, &text, edge.as_deref());
                    assert_eq!(written, Line { event, ..line() }.to_bytes().unwrap());
                    assert_eq!(session_of(&written).unwrap(), session);
                    assert_eq!(received_of(&written), Some(u64::MAX));
                }
            }
        }
    }

    #[test]
    fn a_line_of_an_upload_is_as_any_other_is_written() {
        for session in SESSIONS {
            for edge in [None, Some(raw(r#"{"a":[1]}"#))] {
                for texts in [&[][..], &["1"], &[r#"{"eventType":"ping"}"#, "[]", "2"]] {
                    let texts: Vec<_> = texts.iter().map(|text| raw(text)).collect();
                    let event = || Event::ping(PlayerTime::new(0.0, 0));
                    let events = texts.iter().cloned();
                    let events = events.map(|text| Written { event: event(), text: text.into() });
                    let events: Vec<_> = events.collect();
                    let origin = Origin::LegacyBatch;
                    let written = of_upload(7, session, origin, &events, edge.as_deref());
                    let (origin, edge) = (Some(origin), edge.clone());
                    let line = Line { origin, edge, events: Some(texts), ..Line::new(7, session) };
                    assert_eq!(written, line.to_bytes().unwrap());
                }
            }
        }
    }
}
