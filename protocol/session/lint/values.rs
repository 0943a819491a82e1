//! Rules about values that sender constraints cannot see: they are odd, or at odds with others.

use super::finding::{Finding, Place};
use super::step::Step;
use crate::event::{ChapterStartParams, EventBody, SessionStartParams, StatesUpdateParams};
use crate::session::rules::Rule;

/// The longest content in seconds: two days.
const LONGEST: f64 = 172_800.0;
/// The longest ad in seconds.
const LONGEST_AD: f64 = 3_600.0;
/// A part that is so much longer than the whole is in another unit.
const OTHER_UNIT: f64 = 20.0;

/// What the start says about lengths.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Values {
    /// The length of the content in seconds; 0 if it is not known.
    length: f64,
    in_other_unit: bool,
}

impl Values {
    pub(super) fn begin<F: FnMut(Finding)>(
        params: &SessionStartParams,
        place: &mut Place<'_, F>,
    ) -> Self {
        // The sender constraints report what is empty.
        if params.analytics_tracking_server.contains('/') {
            place.add(Rule::HostWithScheme);
        }
        let organisation = &params.visitor_marketing_cloud_org_id;
        let has_name = organisation.strip_suffix("@AdobeOrg").is_some_and(|name| !name.is_empty());
        if !has_name && !organisation.is_empty() {
            place.add(Rule::OrganisationId);
        }
        let in_other_unit = params.length > LONGEST;
        if in_other_unit {
            place.say(Rule::LengthUnit, "`media.length` seems to be in milliseconds");
        }
        Self { length: params.length, in_other_unit }
    }

    pub(super) fn step<F: FnMut(Finding)>(&mut self, step: &Step<'_>, place: &mut Place<'_, F>) {
        let qoe = step.event.qoe_data.as_deref();
        match &step.event.body {
            EventBody::AdBreakStart(params) if params.pod_second > LONGEST => {
                place.say(Rule::LengthUnit, "`media.ad.podSecond` seems to be in milliseconds");
            }
            EventBody::AdStart(ad) if ad.params.length > LONGEST_AD => {
                place.say(Rule::LengthUnit, "`media.ad.length` seems to be in milliseconds");
            }
            EventBody::ChapterStart(chapter) => self.chapter(&chapter.params, place),
            EventBody::StateStart(params) => Self::states(step, [&*params.name], place),
            EventBody::StatesUpdate(params) => Self::states(step, started(params), place),
            EventBody::Error(params) => {
                let in_params = params.as_ref().is_some_and(|params| params.error_id.is_some());
                if !in_params && qoe.is_none_or(|qoe| qoe.error_id.is_none()) {
                    place.add(Rule::ErrorWithoutId);
                }
            }
            EventBody::BitrateChange { .. } if qoe.is_none_or(|qoe| qoe.bitrate.is_none()) => {
                place.add(Rule::BitrateWithoutValue);
            }
            EventBody::SessionComplete { .. } => self.complete(step, place),
            _ => {}
        }
    }

    fn chapter<F: FnMut(Finding)>(&self, params: &ChapterStartParams, place: &mut Place<'_, F>) {
        let known = self.length > 0.0 && !self.in_other_unit;
        let longest = if known { LONGEST.min(OTHER_UNIT * self.length) } else { LONGEST };
        if params.length > longest || params.offset > longest {
            let message = "a length or offset of the chapter seems to be in milliseconds";
            place.say(Rule::LengthUnit, message);
        }
    }

    /// At the end of the content the playhead is its length, or a thousandth of it.
    fn complete<F: FnMut(Finding)>(&mut self, step: &Step<'_>, place: &mut Place<'_, F>) {
        let off = (self.length / 1_000.0 - step.playhead).abs();
        if !self.in_other_unit && step.playhead >= 1.0 && off <= 0.05 * step.playhead {
            self.in_other_unit = true;
            place.say(
                Rule::LengthUnit,
                "`media.length` is a thousand times the playhead at the end: it seems to be in milliseconds",
            );
        }
    }

    fn states<'a, F: FnMut(Finding)>(
        step: &Step<'_>,
        names: impl IntoIterator<Item = &'a str>,
        place: &mut Place<'_, F>,
    ) {
        let states = &step.before.states;
        for name in names {
            if !states.has(name) && states.has_in_other_case(name) {
                place.add(Rule::StatesDifferInCase);
            }
        }
    }
}

fn started(params: &StatesUpdateParams) -> impl Iterator<Item = &str> {
    params.states_start.iter().flatten().map(|state| &*state.name)
}
