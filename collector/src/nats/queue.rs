//! The lines of a partition that wait for their message.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard};

use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

use crate::locked::locked;

/// What can wait.
pub(super) trait Weighed {
    /// How many bytes of a message it takes.
    fn bytes(&self) -> usize;
}

/// A queue with one reader, who is only woken when enough waits.
#[derive(Debug)]
pub(super) struct Queue<T> {
    waiting: Mutex<Waiting<T>>,
    enough: Notify,
}

#[derive(Debug)]
struct Waiting<T> {
    /// `None` when there is no reader any more.
    items: Option<VecDeque<T>>,
    bytes: usize,
    /// For how many items, or bytes, the reader waits.
    wanted: Option<(usize, usize)>,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        let waiting = Waiting { items: Some(VecDeque::new()), bytes: 0, wanted: None };
        Self { waiting: Mutex::new(waiting), enough: Notify::new() }
    }
}

impl<T: Weighed> Waiting<T> {
    fn has(&self, count: usize, bytes: usize) -> bool {
        let there = self.items.as_ref().map_or(0, VecDeque::len);
        there >= count || self.bytes >= bytes
    }
}

impl<T: Weighed> Queue<T> {
    fn locked(&self) -> MutexGuard<'_, Waiting<T>> {
        locked(&self.waiting)
    }

    /// Adds an item. Without a reader it is dropped.
    pub(super) fn push(&self, item: T) {
        let mut waiting = self.locked();
        let bytes = item.bytes();
        let Some(items) = &mut waiting.items else { return };
        items.push_back(item);
        waiting.bytes += bytes;
        let is_enough = waiting.wanted.is_some_and(|(count, bytes)| waiting.has(count, bytes));
        if is_enough {
            waiting.wanted = None;
            drop(waiting);
            self.enough.notify_one();
        }
    }

    /// Waits until there is an item.
    pub(super) async fn any(&self) {
        while !self.wants(1, usize::MAX) {
            self.enough.notified().await;
        }
    }

    /// Waits until there are so many items, or bytes of them, but only until this time.
    pub(super) async fn enough(&self, count: usize, bytes: usize, until: Instant) {
        while !self.wants(count, bytes) {
            if timeout_at(until, self.enough.notified()).await.is_err() {
                self.locked().wanted = None;
                return;
            }
        }
    }

    /// Whether there is enough. If there is not, the reader is woken when there is.
    fn wants(&self, count: usize, bytes: usize) -> bool {
        let mut waiting = self.locked();
        let is_enough = waiting.has(count, bytes);
        waiting.wanted = (!is_enough).then_some((count, bytes));
        is_enough
    }

    /// How many items there are.
    pub(super) fn len(&self) -> usize {
        self.locked().items.as_ref().map_or(0, VecDeque::len)
    }

    /// Takes the first items that have no more bytes than this; one if the first has more.
    pub(super) fn take(&self, most: usize) -> Vec<T> {
        let mut waiting = self.locked();
        let Some(items) = &mut waiting.items else { return Vec::new() };
        let (mut bytes, mut count) = (0, 0);
        for item in &*items {
            if count > 0 && bytes + item.bytes() > most {
                break;
            }
            (bytes, count) = (bytes + item.bytes(), count + 1);
        }
        let taken = items.drain(..count).collect();
        waiting.bytes -= bytes;
        taken
    }

    /// Nobody reads it any more: what waits is dropped, and whatever comes.
    pub(super) fn close(&self) {
        let items = self.locked().items.take();
        drop(items);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use tokio::time::Instant;

    use super::{Queue, Weighed};

    impl Weighed for usize {
        fn bytes(&self) -> usize {
            *self
        }
    }

    const ALL: usize = usize::MAX;

    /// Lets the other tasks of this thread go on until they wait.
    async fn settle() {
        for _ in 0..8 {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn the_reader_is_woken_when_enough_is_there() {
        let queue = Arc::new(Queue::default());
        let later = Instant::now() + Duration::from_secs(3_600);
        for (count, bytes, items) in
            [(1, ALL, [7].as_slice()), (3, ALL, &[1, 2, 3]), (9, 5, &[4, 1])]
        {
            let reading = Arc::clone(&queue);
            let reader = tokio::spawn(async move { reading.enough(count, bytes, later).await });
            for item in items {
                settle().await;
                assert!(!reader.is_finished(), "{} of {items:?}", queue.len());
                queue.push(*item);
            }
            reader.await.unwrap();
            assert_eq!(queue.take(ALL), items);
        }
        let reading = Arc::clone(&queue);
        let reader = tokio::spawn(async move { reading.any().await });
        settle().await;
        assert!(!reader.is_finished());
        queue.push(1);
        reader.await.unwrap();
    }

    #[tokio::test]
    async fn it_does_not_wait_beyond_the_time() {
        let queue = Queue::default();
        queue.push(1);
        queue.enough(2, ALL, Instant::now()).await;
        // Nobody waits now: the next item wakes nobody, and what waits later is woken nevertheless.
        queue.push(1);
        queue.any().await;
        assert_eq!(queue.take(ALL), [1, 1]);
    }

    #[tokio::test]
    async fn groups_have_no_more_bytes_than_fit_unless_one_item_has() {
        let queue = Queue::default();
        for item in [4, 5, 2, 20, 1] {
            queue.push(item);
        }
        assert_eq!(queue.take(10), [4, 5]);
        assert_eq!(queue.take(10), [2]);
        assert_eq!(queue.take(10), [20]);
        assert_eq!((queue.take(10), queue.take(10)), (vec![1], vec![]));
    }

    #[tokio::test]
    async fn without_a_reader_nothing_waits() {
        let queue = Queue::default();
        queue.push(1);
        queue.close();
        queue.push(1);
        assert_eq!((queue.len(), queue.take(10)), (0, vec![]));
    }
}
