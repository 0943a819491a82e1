//! Recording into the store.

use std::fmt;
use std::sync::Arc;

use super::OfflineStore;
use super::error::StoreError;
use super::file::{Size, each_event, put, put_events, record, remove, remove_events};
use super::format::{LAST_KEY, META, Record, SessionKey, Stage};
use super::options::{Durability, WhenFull};
use crate::event::PlayerTime;
use crate::event::{Event, SessionStart};
use crate::json::DecodeError;
use crate::json::Policy;
use crate::session::{Phase, Progress, Recorded, recordable, recording_methods, standing_methods};

use redb::ReadableTable as _;

/// A session that is being recorded into a store, in constant memory.
///
/// It knows the rules of a [`Recorder`](crate::Recorder). Dropping it commits what is waiting
/// and leaves the session open: [`OfflineStore::resume`] goes on with it, and
/// [`OfflineStore::next_upload`] ends it as it is.
#[must_use = "the session is open until `finish` or `abandon`"]
pub struct StoredSession {
    store: OfflineStore,
    id: SessionKey,
    progress: Progress,
    /// What is safe; its events are also the place of the first waiting one.
    safe: Size,
    waiting: Vec<Vec<u8>>,
    waiting_since: Option<i64>,
    /// A commit failed, and may have been written all the same.
    in_doubt: bool,
}

/// Shows how much there is, not what is in it.
impl fmt::Debug for StoredSession {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("StoredSession")
            .field("store", &self.store)
            .field("id", &self.id)
            .field("committed", &self.safe.events)
            .field("waiting", &self.waiting.len())
            .finish_non_exhaustive()
    }
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
        let _turn = self.file.turn();
        self.make_room(text.len() as u64, 1)?;
        let began = start.player_time.ts;
        let id = self.file.write(|transaction| {
            // A key is never given twice: a handle may outlive its session.
            let mut meta = transaction.open_table(META).map_err(redb::Error::from)?;
            let last =
                meta.get(LAST_KEY).map_err(redb::Error::from)?.map_or(0, |last| last.value());
            let next = last.checked_add(1);
            let id = SessionKey(next.ok_or_else(StoreError::no_key_left)?);
            meta.insert(LAST_KEY, id.0).map_err(redb::Error::from)?;
            put(transaction, id, &Record::new(began))?;
            put_events(transaction, id, 0, [&text])?;
            Ok(id)
        })?;
        let mut memory = self.file.memory();
        memory.recording.insert(id);
        let size = Size { events: 1, bytes: text.len() as u64 };
        memory.sizes.insert(id, size);
        drop(memory);
        Ok(StoredSession::new(self, id, Progress::of(&start), size))
    }

    /// Goes on with a session that was open when the app went away.
    ///
    /// # Errors
    ///
    /// When there is no such session, it has ended, or it is being recorded already.
    pub fn resume(&self, id: SessionKey) -> Result<StoredSession, StoreError> {
        let turn = self.file.turn();
        if self.file.memory().recording.contains(&id) {
            return Err(StoreError::Recording(id));
        }
        if self.file.read(|transaction| record(transaction, id))?.state != Stage::Open {
            return Err(StoreError::Ended(id));
        }
        // Claimed before it is read, so that no upload ends it meanwhile.
        self.file.memory().recording.insert(id);
        drop(turn);
        let replayed = self.replay(id).and_then(|replayed| match replayed.unreadable {
            Some(error) => Err(StoreError::Damaged(format!("session {id}: {error}"))),
            None => Ok(replayed),
        });
        if replayed.is_err() {
            self.file.memory().recording.remove(&id);
        }
        replayed.map(|Replayed { progress, size, .. }| StoredSession::new(self, id, progress, size))
    }

    /// Where a session stands.
    pub(super) fn replay(&self, id: SessionKey) -> Result<Replayed, StoreError> {
        let policy = Policy::tolerant().with_max_bytes(usize::MAX);
        self.file.read(|transaction| {
            let mut replayed = Replayed::default();
            each_event(transaction, id, |text| {
                match Event::decode(text, &policy) {
                    Ok(event) => replayed.progress.advance(&event),
                    Err(error) => replayed.unreadable = Some(error),
                }
                replayed.size.events += 1;
                replayed.size.bytes += text.len() as u64;
                Ok(())
            })?;
            Ok(replayed)
        })
    }

    /// Sees to it that so much more fits, or says which limit is in the way; nothing gives way
    /// if that would not be enough.
    fn make_room(&self, bytes: u64, sessions: usize) -> Result<(), StoreError> {
        let options = &self.file.options;
        if options.max_bytes.is_none() && options.max_sessions.is_none() {
            return Ok(());
        }
        let (mut all_bytes, mut all_sessions) = {
            let memory = self.file.memory();
            (memory.bytes() + bytes, memory.sizes.len() + sessions)
        };
        let in_the_way = |all_bytes: u64, all_sessions: usize| {
            if options.max_bytes.is_some_and(|most| all_bytes > most) {
                Some("bytes")
            } else if sessions > 0 && options.max_sessions.is_some_and(|most| all_sessions > most) {
                Some("sessions")
            } else {
                None
            }
        };
        let mut giving_way = Vec::new();
        let mut refused = Vec::new().into_iter();
        if in_the_way(all_bytes, all_sessions).is_some()
            && options.when_full == WhenFull::DropRefused
        {
            refused = self.refused()?.into_iter();
        }
        while let Some(limit) = in_the_way(all_bytes, all_sessions) {
            let Some(oldest) = refused.next() else { return Err(StoreError::Full { limit }) };
            let size = self.file.memory().sizes.get(&oldest.id).copied().unwrap_or_default();
            all_bytes = all_bytes.saturating_sub(size.bytes);
            all_sessions = all_sessions.saturating_sub(1);
            giving_way.push(oldest.id);
        }
        if giving_way.is_empty() {
            return Ok(());
        }
        self.file.write(|transaction| {
            giving_way.iter().try_for_each(|oldest| remove(transaction, *oldest))
        })?;
        let mut memory = self.file.memory();
        giving_way.iter().for_each(|oldest| memory.forget(*oldest));
        Ok(())
    }
}

