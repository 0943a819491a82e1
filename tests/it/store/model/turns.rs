//! Whose turn it is, in the model.

use media_collection::store::SessionStatus;

use super::Both;

impl Both {
    /// The sessions that may be sent next, each with the time from which it may.
    pub(super) fn turns(&self) -> Vec<(i64, u64)> {
        if self.in_flight.len() >= self.options.max_in_flight {
            return Vec::new();
        }
        let is_sendable =
            |id: &u64| self.model[id].state != SessionStatus::Rejected && self.is_idle(*id);
        let mut turns: Vec<u64> = self.model.keys().copied().filter(is_sendable).collect();
        if self.failed.len() > 1 {
            turns.sort_by_key(|id| self.model[id].attempts);
        } else {
            // The first that failed holds up all behind it, up to those that failed often.
            turns.sort_by_key(|id| self.model[id].attempts >= 3);
            let is_tried_again = |id: &u64| (1..3).contains(&self.model[id].attempts);
            let first = turns.iter().position(is_tried_again).unwrap_or(turns.len());
            let held_up = |(index, id): (usize, u64)| {
                (index <= first || self.model[&id].attempts >= 3).then_some(id)
            };
            turns = turns.into_iter().enumerate().filter_map(held_up).collect();
        }
        let due = |id: u64| (self.model[&id].not_before.max(self.all_wait), id);
        turns.into_iter().map(due).collect()
    }

    pub(super) fn succeeded(&mut self) {
        self.failed.clear();
        self.all_wait = 0;
    }
}
