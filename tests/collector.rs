//! The collector's address, the requests that go there, and what its answers mean.

use media_collection::http::header::CONTENT_TYPE;
use media_collection::http::{Request, Response, StatusCode};
use media_collection::{
    Accepted, Call, Collector, Created, DownloadedSession, Event, EventType, Next, PlayerTime,
    ResponseError, RetryAfter, Session, SessionId, SessionStart, SessionStartParams, Uploaded,
};

fn at(second: i64) -> PlayerTime {
    PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000)
}

fn start() -> SessionStart {
    let params = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length(60.0)
        .content_type("vod")
        .player_name("living-room")
        .channel("example")
        .build();
    SessionStart::new(at(0), params)
}

fn session() -> DownloadedSession {
    Session::downloaded(start()).play(at(1)).complete(at(60))
}

#[test]
fn addresses() {
    let name = "h".repeat(253);
    let prefix = "p".repeat(4_000);
    for (base, shown) in [
        ("example.com", "https://example.com"),
        ("https://example.com", "https://example.com"),
        ("https://example.com/", "https://example.com"),
        ("http://example.com", "http://example.com"),
        ("HTTPS://example.com", "https://example.com"),
        ("https://xn--gre-6ka8i.example", "https://xn--gre-6ka8i.example"),
        ("https://example.com:8443", "https://example.com:8443"),
        ("localhost:8080", "https://localhost:8080"),
        ("http://10.0.0.1:80/", "http://10.0.0.1:80"),
        ("https://example.com/va", "https://example.com/va"),
        ("https://example.com/va/", "https://example.com/va"),
        ("https://example.com/va///", "https://example.com/va"),
        ("example.com/va", "https://example.com/va"),
        (
            "https://example.com/a/b-c_d.e~f/g:h@i;j=k,l!m",
            "https://example.com/a/b-c_d.e~f/g:h@i;j=k,l!m",
        ),
        ("https://example.com/a%20b%C3%A9", "https://example.com/a%20b%C3%A9"),
        ("https://example.com/a..b/...", "https://example.com/a..b/..."),
        ("https://example.com/api", "https://example.com/api"),
        ("https://example.com/api/v10", "https://example.com/api/v10"),
        ("https://[::1]", "https://[::1]"),
        ("[2001:db8::1]:8443/va", "https://[2001:db8::1]:8443/va"),
        (&format!("https://{name}"), &format!("https://{name}")),
        (&format!("https://h/{prefix}"), &format!("https://h/{prefix}")),
    ] {
        let collector: Collector = base.parse().unwrap_or_else(|error| panic!("{base}: {error}"));
        assert_eq!(collector.to_string(), shown);
        assert_eq!(shown.parse(), Ok(collector.clone()), "as it is shown it is read");
        let uri = collector.schema(EventType::Ping).uri().to_string();
        assert_eq!(uri, format!("{shown}/api/v1/schemas/ping"));
    }
}

