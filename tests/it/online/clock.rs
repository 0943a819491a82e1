//! The device's clock is set during an online session, in memory and in a store: what was not sent
//! moves, and what was sent stays, so that a new session begins.

mod lives;
mod pending;

use media_collection::http::{Request, Response};
use media_collection::recorder::{
    ClockChange, ClockStep, NextRequest, Online, Outcome, Recorded, Renewal, Ticket,
};
use media_collection::store::StoredOnline;
use media_collection::{Event, PlayerTime, Recorder, SessionStart};

use crate::fixtures::collector::Server;
use crate::fixtures::stores::{TempStore, temp_store};
use crate::fixtures::{BEGAN, collector, names, response, start_params};

const SECOND: i64 = 1_000;
/// Less than the silence after which a session ends.
const JUMP: i64 = 300 * SECOND;
const HOUR: i64 = 3_600 * SECOND;

/// Where the session is recorded and sent from.
enum Sink {
    Memory(Box<Recorder<Online>>),
    Store(TempStore, Box<Option<Recorder<StoredOnline>>>),
}

/// A device that plays and reports, with a clock that may be wrong.
struct Device {
    sink: Sink,
    server: Server<'static>,
    passed: i64,
    error: i64,
    now: i64,
    renewals: Vec<Renewal>,
}

impl Device {
    fn new(stored: bool, error: i64) -> Self {
        let start = SessionStart::new(PlayerTime::new(0.0, BEGAN + error), start_params());
        let sink = if stored {
            let store = temp_store("online-clock");
            let recorder = store.begin_online(start).unwrap();
            Sink::Store(store, Box::new(Some(recorder)))
        } else {
            Sink::Memory(Box::new(Recorder::online(start)))
        };
        let server = Server::new(|_| Some(204));
        let mut device = Self { sink, server, passed: 0, error, now: BEGAN, renewals: Vec::new() };
        device.passed = SECOND;
        device.records(Event::play);
        device
    }

    fn records(&mut self, event: fn(PlayerTime) -> Event) -> Recorded {
        let ts = (BEGAN + self.passed).saturating_add(self.error);
        let event = event(PlayerTime::new((self.passed - SECOND) as f64 / 1_000.0, ts));
        match &mut self.sink {
            Sink::Memory(recorder) => recorder.record(event).unwrap(),
            Sink::Store(_, recorder) => (**recorder).as_mut().unwrap().record(event).unwrap(),
        }
    }

    fn pings(&mut self, count: usize) -> Vec<ClockChange> {
        let ping = |_| {
            self.passed += 10 * SECOND;
            self.records(Event::ping).clock
        };
        (0..count).filter_map(ping).collect()
    }

    /// The app is stopped and started.
    fn restarts(&mut self) {
        match &mut self.sink {
            Sink::Memory(recorder) => {
                let text = serde_json::to_string(&**recorder).unwrap();
                let read: Recorder<Online> = serde_json::from_str(&text).unwrap();
                assert_eq!(read, **recorder);
                **recorder = read;
            }
            Sink::Store(store, recorder) => {
                let key = recorder.take().unwrap().key();
                **recorder = Some(store.resume_online(key).unwrap());
            }
        }
    }

    fn next(&mut self) -> Option<(Ticket, Request<Vec<u8>>)> {
        for _ in 0..100 {
            match &mut self.sink {
                Sink::Memory(recorder) => match recorder.next_request(self.now).unwrap() {
                    NextRequest::Send(outgoing) => {
                        self.renewals.extend(outgoing.renewal);
                        return Some((outgoing.ticket, outgoing.request(&collector()).unwrap()));
                    }
                    NextRequest::Wait { until } => self.now = until,
                    NextRequest::Nothing => return None,
                    other => panic!("{other:?}"),
                },
                Sink::Store(store, _) => {
                    if let Some(upload) = store.next_upload(self.now).unwrap() {
                        self.renewals.extend(upload.renewal);
                        return Some((upload.ticket, upload.request(&collector()).unwrap()));
                    }
                    match store.due().unwrap() {
                        Some(due) if due > self.now => self.now = due,
                        _ => return None,
                    }
                }
            }
        }
        panic!("no end of waits")
    }

    fn responds(&mut self, ticket: Ticket, response: &Response<Vec<u8>>) -> Outcome {
        match &mut self.sink {
            Sink::Memory(recorder) => recorder.responded(ticket, response, self.now, 0.5),
            Sink::Store(store, _) => store.responded(ticket, response, self.now, 0.5).unwrap(),
        }
    }

