//! An online session in memory and one in a store, to which the same happens: what is recorded,
//! told, sent and handed back is the same, whatever the clock does, whatever the collector says, and
//! however often the app is killed.

use std::fmt::Debug;

use media_collection::recorder::Ticket;
use media_collection::{Event, PlayerTime, SessionStart};
use quickcheck::{Arbitrary, Gen};

use crate::fixtures::random::random;
use crate::fixtures::viewing::start;
use crate::fixtures::{BEGAN, ad_break, chapter, opened, response, spot, state};
use crate::recorders::sender::{Next, Request, Sender};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;

/// What happens to a session.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// The device's clock shows another time.
    SetTo(i64),
    /// An event, so many milliseconds after the last, and whether the playhead has moved.
    Records(u8, i64, bool),
    /// The next request is sent, and the collector says this; 0 if it takes it.
    Sends(u16),
    /// The next request is sent, and nothing comes yet.
    Asks,
    /// The collector says this to the last request.
    Arrives(u16),
    /// Nothing comes.
    GivesUp,
    SetsAside,
    Waits(i64),
    Restarts,
    IsKilled,
    RenewsByTime(bool),
    CorrectsStart(i64),
}

impl Arbitrary for Step {
    fn arbitrary(source: &mut Gen) -> Self {
        let number = u8::arbitrary(source);
        let of = |source: &mut Gen, list: &[i64]| *source.choose(list).expect("it is not empty");
        match u8::arbitrary(source) % 32 {
            0 => Self::SetTo(of(source, &[5, -5, 40, 300, 7_200]) * SECOND),
            1 | 2 => Self::SetTo(0),
            3 => Self::SetTo(-BEGAN),
            4..12 => {
                let passed = of(source, &[1, 10_000, 10_000, 10_000, 10_000, 40_000]);
                Self::Records(number, passed, number % 5 > 0)
            }
            12 => Self::Records(number, of(source, &[11, 31, 26 * 60]) * MINUTE, number % 2 > 0),
            13..19 => Self::Sends(0),
            19 => Self::Sends(400),
            20 => Self::Sends(404),
            21 => Self::Sends(503),
            22 | 23 => Self::Asks,
            24 => Self::Arrives(of(source, &[0, 0, 400, 410, 503]) as u16),
            25 => Self::GivesUp,
            26 => Self::SetsAside,
            27 => Self::Waits(of(source, &[1, 30, 600]) * SECOND),
            28 => Self::Restarts,
            29 | 30 => Self::IsKilled,
            _ if number % 4 > 0 => Self::CorrectsStart(i64::from(number) * 100),
            _ => Self::RenewsByTime(number % 8 > 0),
        }
    }
}

/// Both sessions, and the device that they are recorded on.
struct Pair {
    senders: [Sender; 2],
    asked: Option<[Ticket; 2]>,
    in_flight: bool,
    is_start: bool,
    sessions: usize,
    passed: i64,
    playhead: f64,
    error: i64,
}

impl Pair {
    fn new() -> Self {
        Self {
            senders: Sender::both(&start()),
            asked: None,
            in_flight: false,
            is_start: false,
            sessions: 0,
            passed: 0,
            playhead: 0.0,
            error: 0,
        }
    }

    /// Does the same with both, and holds the results against each other.
    #[track_caller]
    fn same<T: PartialEq + Debug>(&mut self, work: impl Fn(&mut Sender) -> T) -> T {
        let [memory, stored] = self.senders.each_mut().map(work);
        assert_eq!(stored, memory, "the store, and what is right");
        memory
    }

    fn now(&self) -> i64 {
        BEGAN + self.passed
    }

    fn event(&self, number: u8) -> Event {
        let at = PlayerTime::new(self.playhead, self.now() + self.error);
        match number % 12 {
            0 | 1 => Event::play(at),
            2 => Event::pause_start(at),
            3 => Event::ad_break_start(at, ad_break()),
            4 => Event::ad_start(at, spot("spot-7")),
            5 => Event::ad_complete(at),
            6 => Event::ad_break_complete(at),
            7 => Event::chapter_start(at, chapter(1)),
            8 => Event::state_start(at, state("mute")),
            _ => Event::ping(at),
        }
    }

    /// Whether there is a request. A store has none while one is in flight.
    fn ask(&mut self) -> bool {
        if self.in_flight {
            return false;
        }
        let now = self.now();
        let next = self.senders.each_mut().map(|sender| sender.next(now));
        match next {
            [Next::Send(memory), Next::Send(stored)] => {
                let told = |request: &Request| {
                    let body = String::from_utf8_lossy(request.call.body()).into_owned();
                    (request.call.path().to_owned(), body, request.attempts, request.renewal)
                };
                assert_eq!(told(&stored), told(&memory), "the store, and what is right");
                self.is_start = memory.is_start();
                self.asked = Some([memory.ticket, stored.ticket]);
                self.in_flight = true;
                true
            }
            [Next::Wait(memory), Next::Wait(stored)] => {
                assert_eq!(stored, memory);
                false
            }
            [Next::Stopped, Next::Stopped] | [Next::Nothing, Next::Nothing] => false,
            [memory, stored] => panic!("{stored:?}, but in memory {memory:?}"),
        }
    }

