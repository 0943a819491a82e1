//! The collector's address, and the requests that go there.

use std::fmt;
use std::str::FromStr;

use http::header::{CONTENT_TYPE, HeaderValue};
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{Request, Uri};

use crate::bindings::EventType;
use crate::error::EncodeError;
use crate::event::{Event, SessionStart};
use crate::session::DownloadedSession;
use crate::wire::{Call, Method, SessionId};

/// The base of a collector: scheme, host, and a path prefix if it has one.
///
/// ```
/// use media_collection::Collector;
///
/// let collector: Collector = "example.hb-api.omtrdc.net".parse()?;
/// assert_eq!(collector.to_string(), "https://example.hb-api.omtrdc.net");
///
/// let behind_a_prefix: Collector = "http://localhost:8080/va/".parse()?;
/// assert_eq!(behind_a_prefix.to_string(), "http://localhost:8080/va");
///
/// assert!("https://user:secret@host".parse::<Collector>().is_err());
/// # Ok::<(), media_collection::InvalidCollector>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Collector {
    scheme: Scheme,
    authority: Authority,
    /// Empty, or a path without a slash at its end.
    prefix: String,
}

/// Longer prefixes leave no room for the rest of a path.
const MOST_PREFIX_BYTES: usize = 4096;

impl Collector {
    /// The collector at this address: `https` unless it says `http`, with a path prefix if it has
    /// one.
    ///
    /// # Errors
    ///
    /// When it could not be a base: another scheme, user info, a query, a fragment, dot
    /// segments, no host, or an endpoint's own path.
    pub fn new(base: &str) -> Result<Self, InvalidCollector> {
        if base.contains('#') {
            return Err(InvalidCollector::new("has a fragment: leave it out"));
        }
        if base.contains('?') {
            return Err(InvalidCollector::new("has a query: leave it out"));
        }
        let with_scheme =
            if base.contains("://") { base.to_owned() } else { format!("https://{base}") };
        let uri: Uri = with_scheme
            .parse()
            .map_err(|_| InvalidCollector::new("is no address like https://host/prefix"))?;
        let parts = uri.into_parts();
        let scheme = match parts.scheme {
            Some(scheme) if scheme == Scheme::HTTPS || scheme == Scheme::HTTP => scheme,
            _ => return Err(InvalidCollector::new("is neither https nor http")),
        };
        let authority = match parts.authority {
            Some(authority) if authority.as_str().contains('@') => {
                return Err(InvalidCollector::new("has user info: no credentials are sent"));
            }
            Some(authority) if !authority.host().is_empty() => authority,
            _ => return Err(InvalidCollector::new("has no host")),
        };
        let path = parts.path_and_query.as_ref().map_or("", PathAndQuery::path);
        let prefix = path.trim_end_matches('/').to_owned();
        if prefix.len() > MOST_PREFIX_BYTES {
            return Err(InvalidCollector::new("has a path that is too long"));
        }
        if prefix.split('/').any(is_dot_segment) {
            return Err(InvalidCollector::new("has a dot segment in its path"));
        }
        if prefix.ends_with("/api/v1") || prefix.contains("/api/v1/") {
            return Err(InvalidCollector::new(
                "has an endpoint's path: leave out /api/v1 and what follows",
            ));
        }
        Ok(Self { scheme, authority, prefix })
    }

    /// Begins an online session: `POST {base}/api/v1/sessions`.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn start(&self, start: &SessionStart) -> Result<Request<Vec<u8>>, EncodeError> {
        Call::start(start).map(|call| self.request(call))
    }

    /// Reports an event of an open session: `POST {base}/api/v1/sessions/{sid}/events`.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form, or is a `sessionStart`.
    pub fn event(
        &self,
        session: &SessionId,
        event: &Event,
    ) -> Result<Request<Vec<u8>>, EncodeError> {
        Call::event(session, event).map(|call| self.request(call))
    }

    /// Sends a downloaded session: `POST {base}/api/v1/downloaded`.
    ///
    /// # Errors
    ///
    /// When an event has no JSON form.
    pub fn upload(&self, session: &DownloadedSession) -> Result<Request<Vec<u8>>, EncodeError> {
        Call::upload(session).map(|call| self.request(call))
    }

    /// Sends a downloaded session in the deprecated form: `POST {base}/api/v1/sessions`.
    ///
    /// # Errors
    ///
    /// When an event has no JSON form.
    pub fn upload_legacy(
        &self,
        session: &DownloadedSession,
    ) -> Result<Request<Vec<u8>>, EncodeError> {
        Call::upload_legacy(session).map(|call| self.request(call))
    }

    /// Asks for a schema document: `GET {base}/api/v1/schemas/{eventType}`.
    #[must_use]
    pub fn schema(&self, event_type: EventType) -> Request<Vec<u8>> {
        self.request(Call::schema(event_type))
    }

    /// A call as a request to this collector.
    #[must_use]
    pub fn request(&self, call: Call) -> Request<Vec<u8>> {
        let content_type = call.content_type();
        let uri = self.uri(&call.path);
        let mut request = Request::new(call.body);
        *request.method_mut() = match call.method {
            Method::Get => http::Method::GET,
            Method::Post => http::Method::POST,
        };
        *request.uri_mut() = uri;
        if let Some(content_type) = content_type {
            let value = HeaderValue::from_static(content_type);
            request.headers_mut().insert(CONTENT_TYPE, value);
        }
        request
    }

    fn uri(&self, path: &str) -> Uri {
        let path = PathAndQuery::try_from(format!("{}{path}", self.prefix))
            // The prefix came from an address, and a path is made of known and encoded segments.
            .expect("a checked prefix and a path make a path");
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(path);
        Uri::from_parts(parts).expect("scheme, host and path make an address")
    }
}

fn is_dot_segment(segment: &str) -> bool {
    let plain = segment.to_ascii_lowercase().replace("%2e", ".");
    plain == "." || plain == ".."
}

impl FromStr for Collector {
    type Err = InvalidCollector;

    fn from_str(base: &str) -> Result<Self, InvalidCollector> {
        Self::new(base)
    }
}

impl fmt::Display for Collector {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}://{}{}", self.scheme, self.authority, self.prefix)
    }
}

impl fmt::Debug for Collector {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Collector({self})")
    }
}

/// An address that cannot be a collector's base.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the collector's address {problem}")]
pub struct InvalidCollector {
    problem: &'static str,
}

impl InvalidCollector {
    const fn new(problem: &'static str) -> Self {
        Self { problem }
    }
}
