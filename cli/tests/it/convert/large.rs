//! Sessions that are too large for a request of Media Edge.

use std::process::Output;

use serde_json::{Value, json};

use super::{Judge, SETTINGS, values};
use crate::inputs::edge::item;
use crate::process::{code, json as parsed, out, run};
use crate::support::{event, start};

const LIMIT: usize = 64 * 1024;

/// A session with a ping each ten seconds.
fn long(count: usize) -> String {
    let pings = (1..=count).map(|number| event("ping", 10.0 * number as f64));
    let end = event("sessionComplete", 10.0 * (count + 1) as f64);
    let events: Vec<_> = [start("c"), event("play", 0.0)].into_iter().chain(pings).collect();
    format!("[{},{end}]", events.join(",")).replace("\"media.length\":60", "\"media.length\":20000")
}

#[test]
fn a_session_that_is_too_large_is_divided() {
    let edge = Judge::load("schemas/edge");
    let arguments = ["convert", "--to", "edge", "--downloaded", "--identity", "FPID=d1", "-"];
    let output = run(&arguments, &long(1_500));
    assert_eq!(code(&output), 0, "{}", said(&output));
    let bodies = out(&output);
    assert!(bodies.lines().count() > 2, "{} requests", bodies.lines().count());
    let mut last: Option<f64> = None;
    let mut parts = 0;
    for line in bodies.lines() {
        assert!(line.len() <= LIMIT, "{} bytes", line.len());
        let body: Value = serde_json::from_str(line).unwrap();
        edge.assert_valid("downloaded", &body);
        for item in body["events"].as_array().unwrap() {
            parts += 1;
            let xdm = &item["xdm"];
            assert_eq!(xdm["identityMap"]["FPID"][0]["id"], "d1");
            let events = xdm["mediaDownloadedEvents"].as_array().unwrap();
            let playhead = |event: &Value| event["mediaCollection"]["playhead"].as_f64().unwrap();
            let details = &events[0]["mediaCollection"]["sessionDetails"];
            assert_eq!(details["hasResume"] == true, last.is_some());
            assert!(last.is_none_or(|last| playhead(&events[0]) == last));
            last = events.last().map(playhead);
        }
    }
    assert_eq!(last, Some(15_010.0));
    let told = said(&output);
    assert!(told.contains("  parts       "), "{told}");
    assert!(told.contains("Media Edge takes up to 65536"), "{told}");
    // All commands read it.
    let checked = run(&["check", "-"], &bodies);
    assert_eq!(code(&checked), 0, "{}", out(&checked));
    let back = run(&[&["convert", "--to", "collection"], &SETTINGS[..], &["-"]].concat(), &bodies);
    assert_eq!(code(&back), 0, "{}", said(&back));
    let collection = Judge::load("schemas/collection");
    let sessions = values(&out(&back));
    assert_eq!(sessions.len(), parts);
    for event in sessions.iter().flat_map(|session| session.as_array().unwrap()) {
        collection.assert_valid(event["eventType"].as_str().unwrap(), event);
    }
    // As JSON, beside what is lost.
    let whole =
        parsed(&run(&["convert", "--to", "edge", "--downloaded", "--json", "-"], &long(1_500)));
    assert_eq!(whole[0]["parts"]["sessions"], json!(parts));
    assert!(whole[0]["parts"]["reason"].as_str().unwrap().contains("media.resume"));
    // What fits is not.
    let whole =
        parsed(&run(&["convert", "--to", "edge", "--downloaded", "--json", "-"], &long(100)));
    assert_eq!(whole[0].get("parts"), None);
}

#[test]
fn a_large_body_of_media_edge_is_divided_as_well() {
    let mut list = vec![inner(&item("sessionStart", 0, None), 0)];
    let mut ping = item("ping", 0, Some("s"));
    list.extend((1..1_000).map(|number| {
        ping["xdm"]["mediaCollection"]["playhead"] = json!(number * 10);
        inner(&ping, number * 10)
    }));
    let downloaded = json!({"events": [{"xdm": {"eventType": "media.downloaded", "_id": "u1",
        "implementationDetails": {"name": "urn:x", "version": "1"}, "mediaDownloadedEvents": list}}]});
    let output = run(&["convert", "--to", "edge", "--downloaded", "-"], &downloaded.to_string());
    assert_eq!(code(&output), 1, "the body itself violates the limit: {}", said(&output));
    for line in out(&output).lines() {
        let body: Value = serde_json::from_str(line).unwrap();
        assert!(line.len() <= LIMIT);
        assert_eq!(body["events"][0]["xdm"]["implementationDetails"]["version"], "1");
    }
    assert!(out(&output).lines().count() > 1);
    let told = said(&output);
    assert!(told.contains("$.events[0].xdm._id"), "{told}");
    assert!(!told.contains("implementationDetails"), "{told}");
}

/// An event as a downloaded session has it, so many seconds after the start.
fn inner(item: &Value, second: u32) -> Value {
    let mut media = item["xdm"]["mediaCollection"].clone();
    media.as_object_mut().unwrap().remove("sessionID");
    let time =
        format!("2023-11-14T{:02}:{:02}:{:02}.000Z", second / 3_600, second / 60 % 60, second % 60);
    json!({"mediaEventType": item["xdm"]["eventType"], "mediaEventTimestamp": time,
        "mediaCollection": media})
}

/// What was told of it.
fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_cannot_be_divided_is_an_error() {
    let mut begin: Value = serde_json::from_str(&start("c")).unwrap();
    begin["params"]["media.show"] = json!("x".repeat(LIMIT));
    let text = format!("[{begin},{}]", event("play", 0.0));
    for arguments in [&[][..], &["--downloaded"]] {
        let arguments = [&["convert", "--to", "edge"], arguments, &["-"]].concat();
        let output = run(&arguments, &text);
        assert_eq!((code(&output), out(&output)), (1, String::new()));
        let told = said(&output);
        assert!(told.contains("no form"), "{told}");
        assert!(told.contains("Media Edge takes up to 65536"), "{told}");
    }
}
