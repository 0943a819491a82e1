//! Cost of reading events in a server: CPU time per request of an axum handler on one thread, under
//! load from another process.
//!
//! ```text
//! cargo bench --bench server
//! ```
//!
//! The handlers run in turn, so that changes of the machine's speed affect all of them. Ratios compare
//! the requests per second and core with those of a handler that does not read the body. CPU time is
//! read from `/proc`, so the bench needs Linux.
#![forbid(unsafe_code)]

mod handlers;
mod load;

use std::collections::BTreeMap;
use std::fs;
use std::net::SocketAddr;
use std::process::Command;
use std::sync::mpsc;

const ROUNDS: usize = 7;
const REQUESTS: usize = 40_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, flag, address, path, input] = arguments.as_slice()
        && flag == "--load"
    {
        return load::run(address.parse().expect("an address"), path, input, REQUESTS);
    }
    if arguments.iter().any(|argument| argument == "--list" || argument == "--test") {
        return;
    }
    let (address, thread) = start();
    for input in load::INPUTS {
        let mut costs: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for round in 0..=ROUNDS {
            for path in handlers::PATHS {
                let before = cpu_time(&thread);
                send(address, path, input);
                let cost = (cpu_time(&thread) - before) / REQUESTS as f64;
                // The first round warms up.
                if round > 0 {
                    costs.entry(path).or_default().push(cost);
                }
            }
        }
        print(input, &costs);
    }
}

fn print(input: &str, costs: &BTreeMap<&str, Vec<f64>>) {
    println!("\n{input}");
    let alone = &costs[handlers::ALONE];
    for path in handlers::PATHS {
        let ratios = alone.iter().zip(&costs[path]).map(|(alone, cost)| alone / cost);
        let ratio = median(ratios.collect());
        println!("  {path:<18} {:>7.2} us {ratio:>6.2}", median(costs[path].clone()) / 1_000.0);
    }
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// Starts the server on its own thread. Returns its address, and the path of the thread's statistics.
fn start() -> (SocketAddr, String) {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()
            .expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let thread = fs::read_link("/proc/thread-self").expect("Linux");
            let statistics = format!("/proc/{}/schedstat", thread.display());
            let address = listener.local_addr().expect("an address");
            sender.send((address, statistics)).expect("somebody waits");
            axum::serve(listener, handlers::router()).await.expect("the server runs");
        });
    });
    receiver.recv().expect("the server starts")
}

/// CPU time of the thread in nanoseconds.
fn cpu_time(statistics: &str) -> f64 {
    let text = fs::read_to_string(statistics).expect("the thread runs");
    text.split_whitespace().next().and_then(|time| time.parse().ok()).expect("a time")
}

fn send(address: SocketAddr, path: &str, input: &str) {
    let program = std::env::current_exe().expect("this program");
    let status = Command::new(program)
        .args(["--load", &address.to_string(), path, input])
        .status()
        .expect("the load starts");
    assert!(status.success(), "the load failed");
}
