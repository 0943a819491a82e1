//! How far an online session was sent, when the device's clock is set.

use super::clock_set::ClockSet;
use super::sending::Progress;
use crate::event::PlayerTime;

impl Progress {
    /// How many of the recorded events that wait do not move: those in flight, and those that were
    /// when the clock was set before.
    pub(crate) fn held(&self, in_flight: usize) -> usize {
        self.clock.map_or(in_flight, |set| set.in_flight.max(in_flight))
    }

    /// The clock was set, and the events that were sent, and those in flight, should have moved by
    /// this. Whether a new session has to begin with those that were not.
    pub(crate) fn set_clock(&mut self, in_flight: usize, by: i64) -> bool {
        let before = self.clock.map_or(0, |set| set.by);
        let by = before.saturating_add(by);
        let in_flight = self.held(in_flight);
        self.clock = (by != 0).then_some(ClockSet { in_flight, by });
        self.clock.is_some()
    }

    /// The time that something should have had that was sent.
    pub(crate) fn right(&self, mut sent: PlayerTime) -> PlayerTime {
        let by = self.clock.map_or(0, |set| set.by);
        sent.shift(by);
        sent
    }

    /// After which of the recorded events that wait, counted from the last, the present session has
    /// its time: a session that replaces another begins with the first that waits.
    pub(crate) fn anchor(&self, waiting: usize, held: usize) -> usize {
        let begins = self.reopened > 0 && self.events_taken == 0 && held == 0;
        waiting.saturating_sub(usize::from(begins))
    }

    /// A new session begins, with the right times.
    pub(crate) fn take_clock(&mut self) -> ClockSet {
        let set = self.clock.take().unwrap_or_default();
        self.shift(set.by);
        set
    }

    /// The events that wait, and the start that is to be sent, have moved.
    pub(crate) fn shift(&mut self, by: i64) {
        if let Some(standing) = &mut self.standing {
            standing.shift(by);
        }
    }
}
