//! The same calls through five HTTP stacks, over loopback, to a collector made of axum: what
//! arrives is what was encoded, and the responses mean the same.

mod senders;
mod server;

use media_collection::error::{NextStep, ResponseError, RetryAfter};
use media_collection::http::{Response, StatusCode};
use media_collection::recorder::Outcome;
use media_collection::{
    Accepted, Call, Created, DownloadedSession, Event, EventType, Method, SessionStart, Uploaded,
};

use crate::fixtures::at;
use crate::recorders::{self, Ends as _};
use crate::scenario::Scenario;
use senders::{Sender, Target};
use server::{Scripted, Server};

/// With text beyond ASCII.
fn start() -> SessionStart {
    let mut start = crate::fixtures::start();
    start.params.channel = "Größe, 大きさ, \u{1F3AC}".to_owned();
    start
}

fn session() -> DownloadedSession {
    Scenario::from(start()).playing().ping().session()
}

/// Valid as Rust, invalid by the schemas: the key is not one of theirs.
fn with_unknown_key() -> DownloadedSession {
    let mut events = session().into_events();
    let mut params = start().params;
    params.extra.insert("media.unheardOf", 1);
    events[0] = SessionStart::new(at(0), params).into();
    DownloadedSession::try_from(events).unwrap()
}

/// Runs with each stack, at the root and below a prefix.
fn with_each(run: impl Fn(&Server, &dyn Fn(Call) -> Response<Vec<u8>>)) {
    let server = Server::start();
    for sender in senders::all() {
        for prefix in ["", "/va"] {
            let to = Target { host: &server.address, prefix };
            println!("{} to {prefix:?}", sender.name);
            run(&server, &|call| sent(&server, &sender, &to, call));
        }
    }
}

/// Sends, and looks at what has arrived: exactly what was encoded, and no header that the
/// stacks do not add by themselves.
fn sent(server: &Server, sender: &Sender, to: &Target<'_>, call: Call) -> Response<Vec<u8>> {
    const BY_STACKS: &[&str] = &["host", "connection", "user-agent", "accept", "accept-encoding"];

    let response = sender.send(to, call.clone());
    let arrived = server.arrived();
    let [arrived] = &arrived[..] else { panic!("{} requests arrived", arrived.len()) };
    assert_eq!(arrived.method.as_str(), call.method().as_str());
    assert_eq!(arrived.uri.to_string(), format!("{}{}", to.prefix, call.path()));
    assert_eq!(arrived.body, call.body());
    let header = |name: &str| {
        let values: Vec<_> = arrived.headers.get_all(name).iter().collect();
        assert!(values.len() < 2, "{name}: {values:?}");
        values.first().map(|value| value.to_str().unwrap())
    };
    assert_eq!(header("host"), Some(to.host));
    match call.method() {
        Method::Post => {
            assert_eq!(header("content-type"), Some("application/json"));
            assert_eq!(header("content-length"), Some(call.body().len().to_string().as_str()));
        }
        _ => assert_eq!(header("content-type"), None),
    }
    for name in arrived.headers.keys() {
        let known = BY_STACKS.contains(&name.as_str());
        assert!(known || matches!(name.as_str(), "content-type" | "content-length"), "{name}");
    }
    response
}

#[test]
fn an_online_session_is_opened_fed_and_ended() {
    with_each(|_, send| {
        let opened = Created::from_response(&send(Call::start(&start()).unwrap()));
        let id = opened.unwrap().session_id;
        assert_eq!(id.as_str().len(), 64);
        for event in [Event::play(at(1)), Event::ping(at(11)), Event::session_end(at(12))] {
            let response = send(Call::event(&id, &event).unwrap());
            assert_eq!(response.status(), StatusCode::NO_CONTENT);
            assert!(Accepted::from_response(&response).is_ok());
        }
        // It is closed now; and another was never there.
        let closed =
            Accepted::from_response(&send(Call::event(&id, &Event::ping(at(13))).unwrap()));
        let closed = closed.unwrap_err();
        assert_eq!(closed, ResponseError::SessionLost { status: StatusCode::GONE });
        assert_eq!(closed.next(), NextStep::StartNewSession);
        // The second id has every character that a segment can contain.
        for unknown in ["a/../b ?#%", "AbC+dEf==;a,b:c@d!$&'()*~.-_"] {
            let unknown = unknown.parse().unwrap();
            let lost = send(Call::event(&unknown, &Event::ping(at(13))).unwrap());
            let lost = Accepted::from_response(&lost).unwrap_err();
            assert_eq!(lost, ResponseError::SessionLost { status: StatusCode::NOT_FOUND });
            assert_eq!(lost.next(), NextStep::StartNewSession);
        }
    });
}

#[test]
fn a_downloaded_session_arrives_or_is_rejected_with_the_place() {
    with_each(|_, send| {
        for call in [Call::upload, Call::upload_legacy] {
            assert!(Uploaded::from_response(&send(call(&session()).unwrap())).is_ok());

            let rejected = Uploaded::from_response(&send(call(&with_unknown_key()).unwrap()));
            let rejected = rejected.unwrap_err();
            assert_eq!(rejected.next(), NextStep::FixOrSetAside);
            let ResponseError::Rejected { status, message, violations } = rejected else {
                panic!("{rejected}")
            };
            assert_eq!(status, StatusCode::BAD_REQUEST);
            assert_eq!(message.as_deref(), Some("refused"));
            let [violation] = &violations[..] else { panic!("{violations:?}") };
            assert_eq!(violation.pointer, "/0/params/media.unheardOf");
            assert_eq!(violation.keyword, "additionalProperties");
        }
    });
}

