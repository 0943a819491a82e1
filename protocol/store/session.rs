//! Recording into the store.

use super::OfflineStore;
use super::error::StoreError;
use super::file::{each_event, put, put_events, record, remove};
use super::format::{LAST_KEY, META, Record, SESSIONS, SessionKey, Stage};
use super::options::{Durability, WhenFull};
use crate::bindings::PlayerTime;
use crate::decode::Policy;
use crate::event::{Event, SessionStart};
use crate::session::{Phase, Progress, Recorded, recordable, recording_methods, standing_methods};

use redb::ReadableTable as _;

/// A session that is being recorded into a store, in constant memory.
///
/// It knows the rules of a [`Recorder`](crate::Recorder). Dropping it commits what is waiting
/// and leaves the session open: [`OfflineStore::resume`] goes on with it, and
/// [`OfflineStore::next_upload`] ends it as it is.
#[derive(Debug)]
#[must_use = "the session is open until `finish` or `abandon`"]
pub struct StoredSession {
    store: OfflineStore,
    id: SessionKey,
    progress: Progress,
    /// The place of the first waiting event.
    next: u32,
    waiting: Vec<Vec<u8>>,
    waiting_since: Option<i64>,
}

impl OfflineStore {
    /// Begins to record a downloaded session. What an upload will need, identities and
    /// configuration, is in the start, and is kept as it is now.
    ///
    /// # Errors
    ///
    /// When a limit is reached, the start has no JSON form, or the disk refuses.
    pub fn begin(&self, mut start: SessionStart) -> Result<StoredSession, StoreError> {
        start.params.downloaded = Some(true);
        let text = start.encode()?;
        self.make_room(text.len() as u64, 1)?;
        let began = start.player_time.ts;
        let id = self.file.write(|transaction| {
            // A key is never given twice: a handle may outlive its session.
            let mut meta = transaction.open_table(META).map_err(redb::Error::from)?;
            let last =
                meta.get(LAST_KEY).map_err(redb::Error::from)?.map_or(0, |last| last.value());
            let id = SessionKey(last + 1);
            meta.insert(LAST_KEY, id.0).map_err(redb::Error::from)?;
            put(transaction, id, &Record::new(began))?;
            put_events(transaction, id, 0, [&text])?;
            Ok(id)
        })?;
        let mut memory = self.file.memory();
        memory.recording.insert(id);
        let size = memory.sizes.entry(id).or_default();
        size.events = 1;
        size.bytes = text.len() as u64;
        drop(memory);
        Ok(StoredSession {
            store: self.clone(),
            id,
            progress: Progress::of(&start),
            next: 1,
            waiting: Vec::new(),
            waiting_since: None,
        })
    }

    /// Goes on with a session that was open when the app went away.
    ///
    /// # Errors
    ///
    /// When there is no such session, it has ended, or it is being recorded already.
    pub fn resume(&self, id: SessionKey) -> Result<StoredSession, StoreError> {
        // Claimed first, so that no upload ends it meanwhile.
        if !self.file.memory().recording.insert(id) {
            return Err(StoreError::Recording(id));
        }
        let resumed = self.replay(id);
        if resumed.is_err() {
            self.file.memory().recording.remove(&id);
        }
        let (progress, next) = resumed?;
        Ok(StoredSession {
            store: self.clone(),
            id,
            progress,
            next,
            waiting: Vec::new(),
            waiting_since: None,
        })
    }

    /// Where an open session stands, and the place after its last event.
    pub(super) fn replay(&self, id: SessionKey) -> Result<(Progress, u32), StoreError> {
        self.file.read(|transaction| {
            if record(transaction, id)?.state != Stage::Open {
                return Err(StoreError::Ended(id));
            }
            let (mut progress, mut next) = (Progress::default(), 0);
            each_event(transaction, id, |text| {
                let event = Event::decode(text, &Policy::tolerant().with_max_bytes(usize::MAX))
                    .map_err(|error| StoreError::Damaged(error.to_string()))?;
                progress.advance(&event);
                next += 1;
                Ok(())
            })?;
            Ok((progress, next))
        })
    }

    /// Sees to it that so much more fits, or says which limit is in the way.
    fn make_room(&self, bytes: u64, sessions: usize) -> Result<(), StoreError> {
        loop {
            let (all_bytes, all_sessions) = {
                let memory = self.file.memory();
                (memory.bytes() + bytes, memory.sizes.len() + sessions)
            };
            let options = &self.file.options;
            let limit = if options.max_bytes.is_some_and(|most| all_bytes > most) {
                "bytes"
            } else if sessions > 0 && options.max_sessions.is_some_and(|most| all_sessions > most) {
                "sessions"
            } else {
                return Ok(());
            };
            let oldest = match options.when_full {
                WhenFull::RefuseNew => None,
                WhenFull::DropRefused => self.refused()?.first().map(|session| session.id),
            };
            let Some(oldest) = oldest else { return Err(StoreError::Full { limit }) };
            self.file.write(|transaction| remove(transaction, oldest))?;
            self.file.memory().forget(oldest);
        }
    }
}

impl StoredSession {
    /// The session's key, to resume it after a restart.
    #[must_use]
    pub const fn id(&self) -> SessionKey {
        self.id
    }

    /// The time of the last event.
    #[must_use]
    pub fn last(&self) -> Option<PlayerTime> {
        self.progress.last
    }

