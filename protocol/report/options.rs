//! The points on which the documents disagree and one has to choose.

use serde::{Deserialize, Serialize};

/// When a progress marker counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Markers {
    /// When the content is played across it. Markers that a seek forward skips do not count. Five
    /// sources say so.
    #[default]
    Crossed,
    /// When the playhead is at it or beyond, however it got there. One example says so.
    Reached,
}

/// How long an interval of play is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum TimeSpent {
    /// As long as the timestamps say. It is documented for this API.
    #[default]
    Timestamps,
    /// If timestamps and playhead differ by more than 2 seconds, as long as the shorter of the two
    /// says. Adobe's older clients do this to the content, not to ads.
    Clamped,
}

/// How milliseconds become seconds. No source says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Rounding {
    /// To the nearest second.
    #[default]
    Nearest,
    /// Down.
    Down,
}

/// How long a player state lasts that is active when the session closes. No source says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum OpenStates {
    /// Until the session is closed; if it completes, until its last event.
    #[default]
    UntilClose,
    /// Until the last event.
    UntilLastEvent,
    /// No time at all: only what ends is counted.
    Discarded,
}

/// Choices for a report. The defaults are what most sources say.
///
/// ```
/// use media_collection::report::{Markers, ReportOptions};
///
/// let options = ReportOptions::new().markers(Markers::Reached).session_id("a1b2c3");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReportOptions {
    pub(super) markers: Markers,
    pub(super) time_spent: TimeSpent,
    pub(super) rounding: Rounding,
    pub(super) open_states: OpenStates,
    pub(super) downloaded: Option<bool>,
    pub(super) session_id: Option<String>,
}

impl ReportOptions {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// When a progress marker counts.
    #[must_use]
    pub fn markers(self, markers: Markers) -> Self {
        Self { markers, ..self }
    }

    /// How long an interval of play is.
    #[must_use]
    pub fn time_spent(self, time_spent: TimeSpent) -> Self {
        Self { time_spent, ..self }
    }

    /// How milliseconds become seconds.
    #[must_use]
    pub fn rounding(self, rounding: Rounding) -> Self {
        Self { rounding, ..self }
    }

    /// How long a player state lasts that is active when the session closes.
    #[must_use]
    pub fn open_states(self, open_states: OpenStates) -> Self {
        Self { open_states, ..self }
    }

    /// Whether the session is a batch of downloaded content. By default `media.downloaded` of its
    /// start says so; the older endpoint for batches takes starts without it.
    #[must_use]
    pub fn downloaded(self, downloaded: bool) -> Self {
        Self { downloaded: Some(downloaded), ..self }
    }

    /// The id that the collector gave the session. Records then have it.
    #[must_use]
    pub fn session_id(self, session_id: impl Into<String>) -> Self {
        Self { session_id: Some(session_id.into()), ..self }
    }

    /// A number without its fraction.
    pub(super) fn whole(&self, number: f64) -> i64 {
        match self.rounding {
            Rounding::Nearest => number.round() as i64,
            Rounding::Down => number.floor() as i64,
        }
    }

    /// Seconds, as reported.
    pub(super) fn seconds(&self, ms: i64) -> i64 {
        let rest = ms.rem_euclid(1_000);
        let up = self.rounding == Rounding::Nearest && rest >= 500;
        ms.div_euclid(1_000) + i64::from(up)
    }
}
