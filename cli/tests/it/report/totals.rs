//! The totals of several sessions.

use serde_json::{Value, json};

use super::{array, assert_golden, everything, session};
use crate::process::{code, json as parsed, out, run};

/// Three sessions: with everything; completed after 20 s; abandoned in the pre-roll after 3 s.
fn three() -> String {
    let none = Value::Null;
    let completed = session(
        "b",
        &[
            (0.0, 0.0, "play", none.clone()),
            (10.0, 10.0, "ping", none.clone()),
            (20.0, 20.0, "sessionComplete", none.clone()),
            (20.001, 20.0, "sessionEnd", none.clone()),
        ],
    );
    let pod = json!({"params": {"media.ad.podIndex": 1, "media.ad.podSecond": 0}});
    let ad = json!({"params": {"media.ad.id": "pre-1", "media.ad.length": 10,
        "media.ad.podPosition": 1, "media.ad.playerName": "p"}});
    let dropped = session(
        "c",
        &[
            (0.0, 0.0, "adBreakStart", pod),
            (0.0, 0.0, "adStart", ad),
            (3.0, 0.0, "sessionEnd", none),
        ],
    );
    [everything(), completed, dropped].map(|events| array(&events)).join("\n")
}

fn totals(input: &str) -> Value {
    let output = run(&["report", "--totals", "--json", "-"], input);
    assert_eq!(code(&output), 0);
    parsed(&output)
}

fn sum<'a>(totals: &'a Value, xdm: &str) -> &'a Value {
    let values = totals["values"].as_array().unwrap();
    values.iter().find(|value| value["xdm"] == xdm).unwrap_or_else(|| panic!("{xdm}: {totals:#}"))
}

#[test]
fn metrics_are_added_up() {
    let totals = totals(&three());
    assert_eq!(totals["sessions"], 3);
    assert_eq!(totals["left_out"][0], "concurrent viewers");
    for (xdm, value, sessions) in [
        ("sessionDetails.isViewed", 3, 3),
        ("sessionDetails.isPlayed", 2, 2),
        ("sessionDetails.isCompleted", 1, 1),
        ("sessionDetails.timePlayed", 38 + 20, 2),
        ("sessionDetails.totalTimePlayed", 50 + 20 + 3, 3),
        ("advertisingDetails.isStarted", 3, 2),
        ("advertisingDetails.isCompleted", 1, 1),
        ("advertisingDetails.timePlayed", 10 + 2 + 3, 2),
        ("chapterDetails.isStarted", 1, 1),
        ("qoeDataDetails.isDroppedBeforeStart", 1, 1),
        ("states[mute].time", 6, 1),
    ] {
        let sum = sum(&totals, xdm);
        assert_eq!((&sum["value"], &sum["sessions"]), (&json!(value), &json!(sessions)), "{xdm}");
    }
    assert_eq!(sum(&totals, "sessionDetails.timePlayed")["ms"], 57_998);
    // Audiences are added up, bitrates are averaged.
    let audience = sum(&totals, "sessionDetails.averageMinuteAudience")["value"].as_f64().unwrap();
    assert!((audience - 0.58).abs() < 1e-9, "{audience}");
    let bitrate = sum(&totals, "qoeDataDetails.bitrateAverage");
    assert_eq!(bitrate["sessions"], 1);
    assert!((800..=1_600).contains(&bitrate["value"].as_i64().unwrap()), "{bitrate}");
}

#[test]
fn calculated_metrics_are_quotients() {
    let totals = totals(&three());
    let calculated = totals["calculated"].as_array().unwrap();
    let one = |name: &str| calculated.iter().find(|one| one["name"] == name).expect(name);
    for (name, value, formula) in [
        ("Content completion rate", 1.0 / 2.0, "[Content completes] / [Content starts]"),
        ("Media completion rate", 1.0 / 3.0, "[Content completes] / [Media starts]"),
        ("Ad completion rate", 1.0 / 3.0, "[Ad completes] / [Ad starts]"),
        ("Drop before start rate", 1.0 / 3.0, "[Drops before start] / [Media starts]"),
        ("Avg. ads per media stream", 1.0, "[Ad starts] / [Media starts]"),
        ("Avg. content time spent", 29.0, "[Content time spent] / [Content starts]"),
        ("Ad time spent rate", 15.0 / 58.0, "[Ad time spent] / [Content time spent]"),
    ] {
        let found = one(name);
        assert!((found["value"].as_f64().unwrap() - value).abs() < 1e-9, "{found}");
        assert_eq!(found["formula"], formula);
    }
    assert_eq!(calculated.len(), 15);
    // Without a divisor there is no quotient.
    let alone = self::totals(&super::start("a").to_string());
    let names: Vec<_> =
        alone["calculated"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
    assert!(!names.contains(&&json!("Content completion rate")), "{names:?}");
    assert!(names.contains(&&json!("Drop before start rate")), "{names:?}");
}

/// By other readings a sum lies between two bounds.
#[test]
fn doubts_are_bounds() {
    let none = Value::Null;
    let seek = session(
        "a",
        &[
            (0.0, 0.0, "play", none.clone()),
            (5.0, 5.0, "ping", none.clone()),
            (10.0, 65.0, "ping", none.clone()),
            (20.0, 75.0, "sessionEnd", none),
        ],
    );
    let both = [seek.clone(), seek].map(|events| array(&events)).join("\n");
    let totals = totals(&both);
    let marker = sum(&totals, "sessionDetails.hasProgress50");
    assert_eq!((&marker["value"], &marker["sessions"]), (&json!(0), &json!(0)));
    assert_eq!((&marker["least"], &marker["greatest"]), (&json!(0), &json!(2)));
    let rules = totals["diagnostics"].as_array().unwrap();
    let jump = rules.iter().find(|told| told["rule"] == "playhead-jumps").unwrap();
    assert_eq!((&jump["sessions"], &jump["events"]), (&json!(2), &json!(2)));
}

#[test]
fn a_person_reads_them() {
    assert_golden("totals.txt", &out(&run(&["report", "--totals", "-"], &three())));
}

#[test]
fn a_spreadsheet_reads_them() {
    let output = run(&["report", "--totals", "--csv", "-"], &three());
    let text = out(&output);
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("xdm,name,value,ms,sessions,least,greatest"));
    assert!(text.contains("\nsessionDetails.isViewed,Media starts,3,,3,"), "{text}");
    assert!(text.contains("\nsessionDetails.timePlayed,Content time spent,58,57998,2,"), "{text}");
    assert!(text.contains("\n,Content completion rate,0.5,,,,\n"), "{text}");
}

/// Files count together, and what cannot be read is told.
#[test]
fn several_files_are_one_total() {
    let output = run(
        &[
            "report",
            "--totals",
            "timelines/timeline-1.json",
            "timelines/timeline-3.json",
            "nothing",
        ],
        "",
    );
    assert_eq!(code(&output), 2);
    assert!(out(&output).starts_with("Totals of 2 sessions in 2 files\n"), "{}", out(&output));
    assert!(
        out(&output)
            .contains("\nLeft out, since it depends on when others watched: concurrent viewers, ")
    );
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing: cannot be read"));
}
