//! Collectors, each a process of its own.

use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::program::Program;

const PROGRAM: &str = env!("CARGO_BIN_EXE_media-collection");
/// The servers elect a leader first.
const PATIENCE: Duration = Duration::from_secs(60);

/// They run until this is dropped.
pub struct Collectors {
    pub addresses: Vec<String>,
    running: Vec<Program>,
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
            let (collector, address) = started(&log, arguments);
            all.addresses.push(address);
            all.running.push(collector);
        }
        all
    }

    pub fn processes(&self) -> Vec<u32> {
        self.running.iter().map(|collector| collector.id()).collect()
    }
}

/// Starts one, and waits until it listens. It gives up as long as there are no servers.
fn started(log: &Path, arguments: &[&str]) -> (Program, String) {
    let begun = Instant::now();
    loop {
        let mut command = Command::new(PROGRAM);
        command.args(["collect", "--listen", "127.0.0.1:0"]).args(arguments);
        command.stderr(File::create(log).expect("the folder can be written"));
        let (collector, address) = Program::try_listen(&mut command);
        if let Ok(address) = address {
            return (collector, address);
        }
        assert!(begun.elapsed() < PATIENCE, "it does not start: see {}", log.display());
        std::thread::sleep(Duration::from_millis(200));
    }
}
