//! What the owner of a partition makes of its stream.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use async_nats::jetstream::Message;
use async_nats::jetstream::consumer::DeliverPolicy;
use async_nats::jetstream::stream::{State, Stream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

use super::ask::{self, Progress};
use super::parts::{Part, Parts};
use super::publish::{PATIENCE, patiently};
use super::snapshots::{self, Saves};
use super::{Shared, forwarding, sweep};
use crate::board::Board;
use crate::forward::{Forwarder, Leaving};
use crate::locked::locked;
use crate::options::Limits;
use crate::sessions::{Restored, Sessions};
use crate::storage::{self, Storage};

/// A partition that this collector owns, until this is dropped.
#[derive(Debug)]
pub(super) struct Owned {
    pub(super) partition: Arc<Partition>,
    _tasks: JoinSet<()>,
    forwarder: Option<Forwarder>,
}

/// A partition, as its owner knows it.
#[derive(Debug)]
pub(super) struct Partition {
    pub(super) shared: Arc<Shared>,
    pub(super) number: u32,
    pub(super) board: Arc<Board>,
    /// The last message of the stream that the board has taken.
    pub(super) taken: watch::Sender<u64>,
    /// How many more messages the stream had when the last one was read.
    pending: AtomicU64,
    /// The last message of the stream when this began; the largest number until that is known.
    found: AtomicU64,
    pub(super) marks: Mutex<Marks>,
    /// Whoever has it keeps the next message from being taken.
    pub(super) place: tokio::sync::Mutex<Place>,
    pub(super) saves: Saves,
    /// The last message whose findings and closings were counted by an owner, here or before.
    counted: AtomicU64,
    /// Sessions that ended, with the time when this collector read it: the bucket has to say so, too.
    pub(super) ended: Mutex<VecDeque<(String, Instant)>>,
}

/// The last message that was taken, and when it was stored, in nanoseconds since the Unix epoch.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) sequence: u64,
    pub(super) at: i64,
    pub(super) parts: Parts,
}

/// From where the stream has to be read to know what the board knows.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// The first number of the sessions that began with a message, and its sequence number.
    pub(super) begun: VecDeque<(u64, u64)>,
    /// The first message of lines of which parts are missing.
    pub(super) parts: Option<u64>,
}

impl Owned {
    /// Begins to read the stream with this message. Until the second one an owner before has counted what is
    /// found.
    pub(super) fn begin(shared: &Arc<Shared>, number: u32, (from, counted): (u64, u64)) -> Self {
        let board = Board::new(Sessions::new(limits(shared)), Storage::none());
        let partition = Arc::new(Partition {
            shared: Arc::clone(shared),
            number,
            board: Arc::new(board),
            taken: watch::channel(from.saturating_sub(1)).0,
            // Unknown until the stream was asked.
            pending: AtomicU64::new(1),
            found: AtomicU64::new(u64::MAX),
            marks: Mutex::default(),
            place: tokio::sync::Mutex::default(),
            saves: Saves::new(shared.snapshot_bytes),
            counted: AtomicU64::new(counted),
            ended: Mutex::default(),
        });
        let mut tasks = JoinSet::new();
        tasks.spawn(read(Arc::clone(&partition), from));
        tasks.spawn(sweep::sweep(Arc::clone(&partition)));
        tasks.spawn(snapshots::keep(Arc::clone(&partition)));
        let subject = shared.names.ask_owner(number);
        let board = Arc::clone(&partition.board);
        let progress = Arc::clone(&partition);
        tasks.spawn(ask::answer(shared.client.clone(), subject, board, progress));
        let forwarder = forwarding::begin(shared, number);
        Self { partition, _tasks: tasks, forwarder }
    }

    /// Forwards no more. What is on its way may take a while.
    pub(super) fn stop_forwarding(&mut self) -> Option<Leaving> {
        self.forwarder.take().map(Forwarder::leave)
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        drop(self.stop_forwarding());
    }
}

/// Each partition has its part of what is kept for the page. Sessions are closed by the sweep only, in the order
/// of the stream.
pub(super) fn limits(shared: &Shared) -> Limits {
    let partitions = shared.names.partitions as usize;
    Limits {
        open: usize::MAX,
        open_by_address: usize::MAX,
        finished: shared.limits.finished.div_ceil(partitions),
        bytes: shared.limits.bytes / partitions,
        ..shared.limits.clone()
    }
}

impl Progress for Partition {
    async fn comes_to(&self, message: u64, until: Instant) -> bool {
        self.has_taken(message, until).await
    }

    async fn knows_all(&self, until: Instant) -> bool {
        if self.waits_for(|taken| taken >= self.found.load(Ordering::Relaxed), until).await {
            return true;
        }
        // They may have expired meanwhile.
        let Ok(stream) = self.stream() else { return false };
        let first = stream.get_info().await.map(|info| info.state.first_sequence);
        first.is_ok_and(|first| first > self.found.load(Ordering::Relaxed))
    }
}

impl Partition {
    /// Whether the board has taken this message, or takes it until then.
    pub(super) async fn has_taken(&self, message: u64, until: Instant) -> bool {
        self.waits_for(|taken| taken >= message, until).await
    }

