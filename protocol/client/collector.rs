//! The collector's address, and the requests to it.

use std::fmt;
use std::str::FromStr;

use http::header::{CONTENT_TYPE, HeaderValue};
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{Request, Uri};

use crate::constraints::{EncodeError, ParseError};
use crate::event::{Event, EventType, SessionStart};
use crate::session::{DownloadedSession, RawSession};
#[cfg(feature = "edge")]
use crate::wire::edge::Service;
use crate::wire::{
    Api, Call, Created, Method, OtherService, ROOT, SessionId, is_percent_code, is_segment_byte,
};

/// The address of a collector: scheme, host, optional port and path prefix; and its API.
///
/// [`new`](Self::new) and `parse` are for the Media Collection API. With the feature `edge`,
/// `Collector::edge` is for the Media Edge API; everything else stays the same.
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
/// # Ok::<(), media_collection::error::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Collector {
    scheme: Scheme,
    authority: Authority,
    /// Empty, or a path without a trailing slash.
    prefix: String,
    /// Of the Media Edge API.
    #[cfg(feature = "edge")]
    pub(super) edge: Option<Box<Service>>,
}

/// A DNS name of at most 253 characters, and a port.
const MAX_AUTHORITY_BYTES: usize = 253 + ":65535".len();

/// Leaves room for the rest of a request's path.
const MAX_PREFIX_BYTES: usize = 4096;

impl Collector {
    /// Parses an address: `HOST`, `HOST:PORT` or a URL, each with an optional path prefix. The
    /// scheme is `https` unless the address starts with `http://`.
    ///
    /// # Errors
    ///
    /// When the address has another scheme, user info, a query, a fragment, no host, an invalid
    /// port, dot segments, characters that a path cannot contain, or the path of an endpoint; and
    /// when it is known to belong to [another service](OtherService), such as the heartbeats of
    /// the Media SDKs (`*.hb.omtrdc.net`) or Media Edge.
    /// [`at_any_host`](Self::at_any_host) accepts those.
    pub fn new(base: &str) -> Result<Self, ParseError> {
        let collector = Self::at_any_host(base)?;
        match OtherService::at(collector.authority.host(), &collector.prefix) {
            Some(other) => Err(invalid(other.problem())),
            None => Ok(collector),
        }
    }

    /// Parses an address as [`new`](Self::new) does, but accepts the hosts and paths of other
    /// services: for a proxy or a test server under such a name.
    ///
    /// # Errors
    ///
    /// When the text is not an address, as for [`new`](Self::new).
    pub fn at_any_host(base: &str) -> Result<Self, ParseError> {
        if base.contains('#') {
            return Err(invalid("has a fragment: leave it out"));
        }
        if base.contains('?') {
            return Err(invalid("has a query: leave it out"));
        }
        let with_scheme =
            if base.contains("://") { base.to_owned() } else { format!("https://{base}") };
        let uri: Uri = with_scheme
            .parse()
            .map_err(|_| invalid("is not an address like https://host/prefix"))?;
        let parts = uri.into_parts();
        let scheme = match parts.scheme {
            Some(scheme) if scheme == Scheme::HTTPS || scheme == Scheme::HTTP => scheme,
            _ => return Err(invalid("is neither https nor http")),
        };
        let authority = match parts.authority {
            Some(authority) if authority.as_str().contains('@') => {
                return Err(invalid("has user info: the API uses no credentials"));
            }
            Some(authority) if !authority.host().is_empty() => authority,
            _ => return Err(invalid("has no host")),
        };
        if authority.as_str().len() > MAX_AUTHORITY_BYTES {
            return Err(invalid("has a host that is too long"));
        }
        // The colon may belong to another scheme, as in `ftp:host`, or to an incomplete `https://`.
        let has_port = authority.as_str() != authority.host();
        if has_port && authority.port_u16().is_none_or(|port| port == 0) {
            return Err(invalid("has a port that is not a number from 1 to 65535"));
        }
        let path = parts.path_and_query.as_ref().map_or("", PathAndQuery::path);
        let prefix = path.trim_end_matches('/').to_owned();
        if prefix.len() > MAX_PREFIX_BYTES {
            return Err(invalid("has a path that is too long"));
        }
        if !is_path(&prefix) {
            return Err(invalid("has a character in its path that must be percent-encoded"));
        }
        if has_dot_segment(&prefix) {
            return Err(invalid("has a dot segment in its path"));
        }
        if prefix.contains(ROOT) || prefix.ends_with(ROOT.trim_end_matches('/')) {
            return Err(invalid("has the path of an endpoint: leave out /api/v1 and what follows"));
        }
        Ok(Self {
            scheme,
            authority,
            prefix,
            #[cfg(feature = "edge")]
            edge: None,
        })
    }

    #[cfg(feature = "edge")]
    pub(super) fn host(&self) -> &str {
        self.authority.host()
    }

    /// What stands before the paths.
    #[cfg(feature = "edge")]
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    #[cfg(feature = "edge")]
    pub(super) fn at_edge(self, service: Service, prefix: String) -> Self {
        Self { edge: Some(Box::new(service)), prefix, ..self }
    }

