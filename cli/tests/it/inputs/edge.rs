//! Requests of Media Edge: what is read, and which session it belongs to.

use media_collection_cli::input::{self, Api, Input, Options, Requests};
use serde_json::{Value, json};

use super::parse;
use crate::process::payloads;

/// An id as Media Edge has them.
pub fn id(digit: char) -> String {
    std::iter::repeat_n(digit, 64).collect()
}

/// An item with an event; of a start the id is `None`.
pub fn item(event_type: &str, second: u32, id: Option<&str>) -> Value {
    let mut media = json!({"playhead": second});
    match id {
        Some(id) => media["sessionID"] = json!(id),
        None => {
            media["sessionDetails"] = json!({"name": "c1", "length": 60, "contentType": "vod",
                "playerName": "p1", "channel": "ch1"});
        }
    }
    json!({"xdm": {"eventType": format!("media.{event_type}"),
        "timestamp": format!("2023-11-14T22:13:{:02}.000Z", 20 + second), "mediaCollection": media}})
}

pub fn body(items: &[Value]) -> Value {
    json!({"events": items})
}

/// The response to a start.
pub fn opened(id: &str) -> Value {
    json!({"requestId": "r", "handle": [
        {"type": "locationHint:result", "payload": [{"scope": "EdgeNetwork", "hint": "or2"}]},
        {"type": "media-analytics:new-session", "eventIndex": 0, "payload": [{"sessionId": id}]}]})
}

fn entry(path: &str, body: &Value, status: u16, response: &Value) -> Value {
    json!({
        "request": {"method": "POST", "url": format!("https://edge.adobedc.net{path}?configId=1"),
            "postData": {"mimeType": "text/plain; charset=UTF-8", "text": body.to_string()}},
        "response": {"status": status, "headers": [], "content": {"text": response.to_string()}},
    })
}

fn har(entries: &[Value]) -> String {
    json!({"log": {"version": "1.2", "entries": entries}}).to_string()
}

/// The id of each session and the names of its events: all are valid.
fn sessions(input: &Input) -> Vec<(Option<String>, Vec<&str>)> {
    let sessions = input.sessions.iter().map(|session| {
        assert_eq!(session.api, Api::Edge);
        assert_eq!(session.problems, []);
        assert!(session.is_whole() && !session.is_unreadable);
        if let Requests::Each(requests) = &session.requests {
            assert_eq!(requests.len(), session.events.len());
        }
        (session.id.clone(), session.events.iter().map(|event| event.event_name()).collect())
    });
    sessions.collect()
}

