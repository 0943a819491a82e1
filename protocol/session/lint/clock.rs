//! Rules about timestamps alone.

use serde::{Deserialize, Serialize};

use super::finding::{Finding, Place};
use super::step::{AT_ODDS, MAX_SPEED, MINUTE, Passed, SECOND, SinceLast, seconds};
use crate::session::rules::Rule;

const DAY: i64 = 24 * 60 * MINUTE;
/// 2000-01-01. Seconds since 1970 are earlier, read as milliseconds.
const EARLIEST: i64 = 946_684_800_000;
/// 2100-01-01. Microseconds since 1970 are later, read as milliseconds.
const LATEST: i64 = 4_102_444_800_000;

/// The back end closes a session after so long without an event.
pub(super) const LONGEST_GAP: i64 = 10 * MINUTE;

/// What the timestamps have said.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Clock {
    /// The end of the time that a session may last.
    until: i64,
    /// Whether the last timestamp was in another unit.
    in_other_unit: bool,
    is_long: bool,
    /// The timestamp before the last one, if time went back there.
    ahead: Option<i64>,
    /// A gap before the last event. If the next one goes back, it was no gap, but one wrong
    /// timestamp.
    gap: Option<Gap>,
    /// Nothing is to be said of events up to here, if they are not too early. It follows from the
    /// fields above.
    calm_until: i64,
}

/// The clock of a session whose start is missing.
impl Default for Clock {
    fn default() -> Self {
        Self::with(i64::MAX, false)
    }
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Gap {
    rule: Rule,
    event: usize,
}

impl Clock {
    const fn with(until: i64, in_other_unit: bool) -> Self {
        let clock =
            Self { until, in_other_unit, is_long: false, ahead: None, gap: None, calm_until: 0 };
        Self { calm_until: clock.is_calm_until(), ..clock }
    }

    const fn is_calm_until(&self) -> i64 {
        if self.in_other_unit || self.ahead.is_some() || self.gap.is_some() {
            i64::MIN
        } else if self.is_long || self.until >= LATEST {
            LATEST - 1
        } else {
            self.until
        }
    }

    /// A session starts.
    pub(super) fn begin<F: FnMut(Finding)>(&mut self, ts: i64, place: &mut Place<'_, F>) {
        *self = Self::with(ts.saturating_add(DAY + MINUTE), !is_time(ts));
        // The sender constraints report a negative timestamp.
        if self.in_other_unit && ts >= 0 {
            place.add(Rule::TimeUnit);
        }
    }

    /// Whether nothing is to be said of an event at this time, if not too much passed since the
    /// last one, which this has looked at.
    #[inline]
    pub(super) const fn is_calm(&self, ts: i64) -> bool {
        ts <= self.calm_until
    }

    /// The milliseconds since the event before.
    #[cold]
    pub(super) fn passed<F: FnMut(Finding)>(
        &mut self,
        ts: i64,
        last: Option<i64>,
        displaced: Option<Rule>,
        place: &mut Place<'_, F>,
    ) -> Passed {
        let passed = self.judge(ts, last, displaced, place);
        self.calm_until = self.is_calm_until();
        passed.map_or(Passed::UNKNOWN, Passed::of)
    }

    fn judge<F: FnMut(Finding)>(
        &mut self,
        ts: i64,
        last: Option<i64>,
        displaced: Option<Rule>,
        place: &mut Place<'_, F>,
    ) -> Option<i64> {
        let in_other_unit = !is_time(ts);
        let was = std::mem::replace(&mut self.in_other_unit, in_other_unit);
        if in_other_unit || was {
            if in_other_unit && !was && ts >= 0 {
                place.add(Rule::TimeUnit);
            }
            self.until = ts.saturating_add(DAY + MINUTE);
            return None;
        }
        if let Some(rule) = displaced {
            place.add(rule);
            if rule == Rule::TimeMovesForward {
                self.gap = None;
                self.ahead = last;
                return None;
            }
        }
        // Only one timestamp was wrong if the next one is as if there had been none.
        let ahead = self.ahead.take().filter(|ahead| *ahead <= ts);
        let passed = ts.saturating_sub(ahead.or(last)?);
        // There was an event meanwhile, but nobody knows when.
        let is_known = ahead.is_none() || !(MINUTE..=LONGEST_GAP).contains(&passed);
        (passed >= 0 && is_known).then_some(passed)
    }

    /// Reports the gap before the last event.
    #[inline]
    pub(super) fn report_gap<F: FnMut(Finding)>(&mut self, found: &mut F) {
        self.tell_gap(found);
        self.gap = None;
    }

    /// Tells the gap before the last event.
    #[inline]
    pub(super) fn tell_gap<F: FnMut(Finding)>(&self, found: &mut F) {
        if let Some(Gap { rule, event }) = self.gap {
            found(Finding::of(rule, event));
        }
    }

    /// Tells a gap before this event, unless the next one goes back.
    #[cold]
    pub(super) fn add_gap(&mut self, rule: Rule, event: usize) {
        self.gap = Some(Gap { rule, event });
        self.calm_until = self.is_calm_until();
    }

    /// Forgets a gap in which the content played.
    fn explain_gap(&mut self) {
        self.gap = self.gap.filter(|gap| gap.rule == Rule::TenMinutes);
    }

    /// Looks at the time since the event before. `at_odds` if playhead and time are at odds, which
    /// explains a gap in which the content played.
    #[cold]
    pub(super) fn step<F: FnMut(Finding)>(
        &mut self,
        since: SinceLast,
        at_odds: bool,
        place: &mut Place<'_, F>,
    ) {
        if at_odds {
            self.explain_gap();
        }
        self.report_gap(place.found);
        if let Some(passed) = since.passed.known() {
            self.judge_passed(since, passed, at_odds, place);
        }
        self.calm_until = self.is_calm_until();
    }

    fn judge_passed<F: FnMut(Finding)>(
        &mut self,
        since: SinceLast,
        passed: i64,
        at_odds: bool,
        place: &mut Place<'_, F>,
    ) {
        if passed >= MINUTE {
            let rule = if passed > LONGEST_GAP {
                // The back end closes the session, so all that lasts begins anew.
                self.until = self.until.saturating_add(passed);
                Some(Rule::TenMinutes)
            } else {
                // If the playhead moved, but less than before in so much time, no ping is missing:
                // the clock was set. If it is not known how fast it moves, one that stands says
                // nothing.
                let (speed, most) = match since.speed {
                    Some(speed) => (speed, AT_ODDS),
                    None => (1.0 / MAX_SPEED, 1.0),
                };
                let too_much = seconds(passed) - since.moved / speed;
                let says_it = since.moved > 0.0 || (since.moved == 0.0 && since.speed.is_some());
                let is_set = says_it && too_much > most;
                if is_set && since.content_played {
                    // The session does not last longer because of it.
                    self.until = self.until.saturating_add((too_much * 1_000.0) as i64);
                }
                let rule = if is_set { Rule::PlayheadAgainstTime } else { Rule::PingGap };
                (since.content_played && !at_odds).then_some(rule)
            };
            self.gap = rule.filter(|_| !since.is_over).map(|rule| Gap { rule, event: place.event });
        }
        if since.ts > self.until && !std::mem::replace(&mut self.is_long, true) {
            place.add(Rule::OneDay);
        }
    }
}

const fn is_time(ts: i64) -> bool {
    EARLIEST <= ts && ts < LATEST
}

const _: () = assert!(SECOND * EARLIEST > LATEST, "a second is not a millisecond");
