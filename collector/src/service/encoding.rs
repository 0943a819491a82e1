//! Encodings of bodies: none, or gzip.

use media_collection::http::{HeaderMap, HeaderValue, Response, header};
use media_collection::{Incoming, Rejection};

/// How a body is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Identity,
    Gzip,
}

impl Encoding {
    /// The encoding that the headers state. Another one, or several, are rejected.
    pub(super) fn of(headers: &HeaderMap) -> Result<Self, Rejection> {
        let mut stated = headers.get_all(header::CONTENT_ENCODING).iter();
        let encoding = match (stated.next(), stated.next()) {
            (None, _) => return Ok(Self::Identity),
            (Some(encoding), None) => encoding.as_bytes().trim_ascii(),
            (Some(_), Some(_)) => return Err(UNKNOWN),
        };
        let is = |name: &str| encoding.eq_ignore_ascii_case(name.as_bytes());
        if encoding.is_empty() || is("identity") {
            Ok(Self::Identity)
        } else if is("gzip") || is("x-gzip") {
            Ok(Self::Gzip)
        } else {
            Err(UNKNOWN)
        }
    }
}

const UNKNOWN: Rejection = Rejection::Encoded { accepted: "gzip" };

/// The response to a CORS preflight. A page that compresses its bodies asks for the header that
/// says so, which the documented response does not allow.
pub(super) fn preflight(headers: &HeaderMap) -> Response<Vec<u8>> {
    let mut response = Incoming::preflight_response_to(headers);
    let asked = headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS);
    let asked = asked.and_then(|names| names.to_str().ok()).unwrap_or_default();
    let encoding = header::CONTENT_ENCODING;
    if asked.split(',').any(|name| name.trim().eq_ignore_ascii_case(encoding.as_str())) {
        let allowed = HeaderValue::from_static("Content-Type,Content-Encoding");
        response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_HEADERS, allowed);
    }
    response
}
