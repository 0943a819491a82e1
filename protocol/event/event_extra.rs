//! Members of an event that its schema does not describe.

use std::fmt;

use serde_json::{Map, Value};

use super::extra::Extra;
use super::original::Original;
use super::types::{EventType, PlayerTime};
use crate::constraints::Checker;
use crate::schema::{Described as _, Params, Slot, keys};

pub(crate) fn is_envelope_key(key: &str) -> bool {
    keys::ALL.contains(&key)
}

/// Members of an event that its schema does not describe.
///
/// It also holds empty `params` and `customMetadata` objects of event types that need none, so that
/// an event is written back unchanged.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct EventExtra {
    /// Unknown top-level members of the event.
    pub members: Extra,
    /// Unknown members of `playerTime`.
    pub player_time: Extra,
    /// The `params` of an event type that has none.
    pub params: Option<Map<String, Value>>,
    /// The `customMetadata` of an event type that has none.
    pub custom_metadata: Option<Map<String, Value>>,
    /// Whether its quality of experience has members that only other event types have.
    pub(crate) foreign_quality: bool,
    /// Original literals of strings with lone surrogates, which a Rust string cannot hold.
    pub(super) originals: Vec<Original>,
}

impl EventExtra {
    /// The parts here for which this event type has a field of its own: they would be written
    /// twice. [`OtherEvent`](super::OtherEvent) has a field for both.
    pub(crate) fn doubled_parts(
        &self,
        event_type: Option<EventType>,
    ) -> impl Iterator<Item = &'static str> {
        let shape = event_type.map(EventType::shape);
        let has_none =
            shape.is_some_and(|shape| matches!(shape.params, Params::Absent | Params::Empty));
        let params = (self.params.is_some() && !has_none).then_some(keys::PARAMS);
        let has_none = shape.is_some_and(|shape| shape.custom_metadata != Slot::Full);
        let metadata =
            (self.custom_metadata.is_some() && !has_none).then_some(keys::CUSTOM_METADATA);
        params.into_iter().chain(metadata)
    }

    /// Checks that no key here has a field of its own.
    pub(super) fn check_extra(&self, event_type: Option<EventType>, checker: &mut Checker) {
        checker.inside(keys::PLAYER_TIME, "player_time", |checker| {
            checker.extra(PlayerTime::SHAPE, &self.player_time);
        });
        for key in self.doubled_parts(event_type) {
            checker.shadowed(key);
        }
        for (key, _) in self.members.iter().filter(|(key, _)| is_envelope_key(key)) {
            checker.shadowed(key);
        }
    }
}

impl fmt::Debug for EventExtra {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = |object: &Map<String, Value>| object.keys().cloned().collect::<Vec<_>>();
        to.debug_struct("EventExtra")
            .field("members", &self.members)
            .field("player_time", &self.player_time)
            .field("params", &self.params.as_ref().map(keys))
            .field("custom_metadata", &self.custom_metadata.as_ref().map(keys))
            .finish()
    }
}

/// Most events have no extra members. The pointer keeps those events small, which makes reading
/// faster.
#[derive(Clone, Default)]
pub(crate) struct LazyExtra(pub(crate) Option<Box<EventExtra>>);

impl PartialEq for LazyExtra {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(left), Some(right)) => left == right,
            (Some(one), None) | (None, Some(one)) => **one == EventExtra::default(),
        }
    }
}

impl fmt::Debug for LazyExtra {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            None => to.write_str("none"),
            Some(extra) => extra.fmt(to),
        }
    }
}
