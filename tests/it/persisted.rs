//! What earlier versions persisted opens, and holds what it held. See `tests/persisted/*/README.md`.

use std::fs;
use std::path::{Path, PathBuf};

use media_collection::recorder::Outcome;
use media_collection::store::{OfflineStore, SessionKey};
use media_collection::{Event, PlayerTime, Recorder};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::fixtures::files::{self, Folder, folder};
use crate::fixtures::{opened, response, start_of};
use crate::recorders::sender::{Next, Sender};
use crate::recorders::{
    self, DownloadedRecorder, Ends as _, OnlineRecorder, arrived, due_upload, next,
};

fn persisted() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/persisted/0.1")
}

/// Every recorder whose file name begins like this, with what must be found in it.
fn each<T: DeserializeOwned>(kind: &str, count: usize, check: impl Fn(&str, T, &Value)) {
    let mut found = 0;
    for entry in fs::read_dir(persisted()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if !name.starts_with(kind) || name.ends_with(".expected.json") {
            continue;
        }
        let recorder = serde_json::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        check(name, recorder, &files::json(&path.with_extension("expected.json")));
        found += 1;
    }
    assert_eq!(found, count, "{kind}");
}

fn values<'a>(events: impl IntoIterator<Item = &'a Event>) -> Value {
    events.into_iter().map(|event| serde_json::to_value(event).unwrap()).collect()
}

fn names<'a>(events: impl IntoIterator<Item = &'a Event>) -> Value {
    events.into_iter().map(Event::event_name).collect()
}

/// What is open in a recorder of any kind.
fn open<S>(recorder: &Recorder<S>) -> Value {
    json!({
        "chapterIsOpen": recorder.chapter_is_open(),
        "adBreakIsOpen": recorder.ad_break_is_open(),
        "adIsOpen": recorder.ad_is_open(),
        "activeStates": recorder.active_states().collect::<Vec<_>>(),
    })
}

/// The same members of what is expected.
fn open_of(expected: &Value) -> Value {
    let keys = ["chapterIsOpen", "adBreakIsOpen", "adIsOpen", "activeStates"];
    keys.map(|key| (key.to_owned(), expected[key].clone())).into_iter().collect()
}

fn later(time: PlayerTime) -> PlayerTime {
    PlayerTime::new(time.playhead, time.ts + 1_000)
}

#[test]
fn recorders_of_downloaded_sessions_go_on_from_where_they_stood() {
    each("recorder-", 5, |name, mut recorder: DownloadedRecorder, expected| {
        let (completed, ended) = (expected["completed"] == true, expected["ended"] == true);
        let mut events = values([&recorder.start().clone().into()]);
        events
            .as_array_mut()
            .unwrap()
            .extend(recorder.events().iter().map(|event| serde_json::to_value(event).unwrap()));
        assert_eq!(events, expected["events"], "{name}");
        assert_eq!(json!(recorder.last()), expected["last"], "{name}");
        assert_eq!(recorder.has_ended(), ended, "{name}");
        assert_eq!(open(&recorder), open_of(expected), "{name}");

        // It goes on from there.
        let at = later(recorder.last());
        assert_eq!(recorder.ping(at).is_ok(), !ended, "{name}");
        let events = recorder.events().to_vec();
        let session = recorder.finished(later(at));
        assert_eq!(session.events()[..events.len()], events, "{name}");
        let mut closing = expected["finishCloses"].clone();
        let added = closing.as_array_mut().unwrap();
        added.extend((!completed && !ended).then(|| "sessionComplete".into()));
        added.extend((!ended).then(|| "sessionEnd".into()));
        assert_eq!(names(&session.events()[events.len()..]), closing, "{name}");
        session.encode().unwrap();
    });
}

