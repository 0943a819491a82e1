//! The queue of an online session: the next request, and what its response leads to.

use std::collections::VecDeque;
use std::convert::Infallible;

use super::backoff::{Backoff, MAX_RETRY_AFTER, asked};
use super::outcome::{HandedOut, NextRequest, Outcome, Outgoing, Ticket};
use super::response::ResponseError;
use crate::constraints::EncodeError;
use crate::event::{Event, EventBody, PlayerTime, SessionStart};
use crate::session::sink::sealed::Take;
use crate::session::{Phase, Recorder, SessionState, StartMut, reopen, with_finite_playhead};
use crate::wire::{Accepted, Call, Created, ResponseParts, SessionId};

/// In milliseconds. The back end closes a session after ten minutes without an event, so the waits
/// stay well below that.
const BACKOFF: Backoff = Backoff { first: 1_000, longest: 60_000 };

/// The sink of an online session: a queue of events that become requests.
///
/// Events can be recorded before the collector has responded to the start: they are sent in order
/// once the session has its id. An event leaves the queue when the collector has accepted it, so a
/// slow or failing network loses nothing. When the collector has lost the session (404 or 410), a
/// new one is opened in the same state, and the queue is sent to it.
///
/// To drive it:
///
/// 1. record each event of the player when it happens;
/// 2. send the requests that [`next_request`](Recorder::next_request) returns;
/// 3. pass each response with its ticket to [`responded`](Recorder::responded); if none came,
///    call [`not_sent`](Recorder::not_sent).
///
/// ```
/// use media_collection::recorder::{NextRequest, Outcome};
/// use media_collection::{Collector, PlayerTime, Recorder, http};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
/// # fn send(request: http::Request<Vec<u8>>) -> Option<http::Response<Vec<u8>>> {
/// #     let status = if request.uri().path().ends_with("/events") { 204 } else { 201 };
/// #     Some(http::Response::builder().status(status).header("location", "/api/v1/sessions/3f2a")
/// #         .body(Vec::new()).unwrap())
/// # }
/// # fn now() -> i64 { 1_700_000_100_000 }
/// # fn random() -> f64 { 0.5 }
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
/// let mut session = Recorder::online(start);
/// session.play(at(1))?;
/// session.finish(at(60))?;
///
/// while let NextRequest::Send(outgoing) = session.next_request(now())? {
///     let ticket = outgoing.ticket;
///     match send(outgoing.request(&collector)) {
///         Some(response) => session.responded(ticket, &response, now(), random()),
///         None => session.not_sent(ticket, now(), random()),
///     };
/// }
/// assert!(session.is_done());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Online {
    pub(super) start: Box<SessionStart>,
    pub(super) session_id: Option<SessionId>,
    /// The state after everything that the collector has accepted, over all sessions.
    pub(super) accepted: SessionState,
    pub(super) queue: VecDeque<Event>,
    /// How many events at the head of the queue only restore the lost session's state. They do not
    /// advance `accepted`, and are generated again on the next loss.
    pub(super) restoring: usize,
    pub(super) reopened: u32,
    /// How often the next request was sent before.
    pub(super) attempts: u32,
    /// When it may be sent again, in milliseconds since the Unix epoch.
    pub(super) not_before: i64,
    pub(super) handed_out: Option<HandedOut>,
}

/// Compares the recording, not the attempts to send it.
impl PartialEq for Online {
    fn eq(&self, other: &Self) -> bool {
        self.start == other.start
            && self.session_id == other.session_id
            && self.accepted == other.accepted
            && self.queue == other.queue
            && self.restoring == other.restoring
            && self.reopened == other.reopened
    }
}

impl Take for Online {
    type Failure = Infallible;

    fn take(&mut self, event: Event) {
        self.queue.push_back(event);
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, Infallible> {
        let is_sent = self.session_id.is_some() || self.handed_out.is_some_and(|it| it.in_flight);
        if !is_sent {
            // A late response would be to the start as it was.
            self.handed_out = None;
            let next = self.queue.front().map(|next| next.player_time.ts());
            let downloaded = self.start.params.says_downloaded();
            change(&mut StartMut::new(&mut self.start, downloaded, next));
        }
        Ok(!is_sent)
    }

    /// A reopening may have adjusted the queued events, which may have been accepted since.
    fn moved_to(&self) -> Option<PlayerTime> {
        self.queue.back().map(|last| last.player_time).or(self.accepted.last)
    }
}

impl Online {
    pub(super) fn new(start: SessionStart) -> Self {
        Self {
            accepted: SessionState::of(&start),
            start: Box::new(start),
            session_id: None,
            queue: VecDeque::new(),
            restoring: 0,
            reopened: 0,
            attempts: 0,
            not_before: 0,
            handed_out: None,
        }
    }

