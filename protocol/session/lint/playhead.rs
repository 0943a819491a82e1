//! Rules about the playhead, and how it moves against time.

use serde::{Deserialize, Serialize};

use super::clock::LONGEST_GAP;
use super::finding::{Finding, Place};
use super::step::{AT_ODDS, MAX_SPEED, MINUTE, Passed, SECOND, Step, playhead_of, seconds};
use super::values::{LONGEST, Values};
use crate::event::{EventBody, PlayerTime};
use crate::session::rules::Rule;
use crate::session::state::Playback;

/// A playhead so many times as fast as time is no seek: time stands.
const TIME_STANDS: f64 = 100.0;
/// The back end closes a session whose playhead has not moved for so long; and a second.
const MAX_STILL: i64 = 30 * MINUTE + SECOND;
const SECONDS_OF_A_DAY: f64 = 86_400.0;
/// The playhead of an event is up to a second old: players report it once a second.
const LAG: f64 = 1.0;
/// Movements are judged over at least two seconds, so that the lag does not matter.
const LEAST: f64 = 2.0;
const LEAST_TIME: i64 = 2 * SECOND;

/// How the playhead has moved.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Playhead {
    content: Content,
    /// Since when it has not moved.
    stood: i64,
    is_beyond: bool,
    is_still: bool,
    playing: Playing,
    paused: Paused,
    /// The playhead at the start of the ad break; `None` outside, and once a movement is reported.
    #[serde(with = "crate::session::any_number::optional")]
    in_break: Option<f64>,
}

/// What the start says about the content.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Content {
    /// Whether there was a start.
    is_known: bool,
    /// The greatest playhead that is allowed, and the rule that says so.
    #[serde(with = "crate::session::any_number")]
    furthest: f64,
    rule: Rule,
}

/// Without a start.
impl Default for Content {
    fn default() -> Self {
        Self { is_known: false, furthest: f64::INFINITY, rule: Rule::PlayheadWithinLength }
    }
}

impl Playhead {
    /// The playhead of a session that starts.
    pub(super) fn begun(values: &Values, ts: i64) -> Self {
        let (furthest, rule) = if values.is_live() {
            (SECONDS_OF_A_DAY.next_down(), Rule::LivePlayhead)
        } else {
            (values.length().unwrap_or(f64::INFINITY), Rule::PlayheadWithinLength)
        };
        let content = Content { is_known: true, furthest, rule };
        Self { content, stood: ts, ..Self::default() }
    }

    /// Whether there was a start.
    pub(super) const fn knows_content(&self) -> bool {
        self.content.is_known
    }

    /// Whether nothing is to be said of a playhead that goes on from the last one.
    #[inline]
    pub(super) fn is_calm(&self, now: PlayerTime) -> bool {
        let playhead = playhead_of(now);
        (playhead > self.content.furthest) == self.is_beyond
            && (0.0..=f64::MAX).contains(&playhead)
            && self.playing.run.is_none()
    }

    /// The playhead has gone on.
    #[inline]
    pub(super) fn steady(&mut self, now: PlayerTime) {
        self.stood = now.ts();
        self.is_still = false;
        (self.playing.since, self.playing.left) = (now.ts(), playhead_of(now));
    }

    /// Looks at a playhead by itself. One that goes too far because it moves in an ad or in a pause
    /// has another fault.
    #[inline]
    pub(super) fn at<F: FnMut(Finding)>(
        &mut self,
        playhead: f64,
        in_ad: bool,
        place: &mut Place<'_, F>,
    ) {
        let is_beyond = playhead > self.content.furthest;
        if is_beyond != self.is_beyond {
            self.is_beyond = is_beyond;
            if is_beyond && !in_ad && !self.paused.is_moving() {
                place.add(self.content.rule);
            }
        }
    }

    /// Looks at a playhead that has moved since the event before.
    #[inline]
    pub(super) fn moves<F: FnMut(Finding)>(&mut self, step: Step<'_>, place: &mut Place<'_, F>) {
        // An ad break ends where the content goes on.
        let ends = matches!(step.event.body, EventBody::AdBreakComplete { .. });
        let in_ad = step.before.ad_break.is_some() && !(ends && self.in_break.is_some());
        self.at(step.playhead, in_ad, place);
        self.stood = step.ts;
        self.is_still = false;
    }

