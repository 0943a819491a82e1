//! How recorders are made, ended and sent: the one place of the tests that knows it, so that a
//! change of these calls changes one file.

mod any_online;

pub use any_online::AnyOnline;
pub use media_collection::error::NextStep;
pub use media_collection::lint::{Finding, Linter, Severity, lint};
pub use media_collection::recorder::{Outcome, Refused};
pub use media_collection::store::{SessionStatus, Upload, UploadForm};
pub use media_collection::typed::{
    AdBreakBuilder, AdBuilder, AnyBuilder, OnlineAd, OnlineAdBreak, OnlineSession, SessionBuilder,
    places,
};

use media_collection::error::{InvalidSession, RecordError, ResponseError, Returned};
use media_collection::http::{Request, Response};
use media_collection::lint::Rule;
use media_collection::recorder::{
    Downloaded, NextRequest, Online, Order, Outgoing, Recorded, Ticket,
};
use media_collection::store::{
    OfflineStore, SessionInfo, SessionKey, Stats, StoreError, StoreOptions, StoredDownloaded,
    WhenFull,
};
use media_collection::{Call, DownloadedSession, Event, PlayerTime, Recorder, SessionStart};

use crate::fixtures::collector;

pub type DownloadedRecorder = Recorder<Downloaded>;
pub type OnlineRecorder = Recorder<Online>;
pub type StoredRecorder = Recorder<StoredDownloaded>;
pub type RejectedSession = media_collection::store::RejectedSession;
pub type InvalidEvents = Returned<Vec<Event>, InvalidSession>;

/// What `finish` adds to a session of any kind, after what closes.
pub const FINISHED: &[&str] = &["sessionComplete", "sessionEnd"];

/// What `abandon` adds to a session of any kind, after what closes.
pub const ABANDONED: &[&str] = &["sessionEnd"];

/// A recorder in memory. Like all recorders here it refuses what is out of order.
pub fn downloaded(start: SessionStart) -> DownloadedRecorder {
    Recorder::downloaded(start).with_order(Order::Refuse)
}

/// A recorder of an online session, of which nothing has been sent.
pub fn online(start: SessionStart) -> OnlineRecorder {
    Recorder::online(start).with_order(Order::Refuse)
}

/// A recorder of a session in a store.
pub fn begin(store: &OfflineStore, start: SessionStart) -> Result<StoredRecorder, StoreError> {
    Ok(store.begin(start)?.with_order(Order::Refuse))
}

/// Another recorder of a session in a store, after the first is gone.
pub fn resume(store: &OfflineStore, key: SessionKey) -> Result<StoredRecorder, StoreError> {
    Ok(store.resume(key)?.with_order(Order::Refuse))
}

/// A recorder of any kind, as far as the tests ask the same of all.
pub trait AnyRecorder: Sized {
    /// Why an event was not recorded.
    type Error: std::fmt::Debug;
    /// What there is after the end.
    type Ended;

    fn record(&mut self, event: Event) -> Result<Recorded, Self::Error>;

    /// The content was watched to its end.
    fn finished(self, at: PlayerTime) -> Self::Ended;

    /// The viewing was left.
    fn abandoned(self, at: PlayerTime) -> Self::Ended;
}

impl AnyRecorder for DownloadedRecorder {
    type Error = Refused;
    type Ended = DownloadedSession;

    fn record(&mut self, event: Event) -> Result<Recorded, Refused> {
        self.record(event)
    }

    fn finished(mut self, at: PlayerTime) -> DownloadedSession {
        let Ok(_) = self.finish(at);
        self.into_session()
    }

    fn abandoned(mut self, at: PlayerTime) -> DownloadedSession {
        let Ok(_) = self.abandon(at);
        self.into_session()
    }
}

impl AnyRecorder for OnlineRecorder {
    type Error = Refused;
    /// The queue goes on.
    type Ended = Self;

    fn record(&mut self, event: Event) -> Result<Recorded, Refused> {
        self.record(event)
    }

    fn finished(mut self, at: PlayerTime) -> Self {
        let Ok(_) = self.finish(at);
        self
    }

    fn abandoned(mut self, at: PlayerTime) -> Self {
        let Ok(_) = self.abandon(at);
        self
    }
}

impl AnyRecorder for StoredRecorder {
    type Error = Refused<StoreError>;
    /// Where the session is in the store.
    type Ended = Result<SessionKey, StoreError>;

