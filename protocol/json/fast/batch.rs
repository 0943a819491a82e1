//! Reading one event, an array or JSON Lines on the fast path.

use serde::Deserialize;

use super::{Cursor, Declined, ReadFast as _};
use crate::event::{Event, Tolerant};
use crate::json::depth::depth;
use crate::json::policy::Policy;
use crate::schema::Mode;

/// Approximate size of the shortest possible event, in bytes.
const MIN_BYTES: usize = 48;

/// serde_json's recursion limit for an element of an array.
const MAX_DEPTH: usize = 126;

/// Reads one event.
pub(in crate::json) fn event(text: &str) -> Option<Event> {
    let mut cursor = Cursor::new(text);
    let event = Event::read_fast(&mut cursor).ok()?;
    cursor.is_at_end().then_some(event)
}

/// Reads an array of events.
pub(in crate::json) fn batch(text: &str, policy: &Policy) -> Option<Vec<Event>> {
    let mut events = Events::of(text, policy);
    elements(text, |cursor| events.add(cursor)).ok()?;
    Some(events.read)
}

/// Walks a top-level array and calls `read` at each element.
#[inline]
pub(in crate::json) fn elements<'a>(
    text: &'a str,
    mut read: impl FnMut(&mut Cursor<'a>) -> Result<(), Declined>,
) -> Result<(), Declined> {
    let mut cursor = Cursor::new(text);
    let mut first = true;
    cursor.expect(b'[')?;
    while cursor.item(&mut first) {
        read(&mut cursor)?;
    }
    cursor.expect(b']')?;
    if cursor.is_at_end() { Ok(()) } else { Err(Declined) }
}

/// Reads consecutive events.
pub(in crate::json) fn lines(text: &str, policy: &Policy) -> Option<Vec<Event>> {
    let mut events = Events::of(text, policy);
    let mut cursor = Cursor::new(text);
    while !cursor.is_at_end() {
        events.add(&mut cursor).ok()?;
    }
    Some(events.read)
}

/// The events that have been read.
struct Events<'a> {
    text: &'a str,
    policy: &'a Policy,
    read: Vec<Event>,
}

impl<'a> Events<'a> {
    fn of(text: &'a str, policy: &'a Policy) -> Self {
        Self { text, policy, read: Vec::new() }
    }

    fn add(&mut self, cursor: &mut Cursor<'a>) -> Result<(), Declined> {
        if self.read.len() == self.policy.max_events {
            return Err(Declined);
        }
        let begin = cursor.position();
        let event = match Event::read_fast(cursor) {
            Ok(event) => event,
            Err(Declined) => self.read_general(begin, cursor)?,
        };
        if self.read.len() == self.read.capacity() {
            // Reserves for the likely number of further events: repeated growth copies them all.
            let position = cursor.position();
            let average = (position / (self.read.len() + 1)).max(MIN_BYTES);
            self.read.reserve((self.text.len() - position) / average + 1);
        }
        self.read.push(event);
        Ok(())
    }

    /// Reads one event on the general path, so that the others can stay on the fast path. Declines
    /// if it cannot be read: the general path then reads the whole text and makes the error.
    #[cold]
    fn read_general(&self, begin: usize, cursor: &mut Cursor<'a>) -> Result<Event, Declined> {
        let (event, end) = match self.policy.mode {
            Mode::Strict => read_at::<Event>(self.text, begin)?,
            Mode::Tolerant => {
                let (Tolerant(event), end) = read_at::<Tolerant<Event>>(self.text, begin)?;
                (event, end)
            }
        };
        *cursor = cursor.back_to(end);
        Ok(event)
    }
}

/// Reads the array element at `begin` on the general path. Also returns its end.
pub(in crate::json) fn read_at<'a, T: Deserialize<'a>>(
    text: &'a str,
    begin: usize,
) -> Result<(T, usize), Declined> {
    let rest = &text[begin..];
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<T>();
    let value = values.next().ok_or(Declined)?.map_err(|_| Declined)?;
    let length = values.byte_offset();
    if depth(&rest[..length]) > MAX_DEPTH {
        return Err(Declined);
    }
    Ok((value, begin + length))
}
