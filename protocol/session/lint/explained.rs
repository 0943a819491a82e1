//! What follows from a fault that has been told, so that one fault gives one finding.

use serde::{Deserialize, Serialize};

use super::step::Step;
use crate::event::EventBody;
use crate::session::order::Closed;
use crate::session::rules::Rule;
use crate::session::state::{Phase, Seen, SessionState};

/// What an earlier fault explains.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(super) struct Explained {
    /// What was open before a second start. It may still be open.
    open: Closed,
    /// What was open at `sessionComplete`.
    at_completion: Closed,
    /// The starts of some states were ignored, or are before a second start.
    states: bool,
    /// An ad plays, but no ad break is open around it.
    stray_ad: bool,
    /// There were ads since the last ad break that had none around them.
    stray_ads: bool,
}

/// A playhead that moves so far, in seconds, is not that of an ad.
const MOVED: f64 = 1.0;

impl Explained {
    pub(super) const fn in_stray_ad(&self) -> bool {
        self.stray_ad
    }

    /// Whether an earlier fault is the reason why the event breaks the rule.
    pub(super) fn explains(&mut self, rule: Rule, body: &EventBody) -> bool {
        let is_chapter =
            matches!(body, EventBody::ChapterComplete { .. } | EventBody::ChapterSkip { .. });
        let is_break = matches!(body, EventBody::AdBreakComplete { .. });
        let completes = matches!(body, EventBody::SessionComplete { .. });
        match rule {
            // The start of their ad break is missing.
            Rule::CloseWhatIsOpen if is_break && self.stray_ads => true,
            Rule::BreakClosed | Rule::ChapterClosed => {
                let open = &mut self.at_completion;
                let open =
                    if rule == Rule::BreakClosed { &mut open.ad_break } else { &mut open.chapter };
                let was_told = *open;
                *open |= completes;
                was_told
            }
            Rule::AdInBreak => self.open.ad_break,
            Rule::CloseWhatIsOpen if is_chapter => self.open.chapter,
            Rule::CloseWhatIsOpen => self.open.ad_break,
            Rule::StateActive => self.states,
            Rule::TenStates => {
                self.states = true;
                false
            }
            _ => false,
        }
    }

    /// The ad is over when the playhead moves.
    #[inline]
    pub(super) fn moves(&mut self, step: Step<'_>) {
        if step.moved.abs() > MOVED {
            self.stray_ad = false;
        }
    }

    /// A session starts, perhaps a second time.
    pub(super) fn begin(&mut self, before: &SessionState<Seen>) {
        let is_second = before.phase == Phase::Open;
        *self = Self {
            open: if is_second { before.open() } else { Closed::default() },
            at_completion: Closed::default(),
            states: is_second && before.states.any_active(),
            stray_ad: is_second && before.ad_break.is_some(),
            stray_ads: false,
        };
    }

    pub(super) fn break_starts_or_ends(&mut self) {
        self.open.ad_break = false;
        (self.stray_ad, self.stray_ads) = (false, false);
    }

    pub(super) fn ad_starts(&mut self, before: &SessionState<Seen>) {
        self.stray_ad = before.ad_break.is_none();
        self.stray_ads |= self.stray_ad && !self.open.ad_break;
    }

    pub(super) fn ad_ends(&mut self) {
        self.stray_ad = self.open.ad_break;
    }

    pub(super) fn chapter(&mut self) {
        self.open.chapter = false;
    }
}
