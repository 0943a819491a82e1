//! The sinks that write into the store.

use std::fmt;

use super::OfflineStore;
use super::error::StoreError;
use super::format::SessionKey;
use super::options::Durability;
use super::writer::Writer;
use crate::event::{Event, PlayerTime, SessionStart};
use crate::session::sink::sealed::Take;
use crate::session::{Moved, Recorder, Timing};

/// The sink of a downloaded session that is recorded into a store, in constant memory.
///
/// [`OfflineStore::begin`] returns its recorder. The store's [`Durability`] says whether an event
/// is committed when a method of the recorder returns. Dropping the recorder commits waiting events
/// and leaves the session open: [`OfflineStore::resume`] resumes it; otherwise
/// [`OfflineStore::next_upload`] ends it.
pub struct StoredDownloaded(Writer);

/// The sink of an online session that is recorded into a store, in constant memory.
///
/// [`OfflineStore::begin_online`] returns its recorder. [`OfflineStore::next_upload`] returns its
/// requests, while it is being recorded and afterwards. Dropping the recorder leaves the session
/// open: [`OfflineStore::resume_online`] resumes it; otherwise [`OfflineStore::next_upload`] ends
/// it.
pub struct StoredOnline(Writer);

impl StoredDownloaded {
    pub(super) fn new(store: &OfflineStore, key: SessionKey, committed: u32, index: u32) -> Self {
        Self(Writer::new(store, key, committed, index))
    }
}

impl StoredOnline {
    pub(super) fn new(store: &OfflineStore, key: SessionKey, committed: u32, index: u32) -> Self {
        let mut writer = Writer::new(store, key, committed, index);
        // Uncommitted events cannot be sent.
        writer.durability = Durability::EachEvent;
        Self(writer)
    }
}

impl Recorder<StoredDownloaded> {
    /// The session's key, to resume it after a restart.
    #[must_use]
    pub const fn key(&self) -> SessionKey {
        self.sink.0.key
    }

    /// How many events are committed, including the start.
    #[must_use]
    pub const fn committed(&self) -> u32 {
        self.sink.0.committed
    }

    /// Commits the waiting events.
    ///
    /// # Errors
    ///
    /// When the disk fails. The events keep waiting.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        self.sink.0.flush()
    }
}

impl Recorder<StoredOnline> {
    /// The session's key, to resume it after a restart.
    #[must_use]
    pub const fn key(&self) -> SessionKey {
        self.sink.0.key
    }

    /// Does the same as [`OfflineStore::is_expired`].
    ///
    /// # Errors
    ///
    /// When the session was deleted, or the disk fails.
    pub fn is_expired(&self, now: i64) -> Result<bool, StoreError> {
        self.sink.0.store.is_expired(self.key(), now)
    }

    /// Does the same as [`OfflineStore::withheld`].
    ///
    /// # Errors
    ///
    /// When the session was deleted, or the disk fails.
    pub fn withheld(&self) -> Result<u32, StoreError> {
        self.sink.0.store.withheld(self.key())
    }

    /// Does the same as [`OfflineStore::set_renewal`].
    ///
    /// # Errors
    ///
    /// When the session was deleted, or the disk fails.
    pub fn set_renewal(&mut self, by_time: bool) -> Result<(), StoreError> {
        self.sink.0.store.set_renewal(self.key(), by_time)
    }
}

impl Take for StoredDownloaded {
    type Failure = StoreError;

    fn write(
        &mut self,
        timing: Option<&Timing>,
        closing: &mut [Event],
        event: &mut Event,
    ) -> Result<Moved, StoreError> {
        self.0.write(timing, closing, event)
    }

    fn write_end(
        &mut self,
        timing: Option<&Timing>,
        events: &mut [Event],
    ) -> Result<Moved, StoreError> {
        self.0.write_end(timing, events)
    }

    fn take(&mut self, event: Event) {
        self.0.taken(&event);
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, StoreError> {
        // The first event limits the start's time, and may still wait.
        self.0.flush()?;
        self.0.store.change_start_with(self.0.key, change)
    }

    /// A start that was changed may be later.
    fn moved_to(&self) -> Option<PlayerTime> {
        self.0.store.file.memory().moved_to.get(&self.0.key).copied()
    }
}

impl Take for StoredOnline {
    type Failure = StoreError;

    fn write(
        &mut self,
        timing: Option<&Timing>,
        closing: &mut [Event],
        event: &mut Event,
    ) -> Result<Moved, StoreError> {
        self.0.write(timing, closing, event)
    }

    fn write_end(
        &mut self,
        timing: Option<&Timing>,
        events: &mut [Event],
    ) -> Result<Moved, StoreError> {
        self.0.write_end(timing, events)
    }

    fn take(&mut self, event: Event) {
        self.0.taken(&event);
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, StoreError> {
        // The first event limits the start's time, and may still wait.
        self.0.flush()?;
        self.0.store.change_start_with(self.0.key, change)
    }

    fn moved_to(&self) -> Option<PlayerTime> {
        self.0.store.file.memory().moved_to.get(&self.0.key).copied()
    }
}

/// Shows the number of events, not their content.
impl fmt::Debug for StoredDownloaded {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("StoredDownloaded", &self.0, to)
    }
}

/// Shows the number of events, not their content.
impl fmt::Debug for StoredOnline {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        show("StoredOnline", &self.0, to)
    }
}

fn show(name: &str, writer: &Writer, to: &mut fmt::Formatter<'_>) -> fmt::Result {
    to.debug_struct(name)
        .field("store", &writer.store)
        .field("key", &writer.key)
        .field("committed", &writer.committed)
        .field("waiting", &writer.waiting.len())
        .finish_non_exhaustive()
}
