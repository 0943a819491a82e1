//! Building a downloaded session so that a wrong order does not compile.

use std::marker::PhantomData;

use super::downloaded::DownloadedSession;
use super::places::{
    CanCloseAd, CanCloseChapter, CanCompleteAdBreak, CanEnd, CanEndChapter, CanPlay, CanStartAd,
    CanStartAdBreak, CanStartChapter, ChapterPlace, Content, InAd, InAdBreak, InChapter, NoChapter,
    Place,
};
use super::recorder::{Recorder, Refused};
use super::recording::Recording;
use crate::event::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, Event, PlayerTime, QoeData,
    SessionStart, StateEndParams, StateStartParams, StatesUpdateParams, WithMetadata,
};

/// Builds a downloaded session; what is not allowed where the session stands does not compile.
///
/// The two parameters say where it stands: with regard to ads ([`Content`], [`InAdBreak`],
/// [`InAd`]) and to chapters ([`NoChapter`], [`InChapter`]). They follow from the calls; where a
/// type must be written there are [`AdBreakBuilder`] and [`AdBuilder`].
///
/// Timestamps that would not come after the one before are moved forward by a millisecond, as
/// in a [`Recorder`].
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
/// # use media_collection::*;
/// # fn broken(session: SessionBuilder, at: PlayerTime, spot: AdStartParams) {
/// session.ad_start(at, spot);
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a session is reported only when it is ended and sent"]
pub struct SessionBuilder<P: Place = Content, C: ChapterPlace = NoChapter> {
    recording: Box<Recording>,
    place: PhantomData<(P, C)>,
}

/// A builder inside an ad break, with no ad open.
pub type AdBreakBuilder<C = NoChapter> = SessionBuilder<InAdBreak, C>;

/// A builder inside an ad.
pub type AdBuilder<C = NoChapter> = SessionBuilder<InAd, C>;

impl SessionBuilder {
    pub(crate) fn new(start: SessionStart) -> Self {
        Self::at(Box::new(Recording::new(start)))
    }
}

impl<P: Place, C: ChapterPlace> SessionBuilder<P, C> {
    fn at(recording: Box<Recording>) -> Self {
        Self { recording, place: PhantomData }
    }

    fn push<Q: Place, D: ChapterPlace>(mut self, event: Event) -> SessionBuilder<Q, D> {
        self.recording.push(event);
        SessionBuilder::at(self.recording)
    }

