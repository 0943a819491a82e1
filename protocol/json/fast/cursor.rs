//! A place in a text, and the tokens from there on.

use std::borrow::Cow;

use super::scan::{find_quote, find_stop};
use super::{Declined, digits};

/// Up to this number every integer is an `f64` as it is.
const EXACT: u64 = 1 << 53;

/// Powers of ten that an `f64` holds exactly. A number up to [`EXACT`] divided by one is rounded
/// once, so it is the nearest `f64`, as a general reader finds it.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// So many digits fit `i64` and `u64` whatever they are.
const MAX_DIGITS: usize = 18;

#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    /// The end of the text, from the cursor on.
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, rest: text.as_bytes() }
    }

    pub(crate) const fn position(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    /// The next byte that is not white space.
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        match self.rest.first() {
            Some(byte) if *byte > b' ' => Some(*byte),
            _ => self.peek_further(),
        }
    }

    #[cold]
    fn peek_further(&mut self) -> Option<u8> {
        while let Some((b' ' | b'\n' | b'\t' | b'\r', rest)) = self.rest.split_first() {
            self.rest = rest;
        }
        self.rest.first().copied()
    }

    /// Whether nothing but white space is left.
    pub(crate) fn is_at_end(&mut self) -> bool {
        self.peek().is_none()
    }

    /// Goes on behind the byte, if it is next.
    #[inline]
    pub(crate) fn take(&mut self, byte: u8) -> bool {
        if self.peek() != Some(byte) {
            return false;
        }
        self.rest = &self.rest[1..];
        true
    }

    #[inline]
    pub(crate) fn expect(&mut self, byte: u8) -> Result<(), Declined> {
        if self.take(byte) { Ok(()) } else { Err(Declined) }
    }

    /// Goes on behind the literal, if it is what comes next to the byte.
    #[inline]
    pub(crate) fn literal<const N: usize>(&mut self, literal: &[u8; N]) -> bool {
        match self.rest.split_first_chunk() {
            Some((next, rest)) if next == literal => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// Goes on to the next item of an array: `false` if none comes next, which is right where the
    /// array [ends](Self::expect).
    #[inline]
    pub(crate) fn item(&mut self, first: &mut bool) -> bool {
        if std::mem::replace(first, false) { self.peek() != Some(b']') } else { self.take(b',') }
    }

    /// The key of the first member of an object, and its colon; `None` if there is none, which
    /// is right where the object [ends](Self::expect).
    ///
    /// The key is what stands between two quotes. Where it is none of those that were expected,
    /// it may as well hold escapes, and not be the whole of the key.
    #[inline]
    pub(crate) fn first_key(&mut self) -> Option<&'a [u8]> {
        match self.peek() {
            Some(b'"') => self.key_from(&self.rest[1..]),
            Some(b'}') => None,
            _ => self.no_key(),
        }
    }

    /// The same for the members behind the first.
    pub(crate) fn next_key(&mut self) -> Option<&'a [u8]> {
        match self.rest {
            [b',', b'"', key @ ..] => self.key_from(key),
            [b'}', ..] => None,
            _ => self.key_further(),
        }
    }

    /// Behind white space.
    #[cold]
    fn key_further(&mut self) -> Option<&'a [u8]> {
        if self.peek() == Some(b'}') {
            return None;
        }
        if self.take(b',') && self.take(b'"') { self.key_from(self.rest) } else { self.no_key() }
    }

    /// The key that the text begins with.
    #[inline]
    fn key_from(&mut self, text: &'a [u8]) -> Option<&'a [u8]> {
        let Some(end) = find_quote(text) else { return self.no_key() };
        let (key, behind) = text.split_at(end);
        if let [b'"', b':', rest @ ..] = behind {
            self.rest = rest;
        } else {
            self.rest = &behind[1..];
            if !self.take(b':') {
                return self.no_key();
            }
        }
        Some(key)
    }

    /// After half a key comes nothing, not even the end of an object.
    #[cold]
    fn no_key(&mut self) -> Option<&'a [u8]> {
        self.rest = &[];
        None
    }

    /// What stands between two quotes, for names that hold no escapes: where it is none of those
    /// that were expected, it may not be the whole of the string.
    #[inline]
    pub(crate) fn name(&mut self) -> Result<&'a [u8], Declined> {
        self.expect(b'"')?;
        let end = find_quote(self.rest).ok_or(Declined)?;
        let (name, behind) = self.rest.split_at(end);
        self.rest = &behind[1..];
        Ok(name)
    }

    /// A string, for keeps.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<String, Declined> {
        self.text().map(Cow::into_owned)
    }

    /// A string.
    #[inline]
    pub(crate) fn text(&mut self) -> Result<Cow<'a, str>, Declined> {
        self.expect(b'"')?;
        let end = find_stop(self.rest).ok_or(Declined)?;
        match self.rest[end] {
            b'"' => {
                let start = self.position();
                self.rest = &self.rest[end + 1..];
                self.text.get(start..start + end).map(Cow::Borrowed).ok_or(Declined)
            }
            b'\\' => self.escaped().map(Cow::Owned),
            _ => Err(Declined),
        }
    }

    /// A string with escapes, which are read as they are anywhere else.
    #[cold]
    fn escaped(&mut self) -> Result<String, Declined> {
        let start = self.position() - 1;
        self.skip_string()?;
        let literal = self.text.get(start..self.position()).ok_or(Declined)?;
        serde_json::from_str(literal).map_err(|_| Declined)
    }

    /// Goes over the rest of a string.
    #[inline]
    fn skip_string(&mut self) -> Result<(), Declined> {
        loop {
            let stop = find_stop(self.rest).ok_or(Declined)?;
            let behind = match self.rest[stop] {
                b'"' => stop + 1,
                b'\\' => stop + 2,
                _ => return Err(Declined),
            };
            let quoted = behind == stop + 1;
            self.rest = self.rest.get(behind..).ok_or(Declined)?;
            if quoted {
                return Ok(());
            }
        }
    }

    /// Goes over an object that is read later. It may be anything with matching braces.
    pub(crate) fn skip_object(&mut self) -> Result<(), Declined> {
        self.expect(b'{')?;
        let mut depth = 1_usize;
        while depth > 0 {
            let (byte, rest) = self.rest.split_first().ok_or(Declined)?;
            self.rest = rest;
            match byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                b'"' => self.skip_string()?,
                _ => {}
            }
        }
        Ok(())
    }

    /// The same text from another place on.
    pub(crate) fn back_to(&self, position: usize) -> Self {
        Self { text: self.text, rest: &self.text.as_bytes()[position..] }
    }

    #[inline]
    pub(crate) fn boolean(&mut self) -> Result<bool, Declined> {
        self.peek();
        if self.literal(b"true") {
            Ok(true)
        } else if self.literal(b"false") {
            Ok(false)
        } else {
            Err(Declined)
        }
    }

    /// An integer of at most 18 digits. What cannot follow one is found by who asks for more.
    #[inline]
    pub(crate) fn integer(&mut self) -> Result<i64, Declined> {
        if let [b'1'..=b'9', ..] = self.rest {
            return self.whole(digits::append_many).map(|number| number as i64);
        }
        let negative = self.take(b'-');
        let number = self.whole(digits::append)? as i64;
        // `-0` is no integer to the general reader.
        if negative && number == 0 {
            return Err(Declined);
        }
        Ok(if negative { -number } else { number })
    }

    /// A number without exponent.
    #[inline]
    pub(crate) fn number(&mut self) -> Result<f64, Declined> {
        let negative = self.take(b'-');
        let text = self.rest;
        let whole = self.whole(digits::append)?;
        let size = if let [b'.', fraction @ ..] = self.rest {
            let (number, count) = digits::append(whole, fraction);
            let length = text.len() - fraction.len() + count;
            self.rest = &fraction[count..];
            if count == 0 {
                return Err(Declined);
            }
            if length <= MAX_DIGITS && number <= EXACT {
                number as f64 / POWERS[count]
            } else {
                let digits = std::str::from_utf8(&text[..length]).map_err(|_| Declined)?;
                digits.parse().map_err(|_| Declined)?
            }
        } else {
            whole as f64
        };
        Ok(if negative { -size } else { size })
    }

    /// At most 18 digits, the first of which is no zero unless it is alone.
    #[inline]
    fn whole(&mut self, append: impl Fn(u64, &[u8]) -> (u64, usize)) -> Result<u64, Declined> {
        let text = self.rest;
        let (number, count) = append(0, text);
        let leading_zero = count > 1 && text[0] == b'0';
        if count == 0 || count > MAX_DIGITS || leading_zero {
            return Err(Declined);
        }
        self.rest = &text[count..];
        Ok(number)
    }
}
