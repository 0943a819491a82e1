//! The protocol's endpoints: from a request to its answer.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use http_body_util::BodyExt as _;
use media_collection::http::request::Parts;
use media_collection::http::{HeaderValue, StatusCode, header};
use media_collection::{
    Accepted, Created, DownloadedSession, Event, Incoming, Policy, Rejection, Route, SessionId,
    Uploaded,
};
use serde_json::value::RawValue;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::Shared;
use crate::refused::Refused;
use crate::sessions::{Closed, Origin, Sessions, Taken, Written};
use crate::storage::Storage;

/// Bytes of all bodies that are being received.
const MOST_RECEIVING: usize = 256 * 1024 * 1024;
/// From this size on, reading a body would hold up the others on this thread.
const LARGE: usize = 64 * 1024;

/// What every request shares.
#[derive(Debug)]
pub struct App {
    sessions: Mutex<Sessions>,
    pub storage: Storage,
    policy: Policy,
    body_timeout: Duration,
    receiving: Semaphore,
    clock: Clock,
}

impl App {
    pub fn new(
        sessions: Sessions,
        storage: Storage,
        policy: Policy,
        body_timeout: Duration,
        clock: Clock,
    ) -> Self {
        let receiving = Semaphore::new(MOST_RECEIVING);
        Self { sessions: Mutex::new(sessions), storage, policy, body_timeout, receiving, clock }
    }

    pub fn sessions(&self) -> MutexGuard<'_, Sessions> {
        // Nothing panics while it holds the lock; and if it did, the rest should go on.
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes what timed out.
    pub fn sweep(&self) {
        let now = self.clock.now();
        let mut sessions = self.sessions();
        for (id, reason) in sessions.sweep(now) {
            tracing::info!("session {id} closed: {}", explained(reason));
            self.storage.closed(now, &id, reason);
        }
    }
}

/// Milliseconds since 1970 that never go back, even if the system's clock does.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    started: Instant,
    at: Duration,
}

impl Clock {
    pub fn start() -> Self {
        let at = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { started: Instant::now(), at }
    }

    pub fn now(self) -> u64 {
        u64::try_from((self.at + self.started.elapsed()).as_millis()).unwrap_or(u64::MAX)
    }
}

/// Why a request is not answered with success.
enum Refusal {
    /// As the protocol says.
    Rejected(Rejection),
    /// For a reason of HTTP's or of this machine's.
    Failed(StatusCode, String),
}

impl From<Rejection> for Refusal {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

/// Answers every path that is not the page's.
pub async fn protocol(State(app): State<Shared>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let mut received = Bytes::new();
    let response = match answer(&app, &parts, body, &mut received).await {
        Ok(response) => response,
        Err(refusal) => refuse(&app, &parts, &received, refusal),
    };
    tracing::debug!("{} {:?}: {}", parts.method, parts.uri.path(), response.status());
    response.map(Body::from)
}

async fn answer(
    app: &App,
    parts: &Parts,
    body: Body,
    received: &mut Bytes,
) -> Result<axum::http::Response<Vec<u8>>, Refusal> {
    // Nobody has to send megabytes to learn that there is no such endpoint.
    Route::of(&parts.method, parts.uri.path())?;
    let permits;
    (*received, permits) = receive(app, parts, body).await?;
    let large = received.len() >= LARGE;
    let body = &received[..];
    let decode = || Incoming::from_parts(parts, body, &app.policy);
    let incoming = if large { tokio::task::block_in_place(decode) } else { decode() }?;
    drop(permits);
    match incoming {
        Incoming::Start(start) => {
            let id = new_id()?;
            let start = written(Event::from(*start))?;
            let pending = {
                let now = app.clock.now();
                let mut sessions = app.sessions();
                let pending = app.storage.start(now, id.as_str(), &start);
                if let Some(crowded) = sessions.start(now, id.as_str(), start) {
                    tracing::warn!("session {crowded} closed: {}", explained(Closed::Crowded));
                    app.storage.closed(now, &crowded, Closed::Crowded);
                }
                pending
            };
            stored(app, id.as_str(), pending.written().await)?;
            Ok(Created::new(id).into_response())
        }
        Incoming::Event { session_id, event } => {
            let event = written(event)?;
            let id = session_id.as_str();
            let pending = {
                let now = app.clock.now();
                let mut sessions = app.sessions();
                if let Some(reason) = sessions.expire(now, id) {
                    tracing::info!("session {id} closed: {}", explained(reason));
                    app.storage.closed(now, id, reason);
                }
                // The line is made before the event is given away, and sent only if it is taken.
                match sessions.accepts(id, &event) {
                    Taken::Added => {}
                    Taken::Repeated => return Ok(Accepted::new().into_response()),
                    Taken::Unknown => return Err(Rejection::UnknownSession.into()),
                    Taken::Closed => return Err(Rejection::ClosedSession.into()),
                }
                let pending = app.storage.event(now, id, &event);
                sessions.event(now, id, event);
                pending
            };
            stored(app, id, pending.written().await)?;
            Ok(Accepted::new().into_response())
        }
        Incoming::Downloaded(session) => {
            upload(app, *session, Origin::Downloaded, large).await?;
            Ok(Uploaded::new().into_response())
        }
        Incoming::LegacyBatch(session) => {
            upload(app, *session, Origin::LegacyBatch, large).await?;
            Ok(Uploaded::new().into_response())
        }
        Incoming::Schema(event_type) => Ok(event_type.schema_response()),
        Incoming::Preflight => Ok(Incoming::preflight_response()),
        _ => Err(Rejection::NoEndpoint.into()),
    }
}

async fn upload(
    app: &App,
    session: DownloadedSession,
    origin: Origin,
    large: bool,
) -> Result<(), Refusal> {
    let id = new_id()?;
    let add = || -> Result<_, Refusal> {
        let events = session.into_events().into_iter().map(written);
        let events = events.collect::<Result<Vec<_>, _>>()?;
        let now = app.clock.now();
        let mut sessions = app.sessions();
        let pending = app.storage.whole(now, id.as_str(), origin, &events);
        sessions.upload(now, id.as_str(), origin, events);
        Ok(pending)
    };
    let pending = if large { tokio::task::block_in_place(add) } else { add() }?;
    stored(app, id.as_str(), pending.written().await)
}

/// Receives the body: at most as many bytes as the policy allows, in the time there is.
async fn receive<'a>(
    app: &'a App,
    parts: &Parts,
    mut body: Body,
) -> Result<(Bytes, Option<SemaphorePermit<'a>>), Refusal> {
    let most = app.policy.max_bytes;
    let too_large = || -> Refusal {
        let message = format!("has more than {most} bytes");
        Rejection::TooLarge { message }.into()
    };
    if parts.headers.contains_key(header::EXPECT) && announced(parts).is_some_and(|len| len > most)
    {
        // The client asked first, so it has not sent any of it.
        return Err(too_large());
    }
    let mut text = Vec::new();
    let mut permits: Option<SemaphorePermit<'_>> = None;
    let mut passed_over = 0;
    let reading = async {
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| {
                let message = "the body broke off, or its chunks cannot be read";
                Refusal::Failed(StatusCode::BAD_REQUEST, message.to_owned())
            })?;
            let Ok(data) = frame.into_data() else { continue };
            if passed_over > 0 || text.len() + data.len() > most {
                // A client reads the answer after it has sent everything, so some more is let
                // in and dropped before it is told.
                text = Vec::new();
                passed_over += data.len();
                if passed_over > 4 * most {
                    break;
                }
                continue;
            }
            let permit = u32::try_from(data.len())
                .ok()
                .and_then(|bytes| app.receiving.try_acquire_many(bytes).ok());
            let Some(permit) = permit else {
                let message = "too much is being received at once: send it again later";
                return Err(Refusal::Failed(StatusCode::SERVICE_UNAVAILABLE, message.to_owned()));
            };
            match &mut permits {
                Some(permits) => permits.merge(permit),
                none => *none = Some(permit),
            }
            text.extend_from_slice(&data);
        }
        Ok(())
    };
    match tokio::time::timeout(app.body_timeout, reading).await {
        Ok(result) => result?,
        Err(_) => {
            let message = "the body did not arrive in time";
            return Err(Refusal::Failed(StatusCode::REQUEST_TIMEOUT, message.to_owned()));
        }
    }
    if passed_over > 0 { Err(too_large()) } else { Ok((text.into(), permits)) }
}

