//! What the recorder makes of each response, and what it sends next.

use media_collection::error::{NextStep, ResponseError};
use media_collection::recorder::Outcome;

use super::{recorder, run};
use crate::fixtures::collector::{Server, assert_nothing_lost};
use crate::fixtures::viewing::rich;
use crate::fixtures::{names, opened, response};
use crate::recorders::{self, awake, restarted};

#[test]
fn everything_waits_for_the_id_and_keeps_its_order() {
    let mut recorder = recorder();
    let mut in_flight = recorders::next(&mut recorder).unwrap();
    let request = in_flight.request();
    assert_eq!(request.uri().path(), "/api/v1/sessions");
    // A failure, a success that gives no id: the same request comes again.
    for code in [500, 503, 429, 408, 404, 200, 204, 302] {
        let outcome = in_flight.responded(&mut recorder, &response(code));
        let Outcome::Kept { reason: Some(error), .. } = outcome else { panic!("{outcome:?}") };
        assert_ne!(error.next(), NextStep::StartNewSession, "{code}");
        in_flight = recorders::next(&mut recorder).unwrap();
        let again = in_flight.request();
        assert_eq!((again.uri(), again.body()), (request.uri(), request.body()));
    }
    // No response at all: the same.
    in_flight.not_sent(&mut recorder);
    let again = recorders::next(&mut recorder).unwrap().request();
    assert_eq!((again.uri(), again.body()), (request.uri(), request.body()));
    let unusable = recorders::respond(&mut recorder, &response(201));
    let no_id = Some(ResponseError::NoSessionId);
    assert!(matches!(unusable, Outcome::Kept { reason, .. } if reason == no_id));
    let opened = recorders::respond(&mut recorder, &opened(7));
    assert!(matches!(opened, Outcome::Opened(id) if id.to_string() == "session-7"));
    let request = recorders::next(&mut recorder).unwrap().request();
    assert_eq!(request.uri().path(), "/api/v1/sessions/session-7/events");
    assert_eq!(recorder.queue().len(), rich().len());
}

#[test]
fn a_good_collector_gets_one_session() {
    for together in [true, false] {
        let server = run(together, restarted, |_| Some(204));
        assert_eq!(server.sessions.len(), 1);
        assert_nothing_lost(&server.sessions, &rich());
    }
}

#[test]
fn failures_are_waited_out() {
    for code in [None, Some(500), Some(502), Some(503), Some(408), Some(429)] {
        let mut failed = 0;
        let server = run(true, restarted, |_| {
            failed += 1;
            // Two failures, then a success.
            if failed % 3 == 0 { Some(204) } else { code }
        });
        assert_eq!(server.sessions.len(), 1);
        assert_eq!(server.asked, rich().len() * 3);
        assert_nothing_lost(&server.sessions, &rich());
    }
}

#[test]
fn a_rejected_event_is_set_aside_and_the_rest_goes_on() {
    for rejected in 0..rich().len() {
        for code in [400, 413, 422] {
            let mut server =
                Server::new(|asked| Some(if asked.asked == rejected { code } else { 204 }));
            let mut recorder = recorder();
            let aside = server.drain(&mut recorder, awake);
            assert!(recorder.is_done());
            assert_eq!(aside.len(), 1);
            let mut expected = rich();
            assert_eq!(aside[0].body, expected.remove(rejected).body);
            assert_eq!(names(&server.sessions[0][1..]), names(&expected));
        }
    }
}
