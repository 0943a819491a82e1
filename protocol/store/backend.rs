//! The bytes of the file. Nothing is written before the file is known to be a store.
//!
//! When redb opens a file, it repairs and marks it before this crate knows whether the file is a
//! store, damaged, or newer. These writes are buffered until the file is accepted; if it is not,
//! the file is unchanged, byte for byte.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io;
use std::ops::Bound;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use redb::backends::FileBackend;
use redb::{BackendError, DatabaseError, StorageBackend};

/// A file of at most this size may come from an interrupted creation.
const MAX_BLANK_BYTES: u64 = 8 * 1024 * 1024;
/// The database's header; its magic number is written last.
const HEADER_BYTES: usize = 4096;
const MAGIC_BYTES: usize = 9;

/// Shared by the database and the code that opens it.
#[derive(Clone)]
pub(super) struct Backend(Arc<Shared>);

struct Shared {
    file: FileBackend,
    /// Whether the file was opened for reading: its locks are shared then, and no write is accepted.
    is_read_only: bool,
    stage: RwLock<Stage>,
}

enum Stage {
    /// Not read yet.
    Unseen,
    /// Writes are buffered.
    Buffering(Buffer),
    /// The file is a store: writes go to it.
    Accepted,
    /// A write failed; no more writes are accepted.
    Failed,
}

/// The file's content as the database sees it.
#[derive(Default)]
struct Buffer {
    /// How many bytes at the start of the file are still visible.
    shown: u64,
    len: u64,
    /// In order: a crash while they are written must leave a state that the database intended.
    changes: Vec<Change>,
}

enum Change {
    Write(u64, Vec<u8>),
    Length(u64),
    Sync,
}

impl Backend {
    pub(super) fn open(path: &Path) -> Result<Self, DatabaseError> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        // What viewers watched is for the owner of the file. One that exists stays as it is.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Self::new(options.open(path)?, false)
    }

    /// Opens the file for reading. What the database writes is only in memory.
    pub(super) fn open_read_only(path: &Path) -> Result<Self, DatabaseError> {
        Self::new(File::open(path)?, true)
    }

    fn new(file: File, is_read_only: bool) -> Result<Self, DatabaseError> {
        let (file, stage) = (FileBackend::new(file)?, RwLock::new(Stage::Unseen));
        Ok(Self(Arc::new(Shared { file, is_read_only, stage })))
    }

    /// Writes what was buffered, in order.
    pub(super) fn accept(&self) -> io::Result<()> {
        let mut stage = self.stage_mut();
        let buffer = match std::mem::replace(&mut *stage, Stage::Failed) {
            Stage::Buffering(buffer) => buffer,
            Stage::Unseen | Stage::Accepted => Buffer::default(),
            Stage::Failed => return Err(failed()),
        };
        for change in &buffer.changes {
            match change {
                Change::Write(at, bytes) => self.0.file.write(*at, bytes)?,
                Change::Length(len) => self.0.file.set_len(*len)?,
                Change::Sync => self.0.file.sync_data()?,
            }
        }
        *stage = Stage::Accepted;
        Ok(())
    }

    fn stage(&self) -> RwLockReadGuard<'_, Stage> {
        self.0.stage.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn stage_mut(&self) -> RwLockWriteGuard<'_, Stage> {
        self.0.stage.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the file's length for the first time. The database has already locked the file.
    fn look(&self) -> io::Result<()> {
        if !matches!(*self.stage(), Stage::Unseen) {
            return Ok(());
        }
        let mut stage = self.stage_mut();
        if let Stage::Unseen = *stage {
            let len = self.0.file.len()?;
            *stage = Stage::Buffering(if self.is_cut_off(len)? {
                Buffer { changes: vec![Change::Length(0)], ..Buffer::default() }
            } else {
                Buffer { shown: len, len, changes: Vec::new() }
            });
        }
        Ok(())
    }

    /// Whether the process was killed while it created the file: the file has its length and
    /// perhaps a header, but no magic number and no data. The database could never open it, and
    /// nothing was ever stored in it.
    fn is_cut_off(&self, len: u64) -> io::Result<bool> {
        if len < HEADER_BYTES as u64 || len > MAX_BLANK_BYTES {
            return Ok(false);
        }
        let is_blank = |at: usize, len: usize| -> io::Result<bool> {
            let mut bytes = vec![0; len];
            self.0.file.read(at as u64, &mut bytes)?;
            Ok(bytes.iter().all(|byte| *byte == 0))
        };
        Ok(is_blank(0, MAGIC_BYTES)? && is_blank(HEADER_BYTES, len as usize - HEADER_BYTES)?)
    }

    /// Buffers a change; `false` if the caller must write it to the file.
    fn buffer(&self, change: impl FnOnce() -> Change) -> io::Result<bool> {
        match *self.stage() {
            Stage::Accepted => return Ok(false),
            Stage::Failed => return Err(failed()),
            Stage::Unseen | Stage::Buffering(_) => {}
        }
        self.look()?;
        let mut stage = self.stage_mut();
        let Stage::Buffering(buffer) = &mut *stage else { return Ok(false) };
        let change = change();
        match &change {
            Change::Write(at, bytes) => buffer.len = buffer.len.max(at + bytes.len() as u64),
            Change::Length(len) => {
                buffer.shown = buffer.shown.min(*len);
                buffer.len = *len;
            }
            Change::Sync => {}
        }
        buffer.changes.push(change);
        Ok(true)
    }
}

