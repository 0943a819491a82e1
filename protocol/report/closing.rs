//! When the back end closes a session.

use serde::{Deserialize, Serialize};

use super::open::Open;
use crate::session::time_limits::{MAX_SILENCE, MAX_STANDSTILL};

/// Why a session is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum CloseReason {
    /// `sessionEnd` was received, or a batch of downloaded content was complete.
    End,
    /// 10 minutes passed without an event.
    Silence,
    /// 30 minutes passed in which the playhead did not change.
    Standstill,
    /// A batch of downloaded content is over, without `sessionComplete` and `sessionEnd`.
    EndOfBatch,
}

/// How a session is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Closing {
    /// Why.
    pub reason: CloseReason,
    /// When, by the clock of the player: milliseconds since the Unix epoch.
    pub ts: i64,
}

impl Open {
    /// How the back end closes the session if no event follows.
    pub(super) fn left_alone(&self) -> Closing {
        let Self { last, moved_at, is_downloaded, .. } = self;
        if *is_downloaded {
            return Closing { reason: CloseReason::EndOfBatch, ts: last.ts };
        }
        let silent = last.ts.saturating_add(MAX_SILENCE);
        let still = moved_at.saturating_add(MAX_STANDSTILL);
        if silent <= still {
            Closing { reason: CloseReason::Silence, ts: silent }
        } else {
            Closing { reason: CloseReason::Standstill, ts: still }
        }
    }

    /// How the back end closed the session before an event with this timestamp.
    pub(super) fn closed_before(&self, ts: i64) -> Option<Closing> {
        if self.is_downloaded {
            return None;
        }
        Some(self.left_alone()).filter(|closing| closing.ts < ts)
    }
}
