//! How the tests make recorders, end them, and send what they have.

mod any_online;
pub mod sender;

pub use any_online::AnyOnline;

use media_collection::error::{RecordError, ResponseError};
use media_collection::http::{Request, Response};
use media_collection::recorder::{
    Downloaded, NextRequest, Online, Order, Outcome, Refused, Ticket,
};
use media_collection::store::{
    OfflineStore, SessionKey, StoreError, StoredDownloaded, StoredOnline, Upload,
};
use media_collection::{Call, DownloadedSession, Event, PlayerTime, Recorder, SessionStart};

use crate::fixtures::{BEGAN, collector, response};

pub type DownloadedRecorder = Recorder<Downloaded>;
pub type OnlineRecorder = Recorder<Online>;
pub type StoredRecorder = Recorder<StoredDownloaded>;
pub type StoredOnlineRecorder = Recorder<StoredOnline>;

/// What `finish` adds to a session, after what closes.
pub const FINISHED: &[&str] = &["sessionComplete", "sessionEnd"];

/// What `abandon` adds to a session, after what closes.
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

/// A recorder of an online session in a store.
pub fn begin_online(
    store: &OfflineStore,
    start: SessionStart,
) -> Result<StoredOnlineRecorder, StoreError> {
    Ok(store.begin_online(start)?.with_order(Order::Refuse))
}

/// Another recorder of an online session in a store, after the first is gone.
pub fn resume_online(
    store: &OfflineStore,
    key: SessionKey,
) -> Result<StoredOnlineRecorder, StoreError> {
    Ok(store.resume_online(key)?.with_order(Order::Refuse))
}

/// The end of a recording, whatever its kind.
pub trait Ends {
    /// What there is after the end.
    type Ended;

    /// The content was watched to its end.
    fn finished(self, at: PlayerTime) -> Self::Ended;

    /// The viewing was left.
    fn abandoned(self, at: PlayerTime) -> Self::Ended;
}

impl Ends for DownloadedRecorder {
    type Ended = DownloadedSession;

    fn finished(mut self, at: PlayerTime) -> DownloadedSession {
        self.finish(at).expect("in memory nothing fails");
        self.into_session()
    }

    fn abandoned(mut self, at: PlayerTime) -> DownloadedSession {
        self.abandon(at).expect("in memory nothing fails");
        self.into_session()
    }
}

impl Ends for OnlineRecorder {
    /// The queue goes on.
    type Ended = Self;

    fn finished(mut self, at: PlayerTime) -> Self {
        self.finish(at).expect("in memory nothing fails");
        self
    }

    fn abandoned(mut self, at: PlayerTime) -> Self {
        self.abandon(at).expect("in memory nothing fails");
        self
    }
}

impl Ends for StoredRecorder {
    /// Where the session is in the store. Nobody records it any more.
    type Ended = Result<SessionKey, StoreError>;

    fn finished(mut self, at: PlayerTime) -> Self::Ended {
        self.finish(at)?;
        Ok(self.key())
    }

    fn abandoned(mut self, at: PlayerTime) -> Self::Ended {
        self.abandon(at)?;
        Ok(self.key())
    }
}

/// The error of the store that kept an event from being recorded.
pub fn failure(refused: Refused<StoreError>) -> StoreError {
    match refused.error {
        RecordError::Sink(error) => error,
        other => panic!("{other}"),
    }
}

/// When the tests send what is queued online: after every wait.
const LATER: i64 = i64::MAX;

/// An online recorder's request under way.
pub struct InFlight {
    ticket: Ticket,
    pub call: Call,
}

impl InFlight {
    pub fn request(&self) -> Request<Vec<u8>> {
        collector().request(self.call.clone()).unwrap()
    }

    pub fn responded(self, to: &mut OnlineRecorder, response: &Response<Vec<u8>>) -> Outcome {
        to.responded(self.ticket, response, LATER, 0.5)
    }

    /// No response came: the same request comes again.
    pub fn not_sent(self, recorder: &mut OnlineRecorder) {
        let outcome = recorder.not_sent(self.ticket, LATER, 0.5);
        assert!(matches!(outcome, Outcome::Kept { reason: None, .. }), "{outcome:?}");
    }
}

/// The next request of an online session, if there is one.
pub fn next(recorder: &mut OnlineRecorder) -> Option<InFlight> {
    match recorder.next_request(LATER).expect("the start can be written") {
        NextRequest::Send(outgoing) => {
            Some(InFlight { ticket: outgoing.ticket, call: outgoing.call })
        }
        NextRequest::Nothing => None,
        NextRequest::Stopped(_) => {
            recorder.try_again();
            next(recorder)
        }
        other => panic!("{other:?}"),
    }
}

