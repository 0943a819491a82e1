//! Random viewings with pauses of every length, sent to a collector that fails, loses sessions and
//! comes back: every event arrives once, or is counted, and no session holds what would be lost.

use media_collection::lint::{Linter, Severity};
use media_collection::recorder::Outcome;
use media_collection::{Event, PlayerTime, StateEndParams};

use crate::fixtures::collector::{mark, marked};
use crate::fixtures::random::Random;
use crate::fixtures::viewing::start;
use crate::fixtures::{BEGAN, ad_break, chapter, opened, response, spot, state};
use crate::recorders::sender::{Next, Sender};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

fn any_event(random: &mut Random, at: PlayerTime) -> Event {
    match random.below(14) {
        0 | 1 => Event::play(at),
        2 => Event::pause_start(at),
        3 => Event::buffer_start(at),
        4 => Event::ad_break_start(at, ad_break()),
        5 => Event::ad_start(at, spot("spot-7")),
        6 => Event::ad_complete(at),
        7 => Event::ad_break_complete(at),
        8 => Event::chapter_start(at, chapter(1)),
        9 => Event::chapter_complete(at),
        10 => Event::state_start(at, state("mute")),
        11 => Event::state_end(at, StateEndParams::new("mute")),
        _ => Event::ping(at),
    }
}

fn closes(event: &Event) -> bool {
    let name = event.event_name();
    name.starts_with("session") || name.ends_with("Complete") || name.ends_with("Skip")
}

struct Run {
    sender: Sender,
    now: i64,
    recorded: Vec<Event>,
    /// The numbers of the events that arrived, in order.
    arrived: Vec<usize>,
    linter: Linter,
    /// The collector closed the viewing before all of its end was reported.
    closed: bool,
    sessions: usize,
}

impl Run {
    fn new(sender: Sender) -> Self {
        Self {
            sender,
            now: BEGAN,
            recorded: Vec::new(),
            arrived: Vec::new(),
            linter: Linter::new(),
            closed: false,
            sessions: 0,
        }
    }

    fn record(&mut self, event: Event) {
        let event = marked(event, self.recorded.len());
        if self.sender.try_record(event.clone()) {
            self.recorded.push(event);
        }
    }

    /// Sends the next request, if there is one; true if there was.
    fn send(&mut self, status: Option<u16>) -> bool {
        let request = match self.sender.next(self.now) {
            Next::Send(request) => request,
            Next::Wait(until) => {
                if status == Some(0) {
                    self.now = until;
                }
                return true;
            }
            Next::Stopped => {
                self.sender.try_again();
                return true;
            }
            Next::Nothing => return false,
        };
        let event = request.event();
        let response = match status {
            None => {
                drop(self.sender.not_sent(request.ticket, self.now));
                return true;
            }
            Some(0) if request.is_start() => {
                self.sessions += 1;
                self.linter = Linter::new();
                self.take(&event);
                opened(self.sessions)
            }
            Some(0) => {
                self.take(&event);
                self.arrived.extend(mark(&event));
                response(204)
            }
            Some(status) => response(status),
        };
        let outcome = self.sender.responded(request.ticket, &response, self.now);
        self.closed |= outcome == Outcome::Closed && mark(&event).is_some();
        assert!(!matches!(outcome, Outcome::Stale | Outcome::SetAside { .. }), "{outcome:?}");
        true
    }

    fn take(&mut self, event: &Event) {
        let mut found = Vec::new();
        self.linter.event(event, |finding| found.push(finding));
        found.retain(|finding| finding.severity() > Severity::Advice);
        assert!(found.is_empty(), "{found:?}");
    }

    fn ends(mut self) {
        for _ in 0..20_000 {
            if !self.send(Some(0)) {
                break;
            }
        }
        assert!(self.arrived.is_sorted_by(|left, right| left < right), "{:?}", self.arrived);
        let missing = |number: &usize| !self.arrived.contains(number);
        let missing: Vec<_> = (0..self.recorded.len()).filter(missing).collect();
        let withheld = self.sender.withheld_or_gone();
        let dropped = missing.iter().rev().take_while(|number| closes(&self.recorded[**number]));
        let dropped = if self.closed { dropped.count() } else { 0 };
        if let Some(withheld) = withheld {
            // Up to four events that close and end it have no number.
            let counted = missing.len() - dropped..=missing.len() + 4;
            assert!(counted.contains(&withheld), "{withheld} of {missing:?}, {dropped} dropped");
        }
        assert!(self.sender.is_done());
    }
}

#[test]
fn viewings_with_pauses_of_every_length_are_reported_whole() {
    for seed in 0..150 {
        // A store waits for the disk at each event.
        let senders = Sender::both(&start()).into_iter();
        for sender in senders.take(if seed % 6 == 0 { 2 } else { 1 }) {
            let mut random = Random::new(seed);
            let mut run = Run::new(sender);
            let mut playhead = 0.0;
            let mut ts = BEGAN;
            let moves = random.below(3) > 0;
            for _ in 0..60 {
                ts += match random.below(40) {
                    0 => 11 * MINUTE,
                    1 => 31 * MINUTE,
                    2 => 25 * HOUR,
                    3..6 => 9 * MINUTE,
                    _ => 10 * SECOND,
                };
                if moves && random.below(4) > 0 {
                    playhead += 10.0;
                }
                let event = any_event(&mut random, PlayerTime::new(playhead, ts));
                run.record(event);
                run.now = run.now.max(ts);
                for _ in 0..random.below(4) {
                    let status = match random.below(12) {
                        0 => None,
                        1 => Some([404, 410, 500, 503, 403][random.below(5)]),
                        _ => Some(0),
                    };
                    run.send(status);
                }
            }
            let end = PlayerTime::new(playhead, ts + 10 * SECOND);
            run.now = run.now.max(end.ts);
            // What closes and ends it has no number, and is not counted.
            run.sender.abandon(end);
            run.ends();
        }
    }
}
