//! The file: opened, read and written in transactions, and opened again after the disk failed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use redb::{
    Database, ReadTransaction, ReadableDatabase as _, ReadableTable as _, WriteTransaction,
};

use super::backend::Backend;
use super::error::StoreError;
use super::format::{EVENTS, FORMAT, FORMAT_KEY, META, Record, SESSIONS, SessionKey};
use super::options::StoreOptions;

/// Enough for a device: a session's pages are written once and read once.
const CACHE_BYTES: usize = 4 * 1024 * 1024;

pub(super) struct File {
    path: PathBuf,
    pub(super) options: StoreOptions,
    /// `None` after the disk failed, until the next call opens it again.
    database: RwLock<Option<Database>>,
    memory: Mutex<Memory>,
    turn: Mutex<()>,
}

/// What need not be in the file: it is known again when the file is opened.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub(super) sizes: Sizes,
    /// Sessions with a handle.
    pub(super) recording: BTreeSet<SessionKey>,
    /// Sessions that are on their way.
    pub(super) in_flight: BTreeSet<SessionKey>,
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

    /// Neither being recorded nor on its way.
    pub(super) fn is_idle(&self, id: SessionKey) -> bool {
        !self.recording.contains(&id) && !self.in_flight.contains(&id)
    }

    pub(super) fn forget(&mut self, id: SessionKey) {
        self.sizes.remove(&id);
        self.in_flight.remove(&id);
    }
}

impl fmt::Debug for File {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("File").field("path", &self.path).finish_non_exhaustive()
    }
}

impl File {
    pub(super) fn open(path: &Path, options: StoreOptions) -> Result<Self, StoreError> {
        let (database, sizes) = open(path)?;
        Ok(Self {
            path: path.to_owned(),
            options,
            database: RwLock::new(Some(database)),
            memory: Mutex::new(Memory { sizes, ..Memory::default() }),
            turn: Mutex::new(()),
        })
    }

