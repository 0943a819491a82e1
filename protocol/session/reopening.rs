//! A new session in place of a lost one.

use super::state::{Playback, SessionState};
use super::time_limits::MAX_SILENCE;
use crate::event::{Event, EventBody, PlayerTime, SessionStart};

/// The start of a new session, and the events that bring it into the state of the lost one.
///
/// The start is that of the lost session with `media.resume: true`. Each event has a time of its
/// own, later than the last one of the lost session.
pub(crate) fn reopen(
    start: &SessionStart,
    state: &SessionState,
    at: PlayerTime,
) -> (SessionStart, Vec<Event>) {
    let mut start = start.clone();
    let mut time = at;
    state.adjust(&mut time);
    start.player_time = time;
    start.params.say_resume(Some(true));
    let mut events = state.restoring(time);
    for event in &mut events {
        time.set_ts(time.ts().saturating_add(1));
        event.player_time = time;
    }
    (start, events)
}

/// The same, before an event that is already recorded. One that says what the player does needs
/// nothing before it that says what the player did: the back end would count a pause twice.
///
/// A session that the collector has `lost` while something played goes on where it was accepted
/// last, so that the time until the next event counts, also if that is a pause; unless the back end
/// has closed it because of silence. If `play` is next, it follows at once, and would be there twice.
pub(crate) fn reopen_before(
    start: &SessionStart,
    state: &SessionState,
    next: &Event,
    lost: bool,
) -> (SessionStart, Vec<Event>) {
    let says_what_it_does = next.body.is_playback();
    let plays_on = matches!(next.body, EventBody::Play { .. });
    let counts = lost && state.playback == Playback::Playing && !plays_on;
    let is_short =
        |last: &PlayerTime| next.player_time.ts().saturating_sub(last.ts()) < MAX_SILENCE;
    let last = state.last.filter(|last| counts && is_short(last));
    let (start, mut events) = reopen(start, state, last.unwrap_or(next.player_time));
    if last.is_none() && says_what_it_does && state.restores_playback() {
        events.pop();
    }
    (start, events)
}

impl EventBody {
    /// Whether an event of this kind says what the player does.
    const fn is_playback(&self) -> bool {
        matches!(self, Self::Play { .. } | Self::PauseStart { .. } | Self::BufferStart { .. })
    }
}
