//! No code that is written by hand names a member that the schemas may lack, or give another type.
//!
//! The compiler says so only for schemas that differ; this test says it at once. It knows the members
//! that are used most. `tests/regenerate.rs` builds the library with schemas that differ.

use super::File;

/// What names a member, and what to write instead.
const NAMED: [(&str, &str); 11] = [
    ("PlayerTime::new(", "PlayerTime::of_ts"),
    ("player_time.ts.", "ts()"),
    (".ts = ", "set_ts"),
    ("player_time.ts ", "set_ts"),
    ("player_time.playhead.", "playhead()"),
    ("player_time.playhead ", "set_playhead"),
    ("params.downloaded", "says_downloaded, say_downloaded"),
    ("params.resume", "say_resume"),
    ("params.length", "number_at(keys::LENGTH)"),
    ("Event::session_end(", "Event::ending"),
    ("StateStartParams::new(", "EventBody::state_start"),
];

/// Lines that name a member. Docs, tests and the guide show code of users, who know their schemas.
pub(super) fn named(files: &[File]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| !file.path.starts_with("guide")) {
        let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for (name, instead) in NAMED.iter().filter(|(name, _)| line.contains(name)) {
                let place = format!("protocol/{}:{}", file.path, number + 1);
                found.push(format!("{place}: `{name}`: use {instead}, which every schema has"));
            }
        }
    }
    found
}
