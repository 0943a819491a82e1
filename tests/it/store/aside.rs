//! Events of online sessions that are not sent, by whatever way, and then a kill: the session that
//! goes on knows what they changed, and they are not sent. And times after what was sent last, which
//! the next run has to know.

use std::ops::Deref as _;

use media_collection::recorder::Outcome;
use media_collection::store::{OfflineStore, SessionKey, StoreOptions};
use media_collection::{Event, PlayerTime, SessionStart};
use serde_json::Value;

use super::NOW;
use crate::fixtures::stores::{TempStore, exported, temp_store_with};
use crate::fixtures::{ad_break, at, chapter, names, opened, response, spot, start, state};
use crate::recorders::{
    StoredOnlineRecorder, begin, begin_online, due_again, due_upload, lose_stored, resume,
    resume_online, send, send_all, send_without_response,
};

/// How an event comes not to be sent.
#[derive(Debug, Clone, Copy)]
enum Aside {
    ByTheCaller,
    ByTheCallerInFlight,
    ByTheCollector,
    AfterSoManyAttempts,
}

/// How one run of the app ends and the next begins.
#[derive(Debug, Clone, Copy)]
enum Next {
    IsKilled,
    IsClosed,
}

/// Whether the collector's session was lost before.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Lost {
    Never,
    Before,
    Afterwards,
}

const WAYS: [Aside; 4] = [
    Aside::ByTheCaller,
    Aside::ByTheCallerInFlight,
    Aside::ByTheCollector,
    Aside::AfterSoManyAttempts,
];

fn options() -> StoreOptions {
    StoreOptions::default().max_attempts(3)
}

/// The next event of the session is set aside.
fn set_aside(store: &OfflineStore, key: SessionKey, way: Aside, mut now: i64) -> Event {
    match way {
        Aside::ByTheCaller => store.set_aside(key).unwrap().expect("it is next"),
        Aside::ByTheCallerInFlight => {
            let upload = due_upload(store, now);
            let event = store.set_aside(key).unwrap().expect("it is next");
            let late = store.responded(upload.ticket, &response(204), now, 0.5).unwrap();
            assert_eq!(late, Outcome::Stale);
            event
        }
        Aside::ByTheCollector => handed_back(send(store, &response(400), now)),
        Aside::AfterSoManyAttempts => {
            now = due_again(send_without_response(store, now));
            now = due_again(send(store, &response(503), now));
            handed_back(send_without_response(store, now))
        }
    }
}

fn handed_back(outcome: Outcome) -> Event {
    match outcome {
        Outcome::SetAside { event: Some(event), .. } => *event,
        other => panic!("{other:?}"),
    }
}

impl Next {
    fn run(self, store: TempStore, recorder: StoredOnlineRecorder) -> TempStore {
        match self {
            Self::IsKilled => {
                let next = store.killed_with(options());
                drop(recorder);
                next
            }
            Self::IsClosed => {
                drop(recorder);
                store.reopened_with(options())
            }
        }
    }
}

/// Events that open something, each with what its recorder says of it.
type Opens = (fn() -> Event, fn(&StoredOnlineRecorder) -> bool);

const OPENS: [Opens; 4] = [
    (|| Event::ad_break_start(at(5), ad_break()), |recorder| recorder.ad_break_is_open()),
    (|| Event::ad_start(at(5), spot("spot-7")), |recorder| recorder.ad_is_open()),
    (|| Event::chapter_start(at(5), chapter(1)), |recorder| recorder.chapter_is_open()),
    (|| Event::state_start(at(5), state("mute")), |recorder| recorder.active_states().count() == 1),
];

