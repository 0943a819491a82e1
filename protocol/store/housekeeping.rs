//! Listing, repairing and deleting stored sessions.

use super::OfflineStore;
use super::error::StoreError;
use super::format::{EVENTS, Record, SESSIONS, SessionKey, SessionStatus, VIEWINGS};
use super::memory::Size;
use super::tables::{put, put_events, record, records, remove, remove_events};
use crate::event::Event;
use crate::json::Policy;
use crate::session::{DownloadedSession, Repairs};
use crate::wire::ReportedViolation;

/// A file of so many bytes that has no session is made smaller. A new one has less.
const SHRINK_FROM: u64 = 2 * 1024 * 1024;

/// A stored session, without its events.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SessionInfo {
    /// The session's key.
    pub key: SessionKey,
    /// The session's status.
    pub status: SessionStatus,
    /// Whether it is an online session, which [`resume_online`](OfflineStore::resume_online) resumes.
    pub is_online: bool,
    /// Whether its events are sent as they were given: a [`Verbatim`](crate::recorder::Verbatim)
    /// recorder recorded it.
    pub is_verbatim: bool,
    /// The number of events, including the start, and those of an online session that were sent or
    /// set aside.
    pub events: u32,
    /// The size of the events in bytes.
    pub bytes: u64,
    /// The timestamp of the start, in milliseconds since the Unix epoch.
    pub began: i64,
    /// How often it was sent without success.
    pub attempts: u32,
}

/// A session that was set aside: the collector rejected it, or it was sent as often as the options
/// allow.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RejectedSession {
    /// The session's key.
    pub key: SessionKey,
    /// The status code of the last response; 0 if none came.
    pub status: u16,
    /// When it was rejected, in milliseconds since the Unix epoch.
    pub rejected_at: i64,
    /// The collector's message, or why the session was set aside without one.
    pub message: Option<String>,
    /// The violations that the collector listed.
    pub reported: Vec<ReportedViolation>,
    /// The violations of the schemas and rules that this crate knows. Empty if it finds none.
    pub found: Vec<ReportedViolation>,
}

/// How much is stored, and how much was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Stats {
    /// Sessions that are being recorded or were left open.
    pub open: usize,
    /// Sessions that wait to be sent or are in flight.
    pub pending: usize,
    /// Sessions that the collector rejected.
    pub rejected: usize,
    /// The size of all events in bytes.
    pub bytes: u64,
    /// The size of the events of pending sessions in bytes.
    pub pending_bytes: u64,
    /// Sessions that arrived since the store was opened.
    pub sent: u64,
    /// The size of their events in bytes.
    pub sent_bytes: u64,
    /// Sessions that the store deleted by itself since it was opened, because of their age or to make
    /// room. [`OfflineStore::take_deleted`] returns which.
    pub deleted: u64,
    /// When the oldest stored session began, in milliseconds since the Unix epoch.
    pub oldest: Option<i64>,
}

