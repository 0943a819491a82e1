//! What a collector of an earlier version kept is there again. See `tests/persisted/*/README.md`.

mod common;
#[path = "common/running.rs"]
mod running;

use std::fs;
use std::path::{Path, PathBuf};

use running::{Running, folder};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// What must be found.
#[derive(Deserialize)]
struct Expected {
    sessions: Vec<ExpectedSession>,
}

#[derive(Deserialize)]
struct ExpectedSession {
    events: Vec<ExpectedEvent>,
    #[serde(flatten)]
    summary: Map<String, Value>,
}

#[derive(Deserialize)]
struct ExpectedEvent {
    received: u64,
    /// As it was sent; a string in it may hold a lone surrogate, which no `Value` can.
    event: String,
}

/// What the page is given of a session.
#[derive(Deserialize)]
struct Detail {
    events: Vec<Kept>,
}

#[derive(Deserialize)]
struct Kept {
    received: u64,
    event: Box<RawValue>,
}

fn persisted() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/persisted/0.1")
}

#[test]
fn what_a_collector_kept_is_there_again() {
    let data = folder("persisted-collector");
    let file = data.join("received.jsonl");
    let original = fs::read(persisted().join("received.jsonl")).unwrap();
    fs::write(&file, &original).unwrap();
    let expected = fs::read(persisted().join("received.expected.json")).unwrap();
    let Expected { sessions } = serde_json::from_slice(&expected).unwrap();
    // The open ones stay open, however long ago that was.
    let arguments = ["--idle-timeout", "9e9", "--still-timeout", "9e9", "--data"];
    let arguments = [&arguments[..], &[data.to_str().unwrap()]].concat();
    let collector = Running::start(&arguments);

    // The page has the newest first.
    let mut found = collector.sessions();
    found.reverse();
    assert_eq!(found.len(), sessions.len());
    for (found, expected) in found.iter().zip(&sessions) {
        for (key, value) in &expected.summary {
            assert!(common::same(&found[key], value), "{key} of {found}");
        }
        let id = found["id"].as_str().unwrap();
        let detail = collector.get(&format!("/page/session/{id}")).body;
        let Detail { events } = serde_json::from_str(&detail).unwrap();
        assert_eq!(events.len(), expected.events.len(), "{detail}");
        for (event, expected) in events.iter().zip(&expected.events) {
            assert_eq!(event.received, expected.received);
            assert_eq!(event.event.get(), expected.event);
        }
    }

    // An open session goes on, a closed one stays closed, and nothing of the file is rewritten.
    let statuses = sessions.iter().map(|session| {
        let id = session.summary["id"].as_str().unwrap();
        let status = collector.event(id, "ping", 59.0).status;
        (session.summary["closed"].is_null(), status)
    });
    for (is_open, status) in statuses {
        assert_eq!(status, if is_open { 204 } else { 410 });
    }
    assert!(fs::read(&file).unwrap().starts_with(&original));
    let _ = fs::remove_dir_all(data);
}
