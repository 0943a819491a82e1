//! Random lists of operations, done to a store and to a naive model of it: both say the same.

mod turns;

use std::collections::{BTreeMap, BTreeSet};

use media_collection::recorder::{Outcome, Ticket};
use media_collection::store::{Durability, OfflineStore, SessionStatus, StoreError, StoreOptions};
use media_collection::{Event, PlayerTime};
use quickcheck::TestResult;

use crate::fixtures::random::random;
use crate::fixtures::stores::{TempStore, grouped, temp_store_with};
use crate::fixtures::{BEGAN, ad_break, response, start_of};
use crate::recorders::{self, ABANDONED, Ends as _, FINISHED, StoredRecorder, failure};

const GROUP: u32 = 3;
const MAX_HANDLES: usize = 3;
const STATUSES: [u16; 10] = [201, 201, 201, 400, 422, 404, 429, 500, 200, 301];

/// What to do, with which session, and how.
type Operation = (u8, u8, u8);

#[derive(Debug, Clone)]
struct Viewing {
    state: SessionStatus,
    /// Those that are safe.
    events: u32,
    break_is_open: bool,
    attempts: u32,
    not_before: i64,
}

/// What has a handle.
struct Recording {
    handle: StoredRecorder,
    waiting: u32,
}

/// How an operation ends, without the details.
#[derive(Debug, PartialEq)]
enum Done {
    Fine,
    NoSession,
    Recording,
    Ended,
    Refused,
}

fn result<T>(done: Result<T, StoreError>) -> Done {
    match done {
        Ok(_) => Done::Fine,
        Err(StoreError::NoSession(_)) => Done::NoSession,
        Err(StoreError::Recording(_)) => Done::Recording,
        Err(StoreError::Ended(_)) => Done::Ended,
        Err(error) => panic!("{error}"),
    }
}

struct Both {
    options: StoreOptions,
    store: Option<TempStore>,
    handles: BTreeMap<u64, Recording>,
    model: BTreeMap<u64, Viewing>,
    in_flight: BTreeSet<u64>,
    /// Every ticket since the store was opened, with its session.
    issued: Vec<(Ticket, u64)>,
    /// The ticket of each session that is good: until a response comes, or the session is sent
    /// again.
    good: BTreeMap<u64, Ticket>,
    /// The sessions that failed since the last success, and until when all wait if there are two.
    failed: BTreeSet<u64>,
    all_wait: i64,
    last: u64,
    sent: u64,
    clock: i64,
    now: i64,
}

impl Both {
    fn store(&self) -> &OfflineStore {
        self.store.as_ref().expect("it is open")
    }

    fn is_idle(&self, id: u64) -> bool {
        !self.handles.contains_key(&id) && !self.in_flight.contains(&id)
    }

    /// A time for the next event, later than all before.
    fn at(&mut self) -> PlayerTime {
        self.clock += 1_000;
        PlayerTime::new(0.0, self.clock)
    }

    fn step(&mut self, (operation, pick, argument): Operation) {
        // One key more than there are: there is no such session.
        let id = 1 + u64::from(pick) % (self.last + 1);
        let handle = self.handles.keys().nth(usize::from(pick) % MAX_HANDLES).copied();
        match (operation % 20, handle) {
            (0 | 1, _) if self.handles.len() < MAX_HANDLES => self.begin(),
            (2, Some(id)) => self.record(id, Event::ping, |_| true),
            (3, Some(id)) => self.record(id, Event::ad_complete, |_| false),
            (4, Some(id)) => {
                let event = |at| Event::ad_break_start(at, ad_break());
                self.record(id, event, |viewing| {
                    !std::mem::replace(&mut viewing.break_is_open, true)
                });
            }
            (5, Some(id)) => {
                let expected = self.commit(id);
                let done = self.handles.get_mut(&id).expect("it has a handle").handle.flush();
                assert_eq!(result(done), expected);
            }
            (6, Some(id)) => {
                self.commit(id);
                drop(self.handles.remove(&id));
            }
            (7, _) => self.resume(id),
            (8 | 9, Some(id)) => self.end(id, operation % 2 == 0),
            (10 | 11, _) => self.next_upload(),
            (12 | 13, _) => {
                // Most often to the last request.
                let pick = if argument % 4 > 0 { 0 } else { pick };
                self.responded(pick, Some(STATUSES[usize::from(argument) % STATUSES.len()]));
            }
            (14, _) => self.responded(pick % 3, None),
            (15, _) => {
                let expected = self.again(id);
                let done = if argument % 2 == 0 {
                    self.store().retry(id.into())
                } else {
                    self.store().repair(id.into()).map(|repairs| assert!(repairs.is_empty()))
                };
                assert_eq!(result(done), expected);
            }
            (16, _) => {
                let expected = if self.handles.contains_key(&id) {
                    Done::Recording
                } else if self.model.remove(&id).is_some() {
                    self.in_flight.remove(&id);
                    self.failed.remove(&id);
                    if self.failed.len() < 2 {
                        self.all_wait = 0;
                    }
                    Done::Fine
                } else {
                    Done::NoSession
                };
                assert_eq!(result(self.store().discard(id.into())), expected);
            }
            (17, _) => self.now += i64::from(argument) * 1_000,
            (18, _) => {
                for id in self.handles.keys().copied().collect::<Vec<_>>() {
                    self.commit(id);
                }
                self.handles.clear();
                self.in_flight.clear();
                self.issued.clear();
                self.good.clear();
                self.succeeded();
                self.sent = 0;
                let store = self.store.take().expect("it is open");
                self.store = Some(store.reopened_with(self.options.clone()));
            }
            (19, _) if argument < 40 => {
                self.store().delete_all().unwrap();
                self.model.clear();
                self.in_flight.clear();
                self.succeeded();
            }
            _ => {}
        }
        self.compare();
    }

