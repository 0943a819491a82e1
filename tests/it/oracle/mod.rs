//! The strict reader and an independent JSON Schema validator agree on what is valid, and on
//! where it is not.
//!
//! The events are those that real clients sent, with one to three changes each. `ORACLE_EVENTS`
//! sets how many; the choice is the same in every run.

pub mod mutate;
pub mod spelling;

use std::collections::BTreeSet;

use media_collection::error::DecodeError;
use media_collection::{Event, Policy};
use serde_json::Value;

use crate::fixtures::captures::captured_events;
use crate::fixtures::files;
use crate::fixtures::random::Random;
use crate::fixtures::same;
use crate::fixtures::validator::{Places, Schemas};
use mutate::Seeds;

fn seeds() -> Seeds {
    let folder = files::payloads();
    let timelines = (1..=3)
        .map(|number| files::json(&folder.join(format!("timelines/timeline-{number}.json"))))
        .flat_map(|timeline| timeline.as_array().unwrap().clone());
    let minimal = files::minimal_events();
    let seeds = Seeds::new(captured_events().into_iter().chain(minimal).chain(timelines));
    assert_eq!(seeds.types(), 20);
    seeds
}

fn count() -> usize {
    std::env::var("ORACLE_EVENTS")
        .map_or(60_000, |count| count.parse().expect("ORACLE_EVENTS is a number"))
}

/// Places with their keywords, as the library reports them.
fn reported(error: &DecodeError) -> Places {
    assert!(matches!(error, DecodeError::Invalid(_)), "{error}");
    assert_eq!(error.violations().more(), 0);
    let violations = error.violations().iter();
    violations.map(|found| (found.pointer.clone(), found.keyword.to_string())).collect()
}

/// A type that has no schema is reported at its place, whatever else there is.
fn assert_type_reported(event: &Value, places: &Places, start: &str, text: &str) {
    let place = if event.is_object() { format!("{start}/eventType") } else { start.to_owned() };
    let pointers: BTreeSet<_> = places.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert!(pointers.contains(place.as_str()), "{place} is not among {places:?}\n{text}");
}

/// What a tolerant reader takes it writes back; what a strict one takes it takes as well.
fn assert_tolerant(event: &Value, text: &str, strict: Option<&Event>) -> bool {
    let Ok(tolerant) = Event::decode(text.as_bytes(), &Policy::tolerant()) else {
        assert!(strict.is_none(), "only the tolerant reader refuses this:\n{text}");
        return false;
    };
    if let Some(strict) = strict {
        assert_eq!(*strict, tolerant, "{text}");
    }
    let written = tolerant.encode().unwrap_or_else(|error| panic!("{error}\n{text}"));
    let value = serde_json::from_slice(&written).expect("what is written is JSON");
    assert!(same(&value, event), "read and written back as {value}\n{text}");
    let again = Event::decode(&written, &Policy::tolerant());
    assert_eq!(again.as_ref(), Ok(&tolerant), "{text}");
    true
}

fn agree_on_events(count: usize, seed: u64) {
    let (schemas, seeds) = (Schemas::load(), seeds());
    let mut random = Random::new(seed);
    let (mut valid, mut kept) = (0, 0);
    for _ in 0..count {
        let event = seeds.mutated(&mut random);
        let text = spelling::spell(&event, &mut random);
        let places = schemas.places(&event);
        let strict = Event::decode(text.as_bytes(), &Policy::strict());
        match (&strict, places) {
            (Ok(_), Some(places)) if places.is_empty() => valid += 1,
            (Ok(_), places) => panic!("read, but the schemas refuse {places:?}:\n{text}"),
            (Err(error), Some(places)) => assert_eq!(reported(error), places, "{error}\n{text}"),
            (Err(error), None) => assert_type_reported(&event, &reported(error), "", &text),
        }
        let strict = strict.ok();
        assert_eq!(serde_json::from_str::<Event>(&text).ok(), strict, "through serde:\n{text}");
        kept += usize::from(assert_tolerant(&event, &text, strict.as_ref()));
    }
    println!("{count} events: {valid} valid, {kept} kept by the tolerant reader");
    assert!(valid * 4 > count, "only {valid} of {count} are valid");
    assert!((count - valid) * 4 > count, "only {} of {count} are invalid", count - valid);
    assert!(kept > valid, "the tolerant reader keeps no more than the strict one");
}

