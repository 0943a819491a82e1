//! Online sessions in the store: sent event by event.
//!
//! The start has index 0, the events follow. Accepted events stay in the file until the whole
//! session is sent: they give the state in which a new session continues.

use super::OfflineStore;
use super::error::StoreError;
use super::format::{OnlineProgress, Record, SessionKey, SessionStatus, later};
use super::rejected::stopped;
use super::tables::{all_from, event_from, put};
use super::texts::{decode, text_of};
use crate::client::{Head, Next, Outcome, Plan, Renewal, Reply, Reported, Step};
use crate::event::{Event, PlayerTime};
use crate::session::End;
use crate::wire::Call;

impl OfflineStore {
    /// Whether an online session has something to send.
    pub(super) fn has_next(
        &self,
        key: SessionKey,
        online: &OnlineProgress,
    ) -> Result<bool, StoreError> {
        let is_open = online.progress.session_id.is_some();
        Ok(!is_open
            || !online.generated.is_empty()
            || self.next_event(key, online.accepted)?.is_some())
    }

    /// The next recorded event of an online session.
    pub(super) fn head(
        &self,
        key: SessionKey,
        online: &OnlineProgress,
    ) -> Result<Option<Head>, StoreError> {
        let Some((_, text)) = self.next_event(key, online.accepted)? else { return Ok(None) };
        if let Some(event) = decode(&text) {
            return Ok(Some(Head::of(&event)));
        }
        // An event that cannot be read is sent as it is: the collector decides about it.
        let last = self.accepted_state(key, online)?.last.unwrap_or_else(|| PlayerTime::of_ts(0));
        Ok(Some(Head::of(&Event::ping(last))))
    }

    /// What the next request of an online session contains; `None` if there is nothing to send now.
    pub(super) fn next(
        &self,
        key: SessionKey,
        online: &OnlineProgress,
    ) -> Result<Option<Next>, StoreError> {
        if online.progress.session_id.is_none() {
            Ok(Some(Next::Start(self.start(key)?.player_time)))
        } else if online.generated.is_empty() {
            Ok(self.head(key, online)?.map(Next::Recorded))
        } else {
            Ok(Some(Next::Generated))
        }
    }

    /// Whether only the end of the viewing is left to report. `record` is that of the session, of
    /// which `online` may be a part.
    fn is_ending(
        &self,
        key: SessionKey,
        record: &Record,
        online: &OnlineProgress,
    ) -> Result<bool, StoreError> {
        let closes = |text: &[u8]| decode(text).is_some_and(|event| event.body.closes());
        let first = online.accepted.saturating_add(1);
        Ok(record.ended.is_some()
            && self.file.read(|transaction| all_from(transaction, key, first, closes))?)
    }

    /// The next request of an online session, and why it opens a new one, if it does; `None` if
    /// nothing is left to send at the moment. Carries out what the time requires first. The caller
    /// holds the write lock.
    pub(super) fn online_call(
        &self,
        key: SessionKey,
        mut record: Record,
        now: i64,
    ) -> Result<Option<(Call, Option<Renewal>)>, StoreError> {
        loop {
            let Some(mut online) = record.online.take() else { return Ok(None) };
            let Some(next) = self.next(key, &online)? else {
                record.online = Some(online);
                return self.remove_if_sent(key).map(|()| None);
            };
            let ending = self.is_ending(key, &record, &online)?;
            let plan = online.progress.plan(next, ending, now);
            if plan == Plan::Send {
                let (call, renewal) = self.call(key, &online)?;
                return Ok(Some((online.progress.connected(call, now), renewal)));
            }
            // A late response would be that of another request.
            self.file.memory().take_back(key);
            match plan {
                Plan::Send => {}
                Plan::Adjust => {
                    // What waits only reports the end.
                    online.progress.clock = None;
                    let last = self.accepted_state(key, &online)?.last;
                    record.online = Some(online);
                    record = self.adjust(key, record, last)?;
                    self.file.write(|transaction| put(transaction, key, &record))?;
                }
                Plan::Withhold => {
                    let mut accepted = self.accepted_state(key, &online)?;
                    if let Some((index, text)) = self.next_event(key, online.accepted)? {
                        online.accepted = index;
                        decode(&text).iter().for_each(|event| accepted.advance_unsent(event));
                    }
                    online.progress.withhold();
                    record.online = Some(online);
                    record = self.put_accepted(key, record, accepted)?;
                }
                Plan::End(why) => {
                    let accepted = self.accepted_state(key, &online)?;
                    let (_, text) = self.next_event(key, online.accepted)?.unwrap_or_default();
                    let head = decode(&text).map(|event| event.player_time);
                    // If the clock was set, the time of the next event is that of another session.
                    let head = head.filter(|_| why != Renewal::ClockSet);
                    let at =
                        head.or(accepted.last).unwrap_or_else(|| PlayerTime::of_ts(record.began));
                    let ending = accepted.ending_at(End::Abandoned, at);
                    online.progress.over = Some(why);
                    online.generated = ending.iter().map(text_of).collect::<Result<_, _>>()?;
                    record.online = Some(online);
                    self.file.write(|transaction| put(transaction, key, &record))?;
                }
                Plan::Renew(why) => {
                    let at = Reported { now, jitter: 1.0 };
                    record.online = Some(online);
                    return self.renew(key, record, why, None, at).map(|_| None);
                }
            }
        }
    }

