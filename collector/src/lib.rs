//! A collector for Adobe's Media Collection API and Media Edge API, to test players against.
//!
//! It responds as documented, says what is wrong with the requests that it rejects, stores the
//! events that it accepts, and shows every session on a web page: as a timeline and event by event,
//! with what Adobe's back end would not report. The command `media-collection collect` of the
//! package `media-collection-cli` runs it; this library is for test suites and services that start
//! a collector themselves.
//!
//! ```
//! use std::net::TcpListener;
//!
//! use media_collection_collector::{Collector, Options};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Stores events in memory; in a folder if `options.data` is set.
//! let collector = Collector::open(Options::default())?;
//! let running = collector.start(TcpListener::bind("127.0.0.1:0")?)?;
//! println!("send reports to {0}, and look at {0} with a browser", running.url());
//! // ... a player reports ...
//! running.stop()?;
//! # Ok(())
//! # }
//! ```
//!
//! In a program that has a tokio runtime, use [`Collector::serve`]. The collector logs with
//! `tracing`.
//!
//! # Responses
//!
//! Those of Media Edge are in the README, and of
//! [`edge::Incoming`](media_collection::edge::Incoming). Those of the Media Collection API:
//!
//! | status | when |
//! |---|---|
//! | 201, 204 | accepted; a repeated `sessionEnd` gets 204 again |
//! | 400 | the body violates the schemas: JSON with every violation and its path |
//! | 404 | there is no such endpoint, or the session was never opened here |
//! | 405 | the endpoint does not allow this method; `Allow` says which |
//! | 408, 413 | the body did not arrive in time, or is larger than the policy allows |
//! | 415 | the body has another `Content-Encoding` than `gzip` |
//! | 410 | the session ended, timed out, or was closed to make room |
//! | 500, 503 | the disk failed, or too much data arrives at once: nothing was accepted |
//! | 501 | the body has another `Transfer-Encoding` than `chunked` |
//!
//! The page is at `/`, its files and data below `/page/`. `/metrics` and `/healthz` are for operators. All other paths
//! are those of the two APIs,
//! under any prefix.
//!
//! # Modules
//!
//! | module | content |
//! |---|---|
//! | `service` | the endpoints of both APIs, and the limits for request bodies |
//! | [`gzip`] | decompressing within limits |
//! | `backend` | where the sessions are: what the endpoints need of it |
//! | `board` | sessions in memory, as requests and the page share them |
//! | `nats` | sessions in NATS JetStream, which several collectors share (feature `nats`) |
//! | `sessions` | the sessions, their events and findings; no I/O, no clock |
//! | `storage` | the files with the accepted events: appending, and reading them after a restart |
//! | `forward` | sending what is stored on to another collector |
//! | `forget` | erasing a viewer's sessions from the folder; `nats` does it there |
//! | `redact` | dropping or hashing what identifies a viewer |
//! | [`received`] | the same files for other programs |
//! | `page` | the web page, and the JSON that it requests |
//! | `running` | a collector on its own thread |
//! | `connections` | accepting and limiting connections, and graceful shutdown |
//! | `http` | what HTTP demands of a request, and who responds to it |
//! | `metrics` | figures for operators: `/metrics` and `/healthz` |
//! | `digits` | hexadecimal digits, of bytes and random ones |
//! | `log` | lines of the log that clients can cause, with a limit |
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod backend;
mod board;
mod clock;
mod connections;
mod digits;
mod forget;
mod forward;
pub mod gzip;
mod http;
mod later;
mod locked;
mod log;
mod metrics;
#[cfg(feature = "nats")]
mod nats;
mod options;
mod page;
pub mod received;
mod redact;
mod running;
mod service;
mod sessions;
mod storage;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

