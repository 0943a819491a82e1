//! Uploads and responses of every kind: nothing is lost, and nothing is sent out of order.

use std::collections::BTreeMap;

use media_collection::error::ResponseError;
use media_collection::recorder::Outcome;
use media_collection::store::{SessionStatus, StoreError, StoreOptions, UploadForm};

use super::NOW;
use crate::fixtures::random::Random;
use crate::fixtures::stores::{
    content, exported, grouped, temp_store, temp_store_with, viewing, viewing_events,
};
use crate::fixtures::{BEGAN, SECRET, at, collector, response, start_of, with_retry_after};
use crate::recorders::{
    self, Ends as _, FINISHED, arrived, due_again, due_upload, send, set_aside,
};
use crate::scenario::Scenario;

/// A collector that fails in every way for a while, then works; the app restarts at any step.
#[test]
fn every_session_arrives_in_its_turn_whatever_happens() {
    for seed in 0..8 {
        let mut random = Random::new(seed);
        let mut store = temp_store("upload-all");
        let names: Vec<String> = (0..6).map(|number| format!("episode-{number}")).collect();
        for name in &names {
            viewing(&store, name);
        }
        let mut arrived: Vec<String> = Vec::new();
        let mut failures = BTreeMap::new();
        let mut lost_responses = 0;
        let mut now = NOW;
        for step in 0..400 {
            if random.below(4) == 0 {
                store = store.reopened();
            }
            let Some(upload) = store.next_upload(now).unwrap() else {
                match store.due().unwrap() {
                    Some(due) => now = now.max(due),
                    None => break,
                }
                continue;
            };
            if random.below(6) == 0 {
                // The process is killed while it sends, or before.
                store = store.reopened();
                continue;
            }
            let name = content(upload.call.body());
            // The others have their turn only when the oldest has failed some times.
            let oldest = names.iter().find(|name| !arrived.contains(name)).unwrap_or(&name);
            let had_turns = failures.get(oldest).is_some_and(|failures| *failures >= 3);
            assert!(*oldest == name || had_turns, "{name} before {oldest}");
            *failures.entry(name.clone()).or_insert(0) += 1;
            let fails = step < 200;
            let sent = match random.below(if fails { 12 } else { 1 }) {
                0 => {
                    arrived.push(name);
                    store.responded(upload.ticket, &response(201), now, 0.5)
                }
                1 => {
                    // It arrived, and the response was lost.
                    arrived.push(name);
                    lost_responses += 1;
                    store.not_sent(upload.ticket, now, 0.5)
                }
                2 => store.not_sent(upload.ticket, now, 0.5),
                3 => store.responded(upload.ticket, &with_retry_after(429, "7"), now, 0.5),
                other => {
                    let status = [200, 204, 301, 404, 405, 408, 500, 503][other - 4];
                    store.responded(upload.ticket, &response(status), now, 0.5)
                }
            };
            assert!(!matches!(sent, Ok(Outcome::SetAside { .. }) | Err(_)), "{sent:?}");
        }
        assert_eq!(store.stats().unwrap().pending, 0);
        let repeated = arrived.len() - names.len();
        assert_eq!(repeated, lost_responses, "twice only where a response was lost");
        arrived.sort();
        arrived.dedup();
        assert_eq!(arrived, names);
    }
}

#[test]
fn a_session_that_waits_holds_up_those_behind_it() {
    let store = temp_store("upload-order");
    let (first, second) = (viewing(&store, "a"), viewing(&store, "b"));
    let due = due_again(send(&store, &response(500), NOW));
    assert_eq!(store.next_upload(NOW).unwrap(), None);
    let upload = due_upload(&store, due);
    assert_eq!(upload.key, first);
    arrived(store.responded(upload.ticket, &response(201), due, 1.0).unwrap());
    assert_eq!(due_upload(&store, due).key, second);
}

