//! A server's way in: any method, path and body.

use media_collection::error::ResponseError;
use media_collection::http::{Method, Request, Response, Uri};
use media_collection::{Event, Incoming, Policy, Rejection, Route, SessionId, Uploaded};

/// A line with method and path, and the body.
pub fn run(bytes: &[u8]) {
    let at = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (line, body) = (&bytes[..at], bytes.get(at + 1..).unwrap_or_default());
    let at = line.iter().position(|byte| *byte == b' ').unwrap_or(0);
    let (method, path) = (&line[..at], line.get(at + 1..).unwrap_or_default());
    let method = Method::from_bytes(method).unwrap_or(Method::POST);

    // A path that no URI holds reaches the router if a framework's own type does.
    if let Err(rejection) = Route::of(&method, &String::from_utf8_lossy(path)) {
        answered(rejection);
    }
    let Ok(uri) = Uri::try_from(path) else { return };
    for policy in [Policy::strict(), Policy::tolerant(), Policy::strict().with_max_bytes(16)] {
        let mut request = Request::new(body);
        (*request.method_mut(), *request.uri_mut()) = (method.clone(), uri.clone());
        let read = Incoming::decode(&request, &policy);
        let (parts, body) = request.into_parts();
        assert_eq!(Incoming::from_parts(&parts, body, &policy), read, "two ways to ask");
        match read {
            Ok(Incoming::Start(start)) => assert!(start.params.downloaded() != Some(true)),
            Ok(Incoming::Event { session_id, event }) => {
                assert_eq!(SessionId::from_segment(session_id.as_str()).as_ref(), Ok(&session_id));
                assert_eq!(Event::decode(body, &policy).as_ref(), Ok(&event));
            }
            Ok(Incoming::Downloaded(session) | Incoming::LegacyBatch(session)) => {
                drop(session.lint());
            }
            Ok(Incoming::Schema(event_type)) => drop(event_type.schema_response()),
            Ok(_) => drop(Incoming::preflight_response()),
            Err(rejection) => answered(rejection),
        }
    }
}

/// The answer can be sent, and a client knows it for a refusal.
fn answered(rejection: Rejection) {
    let status = rejection.status();
    let response: Response<Vec<u8>> = rejection.into_response();
    assert_eq!(response.status(), status);
    match Uploaded::from_response(&response) {
        Ok(_) => panic!("{status} is no success"),
        Err(ResponseError::Rejected { message, .. }) => assert!(message.is_some()),
        Err(_) => {}
    }
}
