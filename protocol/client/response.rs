//! What a response means.

use std::borrow::Cow;

use http::header::{HeaderMap, HeaderName, LOCATION, RETRY_AFTER};
use http::{Response, StatusCode};

#[cfg(feature = "edge")]
use super::edge_response;
use super::response_error::ResponseError;
use crate::wire::{Accepted, Created, ErrorBody, ResponseParts, SessionId, Uploaded};

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
    /// send the start again would open a second one. From Media Edge it is 200, or 207 when another
    /// service behind it failed, with the id in the body (feature `edge`).
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
            return Ok(Self::new(session_id));
        }
        #[cfg(feature = "edge")]
        if let Some(answer) = edge_response::answer(status, &response) {
            return edge_response::created(&answer, status, &response);
        }
        // The login page of a captive portal is a 200 as well.
        if status == StatusCode::CREATED {
            return Err(ResponseError::NoSessionId);
        }
        Err(failed(Target::Sessions, status, &response))
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
        Target::Events.succeeded(&response.into()).map(|()| Self {})
    }
}

impl Uploaded {
    /// Reads the response to an [upload](crate::Collector::upload): an `&http::Response`, or
    /// [`ResponseParts`].
    ///
    /// Only 201 is success: a client then deletes the recording, and the login page of a captive
    /// portal is a 200 as well. From Media Edge it is a 200 or 207 with its body (feature `edge`).
    ///
    /// # Errors
    ///
    /// For anything else. See [`ResponseError::next`].
    pub fn from_response<'r>(
        response: impl Into<ResponseParts<'r>>,
    ) -> Result<Self, ResponseError> {
        Target::Downloaded.succeeded(&response.into()).map(|()| Self {})
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Target {
    Sessions,
    Events,
    Downloaded,
}

impl Target {
    /// Whether a response that says nothing else is a success.
    fn succeeded(self, response: &ResponseParts<'_>) -> Result<(), ResponseError> {
        let status = status_of(response);
        #[cfg(feature = "edge")]
        if let Some(answer) = edge_response::answer(status, response) {
            return match self {
                Self::Events => edge_response::accepted(&answer, status),
                Self::Sessions | Self::Downloaded => {
                    edge_response::uploaded(&answer, status, response)
                }
            };
        }
        let is_success = match self {
            Self::Events => status.is_success(),
            Self::Sessions | Self::Downloaded => status == StatusCode::CREATED,
        };
        if is_success { Ok(()) } else { Err(failed(self, status, response)) }
    }
}

/// Why a response with this status is no success.
fn failed(target: Target, status: StatusCode, response: &ResponseParts<'_>) -> ResponseError {
    #[cfg(feature = "edge")]
    let problem = edge_response::problem(response.body());
    #[cfg(feature = "edge")]
    let is_adobes = problem.is_some();
    #[cfg(not(feature = "edge"))]
    let is_adobes = false;
    let rejected = || {
        #[cfg(feature = "edge")]
        if let Some(problem) = &problem {
            return edge_response::rejected(status, [problem]);
        }
        rejected(status, response.body())
    };
    match status {
        StatusCode::NOT_FOUND | StatusCode::GONE if target == Target::Events => {
            ResponseError::SessionLost { status }
        }
        #[cfg(feature = "edge")]
        StatusCode::BAD_REQUEST
            if target == Target::Events
                && problem.as_ref().is_some_and(edge_response::blames_the_session) =>
        {
            ResponseError::SessionLost { status }
        }
        StatusCode::NOT_FOUND | StatusCode::GONE | StatusCode::METHOD_NOT_ALLOWED => {
            ResponseError::NoEndpoint { status }
        }
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS => {
            ResponseError::unavailable(status, response)
        }
        // Media Edge says so: its documentation advises not to send the request again.
        StatusCode::INTERNAL_SERVER_ERROR if is_adobes => rejected(),
        _ if status.is_server_error() => ResponseError::unavailable(status, response),
        _ if status.is_client_error() && is_adobes => rejected(),
        StatusCode::BAD_REQUEST
        | StatusCode::LENGTH_REQUIRED
        | StatusCode::PAYLOAD_TOO_LARGE
        | StatusCode::URI_TOO_LONG
        | StatusCode::UNSUPPORTED_MEDIA_TYPE
        | StatusCode::UNPROCESSABLE_ENTITY
        | StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => rejected(),
        // The API uses no credentials: 401, 403, 407 and the like come from a proxy or portal,
        // and say nothing about the body.
        _ => ResponseError::Unexpected { status },
    }
}

/// The body may be an `ErrorBody`, plain text or anything else.
fn rejected(status: StatusCode, body: &[u8]) -> ResponseError {
    const MAX_BYTES: usize = 4096;
    let ErrorBody { message, violations } = serde_json::from_slice(body).unwrap_or_else(|_| {
        let text = String::from_utf8_lossy(&body[..body.len().min(MAX_BYTES)]);
        let text = text.trim();
        ErrorBody { message: (!text.is_empty()).then(|| text.to_owned()), violations: Vec::new() }
    });
    ResponseError::Rejected { status, message, violations }
}
