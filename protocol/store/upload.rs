//! The next session to send, and what its response leads to.

use std::collections::BTreeSet;
use std::fmt;

use http::Request;

use super::OfflineStore;
use super::begin::Replayed;
use super::error::StoreError;
use super::format::{Record, SessionKey, SessionStatus, StoredRejection};
use super::options::UploadForm;
use super::rejected::{listed, shortened, violations_of};
use super::tables::{each_event, put, put_events, record, records, remove};
use crate::client::{Backoff, Collector, Outcome, ResponseError, Ticket, asked};
use crate::event::PlayerTime;
use crate::session::End;
use crate::wire::{Call, ReportedViolation, ResponseParts, Uploaded};

/// A request to send: a downloaded session, or the start or an event of an online one.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
#[must_use = "send the upload, or report with `not_sent` that it was not sent"]
pub struct Upload {
    /// Identifies this attempt, for [`OfflineStore::responded`] and [`OfflineStore::not_sent`].
    pub ticket: Ticket,
    /// The session's key.
    pub key: SessionKey,
    /// How often it was sent before.
    pub attempts: u32,
    /// The request, for HTTP stacks that do not use the `http` crate.
    pub call: Call,
}

impl Upload {
    /// The request to send.
    #[must_use]
    pub fn request(self, collector: &Collector) -> Request<Vec<u8>> {
        collector.request(self.call)
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Upload")
            .field("ticket", &self.ticket)
            .field("key", &self.key)
            .field("attempts", &self.attempts)
            .field("call", &self.call)
            .finish()
    }
}

