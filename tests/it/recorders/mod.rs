//! How recorders are made, ended and sent: the one place of the tests that knows it, so that a
//! change of these calls changes one file.

mod any_online;

pub use any_online::AnyOnline;
pub use media_collection::store::{
    Endpoint as UploadForm, Sent as UploadOutcome, SessionState as SessionStatus,
    StoredSession as StoredRecorder, Upload,
};
pub use media_collection::{
    AdBreakBuilder, AdBuilder, Answer as Outcome, AnyBuilder, Finding, Linter, LiveAd as OnlineAd,
    LiveAdBreak as OnlineAdBreak, LiveSession as OnlineSession, Next as NextStep, OnlineRecorder,
    Recorder as DownloadedRecorder, Reopening, SessionBuilder, Severity, lint, places,
};

use media_collection::http::{Request, Response};
use media_collection::store::{
    OfflineStore, RefusedSession, SessionInfo, SessionKey, Stats, StoreError, StoreOptions,
    WhenFull,
};
use media_collection::{
    Call, DownloadedSession, Event, InvalidSession, PlayerTime, Recorded, Refused, ResponseError,
    Rule, SessionStart, Unchanged,
};

use crate::fixtures::collector;

/// What `finish` adds to a session in memory and in a store, after what closes.
pub const FINISHED: &[&str] = &["sessionComplete"];

/// What `finish` adds to an online session, after what closes.
pub const FINISHED_ONLINE: &[&str] = &["sessionComplete", "sessionEnd"];

/// What `abandon` adds to a session of any kind, after what closes.
pub const ABANDONED: &[&str] = &["sessionEnd"];

/// A recorder in memory. Like all recorders here it refuses what is out of order.
pub fn downloaded(start: SessionStart) -> DownloadedRecorder {
    DownloadedRecorder::downloaded(start)
}

/// A recorder of an online session, of which nothing has been sent.
pub fn online(start: SessionStart) -> OnlineRecorder {
    OnlineRecorder::new(start)
}

/// A recorder of a session in a store.
pub fn begin(store: &OfflineStore, start: SessionStart) -> Result<StoredRecorder, StoreError> {
    store.begin(start)
}

/// Another handle to a session in a store, after the first is gone.
pub fn resume(store: &OfflineStore, key: SessionKey) -> Result<StoredRecorder, StoreError> {
    store.resume(key)
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

    fn finished(self, at: PlayerTime) -> DownloadedSession {
        self.finish(at)
    }

    fn abandoned(self, at: PlayerTime) -> DownloadedSession {
        self.abandon(at)
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
        self.finish(at);
        self
    }

    fn abandoned(mut self, at: PlayerTime) -> Self {
        self.abandon(at);
        self
    }
}

impl AnyRecorder for StoredRecorder {
    type Error = StoreError;
    /// Where the session is in the store.
    type Ended = Result<SessionKey, StoreError>;

    fn record(&mut self, event: Event) -> Result<Recorded, StoreError> {
        self.append(event)
    }

    fn finished(self, at: PlayerTime) -> Self::Ended {
        self.finish(at)
    }

    fn abandoned(self, at: PlayerTime) -> Self::Ended {
        self.abandon(at)
    }
}

/// The rule that refuses the event.
pub fn broken_rule(refused: &Refused) -> Option<Rule> {
    refused.rule()
}

/// The event that was not recorded.
pub fn handed_back(refused: Refused) -> Event {
    refused.into_event()
}

/// A recorder in memory that goes on from what was recorded.
pub fn going_on(events: Vec<Event>) -> Result<DownloadedRecorder, InvalidSession> {
    DownloadedRecorder::try_from(events)
}

/// The rules that a list of events breaks, each with the event's index.
pub fn broken_rules(error: &InvalidSession) -> Vec<(usize, Rule)> {
    error.findings.iter().map(|finding| (finding.event, finding.rule)).collect()
}

/// The events that make no session.
pub fn returned_events(error: &InvalidSession) -> &[Event] {
    &error.events
}

/// The rule that the typed builder found broken at run time.
pub fn broken_in_builder<S>(unchanged: Unchanged<S>) -> Option<Rule> {
    unchanged.refused.rule()
}

/// By how many milliseconds an event's time was adjusted.
pub fn adjusted_by(recorded: &Recorded) -> i64 {
    recorded.moved_by
}

