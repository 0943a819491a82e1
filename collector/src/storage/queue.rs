//! What waits for the writer: whoever hands it over does not wait, and wakes the writer only when that is worth it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, OnceLock};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

/// What both ends know.
#[derive(Debug, Default)]
struct Shared {
    /// How much was handed over since the beginning.
    sent: AtomicUsize,
    /// The thread at the other end is woken when it is so much.
    wanted: AtomicUsize,
    reader: OnceLock<Thread>,
}

#[derive(Debug)]
pub(super) struct Sender<T> {
    entries: mpsc::Sender<T>,
    shared: Arc<Shared>,
}

/// The end of the thread that works.
#[derive(Debug)]
pub(super) struct Receiver<T> {
    entries: mpsc::Receiver<T>,
    shared: Arc<Shared>,
    /// How much was taken since the beginning.
    taken: usize,
}

pub(super) fn queue<T>() -> (Sender<T>, Receiver<T>) {
    let ((sender, receiver), shared) = (mpsc::channel(), Arc::<Shared>::default());
    let sender = Sender { entries: sender, shared: Arc::clone(&shared) };
    (sender, Receiver { entries: receiver, shared, taken: 0 })
}

impl<T> Sender<T> {
    /// Hands it over. If the other end has gone, it is dropped.
    pub(super) fn send(&self, entry: T) {
        // Counted before, so that no more can be taken than was counted.
        let sent = self.shared.sent.fetch_add(1, Ordering::SeqCst).wrapping_add(1);
        let _ = self.entries.send(entry);
        if sent == self.shared.wanted.load(Ordering::SeqCst)
            && let Some(reader) = self.shared.reader.get()
        {
            reader.unpark();
        }
    }
}

impl<T> Receiver<T> {
    /// The next one, if there is one within this time.
    pub(super) fn next(&mut self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        let next = self.entries.recv_timeout(timeout)?;
        self.taken = self.taken.wrapping_add(1);
        Ok(next)
    }

    /// Takes all that are there, at most so many.
    pub(super) fn take(&mut self, most: usize, into: &mut Vec<T>) {
        let before = into.len();
        into.extend(self.entries.try_iter().take(most));
        self.taken = self.taken.wrapping_add(into.len() - before);
    }

    /// How many are there, or will be in a moment.
    pub(super) fn waiting(&self) -> usize {
        self.shared.sent.load(Ordering::SeqCst).wrapping_sub(self.taken)
    }

    /// Waits until so many are there, and no longer than this.
    pub(super) fn wait_for(&self, count: usize, most: Duration) {
        let until = Instant::now() + most;
        self.shared.reader.get_or_init(thread::current);
        self.shared.wanted.store(self.taken.wrapping_add(count), Ordering::SeqCst);
        while self.waiting() < count {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            thread::park_timeout(left);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::Duration;

    use super::queue;

    const LONG: Duration = Duration::from_secs(600);

    /// It would take ten minutes if nobody woke the other end.
    #[test]
    fn the_last_that_is_waited_for_wakes_the_other_end() {
        let (sender, mut receiver) = queue();
        for _ in 0..200 {
            thread::scope(|scope| {
                for number in 0..8 {
                    let sender = &sender;
                    scope.spawn(move || sender.send(number));
                }
                let mut all = vec![receiver.next(LONG).unwrap()];
                receiver.take(3, &mut all);
                assert!(all.len() <= 4);
                receiver.wait_for(8 - all.len(), LONG);
                receiver.take(100, &mut all);
                // One that was counted may be handed over only now.
                while all.len() < 8 {
                    all.push(receiver.next(LONG).unwrap());
                }
                all.sort_unstable();
                assert_eq!(all, [0, 1, 2, 3, 4, 5, 6, 7]);
            });
        }
    }

    #[test]
    fn it_waits_no_longer_than_it_may() {
        let (sender, mut receiver) = queue();
        sender.send(1);
        receiver.wait_for(2, Duration::from_millis(1));
        receiver.wait_for(1, LONG);
        assert_eq!(receiver.next(LONG), Ok(1));
        drop(sender);
        assert!(receiver.next(LONG).is_err());
    }
}
