//! Threads that serve demanding clients, aside from the runtime that serves all others, and with less priority:
//! a connection goes there while its client is demanding, and comes back when it has behaved for a while.

use std::cell::Cell;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::thread::JoinHandle;

use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;
use tokio::task::JoinHandle as TaskHandle;

use super::open::Connection;

thread_local! {
    static IS_ASIDE: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread serves demanding clients.
pub(crate) fn is_aside() -> bool {
    IS_ASIDE.get()
}

/// The threads. Each has one connection's turn at a time.
#[derive(Debug)]
pub(super) struct Aside {
    threads: Vec<Thread>,
    next: AtomicUsize,
}

#[derive(Debug)]
struct Thread {
    handle: Handle,
    /// Dropping this stops the thread.
    stop: Option<oneshot::Sender<()>>,
    running: Option<JoinHandle<()>>,
}

impl Aside {
    /// One processor is left to the other clients, if there are several.
    pub(super) fn start() -> io::Result<Self> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = (0..processors.saturating_sub(1).max(1)).map(|_| Thread::start());
        Ok(Self { threads: threads.collect::<io::Result<_>>()?, next: AtomicUsize::new(0) })
    }

    /// The thread for the next connection.
    fn thread(&self) -> &Handle {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        &self.threads[next % self.threads.len()].handle
    }
}

impl Thread {
    fn start() -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let (stop, stopped) = oneshot::channel();
        let run = move || {
            IS_ASIDE.set(true);
            give_way();
            drop(runtime.block_on(stopped));
        };
        let running = std::thread::Builder::new().name("demanding".to_owned()).spawn(run)?;
        Ok(Self { handle, stop: Some(stop), running: Some(running) })
    }
}

/// Lets any other thread go first, also in the middle of a turn: without this, others would wait until the slice
/// of this thread is over, some milliseconds.
#[cfg(target_os = "linux")]
fn give_way() {
    use thread_priority::ThreadPriority;
    use thread_priority::unix::{
        NormalThreadSchedulePolicy, ThreadSchedulePolicy, set_thread_priority_and_policy,
        thread_native_id,
    };

    let policy = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Idle);
    let set = set_thread_priority_and_policy(thread_native_id(), ThreadPriority::Min, policy);
    if let Err(error) = set {
        tracing::debug!("the threads for demanding clients do not give way to others: {error}");
    }
}

/// Elsewhere the priorities of threads are not the same thing, or have to be allowed.
#[cfg(not(target_os = "linux"))]
fn give_way() {}

impl Drop for Thread {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(running) = self.running.take() {
            let _ = running.join();
        }
    }
}

/// Serves a connection: here, or aside while its client is demanding.
pub(super) struct Served<F: Future> {
    at: At<F>,
    connection: Arc<Connection>,
    aside: Arc<Aside>,
}

enum At<F: Future> {
    Here(Pin<Box<F>>),
    Aside(TaskHandle<Left<F>>),
    Nowhere,
}

/// What is left of a connection that was aside.
enum Left<F: Future> {
    Over(F::Output),
    /// Its client behaves again.
    Back(Pin<Box<F>>),
}

impl<F: Future> Served<F> {
    pub(super) fn new(served: F, connection: Arc<Connection>, aside: Arc<Aside>) -> Self {
        Self { at: At::Here(Box::pin(served)), connection, aside }
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
            match &mut this.at {
                At::Here(served) if !this.connection.asked.is_demanding() => {
                    return served.as_mut().poll(cx).map(Some);
                }
                At::Here(_) => {
                    let At::Here(served) = std::mem::replace(&mut this.at, At::Nowhere) else {
                        return Poll::Ready(None);
                    };
                    let connection = Arc::clone(&this.connection);
                    connection.moves();
                    let turns = Turns { served: Some(served), connection };
                    this.at = At::Aside(this.aside.thread().spawn(turns));
                }
                At::Aside(task) => match ready!(Pin::new(task).poll(cx)) {
                    Ok(Left::Over(output)) => return Poll::Ready(Some(output)),
                    Ok(Left::Back(served)) => {
                        this.connection.moves();
                        this.at = At::Here(served);
                    }
                    Err(_) => return Poll::Ready(None),
                },
                At::Nowhere => return Poll::Ready(None),
            }
        }
    }
}

impl<F: Future> Drop for Served<F> {
    fn drop(&mut self) {
        if let At::Aside(task) = &self.at {
            task.abort();
        }
    }
}

/// Serves a connection aside, until its client behaves.
struct Turns<F> {
    served: Option<Pin<Box<F>>>,
    connection: Arc<Connection>,
}

impl<F> Unpin for Turns<F> {}

impl<F: Future> Future for Turns<F> {
    type Output = Left<F>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Left<F>> {
        let Some(served) = &mut self.served else { return Poll::Pending };
        if let Poll::Ready(output) = served.as_mut().poll(cx) {
            return Poll::Ready(Left::Over(output));
        }
        if !self.connection.asked.behaves() {
            return Poll::Pending;
        }
        self.served.take().map_or(Poll::Pending, |served| Poll::Ready(Left::Back(served)))
    }
}
