//! The `check` example: what it prints, and how it ends.

mod common;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

fn check(arguments: &[&str], input: &str) -> Output {
    static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| common::example("check"));
    let mut child = Command::new(&*PROGRAM)
        .args(arguments)
        .current_dir(common::payloads())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example is built");
    child.stdin.take().expect("it is piped").write_all(input.as_bytes()).expect("it is read");
    child.wait_with_output().expect("it ends")
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it is text")
}

#[test]
fn a_recorded_session_is_fine() {
    let output = check(&["recorded-session.jsonl"], "");
    assert_eq!(output.status.code(), Some(0));
    assert!(
        told(&output).starts_with("recorded-session.jsonl: 27 events, 0 violations, 5 findings")
    );
    assert!(told(&output).contains("[timestamps-differ]"));
}

#[test]
fn violations_are_told_with_their_places() {
    let output = check(&["invalid/batch-errors-in-1-and-3.json", "recorded-session.jsonl"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        told(&output).contains("/1/playerTime/playhead: must be a number, not a string (type)")
    );
    let output = check(&["-"], "[]");
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("session-not-empty"), "{}", told(&output));
}

#[test]
fn what_cannot_be_read_is_told_apart() {
    assert_eq!(check(&["no-such-file"], "").status.code(), Some(2));
    assert_eq!(check(&["-"], "{").status.code(), Some(2));
    assert_eq!(check(&["-"], "").status.code(), Some(2));
    assert_eq!(check(&[], "").status.code(), Some(2));
    // The others are still looked at.
    let output = check(&["no-such-file", "recorded-session.jsonl"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("27 events"));
}

#[test]
fn json_is_for_programs() {
    let output = check(
        &["--json", "invalid/playhead-null.json", "timelines/timeline-2.json", "no-such-file"],
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
    let output = check(&["-"], r#"{"eventType":"play","playerTime":{"playhead":-1,"ts":1}}"#);
    assert_eq!(output.status.code(), Some(0));
    assert!(told(&output).contains("1 events, 0 violations, 1 findings"), "{}", told(&output));
}
