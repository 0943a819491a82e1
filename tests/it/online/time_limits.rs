//! The time that a session of the collector may last: it is known, told, and a new session
//! continues in the same state. In memory and in a store.

use media_collection::recorder::Renewal::{Age, Silence, Standstill};
use media_collection::{Event, PlayerTime};

use crate::fixtures::back_end::BackEnd;
use crate::fixtures::viewing::start;
use crate::fixtures::{BEGAN, ad_break, at, chapter, spot, state};
use crate::recorders::sender::{Next, Sender};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// At this playhead, so many seconds after the start.
fn still(playhead: i64, second: i64) -> PlayerTime {
    PlayerTime::new(playhead as f64, at(second).ts)
}

/// Pings while the playhead stands.
fn pings(playhead: i64, from: i64, until: i64) -> impl Iterator<Item = Event> {
    (from..until).step_by(10).map(move |second| Event::ping(still(playhead, second)))
}

fn playing_and_paused() -> Vec<Event> {
    vec![Event::play(at(1)), Event::ping(at(11)), Event::pause_start(at(15))]
}

/// Does the same in memory and in a store.
fn each(test: impl Fn(&mut Sender, &mut BackEnd)) {
    for mut sender in Sender::both(&start()) {
        let mut back_end = BackEnd::default();
        back_end.drain(&mut sender, BEGAN);
        test(&mut sender, &mut back_end);
        assert!(back_end.lost.is_empty(), "{:?}", back_end.lost);
    }
}

#[test]
fn play_after_eleven_minutes_of_pause_opens_a_new_session() {
    each(|sender, back_end| {
        back_end.watch(sender, playing_and_paused());
        assert!(!sender.is_expired(at(15 + 9 * MINUTE).ts));
        assert!(sender.is_expired(at(15 + 10 * MINUTE).ts));
        back_end.watch(sender, [Event::play(still(15, 15 + 11 * MINUTE))]);
        assert_eq!(back_end.renewals(), [None, Some(Silence)]);
        assert_eq!(back_end.sessions[1].names(), ["sessionStart", "play"]);
        let start = &back_end.sessions[1].events[0];
        assert_eq!(start.player_time.ts, at(15 + 11 * MINUTE).ts);
        assert!(
            String::from_utf8(start.encode().unwrap()).unwrap().contains("\"media.resume\":true")
        );
        assert_eq!(sender.withheld(), 0);
    });
}

#[test]
fn the_limit_of_silence_is_ten_minutes_by_either_clock() {
    let limit = 600_000;
    for (gap, sessions) in [(limit - 1, 1), (limit, 2)] {
        each(|sender, back_end| {
            back_end.watch(sender, [Event::play(at(1))]);
            // The events say so, whatever the time is.
            let time = PlayerTime::new(2.0, at(1).ts + gap);
            sender.record(Event::ping(time));
            back_end.drain(sender, at(2).ts);
            assert_eq!(back_end.sessions.len(), sessions, "{gap}");
        });
        each(|sender, back_end| {
            back_end.watch(sender, [Event::play(at(1))]);
            // The time says so, whatever the events say.
            sender.record(Event::ping(at(2)));
            back_end.drain(sender, at(1).ts + gap);
            assert_eq!(back_end.sessions.len(), sessions, "{gap}");
        });
    }
}

#[test]
fn a_queue_that_was_offline_for_eleven_minutes_goes_to_a_new_session() {
    each(|sender, back_end| {
        back_end.watch(sender, [Event::play(at(1))]);
        let mut recorded = 1;
        for second in (11..11 * MINUTE + 11).step_by(10) {
            sender.record(Event::ping(at(second)));
            recorded += 1;
            if let Next::Send(request) = sender.next(at(second).ts) {
                drop(sender.not_sent(request.ticket, at(second).ts));
            }
        }
        back_end.drain(sender, at(11 * MINUTE + 11).ts);
        assert_eq!(back_end.renewals(), [None, Some(Silence)]);
        assert_eq!(back_end.sessions[0].names(), ["sessionStart", "play"]);
        // The start and `play`, which restores the state, come before what was recorded.
        assert_eq!(back_end.sessions[1].events.len(), recorded - 1 + 2);
    });
}

