//! Viewers who opt out, and in again.

use media_collection::recorder::NextRequest;
use media_collection::tracker::{DownloadedSessions, OnlineSessions, Privacy, Tracker};

use super::{Played, all_of, types};
use crate::fixtures::start_params;

#[test]
fn what_was_not_sent_is_deleted_and_nothing_more_is_recorded() {
    let mut played = Played::downloaded();
    played.watch(0.0, 20);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.pass(1_000);
    let moment = played.moment();
    let discarded = played.tracker.privacy(moment, Privacy::OptedOut).unwrap();
    assert_eq!((discarded.sessions, discarded.events), (2, 5));
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(0.0, 100);
    played.call(|tracker, moment| tracker.complete(moment).unwrap());
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    assert_eq!(played.ended(), []);
    assert!(played.tracker.sessions().present().is_none());
}

#[test]
fn opting_in_begins_a_session_with_what_plays() {
    for plays in [true, false] {
        let mut played = Played::downloaded();
        played.watch(0.0, 5);
        let moment = played.moment();
        played.tracker.privacy(moment, Privacy::OptedOut).unwrap();
        played.call(|tracker, moment| tracker.state_start(moment, "mute").unwrap());
        if !plays {
            played.call(|tracker, moment| tracker.pause(moment).unwrap());
        }
        played.pass(3_600_000);
        let moment = played.moment();
        played.tracker.privacy(moment, Privacy::OptedIn).unwrap();
        assert_eq!(played.tracker.sessions().present().is_some(), plays);
        played.call(|tracker, moment| tracker.play(moment).unwrap());
        played.watch(5.0, 5);
        played.call(|tracker, moment| tracker.end(moment).unwrap());
        let [session] = &played.ended()[..] else { panic!("one session") };
        let expected = ["sessionStart", "stateStart", "play", "play", "sessionEnd"];
        assert_eq!(types(&all_of(session)), expected);
        // Nothing of it was reported before.
        assert_ne!(session.start().params.resume, Some(true));
        assert_eq!(session.lint(), []);
    }
}

#[test]
fn opting_in_between_two_viewings_changes_nothing_of_the_next() {
    let mut played = Played::of(Tracker::new(DownloadedSessions::new()));
    for privacy in [Privacy::OptedOut, Privacy::OptedIn] {
        let moment = played.moment();
        played.tracker.privacy(moment, privacy).unwrap();
    }
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(0.0, 5);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    assert_eq!(types(&all_of(session)), ["sessionStart", "play", "play", "sessionEnd"]);
}

#[test]
fn a_viewer_who_has_opted_out_before_the_start_is_not_recorded() {
    let mut played = Played::of(Tracker::new(OnlineSessions::new()));
    let moment = played.moment();
    played.tracker.privacy(moment, Privacy::OptedOut).unwrap();
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.pass(40 * 60_000);
    let next = played.tracker.sessions_mut().next_request(0).unwrap();
    assert_eq!(next, NextRequest::Nothing);
    let moment = played.moment();
    played.tracker.privacy(moment, Privacy::OptedIn).unwrap();
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.tracker.sessions().waiting().collect::<Vec<_>>()[..] else {
        panic!("one session")
    };
    assert_eq!(types(session.queue()), ["play", "sessionEnd"]);
}