    fn record(&mut self, event: Event) -> Result<Recorded, Refused<StoreError>> {
        self.record(event)
    }

    fn finished(mut self, at: PlayerTime) -> Self::Ended {
        self.finish(at).map(|_| self.key())
    }

    fn abandoned(mut self, at: PlayerTime) -> Self::Ended {
        self.abandon(at).map(|_| self.key())
    }
}

/// Why the store did not take an event that the rules allow.
pub fn store_error(refused: Refused<StoreError>) -> StoreError {
    match refused.error {
        RecordError::Sink(error) => error,
        other => panic!("{other:?}"),
    }
}

/// The rule that refuses the event.
pub fn broken_rule<E>(refused: &Refused<E>) -> Option<Rule> {
    refused.rule()
}

/// The event that was not recorded.
pub fn handed_back(refused: Refused) -> Event {
    refused.value
}

/// A recorder in memory that goes on from what was recorded.
pub fn going_on(events: Vec<Event>) -> Result<DownloadedRecorder, InvalidEvents> {
    Ok(DownloadedRecorder::try_from(events)?.with_order(Order::Refuse))
}

/// The rules that a list of events breaks, each with the event's index.
pub fn broken_rules(refused: &InvalidEvents) -> Vec<(usize, Rule)> {
    refused.error.findings.iter().map(|finding| (finding.event, finding.rule)).collect()
}

/// The events that make no session.
pub fn returned_events(refused: &InvalidEvents) -> &[Event] {
    &refused.value
}

/// The rule that the typed builder found broken at run time.
pub fn broken_in_builder<S>(unchanged: Returned<S, RecordError>) -> Option<Rule> {
    unchanged.error.rule()
}

/// By how many milliseconds an event's time was adjusted.
pub fn adjusted_by(recorded: &Recorded) -> i64 {
    recorded.adjusted_by
}

/// When the tests send: every wait is over then.
const NOW: i64 = 1_700_100_000_000;

/// An online recorder's request under way.
pub struct UnderWay {
    pub call: Call,
    ticket: Ticket,
}

impl UnderWay {
    pub fn request(&self) -> Request<Vec<u8>> {
        collector().request(self.call.clone())
    }

    /// What came of the response; an error if it says to send the same again.
    pub fn responded(
        self,
        recorder: &mut OnlineRecorder,
        response: &Response<Vec<u8>>,
    ) -> Result<Outcome, ResponseError> {
        match recorder.responded(self.ticket, response, NOW, 0.5) {
            Outcome::Kept { reason: Some(reason), .. } => Err(reason),
            outcome => Ok(outcome),
        }
    }

    /// No response came: the same request comes again.
    pub fn not_sent(self, recorder: &mut OnlineRecorder) {
        let outcome = recorder.not_sent(self.ticket, NOW, 0.5);
        assert!(matches!(outcome, Outcome::Kept { reason: None, .. }), "{outcome:?}");
    }
}

/// The next request of an online session, if there is one. Time passes until it is due.
pub fn next(recorder: &mut OnlineRecorder) -> Option<UnderWay> {
    let mut now = NOW;
    loop {
        match recorder.next_request(now).expect("the start can be written") {
            NextRequest::Send(Outgoing { ticket, call, .. }) => {
                return Some(UnderWay { call, ticket });
            }
            NextRequest::Wait { until } => {
                assert!(until > now, "a wait that is over");
                now = until;
            }
            _ => return None,
        }
    }
}

/// Sends the next request, to which this is the response.
pub fn respond(
    recorder: &mut OnlineRecorder,
    response: &Response<Vec<u8>>,
) -> Result<Outcome, ResponseError> {
    next(recorder).expect("there is something to send").responded(recorder, response)
}

