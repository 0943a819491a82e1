//! The form of a line.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::sessions::{Closed, Origin};

/// One line: when, which session, and one of the others.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Line<'a> {
    pub(super) received: u64,
    #[serde(borrow)]
    pub(super) session: Cow<'a, str>,
    /// An online session began, with this event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<Box<RawValue>>,
    /// An event of an open session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) event: Option<Box<RawValue>>,
    /// A session that came as a whole, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) origin: Option<Origin>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) events: Option<Vec<Box<RawValue>>>,
    /// The session was closed by something else than its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) closed: Option<Closed>,
}

impl<'a> Line<'a> {
    pub(super) fn new(received: u64, session: &'a str) -> Self {
        Self { received, session: Cow::Borrowed(session), ..Self::default() }
    }
}