    /// Every change of what is kept here is a single step, so a panic elsewhere leaves it whole.
    pub(super) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whatever changes a session takes a turn, from the first look at it until the memory says
    /// the same as the file: two threads never decide on what the other is changing. Taken before
    /// any other lock.
    pub(super) fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads at one moment.
    pub(super) fn read<T>(
        &self,
        read: impl FnOnce(&ReadTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.with(|database| {
            let transaction = database.begin_read().map_err(redb::Error::from)?;
            read(&transaction)
        })
    }

    /// Writes all or nothing; what is written is safe when this returns.
    pub(super) fn write<T>(
        &self,
        write: impl FnOnce(&WriteTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.with(|database| {
            let transaction = database.begin_write().map_err(redb::Error::from)?;
            let done = write(&transaction)?;
            transaction.commit().map_err(redb::Error::from)?;
            Ok(done)
        })
    }

    /// Gives free space in the file back; `true` if there was any.
    pub(super) fn compact(&self) -> Result<bool, StoreError> {
        self.reopen()?;
        let mut database = self.database.write().unwrap_or_else(PoisonError::into_inner);
        let done = match database.as_mut().map(Database::compact) {
            Some(Ok(done)) => Ok(done),
            // Somebody is reading: there is always a next time.
            None | Some(Err(redb::CompactionError::TransactionInProgress)) => Ok(false),
            Some(Err(error)) => Err(redb::Error::from(error).into()),
        };
        if done.as_ref().is_err_and(StoreError::needs_reopening) {
            *database = None;
        }
        done
    }

    fn with<T>(
        &self,
        work: impl FnOnce(&Database) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.reopen()?;
        let done = {
            let database = self.database.read().unwrap_or_else(PoisonError::into_inner);
            match database.as_ref() {
                Some(database) => work(database),
                // Another thread met a failing disk in between.
                None => Err(redb::Error::PreviousIo.into()),
            }
        };
        if done.as_ref().is_err_and(StoreError::needs_reopening) {
            *self.database.write().unwrap_or_else(PoisonError::into_inner) = None;
        }
        done
    }

    fn reopen(&self) -> Result<(), StoreError> {
        if self.database.read().unwrap_or_else(PoisonError::into_inner).is_some() {
            return Ok(());
        }
        let mut database = self.database.write().unwrap_or_else(PoisonError::into_inner);
        if database.is_none() {
            let (opened, sizes) = open(&self.path)?;
            // A commit may have failed after it was written: what is there counts.
            self.memory().sizes = sizes;
            *database = Some(opened);
        }
        Ok(())
    }
}

/// Opens and checks the file; it is not touched before all of it is known to be a store.
fn open(path: &Path) -> Result<(Database, Sizes), StoreError> {
    let backend = Backend::open(path).map_err(redb::Error::from)?;
    // The check catches what is likely; a file made to deceive may still run into an assertion
    // of the database's, and that is damage as well.
    let (database, sizes) =
        std::panic::catch_unwind(AssertUnwindSafe(|| open_with(backend.clone())))
            .map_err(|_| StoreError::Damaged("the database gives up on it".to_owned()))??;
    backend.accept().map_err(StoreError::Disk)?;
    Ok((database, sizes))
}

fn open_with(backend: Backend) -> Result<(Database, Sizes), StoreError> {
    let mut builder = Database::builder();
    builder.set_cache_size(CACHE_BYTES);
    // A file that was altered by anything else is told apart from one that crashed.
    builder.set_check_integrity_on_open(true);
    let database = builder.create_with_backend(backend).map_err(redb::Error::from)?;
    prepare(&database)?;
    let sizes = sizes(&database)?;
    Ok((database, sizes))
}

/// Sees whether the file is ours; makes its tables if it is new.
fn prepare(database: &Database) -> Result<(), StoreError> {
    let found = {
        let transaction = database.begin_read().map_err(redb::Error::from)?;
        match transaction.open_table(META) {
            Ok(meta) => {
                let found = meta.get(FORMAT_KEY).map_err(redb::Error::from)?;
                Some(found.map_or(0, |found| found.value()))
            }
            Err(redb::TableError::TableDoesNotExist(_)) => None,
            Err(error) => return Err(redb::Error::from(error).into()),
        }
    };
    match found {
        Some(found) if found > FORMAT => Err(StoreError::NewerFormat { found, known: FORMAT }),
        Some(0) => Err(StoreError::Damaged("it has no format".to_owned())),
        Some(_) => Ok(()),
        None => {
            let transaction = database.begin_write().map_err(redb::Error::from)?;
            let is_empty = transaction.list_tables().map_err(redb::Error::from)?.next().is_none();
            if !is_empty {
                return Err(StoreError::Damaged("it is another program's".to_owned()));
            }
            {
                let mut meta = transaction.open_table(META).map_err(redb::Error::from)?;
                meta.insert(FORMAT_KEY, FORMAT).map_err(redb::Error::from)?;
                transaction.open_table(SESSIONS).map_err(redb::Error::from)?;
                transaction.open_table(EVENTS).map_err(redb::Error::from)?;
            }
            transaction.commit().map_err(redb::Error::from)?;
            Ok(())
        }
    }
}

fn sizes(database: &Database) -> Result<Sizes, StoreError> {
    let transaction = database.begin_read().map_err(redb::Error::from)?;
    let mut sizes = BTreeMap::new();
    let sessions = transaction.open_table(SESSIONS).map_err(redb::Error::from)?;
    for session in sessions.iter().map_err(redb::Error::from)? {
        let (id, _) = session.map_err(redb::Error::from)?;
        sizes.insert(SessionKey(id.value()), Size::default());
    }
    let events = transaction.open_table(EVENTS).map_err(redb::Error::from)?;
    for event in events.iter().map_err(redb::Error::from)? {
        let (key, event) = event.map_err(redb::Error::from)?;
        let size = sizes.entry(SessionKey(key.value().0)).or_default();
        size.events += 1;
        size.bytes += event.value().len() as u64;
    }
    Ok(sizes)
}

/// Reads a session's record.
pub(super) fn record(transaction: &ReadTransaction, id: SessionKey) -> Result<Record, StoreError> {
    let sessions = transaction.open_table(SESSIONS).map_err(redb::Error::from)?;
    let record = sessions.get(id.0).map_err(redb::Error::from)?;
    let record = record.ok_or(StoreError::NoSession(id))?;
    serde_json::from_slice(record.value()).map_err(|error| StoreError::record(&error))
}

/// Reads every session's record, oldest first.
pub(super) fn records(
    transaction: &ReadTransaction,
) -> Result<Vec<(SessionKey, Record)>, StoreError> {
    let sessions = transaction.open_table(SESSIONS).map_err(redb::Error::from)?;
    let mut records = Vec::new();
    for session in sessions.iter().map_err(redb::Error::from)? {
        let (id, record) = session.map_err(redb::Error::from)?;
        let record =
            serde_json::from_slice(record.value()).map_err(|error| StoreError::record(&error))?;
        records.push((SessionKey(id.value()), record));
    }
    Ok(records)
}

/// Writes a session's record.
pub(super) fn put(
    transaction: &WriteTransaction,
    id: SessionKey,
    record: &Record,
) -> Result<(), StoreError> {
    let text = serde_json::to_vec(record).map_err(|error| StoreError::record(&error))?;
    let mut sessions = transaction.open_table(SESSIONS).map_err(redb::Error::from)?;
    sessions.insert(id.0, text.as_slice()).map_err(redb::Error::from)?;
    Ok(())
}

/// Writes events at the places from `first` on.
pub(super) fn put_events<'a>(
    transaction: &WriteTransaction,
    id: SessionKey,
    first: u32,
    events: impl IntoIterator<Item = &'a Vec<u8>>,
) -> Result<(), StoreError> {
    let mut table = transaction.open_table(EVENTS).map_err(redb::Error::from)?;
    for (place, event) in (first..).zip(events) {
        table.insert((id.0, place), event.as_slice()).map_err(redb::Error::from)?;
    }
    Ok(())
}

/// Deletes a session's events from a place on.
pub(super) fn remove_events(
    transaction: &WriteTransaction,
    id: SessionKey,
    first: u32,
) -> Result<(), StoreError> {
    let mut events = transaction.open_table(EVENTS).map_err(redb::Error::from)?;
    events.retain_in((id.0, first)..=(id.0, u32::MAX), |_, _| false).map_err(redb::Error::from)?;
    Ok(())
}

/// Deletes a session with all its events.
pub(super) fn remove(transaction: &WriteTransaction, id: SessionKey) -> Result<(), StoreError> {
    remove_events(transaction, id, 0)?;
    let mut sessions = transaction.open_table(SESSIONS).map_err(redb::Error::from)?;
    sessions.remove(id.0).map_err(redb::Error::from)?;
    Ok(())
}

/// Goes through a session's events, one at a time.
pub(super) fn each_event(
    transaction: &ReadTransaction,
    id: SessionKey,
    mut each: impl FnMut(&[u8]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let events = transaction.open_table(EVENTS).map_err(redb::Error::from)?;
    let range = events.range((id.0, 0)..=(id.0, u32::MAX)).map_err(redb::Error::from)?;
    for event in range {
        let (_, event) = event.map_err(redb::Error::from)?;
        each(event.value())?;
    }
    Ok(())
}
