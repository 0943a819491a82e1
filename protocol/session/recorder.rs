//! Recording a session event by event, for players that are driven by callbacks.

use super::admission::{Admitted, End, Ending, Order, RecordError, Recorded, Refused};
use super::downloaded::{DownloadedSession, InvalidSession};
use super::downloaded_sink::Downloaded;
use super::lint::Finding;
use super::sink::Sink;
use super::sink::sealed::Take;
use super::start_mut::StartMut;
use super::state::{Phase, SessionState, with_finite_playhead};
use super::timing::{ClockChange, Moved, Timing};
use crate::constraints::Returned;
use crate::event::{Event, PlayerTime, SessionStart};
use crate::schema::Mode;

/// Records a session from a player's callbacks, in whatever order they come.
///
/// It has one method for each event type, and [`record`](Self::record) for any event. An event
/// that needs an ad, ad break or chapter closed first closes it ([`Order`]). An event that would
/// lose data is refused, and the error names the [`Rule`](crate::lint::Rule). The recorder has no
/// clock: every event has its own time, best from a [`SteadyClock`](crate::SteadyClock). The type parameter says where the events go:
///
/// | recorder | begins with | its events go |
/// |---|---|---|
/// | `Recorder<Downloaded>`, the default | [`Recorder::downloaded`] | into memory; [`into_session`](Self::into_session) returns the session to send |
/// | `Recorder<Online>` | [`Recorder::online`] | into a queue of requests |
/// | `Recorder<StoredDownloaded>` | `store.begin` | into a file on the device (feature `store`) |
/// | `Recorder<StoredOnline>` | `store.begin_online` | into a file, and from there to the collector (feature `store`) |
/// | `Recorder<AnySink>` | `into`, from each of the others | to a sink chosen at run time |
///
/// The first two implement `Serialize` and `Deserialize`: an app can save one at any time and
/// continue with it after a restart.
///
/// ```
/// use media_collection::lint::Rule;
/// use media_collection::{Recorder, SteadyClock};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
///
/// let clock = SteadyClock::new(); // made once, when the app starts
/// let mut recorder = Recorder::downloaded(SessionStart::new(clock.at(0.0), params));
/// recorder.play(clock.at(0.0))?; // the playhead in seconds, and now
///
/// // No ad break is open, so there is no ad to complete. The recorder is unchanged.
/// let refused = recorder.ad_complete(clock.at(2.0)).unwrap_err();
/// assert_eq!(refused.rule(), Some(Rule::AdInBreak));
///
/// // Two events never share a timestamp: the second is adjusted by a millisecond.
/// let same = clock.at(10.0);
/// recorder.bitrate_change(same)?;
/// let recorded = recorder.ping(same)?;
/// assert!(recorded.adjusted_by > 0);
///
/// recorder.finish(clock.at(60.0))?;
/// let session = recorder.into_session();
/// assert_eq!(session.len(), 6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a session is reported only when it is ended and sent"]
pub struct Recorder<S = Downloaded> {
    pub(crate) state: SessionState,
    pub(crate) order: Order,
    pub(crate) mode: Mode,
    pub(crate) sink: S,
}

impl<S> Recorder<S> {
    pub(crate) fn new(state: SessionState, sink: S) -> Self {
        Self { state, order: Order::default(), mode: Mode::default(), sink }
    }

    /// The same recorder with another sink.
    pub(crate) fn with_sink<T>(self, sink: impl FnOnce(S) -> T) -> Recorder<T> {
        let Self { state, order, mode, sink: before } = self;
        Recorder { state, order, mode, sink: sink(before) }
    }

    /// Sets what happens to an event that needs something closed first.
    pub fn with_order(mut self, order: Order) -> Self {
        self.order = order;
        self
    }

    /// What happens to an event that needs something closed first.
    #[must_use]
    pub const fn order(&self) -> Order {
        self.order
    }

