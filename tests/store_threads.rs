//! One store in many hands: recording, uploading and tidying up at the same time.

mod common;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use common::Random;
use common::stored::{answer, at, content, start};
use media_collection::store::{Durability, OfflineStore, Sent, StoreError, StoreOptions};
use media_collection::{Event, Policy};

const RECORDERS: usize = 3;
const SESSIONS: usize = 16;

/// One test after another: together they would wait for the disk.
static ALONE: Mutex<()> = Mutex::new(());

/// Nobody asks without end: the others want their turn, too.
fn pause() {
    std::thread::sleep(std::time::Duration::from_millis(2));
}

/// Three record, one uploads and one looks: every session arrives whole, each recorder's in its
/// order, once unless its answer was lost.
#[test]
fn recording_and_uploading_do_not_disturb_each_other() {
    let _alone = ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    for durability in [Durability::EachEvent, Durability::Grouped { events: 4, millis: 1 << 40 }] {
        let path = common::folder("threads-record").join("sessions.redb");
        let options = StoreOptions::default().durability(durability);
        let store = OfflineStore::open_with(path, options).unwrap();
        let recording = AtomicUsize::new(RECORDERS);
        let arrived = Mutex::new(Vec::<(String, usize)>::new());
        std::thread::scope(|scope| {
            for recorder in 0..RECORDERS {
                let (store, recording) = (store.clone(), &recording);
                scope.spawn(move || {
                    for number in 0..SESSIONS {
                        let mut session =
                            store.begin(start(&format!("{recorder}-{number}"))).unwrap();
                        session.play(at(1)).unwrap();
                        for second in 2..6 {
                            session.ping(at(second)).unwrap();
                        }
                        // In each of the ways in which a recording comes to its end.
                        match number % 4 {
                            0 => drop(session.finish(at(60)).unwrap()),
                            1 => {
                                session.session_complete(at(60)).unwrap();
                                session.session_end(at(61)).unwrap();
                            }
                            2 => {
                                let id = session.id();
                                drop(session);
                                // Unless the upload was faster.
                                if let Ok(session) = store.resume(id) {
                                    session.abandon(at(60)).unwrap();
                                }
                            }
                            _ => drop(session),
                        }
                    }
                    recording.fetch_sub(1, Ordering::SeqCst);
                });
            }
            let (uploader, recording, arrived) = (store.clone(), &recording, &arrived);
            scope.spawn(move || {
                let mut random = Random(6);
                loop {
                    let last = recording.load(Ordering::SeqCst) == 0;
                    match uploader.next_upload(i64::MAX).unwrap() {
                        Some(upload) if random.below(4) == 0 => {
                            uploader.not_sent(upload.id, 0, 0.0).unwrap();
                        }
                        Some(upload) => {
                            let events = Event::decode_batch(upload.call.body(), &Policy::strict());
                            let name = content(upload.call.body());
                            arrived.lock().unwrap().push((name, events.unwrap().len()));
                            let sent = uploader.uploaded(upload.id, &answer(201), 0, 0.5).unwrap();
                            assert_eq!(sent, Sent::Arrived);
                        }
                        None if last => break,
                        None => pause(),
                    }
                }
            });
            let looking = store.clone();
            scope.spawn(move || {
                while recording.load(Ordering::SeqCst) > 0 {
                    for session in looking.sessions().unwrap() {
                        assert!(session.events > 0 && session.bytes > 0);
                    }
                    looking.stats().unwrap();
                    looking.due().unwrap();
                    looking.compact().unwrap();
                    pause();
                }
            });
        });
        let arrived = arrived.into_inner().unwrap();
        let mut counts = BTreeMap::new();
        for (name, events) in &arrived {
            assert_eq!(counts.insert(name.clone(), *events), None, "{name} arrived twice");
            let number: usize = name.split_once('-').unwrap().1.parse().unwrap();
            assert_eq!(*events, if number % 4 == 1 { 8 } else { 7 }, "{name}");
        }
        assert_eq!(counts.len(), RECORDERS * SESSIONS);
        let stats = store.stats().unwrap();
        assert_eq!((stats.open, stats.pending, stats.bytes), (0, 0, 0));
        assert_eq!(stats.sent as usize, arrived.len());
    }
}

