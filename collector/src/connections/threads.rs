//! The threads that serve demanding clients, with less priority than all others: each has one connection's turn at
//! a time. On a machine without a free processor they would hardly run, so that there is one more, with a little
//! priority, for the connections of those that do not get on.

use std::cell::Cell;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::runtime::{Builder, Handle};
use tokio::sync::futures::OwnedNotified;
use tokio::sync::{Notify, oneshot};
use tokio::time::{Instant, MissedTickBehavior, interval};

/// How often it is looked whether the threads get on.
const LOOK: Duration = Duration::from_millis(100);
/// A thread without a turn for so many looks in a row is starved.
const MISSED: u32 = 2;
/// For so long after that it gets no connections.
const STARVED: Duration = Duration::from_secs(2);

thread_local! {
    static IS_ASIDE: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread serves demanding clients.
pub(crate) fn is_aside() -> bool {
    IS_ASIDE.get()
}

/// All of them.
#[derive(Debug)]
pub(super) struct Threads {
    idle: Vec<Thread>,
    /// Instead of those that are starved.
    other: Thread,
    next: AtomicUsize,
}

#[derive(Debug)]
struct Thread {
    handle: Handle,
    pace: Arc<Pace>,
    /// Dropping this stops the thread.
    stop: Option<oneshot::Sender<()>>,
    running: Option<std::thread::JoinHandle<()>>,
}

/// How a thread gets on.
#[derive(Debug, Default)]
pub(super) struct Pace {
    turns: AtomicU64,
    is_starved: AtomicBool,
    starves: Arc<Notify>,
}

/// Which priority a thread has.
#[derive(Debug, Clone, Copy)]
enum Priority {
    /// Any other thread goes first.
    Idle,
    /// It gets a little also if others want all.
    Little,
}

/// The thread that serves a connection.
#[derive(Debug)]
pub(super) struct Assigned {
    pub(super) handle: Handle,
    /// Of the thread that is for it as long as that is not starved.
    pub(super) pace: Arc<Pace>,
    /// Whether this is that thread.
    pub(super) is_own: bool,
}

impl Threads {
    /// One processor is left to the other clients, if there are several.
    pub(super) fn start() -> io::Result<Self> {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let idle = 0..processors.saturating_sub(1).max(1);
        Ok(Self {
            idle: idle.map(|_| Thread::start(Priority::Idle)).collect::<io::Result<_>>()?,
            other: Thread::start(Priority::Little)?,
            next: AtomicUsize::new(0),
        })
    }

    /// For the next connection.
    pub(super) fn next(&self) -> Assigned {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        let thread = &self.idle[next % self.idle.len()];
        let is_own = !thread.pace.is_starved();
        let handle = if is_own { &thread.handle } else { &self.other.handle };
        Assigned { handle: handle.clone(), pace: Arc::clone(&thread.pace), is_own }
    }

    /// Looks whether the threads get on, for as long as it is polled.
    pub(super) async fn watch(&self) {
        let mut looks = interval(LOOK);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut seen: Vec<_> = self.idle.iter().map(|_| Seen::default()).collect();
        loop {
            let now = looks.tick().await;
            for (thread, seen) in self.idle.iter().zip(&mut seen) {
                thread.look(seen, now);
            }
        }
    }
}

/// What was seen of a thread.
#[derive(Debug, Default)]
struct Seen {
    turns: u64,
    /// It has something to do since the last look.
    has_more: bool,
    missed: u32,
    starved: Option<Instant>,
}

impl Thread {
    fn start(priority: Priority) -> io::Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let handle = runtime.handle().clone();
        let (stop, stopped) = oneshot::channel();
        let run = move || {
            IS_ASIDE.set(true);
            give_way(priority);
            drop(runtime.block_on(stopped));
        };
        let running = std::thread::Builder::new().name("demanding".to_owned()).spawn(run)?;
        Ok(Self { handle, pace: Arc::default(), stop: Some(stop), running: Some(running) })
    }

    fn look(&self, seen: &mut Seen, now: Instant) {
        let turns = self.pace.turns.load(Ordering::Relaxed);
        if turns == seen.turns && seen.has_more {
            seen.missed += 1;
        } else {
            (seen.turns, seen.missed, seen.has_more) = (turns, 0, false);
            if self.handle.metrics().num_alive_tasks() > 0 {
                let pace = Arc::clone(&self.pace);
                self.handle.spawn(async move { pace.has_turn() });
                seen.has_more = true;
            }
        }
        if seen.missed >= MISSED {
            seen.starved = Some(now);
            self.pace.is_starved.store(true, Ordering::Relaxed);
            self.pace.starves.notify_waiters();
        } else if seen.starved.is_some_and(|starved| now - starved > STARVED) {
            seen.starved = None;
            self.pace.is_starved.store(false, Ordering::Relaxed);
        }
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(running) = self.running.take() {
            let _ = running.join();
        }
    }
}

impl Pace {
    /// The thread has had a turn.
    pub(super) fn has_turn(&self) {
        self.turns.fetch_add(1, Ordering::Relaxed);
    }

    /// Whether it hardly runs.
    pub(super) fn is_starved(&self) -> bool {
        self.is_starved.load(Ordering::Relaxed)
    }

    /// Ready when that is found next.
    pub(super) fn starves(&self) -> OwnedNotified {
        Arc::clone(&self.starves).notified_owned()
    }
}

/// Lets other threads go first, with `Idle` also in the middle of a turn: otherwise they would wait until the slice
/// of this thread is over, some milliseconds.
#[cfg(target_os = "linux")]
fn give_way(priority: Priority) {
    use thread_priority::ThreadPriority;
    use thread_priority::unix::{
        NormalThreadSchedulePolicy, ThreadSchedulePolicy, set_thread_priority_and_policy,
        thread_native_id,
    };

    let (policy, priority) = match priority {
        Priority::Idle => (NormalThreadSchedulePolicy::Idle, Ok(ThreadPriority::Min)),
        // A nice value of 10: a ninth of what others get.
        Priority::Little => {
            (NormalThreadSchedulePolicy::Other, 22_u8.try_into().map(ThreadPriority::Crossplatform))
        }
    };
    let Ok(priority) = priority else { return };
    let policy = ThreadSchedulePolicy::Normal(policy);
    let set = set_thread_priority_and_policy(thread_native_id(), priority, policy);
    if let Err(error) = set {
        tracing::debug!("the threads for demanding clients do not give way to others: {error}");
    }
}

/// Elsewhere the priorities of threads are not the same thing, or have to be allowed.
#[cfg(not(target_os = "linux"))]
fn give_way(_: Priority) {}

#[cfg(test)]
impl Threads {
    /// Keeps the threads of the least priority from having turns until the sender is dropped.
    pub(super) fn block(&self) -> std::sync::mpsc::Sender<()> {
        let (sender, blocked) = std::sync::mpsc::channel::<()>();
        let blocked = Arc::new(std::sync::Mutex::new(blocked));
        for thread in &self.idle {
            let blocked = Arc::clone(&blocked);
            thread.handle.spawn(async move {
                let _ = blocked.lock().map(|blocked| blocked.recv());
            });
        }
        sender
    }
}