    /// With [`Mode::Tolerant`], events of types that the schemas do not know are recorded, too
    /// ([`EventBody::Other`](crate::EventBody::Other)). A collector that does not know them either
    /// rejects them, and with them a downloaded session.
    ///
    /// ```
    /// use media_collection::{Event, EventBody, Mode, OtherEvent, PlayerTime, Recorder};
    /// # use media_collection::{SessionStart, SessionStartParams};
    /// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
    /// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
    /// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
    /// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
    ///
    /// let at = PlayerTime::new(1.0, 1_700_000_001_000);
    /// let mut recorder = Recorder::downloaded(start).with_mode(Mode::Tolerant);
    /// let applause = EventBody::Other(Box::new(OtherEvent::new("applause")));
    /// recorder.record(Event::new(at, applause))?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// What happens to event types that the schemas do not know.
    #[must_use]
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Whether `sessionEnd` was recorded, so that nothing can follow.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.state.phase == Phase::Ended
    }

    /// Whether an ad break is open.
    #[must_use]
    pub const fn ad_break_is_open(&self) -> bool {
        self.state.open().ad_break
    }

    /// Whether an ad is open, and with it its ad break.
    #[must_use]
    pub const fn ad_is_open(&self) -> bool {
        self.state.open().ad
    }

    /// Whether a chapter is open.
    #[must_use]
    pub const fn chapter_is_open(&self) -> bool {
        self.state.open().chapter
    }

    /// The names of the player states that are active, in alphabetical order.
    pub fn active_states(&self) -> impl Iterator<Item = &str> {
        self.state.states.active()
    }

    /// Whether an event could be recorded now.
    ///
    /// # Errors
    ///
    /// The error that [`record`](Self::record) would return, except errors of the sink.
    pub fn allows(&self, event: &Event) -> Result<(), RecordError> {
        self.state.judge(event, self.order, self.mode).map(drop)
    }
}

impl<S: Sink> Recorder<S> {
    /// The time of the last event.
    #[must_use]
    pub fn last(&self) -> PlayerTime {
        // A recorder begins with a start.
        let last = self.state.last.unwrap_or_else(|| PlayerTime::of_ts(0));
        self.sink.moved_to().filter(|moved_to| moved_to.ts() > last.ts()).unwrap_or(last)
    }

    /// Records an event.
    ///
    /// # Errors
    ///
    /// When a rule refuses the event, JSON cannot represent it, or the sink fails. The recorder is
    /// unchanged, and the event is handed back.
    pub fn record(&mut self, event: Event) -> Result<Recorded, Refused<S::Error>> {
        let mut event = event;
        let given = event.player_time;
        self.follow();
        let admitted = self.state.admit(&mut event, self.order, self.mode);
        let Admitted { mut closing, mut recorded, timing } = match admitted {
            Ok(admitted) => admitted,
            Err(error) => return Err(Returned::new(event, widen(error))),
        };
        match self.sink.write(timing.as_deref(), &mut closing, &mut event) {
            Ok(moved) => recorded.clock = self.timed(timing, moved),
            Err(error) => {
                event.player_time = given;
                return Err(Returned::new(event, RecordError::Sink(error)));
            }
        }
        recorded.moved_to(event.player_time);
        closing.into_iter().for_each(|event| self.take(event));
        self.take(event);
        Ok(recorded)
    }

    /// Changes the event that opens the session, such as for an identity or a configuration that
    /// arrives late. `false` if it was sent already, or is in flight, and was not changed.
    ///
    /// A playhead that is not a finite number becomes 0, and the timestamp stays before that of the
    /// next event. The downloaded flag does not change.
    ///
    /// # Errors
    ///
    /// When the sink fails, or has no room for a longer start. The start is then unchanged.
    pub fn change_start(
        &mut self,
        change: impl FnOnce(&mut SessionStart),
    ) -> Result<bool, S::Error> {
        let mut change = Some(change);
        self.sink.change_start(&mut |start| {
            if let Some(change) = change.take() {
                change(start);
            }
        })
    }

    /// The content was watched to its end: closes what is open, then records `sessionComplete` and
    /// `sessionEnd`. `None` if the session has ended already.
    ///
    /// What is open closes in the order of the official SDKs: `adSkip`, `adBreakComplete`,
    /// `chapterSkip`.
    ///
    /// # Errors
    ///
    /// When the sink fails. The recorder is unchanged.
    pub fn finish(&mut self, at: PlayerTime) -> Result<Option<Recorded>, S::Error> {
        self.end(End::Finished, at)
    }

    /// The viewer left before the end: closes what is open, then records `sessionEnd`. `None` if the
    /// session has ended already.
    ///
    /// # Errors
    ///
    /// When the sink fails. The recorder is unchanged.
    pub fn abandon(&mut self, at: PlayerTime) -> Result<Option<Recorded>, S::Error> {
        self.end(End::Abandoned, at)
    }

    fn end(&mut self, end: End, at: PlayerTime) -> Result<Option<Recorded>, S::Error> {
        self.follow();
        let Ending { mut events, mut recorded, timing } = self.state.ending(end, at);
        let moved = self.sink.write_end(timing.as_deref(), &mut events)?;
        let clock = self.timed(timing, moved);
        if let (Some(recorded), Some(last)) = (&mut recorded, events.last()) {
            recorded.moved_to(last.player_time);
            recorded.clock = clock;
        }
        events.into_iter().for_each(|event| self.take(event));
        Ok(recorded)
    }
}

