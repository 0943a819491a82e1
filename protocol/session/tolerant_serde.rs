//! Reading stored events tolerantly: what was recorded may be newer than this crate.

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

/// Reads what was opened, by the event that opened it.
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
