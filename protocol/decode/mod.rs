//! Reading texts as events, with a policy, and everything that is wrong if they are not.

mod diagnose;
mod direct;
mod tree;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Deserializer as Json;

use crate::error::DecodeError;
use crate::event::Event;
use crate::mode::Mode;
use crate::support::{Reading, Wire};
use crate::surrogates::{self, Kept};
use crate::violation::{Keyword, Violation, Violations};

/// How texts are read: strictly or tolerantly, and up to which size.
///
/// Nesting is limited to 127 levels whatever the policy; the documents need five.
///
/// ```
/// use media_collection::{Event, Policy};
///
/// let newer = br#"{"eventType":"play","playerTime":{"playhead":0,"ts":1},"mood":"good"}"#;
/// assert!(Event::decode(newer, &Policy::strict()).is_err());
///
/// let event = Event::decode(newer, &Policy::tolerant()).unwrap();
/// assert_eq!(event.encode().unwrap(), newer);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// What happens to members and event types that the documents do not have.
    pub mode: Mode,
    /// The most bytes of a text; a larger one is refused unread. 8 MiB unless changed: a day of
    /// one ping a second takes 7 MB.
    pub max_bytes: usize,
    /// The most events of a batch. 200,000 unless changed.
    pub max_events: usize,
    /// The most violations that are listed; the rest is counted. 1,000 unless changed.
    pub max_violations: usize,
}

impl Policy {
    /// What the back end does: the documents decide, unknown members are refused.
    #[must_use]
    pub const fn strict() -> Self {
        Self {
            mode: Mode::Strict,
            max_bytes: 8 * 1024 * 1024,
            max_events: 200_000,
            max_violations: 1_000,
        }
    }

    /// For relays, archives and tools: what is not known is kept.
    #[must_use]
    pub const fn tolerant() -> Self {
        Self { mode: Mode::Tolerant, ..Self::strict() }
    }

    /// The same with another limit of bytes.
    #[must_use]
    pub const fn with_max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// The same with another limit of events.
    #[must_use]
    pub const fn with_max_events(mut self, events: usize) -> Self {
        self.max_events = events;
        self
    }

    /// The same with another limit of listed violations.
    #[must_use]
    pub const fn with_max_violations(mut self, violations: usize) -> Self {
        self.max_violations = violations;
        self
    }
}

/// The documents decide.
impl Default for Policy {
    fn default() -> Self {
        Self::strict()
    }
}

impl Event {
    /// Reads one event: the body of a call to `/sessions` or `/sessions/{sid}/events`.
    ///
    /// # Errors
    ///
    /// When the text is too large, is not JSON in UTF-8, or breaks the schema documents: with
    /// every violation and its place.
    pub fn decode(text: &[u8], policy: &Policy) -> Result<Self, DecodeError> {
        let text = utf8(text, policy)?;
        if let Some(event) = direct::event(text) {
            return Ok(event);
        }
        let readable = surrogates::mend(text);
        let mut event = whole(&readable, Reading::<Self>::new(policy.mode))
            .map_err(|error| diagnose::event(&readable, policy, &error))?;
        keep_halves(text, &readable, |kept| event.keep(kept));
        Ok(event)
    }

    /// Reads an array of events: a downloaded session. An empty array is an empty list.
    ///
    /// # Errors
    ///
    /// As for [`decode`](Self::decode); one bad event refuses the batch, and pointers begin with
    /// the event's index.
    pub fn decode_batch(text: &[u8], policy: &Policy) -> Result<Vec<Self>, DecodeError> {
        let text = utf8(text, policy)?;
        if let Some(events) = direct::batch(text, policy) {
            return Ok(events);
        }
        let readable = surrogates::mend(text);
        let mut events = whole(&readable, Batch(policy))
            .map_err(|error| diagnose::batch(&readable, policy, &error))?;
        keep_halves(text, &readable, |kept| keep_at(&mut events, kept));
        Ok(events)
    }