/// An online recorder's request under way.
pub struct UnderWay {
    pub call: Call,
}

impl UnderWay {
    pub fn request(&self) -> Request<Vec<u8>> {
        collector().request(self.call.clone())
    }

    pub fn responded(
        self,
        recorder: &mut OnlineRecorder,
        response: &Response<Vec<u8>>,
    ) -> Result<Outcome, ResponseError> {
        recorder.answered(response)
    }

    /// No response came: the same request comes again.
    pub fn not_sent(self, _recorder: &mut OnlineRecorder) {}
}

/// The next request of an online session, if there is one.
pub fn next(recorder: &mut OnlineRecorder) -> Option<UnderWay> {
    recorder.next_call().expect("the start can be written").map(|call| UnderWay { call })
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
            Ok(Outcome::SetAside { event, .. }) => aside.push(*event),
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
        self.id()
    }
}

impl Stored for Upload {
    fn key(&self) -> SessionKey {
        self.id
    }
}

impl Stored for SessionInfo {
    fn key(&self) -> SessionKey {
        self.id
    }
}

impl Stored for RejectedSession {
    fn key(&self) -> SessionKey {
        self.id
    }
}

pub type RejectedSession = RefusedSession;

/// Whether a session is open, waits to be sent, or was rejected.
pub fn status(session: &SessionInfo) -> SessionStatus {
    session.state
}

pub const REJECTED: SessionStatus = SessionStatus::Refused;

/// The rejected sessions of a store.
pub fn rejected(store: &OfflineStore) -> Vec<RejectedSession> {
    store.refused().expect("the store can be read")
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
    let Stats { open, pending, refused: rejected, sent, .. } = stats;
    Counts { open, pending, rejected, sent }
}

/// When the collector rejected the session.
pub fn rejected_at(session: &RejectedSession) -> i64 {
    session.refused_at
}

/// A full store lets rejected sessions go.
pub fn dropping_rejected(options: StoreOptions) -> StoreOptions {
    options.when_full(WhenFull::DropRefused)
}

pub fn with_upload_form(options: StoreOptions, form: UploadForm) -> StoreOptions {
    options.endpoint(form)
}

/// The form of the batches to the sessions endpoint.
pub const LEGACY_BATCH: UploadForm = UploadForm::Legacy;

/// Takes the collector's response to an upload.
pub fn responded(
    store: &OfflineStore,
    upload: &Upload,
    response: &Response<Vec<u8>>,
    now: i64,
    jitter: f64,
) -> Result<UploadOutcome, StoreError> {
    responded_to_key(store, upload.key(), response, now, jitter)
}

/// No response came to an upload.
pub fn not_sent(
    store: &OfflineStore,
    upload: &Upload,
    now: i64,
    jitter: f64,
) -> Result<UploadOutcome, StoreError> {
    not_sent_to_key(store, upload.key(), now, jitter)
}

/// A response for a session that may not be under way: late, or by mistake.
pub fn responded_to_key(
    store: &OfflineStore,
    key: SessionKey,
    response: &Response<Vec<u8>>,
    now: i64,
    jitter: f64,
) -> Result<UploadOutcome, StoreError> {
    store.uploaded(key, response, now, jitter)
}

/// As [`responded_to_key`], without a response.
pub fn not_sent_to_key(
    store: &OfflineStore,
    key: SessionKey,
    now: i64,
    jitter: f64,
) -> Result<UploadOutcome, StoreError> {
    store.not_sent(key, now, jitter)
}

/// When a session that is kept is due again.
pub fn due_again(outcome: UploadOutcome) -> i64 {
    match outcome {
        UploadOutcome::Kept { due, .. } => due,
        other => panic!("{other:?}"),
    }
}

/// The next upload of a store, which is due.
pub fn due_upload(store: &OfflineStore, now: i64) -> Upload {
    store.next_upload(now).expect("the store can be read").expect("a session is due")
}

/// Sends the next session, which is due, and gets this response.
pub fn send(store: &OfflineStore, response: &Response<Vec<u8>>, now: i64) -> UploadOutcome {
    responded(store, &due_upload(store, now), response, now, 0.5).expect("it was under way")
}

/// Sends the next session, which is due; no response comes.
pub fn send_without_response(store: &OfflineStore, now: i64) -> UploadOutcome {
    not_sent(store, &due_upload(store, now), now, 0.5).expect("it was under way")
}