    /// Looks at a playhead that stands since the event before.
    #[inline]
    pub(super) fn stays<F: FnMut(Finding)>(&mut self, step: Step<'_>, place: &mut Place<'_, F>) {
        if step.ts.wrapping_sub(self.stood) > MAX_STILL {
            // Whoever ends the session because of it is a moment late, and closes first what is open.
            let ends = step.event.body.closes();
            self.too_long(step.ts, ends, place);
        }
    }

    /// Looks at the movement since the event before.
    #[inline]
    pub(super) fn step<F: FnMut(Finding)>(
        &mut self,
        step: Step<'_>,
        has_played: bool,
        place: &mut Place<'_, F>,
    ) {
        if !step.on_content() {
            if step.in_stray_ad {
                self.playing = Playing::at(step.ts, step.playhead);
            }
            return self.ad(step, place);
        }
        if step.before.playback == Playback::Playing {
            if self.playing.is_judged(step) {
                self.judge(step.ts, step.playhead, place);
            }
        } else if step.before.playback != Playback::Starting && has_played {
            self.paused.step(step, place);
        }
    }

    /// Whether playhead and time are at odds while the content plays.
    pub(super) const fn is_at_odds(&self) -> bool {
        self.playing.at_odds
    }

    /// Begins anew if the time since the event before is not known, or the session was closed
    /// meanwhile.
    #[cold]
    pub(super) fn after(&mut self, passed: Passed, ts: i64, playhead: f64) {
        if !passed.is_within(LONGEST_GAP) {
            self.stood = ts;
            self.is_still = false;
            self.playing = Playing::at(ts, playhead);
        }
    }

    /// Whether it has been reported that the playhead stands although the content plays.
    pub(super) const fn stands(&self) -> bool {
        matches!(self.playing.run, Some(Run { reported: Some(Rule::PlayheadStands), .. }))
    }

    #[cold]
    fn too_long<F: FnMut(Finding)>(&mut self, ts: i64, ends: bool, place: &mut Place<'_, F>) {
        let stood = ts.saturating_sub(self.stood);
        let is_still = stood > MAX_STILL + if ends { MINUTE } else { 0 };
        if is_still && !self.is_still && !self.stands() && self.content.is_known {
            place.add(Rule::ThirtyMinutes);
        }
        self.is_still = is_still;
    }

    #[inline(never)]
    fn judge<F: FnMut(Finding)>(&mut self, ts: i64, playhead: f64, place: &mut Place<'_, F>) {
        let Some(rule) = self.playing.judge(ts, playhead) else { return };
        // A playhead beyond the length has been reported, as has a length in milliseconds, like it.
        let in_milliseconds = self.playing.run.is_some_and(|run| run.speed > 500.0)
            && self.content.is_known
            && self.content.furthest > LONGEST;
        let is_explained = self.is_beyond || in_milliseconds;
        if !(is_explained && rule == Rule::PlayheadAgainstTime) {
            place.add(rule);
        }
    }

    /// After a playback event or an error movements are judged from here; while playback is paused,
    /// also after some that end the pause.
    #[inline(always)]
    pub(super) fn anew(&mut self, step: Step<'_>, ends_pause: bool) {
        if step.on_content() {
            self.playing = Playing::at(step.ts, step.playhead);
            if ends_pause {
                self.paused = Paused::default();
            }
        }
    }

    /// From now to the end of the ad break the playhead of the content stands.
    #[inline(always)]
    pub(super) fn break_starts(&mut self, step: Step<'_>) {
        self.playing = Playing::default();
        self.paused = Paused::default();
        // A playhead that cannot be one is not judged further.
        self.in_break = Some(step.playhead).filter(|_| !self.is_beyond);
    }

    #[inline(always)]
    pub(super) fn break_ends(&mut self, step: Step<'_>) {
        self.in_break = None;
        self.playing = Playing::at(step.ts, step.playhead);
    }

    /// Looks at the playhead in an ad break.
    fn ad<F: FnMut(Finding)>(&mut self, step: Step<'_>, place: &mut Place<'_, F>) {
        let in_ad =
            step.before.ad.is_some() || matches!(step.event.body, EventBody::AdStart { .. });
        if in_ad && self.in_break.is_some_and(|left| (step.playhead - left).abs() > LAG) {
            place.add(Rule::PlayheadInAd);
            self.in_break = None;
        }
    }
}