impl Buffer {
    fn read(&self, file: &FileBackend, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let end = offset.saturating_add(out.len() as u64);
        if end > self.len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        out.fill(0);
        if offset < self.shown {
            let shown = (self.shown - offset).min(out.len() as u64) as usize;
            file.read(offset, &mut out[..shown])?;
        }
        for change in &self.changes {
            match change {
                Change::Write(at, bytes) => {
                    let from = offset.max(*at);
                    let to = end.min(at + bytes.len() as u64);
                    if from < to {
                        out[(from - offset) as usize..(to - offset) as usize]
                            .copy_from_slice(&bytes[(from - at) as usize..(to - at) as usize]);
                    }
                }
                // Truncated bytes read as zero if the file grows again.
                Change::Length(len) if *len < end => {
                    out[(len.max(&offset) - offset) as usize..].fill(0);
                }
                Change::Length(_) | Change::Sync => {}
            }
        }
        Ok(())
    }
}

fn failed() -> io::Error {
    io::Error::other("an earlier write failed")
}

impl fmt::Debug for Backend {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Backend").finish_non_exhaustive()
    }
}

impl StorageBackend for Backend {
    fn len(&self) -> io::Result<u64> {
        self.look()?;
        match &*self.stage() {
            Stage::Buffering(buffer) => Ok(buffer.len),
            _ => self.0.file.len(),
        }
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.look()?;
        match &*self.stage() {
            Stage::Buffering(buffer) => buffer.read(&self.0.file, offset, out),
            _ => self.0.file.read(offset, out),
        }
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        if self.buffer(|| Change::Length(len))? { Ok(()) } else { self.0.file.set_len(len) }
    }

    fn sync_data(&self) -> io::Result<()> {
        if self.buffer(|| Change::Sync)? { Ok(()) } else { self.0.file.sync_data() }
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        if self.buffer(|| Change::Write(offset, data.to_vec()))? {
            Ok(())
        } else {
            self.0.file.write(offset, data)
        }
    }

    fn close(&self) -> io::Result<()> {
        self.0.file.close()
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        if self.0.is_read_only {
            return self.0.file.try_lock_shared_range(start, end);
        }
        self.0.file.try_lock_range(start, end)
    }

    fn try_lock_shared_range(
        &self,
        start: Bound<u64>,
        end: Bound<u64>,
    ) -> Result<bool, BackendError> {
        self.0.file.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        if self.0.is_read_only {
            return self.0.file.lock_shared_range(start, end);
        }
        self.0.file.lock_range(start, end)
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.0.file.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.0.file.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.0.file.query_lock_range(start, end)
    }
}