/// All that is sent of what is left, in the sessions of the collector, each event by its name.
fn sent(store: &OfflineStore) -> Vec<(String, i64)> {
    let mut sent = Vec::new();
    let mut sessions = 7;
    let aside = send_all(store, |request| {
        let event: Value = serde_json::from_slice(request.body()).unwrap();
        let name = event["eventType"].as_str().unwrap().to_owned();
        sessions += usize::from(name == "sessionStart");
        let answer = if name == "sessionStart" { opened(sessions) } else { response(204) };
        sent.push((name, event["playerTime"]["ts"].as_i64().unwrap()));
        Some(answer)
    });
    assert_eq!(aside, []);
    sent
}

fn sent_names(sent: &[(String, i64)]) -> Vec<&str> {
    sent.iter().map(|(name, _)| name.as_str()).collect()
}

/// A session that is being recorded, with everything sent up to the event that opens something.
fn up_to(event: Event, lost: Lost) -> (TempStore, StoredOnlineRecorder) {
    let store = temp_store_with("aside", options());
    let mut recorder = begin_online(&store, start()).unwrap();
    recorder.play(at(1)).unwrap();
    let is_ad = event.event_name() == "adStart";
    if is_ad {
        recorder.ad_break_start(at(4), ad_break()).unwrap();
    }
    drop(send(&store, &opened(0), NOW));
    for _ in 0..1 + usize::from(is_ad) {
        assert_eq!(send(&store, &response(204), NOW), Outcome::Arrived);
    }
    recorder.record(event).unwrap();
    if lost == Lost::Before {
        lose_stored(&store, 404, NOW);
        drop(send(&store, &opened(1), NOW));
        // What restores its state: that it plays, or the ad break.
        assert_eq!(send(&store, &response(204), NOW), Outcome::Arrived);
    }
    (store, recorder)
}

fn every_face(mut face: impl FnMut(Opens, Aside, Next, Lost)) {
    for opens in OPENS {
        for way in WAYS {
            for next in [Next::IsKilled, Next::IsClosed] {
                for lost in [Lost::Never, Lost::Before, Lost::Afterwards] {
                    face(opens, way, next, lost);
                }
            }
        }
    }
}

#[test]
fn a_session_that_goes_on_knows_what_was_not_sent() {
    every_face(|(opening, is_open), way, next, lost| {
        let (store, recorder) = up_to(opening(), lost);
        let key = recorder.key();
        let aside = set_aside(&store, key, way, NOW);
        assert_eq!(aside.body, opening().body);
        assert!(is_open(&recorder));
        let last = recorder.last();

        let store = next.run(store, recorder);
        let mut recorder = resume_online(&store, key).unwrap();
        assert!(is_open(&recorder), "{way:?}, {next:?}, {lost:?}: {}", aside.event_name());
        assert_eq!(recorder.last(), last);
        recorder.ping(at(20)).unwrap();
        if lost == Lost::Afterwards {
            lose_stored(&store, 404, NOW + 60_000);
        }
        drop(recorder);
        let sent = sent(&store);
        // It is no part of what a new session restores: the collector does not know of it.
        assert!(!sent_names(&sent).contains(&aside.event_name()), "{sent:?}");
        assert_eq!(sent.iter().filter(|(name, _)| name == "ping").count(), 1);
        assert!(store.sessions().unwrap().is_empty());
    });
}

/// Nobody goes on with it: what is open is closed as by the recorder.
#[test]
fn a_session_that_was_left_open_is_ended_with_what_was_not_sent() {
    for way in WAYS {
        let (store, recorder) = up_to(Event::ad_start(at(5), spot("spot-7")), Lost::Never);
        set_aside(&store, recorder.key(), way, NOW);
        let store = Next::IsKilled.run(store, recorder);
        let sent = sent(&store);
        assert_eq!(sent_names(&sent), ["adSkip", "adBreakComplete", "sessionEnd"]);
        assert!(sent[0].1 > at(5).ts, "{sent:?}");
    }
}

