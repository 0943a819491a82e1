//! Responses, with the documented headers.

use std::sync::LazyLock;

use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Response, StatusCode};

use super::private_network;
use crate::event::EventType;
use crate::wire::{Accepted, Created, ErrorBody, JSON, SESSIONS, Uploaded};

/// The documented CORS headers of every response, which let web pages of any origin report.
const CORS: [(HeaderName, &str); 4] = [
    (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    (header::ACCESS_CONTROL_ALLOW_METHODS, "OPTIONS,POST,PUT"),
    (header::ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type"),
    (header::ACCESS_CONTROL_EXPOSE_HEADERS, "Location"),
];

impl Created {
    /// 201, with the relative `Location` that every client understands.
    #[must_use]
    pub fn into_response(self) -> Response<Vec<u8>> {
        let mut response = created();
        let location = format!("{SESSIONS}/{}", self.session_id);
        let location = HeaderValue::from_str(&location)
            // An id is percent-encoded: it has no character that a header cannot contain.
            .expect("an encoded id is a header value");
        response.headers_mut().insert(header::LOCATION, location);
        response
    }
}

impl Uploaded {
    /// 201.
    #[must_use]
    pub fn into_response(self) -> Response<Vec<u8>> {
        created()
    }
}

impl Accepted {
    /// 204.
    #[must_use]
    pub fn into_response(self) -> Response<Vec<u8>> {
        no_content()
    }
}

impl EventType {
    /// 200, with the schema: the response to `GET /api/v1/schemas/{eventType}`.
    #[must_use]
    pub fn schema_response(self) -> Response<Vec<u8>> {
        let mut response = reply(StatusCode::OK, self.shape().schema.as_bytes().to_vec());
        set_type(response.headers_mut(), JSON);
        response
    }
}

pub(super) fn error(
    status: StatusCode,
    body: &ErrorBody,
    header: Option<(HeaderName, &'static str)>,
) -> Response<Vec<u8>> {
    // The body consists of strings, whose encoding cannot fail.
    let mut response = reply(status, serde_json::to_vec(body).unwrap_or_default());
    set_type(response.headers_mut(), JSON);
    if let Some((name, value)) = header {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

pub(super) fn no_content() -> Response<Vec<u8>> {
    reply(StatusCode::NO_CONTENT, Vec::new())
}

pub(super) fn preflight(asked: &HeaderMap) -> Response<Vec<u8>> {
    let mut response = no_content();
    private_network::allow(asked, response.headers_mut());
    response
}

/// The documented 201 has an empty body of this content type.
fn created() -> Response<Vec<u8>> {
    let mut response = reply(StatusCode::CREATED, Vec::new());
    set_type(response.headers_mut(), "application/octet-stream");
    response
}

fn reply(status: StatusCode, body: Vec<u8>) -> Response<Vec<u8>> {
    // Cloning the map is cheaper than hashing the same names for every response.
    static HEADERS: LazyLock<HeaderMap> = LazyLock::new(|| {
        CORS.into_iter().map(|(name, value)| (name, HeaderValue::from_static(value))).collect()
    });

    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().clone_from(&HEADERS);
    response
}

fn set_type(headers: &mut HeaderMap, content_type: &'static str) {
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
}
