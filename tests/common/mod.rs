//! The payloads that the tests read.
#![allow(dead_code)]

pub mod stored;

use std::fs;
use std::path::{Path, PathBuf};

use media_collection::{Event, Policy, SessionId};
use serde::Deserialize;
use serde_json::Value;

pub fn payloads() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/payloads")
}

pub fn schemas() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/collection")
}

pub fn json(path: &Path) -> Value {
    let text = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A capture, as far as the tests read it. The rest is passed over unread: it may hold half a
/// surrogate pair, which no `Value` can.
#[derive(Deserialize)]
struct Scenario {
    name: String,
    requests: Vec<Sent>,
}

#[derive(Deserialize)]
struct Sent {
    path: String,
    raw: String,
    response_location: Option<String>,
}

/// One request that an official SDK made.
pub struct Request {
    pub scenario: String,
    pub path: String,
    pub raw: String,
    pub location: Option<String>,
}

/// Every captured request, scenario by scenario.
pub fn captured_requests() -> Vec<Request> {
    let mut files: Vec<_> = fs::read_dir(payloads().join("captures"))
        .expect("the captures are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    files.sort();
    let mut requests = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a capture can be read");
        let scenario: Scenario = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        requests.extend(scenario.requests.into_iter().map(|sent| Request {
            scenario: scenario.name.clone(),
            path: sent.path,
            raw: sent.raw,
            location: sent.response_location,
        }));
    }
    assert!(requests.len() > 1_900, "only {} captured requests", requests.len());
    requests
}

/// Every captured session that can be read: its scenario and its events, in order of sending.
///
/// Events of online sessions are brought together by the id in their path. Those whose id the
/// SDK misread have no start and are left out.
pub fn captured_sessions() -> Vec<(String, Vec<Event>)> {
    let mut sessions: Vec<(String, String, Vec<Event>)> = Vec::new();
    for request in captured_requests() {
        let Ok(events) = Event::decode_any(request.raw.as_bytes(), &Policy::strict()) else {
            continue;
        };
        let segments: Vec<_> = request.path.split('/').collect();
        match segments.as_slice() {
            [.., id, "events"] => {
                let open = sessions
                    .iter_mut()
                    .rev()
                    .find(|(scenario, session, _)| *scenario == request.scenario && session == id);
                if let Some((_, _, session)) = open {
                    session.extend(events);
                }
            }
            _ => {
                let id = request.location.as_deref().and_then(SessionId::from_location);
                let id = id.map(|id| id.to_string()).unwrap_or_default();
                sessions.push((request.scenario, id, events));
            }
        }
    }
    sessions.into_iter().map(|(scenario, _, events)| (scenario, events)).collect()
}

/// Every captured event, as a value of its own.
pub fn captured_events() -> Vec<Value> {
    let bodies = captured_requests()
        .into_iter()
        .map(|request| serde_json::from_str(&request.raw).expect("a captured body is JSON"));
    bodies
        .flat_map(|body| match body {
            Value::Array(events) => events,
            event => vec![event],
        })
        .collect()
}

/// Equal values, numbers by what they stand for: `30` and `30.0` are the same.
pub fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => match (left.as_i64(), right.as_i64()) {
            (Some(left), Some(right)) => left == right,
            _ => left.as_f64() == right.as_f64(),
        },
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len()
                && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(key, value)| right.get(key).is_some_and(|other| same(value, other)))
        }
        _ => left == right,
    }
}

/// An empty folder for the files of one test.
pub fn folder(name: &str) -> PathBuf {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder for tests can be written");
    folder
}

/// A small generator of numbers, so that a failing run can be run again.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}
