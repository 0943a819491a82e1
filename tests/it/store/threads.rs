//! One store in many hands: recording, uploading and tidying up at the same time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use media_collection::recorder::Outcome;
use media_collection::store::{OfflineStore, SessionKey, StoreError, StoreOptions};
use media_collection::{Event, Policy};

use crate::fixtures::random::Random;
use crate::fixtures::stores::{content, grouped, temp_store_with, viewing};
use crate::fixtures::{at, response, start_of};
use crate::recorders::{self, Ends as _, FINISHED, arrived, due_again, failure};
use crate::scenario::Scenario;

const RECORDERS: usize = 3;
const SESSIONS: usize = 16;

/// One test after another: together they would wait for the disk.
static ALONE: Mutex<()> = Mutex::new(());

/// Nobody asks without end: the others want their turn, too.
fn pause() {
    std::thread::sleep(std::time::Duration::from_millis(2));
}

/// Records one session after another, and ends them in each of the ways there are.
fn record_all(store: &OfflineStore, recorder: usize) {
    for number in 0..SESSIONS {
        let played = Scenario::from(start_of(&format!("{recorder}-{number}"))).playing();
        let played = (0..4).fold(played, |played, _| played.ping());
        let mut session = played.stored(store);
        match number % 4 {
            0 => drop(session.finished(at(60)).unwrap()),
            1 => {
                session.session_complete(at(60)).unwrap();
                session.session_end(at(61)).unwrap();
            }
            2 => {
                let key = session.key();
                drop(session);
                // Unless the upload was faster.
                if let Ok(session) = recorders::resume(store, key) {
                    session.abandoned(at(60)).unwrap();
                }
            }
            _ => drop(session),
        }
    }
}

/// How many events the session of this number has in the end.
fn recorded_events(number: usize) -> usize {
    6 + match number % 4 {
        0 => FINISHED.len(),
        1 => 2,
        _ => 1,
    }
}

/// Sends what is due until nobody records any more: what arrived, with its number of events.
fn upload_all(store: &OfflineStore, recording: &AtomicUsize) -> Vec<(String, usize)> {
    let mut random = Random::new(6);
    let mut arrived = Vec::new();
    loop {
        let last = recording.load(Ordering::SeqCst) == 0;
        match store.next_upload(i64::MAX).unwrap() {
            Some(upload) if random.once_in(4) => {
                due_again(store.not_sent(upload.ticket, 0, 0.0).unwrap());
            }
            Some(upload) => {
                let events = Event::decode_batch(upload.call.body(), &Policy::strict());
                arrived.push((content(upload.call.body()), events.unwrap().len()));
                let sent = store.responded(upload.ticket, &response(201), 0, 0.5).unwrap();
                assert_eq!(sent, Outcome::Arrived);
            }
            None if last => return arrived,
            None => pause(),
        }
    }
}

fn look_around(store: &OfflineStore, recording: &AtomicUsize) {
    while recording.load(Ordering::SeqCst) > 0 {
        for session in store.sessions().unwrap() {
            assert!(session.events > 0 && session.bytes > 0);
        }
        store.stats().unwrap();
        store.due().unwrap();
        store.compact().unwrap();
        pause();
    }
}

/// Three record, one uploads and one looks: every session arrives whole, each recorder's in its
/// order, once unless its response was lost.
#[test]
fn recording_and_uploading_do_not_disturb_each_other() {
    let _alone = ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    for options in [StoreOptions::default(), grouped(4)] {
        let store = temp_store_with("threads-record", options);
        let recording = AtomicUsize::new(RECORDERS);
        let arrived = std::thread::scope(|scope| {
            for recorder in 0..RECORDERS {
                let (store, recording) = (store.clone(), &recording);
                scope.spawn(move || {
                    record_all(&store, recorder);
                    recording.fetch_sub(1, Ordering::SeqCst);
                });
            }
            let (uploader, looking, recording) = (store.clone(), store.clone(), &recording);
            scope.spawn(move || look_around(&looking, recording));
            scope.spawn(move || upload_all(&uploader, recording)).join().unwrap()
        });
        let mut found = BTreeMap::new();
        for (name, events) in &arrived {
            assert_eq!(found.insert(name.clone(), *events), None, "{name} arrived twice");
            let number: usize = name.split_once('-').unwrap().1.parse().unwrap();
            assert_eq!(*events, recorded_events(number), "{name}");
        }
        assert_eq!(found.len(), RECORDERS * SESSIONS);
        let stats = store.stats().unwrap();
        assert_eq!((stats.open, stats.pending, stats.rejected, stats.bytes), (0, 0, 0, 0));
        assert_eq!(stats.sent as usize, arrived.len());
    }
}

/// Two upload with two sessions allowed at a time: none is sent by both.
#[test]
fn two_uploaders_share_the_work() {
    let _alone = ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let options = StoreOptions::default().max_in_flight(2);
    let store = temp_store_with("threads-uploaders", options);
    for number in 0..40 {
        viewing(&store, &number.to_string());
    }
    let out = Mutex::new(BTreeSet::new());
    let count = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for seed in 0..3 {
            let (store, out, count) = (store.clone(), &out, &count);
            scope.spawn(move || {
                let mut random = Random::new(seed);
                while count.load(Ordering::SeqCst) < 40 {
                    let Some(upload) = store.next_upload(i64::MAX).unwrap() else {
                        pause();
                        continue;
                    };
                    {
                        let mut out = out.lock().unwrap();
                        assert!(out.insert(upload.key), "sent by two at a time");
                        assert!(out.len() <= 2);
                    }
                    std::thread::yield_now();
                    // Taken off our list first: it may be handed out the moment it is back.
                    out.lock().unwrap().remove(&upload.key);
                    if random.once_in(3) {
                        due_again(store.not_sent(upload.ticket, 0, 0.0).unwrap());
                    } else {
                        arrived(store.responded(upload.ticket, &response(201), 0, 0.0).unwrap());
                        count.fetch_add(1, Ordering::SeqCst);
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
    let store = temp_store_with("threads-delete", grouped(3));
    let done = AtomicBool::new(false);
    let gone = |error: StoreError| assert!(matches!(error, StoreError::NoSession(_)), "{error}");
    std::thread::scope(|scope| {
        for _ in 0..2 {
            let (store, done) = (store.clone(), &done);
            scope.spawn(move || {
                while !done.load(Ordering::SeqCst) {
                    let mut session = recorders::begin(&store, start_of("a")).unwrap();
                    for second in 1..10 {
                        if let Err(refused) = session.ping(at(second)) {
                            gone(failure(refused));
                            break;
                        }
                    }
                    session.finished(at(60)).map_or_else(gone, drop);
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
                let status = if upload.key.number() % 2 == 0 { 201 } else { 400 };
                uploader
                    .responded(upload.ticket, &response(status), 0, 0.0)
                    .map_or_else(gone, drop);
                if status == 400 {
                    uploader.repair(upload.key).map_or_else(gone, drop);
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
    let store = temp_store_with("threads-panic", grouped(9));
    let other = store.clone();
    let panicked = std::thread::spawn(move || {
        let session = Scenario::from(start_of("a")).playing().stored(&other);
        std::panic::resume_unwind(Box::new(session.key()));
    });
    let key = *panicked.join().unwrap_err().downcast::<SessionKey>().unwrap();
    let session = recorders::resume(&store, key).unwrap();
    assert_eq!(session.committed(), 2);
    session.finished(at(60)).unwrap();
}
