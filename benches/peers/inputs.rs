//! The four inputs: pings and a recorded session, each with `eventType` first and last.

use std::sync::OnceLock;

use media_collection::{Event, Policy};
use serde_json::Value;

use crate::rounds;
use crate::tagged::Tagged;

/// Number of events in a batch.
const EVENTS: usize = 20_000;

/// In the text for diagnosis, one event in this number is invalid, in one of two ways.
const FAULTY: usize = 10;

pub struct Input {
    pub name: &'static str,
    pub events: usize,
    /// The events as one array.
    pub text: String,
    /// The events one by one.
    pub each: Vec<String>,
    /// The same events as one array, some of them invalid.
    pub invalid: String,
    /// The number of invalid events, each with one fault.
    pub faults: usize,
    decoded: OnceLock<Decoded>,
}

/// The events in memory, for writing.
pub struct Decoded {
    pub ours: Vec<Event>,
    pub tagged: Vec<Tagged>,
    pub values: Vec<Value>,
}

impl Input {
    /// The events in memory, decoded at the first use.
    pub fn decoded(&self) -> &Decoded {
        self.decoded.get_or_init(|| Decoded {
            ours: Event::decode_batch(self.text.as_bytes(), &Policy::strict()).expect("valid"),
            tagged: serde_json::from_str(&self.text).expect("valid"),
            values: serde_json::from_str(&self.text).expect("JSON"),
        })
    }
}

impl rounds::Input for Input {
    fn name(&self) -> &'static str {
        self.name
    }

    fn events(&self, _: &str) -> usize {
        self.events
    }

    fn bytes(&self, _: &str) -> usize {
        self.text.len()
    }

    fn prepare(&self) {
        self.decoded();
    }
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
    let invalid = events.iter().enumerate().map(|(index, event)| match index % FAULTY {
        0 => written(&faulty(event, index), type_first),
        _ => written(event, type_first),
    });
    Input {
        name,
        events: events.len(),
        text: array(&each),
        invalid: array(&invalid.collect::<Vec<_>>()),
        faults: events.len().div_ceil(FAULTY),
        each,
        decoded: OnceLock::new(),
    }
}

fn array(events: &[String]) -> String {
    format!("[{}]", events.join(","))
}

/// The event with a timestamp of the wrong type, or with a member that the schemas do not describe.
fn faulty(event: &Value, index: usize) -> Value {
    let mut event = event.clone();
    if index.is_multiple_of(2 * FAULTY) {
        event["playerTime"]["ts"] = "yesterday".into();
    } else {
        event["playerTime"]["zone"] = "UTC".into();
    }
    event
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