#[test]
fn as_many_as_allowed_are_on_their_way() {
    let store = temp_store_with("upload-many", StoreOptions::default().max_in_flight(3));
    let keys: Vec<_> = (0..5).map(|_| viewing(&store, "a")).collect();
    let out: Vec<_> = (0..3).map(|_| due_upload(&store, NOW)).collect();
    assert!(out.iter().map(|upload| upload.key).eq(keys[..3].iter().copied()));
    assert_eq!((store.next_upload(NOW).unwrap(), store.due().unwrap()), (None, None));
    arrived(store.responded(out[1].ticket, &response(201), NOW, 0.0).unwrap());
    assert_eq!(due_upload(&store, NOW).key, keys[3]);
    // What comes back is due before what was never sent.
    due_again(store.not_sent(out[0].ticket, NOW, 0.0).unwrap());
    assert_eq!(store.next_upload(NOW).unwrap(), None);
    assert_eq!(due_upload(&store, NOW + 3_600_000).key, keys[0]);
}

#[test]
fn a_missing_endpoint_is_reported_and_the_legacy_form_is_there() {
    let store = temp_store("upload-legacy");
    viewing(&store, "a");
    for status in [404, 405] {
        let upload = due_upload(&store, i64::MAX);
        assert_eq!(upload.call.path(), "/api/v1/downloaded");
        let sent = store.responded(upload.ticket, &response(status), NOW, 0.5).unwrap();
        let Outcome::Kept { reason: Some(ResponseError::NoEndpoint { .. }), .. } = sent else {
            panic!("{sent:?}")
        };
    }
    let store = store.reopened_with(StoreOptions::default().upload_form(UploadForm::LegacyBatch));
    let upload = due_upload(&store, i64::MAX);
    assert_eq!(upload.call.path(), "/api/v1/sessions");
    assert_eq!(content(upload.call.body()), "a");
    let sent = store.responded(upload.ticket, &response(201), NOW, 0.5).unwrap();
    assert_eq!(sent, Outcome::Arrived);
}

#[test]
fn responses_find_only_sessions_that_were_sent() {
    let store = temp_store("upload-stray");
    let mut open = recorders::begin(&store, start_of("open")).unwrap();
    let key = open.key();
    assert_eq!(store.next_upload(NOW).unwrap(), None, "it is being recorded");
    assert!(matches!(store.discard(key), Err(StoreError::Recording(_))));
    // Ended by hand, but the handle may go on: it is not sent yet.
    open.play(at(1)).unwrap();
    open.session_complete(at(2)).unwrap();
    assert_eq!(store.next_upload(NOW).unwrap(), None);
    open.session_end(at(3)).unwrap();
    drop(open);
    let upload = due_upload(&store, NOW);
    assert_eq!(exported(&store, key).len(), 4);
    // Discarded while it is on its way: the response finds nothing, and does no harm.
    store.discard(upload.key).unwrap();
    for status in [201, 400, 500] {
        let sent = store.responded(upload.ticket, &response(status), NOW, 0.5).unwrap();
        assert_eq!(sent, Outcome::Stale);
    }
    assert_eq!(store.not_sent(upload.ticket, NOW, 0.5).unwrap(), Outcome::Stale);
    assert_eq!(store.stats().unwrap().sent, 0);
}

/// The app gave up waiting, and the response comes all the same.
#[test]
fn a_late_response_counts_until_the_session_is_sent_again() {
    let store = temp_store("upload-late");
    viewing(&store, "late");
    let first = due_upload(&store, NOW);
    let due = due_again(store.not_sent(first.ticket, NOW, 0.5).unwrap());
    // It was given up already.
    assert_eq!(store.not_sent(first.ticket, NOW, 0.5).unwrap(), Outcome::Stale);
    let second = due_upload(&store, due);
    assert_eq!((second.key, second.attempts), (first.key, 1));
    // Under way again: what is said of the first attempt changes nothing.
    for status in [201, 400, 503] {
        let sent = store.responded(first.ticket, &response(status), due, 0.5).unwrap();
        assert_eq!(sent, Outcome::Stale);
    }
    assert_eq!(store.stats().unwrap().pending, 1);

    due_again(store.not_sent(second.ticket, due, 0.5).unwrap());
    let sent = store.responded(second.ticket, &response(201), due, 0.5).unwrap();
    assert_eq!(sent, Outcome::Arrived);
    assert_eq!(store.stats().unwrap().sent, 1);
    let again = store.responded(second.ticket, &response(201), due, 0.5).unwrap();
    assert_eq!(again, Outcome::Stale);
}

