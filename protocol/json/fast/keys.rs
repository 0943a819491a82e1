//! Recognises equal keys in an object, without keeping the keys.

use super::scan::{find_stop, first_stop};

/// An object with more members is read as a value.
const MAX_MEMBERS: usize = 16;

/// The keys of an object so far.
pub(super) struct Keys {
    marks: [u64; MAX_MEMBERS],
    count: usize,
}

impl Keys {
    /// Those of an object whose first key has this mark.
    pub(super) const fn new(first: u64) -> Self {
        let mut marks = [0; MAX_MEMBERS];
        marks[0] = first;
        Self { marks, count: 1 }
    }

    /// Adds the mark of a key. `None` if the object may have the key already, or has many.
    #[inline]
    pub(super) fn add(&mut self, mark: u64) -> Option<()> {
        if self.marks.get(..self.count)?.contains(&mark) {
            return None;
        }
        *self.marks.get_mut(self.count)? = mark;
        self.count += 1;
        Some(())
    }
}

/// The mark of the key at the start of a text, which is the same for equal keys, and what follows: the
/// quote that ends the key, unless it has an escape.
#[inline(always)]
pub(super) fn key(text: &[u8]) -> Option<(u64, &[u8])> {
    let Some((chunk, further)) = text.split_first_chunk() else { return short(text) };
    let word = u64::from_le_bytes(*chunk);
    if let Some(length) = first_stop(word) {
        return Some((mark(word & !(u64::MAX << (length * 8)), length), text.get(length..)?));
    }
    let length = chunk.len() + find_stop(further)?;
    let (key, rest) = text.split_at_checked(length)?;
    let last = u64::from_le_bytes(*key.last_chunk()?);
    Some((mark(word.rotate_left(23) ^ last, length), rest))
}

/// A text shorter than a word.
#[cold]
fn short(text: &[u8]) -> Option<(u64, &[u8])> {
    let (key, rest) = text.split_at_checked(find_stop(text)?)?;
    let word = key.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
    Some((mark(word, key.len()), rest))
}

/// Keys of one length differ in their first or last bytes nearly always.
#[inline]
const fn mark(word: u64, length: usize) -> u64 {
    word ^ (length as u64) << 56
}

#[cfg(test)]
mod tests {
    use super::{Keys, key};

    const NAMES: [&str; 14] = [
        "",
        "a",
        "b",
        "aa",
        "ab",
        "seven77",
        "eight888",
        "nine99999",
        "nine99998",
        "mine99999",
        "sixteen_letters_",
        "a key of more than sixteen",
        "a key of more than sixteem",
        "é",
    ];

    #[test]
    fn equal_keys_have_equal_marks_wherever_they_are() {
        for name in NAMES {
            let marks = ["", ":", ":1}", ":\"a longer text\"}"].map(|after| {
                let text = format!("{name}\"{after}");
                let (mark, rest) = key(text.as_bytes()).expect("it ends");
                assert_eq!(rest, format!("\"{after}").as_bytes());
                mark
            });
            assert_eq!(marks, [marks[0]; 4], "{name}");
        }
        assert!(key(b"no end").is_none());
        assert!(key(b"a longer one without an end").is_none());
    }

    #[test]
    fn other_keys_have_other_marks_and_no_key_comes_twice() {
        let mark = |name: &str| key(format!("{name}\":0}}").as_bytes()).expect("it ends").0;
        let mut keys = Keys::new(mark("another"));
        for name in NAMES {
            assert!(keys.add(mark(name)).is_some(), "{name}");
        }
        for name in NAMES {
            assert!(keys.add(mark(name)).is_none(), "{name}");
        }
        assert!(keys.add(mark("another")).is_none());
        assert!(keys.add(mark("16")).is_some());
        assert!(keys.add(mark("17")).is_none(), "there is no room");
    }
}
