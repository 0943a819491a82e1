//! Contenders on several inputs, in one process and many rounds of different order.
//!
//! In each round a contender runs twice and the second run counts, so that the state of memory and caches
//! that the previous contender left does not matter. A figure is the median of all rounds, and a ratio the
//! median of the rounds' ratios to the group's first contender. Times depend on the state of the machine,
//! ratios within one run much less.

use std::collections::BTreeMap;
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::figures;

/// Number of rounds. Each contender is measured once in each.
const ROUNDS: usize = 21;

/// What contenders work on.
pub trait Input {
    fn name(&self) -> &'static str;
    /// The number of events, which a contender returns; 0 if the group has no use for the input.
    fn events(&self, group: &str) -> usize;
    /// The size of its text.
    fn bytes(&self, group: &str) -> usize;
    /// Makes what contenders need in memory.
    fn prepare(&self) {}
}

pub struct Contender<I> {
    pub name: &'static str,
    /// Processes the input, and returns the number of its events.
    pub run: fn(&I) -> usize,
}

/// Runs the groups that the arguments name, or all of them. Prints the figures and adds them to the file.
pub fn run<I: Input>(groups: Vec<(&'static str, Vec<Contender<I>>)>, inputs: &[I]) {
    // `cargo test --benches` requests a list of tests. There are none.
    if std::env::args().any(|argument| argument == "--list") {
        return;
    }
    let rounds = if std::env::args().any(|argument| argument == "--test") { 1 } else { ROUNDS };
    let chosen: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    // First, before the heap is fragmented: these values stay in memory.
    inputs.iter().for_each(Input::prepare);
    let mut report = Map::new();
    for (group, contenders) in groups {
        if !chosen.is_empty() && !chosen.iter().any(|name| name == group) {
            continue;
        }
        let mut of_group = Map::new();
        for input in inputs.iter().filter(|input| input.events(group) > 0) {
            let figures = measured(group, &contenders, input, rounds);
            print(group, input, &figures);
            let per_event = figures.iter().map(|(name, figure)| (name.clone(), json!(figure.ns)));
            of_group.insert(input.name().to_owned(), Value::Object(per_event.collect()));
        }
        report.insert(group.to_owned(), Value::Object(of_group));
    }
    figures::add(report);
}

struct Figure {
    /// Nanoseconds per event: the median of the rounds.
    ns: f64,
    /// The median of the rounds' ratios to the group's first contender.
    ratio: f64,
}

fn measured<I: Input>(
    group: &str,
    contenders: &[Contender<I>],
    input: &I,
    rounds: usize,
) -> BTreeMap<String, Figure> {
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut order: Vec<&Contender<I>> = contenders.iter().collect();
    let mut random = 1_u64;
    for _ in 0..rounds {
        shuffle(&mut order, &mut random);
        for contender in &order {
            let run = || {
                let start = Instant::now();
                let events = (contender.run)(input);
                let took = start.elapsed().as_nanos() as f64;
                assert_eq!(events, input.events(group), "{} on {}", contender.name, input.name());
                took / events as f64
            };
            run();
            times.entry(contender.name).or_default().push(run());
        }
    }
    let base = contenders.first().and_then(|first| times.get(first.name));
    let base = base.cloned().unwrap_or_default();
    let figure = |(name, mut times): (&str, Vec<f64>)| {
        let ratios = times.iter().zip(&base).map(|(time, base)| time / base);
        let ratio = median(&mut ratios.collect::<Vec<_>>());
        (name.to_owned(), Figure { ns: median(&mut times), ratio })
    };
    times.into_iter().map(figure).collect()
}

/// Shuffles, in the same way in every run.
fn shuffle<T>(items: &mut [T], random: &mut u64) {
    for end in (1..items.len()).rev() {
        *random = random.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(1);
        items.swap(end, (*random >> 33) as usize % (end + 1));
    }
}

fn median(figures: &mut [f64]) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

fn print<I: Input>(group: &str, input: &I, figures: &BTreeMap<String, Figure>) {
    let per_event = input.bytes(group) / input.events(group);
    println!("\n{group}, {} ({per_event} bytes per event)", input.name());
    let mut sorted: Vec<_> = figures.iter().collect();
    sorted.sort_by(|(_, left), (_, right)| left.ns.total_cmp(&right.ns));
    for (name, figure) in sorted {
        println!("  {name:<24} {:>9.1} ns {:>7.2}", figure.ns, figure.ratio);
    }
}