    /// Reads an event, an array of events, or JSON Lines with an event a line: whatever a file
    /// holds.
    ///
    /// # Errors
    ///
    /// As for [`decode_batch`](Self::decode_batch); in JSON Lines the index counts the events,
    /// and one event alone has none.
    pub fn decode_any(text: &[u8], policy: &Policy) -> Result<Vec<Self>, DecodeError> {
        let text = utf8(text, policy)?;
        if text.trim_start().starts_with('[') {
            return Self::decode_batch(text.as_bytes(), policy);
        }
        if let Some(events) = direct::lines(text, policy).filter(|all| !all.is_empty()) {
            return Ok(events);
        }
        let readable = surrogates::mend(text);
        match lines(&readable, policy) {
            Ok(mut events) if !events.is_empty() => {
                // One value has no index; more are found as if they were an array's.
                keep_halves(text, &readable, |kept| match events.as_mut_slice() {
                    [event] => event.keep(kept),
                    events => keep_at(events, kept),
                });
                Ok(events)
            }
            Ok(_) => Self::decode(text.as_bytes(), policy).map(|event| vec![event]),
            // One event alone has no index.
            Err(error) if whole(&readable, PhantomData::<IgnoredAny>).is_ok() => {
                Err(diagnose::event(&readable, policy, &error))
            }
            Err(error) => Err(diagnose::lines(&readable, policy, &error)),
        }
    }
}

/// Reads an event or a list of events tolerantly, where serde's own traits are asked for.
///
/// ```
/// use media_collection::{Event, Tolerant};
///
/// let text = r#"{"eventType":"applause","playerTime":{"playhead":3,"ts":1}}"#;
/// let Tolerant(event) = serde_json::from_str::<Tolerant<Event>>(text)?;
/// assert_eq!(event.event_name(), "applause");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Tolerant<T>(pub T);

impl<'de> Deserialize<'de> for Tolerant<Event> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Event::read(deserializer, Mode::Tolerant).map(Self)
    }
}

impl<'de> Deserialize<'de> for Tolerant<Vec<Event>> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::read(deserializer, Mode::Tolerant).map(Self)
    }
}

/// The text, if it is small enough and UTF-8. One check for all of it is cheaper than one for
/// each string.
fn utf8<'a>(text: &'a [u8], policy: &Policy) -> Result<&'a str, DecodeError> {
    if text.len() > policy.max_bytes {
        let message = format!("has {} bytes; at most {} are read", text.len(), policy.max_bytes);
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

/// Finds the strings that were mended, if any were.
fn keep_halves(text: &str, readable: &str, keep: impl FnMut(Kept)) {
    if readable != text {
        surrogates::kept(text, readable).into_iter().for_each(keep);
    }
}

/// Keeps a string with the event that its pointer begins with.
fn keep_at(events: &mut [Event], mut kept: Kept) {
    let (index, pointer) = first_step(&kept.pointer);
    if let Some(event) = index.and_then(|index| events.get_mut(index)) {
        kept.pointer = pointer;
        event.keep(kept);
    }
}

/// The index that a pointer begins with, and the pointer from there.
fn first_step(pointer: &str) -> (Option<usize>, String) {
    let (index, rest) = pointer[1..].split_once('/').unwrap_or((&pointer[1..], ""));
    (index.parse().ok(), format!("/{rest}"))
}

/// Reads the text to its end.
fn whole<'de, S: DeserializeSeed<'de>>(text: &'de str, seed: S) -> serde_json::Result<S::Value> {
    let mut json = Json::from_str(text);
    let value = seed.deserialize(&mut json)?;
    json.end()?;
    Ok(value)
}

/// Reads one event after another.
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

/// An array of at most so many events.
struct Batch<'a>(&'a Policy);

impl<'de> DeserializeSeed<'de> for Batch<'_> {
    type Value = Vec<Event>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Event>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Batch<'_> {
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
