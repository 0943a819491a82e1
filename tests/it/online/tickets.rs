//! A response is taken for that of its own request, and waits are kept.

use media_collection::error::ResponseError;
use media_collection::recorder::{NextRequest, Outcome, Outgoing, StopReason};

use crate::fixtures::{BEGAN, at, opened, response, with_retry_after};
use crate::recorders::{Ends as _, OnlineRecorder, due_again};
use crate::scenario::Scenario;

const NOW: i64 = BEGAN + 1_000_000;

fn outgoing(recorder: &mut OnlineRecorder, now: i64) -> Outgoing {
    match recorder.next_request(now).unwrap() {
        NextRequest::Send(outgoing) => outgoing,
        other => panic!("{other:?}"),
    }
}

fn assert_waits(recorder: &mut OnlineRecorder, until: i64) {
    assert_eq!(recorder.next_request(until - 1).unwrap(), NextRequest::Wait { until });
}

#[test]
fn a_stale_ticket_changes_nothing() {
    let mut recorder = Scenario::new().playing().online();
    let first = outgoing(&mut recorder, NOW);
    // Who asks again has given the first one up.
    let second = outgoing(&mut recorder, NOW);
    assert_eq!((second.attempts, &second.call), (0, &first.call));
    assert_ne!(first.ticket, second.ticket);
    let before = recorder.clone();
    for code in [201, 400, 404, 500] {
        let outcome = recorder.responded(first.ticket, &response(code), NOW, 0.5);
        assert_eq!(outcome, Outcome::Stale);
    }
    assert_eq!(recorder.not_sent(first.ticket, NOW, 0.5), Outcome::Stale);
    assert_eq!(recorder, before);

    let outcome = recorder.responded(second.ticket, &opened(0), NOW, 0.5);
    assert!(matches!(outcome, Outcome::Opened(_)), "{outcome:?}");
    // Once more, as a response that comes twice: the event behind it is not taken for sent.
    let outcome = recorder.responded(second.ticket, &response(204), NOW, 0.5);
    assert_eq!(outcome, Outcome::Stale);
    assert_eq!(recorder.queue().len(), 1);
    let third = outgoing(&mut recorder, NOW);
    assert_eq!(recorder.responded(third.ticket, &response(204), NOW, 0.5), Outcome::Arrived);
    assert_eq!(recorder.queue().len(), 0);
    assert_eq!(recorder.next_request(NOW).unwrap(), NextRequest::Nothing);
}

#[test]
fn a_ticket_of_a_recorder_that_was_restored_is_stale() {
    let mut recorder = Scenario::new().playing().online();
    let in_flight = outgoing(&mut recorder, NOW);
    let mut restored = crate::recorders::restarted(recorder);
    let outcome = restored.responded(in_flight.ticket, &response(201), NOW, 0.5);
    assert_eq!(outcome, Outcome::Stale);
}

#[test]
fn the_delay_doubles_up_to_a_minute_and_ends_with_a_success() {
    let mut recorder = Scenario::new().playing().online();
    let mut now = NOW;
    for attempt in 0..10 {
        let in_flight = outgoing(&mut recorder, now);
        assert_eq!(in_flight.attempts, attempt);
        let outcome = match attempt % 2 {
            0 => recorder.not_sent(in_flight.ticket, now, 1.0),
            _ => recorder.responded(in_flight.ticket, &response(503), now, 1.0),
        };
        let due = due_again(outcome);
        assert_eq!(due - now, (1_000 << attempt).min(60_000), "attempt {attempt}");
        assert_waits(&mut recorder, due);
        now = due;
    }
    let in_flight = outgoing(&mut recorder, now);
    assert!(matches!(
        recorder.responded(in_flight.ticket, &opened(0), now, 1.0),
        Outcome::Opened(_)
    ));
    assert_eq!(
        outgoing(&mut recorder, now).attempts,
        0,
        "the next request begins with the first delay"
    );
}

#[test]
fn half_of_a_delay_is_spread() {
    for (jitter, delay) in [(0.0, 500), (0.5, 750), (1.0, 1_000), (f64::NAN, 1_000), (9.0, 1_000)] {
        let mut recorder = Scenario::new().online();
        let in_flight = outgoing(&mut recorder, NOW);
        let due = due_again(recorder.not_sent(in_flight.ticket, NOW, jitter));
        assert_eq!(due - NOW, delay, "{jitter}");
    }
}

