//! Packed sessions that have ended: what was not found in them yet is found later, of their events.

use super::Sessions;

impl Sessions {
    /// Everything about a session is known. If it is packed, it has to be judged again.
    pub(super) fn has_finished(&mut self, number: u64) {
        let session = self.all.numbered(number);
        if session.is_some_and(|session| session.is_packed() && session.has_all_texts()) {
            self.unjudged.push_back(number);
        }
    }

    /// The id of the next session to judge again.
    pub(crate) fn next_unjudged(&mut self) -> Option<String> {
        while let Some(number) = self.unjudged.pop_front() {
            let session = self.all.numbered(number);
            if let Some(session) = session.filter(|session| session.is_packed()) {
                return Some(session.id.to_string());
            }
        }
        None
    }

    pub(crate) fn has_unjudged(&self) -> bool {
        !self.unjudged.is_empty()
    }
}