    fn arrives(&mut self, status: u16) {
        let Some(tickets) = self.asked.take() else { return };
        self.in_flight = false;
        let now = self.now();
        if status == 0 && self.is_start {
            self.sessions += 1;
        }
        let response = match status {
            0 if self.is_start => opened(self.sessions),
            0 => response(204),
            status => response(status),
        };
        let [memory, stored] = &mut self.senders;
        let memory = memory.responded(tickets[0], &response, now);
        let stored = stored.responded(tickets[1], &response, now);
        assert_eq!(stored, memory, "the store, and what is right");
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::SetTo(error) => self.error = error,
            Step::Records(number, passed, moves) => {
                self.passed += passed;
                self.playhead += if moves { passed.min(40_000) as f64 / 1_000.0 } else { 0.0 };
                let event = self.event(number);
                self.same(|sender| sender.recorded(event.clone()));
            }
            Step::Sends(status) => {
                if self.ask() {
                    self.arrives(status);
                }
            }
            Step::Asks => drop(self.ask()),
            Step::Arrives(status) => self.arrives(status),
            Step::GivesUp => {
                let (now, Some(tickets)) = (self.now(), self.asked) else { return };
                self.in_flight = false;
                let [memory, stored] = &mut self.senders;
                let memory = memory.not_sent(tickets[0], now);
                assert_eq!(stored.not_sent(tickets[1], now), memory);
            }
            Step::SetsAside => self.in_flight &= self.same(Sender::set_aside).is_none(),
            Step::Waits(millis) => self.passed += millis,
            Step::Restarts | Step::IsKilled => {
                self.in_flight = false;
                self.senders.iter_mut().for_each(match step {
                    Step::Restarts => Sender::restart,
                    _ => Sender::is_killed,
                });
            }
            Step::RenewsByTime(by_time) => {
                self.senders.iter_mut().for_each(|sender| sender.set_renewal(by_time));
            }
            Step::CorrectsStart(millis) => {
                let correct = |start: &mut SessionStart| {
                    start.player_time = PlayerTime::new(0.0, start.player_time.ts + millis);
                };
                self.same(|sender| sender.change_start(correct));
            }
        }
        self.same(|sender| sender.last());
        self.same(|sender| sender.withheld());
        let now = self.now();
        self.same(|sender| sender.is_expired(now));
    }

    /// Sends what is left to a collector that works.
    fn ends(mut self) {
        self.step(Step::GivesUp);
        self.passed += 10 * SECOND;
        let at = PlayerTime::new(self.playhead, self.now() + self.error);
        self.same(|sender| sender.abandoned(at));
        self.same(Sender::try_again_if_stopped);
        for _ in 0..300 {
            if self.ask() {
                self.arrives(0);
            }
            self.passed += MINUTE;
        }
        assert!(self.same(Sender::is_done));
    }
}

fn happens(steps: impl IntoIterator<Item = Step>) {
    let mut pair = Pair::new();
    steps.into_iter().for_each(|step| pair.step(step));
    pair.ends();
}

#[test]
fn whatever_happens_a_store_does_what_memory_does() {
    fn property(steps: Vec<Step>) {
        happens(steps);
    }
    random(60, 200).quickcheck(property as fn(Vec<Step>));
}

/// Scripts in which they differed once.
#[test]
fn what_random_scripts_found() {
    use Step::{Asks, CorrectsStart, IsKilled, Records, Restarts, Sends, SetTo, SetsAside, Waits};

    const AHEAD: i64 = 7_200 * SECOND;
    let scripts: [&[Step]; 11] = [
        &[Sends(0), Records(8, 10_000, true), Sends(400), IsKilled],
        &[Sends(0), Records(8, 10_000, true), SetsAside, Restarts],
        &[CorrectsStart(15_900)],
        &[SetTo(AHEAD), Records(58, 10_000, true), CorrectsStart(5_800), SetTo(0)],
        &[
            Records(1, 10_000, true),
            SetTo(AHEAD),
            Records(0, 40_000, false),
            Sends(0),
            Waits(600_000),
            SetTo(40_000),
            Sends(503),
        ],
        &[
            SetTo(AHEAD),
            Sends(0),
            Records(199, 10_000, true),
            Sends(0),
            Waits(600_000),
            SetTo(-5_000),
            Asks,
            Records(164, 40_000, true),
        ],
        &[
            SetTo(AHEAD),
            Sends(0),
            Records(228, 10_000, true),
            Asks,
            SetTo(0),
            Records(153, 40_000, true),
            Waits(600_000),
            Restarts,
            Records(106, 10_000, true),
        ],
        &[
            SetTo(300_000),
            CorrectsStart(24_500),
            Records(255, 10_000, false),
            SetTo(0),
            CorrectsStart(5_900),
            Records(18, 1, true),
            IsKilled,
        ],
        &[
            SetTo(AHEAD),
            Records(70, 10_000, false),
            Sends(0),
            Records(62, 10_000, true),
            Asks,
            SetTo(300_000),
            Records(146, 10_000, true),
            IsKilled,
            Records(1, 1, true),
            CorrectsStart(23_300),
            Records(113, 10_000, true),
        ],
        &[
            CorrectsStart(9_100),
            SetTo(300_000),
            Records(214, 1, true),
            CorrectsStart(4_900),
            Sends(0),
            SetTo(0),
            Records(3, 10_000, true),
        ],
        &[
            SetTo(AHEAD),
            Records(1, 10_000, true),
            CorrectsStart(5_400),
            SetTo(-5_000),
            Records(58, 1, true),
            CorrectsStart(1_900),
        ],
    ];
    for script in scripts {
        happens(script.iter().copied());
    }
}