/// Two upload with two sessions allowed at a time: none is sent by both.
#[test]
fn two_uploaders_share_the_work() {
    let _alone = ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let path = common::folder("threads-uploaders").join("sessions.redb");
    let store = OfflineStore::open_with(path, StoreOptions::default().max_in_flight(2)).unwrap();
    for number in 0..40 {
        common::stored::viewing(&store, &number.to_string());
    }
    let out = Mutex::new(std::collections::BTreeSet::new());
    let arrived = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for seed in 0..3 {
            let (store, out, arrived) = (store.clone(), &out, &arrived);
            scope.spawn(move || {
                let mut random = Random(seed);
                while arrived.load(Ordering::SeqCst) < 40 {
                    let Some(upload) = store.next_upload(i64::MAX).unwrap() else {
                        pause();
                        continue;
                    };
                    {
                        let mut out = out.lock().unwrap();
                        assert!(out.insert(upload.id), "sent by two at a time");
                        assert!(out.len() <= 2);
                    }
                    std::thread::yield_now();
                    // Taken off our list first: it may be handed out the moment it is back.
                    out.lock().unwrap().remove(&upload.id);
                    if random.below(3) == 0 {
                        store.not_sent(upload.id, 0, 0.0).unwrap();
                    } else {
                        store.uploaded(upload.id, &answer(201), 0, 0.0).unwrap();
                        arrived.fetch_add(1, Ordering::SeqCst);
                    }
                }
            });
        }
    });
    assert!(store.sessions().unwrap().is_empty());
}

/// The viewer opts out, again and again, while everything else goes on: nothing comes back, and
/// nothing fails in another way than by saying so.
#[test]
fn deleting_everything_wins() {
    let _alone = ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let path = common::folder("threads-delete").join("sessions.redb");
    let options =
        StoreOptions::default().durability(Durability::Grouped { events: 3, millis: 1 << 40 });
    let store = OfflineStore::open_with(path, options).unwrap();
    let done = AtomicBool::new(false);
    let gone = |error: StoreError| assert!(matches!(error, StoreError::NoSession(_)), "{error}");
    std::thread::scope(|scope| {
        for _ in 0..2 {
            let (store, done) = (store.clone(), &done);
            scope.spawn(move || {
                while !done.load(Ordering::SeqCst) {
                    let mut session = store.begin(start("a")).unwrap();
                    for second in 1..10 {
                        if let Err(error) = session.ping(at(second)) {
                            gone(error);
                            break;
                        }
                    }
                    session.finish(at(60)).map_or_else(gone, drop);
                }
            });
        }
        let (uploader, done) = (store.clone(), &done);
        scope.spawn(move || {
            while !done.load(Ordering::SeqCst) {
                let Some(upload) = uploader.next_upload(i64::MAX).unwrap() else {
                    pause();
                    continue;
                };
                let status = if upload.id.number() % 2 == 0 { 201 } else { 400 };
                uploader.uploaded(upload.id, &answer(status), 0, 0.0).map_or_else(gone, drop);
                if status == 400 {
                    uploader.repair(upload.id).map_or_else(gone, drop);
                }
            }
        });
        for _ in 0..60 {
            std::thread::sleep(std::time::Duration::from_millis(5));
            store.delete_all().unwrap();
        }
        done.store(true, Ordering::SeqCst);
    });
    store.delete_all().unwrap();
    assert!(store.sessions().unwrap().is_empty());
    assert_eq!(store.stats().unwrap().bytes, 0);
    assert_eq!(store.next_upload(i64::MAX).unwrap(), None);
}

/// A thread that panics takes its handle with it, and nothing else.
#[test]
fn a_panic_leaves_the_session_to_others() {
    let path = common::folder("threads-panic").join("sessions.redb");
    let options =
        StoreOptions::default().durability(Durability::Grouped { events: 9, millis: 1 << 40 });
    let store = OfflineStore::open_with(path, options).unwrap();
    let other = store.clone();
    let panicked = std::thread::spawn(move || {
        let mut session = other.begin(start("a")).unwrap();
        session.play(at(1)).unwrap();
        std::panic::resume_unwind(Box::new(session.id()));
    });
    let id = panicked.join().unwrap_err();
    let id = *id.downcast::<media_collection::store::SessionKey>().unwrap();
    let session = store.resume(id).unwrap();
    assert_eq!(session.committed(), 2);
    session.finish(at(60)).unwrap();
}