fn parse_as(endpoint: &str, text: &str) -> Input {
    let options = Options { endpoint: Some(endpoint.to_owned()), ..Options::default() };
    input::parse_with(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{}", error.message))
}

/// Two sessions whose requests take turns, with the ids in the responses to the starts.
#[test]
fn sessions_are_told_apart_by_the_ids_in_responses() {
    let (a, b) = (id('a'), id('b'));
    let start = |second: u32| body(&[item("sessionStart", second, None)]);
    let event = |name: &str, second: u32, id: &str| body(&[item(name, second, Some(id))]);
    let none = Value::Null;
    let entries = [
        entry("/ee/v1/interact", &start(0), 200, &opened(&a)),
        entry("/ee/or2/va/v1/sessionStart", &start(1), 200, &opened(&b)),
        entry("/ee/or2/va/v1/play", &event("play", 2, &b), 204, &none),
        entry("/ee/va/v1/play", &event("play", 2, &a), 204, &none),
        entry("/ee-pre-prd/va/v1/sessionEnd", &event("sessionEnd", 3, &a), 204, &none),
        entry(
            "/ee/v1/interact",
            &json!({"events": [{"xdm": {"eventType": "web.click"}}]}),
            200,
            &none,
        ),
    ];
    let expected = [
        (Some(a.clone()), vec!["sessionStart", "play", "sessionEnd"]),
        (Some(b.clone()), vec!["sessionStart", "play"]),
    ];
    let input = parse(har(&entries));
    assert_eq!(sessions(&input), expected);
    assert!(input.notes.join("").contains("1 × request to other addresses"), "{:?}", input.notes);
    // A domain like those of tracking servers.
    let own = har(&entries).replace("edge.adobedc.net", "example.data.adobedc.net");
    assert_eq!(sessions(&parse(own)), expected);
    // The same as JSON Lines of a proxy, with the bodies as values, and streamed responses.
    let lines = entries.iter().map(|entry| {
        let text = |pointer: &str| entry.pointer(pointer).unwrap().as_str().unwrap();
        let body: Value = serde_json::from_str(text("/request/postData/text")).unwrap();
        json!({"url": text("/request/url"), "method": "POST", "request_body": body,
            "response_body": format!("\u{0}{}\n", text("/response/content/text"))})
        .to_string()
    });
    assert_eq!(sessions(&parse(lines.collect::<Vec<_>>().join("\n"))), expected);
    // As text: an address, a body, a response.
    let text = entries.iter().map(|entry| {
        let text = |pointer: &str| entry.pointer(pointer).unwrap().as_str().unwrap();
        let (url, body) = (text("/request/url"), text("/request/postData/text"));
        let response = text("/response/content/text");
        format!("22:13:20 POST {url}\n  body {body}\n  200 {response}\n")
    });
    assert_eq!(sessions(&parse(text.collect::<String>())), expected);
}

/// As the browser's developer tools copy requests, and as apps log them.
#[test]
fn calls_in_text_are_read() {
    let play = body(&[item("play", 1, Some("e1"))]).to_string();
    let quoted = Value::from(play.as_str());
    let url = "https://edge.adobedc.net/ee/va/v1/play?configId=1";
    for text in [
        format!("curl '{url}' -X POST -H 'content-type: text/plain' --data-raw '{play}'"),
        format!("fetch(\"{url}\", {{\"headers\": {{\"a\": \"b\"}}, \"body\": {quoted}, \"method\": \"POST\"}});"),
        format!("D/EdgeMedia(12): sending request with payload {play} to /ee/va/v1/play"),
        json!({"level": "info", "msg": "POST /ee/va/v1/play", "body": play}).to_string(),
        json!({"method": "POST", "path": "/ee/va/v1/play", "payload": body(&[item("play", 1, Some("e1"))])})
            .to_string(),
    ] {
        assert_eq!(sessions(&parse(&text)), [(Some("e1".to_owned()), vec!["play"])], "{text}");
    }
    // Without bodies nobody knows more than that there were requests.
    let input = parse(format!("10.0.0.1:5 POST {url}\n    << 204 No Content 0b\n"));
    assert!(input.sessions[0].is_unreadable && input.sessions[0].api == Api::Edge);
}

/// A body without an address, in every form in which one is kept.
#[test]
fn bodies_are_read_in_every_form() {
    let (start, play) = (item("sessionStart", 0, None), item("play", 1, Some("e1")));
    let e1 = [(Some("e1".to_owned()), vec!["sessionStart", "play"])];
    let line = |name: &str, body: &Value| json!({"endpoint": name, "body": body}).to_string();
    let (begin, event) = (body(std::slice::from_ref(&start)), body(std::slice::from_ref(&play)));
    for text in [
        format!("{begin}\n{event}"),
        json!([begin, event]).to_string(),
        json!([start, play]).to_string(),
        json!({"meta": {"a": 1}, "events": [start, play]}).to_string(),
        format!("{}\n{}", line("sessionStart", &begin), line("play", &event)),
        json!([{"path": "/ee/va/v1/sessionStart", "body": begin},
            {"path": "/ee/va/v1/play", "body": event.to_string()}])
        .to_string(),
        format!("INFO sending {begin}\nINFO sending {event} now\n"),
    ] {
        assert_eq!(sessions(&parse(&text)), e1, "{text}");
    }
    for alone in [begin.clone(), start.clone(), json!({"event": start}), start["xdm"].clone()] {
        let input = parse(alone.to_string());
        assert_eq!(sessions(&input), [(None, vec!["sessionStart"])], "{alone}");
        assert!(input.sessions[0].is_event);
    }
    let told =
        parse(json!({"endpoint": "sessionStart", "session": "own", "body": begin}).to_string());
    assert_eq!(told.sessions[0].id.as_deref(), Some("own"));
}

#[test]
fn downloaded_sessions_are_sessions_of_their_own() {
    let inner = |name: &str, second: u32| {
        let mut item = item(name, second, (name != "sessionStart").then_some("x"));
        let media = item["xdm"]["mediaCollection"].as_object_mut().unwrap();
        media.remove("sessionID");
        json!({"mediaEventType": item["xdm"]["eventType"],
            "mediaEventTimestamp": item["xdm"]["timestamp"],
            "mediaCollection": item["xdm"]["mediaCollection"]})
    };
    let item = |end: u32| {
        json!({"xdm": {"eventType": "media.downloaded", "identityMap": {},
            "mediaDownloadedEvents": [inner("sessionStart", 0), inner("play", 0),
                inner("sessionComplete", end)]}})
    };
    let both = body(&[item(5), item(6)]);
    let names = vec!["sessionStart", "play", "sessionComplete"];
    let input = parse(both.to_string());
    assert_eq!(sessions(&input), [(None, names.clone()), (None, names.clone())]);
    assert!(input.sessions.iter().all(|session| session.is_batch));
    let ends: Vec<_> =
        input.sessions.iter().map(|session| session.events[2].player_time.playhead).collect();
    assert_eq!(ends, [5.0, 6.0]);
    // Each has its own id in the response.
    let mut response = opened("first");
    let mut second = response["handle"][1].clone();
    second["eventIndex"] = json!(1);
    second["payload"][0]["sessionId"] = json!("second");
    response["handle"].as_array_mut().unwrap().push(second);
    let input = parse(har(&[entry("/ee/va/v1/downloaded", &both, 200, &response)]));
    let expected = [(Some("first".to_owned()), names.clone()), (Some("second".to_owned()), names)];
    assert_eq!(sessions(&input), expected);
    // A fault is one of the event that has it.
    let mut wrong = both.clone();
    wrong["events"][1]["xdm"]["mediaDownloadedEvents"][2]["mediaCollection"]["playhead"] =
        json!("6");
    let input = parse(wrong.to_string());
    assert_eq!(input.sessions[0].problems, []);
    let [problem] = &input.sessions[1].problems[..] else { panic!("{input:?}") };
    let place = "/events/1/xdm/mediaDownloadedEvents/2/mediaCollection/playhead";
    assert_eq!(problem.pointer, format!("/2{place}"));
    let path = "$.events[1].xdm.mediaDownloadedEvents[2].mediaCollection.playhead";
    assert_eq!(problem.path.as_deref(), Some(path));
    assert_eq!(input.sessions[1].guessed, [2]);
}

/// What the path says counts, then the option, then the type of the event.
#[test]
fn the_path_says_what_a_body_has_to_be() {
    let play = body(&[item("play", 1, Some("e1"))]);
    let keyword = |input: &Input| {
        let problems = input.sessions.iter().flat_map(|session| &session.problems);
        problems.map(|problem| (problem.keyword, problem.place())).collect::<Vec<_>>()
    };
    let wrong = [("enum", "/0 $.events[0].xdm.eventType".to_owned())];
    assert_eq!(keyword(&parse(play.to_string())), []);
    assert_eq!(keyword(&parse_as("play", &play.to_string())), []);
    assert_eq!(keyword(&parse_as("ping", &play.to_string())), wrong);
    assert_eq!(keyword(&parse_as("play", &json!([play]).to_string())), []);
    let sent = entry("/ee/va/v1/ping", &play, 400, &Value::Null);
    assert_eq!(keyword(&parse(har(std::slice::from_ref(&sent)))), wrong);
    assert_eq!(keyword(&parse_as("play", &har(&[sent]))), wrong);
    let line = json!({"endpoint": "ping", "body": play}).to_string();
    assert_eq!(keyword(&parse_as("play", &line)), wrong);
    let unknown = keyword(&parse_as("applause", &play.to_string()));
    assert_eq!(unknown, [("enum", "/0 $".to_owned())]);
    // What nobody would take for a body, if it were not said.
    for text in ["{}", r#"{"events":[]}"#, r#"{"events":7}"#, r#"{"events":[{}]}"#] {
        let input = parse_as("play", text);
        assert!(!input.sessions[0].problems.is_empty(), "{text}");
        assert_eq!(input.sessions[0].api, Api::Edge);
    }
    for text in [r#"{"xdm":null}"#, r#"{"events":[{"xdm":7}]}"#, r#"{"events":{"xdm":{}}}"#] {
        assert!(!parse(text).sessions[0].problems.is_empty(), "{text}");
    }
}

/// Pointers lead into what the input has.
#[test]
fn faults_have_json_paths() {
    let mut two = body(&[item("play", 1, Some("e1")), item("ping", 2, Some("e1"))]);
    two["events"][1]["xdm"]["mediaCollection"]["playhead"] = json!(-1);
    two["events"][1]["xdm"]["identityMap"] = json!({"e-mail": 7});
    let input = parse(two.to_string());
    let found: Vec<_> = input.sessions[0].problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "/1 $.events[1].xdm.identityMap['e-mail']: must be an array, and is a number (type)",
            "/1 $.events[1].xdm.mediaCollection.playhead: must be 0 or more (minimum)",
        ]
    );
    let mut alone = item("play", 1, Some("e1"));
    alone["xdm"]["timestamp"] = json!("yesterday");
    for (text, path) in
        [(alone.to_string(), "$.xdm.timestamp"), (alone["xdm"].to_string(), "$.timestamp")]
    {
        assert_eq!(parse(text).sessions[0].problems[0].path.as_deref(), Some(path));
    }
    let mut large = body(&[item("play", 1, Some("e1"))]);
    large["meta"] = json!({"fill": "x".repeat(64 * 1024)});
    let input = parse(large.to_string());
    assert_eq!(input.sessions[0].problems[0].keyword, "limit");
    assert_eq!(input.sessions[0].events.len(), 1);
}

