//! The event that opened a session, an ad break, an ad or a chapter: its records have what it says.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::diagnostic::{Diagnostic, Notice};
use super::record::Metadata;
use crate::constraints::Look;
use crate::event::{Event, EventType, PlayerTime, Tolerant};
use crate::schema::{Params, keys};
use crate::session::weight;

/// An event of about so many bytes or more is kept only in part, so that what a reporter keeps is
/// bounded whatever is sent.
const MAX_BYTES: usize = 64 * 1024;
/// What is kept then of each text, in bytes.
const MAX_TEXT: usize = 255;

/// The event that opened it, and its index in the order of arrival.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Opened {
    #[serde(deserialize_with = "tolerant")]
    event: Event,
    pub(super) index: usize,
    /// Whether it is kept only in part.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_part: bool,
}

/// Reads an event that a newer version of this crate may have written.
fn tolerant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Event, D::Error> {
    Tolerant::deserialize(deserializer).map(|Tolerant(event)| event)
}

impl Opened {
    /// Without the quality and the playhead, which were those of the moment.
    pub(super) fn by(event: &Event, index: usize) -> Self {
        let is_part = weight(event, MAX_BYTES) >= MAX_BYTES;
        let mut event = if is_part { part_of(event) } else { event.clone() };
        event.qoe_data = None;
        event.player_time.set_playhead(0.0);
        Self { event, index, is_part }
    }

    pub(super) fn params(&self) -> Option<&dyn Look> {
        self.event.body.params()
    }

    pub(super) fn metadata(&self) -> Option<Metadata> {
        metadata(&self.event)
    }

    /// What has to be told of it.
    pub(super) fn odd(&self) -> Option<Diagnostic> {
        self.is_part.then(|| Notice::LargeEvent.at(self.index))
    }
}

/// The custom metadata of an event.
pub(super) fn metadata(event: &Event) -> Option<Metadata> {
    let pairs = event.custom_metadata().filter(|pairs| !pairs.is_empty())?;
    Some(pairs.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

/// The params that its schema describes, with the first part of each text.
#[cold]
fn part_of(event: &Event) -> Event {
    let at = event.player_time;
    let nothing = || Event::ending(EventType::SessionEnd, PlayerTime::of_ts(at.ts()));
    read_part(event).unwrap_or_else(nothing)
}

fn read_part(event: &Event) -> Option<Event> {
    let (Params::Required(described) | Params::Optional(described)) =
        event.event_type()?.shape().params
    else {
        return None;
    };
    let mut whole = serde_json::to_value(event).ok()?;
    let whole = whole.as_object_mut()?;
    let known = [keys::EVENT_TYPE, keys::PLAYER_TIME, keys::PARAMS];
    whole.retain(|key, _| known.contains(&&**key));
    let params = whole.get_mut(keys::PARAMS)?.as_object_mut()?;
    params.retain(|key, value| {
        described.member(key).is_some() && !value.is_array() && !value.is_object()
    });
    for value in params.values_mut() {
        if let Value::String(text) = value {
            let end = (0..=MAX_TEXT.min(text.len())).rfind(|at| text.is_char_boundary(*at));
            text.truncate(end.unwrap_or_default());
            text.shrink_to_fit();
        }
    }
    let whole = Value::Object(std::mem::take(whole));
    Tolerant::deserialize(whole).ok().map(|Tolerant(event): Tolerant<Event>| event)
}