/// Sends the next request, to which this is the response.
pub fn respond(recorder: &mut OnlineRecorder, response: &Response<Vec<u8>>) -> Outcome {
    next(recorder).expect("there is something to send").responded(recorder, response)
}

/// The collector loses the session: it says so for the next request, and once more for the same.
pub fn lose(recorder: &mut OnlineRecorder, code: u16) {
    let Outcome::Kept { reason: Some(ResponseError::SessionLost { .. }), .. } =
        respond(recorder, &response(code))
    else {
        panic!("it is asked for once more")
    };
    let outcome = respond(recorder, &response(code));
    assert!(matches!(outcome, Outcome::Reopening { .. }), "{outcome:?}");
}

/// The same for a session in a store.
pub fn lose_stored(store: &OfflineStore, code: u16, now: i64) {
    let Outcome::Kept { due, reason: Some(ResponseError::SessionLost { .. }) } =
        send(store, &response(code), now)
    else {
        panic!("it is asked for once more")
    };
    let outcome = send(store, &response(code), due);
    assert_eq!(outcome, Outcome::Reopening { due });
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
        let Some(in_flight) = next(recorder) else { return aside };
        let before = recorder.clone();
        let Some(response) = send(in_flight.request()) else {
            in_flight.not_sent(recorder);
            assert_eq!(*recorder, before, "no response changes nothing");
            continue;
        };
        match in_flight.responded(recorder, &response) {
            Outcome::SetAside { event, .. } => aside.extend(event.map(|event| *event)),
            Outcome::Kept { .. } => assert_eq!(*recorder, before, "what is kept stays"),
            Outcome::Stale => panic!("the ticket is that of the request under way"),
            _ => {}
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

/// The next upload of a store, which is due.
pub fn due_upload(store: &OfflineStore, now: i64) -> Upload {
    store.next_upload(now).expect("the store can be read").expect("a session is due")
}

/// Sends the next session, which is due, and gets this response.
pub fn send(store: &OfflineStore, response: &Response<Vec<u8>>, now: i64) -> Outcome {
    let upload = due_upload(store, now);
    store.responded(upload.ticket, response, now, 0.5).expect("the disk works")
}

/// Sends the next session, which is due; no response comes.
pub fn send_without_response(store: &OfflineStore, now: i64) -> Outcome {
    let upload = due_upload(store, now);
    store.not_sent(upload.ticket, now, 0.5).expect("the disk works")
}

/// Sends what a store has until nothing is left, waiting out every delay; returns the events that
/// were set aside. `None` is no response at all.
///
/// # Panics
///
/// When there is no end of requests.
pub fn send_all(
    store: &OfflineStore,
    mut send: impl FnMut(Request<Vec<u8>>) -> Option<Response<Vec<u8>>>,
) -> Vec<Event> {
    let mut aside = Vec::new();
    let mut now = BEGAN;
    for _ in 0..10_000 {
        let Some(upload) = store.next_upload(now).expect("the store can be read") else {
            let due = store.due().expect("the store can be read");
            let Some(due) = due else { return aside };
            assert!(due > now, "what is due is handed out");
            now = due;
            continue;
        };
        let (ticket, key) = (upload.ticket, upload.key);
        let outcome = match send(upload.request(&collector()).unwrap()) {
            Some(response) => store.responded(ticket, &response, now, 0.5),
            None => store.not_sent(ticket, now, 0.5),
        };
        match outcome.expect("the disk works") {
            Outcome::SetAside { event, .. } => aside.extend(event.map(|event| *event)),
            Outcome::Stale => panic!("the ticket is that of the request under way"),
            Outcome::Stopped { .. } => store.retry(key).expect("it was set aside"),
            _ => {}
        }
    }
    panic!("no end of requests");
}

/// The session is with the collector.
pub fn arrived(outcome: Outcome) {
    assert_eq!(outcome, Outcome::Arrived);
}

/// The collector rejects the session.
pub fn set_aside(outcome: Outcome) {
    assert!(matches!(outcome, Outcome::SetAside { event: None, .. }), "{outcome:?}");
}

/// When a session that is kept is due again.
pub fn due_again(outcome: Outcome) -> i64 {
    match outcome {
        Outcome::Kept { due, .. } => due,
        other => panic!("{other:?}"),
    }
}