fn announced(parts: &Parts) -> Option<usize> {
    parts.headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn refuse(
    app: &App,
    parts: &Parts,
    received: &[u8],
    refusal: Refusal,
) -> axum::http::Response<Vec<u8>> {
    let now = app.clock.now();
    match refusal {
        Refusal::Rejected(rejection) => {
            // A browser that asks for some other page is nothing to tell about.
            if rejection != Rejection::NoEndpoint || parts.method == "POST" {
                tracing::info!("refused with {}: {rejection}", rejection.status());
                app.sessions().refuse(Refused::new(now, parts, received, &rejection));
            }
            rejection.into_response()
        }
        Refusal::Failed(status, message) => {
            tracing::warn!("refused with {status}: {message}");
            let refused = Refused::because(now, parts, received, status, message.clone());
            app.sessions().refuse(refused);
            failed(status, &message)
        }
    }
}

/// An answer that the protocol has no word for, with the headers that every answer has.
fn failed(status: StatusCode, message: &str) -> axum::http::Response<Vec<u8>> {
    let mut response = Incoming::preflight_response();
    *response.status_mut() = status;
    *response.body_mut() = serde_json::json!({ "message": message }).to_string().into_bytes();
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    if status != StatusCode::INTERNAL_SERVER_ERROR {
        // What is left of the body cannot be told from the next request.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// What could not be stored is not acknowledged, and its session is closed: the client opens
/// another, and no session here has a hole.
fn stored(app: &App, id: &str, result: Result<(), String>) -> Result<(), Refusal> {
    result.map_err(|problem| {
        app.sessions().lose(id);
        let message = format!("could not be stored: {problem}");
        Refusal::Failed(StatusCode::INTERNAL_SERVER_ERROR, message)
    })
}

/// The event, with its text as it is stored and shown.
fn written(event: Event) -> Result<Written, Refusal> {
    let text = event.encode().map_err(|error| error.to_string()).and_then(|text| {
        let text = String::from_utf8(text).map_err(|error| error.to_string())?;
        RawValue::from_string(text).map_err(|error| error.to_string())
    });
    match text {
        Ok(text) => Ok(Written { event, text }),
        Err(problem) => Err(Refusal::Failed(StatusCode::INTERNAL_SERVER_ERROR, problem)),
    }
}

/// 64 hexadecimal digits that nobody can guess.
fn new_id() -> Result<SessionId, Refusal> {
    let failed = |problem: String| Refusal::Failed(StatusCode::INTERNAL_SERVER_ERROR, problem);
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| failed(error.to_string()))?;
    let id: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    SessionId::new(id).map_err(|error| failed(error.to_string()))
}

fn explained(reason: Closed) -> &'static str {
    match reason {
        Closed::Ended => "it ended",
        Closed::Uploaded => "it came as a whole",
        Closed::Idle => "no event for too long",
        Closed::Still => "the playhead did not move for too long",
        Closed::Crowded => "too many sessions are open, and it was idle for longest",
        Closed::NotStored => "an event could not be stored",
    }
}
