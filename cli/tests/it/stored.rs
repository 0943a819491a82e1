//! Sessions in a store, recorded and read in the process of the test.

use std::path::PathBuf;

use media_collection::store::{OfflineStore, SessionKey};
use media_collection::{Event, PlayerTime, Policy, SessionStart, SessionStartParams, http};

const BEGAN: i64 = 1_700_000_000_000;

pub fn at(second: i64) -> PlayerTime {
    PlayerTime::new(second as f64, BEGAN + second * 1_000)
}

/// The start of a session with this content id.
pub fn start(id: &str) -> SessionStart {
    let params = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id(id)
        .length(60.0)
        .content_type("vod")
        .player_name("test")
        .channel("test")
        .build();
    SessionStart::new(at(0), params)
}

/// A finished session of four events.
pub fn viewing(store: &OfflineStore, id: &str) -> SessionKey {
    let mut session = store.begin(start(id)).expect("a session begins");
    session.play(at(1)).expect("it plays");
    session.ping(at(11)).expect("it plays on");
    session.session_complete(at(60)).expect("it ends");
    session.key()
}

/// The content id of the session in a body.
pub fn content(body: &[u8]) -> String {
    let events: serde_json::Value = serde_json::from_slice(body).expect("a body is JSON");
    events[0]["params"]["media.id"].as_str().expect("the start has an id").to_owned()
}

/// The decoded events of a stored session.
pub fn events(store: &OfflineStore, key: SessionKey) -> Vec<Event> {
    let body = store.export(key).expect("a session can be exported");
    let policy = Policy::tolerant().with_max_bytes(usize::MAX).with_max_events(usize::MAX);
    Event::decode_batch(&body, &policy).expect("what was recorded can be read")
}

pub fn response(status: u16) -> http::Response<Vec<u8>> {
    http::Response::builder().status(status).body(Vec::new()).expect("a status is enough")
}

/// The path of a test's store.
pub fn path(name: &str) -> PathBuf {
    crate::support::folder(name).join("sessions.redb")
}
