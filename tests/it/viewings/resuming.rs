//! Going on after the app was stopped.

use media_collection::tracker::{DownloadedSessions, Moment, Snapshot, Tracker};

use super::{Played, all_of, timed, types};
use crate::fixtures::{BEGAN, start_params};

const MINUTE: i64 = 60_000;

/// The app is stopped, and started again after so long, with another monotonic clock.
fn restarted(
    played: &Played<DownloadedSessions>,
    after: i64,
    now: i64,
) -> Played<DownloadedSessions> {
    let kept = serde_json::to_string(&(played.tracker.snapshot(), played.tracker.sessions()));
    let (snapshot, sessions): (Snapshot, DownloadedSessions) =
        serde_json::from_str(&kept.unwrap()).unwrap();
    assert_eq!(snapshot, played.tracker.snapshot());
    let ts = played.now + played.wall + after;
    let tracker = Tracker::resume(snapshot, sessions, Moment::new(now, ts)).unwrap();
    Played { tracker, now, wall: ts - now }
}

#[test]
fn a_short_gap_is_a_pause_in_the_same_session() {
    for now in [0, 5_000_000_000] {
        let mut played = Played::downloaded();
        played.watch(0.0, 20);
        let mut played = restarted(&played, MINUTE, now);
        assert!(played.tracker.is_active() && !played.tracker.is_playing());
        played.pass(5_000);
        played.call(|tracker, moment| tracker.play(moment).unwrap());
        played.watch(20.0, 10);
        played.call(|tracker, moment| tracker.end(moment).unwrap());
        let [session] = &played.ended()[..] else { panic!("one session") };
        let expected = [
            "sessionStart 0.000",
            "play 0.001",
            "play 1.000",
            // When the app was last heard of.
            "pauseStart 20.000",
            "ping 80.000",
            "play 85.000",
            "sessionEnd 95.000",
        ];
        assert_eq!(timed(&all_of(session)), expected);
        assert_eq!(session.lint(), []);
    }
}

#[test]
fn after_ten_minutes_the_viewing_goes_on_in_another_session() {
    for gap in [10 * MINUTE, 40 * MINUTE, 25 * 60 * MINUTE] {
        let mut played = Played::downloaded();
        played.call(|tracker, moment| tracker.state_start(moment, "mute").unwrap());
        played.watch(0.0, 20);
        let mut played = restarted(&played, gap, 77);
        played.pass(1_000);
        played.call(|tracker, moment| tracker.play(moment).unwrap());
        played.watch(20.0, 10);
        played.call(|tracker, moment| tracker.complete(moment).unwrap());
        let [first, second] = &played.ended()[..] else { panic!("two sessions after {gap}") };
        let expected = ["sessionStart 0.000", "play 0.001", "stateStart 0.002", "play 1.000"];
        assert_eq!(timed(&all_of(first))[..4], expected.map(String::from)[..4]);
        assert_eq!(timed(&all_of(first))[4..], ["pauseStart 20.000", "sessionEnd 20.001"]);
        let expected = ["sessionStart", "stateStart", "play", "play", "sessionComplete"];
        assert_eq!(types(&all_of(second)), expected);
        assert_eq!(second.start().params.resume, Some(true));
        assert!(first.lint().is_empty() && second.lint().is_empty());
    }
}

#[test]
fn a_paused_viewing_stays_paused() {
    let mut played = Played::downloaded();
    played.watch(0.0, 20);
    played.call(|tracker, moment| tracker.pause(moment).unwrap());
    let mut played = restarted(&played, 9 * MINUTE, 0);
    // Half an hour after the pause began.
    played.pass(22 * MINUTE);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let events = all_of(session);
    assert_eq!(timed(&events).last().unwrap(), "sessionEnd 1820.000");
    assert_eq!(types(&events).iter().filter(|name| **name == "pauseStart").count(), 1);
}

#[test]
fn an_open_ad_is_closed_and_opened_again() {
    let mut played = Played::downloaded();
    played.watch(0.0, 20);
    played.call(|tracker, moment| {
        tracker.ad_break_start(moment, crate::fixtures::ad_break()).unwrap();
        tracker.ad_start(moment, crate::fixtures::spot("a")).unwrap()
    });
    played.pass(3_000);
    let mut played = restarted(&played, 20 * MINUTE, 0);
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.pass(3_000);
    played.call(|tracker, moment| tracker.ad_break_complete(moment).unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [first, second] = &played.ended()[..] else { panic!("two sessions") };
    let events = all_of(first);
    let expected = ["adStart", "play", "pauseStart", "adSkip", "adBreakComplete", "sessionEnd"];
    assert_eq!(types(&events)[types(&events).len() - 6..], expected);
    let events = all_of(second);
    let expected = ["sessionStart", "adBreakStart", "adStart", "play"];
    assert_eq!(types(&events)[..4], expected);
    assert!(first.lint().is_empty() && second.lint().is_empty());
}

#[test]
fn held_calls_are_not_lost() {
    let mut played = Played::of(Tracker::new(DownloadedSessions::new()));
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.pass(100);
    played.call(|tracker, moment| tracker.state_start(moment, "mute").unwrap());
    let mut played = restarted(&played, 1_000, 0);
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let expected = ["sessionStart 0.000", "stateStart 0.100", "play 1.100", "sessionEnd 1.101"];
    assert_eq!(timed(&all_of(session)), expected);
}

#[test]
fn a_wall_clock_that_was_set_back_meanwhile_is_no_gap() {
    let mut played = Played::downloaded();
    played.watch(0.0, 20);
    let mut played = restarted(&played, -3_600_000, 0);
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(20.0, 10);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let events = all_of(session);
    assert!(events.windows(2).all(|two| two[0].player_time.ts < two[1].player_time.ts));
    assert_eq!(events.last().unwrap().player_time.ts, BEGAN + 30_000);
    assert_eq!(session.lint(), []);
}
