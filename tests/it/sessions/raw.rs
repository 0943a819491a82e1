//! Sessions as they were given, and recording without any rule.

use media_collection::error::Returned;
use media_collection::lint::Rule;
use media_collection::recorder::{NextRequest, Outcome, StopReason, Verbatim};
use media_collection::{
    Call, DownloadedSession, Event, PlayerTime, Policy, RawSession, SessionId, Tolerant,
};
use serde_json::Value;

use crate::fixtures::{ad_break, at, collector, names, opened, response, spot, start};

fn unknown(at: PlayerTime) -> Event {
    let text = r#"{"eventType":"applause","playerTime":{"playhead":0,"ts":1},"params":{"loud":1}}"#;
    let Tolerant(mut event) = serde_json::from_str::<Tolerant<Event>>(text).unwrap();
    event.player_time = at;
    event
}

/// Everything that another recorder would refuse, close or adjust.
fn odd_events() -> Vec<Event> {
    vec![
        Event::ad_complete(at(5)),
        Event::play(at(5)),
        Event::play(at(-3)),
        Event::ad_start(at(6), spot("one")),
        Event::ad_break_start(at(6), ad_break()),
        Event::ad_break_start(PlayerTime::new(0.0, i64::MAX), ad_break()),
        start().into(),
        unknown(at(7)),
        Event::session_end(at(8)),
        Event::ping(PlayerTime::new(-4.5, 0)),
        Event::session_complete(at(8)),
    ]
}

#[test]
fn everything_is_recorded_as_it_is() {
    let mut recorder = Verbatim::downloaded(start());
    for event in odd_events() {
        recorder.record(event).unwrap();
    }
    assert_eq!(recorder.events(), odd_events());
    assert_eq!(recorder.start(), &start());
    recorder.start_mut().params.channel = "news".to_owned();
    let session = recorder.into_session();
    assert_eq!(session.len(), odd_events().len() + 1);
    assert_eq!(session.events()[1..], odd_events());

    // Nothing is added, not even the downloaded flag.
    let text = session.encode().unwrap();
    let values: Vec<Value> = serde_json::from_slice(&text).unwrap();
    assert_eq!(values[0]["params"].get("media.downloaded"), None);
    assert_eq!(values[0]["params"]["media.channel"], "news");
    let read = Event::decode_batch(&text, &Policy::tolerant()).unwrap();
    assert_eq!(read, session.events());

    let rules: Vec<_> = session.lint().iter().map(|finding| finding.rule).collect();
    for rule in [Rule::AdInBreak, Rule::TimesDiffer, Rule::OneStart, Rule::NothingAfterEnd] {
        assert!(rules.contains(&rule), "{rule}: {rules:?}");
    }
    let request = collector().upload_raw(&session).unwrap();
    assert_eq!((request.uri().path(), request.body()), ("/api/v1/downloaded", &text));
    assert_eq!(Call::upload_raw(&session).unwrap().body(), text);
    assert_eq!(Call::upload_raw_legacy(&session).unwrap().path(), "/api/v1/sessions");
}

#[test]
fn a_playhead_that_is_no_number_is_written_as_null() {
    for playhead in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let lost = PlayerTime::new(playhead, 1_700_000_000_000);
        let mut first = start();
        first.player_time = lost;
        // A name that looks like what is replaced.
        let name = r#""playerTime":{"playhead":0"#;
        let mut recorder = Verbatim::downloaded(first);
        recorder.record(Event::ad_start(lost, spot(name))).unwrap();
        recorder.record(Event::ping(at(1))).unwrap();
        let session = recorder.into_session();
        let values: Vec<Value> = serde_json::from_slice(&session.encode().unwrap()).unwrap();
        for lost in &values[..2] {
            assert_eq!(lost["playerTime"]["playhead"], Value::Null);
            assert_eq!(lost["playerTime"]["ts"], 1_700_000_000_000_i64);
        }
        assert_eq!(values[1]["params"]["media.ad.id"], name);
        assert_eq!(values[2]["playerTime"]["playhead"], 1);

        let id: SessionId = "3f2a".parse().unwrap();
        let call = Call::raw_event(&id, &session.events()[1]).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(call.body()).unwrap(), values[1]);
        assert!(Call::event(&id, &session.events()[1]).is_err());
        assert!(Call::raw_event(&id, &start().into()).is_ok(), "as it is");

        let Returned { value, error } = DownloadedSession::try_from(session).unwrap_err();
        let lost: Vec<_> = error.findings.iter().map(|finding| finding.event).collect();
        assert_eq!((lost, value.len()), (vec![0, 1], 3));
    }
}

