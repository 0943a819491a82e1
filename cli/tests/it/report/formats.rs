//! Every form of input gives the same report, and what only some of them know is used.

use serde_json::{Value, json};

use super::{array, everything, lines, session};
use crate::process::{code, json as parsed, out, run, told};
use crate::support::folder;

const HOST: &str = "https://example.hb-api.omtrdc.net";

/// A HAR entry of an event, at a second since the start.
fn entry(id: &str, event: &Value, second: f64, status: u16) -> Value {
    let is_start = event["eventType"] == "sessionStart";
    let path = if is_start { String::new() } else { format!("/{id}/events") };
    let location = json!([{"name": "Location", "value": format!("/api/v1/sessions/{id}")}]);
    let minutes = (second / 60.0) as u32;
    let at = format!("2023-11-14T22:{:02}:{:06.3}Z", 13 + minutes, second % 60.0);
    json!({
        "startedDateTime": at,
        "request": {"method": "POST", "url": format!("{HOST}/api/v1/sessions{path}"),
            "postData": {"mimeType": "application/json", "text": event.to_string()}},
        "response": {"status": status, "headers": if is_start { location } else { json!([]) }},
    })
}

fn har(entries: Vec<Value>) -> String {
    json!({"log": {"version": "1.2", "entries": entries}}).to_string()
}

/// The records without the session's id, which only some inputs know.
fn records(report: &Value) -> Value {
    let mut records = report["records"].clone();
    for record in records.as_array_mut().unwrap() {
        record["sessionDetails"].as_object_mut().unwrap().remove("ID");
    }
    records
}

#[test]
fn all_forms_give_the_same_report() {
    let events = everything();
    let second = |event: &Value| {
        (event["playerTime"]["ts"].as_i64().unwrap() - 1_700_000_000_000) as f64 / 1_000.0
    };
    let expected = records(&parsed(&run(&["report", "--json", "-"], &array(&events)))[0]);
    let har = har(events.iter().map(|event| entry("s1", event, second(event), 201)).collect());
    let mut stored = String::new();
    for (index, event) in events.iter().enumerate() {
        let member = if index == 0 { "start" } else { "event" };
        stored +=
            &json!({"received": 1_700_000_000_000_i64, "session": "s1", member: event}).to_string();
        stored.push('\n');
    }
    let mut log = String::new();
    for (index, event) in events.iter().enumerate() {
        let path = if index == 0 { "" } else { "/s1/events" };
        let location = if index == 0 { "Location: /api/v1/sessions/s1\n" } else { "" };
        log += &format!("POST {HOST}/api/v1/sessions{path}\n{event}\n << 201\n{location}");
    }
    for (input, id) in [
        (lines(&events), Value::Null),
        (format!("\u{feff}{}", array(&events)), Value::Null),
        (har, json!("s1")),
        (stored.clone(), json!("s1")),
        (log, json!("s1")),
    ] {
        let output = run(&["report", "--json", "-"], &input);
        assert_eq!(code(&output), 0, "{}", told(&output));
        let all = parsed(&output);
        assert_eq!(all.as_array().unwrap().len(), 1, "{input}");
        assert_eq!(all[0]["session"], id);
        assert_eq!(records(&all[0]), expected, "{input}");
        // Every record has the id, where it is known.
        let ids = all[0]["records"].as_array().unwrap().iter();
        let ids: Vec<_> = ids.map(|record| record["sessionDetails"]["ID"].clone()).collect();
        assert!(ids.iter().all(|found| *found == id), "{ids:?}");
    }
    let folder = folder("report-stored");
    std::fs::write(folder.join("received.jsonl"), stored).unwrap();
    let all = parsed(&run(&["report", "--json", folder.to_str().unwrap()], ""));
    assert_eq!(records(&all[0]), expected);
}

/// Events that got an error are none that the back end has.
#[test]
fn what_the_collector_rejected_does_not_count() {
    let none = Value::Null;
    let events = session(
        "a",
        &[
            (0.0, 0.0, "play", none.clone()),
            (10.0, 10.0, "ping", none.clone()),
            (15.0, 15.0, "pauseStart", none.clone()),
            (20.0, 15.0, "sessionEnd", none),
        ],
    );
    let with = |statuses: [u16; 5]| {
        let entries = events.iter().zip(statuses).enumerate();
        let entries =
            entries.map(|(index, (event, status))| entry("s1", event, index as f64, status));
        let output = run(&["report", "--json", "-"], &har(entries.collect()));
        assert_eq!(code(&output), 0, "{}", told(&output));
        parsed(&output)[0].clone()
    };
    let close = |report: &Value| report["records"].as_array().unwrap().last().unwrap().clone();
    let all = with([201, 204, 204, 204, 204]);
    assert_eq!(close(&all)["sessionDetails"]["pauseTime"], 5);
    let rejected = with([201, 204, 204, 404, 204]);
    assert!(close(&rejected)["sessionDetails"].get("pauseTime").is_none());
    assert_eq!(close(&rejected)["sessionDetails"]["timePlayed"], 20);
    let told = &rejected["diagnostics"][0];
    assert_eq!((&told["rule"], &told["event"]), (&json!("not-accepted"), &json!(3)));
    assert!(told["message"].as_str().unwrap().contains("404"), "{told}");
    // Without its start nothing of a session is there.
    let rejected = with([400, 404, 404, 404, 404]);
    assert_eq!(rejected["records"], json!([]));
    let told = &rejected["diagnostics"][0];
    assert_eq!((&told["rule"], &told["event"]), (&json!("not-accepted"), &json!(0)));
    assert!(told["spoils"].as_array().unwrap().contains(&json!("sessionDetails.isViewed")));
    // If even the start got another error or no response, the responses say nothing: all is reported.
    for statuses in [[404; 5], [0; 5], [503, 404, 404, 404, 404]] {
        assert_eq!(close(&with(statuses))["sessionDetails"]["pauseTime"], 5, "{statuses:?}");
    }
}

