//! Whole sessions, there and back.

use std::path::Path;

use serde_json::{Value, json};

use super::{Judge, SETTINGS, convert, errors, values};
use crate::process::{self, code, out, payloads, run};

/// All sessions that Adobe's SDKs sent to the older API, and those of its documentation.
fn recorded() -> Vec<String> {
    let mut files = vec!["recorded-session.jsonl".to_owned()];
    for folder in ["captures", "timelines"] {
        let entries = std::fs::read_dir(payloads().join(folder)).expect("the folder is there");
        files.extend(entries.map(|entry| {
            format!("{folder}/{}", entry.unwrap().file_name().into_string().unwrap())
        }));
    }
    files.sort_unstable();
    files
}

/// Leaves requests for `scripts/edge-contract.py`, which judges them by the contract alone.
fn keep(name: &str, requests: impl Iterator<Item = (Value, Value)>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("edge-sent");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let line = |(endpoint, body): (Value, Value)| {
        let path = format!("/ee/va/v1/{}", endpoint.as_str().expect("it is a text"));
        json!({"path": path, "body": body}).to_string() + "\n"
    };
    std::fs::write(folder.join(name), requests.map(line).collect::<String>())
        .expect("the file can be written");
}

/// Every recorded session in one run: what comes out is valid by the schemas of Media Edge, and what
/// comes back by those of the older API.
#[test]
fn recorded_sessions_are_valid_in_the_other_api_and_come_back() {
    let (edge, collection) = (Judge::load("schemas/edge"), Judge::load("schemas/collection"));
    let files = recorded();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let output = run(&[&["convert", "--to", "edge"], &files[..]].concat(), "");
    // Some timelines of the documentation violate the schemas.
    assert!(code(&output) <= 1, "{}", errors(&output));
    let converted = out(&output);
    let requests = values(&converted);
    for request in &requests {
        edge.assert_valid(request["endpoint"].as_str().unwrap(), &request["body"]);
    }
    assert!(requests.len() > 1_500, "{}", requests.len());
    let line = |request: &Value| (request["endpoint"].clone(), request["body"].clone());
    keep("converted.jsonl", requests.iter().map(line));
    let back = convert("collection", &[&SETTINGS[..], &["-"]].concat(), &converted);
    let sessions = values(&back);
    for event in sessions.iter().flat_map(|session| session.as_array().unwrap()) {
        collection.assert_valid(event["eventType"].as_str().unwrap(), event);
    }
    // What the second way around is not able to lose.
    let again = convert("edge", &["-"], &back);
    assert_eq!(values(&again).len(), requests.len());
    let names = |text: &str| -> Vec<_> {
        let named = |line: &Value| (line["endpoint"].clone(), line["body"].clone());
        values(text).iter().map(named).collect()
    };
    let third = convert("collection", &[&SETTINGS[..], &["-"]].concat(), &again);
    assert_eq!(third, back);
    assert_eq!(names(&convert("edge", &["-"], &third)), names(&again));
}

/// A body for all sessions, with as many as fit into a request.
#[test]
fn downloaded_bodies_have_as_many_sessions_as_fit() {
    let edge = Judge::load("schemas/edge");
    let files = recorded();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let arguments = ["convert", "--to", "edge", "--downloaded", "--identity", "FPID=d1"];
    let output = run(&[&arguments[..], &files[..]].concat(), "");
    let bodies = out(&output);
    keep(
        "converted-bodies.jsonl",
        values(&bodies).into_iter().map(|body| ("downloaded".into(), body)),
    );
    let mut count = 0;
    let lines: Vec<&str> = bodies.lines().collect();
    for (index, text) in lines.iter().enumerate() {
        let body: Value = serde_json::from_str(text).unwrap();
        edge.assert_valid("downloaded", &body);
        let items = body["events"].as_array().unwrap();
        assert!(text.len() <= 65_536, "{} bytes", text.len());
        assert!(items.iter().all(|item| item["xdm"]["identityMap"]["FPID"][0]["id"] == "d1"));
        // The first of the next would not have fit.
        if let Some(next) = lines.get(index + 1) {
            let next: Value = serde_json::from_str(next).unwrap();
            assert!(text.len() + next["events"][0].to_string().len() > 60_000);
        }
        count += items.len();
    }
    assert!(bodies.lines().count() > 1 && count > 100, "{count}");
    let checked = process::json(&run(&["check", "--json", "-"], &bodies));
    assert_eq!(checked.as_array().unwrap().len(), count);
    // Two were too large for a request, and were divided.
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.matches("  parts  ").count(), 2, "{said}");
    let back = run(&[&["convert", "--to", "collection"], &SETTINGS[..]].concat(), &bodies);
    assert_eq!(code(&back), 0, "{}", errors(&back));
    assert!(!errors(&back).contains("  violation"), "{}", errors(&back));
    let back = out(&back);
    let mut starts = values(&back);
    starts.retain(|session| session[0]["eventType"] == "sessionStart");
    assert!(starts.len() > 100);
    assert!(starts.iter().all(|session| session[0]["params"]["media.downloaded"] == true));
}

