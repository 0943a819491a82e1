//! How far an online session was sent, and what each response and the time lead to.
//!
//! The decisions are here, once, for the queue in memory and for the store, which carry them out.

use serde::{Deserialize, Serialize};

use super::backoff::{Attempts, Backoff, Reported, Retries};
use super::clock_set::ClockSet;
#[cfg(feature = "edge")]
use super::edge_state::EdgeState;
use super::outcome::{Renewal, StopReason};
use super::response_error::ResponseError;
use super::steps::{Head, Next, Plan, Reply, Step};
use crate::event::PlayerTime;
use crate::session::time_limits::{MAX_AGE, MAX_SILENCE, MAX_STANDSTILL};
use crate::session::tolerant_serde;
use crate::wire::SessionId;

/// The wait before a new session that replaces one that did not last, in milliseconds. The first in
/// a row is opened at once.
const REOPENING: Backoff = Backoff { first: 15_000, longest: 600_000 };

/// A session lasts if the collector has taken so many recorded events, or for so many milliseconds.
const LASTING_EVENTS: u32 = 10;
const LASTING_MILLIS: i64 = 60_000;

/// How far an online session was sent. Persisted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Progress {
    /// The collector's id; `None` until it has assigned one.
    pub(crate) session_id: Option<SessionId>,
    /// How often a new session replaced one.
    pub(crate) reopened: u32,
    /// Why the next session replaces one, until it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) renewal: Option<Renewal>,
    /// Why nothing is sent until the caller says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) stopped: Option<StopReason>,
    /// The present session reached this limit. What its end needs is among the generated events;
    /// when these are sent, the session is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) over: Option<Renewal>,
    /// How many events were not sent because the playhead stood still.
    #[serde(skip_serializing_if = "is_default")]
    pub(crate) withheld: u32,
    /// Whether time alone never replaces a session.
    #[serde(skip_serializing_if = "is_default")]
    pub(crate) without_renewal: bool,
    /// The collector said once that it has no such session, which is asked again.
    #[serde(skip_serializing_if = "is_default")]
    doubted: bool,
    /// How many recorded events the present session has taken.
    #[serde(skip_serializing_if = "is_default")]
    pub(super) events_taken: u32,
    /// How many sessions in a row did not last.
    #[serde(skip_serializing_if = "is_default")]
    short_lived: u32,
    /// When the present session was opened, and when it last took something, by the caller's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    opened_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    heard_at: Option<i64>,
    /// The timestamps of the start of the present session, and of the last recorded event that it
    /// has taken, or else of the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    began: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<i64>,
    /// The clock was set, and events that should have moved had been sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clock: Option<ClockSet>,
    /// The time of the first event at the present playhead.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "tolerant_serde::time")]
    pub(crate) standing: Option<PlayerTime>,
    /// What Media Edge asked to send back; `None` while the collector is not known to be it.
    #[cfg(feature = "edge")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) edge: Option<EdgeState>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Progress {
    /// What a reply leads to. `ending` says whether only the end of the viewing is left to report.
    pub(crate) fn replied(
        &mut self,
        reply: Reply,
        next: Next,
        ending: bool,
        attempts: &mut Attempts,
        at: Reported,
        retries: &Retries,
    ) -> Step {
        match (reply, next) {
            (Reply::Created(created), Next::Start(start)) => {
                #[cfg(feature = "edge")]
                self.keep(&created, &retries.limits, at.now);
                let id = created.session_id;
                self.open(id.clone(), start, at.now);
                *attempts = Attempts::default();
                Step::Opened(id)
            }
            (Reply::Rejected(reason), Next::Start(_)) => {
                self.stop(StopReason::StartRejected, Some(reason), attempts)
            }
            (Reply::Failed(Some(reason @ ResponseError::NoSessionId)), Next::Start(_)) => {
                self.opened_without_id(reason, attempts, at, retries)
            }
            (Reply::Created(_) | Reply::Accepted, next) => {
                self.accept(next, at.now);
                *attempts = Attempts::default();
                Step::Arrived
            }
            (Reply::Rejected(reason), next) => {
                self.skip(next, attempts);
                Step::SetAside(Some(reason))
            }
            (Reply::Lost(_), Next::Generated) if self.over.is_some() => {
                *attempts = Attempts::default();
                Step::Closed
            }
            (Reply::Lost(_), _) if ending => {
                *attempts = Attempts::default();
                // The viewing may go on after its `sessionComplete`, but not in this session.
                self.over = Some(Renewal::Lost);
                Step::Closed
            }
            (Reply::Lost(reason), _) if self.doubted => Step::Renew(Some(reason)),
            (Reply::Lost(reason), _) => {
                self.doubted = true;
                let due = attempts.failed(None, at, retries);
                Step::Kept { due, reason: Some(reason) }
            }
            (Reply::Failed(reason), next) => {
                let due = attempts.failed(reason.as_ref(), at, retries);
                if retries.limits.max_attempts.is_none_or(|most| attempts.made < most) {
                    return Step::Kept { due, reason };
                }
                match next {
                    Next::Start(_) => self.stop(StopReason::StartNotTaken, reason, attempts),
                    next => {
                        self.skip(next, attempts);
                        Step::SetAside(reason)
                    }
                }
            }
        }
    }

    fn open(&mut self, id: SessionId, start: PlayerTime, now: i64) {
        self.session_id = Some(id);
        (self.renewal, self.stopped) = (None, None);
        self.doubted = false;
        (self.opened_at, self.heard_at) = (Some(now), Some(now));
        (self.began, self.last) = (Some(start.ts()), Some(start.ts()));
        self.standing.get_or_insert(start);
    }

    fn accept(&mut self, next: Next, now: i64) {
        self.doubted = false;
        self.heard_at = Some(now);
        #[cfg(feature = "edge")]
        if let Some(edge) = &mut self.edge {
            edge.heard(now);
        }
        if let Next::Recorded(head) = next {
            self.leave();
            self.events_taken = self.events_taken.saturating_add(1);
            self.last = Some(head.time.ts());
            if self.standing.is_none() || self.moves(&head) {
                self.standing = Some(head.time);
            }
        }
    }

    fn stop(
        &mut self,
        why: StopReason,
        reason: Option<ResponseError>,
        attempts: &mut Attempts,
    ) -> Step {
        self.stopped = Some(why);
        attempts.hurry();
        Step::Stopped(why, reason)
    }

    /// Every such response opens a session at the collector.
    fn opened_without_id(
        &mut self,
        reason: ResponseError,
        attempts: &mut Attempts,
        at: Reported,
        retries: &Retries,
    ) -> Step {
        self.short_lived = self.short_lived.saturating_add(1);
        if self.short_lived > retries.limits.max_reopenings {
            return self.stop(StopReason::SessionsLost, Some(reason), attempts);
        }
        let due = attempts.failed(None, at, retries);
        let due = due.max(at.now.saturating_add(REOPENING.delay(self.short_lived - 1, at.jitter)));
        attempts.wait_until(due, at.now);
        Step::Kept { due, reason: Some(reason) }
    }

    /// The caller opens a new session in place of the present one. Says when its start is due, or
    /// why it is not sent: a session that did not last is not replaced at once, and not for ever.
    pub(crate) fn renew(
        &mut self,
        why: Renewal,
        head: Option<Head>,
        attempts: &mut Attempts,
        at: Reported,
        retries: &Retries,
    ) -> Result<i64, StopReason> {
        let lived = self.opened_at.zip(self.heard_at);
        let lived = lived.map_or(0, |(opened, heard)| heard.saturating_sub(opened));
        let lasted = self.events_taken >= LASTING_EVENTS
            || (self.events_taken > 0 && lived >= LASTING_MILLIS);
        if lasted {
            self.short_lived = 0;
        } else if why == Renewal::Lost || self.events_taken == 0 {
            self.short_lived = self.short_lived.saturating_add(1);
        }
        if let Some(head) = head.filter(|head| head.wakes || self.moves(head)) {
            self.standing = Some(head.time);
        }
        *self = Self {
            session_id: None,
            reopened: self.reopened.saturating_add(1),
            renewal: Some(why),
            over: None,
            doubted: false,
            events_taken: 0,
            opened_at: None,
            heard_at: None,
            began: None,
            last: None,
            ..std::mem::take(self)
        };
        *attempts = Attempts::default();
        if self.short_lived > retries.limits.max_reopenings {
            self.stopped = Some(StopReason::SessionsLost);
            return Err(StopReason::SessionsLost);
        }
        if self.short_lived < 2 {
            return Ok(at.now);
        }
        let delay = REOPENING.delay(self.short_lived - 2, at.jitter);
        attempts.wait_until(at.now.saturating_add(delay), at.now);
        Ok(attempts.not_before)
    }

    /// The caller says that sending can go on.
    pub(crate) fn try_again(&mut self, attempts: &mut Attempts) {
        if self.stopped.take().is_some() {
            self.short_lived = 0;
        }
        *attempts = Attempts::default();
    }

    /// The start has changed: a recorder that stopped because of it goes on.
    pub(crate) fn start_changed(&mut self, attempts: &mut Attempts) {
        if matches!(self.stopped, Some(StopReason::StartRejected | StopReason::StartNotTaken)) {
            self.try_again(attempts);
        }
    }

    /// What has to happen before the next request. `ending` is as for `replied`.
    pub(crate) fn plan(&self, next: Next, ending: bool, now: i64) -> Plan {
        let head = match next {
            Next::Start(_) => return Plan::Send,
            Next::Generated => None,
            Next::Recorded(head) => Some(head),
        };
        if self.over.is_none() && self.clock.is_some_and(|set| set.in_flight == 0) {
            // The end is reported to the session that is open, after what it has taken.
            return if ending { Plan::Adjust } else { Plan::End(Renewal::ClockSet) };
        }
        match (self.over, head) {
            (Some(_), None) => return Plan::Send,
            (Some(Renewal::Standstill), Some(head)) => {
                let goes_on = !ending && (head.wakes || self.moves(&head));
                return if goes_on { Plan::Renew(Renewal::Standstill) } else { Plan::Withhold };
            }
            (Some(why), Some(_)) if !ending => return Plan::Renew(why),
            (Some(_), Some(_)) => return Plan::Withhold,
            (None, _) => {}
        }
        if self.without_renewal || ending {
            return Plan::Send;
        }
        self.limit(head.as_ref(), now)
    }

    fn limit(&self, head: Option<&Head>, now: i64) -> Plan {
        let stands = head.is_some_and(|head| self.stands(head));
        let goes_on = head.is_none_or(|head| head.wakes || self.moves(head));
        let is_late = |head: &Head| {
            self.last.is_some_and(|last| head.time.ts().saturating_sub(last) >= MAX_SILENCE)
        };
        if self.is_silent(now) || head.is_some_and(is_late) {
            // The collector has closed the session.
            return if stands && !goes_on { Plan::Withhold } else { Plan::Renew(Renewal::Silence) };
        }
        if stands {
            return if goes_on {
                Plan::Renew(Renewal::Standstill)
            } else {
                Plan::End(Renewal::Standstill)
            };
        }
        let is_old = |head: &Head| {
            self.began.is_some_and(|began| head.time.ts().saturating_sub(began) >= MAX_AGE)
        };
        if head.is_some_and(is_old) { Plan::End(Renewal::Age) } else { Plan::Send }
    }
}

