//! An online session in memory or in a store, driven in the same way.

use media_collection::http::Response;
use media_collection::recorder::{NextRequest, Outcome, Recorded, Renewal, Ticket};
use media_collection::store::{OfflineStore, SessionKey, SessionStatus, StoreOptions};
use media_collection::{Call, Event, PlayerTime, Policy, SessionStart};

use super::{OnlineRecorder, StoredOnlineRecorder, begin_online, online, restarted, resume_online};
use crate::fixtures::stores::{TempStore, temp_store_with};

/// In the middle of every spread of a delay.
const JITTER: f64 = 0.5;

pub enum Sender {
    Memory(Box<OnlineRecorder>),
    Stored(Box<Stored>),
}

pub struct Stored {
    store: Option<StoreOf>,
    options: StoreOptions,
    recorder: Option<StoredOnlineRecorder>,
    key: SessionKey,
}

/// The test's own store, or one that a test gives.
enum StoreOf {
    Own(TempStore),
    Given(OfflineStore),
}

/// A request to send.
#[derive(Debug, Clone)]
pub struct Request {
    pub ticket: Ticket,
    pub attempts: u32,
    pub renewal: Option<Renewal>,
    pub call: Call,
}

impl Request {
    pub fn event(&self) -> Event {
        Event::decode(self.call.body(), &Policy::tolerant()).unwrap()
    }

    pub fn is_start(&self) -> bool {
        self.call.path().ends_with("/sessions")
    }
}

#[derive(Debug)]
pub enum Next {
    Send(Request),
    Wait(i64),
    Nothing,
    Stopped,
}

impl Sender {
    /// One in memory, and one in a store.
    pub fn both(start: &SessionStart) -> [Self; 2] {
        let memory = Self::Memory(Box::new(online(start.clone())));
        // The same delays as in memory.
        let options = StoreOptions::default().first_delay(1_000).longest_delay(60_000);
        [memory, Self::stored(start, options)]
    }

    pub fn stored(start: &SessionStart, options: StoreOptions) -> Self {
        let store = temp_store_with("sender", options.clone());
        let recorder = begin_online(&store, start.clone()).unwrap();
        let (store, key) = (Some(StoreOf::Own(store)), recorder.key());
        Self::Stored(Box::new(Stored { store, options, recorder: Some(recorder), key }))
    }

    /// A session in a store that the test has opened. It is not restarted.
    pub fn of(store: OfflineStore, recorder: StoredOnlineRecorder) -> Self {
        let (store, key) = (Some(StoreOf::Given(store)), recorder.key());
        let options = StoreOptions::default();
        Self::Stored(Box::new(Stored { store, options, recorder: Some(recorder), key }))
    }

    pub fn record(&mut self, event: Event) {
        match self {
            Self::Memory(recorder) => drop(recorder.record(event).unwrap()),
            Self::Stored(stored) => drop(stored.recorder().record(event).unwrap()),
        }
    }

    /// Whether the event was recorded. One that is out of order is not.
    pub fn try_record(&mut self, event: Event) -> bool {
        match self {
            Self::Memory(recorder) => recorder.record(event).is_ok(),
            Self::Stored(stored) => stored.recorder().record(event).is_ok(),
        }
    }

    /// How the event was recorded; `None` if it was refused.
    pub fn recorded(&mut self, event: Event) -> Option<Recorded> {
        match self {
            Self::Memory(recorder) => recorder.record(event).ok(),
            Self::Stored(stored) => stored.recorder().record(event).ok(),
        }
    }

    pub fn last(&self) -> PlayerTime {
        match self {
            Self::Memory(recorder) => recorder.last(),
            Self::Stored(stored) => stored.recorder.as_ref().expect("it is recorded").last(),
        }
    }

    pub fn abandoned(&mut self, at: PlayerTime) -> Option<Recorded> {
        match self {
            Self::Memory(recorder) => recorder.abandon(at).unwrap(),
            Self::Stored(stored) => stored.recorder().abandon(at).unwrap(),
        }
    }

    pub fn abandon(&mut self, at: PlayerTime) {
        match self {
            Self::Memory(recorder) => drop(recorder.abandon(at).unwrap()),
            Self::Stored(stored) => drop(stored.recorder().abandon(at).unwrap()),
        }
    }

    pub fn next(&mut self, now: i64) -> Next {
        match self {
            Self::Memory(recorder) => match recorder.next_request(now).unwrap() {
                NextRequest::Send(outgoing) => Next::Send(Request {
                    ticket: outgoing.ticket,
                    attempts: outgoing.attempts,
                    renewal: outgoing.renewal,
                    call: outgoing.call,
                }),
                NextRequest::Wait { until } => Next::Wait(until),
                NextRequest::Stopped(_) => Next::Stopped,
                _ => Next::Nothing,
            },
            Self::Stored(stored) => match stored.store().next_upload(now).unwrap() {
                Some(upload) => Next::Send(Request {
                    ticket: upload.ticket,
                    attempts: upload.attempts,
                    renewal: upload.renewal,
                    call: upload.call,
                }),
                None => match stored.store().due().unwrap() {
                    Some(due) => Next::Wait(due),
                    None if stored.is_set_aside() => Next::Stopped,
                    None => Next::Nothing,
                },
            },
        }
    }

