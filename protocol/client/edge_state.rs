//! What an online session keeps of the replies of Media Edge.

use serde::{Deserialize, Serialize};

use super::online_options::OnlineOptions;
use crate::wire::edge::{Connection, StateEntry};

/// The location hint and the state of the last start. Persisted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct EdgeState {
    #[serde(flatten)]
    connection: Connection,
    /// When they came, and when a reply came last, in milliseconds by the caller's clock.
    opened_at: i64,
    heard_at: i64,
}

impl EdgeState {
    pub(super) fn new(connection: Connection, options: &OnlineOptions, now: i64) -> Self {
        let mut connection = connection;
        if !options.follow_location_hint {
            connection = connection.without_hint();
        }
        if !options.keep_state {
            connection = connection.without_state();
        }
        Self { connection, opened_at: now, heard_at: now }
    }

    /// Each reply extends the life of the hint, while it lives.
    pub(super) fn heard(&mut self, now: i64) {
        if self.hint_lives(now) {
            self.heard_at = now;
        }
    }

    fn hint_lives(&self, now: i64) -> bool {
        self.connection.hint_seconds().is_some_and(|seconds| is_within(self.heard_at, seconds, now))
    }

    /// What the next request sends back.
    pub(super) fn current(&self, now: i64) -> Connection {
        let mut connection = self.connection.clone();
        if !self.hint_lives(now) {
            connection = connection.without_hint();
        }
        let lives = |entry: &StateEntry| is_within(self.opened_at, entry.max_age, now);
        connection.retain_state(lives);
        connection
    }
}

fn is_within(since: i64, seconds: u64, now: i64) -> bool {
    let millis = i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1_000);
    now.saturating_sub(since) < millis
}
