//! Looking at what is stored, and tidying up.

use super::OfflineStore;
use super::error::StoreError;
use super::file::{Size, put, put_events, record, records, remove, remove_events};
use super::format::{EVENTS, Record, SESSIONS, SessionKey, Stage};
use crate::event::Event;
use crate::json::Policy;
use crate::session::{DownloadedSession, Repairs};
use crate::wire::ReportedViolation;

/// Where a stored session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SessionState {
    /// Being recorded, or left open when the app went away.
    Open,
    /// Waiting to be sent, or on its way.
    Pending,
    /// Refused by the collector, and set aside.
    Refused,
}

impl SessionState {
    /// The state in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Pending => "pending",
            Self::Refused => "refused",
        }
    }
}

/// A stored session, without its events.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SessionInfo {
    /// Its key.
    pub id: SessionKey,
    /// Where it is.
    pub state: SessionState,
    /// How many events it has, the start among them.
    pub events: u32,
    /// How many bytes they have.
    pub bytes: u64,
    /// When it began, in milliseconds since the Unix epoch.
    pub began: i64,
    /// How often it was sent.
    pub attempts: u32,
}

/// A session that the collector refused.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefusedSession {
    /// Its key.
    pub id: SessionKey,
    /// The status of the answer.
    pub status: u16,
    /// When it was refused, in milliseconds since the Unix epoch.
    pub refused_at: i64,
    /// What the collector said.
    pub message: Option<String>,
    /// What the collector listed.
    pub reported: Vec<ReportedViolation>,
    /// What is wrong with it by the schema documents and rules that this crate knows. Empty if
    /// the collector knows better.
    pub found: Vec<ReportedViolation>,
}

/// How much is stored, and how an upload goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Stats {
    /// Sessions that are being recorded, or were left open.
    pub open: usize,
    /// Sessions that wait to be sent, or are on their way.
    pub pending: usize,
    /// Sessions that the collector refused.
    pub refused: usize,
    /// Bytes of all events.
    pub bytes: u64,
    /// Bytes of the events of pending sessions.
    pub pending_bytes: u64,
    /// Sessions that arrived since the store was opened.
    pub sent: u64,
    /// Bytes of their events.
    pub sent_bytes: u64,
    /// When the oldest stored session began, in milliseconds since the Unix epoch.
    pub oldest: Option<i64>,
}

impl OfflineStore {
    /// Every stored session, oldest first.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or the file is damaged.
    pub fn sessions(&self) -> Result<Vec<SessionInfo>, StoreError> {
        let records = self.file.read(records)?;
        let memory = self.file.memory();
        let info = |(id, record): (SessionKey, Record)| {
            // One without a size began or went this moment.
            let Size { events, bytes } = memory.sizes.get(&id).copied()?;
            Some(SessionInfo {
                id,
                state: match record.state {
                    Stage::Open => SessionState::Open,
                    Stage::Ended => SessionState::Pending,
                    Stage::Refused => SessionState::Refused,
                },
                events,
                bytes,
                began: record.began,
                attempts: record.attempts,
            })
        };
        Ok(records.into_iter().filter_map(info).collect())
    }

    /// How much is stored, and how much was sent since the store was opened.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or the file is damaged.
    pub fn stats(&self) -> Result<Stats, StoreError> {
        let mut stats = Stats::default();
        for session in self.sessions()? {
            stats.bytes += session.bytes;
            stats.oldest = Some(stats.oldest.map_or(session.began, |old| old.min(session.began)));
            match session.state {
                SessionState::Open => stats.open += 1,
                SessionState::Refused => stats.refused += 1,
                SessionState::Pending => {
                    stats.pending += 1;
                    stats.pending_bytes += session.bytes;
                }
            }
        }
        let memory = self.file.memory();
        (stats.sent, stats.sent_bytes) = (memory.sent_sessions, memory.sent_bytes);
        Ok(stats)
    }

    /// Sessions that the collector refused, oldest first, with the reasons.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or the file is damaged.
    pub fn refused(&self) -> Result<Vec<RefusedSession>, StoreError> {
        let records = self.file.read(records)?;
        let refused = records.into_iter().filter_map(|(id, record)| {
            let refusal = record.refusal.filter(|_| record.state == Stage::Refused)?;
            Some(RefusedSession {
                id,
                status: refusal.status,
                refused_at: refusal.at,
                message: refusal.message,
                reported: refusal.reported,
                found: refusal.found,
            })
        });
        Ok(refused.collect())
    }

