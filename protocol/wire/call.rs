//! One call as method, path and body, for HTTP stacks that do not use the `http` crate.

use std::fmt;
use std::str::FromStr;

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
/// requests. The path starts with `/api/v1`. A body is JSON; send it with the `Content-Type` of
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
}

impl Call {
    /// `GET` or `POST`.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The path, starting with `/api/v1`.
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

    pub(super) fn get(path: String) -> Self {
        Self { method: Method::Get, path, body: Vec::new() }
    }

    pub(super) fn post(path: String, body: Vec<u8>) -> Self {
        Self { method: Method::Post, path, body }
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