    fn fails(&mut self, ticket: Ticket) {
        let outcome = match &mut self.sink {
            Sink::Memory(recorder) => recorder.not_sent(ticket, self.now, 0.5),
            Sink::Store(store, _) => store.not_sent(ticket, self.now, 0.5).unwrap(),
        };
        assert!(matches!(outcome, Outcome::Kept { .. }), "{outcome:?}");
    }

    /// Sends all there is.
    fn sends(&mut self) {
        while let Some((ticket, request)) = self.next() {
            let response = self.server.send(request).expect("it responds");
            let _ = self.responds(ticket, &response);
        }
    }

    fn ends(&mut self) -> Option<ClockChange> {
        self.passed += 10 * SECOND;
        let at = PlayerTime::new(
            (self.passed - SECOND) as f64 / 1_000.0,
            BEGAN + self.passed + self.error,
        );
        let recorded = match &mut self.sink {
            Sink::Memory(recorder) => recorder.abandon(at).unwrap(),
            Sink::Store(_, recorder) => recorder.take().unwrap().abandon(at).unwrap(),
        };
        recorded.unwrap().clock
    }

    /// Each session that the collector got: what events, and the seconds since the start by which
    /// their times and their playheads differ from one another.
    #[track_caller]
    fn sessions_are(&self, expected: &[&[&str]]) {
        for session in &self.server.sessions {
            let times: Vec<_> = session.iter().map(|event| event.player_time.ts).collect();
            assert!(times.is_sorted_by(|one, other| one < other), "{times:?}");
        }
        let found: Vec<_> = self.server.sessions.iter().map(|session| names(session)).collect();
        assert_eq!(found, expected);
    }

    /// The pings of a session have the right times but for a few milliseconds.
    #[track_caller]
    fn is_right(&self, session: usize) {
        for event in &self.server.sessions[session] {
            if event.event_name() == "ping" {
                let second = event.player_time.playhead;
                let right = BEGAN + SECOND + (second * 1_000.0) as i64;
                let error = event.player_time.ts - right;
                assert!((0..10).contains(&error), "the ping at {second} s is off by {error} ms");
            }
        }
    }
}

#[track_caller]
fn told(changes: &[ClockChange]) -> (ClockStep, usize, bool) {
    assert_eq!(changes.len(), 1, "{changes:?}");
    (changes[0].step, changes[0].moved, changes[0].new_session)
}

#[test]
fn what_was_not_sent_moves_back() {
    for stored in [false, true] {
        let mut device = Device::new(stored, 0);
        device.sends();
        device.error = JUMP;
        assert_eq!(device.pings(3), []);
        device.error = 0;
        device.restarts();
        assert_eq!(told(&device.pings(1)), (ClockStep::Returned, 3, false));
        device.pings(1);
        device.ends();
        device.sends();
        device.sessions_are(&[&[
            "sessionStart",
            "play",
            "ping",
            "ping",
            "ping",
            "ping",
            "ping",
            "sessionEnd",
        ]]);
        device.is_right(0);
        assert_eq!(device.renewals, []);
    }
}

#[test]
fn what_was_sent_stays_and_a_new_session_begins() {
    for stored in [false, true] {
        for restarts in [false, true] {
            let mut device = Device::new(stored, 0);
            device.pings(1);
            device.error = JUMP;
            device.pings(1);
            device.sends();
            device.pings(1);
            device.error = 0;
            assert_eq!(told(&device.pings(1)), (ClockStep::Returned, 1, true));
            if restarts {
                device.restarts();
            }
            device.sends();
            device.pings(2);
            device.sends();
            device.ends();
            device.sends();
            device.sessions_are(&[
                &["sessionStart", "play", "ping", "ping", "sessionEnd"],
                &["sessionStart", "play", "ping", "ping", "ping", "ping", "sessionEnd"],
            ]);
            device.is_right(1);
            assert_eq!(device.renewals, [Renewal::ClockSet]);
        }
    }
}

