//! The sessions, their events and their findings.
//!
//! Nothing here reads a clock or does I/O. The caller passes the time in milliseconds since the
//! Unix epoch, so that stored events are replayed by the same rules.

mod closed;
mod detail;
mod edge;
mod found;
mod owners;
mod rejected;
mod reported;
mod reports;
mod session;
mod short;
mod view;

use std::collections::{BTreeMap, HashMap, VecDeque};

use media_collection::{Api, Event, EventBody};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

pub(crate) use self::closed::Closed;
use self::closed::Forgotten;
pub(crate) use self::detail::{Known, Part};
pub(crate) use self::edge::{Around, EdgeAbout};
use self::owners::{Owned, Owners};
pub(crate) use self::rejected::Rejected;
use self::rejected::RejectedList;
use self::reported::Reported;
pub(crate) use self::reports::Texts;
use self::session::Session;
pub(crate) use self::session::ShownEvent;
pub(crate) use self::short::shortened;
use crate::connections::Client;
use crate::options::Limits;

/// How a session was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Origin {
    /// Event by event.
    Online,
    /// In one request to the downloaded endpoint.
    Downloaded,
    /// In one request, in the deprecated form.
    LegacyBatch,
}

/// Whether an event may be added to its session.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Admission {
    /// Yes.
    Admitted,
    /// No: it is a `sessionEnd` that was already received. The request still succeeds.
    Repeated,
    /// No: its session is unknown.
    Unknown,
    /// No: its session is closed.
    Closed,
}

/// An event and its encoded text.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) event: Event,
    pub(crate) text: Box<RawValue>,
}

/// All sessions, and the requests that were rejected.
#[derive(Debug)]
pub(crate) struct Sessions {
    limits: Limits,
    by_id: HashMap<String, Session>,
    /// The ids in the order of arrival.
    order: BTreeMap<u64, String>,
    /// The ids of finished sessions, the longest finished first.
    finished: VecDeque<String>,
    owners: Owners,
    forgotten: Forgotten,
    rejected: RejectedList,
    /// Until when somebody looks at the page, so that sessions that begin have a report.
    watched: u64,
    /// The ids of sessions that are not in the page's list, and have a report nevertheless.
    adopted: VecDeque<String>,
    arrived: u64,
    open: usize,
    bytes: usize,
    /// Incremented by every change, so that the page can detect changes.
    version: u64,
}