    /// The API that the collector speaks.
    #[must_use]
    pub const fn api(&self) -> Api {
        #[cfg(feature = "edge")]
        if self.edge.is_some() {
            return Api::MediaEdge;
        }
        Api::MediaCollection
    }

    /// Starts an online session: `POST {base}/api/v1/sessions`. See [`Call::start`].
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON.
    #[must_use = "nothing is reported until the request is sent"]
    pub fn start(&self, start: &SessionStart) -> Result<Request<Vec<u8>>, EncodeError> {
        self.request(Call::start(start)?)
    }

    /// Reports an event of an open session: `POST {base}/api/v1/sessions/{sid}/events`.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON, or is a `sessionStart`.
    #[must_use = "nothing is reported until the request is sent"]
    pub fn event(
        &self,
        session: &SessionId,
        event: &Event,
    ) -> Result<Request<Vec<u8>>, EncodeError> {
        self.request(Call::event(session, event)?)
    }

    /// Sends a downloaded session: `POST {base}/api/v1/downloaded`.
    ///
    /// # Errors
    ///
    /// When an event cannot be encoded as JSON.
    #[must_use = "nothing is reported until the request is sent"]
    pub fn upload(&self, session: &DownloadedSession) -> Result<Request<Vec<u8>>, EncodeError> {
        self.request(Call::upload(session)?)
    }

    /// Sends a downloaded session in the deprecated form: `POST {base}/api/v1/sessions`. See
    /// [`Call::upload_legacy`].
    ///
    /// # Errors
    ///
    /// When an event cannot be encoded as JSON.
    #[must_use = "nothing is reported until the request is sent"]
    pub fn upload_legacy(
        &self,
        session: &DownloadedSession,
    ) -> Result<Request<Vec<u8>>, EncodeError> {
        self.request(Call::upload_legacy(session)?)
    }

    /// Sends a session as it is. See [`Call::upload_raw`].
    ///
    /// # Errors
    ///
    /// As for [`RawSession::encode`].
    #[must_use = "nothing is reported until the request is sent"]
    pub fn upload_raw(&self, session: &RawSession) -> Result<Request<Vec<u8>>, EncodeError> {
        self.request(Call::upload_raw(session)?)
    }

    /// Requests a schema: `GET {base}/api/v1/schemas/{eventType}`. Only the Media Collection API
    /// serves them.
    #[must_use]
    pub fn schema(&self, event_type: EventType) -> Request<Vec<u8>> {
        self.plain(Call::schema(event_type))
    }

    /// Makes a request to this collector from a call.
    ///
    /// # Errors
    ///
    /// When the collector's API is Media Edge, and has no form for a value:
    /// [`Request::encode`](crate::edge::Request::encode) says for which. The Media Collection API has
    /// one for every call.
    #[must_use = "nothing is reported until the request is sent"]
    pub fn request(&self, call: Call) -> Result<Request<Vec<u8>>, EncodeError> {
        Ok(self.plain(self.call(call)?))
    }

    /// Makes of a call what this collector's API has, for HTTP stacks that do not use the `http` crate.
    ///
    /// # Errors
    ///
    /// As for [`request`](Self::request).
    pub fn call(&self, call: Call) -> Result<Call, EncodeError> {
        #[cfg(feature = "edge")]
        if let Some(service) = &self.edge {
            return service.spell(&call);
        }
        Ok(call)
    }

    /// The same, for requests after the one that opened a session.
    pub(super) fn connected(self, created: &Created) -> Self {
        #[cfg(feature = "edge")]
        if !created.connection.is_empty() {
            return self.with_connection(created.connection.clone());
        }
        let _ = created;
        self
    }

    /// The request for a call of this collector's API.
    pub(super) fn plain(&self, call: Call) -> Request<Vec<u8>> {
        let content_type = call.content_type();
        let (method, path, body) = call.into_parts();
        let uri = self.uri(path);
        let mut request = Request::new(body);
        *request.method_mut() = match method {
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

    fn uri(&self, mut path: String) -> Uri {
        path.insert_str(0, &self.prefix);
        let path = PathAndQuery::try_from(path)
            // `new` checked the prefix, and every segment of a call's path is known or encoded.
            .expect("a checked prefix and a call's path make a path");
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(path);
        Uri::from_parts(parts).expect("scheme, host and path make an address")
    }
}

/// Whether the text is a path by RFC 3986. HTTP stacks rewrite other characters, such as a
/// backslash to a slash.
fn is_path(path: &str) -> bool {
    let bytes = path.as_bytes();
    bytes.iter().enumerate().all(|(at, byte)| match byte {
        b'%' => is_percent_code(bytes, at),
        b'/' => true,
        _ => is_segment_byte(*byte),
    })
}

/// Whether a segment is `.` or `..`, also for stacks and servers that decode dots and slashes.
fn has_dot_segment(path: &str) -> bool {
    let plain = path.to_ascii_lowercase();
    let plain = plain.replace("%2e", ".").replace("%2f", "/").replace("%5c", "/");
    plain.split('/').any(|segment| segment == "." || segment == "..")
}

impl FromStr for Collector {
    type Err = ParseError;

    fn from_str(base: &str) -> Result<Self, ParseError> {
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

fn invalid(problem: &'static str) -> ParseError {
    ParseError::new("the collector's address", problem)
}
