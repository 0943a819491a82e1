//! How long it takes until another collector has taken over from one that was killed: a measurement.

use std::time::{Duration, Instant};

use crate::faults::Process;
use crate::here::{Here, shared};
use crate::owners::metric;
use crate::servers::{Servers, program};
use crate::support::client::Client;
use crate::support::{event, start};

/// Sessions that stay open: the first one from the beginning on.
const OPEN: usize = 1_000;
/// Others, which are uploaded, and the events of each.
const UPLOADED: usize = 2_000;
const EVENTS: usize = 500;
const PATIENCE: Duration = Duration::from_secs(120);
const PAUSE: Duration = Duration::from_millis(5);

/// `cargo test -p media-collection-collector --features nats --release --test nats -- --ignored --nocapture takeover`
#[test]
#[ignore = "measures"]
fn how_long_a_takeover_takes() {
    if program().is_none() {
        return;
    }
    println!(
        "{} events of {} sessions in 6 partitions, {OPEN} of them open",
        UPLOADED * EVENTS,
        UPLOADED + OPEN
    );
    for (what, bytes) in [("with snapshots", 8 << 20), ("without", u64::MAX)] {
        measure(what, bytes);
    }
}

/// With snapshots after so many bytes.
fn measure(what: &str, snapshot_bytes: u64) {
    let name = if snapshot_bytes == u64::MAX { "all" } else { "snapshots" };
    let servers = Servers::start(&format!("takeover-{name}"), 1, "");
    let bytes = snapshot_bytes.to_string();
    let mut killed = Process::with(&servers.urls(), name, &[("TEST_NATS_SNAPSHOT_BYTES", &bytes)]);
    let client = Client { address: killed.address().expect("it listens") };
    let first = client.open("first");
    report(&client);
    for number in 1..OPEN {
        let id = client.open(&format!("open {number}"));
        assert_eq!(client.event(&id, "ping", 1.0).status, 204);
    }
    let other = Here::on(&servers.urls(), name, |options| {
        options.nats.as_mut().expect("it is on NATS").snapshot_bytes = snapshot_bytes;
    });
    let shares = Instant::now();
    while metric(&other, "nats_partitions_owned") != 3 || metric(&other, "nats_lag_messages") != 0 {
        assert!(shares.elapsed() < PATIENCE, "{what}: it gets no partitions");
        std::thread::sleep(PAUSE);
    }
    let before = metric(&other, "nats_messages_read_total");
    let begun = Instant::now();
    killed.kill();
    let until = |has: &dyn Fn() -> bool| {
        while !has() {
            assert!(begun.elapsed() < PATIENCE, "{what}: it does not take over");
            std::thread::sleep(PAUSE);
        }
        begun.elapsed()
    };
    assert_eq!(other.event(&first, "ping", 1.0).status, 204, "it accepts meanwhile");
    let answered = begun.elapsed();
    let owned = until(&|| metric(&other, "nats_partitions_owned") == 6);
    let read = until(&|| {
        metric(&other, "nats_lag_messages") == 0 && metric(&other, "sessions_open") == OPEN as u64
    });
    println!(
        "{what}: an event was answered after {} ms; {:.1} s after the kill its three partitions had another owner (the \
         lease is {:.0} s), and {:.2} s later that had read everything: {} messages",
        answered.as_millis(),
        owned.as_secs_f64(),
        shared(&servers.urls(), name).lease.as_secs_f64(),
        (read - owned).as_secs_f64(),
        metric(&other, "nats_messages_read_total") - before,
    );
}

fn report(client: &Client) {
    std::thread::scope(|scope| {
        for part in 0..8 {
            scope.spawn(move || {
                for number in (0..UPLOADED).skip(part).step_by(8) {
                    let pings = (1..EVENTS).map(|at| event("ping", at as f64));
                    let events: Vec<_> = std::iter::once(start(&format!("uploaded {number}")))
                        .chain(pings)
                        .collect();
                    let response =
                        client.post("/api/v1/downloaded", format!("[{}]", events.join(",")));
                    assert_eq!(response.status, 201, "{response:?}");
                }
            });
        }
    });
}
