//! Where the sessions are: nothing here goes through all of them.

use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, RandomState};
use std::iter;

use hashbrown::HashTable;

use super::id::Id;
use super::judging::ShownEvent;
use super::owners::Owners;
use super::recency::Recency;
use super::session::Session;
#[cfg(feature = "nats")]
use super::snapshot::Taking;
use super::{Closed, Limits};
use crate::connections::Client;

/// The sessions by id, by number, and those that are open in the order in which they were heard of.
#[derive(Debug)]
pub(super) struct Table {
    /// A session keeps its place, so that the other parts are small.
    places: Vec<Option<Box<Session>>>,
    free: Vec<u32>,
    /// In parts, since a map that grows moves all that it has, and everybody waits for that.
    /// It has places only, as the ids are in the sessions.
    by_id: Vec<HashTable<u32>>,
    hasher: RandomState,
    by_number: BTreeMap<u64, u32>,
    /// Those that are open: when they were last heard of, when their playhead last moved, and, of Media
    /// Edge, when they were opened.
    heard: Recency,
    moved: Recency,
    opened: Recency,
    owners: Owners,
    open: usize,
    /// The snapshot that is being written.
    #[cfg(feature = "nats")]
    pub(super) taking: Option<Box<Taking>>,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            places: Vec::new(),
            free: Vec::new(),
            by_id: iter::repeat_with(HashTable::new).take(256).collect(),
            hasher: RandomState::new(),
            by_number: BTreeMap::new(),
            heard: Recency::default(),
            moved: Recency::default(),
            opened: Recency::default(),
            owners: Owners::default(),
            open: 0,
            #[cfg(feature = "nats")]
            taking: None,
        }
    }
}

impl Table {
    pub(super) fn place(&self, id: &Id) -> Option<u32> {
        let is_same = |place: &u32| self.at(*place).is_some_and(|session| session.id == *id);
        self.by_id[id.part()].find(self.hasher.hash_one(id), is_same).copied()
    }

    pub(super) fn at(&self, place: u32) -> Option<&Session> {
        self.places[place as usize].as_deref()
    }

    /// A session that changes. A snapshot has it as it was.
    pub(super) fn at_mut(&mut self, place: u32) -> Option<&mut Session> {
        self.keep(place);
        self.places[place as usize].as_deref_mut()
    }

    pub(super) fn get(&self, id: &str) -> Option<&Session> {
        self.place(&id.into()).and_then(|place| self.at(place))
    }

    pub(super) fn get_mut(&mut self, id: &str) -> Option<&mut Session> {
        let place = self.place(&id.into())?;
        self.at_mut(place)
    }

    /// The session at this place is about to change.
    #[cfg_attr(not(feature = "nats"), expect(clippy::unused_self, reason = "for snapshots"))]
    fn keep(&mut self, place: u32) {
        #[cfg(feature = "nats")]
        if let Some(taking) = &mut self.taking
            && let Some(session) = self.places[place as usize].as_deref()
        {
            taking.keep(session);
        }
        #[cfg(not(feature = "nats"))]
        let _ = place;
    }

    /// A session does not have these events any more, or not in this order.
    #[cfg_attr(not(feature = "nats"), expect(clippy::unused_self, reason = "for snapshots"))]
    pub(super) fn keep_events(&mut self, number: u64, events: Vec<ShownEvent>) {
        #[cfg(feature = "nats")]
        if let Some(taking) = &mut self.taking {
            return taking.keep_events(number, events);
        }
        let _ = (number, events);
    }

    /// The session with this number.
    pub(super) fn numbered_mut(&mut self, number: u64) -> Option<&mut Session> {
        let place = *self.by_number.get(&number)?;
        self.at_mut(place)
    }

    pub(super) fn numbered(&self, number: u64) -> Option<&Session> {
        self.at(*self.by_number.get(&number)?)
    }

    /// The newest first.
    pub(super) fn newest(&self) -> impl Iterator<Item = &Session> {
        self.by_number.values().rev().filter_map(|place| self.at(*place))
    }

    pub(super) fn len(&self) -> usize {
        self.by_number.len()
    }

    pub(super) fn open(&self) -> usize {
        self.open
    }

    /// Adds a session of this client that is open, with a number above all others, when so many may be open.
    /// Returns its place.
    pub(super) fn insert(&mut self, session: Box<Session>, client: Client, most: usize) -> u32 {
        let place = self.free.pop().unwrap_or_else(|| {
            self.places.push(None);
            u32::try_from(self.places.len() - 1).unwrap_or(u32::MAX)
        });
        self.by_number.insert(session.number, place);
        self.heard.touch(place);
        self.moved.touch(place);
        if session.edge.is_some() {
            self.opened.touch(place);
        }
        self.owners.opened(client, place, most);
        self.open += 1;
        let (part, hash) = (session.id.part(), self.hasher.hash_one(&session.id));
        let Self { by_id, hasher, places, .. } = self;
        let id_of = |place: u32| places[place as usize].as_deref().map(|session| &session.id);
        // A damaged log can have an id twice: the later session is found by it.
        let is_same = |other: &u32| id_of(*other) == Some(&session.id);
        match by_id[part].find_mut(hash, is_same) {
            Some(known) => *known = place,
            None => {
                let hash_of = |place: &u32| id_of(*place).map_or(0, |id| hasher.hash_one(id));
                by_id[part].insert_unique(hash, place, hash_of);
            }
        }
        places[place as usize] = Some(session);
        place
    }

