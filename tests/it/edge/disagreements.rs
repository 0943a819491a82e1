//! What is valid where sources disagree, and what is not.

use serde_json::{Value, json};

use super::ID;
use super::judges::{Judge, request};
use super::places::{self, Step};
use crate::fixtures::files;

/// The least body of an event type.
pub fn minimal(event_type: &str) -> Value {
    let mut collection = json!({"playhead": 12, "sessionID": ID});
    let detail = match event_type {
        "sessionStart" => {
            json!({"sessionDetails": {"name": "c1", "length": 61, "contentType": "vod",
            "playerName": "p1", "channel": "ch1"}})
        }
        "bitrateChange" => json!({"qoeDataDetails": {}}),
        "error" => json!({"errorDetails": {"name": "E1", "source": "player"}}),
        "adBreakStart" => json!({"advertisingPodDetails": {"index": 1, "offset": 12}}),
        "adStart" => json!({"advertisingDetails": {"name": "a1", "length": 15, "playerName": "p1",
            "podPosition": 1}}),
        "chapterStart" => json!({"chapterDetails": {"index": 1, "offset": 12, "length": 20}}),
        "statesUpdate" => json!({"statesStart": [{"name": "mute"}]}),
        _ => json!({}),
    };
    let members = collection.as_object_mut().expect("it is an object");
    members.append(&mut detail.as_object().expect("it is an object").clone());
    if event_type == "sessionStart" {
        members.remove("sessionID");
    }
    if event_type == "downloaded" {
        let start = &minimal("sessionStart")["events"][0]["xdm"]["mediaCollection"];
        return request(&[json!({"xdm": {"eventType": "media.downloaded", "identityMap": {},
        "mediaDownloadedEvents": [
            {"mediaEventType": "media.sessionStart",
                "mediaEventTimestamp": "2026-01-02T03:04:05.678Z", "mediaCollection": start},
            {"mediaEventType": "media.play",
                "mediaEventTimestamp": "2026-01-02T03:04:05.679Z",
                "mediaCollection": {"playhead": 0}},
        ]}})]);
    }
    request(&[json!({"xdm": {"eventType": format!("media.{event_type}"),
        "timestamp": "2026-01-02T03:04:05.678Z", "mediaCollection": collection}})])
}

/// Who accepts a changed body.
#[derive(Clone, Copy, Debug, PartialEq)]
enum By {
    Both,
    Ours,
    Contract,
    None,
}
use By::{Both, Contract, None, Ours};

