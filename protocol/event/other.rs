//! An event of a type that the schemas do not know.

use std::fmt;

use serde_json::Value;

/// An event of a type that the schemas do not know.
///
/// Only a tolerant reader makes one of what it receives. It is written back as it came.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OtherEvent {
    /// The type, as it stands on the wire.
    pub event_type: String,
    /// Its `params`.
    pub params: Option<Value>,
    /// Its `customMetadata`.
    pub custom_metadata: Option<Value>,
}

impl OtherEvent {
    /// An event of this type, with nothing in it.
    #[must_use]
    pub fn new(event_type: impl Into<String>) -> Self {
        Self { event_type: event_type.into(), params: None, custom_metadata: None }
    }
}

/// Shows the type, and hides the values.
impl fmt::Debug for OtherEvent {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("OtherEvent").field("event_type", &self.event_type).finish_non_exhaustive()
    }
}
