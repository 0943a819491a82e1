//! The same calls through five HTTP stacks, over loopback, to a collector made of axum: what
//! arrives is what was encoded, and the answers mean the same.

#[path = "stacks/senders.rs"]
mod senders;
#[path = "stacks/server.rs"]
mod server;

use media_collection::http::{Response, StatusCode};
use media_collection::{
    Accepted, Answer, Call, Created, DownloadedSession, Event, EventType, Method, Next,
    OnlineRecorder, PlayerTime, ResponseError, RetryAfter, Session, SessionStart,
    SessionStartParams, Uploaded,
};
use senders::{Sender, Target};
use server::{Scripted, Server};

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
        .channel("Größe, 大きさ, \u{1F3AC}")
        .build();
    SessionStart::new(at(0), params)
}

fn session() -> DownloadedSession {
    Session::downloaded(start()).play(at(1)).ping(at(11)).complete(at(60))
}

/// Valid as Rust, refused by the documents: the key is not one of theirs.
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

    let answer = sender.send(to, call.clone());
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
    answer
}

#[test]
fn an_online_session() {
    with_each(|_, send| {
        let opened = Created::from_response(&send(Call::start(&start()).unwrap()));
        let id = opened.unwrap().session_id;
        assert_eq!(id.as_str().len(), 64);
        for event in [Event::play(at(1)), Event::ping(at(11)), Event::session_end(at(12))] {
            let answer = send(Call::event(&id, &event).unwrap());
            assert_eq!(answer.status(), StatusCode::NO_CONTENT);
            assert!(Accepted::from_response(&answer).is_ok());
        }
        // It is closed now; and another was never there.
        let closed =
            Accepted::from_response(&send(Call::event(&id, &Event::ping(at(13))).unwrap()));
        let closed = closed.unwrap_err();
        assert_eq!(closed, ResponseError::SessionLost { status: StatusCode::GONE });
        assert_eq!(closed.next(), Next::StartNewSession);
        let unknown = "a/../b ?#%".parse().unwrap();
        let lost = send(Call::event(&unknown, &Event::ping(at(13))).unwrap());
        let lost = Accepted::from_response(&lost).unwrap_err();
        assert_eq!(lost, ResponseError::SessionLost { status: StatusCode::NOT_FOUND });
        assert_eq!(lost.next(), Next::StartNewSession);
    });
}

#[test]
fn a_downloaded_session() {
    with_each(|_, send| {
        for call in [Call::upload, Call::upload_legacy] {
            assert!(Uploaded::from_response(&send(call(&session()).unwrap())).is_ok());

            let refused = Uploaded::from_response(&send(call(&with_unknown_key()).unwrap()));
            let refused = refused.unwrap_err();
            assert_eq!(refused.next(), Next::FixOrSetAside);
            let ResponseError::Rejected { status, message, violations } = refused else {
                panic!("{refused}")
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
fn a_schema_document() {
    with_each(|_, send| {
        let answer = send(Call::schema(EventType::AdStart));
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "application/json");
        assert_eq!(answer.body(), &server::document("adStart"));
    });
}

/// A collector that loses the session in the middle: nothing that was recorded is lost.
#[test]
fn a_session_is_opened_again() {
    with_each(|server, send| {
        let mut recorder = OnlineRecorder::new(start());
        recorder.play(at(1)).unwrap();
        recorder.ping(at(11)).unwrap();
        recorder.finish(at(60));
        let mut answers = Vec::new();
        while let Some(call) = recorder.next_call().unwrap() {
            if answers.len() == 2 {
                server.script(Scripted { status: 404, headers: vec![], body: "" });
            }
            let answer = recorder.answered(&send(call)).unwrap();
            answers.push(match answer {
                Answer::Opened(_) => "opened",
                Answer::Taken => "taken",
                Answer::Reopening => "reopening",
                other => panic!("{other:?}"),
            });
        }
        assert!(recorder.is_done());
        assert_eq!(
            answers,
            // The start and the play; the lost ping; the new start, the play again, and the rest.
            ["opened", "taken", "reopening", "opened", "taken", "taken", "taken", "taken"]
        );
    });
}

/// What each answer means for a start, an event and an upload.
#[test]
fn answers_that_are_no_success() {
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
            let answer = send(Call::start(&start()).unwrap());
            assert_eq!(Created::from_response(&answer).as_ref(), Err(start_error));

            server.script(scripted(body));
            let id = "3f2a".parse().unwrap();
            let answer = send(Call::event(&id, &Event::ping(at(1))).unwrap());
            assert_eq!(Accepted::from_response(&answer).as_ref(), Err(event_error));

            server.script(scripted(body));
            let answer = send(Call::upload(&session()).unwrap());
            assert_eq!(Uploaded::from_response(&answer).as_ref(), Err(upload_error));
        }
    });
}

#[test]
fn only_201_with_a_location_opens_a_session() {
    with_each(|server, send| {
        let answered = |status, headers, body| {
            server.script(Scripted { status, headers, body });
            Created::from_response(&send(Call::start(&start()).unwrap()))
        };
        let location = vec![("location", "/api/v1/sessions/3f2a")];
        assert_eq!(answered(201, vec![], ""), Err(ResponseError::NoSessionId));
        let elsewhere = vec![("location", "/login")];
        assert_eq!(answered(201, elsewhere, ""), Err(ResponseError::NoSessionId));
        let unexpected = Err(ResponseError::Unexpected { status: StatusCode::OK });
        assert_eq!(answered(200, location.clone(), ""), unexpected);
        assert_eq!(answered(200, vec![], "{}"), unexpected);
        let created = answered(201, location, "surprise").unwrap();
        assert_eq!(created.session_id.as_str(), "3f2a");
        let elsewhere = vec![("location", "https://other.example/api/v1/sessions/3f2a/?x=1")];
        assert_eq!(answered(201, elsewhere, ""), Ok(created));
    });
}

#[test]
fn only_201_takes_an_upload() {
    with_each(|server, send| {
        let answered = |status, body| {
            server.script(Scripted { status, headers: vec![], body });
            Uploaded::from_response(&send(Call::upload(&session()).unwrap()))
        };
        assert!(answered(201, "").is_ok());
        for status in [200, 202, 204] {
            let body = if status == 204 { "" } else { "please log in" };
            let status_code = StatusCode::from_u16(status).unwrap();
            let unexpected = ResponseError::Unexpected { status: status_code };
            assert_eq!(answered(status, body), Err(unexpected));
        }
        // A refusal without a word is a refusal.
        let refused = answered(400, "").unwrap_err();
        let status = StatusCode::BAD_REQUEST;
        let silent = ResponseError::Rejected { status, message: None, violations: Vec::new() };
        assert_eq!(refused, silent);
    });
}
