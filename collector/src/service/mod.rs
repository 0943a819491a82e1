//! The endpoints of the API.

mod body;
mod edge;
mod encoding;
mod endpoints;
mod failure;
mod pieces;
mod receiving;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use media_collection::edge::Envelope;
use media_collection::http::request::Parts;
use media_collection::http::{Method, Request, Response, header};
use media_collection::{Api, Incoming, Policy, Rejection, Route};
use tokio::runtime::{Handle, RuntimeFlavor};

pub(crate) use self::edge::Edge;
use self::encoding::Encoding;
use self::failure::Failure;
use self::receiving::Receiving;
use crate::backend::Backend;
use crate::clock::Clock;
use crate::connections::Connection;
use crate::forward::Figures;
use crate::http;
use crate::log::Log;
use crate::metrics::{Counts, Page};
use crate::redact::Redaction;
use crate::sessions::{Origin, Rejected, shortened};

/// Decoding a body of at least this size would delay other requests on this thread.
const LARGE: usize = 64 * 1024;
/// The most characters of a text of a client in the log.
const MAX_LOGGED: usize = 300;

/// The state that all requests share.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) backend: Backend,
    policy: Policy,
    edge: Edge,
    body_timeout: Duration,
    redaction: Option<Redaction>,
    /// The large bodies that were received, until what they say is stored.
    receiving: Receiving,
    clock: Clock,
    pub(crate) log: Log,
    pub(crate) counts: Counts,
    /// Of the program, if it says.
    pub(crate) dropped_log_lines: Option<Arc<AtomicU64>>,
    /// Of what is forwarded from the folder.
    pub(crate) forwarded: Option<Arc<Figures>>,
}

impl Service {
    pub(crate) fn new(
        backend: Backend,
        policy: Policy,
        edge: Edge,
        body_timeout: Duration,
        redaction: Option<Redaction>,
    ) -> Self {
        let (receiving, log) = (Receiving::default(), Log::default());
        let clock = backend.board().clock;
        Self {
            backend,
            policy,
            edge,
            body_timeout,
            redaction,
            receiving,
            clock,
            log,
            counts: Counts::default(),
            dropped_log_lines: None,
            forwarded: None,
        }
    }

    /// What may be kept of what stands around events.
    fn kept(&self, envelope: Envelope) -> Envelope {
        match &self.redaction {
            Some(redaction) => redaction.envelope(envelope),
            None => envelope,
        }
    }

    /// Records a rejected request for the page. What is to be redacted cannot be found in a body that is not
    /// valid, so that none of it is kept then.
    async fn reject(&self, rejected: Rejected) {
        let is_kept = self.redaction.is_none();
        self.backend.reject(if is_kept { rejected } else { rejected.without_body() }).await;
    }
}

/// What is counted, and how much there is of what has limits.
impl Service {
    pub(crate) fn write_metrics(&self, page: &mut Page<'_>) -> fmt::Result {
        self.counts.write(page)?;
        let help = "Bytes of large bodies that were received and are not stored yet";
        page.gauge("received_bytes", help, self.receiving.bytes() as u64)?;
        let left_out = self.log.left_out().map(|(kind, count)| ([("kind", kind)], count));
        let help = "Lines of the log that were left out, since there were too many of a kind";
        page.counters("log_lines_left_out", help, left_out)?;
        if let Some(dropped) = &self.dropped_log_lines {
            let help = "Lines of the log that were dropped, since nobody read them in time";
            page.counter("log_lines_dropped", help, dropped.load(Ordering::Relaxed))?;
        }
        if let Some(forwarded) = &self.forwarded {
            forwarded.write(page)?;
        }
        self.backend.write_metrics(page)
    }
}

