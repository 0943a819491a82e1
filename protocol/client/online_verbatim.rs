//! Recording events as they are, for an online session.

use super::online::Online;
use super::online_options::OnlineOptions;
use super::outcome::{NextRequest, Outcome, Ticket};
use crate::constraints::EncodeError;
use crate::event::{Event, SessionStart};
use crate::session::{Recorder, SessionState, Verbatim};
use crate::wire::{ResponseParts, SessionId};

/// Driven as a [`Recorder<Online>`] is. Time alone opens no new session, unless
/// [`set_renewal`](Self::set_renewal) says so; a session that the collector has lost is opened again.
impl Verbatim<Online> {
    /// Goes on with a recorder that took events as they are.
    pub(crate) fn of_recorder(mut recorder: Recorder<Online>) -> Self {
        recorder.sink.verbatim = true;
        Self(recorder)
    }

    /// Starts an online session. The start is taken as it is.
    pub fn online(start: SessionStart) -> Self {
        let state = SessionState::of(&start);
        let sink = Online { verbatim: true, ..Online::new(start) };
        let mut recorder = Recorder::new(state, sink);
        recorder.set_renewal(false);
        Self(recorder)
    }

    /// Sets the options for sending.
    pub fn with_options(self, options: OnlineOptions) -> Self {
        Self(self.0.with_options(options))
    }

    /// As [`Recorder::set_renewal`]. The default is that time alone opens no new session.
    pub fn set_renewal(&mut self, by_time: bool) {
        self.0.set_renewal(by_time);
    }

    /// As [`Recorder::start_mut`]. The start is taken as it is.
    pub fn start_mut(&mut self) -> Option<&mut SessionStart> {
        self.0.sink.unsent_start()
    }

    /// As [`Recorder::session_id`].
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.0.session_id()
    }

    /// As [`Recorder::reopened`].
    #[must_use]
    pub fn reopened(&self) -> u32 {
        self.0.reopened()
    }

    /// As [`Recorder::queue`].
    pub fn queue(&self) -> impl ExactSizeIterator<Item = &Event> {
        self.0.queue()
    }

    /// As [`Recorder::is_done`].
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.0.is_done()
    }

    /// As [`Recorder::next_request`].
    ///
    /// # Errors
    ///
    /// When the start or the next event has a number, other than its playhead, that is infinite or
    /// NaN. [`set_aside`](Self::set_aside) takes such an event away.
    pub fn next_request(&mut self, now: i64) -> Result<NextRequest, EncodeError> {
        self.0.next_request(now)
    }

    /// As [`Recorder::responded`].
    pub fn responded<'r>(
        &mut self,
        ticket: Ticket,
        response: impl Into<ResponseParts<'r>>,
        now: i64,
        jitter: f64,
    ) -> Outcome {
        self.0.responded(ticket, response, now, jitter)
    }

    /// As [`Recorder::not_sent`].
    pub fn not_sent(&mut self, ticket: Ticket, now: i64, jitter: f64) -> Outcome {
        self.0.not_sent(ticket, now, jitter)
    }

    /// As [`Recorder::not_encoded`].
    pub fn not_encoded(&mut self, ticket: Ticket, error: EncodeError) -> Outcome {
        self.0.not_encoded(ticket, error)
    }

    /// As [`Recorder::hurry`].
    pub fn hurry(&mut self) {
        self.0.hurry();
    }

    /// As [`Recorder::try_again`].
    pub fn try_again(&mut self) {
        self.0.try_again();
    }

    /// As [`Recorder::set_aside`].
    #[must_use = "the event is not sent"]
    pub fn set_aside(&mut self) -> Option<Event> {
        self.0.set_aside()
    }
}
