//! Sessions in short.
//!
//! `"start@0 play@0 ping@10 break@20#1 ad@20#1 ping@30/20 ad_complete@35/20 ... end@60"`: the event,
//! the second at which it happens, the playhead if it is another, and a number or name if the event
//! has one.

use media_collection::lint::{Finding, Linter, Rule, Window, lint};
use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, DownloadedSession, Event, PlayerTime,
    QoeData, StateEndParams, StateStartParams, StatesUpdateParams,
};

use crate::fixtures::{BEGAN, start};

/// The events of a session in short. An event at the second of the one before is a millisecond
/// later, unless its second begins with `=`.
pub fn told(session: &str) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for word in session.split_whitespace() {
        let mut next = event(&word.replace('=', ""));
        if let Some(last) = events.last()
            && next.player_time.ts <= last.player_time.ts
            && last.player_time.ts - next.player_time.ts < 50
            && !word.contains('=')
        {
            next.player_time.ts = last.player_time.ts + 1;
        }
        events.push(next);
    }
    events
}

/// Tells all sessions that do not break just these rules.
pub fn assert_named_alone(faces: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (expected, sessions) in faces {
        for session in *sessions {
            let found = broken(&told(session));
            if found != *expected {
                wrong.push(format!("{session}\n  {found:?} instead of {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[allow(clippy::cast_possible_truncation)]
fn event(word: &str) -> Event {
    let (name, rest) = word.split_once('@').expect("a second");
    let (rest, detail) = rest.split_once('#').unwrap_or((rest, "1"));
    let (second, playhead) = rest.split_once('/').unwrap_or((rest, rest));
    let second: f64 = second.parse().expect("a second");
    let playhead = playhead.parse().expect("a playhead");
    let at = PlayerTime::new(playhead, BEGAN + (second * 1_000.0).round() as i64);
    let number = || detail.parse::<i64>().expect("a number");
    match name {
        "start" => {
            let mut start = start();
            start.player_time = at;
            start.into()
        }
        "play" => Event::play(at),
        "ping" => Event::ping(at),
        "pause" => Event::pause_start(at),
        "buffer" => Event::buffer_start(at),
        "complete" => Event::session_complete(at),
        "end" => Event::session_end(at),
        "break" => Event::ad_break_start(at, AdBreakStartParams::new(number(), playhead)),
        "break_complete" => Event::ad_break_complete(at),
        "ad" => {
            let ad = AdStartParams::builder().id("spot").length(15.0).player_name("living-room");
            Event::ad_start(at, ad.pod_position(number()).build())
        }
        "ad_complete" => Event::ad_complete(at),
        "ad_skip" => Event::ad_skip(at),
        "chapter" => {
            let chapter = ChapterStartParams::builder().index(number()).offset(0.0);
            Event::chapter_start(at, chapter.length(60.0).build())
        }
        "chapter_complete" => Event::chapter_complete(at),
        "chapter_skip" => Event::chapter_skip(at),
        "state" => Event::state_start(at, StateStartParams::new(detail)),
        "state_end" => Event::state_end(at, StateEndParams::new(detail)),
        "states" => {
            let mut params = StatesUpdateParams::default();
            params.states_start = Some(vec![media_collection::State::new(detail)]);
            Event::states_update(at, params)
        }
        "error" => Event::error(at).with_qoe(QoeData::builder().error_id(detail).build()),
        "error_without_id" => Event::error(at),
        "bitrate" => Event::bitrate_change(at).with_qoe(QoeData::builder().bitrate(1).build()),
        "bitrate_without_value" => Event::bitrate_change(at),
        _ => panic!("{name} is not an event"),
    }
}

/// The rules that a session breaks, each once, by name. Whichever way it is linted, they are the
/// same.
pub fn broken(events: &[Event]) -> String {
    let findings = lint(events);
    let mut window = Window::new();
    let mut linter = Linter::new();
    let mut through_window = Vec::new();
    for event in events {
        window.push(event, |arrived| linter.arrived(&arrived, |found| through_window.push(found)));
    }
    window.flush(|arrived| linter.arrived(&arrived, |found| through_window.push(found)));
    linter.finish(|found| through_window.push(found));
    through_window.sort_by_key(|finding| finding.event);
    assert_eq!(through_window, findings);
    if let Ok(session) = DownloadedSession::try_from(events.to_vec()) {
        assert_eq!(session.lint(), findings);
    }
    names(&findings)
}

/// Each rule once, in the order of the events.
pub fn names(findings: &[Finding]) -> String {
    let mut rules: Vec<Rule> = Vec::new();
    for finding in findings {
        if !rules.contains(&finding.rule) {
            rules.push(finding.rule);
        }
    }
    rules.iter().map(|rule| rule.name()).collect::<Vec<_>>().join(" ")
}
