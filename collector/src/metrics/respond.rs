//! Who may see the metrics, and the responses.

use std::sync::Arc;

use axum::body::Body;
use media_collection::http::request::Parts;
use media_collection::http::{HeaderValue, Method, Response, StatusCode, header};

use crate::http;
use crate::later::try_later;
use crate::options::MetricsAccess;
use crate::page::Guarded;
use crate::service::{Service, compute};

/// The type of what `prometheus-client` writes.
const METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// Whether a path is for operators. No path of an API is.
pub(crate) fn is_for_operators(path: &str) -> bool {
    matches!(path, "/metrics" | "/healthz")
}

/// Responds to operators.
#[derive(Debug)]
pub(crate) struct Watch {
    pub(crate) service: Arc<Service>,
    pub(crate) access: MetricsAccess,
    /// Who may see the page; `None` if there is none.
    pub(crate) guarded: Option<Arc<Guarded>>,
}

impl Watch {
    /// Responds to a request for one of the paths.
    pub(crate) fn respond(&self, parts: &Parts) -> Response<Body> {
        if let Some((status, message)) = http::violation(parts) {
            return text(status, TEXT, message);
        }
        if !matches!(parts.method, Method::GET | Method::HEAD) {
            let mut response = text(StatusCode::METHOD_NOT_ALLOWED, TEXT, "only GET and HEAD\n");
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        if parts.uri.path() == "/healthz" { self.health() } else { self.metrics(parts) }
    }

    /// Whether the collector accepts events. It says nothing else, so everybody may ask.
    fn health(&self) -> Response<Body> {
        if self.service.backend.is_behind() {
            let message = "too much waits to be stored\n";
            return text(StatusCode::SERVICE_UNAVAILABLE, TEXT, message);
        }
        text(StatusCode::OK, TEXT, "ok\n")
    }

    fn metrics(&self, parts: &Parts) -> Response<Body> {
        let refusal = match (self.access, &self.guarded) {
            (MetricsAccess::Open, _) => None,
            (MetricsAccess::Page, Some(guarded)) => guarded.refuses_program(parts),
            (MetricsAccess::Page, None) | (MetricsAccess::Off, _) => {
                let message = "There are no metrics: start the collector with --metrics open.\n";
                Some(text(StatusCode::NOT_FOUND, TEXT, message))
            }
        };
        if let Some(refusal) = refusal {
            return refusal;
        }
        match compute(true, || super::text(&self.service)) {
            Ok(metrics) => text(StatusCode::OK, METRICS, metrics),
            Err(error) => text(StatusCode::INTERNAL_SERVER_ERROR, TEXT, error.to_string()),
        }
    }
}

fn text(status: StatusCode, content_type: &'static str, text: impl Into<Body>) -> Response<Body> {
    let mut response = Response::new(text.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        try_later(headers);
    }
    response
}
