//! A recording that was cut off becomes a session, and the report says what was done.

use media_collection::lint::{Finding, Rule, Severity, lint};
use media_collection::{DownloadedSession, Event, EventBody, Policy, Repairs};

use super::{broken_rules, other, start};
use crate::fixtures::captures::{captured_batches, captured_sessions};
use crate::fixtures::{at, names};

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
    assert_eq!(repairs.adjusted, moved);
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
    let sessions = captured_sessions();
    for (capture, events) in &sessions {
        let starts = events.iter().filter(|event| event.event_name() == "sessionStart").count();
        assert_eq!(starts, 1, "{capture}");
        // Long sessions are pings for the most part.
        let ordinary = events.len() < 300;
        let cuts = (1..=events.len()).filter(|cut| ordinary || cut % 23 == 0);
        for cut in cuts {
            let (session, _) = repaired(&events[..cut]);
            let found = serious(&session.into_events());
            assert!(found.is_empty(), "{capture}, cut at {cut}: {found:?}");
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
    assert_eq!((repairs.dropped_after, repairs.adjusted), (4, 1));
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
        assert_eq!(broken_rules(&error.error.findings), [(0, rule)]);
        assert_eq!(error.value, events);
    }
}

#[test]
fn what_was_wrong_inside_stays_wrong_and_is_reported() {
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
