//! What an acknowledged event costs a collector: in memory, with a folder, and on NATS JetStream.
//!
//! ```text
//! cargo bench -p media-collection-cli --bench load [-- CLIENTS [PART_OF_A_NAME]]
//! ```
//!
//! Each contender is one or more processes. 64 clients report pings to them over persistent connections,
//! each client to one collector; all contenders run in one run, in several rounds, and a figure is the
//! median of its rounds. CPU is that of the collectors, read from `/proc`, so the bench needs Linux.
//! `NATS_SERVER` is the path of `nats-server`; without it, there are only the first rows. The servers, the
//! clients and the collectors share the machine, so that events a second are less than on machines of
//! their own. Handlers that wait show what sparse requests, and more clients on the same machine, cost without any
//! collector.
#![forbid(unsafe_code)]

mod collectors;
mod contenders;
mod load;
#[path = "../../../collector/tests/nats/servers.rs"]
#[allow(dead_code)]
mod servers;
#[path = "../../../collector/tests/support/mod.rs"]
mod support;

use std::time::Duration;
use std::{env, thread};

use contenders::{Contender, contenders, serve_nothing};
use load::{Clients, cpu_of};

const ROUNDS: usize = 5;
const WARM: Duration = Duration::from_millis(500);
const MEASURED: Duration = Duration::from_secs(2);

/// A round of a contender.
struct Measured {
    /// Microseconds of CPU for each acknowledged event, of all its processes.
    cpu: f64,
    /// Acknowledged events a second.
    rate: f64,
}

fn measured(contender: &Contender, clients: usize) -> Measured {
    let clients = clients * contender.times;
    let load = Clients::start(contender, clients);
    thread::sleep(WARM);
    let (cpu, acknowledged) = (cpu_of(&contender.processes), load.acknowledged());
    thread::sleep(MEASURED);
    let cpu = cpu_of(&contender.processes) - cpu;
    let acknowledged = (load.acknowledged() - acknowledged) as f64;
    load.stop();
    Measured {
        cpu: cpu.as_secs_f64() * 1e6 / acknowledged,
        rate: acknowledged / MEASURED.as_secs_f64(),
    }
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn main() {
    let mut arguments = env::args().skip(1).filter(|argument| !argument.starts_with("--bench"));
    let first = arguments.next();
    if first.as_deref() == Some("serve-nothing") {
        let wait = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(0);
        return serve_nothing(Duration::from_millis(wait));
    }
    let clients = first.and_then(|text| text.parse().ok()).unwrap_or(64);
    let contenders = contenders(&arguments.next().unwrap_or_default());
    let mut rounds: Vec<Vec<Measured>> = contenders.iter().map(|_| Vec::new()).collect();
    for _ in 0..ROUNDS {
        for (contender, of_it) in contenders.iter().zip(&mut rounds) {
            of_it.push(measured(contender, clients));
        }
    }
    println!("| {clients} clients | us an event | best | ratio | events/s |");
    println!("|---|---:|---:|---:|---:|");
    let mut base = None;
    for (contender, of_it) in contenders.iter().zip(&rounds) {
        let cpu = median(of_it.iter().map(|round| round.cpu).collect());
        let best = of_it.iter().map(|round| round.cpu).fold(f64::INFINITY, f64::min);
        let rate = median(of_it.iter().map(|round| round.rate).collect());
        let ratio = cpu / *base.get_or_insert(cpu);
        println!("| {} | {cpu:.1} | {best:.1} | {ratio:.2} | {rate:.0} |", contender.name);
    }
}
