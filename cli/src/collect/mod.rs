//! `collect`: runs the collector.

#[cfg(feature = "nats")]
pub mod nats;
mod values;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use clap::{Args, ValueEnum};
use media_collection_collector::media_collection::Policy;
use media_collection_collector::{
    Collector, MetricsAccess, OpenError, Options, PageAccess, Redaction,
};
use serde_json::json;

use self::values::{bytes, count, days, seconds};
use crate::forward::Forwarding;
use crate::{descriptors, exit, logging, output};

/// Run a collector to test a player against
///
/// It takes the Media Collection API (/api/v1/sessions) and Media Edge (/ee/va/v1/sessionStart,
/// /ee/v1/interact), responds as documented, says what is wrong with the requests that it rejects, and
/// shows what it received on a web page: open its address in a browser. Anyone who can reach the address can
/// report to it. The page needs a token if it can be reached from other machines.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  The first line on standard output is `listening on http://ADDRESS:PORT`; with --json it is
  {\"listening\": \"http://ADDRESS:PORT\"}. If other machines can reach the address, and neither
  --page-token nor --no-page is given, the second line is `page at http://ADDRESS:PORT/?token=TOKEN`, with
  --json {\"page\": \"...\"}: the link to the page. The log goes to standard error; lines that nobody
  reads are dropped and counted.
  /healthz says whether the collector accepts events; /metrics counts what it does.

Exit codes:
  0  SIGTERM or SIGINT stopped it; everything accepted is written
  1  it cannot listen, or cannot use the folder or NATS
  2  the command line is wrong")]
pub struct Arguments {
    /// The address to listen on; port 0 selects a free port
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    listen: String,
    /// Store accepted events in this folder, and show them again after a restart
    #[arg(long, value_name = "DIR", group = "stored")]
    data: Option<PathBuf>,
    /// Begin another file when the one that is written has so many bytes, such as 64M or 1G
    #[arg(long, value_name = "BYTES", value_parser = bytes, default_value = "64M")]
    segment_size: u64,
    /// Begin another file when the first event of the one that is written is so old
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    segment_age: Option<Duration>,
    /// Remove closed files whose last event is older, unless an open session has events in them
    #[arg(long, value_name = "DAYS", value_parser = days)]
    keep_days: Option<Duration>,
    /// Remove the oldest closed files when all of them together have more bytes
    #[arg(long, value_name = "BYTES", value_parser = bytes)]
    keep_bytes: Option<u64>,
    #[command(flatten)]
    forwarding: Forwarding,
    /// Drop what identifies or locates a viewer, and what no schema describes, before anything is stored,
    /// shown or forwarded
    #[arg(long)]
    redact: bool,
    /// Redact, but replace ids by their HMAC with the key in this file, so that the sessions of a viewer
    /// still belong together
    #[arg(long, value_name = "FILE")]
    redact_key: Option<PathBuf>,
    /// Accept unknown keys and event types, which the back end rejects
    #[arg(long)]
    tolerant: bool,
    /// Take sessions of Media Edge for this datastream only; can be repeated. Without this option, for
    /// any
    #[arg(long = "datastream", value_name = "ID")]
    datastreams: Vec<String>,
    /// Close a session after this time without an event
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "600")]
    idle_timeout: Duration,
    /// Close a session of Media Edge after this time
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "86400")]
    age_timeout: Duration,
    /// Close a session after this time without movement of the playhead
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "1800")]
    still_timeout: Duration,
    /// How long the body of a request may take to arrive; a second more for each 16 KiB that have arrived
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "30")]
    body_timeout: Duration,
    /// The most open sessions; one more closes the session that was idle for longest
    #[arg(long, value_name = "N", value_parser = count, default_value = "10000")]
    max_open: usize,
    /// The most open sessions of one address; one more closes that session of the address that was idle for
    /// longest [default: no such limit]
    #[arg(long, value_name = "N", value_parser = count)]
    max_open_per_address: Option<usize>,
    /// The most connections at a time; one more closes another that is idle
    #[arg(long, value_name = "N", value_parser = count, default_value = "2048")]
    max_connections: usize,
    /// The most connections at a time from one address
    #[arg(long, value_name = "N", value_parser = count, default_value = "1024")]
    max_connections_per_address: usize,
    /// How long a client may take to read its response, and a second more for each 16 KiB that it has read
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "30")]
    response_timeout: Duration,
    /// Show the page only to those who know the token in this file: at least 16 letters, digits and - . _ ~
    #[arg(long, value_name = "FILE", conflicts_with = "no_page")]
    page_token: Option<PathBuf>,
    /// A name of this machine by which browsers may ask for the page, besides the address it listens on; can
    /// be repeated
    #[arg(long = "page-host", value_name = "NAME", conflicts_with = "no_page")]
    page_hosts: Vec<String>,
    /// Show no page
    #[arg(long)]
    no_page: bool,
    /// Who may see the metrics, in the text format of Prometheus, at /metrics: who may see the page, with its
    /// token in the header Authorization; everybody; or nobody
    #[arg(long, value_name = "WHO", value_enum, default_value = "page")]
    metrics: Metrics,
    /// The most finished sessions that the page can show
    #[arg(long, value_name = "N", value_parser = count, default_value = "1000")]
    max_finished: usize,
    /// The most events per session that the page can show
    #[arg(long, value_name = "N", value_parser = count, default_value = "100000")]
    max_events: usize,
    /// Log every request
    #[arg(long)]
    verbose: bool,
    /// How the log is written: as lines of text, or as a JSON object on each line
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    log_format: logging::Format,
    /// Print the first line as JSON
    #[arg(long)]
    json: bool,
    #[cfg(feature = "nats")]
    #[command(flatten)]
    nats: nats::NatsArguments,
}