#[test]
fn recorders_of_online_sessions_go_on_from_where_they_stood() {
    each("online-", 5, |name, mut recorder: OnlineRecorder, expected| {
        let start = serde_json::to_value(recorder.start()).unwrap();
        assert_eq!(start, expected["start"], "{name}");
        let id = recorder.session_id().map(|id| id.as_str());
        assert_eq!(json!(id), expected["sessionId"], "{name}");
        assert_eq!(values(recorder.queue()), expected["queue"], "{name}");
        assert_eq!(recorder.reopened(), expected["reopened"], "{name}");
        assert_eq!(recorder.has_ended(), expected["ended"], "{name}");
        assert_eq!(recorder.is_done(), expected["done"], "{name}");
        assert_eq!(open(&recorder), open_of(expected), "{name}");
        let call = next(&mut recorder).map(|in_flight| in_flight.call).map(|call| {
            let body: Value = serde_json::from_slice(call.body()).unwrap();
            json!({ "method": call.method().as_str(), "path": call.path(), "body": body })
        });
        assert_eq!(json!(call), expected["nextCall"], "{name}");

        // What the collector has taken so far shows when it loses the session.
        let lost = &expected["afterLoss"];
        if !lost.is_null() {
            let mut recorder = recorder.clone();
            recorders::lose(&mut recorder, 404);
            let start = serde_json::to_value(recorder.start()).unwrap();
            assert_eq!(start, lost["start"], "{name}");
            assert_eq!(values(recorder.queue()), lost["queue"], "{name}");
            assert_eq!(recorder.reopened(), lost["reopened"], "{name}");
        }
        assert_eq!(lost.is_null(), !["online-open.json", "online-restoring.json"].contains(&name));

        // It goes on to its end.
        let mut recorder = recorder.finished(PlayerTime::new(1_800.0, 1_700_002_000_000));
        while let Some(in_flight) = next(&mut recorder) {
            let is_event = in_flight.call.path().ends_with("/events");
            let response = if is_event { response(204) } else { opened(7) };
            let outcome = in_flight.responded(&mut recorder, &response);
            assert!(matches!(outcome, Outcome::Arrived | Outcome::Opened(_)), "{outcome:?}");
        }
        assert!(recorder.is_done(), "{name}");
    });
}

/// A copy of the store's file, and what must be found in it.
fn store(test: &str) -> (OfflineStore, Folder, Value) {
    let folder = folder(test);
    let path = folder.join("sessions.redb");
    fs::copy(persisted().join("sessions.redb"), &path).unwrap();
    let expected = files::json(&persisted().join("sessions.expected.json"));
    (OfflineStore::open(path).unwrap(), folder, expected)
}

fn text(body: &[u8]) -> &str {
    std::str::from_utf8(body).unwrap()
}

fn before_limits() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/persisted/0.2-before-limits")
}

/// When both collectors of these files allow the next request.
const ALLOWED: i64 = 1_700_007_300_000;

/// The names of the events that a collector that works gets of it, after the start.
fn sent_by(sender: &mut Sender) -> Vec<String> {
    let mut sent = Vec::new();
    for _ in 0..50 {
        let request = match sender.next(ALLOWED) {
            Next::Send(request) => request,
            Next::Nothing => return sent,
            other => panic!("{other:?}"),
        };
        sent.push(request.event().event_name().to_owned());
        let response = if request.is_start() { opened(7) } else { response(204) };
        drop(sender.responded(request.ticket, &response, ALLOWED));
    }
    panic!("no end of requests");
}

