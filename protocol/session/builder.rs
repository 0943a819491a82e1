//! Building a downloaded session so that a wrong order does not compile.

use std::marker::PhantomData;

use super::admission::{End, Order, RecordError};
use super::downloaded::DownloadedSession;
use super::order::Closed;
use super::recorder::Recorder;
use super::state::Phase;
use super::type_state::{
    AdState, CanEnd, CanEndChapter, ChapterState, Content, InAd, InAdBreak, InChapter, NoChapter,
};
use crate::constraints::Returned;
use crate::event::{At, Event, EventType, PlayerTime, SessionStart};

/// The two ways to begin a session.
///
/// | the session is | begin with | it goes to |
/// |---|---|---|
/// | watched online, event by event | [`Session::online`] | `/sessions`, then `/sessions/{sid}/events` |
/// | recorded on the device, sent later | [`Session::downloaded`] | `/downloaded`, in one payload |
///
/// Both check the order of events at compile time. Players that are driven by callbacks use a
/// [`Recorder`], which checks the same rules at run time.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Session;

impl Session {
    /// Begins the recording of a downloaded session.
    pub fn downloaded(start: SessionStart) -> SessionBuilder {
        SessionBuilder::new(start)
    }
}

/// Builds a downloaded session. An event that the state of the session does not allow does not
/// compile.
///
/// The type parameters are that state: `P` for ads ([`Content`], [`InAdBreak`] or [`InAd`]), `C`
/// for chapters ([`NoChapter`] or [`InChapter`]). The compiler infers them from the calls. To
/// write a type, use [`AdBreakBuilder`] and [`AdBuilder`].
///
/// A timestamp that is not later than the one before becomes the one before plus a millisecond,
/// as in a [`Recorder`].
///
/// ```
/// use media_collection::{AdBreakStartParams, AdStartParams, PlayerTime, Session};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
///
/// let at = |playhead, second: i64| PlayerTime::new(playhead, 1_700_000_000_000 + second * 1_000);
/// let spot = AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).player_name("tv");
///
/// let session = Session::downloaded(start)
///     .play(at(0.0, 1))
///     .ping(at(10.0, 11))
///     .ad_break_start(at(12.0, 13), AdBreakStartParams::new(1, 12.0))
///     .ad_start(at(12.0, 13), spot.build())
///     .ad_complete(at(12.0, 28))
///     .ad_break_complete(at(12.0, 28))
///     .play(at(12.0, 28))
///     .complete(at(60.0, 76));
/// assert!(session.lint().is_empty());
/// ```
///
/// An ad outside a break does not compile, and the compiler says what to do:
///
/// ```compile_fail,E0277
/// # use media_collection::{AdStartParams, At, typed::SessionBuilder};
/// # fn wrong(session: SessionBuilder, at: impl Into<At>, spot: AdStartParams) {
/// session.ad_start(at, spot);
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a session is reported only when it is ended and sent"]
pub struct SessionBuilder<P: AdState = Content, C: ChapterState = NoChapter> {
    recorder: Box<Recorder>,
    type_state: PhantomData<(P, C)>,
}

/// A builder inside an ad break, with no ad open.
pub type AdBreakBuilder<C = NoChapter> = SessionBuilder<InAdBreak, C>;

/// A builder inside an ad.
pub type AdBuilder<C = NoChapter> = SessionBuilder<InAd, C>;

impl SessionBuilder {
    pub(crate) fn new(start: SessionStart) -> Self {
        Self::at(Recorder::downloaded(start).with_order(Order::Refuse))
    }
}

impl<P: AdState, C: ChapterState> SessionBuilder<P, C> {
    fn at(recorder: Recorder) -> Self {
        Self { recorder: Box::new(recorder), type_state: PhantomData }
    }

    pub(super) fn push<Q: AdState, D: ChapterState>(
        mut self,
        event: Event,
    ) -> SessionBuilder<Q, D> {
        self.recorder.append(event);
        SessionBuilder { recorder: self.recorder, type_state: PhantomData }
    }

