//! Snapshots of the boards of partitions, so that another owner does not read everything again.
//!
//! A snapshot says what the board was behind one message of the partition's stream. Its lines are compressed in
//! parts, which are messages of one subject. When all are stored, the list in another subject names it: until then
//! there is none. The list has the newest two; what is older is removed.

mod chunks;
mod restore;
mod save;

use std::future::IntoFuture as _;
use std::ops::RangeInclusive;
use std::sync::atomic::{AtomicU64, Ordering};

use async_nats::jetstream::stream::{LastRawMessageErrorKind, Stream};
use async_nats::{HeaderMap, header};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use tokio::time::Instant;

pub(super) use self::restore::{nanoseconds, restore};
pub(super) use self::save::keep;
use super::Shared;
use super::parts::SavedPart;
use super::publish::{Failed, PATIENCE, anywhere, patiently, store};

/// The version of the format. What has a newer one is not read.
const VERSION: u32 = 1;
/// So many snapshots of a partition are kept.
const KEPT: usize = 2;
/// A message costs as much as so many bytes.
const MESSAGE: u64 = 512;
/// A snapshot is written when so many times the bytes of the last one came: then it costs little beside them.
const TIMES: u64 = 4;

/// A snapshot of which all parts are stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Whole {
    v: u32,
    /// Its parts have this name.
    name: String,
    /// The messages with its first and its last part, and how many parts there are.
    first: u64,
    last: u64,
    parts: usize,
    /// The last message of the partition's stream that it knows, and when that was stored, in nanoseconds since the
    /// Unix epoch.
    sequence: u64,
    at: i64,
    /// The bytes of its lines.
    bytes: u64,
}

/// What an owner knows besides the sessions: the first line of a snapshot.
#[derive(Debug, Serialize, Deserialize)]
struct Owner {
    /// As in [`Marks`](super::owner::Marks).
    begun: Vec<(u64, u64)>,
    /// Sessions that ended, which the bucket may not say yet.
    ended: Vec<String>,
    parts: Vec<SavedPart>,
}

/// What was done, for operators.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) read: AtomicU64,
    pub(super) written: AtomicU64,
    pub(super) restored: AtomicU64,
}

/// When the next snapshot of a partition is due.
#[derive(Debug)]
pub(super) struct Saves {
    /// The bytes that came since the last one began.
    since: AtomicU64,
    /// With so many it is due, at least.
    least: u64,
    /// The bytes of the last one.
    last: AtomicU64,
    due: Notify,
    turn: tokio::sync::Mutex<()>,
}

impl Saves {
    pub(super) fn new(least: u64) -> Self {
        let (since, last) = (AtomicU64::new(0), AtomicU64::new(0));
        Self { since, least, last, due: Notify::new(), turn: tokio::sync::Mutex::default() }
    }

    /// A message of so many bytes was taken.
    pub(super) fn add(&self, bytes: usize) {
        self.since.fetch_add(bytes as u64 + MESSAGE, Ordering::Relaxed);
        if self.are_due() {
            self.due.notify_one();
        }
    }

    fn are_due(&self) -> bool {
        let last = self.last.load(Ordering::Relaxed);
        self.since.load(Ordering::Relaxed) >= self.least.max(last.saturating_mul(TIMES))
    }
}

/// The snapshots that the list names, the newest last, and the version of the list.
async fn list(
    shared: &Shared,
    stream: &Stream,
    partition: u32,
) -> Result<(Vec<Whole>, u64), String> {
    let subject = shared.names.snapshot_list(partition);
    patiently(PATIENCE, async || match stream.get_last_raw_message_by_subject(&subject).await {
        Ok(message) => Ok((read_list(&subject, &message.payload), message.sequence)),
        Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => {
            Ok((Vec::new(), 0))
        }
        Err(error) => Err(format!("{subject}: {error}")),
    })
    .await
}

/// What cannot be read is left out: an older snapshot or the stream says the same.
fn read_list(subject: &str, text: &[u8]) -> Vec<Whole> {
    #[derive(Deserialize)]
    struct Version {
        v: u32,
    }
    let all: Vec<serde_json::Value> = serde_json::from_slice(text).unwrap_or_else(|error| {
        tracing::warn!("{subject}: {error}; there are no snapshots");
        Vec::new()
    });
    let read = |one: serde_json::Value| match Version::deserialize(&one) {
        Ok(Version { v }) if v > VERSION => {
            tracing::warn!(
                "{subject}: a snapshot is of version {v} of the format, and is not used"
            );
            None
        }
        _ => serde_json::from_value(one)
            .inspect_err(|error| tracing::warn!("{subject}: {error}; a snapshot is not used"))
            .ok(),
    };
    all.into_iter().filter_map(read).collect()
}

/// Writes the list: behind this version of it, or any.
async fn write_list<L: Future<Output = Result<Option<u64>, Failed>>>(
    shared: &Shared,
    partition: u32,
    list: &[Whole],
    after: Option<u64>,
    look: impl Fn() -> L,
) -> Result<u64, Failed> {
    let text = serde_json::to_vec(list).map_err(|error| error.to_string())?;
    let mut headers = HeaderMap::new();
    if let Some(after) = after {
        headers.insert(header::NATS_EXPECTED_LAST_SUBJECT_SEQUENCE, after.to_string());
    }
    let subject = shared.names.snapshot_list(partition);
    let until = Instant::now() + PATIENCE;
    store(&shared.client, &subject, &headers, &text.into(), until, look).await
}

/// Removes all snapshots of a partition. An owner that writes one meanwhile does not finish it.
pub(super) async fn remove(shared: &Shared, partition: u32) -> Result<(), String> {
    let Some(stream) = &shared.streams.snapshots else { return Ok(()) };
    write_list(shared, partition, &[], None, anywhere).await?;
    let purge = stream.purge().filter(shared.names.snapshot(partition));
    purge.into_future().await.map_err(|error| error.to_string())?;
    let older = stream.purge().filter(shared.names.snapshot_list(partition)).keep(1);
    older.into_future().await.map(|_| ()).map_err(|error| error.to_string())
}

/// The messages of the stream among which the parts of a partition's snapshots are, with those of other partitions.
pub(super) async fn ranges(
    shared: &Shared,
    partition: u32,
) -> Result<Vec<RangeInclusive<u64>>, String> {
    let Some(stream) = &shared.streams.snapshots else { return Ok(Vec::new()) };
    let (all, _) = list(shared, stream, partition).await?;
    Ok(all.into_iter().map(|whole| whole.first..=whole.last).collect())
}
