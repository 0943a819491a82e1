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

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

/// Starts the log. Lines that wait are written when the returned value is dropped.
pub(crate) fn start(level: tracing::Level, format: Format) -> Logging {
    let (lines, waiting) = sync_channel(MAX_LINES);
    let dropped = Arc::new(AtomicU64::new(0));
    let dropped_ever = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&dropped);
    // Without a thread nothing is written; the collector goes on.
    let _ = std::thread::Builder::new()
        .name("log".to_owned())
        .spawn(move || write(&waiting, &counted, format, io::stderr()));
    let ever = Arc::clone(&dropped_ever);
    let queue = Queue { lines: lines.clone(), format, dropped, dropped_ever: ever };
    let log = tracing_subscriber::fmt().with_max_level(level).with_target(false);
    match format {
        Format::Text => log.with_writer(queue).init(),
        Format::Json => log.json().flatten_event(true).with_writer(queue).init(),
    }
    Logging { lines, dropped_ever }
}

enum Entry {
    Line(Vec<u8>),
    /// Everything before is written.
    Written(SyncSender<()>),
}

/// The log.
pub(crate) struct Logging {
    lines: SyncSender<Entry>,
    dropped_ever: Arc<AtomicU64>,
}

impl Logging {
    /// How many lines were dropped, now and later.
    pub(crate) fn dropped(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.dropped_ever)
    }
}

impl Drop for Logging {
    fn drop(&mut self) {
        let (written, ready) = sync_channel(1);
        // If the queue is full, nobody reads.
        if self.lines.try_send(Entry::Written(written)).is_ok() {
            let _ = ready.recv_timeout(PATIENCE);
        }
    }
}

/// Where `tracing` writes.
struct Queue {
    lines: SyncSender<Entry>,
    format: Format,
    /// Since this was last said, and in all.
    dropped: Arc<AtomicU64>,
    dropped_ever: Arc<AtomicU64>,
}

impl<'a> MakeWriter<'a> for Queue {
    type Writer = Line<'a>;

    fn make_writer(&'a self) -> Line<'a> {
        Line { queue: self, text: Vec::new(), is_cut: false }
    }
}

/// A line that is being made; it joins the queue when it is dropped.
struct Line<'a> {
    queue: &'a Queue,
    text: Vec<u8>,
    /// Whether there was more.
    is_cut: bool,
}

impl Write for Line<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = MAX_BYTES.saturating_sub(self.text.len());
        self.is_cut |= bytes.len() > room;
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
        if self.queue.format == Format::Json && self.is_cut {
            // What was cut is no object.
            let message = String::from_utf8_lossy(&text[..MAX_BYTES / 4]);
            text = serde_json::json!({ "level": "WARN", "message": message }).to_string().into();
        }
        if text.last() != Some(&b'\n') {
            text.push(b'\n');
        }
        if let Err(TrySendError::Full(_)) = self.queue.lines.try_send(Entry::Line(text)) {
            self.queue.dropped.fetch_add(1, Ordering::Relaxed);
            self.queue.dropped_ever.fetch_add(1, Ordering::Relaxed);
        }
    }
}

fn write(entries: &Receiver<Entry>, dropped: &AtomicU64, format: Format, mut to: impl Write) {
    while let Ok(entry) = entries.recv() {
        match entry {
            // There is no other place to say that it cannot be written.
            Entry::Line(line) => drop(to.write_all(&line)),
            Entry::Written(written) => drop(written.try_send(())),
        }
        let dropped = dropped.swap(0, Ordering::Relaxed);
        if dropped > 0 {
            let message = format!("{dropped} lines were dropped: they were not read in time");
            let _ = match format {
                Format::Text => writeln!(to, " WARN {message}"),
                Format::Json => writeln!(to, r#"{{"level":"WARN","message":"{message}"}}"#),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::sync::mpsc::{Receiver, sync_channel};

    use tracing_subscriber::fmt::MakeWriter as _;

    use super::{Entry, Format, MAX_BYTES, Queue, write};

    fn queue(format: Format, most: usize) -> (Queue, Receiver<Entry>) {
        let (lines, waiting) = sync_channel(most);
        let (dropped, dropped_ever) = (Arc::default(), Arc::default());
        (Queue { lines, format, dropped, dropped_ever }, waiting)
    }

    fn written(waiting: &Receiver<Entry>, dropped: u64, format: Format) -> String {
        let mut text = Vec::new();
        write(waiting, &AtomicU64::new(dropped), format, &mut text);
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn lines_that_are_not_read_are_dropped_and_counted() {
        for format in [Format::Text, Format::Json] {
            let (queue, waiting) = queue(format, 2);
            for line in ["1\n", "2\n", "3\n", "4\n"] {
                queue.make_writer().write_all(line.as_bytes()).unwrap();
            }
            let counts = [&queue.dropped, &queue.dropped_ever];
            assert_eq!(counts.map(|count| count.load(Ordering::Relaxed)), [2, 2]);
            drop(queue);
            let text = written(&waiting, 2, format);
            let lines: Vec<_> = text.lines().collect();
            assert_eq!((lines.len(), lines[0], lines[2]), (3, "1", "2"));
            let said = "2 lines were dropped: they were not read in time";
            if format == Format::Text {
                assert_eq!(lines[1], format!(" WARN {said}"));
            } else {
                let line: serde_json::Value = serde_json::from_str(lines[1]).unwrap();
                assert_eq!((&line["level"], &line["message"]), (&"WARN".into(), &said.into()));
            }
        }
    }

    #[test]
    fn long_lines_are_cut() {
        let (text, waiting) = queue(Format::Text, 2);
        text.make_writer().write_all(&vec![b'x'; 3 * MAX_BYTES]).unwrap();
        drop(text);
        let text = written(&waiting, 0, Format::Text);
        assert_eq!((text.len(), text.ends_with('\n')), (MAX_BYTES + 1, true));
        let (json, waiting) = queue(Format::Json, 2);
        json.make_writer().write_all(format!("{{{}", "\"é".repeat(MAX_BYTES)).as_bytes()).unwrap();
        drop(json);
        let line: serde_json::Value =
            serde_json::from_str(&written(&waiting, 0, Format::Json)).unwrap();
        assert!(line["message"].as_str().unwrap().starts_with("{\"é\"é"));
    }
}