/// Who may see the metrics.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Metrics {
    Page,
    Open,
    Off,
}

impl From<Metrics> for MetricsAccess {
    fn from(metrics: Metrics) -> Self {
        match metrics {
            Metrics::Page => Self::Page,
            Metrics::Open => Self::Open,
            Metrics::Off => Self::Off,
        }
    }
}

pub fn run(arguments: Arguments) -> ExitCode {
    let level = if arguments.verbose { tracing::Level::DEBUG } else { tracing::Level::INFO };
    // Its last lines are written when it is dropped.
    let logging = logging::start(level, arguments.log_format);
    match collect(arguments, logging.dropped()) {
        Ok(()) => exit::FINE.into(),
        Err(problem) => {
            tracing::error!("{problem}");
            exit::WRONG.into()
        }
    }
}

fn collect(arguments: Arguments, dropped: Arc<AtomicU64>) -> Result<(), String> {
    let (listen, json) = (arguments.listen.clone(), arguments.json);
    let mut options = options(arguments)?;
    options.dropped_log_lines = Some(dropped);
    descriptors::raise(options.connections.open);
    let is_automatic = options.page.access == PageAccess::Automatic;
    let collector = Collector::open(options).map_err(|error| match error {
        OpenError::Folder { .. } => format!("--data {error}"),
        error => error.to_string(),
    })?;
    let listener = TcpListener::bind(&listen)
        .map_err(|error| format!("--listen {listen}: {error}; port 0 selects a free port"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    runtime.block_on(async {
        // The signal handlers are installed before the first line is printed, so that a program
        // that has read the line can stop the collector cleanly.
        let stop = stop_signal().map_err(|error| error.to_string())?;
        // Only what is private needs a link.
        let page = if is_automatic { private_page(&collector, address) } else { None };
        let lines = [("listening", "on", Some(format!("http://{address}"))), ("page", "at", page)];
        for (what, on, url) in lines {
            let Some(url) = url else { continue };
            let line =
                if json { json!({ what: url }).to_string() } else { format!("{what} {on} {url}") };
            if output::line(&line).is_err() {
                tracing::warn!("standard output cannot be written; {line}");
            }
        }
        collector.serve(listener, stop).await.map_err(|error| error.to_string())
    })?;
    tracing::info!("stopped");
    Ok(())
}

/// The link to the page with its token, if it needs one.
fn private_page(collector: &Collector, address: SocketAddr) -> Option<String> {
    collector.page_url(address).filter(|url| url.contains('?'))
}

fn options(arguments: Arguments) -> Result<Options, String> {
    let mut options = Options::default();
    options.page.hosts = arguments.page_hosts;
    if arguments.no_page {
        options.page.access = PageAccess::Off;
    } else if let Some(file) = arguments.page_token {
        options.page.access = PageAccess::Token(token(&file)?);
    }
    options.connections.open = arguments.max_connections;
    options.connections.open_by_address = arguments.max_connections_per_address;
    options.metrics = arguments.metrics.into();
    options.connections.response_timeout = arguments.response_timeout;
    if let Some(most) = arguments.max_open_per_address {
        options.limits.open_by_address = most;
    }
    options.data = arguments.data;
    #[cfg(feature = "nats")]
    {
        options.nats = arguments.nats.options();
    }
    options.forward = arguments.forwarding.forward()?;
    options.redaction = match arguments.redact_key {
        Some(file) => Some(redaction(&file)?),
        None => arguments.redact.then(Redaction::dropping),
    };
    options.segments.bytes = arguments.segment_size;
    options.segments.age = arguments.segment_age;
    options.segments.keep_for = arguments.keep_days;
    options.segments.keep_bytes = arguments.keep_bytes;
    if arguments.tolerant {
        options.policy = Policy::tolerant();
    }
    if !arguments.datastreams.is_empty() {
        options.datastreams = Some(arguments.datastreams.into_iter().collect());
    }
    options.limits.age = arguments.age_timeout;
    options.body_timeout = arguments.body_timeout;
    options.limits.idle = arguments.idle_timeout;
    options.limits.still = arguments.still_timeout;
    options.limits.open = arguments.max_open;
    options.limits.finished = arguments.max_finished;
    options.limits.events = arguments.max_events;
    Ok(options)
}

/// Redaction with the key in a file. An end of line at its end is not part of the key.
pub fn redaction(file: &Path) -> Result<Redaction, String> {
    let wrong = |error: &dyn std::fmt::Display| format!("--redact-key {}: {error}", file.display());
    let key = std::fs::read(file).map_err(|error| wrong(&error))?;
    let key = key.strip_suffix(b"\n").unwrap_or(&key);
    let key = key.strip_suffix(b"\r").unwrap_or(key);
    Redaction::hashing(key).map_err(|error| wrong(&error))
}

/// The token in a file. It has to fit into a link and a cookie.
fn token(file: &Path) -> Result<String, String> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("--page-token {}: {error}", file.display()))?;
    let token = text.trim();
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "-._~".contains(letter);
    if token.len() < 16 || !token.chars().all(fits) {
        let what = "must contain one token of at least 16 letters, digits and - . _ ~";
        return Err(format!("--page-token {}: {what}", file.display()));
    }
    Ok(token.to_owned())
}

/// Installs handlers for SIGTERM and SIGINT; the future is ready when one of them arrives.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// The future is ready when Ctrl-C is pressed.
#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!("the handler for Ctrl-C cannot be installed: {error}");
            std::future::pending().await
        }
    })
}
