//! The next session to send, and what its response leads to.

use std::fmt;

use http::Request;

use super::OfflineStore;
use super::begin::Replayed;
use super::error::StoreError;
use super::format::{Record, SessionKey, SessionStatus, StoredRejection};
use super::options::UploadForm;
use super::rejected::{listed, rejection, violations_of};
use super::tables::{each_event, put, put_events, record, remove};
use crate::client::{Collector, Outcome, Renewal, Reply, Reported, ResponseError, Ticket};
use crate::constraints::EncodeError;
use crate::event::PlayerTime;
use crate::session::End;
use crate::wire::{Api, Call, ReportedViolation, ResponseParts, Uploaded};

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
    /// Why the request opens a new session in place of one that is reported online; `None` if it
    /// does not.
    pub renewal: Option<Renewal>,
    /// The only API that it can be sent to; `None` for either. A session that is too large for Media
    /// Edge may have to go to the Media Collection API: see
    /// [`StoreOptions::when_large`](super::StoreOptions::when_large).
    pub api: Option<Api>,
    /// The request, for HTTP stacks that do not use the `http` crate.
    pub call: Call,
}

impl Upload {
    /// The request to send.
    ///
    /// # Errors
    ///
    /// When the collector's API is Media Edge, and has no form for a value, or takes no body of this
    /// size. Report it with [`not_encoded`](OfflineStore::not_encoded); otherwise the same request comes
    /// next. The Media Collection API has a form for every request.
    pub fn request(self, collector: &Collector) -> Result<Request<Vec<u8>>, EncodeError> {
        collector.request(self.call)
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Upload")
            .field("ticket", &self.ticket)
            .field("key", &self.key)
            .field("attempts", &self.attempts)
            .field("renewal", &self.renewal)
            .field("api", &self.api)
            .field("call", &self.call)
            .finish()
    }
}

