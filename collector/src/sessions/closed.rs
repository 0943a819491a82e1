//! Why sessions are closed, and which were.

use std::collections::{HashMap, VecDeque};
use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a session is no longer open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Closed {
    /// By its `sessionEnd`.
    Ended,
    /// It came as a whole.
    Uploaded,
    /// No event for too long.
    Idle,
    /// No movement of the playhead for too long.
    Still,
    /// Too many sessions were open.
    Crowded,
    /// An event of it could not be stored.
    NotStored,
}

impl fmt::Display for Closed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Ended => "it ended",
            Self::Uploaded => "it came as a whole",
            Self::Idle => "no event for too long",
            Self::Still => "the playhead did not move for too long",
            Self::Crowded => "too many sessions are open, and it was idle for longest",
            Self::NotStored => "an event could not be stored",
        })
    }
}

/// Ids of closed sessions that are remembered after the session itself was dropped.
const MAX_FORGOTTEN: usize = 100_000;

/// Closed sessions that were dropped: their ids still get 410 instead of 404.
#[derive(Debug, Default)]
pub(super) struct Forgotten {
    reasons: HashMap<String, Closed>,
    order: VecDeque<String>,
}

impl Forgotten {
    pub(super) fn remember(&mut self, id: String, reason: Closed) {
        if self.order.len() == MAX_FORGOTTEN
            && let Some(oldest) = self.order.pop_front()
        {
            self.reasons.remove(&oldest);
        }
        self.order.push_back(id.clone());
        self.reasons.insert(id, reason);
    }

    pub(super) fn closed(&self, id: &str) -> Option<Closed> {
        self.reasons.get(id).copied()
    }
}
