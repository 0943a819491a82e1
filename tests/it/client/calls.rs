//! The requests that go to a collector, and where.

use media_collection::http::Request;
use media_collection::http::header::CONTENT_TYPE;
use media_collection::{Call, Collector, DownloadedSession, Event, EventType, SessionId};

use crate::fixtures::{at, start};
use crate::scenario::Scenario;

fn session() -> DownloadedSession {
    Scenario::new().playing().session()
}

/// A call, and the request that the collector makes of the same.
type Pair = (Call, Request<Vec<u8>>);

fn pairs(to: &Collector, id: &SessionId) -> [Pair; 5] {
    let ping = Event::ping(at(10));
    [
        (Call::start(&start()).unwrap(), to.start(&start()).unwrap()),
        (Call::event(id, &ping).unwrap(), to.event(id, &ping).unwrap()),
        (Call::upload(&session()).unwrap(), to.upload(&session()).unwrap()),
        (Call::upload_legacy(&session()).unwrap(), to.upload_legacy(&session()).unwrap()),
        (Call::schema(EventType::AdStart), to.schema(EventType::AdStart)),
    ]
}

#[test]
fn calls_and_requests_are_the_same() {
    let id = "3f2a".parse().unwrap();
    for (base, authority, prefix) in [
        ("https://example.com", "example.com", ""),
        ("http://[::1]:8080/va/", "[::1]:8080", "/va"),
        ("example.com/a/b", "example.com", "/a/b"),
    ] {
        let collector: Collector = base.parse().unwrap();
        for (call, request) in pairs(&collector, &id) {
            assert_eq!(request.method().as_str(), call.method().as_str());
            assert_eq!(request.uri().path(), format!("{prefix}{}", call.path()));
            assert_eq!(request.uri().query(), None);
            assert_eq!(request.uri().authority().unwrap(), authority);
            assert_eq!(request.body(), &call.body());
            let content_type = request.headers().get(CONTENT_TYPE);
            assert_eq!(content_type.map(|value| value.to_str().unwrap()), call.content_type());
            assert_eq!(request.headers().len(), usize::from(call.content_type().is_some()));
            let again = collector.request(call).unwrap();
            assert_eq!(again.uri(), request.uri());
            assert_eq!(again.body(), request.body());
        }
    }
}

#[test]
fn each_call_goes_to_its_endpoint() {
    let collector: Collector = "https://example.com/va".parse().unwrap();
    let calls = pairs(&collector, &"3f2a".parse().unwrap());
    let lines: Vec<_> = calls
        .iter()
        .map(|(_, request)| format!("{} {}", request.method(), request.uri()))
        .collect();
    assert_eq!(
        lines,
        [
            "POST https://example.com/va/api/v1/sessions",
            "POST https://example.com/va/api/v1/sessions/3f2a/events",
            "POST https://example.com/va/api/v1/downloaded",
            "POST https://example.com/va/api/v1/sessions",
            "GET https://example.com/va/api/v1/schemas/adStart",
        ]
    );
    let text = |index: usize| std::str::from_utf8(calls[index].1.body()).unwrap();
    assert!(text(0).starts_with('{') && !text(0).contains("media.downloaded"));
    for batch in [2, 3] {
        assert!(text(batch).starts_with('['));
        assert!(text(batch).contains(r#""media.downloaded":true"#));
    }
    assert_eq!(text(4), "");
    for event_type in EventType::ALL {
        let path = format!("/va/api/v1/schemas/{}", event_type.as_str());
        assert_eq!(collector.schema(*event_type).uri().path(), path);
    }
}

/// A start that was read from a batch still goes online without its flag, and never as an event.
#[test]
fn a_start_of_a_downloaded_session_can_go_online() {
    let collector: Collector = "https://example.com".parse().unwrap();
    let downloaded = session();
    assert_eq!(downloaded.start().params.downloaded(), Some(true));
    let request = collector.start(downloaded.start()).unwrap();
    assert!(!String::from_utf8_lossy(request.body()).contains("media.downloaded"));
    let error = collector.event(&"3f2a".parse().unwrap(), &start().into()).unwrap_err();
    assert!(error.to_string().contains("sessions endpoint"), "{error}");
}

#[test]
fn an_id_stays_in_its_segment() {
    let collector: Collector = "https://example.com/va".parse().unwrap();
    for text in [
        "3f2a",
        "../admin",
        "..\\..\\admin",
        "/",
        "//elsewhere.example",
        "https://elsewhere.example/",
        "a?b=c",
        "a#b",
        "a\r\nX-Other: y",
        "a b",
        "\0",
        "größe",
        "%2e%2e%2f",
        "a%",
        "...",
        "@elsewhere.example",
        ":80",
    ] {
        for id in [SessionId::new(text).unwrap(), SessionId::from_segment(text).unwrap()] {
            let request = collector.event(&id, &Event::ping(at(1))).unwrap();
            let uri = request.uri();
            assert_eq!(uri.authority().unwrap(), "example.com", "{text:?}");
            assert_eq!(uri.query(), None, "{text:?}");
            let segments: Vec<_> = uri.path().split('/').collect();
            let [_, "va", "api", "v1", "sessions", segment, "events"] = segments[..] else {
                panic!("{text:?}: {uri}")
            };
            assert_eq!(segment, id.as_str());
            assert!(![".", ".."].contains(&segment.to_lowercase().replace("%2e", ".").as_str()));
        }
    }
    for text in ["", ".", "..", &"x".repeat(1_025), &"/".repeat(400)] {
        assert!(SessionId::new(text).is_err(), "{text:?}");
    }
    for text in ["%2e", ".%2E", "%2e%2e"] {
        assert!(SessionId::from_segment(text).is_err(), "{text:?}");
    }
}
