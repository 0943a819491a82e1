//! The connections that are open, and which of them is closed when there are too many.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::task::AbortHandle;

use super::asked::Asked;
use super::client::Client;
use crate::locked::locked;

/// For so long a client is not closed for others after it has connected, to send its first request.
const FIRST_REQUEST: Duration = Duration::from_millis(100);
/// The same after a response.
const NEXT_REQUEST: Duration = Duration::from_secs(2);

/// What a connection does.
const WAITING: u8 = 0;
const BUSY: u8 = 1;
const CLOSING: u8 = 2;

/// One connection, as its requests see it.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) client: Client,
    /// The address of this machine that the client uses.
    pub(crate) local: Option<IpAddr>,
    began: Instant,
    state: AtomicU8,
    /// Whether a request was answered, and when the last one was, in microseconds after `began`.
    served: AtomicBool,
    at: AtomicU64,
    /// Whether the client has sent something that is not a whole request yet.
    has_more: AtomicBool,
    pub(super) asked: Asked,
    /// How often it moved from one runtime to another.
    moves: AtomicUsize,
}

/// A request that has arrived whole: its connection is not closed for others.
#[derive(Debug)]
pub(crate) struct Busy<'a>(&'a Connection);

impl Connection {
    pub(crate) fn new(peer: SocketAddr, local: Option<IpAddr>) -> Self {
        Self {
            client: Client::of(peer.ip()),
            local,
            began: Instant::now(),
            state: AtomicU8::new(WAITING),
            served: AtomicBool::new(false),
            at: AtomicU64::new(0),
            has_more: AtomicBool::new(false),
            asked: Asked::default(),
            moves: AtomicUsize::new(0),
        }
    }

    /// A request begins. If its client is demanding, each of its requests takes a turn.
    pub(crate) async fn asks(&self) {
        self.asked.request();
        if self.asked.is_demanding() {
            tokio::task::yield_now().await;
        }
    }

    /// A request that asks for much begins.
    pub(crate) async fn asks_much(&self) {
        self.asked.request();
        self.asked.much();
        tokio::task::yield_now().await;
    }

    /// A request has arrived whole. Never ready if the connection is being closed for another one: then
    /// the request must have no effect.
    pub(crate) async fn whole(&self) -> Busy<'_> {
        let changed =
            self.state.compare_exchange(WAITING, BUSY, Ordering::AcqRel, Ordering::Acquire);
        if changed == Err(CLOSING) {
            std::future::pending::<()>().await;
        }
        self.has_more.store(false, Ordering::Relaxed);
        Busy(self)
    }

    pub(super) fn received(&self, bytes: usize) {
        self.has_more.store(true, Ordering::Relaxed);
        self.asked.received(bytes);
    }

    /// The client has sent nothing more yet. That counts if it waits for a response, and not if the
    /// response waits for the collector.
    pub(super) fn waits(&self) {
        if self.state.load(Ordering::Relaxed) == WAITING {
            self.asked.waits();
        }
    }

    /// It goes to another runtime, or comes back.
    pub(super) fn moves(&self) {
        self.moves.fetch_add(1, Ordering::Relaxed);
    }

    /// How often it did.
    pub(super) fn moved(&self) -> usize {
        self.moves.load(Ordering::Relaxed)
    }

    pub(super) fn has_more(&self) -> bool {
        self.has_more.load(Ordering::Relaxed)
    }

    /// For how long it has been waiting for its client, if that is long enough to be closed.
    fn idle(&self, now: Instant) -> Option<(bool, Duration)> {
        if self.state.load(Ordering::Acquire) != WAITING {
            return None;
        }
        let served = self.served.load(Ordering::Relaxed);
        let since = self.began + Duration::from_micros(self.at.load(Ordering::Relaxed));
        let idle = now.saturating_duration_since(since);
        (idle >= if served { NEXT_REQUEST } else { FIRST_REQUEST }).then_some((!served, idle))
    }

    fn close(&self) -> bool {
        let closed =
            self.state.compare_exchange(WAITING, CLOSING, Ordering::AcqRel, Ordering::Acquire);
        closed.is_ok()
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        let at = u64::try_from(self.0.began.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.0.at.store(at, Ordering::Relaxed);
        self.0.served.store(true, Ordering::Relaxed);
        self.0.state.store(WAITING, Ordering::Release);
    }
}

