//! Who runs, group by group. Each returns how many events it has been through.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::LazyLock;

use jsonschema::{Draft, Validator};
use media_collection::{Event, EventType, Policy, lint};
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::inputs::Input;
use crate::tagged::Tagged;

/// Goes through the input, and returns how many events it has seen.
pub type Run = fn(&Input) -> usize;

pub struct Contender {
    pub name: &'static str,
    pub run: Run,
}

/// What the ratios are against.
pub const FLOOR: &str = "ignored_any";

pub fn groups() -> Vec<(&'static str, Vec<Contender>)> {
    let contender = |(name, run)| Contender { name, run };
    let batch: [(&str, Run); 9] = [
        (FLOOR, |input| kept(serde_json::from_str::<Vec<IgnoredAny>>(&input.text))),
        ("ours", |input| ours_batch(input, &Policy::strict())),
        ("ours_tolerant", |input| ours_batch(input, &Policy::tolerant())),
        ("ours_and_lint", |input| {
            let events = Event::decode_batch(input.text.as_bytes(), &Policy::strict());
            let events = events.expect("the input is valid");
            black_box(lint(&events));
            events.len()
        }),
        ("tagged", |input| kept(serde_json::from_str::<Vec<Tagged>>(&input.text))),
        ("value", |input| kept(serde_json::from_str::<Vec<Value>>(&input.text))),
        ("value_jsonschema", |input| validated(&input.text).len()),
        ("value_jsonschema_typed", |input| {
            let typed = validated(&input.text)
                .into_iter()
                .map(|event| serde_json::from_value::<Tagged>(event).expect("the input is valid"));
            black_box(typed.collect::<Vec<_>>()).len()
        }),
        ("ours_serde", |input| kept(serde_json::from_str::<Vec<Event>>(&input.text))),
    ];
    let one: [(&str, Run); 5] = [
        (FLOOR, |input| each(input, |text| serde_json::from_str::<IgnoredAny>(text).is_ok())),
        ("ours", |input| {
            each(input, |text| Event::decode(text.as_bytes(), &Policy::strict()).is_ok())
        }),
        ("tagged", |input| each(input, |text| serde_json::from_str::<Tagged>(text).is_ok())),
        ("value", |input| each(input, |text| serde_json::from_str::<Value>(text).is_ok())),
        ("value_jsonschema", |input| {
            each(input, |text| {
                serde_json::from_str::<Value>(text).is_ok_and(|event| is_valid(&event))
            })
        }),
    ];
    vec![
        ("decode_batch", batch.into_iter().map(contender).collect()),
        ("decode_one", one.into_iter().map(contender).collect()),
    ]
}

fn kept<T>(read: serde_json::Result<Vec<T>>) -> usize {
    black_box(read.expect("the input is valid")).len()
}

fn ours_batch(input: &Input, policy: &Policy) -> usize {
    let events = Event::decode_batch(input.text.as_bytes(), policy);
    black_box(events.expect("the input is valid")).len()
}

fn each(input: &Input, mut read: impl FnMut(&str) -> bool) -> usize {
    input.each.iter().filter(|text| read(black_box(text))).count()
}

static VALIDATORS: LazyLock<BTreeMap<&'static str, Validator>> = LazyLock::new(|| {
    let validator = |event_type: &EventType| {
        let document = serde_json::from_str(event_type.shape().document).expect("a document");
        let options = jsonschema::options().with_draft(Draft::Draft4);
        (event_type.as_str(), options.build(&document).expect("a schema"))
    };
    EventType::ALL.iter().map(validator).collect()
});

fn is_valid(event: &Value) -> bool {
    let name = event["eventType"].as_str().unwrap_or_default();
    VALIDATORS.get(name).is_some_and(|validator| validator.is_valid(event))
}

fn validated(text: &str) -> Vec<Value> {
    let events: Vec<Value> = serde_json::from_str(text).expect("the input is valid");
    assert!(events.iter().all(is_valid));
    events
}