    /// Removes a session that is not open.
    pub(super) fn remove(&mut self, number: u64) -> Option<Box<Session>> {
        let place = self.by_number.remove(&number)?;
        self.keep(place);
        #[cfg_attr(not(feature = "nats"), expect(unused_mut, reason = "for snapshots"))]
        let mut session = self.places[place as usize].take()?;
        #[cfg(feature = "nats")]
        if self.taking.is_some() {
            self.keep_events(number, std::mem::take(session.details.events_mut()));
        }
        let hash = self.hasher.hash_one(&session.id);
        let entry = self.by_id[session.id.part()].find_entry(hash, |other| *other == place);
        if let Ok(entry) = entry {
            entry.remove();
        }
        self.free.push(place);
        Some(session)
    }

    /// A session was heard of, and perhaps its playhead moved.
    pub(super) fn heard(&mut self, place: u32, has_moved: bool) {
        // An event that its end overtook.
        if self.at(place).is_none_or(|session| session.closed.is_some()) {
            return;
        }
        self.heard.touch(place);
        self.owners.heard(place);
        if has_moved {
            self.moved.touch(place);
        }
    }

    /// A session is not open any more.
    pub(super) fn closed(&mut self, place: u32, most: usize) {
        self.heard.remove(place);
        self.moved.remove(place);
        self.opened.remove(place);
        self.owners.closed(place, most);
        self.open -= 1;
    }

    pub(super) fn owners(&self) -> &Owners {
        &self.owners
    }

    /// The place of the open session, of this owner or of all, that was idle for longest.
    pub(super) fn longest_idle(&self, owner: Option<u32>) -> Option<u32> {
        match owner {
            Some(owner) => self.owners.longest_idle(owner),
            None => self.heard.first(),
        }
    }

    /// An open session with a timeout that has passed. Those whose timeouts pass first are looked at, and
    /// no others.
    pub(super) fn expired(&self, now: u64, limits: &Limits) -> Option<(&Session, Closed)> {
        let first = [&self.heard, &self.moved, &self.opened].map(Recency::first);
        first.into_iter().flatten().find_map(|place| {
            let session = self.at(place)?;
            Some((session, session.expired(now, limits)?))
        })
    }

    /// Open sessions with a timeout that has passed, at most so many.
    #[cfg(feature = "nats")]
    pub(super) fn due(&self, now: u64, limits: &Limits, most: usize) -> Vec<(&Session, Closed)> {
        let mut due: Vec<(&Session, Closed)> = Vec::new();
        let mut known = std::collections::HashSet::new();
        for list in [&self.heard, &self.moved, &self.opened] {
            let sessions = list.iter().filter_map(|place| self.at(place));
            let over = sessions.map_while(|session| Some((session, session.expired(now, limits)?)));
            let new = over.filter(|(session, _)| known.insert(session.number));
            due.extend(new.take(most - due.len()));
        }
        due
    }

    /// The open sessions, the one that was idle for longest first.
    #[cfg(feature = "nats")]
    pub(super) fn idle(&self) -> impl Iterator<Item = &Session> {
        self.heard.iter().filter_map(|place| self.at(place))
    }

    /// The number of the oldest session.
    #[cfg(feature = "nats")]
    pub(super) fn oldest(&self) -> Option<u64> {
        self.by_number.keys().next().copied()
    }

    /// The number of the oldest session from this number on.
    #[cfg(feature = "nats")]
    pub(super) fn oldest_from(&self, number: u64) -> Option<u64> {
        self.by_number.range(number..).next().map(|(number, _)| *number)
    }

    /// The numbers of open sessions, in the order in which they were heard of, or in which their playheads
    /// moved: those behind this place, with their places.
    #[cfg(feature = "nats")]
    pub(super) fn in_order(
        &self,
        moved: bool,
        behind: Option<u32>,
    ) -> impl Iterator<Item = (u64, u32)> {
        let list = if moved { &self.moved } else { &self.heard };
        list.behind(behind).filter_map(|place| Some((self.at(place)?.number, place)))
    }

    /// Puts open sessions into these orders.
    #[cfg(feature = "nats")]
    pub(super) fn put_in_order(&mut self, heard: &[u64], moved: &[u64]) {
        let is_open = |place: &u32| self.at(*place).is_some_and(|one| one.closed.is_none());
        let places = |numbers: &[u64]| -> Vec<_> {
            let places = numbers.iter().filter_map(|number| self.by_number.get(number).copied());
            places.filter(is_open).collect()
        };
        let (heard, moved) = (places(heard), places(moved));
        for place in heard {
            self.heard.touch(place);
            self.owners.heard(place);
        }
        moved.into_iter().for_each(|place| self.moved.touch(place));
    }
}