/// How the playhead moves while the content plays, from one playback event to the next.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Playing {
    /// From where the next movement is judged.
    since: i64,
    #[serde(with = "crate::session::any_number")]
    left: f64,
    run: Option<Run>,
    /// Whether the run breaks a rule.
    at_odds: bool,
}

/// Movements of one kind, one after the other.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Run {
    is_fast: bool,
    /// Seconds of the playhead per second of the last movement.
    #[serde(with = "crate::session::any_number")]
    speed: f64,
    movements: u32,
    /// Seconds of time and of the playhead since it began.
    #[serde(with = "crate::session::any_number")]
    time: f64,
    #[serde(with = "crate::session::any_number")]
    moved: f64,
    reported: Option<Rule>,
}

impl Playing {
    /// Movements are judged from here.
    #[inline]
    const fn at(ts: i64, playhead: f64) -> Self {
        Self { since: ts, left: playhead, run: None, at_odds: false }
    }

    /// Whether enough time has passed, or the playhead has moved enough.
    #[inline]
    fn is_judged(&self, step: Step<'_>) -> bool {
        step.ts.wrapping_sub(self.since) >= LEAST_TIME || (step.playhead - self.left).abs() >= LEAST
    }

    /// The rule that the movement breaks, once.
    fn judge(&mut self, ts: i64, playhead: f64) -> Option<Rule> {
        let time = seconds(ts.saturating_sub(self.since));
        self.run = Run::next(self.run, time, playhead - self.left);
        (self.since, self.left) = (ts, playhead);
        let rule = self.run.as_mut().and_then(Run::report);
        self.at_odds = self.run.is_some_and(|run| run.reported.is_some());
        rule
    }
}

impl Run {
    /// The run that the next movement belongs to; none if it is as usual, or back.
    fn next(run: Option<Self>, time: f64, moved: f64) -> Option<Self> {
        let is_fast = moved > MAX_SPEED * time + LAG;
        let is_slow = moved >= 0.0 && time > MAX_SPEED * moved + LAG;
        if !is_fast && !is_slow {
            return None;
        }
        let speed = moved / time.max(0.001);
        // Two seeks one after the other have different speeds, and take some time.
        let same = |run: &Self| {
            let no_seek =
                (run.speed / speed - 1.0).abs() < 0.25 || run.speed.min(speed) > TIME_STANDS;
            run.is_fast == is_fast && (!is_fast || no_seek)
        };
        let run = run.filter(same).unwrap_or(Self {
            is_fast,
            speed,
            movements: 0,
            time: 0.0,
            moved: 0.0,
            reported: None,
        });
        Some(Self {
            speed,
            movements: run.movements + 1,
            time: run.time + time,
            moved: run.moved + moved,
            ..run
        })
    }

    /// The rule that the run breaks, once.
    fn report(&mut self) -> Option<Rule> {
        // A fast movement may be a seek, and then another.
        let least = if self.is_fast && self.speed <= TIME_STANDS { 3 } else { 2 };
        let at_odds = self.movements >= least && (self.time - self.moved).abs() >= AT_ODDS;
        if !at_odds || self.reported.is_some() {
            return None;
        }
        let stands = !self.is_fast && self.moved == 0.0;
        self.reported = Some(if stands { Rule::PlayheadStands } else { Rule::PlayheadAgainstTime });
        self.reported
    }
}

/// How the playhead moves while playback is paused or buffers.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Paused {
    movements: u32,
    #[serde(with = "crate::session::any_number")]
    moved: f64,
}

impl Paused {
    fn step<F: FnMut(Finding)>(&mut self, step: Step<'_>, place: &mut Place<'_, F>) {
        if step.moved_as_in_playback() {
            let was_moving = self.is_moving();
            self.movements += 1;
            self.moved += step.moved;
            if self.is_moving() && !was_moving {
                place.add(Rule::PlayheadWhilePaused);
            }
        } else if step.moved != 0.0 || !step.passed.is_within(SECOND - 1) {
            // A seek, or it stands, as it should.
            *self = Self::default();
        }
    }

    /// One movement may be a seek by as much as the time that passed, which buttons for ten seconds
    /// make: it cannot be told from a missing `play`.
    fn is_moving(&self) -> bool {
        self.movements >= 2 && self.moved > LAG
    }
}
