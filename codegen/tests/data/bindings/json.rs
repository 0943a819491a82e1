// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use std::collections::BTreeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use crate::event::{
    AdSkipParams, AuthState, CustomerId, DubbingChangeParams, EventBody, EventType,
    NoMembers, PlayerTime, QoeData, SessionStartParams, SessionStartParamsPlayer,
    SessionStartParamsTracksItem, SessionStartParamsType, UnusualParams,
    UnusualParamsClash, WithMetadata,
};
use crate::json::fast::{Cursor, Declined, ReadFast, WriteFast, write_string};
use crate::json::general::{General, read_name, read_object, write_object};
use crate::json::members::{MemberSource, MemberWriter, Members, ParamsSource};
use crate::schema::Mode;

impl EventBody {
    /// Reads `params`, and makes the body of them.
    pub(crate) fn read_params<S: ParamsSource>(
        event_type: EventType,
        source: S,
    ) -> Result<Self, S::Error> {
        Ok(
            match event_type {
                EventType::SessionStart => {
                    Self::SessionStart(
                        Box::new(WithMetadata::new(source.params()?, None)),
                    )
                }
                EventType::AdSkip => {
                    Self::AdSkip(
                        Box::new(WithMetadata::new(Some(source.params()?), None)),
                    )
                }
                EventType::DubbingChange => {
                    Self::DubbingChange(Box::new(source.params()?))
                }
                EventType::Unusual => Self::Unusual(Some(Box::new(source.params()?))),
                #[allow(unreachable_patterns)]
                _ => return Err(source.no_params()),
            },
        )
    }

    /// Writes `params`, if the event has any.
    pub(crate) fn write_params<W: MemberWriter>(
        &self,
        writer: &mut W,
    ) -> Result<(), W::Error> {
        match self {
            Self::SessionStart(payload) => writer.member(",\"params\":", &payload.params),
            Self::AdSkip(payload) => {
                writer.optional(",\"params\":", payload.params.as_ref())
            }
            Self::DubbingChange(params) => writer.member(",\"params\":", &**params),
            Self::Unusual(params) => writer.optional(",\"params\":", params.as_deref()),
            _ => Ok(()),
        }
    }

    /// An event type whose `params` have the key; there may be several.
    pub(crate) fn likely_type(key: &[u8]) -> Option<EventType> {
        Some(
            match key.len() {
                2 if *key == *b"at" || *key == *b"to" => EventType::Unusual,
                3 if *key == *b"key" => EventType::Unusual,
                4 if *key == *b"mode" || *key == *b"next" || *key == *b"none"
                    || *key == *b"read" || *key == *b"self" || *key == *b"text" => {
                    EventType::Unusual
                }
                5 if *key == *b"clash" || *key == *b"index" || *key == *b"slots"
                    || *key == *b"value" => EventType::Unusual,
                6 if *key == *b"cursor" || *key == *b"params" || *key == *b"quo\"te"
                    || *key == *b"source" || *key == *b"writer" => EventType::Unusual,
                7 if *key == *b"builder" || *key == *b"default" => EventType::Unusual,
                8 if *key == *b"media.id" => EventType::SessionStart,
                8 if *key == *b"optional" || *key == *b"required" => EventType::Unusual,
                10 if *key == *b"back\\slash" => EventType::Unusual,
                10 if *key == *b"media.tags" || *key == *b"media.type" => {
                    EventType::SessionStart
                }
                11 if *key == *b"player_time" => EventType::Unusual,
                12 if *key == *b"deserializer" => EventType::Unusual,
                12 if *key == *b"media.length" || *key == *b"media.limits"
                    || *key == *b"media.player" || *key == *b"media.resume"
                    || *key == *b"media.tracks" => EventType::SessionStart,
                14 if *key == *b"media.anything" || *key == *b"media.showType" => {
                    EventType::SessionStart
                }
                14 if *key == *b"media.language" => EventType::DubbingChange,
                15 if *key == *b"media.ad.reason" => EventType::AdSkip,
                15 if *key == *b"media.anyObject" => EventType::SessionStart,
                19 if *key == *b"visitor.customerIDs" => EventType::SessionStart,
                _ => return None,
            },
        )
    }
}

impl Serialize for EventType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for EventType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        General::read(deserializer, Mode::Strict)
    }
}

