//! Reading an event in one pass, with its members in any order.
//!
//! Usually `eventType` comes before `params` and `customMetadata`, which depend on it. If it comes
//! later, the text of these two is buffered.

use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::read::{Key, MemberKey, read_any_object, read_member, unknown_member};
use super::{General, read_with_extra};
use crate::event::{
    CustomMetadata, Event, EventBody, EventExtra, EventType, Extra, LazyExtra, OtherEvent, Parts,
    PlayerTime, QoeData, SessionStart, is_empty_quality, is_foreign_quality,
};
use crate::json::depth::depth;
use crate::schema::{Mode, Params, Slot, keys};

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer, Mode::Strict)
    }
}

/// The type in which an event stores it.
impl General for Box<QoeData> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        QoeData::read(deserializer, mode).map(Self::new)
    }

    fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).write(serializer)
    }
}

impl General for Event {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EventVisitor(mode))
    }

    fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde::Serialize::serialize(self, serializer)
    }
}

const EVENT_TYPE: usize = 0;
const PLAYER_TIME: usize = 1;
const PARAMS: usize = 2;
const CUSTOM_METADATA: usize = 3;
const QOE_DATA: usize = 4;

fn index(key: &str) -> Option<usize> {
    Some(match key {
        keys::EVENT_TYPE => EVENT_TYPE,
        keys::PLAYER_TIME => PLAYER_TIME,
        keys::PARAMS => PARAMS,
        keys::CUSTOM_METADATA => CUSTOM_METADATA,
        keys::QOE_DATA => QOE_DATA,
        _ => return None,
    })
}

/// A known or unknown event type.
enum Kind {
    Known(EventType),
    Other(String),
}

impl General for Kind {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        struct Name(Mode);

        impl Visitor<'_> for Name {
            type Value = Kind;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an event type")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Kind, E> {
                match (EventType::from_wire(name), self.0) {
                    (Some(known), _) => Ok(Kind::Known(known)),
                    (None, Mode::Tolerant) => Ok(Kind::Other(name.to_owned())),
                    (None, Mode::Strict) => Err(E::custom("unknown event type")),
                }
            }
        }

        deserializer.deserialize_str(Name(mode))
    }

    fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Known(known) => known.as_str(),
            Self::Other(name) => name,
        })
    }
}

/// The members read so far whose types depend on the event type, and unknown members.
#[derive(Default)]
struct Content {
    body: Option<EventBody>,
    custom_metadata: Option<CustomMetadata>,
    rest: LazyExtra,
    other_params: Option<Value>,
    other_metadata: Option<Value>,
}

impl Content {
    fn rest(&mut self) -> &mut EventExtra {
        self.rest.0.get_or_insert_default()
    }

    fn read_params<'de, D: Deserializer<'de>>(
        &mut self,
        deserializer: D,
        kind: &Kind,
        mode: Mode,
    ) -> Result<(), D::Error> {
        match kind {
            Kind::Known(event_type) => match event_type.shape().params {
                Params::Absent if mode == Mode::Strict => {
                    return Err(unknown_member(keys::PARAMS));
                }
                Params::Absent | Params::Empty => {
                    self.rest().params =
                        Some(read_any_object(deserializer, mode.accepts_unknown(false))?);
                }
                Params::Optional(_) | Params::Required(_) => {
                    let params = super::BufferedParams::new(deserializer, mode);
                    self.body = Some(EventBody::read_params(*event_type, params)?);
                }
            },
            Kind::Other(_) => self.other_params = Some(Value::deserialize(deserializer)?),
        }
        Ok(())
    }

    fn read_metadata<'de, D: Deserializer<'de>>(
        &mut self,
        deserializer: D,
        kind: &Kind,
        mode: Mode,
    ) -> Result<(), D::Error> {
        match kind {
            Kind::Known(event_type) => match event_type.shape().custom_metadata {
                Slot::Absent if mode == Mode::Strict => {
                    return Err(unknown_member(keys::CUSTOM_METADATA));
                }
                Slot::Absent | Slot::Empty => {
                    let members: Map<_, _> =
                        read_any_object(deserializer, mode.accepts_unknown(false))?;
                    self.rest().custom_metadata = Some(members);
                }
                Slot::Full => self.custom_metadata = Some(CustomMetadata::read(deserializer)?),
            },
            Kind::Other(_) => self.other_metadata = Some(Value::deserialize(deserializer)?),
        }
        Ok(())
    }

    /// Makes an error if the event as a whole is not what its schema says.
    fn check_parts<E: Error>(
        &mut self,
        event_type: EventType,
        qoe_data: Option<&QoeData>,
        mode: Mode,
    ) -> Result<(), E> {
        let foreign_quality = mode == Mode::Tolerant
            && qoe_data.is_some_and(|qoe| is_foreign_quality(event_type, qoe));
        if foreign_quality {
            self.rest().foreign_quality = true;
        }
        let metadata_beside = self.rest.0.as_ref().is_some_and(|it| it.custom_metadata.is_some());
        let has_metadata = self.custom_metadata.is_some() || metadata_beside;
        let metadata_is_own = event_type.shape().custom_metadata == Slot::Full;
        let parts = Parts {
            event_type,
            has_metadata: has_metadata && metadata_is_own,
            qoe_data,
            foreign_quality,
        };
        if parts.hold() {
            return Ok(());
        }
        Err(E::custom("the event is not what the schema of its type says"))
    }