/// A start that was refused has no events; one that was sent again counts once.
#[test]
fn starts_that_fail_are_told_apart() {
    let start = body(&[item("sessionStart", 0, None)]);
    let play = body(&[item("play", 1, Some("e1"))]);
    let errors = json!({"handle": [{"type": "state:store", "payload": []}],
        "errors": [{"type": "https://ns.adobe.com/aep/errors/va-edge-0400-400", "status": 400}]});
    let input = parse(har(&[
        entry("/ee/va/v1/sessionStart", &start, 207, &errors),
        entry("/ee/va/v1/play", &play, 404, &Value::Null),
    ]));
    let lengths: Vec<_> = input.sessions.iter().map(|session| session.count).collect();
    assert_eq!(lengths, [1, 1]);
    assert!(input.sessions[0].origins[0].sent.is_refused);
    // Another service had a problem; the session goes on.
    let mut opened = opened("e1");
    opened["errors"] = json!([{"type": "https://ns.adobe.com/aep/errors/EXEG-0201-503"}]);
    let input = parse(har(&[
        entry("/ee/va/v1/sessionStart", &start, 503, &Value::Null),
        entry("/ee/va/v1/sessionStart", &start, 207, &opened),
        entry("/ee/va/v1/play", &play, 204, &Value::Null),
    ]));
    assert_eq!(sessions(&input), [(Some("e1".to_owned()), vec!["sessionStart", "play"])]);
    assert!(!input.sessions[0].origins[0].sent.is_refused);
    assert!(input.notes.join("").contains("1 request got no success and were sent again"));
    // Its body is missing: nobody knows which event it was.
    let mut sent = entry("/ee/va/v1/play", &play, 204, &Value::Null);
    sent["request"]["postData"].as_object_mut().unwrap().remove("text");
    let input = parse(har(&[entry("/ee/va/v1/sessionStart", &start, 200, &opened), sent]));
    assert!(input.sessions[0].is_unreadable && input.sessions[0].count == 2);
}

