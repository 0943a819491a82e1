//! How two sessions differ.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{array, assert_golden, everything, lines, session};
use crate::process::{code, json as parsed, out, run, told};
use crate::support::folder;

/// A file with these events.
fn file(folder_name: &str, name: &str, text: &str) -> String {
    let path: PathBuf = folder(folder_name).join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The session with everything, and the same mended: the ad is watched to its end, the content is
/// completed.
fn mended() -> Vec<Value> {
    let mut events = everything();
    for event in &mut events {
        if event["eventType"] == "adSkip" {
            event["eventType"] = json!("adComplete");
        }
    }
    let mut complete = events.last().unwrap().clone();
    complete["eventType"] = json!("sessionComplete");
    complete["playerTime"] = json!({"playhead": 36.997, "ts": 1_700_000_056_002_i64});
    let end = events.len() - 1;
    events.insert(end, complete);
    events
}

fn difference<'a>(compared: &'a Value, xdm: &str, of: &str) -> &'a Value {
    let values = compared["values"].as_array().unwrap();
    let found = values.iter().find(|value| value["xdm"] == xdm && value["of"] == of);
    found.unwrap_or_else(|| panic!("no {xdm} of {of}: {compared:#}"))
}

#[test]
fn values_that_differ_are_listed() {
    let a = file("compare-a", "a.json", &array(&everything()));
    let b = file("compare-b", "b.json", &array(&mended()));
    let output = run(&["report", "--json", "--compare", &a, &b], "");
    assert_eq!(code(&output), 0, "{}", told(&output));
    let compared = parsed(&output);
    assert_eq!((&compared["a"]["file"], &compared["b"]["session"]), (&json!(a), &Value::Null));
    let completed = difference(&compared, "sessionDetails.isCompleted", "");
    assert_eq!((&completed["a"], &completed["b"]["value"]), (&Value::Null, &json!(true)));
    assert_eq!((&completed["difference"], &completed["b"]["record"]), (&json!(1), &json!(6)));
    let ad = difference(&compared, "advertisingDetails.isCompleted", "ad mid-1");
    assert_eq!((&ad["a"], &ad["difference"]), (&Value::Null, &json!(1)));
    let values = compared["values"].as_array().unwrap();
    assert!(values.iter().all(|value| value["xdm"] != "sessionDetails.timePlayed"), "{values:?}");
    // What is wrong with only one of them, and explains the difference.
    let told = compared["diagnostics"].as_array().unwrap();
    let early = told.iter().find(|told| told["rule"] == "completed-early").unwrap();
    assert_eq!((&early["a"], &early["b"]), (&json!([]), &json!([20])));
    let because = completed["explained"][0].as_str().unwrap();
    assert!(because.starts_with("B, /20: ") && because.ends_with("[completed-early]"), "{because}");
}

/// Another reading of one session may be what the other has.
#[test]
fn other_readings_explain() {
    let none = Value::Null;
    let watched = |second: f64, playhead: f64| {
        array(&session(
            "a",
            &[
                (0.0, 0.0, "play", none.clone()),
                (5.0, 5.0, "ping", none.clone()),
                (second, playhead, "ping", none.clone()),
                (second + 5.0, playhead + 5.0, "sessionEnd", none.clone()),
            ],
        ))
    };
    // One seeks to 65, the other plays there.
    let a = file("readings-a", "a.json", &watched(10.0, 65.0));
    let b = file("readings-b", "b.json", &watched(65.0, 65.0));
    let compared = parsed(&run(&["report", "--json", "--compare", &a, &b], ""));
    let marker = difference(&compared, "sessionDetails.hasProgress50", "");
    assert_eq!(marker["a"]["value"], Value::Null);
    let explained = marker["explained"].as_array().unwrap();
    let reading = explained[0].as_str().unwrap();
    assert!(reading.starts_with("A has this value too by another reading: "), "{explained:?}");
    let time = difference(&compared, "sessionDetails.timePlayed", "");
    assert_eq!((&time["a"]["value"], &time["b"]["value"]), (&json!(15), &json!(70)));
    assert_eq!(time["difference"], 55);
    assert_eq!((&time["a"]["ms"], &time["a"]["certainty"]), (&json!(15_000), &json!("exact")));
}