#[test]
fn pings_through_a_pause_of_31_minutes_end_the_session() {
    each(|sender, back_end| {
        let pause_ends = 15 + 31 * MINUTE;
        back_end.watch(sender, playing_and_paused());
        back_end.watch(sender, pings(15, 25, pause_ends));
        assert_eq!(back_end.sessions.len(), 1);
        let first = &back_end.sessions[0];
        assert_eq!(first.names().last(), Some(&"sessionEnd"));
        assert_eq!(first.events.last().unwrap().player_time.ts, at(15 + 30 * MINUTE).ts);
        // The ping at half an hour, and those after it.
        assert_eq!(sender.withheld(), 6);
        assert!(sender.is_expired(at(pause_ends).ts));

        let play = [Event::play(still(15, pause_ends)), Event::ping(still(25, pause_ends + 10))];
        back_end.watch(sender, play);
        assert_eq!(back_end.renewals(), [None, Some(Standstill)]);
        assert_eq!(back_end.sessions[1].names(), ["sessionStart", "play", "ping"]);
        assert_eq!(sender.withheld(), 6);
        assert!(!sender.is_expired(at(pause_ends + 20).ts));
    });
}

/// What the SDKs do each half hour of a night, with a new session each time.
#[test]
fn a_night_of_pause_opens_one_session_in_the_morning() {
    each(|sender, back_end| {
        back_end.watch(sender, playing_and_paused());
        // A minute between the pings; a state changes in the night, and the app is restarted.
        let morning = 15 + 9 * HOUR;
        for second in (75..morning).step_by(60) {
            back_end.watch(sender, [Event::ping(still(15, second))]);
            if second == 75 + 2 * HOUR {
                back_end.watch(sender, [Event::state_start(still(15, second + 1), state("mute"))]);
            }
            if second % (3 * HOUR) == 75 {
                sender.restart();
            }
        }
        assert_eq!(back_end.sessions.len(), 1);
        back_end.watch(sender, [Event::ping(still(16, morning))]);
        assert_eq!(back_end.renewals(), [None, Some(Standstill)]);
        let restored = ["sessionStart", "stateStart", "pauseStart", "ping"];
        assert_eq!(back_end.sessions[1].names(), restored);
    });
}

#[test]
fn pings_too_seldom_through_a_night_do_not_open_a_session_each() {
    each(|sender, back_end| {
        back_end.watch(sender, playing_and_paused());
        let seldom = (1..48).map(|number| Event::ping(still(15, 15 + number * 11 * MINUTE)));
        back_end.watch(sender, seldom);
        assert_eq!(back_end.renewals(), [None, Some(Silence), Some(Silence)]);
        back_end.watch(sender, [Event::play(still(15, 15 + 10 * HOUR))]);
        assert_eq!(back_end.renewals().last(), Some(&Some(Standstill)));
        assert_eq!(back_end.sessions.len(), 4);
    });
}

#[test]
fn what_is_open_is_closed_before_a_session_is_over_and_opened_again_after_it() {
    each(|sender, back_end| {
        let mut events = vec![Event::play(at(1)), Event::chapter_start(at(2), chapter(1))];
        events.push(Event::ad_break_start(at(3), ad_break()));
        events.push(Event::ad_start(at(3), spot("spot-7")));
        events.push(Event::pause_start(at(4)));
        events.extend(pings(4, 14, 4 + 30 * MINUTE + 10));
        back_end.watch(sender, events);
        let closing = ["adSkip", "adBreakComplete", "chapterSkip", "sessionEnd"];
        assert!(back_end.sessions[0].names().ends_with(&closing));
        back_end.watch(sender, [Event::ad_complete(still(5, 4 + 40 * MINUTE))]);
        let restored = ["sessionStart", "chapterStart", "adBreakStart", "adStart", "pauseStart"];
        assert_eq!(back_end.sessions[1].names()[..5], restored);
        assert_eq!(back_end.sessions[1].names()[5..], ["adComplete"]);
    });
}

#[test]
fn a_session_is_a_day_old_at_most() {
    each(|sender, back_end| {
        back_end.watch(sender, [Event::play(at(1)), Event::chapter_start(at(2), chapter(1))]);
        let live = (1..=25 * 60).map(|minute| Event::ping(at(minute * MINUTE)));
        back_end.watch(sender, live);
        assert_eq!(back_end.renewals(), [None, Some(Age)]);
        let [first, second] = &back_end.sessions[..] else { panic!("two sessions") };
        assert!(first.names().ends_with(&["ping", "chapterSkip", "sessionEnd"]));
        assert_eq!(first.events.last().unwrap().player_time.ts, at(24 * HOUR).ts + 1);
        assert_eq!(second.names()[..4], ["sessionStart", "chapterStart", "play", "ping"]);
        let pings = |names: Vec<&str>| names.iter().filter(|name| **name == "ping").count();
        assert_eq!(pings(first.names()) + pings(second.names()), 25 * 60);
    });
}

