//! Erasing sessions from a folder: a plan, which a start carries out if whoever made it was killed.

use std::collections::HashSet;
use std::io::{self, BufRead as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::index::EXTENSION;
use super::line::session_of;
use super::rewrite::{partial, replace, rewrite};
use super::{FORWARDED, SET_ASIDE, files, packer, segments};

/// The name of the file with the plan.
const PLAN: &str = "received.forget";

/// What is to be erased.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Plan {
    v: u32,
    /// The ids of sessions.
    pub(crate) sessions: HashSet<String>,
    /// Texts that a line which cannot be read must not have.
    pub(crate) texts: Vec<String>,
}

/// What was erased.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Erased {
    /// Lines of the log.
    pub(crate) lines: u64,
    /// What forwarding had set aside.
    pub(crate) aside: u64,
}

/// The files that can have something of a session: the log, which keeps the places of its lines, and what
/// forwarding has beside it.
fn all_files(folder: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
    let log = segments::files(folder)?.into_iter().map(|path| (path, true));
    let others = [FORWARDED, SET_ASIDE].map(|name| (folder.join(name), false));
    Ok(log.chain(others.into_iter().filter(|(path, _)| path.is_file())).collect())
}

/// Gives each line of the log and of what was set aside to a function.
pub(crate) fn scan(folder: &Path, mut each: impl FnMut(&[u8])) -> io::Result<()> {
    for (path, _) in all_files(folder)? {
        let mut from = segments::open(&path)?;
        let mut line = Vec::new();
        while from.read_until(b'\n', &mut line)? > 0 {
            each(&line);
            line.clear();
        }
    }
    Ok(())
}

impl Plan {
    pub(crate) fn new(sessions: HashSet<String>, texts: Vec<String>) -> Self {
        Self { v: 1, sessions, texts }
    }

    /// Whether a line is to be erased.
    pub(crate) fn concerns(&self, line: &[u8]) -> bool {
        match session_of(line) {
            Some(session) => self.sessions.contains(&*session),
            None => {
                let line = String::from_utf8_lossy(line);
                self.texts.iter().any(|text| line.contains(&**text))
            }
        }
    }

    /// Carries the plan out. If it is cut off, the next start, or the next plan, goes on with it. The folder
    /// is locked.
    pub(crate) fn carry_out(self, folder: &Path) -> io::Result<Erased> {
        let path = folder.join(PLAN);
        let text = serde_json::to_vec(&self)?;
        replace(&path, &partial(&path), |mut file| {
            file.write_all(&text)?;
            Ok(Some(file))
        })?;
        self.go_on(folder)
    }

    fn go_on(&self, folder: &Path) -> io::Result<Erased> {
        let mut erased = Erased::default();
        packer::remove_partial(folder)?;
        for segment in segments::closed(folder)? {
            if segment.is_compressed {
                // It was compressed when the collector was killed, so that it is there twice.
                let plain = segments::Segment { is_compressed: false, ..segment };
                remove(&plain.path(folder))?;
            }
        }
        for (path, is_log) in all_files(folder)? {
            let mut found = 0;
            let mut from = segments::open(&path)?;
            let mut line = Vec::new();
            while from.read_until(b'\n', &mut line)? > 0 {
                found += u64::from(!line.trim_ascii().is_empty() && self.concerns(&line));
                line.clear();
            }
            if found == 0 {
                continue;
            }
            if is_log {
                // It is made again of what is left.
                let name = path.file_name().unwrap_or_default();
                let number = [".jsonl.gz", ".jsonl"].iter();
                let number = number.copied().find_map(|end| segments::number(name, end));
                if let Some(number) = number {
                    remove(&folder.join(segments::name(number, EXTENSION)))?;
                    files::sync_folder(folder)?;
                }
                erased.lines += found;
            } else if path.ends_with(SET_ASIDE) {
                erased.aside += found;
            }
            rewrite(&path, |line| match self.concerns(line) {
                false => Some(line.into()),
                // Lines keep their places, by which forwarding goes on.
                true if is_log && line.ends_with(b"\n") => Some(b"\n".as_slice().into()),
                true => None,
            })?;
        }
        remove(&folder.join(PLAN))?;
        files::sync_folder(folder)?;
        Ok(erased)
    }
}

/// Goes on with a plan that was cut off, if there is one. The folder is locked.
pub(crate) fn finish(folder: &Path) -> io::Result<()> {
    match std::fs::read(folder.join(PLAN)) {
        Ok(text) => {
            let plan: Plan = serde_json::from_slice(&text)?;
            let Erased { lines, aside } = plan.go_on(folder)?;
            tracing::info!("erased what was to be forgotten: {} lines", lines + aside);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

fn remove(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
