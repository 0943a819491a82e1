//! The file's tables and records.

use std::collections::VecDeque;
use std::fmt;
use std::str::FromStr;

use redb::TableDefinition;
use serde::{Deserialize, Serialize};

use crate::constraints::ParseError;
use crate::event::PlayerTime;
use crate::session::Clock;
use crate::wire::{ReportedViolation, SessionId};

/// The format of a store with downloaded sessions only, which version 0.1 can read.
pub(super) const DOWNLOADED_FORMAT: u64 = 1;
/// The format of a store that has had an online session, and the newest that this version reads.
/// Version 0.1 would upload such a session as a downloaded one, a second time.
pub(super) const ONLINE_FORMAT: u64 = 2;
pub(super) const FORMAT_KEY: &str = "format";
/// The last key that was assigned to a session.
pub(super) const LAST_KEY: &str = "last";

pub(super) const META: TableDefinition<'_, &str, u64> = TableDefinition::new("meta");
/// A record for each session, as JSON.
pub(super) const SESSIONS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("sessions");
/// Every event as it will be sent, by session and index; the start has index 0.
pub(super) const EVENTS: TableDefinition<'_, (u64, u32), &[u8]> = TableDefinition::new("events");

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
    #[serde(default)]
    pub(super) attempts: u32,
    /// When it is due.
    #[serde(default)]
    pub(super) not_before: i64,
    /// Until when the collector asked to wait. `hurry` respects it, `retry` does not.
    #[serde(default)]
    pub(super) asked: i64,
    /// When its last attempt failed, by the clock at that time.
    #[serde(default)]
    pub(super) came_back: i64,
    /// How far an online session was sent; `None` for a downloaded session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) online: Option<OnlineProgress>,
    #[serde(default, rename = "refusal", skip_serializing_if = "Option::is_none")]
    pub(super) rejection: Option<StoredRejection>,
    /// What is known about the device's clock, if it was set while the session was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) clock: Option<StoredClock>,
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
    pub(super) status: u16,
    pub(super) at: i64,
    pub(super) message: Option<String>,
    pub(super) reported: Vec<ReportedViolation>,
    pub(super) found: Vec<ReportedViolation>,
}

/// How far an online session was sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct OnlineProgress {
    /// The id; `None` until the collector has assigned it.
    pub(super) session_id: Option<SessionId>,
    /// The index of the last event that the collector has accepted; 0 if none.
    #[serde(rename = "taken")]
    pub(super) accepted: u32,
    /// Events that restore the state of a lost session, to be sent before the next one.
    #[serde(default)]
    pub(super) restoring: VecDeque<String>,
    /// The last time that was given out when it was last opened again: later events come after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) moved_to: Option<PlayerTime>,
    /// How often the collector lost the session, so that a new one was opened.
    #[serde(default)]
    pub(super) reopened: u32,
}

impl Record {
    pub(super) fn new(began: i64) -> Self {
        Self {
            state: SessionStatus::Open,
            began,
            ended: None,
            attempts: 0,
            not_before: 0,
            asked: 0,
            came_back: 0,
            online: None,
            rejection: None,
            clock: None,
        }
    }

    /// Whether it is an online session that was sent, if it has no next request.
    pub(super) fn is_sent(&self) -> bool {
        let is_open = self.online.as_ref().is_some_and(|online| online.session_id.is_some());
        self.state == SessionStatus::Pending && is_open
    }
}
