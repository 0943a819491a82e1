//! Events that the older API has and that have no form here.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::fixtures::files;

/// The least event of each type, by its name.
pub fn least() -> BTreeMap<String, Value> {
    let named =
        |event: Value| (event["eventType"].as_str().expect("it has a type").to_owned(), event);
    files::minimal_events().into_iter().map(named).collect()
}

/// Each event, and the place that has no form.
pub fn events() -> Vec<(Value, &'static str)> {
    let least = least();
    let cases = [
        ("sessionStart", "/params/media.id", json!("")),
        ("sessionStart", "/params/media.length", json!(1e300)),
        ("sessionStart", "/params/analytics.optOutShare", json!(true)),
        ("sessionStart", "/params/analytics.optOutServerSideForwarding", json!(true)),
        ("adStart", "/params/media.ad.id", json!("")),
        ("adStart", "/params/media.ad.podPosition", json!(-1)),
        ("error", "/qoeData/media.qoe.errorID", json!("")),
        ("play", "/playerTime/playhead", json!(-0.5)),
        ("play", "/playerTime/playhead", json!(1e19)),
        ("play", "/playerTime/ts", json!(i64::MAX)),
        ("stateStart", "/params/media.state.name", json!("full screen")),
        ("stateEnd", "/params/media.state.name", json!("")),
        ("statesUpdate", "/params", json!({})),
        ("statesUpdate", "/params", json!({"statesStart": [], "statesEnd": []})),
    ];
    let changed = |(event_type, place, value): (&str, &'static str, Value)| {
        let mut event = least[event_type].clone();
        let (around, key) = place.rsplit_once('/').expect("it is a pointer");
        event.pointer_mut(around).expect("the event has it")[key] = value;
        (event, place)
    };
    cases.map(changed).into()
}
