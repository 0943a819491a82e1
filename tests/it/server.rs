//! The server's side, and both sides meeting in the middle.

use media_collection::error::{NextStep, ResponseError};
use media_collection::http::{Method, Request, Response, StatusCode};
use media_collection::{
    Accepted, Collector, Created, DownloadedSession, Event, EventType, Incoming, Policy, Rejection,
    SessionId, SessionStart, Uploaded,
};
use serde_json::{Value, json};

use crate::fixtures::captures::captured_requests;
use crate::fixtures::files;

fn post(path: &str, body: impl Into<Vec<u8>>) -> Request<Vec<u8>> {
    Request::post(path).body(body.into()).unwrap()
}

fn decode(request: &Request<Vec<u8>>) -> Result<Incoming, Rejection> {
    Incoming::decode(request, &Policy::strict())
}

fn start() -> Value {
    files::minimal_events().swap_remove(0)
}

fn start_with_flag(flag: Option<bool>) -> Value {
    let mut start = start();
    if let Some(flag) = flag {
        start["params"]["media.downloaded"] = flag.into();
    }
    start
}

fn play() -> Value {
    json!({ "eventType": "play", "playerTime": { "playhead": 0, "ts": 1_700_000_000_001_i64 } })
}

/// The places and keywords of a 400.
fn refusal(request: &Request<Vec<u8>>) -> Vec<(String, String)> {
    match decode(request) {
        Err(Rejection::Invalid { violations, .. }) => {
            violations.into_iter().map(|found| (found.pointer, found.keyword)).collect()
        }
        other => panic!("not rejected with 400: {other:?}"),
    }
}

fn refused(path: &str, body: &Value, pointer: &str, keyword: &str) {
    let found = refusal(&post(path, body.to_string()));
    assert_eq!(found, [(pointer.to_owned(), keyword.to_owned())], "{body}");
}