/// What a session says is the same on both sides.
#[test]
fn a_report_of_a_session_is_the_same_in_both_apis() {
    let (mut compared, mut equal) = (0, 0);
    for file in recorded() {
        let report = |file: &str, text: &str| {
            let mut all = process::json(&run(&["report", "--json", file], text));
            let report = &mut all.as_array_mut().unwrap()[0];
            // The id differs, and it is a value.
            report["values"]
                .as_array_mut()
                .unwrap()
                .retain(|value| value["xdm"] != "sessionDetails.ID");
            report["values"].clone()
        };
        let output = run(&["convert", "--to", "edge", &file], "");
        let requests = out(&output);
        // A playhead of 1e300 has no form, and one that is null none at all.
        if requests.is_empty() {
            assert!(file.contains("odd_playheads"), "{file}");
            continue;
        }
        compared += 1;
        // Fractions of seconds are not said there: the same session without them.
        let whole = convert("collection", &SETTINGS, &requests);
        assert_eq!(report("-", &requests), report("-", &whole), "{file}");
        let told = process::json(&run(&["convert", "--to", "edge", "--json", &file], ""));
        let lost = told.as_array().unwrap().iter().flat_map(|one| one["lost"].as_array().unwrap());
        let is_of_visitor = |lost: &Value| {
            let pointer = lost["pointer"].as_str().unwrap();
            pointer.starts_with("/params/analytics.") || pointer.starts_with("/params/visitor.")
        };
        if code(&output) == 0 && lost.into_iter().all(is_of_visitor) {
            assert_eq!(report("-", &requests), report(&file, ""), "{file}");
            equal += 1;
        }
    }
    assert!(compared > 100 && equal > 0, "{compared} compared, {equal} without a loss");
}

/// What the Web SDK sent is the same after a way back and forth, but for what is told.
#[test]
fn requests_of_the_web_sdk_come_back() {
    let edge = Judge::load("schemas/edge");
    for name in ["auto-pings", "live", "manual-end", "manual-everything"] {
        let file = format!("edge/alloy-{name}.json");
        let same = values(&convert("edge", &[&file], ""));
        let capture = std::fs::read_to_string(payloads().join(&file)).unwrap();
        let capture: Value = serde_json::from_str(&capture).unwrap();
        for (request, sent) in same.iter().zip(capture["requests"].as_array().unwrap()) {
            // A session of the API itself loses nothing.
            let sent: Value = serde_json::from_str(sent["raw"].as_str().unwrap()).unwrap();
            assert_eq!(request["body"], sent);
        }
        let events = convert("collection", &[&SETTINGS[..], &[&*file]].concat(), "");
        let session = same[0]["session"].as_str().unwrap();
        let back = values(&convert("edge", &["--session-id", session], &events));
        assert_eq!(back.len(), same.len());
        for (request, sent) in back.iter().zip(&same) {
            let name = sent["endpoint"].as_str().unwrap();
            assert_eq!(request["endpoint"], name);
            edge.assert_valid(name, &request["body"]);
            let media = |line: &Value| {
                let xdm = &line["body"]["events"][0]["xdm"];
                let mut media = xdm["mediaCollection"].clone();
                if let Some(list) = media["customMetadata"].as_array_mut() {
                    list.sort_by_key(|pair| pair["name"].to_string());
                }
                media.as_object_mut().unwrap().retain(|_, value| !value.is_null());
                (xdm["timestamp"].clone(), xdm["eventType"].clone(), media)
            };
            assert_eq!(media(request), media(sent), "{name} of {file}");
        }
    }
}