impl<S: Take> Recorder<S> {
    /// Follows the sink, which may have moved its events to later times: the next event comes after
    /// them.
    pub(crate) fn follow(&mut self) {
        if let Some(moved_to) = self.sink.moved_to()
            && self.state.last.is_none_or(|last| last.ts() < moved_to.ts())
        {
            self.state.last = Some(moved_to);
        }
    }

    /// Remembers what an event's time says about the clock, and tells what was moved.
    fn timed(&mut self, timing: Option<Box<Timing>>, moved: Moved) -> Option<ClockChange> {
        let timing = timing?;
        self.state.clock = timing.clock;
        timing.change(moved)
    }

    pub(super) fn take(&mut self, event: Event) {
        self.state.advance(&event);
        self.state.clock.recorded();
        self.sink.take(event);
    }
}

/// Gives an error without a sink the error type of a sink.
fn widen<E>(error: RecordError) -> RecordError<E> {
    match error {
        RecordError::Rule(rule) => RecordError::Rule(rule),
        RecordError::Encode(error) => RecordError::Encode(error),
        RecordError::Sink(never) => match never {},
    }
}

impl Recorder {
    /// Begins the recording of a downloaded session.
    ///
    /// The start is taken as it is, apart from a playhead that is not a finite number, which
    /// becomes 0. Another number that is not finite, such as the length of an endless stream,
    /// cannot be encoded later: [`SessionStart::check`] reports it.
    pub fn downloaded(start: SessionStart) -> Self {
        let start = Box::new(with_finite_playhead(start));
        Self::new(SessionState::of(&start), Downloaded { start, events: Vec::new() })
    }

    /// The event that opened the session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.sink.start
    }

    /// Mutable access to the start, such as for an identity that arrives late.
    #[must_use = "it changes nothing by itself"]
    pub fn start_mut(&mut self) -> StartMut<'_> {
        let Downloaded { start, events } = &mut self.sink;
        let (downloaded, next) = (start.params.says_downloaded(), events.first());
        StartMut::new(start, downloaded, next.map(|next| next.player_time.ts()))
    }

    /// The recorded events, without the start.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.sink.events
    }

    /// The session as recorded. If it has not ended, no end is added.
    pub fn into_session(self) -> DownloadedSession {
        DownloadedSession::new(*self.sink.start, self.sink.events)
    }

    /// Records an event without checking the rules, for callers that have checked them. It gets
    /// its time as in [`record`](Self::record).
    pub(super) fn append(&mut self, mut event: Event) -> Recorded {
        let (recorded, timing) = self.state.time(&mut event.player_time);
        let moved = timing.as_ref().map(|timing| self.sink.shift(&timing.moves));
        let clock = self.timed(timing, moved.unwrap_or_default());
        self.take(event);
        Recorded { clock, ..recorded }
    }

    /// Adds an event that has its final time.
    pub(super) fn append_timed(&mut self, event: Event) {
        self.take(event);
    }
}

impl From<Recorder> for DownloadedSession {
    fn from(recorder: Recorder) -> Self {
        recorder.into_session()
    }
}

/// Continues a recorded session, or any list of events in an order that a recorder with
/// [`Order::Refuse`] would have accepted. Their values are not checked: a number that JSON cannot
/// represent is an error when the session is encoded.
impl TryFrom<Vec<Event>> for Recorder {
    type Error = Returned<Vec<Event>, InvalidSession>;

    fn try_from(events: Vec<Event>) -> Result<Self, Self::Error> {
        let given = events.first().cloned();
        let session = DownloadedSession::try_from(events)?;
        let mut recorder = Self::downloaded(session.start().clone()).with_order(Order::Refuse);
        let mut findings = Vec::new();
        for (index, event) in session.events().iter().enumerate() {
            if let Some(rule) = recorder.allows(event).err().and_then(|error| error.rule()) {
                findings.push(Finding::of(rule, index + 1));
            }
            recorder.append(event.clone());
        }
        if findings.is_empty() {
            return Ok(recorder.with_order(Order::default()));
        }
        let mut events = session.into_events();
        // Undoes what the session changed: the downloaded flag.
        if let (Some(start), Some(given)) = (events.first_mut(), given) {
            *start = given;
        }
        Err(Returned::new(events, InvalidSession { findings }))
    }
}
