//! The web page that shows what was received.
//!
//! Its paths cannot clash with those of the APIs, which all contain `/v1/`.

mod files;

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use media_collection::report::Field;
use serde::Serialize;

use crate::service::{Service, compute};
use crate::sessions::{Known, Texts};

/// Allows only files of this server and no inline scripts, so that received text cannot run as a
/// script.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(crate) fn routes() -> Router<Arc<Service>> {
    let html = || async { asset("text/html; charset=utf-8", files::HTML) };
    let router = Router::new()
        .route("/", get(html))
        .route("/page/overview", get(overview))
        .route("/page/fields", get(fields))
        .route("/page/session/{id}", get(session))
        .route("/page/session/{id}/explain/{record}/{xdm}", get(explain))
        .route("/page/session/{id}/session.json", get(export))
        .route("/page/session/{id}/events.json", get(fixture));
    files::FILES.into_iter().fold(router, |router, (name, content_type, text)| {
        router.route(&format!("/page/{name}"), get(async move || asset(content_type, text)))
    })
}

/// Responds with the lists, or with what changed in them since the version `since` of the run
/// `run`: with 204 if nothing did.
async fn overview(State(service): State<Arc<Service>>, RawQuery(query): RawQuery) -> Response {
    let run = service.run();
    let same_run = number(query.as_deref(), "run") == Some(run);
    let since = number(query.as_deref(), "since").filter(|_| same_run);
    // A page that was just opened shows the lists first.
    let lacking = service.watched(since.is_some());
    report(&service, &lacking);
    let sessions = service.sessions();
    match sessions.overview(run, since) {
        Some(overview) => json(&overview),
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
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let asked = |name| number(query.as_deref(), name).and_then(|most| usize::try_from(most).ok());
    let known = Known {
        events: asked("events").unwrap_or_default(),
        findings: asked("findings").unwrap_or_default(),
        most: asked("most"),
    };
    let texts = {
        let sessions = service.sessions();
        if sessions.lacks_report_for(&id, known) { sessions.texts(&id) } else { None }
    };
    report(&service, texts.as_slice());
    let sessions = service.sessions();
    match sessions.detail(&id, known) {
        Some(detail) => json(&detail),
        None => missing(),
    }
}

/// Responds with a whole session, as a file.
async fn export(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Response {
    let sessions = service.sessions();
    match sessions.export(&id) {
        Some(detail) => download(json(&detail), &id, "session"),
        None => missing(),
    }
}

/// Responds with the events of a session, as a file.
async fn fixture(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Response {
    let texts = service.sessions().texts(&id);
    match texts {
        Some(texts) => download(json(&texts.events), &id, "events"),
        None => missing(),
    }
}

/// Responds with the indices of the events that made the value `xdm` of the report: in the record
/// with this index, or in all.
async fn explain(
    State(service): State<Arc<Service>>,
    Path((id, record, xdm)): Path<(String, String, String)>,
) -> Response {
    let texts = service.sessions().texts(&id);
    let record = record.parse().ok();
    let events = texts.and_then(|texts| compute(true, || texts.explain(record, &xdm)));
    match events {
        Some(events) => json(&events),
        None => missing(),
    }
}

/// Makes the reports of sessions that have none, while others go on.
fn report(service: &Service, lacking: &[Texts]) {
    for texts in lacking {
        if let Some(made) = compute(true, || texts.reported()) {
            service.sessions().adopt(made);
        }
    }
}

/// The number that a query gives a name.
fn number(query: Option<&str>, name: &str) -> Option<u64> {
    let mut pairs = query?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name)?.1.parse().ok()
}

fn missing() -> Response {
    asset("application/json", "null").with_status(StatusCode::NOT_FOUND)
}

fn json(value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(text) => asset("application/json", text),
        Err(error) => asset("text/plain; charset=utf-8", error.to_string())
            .with_status(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

/// Lets the browser store the response as a file. Its name has the beginning of the session's id.
fn download(mut response: Response, id: &str, what: &str) -> Response {
    let id: String = id.chars().filter(char::is_ascii_alphanumeric).take(12).collect();
    let disposition = format!("attachment; filename=\"{what}-{id}.json\"");
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

fn asset(content_type: &'static str, text: impl IntoResponse) -> Response {
    let mut response = text.into_response();
    for (name, value) in [
        (header::CONTENT_TYPE, content_type),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
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
