//! Online sessions in a store: sent event by event, while they are recorded and after a restart.

use media_collection::Event;
use media_collection::recorder::{Outcome, Renewal, StopReason};
use media_collection::store::{OfflineStore, SessionStatus, StoreError};

use super::NOW;
use crate::fixtures::collector::{Asked, Server, assert_nothing_lost};
use crate::fixtures::stores::{TempStore, temp_store, viewing};
use crate::fixtures::viewing::{rich, start};
use crate::fixtures::{BEGAN, at, names, opened, response};
use crate::recorders::{
    arrived, begin_online, due_again, due_upload, resume_online, send, send_all,
};

/// When the events are sent.
#[derive(Debug, Clone, Copy)]
enum Sending {
    /// Each at once.
    Meanwhile,
    /// Each at once, and the app is stopped and started after each.
    BetweenRestarts,
    /// When all are recorded and the app is started again.
    Afterwards,
}

const ALWAYS: [Sending; 3] = [Sending::Meanwhile, Sending::BetweenRestarts, Sending::Afterwards];

/// Records the rich viewing and sends it as the script has it.
fn run<'a>(sending: Sending, script: impl FnMut(&Asked) -> Option<u16> + 'a) -> Server<'a> {
    let mut store = temp_store("store-online");
    let mut server = Server::new(script);
    let mut recorder = begin_online(&store, start()).unwrap();
    let key = recorder.key();
    for event in rich() {
        // Completed is ended, to those who would resume it.
        let ends = event.event_name().starts_with("session");
        recorder.record(event).unwrap();
        if !matches!(sending, Sending::Afterwards) {
            assert_eq!(send_all(&store, |request| server.send(request)), []);
        }
        if matches!(sending, Sending::BetweenRestarts) && !ends {
            drop(recorder);
            store = store.reopened();
            recorder = resume_online(&store, key).unwrap();
        }
    }
    drop(recorder);
    let store = store.reopened();
    assert_eq!(send_all(&store, |request| server.send(request)), []);
    assert!(store.sessions().unwrap().is_empty(), "what was sent is gone");
    server
}

#[test]
fn a_good_collector_gets_one_session() {
    for sending in ALWAYS {
        let server = run(sending, |_| Some(204));
        assert_eq!(server.sessions.len(), 1);
        assert_nothing_lost(&server.sessions, &rich());
    }
}

#[test]
fn failures_are_waited_out() {
    for code in [None, Some(500), Some(503), Some(408), Some(429)] {
        let mut asked = 0;
        let server = run(Sending::Afterwards, |_| {
            asked += 1;
            // A failure, then a success.
            if asked % 2 == 0 { Some(204) } else { code }
        });
        assert_eq!(server.sessions.len(), 1);
        assert_eq!(server.asked, rich().len() * 2);
        assert_nothing_lost(&server.sessions, &rich());
    }
}

/// Loses the session at every so many events.
fn assert_opened_again(every: usize) {
    for sending in ALWAYS {
        for lost in (0..rich().len() - 1).step_by(every) {
            let script = |asked: &Asked| Some(if asked.asked == lost { 404 } else { 204 });
            let server = run(sending, script);
            assert_eq!(server.sessions.len(), 2, "{sending:?}, lost at {lost}");
            assert_eq!(server.sessions[0].len(), lost + 1);
            assert_nothing_lost(&server.sessions, &rich());
        }
    }
}

#[test]
fn a_lost_session_is_opened_again_where_it_stood() {
    assert_opened_again(7);
}

#[test]
#[ignore = "takes a minute"]
fn a_session_lost_at_any_event_is_opened_again_where_it_stood() {
    assert_opened_again(1);
}

#[test]
fn a_session_lost_before_its_end_has_ended() {
    let end = rich().len() - 1;
    for sending in [Sending::Meanwhile, Sending::Afterwards] {
        let server = run(sending, |asked| Some(if asked.asked == end { 410 } else { 204 }));
        assert_eq!(server.sessions.len(), 1);
        assert_nothing_lost(&server.sessions, &rich()[..end]);
    }
}

