//! From the compiler's knowledge to what is known at run time, and back.

use media_collection::places::{ChapterPlace, Place};
use media_collection::{AnyBuilder, DownloadedSession, Recorder, Session, SessionBuilder};

use super::{at, break_params, chapter, spot, start};

/// Through a recorder, which has to find the place again.
fn again<P: Place, C: ChapterPlace>(session: SessionBuilder<P, C>) -> AnyBuilder {
    let recorder: Recorder = session.into_recorder();
    let events = DownloadedSession::from(recorder.clone()).into_events();
    let read = Recorder::try_from(events).expect("it recorded them itself");
    assert_eq!(read.events(), recorder.events());
    AnyBuilder::from(read)
}

#[test]
fn a_builder_goes_on_at_run_time_and_comes_back() {
    let AnyBuilder::Content(content) = again(Session::downloaded(start())) else { panic!() };
    let in_break = content.ad_break_start(at(1), break_params());
    let AnyBuilder::AdBreak(in_break) = again(in_break) else { panic!() };
    let AnyBuilder::Ad(in_ad) = again(in_break.ad_start(at(1), spot())) else { panic!() };
    let in_chapter = in_ad.chapter_start(at(2), chapter());
    let AnyBuilder::AdInChapter(in_chapter) = again(in_chapter) else { panic!() };
    let AnyBuilder::AdBreakInChapter(in_chapter) = again(in_chapter.ad_complete(at(3))) else {
        panic!()
    };
    let AnyBuilder::Chapter(in_chapter) = again(in_chapter.ad_break_complete(at(4))) else {
        panic!()
    };

    let mut recorder = Recorder::from(in_chapter);
    recorder.play(at(5)).expect("the content can play");
    let ended = Recorder::try_from(recorder.finish(at(60)).into_events()).expect("a session");
    let AnyBuilder::Ended(session) = AnyBuilder::from(ended) else { panic!() };
    assert_eq!(session.lint(), []);
}
