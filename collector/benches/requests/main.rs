//! What a request costs a collector, beside handlers that do less, in one run.
//!
//! ```text
//! cargo bench -p media-collection-collector --bench requests [-- side-by-side | instructions | many-sessions]
//! ```
//!
//! Each server is a process of its own with one thread for requests, under load from 64 clients in this one.
//! For each: CPU time of the process per request; and the ratio to the handlers that do nothing, or only route and read. The servers run in turn,
//! so that changes of the machine's speed affect all of them; the figures are medians. Events are stored below the
//! system's temporary folder.
//!
//! Then the instructions of a request in user space, which other work on the machine does not change, where
//! `valgrind` is installed: what it counts for more requests, less what it counts for fewer.
//!
//! Then the same with many open sessions: a ping, a start at the limit, and what a second costs when nobody
//! asks. CPU time is read from `/proc`, so the bench needs Linux.
#![forbid(unsafe_code)]

mod load;
mod servers;

use std::collections::BTreeMap;

use servers::{Kind, Server};

const ROUNDS: usize = 7;
const REQUESTS: u64 = 60_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--list" || argument == "--test") {
        return;
    }
    if let [flag, kind, open, ..] = arguments.as_slice()
        && flag == "--serve"
    {
        return servers::serve(kind.parse().expect("a kind"), open.parse().expect("a number"));
    }
    let wanted = |part: &str| {
        let mut parts = arguments.iter().filter(|argument| !argument.starts_with('-')).peekable();
        parts.peek().is_none() || parts.any(|argument| argument == part)
    };
    if wanted("side-by-side") {
        side_by_side();
    }
    if wanted("instructions") {
        instructions();
    }
    if wanted("many-sessions") {
        many_sessions();
    }
}

/// CPU time of a request in microseconds.
fn cost(server: &Server, work: impl FnOnce()) -> f64 {
    let before = server.cpu();
    work();
    (server.cpu() - before) / REQUESTS as f64
}

fn side_by_side() {
    let servers: Vec<_> = Kind::ALL.iter().map(|kind| Server::start(*kind, 10_000)).collect();
    let mut costs: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    let ids: Vec<_> = servers.iter().map(|server| load::open(server.address, 1_000)).collect();
    for round in 0..=ROUNDS {
        for (at, server) in servers.iter().enumerate() {
            let found = cost(server, || load::pings(server.address, &ids[at], REQUESTS, round));
            // The first round warms up.
            if round > 0 {
                costs.entry(at).or_default().push(found);
            }
        }
    }
    println!("{:<24} {:>8} {:>10} {:>14}", "", "CPU us", "to nothing", "to routing");
    let ratio = |at: usize, to: usize| {
        let pairs = costs[&at].iter().zip(&costs[&to]);
        median(pairs.map(|(one, other)| one / other).collect())
    };
    for (at, kind) in Kind::ALL.iter().enumerate() {
        let cpu = median(costs[&at].clone());
        let (to_nothing, to_routing) = (ratio(at, 0), ratio(at, 1));
        println!("{:<24} {cpu:>8.2} {to_nothing:>10.2} {to_routing:>14.2}", kind.name());
    }
}

/// Few requests, and more: the difference is theirs alone.
const COUNTED: [u64; 2] = [2_000, 6_000];

fn instructions() {
    let count = |kind, requests| {
        let server = Server::counted(kind)?;
        let ids = load::open(server.address, 100);
        load::pings(server.address, &ids, requests, 1);
        server.instructions()
    };
    let each = |kind| {
        let [few, more] = COUNTED.map(|requests| count(kind, requests));
        Some((more? - few?) / (COUNTED[1] - COUNTED[0]) as f64 / 1_000.0)
    };
    println!("\n{:<24} {:>14}", "", "instructions");
    for kind in Kind::ALL {
        match each(kind) {
            Some(thousands) => println!("{:<24} {thousands:>13.1}k", kind.name()),
            None => return println!("they are not counted: valgrind is not installed"),
        }
    }
}

fn many_sessions() {
    println!(
        "\n{:<24} {:>8} {:>16} {:>14}",
        "open sessions", "ping us", "start, limit us", "idle us/s"
    );
    for open in [1_000, 100_000, 1_000_000] {
        let server = Server::start(Kind::Memory, open);
        let ids = load::open(server.address, open);
        let ping = cost(&server, || load::pings(server.address, &ids, REQUESTS, 1));
        let start = cost(&server, || load::starts(server.address, REQUESTS));
        let before = server.cpu();
        std::thread::sleep(std::time::Duration::from_secs(5));
        let idle = (server.cpu() - before) / 5.0;
        let memory = server.memory() * 1024 / open;
        println!(
            "{open:<24} {ping:>8.2} {start:>16.2} {idle:>14.0}   {memory} bytes of the process each"
        );
    }
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
