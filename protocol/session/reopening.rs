//! A new session in place of a lost one.

use super::state::SessionState;
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
pub(crate) fn reopen_before(
    start: &SessionStart,
    state: &SessionState,
    next: &Event,
) -> (SessionStart, Vec<Event>) {
    let (start, mut events) = reopen(start, state, next.player_time);
    if next.body.is_playback() && state.restores_playback() {
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