impl OfflineStore {
    /// The next request, oldest session first; `None` if there is none, none is due yet
    /// ([`due`](Self::due) returns when), or
    /// [`max_in_flight`](super::StoreOptions::max_in_flight) sessions are in flight. `now` is in
    /// milliseconds since the Unix epoch.
    ///
    /// A session that was left open when the app ended, and was not resumed, is ended here: what is
    /// open is closed, and `sessionEnd` is added at its last time. A downloaded session that is
    /// being recorded is skipped. For each upload, call [`responded`](Self::responded) or
    /// [`not_sent`](Self::not_sent). After a restart of the app, uploads that were in flight are
    /// sent again.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn next_upload(&self, now: i64) -> Result<Option<Upload>, StoreError> {
        let _lock = self.file.write_lock();
        self.remove_not_begun()?;
        loop {
            self.expire_old(now)?;
            // Sessions are sent in order: one that waits blocks the later ones.
            let Some((key, record, call)) = self.first_to_send()? else { return Ok(None) };
            if call.is_none() && record.is_sent() {
                // The app was killed, or the disk failed, before it was deleted.
                self.arrived(key)?;
                continue;
            }
            if self.waits(&record, now) {
                return Ok(None);
            }
            if record.state == SessionStatus::Open && !self.file.memory().recording.contains(&key) {
                // Now that it has ended, its age is known: it may have expired.
                self.end_as_it_is(key, record)?;
                continue;
            }
            let call = match call {
                Some(call) => call,
                None => self.whole(key)?,
            };
            let ticket = self.file.memory().hand_out(key);
            return Ok(Some(Upload { ticket, key, attempts: record.attempts, call }));
        }
    }

    /// A downloaded session in one call.
    fn whole(&self, key: SessionKey) -> Result<Call, StoreError> {
        let body = self.export(key)?;
        Ok(match self.file.options.upload_form {
            UploadForm::Downloaded => Call::downloaded_body(body),
            UploadForm::LegacyBatch => Call::legacy_body(body),
        })
    }

    /// Whether a session is not due yet. If its last attempt is further in the future than the
    /// longest delay, the clock has been set back, and the session is due.
    fn waits(&self, record: &Record, now: i64) -> bool {
        let clock_was_set_back =
            record.came_back > now.saturating_add(self.file.options.longest_delay);
        // 0 is no wait, also before 1970.
        record.not_before != 0 && record.not_before > now && !clock_was_set_back
    }

    /// The oldest session that has something to send and is not in flight, with the call of an
    /// online one; `None` also if as many sessions as allowed are in flight. A downloaded session
    /// has nothing to send while it is being recorded.
    fn first_to_send(&self) -> Result<Option<(SessionKey, Record, Option<Call>)>, StoreError> {
        let records = self.file.read(records)?;
        let (recording, in_flight) = {
            let memory = self.file.memory();
            if memory.in_flight() >= self.file.options.max_in_flight {
                return Ok(None);
            }
            let in_flight = |key: &SessionKey| memory.is_in_flight(*key);
            let busy: BTreeSet<_> = memory.handed_out.keys().copied().filter(in_flight).collect();
            (memory.recording.clone(), busy)
        };
        for (key, record) in records {
            if record.state == SessionStatus::Rejected || in_flight.contains(&key) {
                continue;
            }
            let Some(online) = &record.online else {
                if recording.contains(&key) {
                    continue;
                }
                return Ok(Some((key, record, None)));
            };
            let was_left_open = record.state == SessionStatus::Open && !recording.contains(&key);
            let call = self.next_call(key, online)?;
            let is_left_over = record.is_sent() && !recording.contains(&key);
            if call.is_some() || was_left_open || is_left_over {
                return Ok(Some((key, record, call)));
            }
        }
        Ok(None)
    }

    /// Makes every session due now that waits for a delay, such as when the network is available
    /// again. A session still waits if the collector asked for it with `Retry-After`.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn hurry(&self) -> Result<(), StoreError> {
        let _lock = self.file.write_lock();
        let mut waiting = self.file.read(records)?;
        waiting.retain(|(_, record)| record.not_before > record.asked);
        if waiting.is_empty() {
            return Ok(());
        }
        self.file.write(|transaction| {
            waiting.iter_mut().try_for_each(|(key, record)| {
                record.not_before = record.asked;
                put(transaction, *key, record)
            })
        })
    }

    /// When the next session is due, in milliseconds since the Unix epoch; `None` if there is none
    /// to send, or as many as allowed are in flight. A time in the past means now. After the clock
    /// was set back the time may be too late; [`next_upload`](Self::next_upload) corrects for that.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn due(&self) -> Result<Option<i64>, StoreError> {
        Ok(self.first_to_send()?.map(|(_, record, _)| record.not_before))
    }

    /// Ends an interrupted session after its last event. An event that cannot be read is ignored
    /// here: the collector decides about it, and it blocks no other session.
    fn end_as_it_is(&self, key: SessionKey, mut record: Record) -> Result<(), StoreError> {
        let Replayed { state, mut size, next_index, .. } = self.replay(key)?;
        let last = state.last.unwrap_or_else(|| PlayerTime::of_ts(record.began));
        let ending = state.ending_at(End::Abandoned, last);
        let ended = ending.last().map_or(last.ts(), |end| end.player_time.ts());
        let mut texts = Vec::new();
        // A full session gets no end events. Only another program can have filled it.
        for event in ending.into_iter().take((u32::MAX - next_index) as usize) {
            texts.push(event.encode()?);
        }
        record.state = SessionStatus::Pending;
        record.ended = Some(ended);
        self.file.write(|transaction| {
            put_events(transaction, key, next_index, &texts)?;
            put(transaction, key, &record)
        })?;
        size.events += texts.len() as u32;
        size.bytes += texts.iter().map(|text| text.len() as u64).sum::<u64>();
        self.file.memory().sizes.insert(key, size);
        Ok(())
    }

    /// The events of a session as the JSON array that is sent.
    ///
    /// # Errors
    ///
    /// When there is no such session, or the disk fails.
    pub fn export(&self, key: SessionKey) -> Result<Vec<u8>, StoreError> {
        let size = self.file.memory().sizes.get(&key).copied().unwrap_or_default();
        let mut body = Vec::with_capacity(size.bytes as usize + size.events as usize + 2);
        self.file.read(|transaction| {
            record(transaction, key)?;
            body.push(b'[');
            each_event(transaction, key, |_, text| {
                if body.len() > 1 {
                    body.push(b',');
                }
                body.extend_from_slice(text);
                Ok(())
            })?;
            body.push(b']');
            Ok(())
        })?;
        Ok(body)
    }

    /// Processes the collector's response to an upload: an `&http::Response`, or [`ResponseParts`]. `now` is in milliseconds since the Unix
    /// epoch. `jitter` is a random number from 0 to 1 that spreads the next attempts of many
    /// devices.
    ///
    /// A response that arrives after [`not_sent`](Self::not_sent) is still processed, unless the
    /// session has been returned by [`next_upload`](Self::next_upload) again.
    ///
    /// # Errors
    ///
    /// When the disk fails. The session is kept, and may be sent again.
    pub fn responded<'r>(
        &self,
        ticket: Ticket,
        response: impl Into<ResponseParts<'r>>,
        now: i64,
        jitter: f64,
    ) -> Result<Outcome, StoreError> {
        let response = response.into();
        if self.is_online(ticket)? {
            return self.online_responded(ticket, &response, now, jitter);
        }
        match Uploaded::from_response(&response) {
            Ok(_) => self.settle(ticket, |key, _| self.arrived(key).map(|()| Outcome::Arrived)),
            Err(ResponseError::Rejected { status, message, violations }) => {
                let rejection = StoredRejection {
                    status: status.as_u16(),
                    at: now,
                    message: message.clone().map(shortened),
                    reported: listed(violations.clone()),
                    found: listed(self.violations_of(ticket)),
                };
                self.settle(ticket, |key, mut record| {
                    record.state = SessionStatus::Rejected;
                    record.attempts = record.attempts.saturating_add(1);
                    record.rejection = Some(rejection);
                    self.file.write(|transaction| put(transaction, key, &record))?;
                    let reason = ResponseError::Rejected { status, message, violations };
                    Ok(Outcome::SetAside { event: None, reason })
                })
            }
            Err(reason) => {
                self.settle(ticket, |key, record| self.keep(key, record, Some(reason), now, jitter))
            }
        }
    }

    /// The violations of a session that was handed out. Holds no lock, since it may take long.
    fn violations_of(&self, ticket: Ticket) -> Vec<ReportedViolation> {
        let key = self.file.memory().of_ticket(ticket);
        key.and_then(|key| self.export(key).ok()).map_or_else(Vec::new, |body| violations_of(&body))
    }

    /// Reports that no response came: the network failed, or a timeout passed. The session is kept
    /// and sent again; the collector may receive it twice. `now` and `jitter` are as for
    /// [`responded`](Self::responded).
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn not_sent(&self, ticket: Ticket, now: i64, jitter: f64) -> Result<Outcome, StoreError> {
        let _lock = self.file.write_lock();
        let in_flight = {
            let memory = self.file.memory();
            memory.of_ticket(ticket).filter(|key| memory.is_in_flight(*key))
        };
        let Some(key) = in_flight else { return Ok(Outcome::Stale) };
        let record = self.file.read(|transaction| record(transaction, key));
        let kept = record.and_then(|record| self.keep(key, record, None, now, jitter));
        self.file.memory().give_up(key);
        kept
    }

    /// Whether a ticket belongs to an online session.
    fn is_online(&self, ticket: Ticket) -> Result<bool, StoreError> {
        let Some(key) = self.file.memory().of_ticket(ticket) else { return Ok(false) };
        match self.file.read(|transaction| record(transaction, key)) {
            Ok(record) => Ok(record.online.is_some()),
            Err(StoreError::NoSession(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    pub(super) fn arrived(&self, key: SessionKey) -> Result<(), StoreError> {
        let size = self.file.memory().sizes.get(&key).copied().unwrap_or_default();
        self.file.write(|transaction| remove(transaction, key))?;
        let mut memory = self.file.memory();
        memory.forget(key);
        memory.sent_sessions += 1;
        memory.sent_bytes += size.bytes;
        Ok(())
    }

    pub(super) fn keep(
        &self,
        key: SessionKey,
        mut record: Record,
        reason: Option<ResponseError>,
        now: i64,
        jitter: f64,
    ) -> Result<Outcome, StoreError> {
        let options = &self.file.options;
        let backoff = Backoff { first: options.first_delay, longest: options.longest_delay };
        let asked = asked(reason.as_ref(), now);
        let delayed = now.saturating_add(backoff.delay(record.attempts, jitter));
        record.attempts = record.attempts.saturating_add(1);
        record.not_before = asked.map_or(delayed, |asked| asked.max(delayed));
        record.asked = asked.unwrap_or(0);
        record.came_back = now;
        self.file.write(|transaction| put(transaction, key, &record))?;
        Ok(Outcome::Kept { due: record.not_before, reason })
    }

    /// Applies a response to its session. The ticket is used up, even if that fails.
    pub(super) fn settle(
        &self,
        ticket: Ticket,
        work: impl FnOnce(SessionKey, Record) -> Result<Outcome, StoreError>,
    ) -> Result<Outcome, StoreError> {
        let _lock = self.file.write_lock();
        let Some(key) = self.file.memory().of_ticket(ticket) else { return Ok(Outcome::Stale) };
        let record = self.file.read(|transaction| record(transaction, key));
        self.file.memory().take_back(key);
        match record {
            // It was discarded in the meantime.
            Err(StoreError::NoSession(_)) => Ok(Outcome::Stale),
            record => work(key, record?),
        }
    }
}