#[test]
fn a_session_that_was_left_for_an_hour_is_continued_in_a_new_one() {
    each(|sender, back_end| {
        back_end.watch(sender, playing_and_paused());
        sender.record(Event::ping(at(25)));
        sender.restart();
        assert!(sender.is_expired(at(HOUR).ts));
        back_end.drain(sender, at(HOUR).ts);
        assert_eq!(back_end.renewals(), [None, Some(Silence)]);
        back_end.watch(sender, [Event::play(at(HOUR + 1)), Event::ping(at(HOUR + 11))]);
        assert_eq!(back_end.sessions[1].names(), ["sessionStart", "pauseStart", "ping"]);
        // By their timestamps an hour is between the two.
        assert_eq!(back_end.sessions[2].names(), ["sessionStart", "play", "ping"]);
        assert_eq!(back_end.sessions.len(), 3);
    });
}

/// The clock shows a year ahead for one call, in the middle of a viewing.
#[test]
fn a_clock_that_jumps_opens_few_sessions() {
    each(|sender, back_end| {
        back_end.watch(sender, [Event::play(at(1)), Event::ping(at(11))]);
        sender.record(Event::ping(at(21)));
        back_end.drain(sender, at(365 * 24 * HOUR).ts);
        assert_eq!(back_end.sessions.len(), 2);
        back_end.watch(sender, (31..600).step_by(10).map(|second| Event::ping(at(second))));
        assert_eq!(back_end.sessions.len(), 2);
    });
}

#[test]
fn a_clock_that_is_wrong_at_every_request_ends_in_a_wait() {
    each(|sender, _| {
        sender.record(Event::play(at(1)));
        let mut starts = 0;
        for number in 0..1_000 {
            // Each request is asked for a year after its response.
            match sender.next(at(365 * 24 * HOUR).ts) {
                Next::Send(request) if request.is_start() => {
                    starts += 1;
                    let response = crate::fixtures::opened(number);
                    drop(sender.responded(request.ticket, &response, at(2).ts));
                }
                Next::Send(request) => panic!("{request:?}"),
                Next::Wait(_) | Next::Stopped => {}
                Next::Nothing => panic!("an event waits"),
            }
        }
        assert!(starts <= 6, "{starts}");
    });
}

#[test]
fn nothing_is_opened_for_an_end() {
    let ends: [fn(i64) -> Vec<Event>; 2] = [
        |second| vec![Event::session_end(still(15, second))],
        |second| {
            vec![Event::session_complete(still(1_800, second)), Event::session_end(at(second + 1))]
        },
    ];
    for end in ends {
        // Silence: the end is reported, and the collector knows whether it is too late.
        each(|sender, back_end| {
            back_end.watch(sender, playing_and_paused());
            end(15 + 11 * MINUTE).into_iter().for_each(|event| sender.record(event));
            back_end.drain(sender, at(15 + 11 * MINUTE).ts);
            assert_eq!(back_end.sessions.len(), 1);
            back_end.lost.clear();
            if let Sender::Memory(recorder) = sender {
                assert!(!recorder.is_expired(at(HOUR).ts), "nothing can follow");
            }
            assert!(sender.is_done());
        });
        // Standstill: the session is over.
        each(|sender, back_end| {
            back_end.watch(sender, playing_and_paused());
            back_end.watch(sender, pings(15, 25, 15 + 31 * MINUTE));
            let events = back_end.sessions[0].events.len();
            end(15 + 32 * MINUTE).into_iter().for_each(|event| sender.record(event));
            back_end.drain(sender, at(15 + 32 * MINUTE).ts);
            assert_eq!((back_end.sessions.len(), back_end.sessions[0].events.len()), (1, events));
            assert!(sender.is_done());
        });
    }
}

#[test]
fn renewal_by_time_can_be_left_to_the_caller() {
    each(|sender, back_end| {
        sender.set_renewal(false);
        sender.restart();
        back_end.watch(sender, playing_and_paused());
        assert!(!sender.is_expired(at(10 * MINUTE).ts));
        assert!(sender.is_expired(at(15 + 10 * MINUTE).ts));
        back_end.watch(sender, [Event::ping(still(15, 15 + 32 * MINUTE))]);
        assert_eq!(back_end.sessions.len(), 1);
        back_end.lost.clear();
    });
}
