//! The format of a line.

use std::borrow::Cow;
use std::io::Write as _;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::sessions::{Closed, Origin};

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
pub(super) enum Member {
    Start,
    Event,
}

/// The line of one event, as [`Line::to_bytes`] writes it. Nearly all lines have one: they are written without
/// a look at the text, which is not copied before.
pub(super) fn of_one(
    received: u64,
    session: &str,
    member: Member,
    text: &RawValue,
    edge: Option<&RawValue>,
) -> Vec<u8> {
    let edge = edge.map(RawValue::get);
    let bytes = session.len() + text.get().len() + edge.map_or(0, str::len) + USUAL_BYTES;
    let mut line = Vec::with_capacity(bytes);
    // Writing to memory does not fail.
    let _ = write!(line, "{{\"v\":{VERSION},\"received\":{received},\"session\":");
    let _ = serde_json::to_writer(&mut line, session);
    let member = match member {
        Member::Start => ",\"start\":",
        Member::Event => ",\"event\":",
    };
    for part in [member, text.get()] {
        line.extend_from_slice(part.as_bytes());
    }
    if let Some(edge) = edge {
        line.extend_from_slice(b",\"edge\":");
        line.extend_from_slice(edge.as_bytes());
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
    use serde_json::value::RawValue;

    use super::{Line, Member, of_one, received_of, session_of};

    #[test]
    fn a_line_of_one_event_is_as_any_other_is_written() {
        let raw = |text: &str| RawValue::from_string(text.to_owned()).unwrap();
        for session in ["3f2a", "", "a\"b\\c\n", "\u{1F600}", &"f".repeat(64)] {
            for edge in [None, Some(raw(r#"{"a":[1]}"#))] {
                for text in [raw(r#"{"eventType":"ping"}"#), raw("1")] {
                    let (start, event) = (Some(text.clone()), Some(text.clone()));
                    let line = || Line { edge: edge.clone(), ..Line::new(u64::MAX, session) };
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
}
