//! Decodes requests of both APIs with any method, path and body.

use media_collection::edge::{self, IncomingOptions, ReadOptions, Reason, ReceivedContent};
use media_collection::error::ResponseError;
use media_collection::http::{Method, Request, Response, Uri};
use media_collection::{Event, Incoming, Policy, Rejection, Route, SessionId, Uploaded};

/// The input is a line with method and path, then the body.
pub fn run(bytes: &[u8]) {
    let at = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (line, body) = (&bytes[..at], bytes.get(at + 1..).unwrap_or_default());
    let at = line.iter().position(|byte| *byte == b' ').unwrap_or(0);
    let (method, path) = (&line[..at], line.get(at + 1..).unwrap_or_default());
    let method = Method::from_bytes(method).unwrap_or(Method::POST);

    // A framework with its own URI type may pass a path that `Uri` cannot represent.
    if let Err(rejection) = Route::of(&method, &String::from_utf8_lossy(path)) {
        check_response(rejection);
    }
    let Ok(uri) = Uri::try_from(path) else { return };
    edge(&method, &uri, body);
    for policy in [Policy::strict(), Policy::tolerant(), Policy::strict().with_max_bytes(16)] {
        let mut request = Request::new(body);
        (*request.method_mut(), *request.uri_mut()) = (method.clone(), uri.clone());
        let read = Incoming::decode(&request, &policy);
        let (parts, body) = request.into_parts();
        assert_eq!(Incoming::from_parts(&parts, body, &policy), read, "both functions agree");
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
            Err(rejection) => check_response(rejection),
        }
    }
}

/// Decodes a request of Media Edge, and answers it: each item is answered once, and other bytes are the
/// same request.
fn edge(method: &Method, uri: &Uri, body: &[u8]) {
    let tolerant = ReadOptions::new().with_policy(Policy::tolerant()).with_arrived(1);
    for options in [IncomingOptions::new(), IncomingOptions::new().with_read(tolerant)] {
        let mut request = Request::new(body);
        (*request.method_mut(), *request.uri_mut()) = (method.clone(), uri.clone());
        let received = match edge::Incoming::decode(&request, &options) {
            Ok(edge::Incoming::Request(received)) => received,
            Ok(_) => continue,
            Err(rejection) => {
                let status = rejection.status();
                let response = rejection.into_response();
                assert_eq!(response.status(), status);
                assert!(status.is_client_error() && !response.body().is_empty());
                continue;
            }
        };
        let mut places: Vec<_> = received.items.iter().map(|item| item.index).collect();
        places.extend(received.errors.iter().filter_map(|(index, _)| *index));
        places.sort_unstable();
        assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{places:?}");
        let mut reply = received.reply();
        for item in &received.items {
            match &item.content {
                ReceivedContent::Event { session_id, item: event } => {
                    assert_eq!(event.session_id.as_ref(), Some(session_id));
                    reply.reject(Some(item.index), Reason::UnknownSession);
                }
                ReceivedContent::Downloaded(session) => drop(session.content.lint()),
                _ => reply.open(item.index, "0"),
            }
        }
        let status = reply.status();
        assert_eq!(reply.into_response().status(), status);
    }
}

/// The response can be sent, and a client reads it as an error.
fn check_response(rejection: Rejection) {
    let status = rejection.status();
    let response: Response<Vec<u8>> = rejection.into_response();
    assert_eq!(response.status(), status);
    match Uploaded::from_response(&response) {
        Ok(_) => panic!("{status} is not a success"),
        Err(ResponseError::Rejected { message, .. }) => assert!(message.is_some()),
        Err(_) => {}
    }
}
