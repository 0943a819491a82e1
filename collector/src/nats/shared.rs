//! What the tasks of a collector share.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_nats::Client;
use async_nats::jetstream::consumer::DeliverPolicy;
use async_nats::jetstream::stream::Stream;
use tokio::sync::Semaphore;

use super::Shared;
use super::amended::Gaps;
use super::cache::Cache;
use super::names::Names;
use super::options::NatsOptions;
use super::registry::{Known, Registry};
use super::setup::Streams;
use super::snapshots::Counts;
use super::tail::Tail;
use super::writer::Writers;
use crate::board::Board;
use crate::digits;
use crate::forward::Forwarding;
use crate::log::Log;
use crate::options::Limits;
use crate::sessions::{Closed, Sessions};
use crate::storage::Storage;

impl Shared {
    /// What whoever takes part has, on the present runtime.
    pub(super) fn new(
        options: &NatsOptions,
        limits: Limits,
        client: Client,
        names: Names,
        streams: Streams,
        forwarding: Option<Forwarding>,
    ) -> Result<Self, String> {
        let collector = digits::random::<8>().map_err(|error| error.to_string())?;
        let sessions = streams.sessions.clone();
        Ok(Self {
            registry: Registry::new(client.clone(), sessions, names.clone(), options.remember),
            cache: Cache::default(),
            writers: Writers::start(&client, &names, &collector),
            board: Arc::new(Board::new(Sessions::new(limits.clone()), Storage::none())),
            limits,
            lease: options.lease.max(Duration::from_millis(500)),
            log: Log::default(),
            forwarding,
            named: AtomicU64::new(0),
            stored: (0..names.partitions).map(|_| AtomicU64::new(0)).collect(),
            snapshot_bytes: options.snapshot_bytes,
            saving: Semaphore::new(1),
            counts: Counts::default(),
            collector,
            accepts_only: options.accepts_only,
            client,
            names,
            streams,
        })
    }

    /// Reads a partition's stream, with what stands in place of messages from which something was erased.
    pub(super) fn tail(&self, partition: u32, stream: &Stream, begin: DeliverPolicy) -> Tail {
        let gaps = Gaps::new(&self.client, &self.streams.amended, &self.names, partition);
        Tail::new(stream.clone(), begin).with_gaps(gaps)
    }

    /// A name that nothing else has, now or later.
    pub(super) fn unique(&self, what: &str) -> String {
        format!("{}-{what}-{}", self.collector, self.named.fetch_add(1, Ordering::Relaxed))
    }

    /// The last message of a partition that this collector has stored.
    pub(super) fn last_stored(&self, partition: u32) -> u64 {
        self.stored.get(partition as usize).map_or(0, |stored| stored.load(Ordering::Relaxed))
    }

    /// What is known of a session.
    pub(super) async fn known(&self, id: &str) -> Result<Option<Known>, String> {
        if !is_id(id) {
            return Ok(None);
        }
        // One that was forgotten has never been.
        let is_known = |known: &Known| known.closed != Some(Closed::Forgotten);
        if let Some(known) = self.cache.get(id) {
            return Ok(Some(known).filter(is_known));
        }
        let found = self.registry.get(id).await?;
        if let Some((known, version)) = &found {
            self.cache.set(id, known.clone(), *version);
        }
        Ok(found.map(|(known, _)| known).filter(is_known))
    }

    /// Closes a session, if it is open: the first to close it decides. Returns what is known of it then.
    pub(super) async fn close(
        &self,
        id: &str,
        reason: Closed,
        ended: Option<(u64, i64)>,
    ) -> Result<Option<Known>, String> {
        let closed = self.registry.close(id, reason, ended).await?;
        Ok(closed.map(|(known, version)| {
            self.cache.set(id, known.clone(), version);
            known
        }))
    }
}

/// Whether a collector can have made this id.
pub(super) fn is_id(id: &str) -> bool {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    id.len() == 64 && id.bytes().all(is_digit)
}

/// Learns which sessions others close.
pub(super) async fn watch_closings(shared: Arc<Shared>) {
    let mut tail = Tail::new(shared.streams.sessions.clone(), DeliverPolicy::New);
    loop {
        let (version, message) = tail.next().await;
        let Some(id) = Registry::id_of(&message.subject) else { continue };
        if let Ok(known) = Known::read(&message.payload)
            && known.closed.is_some()
        {
            shared.cache.set(id, known, version);
        }
    }
}
