//! What a person reads.

use serde_json::{Value, json};

use super::{array, assert_golden, everything, session};
use crate::process::{code, out, run, told};

fn shown(arguments: &[&str], input: &str) -> String {
    let output = run(&[&["report"], arguments].concat(), input);
    assert_eq!(code(&output), 0, "{}", told(&output));
    out(&output)
}

#[test]
fn a_session_with_everything() {
    assert_golden("everything.txt", &shown(&["-"], &array(&everything())));
}

/// The worked example of the documentation with chapters.
#[test]
fn a_timeline_of_the_documentation() {
    assert_golden("timeline-3.txt", &shown(&["timelines/timeline-3.json"], ""));
}

#[test]
fn what_is_wrong_comes_first() {
    let none = Value::Null;
    // A pre-roll, then content without a `play`, and no end.
    let pod = json!({"params": {"media.ad.podIndex": 1, "media.ad.podSecond": 0}});
    let ad = json!({"params": {"media.ad.id": "a", "media.ad.length": 5, "media.ad.podPosition": 1,
        "media.ad.playerName": "p"}});
    let events = session(
        "a",
        &[
            (0.1, 0.0, "adBreakStart", pod),
            (0.2, 0.0, "adStart", ad),
            (5.2, 0.0, "adComplete", none.clone()),
            (5.3, 0.0, "adBreakComplete", none.clone()),
            (15.0, 10.0, "ping", none.clone()),
            (25.0, 20.0, "ping", none),
        ],
    );
    let text = shown(&["-"], &array(&events));
    let line = |part: &str| text.lines().position(|line| line.contains(part)).expect(part);
    assert_eq!(line("7 events, closed after 10:25: 10 minutes without an event"), 0, "{text}");
    assert!(line("[never-played]") < line("metric"), "{text}");
    assert!(line("[session-closed]") < line("metric"), "{text}");
    assert!(text.contains("              spoils Content starts"), "{text}");
    // What is absent, and what an analyst looks for.
    assert!(text.contains("\n  not reported: Content completes, 10% "), "{text}");
}

#[test]
fn a_session_without_a_fault_says_so() {
    let none = Value::Null;
    let events = session(
        "a",
        &[
            (0.1, 0.0, "play", none.clone()),
            (10.1, 10.0, "ping", none.clone()),
            (15.1, 15.0, "sessionEnd", none),
        ],
    );
    let text = shown(&["-"], &array(&events));
    assert!(text.starts_with("-: 4 events, ended after 0:15.100\n  nothing wrong was found\n\n"));
    let row = |name: &str| text.lines().find(|line| line.contains(name)).unwrap().to_owned();
    let words: Vec<_> = row("Content time spent").split_whitespace().map(str::to_owned).collect();
    assert_eq!(words, ["Content", "time", "spent", "15", "s", "exact", "/1", "to", "/3"]);
}

/// A pause of less than half a second is 0 seconds, which is absent; its milliseconds are told. So is
/// what is too much to show.
#[test]
fn short_times_and_long_lists() {
    let none = Value::Null;
    let mut events = session(
        "a",
        &[
            (0.0, 0.0, "play", none.clone()),
            (5.0, 5.0, "pauseStart", none.clone()),
            (5.3, 5.0, "play", none.clone()),
            (9.3, 9.0, "sessionEnd", none),
        ],
    );
    let custom = (0..30).map(|number| (format!("key{number:02}"), json!("x")));
    events[0]["customMetadata"] = Value::Object(custom.collect());
    let text = shown(&["-"], &array(&events));
    let row = text.lines().find(|line| line.contains("Total pause duration")).unwrap();
    let words: Vec<_> = row.split_whitespace().collect();
    assert_eq!(words, ["Total", "pause", "duration", "-", "0:00.300", "exact", "/2", "to", "/3"]);
    assert!(text.contains(" x\n  custom: 10 more\n") && text.contains("custom: key19"), "{text}");
    assert!(!text.contains("key20"), "{text}");
}