    fn next_call(&self) -> Result<Option<Call>, EncodeError> {
        match (&self.session_id, self.queue.front()) {
            (None, _) => Call::start(&self.start).map(Some),
            (Some(id), Some(event)) => Call::event(id, event).map(Some),
            (Some(_), None) => Ok(None),
        }
    }

    fn next_request(&mut self, now: i64) -> Result<NextRequest, EncodeError> {
        // A longer wait than any that was set: the clock has been set back since.
        let clock_was_set_back = self.not_before > now.saturating_add(MAX_RETRY_AFTER);
        // 0 is no wait, also before 1970.
        if self.not_before != 0 && self.not_before > now && !clock_was_set_back {
            return Ok(NextRequest::Wait { until: self.not_before });
        }
        let Some(call) = self.next_call()? else { return Ok(NextRequest::Nothing) };
        let HandedOut { ticket, .. } = *self.handed_out.insert(HandedOut::new());
        Ok(NextRequest::Send(Outgoing { ticket, attempts: self.attempts, call }))
    }

    fn responded(
        &mut self,
        response: &ResponseParts<'_>,
        ended: bool,
        now: i64,
        jitter: f64,
    ) -> Outcome {
        if self.session_id.is_none() {
            return match Created::from_response(response) {
                Ok(Created { session_id }) => {
                    self.session_id = Some(session_id.clone());
                    // The start may have been corrected, with its time.
                    let started = self.start.player_time;
                    if self.accepted.last.is_none_or(|last| last.ts() < started.ts()) {
                        self.accepted.last = Some(started);
                    }
                    self.move_after_start();
                    self.settle();
                    Outcome::Opened(session_id)
                }
                Err(error) => self.keep(Some(error), now, jitter),
            };
        }
        match Accepted::from_response(response) {
            Ok(_) => {
                if let Some((event, restored)) = self.pop() {
                    if restored {
                        self.accepted.last = Some(event.player_time);
                    } else {
                        self.accepted.advance(&event);
                    }
                }
                self.settle();
                Outcome::Arrived
            }
            Err(ResponseError::SessionLost { .. }) => {
                self.settle();
                self.lost(ended)
            }
            Err(reason @ ResponseError::Rejected { .. }) => {
                self.settle();
                let event = self.pop().map(|(event, _)| Box::new(event));
                Outcome::SetAside { event, reason }
            }
            Err(error) => self.keep(Some(error), now, jitter),
        }
    }

    /// The request was completed: the next one is due at once.
    fn settle(&mut self) {
        self.attempts = 0;
        self.not_before = 0;
    }

    fn keep(&mut self, reason: Option<ResponseError>, now: i64, jitter: f64) -> Outcome {
        let delay = now.saturating_add(BACKOFF.delay(self.attempts, jitter));
        let due = asked(reason.as_ref(), now).map_or(delay, |asked| asked.max(delay));
        self.attempts = self.attempts.saturating_add(1);
        self.not_before = due;
        Outcome::Kept { due, reason }
    }

    /// Removes the next event from the queue; also returns whether it only restores a lost state.
    fn pop(&mut self) -> Option<(Event, bool)> {
        let event = self.queue.pop_front()?;
        let restored = self.restoring > 0;
        self.restoring = self.restoring.saturating_sub(1);
        Some((event, restored))
    }

    /// Opens a new session in the state of the lost one, unless only its end was left to report.
    fn lost(&mut self, ended: bool) -> Outcome {
        // The restoring events of the lost session are generated again for the new one.
        self.queue.drain(..self.restoring.min(self.queue.len()));
        self.restoring = 0;
        let next = match self.queue.front() {
            None if ended => return Outcome::Closed,
            // The collector has accepted everything, and more may follow.
            None => self.accepted.last.unwrap_or(self.start.player_time),
            Some(next) if matches!(next.body, EventBody::SessionEnd { .. }) => {
                self.queue.clear();
                return Outcome::Closed;
            }
            Some(next) => next.player_time,
        };
        let (start, restoring) = reopen(&self.start, &self.accepted, next);
        *self.start = start;
        self.session_id = None;
        self.reopened = self.reopened.saturating_add(1);
        self.restoring = restoring.len();
        for event in restoring.into_iter().rev() {
            self.queue.push_front(event);
        }
        self.move_after_start();
        Outcome::Reopening
    }

