//! Online sessions: queues of requests, one for each session.

use std::collections::VecDeque;
use std::convert::Infallible;

use serde::{Deserialize, Serialize};

use super::outcome::{Discarded, TrackError};
use super::sessions::sealed::Commit;
use super::sessions::{Batch, InMemory, Recording};
use crate::client::{NextRequest, Online, OnlineOptions, Outcome, Ticket};
use crate::constraints::EncodeError;
use crate::event::{Event, SessionStart};
use crate::session::{Recorder, StartMut, Verbatim};
use crate::wire::ResponseParts;

/// The sessions of a viewer who is online: a queue of requests for each, in memory.
///
/// They are driven as a [`Recorder<Online>`](crate::recorder::Online) is: send what
/// [`next_request`](Self::next_request) returns, and tell what came of it. A session that the
/// collector has lost is opened again. The sessions do not end by time: the tracker sees to that.
///
/// ```
/// use media_collection::recorder::NextRequest;
/// use media_collection::tracker::{OnlineSessions, Tracker};
/// use media_collection::{Collector, SteadyClock};
/// # use media_collection::{SessionStartParams, http};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(1800.0).content_type("vod").player_name("tv").channel("c").build();
/// # fn send(request: http::Request<Vec<u8>>) -> Option<http::Response<Vec<u8>>> {
/// #     let status = if request.uri().path().ends_with("/events") { 204 } else { 201 };
/// #     Some(http::Response::builder().status(status).header("location", "/api/v1/sessions/3f2a")
/// #         .body(Vec::new()).unwrap())
/// # }
/// # fn random() -> f64 { 0.5 }
///
/// let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
/// let clock = SteadyClock::new();
/// let mut tracker = Tracker::new(OnlineSessions::new());
/// tracker.session_start(clock.now(), params)?;
/// tracker.play(clock.now())?;
/// tracker.complete(clock.now())?;
///
/// let sessions = tracker.sessions_mut();
/// while let NextRequest::Send(outgoing) = sessions.next_request(clock.now())? {
///     let ticket = outgoing.ticket;
///     let outcome = match outgoing.request(&collector).map(send) {
///         Ok(Some(response)) => sessions.responded(ticket, &response, clock.now(), random()),
///         Ok(None) => sessions.not_sent(ticket, clock.now(), random()),
///         Err(error) => sessions.not_encoded(ticket, error), // Media Edge cannot say it
///     };
///     println!("{outcome:?}");
/// }
/// assert!(sessions.is_done());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It serialises with everything that was not sent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OnlineSessions {
    /// In the order in which they were opened. The last may be the present one.
    queues: VecDeque<Queue>,
    /// Whether the last of them is being recorded.
    is_present: bool,
    options: OnlineOptions,
}

#[derive(Debug, Clone, PartialEq)]
struct Queue(Recording<Online>);

impl Queue {
    fn recorder(&self) -> &Recorder<Online> {
        self.0.recorder()
    }

    fn recorder_mut(&mut self) -> &mut Recorder<Online> {
        self.0.recorder_mut()
    }

    /// Whether everything was sent of what was recorded.
    fn is_empty(&self) -> bool {
        let recorder = self.recorder();
        recorder.session_id().is_some() && recorder.queue().len() == 0
    }
}

impl OnlineSessions {
    /// No sessions yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No sessions yet, with these options for sending.
    #[must_use]
    pub fn with_options(options: OnlineOptions) -> Self {
        Self { options, ..Self::default() }
    }

    /// The session that is being recorded.
    #[must_use]
    pub fn present(&self) -> Option<&Recorder<Online>> {
        self.queues.back().filter(|_| self.is_present).map(Queue::recorder)
    }

    /// The sessions of which something is not sent, in the order in which they were opened.
    pub fn waiting(&self) -> impl Iterator<Item = &Recorder<Online>> {
        self.queues.iter().filter(|queue| !queue.is_empty()).map(Queue::recorder)
    }

