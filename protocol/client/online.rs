//! The queue of an online session: the next request, and what its response leads to.

use std::collections::VecDeque;

use super::backoff::{Attempts, Backoff, Reported, Retries};
use super::clock_set::ClockSet;
use super::online_options::OnlineOptions;
use super::outcome::{HandedOut, NextRequest, Outcome, Outgoing, Renewal};
use super::sending::Progress;
use super::steps::{Head, Next, Plan, Reply, Step};
use crate::constraints::EncodeError;
use crate::event::{Event, SessionStart};
use crate::session::{End, Phase, SessionState, StartMut, reopen, reopen_before};
use crate::wire::Call;

/// The sink of an online session: a queue of events that become requests.
///
/// Events can be recorded before the collector has responded to the start: they are sent in order
/// once the session has its id. An event leaves the queue when the collector has accepted it, so a
/// slow or failing network loses nothing.
///
/// A new session continues in the same state, and gets the queue, when the collector has lost the
/// present one (404 or 410, twice), and when that has reached a [limit](super::Renewal): ten
/// minutes without an event, half an hour without movement, a day. [`Outgoing::renewal`] says why.
/// A session that did not last is not replaced at once, and after some in a row the recorder
/// [stops](NextRequest::Stopped). A viewing that only has its end to report opens no new session.
///
/// To drive it:
///
/// 1. record each event of the player when it happens;
/// 2. send the requests that [`next_request`](crate::Recorder::next_request) returns;
/// 3. pass each response with its ticket to [`responded`](crate::Recorder::responded); if none came,
///    call [`not_sent`](crate::Recorder::not_sent).
///
/// ```
/// use media_collection::recorder::{NextRequest, Outcome};
/// use media_collection::{Collector, Recorder, SteadyClock, http};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let clock = SteadyClock::new();
/// # let start = SessionStart::new(clock.at(0.0), params);
/// # fn send(request: http::Request<Vec<u8>>) -> Option<http::Response<Vec<u8>>> {
/// #     let status = if request.uri().path().ends_with("/events") { 204 } else { 201 };
/// #     Some(http::Response::builder().status(status).header("location", "/api/v1/sessions/3f2a")
/// #         .body(Vec::new()).unwrap())
/// # }
/// # fn random() -> f64 { 0.5 }
///
/// // `clock` is a `SteadyClock` that was made when the app started.
/// let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
/// let mut session = Recorder::online(start);
/// session.play(clock.at(0.0))?;
/// session.finish(clock.at(60.0))?;
///
/// while let NextRequest::Send(outgoing) = session.next_request(clock.now())? {
///     let ticket = outgoing.ticket;
///     match outgoing.request(&collector).map(send) {
///         Ok(Some(response)) => session.responded(ticket, &response, clock.now(), random()),
///         Ok(None) => session.not_sent(ticket, clock.now(), random()),
///         Err(error) => session.not_encoded(ticket, error), // Media Edge cannot say it
///     };
/// }
/// assert!(session.is_done());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Online {
    pub(super) start: Box<SessionStart>,
    pub(super) progress: Progress,
    pub(super) attempts: Attempts,
    /// The state after everything that the collector has accepted, over all sessions.
    pub(super) accepted: SessionState,
    pub(super) queue: VecDeque<Event>,
    /// How many events at the head of the queue are generated: they restore the state of a session
    /// that is replaced, or end one that is over. They do not advance `accepted`, and are generated
    /// again on the next loss.
    pub(super) generated: usize,
    pub(super) options: OnlineOptions,
    pub(super) handed_out: Option<HandedOut>,
    /// Events keep the times that they have.
    pub(super) verbatim: bool,
}

/// Compares the recording, not the attempts to send it.
impl PartialEq for Online {
    fn eq(&self, other: &Self) -> bool {
        self.start == other.start
            && self.progress.session_id == other.progress.session_id
            && self.accepted == other.accepted
            && self.queue == other.queue
            && self.generated == other.generated
            && self.progress.reopened == other.progress.reopened
    }
}

/// In milliseconds. The back end closes a session after ten minutes without an event, so the waits
/// stay well below that.
pub(super) const BACKOFF: Backoff = Backoff { first: 1_000, longest: 60_000 };

impl Online {
    fn retries(&self) -> Retries {
        Retries { backoff: BACKOFF, limits: self.options.clone() }
    }

