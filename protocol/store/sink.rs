//! The sink that writes into the store.

use std::fmt;
use std::sync::Arc;

use super::OfflineStore;
use super::error::StoreError;
use super::file::{Size, put, put_events, record, remove_events};
use super::format::{SessionKey, SessionStatus};
use super::options::Durability;
use crate::event::Event;
use crate::session::Recorder;
use crate::session::sink::sealed::Take;

/// The sink of a downloaded session that is recorded into a store, in constant memory.
///
/// [`OfflineStore::begin`] makes its recorder. When a recorder's method returns, the event is as
/// safe as the store's [`Durability`] says; with [`Durability::EachEvent`] that waits for the disk.
/// Dropping the recorder commits what is waiting and leaves the session open:
/// [`OfflineStore::resume`] goes on with it, and [`OfflineStore::next_upload`] ends it as it is.
pub struct StoredDownloaded {
    store: OfflineStore,
    key: SessionKey,
    /// What is safe; its events are also the place of the first waiting one.
    safe: Size,
    waiting: Vec<Vec<u8>>,
    waiting_since: Option<i64>,
    /// `sessionComplete` or `sessionEnd` was written.
    ended: bool,
    /// A commit failed, and may have been written all the same.
    in_doubt: bool,
}

/// Shows how much there is, not what is in it.
impl fmt::Debug for StoredDownloaded {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("StoredDownloaded")
            .field("store", &self.store)
            .field("key", &self.key)
            .field("committed", &self.safe.events)
            .field("waiting", &self.waiting.len())
            .finish_non_exhaustive()
    }
}

impl Recorder<StoredDownloaded> {
    /// The session's key, to resume it after a restart.
    #[must_use]
    pub const fn key(&self) -> SessionKey {
        self.sink.key
    }

    /// How many events are safe, the start among them.
    #[must_use]
    pub const fn committed(&self) -> u32 {
        self.sink.safe.events
    }

    /// Commits what is waiting.
    ///
    /// # Errors
    ///
    /// When the disk fails; what is waiting goes on waiting.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        self.sink.flush()
    }
}

impl Take for StoredDownloaded {
    type Failure = StoreError;

    fn write(&mut self, closing: &[Event], event: &Event) -> Result<(), StoreError> {
        let file = Arc::clone(&self.store.file);
        let _lock = file.write_lock();
        if !file.memory().sizes.contains_key(&self.key) {
            // Everything was deleted meanwhile: what waits goes too.
            self.waiting.clear();
            return Err(StoreError::NoSession(self.key));
        }
        self.all_or_nothing(closing.iter().chain([event]), |sink| {
            // What waits is not counted in the store yet.
            sink.store.make_room(sink.waiting_bytes(), 0)?;
            let ended = sink.ended || event.body.ends();
            if ended || sink.is_time(event.player_time.ts) {
                sink.commit(ended.then_some(event.player_time.ts))
            } else {
                Ok(())
            }
        })
    }

    fn write_end(&mut self, events: &[Event]) -> Result<(), StoreError> {
        let file = Arc::clone(&self.store.file);
        let _lock = file.write_lock();
        let ended = events.last().map(|last| last.player_time.ts);
        self.all_or_nothing(events, |sink| sink.commit(ended))
    }

    fn take(&mut self, event: Event) {
        self.ended |= event.body.ends();
    }
}

impl StoredDownloaded {
    pub(super) fn new(store: &OfflineStore, key: SessionKey, safe: Size) -> Self {
        Self {
            store: store.clone(),
            key,
            safe,
            waiting: Vec::new(),
            waiting_since: None,
            ended: false,
            in_doubt: false,
        }
    }

    fn flush(&mut self) -> Result<(), StoreError> {
        let file = Arc::clone(&self.store.file);
        let _lock = file.write_lock();
        self.commit(None)
    }

    /// Lets events wait and does what is due then; if that fails, none of them was there.
    fn all_or_nothing<'a>(
        &mut self,
        events: impl IntoIterator<Item = &'a Event>,
        then: impl FnOnce(&mut Self) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let before = (self.waiting.len(), self.waiting_since);
        let mut events = events.into_iter();
        let done = events.try_for_each(|event| self.wait(event)).and_then(|()| then(self));
        if done.is_err() {
            self.waiting.truncate(before.0);
            self.waiting_since = before.1;
        }
        done
    }

    fn wait(&mut self, event: &Event) -> Result<(), StoreError> {
        self.waiting.push(event.encode()?);
        self.waiting_since.get_or_insert(event.player_time.ts);
        Ok(())
    }

    fn waiting_bytes(&self) -> u64 {
        self.waiting.iter().map(|text| text.len() as u64).sum()
    }

    /// Whether what waits is to be committed, now that the newest event has this timestamp.
    fn is_time(&self, newest: i64) -> bool {
        match self.store.file.options.durability {
            Durability::EachEvent => true,
            Durability::Grouped { events, millis } => {
                let age = self.waiting_since.map_or(0, |since| newest.saturating_sub(since));
                self.waiting.len() >= events.max(1) as usize || age >= millis
            }
        }
    }

    /// Writes what is waiting, and that the session has ended, if it has. The write lock is the
    /// caller's.
    fn commit(&mut self, ended: Option<i64>) -> Result<(), StoreError> {
        if self.waiting.is_empty() && ended.is_none() {
            return Ok(());
        }
        let (key, first, in_doubt) = (self.key, self.safe.events, self.in_doubt);
        // Everything may have been deleted meanwhile: nothing may come back.
        let mut record = self.store.file.read(|transaction| record(transaction, key))?;
        if in_doubt || ended.is_some() {
            record.state =
                if ended.is_some() { SessionStatus::Pending } else { SessionStatus::Open };
            record.ended = ended;
        }
        let written = self.store.file.write(|transaction| {
            if in_doubt {
                // What an earlier commit left there was never acknowledged.
                remove_events(transaction, key, first)?;
            }
            put_events(transaction, key, first, &self.waiting)?;
            if in_doubt || ended.is_some() { put(transaction, key, &record) } else { Ok(()) }
        });
        self.in_doubt = written.is_err();
        written?;
        self.safe.events += self.waiting.len() as u32;
        self.safe.bytes += self.waiting_bytes();
        self.store.file.memory().sizes.insert(key, self.safe);
        self.waiting.clear();
        self.waiting_since = None;
        Ok(())
    }
}

/// Commits what is waiting, if the disk lets it, and lets others have the session.
impl Drop for StoredDownloaded {
    fn drop(&mut self) {
        let file = Arc::clone(&self.store.file);
        let _lock = file.write_lock();
        let _ = self.commit(None);
        file.memory().recording.remove(&self.key);
    }
}
