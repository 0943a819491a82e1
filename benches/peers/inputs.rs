//! The four inputs: pings and a rich session, with `eventType` first and last.

use serde_json::Value;

/// How many events a batch has.
const EVENTS: usize = 20_000;

pub struct Input {
    pub name: &'static str,
    pub events: usize,
    /// The events as one array.
    pub text: String,
    /// The events one by one.
    pub each: Vec<String>,
}

pub fn all() -> Vec<Input> {
    let pings: Vec<Value> = (0..EVENTS).map(ping).collect();
    let session = include_str!("../../tests/payloads/recorded-session.jsonl");
    let session: Vec<Value> =
        session.lines().map(|line| serde_json::from_str(line).expect("an event")).collect();
    let mix: Vec<Value> = session.iter().cycle().take(EVENTS).cloned().collect();
    vec![
        input("pings_first", &pings, true),
        input("pings_last", &pings, false),
        input("mix_first", &mix, true),
        input("mix_last", &mix, false),
    ]
}

fn ping(index: usize) -> Value {
    let second = index * 10;
    serde_json::json!({
        "eventType": "ping",
        "playerTime": { "playhead": second as f64 + 0.25, "ts": 1_700_000_000_000_u64 + second as u64 * 1_000 },
    })
}

fn input(name: &'static str, events: &[Value], type_first: bool) -> Input {
    let each: Vec<String> = events.iter().map(|event| written(event, type_first)).collect();
    Input { name, events: events.len(), text: format!("[{}]", each.join(",")), each }
}

/// The event with its members in the SDK's order, `eventType` first or last.
fn written(event: &Value, type_first: bool) -> String {
    let order = ["eventType", "playerTime", "customMetadata", "qoeData", "params"];
    let mut members: Vec<String> = order
        .iter()
        .filter_map(|key| event.get(key).map(|value| format!("\"{key}\":{value}")))
        .collect();
    if !type_first {
        members.rotate_left(1);
    }
    format!("{{{}}}", members.join(","))
}
