//! The sessions, their events and their findings.
//!
//! Nothing here reads a clock or does I/O. The caller passes the time in milliseconds since the
//! Unix epoch, so that stored events are replayed by the same rules.

mod about;
mod admission;
mod closed;
mod detail;
mod edge;
mod erase;
mod event_text;
mod figures;
mod found;
mod id;
mod judging;
mod owners;
#[cfg(feature = "nats")]
mod partition;
mod recency;
mod rejected;
mod reported;
mod reports;
mod session;
mod short;
#[cfg(feature = "nats")]
mod snapshot;
mod table;
#[cfg(test)]
mod tests;
mod unjudged;
mod upload;
mod view;

use std::any::Any;
use std::collections::VecDeque;

use media_collection::{Api, Event};
use serde::{Deserialize, Serialize};

use self::about::{About, Shared};
pub(crate) use self::admission::{Admission, Arrival, Restored};
use self::admission::{MAX_OVERTAKEN, is_end};
use self::closed::Forgotten;
pub(crate) use self::closed::{Closed, MAX_FORGOTTEN};
pub(crate) use self::detail::{Known, Part};
pub(crate) use self::edge::{Around, EdgeAbout};
pub(crate) use self::event_text::EventText;
pub(crate) use self::figures::Figures;
use self::figures::Tally;
pub(crate) use self::id::Id;
pub(crate) use self::judging::ShownEvent;
#[cfg(feature = "nats")]
pub(crate) use self::rejected::MAX_REJECTED;
pub(crate) use self::rejected::Rejected;
use self::rejected::RejectedList;
use self::reported::Reported;
pub(crate) use self::reports::{MAX_READ, Texts};
use self::session::Session;
pub(crate) use self::short::{MAX_NAME, shortened};
#[cfg(feature = "nats")]
pub(crate) use self::snapshot::{Line as SnapshotLine, MAX_LINES, Order, Restoring};
use self::table::Table;
#[cfg(feature = "nats")]
pub(crate) use self::view::MAX_LISTED;
pub(crate) use self::view::Overview;
use crate::connections::Client;
use crate::options::Limits;

/// With more sessions than this, those that are older than so many others are packed while they are open:
/// what is found in them is made again of their events when somebody looks.
const MAX_WHOLE: usize = 16_384;
/// A session with an event of more bytes is packed as well, since judging it could take long, and is done
/// under the lock.
const MAX_JUDGED_EVENT: usize = 16 * 1024;

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

/// An event and its encoded text.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) event: Event,
    pub(crate) text: EventText,
}

/// All sessions, and the requests that were rejected.
#[derive(Debug)]
pub(crate) struct Sessions {
    limits: Limits,
    all: Table,
    /// The numbers of closed sessions, the longest closed first.
    finished: VecDeque<u64>,
    /// The numbers of sessions that ended, of which an event can still arrive that the end overtook.
    ending: VecDeque<u64>,
    forgotten: Forgotten,
    rejected: RejectedList,
    /// What sessions have in common.
    abouts: Shared<About>,
    edges: Shared<EdgeAbout>,
    /// Whether what is accepted is stored, so that the events of a session can be read again.
    has_log: bool,
    tally: Tally,
    /// Until when somebody looks at the page, so that sessions that begin have a report.
    watched: u64,
    /// The ids of sessions that are not in the page's list, and have a report nevertheless.
    adopted: VecDeque<String>,
    arrived: u64,
    bytes: usize,
    /// The numbers of finished sessions in which not everything was found yet.
    unjudged: VecDeque<u64>,
    /// Whether these are behind a lock, and what is dropped when that is free.
    is_shared: bool,
    garbage: Vec<Box<dyn Any + Send>>,
    /// Incremented by every change, so that the page can detect changes.
    version: u64,
    /// The version with which something was forgotten: what the page knows from before has it.
    forgot: u64,
}

