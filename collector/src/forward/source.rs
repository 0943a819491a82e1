//! Where stored lines come from.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::storage::{Place, Safe, Tail};

/// Stored lines in their order, each of which has a place.
pub(crate) trait Source: Send + fmt::Debug {
    /// Goes on at this place.
    fn seek(&mut self, from: Place);

    /// Reads the next line that is safe, and returns its place; `None` if there is no other yet.
    fn read(&mut self, line: &mut Vec<u8>) -> io::Result<Option<Place>>;

    /// The place that is read next.
    fn next_place(&self) -> Place;

    /// The place behind everything that is safe now.
    fn end(&mut self) -> io::Result<Place>;

    /// When it returned that there is no other line: before which moment everything was read that had been
    /// stored by then, in milliseconds since the Unix epoch. `now` is when it was asked.
    fn read_until(&self, now: u64) -> u64 {
        now
    }

    /// How much later than it was received a line can be stored, in milliseconds.
    fn delay(&self) -> u64 {
        0
    }

    /// What stands before this place is not needed any more.
    fn release(&mut self, before: Place);
}

/// The log in a collector's folder.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    safe: Arc<Safe>,
    tail: Tail,
}

impl Folder {
    pub(super) fn new(path: &Path, safe: Arc<Safe>) -> Self {
        let tail = Tail::new(path, Arc::clone(&safe), Place::default());
        Self { path: path.to_owned(), safe, tail }
    }
}

impl Source for Folder {
    fn seek(&mut self, from: Place) {
        self.tail = Tail::new(&self.path, Arc::clone(&self.safe), from);
    }

    fn read(&mut self, line: &mut Vec<u8>) -> io::Result<Option<Place>> {
        self.tail.read(line)
    }

    fn next_place(&self) -> Place {
        self.tail.next_place()
    }

    fn end(&mut self) -> io::Result<Place> {
        let from = Place { segment: self.safe.segment(), line: 0 };
        let mut tail = Tail::new(&self.path, Arc::clone(&self.safe), from);
        let mut line = Vec::new();
        while tail.read(&mut line)?.is_some() {}
        Ok(tail.next_place())
    }

    fn release(&mut self, before: Place) {
        self.safe.hold(before.segment);
    }
}
