//! Lets pages of public sites report to a server on a private network.

use http::header::{HeaderMap, HeaderName, HeaderValue};

/// What a browser asks before a page of a public site may reach a private network, and the header
/// that allows it. The first pair is of Private Network Access, the second of its drafts under the
/// name Local Network Access.
const PAIRS: [(&str, &str); 2] = [
    ("access-control-request-private-network", "access-control-allow-private-network"),
    ("access-control-request-local-network", "access-control-allow-local-network"),
];

/// Allows what a preflight asks.
pub(super) fn allow(asked: &HeaderMap, headers: &mut HeaderMap) {
    for (request, allow) in PAIRS {
        if asked.get(request).is_some_and(|value| value == "true") {
            headers.insert(HeaderName::from_static(allow), HeaderValue::from_static("true"));
        }
    }
}
