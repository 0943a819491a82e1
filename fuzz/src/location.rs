//! Parses any bytes as session ids and collector addresses.

use media_collection::http::{Response, header::LOCATION};
use media_collection::{Call, Collector, Created, Event, PlayerTime, SessionId};

pub fn run(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let ping = Event::ping(PlayerTime::new(1.0, 1));
    let ids = [
        SessionId::from_location(&text),
        SessionId::new(&text).ok(),
        SessionId::from_segment(&text).ok(),
        from_header(bytes),
        serde_json::to_string(&*text).ok().and_then(|json| serde_json::from_str(&json).ok()),
    ];
    let known = SessionId::new("3f2a").expect("an id");
    for id in ids.into_iter().flatten().chain([known]) {
        stays_in_its_segment(&id, &ping);
        // The first line alone may be an address.
        for base in [&*text, text.lines().next().unwrap_or_default()] {
            if let Ok(collector) = Collector::at_any_host(base) {
                let request = collector.event(&id, &ping).expect("a ping can be encoded");
                let path = request.uri().path();
                let end = format!("/api/v1/sessions/{id}/events");
                assert!(path.ends_with(&end), "{path}: the path ends with the call's path");
                assert!(request.uri().authority().is_some() && request.uri().scheme().is_some());
                let again =
                    Collector::at_any_host(&collector.to_string()).expect("its text is an address");
                assert_eq!(again, collector, "an address survives `to_string`");
            }
        }
    }
}

fn from_header(bytes: &[u8]) -> Option<SessionId> {
    let response = Response::builder().status(201).header(LOCATION, bytes).body(Vec::new()).ok()?;
    Created::from_response(&response).ok().map(|created| created.session_id)
}

fn stays_in_its_segment(id: &SessionId, event: &Event) {
    let text = id.as_str();
    assert!(!text.is_empty() && text.len() <= 1024, "{text}");
    assert!(
        text.bytes()
            .all(|byte| { byte.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=:@".contains(&byte) }),
        "{text}: characters of a path segment only"
    );
    let dots = text.to_ascii_lowercase().replace("%2e", ".");
    assert!(dots != "." && dots != "..", "{text}: no dot segment");
    assert_eq!(SessionId::from_segment(text).as_ref(), Ok(id), "{text}: already encoded");
    let call = Call::event(id, event).expect("a ping can be encoded");
    assert_eq!(call.path().split('/').count(), 6, "{}", call.path());
    assert!(Created::new(id.clone()).into_response().headers().contains_key(LOCATION));
    let location = format!("/api/v1/sessions/{id}");
    assert_eq!(SessionId::from_location(&location).as_ref(), Some(id), "{location}");
}
