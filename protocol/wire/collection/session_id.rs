//! The id that the back end assigns to an open session.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::paths::is_percent_code;
use crate::constraints::ParseError;

/// The id of an open session: an opaque string, always exactly one path segment.
///
/// An id keeps its spelling: it is sent back as the server wrote it. Whatever a server sends, the id
/// stays inside its segment: characters that a segment cannot contain by RFC 3986 are
/// percent-encoded, and the dot segments `.` and `..` are errors. Two spellings of one id, as
/// `a+b` and `a%2Bb`, are equal.
///
/// ```
/// use media_collection::SessionId;
///
/// let id = SessionId::from_location("/api/v1/sessions/3f2a").unwrap();
/// assert_eq!(id.as_str(), "3f2a");
/// // Only the segment after the last `/sessions/` is used; the host in `Location` is ignored.
/// let elsewhere = "https://elsewhere.example/api/v1/sessions/3f2a?x=1";
/// assert_eq!(SessionId::from_location(elsewhere), Some(id));
/// assert_eq!(SessionId::new("../admin").unwrap().as_str(), "..%2Fadmin");
/// assert!(SessionId::new("..").is_err());
/// assert_eq!(SessionId::from_location("/api/v1/sessions/AbC+dEf==").unwrap().as_str(), "AbC+dEf==");
/// ```
#[derive(Debug, Clone)]
pub struct SessionId(String);

/// Documented ids have 64 characters. The limit lets the path fit into a request line.
const MAX_BYTES: usize = 1024;

impl SessionId {
    /// Makes an id, for servers. Characters that a path segment cannot contain are
    /// percent-encoded.
    ///
    /// # Errors
    ///
    /// When it is empty, `.` or `..`, or longer than 1024 bytes when encoded.
    pub fn new(id: impl AsRef<str>) -> Result<Self, ParseError> {
        Self::encode(id.as_ref(), |_| false)
    }

    /// The id in a `Location` header: the segment after the last `/sessions/`, up to the next
    /// `/`, `?` or `#`. `None` if there is no such segment or it is not an id.
    #[must_use]
    pub fn from_location(location: &str) -> Option<Self> {
        const BEFORE: &str = "/sessions/";
        let (_, rest) = location.rsplit_once(BEFORE)?;
        let segment = rest.split(['/', '?', '#']).next()?;
        Self::from_segment(segment).ok()
    }

    /// The id in a path segment; existing percent-encoding is preserved.
    ///
    /// # Errors
    ///
    /// As for [`new`](Self::new).
    pub fn from_segment(segment: &str) -> Result<Self, ParseError> {
        Self::encode(segment, |at| is_percent_code(segment.as_bytes(), at))
    }

    /// The id, percent-encoded as in a path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn encode(id: &str, is_code: impl Fn(usize) -> bool) -> Result<Self, ParseError> {
        // Nearly always nothing is to be encoded.
        if id.bytes().fold(true, |all, byte| all & IS_SEGMENT_BYTE[usize::from(byte)]) {
            let is_id = !matches!(id, "" | "." | "..") && id.len() <= MAX_BYTES;
            return if is_id { Ok(Self(id.to_owned())) } else { Err(INVALID) };
        }
        let mut segment = String::with_capacity(id.len());
        for (at, byte) in id.bytes().enumerate() {
            if is_segment_byte(byte) || (byte == b'%' && is_code(at)) {
                segment.push(char::from(byte));
            } else {
                let _ = write!(segment, "%{byte:02X}");
            }
        }
        // HTTP stacks that follow the URL standard treat an encoded dot as a dot.
        let plain = segment.to_ascii_lowercase().replace("%2e", ".");
        if plain.is_empty() || plain == "." || plain == ".." || segment.len() > MAX_BYTES {
            return Err(INVALID);
        }
        Ok(Self(segment))
    }

    /// The id without percent-encoding.
    fn decoded(&self) -> Cow<'_, [u8]> {
        let text = self.0.as_bytes();
        if !text.contains(&b'%') {
            return Cow::Borrowed(text);
        }
        let mut plain = Vec::with_capacity(text.len());
        let mut at = 0;
        while let Some(&byte) = text.get(at) {
            let code = self.0.get(at + 1..at + 3).filter(|_| byte == b'%');
            let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
            plain.push(code.unwrap_or(byte));
            at += if code.is_some() { 3 } else { 1 };
        }
        Cow::Owned(plain)
    }
}

impl PartialEq for SessionId {
    fn eq(&self, other: &Self) -> bool {
        self.decoded() == other.decoded()
    }
}

impl Eq for SessionId {}

impl PartialOrd for SessionId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SessionId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.decoded().cmp(&other.decoded())
    }
}

impl Hash for SessionId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.decoded().hash(state);
    }
}

/// Of each byte, whether it is a character of a path segment.
const IS_SEGMENT_BYTE: [bool; 256] = {
    let mut all = [false; 256];
    let mut byte = 0;
    while byte < all.len() {
        all[byte] = is_segment_byte(byte as u8);
        byte += 1;
    }
    all
};

