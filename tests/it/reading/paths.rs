//! `Event::decode` has a fast path for plain texts, generated with the types, and a general path
//! through serde for all others. Whatever the first reads the second reads too, to the last bit.
//! `Event::encode` has both paths as well, and both write the same bytes.
//!
//! The texts are what clients sent, with bytes changed. `READERS_EVENTS` sets how many; the
//! choice is the same in every run.

use std::fmt::Debug;

use media_collection::error::DecodeError;
use media_collection::{Event, EventType, Policy, Tolerant};

use crate::fixtures::captures::captured_events;
use crate::fixtures::files;
use crate::fixtures::random::Random;
use crate::oracle::mutate::Seeds;
use crate::oracle::spelling;

/// What stands in a text in place of something else: what JSON has, and what it nearly has.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{b}",
    "\0",
    "\u{a0}",
    "é",
    "0",
    "-",
    "-0",
    "1.",
    ".5",
    "00",
    "1e3",
    "E-2",
    "+1",
    "null",
    "true",
    "tru",
    "false",
    "{}",
    "[]",
    "\"\"",
    "\\n",
    "\\/",
    "\\u00e9",
    "\\u0022",
    "\\x",
    "9007199254740993",
    "9223372036854775808",
    "0.1234567890123456789",
    "123456789012345678901234567890",
    "NaN",
    "\"eventType\":\"ping\"",
    "\"playerTime\":{\"playhead\":1,\"ts\":2}",
    "\"params\":{}",
    "\"customMetadata\":{}",
    "\"qoeData\":{}",
    "\"extra\":{\"a\":[1,{\"b\":null}]}",
    "},{",
    "//",
    "'",
];

fn changed(text: &str, random: &mut Random) -> Vec<u8> {
    let mut text = text.as_bytes().to_vec();
    for _ in 0..=random.below(2) {
        let at = random.below(text.len() + 1);
        let end = (at + random.below(4)).min(text.len());
        match random.below(6) {
            0 => drop(text.drain(at..end)),
            1 if at < text.len() => text[at] ^= 1 << random.below(8),
            2 => text.truncate(at.max(text.len() / 2)),
            _ => drop(text.splice(at..end, random.pick(PIECES).bytes())),
        }
    }
    text
}

/// Whether both read the text strictly; they agree on that, and on all else.
fn agree(text: &[u8]) -> bool {
    let (strict, tolerant) = (Policy::strict(), Policy::tolerant());
    let event = assert_same(text, Event::decode(text, &strict), serde_json::from_slice(text));
    let kept = serde_json::from_slice(text).map(|Tolerant(event)| event);
    let kept = assert_same(text, Event::decode(text, &tolerant), kept);
    assert!(event.is_none() || event == kept, "{}", String::from_utf8_lossy(text));
    kept.iter().for_each(written_alike);

    // Among others it is read as it is alone; if it is not plain, then by another reader than they.
    let ping = r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":1}}"#;
    let batch = [b"[", ping.as_bytes(), b",\n", text, b" ,", text, b"]"].concat();
    let events = Event::decode_batch(&batch, &strict);
    let events = assert_same(&batch, events, serde_json::from_slice(&batch));
    let kept = serde_json::from_slice(&batch).map(|Tolerant(events)| events);
    assert_same(&batch, Event::decode_batch(&batch, &tolerant), kept);
    if let Some(event) = &event {
        assert!(events.is_some_and(|events| events[1] == *event && events[2] == *event));
    }
    event.is_some()
}

/// Both writers write the same, alone and in a list.
fn written_alike(event: &Event) {
    let by_serde = serde_json::to_vec(event).ok();
    assert_eq!(event.encode().ok(), by_serde, "{event:?}");
    let list = [event.clone(), event.clone()];
    assert_eq!(Event::encode_batch(&list).ok(), serde_json::to_vec(&list).ok(), "{event:?}");
}

/// Equal, down to the sign of a zero, which `==` does not see and `Debug` shows.
fn assert_same<T: PartialEq + Debug>(
    text: &[u8],
    decoded: Result<T, DecodeError>,
    by_serde: serde_json::Result<T>,
) -> Option<T> {
    let shown = String::from_utf8_lossy(text);
    let (decoded, by_serde) = (decoded.ok(), by_serde.ok());
    if by_serde.is_none() && shown.contains("\\u") {
        // A lone surrogate, which no Rust string holds.
        return None;
    }
    assert_eq!(decoded, by_serde, "{shown}");
    assert_eq!(format!("{decoded:?}"), format!("{by_serde:?}"), "{shown}");
    decoded
}

fn agree_on_changed_texts(count: usize, seed: u64) {
    let seeds = Seeds::new(captured_events().into_iter().chain(files::minimal_events()));
    assert_eq!(seeds.types(), EventType::ALL.len());
    let mut random = Random::new(seed);
    let mut read = 0;
    for _ in 0..count {
        let event = match random.below(4) {
            0 => seeds.mutated(&mut random),
            _ => seeds.any(&mut random).clone(),
        };
        // Members in the order they were sent in, or in any.
        let text = match random.below(2) {
            0 => event.to_string(),
            _ => spelling::spell(&event, &mut random),
        };
        let text = match random.below(3) {
            0 => text.into_bytes(),
            _ => changed(&text, &mut random),
        };
        read += usize::from(agree(&text));
    }
    println!("{count} texts: {read} read");
    assert!(read * 5 > count, "only {read} of {count} texts are still events");
    assert!((count - read) * 4 > count, "only {} of {count} are refused", count - read);
}

#[test]
fn what_the_fast_path_reads_the_general_path_reads() {
    let count = std::env::var("READERS_EVENTS");
    let count = count.map_or(30_000, |count| count.parse().expect("READERS_EVENTS is a number"));
    agree_on_changed_texts(count, 1);
}

#[test]
#[ignore = "takes minutes"]
fn both_paths_read_a_million_texts_alike() {
    agree_on_changed_texts(1_000_000, 2);
}

/// Numbers have one nearest `f64`, and neither path finds another.
#[test]
fn numbers_are_the_same_to_the_last_bit() {
    let mut random = Random::new(3);
    let with = |playhead: &str| {
        format!(r#"{{"eventType":"ping","playerTime":{{"playhead":{playhead},"ts":1}}}}"#)
    };
    let mut read = 0;
    for round in 0..100_000 {
        let digits = |random: &mut Random, most: usize| -> String {
            (0..random.below(most)).map(|_| char::from(b'0' + random.below(10) as u8)).collect()
        };
        let mut number = match round % 3 {
            0 => format!("{}", f64::from_bits(random.next())),
            1 => format!("{}.{}", digits(&mut random, 20), digits(&mut random, 24)),
            _ => format!("{:?}", random.next() as f64 / 1000.0),
        };
        if random.once_in(4) {
            number.insert(0, '-');
        }
        let text = with(&number);
        let decoded = Event::decode(text.as_bytes(), &Policy::strict()).ok();
        let by_serde = serde_json::from_str::<Event>(&text).ok();
        let bits = |event: Option<Event>| event.map(|event| event.player_time.playhead.to_bits());
        let (decoded, by_serde) = (bits(decoded), bits(by_serde));
        assert_eq!(decoded, by_serde, "{number}");
        if let Some(bits) = decoded {
            assert_eq!(bits, number.parse::<f64>().unwrap().to_bits(), "{number}");
            read += 1;
        }
    }
    assert!(read > 50_000, "only {read} numbers are read");
}