/// Responds to every path that does not belong to the page.
pub(crate) async fn respond<B>(
    service: &Service,
    connection: &Connection,
    request: Request<B>,
) -> Response<Body>
where
    B: HttpBody<Data = Bytes> + Unpin,
{
    let (mut parts, body) = request.into_parts();
    let mut received = Bytes::new();
    let body = body::Receiver { service, connection, body };
    let response = match Route::of(&parts.method, parts.uri.path()) {
        Err(Rejection::NoEndpoint) if edge::is_for_edge(&parts) => {
            edge::respond(service, &mut parts, body, &mut received).await
        }
        route => match accept(service, route, &mut parts, body, &mut received).await {
            Ok(response) => response,
            Err(failure) => fail(service, &parts, &received, failure).await,
        },
    };
    tracing::debug!(
        "{} {:?}: {}",
        parts.method,
        shortened(parts.uri.path(), MAX_LOGGED),
        response.status()
    );
    response.map(Body::from)
}

async fn accept<B>(
    service: &Service,
    route: Result<Route, Rejection>,
    parts: &mut Parts,
    body: body::Receiver<'_, B>,
    received: &mut Bytes,
) -> Result<Response<Vec<u8>>, Failure>
where
    B: HttpBody<Data = Bytes> + Unpin,
{
    if let Some((status, message)) = http::violation(parts) {
        return Err(Failure::Failed(status, message.to_owned()));
    }
    let route = route?;
    let encoding = Encoding::of(&parts.headers)?;
    let client = body.connection.client;
    let body::Received { bytes, mut held, busy: _busy } =
        body.receive(parts, service.policy.max_bytes).await?;
    *received = bytes;
    if encoding == Encoding::Gzip && parts.method == Method::POST {
        *received = body::decompress(service, received, &mut held)?;
    }
    parts.headers.remove(header::CONTENT_ENCODING);
    let (large, headers) = (received.len() >= LARGE, &parts.headers);
    let incoming =
        compute(large, || Incoming::from_route(route, headers, received, &service.policy))?;
    match incoming {
        Incoming::Start(start) => endpoints::start(service, client, *start).await,
        Incoming::Event { session_id, event } => {
            endpoints::event(service, session_id.as_str(), event).await
        }
        Incoming::Downloaded(session) => {
            endpoints::upload(service, *session, Origin::Downloaded, large).await
        }
        Incoming::LegacyBatch(session) => {
            endpoints::upload(service, *session, Origin::LegacyBatch, large).await
        }
        Incoming::Schema(event_type) => Ok(event_type.schema_response()),
        Incoming::Preflight => Ok(encoding::preflight(&parts.headers)),
        _ => Err(Rejection::NoEndpoint.into()),
    }
}

/// Runs `work`; if `large`, without blocking the other tasks of this thread.
pub(crate) fn compute<T>(large: bool, work: impl FnOnce() -> T) -> T {
    // A runtime with a single thread cannot move the other tasks to another one.
    if large && Handle::current().runtime_flavor() != RuntimeFlavor::CurrentThread {
        tokio::task::block_in_place(work)
    } else {
        work()
    }
}

/// Makes the response to a request that is not accepted, and records it for the page.
async fn fail(
    service: &Service,
    parts: &Parts,
    received: &[u8],
    failure: Failure,
) -> axum::http::Response<Vec<u8>> {
    let now = service.clock.now();
    let api = Api::MediaCollection;
    match failure {
        Failure::Rejected(rejection) => {
            let violations: &[_] = match &rejection {
                Rejection::Invalid { violations, .. } => violations,
                _ => &[],
            };
            let keywords = violations.iter().map(|violation| violation.keyword.as_str());
            service.counts.rejected(api, rejection.status(), keywords);
            // Requests of a browser for other pages, such as /favicon.ico, are not recorded.
            if rejection != Rejection::NoEndpoint || parts.method == "POST" {
                service.log.rejected(|| {
                    let message = shortened(&rejection.to_string(), MAX_LOGGED);
                    tracing::info!("rejected with {}: {message}", rejection.status());
                });
                service.reject(Rejected::new(now, parts, received, &rejection)).await;
            }
            rejection.into_response()
        }
        Failure::Failed(status, message) => {
            service.counts.rejected(api, status, std::iter::empty());
            service.log.failed(|| tracing::warn!("failed with {status}: {message}"));
            let rejected = Rejected::because(now, parts, received, status, message.clone());
            service.reject(rejected).await;
            failure::response(status, &message)
        }
    }
}
