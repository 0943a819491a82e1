//! The thread that writes the file.

use std::collections::HashSet;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::Counted;
use super::disk::Disk;
use super::line::{Line, head_of};
use super::queue::Receiver;
use super::safe::Safe;
use crate::clock::since_epoch;
use crate::locked::locked;
use crate::log::{Log, TELL_INTERVAL};
use crate::options::Segments;
use crate::sessions::Closed;

/// The most lines that share one flush to the disk.
const MAX_GROUP: usize = 1_000;
/// When so many lines shared the last flush, their clients soon send the next: the writer waits for these, so that
/// they share a flush with those that came meanwhile. A flush costs more than many lines do. It waits as long as some
/// come in each part of this time, and no longer than so many parts.
const MANY: usize = 4;
const PART: Duration = Duration::from_micros(250);
const MAX_PARTS: usize = 4;
/// How often the writer looks at what it still has to do, when nothing arrives.
const TICK: Duration = Duration::from_secs(1);

/// When another file could not begin, it is tried again after this time.
const RETRY: Duration = Duration::from_secs(60);

/// How the writer told that a line is on the disk, or is not.
type Answer = Result<(), String>;

/// What the writer gets to do, in this order.
#[derive(Debug)]
pub(super) enum Entry {
    /// To write a line.
    Line { kind: Kind, line: Vec<u8>, written: oneshot::Sender<Answer>, counted: Counted },
    /// To say whether all earlier lines of a session are on the disk.
    Barrier { session: String, written: oneshot::Sender<Answer> },
    /// No more lines of a session come, of which one could not be written.
    Lost { session: String },
}

/// What a line is to its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its first line: without it nobody was told the id.
    First,
    Event,
    /// It is closed. Nobody waits for this line.
    Closed,
}

/// The sessions of which a line could not be written, until the collector has closed them.
#[derive(Debug, Default)]
pub(super) struct Faults {
    any: AtomicBool,
    sessions: Mutex<Vec<String>>,
}

impl Faults {
    fn add(&self, session: String) {
        locked(&self.sessions).push(session);
        self.any.store(true, Ordering::Release);
    }

    pub(super) fn take(&self) -> Vec<String> {
        // Nearly always there is none.
        if !self.any.load(Ordering::Acquire) {
            return Vec::new();
        }
        let mut sessions = locked(&self.sessions);
        self.any.store(false, Ordering::Release);
        std::mem::take(&mut sessions)
    }
}

/// Whom the writer tells what it did.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) faults: Arc<Faults>,
    pub(super) safe: Arc<Safe>,
}

/// Writes lines in groups. What it could not write it takes back, so that the file has whole lines only,
/// and each session is in it without a gap.
#[derive(Debug)]
pub(super) struct Writer<D> {
    disk: D,
    /// For messages.
    path: PathBuf,
    /// So many bytes of the file are written for good.
    len: u64,
    /// Whether there may be others behind these.
    has_rest: bool,
    told: Told,
    /// Sessions with a line that could not be written: further ones would leave a gap.
    lost: HashSet<String>,
    /// Lines that close sessions, and could not be written yet.
    owed: Vec<u8>,
    rotation: Rotation,
    /// The disk can fail with each request.
    log: Log,
    said: Instant,
    /// How many lines may share the next flush.
    expected: usize,
}

/// When another file begins.
#[derive(Debug)]
pub(crate) struct Rotation {
    bytes: u64,
    age: Option<Duration>,
    /// When the first line of this file was received, in milliseconds since the Unix epoch.
    first: Option<u64>,
    /// It could not begin: it is not tried again before.
    not_before: Option<Instant>,
}

impl Rotation {
    pub(super) fn new(options: &Segments, first: Option<u64>) -> Self {
        Self { bytes: options.bytes, age: options.age, first, not_before: None }
    }

