//! The times of recorded events, when the device's clock is set during a session.
//!
//! Recorded time is given time plus an offset. The offset changes when the clock is set back, so
//! that differences between events are kept. All decisions are made from one reading and a few
//! remembered steps, in constant memory.

use std::ops::Range;

use super::timing::{Clock, ClockStep, MAX_STEPS, Moves, Step, Timing};
use crate::event::PlayerTime;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const DAY: i64 = 24 * 60 * MINUTE;

/// Callbacks come in another order by this much without any clock being set. The back end sorts
/// such events.
const DISORDER: i64 = SECOND;

/// A callback that comes late by up to this much has an earlier playhead, too. The back end sorts
/// events within a window of this length.
const LATE_CALLBACK: i64 = 5 * SECOND;

/// An interval may be longer than the playhead's movement by this much, without being remembered
/// as a possible step of the clock.
const STALL: i64 = 5 * SECOND;

/// There is an event at least this often, if the player sends pings.
const LONGEST_INTERVAL: i64 = MINUTE + SECOND;

/// A longer movement of the playhead between two events is a seek.
const LONGEST_MOVEMENT: f64 = 600_000.0;

/// The most by which a clock that returns may be off.
const LONGEST_ERROR: i64 = 30 * MINUTE;

/// No device sleeps longer in the middle of a session. A longer jump is a clock that was set.
const LONGEST_SLEEP: i64 = 7 * DAY;

/// 2017, when the API began. An earlier clock was never set.
pub(crate) const EARLIEST: i64 = 1_483_228_800_000;

/// Times at which a session can happen: up to 2099.
const POSSIBLE: Range<i64> = EARLIEST..4_102_444_800_000;

/// Times beyond this (90 million years) are cut off, so that sums of them do not overflow.
const FURTHEST: i64 = i64::MAX / 4;

/// The time to record, and what it says about the clock.
type Reading = (i64, Timing);

/// What the playhead says about the time that passed since the last event.
#[derive(Clone, Copy)]
struct Passed {
    /// The movement of the playhead in milliseconds, while something plays.
    moved: Option<i64>,
}

impl Passed {
    fn new(last: PlayerTime, given: PlayerTime, plays: bool) -> Self {
        let moved = (given.seconds() - last.seconds()) * 1_000.0;
        let is_known = plays && moved.abs() <= LONGEST_MOVEMENT;
        Self { moved: is_known.then_some(moved as i64) }
    }

    /// The time that passed as far as the playhead says; 0 if it says nothing.
    fn expected(self) -> i64 {
        self.moved.map_or(0, |moved| moved.max(0))
    }

    /// The time that passed, at least the millisecond by which two events differ.
    fn estimated(self) -> i64 {
        self.expected().max(1)
    }

    /// The longest interval that is nothing out of the ordinary.
    fn longest(self) -> i64 {
        match self.expected() {
            0 => LONGEST_INTERVAL,
            expected => expected + STALL,
        }
    }

    /// Whether the callback came in another order than it happened: the clock was not set.
    fn is_disorder(self, interval: i64) -> bool {
        let is_late = interval >= -LATE_CALLBACK
            && self.moved.is_some_and(|moved| {
                moved < 0 && moved.saturating_sub(interval).saturating_abs() <= DISORDER
            });
        interval <= 0 && (interval >= -DISORDER || is_late)
    }

    /// Whether an interval of this length is plausible, if the clock has returned from steps of
    /// this sum: it is far nearer to what passed than to the steps.
    fn is_plausible(self, interval: i64, steps: i64) -> bool {
        let far = steps.saturating_abs();
        let least = (far / 4).clamp(DISORDER, LONGEST_ERROR);
        let most = if far > LONGEST_SLEEP { LONGEST_SLEEP } else { least };
        (-least..=most).contains(&interval.saturating_sub(self.expected()))
    }
}

impl Clock {
    /// Whether nothing is known but the time.
    pub(crate) fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// A clock of events that are sent at once.
    pub(crate) fn sent_at_once(self) -> Self {
        Self { sent_at_once: true, ..self }
    }

    /// Another event was recorded.
    #[inline]
    pub(super) fn recorded(&mut self) {
        if self.has_steps() {
            self.recorded_more(1);
        }
    }

    fn has_steps(&self) -> bool {
        self.steps[MAX_STEPS - 1].by != 0
    }

    /// More events were recorded.
    pub(crate) fn recorded_more(&mut self, events: u32) {
        for step in self.steps.iter_mut().filter(|step| step.by != 0) {
            step.since = step.since.saturating_add(events);
        }
    }

    /// The time to record for an event with this time, and what it says about the clock, if it is
    /// out of the ordinary. `plays` says whether the content or an ad was playing since the last
    /// event.
    #[inline]
    pub(super) fn read(
        &self,
        given: PlayerTime,
        last: PlayerTime,
        plays: bool,
    ) -> (i64, Option<Box<Timing>>) {
        let given_ts = given.ts().clamp(-FURTHEST, FURTHEST);
        let ts = given_ts.saturating_add(self.offset);
        let interval = ts.saturating_sub(last.ts());
        let passed = Passed::new(last, given, plays);
        if interval > 0 && interval <= passed.longest() && self.unconfirmed == 0 {
            return (ts, None);
        }
        self.read_unusual(given_ts, last, passed)
    }

