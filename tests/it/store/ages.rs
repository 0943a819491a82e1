//! Old sessions are deleted, and told; never on the word of a clock that cannot be right.

use media_collection::store::{DeletedSession, OfflineStore, StoreOptions, WhenFull, WhyDeleted};
use media_collection::{PlayerTime, SessionStart};

use crate::fixtures::stores::{TempStore, exported, temp_store_with, viewing};
use crate::fixtures::{BEGAN, at, response, start_of};
use crate::recorders::{begin, begin_online, due_again, due_upload, send, set_aside};

const DAY: i64 = 86_400_000;
/// 2038, when a counter of 32 bits is full.
const FULL: i64 = 2_147_483_647_000;
/// When the sessions of these tests have ended.
const ENDED: i64 = BEGAN + 60_001;

fn options() -> StoreOptions {
    StoreOptions::default().max_age(30 * DAY)
}

/// A store in which nothing is sent: uploads come back at once.
fn shown(store: &OfflineStore, now: i64) {
    store.hurry().unwrap();
    if let Some(upload) = store.next_upload(now).unwrap() {
        due_again(store.not_sent(upload.ticket, now, 0.5).unwrap());
    }
}

fn three() -> TempStore {
    let store = temp_store_with("ages", options());
    for _ in 0..3 {
        viewing(&store, "a");
    }
    store
}

fn left(store: &OfflineStore) -> usize {
    store.sessions().unwrap().len()
}

#[test]
fn what_is_old_is_deleted_and_told() {
    let store = three();
    let deleted = store.expire(ENDED + 30 * DAY).unwrap();
    assert_eq!(deleted, []);
    let events = exported(&store, store.sessions().unwrap()[0].key).len() as u32;
    let keys: Vec<_> = store.sessions().unwrap().iter().map(|session| session.key).collect();
    let deleted = store.expire(ENDED + 30 * DAY + 1).unwrap();
    assert_eq!(deleted.iter().map(|session| session.key).collect::<Vec<_>>(), keys);
    for session in &deleted {
        assert_eq!((session.why, session.is_online), (WhyDeleted::Age, false));
        assert_eq!((session.began, session.events), (BEGAN, events));
        assert!(session.bytes > 0);
    }
    assert_eq!((left(&store), store.stats().unwrap().deleted), (0, 3));
    assert_eq!(store.take_deleted(), [], "told already");
}

#[test]
fn what_is_deleted_in_passing_is_told_as_well() {
    let store = three();
    let online = begin_online(&store, start_of("online")).unwrap().key();
    assert_eq!(store.next_upload(ENDED + 40 * DAY).unwrap(), None);
    let deleted = store.take_deleted();
    assert_eq!(deleted.len(), 4, "the one that was left open as well: {deleted:?}");
    assert!(deleted[3].is_online && deleted[3].key == online);
    assert_eq!(store.take_deleted(), []);
    assert_eq!(store.stats().unwrap().deleted, 4);
}

#[test]
fn a_clock_that_is_full_for_once_deletes_nothing() {
    for wrong in [FULL, i64::MAX, BEGAN + 2_000 * DAY] {
        let store = three();
        shown(&store, wrong);
        assert_eq!(store.expire(wrong).unwrap(), []);
        assert_eq!(left(&store), 3);
        // It is right again, and wrong again.
        for now in [BEGAN + DAY, wrong, BEGAN + 2 * DAY, wrong, wrong.saturating_add(60_000)] {
            shown(&store, now);
            assert_eq!((left(&store), store.take_deleted()), (3, vec![]), "{now}");
        }
        let store = store.reopened_with(options());
        shown(&store, wrong);
        assert_eq!(left(&store), 3);
        // The sessions get as old as they are.
        shown(&store, BEGAN + 10 * DAY);
        assert_eq!(left(&store), 3);
        shown(&store, BEGAN + 40 * DAY);
        assert_eq!(left(&store), 0);
    }
}

#[test]
fn a_clock_that_was_never_set_deletes_nothing() {
    for now in [i64::MIN, -1, 0, 5 * DAY, 900_000_000_000] {
        let store = three();
        shown(&store, now);
        assert_eq!(store.expire(now).unwrap(), []);
        assert_eq!(left(&store), 3);
    }
}

fn recorded_at(store: &OfflineStore, ts: i64) {
    let start = SessionStart::new(PlayerTime::new(0.0, ts), start_of("a").params);
    let mut recorder = begin(store, start).unwrap();
    recorder.play(PlayerTime::new(1.0, ts + 1_000)).unwrap();
    recorder.abandon(PlayerTime::new(9.0, ts + 9_000)).unwrap();
}

