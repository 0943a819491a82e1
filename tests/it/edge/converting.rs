//! The library converts as the table says, and tells what is lost.

use std::collections::BTreeSet;

use media_collection::edge::{Item, Lost, Request, lost_in_edge};
use media_collection::{Event, Policy};
use serde_json::{Value, json};

use super::judges::Judge;
use super::table::Table;
use super::{ID, refused};
use crate::fixtures::captures::captured_events;
use crate::fixtures::files;
use crate::fixtures::validator::Schemas;

fn event(value: &Value) -> Event {
    Event::decode(value.to_string().as_bytes(), &Policy::tolerant()).expect("it is an event")
}

fn request(event: Event) -> Request<Event> {
    Request::from(Item::new(event).with_session_id(ID))
}

fn body(text: &[u8]) -> Value {
    serde_json::from_slice(text).expect("a body is JSON")
}

fn pointers(lost: &[Lost]) -> BTreeSet<String> {
    lost.iter().map(|lost| lost.pointer.clone()).collect()
}

/// Compared with the plain reading of the table, in the tests.
#[test]
fn captured_events_are_converted_as_the_table_says() {
    let (table, ours, schemas) = (Table::load(), Judge::ours(), Schemas::load());
    let (mut count, mut refused) = (0, 0);
    let events = captured_events().into_iter().chain(files::minimal_events());
    for value in events.filter(|event| schemas.is_valid(event)) {
        let event = event(&value);
        let request = request(event.clone());
        let expected = table.to_edge(&value, ID);
        let made = request.encode();
        match (expected, made) {
            (Ok(expected), Ok(made)) => {
                let made = body(&made);
                assert_eq!(made["events"][0], expected.value, "{value}");
                let lost = lost_in_edge(&event);
                let known = pointers(&lost);
                // A setting that is empty is none.
                assert!(known.is_subset(&expected.lost), "{known:?} {:?}", expected.lost);
                let missing = expected.lost.difference(&known);
                let is_empty = |at: &&String| value.pointer(at) != Some(&json!(""));
                assert_eq!(missing.filter(is_empty).count(), 0, "{value}");
                assert!(lost.iter().all(|lost| !lost.reason.is_empty()), "{lost:?}");
                let endpoint = request.endpoint().unwrap();
                assert_eq!(ours.faults(endpoint, &made), [""; 0], "{made}");
            }
            (Err(expected), Err(error)) => {
                refused += 1;
                let pointer = &error.violations[0].pointer;
                let place = expected.split_once(": ").unwrap().0;
                assert_eq!(*pointer, format!("/0{place}"), "{error}");
            }
            (expected, made) => panic!("{value}: {expected:?}, {made:?}"),
        }
        count += 1;
    }
    assert!(count > 4_000 && refused > 0, "{count} events, {refused} refused");
}

#[test]
fn the_timelines_are_converted_as_committed() {
    for number in 1..=3 {
        let path = files::payloads().join(format!("timelines/timeline-{number}.json"));
        let values = files::json(&path);
        let session: Vec<_> = values.as_array().unwrap().iter().map(event).collect();
        let file = files::payloads().join(format!("edge/converted/timeline-{number}.jsonl"));
        let committed = std::fs::read_to_string(file).unwrap();
        let mut lines = committed.lines();
        let mut compare = |endpoint: Option<&str>, made: &[u8]| {
            let line: Value = serde_json::from_str(lines.next().expect("a line")).unwrap();
            assert_eq!(line["path"], format!("/ee/va/v1/{}", endpoint.unwrap()));
            assert_eq!(line["body"], body(made), "timeline {number}");
        };
        for event in &session {
            let request = request(event.clone());
            compare(request.endpoint(), &request.encode().unwrap());
        }
        let request = Request::from(Item::new(session));
        compare(request.endpoint(), &request.encode().unwrap());
        assert_eq!(lines.next(), None);
    }
}

