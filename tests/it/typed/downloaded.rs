//! Every event in every place where a downloaded session may have it.

use media_collection::typed::state::{
    AdState, CanEnd, CanEndChapter, ChapterState, Content, InAd, InAdBreak, InChapter, NoChapter,
};
use media_collection::typed::{AdBreakBuilder, AdBuilder, SessionBuilder};
use media_collection::{
    CustomMetadata, DownloadedSession, QoeData, Session, StateEndParams, StatesUpdateParams,
    WithMetadata,
};

use super::about_order;
use crate::fixtures::{ad_break, at, chapter, spot, start, state};

/// What may happen anywhere.
fn anywhere<P: AdState, C: ChapterState>(session: SessionBuilder<P, C>) -> SessionBuilder<P, C> {
    session
        .ping(at(1))
        .ping(at(1).with_qoe(QoeData::default()))
        .bitrate_change(at(1).with_qoe(QoeData::default()))
        .error(at(1).with_qoe(QoeData::default()))
        .state_start(at(1), state("mute"))
        .expect("it is not muted yet")
        .state_end(at(1), StateEndParams::new("mute"))
        .expect("it is muted")
        .states_update(at(1), StatesUpdateParams::default())
        .expect("nothing changes")
}

/// What may happen where something plays.
macro_rules! playback {
    ($session:expr) => {
        anywhere($session).buffer_start(at(2)).play(at(2)).pause_start(at(2)).play(at(2))
    };
}

/// Through a break: an ad that is watched, one that is skipped, and a break without any.
fn ads<C: ChapterState>(session: SessionBuilder<Content, C>) -> SessionBuilder<Content, C> {
    let in_break: AdBreakBuilder<C> = anywhere(session.ad_break_start(at(3), ad_break()));
    let in_ad: AdBuilder<C> = playback!(in_break.ad_start(at(3), spot("spot-7")));
    let in_break: AdBreakBuilder<C> = in_ad.ad_complete(at(4));
    let metadata = CustomMetadata::default();
    let in_ad = in_break.ad_start(at(5), WithMetadata::new(spot("spot-7"), Some(metadata)));
    let in_break: AdBreakBuilder<C> = in_ad.ad_skip(at(6));
    let content = in_break.ad_break_complete(at(7));
    content.ad_break_start(at(8), ad_break()).ad_break_complete(at(8))
}

/// Chapters begin and end in any place.
fn chapters<P: AdState>(session: SessionBuilder<P>) -> SessionBuilder<P> {
    let in_chapter: SessionBuilder<P, InChapter> = session.chapter_start(at(9), chapter(1));
    let session: SessionBuilder<P, NoChapter> = anywhere(in_chapter).chapter_complete(at(9));
    session.chapter_start(at(9), chapter(1)).chapter_skip(at(9))
}

/// Every end in a place where the session may end as it is.
fn ends<P: CanEnd, C: ChapterState + CanEndChapter>(
    session: SessionBuilder<P, C>,
) -> [DownloadedSession; 2]
where
    SessionBuilder<P, C>: Clone,
{
    [session.clone().complete(at(20)), session.end(at(20))]
}

/// The ends that close what is open, and so are there in any place.
fn closes<P: AdState, C: ChapterState>(session: SessionBuilder<P, C>) -> [DownloadedSession; 2]
where
    SessionBuilder<P, C>: Clone,
{
    [session.clone().finish(at(20)), session.abandon(at(20))]
}

#[test]
fn every_transition_of_a_downloaded_session_compiles() {
    let content: SessionBuilder<Content, NoChapter> = Session::downloaded(start());
    let content = chapters(ads(playback!(content)));
    let in_break: SessionBuilder<InAdBreak, NoChapter> =
        chapters(content.clone().ad_break_start(at(10), ad_break()));
    let in_ad: SessionBuilder<InAd, NoChapter> =
        chapters(in_break.clone().ad_start(at(10), spot("spot-7")));
    let chapter_in_content: SessionBuilder<Content, InChapter> =
        ads(playback!(content.clone().chapter_start(at(10), chapter(1))));
    let chapter_in_break: SessionBuilder<InAdBreak, InChapter> =
        in_break.clone().chapter_start(at(10), chapter(1));
    let chapter_in_ad: SessionBuilder<InAd, InChapter> =
        playback!(in_ad.clone().chapter_start(at(10), chapter(1)));

    let sessions = [
        ends(content.clone()),
        closes(content),
        closes(in_break),
        closes(in_ad),
        closes(chapter_in_content),
        closes(chapter_in_break),
        closes(chapter_in_ad),
    ];
    for session in sessions.iter().flatten() {
        assert_eq!(about_order(session.lint()), [], "{session:?}");
    }
}