    pub(super) fn new(start: SessionStart) -> Self {
        Self {
            accepted: SessionState::of(&start),
            start: Box::new(start),
            progress: Progress::default(),
            attempts: Attempts::default(),
            queue: VecDeque::new(),
            generated: 0,
            options: OnlineOptions::default(),
            handed_out: None,
            verbatim: false,
        }
    }

    /// The start, unless it was sent or is in flight. A recorder that stopped because of it goes on.
    pub(super) fn unsent_start(&mut self) -> Option<&mut SessionStart> {
        let in_flight = self.handed_out.is_some_and(|handed_out| handed_out.in_flight);
        if self.progress.session_id.is_some() || in_flight {
            return None;
        }
        // A late response would be to the start as it was.
        self.handed_out = None;
        self.progress.start_changed(&mut self.attempts);
        Some(&mut self.start)
    }

    /// The same, with what belongs to the session kept.
    pub(super) fn start_mut(&mut self) -> Option<StartMut<'_>> {
        let next = self.queue.front().map(|next| next.player_time.ts());
        let start = self.unsent_start()?;
        let downloaded = start.params.says_downloaded();
        Some(StartMut::new(start, downloaded, next))
    }

    /// What the next request contains; `None` if there is nothing to send.
    pub(super) fn next(&self) -> Option<Next> {
        if self.progress.session_id.is_none() {
            return Some(Next::Start(self.start.player_time));
        }
        self.queue.front()?;
        let recorded = self.head().map(Next::Recorded);
        Some(recorded.filter(|_| self.generated == 0).unwrap_or(Next::Generated))
    }

    /// The first recorded event of the queue.
    pub(super) fn head(&self) -> Option<Head> {
        self.queue.get(self.generated).map(Head::of)
    }

    /// Whether only the end of the viewing is left to report.
    fn is_ending(&self, phase: Phase) -> bool {
        matches!(phase, Phase::Completed | Phase::Ended)
            && self.queue.iter().skip(self.generated).all(|event| event.body.closes())
    }

    /// `phase` is that of the recording, as in what follows.
    pub(super) fn next_request(
        &mut self,
        phase: Phase,
        now: i64,
    ) -> Result<NextRequest, EncodeError> {
        let retries = self.retries();
        loop {
            if let Some(why) = self.progress.stopped {
                return Ok(NextRequest::Stopped(why));
            }
            let Some(next) = self.next() else { return Ok(NextRequest::Nothing) };
            if let Some(until) = self.attempts.waits(now, &retries) {
                return Ok(NextRequest::Wait { until });
            }
            match self.progress.plan(next, self.is_ending(phase), now) {
                Plan::Send => break,
                Plan::Adjust => self.adjust(),
                Plan::Withhold => self.withhold(),
                Plan::End(why) => self.end(why),
                Plan::Renew(why) => {
                    self.set_times_right();
                    let at = Reported { now, jitter: 1.0 };
                    let head = self.head();
                    // Why nothing is sent is known to the progress.
                    let _ = self.progress.renew(why, head, &mut self.attempts, at, &retries);
                    self.reopen(why);
                }
            }
            self.handed_out = None;
        }
        let call = match (&self.progress.session_id, self.queue.front()) {
            (Some(id), Some(event)) => Call::raw_event(id, event)?,
            (_, _) => Call::raw_start(&self.start)?,
        };
        let call = self.progress.connected(call, now);
        let HandedOut { ticket, .. } = *self.handed_out.insert(HandedOut::new());
        let Self { attempts, progress, .. } = self;
        Ok(NextRequest::Send(Outgoing {
            ticket,
            attempts: attempts.made,
            renewal: progress.renewal,
            call,
        }))
    }

    /// Carries out what a reply to the next request leads to.
    pub(super) fn replied(
        &mut self,
        reply: impl FnOnce(bool, bool) -> Reply,
        phase: Phase,
        at: Reported,
    ) -> Outcome {
        let Some(next) = self.next() else { return Outcome::Stale };
        let ending = self.is_ending(phase);
        let retries = self.retries();
        let Self { progress, attempts, .. } = self;
        let was_over = progress.over.is_some();
        let reply = reply(matches!(next, Next::Start(_)), progress.is_of_edge());
        match progress.replied(reply, next, ending, attempts, at, &retries) {
            Step::Opened(id) => {
                // The start may have been corrected, with its time.
                let started = self.start.player_time;
                let last = self.accepted.last.filter(|_| self.progress.reopened > 0);
                if last.is_none_or(|last| last.ts() < started.ts()) {
                    self.accepted.last = Some(started);
                }
                // After the clock was set, the queue goes to another session.
                if self.progress.clock.is_none() {
                    self.move_after_start();
                }
                Outcome::Opened(id)
            }
            Step::Arrived => {
                match self.pop() {
                    Some((event, true)) => self.accepted.last = Some(event.player_time),
                    Some((event, false)) => self.accepted.advance(&event),
                    None => {}
                }
                Outcome::Arrived
            }
            Step::SetAside(reason) => {
                let event = self.pop().map(|(event, _)| Box::new(event));
                Outcome::SetAside { event, reason }
            }
            Step::Kept { due, reason } => Outcome::Kept { due, reason },
            Step::Closed => {
                self.drop_generated();
                if !was_over {
                    self.queue.drain(..).for_each(|event| self.accepted.advance_unsent(&event));
                }
                Outcome::Closed
            }
            Step::Stopped(why, reason) => Outcome::Stopped { why, reason },
            Step::Renew(reason) => {
                self.set_times_right();
                let head = self.head();
                let Self { progress, attempts, .. } = self;
                let due = progress.renew(Renewal::Lost, head, attempts, at, &retries);
                self.reopen(Renewal::Lost);
                match due {
                    Ok(due) => Outcome::Reopening { due },
                    Err(why) => Outcome::Stopped { why, reason },
                }
            }
        }
    }

    /// Removes the next event from the queue; also returns whether it was generated.
    pub(super) fn pop(&mut self) -> Option<(Event, bool)> {
        let event = self.queue.pop_front()?;
        let generated = self.generated > 0;
        self.generated = self.generated.saturating_sub(1);
        Some((event, generated))
    }

    fn drop_generated(&mut self) {
        self.queue.drain(..self.generated.min(self.queue.len()));
        self.generated = 0;
    }

    fn withhold(&mut self) {
        if let Some(event) = self.queue.pop_front() {
            self.accepted.advance_unsent(&event);
            self.progress.withhold();
        }
    }

    /// The clock was set, but only the end is left to report: it goes to the session that is open.
    fn adjust(&mut self) {
        self.progress.clock = None;
        let mut times = SessionState { last: self.accepted.last, ..SessionState::default() };
        times.adjust_all(self.queue.iter_mut());
    }

    /// Generates what ends the present session, at the time of the next event; if the clock was set,
    /// at that of the last one.
    fn end(&mut self, why: Renewal) {
        self.drop_generated();
        let last = self.accepted.last.filter(|_| why == Renewal::ClockSet);
        let Some(at) = last.or(self.queue.front().map(|head| head.player_time)) else { return };
        let ending = self.accepted.ending_at(End::Abandoned, at);
        self.progress.over = Some(why);
        self.generate(ending);
    }

    /// A new session begins, with the right times after the clock was set.
    fn set_times_right(&mut self) {
        let ClockSet { in_flight, by } = self.progress.take_clock();
        let in_flight = self.queue.iter_mut().skip(self.generated).take(in_flight);
        let times = in_flight.map(|event| &mut event.player_time).chain(&mut self.accepted.last);
        times.for_each(|time| time.shift(by));
    }

    /// Puts the start and the events of a new session before the queue.
    fn reopen(&mut self, why: Renewal) {
        self.drop_generated();
        let (start, restoring) = match self.queue.front() {
            Some(next) => reopen_before(&self.start, &self.accepted, next, why == Renewal::Lost),
            // The collector has accepted everything, and more may follow.
            None => {
                let last = self.accepted.last.unwrap_or(self.start.player_time);
                reopen(&self.start, &self.accepted, last)
            }
        };
        *self.start = start;
        self.generate(restoring);
        self.move_after_start();
    }

    fn generate(&mut self, events: Vec<Event>) {
        self.generated = events.len();
        for event in events.into_iter().rev() {
            self.queue.push_front(event);
        }
    }

    /// Gives the queued events times after that of the start.
    fn move_after_start(&mut self) {
        if !self.verbatim {
            SessionState::of(&self.start).adjust_all(self.queue.iter_mut());
        }
    }
}
