//! Online sessions in the store: continued in a new session of the collector, and deleted when all
//! is sent.

use super::OfflineStore;
use super::error::StoreError;
use super::format::{OnlineProgress, Record, SessionKey, SessionStatus};
use super::memory::{Size, Until};
use super::rejected::stopped;
use super::tables::{each_event, event_from, put, put_events, record, remove};
use super::texts::{decode, decode_start, text_of};
use crate::client::{ClockSet, Head, Outcome, Renewal, Reported, ResponseError};
use crate::event::{Event, PlayerTime, SessionStart};
use crate::session::{SessionState, reopen, reopen_before};

impl OfflineStore {
    /// Opens a new session in place of the present one, in the same state. `reason` is what the
    /// collector said.
    pub(super) fn renew(
        &self,
        key: SessionKey,
        mut record: Record,
        why: Renewal,
        reason: Option<ResponseError>,
        at: Reported,
    ) -> Result<Outcome, StoreError> {
        let Some(mut online) = record.online.take() else { return Ok(Outcome::Stale) };
        let set = online.progress.take_clock();
        let moved = self.set_right(key, &online, set)?;
        let mut accepted = self.accepted_state(key, &online)?;
        if let Some(last) = &mut accepted.last {
            last.shift(set.by);
        }
        let next = self.next_event(key, online.accepted)?;
        let next = next.and_then(|(_, text)| decode(&text)).map(|mut next| {
            if set.in_flight > 0 {
                next.player_time.shift(set.by);
            }
            next
        });
        let head = match &next {
            Some(next) => Some(Head::of(next)),
            None => self.head(key, &online)?,
        };
        let retries = self.file.options.retries();
        let due = online.progress.renew(why, head, &mut record.attempts, at, &retries);
        let start = self.start(key)?;
        let (start, restoring) = match next {
            Some(next) => reopen_before(&start, &accepted, &next, why == Renewal::Lost),
            // The collector has accepted everything, and more may follow.
            None => reopen(&start, &accepted, accepted.last.unwrap_or(start.player_time)),
        };
        let mut times = SessionState::of(&start);
        times.last = restoring.last().map(|event| event.player_time).or(times.last);
        online.generated = restoring.iter().map(text_of).collect::<Result<_, _>>()?;
        let queued = match record.verbatim {
            true => Vec::new(),
            false => self.adjusted(key, online.accepted, set, &mut times)?,
        };
        online.moved_to = times.last;
        online.accepted_last = accepted.last;
        let reopened = online.progress.reopened;
        record.online = Some(online);
        if let Err(why) = due {
            record.reject(stopped(why, reason.as_ref(), at.now));
        }
        let start = start.encode_raw()?;
        // Before the write, which may fail and be written all the same.
        let until = Until { sent: accepted.last, adjusted: times.last };
        self.file.memory().until.insert(key, until);
        self.file.write(|transaction| {
            put_events(transaction, key, 0, [&start])?;
            for (index, event) in moved.iter().chain(&queued) {
                put_events(transaction, key, *index, [event])?;
            }
            put(transaction, key, &record)
        })?;
        let mut memory = self.file.memory();
        memory.accepted.insert(key, accepted);
        memory.reopened.insert(key, reopened);
        drop(memory);
        self.measure(key);
        Ok(match due {
            Ok(due) => Outcome::Reopening { due },
            Err(why) => Outcome::Stopped { why, reason },
        })
    }

    /// The event that opened the session, or will open it.
    pub(super) fn start(&self, key: SessionKey) -> Result<SessionStart, StoreError> {
        let start = self.file.read(|transaction| event_from(transaction, key, 0))?;
        let (_, start) = start.ok_or(StoreError::NoSession(key))?;
        decode_start(&start)
            .ok_or_else(|| StoreError::Damaged(format!("session {key} has no start")))
    }

    /// Measures a session whose stored events were changed or deleted.
    pub(super) fn measure(&self, key: SessionKey) {
        let mut size = Size::default();
        let measured = self.file.read(|transaction| {
            each_event(transaction, key, |_, text| {
                size.events += 1;
                size.bytes += text.len() as u64;
                Ok(())
            })
        });
        if measured.is_ok() {
            self.file.memory().sizes.insert(key, size);
        }
    }

    /// Gives the events that wait times after that of the last event that was sent, if they have
    /// others.
    pub(super) fn adjust(
        &self,
        key: SessionKey,
        mut record: Record,
        last: Option<PlayerTime>,
    ) -> Result<Record, StoreError> {
        let Some(online) = &mut record.online else { return Ok(record) };
        let mut times = SessionState { last, ..SessionState::default() };
        let mut is_adjusted = false;
        for generated in &mut online.generated {
            if let Some(mut event) = decode(generated.as_bytes()) {
                is_adjusted |= adjust(&mut event, &mut times);
                *generated = text_of(&event)?;
            }
        }
        let queued = self.adjusted(key, online.accepted, ClockSet::default(), &mut times)?;
        if !is_adjusted && queued.is_empty() {
            return Ok(record);
        }
        online.moved_to = times.last;
        self.file.memory().adjusted_until(key, times.last);
        self.file.write(|transaction| {
            for (index, event) in &queued {
                put_events(transaction, key, *index, [event])?;
            }
            put(transaction, key, &record)
        })?;
        Ok(record)
    }

