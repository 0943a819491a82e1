//! Collectors, each a process of its own.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const PROGRAM: &str = env!("CARGO_BIN_EXE_media-collection");
/// The servers elect a leader first.
const PATIENCE: Duration = Duration::from_secs(60);

/// They run until this is dropped.
pub struct Collectors {
    pub addresses: Vec<String>,
    running: Vec<Child>,
}

impl Collectors {
    /// Starts so many that share these servers, with more arguments of `collect`.
    pub fn start(folder: &Path, urls: &str, count: usize, arguments: &[&str]) -> Self {
        let fixed = ["--nats", urls, "--create"].into_iter();
        let arguments: Vec<_> = fixed.chain(arguments.iter().copied()).collect();
        Self::with(folder, count, &arguments)
    }

    /// Starts one that shares nothing.
    pub fn alone(folder: &Path, arguments: &[&str]) -> Self {
        Self::with(folder, 1, arguments)
    }

    fn with(folder: &Path, count: usize, arguments: &[&str]) -> Self {
        let mut all = Self { addresses: Vec::new(), running: Vec::new() };
        for number in 0..count {
            let log = folder.join(format!("collector-{number}.log"));
            let (address, collector) = started(&log, arguments);
            all.addresses.push(address);
            all.running.push(collector);
        }
        all
    }

    pub fn processes(&self) -> Vec<u32> {
        self.running.iter().map(Child::id).collect()
    }
}

impl Drop for Collectors {
    fn drop(&mut self) {
        for collector in &mut self.running {
            let _ = collector.kill();
            let _ = collector.wait();
        }
    }
}

/// Starts one, and waits until it listens. It gives up as long as there are no servers.
fn started(log: &Path, arguments: &[&str]) -> (String, Child) {
    let begun = Instant::now();
    loop {
        let mut collector = Command::new(PROGRAM)
            .args(["collect", "--listen", "127.0.0.1:0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(File::create(log).expect("the folder can be written"))
            .spawn()
            .expect("the command can be started");
        let mut line = String::new();
        let out = collector.stdout.take().expect("it is piped");
        BufReader::new(out).read_line(&mut line).expect("it is text");
        if let Some(address) = line.trim().strip_prefix("listening on http://") {
            return (address.to_owned(), collector);
        }
        collector.wait().expect("it ends");
        assert!(begun.elapsed() < PATIENCE, "it does not start: see {}", log.display());
        std::thread::sleep(Duration::from_millis(200));
    }
}
