//! The time and the allocations of a report, above reading.
//!
//! ```text
//! cargo bench --bench report
//! ```
//!
//! All contenders run in one process, in many rounds of different order. A figure is the median of
//! the rounds; allocations are exact. The peer is the lint of the same events. Adds `report` and
//! `allocs_report` to `target/peers.json`.

#[path = "../support/contest.rs"]
mod contest;
// The peak is of no interest here.
#[allow(dead_code)]
#[path = "../allocations/counting.rs"]
mod counting;
#[path = "../support/figures.rs"]
mod figures;

use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

use contest::Contender;
use media_collection::lint::{Linter, Window};
use media_collection::report::{ReportOptions, Reporter, TimeSpent, Told};
use media_collection::{Event, PlayerTime, Policy};

#[global_allocator]
static ALLOCATOR: counting::Counting = counting::Counting;

/// The most pings in a round.
const PINGS: usize = 20_000;
/// Playback events, ads, chapters, states, quality and errors, as a player sent them.
const SESSION: &str = include_str!("../../tests/payloads/recorded-session.jsonl");
/// How often the session is taken in a round.
const SESSIONS: usize = 20;

fn main() {
    contest::run("report", contenders);
}

fn session() -> Vec<Event> {
    let event = |line: &str| Event::decode(line.as_bytes(), &Policy::strict()).expect("an event");
    SESSION.lines().map(event).collect()
}

fn ping(number: usize) -> Event {
    let second = 10 * number as i64;
    Event::ping(PlayerTime::new(second as f64 + 0.25, 1_700_000_000_000 + second * 1_000))
}

/// Events one after the other, from the first again when they are over.
struct Taken<S> {
    events: Vec<Event>,
    at: usize,
    state: S,
}

/// Takes one event of these in each run. `new` makes the state for a session that is about to begin.
fn taking<S: 'static>(
    place: usize,
    name: &'static str,
    events: Vec<Event>,
    new: impl Fn() -> S + 'static,
    take: impl Fn(&mut S, &Event) + 'static,
    times: usize,
) -> Contender {
    let first = new();
    let taken = Rc::new(RefCell::new((Taken { events, at: 0, state: first }, new)));
    let again = Rc::clone(&taken);
    let prepare = move || {
        let (taken, new) = &mut *again.borrow_mut();
        (taken.at, taken.state) = (0, new());
    };
    let run = move || {
        let (Taken { events, at, state }, new) = &mut *taken.borrow_mut();
        if *at == events.len() {
            (*at, *state) = (0, new());
        }
        take(state, &events[*at]);
        *at += 1;
    };
    Contender { place, name, times, prepare: Box::new(prepare), run: Box::new(run) }
}

/// A reporter of a session that plays.
fn playing(time_spent: TimeSpent) -> Reporter {
    let mut reporter = Reporter::with(ReportOptions::new().time_spent(time_spent));
    let events = session();
    let start = events.first().expect("a start").clone();
    let mut first = start;
    first.player_time = PlayerTime::new(0.0, 1_700_000_000_000);
    let play = Event::play(PlayerTime::new(0.0, 1_700_000_000_000));
    for event in [first, play] {
        reporter.event(&event, |told| drop(black_box(told)));
    }
    reporter
}

fn reports(reporter: &mut Reporter, event: &Event) {
    reporter.event(event, |told: Told| drop(black_box(told)));
}

fn contenders() -> Vec<Contender> {
    let pings: Vec<Event> = (0..PINGS).map(ping).collect();
    let mix = session();
    let of_mix = SESSIONS * mix.len();
    let clamped = || ReportOptions::new().time_spent(TimeSpent::Clamped);
    let windowed = || (Window::<Event>::new(), Reporter::new());
    let mut whole = Reporter::new();
    for event in mix.iter().filter(|event| event.event_name() != "sessionEnd") {
        reports(&mut whole, event);
    }
    let written = whole.so_far().len();
    assert!(written > 0, "the session is open");
    let record = move || drop(black_box(whole.so_far()));
    vec![
        taking(0, "a ping", pings.clone(), || playing(TimeSpent::Timestamps), reports, PINGS),
        taking(
            1,
            "a ping, time spent clamped",
            pings.clone(),
            || playing(TimeSpent::Clamped),
            reports,
            PINGS,
        ),
        taking(
            2,
            "a ping, by the lint",
            pings,
            Linter::new,
            |linter, event| linter.event(event, |found| drop(black_box(found))),
            PINGS,
        ),
        taking(3, "an event of a session", mix.clone(), Reporter::new, reports, of_mix),
        taking(
            4,
            "an event of a session, time spent clamped",
            mix.clone(),
            move || Reporter::with(clamped()),
            reports,
            of_mix,
        ),
        taking(
            5,
            "an event of a session, by a window too",
            mix.clone(),
            windowed,
            |(window, reporter), event| {
                window.push(event.clone(), |arrived| {
                    reporter.arrived(&arrived, |told| drop(black_box(told)));
                });
            },
            of_mix,
        ),
        taking(
            6,
            "an event of a session, by the lint",
            mix,
            Linter::new,
            |linter, event| linter.event(event, |found| drop(black_box(found))),
            of_mix,
        ),
        Contender {
            place: 7,
            name: "the close record, while the session is open",
            times: 1_000,
            prepare: Box::new(|| {}),
            run: Box::new(record),
        },
    ]
}
