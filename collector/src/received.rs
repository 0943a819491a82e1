//! The files in which a collector stores what it accepted, for programs that read them.

use std::io::{self, BufRead};
use std::path::{Path, PathBuf};

use media_collection::Api;
use serde_json::value::RawValue;

pub use crate::storage::FILE;
use crate::storage::{Line, log_files, open_log};

/// The files of a collector's folder in the order in which they were written, so that a session's lines
/// come in their order. None if it is no such folder.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    log_files(folder)
}

/// Opens one of these files, to read its lines: one that ends in `.gz` is decompressed.
///
/// # Errors
///
/// When the file cannot be opened. What is damaged in it is an error of reading.
pub fn open(file: &Path) -> io::Result<Box<dyn BufRead>> {
    open_log(file)
}

/// A line of a file: accepted events of one session.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Received {
    /// When the collector received it, in milliseconds since the Unix epoch.
    pub at: u64,
    /// The session's id.
    pub session: String,
    /// The API by which they arrived.
    pub api: Api,
    /// Whether the events begin the session. Otherwise they follow those of earlier lines.
    pub begins: bool,
    /// What stands around them in the request, for Media Edge: an object with the `datastream`, the
    /// location `hint` of the path, and the envelopes of the `request` and of the `item`, as
    /// [`Envelope`](media_collection::edge::Envelope) is written.
    pub edge: Option<Box<RawValue>>,
    /// The JSON of the events, in the form of the Media Collection API; none if the line says that the session was closed.
    pub events: Vec<Box<RawValue>>,
}

impl Received {
    /// Reads a line. Only the line is read: its events may be invalid.
    ///
    /// # Errors
    ///
    /// When it is no line of such a file, or an incomplete one, as a crash leaves it.
    pub fn read(line: &[u8]) -> serde_json::Result<Self> {
        let Line { received, session, start, event, events, edge, .. } = Line::read(line)?;
        let api = if edge.is_some() { Api::MediaEdge } else { Api::MediaCollection };
        let begins = start.is_some() || events.is_some();
        let events = start.into_iter().chain(event).chain(events.into_iter().flatten()).collect();
        Ok(Self { at: received, session: session.into_owned(), api, begins, edge, events })
    }
}
