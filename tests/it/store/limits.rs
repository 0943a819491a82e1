//! Limits, ages, and room that is given back.

use std::fs;

use media_collection::Event;
use media_collection::store::{StoreError, StoreOptions, WhenFull};

use crate::fixtures::stores::{grouped, temp_store, temp_store_with, viewing};
use crate::fixtures::{BEGAN, SECRET, at, response, start_of};
use crate::recorders::{self, Ends as _, arrived, due_again, due_upload, failure, send, set_aside};
use crate::scenario::Scenario;

fn full<T: std::fmt::Debug>(result: Result<T, StoreError>) -> &'static str {
    match result {
        Err(StoreError::Full { limit }) => limit,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_limit_of_sessions_refuses_new_ones() {
    let store = temp_store_with("limits-sessions", StoreOptions::default().max_sessions(2));
    let first = viewing(&store, "a");
    viewing(&store, "b");
    assert_eq!(full(recorders::begin(&store, start_of("c"))), "sessions");
    // A rejected one does not give way by itself.
    set_aside(send(&store, &response(400), BEGAN));
    assert_eq!(full(recorders::begin(&store, start_of("c"))), "sessions");
    store.discard(first).unwrap();
    viewing(&store, "c");
}

#[test]
fn a_limit_of_bytes_counts_what_waits_and_lets_sessions_end() {
    let store = temp_store_with("limits-bytes", grouped(1_000).max_bytes(1_000));
    let mut session = recorders::begin(&store, start_of("a")).unwrap();
    let mut recorded = 0;
    let error = loop {
        match session.ping(at(recorded + 1)) {
            Ok(_) => recorded += 1,
            Err(refused) => break failure(refused),
        }
    };
    assert!(matches!(error, StoreError::Full { limit: "bytes" }));
    session.flush().unwrap();
    let info = &store.sessions().unwrap()[0];
    assert_eq!(i64::from(info.events), recorded + 1);
    assert!(info.bytes <= 1_000 && info.bytes > 900, "{}", info.bytes);
    session.finished(at(60)).unwrap();
    assert_eq!(store.stats().unwrap().pending, 1);
}

#[test]
fn rejected_sessions_give_way_oldest_first_and_only_if_that_helps() {
    let options = || StoreOptions::default().when_full(WhenFull::DropRejected);
    let store = temp_store_with("limits-drop", options());
    let keys: Vec<_> = (0..3).map(|_| viewing(&store, "a")).collect();
    for _ in 0..2 {
        set_aside(send(&store, &response(400), BEGAN));
    }
    let bytes = store.stats().unwrap().bytes;
    let store = store.reopened_with(options().max_sessions(3));
    let new = viewing(&store, "b");
    let left: Vec<_> = store.sessions().unwrap().iter().map(|session| session.key).collect();
    assert_eq!(left, [keys[1], keys[2], new]);
    // Too little even without the rejected one: it stays.
    let store = store.reopened_with(options().max_bytes(bytes / 2));
    assert_eq!(full(recorders::begin(&store, start_of("c"))), "bytes");
    assert_eq!(store.rejected().unwrap().len(), 1);
}

#[test]
fn old_sessions_go_if_asked_for() {
    let store = temp_store("limits-age");
    viewing(&store, "a");
    assert_eq!(store.expire(i64::MAX).unwrap().len(), 0, "off unless set");
    let store = store.reopened_with(StoreOptions::default().max_age(10_000));
    // Its `sessionEnd` comes a millisecond after its `sessionComplete`.
    let ended = BEGAN + 60_001;
    let open = recorders::begin(&store, start_of("open")).unwrap();
    let mut held = recorders::begin(&store, start_of("held")).unwrap();
    held.session_complete(at(60)).unwrap();
    assert_eq!(store.expire(ended + 10_000).unwrap().len(), 0);
    // Not what is on its way, and not what has a handle.
    let upload = due_upload(&store, ended);
    assert_eq!(store.expire(ended + 10_001).unwrap().len(), 0);
    due_again(store.not_sent(upload.ticket, ended, 0.5).unwrap());
    assert_eq!(store.expire(ended + 10_001).unwrap().len(), 1);
    assert_eq!(store.sessions().unwrap().len(), 2);
    // One that was left open has an age as soon as it is ended.
    drop((open, held));
    assert_eq!(store.next_upload(ended + 10_001).unwrap(), None);
    assert!(store.sessions().unwrap().is_empty());
}

#[test]
fn room_is_given_back_and_deleted_data_is_gone() {
    let store = temp_store("limits-compact");
    let path = store.path();
    let mut session = recorders::begin(&store, start_of("long")).unwrap();
    for second in 1..40 {
        let mut event = Event::ping(at(second));
        event.extra_mut().members.insert("secret", SECRET.repeat(8_000));
        session.record(event).unwrap();
    }
    session.finished(at(60)).unwrap();
    let large = fs::metadata(&path).unwrap().len();
    arrived(send(&store, &response(201), BEGAN));
    assert!(store.compact().unwrap());
    let small = fs::metadata(&path).unwrap().len();
    assert!(small < large / 2, "{small} of {large}");

    let mut open = recorders::begin(&store, start_of("open")).unwrap();
    viewing(&store, "ended");
    let _in_flight = due_upload(&store, BEGAN);
    store.delete_all().unwrap();
    assert!(matches!(open.play(at(1)).map_err(failure), Err(StoreError::NoSession(_))));
    assert!(matches!(open.flush(), Ok(())), "nothing waits");
    let gone = open.key();
    assert!(matches!(open.finished(at(2)), Err(StoreError::NoSession(_))));
    assert!(store.sessions().unwrap().is_empty());
    assert_eq!(store.stats().unwrap().bytes, 0);
    assert_eq!(store.next_upload(i64::MAX).unwrap(), None);
    // A key is never given twice.
    assert!(viewing(&store, "new") > gone);
    store.delete_all().unwrap();
    let folder = store.closed();
    let bytes = fs::read(path).unwrap();
    let found = bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
    assert!(!found, "what was deleted is still in the file");
    drop(folder);
}

/// In grouped durability as well: appending says so at once.
#[test]
fn a_handle_learns_that_everything_was_deleted() {
    let store = temp_store_with("limits-delete", grouped(50));
    let mut session = Scenario::from(start_of("a")).playing().stored(&store);
    store.delete_all().unwrap();
    assert!(matches!(session.ping(at(2)).map_err(failure), Err(StoreError::NoSession(_))));
    drop(session);
    assert!(store.sessions().unwrap().is_empty());
    assert_eq!(store.stats().unwrap().bytes, 0);
}
