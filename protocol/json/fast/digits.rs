//! Parsing digits, one by one or eight at a time.

use super::ONES;

/// Appends the digits at the start of a text to a number, and counts them. If there are too many
/// digits, the number is meaningless.
#[inline]
pub(super) fn append(mut number: u64, text: &[u8]) -> (u64, usize) {
    for (count, byte) in text.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return (number, count);
        }
        number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
    }
    (number, text.len())
}

/// The same, but faster for eight or more digits, as in a timestamp.
#[inline]
pub(super) fn append_many(number: u64, text: &[u8]) -> (u64, usize) {
    if let Some((chunk, rest)) = text.split_first_chunk()
        && let Some(eight) = eight(*chunk)
    {
        let (number, count) = append(number.wrapping_mul(100_000_000).wrapping_add(eight), rest);
        return (number, chunk.len() + count);
    }
    append(number, text)
}

/// The value of eight digits; `None` if one byte is not a digit.
#[inline]
const fn eight(bytes: [u8; 8]) -> Option<u64> {
    let word = u64::from_le_bytes(bytes);
    // Digits are `0x30` to `0x39`. Adding 6 does not change their high half; for `0x3A` to `0x3F` it
    // does.
    let above = word.wrapping_add(ONES * 6);
    if ((word ^ (ONES * 0x30)) | (above ^ (ONES * 0x30))) & (ONES * 0xF0) != 0 {
        return None;
    }
    // Combines neighbours: digits to pairs, pairs to groups of four, and those to the number.
    let values = word & (ONES * 0x0F);
    let pairs = (values.wrapping_mul(10 << 8 | 1) >> 8) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs.wrapping_mul(100 << 16 | 1) >> 16) & 0x0000_FFFF_0000_FFFF;
    Some(fours.wrapping_mul(10_000 << 32 | 1) >> 32)
}

/// The two digits of each number below 100.
const PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        pairs[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
        number += 1;
    }
    pairs
};

/// Writes a number below 100 with two digits.
#[inline]
pub(crate) const fn pair(number: u8) -> [u8; 2] {
    PAIRS[number as usize % 100]
}

/// Writes an integer.
#[inline]
pub(super) fn write(number: i64, text: &mut Vec<u8>) {
    if number < 0 {
        text.push(b'-');
    }
    let mut rest = number.unsigned_abs();
    if rest < 10 {
        text.push(b'0' + rest as u8);
        return;
    }
    // The longest has 20 digits.
    let mut digits = [0; 20];
    let mut begin = digits.len();
    while rest >= 10 {
        begin -= 2;
        digits[begin..begin + 2].copy_from_slice(&pair((rest % 100) as u8));
        rest /= 100;
    }
    if rest > 0 {
        begin -= 1;
        digits[begin] = b'0' + rest as u8;
    }
    text.extend_from_slice(&digits[begin..]);
}

#[cfg(test)]
mod tests {
    use super::{append, append_many};

    fn both(number: u64, text: &[u8]) -> (u64, usize) {
        let appended = append(number, text);
        assert_eq!(append_many(number, text), appended, "{text:?}");
        appended
    }

    #[test]
    fn digits_are_their_number() {
        for digits in ["0", "7", "00", "10", "12345", "0000001", "12345678", "1726002881212"] {
            for after in ["", ",", ",\"ts\":1234567890", "e", "."] {
                let text = format!("{digits}{after}");
                let number: u64 = digits.parse().unwrap();
                assert_eq!(both(0, text.as_bytes()), (number, digits.len()), "{text}");
                let number = format!("5{digits}").parse().unwrap();
                assert_eq!(both(5, text.as_bytes()), (number, digits.len()), "{text}");
            }
        }
    }

    #[test]
    fn every_other_byte_ends_the_digits() {
        for place in 0..16 {
            for byte in (0..=u8::MAX).filter(|byte| !byte.is_ascii_digit()) {
                let mut text = *b"3141592653589793";
                text[place] = byte;
                let digits = std::str::from_utf8(&text[..place]).unwrap();
                let number = digits.parse().unwrap_or(0);
                assert_eq!(both(0, &text), (number, place), "{byte:#x} at {place}");
            }
        }
    }
}
