//! The clock that does not step.

use std::cell::Cell;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use media_collection::lint::Rule;
use media_collection::{Recorder, SessionStart, SteadyClock};

use crate::fixtures::{BEGAN, start_params};

fn is_sent<T: Send + Sync + Copy + 'static>(_: &T) {}

#[test]
fn it_goes_on_with_its_source() {
    // A source begins anywhere.
    let source = Cell::new(Duration::from_millis(987_654));
    let clock = SteadyClock::with_source(BEGAN, || source.get());
    let passes = |by: Duration| source.set(source.get() + by);
    assert_eq!(clock.now(), BEGAN);
    passes(Duration::from_micros(1_900));
    assert_eq!(clock.now(), BEGAN + 1);
    passes(Duration::from_secs(25 * 3_600));
    assert_eq!(clock.now(), BEGAN + 1 + 25 * 3_600_000);
    assert_eq!(clock.at(12.5).ts, clock.now());
    assert_eq!(clock.at(12.5).playhead, 12.5);
    // A source that goes back is no clock, but nothing panics.
    source.set(Duration::ZERO);
    assert_eq!(clock.now(), BEGAN);
    source.set(Duration::MAX);
    assert_eq!(clock.now(), i64::MAX);
}

/// A device that sleeps for 25 hours: the recording has them, and the lint finds them.
#[test]
fn a_sleep_of_25_hours_is_recorded() {
    let source = Cell::new(Duration::from_secs(5));
    let clock = SteadyClock::with_source(BEGAN, || source.get());
    let mut recorder = Recorder::downloaded(SessionStart::new(clock.at(0.0), start_params()));
    source.set(source.get() + Duration::from_secs(1));
    recorder.play(clock.at(0.0)).unwrap();
    source.set(source.get() + Duration::from_secs(25 * 3_600));
    let recorded = recorder.ping(clock.at(0.0)).unwrap();
    assert_eq!((recorded.adjusted_by, recorded.clock), (0, None));
    recorder.abandon(clock.at(10.0)).unwrap();
    let session = recorder.into_session();
    let last = session.events().last().unwrap().player_time.ts;
    assert_eq!(last, BEGAN + 1_000 + 25 * 3_600_000 + 1);
    let found: Vec<_> = session.lint().iter().map(|finding| finding.rule).collect();
    assert!(found.contains(&Rule::TenMinutes), "{found:?}");
}

#[test]
fn the_system_has_one() {
    let wall = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as i64;
    let before = wall();
    let clock = SteadyClock::new();
    is_sent(&clock);
    assert!((before..=wall()).contains(&clock.now()), "it begins with the wall time");
    let times: Vec<_> = (0..1_000).map(|_| clock.now()).collect();
    assert!(times.is_sorted());
    assert!(SteadyClock::default().now() >= before);
    assert!(!format!("{clock:?}").is_empty());
}
