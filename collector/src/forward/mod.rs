//! Forwarding: what is stored goes on to another collector, such as Adobe's.
//!
//! One thread owns everything that is known (`dispatcher`): it reads the stored lines in their order
//! (`source`), gives each session's to the library's recorder, which decides what is sent, when again and in
//! which session (`session`, `event`, `upload`), and hands the requests (`request`) to workers. A session
//! has one request on its way, and the next one only when what came of the last is safe (`kept`): in a folder
//! on the disk (`journal`), with NATS in a stream. What the other side does not take is set aside with its
//! reason (`aside`).

mod aside;
mod dispatcher;
mod due;
mod event;
mod figures;
mod journal;
mod kept;
mod lost;
mod options;
mod request;
mod saved;
mod session;
mod source;
mod steps;
mod stored;
mod upload;
mod way;
mod workers;

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
#[cfg(feature = "nats")]
use std::time::{Duration, Instant};

pub use options::{Forward, Sender};

#[cfg(feature = "nats")]
pub(crate) use self::aside::Aside;
pub(crate) use self::aside::Keep;
use self::aside::SetAside;
use self::dispatcher::{Dispatcher, Message};
pub(crate) use self::figures::Figures;
use self::journal::Journal;
pub(crate) use self::kept::Kept;
#[cfg(feature = "nats")]
pub(crate) use self::kept::{Progress, Rejections};
#[cfg(feature = "nats")]
pub(crate) use self::saved::{Head, Saved, line_from};
use self::source::Folder;
#[cfg(feature = "nats")]
pub(crate) use self::source::Source;
#[cfg(feature = "nats")]
use self::workers::Job;
use crate::clock::Clock;
use crate::storage::Safe;

/// Forwards until it is dropped. What is on its way has a few seconds then; the rest follows after the next
/// start.
#[derive(Debug)]
pub(crate) struct Forwarder {
    messages: mpsc::Sender<Message>,
    thread: Option<JoinHandle<()>>,
    figures: Arc<Figures>,
}

/// Tells the thread that lines have become safe: one message is enough until it is read.
#[derive(Debug, Clone)]
pub(crate) struct Bell {
    messages: mpsc::Sender<Message>,
    is_told: Arc<AtomicBool>,
}

impl Bell {
    pub(crate) fn ring(&self) {
        if !self.is_told.swap(true, Ordering::AcqRel) {
            let _ = self.messages.send(Message::Stored);
        }
    }
}

impl Forwarder {
    /// Forwards a folder's log.
    pub(crate) fn start(
        folder: &Path,
        safe: &Arc<Safe>,
        options: Forward,
        keep: Keep,
    ) -> io::Result<Self> {
        let kept = Kept {
            source: Box::new(Folder::new(folder, Arc::clone(safe))),
            progress: Box::new(Journal::open(folder, Clock::start().started())?),
            rejections: Box::new(SetAside::open(folder, keep)?),
        };
        let (messages, received) = mpsc::channel();
        let jobs = workers::start(&options)?;
        let figures = Arc::<Figures>::default();
        let dispatcher = Dispatcher::open(kept, options, jobs, messages.clone(), &figures)?;
        let is_told = Arc::<AtomicBool>::default();
        let bell = Bell { messages: messages.clone(), is_told: Arc::clone(&is_told) };
        safe.tell(move || bell.ring());
        let thread = std::thread::Builder::new()
            .name("forward".to_owned())
            .spawn(move || _ = dispatcher.run(&received, &is_told))?;
        Ok(Self { messages, thread: Some(thread), figures })
    }

    pub(crate) fn figures(&self) -> &Arc<Figures> {
        &self.figures
    }
}

/// Forwards several logs through the same threads.
#[cfg(feature = "nats")]
#[derive(Debug)]
pub(crate) struct Forwarding {
    forward: Forward,
    jobs: mpsc::Sender<Job>,
    /// Of all logs.
    pub(crate) figures: Arc<Figures>,
}

#[cfg(feature = "nats")]
impl Forwarding {
    pub(crate) fn new(forward: Forward) -> io::Result<Self> {
        Ok(Self { jobs: workers::start(&forward)?, forward, figures: Arc::default() })
    }

    /// Forwards a log, once it can be opened: that is tried until it works. When somebody else has written
    /// what is known of the sessions it is opened anew, after this pause.
    pub(crate) fn begin(
        &self,
        pause: Duration,
        mut open: impl FnMut(&Bell) -> io::Result<Kept> + Send + 'static,
    ) -> io::Result<Forwarder> {
        let (messages, received) = mpsc::channel();
        let (forward, jobs, to) = (self.forward.clone(), self.jobs.clone(), messages.clone());
        let is_told = Arc::<AtomicBool>::default();
        let bell = Bell { messages: messages.clone(), is_told: Arc::clone(&is_told) };
        let figures = Arc::clone(&self.figures);
        let run = move || {
            loop {
                let opened = open(&bell).and_then(|kept| {
                    Dispatcher::open(kept, forward.clone(), jobs.clone(), to.clone(), &figures)
                });
                match opened {
                    Ok(dispatcher) => {
                        if dispatcher.run(&received, &is_told) {
                            return;
                        }
                    }
                    Err(error) => tracing::warn!("forwarding waits: {error}"),
                }
                let until = Instant::now() + pause;
                while let Some(left) = until.checked_duration_since(Instant::now()) {
                    match received.recv_timeout(left) {
                        Ok(Message::Stop) => return,
                        Ok(_) | Err(mpsc::RecvTimeoutError::Timeout) => {}
                        Err(mpsc::RecvTimeoutError::Disconnected) => return,
                    }
                }
                is_told.store(false, Ordering::Release);
            }
        };
        let thread = std::thread::Builder::new().name("forward".to_owned()).spawn(run)?;
        Ok(Forwarder { messages, thread: Some(thread), figures: Arc::clone(&self.figures) })
    }
}

#[cfg(feature = "nats")]
impl Forwarder {
    /// Tells it to stop, without waiting for that.
    pub(crate) fn leave(mut self) -> Leaving {
        let _ = self.messages.send(Message::Stop);
        Leaving(self.thread.take())
    }
}

/// It stops when what is on its way has arrived, or after a few seconds.
#[cfg(feature = "nats")]
#[derive(Debug)]
pub(crate) struct Leaving(Option<JoinHandle<()>>);

#[cfg(feature = "nats")]
impl Leaving {
    /// Waits until it has stopped, at most for this time.
    pub(crate) async fn wait(self, most: Duration) {
        const LOOK: Duration = Duration::from_millis(10);
        let is_running = || self.0.as_ref().is_some_and(|thread| !thread.is_finished());
        let waiting = async {
            while is_running() {
                tokio::time::sleep(LOOK).await;
            }
        };
        let _ = tokio::time::timeout(most, waiting).await;
    }
}

impl Drop for Forwarder {
    fn drop(&mut self) {
        let Some(thread) = self.thread.take() else { return };
        let _ = self.messages.send(Message::Stop);
        if thread.join().is_err() {
            tracing::error!("the thread that forwards panicked");
        }
    }
}