/// All connections.
#[derive(Debug)]
pub(super) struct Connections {
    most: usize,
    most_of_client: usize,
    open: Mutex<Open>,
    /// How many there are, for others.
    count: Arc<AtomicUsize>,
    left: Notify,
}

#[derive(Debug, Default)]
struct Open {
    next: u64,
    all: HashMap<u64, Entry>,
    by_client: HashMap<Client, usize>,
}

#[derive(Debug)]
struct Entry {
    connection: Arc<Connection>,
    abort: Option<AbortHandle>,
}

/// A place among the connections, until this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    connections: Arc<Connections>,
    pub(super) number: u64,
}

/// Whether there is room for another connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// Yes; a connection may have been closed for it.
    Free { closed: bool },
    /// Not for this client, and none of its connections is idle.
    NoneOfClient,
    /// No, and none is idle.
    None,
}

impl Connections {
    pub(super) fn new(most: usize, most_of_client: usize, count: Arc<AtomicUsize>) -> Self {
        let (most, most_of_client) = (most.max(1), most_of_client.max(1));
        Self { most, most_of_client, open: Mutex::default(), count, left: Notify::new() }
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        locked(&self.open)
    }

    /// Makes room for a connection of this client: closes one that is idle, if there are too many.
    pub(super) fn make_room(&self, client: Client) -> Room {
        let mut open = self.open();
        if open.by_client.get(&client).is_some_and(|count| *count >= self.most_of_client) {
            if !open.close_one(|one| one == client) {
                return Room::NoneOfClient;
            }
        } else if open.all.len() >= self.most {
            if !open.close_one(|_| true) {
                return Room::None;
            }
        } else {
            return Room::Free { closed: false };
        }
        Room::Free { closed: true }
    }

    /// Closes an idle connection, for lack of something else than places.
    pub(super) fn close_one(&self) -> bool {
        self.open().close_one(|_| true)
    }

    /// Closes all, whatever they do.
    pub(super) fn close_all(&self) {
        self.open()
            .all
            .values()
            .filter_map(|entry| entry.abort.as_ref())
            .for_each(AbortHandle::abort);
    }

    /// Waits until a connection ends, or may have become idle.
    pub(super) async fn changed(&self) {
        let _ = tokio::time::timeout(Duration::from_millis(20), self.left.notified()).await;
    }

    pub(super) fn enter(self: &Arc<Self>, connection: Arc<Connection>) -> Place {
        let mut open = self.open();
        let number = open.next;
        open.next += 1;
        *open.by_client.entry(connection.client).or_default() += 1;
        open.all.insert(number, Entry { connection, abort: None });
        self.count.store(open.all.len(), Ordering::Relaxed);
        Place { connections: Arc::clone(self), number }
    }

    /// Says how a connection can be closed.
    pub(super) fn started(&self, number: u64, abort: AbortHandle) {
        if let Some(entry) = self.open().all.get_mut(&number) {
            entry.abort = Some(abort);
        }
    }
}

impl Open {
    /// Closes the connection that has waited for its client for longest, first of those that have never
    /// sent a whole request. It looks at all of them, which are few, and only when there are too many.
    fn close_one(&mut self, may_be: impl Fn(Client) -> bool) -> bool {
        let now = Instant::now();
        let of_client = self.all.iter().filter(|(_, entry)| may_be(entry.connection.client));
        let idle = of_client.filter_map(|(number, entry)| {
            entry.abort.as_ref()?;
            Some((entry.connection.idle(now)?, *number))
        });
        let Some((_, number)) = idle.max() else { return false };
        let Some(entry) = self.all.get(&number) else { return false };
        if !entry.connection.close() {
            // It has just sent a request.
            return false;
        }
        if let Some(abort) = &entry.abort {
            abort.abort();
        }
        self.leave(number);
        true
    }

    fn leave(&mut self, number: u64) {
        let Some(Entry { connection, .. }) = self.all.remove(&number) else { return };
        if let Some(count) = self.by_client.get_mut(&connection.client) {
            *count -= 1;
            if *count == 0 {
                self.by_client.remove(&connection.client);
            }
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.connections.open();
        open.leave(self.number);
        self.connections.count.store(open.all.len(), Ordering::Relaxed);
        drop(open);
        self.connections.left.notify_one();
    }
}
