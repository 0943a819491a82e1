//! The file's tables and records.

use std::collections::VecDeque;
use std::fmt;
use std::str::FromStr;

use redb::TableDefinition;
use serde::{Deserialize, Serialize};

use crate::client::{Attempts, Progress};
use crate::constraints::ParseError;
use crate::event::PlayerTime;
use crate::session::{Clock, tolerant_serde};
use crate::wire::{Api, ReportedViolation};

/// The format of a store with downloaded sessions only, which version 0.1 can read.
pub(super) const DOWNLOADED_FORMAT: u64 = 1;
/// The format of a store that has had an online or a verbatim session, and the newest that this
/// version reads. Version 0.1 would upload an online session as a downloaded one, a second time, and
/// close what a verbatim one left open.
pub(super) const ONLINE_FORMAT: u64 = 2;
pub(super) const FORMAT_KEY: &str = "format";
/// The last key that was assigned to a session.
pub(super) const LAST_KEY: &str = "last";
/// The time that the store was shown last, to the hour, in milliseconds since the Unix epoch.
pub(super) const CLOCK_KEY: &str = "clock";
/// Since when the store was shown a time that is far from that.
pub(super) const DOUBTED_KEY: &str = "doubted clock";

pub(super) const META: TableDefinition<'_, &str, u64> = TableDefinition::new("meta");
/// A record for each session, as JSON.
pub(super) const SESSIONS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("sessions");
/// Every event as it will be sent, by session and index; the start has index 0.
pub(super) const EVENTS: TableDefinition<'_, (u64, u32), &[u8]> = TableDefinition::new("events");
/// What trackers remember, by the key of a viewing's first session.
pub(super) const VIEWINGS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("viewings");

/// A session's key in its store. Later sessions have greater keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SessionKey(pub(super) u64);

impl SessionKey {
    /// The key as a number, for command lines and logs.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }
}

/// Makes a key from a number, such as one from a command line. There may be no such session.
impl From<u64> for SessionKey {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

/// Reads what `Display` writes, such as from a command line.
impl FromStr for SessionKey {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let number = text.parse().map_err(|_| {
            ParseError::new("the key of a stored session", "is not a whole number from 0 on")
        });
        number.map(Self)
    }
}

impl fmt::Display for SessionKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(to)
    }
}

/// The data of a session besides its events. Times are in milliseconds since the Unix epoch.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) state: SessionStatus,
    /// The timestamp of its start.
    pub(super) began: i64,
    /// The timestamp of its last event, once it has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ended: Option<i64>,
    /// The time that the store was shown last before the session began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) began_after: Option<i64>,
    /// From when on its age counts; `None` until the store saw it after its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) aged_from: Option<i64>,
    #[serde(flatten)]
    pub(super) attempts: Attempts,
    /// How far an online session was sent; `None` for a downloaded session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) online: Option<OnlineProgress>,
    #[serde(default, rename = "refusal", skip_serializing_if = "Option::is_none")]
    pub(super) rejection: Option<StoredRejection>,
    /// What is known about the device's clock, if it was set while the session was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) clock: Option<StoredClock>,
    /// Its events are sent as they were given: they are not adjusted, closed or repaired.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) verbatim: bool,
    /// The only API that it can be sent to; `None` for either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) api: Option<Api>,
}

/// What was known about the device's clock before an event was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct StoredClock {
    pub(super) clock: Clock,
    /// The index of that event.
    pub(super) next: u32,
}

impl StoredClock {
    /// What is known when this is the index of the next event.
    pub(super) fn at(self, next: u32) -> Clock {
        let mut clock = self.clock;
        clock.recorded_more(next.saturating_sub(self.next));
        clock
    }
}

/// The status of a stored session.
///
/// The names in the file are those of the first version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum SessionStatus {
    /// Being recorded, or left open when the app ended.
    #[serde(rename = "open")]
    Open,
    /// Waiting to be sent, or in flight.
    #[serde(rename = "ended")]
    Pending,
    /// Rejected by the collector, and set aside.
    #[serde(rename = "refused")]
    Rejected,
}

impl SessionStatus {
    /// The status in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Pending => "pending",
            Self::Rejected => "rejected",
        }
    }
}

/// Why the collector rejected a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredRejection {
    /// 0 if no response came.
    pub(super) status: u16,
    pub(super) at: i64,
    pub(super) message: Option<String>,
    pub(super) reported: Vec<ReportedViolation>,
    pub(super) found: Vec<ReportedViolation>,
}

