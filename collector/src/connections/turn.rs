//! Whose turn it is. Clients that wait for each response are served at once; those that ask for much, or
//! for more before they have waited for a response, share what is left of the machine.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};

use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore, TryAcquireError};

use super::open::Connection;

/// A client that asks for more than this before it waits for a response is demanding: so many requests,
/// so many bytes, or bytes in so many pieces.
const MAX_REQUESTS: usize = 2;
const MAX_BYTES: usize = 8 * 1024;
const MAX_PIECES: usize = 8;

/// What a client asked for since it last waited for a response.
#[derive(Debug, Default)]
pub(super) struct Asked {
    has_waited: AtomicBool,
    requests: AtomicUsize,
    bytes: AtomicUsize,
    pieces: AtomicUsize,
}

impl Asked {
    /// The client has sent nothing more yet.
    pub(super) fn waits(&self) {
        self.has_waited.store(true, Ordering::Relaxed);
    }

    pub(super) fn received(&self, bytes: usize) {
        // Only the task of the connection changes them.
        let add = |to: &AtomicUsize, more: usize| {
            to.store(to.load(Ordering::Relaxed).saturating_add(more), Ordering::Relaxed);
        };
        add(&self.bytes, bytes);
        add(&self.pieces, 1);
    }

    /// A request begins.
    pub(super) fn request(&self) {
        let before = if self.has_waited.swap(false, Ordering::Relaxed) {
            self.bytes.store(0, Ordering::Relaxed);
            self.pieces.store(0, Ordering::Relaxed);
            0
        } else {
            self.requests.load(Ordering::Relaxed)
        };
        self.requests.store(before.saturating_add(1), Ordering::Relaxed);
    }

    /// What it asks for is much, however short the request is.
    pub(super) fn much(&self) {
        self.bytes.store(usize::MAX, Ordering::Relaxed);
    }

    pub(super) fn is_demanding(&self) -> bool {
        self.requests.load(Ordering::Relaxed) > MAX_REQUESTS
            || self.bytes.load(Ordering::Relaxed) > MAX_BYTES
            || self.pieces.load(Ordering::Relaxed) > MAX_PIECES
    }
}

/// The turns of demanding clients: so many have one at the same time, the others wait in a row.
#[derive(Debug, Clone)]
pub(super) struct Turns(Arc<Semaphore>);

impl Turns {
    /// One processor is left to the other clients, if there are several.
    pub(super) fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Semaphore::new(processors.saturating_sub(1).max(1))))
    }
}

type Waiting = Pin<Box<dyn Future<Output = Result<OwnedSemaphorePermit, AcquireError>> + Send>>;

/// Serves a connection. While its client is demanding, each step of it takes a turn.
pub(super) struct InTurn<F> {
    served: Pin<Box<F>>,
    connection: Arc<Connection>,
    turns: Turns,
    waiting: Option<Waiting>,
}

impl<F> InTurn<F> {
    pub(super) fn new(served: F, connection: Arc<Connection>, turns: Turns) -> Self {
        Self { served: Box::pin(served), connection, turns, waiting: None }
    }

    /// The turn; `None` if it needs none.
    fn poll_turn(&mut self, cx: &mut Context<'_>) -> Poll<Option<OwnedSemaphorePermit>> {
        if self.waiting.is_none() {
            if !self.connection.asked.is_demanding() {
                return Poll::Ready(None);
            }
            let turns = Arc::clone(&self.turns.0);
            match Arc::clone(&turns).try_acquire_owned() {
                Err(TryAcquireError::NoPermits) => {
                    self.waiting = Some(Box::pin(turns.acquire_owned()));
                }
                turn => return Poll::Ready(turn.ok()),
            }
        }
        let turn = match &mut self.waiting {
            Some(waiting) => ready!(waiting.as_mut().poll(cx)).ok(),
            None => None,
        };
        self.waiting = None;
        Poll::Ready(turn)
    }
}

impl<F: Future> Future for InTurn<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.get_mut();
        let _turn = ready!(this.poll_turn(cx));
        this.served.as_mut().poll(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, MAX_BYTES, MAX_PIECES};

    fn after(did: impl FnOnce(&Asked)) -> bool {
        let asked = Asked::default();
        did(&asked);
        asked.is_demanding()
    }

    #[test]
    fn a_client_that_waits_for_each_response_is_not_demanding() {
        let is_demanding = after(|asked| {
            for _ in 0..1_000 {
                asked.waits();
                asked.received(MAX_BYTES / 2);
                asked.request();
            }
        });
        assert!(!is_demanding);
    }

    #[test]
    fn a_client_that_does_not_wait_is_demanding() {
        let requests = |count: usize| move |asked: &Asked| (0..count).for_each(|_| asked.request());
        assert!(!after(requests(2)) && after(requests(3)));
        let pieces = |asked: &Asked| (0..=MAX_PIECES).for_each(|_| asked.received(1));
        assert!(after(pieces));
        assert!(after(|asked| asked.received(MAX_BYTES + 1)));
        assert!(after(Asked::much));
        let later = |asked: &Asked| {
            asked.much();
            asked.waits();
            assert!(asked.is_demanding(), "until it asks for something else");
            asked.request();
        };
        assert!(!after(later));
    }
}
