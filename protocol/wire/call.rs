//! One call as method, path and body, for HTTP stacks that do not use the `http` crate.

use std::fmt;
use std::str::FromStr;

use super::collection::SessionId;
#[cfg(feature = "edge")]
use super::edge::Connection;
use crate::constraints::ParseError;

/// The content type of every body.
pub(crate) const JSON: &str = "application/json";

/// The method of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
}

impl Method {
    /// The method's name in upper case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// Reads `GET` and `POST`.
impl FromStr for Method {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        [Self::Get, Self::Post]
            .into_iter()
            .find(|method| method.as_str() == text)
            .ok_or(ParseError::new("the method", "is neither `GET` nor `POST`"))
    }
}

impl fmt::Display for Method {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.as_str())
    }
}

/// One call: a method, a path below the collector's base, and a body.
///
/// With the `http` crate, use a [`Collector`](crate::Collector) instead: it returns complete
/// requests. The path starts with `/api/v1`, and the body is that of the Media Collection API;
/// [`Collector::call`](crate::Collector::call) makes of it what the collector's API has. A body is JSON; send it with the `Content-Type` of
/// [`content_type`](Self::content_type). The response to it is a
/// [`ResponseParts`](crate::ResponseParts).
///
/// ```
/// use media_collection::{Call, Event, PlayerTime, SessionId};
///
/// let id: SessionId = "3f2a".parse()?;
/// let call = Call::event(&id, &Event::ping(PlayerTime::new(10.0, 1_700_000_010_000)))?;
/// assert_eq!(call.path(), "/api/v1/sessions/3f2a/events");
/// assert_eq!(
///     call.body(),
///     br#"{"eventType":"ping","playerTime":{"playhead":10,"ts":1700000010000}}"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
#[must_use = "nothing is reported until the call is sent"]
pub struct Call {
    method: Method,
    path: String,
    body: Vec<u8>,
    target: Target,
    #[cfg(feature = "edge")]
    around: Around,
}

/// What a call is for, whatever its path is in an API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// The start of an online session.
    Start,
    /// An event of an open session.
    Event(SessionId),
    /// A whole session.
    Session,
    /// A schema.
    Schema,
    /// Already a call of Media Edge.
    #[cfg(feature = "edge")]
    Edge,
}

/// What a call of Media Edge says besides.
#[cfg(feature = "edge")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Around {
    connection: Option<Box<Connection>>,
    request_id: Option<Box<str>>,
}

impl Call {
    /// `GET` or `POST`.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The path, starting with `/api/v1`; of a call of Media Edge, starting with `/ee` and with its
    /// query.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The JSON body; empty for `GET`.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Splits the call into method, path and body.
    #[must_use]
    pub fn into_parts(self) -> (Method, String, Vec<u8>) {
        (self.method, self.path, self.body)
    }

    /// The value of `Content-Type`; `None` for `GET`, which has no body.
    #[must_use]
    pub fn content_type(&self) -> Option<&'static str> {
        (self.method == Method::Post).then_some(JSON)
    }

    pub(super) fn get(path: String, target: Target) -> Self {
        Self { method: Method::Get, ..Self::post(path, Vec::new(), target) }
    }

    pub(super) fn post(path: String, body: Vec<u8>, target: Target) -> Self {
        Self {
            method: Method::Post,
            path,
            body,
            target,
            #[cfg(feature = "edge")]
            around: Around::default(),
        }
    }
}

/// For the Media Edge API.
#[cfg(feature = "edge")]
impl Call {
    /// Sets the id of the request, best a UUID of your own for each attempt: the response repeats it.
    /// The Media Collection API has none, and ignores it.
    pub fn with_request_id(mut self, id: impl Into<String>) -> Self {
        self.around.request_id = Some(id.into().into_boxed_str());
        self
    }

    /// Sets the location hint and the state that a response asked to send back. They come before
    /// those of the collector.
    pub fn with_connection(mut self, connection: Connection) -> Self {
        self.around.connection = Some(Box::new(connection)).filter(|found| !found.is_empty());
        self
    }

    pub(super) fn target(&self) -> &Target {
        &self.target
    }

    pub(crate) fn connection(&self) -> Option<&Connection> {
        self.around.connection.as_deref()
    }

    pub(super) fn request_id(&self) -> Option<&str> {
        self.around.request_id.as_deref()
    }

    /// A call of Media Edge; the path has the query.
    pub(super) fn edge(path: String, body: Vec<u8>) -> Self {
        Self::post(path, body, Target::Edge)
    }
}

/// Shows the size of the body, not its content.
impl fmt::Debug for Call {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Call")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("body_bytes", &self.body.len())
            .finish()
    }
}