/// Ads are matched by their ids, and one that the other session does not have stands alone.
#[test]
fn ads_are_matched() {
    let without: Vec<_> = everything()
        .into_iter()
        .enumerate()
        .filter(|(index, _)| !(1..=4).contains(index))
        .map(|(_, event)| event)
        .collect();
    let a = file("ads-a", "a.json", &array(&everything()));
    let b = file("ads-b", "b.json", &array(&without));
    let compared = parsed(&run(&["report", "--json", "--compare", &a, &b], ""));
    let gone = difference(&compared, "advertisingDetails.timePlayed", "ad pre-1");
    assert_eq!((&gone["a"]["value"], &gone["b"]), (&json!(10), &Value::Null));
    assert_eq!(gone["difference"], -10);
    let values = compared["values"].as_array().unwrap();
    let of_ads: Vec<_> = values
        .iter()
        .filter(|value| value["of"] != "")
        .map(|value| value["xdm"].as_str().unwrap())
        .collect();
    // Nothing of the mid-roll, and no dimensions of an ad that stands alone.
    assert_eq!(
        of_ads,
        [
            "advertisingDetails.isStarted",
            "advertisingDetails.isCompleted",
            "advertisingDetails.timePlayed"
        ]
    );
}

#[test]
fn a_person_reads_it() {
    let directory = folder("compare-text");
    std::fs::write(directory.join("a.json"), array(&everything())).unwrap();
    std::fs::write(directory.join("b.json"), array(&mended())).unwrap();
    let path = |name: &str| directory.join(name).to_str().unwrap().to_owned();
    let text = out(&run(&["report", "--compare", &path("a.json"), &path("b.json")], ""));
    let text = text.replace(&format!("{}/", directory.to_str().unwrap()), "");
    assert_golden("compare.txt", &text);
    let same = out(&run(&["report", "--compare", &path("a.json"), &path("a.json")], ""));
    assert!(same.contains("\n  no value differs ("), "{same}");
    assert!(!same.contains("only in"), "{same}");
}

/// A session of a file with several is named by its id or its number.
#[test]
fn sessions_are_named() {
    let line = |id: &str, member: &str, event: &Value| {
        format!("{{\"received\":1,\"session\":\"{id}\",\"{member}\":{event}}}\n")
    };
    let (one, two) = (everything(), mended());
    let mut text = line("Ab+1==", "start", &one[0]) + &line("b2", "start", &two[0]);
    for (id, events) in [("Ab+1==", &one), ("b2", &two)] {
        text.extend(events[1..].iter().map(|event| line(id, "event", event)));
    }
    let stored = file("compare-stored", "received.jsonl", &text);
    let named = |id: &str| format!("{stored}#{id}");
    for (a, b) in [("Ab+1==", "b2"), ("1", "2")] {
        let output = run(&["report", "--json", "--compare", &named(a), &named(b)], "");
        let compared = parsed(&output);
        assert_eq!(compared["a"]["session"], "Ab+1==");
        assert_eq!(compared["b"]["session"], "b2");
        difference(&compared, "sessionDetails.isCompleted", "");
    }
    for wrong in [stored.clone(), named("c3"), named("3"), named("0"), named("")] {
        let output = run(&["report", "--compare", &wrong, &named("1")], "");
        assert_eq!(code(&output), 2, "{wrong}");
        assert!(told(&output).contains("Ab+1==, b2"), "{}", told(&output));
    }
    // A file whose name contains the sign.
    let odd = file("compare-odd", "a#1.json", &lines(&one));
    assert_eq!(code(&run(&["report", "--compare", &odd, &odd], "")), 0);
    for missing in ["no-such-file", "no-such-file#1"] {
        let output = run(&["report", "--compare", &odd, missing], "");
        assert_eq!(code(&output), 2);
        assert!(told(&output).contains("no-such-file: cannot be read: "), "{}", told(&output));
    }
}

#[test]
fn wrong_command_lines() {
    for arguments in [
        &["report", "--compare", "a"][..],
        &["report", "--compare", "a", "b", "c"],
        &["report", "x", "--compare", "a", "b"],
        &["report", "--csv", "--compare", "a", "b"],
        &["report", "--totals", "--compare", "a", "b"],
        &["report", "--csv", "--json", "a"],
        &["report"],
    ] {
        let output = run(arguments, "");
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(out(&output).is_empty() && told(&output).contains("Usage:"), "{arguments:?}");
    }
}
