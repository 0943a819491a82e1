//! Why a request was not accepted, and what to do next.

use std::fmt;

use http::StatusCode;

use crate::constraints::EncodeError;
use crate::wire::{ReportedViolation, ResponseParts};

/// Why the collector did not accept a request, or none could be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ResponseError {
    /// The request is invalid: 400, or another status that blames the request (411, 413, 414,
    /// 415, 422, 431). The same request would be rejected again.
    #[error("the collector rejects the request ({status}){}", said(.message.as_ref()))]
    Rejected {
        /// The status.
        status: StatusCode,
        /// The collector's message.
        message: Option<String>,
        /// The violations, from collectors that list them.
        violations: Vec<ReportedViolation>,
    },
    /// The session is unknown (404) or closed (410): further events need a new session.
    #[error("the session is {} ({status})", if *.status == StatusCode::GONE { "closed" } else { "unknown" })]
    SessionLost {
        /// The status.
        status: StatusCode,
    },
    /// The collector has no such endpoint: 405, or 404 or 410 for a session start or an upload.
    #[error("the collector has no such endpoint ({status})")]
    NoEndpoint {
        /// The status.
        status: StatusCode,
    },
    /// The collector is temporarily unavailable: 408, 429 or 5xx.
    #[error("the collector is temporarily unavailable ({status})")]
    Unavailable {
        /// The status.
        status: StatusCode,
        /// When to try again, from the header `Retry-After`.
        retry_after: Option<RetryAfter>,
    },
    /// A session was opened, but its id cannot be read from `Location`.
    #[error("the collector opened a session, but its `Location` has no usable session id")]
    NoSessionId,
    /// Media Edge took the start and opened no session: the datastream has no Media Analytics service.
    /// It has to be enabled there.
    #[error("the datastream has no Media Analytics service: enable it there")]
    NoMediaAnalytics,
    /// No request was made, because the collector's API has no form for a value.
    #[error(transparent)]
    NotEncoded(EncodeError),
    /// A response that no collector sends, such as a redirect or a 401: a proxy or captive portal
    /// responded, or the address belongs to another service.
    #[error("the response is not a collector's ({status})")]
    Unexpected {
        /// The status.
        status: StatusCode,
    },
}

fn said(message: Option<&String>) -> String {
    message.map_or_else(String::new, |message| format!(": {message}"))
}

/// What to do after a response that is not a success.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NextStep {
    /// Correct the request, or set it aside: it would be rejected again.
    FixOrSetAside,
    /// Open a new session, with `media.resume: true`, and send further events to it.
    StartNewSession,
    /// Keep the request, and check the collector's address and the network. For an upload, the
    /// collector may have only the deprecated endpoint.
    CheckAddress,
    /// Keep the request and send it again later.
    TryLater(Option<RetryAfter>),
}

impl fmt::Display for NextStep {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FixOrSetAside => {
                to.write_str("correct it or set it aside: it would be rejected again")
            }
            Self::StartNewSession => to.write_str("open a new session and report to it"),
            Self::CheckAddress => to.write_str("check the collector's address and the network"),
            Self::TryLater(None) => to.write_str("send it again later"),
            Self::TryLater(Some(RetryAfter::Seconds(seconds))) => {
                write!(to, "send it again in {seconds} s")
            }
            Self::TryLater(Some(RetryAfter::Date(date))) => {
                write!(to, "send it again after {date}")
            }
        }
    }
}

impl ResponseError {
    /// What to do about it.
    #[must_use]
    pub fn next(&self) -> NextStep {
        match self {
            Self::Rejected { .. } | Self::NoMediaAnalytics | Self::NotEncoded(_) => {
                NextStep::FixOrSetAside
            }
            Self::SessionLost { .. } => NextStep::StartNewSession,
            Self::NoEndpoint { .. } => NextStep::CheckAddress,
            Self::Unavailable { retry_after, .. } => NextStep::TryLater(retry_after.clone()),
            Self::Unexpected { status } if status.is_redirection() || status.is_client_error() => {
                NextStep::CheckAddress
            }
            Self::NoSessionId | Self::Unexpected { .. } => NextStep::TryLater(None),
        }
    }

    /// The status of the response; `None` for a start that opened no session or whose session id cannot
    /// be read, and if no request was made.
    #[must_use]
    pub const fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Rejected { status, .. }
            | Self::SessionLost { status }
            | Self::NoEndpoint { status }
            | Self::Unavailable { status, .. }
            | Self::Unexpected { status } => Some(*status),
            Self::NoSessionId | Self::NoMediaAnalytics | Self::NotEncoded(_) => None,
        }
    }

    pub(super) fn unavailable(status: StatusCode, response: &ResponseParts<'_>) -> Self {
        let retry_after = response.retry_after().and_then(|text| {
            let text = text.trim();
            // Every form of an HTTP date starts with a day of the week.
            let date = || text.starts_with(|first: char| first.is_ascii_alphabetic());
            let seconds = text.parse().ok().map(RetryAfter::Seconds);
            seconds.or_else(|| date().then(|| RetryAfter::Date(text.to_owned())))
        });
        Self::Unavailable { status, retry_after }
    }
}

/// The value of the header `Retry-After`. [`moment`](Self::moment) is its time in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// After this many seconds.
    Seconds(u64),
    /// At this HTTP date, as text.
    Date(String),
}

impl fmt::Display for RetryAfter {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seconds(seconds) => write!(to, "{seconds} s"),
            Self::Date(date) => to.write_str(date),
        }
    }
}
