//! The file to which the writer appends. It is behind a trait, so that tests can make the disk fail.

use std::fmt;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::mpsc;

use super::{files, packer};

/// The bytes that a collector holds ready for a full disk. They are enough for the lines that close some
/// 8,000 sessions.
const RESERVED: usize = 1024 * 1024;
/// The name of the file with these bytes.
const RESERVE: &str = "received.reserve";

/// What the writer needs of the disk.
pub(crate) trait Disk: Send + fmt::Debug {
    /// Writes at the end. An error can leave a part of the bytes there.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Waits until everything is on the disk.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts off what is behind so many bytes.
    fn truncate(&mut self, len: u64) -> io::Result<()>;

    /// Begins another file. An error leaves the one that there is.
    fn rotate(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// Gives the reserved room back, for what has to be written on a full disk.
    fn use_reserve(&mut self) {}

    /// Reserves room again, if there is some.
    fn keep_reserve(&mut self) {}
}

/// The file in a collector's folder.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    active: File,
    has_reserve: bool,
    /// The number of the next closed segment, and who is told of it.
    next: u64,
    closed: mpsc::Sender<u64>,
}

impl Folder {
    pub(super) fn new(path: PathBuf, active: File, next: u64, closed: mpsc::Sender<u64>) -> Self {
        let mut folder = Self { path, active, has_reserve: false, next, closed };
        folder.keep_reserve();
        folder
    }
}

impl Disk for Folder {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.active.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.active.sync_data()
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.active.set_len(len)
    }

    fn rotate(&mut self) -> io::Result<()> {
        self.active = packer::rotate(&self.path, self.next)?;
        // The packer lives as long as this.
        let _ = self.closed.send(self.next);
        self.next += 1;
        Ok(())
    }

    fn use_reserve(&mut self) {
        self.has_reserve = false;
        let _ = std::fs::remove_file(self.path.join(RESERVE));
    }

    fn keep_reserve(&mut self) {
        if self.has_reserve {
            return;
        }
        let path = self.path.join(RESERVE);
        // Zeros that are written take room; a length that is only set does not.
        let reserved = files::create(&path).and_then(|mut file| {
            file.write_all(&vec![0; RESERVED]).and_then(|()| file.sync_data())
        });
        self.has_reserve = reserved.is_ok();
        if !self.has_reserve {
            let _ = std::fs::remove_file(path);
        }
    }
}
