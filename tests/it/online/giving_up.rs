//! A request that is never taken: the caller sets it aside, or the options do. Nothing is dropped
//! in silence, and what stands behind it goes on. In memory and in a store.

use media_collection::error::ResponseError;
use media_collection::recorder::{NextRequest, OnlineOptions, Outcome, StopReason};
use media_collection::store::StoreOptions;
use media_collection::{Event, Recorder};

use crate::fixtures::back_end::BackEnd;
use crate::fixtures::viewing::start;
use crate::fixtures::{BEGAN, at, opened, response};
use crate::recorders::sender::{Next, Request, Sender};

fn with_events(mut sender: Sender) -> Sender {
    sender.record(Event::play(at(1)));
    sender.record(Event::ping(at(11)));
    sender.record(Event::session_end(at(20)));
    sender
}

/// The same options in memory and in a store.
fn both_with(max_attempts: u32) -> [Sender; 2] {
    let options = OnlineOptions::default().max_attempts(max_attempts);
    let memory = Recorder::online(start()).with_options(options);
    let options = StoreOptions::default().first_delay(1_000).max_attempts(max_attempts);
    let stored = Sender::stored(&start(), options);
    [Sender::Memory(Box::new(memory)), stored].map(with_events)
}

fn request(sender: &mut Sender, now: i64) -> Request {
    match sender.next(now) {
        Next::Send(request) => request,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_caller_sets_the_head_aside() {
    for sender in Sender::both(&start()) {
        let mut sender = with_events(sender);
        let mut back_end = BackEnd::default();
        assert_eq!(sender.set_aside(), None, "the start comes first");
        let opening = request(&mut sender, BEGAN);
        let response_to_start = back_end.accept(&opening, BEGAN);
        drop(sender.responded(opening.ticket, &response_to_start, BEGAN));

        // A firewall dislikes `play`.
        let mut now = BEGAN;
        for _ in 0..5 {
            let play = request(&mut sender, now);
            let Outcome::Kept { due, .. } = sender.responded(play.ticket, &response(403), now)
            else {
                panic!("it is kept")
            };
            now = due;
        }
        let play = request(&mut sender, now);
        assert_eq!(play.attempts, 5);
        assert_eq!(sender.set_aside(), Some(Event::play(at(1))));
        // What comes for it says nothing any more.
        assert_eq!(sender.responded(play.ticket, &response(404), now), Outcome::Stale);
        let ping = request(&mut sender, now);
        assert_eq!((ping.attempts, ping.event().event_name()), (0, "ping"));
        let taken = back_end.accept(&ping, now);
        assert_eq!(sender.responded(ping.ticket, &taken, now), Outcome::Arrived);
        back_end.drain(&mut sender, now);
        assert_eq!(back_end.sessions[0].names(), ["sessionStart", "ping", "sessionEnd"]);
        if let Sender::Memory(_) = sender {
            assert_eq!(sender.set_aside(), None);
        }
        assert!(sender.is_done());
    }
}

#[test]
fn an_event_is_set_aside_after_so_many_attempts_with_the_last_reason() {
    for mut sender in both_with(3) {
        let opening = request(&mut sender, BEGAN);
        drop(sender.responded(opening.ticket, &opened(0), BEGAN));
        let mut now = BEGAN;
        for attempt in 0..3 {
            let play = request(&mut sender, now);
            assert_eq!(play.attempts, attempt);
            match sender.responded(play.ticket, &response(403), now) {
                Outcome::Kept { due, .. } if attempt < 2 => now = due,
                Outcome::SetAside { event: Some(event), reason } if attempt == 2 => {
                    assert_eq!(*event, Event::play(at(1)));
                    assert!(matches!(reason, Some(ResponseError::Unexpected { .. })));
                }
                other => panic!("{other:?}"),
            }
        }
        // Without a response as well; a late one says nothing any more.
        for attempt in 0..3 {
            let ping = request(&mut sender, now);
            assert_eq!((ping.attempts, ping.event().event_name()), (attempt, "ping"));
            match sender.not_sent(ping.ticket, now) {
                Outcome::Kept { due, .. } if attempt < 2 => now = due,
                Outcome::SetAside { event: Some(_), reason: None } if attempt == 2 => {
                    assert_eq!(sender.responded(ping.ticket, &response(204), now), Outcome::Stale);
                }
                other => panic!("{other:?}"),
            }
        }
        let end = request(&mut sender, now);
        assert_eq!(sender.responded(end.ticket, &response(204), now), Outcome::Arrived);
        assert!(sender.is_done());
    }
}

#[test]
fn a_start_that_is_never_taken_stops() {
    for mut sender in both_with(4) {
        let mut now = BEGAN;
        for attempt in 0..4 {
            let opening = request(&mut sender, now);
            match sender.responded(opening.ticket, &response(500), now) {
                Outcome::Kept { due, .. } if attempt < 3 => now = due,
                Outcome::Stopped { why: StopReason::StartNotTaken, reason: Some(_) } => {
                    assert_eq!(attempt, 3);
                }
                other => panic!("{other:?}"),
            }
        }
        sender.restart();
        assert!(matches!(sender.next(now + 1_000_000_000), Next::Stopped));
        sender.try_again();
        let mut back_end = BackEnd::default();
        let opening = request(&mut sender, now);
        assert_eq!(opening.attempts, 0);
        let opens = back_end.accept(&opening, now);
        drop(sender.responded(opening.ticket, &opens, now));
        back_end.drain(&mut sender, now);
        assert_eq!(back_end.sessions[0].names(), ["sessionStart", "play", "ping", "sessionEnd"]);
        assert!(sender.is_done());
    }
}

/// It was given up, and had arrived.
#[test]
fn a_late_response_opens_a_session_all_the_same() {
    for mut sender in both_with(1) {
        let opening = request(&mut sender, BEGAN);
        let why = StopReason::StartNotTaken;
        assert_eq!(sender.not_sent(opening.ticket, BEGAN), Outcome::Stopped { why, reason: None });
        let outcome = sender.responded(opening.ticket, &opened(7), BEGAN);
        assert!(matches!(outcome, Outcome::Opened(_)), "{outcome:?}");
        assert_eq!(request(&mut sender, BEGAN).event().event_name(), "play");
    }
}

#[test]
fn a_start_that_is_rejected_stops_at_once() {
    for sender in Sender::both(&start()) {
        let mut sender = with_events(sender);
        let opening = request(&mut sender, BEGAN);
        let outcome = sender.responded(opening.ticket, &response(400), BEGAN);
        let why = StopReason::StartRejected;
        assert!(matches!(&outcome, Outcome::Stopped { why: found, .. } if *found == why));
        assert!(matches!(sender.next(BEGAN + 1_000_000_000), Next::Stopped));
        // What is recorded meanwhile is not lost.
        sender.try_again();
        let mut back_end = BackEnd::default();
        back_end.drain(&mut sender, BEGAN);
        assert_eq!(back_end.sessions[0].events.len(), 4);
    }
}

#[test]
fn a_wait_that_something_on_the_way_asked_for_can_be_overridden() {
    let mut recorder =
        Recorder::online(start()).with_options(OnlineOptions::default().max_retry_after(7_200_000));
    let NextRequest::Send(outgoing) = recorder.next_request(BEGAN).unwrap() else {
        panic!("the start")
    };
    let years = crate::fixtures::with_retry_after(503, "315360000");
    let outcome = recorder.responded(outgoing.ticket, &years, BEGAN, 0.5);
    let due = BEGAN + 7_200_000;
    assert!(matches!(outcome, Outcome::Kept { due: found, .. } if found == due));
    let wait = NextRequest::Wait { until: due };
    assert_eq!(recorder.next_request(BEGAN + 1).unwrap(), wait);
    recorder.hurry();
    assert!(matches!(recorder.next_request(BEGAN + 1).unwrap(), NextRequest::Send(_)));
}

/// First nothing came, then a failure: it was one attempt.
#[test]
fn a_late_failure_is_no_further_attempt() {
    for mut sender in both_with(3) {
        for attempt in 0..2 {
            let opening = request(&mut sender, BEGAN + attempt * 100_000);
            assert_eq!(i64::from(opening.attempts), attempt);
            let now = BEGAN + attempt * 100_000 + 10;
            for outcome in [
                sender.not_sent(opening.ticket, now),
                sender.responded(opening.ticket, &response(503), now),
            ] {
                assert!(matches!(outcome, Outcome::Kept { .. }), "{outcome:?}");
            }
        }
        let opening = request(&mut sender, BEGAN + 200_000);
        assert_eq!(opening.attempts, 2);
        let outcome = sender.responded(opening.ticket, &response(503), BEGAN + 200_000);
        assert!(matches!(outcome, Outcome::Stopped { .. }), "{outcome:?}");
    }
}
