//! Downloaded sessions: what makes one, what is sent, and what becomes of a recording that was
//! cut off.

mod common;

use media_collection::{
    Call, Collector, DownloadedSession, Event, EventBody, Finding, InvalidSession, OnlineRecorder,
    PlayerTime, Policy, Recorder, Repairs, Rule, Session, SessionStart, Severity, Tolerant, lint,
};
use serde_json::Value;

fn at(second: i64) -> PlayerTime {
    PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000)
}

/// The start of a captured session, with the flag as given.
fn start(downloaded: Option<bool>) -> SessionStart {
    let (_, mut events) = common::captured_sessions().swap_remove(0);
    let mut value = serde_json::to_value(events.swap_remove(0)).unwrap();
    let params = value["params"].as_object_mut().unwrap();
    params.remove("media.downloaded");
    if let Some(flag) = downloaded {
        // A sender of another make may say anything.
        params.insert("media.downloaded".into(), flag.into());
    }
    let mut start: SessionStart = serde_json::from_value(value).unwrap();
    start.player_time = at(0);
    start
}

fn other() -> Event {
    let text = r#"{"eventType":"applause","playerTime":{"playhead":0,"ts":1}}"#;
    serde_json::from_str::<Tolerant<Event>>(text).unwrap().0
}

fn broken(error: &InvalidSession) -> Vec<(usize, Rule)> {
    error.findings.iter().map(|finding| (finding.event, finding.rule)).collect()
}

fn names(events: &[Event]) -> Vec<&str> {
    events.iter().map(Event::event_name).collect()
}

/// Captured batches, one a session, apart from the copies that a failing upload repeats.
fn captured_batches() -> Vec<(String, String)> {
    let requests = common::captured_requests().into_iter();
    let mut batches: Vec<_> = requests
        .filter(|request| request.raw.starts_with('['))
        .map(|request| (request.scenario, request.raw))
        .collect();
    batches.dedup();
    assert!(batches.len() > 35, "{}", batches.len());
    batches
}

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
        assert_eq!(broken(&error), rules);
        let sentence = error.to_string();
        assert!(rules.iter().all(|(_, rule)| sentence.contains(rule.name())), "{sentence}");
        assert_eq!(error.events, events);
        let error = Recorder::try_from(events.clone()).unwrap_err();
        assert_eq!(error.events, events);
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
        assert_eq!(broken(&error), [(1, Rule::AdInBreak), (3, Rule::CloseWhatIsOpen)]);
        assert_eq!(error.events, events);
    }
}

#[test]
fn a_recorder_goes_on_from_what_it_recorded() {
    for (_, raw) in captured_batches() {
        let mut events = Event::decode_batch(raw.as_bytes(), &Policy::strict()).unwrap();
        events.truncate(60);
        let mut recorder = Recorder::try_from(events.clone()).map_err(|error| broken(&error)).ok();
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
        let recorded = Recorder::downloaded(start(flag)).abandon(at(1));
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
    for (scenario, raw) in captured_batches() {
        let events = Event::decode_batch(raw.as_bytes(), &Policy::strict()).unwrap();
        let session = DownloadedSession::decode(raw.as_bytes(), &Policy::strict()).unwrap();
        assert_eq!(session.clone().into_events(), events, "{scenario}");
        assert_eq!(session.lint(), lint(&events));
        let written: Value = serde_json::from_slice(&session.encode().unwrap()).unwrap();
        assert!(common::same(&written, &serde_json::from_str(&raw).unwrap()), "{scenario}");
    }
}

fn serious(events: &[Event]) -> Vec<Finding> {
    let mut findings = lint(events);
    findings.retain(|finding| finding.severity() > Severity::Advice);
    findings
}

/// Repairs the events, and holds the report to what was done. They hold one start, at their head.
fn repaired(events: &[Event]) -> (DownloadedSession, Repairs) {
    let (session, repairs) = DownloadedSession::repair(events.to_vec()).unwrap();
    let all = session.clone().into_events();
    let added: Vec<_> = repairs.added.iter().map(|index| all[*index].event_name()).collect();
    let kept = all.iter().enumerate().filter(|(index, _)| !repairs.added.contains(index));
    let kept: Vec<_> = kept.map(|(_, event)| event).collect();
    assert_eq!(kept.len(), events.len(), "what was recorded stays");
    let mut moved = 0;
    for (kept, event) in kept.into_iter().zip(events).skip(1) {
        moved += usize::from(kept.player_time.ts > event.player_time.ts);
        let mut kept = kept.clone();
        kept.player_time.ts = event.player_time.ts;
        assert_eq!(kept, *event);
    }
    assert_eq!(repairs.moved, moved);
    let closing = ["adSkip", "adBreakComplete", "chapterSkip", "sessionEnd"];
    let in_order: Vec<_> = closing.into_iter().filter(|name| added.contains(name)).collect();
    assert_eq!(added, in_order);
    let mut ends = names(&all).into_iter().filter(|name| name.starts_with("session")).skip(1);
    assert!(ends.next().is_some(), "it has an end");

    let again = DownloadedSession::repair(all).unwrap();
    assert_eq!(again, (session.clone(), Repairs::default()), "a repaired session needs no repair");
    assert!(again.1.is_empty());
    (session, repairs)
}

#[test]
fn captured_sessions_that_are_cut_off_are_repaired() {
    let sessions = common::captured_sessions();
    for (scenario, events) in &sessions {
        let starts = events.iter().filter(|event| event.event_name() == "sessionStart").count();
        assert_eq!(starts, 1, "{scenario}");
        // Long sessions are pings for the most part.
        let ordinary = events.len() < 300;
        let cuts = (1..=events.len()).filter(|cut| ordinary || cut % 23 == 0);
        for cut in cuts {
            let (session, _) = repaired(&events[..cut]);
            let found = serious(&session.into_events());
            assert!(found.is_empty(), "{scenario}, cut at {cut}: {found:?}");
        }
    }
}

#[test]
fn a_faultless_session_needs_no_repair() {
    let ends: [&[Event]; 3] = [
        &[Event::session_complete(at(60))],
        &[Event::session_end(at(60))],
        &[Event::session_complete(at(60)), Event::session_end(at(61))],
    ];
    for end in ends {
        let mut events = vec![start(Some(true)).into(), Event::play(at(1))];
        events.extend_from_slice(end);
        let (session, repairs) = DownloadedSession::repair(events.clone()).unwrap();
        assert!(repairs.is_empty(), "{repairs:?}");
        assert_eq!(session.into_events(), events);
    }
}

#[test]
fn what_surrounds_a_session_is_dropped_and_counted() {
    let mut second = start(None);
    second.params.id = "another".into();
    let events = vec![
        Event::ping(at(-2)),
        other(),
        start(None).into(),
        Event::play(at(1)),
        second.clone().into(),
        Event::ping(at(1)),
        other(),
        Event::session_complete(at(60)),
        Event::ping(at(61)),
        Event::session_end(at(62)),
        Event::session_end(at(63)),
        second.into(),
        Event::play(at(64)),
    ];
    let (session, repairs) = DownloadedSession::repair(events).unwrap();
    let expected = ["sessionStart", "play", "ping", "sessionComplete", "sessionEnd"];
    assert_eq!(names(&session.clone().into_events()), expected);
    assert_eq!(session.start().params.id, start(None).params.id);
    assert_eq!((repairs.dropped_before, repairs.dropped_between), (2, 2));
    assert_eq!((repairs.dropped_after, repairs.moved), (4, 1));
    assert!(repairs.added.is_empty());
    assert_eq!(serious(&session.into_events()), []);
}

#[test]
fn without_a_start_nothing_is_repaired() {
    for (events, rule) in [
        (vec![], Rule::NotEmpty),
        (vec![Event::play(at(1)), Event::session_end(at(2))], Rule::StartFirst),
    ] {
        let error = DownloadedSession::repair(events.clone()).unwrap_err();
        assert_eq!(broken(&error), [(0, rule)]);
        assert_eq!(error.events, events);
    }
}

#[test]
fn what_was_wrong_inside_stays_wrong_and_is_told() {
    let events = vec![start(None).into(), Event::ad_complete(at(1)), Event::play(at(1))];
    let (session, repairs) = repaired(&events);
    let found = serious(&session.into_events());
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].rule, found[0].event), (Rule::AdInBreak, 1));
    assert_eq!(repairs.added, [3]);
}

