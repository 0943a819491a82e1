//! The id of a session, small: there are many.

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Serialize, Serializer};

/// The id of a session.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Id {
    /// The bytes of an id as collectors make them: 64 hexadecimal digits in lower case.
    Digits([u8; 32]),
    Other(Box<str>),
}

impl Id {
    /// A new one of random bytes.
    pub(crate) const fn new(bytes: [u8; 32]) -> Self {
        Self::Digits(bytes)
    }

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

const DIGITS: &[u8; 16] = b"0123456789abcdef";
const NO_DIGIT: u8 = 0xff;

/// The value of each byte as a hexadecimal digit in lower case.
const VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut value = 0;
    while value < DIGITS.len() {
        values[DIGITS[value] as usize] = value as u8;
        value += 1;
    }
    values
};

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        let mut bytes = [0; 32];
        if text.len() != 2 * bytes.len() {
            return Self::Other(text.into());
        }
        let mut all = 0;
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let (high, low) = (VALUES[usize::from(pair[0])], VALUES[usize::from(pair[1])]);
            all |= high | low;
            *byte = high << 4 | low;
        }
        // Whatever is no digit has bits that no digit has.
        if all < 16 { Self::Digits(bytes) } else { Self::Other(text.into()) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digits(bytes) => {
                let mut text = [0; 64];
                for (pair, byte) in text.chunks_exact_mut(2).zip(bytes) {
                    pair[0] = DIGITS[usize::from(byte >> 4)];
                    pair[1] = DIGITS[usize::from(byte & 15)];
                }
                to.write_str(std::str::from_utf8(&text).unwrap_or_default())
            }
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
