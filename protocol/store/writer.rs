//! Writes a session into the file, event by event.

use std::sync::Arc;

use super::OfflineStore;
use super::error::StoreError;
use super::format::{SessionKey, SessionStatus};
use super::moving::{Change, Doubt, Unchanged, move_waiting};
use super::options::Durability;
use super::remembering::Remembering;
use super::tables::{put, put_events, record, remove_events};
use crate::event::Event;
use crate::session::{Moved, Timing};

/// Writes the events of one session into the file, in constant memory.
pub(super) struct Writer {
    pub(super) store: OfflineStore,
    pub(super) key: SessionKey,
    /// The number of committed events.
    pub(super) committed: u32,
    /// The index of the first waiting event.
    index: u32,
    /// When waiting events are committed.
    pub(super) durability: Durability,
    pub(super) waiting: Vec<Vec<u8>>,
    waiting_since: Option<i64>,
    /// What is written waits for the end of a call of a tracker.
    pub(super) joins: bool,
    /// What a tracker remembers, to be written with what waits.
    pub(super) note: Option<Remembering>,
    /// `sessionComplete` or `sessionEnd` was written.
    ended: bool,
    /// Events are written as they are.
    pub(super) verbatim: bool,
    /// A commit failed, but may have been written.
    doubt: Option<Doubt>,
}

impl Writer {
    /// Continues a session at an index; `committed` is the number of events before it.
    pub(super) fn new(store: &OfflineStore, key: SessionKey, committed: u32, index: u32) -> Self {
        Self {
            store: store.clone(),
            key,
            committed,
            index,
            durability: store.file.options.durability,
            waiting: Vec::new(),
            waiting_since: None,
            joins: false,
            note: None,
            ended: false,
            verbatim: false,
            doubt: None,
        }
    }

    /// Writes the events that close what is open, then the event.
    pub(super) fn write(
        &mut self,
        timing: Option<&Timing>,
        closing: &mut [Event],
        event: &mut Event,
    ) -> Result<Moved, StoreError> {
        let file = Arc::clone(&self.store.file);
        let _lock = file.write_lock();
        if !file.memory().sizes.contains_key(&self.key) {
            // The session was deleted in the meantime: its waiting events are dropped.
            self.waiting.clear();
            return Err(StoreError::NoSession(self.key));
        }
        self.follow(timing, closing.iter_mut().chain([&mut *event]));
        let event = &*event;
        self.all_or_nothing(timing, closing.iter().chain([event]), |writer, change| {
            // Waiting events are not counted in the store's size yet.
            writer.store.make_room(writer.waiting_bytes(), 0)?;
            let ended = writer.ended || event.body.ends();
            if writer.joins && change.clock.is_none() {
                return Ok(());
            }
            if ended || change.clock.is_some() || writer.is_time(event.player_time.ts()) {
                writer.commit(ended.then_some(event.player_time.ts()), change)
            } else {
                Ok(())
            }
        })
    }

    /// Writes the last events of a session, even beyond the store's limits.
    pub(super) fn write_end(
        &mut self,
        timing: Option<&Timing>,
        events: &mut [Event],
    ) -> Result<Moved, StoreError> {
        let file = Arc::clone(&self.store.file);
        let _lock = file.write_lock();
        self.follow(timing, events.iter_mut());
        let ended = events.last().map(|last| last.player_time.ts());
        self.all_or_nothing(timing, &*events, |writer, change| writer.commit(ended, change))
    }

