//! Why a request is rejected, and the response that says so.

use http::{Response, StatusCode};

use super::reply;
use crate::constraints::Keyword;
use crate::json::DecodeError;
use crate::session::Rule;
use crate::wire::{ErrorBody, ReportedViolation};

/// Why a request is rejected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejection {
    /// 400: the body is not what the schemas and the endpoint ask for.
    #[error("the body has {}", counted(.violations.len() + .more))]
    Invalid {
        /// Each violation, with its place.
        violations: Vec<ReportedViolation>,
        /// How many there are beyond those listed.
        more: usize,
    },
    /// 413: the body has more bytes or events than the policy allows.
    #[error("the body is too large: {message}")]
    TooLarge {
        /// The limit that it exceeds.
        message: String,
    },
    /// 404: the path is none of the endpoints.
    #[error("there is no such endpoint")]
    NoEndpoint,
    /// 404: the session id is unknown.
    #[error("the session is unknown: open a new one")]
    UnknownSession,
    /// 410: the session is known and closed.
    #[error("the session is closed: open a new one")]
    ClosedSession,
    /// 405: the endpoint does not take this method.
    #[error("the endpoint takes {allowed}")]
    MethodNotAllowed {
        /// The methods that it takes, as they stand in `Allow`.
        allowed: &'static str,
    },
}

impl Rejection {
    /// The status to respond with.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Invalid { .. } => StatusCode::BAD_REQUEST,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NoEndpoint | Self::UnknownSession => StatusCode::NOT_FOUND,
            Self::ClosedSession => StatusCode::GONE,
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
        }
    }

    /// The response: a JSON object with `message`, and for 400 with `violations`. It names places
    /// and keys, and no value that was sent.
    #[must_use]
    pub fn into_response(self) -> Response<Vec<u8>> {
        let status = self.status();
        let mut message = self.to_string();
        let mut allowed = None;
        let violations = match self {
            Self::Invalid { violations, more } => {
                if more > 0 {
                    message.push_str(&format!("; the first {} are listed", violations.len()));
                }
                violations
            }
            Self::MethodNotAllowed { allowed: methods } => {
                allowed = Some(methods);
                Vec::new()
            }
            _ => Vec::new(),
        };
        reply::error(status, &ErrorBody { message: Some(message), violations }, allowed)
    }

    /// A rule of the endpoint is broken at this place.
    pub(super) fn rule(rule: Rule, pointer: impl Into<String>) -> Self {
        Self::all([ReportedViolation::new(pointer, rule.name(), rule.fault())])
    }

    pub(super) fn all(violations: impl IntoIterator<Item = ReportedViolation>) -> Self {
        Self::Invalid { violations: violations.into_iter().collect(), more: 0 }
    }
}

fn counted(violations: usize) -> String {
    match violations {
        1 => "1 violation".to_owned(),
        many => format!("{many} violations"),
    }
}

impl From<DecodeError> for Rejection {
    fn from(error: DecodeError) -> Self {
        let violations = error.violations();
        if let Some(limit) = violations.iter().find(|found| found.keyword == Keyword::Limit) {
            return Self::TooLarge { message: limit.message.clone() };
        }
        Self::Invalid {
            violations: violations.iter().map(ReportedViolation::from).collect(),
            more: violations.more(),
        }
    }
}
