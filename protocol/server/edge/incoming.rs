//! Decodes a request: what it contains, or why it is rejected.

use http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderMap};
use http::request::Parts;
use http::{Method, Response, Uri};

use super::cors;
use super::head::Head;
use super::items;
use super::options::IncomingOptions;
use super::reason::Reason;
use super::received::Received;
use super::rejection::Rejection;
use super::route::Route;
use crate::media_edge;
use crate::schema::Mode;

/// A decoded request of the Media Edge API.
///
/// Requests are checked as documented for the endpoints: every event is valid by its schema and has the
/// type of the path, a downloaded session begins with its start, a session's id has 64 characters. The
/// server looks the ids up, and rejects with [`Reason::UnknownSession`] or [`Reason::ClosedSession`].
///
/// Events of open sessions are rejected with 400. What is wrong with starts, downloaded sessions and what
/// goes to `/v1/interact` is said by the reply, a 207: other events of the request are accepted.
///
/// Besides `application/json`, a body may be `text/plain`, as Adobe's Web SDK sends it, or
/// `text/javascript`. In a body of the Web SDK, and in tolerant mode, `qoeDataDetails` may be `null`: so its
/// tracker writes it until it knows the quality, on every start. It counts as absent.
///
/// ```
/// use media_collection::edge::{ReceivedContent, Incoming, IncomingOptions, Reason, Rejection};
/// use media_collection::http;
///
/// fn handle(request: &http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Rejection> {
///     let received = match Incoming::decode(request, &IncomingOptions::new())? {
///         Incoming::Request(received) => received,
///         _ => return Ok(Incoming::preflight_response_to(request.headers())),
///     };
///     let mut reply = received.reply().with_hint("or2", 1_800);
///     for item in &received.items {
///         match &item.content {
///             ReceivedContent::Event { session_id, item: event } => {
///                 // Here no session is open.
///                 reply.reject(Some(item.index), Reason::UnknownSession);
///             }
///             // An unguessable id of 64 characters.
///             _ => reply.open(item.index, "0123456789abcdef".repeat(4)),
///         }
///     }
///     Ok(reply.into_response())
/// }
///
/// let body = br#"{"events":[{"xdm":{"eventType":"media.sessionStart","timestamp":"2026-01-02T03:04:05Z",
///     "mediaCollection":{"playhead":0,"sessionDetails":{"name":"film","length":60,"contentType":"vod",
///     "playerName":"tv","channel":"c"}}}}]}"#;
/// let request = http::Request::post("/ee/va/v1/sessionStart?configId=1111").body(body.to_vec()).unwrap();
/// let response = handle(&request).unwrap_or_else(Rejection::into_response);
/// assert_eq!(response.status(), 200);
///
/// let request = http::Request::post("/ee/va/v1/play").body(b"{}".to_vec()).unwrap();
/// let response = handle(&request).unwrap_or_else(Rejection::into_response);
/// assert_eq!(response.status(), 400);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Incoming {
    /// Events or downloaded sessions.
    Request(Box<Received>),
    /// A CORS preflight.
    Preflight,
}

impl Incoming {
    /// The response to a CORS preflight with these headers: 204, with the headers that allow the request.
    /// It lets pages of public sites report to a server on a private network, if the browser asks for it.
    #[must_use]
    pub fn preflight_response_to(headers: &HeaderMap) -> Response<Vec<u8>> {
        cors::preflight(headers)
    }

    /// Decodes a request.
    ///
    /// # Errors
    ///
    /// The rejection to respond with: 400, 404, 405, 408 (an empty body), 413 or 415. A server that
    /// decompresses bodies removes the header `Content-Encoding` then.
    pub fn decode<B: AsRef<[u8]>>(
        request: &http::Request<B>,
        options: &IncomingOptions,
    ) -> Result<Self, Rejection> {
        let (method, uri) = (request.method(), request.uri());
        Self::read(method, uri, request.headers(), request.body().as_ref(), options)
    }

    /// Decodes a request whose head and body are separate.
    ///
    /// # Errors
    ///
    /// As for [`decode`](Self::decode).
    pub fn from_parts(
        parts: &Parts,
        body: &[u8],
        options: &IncomingOptions,
    ) -> Result<Self, Rejection> {
        Self::read(&parts.method, &parts.uri, &parts.headers, body, options)
    }

    fn read(
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
        body: &[u8],
        options: &IncomingOptions,
    ) -> Result<Self, Rejection> {
        let head = Head::of(uri, headers);
        let checked = Route::of(method, uri.path()).and_then(|route| {
            if route != Route::Preflight {
                check(route, &head, headers, body, options)?;
            }
            Ok(route)
        });
        let route = match checked {
            Ok(Route::Preflight) => return Ok(Self::Preflight),
            Ok(route) => route,
            Err(reason) => return Err(Rejection::new(reason, head)),
        };
        let is_lenient = options.read.policy.mode == Mode::Tolerant || is_of_web_sdk(headers);
        let without = is_lenient.then(|| media_edge::without_null_quality(body)).flatten();
        match items::read(route, without.as_deref().unwrap_or(body), options) {
            Ok(read) => {
                let items::Read { items, envelope, errors } = read;
                Ok(Self::Request(Box::new(Received { route, head, items, envelope, errors })))
            }
            Err((reason, session_id)) => {
                Err(Rejection { session_id, ..Rejection::new(reason, head) })
            }
        }
    }
}

/// What is checked before the body is read.
fn check(
    route: Route,
    head: &Head,
    headers: &HeaderMap,
    body: &[u8],
    options: &IncomingOptions,
) -> Result<(), Reason> {
    let is_encoded = headers.get(CONTENT_ENCODING).is_some_and(|encoding| {
        !encoding.is_empty() && !encoding.as_bytes().eq_ignore_ascii_case(b"identity")
    });
    if is_encoded {
        return Err(Reason::Encoded { accepted: "identity" });
    }
    if !headers.get_all(CONTENT_TYPE).iter().all(|value| is_json(value.as_bytes())) {
        return Err(Reason::ContentType);
    }
    if body.is_empty() {
        return Err(Reason::Empty);
    }
    if route.needs_datastream() {
        options.check_datastream(head)?;
    }
    Ok(())
}

/// The content type of Adobe's Web SDK, which saves the preflight.
const TEXT: &str = "text/plain";

/// The content types of JSON that are read, without their parameters.
const JSON: [&str; 3] = ["application/json", TEXT, "text/javascript"];

fn is_json(content_type: &[u8]) -> bool {
    let essence = essence(content_type);
    essence.is_empty() || JSON.iter().any(|json| essence.eq_ignore_ascii_case(json.as_bytes()))
}

fn is_of_web_sdk(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE).map_or(&b""[..], |value| value.as_bytes());
    essence(content_type).eq_ignore_ascii_case(TEXT.as_bytes())
}

/// A content type without its parameters.
fn essence(content_type: &[u8]) -> &[u8] {
    content_type.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii()
}
