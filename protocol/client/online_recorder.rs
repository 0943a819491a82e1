//! The recorder of an online session: what it shows of the session, and how it is driven.

use super::backoff::Reported;
use super::online::Online;
use super::online_options::OnlineOptions;
use super::outcome::{NextRequest, Outcome, Ticket};
use super::response_error::ResponseError;
use super::steps::Reply;
use crate::constraints::EncodeError;
use crate::event::{Event, SessionStart};
use crate::session::{Phase, Recorder, SessionState, StartMut, with_finite_playhead};
use crate::wire::{ResponseParts, SessionId};

impl Recorder<Online> {
    /// Starts an online session.
    ///
    /// A playhead that is not a finite number becomes 0. Another number that is not finite makes
    /// [`next_request`](Self::next_request) fail; [`SessionStart::check`] reports it beforehand.
    pub fn online(start: SessionStart) -> Self {
        let start = with_finite_playhead(start);
        Self::new(SessionState::of(&start), Online::new(start))
    }

    /// Sets the options for sending.
    pub fn with_options(mut self, options: OnlineOptions) -> Self {
        self.sink.options = options;
        self
    }

    /// Sets whether a session that has reached a limit of time is replaced by a new one, which is
    /// the default. One that the collector has lost always is.
    pub fn set_renewal(&mut self, by_time: bool) {
        self.sink.progress.without_renewal = !by_time;
    }

    /// The event that opens the session; after a loss, the one that opens the new session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.sink.start
    }

    /// The event that will open the session, to correct it after a collector rejected it; `None`
    /// while it is in flight, and once the session is open. A recorder that stopped because of its
    /// start goes on. The timestamp stays before that of the next event.
    #[must_use = "it changes nothing by itself"]
    pub fn start_mut(&mut self) -> Option<StartMut<'_>> {
        self.sink.start_mut()
    }

    /// The session's id; `None` until the collector has assigned it.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.sink.progress.session_id.as_ref()
    }

    /// The events that the collector has not accepted yet.
    pub fn queue(&self) -> impl ExactSizeIterator<Item = &Event> {
        self.sink.queue.iter()
    }

    /// How often a new session was opened in place of the present one.
    #[must_use]
    pub fn reopened(&self) -> u32 {
        self.sink.progress.reopened
    }

    /// How many events were not sent, because the playhead had stood still for half an hour and the
    /// session was ended: see [`Renewal::Standstill`](super::Renewal::Standstill).
    #[must_use]
    pub fn withheld(&self) -> u32 {
        self.sink.progress.withheld
    }

    /// Whether the end was recorded and the collector has accepted everything.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.state.phase == Phase::Ended
            && self.sink.progress.session_id.is_some()
            && self.sink.queue.is_empty()
    }

    /// Whether the collector's session has reached a [limit of time](super::Renewal), so that the
    /// next event needs a new one. `now` is in milliseconds since the Unix epoch. `false` if no event
    /// can follow.
    #[must_use]
    pub fn is_expired(&self, now: i64) -> bool {
        !self.is_done() && self.sink.progress.is_expired(self.sink.head(), now)
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
        let next = self.sink.next_request(self.state.phase, now);
        self.follow();
        next
    }

    /// Processes the response to a request: an `&http::Response`, or [`ResponseParts`]. `now` is in
    /// milliseconds since the Unix epoch. `jitter` is a random number from 0 to 1 that spreads the next attempts of many devices.
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
        let Some(handed_out) = self.sink.handed_out.take_if(|sent| sent.ticket == ticket) else {
            return Outcome::Stale;
        };
        if !handed_out.in_flight {
            self.sink.attempts.answered_late();
        }
        let response = response.into();
        let reply = |is_start, is_of_edge| Reply::of(&response, is_start, is_of_edge);
        let outcome = self.sink.replied(reply, self.state.phase, Reported { now, jitter });
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
        let outcome = self.sink.replied(
            |_, _| Reply::Failed(None),
            self.state.phase,
            Reported { now, jitter },
        );
        if matches!(outcome, Outcome::SetAside { .. }) {
            // A late response would be that of another request.
            self.sink.handed_out = None;
        }
        outcome
    }

    /// Reports that no request could be made, because the collector's API has no form for a value. An
    /// event is set aside. A start stops the recorder: correct it with [`start_mut`](Self::start_mut).
    pub fn not_encoded(&mut self, ticket: Ticket, error: EncodeError) -> Outcome {
        if self.sink.handed_out.take_if(|sent| sent.ticket == ticket).is_none() {
            return Outcome::Stale;
        }
        let reply = |_, _| Reply::Rejected(ResponseError::NotEncoded(error));
        let outcome = self.sink.replied(reply, self.state.phase, Reported { now: 0, jitter: 0.0 });
        self.follow();
        outcome
    }

    /// Makes the next request due now, such as when the network is available again, even if the
    /// collector asked to wait.
    pub fn hurry(&mut self) {
        self.sink.attempts.hurry();
    }

    /// Lets a recorder go on that [stopped](NextRequest::Stopped); its next request is due now.
    pub fn try_again(&mut self) {
        self.sink.progress.try_again(&mut self.sink.attempts);
    }

    /// Takes the event at the head of the queue away, if it is the next request, and hands it back:
    /// it is not sent, and what stands behind it is. `None` if the start comes first or the queue is
    /// empty. If the event is in flight, it may still arrive; its ticket is then stale.
    ///
    /// Events that depend on it, as an ad does on its break, are still sent; the collector ignores
    /// them.
    #[must_use = "the event is not sent"]
    pub fn set_aside(&mut self) -> Option<Event> {
        self.session_id()?;
        let next = self.sink.next()?;
        let (event, _) = self.sink.pop()?;
        self.sink.handed_out = None;
        self.sink.progress.skip(next, &mut self.sink.attempts);
        Some(event)
    }

    /// The recorder of a session that is already open, in this state.
    pub(super) fn of_open(start: SessionStart, session_id: SessionId, state: SessionState) -> Self {
        let mut sink = Online::new(start);
        sink.progress.session_id = Some(session_id);
        sink.progress = sink.progress.with_start(sink.start.player_time);
        sink.accepted = state.clone();
        Self::new(state, sink)
    }
}