/// In the older API each is valid, and here it has no form.
#[test]
fn what_cannot_be_said_is_an_error_with_its_place() {
    let minimal = refused::least();
    for (changed, place) in refused::events() {
        let error = request(event(&changed)).encode().expect_err(place);
        let found: Vec<_> = error.violations.iter().map(|found| found.pointer.clone()).collect();
        assert_eq!(found, [format!("/0{place}")], "{error}");
        // In a downloaded session it is the second event.
        let session = vec![event(&minimal["sessionStart"]), event(&changed)];
        let error = Request::from(Item::new(session)).encode().expect_err(place);
        let found: Vec<_> = error.violations.iter().map(|found| found.pointer.clone()).collect();
        assert_eq!(found, [format!("/0/1{place}")], "{error}");
    }
    let other = event(&json!({"eventType": "applause", "playerTime": {"playhead": 0, "ts": 1}}));
    let error = request(other).encode().unwrap_err();
    assert_eq!(error.violations[0].pointer, "/0/eventType");
    let none = Request::from(Item::new(event(&minimal["play"]))).encode().unwrap_err();
    assert_eq!(none.violations[0].pointer, "/0/xdm/mediaCollection/sessionID");
    assert!(Request::<Event>::new(Vec::new()).encode().is_err());
    let two = [event(&minimal["play"]), event(&minimal["ping"])];
    let two = Request::new(two.map(|event| Item::new(event).with_session_id(ID)).into());
    assert_eq!(two.encode().unwrap_err().violations[0].pointer, "/1/eventType");
    // Everything that is wrong, at once.
    let mut start = minimal["sessionStart"].clone();
    start["params"]["media.id"] = json!("");
    start["params"]["analytics.optOutShare"] = json!(true);
    start["playerTime"]["playhead"] = json!(-1);
    assert_eq!(request(event(&start)).encode().unwrap_err().violations.len(), 3);
}

/// What the older API has besides, with the reasons.
#[test]
fn what_is_lost_is_listed_with_its_reason() {
    let start = json!({"eventType": "sessionStart",
        "playerTime": {"playhead": 1.9, "ts": 1_767_323_045_678_i64},
        "params": {"media.id": "c1", "media.length": 60.5, "media.contentType": "VOD",
            "media.playerName": "p1", "media.channel": "ch1", "media.streamType": "film",
            "analytics.trackingServer": "t.example.com", "analytics.reportSuite": "rs1",
            "visitor.marketingCloudOrgId": "ORG@AdobeOrg", "analytics.optOutShare": false,
            "media.mood": "good"}});
    let lost = lost_in_edge(&event(&start));
    let found: Vec<_> = lost.iter().map(|lost| (lost.pointer.as_str(), lost.is_setting)).collect();
    assert_eq!(
        found,
        [
            ("/params/analytics.optOutShare", false),
            ("/params/analytics.reportSuite", true),
            ("/params/analytics.trackingServer", true),
            ("/params/media.length", false),
            ("/params/media.mood", false),
            ("/params/media.streamType", false),
            ("/params/visitor.marketingCloudOrgId", true),
            ("/playerTime/playhead", false),
        ]
    );
    let reason = |pointer: &str| lost.iter().find(|lost| lost.pointer == pointer).unwrap().reason;
    assert!(reason("/params/media.length").contains("nearest"));
    assert!(reason("/params/analytics.optOutShare").contains("no member for the viewer's choice"));
    assert_eq!(reason("/params/media.mood"), "Media Edge has no such member.");

    let error = event(&json!({"eventType": "error", "playerTime": {"playhead": 1, "ts": 1}}));
    let lost = pointers(&lost_in_edge(&error));
    assert!(lost.contains("/qoeData/media.qoe.errorID"), "{lost:?}");
    assert!(lost.contains("/qoeData/media.qoe.errorSource"), "{lost:?}");
}