#[test]
fn captured_requests_come_in() {
    for request in captured_requests() {
        let incoming = decode(&post(&request.path, request.raw.clone()));
        match incoming {
            Ok(Incoming::Start(_)) => assert!(request.path.ends_with("/sessions")),
            Ok(Incoming::Event { session_id, .. }) => {
                assert!(request.path.contains(session_id.as_str()));
            }
            Ok(Incoming::LegacyBatch(session)) => {
                assert!(request.raw.starts_with('['));
                let again = decode(&post("/api/v1/downloaded", request.raw.clone()));
                assert_eq!(again, Ok(Incoming::Downloaded(session)));
            }
            Err(rejection) => {
                assert_eq!(request.capture, "js-online-odd_playheads", "{rejection}");
                assert!(request.raw.contains(r#""playhead":null"#));
            }
            other => panic!("{}: {other:?}", request.capture),
        }
    }
}

#[test]
fn the_downloaded_endpoint_takes_sessions() {
    for flag in [None, Some(true)] {
        let body = json!([start_with_flag(flag), play()]).to_string();
        let incoming = decode(&post("/api/v1/downloaded", body)).unwrap();
        let Incoming::Downloaded(session) = incoming else { panic!("{incoming:?}") };
        assert_eq!(session.len(), 2);
    }
    let path = "/api/v1/downloaded";
    let flag = "/0/params/media.downloaded";
    refused(path, &json!([start_with_flag(Some(false))]), flag, "downloaded-flag-not-false");
    refused(path, &json!([]), "", "session-not-empty");
    refused(path, &json!([play()]), "/0", "session-start-first");
    refused(path, &json!([start(), start()]), "/1", "one-session-start");
    refused(path, &start(), "", "type");
    // One invalid event refuses the batch.
    let mut bad = play();
    bad["playerTime"]["playhead"] = Value::Null;
    refused(path, &json!([start(), play(), bad]), "/2/playerTime/playhead", "type");
}

#[test]
fn the_sessions_endpoint_takes_starts_and_the_deprecated_batches() {
    let path = "/api/v1/sessions";
    for flag in [None, Some(false)] {
        let incoming = decode(&post(path, start_with_flag(flag).to_string())).unwrap();
        assert!(matches!(incoming, Incoming::Start(_)));
    }
    let flag = "/params/media.downloaded";
    refused(path, &start_with_flag(Some(true)), flag, "downloaded-flag-not-online");
    refused(path, &play(), "/eventType", "only-start-opens");

    let batch = json!([start_with_flag(Some(true)), play()]).to_string();
    let incoming = decode(&post(path, format!(" \n{batch}"))).unwrap();
    assert!(matches!(incoming, Incoming::LegacyBatch(_)));
    let flag = "/0/params/media.downloaded";
    for wrong in [None, Some(false)] {
        refused(path, &json!([start_with_flag(wrong)]), flag, "downloaded-flag-set");
    }
    refused(path, &json!([]), "", "session-not-empty");
}

#[test]
fn the_events_endpoint_takes_everything_but_starts() {
    let path = "/prefix/api/v1/sessions/3f2a/events";
    let incoming = decode(&post(path, play().to_string())).unwrap();
    let Incoming::Event { session_id, event } = incoming else { panic!("{incoming:?}") };
    assert_eq!(session_id, SessionId::new("3f2a").unwrap());
    assert_eq!(event.event_type(), Some(EventType::Play));
    refused(path, &start(), "/eventType", "only-start-opens");
    refused(path, &json!([play()]), "", "type");
}

#[test]
fn tolerant_servers_keep_what_they_do_not_know() {
    let newer =
        json!([start(), { "eventType": "applause", "playerTime": { "playhead": 1, "ts": 2 } }]);
    let request = post("/api/v1/downloaded", newer.to_string());
    assert!(decode(&request).is_err());
    let incoming = Incoming::decode(&request, &Policy::tolerant()).unwrap();
    let Incoming::Downloaded(session) = incoming else { panic!("{incoming:?}") };
    assert_eq!(session.events()[0].event_name(), "applause");
}

#[test]
fn limits_are_rejected_with_413() {
    let batch = json!([start(), play(), play()]).to_string();
    let request = post("/api/v1/downloaded", batch);
    for policy in [Policy::strict().with_max_bytes(100), Policy::strict().with_max_events(2)] {
        let rejection = Incoming::decode(&request, &policy).unwrap_err();
        assert_eq!(rejection.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }
}

#[test]
fn a_long_list_of_violations_is_capped_and_says_so() {
    let mut event = play();
    for key in 0..10_000 {
        event[format!("unknown{key}")] = 0.into();
    }
    let response =
        decode(&post("/api/v1/sessions/x/events", event.to_string())).unwrap_err().into_response();
    assert_eq!(response.status(), 400);
    let body: Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(body["violations"].as_array().map(Vec::len), Some(1_000));
    let message = body["message"].as_str().unwrap();
    assert_eq!(message, "the body has 10000 violations; the first 1000 are listed");
}

#[test]
fn rejections_name_no_values() {
    let secret = "s3cr3t";
    let mut event = start();
    event["params"]["media.length"] = secret.into();
    event["params"]["visitor.marketingCloudUserId"] = json!([secret]);
    event["customMetadata"] = json!({ "key": { "deep": secret } });
    let rejection = decode(&post("/api/v1/sessions", event.to_string())).unwrap_err();
    let shown = format!("{rejection} {rejection:?}");
    let body = String::from_utf8(rejection.into_response().into_body()).unwrap();
    assert!(body.contains("/params/media.length") && !body.contains(secret), "{body}");
    assert!(!shown.contains(secret), "{shown}");
}

/// A body member that is there on every response, and the documented headers.
fn headers(response: &Response<Vec<u8>>) {
    let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap());
    assert_eq!(header("access-control-allow-origin"), Some("*"));
    assert_eq!(header("access-control-allow-methods"), Some("OPTIONS,POST,PUT"));
    assert_eq!(header("access-control-allow-headers"), Some("Content-Type"));
    assert_eq!(header("access-control-expose-headers"), Some("Location"));
}

#[test]
fn every_response_of_a_server_is_an_outcome_of_a_client() {
    let id = SessionId::new("a b/c").unwrap();
    let response = Created::new(id.clone()).into_response();
    headers(&response);
    assert_eq!(response.status(), 201);
    assert_eq!(response.headers()["location"], "/api/v1/sessions/a%20b%2Fc");
    assert_eq!(response.headers()["content-type"], "application/octet-stream");
    assert_eq!(Created::from_response(&response), Ok(Created::new(id)));

    let response = Accepted::new().into_response();
    headers(&response);
    assert_eq!(response.status(), 204);
    assert!(Accepted::from_response(&response).is_ok());

    let response = Uploaded::new().into_response();
    headers(&response);
    assert!(Uploaded::from_response(&response).is_ok());

    for (rejection, status, next) in [
        (
            decode(&post("/api/v1/sessions/x/events", "{}")).unwrap_err(),
            400,
            NextStep::FixOrSetAside,
        ),
        (Rejection::UnknownSession, 404, NextStep::StartNewSession),
        (Rejection::ClosedSession, 410, NextStep::StartNewSession),
        (Rejection::MethodNotAllowed { allowed: "POST" }, 405, NextStep::CheckAddress),
        (Rejection::TooLarge { message: "limit".to_owned() }, 413, NextStep::FixOrSetAside),
    ] {
        let response = rejection.into_response();
        headers(&response);
        assert_eq!(response.status(), status);
        assert_eq!(response.headers()["content-type"], "application/json");
        let body: Value = serde_json::from_slice(response.body()).unwrap();
        assert!(body["message"].is_string() && body["violations"].is_array());
        let error = Accepted::from_response(&response).unwrap_err();
        assert_eq!(error.next(), next, "{error}");
        if let ResponseError::Rejected { violations, .. } = &error
            && status == 400
        {
            let places: Vec<_> = violations.iter().map(|found| found.pointer.as_str()).collect();
            assert_eq!(places, ["/eventType", "/playerTime"]);
        }
    }
    let response = Rejection::NoEndpoint.into_response();
    let error = Uploaded::from_response(&response).unwrap_err();
    assert_eq!(error.next(), NextStep::CheckAddress);
    let response = decode(&Request::get("/api/v1/downloaded").body(Vec::new()).unwrap());
    let response = response.unwrap_err().into_response();
    assert_eq!(response.headers()["allow"], "POST, OPTIONS");
}

#[test]
fn schemas_and_preflights_get_their_responses() {
    let collector: Collector = "http://localhost/va".parse().unwrap();
    for event_type in EventType::ALL {
        let request = collector.schema(*event_type);
        assert_eq!(decode(&request), Ok(Incoming::Schema(*event_type)));
        let response = event_type.schema_response();
        headers(&response);
        assert_eq!(response.headers()["content-type"], "application/json");
        let schema: Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(schema["$ref"], format!("#/definitions/{event_type}"));
    }
    let request = Request::builder()
        .method(Method::OPTIONS)
        .uri("/api/v1/sessions/x/events")
        .body(Vec::new())
        .unwrap();
    assert_eq!(decode(&request), Ok(Incoming::Preflight));
    let response = Incoming::preflight_response();
    headers(&response);
    assert_eq!(response.status(), 204);
}

#[test]
fn what_a_client_sends_is_what_a_server_reads() {
    let collector: Collector = "https://example.com/a/b".parse().unwrap();
    let start: SessionStart = serde_json::from_value(start()).unwrap();
    assert_eq!(
        decode(&collector.start(&start).unwrap()),
        Ok(Incoming::Start(Box::new(start.clone())))
    );
    let event: Event = serde_json::from_value(play()).unwrap();
    let session_id = SessionId::new("../x?y#z").unwrap();
    let request = collector.event(&session_id, &event).unwrap();
    assert_eq!(decode(&request), Ok(Incoming::Event { session_id, event: event.clone() }));

    let session = DownloadedSession::try_from(vec![start.into(), event]).unwrap();
    let request = collector.upload(&session).unwrap();
    assert_eq!(decode(&request), Ok(Incoming::Downloaded(Box::new(session.clone()))));
    let request = collector.upload_legacy(&session).unwrap();
    assert_eq!(decode(&request), Ok(Incoming::LegacyBatch(Box::new(session))));
}

/// Without this the body of a client that compresses would be "not UTF-8".
#[test]
fn an_encoded_body_is_told() {
    let body = b"\x1f\x8b".to_vec();
    for (encoding, status) in
        [("gzip", 415), ("br", 415), ("GZIP", 415), ("identity", 400), ("Identity", 400), ("", 400)]
    {
        let request = Request::post("/api/v1/sessions").header("Content-Encoding", encoding);
        let request = request.body(body.clone()).unwrap();
        let rejection = Incoming::decode(&request, &Policy::strict()).unwrap_err();
        assert_eq!(rejection.status(), status, "{encoding}");
        let response = rejection.into_response();
        let accepted = response.headers().get("Accept-Encoding");
        assert_eq!(accepted.is_some_and(|accepted| accepted == "identity"), status == 415);
    }
    // Nothing is wrong with the header where there is no body.
    let request = Request::options("/api/v1/sessions").header("Content-Encoding", "gzip");
    let preflight = Incoming::decode(&request.body(Vec::new()).unwrap(), &Policy::strict());
    assert_eq!(preflight, Ok(Incoming::Preflight));
}
