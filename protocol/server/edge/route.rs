//! Finds the endpoint of a request by its method and path.

use http::Method;

use super::reason::Reason;
use crate::event::EventType;
use crate::media_edge;
use crate::wire::edge::{VERSION, is_root};

/// The endpoint of a request of the Media Edge API.
///
/// A path may have any prefix before `/va/v1` or `/v1`: Adobe's own is `/ee`, `/ee-pre-prd`, or either
/// of them with a [location hint](Self::hint). Pass it without its query.
///
/// ```
/// use media_collection::edge::Route;
/// use media_collection::http::Method;
///
/// assert_eq!(Route::of(&Method::POST, "/ee/or2/va/v1/adStart").unwrap(), Route::Event("adStart"));
/// assert_eq!(Route::of(&Method::POST, "/ee/v1/interact").unwrap(), Route::Interact);
/// assert_eq!(Route::of(&Method::GET, "/ee/va/v1/play").unwrap_err().status(), 405);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Route {
    /// `POST /va/v1/sessionStart`: starts of sessions.
    Start,
    /// `POST /va/v1/{event}`: events of open sessions, all of this type.
    Event(&'static str),
    /// `POST /va/v1/downloaded`: downloaded sessions.
    Downloaded,
    /// `POST /v1/interact`: events of any type. Adobe's Web SDK sends starts of sessions there, and
    /// everything that has nothing to do with media.
    Interact,
    /// `POST /v1/collect`: the same, from a page that is closed and reads no reply.
    Collect,
    /// `POST /v1/privacy/set-consent`, `/v1/privacy/get-consent` and `/v1/identity/acquire`: what Adobe's Web
    /// SDK asks besides. It is not about media, and the reply has nothing.
    Other,
    /// `OPTIONS` on any of them: a CORS preflight.
    Preflight,
}

const METHODS: &str = "POST, OPTIONS";
/// Before the names of the endpoints that take events of all services.
const ALL: &str = "/v1";
/// Endpoints of other services.
const OTHER: [&str; 3] =
    ["/v1/privacy/set-consent", "/v1/privacy/get-consent", "/v1/identity/acquire"];

impl Route {
    /// Finds the endpoint of a method and a path.
    ///
    /// # Errors
    ///
    /// 404 for a path of no endpoint, 405 for a method that the endpoint does not allow.
    pub fn of(method: &Method, path: &str) -> Result<Self, Reason> {
        let (route, _) = endpoint(path).ok_or(Reason::NoEndpoint)?;
        match *method {
            Method::OPTIONS => Ok(Self::Preflight),
            Method::POST => Ok(route),
            _ => Err(Reason::MethodNotAllowed { allowed: METHODS }),
        }
    }

    /// Whether a path belongs to this API, be it of an endpoint or not: a server of both APIs answers an
    /// unknown one as this API does.
    ///
    /// ```
    /// use media_collection::edge::Route;
    ///
    /// assert!(Route::is_of_edge("/ee/va/v1/customTracking") && Route::is_of_edge("/ee/or2/v2/interact"));
    /// assert!(!Route::is_of_edge("/api/v1/sessions"));
    /// ```
    #[must_use]
    pub fn is_of_edge(path: &str) -> bool {
        endpoint(path).is_some() || path.contains(VERSION) || path.split('/').any(is_root)
    }

    /// The location hint in a path: the segment after `ee`, such as `or2`. A client gets it with the
    /// reply to its first request, and so stays in one region.
    ///
    /// ```
    /// use media_collection::edge::Route;
    ///
    /// assert_eq!(Route::hint("/ee/or2/va/v1/play"), Some("or2"));
    /// assert_eq!(Route::hint("/ee/va/v1/play"), None);
    /// ```
    #[must_use]
    pub fn hint(path: &str) -> Option<&str> {
        let (_, prefix) = endpoint(path)?;
        let (before, hint) = prefix.rsplit_once('/')?;
        let first = before.rsplit('/').next()?;
        (is_root(first) && !hint.is_empty()).then_some(hint)
    }

