//! Contenders that run in one process, in many rounds of different order.

use std::collections::BTreeMap;
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::{counting, figures};

/// One of the things that are measured.
pub struct Contender {
    /// Where it stands in the table.
    pub place: usize,
    pub name: &'static str,
    /// How often it runs in a round.
    pub times: usize,
    /// What is done before a round, and not measured.
    pub prepare: Box<dyn FnMut()>,
    pub run: Box<dyn FnMut()>,
}

/// Number of rounds. Each contender is measured once in each.
const ROUNDS: usize = 31;

/// Prints a table, and adds the figures to the file: the times as `group`, and `allocs_` before it.
pub fn run(group: &str, contenders: impl FnOnce() -> Vec<Contender>) {
    // `cargo test --benches` requests a list of tests. There are none.
    if std::env::args().any(|argument| argument == "--list") {
        return;
    }
    let rounds = if std::env::args().any(|argument| argument == "--test") { 1 } else { ROUNDS };
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut allocations: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut contenders = contenders();
    let mut random = 1_u64;
    for _ in 0..rounds {
        shuffle(&mut contenders, &mut random);
        for contender in &mut contenders {
            // The first run fills the caches and the memory that is kept.
            measure(contender);
            let (took, allocated) = measure(contender);
            times.entry(contender.name).or_default().push(took);
            allocations.entry(contender.name).or_default().push(allocated);
        }
    }
    contenders.sort_by_key(|contender| contender.place);
    let (mut of_time, mut of_memory) = (Map::new(), Map::new());
    println!("\n{:<44} {:>10} {:>12}", "", "ns", "allocations");
    for Contender { name, .. } in &contenders {
        let median = |figures: Option<&mut Vec<f64>>| -> f64 {
            let Some(figures) = figures else { return f64::NAN };
            figures.sort_by(f64::total_cmp);
            figures[figures.len() / 2]
        };
        let (took, allocated) = (median(times.get_mut(name)), median(allocations.get_mut(name)));
        println!("{name:<44} {took:>10.1} {allocated:>12.3}");
        of_time.insert((*name).to_owned(), json!(took));
        of_memory.insert((*name).to_owned(), json!(allocated));
    }
    let groups = [(group.to_owned(), of_time), (format!("allocs_{group}"), of_memory)];
    let groups = groups.map(|(name, group)| (name, Value::Object(group)));
    figures::add(Map::from_iter(groups));
}

/// Nanoseconds and allocations of one call.
fn measure(contender: &mut Contender) -> (f64, f64) {
    let Contender { times, prepare, run, .. } = contender;
    prepare();
    let before = counting::allocations();
    let start = Instant::now();
    for _ in 0..*times {
        run();
    }
    let took = start.elapsed().as_nanos() as f64;
    let allocated = counting::allocations() - before;
    (took / *times as f64, allocated as f64 / *times as f64)
}

/// Shuffles, in the same way in every run.
fn shuffle<T>(items: &mut [T], random: &mut u64) {
    for end in (1..items.len()).rev() {
        *random = random.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(1);
        items.swap(end, (*random >> 33) as usize % (end + 1));
    }
}