#[test]
fn progress_adds_up() {
    let store = temp_store("upload-progress");
    for _ in 0..3 {
        viewing(&store, "a");
    }
    let open = recorders::begin(&store, start_of("open")).unwrap();
    let before = store.stats().unwrap();
    assert_eq!((before.open, before.pending, before.rejected, before.sent), (1, 3, 0, 0));
    assert_eq!(before.oldest, Some(BEGAN));
    let upload = due_upload(&store, NOW);
    arrived(store.responded(upload.ticket, &response(201), NOW, 0.5).unwrap());
    set_aside(send(&store, &response(400), NOW));
    let after = store.stats().unwrap();
    assert_eq!((after.open, after.pending, after.rejected, after.sent), (1, 1, 1, 1));
    // Commas and brackets are not counted.
    let body = upload.call.body().len();
    assert_eq!(after.sent_bytes, (body - viewing_events() - 1) as u64);
    assert_eq!(after.bytes + after.sent_bytes, before.bytes);
    assert_eq!(after.pending_bytes, before.pending_bytes / 3);
    drop(open);
}

#[test]
fn a_session_of_a_day_is_what_a_recorder_would_send() {
    const EVENTS: i64 = 86_400;
    let store = temp_store_with("upload-day", grouped(100));
    let playing = Scenario::from(start_of("day")).playing();
    let mut session = playing.clone().stored(&store);
    let mut recorder = playing.downloaded();
    for second in 2..EVENTS - FINISHED.len() as i64 {
        session.ping(at(second)).unwrap();
        recorder.ping(at(second)).unwrap();
        // No more than a group is ever held.
        assert!(second + 1 - i64::from(session.committed()) < 100);
    }
    let key = session.finished(at(EVENTS)).unwrap();
    let upload = due_upload(&store, NOW);
    assert_eq!(upload.key, key);
    let expected = recorder.finished(at(EVENTS));
    assert_eq!(expected.len() as i64, EVENTS);
    let body = upload.request(&collector()).unwrap().into_body();
    assert!(body == expected.encode().unwrap());
    // The body was made at its size, not grown to it.
    assert!(body.capacity() < body.len() + 16);
    assert_eq!(store.sessions().unwrap()[0].events, EVENTS as u32);
}

#[test]
fn nothing_personal_is_shown() {
    let store = temp_store_with("upload-debug", grouped(9));
    let mut session = Scenario::from(start_of("a")).state(SECRET).stored(&store);
    let mut shown = String::new();
    // The event is handed back, with the viewer's id in it.
    let refused = session.record(start_of("b").into()).unwrap_err();
    shown += &format!("{session:?} {refused:?} {refused} {:?}", *store);
    let encoded = format!("{:?}", SECRET.as_bytes());
    assert!(!shown.contains(encoded.trim_matches(['[', ']'])));
    let in_use = recorders::resume(&store, session.key()).unwrap_err();
    shown += &format!("{in_use:?} {:?}", store.sessions().unwrap());
    session.finished(at(60)).unwrap();
    let upload = due_upload(&store, NOW);
    shown += &format!("{upload:?}");
    shown += &format!("{:?}", store.responded(upload.ticket, &response(400), NOW, 0.5).unwrap());
    shown += &format!("{:?} {:?}", store.rejected().unwrap(), store.stats().unwrap());
    assert!(!shown.contains(SECRET), "{shown}");
    assert_eq!(store.sessions().unwrap()[0].status, SessionStatus::Rejected);
}
