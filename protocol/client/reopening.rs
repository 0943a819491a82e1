//! A new session for a lost one.

use crate::event::{Event, PlayerTime, SessionStart};
use crate::session::Progress;

/// What a new session needs to stand where a lost one stood.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Reopening {
    /// The start of the new session: as the lost one's, with `media.resume: true`.
    pub start: SessionStart,
    /// What to report right after it: open chapter, ad break and ad, active states, playback.
    pub events: Vec<Event>,
}

impl Reopening {
    pub(crate) fn of(mut start: SessionStart, progress: &Progress, at: PlayerTime) -> Self {
        let mut time = at;
        progress.mend(&mut time);
        start.player_time = time;
        start.params.resume = Some(true);
        let mut events = progress.opening(time);
        for event in &mut events {
            time.ts = time.ts.saturating_add(1);
            event.player_time = time;
        }
        Self { start, events }
    }
}
