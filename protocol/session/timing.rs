//! What is known about the device's clock, and what a time says about it.

use serde::{Deserialize, Serialize};

/// What was concluded about the device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ClockStep {
    /// The clock was set back. Times keep their differences: from here on they are recorded later
    /// than they are given.
    SetBack,
    /// The time is not one at which a session can happen, or no device sleeps that long. The event
    /// was recorded with an estimated time.
    Disbelieved,
    /// The clock has returned from an earlier step. Events that were recorded too late because of
    /// that step were moved back, unless they were sent.
    Returned,
    /// The clock was wrong from the start of the session, and was set to the real time. All events
    /// were moved to the real time, unless they were sent.
    SetRight,
}

/// How events were recorded because the device's clock was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ClockChange {
    /// What was concluded.
    pub step: ClockStep,
    /// By how many milliseconds the events before this one were moved; 0 if they were not.
    pub moved_by: i64,
    /// How many earlier events were moved, the start among them.
    pub moved: usize,
    /// Whether events that should have been moved had been sent already, so that a new online
    /// session begins with the events that were not.
    pub new_session: bool,
}

/// A step of the device's clock, or what may be one.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Step {
    /// By how many milliseconds the clock jumped, compared with the time that passed.
    pub(super) by: i64,
    /// How many events were recorded since, including the first one after the step.
    pub(super) since: u32,
    /// A jump forward that was recorded as time that passed: the device may have slept.
    pub(super) kept: bool,
}

/// The most steps that are remembered.
pub(super) const MAX_STEPS: usize = 4;

/// What is known about the device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Clock {
    /// Recorded time minus given time, in milliseconds.
    pub(super) offset: i64,
    /// The last steps, oldest first. Those with `by` 0 are unused and come first.
    pub(super) steps: [Step; MAX_STEPS],
    /// The clock jumped by so much that it was set, if the next reading confirms it.
    pub(super) unconfirmed: i64,
    /// Events are sent at once, so that none can be moved.
    #[serde(skip)]
    pub(super) sent_at_once: bool,
}

/// By how much earlier events move: event by event, from the last one back.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Moves {
    /// How many of the last events move, and by how many milliseconds.
    pub(super) moves: [(u32, i64); MAX_STEPS],
}

impl Moves {
    /// All events.
    pub(super) fn all(by: i64) -> Self {
        let mut moves = Self::default();
        moves.moves[0] = (u32::MAX, by);
        moves
    }

    /// By how much an event moves after which this many were recorded.
    pub(crate) fn by(&self, after: usize) -> i64 {
        let moved =
            self.moves.iter().filter(|(last, _)| *last == u32::MAX || after < *last as usize);
        moved.fold(0, |sum, (_, by)| sum.saturating_add(*by))
    }

    /// How many of the last events move.
    pub(crate) fn last(&self) -> usize {
        self.moves.iter().filter(|(_, by)| *by != 0).map(|(last, _)| *last).max().unwrap_or(0)
            as usize
    }
}

/// What a time that is out of the ordinary says about the clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Timing {
    /// What is known about the clock now.
    pub(crate) clock: Clock,
    pub(super) step: Option<ClockStep>,
    /// How earlier events move.
    pub(crate) moves: Moves,
}

impl Timing {
    /// How earlier events move, if they do.
    pub(crate) fn moves(&self) -> Option<&Moves> {
        (self.moves.last() > 0).then_some(&self.moves)
    }

    /// What a recorder tells about it.
    pub(super) fn change(&self, moved: Moved) -> Option<ClockChange> {
        let Moved { events, new_session } = moved;
        let moved_by = if events > 0 { self.moves.by(0) } else { 0 };
        Some(ClockChange { step: self.step?, moved_by, moved: events, new_session })
    }
}

/// What a sink moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moved {
    /// How many events.
    pub(crate) events: usize,
    /// Other events were sent, so a new session begins with those that were not.
    pub(crate) new_session: bool,
}
