//! Reading serialised events in tolerant mode: a newer version of this crate may have written them.

use serde::{Deserialize, Deserializer};

use crate::event::{Event, SessionStart, Tolerant};

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
