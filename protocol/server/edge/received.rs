//! What a request contains.

use super::head::Head;
use super::reason::Reason;
use super::reply::Reply;
use super::route::Route;
use crate::event::{Event, SessionStart};
use crate::media_edge::{Envelope, Item};
use crate::session::DownloadedSession;

/// What a request of the Media Edge API contains.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Received {
    /// The endpoint.
    pub route: Route,
    /// What the request says besides its body.
    pub head: Head,
    /// What is valid, in the order of the request. Requests to `/v1/interact` and `/v1/collect` may have
    /// nothing for Media Analytics.
    pub items: Vec<ReceivedItem>,
    /// What stands around all items.
    pub envelope: Envelope,
    /// What is not valid and is answered with a 207: the index of the event, or `None` for the request as
    /// a whole, and why. [`reply`](Self::reply) says it.
    pub errors: Vec<(Option<usize>, Reason)>,
}

/// An item of a request's `events`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReceivedItem {
    /// Its index in `events`.
    pub index: usize,
    /// What it is.
    pub content: ReceivedContent,
}

/// What an item of a request's `events` is. The items have their envelopes: nothing is lost.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ReceivedContent {
    /// The start of an online session.
    Start(Box<Item<SessionStart>>),
    /// An event of an open session.
    Event {
        /// The session's id, from the body.
        session_id: String,
        /// The event.
        item: Box<Item<Event>>,
    },
    /// A downloaded session.
    Downloaded(Box<Item<DownloadedSession>>),
}

impl Received {
    /// The reply, if everything that is valid is accepted. A start or a downloaded session needs its
    /// [id](Reply::open).
    #[must_use]
    pub fn reply(&self) -> Reply {
        let mut reply = Reply::new(self.route, self.head.clone());
        for (index, reason) in &self.errors {
            reply.reject(*index, reason.clone());
        }
        reply
    }
}
