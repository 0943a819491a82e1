//! What the store deletes by itself, and tells.

use redb::{ReadTransaction, WriteTransaction};

use super::OfflineStore;
use super::deletion::{DeletedSession, WhyDeleted};
use super::error::StoreError;
use super::format::{CLOCK_KEY, DOUBTED_KEY, META, Record, SessionKey};
use super::tables::{put, records, remove};

/// A clock that shows an earlier time was never set, in milliseconds since the Unix epoch: 2000.
const EARLIEST: i64 = 946_684_800_000;

const HOUR: i64 = 60 * 60 * 1_000;
const DAY: i64 = 24 * HOUR;

/// Times that are further apart are not believed to be of the same clock: two years.
const FAR: i64 = 2 * 366 * DAY;

/// The most sessions that are remembered until somebody asks which were deleted.
const MAX_REMEMBERED: usize = 10_000;

/// The clock that the store was shown last, to the hour, and whether it is believed. Persisted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ShownClock {
    believed: Option<i64>,
    /// Since when it shows a time that is far from that.
    doubted: Option<i64>,
}

impl ShownClock {
    /// The store is shown a time. Returns whether it is believed.
    fn shown(&mut self, now: i64) -> bool {
        if now < EARLIEST {
            return false;
        }
        let before = self.believed;
        if before.is_some_and(|before| now.saturating_sub(before) > FAR) {
            // A device that was off for years, or a clock that is wrong for a while.
            let since = self.doubted.filter(|since| *since <= now);
            let since = *self.doubted.insert(since.unwrap_or(now));
            if now.saturating_sub(since) < DAY {
                return false;
            }
        }
        let is_same = before.is_some_and(|before| before.abs_diff(now) < HOUR as u64);
        *self = Self { believed: if is_same { before } else { Some(now) }, doubted: None };
        true
    }
}

impl ShownClock {
    fn read(transaction: &ReadTransaction) -> Result<Self, StoreError> {
        let meta = transaction.open_table(META)?;
        let time = |key| Ok::<_, StoreError>(meta.get(key)?.map(|time| time.value() as i64));
        Ok(Self { believed: time(CLOCK_KEY)?, doubted: time(DOUBTED_KEY)? })
    }

    fn write(self, transaction: &WriteTransaction) -> Result<(), StoreError> {
        let mut meta = transaction.open_table(META)?;
        for (key, time) in [(CLOCK_KEY, self.believed), (DOUBTED_KEY, self.doubted)] {
            match time {
                Some(time) => drop(meta.insert(key, time as u64)?),
                None => drop(meta.remove(key)?),
            }
        }
        Ok(())
    }
}

impl Record {
    /// From when on the age of a session counts that has ended.
    fn age_counts_from(&self, now: i64) -> Option<i64> {
        let ended = self.ended?;
        if let Some(from) = self.aged_from {
            // The clock was far ahead when the store first saw the session.
            return Some(if from.saturating_sub(now) > FAR { now } else { from });
        }
        let is_near = now.saturating_sub(ended) <= FAR && ended <= now.saturating_add(DAY);
        // The store was shown a later time before the session began.
        let is_out_of_line = self.began_after.is_some_and(|time| time > ended.saturating_add(DAY));
        Some(if is_near && !is_out_of_line && ended >= EARLIEST { ended } else { now })
    }
}

impl OfflineStore {
    /// Deletes sessions that ended longer ago than
    /// [`StoreOptions::max_age`](super::StoreOptions::max_age), and returns them. `now` is in
    /// milliseconds since the Unix epoch.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn expire(&self, now: i64) -> Result<Vec<DeletedSession>, StoreError> {
        let _lock = self.file.write_lock();
        self.expire_old(now)
    }

    /// The sessions that the store deleted by itself since the last call, oldest deletion first: in
    /// [`next_upload`](Self::next_upload) because of their age, or when something was recorded to
    /// make room for it. [`Stats::deleted`](super::Stats::deleted) counts them.
    #[must_use = "these sessions are gone, and named only once"]
    pub fn take_deleted(&self) -> Vec<DeletedSession> {
        std::mem::take(&mut self.file.memory().deleted)
    }

    /// Like [`expire`](Self::expire), and remembers what was deleted. The caller holds the write
    /// lock.
    pub(super) fn expire_told(&self, now: i64) -> Result<(), StoreError> {
        let deleted = self.expire_old(now)?;
        self.remember(deleted);
        Ok(())
    }

    fn expire_old(&self, now: i64) -> Result<Vec<DeletedSession>, StoreError> {
        let Some(max_age) = self.file.options.max_age else { return Ok(Vec::new()) };
        let before = self.file.read(ShownClock::read)?;
        let mut clock = before;
        let is_believed = clock.shown(now);
        if clock != before {
            self.file.write(|transaction| clock.write(transaction))?;
        }
        if !is_believed {
            return Ok(Vec::new());
        }
        let (mut old, mut seen) = (Vec::new(), Vec::new());
        for (key, mut record) in self.file.read(records)? {
            let Some(from) = record.age_counts_from(now) else { continue };
            if now.saturating_sub(from) > max_age && self.file.memory().is_idle(key) {
                old.push((key, record));
            } else if record.aged_from != Some(from) {
                record.aged_from = Some(from);
                seen.push((key, record));
            }
        }
        if !old.is_empty() || !seen.is_empty() {
            self.file.write(|transaction| {
                seen.iter().try_for_each(|(key, record)| put(transaction, *key, record))?;
                old.iter().try_for_each(|(key, _)| remove(transaction, *key))
            })?;
        }
        Ok(self.forget_deleted(old, WhyDeleted::Age))
    }

    /// Forgets sessions that were deleted from the file; describes them.
    pub(super) fn forget_deleted(
        &self,
        sessions: Vec<(SessionKey, Record)>,
        why: WhyDeleted,
    ) -> Vec<DeletedSession> {
        let mut memory = self.file.memory();
        memory.deleted_sessions += sessions.len() as u64;
        let describe = |(key, record): (SessionKey, Record)| {
            let size = memory.sizes.get(&key).copied().unwrap_or_default();
            memory.forget(key);
            let (events, bytes, began) = (size.events, size.bytes, record.began);
            DeletedSession { key, why, is_online: record.online.is_some(), events, bytes, began }
        };
        sessions.into_iter().map(describe).collect()
    }

    pub(super) fn remember(&self, deleted: Vec<DeletedSession>) {
        let remembered = &mut self.file.memory().deleted;
        remembered.extend(deleted);
        let too_many = remembered.len().saturating_sub(MAX_REMEMBERED);
        remembered.drain(..too_many);
    }
}
