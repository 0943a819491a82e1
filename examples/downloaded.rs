//! A recorded session goes through: read, checked, packed as a downloaded session, sent over
//! HTTP, answered.
//!
//! ```text
//! cargo run --example downloaded [FILE] [--collector URL]
//! ```
//!
//! FILE is a JSON array or JSON Lines of events; without it, a session that Adobe's own
//! JavaScript SDK reported is taken. Without a collector to send to, a small one is started on
//! this machine: it reads the session with this crate too, and answers 201 or 400.
#![forbid(unsafe_code)]

mod timeline;

use std::io::{self, Write as _};
use std::process::ExitCode;

use axum::Router;
use axum::body::Bytes;
use axum::response::Response;
use media_collection::{
    Collector, DownloadedSession, Event, Incoming, Policy, Rejection, ResponseError, Uploaded, http,
};

const RECORDED: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/payloads/recorded-session.jsonl");

fn main() -> ExitCode {
    let mut file = RECORDED.to_owned();
    let mut collector = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--collector" => collector = arguments.next(),
            "-h" | "--help" => {
                println!("usage: downloaded [FILE] [--collector URL]");
                return ExitCode::SUCCESS;
            }
            name => name.clone_into(&mut file),
        }
    }
    match run(&file, collector.as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(file: &str, collector: Option<&str>) -> Result<(), String> {
    // Read: every violation at once, each with its place.
    let text = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let policy = Policy::strict().with_max_violations(usize::MAX);
    let events = Event::decode_any(&text, &policy).map_err(|error| {
        let mut list = format!("{file}: not valid by the schema documents");
        for violation in error.violations() {
            list.push_str(&format!("\n  {violation}"));
        }
        list
    })?;
    println!("read      {} events from {}", events.len(), shown(file));

    // Pack: a session has its start first, and the downloaded flag follows from the type.
    let session = DownloadedSession::try_from(events).map_err(|error| {
        let findings = error.findings.iter().map(|finding| format!("\n  {finding}"));
        format!("{file}: no session{}", findings.collect::<String>())
    })?;
    let findings = session.lint();
    println!("checked   {} findings", findings.len());
    println!();
    let mut out = io::stdout().lock();
    timeline::write(&mut out, &session, &findings).map_err(|error| error.to_string())?;
    writeln!(out).map_err(|error| error.to_string())?;

    // Send: the request is plain `http`, so any stack will do. This one is ureq.
    let collector = match collector {
        Some(base) => base.parse::<Collector>(),
        None => Collector::new(&start_collector().map_err(|error| error.to_string())?),
    }
    .map_err(|error| error.to_string())?;
    let request = collector.upload(&session).map_err(|error| error.to_string())?;
    println!(
        "request   {} {} ({} bytes, media.downloaded: true)",
        request.method(),
        request.uri(),
        request.body().len()
    );
    let response = send(request).map_err(|error| format!("not sent, still here: {error}"))?;

    // And what came of it.
    println!("answer    {}", response.status());
    match Uploaded::from_response(&response) {
        Ok(_) => {
            println!("outcome   the session arrived; the recording can be deleted");
            Ok(())
        }
        Err(error) => {
            let mut told = format!("outcome   {error}\ndo        {}", error.next());
            if let ResponseError::Rejected { violations, .. } = &error {
                for violation in violations {
                    let (pointer, message) = (&violation.pointer, &violation.message);
                    told.push_str(&format!("\n  {pointer}: {message}"));
                }
            }
            Err(told)
        }
    }
}

/// The path inside the repository, if that is where the file is.
fn shown(file: &str) -> &str {
    file.strip_prefix(env!("CARGO_MANIFEST_DIR")).map_or(file, |path| path.trim_start_matches('/'))
}

fn send(request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, ureq::Error> {
    // A 400 is an answer like any other: its body says what is wrong. A redirect leads to no
    // collector, so it is not followed.
    let agent = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
    let agent: ureq::Agent = agent.into();
    let (parts, mut body) = agent.run(request)?.into_parts();
    Ok(http::Response::from_parts(parts, body.read_to_vec()?))
}

/// Starts a collector on a free port of this machine, and returns its address.
fn start_collector() -> io::Result<String> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    std::thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, Router::new().fallback(receive)).await
        })
    });
    Ok(format!("http://{address}"))
}

/// The collector's whole work: read, and answer 201, or 400 with what is wrong.
async fn receive(head: http::request::Parts, body: Bytes) -> Response {
    let response = match Incoming::from_parts(&head, &body, &Policy::strict()) {
        Ok(Incoming::Downloaded(_)) => Uploaded::new().into_response(),
        Ok(_) => Rejection::NoEndpoint.into_response(),
        Err(rejection) => rejection.into_response(),
    };
    response.map(Into::into)
}
