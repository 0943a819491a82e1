//! A collector on a thread of its own.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use crate::Collector;

/// A collector that serves on a thread of its own, with a runtime of its own; made by
/// [`Collector::start`].
///
/// Dropping it ends the collector, as [`stop`](Self::stop) does.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    /// The collector ends when this is dropped.
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

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where reports are sent, and where the page is: `http://` and the address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Ends it: requests that have begun are finished, within 5 s, and everything accepted is
    /// written.
    ///
    /// # Errors
    ///
    /// What [`Collector::serve`] returned.
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
