//! The part of a store that is not in its file.

use std::collections::{BTreeMap, BTreeSet};

use super::deletion::DeletedSession;
use super::format::{SessionKey, later};
use super::outage::Outage;
use crate::client::{HandedOut, Ticket};
use crate::event::PlayerTime;
use crate::session::SessionState;

/// Data that need not survive a restart, or is read from the file again.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub(super) sizes: Sizes,
    /// Sessions that have a recorder.
    pub(super) recording: BTreeSet<SessionKey>,
    /// Sessions that were handed out, and whether they are still in flight.
    pub(super) handed_out: BTreeMap<SessionKey, HandedOut>,
    /// For each online session that was sent since the store was opened, the state after the events
    /// that the collector has accepted.
    pub(super) accepted: BTreeMap<SessionKey, SessionState>,
    /// The times after which the next event is recorded.
    pub(super) until: BTreeMap<SessionKey, Until>,
    /// The index of the first event whose commit failed, but may have been written: it was not
    /// acknowledged, and is not sent while its recorder may still replace it.
    pub(super) in_doubt: BTreeMap<SessionKey, u32>,
    /// Sessions whose beginning failed, but may have been written.
    pub(super) not_begun: BTreeSet<SessionKey>,
    /// Whether the file was opened and may hold sessions that were sent, but not deleted yet.
    pub(super) untidy: bool,
    /// Whether sessions were sent since the file was last made smaller.
    pub(super) may_shrink: bool,
    /// Viewings that have a tracker.
    pub(super) viewings: BTreeSet<u64>,
    /// How often online sessions were opened again.
    pub(super) reopened: BTreeMap<SessionKey, u32>,
    /// What fails at the moment, of downloaded and of online sessions.
    pub(super) outages: [Outage; 2],
    /// Sessions that the store deleted by itself, until somebody asks which.
    pub(super) deleted: Vec<DeletedSession>,
    /// How many it deleted since it was opened.
    pub(super) deleted_sessions: u64,
    /// Sessions, and bytes of their events, that were sent since the store was opened.
    pub(super) sent_sessions: u64,
    pub(super) sent_bytes: u64,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) events: u32,
    pub(super) bytes: u64,
}

/// The times after which the next event of a session is recorded, where they may be later than that
/// of the last event.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Until {
    /// That of the first start until it is sent, which may have been corrected; then the time that the
    /// last event or start which the collector has accepted should have had. It may go back.
    pub(super) sent: Option<PlayerTime>,
    /// The last time that was given out when waiting events were adjusted.
    pub(super) adjusted: Option<PlayerTime>,
}

impl Until {
    pub(super) fn last(self) -> Option<PlayerTime> {
        later(self.sent, self.adjusted)
    }
}

pub(super) type Sizes = BTreeMap<SessionKey, Size>;

impl Memory {
    pub(super) fn bytes(&self) -> u64 {
        self.sizes.values().map(|size| size.bytes).sum()
    }

    /// Neither being recorded nor in flight.
    pub(super) fn is_idle(&self, key: SessionKey) -> bool {
        !self.recording.contains(&key) && !self.is_in_flight(key)
    }

    pub(super) fn is_in_flight(&self, key: SessionKey) -> bool {
        self.handed_out.get(&key).is_some_and(|handed_out| handed_out.in_flight)
    }

    /// How many sessions are in flight.
    pub(super) fn in_flight(&self) -> usize {
        self.handed_out.values().filter(|handed_out| handed_out.in_flight).count()
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

    /// The time after which the next event of a session is recorded.
    pub(super) fn moved_to(&self, key: SessionKey) -> Option<PlayerTime> {
        self.until.get(&key).and_then(|until| until.last())
    }

    /// What was sent, or is to be sent first, has this time.
    pub(super) fn sent_until(&mut self, key: SessionKey, time: Option<PlayerTime>) {
        self.until.entry(key).or_default().sent = time;
    }

    /// Waiting events were adjusted up to this time.
    pub(super) fn adjusted_until(&mut self, key: SessionKey, time: Option<PlayerTime>) {
        self.until.entry(key).or_default().adjusted = time;
    }

    /// A session is no longer in flight, but its response may still come.
    pub(super) fn give_up(&mut self, key: SessionKey) {
        if let Some(handed_out) = self.handed_out.get_mut(&key) {
            handed_out.in_flight = false;
        }
    }

    pub(super) fn forget_all(&mut self) {
        self.sizes.clear();
        self.handed_out.clear();
        self.accepted.clear();
        self.until.clear();
        self.reopened.clear();
        self.in_doubt.clear();
        self.outages = Default::default();
    }

    pub(super) fn forget(&mut self, key: SessionKey) {
        self.sizes.remove(&key);
        self.handed_out.remove(&key);
        self.accepted.remove(&key);
        self.until.remove(&key);
        self.reopened.remove(&key);
        self.in_doubt.remove(&key);
        self.outages.iter_mut().for_each(|outage| outage.forget(key));
    }
}
