//! What a request says besides its body.

use http::Uri;
use http::header::{self, HeaderMap, HeaderValue};

use super::route::Route;

/// What a request says besides its body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Head {
    /// `configId` of the query: the datastream.
    pub config_id: Option<String>,
    /// `requestId` of the query, a UUID as a rule. The reply repeats it; a server that wants one in
    /// every reply makes it if there is none.
    pub request_id: Option<String>,
    /// The location hint of the path.
    pub hint: Option<String>,
    /// The origin of the page that sends the request. Adobe's Web SDK sends with credentials, and a
    /// browser then wants its own origin back.
    pub origin: Option<HeaderValue>,
}

impl Head {
    /// The head of a request with this address and these headers.
    #[must_use]
    pub fn of(uri: &Uri, headers: &HeaderMap) -> Self {
        Self {
            config_id: parameter(uri.query(), "configId"),
            request_id: parameter(uri.query(), "requestId"),
            hint: Route::hint(uri.path()).map(str::to_owned),
            origin: headers.get(header::ORIGIN).cloned(),
        }
    }
}

/// The first value of a parameter that is not empty.
fn parameter(query: Option<&str>, name: &str) -> Option<String> {
    let mut pairs = query?.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.find(|(key, value)| *key == name && !value.is_empty());
    value.map(|(_, value)| decoded(value))
}

/// Decodes percent codes. What is none stays as it is.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = text.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let code = code.filter(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_of_the_query() {
        for (query, expected) in [
            ("configId=a-b", Some("a-b")),
            ("requestId=x&configId=a%2Db%", Some("a-b%")),
            ("configId=%zz%4", Some("%zz%4")),
            ("configId=%C3%A4%e2%82%ac%FF", Some("ä€\u{FFFD}")),
            ("configId=&configId=b", Some("b")),
            ("configID=a", None),
            ("configId", None),
            ("", None),
        ] {
            assert_eq!(parameter(Some(query), "configId").as_deref(), expected, "{query}");
        }
        assert_eq!(parameter(None, "configId"), None);
    }
}
