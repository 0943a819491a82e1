//! What is known of each session that is forwarded, on the disk: what a kill leaves is what was committed.

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::kept::Progress;
use super::saved::{Head, Saved, line_from};
use crate::sessions::Id;
use crate::storage::{self, Place};

/// The file is written again when it has more bytes than this and twice what is of use in it.
const MIN_BYTES: u64 = 1024 * 1024;
/// It is also written again when it has anything that is of no use, and so much time has passed.
const INTERVAL: Duration = Duration::from_secs(600);

/// Where the last line of a session stands.
#[derive(Debug, Clone, Copy)]
struct Entry {
    offset: u64,
    len: u32,
}

/// The file, of which only the places of its lines are in memory.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    len: u64,
    /// The bytes of the lines that are of use.
    live: u64,
    index: HashMap<Id, Entry>,
    /// Sessions that are over: they are remembered until everything before these places is forwarded.
    over: VecDeque<(Place, Id)>,
    from: Option<Place>,
    waiting: Vec<u8>,
    /// The lines that wait: their sessions, and what they say.
    saved: Vec<(Id, usize, Option<Place>)>,
    rewritten: Instant,
}

impl Journal {
    pub(super) fn open(folder: &Path, now: u64) -> io::Result<Self> {
        let path = folder.join(storage::FORWARDED);
        let mut file = storage::append_to(&path)?;
        if !storage::ends_a_line(&file)? {
            file.write_all(b"\n")?;
        }
        storage::sync_folder(folder)?;
        let mut journal = Self {
            path,
            len: 0,
            live: 0,
            file,
            index: HashMap::new(),
            over: VecDeque::new(),
            from: None,
            waiting: Vec::new(),
            saved: Vec::new(),
            rewritten: Instant::now(),
        };
        journal.read(now)?;
        if journal.len > journal.live {
            journal.rewrite()?;
        }
        Ok(journal)
    }

    fn read(&mut self, now: u64) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(0))?;
        let mut from = BufReader::new(&self.file);
        let (mut line, mut offset) = (Vec::new(), 0);
        let (mut entries, mut over, mut unreadable) = (HashMap::new(), HashMap::new(), 0);
        while from.read_until(b'\n', &mut line)? > 0 {
            let entry = Entry { offset, len: u32::try_from(line.len()).unwrap_or(u32::MAX) };
            offset += line.len() as u64;
            match Head::read(&line) {
                Ok(Head { from: Some(from), .. }) => self.from = Some(from),
                Ok(head @ Head { session: Some(_), .. }) => {
                    let id = Id::from(head.session.as_deref().unwrap_or_default());
                    match head.over() {
                        Some(next) => drop(over.insert(id.clone(), next)),
                        None => drop(over.remove(&id)),
                    }
                    if !head.is_silent(now) {
                        entries.insert(id, entry);
                    }
                }
                // It may say what was forwarded, which must not be sent again.
                Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                    let message = format!("{}: {error}", self.path.display());
                    return Err(io::Error::new(error.kind(), message));
                }
                Ok(_) | Err(_) => unreadable += usize::from(!line.trim_ascii().is_empty()),
            }
            line.clear();
        }
        if unreadable > 0 {
            tracing::warn!("{}: {unreadable} lines cannot be read", self.path.display());
        }
        let mut over: Vec<_> = over.into_iter().map(|(id, next)| (next, id)).collect();
        over.sort_by_key(|(next, _)| *next);
        (self.index, self.over, self.len) = (entries, over.into(), offset);
        self.live = self.index.values().map(|entry| u64::from(entry.len)).sum();
        self.forget_over();
        Ok(())
    }

    fn line(&mut self, entry: Entry) -> io::Result<Vec<u8>> {
        let mut line = vec![0; entry.len as usize];
        self.file.seek(SeekFrom::Start(entry.offset))?;
        self.file.read_exact(&mut line)?;
        Ok(line)
    }

    /// Forgets sessions that are over, and of which no line is read again.
    fn forget_over(&mut self) {
        let Some(from) = self.from else { return };
        while let Some((next, id)) = self.over.front()
            && *next <= from
        {
            if let Some(old) = self.index.remove(id) {
                self.live -= u64::from(old.len);
            }
            self.over.pop_front();
        }
    }

    fn tidy(&mut self) -> io::Result<()> {
        let is_large = self.len > MIN_BYTES && self.len > 2 * self.live;
        if is_large || (self.len > self.live + 1_024 && self.rewritten.elapsed() > INTERVAL) {
            self.rewrite()?;
        }
        Ok(())
    }

    /// Writes the file again, with what is of use.
    fn rewrite(&mut self) -> io::Result<()> {
        self.rewritten = Instant::now();
        let kept: std::collections::HashSet<u64> =
            self.index.values().map(|entry| entry.offset).collect();
        let first = line_from(self.from.unwrap_or_default())?;
        let mut places = HashMap::new();
        let (mut at, mut to) = (0, 0);
        let mut has_first = self.from.is_none();
        storage::rewrite(&self.path, |line| {
            let offset = at;
            at += line.len() as u64;
            let is_kept = kept.contains(&offset);
            let mut text = Vec::new();
            if !std::mem::replace(&mut has_first, true) {
                text.extend_from_slice(&first);
                text.push(b'\n');
            }
            if is_kept {
                places.insert(offset, to + text.len() as u64);
                text.extend_from_slice(line);
            }
            to += text.len() as u64;
            Some(text.into())
        })?;
        self.file = storage::append_to(&self.path)?;
        self.len = to;
        for entry in self.index.values_mut() {
            entry.offset = places.get(&entry.offset).copied().unwrap_or(entry.offset);
        }
        Ok(())
    }
}

