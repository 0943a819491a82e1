//! An HTTP client, events, and the captures of the official SDKs, for the tests of the collector
//! and of the command `collect`.
#![allow(dead_code)]

pub mod captures;
pub mod client;
pub mod differs;
pub mod edge;
pub mod metrics;
pub mod program;
pub mod random;
pub mod scenarios;

use std::path::{Path, PathBuf};

pub fn start(name: &str) -> String {
    serde_json::json!({
        "eventType": "sessionStart",
        "playerTime": {"playhead": 0, "ts": 1_700_000_000_000_i64},
        "params": {
            "analytics.trackingServer": "t.example.com", "analytics.reportSuite": "suite",
            "visitor.marketingCloudOrgId": "ORG@AdobeOrg", "media.id": name, "media.length": 60,
            "media.contentType": "vod", "media.playerName": "player", "media.channel": "channel",
        },
    })
    .to_string()
}

pub fn event(kind: &str, playhead: f64) -> String {
    let ts = 1_700_000_000_001 + (playhead * 1_000.0) as i64;
    let time = serde_json::json!({"playhead": playhead, "ts": ts});
    serde_json::json!({"eventType": kind, "playerTime": time}).to_string()
}

/// The path of a file or folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Creates an empty folder for a test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}
