//! The traits of the places, held to the rules at run time.

use std::marker::PhantomData;

use media_collection::places::{
    CanCloseAd, CanCloseChapter, CanCompleteAdBreak, CanEnd, CanEndChapter, CanPlay, CanStartAd,
    CanStartAdBreak, CanStartChapter, Content, InAd, InAdBreak, InChapter, NoChapter,
};
use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, Event, PlayerTime, QoeData, Recorder,
    Rule, SessionStart, State, StateEndParams, StateStartParams, StatesUpdateParams,
};
use quickcheck::{Arbitrary as _, Gen};

use super::typed::{self, Group, Outcome};

/// Whether the type has the trait: the constant of the type itself, which is there only with the
/// trait, goes before the one that every type has.
macro_rules! has {
    ($place:ty: $capability:path) => {{
        #[allow(dead_code)]
        struct Asked<T>(PhantomData<T>);
        #[allow(dead_code)]
        trait Otherwise {
            const HAS: bool = false;
        }
        impl<T> Otherwise for Asked<T> {}
        #[allow(dead_code)]
        impl<T: $capability> Asked<T> {
            const HAS: bool = true;
        }
        <Asked<$place>>::HAS
    }};
}

/// The groups of calls that compile with regard to ads and chapters.
macro_rules! compiles {
    ($place:ty, $chapter:ty) => {
        vec![
            (Group::Anywhere, true),
            (Group::Playback, has!($place: CanPlay)),
            (Group::AdBreakStart, has!($place: CanStartAdBreak)),
            (Group::AdBreakComplete, has!($place: CanCompleteAdBreak)),
            (Group::AdStart, has!($place: CanStartAd)),
            (Group::AdClose, has!($place: CanCloseAd)),
            (Group::ChapterStart, has!($chapter: CanStartChapter)),
            (Group::ChapterClose, has!($chapter: CanCloseChapter)),
            (Group::End, has!($place: CanEnd) && has!($chapter: CanEndChapter)),
            (Group::None, false),
        ]
    };
}

fn at(second: i64) -> PlayerTime {
    PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000)
}

/// Every event there is, each as it would be legal somewhere.
fn every_event(source: &mut Gen) -> Vec<Event> {
    let at = at(90);
    let swap = StatesUpdateParams::builder()
        .states_end(vec![State::new("mute")])
        .states_start(vec![State::new("inFocus")]);
    vec![
        Event::play(at),
        Event::ping(at),
        Event::pause_start(at),
        Event::buffer_start(at),
        Event::bitrate_change(at).with_qoe(QoeData::arbitrary(source)),
        Event::error(at).with_qoe(QoeData::arbitrary(source)),
        Event::ad_break_start(at, AdBreakStartParams::arbitrary(source)),
        Event::ad_break_complete(at),
        Event::ad_start(at, AdStartParams::arbitrary(source)),
        Event::ad_complete(at),
        Event::ad_skip(at),
        Event::chapter_start(at, ChapterStartParams::arbitrary(source)),
        Event::chapter_complete(at),
        Event::chapter_skip(at),
        Event::state_start(at, StateStartParams::new("fullScreen")),
        Event::state_end(at, StateEndParams::new("mute")),
        Event::states_update(at, swap.build()),
        Event::session_complete(at),
        Event::session_end(at),
        SessionStart::arbitrary(source).into(),
    ]
}

#[test]
fn the_compiler_and_the_rules_agree_at_each_of_the_six_places() {
    let source = &mut Gen::new(20);
    let mut content = Recorder::downloaded(SessionStart::arbitrary(source));
    content.state_start(at(1), StateStartParams::new("mute")).unwrap();
    let mut chapter = content.clone();
    chapter.chapter_start(at(2), ChapterStartParams::arbitrary(source)).unwrap();
    let mut places = Vec::new();
    for (recorder, in_chapter) in [(content, false), (chapter, true)] {
        let mut ad_break = recorder.clone();
        ad_break.ad_break_start(at(3), AdBreakStartParams::arbitrary(source)).unwrap();
        let mut ad = ad_break.clone();
        ad.ad_start(at(4), AdStartParams::arbitrary(source)).unwrap();
        places.extend(if in_chapter {
            [
                (recorder, compiles!(Content, InChapter)),
                (ad_break, compiles!(InAdBreak, InChapter)),
                (ad, compiles!(InAd, InChapter)),
            ]
        } else {
            [
                (recorder, compiles!(Content, NoChapter)),
                (ad_break, compiles!(InAdBreak, NoChapter)),
                (ad, compiles!(InAd, NoChapter)),
            ]
        });
    }

    let events = every_event(source);
    assert_eq!(events.len(), 20);
    for (recorder, compiles) in places {
        for event in &events {
            let group = typed::group(event);
            let compiles = compiles.iter().any(|(known, compiles)| *known == group && *compiles);
            let allowed = recorder.allows(event);
            let what = format!("{} after {:?}", event.event_name(), recorder.events().last());
            // The one thing in which the compiler asks for more: an open chapter does no harm.
            let chapter_left_open = group == Group::End
                && recorder.chapter_is_open()
                && !recorder.ad_break_is_open()
                && Rule::ChapterClosed.severity() < media_collection::Severity::SilentLoss;
            assert_eq!(compiles || chapter_left_open, allowed.is_ok(), "{what}: {allowed:?}");

            // The test's own table of calls, which compiles, has no gap.
            let called = !matches!(typed::call(recorder.clone(), event), Outcome::NoCall);
            assert_eq!(called, compiles, "{what}");
        }
    }
}