    /// Makes the body after all members have been read.
    fn finish<E: Error>(&mut self, kind: Kind) -> Result<EventBody, E> {
        let event_type = match kind {
            Kind::Known(event_type) => event_type,
            Kind::Other(event_type) => {
                return Ok(EventBody::Other(Box::new(OtherEvent {
                    event_type,
                    params: self.other_params.take(),
                    custom_metadata: self.other_metadata.take(),
                })));
            }
        };
        let mut body = match self.body.take() {
            Some(body) => body,
            None => EventBody::without_params(event_type)
                .ok_or_else(|| E::missing_field(keys::PARAMS))?,
        };
        if let Some(metadata) = self.custom_metadata.take()
            && let Some(place) = body.custom_metadata_mut()
        {
            *place = Some(metadata);
        }
        Ok(body)
    }
}

/// Reads `params` or `customMetadata` once the event type has been read.
struct ContentSeed<'a> {
    content: &'a mut Content,
    member: usize,
    kind: &'a Kind,
    mode: Mode,
}

impl<'de> DeserializeSeed<'de> for ContentSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.member == PARAMS {
            self.content.read_params(deserializer, self.kind, self.mode)
        } else {
            self.content.read_metadata(deserializer, self.kind, self.mode)
        }
    }
}

/// Reads the player time, and the members that its schema does not describe.
struct TimeSeed(Mode);

impl<'de> DeserializeSeed<'de> for TimeSeed {
    type Value = (PlayerTime, Extra);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        read_with_extra(deserializer, self.0)
    }
}

struct EventVisitor(Mode);

impl<'de> Visitor<'de> for EventVisitor {
    type Value = Event;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an event")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Event, A::Error> {
        let mode = self.0;
        let mut kind: Option<Kind> = None;
        let mut time: Option<PlayerTime> = None;
        let mut qoe_data: Option<Box<QoeData>> = None;
        let mut content = Content::default();
        let mut buffered: [Option<Box<RawValue>>; 2] = [None, None];
        let mut seen = [false; 2];

        while let Some(key) = members.next_key_seed(MemberKey(index))? {
            match key {
                Key::Known(EVENT_TYPE) => {
                    read_member(&mut kind, keys::EVENT_TYPE, &mut members, mode)?
                }
                Key::Known(PLAYER_TIME) => {
                    if time.is_some() {
                        return Err(A::Error::duplicate_field(keys::PLAYER_TIME));
                    }
                    let (read, extra) = members.next_value_seed(TimeSeed(mode))?;
                    time = Some(read);
                    if !extra.is_empty() {
                        content.rest().player_time = extra;
                    }
                }
                Key::Known(QOE_DATA) => {
                    read_member(&mut qoe_data, keys::QOE_DATA, &mut members, mode)?;
                }
                Key::Known(member) => {
                    let place = member - PARAMS;
                    if std::mem::replace(&mut seen[place], true) {
                        return Err(A::Error::duplicate_field(keys::ALL[member]));
                    }
                    match &kind {
                        Some(kind) => members.next_value_seed(ContentSeed {
                            content: &mut content,
                            member,
                            kind,
                            mode,
                        })?,
                        None => buffered[place] = Some(members.next_value()?),
                    }
                }
                unknown => {
                    let mut extra = std::mem::take(&mut content.rest().members);
                    extra.read(unknown, &mut members, mode.accepts_unknown(false))?;
                    content.rest().members = extra;
                }
            }
        }

        let kind = kind.ok_or_else(|| A::Error::missing_field(keys::EVENT_TYPE))?;
        for (place, text) in buffered.iter().enumerate() {
            if let Some(text) = text {
                if depth(text.get()) > MAX_BUFFERED_DEPTH {
                    return Err(A::Error::custom("recursion limit exceeded"));
                }
                let member = PARAMS + place;
                ContentSeed { content: &mut content, member, kind: &kind, mode }
                    .deserialize(&**text)
                    .map_err(A::Error::custom)?;
            }
        }
        if let Kind::Known(event_type) = &kind {
            allow_qoe(*event_type, qoe_data.as_deref(), mode)?;
            content.check_parts(*event_type, qoe_data.as_deref(), mode)?;
        }
        Ok(Event {
            player_time: time.ok_or_else(|| A::Error::missing_field(keys::PLAYER_TIME))?,
            body: content.finish(kind)?,
            qoe_data,
            extra: content.rest,
        })
    }
}

/// Maximum nesting depth of a buffered part: the same as for one that is read directly, in a batch.
/// serde_json's recursion limit does not count inside a `RawValue`; without this limit we would
/// accept text that our own reader then rejects.
const MAX_BUFFERED_DEPTH: usize = 125;

/// Makes an error if the event type does not allow this `qoeData`.
fn allow_qoe<E: Error>(event_type: EventType, qoe: Option<&QoeData>, mode: Mode) -> Result<(), E> {
    match (event_type.shape().qoe_data, qoe) {
        (Slot::Full, _) | (_, None) => Ok(()),
        _ if mode == Mode::Tolerant => Ok(()),
        (Slot::Empty, Some(qoe)) if is_empty_quality(qoe) => Ok(()),
        _ => Err(unknown_member(keys::QOE_DATA)),
    }
}

impl<'de> serde::Deserialize<'de> for SessionStart {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(Event::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}
