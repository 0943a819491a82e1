//! The web page that shows what was received.
//!
//! Its paths cannot clash with those of the API, which all contain `/api/v1/`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;

use crate::service::Service;

/// Allows only files of this server and no inline scripts, so that received text cannot run as a
/// script.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The files below `/page/`.
const FILES: [(&str, &str, &str); 13] = [
    ("page.css", "text/css; charset=utf-8", include_str!("page.css")),
    ("icon.svg", "image/svg+xml", include_str!("icon.svg")),
    ("elements.js", SCRIPT, include_str!("elements.js")),
    ("lanes.js", SCRIPT, include_str!("lanes.js")),
    ("legend.js", SCRIPT, include_str!("legend.js")),
    ("list.js", SCRIPT, include_str!("list.js")),
    ("meaning.js", SCRIPT, include_str!("meaning.js")),
    ("page.js", SCRIPT, include_str!("page.js")),
    ("rejected.js", SCRIPT, include_str!("rejected.js")),
    ("scale.js", SCRIPT, include_str!("scale.js")),
    ("session.js", SCRIPT, include_str!("session.js")),
    ("shapes.js", SCRIPT, include_str!("shapes.js")),
    ("timeline.js", SCRIPT, include_str!("timeline.js")),
];

pub(crate) fn routes() -> Router<Arc<Service>> {
    let html = || async { asset("text/html; charset=utf-8", include_str!("index.html")) };
    let router = Router::new()
        .route("/", get(html))
        .route("/page/overview", get(overview))
        .route("/page/session/{id}", get(session));
    FILES.into_iter().fold(router, |router, (name, content_type, text)| {
        router.route(&format!("/page/{name}"), get(async move || asset(content_type, text)))
    })
}

/// Responds with the lists, or with 204 if nothing changed since the version in the query.
async fn overview(State(service): State<Arc<Service>>, RawQuery(query): RawQuery) -> Response {
    let since = query.as_deref().and_then(|query| query.strip_prefix("since="));
    let sessions = service.sessions();
    match sessions.overview(since.and_then(|version| version.parse().ok())) {
        Some(overview) => json(&overview),
        None => asset("application/json", "").with_status(StatusCode::NO_CONTENT),
    }
}

async fn session(State(service): State<Arc<Service>>, Path(id): Path<String>) -> Response {
    let sessions = service.sessions();
    match sessions.detail(&id) {
        Some(detail) => json(&detail),
        None => asset("application/json", "null").with_status(StatusCode::NOT_FOUND),
    }
}

fn json(value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(text) => asset("application/json", text),
        Err(error) => asset("text/plain; charset=utf-8", error.to_string())
            .with_status(StatusCode::INTERNAL_SERVER_ERROR),
    }
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