    /// Whether a file of so many bytes is large or old enough.
    fn is_due(&self, len: u64) -> bool {
        let now = since_epoch();
        let is_old = |age: Duration| {
            let first = self.first.map(Duration::from_millis);
            first.is_some_and(|first| now.saturating_sub(first) >= age)
        };
        (len >= self.bytes || self.age.is_some_and(is_old))
            && len > 0
            && self.not_before.is_none_or(|moment| Instant::now() >= moment)
    }
}

/// The lines that share a flush.
#[derive(Default)]
struct Group {
    text: Vec<u8>,
    /// Where each line ends in the text, what it is, and who waits for it.
    lines: Vec<(usize, Kind, oneshot::Sender<Answer>)>,
    /// The sessions that are waited for, unless they are lost already.
    barriers: Vec<(Option<String>, oneshot::Sender<Answer>)>,
    /// The bytes of the lines.
    counted: Vec<Counted>,
}

impl<D: Disk> Writer<D> {
    /// For a file of so many bytes.
    pub(super) fn new(disk: D, path: PathBuf, len: u64, rotation: Rotation, told: Told) -> Self {
        let (lost, owed) = (HashSet::new(), Vec::new());
        Self {
            disk,
            path,
            len,
            has_rest: false,
            told,
            lost,
            owed,
            rotation,
            log: Log::default(),
            said: Instant::now(),
            expected: 0,
        }
    }

    /// Writes lines until the other end of the queue has gone. Lines that are waiting share one flush to the disk.
    pub(super) fn run(mut self, mut entries: Receiver<Entry>) {
        loop {
            match entries.next(TICK) {
                Ok(first) => {
                    let group = self.gather(first, &mut entries);
                    self.write(group.into_iter(), || entries.waiting());
                }
                Err(mpsc::RecvTimeoutError::Timeout) => self.tick(),
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
            }
        }
        self.pay();
        self.log.tell();
    }

    /// The entries that share the next flush.
    fn gather(&self, first: Entry, entries: &mut Receiver<Entry>) -> Vec<Entry> {
        let mut group = vec![first];
        entries.take(MAX_GROUP, &mut group);
        let expected = self.expected.min(MAX_GROUP);
        for _ in 0..MAX_PARTS {
            let before = group.len();
            if before >= expected {
                break;
            }
            entries.wait_for(expected - before, PART);
            entries.take(MAX_GROUP - before, &mut group);
            if group.len() == before {
                break;
            }
        }
        group
    }

    /// Does what is left to do.
    fn tick(&mut self) {
        self.tell();
        if self.owed.is_empty() {
            self.disk.keep_reserve();
        } else {
            self.pay();
        }
        self.rotate();
    }

    /// Says how many lines of the log were left out.
    fn tell(&mut self) {
        if self.said.elapsed() >= TELL_INTERVAL {
            self.log.tell();
            self.said = Instant::now();
        }
    }

    /// Begins another file, if it is time for that and nothing stands in this one that is not to stay.
    fn rotate(&mut self) {
        if self.has_rest || !self.rotation.is_due(self.len) {
            return;
        }
        let Self { disk, told, .. } = self;
        match told.safe.rotate(|| disk.rotate()) {
            Ok(()) => (self.len, self.rotation.first) = (0, None),
            Err(error) => {
                let path = self.path.display();
                self.log.storage(|| tracing::error!("{path}: no other file can begin: {error}"));
                self.rotation.not_before = Some(Instant::now() + RETRY);
            }
        }
    }