impl Sessions {
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            limits,
            all: Table::default(),
            finished: VecDeque::new(),
            ending: VecDeque::new(),
            forgotten: Forgotten::default(),
            rejected: RejectedList::default(),
            abouts: Shared::default(),
            edges: Shared::default(),
            has_log: false,
            tally: Tally::default(),
            watched: 0,
            adopted: VecDeque::new(),
            arrived: 0,
            bytes: 0,
            unjudged: VecDeque::new(),
            is_shared: false,
            garbage: Vec::new(),
            version: 1,
            forgot: 0,
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
        let crowded = self.crowded(client).and_then(|place| {
            let id = self.all.at(place).map(|session| session.id.to_string());
            self.close_at(place, Closed::Crowded);
            id
        });
        self.insert(now, client, id, Origin::Online, edge, std::iter::once(start));
        crowded
    }

    /// Adds an event that was admitted to the session at this place.
    fn admitted(&mut self, now: u64, place: u32, written: Written) {
        let is_end = is_end(&written.event);
        self.add(now, place, written);
        if is_end {
            self.close_at(place, Closed::Ended);
        }
    }

    /// A session was closed before, and is not to be shown.
    pub(crate) fn remember(&mut self, api: Api, id: &str, reason: Closed) {
        self.forgotten.remember(api, id.into(), reason);
    }

    /// The most finished sessions, and bytes of events, that the page can show.
    pub(crate) fn finished_to_show(&self) -> (usize, usize) {
        (self.limits.finished, self.limits.bytes)
    }

    /// Closes a session because an event could not be stored. If it is already closed, this
    /// replaces the reason.
    pub(crate) fn lose(&mut self, id: &str) {
        self.close(id, Closed::NotStored);
        if let Some(session) = self.all.get_mut(id) {
            session.close(Closed::NotStored);
        }
    }

    /// Closes sessions whose timeouts have passed, at most so many at once.
    pub(crate) fn sweep(&mut self, now: u64, most: usize) -> Vec<(String, Closed)> {
        let mut expired = Vec::new();
        while expired.len() < most
            && let Some((session, reason)) = self.all.expired(now, &self.limits)
        {
            let id = session.id.to_string();
            self.close(&id, reason);
            expired.push((id, reason));
        }
        self.settle(now, most);
        expired
    }

    /// Finishes sessions that ended, of which no event can arrive any more that the end overtook.
    pub(crate) fn settle(&mut self, now: u64, most: usize) {
        for _ in 0..most {
            let Some(number) = self.ending.front() else { break };
            if let Some(session) = self.all.numbered_mut(*number) {
                session.settle(now);
                session.newly_found(|rule| self.tally.found(rule));
                if !session.is_finished() {
                    break;
                }
                self.has_finished(*number);
            }
            self.ending.pop_front();
        }
    }

    /// Closes a session, if it is open.
    pub(crate) fn close(&mut self, id: &str, reason: Closed) {
        self.all.place(&id.into()).into_iter().for_each(|place| self.close_at(place, reason));
    }

    fn close_at(&mut self, place: u32, reason: Closed) {
        let session = self.all.at_mut(place);
        let Some(session) = session.filter(|session| session.closed.is_none()) else { return };
        session.close(reason);
        self.has_closed(place);
    }

    /// The session at this place is closed.
    fn has_closed(&mut self, place: u32) {
        let Some(session) = self.all.at_mut(place) else { return };
        let number = session.number;
        self.version += 1;
        session.version = self.version;
        session.newly_found(|rule| self.tally.found(rule));
        let is_finished = session.is_finished();
        session.closed.into_iter().for_each(|reason| self.tally.closed(reason));
        self.finished.push_back(number);
        self.all.closed(place, self.limits.open);
        if is_finished {
            self.has_finished(number);
        } else {
            self.ending.push_back(number);
        }
        self.make_room();
    }

    /// Records a rejected request for the page.
    pub(crate) fn reject(&mut self, rejected: Rejected) {
        self.version += 1;
        if let Some(session) = rejected.session.as_ref().and_then(|id| self.all.get_mut(id)) {
            session.version = self.version;
        }
        self.rejected.push(rejected, self.version);
    }

    /// The name of a session's player.
    pub(crate) fn player(&self, id: &str) -> Option<String> {
        self.all.get(id).map(|session| session.about.player().to_owned())
    }

    /// How many sessions are open.
    pub(crate) fn open(&self) -> usize {
        self.all.open()
    }

    /// How many sessions there are, open and finished.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
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
        let edge = edge.map(|edge| self.edges.share(edge));
        let about = (edge, self.abouts.share(About::of(&first.event)));
        let mut session = Box::new(Session::new(0, id, origin, about, now, &first.event));
        if now < self.watched {
            session.set_reported(Some(Box::new(Reported::new(origin, id, session.edge.is_some()))));
        }
        let place = self.enter(session, client);
        for written in std::iter::once(first).chain(events) {
            self.add(now, place, written);
        }
    }

    /// Adds a session of this client. Returns its place.
    fn enter(&mut self, mut session: Box<Session>, client: Client) -> u32 {
        let number = self.arrived;
        self.arrived += 1;
        session.number = number;
        let place = self.all.insert(session, client, self.limits.open);
        self.forget_unlisted(number);
        self.pack(number.checked_sub(MAX_WHOLE as u64));
        place
    }

    fn add(&mut self, now: u64, place: u32, written: Written) {
        let Some(session) = self.all.at_mut(place) else { return };
        let room = self.limits.bytes.saturating_sub(self.bytes);
        let playhead = session.playhead;
        let is_large = written.text.get().len() > MAX_JUDGED_EVENT;
        if is_large {
            session.pack(false);
        }
        let (bytes, left) = session.add(now, written, room, self.limits.events);
        self.bytes += bytes;
        if is_large && self.is_shared {
            self.garbage.push(Box::new(left));
        }
        session.newly_found(|rule| self.tally.found(rule));
        self.version += 1;
        session.version = self.version;
        let has_moved = session.playhead != playhead;
        self.all.heard(place, has_moved);
        self.make_room();
    }

    /// Drops the longest finished sessions when there are too many, or too many bytes.
    fn make_room(&mut self) {
        while self.finished.len() > self.limits.finished
            || (self.bytes > self.limits.bytes / 8 * 7 && self.finished.len() > 1)
        {
            let Some(number) = self.finished.pop_front() else { return };
            let Some(session) = self.all.remove(number) else { continue };
            self.bytes -= session.bytes();
            if let Some(reason) = session.closed {
                self.forgotten.remember(session.api(), session.id.clone(), reason);
            }
            self.tally.not_judged += u64::from(session.is_packed());
            if self.is_shared {
                self.garbage.push(session);
            }
            self.version += 1;
        }
    }

    /// They are behind a lock from now on: whoever has it takes what is to be dropped.
    pub(crate) fn share(&mut self) {
        self.is_shared = true;
    }

    /// What is to be dropped when others have the lock.
    pub(crate) fn garbage(&mut self) -> Vec<Box<dyn Any + Send>> {
        std::mem::take(&mut self.garbage)
    }

    /// What is accepted is stored: the events of a session can be read again.
    pub(crate) fn has_log(&mut self) {
        self.has_log = true;
    }

    /// Packs the session with this number, if there are very many.
    fn pack(&mut self, number: Option<u64>) {
        if self.all.len() > MAX_WHOLE
            && let Some(session) = number.and_then(|number| self.all.numbered_mut(number))
        {
            self.bytes -= session.pack(self.has_log);
        }
    }

    /// The place of the session that has to be closed before another one of this client is opened.
    fn crowded(&self, client: Client) -> Option<u32> {
        let owners = self.all.owners();
        let owner = if owners.count(client) >= self.limits.open_by_address {
            owners.owner(client)
        } else if self.all.open() < self.limits.open {
            return None;
        } else {
            owners.largest()
        };
        self.all.longest_idle(owner)
    }
}
