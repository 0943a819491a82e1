//! Requests of Media Edge, decoded by a server, and its replies.

mod accepted;
mod downloaded;
mod interact;
mod rejected;
mod schemas;

use media_collection::edge::{
    Incoming, IncomingOptions, Reason, Received, ReceivedContent, Rejection,
};
use media_collection::http::{Request, Response};
use serde_json::{Value, json};

use super::ID;

const SDK: &str = "configId=11111111-2222-3333-4444-555555555555&requestId=3f0c6f0e-6a51";

fn post(path: &str, body: impl AsRef<[u8]>) -> Request<Vec<u8>> {
    Request::post(path).body(body.as_ref().to_vec()).unwrap()
}

fn decode(request: &Request<Vec<u8>>) -> Result<Box<Received>, Rejection> {
    match Incoming::decode(request, &IncomingOptions::new())? {
        Incoming::Request(received) => Ok(received),
        _ => panic!("it is no request"),
    }
}

/// A server that knows one session, and opens others.
fn answer(request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let received = match decode(request) {
        Ok(received) => received,
        Err(rejection) => return rejection.into_response(),
    };
    let mut reply = received.reply().with_hint("or2", 1_800);
    for item in &received.items {
        match &item.content {
            ReceivedContent::Event { session_id, .. } if session_id == ID => {}
            ReceivedContent::Event { session_id, .. } if session_id.starts_with('c') => {
                reply.reject(Some(item.index), Reason::ClosedSession);
            }
            ReceivedContent::Event { .. } => reply.reject(Some(item.index), Reason::UnknownSession),
            _ => reply.open(item.index, format!("{:064x}", item.index + 1)),
        }
    }
    reply.into_response()
}

/// The status and the body of the answer to a body for a path.
fn answered(path: &str, body: &Value) -> (u16, Value) {
    let response = answer(&post(path, body.to_string()));
    let text = response.body();
    let body = if text.is_empty() { json!(null) } else { serde_json::from_slice(text).unwrap() };
    (response.status().as_u16(), body)
}

fn start(name: &str) -> Value {
    json!({"xdm": {"eventType": "media.sessionStart", "timestamp": "2026-01-02T03:04:05.678Z",
        "mediaCollection": {"playhead": 0, "sessionDetails": {"name": name, "length": 60,
            "contentType": "vod", "playerName": "tv", "channel": "c"}}}})
}

fn event(name: &str) -> Value {
    json!({"xdm": {"eventType": format!("media.{name}"), "timestamp": "2026-01-02T03:04:06.678Z",
        "mediaCollection": {"playhead": 1, "sessionID": ID}}})
}

fn body(items: &[Value]) -> Value {
    json!({ "events": items })
}
