//! Reads a recorded session, checks it, encodes it as a downloaded session, and sends it over HTTP
//! to a small collector on this machine, which decodes it with this crate, too.
//!
//! ```text
//! cargo run --example downloaded [FILE] [--collector URL]
//! ```
//!
//! FILE is a JSON array or JSON Lines of events. By default, it is a session that Adobe's own
//! JavaScript SDK reported.
#![forbid(unsafe_code)]

use std::error::Error;
use std::io;
use std::process::ExitCode;

use axum::Router;
use axum::body::Bytes;
use axum::response::Response;
use media_collection::error::ResponseError;
use media_collection::{
    Collector, DownloadedSession, Event, Incoming, Policy, Rejection, Uploaded, http,
};

const RECORDED: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/payloads/recorded-session.jsonl");

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut file = RECORDED.to_owned();
    let mut collector = None;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--collector" => collector = arguments.next(),
            "-h" | "--help" => {
                println!("usage: downloaded [FILE] [--collector URL]");
                return Ok(());
            }
            _ => file = argument,
        }
    }

    // Read: if the events are not valid, the error has every violation with its path.
    let policy = Policy::strict().with_max_violations(usize::MAX);
    let events = Event::decode_any(
        &std::fs::read(&file).map_err(|error| format!("{file}: {error}"))?,
        &policy,
    )
    .inspect_err(|error| {
        error.violations().iter().for_each(|violation| eprintln!("{violation}"));
    })?;
    let shown = file.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/")).unwrap_or(&file);
    println!("read      {} events from {shown}", events.len());

    // Check: a downloaded session has one start, and that is its first event.
    let session = DownloadedSession::try_from(events).inspect_err(|error| {
        error.error.findings.iter().for_each(|finding| eprintln!("{finding}"));
    })?;
    let findings = session.lint();
    println!("checked   {} findings\n", findings.len());
    let began = session.start().player_time.ts;
    for (at, event) in session.clone().into_events().iter().enumerate() {
        let (name, time) = (event.event_name(), event.player_time);
        let seconds = (time.ts - began) as f64 / 1_000.0;
        println!("{at:>4}  {seconds:>8.1} s  playhead {:>6.1} s  {name}", time.playhead);
        for finding in findings.iter().filter(|finding| finding.event == at) {
            println!("{:>36}  {}: {}", "", finding.severity(), finding.message);
        }
    }

    // Send: any HTTP stack can send a request of the `http` crate. This one is ureq.
    let collector: Collector = match collector {
        Some(base) => base.parse()?,
        None => start_collector()?.parse()?,
    };
    let request = collector.upload(&session)?;
    let (method, uri, bytes) = (request.method(), request.uri(), request.body().len());
    println!("\nrequest   {method} {uri} ({bytes} bytes, media.downloaded: true)");
    let response = send(request)?;

    // Read the response.
    println!("response  {}", response.status());
    let outcome = Uploaded::from_response(&response);
    if let Err(error) = &outcome {
        println!("next      {}", error.next());
    }
    if let Err(ResponseError::Rejected { violations, .. }) = &outcome {
        violations.iter().for_each(|found| println!("{}: {}", found.pointer, found.message));
    }
    outcome?;
    println!("outcome   the session arrived; the recording can be deleted");
    Ok(())
}

fn send(request: http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, ureq::Error> {
    // A 400 is not an error here: its body says what is wrong. A collector sends no redirects, so
    // they are not followed.
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

/// Responds with 201 to a downloaded session, and with an error to every other request.
async fn receive(head: http::request::Parts, body: Bytes) -> Response {
    let response = match Incoming::from_parts(&head, &body, &Policy::strict()) {
        Ok(Incoming::Downloaded(_)) => Uploaded::new().into_response(),
        Ok(_) => Rejection::NoEndpoint.into_response(),
        Err(rejection) => rejection.into_response(),
    };
    response.map(Into::into)
}
