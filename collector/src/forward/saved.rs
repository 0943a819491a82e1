//! What is kept of forwarding: the lines of the journal, and of the messages that a stream has in its place.

use std::io;

use serde::{Deserialize, Serialize};

use super::event::Online;
use crate::sessions::Id;
use crate::storage::Place;

/// The version of the format.
const VERSION: u32 = 1;
/// A session of which nothing was heard for so long is over, in milliseconds.
const MAX_SILENCE: u64 = 48 * 60 * 60 * 1_000;

/// A line: how far everything is forwarded, or what is known of a session.
#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    From {
        v: u32,
        from: Place,
    },
    Session {
        v: u32,
        #[serde(flatten)]
        saved: &'a Saved,
    },
}

/// The line that says how far everything is forwarded, without its end.
pub(crate) fn line_from(from: Place) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Line::From { v: VERSION, from })
}

/// What of a line is needed at once.
#[derive(Deserialize)]
pub(crate) struct Head {
    pub(crate) from: Option<Place>,
    pub(crate) session: Option<String>,
    next: Option<Place>,
    #[serde(default)]
    done: bool,
    #[serde(default)]
    at: u64,
}

/// The other members of a newer version may be any.
#[derive(Deserialize)]
struct Version {
    #[serde(default)]
    v: u32,
}

impl Head {
    /// An error of the kind `Unsupported` is about the version.
    pub(crate) fn read(line: &[u8]) -> io::Result<Self> {
        let Version { v } = serde_json::from_slice(line)?;
        if v > VERSION {
            let message = format!("it is of version {v}: use a newer program");
            return Err(io::Error::new(io::ErrorKind::Unsupported, message));
        }
        Ok(serde_json::from_slice(line)?)
    }

    /// If the session is over: it is remembered until everything before this place is forwarded.
    pub(crate) fn over(&self) -> Option<Place> {
        self.next.filter(|_| self.done)
    }

    /// Nothing was heard of the session for so long that it is over, though its end never came.
    pub(crate) fn is_silent(&self, now: u64) -> bool {
        !self.done && self.at.saturating_add(MAX_SILENCE) <= now
    }
}

/// What is known of a session.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Saved {
    pub(crate) session: String,
    /// Its lines before this place are done, or in the recorder.
    pub(crate) next: Place,
    /// Its lines behind that which are done, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) ahead: Vec<Place>,
    /// When it was last heard of, in milliseconds since the Unix epoch.
    pub(crate) at: u64,
    /// It is over.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) done: bool,
    /// Why its events are not sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) dead: Option<String>,
    /// It began before anything was to be forwarded.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) skipped: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) online: Option<Online>,
    /// How many parts of an uploaded session have arrived.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) parts: usize,
}

impl Saved {
    /// Reads the line of a session in this place. An error is of the kind `InvalidData`.
    pub(crate) fn read(line: &[u8], place: &str, id: &Id) -> io::Result<Self> {
        serde_json::from_slice(line).map_err(|error| {
            let message = format!("{place}: session {id}: {error}");
            io::Error::new(io::ErrorKind::InvalidData, message)
        })
    }

    /// Its line, without its end.
    pub(crate) fn to_line(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(&Line::Session { v: VERSION, saved: self })
    }

    /// As [`Head::over`].
    pub(crate) fn over(&self) -> Option<Place> {
        self.done.then_some(self.next)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_false(flag: &bool) -> bool {
    !flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}
