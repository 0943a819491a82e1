//! The files of the log: the one that is written, and closed ones, which never change again.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

use super::FILE;

/// A closed file of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Segment {
    pub(super) number: u64,
    pub(super) is_compressed: bool,
}

impl Segment {
    pub(super) fn path(self, folder: &Path) -> PathBuf {
        folder.join(name(self.number, if self.is_compressed { ".jsonl.gz" } else { ".jsonl" }))
    }

    pub(super) fn open(self, folder: &Path) -> io::Result<Box<dyn BufRead>> {
        open(&self.path(folder))
    }
}

/// The name of a file that belongs to the segment with this number.
pub(super) fn name(number: u64, extension: &str) -> String {
    let stem = FILE.trim_end_matches(".jsonl");
    format!("{stem}-{number:08}{extension}")
}

/// The number in the name of a file.
pub(super) fn number(name: &OsStr, extension: &str) -> Option<u64> {
    let stem = FILE.trim_end_matches(".jsonl");
    let number = name.to_str()?.strip_prefix(stem)?.strip_prefix('-')?.strip_suffix(extension)?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse().ok())?
}

/// The closed files of a folder, the oldest first. One that was compressed when the collector was killed
/// is there twice: the compressed one is whole.
pub(super) fn closed(folder: &Path) -> io::Result<Vec<Segment>> {
    let mut segments = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = entry?.file_name();
        for (extension, is_compressed) in [(".jsonl", false), (".jsonl.gz", true)] {
            let number = number(&name, extension);
            segments.extend(number.map(|number| Segment { number, is_compressed }));
        }
    }
    segments.sort_by_key(|segment| (segment.number, !segment.is_compressed));
    segments.dedup_by_key(|segment| segment.number);
    Ok(segments)
}

/// Opens a file of the log, compressed or not.
pub(crate) fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let file = BufReader::with_capacity(64 * 1024, File::open(path)?);
    Ok(if path.extension() == Some(OsStr::new("gz")) {
        Box::new(BufReader::with_capacity(64 * 1024, MultiGzDecoder::new(file)))
    } else {
        Box::new(file)
    })
}

/// The files of a folder's log in the order in which they were written.
pub(crate) fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<_> =
        closed(folder)?.into_iter().map(|segment| segment.path(folder)).collect();
    let active = folder.join(FILE);
    if active.is_file() {
        files.push(active);
    }
    Ok(files)
}
