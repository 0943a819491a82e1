//! Inputs that fuzzing found, each with what must come of it.

use media_collection::error::RecordError;
use media_collection::recorder::Outcome;
use media_collection::store::{OfflineStore, StoreError};
use media_collection::tracker::{DownloadedSessions, Moment, TrackError, Tracker};
use redb::{Database, TableDefinition};

use crate::fixtures::files::folder;
use crate::fixtures::stores::viewing;
use crate::fixtures::{BEGAN, response, spot, start_of, start_params};
use crate::recorders::{self, failure};

/// The next key wrapped round to 0, or the addition panicked.
#[test]
fn a_store_whose_last_key_is_the_greatest_begins_no_session() {
    let folder = folder("found-greatest-key");
    let path = folder.join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    let kept = viewing(&store, "kept");
    drop(store);

    let database = Database::open(&path).unwrap();
    let transaction = database.begin_write().unwrap();
    let meta = TableDefinition::<&str, u64>::new("meta");
    transaction.open_table(meta).unwrap().insert("last", u64::MAX).unwrap();
    transaction.commit().unwrap();
    drop(database);

    let store = OfflineStore::open(&path).unwrap();
    let refused = recorders::begin(&store, start_of("one more")).unwrap_err();
    assert!(matches!(refused, StoreError::Damaged(_)), "{refused:?}");
    assert!(store.export(kept).is_ok(), "what is there can still be sent");
    assert_eq!(store.stats().unwrap().pending, 1);
}

/// The index of the next event overflowed.
#[test]
fn a_session_that_is_full_takes_no_event_and_is_still_sent() {
    let folder = folder("found-full-session");
    let path = folder.join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    let full = viewing(&store, "full");
    let open = recorders::begin(&store, start_of("open")).unwrap();
    let key = open.key();
    drop((open, store));

    let ping = r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":1700000001000}}"#;
    let database = Database::open(&path).unwrap();
    let transaction = database.begin_write().unwrap();
    let events = TableDefinition::<(u64, u32), &[u8]>::new("events");
    // Keys are numbered from 1.
    for session in [1, 2] {
        let place = (session, u32::MAX);
        transaction.open_table(events).unwrap().insert(place, ping.as_bytes()).unwrap();
    }
    transaction.commit().unwrap();
    drop(database);

    let store = OfflineStore::open(&path).unwrap();
    let mut recorder = store.resume(key).unwrap();
    let refused = recorder.ping(recorder.last()).unwrap_err();
    assert!(matches!(failure(refused), StoreError::Damaged(_)));
    drop(recorder);
    for session in [full, key] {
        let upload = store.next_upload(i64::MAX).unwrap().expect("it is due");
        assert_eq!(upload.key, session);
        assert!(String::from_utf8_lossy(upload.call.body()).contains("1700000001000"));
        let outcome = store.responded(upload.ticket, &response(201), 0, 0.5).unwrap();
        assert_eq!(outcome, Outcome::Arrived);
    }
}

/// The snapshot could not be written, and the sessions that follow could not be sent.
#[test]
fn a_tracker_refuses_a_change_of_the_start_that_no_json_expresses() {
    let mut tracker = Tracker::new(DownloadedSessions::new());
    tracker.session_start(BEGAN, start_params()).unwrap();
    let before = tracker.snapshot();
    let refused = tracker.change_start(|start| start.params.length = f64::NAN);
    assert!(matches!(refused, Err(TrackError::Refused(RecordError::Encode(_)))), "{refused:?}");
    assert_eq!(tracker.snapshot(), before);
    assert_eq!(tracker.change_start(|start| start.params.length = 60.0), Ok(true));
    assert_eq!(tracker.sessions().present().unwrap().start().params.length, 60.0);
}

/// The same with an ad that waits for the ad break before the content.
#[test]
fn a_tracker_holds_no_ad_that_no_json_expresses() {
    let mut tracker = Tracker::new(DownloadedSessions::new());
    tracker.session_start(BEGAN, start_params()).unwrap();
    let mut spot = spot("a");
    spot.length = f64::INFINITY;
    let done = tracker.ad_start(BEGAN, spot).unwrap();
    assert!(done.ignored().is_some(), "{done:?}");
    assert!(serde_json::to_string(&tracker.snapshot()).is_ok());
}

/// The timer stood still: the differences of such times overflowed.
#[test]
fn a_tracker_goes_on_after_a_clock_at_the_ends_of_its_range() {
    let mut tracker = Tracker::new(DownloadedSessions::new());
    tracker.session_start(Moment::new(i64::MIN, i64::MAX), start_params()).unwrap();
    for now in [i64::MAX, i64::MIN, 0, i64::MAX, 1] {
        tracker.play(Moment::new(now, i64::MIN)).unwrap();
    }
    for second in 1..100 {
        let now = second * 1_000;
        tracker.handle_timeout(Moment::new(now, BEGAN)).unwrap();
        assert!(tracker.poll_timeout().unwrap() > now);
    }
}
