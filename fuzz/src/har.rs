//! Reads any bytes as a HAR file, and the same requests as a HAR file and as JSON Lines.

use serde_json::json;

use crate::traffic::{lines, parse, requests, sessions};

pub fn run(bytes: &[u8]) {
    parse(bytes);
    // In the place of a body, and of an entry.
    let text = String::from_utf8_lossy(bytes);
    parse(har([entry("/api/v1/sessions", &text, 201, None)]).as_bytes());
    parse(format!("{{\"log\":{{\"entries\":[{text}]}}}}").as_bytes());

    let requests = requests(bytes);
    let entries = requests.iter().map(|request| {
        entry(&request.path, &request.body, request.status, request.location.as_deref())
    });
    assert_eq!(sessions(&har(entries)), sessions(&lines(&requests)), "both say the same");
}

fn har(entries: impl IntoIterator<Item = serde_json::Value>) -> String {
    let entries: Vec<_> = entries.into_iter().collect();
    json!({"log": {"version": "1.2", "entries": entries}}).to_string()
}

fn entry(path: &str, body: &str, status: u16, location: Option<&str>) -> serde_json::Value {
    let headers: Vec<_> =
        location.iter().map(|value| json!({"name": "Location", "value": value})).collect();
    json!({
        "startedDateTime": "2023-11-14T22:13:20.000Z",
        "request": {"method": "POST", "url": path, "postData": {"text": body}},
        "response": {"status": status, "headers": headers},
    })
}