#[test]
fn a_schema_is_fetched_as_it_is_published() {
    with_each(|_, send| {
        let response = send(Call::schema(EventType::AdStart));
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(response.body(), &server::published_schema("adStart"));
    });
}

/// A collector that loses the session in the middle: nothing that was recorded is lost.
#[test]
fn a_session_that_is_lost_is_opened_again() {
    with_each(|server, send| {
        let mut recorder = Scenario::from(start()).playing().ping().online().finished(at(60));
        let mut outcomes = Vec::new();
        while let Some(in_flight) = recorders::next(&mut recorder) {
            if [2, 3].contains(&outcomes.len()) {
                server.script(Scripted { status: 404, headers: vec![], body: "" });
            }
            let response = send(in_flight.call.clone());
            outcomes.push(match in_flight.responded(&mut recorder, &response) {
                Outcome::Opened(_) => "opened",
                Outcome::Arrived => "arrived",
                Outcome::Reopening { .. } => "reopening",
                Outcome::Kept { .. } => "kept",
                other => panic!("{other:?}"),
            });
        }
        assert!(recorder.is_done());
        assert_eq!(
            outcomes,
            // The start and the play; the lost ping, twice; the new start, the play again, and the rest.
            [
                "opened",
                "arrived",
                "kept",
                "reopening",
                "opened",
                "arrived",
                "arrived",
                "arrived",
                "arrived"
            ]
        );
    });
}

/// What each response means for a start, an event and an upload.
#[test]
fn responses_that_are_not_a_success_say_what_to_do() {
    type Case = (u16, Vec<(&'static str, &'static str)>, &'static str, [ResponseError; 3]);

    fn same(error: ResponseError) -> [ResponseError; 3] {
        [error.clone(), error.clone(), error]
    }
    let unavailable = |status: u16, retry_after| {
        let status = StatusCode::from_u16(status).unwrap();
        same(ResponseError::Unavailable { status, retry_after })
    };
    let unexpected = |status: u16| {
        same(ResponseError::Unexpected { status: StatusCode::from_u16(status).unwrap() })
    };
    const DATE: &str = "Wed, 21 Oct 2026 07:28:00 GMT";
    let method_not_allowed = StatusCode::METHOD_NOT_ALLOWED;
    let cases: Vec<Case> = vec![
        (500, vec![], "oops", unavailable(500, None)),
        (503, vec![("retry-after", "120")], "", unavailable(503, Some(RetryAfter::Seconds(120)))),
        (
            429,
            vec![("retry-after", DATE)],
            "",
            unavailable(429, Some(RetryAfter::Date(DATE.to_owned()))),
        ),
        (408, vec![], "", unavailable(408, None)),
        (
            405,
            vec![("allow", "GET")],
            "",
            same(ResponseError::NoEndpoint { status: method_not_allowed }),
        ),
        (302, vec![("location", "/login")], "", unexpected(302)),
    ];
    with_each(|server, send| {
        for (status, headers, body, errors) in &cases {
            let scripted = |body| Scripted { status: *status, headers: headers.clone(), body };
            let [start_error, event_error, upload_error] = errors;

            server.script(scripted(body));
            let response = send(Call::start(&start()).unwrap());
            assert_eq!(Created::from_response(&response).as_ref(), Err(start_error));

            server.script(scripted(body));
            let id = "3f2a".parse().unwrap();
            let response = send(Call::event(&id, &Event::ping(at(1))).unwrap());
            assert_eq!(Accepted::from_response(&response).as_ref(), Err(event_error));

            server.script(scripted(body));
            let response = send(Call::upload(&session()).unwrap());
            assert_eq!(Uploaded::from_response(&response).as_ref(), Err(upload_error));
        }
    });
}

#[test]
fn only_a_success_with_a_location_opens_a_session() {
    with_each(|server, send| {
        let outcome = |status, headers, body| {
            server.script(Scripted { status, headers, body });
            Created::from_response(&send(Call::start(&start()).unwrap()))
        };
        let location = vec![("location", "/api/v1/sessions/3f2a")];
        assert_eq!(outcome(201, vec![], ""), Err(ResponseError::NoSessionId));
        let elsewhere = vec![("location", "/login")];
        assert_eq!(outcome(201, elsewhere, ""), Err(ResponseError::NoSessionId));
        let unexpected = Err(ResponseError::Unexpected { status: StatusCode::OK });
        assert_eq!(outcome(200, vec![], "{}"), unexpected);
        assert_eq!(outcome(200, vec![("location", "/login")], "{}"), unexpected);
        let opened = outcome(200, location.clone(), "").unwrap();
        assert_eq!(opened.session_id.as_str(), "3f2a");
        let created = outcome(201, location, "surprise").unwrap();
        assert_eq!(created.session_id.as_str(), "3f2a");
        let elsewhere = vec![("location", "https://other.example/api/v1/sessions/3f2a/?x=1")];
        assert_eq!(outcome(201, elsewhere, ""), Ok(created));
    });
}

#[test]
fn only_201_takes_an_upload() {
    with_each(|server, send| {
        let outcome = |status, body| {
            server.script(Scripted { status, headers: vec![], body });
            Uploaded::from_response(&send(Call::upload(&session()).unwrap()))
        };
        assert!(outcome(201, "").is_ok());
        for status in [200, 202, 204] {
            let body = if status == 204 { "" } else { "please log in" };
            let status_code = StatusCode::from_u16(status).unwrap();
            let unexpected = ResponseError::Unexpected { status: status_code };
            assert_eq!(outcome(status, body), Err(unexpected));
        }
        // A rejection without a word is a rejection.
        let rejected = outcome(400, "").unwrap_err();
        let status = StatusCode::BAD_REQUEST;
        let silent = ResponseError::Rejected { status, message: None, violations: Vec::new() };
        assert_eq!(rejected, silent);
    });
}
