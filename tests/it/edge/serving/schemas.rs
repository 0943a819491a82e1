//! A server accepts exactly what the schemas accept.

use media_collection::edge::{Incoming, IncomingOptions, ReceivedContent};
use serde_json::{Value, json};

use super::{decode, post};
use crate::edge::disagreements::minimal;
use crate::edge::judges::Judge;
use crate::edge::places::{self, Step};
use crate::edge::{ID, real};

/// What stands in place of a value.
fn others() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(10.5),
        json!("x"),
        json!([]),
        json!([1]),
        json!({}),
        json!("media.play"),
        json!(ID),
    ]
}

/// Whether every event of a request is accepted.
fn accepts(endpoint: &str, body: &Value) -> bool {
    let path = format!("/ee/va/v1/{endpoint}?configId=1");
    decode(&post(&path, body.to_string())).is_ok_and(|received| received.errors.is_empty())
}

/// Rules that no schema has: the length of ids, and the order of a downloaded session.
fn breaks_a_rule(endpoint: &str, body: &Value) -> bool {
    let items = body["events"].as_array().into_iter().flatten();
    let mut items = items.map(|item| &item["xdm"]);
    match endpoint {
        "downloaded" => items.any(|xdm| {
            let events = xdm["mediaDownloadedEvents"].as_array();
            let start = |event: &Value| event["mediaEventType"] == "media.sessionStart";
            events.is_some_and(|events| {
                events.iter().map(start).ne((0..events.len()).map(|at| at == 0))
            }) || events.is_some_and(Vec::is_empty)
        }),
        "sessionStart" => false,
        _ => items.any(|xdm| {
            xdm["mediaCollection"]["sessionID"].as_str().is_some_and(|id| id.chars().count() != 64)
        }),
    }
}

fn without(body: &Value, path: &places::Path) -> Value {
    let mut body = body.clone();
    let (last, around) = path.split_last().unwrap();
    let around = body.pointer_mut(&places::shown(around)).unwrap();
    match last {
        Step::Key(key) => drop(around.as_object_mut().unwrap().remove(key)),
        Step::Index(index) => drop(around.as_array_mut().unwrap().remove(*index)),
    }
    body
}

#[test]
fn changed_requests_are_accepted_as_the_schemas_say() {
    let judge = Judge::ours();
    let captured = real::captured().into_iter().step_by(3);
    let captured = captured.map(|request| (request.event_type, request.body));
    let least = judge.types().map(|name| (name.to_owned(), minimal(name)));
    let (mut accepted, mut count) = (0, 0);
    for (endpoint, body) in captured.chain(least).collect::<Vec<_>>() {
        for leaf in places::leaves(&body) {
            for place in (1..=leaf.len()).map(|to| leaf[..to].to_vec()) {
                let changed = others().into_iter().map(|value| {
                    let mut body = body.clone();
                    places::put(&mut body, &place, value);
                    body
                });
                for body in changed.chain([without(&body, &place)]) {
                    let valid =
                        judge.is_valid(&endpoint, &body) && !breaks_a_rule(&endpoint, &body);
                    assert_eq!(accepts(&endpoint, &body), valid, "{endpoint} {body}");
                    accepted += usize::from(valid);
                    count += 1;
                }
            }
        }
    }
    assert!(accepted * 7 > count && accepted * 7 < count * 6, "{accepted} of {count}");
}

/// An option of a server: ids of any length.
#[test]
fn ids_of_any_length() {
    let mut options = IncomingOptions::new();
    options.session_id_characters = None;
    let mut body = minimal("play");
    body["events"][0]["xdm"]["mediaCollection"]["sessionID"] = json!("short");
    let Ok(Incoming::Request(received)) =
        Incoming::decode(&post("/ee/va/v1/play", body.to_string()), &options)
    else {
        panic!("it is rejected");
    };
    assert!(
        matches!(&received.items[0].content, ReceivedContent::Event { session_id, .. } if session_id == "short")
    );
}
