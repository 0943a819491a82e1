//! Lines that are too long for a message.

use std::collections::HashMap;
use std::fmt;

use async_nats::HeaderMap;
use serde::{Deserialize, Serialize};

/// The most bytes of lines of which parts are missing. Those of a collector that was killed never come.
const MAX_PARTS: usize = 64 * 1024 * 1024;

/// The header of a message that is a part of a text: [`Part`].
pub(super) const PART: &str = "Media-Collection-Part";

/// Which part of a text a message has: `NAME NUMBER COUNT`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    /// The text's. No other text has it.
    pub(super) name: &'a str,
    /// The number of the part, from 0 on, and how many there are; `None` if the header says something else.
    pub(super) place: Option<(usize, usize)>,
}

impl<'a> Part<'a> {
    /// `None` if a message has a whole text, or several.
    pub(super) fn of(headers: Option<&'a HeaderMap>) -> Option<Self> {
        headers?.get(PART).map(|header| Self::read(header.as_str()))
    }

    fn read(header: &'a str) -> Self {
        let (name, place) = header.split_once(' ').unwrap_or((header, ""));
        let place = place.split_once(' ');
        let place = place.and_then(|(at, of)| at.parse().ok().zip(of.parse().ok()));
        Self { name, place }
    }

    pub(super) fn is_last(&self) -> bool {
        self.place.is_some_and(|(number, count)| number.checked_add(1) == Some(count))
    }
}

impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, count) = self.place.unwrap_or_default();
        write!(f, "{} {number} {count}", self.name)
    }
}

/// Lines that are too long for a message, of which parts are missing.
#[derive(Debug, Default)]
pub(super) struct Parts {
    lines: HashMap<String, Long>,
    bytes: usize,
}

#[derive(Debug)]
struct Long {
    /// The message with its first part.
    first: u64,
    text: Vec<u8>,
    next: usize,
}

/// The beginning of a line, in a snapshot.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedPart {
    name: String,
    first: u64,
    next: usize,
    /// A character for each byte.
    bytes: String,
}

impl Parts {
    /// Adds a part. Returns the line if it is whole.
    pub(super) fn add(&mut self, sequence: u64, part: Part<'_>, text: &[u8]) -> Option<Vec<u8>> {
        let (name, (number, count)) = (part.name, part.place?);
        if number == 0 {
            let long = Long { first: sequence, text: Vec::new(), next: 0 };
            self.remove(name);
            self.lines.insert(name.to_owned(), long);
        }
        let long = self.lines.get_mut(name)?;
        if long.next != number {
            // What came before was not read: it is not wanted, or this is a part that came again.
            return None;
        }
        long.text.extend_from_slice(text);
        long.next += 1;
        self.bytes += text.len();
        if long.next == count {
            return self.remove(name);
        }
        while self.bytes > MAX_PARTS {
            let oldest = self.lines.iter().min_by_key(|(_, long)| long.first);
            let Some(oldest) = oldest.map(|(name, _)| name.clone()) else { break };
            self.remove(&oldest);
        }
        None
    }

    /// The message with the first part of the line that this is a part of.
    pub(super) fn first_of(&self, part: Part<'_>) -> Option<u64> {
        self.lines.get(part.name).map(|long| long.first)
    }

    /// The first message that has a part of a line that is not whole.
    pub(super) fn first(&self) -> Option<u64> {
        self.lines.values().map(|line| line.first).min()
    }

    /// Drops the lines that began before this message.
    pub(super) fn drop_before(&mut self, sequence: u64) {
        let is_old = |(name, long): (&String, &Long)| (long.first < sequence).then(|| name.clone());
        let old: Vec<_> = self.lines.iter().filter_map(is_old).collect();
        for name in old {
            self.remove(&name);
        }
    }

    /// All of them, as a snapshot has them.
    pub(super) fn saved(&self) -> Vec<SavedPart> {
        let saved = self.lines.iter().map(|(name, long)| SavedPart {
            name: name.clone(),
            first: long.first,
            next: long.next,
            // A part can end within a character.
            bytes: long.text.iter().map(|byte| char::from(*byte)).collect(),
        });
        saved.collect()
    }

