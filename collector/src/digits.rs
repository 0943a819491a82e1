//! Hexadecimal digits: of bytes, and random ones for what nobody may guess.

/// Two digits for each byte.
pub(crate) fn of(bytes: &[u8]) -> String {
    let digit = |number: u8| char::from_digit(number.into(), 16).unwrap_or('0');
    let mut digits = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        digits.push(digit(byte >> 4));
        digits.push(digit(byte & 0x0f));
    }
    digits
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

    use super::{of, random};

    #[test]
    fn each_byte_has_two_digits() {
        assert_eq!(of(&[0x00, 0x9f, 0xa0, 0xff]), "009fa0ff");
    }

    #[test]
    fn random_digits_differ() {
        let all: HashSet<_> = (0..100).map(|_| random::<16>().unwrap()).collect();
        assert_eq!(all.len(), 100);
        assert!(all.iter().all(|digits| digits.len() == 32));
    }
}