/// A stored session, gone through.
#[derive(Default)]
pub(super) struct Replayed {
    pub(super) progress: Progress,
    pub(super) size: Size,
    /// Why an event among them cannot be read, if that is so.
    unreadable: Option<DecodeError>,
}

impl StoredSession {
    fn new(store: &OfflineStore, id: SessionKey, progress: Progress, safe: Size) -> Self {
        Self {
            store: store.clone(),
            id,
            progress,
            safe,
            waiting: Vec::new(),
            waiting_since: None,
            in_doubt: false,
        }
    }

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
        self.safe.events
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
        self.add(event)?;
        Ok(recorded)
    }

    /// Commits what is waiting.
    ///
    /// # Errors
    ///
    /// When the disk refuses; what is waiting goes on waiting.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        let file = Arc::clone(&self.store.file);
        let _turn = file.turn();
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
        let file = Arc::clone(&self.store.file);
        // Let go before the handle is: dropping that takes a turn of its own.
        let turn = file.turn();
        let events = if self.progress.phase == Phase::Open {
            let mut events = self.progress.closing(last.player_time);
            events.push(last);
            events
        } else {
            Vec::new()
        };
        // An end is always taken, whatever the limits say.
        let ended = self.all_or_nothing(events, |session, after| session.commit(after.last));
        drop(turn);
        ended.map(|()| self.id)
    }

    /// Takes an event in, and commits if it is time.
    fn add(&mut self, event: Event) -> Result<(), StoreError> {
        let file = Arc::clone(&self.store.file);
        let _turn = file.turn();
        if !file.memory().sizes.contains_key(&self.id) {
            // Everything was deleted meanwhile: what waits goes too.
            self.waiting.clear();
            return Err(StoreError::NoSession(self.id));
        }
        self.all_or_nothing([event], |session, after| {
            // What waits is not counted in the store yet.
            session.store.make_room(session.waiting_bytes(), 0)?;
            if after.phase != Phase::Open {
                session.commit(after.last)
            } else if session.is_time(after) {
                session.commit(None)
            } else {
                Ok(())
            }
        })
    }

    /// Lets events wait and does what is due then; if that fails, none of them was there.
    fn all_or_nothing(
        &mut self,
        events: impl IntoIterator<Item = Event>,
        then: impl FnOnce(&mut Self, &Progress) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let before = (self.waiting.len(), self.waiting_since);
        let mut after = self.progress.clone();
        let mut events = events.into_iter();
        let done = events
            .try_for_each(|event| self.wait(&mut after, event))
            .and_then(|()| then(self, &after));
        if done.is_ok() {
            self.progress = after;
        } else {
            self.waiting.truncate(before.0);
            self.waiting_since = before.1;
        }
        done
    }

    fn waiting_bytes(&self) -> u64 {
        self.waiting.iter().map(|text| text.len() as u64).sum()
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

    /// Writes what is waiting, and that the session has ended, if it has. The turn is the
    /// caller's.
    fn commit(&mut self, ended: Option<PlayerTime>) -> Result<(), StoreError> {
        if self.waiting.is_empty() && ended.is_none() {
            return Ok(());
        }
        let (id, first, in_doubt) = (self.id, self.safe.events, self.in_doubt);
        // Everything may have been deleted meanwhile: nothing may come back.
        let mut record = self.store.file.read(|transaction| record(transaction, id))?;
        if in_doubt || ended.is_some() {
            record.state = if ended.is_some() { Stage::Ended } else { Stage::Open };
            record.ended = ended.map(|ended| ended.ts);
        }
        let written = self.store.file.write(|transaction| {
            if in_doubt {
                // What an earlier commit left there was never acknowledged.
                remove_events(transaction, id, first)?;
            }
            put_events(transaction, id, first, &self.waiting)?;
            if in_doubt || ended.is_some() { put(transaction, id, &record) } else { Ok(()) }
        });
        self.in_doubt = written.is_err();
        written?;
        self.safe.events += self.waiting.len() as u32;
        self.safe.bytes += self.waiting_bytes();
        self.store.file.memory().sizes.insert(id, self.safe);
        self.waiting.clear();
        self.waiting_since = None;
        Ok(())
    }
}

/// Commits what is waiting, if the disk lets it, and lets others have the session.
impl Drop for StoredSession {
    fn drop(&mut self) {
        let file = Arc::clone(&self.store.file);
        let _turn = file.turn();
        let _ = self.commit(None);
        file.memory().recording.remove(&self.id);
    }
}

recording_methods!(StoredSession, append, crate::store::StoreError);
standing_methods!(StoredSession);