#[test]
fn a_collector_that_asks_to_wait_is_obeyed_for_a_day_at_most() {
    for (value, wait) in [("120", 120_000), ("0", 1_000), ("999999999", 86_400_000)] {
        let mut recorder = Scenario::new().playing().online();
        let in_flight = outgoing(&mut recorder, NOW);
        let response = with_retry_after(429, value);
        let due = due_again(recorder.responded(in_flight.ticket, &response, NOW, 1.0));
        assert_eq!(due - NOW, wait, "{value}");
        assert_waits(&mut recorder, due);
        // A restart does not forget it.
        let mut recorder = crate::recorders::restarted(recorder);
        assert_waits(&mut recorder, due);
        assert_eq!(outgoing(&mut recorder, due).attempts, 1);
    }
}

#[test]
fn a_clock_that_was_wrong_is_forgiven() {
    let day = 86_400_000;
    let mut recorder = Scenario::new().playing().online();
    let ahead = NOW + 400 * day;
    let in_flight = outgoing(&mut recorder, ahead);
    let due = due_again(recorder.not_sent(in_flight.ticket, ahead, 1.0));
    let wait = due - ahead;
    assert_waits(&mut recorder, due);
    // However far it is set back, the wait is never longer than it was meant to be.
    for now in [ahead - 1, ahead - day, NOW] {
        let until = now + wait;
        assert_eq!(recorder.next_request(now).unwrap(), NextRequest::Wait { until });
        assert_waits(&mut recorder, until);
    }
    let mut recorder = crate::recorders::restarted(recorder);
    assert_eq!(outgoing(&mut recorder, NOW + wait).attempts, 1);
}

#[test]
fn a_start_that_is_rejected_can_be_corrected() {
    let mut recorder = Scenario::new().playing().online();
    let in_flight = outgoing(&mut recorder, NOW);
    let outcome = recorder.responded(in_flight.ticket, &response(400), NOW, 1.0);
    let why = StopReason::StartRejected;
    let Outcome::Stopped { why: reason, reason: Some(ResponseError::Rejected { .. }) } = outcome
    else {
        panic!("{outcome:?}")
    };
    assert_eq!(reason, why);
    // It would be rejected again, also after a restart.
    let mut recorder = crate::recorders::restarted(recorder);
    for now in [NOW, NOW + 1_000_000_000] {
        assert_eq!(recorder.next_request(now).unwrap(), NextRequest::Stopped(why));
    }
    let due = NOW + 5;
    recorder.start_mut().unwrap().params.channel = "corrected".to_owned();
    let again = outgoing(&mut recorder, due);
    assert!(String::from_utf8_lossy(again.call.body()).contains("corrected"));
    let outcome = recorder.responded(again.ticket, &opened(0), due, 1.0);
    assert!(matches!(outcome, Outcome::Opened(_)), "{outcome:?}");
    assert!(recorder.start_mut().is_none(), "it is open");
}

#[test]
fn a_session_that_the_collector_closed_before_its_end_is_done() {
    let mut recorder = Scenario::new().playing().online_and_sent().abandoned(at(60));
    let end = outgoing(&mut recorder, NOW);
    let outcome = recorder.responded(end.ticket, &response(410), NOW, 1.0);
    assert_eq!(outcome, Outcome::Closed);
    assert!(recorder.is_done());
}

/// Else the response would open a session with the start as it was.
#[test]
fn a_start_in_flight_is_not_corrected() {
    let mut recorder = Scenario::new().playing().online();
    let first = outgoing(&mut recorder, NOW);
    assert!(recorder.start_mut().is_none(), "it is in flight");
    let _ = recorder.not_sent(first.ticket, NOW, 0.5);
    recorder.start_mut().unwrap().params.channel = "corrected".to_owned();
    let late = recorder.responded(first.ticket, &opened(0), NOW, 0.5);
    assert_eq!(late, Outcome::Stale, "it was to the start as it was");
    recorder.hurry();
    let again = outgoing(&mut recorder, NOW);
    assert!(String::from_utf8_lossy(again.call.body()).contains("corrected"));
}
