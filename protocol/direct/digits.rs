//! Digits, up to eight at a time.

const ONES: u64 = u64::MAX / 255;

/// Powers of ten, for as many digits as there may be at a time.
const SCALES: [u64; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// The digits that eight bytes begin with.
pub(super) struct Digits {
    /// How many there are.
    pub(super) count: usize,
    /// The number that they stand for.
    pub(super) number: u64,
}

impl Digits {
    #[inline]
    pub(super) fn of(bytes: [u8; 8]) -> Self {
        // Digits become their values; what is above nine is none.
        let values = u64::from_le_bytes(bytes) ^ (ONES * u64::from(b'0'));
        let above = (values & (ONES * 0x7F)) + ONES * (0x80 - 10);
        let others = (above | values) & (ONES * 0x80);
        let bits = others.trailing_zeros() & !7;
        // With zeros before the digits there are always eight.
        let eight = values.checked_shl(64 - bits).unwrap_or(0);
        // Neighbours are joined: digits to pairs, pairs to fours, fours to the number.
        let pairs = (eight.wrapping_mul(10 << 8 | 1) >> 8) & 0x00FF_00FF_00FF_00FF;
        let fours = (pairs.wrapping_mul(100 << 16 | 1) >> 16) & 0x0000_FFFF_0000_FFFF;
        let number = fours.wrapping_mul(10_000 << 32 | 1) >> 32;
        Self { count: bits as usize / 8, number }
    }

    /// What a number becomes if these digits are written behind it; nonsense if it is too large.
    #[inline]
    pub(super) fn behind(&self, number: u64) -> u64 {
        number.wrapping_mul(SCALES[self.count]).wrapping_add(self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::Digits;

    #[test]
    fn any_digits_are_their_number() {
        for text in ["0", "7", "00", "10", "12345", "100000", "0000001", "12345678", "99999999"] {
            let padded = format!("{text},\"a\":1.5");
            let read = Digits::of(padded.as_bytes()[..8].try_into().unwrap());
            assert_eq!(read.count, text.len(), "{text}");
            assert_eq!(Ok(read.number), text.parse(), "{text}");
            assert_eq!(Ok(read.behind(5)), format!("5{text}").parse(), "{text}");
        }
    }

    #[test]
    fn every_other_byte_ends_the_digits() {
        for place in 0..8 {
            for byte in (0..=u8::MAX).filter(|byte| !byte.is_ascii_digit()) {
                let mut text = *b"31415926";
                text[place] = byte;
                let read = Digits::of(text);
                let number =
                    std::str::from_utf8(&text[..place]).unwrap().parse::<u64>().unwrap_or(0);
                assert_eq!((read.count, read.number), (place, number), "{byte:#x} at {place}");
            }
        }
    }
}
