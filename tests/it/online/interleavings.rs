//! Responses that are late, doubled, crossed or lost, in every order: no event is lost, each arrives
//! once unless a response to it was lost, and in order.

use media_collection::Event;
use media_collection::http::Response;
use media_collection::recorder::{NextRequest, Outcome, Ticket};

use crate::fixtures::collector::{mark, marked};
use crate::fixtures::random::Random;
use crate::fixtures::viewing::start;
use crate::fixtures::{BEGAN, at, opened, response};
use crate::recorders::sender::{Next, Sender};
use crate::recorders::{OnlineRecorder, online};

/// What can be done with a session.
trait Session {
    /// A request, its ticket, and the number of its event; `None` if it is not due or there is none.
    fn ask(&mut self, now: i64) -> Option<(Ticket, Option<usize>, bool)>;
    fn respond(&mut self, ticket: Ticket, response: &Response<Vec<u8>>, now: i64) -> Outcome;
    fn give_up(&mut self, ticket: Ticket, now: i64) -> Outcome;
}

impl Session for OnlineRecorder {
    fn ask(&mut self, now: i64) -> Option<(Ticket, Option<usize>, bool)> {
        let NextRequest::Send(outgoing) = self.next_request(now).unwrap() else { return None };
        let event = Event::decode(outgoing.call.body(), &Default::default()).unwrap();
        Some((outgoing.ticket, mark(&event), event.event_name() == "sessionStart"))
    }

    fn respond(&mut self, ticket: Ticket, response: &Response<Vec<u8>>, now: i64) -> Outcome {
        self.responded(ticket, response, now, 0.5)
    }

    fn give_up(&mut self, ticket: Ticket, now: i64) -> Outcome {
        self.not_sent(ticket, now, 0.5)
    }
}

impl Session for Sender {
    fn ask(&mut self, now: i64) -> Option<(Ticket, Option<usize>, bool)> {
        let Next::Send(request) = self.next(now) else { return None };
        Some((request.ticket, mark(&request.event()), request.is_start()))
    }

    fn respond(&mut self, ticket: Ticket, response: &Response<Vec<u8>>, now: i64) -> Outcome {
        self.responded(ticket, response, now)
    }

    fn give_up(&mut self, ticket: Ticket, now: i64) -> Outcome {
        self.not_sent(ticket, now)
    }
}

/// A request that the collector has processed, and its response, which may come at any time, or
/// never.
#[derive(Clone)]
struct Answered {
    ticket: Ticket,
    event: Option<usize>,
    response: Response<Vec<u8>>,
}

/// What happened between a session and a collector.
#[derive(Clone)]
struct World<S> {
    session: S,
    now: i64,
    answered: Vec<Answered>,
    /// The events that the collector has accepted, in order.
    accepted: Vec<usize>,
    /// The events that were handed back.
    aside: Vec<usize>,
    /// For each event, how many of its attempts were given up.
    given_up: Vec<usize>,
    /// The request that is in flight, and its event.
    in_flight: Option<(Ticket, Option<usize>)>,
    sessions: usize,
}

/// What happens next.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// The next request is sent, and the collector responds with this status, 0 for a success.
    Ask(u16),
    /// The response to the request so many before the last one comes. It may come again.
    Arrives(usize),
    /// The caller gives up waiting.
    GiveUp,
    /// Time passes.
    Wait,
}

impl<S: Session> World<S> {
    fn new(session: S, events: usize) -> Self {
        Self {
            session,
            now: BEGAN,
            answered: Vec::new(),
            accepted: Vec::new(),
            aside: Vec::new(),
            given_up: vec![0; events],
            in_flight: None,
            sessions: 0,
        }
    }

    /// Does a step; false if it changes nothing.
    fn step(&mut self, step: Step) -> bool {
        match step {
            Step::Ask(status) => return self.ask(status),
            Step::Arrives(back) => {
                let Some(answered) = self.answered.iter().nth_back(back).cloned() else {
                    return false;
                };
                let is_known = self.in_flight.is_some_and(|(ticket, _)| ticket == answered.ticket);
                let outcome = self.session.respond(answered.ticket, &answered.response, self.now);
                assert!(is_known || outcome == Outcome::Stale, "{outcome:?}");
                if outcome == Outcome::Stale {
                    return false;
                }
                self.in_flight = None;
                if let Outcome::SetAside { .. } = outcome {
                    self.aside.extend(answered.event);
                }
            }
            Step::GiveUp => {
                let Some((ticket, event)) = self.in_flight else { return false };
                if self.session.give_up(ticket, self.now) == Outcome::Stale {
                    return false;
                }
                // Its response may still come, until the request is sent again.
                event.into_iter().for_each(|event| self.given_up[event] += 1);
            }
            Step::Wait => self.now += 200_000,
        }
        true
    }

