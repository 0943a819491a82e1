//! What the playhead says: what was played at least once, the segment, and the progress markers.

use serde::{Deserialize, Serialize};

use super::amount::Made;
use super::fields::MARKERS;

/// The most intervals of the content that are kept. Only a session with more seeks than that can
/// exceed it.
const MAX_INTERVALS: usize = 1_000;

/// The parts of the content that were played, in milliseconds of the playhead: in order, and none
/// touches another.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Intervals {
    parts: Vec<(i64, i64)>,
    pub(super) made: Option<Made>,
    /// Whether two were put together although there is a gap between them.
    pub(super) is_rough: bool,
}

impl Intervals {
    /// Adds what was played between two events.
    pub(super) fn add(&mut self, begin: i64, end: i64, from: usize, to: usize) {
        if begin >= end {
            return;
        }
        self.made = Some(Made::between(self.made, from, to));
        // Nearly always it continues the last one.
        if let Some(last) = self.parts.last_mut().filter(|last| last.0 <= begin && begin <= last.1)
        {
            last.1 = last.1.max(end);
            return;
        }
        let low = self.parts.partition_point(|part| part.1 < begin);
        let high = self.parts.partition_point(|part| part.0 <= end);
        if low == high {
            self.parts.insert(low, (begin, end));
            if self.parts.len() > MAX_INTERVALS {
                self.join_closest();
            }
            return;
        }
        let joined = (self.parts[low].0.min(begin), self.parts[high - 1].1.max(end));
        self.parts.splice(low..high, [joined]);
    }

    /// Puts the two together between which the gap is smallest.
    fn join_closest(&mut self) {
        let gap = |pair: &[(i64, i64)]| pair[1].0.saturating_sub(pair[0].1);
        let gaps = self.parts.windows(2).map(gap).enumerate();
        if let Some((at, _)) = gaps.min_by_key(|(_, gap)| *gap) {
            self.parts[at].1 = self.parts[at + 1].1;
            self.parts.remove(at + 1);
            self.is_rough = true;
        }
    }

    /// How much was played at least once, in milliseconds.
    pub(super) fn length(&self) -> i64 {
        let length = |part: &(i64, i64)| part.1.saturating_sub(part.0);
        self.parts.iter().map(length).fold(0, i64::saturating_add)
    }
}

/// What is greater, in seconds, is no place in any content: it is about 300 years.
const MAX_PLAYHEAD: f64 = 1e10;

/// The least and the greatest playhead, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Range {
    bounds: Option<(f64, f64)>,
    pub(super) made: Option<Made>,
}

impl Range {
    pub(super) fn add(&mut self, playhead: f64, event: usize) {
        if !(0.0..MAX_PLAYHEAD).contains(&playhead) {
            return;
        }
        let (least, greatest) = self.bounds.unwrap_or((playhead, playhead));
        if self.bounds.is_none() || playhead < least || playhead > greatest {
            self.bounds = Some((least.min(playhead), greatest.max(playhead)));
            self.made = Some(Made::then(self.made, event));
        }
    }

    /// The segment in steps of so many minutes: from the step in which the least lies to the end of
    /// that of the greatest.
    pub(super) fn segment(&self, minutes: i64) -> Option<(i64, i64)> {
        let (least, greatest) = self.bounds?;
        let step = 60.0 * minutes as f64;
        let from = ((least / step).floor() as i64).saturating_mul(minutes);
        let to = ((greatest / step).ceil() as i64).saturating_mul(minutes);
        Some((from, to.max(from.saturating_add(minutes))))
    }
}

/// Which progress markers counted, each with the event that did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Progress([Option<usize>; 5]);

impl Progress {
    /// The content was played from one playhead to another, in seconds.
    pub(super) fn plays(&mut self, from: f64, to: f64, length: f64, event: usize) {
        self.mark(length, event, |at| from < at && at <= to);
    }

    /// The playhead is here, in seconds.
    pub(super) fn reaches(&mut self, playhead: f64, length: f64, event: usize) {
        self.mark(length, event, |at| playhead >= at);
    }

    #[inline]
    fn mark(&mut self, length: f64, event: usize, is_marked: impl Fn(f64) -> bool) {
        if length <= 0.0 {
            return;
        }
        for (marked, (percent, _)) in self.0.iter_mut().zip(MARKERS) {
            if marked.is_none() && is_marked(percent * length / 100.0) {
                *marked = Some(event);
            }
        }
    }

    /// The event by which the marker with this number counted.
    pub(super) fn at(&self, marker: usize) -> Option<usize> {
        self.0[marker]
    }
}
