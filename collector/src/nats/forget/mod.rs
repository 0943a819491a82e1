//! Forgetting a viewer while collectors run.
//!
//! What has something of a viewer: the streams of the partitions, what stands in place of their messages
//! (`amended`), snapshots, what forwarding keeps and has set aside, and the memory of the owners. It is erased in steps, each
//! of which can be the last: whatever is left is readable, and the next `forget`, of any viewer, goes on with
//! it.
//!
//! 1. All streams are read, and the sessions found that name the viewer, or that were being forgotten before.
//! 2. Each gets a key in the bucket that says it was forgotten, for as long as closed sessions are known: no
//!    collector takes events for it any more, and requests get 404.
//! 3. Each gets a line in its stream that says the same (a *marker*). The owner drops it from the page, and
//!    forwarding sends nothing more of it. Markers are what a later `forget` goes on with.
//! 4. After the time that a line can take to be stored, the lines of these sessions are erased: what is left of
//!    a message is stored elsewhere before it is deleted. Behind whatever is deleted stands an empty line, so that
//!    whoever waits for the last message of the stream gets it. That is repeated until nothing was found.
//! 5. There are markers again, and it waits until each owner has read them: it may have read lines before
//!    they were erased. An owner that begins later finds none. Then the snapshots are deleted, of which one may
//!    have been made before; that is done twice, and there are markers for who began with one of these.
//! 6. What was set aside is deleted, then what forwarding knows, when its owner has written the rest of it anew.
//!    Without an owner that is done here.
//! 7. The markers are deleted.
//!
//! Messages are deleted so that the server overwrites them on its disk.

mod erase;
mod owners;
mod progress;
mod reader;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use self::reader::{Reader, Whole};
use super::Shared;
use super::connect::connect;
use super::names::Names;
use super::options::NatsOptions;
use super::publish::{MAX_GROUP, patiently};
use super::rights::{self, Refusals};
use super::setup::{self, Forwards};
use super::shared::is_id;
use crate::OpenError;
use crate::forget::{Forgotten, session_with};
use crate::options::Limits;
use crate::redact::Redaction;
use crate::sessions::Closed;
use crate::storage::{Line, Plan, session_of};

/// A line that was accepted before its session was closed is stored after this time, and every collector knows
/// that it is closed.
const SETTLED: Duration = Duration::from_secs(8);
/// For so long an owner may take until it has written anew what forwarding keeps of the others.
const ANEW: Duration = Duration::from_secs(20);
/// How long servers and owners may take for one thing.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(200);
/// So often snapshots are erased.
const SNAPSHOT_PASSES: usize = 2;
/// So often streams are read again for what was stored meanwhile.
const MAX_PASSES: usize = 20;

/// For tests: how far to go, and how long to wait.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Steps {
    /// It stops, as if it was killed, before it writes more often.
    pub most: u64,
    /// Instead of the time that a line can take to be stored.
    pub settled: Duration,
    /// Instead of the time that an owner may take to write what forwarding keeps.
    pub anew: Duration,
}

impl Default for Steps {
    fn default() -> Self {
        Self { most: u64::MAX, settled: SETTLED, anew: ANEW }
    }
}

/// Erases the sessions that name one of these visitors from NATS JetStream, as [`forget`](crate::forget) does
/// from a folder, while collectors run: from the streams of events, from what forwarding has set aside and
/// remembers, and from what the page of every collector shows. Sessions that are open end: requests for them
/// get 404.
///
/// The user of the servers needs permissions that a collector does not need. If this is cut off, the next call, for
/// any visitor, goes on with it. It does not reach what was forwarded, backups, and what the servers have
/// removed before and not yet overwritten.
///
/// # Errors
///
/// When NATS cannot be reached or refuses something, when a stream is full, or when an owner does not answer: what
/// was not erased then is by the next call. When streams are missing.
///
/// # Panics
///
/// On a thread of a tokio runtime.
pub fn forget(
    options: &NatsOptions,
    visitors: &[String],
    redaction: Option<&Redaction>,
) -> Result<Forgotten, OpenError> {
    forget_by_steps(options, visitors, redaction, Steps::default())
}

/// The same, for tests.
#[doc(hidden)]
pub fn forget_by_steps(
    options: &NatsOptions,
    visitors: &[String],
    redaction: Option<&Redaction>,
    steps: Steps,
) -> Result<Forgotten, OpenError> {
    let hashed = visitors.iter().filter_map(|id| redaction?.pseudonym(id));
    let ids: HashSet<String> = visitors.iter().cloned().chain(hashed).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| OpenError::Nats(error.to_string()))?;
    let forgotten = runtime.block_on(async {
        let (shared, refusals) = open(options).await?;
        let erasing = Erasing::new(shared, ids, steps);
        erasing.run().await.map_err(|problem| refusals.explain(problem))
    });
    runtime.shutdown_background();
    forgotten.map_err(OpenError::Nats)
}

async fn open(options: &NatsOptions) -> Result<(Arc<Shared>, Refusals), String> {
    let options = NatsOptions { create: None, ..options.clone() };
    let names = Names::new(&options.name, options.partitions)?;
    let refusals = Refusals::default();
    let client = connect(&options, &refusals).await?;
    setup::check_server(&client)?;
    let streams = setup::streams(&client, &options, &names, Forwards::IfThere).await;
    let streams = streams.map_err(|problem| refusals.explain(problem))?;
    rights::check_forget(&client, &names, &refusals).await?;
    let shared = Shared::new(&options, Limits::default(), client, names, streams, None)?;
    Ok((Arc::new(shared), refusals))
}