    fn begin(&mut self) {
        let mut start = start_of("a");
        start.player_time = self.at();
        let handle = recorders::begin(self.store(), start).unwrap();
        self.last += 1;
        assert_eq!(handle.key().number(), self.last);
        let (state, events) = (SessionStatus::Open, 1);
        let viewing = Viewing { state, events, break_is_open: false, attempts: 0, not_before: 0 };
        self.model.insert(self.last, viewing);
        self.handles.insert(self.last, Recording { handle, waiting: 0 });
    }

    fn record(
        &mut self,
        id: u64,
        event: impl FnOnce(PlayerTime) -> Event,
        takes: impl FnOnce(&mut Viewing) -> bool,
    ) {
        let event = event(self.at());
        let group = if self.options.durability == Durability::EachEvent { 1 } else { GROUP };
        let recording = self.handles.get_mut(&id).expect("it has a handle");
        let done = match recording.handle.record(event) {
            Err(refused) if refused.rule().is_some() => Done::Refused,
            recorded => result(recorded.map_err(failure)),
        };
        let Some(viewing) = self.model.get_mut(&id) else {
            // The rules come first: they need no file.
            assert!(matches!(done, Done::NoSession | Done::Refused));
            if done == Done::NoSession {
                recording.waiting = 0;
            }
            return;
        };
        assert_eq!(done, if takes(viewing) { Done::Fine } else { Done::Refused });
        if done == Done::Fine {
            recording.waiting += 1;
            if recording.waiting >= group {
                self.commit(id);
            }
        }
    }

    /// What waits is safe now, unless everything was deleted.
    fn commit(&mut self, id: u64) -> Done {
        let recording = self.handles.get_mut(&id).expect("it has a handle");
        match self.model.get_mut(&id) {
            Some(viewing) => viewing.events += std::mem::take(&mut recording.waiting),
            None if recording.waiting > 0 => return Done::NoSession,
            None => {}
        }
        Done::Fine
    }

    fn resume(&mut self, id: u64) {
        let expected = match self.model.get(&id) {
            _ if self.handles.contains_key(&id) => Done::Recording,
            None => Done::NoSession,
            Some(viewing) if viewing.state != SessionStatus::Open => Done::Ended,
            Some(_) => Done::Fine,
        };
        let resumed = recorders::resume(self.store(), id.into());
        if let Ok(handle) = resumed {
            assert_eq!(expected, Done::Fine);
            assert_eq!(handle.committed(), self.model[&id].events);
            if self.handles.len() < MAX_HANDLES {
                self.handles.insert(id, Recording { handle, waiting: 0 });
            }
        } else {
            assert_eq!(result(resumed), expected);
        }
    }

    fn end(&mut self, id: u64, watched: bool) {
        let at = self.at();
        let Recording { handle, waiting } = self.handles.remove(&id).expect("it has a handle");
        let ended = if watched { handle.finished(at) } else { handle.abandoned(at) };
        match self.model.get_mut(&id) {
            None => assert_eq!(result(ended), Done::NoSession),
            Some(viewing) => {
                assert_eq!(ended.unwrap().number(), id);
                let last = if watched { FINISHED } else { ABANDONED };
                let added = u32::from(viewing.break_is_open) + last.len() as u32;
                viewing.events += waiting + added;
                viewing.state = SessionStatus::Pending;
            }
        }
    }

    fn next_upload(&mut self) {
        let is_due = |(due, _): &(i64, u64)| *due <= self.now;
        let expected = self.turns().into_iter().find(is_due).map(|(_, id)| id);
        let upload = self.store().next_upload(self.now).unwrap();
        assert_eq!(upload.as_ref().map(|upload| upload.key.number()), expected);
        let Some((id, upload)) = expected.zip(upload) else { return };
        self.in_flight.insert(id);
        self.issued.push((upload.ticket, id));
        self.good.insert(id, upload.ticket);
        let viewing = self.model.get_mut(&id).expect("it is there");
        if viewing.state == SessionStatus::Open {
            viewing.events += u32::from(viewing.break_is_open) + 1;
            viewing.state = SessionStatus::Pending;
        }
        assert_eq!(upload.attempts, viewing.attempts);
        let body: Vec<serde_json::Value> = serde_json::from_slice(upload.call.body()).unwrap();
        assert_eq!(body.len(), viewing.events as usize);
    }

