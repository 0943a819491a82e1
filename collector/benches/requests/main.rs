//! What a request costs a collector, beside handlers that do less, in one run.
//!
//! ```text
//! cargo bench -p media-collection-collector --bench requests
//! ```
//!
//! Each server is a process of its own with one thread for requests, under load from 64 clients in this one.
//! For each: CPU time of the process and, where `perf` may count them, instructions in user space, per
//! request; and the ratio to the handlers that do nothing, or only route and read. The servers run in turn,
//! so that changes of the machine's speed affect all of them; the figures are medians. Events are stored below the
//! system's temporary folder.
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
    side_by_side();
    many_sessions();
}

/// CPU time in microseconds, and thousands of instructions, of a request.
#[derive(Clone, Copy)]
struct Cost {
    cpu: f64,
    instructions: Option<f64>,
}

fn cost(server: &Server, work: impl FnOnce()) -> Cost {
    let counter = server.count();
    let before = server.cpu();
    work();
    let cpu = (server.cpu() - before) / REQUESTS as f64;
    let instructions = counter.and_then(servers::Counter::stop);
    Cost { cpu, instructions: instructions.map(|all| all / REQUESTS as f64 / 1_000.0) }
}

fn side_by_side() {
    let servers: Vec<_> = Kind::ALL.iter().map(|kind| Server::start(*kind, 10_000)).collect();
    let mut costs: BTreeMap<usize, Vec<Cost>> = BTreeMap::new();
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
    println!(
        "{:<24} {:>8} {:>10} {:>14} {:>12}",
        "", "CPU us", "to nothing", "to routing", "instructions"
    );
    let ratio = |at: usize, to: usize| {
        let pairs = costs[&at].iter().zip(&costs[&to]);
        median(pairs.map(|(one, other)| one.cpu / other.cpu).collect())
    };
    for (at, kind) in Kind::ALL.iter().enumerate() {
        let instructions: Vec<_> = costs[&at].iter().filter_map(|cost| cost.instructions).collect();
        let cpu = median(costs[&at].iter().map(|cost| cost.cpu).collect());
        let (to_nothing, to_routing) = (ratio(at, 0), ratio(at, 1));
        print!("{:<24} {cpu:>8.2} {to_nothing:>10.2} {to_routing:>14.2}", kind.name());
        match instructions.is_empty() {
            true => println!(),
            false => println!(" {:>11.1}k", median(instructions)),
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
        let ping = cost(&server, || load::pings(server.address, &ids, REQUESTS, 1)).cpu;
        let start = cost(&server, || load::starts(server.address, REQUESTS)).cpu;
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