#[test]
fn online_sessions_from_before_the_limits_go_on_from_where_they_stood() {
    let folder = folder("persisted-limits");
    let path = folder.join("sessions.redb");
    fs::copy(before_limits().join("sessions.redb"), &path).unwrap();
    let store = OfflineStore::open(&path).unwrap();
    let text = fs::read_to_string(before_limits().join("online-waiting.json")).unwrap();
    let recorder: OnlineRecorder = serde_json::from_str(&text).unwrap();
    assert_eq!((recorder.reopened(), recorder.queue().len()), (1, 3));
    store.discard(SessionKey::from(2)).unwrap();
    let stored = recorders::resume_online(&store, SessionKey::from(1)).unwrap();
    assert_eq!(stored.last(), recorder.last());
    assert_eq!(open(&stored), open(&recorder));

    let senders = [Sender::Memory(Box::new(recorder)), Sender::of(store, stored)];
    for mut sender in senders {
        assert!(matches!(sender.next(ALLOWED - 1), Next::Wait(ALLOWED)));
        sender.record(Event::ping(PlayerTime::new(31.0, 1_700_000_031_000)));
        assert_eq!(sent_by(&mut sender), ["play", "ping", "ping", "ping"]);
        // What is there now knows its limits.
        sender.record(Event::ping(PlayerTime::new(41.0, 1_700_000_641_000)));
        assert_eq!(sent_by(&mut sender)[0], "sessionStart");
    }
    drop(folder);
}

#[test]
fn a_store_holds_what_it_held() {
    let (store, _folder, expected) = store("persisted-holds");
    let sessions = store.sessions().unwrap();
    let sessions = sessions.iter().map(|info| {
        let body = store.export(info.key).unwrap();
        json!({
            "key": info.key.number(), "status": info.status.as_str(), "events": info.events,
            "bytes": info.bytes, "began": info.began, "attempts": info.attempts,
            "body": text(&body),
        })
    });
    let expected_sessions = expected["sessions"].as_array().unwrap().iter().cloned();
    let expected_sessions = expected_sessions.map(|mut session| {
        // What 0.1 called so.
        if session["status"] == "refused" {
            session["status"] = "rejected".into();
        }
        session
    });
    assert_eq!(sessions.collect::<Value>(), expected_sessions.collect::<Value>());
    let rejected = store.rejected().unwrap().into_iter().map(|session| {
        json!({
            "key": session.key.number(), "responseStatus": session.status,
            "at": session.rejected_at, "message": session.message,
            "reported": session.reported, "found": session.found,
        })
    });
    assert_eq!(rejected.collect::<Value>(), expected["rejected"]);
    let stats = store.stats().unwrap();
    assert_eq!((stats.open, stats.pending, stats.rejected), (1, 2, 1));

    // The session that was left open goes on where it stood.
    let open = &expected["open"];
    let key = SessionKey::from(open["key"].as_u64().unwrap());
    let mut session = recorders::resume(&store, key).unwrap();
    let last = session.last();
    assert_eq!(json!(last), open["last"]);
    assert_eq!(self::open(&session), open_of(open));
    session.ad_complete(later(last)).unwrap();
    drop(session);
    // No key is used twice.
    let next = recorders::begin(&store, start_of("next")).unwrap();
    assert_eq!(next.key().number(), expected["nextKey"]);
}

#[test]
fn a_store_sends_what_it_held() {
    let (store, _folder, expected) = store("persisted-sends");
    let due = expected["due"].as_i64().unwrap();
    assert_eq!(store.due().unwrap(), Some(due));
    // The collector asked to wait so long.
    assert_eq!(store.next_upload(due - 1).unwrap(), None);
    let mut uploads = Vec::new();
    while let Some(upload) = store.next_upload(due).unwrap() {
        let body = text(upload.call.body());
        uploads.push(json!({
            "key": upload.key.number(), "attempts": upload.attempts, "body": body,
        }));
        arrived(store.responded(upload.ticket, &response(201), due, 0.5).unwrap());
    }
    assert_eq!(json!(uploads), expected["uploads"]);

    // What was rejected is sent again only when somebody asks for it.
    let rejected = &expected["sessions"][0];
    let key = SessionKey::from(rejected["key"].as_u64().unwrap());
    store.retry(key).unwrap();
    let upload = due_upload(&store, due);
    assert_eq!((upload.key, upload.attempts), (key, 0));
    assert_eq!(text(upload.call.body()), rejected["body"]);
}
