//! What is rejected, and how the reply says so.

use media_collection::edge::{Incoming, IncomingOptions, ReadOptions, Reason};
use media_collection::http::{Method, Request, header};
use media_collection::{Policy, edge};
use serde_json::{Value, json};

use super::{SDK, answer, answered, body, event, post, start};

const TYPE: &str = "https://ns.adobe.com/aep/errors/";

fn with(mut item: Value, pointer: &str, value: Value) -> Value {
    let (around, key) = pointer.rsplit_once('/').unwrap();
    item.pointer_mut(around).unwrap()[key] = value;
    item
}

fn without(mut item: Value, pointer: &str) -> Value {
    let (around, key) = pointer.rsplit_once('/').unwrap();
    item.pointer_mut(around).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    item
}

/// An invalid start is no 400: the reply has the error, and no session.
#[test]
fn an_invalid_start() {
    let item = without(start("a"), "/xdm/mediaCollection/sessionDetails/name");
    let item = with(item, "/xdm/timestamp", json!("today"));
    let item = with(item, "/xdm/mediaCollection/playhead", json!(-1));
    let (status, reply) = answered(&format!("/ee/va/v1/sessionStart?{SDK}"), &body(&[item]));
    assert_eq!(status, 207);
    assert_eq!(reply["requestId"], "3f0c6f0e-6a51");
    assert!(!reply["handle"].to_string().contains("new-session"), "{reply}");
    assert_eq!(reply["errors"].as_array().unwrap().len(), 1);
    let error = &reply["errors"][0];
    assert_eq!(error["type"], format!("{TYPE}va-edge-0400-400"));
    assert_eq!((&error["status"], &error["title"]), (&json!(400), &json!("Invalid request")));
    assert_eq!(error["report"]["eventIndex"], 0);
    let mut details = error["report"]["details"].as_array().unwrap().clone();
    details.sort_by_key(|detail| detail["name"].to_string());
    let names: Vec<_> = details.iter().map(|detail| detail["name"].as_str().unwrap()).collect();
    let expected = [
        "$.xdm.mediaCollection.playhead",
        "$.xdm.mediaCollection.sessionDetails.name",
        "$.xdm.timestamp",
    ];
    assert_eq!(names, expected);
    assert_eq!(details[1]["reason"], "Missing required field");
    assert!(details[2]["reason"].as_str().unwrap().contains("ISO 8601"), "{details:?}");
}

/// Of several starts, those that are valid open sessions.
#[test]
fn one_invalid_start_of_several() {
    let wrong = without(start("b"), "/xdm/mediaCollection/sessionDetails/channel");
    let several = body(&[start("a"), wrong, start("c"), json!(5)]);
    let (status, reply) = answered("/ee/va/v1/sessionStart?configId=1", &several);
    assert_eq!(status, 207);
    let opened = reply["handle"].as_array().unwrap().iter();
    let opened = opened.filter(|handle| handle["type"] == "media-analytics:new-session");
    assert_eq!(opened.map(|handle| &handle["eventIndex"]).collect::<Vec<_>>(), [0, 2]);
    let errors = reply["errors"].as_array().unwrap();
    let places: Vec<_> = errors
        .iter()
        .map(|error| (&error["report"]["eventIndex"], &error["report"]["details"][0]["name"]))
        .collect();
    assert_eq!(
        places,
        [
            (&json!(1), &json!("$.xdm.mediaCollection.sessionDetails.channel")),
            (&json!(3), &json!("$"))
        ]
    );
}

/// What is wrong around the events rejects them all.
#[test]
fn an_invalid_request_with_a_start() {
    for (changed, name) in [
        (json!({}), "$.events"),
        (json!({"events": []}), "$.events"),
        (json!({"events": {}}), "$.events"),
        (json!([]), "$"),
        (json!({"events": [start("a")], "xdm": {"identityMap": []}}), "$.xdm.identityMap"),
    ] {
        let (status, reply) = answered("/ee/va/v1/sessionStart?configId=1", &changed);
        assert_eq!(status, 207, "{changed}");
        let report = &reply["errors"][0]["report"];
        assert_eq!(report["details"][0]["name"], name, "{changed} {reply}");
        assert!(report.get("eventIndex").is_none(), "{reply}");
        assert!(!reply["handle"].to_string().contains("new-session"), "{reply}");
    }
}

/// An invalid event is a 400 with every violation.
#[test]
fn faults_around_the_events_hide_none_within() {
    let mut start = without(start("one"), "/xdm/mediaCollection/playhead");
    start["xdm"]["identityMap"] = json!({"email": 7});
    let mut whole = body(&[start]);
    whole["meta"] = json!(3);
    whole["xdm"] = json!({"identityMap": {"FPID": 5}});
    let (status, answer) = answered("/ee/va/v1/sessionStart?configId=1", &whole);
    assert_eq!(status, 207);
    let details = answer["errors"].as_array().unwrap().iter();
    let details = details.flat_map(|error| error["report"]["details"].as_array().unwrap());
    let mut names: Vec<_> = details.map(|detail| detail["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "$.meta",
            "$.xdm.identityMap.FPID",
            "$.xdm.identityMap.email",
            "$.xdm.mediaCollection.playhead"
        ]
    );
}

