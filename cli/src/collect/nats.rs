//! The options of `--nats`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use media_collection_collector::{NatsCreate, NatsOptions};

use super::values::{bytes, count, days, seconds};

/// Where the servers are, and what is theirs there.
#[derive(Debug, Args)]
pub struct Servers {
    /// Have the sessions in NATS JetStream on these servers: any collector with the same ones responds for any
    /// session. nats://HOST:PORT or tls://HOST:PORT
    #[arg(
        long,
        value_name = "URL[,URL]",
        value_delimiter = ',',
        conflicts_with = "data",
        group = "stored"
    )]
    nats: Vec<String>,
    /// A file with credentials for them, as nsc writes them
    #[arg(long, value_name = "FILE", requires = "nats")]
    nats_creds: Option<PathBuf>,
    /// A file with certificates of authorities (PEM) for tls://, besides those of this machine
    #[arg(long, value_name = "FILE", requires = "nats")]
    nats_ca: Option<PathBuf>,
    /// What the names of streams, buckets and subjects begin with: collectors with the same name share
    /// sessions
    #[arg(long, value_name = "NAME", requires = "nats", default_value = "media")]
    nats_name: String,
    /// In how many streams the sessions are; it cannot be changed later
    #[arg(long, value_name = "N", requires = "nats", value_parser = count, default_value = "6")]
    nats_partitions: usize,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Several collectors, which share NATS JetStream")]
pub struct NatsArguments {
    #[command(flatten)]
    servers: Servers,
    /// Only accept events, and leave to other collectors what is made of them: closing idle sessions, and what
    /// pages show
    #[arg(long, requires = "nats")]
    nats_accept_only: bool,
    /// When a collector has not been heard of for this time, others take over what it did
    #[arg(long, value_name = "SECONDS", requires = "nats", value_parser = seconds, default_value = "5")]
    nats_lease: Duration,
    /// How long closed sessions are known: their late events get 410, then 404
    #[arg(long, value_name = "SECONDS", requires = "nats", value_parser = seconds, default_value = "3600")]
    nats_remember: Duration,
    /// Make the streams and buckets that are missing
    #[arg(long, requires = "nats")]
    create: bool,
    /// With --create: on how many servers everything is
    #[arg(long, value_name = "N", requires = "create", value_parser = count, default_value = "3")]
    nats_replicas: usize,
    /// With --create: remove events when they are so old [default: never]
    #[arg(long, value_name = "DAYS", requires = "create", value_parser = days)]
    nats_keep_days: Option<Duration>,
    /// With --create: the most bytes of each stream of events; with more, requests get 503 [default: what the
    /// server allows]
    #[arg(long, value_name = "BYTES", requires = "create", value_parser = bytes)]
    nats_max_bytes: Option<u64>,
}

impl Servers {
    /// `None` without `--nats`.
    pub fn options(&self) -> Option<NatsOptions> {
        if self.nats.is_empty() {
            return None;
        }
        let mut options = NatsOptions::new(&self.nats);
        options.credentials.clone_from(&self.nats_creds);
        options.authorities.clone_from(&self.nats_ca);
        options.name.clone_from(&self.nats_name);
        options.partitions = u32::try_from(self.nats_partitions).unwrap_or(u32::MAX);
        Some(options)
    }
}

impl NatsArguments {
    /// `None` without `--nats`.
    pub(super) fn options(self) -> Option<NatsOptions> {
        let mut options = self.servers.options()?;
        options.accepts_only = self.nats_accept_only;
        options.lease = self.nats_lease;
        options.remember = self.nats_remember;
        if self.create {
            let mut create = NatsCreate::default();
            create.replicas = self.nats_replicas;
            create.keep_for = self.nats_keep_days;
            create.max_bytes = self.nats_max_bytes;
            options.create = Some(create);
        }
        Some(options)
    }
}
