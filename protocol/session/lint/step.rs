//! An event, and the session before it.

use crate::constraints::Look;
use crate::event::{Event, PlayerTime};
use crate::session::state::{Playback, Seen, SessionState};

pub(super) const SECOND: i64 = 1_000;
pub(super) const MINUTE: i64 = 60 * SECOND;

/// An event, and the session before it.
#[derive(Clone, Copy)]
pub(super) struct Step<'a> {
    pub(super) event: &'a Event,
    pub(super) before: &'a SessionState<Seen>,
    pub(super) ts: i64,
    pub(super) playhead: f64,
    pub(super) passed: Passed,
    /// Seconds of the playhead since the event before.
    pub(super) moved: f64,
    /// Whether an ad plays, but no ad break is open around it.
    pub(super) in_stray_ad: bool,
}

/// Milliseconds since the event before. They are not known for a start, and if one of the two
/// timestamps does not tell the time. (As a number below 0, which is faster than an `Option`.)
#[derive(Clone, Copy)]
pub(super) struct Passed(i64);

impl Passed {
    pub(super) const UNKNOWN: Self = Self(-1);

    #[inline]
    pub(super) const fn of(milliseconds: i64) -> Self {
        Self(milliseconds)
    }

    #[inline]
    pub(super) fn known(self) -> Option<i64> {
        (self.0 >= 0).then_some(self.0)
    }

    #[inline]
    pub(super) const fn is_known(self) -> bool {
        self.0 >= 0
    }

    /// Whether they are known, and not more than these.
    #[inline]
    pub(super) const fn is_within(self, most: i64) -> bool {
        0 <= self.0 && self.0 <= most
    }

    pub(super) const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

/// What happened since the event before, for the rules about time.
#[derive(Clone, Copy)]
pub(super) struct SinceLast {
    pub(super) ts: i64,
    pub(super) passed: Passed,
    pub(super) moved: f64,
    pub(super) content_played: bool,
    /// Seconds of the playhead per second before that, if they are known.
    pub(super) speed: Option<f64>,
    /// Whether this is the end of a session that is complete.
    pub(super) is_over: bool,
}

impl Step<'_> {
    #[inline]
    pub(super) fn since_last(&self, speed: Option<f64>) -> SinceLast {
        SinceLast {
            ts: self.ts,
            passed: self.passed,
            moved: self.moved,
            content_played: self.content_plays(),
            speed,
            is_over: false,
        }
    }

    /// The number of a member of `params`, if it is set.
    #[inline]
    pub(super) fn number(&self, key: &str) -> Option<f64> {
        self.event.body.params()?.number_at(key)
    }

    /// Whether the quality of experience has this member.
    #[inline]
    pub(super) fn has_quality(&self, key: &str) -> bool {
        self.event.qoe_data.as_deref().is_some_and(|qoe| qoe.member(key).is_some())
    }

    /// Whether no ad plays and no ad break is open, so that what plays is the content.
    pub(super) const fn on_content(&self) -> bool {
        self.before.ad_break.is_none() && !self.in_stray_ad
    }

    pub(super) fn content_plays(&self) -> bool {
        self.before.playback == Playback::Playing && self.on_content()
    }

    /// Whether the playhead went on about as fast as playback can.
    pub(super) fn moved_as_in_playback(&self) -> bool {
        self.moved > 0.0
            && self.passed.known().is_some_and(|it| self.moved <= MAX_SPEED * seconds(it) + 1.0)
    }
}

/// The time between pings that are neither too often nor too rare, in milliseconds.
const USUAL: std::ops::Range<i64> = 7_500..MINUTE;

/// Whether the playhead went on with time, from one ping to the next.
#[inline]
pub(super) fn is_steady(last: PlayerTime, now: PlayerTime) -> bool {
    let passed = now.ts().wrapping_sub(last.ts());
    let moved = playhead_of(now) - playhead_of(last);
    USUAL.contains(&passed) && (moved - seconds(passed)).abs() <= 1.0
}

/// The playhead. Without one it is no number, so that nothing compares with it.
#[inline]
pub(super) fn playhead_of(time: PlayerTime) -> f64 {
    time.playhead().unwrap_or(f64::NAN)
}

/// Playhead and time are at odds when they differ by so many seconds.
pub(super) const AT_ODDS: f64 = 15.0;

/// The greatest speed of playback, and by how much slower than time it can be.
pub(super) const MAX_SPEED: f64 = 4.0;

#[allow(clippy::cast_precision_loss)] // Only far from any real time.
pub(super) const fn seconds(milliseconds: i64) -> f64 {
    milliseconds as f64 / 1_000.0
}