    /// The events after the start, as recorded so far.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.recording.events
    }

    /// Adds the quality of experience to the last event.
    pub fn with_qoe(mut self, qoe: QoeData) -> Self {
        let place = self
            .recording
            .events
            .last_mut()
            .map_or(&mut self.recording.start.qoe_data, |last| &mut last.qoe_data);
        *place = Some(Box::new(qoe));
        self
    }

    /// The player is alive: due every 10 seconds, every second in ads.
    pub fn ping(self, at: PlayerTime) -> Self {
        self.push(Event::ping(at))
    }

    /// The player switched bitrate.
    pub fn bitrate_change(self, at: PlayerTime, qoe: QoeData) -> Self {
        self.push(Event::bitrate_change(at).with_qoe(qoe))
    }

    /// Something went wrong in the player; the session goes on. Set `error_id` and
    /// `error_source`.
    pub fn error(self, at: PlayerTime, qoe: QoeData) -> Self {
        self.push(Event::error(at).with_qoe(qoe))
    }

    /// The player enters a state.
    ///
    /// # Errors
    ///
    /// When the state is active already, or would be the eleventh by name: names are known only
    /// at run time. The session is handed back as it was.
    pub fn state_start(
        self,
        at: PlayerTime,
        params: StateStartParams,
    ) -> Result<Self, Unchanged<Self>> {
        self.try_push(Event::state_start(at, params))
    }

    /// The player leaves a state.
    ///
    /// # Errors
    ///
    /// When the state is not active. The session is handed back as it was.
    pub fn state_end(
        self,
        at: PlayerTime,
        params: StateEndParams,
    ) -> Result<Self, Unchanged<Self>> {
        self.try_push(Event::state_end(at, params))
    }

    /// The player leaves some states and enters others at once.
    ///
    /// # Errors
    ///
    /// As for [`state_start`](Self::state_start) and [`state_end`](Self::state_end).
    pub fn states_update(
        self,
        at: PlayerTime,
        params: StatesUpdateParams,
    ) -> Result<Self, Unchanged<Self>> {
        self.try_push(Event::states_update(at, params))
    }

    fn try_push(self, event: Event) -> Result<Self, Unchanged<Self>> {
        let mut recorder = Recorder(*self.recording);
        let done = recorder.record(event);
        let session = Self::at(Box::new(recorder.0));
        match done {
            Ok(_) => Ok(session),
            Err(refused) => Err(Unchanged { refused, session }),
        }
    }

    /// The content or the ad plays: at the start, and again after a pause, buffering, a seek or
    /// an ad break.
    pub fn play(self, at: PlayerTime) -> Self
    where
        P: CanPlay,
    {
        self.push(Event::play(at))
    }

    /// The viewer paused, or began to seek.
    pub fn pause_start(self, at: PlayerTime) -> Self
    where
        P: CanPlay,
    {
        self.push(Event::pause_start(at))
    }

    /// The player buffers; it ends with the next `play`.
    pub fn buffer_start(self, at: PlayerTime) -> Self
    where
        P: CanPlay,
    {
        self.push(Event::buffer_start(at))
    }

    /// A break with ads opens.
    pub fn ad_break_start(
        self,
        at: PlayerTime,
        params: AdBreakStartParams,
    ) -> SessionBuilder<InAdBreak, C>
    where
        P: CanStartAdBreak,
    {
        self.push(Event::ad_break_start(at, params))
    }

    /// An ad starts.
    pub fn ad_start(
        self,
        at: PlayerTime,
        params: impl Into<WithMetadata<AdStartParams>>,
    ) -> SessionBuilder<InAd, C>
    where
        P: CanStartAd,
    {
        self.push(Event::ad_start(at, params))
    }

    /// The ad was played to its end.
    pub fn ad_complete(self, at: PlayerTime) -> SessionBuilder<InAdBreak, C>
    where
        P: CanCloseAd,
    {
        self.push(Event::ad_complete(at))
    }

    /// The ad was skipped.
    pub fn ad_skip(self, at: PlayerTime) -> SessionBuilder<InAdBreak, C>
    where
        P: CanCloseAd,
    {
        self.push(Event::ad_skip(at))
    }

    /// All ads of the break are over.
    pub fn ad_break_complete(self, at: PlayerTime) -> SessionBuilder<Content, C>
    where
        P: CanCompleteAdBreak,
    {
        self.push(Event::ad_break_complete(at))
    }

    /// A chapter starts.
    pub fn chapter_start(
        self,
        at: PlayerTime,
        params: impl Into<WithMetadata<ChapterStartParams>>,
    ) -> SessionBuilder<P, InChapter>
    where
        C: CanStartChapter,
    {
        self.push(Event::chapter_start(at, params))
    }

    /// The chapter was played to its end.
    pub fn chapter_complete(self, at: PlayerTime) -> SessionBuilder<P, NoChapter>
    where
        C: CanCloseChapter,
    {
        self.push(Event::chapter_complete(at))
    }

    /// The chapter was left early.
    pub fn chapter_skip(self, at: PlayerTime) -> SessionBuilder<P, NoChapter>
    where
        C: CanCloseChapter,
    {
        self.push(Event::chapter_skip(at))
    }

    /// The content was watched to its end, and nothing is open: adds `sessionComplete`.
    pub fn complete(mut self, at: PlayerTime) -> DownloadedSession
    where
        P: CanEnd,
        C: CanEndChapter,
    {
        self.recording.push(Event::session_complete(at));
        DownloadedSession::of(*self.recording)
    }

    /// The viewing is over, and nothing is open: adds `sessionEnd`.
    pub fn end(mut self, at: PlayerTime) -> DownloadedSession
    where
        P: CanEnd,
        C: CanEndChapter,
    {
        self.recording.push(Event::session_end(at));
        DownloadedSession::of(*self.recording)
    }

    /// The content was watched to its end: closes what is open and adds `sessionComplete`.
    pub fn finish(self, at: PlayerTime) -> DownloadedSession {
        self.into_recorder().finish(at)
    }

    /// The viewing was left: closes what is open and adds `sessionEnd`.
    pub fn abandon(self, at: PlayerTime) -> DownloadedSession {
        self.into_recorder().abandon(at)
    }

    /// Goes on at run time.
    pub fn into_recorder(self) -> Recorder {
        Recorder(*self.recording)
    }
}

impl<P: Place, C: ChapterPlace> From<SessionBuilder<P, C>> for Recorder {
    fn from(builder: SessionBuilder<P, C>) -> Self {
        builder.into_recorder()
    }
}

/// A builder in one of the places where a session can stand.
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

/// From what is known at run time to what the compiler knows.
impl From<Recorder> for AnyBuilder {
    fn from(recorder: Recorder) -> Self {
        if recorder.has_ended() {
            return Self::Ended(Box::new(recorder.into()));
        }
        let recording = Box::new(recorder.0);
        let state = &recording.progress;
        match (state.ad_break.is_some(), state.ad.is_some(), state.chapter.is_some()) {
            (false, _, false) => Self::Content(SessionBuilder::at(recording)),
            (false, _, true) => Self::Chapter(SessionBuilder::at(recording)),
            (true, false, false) => Self::AdBreak(SessionBuilder::at(recording)),
            (true, false, true) => Self::AdBreakInChapter(SessionBuilder::at(recording)),
            (true, true, false) => Self::Ad(SessionBuilder::at(recording)),
            (true, true, true) => Self::AdInChapter(SessionBuilder::at(recording)),
        }
    }
}

/// What was asked for broke a rule that only run time knows; the session is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{refused}")]
#[non_exhaustive]
pub struct Unchanged<S> {
    /// Why it was refused.
    pub refused: Refused,
    /// The session, handed back.
    pub session: S,
}
