//! Servers of NATS on the loopback interface, each a process of its own.

use std::fmt::Write as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fs};

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    listener.local_addr().expect("it has an address").port()
}

/// The server, if there is one.
pub fn server() -> Option<PathBuf> {
    if let Some(path) = env::var_os("NATS_SERVER") {
        return Some(path.into());
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).map(|at| at.join("nats-server")).find(|path| path.is_file())
}

/// A cluster of servers that write to the disk before they acknowledge.
pub struct Nodes {
    server: PathBuf,
    folder: PathBuf,
    ports: Vec<u16>,
    running: Vec<Option<Child>>,
}

impl Nodes {
    /// Starts so many; `None`, with a message, if there is no server.
    pub fn start(folder: &Path, count: usize) -> Option<Self> {
        Self::start_with(folder, count, "")
    }

    /// The same with more settings for JetStream.
    pub fn start_with(folder: &Path, count: usize, settings: &str) -> Option<Self> {
        let Some(server) = server() else {
            println!("skipped: NATS_SERVER is not set, and `nats-server` is not in PATH");
            return None;
        };
        let ports: Vec<_> = (0..count).map(|_| free_port()).collect();
        let clusters: Vec<_> = (0..count).map(|_| free_port()).collect();
        let routes: Vec<_> =
            clusters.iter().map(|port| format!("nats://127.0.0.1:{port}")).collect();
        let routes = routes.join(", ");
        for (number, (port, cluster)) in ports.iter().zip(&clusters).enumerate() {
            let store = folder.join(format!("node-{number}"));
            let store = store.display();
            let mut text = format!(
                "server_name: node-{number}\nlisten: 127.0.0.1:{port}\n\
                 jetstream {{ store_dir: \"{store}\", sync_interval: always, {settings} }}\n"
            );
            if count > 1 {
                let _ = writeln!(
                    text,
                    "cluster {{ name: tests, listen: 127.0.0.1:{cluster}, routes: [ {routes} ] }}"
                );
            }
            let path = folder.join(format!("node-{number}.conf"));
            fs::write(path, text).expect("the folder can be written");
        }
        let running = (0..count).map(|_| None).collect();
        let mut nodes = Self { server, folder: folder.to_owned(), ports, running };
        (0..count).for_each(|number| nodes.restart(number));
        Some(nodes)
    }

    /// Their addresses as the command takes them.
    pub fn urls(&self) -> String {
        let urls = self.ports.iter().map(|port| format!("nats://127.0.0.1:{port}"));
        urls.collect::<Vec<_>>().join(",")
    }

    pub fn len(&self) -> usize {
        self.ports.len()
    }

    pub fn kill(&mut self, number: usize) {
        if let Some(mut node) = self.running[number].take() {
            node.kill().expect("it can be killed");
            node.wait().expect("it ends");
        }
    }

    /// Starts a server that does not run.
    pub fn restart(&mut self, number: usize) {
        if self.running[number].is_some() {
            return;
        }
        let log = fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.folder.join(format!("node-{number}.log")))
            .expect("the folder can be written");
        let node = Command::new(&self.server)
            .arg("--config")
            .arg(self.folder.join(format!("node-{number}.conf")))
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .expect("the server can be started");
        self.running[number] = Some(node);
    }
}

impl Drop for Nodes {
    fn drop(&mut self) {
        (0..self.len()).for_each(|number| self.kill(number));
    }
}
