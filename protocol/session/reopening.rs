//! A new session in place of a lost one.

use super::state::SessionState;
use crate::event::{Event, PlayerTime, SessionStart};

/// What brings a new session into the state of the lost one: its start, which is as the lost one's
/// with `media.resume: true`, and what to report right after it, each at a time of its own after
/// the lost session's last.
pub(crate) fn reopen(
    start: &SessionStart,
    state: &SessionState,
    at: PlayerTime,
) -> (SessionStart, Vec<Event>) {
    let mut start = start.clone();
    let mut time = at;
    state.adjust(&mut time);
    start.player_time = time;
    start.params.resume = Some(true);
    let mut events = state.restoring(time);
    for event in &mut events {
        time.ts = time.ts.saturating_add(1);
        event.player_time = time;
    }
    (start, events)
}
