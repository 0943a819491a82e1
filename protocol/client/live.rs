//! An online session in a scripted flow: what is out of order does not compile.

use std::fmt;
use std::marker::PhantomData;

use http::Request;

use super::collector::Collector;
use super::reopening::Reopening;
use crate::constraints::EncodeError;
use crate::event::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, Event, PlayerTime, QoeData,
    SessionStart, StateEndParams, StateStartParams, StatesUpdateParams, WithMetadata,
};
use crate::session::places::{
    CanCloseAd, CanCloseChapter, CanCompleteAdBreak, CanEnd, CanEndChapter, CanPlay, CanStartAd,
    CanStartAdBreak, CanStartChapter, ChapterPlace, Content, InAd, InAdBreak, InChapter, NoChapter,
    Place,
};
use crate::session::{Progress, Refused, recordable};
use crate::wire::SessionId;

#[derive(PartialEq)]
struct Inner {
    collector: Collector,
    session_id: SessionId,
    start: Box<SessionStart>,
    progress: Progress,
}

/// An open online session; what is not allowed where it stands does not compile.
///
/// Each method gives the request to send. Those that change where the session stands consume it
/// and give the session back at its new place. The answers are read with
/// [`Accepted::from_response`](crate::Accepted::from_response); if one says that the session is
/// lost, [`reopen`](Self::reopen) has what a new one needs.
///
/// Timestamps that would not come after the one before are moved forward by a millisecond.
#[derive(PartialEq)]
#[must_use = "an open session is ended with `complete`, `end`, `finish` or `abandon`"]
pub struct LiveSession<P: Place = Content, C: ChapterPlace = NoChapter> {
    inner: Box<Inner>,
    place: PhantomData<(P, C)>,
}

/// An online session inside an ad break, with no ad open.
pub type LiveAdBreak<C = NoChapter> = LiveSession<InAdBreak, C>;

/// An online session inside an ad.
pub type LiveAd<C = NoChapter> = LiveSession<InAd, C>;

/// A request, and the session at its new place.
type Moved<S, T> = Result<(Request<Vec<u8>>, S), Unsent<T>>;

impl LiveSession {
    pub(super) fn opened(
        collector: Collector,
        session_id: SessionId,
        start: Box<SessionStart>,
    ) -> Self {
        let progress = Progress::of(&start);
        let inner = Inner { collector, session_id, start, progress };
        Self { inner: Box::new(inner), place: PhantomData }
    }
}

impl<P: Place, C: ChapterPlace> LiveSession<P, C> {
    /// The session's id.
    #[must_use]
    pub fn session_id(&self) -> &SessionId {
        &self.inner.session_id
    }

    fn send(&mut self, mut event: Event) -> Result<Request<Vec<u8>>, EncodeError> {
        let inner = &mut *self.inner;
        inner.progress.mend(&mut event.player_time);
        let request = inner.collector.event(&inner.session_id, &event)?;
        inner.progress.advance(&event);
        Ok(request)
    }

    fn go<Q: Place, D: ChapterPlace>(mut self, event: Event) -> Moved<LiveSession<Q, D>, Self> {
        match self.send(event) {
            Ok(request) => Ok((request, LiveSession { inner: self.inner, place: PhantomData })),
            Err(error) => Err(Unsent { error, session: self }),
        }
    }

    fn try_send(&mut self, event: Event) -> Result<Request<Vec<u8>>, NotSent> {
        let event = match recordable(&self.inner.progress, event) {
            Ok(event) => event,
            Err(refused @ Refused::Rule { .. }) => return Err(NotSent::Refused(refused)),
            // Sending tells why.
            Err(refused) => refused.into_event(),
        };
        Ok(self.send(event)?)
    }

    /// The player is alive: due every 10 seconds, every second in ads.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form; here as below the session stays as it was.
    pub fn ping(&mut self, at: PlayerTime) -> Result<Request<Vec<u8>>, EncodeError> {
        self.send(Event::ping(at))
    }

