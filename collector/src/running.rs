//! A collector on its own thread.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use crate::Collector;

/// A collector that serves on its own thread, as returned by [`Collector::start`].
///
/// Dropping it stops the collector, as [`stop`](Self::stop) does, and logs an error.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    /// Dropping this stops the collector.
    stop: Option<oneshot::Sender<()>>,
    serving: Option<JoinHandle<io::Result<()>>>,
}

impl Running {
    pub(crate) fn start(collector: Collector, listener: TcpListener) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let stopped = async { stopped.await.unwrap_or_default() };
        let serving = std::thread::Builder::new()
            .name("collector".to_owned())
            .spawn(move || runtime.block_on(collector.serve(listener, stopped)))?;
        Ok(Self { address, stop: Some(stop), serving: Some(serving) })
    }

    /// The address on which it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The base URL for reports and for the page: `http://` and the address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops the collector. Requests in progress have 5 s to finish, and everything accepted is
    /// written.
    ///
    /// # Errors
    ///
    /// The error of [`Collector::serve`], or that the collector panicked.
    pub fn stop(mut self) -> io::Result<()> {
        self.end()
    }

    fn end(&mut self) -> io::Result<()> {
        drop(self.stop.take());
        let Some(serving) = self.serving.take() else { return Ok(()) };
        serving.join().unwrap_or_else(|_| Err(io::Error::other("the collector panicked")))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Err(error) = self.end() {
            tracing::error!("{error}");
        }
    }
}
