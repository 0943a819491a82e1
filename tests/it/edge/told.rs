//! What the lint and reports say of events, as something about requests.

use media_collection::edge::{Item, Request, concerns_edge, place_of, told_in_edge};
use media_collection::lint::lint;
use media_collection::{Event, Policy};
use serde_json::{Value, json};

use super::ID;
use super::places::{self, Path};
use crate::fixtures::captures::captured_events;
use crate::fixtures::files;

fn event(value: &Value) -> Event {
    Event::decode(value.to_string().as_bytes(), &Policy::tolerant()).expect("it is an event")
}

fn path_of(pointer: &str) -> String {
    let pointer = format!("/events/0{pointer}");
    media_collection::edge::json_path(&pointer)
}

/// The value at each place is what becomes of the member.
#[test]
fn each_member_is_found_where_it_is_written() {
    let table = super::table::Table::load();
    let (mut found, mut lost) = (0, 0);
    for value in captured_events().into_iter().chain(files::minimal_events()).step_by(7) {
        let event = event(&value);
        let request = Request::from(Item::new(event.clone()).with_session_id(ID));
        let Ok(body) = request.encode() else { continue };
        let body: Value = serde_json::from_slice(&body).unwrap();
        let expected = table.to_edge(&value, ID).expect("it was written");
        for place in places::leaves(&value) {
            let pointer = places::shown(&place);
            let is_metadata = pointer.starts_with("/customMetadata/");
            let Some(path) = place_of(&event, &pointer) else {
                assert!(expected.lost.contains(&pointer), "{pointer} of {value} has no place");
                lost += 1;
                continue;
            };
            let is_there = |at: &Path| places::get(&body, at).is_some();
            let written = all(&body).into_iter().find(|at| json_path(at) == path);
            let is_written = written.as_ref().is_some_and(is_there);
            assert!(is_written || expected.lost.contains(&pointer), "{pointer}: {path}: {body}");
            assert!(!is_metadata || path.ends_with(".customMetadata"), "{path}");
            found += 1;
        }
    }
    assert!(found > 1_000 && lost > 50, "{found} found, {lost} lost");
}

fn json_path(path: &Path) -> String {
    media_collection::edge::json_path(&places::shown(path))
}

/// Every place, also those of objects and lists.
fn all(body: &Value) -> Vec<Path> {
    let leaves = places::leaves(body).into_iter();
    leaves.flat_map(|path| (1..=path.len()).map(move |to| path[..to].to_vec())).collect()
}

#[test]
fn members_that_are_missing_have_a_place_too() {
    let minimal = files::minimal_events();
    let of = |name: &str| event(minimal.iter().find(|event| event["eventType"] == name).unwrap());
    for (name, pointer, expected) in [
        (
            "adStart",
            "/params/media.ad.advertiser",
            "/xdm/mediaCollection/advertisingDetails/advertiser",
        ),
        ("play", "/qoeData/media.qoe.bitrate", "/xdm/mediaCollection/qoeDataDetails/bitrate"),
        ("sessionStart", "/params/visitor.customerIDs/email/id", "/xdm/identityMap/email/0/id"),
        ("play", "/playerTime/ts", "/xdm/timestamp"),
    ] {
        assert_eq!(place_of(&of(name), pointer), Some(path_of(expected)), "{pointer}");
    }
    for (name, pointer) in [
        ("play", "/params/media.ad.advertiser"),
        ("sessionStart", "/params/analytics.reportSuite"),
        ("sessionStart", "/params/visitor.customerIDs/ECID/id"),
        ("play", ""),
    ] {
        assert_eq!(place_of(&of(name), pointer), None, "{pointer}");
    }
}

#[test]
fn findings_are_told_with_the_place_in_the_request() {
    let minimal = files::minimal_events();
    let start = minimal.iter().find(|event| event["eventType"] == "sessionStart").unwrap();
    let mut start = start.clone();
    start["params"]["analytics.trackingServer"] = json!("");
    start["params"]["media.length"] = json!(-1);
    let play = json!({"eventType": "play", "playerTime": {"playhead": 0, "ts": 1_767_323_045_678_i64},
        "qoeData": {"media.qoe.bitrate": -1}});
    let ad = json!({"eventType": "adStart", "playerTime": {"playhead": 0, "ts": 1_767_323_045_679_i64},
        "params": {"media.ad.id": "a", "media.ad.length": 1, "media.ad.podPosition": 0,
            "media.ad.playerName": "p"}});
    let events = [event(&start), event(&play), event(&ad)];
    let findings = lint(&events);
    let about = |part: &str| {
        let mut all = findings.iter().filter(|finding| finding.message.contains(part));
        let finding = all.next().unwrap_or_else(|| panic!("nothing about {part}: {findings:?}"));
        told_in_edge(&events[finding.event], &finding.message)
    };
    assert_eq!(about("analytics.trackingServer"), None);
    assert_eq!(about("media.ad.podPosition"), None);
    let bitrate = "`$.events[0].xdm.mediaCollection.qoeDataDetails.bitrate` must be 0 or more";
    assert_eq!(about("media.qoe.bitrate").as_deref(), Some(bitrate));
    let length = about("media.length").expect("a length has no bound of its own there");
    assert!(length.starts_with("`$.events[0].xdm.mediaCollection.sessionDetails.length` "));
    // What names no member stays as it is.
    let other = "the timestamp equals that of the event before";
    assert_eq!(told_in_edge(&events[1], other).as_deref(), Some(other));
    assert!(concerns_edge("`/params/media.ad.length` must be 0 or more"));
    assert!(concerns_edge("`/params/media.ad.podPosition` must be 1000 or less"));
    assert!(!concerns_edge("`/params/media.ad.podPosition` must be 1 or more"));
}

/// What only a report finds names members as the lint does.
#[test]
fn diagnostics_are_told_with_the_place_in_the_request() {
    let minimal = files::minimal_events();
    let mut events: Vec<_> = ["sessionStart", "play", "ping"]
        .map(|name| minimal.iter().find(|event| event["eventType"] == name).unwrap().clone())
        .into();
    for (at, event) in events.iter_mut().enumerate() {
        event["playerTime"] = json!({"playhead": at, "ts": 1_767_323_045_678_i64 + at as i64});
    }
    let quality = |time: u8, bitrate: u32, frames: u8| {
        json!({"media.qoe.timeToStart": time, "media.qoe.bitrate": bitrate,
            "media.qoe.droppedFrames": frames})
    };
    events[1]["qoeData"] = quality(2, 2_000_000, 9);
    events[2]["qoeData"] = quality(2, 2_000_000, 1);
    let events: Vec<_> = events.iter().map(event).collect();
    let report = media_collection::report::Report::of(&events);
    let told = |rule: &str| {
        let found = report.diagnostics.iter().find(|found| found.rule == rule);
        let found = found.unwrap_or_else(|| panic!("no {rule}: {:?}", report.diagnostics));
        let pointer = found.message.split('`').nth(1).expect("it names a member");
        assert!(pointer.starts_with("/qoeData/media.qoe."), "{pointer}");
        told_in_edge(&events[found.event], &found.message).expect("it concerns Media Edge")
    };
    for (rule, member) in [
        ("time-to-start-unit", "timeToStart"),
        ("bitrate-unit", "bitrate"),
        ("dropped-frames-fall", "droppedFrames"),
    ] {
        let told = told(rule);
        let place = format!("`$.events[0].xdm.mediaCollection.qoeDataDetails.{member}` ");
        assert!(told.starts_with(&place), "{told}");
    }
}
