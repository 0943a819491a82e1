//! The servers, each in a process of its own.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::str::FromStr;

use axum::Router;
use axum::body::Bytes;
use axum::http::{StatusCode, request};
use axum::response::Response;
use axum::routing::any;
use media_collection_collector::media_collection::{
    Accepted, Created, Incoming, Policy, SessionId,
};
use media_collection_collector::{Collector, Options};

/// What answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A handler of axum that does nothing.
    Nothing,
    /// One that routes and reads with `Incoming`, and responds as documented.
    Routing,
    /// A collector in memory.
    Memory,
    /// A collector with a folder.
    Folder,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Routing, Self::Memory, Self::Folder];

    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Routing => "routing",
            Self::Memory => "collector",
            Self::Folder => "collector-with-folder",
        }
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let kind = Self::ALL.into_iter().find(|kind| kind.name() == text);
        kind.ok_or_else(|| format!("{text} is no kind"))
    }
}

/// Serves until standard input is closed.
pub fn serve(kind: Kind, open: usize) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    println!("{}", listener.local_addr().expect("an address"));
    runtime.spawn(async move {
        if let Kind::Nothing | Kind::Routing = kind {
            listener.set_nonblocking(true).expect("a socket");
            let listener = tokio::net::TcpListener::from_std(listener).expect("a socket");
            let router = if kind == Kind::Nothing {
                Router::new().fallback(any(async || StatusCode::NO_CONTENT))
            } else {
                Router::new().fallback(any(incoming))
            };
            axum::serve(listener, router).await.expect("it serves");
            return;
        }
        let mut options = Options::default();
        options.limits.open = open;
        options.data = (kind == Kind::Folder).then(folder);
        let collector = Collector::open(options).expect("it opens");
        collector.serve(listener, std::future::pending()).await.expect("it serves");
    });
    let _ = std::io::stdin().read(&mut [0]);
    let _ = fs::remove_dir_all(folder());
    std::process::exit(0);
}

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("media-collection-bench-{}", std::process::id()))
}

async fn incoming(head: request::Parts, body: Bytes) -> Response {
    let response = match Incoming::from_parts(&head, &body, &Policy::strict()) {
        Ok(Incoming::Start(_)) => {
            let id = SessionId::new("0".repeat(64)).expect("an id");
            Created::new(id).into_response()
        }
        Ok(_) => Accepted::new().into_response(),
        Err(rejection) => rejection.into_response(),
    };
    response.map(Into::into)
}

pub struct Server {
    process: Child,
    pub address: SocketAddr,
}

impl Server {
    pub fn start(kind: Kind, open: u64) -> Self {
        let mut program = Command::new(std::env::current_exe().expect("this program"));
        Self::run(&mut program, kind, open).expect("it starts")
    }

    /// One of which the instructions are counted; `None` where that is not possible.
    pub fn counted(kind: Kind) -> Option<Self> {
        let mut program = Command::new("valgrind");
        program.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
        program.arg(std::env::current_exe().expect("this program")).stderr(Stdio::piped());
        Self::run(&mut program, kind, 10_000)
    }

    fn run(program: &mut Command, kind: Kind, open: u64) -> Option<Self> {
        let process = program
            .args(["--serve", kind.name(), &open.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let mut process = process.ok()?;
        let mut line = String::new();
        let output = process.stdout.take().expect("it is piped");
        BufReader::new(output).read_line(&mut line).expect("it says where it listens");
        let address = line.trim().parse().expect("an address");
        Some(Self { process, address })
    }

    /// CPU time of all of its threads in microseconds.
    pub fn cpu(&self) -> f64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.process.id())).expect("it runs");
        let times = tasks.filter_map(|task| {
            let text = fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
            text.split_whitespace().next()?.parse::<f64>().ok()
        });
        times.sum::<f64>() / 1_000.0
    }

    /// The memory of the process in KiB.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()));
        let status = status.expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a line");
        line.split_whitespace().next().and_then(|kib| kib.parse().ok()).expect("a number")
    }

    /// Ends it, and returns how many instructions it took.
    pub fn instructions(mut self) -> Option<f64> {
        drop(self.process.stdin.take());
        let mut text = String::new();
        self.process.stderr.take()?.read_to_string(&mut text).ok()?;
        let (_, count) = text.lines().find_map(|line| line.split_once("Collected : "))?;
        count.trim().parse().ok()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
