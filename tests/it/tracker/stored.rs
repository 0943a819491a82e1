//! A store has the sessions that memory has.

use media_collection::store::{OfflineStore, StoredDownloadedSessions, StoredOnlineSessions};
use media_collection::tracker::{Tracker, TrackerMode, TrackerOptions};
use serde_json::Value;

use super::arguments::Arguments;
use super::capture::{Capture, captures};
use super::conformance::{Session, start_key};
use super::driven::Driven;
use super::replay::{faithful, replay, replay_with};
use crate::fixtures::same;
use crate::fixtures::stores::{grouped, temp_store_with};

/// What closes a session that has not ended. A store adds it when it sends the session.
const CLOSES: [&str; 4] = ["adSkip", "adBreakComplete", "chapterSkip", "sessionEnd"];

fn in_store(store: &OfflineStore, capture: &Capture, mode: TrackerMode) -> Vec<Session> {
    let new_tracker = |arguments: &Arguments, options: TrackerOptions| -> Box<dyn Driven> {
        if arguments.is_downloaded() {
            Box::new(Tracker::with_options(StoredDownloadedSessions::new(store), options))
        } else {
            Box::new(Tracker::with_options(StoredOnlineSessions::new(store), options))
        }
    };
    assert!(replay_with(capture, mode, &new_tracker).is_empty(), "nothing is in memory");
    take(store)
}

/// Takes all sessions out of the store.
fn take(store: &OfflineStore) -> Vec<Session> {
    let sessions = store.sessions().unwrap();
    let events = sessions.iter().map(|session| store.export(session.key).unwrap());
    let events = events.map(|text| serde_json::from_slice(&text).unwrap()).collect();
    store.delete_all().unwrap();
    events
}

fn check(store: &OfflineStore, capture: &Capture, mode: TrackerMode) {
    let name = &capture.name;
    let mut stored = in_store(store, capture, mode);
    let recorded = replay(capture, mode).into_iter();
    let mut recorded: Vec<_> = recorded.map(|recorded| recorded.events).collect();
    stored.sort_by_key(start_key);
    recorded.sort_by_key(start_key);
    assert_eq!(stored.len(), recorded.len(), "{name}: sessions");
    for (stored, recorded) in stored.iter().zip(&recorded) {
        let (both, rest) = recorded.split_at(stored.len().min(recorded.len()));
        for (stored, recorded) in stored.iter().zip(both) {
            assert!(same(stored, recorded), "{name}: {stored} is not {recorded}");
        }
        assert_eq!(both.len(), stored.len(), "{name}: events");
        let closes = |event: &Value| CLOSES.iter().any(|kind| event["eventType"] == *kind);
        assert!(rest.iter().all(closes), "{name}: {rest:?} is missing");
    }
}

#[test]
fn a_store_has_the_sessions_of_every_capture() {
    let is_opt_out = |capture: &Capture| {
        let opts_out = ["MobileCore.setPrivacyStatus", "(consent withdrawn)"];
        capture.calls.iter().any(|call| opts_out.contains(&call.api.as_str()))
    };
    let store = temp_store_with("tracked-captures", grouped(u32::MAX));
    for capture in captures() {
        // Of these the store has nothing.
        if !is_opt_out(&capture) {
            check(&store, &capture, TrackerMode::Better);
            check(&store, &capture, faithful(&capture));
        }
    }
}
