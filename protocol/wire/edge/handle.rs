//! What a reply hands to the client.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::wire::SessionId;

/// A part of an [`Answer`](super::Answer), told apart by its type.
///
/// ```
/// use media_collection::edge::Handle;
///
/// let handle = Handle::new_session("0f3a", 0);
/// assert_eq!(handle.session_id().unwrap().as_str(), "0f3a");
/// assert_eq!(
///     serde_json::to_string(&handle)?,
///     r#"{"payload":[{"sessionId":"0f3a"}],"type":"media-analytics:new-session","eventIndex":0}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Handle {
    /// Its items; what they are depends on the type.
    #[serde(default)]
    pub payload: Vec<Value>,
    /// `media-analytics:new-session`, `locationHint:result`, `state:store`, or one of another service.
    #[serde(rename = "type", default)]
    pub handle_type: String,
    /// Which item of `events` it is about. May be missing if the request had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_index: Option<u64>,
}

impl Handle {
    /// The type of a handle with the id of a new session.
    pub const NEW_SESSION: &str = "media-analytics:new-session";
    /// The type of a handle with [`LocationHint`]s.
    pub const LOCATION_HINTS: &str = "locationHint:result";
    /// The type of a handle with [`StateEntry`]s.
    pub const STATE: &str = "state:store";

    /// The item of `events` at this index opened a session with this id.
    #[must_use]
    pub fn new_session(session_id: impl AsRef<str>, event_index: u64) -> Self {
        let payload = vec![json!({ "sessionId": session_id.as_ref() })];
        Self { payload, handle_type: Self::NEW_SESSION.to_owned(), event_index: Some(event_index) }
    }

    /// Hints where later requests should go.
    #[must_use]
    pub fn location_hints(hints: &[LocationHint]) -> Self {
        Self::of(Self::LOCATION_HINTS, hints)
    }

    /// State that the client sends with later requests.
    #[must_use]
    pub fn state(entries: &[StateEntry]) -> Self {
        Self::of(Self::STATE, entries)
    }

    fn of<T: Serialize>(handle_type: &str, items: &[T]) -> Self {
        // Texts and numbers: this cannot fail.
        let payload = items.iter().filter_map(|item| serde_json::to_value(item).ok()).collect();
        Self { payload, handle_type: handle_type.to_owned(), event_index: None }
    }

    /// The id of the session that was opened; `None` for other handles, or if it is no usable id.
    #[must_use]
    pub fn session_id(&self) -> Option<SessionId> {
        if self.handle_type != Self::NEW_SESSION {
            return None;
        }
        // Requests write it `sessionID`; a server may do so in a reply.
        let id = |item: &Value| {
            Some(item.get("sessionId").or(item.get("sessionID"))?.as_str()?.to_owned())
        };
        self.payload.iter().find_map(id).and_then(|id| SessionId::new(id).ok())
    }

    /// The hints; empty for other handles. Items that are no hint are ignored.
    #[must_use]
    pub fn hints(&self) -> Vec<LocationHint> {
        self.items(Self::LOCATION_HINTS)
    }

    /// The state to keep; empty for other handles. Items that are no state are ignored.
    #[must_use]
    pub fn entries(&self) -> Vec<StateEntry> {
        self.items(Self::STATE)
    }

    fn items<T: for<'de> Deserialize<'de>>(&self, handle_type: &str) -> Vec<T> {
        let items = self.payload.iter().filter(|_| self.handle_type == handle_type);
        items.filter_map(|item| T::deserialize(item).ok()).collect()
    }
}

/// Where later requests should go, so that one session stays in one region.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LocationHint {
    /// The service: `EdgeNetwork` is the one that the path of later requests names.
    pub scope: String,
    /// The hint, such as `or2`.
    pub hint: String,
    /// For how many seconds it is good after the last reply.
    #[serde(default)]
    pub ttl_seconds: u64,
}

impl LocationHint {
    /// The scope of the hint that belongs in a path.
    pub const EDGE_NETWORK: &str = "EdgeNetwork";

    /// A hint for a service.
    #[must_use]
    pub fn new(scope: impl Into<String>, hint: impl Into<String>, ttl_seconds: u64) -> Self {
        Self { scope: scope.into(), hint: hint.into(), ttl_seconds }
    }
}

/// State that a server gives a client without cookies, and that it sends back in
/// `meta.state.entries`: a first-party cookie, such as that with the viewer's identity.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct StateEntry {
    /// The cookie's name, such as `kndctr_0A1B2C_AdobeOrg_cluster`.
    pub key: String,
    /// Its value.
    pub value: String,
    /// For how many seconds it is good.
    #[serde(default)]
    pub max_age: u64,
}

impl StateEntry {
    /// An entry.
    #[must_use]
    pub fn new(key: impl Into<String>, value: impl Into<String>, max_age: u64) -> Self {
        Self { key: key.into(), value: value.into(), max_age }
    }
}

/// Hides the value, which may identify the viewer.
impl std::fmt::Debug for StateEntry {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("StateEntry")
            .field("key", &self.key)
            .field("max_age", &self.max_age)
            .finish_non_exhaustive()
    }
}