    /// Out of line, because it is rare.
    #[cold]
    fn read_unusual(
        &self,
        given: i64,
        last: PlayerTime,
        passed: Passed,
    ) -> (i64, Option<Box<Timing>>) {
        let ts = given.saturating_add(self.offset);
        let interval = ts.saturating_sub(last.ts());
        let is_wrong = POSSIBLE.contains(&last.ts()) && !POSSIBLE.contains(&given);
        if passed.is_disorder(interval) && !is_wrong {
            return (last.ts().saturating_add(1), None);
        }
        let clock = Self { unconfirmed: 0, ..*self };
        let (ts, timing) = self
            .confirmed(ts, interval)
            .or_else(|| clock.set_right(given, last, passed))
            .or_else(|| clock.returned(given, interval, last, passed))
            .unwrap_or_else(|| clock.stepped(given, last, passed));
        (ts, Some(Box::new(timing)))
    }

    /// The clock goes on from a time that was not believed: it was set to the real time.
    fn confirmed(&self, ts: i64, interval: i64) -> Option<Reading> {
        let by = self.unconfirmed;
        let continues = by != 0 && (1..=LONGEST_SLEEP).contains(&interval);
        (continues && !self.sent_at_once).then(|| {
            let clock = Self { offset: self.offset.saturating_add(by), ..Self::default() };
            (ts.saturating_add(by), clock.with_moves(ClockStep::SetRight, Moves::all(by)))
        })
    }

    /// The session began at an impossible time, and the clock is right now.
    fn set_right(self, given: i64, last: PlayerTime, passed: Passed) -> Option<Reading> {
        if self.sent_at_once || POSSIBLE.contains(&last.ts()) || !POSSIBLE.contains(&given) {
            return None;
        }
        // Wraps where the session began at an end of the range, and comes out right.
        let by = given.saturating_sub(passed.estimated()).wrapping_sub(last.ts());
        Some((given, Self::default().with_moves(ClockStep::SetRight, Moves::all(by))))
    }

    fn with_moves(self, step: ClockStep, moves: Moves) -> Timing {
        Timing { clock: self, step: Some(step), moves }
    }

    /// The clock has returned from its last steps.
    fn returned(
        mut self,
        given: i64,
        interval: i64,
        last: PlayerTime,
        passed: Passed,
    ) -> Option<Reading> {
        let first = self.returns_before(interval, passed)?;
        let mut moves = Moves::default();
        let mut last_ts = last.ts();
        for (step, moved) in self.steps[first..].iter().zip(&mut moves.moves) {
            if step.kept {
                *moved = (step.since, step.by.saturating_neg());
                last_ts = last_ts.saturating_sub(step.by);
            } else {
                self.offset = self.offset.saturating_add(step.by);
            }
        }
        self.steps[first..].fill(Step::default());
        self.steps.rotate_right(MAX_STEPS - first);
        let mut ts = given.saturating_add(self.offset);
        if ts.saturating_sub(last_ts) < -DISORDER {
            // An interval was estimated as too long.
            ts = last_ts.saturating_add(passed.estimated());
            self.offset = ts.saturating_sub(given);
        }
        let ts = ts.max(last_ts.saturating_add(1));
        Some((ts, self.with_moves(ClockStep::Returned, moves)))
    }

    /// The index of the first step from which the clock has returned.
    fn returns_before(&self, interval: i64, passed: Passed) -> Option<usize> {
        let mut best = None;
        let mut sum = 0_i64;
        for (index, step) in self.steps.iter().enumerate().rev() {
            if step.by == 0 || self.sent_at_once && step.kept {
                break;
            }
            sum = sum.saturating_add(step.by);
            let interval = interval.saturating_add(sum);
            let error = interval.saturating_sub(passed.expected()).saturating_abs();
            if passed.is_plausible(interval, sum) && best.is_none_or(|(_, least)| error < least) {
                best = Some((index, error));
            }
        }
        best.map(|(index, _)| index)
    }

    /// The clock was set, or the device has slept.
    fn stepped(mut self, given: i64, last: PlayerTime, passed: Passed) -> Reading {
        let is_possible = POSSIBLE.contains(&given) || !POSSIBLE.contains(&last.ts());
        let was_possible = POSSIBLE.contains(&last.ts().saturating_sub(self.offset));
        let [.., top] = self.steps;
        if !was_possible && top.by != 0 && !top.kept {
            // After a wrong reading: no clock returns to it, so the two steps are one.
            self.offset = self.offset.saturating_add(top.by);
            self.steps[MAX_STEPS - 1] = Step::default();
            self.steps.rotate_right(1);
        }
        let ts = given.saturating_add(self.offset);
        let interval = ts.saturating_sub(last.ts());
        let by = interval.saturating_sub(passed.estimated());
        let kept = is_possible && (1..=LONGEST_SLEEP).contains(&interval);
        self.remember(Step { by, since: 0, kept });
        let moves = Moves::default();
        if kept {
            return (ts, Timing { clock: self, step: None, moves });
        }
        self.offset = self.offset.saturating_sub(by);
        let goes_back = is_possible && interval <= 0;
        if is_possible && !goes_back {
            self.unconfirmed = by;
        }
        let step = if goes_back { ClockStep::SetBack } else { ClockStep::Disbelieved };
        (last.ts().saturating_add(passed.estimated()), self.with_moves(step, moves))
    }

    /// Remembers a step. If there are too many, the smallest is forgotten.
    fn remember(&mut self, step: Step) {
        let smallest = |(_, step): &(usize, &Step)| step.by.saturating_abs();
        let smallest = self.steps.iter().enumerate().min_by_key(smallest);
        let forgotten = smallest.map_or(0, |(index, _)| index);
        self.steps[forgotten..].rotate_left(1);
        self.steps[MAX_STEPS - 1] = step;
    }
}
