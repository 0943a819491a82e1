//! The id of a session, small: there are many.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::digits;

/// The id of a session.
#[derive(Clone, PartialEq, Eq, Hash)]
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

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let mut bytes = [0; 32];
        let is_digits = text.len() == 2 * bytes.len()
            && bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)).all(|(byte, pair)| {
                let pair = digit(pair[0]).zip(digit(pair[1]));
                pair.map(|(high, low)| *byte = high << 4 | low).is_some()
            });
        if is_digits { Self::Digits(bytes) } else { Self::Other(text.into()) }
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
