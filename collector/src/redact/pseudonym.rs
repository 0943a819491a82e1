//! Ids in place of ids.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::digits;

/// So many digits make a number, or a group of hexadecimal digits, hard to guess.
const MIN_DIGITS: usize = 16;

/// A key for HMAC-SHA-256.
pub(super) struct Key(Hmac<Sha256>);

impl Key {
    pub(super) fn new(key: &[u8]) -> Self {
        // HMAC takes keys of any length.
        Self(Hmac::new_from_slice(key).expect("a key of any length is one"))
    }

    fn hash(&self, text: &[u8]) -> [u8; 32] {
        let mut hash = self.0.clone();
        hash.update(text);
        hash.finalize().into_bytes().into()
    }

    /// The bytes of the hash of a text, then of the hash of that, and so on.
    fn bytes(&self, text: &str) -> impl Iterator<Item = u8> + '_ {
        let first = self.hash(text.as_bytes());
        std::iter::successors(Some(first), |last| Some(self.hash(last))).flatten()
    }

    pub(super) fn pseudonym(&self, id: &str) -> String {
        let digits = id.bytes().filter(u8::is_ascii_hexdigit).count();
        let is_grouped = id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        if !is_grouped || digits < MIN_DIGITS {
            return digits::of(&self.hash(id.as_bytes()));
        }
        let is_decimal = id.bytes().all(|byte| byte.is_ascii_digit());
        let is_upper = id.bytes().any(|byte| byte.is_ascii_uppercase());
        let mut bytes = self.bytes(id);
        let digit = |letter: char| {
            if letter == '-' {
                return letter;
            }
            let byte = u32::from(bytes.next().unwrap_or_default());
            let (number, radix) = if is_decimal { (byte % 10, 10) } else { (byte % 16, 16) };
            let digit = char::from_digit(number, radix).unwrap_or('0');
            if is_upper { digit.to_ascii_uppercase() } else { digit }
        };
        id.chars().map(digit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn an_id_keeps_its_form() {
        let key = Key::new(b"0123456789abcdef");
        let of = |id: &str| key.pseudonym(id);
        let ecid = "12345678901234567890123456789012345678";
        assert!(of(ecid).len() == 38 && of(ecid).bytes().all(|byte| byte.is_ascii_digit()));
        assert_eq!(of(ecid), of(ecid), "the same viewer");
        assert_ne!(of(ecid), Key::new(b"another key of some length").pseudonym(ecid));
        assert_ne!(of(ecid), of("12345678901234567890123456789012345679"));
        let aid = "2F9A8C1B05158A2D-60000103C0003A5B";
        assert!(of(aid).len() == aid.len() && of(aid).as_bytes()[16] == b'-');
        assert!(
            of(aid)
                .bytes()
                .all(|byte| byte == b'-' || byte.is_ascii_digit() || byte.is_ascii_uppercase())
        );
        let uuid = "6f1c0b4e-6a51-4c56-9b1f-3f0c6f0e6a51";
        assert!(of(uuid).split('-').map(str::len).eq([8, 4, 4, 4, 12]));
        // The first test case of RFC 4231, whose text is none of these forms.
        let key = Key::new(&[0x0b; 20]);
        let expected = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
        assert_eq!(key.pseudonym("Hi There"), expected);
        assert_eq!(key.pseudonym("").len(), 64);
        assert_eq!(of("1234").len(), 64, "few digits would be guessed");
    }
}
