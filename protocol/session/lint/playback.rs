//! Rules about playback events and pings.

use serde::{Deserialize, Serialize};

use super::clock::LONGEST_GAP;
use super::finding::{Finding, Place};
use super::step::{MINUTE, SECOND, Step, playhead_of, seconds};
use crate::event::PlayerTime;
use crate::schema::keys;
use crate::session::rules::Rule;
use crate::session::state::Playback;

/// The content is announced by a second `play` after it played for a second; the official SDKs
/// notice that up to two seconds late. Equal timestamps that were moved apart make it a little less.
const ANNOUNCED: std::ops::RangeInclusive<i64> = 900..=3 * SECOND;
/// Shorter pauses were not made by a viewer, in milliseconds.
const SHORTEST_PAUSE: i64 = 100;
/// Pings on the content that follow sooner come too often, in milliseconds.
const SOON: i64 = 7_500;
/// A ping that follows sooner was sent twice, in milliseconds.
const TWICE: i64 = SECOND;

/// What playback events and pings have said.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct PlaybackEvents {
    /// The first `play` on the content, if there was no ad break before it.
    #[serde(with = "crate::session::any_number::timed")]
    first: Option<(i64, f64)>,
    had_break: bool,
    has_played: bool,
    was_completed: bool,
    /// Seconds for which the playhead moved before a `play` on the content.
    #[serde(with = "crate::session::any_number")]
    watched: f64,
    announcement: Announcement,
    /// Whether the next playback event may repeat the state.
    may_repeat: bool,
    /// When the last pause of the content began.
    paused: Option<i64>,
    pings: Pings,
    /// Seconds of the playhead per second while the content plays, less one.
    #[serde(with = "crate::session::any_number")]
    faster: f64,
    /// Whether a ping has said how fast that is.
    is_speed_known: bool,
}

#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
enum Announcement {
    #[default]
    Waiting,
    /// The content plays since this moment.
    Since(i64),
    /// The content plays, since nobody knows when.
    Sometime,
    Done,
}

impl PlaybackEvents {
    /// The playback of a session that starts, perhaps a second time.
    pub(super) fn begun(has_played: bool) -> Self {
        Self { has_played, ..Self::default() }
    }

    /// Whether there was a `play` on the content.
    pub(super) const fn has_played(&self) -> bool {
        self.has_played
    }

    /// Seconds of the playhead per second while the content plays, if they are known.
    pub(super) fn speed(&self) -> Option<f64> {
        self.is_speed_known.then_some(1.0 + self.faster)
    }

    /// A ping that follows the event before at the usual time.
    #[inline]
    pub(super) fn steady(&mut self, now: PlayerTime) {
        self.pings.steady(now);
        (self.faster, self.is_speed_known) = (0.0, true);
        self.may_repeat = false;
    }

    /// Looks at the playhead before the first `play`.
    #[inline]
    pub(super) fn before_play(&mut self, step: Step<'_>) {
        if !self.has_played && step.on_content() && step.moved_as_in_playback() {
            self.watched += step.moved;
        }
    }

    #[inline(always)]
    pub(super) fn ping<F: FnMut(Finding)>(&mut self, step: Step<'_>, place: &mut Place<'_, F>) {
        if let Some(passed) = step.passed.known().filter(|passed| *passed > SECOND)
            && step.content_plays()
            && step.moved_as_in_playback()
        {
            (self.faster, self.is_speed_known) = (step.moved / seconds(passed) - 1.0, true);
            // It has gone on, and was not stopped by an error.
            self.may_repeat &= self.faster < -0.5;
        }
        if step.on_content() {
            self.pings.ping(step.ts, step.playhead, step.passed.is_known(), place);
        } else {
            self.pings.last = None;
        }
    }

    #[inline(always)]
    pub(super) fn break_ends(&mut self, step: Step<'_>) {
        self.pings.last = None;
        self.goes_on(step.ts);
    }

    #[inline(always)]
    pub(super) fn ad_starts(&mut self) {
        self.pings.last = None;
        self.may_repeat = true;
    }

    #[inline(always)]
    pub(super) fn ad_ends(&mut self, step: Step<'_>) {
        self.pings.last = None;
        // Without a break around the ad, nothing else says that the content goes on.
        if step.before.ad_break.is_none() {
            self.goes_on(step.ts);
        } else {
            self.may_repeat = false;
        }
    }

    /// After the ads the content goes on.
    fn goes_on(&mut self, ts: i64) {
        self.may_repeat = true;
        if matches!(self.announcement, Announcement::Since(_) | Announcement::Sometime) {
            self.announcement = Announcement::Since(ts);
        }
    }

    /// After an error `play` says that playback goes on.
    pub(super) fn error(&mut self) {
        self.may_repeat = true;
    }

    pub(super) fn completed(&mut self) {
        self.was_completed = true;
    }

