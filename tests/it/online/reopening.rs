//! What a new session begins with, when the collector has lost the one before.

use media_collection::lint::Rule;
use media_collection::recorder::Outcome;
use media_collection::{Event, SessionStart, StateEndParams};

use crate::fixtures::collector::{Server, is_playback, marked, restoring};
use crate::fixtures::viewing::start;
use crate::fixtures::{at, names, opened, response, state};
use crate::recorders::{self, OnlineRecorder, lose, respond, restarted};
use crate::scenario::Scenario;

#[test]
fn ten_states_stay_ten_in_the_new_session() {
    let mut recorder = recorders::online(start());
    let mut server = Server::new(|asked| Some(if asked.asked == 15 { 410 } else { 204 }));
    let mut number = 0;
    let mut record = |recorder: &mut OnlineRecorder, event| {
        recorder.record(marked(event, number)).map(|_| number += 1)
    };
    for index in 0..10 {
        let params = state(&format!("state{index}"));
        record(&mut recorder, Event::state_start(at(1), params)).unwrap();
    }
    for index in 0..5 {
        let params = StateEndParams::new(format!("state{index}"));
        record(&mut recorder, Event::state_end(at(2), params)).unwrap();
    }
    record(&mut recorder, Event::play(at(3))).unwrap();
    let eleventh = || Event::state_start(at(4), state("eleventh"));
    let refused = record(&mut recorder, eleventh()).unwrap_err();
    assert_eq!(refused.rule(), Some(Rule::TenStates));
    server.drain(&mut recorder, restarted);

    let restored = ["stateStart"; 5].into_iter();
    let expected = ["sessionStart"].into_iter().chain(restored).chain(["play"]);
    assert_eq!(names(&server.sessions[1]), expected.collect::<Vec<_>>());
    // As in the official SDKs, the names count over the whole viewing; known ones come again.
    let refused = record(&mut recorder, eleventh()).unwrap_err();
    assert_eq!(refused.rule(), Some(Rule::TenStates));
    record(&mut recorder, Event::state_start(at(5), state("state0"))).unwrap();
    let active: Vec<_> = recorder.active_states().collect();
    assert_eq!(active, ["state0", "state5", "state6", "state7", "state8", "state9"]);
}

/// What the recorder opens again.
fn reopened(scenario: Scenario) -> (SessionStart, Vec<Event>) {
    let mut recorder = scenario.online_and_sent();
    recorder.record(Event::ping(at(99))).unwrap();
    lose(&mut recorder, 404);
    let mut restoring: Vec<_> = recorder.queue().cloned().collect();
    restoring.pop();
    (recorder.start().clone(), restoring)
}

fn assert_reopens_alike(scenario: Scenario) {
    let (begun, restored) = reopened(scenario.clone());
    // While something plays, the time until the next event counts in the new session.
    let is_later = begun.player_time.ts < at(99).ts;
    let plays = scenario.events().iter().rev().find(|event| is_playback(event));
    assert_eq!(is_later, plays.is_some_and(|event| event.event_name() == "play"));
    let (start, events) = scenario.clone().typed_online().reopening(begun.player_time);
    assert_eq!((start.clone(), events.clone()), (begun, restored));
    assert_eq!(start.params.resume, Some(true));
    let expected = restoring(&scenario.events().iter().collect::<Vec<_>>());
    assert_eq!(names(&events), names(&expected));
    let times: Vec<_> = events.iter().map(|event| event.player_time.ts).collect();
    assert!(times.is_sorted() && times.first() > Some(&start.player_time.ts));
}

#[test]
fn a_typed_session_reopens_as_a_recorder_does() {
    let started = Scenario::from(start());
    let playing = started.clone().playing().state("mute").state("fullScreen");
    let in_chapter = playing.clone().chapter();
    let in_break = in_chapter.clone().ad_break();
    let in_ad = in_break.clone().ad();
    let paused = in_ad.clone().paused();
    let after_ad = paused.clone().ad_complete();
    let after_break = after_ad.clone().ad_break_complete();
    let after_chapter = after_break.clone().chapter_skip();
    for scenario in [
        started,
        playing,
        in_chapter,
        in_break,
        in_ad,
        paused,
        after_ad,
        after_break,
        after_chapter,
    ] {
        assert_reopens_alike(scenario);
    }
}

#[test]
fn a_session_lost_while_it_is_restored_is_opened_again() {
    let mut recorder = Scenario::new().playing().state("mute").online_and_sent();
    recorder.record(Event::ping(at(99))).unwrap();
    lose(&mut recorder, 404);
    assert!(matches!(respond(&mut recorder, &opened(1)), Outcome::Opened(_)));
    let restoring = recorder.queue().len() - 1;
    let mut lost = recorder.clone();
    for _ in 0..restoring {
        assert_eq!(respond(&mut recorder, &response(204)), Outcome::Arrived);
    }
    assert!(matches!(respond(&mut recorder, &response(400)), Outcome::SetAside { .. }));
    assert_eq!(recorder.queue().len(), 0);

    // A loss at any of them opens a new session in the same state.
    for _ in 0..restoring {
        let mut recorder = lost.clone();
        lose(&mut recorder, 410);
        assert_eq!(recorder.start().params.resume, Some(true));
        assert_eq!(recorder.queue().len(), restoring + 1);
        assert_eq!(respond(&mut lost, &response(204)), Outcome::Arrived);
    }
    // Once it has ended, nothing is left to open one for.
    let mut ended = recorder;
    ended.abandon(at(120)).unwrap();
    assert_eq!(respond(&mut ended, &response(404)), Outcome::Closed);
    assert!(ended.is_done());
}
