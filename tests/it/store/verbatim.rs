//! Sessions whose events are sent as they were given: out of order, at equal times, with what is
//! open left open, with a playhead that is no number.

use media_collection::error::Returned;
use media_collection::http::Response;
use media_collection::recorder::{NextRequest, Outcome, Verbatim};
use media_collection::store::{
    OfflineStore, SessionKey, SessionStatus, StoreError, StoreOptions, UploadForm,
};
use media_collection::{
    Call, Event, EventBody, OtherEvent, PlayerTime, RawSession, Recorder, SessionStart,
};

use super::NOW;
use crate::fixtures::stores::{TempStore, grouped, temp_store, temp_store_with};
use crate::fixtures::{BEGAN, ad_break, at, chapter, opened, response, spot, start};
use crate::recorders::{due_again, due_upload, send, set_aside};

/// No number, at the time of the last event.
fn nowhere(second: i64) -> PlayerTime {
    PlayerTime::new(f64::NAN, at(second).ts)
}

/// What every other recorder would refuse, adjust or close.
fn odd() -> Vec<Event> {
    vec![
        Event::ad_complete(at(0)),
        Event::play(at(0)),
        Event::chapter_start(at(-30), chapter(1)),
        Event::ad_break_start(nowhere(5), ad_break()),
        Event::ad_start(PlayerTime::new(f64::INFINITY, at(5).ts), spot("one")),
        Event::ad_start(at(5), spot("two")),
        start().into(),
        Event::new(at(7), EventBody::Other(Box::new(OtherEvent::new("applause")))),
        Event::ping(nowhere(86_400)),
        Event::ping(at(20)),
    ]
}

/// The session, and events after it.
fn ends() -> [Event; 3] {
    [Event::session_end(at(21)), Event::session_complete(at(21)), Event::play(at(3))]
}

fn raw(start: &SessionStart, events: &[Event]) -> RawSession {
    let mut all: Vec<Event> = vec![start.clone().into()];
    all.extend_from_slice(events);
    all.into()
}

/// Starts that are taken as they are.
fn starts() -> [SessionStart; 3] {
    let downloaded = Recorder::downloaded(start()).into_session().start().clone();
    assert_eq!(downloaded.params.downloaded(), Some(true));
    let mut lost = start();
    lost.player_time = nowhere(0);
    [start(), downloaded, lost]
}

/// The same delays as in memory.
fn options() -> StoreOptions {
    StoreOptions::default().first_delay(1_000).longest_delay(60_000)
}

#[derive(Debug, Clone, Copy)]
enum Next {
    /// The recorder is dropped; the app goes on.
    Dropped,
    Closed,
    Killed,
}

const EVERY: [Next; 3] = [Next::Dropped, Next::Closed, Next::Killed];

impl Next {
    fn run<R>(self, store: TempStore, recorder: R) -> TempStore {
        match self {
            Self::Dropped => {
                drop(recorder);
                store
            }
            Self::Closed => {
                drop(recorder);
                store.reopened_with(options())
            }
            Self::Killed => {
                let next = store.killed_with(options());
                drop(recorder);
                next
            }
        }
    }
}

fn only(store: &OfflineStore) -> (SessionKey, SessionStatus) {
    let sessions = store.sessions().unwrap();
    assert_eq!(sessions.len(), 1);
    assert!(sessions[0].is_verbatim);
    (sessions[0].key, sessions[0].status)
}

#[test]
fn a_downloaded_session_is_uploaded_as_it_is() {
    for start in starts() {
        for next in EVERY {
            for ended in [false, true] {
                for resumed in [0, 4, 7] {
                    let mut store = temp_store("verbatim");
                    let mut recorder = store.begin_verbatim(start.clone()).unwrap();
                    let key = recorder.key();
                    let mut events = odd();
                    events.extend(ends().into_iter().filter(|_| ended));
                    for (index, event) in events.iter().enumerate() {
                        if index == resumed {
                            store = next.run(store, recorder);
                            recorder = store.resume_verbatim(key).unwrap();
                            assert_eq!(recorder.committed() as usize, index + 1);
                        }
                        recorder.record(event.clone()).unwrap();
                    }
                    assert_eq!(recorder.has_ended(), ended);
                    assert!(store.next_upload(NOW).unwrap().is_none(), "it is being recorded");
                    store = next.run(store, recorder);
                    let expected = Call::upload_raw(&raw(&start, &events)).unwrap();
                    assert_eq!(store.export(key).unwrap(), expected.body());
                    let upload = due_upload(&store, NOW);
                    assert_eq!(upload.call, expected);
                    let arrived = store.responded(upload.ticket, &response(201), NOW, 0.5);
                    assert_eq!(arrived.unwrap(), Outcome::Arrived);
                    assert!(store.sessions().unwrap().is_empty());
                }
            }
        }
    }
}

