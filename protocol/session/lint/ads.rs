//! Rules about ad breaks and ads.

use super::clock::LONGEST_GAP;
use super::finding::{Finding, Place};
use super::step::{MINUTE, Step};
use crate::event::EventBody;
use crate::schema::keys;
use crate::session::rules::Rule;

/// What the ad breaks and ads have said.
#[derive(Debug, Clone, Default)]
pub(super) struct Ads {
    pods: Recent,
    positions: Recent,
    has_ad: bool,
    /// When the open ad was last heard of; `None` once the gap is reported.
    heard: Option<i64>,
}

impl Ads {
    pub(super) fn step<F: FnMut(Finding)>(&mut self, step: &Step<'_>, place: &mut Place<'_, F>) {
        let body = &step.event.body;
        let number = |key| body.params().and_then(|params| params.number_at(key));
        match body {
            EventBody::AdBreakStart { .. } => {
                if number(keys::POD_INDEX).is_some_and(|index| self.pods.has(index as i64)) {
                    place.add(Rule::PodIndexRepeated);
                }
                self.positions.0.clear();
                self.has_ad = false;
                self.heard = None;
            }
            EventBody::AdBreakComplete { .. } => {
                if step.before.ad_break.is_some() && !self.has_ad {
                    place.add(Rule::EmptyAdBreak);
                }
                self.left(step, place);
            }
            EventBody::AdStart { .. } => {
                self.left(step, place);
                self.heard = Some(step.ts);
                self.has_ad = true;
                let position =
                    number(keys::POD_POSITION).filter(|_| step.before.ad_break.is_some());
                if position.is_some_and(|position| self.positions.has(position as i64)) {
                    place.add(Rule::AdPositionRepeated);
                }
            }
            EventBody::Ping { .. } if self.heard.is_some() => {
                self.heard = self.left(step, place).then_some(step.ts);
            }
            EventBody::AdComplete { .. }
            | EventBody::AdSkip { .. }
            | EventBody::SessionComplete { .. }
            | EventBody::SessionEnd { .. } => {
                self.left(step, place);
            }
            _ if step.passed.is_none() && self.heard.is_some() => self.heard = Some(step.ts),
            _ => {}
        }
    }

    /// The end of the time since the last ping. Returns whether there was no gap.
    fn left<F: FnMut(Finding)>(&mut self, step: &Step<'_>, place: &mut Place<'_, F>) -> bool {
        let Some(heard) = self.heard.take() else { return false };
        // A gap of more than ten minutes has its own rule.
        let Some(_) = step.passed.filter(|passed| *passed <= LONGEST_GAP) else { return true };
        let is_gap = step.ts.saturating_sub(heard) > MINUTE;
        if is_gap {
            place.add(Rule::AdPingGap);
        }
        !is_gap
    }
}

/// The latest different numbers: only so many, so that a session takes constant memory.
#[derive(Debug, Clone, Default)]
struct Recent(Vec<i64>);

impl Recent {
    const MAX: usize = 64;

    /// Whether the number is among them. It is afterwards.
    fn has(&mut self, number: i64) -> bool {
        if self.0.contains(&number) {
            return true;
        }
        if self.0.len() == Self::MAX {
            self.0.remove(0);
        }
        self.0.push(number);
        false
    }
}
