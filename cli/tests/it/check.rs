//! `check`: its output and exit codes.

use serde_json::Value;

use crate::process::{code, out, run};

#[test]
fn a_recorded_session_is_fine() {
    let output = run(&["check", "recorded-session.jsonl"], "");
    assert_eq!(code(&output), 0);
    assert!(
        out(&output).starts_with("recorded-session.jsonl: 27 events, 0 violations, 5 findings")
    );
    assert!(out(&output).contains("[timestamps-differ]"));
}

#[test]
fn violations_are_listed_with_their_paths() {
    let output =
        run(&["check", "invalid/batch-errors-in-1-and-3.json", "recorded-session.jsonl"], "");
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("/1/playerTime/playhead: must be a number, not a string (type)"));
    let output = run(&["check", "-"], "[]");
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("session-not-empty"), "{}", out(&output));
}

#[test]
fn what_cannot_be_read_has_a_code_of_its_own() {
    assert_eq!(code(&run(&["check", "no-such-file"], "")), 2);
    assert_eq!(code(&run(&["check", "-"], "{")), 2);
    assert_eq!(code(&run(&["check", "-"], "")), 2);
    assert_eq!(code(&run(&["check"], "")), 2);
    // The other files are still checked.
    let output = run(&["check", "no-such-file", "recorded-session.jsonl"], "");
    assert_eq!(code(&output), 2);
    assert!(out(&output).contains("27 events"));
}

#[test]
fn json_is_for_programs() {
    let output = run(
        &[
            "check",
            "--json",
            "invalid/playhead-null.json",
            "timelines/timeline-2.json",
            "no-such-file",
        ],
        "",
    );
    let reports: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(reports[0]["events"], 1);
    assert_eq!(reports[0]["violations"][0]["pointer"], "/playerTime/playhead");
    assert_eq!(reports[0]["violations"][0]["keyword"], "type");
    assert_eq!(reports[1]["file"], "timelines/timeline-2.json");
    assert_eq!(reports[1]["events"], 15);
    assert_eq!(reports[1]["violations"].as_array().map(Vec::len), Some(2));
    assert_eq!(reports[1]["findings"][0]["rule"], "ad-break-closed");
    assert_eq!(reports[1]["findings"][0]["severity"], "silent-loss");
    assert_eq!(reports[1]["findings"][0]["event"], 14);
    assert_eq!(reports[2]["violations"][0]["keyword"], "file");
}

#[test]
fn an_event_alone_is_judged_by_its_values() {
    let output =
        run(&["check", "-"], r#"{"eventType":"play","playerTime":{"playhead":-1,"ts":1}}"#);
    assert_eq!(code(&output), 0);
    assert!(out(&output).contains("1 events, 0 violations, 1 findings"), "{}", out(&output));
}