#[test]
fn the_deprecated_form_and_groups_of_events_are_as_they_are_too() {
    let options = grouped(3).upload_form(UploadForm::LegacyBatch);
    let store = temp_store_with("verbatim-grouped", options);
    let mut recorder = store.begin_verbatim(start()).unwrap();
    for event in odd() {
        recorder.record(event).unwrap();
    }
    assert_eq!(recorder.committed(), 10);
    recorder.flush().unwrap();
    assert_eq!(recorder.committed(), 11);
    drop(recorder);
    let expected = Call::upload_raw_legacy(&raw(&start(), &odd())).unwrap();
    assert_eq!(due_upload(&store, NOW).call, expected);
}

#[test]
fn it_is_rejected_kept_and_retried_as_others_are_and_not_repaired() {
    let store = temp_store("verbatim-rejected");
    let mut recorder = store.begin_verbatim(start()).unwrap();
    for event in odd() {
        recorder.record(event).unwrap();
    }
    let key = recorder.key();
    drop(recorder);
    let due = due_again(send(&store, &response(503), NOW));
    let body = store.export(key).unwrap();
    set_aside(send(&store, &response(400), due));
    assert_eq!(only(&store), (key, SessionStatus::Rejected));
    assert!(!store.rejected().unwrap()[0].found.is_empty(), "a playhead is null");
    assert!(matches!(store.repair(key), Err(StoreError::OtherKind(_))));
    let store = store.reopened();
    assert_eq!(store.export(key).unwrap(), body);
    store.retry(key).unwrap();
    assert_eq!(due_upload(&store, due).call.body(), body);
}

#[test]
fn each_kind_is_resumed_as_what_it_is() {
    let store = temp_store("verbatim-kinds");
    let keys = [
        store.begin(start()).unwrap().key(),
        store.begin_online(start()).unwrap().key(),
        store.begin_verbatim(start()).unwrap().key(),
        store.begin_verbatim_online(start()).unwrap().key(),
    ];
    let store = store.reopened();
    for (kind, key) in keys.into_iter().enumerate() {
        let resumed = [
            store.resume(key).map(drop),
            store.resume_online(key).map(drop),
            store.resume_verbatim(key).map(drop),
            store.resume_verbatim_online(key).map(drop),
        ];
        for (tried, resumed) in resumed.into_iter().enumerate() {
            match resumed {
                Ok(()) => assert_eq!(tried, kind),
                Err(StoreError::OtherKind(other)) => {
                    assert_eq!((other, tried != kind), (key, true))
                }
                Err(other) => panic!("{other}"),
            }
        }
    }
    let kinds: Vec<_> = store.sessions().unwrap();
    let kinds: Vec<_> = kinds.iter().map(|info| (info.is_online, info.is_verbatim)).collect();
    assert_eq!(kinds, [(false, false), (true, false), (false, true), (true, true)]);
}

#[test]
fn other_numbers_that_json_does_not_have_are_handed_back() {
    let store = temp_store("verbatim-numbers");
    let mut recorder = store.begin_verbatim(start()).unwrap();
    let mut endless = spot("endless");
    endless.length = f64::NAN;
    let event = Event::ad_start(at(1), endless.clone());
    let Returned { value, error } = recorder.record(event).unwrap_err();
    assert!(matches!(error, StoreError::Encode(_)), "{error}");
    assert_eq!(value.event_name(), "adStart");
    recorder.record(Event::play(at(0))).unwrap();
    let key = recorder.key();
    drop(recorder);
    let expected = raw(&start(), &[Event::play(at(0))]).encode().unwrap();
    assert_eq!(store.export(key).unwrap(), expected);
}

/// A start that is taken as it is, at whatever time.
#[test]
fn its_start_is_changed_to_whatever_it_shall_be() {
    let store = temp_store("verbatim-start");
    let mut recorder = store.begin_verbatim(start()).unwrap();
    recorder.record(Event::play(at(0))).unwrap();
    let mut changed = start();
    changed.player_time = nowhere(77);
    changed.params.channel = "news".to_owned();
    for _ in 0..2 {
        let new = changed.clone();
        assert!(recorder.change_start(|start| *start = new).unwrap());
    }
    recorder.record(Event::ping(at(1))).unwrap();
    let key = recorder.key();
    drop(recorder);
    let expected = raw(&changed, &[Event::play(at(0)), Event::ping(at(1))]);
    assert_eq!(store.export(key).unwrap(), expected.encode().unwrap());
}

/// How the requests of an online session end: by a store's or by a recorder's in memory.
fn responses() -> [Response<Vec<u8>>; 5] {
    [response(204), response(204), response(503), response(404), response(400)]
}

