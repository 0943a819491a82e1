//! The sessions that an SDK sent, put together from its requests.

use serde_json::Value;

use super::capture::{Capture, Request};

/// The events of the sessions that were sent, in order of their starts.
pub fn sessions(capture: &Capture) -> Vec<Vec<Value>> {
    let mut sessions: Vec<(Option<String>, Vec<Value>)> = Vec::new();
    let mut requests: Vec<&Request> = capture.requests.iter().collect();
    requests.sort_by_key(|request| request.t_ms);
    let mut failed: Option<&Request> = None;
    for request in requests {
        let is_again =
            failed.is_some_and(|failed| failed.path == request.path && failed.body == request.body);
        failed = None;
        if let Value::Array(events) = &request.body {
            if !sessions.iter().any(|(_, session)| session == events) {
                sessions.push((None, events.clone()));
            }
        } else if request.path.ends_with("/sessions") {
            let same = |(_, session): &&mut (Option<String>, Vec<Value>)| {
                session.first() == Some(&request.body)
            };
            let id = session_id(request, capture.is_android());
            match sessions.iter_mut().find(same) {
                Some((known, _)) => *known = id,
                None => sessions.push((id, vec![request.body.clone()])),
            }
        } else if !is_again {
            let id = request.path.strip_suffix("/events").unwrap_or(&request.path);
            let id = id.rsplit('/').next();
            let of_id = |(known, _): &&mut (Option<String>, Vec<Value>)| known.as_deref() == id;
            let session = sessions.iter_mut().rev().find(of_id);
            let (_, session) = session.unwrap_or_else(|| panic!("no session {id:?}"));
            session.push(request.body.clone());
        }
        if !request.path.ends_with("/sessions") && request.response_status.is_none() {
            failed = Some(request);
        }
    }
    let mut sessions: Vec<_> = sessions.into_iter().map(|(_, session)| session).collect();
    sessions.sort_by_key(|session| start_ts(session));
    sessions
}

pub fn start_ts(session: &[Value]) -> Option<i64> {
    session.first()?["playerTime"]["ts"].as_i64()
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
