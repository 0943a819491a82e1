//! The id of a session, small: there are many.

use std::borrow::Cow;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::digits;

/// The id of a session.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Id {
    /// The bytes of an id as collectors make them: 64 hexadecimal digits in lower case.
    Digits([u8; 32]),
    Other(Box<str>),
}

impl Id {
    /// One of 256 parts, so that ids that collectors make are in all of them equally.
    pub(crate) fn part(&self) -> usize {
        match self {
            Self::Digits(bytes) => bytes[0].into(),
            Self::Other(text) => text.bytes().fold(0, u8::wrapping_add).into(),
        }
    }
}

/// Collectors make ids at random, so that a part of one tells it from others.
impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Digits([.., a, b, c, d, e, f, g, h]) => {
                state.write_u64(u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]));
            }
            Self::Other(text) => text.hash(state),
        }
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        digits::read(text).map_or_else(|| Self::Other(text.into()), Self::Digits)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digits(bytes) => to.write_str(&digits::of(bytes)),
            Self::Other(text) => to.write_str(text),
        }
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{self}")
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::from(&*Cow::<str>::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn every_text_comes_back() {
        let digits = "0123456789abcdef".repeat(4);
        assert!(matches!(Id::from(&*digits), Id::Digits(_)));
        for text in [&digits, &digits.to_uppercase(), &digits[1..], "", "ü", &"g".repeat(64)] {
            assert_eq!(Id::from(text).to_string(), text);
        }
    }
}