    /// A response to one of the last requests, or none.
    fn responded(&mut self, back: u8, status: Option<u16>) {
        let Some(&(ticket, id)) = self.issued.iter().nth_back(usize::from(back)) else { return };
        let outcome = match status {
            Some(status) => self.store().responded(ticket, &response(status), self.now, 0.5),
            None => self.store().not_sent(ticket, self.now, 0.5),
        };
        let outcome = outcome.expect("the disk works");
        let is_good = self.good.get(&id) == Some(&ticket);
        if is_good && status.is_some() {
            self.good.remove(&id);
        }
        let was_in_flight = self.in_flight.contains(&id);
        let viewing = self.model.get_mut(&id).filter(|_| is_good);
        let Some(viewing) = viewing.filter(|_| status.is_some() || was_in_flight) else {
            return assert_eq!(outcome, Outcome::Stale);
        };
        let late = u32::from(!self.in_flight.remove(&id)); // it was counted when it was given up
        viewing.attempts = viewing.attempts.saturating_sub(late);
        match (status, outcome) {
            (Some(201), Outcome::Arrived) => {
                self.model.remove(&id);
                self.sent += 1;
                self.succeeded();
            }
            (Some(400 | 422), Outcome::SetAside { event: None, .. }) => {
                viewing.state = SessionStatus::Rejected;
                viewing.attempts += 1;
                self.succeeded();
            }
            (None | Some(404 | 429 | 500 | 200 | 301), Outcome::Kept { due, .. }) => {
                let delay = (5_000_i64 << viewing.attempts.min(30)).min(3_600_000);
                assert_eq!(due, self.now + delay * 3 / 4);
                viewing.attempts += 1;
                viewing.not_before = due;
                self.failed.insert(id);
                if self.failed.len() > 1 {
                    let delay = (5_000_i64 << (self.failed.len() - 2)).min(3_600_000);
                    self.all_wait = self.now + delay * 3 / 4;
                }
            }
            (status, outcome) => panic!("{status:?}: {outcome:?}"),
        }
    }

    fn again(&mut self, id: u64) -> Done {
        let is_idle = self.is_idle(id);
        match self.model.get_mut(&id) {
            None => Done::NoSession,
            Some(viewing) if viewing.state == SessionStatus::Open || !is_idle => Done::Recording,
            Some(viewing) => {
                viewing.state = SessionStatus::Pending;
                (viewing.attempts, viewing.not_before) = (0, 0);
                Done::Fine
            }
        }
    }

    fn compare(&self) {
        let store = self.store();
        let sessions = store.sessions().unwrap();
        let found: Vec<_> = sessions
            .iter()
            .map(|session| (session.key.number(), session.status, session.events, session.attempts))
            .collect();
        let expected: Vec<_> = self
            .model
            .iter()
            .map(|(id, viewing)| (*id, viewing.state, viewing.events, viewing.attempts))
            .collect();
        assert_eq!(found, expected);
        for session in &sessions {
            let body = store.export(session.key).unwrap();
            assert_eq!(body.len() as u64, session.bytes + u64::from(session.events) + 1);
        }
        let due = self.turns().into_iter().map(|(due, _)| due).min();
        assert_eq!(store.due().unwrap(), due);
        let found: Vec<_> =
            store.rejected().unwrap().iter().map(|session| session.key.number()).collect();
        let is_rejected = |viewing: &Viewing| viewing.state == SessionStatus::Rejected;
        let expected: Vec<_> = self
            .model
            .iter()
            .filter(|(_, viewing)| is_rejected(viewing))
            .map(|(id, _)| *id)
            .collect();
        assert_eq!(found, expected);
        assert_eq!(store.stats().unwrap().sent, self.sent);
    }
}

#[test]
fn the_store_does_what_the_model_does() {
    fn holds(operations: Vec<Operation>, in_groups: bool, two: bool) -> TestResult {
        let options = if in_groups { grouped(GROUP) } else { StoreOptions::default() };
        let options = options.max_in_flight(1 + usize::from(two));
        let mut both = Both {
            store: Some(temp_store_with("store-model", options.clone())),
            options,
            handles: BTreeMap::new(),
            model: BTreeMap::new(),
            in_flight: BTreeSet::new(),
            issued: Vec::new(),
            good: BTreeMap::new(),
            failed: BTreeSet::new(),
            all_wait: 0,
            last: 0,
            sent: 0,
            clock: BEGAN,
            now: BEGAN,
        };
        for operation in operations {
            both.step(operation);
        }
        TestResult::passed()
    }
    let run: fn(Vec<Operation>, bool, bool) -> TestResult = holds;
    random(150, 60).quickcheck(run);
}
