//! Online sessions in the store: recorded into the file, and sent event by event.
//!
//! The start has index 0, the events follow. Accepted events stay in the file until the whole
//! session is sent: they give the state in which a lost session is opened again.

use super::OfflineStore;
use super::begin::Replayed;
use super::error::StoreError;
use super::format::{OnlineProgress, Record, SessionKey, SessionStatus};
use super::memory::Size;
use super::recorders::StoredOnline;
use super::tables::{each_event, event_from, put, put_events, record, remove, remove_event};
use crate::client::{Outcome, ResponseError, Ticket};
use crate::event::{Event, EventBody, SessionStart};
use crate::json::Policy;
use crate::session::{Recorder, SessionState, reopen, with_finite_playhead};
use crate::wire::{Accepted, Call, Created, ResponseParts};

impl OfflineStore {
    /// Starts to record an online session. [`next_upload`](Self::next_upload) returns its requests,
    /// one at a time and in order, while it is being recorded and afterwards, also after a restart
    /// of the app.
    ///
    /// Every event is committed at once, whatever the store's durability.
    ///
    /// # Errors
    ///
    /// When a limit is reached, the start cannot be encoded as JSON, or the disk fails.
    pub fn begin_online(&self, start: SessionStart) -> Result<Recorder<StoredOnline>, StoreError> {
        let mut start = with_finite_playhead(start);
        start.params.say_downloaded(None);
        let (key, size) = self.insert(&start, Some(OnlineProgress::default()))?;
        Ok(Recorder::new(SessionState::of(&start), StoredOnline::new(self, key, size, 1)))
    }

    /// Resumes an online session that was open when the app ended.
    ///
    /// # Errors
    ///
    /// When there is no such session, it has ended, it is not online, it is already being recorded,
    /// one of its events cannot be read, or the disk fails.
    pub fn resume_online(&self, key: SessionKey) -> Result<Recorder<StoredOnline>, StoreError> {
        let Replayed { state, size, next_index, .. } = self.claim(key, true)?;
        Ok(Recorder::new(state, StoredOnline::new(self, key, size, next_index)))
    }

    /// The next request of an online session; `None` if it has nothing to send now.
    pub(super) fn next_call(
        &self,
        key: SessionKey,
        online: &OnlineProgress,
    ) -> Result<Option<Call>, StoreError> {
        let first = if online.session_id.is_none() { 0 } else { online.accepted.saturating_add(1) };
        let event = match (&online.session_id, online.restoring.front()) {
            (Some(_), Some(restoring)) => Some(restoring.clone().into_bytes()),
            _ => self
                .file
                .read(|transaction| event_from(transaction, key, first))?
                .filter(|(index, _)| self.is_acknowledged(key, *index))
                .map(|(_, event)| event),
        };
        Ok(event.map(|body| match &online.session_id {
            None => Call::start_body(body),
            Some(id) => Call::event_body(id, body),
        }))
    }

    /// Processes the response to a request of an online session.
    pub(super) fn online_responded(
        &self,
        ticket: Ticket,
        response: &ResponseParts<'_>,
        now: i64,
        jitter: f64,
    ) -> Result<Outcome, StoreError> {
        self.settle(ticket, |key, mut record| {
            let Some(online) = &mut record.online else { return Ok(Outcome::Stale) };
            if online.session_id.is_none() {
                return match Created::from_response(response) {
                    Ok(Created { session_id }) => {
                        online.session_id = Some(session_id.clone());
                        self.advance(key, record, None)?;
                        Ok(Outcome::Opened(session_id))
                    }
                    Err(reason) => self.keep(key, record, Some(reason), now, jitter),
                };
            }
            match Accepted::from_response(response) {
                Ok(_) => self.online_accepted(key, record),
                Err(reason @ ResponseError::Rejected { .. }) => {
                    self.online_rejected(key, record, reason)
                }
                Err(ResponseError::SessionLost { .. }) => self.online_lost(key, record),
                Err(reason) => self.keep(key, record, Some(reason), now, jitter),
            }
        })
    }

    /// The collector has accepted the next event.
    fn online_accepted(&self, key: SessionKey, mut record: Record) -> Result<Outcome, StoreError> {
        let Some(online) = &mut record.online else { return Ok(Outcome::Stale) };
        let mut accepted = self.accepted_state(key, online)?;
        if let Some(restoring) = online.restoring.pop_front() {
            accepted.last = decode(restoring.as_bytes())?.map(|event| event.player_time);
        } else if let Some((index, text)) = self.next_event(key, online.accepted)? {
            online.accepted = index;
            if let Some(event) = decode(&text)? {
                accepted.advance(&event);
            }
        }
        self.advance(key, record, None)?;
        self.file.memory().accepted.insert(key, accepted);
        self.remove_if_sent(key)?;
        Ok(Outcome::Arrived)
    }

    /// The collector rejected the next event: it is deleted, and returned to the caller.
    fn online_rejected(
        &self,
        key: SessionKey,
        mut record: Record,
        reason: ResponseError,
    ) -> Result<Outcome, StoreError> {
        let Some(online) = &mut record.online else { return Ok(Outcome::Stale) };
        let mut rejected = None;
        let text = match online.restoring.pop_front() {
            Some(restoring) => Some(restoring.into_bytes()),
            None => self.next_event(key, online.accepted)?.map(|(index, text)| {
                rejected = Some(index);
                text
            }),
        };
        let event = text.map(|text| decode(&text)).transpose()?.flatten().map(Box::new);
        self.advance(key, record, rejected)?;
        self.measure(key);
        self.remove_if_sent(key)?;
        Ok(Outcome::SetAside { event, reason })
    }

