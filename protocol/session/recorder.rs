//! Recording a session event by event, for players that are driven by callbacks.

use std::convert::Infallible;

use super::admission::{Admitted, End, Order, RecordError, Recorded, Refused};
use super::downloaded::{DownloadedSession, InvalidSession};
use super::lint::Finding;
use super::sink::Sink;
use super::sink::sealed::Take;
use super::state::{Phase, SessionState, with_finite_playhead};
use crate::constraints::Returned;
use crate::event::{Event, PlayerTime, SessionStart};

/// Records a session from a player's callbacks, in whatever order they come.
///
/// It has one method for each event type, and [`record`](Self::record) for any event. An event
/// that needs an ad, ad break or chapter closed first closes it ([`Order`]). An event that would
/// lose data is refused, and the error names the [`Rule`](crate::lint::Rule). The recorder has no
/// clock: every event has its own time. The type parameter says where the events go:
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
/// use media_collection::{PlayerTime, Recorder};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// let mut recorder = Recorder::downloaded(start);
/// recorder.play(at(1))?;
///
/// // No ad break is open, so there is no ad to complete. The recorder is unchanged.
/// let refused = recorder.ad_complete(at(2)).unwrap_err();
/// assert_eq!(refused.rule(), Some(Rule::AdInBreak));
///
/// // Two events never share a timestamp: the second is adjusted by a millisecond.
/// let recorded = recorder.ping(at(1))?;
/// assert_eq!(recorded.adjusted_by, 1);
///
/// recorder.finish(at(60))?;
/// let session = recorder.into_session();
/// assert_eq!(session.len(), 5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a session is reported only when it is ended and sent"]
pub struct Recorder<S = Downloaded> {
    pub(crate) state: SessionState,
    pub(crate) order: Order,
    pub(crate) sink: S,
}

impl<S> Recorder<S> {
    pub(crate) fn new(state: SessionState, sink: S) -> Self {
        Self { state, order: Order::default(), sink }
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
        self.state.judge(event, self.order).map(drop)
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
        let given = event.player_time;
        self.follow();
        let Admitted { mut closing, mut event, mut recorded } =
            self.state.admit(event, self.order).map_err(widen)?;
        if let Err(error) = self.sink.write(&mut closing, &mut event) {
            event.player_time = given;
            return Err(Returned::new(event, RecordError::Sink(error)));
        }
        recorded.moved_to(event.player_time);
        closing.into_iter().for_each(|event| self.take(event));
        self.take(event);
        Ok(recorded)
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
        let (mut events, mut recorded) = self.state.ending(end, at);
        self.sink.write_end(&mut events)?;
        if let (Some(recorded), Some(last)) = (&mut recorded, events.last()) {
            recorded.moved_to(last.player_time);
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

    fn take(&mut self, event: Event) {
        self.state.advance(&event);
        self.sink.take(event);
    }
}

/// Gives an error without a sink the error type of a sink.
fn widen<E>(Returned { value, error }: Refused) -> Refused<E> {
    let error = match error {
        RecordError::Rule(rule) => RecordError::Rule(rule),
        RecordError::Encode(error) => RecordError::Encode(error),
        RecordError::Sink(never) => match never {},
    };
    Returned { value, error }
}

/// The sink of a downloaded session that is recorded in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Downloaded {
    pub(super) start: Box<SessionStart>,
    pub(super) events: Vec<Event>,
}

impl Take for Downloaded {
    type Failure = Infallible;

    fn write(&mut self, _: &mut [Event], _: &mut Event) -> Result<(), Infallible> {
        Ok(())
    }

    fn write_end(&mut self, _: &mut [Event]) -> Result<(), Infallible> {
        Ok(())
    }

    fn take(&mut self, event: Event) {
        self.events.push(event);
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

    /// The recorded events, without the start.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.sink.events
    }

    /// The session as recorded. If it has not ended, no end is added.
    pub fn into_session(self) -> DownloadedSession {
        DownloadedSession::new(*self.sink.start, self.sink.events)
    }

    /// Records an event without checking the rules, for callers that have checked them. Its
    /// timestamp is adjusted.
    pub(super) fn append(&mut self, mut event: Event) -> Recorded {
        let recorded = self.state.adjust(&mut event.player_time);
        self.take(event);
        recorded
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
