//! Sessions in a compact notation: an event a line, or several with `;` between them.
//!
//! ```text
//! 0 0 sessionStart length=100; 0 0 play; 10 10 ping qoe.bitrate=800
//! 12.5 12.5 stateStart name=mute
//! ```
//!
//! Each event has its second, its playhead and its type, then members: of `params` without the
//! prefix of its type, of `qoeData` after `qoe.`, of `customMetadata` after `c.`. What a schema
//! requires and a line does not say has a value that no test depends on. A value is JSON, or a text
//! without blanks.

use media_collection::{Event, Policy};
use serde_json::{Map, Value, json};

use crate::fixtures::BEGAN;

/// The events of a session in this notation.
pub fn session(text: &str) -> Vec<Event> {
    lines(text).map(event).collect()
}

/// The parts of a text in this notation, without comments and empty lines.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.flat_map(|line| line.split(';')).map(str::trim).filter(|line| !line.is_empty())
}

/// One event.
pub fn event(line: &str) -> Event {
    let mut words = line.split_whitespace();
    let mut next =
        || words.next().unwrap_or_else(|| panic!("`{line}` has a second, a playhead and a type"));
    let (second, playhead, name) = (number(next()), number(next()), next());
    let mut event = json!({
        "eventType": name,
        "playerTime": { "playhead": playhead, "ts": BEGAN + (second * 1_000.0).round() as i64 },
    });
    let mut params = required(name, playhead);
    for word in words {
        let (key, text) = word.split_once('=').unwrap_or_else(|| panic!("`{word}` in `{line}`"));
        let value = serde_json::from_str(text).unwrap_or_else(|_| Value::from(text));
        match (key.split_once('.'), name) {
            (Some(("qoe", key)), _) => event["qoeData"][format!("media.qoe.{key}")] = value,
            (Some(("c", key)), _) => event["customMetadata"][key] = value,
            (_, "statesUpdate") => drop(params.insert(key.to_owned(), states(text))),
            _ => drop(params.insert(format!("{}{key}", prefix(name)), value)),
        }
    }
    if !params.is_empty() {
        event["params"] = params.into();
    }
    let text = event.to_string();
    Event::decode(text.as_bytes(), &Policy::strict())
        .unwrap_or_else(|error| panic!("`{line}`: {error}"))
}

fn number(word: &str) -> f64 {
    word.parse().unwrap_or_else(|_| panic!("`{word}` is a number"))
}

fn states(text: &str) -> Value {
    let names = text.split(',').filter(|name| !name.is_empty());
    names.map(|name| json!({ "media.state.name": name })).collect()
}

/// What stands before the names of an event's params.
fn prefix(name: &str) -> &'static str {
    match name {
        "adBreakStart" | "adStart" => "media.ad.",
        "chapterStart" => "media.chapter.",
        "stateStart" | "stateEnd" => "media.state.",
        _ => "media.",
    }
}

/// The params that the schema of this type requires.
fn required(name: &str, playhead: f64) -> Map<String, Value> {
    let params = match name {
        "sessionStart" => json!({
            "analytics.trackingServer": "metrics.example.com",
            "analytics.reportSuite": "example-suite",
            "visitor.marketingCloudOrgId": "0123456789ABCDEF@AdobeOrg",
            "media.id": "episode-42",
            "media.length": 100,
            "media.contentType": "vod",
            "media.playerName": "living-room",
            "media.channel": "example",
        }),
        "adBreakStart" => json!({ "media.ad.podIndex": 1, "media.ad.podSecond": playhead }),
        "adStart" => json!({
            "media.ad.id": "spot",
            "media.ad.length": 15,
            "media.ad.podPosition": 1,
            "media.ad.playerName": "living-room",
        }),
        "chapterStart" => json!({
            "media.chapter.index": 1,
            "media.chapter.offset": playhead,
            "media.chapter.length": 20,
        }),
        _ => Value::Object(Map::new()),
    };
    let Value::Object(params) = params else { unreachable!("all of them are objects") };
    params
}
