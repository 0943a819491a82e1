//! A session that is over, of which the end is still to be reported: whatever comes for that, the
//! viewing goes on in the next. In memory and in a store.

use media_collection::recorder::{Outcome, Renewal};
use media_collection::{Event, PlayerTime};

use crate::fixtures::back_end::BackEnd;
use crate::fixtures::viewing::start;
use crate::fixtures::{BEGAN, at, chapter, response};
use crate::recorders::sender::{Next, Request, Sender};

const HALF_AN_HOUR: i64 = 30 * 60;

fn next(sender: &mut Sender, now: i64) -> Request {
    match sender.next(now) {
        Next::Send(request) => request,
        other => panic!("{other:?}"),
    }
}

/// Paused for half an hour in a chapter; the request that ends it is next.
fn standing(sender: &mut Sender, back_end: &mut BackEnd) -> i64 {
    back_end.drain(sender, BEGAN);
    let mut events = vec![Event::play(at(1)), Event::chapter_start(at(2), chapter(1))];
    events.push(Event::pause_start(at(5)));
    let ping = |second| Event::ping(PlayerTime::new(5.0, at(second).ts));
    events.extend((65..5 + HALF_AN_HOUR).step_by(60).map(ping));
    back_end.watch(sender, events);
    sender.record(ping(5 + HALF_AN_HOUR));
    at(5 + HALF_AN_HOUR).ts
}

/// Plays on, and ends.
fn plays_on(sender: &mut Sender, back_end: &mut BackEnd, second: i64) {
    let play = Event::play(PlayerTime::new(5.0, at(second).ts));
    let ping = Event::ping(PlayerTime::new(15.0, at(second + 10).ts));
    back_end.watch(sender, [play, ping]);
    let second = back_end.sessions.last().unwrap();
    assert_eq!(second.renewal, Some(Renewal::Standstill));
    assert_eq!(second.names(), ["sessionStart", "chapterStart", "play", "ping"]);
    assert_eq!(back_end.sessions.len(), 2);
    assert_eq!(sender.withheld(), 1);
}

#[test]
fn a_collector_that_has_closed_it_already_is_right() {
    for code in [404, 410] {
        for mut sender in Sender::both(&start()) {
            let mut back_end = BackEnd::default();
            let now = standing(&mut sender, &mut back_end);
            let closing = next(&mut sender, now);
            assert_eq!(closing.event().event_name(), "chapterSkip");
            let outcome = sender.responded(closing.ticket, &response(code), now);
            assert_eq!(outcome, Outcome::Closed);
            assert!(matches!(sender.next(now), Next::Nothing));
            sender.restart();
            plays_on(&mut sender, &mut back_end, 5 + 2 * HALF_AN_HOUR);
        }
    }
}

#[test]
fn a_network_that_is_away_does_not_lose_the_end() {
    for mut sender in Sender::both(&start()) {
        let mut back_end = BackEnd::default();
        let mut now = standing(&mut sender, &mut back_end);
        for _ in 0..3 {
            let closing = next(&mut sender, now);
            assert_eq!(closing.event().event_name(), "chapterSkip");
            let Outcome::Kept { due, .. } = sender.not_sent(closing.ticket, now) else {
                panic!("it is kept")
            };
            sender.restart();
            now = due;
        }
        back_end.drain(&mut sender, now);
        assert!(back_end.sessions[0].names().ends_with(&["chapterSkip", "sessionEnd"]));
        plays_on(&mut sender, &mut back_end, 5 + 2 * HALF_AN_HOUR);
    }
}

#[test]
fn an_end_that_is_rejected_is_handed_back_and_the_rest_goes_on() {
    for mut sender in Sender::both(&start()) {
        let mut back_end = BackEnd::default();
        let now = standing(&mut sender, &mut back_end);
        for name in ["chapterSkip", "sessionEnd"] {
            let closing = next(&mut sender, now);
            let outcome = sender.responded(closing.ticket, &response(400), now);
            let Outcome::SetAside { event: Some(event), .. } = outcome else {
                panic!("{outcome:?}")
            };
            assert_eq!(event.event_name(), name);
        }
        assert!(matches!(sender.next(now), Next::Nothing));
        plays_on(&mut sender, &mut back_end, 5 + 2 * HALF_AN_HOUR);
    }
}

/// What was recorded in the meantime does not go to the session that is over.
#[test]
fn play_that_comes_before_the_end_is_reported_waits_for_it() {
    for mut sender in Sender::both(&start()) {
        let mut back_end = BackEnd::default();
        let now = standing(&mut sender, &mut back_end);
        let closing = next(&mut sender, now);
        sender.record(Event::play(PlayerTime::new(5.0, now + 1_000)));
        let taken = back_end.accept(&closing, now + 1_000);
        assert_eq!(sender.responded(closing.ticket, &taken, now + 1_000), Outcome::Arrived);
        back_end.drain(&mut sender, now + 1_000);
        assert!(back_end.sessions[0].names().ends_with(&["ping", "chapterSkip", "sessionEnd"]));
        assert_eq!(back_end.sessions[1].names(), ["sessionStart", "chapterStart", "play"]);
        assert!(back_end.lost.is_empty());
    }
}

/// What follows is no part of it, and what was cleared is not opened again.
#[test]
fn a_viewing_that_goes_on_after_its_lost_end_is_in_a_new_session() {
    for mut sender in Sender::both(&start()) {
        let mut back_end = BackEnd::default();
        back_end.drain(&mut sender, BEGAN);
        back_end.watch(&mut sender, [Event::play(at(1)), Event::chapter_start(at(2), chapter(1))]);
        sender.record(Event::chapter_complete(at(9)));
        sender.record(Event::session_complete(at(10)));
        let now = at(10).ts;
        let closing = next(&mut sender, now);
        assert_eq!(closing.event().event_name(), "chapterComplete");
        assert_eq!(sender.responded(closing.ticket, &response(404), now), Outcome::Closed);
        assert!(matches!(sender.next(now), Next::Nothing));

        back_end.watch(&mut sender, [Event::chapter_start(at(12), chapter(2))]);
        let second = back_end.sessions.last().unwrap();
        assert_eq!(second.renewal, Some(Renewal::Lost));
        assert_eq!(second.names(), ["sessionStart", "play", "chapterStart"]);
        assert_eq!(sender.withheld(), 0);
    }
}
