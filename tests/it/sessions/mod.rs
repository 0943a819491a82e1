//! Downloaded sessions: what makes one, what is sent, and what becomes of a recording that was
//! cut off.

mod downloaded;
mod raw;
mod repair;
mod starts;

use media_collection::lint::{Finding, Rule};
use media_collection::{Event, SessionStart, Tolerant};

use crate::fixtures::at;
use crate::fixtures::captures::captured_sessions;

/// The start of a captured session, with the flag as given.
fn start(downloaded: Option<bool>) -> SessionStart {
    let (_, mut events) = captured_sessions().swap_remove(0);
    let mut value = serde_json::to_value(events.swap_remove(0)).unwrap();
    let params = value["params"].as_object_mut().unwrap();
    params.remove("media.downloaded");
    if let Some(flag) = downloaded {
        // A sender of another make may say anything.
        params.insert("media.downloaded".into(), flag.into());
    }
    let mut start: SessionStart = serde_json::from_value(value).unwrap();
    start.player_time = at(0);
    start
}

/// An event of a type that no schema has.
fn other() -> Event {
    let text = r#"{"eventType":"applause","playerTime":{"playhead":0,"ts":1}}"#;
    serde_json::from_str::<Tolerant<Event>>(text).unwrap().0
}

/// The rules that are broken, each with the event's index.
fn broken_rules(findings: &[Finding]) -> Vec<(usize, Rule)> {
    findings.iter().map(|finding| (finding.event, finding.rule)).collect()
}
