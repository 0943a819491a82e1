//! What was accepted, kept on disk as JSON Lines.
//!
//! One file, appended to only. Each line stands for itself: a session's id, when it was
//! received, what it was, and the events. A line is on the disk before its request is answered,
//! so what was acknowledged survives a kill.

use std::borrow::Cow;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::sync::mpsc;
use std::thread::JoinHandle;

use media_collection::{Event, Policy};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio::sync::oneshot;

use crate::sessions::{Closed, Origin, Sessions, Written};

const FILE: &str = "received.jsonl";

/// One line: when, which session, and one of the others.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Line<'a> {
    received: u64,
    #[serde(borrow)]
    session: Cow<'a, str>,
    /// An online session began, with this event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    start: Option<Box<RawValue>>,
    /// An event of an open session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    event: Option<Box<RawValue>>,
    /// A session that came as a whole, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<Origin>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    events: Option<Vec<Box<RawValue>>>,
    /// The session was closed by something else than its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closed: Option<Closed>,
}

impl<'a> Line<'a> {
    fn new(received: u64, session: &'a str) -> Self {
        Self { received, session: Cow::Borrowed(session), ..Self::default() }
    }
}

/// What is to be written, and who waits for it.
struct Entry {
    line: Vec<u8>,
    written: oneshot::Sender<Result<(), String>>,
}

/// Where accepted events go.
#[derive(Debug)]
pub struct Storage {
    entries: Option<mpsc::Sender<Entry>>,
    writer: Option<JoinHandle<()>>,
}

/// A line that is being written.
#[derive(Debug)]
pub struct Pending(Option<oneshot::Receiver<Result<(), String>>>);

impl Pending {
    /// Waits until the line is on the disk.
    pub async fn written(self) -> Result<(), String> {
        match self.0 {
            None => Ok(()),
            Some(written) => written.await.unwrap_or_else(|_| Err("the writer is gone".to_owned())),
        }
    }
}

impl Storage {
    /// Keeps nothing.
    pub fn none() -> Self {
        Self { entries: None, writer: None }
    }

    /// Opens the file in the folder, and reads back what it holds.
    pub fn open(folder: &Path, sessions: &mut Sessions) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(FILE);
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(&path)?;
        // The file's name has to survive as well.
        #[cfg(unix)]
        File::open(folder)?.sync_all()?;
        let torn = read_back(&file, &path, sessions)?;
        if torn {
            // A kill in the middle of a line: the line was not acknowledged. It stays, and stays
            // a line of its own.
            file.write_all(b"\n")?;
            file.sync_data()?;
        }
        let (entries, received) = mpsc::channel();
        let writer = std::thread::Builder::new()
            .name("storage".to_owned())
            .spawn(move || write(&file, &path, &received))?;
        Ok(Self { entries: Some(entries), writer: Some(writer) })
    }

    pub fn start(&self, received: u64, session: &str, start: &Written) -> Pending {
        let start = || Some(start.text.clone());
        self.append(|| Line { start: start(), ..Line::new(received, session) })
    }

    pub fn event(&self, received: u64, session: &str, event: &Written) -> Pending {
        let event = || Some(event.text.clone());
        self.append(|| Line { event: event(), ..Line::new(received, session) })
    }

    pub fn whole(
        &self,
        received: u64,
        session: &str,
        origin: Origin,
        events: &[Written],
    ) -> Pending {
        self.append(|| Line {
            origin: Some(origin),
            events: Some(events.iter().map(|written| written.text.clone()).collect()),
            ..Line::new(received, session)
        })
    }

    /// Nobody waits for this: after a restart the timeouts would find the same.
    pub fn closed(&self, received: u64, session: &str, reason: Closed) {
        drop(self.append(|| Line { closed: Some(reason), ..Line::new(received, session) }));
    }

    /// Lines are written in the order of these calls.
    fn append<'a>(&self, line: impl FnOnce() -> Line<'a>) -> Pending {
        let Some(entries) = &self.entries else { return Pending(None) };
        let (written, pending) = oneshot::channel();
        match serde_json::to_vec(&line()) {
            Ok(mut line) => {
                line.push(b'\n');
                // A writer that is gone answers by dropping the other end.
                let _ = entries.send(Entry { line, written });
            }
            Err(error) => {
                let _ = written.send(Err(error.to_string()));
            }
        }
        Pending(Some(pending))
    }

    /// Waits until everything is written.
    pub fn finish(mut self) {
        drop(self.entries.take());
        if let Some(writer) = self.writer.take()
            && writer.join().is_err()
        {
            tracing::error!("the storage ended badly");
        }
    }
}

/// Writes what comes; whatever has come meanwhile shares one flush to the disk.
fn write(mut file: &File, path: &Path, entries: &mpsc::Receiver<Entry>) {
    while let Ok(first) = entries.recv() {
        let mut waiting = Vec::new();
        let mut text = Vec::new();
        for Entry { line, written } in std::iter::once(first).chain(entries.try_iter().take(1_000))
        {
            text.extend(line);
            waiting.push(written);
        }
        let result = append(&mut file, &text).map_err(|error| {
            tracing::error!("{}: {error}; free some space or check the disk", path.display());
            error.to_string()
        });
        for written in waiting {
            // Whoever waited may have gone.
            let _ = written.send(result.clone());
        }
    }
}

fn append(file: &mut &File, text: &[u8]) -> io::Result<()> {
    let before = file.metadata()?.len();
    file.write_all(text).and_then(|()| file.sync_data()).inspect_err(|_| {
        // Half a line would spoil the next one, and none of this is acknowledged.
        if let Err(error) = file.set_len(before) {
            tracing::error!("half a line stays in the storage: {error}");
        }
    })
}

/// Reads the file; whether it ends in the middle of a line.
fn read_back(file: &File, path: &Path, sessions: &mut Sessions) -> io::Result<bool> {
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    let (mut number, mut unreadable) = (0_usize, 0_usize);
    let torn = loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            break false;
        }
        number += 1;
        if !line.trim_ascii().is_empty()
            && let Err(error) = take(&line, sessions)
        {
            unreadable += 1;
            tracing::warn!("{}, line {number}: {error}; passed over", path.display());
        }
        if line.last() != Some(&b'\n') {
            break true;
        }
    };
    let (kept, open) = (sessions.len(), sessions.open());
    tracing::info!(
        "{}: {number} lines, {unreadable} unreadable; {kept} sessions, {open} open",
        path.display()
    );
    Ok(torn)
}

fn take(line: &[u8], sessions: &mut Sessions) -> Result<(), String> {
    let line: Line<'_> = serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let (received, session) = (line.received, &*line.session);
    if let Some(text) = line.start {
        sessions.start(received, session, read(text)?);
    } else if let Some(text) = line.event {
        sessions.event(received, session, read(text)?);
    } else if let (Some(origin), Some(events)) = (line.origin, line.events) {
        let events = events.into_iter().map(read).collect::<Result<_, _>>()?;
        sessions.upload(received, session, origin, events);
    } else if let Some(reason) = line.closed {
        sessions.close(session, reason);
    } else {
        return Err("holds nothing that is known".to_owned());
    }
    Ok(())
}

/// Tolerant, whatever the policy is now: it was accepted once.
fn read(text: Box<RawValue>) -> Result<Written, String> {
    let event = Event::decode(text.get().as_bytes(), &Policy::tolerant())
        .map_err(|error| error.to_string())?;
    Ok(Written { event, text })
}
