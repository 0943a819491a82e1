//! How far the log is safe on the disk, for whoever reads it while it is written.

use std::fmt;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock};

use crate::locked::locked;

/// The file that is written: the number that it will have as a segment, and how many of its bytes are on
/// the disk for good.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Written {
    pub(super) segment: u64,
    pub(super) len: u64,
}

/// What the writer tells, and what a reader asks of those who remove segments.
pub(crate) struct Safe {
    written: Mutex<Written>,
    /// Called after each group of lines.
    told: OnceLock<Box<dyn Fn() + Send + Sync>>,
    /// Segments from this one on are still to be read.
    held: AtomicU64,
}

impl Default for Safe {
    fn default() -> Self {
        Self { written: Mutex::default(), told: OnceLock::new(), held: AtomicU64::new(u64::MAX) }
    }
}

impl fmt::Debug for Safe {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Safe").field("written", &self.written).finish_non_exhaustive()
    }
}

impl Safe {
    /// While this is held, no other file begins.
    pub(super) fn written(&self) -> MutexGuard<'_, Written> {
        locked(&self.written)
    }

    /// So many bytes of the file are safe.
    pub(super) fn advance(&self, len: u64) {
        self.written().len = len;
        if let Some(told) = self.told.get() {
            told();
        }
    }

    /// Begins another file, so that no reader takes it for the one before.
    pub(super) fn rotate(&self, rotate: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let mut written = self.written();
        rotate()?;
        *written = Written { segment: written.segment + 1, len: 0 };
        Ok(())
    }

    /// Sets what is called when lines have become safe. It has no effect the second time.
    pub(crate) fn tell(&self, told: impl Fn() + Send + Sync + 'static) {
        let _ = self.told.set(Box::new(told));
    }

    /// The number that the file which is written will have as a segment.
    pub(crate) fn segment(&self) -> u64 {
        self.written().segment
    }

    /// Keeps segments from this one on.
    pub(crate) fn hold(&self, segment: u64) {
        self.held.store(segment, Ordering::Relaxed);
    }

    /// The first segment that is still to be read.
    pub(super) fn held(&self) -> u64 {
        self.held.load(Ordering::Relaxed)
    }
}
