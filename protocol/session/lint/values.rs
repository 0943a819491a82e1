//! Rules about values that sender constraints cannot see: they are odd, or at odds with others.

use serde::{Deserialize, Serialize};

use super::finding::{Finding, MAX_AT_EVENT, Place};
use super::step::Step;
use crate::constraints::Look;
use crate::event::SessionStartParams;
use crate::schema::keys;
use crate::session::player_states::{changed_states, state_name};
use crate::session::rules::Rule;

/// The longest content in seconds: two days.
pub(super) const LONGEST: f64 = 172_800.0;
/// The longest ad in seconds.
const LONGEST_AD: f64 = 3_600.0;
/// A part that is so much longer than the whole is in another unit.
const LENGTH_IN_OTHER_UNIT: f64 = 2.0;
/// So is an offset that is so much greater than the length. That may be too short by itself.
const OFFSET_IN_OTHER_UNIT: f64 = 20.0;
/// The longest part of a live stream in seconds, and the greatest offset in one: a day.
const LONGEST_LIVE: f64 = 86_400.0;

/// What the start says about lengths.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(super) struct Values {
    /// The length of the content in seconds; 0 if it is not known.
    #[serde(with = "crate::session::any_number")]
    length: f64,
    in_other_unit: bool,
    is_live: bool,
}

/// Whether the content of a `sessionStart` is a live stream.
pub(crate) fn is_live(params: &dyn Look) -> bool {
    let content = params.text_at(keys::CONTENT_TYPE).unwrap_or_default();
    ["live", "linear"].iter().any(|kind| content.eq_ignore_ascii_case(kind))
}

impl Values {
    /// Whether the content is a live stream.
    pub(super) const fn is_live(&self) -> bool {
        self.is_live
    }

    /// The length of the content in seconds, if it is known.
    pub(super) fn length(&self) -> Option<f64> {
        Some(self.length).filter(|length| *length > 0.0)
    }

    pub(super) fn begin<F: FnMut(Finding)>(
        params: &SessionStartParams,
        place: &mut Place<'_, F>,
    ) -> Self {
        // The sender constraints report what is empty.
        let params: &dyn Look = params;
        if params.text_at(keys::TRACKING_SERVER).is_some_and(|server| server.contains('/')) {
            place.add(Rule::HostWithScheme);
        }
        let organisation = params.text_at(keys::ORGANISATION).unwrap_or_default();
        let has_name = organisation.strip_suffix("@AdobeOrg").is_some_and(|name| !name.is_empty());
        if !has_name && !organisation.is_empty() {
            place.add(Rule::OrganisationId);
        }
        let length = params.number_at(keys::LENGTH).unwrap_or_default();
        let in_other_unit = length > LONGEST;
        if in_other_unit {
            place.say(Rule::LengthUnit, "`media.length` seems to be in milliseconds");
        }
        Self { length, in_other_unit, is_live: is_live(params) }
    }

    #[inline(always)]
    pub(super) fn ad_break<F: FnMut(Finding)>(&self, step: Step<'_>, place: &mut Place<'_, F>) {
        let longest = self.longest(OFFSET_IN_OTHER_UNIT);
        if step.number(keys::POD_SECOND).is_some_and(|second| second > longest) {
            place.say(Rule::LengthUnit, "`media.ad.podSecond` seems to be in milliseconds");
        }
    }

    #[inline(always)]
    pub(super) fn ad<F: FnMut(Finding)>(step: Step<'_>, place: &mut Place<'_, F>) {
        if step.number(keys::AD_LENGTH).is_some_and(|length| length > LONGEST_AD) {
            place.say(Rule::LengthUnit, "`media.ad.length` seems to be in milliseconds");
        }
    }

    #[inline(always)]
    pub(super) fn chapter<F: FnMut(Finding)>(&self, step: Step<'_>, place: &mut Place<'_, F>) {
        let length = self.longest(LENGTH_IN_OTHER_UNIT);
        let offset = self.longest(OFFSET_IN_OTHER_UNIT);
        let is_longer = |key, longest| step.number(key).is_some_and(|number| number > longest);
        if is_longer(keys::CHAPTER_LENGTH, length) || is_longer(keys::CHAPTER_OFFSET, offset) {
            let message = "a length or offset of the chapter seems to be in milliseconds";
            place.say(Rule::LengthUnit, message);
        }
    }

    #[inline]
    pub(super) fn state_start<F: FnMut(Finding)>(step: Step<'_>, place: &mut Place<'_, F>) {
        if state_name(&step.event.body).is_some_and(|name| Self::differs_in_case(step, name)) {
            place.add(Rule::StatesDifferInCase);
        }
    }

    pub(super) fn states_update<F: FnMut(Finding)>(step: Step<'_>, place: &mut Place<'_, F>) {
        let mut count = 0;
        changed_states(&step.event.body, &mut |name, starts| {
            if starts && count < MAX_AT_EVENT && Self::differs_in_case(step, name) {
                place.add(Rule::StatesDifferInCase);
                count += 1;
            }
        });
    }

    #[inline]
    pub(super) fn error<F: FnMut(Finding)>(step: Step<'_>, place: &mut Place<'_, F>) {
        let in_params =
            step.event.body.params().and_then(|params| params.member(keys::ERROR_ID)).is_some();
        if !in_params && !step.has_quality(keys::QOE_ERROR_ID) {
            place.add(Rule::ErrorWithoutId);
        }
    }

    #[inline]
    pub(super) fn bitrate_change<F: FnMut(Finding)>(step: Step<'_>, place: &mut Place<'_, F>) {
        if !step.has_quality(keys::BITRATE) {
            place.add(Rule::BitrateWithoutValue);
        }
    }

    /// The longest that a part of the content can be in seconds, if it is at most so many times as
    /// long as the content.
    fn longest(&self, times: f64) -> f64 {
        if self.is_live {
            return LONGEST_LIVE;
        }
        let known = self.length > 0.0 && !self.in_other_unit;
        if known { LONGEST.min(times * self.length) } else { LONGEST }
    }

    /// At the end of the content the playhead is its length, or a thousandth of it.
    #[inline]
    pub(super) fn complete<F: FnMut(Finding)>(&mut self, step: Step<'_>, place: &mut Place<'_, F>) {
        let off = (self.length / 1_000.0 - step.playhead).abs();
        if !self.in_other_unit && step.playhead >= 1.0 && off <= 0.05 * step.playhead {
            self.in_other_unit = true;
            place.say(
                Rule::LengthUnit,
                "`media.length` is a thousand times the playhead at the end: it seems to be in milliseconds",
            );
        }
    }

    fn differs_in_case(step: Step<'_>, name: &str) -> bool {
        let states = &step.before.states;
        states.has_in_other_case(name) && !states.has(name)
    }
}