    /// Looks at a playback event. Returns whether it repeats the state, so that it may have come twice.
    #[inline(always)]
    pub(super) fn playback<F: FnMut(Finding)>(
        &mut self,
        step: Step<'_>,
        now: Playback,
        at_odds: bool,
        place: &mut Place<'_, F>,
    ) -> bool {
        // A ping is due some time after it.
        self.pings.last = None;
        let in_ad = step.before.ad.is_some();
        if !step.on_content() && !in_ad {
            return false; // It is ignored.
        }
        let may_repeat = std::mem::take(&mut self.may_repeat);
        let repeats = step.before.playback == now;
        let announces = repeats && now == Playback::Playing && self.announces(step);
        // If the time is not known, or too long, nobody knows what happened meanwhile.
        // While it plays, a minute without an event has a rule of its own.
        let longest = if now == Playback::Playing { MINUTE - 1 } else { LONGEST_GAP };
        let is_known = step.passed.is_within(longest);
        // Where playhead and time are at odds, perhaps what ends now has not been reported.
        let may_repeat = may_repeat || at_odds;
        let is_told = repeats && is_known && !may_repeat && !announces && !self.is_seek(step, now);
        if is_told {
            place.add(Rule::RepeatedPlayback);
        }
        if in_ad {
            return is_told;
        }
        if now == Playback::Playing {
            self.has_played = true;
            if !self.had_break {
                self.first.get_or_insert((step.ts, step.playhead));
            }
            if matches!(self.announcement, Announcement::Waiting) {
                let since = step.passed.known().map(|_| Announcement::Since(step.ts));
                self.announcement = since.unwrap_or(Announcement::Sometime);
            }
        }
        if now != Playback::Paused {
            self.paused = None;
        } else if !repeats {
            self.paused = Some(step.ts);
        }
        is_told
    }

    /// Whether a repeated state is the end of a seek: the playhead has jumped.
    fn is_seek(&self, step: Step<'_>, now: Playback) -> bool {
        let speed = if now == Playback::Playing { 1.0 + self.faster } else { 0.0 };
        step.moved < -1.0 || step.moved - speed * step.passed.known().map_or(0.0, seconds) > 2.0
    }

    /// Whether this `play` says that the content has played for a second.
    fn announces(&mut self, step: Step<'_>) -> bool {
        let is_time = match self.announcement {
            Announcement::Since(since) => {
                let passed = step.ts.saturating_sub(since);
                ANNOUNCED.contains(&passed) || passed > LONGEST_GAP
            }
            Announcement::Sometime => true,
            Announcement::Waiting | Announcement::Done => false,
        };
        let announces = step.on_content() && is_time;
        if announces {
            self.announcement = Announcement::Done;
        }
        announces
    }

    /// Looks at the start of an ad break. Returns whether the timestamp may equal that of the event
    /// before, because it is part of another fault.
    #[inline(always)]
    pub(super) fn break_starts<F: FnMut(Finding)>(
        &mut self,
        step: Step<'_>,
        stands: bool,
        place: &mut Place<'_, F>,
    ) -> bool {
        self.pings.last = None;
        let is_first = !std::mem::replace(&mut self.had_break, true);
        let paused = self.paused.take();
        if is_first && !stands && self.is_pre_roll(step) {
            place.add(Rule::PlayBeforePreRoll);
            return false;
        }
        let is_instant = step.passed.is_known()
            && step.before.playback == Playback::Paused
            && paused.is_some_and(|paused| step.ts.saturating_sub(paused) < SHORTEST_PAUSE);
        if is_instant {
            place.add(Rule::InstantPause);
        }
        is_instant
    }

    /// Whether the content was announced, but has not played.
    fn is_pre_roll(&self, step: Step<'_>) -> bool {
        let Some((ts, playhead)) = self.first else { return false };
        let soon = !step.passed.is_known() || step.ts.saturating_sub(ts) < 10 * SECOND;
        let at_start = || step.number(keys::POD_SECOND) == Some(0.0);
        (step.playhead - playhead).abs() < 1.0 && (soon || at_start())
    }

    /// Looks at the session as a whole.
    pub(super) fn finish<F: FnMut(Finding)>(&self, place: &mut Place<'_, F>) {
        if !self.has_played && (self.watched > 1.0 || self.was_completed) {
            place.add(Rule::NeverPlayed);
        }
    }
}

/// The pings on the content.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Pings {
    /// The last one, if nothing changed since then.
    #[serde(with = "crate::session::any_number::timed")]
    last: Option<(i64, f64)>,
    /// Which of the latest followed soon, the last one in the lowest bit.
    soon: u8,
    too_often: bool,
}

impl Pings {
    /// Looks at a ping on the content. `is_known` if the time since the event before is.
    fn ping<F: FnMut(Finding)>(
        &mut self,
        now: i64,
        playhead: f64,
        is_known: bool,
        place: &mut Place<'_, F>,
    ) {
        let last = self.last.replace((now, playhead));
        let (Some((ts, left)), true) = (last, is_known) else { return };
        let passed = now.saturating_sub(ts);
        if passed <= 0 {
            return; // Perhaps one ping that was received twice, or the clock was set back.
        }
        let is_soon = passed < SOON && (playhead - left).abs() < seconds(SOON);
        self.soon = (self.soon << 1 | u8::from(is_soon)) & 0b1111;
        let too_often = is_soon && (passed < TWICE || self.soon.count_ones() >= 2);
        if too_often && !self.too_often {
            place.add(Rule::PingTooOften);
        }
        self.too_often = too_often || (self.too_often && self.soon != 0);
    }

    #[inline]
    fn steady(&mut self, now: PlayerTime) {
        if self.last.replace((now.ts(), playhead_of(now))).is_some() {
            self.soon = self.soon << 1 & 0b1111;
            self.too_often &= self.soon != 0;
        }
    }
}