#[test]
fn sessions_of_a_clock_that_was_never_set_age_from_when_the_store_saw_them() {
    // 1970; the firmware's date of some years ago; a year ahead.
    for ts in [0, BEGAN - 1_500 * DAY, BEGAN + 365 * DAY, FULL] {
        let store = temp_store_with("ages-unset", options());
        recorded_at(&store, ts);
        // Network time.
        for day in [0, 1, 29] {
            shown(&store, BEGAN + day * DAY);
            assert_eq!(left(&store), 1, "recorded at {ts}, day {day}");
        }
        let store = store.reopened_with(options());
        shown(&store, BEGAN + 29 * DAY);
        assert_eq!(left(&store), 1);
        shown(&store, BEGAN + 31 * DAY);
        assert_eq!(left(&store), 0, "recorded at {ts}");
    }
}

#[test]
fn a_session_whose_time_is_out_of_line_ages_from_when_the_store_saw_it() {
    let store = temp_store_with("ages-line", options());
    shown(&store, BEGAN);
    // The clock was reset to a date of last year while it was recorded, then set.
    recorded_at(&store, BEGAN - 300 * DAY);
    shown(&store, BEGAN + DAY);
    assert_eq!(left(&store), 1);
    shown(&store, BEGAN + 32 * DAY);
    assert_eq!(left(&store), 0);
}

#[test]
fn a_clock_that_is_set_back_deletes_nothing_early() {
    let store = three();
    shown(&store, BEGAN + DAY);
    shown(&store, BEGAN - 200 * DAY);
    assert_eq!(left(&store), 3);
    shown(&store, BEGAN + 2 * DAY);
    assert_eq!(left(&store), 3);
}

#[test]
fn a_device_that_was_off_for_a_year_has_old_sessions() {
    let store = three();
    shown(&store, BEGAN + DAY);
    let store = store.reopened_with(options());
    shown(&store, BEGAN + 366 * DAY);
    assert_eq!(left(&store), 0);
    assert_eq!(store.take_deleted().len(), 3);
}

#[test]
fn a_device_that_was_off_for_many_years_has_old_sessions_a_day_later() {
    let store = three();
    shown(&store, BEGAN + DAY);
    let later = BEGAN + 4_000 * DAY;
    shown(&store, later);
    assert_eq!(left(&store), 3);
    let store = store.reopened_with(options());
    shown(&store, later + DAY);
    assert_eq!(left(&store), 0);
}

#[test]
fn what_waits_gives_way_oldest_first_and_is_told() {
    let options = || StoreOptions::default().when_full(WhenFull::DropWaiting).max_sessions(5);
    let store = temp_store_with("ages-full", options());
    let keys: Vec<_> = (0..3).map(|_| viewing(&store, "a")).collect();
    set_aside(send(&store, &response(400), BEGAN));
    let in_flight = due_upload(&store, BEGAN);
    let recorded = begin(&store, start_of("recorded")).unwrap();
    let left_open = begin(&store, start_of("open")).unwrap().key();
    let in_store = |store: &OfflineStore| {
        store.sessions().unwrap().iter().map(|it| it.key).collect::<Vec<_>>()
    };
    assert_eq!(in_store(&store).len(), 5);

    // First the rejected one, then the one that waits.
    let fourth = viewing(&store, "b");
    let fifth = viewing(&store, "c");
    let told = store.take_deleted();
    let keys_of = |told: &[DeletedSession]| told.iter().map(|it| it.key).collect::<Vec<_>>();
    assert_eq!(keys_of(&told), [keys[0], keys[2]]);
    assert!(told.iter().all(|session| session.why == WhyDeleted::Full));
    assert_eq!(in_store(&store), [keys[1], recorded.key(), left_open, fourth, fifth]);
    assert_eq!(in_flight.key, keys[1]);
    viewing(&store, "d");
    assert_eq!(keys_of(&store.take_deleted()), [fourth]);

    // What is recorded, in flight or left open never does.
    let sixth = begin(&store, start_of("e")).unwrap();
    let seventh = begin(&store, start_of("f")).unwrap();
    assert_eq!(store.stats().unwrap().deleted, 5);
    assert!(begin(&store, start_of("g")).is_err());
    assert_eq!(store.take_deleted().len(), 2);
    drop((recorded, sixth, seventh));
}

#[test]
fn room_for_bytes_is_made_as_well() {
    let store = temp_store_with("ages-bytes", StoreOptions::default());
    let key = viewing(&store, "a");
    let bytes = store.stats().unwrap().bytes;
    let options = StoreOptions::default().when_full(WhenFull::DropWaiting).max_bytes(bytes + 100);
    let store = store.reopened_with(options);
    let mut recorder = begin(&store, start_of("b")).unwrap();
    recorder.play(at(1)).unwrap();
    assert_eq!(store.take_deleted().iter().map(|it| it.key).collect::<Vec<_>>(), [key]);
}
