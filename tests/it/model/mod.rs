//! Random steps through the recorders, the typed builder and a plain model of the rules: all
//! agree on what is refused and why, and what they let through is worth sending.

mod reference;
mod step;
mod type_state;
mod typed;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use media_collection::error::RecordError;
use media_collection::lint::{Rule, Severity, lint};
use media_collection::recorder::Order;
use media_collection::{DownloadedSession, Event, EventType, PlayerTime, Policy};
use quickcheck::{Arbitrary, Gen};
use serde_json::Value;

use crate::fixtures::collector::{Server, assert_nothing_lost, marked};
use crate::fixtures::names;
use crate::fixtures::random::random;
use crate::fixtures::validator::Schemas;
use crate::recorders::{self, ABANDONED, Ends as _, FINISHED, OnlineRecorder, restarted};
use reference::Reference;
use step::Steps;
use typed::Outcome;

/// A failed assertion is a counterexample, and is made smaller.
fn always(tests: u64, property: fn(Steps)) {
    random(60, tests).quickcheck(property);
}

static SCHEMAS: LazyLock<Schemas> = LazyLock::new(Schemas::load);

/// What is worth sending: nothing in it is refused or lost, and it is read back as it was.
fn assert_good(session: &DownloadedSession, extra: bool) {
    let events = session.clone().into_events();
    assert_no_loss(&events);
    let body = session.encode().unwrap();
    let policy = if extra { Policy::tolerant() } else { Policy::strict() };
    assert_eq!(DownloadedSession::decode(&body, &policy).as_ref(), Ok(session));
    let values: Vec<Value> = serde_json::from_slice(&body).unwrap();
    assert_eq!(values[0]["params"]["media.downloaded"], true);
    if !extra {
        for value in &values {
            assert!(SCHEMAS.is_valid(value), "{:?}: {value}", SCHEMAS.places(value));
        }
    }
}

fn assert_no_loss(events: &[Event]) {
    let bad: Vec<_> =
        lint(events).into_iter().filter(|found| found.severity() > Severity::Advice).collect();
    assert!(bad.is_empty(), "{bad:?}");
    let forward = events.windows(2).all(|pair| pair[0].player_time.ts < pair[1].player_time.ts);
    assert!(forward, "timestamps do not strictly increase");
}

#[test]
fn the_recorder_agrees_with_the_reference() {
    fn property(steps: Steps) {
        let mut recorder = recorders::downloaded(steps.start.clone());
        let mut reference = Reference::new(steps.start.player_time);
        for event in steps.events() {
            let before = recorder.clone();
            let allowed = recorder.allows(&event);
            assert_eq!(recorder, before);
            let expected = reference.record(event.clone());
            match recorder.record(event.clone()) {
                Ok(recorded) => {
                    assert_eq!(expected, Ok(()));
                    assert_eq!(allowed, Ok(()));
                    let last = reference.history.last().unwrap().player_time;
                    assert_eq!(recorded.player_time, last);
                    assert_eq!(recorder.last(), last);
                    assert_eq!(recorded.adjusted_by, last.ts - event.player_time.ts);
                    let replaced = !event.player_time.playhead.is_finite();
                    assert_eq!(recorded.playhead_replaced, replaced);
                }
                Err(refused) => {
                    let rule = refused.rule().unwrap();
                    assert_eq!(expected, Err(rule.name()));
                    assert_eq!(allowed, Err(RecordError::Rule(rule)));
                    assert_eq!(recorder, before);
                    // Playheads may be no number, which is not equal to itself.
                    let back = refused.value;
                    assert_eq!(format!("{back:?}"), format!("{event:?}"));
                }
            }
            assert_eq!(recorder.ad_break_is_open(), reference.in_break());
            assert_eq!(recorder.ad_is_open(), reference.in_ad());
            assert_eq!(recorder.chapter_is_open(), reference.in_chapter());
            let states = reference.states();
            let mut active: Vec<_> = states.iter().filter(|(_, active)| *active).collect();
            active.sort();
            let active: Vec<_> = active.into_iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!(recorder.active_states().collect::<Vec<_>>(), active);
        }
        assert_eq!(recorder.events(), reference.history);
        assert_eq!(recorder.has_ended(), reference.has_ended());

        let at = PlayerTime::new(f64::NAN, 0);
        for (session, last) in
            [(recorder.clone().finished(at), FINISHED), (recorder.clone().abandoned(at), ABANDONED)]
        {
            assert_good(&session, steps.extra);
            let (kept, added) = session.events().split_at(reference.history.len());
            assert_eq!(kept, reference.history);
            assert_eq!(names(added), reference.closing(last));
        }
    }
    always(400, property);
}

