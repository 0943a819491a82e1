//! What is summed over a session, with the events that made it.

use serde::{Deserialize, Serialize};

/// The events that made a value, by their indices in the order of arrival. No session has so many
/// events that they need more than 32 bits, and every value has one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Made {
    first: u32,
    /// Where the latest addition begins.
    from: u32,
    last: u32,
}

fn index(event: usize) -> u32 {
    u32::try_from(event).unwrap_or(u32::MAX)
}

impl Made {
    pub(super) fn at(event: usize) -> Self {
        Self::then(None, event)
    }

    /// The same, and then this event.
    pub(super) fn then(before: Option<Self>, event: usize) -> Self {
        Self::between(before, event, event)
    }

    /// The same, and then what lies between these events.
    pub(super) fn between(before: Option<Self>, from: usize, to: usize) -> Self {
        let from = index(from);
        Self { first: before.map_or(from, |before| before.first), from, last: index(to) }
    }

    /// What made both of two parts of a value.
    pub(super) fn both(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        let (Some(a), Some(b)) = (one, other) else { return one.or(other) };
        let latest = if a.last >= b.last { a } else { b };
        Some(Self { first: a.first.min(b.first), ..latest })
    }

    pub(super) fn first(self) -> usize {
        self.first as usize
    }

    /// Where the latest addition begins.
    pub(super) fn from(self) -> usize {
        self.from as usize
    }

    pub(super) fn last(self) -> usize {
        self.last as usize
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
            self.made = Some(Made::between(self.made, from, to));
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
            self.made = Some(Made::between(self.made, from, to));
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
