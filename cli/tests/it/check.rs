//! `check`: its output and exit codes.

use serde_json::{Value, json};

use crate::process::{code, json, out, run, told};
use crate::support::{event, folder, start};

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
    let findings = reports[1]["findings"].as_array().unwrap();
    let open = findings.iter().find(|finding| finding["rule"] == "ad-break-closed").unwrap();
    assert_eq!(open["severity"], "silent-loss");
    assert_eq!(open["event"], 14);
    assert_eq!(reports[2]["violations"][0]["keyword"], "file");
}

#[test]
fn an_event_alone_is_judged_by_its_values() {
    let output =
        run(&["check", "-"], r#"{"eventType":"play","playerTime":{"playhead":-1,"ts":1}}"#);
    assert_eq!(code(&output), 0);
    assert!(out(&output).contains("1 event, 0 violations, 1 finding"), "{}", out(&output));
}

/// A session with a silent loss and advice, and no error.
fn lossy() -> String {
    // The second ad break is never closed, and `play` between ads is ignored.
    let pod = |index: u32| {
        json!({"eventType": "adBreakStart", "playerTime": {"playhead": 1, "ts": 1_700_000_001_500_i64},
            "params": {"media.ad.podIndex": index, "media.ad.podSecond": 1}})
    };
    let end = event("sessionEnd", 2.0);
    format!("[{},{},{},{end}]", start("lossy"), event("play", 1.0), pod(1))
}

#[test]
fn what_is_denied_fails() {
    let fine = format!("[{},{},{}]", start("fine"), event("play", 1.0), event("sessionEnd", 2.0));
    let advised = format!("[{},{}]", start("advised"), event("play", 1.0));
    let error = format!("[{}]", event("play", 1.0));
    let denied = |text: &str, arguments: &[&str]| {
        let arguments = [&["check", "-"], arguments].concat();
        code(&run(&arguments, text))
    };
    for (text, codes) in [
        (&fine, [0, 0, 0, 0]),
        (&advised, [0, 0, 1, 1]),
        (&lossy(), [0, 1, 1, 1]),
        (&error, [1; 4]),
    ] {
        let found = [
            denied(text, &[]),
            denied(text, &["--deny", "silent-loss"]),
            denied(text, &["--deny", "advice"]),
            denied(text, &["--deny", "silent-loss,advice", "--json"]),
        ];
        assert_eq!(found, codes, "{text}");
    }
    assert_eq!(denied(&fine, &["--deny", "everything"]), 2);
}

/// A capture that begins in the middle of a session has the same error 500 times.
#[test]
fn equal_findings_are_told_once() {
    let pings: Vec<_> = (0..500).map(|second| event("ping", f64::from(second) * 10.0)).collect();
    let pings = format!("[{}]", pings.join(","));
    let output = run(&["check", "-"], &pings);
    assert_eq!(code(&output), 1);
    let told = out(&output);
    assert!(told.contains("500 events, 0 violations, "), "{told}");
    let line = told.lines().find(|line| line.contains("[session-start-first]")).expect("a line");
    assert!(line.starts_with("  error       /0, /1, /2, /3, /4 and 495 more: "), "{told}");
    assert_eq!(told.matches("[session-start-first]").count(), 1);

    let reports = json(&run(&["check", "--json", "-"], &pings));
    let findings = reports[0]["findings"].as_array().unwrap();
    let first = findings.iter().find(|finding| finding["rule"] == "session-start-first").unwrap();
    assert_eq!((&first["event"], &first["count"]), (&json!(0), &json!(500)));
    let places = first["events"].as_array().unwrap();
    assert_eq!((places.len(), &places[499]), (500, &json!(499)));
    assert!(first["why"].is_string() && first["message"].is_string());
    // So are equal violations, in the output for people.
    let wrong = pings.replace("\"playhead\"", "\"playHead\"");
    let told = out(&run(&["check", "-"], &wrong));
    assert_eq!(told.matches("did you mean `playhead`?").count(), 1, "{told}");
    assert!(told.contains("and 495 more"));
    let reports = json(&run(&["check", "--json", "-"], &wrong));
    assert_eq!(reports[0]["violations"].as_array().unwrap().len(), 1_000);
}

#[test]
fn there_is_an_element_for_each_session() {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/data");
    let (har, edge, bom) =
        (format!("{data}/capture.har"), format!("{data}/edge.json"), format!("{data}/bom.json"));
    let output =
        run(&["check", "--json", &har, &edge, &bom, "no-such-file", "recorded-session.jsonl"], "");
    assert_eq!(code(&output), 2);
    let reports = json(&output);
    let one = |index: usize, member: &str| reports[index][member].clone();
    for (index, session, api, events) in [
        (0, json!("abc"), json!("collection"), 2),
        (1, Value::Null, json!("edge"), 1),
        (2, Value::Null, json!("collection"), 3),
        (3, Value::Null, Value::Null, 0),
        (4, Value::Null, json!("collection"), 27),
    ] {
        assert_eq!((one(index, "session"), one(index, "api")), (session, api), "{index}");
        assert_eq!(one(index, "events"), events, "{index}");
        let mut members: Vec<_> = reports[index].as_object().unwrap().keys().collect();
        members.sort_unstable();
        assert_eq!(members, ["api", "events", "file", "findings", "session", "violations"]);
    }
    assert_eq!(reports.as_array().unwrap().len(), 5);
    assert_eq!(one(0, "file"), json!(har));
    assert_eq!(reports[1]["violations"], json!([]));
    let told = out(&run(&["check", &har, &edge], ""));
    assert!(told.contains("capture.har [abc]: 2 events, 0 violations, "), "{told}");
    assert!(told.contains("edge.json: 1 event, 0 violations, 0 findings"), "{told}");
}

#[test]
fn the_folder_of_a_collector_is_read() {
    let data = folder("check-collected");
    let missing = run(&["check", data.to_str().unwrap()], "");
    assert_eq!(code(&missing), 2);
    assert!(told(&missing).contains("not a collector's"), "{}", told(&missing));
    let line = |id: &str, member: &str, event: &str| {
        format!("{{\"received\":1,\"session\":\"{id}\",\"{member}\":{event}}}\n")
    };
    let mut lines = line("a", "start", &start("a")) + &line("b", "start", &start("b"));
    for id in ["b", "a"] {
        lines += &line(id, "event", &event("play", 1.0));
        lines += &line(id, "event", &event("sessionEnd", 2.0));
    }
    // A crash in the middle of a line.
    lines += "{\"received\":1,\"sess";
    std::fs::write(data.join("received.jsonl"), lines).unwrap();
    let output = run(&["check", "--json", data.to_str().unwrap()], "");
    let reports = json(&output);
    let sessions: Vec<_> = reports.as_array().unwrap().iter().map(|one| &one["session"]).collect();
    assert_eq!(sessions, ["a", "b"]);
    assert_eq!((&reports[0]["events"], &reports[1]["events"]), (&json!(3), &json!(3)));
    assert!(String::from_utf8_lossy(&output.stderr).contains("1 line cannot be read"));
    let table = out(&run(&["timeline", data.to_str().unwrap()], ""));
    assert!(table.contains("session a\n") && table.contains("session b\n"), "{table}");
}

/// The columns do not run into each other.
#[test]
fn the_lines_are_columns() {
    let told = out(&run(&["check", "-"], &lossy()));
    assert!(told.contains("  silent-loss /"), "{told}");
    let told = out(&run(&["check", "-"], &start("a")));
    assert!(told.starts_with("-: 1 event, 0 violations, 0 findings"), "{told}");
}

/// A wrong event type is one fault, and not also a session that was never played.
#[test]
fn nothing_follows_from_an_unknown_event_type() {
    for (wrong, meant) in [("Play", "play"), ("sessionend", "sessionEnd")] {
        let session =
            [start("a"), event("play", 0.0), event("ping", 10.0), event("sessionEnd", 11.0)];
        let session =
            session.map(|event| event.replace(&format!("{meant:?}"), &format!("{wrong:?}")));
        let reports = json(&run(&["check", "--json", "-"], &format!("[{}]", session.join(","))));
        let violations = reports[0]["violations"].as_array().unwrap();
        assert_eq!(violations.len(), 1, "{violations:?}");
        assert!(violations[0]["message"].as_str().unwrap().contains(meant));
        assert_eq!(reports[0]["findings"], json!([]));
    }
}

/// Findings of a session of Media Edge name the places in its requests; its ads count from 0.
#[test]
fn findings_of_media_edge_name_its_members() {
    let request = |event_type: &str, second: u32, media: serde_json::Value| {
        let mut media = media;
        media["playhead"] = serde_json::json!(0);
        if event_type != "sessionStart" {
            media["sessionID"] = "s".into();
        }
        serde_json::json!({"events": [{"xdm": {"eventType": format!("media.{event_type}"),
            "timestamp": format!("2026-01-02T03:04:{second:02}.000Z"), "mediaCollection": media}}]})
        .to_string()
    };
    let details = serde_json::json!({"sessionDetails": {"name": "c", "length": 100,
        "contentType": "vod", "playerName": "p", "channel": "c"}});
    let pod = serde_json::json!({"advertisingPodDetails": {"index": 1, "offset": 0}});
    let ad = serde_json::json!({"advertisingDetails": {"name": "a", "length": 5, "podPosition": 0,
        "playerName": "p"}});
    let quality = serde_json::json!({"qoeDataDetails": {"bitrate": -1}});
    let none = serde_json::json!({});
    let text = [
        request("sessionStart", 0, details),
        request("adBreakStart", 1, pod),
        request("adStart", 2, ad),
        request("adComplete", 3, none.clone()),
        request("adBreakComplete", 4, none.clone()),
        request("play", 5, quality),
        request("sessionComplete", 6, none),
    ]
    .join("\n");
    let told = "`$.events[0].xdm.mediaCollection.qoeDataDetails.bitrate` must be 0 or more";
    for command in ["check", "report"] {
        let output = out(&run(&[command, "-"], &text));
        assert!(output.contains(&format!("/5: {told}")), "{output}");
        assert!(!output.contains("careful-value]\n  advice      /2"), "{output}");
        assert!(!output.contains("must be 1 or more"), "{output}");
        let output = out(&run(&[command, "--json", "-"], &text));
        assert!(output.contains(told) && !output.contains("/qoeData/"), "{output}");
    }
    // A session of downloaded content has its events inside.
    let converted = out(&run(&["convert", "--to", "edge", "--downloaded", "-"], &text));
    let output = out(&run(&["check", "-"], &converted));
    let inside =
        "`$.events[0].xdm.mediaDownloadedEvents[5].mediaCollection.qoeDataDetails.bitrate`";
    assert!(output.contains(inside), "{output}");
}
