//! Reads the log after a restart: what is needed of it.

use std::collections::{HashMap, HashSet, VecDeque};
use std::io::{self, BufRead};
use std::path::Path;

use media_collection::{Api, Event, Policy};
use serde_json::value::RawValue;

use super::index::{Follower, Index, Over};
use super::line::{Line, session_of};
use super::segments::Segment;
use crate::connections::Client;
use crate::sessions::{Around, Closed, EdgeAbout, Id, MAX_FORGOTTEN, Restored, Sessions, Written};

/// What is known of the file that is written.
#[derive(Debug, Default)]
pub(super) struct Active {
    /// Whether it ends in the middle of a line.
    pub(super) is_torn: bool,
    /// When its first line was received.
    pub(super) first: Option<u64>,
}

/// Adds a file's events to the sessions: of all of them, or of those that are wanted.
pub(super) fn read_back(
    mut reader: impl BufRead,
    path: &Path,
    wanted: Option<&HashSet<Id>>,
    sessions: &mut Sessions,
) -> io::Result<Active> {
    let mut line = Vec::new();
    let (mut number, mut unreadable, mut dropped) = (0_usize, 0_usize, 0_usize);
    let mut active = Active::default();
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        number += 1;
        active.is_torn = line.last() != Some(&b'\n');
        let is_wanted = |wanted: &HashSet<Id>| {
            session_of(&line).is_some_and(|session| wanted.contains(&Id::from(&*session)))
        };
        if line.trim_ascii().is_empty() || !wanted.is_none_or(is_wanted) {
            continue;
        }
        match add(&line, sessions) {
            Ok(Said { received, event }) => {
                active.first = active.first.or(Some(received));
                dropped += usize::from(event == Some(Restored::Dropped));
            }
            Err(error) => {
                unreadable += 1;
                tracing::warn!("{}, line {number}: {error}; skipped", path.display());
            }
        }
    }
    let (kept, open) = (sessions.len(), sessions.open());
    tracing::info!(
        "{}: {number} lines, {unreadable} unreadable, {dropped} after the end of their session; \
         {kept} sessions, {open} open",
        path.display()
    );
    Ok(active)
}

/// Adds what is needed of closed segments: the sessions that are open, the latest of the others that the
/// page can show, and which others there were.
pub(super) fn read_closed(
    folder: &Path,
    segments: &[Segment],
    sessions: &mut Sessions,
) -> io::Result<Follower> {
    let (follower, indexes) = follow(folder, segments)?;
    let mut wanted: HashMap<Id, u64> =
        follower.open().map(|(id, first)| (id.clone(), first)).collect();
    let closed = || {
        let indexes = indexes.iter().rev();
        indexes.flat_map(|(_, index)| index.closed.iter().rev()).take(MAX_FORGOTTEN)
    };
    // The page can show no more than so many sessions and bytes.
    let (most, mut bytes) = sessions.finished_to_show();
    let mut from = u64::MAX;
    for (segment, index) in indexes.iter().rev() {
        bytes = bytes.saturating_sub(usize::try_from(index.bytes).unwrap_or(usize::MAX));
        if bytes == 0 {
            break;
        }
        from = *segment;
    }
    for Over(id, _, _, first) in closed().take(most).filter(|over| over.3 >= from) {
        wanted.insert(Id::from(&**id), *first);
    }
    for Over(id, is_edge, reason, _) in closed().collect::<Vec<_>>().into_iter().rev() {
        if !wanted.contains_key(&Id::from(&**id)) {
            let api = if *is_edge { Api::MediaEdge } else { Api::MediaCollection };
            sessions.remember(api, id, *reason);
        }
    }
    let from = wanted.values().min().copied().unwrap_or(u64::MAX);
    let wanted: HashSet<_> = wanted.into_keys().collect();
    for segment in segments.iter().filter(|segment| segment.number >= from) {
        let path = segment.path(folder);
        // One that is damaged costs what is behind the damage, and no more.
        let read = segment
            .open(folder)
            .and_then(|reader| read_back(reader, &path, Some(&wanted), sessions));
        if let Err(error) = read {
            tracing::error!("{}: {error}; the rest of it is left out", path.display());
        }
    }
    Ok(follower)
}

