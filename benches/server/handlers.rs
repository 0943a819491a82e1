//! The handlers: different ways to treat an event.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use jsonschema::{Draft, Validator};
use media_collection::{Accepted, Event, EventType, Incoming, Policy, http};
use serde_json::Value;

/// The handler that does not read the body.
pub const ALONE: &str = "/alone";

pub const PATHS: [&str; 5] = [ALONE, "/bytes", "/ours", "/incoming", "/value_jsonschema"];

pub fn router() -> Router {
    Router::new()
        .route(ALONE, post(async || StatusCode::NO_CONTENT))
        .route("/bytes", post(async |_: Bytes| StatusCode::NO_CONTENT))
        .route(
            "/ours",
            post(async |body: Bytes| match Event::decode(&body, &Policy::strict()) {
                Ok(_) => StatusCode::NO_CONTENT,
                Err(_) => StatusCode::BAD_REQUEST,
            }),
        )
        .route(
            "/value_jsonschema",
            post(async |body: Bytes| match serde_json::from_slice::<Value>(&body) {
                Ok(event) if is_valid(&event) => StatusCode::NO_CONTENT,
                _ => StatusCode::BAD_REQUEST,
            }),
        )
        .route("/incoming/api/v1/sessions/{id}/events", post(incoming))
}

/// Everything: route, body and documented response.
async fn incoming(head: http::request::Parts, body: Bytes) -> Response {
    let response = match Incoming::from_parts(&head, &body, &Policy::strict()) {
        Ok(_) => Accepted::new().into_response(),
        Err(rejection) => rejection.into_response(),
    };
    response.map(Into::into)
}

static VALIDATORS: LazyLock<BTreeMap<&'static str, Validator>> = LazyLock::new(|| {
    let validator = |event_type: &EventType| {
        let schema = serde_json::from_str(event_type.shape().schema).expect("a schema");
        let options = jsonschema::options().with_draft(Draft::Draft4);
        (event_type.as_str(), options.build(&schema).expect("a schema"))
    };
    EventType::ALL.iter().map(validator).collect()
});

fn is_valid(event: &Value) -> bool {
    let name = event["eventType"].as_str().unwrap_or_default();
    VALIDATORS.get(name).is_some_and(|validator| validator.is_valid(event))
}
