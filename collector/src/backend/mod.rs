//! Where sessions and their events are: what a collector needs to respond.
//!
//! By default that is the memory of this process, and a folder. Several collectors share NATS JetStream.

mod here;

use std::fmt;
use std::sync::Arc;

use media_collection::Api;
use serde_json::value::RawValue;
use tokio::runtime::Handle;

use self::here::Here;
use crate::board::Board;
use crate::connections::Client;
use crate::log::Log;
use crate::metrics::Page;
#[cfg(feature = "nats")]
use crate::nats::{self, Nats};
use crate::sessions::{Admission, EdgeAbout, Origin, Rejected, Written};
use crate::storage;

/// What Media Edge has beside an event: as it is stored, and what the page shows of it.
pub(crate) type Beside = (Box<RawValue>, EdgeAbout);

/// Where the sessions are.
#[derive(Debug)]
pub(crate) enum Backend {
    /// In this process.
    Here(Here),
    /// In NATS JetStream.
    #[cfg(feature = "nats")]
    Nats(Arc<Nats>),
}

/// The most sessions that are judged again before the timeouts are looked at.
const MAX_JUDGED: usize = 500;

/// A session that a client opens.
#[derive(Debug)]
pub(crate) struct Opening<'o> {
    pub(crate) client: Client,
    pub(crate) id: &'o str,
    pub(crate) start: Written,
    pub(crate) beside: Option<Beside>,
}

/// An event for a session. `edge` is what Media Edge has beside it.
#[derive(Debug)]
pub(crate) struct Adding<'a> {
    pub(crate) api: Api,
    pub(crate) id: &'a str,
    pub(crate) event: Written,
    pub(crate) edge: Option<&'a RawValue>,
}

/// A session that was uploaded in one request.
#[derive(Debug)]
pub(crate) struct Uploading<'u> {
    pub(crate) id: &'u str,
    pub(crate) origin: Origin,
    pub(crate) events: Vec<Written>,
    pub(crate) beside: Option<Beside>,
}

/// An event that is being stored.
#[derive(Debug)]
pub(crate) struct Added<P = Pending> {
    pub(crate) pending: P,
    /// It is an end that was received before: what waits is that one.
    pub(crate) is_repeated: bool,
}

/// Why an event is not added.
#[derive(Debug)]
// What is in this process can always be asked.
#[cfg_attr(not(feature = "nats"), expect(dead_code))]
pub(crate) enum Refused {
    /// Its session is not known.
    Unknown,
    /// Its session is closed.
    Closed,
    /// Where the sessions are cannot be asked now. The text says why.
    Unavailable(String),
}

/// Why what a request says is not stored.
#[derive(Debug)]
pub(crate) enum Unstored {
    /// The disk failed.
    Failed(String),
    /// It can be stored later: the client has to send it again.
    Later(String),
}

/// What is being stored.
#[derive(Debug)]
pub(crate) enum Pending {
    Here(storage::Pending),
    #[cfg(feature = "nats")]
    Nats(nats::Pending),
}

impl Backend {
    /// In this process.
    pub(crate) fn here(board: Arc<Board>) -> Self {
        Self::Here(Here { board })
    }

    /// The sessions that the page of this collector shows, if they are in this process. If they are not,
    /// these are none, with the requests that this collector rejected.
    pub(crate) fn board(&self) -> &Arc<Board> {
        match self {
            Self::Here(here) => &here.board,
            #[cfg(feature = "nats")]
            Self::Nats(nats) => nats.board(),
        }
    }

    /// The runtime on which requests are best answered: that of their tasks here.
    pub(crate) fn runtime(&self) -> Handle {
        match self {
            Self::Here(_) => Handle::current(),
            #[cfg(feature = "nats")]
            Self::Nats(nats) => nats.runtime().unwrap_or_else(Handle::current),
        }
    }

    /// Writes how many sessions there are, and what waits to be stored.
    pub(crate) fn write_metrics(&self, page: &mut Page<'_>) -> fmt::Result {
        match self {
            Self::Here(here) => here.board.write_metrics(page),
            #[cfg(feature = "nats")]
            Self::Nats(nats) => nats.write_metrics(page),
        }
    }

