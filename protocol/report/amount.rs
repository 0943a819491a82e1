//! What is summed over a session, with the events that made it.

use serde::{Deserialize, Serialize};

/// The events that made a value, by their indices in the order of arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Made {
    pub(super) first: usize,
    /// Where the latest addition begins.
    pub(super) from: usize,
    pub(super) last: usize,
}

impl Made {
    pub(super) const fn at(event: usize) -> Self {
        Self { first: event, from: event, last: event }
    }

    /// The same, and then this event.
    pub(super) fn then(before: Option<Self>, event: usize) -> Self {
        Self { first: before.map_or(event, |before| before.first), from: event, last: event }
    }

    /// What made both of two parts of a value.
    pub(super) fn both(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        let (Some(a), Some(b)) = (one, other) else { return one.or(other) };
        let latest = if a.last >= b.last { a } else { b };
        Some(Self { first: a.first.min(b.first), ..latest })
    }
}

/// A count, or milliseconds. It never overflows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Amount {
    pub(super) value: i64,
    pub(super) made: Option<Made>,
}

impl Amount {
    /// Counts one event.
    pub(super) fn count(&mut self, event: usize) {
        self.add(1, event, event);
    }

    /// Adds what lies between two events.
    pub(super) fn add(&mut self, by: i64, from: usize, to: usize) {
        if by > 0 {
            self.value = self.value.saturating_add(by);
            let first = self.made.map_or(from, |made| made.first);
            self.made = Some(Made { first, from, last: to });
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        let made = Made::both(self.made, other.made);
        Self { value: self.value.saturating_add(other.value), made }
    }
}

/// An average, weighted by time.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Weighted {
    #[serde(with = "crate::session::any_number")]
    sum: f64,
    #[serde(with = "crate::session::any_number")]
    ms: f64,
    pub(super) made: Option<Made>,
}

impl Weighted {
    pub(super) fn add(&mut self, value: f64, ms: i64, from: usize, to: usize) {
        if ms > 0 {
            self.sum += value * ms as f64;
            self.ms += ms as f64;
            let first = self.made.map_or(from, |made| made.first);
            self.made = Some(Made { first, from, last: to });
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        let made = Made::both(self.made, other.made);
        Self { sum: self.sum + other.sum, ms: self.ms + other.ms, made }
    }

    pub(super) fn average(&self) -> Option<f64> {
        let average = self.sum / self.ms;
        (self.ms > 0.0 && average.is_finite()).then_some(average)
    }
}
