//! Forgetting a viewer: all sessions that name the viewer are erased from a folder.

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::Path;

use serde_json::Value;

use crate::redact::{Redaction, has_id, says_id};
use crate::storage::{self, Erased, Plan};

/// What [`forget`] erased.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Forgotten {
    /// The ids of the sessions, with how many lines of the log each had.
    pub sessions: BTreeMap<String, u64>,
    /// How many lines of the log were erased, with those that could not be read and had an id.
    pub lines: u64,
    /// How many events, or downloaded sessions, had been set aside by forwarding.
    pub set_aside: u64,
}

/// Erases the sessions that name one of these visitors from the folder of [`Options::data`]: from the file
/// that is written and from closed segments, from what was set aside, and from what forwarding remembers. An
/// id counts where the schemas have personal ids, and anywhere in what stands around an event of Media Edge.
/// With a redaction, the ids that it puts in their place count as well.
///
/// Everything else stays as it is. If it is cut off, the next start of a collector goes on with it. What was
/// forwarded, or copied before, is not reached.
///
/// # Errors
///
/// When a collector uses the folder: stop it first. When the folder does not exist, or cannot be read or
/// written.
///
/// [`Options::data`]: crate::Options::data
pub fn forget(
    folder: &Path,
    visitors: &[String],
    redaction: Option<&Redaction>,
) -> io::Result<Forgotten> {
    if !folder.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, "there is no such folder"));
    }
    let _lock = storage::lock(folder)?;
    storage::finish_erasing(folder)?;
    let hashed = visitors.iter().filter_map(|id| redaction?.pseudonym(id));
    let ids: HashSet<String> = visitors.iter().cloned().chain(hashed).collect();
    let mut found = HashSet::new();
    storage::scan(folder, |line| found.extend(session_with(line, &ids)))?;
    let mut sessions = BTreeMap::new();
    storage::scan(folder, |line| {
        let session = storage::session_of(line).filter(|session| found.contains(&**session));
        // What forwarding has of a session is no line of the log.
        if let Some(session) = session.filter(|_| is_logged(line)) {
            *sessions.entry(session.into_owned()).or_default() += 1;
        }
    })?;
    let plan = Plan::new(found, ids.into_iter().collect());
    let Erased { lines, aside } = plan.carry_out(folder)?;
    Ok(Forgotten { sessions, lines, set_aside: aside })
}

/// Whether a line is one of the log.
fn is_logged(line: &[u8]) -> bool {
    storage::Line::read(line).is_ok()
}

/// The session of a line that has one of these ids.
pub(crate) fn session_with(line: &[u8], ids: &HashSet<String>) -> Option<String> {
    let text = String::from_utf8_lossy(line);
    // Nearly all lines have none of them, in whatever form.
    if !text.contains('\\') && !ids.iter().any(|id| text.contains(&**id)) {
        return None;
    }
    let Ok(line) = serde_json::from_str::<Value>(&text) else {
        // It is not known where in the line the id stands.
        let has_one = ids.iter().any(|id| text.contains(&**id));
        return storage::session_of(text.as_bytes()).filter(|_| has_one).map(Into::into);
    };
    let is_id = |text: &str| ids.contains(text);
    let events = line["events"].as_array().into_iter().flatten();
    let events = events.chain([&line["start"], &line["event"]]);
    let is_found = events.into_iter().any(|event| has_id(event, &is_id))
        || says_id(&line["edge"], &is_id)
        // What forwarding remembers.
        || says_id(&line["online"]["around"], &is_id)
        || has_id(&line["online"]["recorder"]["start"], &is_id);
    is_found.then(|| line["session"].as_str().map(str::to_owned)).flatten()
}
