//! A small collector on this machine, made of axum and this crate's reading functions.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as Segment, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use media_collection::error::{DecodeError, DecodeSessionError};
use media_collection::{DownloadedSession, Event, EventType, Policy, SessionStart};
use serde_json::json;

use crate::fixtures::files;

/// A request as it arrived.
#[derive(Clone)]
pub struct Arrived {
    pub method: Method,
    pub uri: Uri,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// A response that the next request gets, whatever it asks.
pub struct Scripted {
    pub status: u16,
    pub headers: Vec<(&'static str, &'static str)>,
    pub body: &'static str,
}

#[derive(Default)]
struct Shared {
    /// Whether each session, by its id, is open.
    sessions: HashMap<String, bool>,
    arrived: Vec<Arrived>,
    script: VecDeque<Scripted>,
}

type Collecting = Arc<Mutex<Shared>>;

pub struct Server {
    pub address: String,
    shared: Collecting,
}

impl Server {
    /// On a free port, until the test ends; at the root, and under `/va` as well.
    pub fn start() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let shared = Collecting::default();
        let routes = routes(&shared);
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
            runtime.unwrap().block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, routes).await.unwrap();
            });
        });
        Self { address, shared }
    }

    /// Responds to the next request like this.
    pub fn script(&self, response: Scripted) {
        self.shared.lock().unwrap().script.push_back(response);
    }

    /// What has arrived since this was last asked.
    pub fn arrived(&self) -> Vec<Arrived> {
        std::mem::take(&mut self.shared.lock().unwrap().arrived)
    }
}

fn routes(shared: &Collecting) -> Router {
    let endpoints = Router::new()
        .route("/api/v1/sessions", post(begin))
        .route("/api/v1/sessions/{sid}/events", post(event))
        .route("/api/v1/downloaded", post(downloaded))
        .route("/api/v1/schemas/{event_type}", get(schema))
        .with_state(shared.clone());
    Router::new()
        .merge(endpoints.clone())
        .nest("/va", endpoints)
        .layer(middleware::from_fn_with_state(shared.clone(), note))
}

/// Notes every request, and takes its response from the script if there is one.
async fn note(State(shared): State<Collecting>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let scripted = {
        let mut shared = shared.lock().unwrap();
        shared.arrived.push(Arrived {
            method: parts.method.clone(),
            uri: parts.uri.clone(),
            headers: parts.headers.clone(),
            body: body.to_vec(),
        });
        shared.script.pop_front()
    };
    match scripted {
        Some(Scripted { status, headers, body }) => {
            let mut response = (StatusCode::from_u16(status).unwrap(), body).into_response();
            for (name, value) in headers {
                response.headers_mut().insert(name, value.parse().unwrap());
            }
            response
        }
        None => next.run(Request::from_parts(parts, body.into())).await,
    }
}

async fn begin(State(shared): State<Collecting>, body: Bytes) -> Response {
    if body.trim_ascii_start().starts_with(b"[") {
        return downloaded(body).await;
    }
    let start = match Event::decode(&body, &Policy::strict()) {
        Ok(event) => SessionStart::try_from(event),
        Err(error) => return refused(&error),
    };
    match start {
        Ok(start) if start.params.downloaded() == Some(true) => {
            (StatusCode::BAD_REQUEST, "a downloaded session is a batch").into_response()
        }
        Ok(_) => {
            let mut shared = shared.lock().unwrap();
            let id = format!("{:064x}", shared.sessions.len() + 0xabc);
            let location = format!("/api/v1/sessions/{id}");
            shared.sessions.insert(id, true);
            (StatusCode::CREATED, [(header::LOCATION, location)]).into_response()
        }
        Err(not) => (StatusCode::BAD_REQUEST, not.to_string()).into_response(),
    }
}

async fn event(
    State(shared): State<Collecting>,
    Segment(sid): Segment<String>,
    body: Bytes,
) -> StatusCode {
    let mut shared = shared.lock().unwrap();
    match shared.sessions.get_mut(&sid) {
        None => StatusCode::NOT_FOUND,
        Some(false) => StatusCode::GONE,
        Some(open) => match Event::decode(&body, &Policy::strict()) {
            Ok(event) => {
                *open = event.event_type() != Some(EventType::SessionEnd);
                StatusCode::NO_CONTENT
            }
            Err(_) => StatusCode::BAD_REQUEST,
        },
    }
}

async fn downloaded(body: Bytes) -> Response {
    match DownloadedSession::decode(&body, &Policy::strict()) {
        Ok(_) => StatusCode::CREATED.into_response(),
        Err(DecodeSessionError::Decode(error)) => refused(&error),
        Err(error) => (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    }
}

fn refused(error: &DecodeError) -> Response {
    let violations = error.violations().iter().map(|violation| {
        json!({
            "pointer": violation.pointer,
            "keyword": violation.keyword.to_string(),
            "message": violation.message,
        })
    });
    let body = json!({ "message": "refused", "violations": violations.collect::<Vec<_>>() });
    let json = [(header::CONTENT_TYPE, "application/json")];
    (StatusCode::BAD_REQUEST, json, body.to_string()).into_response()
}

async fn schema(Segment(event_type): Segment<String>) -> Response {
    if event_type.parse::<EventType>().is_err() {
        return StatusCode::NOT_FOUND.into_response();
    }
    let text = published_schema(&event_type);
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

pub fn published_schema(event_type: &str) -> Vec<u8> {
    std::fs::read(files::schemas().join(format!("{event_type}.json"))).unwrap()
}
