//! Why a request, or an event of one, is rejected, as a problem object says it.

use http::StatusCode;

use crate::constraints::Keyword;
use crate::wire::edge::{Detail, Details, MediaCode, Problem, ProblemReport};

/// Why a request of the Media Edge API, or an event in one, is rejected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// 400, or an error in a 207: the event is not valid.
    #[error("{}", invalid(.details.len() + .more))]
    Invalid {
        /// The violations, each with its JSONPath: into the body of a 400, into the event in a 207.
        details: Vec<Detail>,
        /// The keyword of each listed violation, in their order; responses do not have it.
        keywords: Vec<Keyword>,
        /// How many more violations there are than those listed.
        more: usize,
    },
    /// 400: the event type is not that of the path.
    #[error("The payload eventType {event_type} was different from the path eventType {path}")]
    Mismatch {
        /// The event type of the path.
        path: &'static str,
        /// The event type of the event, without its prefix.
        event_type: String,
    },
    /// 404: the session is unknown.
    #[error("the session is unknown: open a new one")]
    UnknownSession,
    /// 410: the session is closed, or older than a day.
    #[error("the session is closed: open a new one")]
    ClosedSession,
    /// 400: the query has no `configId`.
    #[error("the query names no datastream: add `configId`")]
    NoDatastream,
    /// 400: there is no such datastream.
    #[error("there is no such datastream: check `configId`")]
    UnknownDatastream,
    /// 400: the body is not JSON, or has a number out of range.
    #[error("the body {message}")]
    NotJson {
        /// What is wrong and where, such as `is not JSON: expected value at line 1 column 1`.
        message: String,
    },
    /// 400: the body has no list of events.
    #[error("the body has no `events`")]
    NoEvents,
    /// 408: the body is empty.
    #[error("the body is empty")]
    Empty,
    /// 413: the body has more bytes or events than are allowed.
    #[error("the body is too large: {message}")]
    TooLarge {
        /// Which limit it exceeds.
        message: String,
    },
    /// 415: the body has a content type that is not read.
    #[error("the body has a `Content-Type` that is not read: send application/json or text/plain")]
    ContentType,
    /// 415: the body has a `Content-Encoding` that the server does not decode.
    #[error("the body has a `Content-Encoding` that is not read here: send {accepted}")]
    Encoded {
        /// The encodings that the server decodes, as in the header `Accept-Encoding`.
        accepted: &'static str,
    },
    /// 404: no endpoint has this path.
    #[error("there is no such endpoint")]
    NoEndpoint,
    /// 405: the endpoint does not allow this method.
    #[error("the endpoint allows only {allowed}")]
    MethodNotAllowed {
        /// The allowed methods, as in the header `Allow`.
        allowed: &'static str,
    },
    /// The server failed, or is too busy.
    #[error("{message}")]
    Failed {
        /// The status to respond with.
        status: StatusCode,
        /// What failed.
        message: String,
    },
}

/// What Adobe says of an event that is not valid.
const INVALID: &str = "Invalid request. Please check your input and try again.";
/// The type of problems that have no code.
const NO_CODE: &str = "about:blank";

impl Reason {
    /// The status to respond with.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Invalid { .. }
            | Self::Mismatch { .. }
            | Self::NoDatastream
            | Self::UnknownDatastream
            | Self::NotJson { .. }
            | Self::NoEvents => StatusCode::BAD_REQUEST,
            Self::UnknownSession | Self::NoEndpoint => StatusCode::NOT_FOUND,
            Self::ClosedSession => StatusCode::GONE,
            Self::Empty => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::ContentType | Self::Encoded { .. } => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::MethodNotAllowed { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::Failed { status, .. } => *status,
        }
    }

    /// The code of the problem: of Media Analytics, or of the gateway before it (`EXEG`).
    const fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::Invalid { .. } | Self::Mismatch { .. } => MediaCode::Invalid.as_str(),
            Self::UnknownSession => MediaCode::UnknownSession.as_str(),
            Self::ClosedSession => MediaCode::ClosedSession.as_str(),
            Self::NoDatastream => "EXEG-0002-400",
            Self::UnknownDatastream => "EXEG-0003-400",
            Self::NotJson { .. } => "EXEG-0101-400",
            Self::NoEvents => "EXEG-0103-400",
            Self::Empty => "EXEG-0109-408",
            Self::ContentType => "EXEG-0111-415",
            Self::TooLarge { .. } => "EXEG-0112-413",
            Self::Encoded { .. }
            | Self::NoEndpoint
            | Self::MethodNotAllowed { .. }
            | Self::Failed { .. } => return None,
        })
    }

    /// The problem as the body of a response.
    pub(super) fn body(&self, request_id: Option<String>) -> Problem {
        self.problem(ProblemReport::new(request_id), false)
    }

    /// The problem as one of the errors of a 207: it is about the event at `index`.
    pub(super) fn error(&self, index: Option<usize>) -> Problem {
        let report = ProblemReport::default();
        let index = index.and_then(|index| u64::try_from(index).ok());
        let report = match index {
            Some(index) => report.with_event_index(index),
            None => report,
        };
        self.problem(report, true)
    }

    /// It contains paths and keys of the request, never its values, but for an event type that does not
    /// match.
    fn problem(&self, mut report: ProblemReport, is_error: bool) -> Problem {
        let status = self.status();
        let title = match self {
            // As Adobe's have it, and clients match on.
            Self::Invalid { .. } if is_error => "Invalid request",
            _ => status.canonical_reason().unwrap_or("Error"),
        };
        let mut problem = Problem::new(self.code().unwrap_or_default(), status.as_u16(), title);
        if self.code().is_none() {
            problem.problem_type = Some(NO_CODE.to_owned());
        }
        let (detail, details) = match self {
            Self::Invalid { .. } if is_error => (None, self.list()),
            Self::Invalid { .. } => (Some(INVALID.to_owned()), self.list()),
            Self::Mismatch { .. } => {
                (Some(INVALID.to_owned()), Some(Details::Text(self.to_string())))
            }
            Self::UnknownSession => {
                let detail = "The session could not be found.";
                let text = "There is no session with this id. If it is older than 24h, please start a \
                            new one. Returning Not Found";
                (Some(detail.to_owned()), Some(Details::Text(text.to_owned())))
            }
            Self::ClosedSession => {
                let detail = "The session is no longer open.";
                let text = "The session has ended, or was closed. Please start a new one. Returning \
                            Gone";
                (Some(detail.to_owned()), Some(Details::Text(text.to_owned())))
            }
            _ => (Some(self.to_string()), None),
        };
        problem.detail = detail;
        report.details = details;
        let has_report = report != ProblemReport::default();
        problem.report = has_report.then_some(report);
        problem
    }

    fn list(&self) -> Option<Details> {
        let Self::Invalid { details, more, .. } = self else { return None };
        let mut list = details.clone();
        if *more > 0 {
            list.push(Detail::new("$", format!("and {}", counted(*more))));
        }
        Some(Details::List(list))
    }
}

fn invalid(violations: usize) -> String {
    format!("the event has {}", counted(violations))
}

fn counted(violations: usize) -> String {
    match violations {
        1 => "1 violation".to_owned(),
        many => format!("{many} violations"),
    }
}
