//! Headers that let web pages report: Adobe's Web SDK sends with credentials, for which a browser wants
//! the page's own origin in the response and no `*`.

use http::header::{self, HeaderMap, HeaderValue};
use http::{Response, StatusCode};

use crate::server::private_network;

const METHODS: HeaderValue = HeaderValue::from_static("POST,OPTIONS");
const TRUE: HeaderValue = HeaderValue::from_static("true");

/// Lets the page of this origin read a response.
pub(super) fn allow(origin: Option<&HeaderValue>, headers: &mut HeaderMap) {
    let Some(origin) = origin else {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        return;
    };
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, TRUE);
    let exposed = HeaderValue::from_static("Retry-After");
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
    headers.insert(header::VARY, HeaderValue::from_static("Origin"));
}

/// The response to a preflight with these headers.
pub(super) fn preflight(asked: &HeaderMap) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let headers = response.headers_mut();
    allow(asked.get(header::ORIGIN), headers);
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    let wanted = asked.get(header::ACCESS_CONTROL_REQUEST_HEADERS).cloned();
    let wanted = wanted.unwrap_or_else(|| HeaderValue::from_static("Content-Type"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, wanted);
    private_network::allow(asked, headers);
    response
}
