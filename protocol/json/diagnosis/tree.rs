//! A JSON value that preserves repeated members and the form of its numbers.

use std::cell::Cell;
use std::fmt;
use std::ops::Deref;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::schema::Scalar;

/// The most values of a tree, so that it takes no memory far beyond the text. The others are skipped.
const MAX_VALUES: usize = 200_000;

pub(super) enum Tree {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A number without fraction or exponent that does not fit 64 bits.
    LargeInteger(f64),
    /// A number with fraction or exponent.
    Number(f64),
    String(String),
    Array(Vec<Self>),
    Object(Members),
}

/// The members of an object.
pub(super) struct Members {
    read: Vec<(String, Tree)>,
    /// Whether none was skipped.
    pub(super) is_whole: bool,
}

impl Deref for Members {
    type Target = [(String, Tree)];

    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

impl Tree {
    /// The value itself, unless it is an object or an array.
    pub(super) fn scalar(&self) -> Option<Scalar<'_>> {
        Some(match self {
            Self::Null => Scalar::Null,
            Self::Boolean(flag) => Scalar::Boolean(*flag),
            Self::Integer(number) => Scalar::Integer(*number),
            Self::LargeInteger(number) | Self::Number(number) => Scalar::Number(*number),
            Self::String(text) => Scalar::Text(text),
            Self::Array(_) | Self::Object(_) => return None,
        })
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Reader(&Cell::new(MAX_VALUES)).deserialize(deserializer)
    }
}

/// Reads a tree of so many values.
#[derive(Clone, Copy)]
struct Reader<'a>(&'a Cell<usize>);

impl Reader<'_> {
    /// Whether there is room for another value.
    fn has_room(self) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left > 0
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Tree;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Boolean(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Integer(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(i64::try_from(number).map_or(Tree::LargeInteger(number as f64), Tree::Integer))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut read = Vec::new();
        while self.has_room() {
            let Some(item) = items.next_element_seed(self)? else { return Ok(Tree::Array(read)) };
            read.push(item);
        }
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Tree::Array(read))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Tree, A::Error> {
        let mut read = Vec::new();
        while self.has_room() {
            let Some(key) = members.next_key()? else {
                return Ok(Tree::Object(Members { read, is_whole: true }));
            };
            read.push((key, members.next_value_seed(self)?));
        }
        let mut is_whole = true;
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            is_whole = false;
        }
        Ok(Tree::Object(Members { read, is_whole }))
    }
}
