//! A collector that loses sessions: each is opened again where it stood, and nothing is lost.

use media_collection::lint::{Rule, lint};
use media_collection::recorder::Outcome;

use super::{recorder, run};
use crate::fixtures::collector::{Asked, Server, assert_nothing_lost, mark};
use crate::fixtures::viewing::{ending, rich, start};
use crate::fixtures::{at, names};
use crate::recorders::{self, Ends as _, awake, restarted};
use crate::scenario::Scenario;

#[test]
fn a_session_lost_at_any_event_is_opened_again_where_it_stood() {
    for together in [true, false] {
        // When all is recorded, it is known what only closes.
        let end = if together { ending() } else { rich().len() - 2 };
        for code in [404, 410] {
            for lost in 0..end {
                let script = |asked: &Asked| Some(if asked.asked == lost { code } else { 204 });
                let server = run(together, restarted, script);
                assert_eq!(server.sessions.len(), 2);
                assert_eq!(server.sessions[0].len(), lost + 1);
                assert_nothing_lost(&server.sessions, &rich());
            }
        }
    }
}

#[test]
fn a_session_that_is_ending_is_not_opened_again() {
    for code in [404, 410] {
        for lost in ending()..rich().len() {
            let script = |asked: &Asked| Some(if asked.asked == lost { code } else { 204 });
            let server = run(true, restarted, script);
            assert_eq!(server.sessions.len(), 1);
            assert_eq!(names(&server.sessions[0][1..]), names(&rich()[..lost]));
            assert_eq!(server.asked, lost + 1, "nothing is asked after that");
        }
    }
}

#[test]
fn a_session_lost_before_its_end_has_ended() {
    let end = rich().len() - 1;
    for together in [true, false] {
        let script = |asked: &Asked| Some(if asked.asked == end { 410 } else { 204 });
        let server = run(together, restarted, script);
        assert_eq!(server.sessions.len(), 1);
        assert_nothing_lost(&server.sessions, &rich()[..end]);
    }
}

#[test]
fn a_session_lost_twice_is_opened_twice() {
    // The second loss may fall into what restores the session after the first.
    for together in [true, false] {
        let end = if together { ending() } else { rich().len() - 2 };
        for first in 0..end {
            // The event that was lost comes after what restores the session.
            for second in first + 1..(first + 10).min(end) {
                let script = |asked: &Asked| {
                    Some(if [first, second].contains(&asked.asked) { 404 } else { 204 })
                };
                let server = run(together, awake, script);
                assert_eq!(server.sessions.len(), 3, "{first}, {second}");
                assert_nothing_lost(&server.sessions, &rich());
            }
        }
    }
}

#[test]
fn a_collector_that_forgets_every_session_gets_all_the_same() {
    // Chapter, break, ad, three states and playback restore a session: with one event more there
    // is progress.
    for many in 8..12 {
        let script = |asked: &Asked| {
            let is_end = mark(&asked.event).is_some_and(|number| number >= ending());
            let lost = asked.taken == many && !is_end;
            Some(if lost { 410 } else { 204 })
        };
        let server = run(true, restarted, script);
        assert!(server.sessions.len() > 3);
        assert_nothing_lost(&server.sessions, &rich());
    }
}

#[test]
fn no_queue_grows_while_the_collector_forgets_at_once() {
    for many in 0..6 {
        let mut recorder = recorder();
        let mut left = 200;
        let mut server = Server::new(|asked| {
            left -= usize::from(asked.taken == many && left > 0);
            Some(if asked.taken == many && left > 0 { 404 } else { 204 })
        });
        let most = rich().len() + 6;
        for _ in 0..3_000 {
            assert!(recorder.queue().len() <= most, "{:?}", recorder.queue().len());
            let Some(in_flight) = recorders::next(&mut recorder) else { break };
            let response = server.send(in_flight.request()).unwrap();
            let outcome = in_flight.responded(&mut recorder, &response);
            assert!(!matches!(outcome, Outcome::Stale), "{outcome:?}");
        }
        assert!(recorder.is_done());
        assert_nothing_lost(&server.sessions, &rich());
    }
}

#[test]
fn what_is_lost_last_is_only_the_end() {
    // The app leaves in the middle of an ad; the collector loses the session while it closes.
    for lost in 0..8 {
        let script = |asked: &Asked| Some(if asked.asked == lost { 404 } else { 204 });
        let mut server = Server::new(script);
        let in_ad = Scenario::from(start()).playing().chapter().ad_break().ad();
        let mut recorder = in_ad.online().abandoned(at(9));
        server.drain(&mut recorder, restarted);
        assert!(recorder.is_done());
        let last = server.sessions.last().unwrap();
        let closing = ["adSkip", "adBreakComplete", "chapterSkip", "sessionEnd"];
        if lost >= 4 {
            assert!(names(last).ends_with(&closing[..lost - 4]));
            assert_eq!(server.sessions.len(), 1);
        } else {
            assert_eq!(names(last).last(), Some(&"sessionEnd"));
            assert_eq!(server.sessions.len(), 2);
            // Each closing event has what it closes in the same session.
            let findings = lint(last);
            assert!(findings.iter().all(|finding| finding.rule != Rule::CloseWhatIsOpen));
        }
    }
}
