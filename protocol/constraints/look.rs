//! Looking into values without knowing their Rust types, which depend on the schemas.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::check::{Checker, PathStep};
use super::nullable::Nullable;
use super::rules;
use super::violation::Keyword;
use crate::schema::{Member, Scalar, Shape};

/// A value of an event, whatever its type is.
///
/// A schema may give a member another type or leave it out. Code that is written by hand therefore
/// finds members by their wire keys.
pub(crate) trait Look {
    /// The value itself, unless it is an object or an array.
    fn scalar(&self) -> Option<Scalar<'_>> {
        None
    }

    /// The member of an object with this wire key, if it is set.
    fn member(&self, _key: &str) -> Option<&dyn Look> {
        None
    }

    /// Whether it has no members that its schema does not describe, and keeps the rules of its schema.
    /// Objects inside of it tell so themselves.
    #[cfg_attr(not(feature = "edge"), allow(dead_code, reason = "the room of Media Edge asks"))]
    fn is_plain(&self) -> bool {
        true
    }

    /// How many bytes its texts take, and [`ITEM_BYTES`] for each item of an array or entry of a map.
    /// `None` if it has members that its schema does not describe.
    fn texts(&self) -> Option<usize> {
        match self.scalar()? {
            Scalar::Text(text) => Some(text.len()),
            _ => Some(0),
        }
    }

    /// Calls `look` for each item of an array, and for each entry of a map.
    fn each<'a>(&'a self, _look: &mut dyn FnMut(Inside<'a>, &'a dyn Look)) {}
}

/// What an item of an array or an entry of a map takes beyond its texts.
pub(crate) const ITEM_BYTES: usize = 48;

/// The sum of what each takes.
fn sum_of_texts<'a, T: Look + 'a>(items: impl Iterator<Item = (usize, &'a T)>) -> Option<usize> {
    let mut bytes = 0;
    for (key, item) in items {
        bytes += ITEM_BYTES + key + item.texts()?;
    }
    Some(bytes)
}

/// The place of a value in an array or a map.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Inside<'a> {
    Index(usize),
    Key(&'a str),
}

impl dyn Look + '_ {
    /// The text, if the value is a string.
    #[inline]
    pub(crate) fn text(&self) -> Option<&str> {
        match self.scalar()? {
            Scalar::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if the value is one.
    #[inline]
    pub(crate) fn number(&self) -> Option<f64> {
        match self.scalar()? {
            Scalar::Integer(number) => Some(number as f64),
            Scalar::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The truth value, if the value is one.
    pub(crate) fn flag(&self) -> Option<bool> {
        match self.scalar()? {
            Scalar::Boolean(flag) => Some(flag),
            _ => None,
        }
    }

    /// The text of a member, if it is a string.
    #[inline]
    pub(crate) fn text_at(&self, key: &str) -> Option<&str> {
        self.member(key)?.text()
    }

    /// The number of a member, if it is one.
    #[inline]
    pub(crate) fn number_at(&self, key: &str) -> Option<f64> {
        self.member(key)?.number()
    }

    /// Adds what the value violates of the rules in its shape. Objects check themselves.
    pub(crate) fn obey(&self, shape: &Shape, checker: &mut Checker) {
        match shape {
            Shape::Nullable(_) if self.scalar() == Some(Scalar::Null) => {}
            Shape::Nullable(shape) => self.obey(shape, checker),
            Shape::Any => {}
            // The field takes null for the sake of another event type.
            _ if self.scalar() == Some(Scalar::Null) && !matches!(shape, Shape::Ruled(..)) => {
                checker.violation(Keyword::Type, "must not be null");
            }
            Shape::Ruled(shape, rules) => {
                if let Some(scalar) = self.scalar() {
                    rules::broken(rules, scalar, |keyword, message| {
                        checker.violation(keyword, message);
                    });
                }
                self.obey(shape, checker);
            }
            Shape::Array(shape) | Shape::Map(shape) => {
                self.each(&mut |inside, value| match inside {
                    Inside::Index(index) => {
                        checker.index(index, |checker| value.obey(shape, checker));
                    }
                    Inside::Key(key) => checker.key(key, |checker| value.obey(shape, checker)),
                });
            }
            _ => {}
        }
    }
}

impl Checker {
    /// Reports what a value violates of the rules that the schema has for it.
    #[allow(dead_code, reason = "used if a schema has rules")]
    pub(crate) fn ruled<T: Look>(&mut self, member: &'static Member, value: &T) {
        let step = || PathStep::Member { key: member.key, field: member.field };
        self.step(step, |checker| (value as &dyn Look).obey(&member.shape, checker));
    }
}

/// Whether a value keeps the rules in its shape.
pub(crate) fn obeys(value: &dyn Look, shape: &Shape) -> bool {
    let mut checker = Checker::wire_only();
    value.obey(shape, &mut checker);
    checker.is_empty()
}

impl Look for String {
    #[inline]
    fn scalar(&self) -> Option<Scalar<'_>> {
        Some(Scalar::Text(self))
    }
}

impl Look for f64 {
    #[inline]
    fn scalar(&self) -> Option<Scalar<'_>> {
        Some(Scalar::Number(*self))
    }
}

impl Look for i64 {
    #[inline]
    fn scalar(&self) -> Option<Scalar<'_>> {
        Some(Scalar::Integer(*self))
    }
}

impl Look for bool {
    fn scalar(&self) -> Option<Scalar<'_>> {
        Some(Scalar::Boolean(*self))
    }
}