#[test]
fn other_numbers_that_json_does_not_have_are_an_error_with_their_place() {
    let mut endless = spot("endless");
    endless.length = f64::INFINITY;
    let session = RawSession::from(vec![start().into(), Event::ad_start(at(1), endless)]);
    let error = session.encode().unwrap_err();
    assert_eq!(error.violations.iter().next().unwrap().pointer, "/1/params/media.ad.length");
}

#[test]
fn a_raw_session_that_the_back_end_would_take_becomes_a_downloaded_one() {
    let events = vec![start().into(), unknown(at(1)), Event::play(at(2))];
    let session = DownloadedSession::try_from(RawSession::from(events.clone())).unwrap();
    assert_eq!(names(session.events()), ["applause", "play"]);
    assert_eq!(session.start().params.downloaded(), Some(true));
    assert_eq!(RawSession::from(session).events()[1..], events[1..]);

    let late = vec![Event::play(at(1)), start().into()];
    let refused = DownloadedSession::try_from(RawSession::from(late.clone())).unwrap_err();
    assert_eq!(refused.value.events(), late);
    assert!(RawSession::default().is_empty());
}

#[test]
fn a_relay_keeps_unknown_events() {
    let events = vec![start().into(), unknown(at(1)), Event::play(at(2))];
    let refused = DownloadedSession::try_from(events.clone()).unwrap_err();
    let session = DownloadedSession::try_from(Tolerant(refused.value)).unwrap();
    assert_eq!(session.events(), &events[1..]);
    let policy = Policy::tolerant();
    let read = DownloadedSession::decode(&session.encode().unwrap(), &policy).unwrap();
    assert_eq!(read, session);

    let invalid = Tolerant(vec![Event::play(at(1))]);
    let refused = DownloadedSession::try_from(invalid.clone()).unwrap_err();
    assert_eq!(refused.value, invalid);
    assert_eq!(refused.error.findings[0].rule, Rule::StartFirst);
}

#[test]
fn an_online_session_is_reported_as_it_is() {
    let mut first = start();
    first.player_time.playhead = f64::NAN;
    let mut recorder = Verbatim::online(first);
    let mut events = odd_events();
    events.push(Event::ping(PlayerTime::new(f64::INFINITY, 3)));
    for event in &events {
        recorder.record(event.clone()).unwrap();
    }
    assert!(recorder.has_ended());
    let mut bodies = Vec::<Value>::new();
    while let NextRequest::Send(outgoing) = recorder.next_request(0).unwrap() {
        bodies.push(serde_json::from_slice(outgoing.call.body()).unwrap());
        let created = outgoing.call.path() == "/api/v1/sessions";
        let response = if created { opened(1) } else { response(204) };
        let outcome = recorder.responded(outgoing.ticket, &response, 0, 0.5);
        assert!(matches!(outcome, Outcome::Opened(_) | Outcome::Arrived), "{outcome:?}");
    }
    assert!(recorder.is_done());
    assert_eq!(bodies[0]["playerTime"]["playhead"], Value::Null);
    let raw = RawSession::from(events).encode().unwrap();
    let expected: Vec<Value> = serde_json::from_slice(&raw).unwrap();
    assert_eq!(bodies[1..], expected);
}

#[test]
fn a_verbatim_recorder_that_stopped_goes_on() {
    let mut recorder = Verbatim::online(start());
    recorder.record(Event::play(at(1))).unwrap();
    let NextRequest::Send(first) = recorder.next_request(0).unwrap() else { panic!("not due") };
    let rejected = recorder.responded(first.ticket, &response(400), 0, 0.5);
    assert!(matches!(rejected, Outcome::Stopped { .. }), "{rejected:?}");
    let stopped = NextRequest::Stopped(StopReason::StartRejected);
    assert_eq!(recorder.next_request(0).unwrap(), stopped);
    recorder.try_again();
    let NextRequest::Send(again) = recorder.next_request(0).unwrap() else { panic!("stopped") };
    let _ = recorder.not_sent(again.ticket, 0, 0.5);
    assert!(matches!(recorder.next_request(0).unwrap(), NextRequest::Wait { .. }));
    recorder.hurry();
    let NextRequest::Send(again) = recorder.next_request(0).unwrap() else { panic!("not due") };
    let opened = recorder.responded(again.ticket, &opened(0), 0, 0.5);
    assert!(matches!(opened, Outcome::Opened(_)), "{opened:?}");
}
