//! Writes lines to the streams: those of a partition that wait share a message.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_nats::header::NATS_MESSAGE_ID;
use async_nats::{Client, HeaderMap};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::names::Names;
use super::publish::{MAX_GROUP, PATIENCE, Text, anywhere, store};
use super::queue::{Queue, Weighed};
use crate::storage::Counted;

/// The longest time for which lines wait for others, and the shortest for which that is worth a timer.
const MAX_GATHER: Duration = Duration::from_millis(4);
const MIN_GATHER: Duration = Duration::from_millis(1);
/// With more bytes of lines that wait, nothing is accepted.
const MAX_WAITING: usize = 64 * 1024 * 1024;

/// The sequence number of the message that has the line, or why it is not stored.
pub(super) type Told = Result<u64, String>;

#[derive(Debug)]
struct Entry {
    line: Vec<u8>,
    told: oneshot::Sender<Told>,
    /// Counts its bytes until it is told.
    _counted: Counted,
    until: Instant,
}

impl Weighed for Entry {
    fn bytes(&self) -> usize {
        self.line.len()
    }
}

/// The writers of all partitions.
#[derive(Debug)]
pub(super) struct Writers {
    queues: Vec<Arc<Queue<Entry>>>,
    waiting: Arc<AtomicUsize>,
}

impl Writers {
    /// Starts them on this runtime. `collector` is unique.
    pub(super) fn start(client: &Client, names: &Names, collector: &str) -> Self {
        let start = |partition| {
            let queue = Arc::<Queue<Entry>>::default();
            let (subject, prefix) = (names.subject(partition), format!("{collector}-{partition}"));
            let entries = Reader(Arc::clone(&queue));
            let writer = Writer { client: client.clone(), subject, prefix, number: 0, entries };
            tokio::spawn(writer.run());
            queue
        };
        Self { queues: (0..names.partitions).map(start).collect(), waiting: Arc::default() }
    }

    pub(super) fn is_behind(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > MAX_WAITING
    }

    /// The bytes of the lines that wait.
    pub(super) fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    /// Hands a line to a partition. Lines are stored in the order of these calls.
    pub(super) fn append(&self, partition: u32, line: Vec<u8>) -> oneshot::Receiver<Told> {
        let (told, receiver) = oneshot::channel();
        let _counted = Counted::new(line.len(), &self.waiting);
        let until = Instant::now() + PATIENCE;
        // If the writer has stopped, the sender is dropped, and the receiver returns an error.
        if let Some(queue) = self.queues.get(partition as usize) {
            queue.push(Entry { line, told, _counted, until });
        }
        receiver
    }
}

/// The one who reads a queue. Nobody waits for a writer that has stopped.
struct Reader(Arc<Queue<Entry>>);

impl Drop for Reader {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// How many lines are worth waiting for, and until when. Those who got a response to the last message report
/// again, many of them at once: the first of these lines does not leave the others behind, who would wait for its
/// acknowledgement. Whoever is alone, or comes later, never waits.
#[derive(Debug, PartialEq)]
struct Gather {
    count: usize,
    until: Instant,
}

impl Gather {
    /// After a message with so many lines was acknowledged, in this time; others came meanwhile.
    fn after(lines: usize, took: Duration, came: usize, now: Instant) -> Option<Self> {
        let most = (took / 2).min(MAX_GATHER);
        let count = lines + came;
        (count > 1 && most >= MIN_GATHER).then(|| Self { count, until: now + most })
    }
}

/// Writes the lines of a partition: one message at a time, since two under way at once could be stored in
/// the other order.
struct Writer {
    client: Client,
    subject: String,
    /// What the ids of its messages begin with.
    prefix: String,
    number: u64,
    entries: Reader,
}

impl Writer {
    async fn run(mut self) {
        let mut gather: Option<Gather> = None;
        loop {
            let entries = &self.entries.0;
            entries.any().await;
            if let Some(Gather { count, until }) = gather.take() {
                entries.enough(count, MAX_GROUP, until).await;
            }
            let mut group = entries.take(MAX_GROUP);
            if group.first().is_some_and(|first| first.line.len() > MAX_GROUP) {
                if let Some(entry) = group.pop() {
                    self.parts(entry).await;
                }
                continue;
            }
            let (lines, begun) = (group.len(), Instant::now());
            self.group(group).await;
            let now = Instant::now();
            gather = Gather::after(lines, now - begun, self.entries.0.len(), now);
        }
    }

    async fn group(&mut self, mut group: Vec<Entry>) {
        // What has waited for too long behind others is not tried any more.
        let now = Instant::now();
        let (late, group): (Vec<_>, Vec<_>) = group.drain(..).partition(|entry| entry.until <= now);
        for Entry { told, .. } in late {
            let _ = told.send(Err("it waited for too long".to_owned()));
        }
        let Some(until) = group.iter().map(|entry| entry.until).min() else { return };
        let bytes = group.iter().map(Weighed::bytes).sum();
        let mut payload = Vec::with_capacity(bytes);
        for entry in &group {
            payload.extend_from_slice(&entry.line);
        }
        let mut headers = HeaderMap::new();
        headers.insert(NATS_MESSAGE_ID, self.name());
        let (client, payload) = (&self.client, payload.into());
        let stored = store(client, &self.subject, &headers, &payload, until, anywhere).await;
        let stored = stored.map_err(String::from);
        for Entry { told, .. } in group {
            // The request may have been cancelled.
            let _ = told.send(stored.clone());
        }
    }

    /// Writes a line that is too long for a message in parts.
    async fn parts(&mut self, entry: Entry) {
        let mut text = Text::new(self.name(), entry.line);
        let stored = text.store(&self.client, &self.subject, None).await;
        let _ = entry.told.send(stored.map(|(_, last)| last).map_err(String::from));
    }

    /// What the next message, or the next text, is called: the same in each attempt.
    fn name(&mut self) -> String {
        self.number += 1;
        format!("{}-{}", self.prefix, self.number)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::Instant;

    use super::{Gather, MAX_GATHER};

    #[test]
    fn a_client_alone_never_waits_for_others() {
        let (slow, now) = (Duration::from_millis(6), Instant::now());
        let after = |lines, took, came| Gather::after(lines, took, came, now);
        assert_eq!(after(1, slow, 0), None);
        assert_eq!(after(64, Duration::from_millis(1), 64), None, "it is fast");
        let two = Some(Gather { count: 2, until: now + slow / 2 });
        assert_eq!(
            (after(2, slow, 0), after(1, slow, 1)),
            (two, Some(Gather { count: 2, until: now + slow / 2 }))
        );
        let seven = Gather { count: 7, until: now + MAX_GATHER };
        assert_eq!(after(3, slow * 100, 4), Some(seven));
    }
}
