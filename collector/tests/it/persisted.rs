//! Files of earlier versions can be read.

use std::path::Path;
use std::time::Duration;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::here::Here;
use crate::support::{folder, repository};

/// A file of version 0.1 with every kind of line; a crash truncated the last one.
const VERSION_0_1: &str = include_str!("data/received-0.1.jsonl");

/// A collector whose timeouts do not close the old sessions.
fn opened_again(data: &Path) -> Here {
    Here::with(|options| {
        options.data = Some(data.to_owned());
        options.limits.idle = Duration::MAX;
        options.limits.still = Duration::MAX;
    })
}

#[test]
fn a_file_of_version_0_1_opens() {
    let data = folder("collector-persisted");
    std::fs::write(data.join("received.jsonl"), VERSION_0_1).unwrap();
    let collector = opened_again(&data);
    let sessions = collector.sessions();
    let told = sessions.iter().map(|session| {
        let text = |member: &str| session[member].as_str().unwrap_or("open").to_owned();
        (text("title"), text("origin"), text("closed"), session["received"].clone())
    });
    let expected = [
        ("open", "online", "open", 2),
        ("idle", "online", "idle", 1),
        ("legacy batch", "legacy-batch", "uploaded", 3),
        ("downloaded", "downloaded", "uploaded", 3),
        ("Episode 1 – Größe", "online", "ended", 10),
    ]
    .map(|(title, origin, closed, received)| {
        (title.to_owned(), origin.to_owned(), closed.to_owned(), Value::from(received))
    });
    assert!(told.eq(expected), "{sessions:?}");

    let id = |at: usize| sessions[at]["id"].as_str().unwrap();
    assert_eq!(collector.event(id(0), "ping", 11.0).status, 204, "an open session goes on");
    assert_eq!(collector.event(id(1), "ping", 11.0).status, 410);
    assert_eq!(collector.event(id(4), "sessionEnd", 60.0).status, 204, "safe to repeat");
    let ended = collector.get(&format!("/page/session/{}", id(4))).json();
    assert_eq!(ended["events"][7]["event"]["how"], "loud", "unknown members are kept");
    assert_eq!(ended["events"][7]["received"], 1_795_625_073_438_u64);
    drop(collector);

    // The old content is unchanged, byte for byte, and the new event is on a new line.
    let text = std::fs::read_to_string(data.join("received.jsonl")).unwrap();
    let added = text.strip_prefix(VERSION_0_1).expect("nothing is rewritten");
    let added = added.strip_prefix('\n').expect("the line that was cut off is ended");
    let line: Value = serde_json::from_str(added).expect("one line is added");
    assert_eq!((&line["session"], &line["event"]["eventType"]), (&id(0).into(), &"ping".into()));
    let _ = std::fs::remove_dir_all(data);
}

/// The expected content of a file of the library's fixtures.
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
    /// The text as it was sent. It may contain a lone surrogate, which a `Value` cannot.
    event: String,
}

/// The JSON of a session for the page.
#[derive(Deserialize)]
struct Detail {
    events: Vec<Received>,
}

#[derive(Deserialize)]
struct Received {
    received: u64,
    event: Box<RawValue>,
}

/// Every kind of line of version 0.1 is read, each event to the byte.
#[test]
fn what_a_collector_of_version_0_1_received_is_there_again() {
    let data = folder("collector-persisted-bytes");
    let persisted = repository("tests/persisted/0.1");
    let original = std::fs::read(persisted.join("received.jsonl")).unwrap();
    std::fs::write(data.join("received.jsonl"), &original).unwrap();
    let expected = std::fs::read(persisted.join("received.expected.json")).unwrap();
    let Expected { sessions } = serde_json::from_slice(&expected).unwrap();
    let collector = opened_again(&data);

    // The page has the newest first.
    let mut found = collector.sessions();
    found.reverse();
    assert_eq!(found.len(), sessions.len());
    for (found, expected) in found.iter().zip(&sessions) {
        for (key, value) in &expected.summary {
            assert!(is_same(&found[key], value), "{key} of {found}");
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

    // An open session continues, a closed one stays closed, and the file is only appended to.
    for session in &sessions {
        let id = session.summary["id"].as_str().unwrap();
        let status = collector.event(id, "ping", 59.0).status;
        assert_eq!(status, if session.summary["closed"].is_null() { 204 } else { 410 });
    }
    drop(collector);
    assert!(std::fs::read(data.join("received.jsonl")).unwrap().starts_with(&original));
    let _ = std::fs::remove_dir_all(data);
}

/// Compares numbers by value: `30` equals `30.0`.
fn is_same(left: &Value, right: &Value) -> bool {
    match (left.as_f64(), right.as_f64()) {
        (Some(left), Some(right)) => left == right,
        _ => left == right,
    }
}
