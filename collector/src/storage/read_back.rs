//! Reads the file after a restart.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;

use media_collection::{Api, Event, Policy};
use serde_json::value::RawValue;

use super::line::Line;
use crate::connections::Client;
use crate::sessions::{Around, Closed, EdgeAbout, Sessions, Written};

/// Adds the file's events to the sessions. Returns whether the file ends in the middle of a line.
pub(super) fn read_back(file: &File, path: &Path, sessions: &mut Sessions) -> io::Result<bool> {
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    let (mut number, mut unreadable) = (0_usize, 0_usize);
    let torn = loop {
        line.clear();
        if reader.read_until(b'\n', &mut line)? == 0 {
            break false;
        }
        number += 1;
        if !line.trim_ascii().is_empty()
            && let Err(error) = add(&line, sessions)
        {
            unreadable += 1;
            tracing::warn!("{}, line {number}: {error}; skipped", path.display());
        }
        if line.last() != Some(&b'\n') {
            break true;
        }
    };
    let (kept, open) = (sessions.len(), sessions.open());
    tracing::info!(
        "{}: {number} lines, {unreadable} unreadable; {kept} sessions, {open} open",
        path.display()
    );
    Ok(torn)
}

fn add(line: &[u8], sessions: &mut Sessions) -> Result<(), String> {
    let line = Line::read(line).map_err(|error| error.to_string())?;
    let (received, session) = (line.received, &*line.session);
    let api = if line.edge.is_some() { Api::MediaEdge } else { Api::MediaCollection };
    let about = || about(line.edge.as_deref());
    if let Some(text) = line.start {
        sessions.start(received, Client::UNKNOWN, session, read(text)?, about());
    } else if let Some(text) = line.event {
        sessions.event(received, api, session, read(text)?);
    } else if let (Some(origin), Some(events)) = (line.origin, line.events) {
        let events = events.into_iter().map(read).collect::<Result<_, _>>()?;
        sessions.upload(received, session, origin, about(), events);
    } else if let Some(reason) = line.closed {
        match reason {
            // Also if it had ended.
            Closed::NotStored => sessions.lose(session),
            _ => sessions.close(session, reason),
        }
    } else {
        return Err("contains no known member".to_owned());
    }
    Ok(())
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
    Ok(Written { event, text })
}