    /// The same, with the quality of experience.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn ping_with_qoe(
        &mut self,
        at: PlayerTime,
        qoe: QoeData,
    ) -> Result<Request<Vec<u8>>, EncodeError> {
        self.send(Event::ping(at).with_qoe(qoe))
    }

    /// The player switched bitrate.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn bitrate_change(
        &mut self,
        at: PlayerTime,
        qoe: QoeData,
    ) -> Result<Request<Vec<u8>>, EncodeError> {
        self.send(Event::bitrate_change(at).with_qoe(qoe))
    }

    /// Something went wrong in the player; the session goes on.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn error(&mut self, at: PlayerTime, qoe: QoeData) -> Result<Request<Vec<u8>>, EncodeError> {
        self.send(Event::error(at).with_qoe(qoe))
    }

    /// The player enters a state.
    ///
    /// # Errors
    ///
    /// When the state is active already or would be the eleventh by name.
    pub fn state_start(
        &mut self,
        at: PlayerTime,
        params: StateStartParams,
    ) -> Result<Request<Vec<u8>>, NotSent> {
        self.try_send(Event::state_start(at, params))
    }

    /// The player leaves a state.
    ///
    /// # Errors
    ///
    /// When the state is not active.
    pub fn state_end(
        &mut self,
        at: PlayerTime,
        params: StateEndParams,
    ) -> Result<Request<Vec<u8>>, NotSent> {
        self.try_send(Event::state_end(at, params))
    }

    /// The player leaves some states and enters others at once.
    ///
    /// # Errors
    ///
    /// As for [`state_start`](Self::state_start) and [`state_end`](Self::state_end).
    pub fn states_update(
        &mut self,
        at: PlayerTime,
        params: StatesUpdateParams,
    ) -> Result<Request<Vec<u8>>, NotSent> {
        self.try_send(Event::states_update(at, params))
    }

    /// The content or the ad plays.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn play(&mut self, at: PlayerTime) -> Result<Request<Vec<u8>>, EncodeError>
    where
        P: CanPlay,
    {
        self.send(Event::play(at))
    }

    /// The viewer paused, or began to seek.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn pause_start(&mut self, at: PlayerTime) -> Result<Request<Vec<u8>>, EncodeError>
    where
        P: CanPlay,
    {
        self.send(Event::pause_start(at))
    }

    /// The player buffers; it ends with the next `play`.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn buffer_start(&mut self, at: PlayerTime) -> Result<Request<Vec<u8>>, EncodeError>
    where
        P: CanPlay,
    {
        self.send(Event::buffer_start(at))
    }

    /// A break with ads opens.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn ad_break_start(
        self,
        at: PlayerTime,
        params: AdBreakStartParams,
    ) -> Moved<LiveSession<InAdBreak, C>, Self>
    where
        P: CanStartAdBreak,
    {
        self.go(Event::ad_break_start(at, params))
    }

    /// An ad starts.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn ad_start(
        self,
        at: PlayerTime,
        params: impl Into<WithMetadata<AdStartParams>>,
    ) -> Moved<LiveSession<InAd, C>, Self>
    where
        P: CanStartAd,
    {
        self.go(Event::ad_start(at, params))
    }

    /// The ad was played to its end.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn ad_complete(self, at: PlayerTime) -> Moved<LiveSession<InAdBreak, C>, Self>
    where
        P: CanCloseAd,
    {
        self.go(Event::ad_complete(at))
    }

    /// The ad was skipped.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn ad_skip(self, at: PlayerTime) -> Moved<LiveSession<InAdBreak, C>, Self>
    where
        P: CanCloseAd,
    {
        self.go(Event::ad_skip(at))
    }

    /// All ads of the break are over.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn ad_break_complete(self, at: PlayerTime) -> Moved<LiveSession<Content, C>, Self>
    where
        P: CanCompleteAdBreak,
    {
        self.go(Event::ad_break_complete(at))
    }

    /// A chapter starts.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn chapter_start(
        self,
        at: PlayerTime,
        params: impl Into<WithMetadata<ChapterStartParams>>,
    ) -> Moved<LiveSession<P, InChapter>, Self>
    where
        C: CanStartChapter,
    {
        self.go(Event::chapter_start(at, params))
    }

    /// The chapter was played to its end.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn chapter_complete(self, at: PlayerTime) -> Moved<LiveSession<P, NoChapter>, Self>
    where
        C: CanCloseChapter,
    {
        self.go(Event::chapter_complete(at))
    }

    /// The chapter was left early.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn chapter_skip(self, at: PlayerTime) -> Moved<LiveSession<P, NoChapter>, Self>
    where
        C: CanCloseChapter,
    {
        self.go(Event::chapter_skip(at))
    }

    /// The content was watched to its end, and nothing is open. The session stays open at the
    /// other end until [`Completed::end`] is sent, or it expires.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn complete(self, at: PlayerTime) -> Moved<Completed, Self>
    where
        P: CanEnd,
        C: CanEndChapter,
    {
        let (request, session) = self.go::<P, C>(Event::session_complete(at))?;
        Ok((request, Completed { inner: session.inner }))
    }

    /// The viewing is over, and nothing is open.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form. The session is handed back.
    pub fn end(mut self, at: PlayerTime) -> Result<Request<Vec<u8>>, Unsent<Self>>
    where
        P: CanEnd,
        C: CanEndChapter,
    {
        self.send(Event::session_end(at)).map_err(|error| Unsent { error, session: self })
    }

    /// The content was watched to its end: the requests that close what is open, then
    /// `sessionComplete` and `sessionEnd`, in the order in which to send them.
    ///
    /// # Errors
    ///
    /// When an event has no JSON form.
    pub fn finish(self, at: PlayerTime) -> Result<Vec<Request<Vec<u8>>>, EncodeError> {
        self.close(at, [Event::session_complete(at), Event::session_end(at)])
    }

    /// The viewing was left: the requests that close what is open, then `sessionEnd`, in the
    /// order in which to send them.
    ///
    /// # Errors
    ///
    /// When an event has no JSON form.
    pub fn abandon(self, at: PlayerTime) -> Result<Vec<Request<Vec<u8>>>, EncodeError> {
        self.close(at, [Event::session_end(at)])
    }

    fn close(
        mut self,
        at: PlayerTime,
        last: impl IntoIterator<Item = Event>,
    ) -> Result<Vec<Request<Vec<u8>>>, EncodeError> {
        let closing = self.inner.progress.closing(at);
        closing.into_iter().chain(last).map(|event| self.send(event)).collect()
    }

    /// The session is lost (404 or 410): what a new one needs to stand where this one stood.
    #[must_use]
    pub fn reopen(self, at: PlayerTime) -> Reopening {
        Reopening::of(*self.inner.start, &self.inner.progress, at)
    }
}

