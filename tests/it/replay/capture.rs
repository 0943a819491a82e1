//! The calls of a capture: what the app asked an official SDK to do.

use serde::Deserialize;
use serde_json::Value;

use crate::fixtures::files;

#[derive(Deserialize)]
pub struct Capture {
    pub name: String,
    pub mode: String,
    pub calls: Vec<Call>,
}

#[derive(Deserialize, Clone)]
pub struct Call {
    pub t_ms: i64,
    pub ts: i64,
    /// A number, or what a careless player has in its place.
    playhead: Value,
    pub api: String,
    #[serde(default)]
    pub args: Value,
}

impl Call {
    pub fn playhead(&self) -> f64 {
        self.playhead.as_f64().unwrap_or(f64::NAN)
    }

    /// The event's name in the spelling that both SDKs share.
    pub fn event(&self) -> String {
        self.args["event"].as_str().unwrap_or_default().to_lowercase()
    }

    pub fn info(&self) -> &Value {
        &self.args["info"]
    }
}

/// Every capture, by name.
pub fn all() -> Vec<Capture> {
    let folder = files::payloads().join("captures");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path| {
        // A lone surrogate is no text; the SDK sends a question mark for it.
        let text = std::fs::read_to_string(path).unwrap().replace("\\ud800", "?");
        serde_json::from_str(&text).unwrap()
    };
    let mut captures: Vec<Capture> = files.map(read).collect();
    captures.sort_by(|left, right| left.name.cmp(&right.name));
    assert!(captures.len() > 100);
    captures
}

/// The calls without what the SDKs' hold of the first moments drops: of the calls within 250 ms
/// of a start, `play` before an ad break, for the content has not begun.
pub fn held(calls: &[Call]) -> Vec<Call> {
    let mut kept = Vec::new();
    let mut rest = calls;
    while let Some((call, after)) = rest.split_first() {
        kept.push(call.clone());
        rest = after;
        if call.api == "trackSessionStart" {
            let object = &call.args["mediaObject"];
            let wait = ["media.prerollwaitingtime", "media.prerollwaittime"];
            let wait = wait.iter().find_map(|key| object[key].as_i64()).unwrap_or(250);
            let held = rest.iter().take_while(|held| held.t_ms - call.t_ms < wait).count();
            let ad_break = rest[..held].iter().position(|held| held.event() == "adbreakstart");
            let before = ad_break.unwrap_or(0);
            let dropped = rest[..before].iter().filter(|held| held.api != "trackPlay");
            kept.extend(dropped.cloned());
            rest = &rest[before..];
        }
    }
    kept
}
