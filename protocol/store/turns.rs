//! Whose turn it is: sessions are sent in order, but none holds up the others for ever.
//!
//! A session that fails is tried some times before the others get their turn; from then on it comes
//! after them. When a second session fails without a success in between, the cause is probably not
//! theirs: the next attempt, of any session, then waits longer with each further session that
//! fails, so an outage costs few requests however many sessions wait.
//!
//! Downloaded and online sessions have endpoints of their own, and do not wait for each other.

use std::collections::BTreeSet;

use super::OfflineStore;
use super::error::StoreError;
use super::format::{Record, SessionKey, SessionStatus};
use super::outage::Outage;
use super::tables::{put, records};
use crate::client::Retries;

/// A session that has something to send.
type Candidate = (SessionKey, Record);

/// The sessions of one kind in the order of their turns, each with the time from which it is due. After
/// as many attempts as the `patience`, the others get their turn.
fn turns(candidates: &[&Candidate], outage: &Outage, patience: u32) -> Vec<(i64, SessionKey)> {
    let due =
        |(key, record): &&Candidate| (record.attempts.not_before.max(outage.wait.not_before), *key);
    if outage.is_general() {
        let mut fewest: Vec<_> = candidates.to_vec();
        fewest.sort_by_key(|(key, record)| (record.attempts.made, *key));
        return fewest.iter().map(due).collect();
    }
    let (patient, after): (Vec<&Candidate>, Vec<&Candidate>) =
        candidates.iter().partition(|(_, record)| record.attempts.made < patience);
    // One that is tried again holds up those behind it.
    let blocks = patient.iter().position(|(_, record)| record.attempts.made > 0);
    let first = blocks.map_or(patient.len(), |blocks| blocks + 1);
    patient[..first].iter().chain(&after).map(due).collect()
}

/// 0 is at once, also before 1970.
const fn is_due(due: i64, now: i64) -> bool {
    due == 0 || due <= now
}

impl OfflineStore {
    /// The session whose turn it is; `None` if none is due, or as many as allowed are in flight. The
    /// caller holds the write lock.
    pub(super) fn turn(&self, now: i64) -> Result<Option<(SessionKey, Record)>, StoreError> {
        let mut candidates = self.candidates()?;
        let retries = self.file.options.retries();
        self.follow_clock(&mut candidates, now, &retries)?;
        let first_due = |turns: Vec<(i64, SessionKey)>| {
            turns.into_iter().find(|(due, _)| is_due(*due, now)).map(|(_, key)| key)
        };
        let first = self.turns_of(&candidates).into_iter().filter_map(first_due).min();
        Ok(candidates.into_iter().find(|(key, _)| Some(*key) == first))
    }

    /// When the next session is due, in milliseconds since the Unix epoch; `None` if there is none
    /// to send, or as many as allowed are in flight. A time in the past means now. After the clock
    /// was set back the time may be too late; [`next_upload`](Self::next_upload) corrects for that.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn due(&self) -> Result<Option<i64>, StoreError> {
        let turns = self.turns_of(&self.candidates()?);
        Ok(turns.into_iter().flatten().map(|(due, _)| due).min())
    }

    /// Makes every session due now that waits, such as when the network is available again, even if
    /// the collector asked to wait.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn hurry(&self) -> Result<(), StoreError> {
        let _lock = self.file.write_lock();
        let mut waiting = self.file.read(records)?;
        waiting.retain(|(_, record)| record.attempts.not_before != 0);
        if !waiting.is_empty() {
            self.file.write(|transaction| {
                waiting.iter_mut().try_for_each(|(key, record)| {
                    record.attempts.hurry();
                    put(transaction, *key, record)
                })
            })?;
        }
        self.file.memory().outages = Default::default();
        Ok(())
    }

    fn turns_of(&self, candidates: &[Candidate]) -> [Vec<(i64, SessionKey)>; 2] {
        let memory = self.file.memory();
        [false, true].map(|online| {
            let of_kind = |(_, record): &&Candidate| record.online.is_some() == online;
            let candidates: Vec<_> = candidates.iter().filter(of_kind).collect();
            turns(&candidates, &memory.outages[usize::from(online)], self.file.options.patience)
        })
    }

    /// Waits begin again if the clock was set back since.
    fn follow_clock(
        &self,
        candidates: &mut [Candidate],
        now: i64,
        retries: &Retries,
    ) -> Result<(), StoreError> {
        for outage in &mut self.file.memory().outages {
            outage.wait.waits(now, retries);
        }
        for (key, record) in candidates {
            let before = record.attempts;
            record.attempts.waits(now, retries);
            if record.attempts != before {
                self.file.write(|transaction| put(transaction, *key, record))?;
            }
        }
        Ok(())
    }

    /// The sessions that have something to send and are not in flight, oldest first; none if as many
    /// as allowed are in flight. A downloaded session has nothing to send while it is being recorded.
    fn candidates(&self) -> Result<Vec<Candidate>, StoreError> {
        let mut records = self.file.read(records)?;
        let (recording, in_flight) = {
            let memory = self.file.memory();
            if memory.in_flight() >= self.file.options.max_in_flight {
                return Ok(Vec::new());
            }
            let in_flight = |key: &SessionKey| memory.is_in_flight(*key);
            let busy: BTreeSet<_> = memory.handed_out.keys().copied().filter(in_flight).collect();
            (memory.recording.clone(), busy)
        };
        let mut failed = Ok(());
        records.retain(|(key, record)| {
            if record.state == SessionStatus::Rejected || in_flight.contains(key) {
                return false;
            }
            let was_left_open = record.state == SessionStatus::Open && !recording.contains(key);
            match &record.online {
                None => !recording.contains(key),
                Some(_) if was_left_open => true,
                Some(online) => self.has_next(*key, online).unwrap_or_else(|error| {
                    failed = Err(error);
                    false
                }),
            }
        });
        failed.map(|()| records)
    }
}
