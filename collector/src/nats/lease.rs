//! Which collector owns which partition.
//!
//! Each collector and each partition has a key in a bucket. An owner writes the keys of its partitions again
//! and again, each time as the version after its last one. When a key has not changed for the time of a lease, by
//! the clock of whoever looks at it, the partition is free. An owner that could not write its key for most of that
//! time gives the partition up before.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_nats::jetstream::consumer::DeliverPolicy;
use async_nats::{HeaderMap, header};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, MissedTickBehavior, interval};

use super::ask;
use super::names::key;
use super::owner::{Owned, Partition};
use super::publish::{Refusal, publish};
use super::{Shared, Tail};
use crate::locked::locked;

/// The version of the format of the values.
const VERSION: u32 = 1;
/// The beginning of the key of a collector, and of a partition.
pub(super) const COLLECTOR: &str = "collector.";
const PARTITION: &str = "partition.";
/// In so many ticks of a lease the keys are written.
const TICKS: u32 = 5;
/// A collector first learns for so many ticks who else is there.
const LEARNED: u32 = 2;
/// How long a collector that stops waits for what it has forwarded and was not told of.
const MAX_LEAVING: Duration = Duration::from_secs(5);
/// How often the log says how many lines were left out.
const TELL_INTERVAL: Duration = Duration::from_secs(5);

/// The value of a collector's key.
#[derive(Debug, Serialize, Deserialize)]
struct Member {
    v: u32,
    /// It has stopped.
    left: bool,
    /// It owns no partitions, and does not want any.
    #[serde(default, skip_serializing_if = "is_false")]
    accepts_only: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// The value of a partition's key.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Lease {
    v: u32,
    /// `None` if it is free.
    collector: Option<String>,
    /// From which message on its stream has to be read.
    from: u64,
    /// The last message whose findings and closings an owner has counted.
    #[serde(default)]
    counted: u64,
}

/// A key as it was last seen.
#[derive(Debug)]
struct Seen<T> {
    value: T,
    version: u64,
    at: Instant,
}

/// Which collectors there are, and what this one owns.
#[derive(Debug, Default)]
pub(super) struct View {
    collectors: Mutex<Vec<String>>,
    owned: Mutex<Vec<Arc<Partition>>>,
}

impl View {
    pub(super) fn collectors(&self) -> Vec<String> {
        locked(&self.collectors).clone()
    }

    pub(super) fn owned(&self) -> Vec<Arc<Partition>> {
        locked(&self.owned).clone()
    }
}

/// A partition that this collector owns.
struct Held {
    owned: Owned,
    /// The version of its key.
    version: u64,
    /// Before this was begun to be written, the key was.
    renewed: Instant,
}

struct Leases {
    shared: Arc<Shared>,
    members: HashMap<String, Seen<Member>>,
    partitions: HashMap<u32, Seen<Lease>>,
    held: HashMap<u32, Held>,
    view: Arc<View>,
    ticks: u32,
}

/// Begins to take part. The task ends when the collector stops, and all partitions are given up.
pub(super) async fn start(
    shared: Arc<Shared>,
    mut stopped: watch::Receiver<bool>,
) -> Result<(JoinHandle<()>, Arc<View>), String> {
    let view = Arc::<View>::default();
    let mut leases = Leases {
        shared: Arc::clone(&shared),
        members: HashMap::new(),
        partitions: HashMap::new(),
        held: HashMap::new(),
        view: Arc::clone(&view),
        ticks: 0,
    };
    let subject = shared.names.ask_collector(&shared.collector);
    let board = Arc::clone(&shared.board);
    let answering = ask::answer(shared.client.clone(), subject, board, Arc::new(ask::OwnBoard));
    let answering = tokio::spawn(answering);
    let task = tokio::spawn(async move {
        let mut tail = Tail::new(shared.streams.owners.clone(), DeliverPolicy::LastPerSubject);
        let mut ticks = interval(shared.lease / TICKS);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut told = Instant::now();
        loop {
            tokio::select! {
                (version, message) = tail.next() => {
                    leases.see(&message.subject, &message.payload, version);
                }
                _ = ticks.tick() => {
                    leases.tick().await;
                    if told.elapsed() >= TELL_INTERVAL {
                        shared.log.tell();
                        told = Instant::now();
                    }
                }
                () = async { drop(stopped.wait_for(|stopped| *stopped).await) } => break,
            }
        }
        leases.leave().await;
        answering.abort();
    });
    Ok((task, view))
}