/// Sends what there is until nothing is left; returns the events that were set aside. `None` is
/// no response at all. `asleep` sees the recorder before each request and gives it back, as an app
/// does that is stopped and started.
///
/// # Panics
///
/// When there is no end of requests.
pub fn drive(
    recorder: &mut OnlineRecorder,
    asleep: fn(OnlineRecorder) -> OnlineRecorder,
    mut send: impl FnMut(Request<Vec<u8>>) -> Option<Response<Vec<u8>>>,
) -> Vec<Event> {
    let mut aside = Vec::new();
    for _ in 0..10_000 {
        *recorder = asleep(recorder.clone());
        let Some(under_way) = next(recorder) else { return aside };
        let Some(response) = send(under_way.request()) else {
            under_way.not_sent(recorder);
            continue;
        };
        let before = recorder.clone();
        match under_way.responded(recorder, &response) {
            Ok(Outcome::SetAside { event, .. }) => aside.extend(event.map(|event| *event)),
            Ok(_) => {}
            Err(_) => assert_eq!(*recorder, before, "a response that says to wait changes nothing"),
        }
    }
    panic!("no end of requests");
}

/// The app stays awake.
pub fn awake(recorder: OnlineRecorder) -> OnlineRecorder {
    recorder
}

/// The app is stopped and started again.
pub fn restarted(recorder: OnlineRecorder) -> OnlineRecorder {
    let text = serde_json::to_string(&recorder).unwrap();
    let read: OnlineRecorder = serde_json::from_str(&text).unwrap();
    assert_eq!(read, recorder);
    read
}

/// What stands under a key in a store.
pub trait Stored {
    fn key(&self) -> SessionKey;
}

impl Stored for StoredRecorder {
    fn key(&self) -> SessionKey {
        self.key()
    }
}

impl Stored for Upload {
    fn key(&self) -> SessionKey {
        self.key
    }
}

impl Stored for SessionInfo {
    fn key(&self) -> SessionKey {
        self.key
    }
}

impl Stored for RejectedSession {
    fn key(&self) -> SessionKey {
        self.key
    }
}

/// Whether a session is open, waits to be sent, or was rejected.
pub fn status(session: &SessionInfo) -> SessionStatus {
    session.status
}

pub const REJECTED: SessionStatus = SessionStatus::Rejected;

/// The rejected sessions of a store.
pub fn rejected(store: &OfflineStore) -> Vec<RejectedSession> {
    store.rejected().expect("the store can be read")
}

/// How many sessions of a store are in which state.
#[derive(Debug, PartialEq)]
pub struct Counts {
    pub open: usize,
    pub pending: usize,
    pub rejected: usize,
    pub sent: u64,
}

pub fn counts(store: &OfflineStore) -> Counts {
    let stats = store.stats().expect("the store can be read");
    let Stats { open, pending, rejected, sent, .. } = stats;
    Counts { open, pending, rejected, sent }
}

/// When the collector rejected the session.
pub fn rejected_at(session: &RejectedSession) -> i64 {
    session.rejected_at
}

/// A full store lets rejected sessions go.
pub fn dropping_rejected(options: StoreOptions) -> StoreOptions {
    options.when_full(WhenFull::DropRejected)
}

pub fn with_upload_form(options: StoreOptions, form: UploadForm) -> StoreOptions {
    options.upload_form(form)
}

/// The form of the batches to the sessions endpoint.
pub const LEGACY_BATCH: UploadForm = UploadForm::LegacyBatch;

/// Takes the collector's response to an upload.
pub fn responded(
    store: &OfflineStore,
    upload: &Upload,
    response: &Response<Vec<u8>>,
    now: i64,
    jitter: f64,
) -> Result<Outcome, StoreError> {
    store.responded(upload.ticket, response, now, jitter)
}

/// No response came to an upload.
pub fn not_sent(
    store: &OfflineStore,
    upload: &Upload,
    now: i64,
    jitter: f64,
) -> Result<Outcome, StoreError> {
    store.not_sent(upload.ticket, now, jitter)
}

/// When a session that is kept is due again.
pub fn due_again(outcome: Outcome) -> i64 {
    match outcome {
        Outcome::Kept { due, .. } => due,
        other => panic!("{other:?}"),
    }
}

/// The next upload of a store, which is due.
pub fn due_upload(store: &OfflineStore, now: i64) -> Upload {
    store.next_upload(now).expect("the store can be read").expect("a session is due")
}

/// Sends the next session, which is due, and gets this response.
pub fn send(store: &OfflineStore, response: &Response<Vec<u8>>, now: i64) -> Outcome {
    responded(store, &due_upload(store, now), response, now, 0.5).expect("it was under way")
}

/// Sends the next session, which is due; no response comes.
pub fn send_without_response(store: &OfflineStore, now: i64) -> Outcome {
    not_sent(store, &due_upload(store, now), now, 0.5).expect("it was under way")
}
