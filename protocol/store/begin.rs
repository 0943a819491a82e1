//! Starting a recording in the store, and resuming it after a restart.

use redb::ReadableTable as _;

use super::OfflineStore;
use super::deletion::WhyDeleted;
use super::error::StoreError;
use super::format::{
    CLOCK_KEY, FORMAT_KEY, Kind, LAST_KEY, META, ONLINE_FORMAT, Record, SessionKey, SessionStatus,
    later,
};
use super::memory::{Size, Until};
use super::options::WhenFull;
use super::recorders::{SessionKind, Stored, StoredDownloaded};
use super::tables::{each_event, put, put_events, record, records, remove};
use super::texts::read;
use crate::event::SessionStart;
use crate::json::DecodeError;
use crate::session::{Downloaded, Recorder, SessionState, with_finite_playhead};

impl OfflineStore {
    /// Starts to record a downloaded session. It is uploaded later with the ids and the
    /// configuration that are in this start.
    ///
    /// # Errors
    ///
    /// When a limit is reached, the start cannot be encoded as JSON, or the disk fails.
    pub fn begin(&self, start: SessionStart) -> Result<Recorder<StoredDownloaded>, StoreError> {
        let start = fitting::<Downloaded>(start);
        let key = self.insert(&start, Record::new(start.player_time.ts()))?;
        Ok(Recorder::new(SessionState::of(&start), StoredDownloaded::new(self, key, 1, 1)))
    }

    /// Inserts a session with this start, and claims it for a recorder.
    pub(super) fn insert(
        &self,
        start: &SessionStart,
        record: Record,
    ) -> Result<SessionKey, StoreError> {
        let mut beginning = Beginning { record, events: vec![start.encode_raw()?], key: None };
        let _lock = self.file.write_lock();
        self.tidy()?;
        self.make_room(beginning.bytes(), 1)?;
        let written = self.file.write(|transaction| beginning.put(transaction));
        if written.is_err() {
            self.file.memory().not_begun.extend(beginning.key);
        }
        let key = written?;
        self.file.memory().recording.insert(key);
        self.begun(key, &beginning);
        Ok(key)
    }

    /// Remembers the size of a session that has begun.
    pub(super) fn begun(&self, key: SessionKey, beginning: &Beginning) {
        let size = Size { events: beginning.events.len() as u32, bytes: beginning.bytes() };
        self.file.memory().sizes.insert(key, size);
    }

    /// Deletes sessions whose beginning failed, but was written all the same, and those that were
    /// sent before the file was opened, but not deleted. The caller holds the write lock.
    pub(super) fn tidy(&self) -> Result<(), StoreError> {
        let not_begun = self.file.memory().not_begun.clone();
        for key in not_begun {
            self.file.write(|transaction| remove(transaction, key))?;
            let mut memory = self.file.memory();
            memory.forget(key);
            memory.not_begun.remove(&key);
        }
        if !std::mem::take(&mut self.file.memory().untidy) {
            return Ok(());
        }
        let mut sent = self.file.read(records)?;
        sent.retain(|(_, record)| record.is_sent());
        for (key, _) in sent {
            self.remove_if_sent(key)?;
        }
        Ok(())
    }

    /// Resumes a downloaded session that was open when the app ended.
    ///
    /// # Errors
    ///
    /// When there is no such session, it has ended, it is online or verbatim, it is already being
    /// recorded, one of its events cannot be read, or the disk fails.
    pub fn resume(&self, key: SessionKey) -> Result<Recorder<StoredDownloaded>, StoreError> {
        self.resume_as(key, false)
    }

    /// The recorder of a session that was open when the app ended.
    pub(super) fn resume_as<K: SessionKind>(
        &self,
        key: SessionKey,
        verbatim: bool,
    ) -> Result<Recorder<Stored<K>>, StoreError> {
        let kind = Kind { online: K::IS_ONLINE, verbatim };
        let Replayed { state, size, next_index, .. } = self.claim(key, kind)?;
        let sink = Stored::new(self, key, size.events, next_index).with_verbatim(verbatim);
        Ok(Recorder::new(state, sink))
    }

    /// Claims an open session for a recorder, and reads its state.
    fn claim(&self, key: SessionKey, kind: Kind) -> Result<Replayed, StoreError> {
        let lock = self.file.write_lock();
        if self.file.memory().recording.contains(&key) {
            return Err(StoreError::Recording(key));
        }
        let record = self.file.read(|transaction| record(transaction, key))?;
        // An online session that was set aside may not have ended.
        let was_set_aside = record.state == SessionStatus::Rejected && record.online.is_some();
        if record.state != SessionStatus::Open && !(was_set_aside && record.ended.is_none()) {
            return Err(StoreError::Ended(key));
        }
        if record.kind() != kind {
            return Err(StoreError::OtherKind(key));
        }
        // Claimed before it is read, so that no upload ends it in the meantime.
        self.file.memory().recording.insert(key);
        drop(lock);
        let replayed = self.replay(key).and_then(|replayed| match replayed.unreadable {
            Some(error) => Err(StoreError::Damaged(format!("session {key}: {error}"))),
            None => Ok(replayed),
        });
        if replayed.is_err() {
            self.file.memory().recording.remove(&key);
        }
        replayed
    }

