//! The contenders of each group. Each returns the number of events that it has processed.

mod diagnose;
mod encode;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::LazyLock;

use jsonschema::{Draft, Validator};
use media_collection::lint::Linter;
use media_collection::{Event, EventType, PlayerTime, Policy};
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::inputs::Input;
use crate::rounds::Contender;
use crate::tagged::Tagged;

/// Processes the input, and returns the number of its events.
pub type Run = fn(&Input) -> usize;

/// The reference for reading.
const FLOOR: &str = "ignored_any";

/// The groups; ratios are to the first contender of each.
pub fn groups() -> Vec<(&'static str, Vec<Contender<Input>>)> {
    let contenders = |named: &[(&'static str, Run)]| -> Vec<Contender<Input>> {
        named.iter().map(|&(name, run)| Contender { name, run }).collect()
    };
    vec![
        ("decode_batch", contenders(&DECODE_BATCH)),
        ("decode_one", contenders(&DECODE_ONE)),
        ("encode", contenders(&encode::CONTENDERS)),
        ("diagnose", contenders(&diagnose::CONTENDERS)),
        ("lint", contenders(&LINT)),
    ]
}

const DECODE_BATCH: [(&str, Run); 11] = [
    (FLOOR, |input| count(serde_json::from_str::<Vec<IgnoredAny>>(&input.text))),
    ("ours", |input| ours_batch(input, &Policy::strict())),
    ("ours_tolerant", |input| ours_batch(input, &Policy::tolerant())),
    ("ours_and_lint", |input| {
        let events = Event::decode_batch(input.text.as_bytes(), &Policy::strict());
        let events = events.expect("the input is valid");
        linted(input, &events)
    }),
    ("tagged", |input| count(serde_json::from_str::<Vec<Tagged>>(&input.text))),
    ("tagged_sonic_rs", |input| {
        black_box(sonic_rs::from_str::<Vec<Tagged>>(&input.text).expect("the input is valid")).len()
    }),
    ("tagged_simd_json", |input| {
        let mut text = input.text.clone().into_bytes();
        let read = simd_json::serde::from_slice::<Vec<Tagged>>(&mut text);
        black_box(read.expect("the input is valid")).len()
    }),
    ("value", |input| count(serde_json::from_str::<Vec<Value>>(&input.text))),
    ("value_jsonschema", |input| validated(&input.text).len()),
    ("value_jsonschema_typed", |input| {
        let typed = validated(&input.text)
            .into_iter()
            .map(|event| serde_json::from_value::<Tagged>(event).expect("the input is valid"));
        black_box(typed.collect::<Vec<_>>()).len()
    }),
    ("ours_serde", |input| count(serde_json::from_str::<Vec<Event>>(&input.text))),
];

const DECODE_ONE: [(&str, Run); 7] = [
    (FLOOR, |input| each(input, |text| serde_json::from_str::<IgnoredAny>(text).is_ok())),
    ("ours", |input| each(input, |text| Event::decode(text.as_bytes(), &Policy::strict()).is_ok())),
    ("tagged", |input| each(input, |text| serde_json::from_str::<Tagged>(text).is_ok())),
    ("tagged_sonic_rs", |input| each(input, |text| sonic_rs::from_str::<Tagged>(text).is_ok())),
    // simd-json overwrites its input, so it needs a copy.
    ("tagged_simd_json", |input| {
        each(input, |text| {
            let mut text = text.as_bytes().to_vec();
            simd_json::serde::from_slice::<Tagged>(&mut text).is_ok()
        })
    }),
    ("value", |input| each(input, |text| serde_json::from_str::<Value>(text).is_ok())),
    ("value_jsonschema", |input| {
        each(input, |text| serde_json::from_str::<Value>(text).is_ok_and(|event| is_valid(&event)))
    }),
];

const LINT: [(&str, Run); 1] = [("ours", |input| linted(input, &input.decoded().ours))];

/// Lints the events one session after another. The pings break only the rule of the session's length;
/// the recorded session breaks five rules.
fn linted(input: &Input, events: &[Event]) -> usize {
    let mut findings = 0;
    let is_start = |event: &Event| event.event_name() == "sessionStart";
    for session in events.chunk_by(|_, next| !is_start(next)) {
        let mut linter = Linter::new();
        if !is_start(&session[0]) {
            linter.event(&START, |_| findings += 1);
            linter.event(&PLAY, |_| findings += 1);
        }
        session.iter().for_each(|event| linter.event(event, |_| findings += 1));
        linter.finish(|_| findings += 1);
    }
    assert!(findings * 5 < events.len(), "{findings} findings in {}", input.name);
    events.len()
}

/// The `sessionStart` before the pings, which span more than two days.
static START: LazyLock<Event> = LazyLock::new(|| {
    let session = include_str!("../../../tests/payloads/recorded-session.jsonl");
    let start = session.lines().next().expect("a start").as_bytes();
    let mut start = Event::decode(start, &Policy::strict()).expect("valid");
    start.player_time = PlayerTime::new(0.0, 1_699_999_999_000);
    start
});
static PLAY: LazyLock<Event> =
    LazyLock::new(|| Event::play(PlayerTime::new(0.0, 1_699_999_999_500)));

fn count<T>(read: serde_json::Result<Vec<T>>) -> usize {
    black_box(read.expect("the input is valid")).len()
}

fn ours_batch(input: &Input, policy: &Policy) -> usize {
    let events = Event::decode_batch(input.text.as_bytes(), policy);
    black_box(events.expect("the input is valid")).len()
}

fn each(input: &Input, mut read: impl FnMut(&str) -> bool) -> usize {
    input.each.iter().filter(|text| read(black_box(text))).count()
}

/// One per event type, built once.
static VALIDATORS: LazyLock<BTreeMap<&'static str, Validator>> = LazyLock::new(|| {
    let validator = |event_type: &EventType| {
        let schema = serde_json::from_str(event_type.shape().schema).expect("a schema");
        let options = jsonschema::options().with_draft(Draft::Draft4);
        (event_type.as_str(), options.build(&schema).expect("a schema"))
    };
    EventType::ALL.iter().map(validator).collect()
});

fn validator(event: &Value) -> Option<&'static Validator> {
    VALIDATORS.get(event["eventType"].as_str().unwrap_or_default())
}

fn is_valid(event: &Value) -> bool {
    validator(event).is_some_and(|validator| validator.is_valid(event))
}

fn validated(text: &str) -> Vec<Value> {
    let events: Vec<Value> = serde_json::from_str(text).expect("the input is valid");
    assert!(events.iter().all(is_valid));
    events
}
