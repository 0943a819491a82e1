//! Which strings of a text hold a lone surrogate: found by their place in the text, which is the same
//! in the readable text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::constraints::{push_index, push_key};
use crate::event::Original;

/// Every string in which something was replaced, as it was sent, by its pointer in the text; of several values
/// one after the other, each pointer begins with the value's index.
///
/// `readable` must be JSON that was read already, and as long as `original`.
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
        // A part of the text: where it lies in the readable text, it lies in the original.
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

/// The members of an object, unread.
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