#[test]
fn no_addresses() {
    let long_name = format!("https://{}", "h".repeat(300));
    let long_path = format!("https://h/{}", "p".repeat(5_000));
    let longest = format!("https://h/{}", "p".repeat(100_000));
    for (problem, bases) in [
        (
            "user info",
            &["https://user@h", "https://user:secret@h", "user:secret@h", "https://@h"][..],
        ),
        ("a query", &["https://h?x=1", "https://h/?", "h?"]),
        ("a fragment", &["https://h#x", "https://h/#", "h#?"]),
        ("neither https nor http", &["ftp://h", "ws://h", "file://h/x", "://h"]),
        ("no host", &["http://:80"]),
        (
            "no address",
            &[
                "",
                " ",
                "/",
                "/va",
                "//h",
                "https://",
                "https:///va",
                " https://h",
                "https://h ",
                "https://h/a b",
                "https://h/\t",
                "https://h/\r\nX-Other: y",
                "https://h\r\n",
                "https://h/\0",
                "https://h\u{7f}",
                "https://h/<x>",
                "https://größe.example",
                "https://h\\x",
                "https://h%41",
                "https://[::1",
                "https://::1",
                "https://h:80:90",
                &longest,
            ],
        ),
        (
            "no port",
            &[
                "https://h:",
                "https://h:0",
                "https://h:65536",
                "https://h:x",
                "https://[::1]:",
                // Another scheme, or half of one.
                "https:h",
                "https:/h",
                "mailto:h",
            ],
        ),
        (
            "a dot segment",
            &[
                "https://h/.",
                "https://h/..",
                "https://h/../x",
                "https://h/a/./b",
                "https://h/a/../b",
                "https://h/a/%2e%2E/b",
                "https://h/a/.%2e",
                "https://h/%2e",
                "https://h/a/..%2Fb",
                "https://h/a%5c..%5Cb",
            ],
        ),
        (
            "a character in its path",
            &[
                "https://h/a\\b",
                "https://h/\\..\\b",
                "https://h/größe",
                "https://h/%",
                "https://h/%4",
                "https://h/%zz",
                "https://h/{x}",
                "https://h/\"",
                "https://h/|",
            ],
        ),
        (
            "an endpoint's path",
            &[
                "https://h/api/v1",
                "https://h/api/v1/",
                "https://h/api/v1/sessions",
                "https://h/va/api/v1/downloaded/",
                "h/api/v1/sessions/3f2a/events",
            ],
        ),
        ("a host that is too long", &[&long_name]),
        ("a path that is too long", &[&long_path]),
    ] {
        for base in bases {
            let error = match Collector::new(base) {
                Ok(collector) => panic!("{base:?} is taken for {collector}"),
                Err(error) => error.to_string(),
            };
            assert!(error.contains(problem), "{base:?}: {error}");
            assert!(!error.contains("secret"), "{error}");
        }
    }
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
            let again = collector.request(call);
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

#[derive(Clone, Copy, Debug, PartialEq)]
enum Means {
    Success,
    Rejected,
    Lost,
    NoEndpoint,
    Unavailable,
    NoSessionId,
    Unexpected,
}

fn means<T>(outcome: Result<T, ResponseError>, status: StatusCode) -> Means {
    let Err(error) = outcome else { return Means::Success };
    let said = error.to_string();
    assert!(
        matches!(error, ResponseError::NoSessionId) || said.contains(status.as_str()),
        "{said}"
    );
    let next = error.next();
    let (means, expected) = match error {
        ResponseError::Rejected { status: said, .. } => {
            assert_eq!(said, status);
            (Means::Rejected, Next::FixOrSetAside)
        }
        ResponseError::SessionLost { status: said } => {
            assert_eq!(said, status);
            (Means::Lost, Next::StartNewSession)
        }
        ResponseError::NoEndpoint { status: said } => {
            assert_eq!(said, status);
            (Means::NoEndpoint, Next::CheckAddress)
        }
        ResponseError::Unavailable { status: said, retry_after } => {
            assert_eq!(said, status);
            (Means::Unavailable, Next::TryLater(retry_after))
        }
        ResponseError::Unexpected { status: said } => {
            assert_eq!(said, status);
            let elsewhere = status.is_redirection() || status.is_client_error();
            let next = if elsewhere { Next::CheckAddress } else { Next::TryLater(None) };
            (Means::Unexpected, next)
        }
        ResponseError::NoSessionId => (Means::NoSessionId, Next::TryLater(None)),
        other => panic!("{other:?}"),
    };
    assert_eq!(next, expected);
    means
}

/// Every status, for a start, an event and an upload.
#[test]
fn what_a_status_means() {
    use Means::{Lost, NoEndpoint, NoSessionId, Rejected, Success, Unavailable, Unexpected};

    for code in 100..1_000 {
        let status = StatusCode::from_u16(code).unwrap();
        let expected = match code {
            201 => [NoSessionId, Success, Success],
            200..=299 => [Unexpected, Success, Unexpected],
            404 => [NoEndpoint, Lost, NoEndpoint],
            405 => [NoEndpoint; 3],
            410 => [NoEndpoint, Lost, NoEndpoint],
            408 | 429 | 500..=599 => [Unavailable; 3],
            400 | 411 | 413 | 414 | 415 | 422 | 431 => [Rejected; 3],
            _ => [Unexpected; 3],
        };
        let answer = Response::builder().status(status).body(Vec::new()).unwrap();
        let found = [
            means(Created::from_response(&answer), status),
            means(Accepted::from_response(&answer), status),
            means(Uploaded::from_response(&answer), status),
        ];
        assert_eq!(found, expected, "{status}");
    }
}

#[test]
fn any_body_can_be_read() {
    let answer = Response::builder().status(204);
    assert!(Accepted::from_response(&answer.body("").unwrap()).is_ok());
    let created = || Response::builder().status(201).header("Location", "/api/v1/sessions/3f2a");
    let id: SessionId = "3f2a".parse().unwrap();
    for created in [
        Created::from_response(&created().body([0_u8; 0]).unwrap()),
        Created::from_response(&created().body("surprise".to_owned()).unwrap()),
        Created::from_response(&created().body(&b"\xff"[..]).unwrap()),
    ] {
        assert_eq!(created.unwrap().session_id, id);
    }
}

#[test]
fn when_to_try_again() {
    let date = "Wed, 21 Oct 2026 07:28:00 GMT";
    for (text, expected) in [
        ("0", Some(RetryAfter::Seconds(0))),
        ("120", Some(RetryAfter::Seconds(120))),
        (" 120 ", Some(RetryAfter::Seconds(120))),
        (date, Some(RetryAfter::Date(date.to_owned()))),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("99999999999999999999999", None),
    ] {
        for status in [408, 429, 500, 503] {
            let answer = Response::builder().status(status).header("retry-after", text);
            let error = Uploaded::from_response(&answer.body("").unwrap()).unwrap_err();
            assert_eq!(error.next(), Next::TryLater(expected.clone()), "{text:?}");
        }
    }
}

#[test]
fn what_a_refusal_says() {
    fn refusal(body: &[u8]) -> (Option<String>, Vec<String>) {
        let answer = Response::builder().status(400).body(body).unwrap();
        match Uploaded::from_response(&answer) {
            Err(ResponseError::Rejected { message, violations, .. }) => {
                (message, violations.into_iter().map(|violation| violation.pointer).collect())
            }
            other => panic!("{other:?}"),
        }
    }
    let said = |text: &str| (Some(text.to_owned()), vec![]);
    assert_eq!(refusal(b""), (None, vec![]));
    assert_eq!(refusal(b" \r\n"), (None, vec![]));
    assert_eq!(refusal(b"{}"), (None, vec![]));
    assert_eq!(refusal(br#"{"message":"no"}"#), said("no"));
    assert_eq!(refusal(br#"{"message":"no","code":7}"#), said("no"));
    assert_eq!(
        refusal(br#"{"message":"no","violations":[{"pointer":"/0/params"}]}"#),
        (Some("no".to_owned()), vec!["/0/params".to_owned()])
    );
    assert_eq!(refusal(b"<html>no</html>\n"), said("<html>no</html>"));
    assert_eq!(refusal(b"\xff"), said("\u{fffd}"));
    // A page of any length does not become a message of any length.
    let (message, _) = refusal(&vec![b'x'; 1 << 20]);
    assert_eq!(message.unwrap().len(), 4096);
}