fn agree_on_batches(count: usize, seed: u64) {
    let (schemas, seeds) = (Schemas::load(), seeds());
    let mut random = Random::new(seed);
    let mut valid = 0;
    for _ in 0..count {
        let events: Vec<_> = (0..random.below(6))
            .map(|_| match random.below(3) {
                0 => seeds.mutated(&mut random),
                _ => seeds.any(&mut random).clone(),
            })
            .collect();
        let text = spelling::spell(&events.clone().into(), &mut random);
        let all_valid = events.iter().all(|event| schemas.is_valid(event));
        match Event::decode_batch(text.as_bytes(), &Policy::strict()) {
            Ok(read) => {
                assert!(all_valid, "read, but the schemas refuse it:\n{text}");
                let written = Event::encode_batch(&read).unwrap();
                let value: Value = serde_json::from_slice(&written).unwrap();
                assert!(same(&value, &events.into()), "read and written back as {value}\n{text}");
                valid += 1;
            }
            Err(error) => {
                assert!(!all_valid, "refused, but the schemas accept it: {error}\n{text}");
                let mut rest = reported(&error);
                for (index, event) in events.iter().enumerate() {
                    let start = format!("/{index}");
                    let here: Places;
                    (here, rest) = rest
                        .into_iter()
                        .partition(|(place, _)| place.split('/').nth(1) == Some(&start[1..]));
                    match schemas.places(event) {
                        None => assert_type_reported(event, &here, &start, &text),
                        Some(places) => {
                            let places = places.into_iter();
                            let placed: Places = places
                                .map(|(place, keyword)| (format!("{start}{place}"), keyword))
                                .collect();
                            assert_eq!(here, placed, "{text}");
                        }
                    }
                }
                assert_eq!(rest, Places::new(), "{text}");
            }
        }
    }
    println!("{count} batches: {valid} valid");
    assert!(valid * 4 > count, "only {valid} of {count} are valid");
    assert!((count - valid) * 4 > count, "only {} of {count} are invalid", count - valid);
}

#[test]
fn events_are_valid_for_both_or_for_neither() {
    agree_on_events(count(), 1);
}

#[test]
fn batches_are_valid_for_both_or_for_neither() {
    agree_on_batches(count() / 10, 2);
}

#[test]
#[ignore = "takes minutes"]
fn a_million_events_and_batches_of_them() {
    agree_on_events(1_000_000, 3);
    agree_on_batches(100_000, 4);
}

/// The validator is of use only if it is as strict as draft-04 about integers and patterns.
#[test]
fn the_validator_reads_draft_4_strictly() {
    let schemas = Schemas::load();
    let event = |ts: &str, key: &str| {
        let text = format!(
            r#"{{"eventType":"chapterStart","playerTime":{{"playhead":1,"ts":{ts}}},"params":{{
                "media.chapter.index":1,"media.chapter.offset":0,"media.chapter.length":1}},
                "customMetadata":{{"{key}":"x"}}}}"#
        );
        serde_json::from_str::<Value>(&text).unwrap()
    };
    assert!(schemas.is_valid(&event("1", "a")));
    for ts in ["1.0", "1e3", "1.5", "\"1\"", "null"] {
        assert!(!schemas.is_valid(&event(ts, "a")), "{ts}");
    }
    for key in ["", "a b", "a\\n", "é"] {
        assert!(!schemas.is_valid(&event("1", key)), "{key}");
    }
}
