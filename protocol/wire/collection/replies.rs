//! A collector's replies: the successes, and the violations in the body of an error.

use serde::{Deserialize, Serialize};

use super::session_id::SessionId;
use crate::constraints::Violation;
use crate::session::{Finding, Rule};
use crate::wire::api::Api;
#[cfg(feature = "edge")]
use crate::wire::edge::Connection;

/// A session was opened: 201, with the id in `Location`; from Media Edge 200, or 207, with the id in the
/// body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Created {
    /// The session's id, which every further event has: in its path, or for Media Edge in its body.
    pub session_id: SessionId,
    /// The API that responded.
    pub api: Api,
    /// What ties later requests to Media Edge to the same region and client.
    #[cfg(feature = "edge")]
    pub connection: Connection,
}

impl Created {
    /// A session was opened under this id.
    #[must_use]
    pub fn new(session_id: SessionId) -> Self {
        Self {
            session_id,
            api: Api::MediaCollection,
            #[cfg(feature = "edge")]
            connection: Connection::default(),
        }
    }
}

/// An event was accepted: 204.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Accepted {}

impl Accepted {
    /// An event was accepted.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

/// A downloaded session was accepted: 201.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Uploaded {}

impl Uploaded {
    /// A downloaded session was accepted.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

/// A violation as a collector lists it in the body of a 400.
///
/// `keyword` is a [`Keyword`](crate::Keyword) or the name of a [`Rule`](crate::lint::Rule). It is
/// text, since a newer collector may send others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ReportedViolation {
    /// JSON Pointer into the request's body; empty for the whole body.
    pub pointer: String,
    /// The violated JSON Schema keyword or rule.
    #[serde(default)]
    pub keyword: String,
    /// What is wrong.
    #[serde(default)]
    pub message: String,
}

impl ReportedViolation {
    /// A violation of `keyword` by the value at `pointer`.
    pub fn new(
        pointer: impl Into<String>,
        keyword: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self { pointer: pointer.into(), keyword: keyword.into(), message: message.into() }
    }
}

impl From<&Violation> for ReportedViolation {
    fn from(violation: &Violation) -> Self {
        Self::new(&violation.pointer, violation.keyword.as_str(), &violation.message)
    }
}

/// A broken rule. The pointer is the event's index in the batch; empty if the batch is empty.
impl From<&Finding> for ReportedViolation {
    fn from(finding: &Finding) -> Self {
        let is_placed = finding.rule != Rule::NotEmpty;
        let pointer = if is_placed { format!("/{}", finding.event) } else { String::new() };
        Self::new(pointer, finding.rule.name(), &*finding.message)
    }
}

/// The body of an error response, as servers built with this crate write it. Adobe's contains at
/// most the message.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct ErrorBody {
    #[serde(default)]
    pub(crate) message: Option<String>,
    #[serde(default)]
    pub(crate) violations: Vec<ReportedViolation>,
}