/// An online session in memory and in a store, with the same responses; how often the store is
/// killed and opened again changes nothing.
#[test]
fn an_online_session_is_reported_as_it_is() {
    for start in starts() {
        for next in EVERY {
            for wrong in 0..6 {
                let mut memory = Verbatim::online(start.clone());
                let mut store = temp_store_with("verbatim-online", options());
                let mut recorder = store.begin_verbatim_online(start.clone()).unwrap();
                let key = recorder.key();
                for (index, event) in odd().iter().chain(&ends()).enumerate() {
                    memory.record(event.clone()).unwrap();
                    recorder.record(event.clone()).unwrap();
                    if index == 4 {
                        store = next.run(store, recorder);
                        recorder = store.resume_verbatim_online(key).unwrap();
                    }
                }
                let mut now = BEGAN;
                let mut sessions = 0;
                let mut bodies: Vec<Vec<u8>> = Vec::new();
                for request in 0..60 {
                    now += 100_000;
                    let outgoing = match memory.next_request(now).unwrap() {
                        NextRequest::Send(outgoing) => outgoing,
                        NextRequest::Wait { .. } => {
                            assert!(store.next_upload(now - 1).unwrap().is_none());
                            continue;
                        }
                        other => {
                            assert_eq!(other, NextRequest::Nothing);
                            break;
                        }
                    };
                    let upload = due_upload(&store, now);
                    assert_eq!(upload.call, outgoing.call);
                    let is_start = upload.call.path() == "/api/v1/sessions";
                    bodies.push(upload.call.body().to_vec());
                    sessions += usize::from(is_start);
                    let answer = match request {
                        _ if is_start => opened(sessions),
                        3..7 => responses()[(request + wrong) % 5].clone(),
                        _ => response(204),
                    };
                    let expected = memory.responded(outgoing.ticket, &answer, now, 0.5);
                    let outcome = store.responded(upload.ticket, &answer, now, 0.5).unwrap();
                    // A playhead that is no number is not equal to itself.
                    assert_eq!(format!("{outcome:?}"), format!("{expected:?}"));
                }
                assert!(memory.is_done());
                assert!(sessions > 0 && bodies.len() > odd().len());
                drop(recorder);
                assert!(store.next_upload(now).unwrap().is_none());
                assert!(store.sessions().unwrap().is_empty());
            }
        }
    }
}

/// Nobody goes on with it.
#[test]
fn an_online_session_that_was_left_open_gets_no_end() {
    for next in EVERY {
        let store = temp_store("verbatim-left");
        let mut recorder = store.begin_verbatim_online(start()).unwrap();
        for event in odd() {
            recorder.record(event).unwrap();
        }
        let store = next.run(store, recorder);
        let mut expected = odd().into_iter();
        drop(send(&store, &opened(1), NOW));
        let id = "session-1".parse().unwrap();
        while let Some(upload) = store.next_upload(NOW).unwrap() {
            let event = expected.next().expect("nothing is added");
            assert_eq!(upload.call, Call::raw_event(&id, &event).unwrap());
            let arrived = store.responded(upload.ticket, &response(204), NOW, 0.5);
            assert_eq!(arrived.unwrap(), Outcome::Arrived);
        }
        assert!(expected.next().is_none());
        assert!(store.sessions().unwrap().is_empty());
    }
}

/// What the file remembers of a time must be readable, whatever the playhead was.
#[test]
fn an_online_session_is_lost_where_its_playhead_is_no_number() {
    for next in EVERY {
        let mut first = start();
        first.player_time = nowhere(0);
        let store = temp_store("verbatim-lost");
        let mut recorder = store.begin_verbatim_online(first).unwrap();
        let key = recorder.key();
        recorder.record(Event::ad_break_start(nowhere(1), ad_break())).unwrap();
        recorder.record(Event::ad_start(nowhere(1), spot("one"))).unwrap();
        recorder.record(Event::ping(nowhere(2))).unwrap();
        drop(send(&store, &opened(1), NOW));
        for _ in 0..2 {
            assert_eq!(send(&store, &response(204), NOW), Outcome::Arrived);
        }
        let store = next.run(store, recorder);
        let recorder = store.resume_verbatim_online(key).unwrap();
        let due = due_again(send(&store, &response(404), NOW));
        let lost = send(&store, &response(404), due);
        assert!(matches!(lost, Outcome::Reopening { .. }), "{lost:?}");
        let store = next.run(store, recorder);
        let recorder = store.resume_verbatim_online(key).unwrap();
        let mut names = Vec::new();
        while let Some(upload) = store.next_upload(due).unwrap() {
            let event: serde_json::Value = serde_json::from_slice(upload.call.body()).unwrap();
            names.push(event["eventType"].as_str().unwrap().to_owned());
            let answer = if names.len() == 1 { opened(2) } else { response(204) };
            let _ = store.responded(upload.ticket, &answer, due, 0.5).unwrap();
        }
        assert_eq!(names, ["sessionStart", "adBreakStart", "adStart", "ping", "ping"]);
        drop(recorder);
    }
}
