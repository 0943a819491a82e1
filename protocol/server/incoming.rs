//! Decodes a request: what it contains, or why it is rejected.

use http::header::{CONTENT_ENCODING, HeaderMap};
use http::request::Parts;
use http::{Method, Response};

use super::rejection::Rejection;
use super::reply;
use super::route::Route;
use crate::event::{Event, EventType, SessionStart, SessionStartParams};
use crate::json::Policy;
use crate::schema::{Described as _, keys};
use crate::session::{DownloadedSession, Rule};
use crate::wire::{DOWNLOADED_FLAG, ReportedViolation, SessionId};

/// A decoded request.
///
/// Requests are checked as documented for the endpoints: every event is valid by its schema, a
/// batch starts with its `sessionStart`, one invalid event rejects the whole batch, and the
/// downloaded flag matches the endpoint. Like the back end, decoding ignores `Content-Type`.
/// The server checks the session id itself, and rejects with [`Rejection::UnknownSession`] or
/// [`Rejection::ClosedSession`].
///
/// ```
/// use media_collection::{Accepted, Created, Incoming, Policy, Rejection, SessionId, Uploaded, http};
///
/// fn handle(request: &http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Rejection> {
///     let policy = Policy::strict();
///     Ok(match Incoming::decode(request, &policy)? {
///         Incoming::Start(start) => {
///             let id = SessionId::new("an unguessable id").expect("it is not empty");
///             Created::new(id).into_response()
///         }
///         Incoming::Event { session_id, event } => Accepted::new().into_response(),
///         Incoming::Downloaded(session) | Incoming::LegacyBatch(session) => {
///             Uploaded::new().into_response()
///         }
///         Incoming::Schema(event_type) => event_type.schema_response(),
///         Incoming::Preflight => Incoming::preflight_response(),
///         _ => return Err(Rejection::NoEndpoint),
///     })
/// }
///
/// let request = http::Request::post("/api/v1/downloaded").body(b"[]".to_vec()).unwrap();
/// let response = handle(&request).unwrap_or_else(Rejection::into_response);
/// assert_eq!(response.status(), 400);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Incoming {
    /// The start of an online session.
    Start(Box<SessionStart>),
    /// An event of an open session.
    Event {
        /// The session's id, from the path.
        session_id: SessionId,
        /// The event.
        event: Event,
    },
    /// A downloaded session.
    Downloaded(Box<DownloadedSession>),
    /// A downloaded session in the deprecated form, which the official SDKs still send.
    LegacyBatch(Box<DownloadedSession>),
    /// A request for a schema.
    Schema(EventType),
    /// A CORS preflight.
    Preflight,
}

impl Incoming {
    /// The response to a CORS preflight: 204, with the headers that allow the request.
    #[must_use]
    pub fn preflight_response() -> Response<Vec<u8>> {
        reply::no_content()
    }

    /// The response to a CORS preflight with these headers. Besides what
    /// [`preflight_response`](Self::preflight_response) allows, it lets pages of public sites report
    /// to a server on a private network, if the browser asks for it.
    ///
    /// ```
    /// use media_collection::{Incoming, http::Request};
    ///
    /// let request = Request::options("/api/v1/sessions")
    ///     .header("Access-Control-Request-Private-Network", "true").body(()).unwrap();
    /// let response = Incoming::preflight_response_to(request.headers());
    /// assert_eq!(response.headers()["Access-Control-Allow-Private-Network"], "true");
    /// ```
    #[must_use]
    pub fn preflight_response_to(headers: &HeaderMap) -> Response<Vec<u8>> {
        reply::preflight(headers)
    }

    /// Decodes a request.
    ///
    /// # Errors
    ///
    /// The rejection to respond with: 400 with every violation, 404, 405, 413 or 415. A server that
    /// decompresses bodies removes the header `Content-Encoding` then.
    pub fn decode<B: AsRef<[u8]>>(
        request: &http::Request<B>,
        policy: &Policy,
    ) -> Result<Self, Rejection> {
        let (method, path) = (request.method(), request.uri().path());
        Self::read(method, path, request.headers(), request.body().as_ref(), policy)
    }

    /// Decodes a request whose head and body are separate.
    ///
    /// # Errors
    ///
    /// As for [`decode`](Self::decode).
    pub fn from_parts(parts: &Parts, body: &[u8], policy: &Policy) -> Result<Self, Rejection> {
        Self::read(&parts.method, parts.uri.path(), &parts.headers, body, policy)
    }