    /// Whether its events are answered one by one, so that some may be accepted and others not.
    pub(super) fn answers_each(self) -> bool {
        !matches!(self, Self::Event(_) | Self::Preflight)
    }

    /// Whether a request has to name a datastream.
    pub(super) fn needs_datastream(self) -> bool {
        self.answers_each() && self != Self::Other
    }
}

/// The endpoint of a path, and the prefix before it.
fn endpoint(path: &str) -> Option<(Route, &str)> {
    let (parent, last) = path.rsplit_once('/')?;
    if let Some(prefix) = parent.strip_suffix(VERSION.trim_end_matches('/')) {
        let route = match media_edge::endpoint(last)? {
            media_edge::DOWNLOADED => Route::Downloaded,
            event if event == EventType::SessionStart.as_str() => Route::Start,
            event => Route::Event(event),
        };
        return Some((route, prefix));
    }
    if let Some(prefix) = OTHER.iter().find_map(|other| path.strip_suffix(other)) {
        return Some((Route::Other, prefix));
    }
    let prefix = parent.strip_suffix(ALL)?;
    match last {
        "interact" => Some((Route::Interact, prefix)),
        "collect" => Some((Route::Collect, prefix)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_methods() {
        for (method, path, expected) in [
            (Method::POST, "/ee/va/v1/sessionStart", 200),
            (Method::POST, "/ee/va6/va/v1/sessionEnd", 200),
            (Method::POST, "/ee-pre-prd/va/v1/downloaded", 200),
            (Method::POST, "/ee-pre-prd/irl1/va/v1/statesUpdate", 200),
            (Method::POST, "/va/v1/ping", 200),
            (Method::POST, "/a/b/va/v1/ping", 200),
            (Method::POST, "/ee/v1/interact", 200),
            (Method::POST, "/ee/jpn3/v1/interact", 200),
            (Method::POST, "/ee/v1/collect", 200),
            (Method::POST, "/ee/v1/privacy/set-consent", 200),
            (Method::POST, "/ee/or2/v1/identity/acquire", 200),
            (Method::OPTIONS, "/ee/v1/privacy/set-consent", 200),
            (Method::POST, "/ee/v1/privacy", 404),
            (Method::OPTIONS, "/ee/va/v1/play", 200),
            (Method::OPTIONS, "/ee/v1/interact", 200),
            (Method::GET, "/ee/va/v1/play", 405),
            (Method::PUT, "/ee/v1/interact", 405),
            (Method::HEAD, "/ee/va/v1/downloaded", 405),
            (Method::POST, "/ee/va/v1/Play", 404),
            (Method::POST, "/ee/va/v1/play/", 404),
            (Method::POST, "/ee/va/v1/media.play", 404),
            (Method::POST, "/ee/va/v1/stateStart", 404),
            (Method::POST, "/ee/va/v1/interact", 404),
            (Method::POST, "/ee/va/v1/", 404),
            (Method::POST, "/ee/va/v2/play", 404),
            (Method::POST, "/ee/v2/interact", 404),
            (Method::POST, "/eeva/v1/play", 404),
            (Method::POST, "/ee/v1/interact/x", 404),
            (Method::OPTIONS, "/elsewhere", 404),
            (Method::POST, "/", 404),
            (Method::POST, "", 404),
        ] {
            let status = match Route::of(&method, path) {
                Ok(_) => 200,
                Err(reason) => reason.status().as_u16(),
            };
            assert_eq!(status, expected, "{method} {path}");
        }
    }

    #[test]
    fn hints() {
        for (path, hint) in [
            ("/ee/va/v1/play", None),
            ("/ee/or2/va/v1/play", Some("or2")),
            ("/ee/or2/v1/interact", Some("or2")),
            ("/ee-pre-prd/or2/va/v1/play", Some("or2")),
            ("/first/party/ee/irl1/va/v1/play", Some("irl1")),
            ("/first/party/va/v1/play", None),
            ("/eel/or2/va/v1/play", None),
            ("/ee//va/v1/play", None),
            ("/va/v1/play", None),
            ("/elsewhere", None),
        ] {
            assert_eq!(Route::hint(path), hint, "{path}");
        }
    }
}
