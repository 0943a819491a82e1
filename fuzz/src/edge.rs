//! Requests of the Media Edge API with any method, path and body.

use media_collection::edge::{
    Incoming, IncomingOptions, ReadOptions, Request as Body, Route, lost_in_collection,
    lost_in_edge,
};
use media_collection::error::ResponseError;
use media_collection::http::{Method, Request, Uri};
use media_collection::{Accepted, Event, Policy};

/// The input is a line with method and path, then the body.
pub fn run(bytes: &[u8]) {
    let at = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (line, body) = (&bytes[..at], bytes.get(at + 1..).unwrap_or_default());
    let at = line.iter().position(|byte| *byte == b' ').unwrap_or(0);
    let (method, path) = (&line[..at], line.get(at + 1..).unwrap_or_default());
    let method = Method::from_bytes(method).unwrap_or(Method::POST);
    let Ok(uri) = Uri::try_from(path) else { return };

    for policy in [Policy::strict(), Policy::tolerant(), Policy::strict().with_max_bytes(16)] {
        let read = ReadOptions::new().with_policy(policy);
        let mut request = Request::new(body);
        (*request.method_mut(), *request.uri_mut()) = (method.clone(), uri.clone());
        match Incoming::decode(&request, &IncomingOptions::new().with_read(read.clone())) {
            Ok(Incoming::Request(received)) => {
                let mut reply = received.reply();
                for item in &received.items {
                    reply.open(item.index, "0".repeat(64));
                }
                assert!(reply.into_response().status().is_success());
            }
            Ok(_) => {}
            Err(rejection) => {
                // A client knows that it was not accepted.
                let response = rejection.into_response();
                match Accepted::from_response(&response) {
                    Ok(_) => panic!("{} is not a success", response.status()),
                    Err(ResponseError::Rejected { message, .. }) => assert!(message.is_some()),
                    Err(_) => {}
                }
            }
        }
        match Route::of(&Method::POST, uri.path()) {
            Ok(Route::Start) => comes_back("sessionStart", body, &read),
            Ok(Route::Event(name)) => comes_back(name, body, &read),
            Ok(Route::Downloaded) => session_comes_back(body, &read),
            _ => {}
        }
    }
}

/// What was read is written with the same values.
fn comes_back(endpoint: &str, text: &[u8], options: &ReadOptions) {
    let Ok(read) = Body::<Event>::decode(endpoint, text, options) else { return };
    let _ = lost_in_collection(&read);
    for item in &read.items {
        let _ = lost_in_edge(&item.content);
    }
    // In tolerant mode, what is missing may be empty, which cannot be sent.
    let Ok(written) = read.encode() else {
        assert!(*options != ReadOptions::new(), "a valid request can be written");
        return;
    };
    let options = options.clone().with_policy(options.policy.clone().with_max_bytes(usize::MAX));
    let again = Body::<Event>::decode(endpoint, &written, &options).expect("it can be read again");
    assert_eq!(again, read, "a request survives writing");
    assert_eq!(again.encode().as_ref(), Ok(&written), "equal requests have the same text");
}

fn session_comes_back(text: &[u8], options: &ReadOptions) {
    let Ok(read) = Body::<Vec<Event>>::decode("downloaded", text, options) else { return };
    let _ = lost_in_collection(&read);
    let Ok(written) = read.encode() else { return };
    let options = options.clone().with_policy(options.policy.clone().with_max_bytes(usize::MAX));
    let again =
        Body::<Vec<Event>>::decode("downloaded", &written, &options).expect("it can be read again");
    assert_eq!(again, read, "a request survives writing");
}