impl<P: Place, C: ChapterPlace> fmt::Debug for LiveSession<P, C> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("LiveSession")
            .field("collector", &self.inner.collector)
            .field("place", &self.place)
            .finish_non_exhaustive()
    }
}

/// An online session whose content was watched to its end.
#[derive(PartialEq)]
#[must_use = "`end` closes the session at once; otherwise it stays open until it expires"]
pub struct Completed {
    inner: Box<Inner>,
}

impl Completed {
    /// The viewing is over: nothing can follow.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn end(self, at: PlayerTime) -> Result<Request<Vec<u8>>, EncodeError> {
        LiveSession::<Content, NoChapter> { inner: self.inner, place: PhantomData }
            .send(Event::session_end(at))
    }
}

impl fmt::Debug for Completed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Completed").finish_non_exhaustive()
    }
}

/// The event has no JSON form; the session is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the event cannot be sent")]
#[non_exhaustive]
pub struct Unsent<S> {
    /// What stands in the way.
    #[source]
    pub error: EncodeError,
    /// The session, handed back.
    pub session: S,
}

/// Why an event was not sent; the session is as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NotSent {
    /// A rule forbids it here.
    #[error(transparent)]
    Refused(Refused),
    /// It has no JSON form.
    #[error(transparent)]
    Encode(#[from] EncodeError),
}
