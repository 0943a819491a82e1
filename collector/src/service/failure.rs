//! Why a request is not accepted.

use media_collection::http::{HeaderValue, Response, StatusCode, header};
use media_collection::{Incoming, Rejection};

/// Why a request is not accepted.
pub(super) enum Failure {
    /// By the rules of the protocol.
    Rejected(Rejection),
    /// For a reason of HTTP's or of this machine's.
    Failed(StatusCode, String),
}

impl Failure {
    /// Something went wrong on this side.
    pub(super) fn internal(problem: impl ToString) -> Self {
        Self::Failed(StatusCode::INTERNAL_SERVER_ERROR, problem.to_string())
    }
}

impl From<Rejection> for Failure {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

/// A response that the protocol does not define, with the headers that every response has.
pub(super) fn response(status: StatusCode, message: &str) -> Response<Vec<u8>> {
    let mut response = Incoming::preflight_response();
    *response.status_mut() = status;
    *response.body_mut() = serde_json::json!({ "message": message }).to_string().into_bytes();
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    if status != StatusCode::INTERNAL_SERVER_ERROR {
        // The rest of the body cannot be told apart from a next request.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}
