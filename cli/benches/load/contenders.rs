//! The contenders: collectors, and a handler that does nothing.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;

use crate::collectors::Collectors;
use crate::servers::{Servers, program};

/// Servers that run until this is dropped.
pub struct Contender {
    pub name: &'static str,
    pub addresses: Vec<String>,
    pub processes: Vec<u32>,
    /// Whether it has no sessions.
    pub is_handler: bool,
    _running: Running,
}

#[allow(dead_code, reason = "they stop when they are dropped")]
enum Running {
    Handler(Handler),
    Collectors(Collectors, Option<Servers>),
}

struct Handler(Child);

impl Drop for Handler {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// All that can run here, the handler first.
pub fn contenders() -> Vec<Contender> {
    let mut all = vec![handler()];
    let alone = |name, arguments: &[&str]| {
        let folder = folder(name);
        contender(name, Collectors::alone(&folder, arguments), None)
    };
    all.push(alone("in memory", &[]));
    let data = folder("data").display().to_string();
    all.push(alone("with a folder", &["--data", &data]));
    for (name, nodes, collectors, replicas) in [
        ("NATS, 1 replica", 1, 1, "1"),
        ("NATS, 3 replicas", 3, 1, "3"),
        ("NATS, 3 replicas, 2 collectors", 3, 2, "3"),
        ("NATS, 3 replicas, 3 collectors", 3, 3, "3"),
    ] {
        let folder = folder(name);
        if program().is_none() {
            break;
        }
        let nodes = Servers::start(&format!("load-{nodes}-{collectors}"), nodes, "");
        let arguments = ["--nats-replicas", replicas];
        let urls = nodes.urls().join(",");
        let collectors = Collectors::start(&folder, &urls, collectors, &arguments);
        all.push(contender(name, collectors, Some(nodes)));
    }
    all
}

fn contender(name: &'static str, collectors: Collectors, nodes: Option<Servers>) -> Contender {
    Contender {
        name,
        addresses: collectors.addresses.clone(),
        processes: collectors.processes(),
        is_handler: false,
        _running: Running::Collectors(collectors, nodes),
    }
}

fn folder(name: &str) -> PathBuf {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    crate::support::folder(&format!("load-{name}"))
}

fn handler() -> Contender {
    let program = env::current_exe().expect("it runs");
    let mut child = Command::new(program)
        .arg("serve-nothing")
        .stdout(Stdio::piped())
        .spawn()
        .expect("it can be started");
    let mut address = String::new();
    let out = child.stdout.take().expect("it is piped");
    BufReader::new(out).read_line(&mut address).expect("it is text");
    Contender {
        name: "an axum handler that does nothing",
        addresses: vec![address.trim().to_owned()],
        processes: vec![child.id()],
        is_handler: true,
        _running: Running::Handler(Handler(child)),
    }
}

/// Responds to each event, and reads nothing of it but the path.
pub fn serve_nothing() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("threads can be started").block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        println!("{}", listener.local_addr().expect("it has an address"));
        let nothing = post(async || StatusCode::NO_CONTENT);
        let router = Router::new().route("/api/v1/sessions/{id}/events", nothing);
        axum::serve(listener, router).await.expect("it serves");
    });
}
