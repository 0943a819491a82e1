//! Reads the log line by line while it is written, from any place, and never what is not safe.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Take};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::read::MultiGzDecoder;
use serde::{Deserialize, Serialize};

use super::safe::Safe;
use super::{FILE, segments};

/// The place of a line: the number of its segment, and how many lines stand before it there. Lines keep
/// their places, also when others are erased.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(u64, u64)", into = "(u64, u64)")]
pub(crate) struct Place {
    pub(crate) segment: u64,
    pub(crate) line: u64,
}

impl From<(u64, u64)> for Place {
    fn from((segment, line): (u64, u64)) -> Self {
        Self { segment, line }
    }
}

impl From<Place> for (u64, u64) {
    fn from(place: Place) -> Self {
        (place.segment, place.line)
    }
}

impl Place {
    /// The place behind this line.
    pub(crate) const fn after(self) -> Self {
        Self { segment: self.segment, line: self.line + 1 }
    }
}

/// The lines of a folder's log from a place on.
#[derive(Debug)]
pub(crate) struct Tail {
    folder: PathBuf,
    safe: Arc<Safe>,
    next: Place,
    file: Option<Open>,
}

/// The file that is read.
#[derive(Debug)]
enum Open {
    /// So many bytes of it may be read in all: a buffer must not have what is not safe.
    Plain {
        from: BufReader<Take<File>>,
        allowed: u64,
    },
    Packed(Box<BufReader<MultiGzDecoder<BufReader<File>>>>),
}

impl Open {
    fn line(&mut self, line: &mut Vec<u8>) -> io::Result<usize> {
        match self {
            Self::Plain { from, .. } => from.read_until(b'\n', line),
            Self::Packed(from) => from.read_until(b'\n', line),
        }
    }

    /// Allows to read so many bytes from the beginning.
    fn allow(&mut self, bytes: u64) {
        if let Self::Plain { from, allowed } = self {
            let from = from.get_mut();
            from.set_limit(from.limit().saturating_add(bytes.saturating_sub(*allowed)));
            *allowed = bytes.max(*allowed);
        }
    }
}

impl Tail {
    pub(crate) fn new(folder: &Path, safe: Arc<Safe>, from: Place) -> Self {
        Self { folder: folder.to_owned(), safe, next: from, file: None }
    }

    /// The place of the line that comes next.
    pub(crate) const fn next_place(&self) -> Place {
        self.next
    }

    /// Reads the next line, with its end, and returns its place; `None` if there is no other yet.
    pub(crate) fn read(&mut self, line: &mut Vec<u8>) -> io::Result<Option<Place>> {
        loop {
            if self.file.is_none() {
                self.file = Some(self.open()?);
            }
            let written = *self.safe.written();
            let is_closed = self.next.segment < written.segment;
            let Some(file) = &mut self.file else { continue };
            file.allow(if is_closed { u64::MAX } else { written.len });
            line.clear();
            match file.line(line) {
                Ok(0) if is_closed => self.turn(),
                Ok(0) => return Ok(None),
                Ok(_) => {
                    let place = self.next;
                    self.next = place.after();
                    return Ok(Some(place));
                }
                Err(error) if is_closed => {
                    // What is behind the damage is lost, and nothing else.
                    let number = self.next.segment;
                    tracing::error!("segment {number}: {error}; the rest of it is left out");
                    self.turn();
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn turn(&mut self) {
        self.next = Place { segment: self.next.segment + 1, line: 0 };
        self.file = None;
    }

    /// Opens the file of the next line, or if it is gone the next one that there is.
    fn open(&mut self) -> io::Result<Open> {
        // No other file begins meanwhile.
        let safe = Arc::clone(&self.safe);
        let written = safe.written();
        let closed = segments::closed(&self.folder)?;
        let segment = closed.into_iter().find(|segment| segment.number >= self.next.segment);
        let segment = segment.filter(|segment| segment.number < written.segment);
        let number = segment.map_or(written.segment, |segment| segment.number);
        if number != self.next.segment {
            if self.next > Place::default() {
                tracing::warn!(
                    "segments {} to {} are gone: what was in them is not forwarded",
                    self.next.segment,
                    number.saturating_sub(1)
                );
            }
            self.next = Place { segment: number, line: 0 };
        }
        let path = segment.map_or_else(|| self.folder.join(FILE), |one| one.path(&self.folder));
        let file = File::open(path)?;
        let mut open = if segment.is_some_and(|segment| segment.is_compressed) {
            let file = BufReader::with_capacity(64 * 1024, file);
            Open::Packed(Box::new(BufReader::with_capacity(64 * 1024, MultiGzDecoder::new(file))))
        } else {
            let from = BufReader::with_capacity(64 * 1024, file.take(0));
            Open::Plain { from, allowed: 0 }
        };
        open.allow(if segment.is_some() { u64::MAX } else { written.len });
        let mut skipped = Vec::new();
        for _ in 0..self.next.line {
            skipped.clear();
            if open.line(&mut skipped).unwrap_or(0) == 0 {
                break;
            }
        }
        Ok(open)
    }
}