/// What is being erased.
struct Erasing {
    shared: Arc<Shared>,
    ids: HashSet<String>,
    plan: Plan,
    /// The partitions that have something of it, with the first marker in each.
    partitions: BTreeMap<u32, Option<u64>>,
    /// The partitions that nobody owns.
    unowned: BTreeSet<u32>,
    steps: Steps,
    forgotten: Forgotten,
}

impl Erasing {
    fn new(shared: Arc<Shared>, ids: HashSet<String>, steps: Steps) -> Self {
        let plan = Plan::new(HashSet::new(), ids.iter().cloned().collect());
        Self {
            shared,
            ids,
            plan,
            partitions: BTreeMap::new(),
            unowned: BTreeSet::new(),
            steps,
            forgotten: Forgotten::default(),
        }
    }

    async fn run(mut self) -> Result<Forgotten, String> {
        self.find().await?;
        self.tell_all().await?;
        if self.partitions.is_empty() {
            return Ok(self.forgotten);
        }
        for id in self.plan.sessions.clone().iter().filter(|id| is_id(id)) {
            self.step()?;
            self.shared.registry.forget(id).await?;
        }
        self.mark().await?;
        sleep(self.steps.settled).await;
        self.erase_lines().await?;
        // Who takes a partition over may begin with a snapshot that is just being erased, and write another one.
        for _ in 0..SNAPSHOT_PASSES {
            let marked = self.mark().await?;
            self.wait_for_owners(marked).await?;
            self.erase_snapshots().await?;
        }
        let marked = self.mark().await?;
        self.wait_for_owners(marked).await?;
        self.erase_aside().await?;
        self.erase_progress().await?;
        self.erase_markers().await?;
        Ok(self.forgotten)
    }

    /// Something is written next.
    fn step(&mut self) -> Result<(), String> {
        self.steps.most = self.steps.most.checked_sub(1).ok_or("it was told to stop here")?;
        Ok(())
    }

    /// Finds the sessions.
    async fn find(&mut self) -> Result<(), String> {
        let shared = Arc::clone(&self.shared);
        for (partition, stream) in (0..).zip(&shared.streams.events) {
            let until = self.store(partition, b"\n".to_vec()).await?;
            let mut reader = Reader::open(stream, 1, Some(until)).await?;
            while let Some(whole) = reader.next().await? {
                self.look(partition, &whole);
            }
        }
        let forwarding = shared.streams.forwarding.iter();
        let forwarding = forwarding.flat_map(|streams| [&streams.progress, &streams.rejected]);
        for stream in forwarding.chain([&shared.streams.amended]) {
            let mut reader = Reader::open(stream, 1, None).await?;
            while let Some(whole) = reader.next().await? {
                if let Some(partition) = shared.names.partition_in(&whole.subject) {
                    self.look(partition, &whole);
                }
            }
        }
        for session in &self.plan.sessions {
            self.partitions.entry(shared.names.partition(session)).or_default();
        }
        Ok(())
    }

    /// Notes what a text of a partition has.
    fn look(&mut self, partition: u32, whole: &Whole) {
        for line in whole.text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            if is_marker(line) {
                self.plan.sessions.extend(session_of(line).map(std::borrow::Cow::into_owned));
                let first = self.partitions.entry(partition).or_default();
                let at = whole.sequences.first().copied();
                *first = first.iter().copied().chain(at).min();
            } else if let Some(session) = session_with(line, &self.ids) {
                self.plan.sessions.insert(session);
            } else if session_of(line).is_none() && self.plan.concerns(line) {
                self.partitions.entry(partition).or_default();
            }
        }
    }

    /// Stores the markers. Returns the last of each partition that has some.
    async fn mark(&mut self) -> Result<Vec<(u32, u64)>, String> {
        let now = self.shared.board.clock.now();
        let mut markers: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
        for session in &self.plan.sessions {
            let line = Line { closed: Some(Closed::Forgotten), ..Line::new(now, session) };
            let line = line.to_bytes().map_err(|error| error.to_string())?;
            markers.entry(self.shared.names.partition(session)).or_default().extend(line);
        }
        let mut stored = Vec::new();
        for (partition, lines) in markers {
            let mut last = 0;
            for text in chunks(&lines) {
                last = self.store(partition, text.to_vec()).await?;
                let first = self.partitions.entry(partition).or_default();
                first.get_or_insert(last);
            }
            stored.push((partition, last));
        }
        Ok(stored)
    }

    /// Stores lines in a partition. They can be there twice.
    async fn store(&mut self, partition: u32, lines: Vec<u8>) -> Result<u64, String> {
        self.step()?;
        patiently(PATIENCE, || async {
            let told = self.shared.writers.append(partition, lines.clone()).await;
            let told = told.unwrap_or_else(|_| Err("the writer has stopped".to_owned()));
            told.map_err(|problem| format!("{}: {problem}", self.shared.names.stream(partition)))
        })
        .await
    }
}

/// Lines in portions that fit in a message.
fn chunks(lines: &[u8]) -> Vec<&[u8]> {
    let (mut chunks, mut rest) = (Vec::new(), lines);
    while !rest.is_empty() {
        let within = &rest[..rest.len().min(MAX_GROUP)];
        let end = within.iter().rposition(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        chunks.push(&rest[..end]);
        rest = &rest[end..];
    }
    chunks
}

/// Whether a line says that its session was forgotten.
fn is_marker(line: &[u8]) -> bool {
    const SAYS: &[u8] = b"\"forgotten\"";
    line.len() < 1_024
        && line.windows(SAYS.len()).any(|part| part == SAYS)
        && Line::read(line).is_ok_and(|line| line.closed == Some(Closed::Forgotten))
}
