//! Finds the end of a string, eight bytes at a time.

use super::ONES;

/// Sets the highest bit of every byte that equals `byte`. A borrow can also set it in a later byte
/// that differs, so only the first mark is reliable.
#[inline]
const fn equal(word: u64, byte: u8) -> u64 {
    let difference = word ^ (ONES * byte as u64);
    difference.wrapping_sub(ONES) & !difference & (ONES * 0x80)
}

/// Marks quotes, backslashes and control characters, which end the plain part of a string.
#[inline]
const fn stops(word: u64) -> u64 {
    // Swaps quote and space, so that the quote is next to the control characters.
    let swapped = word ^ (ONES * (b'"' ^ b' ') as u64);
    let quote_or_control = swapped.wrapping_sub(ONES * (b' ' + 1) as u64) & !swapped;
    quote_or_control & (ONES * 0x80) | equal(word, b'\\')
}

/// The index of the first marked byte.
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
    find_singly(rest, is_one).map(|found| bytes.len() - rest.len() + found)
}

/// Cold, because only the last bytes of a text are fewer than eight.
#[cold]
#[inline(never)]
fn find_singly(bytes: &[u8], is_one: impl Fn(u8) -> bool) -> Option<usize> {
    bytes.iter().position(|byte| is_one(*byte))
}

/// The index of the first quote.
#[inline]
pub(super) fn find_quote(bytes: &[u8]) -> Option<usize> {
    find(bytes, |word| equal(word, b'"'), |byte| byte == b'"')
}

/// The index of the first byte that ends the plain part of a string.
#[inline]
pub(super) fn find_stop(bytes: &[u8]) -> Option<usize> {
    find(bytes, stops, is_stop)
}

/// The index in a word of the first byte that ends the plain part of a string.
#[cfg(feature = "edge")]
#[inline]
pub(super) const fn first_stop(word: u64) -> Option<usize> {
    let marked = stops(word);
    if marked == 0 { None } else { Some(marked.trailing_zeros() as usize / 8) }
}

/// Whether a string needs no escapes in JSON.
#[inline]
pub(crate) fn is_plain(bytes: &[u8]) -> bool {
    let (chunks, rest) = bytes.as_chunks();
    chunks.iter().all(|chunk| stops(u64::from_le_bytes(*chunk)) == 0)
        && match bytes.last_chunk() {
            Some(last) => stops(u64::from_le_bytes(*last)) == 0,
            None => !rest.iter().any(|byte| is_stop(*byte)),
        }
}

#[inline]
const fn is_stop(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..0x20)
}

#[cfg(test)]
mod tests {
    use super::{find_quote, find_stop, is_plain, is_stop};

    #[test]
    fn every_byte_is_found_at_every_place() {
        for length in 1..=24 {
            for place in 0..length {
                for byte in 0..=u8::MAX {
                    for around in [b'a', b' ', b'!', b'#', b'[', b']', 0x7F, 0x80, 0xFF] {
                        let mut text = vec![around; length];
                        text[place] = byte;
                        let quote = (byte == b'"').then_some(place);
                        assert_eq!(find_quote(&text), quote, "{text:?}");
                        let stop = is_stop(byte).then_some(place);
                        assert_eq!(find_stop(&text), stop, "{text:?}");
                        assert_eq!(is_plain(&text), stop.is_none(), "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_first_of_several_is_found() {
        for text in ["\"\"", "\"#!\"", "aaaaaa\"\\", "aa\u{1}\u{0}\"\\aa", "éé\\\"]\u{1f}aaaaaaaa"]
        {
            let first = text.bytes().position(is_stop);
            assert_eq!(find_stop(text.as_bytes()), first, "{text}");
            assert_eq!(find_quote(text.as_bytes()), text.find('"'), "{text}");
        }
        assert!(is_plain(b""));
    }
}
