//! What the other collector does not take: a file with each event and why.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::kept::Rejections;
use crate::storage;

/// The most bytes of it without [`Keep::bytes`]: then the older half is dropped.
const MAX_BYTES: u64 = 256 * 1024 * 1024;
/// How often it is looked at.
const INTERVAL: Duration = Duration::from_secs(60);

/// How long and how much is kept.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Keep {
    pub(crate) time: Option<Duration>,
    pub(crate) bytes: Option<u64>,
}

/// A line of the file: an event, or a whole session that was uploaded.
#[derive(Debug, Serialize)]
pub(crate) struct Aside<'a> {
    pub(super) v: u32,
    /// When it was set aside.
    pub(super) at: u64,
    /// The session's id here.
    pub(super) session: &'a str,
    /// The id that the other collector gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) upstream: Option<&'a str>,
    pub(super) reason: &'a str,
    /// The status of the response, if one came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) event: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) events: Option<&'a [Box<RawValue>]>,
}

/// The file.
#[derive(Debug)]
pub(super) struct SetAside {
    path: PathBuf,
    file: File,
    keep: Keep,
    /// What is not written yet.
    waiting: Vec<u8>,
    looked: Option<Instant>,
}

impl SetAside {
    pub(super) fn open(folder: &Path, keep: Keep) -> io::Result<Self> {
        let path = folder.join(storage::SET_ASIDE);
        let mut file = storage::append_to(&path)?;
        if !storage::ends_a_line(&file)? {
            // A crash in the middle of a line.
            file.write_all(b"\n")?;
        }
        Ok(Self { path, file, keep, waiting: Vec::new(), looked: None })
    }

    /// Whether the first line is older.
    fn begins_before(&self, oldest: u64) -> bool {
        let mut line = Vec::new();
        let first = File::open(&self.path)
            .and_then(|file| BufReader::new(file).read_until(b'\n', &mut line));
        matches!(first, Ok(1..)) && !is_since(&line, oldest)
    }
}

impl Rejections for SetAside {
    fn place(&self) -> &str {
        storage::SET_ASIDE
    }

    fn add(&mut self, aside: &Aside<'_>) -> serde_json::Result<()> {
        let at = self.waiting.len();
        serde_json::to_writer(&mut self.waiting, aside)
            .inspect_err(|_| self.waiting.truncate(at))?;
        self.waiting.push(b'\n');
        Ok(())
    }

    fn write(&mut self) -> io::Result<()> {
        if !self.waiting.is_empty() {
            self.file.write_all(&self.waiting)?;
            self.file.sync_data()?;
            self.waiting.clear();
        }
        Ok(())
    }

    fn tidy(&mut self, now: u64) -> io::Result<()> {
        if self.looked.is_some_and(|looked| looked.elapsed() < INTERVAL) {
            return Ok(());
        }
        self.looked = Some(Instant::now());
        let len = self.file.metadata()?.len();
        let most = self.keep.bytes.unwrap_or(MAX_BYTES).min(MAX_BYTES);
        let oldest = self
            .keep
            .time
            .map(|time| now.saturating_sub(u64::try_from(time.as_millis()).unwrap_or(u64::MAX)));
        let from = if len > most { len - most / 2 } else { 0 };
        if from == 0 && !oldest.is_some_and(|oldest| self.begins_before(oldest)) {
            return Ok(());
        }
        let mut at = 0;
        storage::rewrite(&self.path, |line| {
            let start = at;
            at += line.len() as u64;
            let is_kept = start >= from && oldest.is_none_or(|oldest| is_since(line, oldest));
            is_kept.then_some(line.into())
        })?;
        self.file = storage::append_to(&self.path)?;
        Ok(())
    }
}

fn is_since(line: &[u8], oldest: u64) -> bool {
    #[derive(Deserialize)]
    struct Head {
        at: u64,
    }
    serde_json::from_slice::<Head>(line).is_ok_and(|head| head.at >= oldest)
}