#[test]
fn a_recorder_that_closes_agrees_with_the_reference() {
    fn property(steps: Steps) {
        let mut recorder = recorders::downloaded(steps.start.clone()).with_order(Order::Close);
        let mut reference = Reference::new(steps.start.player_time);
        for event in steps.events() {
            let (before, count) = (recorder.clone(), reference.history.len());
            match (recorder.record(event.clone()), reference.record_closing(event)) {
                (Ok(recorded), Ok(())) => {
                    let added = &reference.history[count..];
                    let closed = recorded.closed.event_types().map(EventType::as_str);
                    assert_eq!(names(&added[..added.len() - 1]), closed.collect::<Vec<_>>());
                    assert_eq!(recorded.player_time, added.last().unwrap().player_time);
                }
                (Err(refused), Err(rule)) => {
                    assert_eq!(refused.rule().unwrap().name(), rule);
                    assert_eq!(recorder, before);
                }
                (done, expected) => panic!("{done:?} where {expected:?} was expected"),
            }
        }
        assert_eq!(recorder.events(), reference.history);
        assert_good(&recorder.finished(PlayerTime::new(60.0, 0)), steps.extra);
    }
    always(400, property);
}

#[test]
fn the_online_recorder_agrees_with_the_reference() {
    fn property(steps: Steps) {
        let mut recorder = recorders::online(steps.start.clone());
        let mut reference = Reference::new(steps.start.player_time);
        for event in steps.events() {
            let before = recorder.clone();
            match (recorder.record(event.clone()), reference.record(event)) {
                (Ok(_), Ok(())) => {}
                (Err(refused), Err(rule)) => {
                    assert_eq!(refused.rule().unwrap().name(), rule);
                    assert_eq!(recorder, before);
                }
                (done, expected) => panic!("{done:?} where {expected:?} was expected"),
            }
        }
        assert!(recorder.queue().eq(&reference.history));

        let at = PlayerTime::new(f64::INFINITY, 0);
        for (recorder, last) in
            [(recorder.clone().finished(at), FINISHED), (recorder.clone().abandoned(at), ABANDONED)]
        {
            let mut events = vec![Event::from(recorder.start().clone())];
            events.extend(recorder.queue().cloned());
            assert_no_loss(&events);
            let added = &names(&events)[reference.history.len() + 1..];
            assert_eq!(added, reference.closing(last));
            assert_eq!(names(&events).last(), Some(&"sessionEnd"));
        }
    }
    always(300, property);
}

#[test]
fn the_typed_builder_agrees_with_the_recorder() {
    fn property(mut steps: Steps) {
        // A builder has no way to give an event such members; the start keeps its own.
        let extra = std::mem::take(&mut steps.extra);
        let mut recorder = recorders::downloaded(steps.start.clone());
        for event in steps.events() {
            let allowed = recorder.allows(&event);
            let ends = typed::group(&event) == typed::Group::End;
            match typed::call(recorder.clone(), &event) {
                Outcome::At(typed) => {
                    recorder.record(event).unwrap();
                    assert_eq!(typed, recorder);
                }
                Outcome::Ended(session) => {
                    recorder.record(event).unwrap();
                    assert_eq!(session, DownloadedSession::from(recorder));
                    assert_good(&session, extra);
                    return;
                }
                Outcome::Refused(rule) => assert_eq!(allowed, Err(RecordError::Rule(rule))),
                // The builder asks for an open chapter to be closed before the end; to the
                // recorder that is advice.
                Outcome::NoCall if ends && allowed == Ok(()) => {
                    assert!(recorder.chapter_is_open() && !recorder.ad_break_is_open());
                }
                Outcome::NoCall => assert!(allowed.is_err(), "{event:?}"),
            }
        }
    }
    always(400, property);
}

