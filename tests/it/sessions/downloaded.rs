//! What makes a downloaded session, what a recorder goes on from, and what is sent.

use media_collection::lint::{Rule, lint};
use media_collection::{
    Call, Collector, DownloadedSession, Event, PlayerTime, Policy, Recorder, Session,
};
use serde_json::Value;

use super::{broken_rules, other, start};
use crate::fixtures::captures::captured_batches;
use crate::fixtures::{at, collector, names, same};
use crate::recorders::{self, Ends as _};

#[test]
fn every_broken_rule_is_listed_and_the_events_come_back() {
    let opens = || Event::from(start(None));
    let play = || Event::play(at(1));
    let cases = [
        (vec![], vec![(0, Rule::NotEmpty)]),
        (vec![play()], vec![(0, Rule::StartFirst)]),
        (vec![opens(), play(), opens()], vec![(2, Rule::OneStart)]),
        (
            vec![opens(), other(), play(), other()],
            vec![(1, Rule::KnownEvent), (3, Rule::KnownEvent)],
        ),
        (vec![other()], vec![(0, Rule::StartFirst), (0, Rule::KnownEvent)]),
        (
            vec![play(), opens(), other(), opens()],
            vec![
                (0, Rule::StartFirst),
                (1, Rule::OneStart),
                (2, Rule::KnownEvent),
                (3, Rule::OneStart),
            ],
        ),
    ];
    for (events, rules) in cases {
        let error = DownloadedSession::try_from(events.clone()).unwrap_err();
        assert_eq!(broken_rules(&error.error.findings), rules);
        let sentence = error.to_string();
        assert!(rules.iter().all(|(_, rule)| sentence.contains(rule.name())), "{sentence}");
        assert_eq!(error.value, events);
        let error = Recorder::try_from(events.clone()).unwrap_err();
        assert_eq!(error.value, events);
    }
}

#[test]
fn a_recorder_takes_no_list_that_it_would_not_have_recorded() {
    for flag in [None, Some(false), Some(true)] {
        let events = vec![
            start(flag).into(),
            Event::ad_complete(at(1)),
            Event::play(at(2)),
            Event::chapter_skip(at(3)),
        ];
        // What the back end would ignore is no reason to refuse a session, but to go on with it.
        assert!(DownloadedSession::try_from(events.clone()).is_ok());
        let error = Recorder::try_from(events.clone()).unwrap_err();
        assert_eq!(
            broken_rules(&error.error.findings),
            [(1, Rule::AdInBreak), (3, Rule::CloseWhatIsOpen)]
        );
        assert_eq!(error.value, events);
    }
}

#[test]
fn a_recorder_goes_on_from_what_it_recorded() {
    for (_, raw) in captured_batches() {
        let mut events = Event::decode_batch(raw.as_bytes(), &Policy::strict()).unwrap();
        events.truncate(60);
        let mut recorder = Recorder::try_from(events.clone())
            .map_err(|error| broken_rules(&error.error.findings))
            .ok();
        if let Some(recorder) = &mut recorder {
            let session = DownloadedSession::from(recorder.clone());
            assert_eq!(names(&session.clone().into_events()), names(&events));
            assert_eq!(Recorder::try_from(session.into_events()).as_ref(), Ok(&*recorder));
        }
    }
}

#[test]
fn the_flag_follows_from_where_the_session_goes() {
    let collector = Collector::new("collector.example.com/va").unwrap();
    for flag in [None, Some(false), Some(true)] {
        let events = vec![start(flag).into(), Event::play(at(1)), Event::session_end(at(2))];
        let session = DownloadedSession::try_from(events).unwrap();
        assert_eq!(session.start().params.downloaded(), Some(true));
        let recorded = recorders::downloaded(start(flag)).abandoned(at(1));
        let (repaired, _) = DownloadedSession::repair(vec![start(flag).into()]).unwrap();
        for session in [&session, &recorded, &repaired] {
            let written = session.encode().unwrap();
            assert_eq!(serde_json::to_vec(&session).unwrap(), written);
            let body: Value = serde_json::from_slice(&written).unwrap();
            assert_eq!(body[0]["params"]["media.downloaded"], true);
            assert_eq!(body.as_array().unwrap().len(), session.len());

            let call = Call::upload(session).unwrap();
            assert_eq!(call.path(), "/api/v1/downloaded");
            let legacy = Call::upload_legacy(session).unwrap();
            assert_eq!((legacy.path(), legacy.body()), ("/api/v1/sessions", call.body()));
            assert_eq!(legacy.method(), call.method());
            let request = collector.upload(session).unwrap();
            assert_eq!(request.uri().path(), "/va/api/v1/downloaded");
            let request = collector.upload_legacy(session).unwrap();
            assert_eq!(request.uri().path(), "/va/api/v1/sessions");
            assert_eq!(request.body(), call.body());
            assert_eq!(request.headers()["content-type"], "application/json");
        }
        // A single start to the same endpoint opens an online session, and must not say it.
        let online: Value =
            serde_json::from_slice(Call::start(&start(flag)).unwrap().body()).unwrap();
        assert_ne!(online["params"].get("media.downloaded"), Some(&Value::Bool(true)));
    }
}

#[test]
fn a_captured_batch_is_read_as_its_events() {
    for (capture, raw) in captured_batches() {
        let events = Event::decode_batch(raw.as_bytes(), &Policy::strict()).unwrap();
        let session = DownloadedSession::decode(raw.as_bytes(), &Policy::strict()).unwrap();
        assert_eq!(session.clone().into_events(), events, "{capture}");
        assert_eq!(session.lint(), lint(&events));
        let written: Value = serde_json::from_slice(&session.encode().unwrap()).unwrap();
        assert!(same(&written, &serde_json::from_str(&raw).unwrap()), "{capture}");
    }
}

#[test]
fn a_start_without_a_usable_playhead_begins_at_zero() {
    let mut odd = start(None);
    odd.player_time.playhead = f64::NAN;
    let mut recorder = recorders::downloaded(odd.clone());
    let recorded = recorder.play(PlayerTime::new(f64::INFINITY, 1_700_000_001_000)).unwrap();
    assert!(recorded.playhead_replaced);
    let session = recorder.finished(at(2));
    assert_eq!(session.start().player_time.playhead, 0.0);
    assert!(session.events()[0].player_time.playhead == 0.0 && session.encode().is_ok());

    assert_eq!(Session::online(odd.clone(), collector()).start().player_time.playhead, 0.0);
    assert_eq!(recorders::online(odd).start().player_time.playhead, 0.0);

    // Players of live content give an infinite length: nothing can take its place.
    let mut endless = start(None);
    endless.params.length = f64::INFINITY;
    assert!(endless.check().is_err());
    let error = recorders::downloaded(endless).abandoned(at(1)).encode().unwrap_err();
    assert!(error.to_string().contains("/0/params/media.length"), "{error}");
}
