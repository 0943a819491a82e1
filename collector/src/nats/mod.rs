//! Sessions in NATS JetStream, which several collectors share.
//!
//! The events of a session are in the stream of its partition, as lines in the format of the folder's log.
//! Any collector writes them; the order of the stream decides. A bucket says which sessions are open, so that
//! any collector can respond. One collector owns each partition: it makes of the stream what the page shows,
//! and closes sessions whose time is over.

mod amended;
mod ask;
mod cache;
mod connect;
mod forget;
mod forwarding;
mod lease;
mod metrics;
mod mirror;
mod names;
mod options;
mod owner;
mod parts;
mod pending;
mod publish;
mod queue;
mod registry;
mod rights;
mod setup;
mod shared;
mod snapshots;
mod sweep;
mod tail;
mod writer;

use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_nats::Client;
use media_collection::{Api, Event, EventBody};
use tokio::runtime::{Handle, Runtime};
use tokio::sync::{Semaphore, watch};

use self::cache::Cache;
pub use self::forget::forget as forget_in_nats;
#[doc(hidden)]
pub use self::forget::{Steps, forget_by_steps};
use self::lease::View;
pub(crate) use self::mirror::Mirror;
use self::names::Names;
pub use self::options::{NatsCreate, NatsOptions};
pub(crate) use self::pending::Pending;
use self::pending::Then;
use self::registry::{Known, Registry, VERSION};
use self::rights::Refusals;
use self::setup::{Forwards, Streams};
use self::shared::{is_id, watch_closings};
use self::snapshots::Counts;
use self::tail::Tail;
use self::writer::Writers;
use crate::backend::{Added, Adding, Opening, Refused, Uploading};
use crate::board::Board;
use crate::forward::{Forward, Forwarding};
use crate::locked::locked;
use crate::log::Log;
use crate::options::Limits;
use crate::sessions::{Admission, Closed, MAX_NAME, Rejected, Written, shortened};
use crate::storage::{Member, of_one, of_upload};

/// How long a collector that stops waits until what it accepted is stored.
const MAX_DRAIN: Duration = Duration::from_secs(10);

/// A collector's part in it.
#[derive(Debug)]
pub(crate) struct Nats {
    shared: Arc<Shared>,
    pub(crate) mirror: Mirror,
    view: Arc<View>,
    /// Dropped when the collector has stopped.
    runtime: Mutex<Option<Runtime>>,
    stopping: watch::Sender<bool>,
    leases: tokio::sync::Mutex<Option<tokio::task::JoinHandle<()>>>,
}

/// What its tasks share.
#[derive(Debug)]
struct Shared {
    /// A random name of this collector.
    collector: String,
    /// It owns no partitions.
    accepts_only: bool,
    client: Client,
    names: Names,
    streams: Streams,
    registry: Registry,
    cache: Cache,
    writers: Writers,
    /// No sessions, but the requests that this collector rejected.
    board: Arc<Board>,
    limits: Limits,
    lease: Duration,
    log: Log,
    forwarding: Option<Forwarding>,
    /// How many names were made.
    named: AtomicU64,
    /// The last message of each partition that this collector has stored.
    stored: Vec<AtomicU64>,
    /// A snapshot of a partition is written when so many bytes came, and one at a time.
    snapshot_bytes: u64,
    saving: Semaphore,
    counts: Counts,
}

