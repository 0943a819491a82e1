//! The options of a collector, with defaults for tests on one machine.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use media_collection::Policy;

use crate::forward::Forward;
use crate::redact::Redaction;

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
    /// The folder in which accepted events are stored, and from which they are read after a
    /// restart. Only one collector may use a folder at a time. `None`, the default, stores them in
    /// memory.
    pub data: Option<PathBuf>,
    /// Several collectors share sessions in NATS JetStream. `None`, the default, has them in this process,
    /// and in the folder.
    #[cfg(feature = "nats")]
    pub nats: Option<crate::nats::NatsOptions>,
    /// The files of that folder: how large they become, and which are kept.
    pub segments: Segments,
    /// Where accepted events go on to, from the folder or from NATS JetStream. The default, `None`, is nowhere.
    pub forward: Option<Forward>,
    /// What becomes of members that identify or locate a viewer, before anything is stored, shown or
    /// forwarded. The default, `None`, is nothing.
    pub redaction: Option<Redaction>,
    /// How requests are decoded. The default is strict: exactly what the schemas allow, in bodies
    /// of at most 8 MiB; requests of Media Edge have at most 64 KiB.
    pub policy: Policy,
    /// The datastreams of Media Edge that exist; starts and downloaded sessions that name another one
    /// are rejected. `None`, the default, is any.
    pub datastreams: Option<BTreeSet<String>>,
    /// How Media Edge answers an event of a session that is closed: Adobe's documents differ.
    pub closed_in_edge: ClosedReply,
    /// How long the body of a request may take to arrive; a second more for each 16 KiB that have arrived, but no
    /// longer than this without any byte. The default is 30 s.
    pub body_timeout: Duration,
    /// Limits for connections.
    pub connections: ConnectionLimits,
    /// Who may see the page.
    pub page: PageOptions,
    /// Who may see the metrics, at `/metrics`.
    pub metrics: MetricsAccess,
    /// How many lines of the log the program has dropped, for the metrics; `None` if it does not say.
    pub dropped_log_lines: Option<Arc<AtomicU64>>,
    /// Timeouts of sessions, and limits for the memory.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            data: None,
            #[cfg(feature = "nats")]
            nats: None,
            segments: Segments::default(),
            forward: None,
            redaction: None,
            policy: Policy::strict(),
            datastreams: None,
            closed_in_edge: ClosedReply::default(),
            body_timeout: Duration::from_secs(30),
            connections: ConnectionLimits::default(),
            page: PageOptions::default(),
            metrics: MetricsAccess::default(),
            dropped_log_lines: None,
            limits: Limits::default(),
        }
    }
}

/// The files in which accepted events are stored. One is written; the others are closed segments, which are
/// compressed and do not change any more.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Segments {
    /// A file is closed when it has so many bytes. The default is 64 MiB.
    pub bytes: u64,
    /// A file is closed when its first line is so old. The default, `None`, is never.
    pub age: Option<Duration>,
    /// A closed segment is removed when its last line is so old, unless an open session has events in it.
    /// The default, `None`, is never.
    pub keep_for: Option<Duration>,
    /// The oldest closed segments are removed when all of them together have more bytes. The default,
    /// `None`, is never.
    pub keep_bytes: Option<u64>,
}

impl Default for Segments {
    fn default() -> Self {
        Self { bytes: 64 * 1024 * 1024, age: None, keep_for: None, keep_bytes: None }
    }
}

/// Limits for connections.
///
/// When there are too many, a new one closes another that waits for its client: one that has never sent
/// a whole request, then the one that has been idle for longest. Clients that send requests are not
/// disturbed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ConnectionLimits {
    /// The most at a time. The default is 2,048.
    pub open: usize,
    /// The most at a time from one address (of IPv6: one network of 64 bits). The default is 1,024.
    pub open_by_address: usize,
    /// How long a client may take to read its response, and a second more for each 16 KiB that it has
    /// read. The default is 30 s.
    pub response_timeout: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self { open: 2_048, open_by_address: 1_024, response_timeout: Duration::from_secs(30) }
    }
}

/// Who may see the page.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct PageOptions {
    /// What a browser has to know.
    pub access: PageAccess,
    /// Names of this machine by which a browser may ask for the page, without the port. Names of the
    /// loopback interface and the address on which the collector listens are always allowed. Others
    /// are not: the page of a name that an attacker has rebound to this address could read everything.
    pub hosts: Vec<String>,
}

/// What a browser has to know to see the page.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageAccess {
    /// Nothing if the collector listens on the loopback interface only; else a random token, which is
    /// part of [`Collector::page_url`](crate::Collector::page_url).
    #[default]
    Automatic,
    /// This token.
    Token(String),
    /// Nothing: whoever reaches the address sees everything.
    Open,
    /// There is no page.
    Off,
}

/// Without the token.
impl fmt::Debug for PageAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Automatic => "Automatic",
            Self::Token(_) => "Token(_)",
            Self::Open => "Open",
            Self::Off => "Off",
        })
    }
}

/// Who may see the metrics. They have counts, and nothing that clients sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum MetricsAccess {
    /// Who may see the page: with its token in the header `Authorization`, if it has one. If there is no page,
    /// there are no metrics.
    #[default]
    Page,
    /// Whoever reaches the address.
    Open,
    /// There are none.
    Off,
}

/// How an event of a closed session is answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClosedReply {
    /// 410, as Adobe's guide for troubleshooting has it.
    #[default]
    Gone,
    /// 404, as the published contract has it.
    NotFound,
    /// 204: the event is dropped, as Adobe's page of `sessionEnd` has it.
    Dropped,
}

/// Timeouts of sessions, and limits for the memory.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Limits {
    /// A session is closed after this time without an event. The default is 10 min.
    pub idle: Duration,
    /// A session is closed after this time without movement of the playhead. The default is 30 min.
    pub still: Duration,
    /// A session of Media Edge is closed after this time, whatever it sends. The default is 24 h.
    pub age: Duration,
    /// The most open sessions. One more closes the session that was idle for longest: of the address
    /// that opened the most, if those are more than a tenth of all that may be open. The default is
    /// 10,000.
    pub open: usize,
    /// The most open sessions of one address (of IPv6: one network of 64 bits). One more closes that
    /// session of the address that was idle for longest. By default there is no such limit, since
    /// many clients may be behind one address.
    pub open_by_address: usize,
    /// The most finished sessions that the page can show. The default is 1,000.
    pub finished: usize,
    /// The most events of a session that the page can show; all events are checked. The default is
    /// 100,000.
    pub events: usize,
    /// The most bytes of events that the page can show, over all sessions. The default is 256 MiB.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(10 * 60),
            still: Duration::from_secs(30 * 60),
            age: Duration::from_secs(24 * 60 * 60),
            open: 10_000,
            open_by_address: usize::MAX,
            finished: 1_000,
            events: 100_000,
            bytes: 256 * 1024 * 1024,
        }
    }
}

impl Limits {
    /// How often sessions are checked for timeouts.
    pub(crate) fn sweep_interval(&self) -> Duration {
        let shortest = self.idle.min(self.still).min(self.age);
        (shortest / 4).clamp(Duration::from_millis(50), Duration::from_secs(1))
    }
}
