//! Stores accepted events on disk as JSON Lines.
//!
//! The log is append-only. Each line is self-contained: the session's id, the time, and the
//! events. A line is on the disk before its request is acknowledged, so acknowledged events survive
//! a crash.
//!
//! The file that is written becomes a closed segment when it is large or old, and another one begins.
//! Closed segments are compressed, and do not change any more. Beside each stands an index of what it says
//! about sessions, which is made of it, so that a start reads what it needs.

mod disk;
mod erase;
mod files;
mod index;
mod line;
mod one_session;
mod packer;
mod queue;
mod read_back;
mod rewrite;
mod safe;
mod segments;
mod tail;
#[cfg(test)]
pub(crate) mod tests;
mod writer;

use std::fs::File;
use std::io::{self, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use serde_json::value::RawValue;
use tokio::sync::oneshot;

pub(crate) use self::disk::Disk;
use self::disk::Folder;
pub(crate) use self::erase::{Erased, Plan, finish as finish_erasing, scan};
pub(crate) use self::files::{append_to, lock, sync_folder};
pub(crate) use self::line::{Line, Member, of_one, of_upload, received_of, session_of};
pub(crate) use self::one_session::Stored;
use self::packer::Packer;
use self::queue::{Sender, queue};
#[cfg(feature = "nats")]
pub(crate) use self::read_back::add;
pub(crate) use self::rewrite::{ends_a_line, rewrite};
pub(crate) use self::safe::Safe;
pub(crate) use self::segments::{files as log_files, open as open_log};
pub(crate) use self::tail::{Place, Tail};
pub(crate) use self::writer::Rotation;
use self::writer::{Entry, Faults, Kind, Told, Writer};
use crate::options::Segments;
use crate::sessions::{Closed, Origin, Sessions, Written};

/// The name of the file in a collector's folder that is written.
pub const FILE: &str = "received.jsonl";

/// The names of the files that forwarding has beside the log: what it knows of each session, and what it has
/// set aside.
pub(crate) const FORWARDED: &str = "forwarded.jsonl";
pub(crate) const SET_ASIDE: &str = "forward-rejected.jsonl";

/// The storage of accepted events.
#[derive(Debug)]
pub(crate) struct Storage {
    entries: Option<Sender<Entry>>,
    writer: Option<JoinHandle<()>>,
    faults: Arc<Faults>,
    packer: Option<(JoinHandle<()>, Arc<AtomicBool>)>,
    /// The bytes of the lines that wait to be written.
    waiting: Arc<AtomicUsize>,
    safe: Arc<Safe>,
    /// The folder; it is this collector's until this is dropped.
    folder: Option<(PathBuf, File)>,
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
    pub(crate) fn new(bytes: usize, waiting: &Arc<AtomicUsize>) -> Self {
        waiting.fetch_add(bytes, Ordering::Relaxed);
        Self { bytes, waiting: Arc::clone(waiting) }
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.waiting.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// Says when a line is on the disk, or why it is not.
type OnDisk = oneshot::Receiver<Result<(), String>>;

/// A line that was made, for [`Storage::send`].
#[derive(Debug)]
pub(crate) struct Prepared(Option<(Option<Entry>, OnDisk)>);

/// A line that is being written.
#[derive(Debug)]
pub(crate) struct Pending(Option<OnDisk>);

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
        Self {
            entries: None,
            writer: None,
            faults: Arc::default(),
            packer: None,
            waiting: Arc::default(),
            safe: Arc::default(),
            folder: None,
        }
    }

    /// Opens the log in the folder, and adds its events to the sessions. If it is `held`, all segments
    /// are kept until somebody who reads them says otherwise.
    pub(crate) fn open(
        folder: &Path,
        options: Segments,
        sessions: &mut Sessions,
        held: bool,
    ) -> io::Result<Self> {
        files::make_folder(folder)?;
        let lock = files::lock(folder)?;
        sessions.has_log();
        packer::remove_partial(folder)?;
        erase::finish(folder)?;
        let segments = segments::closed(folder)?;
        let follower = read_back::read_closed(folder, &segments, sessions)?;

        let path = folder.join(FILE);
        let mut file = files::append_to(&path)?;
        // The entry in the folder has to survive a crash as well.
        files::sync_folder(folder)?;
        let active = read_back::read_back(BufReader::new(&file), &path, None, sessions)?;
        if active.is_torn {
            // A crash in the middle of a line, which was not acknowledged. It is ended, so that the
            // next line is readable.
            file.write_all(b"\n")?;
            file.sync_data()?;
        }
        let len = file.metadata()?.len();
        let (closed, received) = mpsc::channel();
        let next = segments.last().map_or(1, |segment| segment.number + 1);
        let rotation = Rotation::new(&options, active.first);
        let disk = Folder::new(folder.to_owned(), file, next, closed);
        let mut storage = Self::on(disk, path, len, rotation)?;
        storage.safe.written().segment = next;
        if held {
            storage.safe.hold(0);
        }
        storage.folder = Some((folder.to_owned(), lock));
        let stop = Arc::<AtomicBool>::default();
        let packer = Packer {
            folder: folder.to_owned(),
            options,
            follower,
            safe: Arc::clone(&storage.safe),
            stop: Arc::clone(&stop),
        };
        let packer = std::thread::Builder::new()
            .name("segments".to_owned())
            .spawn(move || packer.run(&received))?;
        storage.packer = Some((packer, stop));
        Ok(storage)
    }

    /// Appends to a file of so many bytes on this disk.
    pub(crate) fn on(
        disk: impl Disk + 'static,
        path: PathBuf,
        len: u64,
        rotation: Rotation,
    ) -> io::Result<Self> {
        let faults = Arc::<Faults>::default();
        let (entries, received) = queue();
        let safe = Arc::<Safe>::default();
        safe.advance(len);
        let told = Told { faults: Arc::clone(&faults), safe: Arc::clone(&safe) };
        let writer = Writer::new(disk, path, len, rotation, told);
        let writer = std::thread::Builder::new()
            .name("storage".to_owned())
            .spawn(move || writer.run(received))?;
        Ok(Self {
            entries: Some(entries),
            writer: Some(writer),
            faults,
            packer: None,
            waiting: Arc::default(),
            safe,
            folder: None,
        })
    }

    /// How far the log is safe.
    pub(crate) fn safe(&self) -> &Arc<Safe> {
        &self.safe
    }

    /// Whether the disk is so slow that nothing more may be accepted.
    pub(crate) fn is_behind(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > MAX_WAITING
    }

    /// How many lines, and bytes, wait to be written.
    pub(crate) fn waiting(&self) -> (usize, usize) {
        // Each line holds the count of bytes, and so does this.
        let lines = Arc::strong_count(&self.waiting).saturating_sub(1);
        (lines, self.waiting.load(Ordering::Relaxed))
    }

    /// How many closed files the folder has; `None` if there is no folder, or it cannot be read.
    pub(crate) fn segments(&self) -> Option<usize> {
        let (folder, _) = self.folder.as_ref()?;
        segments::closed(folder).ok().map(|segments| segments.len())
    }

    /// Reads the events of a session that was opened at this time. `None` if they are more, or have more
    /// bytes, than `most`, or there is no folder.
    pub(crate) fn events_of(
        &self,
        session: &str,
        opened: u64,
        most: (usize, usize),
    ) -> Option<Vec<Stored>> {
        let (folder, _) = self.folder.as_ref()?;
        one_session::events_of(folder, session, opened, most).unwrap_or_else(|error| {
            tracing::warn!("{}: session {session} cannot be read: {error}", folder.display());
            None
        })
    }

    /// The line of the `sessionStart` of an online session.
    pub(crate) fn start(
        &self,
        received: u64,
        session: &str,
        start: &Written,
        edge: Option<&RawValue>,
    ) -> Prepared {
        self.prepare(Kind::First, || {
            Ok(of_one(received, session, Member::Start, &start.text, edge))
        })
    }

    /// The line of an event of an open session.
    pub(crate) fn event(
        &self,
        received: u64,
        session: &str,
        event: &Written,
        edge: Option<&RawValue>,
    ) -> Prepared {
        self.prepare(Kind::Event, || {
            Ok(of_one(received, session, Member::Event, &event.text, edge))
        })
    }

    /// The line of a session that was uploaded in one request.
    pub(crate) fn uploaded(
        &self,
        received: u64,
        session: &str,
        origin: Origin,
        events: &[Written],
        edge: Option<&RawValue>,
    ) -> Prepared {
        self.prepare(Kind::First, || Ok(of_upload(received, session, origin, events, edge)))
    }

    /// Stores why a session was closed. Nothing waits for this: it is tried until it is written, and if the
    /// collector is killed before, the timeouts close the session again.
    pub(crate) fn closed(&self, received: u64, session: &str, reason: Closed) {
        let line = || Line { closed: Some(reason), ..Line::new(received, session) };
        drop(self.send(self.prepare(Kind::Closed, || line().to_bytes())));
    }

    /// Waits until the earlier lines of a session are on the disk. It fails if one of them did.
    pub(crate) fn barrier(&self, session: &str) -> Pending {
        let Some(entries) = &self.entries else { return Pending(None) };
        let (written, pending) = oneshot::channel();
        entries.send(Entry::Barrier { session: session.to_owned(), written });
        Pending(Some(pending))
    }

    /// The sessions of which a line could not be written since the last call. Whoever takes them closes
    /// them before it adds another line.
    pub(crate) fn take_lost(&self) -> Vec<String> {
        let lost = self.faults.take();
        for session in &lost {
            if let Some(entries) = &self.entries {
                entries.send(Entry::Lost { session: session.clone() });
            }
        }
        lost
    }

    /// Makes a line, which can take long, and needs no lock.
    fn prepare(&self, kind: Kind, line: impl FnOnce() -> serde_json::Result<Vec<u8>>) -> Prepared {
        if self.entries.is_none() {
            return Prepared(None);
        }
        let (written, pending) = oneshot::channel();
        let entry = match line() {
            Ok(line) => {
                let counted = Counted::new(line.len(), &self.waiting);
                Some(Entry::Line { kind, line, written, counted })
            }
            Err(error) => {
                drop(written.send(Err(error.to_string())));
                None
            }
        };
        Prepared(Some((entry, pending)))
    }

    /// Hands a line to the writer. Lines are written in the order of these calls.
    pub(crate) fn send(&self, line: Prepared) -> Pending {
        let (Some(entries), Some((entry, pending))) = (&self.entries, line.0) else {
            return Pending(None);
        };
        // If the writer has stopped, the sender is dropped, and `written` returns an error.
        entry.into_iter().for_each(|entry| entries.send(entry));
        Pending(Some(pending))
    }
}

/// Waits until everything is written.
impl Drop for Storage {
    fn drop(&mut self) {
        drop(self.entries.take());
        if let Some(writer) = self.writer.take()
            && writer.join().is_err()
        {
            tracing::error!("the writer panicked");
        }
        if let Some((packer, stop)) = self.packer.take() {
            stop.store(true, Ordering::Relaxed);
            if packer.join().is_err() {
                tracing::error!("the thread of the segments panicked");
            }
        }
    }
}