    /// The events that the collector has accepted, with the times that they should have had.
    fn set_right(
        &self,
        key: SessionKey,
        online: &OnlineProgress,
        set: ClockSet,
    ) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
        let mut moved = Vec::new();
        if set.by == 0 {
            return Ok(moved);
        }
        self.file.read(|transaction| {
            each_event(transaction, key, |index, text| {
                let accepted = decode(text).filter(|_| (1..=online.accepted).contains(&index));
                if let Some(mut event) = accepted {
                    event.player_time.shift(set.by);
                    moved.push((index, event.encode()?));
                }
                Ok(())
            })
        })?;
        Ok(moved)
    }

    /// The waiting events that get other timestamps, after those of the events that restore the
    /// state. The first ones move to the time that the clock was set to, if they were in flight.
    fn adjusted(
        &self,
        key: SessionKey,
        accepted: u32,
        ClockSet { mut in_flight, by }: ClockSet,
        times: &mut SessionState,
    ) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
        let mut adjusted = Vec::new();
        self.file.read(|transaction| {
            each_event(transaction, key, |index, text| {
                if index <= accepted || index == 0 {
                    return Ok(());
                }
                if let Some(mut event) = decode(text) {
                    let is_moved = in_flight > 0 && by != 0;
                    if in_flight > 0 {
                        in_flight -= 1;
                        event.player_time.shift(by);
                    }
                    if adjust(&mut event, times) || is_moved {
                        adjusted.push((index, event.encode()?));
                    }
                }
                Ok(())
            })
        })?;
        Ok(adjusted)
    }

    /// Deletes an online session that has ended and whose events were all sent.
    pub(super) fn remove_if_sent(&self, key: SessionKey) -> Result<(), StoreError> {
        if self.is_done(key)? { self.arrived(key) } else { Ok(()) }
    }

    /// Deletes an online session that has ended and of which nothing is left to send. Part of it may
    /// not have been sent.
    pub(super) fn remove_if_closed(&self, key: SessionKey) -> Result<(), StoreError> {
        if self.is_done(key)? {
            self.file.write(|transaction| remove(transaction, key))?;
            self.file.memory().forget(key);
        }
        Ok(())
    }

    fn is_done(&self, key: SessionKey) -> Result<bool, StoreError> {
        let record = self.file.read(|transaction| record(transaction, key))?;
        let Some(online) = &record.online else { return Ok(false) };
        let is_recorded = self.file.memory().recording.contains(&key);
        Ok(record.state == SessionStatus::Pending && !is_recorded && !self.has_next(key, online)?)
    }

    /// The next recorded event that may be sent, and its index. One whose commit has not succeeded is
    /// not sent: its recorder may still replace it.
    pub(super) fn next_event(
        &self,
        key: SessionKey,
        accepted: u32,
    ) -> Result<Option<(u32, Vec<u8>)>, StoreError> {
        let first = accepted.saturating_add(1);
        let next = self.file.read(|transaction| event_from(transaction, key, first))?;
        let in_doubt = self.file.memory().in_doubt.get(&key).copied();
        Ok(next.filter(|(index, _)| in_doubt.is_none_or(|in_doubt| *index < in_doubt)))
    }

    /// Writes how far a session was sent, and keeps the state after the events that the collector
    /// has accepted.
    pub(super) fn put_accepted(
        &self,
        key: SessionKey,
        mut record: Record,
        accepted: SessionState,
    ) -> Result<Record, StoreError> {
        let Some(online) = &mut record.online else { return Ok(record) };
        online.accepted_last = accepted.last;
        let until = Until { sent: online.sent_until(), adjusted: online.moved_to };
        self.file.write(|transaction| put(transaction, key, &record))?;
        let mut memory = self.file.memory();
        memory.accepted.insert(key, accepted);
        memory.until.insert(key, until);
        Ok(record)
    }

    /// The state after the events that the collector has accepted.
    pub(super) fn accepted_state(
        &self,
        key: SessionKey,
        online: &OnlineProgress,
    ) -> Result<SessionState, StoreError> {
        if let Some(state) = self.file.memory().accepted.get(&key) {
            return Ok(state.clone());
        }
        let mut state = SessionState::default();
        self.file.read(|transaction| {
            each_event(transaction, key, |index, text| {
                if index <= online.accepted
                    && !online.is_aside(index)
                    && let Some(event) = decode(text)
                {
                    state.advance(&event);
                }
                Ok(())
            })
        })?;
        state.last = online.accepted_last.or(state.last);
        self.file.memory().accepted.insert(key, state.clone());
        Ok(state)
    }
}

/// Gives an event a time after the last one, if it has another; `true` if it does.
fn adjust(event: &mut Event, times: &mut SessionState) -> bool {
    let before = event.player_time;
    times.adjust_all(std::iter::once(&mut *event));
    event.player_time != before
}
