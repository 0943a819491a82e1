//! Reads what is whole in a file that is damaged or cut off.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::AssertUnwindSafe;
use std::path::Path;

use super::error::StoreError;
use super::file::{Access, panicked};
use super::format::{Record, SessionKey, SessionStatus};
use super::options::StoreOptions;
use super::scanned::{Scanned, is_event};
use super::tables::{each_event, records};
use super::{File, OfflineStore};
use crate::event::Event;
use crate::json::Policy;

/// What [`salvage()`](salvage()) found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Salvage {
    /// The sessions, oldest first.
    pub sessions: Vec<SalvagedSession>,
    /// Whether the file is not damaged at all.
    pub is_intact: bool,
    /// Whether the file could only be searched for events, since the list of its sessions cannot be read.
    /// Sessions that were sent and deleted may be among those that are found, and an event may be as it
    /// was before a repair.
    pub is_searched: bool,
}

/// A session of a damaged file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SalvagedSession {
    /// The session's key.
    pub key: SessionKey,
    /// The session's status; `None` if only events of it are found.
    pub status: Option<SessionStatus>,
    /// How many events are found.
    pub events: usize,
    /// How many events are missing before or between those that are found.
    pub missing: usize,
    /// Whether the session has its start and its end, and all events between them.
    pub is_whole: bool,
    /// The events as a JSON array, as [`OfflineStore::export`] returns them.
    pub body: Vec<u8>,
}

/// Reads what is whole in a file that is damaged or cut off. The file is not changed.
///
/// If the database still finds its sessions, these are what is returned, without the events that
/// cannot be read. If it does not, the file is searched for pages that have events: see
/// [`is_searched`](Salvage::is_searched). An event is whole if it is a JSON object with a type and a
/// time; damage inside of a text of it cannot be noticed. A file in which nothing is found gives an
/// empty list.
///
/// # Errors
///
/// When the file cannot be read, is in use by another process, or comes from a newer version.
pub fn salvage(path: impl AsRef<Path>) -> Result<Salvage, StoreError> {
    let path = path.as_ref();
    match OfflineStore::open_read_only(path).and_then(|store| store.intact()) {
        Err(StoreError::Damaged(_)) => {}
        result => return result,
    }
    let scanned = Scanned::of(path).map_err(StoreError::Disk)?;
    let read = std::panic::catch_unwind(AssertUnwindSafe(|| unchecked(path)));
    let (listed, is_searched) = match read.unwrap_or_else(|_| Err(panicked())) {
        Ok(listed) => (listed, false),
        Err(_) => (BTreeMap::new(), true),
    };
    let of_record = |record: Record| Listed { record: Some(record), events: BTreeMap::new() };
    let mut sessions: BTreeMap<SessionKey, Listed> = if is_searched {
        scanned.records.into_iter().map(|(key, record)| (key, of_record(record))).collect()
    } else {
        listed
    };
    for ((key, index), event) in scanned.events {
        if is_searched {
            sessions.entry(key).or_default().events.insert(index, event);
        } else if let Some(listed) = sessions.get_mut(&key).filter(|it| it.lacks(index)) {
            listed.events.insert(index, event);
        }
    }
    let sessions = sessions.into_iter().filter(|(_, listed)| !listed.events.is_empty());
    let sessions = sessions.map(|(key, listed)| listed.salvaged(key)).collect();
    Ok(Salvage { sessions, is_intact: false, is_searched })
}

/// A session as far as it is known.
#[derive(Default)]
struct Listed {
    record: Option<Record>,
    events: BTreeMap<u32, Vec<u8>>,
}

impl Listed {
    /// Whether the event is among those that were recorded, and cannot be read where it should be.
    fn lacks(&self, index: u32) -> bool {
        let last = self.events.last_key_value().map(|(last, _)| *last);
        let is_inside = last.is_none_or(|last| index < last) || !self.ends();
        is_inside && !self.events.contains_key(&index)
    }

    fn ends(&self) -> bool {
        let policy = Policy::tolerant().with_max_bytes(usize::MAX);
        let last = self.events.last_key_value().map(|(_, text)| Event::decode(text, &policy));
        matches!(last, Some(Ok(event)) if event.body.ends())
    }

    fn salvaged(self, key: SessionKey) -> SalvagedSession {
        let ends = self.ends();
        let online = self.record.as_ref().and_then(|record| record.online.clone());
        let is_aside = |index| online.as_ref().is_some_and(|online| online.is_aside(index));
        let after = self.events.last_key_value().map_or(0, |(last, _)| *last as usize + 1);
        let missing = after - self.events.len();
        let texts: Vec<_> = self
            .events
            .iter()
            .filter(|(index, _)| !is_aside(**index))
            .map(|(_, text)| &**text)
            .collect();
        let mut body = vec![b'['];
        body.extend_from_slice(&texts.join(&b','));
        body.push(b']');
        SalvagedSession {
            key,
            status: self.record.map(|record| record.state),
            events: texts.len(),
            missing,
            is_whole: missing == 0 && ends,
            body,
        }
    }
}

impl OfflineStore {
    /// All sessions of a file that is not damaged.
    fn intact(&self) -> Result<Salvage, StoreError> {
        let mut sessions = Vec::new();
        for (key, record) in self.file.read(records)? {
            let mut listed = Listed { record: Some(record), events: BTreeMap::new() };
            self.file.read(|transaction| {
                each_event(transaction, key, |index, text| {
                    listed.events.insert(index, text.to_vec());
                    Ok(())
                })
            })?;
            sessions.push(listed.salvaged(key));
        }
        Ok(Salvage { sessions, is_intact: true, is_searched: false })
    }
}

/// The sessions that the database lists, with the events that it still reads.
fn unchecked(path: &Path) -> Result<BTreeMap<SessionKey, Listed>, StoreError> {
    let file = File::open(path, StoreOptions::default(), Access::ReadUnchecked)?;
    let mut sessions = BTreeMap::new();
    for (key, record) in file.read(records)? {
        let mut listed = Listed { record: Some(record), events: BTreeMap::new() };
        let mut seen = BTreeSet::new();
        let read = AssertUnwindSafe(|| {
            file.read(|transaction| {
                each_event(transaction, key, |index, text| {
                    if is_event(text) && seen.insert(index) {
                        listed.events.insert(index, text.to_vec());
                    }
                    Ok(())
                })
            })
        });
        // A page that cannot be read ends the events here; the search may find the others.
        let _ = std::panic::catch_unwind(read);
        sessions.insert(key, listed);
    }
    Ok(sessions)
}
