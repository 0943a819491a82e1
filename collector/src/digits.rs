//! Hexadecimal digits: of bytes, and random ones for what nobody may guess.

const DIGITS: &[u8; 16] = b"0123456789abcdef";
const NO_DIGIT: u8 = 0xff;

/// The value of each byte as a digit in lower case.
const VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut value = 0;
    while value < DIGITS.len() {
        values[DIGITS[value] as usize] = value as u8;
        value += 1;
    }
    values
};

/// Two digits for each byte.
pub(crate) fn of(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        digits.push(DIGITS[usize::from(byte >> 4)].into());
        digits.push(DIGITS[usize::from(byte & 0x0f)].into());
    }
    digits
}

/// The bytes that have these digits, in lower case; `None` if the text is anything else.
pub(crate) fn read<const BYTES: usize>(text: &str) -> Option<[u8; BYTES]> {
    if text.len() != 2 * BYTES {
        return None;
    }
    let (mut bytes, mut all) = ([0; BYTES], 0);
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let (high, low) = (VALUES[usize::from(pair[0])], VALUES[usize::from(pair[1])]);
        all |= high | low;
        *byte = high << 4 | low;
    }
    // What is no digit has bits that no digit has.
    (all < 16).then_some(bytes)
}

/// Two random digits for each of so many bytes.
///
/// # Errors
///
/// When the operating system has no random bytes.
pub(crate) fn random<const BYTES: usize>() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; BYTES];
    getrandom::fill(&mut bytes)?;
    Ok(of(&bytes))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{of, random, read};

    #[test]
    fn each_byte_has_two_digits() {
        assert_eq!(of(&[0x00, 0x9f, 0xa0, 0xff]), "009fa0ff");
        assert_eq!(read("009fa0ff"), Some([0x00, 0x9f, 0xa0, 0xff]));
        for text in ["", "0", "000", "00000", "0g", "G0", " 0", "ü", "0A"] {
            assert_eq!(read::<1>(text), None, "{text:?}");
        }
    }

    #[test]
    fn random_digits_differ() {
        let all: HashSet<_> = (0..100).map(|_| random::<16>().unwrap()).collect();
        assert_eq!(all.len(), 100);
        assert!(all.iter().all(|digits| digits.len() == 32));
    }
}