    /// Whether this is so of the last message that the board has taken, or comes to be so until then.
    async fn waits_for(&self, is_so: impl Fn(u64) -> bool, until: Instant) -> bool {
        let mut taken = self.taken.subscribe();
        let waiting = taken.wait_for(|taken| is_so(*taken));
        matches!(timeout_at(until, waiting).await, Ok(Ok(_)))
    }

    fn stream(&self) -> Result<&Stream, String> {
        let stream = self.shared.streams.events.get(self.number as usize);
        stream.ok_or_else(|| "there is no such partition".to_owned())
    }

    /// Learns what there is to read from this message on.
    async fn finds(&self, from: u64) -> Result<(), String> {
        let info = self.stream()?.get_info().await.map_err(|error| error.to_string())?;
        let State { messages, last_sequence: last, .. } = info.state;
        let pending = last.saturating_sub(from.max(1) - 1).min(messages);
        self.pending.store(pending, Ordering::Relaxed);
        self.found.store(if messages == 0 { 0 } else { last }, Ordering::Relaxed);
        // Whoever waits looks again.
        self.taken.send_modify(|_| {});
        Ok(())
    }

    /// How many messages of the stream it has not taken, as far as this collector knows.
    pub(super) fn lag(&self) -> u64 {
        let taken = *self.taken.borrow();
        let stored = self.shared.last_stored(self.number).saturating_sub(taken);
        stored.max(self.pending.load(Ordering::Relaxed))
    }

    /// For the lease: from which message another owner has to read, and which one was counted last.
    pub(super) fn marks(&self) -> (u64, u64) {
        let low_water = self.low_water();
        (low_water, self.counted.load(Ordering::Relaxed).max(*self.taken.borrow()))
    }

    /// The message from which another owner has to read: it is the first that has something of a session on
    /// the board.
    fn low_water(&self) -> u64 {
        let (oldest, taken) = {
            let sessions = self.board.sessions();
            (sessions.oldest(), *self.taken.borrow())
        };
        let mut marks = locked(&self.marks);
        let oldest = oldest.unwrap_or(u64::MAX);
        while marks.begun.get(1).is_some_and(|(number, _)| *number <= oldest) {
            marks.begun.pop_front();
        }
        let begun = marks.begun.front().filter(|_| oldest != u64::MAX).map(|(_, at)| *at);
        begun.into_iter().chain(marks.parts).min().unwrap_or(taken + 1)
    }

    /// Takes a message.
    fn take(&self, sequence: u64, message: &Message, parts: &mut Parts) {
        let joined = match Part::of(message.headers.as_ref()) {
            None => None,
            Some(part) => match parts.add(sequence, part, &message.payload) {
                Some(line) => Some(line),
                None => return self.mark(None, sequence, parts),
            },
        };
        let text = joined.as_deref().unwrap_or(&message.payload);
        let before = {
            let mut sessions = self.board.sessions();
            let before = sessions.arrived();
            for line in text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
                self.line(sequence, line, &mut sessions);
            }
            (sessions.arrived() > before).then_some(before)
        };
        self.mark(before, sequence, parts);
    }

    /// Remembers that sessions began with a message, from this number on.
    fn mark(&self, began: Option<u64>, sequence: u64, parts: &Parts) {
        let mut marks = locked(&self.marks);
        if let Some(number) = began {
            marks.begun.push_back((number, sequence));
        }
        marks.parts = parts.first();
    }

    fn line(&self, sequence: u64, line: &[u8], sessions: &mut Sessions) {
        let log = &self.shared.log;
        let session = || storage::session_of(line).unwrap_or_default().into_owned();
        match storage::add(line, sessions) {
            Ok(said) => match said.event {
                Some(Restored::Dropped) => log.dropped(|| {
                    let id = session();
                    tracing::warn!(
                        "session {id}: an event came after it was closed; it is dropped"
                    );
                }),
                Some(Restored::Ended) => {
                    let mut ended = locked(&self.ended);
                    ended.push_back((session(), Instant::now()));
                }
                _ => {}
            },
            Err(error) => log.failed(|| {
                let stream = self.shared.names.stream(self.number);
                tracing::warn!("{stream}, message {sequence}: {error}; a line is skipped");
            }),
        }
    }
}

/// Reads the stream.
async fn read(partition: Arc<Partition>, from: u64) {
    let Ok(stream) = partition.stream() else { return };
    let from = snapshots::restore(&partition, from).await.unwrap_or(from);
    while patiently(PATIENCE, || partition.finds(from)).await.is_err() {}
    let begin = DeliverPolicy::ByStartSequence { start_sequence: from.max(1) };
    let mut tail = partition.shared.tail(partition.number, stream, begin);
    let mut counted = partition.counted.load(Ordering::Relaxed);
    loop {
        let (sequence, message) = tail.next().await;
        // What stands in place of another message says nothing of itself.
        let info = message.info().ok();
        if let Some(info) = &info {
            partition.pending.store(info.pending, Ordering::Relaxed);
        }
        {
            let mut place = partition.place.lock().await;
            partition.take(sequence, &message, &mut place.parts);
            place.sequence = sequence;
            place.at = info.map_or(0, |info| snapshots::nanoseconds(info.published));
        }
        if (1..=sequence).contains(&counted) {
            partition.board.sessions().count_anew();
            counted = 0;
        }
        partition.taken.send_replace(sequence);
        partition.shared.counts.read.fetch_add(1, Ordering::Relaxed);
        partition.saves.add(message.payload.len());
        tokio::task::yield_now().await;
    }
}