pub use forget::{Forgotten, forget};
pub use forward::{Forward, Sender};
pub use media_collection;
#[cfg(feature = "nats")]
pub use nats::{NatsCreate, NatsOptions, forget_in_nats};
#[cfg(feature = "nats")]
#[doc(hidden)]
pub use nats::{Steps as ForgetSteps, forget_by_steps};
pub use options::{
    ClosedReply, ConnectionLimits, Limits, MetricsAccess, Options, PageAccess, PageOptions,
    Segments,
};
pub use redact::{Redaction, WeakKey};
pub use running::Running;

use hyper_util::service::TowerToHyperService;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::backend::Backend;
use crate::board::Board;
use crate::forward::{Forwarder, Keep};
use crate::http::Http;
use crate::log::TELL_INTERVAL;
use crate::metrics::Watch;
use crate::page::Guard;
use crate::service::{Edge, Service};
use crate::sessions::Sessions;
use crate::storage::Storage;

/// A collector that is ready to serve.
#[derive(Debug)]
pub struct Collector {
    /// It ends before the folder is free for another collector.
    forwarder: Option<Forwarder>,
    service: Arc<Service>,
    /// How often sessions are checked for timeouts.
    sweep_interval: Duration,
    connections: ConnectionLimits,
    page: Guard,
    metrics: MetricsAccess,
}

/// Why a collector cannot use what it stores events in.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The folder of [`Options::data`].
    #[error("{}: {source}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The error of the operating system.
        source: io::Error,
    },
    /// [`Options::forward`] is set, and neither a folder nor NATS.
    #[error(
        "forwarding needs a folder (or NATS JetStream), in which events wait until they are taken"
    )]
    NoFolder,
    /// NATS JetStream cannot be used: the text says why, and what to do.
    #[cfg(feature = "nats")]
    #[error("NATS: {0}")]
    Nats(String),
}

impl Collector {
    /// Makes a collector, and reads the events of an earlier run from its folder, if it has one.
    ///
    /// # Errors
    ///
    /// When the folder cannot be created, or its file cannot be read or written; when NATS cannot be reached,
    /// or its streams are not as they have to be.
    pub fn open(options: Options) -> Result<Self, OpenError> {
        let sweep_interval = options.limits.sweep_interval();
        let (backend, forwarder) = Self::backend(&options)?;
        let Options { policy, datastreams, closed_in_edge, body_timeout, .. } = options;
        let Options { connections, page, metrics, dropped_log_lines, redaction, .. } = options;
        let edge = Edge::new(policy.clone(), datastreams, closed_in_edge);
        let mut service = Service::new(backend, policy, edge, body_timeout, redaction);
        service.dropped_log_lines = dropped_log_lines;
        service.forwarded = forwarder.as_ref().map(|one| Arc::clone(one.figures()));
        let service = Arc::new(service);
        let page = Guard::new(page);
        Ok(Self { forwarder, service, sweep_interval, connections, page, metrics })
    }

    fn backend(options: &Options) -> Result<(Backend, Option<Forwarder>), OpenError> {
        #[cfg(feature = "nats")]
        if let Some(nats) = &options.nats {
            if options.data.is_some() {
                let message = "a collector has a folder or NATS, not both";
                return Err(OpenError::Nats(message.to_owned()));
            }
            let nats = nats::Nats::open(nats, options.limits.clone(), options.forward.clone());
            let nats = nats.map_err(OpenError::Nats)?;
            return Ok((Backend::Nats(Arc::new(nats)), None));
        }
        let mut sessions = Sessions::new(options.limits.clone());
        if options.forward.is_some() && options.data.is_none() {
            return Err(OpenError::NoFolder);
        }
        let Some(folder) = &options.data else {
            let board = Board::new(sessions, Storage::none());
            return Ok((Backend::here(Arc::new(board)), None));
        };
        let failed = |source| OpenError::Folder { folder: folder.clone(), source };
        let segments = options.segments.clone();
        let keep = Keep { time: segments.keep_for, bytes: segments.keep_bytes };
        let storage = Storage::open(folder, segments, &mut sessions, options.forward.is_some());
        let storage = storage.map_err(failed)?;
        let start = |forward| Forwarder::start(folder, storage.safe(), forward, keep);
        let forwarder = options.forward.clone().map(start).transpose().map_err(failed)?;
        sessions.count_anew();
        Ok((Backend::here(Arc::new(Board::new(sessions, storage))), forwarder))
    }