impl Progress {
    /// A recorded event leaves the queue.
    fn leave(&mut self) {
        if let Some(set) = &mut self.clock {
            set.in_flight = set.in_flight.saturating_sub(1);
        }
    }

    /// The recorded event at the head is not sent.
    pub(crate) fn withhold(&mut self) {
        self.leave();
        // What ends a session that is over for another reason was reported with its end.
        if *self.over.get_or_insert(Renewal::Standstill) == Renewal::Standstill {
            self.withheld = self.withheld.saturating_add(1);
        }
    }

    /// What comes next is set aside: the next request is another.
    pub(crate) fn skip(&mut self, next: Next, attempts: &mut Attempts) {
        if let Next::Recorded(_) = next {
            self.leave();
        }
        self.doubted = false;
        *attempts = Attempts::default();
    }

    /// Whether the collector's session has reached one of its limits. `head` is the next event.
    pub(crate) fn is_expired(&self, head: Option<Head>, now: i64) -> bool {
        let is_old = self.opened_at.is_some_and(|at| now.saturating_sub(at) >= MAX_AGE);
        self.session_id.is_some()
            && (self.over.is_some() || is_old || self.limit(head.as_ref(), now) != Plan::Send)
    }

    /// The timestamp of the start of the present session, for progress that was persisted without.
    pub(crate) fn with_start(mut self, start: PlayerTime) -> Self {
        if self.session_id.is_some() {
            self.began.get_or_insert(start.ts());
        }
        self
    }

    /// Whether the collector has taken nothing for so long that it has closed the session.
    fn is_silent(&self, now: i64) -> bool {
        self.heard_at.is_some_and(|heard| now.saturating_sub(heard) >= MAX_SILENCE)
    }

    /// Whether the playhead had stood still for too long when this happened.
    fn stands(&self, head: &Head) -> bool {
        let since = self.standing.map(|since| head.time.ts().saturating_sub(since.ts()));
        since.is_some_and(|since| since >= MAX_STANDSTILL)
    }

    fn moves(&self, head: &Head) -> bool {
        self.standing.is_some_and(|since| since.playhead() != head.time.playhead())
    }
}
