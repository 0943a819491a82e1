//! A position in a JSON text, from which tokens are read.

use std::borrow::Cow;

use super::scan::{find_quote, find_stop};
use super::{Declined, digits};

/// Up to this number an `f64` represents every integer exactly.
pub(crate) const EXACT: u64 = 1 << 53;

/// Powers of ten that an `f64` represents exactly. A number up to [`EXACT`] divided by one of them is
/// rounded only once, so the result is the nearest `f64`, as on the general path.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// Any number of this many digits fits `i64` and `u64`.
const MAX_DIGITS: usize = 18;

#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    /// The part of the text that has not been read.
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { text, rest: text.as_bytes() }
    }

    pub(crate) const fn position(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    /// What has been read since a position.
    #[cfg(feature = "edge")]
    pub(crate) fn since(&self, begin: usize) -> &'a str {
        self.text.get(begin..self.position()).unwrap_or_default()
    }

    /// Passes over what a function finds, which returns what follows.
    #[cfg(feature = "edge")]
    pub(crate) fn take_by<T>(
        &mut self,
        find: impl FnOnce(&'a [u8]) -> Option<(T, &'a [u8])>,
    ) -> Option<T> {
        let (found, rest) = find(self.rest)?;
        self.rest = rest;
        Some(found)
    }

    /// The next byte, which may be white space.
    #[cfg(feature = "edge")]
    pub(crate) fn next_byte(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// Reads the text of what may be a number.
    #[cfg(feature = "edge")]
    pub(crate) fn number_text(&mut self) -> &'a str {
        let is_part =
            |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E');
        let begin = self.position();
        let length = self.rest.iter().take_while(|byte| is_part(byte)).count();
        self.rest = &self.rest[length..];
        self.since(begin)
    }

    /// Skips white space, and returns the byte after it.
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

    /// Whether only white space is left.
    pub(crate) fn is_at_end(&mut self) -> bool {
        self.peek().is_none()
    }

    /// Skips the byte if it is the next one after white space.
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

    /// Skips the literal if it comes next, without white space before it.
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

    /// Skips the text if it comes next, without white space before it.
    #[cfg(feature = "edge")]
    #[inline]
    pub(crate) fn skip(&mut self, text: &[u8]) -> bool {
        let Some((next, rest)) = self.rest.split_at_checked(text.len()) else { return false };
        // Both ends of eight bytes are most of a key, and eight between them most of the others: comparing them needs
        // no call.
        let is_it = match (text.first_chunk(), text.last_chunk()) {
            (Some(first), Some(last)) => {
                next.first_chunk::<8>() == Some(first)
                    && next.last_chunk::<8>() == Some(last)
                    && match text.len() {
                        ..=16 => true,
                        17..=24 => next[8..].first_chunk::<8>() == text[8..].first_chunk(),
                        _ => next == text,
                    }
            }
            _ => match (text.first_chunk(), text.last_chunk()) {
                (Some(first), Some(last)) => {
                    next.first_chunk::<4>() == Some(first) && next.last_chunk::<4>() == Some(last)
                }
                _ => next == text,
            },
        };
        if is_it {
            self.rest = rest;
        }
        is_it
    }

    /// Moves to the next item of an array. `false` if there is none; the caller then
    /// [expects](Self::expect) the end of the array.
    #[inline]
    pub(crate) fn item(&mut self, first: &mut bool) -> bool {
        if std::mem::replace(first, false) { self.peek() != Some(b']') } else { self.take(b',') }
    }

    /// Reads the key of the first member of an object, and the colon. `None` if there is none; the
    /// caller then [expects](Self::expect) the end of the object.
    ///
    /// Escapes are not decoded: the key ends at the first quote. A key that does not match a known
    /// one may therefore be incomplete.
    #[inline]
    pub(crate) fn first_key(&mut self) -> Option<&'a [u8]> {
        match self.peek() {
            Some(b'"') => self.key_from(&self.rest[1..]),
            Some(b'}') => None,
            _ => self.no_key(),
        }
    }

    /// As [`first_key`](Self::first_key), for the members after the first.
    pub(crate) fn next_key(&mut self) -> Option<&'a [u8]> {
        match self.rest {
            [b',', b'"', key @ ..] => self.key_from(key),
            [b'}', ..] => None,
            _ => self.key_further(),
        }
    }

    /// As [`next_key`](Self::next_key), with white space.
    #[cold]
    fn key_further(&mut self) -> Option<&'a [u8]> {
        if self.peek() == Some(b'}') {
            return None;
        }
        if self.take(b',') && self.take(b'"') { self.key_from(self.rest) } else { self.no_key() }
    }

    /// Reads the rest of a key, after its opening quote.
    #[inline]
    fn key_from(&mut self, text: &'a [u8]) -> Option<&'a [u8]> {
        let Some(end) = find_quote(text) else { return self.no_key() };
        let (key, after) = text.split_at(end);
        if let [b'"', b':', rest @ ..] = after {
            self.rest = rest;
        } else {
            self.rest = &after[1..];
            if !self.take(b':') {
                return self.no_key();
            }
        }
        Some(key)
    }

    /// There is no valid key. Drops the rest of the text, so that the caller does not find the end of
    /// the object either.
    #[cold]
    fn no_key(&mut self) -> Option<&'a [u8]> {
        self.rest = &[];
        None
    }

    /// Reads a string up to the first quote, without decoding escapes. A result that does not match
    /// a known name may therefore be incomplete.
    #[inline]
    pub(crate) fn name(&mut self) -> Result<&'a [u8], Declined> {
        self.expect(b'"')?;
        let end = find_quote(self.rest).ok_or(Declined)?;
        let (name, after) = self.rest.split_at(end);
        self.rest = &after[1..];
        Ok(name)
    }

    /// Reads a string into a `String`.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<String, Declined> {
        let start = self.position() + 1;
        match self.plain() {
            Some(text) => {
                self.text.get(start..start + text.len()).map(str::to_owned).ok_or(Declined)
            }
            None => self.text_further().map(Cow::into_owned),
        }
    }

    /// Reads a string of so many bytes, if it comes next. It may have escapes, or a quote inside.
    #[cfg(feature = "edge")]
    #[inline]
    pub(crate) fn short_text<const N: usize>(&mut self) -> Option<&'a [u8; N]> {
        let (text, rest) = self.rest.strip_prefix(b"\"")?.split_first_chunk()?;
        self.rest = rest.strip_prefix(b"\"")?;
        Some(text)
    }

    /// Reads a string, borrowed if it has no escapes.
    #[inline]
    pub(crate) fn text(&mut self) -> Result<Cow<'a, str>, Declined> {
        let start = self.position() + 1;
        match self.plain() {
            Some(text) => {
                self.text.get(start..start + text.len()).map(Cow::Borrowed).ok_or(Declined)
            }
            None => self.text_further(),
        }
    }

    /// Reads a string without escapes, if it comes next, without white space before it.
    #[inline]
    pub(crate) fn plain(&mut self) -> Option<&'a [u8]> {
        let [b'"', rest @ ..] = self.rest else { return None };
        let (text, after) = rest.split_at_checked(find_stop(rest)?)?;
        self.rest = after.strip_prefix(b"\"")?;
        Some(text)
    }

    /// Reads a string after white space, or with escapes.
    #[cold]
    fn text_further(&mut self) -> Result<Cow<'a, str>, Declined> {
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

    /// Reads a string with escapes, which serde_json decodes.
    #[cold]
    fn escaped(&mut self) -> Result<String, Declined> {
        let start = self.position() - 1;
        self.skip_string()?;
        let literal = self.text.get(start..self.position()).ok_or(Declined)?;
        serde_json::from_str(literal).map_err(|_| Declined)
    }

    /// Skips the rest of a string.
    #[inline]
    fn skip_string(&mut self) -> Result<(), Declined> {
        loop {
            let stop = find_stop(self.rest).ok_or(Declined)?;
            let after = match self.rest[stop] {
                b'"' => stop + 1,
                b'\\' => stop + 2,
                _ => return Err(Declined),
            };
            let quoted = after == stop + 1;
            self.rest = self.rest.get(after..).ok_or(Declined)?;
            if quoted {
                return Ok(());
            }
        }
    }

    /// Skips an object that is read later. Only its braces and strings are checked.
    pub(crate) fn skip_object(&mut self) -> Result<(), Declined> {
        self.expect(b'{')?;
        let mut depth = 1_usize;
        let mut rest = self.rest;
        while depth > 0 {
            let (byte, after) = rest.split_first().ok_or(Declined)?;
            rest = after;
            match byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                b'"' => {
                    self.rest = rest;
                    self.skip_string()?;
                    rest = self.rest;
                }
                _ => {}
            }
        }
        self.rest = rest;
        Ok(())
    }

    /// A cursor at another position of the same text.
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

    /// Reads an integer of at most 18 digits. If a fraction or an exponent follows, the next token
    /// that the caller expects is declined.
    #[inline]
    pub(crate) fn integer(&mut self) -> Result<i64, Declined> {
        if let [b'1'..=b'9', ..] = self.rest {
            return self.whole(digits::append_many).map(|number| number as i64);
        }
        let negative = self.take(b'-');
        let number = self.whole(digits::append)? as i64;
        // On the general path, `-0` is not an integer.
        if negative && number == 0 {
            return Err(Declined);
        }
        Ok(if negative { -number } else { number })
    }

    /// Reads a number without exponent.
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

    /// Reads at most 18 digits, without leading zeros.
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