#[test]
fn what_was_set_aside_is_kept_and_not_exported() {
    let (store, recorder) = up_to(Event::chapter_start(at(5), chapter(1)), Lost::Never);
    let key = recorder.key();
    let before = store.sessions().unwrap();
    set_aside(&store, key, Aside::ByTheCaller, NOW);
    assert_eq!(names(&exported(&store, key)), ["sessionStart", "play"]);
    assert_eq!(store.sessions().unwrap(), before);
    let store = Next::IsKilled.run(store, recorder);
    assert_eq!(names(&exported(&store, key)), ["sessionStart", "play"]);
    assert_eq!(store.sessions().unwrap(), before);
}

/// It may be the reason for which it was set aside.
#[test]
fn an_event_that_cannot_be_read_does_not_hold_up_the_next_run() {
    let mut deep = Value::Null;
    for _ in 0..300 {
        deep = Value::Array(vec![deep]);
    }
    let mut event = Event::ping(at(5));
    event.extra_mut().members.insert("deep", deep);
    let (store, mut recorder) = up_to(event, Lost::Never);
    let key = recorder.key();
    recorder.chapter_start(at(6), chapter(1)).unwrap();
    assert_eq!(store.set_aside(key).unwrap(), None, "it cannot be handed back");
    let store = Next::IsKilled.run(store, recorder);
    let recorder = resume_online(&store, key).unwrap();
    assert!(recorder.chapter_is_open());
    drop(recorder);
    assert_eq!(sent_names(&sent(&store)), ["chapterStart", "chapterSkip", "sessionEnd"]);
}

/// Some, one after the other and with others in between.
#[test]
fn any_of_many_events_can_be_set_aside() {
    for number in 0..64_u32 {
        let store = temp_store_with("aside-many", options());
        let mut recorder = begin_online(&store, start()).unwrap();
        let key = recorder.key();
        let states = ["a", "b", "c", "d", "e", "f"];
        for (second, name) in (1..).zip(states) {
            recorder.state_start(at(second), state(name)).unwrap();
        }
        drop(send(&store, &opened(0), NOW));
        let is_aside = |index: usize| number & (1 << index) > 0;
        for index in 0..states.len() {
            let answer = response(if is_aside(index) { 400 } else { 204 });
            let _ = send(&store, &answer, NOW);
        }
        let store = Next::IsKilled.run(store, recorder);
        let mut recorder = resume_online(&store, key).unwrap();
        assert_eq!(recorder.active_states().collect::<Vec<_>>(), states);
        // What the new session restores is what the collector knows.
        recorder.ping(at(20)).unwrap();
        lose_stored(&store, 410, NOW + 60_000);
        drop(recorder);
        let known = states.len() - number.count_ones() as usize;
        let mut expected = vec!["stateStart"; known];
        expected.insert(0, "sessionStart");
        expected.extend(["ping", "ping", "sessionEnd"]);
        assert_eq!(sent_names(&sent(&store)), expected);
    }
}

/// A session with times that are wrong was lost, and the next began with them: its start was the last
/// that was sent, or what restores its state. Then the clock is set, which ends it.
#[test]
fn a_session_is_ended_after_what_restored_it() {
    for restoring in 0..3 {
        for next in [Next::IsKilled, Next::IsClosed] {
            let (store, mut recorder) = up_to(Event::chapter_start(at(5), chapter(1)), Lost::Never);
            let key = recorder.key();
            assert_eq!(send(&store, &response(204), NOW), Outcome::Arrived);
            // Nothing plays, so the new session begins with what waits.
            recorder.pause_start(at(6)).unwrap();
            assert_eq!(send(&store, &response(204), NOW), Outcome::Arrived);
            recorder.ping(PlayerTime::new(20.0, at(320).ts)).unwrap();
            lose_stored(&store, 404, NOW);
            let mut last = 0;
            for number in 0..=restoring {
                let upload = due_upload(&store, NOW);
                let event: Value = serde_json::from_slice(upload.call.body()).unwrap();
                last = event["playerTime"]["ts"].as_i64().unwrap();
                let answer = if number == 0 { opened(1) } else { response(204) };
                let _ = store.responded(upload.ticket, &answer, NOW, 0.5).unwrap();
            }
            assert!(last >= at(320).ts, "the start comes at the time of what waits");
            let change = recorder.ping(PlayerTime::new(30.0, at(30).ts)).unwrap().clock;
            assert!(change.is_some_and(|change| change.new_session), "{change:?}");
            let store = next.run(store, recorder);
            let recorder = resume_online(&store, key).unwrap();
            assert_eq!(recorder.last().ts, at(30).ts, "the next event has its own time");
            let upload = due_upload(&store, NOW + 60_000);
            let event: Value = serde_json::from_slice(upload.call.body()).unwrap();
            assert_eq!(event["eventType"], "chapterSkip");
            assert!(event["playerTime"]["ts"].as_i64().unwrap() > last, "{event} after {last}");
            drop(recorder);
        }
    }
}

