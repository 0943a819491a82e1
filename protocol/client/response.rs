//! What an response means, and what to do next.

use std::fmt;

use http::header::{HeaderMap, LOCATION, RETRY_AFTER};
use http::{Response, StatusCode};

use crate::wire::{Accepted, Created, ErrorBody, ReportedViolation, SessionId, Uploaded};

impl Created {
    /// Reads the response to a [start](crate::Collector::start).
    ///
    /// # Errors
    ///
    /// Anything but 201 with a usable `Location`; the error says what to do.
    pub fn from_response<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Self, ResponseError> {
        Self::read(response.status(), response.headers(), response.body().as_ref())
    }

    fn read(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Self, ResponseError> {
        if status != StatusCode::CREATED {
            return Err(ResponseError::of(Target::Sessions, status, headers, body));
        }
        let location = headers.get(LOCATION).map(|value| String::from_utf8_lossy(value.as_bytes()));
        match location.and_then(|location| SessionId::from_location(&location)) {
            Some(session_id) => Ok(Self { session_id }),
            None => Err(ResponseError::NoSessionId),
        }
    }
}

impl Accepted {
    /// Reads the response to an [event](crate::Collector::event).
    ///
    /// # Errors
    ///
    /// Anything but success; the error says what to do.
    pub fn from_response<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Self, ResponseError> {
        Self::read(response.status(), response.headers(), response.body().as_ref())
    }

    fn read(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Self, ResponseError> {
        if status.is_success() {
            Ok(Self {})
        } else {
            Err(ResponseError::of(Target::Events, status, headers, body))
        }
    }
}

impl Uploaded {
    /// Reads the response to an [upload](crate::Collector::upload).
    ///
    /// Only 201 counts: a recording is deleted on this word, and a page that asks for a password
    /// is a 200 as well.
    ///
    /// # Errors
    ///
    /// Anything but 201; the error says what to do.
    pub fn from_response<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Self, ResponseError> {
        Self::read(response.status(), response.headers(), response.body().as_ref())
    }

    fn read(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Self, ResponseError> {
        if status == StatusCode::CREATED {
            Ok(Self {})
        } else {
            Err(ResponseError::of(Target::Downloaded, status, headers, body))
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Target {
    Sessions,
    Events,
    Downloaded,
}

/// Why the collector did not take what was sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ResponseError {
    /// The schemas do not allow the body: 400, or another status that blames the body (411,
    /// 413, 414, 415, 422, 431).
    /// Sending the same again is of no use.
    #[error("the collector rejects the body ({status}){}", said(.message.as_ref()))]
    Rejected {
        /// The status.
        status: StatusCode,
        /// What the collector says of it.
        message: Option<String>,
        /// What is wrong with it, from collectors that list it.
        violations: Vec<ReportedViolation>,
    },
    /// The session is unknown (404) or closed (410): what follows belongs to a new session.
    #[error("the session is {} ({status})", if *.status == StatusCode::GONE { "closed" } else { "unknown" })]
    SessionLost {
        /// The status.
        status: StatusCode,
    },
    /// There is no such endpoint here: 405, or 404 or 410 on a session start or an upload.
    #[error("the collector has no such endpoint ({status})")]
    NoEndpoint {
        /// The status.
        status: StatusCode,
    },
    /// The collector cannot take it now: 408, 429 or 5xx.
    #[error("the collector cannot take it now ({status})")]
    Unavailable {
        /// The status.
        status: StatusCode,
        /// When to try again, if it says so.
        retry_after: Option<RetryAfter>,
    },
    /// A session was opened, but its id cannot be read from `Location`.
    #[error("the collector opened a session and gave no usable `Location`")]
    NoSessionId,
    /// A response that no collector gives, such as a redirection or a demand for credentials:
    /// something on the way responseed, or the address is another service's.
    #[error("the response is not a collector's ({status})")]
    Unexpected {
        /// The status.
        status: StatusCode,
    },
}

fn said(message: Option<&String>) -> String {
    message.map_or_else(String::new, |message| format!(": {message}"))
}

/// What to do after an response that was not a success.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NextStep {
    /// Correct what was sent, or set it aside: the same will be rejected again.
    FixOrSetAside,
    /// Open a new session, with `media.resume: true`, and report there.
    StartNewSession,
    /// Keep it, and check the collector's address and the way there; for an upload, the
    /// deprecated endpoint may be there.
    CheckAddress,
    /// Keep it and send the same again later.
    TryLater(Option<RetryAfter>),
}

impl fmt::Display for NextStep {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FixOrSetAside => {
                to.write_str("correct it or set it aside: it will be rejected again")
            }
            Self::StartNewSession => to.write_str("open a new session and report there"),
            Self::CheckAddress => to.write_str("check the collector's address and the way there"),
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
            Self::Rejected { .. } => NextStep::FixOrSetAside,
            Self::SessionLost { .. } => NextStep::StartNewSession,
            Self::NoEndpoint { .. } => NextStep::CheckAddress,
            Self::Unavailable { retry_after, .. } => NextStep::TryLater(retry_after.clone()),
            Self::Unexpected { status } if status.is_redirection() || status.is_client_error() => {
                NextStep::CheckAddress
            }
            Self::NoSessionId | Self::Unexpected { .. } => NextStep::TryLater(None),
        }
    }

    fn of(target: Target, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        match status {
            StatusCode::NOT_FOUND | StatusCode::GONE if target == Target::Events => {
                Self::SessionLost { status }
            }
            StatusCode::NOT_FOUND | StatusCode::GONE | StatusCode::METHOD_NOT_ALLOWED => {
                Self::NoEndpoint { status }
            }
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => {
                Self::unavailable(status, headers)
            }
            _ if status.is_server_error() => Self::unavailable(status, headers),
            StatusCode::BAD_REQUEST
            | StatusCode::LENGTH_REQUIRED
            | StatusCode::PAYLOAD_TOO_LARGE
            | StatusCode::URI_TOO_LONG
            | StatusCode::UNSUPPORTED_MEDIA_TYPE
            | StatusCode::UNPROCESSABLE_ENTITY
            | StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => Self::rejected(status, body),
            // The API asks for no credentials: 401, 403, 407 and the like come from something on
            // the way, and say nothing of the body.
            _ => Self::Unexpected { status },
        }
    }

    fn unavailable(status: StatusCode, headers: &HeaderMap) -> Self {
        let retry_after = headers.get(RETRY_AFTER).and_then(|value| {
            let text = value.to_str().ok()?.trim();
            // Every form of an HTTP date begins with a day of the week.
            let date = || text.starts_with(|first: char| first.is_ascii_alphabetic());
            let seconds = text.parse().ok().map(RetryAfter::Seconds);
            seconds.or_else(|| date().then(|| RetryAfter::Date(text.to_owned())))
        });
        Self::Unavailable { status, retry_after }
    }

    /// The body is an object with a message, or anything at all.
    fn rejected(status: StatusCode, body: &[u8]) -> Self {
        const MAX_BYTES: usize = 4096;
        let ErrorBody { message, violations } = serde_json::from_slice(body).unwrap_or_else(|_| {
            let text = String::from_utf8_lossy(&body[..body.len().min(MAX_BYTES)]);
            let text = text.trim();
            ErrorBody {
                message: (!text.is_empty()).then(|| text.to_owned()),
                violations: Vec::new(),
            }
        });
        Self::Rejected { status, message, violations }
    }
}

/// When to try again, as the collector says it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryAfter {
    /// After so many seconds.
    Seconds(u64),
    /// At this HTTP date, as text: this crate has no clock.
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
