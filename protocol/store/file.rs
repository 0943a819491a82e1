//! The file: opens it, runs transactions, and opens it again after the disk failed.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use redb::{
    Database, ReadTransaction, ReadableDatabase as _, ReadableTable as _, WriteTransaction,
};

use super::backend::Backend;
use super::error::StoreError;
use super::format::{
    DOWNLOADED_FORMAT, EVENTS, FORMAT_KEY, META, ONLINE_FORMAT, SESSIONS, SessionKey,
};
use super::memory::{Memory, Size, Sizes};
use super::options::StoreOptions;

/// Small, for devices: a session's pages are written once and read once.
const CACHE_BYTES: usize = 4 * 1024 * 1024;

/// How the file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Write,
    Read,
    /// For reading, without a check of what is not read.
    ReadUnchecked,
}

pub(super) struct File {
    path: PathBuf,
    access: Access,
    pub(super) options: StoreOptions,
    /// `None` after the disk failed, until the next call opens it again.
    database: RwLock<Option<Database>>,
    memory: Mutex<Memory>,
    write_lock: Mutex<()>,
}

impl fmt::Debug for File {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("File").field("path", &self.path).finish_non_exhaustive()
    }
}

impl File {
    pub(super) fn open(
        path: &Path,
        options: StoreOptions,
        access: Access,
    ) -> Result<Self, StoreError> {
        let (database, sizes) = open(path, access)?;
        Ok(Self {
            path: path.to_owned(),
            access,
            options,
            database: RwLock::new(Some(database)),
            memory: Mutex::new(Memory { sizes, untidy: true, ..Memory::default() }),
            write_lock: Mutex::new(()),
        })
    }

    /// Every change under this lock is a single step, so a panic elsewhere leaves it consistent.
    pub(super) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The write lock: held from the first read of a session until `memory` matches the file again.
    /// Lock order: before every other lock.
    pub(super) fn write_lock(&self) -> MutexGuard<'_, ()> {
        self.write_lock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a read transaction.
    pub(super) fn read<T>(
        &self,
        read: impl FnOnce(&ReadTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.with(|database| {
            let transaction = database.begin_read()?;
            read(&transaction)
        })
    }

    /// Runs a write transaction: writes all or nothing, and is committed when it returns.
    pub(super) fn write<T>(
        &self,
        write: impl FnOnce(&WriteTransaction) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.may_write()?;
        self.with(|database| {
            let transaction = database.begin_write()?;
            let done = write(&transaction)?;
            transaction.commit()?;
            Ok(done)
        })
    }

    pub(super) fn may_write(&self) -> Result<(), StoreError> {
        if self.access == Access::Write { Ok(()) } else { Err(StoreError::ReadOnly) }
    }

    /// The size of the file in bytes; 0 if it is not known.
    pub(super) fn len(&self) -> u64 {
        std::fs::metadata(&self.path).map_or(0, |file| file.len())
    }

    /// Shrinks the file by its free space; `true` if there was any.
    pub(super) fn compact(&self) -> Result<bool, StoreError> {
        self.may_write()?;
        self.reopen()?;
        let mut database = self.database.write().unwrap_or_else(PoisonError::into_inner);
        let done = match database.as_mut().map(Database::compact) {
            Some(Ok(done)) => Ok(done),
            // A read is in progress: the next call can compact.
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
                // The disk failed for another thread in the meantime.
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
            let (opened, sizes) = open(&self.path, self.access)?;
            // A failed commit may have been written, so the sizes are read from the file.
            let mut memory = self.memory();
            memory.sizes = sizes;
            memory.untidy = true;
            // So are the states of online sessions.
            memory.accepted.clear();
            drop(memory);
            *database = Some(opened);
        }
        Ok(())
    }
}

/// Opens and checks the file; it is not changed before all of it is known to be a store.
fn open(path: &Path, access: Access) -> Result<(Database, Sizes), StoreError> {
    let backend = match access {
        Access::Write => Backend::open(path)?,
        Access::Read | Access::ReadUnchecked => Backend::open_read_only(path)?,
    };
    let is_checked = access != Access::ReadUnchecked;
    // The integrity check finds accidental damage. A file that was crafted may still trigger an
    // assertion of the database: that counts as damage, too.
    let (database, sizes) =
        std::panic::catch_unwind(AssertUnwindSafe(|| open_with(backend.clone(), is_checked)))
            .map_err(|_| panicked())??;
    if access == Access::Write {
        backend.accept().map_err(StoreError::Disk)?;
    }
    Ok((database, sizes))
}

pub(super) fn panicked() -> StoreError {
    StoreError::Damaged("the database panicked".to_owned())
}

fn open_with(backend: Backend, is_checked: bool) -> Result<(Database, Sizes), StoreError> {
    let mut builder = Database::builder();
    builder.set_cache_size(CACHE_BYTES);
    // Distinguishes a file that another program changed from one that a crash left behind.
    builder.set_check_integrity_on_open(is_checked);
    let database = builder.create_with_backend(backend)?;
    prepare(&database)?;
    // What is not checked is read with care later.
    let sizes = if is_checked { sizes(&database)? } else { Sizes::new() };
    Ok((database, sizes))
}

/// Checks that the file is a store of a known format; creates the tables if it is new.
fn prepare(database: &Database) -> Result<(), StoreError> {
    let found = {
        let transaction = database.begin_read()?;
        match transaction.open_table(META) {
            Ok(meta) => {
                let found = meta.get(FORMAT_KEY)?;
                Some(found.map_or(0, |found| found.value()))
            }
            Err(redb::TableError::TableDoesNotExist(_)) => None,
            Err(error) => return Err(redb::Error::from(error).into()),
        }
    };
    match found {
        Some(found) if found > ONLINE_FORMAT => {
            Err(StoreError::NewerFormat { found, known: ONLINE_FORMAT })
        }
        Some(0) => Err(StoreError::Damaged("it has no format version".to_owned())),
        Some(_) => Ok(()),
        None => {
            let transaction = database.begin_write()?;
            let is_empty = transaction.list_tables()?.next().is_none();
            if !is_empty {
                return Err(StoreError::Damaged("it is a database of another program".to_owned()));
            }
            {
                let mut meta = transaction.open_table(META)?;
                meta.insert(FORMAT_KEY, DOWNLOADED_FORMAT)?;
                transaction.open_table(SESSIONS)?;
                transaction.open_table(EVENTS)?;
            }
            transaction.commit()?;
            Ok(())
        }
    }
}

fn sizes(database: &Database) -> Result<Sizes, StoreError> {
    let transaction = database.begin_read()?;
    let mut sizes = BTreeMap::new();
    let sessions = transaction.open_table(SESSIONS)?;
    for session in sessions.iter()? {
        let (key, _) = session?;
        sizes.insert(SessionKey(key.value()), Size::default());
    }
    let events = transaction.open_table(EVENTS)?;
    for event in events.iter()? {
        let (key, event) = event?;
        let size = sizes.entry(SessionKey(key.value().0)).or_default();
        size.events += 1;
        size.bytes += event.value().len() as u64;
    }
    Ok(sizes)
}