/// The app was killed in an ad; the SDK made up an end when it was started again.
#[test]
fn a_killed_app_leaves_what_the_sdk_makes_of_it_and_what_it_forgets() {
    let mut batches = captured_batches().into_iter();
    let killed = batches.find(|(name, _)| name == "android-downloaded-app_killed_in_ad");
    let sent = Event::decode_batch(killed.unwrap().1.as_bytes(), &Policy::strict()).unwrap();
    let (made_up, kept) = sent.split_last().unwrap();
    assert!(matches!(made_up.body, EventBody::SessionEnd));

    let (session, repairs) = repaired(kept);
    let ours = session.into_events();
    assert_eq!(names(&ours[..kept.len()]), names(kept));
    // The SDK leaves ad and break open, and so loses them.
    assert_eq!(names(&ours[kept.len()..]), ["adSkip", "adBreakComplete", "sessionEnd"]);
    assert_eq!(repairs.added, [7, 8, 9]);
    let end = ours.last().unwrap();
    assert_eq!(end.body, made_up.body);
    assert_eq!(end.player_time.playhead, made_up.player_time.playhead);
    // It gives the same stamp to all; here three events of one call and three more come after.
    assert_eq!(end.player_time.ts, made_up.player_time.ts + 5);

    // What the SDK sent can be repaired too.
    let (session, repairs) = repaired(&sent);
    assert_eq!(names(&session.into_events()), names(&ours));
    assert_eq!(repairs.added, [7, 8]);
}

#[test]
fn a_start_without_a_usable_playhead_begins_at_zero() {
    let mut odd = start(None);
    odd.player_time.playhead = f64::NAN;
    let mut recorder = Recorder::downloaded(odd.clone());
    let recorded = recorder.play(PlayerTime::new(f64::INFINITY, 1_700_000_001_000)).unwrap();
    assert!(recorded.playhead_replaced);
    let session = recorder.finish(at(2));
    assert_eq!(session.start().player_time.playhead, 0.0);
    assert!(session.events()[0].player_time.playhead == 0.0 && session.encode().is_ok());

    assert_eq!(Session::online(odd.clone()).start().player_time.playhead, 0.0);
    assert_eq!(OnlineRecorder::new(odd).start().player_time.playhead, 0.0);

    // Players of live content give an infinite length: nothing can take its place.
    let mut endless = start(None);
    endless.params.length = f64::INFINITY;
    assert!(endless.check().is_err());
    let error = Recorder::downloaded(endless).abandon(at(1)).encode().unwrap_err();
    assert!(error.to_string().contains("/0/params/media.length"), "{error}");
}
