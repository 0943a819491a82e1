//! What to send next, and what becomes of a session that was sent.

use std::fmt;
use std::time::{Duration, UNIX_EPOCH};

use http::{Request, Response};

use super::OfflineStore;
use super::error::StoreError;
use super::file::{each_event, put, put_events, record, records, remove};
use super::format::{Record, Refusal, SessionKey, Stage};
use super::options::Endpoint;
use super::session::Replayed;
use crate::client::{Collector, ResponseError, RetryAfter};
use crate::event::Event;
use crate::event::PlayerTime;
use crate::json::Policy;
use crate::session::{DownloadedSession, Phase};
use crate::wire::{Call, ReportedViolation, Uploaded};

/// A session to be sent.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Upload {
    /// The session, for [`OfflineStore::uploaded`].
    pub id: SessionKey,
    /// How often it was sent already.
    pub attempts: u32,
    /// What to send, for stacks that do not speak the `http` crate.
    pub call: Call,
}

impl Upload {
    /// What to send.
    #[must_use]
    pub fn request(self, collector: &Collector) -> Request<Vec<u8>> {
        collector.request(self.call)
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Upload")
            .field("id", &self.id)
            .field("attempts", &self.attempts)
            .field("call", &self.call)
            .finish()
    }
}

/// What became of a session that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sent {
    /// It arrived, and is deleted.
    Arrived,
    /// It is kept, and due again.
    Kept {
        /// When, in milliseconds since the Unix epoch.
        due: i64,
        /// What the collector said; `None` if it said nothing.
        reason: Option<ResponseError>,
    },
    /// The collector refuses it, and always will: it is set aside.
    SetAside {
        /// Why.
        reason: ResponseError,
    },
}

impl OfflineStore {
    /// The next session to send, oldest first; `None` if there is none, or none is due yet
    /// ([`due`](Self::due) tells), or as many as allowed are on their way.
    ///
    /// A session that was left open when the app went away, and that nobody has resumed, is
    /// ended as it is: what is open is closed, and `sessionEnd` added at its last moment. One that
    /// still has its handle is left to it, and holds up no other. Each
    /// session that is handed out comes back through [`uploaded`](Self::uploaded) or
    /// [`not_sent`](Self::not_sent); a new run of the app forgets what was on its way, and sends
    /// it again.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or the file is damaged.
    pub fn next_upload(&self, now: i64) -> Result<Option<Upload>, StoreError> {
        loop {
            let Some((id, record)) = self.choose(now)? else { return Ok(None) };
            match self.export(id) {
                Ok(body) => {
                    let call = match self.file.options.endpoint {
                        Endpoint::Downloaded => Call::downloaded_body(body),
                        Endpoint::Legacy => Call::legacy_body(body),
                    };
                    return Ok(Some(Upload { id, attempts: record.attempts, call }));
                }
                // Discarded this moment: the next one, then.
                Err(StoreError::NoSession(_)) => {}
                Err(error) => {
                    self.file.memory().in_flight.remove(&id);
                    return Err(error);
                }
            }
        }
    }

    /// Marks the next session as being on its way.
    fn choose(&self, now: i64) -> Result<Option<(SessionKey, Record)>, StoreError> {
        let _turn = self.file.turn();
        loop {
            self.expire_old(now)?;
            // Sessions go out in order: one that waits holds up those behind it.
            let Some((id, record)) = self.first_to_send()? else { return Ok(None) };
            if self.waits(&record, now) {
                return Ok(None);
            }
            if record.state == Stage::Open {
                // Its age is known now: it may be too old to be sent.
                self.end_as_it_is(id, record)?;
                continue;
            }
            self.file.memory().in_flight.insert(id);
            return Ok(Some((id, record)));
        }
    }

    /// Whether it is too early for a session. Not if it came back long after now: then the clock
    /// was wrong, and the session would wait until it is as late as it was then.
    fn waits(&self, record: &Record, now: i64) -> bool {
        let clock_was_wrong =
            record.came_back > now.saturating_add(self.file.options.longest_delay);
        record.not_before > now && !clock_was_wrong
    }

    /// The oldest session that nobody records and that is not on its way, unless as many as
    /// allowed are.
    fn first_to_send(&self) -> Result<Option<(SessionKey, Record)>, StoreError> {
        let records = self.file.read(records)?;
        let memory = self.file.memory();
        if memory.in_flight.len() >= self.file.options.max_in_flight {
            return Ok(None);
        }
        let mut waiting = records.into_iter();
        Ok(waiting.find(|(id, record)| record.state != Stage::Refused && memory.is_idle(*id)))
    }

