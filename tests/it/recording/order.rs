//! An event that needs something closed first: it is closed, or the event is refused.

use media_collection::error::RecordError;
use media_collection::lint::Rule;
use media_collection::recorder::Order;
use media_collection::{Event, EventType, Recorder};

use crate::fixtures::{ad_break, at, chapter, names, spot, start, state};
use crate::recorders::DownloadedRecorder;
use crate::scenario::Scenario;

/// A recorder that closes, as one does unless told otherwise.
fn closing(scenario: Scenario) -> DownloadedRecorder {
    let recorder = scenario.downloaded().with_order(Order::Close);
    assert_eq!(recorder.order(), Recorder::downloaded(start()).order());
    recorder
}

fn in_chapter() -> Scenario {
    Scenario::new().playing().chapter()
}

fn in_ad() -> Scenario {
    in_chapter().ad_break().ad()
}

#[test]
fn what_is_in_the_way_is_closed_and_reported() {
    use EventType::{AdBreakComplete, AdSkip, ChapterSkip};

    let next_break = || Event::ad_break_start(at(9), ad_break());
    let next_ad = || Event::ad_start(at(9), spot("next"));
    let cases: [(Scenario, Event, &[EventType]); 10] = [
        (in_ad(), next_ad(), &[AdSkip]),
        (in_ad(), Event::ad_break_complete(at(9)), &[AdSkip]),
        (in_ad(), next_break(), &[AdSkip, AdBreakComplete]),
        (in_ad().ad_complete(), next_break(), &[AdBreakComplete]),
        (in_ad(), Event::chapter_start(at(9), chapter(2)), &[ChapterSkip]),
        (in_ad(), Event::session_complete(at(9)), &[AdSkip, AdBreakComplete, ChapterSkip]),
        (in_ad(), Event::session_end(at(9)), &[AdSkip, AdBreakComplete, ChapterSkip]),
        (in_chapter(), Event::session_end(at(9)), &[ChapterSkip]),
        // Nothing is in the way.
        (in_chapter(), next_break(), &[]),
        (in_ad(), Event::pause_start(at(9)), &[]),
    ];
    for (scenario, event, closed) in cases {
        let before = scenario.events().len();
        let mut recorder = closing(scenario);
        assert_eq!(recorder.allows(&event), Ok(()));
        let name = event.event_name().to_owned();
        let recorded = recorder.record(event).unwrap();
        assert!(recorded.closed.event_types().eq(closed.iter().copied()), "{name}: {recorded:?}");
        assert_eq!(recorded.closed.is_empty(), closed.is_empty());

        // Each has a time of its own, and the event comes last.
        let added = &recorder.events()[before..];
        let expected = closed.iter().map(|event_type| event_type.as_str());
        assert_eq!(names(added), expected.chain([name.as_str()]).collect::<Vec<_>>());
        assert!(added.is_sorted_by(|one, other| one.player_time.ts < other.player_time.ts));
        assert_eq!(recorded.adjusted_by, closed.len() as i64);
        assert_eq!(recorded.player_time, added.last().unwrap().player_time);
    }
}

#[test]
fn the_same_events_are_refused_where_order_is_kept() {
    let cases = [
        (in_ad(), Event::ad_start(at(9), spot("next")), Rule::OneAd),
        (in_ad(), Event::ad_break_complete(at(9)), Rule::AdClosed),
        (in_ad(), Event::ad_break_start(at(9), ad_break()), Rule::OneBreak),
        (in_ad(), Event::chapter_start(at(9), chapter(2)), Rule::OneChapter),
        (in_ad(), Event::session_complete(at(9)), Rule::BreakClosed),
        (in_ad(), Event::session_end(at(9)), Rule::BreakClosed),
    ];
    for (scenario, event, rule) in cases {
        let mut recorder = scenario.downloaded();
        let before = recorder.clone();
        assert_eq!(recorder.allows(&event), Err(RecordError::Rule(rule)));
        let refused = recorder.record(event.clone()).unwrap_err();
        assert_eq!((refused.rule(), refused.value), (Some(rule), event));
        assert_eq!(recorder, before);
    }
}

/// What cannot be recorded closes nothing, either.
#[test]
fn what_closing_does_not_help_is_refused() {
    let muted = Scenario::new().state("mute").ad_break().ad();
    let cases = [
        (Scenario::new(), Event::ad_complete(at(9)), Rule::AdInBreak),
        (Scenario::new(), Event::ad_start(at(9), spot("next")), Rule::AdInBreak),
        (Scenario::new().ad_break(), Event::play(at(9)), Rule::NoPlaybackInBreak),
        (Scenario::new(), Event::chapter_skip(at(9)), Rule::CloseWhatIsOpen),
        (muted.clone(), Event::state_start(at(9), state("mute")), Rule::StateNotActive),
        (muted, start().into(), Rule::OneStart),
    ];
    for (scenario, event, rule) in cases {
        let mut recorder = closing(scenario);
        let before = recorder.clone();
        let refused = recorder.record(event).unwrap_err();
        assert_eq!(refused.rule(), Some(rule));
        assert_eq!(recorder, before);
    }
    let mut recorder = closing(in_ad());
    let mut endless = spot("endless");
    endless.length = f64::INFINITY;
    let before = recorder.clone();
    let refused = recorder.ad_start(at(9), endless).unwrap_err();
    assert!(matches!(refused.error, RecordError::Encode(_)), "{refused}");
    assert_eq!(recorder, before, "the open ad stays open");
}