impl Sessions {
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            limits,
            by_id: HashMap::new(),
            order: BTreeMap::new(),
            finished: VecDeque::new(),
            owners: Owners::default(),
            forgotten: Forgotten::default(),
            rejected: RejectedList::default(),
            watched: 0,
            adopted: VecDeque::new(),
            arrived: 0,
            open: 0,
            bytes: 0,
            version: 1,
        }
    }

    /// Opens an online session. If there were too many, returns the id of the one that was closed.
    pub(crate) fn start(
        &mut self,
        now: u64,
        client: Client,
        id: &str,
        start: Written,
        edge: Option<EdgeAbout>,
    ) -> Option<String> {
        let crowded = self.crowded(client);
        if let Some(idle) = &crowded {
            self.close(idle, Closed::Crowded);
        }
        self.insert(now, client, id, Origin::Online, edge, std::iter::once(start));
        crowded
    }

    /// Adds a session that was uploaded in one request.
    pub(crate) fn upload(
        &mut self,
        now: u64,
        id: &str,
        origin: Origin,
        edge: Option<EdgeAbout>,
        events: Vec<Written>,
    ) {
        self.insert(now, Client::UNKNOWN, id, origin, edge, events.into_iter());
        self.close(id, Closed::Uploaded);
    }

    /// Whether an event may be added to its session. The id of a session is known to one API only.
    pub(crate) fn admits(&self, now: u64, api: Api, id: &str, written: &Written) -> Admission {
        let closed = match self.by_id.get(id) {
            Some(session) if session.api() != api => return Admission::Unknown,
            Some(session) if session.was_overtaken(now, &written.event) => None,
            Some(session) => session.closed,
            None => match self.forgotten.closed(api, id) {
                None => return Admission::Unknown,
                closed => closed,
            },
        };
        match closed {
            None => Admission::Admitted,
            Some(Closed::Ended) if is_end(&written.event) => Admission::Repeated,
            Some(_) => Admission::Closed,
        }
    }

    /// Adds an event to its session, if it may be added.
    pub(crate) fn event(&mut self, now: u64, api: Api, id: &str, written: Written) {
        if self.admits(now, api, id, &written) == Admission::Admitted {
            let is_end = is_end(&written.event);
            self.add(now, id, written);
            if is_end {
                self.close(id, Closed::Ended);
            }
        }
    }

    /// Closes a session because an event could not be stored. If it is already closed, this
    /// replaces the reason.
    pub(crate) fn lose(&mut self, id: &str) {
        self.close(id, Closed::NotStored);
        if let Some(session) = self.by_id.get_mut(id) {
            session.close(Closed::NotStored);
        }
    }

    /// Closes a session if one of its timeouts has passed.
    pub(crate) fn expire(&mut self, now: u64, id: &str) -> Option<Closed> {
        let session = self.by_id.get(id).filter(|session| session.closed.is_none())?;
        let reason = session.expired(now, &self.limits)?;
        self.close(id, reason);
        Some(reason)
    }

    /// Closes every session whose timeouts have passed.
    pub(crate) fn sweep(&mut self, now: u64) -> Vec<(String, Closed)> {
        let open = self.by_id.iter().filter(|(_, session)| session.closed.is_none());
        let expired: Vec<_> = open
            .filter_map(|(id, session)| Some((id.clone(), session.expired(now, &self.limits)?)))
            .collect();
        for (id, reason) in &expired {
            self.close(id, *reason);
        }
        for session in self.by_id.values_mut() {
            session.settle(now);
        }
        expired
    }

    /// Closes a session, if it is open.
    pub(crate) fn close(&mut self, id: &str, reason: Closed) {
        let Some(session) = self.by_id.get_mut(id).filter(|session| session.closed.is_none())
        else {
            return;
        };
        session.close(reason);
        self.owners.closed(session.owned, session.number, self.limits.open);
        self.version += 1;
        session.version = self.version;
        self.open -= 1;
        self.finished.push_back(id.to_owned());
        self.make_room();
    }

    /// Records a rejected request for the page.
    pub(crate) fn reject(&mut self, rejected: Rejected) {
        self.version += 1;
        if let Some(session) = rejected.session.as_ref().and_then(|id| self.by_id.get_mut(id)) {
            session.version = self.version;
        }
        self.rejected.push(rejected, self.version);
    }

    /// The name of a session's player.
    pub(crate) fn player(&self, id: &str) -> Option<String> {
        self.by_id.get(id).map(|session| session.about.player.clone())
    }

    /// How many sessions are open.
    pub(crate) fn open(&self) -> usize {
        self.open
    }

    /// How many sessions there are, open and finished.
    pub(crate) fn len(&self) -> usize {
        self.by_id.len()
    }

    fn insert(
        &mut self,
        now: u64,
        client: Client,
        id: &str,
        origin: Origin,
        edge: Option<EdgeAbout>,
        mut events: impl Iterator<Item = Written>,
    ) {
        let Some(first) = events.next() else { return };
        let number = self.arrived;
        self.arrived += 1;
        self.open += 1;
        let owned = Owned { client, heard: now };
        self.owners.opened(owned, number, self.limits.open);
        let mut session = Session::new(number, owned, origin, edge, now, &first.event);
        if now < self.watched {
            session.reported = Some(Box::new(Reported::new(origin, id)));
        }
        self.by_id.insert(id.to_owned(), session);
        self.order.insert(number, id.to_owned());
        self.forget_unlisted(number);
        for written in std::iter::once(first).chain(events) {
            self.add(now, id, written);
        }
    }

    fn add(&mut self, now: u64, id: &str, written: Written) {
        let Some(session) = self.by_id.get_mut(id) else { return };
        let room = self.limits.bytes.saturating_sub(self.bytes);
        self.bytes += session.add(now, written, room, self.limits.events);
        self.version += 1;
        session.version = self.version;
        self.make_room();
    }

    /// Drops the longest finished sessions when there are too many, or too many bytes.
    fn make_room(&mut self) {
        while self.finished.len() > self.limits.finished
            || (self.bytes > self.limits.bytes / 8 * 7 && self.finished.len() > 1)
        {
            let Some(id) = self.finished.pop_front() else { return };
            let Some(session) = self.by_id.remove(&id) else { continue };
            self.bytes -= session.bytes();
            self.order.remove(&session.number);
            if let Some(reason) = session.closed {
                self.forgotten.remember(session.api(), id, reason);
            }
            self.version += 1;
        }
    }

    /// The id of the session that has to be closed before another one of this client is opened.
    fn crowded(&mut self, client: Client) -> Option<String> {
        let crowding = if self.owners.count(client) >= self.limits.open_by_address {
            Some(client)
        } else if self.open < self.limits.open {
            return None;
        } else {
            self.owners.largest()
        };
        let Some(client) = crowding else { return self.longest_idle() };
        let Self { owners, order, by_id, .. } = self;
        let heard = |number| {
            let session = by_id.get_mut(order.get(&number)?)?;
            session.owned.heard = session.heard;
            Some(session.heard)
        };
        let number = owners.longest_idle(client, heard)?;
        order.get(&number).cloned()
    }

    fn longest_idle(&self) -> Option<String> {
        let open = self.by_id.iter().filter(|(_, session)| session.closed.is_none());
        open.min_by_key(|(_, session)| (session.heard, session.number)).map(|(id, _)| id.clone())
    }
}

fn is_end(event: &Event) -> bool {
    matches!(event.body, EventBody::SessionEnd)
}
