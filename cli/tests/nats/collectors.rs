//! Collectors, each a process of its own.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::nodes::free_port;

const PROGRAM: &str = env!("CARGO_BIN_EXE_media-collection");
/// The servers elect a leader first.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Collectors {
    folder: PathBuf,
    arguments: Vec<String>,
    ports: Vec<u16>,
    running: Vec<Option<Child>>,
}

impl Collectors {
    /// Starts so many on these servers, with more arguments of `collect`. The first makes the streams.
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
        let ports = (0..count).map(|_| free_port()).collect();
        let arguments = arguments.iter().copied().map(str::to_owned).collect();
        let running = (0..count).map(|_| None).collect();
        let mut all = Self { folder: folder.to_owned(), arguments, ports, running };
        (0..count).for_each(|number| assert!(all.restart(number), "collector {number} starts"));
        all
    }

    pub fn address(&self, number: usize) -> String {
        format!("127.0.0.1:{}", self.ports[number])
    }

    pub fn addresses(&self) -> Vec<String> {
        (0..self.ports.len()).map(|number| self.address(number)).collect()
    }

    pub fn processes(&self) -> Vec<u32> {
        self.running.iter().flatten().map(Child::id).collect()
    }

    pub fn kill(&mut self, number: usize) {
        if let Some(mut collector) = self.running[number].take() {
            collector.kill().expect("it can be killed");
            collector.wait().expect("it ends");
        }
    }

    /// Stops it as an operator does. Everything accepted is stored then.
    pub fn stop(&mut self, number: usize) {
        let Some(mut collector) = self.running[number].take() else { return };
        let id = collector.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().expect("there is `kill`");
        assert!(told.success());
        let begun = Instant::now();
        while collector.try_wait().expect("it can be waited for").is_none() {
            if begun.elapsed() > PATIENCE {
                collector.kill().expect("it can be killed");
                panic!("collector {number} does not stop");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Starts a collector that does not run, and waits until it listens: false if it gives up, as it does
    /// without servers.
    pub fn restart(&mut self, number: usize) -> bool {
        if self.running[number].is_some() {
            return true;
        }
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            let log = fs::OpenOptions::new()
                .create(true)
                .append(true)
                .open(self.folder.join(format!("collector-{number}.log")))
                .expect("the folder can be written");
            let mut collector = Command::new(PROGRAM)
                .args(["collect", "--listen", &self.address(number)])
                .args(&self.arguments)
                .stdout(Stdio::piped())
                .stderr(log)
                .spawn()
                .expect("the command can be started");
            let mut line = String::new();
            let out = collector.stdout.take().expect("it is piped");
            BufReader::new(out).read_line(&mut line).expect("it is text");
            if line.starts_with("listening on ") {
                self.running[number] = Some(collector);
                return true;
            }
            collector.wait().expect("it ends");
            std::thread::sleep(Duration::from_millis(200));
        }
        false
    }
}

impl Drop for Collectors {
    fn drop(&mut self) {
        (0..self.ports.len()).for_each(|number| self.kill(number));
    }
}
