//! The body of a reply.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::connection::Connection;
use super::handle::{Handle, LocationHint};
use super::problem::Problem;
use crate::wire::SessionId;

/// The body of a 200, or of a 207 with errors.
///
/// ```
/// use media_collection::edge::{Answer, Handle, LocationHint};
///
/// let answer = Answer::new("3f0c6f0e-6a51-4c56-9f0d-1d2e3f405162")
///     .with_handle(Handle::new_session("0f3a", 0))
///     .with_handle(Handle::location_hints(&[LocationHint::new("EdgeNetwork", "or2", 1_800)]));
/// let text = serde_json::to_vec(&answer)?;
///
/// let read = Answer::read(&text).unwrap();
/// assert_eq!(read.session_id().unwrap().as_str(), "0f3a");
/// assert_eq!(read.connection().hint(), Some("or2"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Answer {
    /// The id of the request; a server may add to what it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// What the server hands over, in any order.
    #[serde(deserialize_with = "known")]
    pub handle: Vec<Handle>,
    /// What went wrong; only on a 207.
    #[serde(deserialize_with = "known", skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Problem>,
    /// What may be wrong. The request was processed.
    #[serde(deserialize_with = "known", skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Problem>,
}

/// The items whose form is known: a newer server may send others.
fn known<'de, D: Deserializer<'de>, T: DeserializeOwned>(from: D) -> Result<Vec<T>, D::Error> {
    let items = match Value::deserialize(from)? {
        Value::Array(items) => items,
        _ => Vec::new(),
    };
    Ok(items.into_iter().filter_map(|item| serde_json::from_value(item).ok()).collect())
}

impl Answer {
    /// An answer to the request with this id.
    #[must_use]
    pub fn new(request_id: impl Into<String>) -> Self {
        Self { request_id: Some(request_id.into()), ..Self::default() }
    }

    /// Adds a handle. Adobe's reference client reads only the first: a session's id comes first.
    #[must_use]
    pub fn with_handle(mut self, handle: Handle) -> Self {
        self.handle.push(handle);
        self
    }

    /// Adds an error; the status is then 207.
    #[must_use]
    pub fn with_error(mut self, error: Problem) -> Self {
        self.errors.push(error);
        self
    }

    /// Reads a body: one JSON object, or a stream of them, each on a line and preceded by NUL, as
    /// requests of the mobile SDKs ask for. `None` for anything else, such as the page of a portal.
    #[must_use]
    pub fn read(body: &[u8]) -> Option<Self> {
        if let Some(whole) = Self::of(body) {
            return Some(whole);
        }
        let fragments = body.split(|byte| *byte == b'\n');
        let trimmed = fragments.map(|fragment| {
            let is_space = |byte: &u8| *byte == 0 || byte.is_ascii_whitespace();
            let from = fragment.iter().position(|byte| !is_space(byte)).unwrap_or(fragment.len());
            let to = fragment.iter().rposition(|byte| !is_space(byte)).map_or(from, |at| at + 1);
            &fragment[from..to]
        });
        let mut all: Option<Self> = None;
        for fragment in trimmed.filter(|fragment| !fragment.is_empty()) {
            let Self { request_id, handle, errors, warnings } = Self::of(fragment)?;
            let all = all.get_or_insert_default();
            all.request_id = all.request_id.take().or(request_id);
            all.handle.extend(handle);
            all.errors.extend(errors);
            all.warnings.extend(warnings);
        }
        all
    }

    /// One fragment: an object that has a member of an answer.
    fn of(text: &[u8]) -> Option<Self> {
        let value: Value = serde_json::from_slice(text).ok()?;
        let is_answer =
            ["requestId", "handle", "errors"].iter().any(|key| value.get(key).is_some());
        if !is_answer {
            return None;
        }
        Self::deserialize(value).ok()
    }

    /// The id of the session that was opened, the first of several.
    #[must_use]
    pub fn session_id(&self) -> Option<SessionId> {
        self.handle.iter().find_map(Handle::session_id)
    }

    /// The id of the session that the item of `events` at this index opened.
    #[must_use]
    pub fn session_id_of(&self, event_index: u64) -> Option<SessionId> {
        let is_of = |handle: &&Handle| handle.event_index.unwrap_or(0) == event_index;
        self.handle.iter().filter(is_of).find_map(Handle::session_id)
    }

    /// Whether the server says that it has opened a session, even without a usable id.
    #[must_use]
    pub fn has_session(&self) -> bool {
        self.handle.iter().any(|handle| handle.handle_type == Handle::NEW_SESSION)
    }

    /// The errors about the item of `events` at this index: those that name it or none.
    pub fn errors_of(&self, event_index: u64) -> impl Iterator<Item = &Problem> {
        let is_of = move |problem: &&Problem| {
            let index = problem.report.as_ref().and_then(|report| report.event_index);
            index.is_none_or(|index| index == event_index)
        };
        self.errors.iter().filter(is_of)
    }

    /// What ties later requests to the same region and client.
    #[must_use]
    pub fn connection(&self) -> Connection {
        let hints = self.handle.iter().flat_map(Handle::hints);
        let mut hints = hints.filter(|hint| hint.scope == LocationHint::EDGE_NETWORK);
        Connection::new(hints.next(), self.handle.iter().flat_map(Handle::entries).collect())
    }
}