    /// The collector has lost the session: a new one is opened in the same state, unless only its
    /// end was left to report.
    fn online_lost(&self, key: SessionKey, mut record: Record) -> Result<Outcome, StoreError> {
        let Some(online) = &mut record.online else { return Ok(Outcome::Stale) };
        let next = match self.next_event(key, online.accepted)? {
            None => None,
            Some((_, text)) => decode(&text)?,
        };
        let Some(next) = next.filter(|next| !matches!(next.body, EventBody::SessionEnd { .. }))
        else {
            if record.state == SessionStatus::Open {
                // All events were accepted, and more may follow.
                return self.reopen(key, record, None);
            }
            self.file.write(|transaction| remove(transaction, key))?;
            self.file.memory().forget(key);
            return Ok(Outcome::Closed);
        };
        self.reopen(key, record, Some(&next))
    }

    fn reopen(
        &self,
        key: SessionKey,
        mut record: Record,
        next: Option<&Event>,
    ) -> Result<Outcome, StoreError> {
        let Some(online) = &mut record.online else { return Ok(Outcome::Stale) };
        let accepted = self.accepted_state(key, online)?;
        let Some((_, start)) = self.file.read(|transaction| event_from(transaction, key, 0))?
        else {
            return Err(StoreError::NoSession(key));
        };
        let start = decode(&start)?
            .and_then(|event| SessionStart::try_from(event).ok())
            .ok_or_else(|| StoreError::Damaged(format!("session {key} has no start")))?;
        let at = next.map(|next| next.player_time).or(accepted.last).unwrap_or(start.player_time);
        let (start, restoring) = reopen(&start, &accepted, at);
        let mut times = SessionState::of(&start);
        online.restoring.clear();
        for event in &restoring {
            times.last = Some(event.player_time);
            online.restoring.push_back(text(event)?);
        }
        online.session_id = None;
        online.reopened = online.reopened.saturating_add(1);
        let queued = self.adjusted(key, online.accepted, &mut times)?;
        online.moved_to = times.last;
        (record.attempts, record.not_before, record.asked) = (0, 0, 0);
        let start = start.encode()?;
        // Before the write, which may fail and be written all the same.
        self.file.memory().moved_to.extend(times.last.map(|last| (key, last)));
        self.file.write(|transaction| {
            put_events(transaction, key, 0, [&start])?;
            for (index, event) in &queued {
                put_events(transaction, key, *index, [event])?;
            }
            put(transaction, key, &record)
        })?;
        self.file.memory().accepted.insert(key, accepted);
        self.measure(key);
        Ok(Outcome::Reopening)
    }

    /// Whether the commit of this event has succeeded.
    fn is_acknowledged(&self, key: SessionKey, index: u32) -> bool {
        self.file.memory().in_doubt.get(&key).is_none_or(|in_doubt| index < *in_doubt)
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

    /// The waiting events, with timestamps after those of the events that restore the state.
    fn adjusted(
        &self,
        key: SessionKey,
        accepted: u32,
        times: &mut SessionState,
    ) -> Result<Vec<(u32, Vec<u8>)>, StoreError> {
        let mut adjusted = Vec::new();
        self.file.read(|transaction| {
            each_event(transaction, key, |index, text| {
                if index <= accepted || index == 0 {
                    return Ok(());
                }
                if let Some(mut event) = decode(text)? {
                    times.adjust(&mut event.player_time);
                    times.last = Some(event.player_time);
                    adjusted.push((index, event.encode()?));
                }
                Ok(())
            })
        })?;
        Ok(adjusted)
    }

    /// Writes how far a session was sent, and deletes the rejected event, if any.
    fn advance(
        &self,
        key: SessionKey,
        mut record: Record,
        rejected: Option<u32>,
    ) -> Result<(), StoreError> {
        (record.attempts, record.not_before, record.asked) = (0, 0, 0);
        self.file.write(|transaction| {
            if let Some(index) = rejected {
                remove_event(transaction, key, index)?;
            }
            put(transaction, key, &record)
        })
    }

    /// Deletes an online session that has ended and whose events were all sent.
    pub(super) fn remove_if_sent(&self, key: SessionKey) -> Result<(), StoreError> {
        let record = self.file.read(|transaction| record(transaction, key))?;
        let Some(online) = &record.online else { return Ok(()) };
        let is_recorded = self.file.memory().recording.contains(&key);
        let waits =
            !online.restoring.is_empty() || self.next_event(key, online.accepted)?.is_some();
        if record.state == SessionStatus::Pending && !waits && !is_recorded {
            self.arrived(key)?;
        }
        Ok(())
    }

    fn next_event(
        &self,
        key: SessionKey,
        accepted: u32,
    ) -> Result<Option<(u32, Vec<u8>)>, StoreError> {
        self.file.read(|transaction| event_from(transaction, key, accepted.saturating_add(1)))
    }

    /// The state after the events that the collector has accepted.
    fn accepted_state(
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
                    && let Some(event) = decode(text)?
                {
                    state.advance(&event);
                }
                Ok(())
            })
        })?;
        Ok(state)
    }
}

/// A stored event; `None` if it cannot be read.
fn decode(text: &[u8]) -> Result<Option<Event>, StoreError> {
    Ok(Event::decode(text, &Policy::tolerant().with_max_bytes(usize::MAX)).ok())
}

fn text(event: &Event) -> Result<String, StoreError> {
    String::from_utf8(event.encode()?).map_err(|error| StoreError::Damaged(error.to_string()))
}