#[test]
fn recorders_survive_a_restart_at_every_step() {
    fn property(steps: Steps) {
        let mut recorder = recorders::downloaded(steps.start.clone());
        let mut online = recorders::online(steps.start.clone());
        for event in steps.events() {
            let _ = recorder.record(event.clone());
            let _ = online.record(event);
            let text = serde_json::to_string(&recorder).unwrap();
            recorder = assert_same(&recorder, &text);
            let text = serde_json::to_string(&online).unwrap();
            online = assert_same(&online, &text);
        }
    }
    fn assert_same<T>(value: &T, text: &str) -> T
    where
        T: serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
    {
        let read: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(&read, value);
        read
    }
    always(60, property);
}

fn closes(event: &Event) -> bool {
    let name = event.event_name();
    name.starts_with("session") || name.ends_with("Complete") || name.ends_with("Skip")
}

#[test]
fn nothing_recorded_is_lost_whatever_the_collector_does() {
    fn property(steps: Steps, responses: Vec<u8>) {
        let mut times = 0;
        let is_ending = Cell::new(false);
        let mut server = Server::new(|asked| {
            let response = responses.get(times).map_or(0, |response| response % 10);
            times += 1;
            match response {
                // There is nothing to go on with after a loss of what only closes and ends.
                8 | 9 if is_ending.get() && closes(&asked.event) => Some(503),
                8 => Some(404),
                9 => Some(410),
                7 => Some(500),
                6 => None,
                _ => Some(204),
            }
        });
        let mut recorder = recorders::online(steps.start.clone());
        let mut recorded = Vec::new();
        let mut record = |recorder: &mut OnlineRecorder, event: Event| {
            let event = marked(event, recorded.len());
            if recorder.record(event.clone()).is_ok() {
                is_ending.set(is_ending.get() || event.event_name().starts_with("session"));
                recorded.push(event);
            }
        };
        for (index, event) in steps.events().into_iter().enumerate() {
            record(&mut recorder, event);
            // Now and then the network is there.
            if index % 3 == 0 {
                server.drain(&mut recorder, restarted);
            }
        }
        let at = PlayerTime::new(60.0, 0);
        if recorder.ad_is_open() {
            record(&mut recorder, Event::ad_skip(at));
        }
        if recorder.ad_break_is_open() {
            record(&mut recorder, Event::ad_break_complete(at));
        }
        record(&mut recorder, Event::session_end(at));
        server.drain(&mut recorder, restarted);
        assert!(recorder.is_done());
        assert_nothing_lost(&server.sessions, &recorded);
    }
    let test: fn(Steps, Vec<u8>) = property;
    random(60, 200).quickcheck(test);
}

/// The properties above say little if all steps are legal, or none.
#[test]
fn the_steps_are_a_good_mixture() {
    let mut source = Gen::new(60);
    let (mut accepted, mut all) = (0, 0);
    let mut refused: BTreeMap<Rule, usize> = BTreeMap::new();
    for _ in 0..600 {
        let steps = Steps::arbitrary(&mut source);
        let mut recorder = recorders::downloaded(steps.start.clone());
        for event in steps.events() {
            all += 1;
            match recorder.record(event) {
                Ok(_) => accepted += 1,
                Err(error) => *refused.entry(error.rule().unwrap()).or_default() += 1,
            }
        }
    }
    assert!(accepted * 10 > all * 4, "{accepted} of {all}");
    // Those of the whole session, and of time, no recorder can break.
    let rules = Rule::ALL.iter().filter(|rule| rule.severity() == Severity::SilentLoss);
    for rule in rules.filter(|rule| **rule != Rule::TimeMovesForward) {
        assert!(refused.contains_key(rule), "{rule} was never broken: {refused:?}");
    }
    assert!(refused.contains_key(&Rule::OneStart) && refused.contains_key(&Rule::KnownEvent));
}