#[test]
fn an_event_in_flight_is_of_the_session_that_it_was_sent_to() {
    for stored in [false, true] {
        for lost in [false, true] {
            let mut device = Device::new(stored, 0);
            device.sends();
            device.error = JUMP;
            device.pings(2);
            let (ticket, request) = device.next().expect("a ping");
            device.error = 0;
            assert_eq!(told(&device.pings(1)), (ClockStep::Returned, 1, true));
            if lost {
                // Two times, so that it is believed.
                let _ = device.responds(ticket, &response(404));
                let (ticket, _) = device.next().expect("the same ping");
                let outcome = device.responds(ticket, &response(404));
                assert!(matches!(outcome, Outcome::Reopening { .. }), "{outcome:?}");
            } else {
                let response = device.server.send(request).unwrap();
                assert_eq!(device.responds(ticket, &response), Outcome::Arrived);
            }
            device.sends();
            device.ends();
            device.sends();
            if lost {
                device.sessions_are(&[
                    &["sessionStart", "play"],
                    &["sessionStart", "play", "ping", "ping", "ping", "sessionEnd"],
                ]);
            } else {
                device.sessions_are(&[
                    &["sessionStart", "play", "ping", "sessionEnd"],
                    &["sessionStart", "play", "ping", "ping", "sessionEnd"],
                ]);
            }
            device.is_right(1);
        }
    }
}

#[test]
fn a_start_that_was_not_sent_moves_to_the_real_time() {
    for stored in [false, true] {
        for attempted in [false, true] {
            let mut device = Device::new(stored, -BEGAN);
            device.pings(1);
            if attempted {
                let (ticket, _) = device.next().expect("the start");
                device.fails(ticket);
            }
            device.error = 0;
            assert_eq!(told(&device.pings(1)), (ClockStep::SetRight, 3, false));
            device.restarts();
            device.sends();
            device.ends();
            device.sends();
            device.sessions_are(&[&["sessionStart", "play", "ping", "ping", "sessionEnd"]]);
            device.is_right(0);
            let start = device.server.sessions[0][0].player_time.ts;
            assert_eq!(start, BEGAN);
        }
    }
}

#[test]
fn a_session_that_began_in_1970_goes_on_in_a_new_one() {
    for stored in [false, true] {
        for in_flight in [false, true] {
            let mut device = Device::new(stored, -BEGAN);
            let under_way = in_flight.then(|| device.next().expect("the start"));
            if !in_flight {
                device.sends();
            }
            device.pings(2);
            device.error = 0;
            let moved = if in_flight { 3 } else { 2 };
            assert_eq!(told(&device.pings(1)), (ClockStep::SetRight, moved, true));
            if let Some((ticket, request)) = under_way {
                let response = device.server.send(request).unwrap();
                assert!(matches!(device.responds(ticket, &response), Outcome::Opened(_)));
            }
            device.sends();
            device.ends();
            device.sends();
            let second = &["sessionStart", "play", "ping", "ping", "ping", "sessionEnd"];
            if in_flight {
                device.sessions_are(&[&["sessionStart", "sessionEnd"], second]);
            } else {
                device.sessions_are(&[&["sessionStart", "play", "sessionEnd"], second]);
            }
            device.is_right(1);
            assert_eq!(device.renewals, [Renewal::ClockSet]);
        }
    }
}

#[test]
fn an_end_opens_no_session() {
    for stored in [false, true] {
        let mut device = Device::new(stored, 0);
        device.error = JUMP;
        device.pings(2);
        device.sends();
        device.error = 0;
        let change = device.ends().expect("it is told");
        assert_eq!((change.step, change.moved), (ClockStep::Returned, 0));
        device.sends();
        device.sessions_are(&[&["sessionStart", "play", "ping", "ping", "sessionEnd"]]);
        assert_eq!(device.renewals, []);
    }
}

/// A session that goes on in a new one after a loss is moved as others are.
#[test]
fn a_session_that_is_opened_again_moves_with_its_events() {
    for stored in [false, true] {
        let mut device = Device::new(stored, 0);
        device.sends();
        device.error = JUMP;
        device.pings(1);
        for _ in 0..2 {
            let (ticket, _) = device.next().expect("a ping");
            let _ = device.responds(ticket, &response(410));
        }
        device.error = 0;
        device.restarts();
        let (step, _, new_session) = told(&device.pings(1));
        assert_eq!((step, new_session), (ClockStep::Returned, false));
        device.pings(1);
        device.ends();
        device.sends();
        device.sessions_are(&[
            &["sessionStart", "play"],
            &["sessionStart", "play", "ping", "ping", "ping", "sessionEnd"],
        ]);
        device.is_right(1);
    }
}