    /// As a snapshot has them; `None` if it has something else.
    pub(super) fn of(saved: Vec<SavedPart>) -> Option<Self> {
        let mut parts = Self::default();
        for SavedPart { name, first, next, bytes } in saved {
            let text: Option<Vec<u8>> =
                bytes.chars().map(|letter| u8::try_from(letter).ok()).collect();
            let text = text?;
            parts.bytes += text.len();
            parts.lines.insert(name, Long { first, text, next });
        }
        Some(parts)
    }

    fn remove(&mut self, name: &str) -> Option<Vec<u8>> {
        let long = self.lines.remove(name)?;
        self.bytes -= long.text.len();
        Some(long.text)
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_PARTS, Part, Parts};

    fn add(parts: &mut Parts, sequence: u64, part: &str, text: &[u8]) -> Option<Vec<u8>> {
        parts.add(sequence, Part::read(part), text)
    }

    #[test]
    fn a_header_says_which_part_it_is() {
        let part = Part::read("a-0-0 1 2");
        assert_eq!((part.name, part.place, part.is_last()), ("a-0-0", Some((1, 2)), true));
        assert_eq!(part.to_string(), "a-0-0 1 2");
        assert!(!Part::read("a-0-0 0 2").is_last());
        assert!(!Part::read(&format!("a-0-0 {0} {0}", usize::MAX)).is_last());
        for other in ["", "a", "a 1", "a 1 x", "a -1 2", "a 1 2 3"] {
            assert_eq!(Part::read(other).place, None, "{other}");
        }
    }

    #[test]
    fn a_line_is_there_when_its_last_part_is() {
        let mut parts = Parts::default();
        assert_eq!(add(&mut parts, 1, "a-0-0 0 2", b"one "), None);
        assert_eq!(add(&mut parts, 2, "b-0-0 0 2", b"three "), None);
        assert_eq!(add(&mut parts, 3, "b-0-0 1 2", b"four").as_deref(), Some(&b"three four"[..]));
        assert_eq!(add(&mut parts, 4, "a-0-0 1 2", b"two").as_deref(), Some(&b"one two"[..]));
        assert_eq!((parts.lines.len(), parts.bytes), (0, 0));
        // A part whose beginning is missing, or that comes again, makes no line.
        assert_eq!(add(&mut parts, 5, "c 1 2", b"two"), None);
        assert_eq!(add(&mut parts, 6, "a-0-0 1 2", b"two"), None);
        assert_eq!(parts.bytes, 0);
    }

    #[test]
    fn a_line_goes_on_behind_a_snapshot() {
        let mut parts = Parts::default();
        let all: Vec<_> = (0..=255).collect();
        assert_eq!(add(&mut parts, 1, "a-0-0 0 3", &all), None);
        assert_eq!(add(&mut parts, 3, "a-0-0 1 3", b"two"), None);
        let json = serde_json::to_string(&parts.saved()).unwrap();
        let mut parts = Parts::of(serde_json::from_str(&json).unwrap()).unwrap();
        assert_eq!((parts.first(), parts.bytes), (Some(1), 259));
        let line = add(&mut parts, 9, "a-0-0 2 3", b"!").unwrap();
        assert_eq!(line, [&all[..], b"two!"].concat());
        assert_eq!(parts.bytes, 0);
        let wrong = json.replace("two", "tw\u{100}");
        assert!(Parts::of(serde_json::from_str(&wrong).unwrap()).is_none());
    }

    #[test]
    fn parts_of_collectors_that_were_killed_are_dropped() {
        let mut parts = Parts::default();
        let text = vec![b'x'; 512 * 1024];
        for number in 0..1_000 {
            assert_eq!(add(&mut parts, number, &format!("{number} 0 2"), &text), None);
            assert!(parts.bytes <= MAX_PARTS);
        }
        assert_eq!(parts.lines.values().map(|long| long.first).max(), Some(999));
    }
}