/// How far an online session was sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct OnlineProgress {
    #[serde(flatten)]
    pub(super) progress: Progress,
    /// The index of the last event that the collector has accepted, or that is not sent; 0 if none.
    #[serde(rename = "taken")]
    pub(super) accepted: u32,
    /// Generated events, to be sent before the next one: they restore the state of a session that
    /// is replaced, or end one that is over.
    #[serde(default, rename = "restoring")]
    pub(super) generated: VecDeque<String>,
    /// The last time that was given out when it was last opened again: later events come after it.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "tolerant_serde::time"
    )]
    pub(super) moved_to: Option<PlayerTime>,
    /// The time of the last start or event that the collector has accepted, generated ones among
    /// them; `None` until it has accepted one.
    #[serde(
        default,
        rename = "taken_until",
        skip_serializing_if = "Option::is_none",
        serialize_with = "tolerant_serde::time"
    )]
    pub(super) accepted_last: Option<PlayerTime>,
    /// Which events were set aside: they are not sent, and are part of what was recorded. Each pair
    /// is the first and the last index of some that follow one another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) aside: Vec<(u32, u32)>,
}

impl OnlineProgress {
    /// That of a session which is not replaced by time.
    pub(super) fn without_renewal() -> Self {
        let mut online = Self::default();
        online.progress.without_renewal = true;
        online
    }

    /// The next recorded event, which has this index, is not sent.
    pub(super) fn set_aside(&mut self, index: u32) {
        self.accepted = index;
        match self.aside.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(index) => *last = index,
            _ => self.aside.push((index, index)),
        }
    }

    pub(super) fn is_aside(&self, index: u32) -> bool {
        let after = self.aside.partition_point(|(first, _)| *first <= index);
        after.checked_sub(1).is_some_and(|group| index <= self.aside[group].1)
    }

    /// Whether its first session is not open yet.
    pub(super) fn is_first(&self) -> bool {
        self.progress.reopened == 0 && self.progress.session_id.is_none()
    }

    /// The time that the last start or event should have had which the collector has accepted.
    pub(super) fn sent_until(&self) -> Option<PlayerTime> {
        self.accepted_last.map(|last| self.progress.right(last))
    }
}

/// The later of two times.
pub(super) fn later(one: Option<PlayerTime>, other: Option<PlayerTime>) -> Option<PlayerTime> {
    one.into_iter().chain(other).max_by_key(PlayerTime::ts)
}

/// What decides how a session is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) online: bool,
    pub(super) verbatim: bool,
}

impl Record {
    pub(super) fn new(began: i64) -> Self {
        Self {
            state: SessionStatus::Open,
            began,
            ended: None,
            began_after: None,
            aged_from: None,
            attempts: Attempts::default(),
            online: None,
            rejection: None,
            clock: None,
            verbatim: false,
            api: None,
        }
    }

    /// What kind of session it is.
    pub(super) fn kind(&self) -> Kind {
        Kind { online: self.online.is_some(), verbatim: self.verbatim }
    }

    /// Whether it is an online session that was sent, if it has no next request.
    pub(super) fn is_sent(&self) -> bool {
        let is_open =
            self.online.as_ref().is_some_and(|online| online.progress.session_id.is_some());
        self.state == SessionStatus::Pending && is_open
    }

    /// The session has ended.
    pub(super) fn end(&mut self, ts: i64) {
        self.state = SessionStatus::Pending;
        self.ended = Some(ts);
    }

    /// Sets the session aside.
    pub(super) fn reject(&mut self, rejection: StoredRejection) {
        self.state = SessionStatus::Rejected;
        self.rejection = Some(rejection);
    }

    /// The start was changed: a session that was set aside because of it is due now.
    pub(super) fn start_changed(&mut self) {
        let Some(online) = &mut self.online else { return };
        if online.progress.stopped.is_some() {
            online.progress.start_changed(&mut self.attempts);
            if online.progress.stopped.is_none() {
                self.try_again();
            }
        }
    }

    /// Makes the session due now, also one that was set aside.
    pub(super) fn try_again(&mut self) {
        let is_open = self.online.is_some() && self.ended.is_none();
        self.state = if is_open { SessionStatus::Open } else { SessionStatus::Pending };
        match &mut self.online {
            Some(online) => online.progress.try_again(&mut self.attempts),
            None => self.attempts = Attempts::default(),
        }
    }
}
