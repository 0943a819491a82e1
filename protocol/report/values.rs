//! Values of a record, as they are made.

use std::fmt::Write as _;

use super::amount::{Amount, Made};
use super::field::Field;
use super::options::ReportOptions;
use super::value::{Alternative, Datum, Value};

/// The reading of the second engine.
pub(super) const BY_CLAMP: &str = "with the clamp of Adobe's older clients: an interval is as long as the shorter of time and playhead";
/// The reading of the first engine.
pub(super) const BY_TIME: &str = "by timestamps alone, as documented for this API";

/// The reading of an ad that begins while the content is paused.
pub(super) const AD_PLAYS: &str = "if an ad plays although the content was paused before it";

/// The reading of an interval at whose end a stall is over.
pub(super) const MOVES_ON: &str =
    "if the interval in which the playhead moves again is not part of the stall";

/// Gaps in ad breaks that are no more in all, in milliseconds, are only timestamps that differ, as
/// the documentation wants them to.
pub(super) const TOLD_GAP: i64 = 250;

/// A range as text.
pub(super) fn range(before: &str, from: i64, to: i64, after: &str) -> String {
    let mut text = String::with_capacity(24);
    let _ = write!(text, "{before}{from}-{to}{after}");
    text
}

/// Values of a record, as they are made.
pub(super) struct Values<'a> {
    pub(super) options: &'a ReportOptions,
    pub(super) values: Vec<Value>,
}

impl<'a> Values<'a> {
    /// With room for so many.
    pub(super) fn new(options: &'a ReportOptions, room: usize) -> Self {
        Self { options, values: Vec::with_capacity(room) }
    }

    #[inline(always)]
    pub(super) fn add(&mut self, value: Value) {
        if value.is_told() {
            self.values.push(value);
        }
    }

    #[inline(always)]
    pub(super) fn flag(&mut self, field: &'static Field, made: Option<Made>) {
        self.add(Value::new(field, made.map(|_| Datum::Flag), made));
    }

    pub(super) fn seconds(&self, ms: i64) -> Option<Datum> {
        Some(self.options.seconds(ms)).filter(|seconds| *seconds != 0).map(Datum::Integer)
    }

    #[inline(always)]
    pub(super) fn time(&self, field: &'static Field, amount: Amount) -> Value {
        let mut value = Value::new(field, self.seconds(amount.value), amount.made);
        value.ms = (amount.value != 0).then_some(amount.value);
        value
    }

    /// Another reading of a time.
    #[inline(always)]
    pub(super) fn or_time(&self, value: Value, ms: i64, doubt: &'static str) -> Value {
        let datum = self.seconds(ms);
        let ms = (ms != 0).then_some(ms);
        value.or(Alternative { datum, ms, doubt })
    }

    #[inline(always)]
    pub(super) fn count(&mut self, field: &'static Field, amount: Amount) -> Value {
        Value::new(field, counted(amount.value), amount.made)
    }
}

pub(super) fn counted(count: i64) -> Option<Datum> {
    (count != 0).then_some(Datum::Integer(count))
}

/// A flag of another reading.
pub(super) fn flag_if(is_set: bool) -> Option<Datum> {
    is_set.then_some(Datum::Flag)
}
