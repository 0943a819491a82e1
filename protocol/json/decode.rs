//! Reading events from JSON text, with a policy. An error lists every violation.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, SeqAccess, Visitor};
use serde_json::Deserializer as Json;

use super::error::DecodeError;
use super::general::{General as _, Reading};
use super::policy::Policy;
use super::{diagnosis, fast, surrogates};
use crate::constraints::{Keyword, Violation, Violations};
use crate::event::{Event, Original};

impl Event {
    /// Reads one event: the body of a call to `/sessions` or `/sessions/{sid}/events`.
    ///
    /// # Errors
    ///
    /// If the text is too large, is not JSON in UTF-8, or violates the schemas. The error lists every
    /// violation, each with a JSON Pointer.
    pub fn decode(text: &[u8], policy: &Policy) -> Result<Self, DecodeError> {
        let text = utf8(text, policy)?;
        if let Some(event) = fast::event(text) {
            return Ok(event);
        }
        let readable = surrogates::replace_lone(text);
        let mut event = whole(&readable, Reading::<Self>::new(policy.mode))
            .map_err(|error| diagnosis::event(&readable, policy, &error))?;
        note_originals(text, &readable, |original| event.add_original(original));
        Ok(event)
    }

    /// Reads an array of events, as in a downloaded session. It may be empty.
    ///
    /// # Errors
    ///
    /// As for [`decode`](Self::decode). One invalid event makes the whole batch an error. Pointers
    /// begin with the event's index.
    pub fn decode_batch(text: &[u8], policy: &Policy) -> Result<Vec<Self>, DecodeError> {
        let text = utf8(text, policy)?;
        if let Some(events) = fast::batch(text, policy) {
            return Ok(events);
        }
        let readable = surrogates::replace_lone(text);
        let mut events = whole(&readable, BatchSeed(policy))
            .map_err(|error| diagnosis::batch(&readable, policy, &error))?;
        note_originals(text, &readable, |original| note_at(&mut events, original));
        Ok(events)
    }

    /// Reads one event, an array of events, or JSON Lines with one event per line.
    ///
    /// # Errors
    ///
    /// As for [`decode_batch`](Self::decode_batch). In JSON Lines the index counts events, not
    /// lines; for a single event, pointers have no index.
    pub fn decode_any(text: &[u8], policy: &Policy) -> Result<Vec<Self>, DecodeError> {
        let text = utf8(text, policy)?;
        if text.trim_start().starts_with('[') {
            return Self::decode_batch(text.as_bytes(), policy);
        }
        if let Some(events) = fast::lines(text, policy).filter(|all| !all.is_empty()) {
            return Ok(events);
        }
        let readable = surrogates::replace_lone(text);
        match lines(&readable, policy) {
            Ok(mut events) if !events.is_empty() => {
                // A single event has no index. Several have one each, as in an array.
                note_originals(text, &readable, |original| match events.as_mut_slice() {
                    [event] => event.add_original(original),
                    events => note_at(events, original),
                });
                Ok(events)
            }
            Ok(_) => Self::decode(text.as_bytes(), policy).map(|event| vec![event]),
            // A single event has no index.
            Err(error) if whole(&readable, PhantomData::<IgnoredAny>).is_ok() => {
                Err(diagnosis::event(&readable, policy, &error))
            }
            Err(error) => Err(diagnosis::lines(&readable, policy, &error)),
        }
    }
}

/// The text, if it is within the limit and UTF-8. Checking it as a whole is cheaper than checking
/// each string.
fn utf8<'a>(text: &'a [u8], policy: &Policy) -> Result<&'a str, DecodeError> {
    if text.len() > policy.max_bytes {
        let message = format!("has {} bytes; the limit is {}", text.len(), policy.max_bytes);
        return Err(DecodeError::TooLarge(one(Keyword::Limit, message)));
    }
    match std::str::from_utf8(text) {
        Ok(text) => Ok(text),
        Err(error) => {
            let message = format!("is not UTF-8 from byte {} on", error.valid_up_to());
            Err(DecodeError::Unreadable(one(Keyword::Utf8, message)))
        }
    }
}

fn one(keyword: Keyword, message: String) -> Violations {
    Violations::new(vec![Violation::new("", keyword, message)], 0)
}

/// Finds the strings in which a lone surrogate was replaced.
fn note_originals(text: &str, readable: &str, note: impl FnMut(Original)) {
    if readable != text {
        surrogates::originals(text, readable).into_iter().for_each(note);
    }
}

/// Adds an original literal to the event whose index its pointer begins with.
fn note_at(events: &mut [Event], mut original: Original) {
    let (index, pointer) = first_step(&original.pointer);
    if let Some(event) = index.and_then(|index| events.get_mut(index)) {
        original.pointer = pointer;
        event.add_original(original);
    }
}

/// The index at the start of a pointer, and the pointer below it.
fn first_step(pointer: &str) -> (Option<usize>, String) {
    let (index, rest) = pointer[1..].split_once('/').unwrap_or((&pointer[1..], ""));
    (index.parse().ok(), format!("/{rest}"))
}

/// Reads one value, and requires that nothing follows it.
fn whole<'de, S: DeserializeSeed<'de>>(text: &'de str, seed: S) -> serde_json::Result<S::Value> {
    let mut json = Json::from_str(text);
    let value = seed.deserialize(&mut json)?;
    json.end()?;
    Ok(value)
}

/// Reads consecutive events.
fn lines(text: &str, policy: &Policy) -> serde_json::Result<Vec<Event>> {
    let mut json = Json::from_str(text);
    let mut events = Vec::new();
    while json.end().is_err() {
        if events.len() == policy.max_events {
            return Err(serde_json::Error::custom("too many events"));
        }
        events.push(Event::read(&mut json, policy.mode)?);
    }
    Ok(events)
}

/// Reads an array of events, up to the policy's limit.
struct BatchSeed<'a>(&'a Policy);

impl<'de> DeserializeSeed<'de> for BatchSeed<'_> {
    type Value = Vec<Event>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Event>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for BatchSeed<'_> {
    type Value = Vec<Event>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an array of events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<Event>, A::Error> {
        let mut events = Vec::new();
        while let Some(event) = items.next_element_seed(Reading::new(self.0.mode))? {
            if events.len() == self.0.max_events {
                return Err(A::Error::custom("too many events"));
            }
            events.push(event);
        }
        Ok(events)
    }
}
