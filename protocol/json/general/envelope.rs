//! Writing an event: `eventType`, `playerTime`, `params`, `customMetadata`, `qoeData`, in that
//! order, then its extra members.

use serde::ser::{Error as _, SerializeMap};
use serde::{Serialize, Serializer};

use super::MapWriter;
use crate::event::{
    CustomMetadata, Event, EventBody, EventExtra, EventType, Extra, Parts, PlayerTime, QoeData,
    SessionStart, is_envelope_key,
};
use crate::json::members::MemberWriter as _;
use crate::schema::keys;

impl Event {
    pub(in crate::json) fn envelope(&self) -> Envelope<'_> {
        Envelope {
            name: self.event_name(),
            event_type: self.event_type(),
            time: &self.player_time,
            custom_metadata: self.body.custom_metadata(),
            qoe_data: self.qoe_data.as_deref(),
            extra: self.extra(),
        }
    }
}

impl SessionStart {
    pub(in crate::json) fn envelope(&self) -> Envelope<'_> {
        Envelope {
            name: EventType::SessionStart.as_str(),
            event_type: Some(EventType::SessionStart),
            time: &self.player_time,
            custom_metadata: self.custom_metadata.as_ref(),
            qoe_data: self.qoe_data.as_deref(),
            extra: self.extra(),
        }
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.envelope().write(serializer, |members| match &self.body {
            EventBody::Other(other) => {
                write_some(members, keys::PARAMS, other.params.as_ref())?;
                write_some(members, keys::CUSTOM_METADATA, other.custom_metadata.as_ref())
            }
            known => known.write_params(&mut MapWriter(members)),
        })
    }
}

impl Serialize for SessionStart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.envelope()
            .write(serializer, |members| MapWriter(members).member(",\"params\":", &self.params))
    }
}

/// All parts of an event except its `params`.
pub(in crate::json) struct Envelope<'a> {
    pub(in crate::json) name: &'a str,
    /// `None` for a type that the schemas do not describe.
    pub(in crate::json) event_type: Option<EventType>,
    pub(in crate::json) time: &'a PlayerTime,
    pub(in crate::json) custom_metadata: Option<&'a CustomMetadata>,
    pub(in crate::json) qoe_data: Option<&'a QoeData>,
    pub(in crate::json) extra: Option<&'a EventExtra>,
}

impl Envelope<'_> {
    /// What the schema says of the event as a whole is about these parts; `None` if there is none.
    pub(in crate::json) fn parts(&self) -> Option<Parts<'_>> {
        Some(Parts {
            event_type: self.event_type?,
            has_metadata: self.custom_metadata.is_some(),
            qoe_data: self.qoe_data,
            foreign_quality: self.extra.is_some_and(|extra| extra.foreign_quality),
        })
    }

    fn write<S: Serializer>(
        &self,
        serializer: S,
        params: impl FnOnce(&mut S::SerializeMap) -> Result<(), S::Error>,
    ) -> Result<S::Ok, S::Error> {
        if self.parts().is_some_and(|parts| !parts.hold()) {
            return Err(S::Error::custom("the schema of this event type forbids the event"));
        }
        let doubled = self.extra.and_then(|extra| extra.doubled_parts(self.event_type).next());
        if let Some(key) = doubled {
            return Err(S::Error::custom(format_args!(
                "`{key}` in `extra` has a field of its own"
            )));
        }
        if self.event_type.is_none() && EventType::from_wire(self.name).is_some() {
            return Err(S::Error::custom("an `OtherEvent` has the name of a known event type"));
        }
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry(keys::EVENT_TYPE, self.name)?;
        match self.extra {
            Some(extra) if !extra.player_time.is_empty() => {
                members.serialize_entry(
                    keys::PLAYER_TIME,
                    &WithExtra(self.time, &extra.player_time),
                )?;
            }
            _ => members.serialize_entry(keys::PLAYER_TIME, self.time)?,
        }
        params(&mut members)?;
        if let Some(extra) = self.extra {
            write_some(&mut members, keys::PARAMS, extra.params.as_ref())?;
        }
        write_some(&mut members, keys::CUSTOM_METADATA, self.custom_metadata)?;
        if let Some(extra) = self.extra {
            write_some(&mut members, keys::CUSTOM_METADATA, extra.custom_metadata.as_ref())?;
        }
        write_some(&mut members, keys::QOE_DATA, self.qoe_data)?;
        if let Some(extra) = self.extra {
            for (key, value) in extra.members.iter() {
                if is_envelope_key(key) {
                    return Err(S::Error::custom(format_args!(
                        "`{key}` in `extra` has a field of its own"
                    )));
                }
                members.serialize_entry(key, value)?;
            }
        }
        members.end()
    }
}

fn write_some<M: SerializeMap, T: Serialize>(
    members: &mut M,
    key: &'static str,
    value: Option<&T>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| members.serialize_entry(key, value))
}

/// Writes a player time and its unknown members as one object.
struct WithExtra<'a>(&'a PlayerTime, &'a Extra);

impl Serialize for WithExtra<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let known = serde_json::to_value(self.0).map_err(S::Error::custom)?;
        let mut members = serializer.serialize_map(None)?;
        for (key, value) in known.as_object().into_iter().flatten() {
            members.serialize_entry(key, value)?;
        }
        self.1.write::<PlayerTime, _>(&mut members)?;
        members.end()
    }
}
