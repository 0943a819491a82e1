//! What a response means, and what to do next.

use std::borrow::Cow;
use std::fmt;

use http::header::{HeaderMap, HeaderName, LOCATION, RETRY_AFTER};
use http::{Response, StatusCode};

use crate::wire::{
    Accepted, Created, ErrorBody, ReportedViolation, ResponseParts, SessionId, Uploaded,
};

impl<'a, B: AsRef<[u8]>> From<&'a Response<B>> for ResponseParts<'a> {
    fn from(response: &'a Response<B>) -> Self {
        let mut parts = Self::new(response.status().as_u16())
            .expect("the status of an HTTP response is from 100 to 999")
            .with_body(response.body());
        if let Some(location) = text_of(response.headers(), &LOCATION) {
            parts = parts.with_location(location);
        }
        if let Some(retry_after) = text_of(response.headers(), &RETRY_AFTER) {
            parts = parts.with_retry_after(retry_after);
        }
        parts
    }
}

fn text_of<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<Cow<'a, str>> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()))
}

fn status_of(response: &ResponseParts<'_>) -> StatusCode {
    StatusCode::from_u16(response.status()).expect("`ResponseParts::new` checked the status")
}

impl Created {
    /// Reads the response to a [start](crate::Collector::start): an `&http::Response`, or
    /// [`ResponseParts`].
    ///
    /// The documented status is 201. Another 2xx with a usable `Location` opens the session too: to
    /// send the start again would open a second one.
    ///
    /// # Errors
    ///
    /// For anything but 2xx with a usable `Location`. See [`ResponseError::next`].
    pub fn from_response<'r>(
        response: impl Into<ResponseParts<'r>>,
    ) -> Result<Self, ResponseError> {
        let response = response.into();
        let status = status_of(&response);
        if status.is_success()
            && let Some(session_id) = response.location().and_then(SessionId::from_location)
        {
            return Ok(Self { session_id });
        }
        // The login page of a captive portal is a 200 as well.
        if status == StatusCode::CREATED {
            return Err(ResponseError::NoSessionId);
        }
        Err(ResponseError::of(Target::Sessions, status, &response))
    }
}

impl Accepted {
    /// Reads the response to an [event](crate::Collector::event): an `&http::Response`, or
    /// [`ResponseParts`].
    ///
    /// # Errors
    ///
    /// For anything but a 2xx status. See [`ResponseError::next`].
    pub fn from_response<'r>(
        response: impl Into<ResponseParts<'r>>,
    ) -> Result<Self, ResponseError> {
        let response = response.into();
        let status = status_of(&response);
        if status.is_success() {
            Ok(Self {})
        } else {
            Err(ResponseError::of(Target::Events, status, &response))
        }
    }
}

impl Uploaded {
    /// Reads the response to an [upload](crate::Collector::upload): an `&http::Response`, or
    /// [`ResponseParts`].
    ///
    /// Only 201 is success: a client then deletes the recording, and the login page of a captive
    /// portal is a 200 as well.
    ///
    /// # Errors
    ///
    /// For anything but 201. See [`ResponseError::next`].
    pub fn from_response<'r>(
        response: impl Into<ResponseParts<'r>>,
    ) -> Result<Self, ResponseError> {
        let response = response.into();
        let status = status_of(&response);
        if status == StatusCode::CREATED {
            Ok(Self {})
        } else {
            Err(ResponseError::of(Target::Downloaded, status, &response))
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Target {
    Sessions,
    Events,
    Downloaded,
}

/// Why the collector did not accept a request.
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

    /// The status of the response; `None` for a start whose session id cannot be read.
    #[must_use]
    pub const fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Rejected { status, .. }
            | Self::SessionLost { status }
            | Self::NoEndpoint { status }
            | Self::Unavailable { status, .. }
            | Self::Unexpected { status } => Some(*status),
            Self::NoSessionId => None,
        }
    }

    fn of(target: Target, status: StatusCode, response: &ResponseParts<'_>) -> Self {
        match status {
            StatusCode::NOT_FOUND | StatusCode::GONE if target == Target::Events => {
                Self::SessionLost { status }
            }
            StatusCode::NOT_FOUND | StatusCode::GONE | StatusCode::METHOD_NOT_ALLOWED => {
                Self::NoEndpoint { status }
            }
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => {
                Self::unavailable(status, response)
            }
            _ if status.is_server_error() => Self::unavailable(status, response),
            StatusCode::BAD_REQUEST
            | StatusCode::LENGTH_REQUIRED
            | StatusCode::PAYLOAD_TOO_LARGE
            | StatusCode::URI_TOO_LONG
            | StatusCode::UNSUPPORTED_MEDIA_TYPE
            | StatusCode::UNPROCESSABLE_ENTITY
            | StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => {
                Self::rejected(status, response.body())
            }
            // The API uses no credentials: 401, 403, 407 and the like come from a proxy or portal,
            // and say nothing about the body.
            _ => Self::Unexpected { status },
        }
    }

    fn unavailable(status: StatusCode, response: &ResponseParts<'_>) -> Self {
        let retry_after = response.retry_after().and_then(|text| {
            let text = text.trim();
            // Every form of an HTTP date starts with a day of the week.
            let date = || text.starts_with(|first: char| first.is_ascii_alphabetic());
            let seconds = text.parse().ok().map(RetryAfter::Seconds);
            seconds.or_else(|| date().then(|| RetryAfter::Date(text.to_owned())))
        });
        Self::Unavailable { status, retry_after }
    }

    /// The body may be an `ErrorBody`, plain text or anything else.
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
