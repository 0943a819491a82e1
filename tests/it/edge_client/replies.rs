//! What each response means, by sections 3.1 to 3.4 of the facts.

use media_collection::edge::{Answer, Handle, Problem, ProblemReport};
use media_collection::error::{NextStep, ResponseError};
use media_collection::http::{Response, StatusCode};
use media_collection::{Accepted, Api, Created, ResponseParts, Uploaded};
use serde_json::{Value, json};

use super::{invalid, response, unknown};

const ID: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// As the samples of the contract have it, in another order.
fn opened() -> Value {
    json!({"requestId": "r1", "handle": [
        {"payload": [{"scope": "Target", "hint": "35", "ttlSeconds": 1800},
                     {"scope": "EdgeNetwork", "hint": "or2", "ttlSeconds": 1800}], "type": "locationHint:result"},
        {"payload": [{"key": "kndctr_0A1B2C_AdobeOrg_identity", "value": "v", "maxAge": 34_128_000}], "type": "state:store"},
        {"payload": [{"a": 1}], "type": "of a newer server", "new": 1},
        {"payload": [{"sessionId": ID}], "type": "media-analytics:new-session", "eventIndex": 0}]})
}

fn text(status: u16, body: &str) -> Response<Vec<u8>> {
    Response::builder().status(status).body(body.as_bytes().to_vec()).unwrap()
}

#[test]
fn a_session_opens_in_every_form_of_the_answer() {
    let pretty = serde_json::to_string_pretty(&opened()).unwrap();
    let fragment = |handles: Value| json!({"requestId": "r1", "handle": handles}).to_string();
    let handles = opened()["handle"].as_array().unwrap().clone();
    let streamed = format!(
        "\u{0}{}\n\u{0}{}\n",
        fragment(json!(handles[..2])),
        fragment(json!(handles[2..])),
    );
    let mut odd = opened();
    odd["handle"].as_array_mut().unwrap().insert(0, json!(5));
    odd["handle"][1]["payload"] = json!([7, {"scope": "EdgeNetwork", "hint": "or2"}]);
    odd["warnings"] = json!({"new": "form"});
    let mut upper = opened();
    upper["handle"][3]["payload"] = json!([{"sessionID": ID}]);
    let upstream = json!({"type": "https://ns.adobe.com/aep/errors/EXEG-0201-503", "status": 503});
    let mut partly = opened();
    partly["errors"] = json!([upstream]);
    for (status, body) in [
        (200, opened().to_string()),
        (200, pretty),
        (200, streamed),
        (200, odd.to_string()),
        (200, upper.to_string()),
        (207, partly.to_string()),
        (202, opened().to_string()),
    ] {
        let created = Created::from_response(&text(status, &body)).unwrap();
        assert_eq!((created.session_id.as_str(), created.api), (ID, Api::MediaEdge), "{body}");
        assert_eq!(created.connection.hint(), Some("or2"), "{body}");
    }
    let created = Created::from_response(&text(200, &opened().to_string())).unwrap();
    assert_eq!(created.connection.state()[0].max_age, 34_128_000);
    assert!(!format!("{created:?}").contains("\"v\""), "values of cookies are hidden");
}

