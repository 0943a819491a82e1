//! What stands between two requests of an online session: what comes next, what came, and what that
//! leads to.

use http::StatusCode;

use super::outcome::{Renewal, StopReason};
use super::response_error::ResponseError;
use crate::event::{Event, EventBody, PlayerTime};
use crate::wire::{Accepted, Created, ResponseParts, SessionId};

/// What the next request contains.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Next {
    /// The start, at this time.
    Start(PlayerTime),
    /// An event that restores a state or ends a session that is over.
    Generated,
    Recorded(Head),
}

/// The recorded event at the head of the queue.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head {
    pub(super) time: PlayerTime,
    /// Playback begins, or an ad.
    pub(super) wakes: bool,
}

impl Head {
    pub(crate) const fn of(event: &Event) -> Self {
        let wakes = matches!(event.body, EventBody::Play { .. } | EventBody::AdStart { .. });
        Self { time: event.player_time, wakes }
    }
}

/// What has to happen before the next request can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    /// Nothing.
    Send,
    /// Give the recorded events times after those that were sent.
    Adjust,
    /// Do not send the recorded event at the head: the playhead stands still.
    Withhold,
    /// Generate the events that end the present session, which is over.
    End(Renewal),
    /// Open a new session, in place of the present one.
    Renew(Renewal),
}

/// What came for a request.
#[derive(Debug)]
pub(crate) enum Reply {
    Created(Created),
    Accepted,
    /// The collector has no such session.
    Lost(ResponseError),
    Rejected(ResponseError),
    /// Anything else; `None` if nothing came.
    Failed(Option<ResponseError>),
}

impl Reply {
    /// The response to a start, or to an event; of a session of Media Edge if that is known.
    pub(crate) fn of(response: &ResponseParts<'_>, is_start: bool, is_of_edge: bool) -> Self {
        let error = if is_start {
            match Created::from_response(response) {
                Ok(created) => return Self::Created(created),
                Err(error) => error,
            }
        } else {
            match Accepted::from_response(response) {
                Ok(_) => return Self::Accepted,
                Err(error) => error,
            }
        };
        match error {
            ResponseError::SessionLost { .. } => Self::Lost(error),
            // The documentation of Media Edge advises not to send the request again.
            ResponseError::Unavailable { status, .. }
                if is_of_edge && !is_start && status == StatusCode::INTERNAL_SERVER_ERROR =>
            {
                Self::Rejected(error)
            }
            ResponseError::Rejected { .. } | ResponseError::NoMediaAnalytics => {
                Self::Rejected(error)
            }
            error => Self::Failed(Some(error)),
        }
    }
}

/// What a reply leads to.
#[derive(Debug)]
pub(crate) enum Step {
    /// The session is open.
    Opened(SessionId),
    /// The request leaves the queue.
    Arrived,
    /// The event leaves the queue, and is handed back.
    SetAside(Option<ResponseError>),
    /// The request stays.
    Kept { due: i64, reason: Option<ResponseError> },
    /// A new session is to be opened in place of the present one.
    Renew(Option<ResponseError>),
    /// The session has ended: what is left of it, or of its generated end, is not sent.
    Closed,
    /// Nothing is sent until the caller says so.
    Stopped(StopReason, Option<ResponseError>),
}