impl OfflineStore {
    /// The next request; `None` if there is none, none is due yet ([`due`](Self::due) returns when),
    /// or [`max_in_flight`](super::StoreOptions::max_in_flight) sessions are in flight. `now` is in
    /// milliseconds since the Unix epoch.
    ///
    /// The oldest session comes first. One that fails holds up the others for three attempts; from
    /// then on it is sent when it is due and no other is.
    ///
    /// A session that was left open when the app ended, and was not resumed, is ended here: what is
    /// open is closed, and `sessionEnd` is added at its last time. Nothing is added to a verbatim
    /// session. A downloaded session that is
    /// being recorded is skipped. For each upload, call [`responded`](Self::responded) or
    /// [`not_sent`](Self::not_sent). After a restart of the app, uploads that were in flight are
    /// sent again. [`take_deleted`](Self::take_deleted) returns the sessions that were deleted here
    /// because of their age.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn next_upload(&self, now: i64) -> Result<Option<Upload>, StoreError> {
        let _lock = self.file.write_lock();
        self.file.may_write()?;
        self.tidy()?;
        self.expire_told(now)?;
        loop {
            let Some((key, record)) = self.turn(now)? else {
                self.shrink();
                return Ok(None);
            };
            if record.state == SessionStatus::Open && !self.file.memory().recording.contains(&key) {
                self.end_as_it_is(key, record)?;
                // Now that it has ended, its age is known: it may have expired.
                self.expire_told(now)?;
                continue;
            }
            let (attempts, api) = (record.attempts.made, record.api);
            let (call, renewal) = if record.online.is_some() {
                match self.online_call(key, record, now)? {
                    Some(next) => next,
                    // What was planned leaves nothing to send at the moment.
                    None => continue,
                }
            } else {
                (self.whole(key)?, None)
            };
            let ticket = self.file.memory().hand_out(key);
            return Ok(Some(Upload { ticket, key, attempts, renewal, api, call }));
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

    /// Ends an interrupted session after its last event. An event that cannot be read is ignored
    /// here: the collector decides about it, and it blocks no other session. A verbatim session gets
    /// no end.
    fn end_as_it_is(&self, key: SessionKey, mut record: Record) -> Result<(), StoreError> {
        let Replayed { state, mut size, next_index, .. } = self.replay(key)?;
        let last = state.last.unwrap_or_else(|| PlayerTime::of_ts(record.began));
        let ending = match record.verbatim {
            true => Vec::new(),
            false => state.ending_at(End::Abandoned, last),
        };
        let ended = ending.last().map_or(last.ts(), |end| end.player_time.ts());
        let mut texts = Vec::new();
        // A full session gets no end events. Only another program can have filled it.
        for event in ending.into_iter().take((u32::MAX - next_index) as usize) {
            texts.push(event.encode()?);
        }
        record.end(ended);
        self.file.write(|transaction| {
            put_events(transaction, key, next_index, &texts)?;
            put(transaction, key, &record)
        })?;
        size.events += texts.len() as u32;
        size.bytes += texts.iter().map(|text| text.len() as u64).sum::<u64>();
        self.file.memory().sizes.insert(key, size);
        Ok(())
    }

    /// The events of a session as the JSON array that is sent. Events of an online session that
    /// were set aside are not among them.
    ///
    /// # Errors
    ///
    /// When there is no such session, or the disk fails.
    pub fn export(&self, key: SessionKey) -> Result<Vec<u8>, StoreError> {
        let size = self.file.memory().sizes.get(&key).copied().unwrap_or_default();
        let mut body = Vec::with_capacity(size.bytes as usize + size.events as usize + 2);
        self.file.read(|transaction| {
            let online = record(transaction, key)?.online.unwrap_or_default();
            body.push(b'[');
            each_event(transaction, key, |index, text| {
                if online.is_aside(index) {
                    return Ok(());
                }
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
        let at = Reported { now, jitter };
        if self.is_online(ticket)? {
            return self.settle(ticket, |key, record| {
                let reply = |is_start, is_of_edge| Reply::of(&response, is_start, is_of_edge);
                self.online_replied(key, record, reply, at)
            });
        }
        match Uploaded::from_response(&response) {
            Ok(_) => self.settle(ticket, |key, record| {
                self.arrived(key)?;
                self.heard_of(&record);
                Ok(Outcome::Arrived)
            }),
            Err(reason @ ResponseError::Rejected { .. }) => {
                let found = listed(self.violations_of(ticket));
                self.settle(ticket, |key, record| self.refuse(key, record, reason, found, at))
            }
            Err(reason) => {
                self.settle(ticket, |key, record| self.keep(key, record, Some(reason), at))
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
        let at = Reported { now, jitter };
        let record = self.file.read(|transaction| record(transaction, key));
        let kept = record.and_then(|record| match record.online {
            Some(_) => self.online_replied(key, record, |_, _| Reply::Failed(None), at),
            None => self.keep(key, record, None, at),
        });
        let mut memory = self.file.memory();
        match kept {
            // A late response would be that of another request.
            Ok(Outcome::SetAside { event: Some(_), .. }) => memory.take_back(key),
            _ => memory.give_up(key),
        }
        drop(memory);
        kept
    }

    /// Reports that no request could be made, because the collector's API has no form for a value, or
    /// takes no body of this size. A downloaded session is set aside with the violations; so is the
    /// event of an online session, or if it is its start, the session. A downloaded session that is too
    /// large is [made to fit](super::StoreOptions::when_large), and due now. `now` is in milliseconds
    /// since the Unix epoch.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn not_encoded(
        &self,
        ticket: Ticket,
        error: EncodeError,
        now: i64,
    ) -> Result<Outcome, StoreError> {
        let reason = ResponseError::NotEncoded(error);
        let at = Reported { now, jitter: 0.0 };
        if self.is_online(ticket)? {
            return self.settle(ticket, |key, record| {
                self.online_replied(key, record, |_, _| Reply::Rejected(reason), at)
            });
        }
        self.settle(ticket, |key, record| {
            #[cfg(feature = "edge")]
            if let Some(outcome) = self.made_to_fit(key, &record, &reason, now)? {
                return Ok(outcome);
            }
            self.refuse(key, record, reason, Vec::new(), at)
        })
    }

    fn refuse(
        &self,
        key: SessionKey,
        mut record: Record,
        reason: ResponseError,
        found: Vec<ReportedViolation>,
        at: Reported,
    ) -> Result<Outcome, StoreError> {
        record.attempts.made = record.attempts.made.saturating_add(1);
        record.reject(StoredRejection { found, ..rejection(Some(&reason), at.now) });
        self.file.write(|transaction| put(transaction, key, &record))?;
        self.heard_of(&record);
        Ok(Outcome::SetAside { event: None, reason: Some(reason) })
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
        memory.may_shrink = true;
        memory.sent_sessions += 1;
        memory.sent_bytes += size.bytes;
        Ok(())
    }

    /// A downloaded session did not arrive: it is sent again, or set aside if the options say so.
    fn keep(
        &self,
        key: SessionKey,
        mut record: Record,
        reason: Option<ResponseError>,
        at: Reported,
    ) -> Result<Outcome, StoreError> {
        let retries = self.file.options.retries();
        let due = record.attempts.failed(reason.as_ref(), at, &retries);
        let is_given_up =
            retries.limits.max_attempts.is_some_and(|most| record.attempts.made >= most);
        if is_given_up {
            record.reject(rejection(reason.as_ref(), at.now));
        }
        self.file.write(|transaction| put(transaction, key, &record))?;
        self.failed(key, &record, at);
        Ok(if is_given_up {
            Outcome::SetAside { event: None, reason }
        } else {
            Outcome::Kept { due, reason }
        })
    }

    /// A collector responded to a request of a session of this kind.
    pub(super) fn heard_of(&self, record: &Record) {
        self.file.memory().outages[usize::from(record.online.is_some())].ended();
    }

    pub(super) fn failed(&self, key: SessionKey, record: &Record, at: Reported) {
        let backoff = self.file.options.retries().backoff;
        self.file.memory().outages[usize::from(record.online.is_some())].failed(key, backoff, at);
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
        let is_late = !self.file.memory().is_in_flight(key);
        self.file.memory().take_back(key);
        let mut record = match record {
            // It was discarded in the meantime.
            Err(StoreError::NoSession(_)) => return Ok(Outcome::Stale),
            record => record?,
        };
        if is_late {
            record.attempts.answered_late();
        }
        work(key, record)
    }
}