    /// The address of the page if the collector listens on `address`, with the token that
    /// a browser needs; `None` if there is no page.
    #[must_use]
    pub fn page_url(&self, address: SocketAddr) -> Option<String> {
        self.page.url(address)
    }

    /// Serves on its own thread until the returned value is dropped.
    ///
    /// # Errors
    ///
    /// When a thread or the tokio runtime cannot be created, or the listener has no address.
    pub fn start(self, listener: TcpListener) -> io::Result<Running> {
        Running::start(self, listener)
    }

    /// Serves until `stop` is ready. Requests in progress then have 5 s to finish, and everything
    /// accepted is written.
    ///
    /// It runs on the current tokio runtime, which must have I/O and time enabled. If that has only
    /// one thread, large bodies delay other requests. With NATS, requests are answered on the runtime that
    /// the connection to NATS has, so that none wakes the threads of two.
    ///
    /// # Errors
    ///
    /// When the runtime cannot use the listener, or a thread cannot be created. Later errors are logged and do not stop
    /// it.
    pub async fn serve(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()>,
    ) -> io::Result<()> {
        let Self { forwarder, service, sweep_interval, connections, page, metrics: access } = self;
        let guarded = page.at(listener.local_addr()?).map(Arc::new);
        listener.set_nonblocking(true)?;
        let sweeper = tokio::spawn(sweep(Arc::clone(&service), sweep_interval));
        let page = guarded.clone();
        let page = page.map(|guard| TowerToHyperService::new(page::routes(&service, guard)));
        let watch = Watch { service: Arc::clone(&service), access, guarded };
        let http = Arc::new(Http { service: Arc::clone(&service), page, watch });
        let answer = move |connection, request| {
            let http = Arc::clone(&http);
            async move { http.answer(connection, request).await }
        };
        let (stopping, stopped) = oneshot::channel::<()>();
        let serving = Arc::clone(&service);
        let serving = async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let told = (&serving.log, Arc::clone(&serving.counts.connections));
            let stopped = async { stopped.await.unwrap_or_default() };
            connections::serve(listener, &connections, told, answer, stopped).await
        };
        let mut tasks = JoinSet::new();
        tasks.spawn_on(serving, &service.backend.runtime());
        // It only ends before it is stopped when it cannot use the listener.
        let early = tokio::select! {
            () = stop => None,
            ended = tasks.join_next() => ended,
        };
        drop(stopping);
        let ended = if early.is_some() { early } else { tasks.join_next().await };
        sweeper.abort();
        // Waits until the task is aborted, so that it no longer holds the service.
        let _ = sweeper.await;
        service.backend.stop().await;
        service.log.tell();
        // It waits for what is on its way.
        let _ = tokio::task::spawn_blocking(move || drop(forwarder)).await;
        // The last to hold the service waits until everything is written.
        let ended = ended.unwrap_or(Ok(Ok(())));
        ended.unwrap_or_else(|_| Err(io::Error::other("the collector panicked")))
    }
}

async fn sweep(service: Arc<Service>, interval: Duration) {
    let mut ticks = tokio::time::interval(interval);
    let mut told = Instant::now();
    loop {
        ticks.tick().await;
        service.backend.sweep(&service.log);
        if service.backend.has_unjudged() {
            let service = Arc::clone(&service);
            let _ = tokio::task::spawn_blocking(move || service.backend.judge_finished()).await;
        }
        if told.elapsed() >= TELL_INTERVAL {
            service.log.tell();
            told = Instant::now();
        }
    }
}

/// Compiles and runs the code of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
