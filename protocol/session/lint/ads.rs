//! Rules about ad breaks and ads.

use serde::{Deserialize, Serialize};

use super::clock::{Clock, LONGEST_GAP};
use super::finding::{Finding, Place};
use super::step::{MINUTE, Step};
use crate::schema::keys;
use crate::session::rules::Rule;

/// What the ad breaks and ads have said.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Ads {
    pods: Recent,
    positions: Recent,
    has_ad: bool,
    /// When the open ad was last heard of; `None` once the gap is reported.
    heard: Option<i64>,
    /// The first playback events of the break that is open while no ad is. Either they are before or
    /// between its ads, or the start of an ad or the end of the break is missing.
    no_ad: Vec<usize>,
    /// Whether the end of an ad break is missing, and playback went on after it.
    hid_playback: bool,
}

/// The most events that wait until it is known what is missing.
const MAX_WAITING: usize = 8;

impl Ads {
    /// Whether the content played in an ad break whose end is missing.
    pub(super) fn hid_playback(&self) -> bool {
        self.hid_playback || !self.no_ad.is_empty()
    }

    /// A playback event in the ad break, while no ad is open, waits for what follows.
    pub(super) fn wait(&mut self, event: usize) {
        if self.no_ad.len() < MAX_WAITING {
            self.no_ad.push(event);
        }
    }

    /// An ad ends that has not started: the events that waited were in it.
    pub(super) fn misses_start(&mut self) {
        self.no_ad.clear();
        self.has_ad = true;
    }

    /// The ad break goes on, or ends: the events that waited were before or between its ads.
    fn goes_on<F: FnMut(Finding)>(&mut self, place: &mut Place<'_, F>) {
        for event in self.no_ad.drain(..) {
            (place.found)(Finding::of(Rule::NoPlaybackInBreak, event));
        }
    }

    #[inline(always)]
    pub(super) fn break_starts<F: FnMut(Finding)>(
        &mut self,
        step: Step<'_>,
        place: &mut Place<'_, F>,
    ) {
        let index = step.number(keys::POD_INDEX);
        let known = index.is_some_and(|index| self.pods.has(index as i64));
        // The start of a break that is open already may have come twice.
        if known && step.before.ad_break.is_none() {
            place.add(Rule::PodIndexRepeated);
        }
        self.positions = Recent::default();
        self.has_ad = false;
        self.heard = None;
        self.hid_playback |= !self.no_ad.is_empty();
        self.no_ad.clear();
    }

    #[inline(always)]
    pub(super) fn break_ends<F: FnMut(Finding)>(
        &mut self,
        step: Step<'_>,
        clock: &mut Clock,
        place: &mut Place<'_, F>,
    ) {
        if step.before.ad_break.is_some() && !self.has_ad {
            place.add(Rule::EmptyAdBreak);
            // They were in the ad that is missing.
            self.no_ad.clear();
        }
        self.left(step, clock, place.event);
        self.goes_on(place);
        self.has_ad = false;
    }

    #[inline(always)]
    pub(super) fn starts<F: FnMut(Finding)>(
        &mut self,
        step: Step<'_>,
        clock: &mut Clock,
        place: &mut Place<'_, F>,
    ) {
        self.left(step, clock, place.event);
        self.goes_on(place);
        // A wrong timestamp says nothing of the time.
        self.heard = step.passed.is_known().then_some(step.ts);
        self.has_ad = true;
        let position = step.number(keys::POD_POSITION).filter(|_| step.before.ad_break.is_some());
        let known = position.is_some_and(|position| self.positions.has(position as i64));
        // The start of an ad that is open already may have come twice.
        if known && step.before.ad.is_none() {
            place.add(Rule::AdPositionRepeated);
        }
    }

    #[inline(always)]
    pub(super) fn ping(&mut self, step: Step<'_>, clock: &mut Clock, event: usize) {
        // A wrong timestamp says nothing of the time.
        if self.heard.is_some() && step.passed.is_known() {
            self.heard = self.left(step, clock, event).then_some(step.ts);
        }
    }

    #[inline(always)]
    pub(super) fn ends(&mut self, step: Step<'_>, clock: &mut Clock, event: usize) {
        self.left(step, clock, event);
    }

    /// The end of the time since the last ping. Returns whether there was no gap.
    fn left(&mut self, step: Step<'_>, clock: &mut Clock, event: usize) -> bool {
        let Some(heard) = self.heard.take() else { return false };
        // A gap of more than ten minutes has its own rule, as has a clock that was set.
        let is_gap = step.passed.is_within(LONGEST_GAP)
            && (MINUTE + 1..=LONGEST_GAP * 6).contains(&step.ts.saturating_sub(heard));
        if is_gap {
            clock.add_gap(Rule::AdPingGap, event);
        }
        !is_gap
    }
}

/// Different numbers. Only so many are remembered, so that a session takes constant memory.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Recent {
    /// A bit for each of the usual ones, from 0 to 63.
    usual: u64,
    /// The latest of the others.
    others: [i64; 4],
    /// How many others there were.
    count: usize,
}

impl Recent {
    /// Whether the number is among them. It is afterwards.
    fn has(&mut self, number: i64) -> bool {
        if (0..64).contains(&number) {
            let bit = 1 << number;
            let known = self.usual & bit != 0;
            self.usual |= bit;
            return known;
        }
        let most = self.others.len();
        let known = self.others[..self.count.min(most)].contains(&number);
        if !known {
            self.others[self.count % most] = number;
            self.count += 1;
        }
        known
    }
}