    /// Whether everything that was recorded was sent.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.queues.iter().all(Queue::is_empty)
    }

    /// The next request, of the first session that has one; or when to call again. It means the same
    /// as [`Recorder::next_request`](crate::Recorder::next_request). A session that
    /// [stopped](NextRequest::Stopped) does not stop those after it.
    ///
    /// # Errors
    ///
    /// When a start cannot be encoded as JSON. [`start_mut`](Self::start_mut) can correct it.
    pub fn next_request(&mut self, now: i64) -> Result<NextRequest, EncodeError> {
        self.forget_sent();
        let (mut waits, mut stopped) = (None, None);
        for queue in &mut self.queues {
            match queue.recorder_mut().next_request(now)? {
                NextRequest::Send(outgoing) => return Ok(NextRequest::Send(outgoing)),
                NextRequest::Wait { until } => {
                    waits = Some(waits.map_or(until, |earlier: i64| earlier.min(until)));
                }
                NextRequest::Stopped(why) => stopped = stopped.or(Some(why)),
                NextRequest::Nothing => {}
            }
        }
        Ok(match (waits, stopped) {
            (Some(until), _) => NextRequest::Wait { until },
            (None, Some(why)) => NextRequest::Stopped(why),
            (None, None) => NextRequest::Nothing,
        })
    }

    /// Processes the response to a request: see [`Recorder::responded`](crate::Recorder::responded).
    pub fn responded<'r>(
        &mut self,
        ticket: Ticket,
        response: impl Into<ResponseParts<'r>>,
        now: i64,
        jitter: f64,
    ) -> Outcome {
        let response = response.into();
        self.of_ticket(|recorder| recorder.responded(ticket, response.clone(), now, jitter))
    }

    /// Reports that no response came: see [`Recorder::not_sent`](crate::Recorder::not_sent).
    pub fn not_sent(&mut self, ticket: Ticket, now: i64, jitter: f64) -> Outcome {
        self.of_ticket(|recorder| recorder.not_sent(ticket, now, jitter))
    }

    /// Reports that no request could be made: see
    /// [`Recorder::not_encoded`](crate::Recorder::not_encoded).
    pub fn not_encoded(&mut self, ticket: Ticket, error: EncodeError) -> Outcome {
        self.of_ticket(|recorder| recorder.not_encoded(ticket, error.clone()))
    }

    fn of_ticket(&mut self, mut tell: impl FnMut(&mut Recorder<Online>) -> Outcome) -> Outcome {
        let outcomes = self.queues.iter_mut().map(|queue| tell(queue.recorder_mut()));
        let mut known = outcomes.skip_while(|outcome| *outcome == Outcome::Stale);
        known.next().unwrap_or(Outcome::Stale)
    }

    /// Makes all requests due now, such as when the network is available again.
    pub fn hurry(&mut self) {
        self.queues.iter_mut().for_each(|queue| queue.recorder_mut().hurry());
    }

    /// Lets sessions go on that [stopped](NextRequest::Stopped).
    pub fn try_again(&mut self) {
        self.queues.iter_mut().for_each(|queue| queue.recorder_mut().try_again());
    }

    /// The start of the first session that waits for being opened, to correct it.
    pub fn start_mut(&mut self) -> Option<StartMut<'_>> {
        let mut queues = self.queues.iter_mut().map(Queue::recorder_mut);
        queues.find(|recorder| recorder.session_id().is_none())?.start_mut()
    }

    /// Takes the first event of the first session that waits away, and hands it back: see
    /// [`Recorder::set_aside`](crate::Recorder::set_aside).
    #[must_use = "the event is not sent"]
    pub fn set_aside(&mut self) -> Option<Event> {
        let mut queues = self.queues.iter_mut().filter(|queue| !queue.is_empty());
        queues.next()?.recorder_mut().set_aside()
    }

    fn forget_sent(&mut self) {
        let present = self.queues.len().checked_sub(1).filter(|_| self.is_present);
        let mut place = 0;
        self.queues.retain(|queue| {
            let keeps = Some(place) == present || !queue.is_empty();
            place += 1;
            keeps
        });
    }
}

impl InMemory for OnlineSessions {
    type Sink = Online;

    fn begin(&mut self, start: SessionStart, verbatim: bool) {
        let options = self.options.clone();
        let recording = if verbatim {
            Recording::Verbatim(Verbatim::online(start).with_options(options))
        } else {
            let mut recorder = Recorder::online(start).with_options(options);
            recorder.set_renewal(false);
            Recording::Rules(recorder)
        };
        self.forget_sent();
        self.queues.push_back(Queue(recording));
        self.is_present = true;
    }

    fn present(&mut self) -> Option<&mut Recording<Online>> {
        self.queues.back_mut().filter(|_| self.is_present).map(|queue| &mut queue.0)
    }

    fn put_away(&mut self) {
        self.is_present = false;
    }
}

impl Commit for OnlineSessions {
    type Failure = Infallible;

    fn can_fail(&self) -> bool {
        false
    }

    fn are_downloaded(&self) -> bool {
        false
    }

    fn commit(
        &mut self,
        batch: Batch<'_>,
        _: &dyn Fn() -> String,
    ) -> Result<(), TrackError<Infallible>> {
        self.record_all(batch)
    }

    fn discard(&mut self) -> Result<Discarded, Infallible> {
        self.is_present = false;
        let mut discarded = Discarded::default();
        for queue in self.queues.drain(..).filter(|queue| !queue.is_empty()) {
            let start = usize::from(queue.recorder().session_id().is_none());
            discarded.sessions += 1;
            discarded.events += queue.recorder().queue().len() + start;
        }
        Ok(discarded)
    }

    fn is_recording(&self) -> bool {
        self.is_present
    }

    fn reopened(&self) -> u32 {
        self.present().map_or(0, Recorder::reopened)
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, Infallible> {
        let present = self.present();
        present
            .map_or(Ok(false), |present| present.recorder_mut().change_start(|start| change(start)))
    }
}

#[derive(Serialize, Deserialize)]
struct Stored<Q, O> {
    /// Whether events are recorded as they are.
    verbatim: bool,
    is_present: bool,
    queues: Q,
    options: O,
}

impl Serialize for OnlineSessions {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_verbatim = |queue: &Queue| matches!(queue.0, Recording::Verbatim(_));
        let stored = Stored {
            verbatim: self.queues.iter().any(is_verbatim),
            is_present: self.is_present,
            queues: self.queues.iter().map(Queue::recorder).collect::<Vec<_>>(),
            options: &self.options,
        };
        stored.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for OnlineSessions {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Stored { verbatim, is_present, queues, options } =
            Stored::<Vec<Recorder<Online>>, OnlineOptions>::deserialize(deserializer)?;
        let queue = |recorder: Recorder<Online>| {
            Queue(if verbatim {
                Recording::Verbatim(Verbatim::of_recorder(recorder))
            } else {
                Recording::Rules(recorder)
            })
        };
        Ok(Self { queues: queues.into_iter().map(queue).collect(), is_present, options })
    }
}
