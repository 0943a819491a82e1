//! The quick way, for texts that are plain and valid.

use serde::Deserialize;

use super::{Cursor, Declined, ReadFast as _};
use crate::event::{Event, Tolerant};
use crate::json::depth::depth;
use crate::json::policy::Policy;
use crate::schema::Mode;

/// The shortest event there is has about so many bytes.
const MIN_BYTES: usize = 48;

/// How deep an element of an array nests at most, where `serde_json` reads the array.
const MAX_DEPTH: usize = 126;

/// The event that the text holds.
pub(in crate::json) fn event(text: &str) -> Option<Event> {
    let mut cursor = Cursor::new(text);
    let event = Event::read_fast(&mut cursor).ok()?;
    cursor.is_at_end().then_some(event)
}

/// The events of the array that the text holds.
pub(in crate::json) fn batch(text: &str, policy: &Policy) -> Option<Vec<Event>> {
    let mut events = Events::of(text, policy);
    elements(text, |cursor| events.add(cursor)).ok()?;
    Some(events.read)
}

/// Goes through an array that is the whole text; each element is read by who asks.
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

/// The events that stand in the text one after another.
pub(in crate::json) fn lines(text: &str, policy: &Policy) -> Option<Vec<Event>> {
    let mut events = Events::of(text, policy);
    let mut cursor = Cursor::new(text);
    while !cursor.is_at_end() {
        events.add(&mut cursor).ok()?;
    }
    Some(events.read)
}

/// Events as far as they have been read.
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
            Err(Declined) => self.read_otherwise(begin, cursor)?,
        };
        if self.read.len() == self.read.capacity() {
            // As many more as there are likely to be: growing step by step copies everything.
            let position = cursor.position();
            let average = (position / (self.read.len() + 1)).max(MIN_BYTES);
            self.read.reserve((self.text.len() - position) / average + 1);
        }
        self.read.push(event);
        Ok(())
    }

    /// One event by the general reader, so that the others may be plain. If it cannot be read,
    /// all is left to that reader: it knows more of the text than this event.
    #[cold]
    fn read_otherwise(&self, begin: usize, cursor: &mut Cursor<'a>) -> Result<Event, Declined> {
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

/// Reads what begins there in an array, by the general reader; and where it ends.
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
