//! Where the two judges differ: each value of real requests, changed in every simple way.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::judges::{self, Judge};
use super::places::{self, Path, Step};
use super::{disagreements, real};
use crate::fixtures::files;

/// What stands in place of a value.
fn others() -> Vec<Value> {
    let integer: Value = serde_json::from_str("10.0").expect("it is a number");
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        integer,
        json!(10.5),
        json!(3_000_000_000_i64),
        json!(9_223_372_036_854_775_808_u64),
        json!(-1e300),
        json!(""),
        json!("x"),
        json!([]),
        json!([1]),
        json!({}),
        json!({"x": 1}),
    ]
}

/// Every place in a body, also those of objects and lists.
fn all_places(body: &Value) -> BTreeSet<Path> {
    let leaves = places::leaves(body).into_iter();
    let below = leaves.flat_map(|path| (1..=path.len()).map(move |to| path[..to].to_vec()));
    below.collect()
}

fn without(body: &Value, path: &Path) -> Value {
    let mut body = body.clone();
    let (last, around) = path.split_last().expect("it is not the root");
    let pointer = places::shown(around);
    let around = body.pointer_mut(&pointer).expect("the place is there");
    match last {
        Step::Key(key) => drop(around.as_object_mut().expect("an object").remove(key)),
        Step::Index(index) => drop(around.as_array_mut().expect("a list").remove(*index)),
    }
    body
}

/// The place without what differs from body to body.
fn general(path: &Path) -> String {
    let step = |step: &Step| match step {
        Step::Key(key) => Step::Key(key.clone()),
        Step::Index(_) => Step::Key("*".to_owned()),
    };
    places::shown(&path.iter().map(step).collect::<Path>())
}

/// The contract leaves the events of a downloaded session open: there, anything.
fn named(event_type: &str, place: String, value: String) -> (String, String) {
    match place.split_once("/mediaDownloadedEvents/*/mediaCollection/") {
        Some((before, _)) => {
            let place = format!("{before}/mediaDownloadedEvents/*/mediaCollection/...");
            (format!("downloaded {place}"), "anything".to_owned())
        }
        None if event_type == "downloaded" => (format!("downloaded {place}"), value),
        None => (place, value),
    }
}

/// Captured bodies, the samples of the contract, and the least bodies.
fn bodies() -> Vec<(String, Value)> {
    let captured = real::captured().into_iter().map(|request| (request.event_type, request.body));
    let ours = Judge::ours();
    let least = ours.types().map(|name| (name.to_owned(), disagreements::minimal(name)));
    let document = judges::contract();
    let samples = ours.types().flat_map(|name| {
        let operation = &document["paths"][format!("/{name}")]["post"];
        let body = &operation["requestBody"]["content"]["application/json"];
        let samples = body["examples"].as_object().into_iter().flatten();
        let samples = samples.map(|(_, sample)| (name.to_owned(), sample["value"].clone()));
        samples.collect::<Vec<_>>()
    });
    captured.chain(least).chain(samples).collect()
}

/// Each line of the file is a place with what only one judge accepts there. All else they judge
/// alike. `UPDATE_GOLDEN=1` writes it; `schemas/edge/README.md` has the reasons.
#[test]
fn the_judges_differ_only_as_committed() {
    let (ours, contract) = (Judge::ours(), Judge::contract());
    let mut differ = BTreeMap::<(String, &str), BTreeSet<String>>::new();
    let (mut valid, mut count) = (0, 0);
    for (event_type, body) in bodies() {
        for path in all_places(&body) {
            let changed = others().into_iter().map(|value| {
                let mut body = body.clone();
                places::put(&mut body, &path, value.clone());
                (value.to_string(), body)
            });
            let absent = ("nothing".to_owned(), without(&body, &path));
            for (value, body) in changed.chain([absent]) {
                let found =
                    (ours.is_valid(&event_type, &body), contract.is_valid(&event_type, &body));
                count += 1;
                valid += usize::from(found == (true, true));
                let only = match found {
                    (true, false) => "ours",
                    (false, true) => "contract",
                    _ => continue,
                };
                let (place, value) = named(&event_type, general(&path), value);
                differ.entry((place, only)).or_default().insert(value);
            }
        }
    }
    assert!(valid * 4 > count && valid * 4 < count * 3, "{valid} of {count} are valid for both");
    let line = |((place, only), values): (&(String, &str), &BTreeSet<String>)| {
        let values: Vec<_> = values.iter().map(String::as_str).collect();
        format!("{place}: only {only}: {}\n", values.join(" "))
    };
    let text: String = differ.iter().map(line).collect();
    files::assert_committed(&files::payloads().join("edge/judges.txt"), &text);
}