/// The indexes that are needed, the oldest first. Those that are missing are made.
fn follow(folder: &Path, segments: &[Segment]) -> io::Result<(Follower, VecDeque<(u64, Index)>)> {
    let mut indexes = VecDeque::new();
    let (mut follower, mut oldest, mut closed) = (Follower::default(), None, 0);
    let has_index = |segment: &&Segment| {
        folder.join(super::segments::name(segment.number, super::index::EXTENSION)).is_file()
    };
    let known = segments.iter().take_while(has_index).count();
    let mut unknown = known;
    for (at, segment) in segments[..known].iter().enumerate().rev() {
        let Some(index) = Index::read(folder, segment.number) else {
            // It and all that follow are made again.
            indexes.clear();
            (oldest, closed, unknown) = (None, 0, at);
            continue;
        };
        let oldest = *oldest.get_or_insert(index.oldest);
        if segment.number < oldest && closed >= MAX_FORGOTTEN {
            break;
        }
        closed += index.closed.len();
        indexes.push_front((segment.number, index));
    }
    for (number, index) in &indexes {
        follower.follow(*number, index);
    }
    for segment in &segments[unknown..] {
        let path = segment.path(folder);
        match segment.open(folder).and_then(|from| follower.index(segment.number, from)) {
            Ok(index) => {
                if let Err(error) = index.write(folder, segment.number) {
                    // It is made again after the next start.
                    tracing::warn!("{}: {error}", path.display());
                }
                indexes.push_back((segment.number, index));
            }
            Err(error) => tracing::error!("{}: {error}; it is left out", path.display()),
        }
    }
    Ok((follower, indexes))
}

/// What a line said.
#[derive(Debug)]
pub(crate) struct Said {
    /// When it was received.
    pub(crate) received: u64,
    /// What became of its event, if it has one.
    pub(crate) event: Option<Restored>,
}

/// Adds what a line says.
pub(crate) fn add(line: &[u8], sessions: &mut Sessions) -> Result<Said, String> {
    let line = Line::read(line).map_err(|error| error.to_string())?;
    let (received, session) = (line.received, &*line.session);
    let about = || about(line.edge.as_deref());
    let mut restored = None;
    if let Some(text) = line.start {
        sessions.start(received, Client::UNKNOWN, session, read(text)?, about());
    } else if let Some(text) = line.event {
        let event = sessions.restore(received, session, read(text)?, about());
        if event == Restored::Began {
            tracing::warn!(
                "session {session}: its start cannot be read; it begins with the next event"
            );
        }
        restored = Some(event);
    } else if let (Some(origin), Some(texts)) = (line.origin, line.events) {
        let all = texts.len();
        let mut problem = None;
        let events = texts.into_iter().filter_map(|text| {
            read(text).map_err(|error| problem = problem.take().or(Some(error))).ok()
        });
        let events: Vec<_> = events.collect();
        let left_out = all - events.len();
        if let (Some(problem), true) = (&problem, events.is_empty()) {
            return Err(problem.clone());
        }
        if let Some(problem) = problem {
            tracing::warn!("session {session}: {left_out} events cannot be read: {problem}");
        }
        sessions.upload(received, session, origin, about(), events);
    } else if let Some(reason) = line.closed {
        match reason {
            // Also if it had ended.
            Closed::NotStored => sessions.lose(session),
            Closed::Forgotten => sessions.forget(session),
            _ => sessions.close(session, reason),
        }
    } else {
        return Err("contains no known member".to_owned());
    }
    Ok(Said { received, event: restored })
}

/// What a session says besides its events. What cannot be read of it is left out.
fn about(edge: Option<&RawValue>) -> Option<EdgeAbout> {
    let around: Around = serde_json::from_str(edge?.get()).unwrap_or_default();
    Some(EdgeAbout::of(&around))
}

/// Decodes tolerantly, since the event was accepted before, perhaps with another policy.
fn read(text: Box<RawValue>) -> Result<Written, String> {
    let event = Event::decode(text.get().as_bytes(), &Policy::tolerant())
        .map_err(|error| error.to_string())?;
    Ok(Written { event, text: text.into() })
}
