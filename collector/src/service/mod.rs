//! The endpoints of the API.

mod body;
mod edge;
mod encoding;
mod endpoints;
mod failure;
mod receiving;
#[cfg(test)]
mod tests;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use media_collection::http::request::Parts;
use media_collection::http::{Method, Request, Response, header};
use media_collection::{Incoming, Policy, Rejection, Route};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::{Semaphore, SemaphorePermit};

pub(crate) use self::edge::Edge;
use self::encoding::Encoding;
use self::failure::Failure;
use self::receiving::Receiving;
use crate::clock::Clock;
use crate::connections::Connection;
use crate::http;
use crate::log::Log;
use crate::sessions::{Origin, Rejected, Sessions, Texts, shortened};
use crate::storage::Storage;

/// Decoding a body of at least this size would delay other requests on this thread.
const LARGE: usize = 64 * 1024;
/// The most characters of a text of a client in the log.
const MAX_LOGGED: usize = 300;

/// The most sessions that are closed by timeouts before others get the lock.
const MAX_SWEPT: usize = 100;

/// The state that all requests share.
#[derive(Debug)]
pub(crate) struct Service {
    sessions: Mutex<Sessions>,
    pub(crate) storage: Storage,
    policy: Policy,
    edge: Edge,
    body_timeout: Duration,
    /// The large bodies that were received, until what they say is stored.
    receiving: Receiving,
    clock: Clock,
    pub(crate) log: Log,
    /// Few reports are made at once: each has a copy of its session's events.
    turns: Semaphore,
}

impl Service {
    pub(crate) fn new(
        sessions: Sessions,
        storage: Storage,
        policy: Policy,
        edge: Edge,
        body_timeout: Duration,
    ) -> Self {
        let (receiving, clock, log) = (Receiving::default(), Clock::start(), Log::default());
        Self {
            sessions: Mutex::new(sessions),
            storage,
            policy,
            edge,
            body_timeout,
            receiving,
            clock,
            log,
            turns: Semaphore::new(2),
        }
    }

    pub(crate) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        // Nothing should panic while it holds the lock; if it does, the collector continues.
        let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        // Also if the request that waited for it was cancelled: a session with a gap takes nothing more.
        for lost in self.storage.take_lost() {
            sessions.lose(&lost);
        }
        sessions
    }

    /// Waits for a turn to work on all events of a session.
    pub(crate) async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        self.turns.acquire().await.ok()
    }

    /// A number that tells the runs of a collector apart: when this one began.
    pub(crate) fn run(&self) -> u64 {
        self.clock.started()
    }

    /// Somebody looks at the page. Returns the ids of sessions that it lists without a report, if they
    /// are wanted.
    pub(crate) fn watched(&self, wanted: bool) -> Vec<String> {
        let mut sessions = self.sessions();
        sessions.watch(self.clock.now());
        if wanted { sessions.lacking_reports() } else { Vec::new() }
    }

    /// The events of a session that can be shown. They are copied in parts, so that others are not
    /// kept waiting.
    pub(crate) fn texts(&self, id: &str) -> Option<Texts> {
        let mut texts = Texts::of(id);
        while self.sessions().more_texts(&mut texts)? {}
        Some(texts.sorted())
    }

    /// Closes the sessions that timed out: a few at a time, so that requests are answered between.
    pub(crate) fn sweep(&self) {
        let now = self.clock.now();
        loop {
            let closed = {
                let mut sessions = self.sessions();
                let closed = sessions.sweep(now, MAX_SWEPT);
                for (id, reason) in &closed {
                    self.storage.closed(now, id, *reason);
                }
                closed
            };
            for (id, reason) in &closed {
                self.log.closed(|| tracing::info!("session {id} closed: {reason}"));
            }
            if closed.len() < MAX_SWEPT {
                return;
            }
        }
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
    let response = if let Some((status, message)) = http::violation(&parts) {
        let failure = Failure::Failed(status, message.to_owned());
        fail(service, &parts, &received, failure)
    } else {
        match Route::of(&parts.method, parts.uri.path()) {
            Err(Rejection::NoEndpoint) if edge::is_for_edge(&parts) => {
                edge::respond(service, &mut parts, body, &mut received).await
            }
            Err(rejection) => fail(service, &parts, &received, rejection.into()),
            Ok(_) => match accept(service, &mut parts, body, &mut received).await {
                Ok(response) => response,
                Err(failure) => fail(service, &parts, &received, failure),
            },
        }
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
    parts: &mut Parts,
    body: body::Receiver<'_, B>,
    received: &mut Bytes,
) -> Result<Response<Vec<u8>>, Failure>
where
    B: HttpBody<Data = Bytes> + Unpin,
{
    let encoding = Encoding::of(&parts.headers)?;
    let client = body.connection.client;
    let body::Received { bytes, mut held, busy: _busy } =
        body.receive(parts, service.policy.max_bytes).await?;
    *received = bytes;
    if encoding == Encoding::Gzip && parts.method == Method::POST {
        *received = body::decompress(service, received, &mut held)?;
    }
    parts.headers.remove(header::CONTENT_ENCODING);
    let large = received.len() >= LARGE;
    let incoming = compute(large, || Incoming::from_parts(parts, received, &service.policy))?;
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
fn fail(
    service: &Service,
    parts: &Parts,
    received: &[u8],
    failure: Failure,
) -> axum::http::Response<Vec<u8>> {
    let now = service.clock.now();
    match failure {
        Failure::Rejected(rejection) => {
            // Requests of a browser for other pages, such as /favicon.ico, are not recorded.
            if rejection != Rejection::NoEndpoint || parts.method == "POST" {
                service.log.rejected(|| {
                    let message = shortened(&rejection.to_string(), MAX_LOGGED);
                    tracing::info!("rejected with {}: {message}", rejection.status());
                });
                service.sessions().reject(Rejected::new(now, parts, received, &rejection));
            }
            rejection.into_response()
        }
        Failure::Failed(status, message) => {
            service.log.failed(|| tracing::warn!("failed with {status}: {message}"));
            let rejected = Rejected::because(now, parts, received, status, message.clone());
            service.sessions().reject(rejected);
            failure::response(status, &message)
        }
    }
}
