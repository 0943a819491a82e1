//! Events that are not part of a session that is open, or that may break a rule about order.

use super::ads::Ads;
use super::finding::{Finding, MAX_AT_EVENT, Place};
use super::memory::Memory;
use super::playback::PlaybackEvents;
use super::playhead::Playhead;
use super::step::{SinceLast, playhead_of};
use super::values::Values;
use crate::event::{Event, EventBody, PlayerTime, SessionStartParams};
use crate::session::rules::Rule;
use crate::session::state::{Phase, Seen, SessionState};

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

/// Tells which rules about order the event breaks, and looks at one that is not part of a
/// session that is open.
#[inline(never)]
pub(super) fn out_of_order(
    state: &SessionState<Seen>,
    memory: &mut Memory,
    index: usize,
    event: &Event,
    displaced: Option<Rule>,
    found: &mut impl FnMut(Finding),
) -> Next {
    let Memory { ads, explained, .. } = memory;
    let told = &mut *found;
    let mut is_told = false;
    let mut count = 0;
    let goes_on = state.broken(event, |rule| {
        if rule == Rule::NoPlaybackInBreak {
            // Perhaps something is missing, which is told then.
            return ads.wait(index);
        }
        let is_ad = matches!(event.body, EventBody::AdComplete { .. } | EventBody::AdSkip { .. });
        if is_ad && rule == Rule::CloseWhatIsOpen {
            ads.misses_start();
        }
        if !explained.explains(rule, &event.body) {
            is_told = !event.body.ends();
            count += 1;
            if count <= MAX_AT_EVENT {
                told(Finding::of(rule, index));
            }
        }
    });
    let time = event.player_time;
    if let EventBody::SessionStart(payload) = &event.body {
        let is_open = state.phase == Phase::Open;
        if is_open && state.last.is_some_and(|last| time.ts() <= last.ts()) {
            return Next::Ignore; // The same start came twice.
        }
        begin(state, memory, index, time, &payload.params, found);
        Next::Take
    } else if goes_on && state.phase != Phase::Completed {
        Next::GoOn { is_told }
    } else {
        if goes_on {
            after_completion(state, memory, index, event, displaced, found);
        }
        Next::Take
    }
}

/// Looks at an event after `sessionComplete`. Whatever it is, it should not be there, apart from
/// the end.
fn after_completion(
    state: &SessionState<Seen>,
    memory: &mut Memory,
    index: usize,
    event: &Event,
    displaced: Option<Rule>,
    found: &mut impl FnMut(Finding),
) {
    let ts = event.player_time.ts();
    let last = state.last.map(|last| last.ts());
    let clock = &mut memory.clock;
    let mut place = Place { event: index, found };
    let passed = clock.passed(ts, last, displaced, &mut place);
    let is_over = matches!(event.body, EventBody::SessionEnd { .. });
    let since = SinceLast { ts, passed, moved: 0.0, content_played: false, speed: None, is_over };
    clock.step(since, false, &mut place);
}

#[inline(never)]
pub(super) fn begin(
    state: &SessionState<Seen>,
    memory: &mut Memory,
    index: usize,
    time: PlayerTime,
    params: &SessionStartParams,
    found: &mut impl FnMut(Finding),
) {
    memory.clock.report_gap(found);
    let mut place = Place { event: index, found };
    let has_played = state.phase == Phase::Open && memory.playback.has_played();
    memory.explained.begin(state);
    if state.last.is_some() {
        memory.playback = PlaybackEvents::begun(has_played);
        memory.ads = Ads::default();
    }
    memory.clock.begin(time.ts(), &mut place);
    memory.values = Values::begin(params, &mut place);
    memory.playhead = Playhead::begun(&memory.values, time.ts());
    memory.playhead.at(playhead_of(time), false, &mut place);
}