impl Leases {
    fn subject(&self, name: &str) -> String {
        key(&self.shared.names.owners(), name)
    }

    /// Takes a key that was written.
    fn see(&mut self, subject: &str, value: &[u8], version: u64) {
        let prefix = self.subject("");
        let Some(name) = subject.strip_prefix(&*prefix) else { return };
        let at = Instant::now();
        if let Some(id) = name.strip_prefix(COLLECTOR) {
            if let Ok(value) = serde_json::from_slice(value) {
                self.members.insert(id.to_owned(), Seen { value, version, at });
            }
        } else if let Some(number) = name.strip_prefix(PARTITION)
            && let (Ok(number), Ok(value)) = (number.parse(), serde_json::from_slice(value))
        {
            let is_newer = |seen: &Seen<Lease>| seen.version < version;
            if self.partitions.get(&number).is_none_or(is_newer) {
                self.partitions.insert(number, Seen { value, version, at });
            }
        }
    }

    async fn tick(&mut self) {
        self.ticks = self.ticks.saturating_add(1);
        self.announce(false).await;
        self.renew().await;
        let lease = self.shared.lease;
        self.members.retain(|_, seen| !seen.value.left && seen.at.elapsed() < lease * 2);
        let is_there = |seen: &Seen<Member>| seen.at.elapsed() < lease;
        let mut there: Vec<_> = self.members.iter().filter(|(_, seen)| is_there(seen)).collect();
        let owners = there.iter().filter(|(_, seen)| !seen.value.accepts_only).count();
        let mut there: Vec<_> = there.drain(..).map(|(id, _)| id.clone()).collect();
        there.sort();
        *locked(&self.view.collectors) = there;
        if self.ticks > LEARNED && !self.shared.accepts_only {
            self.share(owners.max(1)).await;
        }
        self.show_owned();
    }

    /// Gives up or takes partitions, so that each owner has as many.
    async fn share(&mut self, owners: usize) {
        let fair = (self.shared.names.partitions as usize).div_ceil(owners);
        if self.held.len() > fair {
            let count = self.held.len() - fair;
            // Meanwhile nothing is renewed.
            self.release_some(count, self.shared.lease / TICKS).await;
        } else if self.held.len() < fair {
            self.acquire_some(fair - self.held.len()).await;
        }
    }

    /// What is owned can be seen by those who ask for metrics.
    fn show_owned(&self) {
        let owned = self.held.values().map(|held| Arc::clone(&held.owned.partition)).collect();
        *locked(&self.view.owned) = owned;
    }

    /// Says that this collector is there, or has left.
    async fn announce(&self, left: bool) {
        let subject = self.subject(&format!("{COLLECTOR}{}", self.shared.collector));
        let member = Member { v: VERSION, left, accepts_only: self.shared.accepts_only };
        let Ok(value) = serde_json::to_vec(&member) else { return };
        let mut headers = HeaderMap::new();
        // Nobody removes the key of one that was killed.
        let expires = if left { 1 } else { (self.shared.lease.as_secs() * 10).max(10) };
        headers.insert("Nats-TTL", format!("{expires}s"));
        if let Err(problem) = publish(&self.shared.client, subject, headers, value.into()).await {
            tracing::debug!("NATS: {problem:?}");
        }
    }

    /// Writes a partition's key after this version of it. Returns the number of the new one.
    async fn write(&self, number: u32, lease: &Lease, after: u64) -> Result<u64, Refusal> {
        let subject = self.subject(&format!("{PARTITION}{number}"));
        let value = serde_json::to_vec(lease).map_err(|error| Refusal::Full(error.to_string()))?;
        let mut headers = HeaderMap::new();
        headers.insert(header::NATS_EXPECTED_LAST_SUBJECT_SEQUENCE, after.to_string());
        let wrote = publish(&self.shared.client, subject.clone(), headers, value.into()).await;
        if !matches!(wrote, Err(Refusal::Changed)) {
            return wrote;
        }
        // Perhaps by an attempt of this collector that was not acknowledged.
        let there = self.shared.streams.owners.get_last_raw_message_by_subject(&subject).await;
        let there = there.map_err(|error| Refusal::Unknown(error.to_string()))?;
        let value: Lease = serde_json::from_slice(&there.payload).unwrap_or_default();
        let is_mine = lease.collector.is_some() && value.collector == lease.collector;
        if is_mine { Ok(there.sequence) } else { Err(Refusal::Changed) }
    }