    /// The network is back, or a person asks for it: what waits out a delay is due now. Where the
    /// collector itself asked to wait, the session still does.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or the file is damaged.
    pub fn hurry(&self) -> Result<(), StoreError> {
        let _turn = self.file.turn();
        let mut waiting = self.file.read(records)?;
        waiting.retain(|(_, record)| record.not_before > record.asked);
        if waiting.is_empty() {
            return Ok(());
        }
        self.file.write(|transaction| {
            waiting.iter_mut().try_for_each(|(id, record)| {
                record.not_before = record.asked;
                put(transaction, *id, record)
            })
        })
    }

    /// When the next session is due, in milliseconds since the Unix epoch; `None` if there is
    /// none to send, or as many as allowed are on their way. A moment in the past means now; one
    /// that is further away than any delay may come from a clock that was wrong, and
    /// [`next_upload`](Self::next_upload) knows better.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or the file is damaged.
    pub fn due(&self) -> Result<Option<i64>, StoreError> {
        Ok(self.first_to_send()?.map(|(_, record)| record.not_before))
    }

    /// Ends a session that was cut off, where it broke off. An event that cannot be read is
    /// passed over: the collector says what it thinks of it, and no other session is held up.
    fn end_as_it_is(&self, id: SessionKey, mut record: Record) -> Result<(), StoreError> {
        let Replayed { mut progress, mut size, .. } = self.replay(id)?;
        let last = progress.last.unwrap_or(PlayerTime::new(0.0, record.began));
        let mut closing = progress.closing(last);
        if !matches!(progress.phase, Phase::Completed | Phase::Ended) {
            closing.push(Event::session_end(last));
        }
        let mut texts = Vec::new();
        for mut event in closing {
            progress.mend(&mut event.player_time);
            progress.advance(&event);
            texts.push(event.encode()?);
        }
        record.state = Stage::Ended;
        record.ended = progress.last.map(|last| last.ts);
        self.file.write(|transaction| {
            put_events(transaction, id, size.events, &texts)?;
            put(transaction, id, &record)
        })?;
        size.events += texts.len() as u32;
        size.bytes += texts.iter().map(|text| text.len() as u64).sum::<u64>();
        self.file.memory().sizes.insert(id, size);
        Ok(())
    }

