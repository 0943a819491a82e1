//! Ads that come without breaks, and ads that are pinged every second.

use media_collection::AdBreakStartParams;
use media_collection::lint::Severity;
use media_collection::tracker::{
    DownloadedSessions, Moment, OnlineSessions, Tracked, Tracker, TrackerOptions,
};

use super::{Played, all_of, timed, types};
use crate::fixtures::{BEGAN, ad_break, spot, start_params};

fn automatic() -> Played<DownloadedSessions> {
    let mut options = TrackerOptions::default();
    options.automatic_ad_breaks = true;
    Played::begun(Tracker::with_options(DownloadedSessions::new(), options))
}

#[test]
fn ads_without_a_break_get_one_that_ends_with_the_last_of_them() {
    let mut played = automatic();
    played.watch(0.0, 5);
    played.call(|tracker, moment| tracker.ad_start(moment, spot("a")).unwrap());
    played.pass(3_000);
    played.call(|tracker, moment| tracker.ad_complete(moment).unwrap());
    played.pass(900);
    let mut second = spot("b");
    second.pod_position = 2;
    played.call(|tracker, moment| tracker.ad_start(moment, second).unwrap());
    played.pass(3_000);
    played.call(|tracker, moment| tracker.ad_complete(moment).unwrap());
    played.watch(5.0, 5);
    played.call(|tracker, moment| tracker.ad_start(moment, spot("c")).unwrap());
    played.pass(1_000);
    played.call(|tracker, moment| tracker.ad_skip(moment).unwrap());
    played.call(|tracker, moment| tracker.pause(moment).unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let expected = [
        "sessionStart 0.000",
        "play 0.001",
        "play 1.000",
        "adBreakStart 5.000",
        "adStart 5.001",
        "play 5.002",
        "adComplete 8.000",
        "adStart 8.900",
        "play 8.901",
        "adComplete 11.900",
        "adBreakComplete 11.901",
        "play 11.902",
        "adBreakStart 16.900",
        "adStart 16.901",
        "play 16.902",
        "adSkip 17.900",
        "adBreakComplete 17.901",
        "play 17.902",
        "pauseStart 17.903",
        "sessionEnd 17.904",
    ];
    assert_eq!(timed(&all_of(session)), expected);
    let breaks: Vec<_> = all_of(session)
        .iter()
        .filter_map(|event| match &event.body {
            media_collection::EventBody::AdBreakStart(params) => {
                Some((params.pod_index, params.pod_second))
            }
            _ => None,
        })
        .collect();
    assert_eq!(breaks, [(1, 5.0), (2, 10.0)]);
    assert_eq!(session.lint(), []);
}

/// An automatic break whose only ad has just ended.
fn after_an_ad() -> Played<DownloadedSessions> {
    let mut played = automatic();
    played.watch(0.0, 5);
    played.call(|tracker, moment| tracker.ad_start(moment, spot("a")).unwrap());
    played.pass(3_000);
    played.call(|tracker, moment| tracker.ad_complete(moment).unwrap());
    played
}

/// The events after the ad, with their times.
fn end_of(mut played: Played<DownloadedSessions>) -> Vec<String> {
    let [session] = &played.ended()[..] else { panic!("one session") };
    assert_eq!(session.lint(), []);
    timed(&all_of(session)).split_off(7)
}

#[test]
fn after_an_ad_at_the_end_nothing_plays() {
    let mut played = after_an_ad();
    played.pass(500);
    played.call(|tracker, moment| tracker.complete(moment).unwrap());
    assert_eq!(end_of(played), ["adBreakComplete 8.500", "sessionComplete 8.501"]);
}

#[test]
fn an_automatic_break_that_the_player_ends_has_one_end() {
    let mut played = after_an_ad();
    played.pass(500);
    played.call(|tracker, moment| tracker.ad_break_complete(moment).unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    assert_eq!(end_of(played), ["adBreakComplete 8.500", "play 8.501", "sessionEnd 8.502"]);
}

#[test]
fn an_ad_that_comes_long_after_another_has_a_break_of_its_own() {
    let mut played = after_an_ad();
    // The host did not look at the timer.
    played.now += 60_000;
    let mut second = spot("b");
    second.pod_position = 2;
    played.call(|tracker, moment| tracker.ad_start(moment, second).unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let expected = [
        "adBreakComplete 8.001",
        "play 8.002",
        "adBreakStart 68.000",
        "adStart 68.001",
        "play 68.002",
        "adSkip 68.003",
        "adBreakComplete 68.004",
        "sessionEnd 68.005",
    ];
    assert_eq!(end_of(played), expected);
}

#[test]
fn breaks_of_the_player_stay_its_own() {
    let mut played = automatic();
    played.watch(0.0, 5);
    played.call(|tracker, moment| {
        tracker.ad_break_start(moment, crate::fixtures::ad_break()).unwrap();
        tracker.ad_start(moment, spot("a")).unwrap();
        tracker.ad_complete(moment).unwrap()
    });
    played.pass(5_000);
    played.call(|tracker, moment| tracker.ad_start(moment, spot("b")).unwrap());
    played.call(|tracker, moment| tracker.ad_break_complete(moment).unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let count = |name| types(&all_of(session)).iter().filter(|other| **other == name).count();
    assert_eq!((count("adBreakStart"), count("adBreakComplete")), (1, 1));
}

#[test]
fn without_the_option_an_ad_needs_a_break() {
    let mut played = Played::downloaded();
    let done = played.call(|tracker, moment| tracker.ad_start(moment, spot("a")).unwrap());
    assert_eq!(done, media_collection::tracker::Tracked::Held);
    played.pass(300);
    let done = played.call(|tracker, moment| tracker.ad_start(moment, spot("a")).unwrap());
    assert_eq!(done.ignored(), Some(&media_collection::tracker::Ignored::AdBreakNotOpen));
}

#[test]
fn ads_are_pinged_every_second_if_asked_for_and_online() {
    let mut options = TrackerOptions::default();
    options.granular_ad_pings = true;
    let mut played = Played::begun(Tracker::with_options(OnlineSessions::new(), options));
    played.watch(0.0, 2);
    played.call(|tracker, moment| {
        tracker.ad_break_start(moment, crate::fixtures::ad_break()).unwrap();
        tracker.ad_start(moment, spot("a")).unwrap()
    });
    played.pass(5_000);
    played.call(|tracker, moment| tracker.ad_break_complete(moment).unwrap());
    played.pass(10_500);
    let present = played.tracker.sessions().present().unwrap();
    let expected = [
        "play 0.001",
        "play 1.000",
        "adBreakStart 2.000",
        "adStart 2.001",
        "play 2.002",
        "ping 3.000",
        "ping 4.000",
        "ping 5.000",
        "ping 6.000",
        "ping 7.000",
        "adComplete",
        "adBreakComplete",
    ];
    let events = timed(present.queue());
    assert_eq!(events[..10], expected.map(String::from)[..10]);
    assert_eq!(events.last().unwrap(), "ping 17.000");
}

/// The player said early that it plays, and no ad came.
#[test]
fn an_empty_break_before_the_content_does_not_lose_its_play() {
    type Call = fn(&mut Tracker<DownloadedSessions>, Moment) -> Tracked;
    let play: Call = |tracker, moment| tracker.play(moment).unwrap();
    let pause: Call = |tracker, moment| tracker.pause(moment).unwrap();
    let stall: Call = |tracker, moment| tracker.buffer_start(moment).unwrap();
    let flow: Call = |tracker, moment| tracker.buffer_complete(moment).unwrap();
    let opened: Call = |tracker, moment| tracker.ad_break_start(moment, ad_break()).unwrap();
    let closed: Call = |tracker, moment| tracker.ad_break_complete(moment).unwrap();
    // What is said before the break, and when the content plays, if it does, in seconds.
    let cases: [(&[Call], Option<f64>); 6] = [
        (&[play], Some(1.0)),
        (&[pause, play], Some(1.0)),
        (&[stall, play], Some(1.0)),
        (&[play, stall], Some(2.0)),
        (&[play, pause], None),
        (&[pause], None),
    ];
    for (number, (early, plays)) in cases.into_iter().enumerate() {
        let mut played = Played::of(Tracker::new(DownloadedSessions::new()));
        played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
        for call in early {
            assert_eq!(played.call(call), Tracked::Held);
        }
        played.call(opened);
        played.pass(1_000);
        played.call(closed);
        played.pass(1_000);
        played.call(flow);
        played.pass(10_000);
        played.call(|tracker, moment| tracker.end(moment).unwrap());
        let [session] = &played.ended()[..] else { panic!("one session") };
        assert!(session.lint().iter().all(|finding| finding.severity() == Severity::Advice));
        let first = session.events().iter().find(|event| event.event_name() == "play");
        let second = first.map(|event| (event.player_time.ts - BEGAN) as f64 / 1_000.0);
        assert_eq!(second.map(f64::floor), plays, "{number}");
        let last = &session.events()[session.len() - 3..];
        assert_eq!(types(last).contains(&"play"), plays.is_some(), "{number}");
    }
}

/// A break that cannot be reported is none.
#[test]
fn a_break_that_is_refused_does_not_lose_the_play_before_it() {
    let mut played = Played::of(Tracker::new(DownloadedSessions::new()));
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    let refused = AdBreakStartParams::new(-1, 0.0);
    played.call(|tracker, moment| tracker.ad_break_start(moment, refused).unwrap());
    played.watch(0.0, 5);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let expected = ["sessionStart 0.000", "play 0.001", "play 1.000", "sessionEnd 5.000"];
    assert_eq!(timed(&all_of(session)), expected);
}

/// The timer did not run, and the content did.
#[test]
fn a_break_that_comes_after_the_wait_does_not_take_the_play_before_it() {
    let mut played = Played::of(Tracker::new(DownloadedSessions::new()));
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.now += 20_000;
    played.call(|tracker, moment| tracker.ad_break_start(moment, ad_break()).unwrap());
    played.call(|tracker, moment| tracker.ad_start(moment, spot("a")).unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    assert_eq!(
        timed(&all_of(session))[..3],
        ["sessionStart 0.000", "play 0.001", "adBreakStart 20.000"]
    );
}

/// A break that is refused opens nothing: the content plays, from the moment of its `play`.
#[test]
fn a_refused_ad_break_drops_no_play() {
    let mut played = Played::of(Tracker::new(DownloadedSessions::new()));
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.pass(100);
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.pass(100);
    let refused = AdBreakStartParams::new(-1, 0.0);
    played.call(|tracker, moment| tracker.ad_break_start(moment, refused).unwrap());
    played.watch(0.0, 3);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let expected = ["sessionStart 0.000", "play 0.100", "play 1.100", "sessionEnd 3.200"];
    assert_eq!(timed(&all_of(session)), expected);
}

/// The player does not say that an ad ends when the next one begins.
#[test]
fn an_ad_that_is_replaced_in_an_automatic_break_plays_to_its_end() {
    let mut played = automatic();
    played.watch(0.0, 5);
    for position in 1..=3 {
        let mut spot = spot("a");
        spot.pod_position = position;
        played.call(|tracker, moment| tracker.ad_start(moment, spot).unwrap());
        played.pass(15_000);
    }
    played.call(|tracker, moment| tracker.ad_complete(moment).unwrap());
    played.watch(5.0, 5);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let events = all_of(session);
    let after_start = timed(&events[3..]);
    let ads = |name: &str| after_start.iter().filter(|event| event.starts_with(name)).count();
    assert_eq!((ads("adBreakStart"), ads("adSkip"), ads("adComplete")), (1, 2, 1));
    assert!(after_start.contains(&"adComplete 50.000".to_owned()), "{after_start:?}");
    assert_eq!(session.lint(), []);
}