impl OfflineStore {
    /// Every stored session, oldest first.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn sessions(&self) -> Result<Vec<SessionInfo>, StoreError> {
        let records = self.file.read(records)?;
        let memory = self.file.memory();
        let info = |(key, record): (SessionKey, Record)| {
            // A session without a size was inserted or deleted just now.
            let Size { events, bytes } = memory.sizes.get(&key).copied()?;
            Some(SessionInfo {
                key,
                status: record.state,
                is_online: record.online.is_some(),
                is_verbatim: record.verbatim,
                events,
                bytes,
                began: record.began,
                attempts: record.attempts.made,
            })
        };
        Ok(records.into_iter().filter_map(info).collect())
    }

    /// How much is stored, and how much was sent since the store was opened.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn stats(&self) -> Result<Stats, StoreError> {
        let mut stats = Stats::default();
        for session in self.sessions()? {
            stats.bytes += session.bytes;
            stats.oldest = Some(stats.oldest.map_or(session.began, |old| old.min(session.began)));
            match session.status {
                SessionStatus::Open => stats.open += 1,
                SessionStatus::Rejected => stats.rejected += 1,
                SessionStatus::Pending => {
                    stats.pending += 1;
                    stats.pending_bytes += session.bytes;
                }
            }
        }
        let memory = self.file.memory();
        (stats.sent, stats.sent_bytes) = (memory.sent_sessions, memory.sent_bytes);
        stats.deleted = memory.deleted_sessions;
        Ok(stats)
    }

    /// Sessions that the collector rejected, oldest first, with the reasons.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn rejected(&self) -> Result<Vec<RejectedSession>, StoreError> {
        let records = self.file.read(records)?;
        let rejected = records.into_iter().filter_map(|(key, record)| {
            let rejection = record.rejection.filter(|_| record.state == SessionStatus::Rejected)?;
            Some(RejectedSession {
                key,
                status: rejection.status,
                rejected_at: rejection.at,
                message: rejection.message,
                reported: rejection.reported,
                found: rejection.found,
            })
        });
        Ok(rejected.collect())
    }

    /// Makes a session due now: one that was set aside is sent again unchanged, a pending one
    /// without waiting for its delay. An online session that was set aside may be recorded
    /// meanwhile.
    ///
    /// # Errors
    ///
    /// When there is no such session, it is open or in flight, or the disk fails.
    pub fn retry(&self, key: SessionKey) -> Result<(), StoreError> {
        let _lock = self.file.write_lock();
        let mut record = self.file.read(|transaction| record(transaction, key))?;
        let was_set_aside = record.online.is_some() && record.state == SessionStatus::Rejected;
        if !was_set_aside || self.file.memory().is_in_flight(key) {
            record = self.settled(key)?;
        }
        record.try_again();
        self.file.write(|transaction| put(transaction, key, &record))
    }

    /// Repairs a downloaded session that has ended, as [`DownloadedSession::repair`] does, and
    /// makes it due now.
    ///
    /// # Errors
    ///
    /// When there is no such session, it is online, verbatim, open or in flight, its events cannot be read
    /// or repaired, or the disk fails. The session is then unchanged.
    pub fn repair(&self, key: SessionKey) -> Result<Repairs, StoreError> {
        let _lock = self.file.write_lock();
        let mut record = self.settled(key)?;
        if record.online.is_some() || record.verbatim {
            return Err(StoreError::OtherKind(key));
        }

        let events = Event::decode_batch(&self.export(key)?, &Policy::tolerant().unlimited())
            .map_err(|error| StoreError::Damaged(error.to_string()))?;
        let (session, repairs) =
            DownloadedSession::repair(events).map_err(|refused| refused.error)?;
        record.try_again();
        let mut texts = Vec::new();
        for event in session.into_events() {
            texts.push(event.encode()?);
        }
        self.file.write(|transaction| {
            remove_events(transaction, key, 0)?;
            put_events(transaction, key, 0, &texts)?;
            put(transaction, key, &record)
        })?;
        let bytes = texts.iter().map(|text| text.len() as u64).sum();
        let size = Size { events: texts.len() as u32, bytes };
        let mut memory = self.file.memory();
        memory.sizes.insert(key, size);
        if !repairs.is_empty() {
            // A late response is about the events before the repair.
            memory.take_back(key);
        }
        drop(memory);
        Ok(repairs)
    }

    /// Deletes a session that is not being recorded. If it is in flight, it may still arrive; its
    /// ticket is then stale.
    ///
    /// # Errors
    ///
    /// When there is no such session, it is being recorded, or the disk fails.
    pub fn discard(&self, key: SessionKey) -> Result<(), StoreError> {
        let _lock = self.file.write_lock();
        if self.file.memory().recording.contains(&key) {
            return Err(StoreError::Recording(key));
        }
        self.file.read(|transaction| record(transaction, key))?;
        self.file.write(|transaction| remove(transaction, key))?;
        self.file.memory().forget(key);
        Ok(())
    }

    /// Deletes every session, such as when the user opts out. Their recorders then fail with
    /// [`StoreError::NoSession`].
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn delete_all(&self) -> Result<(), StoreError> {
        let _lock = self.file.write_lock();
        self.file.write(|transaction| {
            transaction.delete_table(SESSIONS)?;
            transaction.delete_table(EVENTS)?;
            transaction.delete_table(VIEWINGS)?;
            transaction.open_table(SESSIONS)?;
            transaction.open_table(EVENTS)?;
            Ok(())
        })?;
        self.file.memory().forget_all();
        // Deleted pages keep their content until the file shrinks.
        self.compact().map(drop)
    }

    /// Shrinks the file by the space of deleted sessions; `true` if there was any.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn compact(&self) -> Result<bool, StoreError> {
        self.file.compact()
    }

    /// Compacts the file once everything was sent, if it is large. The caller holds the write lock.
    pub(super) fn shrink(&self) {
        let mut memory = self.file.memory();
        if !memory.may_shrink || !memory.sizes.is_empty() {
            return;
        }
        memory.may_shrink = false;
        drop(memory);
        if self.file.len() >= SHRINK_FROM {
            // If it fails, nothing is lost but room; the next call tells of a disk that failed.
            let _ = self.compact();
        }
    }

    /// The path of the file.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        self.file.path()
    }

    /// The record of a session that has ended, has no recorder, and is not in flight.
    fn settled(&self, key: SessionKey) -> Result<Record, StoreError> {
        let record = self.file.read(|transaction| record(transaction, key))?;
        if record.state == SessionStatus::Open || !self.file.memory().is_idle(key) {
            return Err(StoreError::Recording(key));
        }
        Ok(record)
    }
}