    /// Sends a refused session again as it is, or a waiting one at once.
    ///
    /// # Errors
    ///
    /// When there is no such session, it is open, or the disk refuses.
    pub fn retry(&self, id: SessionKey) -> Result<(), StoreError> {
        let _turn = self.file.turn();
        let mut record = self.settled(id)?;
        record.state = Stage::Ended;
        record.attempts = 0;
        record.not_before = 0;
        record.asked = 0;
        self.file.write(|transaction| put(transaction, id, &record))
    }

    /// Repairs a refused session as [`DownloadedSession::repair`] does, and sends it again.
    ///
    /// # Errors
    ///
    /// When there is no such session, it is open, its events cannot be read or repaired, or the
    /// disk refuses. It is kept as it was then.
    pub fn repair(&self, id: SessionKey) -> Result<Repairs, StoreError> {
        let _turn = self.file.turn();
        let mut record = self.settled(id)?;
        let policy = Policy::tolerant().with_max_bytes(usize::MAX).with_max_events(usize::MAX);
        let events = Event::decode_batch(&self.export(id)?, &policy)
            .map_err(|error| StoreError::Damaged(error.to_string()))?;
        let (session, repairs) = DownloadedSession::repair(events)?;
        record.state = Stage::Ended;
        record.attempts = 0;
        record.not_before = 0;
        record.asked = 0;
        let mut texts = Vec::new();
        for event in session.into_events() {
            texts.push(event.encode()?);
        }
        self.file.write(|transaction| {
            remove_events(transaction, id, 0)?;
            put_events(transaction, id, 0, &texts)?;
            put(transaction, id, &record)
        })?;
        let bytes = texts.iter().map(|text| text.len() as u64).sum();
        let size = Size { events: texts.len() as u32, bytes };
        self.file.memory().sizes.insert(id, size);
        Ok(repairs)
    }

    /// Deletes a session that is not being recorded. If it is on its way, it may arrive; the
    /// answer is told then that there is no such session.
    ///
    /// # Errors
    ///
    /// When there is no such session, it is being recorded, or the disk refuses.
    pub fn discard(&self, id: SessionKey) -> Result<(), StoreError> {
        let _turn = self.file.turn();
        if self.file.memory().recording.contains(&id) {
            return Err(StoreError::Recording(id));
        }
        self.file.read(|transaction| record(transaction, id))?;
        self.file.write(|transaction| remove(transaction, id))?;
        self.file.memory().forget(id);
        Ok(())
    }

    /// Deletes every session, also those that are being recorded: the user opted out. What their
    /// handles append from now on is refused.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn delete_all(&self) -> Result<(), StoreError> {
        let _turn = self.file.turn();
        self.file.write(|transaction| {
            transaction.delete_table(SESSIONS).map_err(redb::Error::from)?;
            transaction.delete_table(EVENTS).map_err(redb::Error::from)?;
            transaction.open_table(SESSIONS).map_err(redb::Error::from)?;
            transaction.open_table(EVENTS).map_err(redb::Error::from)?;
            Ok(())
        })?;
        let mut memory = self.file.memory();
        memory.sizes.clear();
        memory.in_flight.clear();
        drop(memory);
        // Deleted pages still hold what was in them until the file shrinks.
        self.compact().map(drop)
    }

    /// Deletes sessions that ended longer ago than the options allow, and returns how many.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn expire(&self, now: i64) -> Result<usize, StoreError> {
        let _turn = self.file.turn();
        self.expire_old(now)
    }

    /// The same, for whoever has the turn.
    pub(super) fn expire_old(&self, now: i64) -> Result<usize, StoreError> {
        let Some(max_age) = self.file.options.max_age else { return Ok(0) };
        let is_old =
            |record: &Record| record.ended.is_some_and(|ended| now.saturating_sub(ended) > max_age);
        let mut old = self.file.read(records)?;
        let memory = self.file.memory();
        old.retain(|(id, record)| is_old(record) && memory.is_idle(*id));
        drop(memory);
        for (id, _) in &old {
            self.file.write(|transaction| remove(transaction, *id))?;
            self.file.memory().forget(*id);
        }
        Ok(old.len())
    }

    /// Gives the room of deleted sessions back to the disk; `true` if there was any.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn compact(&self) -> Result<bool, StoreError> {
        self.file.compact()
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        self.file.path()
    }

    /// The record of a session that has ended, has no handle, and is not on its way.
    fn settled(&self, id: SessionKey) -> Result<Record, StoreError> {
        let record = self.file.read(|transaction| record(transaction, id))?;
        if record.state == Stage::Open || !self.file.memory().is_idle(id) {
            return Err(StoreError::Recording(id));
        }
        Ok(record)
    }
}
