//! One call as method, path and body, for HTTP stacks that do not use the `http` crate.

use std::fmt;

use super::collection::{DOWNLOADED, EVENTS, JSON, SCHEMAS, SESSIONS, SessionId};
use crate::constraints::EncodeError;
use crate::event::{Event, EventType, SessionStart};
use crate::session::DownloadedSession;

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

impl fmt::Display for Method {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.as_str())
    }
}

/// One call: a method, a path below the collector's base, and a body.
///
/// With the `http` crate, use a [`Collector`](crate::Collector) instead: it returns complete
/// requests. The path starts with `/api/v1`. A body is JSON; send it with the `Content-Type` of
/// [`content_type`](Self::content_type).
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
pub struct Call {
    method: Method,
    path: String,
    body: Vec<u8>,
}

impl Call {
    /// Starts an online session: `POST /api/v1/sessions`. `media.downloaded: true` is dropped: the
    /// back end rejects it here with 400.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON.
    pub fn start(start: &SessionStart) -> Result<Self, EncodeError> {
        if start.params.downloaded == Some(true) {
            let mut online = start.clone();
            online.params.downloaded = None;
            return Self::start(&online);
        }
        Ok(Self::post(SESSIONS.to_owned(), start.encode()?))
    }

    /// Reports an event of an open session: `POST /api/v1/sessions/{sid}/events`.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON, or is a `sessionStart`: send that with
    /// [`start`](Self::start).
    pub fn event(session: &SessionId, event: &Event) -> Result<Self, EncodeError> {
        if event.event_type() == Some(EventType::SessionStart) {
            return Err(EncodeError::start_to_events());
        }
        Ok(Self::post(format!("{SESSIONS}/{session}/{EVENTS}"), event.encode()?))
    }

    /// Sends a downloaded session: `POST /api/v1/downloaded`.
    ///
    /// # Errors
    ///
    /// When an event cannot be encoded as JSON.
    pub fn upload(session: &DownloadedSession) -> Result<Self, EncodeError> {
        Ok(Self::post(DOWNLOADED.to_owned(), session.encode()?))
    }

    /// Sends a downloaded session as the official SDKs still do: as a batch to
    /// `POST /api/v1/sessions`. The form is deprecated; use it if the collector has no downloaded
    /// endpoint.
    ///
    /// # Errors
    ///
    /// When an event cannot be encoded as JSON.
    pub fn upload_legacy(session: &DownloadedSession) -> Result<Self, EncodeError> {
        Ok(Self::post(SESSIONS.to_owned(), session.encode()?))
    }

    /// Requests a schema: `GET /api/v1/schemas/{eventType}`.
    #[must_use]
    pub fn schema(event_type: EventType) -> Self {
        Self { method: Method::Get, path: format!("{SCHEMAS}/{event_type}"), body: Vec::new() }
    }

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

    /// Sends a downloaded session that is already encoded.
    #[cfg(feature = "store")]
    pub(crate) fn downloaded_body(body: Vec<u8>) -> Self {
        Self::post(DOWNLOADED.to_owned(), body)
    }

    /// Sends an encoded downloaded session in the deprecated form.
    #[cfg(feature = "store")]
    pub(crate) fn legacy_body(body: Vec<u8>) -> Self {
        Self::post(SESSIONS.to_owned(), body)
    }

    /// Starts an online session whose start is already encoded.
    #[cfg(feature = "store")]
    pub(crate) fn start_body(body: Vec<u8>) -> Self {
        Self::post(SESSIONS.to_owned(), body)
    }

    /// Reports an event of an online session that is already encoded.
    #[cfg(feature = "store")]
    pub(crate) fn event_body(session: &SessionId, body: Vec<u8>) -> Self {
        Self::post(format!("{SESSIONS}/{session}/{EVENTS}"), body)
    }

    fn post(path: String, body: Vec<u8>) -> Self {
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