#[test]
fn a_start_that_opened_no_session_says_why() {
    let answer = || Answer::new("r1");
    let media = invalid("$.xdm.mediaCollection.sessionDetails.name");
    let refused = response(207, &answer().with_error(media.clone()));
    let Err(ResponseError::Rejected { status, message, violations }) =
        Created::from_response(&refused)
    else {
        panic!("it is rejected")
    };
    assert_eq!(status, 207);
    assert_eq!(message.as_deref(), Some("Invalid request"));
    assert_eq!(violations[0].pointer, "/events/0/xdm/mediaCollection/sessionDetails/name");
    assert_eq!(violations[0].message, "Missing required field");

    // The contract's schema calls the list `report`.
    let mut other = serde_json::to_value(answer().with_error(media)).unwrap();
    let details = other["errors"][0]["report"]["details"].take();
    other["errors"][0]["report"] = json!({"report": details, "eventIndex": 0});
    let Err(ResponseError::Rejected { violations, .. }) =
        Created::from_response(&response(207, &other))
    else {
        panic!("it is rejected")
    };
    assert_eq!(violations.len(), 1);

    let error = Created::from_response(&response(200, &answer())).unwrap_err();
    assert_eq!(error, ResponseError::NoMediaAnalytics);
    assert_eq!(error.next(), NextStep::FixOrSetAside);

    let upstream = Problem::new("EXEG-0201-503", 503, "Unavailable");
    let error = Created::from_response(&response(207, &answer().with_error(upstream))).unwrap_err();
    assert!(matches!(error.next(), NextStep::TryLater(None)), "{error:?}");

    let unusable = answer().with_handle(Handle::new_session("..", 0));
    let error = Created::from_response(&response(200, &unusable)).unwrap_err();
    assert_eq!(error, ResponseError::NoSessionId);
}

/// What a response to an event leads to, as a word.
fn meaning(response: &Response<Vec<u8>>) -> String {
    match Accepted::from_response(response) {
        Ok(_) => "accepted".to_owned(),
        Err(error) => {
            let next = match error.next() {
                NextStep::FixOrSetAside => "set aside",
                NextStep::StartNewSession => "new session",
                NextStep::CheckAddress => "check",
                NextStep::TryLater(None) => "later",
                NextStep::TryLater(Some(_)) => "later, as asked",
                _ => "?",
            };
            next.to_owned()
        }
    }
}

#[test]
fn responses_to_events() {
    let gateway = |code: &str, status: u16| response(status, &Problem::new(code, status, "x"));
    let with_header = |mut response: Response<Vec<u8>>, value: &str| {
        response.headers_mut().insert("retry-after", value.parse().unwrap());
        response
    };
    let sid = invalid("$.events[0].xdm.mediaCollection.sessionID");
    for (response, expected) in [
        (text(204, ""), "accepted"),
        (text(200, ""), "accepted"),
        (response(200, &Answer::new("r1")), "accepted"),
        (
            response(207, &Answer::new("r1").with_error(Problem::new("EXEG-0201-503", 503, "x"))),
            "accepted",
        ),
        (response(207, &Answer::new("r1").with_error(invalid("$.xdm.timestamp"))), "set aside"),
        (response(207, &Answer::new("r1").with_error(unknown())), "new session"),
        (response(400, &invalid("$.events[0].xdm.timestamp")), "set aside"),
        // An id that the service does not take: no event of this session can arrive.
        (response(400, &sid), "new session"),
        (response(404, &unknown()), "new session"),
        (text(404, ""), "new session"),
        (text(410, ""), "new session"),
        (gateway("EXEG-0104-403", 403), "set aside"),
        (gateway("EXEG-0004-422", 422), "set aside"),
        (gateway("EXEG-0112-413", 413), "set aside"),
        (gateway("EXEG-0111-415", 415), "set aside"),
        (gateway("EXEG-0400-401", 401), "set aside"),
        // A portal or proxy: it says nothing about the event.
        (text(403, "<html>Sign in</html>"), "check"),
        (text(302, ""), "check"),
        (gateway("EXEG-0109-408", 408), "later"),
        (text(408, ""), "later"),
        (with_header(gateway("EXEG-0101-429", 429), "7"), "later, as asked"),
        (gateway("EXEG-0500-500", 500), "set aside"),
        (text(500, "<html>"), "later"),
        (gateway("EXEG-0202-502", 502), "later"),
        (
            with_header(gateway("EXEG-0201-503", 503), "Fri, 27 Nov 2026 08:00:00 GMT"),
            "later, as asked",
        ),
        (gateway("EXEG-0200-504", 504), "later"),
    ] {
        let body = String::from_utf8_lossy(response.body()).into_owned();
        assert_eq!(meaning(&response), expected, "{} {body}", response.status());
    }
}

