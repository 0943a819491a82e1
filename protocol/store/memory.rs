//! What a store knows without its file.

use std::collections::{BTreeMap, BTreeSet};

use super::format::SessionKey;
use crate::client::{HandedOut, Ticket};
use crate::event::PlayerTime;
use crate::session::SessionState;

/// What need not be in the file: it is known again when the file is opened.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub(super) sizes: Sizes,
    /// Sessions with a handle.
    pub(super) recording: BTreeSet<SessionKey>,
    /// Sessions that were handed out, and whether they are still under way.
    pub(super) handed_out: BTreeMap<SessionKey, HandedOut>,
    /// Where what the collector has taken of an online session leads, for those that were sent
    /// since the store was opened.
    pub(super) taken: BTreeMap<SessionKey, SessionState>,
    /// The last time of online sessions whose waiting events were moved, so that what is recorded
    /// next comes after it.
    pub(super) moved_to: BTreeMap<SessionKey, PlayerTime>,
    /// What was sent since the store was opened.
    pub(super) sent_sessions: u64,
    pub(super) sent_bytes: u64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) events: u32,
    pub(super) bytes: u64,
}

pub(super) type Sizes = BTreeMap<SessionKey, Size>;

impl Memory {
    pub(super) fn bytes(&self) -> u64 {
        self.sizes.values().map(|size| size.bytes).sum()
    }

    /// Neither being recorded nor under way.
    pub(super) fn is_idle(&self, key: SessionKey) -> bool {
        !self.recording.contains(&key) && !self.is_under_way(key)
    }

    pub(super) fn is_under_way(&self, key: SessionKey) -> bool {
        self.handed_out.get(&key).is_some_and(|handed_out| handed_out.under_way)
    }

    /// How many sessions are under way.
    pub(super) fn under_way(&self) -> usize {
        self.handed_out.values().filter(|handed_out| handed_out.under_way).count()
    }

    /// Hands a session out under a new ticket.
    pub(super) fn hand_out(&mut self, key: SessionKey) -> Ticket {
        let handed_out = HandedOut::new();
        self.handed_out.insert(key, handed_out);
        handed_out.ticket
    }

    /// The session that was handed out under this ticket, unless the ticket is stale.
    pub(super) fn of_ticket(&self, ticket: Ticket) -> Option<SessionKey> {
        let mut handed_out = self.handed_out.iter();
        handed_out.find(|(_, handed_out)| handed_out.ticket == ticket).map(|(key, _)| *key)
    }

    /// A response came: the ticket is used up.
    pub(super) fn take_back(&mut self, key: SessionKey) {
        self.handed_out.remove(&key);
    }

    /// A session is not under way any more, but its response may still come.
    pub(super) fn give_up(&mut self, key: SessionKey) {
        if let Some(handed_out) = self.handed_out.get_mut(&key) {
            handed_out.under_way = false;
        }
    }

    pub(super) fn forget(&mut self, key: SessionKey) {
        self.sizes.remove(&key);
        self.handed_out.remove(&key);
        self.taken.remove(&key);
        self.moved_to.remove(&key);
    }
}
