//! `report`: its JSON, its text, CSV, totals, comparisons, and what made a value.

mod captures;
mod compare;
mod csv;
mod explain;
mod formats;
mod json;
mod text;
mod totals;

use serde_json::{Value, json};

const BEGAN: i64 = 1_700_000_000_000;

/// An event: seconds since the start, the playhead, the type, and what else it has.
pub fn event(second: f64, playhead: f64, kind: &str, more: &Value) -> Value {
    let ts = BEGAN + (second * 1_000.0) as i64;
    let mut event = json!({"eventType": kind, "playerTime": {"playhead": playhead, "ts": ts}});
    for (member, value) in more.as_object().into_iter().flatten() {
        event[member] = value.clone();
    }
    event
}

/// A start with content of 100 seconds.
pub fn start(id: &str) -> Value {
    let mut start: Value = serde_json::from_str(&crate::support::start(id)).unwrap();
    start["params"]["media.length"] = json!(100);
    start["params"]["media.name"] = json!("A film");
    start
}

/// A session: a start, and these events.
pub fn session(id: &str, events: &[(f64, f64, &str, Value)]) -> Vec<Value> {
    let events = events.iter().map(|(at, playhead, kind, more)| event(*at, *playhead, kind, more));
    [start(id)].into_iter().chain(events).collect()
}

pub fn array(events: &[Value]) -> String {
    Value::Array(events.to_vec()).to_string()
}

pub fn lines(events: &[Value]) -> String {
    events.iter().map(|event| event.to_string() + "\n").collect()
}

/// A session with everything: 10 s of an ad, 30 s of content with a chapter, a mid-roll ad of 5 s that
/// is left after 2 s, a pause of 4 s, buffering of 3 s, mute for 6 s, quality, an error.
pub fn everything() -> Vec<Value> {
    let none = Value::Null;
    let pod = |index: u32, second: u32, name: &str| {
        json!({"params": {"media.ad.podIndex": index,
        "media.ad.podSecond": second, "media.ad.podFriendlyName": name}})
    };
    let ad = |id: &str, length: u32, position: u32| {
        json!({"params": {"media.ad.id": id,
        "media.ad.name": format!("Ad {id}"), "media.ad.length": length,
        "media.ad.podPosition": position, "media.ad.playerName": "player"}})
    };
    let chapter = json!({"params": {"media.chapter.index": 1, "media.chapter.offset": 0,
        "media.chapter.length": 50, "media.chapter.friendlyName": "One"}});
    let mute = json!({"params": {"media.state.name": "mute"}});
    let quality = |bitrate: u32, dropped: u32| {
        json!({"qoeData": {"media.qoe.bitrate": bitrate,
        "media.qoe.droppedFrames": dropped, "media.qoe.timeToStart": 1_200,
        "media.qoe.framesPerSecond": 25}})
    };
    let error = json!({"qoeData": {"media.qoe.errorID": "E7", "media.qoe.errorSource": "player"}});
    let mut start = start("film-1");
    start["customMetadata"] = json!({"kind": "trailer"});
    let events = [
        (0.001, 0.0, "adBreakStart", pod(1, 0, "pre")),
        (0.002, 0.0, "adStart", ad("pre-1", 10, 1)),
        (10.0, 0.0, "adComplete", none.clone()),
        (10.001, 0.0, "adBreakComplete", none.clone()),
        (10.002, 0.0, "chapterStart", chapter),
        (10.003, 0.0, "play", quality(800, 0)),
        (14.0, 3.997, "stateStart", mute.clone()),
        (20.0, 9.997, "ping", none.clone()),
        (20.001, 9.998, "stateEnd", mute),
        (30.0, 19.997, "bitrateChange", quality(1_600, 3)),
        (32.0, 21.997, "pauseStart", none.clone()),
        (36.0, 21.997, "play", none.clone()),
        (38.0, 23.997, "bufferStart", none.clone()),
        (41.0, 23.997, "play", none.clone()),
        (43.0, 25.997, "error", error),
        (47.0, 29.997, "adBreakStart", pod(2, 30, "mid")),
        (47.001, 29.997, "adStart", ad("mid-1", 5, 1)),
        (49.001, 29.997, "adSkip", none.clone()),
        (49.002, 29.997, "adBreakComplete", none.clone()),
        (57.002, 37.997, "sessionEnd", none),
    ];
    let events = events.iter().map(|(at, playhead, kind, more)| event(*at, *playhead, kind, more));
    [start].into_iter().chain(events).collect()
}

/// Compares a text with a file beside the tests. `UPDATE_GOLDEN=1` writes it.
pub fn assert_golden(name: &str, text: &str) {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/report/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1") {
        std::fs::write(&path, text).expect("the file can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the file is committed");
    assert_eq!(text, expected, "{name} differs: if it is right, run with UPDATE_GOLDEN=1");
}
