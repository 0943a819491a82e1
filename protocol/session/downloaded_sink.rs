//! The sink in memory.

use std::convert::Infallible;

use super::sink::sealed::Take;
use super::start_mut::StartMut;
use super::timing::{Moved, Moves};
use crate::event::{Event, PlayerTime, SessionStart};

/// The sink of a downloaded session that is recorded in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Downloaded {
    pub(super) start: Box<SessionStart>,
    pub(super) events: Vec<Event>,
}

impl Take for Downloaded {
    type Failure = Infallible;

    fn shift(&mut self, moves: &Moves) -> Moved {
        let events = self.events.iter_mut().rev().map(|event| &mut event.player_time);
        let start = &mut self.start.player_time;
        let moved = events.chain([start]).enumerate().take(moves.last());
        let moved = moved.map(|(after, time)| time.shift(moves.by(after)));
        Moved { events: moved.count(), new_session: false }
    }

    fn take(&mut self, event: Event) {
        self.events.push(event);
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, Infallible> {
        let next = self.events.first().map(|next| next.player_time.ts());
        let downloaded = self.start.params.says_downloaded();
        change(&mut StartMut::new(&mut self.start, downloaded, next));
        Ok(true)
    }

    /// A start that was changed may be later.
    fn moved_to(&self) -> Option<PlayerTime> {
        self.events.is_empty().then_some(self.start.player_time)
    }
}
