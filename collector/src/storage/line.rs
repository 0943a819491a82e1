//! The format of a line.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::sessions::{Closed, Origin};

/// One line: when it was received, the session's id, and one of the optional members.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Line<'a> {
    pub(crate) received: u64,
    #[serde(borrow)]
    pub(crate) session: Cow<'a, str>,
    /// The `sessionStart` of an online session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) start: Option<Box<RawValue>>,
    /// An event of an open session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) event: Option<Box<RawValue>>,
    /// How a session was uploaded in one request; `events` are its events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) origin: Option<Origin>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) events: Option<Vec<Box<RawValue>>>,
    /// What stands around the events of Media Edge, as [`Around`](crate::sessions::Around). Absent for
    /// the Media Collection API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) edge: Option<Box<RawValue>>,
    /// Why a session was closed without its `sessionEnd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) closed: Option<Closed>,
}

impl<'a> Line<'a> {
    pub(crate) fn new(received: u64, session: &'a str) -> Self {
        Self { received, session: Cow::Borrowed(session), ..Self::default() }
    }
}
