//! Reading serialised events in tolerant mode, as a newer version of this crate may have written
//! them, and writing times so that they can be read.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::event::{Event, PlayerTime, SessionStart, Tolerant};

/// Writes a time that can be read again: without a playhead that is no number, as events have that
/// are recorded as they are.
pub(crate) fn time<S: Serializer>(
    time: &Option<PlayerTime>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut time = *time;
    let is_lost = |time: &PlayerTime| time.playhead().is_some_and(|playhead| !playhead.is_finite());
    if let Some(lost) = time.as_mut().filter(|time| is_lost(time)) {
        lost.set_playhead(0.0);
    }
    time.serialize(serializer)
}

/// Reads a start.
pub(crate) fn start<'de, D>(deserializer: D) -> Result<SessionStart, D::Error>
where
    D: Deserializer<'de>,
{
    let Tolerant(event) = Tolerant::<Event>::deserialize(deserializer)?;
    SessionStart::try_from(event).map_err(serde::de::Error::custom)
}

/// Reads the event that opened an ad break, ad or chapter.
pub(crate) fn opened<'de, O, D: Deserializer<'de>>(deserializer: D) -> Result<Option<O>, D::Error>
where
    Tolerant<O>: Deserialize<'de>,
{
    let event = Option::<Tolerant<O>>::deserialize(deserializer)?;
    Ok(event.map(|Tolerant(event)| event))
}

/// Reads a list of events.
pub(crate) fn events<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Event>, D::Error> {
    Tolerant::deserialize(deserializer).map(|Tolerant(events)| events)
}