impl General for EventType {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        _: Mode,
    ) -> Result<Self, D::Error> {
        read_name(deserializer)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl ReadFast for EventType {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        Self::from_bytes(cursor.name()?).ok_or(Declined)
    }
}

impl WriteFast for EventType {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        write_string(self.as_str(), text)
    }
}

impl Members for AdSkipParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                15 if *key == *b"media.ad.reason" => 0,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            reason: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                _ => source.read("media.ad.reason", &mut slots.reason)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            reason: slots.reason,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.optional(",\"media.ad.reason\":", self.reason.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for AdSkipParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for AdSkipParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for CustomerId {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                2 if *key == *b"id" => 0,
                9 if *key == *b"authState" => 1,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            id: Option<String>,
            auth_state: Option<AuthState>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("id", &mut slots.id)?,
                _ => source.read("authState", &mut slots.auth_state)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            id: S::required("id", slots.id)?,
            auth_state: slots.auth_state,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"id\":", &self.id)?;
        writer.optional(",\"authState\":", self.auth_state.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for CustomerId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for CustomerId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for DubbingChangeParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                14 if *key == *b"media.language" => 0,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            language: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = if source.literal(b"{\"media.language\":") {
            source.read("media.language", &mut slots.language)?;
            source.next_member::<Self>()?
        } else {
            source.first_member::<Self>()?
        };
        while let Some(member) = next {
            match member {
                _ => source.read("media.language", &mut slots.language)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            language: S::required("media.language", slots.language)?,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"media.language\":", &self.language)?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for DubbingChangeParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for DubbingChangeParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for NoMembers {
    fn index(_: &[u8]) -> Option<usize> {
        None
    }

    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        while source.first_member::<Self>()?.is_some() {}
        source.end()?;
        Ok(Self { extra: source.take_extra() })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for NoMembers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for NoMembers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for PlayerTime {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                2 if *key == *b"ts" => 1,
                8 if *key == *b"playhead" => 0,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            playhead: Option<f64>,
            ts: Option<i64>,
        }
        let mut slots = Slots::default();
        let mut next = if source.literal(b"{\"playhead\":") {
            source.read("playhead", &mut slots.playhead)?;
            if source.literal(b",\"ts\":") {
                source.read("ts", &mut slots.ts)?;
            }
            source.next_member::<Self>()?
        } else {
            source.first_member::<Self>()?
        };
        while let Some(member) = next {
            match member {
                0 => source.read("playhead", &mut slots.playhead)?,
                _ => source.read("ts", &mut slots.ts)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            playhead: S::required("playhead", slots.playhead)?,
            ts: S::required("ts", slots.ts)?,
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"playhead\":", &self.playhead)?;
        writer.member(",\"ts\":", &self.ts)?;
        Ok(())
    }
}

impl Serialize for PlayerTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for PlayerTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for QoeData {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                17 if *key == *b"media.qoe.bitrate" => 0,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            bitrate: Option<i64>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                _ => source.read("media.qoe.bitrate", &mut slots.bitrate)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            bitrate: slots.bitrate,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.optional(",\"media.qoe.bitrate\":", self.bitrate.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for QoeData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for QoeData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for SessionStartParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                8 if *key == *b"media.id" => 1,
                10 if *key == *b"media.type" => 2,
                10 if *key == *b"media.tags" => 9,
                12 if *key == *b"media.length" => 0,
                12 if *key == *b"media.player" => 3,
                12 if *key == *b"media.limits" => 6,
                12 if *key == *b"media.resume" => 7,
                12 if *key == *b"media.tracks" => 10,
                14 if *key == *b"media.anything" => 5,
                14 if *key == *b"media.showType" => 8,
                15 if *key == *b"media.anyObject" => 4,
                19 if *key == *b"visitor.customerIDs" => 11,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            length: Option<f64>,
            id: Option<String>,
            type_: Option<SessionStartParamsType>,
            player: Option<SessionStartParamsPlayer>,
            any_object: Option<Map<String, Value>>,
            anything: Option<Value>,
            limits: Option<BTreeMap<String, Vec<i64>>>,
            resume: Option<bool>,
            show_type: Option<String>,
            tags: Option<Vec<String>>,
            tracks: Option<Vec<SessionStartParamsTracksItem>>,
            visitor_customer_ids: Option<BTreeMap<String, CustomerId>>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("media.length", &mut slots.length)?,
                1 => source.read("media.id", &mut slots.id)?,
                2 => source.read("media.type", &mut slots.type_)?,
                3 => source.read("media.player", &mut slots.player)?,
                4 => source.read("media.anyObject", &mut slots.any_object)?,
                5 => source.read("media.anything", &mut slots.anything)?,
                6 => source.read("media.limits", &mut slots.limits)?,
                7 => source.read("media.resume", &mut slots.resume)?,
                8 => source.read("media.showType", &mut slots.show_type)?,
                9 => source.read("media.tags", &mut slots.tags)?,
                10 => source.read("media.tracks", &mut slots.tracks)?,
                _ => source.read("visitor.customerIDs", &mut slots.visitor_customer_ids)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            length: S::required("media.length", slots.length)?,
            id: S::required("media.id", slots.id)?,
            type_: S::required("media.type", slots.type_)?,
            player: S::required("media.player", slots.player)?,
            any_object: slots.any_object,
            anything: slots.anything,
            limits: slots.limits,
            resume: slots.resume,
            show_type: slots.show_type,
            tags: slots.tags,
            tracks: slots.tracks,
            visitor_customer_ids: slots.visitor_customer_ids,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"media.length\":", &self.length)?;
        writer.member(",\"media.id\":", &self.id)?;
        writer.member(",\"media.type\":", &self.type_)?;
        writer.member(",\"media.player\":", &self.player)?;
        writer.optional(",\"media.anyObject\":", self.any_object.as_ref())?;
        writer.optional(",\"media.anything\":", self.anything.as_ref())?;
        writer.optional(",\"media.limits\":", self.limits.as_ref())?;
        writer.optional(",\"media.resume\":", self.resume.as_ref())?;
        writer.optional(",\"media.showType\":", self.show_type.as_ref())?;
        writer.optional(",\"media.tags\":", self.tags.as_ref())?;
        writer.optional(",\"media.tracks\":", self.tracks.as_ref())?;
        writer
            .optional(",\"visitor.customerIDs\":", self.visitor_customer_ids.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for SessionStartParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for SessionStartParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for SessionStartParamsPlayer {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                4 if *key == *b"name" => 0,
                4 if *key == *b"self" => 1,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            name: Option<String>,
            self_: Option<Value>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("name", &mut slots.name)?,
                _ => source.read("self", &mut slots.self_)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            name: S::required("name", slots.name)?,
            self_: slots.self_,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"name\":", &self.name)?;
        writer.optional(",\"self\":", self.self_.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for SessionStartParamsPlayer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for SessionStartParamsPlayer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for SessionStartParamsTracksItem {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                8 if *key == *b"language" => 0,
                14 if *key == *b"media.360video" => 1,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            language: Option<String>,
            n360video: Option<bool>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("language", &mut slots.language)?,
                _ => source.read("media.360video", &mut slots.n360video)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            language: S::required("language", slots.language)?,
            n360video: slots.n360video,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"language\":", &self.language)?;
        writer.optional(",\"media.360video\":", self.n360video.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for SessionStartParamsTracksItem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for SessionStartParamsTracksItem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for UnusualParams {
    const HAS_PLAIN_KEYS: bool = false;
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                2 if *key == *b"at" => 0,
                2 if *key == *b"to" => 22,
                3 if *key == *b"key" => 8,
                4 if *key == *b"mode" => 9,
                4 if *key == *b"next" => 10,
                4 if *key == *b"none" => 11,
                4 if *key == *b"read" => 16,
                4 if *key == *b"self" => 18,
                4 if *key == *b"text" => 21,
                5 if *key == *b"clash" => 3,
                5 if *key == *b"index" => 7,
                5 if *key == *b"slots" => 19,
                5 if *key == *b"value" => 23,
                6 if *key == *b"cursor" => 4,
                6 if *key == *b"params" => 13,
                6 if *key == *b"quo\"te" => 15,
                6 if *key == *b"source" => 20,
                6 if *key == *b"writer" => 24,
                7 if *key == *b"builder" => 2,
                7 if *key == *b"default" => 5,
                8 if *key == *b"optional" => 12,
                8 if *key == *b"required" => 17,
                10 if *key == *b"back\\slash" => 1,
                11 if *key == *b"player_time" => 14,
                12 if *key == *b"deserializer" => 6,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            at: Option<String>,
            back_slash: Option<i64>,
            builder: Option<String>,
            clash: Option<UnusualParamsClash>,
            cursor: Option<String>,
            default: Option<String>,
            deserializer: Option<String>,
            index: Option<String>,
            key: Option<String>,
            mode: Option<String>,
            next: Option<String>,
            none: Option<NoMembers>,
            optional: Option<String>,
            params: Option<String>,
            player_time: Option<String>,
            quo_te: Option<i64>,
            read: Option<String>,
            required: Option<String>,
            self_: Option<String>,
            slots: Option<String>,
            source: Option<String>,
            text: Option<String>,
            to: Option<String>,
            value: Option<String>,
            writer: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("at", &mut slots.at)?,
                1 => source.read("back\\slash", &mut slots.back_slash)?,
                2 => source.read("builder", &mut slots.builder)?,
                3 => source.read("clash", &mut slots.clash)?,
                4 => source.read("cursor", &mut slots.cursor)?,
                5 => source.read("default", &mut slots.default)?,
                6 => source.read("deserializer", &mut slots.deserializer)?,
                7 => source.read("index", &mut slots.index)?,
                8 => source.read("key", &mut slots.key)?,
                9 => source.read("mode", &mut slots.mode)?,
                10 => source.read("next", &mut slots.next)?,
                11 => source.read("none", &mut slots.none)?,
                12 => source.read("optional", &mut slots.optional)?,
                13 => source.read("params", &mut slots.params)?,
                14 => source.read("player_time", &mut slots.player_time)?,
                15 => source.read("quo\"te", &mut slots.quo_te)?,
                16 => source.read("read", &mut slots.read)?,
                17 => source.read("required", &mut slots.required)?,
                18 => source.read("self", &mut slots.self_)?,
                19 => source.read("slots", &mut slots.slots)?,
                20 => source.read("source", &mut slots.source)?,
                21 => source.read("text", &mut slots.text)?,
                22 => source.read("to", &mut slots.to)?,
                23 => source.read("value", &mut slots.value)?,
                _ => source.read("writer", &mut slots.writer)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            at: slots.at,
            back_slash: slots.back_slash,
            builder: slots.builder,
            clash: slots.clash,
            cursor: slots.cursor,
            default: slots.default,
            deserializer: slots.deserializer,
            index: slots.index,
            key: slots.key,
            mode: slots.mode,
            next: slots.next,
            none: slots.none,
            optional: slots.optional,
            params: slots.params,
            player_time: slots.player_time,
            quo_te: slots.quo_te,
            read: slots.read,
            required: slots.required,
            self_: slots.self_,
            slots: slots.slots,
            source: slots.source,
            text: slots.text,
            to: slots.to,
            value: slots.value,
            writer: slots.writer,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.optional(",\"at\":", self.at.as_ref())?;
        writer.optional(",\"back\\slash\":", self.back_slash.as_ref())?;
        writer.optional(",\"builder\":", self.builder.as_ref())?;
        writer.optional(",\"clash\":", self.clash.as_ref())?;
        writer.optional(",\"cursor\":", self.cursor.as_ref())?;
        writer.optional(",\"default\":", self.default.as_ref())?;
        writer.optional(",\"deserializer\":", self.deserializer.as_ref())?;
        writer.optional(",\"index\":", self.index.as_ref())?;
        writer.optional(",\"key\":", self.key.as_ref())?;
        writer.optional(",\"mode\":", self.mode.as_ref())?;
        writer.optional(",\"next\":", self.next.as_ref())?;
        writer.optional(",\"none\":", self.none.as_ref())?;
        writer.optional(",\"optional\":", self.optional.as_ref())?;
        writer.optional(",\"params\":", self.params.as_ref())?;
        writer.optional(",\"player_time\":", self.player_time.as_ref())?;
        writer.optional(",\"quo\"te\":", self.quo_te.as_ref())?;
        writer.optional(",\"read\":", self.read.as_ref())?;
        writer.optional(",\"required\":", self.required.as_ref())?;
        writer.optional(",\"self\":", self.self_.as_ref())?;
        writer.optional(",\"slots\":", self.slots.as_ref())?;
        writer.optional(",\"source\":", self.source.as_ref())?;
        writer.optional(",\"text\":", self.text.as_ref())?;
        writer.optional(",\"to\":", self.to.as_ref())?;
        writer.optional(",\"value\":", self.value.as_ref())?;
        writer.optional(",\"writer\":", self.writer.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for UnusualParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for UnusualParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for UnusualParamsClash {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                2 if *key == *b"at" => 0,
                2 if *key == *b"to" => 18,
                3 if *key == *b"key" => 6,
                4 if *key == *b"mode" => 7,
                4 if *key == *b"next" => 8,
                4 if *key == *b"read" => 12,
                4 if *key == *b"self" => 14,
                4 if *key == *b"text" => 17,
                5 if *key == *b"index" => 5,
                5 if *key == *b"slots" => 15,
                5 if *key == *b"value" => 19,
                6 if *key == *b"cursor" => 2,
                6 if *key == *b"params" => 10,
                6 if *key == *b"source" => 16,
                6 if *key == *b"writer" => 20,
                7 if *key == *b"builder" => 1,
                7 if *key == *b"default" => 3,
                8 if *key == *b"optional" => 9,
                8 if *key == *b"required" => 13,
                11 if *key == *b"player_time" => 11,
                12 if *key == *b"deserializer" => 4,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            at: Option<String>,
            builder: Option<String>,
            cursor: Option<String>,
            default: Option<String>,
            deserializer: Option<String>,
            index: Option<String>,
            key: Option<String>,
            mode: Option<String>,
            next: Option<String>,
            optional: Option<String>,
            params: Option<String>,
            player_time: Option<String>,
            read: Option<String>,
            required: Option<String>,
            self_: Option<String>,
            slots: Option<String>,
            source: Option<String>,
            text: Option<String>,
            to: Option<String>,
            value: Option<String>,
            writer: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = if source.literal(b"{\"at\":") {
            source.read("at", &mut slots.at)?;
            if source.literal(b",\"builder\":") {
                source.read("builder", &mut slots.builder)?;
            }
            if source.literal(b",\"cursor\":") {
                source.read("cursor", &mut slots.cursor)?;
            }
            if source.literal(b",\"default\":") {
                source.read("default", &mut slots.default)?;
            }
            if source.literal(b",\"deserializer\":") {
                source.read("deserializer", &mut slots.deserializer)?;
            }
            if source.literal(b",\"index\":") {
                source.read("index", &mut slots.index)?;
            }
            if source.literal(b",\"key\":") {
                source.read("key", &mut slots.key)?;
            }
            if source.literal(b",\"mode\":") {
                source.read("mode", &mut slots.mode)?;
            }
            if source.literal(b",\"next\":") {
                source.read("next", &mut slots.next)?;
            }
            if source.literal(b",\"optional\":") {
                source.read("optional", &mut slots.optional)?;
            }
            if source.literal(b",\"params\":") {
                source.read("params", &mut slots.params)?;
            }
            if source.literal(b",\"player_time\":") {
                source.read("player_time", &mut slots.player_time)?;
            }
            if source.literal(b",\"read\":") {
                source.read("read", &mut slots.read)?;
            }
            if source.literal(b",\"required\":") {
                source.read("required", &mut slots.required)?;
            }
            if source.literal(b",\"self\":") {
                source.read("self", &mut slots.self_)?;
            }
            if source.literal(b",\"slots\":") {
                source.read("slots", &mut slots.slots)?;
            }
            if source.literal(b",\"source\":") {
                source.read("source", &mut slots.source)?;
            }
            if source.literal(b",\"text\":") {
                source.read("text", &mut slots.text)?;
            }
            if source.literal(b",\"to\":") {
                source.read("to", &mut slots.to)?;
            }
            if source.literal(b",\"value\":") {
                source.read("value", &mut slots.value)?;
            }
            if source.literal(b",\"writer\":") {
                source.read("writer", &mut slots.writer)?;
            }
            source.next_member::<Self>()?
        } else {
            source.first_member::<Self>()?
        };
        while let Some(member) = next {
            match member {
                0 => source.read("at", &mut slots.at)?,
                1 => source.read("builder", &mut slots.builder)?,
                2 => source.read("cursor", &mut slots.cursor)?,
                3 => source.read("default", &mut slots.default)?,
                4 => source.read("deserializer", &mut slots.deserializer)?,
                5 => source.read("index", &mut slots.index)?,
                6 => source.read("key", &mut slots.key)?,
                7 => source.read("mode", &mut slots.mode)?,
                8 => source.read("next", &mut slots.next)?,
                9 => source.read("optional", &mut slots.optional)?,
                10 => source.read("params", &mut slots.params)?,
                11 => source.read("player_time", &mut slots.player_time)?,
                12 => source.read("read", &mut slots.read)?,
                13 => source.read("required", &mut slots.required)?,
                14 => source.read("self", &mut slots.self_)?,
                15 => source.read("slots", &mut slots.slots)?,
                16 => source.read("source", &mut slots.source)?,
                17 => source.read("text", &mut slots.text)?,
                18 => source.read("to", &mut slots.to)?,
                19 => source.read("value", &mut slots.value)?,
                _ => source.read("writer", &mut slots.writer)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            at: S::required("at", slots.at)?,
            builder: S::required("builder", slots.builder)?,
            cursor: S::required("cursor", slots.cursor)?,
            default: S::required("default", slots.default)?,
            deserializer: S::required("deserializer", slots.deserializer)?,
            index: S::required("index", slots.index)?,
            key: S::required("key", slots.key)?,
            mode: S::required("mode", slots.mode)?,
            next: S::required("next", slots.next)?,
            optional: S::required("optional", slots.optional)?,
            params: S::required("params", slots.params)?,
            player_time: S::required("player_time", slots.player_time)?,
            read: S::required("read", slots.read)?,
            required: S::required("required", slots.required)?,
            self_: S::required("self", slots.self_)?,
            slots: S::required("slots", slots.slots)?,
            source: S::required("source", slots.source)?,
            text: S::required("text", slots.text)?,
            to: S::required("to", slots.to)?,
            value: S::required("value", slots.value)?,
            writer: S::required("writer", slots.writer)?,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"at\":", &self.at)?;
        writer.member(",\"builder\":", &self.builder)?;
        writer.member(",\"cursor\":", &self.cursor)?;
        writer.member(",\"default\":", &self.default)?;
        writer.member(",\"deserializer\":", &self.deserializer)?;
        writer.member(",\"index\":", &self.index)?;
        writer.member(",\"key\":", &self.key)?;
        writer.member(",\"mode\":", &self.mode)?;
        writer.member(",\"next\":", &self.next)?;
        writer.member(",\"optional\":", &self.optional)?;
        writer.member(",\"params\":", &self.params)?;
        writer.member(",\"player_time\":", &self.player_time)?;
        writer.member(",\"read\":", &self.read)?;
        writer.member(",\"required\":", &self.required)?;
        writer.member(",\"self\":", &self.self_)?;
        writer.member(",\"slots\":", &self.slots)?;
        writer.member(",\"source\":", &self.source)?;
        writer.member(",\"text\":", &self.text)?;
        writer.member(",\"to\":", &self.to)?;
        writer.member(",\"value\":", &self.value)?;
        writer.member(",\"writer\":", &self.writer)?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for UnusualParamsClash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for UnusualParamsClash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Serialize for SessionStartParamsType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for SessionStartParamsType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        General::read(deserializer, Mode::Strict)
    }
}

impl General for SessionStartParamsType {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        _: Mode,
    ) -> Result<Self, D::Error> {
        read_name(deserializer)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl ReadFast for SessionStartParamsType {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        Self::from_wire(&cursor.text()?).ok_or(Declined)
    }
}

impl WriteFast for SessionStartParamsType {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        write_string(self.as_str(), text)
    }
}

impl Serialize for AuthState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(i64::from(*self))
    }
}

impl<'de> Deserialize<'de> for AuthState {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        General::read(deserializer, Mode::Strict)
    }
}

impl General for AuthState {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        mode: Mode,
    ) -> Result<Self, D::Error> {
        <i64 as General>::read(deserializer, mode).map(Self::from)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl ReadFast for AuthState {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        cursor.integer().map(Self::from)
    }
}

impl WriteFast for AuthState {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        i64::from(*self).write_fast(text)
    }
}
