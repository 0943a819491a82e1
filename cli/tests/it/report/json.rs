//! What a program reads.

use serde_json::{Value, json};

use super::{array, event, everything, lines, session};
use crate::process::{code, json as parsed, out, run};

fn reports(input: &str) -> Value {
    let output = run(&["report", "--json", "-"], input);
    assert_eq!(code(&output), 0, "{output:?}");
    parsed(&output)
}

/// The value with this path, in the record with this index.
fn value<'a>(report: &'a Value, record: usize, xdm: &str) -> &'a Value {
    let values = report["values"].as_array().unwrap();
    let found = values.iter().find(|value| value["record"] == record && value["xdm"] == xdm);
    found.unwrap_or_else(|| panic!("no {xdm} in {report:#}"))
}

fn members(value: &Value) -> Vec<&str> {
    let mut members: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    members.sort_unstable();
    members
}

#[test]
fn a_session_has_the_documented_members() {
    let all = reports(&array(&everything()));
    let [report] = &all.as_array().unwrap()[..] else { panic!("{all}") };
    assert_eq!(members(report), ["diagnostics", "file", "records", "session", "values"]);
    assert_eq!((&report["file"], &report["session"]), (&json!("-"), &Value::Null));
    for value in report["values"].as_array().unwrap() {
        let expected = ["alternatives", "certainty", "ms", "record", "value", "xdm"];
        let without: Vec<_> = expected.into_iter().filter(|member| *member != "ms").collect();
        assert!(members(value) == expected || members(value) == without, "{value}");
        assert!(["exact", "rough", "inferred"].map(Value::from).contains(&value["certainty"]));
        for other in value["alternatives"].as_array().unwrap() {
            let is_known = ["doubt", "ms", "value"]
                .iter()
                .all(|member| other.get(*member).is_some() || *member == "ms");
            assert!(is_known && other["doubt"].as_str().unwrap().len() > 5, "{other}");
        }
    }
    for told in report["diagnostics"].as_array().unwrap() {
        assert_eq!(members(told), ["event", "message", "rule", "spoils"]);
        assert!(told["event"].is_u64() && told["spoils"].is_array(), "{told}");
    }
    // The members stand in the order of the documentation.
    let text = out(&run(&["report", "--json", "-"], &array(&everything())));
    let places: Vec<_> =
        ["\"file\"", "\"session\"", "\"records\"", "\"values\"", "\"diagnostics\""]
            .iter()
            .map(|member| text.find(&format!("\n    {member}")).expect(member))
            .collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn records_are_those_of_xdm() {
    let all = reports(&array(&everything()));
    let records = all[0]["records"].as_array().unwrap();
    let types: Vec<_> =
        records.iter().map(|record| record["eventType"].as_str().unwrap()).collect();
    assert_eq!(
        types,
        [
            "media.sessionStart",
            "media.adStart",
            "media.adComplete",
            "media.adStart",
            "media.adComplete",
            "media.chapterComplete",
            "media.sessionComplete"
        ]
    );
    assert_eq!(records[0]["sessionDetails"]["isViewed"], true);
    assert_eq!(records[2]["advertisingDetails"]["timePlayed"], 10);
    assert_eq!(records[2]["advertisingDetails"]["isCompleted"], true);
    assert_eq!(records[4]["advertisingDetails"]["timePlayed"], 2);
    assert!(records[4]["advertisingDetails"].get("isCompleted").is_none());
    assert_eq!(records[5]["chapterDetails"]["friendlyName"], "One");
    let close = &records[6];
    // 47 - 10 s, less the pause of 4 s and the buffering of 3 s; then 8 s after the mid-roll.
    assert_eq!(close["sessionDetails"]["timePlayed"], 38);
    assert_eq!(close["sessionDetails"]["totalTimePlayed"], 50);
    assert_eq!(close["sessionDetails"]["pauseTime"], 4);
    assert_eq!(close["qoeDataDetails"]["bufferTime"], 3);
    assert_eq!(close["qoeDataDetails"]["playerSdkErrors"], json!(["E7"]));
    assert_eq!(close["states"], json!([{"name": "mute", "isSet": true, "count": 1, "time": 6}]));
    assert_eq!(close["customMetadata"], json!([{"name": "kind", "value": "trailer"}]));
}

#[test]
fn values_point_to_their_records() {
    let all = reports(&array(&everything()));
    let report = &all[0];
    let time = value(report, 6, "sessionDetails.timePlayed");
    assert_eq!((&time["value"], &time["ms"]), (&json!(38), &json!(37_997)));
    assert_eq!(value(report, 2, "advertisingDetails.timePlayed")["ms"], 9_998);
    assert_eq!(value(report, 6, "states[mute].time")["ms"], 6_001);
    // No time, no milliseconds.
    assert!(value(report, 6, "sessionDetails.adCount").get("ms").is_none());
    // Each value is what the record has at its path.
    for value in report["values"].as_array().unwrap() {
        let record = &report["records"][value["record"].as_u64().unwrap() as usize];
        let xdm = value["xdm"].as_str().unwrap();
        let found = match xdm.strip_prefix("states[") {
            Some(rest) => {
                let (name, member) = rest.split_once("].").unwrap();
                let states = record["states"].as_array().unwrap();
                let state = states.iter().find(|state| state["name"] == name);
                state.map_or(Value::Null, |state| state[member].clone())
            }
            None => {
                let (object, member) = xdm.split_once('.').unwrap();
                record[object].get(member).cloned().unwrap_or_default()
            }
        };
        assert_eq!(value["value"], found, "{xdm}");
    }
}

/// A value that only another reading has is null, and the record does not have it.
#[test]
fn what_only_another_reading_has_is_null() {
    let none = Value::Null;
    // A seek over 10, 25 and 50 %.
    let events = session(
        "a",
        &[
            (0.0, 0.0, "play", none.clone()),
            (5.0, 5.0, "ping", none.clone()),
            (10.0, 65.0, "ping", none.clone()),
            (20.0, 75.0, "sessionEnd", none),
        ],
    );
    let all = reports(&array(&events));
    let close = all[0]["records"].as_array().unwrap().len() - 1;
    let marker = value(&all[0], close, "sessionDetails.hasProgress50");
    assert_eq!(marker["value"], Value::Null);
    assert_eq!(marker["alternatives"][0]["value"], true);
    assert!(marker["alternatives"][0]["doubt"].as_str().unwrap().contains("got there"), "{marker}");
    assert!(all[0]["records"][close]["sessionDetails"].get("hasProgress50").is_none());
    let jump = all[0]["diagnostics"].as_array().unwrap();
    let jump = jump.iter().find(|told| told["rule"] == "playhead-jumps").expect("it is told");
    assert_eq!(jump["event"], 3);
    assert!(jump["spoils"].as_array().unwrap().contains(&json!("sessionDetails.uniqueTimePlayed")));
}

/// Events are places in the file, as `check` has them.
#[test]
fn events_are_places_in_the_file() {
    let none = Value::Null;
    let one =
        session("a", &[(0.0, 0.0, "play", none.clone()), (5.0, 5.0, "sessionEnd", none.clone())]);
    let unended = session("b", &[(0.0, 0.0, "play", none.clone()), (5.0, 5.0, "ping", none)]);
    let both = lines(&[one, unended].concat());
    let all = reports(&both);
    let places = |report: &Value, member: &str, rule: &str| -> Vec<u64> {
        let told = report[member].as_array().unwrap().iter();
        told.filter(|told| told["rule"] == rule)
            .map(|told| told["event"].as_u64().unwrap())
            .collect()
    };
    assert_eq!(places(&all[1], "diagnostics", "session-closed"), [5]);
    let checked = parsed(&run(&["check", "--json", "-"], &both));
    assert_eq!(places(&checked[1], "findings", "session-closed"), [5]);
}

/// An event that cannot be decoded is told, and the rest is reported.
#[test]
fn what_lacks_required_members_is_reported_as_if_they_were_empty() {
    let none = Value::Null;
    let mut events = session(
        "a",
        &[
            (0.0, 0.0, "play", none.clone()),
            (10.0, 10.0, "ping", none.clone()),
            (25.0, 25.0, "sessionEnd", none),
        ],
    );
    let length = events[0]["params"]["media.length"].as_f64().unwrap();
    events[0]["params"] = json!({"media.id": "short", "media.length": length.to_string()});
    events[2]["playerTime"]["playhead"] = json!("10");
    for text in [array(&events), lines(&events)] {
        let output = run(&["report", "--json", "-"], &text);
        assert_eq!(code(&output), 1, "{output:?}");
        let all = parsed(&output);
        let close = &all[0]["records"].as_array().unwrap().last().unwrap()["sessionDetails"];
        assert_eq!((&close["timePlayed"], &close["name"]), (&json!(25), &json!("short")));
        assert_eq!(close["length"].as_f64(), Some(length.round()));
        assert_eq!(close.get("channel"), None);
        let told = all[0]["diagnostics"].as_array().unwrap();
        assert!(told.iter().all(|it| it["rule"] != "careful-value"), "{told:?}");
        assert!(told.iter().filter(|it| it["rule"] == "schema").count() > 5, "{told:?}");
        let shown = out(&run(&["report", "-"], &text));
        assert!(shown.contains("; here they are counted, as if what is missing were empty\n"));
        // A linter would find what the guess puts there.
        let checked = parsed(&run(&["check", "--json", "-"], &text));
        assert_eq!(checked[0]["findings"], json!([]));
    }
}

#[test]
fn what_cannot_be_decoded_is_left_out() {
    let none = Value::Null;
    let mut events = session(
        "a",
        &[
            (0.0, 0.0, "play", none.clone()),
            (10.0, 10.0, "ping", none.clone()),
            (20.0, 20.0, "ping", none.clone()),
            (25.0, 25.0, "sessionEnd", none),
        ],
    );
    events[2]["playerTime"]["ts"] = json!("now");
    for text in [array(&events), lines(&events)] {
        let output = run(&["report", "--json", "-"], &text);
        assert_eq!(code(&output), 1, "{output:?}");
        let all = parsed(&output);
        let told = all[0]["diagnostics"].as_array().unwrap();
        assert_eq!((&told[0]["rule"], &told[0]["event"]), (&json!("schema"), &json!(2)));
        assert_eq!(told[0]["spoils"], json!(["sessionDetails.timePlayed"]));
        assert!(told[0]["message"].as_str().unwrap().starts_with("/2/playerTime/ts: "), "{told:?}");
        let records = all[0]["records"].as_array().unwrap();
        assert_eq!(records.last().unwrap()["sessionDetails"]["timePlayed"], 25);
        // The places of the others are those in the file.
        let explained = run(&["report", "--json", "--explain", "Content time spent", "-"], &text);
        let places: Vec<_> = parsed(&explained)[0]["events"].as_array().unwrap().clone();
        let places: Vec<_> = places.iter().map(|event| event["event"].as_u64().unwrap()).collect();
        assert_eq!(places, [1, 3, 4]);
        let text = out(&run(&["report", "-"], &text));
        assert!(text.contains("; here the one that cannot be read is left out\n"), "{text}");
    }
    // A value that violates its schema and can be read is counted.
    let extra = event(15.0, 15.0, "ping", &json!({"mood": 1}));
    events[2] = extra;
    let output = run(&["report", "--json", "-"], &array(&events));
    assert_eq!(code(&output), 1);
    assert_eq!(parsed(&output)[0]["diagnostics"][0]["message"].as_str().unwrap()[..8], *"/2/mood:");
}

#[test]
fn what_cannot_be_read_has_an_element() {
    let fine = "recorded-session.jsonl";
    let output = run(&["report", "--json", "no-such-file", fine], "");
    assert_eq!(code(&output), 2);
    let all = parsed(&output);
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(members(&all[0]), members(&all[1]));
    assert_eq!((&all[0]["file"], &all[0]["session"]), (&json!("no-such-file"), &Value::Null));
    assert_eq!((&all[0]["records"], &all[0]["values"]), (&json!([]), &json!([])));
    let told = &all[0]["diagnostics"][0];
    assert_eq!((&told["rule"], &told["event"]), (&json!("file"), &Value::Null));
    assert!(told["message"].as_str().unwrap().starts_with("cannot be read: "), "{told}");
    for (input, said) in [("", "is empty"), ("{", ""), ("hello", "neither JSON nor a log")] {
        let output = run(&["report", "--json", "-"], input);
        assert_eq!(code(&output), 2, "{input}");
        let message = parsed(&output)[0]["diagnostics"][0]["message"].as_str().unwrap().to_owned();
        assert!(message.contains(said), "{message}");
        let text = run(&["report", "-"], input);
        assert_eq!(out(&text), format!("-: {message}\n"));
    }
    // No event at all, a single event, and a session without a start.
    let ping = event(1.0, 1.0, "ping", &Value::Null);
    for text in ["[]".to_owned(), ping.to_string(), array(&[ping])] {
        let all = parsed(&run(&["report", "--json", "-"], &text));
        assert_eq!((&all[0]["records"], &all[0]["values"]), (&json!([]), &json!([])), "{text}");
    }
}

#[test]
fn a_start_alone_is_a_session() {
    let all = reports(&super::start("a").to_string());
    assert_eq!(all[0]["records"].as_array().unwrap().len(), 2);
    assert_eq!(all[0]["records"][1]["qoeDataDetails"]["isDroppedBeforeStart"], true);
}
