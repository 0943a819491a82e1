//! Requests of Media Edge with faults: told exactly where a validator of others finds them.

use media_collection_cli::input::{self, Input, Options};
use serde_json::{Value, json};

use crate::convert::Judge;
use crate::process::payloads;

/// What is put in place of each value.
fn odd() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(10.0),
        json!(10.5),
        json!(""),
        json!("x"),
        json!([]),
        json!([{}]),
        json!({}),
        json!({"a": [1, {"b": null}]}),
    ]
}

/// A body for each endpoint: those of the cases that are valid.
fn bodies(judge: &Judge) -> Vec<(String, Value)> {
    let text = std::fs::read_to_string(payloads().join("edge/cases.jsonl")).unwrap();
    let mut bodies: Vec<(String, Value)> = Vec::new();
    for line in text.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let name = case["path"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let body = &case["body"];
        let is_new = bodies.iter().filter(|(known, _)| *known == name).count() < 2;
        if is_new && judge.is_valid(&name, body) {
            bodies.push((name, body.clone()));
        }
    }
    assert!(bodies.len() > 19, "{}", bodies.len());
    bodies
}

/// Every place in a value, but the whole.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut step = |key: String, value: &Value| {
        let place = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        found.push(place.clone());
        places(value, &place, found);
    };
    match value {
        Value::Object(all) => all.iter().for_each(|(key, value)| step(key.clone(), value)),
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(index, item)| step(index.to_string(), item));
        }
        _ => {}
    }
}

/// The body with one value replaced, or removed.
fn changed(body: &Value, place: &str, odd: Option<&Value>) -> Value {
    let mut body = body.clone();
    let (around, key) = place.rsplit_once('/').unwrap();
    match (odd, body.pointer_mut(around).unwrap()) {
        (Some(odd), around) if around.is_object() => around[key] = odd.clone(),
        (Some(odd), Value::Array(items)) => items[key.parse::<usize>().unwrap()] = odd.clone(),
        (None, Value::Object(members)) => drop(members.remove(key)),
        (None, Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
        _ => unreachable!("it contains a value"),
    }
    body
}

fn read(endpoint: &str, text: &str) -> Input {
    let options = Options { endpoint: Some(endpoint.to_owned()), ..Options::default() };
    input::parse_with(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{}", error.message))
}

#[test]
fn faults_are_found_exactly_where_a_validator_finds_them() {
    let judge = Judge::load("schemas/edge");
    let (mut valid, mut invalid) = (0, 0);
    for (name, body) in bodies(&judge) {
        let mut all = Vec::new();
        places(&body, "", &mut all);
        let odd: Vec<_> = odd().into_iter().map(Some).chain([None]).collect();
        for (place, odd) in all.iter().flat_map(|place| odd.iter().map(move |odd| (place, odd))) {
            let changed = changed(&body, place, odd.as_ref());
            let input = read(&name, &changed.to_string());
            let problems = input.sessions.iter().flat_map(|session| &session.problems);
            let paths: Vec<_> = problems.map(|problem| problem.below()).collect();
            let faults = judge.places(&name, &changed);
            assert_eq!(
                paths.is_empty(),
                faults.is_empty(),
                "{name}: {paths:?} {faults:?} {changed}"
            );
            for fault in &faults {
                // A member that is missing is named itself, not what it is missing in.
                let is_told = paths.iter().any(|path| path.starts_with(fault));
                assert!(is_told, "{name}: {fault} is not in {paths:?}: {changed}");
            }
            if faults.is_empty() { valid += 1 } else { invalid += 1 }
        }
    }
    assert!(valid > 100 && invalid > 3_000, "{valid} valid, {invalid} invalid");
}

/// A fault in one of several events is told of that one, and the others are read.
#[test]
fn one_of_several_events_has_the_fault() {
    let judge = Judge::load("schemas/edge");
    let bodies = bodies(&judge);
    let (_, play) = bodies.iter().find(|(name, _)| name == "play").unwrap();
    let item = &play["events"][0];
    let id = item["xdm"]["mediaCollection"]["sessionID"].as_str().unwrap();
    let mut all = Vec::new();
    places(item, "", &mut all);
    let is_about_the_id = |place: &str| place.ends_with("/sessionID") || place.ends_with("/xdm");
    for place in all.iter().filter(|place| !is_about_the_id(place)) {
        for odd in odd() {
            let wrong = changed(item, place, Some(&odd));
            let body = json!({"events": [item, wrong, item]});
            let faults = judge.places("play", &body);
            let input = read("play", &body.to_string());
            let mut told = 0;
            for session in &input.sessions {
                for problem in &session.problems {
                    assert!(problem.below().starts_with("/events/1"), "{problem}: {body}");
                    told += 1;
                }
            }
            assert_eq!(told == 0, faults.is_empty(), "{body}");
            let session = &input.sessions[0];
            assert_eq!(session.id.as_deref(), Some(id));
            assert!(session.events.len() >= 2, "{body}");
        }
    }
}
