//! What a collector can be told: plain values, with defaults for a test on one machine.

use std::path::PathBuf;
use std::time::Duration;

use media_collection::Policy;

/// How a [`Collector`](crate::Collector) behaves.
///
/// ```
/// use std::time::Duration;
///
/// use media_collection_collector::Options;
///
/// let mut options = Options::default();
/// options.data = Some("received".into());
/// options.limits.idle = Duration::from_secs(60);
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// The folder that accepted events are kept in, and read back from after a restart. One
    /// collector at a time uses a folder. `None`, the default: they are kept in memory only.
    pub data: Option<PathBuf>,
    /// What is accepted. The default is strict: exactly what the schemas allow, in bodies of at
    /// most 8 MiB.
    pub policy: Policy,
    /// How long the body of a request may take to arrive; 30 s.
    pub body_timeout: Duration,
    /// When a session is over, and how much is kept.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            data: None,
            policy: Policy::strict(),
            body_timeout: Duration::from_secs(30),
            limits: Limits::default(),
        }
    }
}

/// When a session is over, and what bounds the memory.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Limits {
    /// A session is closed after so long without an event; 10 min.
    pub idle: Duration,
    /// A session is closed after so long without movement of the playhead; 30 min.
    pub still: Duration,
    /// Open sessions; 10,000. For a further one, the session that has been idle for longest is
    /// closed.
    pub open: usize,
    /// Finished sessions that the page can show; 500.
    pub finished: usize,
    /// Events of one session that the page can show; 5,000. All events are checked.
    pub events: usize,
    /// Bytes of all events that the page can show; 256 MiB.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(10 * 60),
            still: Duration::from_secs(30 * 60),
            open: 10_000,
            finished: 500,
            events: 5_000,
            bytes: 256 * 1024 * 1024,
        }
    }
}
