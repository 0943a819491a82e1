//! Stores accepted events on disk as JSON Lines.
//!
//! There is one append-only file. Each line is self-contained: the session's id, the time, and the
//! events. A line is on the disk before its request is acknowledged, so acknowledged events survive
//! a crash.

mod line;
mod read_back;
mod writer;

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use serde_json::value::RawValue;
use tokio::sync::oneshot;

pub(crate) use self::line::Line;
use self::writer::Entry;
use crate::sessions::{Closed, Origin, Sessions, Written};

/// The name of the file in a collector's folder.
pub const FILE: &str = "received.jsonl";

/// The storage of accepted events.
#[derive(Debug)]
pub(crate) struct Storage {
    entries: Option<mpsc::Sender<Entry>>,
    writer: Option<JoinHandle<()>>,
    /// The bytes of the lines that wait to be written.
    waiting: Arc<AtomicUsize>,
}

/// With more bytes of lines that wait to be written, nothing is accepted.
const MAX_WAITING: usize = 64 * 1024 * 1024;

/// Counts the bytes of a line until it is written. Its client may have gone before.
#[derive(Debug)]
pub(crate) struct Counted {
    bytes: usize,
    waiting: Arc<AtomicUsize>,
}

impl Counted {
    fn new(bytes: usize, waiting: &Arc<AtomicUsize>) -> Self {
        waiting.fetch_add(bytes, Ordering::Relaxed);
        Self { bytes, waiting: Arc::clone(waiting) }
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.waiting.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// A line that is being written.
#[derive(Debug)]
pub(crate) struct Pending(Option<oneshot::Receiver<Result<(), String>>>);

impl Pending {
    /// Waits until the line is on the disk.
    pub(crate) async fn written(self) -> Result<(), String> {
        match self.0 {
            None => Ok(()),
            Some(written) => {
                written.await.unwrap_or_else(|_| Err("the writer has stopped".to_owned()))
            }
        }
    }
}

impl Storage {
    /// Stores nothing.
    pub(crate) fn none() -> Self {
        Self { entries: None, writer: None, waiting: Arc::default() }
    }

    /// Opens the file in the folder, and adds its events to the sessions.
    pub(crate) fn open(folder: &Path, sessions: &mut Sessions) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(FILE);
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(&path)?;
        // The entry in the folder has to survive a crash as well.
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        let torn = read_back::read_back(&file, &path, sessions)?;
        if torn {
            // A crash in the middle of a line, which was not acknowledged. It is ended, so that the
            // next line is readable.
            file.write_all(b"\n")?;
            file.sync_data()?;
        }
        let (entries, received) = mpsc::channel();
        let writer = std::thread::Builder::new()
            .name("storage".to_owned())
            .spawn(move || writer::write(&file, &path, &received))?;
        Ok(Self { entries: Some(entries), writer: Some(writer), waiting: Arc::default() })
    }

    /// Whether the disk is so slow that nothing more may be accepted.
    pub(crate) fn is_behind(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > MAX_WAITING
    }

    /// Stores the `sessionStart` of an online session.
    pub(crate) fn start(
        &self,
        received: u64,
        session: &str,
        start: &Written,
        edge: Option<&RawValue>,
    ) -> Pending {
        let start = || Some(start.text.clone());
        let edge = || edge.map(ToOwned::to_owned);
        self.append(|| Line { start: start(), edge: edge(), ..Line::new(received, session) })
    }

    /// Stores an event of an open session.
    pub(crate) fn event(
        &self,
        received: u64,
        session: &str,
        event: &Written,
        edge: Option<&RawValue>,
    ) -> Pending {
        let event = || Some(event.text.clone());
        let edge = || edge.map(ToOwned::to_owned);
        self.append(|| Line { event: event(), edge: edge(), ..Line::new(received, session) })
    }

    /// Stores a session that was uploaded in one request.
    pub(crate) fn uploaded(
        &self,
        received: u64,
        session: &str,
        origin: Origin,
        events: &[Written],
        edge: Option<&RawValue>,
    ) -> Pending {
        self.append(|| Line {
            origin: Some(origin),
            edge: edge.map(ToOwned::to_owned),
            events: Some(events.iter().map(|written| written.text.clone()).collect()),
            ..Line::new(received, session)
        })
    }

    /// Stores why a session was closed. Nothing waits for this: if it is lost, the timeouts close
    /// the session again after a restart.
    pub(crate) fn closed(&self, received: u64, session: &str, reason: Closed) {
        drop(self.append(|| Line { closed: Some(reason), ..Line::new(received, session) }));
    }

    /// Hands a line to the writer. Lines are written in the order of these calls.
    fn append<'a>(&self, line: impl FnOnce() -> Line<'a>) -> Pending {
        let Some(entries) = &self.entries else { return Pending(None) };
        let (written, pending) = oneshot::channel();
        match serde_json::to_vec(&line()) {
            Ok(mut line) => {
                line.push(b'\n');
                // If the writer has stopped, the sender is dropped, and `written` returns an error.
                let counted = Counted::new(line.len(), &self.waiting);
                let _ = entries.send(Entry { line, written, counted });
            }
            Err(error) => {
                let _ = written.send(Err(error.to_string()));
            }
        }
        Pending(Some(pending))
    }

    /// Waits until everything is written.
    pub(crate) fn finish(mut self) {
        drop(self.entries.take());
        if let Some(writer) = self.writer.take()
            && writer.join().is_err()
        {
            tracing::error!("the writer panicked");
        }
    }
}
