//! Sessions in the memory of this process, and in its folder if it has one.

use std::sync::Arc;

use media_collection::Api;

use super::{Added, Adding, Opening, Refused, Uploading};
use crate::board::Board;
use crate::log::Log;
use crate::sessions::{Admission, Arrival, Closed, Written};
use crate::storage::Pending;

/// The most sessions that are closed by timeouts before others get the lock.
const MAX_SWEPT: usize = 100;

#[derive(Debug)]
pub(crate) struct Here {
    pub(super) board: Arc<Board>,
}

impl Here {
    pub(super) fn open(&self, log: &Log, opening: Opening<'_>) -> Pending {
        let Opening { client, id, start, beside } = opening;
        let Board { storage, clock, .. } = &*self.board;
        let now = clock.now();
        let (edge, about) = beside.unzip();
        let line = storage.start(now, id, &start, edge.as_deref());
        let (pending, crowded) = {
            let mut sessions = self.board.sessions();
            let pending = storage.send(line);
            let crowded = sessions.start(now, client, id, start, about);
            if let Some(crowded) = &crowded {
                storage.closed(now, crowded, Closed::Crowded);
            }
            (pending, crowded)
        };
        // Writing the log can take long, so nothing is logged under the lock.
        if let Some(crowded) = crowded {
            log.closed(|| tracing::warn!("session {crowded} closed: {}", Closed::Crowded));
        }
        pending
    }

    pub(super) fn add(&self, log: &Log, adding: Adding<'_>) -> Result<Added<Pending>, Refused> {
        let Adding { api, id, event, edge } = adding;
        let Board { storage, clock, .. } = &*self.board;
        let now = clock.now();
        let line = storage.event(now, id, &event, edge);
        let mut sessions = self.board.sessions();
        let Arrival { expired, admission } = sessions.event(now, api, id, event);
        if let Some(reason) = expired {
            storage.closed(now, id, reason);
        }
        let added = match admission {
            Admission::Admitted => Ok(Added { pending: storage.send(line), is_repeated: false }),
            Admission::Repeated => Ok(Added { pending: storage.barrier(id), is_repeated: true }),
            Admission::Unknown => Err(Refused::Unknown),
            Admission::Closed => Err(Refused::Closed),
        };
        drop(sessions);
        if let Some(reason) = expired {
            log.closed(|| tracing::info!("session {id} closed: {reason}"));
        }
        added
    }

    pub(super) fn take(&self, uploading: Uploading<'_>) -> Pending {
        let Uploading { id, origin, events, beside } = uploading;
        let Board { storage, clock, .. } = &*self.board;
        let now = clock.now();
        let (edge, about) = beside.unzip();
        let line = storage.uploaded(now, id, origin, &events, edge.as_deref());
        let ready = self.board.sessions().ready(now);
        let session = ready.judge(id, origin, about, events);
        let mut sessions = self.board.sessions();
        let pending = storage.send(line);
        sessions.uploaded(session);
        pending
    }

    pub(super) fn admits(&self, api: Api, id: &str, event: &Written) -> Admission {
        let now = self.board.clock.now();
        self.board.sessions().admits(now, api, id, event)
    }

    /// A few at a time, so that requests are answered between.
    pub(super) fn sweep(&self, log: &Log) {
        let Board { storage, clock, .. } = &*self.board;
        let now = clock.now();
        loop {
            let closed = {
                let mut sessions = self.board.sessions();
                let closed = sessions.sweep(now, MAX_SWEPT);
                for (id, reason) in &closed {
                    storage.closed(now, id, *reason);
                }
                closed
            };
            for (id, reason) in &closed {
                log.closed(|| tracing::info!("session {id} closed: {reason}"));
            }
            if closed.len() < MAX_SWEPT {
                return;
            }
        }
    }
}
