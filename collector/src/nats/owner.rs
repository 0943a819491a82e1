//! What the owner of a partition makes of its stream.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_nats::jetstream::Message;
use async_nats::jetstream::consumer::DeliverPolicy;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};

use super::publish::PART;
use super::{Shared, ask, forwarding, sweep};
use crate::board::Board;
use crate::forward::{Forwarder, Leaving};
use crate::options::Limits;
use crate::sessions::{Restored, Sessions};
use crate::storage::{self, Storage};

/// The most bytes of lines of which parts are missing. Those of a collector that was killed never come.
const MAX_PARTS: usize = 64 * 1024 * 1024;

/// For so long a page waits until the board is where the stream is.
const MAX_BEHIND: Duration = Duration::from_secs(2);

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
    marks: Mutex<Marks>,
    /// Sessions that ended, with the time when this collector read it: the bucket has to say so, too.
    pub(super) ended: Mutex<VecDeque<(String, Instant)>>,
}

/// From where the stream has to be read to know what the board knows.
#[derive(Debug, Default)]
struct Marks {
    /// The first number of the sessions that began with a message, and its sequence number.
    begun: VecDeque<(u64, u64)>,
    /// The first message of lines of which parts are missing.
    parts: Option<u64>,
}

impl Owned {
    /// Begins to read the stream with this message.
    pub(super) fn begin(shared: &Arc<Shared>, number: u32, from: u64) -> Self {
        let board = Board::new(Sessions::new(limits(shared)), Storage::none());
        let partition = Arc::new(Partition {
            shared: Arc::clone(shared),
            number,
            board: Arc::new(board),
            taken: watch::channel(from.saturating_sub(1)).0,
            // Unknown until the stream was asked.
            pending: AtomicU64::new(1),
            marks: Mutex::default(),
            ended: Mutex::default(),
        });
        let mut tasks = JoinSet::new();
        tasks.spawn(read(Arc::clone(&partition), from));
        tasks.spawn(sweep::sweep(Arc::clone(&partition)));
        let subject = shared.names.ask_owner(number);
        let board = Arc::clone(&partition.board);
        let asked = Arc::clone(&partition);
        tasks.spawn(ask::answer(shared.client.clone(), subject, board, move |least| {
            let asked = Arc::clone(&asked);
            async move { asked.has_taken(least, MAX_BEHIND).await }
        }));
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
fn limits(shared: &Shared) -> Limits {
    let partitions = shared.names.partitions as usize;
    Limits {
        open: usize::MAX,
        open_by_address: usize::MAX,
        finished: shared.limits.finished.div_ceil(partitions),
        bytes: shared.limits.bytes / partitions,
        ..shared.limits.clone()
    }
}

impl Partition {
    /// Waits until the board has taken this message. False if that takes too long.
    pub(super) async fn has_taken(&self, sequence: u64, most: Duration) -> bool {
        let mut taken = self.taken.subscribe();
        let waiting = taken.wait_for(|taken| *taken >= sequence);
        matches!(timeout(most, waiting).await, Ok(Ok(_)))
    }

    /// How many messages of the stream it has not taken, as far as this collector knows.
    pub(super) fn lag(&self) -> u64 {
        let taken = *self.taken.borrow();
        let stored = self.shared.last_stored(self.number).saturating_sub(taken);
        stored.max(self.pending.load(Ordering::Relaxed))
    }

    /// The message from which another owner has to read: it is the first that has something of a session on
    /// the board.
    pub(super) fn low_water(&self) -> u64 {
        let (oldest, taken) = {
            let sessions = self.board.sessions();
            (sessions.oldest(), *self.taken.borrow())
        };
        let mut marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
        let oldest = oldest.unwrap_or(u64::MAX);
        while marks.begun.get(1).is_some_and(|(number, _)| *number <= oldest) {
            marks.begun.pop_front();
        }
        let begun = marks.begun.front().filter(|_| oldest != u64::MAX).map(|(_, at)| *at);
        begun.into_iter().chain(marks.parts).min().unwrap_or(taken + 1)
    }

    /// Takes a message.
    fn take(&self, sequence: u64, message: &Message, parts: &mut Parts) {
        let part = message.headers.as_ref().and_then(|headers| headers.get(PART));
        let joined = match part {
            None => None,
            Some(part) => match parts.add(sequence, part.as_str(), &message.payload) {
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
        let mut marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
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
                    let mut ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
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
    let Some(stream) = partition.shared.streams.events.get(partition.number as usize) else {
        return;
    };
    let state = stream.get_info().await.map(|info| info.state);
    let to_read = |last: u64| last.saturating_sub(from.max(1) - 1);
    let pending = state.map_or(0, |state| to_read(state.last_sequence).min(state.messages));
    partition.pending.store(pending, Ordering::Relaxed);
    let begin = DeliverPolicy::ByStartSequence { start_sequence: from.max(1) };
    let mut tail = partition.shared.tail(partition.number, stream, begin);
    let mut parts = Parts::default();
    loop {
        let (sequence, message) = tail.next().await;
        partition.pending.store(message.info().map_or(0, |info| info.pending), Ordering::Relaxed);
        partition.take(sequence, &message, &mut parts);
        partition.taken.send_replace(sequence);
        tokio::task::yield_now().await;
    }
}

/// Lines that are too long for a message, of which parts are missing.
#[derive(Debug, Default)]
pub(super) struct Parts {
    lines: HashMap<String, Long>,
    bytes: usize,
}

#[derive(Debug)]
struct Long {
    /// The message with its first part.
    first: u64,
    text: Vec<u8>,
    next: usize,
}

impl Parts {
    /// Adds a part. Returns the line if it is whole.
    pub(super) fn add(&mut self, sequence: u64, part: &str, text: &[u8]) -> Option<Vec<u8>> {
        let mut words = part.split(' ');
        let name = words.next()?;
        let number: usize = words.next()?.parse().ok()?;
        let count: usize = words.next()?.parse().ok()?;
        if number == 0 {
            let long = Long { first: sequence, text: Vec::new(), next: 0 };
            self.remove(name);
            self.lines.insert(name.to_owned(), long);
        }
        let long = self.lines.get_mut(name)?;
        if long.next != number {
            // What came before was not read: it is not wanted, or this is a part that came again.
            return None;
        }
        long.text.extend_from_slice(text);
        long.next += 1;
        self.bytes += text.len();
        if long.next == count {
            return self.remove(name);
        }
        while self.bytes > MAX_PARTS {
            let oldest = self.lines.iter().min_by_key(|(_, long)| long.first);
            let Some(oldest) = oldest.map(|(name, _)| name.clone()) else { break };
            self.remove(&oldest);
        }
        None
    }

    /// The message with the first part of the line that this is a part of.
    pub(super) fn first_of(&self, part: &str) -> Option<u64> {
        self.lines.get(part.split(' ').next()?).map(|long| long.first)
    }

    /// The first message that has a part of a line that is not whole.
    pub(super) fn first(&self) -> Option<u64> {
        self.lines.values().map(|line| line.first).min()
    }

    /// Drops the lines that began before this message.
    pub(super) fn drop_before(&mut self, sequence: u64) {
        let is_old = |(name, long): (&String, &Long)| (long.first < sequence).then(|| name.clone());
        let old: Vec<_> = self.lines.iter().filter_map(is_old).collect();
        for name in old {
            self.remove(&name);
        }
    }

    fn remove(&mut self, name: &str) -> Option<Vec<u8>> {
        let long = self.lines.remove(name)?;
        self.bytes -= long.text.len();
        Some(long.text)
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_PARTS, Parts};

    #[test]
    fn a_line_is_there_when_its_last_part_is() {
        let mut parts = Parts::default();
        assert_eq!(parts.add(1, "a-0-0 0 2", b"one "), None);
        assert_eq!(parts.add(2, "b-0-0 0 2", b"three "), None);
        assert_eq!(parts.add(3, "b-0-0 1 2", b"four").as_deref(), Some(&b"three four"[..]));
        assert_eq!(parts.add(4, "a-0-0 1 2", b"two").as_deref(), Some(&b"one two"[..]));
        assert_eq!((parts.lines.len(), parts.bytes), (0, 0));
        // A part whose beginning is missing, or that comes again, makes no line.
        assert_eq!(parts.add(5, "c 1 2", b"two"), None);
        assert_eq!(parts.add(6, "a-0-0 1 2", b"two"), None);
        assert_eq!(parts.bytes, 0);
    }

    #[test]
    fn parts_of_collectors_that_were_killed_are_dropped() {
        let mut parts = Parts::default();
        let text = vec![b'x'; 512 * 1024];
        for number in 0..1_000 {
            assert_eq!(parts.add(number, &format!("{number} 0 2"), &text), None);
            assert!(parts.bytes <= MAX_PARTS);
        }
        assert_eq!(parts.lines.values().map(|long| long.first).max(), Some(999));
    }
}
