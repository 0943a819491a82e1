//! Why sessions are closed, and which ids belong to closed sessions.

use std::collections::{HashMap, VecDeque};
use std::fmt;

use media_collection::Api;
use serde::{Deserialize, Serialize};

use super::id::Id;

/// Why a session is no longer open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Closed {
    /// It received its `sessionEnd`.
    Ended,
    /// It was uploaded in one request.
    Uploaded,
    /// It received no event for too long.
    Idle,
    /// Its playhead did not move for too long.
    Still,
    /// It was open for too long: Media Edge takes no events after a day.
    Old,
    /// Too many sessions were open.
    Crowded,
    /// One of its events could not be stored.
    NotStored,
    /// Its viewer was forgotten: nothing of it is left.
    Forgotten,
}

impl Closed {
    /// Its name, as it is stored.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::Uploaded => "uploaded",
            Self::Idle => "idle",
            Self::Still => "still",
            Self::Old => "old",
            Self::Crowded => "crowded",
            Self::NotStored => "not-stored",
            Self::Forgotten => "forgotten",
        }
    }
}

impl fmt::Display for Closed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Ended => "it ended",
            Self::Uploaded => "it was uploaded in one request",
            Self::Idle => "no event for too long",
            Self::Still => "the playhead did not move for too long",
            Self::Old => "it was open for too long",
            Self::Crowded => "too many sessions are open, and it was idle for longest",
            Self::NotStored => "an event could not be stored",
            Self::Forgotten => "its viewer was forgotten",
        })
    }
}

/// The most ids of dropped sessions that are remembered.
pub(crate) const MAX_FORGOTTEN: usize = 100_000;

/// The ids of closed sessions that were dropped: requests for them get 410 instead of 404.
#[derive(Debug, Default)]
pub(super) struct Forgotten {
    reasons: HashMap<Id, (Api, Closed)>,
    order: VecDeque<Id>,
}

impl Forgotten {
    pub(super) fn remember(&mut self, api: Api, id: Id, reason: Closed) {
        if self.order.len() == MAX_FORGOTTEN
            && let Some(oldest) = self.order.pop_front()
        {
            self.reasons.remove(&oldest);
        }
        self.order.push_back(id.clone());
        self.reasons.insert(id, (api, reason));
    }

    /// Those that were closed, the longest first: from this one on.
    #[cfg(feature = "nats")]
    pub(super) fn from(&self, first: usize) -> impl Iterator<Item = (Id, Api, Closed)> {
        let of = |id: &Id| self.reasons.get(id).map(|(api, reason)| (id.clone(), *api, *reason));
        self.order.iter().skip(first).filter_map(of)
    }

    /// How many there are.
    #[cfg(feature = "nats")]
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    pub(super) fn closed(&self, api: Api, id: &Id) -> Option<Closed> {
        let is_of = |(of, reason): &&(Api, Closed)| *of == api || *reason == Closed::Forgotten;
        self.reasons.get(id).filter(is_of).map(|(_, reason)| *reason)
    }
}
