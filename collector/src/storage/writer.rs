//! The thread that writes the file.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::mpsc;

use tokio::sync::oneshot;

use super::Counted;

/// The most lines that share one flush to the disk.
const MAX_GROUP: usize = 1_000;

/// A line to write, and the channel for the result.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) line: Vec<u8>,
    pub(super) written: oneshot::Sender<Result<(), String>>,
    pub(super) counted: Counted,
}

/// Writes lines until the channel closes. Lines that are waiting share one flush to the disk.
pub(super) fn write(mut file: &File, path: &Path, entries: &mpsc::Receiver<Entry>) {
    while let Ok(first) = entries.recv() {
        let mut waiting = Vec::new();
        let mut text = Vec::new();
        let group = std::iter::once(first).chain(entries.try_iter().take(MAX_GROUP));
        for Entry { line, written, counted } in group {
            text.extend(line);
            waiting.push((written, counted));
        }
        let result = append(&mut file, &text).map_err(|error| {
            tracing::error!("{}: {error}; free space or check the disk", path.display());
            error.to_string()
        });
        for (written, counted) in waiting {
            drop(counted);
            // The request may have been cancelled.
            let _ = written.send(result.clone());
        }
    }
}

fn append(file: &mut &File, text: &[u8]) -> io::Result<()> {
    let before = file.metadata()?.len();
    file.write_all(text).and_then(|()| file.sync_data()).inspect_err(|_| {
        // An incomplete line would make the next one unreadable, and nothing of it is acknowledged.
        if let Err(error) = file.set_len(before) {
            tracing::error!("an incomplete line could not be removed: {error}");
        }
    })
}
