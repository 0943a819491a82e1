//! The page of sessions that several collectors share: their owners are asked.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;

use super::{WithStatus as _, asset, json, later, number, value};
use crate::nats::Nats;

pub(super) fn sessions<S>(nats: Arc<Nats>) -> Router<S> {
    let router = Router::new()
        .route("/page/overview", get(overview))
        .route("/page/session/{id}", get(one))
        .route("/page/session/{id}/{*part}", get(part));
    router.with_state(nats)
}

async fn overview(State(nats): State<Arc<Nats>>, RawQuery(query): RawQuery) -> Response {
    let same_run = number(query.as_deref(), "run") == Some(nats.mirror.run());
    let since = number(query.as_deref(), "since").filter(|_| same_run);
    let shown = query.as_deref().and_then(|query| value(query, "shown"));
    match nats.mirror.overview(since, shown).await {
        Some(overview) => json(&overview),
        None => asset("application/json", "").with_status(StatusCode::NO_CONTENT),
    }
}

async fn one(State(nats): State<Arc<Nats>>, Path(id): Path<String>, uri: Uri) -> Response {
    ask(&nats, &id, uri.path_and_query().map_or("", |path| path.as_str())).await
}

async fn part(
    State(nats): State<Arc<Nats>>,
    Path((id, _)): Path<(String, String)>,
    uri: Uri,
) -> Response {
    ask(&nats, &id, uri.path_and_query().map_or("", |path| path.as_str())).await
}

async fn ask(nats: &Nats, id: &str, path: &str) -> Response {
    match nats.mirror.session(id, path).await {
        Some(response) => response,
        None => later("no collector owns this session now: try again"),
    }
}
