//! What the rules remember of a session, and which of them look at an event.

use serde::{Deserialize, Serialize};

use super::ads::Ads;
use super::clock::Clock;
use super::explained::Explained;
use super::finding::{Finding, Place};
use super::playback::PlaybackEvents;
use super::playhead::Playhead;
use super::step::Step;
use super::values::Values;
use crate::event::{EventBody, PlayerTime};
use crate::session::state::Playback;

/// What the rules remember of a session.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Memory {
    pub(super) clock: Clock,
    pub(super) playhead: Playhead,
    pub(super) playback: PlaybackEvents,
    pub(super) ads: Ads,
    pub(super) explained: Explained,
    pub(super) values: Values,
}

impl Memory {
    /// Looks at what the rules about an event of this kind look at. Returns whether the timestamp may
    /// equal that of the event before, because it is part of another fault.
    #[inline(always)]
    pub(super) fn judge_kind<F: FnMut(Finding)>(
        &mut self,
        step: Step<'_>,
        place: &mut Place<'_, F>,
    ) -> bool {
        let Self { clock, playhead, playback, ads, explained, values } = self;
        match &step.event.body {
            EventBody::Ping { .. } => {
                ads.ping(step, clock, place.event);
                playback.ping(step, place);
            }
            EventBody::Play { .. } => {
                let at_odds = playhead.is_at_odds();
                playhead.anew(step, true);
                return playback.playback(step, Playback::Playing, at_odds, place);
            }
            EventBody::PauseStart { .. } => {
                let at_odds = playhead.is_at_odds();
                playhead.anew(step, false);
                return playback.playback(step, Playback::Paused, at_odds, place);
            }
            EventBody::BufferStart { .. } => {
                let at_odds = playhead.is_at_odds();
                playhead.anew(step, true);
                return playback.playback(step, Playback::Buffering, at_odds, place);
            }
            EventBody::AdBreakStart { .. } => {
                ads.break_starts(step, place);
                explained.break_starts_or_ends();
                values.ad_break(step, place);
                let explained = playback.break_starts(step, playhead.stands(), place);
                playhead.break_starts(step);
                return explained;
            }
            EventBody::AdBreakComplete { .. } => {
                ads.break_ends(step, clock, place);
                explained.break_starts_or_ends();
                playback.break_ends(step);
                playhead.break_ends(step);
            }
            EventBody::AdStart { .. } => {
                ads.starts(step, clock, place);
                explained.ad_starts(step.before);
                Values::ad(step, place);
                playback.ad_starts();
            }
            EventBody::AdComplete { .. } | EventBody::AdSkip { .. } => {
                ads.ends(step, clock, place.event);
                explained.ad_ends();
                playback.ad_ends(step);
            }
            EventBody::ChapterStart { .. } => {
                explained.chapter();
                values.chapter(step, place);
            }
            EventBody::ChapterComplete { .. } | EventBody::ChapterSkip { .. } => {
                explained.chapter();
            }
            EventBody::StateStart { .. } => Values::state_start(step, place),
            EventBody::StatesUpdate { .. } => Values::states_update(step, place),
            EventBody::BitrateChange { .. } => Values::bitrate_change(step, place),
            EventBody::Error(_) => {
                Values::error(step, place);
                playback.error();
                playhead.anew(step, false);
            }
            EventBody::SessionComplete { .. } => {
                values.complete(step, place);
                playback.completed();
            }
            _ => {}
        }
        false
    }

    /// Whether a steady ping is all that happens. If so, it is remembered.
    #[inline]
    pub(super) fn is_steady(&mut self, now: PlayerTime) -> bool {
        let is_steady = self.clock.is_calm(now.ts())
            && self.playhead.is_calm(now)
            && self.playback.has_played();
        if is_steady {
            self.playhead.steady(now);
            self.playback.steady(now);
        }
        is_steady
    }
}
