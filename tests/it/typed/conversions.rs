//! From the compiler's knowledge to what is known at run time, and back.

use media_collection::typed::state::{AdState, ChapterState};
use media_collection::typed::{AnyBuilder, SessionBuilder};
use media_collection::{DownloadedSession, Recorder, Session};

use super::about_order;
use crate::fixtures::{ad_break, at, chapter, spot, spot_of_campaign, start};
use crate::recorders::{DownloadedRecorder, Ends as _};
use crate::scenario::Scenario;

/// Through a recorder, which has to find the place again.
fn again<P: AdState, C: ChapterState>(session: SessionBuilder<P, C>) -> AnyBuilder {
    let recorder: DownloadedRecorder = session.into_recorder();
    let events = DownloadedSession::from(recorder.clone()).into_events();
    let read = Recorder::try_from(events).expect("it recorded them itself");
    assert_eq!(read.events(), recorder.events());
    AnyBuilder::from(read)
}

#[test]
fn a_builder_goes_on_at_run_time_and_comes_back() {
    let AnyBuilder::Content(content) = again(Session::downloaded(start())) else { panic!() };
    let in_break = content.ad_break_start(at(1), ad_break());
    let AnyBuilder::AdBreak(in_break) = again(in_break) else { panic!() };
    let AnyBuilder::Ad(in_ad) = again(in_break.ad_start(at(1), spot("spot-7"))) else { panic!() };
    let in_chapter = in_ad.chapter_start(at(2), chapter(1));
    let AnyBuilder::AdInChapter(in_chapter) = again(in_chapter) else { panic!() };
    let AnyBuilder::AdBreakInChapter(in_chapter) = again(in_chapter.ad_complete(at(3))) else {
        panic!()
    };
    let AnyBuilder::Chapter(in_chapter) = again(in_chapter.ad_break_complete(at(4))) else {
        panic!()
    };

    let mut recorder = DownloadedRecorder::from(in_chapter);
    recorder.play(at(5)).expect("the content can play");
    let ended = Recorder::try_from(recorder.finished(at(60)).into_events()).expect("a session");
    let AnyBuilder::Ended(session) = AnyBuilder::from(ended) else { panic!() };
    assert_eq!(about_order(session.lint()), []);
}

#[test]
fn a_recorder_in_any_place_goes_on_as_a_builder() {
    let content = Scenario::new().playing();
    let in_break = content.clone().ad_break();
    let in_ad = in_break.clone().ad();
    let typed = content.typed_in_content().ad_break_start(at(2), ad_break());
    assert_eq!(typed, in_break.typed_in_ad_break());
    let typed = typed.ad_start(at(3), spot_of_campaign("spot-7"));
    assert_eq!(typed, in_ad.typed_in_ad());
}