#[test]
fn problems_say_what_is_wrong_in_every_form() {
    let rejected = |body: Value| match Accepted::from_response(&response(400, &body)) {
        Err(ResponseError::Rejected { message, violations, .. }) => (message, violations),
        other => panic!("{other:?}"),
    };
    let media = "https://ns.adobe.com/aep/errors/va-edge-0400-400";
    let (message, violations) = rejected(
        json!({"type": media, "status": 400, "title": "Bad Request",
        "detail": "Check your input.", "report": {"requestId": "r", "details": "play and ping differ"}}),
    );
    assert_eq!(message.as_deref(), Some("Bad Request: Check your input.: play and ping differ"));
    assert!(violations.is_empty());
    let (message, _) = rejected(json!({"type": media, "status": "400", "report": 5}));
    assert_eq!(message.as_deref(), Some("va-edge-0400-400"));
    let (_, violations) = rejected(json!({"type": media, "report": {"eventIndex": 2, "details": [
        {"name": "$.xdm.timestamp", "reason": "not ISO 8601"}, {"reason": "x"}, {"name": "$.events[1].xdm"}]}}));
    let pointers: Vec<_> = violations.iter().map(|found| found.pointer.as_str()).collect();
    assert_eq!(pointers, ["/events/2/xdm/timestamp", "", "/events/1/xdm"]);
    // Errors of a collector of the older API, and no problem at all.
    let (message, violations) =
        rejected(json!({"message": "m", "violations": [{"pointer": "/a"}]}));
    assert_eq!((message.as_deref(), violations.len()), (Some("m"), 1));
    let report = ProblemReport::new(Some("r".to_owned())).with_event_index(1);
    let problem = Problem::new("EXEG-0003-400", 400, "t").with_detail("d").with_report(report);
    let text = serde_json::to_value(&problem).unwrap();
    assert_eq!(serde_json::from_value::<Problem>(text).unwrap(), problem);
    assert!(!problem.is_of_media());
}

#[test]
fn responses_to_uploads() {
    let upstream = Problem::new("EXEG-0201-503", 503, "x");
    let answer = || Answer::new("r1");
    for (response, expected) in [
        (response(200, &opened()), Ok(())),
        // As the guide has it: without a session id.
        (response(200, &json!({"requestId": "r", "handle": []})), Ok(())),
        (
            response(
                207,
                &answer().with_handle(Handle::new_session(ID, 0)).with_error(upstream.clone()),
            ),
            Ok(()),
        ),
        (response(207, &answer().with_error(upstream)), Err("later")),
        (response(207, &answer().with_error(invalid("$.xdm.eventType"))), Err("set aside")),
        (response(400, &Problem::new("EXEG-0003-400", 400, "x")), Err("set aside")),
        (text(200, "<html>Sign in</html>"), Err("later")),
        (text(200, ""), Err("later")),
        (text(200, "{}"), Err("later")),
        (text(204, ""), Err("later")),
        (text(404, ""), Err("check")),
        (text(503, ""), Err("later")),
    ] {
        let body = String::from_utf8_lossy(response.body()).into_owned();
        let meaning =
            Uploaded::from_response(&response).map(drop).map_err(|error| match error.next() {
                NextStep::FixOrSetAside => "set aside",
                NextStep::CheckAddress => "check",
                _ => "later",
            });
        assert_eq!(meaning, expected, "{} {body}", response.status());
    }
}

#[test]
fn a_stack_without_the_http_crate_reads_the_same() {
    let body = opened().to_string();
    let parts = ResponseParts::new(200).unwrap().with_body(&body);
    assert_eq!(Created::from_response(parts).unwrap().session_id.as_str(), ID);
    let body = serde_json::to_vec(&unknown()).unwrap();
    let parts = ResponseParts::new(404).unwrap().with_body(&body);
    let lost = ResponseError::SessionLost { status: StatusCode::NOT_FOUND };
    assert_eq!(Accepted::from_response(parts), Err(lost));
}
