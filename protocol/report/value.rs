//! A value of a record: what is reported, how certain it is, and what made it.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::amount::Made;
use super::field::{Certainty, Field};

/// What a field is set to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Datum {
    /// A flag, which is only ever true: a flag that is not set is absent.
    Flag,
    /// A count, or seconds.
    Integer(i64),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
}

/// As it stands in the record.
impl Serialize for Datum {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Flag => serializer.serialize_bool(true),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Texts(texts) => texts.serialize(serializer),
        }
    }
}

impl fmt::Display for Datum {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag => to.pad("true"),
            Self::Integer(number) => number.fmt(to),
            Self::Number(number) => number.fmt(to),
            Self::Text(text) => to.pad(text),
            Self::Texts(texts) => to.pad(&texts.join(", ")),
        }
    }
}

impl Datum {
    /// The number, if it is one. A flag counts as 1, as Analytics counts it.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Flag => Some(1.0),
            Self::Integer(number) => Some(*number as f64),
            Self::Number(number) => Some(*number),
            Self::Text(_) | Self::Texts(_) => None,
        }
    }
}

/// What a value would be if another source is right.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Alternative {
    /// The value; `None` if it would be absent.
    #[serde(rename = "value")]
    pub datum: Option<Datum>,
    /// The time in milliseconds, if it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ms: Option<i64>,
    /// Whose reading it is, or what would have to be so: a sentence.
    pub doubt: &'static str,
}

impl Alternative {
    pub(super) fn new(datum: Option<Datum>, doubt: &'static str) -> Self {
        Self { datum, ms: None, doubt }
    }
}

/// A value of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    pub(super) field: &'static Field,
    /// Of which entry of a list.
    pub(super) entry: Option<Arc<str>>,
    pub(super) datum: Option<Datum>,
    pub(super) ms: Option<i64>,
    pub(super) certainty: Certainty,
    pub(super) alternatives: Vec<Alternative>,
    pub(super) made: Option<Made>,
}

impl Value {
    #[inline(always)]
    pub(super) fn new(field: &'static Field, datum: Option<Datum>, made: Option<Made>) -> Self {
        let certainty = field.certainty;
        Self { field, entry: None, datum, ms: None, certainty, alternatives: Vec::new(), made }
    }

    /// Adds another reading, if it gives something else. What is certain is then only rough.
    #[inline(always)] // Values are large: moved by a call, they are most of what a record costs.
    pub(super) fn or(mut self, alternative: Alternative) -> Self {
        if self.datum != alternative.datum {
            self.adds(alternative);
        }
        self
    }

    #[inline(never)]
    fn adds(&mut self, alternative: Alternative) {
        let is_known = |known: &Alternative| known.datum == alternative.datum;
        if !self.alternatives.iter().any(is_known) {
            self.alternatives.push(alternative);
            self.certainty = self.certainty.max(Certainty::Rough);
        }
    }

    /// Adds a reading that Adobe's own sample does not follow, so that the value stays as certain.
    pub(super) fn or_hardly(self, alternative: Alternative) -> Self {
        let certainty = self.certainty;
        Self { certainty, ..self.or(alternative) }
    }

    /// Whether it says anything: a value that is absent does so by a time that is no whole second,
    /// or by what it could be.
    pub(super) fn is_told(&self) -> bool {
        self.datum.is_some() || self.ms.is_some() || !self.alternatives.is_empty()
    }

    /// The field.
    #[must_use]
    pub fn field(&self) -> &'static Field {
        self.field
    }

    /// The path in the record, such as `sessionDetails.timePlayed` or `states[mute].time`.
    #[must_use]
    pub fn xdm(&self) -> Cow<'static, str> {
        match &self.entry {
            Some(entry) => self.field.xdm.replace("[]", &format!("[{entry}]")).into(),
            None => self.field.xdm.into(),
        }
    }

    /// What is reported; `None` if the record does not have the field: it is a [time](Self::ms) that
    /// is rounded to nothing, or would be there by [another reading](Self::alternatives).
    #[must_use]
    pub fn datum(&self) -> Option<&Datum> {
        self.datum.as_ref()
    }

    /// The time in milliseconds, before it is rounded to seconds, if the value is a time.
    #[must_use]
    pub fn ms(&self) -> Option<i64> {
        self.ms
    }

    /// How certain the value is.
    #[must_use]
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// What it would be by other readings of the documents.
    #[must_use]
    pub fn alternatives(&self) -> &[Alternative] {
        &self.alternatives
    }

    /// The first and the last event that made it, as indices in the order of arrival. A time is made
    /// by the events at both ends of each interval.
    #[must_use]
    pub fn events(&self) -> Option<(usize, usize)> {
        self.made.map(|made| (made.first(), made.last()))
    }
}
