//! What HTTP itself demands of a request, and whether it is for the page or for an API.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use hyper::body::{Body as _, Incoming};
use hyper::service::Service as _;
use hyper_util::service::TowerToHyperService;
use media_collection::http::request::Parts;
use media_collection::http::uri::Authority;
use media_collection::http::{Request, Response, StatusCode, Version, header};

use crate::connections::Connection;
use crate::metrics::{self, Watch};
use crate::service::{self, Service};

/// Responds to requests.
#[derive(Debug)]
pub(crate) struct Http {
    pub(crate) service: Arc<Service>,
    /// `None` if there is no page.
    pub(crate) page: Option<TowerToHyperService<Router>>,
    pub(crate) watch: Watch,
}

impl Http {
    pub(crate) async fn answer(
        &self,
        connection: Arc<Connection>,
        mut request: Request<Incoming>,
    ) -> Response<Body> {
        let path = request.uri().path();
        if metrics::is_for_operators(path) {
            connection.asks_much().await;
            let _busy = connection.whole().await;
            return self.watch.respond(&request.into_parts().0);
        }
        let is_for_page = path == "/" || path.starts_with("/page/");
        let Some(page) = self.page.as_ref().filter(|_| is_for_page) else {
            connection.asks().await;
            return service::respond(&self.service, &connection, request).await;
        };
        connection.asks_much().await;
        request.extensions_mut().insert(Arc::clone(&connection));
        let _busy =
            if request.body().is_end_stream() { Some(connection.whole().await) } else { None };
        match page.call(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }
}

/// What a request violates of RFC 9112: the status, and what is wrong.
pub(crate) fn violation(parts: &Parts) -> Option<(StatusCode, &'static str)> {
    let mut hosts = parts.headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (None, _) if parts.version >= Version::HTTP_11 => {
            return Some((StatusCode::BAD_REQUEST, "the header Host is missing"));
        }
        (Some(_), Some(_)) => {
            return Some((StatusCode::BAD_REQUEST, "there are two headers Host"));
        }
        (Some(host), None) if !host.is_empty() && host_of(host.as_bytes()).is_none() => {
            return Some((StatusCode::BAD_REQUEST, "the header Host is no name and port"));
        }
        _ => {}
    }
    let mut codings = parts.headers.get_all(header::TRANSFER_ENCODING).iter();
    let is_chunked = |value: &[u8]| value.trim_ascii().eq_ignore_ascii_case(b"chunked");
    let is_read = match (codings.next(), codings.next()) {
        (None, _) => true,
        (Some(coding), None) => is_chunked(coding.as_bytes()),
        (Some(_), Some(_)) => false,
    };
    let message = "another Transfer-Encoding than chunked is not read";
    (!is_read).then_some((StatusCode::NOT_IMPLEMENTED, message))
}

/// The value of a header `Host`, without users, who are not allowed in it.
pub(crate) fn host_of(value: &[u8]) -> Option<Authority> {
    let authority = Authority::try_from(value).ok()?;
    (!authority.as_str().contains('@')).then_some(authority)
}
