//! The options of forwarding.

use std::fmt;
use std::sync::Arc;

use media_collection::Collector;
use media_collection::http::{Request, Response};

/// Sends requests. It is called by several threads at once.
pub trait Sender: Send + Sync {
    /// Sends a request, and waits for the whole response, within a time of its own. No redirect is
    /// followed: a collector sends none.
    ///
    /// # Errors
    ///
    /// Says why no response came. The request is sent again.
    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, String>;
}

/// Sends what is stored on to another collector: see the README.
#[derive(Clone)]
#[non_exhaustive]
pub struct Forward {
    /// The other collector, and its API.
    pub to: Collector,
    /// What sends the requests.
    pub sender: Arc<dyn Sender>,
    /// The most sessions of which a request is on its way at a time; at least 1. The default is 32.
    pub parallel: usize,
    /// When a folder is forwarded for the first time: whether only sessions that begin from now on are
    /// sent, and not what it has already. The default is `false`.
    pub only_new: bool,
    /// Params of `sessionStart`, such as `analytics.reportSuite`, for starts in which they are empty: Media
    /// Edge knows them by the datastream, and the Media Collection API needs them.
    pub settings: Vec<(String, String)>,
}

impl Forward {
    /// To this collector, with the defaults.
    #[must_use]
    pub fn new(to: Collector, sender: Arc<dyn Sender>) -> Self {
        Self { to, sender, parallel: 32, only_new: false, settings: Vec::new() }
    }
}

impl fmt::Debug for Forward {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Forward")
            .field("to", &self.to)
            .field("parallel", &self.parallel)
            .field("only_new", &self.only_new)
            .finish_non_exhaustive()
    }
}
