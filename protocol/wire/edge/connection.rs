//! What ties later requests to the same region and client.

use serde::{Deserialize, Serialize};

use super::handle::{LocationHint, StateEntry};

/// The location hint and the state of a reply, for later requests: an online recorder keeps them, if
/// its [options](crate::recorder::OnlineOptions) say so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Connection {
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<LocationHint>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    state: Vec<StateEntry>,
}

impl Connection {
    /// A hint of the scope `EdgeNetwork`, and state. A hint that is no path segment is ignored.
    #[must_use]
    pub fn new(hint: Option<LocationHint>, state: Vec<StateEntry>) -> Self {
        let is_segment = |hint: &LocationHint| {
            let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            !hint.hint.is_empty() && hint.hint.len() <= 64 && hint.hint.bytes().all(is_safe)
        };
        Self { hint: hint.filter(is_segment), state }
    }

    /// The location hint, a path segment such as `or2`.
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_ref().map(|hint| hint.hint.as_str())
    }

    /// For how many seconds the location hint is good after the last reply.
    #[must_use]
    pub fn hint_seconds(&self) -> Option<u64> {
        self.hint.as_ref().map(|hint| hint.ttl_seconds)
    }

    /// What later requests send back in `meta.state.entries`.
    #[must_use]
    pub fn state(&self) -> &[StateEntry] {
        &self.state
    }

    /// Keeps the state that is still good.
    pub(crate) fn retain_state(&mut self, is_good: impl FnMut(&StateEntry) -> bool) {
        self.state.retain(is_good);
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hint.is_none() && self.state.is_empty()
    }

    /// Forgets the location hint.
    #[must_use]
    pub fn without_hint(mut self) -> Self {
        self.hint = None;
        self
    }

    /// Forgets the state.
    #[must_use]
    pub fn without_state(mut self) -> Self {
        self.state = Vec::new();
        self
    }
}
