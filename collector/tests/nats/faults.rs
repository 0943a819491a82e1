//! Collectors and servers are killed under load. What was acknowledged has to be stored, each session's events in
//! their order, and no request may be told that an open session is unknown or closed. Visitors who are forgotten
//! meanwhile have to be, and with them nothing else.
//!
//! Collectors run as processes of their own: this test program, with `collector` as the only test.

mod forget;
pub mod load;
mod stored;

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::TcpListener;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use media_collection_collector::{Collector, NatsOptions, Options};

use self::forget::Tried;
use self::load::Load;
use crate::here::shared;
use crate::servers::{Servers, program};
use crate::support::random::Random;

/// What the address of a collector stands behind, in its output.
const LISTENING: &str = "listening on ";
/// How long the minute is.
const MINUTE: Duration = Duration::from_secs(60);

/// What the process of a test that began this one says of NATS, if there is such a process.
fn told() -> Option<NatsOptions> {
    let urls = std::env::var("TEST_NATS_URLS").ok()?;
    let urls: Vec<_> = urls.split(',').map(ToOwned::to_owned).collect();
    Some(shared(&urls, &std::env::var("TEST_NATS_NAME").ok()?))
}

/// This program, to run one test that is a process with these streams.
fn part(test: &str, urls: &[String], name: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]);
    command.env("TEST_NATS_URLS", urls.join(",")).env("TEST_NATS_NAME", name);
    command
}

/// The process of a collector, if it is one.
#[test]
fn collector() {
    let Some(nats) = told() else { return };
    let mut options = Options::default();
    options.nats = Some(nats);
    options.limits.open = 1_000_000;
    // Snapshots are written again and again, so that some are when it is killed.
    let bytes = std::env::var("TEST_NATS_SNAPSHOT_BYTES").ok().and_then(|bytes| bytes.parse().ok());
    options.nats.as_mut().unwrap().snapshot_bytes = bytes.unwrap_or(16 * 1024);
    if let Ok(to) = std::env::var("TEST_NATS_FORWARD") {
        options.forward = Some(crate::forwarding::forward(&to));
    }
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    // It may begin while no server runs.
    let until = Instant::now() + Duration::from_secs(60);
    let collector = loop {
        match Collector::open(options.clone()) {
            Ok(collector) => break collector,
            Err(error) => assert!(Instant::now() < until, "{error}"),
        }
    };
    let running = collector.start(listener).unwrap();
    println!("{LISTENING}{}", running.address());
    // Until it is killed, or the test that began it ends.
    let _ = std::io::stdin().lines().count();
    running.stop().unwrap();
}

/// A collector that can be killed and begun again.
pub struct Process {
    child: Option<Child>,
    /// Where it listens, if it does.
    address: Mutex<Option<String>>,
    /// A test that has run for a minute writes that it has, and ends if nobody can read it.
    _output: BufReader<ChildStdout>,
}

impl Process {
    fn begin(urls: &[String], name: &str) -> Self {
        Self::with(urls, name, &[])
    }

    /// With more of an environment.
    pub fn with(urls: &[String], name: &str, more: &[(&str, &str)]) -> Self {
        let mut child = part("faults::collector", urls, name)
            .envs(more.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("this program runs");
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let address = output.by_ref().lines().find_map(|line| {
            line.ok()?.split_once(LISTENING).map(|(_, address)| address.trim().to_owned())
        });
        Self { child: Some(child), address: Mutex::new(address), _output: output }
    }

    pub fn address(&self) -> Option<String> {
        self.address.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn kill(&mut self) {
        *self.address.lock().unwrap_or_else(PoisonError::into_inner) = None;
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Does what can happen to machines, again and again, and says what it did.
fn disturb(
    servers: &mut Servers,
    collectors: &[Mutex<Process>],
    name: &str,
    time: Duration,
) -> String {
    let (begun, mut random, mut said) = (Instant::now(), Random::new(), String::new());
    let pause = |ms| std::thread::sleep(Duration::from_millis(ms));
    while begun.elapsed() < time {
        pause(500 + random.below(2_000));
        let at = begun.elapsed().as_secs();
        let node = usize::try_from(random.below(3)).unwrap();
        match random.below(10) {
            0..4 => {
                writeln!(said, "{at} s: collector {node} is killed").unwrap();
                let lock = || collectors[node].lock().unwrap_or_else(PoisonError::into_inner);
                lock().kill();
                pause(random.below(3_000));
                *lock() = Process::begin(&servers.urls(), name);
            }
            4..7 => {
                writeln!(said, "{at} s: server {node} is killed").unwrap();
                servers.nodes[node].kill();
                pause(random.below(3_000));
                servers.nodes[node].start();
            }
            7..9 => {
                writeln!(said, "{at} s: server {node} hangs").unwrap();
                servers.nodes[node].signal("-STOP");
                pause(1_000 + random.below(3_000));
                servers.nodes[node].signal("-CONT");
            }
            _ => {
                writeln!(said, "{at} s: all servers are killed").unwrap();
                servers.nodes.iter_mut().for_each(crate::servers::Node::kill);
                pause(random.below(2_000));
                servers.nodes.iter_mut().for_each(crate::servers::Node::start);
            }
        }
        servers.wait();
    }
    said
}

/// Compares what was acknowledged with what is stored, after a time of faults.
fn survive(name: &str, time: Duration) {
    if program().is_none() {
        return;
    }
    let mut servers = Servers::start(name, 3, "");
    let urls = servers.urls();
    let collectors: Vec<_> = (0..3).map(|_| Mutex::new(Process::begin(&urls, name))).collect();
    let (load, stop) = (Load::default(), AtomicBool::new(false));
    let mut forgotten = Tried::default();
    let address =
        |at: usize| collectors[at].lock().unwrap_or_else(PoisonError::into_inner).address();
    let said = std::thread::scope(|scope| {
        for client in 0..12 {
            let (load, stop) = (&load, &stop);
            scope.spawn(move || load.run(client, stop, address));
        }
        scope.spawn(|| forgotten.run(&urls, name, &stop, address));
        let said = disturb(&mut servers, &collectors, name, time);
        // All is well for a while, so that what could not be sent is sent.
        std::thread::sleep(Duration::from_secs(5));
        stop.store(true, Ordering::Relaxed);
        said
    });
    let sent = load.sent();
    let forgotten = forgotten.finish(&urls, name);
    let stored = stored::read(&urls, name);
    let told = stored::compare(&sent, &stored);
    println!("{said}{told}{forgotten}");
    let page = collectors[0].lock().unwrap_or_else(PoisonError::into_inner).address().unwrap();
    stored::compare_with_page(&page, &sent);
}

#[test]
fn nothing_is_lost_in_a_minute_of_faults() {
    survive("minute", MINUTE);
}

/// `cargo test -p media-collection-collector --features nats --release --test nats -- --ignored --nocapture hour`
#[test]
#[ignore = "takes an hour"]
fn nothing_is_lost_in_an_hour_of_faults() {
    let minutes = std::env::var("TEST_MINUTES").ok().and_then(|minutes| minutes.parse().ok());
    survive("hour", MINUTE * minutes.unwrap_or(60));
}