    /// Writes them, and tells those who wait for it. `others` is how many entries have come meanwhile.
    fn write(&mut self, entries: impl Iterator<Item = Entry>, others: impl FnOnce() -> usize) {
        let mut group = Group::default();
        for entry in entries {
            match entry {
                Entry::Line { kind, line, written, counted } => {
                    if kind == Kind::Event && self.is_lost(&line) {
                        let _ = written.send(Err("an earlier event could not be".to_owned()));
                        continue;
                    }
                    group.counted.push(counted);
                    group.text.extend(line);
                    group.lines.push((group.text.len(), kind, written));
                }
                Entry::Barrier { session, written } => {
                    let session = (!self.lost.contains(&session)).then_some(session);
                    group.barriers.push((session, written));
                }
                Entry::Lost { session } => {
                    self.lost.remove(&session);
                }
            }
        }
        let lines = group.lines.len();
        let result = self.append(&group.text).map_err(|error| {
            let path = self.path.display();
            let what = "free space or check the disk";
            self.log.storage(|| tracing::error!("{path}: {error}; {what}"));
            self.failed(&group);
            error.to_string()
        });
        self.expected = if lines >= MANY { lines + others() } else { 0 };
        for (_, _, written) in group.lines {
            // The request may have been cancelled.
            let _ = written.send(result.clone());
        }
        for (session, written) in group.barriers {
            let is_safe = session.is_some_and(|session| !self.lost.contains(&session));
            let told =
                if is_safe { Ok(()) } else { Err("an earlier event could not be".to_owned()) };
            let _ = written.send(told);
        }
        self.tell();
        self.rotate();
    }

    fn is_lost(&self, line: &[u8]) -> bool {
        !self.lost.is_empty()
            && head_of(line).is_some_and(|head| self.lost.contains(&*head.session))
    }

    /// Remembers which sessions have a gap now, and closes them in the file, too: after a restart they are
    /// closed as before.
    fn failed(&mut self, group: &Group) {
        let mut from = 0;
        for (to, kind, _) in &group.lines {
            let line = &group.text[from..*to];
            from = *to;
            let Some(head) = head_of(line) else { continue };
            if *kind == Kind::Closed {
                self.owed.extend(line);
                continue;
            }
            let session = head.session.into_owned();
            self.told.faults.add(session.clone());
            if *kind == Kind::Event && !self.lost.contains(&session) {
                let reason = Some(Closed::NotStored);
                let closed = Line { closed: reason, ..Line::new(head.received, &session) };
                self.owed.extend(closed.to_bytes().unwrap_or_default());
                self.lost.insert(session);
            }
        }
        self.pay();
    }

    /// Writes what is owed and the text.
    fn append(&mut self, text: &[u8]) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.remove_rest()?;
        self.has_rest = true;
        let written = if self.owed.is_empty() {
            self.disk.append(text)
        } else {
            self.disk.append(&[&self.owed, text].concat())
        };
        written.and_then(|()| self.disk.sync()).inspect_err(|_| {
            // Nothing of it is acknowledged. What cannot be removed now is removed before the next line.
            let _ = self.remove_rest();
        })?;
        self.len += (self.owed.len() + text.len()) as u64;
        self.rotation.first = self
            .rotation
            .first
            .or_else(|| Some(head_of(text.split(|byte| *byte == b'\n').next()?)?.received));
        self.owed = Vec::new();
        self.has_rest = false;
        self.told.safe.advance(self.len);
        Ok(())
    }

    /// Writes what is owed. Until that is on the disk it is tried again, and stands in the file
    /// nevertheless, if it could be written: whole lines, which are true.
    fn pay(&mut self) {
        if self.owed.is_empty() || self.remove_rest().is_err() {
            return;
        }
        self.has_rest = true;
        let mut written = self.disk.append(&self.owed);
        if written.is_err() && self.remove_rest().is_ok() {
            self.disk.use_reserve();
            self.has_rest = true;
            written = self.disk.append(&self.owed);
        }
        match written {
            Err(_) => drop(self.remove_rest()),
            Ok(()) if self.disk.sync().is_ok() => {
                self.len += self.owed.len() as u64;
                self.owed = Vec::new();
                self.has_rest = false;
                self.told.safe.advance(self.len);
            }
            Ok(()) => {}
        }
    }

    fn remove_rest(&mut self) -> io::Result<()> {
        if self.has_rest {
            self.disk.truncate(self.len)?;
            self.has_rest = false;
        }
        Ok(())
    }
}
