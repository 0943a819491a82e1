//! The options of a collector that shares NATS JetStream with others.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

/// Where NATS JetStream is, and how collectors share it.
///
/// ```
/// use media_collection_collector::NatsOptions;
///
/// let nats = NatsOptions::new(["nats://10.0.0.1:4222", "nats://10.0.0.2:4222"]);
/// assert_eq!(nats.partitions, 6);
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct NatsOptions {
    /// The addresses of servers of one cluster: `nats://HOST:PORT`, or `tls://HOST:PORT`.
    pub servers: Vec<String>,
    /// A file with credentials, as `nsc` writes them.
    pub credentials: Option<PathBuf>,
    /// A file with certificates (PEM) of authorities besides those of this machine.
    pub authorities: Option<PathBuf>,
    /// What the names of streams, buckets and subjects begin with: letters, digits and `-`. Collectors
    /// with the same name share their sessions. The default is `media`.
    pub name: String,
    /// In how many streams the sessions are. It cannot be changed later. The default is 6:
    /// with more, fewer events share a message, and more collectors can own some.
    pub partitions: u32,
    /// Whether this collector owns no partitions: it accepts events, and others make of them what the page
    /// shows. The default is `false`.
    pub accepts_only: bool,
    /// Makes the streams and buckets that are missing. The default, `None`, is an error if there are none.
    pub create: Option<NatsCreate>,
    /// When a collector has not been heard of for so long, others take its partitions. The default is 5 s.
    pub lease: Duration,
    /// How long the id of a closed session is known: requests for it get 410, later ones 404. The default
    /// is an hour.
    pub remember: Duration,
    /// The owner of a partition writes a snapshot of what it has made of it when so many bytes came, or four times
    /// as many as the last snapshot had. The default is 64 MiB. Each message counts half a KiB more.
    pub snapshot_bytes: u64,
}

/// How streams and buckets are made.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct NatsCreate {
    /// On how many servers everything is. The default is 3.
    pub replicas: usize,
    /// Events are removed when they are so old. The default, `None`, is never.
    pub keep_for: Option<Duration>,
    /// The most bytes of the events of a partition; with more, nothing is accepted. The default, `None`,
    /// is the limit of the server.
    pub max_bytes: Option<u64>,
}

/// Without the addresses, which may have passwords.
impl fmt::Debug for NatsOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { servers, credentials, authorities, name, partitions, .. } = self;
        let Self { accepts_only, create, lease, remember, snapshot_bytes, .. } = self;
        f.debug_struct("NatsOptions")
            .field("servers", &format_args!("{} of them", servers.len()))
            .field("credentials", credentials)
            .field("authorities", authorities)
            .field("name", name)
            .field("partitions", partitions)
            .field("accepts_only", accepts_only)
            .field("create", create)
            .field("lease", lease)
            .field("remember", remember)
            .field("snapshot_bytes", snapshot_bytes)
            .finish()
    }
}

impl NatsOptions {
    /// With these servers, and the defaults.
    pub fn new(servers: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            servers: servers.into_iter().map(Into::into).collect(),
            credentials: None,
            authorities: None,
            name: "media".to_owned(),
            partitions: 6,
            accepts_only: false,
            create: None,
            lease: Duration::from_secs(5),
            remember: Duration::from_secs(60 * 60),
            snapshot_bytes: 64 * 1024 * 1024,
        }
    }
}

impl Default for NatsCreate {
    fn default() -> Self {
        Self { replicas: 3, keep_for: None, max_bytes: None }
    }
}

#[cfg(test)]
mod tests {
    use super::NatsOptions;

    #[test]
    fn passwords_are_not_printed() {
        let options = NatsOptions::new(["nats://user:secret@127.0.0.1:4222"]);
        let text = format!("{options:?}");
        assert!(!text.contains("secret") && text.contains("1 of them"), "{text}");
    }
}
