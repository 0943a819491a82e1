//! An online session for players that call back: records, queues, and says what to send next.

use std::collections::VecDeque;

use http::{Request, Response};
use serde::{Deserialize, Serialize};

use super::collector::Collector;
use super::reopening::Reopening;
use super::response::ResponseError;
use crate::constraints::EncodeError;
use crate::event::{Event, EventBody, PlayerTime, SessionStart, Tolerant};
use crate::session::{
    Phase, Progress, Recorded, Refused, begun, recordable, recording_methods, standing_methods,
    stored_start,
};
use crate::wire::{Accepted, Call, Created, SessionId};

/// Records an online session, in whatever order a player's callbacks come, and hands out its
/// requests one at a time.
///
/// Events are queued from the first moment on: those that occur while the start is unanswered
/// are sent first, in order, once the session has its id. An event leaves the queue when the
/// collector has taken it, so nothing is lost to a slow or failing network. When the collector
/// has lost the session (404 or 410), a new one is opened where the old one stood, and the queue
/// goes there. It can be stored and restored through serde at any moment.
///
/// To drive it:
///
/// 1. [`record`](Self::record) what the player does, when it does it;
/// 2. send what [`next_request`](Self::next_request) gives, until it gives nothing;
/// 3. pass each answer to [`answered`](Self::answered). No answer, no call: the same request
///    comes again.
///
/// ```
/// use media_collection::{Collector, OnlineRecorder, PlayerTime, http};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
/// # fn send(request: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
/// #     let status = if request.uri().path().ends_with("/events") { 204 } else { 201 };
/// #     http::Response::builder().status(status).header("location", "/api/v1/sessions/3f2a")
/// #         .body(Vec::new()).unwrap()
/// # }
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
/// let mut session = OnlineRecorder::new(start);
/// session.play(at(1))?;
/// session.finish(at(60));
///
/// while let Some(request) = session.next_request(&collector)? {
///     session.answered(&send(request))?;
/// }
/// assert!(session.is_done());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OnlineRecorder {
    #[serde(deserialize_with = "stored_start")]
    start: SessionStart,
    session_id: Option<SessionId>,
    /// Where everything recorded leads.
    recorded: Progress,
    /// Where everything that the collector has taken leads, over all sessions.
    taken: Progress,
    #[serde(with = "queue")]
    queue: VecDeque<Event>,
    /// How many events at the head of the queue only bring a new session to where the lost one
    /// stood. They lead to nothing new, and the next loss makes them anew.
    restoring: usize,
    reopened: u32,
}

mod queue {
    use super::{Deserialize, Event, Serialize, Tolerant, VecDeque};

    pub(super) fn serialize<S: serde::Serializer>(
        queue: &VecDeque<Event>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        queue.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<VecDeque<Event>, D::Error> {
        let Tolerant(events) = Tolerant::<Vec<Event>>::deserialize(deserializer)?;
        Ok(events.into())
    }
}

/// What an answer led to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Answer {
    /// The session is open under this id.
    Opened(SessionId),
    /// The event was taken.
    Taken,
    /// The collector had lost the session; the next request opens a new one where it stood.
    Reopening,
    /// The collector refuses the event, and always will: it is out of the queue, and here. What
    /// depends on it, as an ad on its break, is still sent, and lost on the other side.
    SetAside {
        /// The event.
        event: Box<Event>,
        /// Why it was refused.
        error: ResponseError,
    },
}

impl OnlineRecorder {
    /// Begins an online session.
    ///
    /// The start is taken as it is, apart from a playhead that is no finite number, which becomes
    /// 0. Another number that is infinite keeps it from being sent: [`SessionStart::check`] tells
    /// before it is too late.
    #[must_use]
    pub fn new(start: SessionStart) -> Self {
        let start = begun(start);
        let progress = Progress::of(&start);
        Self {
            start,
            session_id: None,
            recorded: progress.clone(),
            taken: progress,
            queue: VecDeque::new(),
            restoring: 0,
            reopened: 0,
        }
    }