/// A clock that was set back may end a session before it began.
#[test]
fn a_session_may_end_before_its_start() {
    let events = [
        super::start("a"),
        super::event(-3_600.0, 0.0, "play", &Value::Null),
        super::event(-3_590.0, 10.0, "sessionEnd", &Value::Null),
    ];
    let text = shown(&["-"], &array(&events));
    assert!(
        text.starts_with("-: 3 events, ended 59:50 before its start, by the timestamps\n"),
        "{text}"
    );
}

/// What was received is no instruction to a terminal.
#[test]
fn received_text_is_only_text() {
    let mut events = everything();
    events[0]["params"]["media.name"] = json!("\u{1b}[31mred\r\nline");
    events[2]["params"]["media.ad.name"] = json!("x".repeat(500));
    let text = shown(&["-"], &array(&events));
    assert!(!text.contains('\u{1b}') && !text.contains('\r'), "{text}");
    assert!(text.contains(r"\u{1b}[31mred\r\nline"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() < 300), "{text}");
}

/// Several sessions have their totals at the end.
#[test]
fn several_sessions_follow_each_other() {
    let both = format!("{}\n{}", array(&everything()), array(&everything()));
    let text = shown(&["-"], &both);
    assert!(
        text.contains("\n\n-: [session 2]") || text.contains("\n\n- [session 2]: 21 events"),
        "{text}"
    );
    assert_eq!(text.matches("\nTotals of 2 sessions in 1 file\n").count(), 1, "{text}");
    assert!(!shown(&["-"], &array(&everything())).contains("Totals"));
}

/// The choices change what they say, and nothing else.
#[test]
fn the_choices() {
    let none = Value::Null;
    let mute = json!({"params": {"media.state.name": "mute"}});
    // A seek from 5 to 65 between two pings, and a second that is not whole.
    let events = array(&session(
        "a",
        &[
            (0.001, 0.0, "play", none.clone()),
            (2.0, 2.0, "stateStart", mute),
            (5.0, 5.0, "ping", none.clone()),
            (10.0, 65.0, "ping", none.clone()),
            (20.6, 75.6, "ping", none.clone()),
            (21.6, 75.6, "pauseStart", none.clone()),
            (30.6, 75.6, "sessionEnd", none),
        ],
    ));
    let value = |arguments: &[&str], xdm: &str| {
        let output = run(&[&["report", "--json", "-"], arguments].concat(), &events);
        let reports = crate::process::json(&output);
        let values = reports[0]["values"].as_array().unwrap().clone();
        values.iter().find(|value| value["xdm"] == xdm).map(|value| value["value"].clone())
    };
    let time = "sessionDetails.timePlayed";
    assert_eq!(value(&[], time), Some(json!(22)));
    assert_eq!(value(&["--rounding", "down"], time), Some(json!(21)));
    let ten = "sessionDetails.hasProgress10";
    assert_eq!(value(&[], ten), Some(Value::Null));
    assert_eq!(value(&["--markers", "reached"], ten), Some(json!(true)));
    let state = "states[mute].time";
    assert_eq!(value(&[], state), Some(json!(29)));
    assert_eq!(value(&["--open-states", "none"], state), Some(Value::Null));
    // 20 s by the timestamps, 1 s by the playhead.
    let slow = session(
        "b",
        &[
            (0.0, 0.0, "play", Value::Null),
            (20.0, 1.0, "ping", Value::Null),
            (21.0, 2.0, "sessionEnd", Value::Null),
        ],
    );
    let seconds = |arguments: &[&str]| {
        let output = run(&[&["report", "--json", "-"], arguments].concat(), &array(&slow));
        let reports = crate::process::json(&output);
        let close = reports[0]["records"].as_array().unwrap().last().unwrap().clone();
        close["sessionDetails"]["timePlayed"].clone()
    };
    assert_eq!(seconds(&[]), 21);
    assert_eq!(seconds(&["--time-spent", "clamped"]), 2);
    for wrong in [&["--markers", "seen"][..], &["--rounding"], &["--time-spent", "clock"]] {
        assert_eq!(code(&run(&[&["report", "-"], wrong].concat(), &events)), 2);
    }
}
