//! Requests of Media Edge, and those that Adobe's Web SDK made.

use serde_json::{Value, json};

use super::client::{Client, Response, next_millisecond};

/// The query of every request of the Web SDK.
pub const QUERY: &str =
    "?configId=11111111-2222-3333-4444-555555555555&requestId=3f0c6f0e-6a51-4c56";

pub fn start(name: &str) -> Value {
    json!({"xdm": {"eventType": "media.sessionStart", "timestamp": "2026-01-02T03:04:05.000Z",
        "identityMap": {"FPID": [{"id": "secret", "primary": true}]},
        "mediaCollection": {"playhead": 0, "sessionDetails": {"name": name, "length": 60,
            "contentType": "vod", "playerName": "player", "channel": "channel"}}}})
}

/// At this second of the content, and so long after the start.
pub fn event(kind: &str, id: &str, playhead: u32) -> Value {
    let time =
        format!("2026-01-02T03:{:02}:{:02}.001Z", 4 + (5 + playhead) / 60, (5 + playhead) % 60);
    json!({"xdm": {"eventType": format!("media.{kind}"), "timestamp": time,
        "mediaCollection": {"playhead": playhead, "sessionID": id}}})
}

pub fn body(items: &[Value]) -> String {
    json!({ "events": items }).to_string()
}

/// The id in the first handle.
#[track_caller]
pub fn session(response: &Response) -> String {
    assert_eq!(response.status, 200, "{response:?}");
    let id = response.json()["handle"][0]["payload"][0]["sessionId"].clone();
    id.as_str().expect("the first handle has the id").to_owned()
}

impl Client {
    /// Opens a session of Media Edge, and returns its id.
    pub fn open_edge(&self, name: &str) -> String {
        let id =
            session(&self.post(&format!("/ee/va/v1/sessionStart{QUERY}"), body(&[start(name)])));
        next_millisecond();
        id
    }

    pub fn edge_event(&self, id: &str, kind: &str, playhead: u32) -> Response {
        self.post(&format!("/ee/va/v1/{kind}"), body(&[event(kind, id, playhead)]))
    }
}

/// A request of Adobe's Web SDK.
pub struct Request {
    pub path: String,
    pub query: String,
    pub content_type: String,
    pub raw: String,
}

/// The scenarios of Adobe's Web SDK, with their names.
pub fn captures() -> Vec<(String, Vec<Request>)> {
    let folder = super::repository("tests/payloads/edge");
    let entries = std::fs::read_dir(folder).expect("the captures are there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.retain(|path| path.extension().is_some_and(|kind| kind == "json"));
    files.sort();
    let scenario = |path: &std::path::PathBuf| {
        let text = std::fs::read(path).expect("a capture can be read");
        let capture: Value = serde_json::from_slice(&text).expect("a capture is JSON");
        let requests = capture["requests"].as_array().expect("it has requests").iter();
        let requests = requests.map(|request| {
            let text = |member: &str| request[member].as_str().expect("a text").to_owned();
            Request {
                path: text("path"),
                query: text("query"),
                content_type: text("content_type"),
                raw: text("raw"),
            }
        });
        (capture["name"].as_str().expect("a text").to_owned(), requests.collect())
    };
    files.iter().map(scenario).collect()
}