/// What a tolerant reader takes is still a violation, and is reported.
#[test]
fn tolerant_forms_are_read_and_told() {
    let mut start = item("sessionStart", 0, None);
    let details = &mut start["xdm"]["mediaCollection"]["sessionDetails"];
    details.as_object_mut().unwrap().remove("channel");
    let mut ad = item("adStart", 1, Some("e1"));
    ad["xdm"]["mediaCollection"]["advertisingDetails"] =
        json!({"name": "a", "length": 5, "podPosition": 1});
    let input = parse(json!([start, ad]).to_string());
    let session = &input.sessions[0];
    assert_eq!(session.problems.len(), 2, "{:?}", session.problems);
    assert!(session.is_whole());
    let ad = serde_json::to_value(&session.events[1]).unwrap();
    assert_eq!(ad["params"]["media.ad.playerName"], "p1");
    // Without its id, the length is guessed.
    start["xdm"]["mediaCollection"]["sessionDetails"] = json!({"length": "60"});
    let input = parse(start.to_string());
    assert_eq!(input.sessions[0].guessed, [0]);
    assert!(!input.sessions[0].is_whole());
}

/// What Adobe's Web SDK sent, in the form in which it was recorded.
#[test]
fn recorded_traffic_of_the_web_sdk_is_read() {
    let folder = std::fs::read_dir(payloads().join("edge")).expect("the folder is there");
    let mut count = 0;
    for file in folder.map(|entry| entry.unwrap().path()) {
        if file.extension().is_some_and(|end| end == "json") {
            let recorded = std::fs::read(&file).unwrap();
            let capture: Value = serde_json::from_slice(&recorded).unwrap();
            let input = parse(&recorded);
            let [(id, events)] = &sessions(&input)[..] else { panic!("{file:?}") };
            assert_eq!(events.len(), capture["requests"].as_array().unwrap().len());
            assert_eq!(id.is_some(), !file.ends_with("alloy-start-207.json"), "{file:?}");
            count += events.len();
        }
    }
    assert_eq!(count, 49);
}
