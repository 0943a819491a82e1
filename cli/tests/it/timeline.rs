//! `timeline`: the table, and its JSON.

use crate::process::{code, json, out, run, told};

#[test]
fn a_recorded_session_is_a_table() {
    let output = run(&["timeline", "recorded-session.jsonl"], "");
    assert_eq!(code(&output), 0, "{}", told(&output));
    let table = out(&output);
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("     time  playhead  event                 what it means"));
    assert_eq!(table.lines().filter(|line| line.contains("! advice: ")).count(), 5, "{table}");
    // The start, and the indented events of an ad break.
    let line = |event: &str| table.lines().find(|line| line.contains(event)).unwrap().to_owned();
    assert!(line("sessionStart").starts_with("   0:00.0       0.0  sessionStart "), "{table}");
    assert!(line("sessionStart").contains(" begins: vod, "), "{table}");
    let indent = |event: &str| line(event).split(event).nth(1).unwrap().find(|c| c != ' ').unwrap();
    assert!(indent("adStart") > "sessionStart".len() - "adStart".len(), "{table}");
    assert!(line("sessionComplete").ends_with("the content was played to its end"), "{table}");
}

/// Consecutive pings share a line of the table, but are separate elements of the JSON.
#[test]
fn sessions_of_one_input_are_told_apart() {
    let start = crate::support::start("one");
    let ping = crate::support::event("ping", 10.0);
    let end = crate::support::event("sessionEnd", 20.0);
    let lines = [&start, &ping, &ping, &end, &start, &end].map(String::as_str).join("\n");
    let table = out(&run(&["timeline", "-"], &lines));
    assert_eq!(table.matches("what it means").count(), 2, "{table}");

    let sessions = json(&run(&["timeline", "--json", "-"], &lines));
    let events = |session: usize, member: &str| -> Vec<serde_json::Value> {
        let events = sessions[session]["events"].as_array().unwrap();
        events.iter().map(|event| event[member].clone()).collect()
    };
    assert_eq!(sessions.as_array().map(Vec::len), Some(2));
    assert_eq!(events(0, "event"), [0, 1, 2, 3]);
    assert_eq!(events(1, "event"), [4, 5]);
    assert_eq!(events(0, "type"), ["sessionStart", "ping", "ping", "sessionEnd"]);
    assert_eq!(events(0, "time"), [0, 10_001, 10_001, 20_001]);
    assert_eq!(events(1, "playhead"), [0.0, 20.0]);
    assert_eq!(events(1, "meaning")[1], "the viewing is over");
    assert!(events(0, "findings").iter().all(serde_json::Value::is_array));
}

#[test]
fn it_shows_what_can_be_read() {
    let output = run(&["timeline", "timelines/timeline-2.json"], "");
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("! silent-loss: "), "{}", out(&output));
    assert!(told(&output).contains("violates the schemas"), "{}", told(&output));
    for (file, input) in [("no-such-file", ""), ("-", "{"), ("-", "")] {
        let output = run(&["timeline", file], input);
        assert_eq!(code(&output), 2, "{file} {input:?}");
        assert!(!told(&output).is_empty());
    }
}
