//! The collector that is measured, in a process of its own.

use std::ffi::OsString;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};

use media_collection_collector::{Collector, Options};

/// Serves until standard input is closed.
pub fn serve() {
    let mut options = Options::default();
    // All clients have one address here.
    options.connections.open_by_address = options.connections.open;
    options.limits.open = 100_000;
    let collector = Collector::open(options).expect("it opens");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let running = collector.start(listener).expect("it starts");
    println!("listening on {}", running.url());
    let _ = std::io::stdin().read(&mut [0]);
}

pub struct Server {
    process: Child,
    pub address: SocketAddr,
}

impl Server {
    pub fn start() -> Self {
        let named = std::env::var_os("COLLECTOR");
        let own = std::env::current_exe().expect("this program");
        let arguments: Vec<OsString> = match &named {
            None => vec!["--serve".into()],
            Some(_) => ["collect", "--listen", "127.0.0.1:0", "--max-connections-per-address"]
                .into_iter()
                .chain(["2048", "--max-open", "100000"])
                .map(OsString::from)
                .collect(),
        };
        let mut process = Command::new(named.unwrap_or_else(|| own.into()))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        let output = process.stdout.take().expect("it is piped");
        BufReader::new(output).read_line(&mut line).expect("it says where it listens");
        let (_, address) = line.trim().split_once("http://").expect("an address");
        Self { process, address: address.parse().expect("an address") }
    }

    /// The memory of the process in MiB; 0 where that is not known.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kib.unwrap_or_default() / 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
