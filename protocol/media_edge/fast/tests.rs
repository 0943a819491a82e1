//! What is usual takes the fast path. If it declined everything, no other test would fail.

use serde_json::Value;

use super::{ReadItem, WriteItem, read, write};
use crate::event::Event;
use crate::json::Policy;
use crate::media_edge::options::ReadOptions;
use crate::media_edge::{Envelope, Item};

/// Whether a body is read and written on the fast path.
fn is_fast<T: ReadItem + WriteItem>(endpoint: &'static str, text: &str) -> [bool; 2] {
    let options = ReadOptions::new().with_policy(Policy::strict());
    let (mut items, mut around) = (Vec::<Item<T>>::new(), Envelope::default());
    if read(endpoint, text, &options, &mut items, &mut around).is_none() {
        return [false; 2];
    }
    [true, write(endpoint, &items, &around, None).is_some()]
}

/// Requests of Adobe's Web SDK: all eighteen event types.
#[test]
fn captured_requests_take_the_fast_path() {
    let captures = [
        include_str!("../../../tests/payloads/edge/alloy-manual-everything.json"),
        include_str!("../../../tests/payloads/edge/alloy-auto-pings.json"),
        include_str!("../../../tests/payloads/edge/alloy-live.json"),
    ];
    for capture in captures {
        let capture: Value = serde_json::from_str(capture).expect("it is JSON");
        for request in capture["requests"].as_array().expect("it has requests") {
            let raw = request["raw"].as_str().expect("it has a body");
            let path = request["path"].as_str().expect("it has a path");
            let name = path.rsplit('/').next().expect("it has a name");
            let name = if name == "interact" { "sessionStart" } else { name };
            let plan = crate::media_edge::table::Plan::of(name.as_bytes()).expect("it has a plan");
            assert_eq!(is_fast::<Event>(plan.name, raw), [true; 2], "{raw}");
        }
    }
}

/// Converted timelines, event by event and as downloaded sessions.
#[test]
fn converted_sessions_take_the_fast_path() {
    let timelines = [
        include_str!("../../../tests/payloads/edge/converted/timeline-1.jsonl"),
        include_str!("../../../tests/payloads/edge/converted/timeline-2.jsonl"),
        include_str!("../../../tests/payloads/edge/converted/timeline-3.jsonl"),
    ];
    for line in timelines.iter().flat_map(|text| text.lines()) {
        let line: Value = serde_json::from_str(line).expect("it is JSON");
        let name = line["path"].as_str().and_then(|path| path.rsplit('/').next());
        let body = line["body"].to_string();
        let is_fast = match name.expect("it has a name") {
            "downloaded" => is_fast::<Vec<Event>>("downloaded", &body),
            name => {
                let plan = crate::media_edge::table::Plan::of(name.as_bytes());
                is_fast::<Event>(plan.expect("it has a plan").name, &body)
            }
        };
        assert_eq!(is_fast, [true; 2], "{body}");
    }
}

const START: &str = r#""mediaCollection":{"playhead":0,"sessionDetails":{"name":"c1","length":61,
    "contentType":"vod","playerName":"p1","channel":"ch1"}}"#;
const TIME: &str = "\"timestamp\":\"2026-01-02T03:04:05.678Z\"";

#[test]
fn what_stands_around_an_event_takes_the_fast_path() {
    for around in [
        r#""_id":"6F1C""#,
        r#""identityMap":{"FPID":[{"id":"1","authenticatedState":"ambiguous","primary":true}]}"#,
        r#""identityMap":{"email":[{"id":"m"}],"ECID":[{"id":"1"}]}"#,
        r#""implementationDetails":{"name":"n","version":"1","environment":"app"}"#,
    ] {
        let xdm = format!(r#"{{"eventType":"media.sessionStart",{TIME},{START},{around}}}"#);
        for text in [
            format!(r#"{{"events":[{{"xdm":{xdm},"query":{{}},"data":{{"a":[1]}}}}]}}"#),
            format!(r#"{{"events":[{{"xdm":{xdm}}}],"xdm":{{{around}}},"meta":{{"a":{{}}}}}}"#),
            format!(
                r#" {{ "meta" : {{}} , "xdm" : {{{around}}} , "events" : [ {{ "xdm" : {xdm} }} ] }} "#
            ),
        ] {
            assert_eq!(is_fast::<Event>("sessionStart", &text), [true; 2], "{text}");
        }
    }
}

/// It is read quickly, and written as it was on the general path.
#[test]
fn other_forms_are_read_on_the_fast_path() {
    for (time, more) in [
        ("2026-01-02T03:04:05+00:00", ""),
        ("2026-01-02T03:04:05.678Z", r#","cdn":"x""#),
        ("2026-01-02T03:04:05.678Z", r#","odd":{"a":[1.5,null]}"#),
    ] {
        let text = format!(
            r#"{{"events":[{{"xdm":{{"eventType":"media.play","timestamp":"{time}",
                "mediaCollection":{{"playhead":1,"sessionID":"s"{more}}}}}}}]}}"#
        );
        assert_eq!(is_fast::<Event>("play", &text), [true, false], "{text}");
    }
}

/// What the bench measures.
#[test]
fn a_recorded_session_takes_the_fast_path() {
    let session = include_str!("../../../tests/payloads/recorded-session.jsonl");
    let event = |line: &str| Event::decode(line.as_bytes(), &Policy::strict()).expect("an event");
    let session: Vec<Event> = session.lines().map(event).collect();
    for event in &session {
        let item = crate::media_edge::Item::new(event.clone()).with_session_id("s1");
        let request = crate::media_edge::Request::from(item);
        let endpoint = request.endpoint().expect("it has a form");
        let body = String::from_utf8(request.encode().expect("it has a form")).expect("UTF-8");
        assert_eq!(is_fast::<Event>(endpoint, &body), [true; 2], "{body}");
    }
    let request = crate::media_edge::Request::from(crate::media_edge::Item::new(session));
    let body = String::from_utf8(request.encode().expect("it has a form")).expect("UTF-8");
    assert_eq!(is_fast::<Vec<Event>>("downloaded", &body), [true; 2], "{body}");
}