impl Nats {
    /// Connects, checks the streams, and begins to take part.
    ///
    /// # Errors
    ///
    /// When the servers cannot be reached, or the streams are missing or are not as they have to be.
    pub(crate) fn open(
        options: &NatsOptions,
        limits: Limits,
        forward: Option<Forward>,
    ) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .thread_name("nats")
            .enable_all()
            .build()
            .map_err(|error| error.to_string())?;
        // The caller may be on a runtime, which must not be blocked by another one on its thread.
        let opened = std::thread::scope(|scope| {
            let opening = scope.spawn(|| runtime.block_on(Self::connect(options, limits, forward)));
            opening.join().unwrap_or_else(|_| Err("connecting to NATS panicked".to_owned()))
        });
        match opened {
            Ok(nats) => {
                *locked(&nats.runtime) = Some(runtime);
                Ok(nats)
            }
            Err(problem) => {
                runtime.shutdown_background();
                Err(problem)
            }
        }
    }

    async fn connect(
        options: &NatsOptions,
        limits: Limits,
        forward: Option<Forward>,
    ) -> Result<Self, String> {
        let names = Names::new(&options.name, options.partitions)?;
        let refusals = Refusals::default();
        let client = connect::connect(options, &refusals).await?;
        setup::check_server(&client)?;
        let forwards = if forward.is_some() { Forwards::Yes } else { Forwards::No };
        let streams = setup::streams(&client, options, &names, forwards).await;
        let streams = streams.map_err(|problem| refusals.explain(problem))?;
        let also = (streams.snapshots.is_some(), forward.is_some());
        rights::check(&client, &names, also, &refusals).await?;
        let forwarding = forward.map(Forwarding::new).transpose();
        let forwarding = forwarding.map_err(|error| format!("forwarding: {error}"))?;
        let shared = Shared::new(options, limits, client, names, streams, forwarding)?;
        let shared = Arc::new(shared);
        tokio::spawn(watch_closings(Arc::clone(&shared)));
        let (stopping, stopped) = watch::channel(false);
        let (leases, view) = lease::start(Arc::clone(&shared), stopped).await?;
        tracing::info!("NATS: this is the collector {}", shared.collector);
        Ok(Self {
            mirror: Mirror::new(Arc::clone(&shared), Arc::clone(&view)),
            view,
            shared,
            runtime: Mutex::new(None),
            stopping,
            leases: tokio::sync::Mutex::new(Some(leases)),
        })
    }

    pub(crate) fn board(&self) -> &Arc<Board> {
        &self.shared.board
    }

    /// Its runtime.
    pub(crate) fn runtime(&self) -> Option<Handle> {
        let runtime = locked(&self.runtime);
        runtime.as_ref().map(|runtime| runtime.handle().clone())
    }

    pub(crate) fn is_behind(&self) -> bool {
        self.shared.writers.is_behind()
    }

    /// Opens a session: when its start is stored, all collectors know it.
    pub(crate) fn open_session(&self, opening: Opening<'_>) -> Pending {
        let Opening { client: _, id, start, beside } = opening;
        let player = match &start.event.body {
            EventBody::SessionStart(start) => shortened(&start.player_name, MAX_NAME),
            _ => String::new(),
        };
        let edge = beside.map(|(edge, _)| edge);
        let known = Known { v: VERSION, edge: edge.is_some(), player, closed: None, ended: None };
        let now = self.shared.board.clock.now();
        let line = of_one(now, id, Member::Start, &start.text, edge.as_deref());
        self.append(id, line, Then::Create(known))
    }

    pub(crate) async fn add(&self, adding: Adding<'_>) -> Result<Added<Pending>, Refused> {
        let Adding { api, id, event, edge } = adding;
        let is_repeated = match self.admits(api, id, &event).await.map_err(Refused::Unavailable)? {
            Admission::Admitted => false,
            // It is stored again, and dropped by the owner: so it is answered when an end is stored for
            // certain.
            Admission::Repeated => true,
            Admission::Unknown => return Err(Refused::Unknown),
            Admission::Closed => return Err(Refused::Closed),
        };
        let now = self.shared.board.clock.now();
        let Written { event: Event { body, player_time, .. }, text } = event;
        let then = match body {
            EventBody::SessionEnd => Then::End(now, player_time.ts),
            _ => Then::Nothing,
        };
        let line = of_one(now, id, Member::Event, &text, edge);
        Ok(Added { pending: self.append(id, line, then), is_repeated })
    }

    pub(crate) fn take(&self, uploading: Uploading<'_>) -> Pending {
        let Uploading { id, origin, events, beside } = uploading;
        let edge = beside.map(|(edge, _)| edge);
        // Only Media Edge tells the client the id.
        let then = if edge.is_some() {
            let (player, closed) = (String::new(), Some(Closed::Uploaded));
            Then::Create(Known { v: VERSION, edge: true, player, closed, ended: None })
        } else {
            Then::Nothing
        };
        let now = self.shared.board.clock.now();
        let line = of_upload(now, id, origin, &events, edge.as_deref());
        self.append(id, line, then)
    }

    /// Whether an event may be added, as far as this collector and the bucket know. The owner decides by the
    /// order of the stream.
    pub(crate) async fn admits(
        &self,
        api: Api,
        id: &str,
        event: &Written,
    ) -> Result<Admission, String> {
        let Some(known) = self.shared.known(id).await? else { return Ok(Admission::Unknown) };
        if known.edge != (api == Api::MediaEdge) {
            return Ok(Admission::Unknown);
        }
        let now = self.shared.board.clock.now();
        Ok(Admission::of(known.closed, known.ended, now, &event.event))
    }

    pub(crate) async fn player(&self, id: &str) -> Option<String> {
        let known = self.shared.known(id).await.ok()??;
        Some(known.player).filter(|name| !name.is_empty())
    }

    /// Records a rejected request: with its session if it names one.
    pub(crate) async fn reject(&self, rejected: Rejected) {
        let Shared { client, names, board, .. } = &*self.shared;
        if let Some(id) = rejected.session.as_deref().filter(|id| is_id(id)) {
            let subject = names.ask_owner(names.partition(id));
            if let Ok(text) = serde_json::to_vec(&rejected) {
                // Without an owner it is lost: nobody shows the session either.
                let _ = ask::tell(client, subject, ask::REJECTED, text).await;
            }
        } else {
            board.sessions().reject(rejected);
        }
    }

    fn append(&self, id: &str, line: Vec<u8>, then: Then) -> Pending {
        let shared = &self.shared;
        let partition = shared.names.partition(id);
        let told = shared.writers.append(partition, line);
        Pending { told, then, partition, id: id.to_owned(), shared: Arc::clone(shared) }
    }

    /// Waits until what was accepted is stored, and gives up the partitions.
    pub(crate) async fn stop(&self) {
        self.stopping.send_replace(true);
        let drained = async {
            while self.shared.writers.waiting() > 0 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            if let Some(leases) = self.leases.lock().await.take() {
                let _ = leases.await;
            }
            let _ = self.shared.client.flush().await;
        };
        if tokio::time::timeout(MAX_DRAIN, drained).await.is_err() {
            tracing::warn!("NATS: not everything was stored or given up in time");
        }
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        let runtime = locked(&self.runtime).take();
        if let Some(runtime) = runtime {
            // It may be dropped on a thread of another runtime.
            runtime.shutdown_background();
        }
    }
}
