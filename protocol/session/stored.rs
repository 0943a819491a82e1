//! The stored form of recordings: events are read tolerantly, since what was recorded may be newer
//! than this crate.

use serde::{Deserialize, Deserializer};

use crate::event::{Event, SessionStart, Tolerant};

/// Reads a start.
pub(crate) fn stored_start<'de, D>(deserializer: D) -> Result<SessionStart, D::Error>
where
    D: Deserializer<'de>,
{
    let Tolerant(event) = Tolerant::<Event>::deserialize(deserializer)?;
    SessionStart::try_from(event).map_err(serde::de::Error::custom)
}

/// What was opened, by the event that opened it.
pub(crate) mod opened {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::event::Tolerant;

    pub(crate) fn serialize<O: Serialize, S: Serializer>(
        event: &Option<O>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        event.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, O, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<O>, D::Error>
    where
        Tolerant<O>: Deserialize<'de>,
    {
        let event = Option::<Tolerant<O>>::deserialize(deserializer)?;
        Ok(event.map(|Tolerant(event)| event))
    }
}

/// A list of events.
pub(crate) mod events {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::event::{Event, Tolerant};

    pub(crate) fn serialize<S: Serializer>(
        events: &[Event],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        events.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Event>, D::Error> {
        Tolerant::deserialize(deserializer).map(|Tolerant(events)| events)
    }
}