impl Progress for Journal {
    fn from(&self) -> Option<Place> {
        self.from
    }

    fn load(&mut self, id: &Id) -> io::Result<Option<Saved>> {
        let Some(entry) = self.index.get(id).copied() else { return Ok(None) };
        let line = self.line(entry)?;
        Saved::read(&line, &self.path.display().to_string(), id).map(Some)
    }

    fn save(&mut self, id: &Id, saved: &Saved) -> serde_json::Result<()> {
        let line = saved.to_line()?;
        self.saved.push((id.clone(), self.waiting.len(), saved.over()));
        self.waiting.extend_from_slice(&line);
        self.waiting.push(b'\n');
        Ok(())
    }

    fn erase(&mut self, id: &Id) {
        if let Some(old) = self.index.remove(id) {
            self.live -= u64::from(old.len);
        }
    }

    fn commit(&mut self, from: Place) -> io::Result<()> {
        if self.waiting.is_empty() && self.from == Some(from) {
            return Ok(());
        }
        let at = self.waiting.len();
        self.waiting.extend_from_slice(&line_from(from)?);
        self.waiting.push(b'\n');
        let written = self.file.write_all(&self.waiting).and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            self.waiting.truncate(at);
            self.file.set_len(self.len)?;
            return Err(error);
        }
        let saved = std::mem::take(&mut self.saved);
        let ends = saved.iter().skip(1).map(|(_, at, _)| *at).chain([at]).collect::<Vec<_>>();
        for ((id, start, over), end) in saved.into_iter().zip(ends) {
            let len = u32::try_from(end - start).unwrap_or(u32::MAX);
            let entry = Entry { offset: self.len + start as u64, len };
            self.live += u64::from(len);
            if let Some(next) = over {
                self.over.push_back((next, id.clone()));
            }
            if let Some(old) = self.index.insert(id, entry) {
                self.live -= u64::from(old.len);
            }
        }
        self.len += self.waiting.len() as u64;
        self.waiting.clear();
        self.from = Some(from);
        self.forget_over();
        self.tidy()
    }
}
