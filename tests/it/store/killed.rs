//! Online sessions in a store after a loss, a rejection or a kill, compared with those in memory
//! and with what the file says.

use std::fs;

use media_collection::http::Response;
use media_collection::recorder::{NextRequest, Online, Outcome};
use media_collection::store::{OfflineStore, Upload};
use media_collection::{Event, Policy, Recorder};

use super::NOW;
use crate::fixtures::files::folder;
use crate::fixtures::stores::{TempStore, exported, temp_store};
use crate::fixtures::{BEGAN, at, chapter, opened, response, start};
use crate::recorders::{
    arrived, begin, begin_online, due_upload, lose, lose_stored, online, respond, restarted,
    resume_online, send,
};
use crate::scenario::Scenario;

fn event(upload: &Upload) -> Event {
    Event::decode(upload.call.body(), &Policy::tolerant()).unwrap()
}

fn all(store: &OfflineStore, responses: &[Response<Vec<u8>>]) {
    for response in responses {
        drop(send(store, response, NOW));
    }
}

/// A second app finds what a killed one left: its file, and nothing of its memory.
fn after_a_kill<T>(store: &TempStore, look: impl FnOnce(&OfflineStore) -> T) -> T {
    let folder = folder("killed");
    let path = folder.join("copy.redb");
    fs::copy(store.path(), &path).unwrap();
    look(&OfflineStore::open(&path).unwrap())
}

#[test]
fn a_session_that_was_sent_before_a_kill_is_deleted() {
    let store = temp_store("killed-sent");
    let mut recorder = begin_online(&store, start()).unwrap();
    recorder.abandon(at(1)).unwrap();
    all(&store, &[opened(0), response(204)]);
    assert!(store.next_upload(NOW).unwrap().is_none());
    after_a_kill(&store, |store| {
        assert!(store.next_upload(NOW).unwrap().is_none());
        assert!(store.sessions().unwrap().is_empty());
    });
}

#[test]
fn after_a_kill_no_event_comes_before_one_that_was_sent() {
    let store = temp_store("killed-time");
    let mut recorder = begin_online(&store, start()).unwrap();
    let key = recorder.key();
    recorder.play(at(1)).unwrap();
    all(&store, &[opened(0), response(204)]);
    recorder.ping(at(100)).unwrap();
    lose_stored(&store, 404, NOW);
    all(&store, &[opened(1)]);
    let upload = due_upload(&store, NOW);
    let restoring = event(&upload);
    arrived(store.responded(upload.ticket, &response(204), NOW, 0.5).unwrap());
    let rejected = send(&store, &response(400), NOW);
    assert!(matches!(rejected, Outcome::SetAside { .. }), "{rejected:?}");
    after_a_kill(&store, |store| {
        let mut recorder = resume_online(store, key).unwrap();
        assert!(recorder.last().ts >= restoring.player_time.ts);
        recorder.ping(at(50)).unwrap();
        let next = event(&due_upload(store, NOW));
        assert!(next.player_time.ts > restoring.player_time.ts, "{next:?}");
    });
}

#[test]
fn sizes_are_those_of_the_file() {
    for code in [400, 404] {
        let store = temp_store("killed-sizes");
        let mut recorder = begin_online(&store, start()).unwrap();
        recorder.play(at(1)).unwrap();
        recorder.ping(at(11)).unwrap();
        all(&store, &[opened(0), response(code)]);
        let sessions = store.sessions().unwrap();
        assert_eq!(after_a_kill(&store, |store| store.sessions().unwrap()), sessions, "{code}");
    }
}

#[test]
fn a_lost_session_is_opened_again_at_once_as_in_memory() {
    let store = temp_store("lost-at-once");
    let mut stored = begin_online(&store, start()).unwrap();
    stored.play(at(1)).unwrap();
    let mut online = online(start());
    online.play(at(1)).unwrap();
    all(&store, &[opened(0), response(503)]);
    drop((respond(&mut online, &opened(0)), respond(&mut online, &response(503))));
    lose_stored(&store, 404, NOW + 60_000);
    lose(&mut online, 404);

    // The last event was moved behind the new start, which every recorder shows.
    let moved = exported(&store, stored.key()).pop().unwrap().player_time;
    assert_eq!((stored.last(), online.last()), (moved, moved));
    let upload = due_upload(&store, BEGAN);
    assert_eq!((event(&upload).event_name(), upload.attempts), ("sessionStart", 0));
    let next = online.next_request(BEGAN).unwrap();
    assert!(matches!(next, NextRequest::Send(outgoing) if outgoing.attempts == 0));
}

#[test]
fn a_late_rejection_says_nothing_of_a_repaired_session() {
    let store = temp_store("late-rejection");
    let mut recorder = begin(&store, start()).unwrap();
    let key = recorder.key();
    recorder.chapter_start(at(1), chapter(1)).unwrap();
    recorder.session_end(at(2)).unwrap();
    drop(recorder);
    let upload = due_upload(&store, NOW);
    drop(store.not_sent(upload.ticket, NOW, 0.5).unwrap());
    assert!(!store.repair(key).unwrap().is_empty());
    let outcome = store.responded(upload.ticket, &response(400), NOW, 0.5).unwrap();
    assert_eq!(outcome, Outcome::Stale);
    assert!(store.rejected().unwrap().is_empty());
}

#[test]
fn a_clock_before_1970_holds_nothing_back() {
    let store = temp_store("before-1970");
    let _recorder = begin_online(&store, start()).unwrap();
    assert!(store.next_upload(-5).unwrap().is_some());
    let mut online = online(start());
    assert!(matches!(online.next_request(-5).unwrap(), NextRequest::Send(_)));
}

#[test]
fn a_start_that_is_corrected_to_a_later_time_stays_first() {
    let mut recorder = Scenario::new().playing().online();
    recorder.start_mut().unwrap().player_time = at(50);
    let started = recorder.start().player_time.ts;
    assert!(matches!(respond(&mut recorder, &opened(0)), Outcome::Opened(_)));
    let first = recorder.queue().next().unwrap().player_time.ts;
    assert!(first > started);
    assert!(recorder.last().ts >= first);
}

#[test]
fn any_number_of_reopenings_can_be_restored() {
    let recorder = restarted(Scenario::new().playing().online());
    let mut stored = serde_json::to_value(&recorder).unwrap();
    stored["reopened"] = u32::MAX.into();
    stored["session_id"] = "3f2a".into();
    let mut recorder: crate::recorders::OnlineRecorder = serde_json::from_value(stored).unwrap();
    lose(&mut recorder, 404);
    assert_eq!(recorder.reopened(), u32::MAX);
}

/// Only a file that another program wrote says so.
#[test]
fn more_generated_events_than_wait_are_not_believed() {
    let mut stored = serde_json::to_value(Scenario::new().playing().online()).unwrap();
    stored["session_id"] = "3f2a".into();
    stored["restoring"] = 1_000.into();
    let mut recorder: Recorder<Online> = serde_json::from_value(stored).unwrap();
    // The clock is set back: what waits is counted.
    recorder.record(Event::ping(at(500))).unwrap();
    recorder.record(Event::ping(at(-40_000))).unwrap();
    assert_eq!(recorder.queue().len(), 3);
}
