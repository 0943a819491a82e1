//! The thread that looks after closed segments: it says what is in them, compresses them, and removes
//! those that are no longer to be kept.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::{Duration, SystemTime};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::index::{EXTENSION, Follower};
use super::rewrite::{EXTENSION as REWRITTEN, replace};
use super::safe::Safe;
use super::segments::{self, Segment};
use super::{FILE, files};
use crate::options::Segments;

/// How often it looks for segments that are too old.
const INTERVAL: Duration = Duration::from_secs(60);
/// What the name of a file ends in that is being written.
const PARTIAL: &str = ".jsonl.gz.partial";

#[derive(Debug)]
pub(super) struct Packer {
    pub(super) folder: PathBuf,
    pub(super) options: Segments,
    pub(super) follower: Follower,
    pub(super) safe: Arc<Safe>,
    /// The collector stops: what is not finished is done after the next start.
    pub(super) stop: Arc<AtomicBool>,
}

impl Packer {
    /// Looks after the segments that there are, and those whose numbers arrive.
    pub(super) fn run(mut self, closed: &mpsc::Receiver<u64>) {
        self.tidy();
        loop {
            match closed.recv_timeout(INTERVAL) {
                Ok(number) => {
                    let segment = Segment { number, is_compressed: false };
                    self.told(segment, |packer| packer.index(segment));
                    self.tidy();
                }
                Err(mpsc::RecvTimeoutError::Timeout) => self.tidy(),
                Err(mpsc::RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn told(&mut self, segment: Segment, work: impl FnOnce(&mut Self) -> io::Result<()>) {
        if let Err(error) = work(self) {
            tracing::warn!("{}: {error}", segment.path(&self.folder).display());
        }
    }

    /// Writes what is in a segment.
    fn index(&mut self, segment: Segment) -> io::Result<()> {
        let index = self.follower.index(segment.number, segment.open(&self.folder)?)?;
        index.write(&self.folder, segment.number)
    }

    /// Compresses what is not compressed, and removes what is not to be kept.
    fn tidy(&mut self) {
        let closed = match segments::closed(&self.folder) {
            Ok(closed) => closed,
            Err(error) => {
                tracing::warn!("{}: {error}", self.folder.display());
                return;
            }
        };
        for segment in &closed {
            if self.stop.load(Ordering::Relaxed) {
                return;
            }
            let plain = Segment { is_compressed: false, ..*segment };
            if segment.is_compressed {
                // It was compressed when the collector was killed.
                let _ = std::fs::remove_file(plain.path(&self.folder));
            } else {
                self.told(plain, |packer| packer.compress(plain));
            }
        }
        // One that was closed since is not compressed yet: its size would push out others.
        let last = closed.last().map_or(0, |segment| segment.number);
        if let Err(error) = self.expire(last) {
            tracing::warn!("{}: {error}", self.folder.display());
        }
    }

    /// Replaces a segment by a compressed one, which is complete before it has its name.
    fn compress(&self, segment: Segment) -> io::Result<()> {
        let plain = segment.path(&self.folder);
        let partial = self.folder.join(segments::name(segment.number, PARTIAL));
        let mut from = File::open(&plain)?;
        let packed = Segment { is_compressed: true, ..segment };
        let is_whole = replace(&packed.path(&self.folder), &partial, |to| {
            let Some(to) = self.copy(&mut from, to)? else { return Ok(None) };
            // Its age is that of its events.
            to.set_modified(from.metadata()?.modified()?)?;
            Ok(Some(to))
        })?;
        if is_whole { std::fs::remove_file(plain) } else { Ok(()) }
    }

    /// Returns the file if it was finished.
    fn copy(&self, from: &mut File, to: File) -> io::Result<Option<File>> {
        let mut encoder = GzEncoder::new(to, Compression::fast());
        let mut bytes = vec![0; 256 * 1024];
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Ok(None);
            }
            let read = from.read(&mut bytes)?;
            if read == 0 {
                break;
            }
            encoder.write_all(&bytes[..read])?;
        }
        encoder.finish().map(Some)
    }

    /// Removes of the segments up to this one those that are too old, unless an open session has events in them, and the oldest as
    /// long as all together are too large. What is still to be forwarded is kept.
    fn expire(&self, last: u64) -> io::Result<()> {
        let Segments { keep_for, keep_bytes, .. } = self.options;
        let held = self.safe.held();
        let needed = self.follower.oldest().unwrap_or(u64::MAX).min(held);
        let mut kept = Vec::new();
        let closed = segments::closed(&self.folder)?;
        for segment in closed.into_iter().filter(|segment| segment.number <= last) {
            let metadata = std::fs::metadata(segment.path(&self.folder))?;
            let age = SystemTime::now().duration_since(metadata.modified()?).unwrap_or_default();
            let is_old = keep_for.is_some_and(|keep| age > keep) && segment.number < needed;
            if is_old {
                self.remove(segment, "is too old")?;
            } else {
                kept.push((segment, metadata.len()));
            }
        }
        let mut bytes: u64 = kept.iter().map(|(_, bytes)| bytes).sum();
        for (segment, size) in kept {
            if keep_bytes.is_none_or(|keep| bytes <= keep) {
                break;
            }
            if segment.number >= held {
                let path = segment.path(&self.folder);
                tracing::warn!("{} is kept: it is not forwarded yet", path.display());
                break;
            }
            self.remove(segment, "makes room")?;
            bytes -= size;
        }
        Ok(())
    }

    fn remove(&self, segment: Segment, why: &str) -> io::Result<()> {
        let path = segment.path(&self.folder);
        std::fs::remove_file(&path)?;
        let _ = std::fs::remove_file(self.folder.join(segments::name(segment.number, EXTENSION)));
        tracing::info!("{} {why}: removed", path.display());
        Ok(())
    }
}

/// Removes what a killed collector had not finished.
pub(super) fn remove_partial(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name();
        let is_rewritten = Path::new(&name).extension().is_some_and(|end| end == REWRITTEN);
        if segments::number(&name, PARTIAL).is_some() || is_rewritten {
            std::fs::remove_file(folder.join(name))?;
        }
    }
    Ok(())
}

/// Gives the file that is written the name of a closed segment, and makes a new one.
pub(super) fn rotate(folder: &Path, number: u64) -> io::Result<std::fs::File> {
    let (active, closed) = (folder.join(FILE), folder.join(segments::name(number, ".jsonl")));
    std::fs::rename(&active, &closed)?;
    match files::append_to(&active) {
        Ok(file) => {
            files::sync_folder(folder)?;
            Ok(file)
        }
        Err(error) => {
            // It goes on with the old one.
            std::fs::rename(closed, active)?;
            Err(error)
        }
    }
}
