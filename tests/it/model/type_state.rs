//! The traits of the states, held to the rules at run time.

use std::marker::PhantomData;

use media_collection::lint::{Rule, Severity};
use media_collection::typed::state::{
    CanCloseAd, CanCloseChapter, CanCompleteAdBreak, CanEnd, CanEndChapter, CanPlay, CanStartAd,
    CanStartAdBreak, CanStartChapter, Content, InAd, InAdBreak, InChapter, NoChapter,
};
use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, Event, QoeData, SessionStart, State,
    StateEndParams, StatesUpdateParams,
};
use quickcheck::{Arbitrary as _, Gen};

use super::typed::{self, Group, Outcome};
use crate::fixtures::{at, state};
use crate::scenario::Scenario;

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
        Event::state_start(at, state("fullScreen")),
        Event::state_end(at, StateEndParams::new("mute")),
        Event::states_update(at, swap.build()),
        Event::session_complete(at),
        Event::session_end(at),
        SessionStart::arbitrary(source).into(),
    ]
}

#[test]
fn the_compiler_and_the_rules_agree_at_each_of_the_six_states() {
    let source = &mut Gen::new(20);
    let content = Scenario::new().state("mute");
    let (in_break, in_chapter) = (content.clone().ad_break(), content.clone().chapter());
    let break_in_chapter = in_chapter.clone().ad_break();
    let states = [
        (content, compiles!(Content, NoChapter)),
        (in_break.clone(), compiles!(InAdBreak, NoChapter)),
        (in_break.ad(), compiles!(InAd, NoChapter)),
        (in_chapter, compiles!(Content, InChapter)),
        (break_in_chapter.clone(), compiles!(InAdBreak, InChapter)),
        (break_in_chapter.ad(), compiles!(InAd, InChapter)),
    ];

    let events = every_event(source);
    assert_eq!(events.len(), 20);
    for (scenario, compiles) in states {
        let recorder = scenario.downloaded();
        for event in &events {
            let group = typed::group(event);
            let compiles = compiles.iter().any(|(known, compiles)| *known == group && *compiles);
            let allowed = recorder.allows(event);
            let what = format!("{} after {:?}", event.event_name(), recorder.events().last());
            // The one thing in which the compiler asks for more: an open chapter does no harm.
            let chapter_left_open = group == Group::End
                && recorder.chapter_is_open()
                && !recorder.ad_break_is_open()
                && Rule::ChapterClosed.severity() < Severity::SilentLoss;
            assert_eq!(compiles || chapter_left_open, allowed.is_ok(), "{what}: {allowed:?}");

            // The test's own table of calls, which compiles, has no gap.
            let called = !matches!(typed::call(recorder.clone(), event), Outcome::NoCall);
            assert_eq!(called, compiles, "{what}");
        }
    }
}
