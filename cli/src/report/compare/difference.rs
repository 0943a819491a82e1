//! A value that differs between two sessions.

use std::borrow::Cow;

use media_collection::report::{Alternative, Certainty, Datum, Field, Value, fields};

use crate::report::json::Told;
use crate::report::shown;

/// A value of one of the sessions.
pub struct Side<'a> {
    pub record: usize,
    pub xdm: Cow<'a, str>,
    /// `None` for custom metadata.
    pub field: Option<&'static Field>,
    pub datum: Option<Cow<'a, Datum>>,
    pub ms: Option<i64>,
    certainty: Certainty,
    pub alternatives: &'a [Alternative],
}

impl<'a> Side<'a> {
    pub fn of(record: usize, value: &'a Value) -> Self {
        Self {
            record,
            xdm: value.xdm(),
            field: Some(value.field()),
            datum: value.datum().map(Cow::Borrowed),
            ms: value.ms(),
            certainty: value.certainty(),
            alternatives: value.alternatives(),
        }
    }

    /// An item of the custom metadata.
    pub fn custom(record: usize, name: &str, value: &str) -> Self {
        Self {
            record,
            xdm: format!("customMetadata[{name}]").into(),
            field: None,
            datum: Some(Cow::Owned(Datum::Text(value.to_owned()))),
            ms: None,
            certainty: Certainty::Exact,
            alternatives: &[],
        }
    }

    pub fn shown(&self) -> String {
        shown::datum(self.datum.as_deref(), self.ms)
    }

    pub fn told(&self) -> Told<'_> {
        Told {
            record: self.record,
            xdm: Cow::Borrowed(&*self.xdm),
            value: self.datum.as_deref(),
            ms: self.ms,
            certainty: self.certainty.as_str(),
            alternatives: self.alternatives,
        }
    }

    fn number(&self) -> Option<f64> {
        self.datum.as_deref().and_then(Datum::number)
    }
}

/// A value that differs; at least one session has it.
pub struct Difference<'a> {
    /// The ad or chapter that has it.
    pub part: String,
    pub xdm: String,
    pub name: String,
    pub a: Option<Side<'a>>,
    pub b: Option<Side<'a>>,
    /// What explains it: sentences.
    pub explained: Vec<String>,
}

impl<'a> Difference<'a> {
    pub fn of(
        part: &str,
        a: Option<Side<'a>>,
        b: Option<Side<'a>>,
        explained: Vec<String>,
    ) -> Option<Self> {
        let side = a.as_ref().or(b.as_ref())?;
        let (xdm, part) = (side.xdm.clone().into_owned(), part.to_owned());
        let name = side.field.map_or_else(|| xdm.clone(), |field| shown::name(field, &xdm));
        Some(Self { part, xdm, name, a, b, explained })
    }

    /// Its place among those of a record: as in the table of a session.
    pub fn order(&self) -> usize {
        let field = self.a.as_ref().or(self.b.as_ref()).and_then(|side| side.field);
        let place = field.and_then(|field| fields().position(|known| known == field));
        place.unwrap_or(usize::MAX)
    }

    /// B less A, if they are numbers. A metric that is absent is 0.
    pub fn difference(&self) -> Option<f64> {
        let [a, b] = [&self.a, &self.b].map(|side| side.as_ref().and_then(Side::number));
        let is_metric = || {
            let side = self.a.as_ref().or(self.b.as_ref());
            side.and_then(|side| side.field).is_some_and(|field| field.is_metric)
        };
        match (a, b) {
            (Some(a), Some(b)) => Some(b - a),
            (Some(a), None) if is_metric() => Some(-a),
            (None, Some(b)) if is_metric() => Some(b),
            _ => None,
        }
    }

    /// The difference with its sign and unit.
    pub fn shown(&self) -> String {
        let is_time = [&self.a, &self.b].into_iter().flatten().any(|side| side.ms.is_some());
        self.difference().map_or(String::new(), |difference| {
            let unit = if is_time { " s" } else { "" };
            let sign = if difference > 0.0 { "+" } else { "" };
            format!("{sign}{}{unit}", shown::number(difference))
        })
    }
}
