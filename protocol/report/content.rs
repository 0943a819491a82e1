//! The content while it plays: its time by both engines, stalls, and what the playhead says.

use serde::{Deserialize, Serialize};

use super::amount::{Amount, Weighted};
use super::playheads::{Intervals, Progress, Range};

/// Timestamps and playhead differ when they do by more than this, in milliseconds. Adobe's older
/// clients shorten such an interval.
const TOLERANCE: i64 = 2_000;
/// Events that follow each other within this, in milliseconds, are one reading of the playhead:
/// Adobe's older clients leave such intervals out.
const ONE_READING: i64 = 250;
/// Adobe's older clients leave an interval out that is longer than this, in milliseconds.
const LONGEST: i64 = 600_000;
/// So many readings of the same playhead in a row are a stall.
const STALL: u32 = 3;

/// From one event to the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Interval {
    /// Milliseconds by the timestamps.
    pub(super) ms: i64,
    /// The events at both ends, as indices in the order of arrival.
    pub(super) from: usize,
    pub(super) to: usize,
    /// The playheads at both ends, in seconds.
    pub(super) playheads: Option<(f64, f64)>,
}

impl Interval {
    /// The movement of the playhead in milliseconds.
    fn moved(&self) -> Option<i64> {
        let (begin, end) = self.playheads?;
        Some(ms(end).saturating_sub(ms(begin)))
    }

    /// The milliseconds that the second engine counts.
    fn clamped(&self) -> i64 {
        match self.moved().map(i64::saturating_abs) {
            Some(moved) if differ(self.ms, moved) => self.ms.min(moved),
            _ => self.ms,
        }
    }
}

fn differ(ms: i64, moved: i64) -> bool {
    ms.saturating_sub(moved).saturating_abs() > TOLERANCE
}

/// A playhead in milliseconds.
pub(super) fn ms(seconds: f64) -> i64 {
    let ms = seconds * 1_000.0;
    // To the nearest, as `round` does, which is a call.
    (ms + 0.5_f64.copysign(ms)) as i64
}

/// A time that both engines count.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Both {
    pub(super) by_ts: Amount,
    pub(super) clamped: i64,
}

impl Both {
    fn add(&mut self, interval: &Interval, clamped: i64) {
        self.by_ts.add(interval.ms, interval.from, interval.to);
        self.clamped = self.clamped.saturating_add(clamped);
    }
}

/// What is summed while the content plays. A stall takes it back.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Sums {
    pub(super) time: Both,
    /// Of it, what followed an `error` and no other `play` yet.
    pub(super) after_error: i64,
    /// Of it, intervals that Adobe's older clients leave out.
    pub(super) too_long: i64,
    pub(super) chapter: Both,
    pub(super) bitrate: Weighted,
    /// The same by the second engine.
    pub(super) clamped_bitrate: Weighted,
}

/// The same playhead, again and again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Readings {
    playhead: f64,
    count: u32,
    /// When it was last read.
    read_at: i64,
    event: usize,
    /// The sums at the first of them.
    sums: Sums,
}

/// The content while it plays.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Content {
    pub(super) sums: Sums,
    readings: Option<Readings>,
    pub(super) is_stalled: bool,
    pub(super) stall_time: Amount,
    pub(super) stalls: Amount,
    /// Of the stall's time, the intervals in which the playhead moved again.
    pub(super) moved_on: i64,
    pub(super) intervals: Intervals,
    /// The playheads at which it played.
    pub(super) segment: Range,
    pub(super) crossed: Progress,
}

impl Content {
    /// It played, and was not stalled. Returns whether the playhead jumped.
    pub(super) fn plays(
        &mut self,
        interval: &Interval,
        after_error: bool,
        bitrate: Option<f64>,
        length: Option<f64>,
    ) -> bool {
        let Interval { ms: passed, from, to, playheads } = *interval;
        let clamped = interval.clamped();
        self.sums.time.add(interval, clamped);
        self.sums.chapter.add(interval, clamped);
        if after_error {
            self.sums.after_error = self.sums.after_error.saturating_add(passed);
        }
        if passed > LONGEST {
            self.sums.too_long = self.sums.too_long.saturating_add(passed);
        }
        if let Some(bitrate) = bitrate {
            self.sums.bitrate.add(bitrate, passed, from, to);
            self.sums.clamped_bitrate.add(bitrate, clamped, from, to);
        }
        let (Some((begin, end)), Some(moved)) = (playheads, interval.moved()) else { return false };
        self.segment.add(begin, from);
        self.segment.add(end, to);
        let is_jump = moved < 0 || differ(passed, moved);
        let played = if is_jump { passed.min(moved.max(0)) } else { moved };
        let begins = ms(begin);
        self.intervals.add(begins, begins.saturating_add(played), from, to);
        if let (false, Some(length)) = (is_jump, length) {
            self.crossed.plays(begin, end, length, to);
        }
        // That the playhead is slow, or stands, is no jump.
        is_jump && (moved < 0 || moved > passed)
    }

    /// It should have played, but is stalled.
    pub(super) fn stalls(&mut self, interval: &Interval) {
        if interval.moved().is_some_and(|moved| moved != 0) {
            self.moved_on = self.moved_on.saturating_add(interval.ms);
        }
        self.stall_time.add(interval.ms, interval.from, interval.to);
    }

    /// It begins to play, or goes on after a pause, buffering or an ad break.
    pub(super) fn begins(&mut self, playhead: Option<f64>, ts: i64, event: usize) {
        self.is_stalled = false;
        self.readings = playhead.map(|playhead| Readings {
            playhead,
            count: 1,
            read_at: ts,
            event,
            sums: self.sums,
        });
        if let Some(playhead) = playhead {
            self.segment.add(playhead, event);
        }
    }

    /// It stops to play.
    pub(super) fn ceases(&mut self) {
        self.is_stalled = false;
        self.readings = None;
    }

    /// An event while it plays. The third reading of the same playhead opens a stall, to which the
    /// time since the first belongs. Returns whether it did.
    #[inline]
    pub(super) fn reads(&mut self, playhead: Option<f64>, ts: i64, event: usize) -> bool {
        let Some(playhead) = playhead else { return false };
        let sums = self.sums;
        let Some(readings) = self.readings.as_mut().filter(|same| same.playhead == playhead) else {
            self.is_stalled = false;
            self.readings = Some(Readings { playhead, count: 1, read_at: ts, event, sums });
            self.segment.add(playhead, event);
            return false;
        };
        if ts.saturating_sub(readings.read_at) <= ONE_READING {
            return false;
        }
        readings.read_at = ts;
        readings.count = readings.count.saturating_add(1);
        let opens = readings.count == STALL;
        if opens {
            let stalled = sums.time.by_ts.value.saturating_sub(readings.sums.time.by_ts.value);
            self.sums = readings.sums;
            self.is_stalled = true;
            self.stalls.count(event);
            self.stall_time.add(stalled, readings.event, event);
        }
        opens
    }

    /// A chapter begins: what was summed before is not its own.
    pub(super) fn begin_chapter(&mut self) {
        self.sums.chapter = Both::default();
        if let Some(readings) = &mut self.readings {
            readings.sums.chapter = Both::default();
        }
    }
}
