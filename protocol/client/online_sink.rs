//! What a recorder does with the queue of an online session.

use std::convert::Infallible;

use super::online::Online;
use crate::event::{Event, PlayerTime, SessionStart};
use crate::session::sink::sealed::Take;
use crate::session::{Moved, Moves};

impl Take for Online {
    type Failure = Infallible;

    fn take(&mut self, event: Event) {
        self.queue.push_back(event);
    }

    fn shift(&mut self, moves: &Moves) -> Moved {
        let is_open = self.progress.session_id.is_some();
        let in_flight = self.handed_out.is_some_and(|handed_out| handed_out.in_flight);
        let recorded = self.queue.len() - self.generated;
        let held = usize::from(is_open && in_flight && self.generated == 0);
        let held = self.progress.held(held).min(recorded);
        let unsent = recorded - held;
        let mut moved = Moved::default();
        for (after, event) in self.queue.iter_mut().rev().take(unsent).enumerate() {
            let by = moves.by(after);
            event.player_time.shift(by);
            moved.events += usize::from(by != 0);
        }
        // By how much the present session would move.
        let by = moves.by(self.progress.anchor(unsent, held));
        if is_open || in_flight {
            moved.new_session = self.progress.set_clock(held, by);
            return moved;
        }
        let start = self.start.player_time.ts().wrapping_add(by);
        if let Some(last) = &mut self.accepted.last {
            // It may be the start of a session that was to go on with the events that move.
            last.set_ts(last.ts().wrapping_add(moves.by(unsent)).min(start));
        }
        if by == 0 {
            return moved;
        }
        self.progress.shift(by);
        // A late response would be to the start as it was.
        self.handed_out = None;
        let generated = self.queue.iter_mut().take(self.generated);
        let times = generated.map(|event| &mut event.player_time);
        let times = times.chain([&mut self.start.player_time]);
        times.for_each(|time| time.shift(by));
        moved.events += 1;
        moved
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, Infallible> {
        let start = self.start_mut();
        let is_unsent = start.is_some();
        start.into_iter().for_each(|mut start| change(&mut start));
        Ok(is_unsent)
    }

    /// A reopening may have adjusted the queued events, which may have been accepted since. What ends
    /// a session that is over may be later than they are, and so may a start that was corrected.
    fn moved_to(&self) -> Option<PlayerTime> {
        let is_first = self.progress.reopened == 0 && self.progress.session_id.is_none();
        let sent = if is_first { Some(self.start.player_time) } else { self.accepted.last };
        let sent = sent.map(|sent| self.progress.right(sent));
        let queued = self.queue.back().map(|last| last.player_time);
        sent.into_iter().chain(queued).max_by_key(PlayerTime::ts)
    }
}
