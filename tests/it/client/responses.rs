//! What a collector's responses mean.

use media_collection::error::{NextStep, ParseError, ResponseError, RetryAfter};
use media_collection::http::{Response, StatusCode};
use media_collection::recorder::{NextRequest, Outcome};
use media_collection::{
    Accepted, Collector, Created, Event, Recorder, ResponseParts, SessionId, Uploaded,
};

use crate::fixtures::{at, response, start, with_retry_after};

const NOW: i64 = 1_700_000_000_000;

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
            (Means::Rejected, NextStep::FixOrSetAside)
        }
        ResponseError::SessionLost { status: said } => {
            assert_eq!(said, status);
            (Means::Lost, NextStep::StartNewSession)
        }
        ResponseError::NoEndpoint { status: said } => {
            assert_eq!(said, status);
            (Means::NoEndpoint, NextStep::CheckAddress)
        }
        ResponseError::Unavailable { status: said, retry_after } => {
            assert_eq!(said, status);
            (Means::Unavailable, NextStep::TryLater(retry_after))
        }
        ResponseError::Unexpected { status: said } => {
            assert_eq!(said, status);
            let elsewhere = status.is_redirection() || status.is_client_error();
            let next = if elsewhere { NextStep::CheckAddress } else { NextStep::TryLater(None) };
            (Means::Unexpected, next)
        }
        ResponseError::NoSessionId => (Means::NoSessionId, NextStep::TryLater(None)),
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
        let response = response(code);
        let found = [
            means(Created::from_response(&response), status),
            means(Accepted::from_response(&response), status),
            means(Uploaded::from_response(&response), status),
        ];
        assert_eq!(found, expected, "{status}");
    }
}

/// A start that was accepted under another 2xx is not sent again: each try would open a session.
#[test]
fn every_success_with_a_usable_location_opens_a_session() {
    for code in 100..1_000 {
        let at = |location| {
            let response = Response::builder().status(code).header("Location", location);
            Created::from_response(&response.body("").unwrap())
        };
        let is_success = (200..300).contains(&code);
        let opened = at("/api/v1/sessions/3f2a").ok().map(|created| created.session_id);
        assert_eq!(opened, is_success.then(|| "3f2a".parse().unwrap()), "{code}");
        // The page of a captive portal, or of a proxy.
        for elsewhere in ["/login", "https://portal.example/", "/api/v1/sessions/", ""] {
            assert!(at(elsewhere).is_err(), "{code} {elsewhere}");
        }
    }
}

/// A session id goes back as it came, whatever the stack makes of the response.
#[test]
fn a_session_id_keeps_its_spelling() {
    for id in ["AbC+dEf==", "a%2Bb%3d", "x;y=1,2", "a:b@c", "~.-_!$&'()*", "%C3%A9"] {
        let location = format!("https://other.example/api/v1/sessions/{id}?x#y");
        let response = Response::builder().status(201).header("Location", &location).body("");
        let created = Created::from_response(&response.unwrap()).unwrap();
        let collector: Collector = "https://h/va".parse().unwrap();
        let request = collector.event(&created.session_id, &Event::ping(at(1))).unwrap();
        assert_eq!(request.uri().path(), format!("/va/api/v1/sessions/{id}/events"));
        let json = serde_json::to_string(&created.session_id).unwrap();
        let again: SessionId = serde_json::from_str(&json).unwrap();
        assert_eq!(again.as_str(), id, "it is stored as it came");
    }
}

