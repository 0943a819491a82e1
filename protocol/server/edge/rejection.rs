//! Requests that are rejected as a whole, and the responses to them.

use http::header::{self, HeaderValue};
use http::{Response, StatusCode};

use super::cors;
use super::head::Head;
use super::reason::Reason;

/// A request that is rejected as a whole.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
#[non_exhaustive]
pub struct Rejection {
    /// Why.
    pub reason: Reason,
    /// What the response repeats.
    pub head: Box<Head>,
    /// The session that the request names, if it could be read.
    pub session_id: Option<String>,
}

impl Rejection {
    /// A request with this head is rejected.
    #[must_use]
    pub fn new(reason: Reason, head: Head) -> Self {
        Self { reason, head: Box::new(head), session_id: None }
    }

    /// Sets the session that the request names.
    #[must_use]
    pub fn with_session_id(mut self, id: impl Into<String>) -> Self {
        self.session_id = Some(id.into());
        self
    }

    /// The status to respond with.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.reason.status()
    }

    /// The response: a problem object (RFC 7807).
    #[must_use]
    pub fn into_response(self) -> Response<Vec<u8>> {
        let Self { reason, head, .. } = self;
        let problem = reason.body(head.request_id);
        // Texts and numbers: this cannot fail.
        let mut response = Response::new(serde_json::to_vec(&problem).unwrap_or_default());
        *response.status_mut() = reason.status();
        let headers = response.headers_mut();
        cors::allow(head.origin.as_ref(), headers);
        let json = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, json);
        match reason {
            Reason::MethodNotAllowed { allowed } => {
                headers.insert(header::ALLOW, HeaderValue::from_static(allowed));
            }
            Reason::Encoded { accepted } => {
                headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
            }
            _ => {}
        }
        response
    }
}
