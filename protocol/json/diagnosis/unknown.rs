//! What to say about names that the schemas do not know.

use super::finder::Finder;
use crate::constraints::Keyword;
use crate::event::{EventType, PlayerTime, QoeData};
use crate::schema::{Described as _, EventShape, Object, Params, keys};

impl Finder<'_> {
    pub(super) fn unknown_event_type(&mut self, name: &str) {
        let meant = self.meant(name, EventType::ALL.iter().map(|event_type| event_type.as_str()));
        self.add(Keyword::Enum, format!("is not an event type that the schemas know{meant}"));
    }

    /// A key of an event that has no such member.
    pub(super) fn unknown_in_event(&mut self, key: &str, shape: Option<&EventShape>) {
        if matches!(key, "xdm" | "mediaCollection") {
            let message = "is of the Media Edge API, whose events this API does not take";
            return self.add(Keyword::AdditionalProperties, message);
        }
        if key == "events" {
            let message = format!("{NOT_ALLOWED}: several events are an array by themselves");
            return self.add(Keyword::AdditionalProperties, message);
        }
        let is_param = shape.is_some_and(|shape| match shape.params {
            Params::Optional(params) | Params::Required(params) => params.member(key).is_some(),
            Params::Absent | Params::Empty => false,
        });
        let place = if is_param { Some(keys::PARAMS) } else { place_of(key) };
        self.unknown(key, place, keys::ALL);
    }

    /// A key of an object whose schema has no such member; `None` for an object that has to be
    /// empty.
    pub(super) fn unknown_in(&mut self, object: Option<&Object>, key: &str) {
        let known = object.map_or(&[][..], |object| object.members);
        self.unknown(key, place_of(key), known.iter().map(|member| member.key));
    }

    /// `place` is the member of the event in which the key belongs; `known` are the keys that could
    /// be meant.
    fn unknown<'c>(
        &mut self,
        key: &str,
        place: Option<&str>,
        known: impl IntoIterator<Item = &'c str>,
    ) {
        let meant = match place.filter(|place| !self.pointer.contains(place)) {
            Some(place) => format!(": it belongs in `{place}`"),
            None => self.meant(key, known),
        };
        self.add(Keyword::AdditionalProperties, format!("{NOT_ALLOWED}{meant}"));
    }

    /// A member that the schemas know, but not in this event.
    pub(super) fn not_allowed(&mut self) {
        self.add(Keyword::AdditionalProperties, NOT_ALLOWED);
    }

    /// The end of a message: which name was probably meant.
    fn meant<'c>(&mut self, name: &str, known: impl IntoIterator<Item = &'c str>) -> String {
        match self.comparisons.suggestion(name, known) {
            Some(meant) => format!(": did you mean `{meant}`?"),
            None => String::new(),
        }
    }
}

const NOT_ALLOWED: &str = "is not a member that the schemas allow here";

/// The member of an event that contains a key of this name.
fn place_of(key: &str) -> Option<&'static str> {
    if PlayerTime::SHAPE.member(key).is_some() {
        Some(keys::PLAYER_TIME)
    } else if QoeData::SHAPE.member(key).is_some() {
        Some(keys::QOE_DATA)
    } else {
        None
    }
}