    /// The event that opens the session, or opened it again.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.start
    }

    /// The event that will open the session, to mend what a collector refused in it; `None` once
    /// the session is open.
    pub fn start_mut(&mut self) -> Option<&mut SessionStart> {
        self.session_id.is_none().then_some(&mut self.start)
    }

    /// The session's id, once the collector has given it.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session_id.as_ref()
    }

    /// What the collector has not taken yet.
    pub fn queue(&self) -> impl ExactSizeIterator<Item = &Event> {
        self.queue.iter()
    }

    /// How often a new session was opened for a lost one.
    #[must_use]
    pub fn reopened(&self) -> u32 {
        self.reopened
    }

    /// Whether the end was recorded.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.recorded.phase == Phase::Ended
    }

    /// Whether the end was recorded and the collector has taken everything.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.has_ended() && self.session_id.is_some() && self.queue.is_empty()
    }

    /// Records an event.
    ///
    /// # Errors
    ///
    /// When it breaks a rule that would lose data, or has no JSON form. The recorder stays as it
    /// was, and the event is handed back.
    pub fn record(&mut self, event: Event) -> Result<Recorded, Refused> {
        let event = recordable(&self.recorded, event)?;
        Ok(self.push(event))
    }

    fn push(&mut self, mut event: Event) -> Recorded {
        let recorded = self.recorded.mend(&mut event.player_time);
        self.recorded.advance(&event);
        self.queue.push_back(event);
        recorded
    }

    fn progress(&self) -> &Progress {
        &self.recorded
    }

    /// The content was watched to its end: closes what is open, and adds `sessionComplete` and
    /// `sessionEnd`. Nothing happens if the session has ended.
    pub fn finish(&mut self, at: PlayerTime) {
        if self.recorded.phase == Phase::Open {
            self.close(at);
            self.push(Event::session_complete(at));
        }
        self.abandon(at);
    }

    /// The viewing was left: closes what is open, and adds `sessionEnd`. Nothing happens if the
    /// session has ended.
    pub fn abandon(&mut self, at: PlayerTime) {
        if self.recorded.phase != Phase::Ended {
            // After `sessionComplete` as well: only advice speaks against a post-roll there.
            self.close(at);
            self.push(Event::session_end(at));
        }
    }

    fn close(&mut self, at: PlayerTime) {
        for event in self.recorded.closing(at) {
            self.push(event);
        }
    }

    /// The next call, for stacks that do not speak the `http` crate.
    ///
    /// # Errors
    ///
    /// When the start has no JSON form.
    pub fn next_call(&self) -> Result<Option<Call>, EncodeError> {
        match (&self.session_id, self.queue.front()) {
            (None, _) => Call::start(&self.start).map(Some),
            (Some(id), Some(event)) => Call::event(id, event).map(Some),
            (Some(_), None) => Ok(None),
        }
    }

    /// The next request: the start, until the session is open; then the events, in order.
    ///
    /// # Errors
    ///
    /// When the start has no JSON form.
    pub fn next_request(
        &self,
        collector: &Collector,
    ) -> Result<Option<Request<Vec<u8>>>, EncodeError> {
        Ok(self.next_call()?.map(|call| collector.request(call)))
    }

    /// Takes the answer to the last request.
    ///
    /// # Errors
    ///
    /// When the collector did not take it and the same request is to be sent again: at once,
    /// later, or after its address was checked, as [`ResponseError::next`] says. A start that is
    /// refused with 400 can be mended with [`start_mut`](Self::start_mut); until then the events
    /// wait.
    pub fn answered<B: AsRef<[u8]>>(
        &mut self,
        response: &Response<B>,
    ) -> Result<Answer, ResponseError> {
        if self.session_id.is_none() {
            let Created { session_id } = Created::from_response(response)?;
            self.session_id = Some(session_id.clone());
            return Ok(Answer::Opened(session_id));
        }
        match Accepted::from_response(response) {
            Ok(_) => {
                if let Some((event, restored)) = self.pop() {
                    if restored {
                        self.taken.last = Some(event.player_time);
                    } else {
                        self.taken.advance(&event);
                    }
                }
                Ok(Answer::Taken)
            }
            Err(ResponseError::SessionLost { .. }) => Ok(self.lost()),
            Err(error @ ResponseError::Rejected { .. }) => match self.pop() {
                Some((event, _)) => Ok(Answer::SetAside { event: Box::new(event), error }),
                None => Err(error),
            },
            Err(error) => Err(error),
        }
    }

    /// The next event, out of the queue, and whether it only restores.
    fn pop(&mut self) -> Option<(Event, bool)> {
        let event = self.queue.pop_front()?;
        let restored = self.restoring > 0;
        self.restoring = self.restoring.saturating_sub(1);
        Some((event, restored))
    }

    /// Opens a new session where the lost one stood, unless only its end was still to be said.
    fn lost(&mut self) -> Answer {
        // What was to restore the lost session is made anew for the next one.
        self.queue.drain(..self.restoring.min(self.queue.len()));
        self.restoring = 0;
        let Some(next) = self.queue.front() else { return Answer::Taken };
        if matches!(next.body, EventBody::SessionEnd { .. }) {
            self.queue.clear();
            return Answer::Taken;
        }
        let again = Reopening::of(self.start.clone(), &self.taken, next.player_time);
        self.start = again.start;
        self.session_id = None;
        self.reopened += 1;
        self.restoring = again.events.len();
        let mut times = Progress::of(&self.start);
        for event in again.events.into_iter().rev() {
            self.queue.push_front(event);
        }
        for event in &mut self.queue {
            times.mend(&mut event.player_time);
            times.last = Some(event.player_time);
        }
        if let Some(last) = times.last {
            self.recorded.last = Some(last);
        }
        Answer::Reopening
    }
}

recording_methods!(OnlineRecorder, record, crate::Refused);
standing_methods!(OnlineRecorder);
