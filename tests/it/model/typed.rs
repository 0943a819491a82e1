//! The typed builder, driven by events that only run time knows.

use media_collection::lint::Rule;
use media_collection::{At as Moment, DownloadedSession, Event, EventBody};

use crate::recorders::places::{
    CanCloseAd, CanCloseChapter, CanCompleteAdBreak, CanEnd, CanEndChapter, CanPlay, CanStartAd,
    CanStartAdBreak, CanStartChapter, ChapterPlace, Place,
};
use crate::recorders::{AnyBuilder, DownloadedRecorder, SessionBuilder, broken_in_builder};

/// What the typed builder makes of an event.
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

/// The calls that compile at each of the six places; all others do not.
pub fn call(recorder: DownloadedRecorder, event: &Event) -> Outcome {
    use AnyBuilder as At;
    match (At::from(recorder), group(event)) {
        (At::Content(session), Group::Anywhere) => anywhere(session, event),
        (At::Chapter(session), Group::Anywhere) => anywhere(session, event),
        (At::AdBreak(session), Group::Anywhere) => anywhere(session, event),
        (At::AdBreakInChapter(session), Group::Anywhere) => anywhere(session, event),
        (At::Ad(session), Group::Anywhere) => anywhere(session, event),
        (At::AdInChapter(session), Group::Anywhere) => anywhere(session, event),

        (At::Content(session), Group::Playback) => playback(session, event),
        (At::Chapter(session), Group::Playback) => playback(session, event),
        (At::Ad(session), Group::Playback) => playback(session, event),
        (At::AdInChapter(session), Group::Playback) => playback(session, event),

        (At::Content(session), Group::AdBreakStart) => ad_break_start(session, event),
        (At::Chapter(session), Group::AdBreakStart) => ad_break_start(session, event),
        (At::AdBreak(session), Group::AdBreakComplete) => ad_break_complete(session, event),
        (At::AdBreakInChapter(session), Group::AdBreakComplete) => {
            ad_break_complete(session, event)
        }

        (At::AdBreak(session), Group::AdStart) => ad_start(session, event),
        (At::AdBreakInChapter(session), Group::AdStart) => ad_start(session, event),
        (At::Ad(session), Group::AdClose) => ad_close(session, event),
        (At::AdInChapter(session), Group::AdClose) => ad_close(session, event),

        (At::Content(session), Group::ChapterStart) => chapter_start(session, event),
        (At::AdBreak(session), Group::ChapterStart) => chapter_start(session, event),
        (At::Ad(session), Group::ChapterStart) => chapter_start(session, event),
        (At::Chapter(session), Group::ChapterClose) => chapter_close(session, event),
        (At::AdBreakInChapter(session), Group::ChapterClose) => chapter_close(session, event),
        (At::AdInChapter(session), Group::ChapterClose) => chapter_close(session, event),

        (At::Content(session), Group::End) => end(session, event),
        _ => Outcome::NoCall,
    }
}

fn at<P: Place, C: ChapterPlace>(session: SessionBuilder<P, C>) -> Outcome {
    Outcome::At(session.into_recorder())
}

/// The event's time, and its quality of experience.
fn time(event: &Event) -> Moment {
    match &event.qoe_data {
        Some(qoe) => event.player_time.with_qoe((**qoe).clone()),
        None => event.player_time.into(),
    }
}

fn anywhere<P: Place, C: ChapterPlace>(session: SessionBuilder<P, C>, event: &Event) -> Outcome {
    let time = time(event);
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
        Err(unchanged) => Outcome::Refused(broken_in_builder(unchanged).unwrap()),
    }
}

fn playback<P: CanPlay, C: ChapterPlace>(session: SessionBuilder<P, C>, event: &Event) -> Outcome {
    let time = time(event);
    match &event.body {
        EventBody::Play => at(session.play(time)),
        EventBody::PauseStart => at(session.pause_start(time)),
        _ => at(session.buffer_start(time)),
    }
}

fn ad_break_start<P: CanStartAdBreak, C: ChapterPlace>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let EventBody::AdBreakStart(params) = &event.body else { panic!("{event:?}") };
    at(session.ad_break_start(time(event), (**params).clone()))
}

fn ad_break_complete<P: CanCompleteAdBreak, C: ChapterPlace>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    at(session.ad_break_complete(time(event)))
}

fn ad_start<P: CanStartAd, C: ChapterPlace>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let EventBody::AdStart(payload) = &event.body else { panic!("{event:?}") };
    at(session.ad_start(time(event), (**payload).clone()))
}

fn ad_close<P: CanCloseAd, C: ChapterPlace>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let time = time(event);
    match &event.body {
        EventBody::AdComplete => at(session.ad_complete(time)),
        _ => at(session.ad_skip(time)),
    }
}

fn chapter_start<P: Place, C: CanStartChapter>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let EventBody::ChapterStart(payload) = &event.body else { panic!("{event:?}") };
    at(session.chapter_start(time(event), (**payload).clone()))
}

fn chapter_close<P: Place, C: CanCloseChapter>(
    session: SessionBuilder<P, C>,
    event: &Event,
) -> Outcome {
    let time = time(event);
    match &event.body {
        EventBody::ChapterComplete => at(session.chapter_complete(time)),
        _ => at(session.chapter_skip(time)),
    }
}

fn end<P: CanEnd, C: CanEndChapter>(session: SessionBuilder<P, C>, event: &Event) -> Outcome {
    let time = time(event);
    Outcome::Ended(match &event.body {
        EventBody::SessionComplete => session.complete(time),
        _ => session.end(time),
    })
}
