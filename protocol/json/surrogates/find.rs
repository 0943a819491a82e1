//! Finds the strings with lone surrogates, by comparing the original text with the readable one. Both
//! have the same length, so positions are the same.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::constraints::{push_index, push_key};
use crate::event::Original;

/// The original literal of every string in which a surrogate was replaced. If the text has several
/// consecutive values, each pointer begins with the index of the value.
///
/// `readable` must be valid JSON and have the length of `original`.
pub(crate) fn originals(original: &str, readable: &str) -> Vec<Original> {
    let mut finder =
        SurrogateFinder { original, readable, pointer: String::new(), found: Vec::new() };
    if let Ok(whole) = serde_json::from_str::<&RawValue>(readable) {
        finder.value(whole.get());
        return finder.found;
    }
    let values = serde_json::Deserializer::from_str(readable).into_iter::<&RawValue>();
    for (index, value) in values.flatten().enumerate() {
        finder.pointer = format!("/{index}");
        finder.value(value.get());
    }
    finder.found
}

struct SurrogateFinder<'a> {
    original: &'a str,
    readable: &'a str,
    pointer: String,
    found: Vec<Original>,
}

impl SurrogateFinder<'_> {
    fn value(&mut self, value: &str) {
        // `value` is a slice of the readable text; the original has the same positions.
        let start = value.as_ptr() as usize - self.readable.as_ptr() as usize;
        let Some(sent) = self.original.get(start..start + value.len()) else { return };
        if sent == value {
            return;
        }
        match value.as_bytes().first() {
            Some(b'"') => {
                self.found.push(Original { pointer: self.pointer.clone(), literal: sent.into() });
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(value).unwrap_or_default();
                for (index, item) in items.into_iter().enumerate() {
                    let length = self.pointer.len();
                    push_index(&mut self.pointer, index);
                    self.value(item.get());
                    self.pointer.truncate(length);
                }
            }
            Some(b'{') => {
                let Ok(Members(members)) = serde_json::from_str(value) else { return };
                for (key, member) in members {
                    let length = self.pointer.len();
                    push_key(&mut self.pointer, &key);
                    self.value(member.get());
                    self.pointer.truncate(length);
                }
            }
            _ => {}
        }
    }
}

/// The members of an object, with unparsed values.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;

        impl<'de> Visitor<'de> for Each {
            type Value = Members<'de>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
                let mut read = Vec::new();
                while let Some(member) = members.next_entry()? {
                    read.push(member);
                }
                Ok(Members(read))
            }
        }

        deserializer.deserialize_map(Each)
    }
}
