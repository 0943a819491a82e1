//! The sessions that an SDK sent, put together from its requests.

use serde_json::Value;

use super::capture::{Capture, Request};

/// A session that was sent.
struct Sent {
    id: Option<String>,
    events: Vec<Value>,
    /// The last request got no response, and is sent again: Android does that.
    repeats: bool,
}

/// The events of the sessions that were sent.
pub fn sessions(capture: &Capture) -> Vec<Vec<Value>> {
    let mut sessions: Vec<Sent> = Vec::new();
    let mut requests: Vec<&Request> = capture.requests.iter().collect();
    requests.sort_by_key(|request| request.t_ms);
    for request in requests {
        let body = &request.body;
        if let Some(id) = request.path.strip_suffix("/events") {
            let id = id.rsplit('/').next();
            let session = sessions.iter_mut().rev().find(|session| session.id.as_deref() == id);
            let session = session.unwrap_or_else(|| panic!("no session {id:?}"));
            if !session.repeats || session.events.last() != Some(body) {
                session.events.push(body.clone());
            }
            session.repeats = capture.is_android() && request.response_status.is_none();
            continue;
        }
        let (events, id) = match body {
            Value::Array(events) => (events.clone(), None),
            event => (vec![event.clone()], session_id(request, capture.is_android())),
        };
        // A start that failed, or an upload, is repeated as it is.
        let is_again = |session: &&mut Sent| session.id.is_none() && session.events == events;
        match sessions.iter_mut().find(is_again) {
            Some(session) => session.id = id,
            None => sessions.push(Sent { id, events, repeats: false }),
        }
    }
    sessions.into_iter().map(|session| session.events).collect()
}

/// What the SDK takes for the id of the session, as it writes it in a path.
fn session_id(request: &Request, android: bool) -> Option<String> {
    let location = request.response_location.as_deref()?;
    let status = request.response_status?;
    let id = if android {
        let is_success = (200..300).contains(&status) && location.starts_with("/api/");
        location.rsplit_once("/sessions/").map(|(_, id)| id).filter(|_| is_success)
    } else {
        location.split('/').nth(4).filter(|_| status == 201)
    };
    id.filter(|id| !id.is_empty()).map(quoted)
}

/// With escapes for all that is not unreserved.
fn quoted(id: &str) -> String {
    let quote = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.' | b'-' | b'~' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    id.bytes().map(quote).collect()
}
