//! CSV.

use serde_json::json;

use super::{array, everything};
use crate::process::{code, out, run, told};

const COLUMNS: [&str; 13] = [
    "file",
    "session",
    "record",
    "event_type",
    "xdm",
    "variable",
    "name",
    "value",
    "ms",
    "certainty",
    "first_event",
    "last_event",
    "alternatives",
];

/// The lines of a CSV text, each with its fields.
fn read(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let line = |line: ::csv::Result<::csv::StringRecord>| {
        line.expect("it is CSV").iter().map(str::to_owned).collect()
    };
    reader.records().map(line).collect()
}

#[test]
fn there_is_a_line_for_each_value() {
    let mut events = everything();
    events[0]["params"]["media.name"] = json!("A \"film\", in two\nlines");
    let output = run(&["report", "--csv", "-"], &array(&events));
    assert_eq!(code(&output), 0);
    let lines = read(&out(&output));
    assert_eq!(lines[0], COLUMNS);
    let values = crate::process::json(&run(&["report", "--json", "-"], &array(&events)));
    assert_eq!(lines.len() - 1, values[0]["values"].as_array().unwrap().len());
    let line = |xdm: &str| lines.iter().rfind(|line| line[4] == xdm).expect(xdm);
    assert_eq!(
        line("sessionDetails.timePlayed")[..12],
        [
            "-",
            "",
            "6",
            "media.sessionComplete",
            "sessionDetails.timePlayed",
            "a.media.timePlayed",
            "Content time spent",
            "38",
            "37997",
            "rough",
            "6",
            "20"
        ]
    );
    assert_eq!(line("sessionDetails.friendlyName")[7], "A \"film\", in two\nlines");
    assert_eq!(line("sessionDetails.isPlayed")[7], "true");
    let segment = line("sessionDetails.segment");
    assert!(segment[12].contains("[0-5] ("), "{segment:?}");
}

#[test]
fn the_help_lists_the_columns() {
    let help = out(&run(&["report", "--help"], ""));
    assert!(help.contains(&COLUMNS.join(",")), "{help}");
}

/// Sessions of a file are told apart, and what is wrong is on standard error.
#[test]
fn several_files() {
    let both = format!("{}\n{}", array(&everything()), array(&everything()));
    let output = run(&["report", "--csv", "-", "no-such-file"], &both);
    assert_eq!(code(&output), 2);
    let lines = read(&out(&output));
    let starts: Vec<_> = lines.iter().filter(|line| line[4] == "sessionDetails.isViewed").collect();
    assert_eq!(starts.iter().map(|line| &*line[1]).collect::<Vec<_>>(), ["1", "2"]);
    assert!(told(&output).contains("no-such-file: cannot be read: "), "{}", told(&output));
    let wrong = run(&["report", "--csv", "timelines/timeline-2.json"], "");
    assert_eq!(code(&wrong), 1);
    let told = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert!(
        told.contains("  violation   /6/qoeData/bitrate, /10/qoeData/bitrate: is not "),
        "{told}"
    );
    assert!(told.contains("[ad-break-closed]"), "{told}");
}
