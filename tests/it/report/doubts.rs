//! Where sources disagree, the other reading stands beside the value, with the doubt as a sentence.

use media_collection::report::{Alternative, Certainty, Report};

use super::documented::SAMPLE;
use super::notation::session;

/// A session, a path of its close, what is reported, and what else it may be; `-` is absent.
type Doubt = (&'static str, &'static str, &'static str, &'static str);

const SEEK: &str =
    "0 0 sessionStart length=100; 0 0 play; 5 5 ping; 10 65 ping; 20 75 ping; 20 75 sessionEnd";
const NO_PLAY: &str = "0 0 sessionStart; 0.001 0 adBreakStart; 0.002 0 adStart; 0.003 0 play
    15 0 adComplete; 15.001 0 adBreakComplete; 25 10 ping; 35 20 sessionEnd";
const NO_RESUME: &str = "0 0 sessionStart; 0.001 0 adBreakStart; 0.002 0 adStart; 15 0 adComplete
    15.001 0 adBreakComplete; 25.001 10 ping; 35.001 20 sessionEnd";
const GAP: &str = "0 0 sessionStart; 0 0 play; 10 10 adBreakStart; 10 10 adStart; 25 10 adComplete
    27 10 adStart id=b podPosition=2; 42 10 adComplete; 42 10 adBreakComplete; 52 20 sessionEnd";
const ERROR: &str = "0 0 sessionStart; 0 0 play; 20 20 error qoe.errorID=e qoe.errorSource=player
    25 25 play; 33 33 sessionEnd";
const OPEN_BREAK: &str = "0 0 sessionStart; 0 0 play; 10 10 adBreakStart; 10 10 adStart
    25 10 adComplete; 25 10 sessionEnd";
const TWICE: &str = "0 0 sessionStart; 0 0 play; 10 10 pauseStart; 15 10 pauseStart; 20 10 play
    25 15 bufferStart; 26 15 bufferStart; 27 15 play; 30 18 sessionEnd";
const QUALITY: &str = "0 0 sessionStart; 2 0 play qoe.bitrate=2500000 qoe.timeToStart=1000
    12 10 ping qoe.droppedFrames=9; 22 20 ping qoe.droppedFrames=2; 32 30 sessionEnd";
const PAUSE_IN_AD: &str = "0 0 sessionStart; 0 0 play; 10 10 pauseStart; 12 10 play
    20 18 adBreakStart; 20 18 adStart; 25 18 pauseStart; 30 18 play; 35 18 adComplete
    35 18 adBreakComplete; 40 23 sessionEnd";
const PAUSED_AD: &str = "0 0 sessionStart; 0.001 0 play; 10 10 pauseStart; 10.001 10 adBreakStart
    10.002 10 adStart; 25 10 adComplete; 25.001 10 adBreakComplete; 25.002 10 play; 30 15 sessionEnd";
const OPEN_STATE: &str =
    "0 0 sessionStart; 0 0 play; 1 1 stateStart name=mute; 10 10 ping; 20 20 ping";

const DOUBTS: &[Doubt] = &[
    (SEEK, "sessionDetails.hasProgress10", "-", "true"),
    (SEEK, "sessionDetails.hasProgress50", "-", "true"),
    (SAMPLE, "sessionDetails.totalTimePlayed", "55", "65"),
    (SAMPLE, "sessionDetails.segment", "[0-1]", "[0-5]"),
    (SAMPLE, "qoeDataDetails.timeToStart", "1", "7"),
    (NO_PLAY, "sessionDetails.isPlayed", "-", "true"),
    (NO_PLAY, "qoeDataDetails.isDroppedBeforeStart", "true", "-"),
    (NO_RESUME, "sessionDetails.timePlayed", "-", "20"),
    (NO_RESUME, "sessionDetails.totalTimePlayed", "15", "35"),
    ("0 0 sessionStart; 1 0 play; 1 0 sessionEnd", "sessionDetails.isPlayed", "true", "-"),
    (GAP, "sessionDetails.timePlayed", "20", "22"),
    (GAP, "sessionDetails.totalTimePlayed", "50", "52"),
    (GAP, "qoeDataDetails.bufferTime", "-", "2"),
    (ERROR, "sessionDetails.timePlayed", "33", "28"),
    (OPEN_BREAK, "sessionDetails.timePlayed", "10", "25"),
    (OPEN_BREAK, "sessionDetails.adCount", "1", "-"),
    (TWICE, "sessionDetails.pauseCount", "1", "2"),
    (TWICE, "qoeDataDetails.bufferCount", "1", "2"),
    (QUALITY, "qoeDataDetails.bitrateAverage", "2500000", "2500"),
    (QUALITY, "qoeDataDetails.droppedFrames", "2", "11"),
    (QUALITY, "qoeDataDetails.timeToStart", "1", "2"),
    (PAUSE_IN_AD, "sessionDetails.pauseTime", "7", "2"),
    (PAUSED_AD, "sessionDetails.totalTimePlayed", "15", "30"),
    (PAUSED_AD, "sessionDetails.pauseTime", "15", "-"),
    (OPEN_STATE, "states[mute].time", "619", "19"),
    (OPEN_STATE, "states[mute].time", "619", "-"),
    (
        "0 0 sessionStart; 0 0 play; 10 10 sessionComplete",
        "sessionDetails.secondsSinceLastCall",
        "-",
        "600",
    ),
    (
        "0 0 sessionStart; 0 0 play; 30 10 ping; 40 20 sessionEnd",
        "sessionDetails.timePlayed",
        "40",
        "20",
    ),
];

fn text(datum: Option<&media_collection::report::Datum>) -> String {
    datum.map_or_else(|| "-".to_owned(), ToString::to_string)
}

#[test]
fn other_readings_stand_beside_the_value() {
    let mut wrong = Vec::new();
    for (events, xdm, reported, otherwise) in DOUBTS {
        let report = Report::of(&session(events));
        let Some(value) = report.close().and_then(|close| close.get(xdm)) else {
            wrong.push(format!("{events}\n  {xdm} is not told"));
            continue;
        };
        let told = |other: &Alternative| text(other.datum.as_ref());
        let others: Vec<_> = value.alternatives().iter().map(told).collect();
        if text(value.datum()) != *reported || !others.iter().any(|other| other == otherwise) {
            wrong.push(format!(
                "{events}\n  {xdm} is {} or {others:?}, not {reported} or {otherwise}",
                text(value.datum())
            ));
        }
        let is_exact = value.certainty() == Certainty::Exact && !xdm.contains("totalTime");
        assert!(!is_exact, "{xdm} is in doubt");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