#[test]
fn a_rejected_event_is_set_aside_and_the_rest_goes_on() {
    for rejected in [0, 7, 15, rich().len() - 1] {
        let store = temp_store("store-online-rejected");
        let mut recorder = begin_online(&store, start()).unwrap();
        for event in rich() {
            recorder.record(event).unwrap();
        }
        drop(recorder);
        let mut server = Server::new(|asked| Some(if asked.asked == rejected { 400 } else { 204 }));
        let aside = send_all(&store, |request| server.send(request));
        assert_eq!(aside.len(), 1);
        let mut expected = rich();
        assert_eq!(aside[0].body, expected.remove(rejected).body);
        assert_eq!(names(&server.sessions[0][1..]), names(&expected));
        assert!(store.sessions().unwrap().is_empty());
    }
}

/// A store with an online session that is being recorded, and stands at its first event.
fn playing() -> (TempStore, crate::recorders::StoredOnlineRecorder) {
    let store = temp_store("store-online-playing");
    let mut recorder = begin_online(&store, start()).unwrap();
    recorder.play(at(1)).unwrap();
    (store, recorder)
}

#[test]
fn one_request_is_in_flight_at_a_time() {
    let (store, mut recorder) = playing();
    let opening = due_upload(&store, NOW);
    assert_eq!(opening.call.path(), "/api/v1/sessions");
    assert_eq!(opening.key, recorder.key());
    assert_eq!(store.next_upload(NOW).unwrap(), None);
    recorder.ping(at(11)).unwrap();
    let outcome = store.responded(opening.ticket, &opened(7), NOW, 0.5).unwrap();
    assert!(matches!(outcome, Outcome::Opened(id) if id.as_str() == "session-7"));
    let playing = due_upload(&store, NOW);
    assert_eq!(playing.call.path(), "/api/v1/sessions/session-7/events");
    let event = Event::decode(playing.call.body(), &media_collection::Policy::strict()).unwrap();
    assert_eq!(event.event_name(), "play");
    // What was said of another request changes nothing.
    let stale = store.responded(opening.ticket, &response(404), NOW, 0.5).unwrap();
    assert_eq!(stale, Outcome::Stale);
    let due = due_again(store.not_sent(playing.ticket, NOW, 1.0).unwrap());
    assert_eq!(store.next_upload(due - 1).unwrap(), None);
    arrived(send(&store, &response(204), due));
    arrived(send(&store, &response(204), due));
    assert_eq!(store.next_upload(i64::MAX).unwrap(), None, "nothing more is recorded yet");
}

/// What is downloaded waits for nothing but its own turn.
#[test]
fn both_kinds_of_sessions_stand_in_one_store() {
    let (store, mut recorder) = playing();
    let key = viewing(&store, "downloaded");
    assert!(matches!(store.resume(recorder.key()), Err(StoreError::Recording(_))));
    let opening = due_upload(&store, NOW);
    store.responded(opening.ticket, &opened(0), NOW, 0.5).map(drop).unwrap();
    arrived(send(&store, &response(204), NOW));
    // The online one has nothing to send at the moment.
    let upload = due_upload(&store, NOW);
    assert_eq!((upload.key, upload.call.path()), (key, "/api/v1/downloaded"));
    arrived(store.responded(upload.ticket, &response(201), NOW, 0.5).unwrap());
    recorder.finish(at(60)).unwrap();
    drop(recorder);
    assert_eq!(remaining(&store), ["pending"]);
    arrived(send(&store, &response(204), NOW));
    arrived(send(&store, &response(204), NOW));
    assert_eq!(remaining(&store), [""; 0]);
}

fn remaining(store: &OfflineStore) -> Vec<&'static str> {
    store.sessions().unwrap().iter().map(|session| session.status.as_str()).collect()
}

/// The app went away in the middle of an ad, and nobody goes on with the session.
#[test]
fn a_session_that_was_left_open_is_ended_as_it_is() {
    let (store, mut recorder) = playing();
    recorder.ad_break_start(at(5), crate::fixtures::ad_break()).unwrap();
    recorder.ad_start(at(5), crate::fixtures::spot("spot-7")).unwrap();
    let key = recorder.key();
    drop(recorder);
    let store = store.reopened();
    let info = &store.sessions().unwrap()[0];
    assert_eq!((info.key, info.status, info.began), (key, SessionStatus::Open, BEGAN));
    let mut server = Server::new(|_| Some(204));
    assert_eq!(send_all(&store, |request| server.send(request)), []);
    let closing = ["play", "adBreakStart", "adStart", "adSkip", "adBreakComplete", "sessionEnd"];
    assert_eq!(names(&server.sessions[0][1..]), closing);
    assert!(store.sessions().unwrap().is_empty());
}

