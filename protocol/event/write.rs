//! Writing an event: `eventType`, `playerTime`, `params`, `customMetadata`, `qoeData`, in that
//! order, then whatever is extra.

use serde::ser::{Error as _, SerializeMap};
use serde::{Serialize, Serializer};

use super::{Event, is_envelope_key};
use crate::bindings::{EventBody, PlayerTime};
use crate::extra::Extra;

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let extra = self.extra();
        if let Some(key) = extra.and_then(|extra| extra.doubled_parts(self.event_type()).next()) {
            let problem = format_args!("`{key}` in `extra` has a field of its own");
            return Err(S::Error::custom(problem));
        }
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("eventType", self.event_name())?;
        match extra {
            Some(extra) if !extra.player_time.is_empty() => {
                let time = WithExtra(&self.player_time, &extra.player_time);
                members.serialize_entry("playerTime", &time)?;
            }
            _ => members.serialize_entry("playerTime", &self.player_time)?,
        }

        self.body.write_params(&mut members)?;
        if let EventBody::Other(other) = &self.body {
            write_some(&mut members, "params", other.params.as_ref())?;
            write_some(&mut members, "customMetadata", other.custom_metadata.as_ref())?;
        } else if let Some(params) = extra.and_then(|extra| extra.params.as_ref()) {
            members.serialize_entry("params", params)?;
        }
        write_some(&mut members, "customMetadata", self.body.custom_metadata())?;
        let rest = extra.and_then(|extra| extra.custom_metadata.as_ref());
        write_some(&mut members, "customMetadata", rest)?;
        write_some(&mut members, "qoeData", self.qoe_data.as_deref())?;

        if let Some(extra) = extra {
            for (key, value) in extra.members.iter() {
                if is_envelope_key(key) {
                    let problem = format_args!("`{key}` in `extra` has a field of its own");
                    return Err(S::Error::custom(problem));
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

/// A player time with unknown members, as one object.
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
