//! A place in a text, and the tokens from there on.

use std::borrow::Cow;

use super::Declined;
use super::digits::Digits;

/// Up to this number every integer is an `f64` as it is.
const EXACT: u64 = 1 << 53;

/// Powers of ten that an `f64` holds exactly. A number up to [`EXACT`] divided by one is rounded
/// once, so it is the nearest `f64`, as a general reader finds it.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// So many digits fit `i64` and `u64` whatever they are.
const MOST_DIGITS: usize = 18;

/// A one in each byte.
const ONES: u64 = u64::MAX / 255;

/// Marks the bytes that equal a byte, in their highest bits. A borrow may mark one that does not,
/// but only behind one that does: the first mark is right.
#[inline]
const fn equal(word: u64, byte: u8) -> u64 {
    let difference = word ^ (ONES * byte as u64);
    difference.wrapping_sub(ONES) & !difference & (ONES * 0x80)
}

/// Marks what ends the plain part of a string: a quote, a backslash, a control character.
#[inline]
const fn stops(word: u64) -> u64 {
    let control = word.wrapping_sub(ONES * 0x20) & !word & (ONES * 0x80);
    control | equal(word, b'"') | equal(word, b'\\')
}

/// The place of the first byte that is marked.
#[inline]
fn find(bytes: &[u8], marks: impl Fn(u64) -> u64, is_one: impl Fn(u8) -> bool) -> Option<usize> {
    let mut rest = bytes;
    while let Some((chunk, further)) = rest.split_first_chunk() {
        let marked = marks(u64::from_le_bytes(*chunk));
        if marked != 0 {
            return Some(bytes.len() - rest.len() + marked.trailing_zeros() as usize / 8);
        }
        rest = further;
    }
    let found = rest.iter().position(|byte| is_one(*byte))?;
    Some(bytes.len() - rest.len() + found)
}

#[inline]
fn find_quote(bytes: &[u8]) -> Option<usize> {
    find(bytes, |word| equal(word, b'"'), |byte| byte == b'"')
}

#[inline]
fn find_stop(bytes: &[u8]) -> Option<usize> {
    find(bytes, stops, |byte| matches!(byte, b'"' | b'\\' | 0..0x20))
}

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

    /// The key of the next member of an object, and its colon; `None` if none comes next, which
    /// is right where the object [ends](Self::expect).
    ///
    /// The key is what stands between two quotes. Where it is none of those that were expected,
    /// it may as well hold escapes, and not be the whole of the key.
    #[inline]
    pub(crate) fn key(&mut self, first: &mut bool) -> Option<&'a [u8]> {
        let first = std::mem::replace(first, false);
        if first || !self.literal(b",\"") {
            if self.peek() == Some(b'}') {
                return None;
            }
            if !first && !self.take(b',') || !self.take(b'"') {
                return self.no_key();
            }
        }
        let Some(end) = find_quote(self.rest) else { return self.no_key() };
        let (key, rest) = self.rest.split_at(end);
        self.rest = rest;
        if !self.literal(b"\":") {
            self.rest = &rest[1..];
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

    /// A string without escapes.
    #[inline]
    pub(crate) fn plain(&mut self) -> Result<&'a str, Declined> {
        self.expect(b'"')?;
        let end = find_stop(self.rest).ok_or(Declined)?;
        self.plain_until(end)
    }

    #[inline]
    fn plain_until(&mut self, end: usize) -> Result<&'a str, Declined> {
        let start = self.position();
        let (b'"', rest) = self.rest[end..].split_first().ok_or(Declined)? else {
            return Err(Declined);
        };
        self.rest = rest;
        self.text.get(start..start + end).ok_or(Declined)
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
        if self.rest[end] == b'\\' {
            return self.escaped().map(Cow::Owned);
        }
        self.plain_until(end).map(Cow::Borrowed)
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
        let negative = self.take(b'-');
        let number = self.whole()? as i64;
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
        let start = self.position();
        let whole = self.whole()?;
        let size = if self.rest.first() == Some(&b'.') {
            self.rest = &self.rest[1..];
            let (number, fraction) = self.digits(whole);
            if fraction == 0 {
                return Err(Declined);
            }
            if self.position() - start <= MOST_DIGITS && number <= EXACT {
                number as f64 / POWERS[fraction]
            } else {
                let text = self.text.get(start..self.position());
                text.and_then(|text| text.parse().ok()).ok_or(Declined)?
            }
        } else {
            whole as f64
        };
        Ok(if negative { -size } else { size })
    }

    /// At most 18 digits, the first of which is no zero unless it is alone.
    #[inline]
    fn whole(&mut self) -> Result<u64, Declined> {
        let first = self.rest.first();
        let (number, count) = self.digits(0);
        let leading_zero = count > 1 && first == Some(&b'0');
        if count == 0 || count > MOST_DIGITS || leading_zero { Err(Declined) } else { Ok(number) }
    }

    /// Appends digits to a number, and counts them; more than fit make the number worthless.
    #[inline]
    fn digits(&mut self, mut number: u64) -> (u64, usize) {
        let before = self.rest.len();
        while let Some((next, _)) = self.rest.split_first_chunk() {
            let digits = Digits::of(*next);
            number = digits.behind(number);
            self.rest = &self.rest[digits.count..];
            if digits.count < next.len() {
                return (number, before - self.rest.len());
            }
        }
        while let Some((digit @ b'0'..=b'9', rest)) = self.rest.split_first() {
            number = number.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            self.rest = rest;
        }
        (number, before - self.rest.len())
    }
}
