//! The contenders: collectors, and a handler that does nothing.

use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;

use crate::collectors::Collectors;
use crate::servers::{Servers, program};
use crate::support::program::Program;

/// Servers that run until this is dropped.
pub struct Contender {
    pub name: &'static str,
    pub addresses: Vec<String>,
    /// Those whose CPU is counted.
    pub processes: Vec<u32>,
    /// How many times as many clients it has.
    pub times: usize,
    /// How long each client waits between a response and its next event.
    pub pause: Duration,
    /// Whether it has no sessions.
    pub is_handler: bool,
    #[allow(dead_code, reason = "it stops when it is dropped")]
    owner: Option<Collectors>,
    _running: Running,
}

#[allow(dead_code, reason = "they stop when they are dropped")]
enum Running {
    Handlers(Vec<Program>),
    Collectors(Collectors, Option<Servers>),
}

/// Collectors that share servers of NATS.
struct Shared {
    name: &'static str,
    /// Servers, each with a replica.
    nodes: usize,
    collectors: usize,
    /// Clients for each collector, not in all.
    each: bool,
    /// The clients pause, so that a collector has as many events a second whatever the others do.
    pauses: bool,
    /// The collectors only accept; one more owns the partitions, and its CPU is not counted.
    accept_only: bool,
}

const fn shared(name: &'static str, nodes: usize, collectors: usize) -> Shared {
    Shared { name, nodes, collectors, each: false, pauses: false, accept_only: false }
}

const SHARED: [Shared; 9] = [
    shared("NATS, 1 replica", 1, 1),
    shared("NATS, 3 replicas", 3, 1),
    Shared { accept_only: true, ..shared("NATS, 3 replicas, the way in alone", 3, 1) },
    shared("NATS, 3 replicas, 2 collectors", 3, 2),
    shared("NATS, 3 replicas, 3 collectors", 3, 3),
    Shared { each: true, ..shared("NATS, 3 replicas, 2 collectors, as many clients each", 3, 2) },
    Shared { each: true, ..shared("NATS, 3 replicas, 3 collectors, as many clients each", 3, 3) },
    Shared { pauses: true, ..shared("NATS, 3 replicas, with pauses", 3, 1) },
    Shared { pauses: true, each: true, ..shared(THREE_WITH_PAUSES, 3, 3) },
];

const THREE_WITH_PAUSES: &str = "NATS, 3 replicas, 3 collectors, as many clients each, with pauses";
/// With 64 clients, a collector has about 1,500 events a second then.
const PAUSE: Duration = Duration::from_millis(35);

/// As long as JetStream takes here to acknowledge: what it costs alone that fewer requests come at a time.
const WAITING: &str = "one that waits for 8 ms";

/// All that can run here with this in their names, the handler first.
pub fn contenders(wanted: &str) -> Vec<Contender> {
    let mut all = vec![handlers("an axum handler that does nothing", 1, 0)];
    let three = "three of them, as many clients each";
    for (name, count, times) in [(WAITING, 1, 1), ("three of them", 3, 1), (three, 3, 3)] {
        if name.contains(wanted) {
            all.push(Contender { times, ..handlers(name, count, 8) });
        }
    }
    let alone = |name, arguments: &[&str]| {
        let folder = folder(name);
        contender(name, Collectors::alone(&folder, arguments), None)
    };
    if "in memory".contains(wanted) {
        all.push(alone("in memory", &[]));
    }
    if "with a folder".contains(wanted) {
        let data = folder("data").display().to_string();
        all.push(alone("with a folder", &["--data", &data]));
    }
    for one in SHARED.iter().filter(|one| one.name.contains(wanted)) {
        if program().is_none() {
            break;
        }
        all.push(sharing(one));
    }
    all
}

fn sharing(one: &Shared) -> Contender {
    let folder = folder(one.name);
    let label = folder.file_name().and_then(|name| name.to_str()).expect("it is text");
    let nodes = Servers::start(label, one.nodes, "");
    let (replicas, urls) = (one.nodes.to_string(), nodes.urls().join(","));
    let mut arguments = vec!["--nats-replicas", &replicas];
    let owner = one.accept_only.then(|| Collectors::start(&folder, &urls, 1, &arguments));
    if owner.is_some() {
        arguments.push("--nats-accept-only");
    }
    let collectors = Collectors::start(&folder, &urls, one.collectors, &arguments);
    let mut all = contender(one.name, collectors, Some(nodes));
    all.times = if one.each { one.collectors } else { 1 };
    all.pause = if one.pauses { PAUSE } else { Duration::ZERO };
    all.owner = owner;
    all
}

fn contender(name: &'static str, collectors: Collectors, nodes: Option<Servers>) -> Contender {
    Contender {
        name,
        addresses: collectors.addresses.clone(),
        processes: collectors.processes(),
        times: 1,
        pause: Duration::ZERO,
        is_handler: false,
        owner: None,
        _running: Running::Collectors(collectors, nodes),
    }
}

fn folder(name: &str) -> PathBuf {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    crate::support::folder(&format!("load-{name}"))
}

/// So many handlers, each of which waits for so many milliseconds before it responds.
fn handlers(name: &'static str, count: usize, wait: u64) -> Contender {
    let program = env::current_exe().expect("it runs");
    let (mut addresses, mut running) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let mut command = Command::new(&program);
        let command = command.args(["serve-nothing", &wait.to_string()]);
        let (handler, address) = Program::listen(command);
        addresses.push(address);
        running.push(handler);
    }
    Contender {
        name,
        addresses,
        processes: running.iter().map(|handler| handler.id()).collect(),
        times: 1,
        pause: Duration::ZERO,
        is_handler: true,
        owner: None,
        _running: Running::Handlers(running),
    }
}

/// Responds to each event after this time, and reads nothing of it but the path.
pub fn serve_nothing(wait: Duration) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("threads can be started").block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        println!("listening on http://{}", listener.local_addr().expect("it has an address"));
        let nothing = post(async move || {
            if !wait.is_zero() {
                tokio::time::sleep(wait).await;
            }
            StatusCode::NO_CONTENT
        });
        let router = Router::new().route("/api/v1/sessions/{id}/events", nothing);
        axum::serve(listener, router).await.expect("it serves");
    });
}