impl Look for Value {
    fn scalar(&self) -> Option<Scalar<'_>> {
        Some(match self {
            Self::Null => Scalar::Null,
            Self::Bool(flag) => Scalar::Boolean(*flag),
            Self::Number(number) => match number.as_i64() {
                Some(integer) => Scalar::Integer(integer),
                None => Scalar::Number(number.as_f64()?),
            },
            Self::String(text) => Scalar::Text(text),
            Self::Array(_) | Self::Object(_) => return None,
        })
    }

    fn member(&self, key: &str) -> Option<&dyn Look> {
        self.get(key).map(|value| value as &dyn Look)
    }

    fn each<'a>(&'a self, look: &mut dyn FnMut(Inside<'a>, &'a dyn Look)) {
        match self {
            Self::Array(items) => items.each(look),
            Self::Object(entries) => entries.each(look),
            _ => {}
        }
    }
}

impl Look for Map<String, Value> {
    fn texts(&self) -> Option<usize> {
        sum_of_texts(self.iter().map(|(key, value)| (key.len(), value)))
    }

    fn member(&self, key: &str) -> Option<&dyn Look> {
        self.get(key).map(|value| value as &dyn Look)
    }

    fn each<'a>(&'a self, look: &mut dyn FnMut(Inside<'a>, &'a dyn Look)) {
        for (key, value) in self {
            look(Inside::Key(key), value);
        }
    }
}

impl<T: Look> Look for Vec<T> {
    fn texts(&self) -> Option<usize> {
        sum_of_texts(self.iter().map(|item| (0, item)))
    }

    fn each<'a>(&'a self, look: &mut dyn FnMut(Inside<'a>, &'a dyn Look)) {
        for (index, item) in self.iter().enumerate() {
            look(Inside::Index(index), item);
        }
    }
}

impl<T: Look> Look for BTreeMap<String, T> {
    fn texts(&self) -> Option<usize> {
        sum_of_texts(self.iter().map(|(key, value)| (key.len(), value)))
    }

    fn member(&self, key: &str) -> Option<&dyn Look> {
        self.get(key).map(|value| value as &dyn Look)
    }

    fn each<'a>(&'a self, look: &mut dyn FnMut(Inside<'a>, &'a dyn Look)) {
        for (key, value) in self {
            look(Inside::Key(key), value);
        }
    }
}

impl<T: Look> Look for Nullable<T> {
    fn scalar(&self) -> Option<Scalar<'_>> {
        match self {
            Self::Null => Some(Scalar::Null),
            Self::Value(value) => value.scalar(),
        }
    }

    fn texts(&self) -> Option<usize> {
        self.as_option().map_or(Some(0), Look::texts)
    }

    fn member(&self, key: &str) -> Option<&dyn Look> {
        self.as_option().and_then(|value| value.member(key))
    }

    fn each<'a>(&'a self, look: &mut dyn FnMut(Inside<'a>, &'a dyn Look)) {
        if let Self::Value(value) = self {
            value.each(look);
        }
    }
}

/// A type that a flag or a name can be written into.
#[allow(dead_code, reason = "used if the schemas have such a member")]
pub(crate) trait Accept: Sized {
    /// The value in this type, if it can hold it.
    fn accept(value: Scalar<'_>) -> Option<Self>;
}

impl Accept for bool {
    fn accept(value: Scalar<'_>) -> Option<Self> {
        match value {
            Scalar::Boolean(flag) => Some(flag),
            _ => None,
        }
    }
}

impl Accept for String {
    fn accept(value: Scalar<'_>) -> Option<Self> {
        match value {
            Scalar::Text(text) => Some(text.to_owned()),
            _ => None,
        }
    }
}

impl Accept for i64 {
    fn accept(value: Scalar<'_>) -> Option<Self> {
        match value {
            Scalar::Integer(number) => Some(number),
            Scalar::Number(number) if number.fract() == 0.0 => Some(number as Self),
            _ => None,
        }
    }
}

impl Accept for f64 {
    fn accept(value: Scalar<'_>) -> Option<Self> {
        match value {
            Scalar::Integer(number) => Some(number as Self),
            Scalar::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl Accept for Value {
    fn accept(value: Scalar<'_>) -> Option<Self> {
        Some(match value {
            Scalar::Null => Self::Null,
            Scalar::Boolean(flag) => flag.into(),
            Scalar::Integer(number) => number.into(),
            Scalar::Number(number) => number.into(),
            Scalar::Text(text) => text.into(),
        })
    }
}

impl<T: Accept> Accept for Nullable<T> {
    fn accept(value: Scalar<'_>) -> Option<Self> {
        match value {
            Scalar::Null => Some(Self::Null),
            value => T::accept(value).map(Self::Value),
        }
    }
}
