//! When a client may try again.

use media_collection::http::{HeaderMap, HeaderValue, header};

/// Says that it may be after a second: whoever comes at once makes it worse.
pub(crate) fn try_later(headers: &mut HeaderMap) {
    headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
}
