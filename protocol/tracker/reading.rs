//! What the clocks say.

use serde::{Deserialize, Serialize};

use super::moment::Moment;
use super::rules::Rules;
use super::state::{At, State};
use crate::session::EARLIEST;

/// No device sleeps longer in the middle of a viewing: the clock was set.
const LONGEST_SLEEP: i64 = 366 * 24 * 60 * 60 * 1_000;

/// A start that is so much earlier than the last event: the wall clock was set back.
const SET_BACK: i64 = 1_000;

/// The last reading of the clocks, and how the tracker's time follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Reading {
    /// By the monotonic clock.
    now: Option<i64>,
    /// The tracker's time minus the monotonic clock.
    skew: i64,
    /// The timestamp minus the monotonic clock.
    wall: i64,
    /// By the wall clock.
    seen: i64,
}

impl Reading {
    /// When a call is made.
    pub(super) fn at(&mut self, moment: Moment, rules: &Rules, state: &mut State) -> At {
        let Moment { now, ts } = moment;
        self.seen = ts;
        if !rules.steady {
            self.now = Some(now);
            return At { time: ts, ts };
        }
        let passed = self.now.map_or(0, |last| now.saturating_sub(last));
        if !(0..=LONGEST_SLEEP).contains(&passed) {
            // The clock is not monotonic, and was set: the timers go on. After it was set back the
            // timestamps do as well, until the next viewing.
            self.skew = self.skew.saturating_sub(passed);
            if passed < 0 {
                self.wall = self.wall.saturating_sub(passed);
            }
        }
        self.now = Some(now);
        let at = now.saturating_add(self.wall);
        if state.media.is_none() || (at < EARLIEST && ts >= EARLIEST) {
            self.wall = ts.saturating_sub(now);
        }
        if state.media.is_none() && ts.saturating_add(SET_BACK) < state.last_ts {
            state.last_ts = i64::MIN;
        }
        At { time: self.time(now), ts: now.saturating_add(self.wall) }
    }

    /// When something is due, by the monotonic clock.
    pub(super) fn due(&self, time: i64, rules: &Rules) -> i64 {
        if rules.steady { time.saturating_sub(self.skew) } else { time }
    }

    /// When the last call was made.
    pub(super) fn last(&self) -> At {
        let now = self.now.unwrap_or_default();
        At { time: self.time(now), ts: now.saturating_add(self.wall) }
    }

    fn time(&self, now: i64) -> i64 {
        now.saturating_add(self.skew)
    }

    /// So many milliseconds have passed since.
    #[cfg(feature = "store")]
    pub(super) fn advance(&mut self, millis: i64) {
        self.now = self.now.map(|now| now.saturating_add(millis));
        self.seen = self.seen.saturating_add(millis);
    }

    /// Goes on with other clocks, after the end of the process. Returns how long it lasted: that
    /// is known by the wall clock alone.
    pub(super) fn resume(&mut self, moment: Moment) -> i64 {
        let passed = moment.ts.saturating_sub(self.seen).max(0);
        let At { time, ts } = self.last();
        self.skew = time.saturating_add(passed).saturating_sub(moment.now);
        self.wall = ts.saturating_add(passed).saturating_sub(moment.now);
        (self.now, self.seen) = (Some(moment.now), moment.ts);
        passed
    }
}