#[test]
fn an_invalid_event() {
    let item = without(event("adStart"), "/xdm/mediaCollection/playhead");
    let item = with(item, "/xdm/mediaCollection/sessionID", json!("a".repeat(63)));
    let request = Request::post(format!("/ee/va/v1/adStart?{SDK}"));
    let response = answer(&request.body(body(&[item]).to_string().into_bytes()).unwrap());
    assert_eq!(response.status(), 400);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
    let problem: Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(problem["type"], format!("{TYPE}va-edge-0400-400"));
    assert_eq!((&problem["status"], &problem["title"]), (&json!(400), &json!("Bad Request")));
    assert!(problem["detail"].is_string());
    assert_eq!(problem["report"]["requestId"], "3f0c6f0e-6a51");
    let details = problem["report"]["details"].as_array().unwrap();
    let reason = |name: &str| {
        let found = details.iter().find(|detail| detail["name"] == name);
        found.unwrap_or_else(|| panic!("{name} {problem}"))["reason"].as_str().unwrap()
    };
    let media = "$.events[0].xdm.mediaCollection";
    assert_eq!(details.len(), 3);
    assert_eq!(reason(&format!("{media}.playhead")), "Missing required field");
    assert_eq!(reason(&format!("{media}.advertisingDetails")), "Missing required field");
    let length = reason(&format!("{media}.sessionID"));
    assert!(length.contains("InvalidApiSidLength=63"), "{length}");
}

#[test]
fn the_second_of_two_events() {
    let item = with(event("ping"), "/xdm/mediaCollection/sessionID", json!("é".repeat(65)));
    let (status, problem) = answered("/ee/va/v1/ping", &body(&[event("ping"), item]));
    assert_eq!(status, 400);
    let details = &problem["report"]["details"];
    assert_eq!(details[0]["name"], "$.events[1].xdm.mediaCollection.sessionID");
    assert!(details[0]["reason"].as_str().unwrap().ends_with("InvalidApiSidLength=65"));
}

#[test]
fn an_empty_update_of_states() {
    let item = with(event("statesUpdate"), "/xdm/mediaCollection/statesStart", json!([]));
    let (status, problem) = answered("/ee/va/v1/statesUpdate", &body(&[item]));
    assert_eq!(status, 400);
    assert_eq!(problem["report"]["details"][0]["name"], "$.events[0].xdm.mediaCollection");
}

/// The type of the event is not that of the path: one text, in Adobe's words.
#[test]
fn an_event_of_another_type() {
    for (path, name) in [
        ("play", "ping"),
        ("chapterStart", "adBreakStart"),
        ("sessionStart", "play"),
        ("play", "sessionStart"),
        ("downloaded", "sessionStart"),
        ("ping", "nothing"),
    ] {
        let (status, problem) =
            answered(&format!("/ee/va/v1/{path}?configId=1"), &body(&[event(name)]));
        assert_eq!(status, 400, "{path} {name}");
        assert_eq!(problem["type"], format!("{TYPE}va-edge-0400-400"));
        let text = problem["report"]["details"].as_str().unwrap();
        assert!(text.contains(path) && text.contains(name) && !text.contains("media."), "{text}");
    }
    // The published contract names it wrongly.
    let skip = with(event("adSkip"), "/xdm/eventType", json!("media.adBreakSkip"));
    assert_eq!(answered("/ee/va/v1/adSkip", &body(&[skip])).0, 204);
}

#[test]
fn sessions_that_are_not_open() {
    for (first, status, code) in [('a', 404, "va-edge-0404-404"), ('c', 410, "va-edge-0410-410")] {
        let id = first.to_string().repeat(64);
        let item = with(event("play"), "/xdm/mediaCollection/sessionID", json!(id));
        let (found, problem) = answered(&format!("/ee/va/v1/play?{SDK}"), &body(&[item]));
        assert_eq!(found, status);
        assert_eq!(problem["type"], format!("{TYPE}{code}"));
        assert_eq!(problem["status"], status);
        assert!(problem["report"]["details"].is_string(), "{problem}");
        assert_eq!(problem["report"]["requestId"], "3f0c6f0e-6a51");
    }
}