    pub fn responded(&mut self, ticket: Ticket, response: &Response<Vec<u8>>, now: i64) -> Outcome {
        match self {
            Self::Memory(recorder) => recorder.responded(ticket, response, now, JITTER),
            Self::Stored(stored) => {
                stored.store().responded(ticket, response, now, JITTER).unwrap()
            }
        }
    }

    pub fn not_sent(&mut self, ticket: Ticket, now: i64) -> Outcome {
        match self {
            Self::Memory(recorder) => recorder.not_sent(ticket, now, JITTER),
            Self::Stored(stored) => stored.store().not_sent(ticket, now, JITTER).unwrap(),
        }
    }

    /// The app is stopped and started again, and goes on with the session.
    pub fn restart(&mut self) {
        match self {
            Self::Memory(recorder) => **recorder = restarted((**recorder).clone()),
            Self::Stored(stored) => {
                let was_recorded = stored.recorder.take().is_some();
                stored.goes_on(was_recorded, TempStore::reopened_with);
            }
        }
    }

    /// The app is killed and started again, and goes on with the session. In memory, it saved the
    /// recorder just before.
    pub fn is_killed(&mut self) {
        match self {
            Self::Memory(recorder) => **recorder = restarted((**recorder).clone()),
            Self::Stored(stored) => {
                // What its end writes comes too late: the next run has another file.
                let killed = stored.recorder.take();
                stored.goes_on(killed.is_some(), TempStore::killed_with);
            }
        }
    }

    pub fn withheld(&self) -> u32 {
        match self {
            Self::Memory(recorder) => recorder.withheld(),
            Self::Stored(stored) => stored.store().withheld(stored.key).unwrap(),
        }
    }

    /// The same; `None` if the session was deleted, as all of it was sent.
    pub fn withheld_or_gone(&self) -> Option<usize> {
        let withheld = match self {
            Self::Memory(recorder) => recorder.withheld(),
            Self::Stored(stored) => stored.store().withheld(stored.key).ok()?,
        };
        Some(withheld as usize)
    }

    pub fn is_expired(&self, now: i64) -> bool {
        match self {
            Self::Memory(recorder) => recorder.is_expired(now),
            Self::Stored(stored) => stored.store().is_expired(stored.key, now).unwrap(),
        }
    }

    pub fn set_renewal(&mut self, by_time: bool) {
        match self {
            Self::Memory(recorder) => recorder.set_renewal(by_time),
            Self::Stored(stored) => stored.store().set_renewal(stored.key, by_time).unwrap(),
        }
    }

    pub fn set_aside(&mut self) -> Option<Event> {
        match self {
            Self::Memory(recorder) => recorder.set_aside(),
            Self::Stored(stored) => stored.store().set_aside(stored.key).unwrap(),
        }
    }

    pub fn change_start(&mut self, change: impl FnOnce(&mut SessionStart)) -> bool {
        match self {
            Self::Memory(recorder) => recorder.change_start(change).unwrap(),
            Self::Stored(stored) => stored.recorder().change_start(change).unwrap(),
        }
    }

    pub fn try_again(&mut self) {
        match self {
            Self::Memory(recorder) => recorder.try_again(),
            Self::Stored(stored) => stored.store().retry(stored.key).unwrap(),
        }
    }

    pub fn try_again_if_stopped(&mut self) {
        let is_stopped = match self {
            Self::Memory(recorder) => {
                matches!(recorder.clone().next_request(0), Ok(NextRequest::Stopped(_)))
            }
            Self::Stored(stored) => stored.is_set_aside(),
        };
        if is_stopped {
            self.try_again();
        }
    }

    /// The recording has ended, and nothing is left to send.
    pub fn is_done(&mut self) -> bool {
        match self {
            Self::Memory(recorder) => recorder.is_done(),
            Self::Stored(stored) => {
                stored.recorder = None;
                stored.store().sessions().unwrap().is_empty()
            }
        }
    }
}

impl Stored {
    fn goes_on(&mut self, is_recorded: bool, next: fn(TempStore, StoreOptions) -> TempStore) {
        let Some(StoreOf::Own(store)) = self.store.take() else {
            panic!("the store is the test's")
        };
        let store = next(store, self.options.clone());
        if is_recorded {
            self.recorder = resume_online(&store, self.key).ok();
        }
        self.store = Some(StoreOf::Own(store));
    }

    fn store(&self) -> &OfflineStore {
        match self.store.as_ref().unwrap() {
            StoreOf::Own(store) => store,
            StoreOf::Given(store) => store,
        }
    }

    fn recorder(&mut self) -> &mut StoredOnlineRecorder {
        self.recorder.as_mut().expect("it is recorded")
    }

    fn is_set_aside(&self) -> bool {
        let sessions = self.store().sessions().unwrap();
        sessions.iter().any(|session| session.status == SessionStatus::Rejected)
    }
}