/// The parts of a response mean what the response of the `http` crate means.
#[test]
fn a_response_can_be_read_without_the_http_crate() {
    const HEADERS: [&[(&str, &str)]; 4] = [
        &[],
        &[("LOCATION", "/api/v1/sessions/3f2a"), ("Location", "/api/v1/sessions/other")],
        &[("retry-after", "120"), ("Content-Type", "text/plain")],
        &[("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"), ("location", "/login")],
    ];
    for code in 100..1_000 {
        for (headers, body) in HEADERS.into_iter().zip(["", "no", "{}", r#"{"message":"no"}"#]) {
            let mut parts = ResponseParts::new(code).unwrap().with_body(body);
            let mut response = Response::builder().status(code);
            for (name, value) in headers {
                parts = parts.with_header(name, *value);
                response = response.header(*name, *value);
            }
            let response = response.body(body).unwrap();
            assert_eq!(ResponseParts::from(&response), parts);
            assert_eq!(Created::from_response(&response), Created::from_response(&parts));
            assert_eq!(Accepted::from_response(&response), Accepted::from_response(&parts));
            assert_eq!(Uploaded::from_response(&response), Uploaded::from_response(parts));
        }
    }
    // A browser's status of a request without a response.
    for code in [0, 99, 1_000, u16::MAX] {
        let error: ParseError = ResponseParts::new(code).unwrap_err();
        assert!(error.to_string().contains("report that"), "{error}");
    }
}

/// A recorder and its queue, without the `http` crate.
#[test]
fn a_recorder_is_driven_without_the_http_crate() {
    let mut session = Recorder::online(start());
    session.finish(at(2)).unwrap();
    let mut paths = Vec::new();
    while let NextRequest::Send(outgoing) = session.next_request(NOW).unwrap() {
        paths.push(outgoing.call.path().to_owned());
        let response = if paths.len() == 1 {
            ResponseParts::new(200).unwrap().with_location("/api/v1/sessions/a+b=")
        } else {
            ResponseParts::new(204).unwrap()
        };
        let outcome = session.responded(outgoing.ticket, response, NOW, 0.5);
        assert!(matches!(outcome, Outcome::Opened(_) | Outcome::Arrived), "{outcome:?}");
    }
    assert!(session.is_done());
    let events = "/api/v1/sessions/a+b=/events";
    assert_eq!(paths, ["/api/v1/sessions", events, events]);
}

#[test]
fn any_body_can_be_read() {
    let accepted = Response::builder().status(204);
    assert!(Accepted::from_response(&accepted.body("").unwrap()).is_ok());
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
            let error = Uploaded::from_response(&with_retry_after(status, text)).unwrap_err();
            assert_eq!(error.next(), NextStep::TryLater(expected.clone()), "{text:?}");
        }
    }
    // In milliseconds, whichever form was sent.
    assert_eq!(RetryAfter::Seconds(120).moment(NOW), Some(NOW + 120_000));
    assert_eq!(RetryAfter::Date(date.to_owned()).moment(NOW), Some(1_792_567_680_000));
}

#[test]
fn what_a_rejection_says() {
    fn rejection(body: &[u8]) -> (Option<String>, Vec<String>) {
        let response = Response::builder().status(400).body(body).unwrap();
        match Uploaded::from_response(&response) {
            Err(ResponseError::Rejected { message, violations, .. }) => {
                (message, violations.into_iter().map(|violation| violation.pointer).collect())
            }
            other => panic!("{other:?}"),
        }
    }
    let said = |text: &str| (Some(text.to_owned()), vec![]);
    assert_eq!(rejection(b""), (None, vec![]));
    assert_eq!(rejection(b" \r\n"), (None, vec![]));
    assert_eq!(rejection(b"{}"), (None, vec![]));
    assert_eq!(rejection(br#"{"message":"no"}"#), said("no"));
    assert_eq!(rejection(br#"{"message":"no","code":7}"#), said("no"));
    assert_eq!(
        rejection(br#"{"message":"no","violations":[{"pointer":"/0/params"}]}"#),
        (Some("no".to_owned()), vec!["/0/params".to_owned()])
    );
    assert_eq!(rejection(b"<html>no</html>\n"), said("<html>no</html>"));
    assert_eq!(rejection(b"\xff"), said("\u{fffd}"));
    // A page of any length does not become a message of any length.
    let (message, _) = rejection(&vec![b'x'; 1 << 20]);
    assert_eq!(message.unwrap().len(), 4096);
}