    fn call(
        &self,
        key: SessionKey,
        online: &OnlineProgress,
    ) -> Result<(Call, Option<Renewal>), StoreError> {
        let progress = &online.progress;
        let Some(id) = &progress.session_id else {
            let start = self.file.read(|transaction| event_from(transaction, key, 0))?;
            let (_, start) = start.ok_or(StoreError::NoSession(key))?;
            return Ok((Call::start_body(start), progress.renewal));
        };
        let body = match online.generated.front() {
            Some(generated) => generated.clone().into_bytes(),
            None => self.next_event(key, online.accepted)?.unwrap_or_default().1,
        };
        Ok((Call::event_body(id, body), None))
    }

    /// Carries out what a reply to the next request leads to. The caller holds the write lock.
    pub(super) fn online_replied(
        &self,
        key: SessionKey,
        mut record: Record,
        reply: impl FnOnce(bool, bool) -> Reply,
        at: Reported,
    ) -> Result<Outcome, StoreError> {
        let Some(mut online) = record.online.take() else { return Ok(Outcome::Stale) };
        let Some(next) = self.next(key, &online)? else { return Ok(Outcome::Stale) };
        let ending = self.is_ending(key, &record, &online)?;
        let retries = self.file.options.retries();
        let reply = reply(matches!(next, Next::Start(_)), online.progress.is_of_edge());
        let is_failure = matches!(reply, Reply::Failed(_));
        let attempts = &mut record.attempts;
        let was_over = online.progress.over.is_some();
        let step = online.progress.replied(reply, next, ending, attempts, at, &retries);
        record.online = Some(online);
        if is_failure {
            self.failed(key, &record, at);
        } else {
            self.heard_of(&record);
        }
        match step {
            Step::Opened(id) => {
                if record.state == SessionStatus::Rejected {
                    // A late response to a start that was given up.
                    record.try_again();
                }
                self.online_opened(key, record)?;
                Ok(Outcome::Opened(id))
            }
            Step::Arrived => self.online_accepted(key, record),
            Step::SetAside(reason) => {
                let event = self.set_next_aside(key, record)?.map(Box::new);
                Ok(Outcome::SetAside { event, reason })
            }
            Step::Kept { due, reason } => {
                self.file.write(|transaction| put(transaction, key, &record))?;
                Ok(Outcome::Kept { due, reason })
            }
            Step::Closed => self.online_closed(key, record, was_over),
            Step::Renew(reason) => self.renew(key, record, Renewal::Lost, reason, at),
            Step::Stopped(why, reason) => {
                record.reject(stopped(why, reason.as_ref(), at.now));
                self.file.write(|transaction| put(transaction, key, &record))?;
                Ok(Outcome::Stopped { why, reason })
            }
        }
    }

    /// The collector has opened the session.
    fn online_opened(&self, key: SessionKey, mut record: Record) -> Result<(), StoreError> {
        let Some(online) = &record.online else { return Ok(()) };
        let mut accepted = self.accepted_state(key, online)?;
        let start = self.start(key)?.player_time;
        accepted.last = later(accepted.last, Some(start));
        // The start may have been changed, with its time. After the clock was set, what waits goes to
        // another session.
        if online.progress.clock.is_none() && !record.verbatim {
            record = self.adjust(key, record, Some(start))?;
        }
        self.put_accepted(key, record, accepted).map(drop)
    }

    /// The collector has accepted the next event.
    fn online_accepted(&self, key: SessionKey, mut record: Record) -> Result<Outcome, StoreError> {
        let Some(online) = &mut record.online else { return Ok(Outcome::Stale) };
        let mut accepted = self.accepted_state(key, online)?;
        if let Some(generated) = online.generated.pop_front() {
            let time = decode(generated.as_bytes()).map(|event| event.player_time);
            accepted.last = time.or(accepted.last);
        } else if let Some((index, text)) = self.next_event(key, online.accepted)? {
            online.accepted = index;
            decode(&text).into_iter().for_each(|event| accepted.advance(&event));
        }
        self.put_accepted(key, record, accepted)?;
        self.remove_if_sent(key)?;
        Ok(Outcome::Arrived)
    }

    /// Sets the next event aside, and returns it unless it cannot be read. A recorded one stays in
    /// the file: a recorder that is resumed knows what it changed.
    pub(super) fn set_next_aside(
        &self,
        key: SessionKey,
        mut record: Record,
    ) -> Result<Option<Event>, StoreError> {
        let Some(online) = &mut record.online else { return Ok(None) };
        let text = match online.generated.pop_front() {
            Some(generated) => Some(generated.into_bytes()),
            None => self.next_event(key, online.accepted)?.map(|(index, text)| {
                online.set_aside(index);
                text
            }),
        };
        self.file.write(|transaction| put(transaction, key, &record))?;
        self.remove_if_sent(key)?;
        Ok(text.and_then(|text| decode(&text)))
    }

    /// The collector has closed a session of which nothing but the end was left to report: the
    /// viewing itself, or a session that is over.
    fn online_closed(
        &self,
        key: SessionKey,
        mut record: Record,
        was_over: bool,
    ) -> Result<Outcome, StoreError> {
        let Some(online) = &mut record.online else { return Ok(Outcome::Stale) };
        online.generated.clear();
        let mut accepted = self.accepted_state(key, online)?;
        while !was_over && let Some((index, text)) = self.next_event(key, online.accepted)? {
            online.accepted = index;
            decode(&text).iter().for_each(|event| accepted.advance_unsent(event));
        }
        self.put_accepted(key, record, accepted)?;
        self.remove_if_closed(key)?;
        Ok(Outcome::Closed)
    }
}