/// What the gateway before Media Analytics says.
#[test]
fn the_gateway() {
    let valid = body(&[start("a")]).to_string();
    let large = format!("{valid}{}", " ".repeat(65_536));
    for (path, text, status, code) in [
        ("/ee/va/v1/sessionStart", &*valid, 400, "EXEG-0002-400"),
        ("/ee/va/v1/sessionStart?configId=", &valid, 400, "EXEG-0002-400"),
        ("/ee/va/v1/downloaded", &valid, 400, "EXEG-0002-400"),
        ("/ee/v1/interact", &valid, 400, "EXEG-0002-400"),
        ("/ee/va/v1/sessionStart?configId=1", "", 408, "EXEG-0109-408"),
        ("/ee/va/v1/play", "", 408, "EXEG-0109-408"),
        ("/ee/va/v1/play", "{", 400, "EXEG-0101-400"),
        ("/ee/va/v1/sessionStart?configId=1", "{\"events\":", 400, "EXEG-0101-400"),
        ("/ee/va/v1/play", "events=1", 400, "EXEG-0101-400"),
        ("/ee/v1/interact?configId=1", "<xml>", 400, "EXEG-0101-400"),
        ("/ee/v1/interact?configId=1", "{}", 400, "EXEG-0103-400"),
        ("/ee/va/v1/sessionStart?configId=1", &large, 413, "EXEG-0112-413"),
        ("/ee/va/v1/play", &large, 413, "EXEG-0112-413"),
        ("/ee/v1/interact?configId=1", &large, 413, "EXEG-0112-413"),
    ] {
        let response = answer(&post(path, text));
        assert_eq!(response.status(), status, "{path} {text:.20}");
        assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
        let problem: Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(problem["type"], format!("{TYPE}{code}"));
        assert_eq!(problem["status"], status);
        assert!(problem["title"].is_string() && problem["detail"].is_string(), "{problem}");
    }
}

#[test]
fn content_types_and_encodings_that_are_not_read() {
    let text = body(&[event("play")]).to_string();
    for (name, value) in [
        (header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
        (header::CONTENT_TYPE, "application/xml"),
        (header::CONTENT_TYPE, "application/x-jackson-smile"),
        (header::CONTENT_TYPE, "application/jsonp"),
        (header::CONTENT_ENCODING, "br"),
    ] {
        let request = Request::post("/ee/va/v1/play").header(&name, value);
        let response = answer(&request.body(text.clone().into_bytes()).unwrap());
        assert_eq!(response.status(), 415, "{value}");
        let problem: Value = serde_json::from_slice(response.body()).unwrap();
        let code = problem["type"] == format!("{TYPE}EXEG-0111-415");
        assert_eq!(code, name == header::CONTENT_TYPE, "{problem}");
    }
}

#[test]
fn methods_and_paths() {
    let of = |method: Method, path: &str| {
        let request = Request::builder().method(method).uri(path);
        answer(&request.body(b"{}".to_vec()).unwrap())
    };
    assert_eq!(of(Method::GET, "/ee/va/v1/play").status(), 405);
    assert_eq!(of(Method::GET, "/ee/v1/interact").headers()[header::ALLOW], "POST, OPTIONS");
    assert_eq!(of(Method::POST, "/ee/va/v1/Play").status(), 404);
    assert_eq!(of(Method::POST, "/api/v1/sessions").status(), 404);
}

/// A server may know its datastreams, or not care.
#[test]
fn datastreams() {
    let text = body(&[start("a")]).to_string();
    let status = |query: &str, options: &IncomingOptions| {
        let request = post(&format!("/ee/va/v1/sessionStart{query}"), &text);
        Incoming::decode(&request, options).map_or_else(|error| error.reason, |_| Reason::Empty)
    };
    let known = IncomingOptions::new().with_datastream("a").with_datastream("b");
    let any = IncomingOptions::new().without_datastream();
    assert_eq!(status("?configId=b", &known), Reason::Empty);
    assert_eq!(status("?configId=c", &known), Reason::UnknownDatastream);
    assert_eq!(status("", &known), Reason::NoDatastream);
    assert_eq!(status("", &any), Reason::Empty);
    assert_eq!(Reason::UnknownDatastream.status(), 400);
}

/// A tolerant server takes what the contract requires and others leave out.
#[test]
fn a_tolerant_server() {
    let read = ReadOptions::new().with_policy(Policy::tolerant()).with_arrived(1_767_323_045_678);
    let tolerant = IncomingOptions::new().with_read(read);
    let item = without(start("a"), "/xdm/timestamp");
    let item = without(item, "/xdm/mediaCollection/sessionDetails/channel");
    let request = post("/ee/va/v1/sessionStart?configId=1", body(&[item]).to_string());
    let decode = |options: &IncomingOptions| match Incoming::decode(&request, options) {
        Ok(Incoming::Request(received)) => *received,
        other => panic!("{other:?}"),
    };
    let strict = decode(&IncomingOptions::new());
    assert_eq!((strict.items.len(), strict.errors.len()), (0, 1));
    let tolerant = decode(&tolerant);
    let [edge::ReceivedItem { content: edge::ReceivedContent::Start(item), .. }] =
        &tolerant.items[..]
    else {
        panic!("{tolerant:?}");
    };
    assert_eq!(item.content.player_time.ts, 1_767_323_045_678);
}