/// Where it is known when events arrived, a silence of ten minutes is told that their stamps do not
/// show.
#[test]
fn times_of_arrival_are_used() {
    let none = Value::Null;
    let events = session(
        "a",
        &[
            (0.0, 0.0, "play", none.clone()),
            (10.0, 10.0, "ping", none.clone()),
            (20.0, 20.0, "sessionEnd", none),
        ],
    );
    let rules = |input: &str| -> Vec<String> {
        let all = parsed(&run(&["report", "--json", "-"], input));
        let told = all[0]["diagnostics"].as_array().unwrap().iter();
        told.map(|told| told["rule"].as_str().unwrap().to_owned()).collect()
    };
    let late = "closed-by-arrival".to_owned();
    let at = |seconds: [f64; 4]| {
        har(events.iter().zip(seconds).map(|(event, at)| entry("s", event, at, 201)).collect())
    };
    assert!(!rules(&at([0.0, 0.1, 10.0, 20.0])).contains(&late));
    assert!(rules(&at([0.0, 0.1, 10.0, 700.0])).contains(&late));
    let stored = |last: i64| -> String {
        let line = |(index, event): (usize, &Value)| {
            let member = if index == 0 { "start" } else { "event" };
            let at = 1_700_000_000_000 + if index == 3 { last } else { index as i64 };
            json!({"received": at, "session": "s1", member: event}).to_string() + "\n"
        };
        events.iter().enumerate().map(line).collect()
    };
    assert!(!rules(&stored(20_000)).contains(&late));
    assert!(rules(&stored(700_000)).contains(&late));
}

/// A batch is downloaded content, whatever its start says: no time limit closes it.
#[test]
fn a_batch_is_downloaded_content() {
    let none = Value::Null;
    let events = session("a", &[(0.0, 0.0, "play", none.clone()), (10.0, 10.0, "ping", none)]);
    let request = json!({
        "startedDateTime": "2023-11-14T22:13:20.000Z",
        "request": {"method": "POST", "url": format!("{HOST}/api/v1/downloaded"),
            "postData": {"text": array(&events)}},
        "response": {"status": 201, "headers": []},
    });
    let all = parsed(&run(&["report", "--json", "-"], &har(vec![request])));
    assert_eq!(all[0]["records"][0]["sessionDetails"]["isDownloaded"], true, "{all:#}");
    let close = &all[0]["records"][1]["sessionDetails"];
    assert!(close.get("secondsSinceLastCall").is_none(), "{close}");
    let line = json!({"received": 1, "session": "d1", "events": events}).to_string();
    let all = parsed(&run(&["report", "--json", "-"], &line));
    assert_eq!(all[0]["records"][0]["sessionDetails"]["isDownloaded"], true, "{all:#}");
}

#[test]
fn bodies_that_are_missing_are_told_and_the_rest_is_reported() {
    let events = everything();
    let mut entries: Vec<_> = events.iter().map(|event| entry("s1", event, 1.0, 201)).collect();
    entries[8]["request"].as_object_mut().unwrap().remove("postData");
    let input = har(entries);
    let output = run(&["report", "--json", "-"], &input);
    assert_eq!(code(&output), 2);
    let all = parsed(&output);
    let told = &all[0]["diagnostics"][0];
    assert_eq!((&told["rule"], &told["event"]), (&json!("file"), &json!(8)));
    let close = all[0]["records"].as_array().unwrap().last().unwrap();
    assert_eq!(close["sessionDetails"]["timePlayed"], 38);
    assert!(out(&run(&["report", "-"], &input)).contains("/8: the file does not contain"));
}

/// Sessions of Media Edge are reported as all others; a start that was refused with 207 is none.
#[test]
fn sessions_of_media_edge_are_reported() {
    let edge = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/data/edge.json");
    let output = run(&["report", "--json", edge], "");
    assert_eq!(code(&output), 0);
    let start = &parsed(&output)[0]["records"][0]["sessionDetails"];
    assert_eq!((&start["name"], &start["isViewed"]), (&json!("c1"), &json!(true)));
    let output = run(&["report", "--json", "edge/alloy-start-207.json"], "");
    let all = parsed(&output);
    assert_eq!((&all[0]["records"], &all[0]["values"]), (&json!([]), &json!([])));
    let told = &all[0]["diagnostics"][0];
    assert_eq!((&told["rule"], &told["event"]), (&json!("not-accepted"), &json!(0)));
    // Events that got an error count not, either.
    let all = parsed(&run(&["report", "--json", "edge/alloy-event-404.json"], ""));
    assert_eq!(all[0]["diagnostics"][0]["rule"], "not-accepted");
    assert!(!all[0]["records"].as_array().unwrap().is_empty());
    // A wrong path is told with its place.
    let output = run(&["report", "--endpoint", "play", edge], "");
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("/0 $.events[0].xdm.eventType: "), "{}", out(&output));
}
