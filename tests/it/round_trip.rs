//! Random values are written and read back as they were, and are valid for others too.

use media_collection::{Event, PlayerTime, Policy, SessionStart};
use quickcheck::{Arbitrary, Testable};
use serde_json::Value;

use crate::fixtures::random::random;
use crate::fixtures::validator::Schemas;

fn always(property: impl Testable) {
    random(100, 2_000).quickcheck(property);
}

fn text(event: &Event) -> String {
    String::from_utf8(event.encode().unwrap()).unwrap()
}

/// The text as `Value` knows no order and no spelling: the members of the event in theirs.
fn members(text: &str) -> Vec<&'static str> {
    let keys = ["eventType", "playerTime", "params", "customMetadata", "qoeData"];
    let value: Value = serde_json::from_str(text).unwrap();
    let object = value.as_object().unwrap();
    let there = keys.into_iter().filter(|key| object.contains_key(*key));
    let there: Vec<_> = there.collect();
    assert_eq!(there.len(), object.len(), "{text}");
    there
}

#[test]
fn events_are_read_back_as_they_were() {
    fn property(event: Event) -> bool {
        let written = event.encode().unwrap();
        let strict = Event::decode(&written, &Policy::strict());
        let tolerant = Event::decode(&written, &Policy::tolerant());
        strict.as_ref() == Ok(&event) && tolerant.as_ref() == Ok(&event)
    }
    always(property as fn(Event) -> bool);
}

#[test]
fn events_are_read_back_through_serde() {
    fn property(event: Event) -> bool {
        let text = serde_json::to_string(&event).unwrap();
        let value = serde_json::to_value(&event).unwrap();
        serde_json::from_str::<Event>(&text).unwrap() == event
            && serde_json::from_value::<Event>(value).unwrap() == event
            && text.as_bytes() == event.encode().unwrap()
    }
    always(property as fn(Event) -> bool);
}

#[test]
fn session_starts_are_read_back_as_they_were() {
    fn property(start: SessionStart) -> bool {
        let event = Event::from(start.clone());
        let read = Event::decode(&event.encode().unwrap(), &Policy::strict()).unwrap();
        let text = serde_json::to_string(&start).unwrap();
        SessionStart::try_from(read).as_ref() == Ok(&start)
            && serde_json::from_str::<SessionStart>(&text).unwrap() == start
            && text.as_bytes() == start.encode().unwrap()
    }
    always(property as fn(SessionStart) -> bool);
}

#[test]
fn batches_are_read_back_as_they_were() {
    fn property(events: Vec<Event>) -> bool {
        let written = Event::encode_batch(&events).unwrap();
        Event::decode_batch(&written, &Policy::strict()).as_ref() == Ok(&events)
            && serde_json::to_vec(&events).unwrap() == written
    }
    random(100, 100).quickcheck(property as fn(Vec<Event>) -> bool);
}

#[test]
fn what_is_written_is_valid_for_an_independent_validator() {
    let schemas = Schemas::load();
    let mut source = quickcheck::Gen::new(50);
    let mut types = std::collections::BTreeSet::new();
    for _ in 0..2_000 {
        let event = Event::arbitrary(&mut source);
        let value: Value = serde_json::from_slice(&event.encode().unwrap()).unwrap();
        let places = schemas.places(&value);
        assert!(places.as_ref().is_some_and(|places| places.is_empty()), "{places:?}: {value}");
        types.insert(event.event_name().to_owned());
    }
    assert_eq!(types.len(), 20, "not every type came up");
}

#[test]
fn random_values_are_what_a_careful_sender_sends() {
    fn property(event: Event, start: SessionStart) -> bool {
        event.check().is_ok() && start.check().is_ok()
    }
    always(property as fn(Event, SessionStart) -> bool);
}

#[test]
fn smaller_values_are_careful_too() {
    fn property(event: Event) -> bool {
        event.shrink().all(|smaller| smaller.check().is_ok() && smaller.encode().is_ok())
    }
    always(property as fn(Event) -> bool);
}

#[test]
fn members_have_their_order() {
    fn property(event: Event) -> bool {
        let text = text(&event);
        let mut rest = text.as_str();
        members(&text).into_iter().enumerate().all(|(index, key)| {
            // A key may turn up inside a string, but not before the member of its own.
            let start = if index == 0 { "{" } else { "," };
            let found = rest.find(&format!("{start}\"{key}\":"));
            rest = &rest[found.unwrap_or_default()..];
            found.is_some()
        })
    }
    always(property as fn(Event) -> bool);
}

#[test]
fn whole_numbers_have_no_fraction() {
    fn whole(value: &Value) -> bool {
        match value {
            // Beyond this a fraction says that the number is not exact.
            Value::Number(number) if number.is_f64() => {
                let number = number.as_f64().unwrap();
                number.fract() != 0.0 || number.abs() >= 9_007_199_254_740_992.0
            }
            Value::Array(items) => items.iter().all(whole),
            Value::Object(members) => members.values().all(whole),
            _ => true,
        }
    }
    fn property(event: Event) -> bool {
        whole(&serde_json::from_str(&text(&event)).unwrap())
    }
    always(property as fn(Event) -> bool);
}

#[test]
fn floats_keep_every_bit() {
    fn property(bits: u64) -> bool {
        let number = f64::from_bits(bits);
        if !number.is_finite() {
            return true;
        }
        let event = Event::play(PlayerTime::new(number, 1));
        let read = Event::decode(&event.encode().unwrap(), &Policy::strict()).unwrap();
        // Zero has no sign on the wire.
        let read = read.player_time.playhead;
        read.to_bits() == bits || (number == 0.0 && read == 0.0)
    }
    random(100, 20_000).quickcheck(property as fn(u64) -> bool);
    for number in [f64::MAX, f64::MIN_POSITIVE, 5e-324, 60.33333333333333, 0.1 + 0.2, -1.5] {
        assert!(property(number.to_bits()), "{number}");
    }
}
