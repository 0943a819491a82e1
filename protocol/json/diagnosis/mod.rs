//! Diagnosis: finds every violation in a text that could not be read.
//!
//! The reader stops at the first error and does not know its JSON Pointer. This second pass
//! compares the whole text with the schema tables. It runs only after an error.

mod finder;
mod suggestion;
mod tree;
mod unknown;

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize as _, Deserializer as _};
use serde_json::Deserializer as Json;

use self::finder::Finder;
use self::tree::Tree;
use super::error::DecodeError;
use super::fast::{Declined, ReadFast as _, elements, read_at};
use super::policy::Policy;
use crate::constraints::push_index;
use crate::event::Event;

pub(super) fn event(text: &str, policy: &Policy, cause: &serde_json::Error) -> DecodeError {
    let mut finder = Finder::new(policy);
    let mut json = Json::from_str(text);
    let read = Tree::deserialize(&mut json).map(|tree| finder.event(&tree));
    if let Err(error) = read.and_then(|()| json.end()) {
        finder.unreadable(&error);
    }
    finder.error(cause)
}

pub(super) fn batch(text: &str, policy: &Policy, cause: &serde_json::Error) -> DecodeError {
    let mut finder = Finder::new(policy);
    if by_element(text, &mut finder).is_ok() {
        return finder.error(cause);
    }
    let mut finder = Finder::new(policy);
    let mut json = Json::from_str(text);
    let read = json.deserialize_any(Elements(&mut finder));
    if let Err(error) = read.and_then(|()| json.end()) {
        finder.unreadable(&error);
    }
    finder.error(cause)
}

pub(super) fn lines(text: &str, policy: &Policy, cause: &serde_json::Error) -> DecodeError {
    let mut finder = Finder::new(policy);
    let mut json = Json::from_str(text);
    let mut index = 0;
    while json.end().is_err() {
        let start = finder.pointer.len();
        push_index(&mut finder.pointer, index);
        match Tree::deserialize(&mut json) {
            Ok(tree) => finder.element(index, &tree),
            Err(error) => {
                finder.unreadable(&error);
                break;
            }
        }
        finder.pointer.truncate(start);
        index += 1;
    }
    finder.error(cause)
}

/// Diagnoses a batch element by element, skipping those that the fast path accepts. Syntax errors
/// are left to serde_json, which knows line and column.
fn by_element(text: &str, finder: &mut Finder<'_>) -> Result<(), Declined> {
    let mut index = 0;
    elements(text, |cursor| {
        let begin = cursor.position();
        let within_limit = index < finder.policy.max_events;
        if !within_limit || Event::read_fast(cursor).is_err() {
            let (tree, end) = read_at::<Tree>(text, begin)?;
            push_index(&mut finder.pointer, index);
            finder.element(index, &tree);
            finder.pointer.clear();
            *cursor = cursor.back_to(end);
        }
        index += 1;
        Ok(())
    })
}

/// Visits the elements of a batch one at a time. A tree of the whole batch would take many times
/// the memory of the text.
struct Elements<'a, 'p>(&'a mut Finder<'p>);

impl<'de> Visitor<'de> for Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an array of events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut index = 0;
        loop {
            // On an error the pointer is not reset: it names the element with the error.
            push_index(&mut self.0.pointer, index);
            let next = items.next_element::<Tree>()?;
            let Some(tree) = next else { break };
            self.0.element(index, &tree);
            self.0.pointer.clear();
            index += 1;
        }
        self.0.pointer.clear();
        Ok(())
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while members.next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?.is_some() {}
        self.0.not_an_array()
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.not_an_array()
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        self.0.not_an_array()
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        self.0.not_an_array()
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        self.0.not_an_array()
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        self.0.not_an_array()
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        self.0.not_an_array()
    }
}