    /// Gives the queued events times after that of the start.
    fn move_after_start(&mut self) {
        let mut times = SessionState::of(&self.start);
        for event in &mut self.queue {
            times.adjust(&mut event.player_time);
            times.last = Some(event.player_time);
        }
    }
}

impl Recorder<Online> {
    /// Starts an online session.
    ///
    /// A playhead that is not a finite number becomes 0. Another number that is not finite makes
    /// [`next_request`](Self::next_request) fail; [`SessionStart::check`] reports it beforehand.
    pub fn online(start: SessionStart) -> Self {
        let start = with_finite_playhead(start);
        Self::new(SessionState::of(&start), Online::new(start))
    }

    /// The event that opens the session; after a loss, the one that opens the new session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.sink.start
    }

    /// The event that will open the session, to correct it after a collector rejected it; `None`
    /// once the session is open.
    pub fn start_mut(&mut self) -> Option<&mut SessionStart> {
        self.sink.session_id.is_none().then_some(&mut *self.sink.start)
    }

    /// The session's id; `None` until the collector has assigned it.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.sink.session_id.as_ref()
    }

    /// The events that the collector has not accepted yet.
    pub fn queue(&self) -> impl ExactSizeIterator<Item = &Event> {
        self.sink.queue.iter()
    }

    /// How often the collector lost the session, so that a new one was opened.
    #[must_use]
    pub fn reopened(&self) -> u32 {
        self.sink.reopened
    }

    /// Whether the end was recorded and the collector has accepted everything.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.state.phase == Phase::Ended
            && self.sink.session_id.is_some()
            && self.sink.queue.is_empty()
    }

    /// The next request: the start, until the session is open; then the events, in order. After a
    /// failure, it returns when to call again. `now` is in milliseconds since the Unix epoch.
    ///
    /// One request is in flight at a time. A call while one is in flight abandons that attempt: it
    /// returns the same request with a new ticket, and the old ticket is stale.
    ///
    /// # Errors
    ///
    /// When the start cannot be encoded as JSON. [`start_mut`](Self::start_mut) can correct it.
    pub fn next_request(&mut self, now: i64) -> Result<NextRequest, EncodeError> {
        self.sink.next_request(now)
    }

    /// Processes the response to a request: an `&http::Response`, or [`ResponseParts`]. `now` is in milliseconds since the Unix epoch.
    /// `jitter` is a random number from 0 to 1 that spreads the next attempts of many devices.
    ///
    /// A response that arrives after [`not_sent`](Self::not_sent) is still processed, unless the
    /// request has been returned by [`next_request`](Self::next_request) again.
    pub fn responded<'r>(
        &mut self,
        ticket: Ticket,
        response: impl Into<ResponseParts<'r>>,
        now: i64,
        jitter: f64,
    ) -> Outcome {
        if self.sink.handed_out.is_none_or(|handed_out| handed_out.ticket != ticket) {
            return Outcome::Stale;
        }
        self.sink.handed_out = None;
        let ended = self.state.phase == Phase::Ended;
        let outcome = self.sink.responded(&response.into(), ended, now, jitter);
        self.follow();
        outcome
    }

    /// Reports that no response came: the network failed, or a timeout passed. The request stays
    /// in the queue and is sent again; the collector may receive it twice. `now` and `jitter` are
    /// as for [`responded`](Self::responded).
    pub fn not_sent(&mut self, ticket: Ticket, now: i64, jitter: f64) -> Outcome {
        match &mut self.sink.handed_out {
            Some(handed_out) if handed_out.ticket == ticket && handed_out.in_flight => {
                handed_out.in_flight = false;
            }
            _ => return Outcome::Stale,
        }
        self.sink.keep(None, now, jitter)
    }

    /// The recorder of a session that is already open, in this state.
    pub(super) fn of_open(start: SessionStart, session_id: SessionId, state: SessionState) -> Self {
        let mut sink = Online::new(start);
        sink.session_id = Some(session_id);
        sink.accepted = state.clone();
        Self::new(state, sink)
    }
}
