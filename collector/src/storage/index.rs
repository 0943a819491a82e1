//! What a closed segment says about its sessions, so that a start does not read what it does not need.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, BufReader, Write as _};
use std::path::Path;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::{files, segments};
use crate::sessions::{Closed, Id};

/// The version of the format.
const VERSION: u32 = 1;
/// What the name of the file ends in.
pub(super) const EXTENSION: &str = ".index.json";

/// What a segment says about its sessions.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Index {
    v: u32,
    /// How much there is in it, not compressed.
    pub(super) bytes: u64,
    lines: u64,
    unreadable: u64,
    /// When the last line was received.
    pub(super) last: u64,
    /// The first segment that has events of a session that is open at the end of this one; the next
    /// segment if there is none.
    pub(super) oldest: u64,
    /// The sessions that begin in it and are open at its end.
    pub(super) open: Vec<Begun>,
    /// The sessions that are closed in it.
    pub(super) closed: Vec<Over>,
}

/// An open session: its id, and whether it uses Media Edge.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Begun(pub(super) String, pub(super) bool);

/// A closed session: its id, whether it uses Media Edge, why it is closed, and in which segment it began.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Over(pub(super) String, pub(super) bool, pub(super) Closed, pub(super) u64);

impl Index {
    /// Reads what was written about a segment. `None` if it cannot be read, or another version wrote it.
    pub(super) fn read(folder: &Path, number: u64) -> Option<Self> {
        let file = std::fs::File::open(folder.join(segments::name(number, EXTENSION))).ok()?;
        let index: Self = serde_json::from_reader(BufReader::new(file)).ok()?;
        (index.v == VERSION).then_some(index)
    }

    pub(super) fn write(&self, folder: &Path, number: u64) -> io::Result<()> {
        let mut file = files::create(&folder.join(segments::name(number, EXTENSION)))?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.sync_data()
    }
}

/// What a line says about its session, without the texts of events.
#[derive(Debug, Deserialize)]
struct Head<'a> {
    received: u64,
    #[serde(borrow)]
    session: Cow<'a, str>,
    start: Option<IgnoredAny>,
    #[serde(borrow)]
    event: Option<Kind<'a>>,
    origin: Option<IgnoredAny>,
    edge: Option<IgnoredAny>,
    closed: Option<Closed>,
}

#[derive(Debug, Deserialize)]
struct Kind<'a> {
    #[serde(borrow, rename = "eventType")]
    event_type: Cow<'a, str>,
}

/// Follows the log segment by segment, and knows which sessions are open.
#[derive(Debug, Default)]
pub(super) struct Follower {
    open: HashMap<Id, Place>,
    /// The sessions that were closed in this segment and the one before: of those an event can follow that
    /// the end overtook.
    lately: [HashSet<Id>; 2],
}

/// Where a session begins.
#[derive(Debug, Clone, Copy)]
struct Place {
    is_edge: bool,
    segment: u64,
}

impl Follower {
    /// The open sessions, and the segments in which they begin.
    pub(super) fn open(&self) -> impl Iterator<Item = (&Id, u64)> {
        self.open.iter().map(|(id, place)| (id, place.segment))
    }

    /// Takes the next segment, of which there is an index.
    pub(super) fn follow(&mut self, segment: u64, index: &Index) {
        self.turn();
        for Begun(id, is_edge) in &index.open {
            self.open.insert(Id::from(&**id), Place { is_edge: *is_edge, segment });
        }
        for Over(id, ..) in &index.closed {
            let id = Id::from(&**id);
            self.open.remove(&id);
            self.lately[0].insert(id);
        }
    }

    /// Takes the next segment, and makes its index.
    pub(super) fn index(&mut self, segment: u64, mut from: impl BufRead) -> io::Result<Index> {
        self.turn();
        let mut index = Index { v: VERSION, ..Index::default() };
        let mut line = Vec::new();
        while from.read_until(b'\n', &mut line)? > 0 {
            index.bytes += line.len() as u64;
            if !line.trim_ascii().is_empty() {
                index.lines += 1;
                match serde_json::from_slice(&line) {
                    Ok(head) => self.line(segment, &head, &mut index),
                    Err(_) => index.unreadable += 1,
                }
            }
            line.clear();
        }
        index.oldest = self.oldest().unwrap_or(segment + 1);
        let begun = self.open.iter().filter(|(_, place)| place.segment == segment);
        index.open = begun.map(|(id, place)| Begun(id.to_string(), place.is_edge)).collect();
        Ok(index)
    }

    /// The first segment with a session that is open.
    pub(super) fn oldest(&self) -> Option<u64> {
        self.open.values().map(|place| place.segment).min()
    }

    fn turn(&mut self) {
        self.lately.swap(0, 1);
        self.lately[0] = HashSet::new();
    }

    fn line(&mut self, segment: u64, head: &Head<'_>, index: &mut Index) {
        index.last = index.last.max(head.received);
        let id = Id::from(&*head.session);
        let here = Place { is_edge: head.edge.is_some(), segment };
        if head.start.is_some() {
            self.open.insert(id, here);
        } else if let Some(event) = &head.event {
            // Also one whose start cannot be read.
            if !self.open.contains_key(&id) && !self.lately.iter().any(|ids| ids.contains(&id)) {
                self.open.insert(id.clone(), here);
            }
            if event.event_type == "sessionEnd" {
                self.close(id, Closed::Ended, index);
            }
        } else if head.origin.is_some() {
            self.open.insert(id.clone(), here);
            self.close(id, Closed::Uploaded, index);
        } else if let Some(reason) = head.closed {
            // An event that the end overtook could not be stored.
            let is_late = reason == Closed::NotStored && !self.open.contains_key(&id);
            if is_late {
                let mut closed = index.closed.iter_mut().rev();
                if let Some(over) = closed.find(|over| over.0 == head.session) {
                    over.2 = reason;
                }
            } else {
                self.close(id, reason, index);
            }
        }
    }

    fn close(&mut self, id: Id, reason: Closed, index: &mut Index) {
        let Some(place) = self.open.remove(&id) else { return };
        index.closed.push(Over(id.to_string(), place.is_edge, reason, place.segment));
        self.lately[0].insert(id);
    }
}
