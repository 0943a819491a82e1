//! The typed online session, driven by events that only run time knows.

use std::fmt::Debug;

use media_collection::http::Request;
use media_collection::{Event, EventBody, PlayerTime, SessionStart};

use media_collection::typed::state::{AdState, CanPlay, ChapterState, Content, InChapter};
use media_collection::typed::{OnlineAd, OnlineAdBreak, OnlineSession, Reopening};

/// A typed online session in one of the places where it can stand.
pub enum AnyOnline {
    Content(OnlineSession),
    Chapter(OnlineSession<Content, InChapter>),
    AdBreak(OnlineAdBreak),
    AdBreakInChapter(OnlineAdBreak<InChapter>),
    Ad(OnlineAd),
    AdInChapter(OnlineAd<InChapter>),
}

/// The session after a request, which was taken.
fn taken<S, E: Debug>(moved: Result<(Request<Vec<u8>>, S), E>) -> S {
    moved.expect("the event has a JSON form").1
}

impl AnyOnline {
    /// The session after this event, which is allowed where it stands.
    pub fn after(self, event: &Event) -> Self {
        let at = event.player_time;
        match (self, &event.body) {
            (Self::Content(session), EventBody::AdBreakStart(params)) => {
                Self::AdBreak(taken(session.ad_break_start(at, (**params).clone())))
            }
            (Self::Chapter(session), EventBody::AdBreakStart(params)) => {
                Self::AdBreakInChapter(taken(session.ad_break_start(at, (**params).clone())))
            }
            (Self::AdBreak(session), EventBody::AdStart(params)) => {
                Self::Ad(taken(session.ad_start(at, (**params).clone())))
            }
            (Self::AdBreakInChapter(session), EventBody::AdStart(params)) => {
                Self::AdInChapter(taken(session.ad_start(at, (**params).clone())))
            }
            (Self::Ad(session), EventBody::AdComplete) => {
                Self::AdBreak(taken(session.ad_complete(at)))
            }
            (Self::AdInChapter(session), EventBody::AdComplete) => {
                Self::AdBreakInChapter(taken(session.ad_complete(at)))
            }
            (Self::AdBreak(session), EventBody::AdBreakComplete) => {
                Self::Content(taken(session.ad_break_complete(at)))
            }
            (Self::AdBreakInChapter(session), EventBody::AdBreakComplete) => {
                Self::Chapter(taken(session.ad_break_complete(at)))
            }
            (Self::Content(session), EventBody::ChapterStart(params)) => {
                Self::Chapter(taken(session.chapter_start(at, (**params).clone())))
            }
            (Self::Chapter(session), EventBody::ChapterSkip) => {
                Self::Content(taken(session.chapter_skip(at)))
            }
            (session, _) => session.in_place(event),
        }
    }

    /// An event that does not change where the session stands.
    fn in_place(mut self, event: &Event) -> Self {
        match &mut self {
            Self::Content(session) => reported(session, event),
            Self::Chapter(session) => reported(session, event),
            Self::Ad(session) => reported(session, event),
            Self::AdInChapter(session) => reported(session, event),
            Self::AdBreak(_) | Self::AdBreakInChapter(_) => panic!("not before an ad: {event:?}"),
        }
        self
    }

    /// What a new session begins with when the collector has lost this one: its start, and the
    /// events that restore the state.
    pub fn reopening(self, at: PlayerTime) -> (SessionStart, Vec<Event>) {
        match self {
            Self::Content(session) => begins_with(&session.reopen(at)),
            Self::Chapter(session) => begins_with(&session.reopen(at)),
            Self::AdBreak(session) => begins_with(&session.reopen(at)),
            Self::AdBreakInChapter(session) => begins_with(&session.reopen(at)),
            Self::Ad(session) => begins_with(&session.reopen(at)),
            Self::AdInChapter(session) => begins_with(&session.reopen(at)),
        }
    }
}

fn begins_with<P: AdState, C: ChapterState>(
    reopening: &Reopening<P, C>,
) -> (SessionStart, Vec<Event>) {
    (reopening.start().clone(), reopening.events().to_vec())
}

fn reported<P: CanPlay, C: ChapterState>(session: &mut OnlineSession<P, C>, event: &Event) {
    let at = event.player_time;
    match &event.body {
        EventBody::Play => drop(session.play(at).expect("it has a JSON form")),
        EventBody::PauseStart => drop(session.pause_start(at).expect("it has a JSON form")),
        EventBody::StateStart(params) => {
            drop(session.state_start(at, (**params).clone()).expect("a new state"));
        }
        body => panic!("no scenario has this: {body:?}"),
    }
}
