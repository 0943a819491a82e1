//! Reports of real traffic: every captured session, the timelines of the documentation, and our own
//! recording.
//!
//! `tests/payloads/reports.txt` has two lines for each. `UPDATE_GOLDEN=1 cargo test --all-features
//! --test it report::captures` writes the file again; read each line that changes beside the calls of its
//! capture.

use std::fmt::Write as _;
use std::{env, fs};

use media_collection::report::{Record, RecordType, Report};
use media_collection::{Event, Policy};

use crate::fixtures::files::payloads;
use crate::lint::table::sessions;

const HEAD: &str = "\
# Reports of the captures and timelines, in seconds: the session, then its diagnostics. Written by a test
# (tests/it/report/captures.rs).
#
# `content`, `media`, `unique`, `pause`, `buffer`, `stall` are times, with the number of times before a
# colon; an ad or chapter has its time, and `+` if it was completed; `%` are the progress markers.
";

/// Names of what is shown, in this order, and the paths of count and time.
const SHOWN: &[(&str, &str, &str)] = &[
    ("content", "", "sessionDetails.timePlayed"),
    ("media", "", "sessionDetails.totalTimePlayed"),
    ("unique", "", "sessionDetails.uniqueTimePlayed"),
    ("pause", "sessionDetails.pauseCount", "sessionDetails.pauseTime"),
    ("buffer", "qoeDataDetails.bufferCount", "qoeDataDetails.bufferTime"),
    ("stall", "qoeDataDetails.stallCount", "qoeDataDetails.stallTime"),
    ("errors", "qoeDataDetails.errorCount", ""),
    ("switches", "qoeDataDetails.bitrateChangeCount", ""),
    ("bitrate", "qoeDataDetails.bitrateAverage", ""),
    ("dropped", "qoeDataDetails.droppedFrames", ""),
    ("start", "", "qoeDataDetails.timeToStart"),
    ("silent", "", "sessionDetails.secondsSinceLastCall"),
    ("streams", "sessionDetails.estimatedStreams", ""),
    ("segment", "sessionDetails.segment", ""),
];

fn text(record: &Record, xdm: &str) -> Option<String> {
    record.get(xdm)?.datum().map(ToString::to_string)
}

fn seconds(record: &Record, xdm: &str) -> Option<f64> {
    record.get(xdm)?.ms().filter(|ms| *ms != 0).map(|ms| ms as f64 / 1_000.0)
}

fn is_set(record: &Record, xdm: &str) -> bool {
    record.get(xdm).is_some_and(|value| value.datum().is_some())
}

/// The times of the ads or the chapters.
fn times(report: &Report, of: RecordType, object: &str) -> Vec<String> {
    let records = report.records.iter().filter(|record| record.record_type() == of);
    let times = records.map(|record| {
        let time = seconds(record, &format!("{object}.timePlayed")).unwrap_or_default();
        let completed = is_set(record, &format!("{object}.isCompleted"));
        format!("{time}{}", if completed { "+" } else { "" })
    });
    times.collect()
}

fn line(report: &Report) -> String {
    let mut shown = String::new();
    let Some(close) = report.close() else { return "no close".to_owned() };
    let flags =
        [("played", "sessionDetails.isPlayed"), ("completed", "sessionDetails.isCompleted")];
    for (name, xdm) in flags {
        if is_set(close, xdm) {
            write!(shown, " {name}").unwrap();
        }
    }
    for (name, count, time) in SHOWN {
        match (text(close, count), seconds(close, time)) {
            (Some(count), Some(time)) => write!(shown, ", {name} {count}: {time}").unwrap(),
            (Some(count), None) => write!(shown, ", {name} {count}").unwrap(),
            (None, Some(time)) => write!(shown, ", {name} {time}").unwrap(),
            (None, None) => {}
        }
    }
    let marks =
        [10, 25, 50, 75, 95].map(|mark| (mark, format!("sessionDetails.hasProgress{mark}")));
    let marks =
        marks.iter().filter(|(_, xdm)| is_set(close, xdm)).map(|(mark, _)| mark.to_string());
    let states = close.to_xdm()["states"].as_array().cloned().unwrap_or_default();
    let states = states.iter().map(|state| {
        let time = state["time"].as_i64().unwrap_or_default();
        format!("{} {}: {time}", state["name"].as_str().unwrap_or_default(), state["count"])
    });
    for (name, values) in [
        ("%", marks.collect::<Vec<_>>()),
        ("ads", times(report, RecordType::AdClose, "advertisingDetails")),
        ("chapters", times(report, RecordType::ChapterClose, "chapterDetails")),
        ("states", states.collect()),
    ] {
        if !values.is_empty() {
            write!(shown, "; {name} {}", values.join(" ")).unwrap();
        }
    }
    shown.trim_start_matches([',', ' ']).to_owned()
}

#[test]
fn reports_of_real_traffic_are_reviewed() {
    let mut file = HEAD.to_owned();
    for (name, events) in real() {
        let report = Report::of(&events);
        writeln!(file, "{name} ({} events): {}", events.len(), line(&report)).unwrap();
        let mut rules: Vec<_> = report.diagnostics.iter().map(|it| it.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        writeln!(
            file,
            "  {}",
            if rules.is_empty() { "nothing".to_owned() } else { rules.join(" ") }
        )
        .unwrap();
    }
    let path = payloads().join("reports.txt");
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &file).unwrap();
    }
    assert!(file == fs::read_to_string(&path).unwrap_or_default(), "the reports have changed");
}

/// Real sessions by name.
pub fn real() -> Vec<(String, Vec<Event>)> {
    let mut sessions = sessions();
    let recorded = fs::read_to_string(payloads().join("recorded-session.jsonl")).unwrap();
    let events = recorded.lines().map(|line| Event::decode(line.as_bytes(), &Policy::tolerant()));
    sessions.push(("recorded".to_owned(), events.collect::<Result<_, _>>().unwrap()));
    assert!(sessions.len() > 110);
    sessions
}
