//! Serves demanding clients aside from the runtime that serves all others: a connection goes there while its client
//! is demanding, and comes back when it has behaved for a while.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};

use tokio::sync::futures::OwnedNotified;
use tokio::task::JoinHandle;

use super::open::Connection;
use super::threads::{Assigned, Pace, Threads};
use crate::locked::locked;

/// Serves a connection: here, or aside while its client is demanding.
pub(super) struct Served<F: Future> {
    at: At<F>,
    connection: Arc<Connection>,
    threads: Arc<Threads>,
}

enum At<F: Future> {
    Here(Pin<Box<F>>),
    Aside(Aside<F>),
    Nowhere,
}

/// A connection that is aside.
struct Aside<F: Future> {
    task: JoinHandle<Left<F>>,
    slot: Arc<Slot<F>>,
    pace: Arc<Pace>,
    /// Ready when its thread is starved; `None` if it is at the other one.
    starves: Option<Pin<Box<OwnedNotified>>>,
}

/// Where a connection waits for its turn.
struct Slot<F>(Mutex<Option<Pin<Box<F>>>>);

/// What is left of a connection that was aside.
enum Left<F: Future> {
    Over(F::Output),
    /// Its client behaves again, or it is to be elsewhere.
    Back(Pin<Box<F>>),
}

impl<F: Future> Served<F> {
    pub(super) fn new(served: F, connection: Arc<Connection>, threads: Arc<Threads>) -> Self {
        Self { at: At::Here(Box::pin(served)), connection, threads }
    }
}

// Nothing in it is pinned in place.
impl<F: Future> Unpin for Served<F> {}

impl<F: Future + Send + 'static> Future for Served<F>
where
    F::Output: Send,
{
    /// `None` if its thread was stopped.
    type Output = Option<F::Output>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        loop {
            // Nearly always.
            if let At::Here(served) = &mut this.at
                && !this.connection.asked.is_demanding()
            {
                return served.as_mut().poll(cx).map(Some);
            }
            match std::mem::replace(&mut this.at, At::Nowhere) {
                At::Here(served) => {
                    this.connection.moves();
                    this.at = At::Aside(Aside::begin(served, &this.connection, &this.threads));
                }
                At::Aside(mut aside) => match aside.poll(cx) {
                    Poll::Ready(Some(Left::Over(output))) => return Poll::Ready(Some(output)),
                    Poll::Ready(Some(Left::Back(served))) => {
                        this.connection.moves();
                        this.at = At::Here(served);
                    }
                    Poll::Ready(None) => return Poll::Ready(None),
                    Poll::Pending => {
                        this.at = At::Aside(aside);
                        return Poll::Pending;
                    }
                },
                At::Nowhere => return Poll::Ready(None),
            }
        }
    }
}

impl<F: Future + Send + 'static> Aside<F>
where
    F::Output: Send,
{
    fn begin(served: Pin<Box<F>>, connection: &Arc<Connection>, threads: &Threads) -> Self {
        let Assigned { handle, pace, is_own } = threads.next();
        let starves = is_own.then(|| Box::pin(pace.starves()));
        let slot = Arc::new(Slot(Mutex::new(Some(served))));
        let turns = Turns {
            slot: Arc::clone(&slot),
            connection: Arc::clone(connection),
            pace: Arc::clone(&pace),
            is_own,
        };
        Self { task: handle.spawn(turns), slot, pace, starves }
    }

    /// Ready when it is aside no more. `None` if its thread was stopped.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Left<F>>> {
        if let Poll::Ready(left) = Pin::new(&mut self.task).poll(cx) {
            return Poll::Ready(left.ok());
        }
        while let Some(starves) = &mut self.starves
            && starves.as_mut().poll(cx).is_ready()
        {
            // One that has its turn comes back after it.
            if let Some(served) = self.slot.lock().take() {
                self.task.abort();
                return Poll::Ready(Some(Left::Back(served)));
            }
            self.starves = Some(Box::pin(self.pace.starves()));
        }
        Poll::Pending
    }
}

impl<F: Future> Drop for Aside<F> {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl<F> Slot<F> {
    fn lock(&self) -> MutexGuard<'_, Option<Pin<Box<F>>>> {
        locked(&self.0)
    }
}

/// Serves a connection aside, until its client behaves.
struct Turns<F> {
    slot: Arc<Slot<F>>,
    connection: Arc<Connection>,
    /// Of the thread that is for it.
    pace: Arc<Pace>,
    /// Whether this is that thread.
    is_own: bool,
}

impl<F: Future> Future for Turns<F> {
    type Output = Left<F>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Left<F>> {
        let Some(mut served) = self.slot.lock().take() else { return Poll::Pending };
        let polled = served.as_mut().poll(cx);
        if self.is_own {
            self.pace.has_turn();
        }
        if let Poll::Ready(output) = polled {
            return Poll::Ready(Left::Over(output));
        }
        if self.connection.asked.behaves() || self.pace.is_starved() == self.is_own {
            return Poll::Ready(Left::Back(served));
        }
        *self.slot.lock() = Some(served);
        Poll::Pending
    }
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, SocketAddr};
    use std::sync::Arc;
    use std::time::Duration;

    use super::Served;
    use crate::connections::open::Connection;
    use crate::connections::threads::{Threads, is_aside};

    fn demanding() -> Arc<Connection> {
        let connection = Connection::new(SocketAddr::from((Ipv4Addr::LOCALHOST, 1)), None);
        connection.asked.much();
        Arc::new(connection)
    }

    async fn in_time<F: Future>(future: F) -> F::Output {
        tokio::time::timeout(Duration::from_secs(30), future).await.expect("it goes on")
    }

    #[tokio::test]
    async fn a_demanding_client_is_served_also_if_its_thread_does_not_run() {
        let threads = Arc::new(Threads::start().unwrap());
        let watching = Arc::clone(&threads);
        let watched = tokio::spawn(async move { watching.watch().await });
        let turn = || Served::new(async { is_aside() }, demanding(), Arc::clone(&threads));
        assert_eq!(in_time(turn()).await, Some(true));

        let blocked = threads.block();
        // One that has begun, and waits for its client, is not left there either.
        let (sender, receiver) = tokio::sync::oneshot::channel();
        let served = async move { receiver.await.is_ok_and(|()| is_aside()) };
        let begun = tokio::spawn(Served::new(served, demanding(), Arc::clone(&threads)));
        for _ in 0..3 {
            assert_eq!(in_time(turn()).await, Some(true));
        }
        sender.send(()).unwrap();
        assert_eq!(in_time(begun).await.unwrap(), Some(true));
        assert!(threads.next().pace.is_starved());

        drop(blocked);
        let runs = async {
            while threads.next().pace.is_starved() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        in_time(runs).await;
        assert_eq!(in_time(turn()).await, Some(true));
        watched.abort();
        let _ = watched.await;
    }
}
