//! Requests that were handed out, and what came of them.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use http::Request;

use super::collector::Collector;
use super::response::ResponseError;
use crate::event::Event;
use crate::wire::{Call, SessionId};

/// Names a request that was handed out, so that its response is taken for no other.
///
/// It goes back with the response, or with the news that none came. Once its response was taken, or
/// the same request was handed out again, a ticket is stale and changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ticket(u64);

impl Ticket {
    /// A ticket that no other request of this process has.
    pub(crate) fn new() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Self(LAST.fetch_add(1, Ordering::Relaxed))
    }
}

/// A request that was handed out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HandedOut {
    pub(crate) ticket: Ticket,
    /// Not if the caller gave up waiting. A late response still counts, until the request is handed
    /// out again.
    pub(crate) under_way: bool,
}

impl HandedOut {
    pub(crate) fn new() -> Self {
        Self { ticket: Ticket::new(), under_way: true }
    }
}

/// A request to send, and the ticket to hand back with its response.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
#[must_use = "a request that is not sent is handed back with `not_sent`"]
pub struct Outgoing {
    /// The ticket of the request.
    pub ticket: Ticket,
    /// How often the same was sent before.
    pub attempts: u32,
    /// What to send, for stacks that do not speak the `http` crate.
    pub call: Call,
}

impl Outgoing {
    /// What to send.
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

/// What an online recorder wants next.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NextRequest {
    /// Send this.
    Send(Outgoing),
    /// Come back then.
    Wait {
        /// In milliseconds since the Unix epoch.
        until: i64,
    },
    /// There is nothing to send until something is recorded.
    Nothing,
}

/// What came of a request.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
#[must_use = "a session that is set aside is not sent again"]
pub enum Outcome {
    /// The online session is open under this id.
    Opened(SessionId),
    /// The event, or the downloaded session, arrived.
    Arrived,
    /// It was not taken, or no response came: it is kept and sent again.
    Kept {
        /// When, in milliseconds since the Unix epoch.
        due: i64,
        /// What the collector said; `None` if it said nothing. A start that is
        /// [rejected](ResponseError::Rejected) has to be corrected first.
        reason: Option<ResponseError>,
    },
    /// The collector rejects it, and always will: it is not sent again. What depends on a rejected
    /// event, as an ad on its break, is still sent, and ignored by the collector.
    SetAside {
        /// The event of an online session; a downloaded session stays in its store.
        event: Option<Box<Event>>,
        /// Why it was rejected.
        reason: ResponseError,
    },
    /// The collector has lost the online session: the next request opens a new one in the same
    /// state.
    Reopening,
    /// The collector has closed the online session before its end was reported: there is nothing
    /// left to say.
    Closed,
    /// The ticket is stale: nothing has changed.
    Stale,
}