    /// Another thread may have moved the session since the recorder followed it: the events come
    /// after it. The caller holds the write lock.
    fn follow<'a>(&self, timing: Option<&Timing>, events: impl Iterator<Item = &'a mut Event>) {
        if self.verbatim {
            return;
        }
        let moved_to = self.store.file.memory().moved_to(self.key).map(|to| to.ts());
        let by = timing.map_or(0, |timing| timing.moves.by(0));
        let moved_to = moved_to.map(|to| to.wrapping_add(by));
        let Some(mut last) = moved_to else { return };
        for event in events {
            event.player_time.set_ts(event.player_time.ts().max(last.saturating_add(1)));
            last = event.player_time.ts();
        }
    }

    /// The recorder has accepted an event that was written.
    pub(super) fn taken(&mut self, event: &Event) {
        self.ended |= event.body.ends();
    }

    pub(super) fn flush(&mut self) -> Result<(), StoreError> {
        let file = Arc::clone(&self.store.file);
        let _lock = file.write_lock();
        self.commit(None, Change::default())
    }

    /// Moves earlier events and adds new ones to those that wait, then calls `then`. If that fails,
    /// undoes it.
    fn all_or_nothing<'a>(
        &mut self,
        timing: Option<&Timing>,
        events: impl IntoIterator<Item = &'a Event>,
        then: impl FnOnce(&mut Self, Change) -> Result<(), StoreError>,
    ) -> Result<Moved, StoreError> {
        let before = (self.waiting.len(), self.waiting_since);
        let mut unmoved = None;
        let mut moved = Moved::default();
        let mut change = Change::default();
        if let Some(timing) = timing {
            let next = self.index + self.waiting.len() as u32;
            let indices = (self.index, next);
            change = Change::new(&self.store, self.key, timing, indices, self.doubt.as_ref())?;
            let (texts, count) = move_waiting(&mut self.waiting, &timing.moves)?;
            unmoved = Some(texts);
            moved = change.moved();
            moved.events += count;
        }
        let mut events = events.into_iter();
        let done = events.try_for_each(|event| self.wait(event)).and_then(|()| then(self, change));
        if done.is_err() {
            self.waiting.truncate(before.0);
            self.waiting_since = before.1;
            if let Some(unmoved) = unmoved {
                self.waiting = unmoved;
            }
        }
        done.map(|()| moved)
    }

    fn wait(&mut self, event: &Event) -> Result<(), StoreError> {
        self.waiting.push(event.encode_raw()?);
        self.waiting_since.get_or_insert(event.player_time.ts());
        Ok(())
    }

    fn waiting_bytes(&self) -> u64 {
        self.waiting.iter().map(|text| text.len() as u64).sum()
    }

    /// Whether to commit the waiting events, of which the newest has this timestamp.
    fn is_time(&self, newest: i64) -> bool {
        match self.durability {
            Durability::EachEvent => true,
            Durability::Grouped { events, millis } => {
                let age = self.waiting_since.map_or(0, |since| newest.saturating_sub(since));
                self.waiting.len() >= events.max(1) as usize || age >= millis
            }
        }
    }

    /// Commits the waiting events, and that the session has ended, if it has. The caller holds the
    /// write lock.
    fn commit(&mut self, ended: Option<i64>, change: Change) -> Result<(), StoreError> {
        if self.waiting.is_empty() && ended.is_none() && change.clock.is_none() {
            return Ok(());
        }
        self.commit_with(ended, change, |_| Ok(()))
    }

    /// What waits, to [return](Self::return_to) to.
    pub(super) fn mark(&self) -> Mark {
        Mark { waiting: self.waiting.len(), since: self.waiting_since, ended: self.ended }
    }

    /// Takes back what was written since, and not committed.
    pub(super) fn return_to(&mut self, mark: Mark) {
        self.waiting.truncate(mark.waiting);
        (self.waiting_since, self.ended) = (mark.since, mark.ended);
    }

    /// Whether the end was written.
    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    /// Whether what waits has to be committed now.
    pub(super) fn is_due(&self, newest: i64) -> bool {
        self.ended || self.is_time(newest)
    }

    /// Commits what waits with something else, in one transaction. The caller holds the write lock.
    pub(super) fn commit_joined(
        &mut self,
        newest: i64,
        also: impl FnOnce(&redb::WriteTransaction) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let ended = self.ended.then_some(newest);
        self.commit_with(ended, Change::default(), also)
    }

    fn commit_with(
        &mut self,
        ended: Option<i64>,
        change: Change,
        also: impl FnOnce(&redb::WriteTransaction) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let (key, first, in_doubt) = (self.key, self.index, self.doubt.is_some());
        // Fails if the session was deleted in the meantime: it must not be stored again.
        let mut record = self.store.file.read(|transaction| record(transaction, key))?;
        if let Some(doubt) = &self.doubt {
            doubt.restore(&mut record);
        }
        let unchanged = Unchanged::of(&record, &change);
        if in_doubt || ended.is_some() {
            // What is set aside stays so.
            if record.state != SessionStatus::Rejected {
                record.state =
                    if ended.is_some() { SessionStatus::Pending } else { SessionStatus::Open };
            }
            record.ended = ended;
        }
        let growth = change.growth();
        let written = self.store.file.write(|transaction| {
            if let Some(doubt) = &self.doubt {
                // Events that the failed commit may have left were never acknowledged.
                remove_events(transaction, key, first)?;
                doubt.restore_events(transaction, key)?;
            }
            change.write(transaction, key, &mut record)?;
            put_events(transaction, key, first, &self.waiting)?;
            let is_changed = in_doubt || ended.is_some() || change.clock.is_some();
            if is_changed {
                put(transaction, key, &record)?;
            }
            if let Some(note) = &self.note {
                note.write(transaction, &[], |_| true)?;
            }
            also(transaction)
        });
        if written.is_err() {
            self.store.file.memory().in_doubt.insert(key, first);
            self.doubt.get_or_insert_with(|| Doubt::of(unchanged)).add(change.before);
            return written;
        }
        if change.clock.is_some() {
            change.apply(&self.store, self.key);
        }
        self.doubt = None;
        self.index += self.waiting.len() as u32;
        self.committed += self.waiting.len() as u32;
        let mut memory = self.store.file.memory();
        if memory.in_doubt.remove(&key).is_some() {
            // The size was read from the file, with what the failed commit may have left.
            drop(memory);
            self.store.measure(key);
        } else {
            let size = memory.sizes.entry(key).or_default();
            size.events += self.waiting.len() as u32;
            size.bytes = (size.bytes + self.waiting_bytes()).saturating_add_signed(growth);
        }
        self.waiting.clear();
        (self.waiting_since, self.note) = (None, None);
        Ok(())
    }
}

/// What waits to be committed at a moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    waiting: usize,
    since: Option<i64>,
    ended: bool,
}

/// Commits waiting events, if possible, and releases the session.
impl Drop for Writer {
    fn drop(&mut self) {
        let file = Arc::clone(&self.store.file);
        let _lock = file.write_lock();
        let _ = self.commit(None, Change::default());
        let mut memory = file.memory();
        memory.recording.remove(&self.key);
        memory.in_doubt.remove(&self.key);
        drop(memory);
        // An online session may have been sent already, up to its end.
        let _ = self.store.remove_if_sent(self.key);
    }
}
