//! Why a request is rejected, and the response to it.

use http::header::{ACCEPT_ENCODING, ALLOW};
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
    /// 400: the body violates the schemas or the endpoint's rules.
    #[error("the body has {}", counted(.violations.len() + .more))]
    Invalid {
        /// The violations, each with its path.
        violations: Vec<ReportedViolation>,
        /// How many more violations there are than those listed.
        more: usize,
    },
    /// 413: the body has more bytes or events than the policy allows.
    #[error("the body is too large: {message}")]
    TooLarge {
        /// Which limit the body exceeds.
        message: String,
    },
    /// 404: no endpoint has this path.
    #[error("there is no such endpoint")]
    NoEndpoint,
    /// 404: the session id is unknown.
    #[error("the session is unknown: open a new one")]
    UnknownSession,
    /// 410: the session is known and closed.
    #[error("the session is closed: open a new one")]
    ClosedSession,
    /// 405: the endpoint does not allow this method.
    #[error("the endpoint allows only {allowed}")]
    MethodNotAllowed {
        /// The allowed methods, as in the header `Allow`.
        allowed: &'static str,
    },
    /// 415: the body has a `Content-Encoding` that the server does not decode.
    #[error("the body has a `Content-Encoding` that is not read here: send {accepted}")]
    Encoded {
        /// The encodings that the server decodes, as in the header `Accept-Encoding`.
        accepted: &'static str,
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
            Self::Encoded { .. } => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        }
    }

    /// The response: a JSON object with `message` and, for 400, `violations`. It contains paths and
    /// keys of the request, never its values.
    #[must_use]
    pub fn into_response(self) -> Response<Vec<u8>> {
        let status = self.status();
        let mut message = self.to_string();
        let mut header = None;
        let violations = match self {
            Self::Invalid { violations, more } => {
                if more > 0 {
                    message.push_str(&format!("; the first {} are listed", violations.len()));
                }
                violations
            }
            Self::MethodNotAllowed { allowed: methods } => {
                header = Some((ALLOW, methods));
                Vec::new()
            }
            Self::Encoded { accepted } => {
                header = Some((ACCEPT_ENCODING, accepted));
                Vec::new()
            }
            _ => Vec::new(),
        };
        reply::error(status, &ErrorBody { message: Some(message), violations }, header)
    }

    /// The value at `pointer` breaks a rule of the endpoint.
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
