//! Events that are not part of a session that is open, or that may break a rule about order.

use super::Linter;
use super::finding::{Finding, Place};
use super::memory::Memory;
use super::step::SinceLast;
use crate::event::{Event, EventBody};
use crate::session::rules::Rule;
use crate::session::state::Phase;

/// What follows for an event.
pub(super) enum Next {
    /// It is looked at. Whether a rule about order has been told.
    GoOn {
        is_told: bool,
    },
    /// It only changes the state.
    Take,
    Ignore,
}

impl Linter {
    /// Tells which rules about order the event breaks, and looks at one that is not part of a
    /// session that is open.
    #[inline(never)]
    pub(super) fn out_of_order(
        &mut self,
        index: usize,
        event: &Event,
        displaced: Option<Rule>,
        found: &mut impl FnMut(Finding),
    ) -> Next {
        let Memory { ads, explained, .. } = &mut self.memory;
        let told = &mut *found;
        let mut is_told = false;
        let goes_on = self.state.broken(event, |rule| {
            if rule == Rule::NoPlaybackInBreak {
                // Perhaps something is missing, which is told then.
                return ads.wait(index);
            }
            let is_ad =
                matches!(event.body, EventBody::AdComplete { .. } | EventBody::AdSkip { .. });
            if is_ad && rule == Rule::CloseWhatIsOpen {
                ads.misses_start();
            }
            if !explained.explains(rule, &event.body) {
                is_told = !event.body.ends();
                told(Finding::of(rule, index));
            }
        });
        let time = event.player_time;
        if let EventBody::SessionStart(payload) = &event.body {
            let is_open = self.state.phase == Phase::Open;
            if is_open && self.state.last.is_some_and(|last| time.ts() <= last.ts()) {
                return Next::Ignore; // The same start came twice.
            }
            self.begin(index, time, &payload.params, found);
            Next::Take
        } else if goes_on && self.state.phase != Phase::Completed {
            Next::GoOn { is_told }
        } else {
            if goes_on {
                self.after_completion(index, event, displaced, found);
            }
            Next::Take
        }
    }

    /// Looks at an event after `sessionComplete`. Whatever it is, it should not be there, apart from
    /// the end.
    fn after_completion(
        &mut self,
        index: usize,
        event: &Event,
        displaced: Option<Rule>,
        found: &mut impl FnMut(Finding),
    ) {
        let ts = event.player_time.ts();
        let last = self.state.last.map(|last| last.ts());
        let clock = &mut self.memory.clock;
        let mut place = Place { event: index, found };
        let passed = clock.passed(ts, last, displaced, &mut place);
        let is_over = matches!(event.body, EventBody::SessionEnd { .. });
        let since =
            SinceLast { ts, passed, moved: 0.0, content_played: false, speed: None, is_over };
        clock.step(since, false, &mut place);
    }
}
