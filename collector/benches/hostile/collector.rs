//! The collector that is measured, and a server that does nothing, each in a process of its own.

use std::ffi::OsString;
use std::fs;
use std::io::Read as _;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use http_body_util::BodyExt as _;
use media_collection_collector::{Collector, Options};

use crate::own_program;
use crate::program::Program;

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

/// Serves without doing anything: what is received is dropped.
pub fn serve_nothing() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.spawn(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        println!("listening on http://{}", listener.local_addr().expect("an address"));
        axum::serve(listener, Router::new().fallback(nothing)).await.expect("it serves");
    });
    let _ = std::io::stdin().read(&mut [0]);
    std::process::exit(0);
}

async fn nothing(request: Request<Body>) -> Response {
    let is_start = request.method() == Method::POST && request.uri().path().ends_with("/sessions");
    let mut body = request.into_body();
    while let Some(Ok(_)) = body.frame().await {}
    if is_start {
        let location = [(header::LOCATION, format!("/api/v1/sessions/{}", "0".repeat(64)))];
        return (StatusCode::CREATED, location).into_response();
    }
    StatusCode::NO_CONTENT.into_response()
}

/// A program that only runs when no other wants to, also where this one has a real-time priority. With the lowest
/// `nice` value it would go on for some milliseconds before another goes first.
pub fn behind_others(program: &Path) -> Command {
    let mut command = Command::new("chrt");
    command.args(["--idle", "0"]).arg(program);
    command
}

pub struct Server {
    process: Program,
    pub address: SocketAddr,
}

impl Server {
    pub fn start() -> Self {
        let named = std::env::var_os("COLLECTOR");
        let arguments: Vec<OsString> = match &named {
            None => vec!["--serve".into()],
            Some(_) => ["collect", "--listen", "127.0.0.1:0", "--max-connections-per-address"]
                .into_iter()
                .chain(["2048", "--max-open", "100000"])
                .map(OsString::from)
                .collect(),
        };
        let own = || own_program().into();
        Self::run(Command::new(named.unwrap_or_else(own)).args(arguments))
    }

    /// One that does nothing, with the priority of the hostile clients.
    pub fn nothing() -> Self {
        Self::run(behind_others(&own_program()).arg("--serve-nothing"))
    }

    fn run(program: &mut Command) -> Self {
        let program = program.stdin(Stdio::piped()).stderr(Stdio::null());
        let (process, address) = Program::listen(program);
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
