//! Clocks that are set, and devices that sleep.

use media_collection::Event;
use media_collection::lint::Rule;
use media_collection::tracker::{DownloadedSessions, Moment, Tracker};

use super::{Played, all_of, timed, types};
use crate::fixtures::{BEGAN, start_params};

/// The events of a viewing of a minute, whose wall clock is set after half of it.
fn set_by(millis: i64) -> Vec<Event> {
    let mut played = Played::downloaded();
    played.watch(0.0, 30);
    played.wall += millis;
    played.watch(30.0, 30);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    assert_eq!(session.lint(), []);
    all_of(session)
}

#[test]
fn a_wall_clock_that_is_set_changes_nothing() {
    let usual = set_by(0);
    for millis in [-3_600_000, -86_400_000, 7_200_000, 90_000_000, 1, -1] {
        assert_eq!(set_by(millis), usual, "set by {millis}");
    }
}

#[test]
fn a_start_in_1970_is_set_right() {
    let mut played = Played::of(Tracker::new(DownloadedSessions::new()));
    played.wall = 0;
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(0.0, 60);
    played.wall = BEGAN - 5_000;
    played.watch(60.0, 60);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let expected = [
        "sessionStart 0.000",
        "play 0.001",
        "play 1.000",
        "ping 51.000",
        "ping 101.000",
        "sessionEnd 120.000",
    ];
    assert_eq!(timed(&all_of(session)), expected);
    assert_eq!(session.lint(), []);
}

/// With one number for both clocks, from a wall clock, against all advice.
fn by_one_clock(set_by: i64) -> Vec<Event> {
    let mut tracker = Tracker::new(DownloadedSessions::new());
    tracker.session_start(BEGAN, start_params()).unwrap();
    tracker.play(BEGAN).unwrap();
    let mut now = BEGAN;
    for second in 1..=120 {
        now += 1_000;
        if second == 60 {
            now += set_by;
        }
        tracker.playhead(now, f64::from(second)).unwrap();
        while tracker.poll_timeout().is_some_and(|due| due <= now) {
            tracker.handle_timeout(now).unwrap();
        }
    }
    tracker.end(now).unwrap();
    let sessions = tracker.sessions_mut().take();
    for session in &sessions {
        // The playhead stood while the time passed.
        let mut findings = session.lint();
        findings.retain(|finding| finding.rule != Rule::PlayheadAgainstTime || set_by < 0);
        assert_eq!(findings, [], "set by {set_by}");
    }
    sessions.iter().flat_map(all_of).collect()
}

#[test]
fn one_clock_that_is_set_back_stops_no_ping_and_keeps_the_differences() {
    for set_by in [-3_600_000, -86_400_000] {
        let events = by_one_clock(set_by);
        assert_eq!(types(&events).iter().filter(|name| **name == "ping").count(), 2);
        let last = events.last().unwrap().player_time.ts - BEGAN;
        assert!((118_000..=121_000).contains(&last), "{last}");
    }
}

#[test]
fn one_clock_that_goes_forward_is_time_that_passed() {
    let events = by_one_clock(300_000);
    assert_eq!(events.last().unwrap().player_time.ts - BEGAN, 420_000);
    // After ten minutes the viewing goes on in another session.
    let events = by_one_clock(3_600_000);
    assert_eq!(types(&events).iter().filter(|name| **name == "sessionStart").count(), 2);
    assert_eq!(events.last().unwrap().player_time.ts - BEGAN, 3_720_000);
}

#[test]
fn a_device_that_sleeps_for_ten_minutes_ends_the_session_when_it_fell_asleep() {
    for (asleep, sessions) in [(570_999, 1), (571_000, 2), (20_000_000, 2)] {
        let mut played = Played::downloaded();
        played.watch(0.0, 30);
        played.now += asleep;
        let moment: Moment = played.moment();
        played.tracker.handle_timeout(moment).unwrap();
        played.watch(30.0, 30);
        played.call(|tracker, moment| tracker.complete(moment).unwrap());
        let ended = played.ended();
        assert_eq!(ended.len(), sessions, "{asleep}");
        if let [first, second] = &ended[..] {
            assert_eq!(timed(&all_of(first)).last().unwrap(), "sessionEnd 30.000");
            let expected = ["sessionStart", "play", "play", "sessionComplete"];
            assert_eq!(types(&all_of(second)), expected);
            assert!(first.lint().is_empty() && second.lint().is_empty());
        }
    }
}

#[test]
fn a_device_that_sleeps_for_a_day_goes_on_in_another_session() {
    let mut played = Played::downloaded();
    played.watch(0.0, 30);
    played.now += 86_400_000;
    let moment: Moment = played.moment();
    played.tracker.handle_timeout(moment).unwrap();
    played.watch(30.0, 30);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [first, second] = &played.ended()[..] else { panic!("two sessions") };
    assert_eq!(types(&all_of(first)), ["sessionStart", "play", "play", "sessionEnd"]);
    assert_eq!(types(&all_of(second)), ["sessionStart", "play", "play", "sessionEnd"]);
}