/// The characters of a path segment (`pchar` of RFC 3986), which no HTTP stack encodes.
pub(crate) const fn is_segment_byte(byte: u8) -> bool {
    let is_delimiter = matches!(
        byte,
        b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' | b':' | b'@'
    );
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') || is_delimiter
}

impl FromStr for SessionId {
    type Err = ParseError;

    fn from_str(id: &str) -> Result<Self, ParseError> {
        Self::new(id)
    }
}

/// The id, percent-encoded as in a path.
impl fmt::Display for SessionId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(&self.0)
    }
}

impl AsRef<str> for SessionId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Serialize for SessionId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for SessionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let segment = String::deserialize(deserializer)?;
        Self::from_segment(&segment).map_err(serde::de::Error::custom)
    }
}

const INVALID: ParseError = ParseError::new(
    "a session id",
    "is one path segment: not empty, not `.` or `..`, at most 1024 bytes",
);

#[cfg(test)]
mod tests {
    use super::SessionId;

    fn from(location: &str) -> Option<String> {
        SessionId::from_location(location).map(|id| id.to_string())
    }

    #[test]
    fn locations() {
        let hex = "f".repeat(64);
        for (location, id) in [
            (format!("/api/v1/sessions/{hex}"), Some(hex.as_str())),
            ("https://host/va/api/v1/sessions/a1".to_owned(), Some("a1")),
            ("/api/v2/sessions/a1/".to_owned(), Some("a1")),
            ("/api/v1/sessions/a1/events".to_owned(), Some("a1")),
            ("/api/v1/sessions/a1?x=/sessions/b2".to_owned(), Some("b2")),
            ("/api/v1/sessions/a1#x".to_owned(), Some("a1")),
            ("/sessions/x/sessions/y".to_owned(), Some("y")),
            ("/api/v1/sessions/a%20b".to_owned(), Some("a%20b")),
            ("/api/v1/sessions/AbC+dEf==".to_owned(), Some("AbC+dEf==")),
            (
                "/api/v1/sessions/%2b%2Ba:b@c;d=e,f!$&'()*".to_owned(),
                Some("%2b%2Ba:b@c;d=e,f!$&'()*"),
            ),
            ("/api/v1/sessions/a b%zz".to_owned(), Some("a%20b%25zz")),
            ("/api/v1/sessions/é".to_owned(), Some("%C3%A9")),
            ("/api/v1/sessions/".to_owned(), None),
            ("/api/v1/sessions/..".to_owned(), None),
            ("/api/v1/sessions/%2E%2e".to_owned(), None),
            ("/api/v1/sessions/?sid=1".to_owned(), None),
            ("a1".to_owned(), None),
            (String::new(), None),
            (format!("/sessions/{}", "x".repeat(2000)), None),
        ] {
            assert_eq!(from(&location).as_deref(), id, "{location}");
        }
    }

    #[test]
    fn an_id_cannot_leave_its_segment_or_header() {
        for text in ["a/b", "a\r\nX: y", "a?b", "a#b", "a\\b", "a%2Fb", "\u{0}", "a;b", "%"] {
            let id = SessionId::new(text).unwrap();
            let path = format!("/api/v1/sessions/{id}/events");
            assert_eq!(path.split('/').count(), 6, "{text}");
            assert!(id.as_str().bytes().all(|byte| byte.is_ascii_graphic()), "{text}");
            assert_eq!(SessionId::from_segment(id.as_str()), Ok(id), "{text}");
        }
    }

    #[test]
    fn an_id_that_needs_no_encoding_stays_as_it_is() {
        let longest = "x".repeat(super::MAX_BYTES);
        for text in ["...", "a.b", ".a", "-", "A+b=", &longest] {
            assert_eq!(SessionId::new(text).unwrap().as_str(), text);
            assert_eq!(SessionId::from_segment(text).unwrap().as_str(), text);
        }
        for text in ["", ".", "..", &format!("{longest}x")] {
            assert!(SessionId::new(text).is_err() && SessionId::from_segment(text).is_err());
        }
    }

    #[test]
    fn two_spellings_of_one_id_are_equal() {
        let hash = |id: &SessionId| {
            use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};
            BuildHasherDefault::<DefaultHasher>::default().hash_one(id)
        };
        let id = SessionId::new("a+b/c=").unwrap();
        for same in ["a+b%2Fc=", "a%2Bb%2fc%3D", "%61+b%2fc="] {
            let same = SessionId::from_segment(same).unwrap();
            assert_eq!((&same, hash(&same)), (&id, hash(&id)));
            assert_eq!(same.cmp(&id), std::cmp::Ordering::Equal);
        }
        for other in ["a b%2Fc=", "a%252Bb%2Fc=", "A+b%2Fc=", "a+b%2Fc"] {
            assert_ne!(SessionId::from_segment(other).unwrap(), id, "{other}");
        }
    }
}