    /// Reads a stored session and computes its state.
    pub(super) fn replay(&self, key: SessionKey) -> Result<Replayed, StoreError> {
        self.file.read(|transaction| {
            let mut replayed = Replayed::default();
            let record = record(transaction, key)?;
            let online = record.online.unwrap_or_default();
            let mut start = None;
            each_event(transaction, key, |index, text| {
                replayed.next_index = index.saturating_add(1);
                match read(text) {
                    Ok(event) => {
                        start = start.or_else(|| (index == 0).then_some(event.player_time));
                        replayed.state.advance(&event);
                    }
                    // The app knows of it: it was handed back, or is sent as it is.
                    Err(_) if online.is_aside(index) || record.verbatim => {}
                    Err(error) => replayed.unreadable = Some(error),
                }
                replayed.size.events += 1;
                replayed.size.bytes += text.len() as u64;
                Ok(())
            })?;
            if let Some(clock) = record.clock {
                replayed.state.clock = clock.at(replayed.next_index);
            }
            // The events that were sent last may have been generated, which are not stored.
            let start = start.filter(|_| online.is_first());
            let start = start.map(|start| online.progress.right(start));
            let until = Until { sent: start.or(online.sent_until()), adjusted: online.moved_to };
            replayed.state.last = later(replayed.state.last, until.last());
            Ok(replayed)
        })
    }

    /// Makes room for more bytes and sessions, or returns which limit is reached. Deletes nothing
    /// if that would not be enough.
    pub(super) fn make_room(&self, bytes: u64, sessions: usize) -> Result<(), StoreError> {
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
        if in_the_way(all_bytes, all_sessions).is_none() {
            return Ok(());
        }
        let mut candidates = self.may_give_way()?.into_iter();
        let mut giving_way = Vec::new();
        while let Some(limit) = in_the_way(all_bytes, all_sessions) {
            let Some(oldest) = candidates.next() else { return Err(StoreError::Full { limit }) };
            let size = self.file.memory().sizes.get(&oldest.0).copied().unwrap_or_default();
            all_bytes = all_bytes.saturating_sub(size.bytes);
            all_sessions = all_sessions.saturating_sub(1);
            giving_way.push(oldest);
        }
        self.file.write(|transaction| {
            giving_way.iter().try_for_each(|(oldest, _)| remove(transaction, *oldest))
        })?;
        let deleted = self.forget_deleted(giving_way, WhyDeleted::Full);
        self.remember(deleted);
        Ok(())
    }

    /// The sessions that are deleted to make room, in this order.
    fn may_give_way(&self) -> Result<Vec<(SessionKey, Record)>, StoreError> {
        let when_full = self.file.options.when_full;
        if when_full == WhenFull::RefuseNew {
            return Ok(Vec::new());
        }
        let mut sessions = self.file.read(records)?;
        let memory = self.file.memory();
        sessions.retain(|(key, record)| {
            let gives_way = match record.state {
                SessionStatus::Open => false,
                SessionStatus::Pending => when_full == WhenFull::DropWaiting,
                SessionStatus::Rejected => true,
            };
            gives_way && memory.is_idle(*key)
        });
        sessions.sort_by_key(|(key, record)| (record.state != SessionStatus::Rejected, *key));
        Ok(sessions)
    }
}

/// The start as it begins a session of this kind.
pub(super) fn fitting<K: SessionKind>(start: SessionStart) -> SessionStart {
    let mut start = with_finite_playhead(start);
    start.params.say_downloaded((!K::IS_ONLINE).then_some(true));
    start
}

/// A session to insert, with its first events.
pub(super) struct Beginning {
    pub(super) record: Record,
    /// The start, and what follows it.
    pub(super) events: Vec<Vec<u8>>,
    /// Its key. It stays if the commit fails, which may be written all the same.
    pub(super) key: Option<SessionKey>,
}

impl Beginning {
    pub(super) fn bytes(&self) -> u64 {
        self.events.iter().map(|text| text.len() as u64).sum()
    }

    /// Inserts it.
    pub(super) fn put(
        &mut self,
        transaction: &redb::WriteTransaction,
    ) -> Result<SessionKey, StoreError> {
        // Keys are never reused: a recorder may outlive its session.
        let mut meta = transaction.open_table(META)?;
        let last = meta.get(LAST_KEY)?.map_or(0, |last| last.value());
        self.record.began_after = meta.get(CLOCK_KEY)?.map(|clock| clock.value() as i64);
        let next = last.checked_add(1);
        let key = SessionKey(next.ok_or_else(StoreError::no_key_left)?);
        meta.insert(LAST_KEY, key.0)?;
        if self.record.online.is_some() || self.record.verbatim {
            meta.insert(FORMAT_KEY, ONLINE_FORMAT)?;
        }
        self.key = Some(key);
        put(transaction, key, &self.record)?;
        put_events(transaction, key, 0, &self.events)?;
        Ok(key)
    }
}

/// The state of a stored session after its last event.
#[derive(Default)]
pub(super) struct Replayed {
    pub(super) state: SessionState,
    pub(super) size: Size,
    /// The index after the last event.
    pub(super) next_index: u32,
    /// The error of an event that cannot be read.
    unreadable: Option<DecodeError>,
}
