//! A typed online session: calls in the wrong order do not compile.

use std::fmt;
use std::marker::PhantomData;

use http::Request;

use super::collector::Collector;
use super::online::Online;
use crate::constraints::Returned;
use crate::event::{At, Event, EventType, PlayerTime, SessionStart};
use crate::schema::Mode;
use crate::session::type_state::{
    AdState, CanEnd, CanEndChapter, ChapterState, Content, InAd, InAdBreak, NoChapter,
};
use crate::session::{Admitted, End, Ending, Order, RecordError, Recorder, Refused, SessionState};
use crate::wire::SessionId;

#[derive(Clone, PartialEq)]
pub(super) struct Inner {
    pub(super) collector: Collector,
    pub(super) session_id: SessionId,
    pub(super) start: SessionStart,
    pub(super) state: SessionState,
}

/// An open online session. Calls that its state does not allow do not compile.
///
/// Each method returns the request to send. A method that changes the state consumes the session
/// and returns it with its new type. Read the responses with
/// [`Accepted::from_response`](crate::Accepted::from_response); when the collector has lost the
/// session, [`reopen`](Self::reopen) opens a new one in the same state.
///
/// A timestamp that is not after the previous one is adjusted to one millisecond after it.
#[derive(Clone, PartialEq)]
#[must_use = "end the session with `complete`, `end`, `finish` or `abandon`"]
pub struct OnlineSession<P: AdState = Content, C: ChapterState = NoChapter> {
    pub(super) inner: Box<Inner>,
    pub(super) state: PhantomData<(P, C)>,
}

/// An online session inside an ad break, with no ad open.
pub type OnlineAdBreak<C = NoChapter> = OnlineSession<InAdBreak, C>;

/// An online session inside an ad.
pub type OnlineAd<C = NoChapter> = OnlineSession<InAd, C>;

/// A request, and the session in its new state; or the error, and the session unchanged.
pub(crate) type Moved<S, T> = Result<(Request<Vec<u8>>, S), Returned<T, RecordError>>;

impl<P: AdState, C: ChapterState> OnlineSession<P, C> {
    pub(super) fn at(inner: Box<Inner>) -> Self {
        Self { inner, state: PhantomData }
    }

    /// The session's id.
    #[must_use]
    pub fn session_id(&self) -> &SessionId {
        &self.inner.session_id
    }

    pub(super) fn send(&mut self, event: Event) -> Result<Request<Vec<u8>>, Refused> {
        let mut event = event;
        let admitted = self.inner.state.admit(&mut event, Order::Refuse, Mode::Strict);
        let timing = match admitted {
            Ok(Admitted { timing, .. }) => timing,
            Err(error) => return Err(Returned::new(event, error)),
        };
        let request = self.request(event)?;
        if let Some(timing) = timing {
            self.inner.state.clock = timing.clock;
        }
        Ok(request)
    }

    /// The request for an event that has its final time.
    fn request(&mut self, event: Event) -> Result<Request<Vec<u8>>, Refused> {
        let inner = &mut *self.inner;
        match inner.collector.event(&inner.session_id, &event) {
            Ok(request) => {
                inner.state.advance(&event);
                Ok(request)
            }
            Err(error) => Err(Returned::new(event, RecordError::Encode(error))),
        }
    }

    pub(super) fn go<Q: AdState, D: ChapterState>(
        mut self,
        event: Event,
    ) -> Moved<OnlineSession<Q, D>, Self> {
        match self.send(event) {
            Ok(request) => Ok((request, OnlineSession::at(self.inner))),
            Err(refused) => Err(Returned::new(self, refused.error)),
        }
    }

    /// The content was watched to its end, and nothing is open. The collector keeps the session
    /// open until [`Completed::end`] is sent or it expires.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON.
    pub fn complete(self, at: impl Into<At>) -> Moved<Completed, Self>
    where
        P: CanEnd,
        C: CanEndChapter,
    {
        let (request, session) = self.go::<P, C>(Event::ending(EventType::SessionComplete, at))?;
        Ok((request, Completed { inner: session.inner }))
    }

    /// The viewing is over, and nothing is open.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON. The error contains the session.
    pub fn end(mut self, at: impl Into<At>) -> Result<Request<Vec<u8>>, Returned<Self, RecordError>>
    where
        P: CanEnd,
        C: CanEndChapter,
    {
        self.send(Event::ending(EventType::SessionEnd, at))
            .map_err(|refused| Returned::new(self, refused.error))
    }

    /// The content was watched to its end. Returns the requests that close what is open, then
    /// `sessionComplete` and `sessionEnd`, in the order in which to send them.
    ///
    /// # Errors
    ///
    /// When an event cannot be encoded as JSON.
    pub fn finish(self, at: PlayerTime) -> Result<Vec<Request<Vec<u8>>>, Refused> {
        self.close(End::Finished, at)
    }

    /// The viewer left before the end. Returns the requests that close what is open, then
    /// `sessionEnd`, in the order in which to send them.
    ///
    /// # Errors
    ///
    /// When an event cannot be encoded as JSON.
    pub fn abandon(self, at: PlayerTime) -> Result<Vec<Request<Vec<u8>>>, Refused> {
        self.close(End::Abandoned, at)
    }

    fn close(mut self, end: End, at: PlayerTime) -> Result<Vec<Request<Vec<u8>>>, Refused> {
        let Ending { events, .. } = self.inner.state.ending(end, at);
        events.into_iter().map(|event| self.request(event)).collect()
    }

    /// Converts the session into a recorder, which checks the order at run time, with
    /// [`Order::Refuse`]. The recorder queues events from now on; requests that this session has
    /// already returned are still for the caller to send.
    pub fn into_recorder(self) -> Recorder<Online> {
        let Inner { session_id, start, state, .. } = *self.inner;
        Recorder::of_open(start, session_id, state).with_order(Order::Refuse)
    }
}

impl<P: AdState, C: ChapterState> fmt::Debug for OnlineSession<P, C> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("OnlineSession")
            .field("collector", &self.inner.collector)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// An online session whose content was watched to its end.
///
/// If the collector has lost it (404 or 410), its end was all that was left to report: no other
/// session is opened for that.
#[derive(Clone, PartialEq)]
#[must_use = "`end` closes the session at once; otherwise it stays open until it expires"]
pub struct Completed {
    inner: Box<Inner>,
}

impl Completed {
    /// The viewing is over: nothing can follow.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON.
    pub fn end(self, at: impl Into<At>) -> Result<Request<Vec<u8>>, Refused> {
        let mut session = OnlineSession::<Content, NoChapter>::at(self.inner);
        session.send(Event::ending(EventType::SessionEnd, at))
    }
}

impl fmt::Debug for Completed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Completed").finish_non_exhaustive()
    }
}
