//! Requests in flight, and what their responses led to.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use http::Request;
use serde::{Deserialize, Serialize};

use super::collector::Collector;
use super::response_error::ResponseError;
use crate::constraints::EncodeError;
use crate::event::Event;
use crate::wire::{Call, SessionId};

/// Identifies one attempt to send a request, so that its response is not mistaken for another's.
///
/// Pass it back with the response, or to report that none came. A ticket is stale, and changes
/// nothing, once its response was processed or the same request was returned with a new ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ticket(u64);

impl Ticket {
    /// A ticket that is unique in this process.
    pub(crate) fn new() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed))
    }
}

/// A request that the caller is to send.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HandedOut {
    pub(crate) ticket: Ticket,
    /// False if the caller reported that no response came. A late response is still processed,
    /// until the request is handed out again.
    pub(crate) in_flight: bool,
}

impl HandedOut {
    pub(crate) fn new() -> Self {
        Self { ticket: Ticket::new(), in_flight: true }
    }
}

/// A request to send, and the ticket to pass back with its response.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
#[must_use = "send the request, or report with `not_sent` that it was not sent"]
pub struct Outgoing {
    /// The ticket of the request.
    pub ticket: Ticket,
    /// How often the same request was sent before.
    pub attempts: u32,
    /// Why the request opens a new session in place of one; `None` if it does not.
    pub renewal: Option<Renewal>,
    /// The request, for HTTP stacks that do not use the `http` crate.
    pub call: Call,
}

impl Outgoing {
    /// The request to send.
    ///
    /// # Errors
    ///
    /// When the collector's API is Media Edge, and has no form for a value. Report it with
    /// [`not_encoded`](crate::Recorder::not_encoded), or correct the start; otherwise the same request
    /// comes next. The Media Collection API has a form for every request.
    pub fn request(self, collector: &Collector) -> Result<Request<Vec<u8>>, EncodeError> {
        collector.request(self.call)
    }
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Outgoing")
            .field("ticket", &self.ticket)
            .field("attempts", &self.attempts)
            .field("renewal", &self.renewal)
            .field("call", &self.call)
            .finish()
    }
}

/// What to do next for an online recorder.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NextRequest {
    /// Send this request.
    Send(Outgoing),
    /// Ask again at this time.
    Wait {
        /// In milliseconds since the Unix epoch.
        until: i64,
    },
    /// Nothing to send until another event is recorded.
    Nothing,
    /// Nothing is sent, and nothing is lost, until
    /// [`try_again`](crate::Recorder::try_again) is called or the start is
    /// [corrected](crate::Recorder::start_mut).
    Stopped(StopReason),
}

/// Why a new session is opened at the collector in place of the present one. It continues in the
/// same state, with `media.resume`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Renewal {
    /// The collector has lost the session: it responded 404 or 410, twice.
    Lost,
    /// No event for ten minutes: the back end has closed the session.
    Silence,
    /// The playhead stood still for half an hour: the session was ended then. The new one begins
    /// with the first event that moves the playhead, begins playback or begins an ad. Events in
    /// between are not sent; their effect on the state is restored.
    Standstill,
    /// The session was 24 hours old, and was ended, as the official SDKs do.
    Age,
    /// The device's clock was set, and events with times that turned out to be wrong had been sent:
    /// the session was ended, and the new one has the right times.
    ClockSet,
}

/// Why nothing more is sent of an online session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum StopReason {
    /// The collector rejected the start, and would reject it again: it has to be corrected.
    StartRejected,
    /// The start was sent as often as the options allow, without success.
    StartNotTaken,
    /// The collector opened new sessions, and lost one after the other.
    SessionsLost,
}

impl fmt::Display for StopReason {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::StartRejected => "the collector rejects the start of the session: correct it",
            Self::StartNotTaken => "the start of the session was sent too often without success",
            Self::SessionsLost => "the collector lost each session that it opened",
        })
    }
}

/// What the attempt to send a request led to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
#[must_use = "what is set aside is not sent again"]
pub enum Outcome {
    /// The online session is open under this id.
    Opened(SessionId),
    /// The event, or the downloaded session, arrived.
    Arrived,
    /// It was not accepted, or no response came: it is kept and sent again.
    Kept {
        /// When to send it again, in milliseconds since the Unix epoch.
        due: i64,
        /// Why it was not accepted; `None` if no response came. A session that the collector does
        /// not know is [asked for once more](ResponseError::SessionLost) before it is replaced.
        reason: Option<ResponseError>,
    },
    /// It is not sent again: the collector rejected it and would reject it again, or it was sent as
    /// often as the options allow. Events that depend on such an event, as an ad does on its break,
    /// are still sent; the collector ignores them.
    SetAside {
        /// The event of an online session; a downloaded session stays in its store.
        event: Option<Box<Event>>,
        /// Why the last attempt failed; `None` if no response came.
        reason: Option<ResponseError>,
    },
    /// The collector has lost the online session: the next request opens a new one in the same
    /// state.
    Reopening {
        /// When it is due, in milliseconds since the Unix epoch. A session that did not last is not
        /// replaced at once.
        due: i64,
    },
    /// The collector closed the online session before all of its end was reported: nothing of it is
    /// left to send.
    Closed,
    /// Nothing more is sent of the online session, and nothing is lost. A store sets it aside.
    Stopped {
        /// What has to be done.
        why: StopReason,
        /// The last response; `None` if none came.
        reason: Option<ResponseError>,
    },
    /// The ticket is stale: nothing has changed.
    Stale,
}
