//! Finds the endpoint of a request by its method and path.

use http::Method;

use super::rejection::Rejection;
use crate::event::EventType;
use crate::wire::{DOWNLOADED, EVENTS, ROOT, SCHEMAS, SESSIONS, SessionId};

/// The endpoint of a request.
///
/// A path may have any prefix before `/api/v1`. Pass it without its query.
///
/// ```
/// use media_collection::{Route, SessionId, http::Method};
///
/// let route = Route::of(&Method::POST, "/va/api/v1/sessions/3f2a/events")?;
/// assert_eq!(route, Route::Event(SessionId::new("3f2a")?));
///
/// let rejection = Route::of(&Method::GET, "/api/v1/downloaded").unwrap_err();
/// assert_eq!(rejection.status(), 405);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Route {
    /// `POST /api/v1/sessions`: a session start, or a deprecated batch.
    Sessions,
    /// `POST /api/v1/sessions/{sid}/events`: an event of an open session.
    Event(SessionId),
    /// `POST /api/v1/downloaded`: a downloaded session.
    Downloaded,
    /// `GET /api/v1/schemas/{eventType}`: a schema.
    Schema(EventType),
    /// `OPTIONS` on any of them: a CORS preflight.
    Preflight,
}

/// An endpoint, before the method is checked.
enum Endpoint {
    Sessions,
    Event(SessionId),
    Downloaded,
    Schema(EventType),
}

impl Route {
    /// Finds the endpoint of a method and a path.
    ///
    /// # Errors
    ///
    /// 404 for a path of no endpoint, 405 for a method that the endpoint does not allow.
    pub fn of(method: &Method, path: &str) -> Result<Self, Rejection> {
        let endpoint = endpoint(path).ok_or(Rejection::NoEndpoint)?;
        let is_read = matches!(endpoint, Endpoint::Schema(_));
        match *method {
            Method::OPTIONS => return Ok(Self::Preflight),
            Method::POST if !is_read => {}
            Method::GET | Method::HEAD if is_read => {}
            _ => return Err(Rejection::MethodNotAllowed { allowed: allowed(is_read) }),
        }
        Ok(match endpoint {
            Endpoint::Sessions => Self::Sessions,
            Endpoint::Event(session) => Self::Event(session),
            Endpoint::Downloaded => Self::Downloaded,
            Endpoint::Schema(event_type) => Self::Schema(event_type),
        })
    }
}

const fn allowed(is_read: bool) -> &'static str {
    if is_read { "GET, HEAD, OPTIONS" } else { "POST, OPTIONS" }
}

fn endpoint(path: &str) -> Option<Endpoint> {
    // Nearly all requests are such ones, with nothing before the root.
    if let Some(id) = id_of_events(path) {
        return SessionId::from_segment(id).ok().map(Endpoint::Event);
    }
    // An id is one segment, so it cannot contain the root: the last one belongs to the endpoint.
    let bytes = path.as_bytes();
    let begins = |at: &usize| bytes[*at] == b'/' && bytes[*at..].starts_with(ROOT.as_bytes());
    let path = &path[(0..bytes.len()).rev().find(begins)?..];
    if path == SESSIONS {
        return Some(Endpoint::Sessions);
    }
    if path == DOWNLOADED {
        return Some(Endpoint::Downloaded);
    }
    let (parent, last) = path.rsplit_once('/')?;
    if parent == SCHEMAS {
        return EventType::from_wire(last).map(Endpoint::Schema);
    }
    id_of_events(path).and_then(|id| SessionId::from_segment(id).ok()).map(Endpoint::Event)
}

/// The id in the path of a session's events, as it is written.
fn id_of_events(path: &str) -> Option<&str> {
    let id = path.strip_prefix(SESSIONS)?.strip_prefix('/')?.strip_suffix(EVENTS)?;
    id.strip_suffix('/').filter(|id| !id.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(method: &Method, path: &str) -> u16 {
        Route::of(method, path).map_or_else(|rejection| rejection.status().as_u16(), |_| 200)
    }

    #[test]
    fn paths_and_methods() {
        for (method, path, expected) in [
            (Method::POST, "/api/v1/sessions", 200),
            (Method::POST, "/a/b/api/v1/downloaded", 200),
            (Method::POST, "/api/v1/api/v1/downloaded", 200),
            (Method::POST, "/api/v1/sessions/a%2Fb/events", 200),
            (Method::GET, "/api/v1/schemas/adStart", 200),
            (Method::HEAD, "/api/v1/schemas/adStart", 200),
            (Method::OPTIONS, "/api/v1/sessions/x/events", 200),
            (Method::OPTIONS, "/api/v1/schemas/play", 200),
            (Method::POST, "/api/v1/schemas/play", 405),
            (Method::GET, "/api/v1/sessions", 405),
            (Method::PUT, "/api/v1/sessions/x/events", 405),
            (Method::DELETE, "/api/v1/downloaded", 405),
            (Method::GET, "/api/v1/schemas/Play", 404),
            (Method::GET, "/api/v1/schemas/", 404),
            (Method::GET, "/api/v1/schemas/a/play", 404),
            (Method::OPTIONS, "/elsewhere", 404),
            (Method::POST, "/", 404),
            (Method::POST, "", 404),
            (Method::POST, "/api/v1/", 404),
            (Method::POST, "/api/v2/sessions", 404),
            (Method::POST, "/api/v1/sessions/", 404),
            (Method::POST, "/api/v1/sessions//events", 404),
            (Method::POST, "/api/v1/sessions/../events", 404),
            (Method::POST, "/api/v1/sessions/%2e%2E/events", 404),
            (Method::POST, "/api/v1/sessions/a/b/events", 404),
            (Method::POST, "/api/v1/sessions/a/events/", 404),
            (Method::POST, "/api/v1/sessions/events", 404),
            (Method::POST, "/api/v1/sessions/aevents", 404),
            (Method::POST, "/api/v1/sessions/events/events", 200),
            (Method::POST, "/api/v1/sessions/a/api/v1/sessions/b/events", 200),
            (Method::POST, "/a/api/v1/sessions/b/events", 200),
            (Method::POST, "/api/v1/a/events", 404),
            (Method::POST, "/xapi/v1/sessions", 404),
        ] {
            assert_eq!(status(&method, path), expected, "{method} {path}");
        }
    }
}