    /// Decodes a request whose endpoint is known, as to a server that looked at the path before it received the
    /// body.
    ///
    /// ```
    /// use media_collection::{Incoming, Policy, Route, http::{HeaderMap, Method}};
    ///
    /// let route = Route::of(&Method::POST, "/api/v1/sessions/3f2a/events")?;
    /// let ping = br#"{"eventType":"ping","playerTime":{"playhead":1,"ts":1}}"#;
    /// let incoming = Incoming::from_route(route, &HeaderMap::new(), ping, &Policy::strict())?;
    /// assert!(matches!(incoming, Incoming::Event { .. }));
    /// # Ok::<(), media_collection::Rejection>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`decode`](Self::decode), but neither 404 nor 405, which [`Route::of`] returns.
    pub fn from_route(
        route: Route,
        headers: &HeaderMap,
        body: &[u8],
        policy: &Policy,
    ) -> Result<Self, Rejection> {
        let is_read = matches!(route, Route::Schema(_) | Route::Preflight);
        let is_encoded = headers.get(CONTENT_ENCODING).is_some_and(|encoding| {
            !encoding.is_empty() && !encoding.as_bytes().eq_ignore_ascii_case(b"identity")
        });
        if is_encoded && !is_read {
            return Err(Rejection::Encoded { accepted: "identity" });
        }
        match route {
            Route::Sessions if body.trim_ascii_start().starts_with(b"[") => {
                Ok(Self::LegacyBatch(Box::new(batch(body, policy, BatchForm::Legacy)?)))
            }
            Route::Sessions => Ok(Self::Start(Box::new(start(body, policy)?))),
            Route::Downloaded => {
                Ok(Self::Downloaded(Box::new(batch(body, policy, BatchForm::Downloaded)?)))
            }
            Route::Event(session_id) => {
                let event = Event::decode(body, policy)?;
                if event.event_type() == Some(EventType::SessionStart) {
                    return Err(Rejection::rule(Rule::OnlyStartOpens, "/eventType"));
                }
                Ok(Self::Event { session_id, event })
            }
            Route::Schema(event_type) => Ok(Self::Schema(event_type)),
            Route::Preflight => Ok(Self::Preflight),
        }
    }

    fn read(
        method: &Method,
        path: &str,
        headers: &HeaderMap,
        body: &[u8],
        policy: &Policy,
    ) -> Result<Self, Rejection> {
        Self::from_route(Route::of(method, path)?, headers, body, policy)
    }
}

fn start(body: &[u8], policy: &Policy) -> Result<SessionStart, Rejection> {
    let event = Event::decode(body, policy)?;
    let start = SessionStart::try_from(event)
        .map_err(|_| Rejection::rule(Rule::OnlyStartOpens, "/eventType"))?;
    match start.params.says_downloaded() {
        Some(true) => Err(Rejection::rule(Rule::DownloadedFlagNotOnline, DOWNLOADED_FLAG)),
        Some(false) | None => Ok(start),
    }
}

/// Whether the schemas have the flag for downloaded sessions.
fn has_flag() -> bool {
    SessionStartParams::SHAPE.member(keys::DOWNLOADED).is_some()
}

#[derive(PartialEq)]
enum BatchForm {
    Downloaded,
    Legacy,
}

fn batch(body: &[u8], policy: &Policy, form: BatchForm) -> Result<DownloadedSession, Rejection> {
    let events = Event::decode_batch(body, policy)?;
    let flag = events.first().and_then(|first| match &first.body {
        crate::event::EventBody::SessionStart(start) => Some(start.params.says_downloaded()),
        _ => None,
    });
    let broken = match (flag, form) {
        (Some(Some(false)), BatchForm::Downloaded) => Some(Rule::DownloadedFlagNotFalse),
        // Schemas that do not have the flag cannot demand it.
        (Some(Some(false) | None), BatchForm::Legacy) if has_flag() => {
            Some(Rule::DownloadedFlagSet)
        }
        _ => None,
    };
    let flag = broken.map(|rule| {
        ReportedViolation::new(format!("/0{DOWNLOADED_FLAG}"), rule.name(), rule.fault())
    });
    let findings = match DownloadedSession::receive(events, policy.mode) {
        Ok(session) if flag.is_none() => return Ok(session),
        Ok(_) => Vec::new(),
        Err(invalid) => invalid.error.findings,
    };
    Err(Rejection::all(flag.into_iter().chain(findings.iter().map(ReportedViolation::from))))
}
