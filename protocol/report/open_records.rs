//! What is written when an ad or a chapter closes, and what is odd when the session does.

use super::amount::{Amount, Made};
use super::content::Both;
use super::diagnostic::Notice;
use super::fields;
use super::open::Open;
use super::options::{ReportOptions, TimeSpent};
use super::parts::{ad_dimensions, chapter_dimensions};
use super::states::State;
use super::value::Value;
use super::values::{BY_CLAMP, BY_TIME, Values};

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

    /// What is odd about the session as a whole, now that it closes.
    pub(super) fn notices(&self, mut notice: impl FnMut(Notice, usize)) {
        let Self { counts, content, times, last, states, .. } = self;
        let content_time = content.sums.time.by_ts;
        match counts.started {
            None if content_time.value > 0 || times.unannounced.value > 0 => {
                let made = Made::both(content_time.made, times.unannounced.made);
                notice(Notice::NoContentStart, made.map_or(last.event, |made| made.last));
            }
            Some(event) if content_time.value == 0 && content.stall_time.value == 0 => {
                notice(Notice::StartWithoutContent, event);
            }
            _ => {}
        }
        if states.0.iter().any(State::is_active) {
            notice(Notice::StateLeftOpen, last.event);
        }
    }
}
