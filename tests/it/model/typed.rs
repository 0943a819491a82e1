//! The typed builder, driven by events that only run time knows.

use media_collection::lint::Rule;
use media_collection::typed::state::{
    AdState, CanCloseAd, CanCloseChapter, CanCompleteAdBreak, CanEnd, CanEndChapter, CanPlay,
    CanStartAd, CanStartAdBreak, CanStartChapter, ChapterState,
};
use media_collection::typed::{AnyBuilder, SessionBuilder};
use media_collection::{At, DownloadedSession, Event, EventBody};

use crate::recorders::DownloadedRecorder;

/// What the typed builder makes of an event.
#[expect(clippy::large_enum_variant)] // One of each is on the stack, in tests.
pub enum Outcome {
    /// No call for it compiles here.
    NoCall,
    /// A rule that only run time knows refuses it.
    Refused(Rule),
    At(DownloadedRecorder),
    Ended(DownloadedSession),
}

/// What the typed calls have in common with regard to where they are legal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Group {
    Anywhere,
    Playback,
    AdBreakStart,
    AdBreakComplete,
    AdStart,
    AdClose,
    ChapterStart,
    ChapterClose,
    End,
    /// Nothing that a builder could add.
    None,
}

pub fn group(event: &Event) -> Group {
    match event.event_name() {
        "ping" | "bitrateChange" | "error" | "stateStart" | "stateEnd" | "statesUpdate" => {
            Group::Anywhere
        }
        "play" | "pauseStart" | "bufferStart" => Group::Playback,
        "adBreakStart" => Group::AdBreakStart,
        "adBreakComplete" => Group::AdBreakComplete,
        "adStart" => Group::AdStart,
        "adComplete" | "adSkip" => Group::AdClose,
        "chapterStart" => Group::ChapterStart,
        "chapterComplete" | "chapterSkip" => Group::ChapterClose,
        "sessionComplete" | "sessionEnd" => Group::End,
        _ => Group::None,
    }
}

/// The calls that compile at each of the six states; all others do not.
pub fn call(recorder: DownloadedRecorder, event: &Event) -> Outcome {
    use AnyBuilder as Any;
    match (Any::from(recorder), group(event)) {
        (Any::Content(session), Group::Anywhere) => anywhere(session, event),
        (Any::Chapter(session), Group::Anywhere) => anywhere(session, event),
        (Any::AdBreak(session), Group::Anywhere) => anywhere(session, event),
        (Any::AdBreakInChapter(session), Group::Anywhere) => anywhere(session, event),
        (Any::Ad(session), Group::Anywhere) => anywhere(session, event),
        (Any::AdInChapter(session), Group::Anywhere) => anywhere(session, event),

        (Any::Content(session), Group::Playback) => playback(session, event),
        (Any::Chapter(session), Group::Playback) => playback(session, event),
        (Any::Ad(session), Group::Playback) => playback(session, event),
        (Any::AdInChapter(session), Group::Playback) => playback(session, event),

        (Any::Content(session), Group::AdBreakStart) => ad_break_start(session, event),
        (Any::Chapter(session), Group::AdBreakStart) => ad_break_start(session, event),
        (Any::AdBreak(session), Group::AdBreakComplete) => ad_break_complete(session, event),
        (Any::AdBreakInChapter(session), Group::AdBreakComplete) => {
            ad_break_complete(session, event)
        }

        (Any::AdBreak(session), Group::AdStart) => ad_start(session, event),
        (Any::AdBreakInChapter(session), Group::AdStart) => ad_start(session, event),
        (Any::Ad(session), Group::AdClose) => ad_close(session, event),
        (Any::AdInChapter(session), Group::AdClose) => ad_close(session, event),

        (Any::Content(session), Group::ChapterStart) => chapter_start(session, event),
        (Any::AdBreak(session), Group::ChapterStart) => chapter_start(session, event),
        (Any::Ad(session), Group::ChapterStart) => chapter_start(session, event),
        (Any::Chapter(session), Group::ChapterClose) => chapter_close(session, event),
        (Any::AdBreakInChapter(session), Group::ChapterClose) => chapter_close(session, event),
        (Any::AdInChapter(session), Group::ChapterClose) => chapter_close(session, event),

        (Any::Content(session), Group::End) => end(session, event),
        _ => Outcome::NoCall,
    }
}

fn at<P: AdState, C: ChapterState>(session: SessionBuilder<P, C>) -> Outcome {
    Outcome::At(session.into_recorder())
}

/// When the event happened, with its quality.
fn moment(event: &Event) -> At {
    match &event.qoe_data {
        Some(qoe) => event.player_time.with_qoe((**qoe).clone()),
        None => event.player_time.into(),
    }
}

fn anywhere<P: AdState, C: ChapterState>(session: SessionBuilder<P, C>, event: &Event) -> Outcome {
    let time = moment(event);
    let done = match &event.body {
        EventBody::Ping => Ok(session.ping(time)),
        EventBody::BitrateChange => Ok(session.bitrate_change(time)),
        EventBody::Error { .. } => Ok(session.error(time)),
        EventBody::StateStart(params) => session.state_start(time, (**params).clone()),
        EventBody::StateEnd(params) => session.state_end(time, (**params).clone()),
        EventBody::StatesUpdate(params) => session.states_update(time, (**params).clone()),
        body => panic!("{body:?}"),
    };
    match done {
        Ok(session) => at(session),
        Err(unchanged) => Outcome::Refused(unchanged.error.rule().unwrap()),
    }
}

fn playback<P: CanPlay, C: ChapterState>(session: SessionBuilder<P, C>, event: &Event) -> Outcome {
    let time = moment(event);
    match &event.body {
        EventBody::Play => at(session.play(time)),
        EventBody::PauseStart => at(session.pause_start(time)),
        _ => at(session.buffer_start(time)),
    }
}

fn ad_break_start<P: CanStartAdBreak, C: ChapterState>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let EventBody::AdBreakStart(params) = &event.body else { panic!("{event:?}") };
    at(session.ad_break_start(moment(event), (**params).clone()))
}

fn ad_break_complete<P: CanCompleteAdBreak, C: ChapterState>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    at(session.ad_break_complete(moment(event)))
}

fn ad_start<P: CanStartAd, C: ChapterState>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let EventBody::AdStart(payload) = &event.body else { panic!("{event:?}") };
    at(session.ad_start(moment(event), (**payload).clone()))
}

fn ad_close<P: CanCloseAd, C: ChapterState>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let time = moment(event);
    match &event.body {
        EventBody::AdComplete => at(session.ad_complete(time)),
        _ => at(session.ad_skip(time)),
    }
}

fn chapter_start<P: AdState, C: CanStartChapter>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let EventBody::ChapterStart(payload) = &event.body else { panic!("{event:?}") };
    at(session.chapter_start(moment(event), (**payload).clone()))
}

fn chapter_close<P: AdState, C: CanCloseChapter>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let time = moment(event);
    match &event.body {
        EventBody::ChapterComplete => at(session.chapter_complete(time)),
        _ => at(session.chapter_skip(time)),
    }
}

fn end<P: CanEnd, C: CanEndChapter>(session: SessionBuilder<P, C>, event: &Event) -> Outcome {
    let time = moment(event);
    Outcome::Ended(match &event.body {
        EventBody::SessionComplete => session.complete(time),
        _ => session.end(time),
    })
}
