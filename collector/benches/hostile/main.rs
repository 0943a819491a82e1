//! How long well-behaved clients wait for responses while others do not do their part.
//!
//! ```text
//! cargo bench -p media-collection-collector --bench hostile [-- KIND ...]
//! ```
//!
//! 1,024 hostile clients of one kind at a time, in a process of their own, against a collector in another
//! one; meanwhile 16 others send pings, each after a pause. For each kind: the 50th and 99th percentile of the
//! time until a response, in milliseconds, and its ratio to the same without hostile clients, all of them medians
//! of three rounds. "Busy" is a
//! reference: the hostile process only computes, on each processor, as it does anyway on one machine with the
//! collector. It only runs when no other program wants to (`chrt --idle`), since it would be on other
//! machines.
//!
//! "Machine" is the 99th percentile for a collector to which hostile clients send nothing: they do the same to a
//! server that drops everything. So long the machine lets others wait for what its kernel does for the
//! hostile clients, which have the same two processors here; no collector can be better.
//!
//! Where other work runs on the machine, this gives the collector and the well-behaved clients priority over it,
//! and not the hostile ones:
//!
//! ```text
//! chrt -r 10 cargo bench -p media-collection-collector --bench hostile [-- KIND ...]
//! ```
//!
//! With the kind `uploads`: how long a large upload takes while other programs want all processors.
//!
//! If the variable `COLLECTOR` names a program, that is measured: `media-collection`.
#![forbid(unsafe_code)]

mod attacks;
mod collector;
mod others;
#[path = "../../tests/support/program.rs"]
#[allow(dead_code)]
mod program;
mod uploads;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use collector::Server;

/// So long hostile clients have to begin.
const BEGIN: Duration = Duration::from_secs(2);
/// Each kind is measured so often, in turn with the same without hostile clients: the figures are medians.
const ROUNDS: usize = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--list" || argument == "--test") {
        return;
    }
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--serve", ..] => collector::serve(),
        ["--serve-nothing", ..] => collector::serve_nothing(),
        ["--attack", kind, address, ..] => {
            attacks::run(kind, address.parse().expect("an address"));
        }
        ["--compute"] => uploads::compute(),
        wanted => {
            println!(
                "{:<16} {:>8} {:>8} {:>8} {:>6} {:>8}",
                "kind", "p50", "p99", "alone", "ratio", "machine"
            );
            // Cargo adds options of its own.
            let wanted: Vec<_> = wanted.iter().filter(|word| !word.starts_with('-')).collect();
            for kind in attacks::KINDS {
                if wanted.is_empty() || wanted.contains(&&kind) {
                    measure(kind);
                }
            }
            if wanted.is_empty() || wanted.contains(&&"uploads") {
                uploads::measure(Server::start().address);
            }
        }
    }
}

fn measure(kind: &str) {
    let server = Server::start();
    let id = others::open(server.address);
    others::warm(server.address, &id);
    let attacked = |address: SocketAddr| {
        let attack = Background::attack(kind, address);
        std::thread::sleep(BEGIN);
        let waits = others::waits(server.address, &id);
        drop(attack);
        waits
    };
    let [mut alone, mut machine, mut p50, mut p99] = [const { Vec::new() }; 4];
    for _ in 0..ROUNDS {
        alone.push(others::waits(server.address, &id).p99);
        let nothing = Server::nothing();
        machine.push(attacked(nothing.address).p99);
        drop(nothing);
        let waits = attacked(server.address);
        p50.push(waits.p50);
        p99.push(waits.p99);
    }
    let [alone, machine, p50, p99] = [alone, machine, p50, p99].map(median);
    println!(
        "{kind:<16} {p50:>8.2} {p99:>8.2} {alone:>8.2} {:>6.1} {machine:>8.2}   RSS {} MiB",
        p99 / alone,
        server.memory()
    );
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// This program, which runs each side in a process of its own.
fn own_program() -> PathBuf {
    std::env::current_exe().expect("this program")
}

/// A process in the background, until this is dropped.
struct Background(Child);

impl Background {
    fn start(command: &mut Command) -> Self {
        Self(command.stdin(Stdio::null()).spawn().expect("it starts"))
    }

    /// The hostile clients.
    fn attack(kind: &str, address: SocketAddr) -> Self {
        let mut command = collector::behind_others(&own_program());
        Self::start(command.args(["--attack", kind, &address.to_string()]))
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
