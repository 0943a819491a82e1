//! Servers that run as long as the test, each on ports of its own.

use std::fmt::Write as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::support::folder;

/// What the storage of each server has, in the tests as in `compose.yaml`.
pub const SETTINGS: [&str; 1] = ["sync_interval: always"];

/// The program, if it is here.
pub fn program() -> Option<PathBuf> {
    static FOUND: OnceLock<Option<PathBuf>> = OnceLock::new();
    let found = || {
        if let Some(path) = std::env::var_os("NATS_SERVER") {
            return Some(PathBuf::from(path));
        }
        let paths = std::env::var_os("PATH")?;
        std::env::split_paths(&paths)
            .map(|folder| folder.join("nats-server"))
            .find(|path| path.is_file())
    };
    FOUND
        .get_or_init(|| {
            let found = found();
            if found.is_none() {
                eprintln!("skipped: there is no nats-server (NATS_SERVER)");
            }
            found
        })
        .clone()
}

/// A server.
pub struct Node {
    pub url: String,
    port: u16,
    configuration: PathBuf,
    process: Option<Child>,
    /// Kills the server when this process has ended in whatever way.
    guard: Option<Child>,
}

/// Servers of one cluster, or one alone.
pub struct Servers {
    pub nodes: Vec<Node>,
}

/// Ports that nothing gets unless it asks for them: a server that was killed finds its own free again.
fn free_ports(count: usize) -> Vec<u16> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    // Linux gives ports from 32,768 on to whoever wants any.
    let next = || {
        let at = NEXT.fetch_add(1, Ordering::Relaxed) + std::process::id().wrapping_mul(97);
        10_000 + u16::try_from(at % 20_000).unwrap()
    };
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    std::iter::repeat_with(next).filter(is_free).take(count).collect()
}

impl Servers {
    /// Starts so many, with more of a configuration (`%` is the number of the node).
    pub fn start(name: &str, count: usize, more: &str) -> Self {
        let folder = folder(&format!("nats-{name}"));
        let ports = free_ports(2 * count);
        let (clients, routes) = ports.split_at(count);
        let mut nodes: Vec<_> =
            (0..count).map(|at| Node::new(&folder, at, clients[at], routes, more)).collect();
        nodes.iter_mut().for_each(Node::start);
        let servers = Self { nodes };
        servers.wait();
        servers
    }

    /// Three servers, of which a network can cut off the first: `lead_to` makes a port of it that leads to another.
    pub fn behind(name: &str, lead_to: impl Fn(u16) -> u16) -> Self {
        let folder = folder(&format!("nats-{name}"));
        let ports = free_ports(6);
        let (clients, routes) = ports.split_at(3);
        // The others come to the first, and it to them, by ports of the network only.
        let leading: Vec<_> = routes.iter().map(|port| lead_to(*port)).collect();
        let seen = |from: usize, to: usize| {
            if from != to && (from == 0 || to == 0) { leading[to] } else { routes[to] }
        };
        let mut nodes: Vec<_> = (0..3)
            .map(|at| {
                let ways: Vec<_> = (0..3).map(|to| seen(at, to)).collect();
                // What a server tells others of itself would lead around the network.
                let more = "";
                Node::with_routes(&folder, at, clients[at], routes[at], &ways, more)
            })
            .collect();
        nodes.iter_mut().for_each(Node::start);
        let servers = Self { nodes };
        servers.wait();
        servers
    }

    pub fn urls(&self) -> Vec<String> {
        self.nodes.iter().map(|node| node.url.clone()).collect()
    }

    /// Waits until those that run take connections.
    pub fn wait(&self) {
        let until = Instant::now() + Duration::from_secs(60);
        for node in self.nodes.iter().filter(|node| node.process.is_some()) {
            while TcpStream::connect(("127.0.0.1", node.port)).is_err() {
                assert!(Instant::now() < until, "{} does not listen", node.url);
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }
}

impl Node {
    fn new(folder: &Path, at: usize, port: u16, routes: &[u16], more: &str) -> Self {
        Self::with_routes(folder, at, port, routes[at], routes, more)
    }

    /// It listens for others on one port, and comes to them by others.
    fn with_routes(
        folder: &Path,
        at: usize,
        port: u16,
        own: u16,
        routes: &[u16],
        more: &str,
    ) -> Self {
        let (number, store) = (at + 1, folder.join(format!("store-{at}")));
        let mut text = format!(
            "server_name: node-{number}\nlisten: \"127.0.0.1:{port}\"\n\
             jetstream {{ store_dir: {store:?}, {}, max_file_store: 100G }}\n",
            SETTINGS.join(", ")
        );
        if routes.len() > 1 {
            let others: Vec<_> =
                routes.iter().map(|port| format!("\"nats-route://127.0.0.1:{port}\"")).collect();
            writeln!(
                text,
                "cluster {{ name: tests, listen: \"127.0.0.1:{}\", no_advertise: true, routes: [{}] }}",
                own,
                others.join(", ")
            )
            .unwrap();
        }
        text += more;
        let configuration = folder.join(format!("node-{at}.conf"));
        std::fs::write(&configuration, text).unwrap();
        let url = format!("nats://127.0.0.1:{port}");
        Self { url, port, configuration, process: None, guard: None }
    }

    /// How much it stores, when it starts again.
    pub fn store_at_most(&self, most: &str) {
        let text = std::fs::read_to_string(&self.configuration).unwrap();
        let (before, after) = text.split_once("max_file_store: ").unwrap();
        let (_, after) = after.split_once(' ').unwrap();
        let text = format!("{before}max_file_store: {most} {after}");
        std::fs::write(&self.configuration, text).unwrap();
    }

    pub fn start(&mut self) {
        let log = self.configuration.with_extension("log");
        let log = std::fs::OpenOptions::new().create(true).append(true).open(log).unwrap();
        let process = Command::new(program().expect("the program is here"))
            .arg("--config")
            .arg(&self.configuration)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("nats-server starts");
        let guard = Command::new("sh")
            .args(["-c", &format!("read line; kill -9 {}", process.id())])
            .stdin(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        self.guard = guard.ok();
        self.process = Some(process);
    }

    /// Kills it, as a crash does.
    pub fn kill(&mut self) {
        for mut process in self.guard.take().into_iter().chain(self.process.take()) {
            let _ = process.kill();
            let _ = process.wait();
        }
    }

    /// Stops or continues it, as a machine that hangs.
    pub fn signal(&self, signal: &str) {
        if let Some(process) = &self.process {
            let _ = Command::new("kill").args([signal, &process.id().to_string()]).status();
        }
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
    }
}