    /// The recorded events, without the start.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        self.recorder.events()
    }

    pub(super) fn try_push(mut self, event: Event) -> Result<Self, Returned<Self, RecordError>> {
        match self.recorder.record(event) {
            Ok(_) => Ok(self),
            Err(refused) => Err(Returned::new(self, refused.error)),
        }
    }

    /// The content was watched to its end, and nothing is open: adds `sessionComplete`.
    pub fn complete(self, at: impl Into<At>) -> DownloadedSession
    where
        P: CanEnd,
        C: CanEndChapter,
    {
        self.last(EventType::SessionComplete, at)
    }

    /// The viewing is over, and nothing is open: adds `sessionEnd`.
    pub fn end(self, at: impl Into<At>) -> DownloadedSession
    where
        P: CanEnd,
        C: CanEndChapter,
    {
        self.last(EventType::SessionEnd, at)
    }

    /// Adds the last event. Schemas without `sessionComplete` have `sessionEnd`.
    fn last(mut self, event_type: EventType, at: impl Into<At>) -> DownloadedSession {
        self.recorder.append(Event::ending(event_type, at));
        self.recorder.into_session()
    }

    /// The content was watched to its end: closes what is open, and adds `sessionComplete` and
    /// `sessionEnd`.
    pub fn finish(mut self, at: PlayerTime) -> DownloadedSession {
        let Ok(_) = self.recorder.finish(at);
        self.recorder.into_session()
    }

    /// The viewer left before the end: closes what is open, and adds `sessionEnd`.
    pub fn abandon(mut self, at: PlayerTime) -> DownloadedSession {
        let Ok(_) = self.recorder.abandon(at);
        self.recorder.into_session()
    }

    /// Continues with a recorder, which checks the order at run time, with [`Order::Refuse`].
    pub fn into_recorder(self) -> Recorder {
        *self.recorder
    }
}

impl<P: AdState, C: ChapterState> From<SessionBuilder<P, C>> for Recorder {
    fn from(builder: SessionBuilder<P, C>) -> Self {
        builder.into_recorder()
    }
}

/// A builder in whichever state its session is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum AnyBuilder {
    /// In the content.
    Content(SessionBuilder<Content, NoChapter>),
    /// In a chapter.
    Chapter(SessionBuilder<Content, InChapter>),
    /// In an ad break.
    AdBreak(SessionBuilder<InAdBreak, NoChapter>),
    /// In an ad break, with a chapter open around it.
    AdBreakInChapter(SessionBuilder<InAdBreak, InChapter>),
    /// In an ad.
    Ad(SessionBuilder<InAd, NoChapter>),
    /// In an ad, with a chapter open around it.
    AdInChapter(SessionBuilder<InAd, InChapter>),
    /// The session has ended already.
    Ended(Box<DownloadedSession>),
}

/// Turns the state that is known at run time into a type.
impl From<Recorder> for AnyBuilder {
    fn from(mut recorder: Recorder) -> Self {
        if recorder.state.phase != Phase::Open {
            if !recorder.state.open().is_empty() {
                // Opened after `sessionComplete`, which nothing but the end may follow.
                let ending = recorder.state.ending_at(End::Abandoned, recorder.last());
                ending.into_iter().for_each(|event| recorder.append_timed(event));
            }
            return Self::Ended(Box::new(recorder.into_session()));
        }
        let recorder = recorder.with_order(Order::Refuse);
        let Closed { ad, ad_break, chapter } = recorder.state.open();
        match (ad_break, ad, chapter) {
            (false, _, false) => Self::Content(SessionBuilder::at(recorder)),
            (false, _, true) => Self::Chapter(SessionBuilder::at(recorder)),
            (true, false, false) => Self::AdBreak(SessionBuilder::at(recorder)),
            (true, false, true) => Self::AdBreakInChapter(SessionBuilder::at(recorder)),
            (true, true, false) => Self::Ad(SessionBuilder::at(recorder)),
            (true, true, true) => Self::AdInChapter(SessionBuilder::at(recorder)),
        }
    }
}
