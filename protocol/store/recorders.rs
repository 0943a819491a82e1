//! The sinks that write into the store.

use std::fmt;
use std::marker::PhantomData;

use super::OfflineStore;
use super::error::StoreError;
use super::format::SessionKey;
use super::options::Durability;
use super::writer::Writer;
use crate::client::Online;
use crate::event::{Event, PlayerTime, SessionStart};
use crate::session::sink::sealed::Take;
use crate::session::{Downloaded, Moved, Recorder, Timing};

/// The sink of a session that is recorded into a store, in constant memory. `K` is the sink of such
/// a session in memory: see [`StoredDownloaded`] and [`StoredOnline`].
pub struct Stored<K> {
    pub(super) writer: Writer,
    kind: PhantomData<fn() -> K>,
}

/// The sink of a downloaded session that is recorded into a store, in constant memory.
///
/// [`OfflineStore::begin`] returns its recorder. The store's [`Durability`] says whether an event
/// is committed when a method of the recorder returns. Dropping the recorder commits waiting events
/// and leaves the session open: [`OfflineStore::resume`] resumes it; otherwise
/// [`OfflineStore::next_upload`] ends it.
pub type StoredDownloaded = Stored<Downloaded>;

/// The sink of an online session that is recorded into a store, in constant memory.
///
/// [`OfflineStore::begin_online`] returns its recorder. [`OfflineStore::next_upload`] returns its
/// requests, while it is being recorded and afterwards. Dropping the recorder leaves the session
/// open: [`OfflineStore::resume_online`] resumes it; otherwise [`OfflineStore::next_upload`] ends
/// it.
pub type StoredOnline = Stored<Online>;

/// The kinds of sessions that a store records.
pub trait SessionKind: Sized + 'static {
    /// Whether they are online sessions.
    const IS_ONLINE: bool;
}

impl SessionKind for Downloaded {
    const IS_ONLINE: bool = false;
}

impl SessionKind for Online {
    const IS_ONLINE: bool = true;
}

impl<K: SessionKind> Stored<K> {
    /// A sink that goes on at an index; `committed` is the number of events before it.
    pub(super) fn new(store: &OfflineStore, key: SessionKey, committed: u32, index: u32) -> Self {
        let mut writer = Writer::new(store, key, committed, index);
        if K::IS_ONLINE {
            // Uncommitted events cannot be sent.
            writer.durability = Durability::EachEvent;
        }
        Self { writer, kind: PhantomData }
    }

    /// Sets whether events are written as they are.
    pub(super) fn with_verbatim(mut self, verbatim: bool) -> Self {
        self.writer.verbatim = verbatim;
        self
    }
}

impl<K> Recorder<Stored<K>> {
    /// The session's key, to resume it after a restart.
    #[must_use]
    pub const fn key(&self) -> SessionKey {
        self.sink.writer.key
    }

    /// How many events are committed, including the start.
    #[must_use]
    pub const fn committed(&self) -> u32 {
        self.sink.writer.committed
    }

    /// Commits the waiting events. Those of an online session do not wait, unless the disk failed.
    ///
    /// # Errors
    ///
    /// When the disk fails. The events keep waiting.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        self.sink.writer.flush()
    }
}

impl Recorder<StoredOnline> {
    /// Does the same as [`OfflineStore::is_expired`].
    ///
    /// # Errors
    ///
    /// When the session was deleted, or the disk fails.
    pub fn is_expired(&self, now: i64) -> Result<bool, StoreError> {
        self.sink.writer.store.is_expired(self.key(), now)
    }

    /// Does the same as [`OfflineStore::withheld`].
    ///
    /// # Errors
    ///
    /// When the session was deleted, or the disk fails.
    pub fn withheld(&self) -> Result<u32, StoreError> {
        self.sink.writer.store.withheld(self.key())
    }

    /// Does the same as [`OfflineStore::set_renewal`].
    ///
    /// # Errors
    ///
    /// When the session was deleted, or the disk fails.
    pub fn set_renewal(&mut self, by_time: bool) -> Result<(), StoreError> {
        self.sink.writer.store.set_renewal(self.key(), by_time)
    }
}

impl<K> Take for Stored<K> {
    type Failure = StoreError;

    fn write(
        &mut self,
        timing: Option<&Timing>,
        closing: &mut [Event],
        event: &mut Event,
    ) -> Result<Moved, StoreError> {
        self.writer.write(timing, closing, event)
    }

    fn write_end(
        &mut self,
        timing: Option<&Timing>,
        events: &mut [Event],
    ) -> Result<Moved, StoreError> {
        self.writer.write_end(timing, events)
    }

    fn take(&mut self, event: Event) {
        self.writer.taken(&event);
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, StoreError> {
        // The first event limits the start's time, and may still wait.
        self.writer.flush()?;
        self.writer.store.change_start_with(self.writer.key, change)
    }

    /// Waiting events may have been adjusted, and a start that was changed may be later.
    fn moved_to(&self) -> Option<PlayerTime> {
        self.writer.store.file.memory().moved_to(self.writer.key)
    }
}

/// Shows the number of events, not their content.
impl<K> fmt::Debug for Stored<K> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Stored")
            .field("store", &self.writer.store)
            .field("key", &self.writer.key)
            .field("committed", &self.writer.committed)
            .field("waiting", &self.writer.waiting.len())
            .finish_non_exhaustive()
    }
}
