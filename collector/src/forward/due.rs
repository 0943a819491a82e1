//! Which sessions can go on now, and when the others can.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};

/// The numbers of sessions with something to do, each once.
#[derive(Debug, Default)]
pub(super) struct Due {
    /// When each is due, in milliseconds since the Unix epoch; `None` is now.
    planned: HashMap<u64, Option<i64>>,
    ready: VecDeque<u64>,
    later: BinaryHeap<Reverse<(i64, u64)>>,
}

impl Due {
    pub(super) fn now(&mut self, session: u64) {
        if self.planned.insert(session, None) != Some(None) {
            self.ready.push_back(session);
        }
    }

    pub(super) fn at(&mut self, moment: i64, session: u64) {
        if self.planned.insert(session, Some(moment)) != Some(Some(moment)) {
            self.later.push(Reverse((moment, session)));
        }
    }

    /// The next session that is due.
    pub(super) fn next(&mut self, now: i64) -> Option<u64> {
        while let Some(moment) = self.moment()
            && moment <= now
        {
            let Some(Reverse((moment, session))) = self.later.pop() else { break };
            if self.planned.get(&session) == Some(&Some(moment)) {
                self.now(session);
            }
        }
        while let Some(session) = self.ready.pop_front() {
            if self.planned.get(&session) == Some(&None) {
                self.planned.remove(&session);
                return Some(session);
            }
        }
        None
    }

    pub(super) fn has_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    /// When the next one is due that is not yet, or could be.
    pub(super) fn moment(&self) -> Option<i64> {
        self.later.peek().map(|Reverse((moment, _))| *moment)
    }

    /// Everything is due now.
    pub(super) fn hurry(&mut self) {
        let mut later = std::mem::take(&mut self.later).into_vec();
        later.sort_unstable_by_key(|Reverse(due)| *due);
        for Reverse((moment, session)) in later {
            if self.planned.get(&session) == Some(&Some(moment)) {
                self.now(session);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Due;

    #[test]
    fn each_session_is_due_once() {
        let mut due = Due::default();
        due.at(50, 1);
        due.at(20, 2);
        due.at(20, 2);
        due.now(3);
        due.now(3);
        assert_eq!([due.next(0), due.next(0)], [Some(3), None]);
        // It is due earlier now.
        due.at(10, 1);
        assert_eq!([due.next(30), due.next(30), due.next(30)], [Some(1), Some(2), None]);
        assert_eq!(due.next(60), None);
        due.at(90, 4);
        due.at(80, 5);
        due.hurry();
        assert_eq!([due.next(0), due.next(0), due.next(i64::MAX)], [Some(5), Some(4), None]);
    }
}
