//! Diagnosing a batch with faults: all of them, each with its JSON Pointer.

use std::hint::black_box;

use media_collection::{Event, Policy};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::{FLOOR, Run, kept, validator};
use crate::inputs::Input;

pub const CONTENDERS: [(&str, Run); 5] = [
    (FLOOR, |input| kept(serde_json::from_str::<Vec<IgnoredAny>>(&input.invalid))),
    ("ours", |input| {
        let policy = Policy::strict().with_max_violations(usize::MAX);
        let refused = Event::decode_batch(input.invalid.as_bytes(), &policy);
        let error = black_box(refused).expect_err("the input is invalid");
        through(input, error.violations().len())
    }),
    ("value", |input| kept(serde_json::from_str::<Vec<Value>>(&input.invalid))),
    // The errors as the validator returns them.
    ("value_jsonschema", |input| {
        let events: Vec<Value> = serde_json::from_str(&input.invalid).expect("JSON");
        let validated = events.iter().filter_map(|event| Some((event, validator(event)?)));
        let errors = validated.map(|(event, validator)| validator.iter_errors(event).count());
        through(input, errors.sum())
    }),
    // The same, formatted for a response: pointer and message.
    ("value_jsonschema_text", |input| {
        let events: Vec<Value> = serde_json::from_str(&input.invalid).expect("JSON");
        let mut found = Vec::new();
        for (index, event) in events.iter().enumerate() {
            for error in validator(event).into_iter().flat_map(|rules| rules.iter_errors(event)) {
                let pointer = format!("/{index}{}", error.instance_path());
                found.push((pointer, error.to_string()));
            }
        }
        through(input, black_box(found).len())
    }),
];

/// The number of events, if all faults were found.
fn through(input: &Input, found: usize) -> usize {
    assert_eq!(found, input.faults, "violations in {}", input.name);
    input.events
}