    fn progress(&self) -> &Progress {
        &self.progress
    }

    /// How many events are safe, the start among them.
    #[must_use]
    pub const fn committed(&self) -> u32 {
        self.next
    }

    /// Appends an event. When it returns, the event is as safe as the store's
    /// [`Durability`] says.
    ///
    /// # Errors
    ///
    /// When a rule forbids the event, a limit is reached, or the disk refuses. Nothing was
    /// written then, the recording stays as it was, and a refused event is handed back.
    pub fn append(&mut self, event: Event) -> Result<Recorded, StoreError> {
        let mut event = recordable(&self.progress, event)?;
        let recorded = self.progress.mend(&mut event.player_time);
        self.add([event])?;
        Ok(recorded)
    }

    /// Commits what is waiting.
    ///
    /// # Errors
    ///
    /// When the disk refuses; what is waiting goes on waiting.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        self.commit(None)
    }

    /// The content was watched to its end: closes what is open, adds `sessionComplete`, and
    /// leaves the session to be sent.
    ///
    /// # Errors
    ///
    /// When the disk refuses. The session stays open in the store then.
    pub fn finish(self, at: PlayerTime) -> Result<SessionKey, StoreError> {
        self.end(Event::session_complete(at))
    }

    /// The viewing was left: closes what is open, adds `sessionEnd`, and leaves the session to be
    /// sent.
    ///
    /// # Errors
    ///
    /// When the disk refuses. The session stays open in the store then.
    pub fn abandon(self, at: PlayerTime) -> Result<SessionKey, StoreError> {
        self.end(Event::session_end(at))
    }

    fn end(mut self, last: Event) -> Result<SessionKey, StoreError> {
        if self.progress.phase == Phase::Open {
            let closing = self.progress.closing(last.player_time);
            let mut ended = self.progress.clone();
            for event in closing.into_iter().chain([last]) {
                self.wait(&mut ended, event)?;
            }
            self.progress = ended;
        }
        self.commit(self.progress.last)?;
        Ok(self.id)
    }

    /// Takes events in, and commits if it is time.
    fn add(&mut self, events: impl IntoIterator<Item = Event>) -> Result<(), StoreError> {
        let before = (self.waiting.len(), self.waiting_since);
        let mut after = self.progress.clone();
        for event in events {
            self.wait(&mut after, event)?;
        }
        let bytes = self.waiting[before.0..].iter().map(|text| text.len() as u64).sum();
        let ends = after.phase != Phase::Open;
        let done = match self.store.make_room(bytes, 0) {
            Ok(()) if ends => self.commit(after.last),
            Ok(()) if self.is_time(&after) => self.commit(None),
            other => other,
        };
        match done {
            Ok(()) => {
                self.progress = after;
                Ok(())
            }
            Err(error) => {
                self.waiting.truncate(before.0);
                self.waiting_since = before.1;
                Err(error)
            }
        }
    }

    fn wait(&mut self, progress: &mut Progress, mut event: Event) -> Result<(), StoreError> {
        progress.mend(&mut event.player_time);
        let text = event.encode()?;
        progress.advance(&event);
        self.waiting_since.get_or_insert(event.player_time.ts);
        self.waiting.push(text);
        Ok(())
    }

    fn is_time(&self, progress: &Progress) -> bool {
        match self.store.file.options.durability {
            Durability::EachEvent => true,
            Durability::Grouped { events, millis } => {
                let newest = progress.last.map_or(0, |last| last.ts);
                let age = self.waiting_since.map_or(0, |since| newest.saturating_sub(since));
                self.waiting.len() >= events.max(1) as usize || age >= millis
            }
        }
    }

    /// Writes what is waiting, and that the session has ended, if it has.
    fn commit(&mut self, ended: Option<PlayerTime>) -> Result<(), StoreError> {
        if self.waiting.is_empty() && ended.is_none() {
            return Ok(());
        }
        let (id, first) = (self.id, self.next);
        let mut record = match ended {
            Some(_) => Some(self.store.file.read(|transaction| record(transaction, id))?),
            None => None,
        };
        if let (Some(record), Some(ended)) = (&mut record, ended) {
            record.state = Stage::Ended;
            record.ended = Some(ended.ts);
        }
        self.store.file.write(|transaction| {
            let sessions = transaction.open_table(SESSIONS).map_err(redb::Error::from)?;
            if sessions.get(id.0).map_err(redb::Error::from)?.is_none() {
                // Everything was deleted meanwhile: nothing may come back.
                return Err(StoreError::NoSession(id));
            }
            drop(sessions);
            put_events(transaction, id, first, &self.waiting)?;
            record.as_ref().map_or(Ok(()), |record| put(transaction, id, record))
        })?;
        let mut memory = self.store.file.memory();
        let size = memory.sizes.entry(id).or_default();
        size.events += self.waiting.len() as u32;
        size.bytes += self.waiting.iter().map(|text| text.len() as u64).sum::<u64>();
        drop(memory);
        self.next += self.waiting.len() as u32;
        self.waiting.clear();
        self.waiting_since = None;
        Ok(())
    }
}

/// Commits what is waiting, if the disk lets it, and lets others have the session.
impl Drop for StoredSession {
    fn drop(&mut self) {
        let _ = self.commit(None);
        self.store.file.memory().recording.remove(&self.id);
    }
}

recording_methods!(StoredSession, append, crate::store::StoreError);
standing_methods!(StoredSession);
