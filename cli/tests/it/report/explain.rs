//! Which events made a value.

use serde_json::{Value, json};

use super::{array, assert_golden, everything};
use crate::process::{code, json as parsed, out, run, told};

fn explained(path: &str) -> Value {
    let output = run(&["report", "--json", "--explain", path, "-"], &array(&everything()));
    assert_eq!(code(&output), 0, "{}", told(&output));
    parsed(&output)
}

fn places(one: &Value) -> Vec<u64> {
    let events = one["events"].as_array().unwrap();
    events.iter().map(|event| event["event"].as_u64().unwrap()).collect()
}

#[test]
fn all_events_are_listed() {
    for (path, record, events) in [
        ("sessionDetails.pauseTime", 6, &[11, 12][..]),
        ("sessionDetails.pauseCount", 6, &[11]),
        ("qoeDataDetails.bufferTime", 6, &[13, 14]),
        ("qoeDataDetails.errorCount", 6, &[15]),
        ("states[mute].time", 6, &[7, 8, 9]),
        ("sessionDetails.adCount", 6, &[2, 17]),
        ("sessionDetails.isViewed", 0, &[0]),
    ] {
        let all = explained(path);
        assert_eq!(all.as_array().unwrap().len(), 1, "{path}");
        assert_eq!((&all[0]["record"], &all[0]["xdm"]), (&json!(record), &json!(path)));
        assert_eq!(places(&all[0]), events, "{path}");
    }
    // The first and the last are those of the table.
    let time = explained("sessionDetails.timePlayed");
    let places = places(&time[0]);
    assert_eq!((places.first(), places.last()), (Some(&6), Some(&20)));
    assert!(!places.contains(&2) && !places.contains(&17), "{places:?}");
    assert_eq!(time[0]["events"][0]["type"], "play");
    assert_eq!(time[0]["events"][0]["time"], 10_003);
    assert_eq!((&time[0]["value"], &time[0]["ms"]), (&json!(38), &json!(37_997)));
    assert!(time[0]["rule"].as_str().unwrap().contains("timestamps"), "{time}");
}

/// A path that several records have gives one element for each.
#[test]
fn each_record_is_explained() {
    let all = explained("advertisingDetails.timePlayed");
    let records: Vec<_> = all.as_array().unwrap().iter().map(|one| &one["record"]).collect();
    assert_eq!(records, [2, 4]);
    assert_eq!((places(&all[0]), places(&all[1])), (vec![2, 3], vec![17, 18]));
}

#[test]
fn values_have_several_names() {
    let by_path = explained("sessionDetails.timePlayed");
    for name in [
        "a.media.timePlayed",
        "Content time spent",
        "content time spent",
        "mediaReporting.sessionDetails.timePlayed",
    ] {
        assert_eq!(explained(name), by_path, "{name}");
    }
    let output = run(&["report", "--explain", "sessionDetails.time", "-"], &array(&everything()));
    assert_eq!(code(&output), 2);
    assert!(
        told(&output).contains("no field is called `sessionDetails.time`"),
        "{}",
        told(&output)
    );
    // A field that no record has is none that does not exist.
    for absent in ["sessionDetails.isCompleted", "states[fullscreen].time"] {
        let output = run(&["report", "--explain", absent, "-"], &array(&everything()));
        assert_eq!((code(&output), out(&output)), (0, format!("no record has `{absent}`\n")));
        assert_eq!(explained(absent), json!([]));
    }
}

#[test]
fn a_person_reads_it() {
    let output = run(&["report", "--explain", "Content time spent", "-"], &array(&everything()));
    assert_golden("explain.txt", &out(&output));
}
