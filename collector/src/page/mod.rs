//! The web page that shows what was received.
//!
//! Its paths cannot clash with those of the APIs, which all contain `/v1/`.

mod file;
mod files;
mod guard;
#[cfg(feature = "nats")]
mod shared;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router, middleware};
use media_collection::report::Field;
use serde::Serialize;

use self::file::SessionFile;
pub(crate) use self::guard::{Guard, Guarded};
use crate::backend::Backend;
use crate::board::Board;
use crate::connections::Connection;
#[cfg(feature = "nats")]
use crate::later::try_later;
use crate::service::{self, Service, compute};
use crate::sessions::Known;

/// The routes of the page, for those who may see it. Everything else is a request for an API.
pub(crate) fn routes(service: &Arc<Service>, guarded: Arc<Guarded>) -> Router {
    let html = || async { asset("text/html; charset=utf-8", files::HTML) };
    let router = Router::new()
        .route("/", get(html))
        .route("/page/fields", get(fields))
        .merge(listed(&service.backend));
    let files = files::FILES.into_iter();
    let router = files.fold(router, |router, (name, content_type, text)| {
        router.route(&format!("/page/{name}"), get(async move || asset(content_type, text)))
    });
    let guarded = middleware::from_fn_with_state(guarded, guard::check);
    router.layer(guarded).fallback(other).with_state(Arc::clone(service))
}

/// The routes of the sessions, wherever they are.
fn listed<S: Clone + Send + Sync + 'static>(backend: &Backend) -> Router<S> {
    match backend {
        Backend::Here(_) => sessions(Arc::clone(backend.board())),
        #[cfg(feature = "nats")]
        Backend::Nats(nats) => shared::sessions(Arc::clone(nats)),
    }
}

/// The routes of the sessions of a board, which need nobody who guards them.
pub(crate) fn sessions<S>(board: Arc<Board>) -> Router<S> {
    let router = Router::new()
        .route("/page/overview", get(overview))
        .route("/page/session/{id}", get(session))
        .route("/page/session/{id}/explain/{record}/{xdm}", get(explain))
        .route("/page/session/{id}/session.json", get(export))
        .route("/page/session/{id}/events.json", get(fixture));
    router.with_state(board)
}

async fn other(
    State(service): State<Arc<Service>>,
    Extension(connection): Extension<Arc<Connection>>,
    request: Request,
) -> Response {
    service::respond(&service, &connection, request).await
}

/// Responds with the lists, or with what changed in them since the version `since` of the run
/// `run`: with 204 if nothing did.
async fn overview(State(board): State<Arc<Board>>, RawQuery(query): RawQuery) -> Response {
    let run = board.run();
    let same_run = number(query.as_deref(), "run") == Some(run);
    let since = number(query.as_deref(), "since").filter(|_| same_run);
    // A page that was just opened shows the lists first.
    let lacking = board.watched(since.is_some());
    report(&board, &lacking).await;
    let shown = query.as_deref().and_then(|query| value(query, "shown"));
    match compute(true, || board.overview(since, shown).map(|overview| json(&overview))) {
        Some(overview) => overview,
        None => asset("application/json", "").with_status(StatusCode::NO_CONTENT),
    }
}

/// Responds with what the fields of the report are, by their paths.
async fn fields() -> Response {
    #[derive(Serialize)]
    struct Shown {
        name: &'static str,
        variable: &'static str,
        rule: &'static str,
        source: &'static str,
    }
    let fields = media_collection::report::fields().map(|field| {
        let Field { name, variable, rule, source, .. } = *field;
        (field.xdm, Shown { name, variable, rule, source })
    });
    json(&fields.collect::<BTreeMap<_, _>>())
}

