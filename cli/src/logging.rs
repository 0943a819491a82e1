//! The log on standard error, which may be a pipe that nobody reads: then lines are dropped, and counted.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use tracing_subscriber::fmt::MakeWriter;

/// The most lines that wait to be written.
const MAX_LINES: usize = 4_096;
/// The most bytes of a line.
const MAX_BYTES: usize = 4_096;
/// How long the end of the program waits for lines to be written.
const PATIENCE: Duration = Duration::from_secs(1);

/// Starts the log. Lines that wait are written when the returned value is dropped.
pub(crate) fn start(level: tracing::Level) -> Logging {
    let (lines, waiting) = sync_channel(MAX_LINES);
    let dropped = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&dropped);
    // Without a thread nothing is written; the collector goes on.
    let _ = std::thread::Builder::new()
        .name("log".to_owned())
        .spawn(move || write(&waiting, &counted, io::stderr()));
    let queue = Queue { lines: lines.clone(), dropped };
    tracing_subscriber::fmt().with_max_level(level).with_target(false).with_writer(queue).init();
    Logging(lines)
}

enum Entry {
    Line(Vec<u8>),
    /// Everything before is written.
    Written(SyncSender<()>),
}

/// The log.
pub(crate) struct Logging(SyncSender<Entry>);

impl Drop for Logging {
    fn drop(&mut self) {
        let (written, ready) = sync_channel(1);
        // If the queue is full, nobody reads.
        if self.0.try_send(Entry::Written(written)).is_ok() {
            let _ = ready.recv_timeout(PATIENCE);
        }
    }
}

/// Where `tracing` writes.
struct Queue {
    lines: SyncSender<Entry>,
    dropped: Arc<AtomicU64>,
}

impl<'a> MakeWriter<'a> for Queue {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Line<'a> {
        Line { queue: self, text: Vec::new() }
    }
}

/// A line that is being made; it joins the queue when it is dropped.
struct Line<'a> {
    queue: &'a Queue,
    text: Vec<u8>,
}

impl Write for Line<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = MAX_BYTES.saturating_sub(self.text.len());
        self.text.extend_from_slice(&bytes[..bytes.len().min(room)]);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Line<'_> {
    fn drop(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        if text.is_empty() {
            return;
        }
        if text.last() != Some(&b'\n') {
            text.push(b'\n');
        }
        if let Err(TrySendError::Full(_)) = self.queue.lines.try_send(Entry::Line(text)) {
            self.queue.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }
}

fn write(entries: &Receiver<Entry>, dropped: &AtomicU64, mut to: impl Write) {
    while let Ok(entry) = entries.recv() {
        match entry {
            // There is no other place to say that it cannot be written.
            Entry::Line(line) => drop(to.write_all(&line)),
            Entry::Written(written) => drop(written.try_send(())),
        }
        let dropped = dropped.swap(0, Ordering::Relaxed);
        if dropped > 0 {
            let _ = writeln!(to, " WARN {dropped} lines were dropped: they were not read in time");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::sync::Arc;
    use std::sync::atomic::AtomicU64;
    use std::sync::mpsc::sync_channel;

    use tracing_subscriber::fmt::MakeWriter as _;

    use super::{MAX_BYTES, Queue, write};

    #[test]
    fn lines_that_are_not_read_are_dropped_and_counted() {
        let (lines, waiting) = sync_channel(2);
        let dropped = Arc::new(AtomicU64::new(0));
        let queue = Queue { lines, dropped: Arc::clone(&dropped) };
        for line in ["1\n", "2\n", "3\n", "4\n"] {
            queue.make_writer().write_all(line.as_bytes()).unwrap();
        }
        drop(queue);
        let mut text = Vec::new();
        write(&waiting, &dropped, &mut text);
        let text = String::from_utf8(text).unwrap();
        assert_eq!(text, "1\n WARN 2 lines were dropped: they were not read in time\n2\n");
    }

    #[test]
    fn long_lines_are_cut() {
        let (lines, waiting) = sync_channel(2);
        let queue = Queue { lines, dropped: Arc::default() };
        queue.make_writer().write_all(&vec![b'x'; 3 * MAX_BYTES]).unwrap();
        drop(queue);
        let mut text = Vec::new();
        write(&waiting, &AtomicU64::new(0), &mut text);
        assert_eq!((text.len(), text.last()), (MAX_BYTES + 1, Some(&b'\n')));
    }
}
