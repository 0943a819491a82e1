//! What is written when an ad or a chapter closes, and what is odd when the session does.

use super::amount::{Amount, Made};
use super::content::Both;
use super::diagnostic::{Diagnostic, Notice};
use super::fields::{self, MARKERS};
use super::open::Open;
use super::opened::Opened;
use super::options::{ReportOptions, TimeSpent};
use super::parts::{Ad, Pod, ad_dimensions, chapter_dimensions};
use super::states::of_state;
use super::value::Value;
use super::values::{AD_PLAYS, BY_CLAMP, BY_TIME, TOLD_GAP, Values};
use crate::schema::keys;
use crate::session::Playback;

impl Open {
    /// The values of the ad that is open, if it closes now.
    pub(super) fn ad_values(
        &self,
        options: &ReportOptions,
        completed: Option<usize>,
    ) -> Option<Vec<Value>> {
        let ad = self.ad.as_ref()?;
        let mut values = Values::new(options, 24);
        values.flag(&fields::AD_IS_COMPLETED, completed.map(Made::at));
        let time = values.time(&fields::AD_TIME_PLAYED, ad.time);
        let with_held = ad.time.value.saturating_add(ad.held);
        let time = values.or_time(time, with_held, AD_PLAYS);
        values.add(time);
        let pod = self.pod.as_ref().map(|pod| &pod.opened);
        ad_dimensions(&ad.opened, pod, &self.content_sum, options, &mut values.values);
        Some(values.values)
    }

    /// The values of the chapter that is open, if it closes now.
    pub(super) fn chapter_values(
        &self,
        options: &ReportOptions,
        completed: Option<usize>,
    ) -> Option<Vec<Value>> {
        let chapter = self.chapter.as_ref()?;
        let mut values = Values::new(options, 12);
        values.flag(&fields::CHAPTER_IS_STARTED, Some(Made::at(chapter.index)));
        values.flag(&fields::CHAPTER_IS_COMPLETED, completed.map(Made::at));
        let Both { by_ts, clamped } = self.content.sums.chapter;
        let (chosen, other, doubt) = match options.time_spent {
            TimeSpent::Timestamps => (by_ts, clamped, BY_CLAMP),
            TimeSpent::Clamped => (Amount { value: clamped, ..by_ts }, by_ts.value, BY_TIME),
        };
        let mut value = values.time(&fields::CHAPTER_TIME_PLAYED, chosen);
        value = values.or_time(value, other, doubt);
        let with_ads = chosen.value.saturating_add(self.times.chapter_in_ads);
        value = values.or_time(value, with_ads, "if the ads in a chapter count");
        values.add(value);
        chapter_dimensions(chapter, &self.content_sum, options, &mut values.values);
        Some(values.values)
    }

    /// Whether an ad break is before the content: it is the first, and nearly nothing was played.
    pub(super) fn is_pre_roll(&self, pod: &Pod) -> bool {
        let at = pod.opened.params().and_then(|params| params.number_at(keys::POD_SECOND));
        let played = self.content.sums.time.by_ts.value;
        let is_at_start = at.is_some_and(|second| second <= 0.0);
        let most = if is_at_start { MAX_BEFORE_PRE_ROLL } else { MAX_BEFORE_ROLL };
        self.counts.breaks.value == 0 && played <= most
    }

    pub(super) fn begin_ad(&mut self, opened: Opened) {
        let is_held = matches!(self.playback, Playback::Paused | Playback::Buffering);
        self.ad = Some(Ad { opened, time: Amount::default(), is_held, held: 0 });
    }

    /// What is odd about the session as a whole, now that it closes.
    pub(super) fn notices(&self, mut told: impl FnMut(Diagnostic)) {
        let Self { counts, content, times, last, states, .. } = self;
        let content_time = content.sums.time.by_ts;
        let watched = times.watched_unannounced > 0;
        match counts.started {
            None if content_time.value > 0 || watched => {
                let made = Made::both(content_time.made, times.unannounced.made);
                let event = made.map_or(last.event, Made::last);
                told(Notice::NoContentStart.at(event));
            }
            Some(event) if content_time.value == 0 && content.stall_time.value == 0 => {
                told(Notice::StartWithoutContent.at(event));
            }
            Some(event) if watched => told(Notice::LateContentStart.at(event)),
            _ => {}
        }
        if content.intervals.is_rough {
            told(Notice::TooManyParts.at(last.event));
        }
        if self.pod.as_ref().is_some_and(|pod| pod.gap > TOLD_GAP) {
            told(Notice::GapInBreak.at(last.event));
        }
        let passed = MARKERS.iter().enumerate().filter_map(|(number, (_, field))| {
            let reached = self.reached.at(number)?;
            content.crossed.at(number).is_none().then_some((reached, field.xdm))
        });
        let passed: Vec<_> = passed.collect();
        // What a jump passes is told with the jump, and of live content nothing is known anyway.
        let is_told = self.has_jumped || self.has_no_markers();
        if let Some((event, _)) = passed.first().filter(|_| !is_told) {
            let spoils = passed.iter().map(|(_, xdm)| (*xdm).into());
            told(Notice::MarkersDiffer.spoiling(*event, spoils));
        }
        let active = states.0.iter().filter(|state| state.is_active());
        let mut active = active.map(|state| of_state(fields::STATE_TIME.xdm, &state.name));
        if let Some(first) = active.next() {
            let spoils = std::iter::once(first).chain(active);
            told(Notice::StateLeftOpen.spoiling(last.event, spoils));
        }
    }
}

/// The most that can have been played of the content before its pre-roll, in milliseconds.
const MAX_BEFORE_PRE_ROLL: i64 = 5_000;
/// The same if the ad break does not say that it is at the start of the content.
const MAX_BEFORE_ROLL: i64 = 2_000;
