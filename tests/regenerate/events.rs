//! Events for schemas that differ from the library's own.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::changes;
use crate::sweep::places;

/// Values that some schema may take and another may not.
fn values() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(-1),
        json!(7),
        json!(8),
        json!(1.0),
        json!(2.5),
        json!(7.5),
        json!(-0.5),
        json!(1_700_000_000_000_i64),
        json!(""),
        json!("x"),
        json!("vod"),
        json!("mute"),
        json!("TV-MA"),
        json!("é"),
        json!("😀😀😀"),
        json!("a b"),
        json!("longer than the others"),
        json!([]),
        json!([{ "media.state.name": "mute" }]),
        json!({}),
        json!({ "x": { "id": "x", "authState": 1 } }),
        json!({ "a": "b" }),
    ]
}

/// Valid events of each type, and events that differ from them in one value.
pub fn events(validators: &BTreeMap<String, Validator>) -> Vec<Value> {
    let text = include_str!("../payloads/minimal.jsonl");
    let mut events = Vec::new();
    for line in text.lines() {
        let mut event: Value = serde_json::from_str(line).unwrap();
        let kind = event["eventType"].as_str().unwrap().to_owned();
        let Some(validator) = validators.get(&kind) else {
            events.push(event);
            continue;
        };
        repair(validator, &mut event);
        events.push(event.clone());
        let keys = known_keys(&kind);
        for place in keys {
            for value in values() {
                let mut changed = event.clone();
                if put(&mut changed, &place, value) {
                    events.push(changed);
                }
            }
            let mut changed = event.clone();
            if take(&mut changed, &place) {
                events.push(changed);
            }
        }
    }
    events
}

/// The pointers of all members that the library's own schema has in an event.
fn known_keys(kind: &str) -> Vec<String> {
    let documents = changes::own();
    let document = &documents[kind];
    let mut found = Vec::new();
    keys(document, &document["definitions"][kind], "", &mut found);
    found
}

fn keys(document: &Value, schema: &Value, at: &str, found: &mut Vec<String>) {
    let target = schema.get("$ref").and_then(Value::as_str);
    let schema = target.map_or(schema, |it| document.pointer(&it[1..]).unwrap());
    for (key, inner) in schema["properties"].as_object().into_iter().flatten() {
        let pointer = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        if pointer != "/eventType" {
            found.push(pointer.clone());
        }
        keys(document, inner, &pointer, found);
    }
}

/// Puts a value at a pointer; the object around it must be there, or is made.
fn put(event: &mut Value, pointer: &str, value: Value) -> bool {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    if event.pointer(parent).is_none() {
        put(event, parent, json!({}));
    }
    let Some(Value::Object(members)) = event.pointer_mut(parent) else { return false };
    members.insert(key.replace("~1", "/").replace("~0", "~"), value);
    true
}

fn take(event: &mut Value, pointer: &str) -> bool {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let Some(Value::Object(members)) = event.pointer_mut(parent) else { return false };
    members.remove(&key.replace("~1", "/").replace("~0", "~")).is_some()
}

/// Makes an event valid, one fault at a time.
fn repair(validator: &Validator, event: &mut Value) {
    for _ in 0..60 {
        let faults = places(validator, event);
        let Some(first) = faults.iter().next() else { return };
        let (pointer, keyword) = first.rsplit_once(' ').unwrap();
        if keyword == "additionalProperties" {
            take(event, pointer);
            continue;
        }
        let tries = values().into_iter().map(|value| {
            let mut tried = event.clone();
            put(&mut tried, pointer, value);
            let left = places(validator, &tried);
            let is_wrong = left.iter().any(|it| it.rsplit_once(' ').unwrap().0 == pointer);
            ((is_wrong, left.len()), tried)
        });
        let best = tries.min_by_key(|(faults, _)| *faults).unwrap();
        *event = best.1;
    }
    let faults = places(validator, event);
    assert!(faults.is_empty(), "{event} cannot be made valid: {faults:?}");
}
