//! Limits, ages, and room that is given back.

mod common;

use std::fs;

use common::stored::{BEGAN, SECRET, answer, at, start, viewing};
use media_collection::store::{Durability, OfflineStore, StoreError, StoreOptions, WhenFull};

fn full<T: std::fmt::Debug>(result: Result<T, StoreError>) -> &'static str {
    match result {
        Err(StoreError::Full { limit }) => limit,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_limit_of_sessions_refuses_new_ones() {
    let path = common::folder("limits-sessions").join("sessions.redb");
    let options = StoreOptions::default().max_sessions(2);
    let store = OfflineStore::open_with(path, options).unwrap();
    let first = viewing(&store, "a");
    viewing(&store, "b");
    assert_eq!(full(store.begin(start("c"))), "sessions");
    // A refused one does not give way by itself.
    store.next_upload(BEGAN).unwrap().unwrap();
    store.uploaded(first, &answer(400), BEGAN, 0.5).unwrap();
    assert_eq!(full(store.begin(start("c"))), "sessions");
    store.discard(first).unwrap();
    viewing(&store, "c");
}

#[test]
fn a_limit_of_bytes_counts_what_waits_and_lets_sessions_end() {
    let path = common::folder("limits-bytes").join("sessions.redb");
    let options = StoreOptions::default()
        .max_bytes(1_000)
        .durability(Durability::Grouped { events: 1_000, millis: i64::MAX });
    let store = OfflineStore::open_with(path, options).unwrap();
    let mut session = store.begin(start("a")).unwrap();
    let mut appended = 0;
    let error = loop {
        match session.ping(at(appended + 1)) {
            Ok(_) => appended += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::Full { limit: "bytes" }));
    session.flush().unwrap();
    let info = &store.sessions().unwrap()[0];
    assert_eq!(i64::from(info.events), appended + 1);
    assert!(info.bytes <= 1_000 && info.bytes > 900, "{}", info.bytes);
    session.finish(at(60)).unwrap();
    assert_eq!(store.stats().unwrap().pending, 1);
}

#[test]
fn refused_sessions_give_way_oldest_first_and_only_if_that_helps() {
    let path = common::folder("limits-drop").join("sessions.redb");
    let options = || StoreOptions::default().when_full(WhenFull::DropRefused);
    let store = OfflineStore::open_with(&path, options()).unwrap();
    let ids: Vec<_> = (0..3).map(|_| viewing(&store, "a")).collect();
    for id in &ids[..2] {
        store.next_upload(BEGAN).unwrap().unwrap();
        store.uploaded(*id, &answer(400), BEGAN, 0.5).unwrap();
    }
    let bytes = store.stats().unwrap().bytes;
    drop(store);
    let store = OfflineStore::open_with(&path, options().max_sessions(3)).unwrap();
    let new = viewing(&store, "b");
    let left: Vec<_> = store.sessions().unwrap().iter().map(|session| session.id).collect();
    assert_eq!(left, [ids[1], ids[2], new]);
    drop(store);
    // Too little even without the refused one: it stays.
    let store = OfflineStore::open_with(&path, options().max_bytes(bytes / 2)).unwrap();
    assert_eq!(full(store.begin(start("c"))), "bytes");
    assert_eq!(store.refused().unwrap().len(), 1);
}

#[test]
fn old_sessions_go_if_asked_for() {
    let path = common::folder("limits-age").join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    viewing(&store, "a");
    assert_eq!(store.expire(i64::MAX).unwrap(), 0, "off unless set");
    drop(store);
    let store = OfflineStore::open_with(&path, StoreOptions::default().max_age(10_000)).unwrap();
    let ended = BEGAN + 60_000;
    let open = store.begin(start("open")).unwrap();
    let mut held = store.begin(start("held")).unwrap();
    held.session_complete(at(60)).unwrap();
    assert_eq!(store.expire(ended + 10_000).unwrap(), 0);
    // Not what is on its way, and not what has a handle.
    let upload = store.next_upload(ended).unwrap().unwrap();
    assert_eq!(store.expire(ended + 10_001).unwrap(), 0);
    store.not_sent(upload.id, ended, 0.5).unwrap();
    assert_eq!(store.expire(ended + 10_001).unwrap(), 1);
    assert_eq!(store.sessions().unwrap().len(), 2);
    // One that was left open has an age as soon as it is ended.
    drop((open, held));
    assert_eq!(store.next_upload(ended + 10_001).unwrap(), None);
    assert!(store.sessions().unwrap().is_empty());
}

#[test]
fn room_is_given_back_and_deleted_data_is_gone() {
    let path = common::folder("limits-compact").join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    let mut session = store.begin(start("long")).unwrap();
    for second in 1..40 {
        let mut event = media_collection::Event::ping(at(second));
        event.extra_mut().members.insert("secret", SECRET.repeat(8_000));
        session.append(event).unwrap();
    }
    let id = session.finish(at(60)).unwrap();
    let large = fs::metadata(&path).unwrap().len();
    store.next_upload(BEGAN).unwrap().unwrap();
    store.uploaded(id, &answer(201), BEGAN, 0.5).unwrap();
    assert!(store.compact().unwrap());
    let small = fs::metadata(&path).unwrap().len();
    assert!(small < large / 2, "{small} of {large}");

    let mut open = store.begin(start("open")).unwrap();
    viewing(&store, "ended");
    store.next_upload(BEGAN).unwrap().unwrap();
    store.delete_all().unwrap();
    assert!(matches!(open.play(at(1)), Err(StoreError::NoSession(_))));
    assert!(matches!(open.flush(), Ok(())), "nothing waits");
    let gone = open.id();
    assert!(matches!(open.finish(at(2)), Err(StoreError::NoSession(_))));
    assert!(store.sessions().unwrap().is_empty());
    assert_eq!(store.stats().unwrap().bytes, 0);
    assert_eq!(store.next_upload(i64::MAX).unwrap(), None);
    // A key is never given twice.
    assert!(viewing(&store, "new") > gone);
    store.delete_all().unwrap();
    drop(store);
    let bytes = fs::read(&path).unwrap();
    let found = bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
    assert!(!found, "what was deleted is still in the file");
}

/// In grouped durability as well: appending says so at once.
#[test]
fn a_handle_learns_that_everything_was_deleted() {
    let path = common::folder("limits-delete").join("sessions.redb");
    let options =
        StoreOptions::default().durability(Durability::Grouped { events: 50, millis: 1 << 40 });
    let store = OfflineStore::open_with(path, options).unwrap();
    let mut session = store.begin(start("a")).unwrap();
    session.play(at(1)).unwrap();
    store.delete_all().unwrap();
    assert!(matches!(session.ping(at(2)), Err(StoreError::NoSession(_))));
    drop(session);
    assert!(store.sessions().unwrap().is_empty());
    assert_eq!(store.stats().unwrap().bytes, 0);
}