    /// The lease of this collector, or of nobody.
    fn lease(&self, is_mine: bool, (from, counted): (u64, u64)) -> Lease {
        let collector = is_mine.then(|| self.shared.collector.clone());
        Lease { v: VERSION, collector, from, counted }
    }

    /// Keeps what this collector owns.
    async fn renew(&mut self) {
        let begun = Instant::now();
        let renewals = self.held.iter().map(|(number, held)| async {
            let lease = self.lease(true, held.owned.partition.marks());
            (*number, self.write(*number, &lease, held.version).await)
        });
        let renewed = ask::all(renewals.collect(), 64).await;
        let most = self.shared.lease / 4 * 3;
        for (number, result) in renewed {
            let Some(held) = self.held.get_mut(&number) else { continue };
            match result {
                Ok(version) => (held.version, held.renewed) = (version, begun),
                Err(Refusal::Changed) => {
                    tracing::warn!("NATS: another collector owns the partition {number} now");
                    self.held.remove(&number);
                }
                Err(_) if held.renewed.elapsed() >= most => {
                    tracing::warn!(
                        "NATS: the partition {number} is given up: JetStream does not answer"
                    );
                    self.held.remove(&number);
                }
                Err(_) => {}
            }
        }
    }

    /// Gives up partitions, so that others can take them.
    async fn release_some(&mut self, count: usize, patience: Duration) {
        let mut numbers: Vec<_> = self.held.keys().copied().collect();
        numbers.sort_unstable();
        let released = numbers.into_iter().rev().take(count);
        let mut released: Vec<_> =
            released.filter_map(|number| Some((number, self.held.remove(&number)?))).collect();
        let this = &*self;
        let leaving: Vec<_> =
            released.iter_mut().filter_map(|(_, held)| held.owned.stop_forwarding()).collect();
        let leaving = leaving.into_iter().map(|one| one.wait(patience)).collect();
        let saving = released.iter().map(|(_, held)| held.owned.partition.save_soon(patience));
        tokio::join!(ask::all(leaving, usize::MAX), ask::all(saving.collect(), usize::MAX));
        let writing = released.into_iter().map(|(number, held)| async move {
            let free = this.lease(false, held.owned.partition.marks());
            // Nothing is taken any more.
            drop(held.owned);
            // Otherwise the lease is over soon.
            let _ = this.write(number, &free, held.version).await;
            number
        });
        let numbers = ask::all(writing.collect(), 64).await;
        tracing::info!("NATS: the partitions {numbers:?} are given to others");
    }

    /// Partitions that nobody owns, at most so many.
    fn free(&self, count: usize) -> Vec<u32> {
        let is_free = |number: &u32| {
            !self.held.contains_key(number)
                && self.partitions.get(number).is_none_or(|seen| {
                    seen.value.collector.is_none()
                        || seen.value.collector.as_ref() == Some(&self.shared.collector)
                        || seen.at.elapsed() >= self.shared.lease
                })
        };
        // Each begins elsewhere, so that they seldom want the same.
        let begin = self.shared.names.partition(&self.shared.collector);
        let all = 0..self.shared.names.partitions;
        let in_order = all.map(|number| (number + begin) % self.shared.names.partitions);
        in_order.filter(is_free).take(count).collect()
    }

    /// Takes partitions that nobody owns.
    async fn acquire_some(&mut self, count: usize) {
        let wanted = self.free(count);
        let begun = Instant::now();
        let this = &*self;
        let writing = wanted.into_iter().map(|number| async move {
            let seen = this.partitions.get(&number);
            let marks = seen.map_or((1, 0), |seen| (seen.value.from, seen.value.counted));
            let after = seen.map_or(0, |seen| seen.version);
            (number, marks, this.write(number, &this.lease(true, marks), after).await)
        });
        let mut taken = Vec::new();
        for (number, marks, wrote) in ask::all(writing.collect(), 64).await {
            let Ok(version) = wrote else { continue };
            let owned = Owned::begin(&self.shared, number, marks);
            self.held.insert(number, Held { owned, version, renewed: begun });
            taken.push(number);
        }
        if !taken.is_empty() {
            tracing::info!("NATS: this collector owns the partitions {taken:?}, too");
        }
    }

    /// Gives up everything.
    async fn leave(&mut self) {
        self.release_some(usize::MAX, MAX_LEAVING).await;
        self.show_owned();
        self.announce(true).await;
    }
}