/// What ends a session whose playhead stood still may be later than the event that is not sent.
#[test]
fn a_session_that_was_ended_because_it_stood_goes_on_after_its_end() {
    for next in [Next::IsKilled, Next::IsClosed] {
        let (store, mut recorder) = up_to(Event::ad_break_start(at(5), ad_break()), Lost::Never);
        let key = recorder.key();
        recorder.ad_start(at(5), spot("spot-7")).unwrap();
        recorder.chapter_start(at(5), chapter(1)).unwrap();
        let stands = |second: i64| PlayerTime::new(5.0, at(second).ts);
        recorder.pause_start(stands(6)).unwrap();
        for minute in 1..=31 {
            recorder.ping(stands(6 + minute * 60)).unwrap();
        }
        let mut last = 0;
        while let Some(upload) = store.next_upload(NOW).unwrap() {
            let event: Value = serde_json::from_slice(upload.call.body()).unwrap();
            last = event["playerTime"]["ts"].as_i64().unwrap();
            let _ = store.responded(upload.ticket, &response(204), NOW, 0.5).unwrap();
        }
        let store = next.run(store, recorder);
        let mut recorder = resume_online(&store, key).unwrap();
        recorder.ad_complete(PlayerTime::new(5.0, stands(6 + 31 * 60).ts + 1)).unwrap();
        recorder.ad_break_complete(PlayerTime::new(5.0, stands(6 + 31 * 60).ts + 2)).unwrap();
        recorder.play(PlayerTime::new(5.0, stands(6 + 31 * 60).ts + 3)).unwrap();
        drop(recorder);
        let sent = sent(&store);
        assert_eq!(sent[0].0, "sessionStart");
        assert!(sent[0].1 > last, "{sent:?} after {last}");
    }
}

/// A start that is corrected to a later time, before anything is recorded and after.
#[test]
fn a_corrected_start_comes_first_in_every_store() {
    let later = |start: &mut SessionStart| start.player_time = at(50);
    for resumed in [false, true] {
        let store = temp_store_with("aside-start", options());
        let mut recorder = begin(&store, start()).unwrap();
        assert!(recorder.change_start(later).unwrap());
        assert_eq!(recorder.last(), at(50));
        let key = recorder.key();
        if resumed {
            drop(recorder);
            recorder = resume(&store, key).unwrap();
        }
        recorder.play(at(1)).unwrap();
        drop(recorder);
        let events = exported(store.deref(), key);
        assert_eq!((names(&events), events[0].player_time), (vec!["sessionStart", "play"], at(50)));
        assert!(events[1].player_time.ts > at(50).ts);

        let mut recorder = begin_online(&store, start()).unwrap();
        assert!(store.change_start(recorder.key(), later).unwrap());
        let key = recorder.key();
        if resumed {
            drop(recorder);
            recorder = resume_online(&store, key).unwrap();
        }
        assert!(recorder.play(at(1)).unwrap().player_time.ts > at(50).ts);
    }
}
