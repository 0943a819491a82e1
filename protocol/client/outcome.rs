//! Requests in flight, and what their responses led to.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use http::Request;

use super::collector::Collector;
use super::response::ResponseError;
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
    /// The request, for HTTP stacks that do not use the `http` crate.
    pub call: Call,
}

impl Outgoing {
    /// The request to send.
    #[must_use]
    pub fn request(self, collector: &Collector) -> Request<Vec<u8>> {
        collector.request(self.call)
    }
}

impl fmt::Debug for Outgoing {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Outgoing")
            .field("ticket", &self.ticket)
            .field("attempts", &self.attempts)
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
        /// Why it was not accepted; `None` if no response came. A start that is
        /// [rejected](ResponseError::Rejected) has to be corrected first.
        reason: Option<ResponseError>,
    },
    /// The collector rejected it and would reject it again, so it is not sent again. Events that
    /// depend on a rejected event, such as an ad on its break, are still sent; the collector
    /// ignores them.
    SetAside {
        /// The event of an online session; a downloaded session stays in its store.
        event: Option<Box<Event>>,
        /// Why it was rejected.
        reason: ResponseError,
    },
    /// The collector has lost the online session: the next request opens a new one in the same
    /// state.
    Reopening,
    /// The collector closed the online session before its end was reported: nothing is left to
    /// send.
    Closed,
    /// The ticket is stale: nothing has changed.
    Stale,
}
