//! The errors of a request.

use media_collection::http::{HeaderValue, Response, StatusCode, header};
use media_collection::{Incoming, Rejection};

use crate::backend::Unstored;
use crate::later::try_later;

/// Why a request is not accepted.
pub(super) enum Failure {
    /// It violates the rules of the API.
    Rejected(Rejection),
    /// A failure of HTTP or of this machine.
    Failed(StatusCode, String),
}

impl Failure {
    /// The collector failed.
    pub(super) fn internal(problem: impl ToString) -> Self {
        Self::Failed(StatusCode::INTERNAL_SERVER_ERROR, problem.to_string())
    }
}

impl From<Unstored> for Failure {
    fn from(unstored: Unstored) -> Self {
        match unstored {
            Unstored::Failed(problem) => Self::internal(format!("could not be stored: {problem}")),
            Unstored::Later(problem) => {
                let message = format!("cannot be stored now: {problem}; send it again later");
                Self::Failed(StatusCode::SERVICE_UNAVAILABLE, message)
            }
        }
    }
}

impl From<Rejection> for Failure {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

/// A response that the API does not define, with the CORS headers of every response.
pub(super) fn response(status: StatusCode, message: &str) -> Response<Vec<u8>> {
    let mut response = Incoming::preflight_response();
    *response.status_mut() = status;
    *response.body_mut() = serde_json::json!({ "message": message }).to_string().into_bytes();
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        try_later(response.headers_mut());
    }
    if status != StatusCode::INTERNAL_SERVER_ERROR {
        // The unread rest of the body could be taken for the next request.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}
