//! Events whose type the schemas do not describe.

use std::fmt;

use serde_json::Value;

use super::types::EventType;
use crate::constraints::Checker;
use crate::schema::keys;

/// An event whose type the schemas do not describe.
///
/// Only a tolerant reader accepts one. It is written back with the same values.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OtherEvent {
    /// The event type, as on the wire.
    pub event_type: String,
    /// Its `params`.
    pub params: Option<Value>,
    /// Its `customMetadata`.
    pub custom_metadata: Option<Value>,
}

impl OtherEvent {
    /// Makes an event of this type without `params` and metadata.
    #[must_use]
    pub fn new(event_type: impl Into<String>) -> Self {
        Self { event_type: event_type.into(), params: None, custom_metadata: None }
    }

    /// Reports a type that the schemas describe.
    #[cold]
    pub(crate) fn check_into(&self, checker: &mut Checker) {
        if EventType::from_wire(&self.event_type).is_some() {
            checker.shadowed(keys::EVENT_TYPE);
        }
    }
}

/// Shows the type and hides the values.
impl fmt::Debug for OtherEvent {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("OtherEvent").field("event_type", &self.event_type).finish_non_exhaustive()
    }
}