/// Responds with a part of a session: what follows the first `events`, at most `most`, and what is
/// wrong, if that has another number than `findings`.
async fn session(
    State(board): State<Arc<Board>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let asked = |name| number(query.as_deref(), name).and_then(|most| usize::try_from(most).ok());
    let known = Known {
        events: asked("events").unwrap_or_default(),
        findings: asked("findings").unwrap_or_default(),
        most: asked("most"),
    };
    report_for(&board, &id, known).await;
    let part = board.sessions().part(&id, known);
    match part {
        Some(part) => compute(true, || json(&part.detail())),
        None => missing(),
    }
}

/// Responds with a whole session, as a file.
async fn export(State(board): State<Arc<Board>>, Path(id): Path<String>) -> Response {
    report_for(&board, &id, Known::default()).await;
    let frame = board.sessions().frame(&id);
    let Some(frame) = frame else { return missing() };
    match compute(true, || SessionFile::whole(board, id.clone(), &frame)) {
        Ok(file) => download(file, &id, "session"),
        Err(error) => failed(&error),
    }
}

/// Responds with the events of a session, as a file.
async fn fixture(State(board): State<Arc<Board>>, Path(id): Path<String>) -> Response {
    report_for(&board, &id, Known::default()).await;
    let frame = board.sessions().frame(&id);
    let Some(frame) = frame else { return missing() };
    download(SessionFile::events(board, id.clone(), &frame), &id, "events")
}

/// Responds with the indices of the events that made the value `xdm` of the report: in the record
/// with this index, or in all.
async fn explain(
    State(board): State<Arc<Board>>,
    Path((id, record, xdm)): Path<(String, String, String)>,
) -> Response {
    let record = record.parse().ok();
    let _turn = board.turn().await;
    let explain = || board.texts(&id)?.explain(record, &xdm);
    let events = compute(true, explain);
    match events {
        Some(events) => json(&events),
        None => missing(),
    }
}

/// Makes the report of a session, and what else it lacks, for its next part.
async fn report_for(board: &Board, id: &str, known: Known) {
    if board.sessions().lacks_report_for(id, known) {
        report(board, &[id.to_owned()]).await;
    }
}

/// Makes the reports of sessions that have none, while others go on.
async fn report(board: &Board, lacking: &[String]) {
    for id in lacking {
        let _turn = board.turn().await;
        if let Some(made) = compute(true, || board.texts(id)?.reported()) {
            board.sessions().adopt(made);
        }
    }
}

/// The number that a query gives a name.
fn number(query: Option<&str>, name: &str) -> Option<u64> {
    value(query?, name)?.parse().ok()
}

/// What a query gives a name. Ids of sessions need no encoding.
fn value<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    Some(pairs.find(|(key, _)| *key == name)?.1)
}

fn missing() -> Response {
    asset("application/json", "null").with_status(StatusCode::NOT_FOUND)
}

fn json(value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(text) => asset("application/json", text),
        Err(error) => failed(&error),
    }
}

fn failed(error: &serde_json::Error) -> Response {
    let message = asset("text/plain; charset=utf-8", error.to_string());
    message.with_status(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Lets the browser store the response as a file. Its name has the beginning of the session's id.
fn download(file: SessionFile, id: &str, what: &str) -> Response {
    let mut response = asset("application/json", Body::new(file));
    let id: String = id.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let disposition = format!("attachment; filename=\"{what}-{id}.json\"");
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

fn asset(content_type: &'static str, text: impl IntoResponse) -> Response {
    let mut response = text.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

/// The response while nobody knows what was asked for.
#[cfg(feature = "nats")]
pub(crate) fn later(why: &'static str) -> Response {
    let mut response = asset("text/plain; charset=utf-8", why);
    try_later(response.headers_mut());
    response.with_status(StatusCode::SERVICE_UNAVAILABLE)
}

trait WithStatus {
    fn with_status(self, status: StatusCode) -> Self;
}

impl WithStatus for Response {
    fn with_status(mut self, status: StatusCode) -> Self {
        *self.status_mut() = status;
        self
    }
}
