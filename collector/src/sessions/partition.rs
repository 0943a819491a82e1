//! What the owner of a partition needs: its sessions are closed in the order of a stream.

use super::{Closed, Sessions};

impl Sessions {
    /// The open sessions that are to be closed: those whose timeouts have passed, and if there are more than
    /// `most_open`, those that were idle for longest.
    pub(crate) fn due(&self, now: u64, most_open: usize, most: usize) -> Vec<(String, Closed)> {
        let due = self.all.due(now, &self.limits, most);
        let mut due: Vec<_> =
            due.into_iter().map(|(session, reason)| (session.id.to_string(), reason)).collect();
        let over = self.open().saturating_sub(most_open).saturating_sub(due.len());
        let crowded = self.all.idle().map(|session| session.id.to_string());
        let crowded = crowded.filter(|id| due.iter().all(|(other, _)| other != id));
        let crowded: Vec<_> =
            crowded.take(over.min(most - due.len())).map(|id| (id, Closed::Crowded)).collect();
        due.extend(crowded);
        due
    }

    /// How many sessions there have been.
    pub(crate) fn arrived(&self) -> u64 {
        self.arrived
    }

    /// How many there had been before the oldest that is here.
    pub(crate) fn oldest(&self) -> Option<u64> {
        self.all.oldest()
    }
}
