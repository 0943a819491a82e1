//! The events of one session, read from the files again.

use std::io::{self, BufRead as _};
use std::path::Path;

use super::index::Index;
use super::line::{Line, session_of};
use super::segments::{self, Segment};
use super::{FILE, open_log};
use crate::sessions::EventText;

/// When an event was received, and its text.
pub(crate) type Stored = (u64, EventText);

/// The events of a session that was opened at this time, in the order of arrival. `None` if they are more, or
/// have more bytes, than `most`.
pub(super) fn events_of(
    folder: &Path,
    session: &str,
    opened: u64,
    most: (usize, usize),
) -> io::Result<Option<Vec<Stored>>> {
    let has_later = |segment: &Segment| {
        // Without its index it is read.
        Index::read(folder, segment.number).is_none_or(|index| index.last >= opened)
    };
    let closed = segments::closed(folder)?.into_iter().filter(has_later);
    let files = closed.map(|segment| segment.path(folder)).chain([folder.join(FILE)]);
    let (mut events, mut bytes, mut line) = (Vec::new(), 0, Vec::new());
    for file in files {
        let mut reader = open_log(&file)?;
        loop {
            line.clear();
            if reader.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            if session_of(&line).is_none_or(|id| id != session) {
                continue;
            }
            // What cannot be read was left out before, too.
            let Ok(Line { received, start, event, .. }) = Line::read(&line) else { continue };
            for text in start.into_iter().chain(event) {
                bytes += text.get().len();
                events.push((received, text.into()));
            }
            if events.len() > most.0 || bytes > most.1 {
                return Ok(None);
            }
        }
    }
    Ok(Some(events))
}