#[test]
fn a_session_is_resumed_as_what_it_is() {
    let store = temp_store("store-online-kinds");
    let online = begin_online(&store, start()).unwrap().key();
    let downloaded = crate::recorders::begin(&store, start()).unwrap().key();
    let kinds = store.sessions().unwrap().into_iter().map(|info| (info.key, info.is_online));
    assert_eq!(kinds.collect::<Vec<_>>(), [(online, true), (downloaded, false)]);
    assert!(resume_online(&store, downloaded).is_err());
    assert!(crate::recorders::resume(&store, online).is_err());
    // The failed attempts hold nothing.
    assert!(resume_online(&store, online).is_ok());
    assert!(crate::recorders::resume(&store, downloaded).is_ok());
}

/// A rejected start does not block its session for ever, nor others: what is recorded meanwhile waits.
#[test]
fn a_rejected_start_sets_the_session_aside_while_it_is_recorded() {
    let (store, mut recorder) = playing();
    let key = recorder.key();
    let why = StopReason::StartRejected;
    let outcome = send(&store, &response(400), NOW);
    assert!(matches!(outcome, Outcome::Stopped { why: found, .. } if found == why));
    let downloaded = viewing(&store, "downloaded");
    assert_eq!(due_upload(&store, NOW).key, downloaded);
    let rejected = store.rejected().unwrap();
    assert_eq!((rejected.len(), rejected[0].key, rejected[0].status), (1, key, 400));
    assert_eq!(remaining(&store), ["rejected", "pending"]);
    recorder.ping(at(11)).unwrap();

    // The app is restarted, and goes on recording.
    drop(recorder);
    let store = store.reopened();
    let mut recorder = resume_online(&store, key).unwrap();
    recorder.ping(at(21)).unwrap();
    // It ends, which is no reason to send the start again.
    recorder.abandon(at(30)).unwrap();
    drop(recorder);
    assert_eq!(remaining(&store), ["rejected", "pending"]);
    store.discard(downloaded).unwrap();
    assert_eq!(store.next_upload(NOW).unwrap(), None);

    store.retry(key).unwrap();
    let mut server = Server::new(|_| Some(204));
    assert_eq!(send_all(&store, |request| server.send(request)), []);
    assert_eq!(names(&server.sessions[0][1..]), ["play", "ping", "ping", "sessionEnd"]);
    assert!(store.sessions().unwrap().is_empty());
}

#[test]
fn a_session_that_was_set_aside_goes_on_while_it_is_recorded() {
    let (store, mut recorder) = playing();
    let key = recorder.key();
    drop(send(&store, &response(400), NOW));
    store.retry(key).unwrap();
    assert_eq!(remaining(&store), ["open"]);
    assert!(matches!(store.retry(key), Err(StoreError::Recording(_))), "it is not set aside");
    let mut server = Server::new(|_| Some(204));
    assert_eq!(send_all(&store, |request| server.send(request)), []);
    recorder.finish(at(60)).unwrap();
    assert_eq!(send_all(&store, |request| server.send(request)), []);
    assert_eq!(names(&server.sessions[0][1..]), ["play", "sessionComplete", "sessionEnd"]);
}

/// The response to a request that was given up comes when the time has made another of it.
#[test]
fn a_late_response_says_nothing_of_a_new_session() {
    let (store, mut recorder) = playing();
    let opening = due_upload(&store, NOW);
    store.responded(opening.ticket, &opened(0), NOW, 0.5).map(drop).unwrap();
    let play = due_upload(&store, NOW);
    let due = due_again(store.not_sent(play.ticket, NOW, 0.5).unwrap());
    let renewed = due_upload(&store, due + 600_000);
    assert_eq!(renewed.renewal, Some(Renewal::Silence));
    due_again(store.not_sent(renewed.ticket, due + 600_000, 0.5).unwrap());
    let outcome = store.responded(play.ticket, &response(204), due + 600_000, 0.5).unwrap();
    assert_eq!(outcome, Outcome::Stale);
    recorder.abandon(at(5)).unwrap();
    drop(recorder);
    let mut server = Server::new(|_| Some(204));
    assert_eq!(send_all(&store, |request| server.send(request)), []);
    assert_eq!(names(&server.sessions[0][1..]), ["play", "sessionEnd"]);
}