    /// Whether so much waits to be stored that nothing more may be accepted.
    pub(crate) fn is_behind(&self) -> bool {
        match self {
            Self::Here(here) => here.board.storage.is_behind(),
            #[cfg(feature = "nats")]
            Self::Nats(nats) => nats.is_behind(),
        }
    }

    /// Opens a session.
    pub(crate) fn open(&self, log: &Log, opening: Opening<'_>) -> Pending {
        match self {
            Self::Here(here) => Pending::Here(here.open(log, opening)),
            #[cfg(feature = "nats")]
            Self::Nats(nats) => Pending::Nats(nats.open_session(opening)),
        }
    }

    /// Adds an event to its session, unless it is an end that was added before.
    pub(crate) async fn add(&self, log: &Log, adding: Adding<'_>) -> Result<Added, Refused> {
        match self {
            Self::Here(here) => here.add(log, adding).map(|added| added.map(Pending::Here)),
            #[cfg(feature = "nats")]
            Self::Nats(nats) => nats.add(adding).await.map(|added| added.map(Pending::Nats)),
        }
    }

    /// Takes a session that was uploaded in one request.
    pub(crate) fn take(&self, uploading: Uploading<'_>) -> Pending {
        match self {
            Self::Here(here) => Pending::Here(here.take(uploading)),
            #[cfg(feature = "nats")]
            Self::Nats(nats) => Pending::Nats(nats.take(uploading)),
        }
    }

    /// Whether an event may be added to its session.
    pub(crate) async fn admits(
        &self,
        api: Api,
        id: &str,
        event: &Written,
    ) -> Result<Admission, Unstored> {
        match self {
            Self::Here(here) => Ok(here.admits(api, id, event)),
            #[cfg(feature = "nats")]
            Self::Nats(nats) => nats.admits(api, id, event).await.map_err(Unstored::Later),
        }
    }

    /// The name of a session's player.
    pub(crate) async fn player(&self, id: &str) -> Option<String> {
        match self {
            Self::Here(here) => here.board.sessions().player(id),
            #[cfg(feature = "nats")]
            Self::Nats(nats) => nats.player(id).await,
        }
    }

    /// Records a rejected request for the page.
    pub(crate) async fn reject(&self, rejected: Rejected) {
        match self {
            Self::Here(here) => here.board.sessions().reject(rejected),
            #[cfg(feature = "nats")]
            Self::Nats(nats) => nats.reject(rejected).await,
        }
    }

    /// Closes the sessions that timed out, if nobody else does it.
    pub(crate) fn sweep(&self, log: &Log) {
        match self {
            Self::Here(here) => here.sweep(log),
            #[cfg(feature = "nats")]
            Self::Nats(_) => {}
        }
    }

    /// Whether sessions have ended in which not everything was found.
    pub(crate) fn has_unjudged(&self) -> bool {
        self.board().sessions().has_unjudged()
    }

    /// Finds it in some of them.
    pub(crate) fn judge_finished(&self) {
        self.board().judge_finished(MAX_JUDGED);
    }

    /// Waits until what was accepted is stored, and gives up what other collectors can go on with.
    pub(crate) async fn stop(&self) {
        match self {
            // The last to hold it waits until everything is written.
            Self::Here(_) => {}
            #[cfg(feature = "nats")]
            Self::Nats(nats) => nats.stop().await,
        }
    }

    /// Waits until something is stored. If that fails for good, its session is closed, so that the client
    /// opens another one and no session here has a gap.
    pub(crate) async fn stored(&self, pending: Pending) -> Result<(), Unstored> {
        match pending {
            Pending::Here(pending) => pending.written().await.map_err(|problem| {
                // Whoever takes the lock closes the session.
                drop(self.board().sessions());
                Unstored::Failed(problem)
            }),
            #[cfg(feature = "nats")]
            Pending::Nats(pending) => pending.stored().await.map_err(Unstored::Later),
        }
    }
}

impl<P> Added<P> {
    fn map<Q>(self, map: impl FnOnce(P) -> Q) -> Added<Q> {
        Added { pending: map(self.pending), is_repeated: self.is_repeated }
    }
}