/// In the least body of the type, a value at a place below `mediaCollection`, or from the root on
/// if it begins with `/`. `null` takes the member away.
type Case = (&'static str, &'static str, &'static str, By);

const CASES: &[Case] = &[
    // Numbers.
    ("play", "playhead", "0", Both),
    ("play", "playhead", "10.0", Ours),
    ("play", "playhead", "10.5", None),
    ("play", "playhead", "-1", Contract),
    ("play", "playhead", "\"10\"", None),
    ("play", "playhead", "null", None),
    ("adBreakStart", "advertisingPodDetails/index", "-1", Both),
    ("adBreakStart", "advertisingPodDetails/index", "0", Both),
    ("adBreakStart", "advertisingPodDetails/offset", "null", None),
    ("adStart", "advertisingDetails/podPosition", "0", Both),
    ("adStart", "advertisingDetails/podPosition", "-1", Contract),
    ("adStart", "advertisingDetails/length", "-1", Both),
    ("chapterStart", "chapterDetails/index", "null", None),
    ("chapterStart", "chapterDetails/offset", "0.5", None),
    ("play", "qoeDataDetails", "{\"bitrate\": 500000, \"timeToStart\": 1364}", Both),
    ("play", "qoeDataDetails", "{\"bitrate\": \"500000\"}", None),
    ("play", "qoeDataDetails", "{\"bitrate\": 2147483647, \"droppedFrames\": -2147483648}", Both),
    ("play", "qoeDataDetails", "{\"bitrate\": 2147483648}", Ours),
    // Texts and values.
    ("sessionStart", "sessionDetails/name", "\"\"", Contract),
    ("sessionStart", "sessionDetails/contentType", "\"VOD\"", Both),
    ("sessionStart", "sessionDetails/contentType", "\"\"", Both),
    ("sessionStart", "sessionDetails/channel", "null", None),
    ("sessionStart", "sessionDetails/playerName", "null", None),
    ("sessionStart", "sessionDetails/friendlyName", "1", None),
    ("sessionStart", "sessionDetails/streamType", "\"video\"", Both),
    ("sessionStart", "sessionDetails/streamType", "\"film\"", None),
    ("sessionStart", "sessionDetails/authorized", "\"true\"", Both),
    ("sessionStart", "sessionDetails/authorized", "true", None),
    ("sessionStart", "sessionDetails/hasResume", "\"true\"", None),
    ("sessionStart", "sessionDetails/isDownloaded", "true", Both),
    ("adStart", "advertisingDetails/playerName", "null", None),
    ("adStart", "advertisingDetails/friendlyName", "\"n\"", Both),
    ("adStart", "advertisingDetails/creativeURL", "\"no URL\"", Both),
    ("error", "errorDetails/source", "\"external\"", Both),
    ("error", "errorDetails/source", "\"sdk\"", None),
    ("error", "errorDetails/source", "null", None),
    ("error", "errorDetails/name", "\"\"", Contract),
    ("bitrateChange", "qoeDataDetails", "null", None),
    // Session ids: their length is a matter of the session.
    ("play", "sessionID", "null", None),
    ("play", "sessionID", "\"short\"", Both),
    ("sessionStart", "sessionID", "\"short\"", Both),
    ("play", "sessionId", "\"short\"", Both),
    // States.
    ("statesUpdate", "statesStart", "null", Contract),
    ("statesUpdate", "statesStart", "[]", Contract),
    ("statesUpdate", "statesStart", "[{\"name\": \"fullScreen\"}, {\"name\": \"a.b_1\"}]", Both),
    ("statesUpdate", "statesStart", "[{\"name\": \"full screen\"}]", None),
    ("statesUpdate", "statesStart", "[{\"name\": \"\"}]", None),
    ("statesUpdate", "statesStart", "[{}]", None),
    ("statesUpdate", "statesEnd", "[]", Both),
    ("statesUpdate", "statesEnd", "[{\"name\": \"closeCaption\", \"isSet\": true}]", Both),
    // Metadata.
    ("sessionStart", "customMetadata", "[]", Both),
    ("sessionStart", "customMetadata", "[{\"name\": \"_t.a\", \"value\": \"\"}, {}]", Both),
    ("sessionStart", "customMetadata", "[{\"name\": \"a\", \"value\": 1}]", None),
    ("sessionStart", "customMetadata", "{\"a\": \"1\"}", None),
    ("adBreakStart", "customMetadata", "{\"a\": 1}", Both),
    ("play", "/events/0/xdm/customMetadata", "5", Both),
    // Times.
    ("play", "/events/0/xdm/timestamp", "\"2026-01-02T03:04:05Z\"", Both),
    ("play", "/events/0/xdm/timestamp", "\"2026-01-02T03:04:05.123456+02:00\"", Both),
    ("play", "/events/0/xdm/timestamp", "\"2026-01-02T03:04:05\"", None),
    ("play", "/events/0/xdm/timestamp", "\"2026-01-02 03:04:05Z\"", None),
    ("play", "/events/0/xdm/timestamp", "\"2026-02-30T03:04:05Z\"", None),
    ("play", "/events/0/xdm/timestamp", "\"2026-01-02T24:04:05Z\"", None),
    ("play", "/events/0/xdm/timestamp", "\"2026-01-02T03:04:05+0200\"", None),
    ("play", "/events/0/xdm/timestamp", "1767323045678", None),
    ("play", "/events/0/xdm/timestamp", "null", None),
    // Types.
    ("adSkip", "/events/0/xdm/eventType", "\"media.adBreakSkip\"", Both),
    ("play", "/events/0/xdm/eventType", "\"media.ping\"", None),
    ("play", "/events/0/xdm/eventType", "\"play\"", None),
    ("play", "/events/0/xdm/eventType", "\"media.Play\"", None),
    ("play", "/events/0/xdm/eventType", "null", None),
    // What stands around an event.
    ("play", "/events/0/xdm/_id", "\"6F1C0000-0000-4000-8000-000000000001\"", Both),
    (
        "play",
        "/events/0/xdm/identityMap",
        "{\"ECID\": [{\"id\": \"1\", \"primary\": false}]}",
        Both,
    ),
    ("play", "/events/0/xdm/identityMap", "{\"email\": [{\"id\": 1}]}", Contract),
    (
        "sessionStart",
        "/events/0/xdm/identityMap",
        "{\"FPID\": [{\"authenticatedState\": \"no\"}]}",
        None,
    ),
    ("sessionStart", "/events/0/xdm/identityMap", "{\"FPID\": {}}", None),
    (
        "play",
        "/events/0/xdm/implementationDetails",
        "{\"environment\": \"device\", \"name\": \"x\"}",
        Both,
    ),
    ("play", "/events/0/xdm/implementationDetails", "{\"environment\": \"tv\"}", Contract),
    ("play", "/events/0/query", "{\"identity\": {\"fetch\": [\"ECID\"]}}", Both),
    ("play", "/meta", "{\"state\": {\"entries\": []}}", Both),
    ("play", "/meta", "\"m\"", Contract),
    ("play", "/xdm", "{\"identityMap\": {\"ECID\": [{\"id\": \"1\"}]}}", Both),
    ("play", "/unknown", "1", Both),
    ("play", "unknown", "{\"a\": [1]}", Both),
    ("adComplete", "advertisingDetails", "{}", Both),
    ("play", "/events", "[]", Contract),
    ("play", "/events", "null", Contract),
    ("play", "/events/0", "{}", None),
    ("play", "/events/0/xdm/mediaCollection", "null", None),
    // Downloaded sessions. In the contract, the events are not described.
    ("downloaded", "/events/0/xdm/identityMap", "null", Ours),
    ("downloaded", "/events/0/xdm/mediaCollection", "{}", Both),
    ("downloaded", "/events/0/xdm/mediaDownloadedEvents", "null", None),
    ("downloaded", "/events/0/xdm/mediaDownloadedEvents/1/mediaEventTimestamp", "null", None),
    (
        "downloaded",
        "/events/0/xdm/mediaDownloadedEvents/1/mediaEventType",
        "\"media.seek\"",
        Contract,
    ),
    (
        "downloaded",
        "/events/0/xdm/mediaDownloadedEvents/1/mediaEventType",
        "\"media.error\"",
        Contract,
    ),
    (
        "downloaded",
        "/events/0/xdm/mediaDownloadedEvents/1/mediaCollection/playhead",
        "null",
        Contract,
    ),
    ("downloaded", "/events/0/xdm/mediaDownloadedEvents/1/mediaCollection/sessionID", "1", Both),
    (
        "downloaded",
        "/events/0/xdm/mediaDownloadedEvents/0/mediaCollection/sessionDetails/name",
        "null",
        Contract,
    ),
];

fn path(place: &str) -> places::Path {
    let whole = match place.starts_with('/') {
        true => place.to_owned(),
        false => format!("/events/0/xdm/mediaCollection/{place}"),
    };
    places::led("", &[], &whole)
}

fn changed(event_type: &str, place: &str, value: &str) -> Value {
    let (mut body, path) = (minimal(event_type), path(place));
    match serde_json::from_str(value).expect("the case is JSON") {
        Value::Null => {
            let (Step::Key(last), around) = path.split_last().expect("it has a place") else {
                panic!("{place} is no member");
            };
            let around = around.iter().fold(&mut body, |value, step| match step {
                Step::Key(key) => &mut value[key],
                Step::Index(index) => &mut value[index],
            });
            let taken = around.as_object_mut().expect("it is a member").remove(last);
            assert!(taken.is_some(), "{event_type} has no {place}");
        }
        value => places::put(&mut body, &path, value),
    }
    body
}

#[test]
fn the_least_body_of_each_type_is_valid() {
    let (ours, contract) = (Judge::ours(), Judge::contract());
    for event_type in ours.types() {
        let body = minimal(event_type);
        assert_eq!(ours.faults(event_type, &body), [""; 0], "{event_type}");
        assert_eq!(contract.faults(event_type, &body), [""; 0], "{event_type}");
    }
}

#[test]
fn each_case_is_valid_for_whom_it_says() {
    let (ours, contract) = (Judge::ours(), Judge::contract());
    let mut wrong = Vec::new();
    for (event_type, place, value, by) in CASES {
        let body = changed(event_type, place, value);
        let valid = (ours.is_valid(event_type, &body), contract.is_valid(event_type, &body));
        let found = match valid {
            (true, true) => Both,
            (true, false) => Ours,
            (false, true) => Contract,
            (false, false) => None,
        };
        if found != *by {
            wrong.push(format!("{event_type} {place} {value}: {found:?}, not {by:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The cases with what the contract says of them, a line each: `scripts/edge-contract.py`, which
/// reads it too, must say the same. `UPDATE_GOLDEN=1` writes them.
#[test]
fn the_cases_are_as_committed() {
    let contract = Judge::contract();
    let least = contract.types().map(|event_type| (event_type.to_owned(), minimal(event_type)));
    let cases = CASES.iter().map(|(event_type, place, value, _)| {
        ((*event_type).to_owned(), changed(event_type, place, value))
    });
    let lines: String = least
        .chain(cases)
        .map(|(event_type, body)| {
            let valid = contract.is_valid(&event_type, &body);
            let path = format!("/ee/va/v1/{event_type}");
            format!("{}\n", json!({"path": path, "body": body, "valid": valid}))
        })
        .collect();
    files::assert_committed(&files::payloads().join("edge/cases.jsonl"), &lines);
}

/// Takes away each member of the least body.
#[test]
fn every_member_of_the_least_body_is_required() {
    let (ours, contract) = (Judge::ours(), Judge::contract());
    for event_type in ours.types().filter(|event_type| *event_type != "downloaded") {
        let body = minimal(event_type);
        let places = places::leaves(&body);
        assert!(places.len() >= 3, "{event_type}");
        for place in places {
            let place = places::shown(&place);
            let without = changed(event_type, &place, "null");
            assert!(!ours.is_valid(event_type, &without), "{place} of {event_type}");
            assert!(!contract.is_valid(event_type, &without), "{place} of {event_type}");
        }
    }
}
