//! A collector of the Adobe Streaming Media Collection API, to test players against.
//!
//! It responds as the documented endpoints do, says what is wrong with the requests that it
//! rejects, keeps what it accepts, and shows every session on a page: as a timeline, event by
//! event, with what Adobe's back end would not report. The program of it is
//! `media-collection collect`, of the package `media-collection-cli`; this library is for test
//! suites and services that start a collector by themselves.
//!
//! ```
//! use std::net::TcpListener;
//!
//! use media_collection_collector::{Collector, Options};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // In memory; with `options.data`, in a folder.
//! let collector = Collector::open(Options::default())?;
//! let running = collector.start(TcpListener::bind("127.0.0.1:0")?)?;
//! println!("send reports to {0}, and look at {0} with a browser", running.url());
//! // ... a player reports ...
//! running.stop()?;
//! # Ok(())
//! # }
//! ```
//!
//! In a program that has a tokio runtime, [`Collector::serve`] runs on that. What happens is
//! logged with `tracing`.
//!
//! # Responses
//!
//! | status | when |
//! |---|---|
//! | 201, 204 | accepted; a repeated `sessionEnd` gets 204 again |
//! | 400 | the body violates the schemas: JSON with every violation and its path |
//! | 404 | there is no such endpoint, or the session was never opened here |
//! | 405 | the endpoint does not take this method; `Allow` says which |
//! | 408, 413 | the body does not arrive in time, or is larger than the policy allows |
//! | 410 | the session ended, timed out, or was closed to make room |
//! | 500, 503 | the disk is full, or too much arrives at once: nothing was accepted |
//!
//! The page is at `/`, its files and data below `/page/`; every other path is the protocol's,
//! under any prefix.
//!
//! # What is where
//!
//! | module | what is in it |
//! |---|---|
//! | `service` | the endpoints: from a request to its response, and the limits of a body |
//! | `sessions` | which sessions are open, what they received, what the lint says of it; no I/O, no clock |
//! | `storage` | the file that accepted events are appended to, and how it is read back |
//! | `page` | the page, and the JSON that it asks for |
//! | `running` | a collector on a thread of its own |
//! | `connections` | accepting, limits in number and time, a clean end |
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod clock;
mod connections;
mod options;
mod page;
mod running;
mod service;
mod sessions;
mod storage;

use std::io;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use media_collection;
pub use options::{Limits, Options};
pub use running::Running;

use crate::service::Service;
use crate::sessions::Sessions;
use crate::storage::Storage;

/// A collector that is ready to serve.
#[derive(Debug)]
pub struct Collector {
    service: Arc<Service>,
    /// How often sessions are looked through for timeouts.
    sweep_interval: Duration,
}

/// Why a collector cannot use its folder.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", folder.display())]
#[non_exhaustive]
pub struct OpenError {
    /// The folder of [`Options::data`].
    pub folder: PathBuf,
    /// What the operating system says.
    pub source: io::Error,
}

impl Collector {
    /// Makes a collector, and reads back what its folder holds, if it has one.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made, or its file cannot be read or written.
    pub fn open(options: Options) -> Result<Self, OpenError> {
        let Options { data, policy, body_timeout, limits } = options;
        let sweep_interval = (limits.idle.min(limits.still) / 4)
            .clamp(Duration::from_millis(50), Duration::from_secs(1));
        let mut sessions = Sessions::new(limits);
        let storage = match data {
            None => Storage::none(),
            Some(folder) => match Storage::open(&folder, &mut sessions) {
                Ok(storage) => storage,
                Err(source) => return Err(OpenError { folder, source }),
            },
        };
        let service = Arc::new(Service::new(sessions, storage, policy, body_timeout));
        Ok(Self { service, sweep_interval })
    }

    /// Serves on a thread of its own, until the value that this returns is dropped.
    ///
    /// # Errors
    ///
    /// When the operating system gives no thread, or the listener has no address.
    pub fn start(self, listener: TcpListener) -> io::Result<Running> {
        Running::start(self, listener)
    }

    /// Serves until `stop` is ready; then requests that have begun are finished, within 5 s, and
    /// everything accepted is written.
    ///
    /// It runs on the tokio runtime that it is called in, which has I/O and time enabled. Large
    /// bodies hold up others where that has one thread only.
    ///
    /// # Errors
    ///
    /// When the runtime cannot take the listener over. Nothing that happens later ends it.
    pub async fn serve(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()>,
    ) -> io::Result<()> {
        let Self { service, sweep_interval } = self;
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let sweeper = tokio::spawn(sweep(Arc::clone(&service), sweep_interval));
        let router = page::routes().fallback(service::respond).with_state(Arc::clone(&service));
        connections::serve(listener, router, stop).await;
        sweeper.abort();
        // It is aborted, or it never ends: there is nothing to learn from it.
        let _ = sweeper.await;
        if let Some(service) = Arc::into_inner(service) {
            service.storage.finish();
        }
        Ok(())
    }
}

async fn sweep(service: Arc<Service>, interval: Duration) {
    let mut ticks = tokio::time::interval(interval);
    loop {
        ticks.tick().await;
        service.sweep();
    }
}

/// The code of the README is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
