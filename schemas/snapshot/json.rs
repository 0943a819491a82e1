// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use std::collections::BTreeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use crate::event::{
    AdBreakStartParams, AdStartParams, AuthState, ChapterStartParams, CustomerId,
    ErrorParams, EventBody, EventType, PlayerTime, QoeData, SessionStartParams, State,
    StateEndParams, StateStartParams, StatesUpdateParams, WithMetadata,
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
                EventType::Error => Self::Error(Some(Box::new(source.params()?))),
                EventType::AdBreakStart => Self::AdBreakStart(Box::new(source.params()?)),
                EventType::AdStart => {
                    Self::AdStart(Box::new(WithMetadata::new(source.params()?, None)))
                }
                EventType::ChapterStart => {
                    Self::ChapterStart(
                        Box::new(WithMetadata::new(source.params()?, None)),
                    )
                }
                EventType::StateStart => Self::StateStart(Box::new(source.params()?)),
                EventType::StateEnd => Self::StateEnd(Box::new(source.params()?)),
                EventType::StatesUpdate => Self::StatesUpdate(Box::new(source.params()?)),
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
            Self::Error(params) => writer.optional(",\"params\":", params.as_deref()),
            Self::AdBreakStart(params) => writer.member(",\"params\":", &**params),
            Self::AdStart(payload) => writer.member(",\"params\":", &payload.params),
            Self::ChapterStart(payload) => writer.member(",\"params\":", &payload.params),
            Self::StateStart(params) => writer.member(",\"params\":", &**params),
            Self::StateEnd(params) => writer.member(",\"params\":", &**params),
            Self::StatesUpdate(params) => writer.member(",\"params\":", &**params),
            _ => Ok(()),
        }
    }

    /// An event type whose `params` have the key; there may be several.
    pub(crate) fn likely_type(key: &[u8]) -> Option<EventType> {
        Some(
            match key.len() {
                8 if *key == *b"media.id" => EventType::SessionStart,
                9 if *key == *b"statesEnd" => EventType::StatesUpdate,
                10 if *key == *b"media.feed" || *key == *b"media.name"
                    || *key == *b"media.show" => EventType::SessionStart,
                11 if *key == *b"media.ad.id" => EventType::AdStart,
                11 if *key == *b"media.album" || *key == *b"media.genre"
                    || *key == *b"media.label" => EventType::SessionStart,
                11 if *key == *b"statesStart" => EventType::StatesUpdate,
                12 if *key == *b"media.adLoad" || *key == *b"media.artist"
                    || *key == *b"media.author" || *key == *b"media.length"
                    || *key == *b"media.rating" || *key == *b"media.resume"
                    || *key == *b"media.season" => EventType::SessionStart,
                13 if *key == *b"analytics.aid" || *key == *b"media.assetId"
                    || *key == *b"media.channel" || *key == *b"media.dayPart"
                    || *key == *b"media.episode" || *key == *b"media.network"
                    || *key == *b"media.station" => EventType::SessionStart,
                13 if *key == *b"media.ad.name" => EventType::AdStart,
                13 if *key == *b"media.errorId" => EventType::Error,
                14 if *key == *b"media.showType" => EventType::SessionStart,
                15 if *key == *b"media.ad.length" || *key == *b"media.ad.siteId" => {
                    EventType::AdStart
                }
                15 if *key == *b"media.pass.auth" || *key == *b"media.pass.mvpd"
                    || *key == *b"media.publisher" => EventType::SessionStart,
                16 if *key == *b"media.downloaded" || *key == *b"media.originator"
                    || *key == *b"media.playerName" || *key == *b"media.sdkVersion"
                    || *key == *b"media.streamType" => EventType::SessionStart,
                16 if *key == *b"media.state.name" => EventType::StateStart,
                17 if *key == *b"appInstallationId" || *key == *b"media.contentType" => {
                    EventType::SessionStart
                }
                17 if *key == *b"media.ad.podIndex" => EventType::AdBreakStart,
                17 if *key == *b"media.errorSource" => EventType::Error,
                18 if *key == *b"media.ad.podSecond" => EventType::AdBreakStart,
                18 if *key == *b"media.firstAirDate"
                    || *key == *b"media.streamFormat" => EventType::SessionStart,
                19 if *key == *b"analytics.enableSSL" || *key == *b"analytics.visitorId"
                    || *key == *b"visitor.customerIDs" => EventType::SessionStart,
                19 if *key == *b"media.ad.advertiser" || *key == *b"media.ad.campaignId"
                    || *key == *b"media.ad.creativeId"
                    || *key == *b"media.ad.playerName" => EventType::AdStart,
                19 if *key == *b"media.chapter.index" => EventType::ChapterStart,
                20 if *key == *b"media.ad.creativeURL"
                    || *key == *b"media.ad.placementId"
                    || *key == *b"media.ad.podPosition" => EventType::AdStart,
                20 if *key == *b"media.chapter.length"
                    || *key == *b"media.chapter.offset" => EventType::ChapterStart,
                20 if *key == *b"media.libraryVersion" => EventType::SessionStart,
                21 if *key == *b"analytics.optOutShare"
                    || *key == *b"analytics.reportSuite" => EventType::SessionStart,
                22 if *key == *b"media.firstDigitalDate" => EventType::SessionStart,
                23 if *key == *b"visitor.aamLocationHint" => EventType::SessionStart,
                24 if *key == *b"analytics.trackingServer" => EventType::SessionStart,
                24 if *key == *b"media.ad.podFriendlyName" => EventType::AdBreakStart,
                26 if *key == *b"media.chapter.friendlyName" => EventType::ChapterStart,
                27 if *key == *b"visitor.marketingCloudOrgId" => EventType::SessionStart,
                28 if *key == *b"visitor.marketingCloudUserId" => EventType::SessionStart,
                36 if *key == *b"analytics.optOutServerSideForwarding" => {
                    EventType::SessionStart
                }
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

impl Members for AdBreakStartParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                17 if *key == *b"media.ad.podIndex" => 0,
                18 if *key == *b"media.ad.podSecond" => 1,
                24 if *key == *b"media.ad.podFriendlyName" => 2,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            pod_index: Option<i64>,
            pod_second: Option<f64>,
            pod_friendly_name: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("media.ad.podIndex", &mut slots.pod_index)?,
                1 => source.read("media.ad.podSecond", &mut slots.pod_second)?,
                _ => {
                    source
                        .read("media.ad.podFriendlyName", &mut slots.pod_friendly_name)?
                }
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            pod_index: S::required("media.ad.podIndex", slots.pod_index)?,
            pod_second: S::required("media.ad.podSecond", slots.pod_second)?,
            pod_friendly_name: slots.pod_friendly_name,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"media.ad.podIndex\":", &self.pod_index)?;
        writer.member(",\"media.ad.podSecond\":", &self.pod_second)?;
        writer
            .optional(
                ",\"media.ad.podFriendlyName\":",
                self.pod_friendly_name.as_ref(),
            )?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for AdBreakStartParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for AdBreakStartParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for AdStartParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                11 if *key == *b"media.ad.id" => 0,
                13 if *key == *b"media.ad.name" => 8,
                15 if *key == *b"media.ad.length" => 1,
                15 if *key == *b"media.ad.siteId" => 11,
                19 if *key == *b"media.ad.playerName" => 3,
                19 if *key == *b"media.ad.advertiser" => 4,
                19 if *key == *b"media.ad.campaignId" => 5,
                19 if *key == *b"media.ad.creativeId" => 6,
                20 if *key == *b"media.ad.podPosition" => 2,
                20 if *key == *b"media.ad.creativeURL" => 7,
                20 if *key == *b"media.ad.placementId" => 9,
                24 if *key == *b"media.ad.podFriendlyName" => 10,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            id: Option<String>,
            length: Option<f64>,
            pod_position: Option<i64>,
            player_name: Option<String>,
            advertiser: Option<String>,
            campaign_id: Option<String>,
            creative_id: Option<String>,
            creative_url: Option<String>,
            name: Option<String>,
            placement_id: Option<String>,
            pod_friendly_name: Option<String>,
            site_id: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("media.ad.id", &mut slots.id)?,
                1 => source.read("media.ad.length", &mut slots.length)?,
                2 => source.read("media.ad.podPosition", &mut slots.pod_position)?,
                3 => source.read("media.ad.playerName", &mut slots.player_name)?,
                4 => source.read("media.ad.advertiser", &mut slots.advertiser)?,
                5 => source.read("media.ad.campaignId", &mut slots.campaign_id)?,
                6 => source.read("media.ad.creativeId", &mut slots.creative_id)?,
                7 => source.read("media.ad.creativeURL", &mut slots.creative_url)?,
                8 => source.read("media.ad.name", &mut slots.name)?,
                9 => source.read("media.ad.placementId", &mut slots.placement_id)?,
                10 => {
                    source
                        .read("media.ad.podFriendlyName", &mut slots.pod_friendly_name)?
                }
                _ => source.read("media.ad.siteId", &mut slots.site_id)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            id: S::required("media.ad.id", slots.id)?,
            length: S::required("media.ad.length", slots.length)?,
            pod_position: S::required("media.ad.podPosition", slots.pod_position)?,
            player_name: S::required("media.ad.playerName", slots.player_name)?,
            advertiser: slots.advertiser,
            campaign_id: slots.campaign_id,
            creative_id: slots.creative_id,
            creative_url: slots.creative_url,
            name: slots.name,
            placement_id: slots.placement_id,
            pod_friendly_name: slots.pod_friendly_name,
            site_id: slots.site_id,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"media.ad.id\":", &self.id)?;
        writer.member(",\"media.ad.length\":", &self.length)?;
        writer.member(",\"media.ad.podPosition\":", &self.pod_position)?;
        writer.member(",\"media.ad.playerName\":", &self.player_name)?;
        writer.optional(",\"media.ad.advertiser\":", self.advertiser.as_ref())?;
        writer.optional(",\"media.ad.campaignId\":", self.campaign_id.as_ref())?;
        writer.optional(",\"media.ad.creativeId\":", self.creative_id.as_ref())?;
        writer.optional(",\"media.ad.creativeURL\":", self.creative_url.as_ref())?;
        writer.optional(",\"media.ad.name\":", self.name.as_ref())?;
        writer.optional(",\"media.ad.placementId\":", self.placement_id.as_ref())?;
        writer
            .optional(
                ",\"media.ad.podFriendlyName\":",
                self.pod_friendly_name.as_ref(),
            )?;
        writer.optional(",\"media.ad.siteId\":", self.site_id.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for AdStartParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for AdStartParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for ChapterStartParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                19 if *key == *b"media.chapter.index" => 2,
                20 if *key == *b"media.chapter.length" => 0,
                20 if *key == *b"media.chapter.offset" => 1,
                26 if *key == *b"media.chapter.friendlyName" => 3,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            length: Option<f64>,
            offset: Option<f64>,
            index: Option<i64>,
            friendly_name: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("media.chapter.length", &mut slots.length)?,
                1 => source.read("media.chapter.offset", &mut slots.offset)?,
                2 => source.read("media.chapter.index", &mut slots.index)?,
                _ => source.read("media.chapter.friendlyName", &mut slots.friendly_name)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            length: S::required("media.chapter.length", slots.length)?,
            offset: S::required("media.chapter.offset", slots.offset)?,
            index: S::required("media.chapter.index", slots.index)?,
            friendly_name: slots.friendly_name,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"media.chapter.length\":", &self.length)?;
        writer.member(",\"media.chapter.offset\":", &self.offset)?;
        writer.member(",\"media.chapter.index\":", &self.index)?;
        writer
            .optional(",\"media.chapter.friendlyName\":", self.friendly_name.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for ChapterStartParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for ChapterStartParams {
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
        let mut next = if source.literal(b"{\"id\":") {
            source.read("id", &mut slots.id)?;
            if source.literal(b",\"authState\":") {
                source.read("authState", &mut slots.auth_state)?;
            }
            source.next_member::<Self>()?
        } else {
            source.first_member::<Self>()?
        };
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
            auth_state: S::required("authState", slots.auth_state)?,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"id\":", &self.id)?;
        writer.member(",\"authState\":", &self.auth_state)?;
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

impl Members for ErrorParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                13 if *key == *b"media.errorId" => 0,
                17 if *key == *b"media.errorSource" => 1,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            error_id: Option<String>,
            error_source: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("media.errorId", &mut slots.error_id)?,
                _ => source.read("media.errorSource", &mut slots.error_source)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            error_id: slots.error_id,
            error_source: slots.error_source,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.optional(",\"media.errorId\":", self.error_id.as_ref())?;
        writer.optional(",\"media.errorSource\":", self.error_source.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for ErrorParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for ErrorParams {
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
                17 if *key == *b"media.qoe.errorID" => 2,
                21 if *key == *b"media.qoe.errorSource" => 3,
                21 if *key == *b"media.qoe.timeToStart" => 5,
                23 if *key == *b"media.qoe.droppedFrames" => 1,
                25 if *key == *b"media.qoe.framesPerSecond" => 4,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            bitrate: Option<i64>,
            dropped_frames: Option<i64>,
            error_id: Option<String>,
            error_source: Option<String>,
            frames_per_second: Option<i64>,
            time_to_start: Option<i64>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("media.qoe.bitrate", &mut slots.bitrate)?,
                1 => source.read("media.qoe.droppedFrames", &mut slots.dropped_frames)?,
                2 => source.read("media.qoe.errorID", &mut slots.error_id)?,
                3 => source.read("media.qoe.errorSource", &mut slots.error_source)?,
                4 => {
                    source
                        .read("media.qoe.framesPerSecond", &mut slots.frames_per_second)?
                }
                _ => source.read("media.qoe.timeToStart", &mut slots.time_to_start)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            bitrate: slots.bitrate,
            dropped_frames: slots.dropped_frames,
            error_id: slots.error_id,
            error_source: slots.error_source,
            frames_per_second: slots.frames_per_second,
            time_to_start: slots.time_to_start,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.optional(",\"media.qoe.bitrate\":", self.bitrate.as_ref())?;
        writer.optional(",\"media.qoe.droppedFrames\":", self.dropped_frames.as_ref())?;
        writer.optional(",\"media.qoe.errorID\":", self.error_id.as_ref())?;
        writer.optional(",\"media.qoe.errorSource\":", self.error_source.as_ref())?;
        writer
            .optional(
                ",\"media.qoe.framesPerSecond\":",
                self.frames_per_second.as_ref(),
            )?;
        writer.optional(",\"media.qoe.timeToStart\":", self.time_to_start.as_ref())?;
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
                8 if *key == *b"media.id" => 2,
                10 if *key == *b"media.feed" => 22,
                10 if *key == *b"media.name" => 28,
                10 if *key == *b"media.show" => 38,
                11 if *key == *b"media.album" => 15,
                11 if *key == *b"media.genre" => 25,
                11 if *key == *b"media.label" => 26,
                12 if *key == *b"media.length" => 3,
                12 if *key == *b"media.adLoad" => 14,
                12 if *key == *b"media.artist" => 16,
                12 if *key == *b"media.author" => 18,
                12 if *key == *b"media.rating" => 34,
                12 if *key == *b"media.resume" => 35,
                12 if *key == *b"media.season" => 37,
                13 if *key == *b"media.channel" => 6,
                13 if *key == *b"analytics.aid" => 8,
                13 if *key == *b"media.assetId" => 17,
                13 if *key == *b"media.dayPart" => 19,
                13 if *key == *b"media.episode" => 21,
                13 if *key == *b"media.network" => 29,
                13 if *key == *b"media.station" => 40,
                14 if *key == *b"media.showType" => 39,
                15 if *key == *b"media.pass.auth" => 31,
                15 if *key == *b"media.pass.mvpd" => 32,
                15 if *key == *b"media.publisher" => 33,
                16 if *key == *b"media.playerName" => 5,
                16 if *key == *b"media.downloaded" => 20,
                16 if *key == *b"media.originator" => 30,
                16 if *key == *b"media.sdkVersion" => 36,
                16 if *key == *b"media.streamType" => 42,
                17 if *key == *b"media.contentType" => 4,
                17 if *key == *b"appInstallationId" => 13,
                18 if *key == *b"media.firstAirDate" => 23,
                18 if *key == *b"media.streamFormat" => 41,
                19 if *key == *b"analytics.enableSSL" => 9,
                19 if *key == *b"analytics.visitorId" => 12,
                19 if *key == *b"visitor.customerIDs" => 44,
                20 if *key == *b"media.libraryVersion" => 27,
                21 if *key == *b"analytics.reportSuite" => 1,
                21 if *key == *b"analytics.optOutShare" => 11,
                22 if *key == *b"media.firstDigitalDate" => 24,
                23 if *key == *b"visitor.aamLocationHint" => 43,
                24 if *key == *b"analytics.trackingServer" => 0,
                27 if *key == *b"visitor.marketingCloudOrgId" => 7,
                28 if *key == *b"visitor.marketingCloudUserId" => 45,
                36 if *key == *b"analytics.optOutServerSideForwarding" => 10,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            analytics_tracking_server: Option<String>,
            analytics_report_suite: Option<String>,
            id: Option<String>,
            length: Option<f64>,
            content_type: Option<String>,
            player_name: Option<String>,
            channel: Option<String>,
            visitor_marketing_cloud_org_id: Option<String>,
            analytics_aid: Option<String>,
            analytics_enable_ssl: Option<bool>,
            analytics_opt_out_server_side_forwarding: Option<bool>,
            analytics_opt_out_share: Option<bool>,
            analytics_visitor_id: Option<String>,
            app_installation_id: Option<String>,
            ad_load: Option<String>,
            album: Option<String>,
            artist: Option<String>,
            asset_id: Option<String>,
            author: Option<String>,
            day_part: Option<String>,
            downloaded: Option<bool>,
            episode: Option<String>,
            feed: Option<String>,
            first_air_date: Option<String>,
            first_digital_date: Option<String>,
            genre: Option<String>,
            label: Option<String>,
            library_version: Option<String>,
            name: Option<String>,
            network: Option<String>,
            originator: Option<String>,
            pass_auth: Option<String>,
            pass_mvpd: Option<String>,
            publisher: Option<String>,
            rating: Option<String>,
            resume: Option<bool>,
            sdk_version: Option<String>,
            season: Option<String>,
            show: Option<String>,
            show_type: Option<String>,
            station: Option<String>,
            stream_format: Option<String>,
            stream_type: Option<String>,
            visitor_aam_location_hint: Option<i64>,
            visitor_customer_ids: Option<BTreeMap<String, CustomerId>>,
            visitor_marketing_cloud_user_id: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => {
                    source
                        .read(
                            "analytics.trackingServer",
                            &mut slots.analytics_tracking_server,
                        )?
                }
                1 => {
                    source
                        .read(
                            "analytics.reportSuite",
                            &mut slots.analytics_report_suite,
                        )?
                }
                2 => source.read("media.id", &mut slots.id)?,
                3 => source.read("media.length", &mut slots.length)?,
                4 => source.read("media.contentType", &mut slots.content_type)?,
                5 => source.read("media.playerName", &mut slots.player_name)?,
                6 => source.read("media.channel", &mut slots.channel)?,
                7 => {
                    source
                        .read(
                            "visitor.marketingCloudOrgId",
                            &mut slots.visitor_marketing_cloud_org_id,
                        )?
                }
                8 => source.read("analytics.aid", &mut slots.analytics_aid)?,
                9 => source.read("analytics.enableSSL", &mut slots.analytics_enable_ssl)?,
                10 => {
                    source
                        .read(
                            "analytics.optOutServerSideForwarding",
                            &mut slots.analytics_opt_out_server_side_forwarding,
                        )?
                }
                11 => {
                    source
                        .read(
                            "analytics.optOutShare",
                            &mut slots.analytics_opt_out_share,
                        )?
                }
                12 => {
                    source.read("analytics.visitorId", &mut slots.analytics_visitor_id)?
                }
                13 => source.read("appInstallationId", &mut slots.app_installation_id)?,
                14 => source.read("media.adLoad", &mut slots.ad_load)?,
                15 => source.read("media.album", &mut slots.album)?,
                16 => source.read("media.artist", &mut slots.artist)?,
                17 => source.read("media.assetId", &mut slots.asset_id)?,
                18 => source.read("media.author", &mut slots.author)?,
                19 => source.read("media.dayPart", &mut slots.day_part)?,
                20 => source.read("media.downloaded", &mut slots.downloaded)?,
                21 => source.read("media.episode", &mut slots.episode)?,
                22 => source.read("media.feed", &mut slots.feed)?,
                23 => source.read("media.firstAirDate", &mut slots.first_air_date)?,
                24 => {
                    source.read("media.firstDigitalDate", &mut slots.first_digital_date)?
                }
                25 => source.read("media.genre", &mut slots.genre)?,
                26 => source.read("media.label", &mut slots.label)?,
                27 => source.read("media.libraryVersion", &mut slots.library_version)?,
                28 => source.read("media.name", &mut slots.name)?,
                29 => source.read("media.network", &mut slots.network)?,
                30 => source.read("media.originator", &mut slots.originator)?,
                31 => source.read("media.pass.auth", &mut slots.pass_auth)?,
                32 => source.read("media.pass.mvpd", &mut slots.pass_mvpd)?,
                33 => source.read("media.publisher", &mut slots.publisher)?,
                34 => source.read("media.rating", &mut slots.rating)?,
                35 => source.read("media.resume", &mut slots.resume)?,
                36 => source.read("media.sdkVersion", &mut slots.sdk_version)?,
                37 => source.read("media.season", &mut slots.season)?,
                38 => source.read("media.show", &mut slots.show)?,
                39 => source.read("media.showType", &mut slots.show_type)?,
                40 => source.read("media.station", &mut slots.station)?,
                41 => source.read("media.streamFormat", &mut slots.stream_format)?,
                42 => source.read("media.streamType", &mut slots.stream_type)?,
                43 => {
                    source
                        .read(
                            "visitor.aamLocationHint",
                            &mut slots.visitor_aam_location_hint,
                        )?
                }
                44 => {
                    source.read("visitor.customerIDs", &mut slots.visitor_customer_ids)?
                }
                _ => {
                    source
                        .read(
                            "visitor.marketingCloudUserId",
                            &mut slots.visitor_marketing_cloud_user_id,
                        )?
                }
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            analytics_tracking_server: S::required(
                "analytics.trackingServer",
                slots.analytics_tracking_server,
            )?,
            analytics_report_suite: S::required(
                "analytics.reportSuite",
                slots.analytics_report_suite,
            )?,
            id: S::required("media.id", slots.id)?,
            length: S::required("media.length", slots.length)?,
            content_type: S::required("media.contentType", slots.content_type)?,
            player_name: S::required("media.playerName", slots.player_name)?,
            channel: S::required("media.channel", slots.channel)?,
            visitor_marketing_cloud_org_id: S::required(
                "visitor.marketingCloudOrgId",
                slots.visitor_marketing_cloud_org_id,
            )?,
            analytics_aid: slots.analytics_aid,
            analytics_enable_ssl: slots.analytics_enable_ssl,
            analytics_opt_out_server_side_forwarding: slots
                .analytics_opt_out_server_side_forwarding,
            analytics_opt_out_share: slots.analytics_opt_out_share,
            analytics_visitor_id: slots.analytics_visitor_id,
            app_installation_id: slots.app_installation_id,
            ad_load: slots.ad_load,
            album: slots.album,
            artist: slots.artist,
            asset_id: slots.asset_id,
            author: slots.author,
            day_part: slots.day_part,
            downloaded: slots.downloaded,
            episode: slots.episode,
            feed: slots.feed,
            first_air_date: slots.first_air_date,
            first_digital_date: slots.first_digital_date,
            genre: slots.genre,
            label: slots.label,
            library_version: slots.library_version,
            name: slots.name,
            network: slots.network,
            originator: slots.originator,
            pass_auth: slots.pass_auth,
            pass_mvpd: slots.pass_mvpd,
            publisher: slots.publisher,
            rating: slots.rating,
            resume: slots.resume,
            sdk_version: slots.sdk_version,
            season: slots.season,
            show: slots.show,
            show_type: slots.show_type,
            station: slots.station,
            stream_format: slots.stream_format,
            stream_type: slots.stream_type,
            visitor_aam_location_hint: slots.visitor_aam_location_hint,
            visitor_customer_ids: slots.visitor_customer_ids,
            visitor_marketing_cloud_user_id: slots.visitor_marketing_cloud_user_id,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer
            .member(",\"analytics.trackingServer\":", &self.analytics_tracking_server)?;
        writer.member(",\"analytics.reportSuite\":", &self.analytics_report_suite)?;
        writer.member(",\"media.id\":", &self.id)?;
        writer.member(",\"media.length\":", &self.length)?;
        writer.member(",\"media.contentType\":", &self.content_type)?;
        writer.member(",\"media.playerName\":", &self.player_name)?;
        writer.member(",\"media.channel\":", &self.channel)?;
        writer
            .member(
                ",\"visitor.marketingCloudOrgId\":",
                &self.visitor_marketing_cloud_org_id,
            )?;
        writer.optional(",\"analytics.aid\":", self.analytics_aid.as_ref())?;
        writer
            .optional(",\"analytics.enableSSL\":", self.analytics_enable_ssl.as_ref())?;
        writer
            .optional(
                ",\"analytics.optOutServerSideForwarding\":",
                self.analytics_opt_out_server_side_forwarding.as_ref(),
            )?;
        writer
            .optional(
                ",\"analytics.optOutShare\":",
                self.analytics_opt_out_share.as_ref(),
            )?;
        writer
            .optional(",\"analytics.visitorId\":", self.analytics_visitor_id.as_ref())?;
        writer.optional(",\"appInstallationId\":", self.app_installation_id.as_ref())?;
        writer.optional(",\"media.adLoad\":", self.ad_load.as_ref())?;
        writer.optional(",\"media.album\":", self.album.as_ref())?;
        writer.optional(",\"media.artist\":", self.artist.as_ref())?;
        writer.optional(",\"media.assetId\":", self.asset_id.as_ref())?;
        writer.optional(",\"media.author\":", self.author.as_ref())?;
        writer.optional(",\"media.dayPart\":", self.day_part.as_ref())?;
        writer.optional(",\"media.downloaded\":", self.downloaded.as_ref())?;
        writer.optional(",\"media.episode\":", self.episode.as_ref())?;
        writer.optional(",\"media.feed\":", self.feed.as_ref())?;
        writer.optional(",\"media.firstAirDate\":", self.first_air_date.as_ref())?;
        writer
            .optional(",\"media.firstDigitalDate\":", self.first_digital_date.as_ref())?;
        writer.optional(",\"media.genre\":", self.genre.as_ref())?;
        writer.optional(",\"media.label\":", self.label.as_ref())?;
        writer.optional(",\"media.libraryVersion\":", self.library_version.as_ref())?;
        writer.optional(",\"media.name\":", self.name.as_ref())?;
        writer.optional(",\"media.network\":", self.network.as_ref())?;
        writer.optional(",\"media.originator\":", self.originator.as_ref())?;
        writer.optional(",\"media.pass.auth\":", self.pass_auth.as_ref())?;
        writer.optional(",\"media.pass.mvpd\":", self.pass_mvpd.as_ref())?;
        writer.optional(",\"media.publisher\":", self.publisher.as_ref())?;
        writer.optional(",\"media.rating\":", self.rating.as_ref())?;
        writer.optional(",\"media.resume\":", self.resume.as_ref())?;
        writer.optional(",\"media.sdkVersion\":", self.sdk_version.as_ref())?;
        writer.optional(",\"media.season\":", self.season.as_ref())?;
        writer.optional(",\"media.show\":", self.show.as_ref())?;
        writer.optional(",\"media.showType\":", self.show_type.as_ref())?;
        writer.optional(",\"media.station\":", self.station.as_ref())?;
        writer.optional(",\"media.streamFormat\":", self.stream_format.as_ref())?;
        writer.optional(",\"media.streamType\":", self.stream_type.as_ref())?;
        writer
            .optional(
                ",\"visitor.aamLocationHint\":",
                self.visitor_aam_location_hint.as_ref(),
            )?;
        writer
            .optional(",\"visitor.customerIDs\":", self.visitor_customer_ids.as_ref())?;
        writer
            .optional(
                ",\"visitor.marketingCloudUserId\":",
                self.visitor_marketing_cloud_user_id.as_ref(),
            )?;
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

impl Members for State {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                16 if *key == *b"media.state.name" => 0,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            name: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = if source.literal(b"{\"media.state.name\":") {
            source.read("media.state.name", &mut slots.name)?;
            source.next_member::<Self>()?
        } else {
            source.first_member::<Self>()?
        };
        while let Some(member) = next {
            match member {
                _ => source.read("media.state.name", &mut slots.name)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            name: S::required("media.state.name", slots.name)?,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"media.state.name\":", &self.name)?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for State {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for StateEndParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                16 if *key == *b"media.state.name" => 0,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            name: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = if source.literal(b"{\"media.state.name\":") {
            source.read("media.state.name", &mut slots.name)?;
            source.next_member::<Self>()?
        } else {
            source.first_member::<Self>()?
        };
        while let Some(member) = next {
            match member {
                _ => source.read("media.state.name", &mut slots.name)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            name: S::required("media.state.name", slots.name)?,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"media.state.name\":", &self.name)?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for StateEndParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for StateEndParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for StateStartParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                16 if *key == *b"media.state.name" => 0,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            name: Option<String>,
        }
        let mut slots = Slots::default();
        let mut next = if source.literal(b"{\"media.state.name\":") {
            source.read("media.state.name", &mut slots.name)?;
            source.next_member::<Self>()?
        } else {
            source.first_member::<Self>()?
        };
        while let Some(member) = next {
            match member {
                _ => source.read("media.state.name", &mut slots.name)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            name: S::required("media.state.name", slots.name)?,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.member(",\"media.state.name\":", &self.name)?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for StateStartParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for StateStartParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
    }
}

impl Members for StatesUpdateParams {
    #[inline]
    fn index(key: &[u8]) -> Option<usize> {
        Some(
            match key.len() {
                9 if *key == *b"statesEnd" => 0,
                11 if *key == *b"statesStart" => 1,
                _ => return None,
            },
        )
    }

    #[inline]
    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error> {
        #[derive(Default)]
        struct Slots {
            states_end: Option<Vec<State>>,
            states_start: Option<Vec<State>>,
        }
        let mut slots = Slots::default();
        let mut next = source.first_member::<Self>()?;
        while let Some(member) = next {
            match member {
                0 => source.read("statesEnd", &mut slots.states_end)?,
                _ => source.read("statesStart", &mut slots.states_start)?,
            }
            next = source.next_member::<Self>()?;
        }
        source.end()?;
        Ok(Self {
            states_end: slots.states_end,
            states_start: slots.states_start,
            extra: source.take_extra(),
        })
    }

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
        writer.optional(",\"statesEnd\":", self.states_end.as_ref())?;
        writer.optional(",\"statesStart\":", self.states_start.as_ref())?;
        writer.extra::<Self>(&self.extra)
    }
}

impl Serialize for StatesUpdateParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

impl<'de> Deserialize<'de> for StatesUpdateParams {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_object(deserializer, Mode::Strict)
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