    /// The session as the array that is sent, for a file or a person to look at.
    ///
    /// # Errors
    ///
    /// When there is no such session, or the disk refuses.
    pub fn export(&self, id: SessionKey) -> Result<Vec<u8>, StoreError> {
        let size = self.file.memory().sizes.get(&id).copied().unwrap_or_default();
        let mut body = Vec::with_capacity(size.bytes as usize + size.events as usize + 2);
        self.file.read(|transaction| {
            record(transaction, id)?;
            body.push(b'[');
            each_event(transaction, id, |text| {
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

    /// Takes the collector's answer. `jitter`, from 0 to 1, is the caller's random number: it
    /// spreads the next attempts of many devices.
    ///
    /// # Errors
    ///
    /// When there is no such session (any more), it was not handed out, or the disk refuses: the
    /// session is kept then, and may be sent again.
    pub fn uploaded<B: AsRef<[u8]>>(
        &self,
        id: SessionKey,
        response: &Response<B>,
        now: i64,
        jitter: f64,
    ) -> Result<Sent, StoreError> {
        match Uploaded::from_response(response) {
            Ok(_) => self.settle(id, |_| {
                let size = self.file.memory().sizes.get(&id).copied().unwrap_or_default();
                self.file.write(|transaction| remove(transaction, id))?;
                let mut memory = self.file.memory();
                memory.forget(id);
                memory.sent_sessions += 1;
                memory.sent_bytes += size.bytes;
                Ok(Sent::Arrived)
            }),
            Err(ResponseError::Rejected { status, message, violations }) => {
                let found = found(&self.export(id).inspect_err(|_| self.back(id))?);
                let refusal = Refusal {
                    status: status.as_u16(),
                    at: now,
                    message: message.clone().map(shortened),
                    reported: listed(violations.clone()),
                    found: listed(found),
                };
                self.settle(id, |mut record| {
                    record.state = Stage::Refused;
                    record.attempts = record.attempts.saturating_add(1);
                    record.refusal = Some(refusal);
                    self.file.write(|transaction| put(transaction, id, &record))?;
                    let reason = ResponseError::Rejected { status, message, violations };
                    Ok(Sent::SetAside { reason })
                })
            }
            Err(reason) => self.keep(id, Some(reason), now, jitter),
        }
    }

    /// No answer came: the network is away, or it took too long. The session is kept; if it did
    /// arrive, it will arrive twice.
    ///
    /// # Errors
    ///
    /// When there is no such session, it was not handed out, or the disk refuses.
    pub fn not_sent(&self, id: SessionKey, now: i64, jitter: f64) -> Result<Sent, StoreError> {
        self.keep(id, None, now, jitter)
    }

    fn keep(
        &self,
        id: SessionKey,
        reason: Option<ResponseError>,
        now: i64,
        jitter: f64,
    ) -> Result<Sent, StoreError> {
        self.settle(id, |mut record| {
            let delay = self.delay(record.attempts, jitter);
            let asked = match &reason {
                Some(ResponseError::Unavailable { retry_after: Some(after), .. }) => {
                    moment(after, now)
                }
                _ => None,
            };
            record.attempts = record.attempts.saturating_add(1);
            record.not_before = now.saturating_add(delay).max(asked.unwrap_or(i64::MIN));
            record.asked = asked.unwrap_or(0);
            record.came_back = now;
            self.file.write(|transaction| put(transaction, id, &record))?;
            Ok(Sent::Kept { due: record.not_before, reason })
        })
    }

    /// Does what an answer asks for. Whatever comes of that, the session is not on its way any
    /// more, and not before.
    fn settle(
        &self,
        id: SessionKey,
        work: impl FnOnce(Record) -> Result<Sent, StoreError>,
    ) -> Result<Sent, StoreError> {
        let _turn = self.file.turn();
        let record = self.file.read(|transaction| record(transaction, id));
        let settled = record.and_then(|record| {
            // An answer may come late, after the caller gave up waiting. But a session that was
            // never handed out has none: somebody has mistaken the key.
            if record.state == Stage::Open || self.file.memory().recording.contains(&id) {
                return Err(StoreError::Recording(id));
            }
            work(record)
        });
        self.back(id);
        settled
    }

    fn back(&self, id: SessionKey) {
        self.file.memory().in_flight.remove(&id);
    }

    /// Doubles with each attempt; half of it is spread by the jitter.
    fn delay(&self, attempts: u32, jitter: f64) -> i64 {
        let options = &self.file.options;
        let factor = 1_i64.checked_shl(attempts.min(40)).unwrap_or(i64::MAX);
        let delay = options.first_delay.saturating_mul(factor).min(options.longest_delay);
        let jitter = if jitter.is_finite() { jitter.clamp(0.0, 1.0) } else { 1.0 };
        delay / 2 + ((delay - delay / 2) as f64 * jitter) as i64
    }
}

/// Of what is wrong with a session, the first of each list are kept: a collector may say anything,
/// and every record is read whenever the next session is looked for.
const MOST_LISTED: usize = 100;
const MOST_CHARACTERS: usize = 1_000;

fn listed(mut violations: Vec<ReportedViolation>) -> Vec<ReportedViolation> {
    violations.truncate(MOST_LISTED);
    let short = violations.into_iter().map(|violation| {
        let ReportedViolation { pointer, keyword, message } = violation;
        ReportedViolation::new(shortened(pointer), shortened(keyword), shortened(message))
    });
    short.collect()
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MOST_CHARACTERS) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// What is wrong with a session by the documents and rules that this crate knows.
pub(super) fn found(body: &[u8]) -> Vec<ReportedViolation> {
    let policy = Policy::strict()
        .with_max_bytes(usize::MAX)
        .with_max_events(usize::MAX)
        .with_max_violations(MOST_LISTED);
    match Event::decode_batch(body, &policy) {
        Err(error) => error.violations().iter().map(ReportedViolation::from).collect(),
        Ok(events) => match DownloadedSession::try_from(events) {
            Ok(_) => Vec::new(),
            Err(invalid) => {
                let reported = invalid.findings.iter().take(MOST_LISTED).map(|finding| {
                    let pointer = format!("/{}", finding.event);
                    ReportedViolation::new(pointer, finding.rule.name(), &*finding.sentence)
                });
                reported.collect()
            }
        },
    }
}

/// The moment that a collector asks for.
fn moment(after: &RetryAfter, now: i64) -> Option<i64> {
    match after {
        RetryAfter::Seconds(seconds) => {
            let millis = i64::try_from(*seconds).ok()?.checked_mul(1_000)?;
            now.checked_add(millis)
        }
        RetryAfter::Date(date) => {
            let date = httpdate::parse_http_date(date).ok()?;
            let since: Duration = date.duration_since(UNIX_EPOCH).ok()?;
            i64::try_from(since.as_millis()).ok()
        }
    }
}