    fn ask(&mut self, status: u16) -> bool {
        let Some((ticket, event, is_start)) = self.session.ask(self.now) else { return false };
        if let Some((_, Some(event))) = self.in_flight {
            self.given_up[event] += 1;
        }
        self.in_flight = Some((ticket, event));
        let response = match status {
            0 if is_start => {
                self.sessions += 1;
                opened(self.sessions)
            }
            0 => {
                self.accepted.extend(event);
                response(204)
            }
            status => response(status),
        };
        self.answered.push(Answered { ticket, event, response });
        true
    }

    /// Sends what is left to a collector that works, and looks at what it got.
    fn ends(mut self) {
        self.step(Step::GiveUp);
        for _ in 0..200 {
            if self.ask(0) {
                self.step(Step::Arrives(0));
            }
            self.now += 60_000;
        }
        let events = self.given_up.len();
        for event in 0..events {
            let times = self.accepted.iter().filter(|accepted| **accepted == event).count();
            let is_aside = self.aside.contains(&event);
            assert!(times > 0 || is_aside, "event {event} is lost");
            assert!(times <= 1 + self.given_up[event], "event {event} came {times} times");
        }
        assert!(self.accepted.is_sorted(), "{:?}", self.accepted);
    }
}

fn recorded(mut recorder: OnlineRecorder, events: usize) -> OnlineRecorder {
    for number in 0..events {
        let event = Event::ping(at(number as i64 + 1));
        recorder.record(marked(event, number)).unwrap();
    }
    recorder
}

/// Every list of so many steps.
fn every(world: &World<OnlineRecorder>, depth: usize, steps: &[Step], count: &mut usize) {
    if depth == 0 {
        *count += 1;
        world.clone().ends();
        return;
    }
    for step in steps {
        let mut world = world.clone();
        if world.step(*step) {
            every(&world, depth - 1, steps, count);
        }
    }
    // What changes nothing ends here.
}

#[test]
fn every_order_of_late_doubled_crossed_and_lost_responses() {
    let mut session = recorded(online(start()), 3);
    let Some((ticket, ..)) = session.ask(BEGAN) else { panic!("the start") };
    drop(session.respond(ticket, &opened(0), BEGAN));
    let arrives = [Step::Arrives(0), Step::Arrives(1), Step::Arrives(2)];
    let mut count = 0;
    for status in [0, 400, 404, 503] {
        let steps = [[Step::Ask(0), Step::Ask(status), Step::GiveUp].as_slice(), &arrives].concat();
        every(&World::new(session.clone(), 3), 8, &steps, &mut count);
    }
    assert!(count > 1_000, "{count}");
}

fn any_step(random: &mut Random) -> Step {
    match random.below(10) {
        0..3 => Step::Ask(0),
        3 => Step::Ask([400, 403, 404, 410, 429, 500, 503, 302][random.below(8)]),
        4..7 => Step::Arrives(random.below(4)),
        7 => Step::GiveUp,
        _ => Step::Wait,
    }
}

#[test]
fn random_orders_in_memory_and_in_a_store() {
    for seed in 0..60 {
        let mut random = Random::new(seed);
        // A store waits for the disk at each step.
        let senders = Sender::both(&start()).into_iter();
        for mut sender in senders.take(if seed % 4 == 0 { 2 } else { 1 }) {
            for number in 0..12 {
                sender.record(marked(Event::ping(at(number as i64 + 1)), number));
            }
            let mut world = World::new(sender, 12);
            for _ in 0..60 {
                world.step(any_step(&mut random));
                if random.once_in(20) {
                    world.session.restart();
                    // What was in flight is sent again.
                    if let Some((_, Some(event))) = world.in_flight.take() {
                        world.given_up[event] += 1;
                    }
                }
                world.session.try_again_if_stopped();
            }
            world.ends();
        }
    }
}
