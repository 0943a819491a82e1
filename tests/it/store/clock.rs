//! The device's clock is set while a session is recorded into a store: the same is recorded as in
//! memory, in one transaction, and what is known of the clock is there after a restart.

use std::fs;

use media_collection::recorder::ClockStep;
use media_collection::store::{OfflineStore, SessionKey, StoreError, StoreOptions};
use media_collection::{Event, PlayerTime, Recorder, SessionStart};

use super::full_disk::Disk;
use crate::fixtures::random::random;
use crate::fixtures::stores::{exported, grouped, temp_store_with};
use crate::fixtures::{BEGAN, start_params};
use crate::recorders::failure;

const HOUR: i64 = 3_600_000;

/// Playing, with a ping every ten seconds, on a clock that is wrong by so much.
fn readings(errors: &[i64]) -> Vec<PlayerTime> {
    let reading = |(index, error): (usize, &i64)| {
        let second = index as i64 * 10;
        PlayerTime::new(second as f64, BEGAN + second * 1_000 + error)
    };
    errors.iter().enumerate().map(reading).collect()
}

fn events(readings: &[PlayerTime]) -> Vec<Event> {
    let event = |(index, at): (usize, &PlayerTime)| {
        if index == 0 { Event::play(*at) } else { Event::ping(*at) }
    };
    readings.iter().enumerate().map(event).collect()
}

fn start_at(ts: i64) -> SessionStart {
    SessionStart::new(PlayerTime::new(0.0, ts), start_params())
}

/// Records into the store, and stops and goes on before each event of these indices.
fn stored(
    store: &OfflineStore,
    start: SessionStart,
    events: Vec<Event>,
    stops: &[usize],
) -> (SessionKey, Vec<Event>) {
    let mut recorder = store.begin(start).unwrap();
    let key = recorder.key();
    for (index, event) in events.into_iter().enumerate() {
        if stops.contains(&index) {
            drop(recorder);
            recorder = store.resume(key).unwrap();
        }
        recorder.record(event).unwrap();
    }
    let last = recorder.last();
    drop(recorder);
    let exported = exported(store, key);
    assert_eq!(exported.last().unwrap().player_time, last);
    (key, exported)
}

fn in_memory(start: SessionStart, events: Vec<Event>) -> Vec<Event> {
    let mut recorder = Recorder::downloaded(start);
    for event in events {
        recorder.record(event).unwrap();
    }
    recorder.into_session().into_events()
}

#[test]
fn the_same_is_recorded_as_in_memory() {
    let lives: [&[i64]; 6] = [
        &[0, 0, -HOUR, -HOUR, -HOUR],
        &[0, 0, HOUR, HOUR, HOUR, 0, 0],
        &[0, HOUR, 0, -HOUR, 0, HOUR, 3 * HOUR, HOUR, 0],
        &[0, 0, -BEGAN, 0, 0],
        &[-BEGAN, -BEGAN, 0, 0],
        &[-1_000 * 24 * HOUR, -1_000 * 24 * HOUR, 0, 0, 0],
    ];
    for options in [StoreOptions::default, || grouped(3)] {
        let store = temp_store_with("clock-same", options());
        for errors in lives {
            for stops in [vec![], (0..errors.len()).collect()] {
                let start = start_at(BEGAN - 1_000 + errors[0]);
                let events = events(&readings(errors));
                let (key, stored) = stored(&store, start.clone(), events.clone(), &stops);
                assert_eq!(stored, in_memory(start, events), "{errors:?}");
                let info = store.sessions().unwrap();
                let info = info.iter().find(|info| info.key == key).unwrap();
                assert_eq!(info.began, stored[0].player_time.ts);
                let bytes = store.export(key).unwrap().len() as u64;
                assert_eq!(info.bytes, bytes - u64::from(info.events) - 1, "the size is known");
            }
        }
    }
}

#[test]
fn random_readings_are_recorded_as_in_memory() {
    fn property(errors: Vec<i32>, far: Vec<i64>, stops: Vec<usize>) -> bool {
        let far = far.into_iter().map(|far| far.saturating_sub(BEGAN));
        let errors: Vec<_> = errors.into_iter().map(i64::from).chain(far).collect();
        let mut at = readings(&errors.iter().map(|_| 0).collect::<Vec<_>>());
        for (at, error) in at.iter_mut().zip(&errors) {
            at.ts = at.ts.saturating_add(*error);
        }
        let store = temp_store_with("clock-random", grouped(4));
        let stops: Vec<_> = stops.iter().map(|stop| stop % 16).collect();
        let events = events(&at);
        let (_, stored) = stored(&store, start_at(BEGAN), events.clone(), &stops);
        stored == in_memory(start_at(BEGAN), events)
    }
    let test: fn(Vec<i32>, Vec<i64>, Vec<usize>) -> bool = property;
    random(12, 60).quickcheck(test);
}

/// A commit that fails moves nothing, or is undone before the next one.
#[test]
fn on_a_full_disk_events_move_once() {
    for options in [StoreOptions::default, || grouped(100)] {
        let Some(disk) = Disk::new("disk-clock", "4m") else { return };
        let store = OfflineStore::open_with(disk.0.join("sessions.redb"), options()).unwrap();
        let start = start_at(BEGAN - 1_000);
        let errors: Vec<_> = [0, 0].into_iter().chain([HOUR; 60]).chain([0, 0]).collect();
        let mut events = events(&readings(&errors));
        let expected = in_memory(start.clone(), events.clone());
        let returned = events.split_off(62);
        let mut recorder = store.begin(start).unwrap();
        let key = recorder.key();
        for event in events {
            recorder.record(event).unwrap();
        }
        let filler = disk.fill();
        let mut big = returned[0].clone();
        big.extra_mut().members.insert("padding", "x".repeat(1_000_000));
        for _ in 0..3 {
            let error = failure(recorder.record(big.clone()).unwrap_err());
            assert!(matches!(error, StoreError::Disk(_)), "{error}");
        }
        fs::remove_file(filler).unwrap();
        let recorded = recorder.record(returned[0].clone()).unwrap();
        let change = recorded.clock.expect("it is told");
        assert_eq!((change.step, change.moved), (ClockStep::Returned, 60));
        recorder.record(returned[1].clone()).unwrap();
        recorder.flush().unwrap();
        assert_eq!(exported(&store, key), expected);
    }
}

/// What 0.2 writes of the clock is the same after a restart of the app in the middle of a return.
#[test]
fn a_session_that_goes_on_after_a_restart_moves_all_events() {
    let store = temp_store_with("clock-restart", StoreOptions::default());
    let errors = [0, 0, HOUR, HOUR, HOUR, HOUR, 0];
    let start = start_at(BEGAN - 1_000);
    let events = events(&readings(&errors));
    let (_, stored) = stored(&store, start, events, &[4, 6]);
    let times: Vec<_> = stored[1..].iter().map(|event| event.player_time).collect();
    assert_eq!(times, readings(&[0; 7]));
}
