//! Who may see the page, and the headers of its responses.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use subtle::ConstantTimeEq as _;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::connections::Connection;
use crate::digits;
use crate::http;
use crate::later::try_later;
use crate::options::{PageAccess, PageOptions};

/// Allows only files of this server and no inline scripts, so that received text cannot run as a
/// script.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The most bytes of responses that have not been read yet.
const MAX_UNREAD: usize = 64 * 1024 * 1024;
/// Smaller responses do not count.
const SMALL: u64 = 64 * 1024;
/// A response that is made while it is read counts as so many bytes.
const PART: u64 = 2 * 1024 * 1024;

/// Who may see the page, before it is known where the collector listens.
pub(crate) struct Guard {
    options: PageOptions,
    /// The token if none was chosen.
    random: Option<String>,
}

/// Without the token.
impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard").field("options", &self.options).finish_non_exhaustive()
    }
}

impl Guard {
    pub(crate) fn new(options: PageOptions) -> Self {
        Self { options, random: digits::random::<32>().ok() }
    }

    /// For a collector that listens on this address; `None` if there is no page.
    pub(crate) fn at(&self, local: SocketAddr) -> Option<Guarded> {
        let token = self.token(local)?.map(|token| {
            let cookie = format!("media-collection-page-{}", local.port());
            Token { token, cookie }
        });
        let unread = Arc::new(Semaphore::new(MAX_UNREAD));
        let hosts = self.options.hosts.iter().map(|host| host.to_ascii_lowercase()).collect();
        Some(Guarded { hosts, local: local.ip(), token, unread })
    }

    /// The address of the page, with the token.
    pub(crate) fn url(&self, local: SocketAddr) -> Option<String> {
        let query = self.token(local)?.map(|token| format!("?token={token}"));
        Some(format!("http://{local}/{}", query.unwrap_or_default()))
    }

    /// The token, if one is needed; `None` if there is no page.
    fn token(&self, local: SocketAddr) -> Option<Option<String>> {
        match &self.options.access {
            PageAccess::Off => None,
            PageAccess::Open => Some(None),
            PageAccess::Token(token) => Some(Some(token.clone())),
            PageAccess::Automatic if local.ip().to_canonical().is_loopback() => Some(None),
            // Without random numbers there is no page.
            PageAccess::Automatic => self.random.clone().map(Some),
        }
    }
}

/// Who may see the page.
#[derive(Debug)]
pub(crate) struct Guarded {
    /// In small letters.
    hosts: Vec<String>,
    local: IpAddr,
    token: Option<Token>,
    unread: Arc<Semaphore>,
}

struct Token {
    token: String,
    /// The name of its cookie. Cookies do not depend on ports, so it does.
    cookie: String,
}

/// Without the token.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("cookie", &self.cookie).finish_non_exhaustive()
    }
}

impl Token {
    /// Whether this is the token. The time that this takes does not say how much of it is right.
    fn is(&self, given: &str) -> bool {
        self.token.as_bytes().ct_eq(given.as_bytes()).into()
    }

    /// Whether the header or the cookie has it.
    fn is_in(&self, headers: &HeaderMap) -> bool {
        let texts = |name| headers.get_all(name).into_iter().filter_map(|one| one.to_str().ok());
        let bearer = texts(header::AUTHORIZATION).filter_map(|text| {
            let (scheme, token) = text.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
        });
        let cookies = texts(header::COOKIE).flat_map(|text| text.split(';'));
        let cookies = cookies.filter_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            (name == self.cookie).then_some(value)
        });
        bearer.chain(cookies).any(|given| self.is(given))
    }
}

impl Guarded {
    /// The response to a request that may not see the page.
    fn refusal(&self, parts: &Parts) -> Option<Response> {
        if let Some((status, message)) = http::violation(parts) {
            return Some(text(status, message));
        }
        let host = parts.headers.get(header::HOST).and_then(|host| http::host_of(host.as_bytes()));
        let named = host.as_ref().into_iter().chain(parts.uri.authority());
        let local = parts.extensions.get::<Arc<Connection>>().and_then(|one| one.local);
        if !named.into_iter().all(|named| self.allows(named.host(), local)) {
            let message = "The page is not shown under this name of the machine. Use an address on \
                           which the collector listens, or start it with --page-host NAME.";
            return Some(text(StatusCode::FORBIDDEN, message));
        }
        let token = self.token.as_ref()?;
        let query = parts.uri.query().unwrap_or_default();
        let given = query.split('&').find_map(|pair| pair.strip_prefix("token="));
        match given {
            Some(given) if token.is(given) => Some(welcome(token, parts.uri.path())),
            None if token.is_in(&parts.headers) => None,
            _ => {
                let message = "The page needs a token: open the link that the collector printed on \
                               its second line, or send the header `Authorization: Bearer TOKEN`.";
                let mut response = text(StatusCode::UNAUTHORIZED, message);
                let scheme = HeaderValue::from_static("Bearer");
                response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
                Some(response)
            }
        }
    }

    /// The response to a program that may not see what the page shows. One that knows the token may use
    /// any name of this machine.
    pub(crate) fn refuses_program(&self, parts: &Parts) -> Option<Response> {
        match &self.token {
            Some(token) if token.is_in(&parts.headers) => None,
            _ => self.refusal(parts),
        }
    }

    /// Whether a browser may ask for the page by this name.
    fn allows(&self, host: &str, local: Option<IpAddr>) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        match address.map(|address| address.to_canonical()) {
            Ok(address) if address.is_loopback() => true,
            Ok(address) if address == self.local.to_canonical() => true,
            Ok(address) if local.is_some_and(|local| local.to_canonical() == address) => true,
            _ => host == "localhost" || host.ends_with(".localhost") || self.hosts.contains(&host),
        }
    }

    /// Counts what the client has not read yet; too much is refused.
    fn count(&self, response: Response) -> Response {
        let bytes = response.body().size_hint().exact().unwrap_or(PART);
        if bytes <= SMALL {
            return response;
        }
        let permits = u32::try_from(bytes).unwrap_or(u32::MAX);
        match Arc::clone(&self.unread).try_acquire_many_owned(permits) {
            Ok(permit) => response.map(|body| Body::new(Counted { body, _permit: permit })),
            Err(_) => {
                let message = "Too many large responses are not read yet: try again later.";
                let mut response = text(StatusCode::SERVICE_UNAVAILABLE, message);
                try_later(response.headers_mut());
                response
            }
        }
    }
}

/// Lets those see the page who may, and completes the headers of every response.
pub(super) async fn check(
    State(guarded): State<Arc<Guarded>>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let mut response = match guarded.refusal(&parts) {
        Some(refusal) => refusal,
        None => guarded.count(next.run(Request::from_parts(parts, body)).await),
    };
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The response to the link with the token: the browser gets it as a cookie, and asks again.
fn welcome(Token { token, cookie }: &Token, path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let cookie = format!("{cookie}={token}; Path=/; HttpOnly; SameSite=Lax");
    for (name, value) in [(header::SET_COOKIE, &*cookie), (header::LOCATION, path)] {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn text(status: StatusCode, message: &'static str) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, kind, message).into_response()
}

/// A body that counts until it is read.
struct Counted {
    body: Body,
    _permit: OwnedSemaphorePermit,
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        self.body.size_hint()
    }
}
