//! What a collector's responses mean.

use media_collection::error::{NextStep, ResponseError, RetryAfter};
use media_collection::http::{Response, StatusCode};
use media_collection::{Accepted, Created, SessionId, Uploaded};

use crate::fixtures::{response, with_retry_after};

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
