// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hasher;
use std::str::FromStr;
use crate::constraints::{
    Accept, Check, Checker, ConstraintError, Look, ParseError, obeys,
};
use crate::event::{At, CustomMetadata, Event, Extra, OtherEvent, Redacted, WithMetadata};
use crate::schema;
use crate::schema::Described;

#[cfg(feature = "quickcheck")]
use crate::event::{Generate, always, sometimes};

#[cfg(feature = "schemars")]
use crate::event::object_schema;

#[cfg(feature = "validator")]
use crate::constraints::validate;

/// Whether `1.0` is an integer, as from draft-06 on.
pub(crate) const INTEGERS_MAY_HAVE_POINT: bool = false;
/// Whether the schemas say more of an event as a whole than its type ensures.
pub(crate) const ENVELOPE_RULES: bool = false;
/// The type of an event: a value of `eventType`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EventType {
    /// The viewer asked to play something; opens the session. It comes first and only once, either
    /// alone to the sessions endpoint or as the first element of a downloaded batch.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-start>.
    SessionStart,
    /// Playback of the content or of an ad starts or continues: at the start, and after a pause,
    /// buffering, a seek or an ad break. Allowed anywhere in a session except between
    /// `adBreakStart` and the first `adStart` of that break; the first one on main content counts
    /// as the content start.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/play>.
    Play,
    /// Heartbeat: due every 10 seconds, and every second during ads. Carries the current playhead
    /// in every playback state; it has no params.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/ping>.
    Ping,
    /// The viewer paused playback or started to seek. There is no event for the end of a pause:
    /// the next `play` ends it.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/pause-start>.
    PauseStart,
    /// The player ran out of data and is buffering. There is no event for the end of buffering:
    /// the next `play` ends it.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/buffer-start>.
    BufferStart,
    /// The player switched to another bitrate. Allowed anywhere in a session; the new value
    /// belongs in `qoeData`, not in params.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/bitrate-change>.
    BitrateChange,
    /// An error occurred in the player; the session continues. Allowed anywhere in a session. The
    /// error's id and source belong in `qoeData`: set `error_id` and `error_source`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    Error,
    /// An ad break starts; from here on, playback does not count as main content. Allowed in a
    /// session while no other break is open; every break needs an `adBreakComplete`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-start>.
    AdBreakStart,
    /// The ad break ends, and main content continues. Allowed only while a break is open and its
    /// last ad is closed.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-complete>.
    AdBreakComplete,
    /// An ad starts, inside an ad break. Allowed only while no other ad is open; the back end
    /// accepts an ad outside a break, but counts it as main content.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-start>.
    AdStart,
    /// The ad was played to its end. Allowed only while an ad is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-complete>.
    AdComplete,
    /// The ad was skipped before its end. Allowed only while an ad is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-skip>.
    AdSkip,
    /// A chapter of the content starts. Allowed in a session while no chapter is open; chapters
    /// never overlap, but one may stay open across ad breaks.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-start>.
    ChapterStart,
    /// The chapter was played to its end. Allowed only while a chapter is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-complete>.
    ChapterComplete,
    /// The chapter was skipped before its end. Allowed only while a chapter is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-skip>.
    ChapterSkip,
    /// The player enters a state, such as full screen or mute. Allowed while that state is not
    /// active; at most ten different state names are counted per session.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-start>.
    StateStart,
    /// The player leaves a state that it entered with `stateStart`. Allowed only while that state
    /// is active.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-end>.
    StateEnd,
    /// The player leaves some states and enters others, in one event. The rules for `stateEnd` and
    /// `stateStart` apply; this event type is newer than the others, and no official SDK sends it
    /// to this API.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    StatesUpdate,
    /// The viewer reached the end of the content; counts as a completed play. The session stays
    /// open: if both are sent, this comes before `sessionEnd`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-complete>.
    SessionComplete,
    /// The viewer left or the player was closed. Closes the session at once: no other event may
    /// follow, and repeating it does no harm.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-end>.
    SessionEnd,
}

impl EventType {
    /// Every value, in the order of the schemas.
    pub const ALL: &'static [Self] = &[
        Self::SessionStart,
        Self::Play,
        Self::Ping,
        Self::PauseStart,
        Self::BufferStart,
        Self::BitrateChange,
        Self::Error,
        Self::AdBreakStart,
        Self::AdBreakComplete,
        Self::AdStart,
        Self::AdComplete,
        Self::AdSkip,
        Self::ChapterStart,
        Self::ChapterComplete,
        Self::ChapterSkip,
        Self::StateStart,
        Self::StateEnd,
        Self::StatesUpdate,
        Self::SessionComplete,
        Self::SessionEnd,
    ];
    /// The value on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SessionStart => "sessionStart",
            Self::Play => "play",
            Self::Ping => "ping",
            Self::PauseStart => "pauseStart",
            Self::BufferStart => "bufferStart",
            Self::BitrateChange => "bitrateChange",
            Self::Error => "error",
            Self::AdBreakStart => "adBreakStart",
            Self::AdBreakComplete => "adBreakComplete",
            Self::AdStart => "adStart",
            Self::AdComplete => "adComplete",
            Self::AdSkip => "adSkip",
            Self::ChapterStart => "chapterStart",
            Self::ChapterComplete => "chapterComplete",
            Self::ChapterSkip => "chapterSkip",
            Self::StateStart => "stateStart",
            Self::StateEnd => "stateEnd",
            Self::StatesUpdate => "statesUpdate",
            Self::SessionComplete => "sessionComplete",
            Self::SessionEnd => "sessionEnd",
        }
    }

    /// Finds the value by its string on the wire, which is case-sensitive; `None` for an
    /// unknown string.
    #[must_use]
    pub fn from_wire(text: &str) -> Option<Self> {
        Self::from_bytes(text.as_bytes())
    }

    pub(crate) fn from_bytes(text: &[u8]) -> Option<Self> {
        Some(
            match text.len() {
                4 if *text == *b"play" => Self::Play,
                4 if *text == *b"ping" => Self::Ping,
                5 if *text == *b"error" => Self::Error,
                6 if *text == *b"adSkip" => Self::AdSkip,
                7 if *text == *b"adStart" => Self::AdStart,
                8 if *text == *b"stateEnd" => Self::StateEnd,
                10 if *text == *b"pauseStart" => Self::PauseStart,
                10 if *text == *b"adComplete" => Self::AdComplete,
                10 if *text == *b"stateStart" => Self::StateStart,
                10 if *text == *b"sessionEnd" => Self::SessionEnd,
                11 if *text == *b"bufferStart" => Self::BufferStart,
                11 if *text == *b"chapterSkip" => Self::ChapterSkip,
                12 if *text == *b"sessionStart" => Self::SessionStart,
                12 if *text == *b"adBreakStart" => Self::AdBreakStart,
                12 if *text == *b"chapterStart" => Self::ChapterStart,
                12 if *text == *b"statesUpdate" => Self::StatesUpdate,
                13 if *text == *b"bitrateChange" => Self::BitrateChange,
                15 if *text == *b"adBreakComplete" => Self::AdBreakComplete,
                15 if *text == *b"chapterComplete" => Self::ChapterComplete,
                15 if *text == *b"sessionComplete" => Self::SessionComplete,
                _ => return None,
            },
        )
    }

    /// The schema of this event type, as a table.
    #[must_use]
    pub fn shape(self) -> &'static schema::EventShape {
        &EVENT_SHAPES[self as usize]
    }
}

impl fmt::Display for EventType {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.as_str())
    }
}

impl FromStr for EventType {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_wire(text).ok_or(ParseError::unknown_name("EventType"))
    }
}

impl Check for EventType {
    fn check_into(&self, _: &schema::Limits, _: &mut Checker) {}
}

impl Look for EventType {
    fn scalar(&self) -> Option<schema::Scalar<'_>> {
        Some(schema::Scalar::Text(self.as_str()))
    }
}

impl Accept for EventType {
    fn accept(value: schema::Scalar<'_>) -> Option<Self> {
        match value {
            schema::Scalar::Text(text) => Self::from_wire(text),
            _ => None,
        }
    }
}

#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for EventType {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        *source.choose(Self::ALL).expect("an enum has a value")
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for EventType {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for EventType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "EventType".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names: Vec<&str> = Self::ALL.iter().map(|value| value.as_str()).collect();
        schemars::json_schema!({ "type" : "string", "enum" : names })
    }
}

/// The event type, parameters and custom metadata of an event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EventBody {
    /// The viewer asked to play something; opens the session. It comes first and only once, either
    /// alone to the sessions endpoint or as the first element of a downloaded batch.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-start>.
    #[doc(alias = "sessionStart")]
    SessionStart(Box<WithMetadata<SessionStartParams>>),
    /// Playback of the content or of an ad starts or continues: at the start, and after a pause,
    /// buffering, a seek or an ad break. Allowed anywhere in a session except between
    /// `adBreakStart` and the first `adStart` of that break; the first one on main content counts
    /// as the content start.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/play>.
    #[doc(alias = "play")]
    Play,
    /// Heartbeat: due every 10 seconds, and every second during ads. Carries the current playhead
    /// in every playback state; it has no params.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/ping>.
    #[doc(alias = "ping")]
    Ping,
    /// The viewer paused playback or started to seek. There is no event for the end of a pause:
    /// the next `play` ends it.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/pause-start>.
    #[doc(alias = "pauseStart")]
    PauseStart,
    /// The player ran out of data and is buffering. There is no event for the end of buffering:
    /// the next `play` ends it.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/buffer-start>.
    #[doc(alias = "bufferStart")]
    BufferStart,
    /// The player switched to another bitrate. Allowed anywhere in a session; the new value
    /// belongs in `qoeData`, not in params.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/bitrate-change>.
    #[doc(alias = "bitrateChange")]
    BitrateChange,
    /// An error occurred in the player; the session continues. Allowed anywhere in a session. The
    /// error's id and source belong in `qoeData`: set `error_id` and `error_source`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    #[doc(alias = "error")]
    Error(Option<Box<ErrorParams>>),
    /// An ad break starts; from here on, playback does not count as main content. Allowed in a
    /// session while no other break is open; every break needs an `adBreakComplete`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-start>.
    #[doc(alias = "adBreakStart")]
    AdBreakStart(Box<AdBreakStartParams>),
    /// The ad break ends, and main content continues. Allowed only while a break is open and its
    /// last ad is closed.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-complete>.
    #[doc(alias = "adBreakComplete")]
    AdBreakComplete,
    /// An ad starts, inside an ad break. Allowed only while no other ad is open; the back end
    /// accepts an ad outside a break, but counts it as main content.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-start>.
    #[doc(alias = "adStart")]
    AdStart(Box<WithMetadata<AdStartParams>>),
    /// The ad was played to its end. Allowed only while an ad is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-complete>.
    #[doc(alias = "adComplete")]
    AdComplete,
    /// The ad was skipped before its end. Allowed only while an ad is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-skip>.
    #[doc(alias = "adSkip")]
    AdSkip,
    /// A chapter of the content starts. Allowed in a session while no chapter is open; chapters
    /// never overlap, but one may stay open across ad breaks.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-start>.
    #[doc(alias = "chapterStart")]
    ChapterStart(Box<WithMetadata<ChapterStartParams>>),
    /// The chapter was played to its end. Allowed only while a chapter is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-complete>.
    #[doc(alias = "chapterComplete")]
    ChapterComplete,
    /// The chapter was skipped before its end. Allowed only while a chapter is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-skip>.
    #[doc(alias = "chapterSkip")]
    ChapterSkip,
    /// The player enters a state, such as full screen or mute. Allowed while that state is not
    /// active; at most ten different state names are counted per session.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-start>.
    #[doc(alias = "stateStart")]
    StateStart(Box<StateStartParams>),
    /// The player leaves a state that it entered with `stateStart`. Allowed only while that state
    /// is active.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-end>.
    #[doc(alias = "stateEnd")]
    StateEnd(Box<StateEndParams>),
    /// The player leaves some states and enters others, in one event. The rules for `stateEnd` and
    /// `stateStart` apply; this event type is newer than the others, and no official SDK sends it
    /// to this API.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "statesUpdate")]
    StatesUpdate(Box<StatesUpdateParams>),
    /// The viewer reached the end of the content; counts as a completed play. The session stays
    /// open: if both are sent, this comes before `sessionEnd`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-complete>.
    #[doc(alias = "sessionComplete")]
    SessionComplete,
    /// The viewer left or the player was closed. Closes the session at once: no other event may
    /// follow, and repeating it does no harm.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-end>.
    #[doc(alias = "sessionEnd")]
    SessionEnd,
    /// An event type that no schema describes. Only a tolerant reader accepts one.
    Other(Box<OtherEvent>),
}

impl EventBody {
    /// The event type; `None` if no schema describes it.
    #[must_use]
    pub const fn event_type(&self) -> Option<EventType> {
        match self {
            Self::SessionStart { .. } => Some(EventType::SessionStart),
            Self::Play { .. } => Some(EventType::Play),
            Self::Ping { .. } => Some(EventType::Ping),
            Self::PauseStart { .. } => Some(EventType::PauseStart),
            Self::BufferStart { .. } => Some(EventType::BufferStart),
            Self::BitrateChange { .. } => Some(EventType::BitrateChange),
            Self::Error { .. } => Some(EventType::Error),
            Self::AdBreakStart { .. } => Some(EventType::AdBreakStart),
            Self::AdBreakComplete { .. } => Some(EventType::AdBreakComplete),
            Self::AdStart { .. } => Some(EventType::AdStart),
            Self::AdComplete { .. } => Some(EventType::AdComplete),
            Self::AdSkip { .. } => Some(EventType::AdSkip),
            Self::ChapterStart { .. } => Some(EventType::ChapterStart),
            Self::ChapterComplete { .. } => Some(EventType::ChapterComplete),
            Self::ChapterSkip { .. } => Some(EventType::ChapterSkip),
            Self::StateStart { .. } => Some(EventType::StateStart),
            Self::StateEnd { .. } => Some(EventType::StateEnd),
            Self::StatesUpdate { .. } => Some(EventType::StatesUpdate),
            Self::SessionComplete { .. } => Some(EventType::SessionComplete),
            Self::SessionEnd { .. } => Some(EventType::SessionEnd),
            Self::Other(_) => None,
        }
    }

    /// The custom metadata, if the event type has any and it is set.
    #[must_use]
    pub fn custom_metadata(&self) -> Option<&CustomMetadata> {
        match self {
            Self::SessionStart(payload) => payload.custom_metadata.as_ref(),
            Self::AdStart(payload) => payload.custom_metadata.as_ref(),
            Self::ChapterStart(payload) => payload.custom_metadata.as_ref(),
            _ => None,
        }
    }

    /// Mutable access to the custom metadata; `None` on event types that have none.
    #[must_use]
    pub fn custom_metadata_mut(&mut self) -> Option<&mut Option<CustomMetadata>> {
        match self {
            Self::SessionStart(payload) => Some(&mut payload.custom_metadata),
            Self::AdStart(payload) => Some(&mut payload.custom_metadata),
            Self::ChapterStart(payload) => Some(&mut payload.custom_metadata),
            _ => None,
        }
    }

    #[inline]
    pub(crate) fn check_into(&self, checker: &mut Checker) {
        match self {
            Self::SessionStart(payload) => {
                checker.params(&payload.params);
                checker.custom_metadata(payload.custom_metadata.as_ref());
            }
            Self::Error(Some(params)) => checker.params(&**params),
            Self::AdBreakStart(params) => checker.params(&**params),
            Self::AdStart(payload) => {
                checker.params(&payload.params);
                checker.custom_metadata(payload.custom_metadata.as_ref());
            }
            Self::ChapterStart(payload) => {
                checker.params(&payload.params);
                checker.custom_metadata(payload.custom_metadata.as_ref());
            }
            Self::StateStart(params) => checker.params(&**params),
            Self::StateEnd(params) => checker.params(&**params),
            Self::StatesUpdate(params) => checker.params(&**params),
            Self::Other(other) => other.check_into(checker),
            _ => {}
        }
    }

    /// The body without `params`; `None` if the event type requires them.
    pub(crate) fn without_params(event_type: EventType) -> Option<Self> {
        Some(
            match event_type {
                EventType::Play => EventBody::Play,
                EventType::Ping => EventBody::Ping,
                EventType::PauseStart => EventBody::PauseStart,
                EventType::BufferStart => EventBody::BufferStart,
                EventType::BitrateChange => EventBody::BitrateChange,
                EventType::Error => EventBody::Error(None),
                EventType::AdBreakComplete => EventBody::AdBreakComplete,
                EventType::AdComplete => EventBody::AdComplete,
                EventType::AdSkip => EventBody::AdSkip,
                EventType::ChapterComplete => EventBody::ChapterComplete,
                EventType::ChapterSkip => EventBody::ChapterSkip,
                EventType::SessionComplete => EventBody::SessionComplete,
                EventType::SessionEnd => EventBody::SessionEnd,
                #[allow(unreachable_patterns)]
                _ => return None,
            },
        )
    }

    /// The parameters, if there are any.
    #[inline]
    pub(crate) fn params(&self) -> Option<&dyn Look> {
        match self {
            Self::SessionStart(payload) => Some(&payload.params),
            Self::Error(params) => params.as_deref().map(|params| params as &dyn Look),
            Self::AdBreakStart(params) => Some(&**params),
            Self::AdStart(payload) => Some(&payload.params),
            Self::ChapterStart(payload) => Some(&payload.params),
            Self::StateStart(params) => Some(&**params),
            Self::StateEnd(params) => Some(&**params),
            Self::StatesUpdate(params) => Some(&**params),
            _ => None,
        }
    }

    /// As [`Look::texts`], of the parameters and the metadata.
    #[inline]
    pub(crate) fn texts(&self) -> Option<usize> {
        Some(
            match self {
                Self::SessionStart(payload) => {
                    payload.params.texts()?
                        + payload
                            .custom_metadata
                            .as_ref()
                            .map_or(Some(0), |value| value.texts())?
                }
                Self::Error(payload) => {
                    payload.as_ref().map_or(Some(0), |value| value.texts())?
                }
                Self::AdBreakStart(payload) => payload.texts()?,
                Self::AdStart(payload) => {
                    payload.params.texts()?
                        + payload
                            .custom_metadata
                            .as_ref()
                            .map_or(Some(0), |value| value.texts())?
                }
                Self::ChapterStart(payload) => {
                    payload.params.texts()?
                        + payload
                            .custom_metadata
                            .as_ref()
                            .map_or(Some(0), |value| value.texts())?
                }
                Self::StateStart(payload) => payload.texts()?,
                Self::StateEnd(payload) => payload.texts()?,
                Self::StatesUpdate(payload) => payload.texts()?,
                Self::Other(_) => return None,
                _ => 0,
            },
        )
    }

    /// The start of a state with this name; `None` if the schemas have no such event, or it needs
    /// more.
    #[allow(unused_variables, reason = "the schemas may have no such event")]
    pub(crate) fn state_start(name: &str) -> Option<Self> {
        let name = <String as Accept>::accept(schema::Scalar::Text(name))?;
        let params = StateStartParams {
            name: name,
            extra: Extra::new(),
        };
        Some(Self::StateStart(Box::new(params)))
    }

    /// The end of a state with this name, in the same way.
    #[allow(unused_variables, reason = "the schemas may have no such event")]
    pub(crate) fn state_end(name: &str) -> Option<Self> {
        let name = <String as Accept>::accept(schema::Scalar::Text(name))?;
        let params = StateEndParams {
            name: name,
            extra: Extra::new(),
        };
        Some(Self::StateEnd(Box::new(params)))
    }

    /// The start of the ad break with this number, at this second of the content, in the same way.
    #[allow(unused_variables, reason = "the schemas may have no such event")]
    pub(crate) fn ad_break(number: i64, second: f64) -> Option<Self> {
        let number = <i64 as Accept>::accept(schema::Scalar::Integer(number))?;
        let second = <f64 as Accept>::accept(schema::Scalar::Number(second))?;
        let params = AdBreakStartParams {
            pod_index: number,
            pod_second: second,
            pod_friendly_name: None,
            extra: Extra::new(),
        };
        Some(Self::AdBreakStart(Box::new(params)))
    }

    /// A random body of this event type.
    #[cfg(feature = "quickcheck")]
    pub(crate) fn generate(event_type: EventType, source: &mut quickcheck::Gen) -> Self {
        match event_type {
            EventType::SessionStart => {
                Self::SessionStart(
                    Box::new(
                        WithMetadata::new(
                            quickcheck::Arbitrary::arbitrary(source),
                            quickcheck::Arbitrary::arbitrary(source),
                        ),
                    ),
                )
            }
            EventType::Play => Self::Play,
            EventType::Ping => Self::Ping,
            EventType::PauseStart => Self::PauseStart,
            EventType::BufferStart => Self::BufferStart,
            EventType::BitrateChange => Self::BitrateChange,
            EventType::Error => Self::Error(quickcheck::Arbitrary::arbitrary(source)),
            EventType::AdBreakStart => {
                Self::AdBreakStart(quickcheck::Arbitrary::arbitrary(source))
            }
            EventType::AdBreakComplete => Self::AdBreakComplete,
            EventType::AdStart => {
                Self::AdStart(
                    Box::new(
                        WithMetadata::new(
                            quickcheck::Arbitrary::arbitrary(source),
                            quickcheck::Arbitrary::arbitrary(source),
                        ),
                    ),
                )
            }
            EventType::AdComplete => Self::AdComplete,
            EventType::AdSkip => Self::AdSkip,
            EventType::ChapterStart => {
                Self::ChapterStart(
                    Box::new(
                        WithMetadata::new(
                            quickcheck::Arbitrary::arbitrary(source),
                            quickcheck::Arbitrary::arbitrary(source),
                        ),
                    ),
                )
            }
            EventType::ChapterComplete => Self::ChapterComplete,
            EventType::ChapterSkip => Self::ChapterSkip,
            EventType::StateStart => {
                Self::StateStart(quickcheck::Arbitrary::arbitrary(source))
            }
            EventType::StateEnd => {
                Self::StateEnd(quickcheck::Arbitrary::arbitrary(source))
            }
            EventType::StatesUpdate => {
                Self::StatesUpdate(quickcheck::Arbitrary::arbitrary(source))
            }
            EventType::SessionComplete => Self::SessionComplete,
            EventType::SessionEnd => Self::SessionEnd,
        }
    }
}

/// One constructor for each event type.
impl Event {
    /// A `sessionStart` event.
    ///
    /// The viewer asked to play something; opens the session. It comes first and only once, either
    /// alone to the sessions endpoint or as the first element of a downloaded batch.
    #[must_use]
    pub fn session_start(
        at: impl Into<At>,
        params: impl Into<WithMetadata<SessionStartParams>>,
    ) -> Self {
        Self::new(at, EventBody::SessionStart(Box::new(params.into())))
    }

    /// A `play` event.
    ///
    /// Playback of the content or of an ad starts or continues: at the start, and after a pause,
    /// buffering, a seek or an ad break. Allowed anywhere in a session except between
    /// `adBreakStart` and the first `adStart` of that break; the first one on main content counts
    /// as the content start.
    #[must_use]
    pub fn play(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::Play)
    }

    /// A `ping` event.
    ///
    /// Heartbeat: due every 10 seconds, and every second during ads. Carries the current playhead
    /// in every playback state; it has no params.
    #[must_use]
    pub fn ping(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::Ping)
    }

    /// A `pauseStart` event.
    ///
    /// The viewer paused playback or started to seek. There is no event for the end of a pause:
    /// the next `play` ends it.
    #[must_use]
    pub fn pause_start(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::PauseStart)
    }

    /// A `bufferStart` event.
    ///
    /// The player ran out of data and is buffering. There is no event for the end of buffering:
    /// the next `play` ends it.
    #[must_use]
    pub fn buffer_start(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::BufferStart)
    }

    /// A `bitrateChange` event.
    ///
    /// The player switched to another bitrate. Allowed anywhere in a session; the new value
    /// belongs in `qoeData`, not in params.
    #[must_use]
    pub fn bitrate_change(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::BitrateChange)
    }

    /// An `error` event.
    ///
    /// An error occurred in the player; the session continues. Allowed anywhere in a session. The
    /// error's id and source belong in `qoeData`: set `error_id` and `error_source`.
    #[must_use]
    pub fn error(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::Error(None))
    }

    /// An `error` event with `params`.
    ///
    /// An error occurred in the player; the session continues. Allowed anywhere in a session. The
    /// error's id and source belong in `qoeData`: set `error_id` and `error_source`.
    #[must_use]
    pub fn error_with_params(at: impl Into<At>, params: ErrorParams) -> Self {
        Self::new(at, EventBody::Error(Some(Box::new(params))))
    }

    /// An `adBreakStart` event.
    ///
    /// An ad break starts; from here on, playback does not count as main content. Allowed in a
    /// session while no other break is open; every break needs an `adBreakComplete`.
    #[must_use]
    pub fn ad_break_start(at: impl Into<At>, params: AdBreakStartParams) -> Self {
        Self::new(at, EventBody::AdBreakStart(Box::new(params)))
    }

    /// An `adBreakComplete` event.
    ///
    /// The ad break ends, and main content continues. Allowed only while a break is open and its
    /// last ad is closed.
    #[must_use]
    pub fn ad_break_complete(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::AdBreakComplete)
    }

    /// An `adStart` event.
    ///
    /// An ad starts, inside an ad break. Allowed only while no other ad is open; the back end
    /// accepts an ad outside a break, but counts it as main content.
    #[must_use]
    pub fn ad_start(
        at: impl Into<At>,
        params: impl Into<WithMetadata<AdStartParams>>,
    ) -> Self {
        Self::new(at, EventBody::AdStart(Box::new(params.into())))
    }

    /// An `adComplete` event.
    ///
    /// The ad was played to its end. Allowed only while an ad is open.
    #[must_use]
    pub fn ad_complete(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::AdComplete)
    }

    /// An `adSkip` event.
    ///
    /// The ad was skipped before its end. Allowed only while an ad is open.
    #[must_use]
    pub fn ad_skip(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::AdSkip)
    }

    /// A `chapterStart` event.
    ///
    /// A chapter of the content starts. Allowed in a session while no chapter is open; chapters
    /// never overlap, but one may stay open across ad breaks.
    #[must_use]
    pub fn chapter_start(
        at: impl Into<At>,
        params: impl Into<WithMetadata<ChapterStartParams>>,
    ) -> Self {
        Self::new(at, EventBody::ChapterStart(Box::new(params.into())))
    }

    /// A `chapterComplete` event.
    ///
    /// The chapter was played to its end. Allowed only while a chapter is open.
    #[must_use]
    pub fn chapter_complete(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::ChapterComplete)
    }

    /// A `chapterSkip` event.
    ///
    /// The chapter was skipped before its end. Allowed only while a chapter is open.
    #[must_use]
    pub fn chapter_skip(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::ChapterSkip)
    }

    /// A `stateStart` event.
    ///
    /// The player enters a state, such as full screen or mute. Allowed while that state is not
    /// active; at most ten different state names are counted per session.
    #[must_use]
    pub fn state_start(at: impl Into<At>, params: StateStartParams) -> Self {
        Self::new(at, EventBody::StateStart(Box::new(params)))
    }

    /// A `stateEnd` event.
    ///
    /// The player leaves a state that it entered with `stateStart`. Allowed only while that state
    /// is active.
    #[must_use]
    pub fn state_end(at: impl Into<At>, params: StateEndParams) -> Self {
        Self::new(at, EventBody::StateEnd(Box::new(params)))
    }

    /// A `statesUpdate` event.
    ///
    /// The player leaves some states and enters others, in one event. The rules for `stateEnd` and
    /// `stateStart` apply; this event type is newer than the others, and no official SDK sends it
    /// to this API.
    #[must_use]
    pub fn states_update(at: impl Into<At>, params: StatesUpdateParams) -> Self {
        Self::new(at, EventBody::StatesUpdate(Box::new(params)))
    }

    /// A `sessionComplete` event.
    ///
    /// The viewer reached the end of the content; counts as a completed play. The session stays
    /// open: if both are sent, this comes before `sessionEnd`.
    #[must_use]
    pub fn session_complete(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::SessionComplete)
    }

    /// A `sessionEnd` event.
    ///
    /// The viewer left or the player was closed. Closes the session at once: no other event may
    /// follow, and repeating it does no harm.
    #[must_use]
    pub fn session_end(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::SessionEnd)
    }
}

/// The ad break that starts: its index, its position in the content, and its name.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-start>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AdBreakStartParams {
    /// Index of this ad break in the content. Sources disagree whether counting starts at 0 or 1:
    /// the official SDKs start at 1, and some clients send -1 for a post-roll break.
    ///
    /// Wire key `media.ad.podIndex`: integer, required. Sender constraint: 0 or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "media.ad.podIndex")]
    pub pod_index: i64,
    /// Ad break start time: position of the break in the content, 0 for a pre-roll. Not the length
    /// of the break.
    ///
    /// Wire key `media.ad.podSecond`: number, required, in seconds. Sender constraint: 0 or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-break-start-time>.
    #[doc(alias = "media.ad.podSecond")]
    pub pod_second: f64,
    /// Friendly name of the ad break (ad break name).
    ///
    /// Wire key `media.ad.podFriendlyName`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-break-name>.
    #[doc(alias = "media.ad.podFriendlyName")]
    pub pod_friendly_name: Option<String>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl AdBreakStartParams {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub const fn new(pod_index: i64, pod_second: f64) -> Self {
        Self {
            pod_index,
            pod_second,
            pod_friendly_name: None,
            extra: Extra::new(),
        }
    }

    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::AdBreakStartParamsBuilder {
        builder::AdBreakStartParamsBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for AdBreakStartParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "AdBreakStartParams",
        members: &[
            schema::Member {
                key: "media.ad.podIndex",
                field: "pod_index",
                required: true,
                shape: schema::Shape::Integer,
                doc: "Index of this ad break in the content. Sources disagree whether counting starts at 0 or 1: the official SDKs start at 1, and some clients send -1 for a post-roll break.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.ad.podSecond",
                field: "pod_second",
                required: true,
                shape: schema::Shape::Number,
                doc: "Ad break start time: position of the break in the content, 0 for a pre-roll. Not the length of the break.",
                unit: Some("seconds"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.ad.podFriendlyName",
                field: "pod_friendly_name",
                required: false,
                shape: schema::Shape::String,
                doc: "Friendly name of the ad break (ad break name).",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for AdBreakStartParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.pod_index);
        checker.member(&Self::SHAPE.members[1], &self.pod_second);
        if let Some(value) = &self.pod_friendly_name {
            checker.member(&Self::SHAPE.members[2], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for AdBreakStartParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                17 if *key == *b"media.ad.podIndex" => &self.pod_index,
                18 if *key == *b"media.ad.podSecond" => &self.pod_second,
                24 if *key == *b"media.ad.podFriendlyName" => {
                    self.pod_friendly_name.as_ref()?
                }
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(
            match &self.pod_friendly_name {
                Some(value) => value.texts()?,
                None => 0,
            },
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for AdBreakStartParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("AdBreakStartParams");
        shown.field("pod_index", &self.pod_index);
        shown.field("pod_second", &self.pod_second);
        if let Some(value) = &self.pod_friendly_name {
            shown.field("pod_friendly_name", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for AdBreakStartParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for AdBreakStartParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AdBreakStartParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for AdBreakStartParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            pod_index: always(source, &Self::SHAPE.members[0]),
            pod_second: always(source, &Self::SHAPE.members[1]),
            pod_friendly_name: sometimes(source, &Self::SHAPE.members[2]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.pod_friendly_name.is_some() {
            smaller
                .push(Self {
                    pod_friendly_name: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for AdBreakStartParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// The ad that starts: its id, length, position in the break, player and campaign.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-start>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AdStartParams {
    /// Unique id of the ad (ad id); the friendly name goes in `media.ad.name`. In Analytics the id
    /// appears as the variable `a.media.ad.name`.
    ///
    /// Wire key `media.ad.id`: string, required. Sender constraint: non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-id>.
    #[doc(alias = "media.ad.id")]
    pub id: String,
    /// Length of the ad.
    ///
    /// Wire key `media.ad.length`: number, required, in seconds. Sender constraint: 0 or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-length>.
    #[doc(alias = "media.ad.length")]
    pub length: f64,
    /// Position of the ad in its break, counted from 1 (ad in pod position). A few samples count
    /// from 0.
    ///
    /// Wire key `media.ad.podPosition`: integer, required. Sender constraint: 1 or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-in-pod-position>.
    #[doc(alias = "media.ad.podPosition")]
    pub pod_position: i64,
    /// Name of the player that shows the ad (ad player name). Required even when it is the content
    /// player; repeat `media.playerName` then.
    ///
    /// Wire key `media.ad.playerName`: string, required. Sender constraint: non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-player-name>.
    #[doc(alias = "media.ad.playerName")]
    pub player_name: String,
    /// Advertiser: the company or brand the ad is for.
    ///
    /// Wire key `media.ad.advertiser`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/advertiser>.
    #[doc(alias = "media.ad.advertiser")]
    pub advertiser: Option<String>,
    /// Id of the ad campaign.
    ///
    /// Wire key `media.ad.campaignId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/campaign-id>.
    #[doc(alias = "media.ad.campaignId")]
    pub campaign_id: Option<String>,
    /// Id of the creative, the concrete spot that is shown.
    ///
    /// Wire key `media.ad.creativeId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/creative-id>.
    #[doc(alias = "media.ad.creativeId")]
    pub creative_id: Option<String>,
    /// URL of the creative. The key ends in capital letters.
    ///
    /// Wire key `media.ad.creativeURL`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/creative-url>.
    #[doc(alias = "media.ad.creativeURL")]
    pub creative_url: Option<String>,
    /// Friendly name of the ad (ad name). Optional here, mandatory in the official SDKs.
    ///
    /// Wire key `media.ad.name`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-name>.
    #[doc(alias = "media.ad.name")]
    pub name: Option<String>,
    /// Id of the placement the ad was booked for.
    ///
    /// Wire key `media.ad.placementId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/placement-id>.
    #[doc(alias = "media.ad.placementId")]
    pub placement_id: Option<String>,
    /// Friendly name of the ad break the ad belongs to. Documentation samples repeat it here; it
    /// belongs on `adBreakStart`, so senders leave it out.
    ///
    /// Wire key `media.ad.podFriendlyName`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-timelines/mc-api-timeline-1>.
    #[doc(alias = "media.ad.podFriendlyName")]
    pub pod_friendly_name: Option<String>,
    /// Id of the site on which the ad appears.
    ///
    /// Wire key `media.ad.siteId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/site-id>.
    #[doc(alias = "media.ad.siteId")]
    pub site_id: Option<String>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl AdStartParams {
    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::AdStartParamsBuilder {
        builder::AdStartParamsBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for AdStartParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "AdStartParams",
        members: &[
            schema::Member {
                key: "media.ad.id",
                field: "id",
                required: true,
                shape: schema::Shape::String,
                doc: "Unique id of the ad (ad id); the friendly name goes in `media.ad.name`. In Analytics the id appears as the variable `a.media.ad.name`.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.ad.length",
                field: "length",
                required: true,
                shape: schema::Shape::Number,
                doc: "Length of the ad.",
                unit: Some("seconds"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.ad.podPosition",
                field: "pod_position",
                required: true,
                shape: schema::Shape::Integer,
                doc: "Position of the ad in its break, counted from 1 (ad in pod position). A few samples count from 0.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: Some(1f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.ad.playerName",
                field: "player_name",
                required: true,
                shape: schema::Shape::String,
                doc: "Name of the player that shows the ad (ad player name). Required even when it is the content player; repeat `media.playerName` then.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.ad.advertiser",
                field: "advertiser",
                required: false,
                shape: schema::Shape::String,
                doc: "Advertiser: the company or brand the ad is for.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.ad.campaignId",
                field: "campaign_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Id of the ad campaign.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.ad.creativeId",
                field: "creative_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Id of the creative, the concrete spot that is shown.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.ad.creativeURL",
                field: "creative_url",
                required: false,
                shape: schema::Shape::String,
                doc: "URL of the creative. The key ends in capital letters.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.ad.name",
                field: "name",
                required: false,
                shape: schema::Shape::String,
                doc: "Friendly name of the ad (ad name). Optional here, mandatory in the official SDKs.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.ad.placementId",
                field: "placement_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Id of the placement the ad was booked for.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.ad.podFriendlyName",
                field: "pod_friendly_name",
                required: false,
                shape: schema::Shape::String,
                doc: "Friendly name of the ad break the ad belongs to. Documentation samples repeat it here; it belongs on `adBreakStart`, so senders leave it out.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.ad.siteId",
                field: "site_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Id of the site on which the ad appears.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for AdStartParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.id);
        checker.member(&Self::SHAPE.members[1], &self.length);
        checker.member(&Self::SHAPE.members[2], &self.pod_position);
        checker.member(&Self::SHAPE.members[3], &self.player_name);
        if let Some(value) = &self.advertiser {
            checker.member(&Self::SHAPE.members[4], value);
        }
        if let Some(value) = &self.campaign_id {
            checker.member(&Self::SHAPE.members[5], value);
        }
        if let Some(value) = &self.creative_id {
            checker.member(&Self::SHAPE.members[6], value);
        }
        if let Some(value) = &self.creative_url {
            checker.member(&Self::SHAPE.members[7], value);
        }
        if let Some(value) = &self.name {
            checker.member(&Self::SHAPE.members[8], value);
        }
        if let Some(value) = &self.placement_id {
            checker.member(&Self::SHAPE.members[9], value);
        }
        if let Some(value) = &self.pod_friendly_name {
            checker.member(&Self::SHAPE.members[10], value);
        }
        if let Some(value) = &self.site_id {
            checker.member(&Self::SHAPE.members[11], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for AdStartParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                11 if *key == *b"media.ad.id" => &self.id,
                13 if *key == *b"media.ad.name" => self.name.as_ref()?,
                15 if *key == *b"media.ad.length" => &self.length,
                15 if *key == *b"media.ad.siteId" => self.site_id.as_ref()?,
                19 if *key == *b"media.ad.playerName" => &self.player_name,
                19 if *key == *b"media.ad.advertiser" => self.advertiser.as_ref()?,
                19 if *key == *b"media.ad.campaignId" => self.campaign_id.as_ref()?,
                19 if *key == *b"media.ad.creativeId" => self.creative_id.as_ref()?,
                20 if *key == *b"media.ad.podPosition" => &self.pod_position,
                20 if *key == *b"media.ad.creativeURL" => self.creative_url.as_ref()?,
                20 if *key == *b"media.ad.placementId" => self.placement_id.as_ref()?,
                24 if *key == *b"media.ad.podFriendlyName" => {
                    self.pod_friendly_name.as_ref()?
                }
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(
            self.id.texts()? + self.player_name.texts()?
                + match &self.advertiser {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.campaign_id {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.creative_id {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.creative_url {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.name {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.placement_id {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.pod_friendly_name {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.site_id {
                    Some(value) => value.texts()?,
                    None => 0,
                },
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for AdStartParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("AdStartParams");
        shown.field("id", &self.id);
        shown.field("length", &self.length);
        shown.field("pod_position", &self.pod_position);
        shown.field("player_name", &self.player_name);
        if let Some(value) = &self.advertiser {
            shown.field("advertiser", value);
        }
        if let Some(value) = &self.campaign_id {
            shown.field("campaign_id", value);
        }
        if let Some(value) = &self.creative_id {
            shown.field("creative_id", value);
        }
        if let Some(value) = &self.creative_url {
            shown.field("creative_url", value);
        }
        if let Some(value) = &self.name {
            shown.field("name", value);
        }
        if let Some(value) = &self.placement_id {
            shown.field("placement_id", value);
        }
        if let Some(value) = &self.pod_friendly_name {
            shown.field("pod_friendly_name", value);
        }
        if let Some(value) = &self.site_id {
            shown.field("site_id", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for AdStartParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for AdStartParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AdStartParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for AdStartParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            id: always(source, &Self::SHAPE.members[0]),
            length: always(source, &Self::SHAPE.members[1]),
            pod_position: always(source, &Self::SHAPE.members[2]),
            player_name: always(source, &Self::SHAPE.members[3]),
            advertiser: sometimes(source, &Self::SHAPE.members[4]),
            campaign_id: sometimes(source, &Self::SHAPE.members[5]),
            creative_id: sometimes(source, &Self::SHAPE.members[6]),
            creative_url: sometimes(source, &Self::SHAPE.members[7]),
            name: sometimes(source, &Self::SHAPE.members[8]),
            placement_id: sometimes(source, &Self::SHAPE.members[9]),
            pod_friendly_name: sometimes(source, &Self::SHAPE.members[10]),
            site_id: sometimes(source, &Self::SHAPE.members[11]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.advertiser.is_some() {
            smaller
                .push(Self {
                    advertiser: None,
                    ..self.clone()
                });
        }
        if self.campaign_id.is_some() {
            smaller
                .push(Self {
                    campaign_id: None,
                    ..self.clone()
                });
        }
        if self.creative_id.is_some() {
            smaller
                .push(Self {
                    creative_id: None,
                    ..self.clone()
                });
        }
        if self.creative_url.is_some() {
            smaller
                .push(Self {
                    creative_url: None,
                    ..self.clone()
                });
        }
        if self.name.is_some() {
            smaller.push(Self { name: None, ..self.clone() });
        }
        if self.placement_id.is_some() {
            smaller
                .push(Self {
                    placement_id: None,
                    ..self.clone()
                });
        }
        if self.pod_friendly_name.is_some() {
            smaller
                .push(Self {
                    pod_friendly_name: None,
                    ..self.clone()
                });
        }
        if self.site_id.is_some() {
            smaller
                .push(Self {
                    site_id: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for AdStartParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// The chapter that starts: its index, position in the content, length and name.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-start>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChapterStartParams {
    /// Length of the chapter.
    ///
    /// Wire key `media.chapter.length`: number, required, in seconds. Sender constraint: 0 or
    /// more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-length>.
    #[doc(alias = "media.chapter.length")]
    pub length: f64,
    /// Chapter offset: position in the content at which the chapter begins, counted from the start
    /// of the content.
    ///
    /// Wire key `media.chapter.offset`: number, required, in seconds. Sender constraint: 0 or
    /// more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-offset>.
    #[doc(alias = "media.chapter.offset")]
    pub offset: f64,
    /// Position of the chapter among the chapters of the content (chapter position), normally
    /// counted from 1. The documentation tolerates 0.
    ///
    /// Wire key `media.chapter.index`: integer, required. Sender constraint: 1 or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-position>.
    #[doc(alias = "media.chapter.index")]
    pub index: i64,
    /// Friendly name of the chapter (chapter name). Optional here, mandatory in the official SDKs.
    ///
    /// Wire key `media.chapter.friendlyName`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-name>.
    #[doc(alias = "media.chapter.friendlyName")]
    pub friendly_name: Option<String>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl ChapterStartParams {
    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::ChapterStartParamsBuilder {
        builder::ChapterStartParamsBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for ChapterStartParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "ChapterStartParams",
        members: &[
            schema::Member {
                key: "media.chapter.length",
                field: "length",
                required: true,
                shape: schema::Shape::Number,
                doc: "Length of the chapter.",
                unit: Some("seconds"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.chapter.offset",
                field: "offset",
                required: true,
                shape: schema::Shape::Number,
                doc: "Chapter offset: position in the content at which the chapter begins, counted from the start of the content.",
                unit: Some("seconds"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.chapter.index",
                field: "index",
                required: true,
                shape: schema::Shape::Integer,
                doc: "Position of the chapter among the chapters of the content (chapter position), normally counted from 1. The documentation tolerates 0.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: Some(1f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.chapter.friendlyName",
                field: "friendly_name",
                required: false,
                shape: schema::Shape::String,
                doc: "Friendly name of the chapter (chapter name). Optional here, mandatory in the official SDKs.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for ChapterStartParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.length);
        checker.member(&Self::SHAPE.members[1], &self.offset);
        checker.member(&Self::SHAPE.members[2], &self.index);
        if let Some(value) = &self.friendly_name {
            checker.member(&Self::SHAPE.members[3], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for ChapterStartParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                19 if *key == *b"media.chapter.index" => &self.index,
                20 if *key == *b"media.chapter.length" => &self.length,
                20 if *key == *b"media.chapter.offset" => &self.offset,
                26 if *key == *b"media.chapter.friendlyName" => {
                    self.friendly_name.as_ref()?
                }
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(
            match &self.friendly_name {
                Some(value) => value.texts()?,
                None => 0,
            },
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for ChapterStartParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("ChapterStartParams");
        shown.field("length", &self.length);
        shown.field("offset", &self.offset);
        shown.field("index", &self.index);
        if let Some(value) = &self.friendly_name {
            shown.field("friendly_name", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for ChapterStartParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for ChapterStartParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ChapterStartParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for ChapterStartParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            length: always(source, &Self::SHAPE.members[0]),
            offset: always(source, &Self::SHAPE.members[1]),
            index: always(source, &Self::SHAPE.members[2]),
            friendly_name: sometimes(source, &Self::SHAPE.members[3]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.friendly_name.is_some() {
            smaller
                .push(Self {
                    friendly_name: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for ChapterStartParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// An identity of the viewer, with its login state. The map key in `visitor.customerIDs` names
/// the kind of identity.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerId {
    /// The identity itself. The SDKs drop entries where it is empty.
    ///
    /// Wire key `id`: string, required. Sender constraint: non-empty. Personal data: hidden by
    /// `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub id: String,
    /// Whether the viewer was logged in under this identity.
    ///
    /// Wire key `authState`: integer, required. Sender constraint: from 0 to 2.
    ///
    /// Source: <https://github.com/adobe/aepsdk-media-android>.
    #[doc(alias = "authState")]
    pub auth_state: AuthState,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl CustomerId {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub fn new(id: impl Into<String>, auth_state: AuthState) -> Self {
        Self {
            id: id.into(),
            auth_state,
            extra: Extra::new(),
        }
    }

    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::CustomerIdBuilder {
        builder::CustomerIdBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for CustomerId {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "CustomerId",
        members: &[
            schema::Member {
                key: "id",
                field: "id",
                required: true,
                shape: schema::Shape::String,
                doc: "The identity itself. The SDKs drop entries where it is empty.",
                unit: None,
                personal: true,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "authState",
                field: "auth_state",
                required: true,
                shape: schema::Shape::Integer,
                doc: "Whether the viewer was logged in under this identity.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: Some(2f64),
                    min_length: None,
                    pattern: None,
                },
            },
        ],
        open: false,
    };
}

impl Check for CustomerId {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.id);
        checker.member(&Self::SHAPE.members[1], &self.auth_state);
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for CustomerId {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                2 if *key == *b"id" => &self.id,
                9 if *key == *b"authState" => &self.auth_state,
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(self.id.texts()?)
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for CustomerId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("CustomerId");
        shown.field("id", &Redacted);
        shown.field("auth_state", &self.auth_state);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for CustomerId {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for CustomerId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CustomerId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for CustomerId {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            id: always(source, &Self::SHAPE.members[0]),
            auth_state: always(source, &Self::SHAPE.members[1]),
            extra: Extra::new(),
        }
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for CustomerId {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// An alternative form for the details of an error, which appears in one sample of the
/// documentation and which no official SDK uses. Senders use `qoeData` with
/// `media.qoe.errorID` and `media.qoe.errorSource` instead.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ErrorParams {
    /// Error id, in a form that only one sample of the documentation uses; senders use
    /// `media.qoe.errorID` in `qoeData`.
    ///
    /// Wire key `media.errorId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    #[doc(alias = "media.errorId")]
    pub error_id: Option<String>,
    /// Error source, in a form that only one sample of the documentation uses; senders use
    /// `media.qoe.errorSource` in `qoeData`.
    ///
    /// Wire key `media.errorSource`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    #[doc(alias = "media.errorSource")]
    pub error_source: Option<String>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl ErrorParams {
    /// Starts a builder.
    pub fn builder() -> builder::ErrorParamsBuilder {
        builder::ErrorParamsBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for ErrorParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "ErrorParams",
        members: &[
            schema::Member {
                key: "media.errorId",
                field: "error_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Error id, in a form that only one sample of the documentation uses; senders use `media.qoe.errorID` in `qoeData`.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.errorSource",
                field: "error_source",
                required: false,
                shape: schema::Shape::String,
                doc: "Error source, in a form that only one sample of the documentation uses; senders use `media.qoe.errorSource` in `qoeData`.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for ErrorParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        if let Some(value) = &self.error_id {
            checker.member(&Self::SHAPE.members[0], value);
        }
        if let Some(value) = &self.error_source {
            checker.member(&Self::SHAPE.members[1], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for ErrorParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                13 if *key == *b"media.errorId" => self.error_id.as_ref()?,
                17 if *key == *b"media.errorSource" => self.error_source.as_ref()?,
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(
            match &self.error_id {
                Some(value) => value.texts()?,
                None => 0,
            }
                + match &self.error_source {
                    Some(value) => value.texts()?,
                    None => 0,
                },
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for ErrorParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("ErrorParams");
        if let Some(value) = &self.error_id {
            shown.field("error_id", value);
        }
        if let Some(value) = &self.error_source {
            shown.field("error_source", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for ErrorParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for ErrorParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ErrorParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for ErrorParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            error_id: sometimes(source, &Self::SHAPE.members[0]),
            error_source: sometimes(source, &Self::SHAPE.members[1]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.error_id.is_some() {
            smaller
                .push(Self {
                    error_id: None,
                    ..self.clone()
                });
        }
        if self.error_source.is_some() {
            smaller
                .push(Self {
                    error_source: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for ErrorParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// Position of the playhead in the content, and wall-clock time of the event. Required on
/// every event.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-events-req>.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct PlayerTime {
    /// Position in the main content, fractions allowed. It does not move during an ad break; for
    /// live and linear content it is the second of the UTC day (below 86400).
    ///
    /// Wire key `playhead`: number, required, in seconds. Sender constraint: 0 or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-events-req>.
    pub playhead: f64,
    /// Time at which the event happened, not the time it was sent. Each event of a session must be
    /// at least one millisecond later than the one before, because the back end sorts by it.
    ///
    /// Wire key `ts`: integer, required, in milliseconds since the Unix epoch (UTC). Sender
    /// constraint: 0 or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-ctrl-order>.
    pub ts: i64,
}

impl PlayerTime {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub const fn new(playhead: f64, ts: i64) -> Self {
        Self { playhead, ts }
    }

    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::PlayerTimeBuilder {
        builder::PlayerTimeBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for PlayerTime {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "PlayerTime",
        members: &[
            schema::Member {
                key: "playhead",
                field: "playhead",
                required: true,
                shape: schema::Shape::Number,
                doc: "Position in the main content, fractions allowed. It does not move during an ad break; for live and linear content it is the second of the UTC day (below 86400).",
                unit: Some("seconds"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "ts",
                field: "ts",
                required: true,
                shape: schema::Shape::Integer,
                doc: "Time at which the event happened, not the time it was sent. Each event of a session must be at least one millisecond later than the one before, because the back end sorts by it.",
                unit: Some("milliseconds since the Unix epoch (UTC)"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
        ],
        open: false,
    };
}

impl Check for PlayerTime {
    #[inline]
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.playhead);
        checker.member(&Self::SHAPE.members[1], &self.ts);
    }
}

impl Look for PlayerTime {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                2 if *key == *b"ts" => &self.ts,
                8 if *key == *b"playhead" => &self.playhead,
                _ => return None,
            },
        )
    }

    fn texts(&self) -> Option<usize> {
        Some(0)
    }
}

/// Access that does not depend on the schemas.
impl PlayerTime {
    /// This timestamp, with zeros otherwise. Only where there is no time of an event.
    pub(crate) fn of_ts(ts: i64) -> Self {
        let mut time = Self { playhead: 0.0, ts: 0 };
        time.set_ts(ts);
        time
    }

    /// The timestamp in milliseconds.
    #[inline]
    pub(crate) fn ts(&self) -> i64 {
        self.ts
    }

    #[inline]
    pub(crate) fn set_ts(&mut self, ts: i64) {
        self.ts = ts;
    }

    /// Moves it by so many milliseconds.
    #[inline]
    pub(crate) fn shift(&mut self, by: i64) {
        self.set_ts(self.ts().wrapping_add(by));
    }

    /// The playhead in seconds, if it is set.
    #[inline]
    pub(crate) fn playhead(&self) -> Option<f64> {
        Some(self.playhead)
    }

    #[inline]
    pub(crate) fn set_playhead(&mut self, seconds: f64) {
        self.playhead = seconds;
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for PlayerTime {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("PlayerTime");
        shown.field("playhead", &self.playhead);
        shown.field("ts", &self.ts);
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for PlayerTime {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for PlayerTime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PlayerTime".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for PlayerTime {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            playhead: always(source, &Self::SHAPE.members[0]),
            ts: always(source, &Self::SHAPE.members[1]),
        }
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for PlayerTime {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// Quality of experience at the moment of the event. Optional on every event; all its numbers
/// are integers, and an absent member means unchanged or unknown.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-sending-qoe>.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct QoeData {
    /// Current bitrate; the reports show its average. Some older pages use kilobits per second, so
    /// check the sender before comparing values.
    ///
    /// Wire key `media.qoe.bitrate`: integer, optional, in bits per second. Sender constraint: 0
    /// or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-sending-qoe>.
    #[doc(alias = "media.qoe.bitrate")]
    pub bitrate: Option<i64>,
    /// Total number of frames dropped since the session started.
    ///
    /// Wire key `media.qoe.droppedFrames`: integer, optional, in frames. Sender constraint: 0 or
    /// more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/dropped-frames>.
    #[doc(alias = "media.qoe.droppedFrames")]
    pub dropped_frames: Option<i64>,
    /// Id of the error, chosen by the sender. Belongs to the `error` event; the key ends in
    /// capital letters.
    ///
    /// Wire key `media.qoe.errorID`: string, optional. Sender constraint: non-empty.
    ///
    /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
    #[doc(alias = "media.qoe.errorID")]
    pub error_id: Option<String>,
    /// Source of the error. Belongs to the `error` event; the official SDKs only ever send
    /// `player`.
    ///
    /// Wire key `media.qoe.errorSource`: string, optional.
    ///
    /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
    #[doc(alias = "media.qoe.errorSource")]
    pub error_source: Option<String>,
    /// Current frame rate. Only whole numbers are accepted: round 23.976 before sending.
    ///
    /// Wire key `media.qoe.framesPerSecond`: integer, optional, in frames per second. Sender
    /// constraint: 0 or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/frames-per-second>.
    #[doc(alias = "media.qoe.framesPerSecond")]
    pub frames_per_second: Option<i64>,
    /// Time from the viewer's request to play to the first frame (time to start). Does not change
    /// after the first frame; some SDK pages wrongly give it in seconds.
    ///
    /// Wire key `media.qoe.timeToStart`: integer, optional, in milliseconds. Sender constraint: 0
    /// or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/time-to-start>.
    #[doc(alias = "media.qoe.timeToStart")]
    pub time_to_start: Option<i64>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl QoeData {
    /// Starts a builder.
    pub fn builder() -> builder::QoeDataBuilder {
        builder::QoeDataBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for QoeData {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "QoeData",
        members: &[
            schema::Member {
                key: "media.qoe.bitrate",
                field: "bitrate",
                required: false,
                shape: schema::Shape::Integer,
                doc: "Current bitrate; the reports show its average. Some older pages use kilobits per second, so check the sender before comparing values.",
                unit: Some("bits per second"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.qoe.droppedFrames",
                field: "dropped_frames",
                required: false,
                shape: schema::Shape::Integer,
                doc: "Total number of frames dropped since the session started.",
                unit: Some("frames"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.qoe.errorID",
                field: "error_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Id of the error, chosen by the sender. Belongs to the `error` event; the key ends in capital letters.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.qoe.errorSource",
                field: "error_source",
                required: false,
                shape: schema::Shape::String,
                doc: "Source of the error. Belongs to the `error` event; the official SDKs only ever send `player`.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.qoe.framesPerSecond",
                field: "frames_per_second",
                required: false,
                shape: schema::Shape::Integer,
                doc: "Current frame rate. Only whole numbers are accepted: round 23.976 before sending.",
                unit: Some("frames per second"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.qoe.timeToStart",
                field: "time_to_start",
                required: false,
                shape: schema::Shape::Integer,
                doc: "Time from the viewer's request to play to the first frame (time to start). Does not change after the first frame; some SDK pages wrongly give it in seconds.",
                unit: Some("milliseconds"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
        ],
        open: false,
    };
}

impl Check for QoeData {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        if let Some(value) = &self.bitrate {
            checker.member(&Self::SHAPE.members[0], value);
        }
        if let Some(value) = &self.dropped_frames {
            checker.member(&Self::SHAPE.members[1], value);
        }
        if let Some(value) = &self.error_id {
            checker.member(&Self::SHAPE.members[2], value);
        }
        if let Some(value) = &self.error_source {
            checker.member(&Self::SHAPE.members[3], value);
        }
        if let Some(value) = &self.frames_per_second {
            checker.member(&Self::SHAPE.members[4], value);
        }
        if let Some(value) = &self.time_to_start {
            checker.member(&Self::SHAPE.members[5], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for QoeData {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                17 if *key == *b"media.qoe.bitrate" => self.bitrate.as_ref()?,
                17 if *key == *b"media.qoe.errorID" => self.error_id.as_ref()?,
                21 if *key == *b"media.qoe.errorSource" => self.error_source.as_ref()?,
                21 if *key == *b"media.qoe.timeToStart" => self.time_to_start.as_ref()?,
                23 if *key == *b"media.qoe.droppedFrames" => {
                    self.dropped_frames.as_ref()?
                }
                25 if *key == *b"media.qoe.framesPerSecond" => {
                    self.frames_per_second.as_ref()?
                }
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(
            match &self.error_id {
                Some(value) => value.texts()?,
                None => 0,
            }
                + match &self.error_source {
                    Some(value) => value.texts()?,
                    None => 0,
                },
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for QoeData {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("QoeData");
        if let Some(value) = &self.bitrate {
            shown.field("bitrate", value);
        }
        if let Some(value) = &self.dropped_frames {
            shown.field("dropped_frames", value);
        }
        if let Some(value) = &self.error_id {
            shown.field("error_id", value);
        }
        if let Some(value) = &self.error_source {
            shown.field("error_source", value);
        }
        if let Some(value) = &self.frames_per_second {
            shown.field("frames_per_second", value);
        }
        if let Some(value) = &self.time_to_start {
            shown.field("time_to_start", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for QoeData {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for QoeData {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "QoeData".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for QoeData {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            bitrate: sometimes(source, &Self::SHAPE.members[0]),
            dropped_frames: sometimes(source, &Self::SHAPE.members[1]),
            error_id: sometimes(source, &Self::SHAPE.members[2]),
            error_source: sometimes(source, &Self::SHAPE.members[3]),
            frames_per_second: sometimes(source, &Self::SHAPE.members[4]),
            time_to_start: sometimes(source, &Self::SHAPE.members[5]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.bitrate.is_some() {
            smaller
                .push(Self {
                    bitrate: None,
                    ..self.clone()
                });
        }
        if self.dropped_frames.is_some() {
            smaller
                .push(Self {
                    dropped_frames: None,
                    ..self.clone()
                });
        }
        if self.error_id.is_some() {
            smaller
                .push(Self {
                    error_id: None,
                    ..self.clone()
                });
        }
        if self.error_source.is_some() {
            smaller
                .push(Self {
                    error_source: None,
                    ..self.clone()
                });
        }
        if self.frames_per_second.is_some() {
            smaller
                .push(Self {
                    frames_per_second: None,
                    ..self.clone()
                });
        }
        if self.time_to_start.is_some() {
            smaller
                .push(Self {
                    time_to_start: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for QoeData {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// The content, the player, the viewer, and the Analytics report suite. Eight members are
/// required.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartParams {
    /// Analytics tracking server that receives the session's data. A bare host name without scheme
    /// or path, although the documentation calls it a URL.
    ///
    /// Wire key `analytics.trackingServer`: string, required. Sender constraint: non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.trackingServer")]
    pub analytics_tracking_server: String,
    /// Id of the Analytics report suite the session is counted in.
    ///
    /// Wire key `analytics.reportSuite`: string, required. Sender constraint: non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.reportSuite")]
    pub analytics_report_suite: String,
    /// Unique id of the content (content id); the friendly name goes in `media.name`. In Analytics
    /// the id appears as the variable `a.media.name`, a frequent source of confusion.
    ///
    /// Wire key `media.id`: string, required. Sender constraint: non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-id>.
    #[doc(alias = "media.id")]
    pub id: String,
    /// Length of the content. Use 86400 for live content without an end; zero or less switches off
    /// the progress metrics.
    ///
    /// Wire key `media.length`: number, required, in seconds. Sender constraint: 0 or more.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-length>.
    #[doc(alias = "media.length")]
    pub length: f64,
    /// Content type: the kind of stream, on demand or live, film or podcast. Any string is
    /// accepted; the listed values feed the built-in segments, and without a value the reports
    /// show `missing_content_type`.
    ///
    /// Wire key `media.contentType`: string, required. Sender constraint: non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-type>.
    #[doc(alias = "media.contentType")]
    pub content_type: String,
    /// Name of the player that shows the content (content player name). The SDKs send `unknown`
    /// when none is configured.
    ///
    /// Wire key `media.playerName`: string, required. Sender constraint: non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-player-name>.
    #[doc(alias = "media.playerName")]
    pub player_name: String,
    /// Content channel: where the content is distributed, such as the name of the app, site or
    /// property. Not the television channel, which goes in `media.network`.
    ///
    /// Wire key `media.channel`: string, required. Sender constraint: non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-channel>.
    #[doc(alias = "media.channel")]
    pub channel: String,
    /// Experience Cloud organization id, a string that ends in `@AdobeOrg`. The back end also uses
    /// it as the publisher id for federation rules.
    ///
    /// Wire key `visitor.marketingCloudOrgId`: string, required. Sender constraint: non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "visitor.marketingCloudOrgId")]
    pub visitor_marketing_cloud_org_id: String,
    /// Legacy Analytics visitor id, called aid, from before the Experience Cloud id existed.
    ///
    /// Wire key `analytics.aid`: string, optional. Sender constraint: non-empty. Personal data:
    /// hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.aid")]
    pub analytics_aid: Option<String>,
    /// Whether the back end sends to Analytics over HTTPS. Unrelated to the connection between
    /// sender and collector; the mobile SDKs always send true.
    ///
    /// Wire key `analytics.enableSSL`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.enableSSL")]
    pub analytics_enable_ssl: Option<bool>,
    /// True if the viewer has opted out of Analytics sharing their data with other Experience
    /// Cloud products. Absent means no opt-out.
    ///
    /// Wire key `analytics.optOutServerSideForwarding`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.optOutServerSideForwarding")]
    pub analytics_opt_out_server_side_forwarding: Option<bool>,
    /// True if the viewer has opted out of federation, the sharing of their data with other
    /// Analytics customers. Absent means no opt-out.
    ///
    /// Wire key `analytics.optOutShare`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.optOutShare")]
    pub analytics_opt_out_share: Option<bool>,
    /// Custom visitor id chosen by the sender, called vid in Analytics. Not the Experience Cloud
    /// id, which goes in `visitor.marketingCloudUserId`.
    ///
    /// Wire key `analytics.visitorId`: string, optional. Sender constraint: non-empty. Personal
    /// data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.visitorId")]
    pub analytics_visitor_id: Option<String>,
    /// Id of this app on this device, which the sender creates and stores until the app is
    /// removed. Together with `visitor.marketingCloudOrgId` it lets the back end create an
    /// Experience Cloud id when none is sent.
    ///
    /// Wire key `appInstallationId`: string, optional. Sender constraint: non-empty. Personal
    /// data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "appInstallationId")]
    pub app_installation_id: Option<String>,
    /// Ad load type: how ads are loaded in this session, as the sender's ad system names it. Any
    /// string.
    ///
    /// Wire key `media.adLoad`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/ad-load-type>.
    #[doc(alias = "media.adLoad")]
    pub ad_load: Option<String>,
    /// Album the recording belongs to. For audio.
    ///
    /// Wire key `media.album`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/album>.
    #[doc(alias = "media.album")]
    pub album: Option<String>,
    /// Performing artist. For audio.
    ///
    /// Wire key `media.artist`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/artist>.
    #[doc(alias = "media.artist")]
    pub artist: Option<String>,
    /// Asset id: identifies the title in a registry such as EIDR, TMS or Rovi, or in the sender's
    /// own catalogue. It may differ from `media.id`, which identifies what is played.
    ///
    /// Wire key `media.assetId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/asset-id>.
    #[doc(alias = "media.assetId")]
    pub asset_id: Option<String>,
    /// Author, for instance of an audiobook. For audio.
    ///
    /// Wire key `media.author`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/author>.
    #[doc(alias = "media.author")]
    pub author: Option<String>,
    /// Day part: time of day at which the content was broadcast, as the sender names it.
    ///
    /// Wire key `media.dayPart`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/day-part>.
    #[doc(alias = "media.dayPart")]
    pub day_part: Option<String>,
    /// Whether the session was recorded offline, from downloaded content, and sent later as one
    /// batch. The library sets it: true in a downloaded session, left out of one that starts
    /// online, because the back end otherwise responds with 400.
    ///
    /// Wire key `media.downloaded`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/media-downloaded-flag>.
    #[doc(alias = "media.downloaded")]
    pub(crate) downloaded: Option<bool>,
    /// Episode number within the season, written as a string.
    ///
    /// Wire key `media.episode`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/episode>.
    #[doc(alias = "media.episode")]
    pub episode: Option<String>,
    /// Media feed type: which feed of a channel is played, for instance a regional one such as
    /// `West-HD`.
    ///
    /// Wire key `media.feed`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/media-feed-type>.
    #[doc(alias = "media.feed")]
    pub feed: Option<String>,
    /// Day of the first broadcast on television. No format is enforced; `YYYY-MM-DD` is the
    /// recommended one.
    ///
    /// Wire key `media.firstAirDate`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/first-air-date>.
    #[doc(alias = "media.firstAirDate")]
    pub first_air_date: Option<String>,
    /// Day the content first appeared on any digital platform. No format is enforced; `YYYY-MM-DD`
    /// is the recommended one.
    ///
    /// Wire key `media.firstDigitalDate`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/first-digital-date>.
    #[doc(alias = "media.firstDigitalDate")]
    pub first_digital_date: Option<String>,
    /// Genre as the producer names it. Several genres go into one string, separated by commas.
    ///
    /// Wire key `media.genre`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/genre>.
    #[doc(alias = "media.genre")]
    pub genre: Option<String>,
    /// Record label. For audio.
    ///
    /// Wire key `media.label`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/label>.
    #[doc(alias = "media.label")]
    pub label: Option<String>,
    /// Name and version of the library that made the request, in one string; the SDKs send the
    /// form `js-3.1.0`.
    ///
    /// Wire key `media.libraryVersion`: string, optional.
    ///
    /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
    #[doc(alias = "media.libraryVersion")]
    pub library_version: Option<String>,
    /// Friendly name of the content (content name). Optional here, mandatory in the official SDKs.
    ///
    /// Wire key `media.name`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-name>.
    #[doc(alias = "media.name")]
    pub name: Option<String>,
    /// Network: the television network or channel that carries the content.
    ///
    /// Wire key `media.network`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/network>.
    #[doc(alias = "media.network")]
    pub network: Option<String>,
    /// Originator: the studio or person who created the content.
    ///
    /// Wire key `media.originator`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/originator>.
    #[doc(alias = "media.originator")]
    pub originator: Option<String>,
    /// Set when Adobe Pass has authorized the viewer (authorized). It is a string and has only a
    /// true value: leave it out otherwise.
    ///
    /// Wire key `media.pass.auth`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/authorized>.
    #[doc(alias = "media.pass.auth")]
    pub pass_auth: Option<String>,
    /// Pay-TV provider (MVPD) the viewer logged in with through Adobe Pass authentication.
    ///
    /// Wire key `media.pass.mvpd`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/mvpd>.
    #[doc(alias = "media.pass.mvpd")]
    pub pass_mvpd: Option<String>,
    /// Publisher of the content, mainly used for audio.
    ///
    /// Wire key `media.publisher`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/publisher>.
    #[doc(alias = "media.publisher")]
    pub publisher: Option<String>,
    /// Content rating for parental guidance, by the TV Parental Guidelines or another scheme. Not
    /// a viewer's rating.
    ///
    /// Wire key `media.rating`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/content-rating>.
    #[doc(alias = "media.rating")]
    pub rating: Option<String>,
    /// True if the viewer resumes content in a new session: after a long pause, on another device
    /// or from a stored position. Counts as a resume and does not reopen the old session; absent
    /// means false.
    ///
    /// Wire key `media.resume`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-resumes>.
    #[doc(alias = "media.resume")]
    pub resume: Option<bool>,
    /// Version of the app, as configured by the sender (app version). The key is named after an
    /// SDK, but the version of the sending library goes in `media.libraryVersion`.
    ///
    /// Wire key `media.sdkVersion`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/app-version>.
    #[doc(alias = "media.sdkVersion")]
    pub sdk_version: Option<String>,
    /// Season number of the show, written as a string.
    ///
    /// Wire key `media.season`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/season>.
    #[doc(alias = "media.season")]
    pub season: Option<String>,
    /// Show: title of the series or programme the content belongs to.
    ///
    /// Wire key `media.show`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/show>.
    #[doc(alias = "media.show")]
    pub show: Option<String>,
    /// Show type: which part of a show this is, a digit written as a string. An integer is
    /// invalid.
    ///
    /// Wire key `media.showType`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/show-type>.
    #[doc(alias = "media.showType")]
    pub show_type: Option<String>,
    /// Radio station. For audio.
    ///
    /// Wire key `media.station`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/station>.
    #[doc(alias = "media.station")]
    pub station: Option<String>,
    /// Stream format, for instance high or standard definition. Any string is accepted.
    ///
    /// Wire key `media.streamFormat`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/stream-format>.
    #[doc(alias = "media.streamFormat")]
    pub stream_format: Option<String>,
    /// Stream type: whether the media is video or audio. Not the content type, although the SDKs
    /// have an argument called streamType that fills `media.contentType`.
    ///
    /// Wire key `media.streamType`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/stream-type>.
    #[doc(alias = "media.streamType")]
    pub stream_type: Option<String>,
    /// Region of the Audience Manager edge nearest to the viewer, so that their data stays in one
    /// place. An integer: leave it out when unknown, since null and strings are invalid.
    ///
    /// Wire key `visitor.aamLocationHint`: integer, optional. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "visitor.aamLocationHint")]
    pub visitor_aam_location_hint: Option<i64>,
    /// Identities of the viewer that the sender knows, such as a login name or an account number.
    /// The map key names the kind of identity; leave the member out when there is none.
    ///
    /// Wire key `visitor.customerIDs`: map from name to [`CustomerId`], optional. Personal data:
    /// hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "visitor.customerIDs")]
    pub visitor_customer_ids: Option<BTreeMap<String, CustomerId>>,
    /// Experience Cloud id of the viewer (ECID, also known as mid), usually 38 digits. Optional,
    /// but without it the session cannot be joined with other Experience Cloud products.
    ///
    /// Wire key `visitor.marketingCloudUserId`: string, optional. Sender constraint: non-empty.
    /// Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "visitor.marketingCloudUserId")]
    pub visitor_marketing_cloud_user_id: Option<String>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl SessionStartParams {
    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::SessionStartParamsBuilder {
        builder::SessionStartParamsBuilder::start()
    }

    /// Whether the session was recorded offline, from downloaded content, and sent later as one
    /// batch. The library sets it: true in a downloaded session, left out of one that starts
    /// online, because the back end otherwise responds with 400.
    ///
    /// Wire key `media.downloaded`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/media-downloaded-flag>.
    #[must_use]
    pub fn downloaded(&self) -> Option<bool> {
        self.downloaded
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for SessionStartParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "SessionStartParams",
        members: &[
            schema::Member {
                key: "analytics.trackingServer",
                field: "analytics_tracking_server",
                required: true,
                shape: schema::Shape::String,
                doc: "Analytics tracking server that receives the session's data. A bare host name without scheme or path, although the documentation calls it a URL.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "analytics.reportSuite",
                field: "analytics_report_suite",
                required: true,
                shape: schema::Shape::String,
                doc: "Id of the Analytics report suite the session is counted in.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.id",
                field: "id",
                required: true,
                shape: schema::Shape::String,
                doc: "Unique id of the content (content id); the friendly name goes in `media.name`. In Analytics the id appears as the variable `a.media.name`, a frequent source of confusion.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.length",
                field: "length",
                required: true,
                shape: schema::Shape::Number,
                doc: "Length of the content. Use 86400 for live content without an end; zero or less switches off the progress metrics.",
                unit: Some("seconds"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: None,
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.contentType",
                field: "content_type",
                required: true,
                shape: schema::Shape::String,
                doc: "Content type: the kind of stream, on demand or live, film or podcast. Any string is accepted; the listed values feed the built-in segments, and without a value the reports show `missing_content_type`.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.playerName",
                field: "player_name",
                required: true,
                shape: schema::Shape::String,
                doc: "Name of the player that shows the content (content player name). The SDKs send `unknown` when none is configured.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.channel",
                field: "channel",
                required: true,
                shape: schema::Shape::String,
                doc: "Content channel: where the content is distributed, such as the name of the app, site or property. Not the television channel, which goes in `media.network`.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "visitor.marketingCloudOrgId",
                field: "visitor_marketing_cloud_org_id",
                required: true,
                shape: schema::Shape::String,
                doc: "Experience Cloud organization id, a string that ends in `@AdobeOrg`. The back end also uses it as the publisher id for federation rules.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "analytics.aid",
                field: "analytics_aid",
                required: false,
                shape: schema::Shape::String,
                doc: "Legacy Analytics visitor id, called aid, from before the Experience Cloud id existed.",
                unit: None,
                personal: true,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "analytics.enableSSL",
                field: "analytics_enable_ssl",
                required: false,
                shape: schema::Shape::Boolean,
                doc: "Whether the back end sends to Analytics over HTTPS. Unrelated to the connection between sender and collector; the mobile SDKs always send true.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "analytics.optOutServerSideForwarding",
                field: "analytics_opt_out_server_side_forwarding",
                required: false,
                shape: schema::Shape::Boolean,
                doc: "True if the viewer has opted out of Analytics sharing their data with other Experience Cloud products. Absent means no opt-out.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "analytics.optOutShare",
                field: "analytics_opt_out_share",
                required: false,
                shape: schema::Shape::Boolean,
                doc: "True if the viewer has opted out of federation, the sharing of their data with other Analytics customers. Absent means no opt-out.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "analytics.visitorId",
                field: "analytics_visitor_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Custom visitor id chosen by the sender, called vid in Analytics. Not the Experience Cloud id, which goes in `visitor.marketingCloudUserId`.",
                unit: None,
                personal: true,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "appInstallationId",
                field: "app_installation_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Id of this app on this device, which the sender creates and stores until the app is removed. Together with `visitor.marketingCloudOrgId` it lets the back end create an Experience Cloud id when none is sent.",
                unit: None,
                personal: true,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.adLoad",
                field: "ad_load",
                required: false,
                shape: schema::Shape::String,
                doc: "Ad load type: how ads are loaded in this session, as the sender's ad system names it. Any string.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.album",
                field: "album",
                required: false,
                shape: schema::Shape::String,
                doc: "Album the recording belongs to. For audio.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.artist",
                field: "artist",
                required: false,
                shape: schema::Shape::String,
                doc: "Performing artist. For audio.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.assetId",
                field: "asset_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Asset id: identifies the title in a registry such as EIDR, TMS or Rovi, or in the sender's own catalogue. It may differ from `media.id`, which identifies what is played.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.author",
                field: "author",
                required: false,
                shape: schema::Shape::String,
                doc: "Author, for instance of an audiobook. For audio.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.dayPart",
                field: "day_part",
                required: false,
                shape: schema::Shape::String,
                doc: "Day part: time of day at which the content was broadcast, as the sender names it.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.downloaded",
                field: "downloaded",
                required: false,
                shape: schema::Shape::Boolean,
                doc: "Whether the session was recorded offline, from downloaded content, and sent later as one batch. The library sets it: true in a downloaded session, left out of one that starts online, because the back end otherwise responds with 400.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.episode",
                field: "episode",
                required: false,
                shape: schema::Shape::String,
                doc: "Episode number within the season, written as a string.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.feed",
                field: "feed",
                required: false,
                shape: schema::Shape::String,
                doc: "Media feed type: which feed of a channel is played, for instance a regional one such as `West-HD`.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.firstAirDate",
                field: "first_air_date",
                required: false,
                shape: schema::Shape::String,
                doc: "Day of the first broadcast on television. No format is enforced; `YYYY-MM-DD` is the recommended one.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.firstDigitalDate",
                field: "first_digital_date",
                required: false,
                shape: schema::Shape::String,
                doc: "Day the content first appeared on any digital platform. No format is enforced; `YYYY-MM-DD` is the recommended one.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.genre",
                field: "genre",
                required: false,
                shape: schema::Shape::String,
                doc: "Genre as the producer names it. Several genres go into one string, separated by commas.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.label",
                field: "label",
                required: false,
                shape: schema::Shape::String,
                doc: "Record label. For audio.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.libraryVersion",
                field: "library_version",
                required: false,
                shape: schema::Shape::String,
                doc: "Name and version of the library that made the request, in one string; the SDKs send the form `js-3.1.0`.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.name",
                field: "name",
                required: false,
                shape: schema::Shape::String,
                doc: "Friendly name of the content (content name). Optional here, mandatory in the official SDKs.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.network",
                field: "network",
                required: false,
                shape: schema::Shape::String,
                doc: "Network: the television network or channel that carries the content.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.originator",
                field: "originator",
                required: false,
                shape: schema::Shape::String,
                doc: "Originator: the studio or person who created the content.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.pass.auth",
                field: "pass_auth",
                required: false,
                shape: schema::Shape::String,
                doc: "Set when Adobe Pass has authorized the viewer (authorized). It is a string and has only a true value: leave it out otherwise.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.pass.mvpd",
                field: "pass_mvpd",
                required: false,
                shape: schema::Shape::String,
                doc: "Pay-TV provider (MVPD) the viewer logged in with through Adobe Pass authentication.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.publisher",
                field: "publisher",
                required: false,
                shape: schema::Shape::String,
                doc: "Publisher of the content, mainly used for audio.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.rating",
                field: "rating",
                required: false,
                shape: schema::Shape::String,
                doc: "Content rating for parental guidance, by the TV Parental Guidelines or another scheme. Not a viewer's rating.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.resume",
                field: "resume",
                required: false,
                shape: schema::Shape::Boolean,
                doc: "True if the viewer resumes content in a new session: after a long pause, on another device or from a stored position. Counts as a resume and does not reopen the old session; absent means false.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.sdkVersion",
                field: "sdk_version",
                required: false,
                shape: schema::Shape::String,
                doc: "Version of the app, as configured by the sender (app version). The key is named after an SDK, but the version of the sending library goes in `media.libraryVersion`.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.season",
                field: "season",
                required: false,
                shape: schema::Shape::String,
                doc: "Season number of the show, written as a string.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.show",
                field: "show",
                required: false,
                shape: schema::Shape::String,
                doc: "Show: title of the series or programme the content belongs to.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.showType",
                field: "show_type",
                required: false,
                shape: schema::Shape::String,
                doc: "Show type: which part of a show this is, a digit written as a string. An integer is invalid.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.station",
                field: "station",
                required: false,
                shape: schema::Shape::String,
                doc: "Radio station. For audio.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.streamFormat",
                field: "stream_format",
                required: false,
                shape: schema::Shape::String,
                doc: "Stream format, for instance high or standard definition. Any string is accepted.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.streamType",
                field: "stream_type",
                required: false,
                shape: schema::Shape::String,
                doc: "Stream type: whether the media is video or audio. Not the content type, although the SDKs have an argument called streamType that fills `media.contentType`.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "visitor.aamLocationHint",
                field: "visitor_aam_location_hint",
                required: false,
                shape: schema::Shape::Integer,
                doc: "Region of the Audience Manager edge nearest to the viewer, so that their data stays in one place. An integer: leave it out when unknown, since null and strings are invalid.",
                unit: None,
                personal: true,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "visitor.customerIDs",
                field: "visitor_customer_ids",
                required: false,
                shape: schema::Shape::Map(&schema::Shape::Object(CustomerId::SHAPE)),
                doc: "Identities of the viewer that the sender knows, such as a login name or an account number. The map key names the kind of identity; leave the member out when there is none.",
                unit: None,
                personal: true,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "visitor.marketingCloudUserId",
                field: "visitor_marketing_cloud_user_id",
                required: false,
                shape: schema::Shape::String,
                doc: "Experience Cloud id of the viewer (ECID, also known as mid), usually 38 digits. Optional, but without it the session cannot be joined with other Experience Cloud products.",
                unit: None,
                personal: true,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: None,
                },
            },
        ],
        open: false,
    };
}

impl Check for SessionStartParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.analytics_tracking_server);
        checker.member(&Self::SHAPE.members[1], &self.analytics_report_suite);
        checker.member(&Self::SHAPE.members[2], &self.id);
        checker.member(&Self::SHAPE.members[3], &self.length);
        checker.member(&Self::SHAPE.members[4], &self.content_type);
        checker.member(&Self::SHAPE.members[5], &self.player_name);
        checker.member(&Self::SHAPE.members[6], &self.channel);
        checker.member(&Self::SHAPE.members[7], &self.visitor_marketing_cloud_org_id);
        if let Some(value) = &self.analytics_aid {
            checker.member(&Self::SHAPE.members[8], value);
        }
        if let Some(value) = &self.analytics_enable_ssl {
            checker.member(&Self::SHAPE.members[9], value);
        }
        if let Some(value) = &self.analytics_opt_out_server_side_forwarding {
            checker.member(&Self::SHAPE.members[10], value);
        }
        if let Some(value) = &self.analytics_opt_out_share {
            checker.member(&Self::SHAPE.members[11], value);
        }
        if let Some(value) = &self.analytics_visitor_id {
            checker.member(&Self::SHAPE.members[12], value);
        }
        if let Some(value) = &self.app_installation_id {
            checker.member(&Self::SHAPE.members[13], value);
        }
        if let Some(value) = &self.ad_load {
            checker.member(&Self::SHAPE.members[14], value);
        }
        if let Some(value) = &self.album {
            checker.member(&Self::SHAPE.members[15], value);
        }
        if let Some(value) = &self.artist {
            checker.member(&Self::SHAPE.members[16], value);
        }
        if let Some(value) = &self.asset_id {
            checker.member(&Self::SHAPE.members[17], value);
        }
        if let Some(value) = &self.author {
            checker.member(&Self::SHAPE.members[18], value);
        }
        if let Some(value) = &self.day_part {
            checker.member(&Self::SHAPE.members[19], value);
        }
        if let Some(value) = &self.downloaded {
            checker.member(&Self::SHAPE.members[20], value);
        }
        if let Some(value) = &self.episode {
            checker.member(&Self::SHAPE.members[21], value);
        }
        if let Some(value) = &self.feed {
            checker.member(&Self::SHAPE.members[22], value);
        }
        if let Some(value) = &self.first_air_date {
            checker.member(&Self::SHAPE.members[23], value);
        }
        if let Some(value) = &self.first_digital_date {
            checker.member(&Self::SHAPE.members[24], value);
        }
        if let Some(value) = &self.genre {
            checker.member(&Self::SHAPE.members[25], value);
        }
        if let Some(value) = &self.label {
            checker.member(&Self::SHAPE.members[26], value);
        }
        if let Some(value) = &self.library_version {
            checker.member(&Self::SHAPE.members[27], value);
        }
        if let Some(value) = &self.name {
            checker.member(&Self::SHAPE.members[28], value);
        }
        if let Some(value) = &self.network {
            checker.member(&Self::SHAPE.members[29], value);
        }
        if let Some(value) = &self.originator {
            checker.member(&Self::SHAPE.members[30], value);
        }
        if let Some(value) = &self.pass_auth {
            checker.member(&Self::SHAPE.members[31], value);
        }
        if let Some(value) = &self.pass_mvpd {
            checker.member(&Self::SHAPE.members[32], value);
        }
        if let Some(value) = &self.publisher {
            checker.member(&Self::SHAPE.members[33], value);
        }
        if let Some(value) = &self.rating {
            checker.member(&Self::SHAPE.members[34], value);
        }
        if let Some(value) = &self.resume {
            checker.member(&Self::SHAPE.members[35], value);
        }
        if let Some(value) = &self.sdk_version {
            checker.member(&Self::SHAPE.members[36], value);
        }
        if let Some(value) = &self.season {
            checker.member(&Self::SHAPE.members[37], value);
        }
        if let Some(value) = &self.show {
            checker.member(&Self::SHAPE.members[38], value);
        }
        if let Some(value) = &self.show_type {
            checker.member(&Self::SHAPE.members[39], value);
        }
        if let Some(value) = &self.station {
            checker.member(&Self::SHAPE.members[40], value);
        }
        if let Some(value) = &self.stream_format {
            checker.member(&Self::SHAPE.members[41], value);
        }
        if let Some(value) = &self.stream_type {
            checker.member(&Self::SHAPE.members[42], value);
        }
        if let Some(value) = &self.visitor_aam_location_hint {
            checker.member(&Self::SHAPE.members[43], value);
        }
        if let Some(value) = &self.visitor_customer_ids {
            checker.member(&Self::SHAPE.members[44], value);
        }
        if let Some(value) = &self.visitor_marketing_cloud_user_id {
            checker.member(&Self::SHAPE.members[45], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for SessionStartParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                8 if *key == *b"media.id" => &self.id,
                10 if *key == *b"media.feed" => self.feed.as_ref()?,
                10 if *key == *b"media.name" => self.name.as_ref()?,
                10 if *key == *b"media.show" => self.show.as_ref()?,
                11 if *key == *b"media.album" => self.album.as_ref()?,
                11 if *key == *b"media.genre" => self.genre.as_ref()?,
                11 if *key == *b"media.label" => self.label.as_ref()?,
                12 if *key == *b"media.length" => &self.length,
                12 if *key == *b"media.adLoad" => self.ad_load.as_ref()?,
                12 if *key == *b"media.artist" => self.artist.as_ref()?,
                12 if *key == *b"media.author" => self.author.as_ref()?,
                12 if *key == *b"media.rating" => self.rating.as_ref()?,
                12 if *key == *b"media.resume" => self.resume.as_ref()?,
                12 if *key == *b"media.season" => self.season.as_ref()?,
                13 if *key == *b"media.channel" => &self.channel,
                13 if *key == *b"analytics.aid" => self.analytics_aid.as_ref()?,
                13 if *key == *b"media.assetId" => self.asset_id.as_ref()?,
                13 if *key == *b"media.dayPart" => self.day_part.as_ref()?,
                13 if *key == *b"media.episode" => self.episode.as_ref()?,
                13 if *key == *b"media.network" => self.network.as_ref()?,
                13 if *key == *b"media.station" => self.station.as_ref()?,
                14 if *key == *b"media.showType" => self.show_type.as_ref()?,
                15 if *key == *b"media.pass.auth" => self.pass_auth.as_ref()?,
                15 if *key == *b"media.pass.mvpd" => self.pass_mvpd.as_ref()?,
                15 if *key == *b"media.publisher" => self.publisher.as_ref()?,
                16 if *key == *b"media.playerName" => &self.player_name,
                16 if *key == *b"media.downloaded" => self.downloaded.as_ref()?,
                16 if *key == *b"media.originator" => self.originator.as_ref()?,
                16 if *key == *b"media.sdkVersion" => self.sdk_version.as_ref()?,
                16 if *key == *b"media.streamType" => self.stream_type.as_ref()?,
                17 if *key == *b"media.contentType" => &self.content_type,
                17 if *key == *b"appInstallationId" => self.app_installation_id.as_ref()?,
                18 if *key == *b"media.firstAirDate" => self.first_air_date.as_ref()?,
                18 if *key == *b"media.streamFormat" => self.stream_format.as_ref()?,
                19 if *key == *b"analytics.enableSSL" => {
                    self.analytics_enable_ssl.as_ref()?
                }
                19 if *key == *b"analytics.visitorId" => {
                    self.analytics_visitor_id.as_ref()?
                }
                19 if *key == *b"visitor.customerIDs" => {
                    self.visitor_customer_ids.as_ref()?
                }
                20 if *key == *b"media.libraryVersion" => self.library_version.as_ref()?,
                21 if *key == *b"analytics.reportSuite" => &self.analytics_report_suite,
                21 if *key == *b"analytics.optOutShare" => {
                    self.analytics_opt_out_share.as_ref()?
                }
                22 if *key == *b"media.firstDigitalDate" => {
                    self.first_digital_date.as_ref()?
                }
                23 if *key == *b"visitor.aamLocationHint" => {
                    self.visitor_aam_location_hint.as_ref()?
                }
                24 if *key == *b"analytics.trackingServer" => {
                    &self.analytics_tracking_server
                }
                27 if *key == *b"visitor.marketingCloudOrgId" => {
                    &self.visitor_marketing_cloud_org_id
                }
                28 if *key == *b"visitor.marketingCloudUserId" => {
                    self.visitor_marketing_cloud_user_id.as_ref()?
                }
                36 if *key == *b"analytics.optOutServerSideForwarding" => {
                    self.analytics_opt_out_server_side_forwarding.as_ref()?
                }
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(
            self.analytics_tracking_server.texts()?
                + self.analytics_report_suite.texts()? + self.id.texts()?
                + self.content_type.texts()? + self.player_name.texts()?
                + self.channel.texts()? + self.visitor_marketing_cloud_org_id.texts()?
                + match &self.analytics_aid {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.analytics_visitor_id {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.app_installation_id {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.ad_load {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.album {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.artist {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.asset_id {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.author {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.day_part {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.episode {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.feed {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.first_air_date {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.first_digital_date {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.genre {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.label {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.library_version {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.name {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.network {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.originator {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.pass_auth {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.pass_mvpd {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.publisher {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.rating {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.sdk_version {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.season {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.show {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.show_type {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.station {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.stream_format {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.stream_type {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.visitor_customer_ids {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.visitor_marketing_cloud_user_id {
                    Some(value) => value.texts()?,
                    None => 0,
                },
        )
    }
}

/// Access that does not depend on the schemas.
impl SessionStartParams {
    /// The value of `media.downloaded`, if it is set to one.
    pub(crate) fn says_downloaded(&self) -> Option<bool> {
        self.member("media.downloaded").and_then(|value| value.flag())
    }

    /// Sets `media.downloaded`, as far as the schema has it and allows the value.
    pub(crate) fn say_downloaded(&mut self, flag: Option<bool>) {
        match flag {
            None => self.downloaded = None,
            Some(flag) => {
                let value = <bool as Accept>::accept(schema::Scalar::Boolean(flag));
                let shape = &Self::SHAPE.members[20].shape;
                if let Some(value) = value.filter(|value| obeys(value, shape)) {
                    self.downloaded = Some(value);
                }
            }
        }
    }

    /// Sets `media.resume`, as far as the schema has it and allows the value.
    pub(crate) fn say_resume(&mut self, flag: Option<bool>) {
        match flag {
            None => self.resume = None,
            Some(flag) => {
                let value = <bool as Accept>::accept(schema::Scalar::Boolean(flag));
                let shape = &Self::SHAPE.members[35].shape;
                if let Some(value) = value.filter(|value| obeys(value, shape)) {
                    self.resume = Some(value);
                }
            }
        }
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for SessionStartParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("SessionStartParams");
        shown.field("analytics_tracking_server", &self.analytics_tracking_server);
        shown.field("analytics_report_suite", &self.analytics_report_suite);
        shown.field("id", &self.id);
        shown.field("length", &self.length);
        shown.field("content_type", &self.content_type);
        shown.field("player_name", &self.player_name);
        shown.field("channel", &self.channel);
        shown
            .field(
                "visitor_marketing_cloud_org_id",
                &self.visitor_marketing_cloud_org_id,
            );
        if self.analytics_aid.is_some() {
            shown.field("analytics_aid", &Redacted);
        }
        if let Some(value) = &self.analytics_enable_ssl {
            shown.field("analytics_enable_ssl", value);
        }
        if let Some(value) = &self.analytics_opt_out_server_side_forwarding {
            shown.field("analytics_opt_out_server_side_forwarding", value);
        }
        if let Some(value) = &self.analytics_opt_out_share {
            shown.field("analytics_opt_out_share", value);
        }
        if self.analytics_visitor_id.is_some() {
            shown.field("analytics_visitor_id", &Redacted);
        }
        if self.app_installation_id.is_some() {
            shown.field("app_installation_id", &Redacted);
        }
        if let Some(value) = &self.ad_load {
            shown.field("ad_load", value);
        }
        if let Some(value) = &self.album {
            shown.field("album", value);
        }
        if let Some(value) = &self.artist {
            shown.field("artist", value);
        }
        if let Some(value) = &self.asset_id {
            shown.field("asset_id", value);
        }
        if let Some(value) = &self.author {
            shown.field("author", value);
        }
        if let Some(value) = &self.day_part {
            shown.field("day_part", value);
        }
        if let Some(value) = &self.downloaded {
            shown.field("downloaded", value);
        }
        if let Some(value) = &self.episode {
            shown.field("episode", value);
        }
        if let Some(value) = &self.feed {
            shown.field("feed", value);
        }
        if let Some(value) = &self.first_air_date {
            shown.field("first_air_date", value);
        }
        if let Some(value) = &self.first_digital_date {
            shown.field("first_digital_date", value);
        }
        if let Some(value) = &self.genre {
            shown.field("genre", value);
        }
        if let Some(value) = &self.label {
            shown.field("label", value);
        }
        if let Some(value) = &self.library_version {
            shown.field("library_version", value);
        }
        if let Some(value) = &self.name {
            shown.field("name", value);
        }
        if let Some(value) = &self.network {
            shown.field("network", value);
        }
        if let Some(value) = &self.originator {
            shown.field("originator", value);
        }
        if let Some(value) = &self.pass_auth {
            shown.field("pass_auth", value);
        }
        if let Some(value) = &self.pass_mvpd {
            shown.field("pass_mvpd", value);
        }
        if let Some(value) = &self.publisher {
            shown.field("publisher", value);
        }
        if let Some(value) = &self.rating {
            shown.field("rating", value);
        }
        if let Some(value) = &self.resume {
            shown.field("resume", value);
        }
        if let Some(value) = &self.sdk_version {
            shown.field("sdk_version", value);
        }
        if let Some(value) = &self.season {
            shown.field("season", value);
        }
        if let Some(value) = &self.show {
            shown.field("show", value);
        }
        if let Some(value) = &self.show_type {
            shown.field("show_type", value);
        }
        if let Some(value) = &self.station {
            shown.field("station", value);
        }
        if let Some(value) = &self.stream_format {
            shown.field("stream_format", value);
        }
        if let Some(value) = &self.stream_type {
            shown.field("stream_type", value);
        }
        if self.visitor_aam_location_hint.is_some() {
            shown.field("visitor_aam_location_hint", &Redacted);
        }
        if self.visitor_customer_ids.is_some() {
            shown.field("visitor_customer_ids", &Redacted);
        }
        if self.visitor_marketing_cloud_user_id.is_some() {
            shown.field("visitor_marketing_cloud_user_id", &Redacted);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for SessionStartParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for SessionStartParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SessionStartParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for SessionStartParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            analytics_tracking_server: always(source, &Self::SHAPE.members[0]),
            analytics_report_suite: always(source, &Self::SHAPE.members[1]),
            id: always(source, &Self::SHAPE.members[2]),
            length: always(source, &Self::SHAPE.members[3]),
            content_type: always(source, &Self::SHAPE.members[4]),
            player_name: always(source, &Self::SHAPE.members[5]),
            channel: always(source, &Self::SHAPE.members[6]),
            visitor_marketing_cloud_org_id: always(source, &Self::SHAPE.members[7]),
            analytics_aid: sometimes(source, &Self::SHAPE.members[8]),
            analytics_enable_ssl: sometimes(source, &Self::SHAPE.members[9]),
            analytics_opt_out_server_side_forwarding: sometimes(
                source,
                &Self::SHAPE.members[10],
            ),
            analytics_opt_out_share: sometimes(source, &Self::SHAPE.members[11]),
            analytics_visitor_id: sometimes(source, &Self::SHAPE.members[12]),
            app_installation_id: sometimes(source, &Self::SHAPE.members[13]),
            ad_load: sometimes(source, &Self::SHAPE.members[14]),
            album: sometimes(source, &Self::SHAPE.members[15]),
            artist: sometimes(source, &Self::SHAPE.members[16]),
            asset_id: sometimes(source, &Self::SHAPE.members[17]),
            author: sometimes(source, &Self::SHAPE.members[18]),
            day_part: sometimes(source, &Self::SHAPE.members[19]),
            downloaded: sometimes(source, &Self::SHAPE.members[20]),
            episode: sometimes(source, &Self::SHAPE.members[21]),
            feed: sometimes(source, &Self::SHAPE.members[22]),
            first_air_date: sometimes(source, &Self::SHAPE.members[23]),
            first_digital_date: sometimes(source, &Self::SHAPE.members[24]),
            genre: sometimes(source, &Self::SHAPE.members[25]),
            label: sometimes(source, &Self::SHAPE.members[26]),
            library_version: sometimes(source, &Self::SHAPE.members[27]),
            name: sometimes(source, &Self::SHAPE.members[28]),
            network: sometimes(source, &Self::SHAPE.members[29]),
            originator: sometimes(source, &Self::SHAPE.members[30]),
            pass_auth: sometimes(source, &Self::SHAPE.members[31]),
            pass_mvpd: sometimes(source, &Self::SHAPE.members[32]),
            publisher: sometimes(source, &Self::SHAPE.members[33]),
            rating: sometimes(source, &Self::SHAPE.members[34]),
            resume: sometimes(source, &Self::SHAPE.members[35]),
            sdk_version: sometimes(source, &Self::SHAPE.members[36]),
            season: sometimes(source, &Self::SHAPE.members[37]),
            show: sometimes(source, &Self::SHAPE.members[38]),
            show_type: sometimes(source, &Self::SHAPE.members[39]),
            station: sometimes(source, &Self::SHAPE.members[40]),
            stream_format: sometimes(source, &Self::SHAPE.members[41]),
            stream_type: sometimes(source, &Self::SHAPE.members[42]),
            visitor_aam_location_hint: sometimes(source, &Self::SHAPE.members[43]),
            visitor_customer_ids: sometimes(source, &Self::SHAPE.members[44]),
            visitor_marketing_cloud_user_id: sometimes(source, &Self::SHAPE.members[45]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.analytics_aid.is_some() {
            smaller
                .push(Self {
                    analytics_aid: None,
                    ..self.clone()
                });
        }
        if self.analytics_enable_ssl.is_some() {
            smaller
                .push(Self {
                    analytics_enable_ssl: None,
                    ..self.clone()
                });
        }
        if self.analytics_opt_out_server_side_forwarding.is_some() {
            smaller
                .push(Self {
                    analytics_opt_out_server_side_forwarding: None,
                    ..self.clone()
                });
        }
        if self.analytics_opt_out_share.is_some() {
            smaller
                .push(Self {
                    analytics_opt_out_share: None,
                    ..self.clone()
                });
        }
        if self.analytics_visitor_id.is_some() {
            smaller
                .push(Self {
                    analytics_visitor_id: None,
                    ..self.clone()
                });
        }
        if self.app_installation_id.is_some() {
            smaller
                .push(Self {
                    app_installation_id: None,
                    ..self.clone()
                });
        }
        if self.ad_load.is_some() {
            smaller
                .push(Self {
                    ad_load: None,
                    ..self.clone()
                });
        }
        if self.album.is_some() {
            smaller
                .push(Self {
                    album: None,
                    ..self.clone()
                });
        }
        if self.artist.is_some() {
            smaller
                .push(Self {
                    artist: None,
                    ..self.clone()
                });
        }
        if self.asset_id.is_some() {
            smaller
                .push(Self {
                    asset_id: None,
                    ..self.clone()
                });
        }
        if self.author.is_some() {
            smaller
                .push(Self {
                    author: None,
                    ..self.clone()
                });
        }
        if self.day_part.is_some() {
            smaller
                .push(Self {
                    day_part: None,
                    ..self.clone()
                });
        }
        if self.downloaded.is_some() {
            smaller
                .push(Self {
                    downloaded: None,
                    ..self.clone()
                });
        }
        if self.episode.is_some() {
            smaller
                .push(Self {
                    episode: None,
                    ..self.clone()
                });
        }
        if self.feed.is_some() {
            smaller.push(Self { feed: None, ..self.clone() });
        }
        if self.first_air_date.is_some() {
            smaller
                .push(Self {
                    first_air_date: None,
                    ..self.clone()
                });
        }
        if self.first_digital_date.is_some() {
            smaller
                .push(Self {
                    first_digital_date: None,
                    ..self.clone()
                });
        }
        if self.genre.is_some() {
            smaller
                .push(Self {
                    genre: None,
                    ..self.clone()
                });
        }
        if self.label.is_some() {
            smaller
                .push(Self {
                    label: None,
                    ..self.clone()
                });
        }
        if self.library_version.is_some() {
            smaller
                .push(Self {
                    library_version: None,
                    ..self.clone()
                });
        }
        if self.name.is_some() {
            smaller.push(Self { name: None, ..self.clone() });
        }
        if self.network.is_some() {
            smaller
                .push(Self {
                    network: None,
                    ..self.clone()
                });
        }
        if self.originator.is_some() {
            smaller
                .push(Self {
                    originator: None,
                    ..self.clone()
                });
        }
        if self.pass_auth.is_some() {
            smaller
                .push(Self {
                    pass_auth: None,
                    ..self.clone()
                });
        }
        if self.pass_mvpd.is_some() {
            smaller
                .push(Self {
                    pass_mvpd: None,
                    ..self.clone()
                });
        }
        if self.publisher.is_some() {
            smaller
                .push(Self {
                    publisher: None,
                    ..self.clone()
                });
        }
        if self.rating.is_some() {
            smaller
                .push(Self {
                    rating: None,
                    ..self.clone()
                });
        }
        if self.resume.is_some() {
            smaller
                .push(Self {
                    resume: None,
                    ..self.clone()
                });
        }
        if self.sdk_version.is_some() {
            smaller
                .push(Self {
                    sdk_version: None,
                    ..self.clone()
                });
        }
        if self.season.is_some() {
            smaller
                .push(Self {
                    season: None,
                    ..self.clone()
                });
        }
        if self.show.is_some() {
            smaller.push(Self { show: None, ..self.clone() });
        }
        if self.show_type.is_some() {
            smaller
                .push(Self {
                    show_type: None,
                    ..self.clone()
                });
        }
        if self.station.is_some() {
            smaller
                .push(Self {
                    station: None,
                    ..self.clone()
                });
        }
        if self.stream_format.is_some() {
            smaller
                .push(Self {
                    stream_format: None,
                    ..self.clone()
                });
        }
        if self.stream_type.is_some() {
            smaller
                .push(Self {
                    stream_type: None,
                    ..self.clone()
                });
        }
        if self.visitor_aam_location_hint.is_some() {
            smaller
                .push(Self {
                    visitor_aam_location_hint: None,
                    ..self.clone()
                });
        }
        if self.visitor_customer_ids.is_some() {
            smaller
                .push(Self {
                    visitor_customer_ids: None,
                    ..self.clone()
                });
        }
        if self.visitor_marketing_cloud_user_id.is_some() {
            smaller
                .push(Self {
                    visitor_marketing_cloud_user_id: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for SessionStartParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// One player state inside the arrays of a `statesUpdate` event.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct State {
    /// Name of the player state. Five names are standard, and others are allowed; sources disagree
    /// on the spelling of full screen (`fullscreen` or `fullScreen`), and only the first ten
    /// different names of a session count.
    ///
    /// Wire key `media.state.name`: string, required. Sender constraint: non-empty, 1 to 64
    /// letters, digits, `_` or `.`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "media.state.name")]
    pub name: String,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl State {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            extra: Extra::new(),
        }
    }

    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::StateBuilder {
        builder::StateBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for State {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "State",
        members: &[
            schema::Member {
                key: "media.state.name",
                field: "name",
                required: true,
                shape: schema::Shape::String,
                doc: "Name of the player state. Five names are standard, and others are allowed; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and only the first ten different names of a session count.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: Some("^[a-zA-Z0-9_\\.]{1,64}$"),
                },
            },
        ],
        open: false,
    };
}

impl Check for State {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.name);
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for State {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                16 if *key == *b"media.state.name" => &self.name,
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(self.name.texts()?)
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for State {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("State");
        shown.field("name", &self.name);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for State {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for State {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "State".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for State {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            name: always(source, &Self::SHAPE.members[0]),
            extra: Extra::new(),
        }
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for State {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// The player state that ends.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-end>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StateEndParams {
    /// Name of the player state. Five names are standard, and others are allowed; sources disagree
    /// on the spelling of full screen (`fullscreen` or `fullScreen`), and only the first ten
    /// different names of a session count.
    ///
    /// Wire key `media.state.name`: string, required. Sender constraint: non-empty, 1 to 64
    /// letters, digits, `_` or `.`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "media.state.name")]
    pub name: String,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl StateEndParams {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            extra: Extra::new(),
        }
    }

    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::StateEndParamsBuilder {
        builder::StateEndParamsBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for StateEndParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "StateEndParams",
        members: &[
            schema::Member {
                key: "media.state.name",
                field: "name",
                required: true,
                shape: schema::Shape::String,
                doc: "Name of the player state. Five names are standard, and others are allowed; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and only the first ten different names of a session count.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: Some("^[a-zA-Z0-9_\\.]{1,64}$"),
                },
            },
        ],
        open: false,
    };
}

impl Check for StateEndParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.name);
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for StateEndParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                16 if *key == *b"media.state.name" => &self.name,
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(self.name.texts()?)
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for StateEndParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("StateEndParams");
        shown.field("name", &self.name);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for StateEndParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for StateEndParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "StateEndParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for StateEndParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            name: always(source, &Self::SHAPE.members[0]),
            extra: Extra::new(),
        }
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for StateEndParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// The player state that begins.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-start>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StateStartParams {
    /// Name of the player state. Five names are standard, and others are allowed; sources disagree
    /// on the spelling of full screen (`fullscreen` or `fullScreen`), and only the first ten
    /// different names of a session count.
    ///
    /// Wire key `media.state.name`: string, required. Sender constraint: non-empty, 1 to 64
    /// letters, digits, `_` or `.`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "media.state.name")]
    pub name: String,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl StateStartParams {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            extra: Extra::new(),
        }
    }

    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::StateStartParamsBuilder {
        builder::StateStartParamsBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for StateStartParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "StateStartParams",
        members: &[
            schema::Member {
                key: "media.state.name",
                field: "name",
                required: true,
                shape: schema::Shape::String,
                doc: "Name of the player state. Five names are standard, and others are allowed; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and only the first ten different names of a session count.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: Some("^[a-zA-Z0-9_\\.]{1,64}$"),
                },
            },
        ],
        open: false,
    };
}

impl Check for StateStartParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.name);
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for StateStartParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                16 if *key == *b"media.state.name" => &self.name,
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(self.name.texts()?)
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for StateStartParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("StateStartParams");
        shown.field("name", &self.name);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for StateStartParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for StateStartParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "StateStartParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for StateStartParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            name: always(source, &Self::SHAPE.members[0]),
            extra: Extra::new(),
        }
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for StateStartParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// The player states that begin and end. Either list may be left out or empty.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct StatesUpdateParams {
    /// States that end with this event. The key has no `media.` prefix.
    ///
    /// Wire key `statesEnd`: array of [`State`], optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "statesEnd")]
    pub states_end: Option<Vec<State>>,
    /// States that begin with this event. The key has no `media.` prefix.
    ///
    /// Wire key `statesStart`: array of [`State`], optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "statesStart")]
    pub states_start: Option<Vec<State>>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl StatesUpdateParams {
    /// Starts a builder.
    pub fn builder() -> builder::StatesUpdateParamsBuilder {
        builder::StatesUpdateParamsBuilder::start()
    }

    /// Checks the sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violation, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Described for StatesUpdateParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "StatesUpdateParams",
        members: &[
            schema::Member {
                key: "statesEnd",
                field: "states_end",
                required: false,
                shape: schema::Shape::Array(&schema::Shape::Object(State::SHAPE)),
                doc: "States that end with this event. The key has no `media.` prefix.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "statesStart",
                field: "states_start",
                required: false,
                shape: schema::Shape::Array(&schema::Shape::Object(State::SHAPE)),
                doc: "States that begin with this event. The key has no `media.` prefix.",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for StatesUpdateParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        if let Some(value) = &self.states_end {
            checker.member(&Self::SHAPE.members[0], value);
        }
        if let Some(value) = &self.states_start {
            checker.member(&Self::SHAPE.members[1], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for StatesUpdateParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                9 if *key == *b"statesEnd" => self.states_end.as_ref()?,
                11 if *key == *b"statesStart" => self.states_start.as_ref()?,
                _ => return None,
            },
        )
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(
            match &self.states_end {
                Some(value) => value.texts()?,
                None => 0,
            }
                + match &self.states_start {
                    Some(value) => value.texts()?,
                    None => 0,
                },
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for StatesUpdateParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("StatesUpdateParams");
        if let Some(value) = &self.states_end {
            shown.field("states_end", value);
        }
        if let Some(value) = &self.states_start {
            shown.field("states_start", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for StatesUpdateParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for StatesUpdateParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "StatesUpdateParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for StatesUpdateParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            states_end: sometimes(source, &Self::SHAPE.members[0]),
            states_start: sometimes(source, &Self::SHAPE.members[1]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.states_end.is_some() {
            smaller
                .push(Self {
                    states_end: None,
                    ..self.clone()
                });
        }
        if self.states_start.is_some() {
            smaller
                .push(Self {
                    states_start: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for StatesUpdateParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// Known integers; other values are valid too.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum AuthState {
    /// Not known whether the viewer is logged in; the usual default.
    Unknown,
    /// The viewer is logged in.
    Authenticated,
    /// The viewer was logged in before and has logged out.
    LoggedOut,
    /// Any other number.
    Other(i64),
}

impl From<i64> for AuthState {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::Unknown,
            1 => Self::Authenticated,
            2 => Self::LoggedOut,
            other => Self::Other(other),
        }
    }
}

impl From<AuthState> for i64 {
    fn from(value: AuthState) -> Self {
        match value {
            AuthState::Unknown => 0,
            AuthState::Authenticated => 1,
            AuthState::LoggedOut => 2,
            AuthState::Other(other) => other,
        }
    }
}

/// Compares the numbers, so that `Other(n)` equals the named value of `n`.
impl PartialEq for AuthState {
    fn eq(&self, other: &Self) -> bool {
        i64::from(*self) == i64::from(*other)
    }
}

impl Eq for AuthState {}
impl std::hash::Hash for AuthState {
    fn hash<H: Hasher>(&self, state: &mut H) {
        i64::from(*self).hash(state);
    }
}

impl Check for AuthState {
    fn check_into(&self, limits: &schema::Limits, checker: &mut Checker) {
        i64::from(*self).check_into(limits, checker);
    }
}

impl Look for AuthState {
    fn scalar(&self) -> Option<schema::Scalar<'_>> {
        Some(schema::Scalar::Integer(i64::from(*self)))
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for AuthState {
    fn generate(
        source: &mut quickcheck::Gen,
        limits: &schema::Limits,
        shape: &schema::Shape,
    ) -> Self {
        <i64 as Generate>::generate(source, limits, shape).into()
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for AuthState {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AuthState".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type" : "integer" })
    }
}

/// The tables of all event types, in the order of the variants.
static EVENT_SHAPES: [schema::EventShape; 20] = [
    schema::EventShape {
        name: "sessionStart",
        doc: "The viewer asked to play something; opens the session. It comes first and only once, either alone to the sessions endpoint or as the first element of a downloaded batch.",
        params: schema::Params::Required(SessionStartParams::SHAPE),
        custom_metadata: schema::Slot::Full,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/sessionStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"sessionStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["sessionStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"appInstallationId":{"type":"string"},"analytics.trackingServer":{"type":"string"},"analytics.reportSuite":{"type":"string"},"analytics.enableSSL":{"type":"boolean"},"analytics.visitorId":{"type":"string"},"analytics.aid":{"type":"string"},"analytics.optOutServerSideForwarding":{"type":"boolean"},"analytics.optOutShare":{"type":"boolean"},"visitor.marketingCloudOrgId":{"type":"string"},"visitor.marketingCloudUserId":{"type":"string"},"visitor.aamLocationHint":{"type":"integer"},"visitor.customerIDs":{"type":"object","additionalProperties":{"type":"object","properties":{"id":{"type":"string"},"authState":{"type":"integer"}},"required":["id","authState"],"additionalProperties":false}},"media.id":{"type":"string"},"media.name":{"type":"string"},"media.length":{"type":"number"},"media.contentType":{"type":"string"},"media.streamType":{"type":"string"},"media.playerName":{"type":"string"},"media.channel":{"type":"string"},"media.publisher":{"type":"string"},"media.resume":{"type":"boolean"},"media.downloaded":{"type":"boolean"},"media.sdkVersion":{"type":"string"},"media.libraryVersion":{"type":"string"},"media.streamFormat":{"type":"string"},"media.show":{"type":"string"},"media.season":{"type":"string"},"media.episode":{"type":"string"},"media.assetId":{"type":"string"},"media.genre":{"type":"string"},"media.firstAirDate":{"type":"string"},"media.firstDigitalDate":{"type":"string"},"media.rating":{"type":"string"},"media.originator":{"type":"string"},"media.network":{"type":"string"},"media.showType":{"type":"string"},"media.adLoad":{"type":"string"},"media.pass.mvpd":{"type":"string"},"media.pass.auth":{"type":"string"},"media.dayPart":{"type":"string"},"media.feed":{"type":"string"},"media.artist":{"type":"string"},"media.album":{"type":"string"},"media.label":{"type":"string"},"media.author":{"type":"string"},"media.station":{"type":"string"}},"required":["analytics.trackingServer","analytics.reportSuite","media.id","media.length","media.contentType","media.playerName","media.channel","visitor.marketingCloudOrgId"],"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/sessionStart"}"##,
    },
    schema::EventShape {
        name: "play",
        doc: "Playback of the content or of an ad starts or continues: at the start, and after a pause, buffering, a seek or an ad break. Allowed anywhere in a session except between `adBreakStart` and the first `adStart` of that break; the first one on main content counts as the content start.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/play","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"play":{"type":"object","properties":{"eventType":{"type":"string","enum":["play"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/play"}"##,
    },
    schema::EventShape {
        name: "ping",
        doc: "Heartbeat: due every 10 seconds, and every second during ads. Carries the current playhead in every playback state; it has no params.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/ping","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"ping":{"type":"object","properties":{"eventType":{"type":"string","enum":["ping"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/ping"}"##,
    },
    schema::EventShape {
        name: "pauseStart",
        doc: "The viewer paused playback or started to seek. There is no event for the end of a pause: the next `play` ends it.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/pauseStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"pauseStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["pauseStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/pauseStart"}"##,
    },
    schema::EventShape {
        name: "bufferStart",
        doc: "The player ran out of data and is buffering. There is no event for the end of buffering: the next `play` ends it.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/bufferStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"bufferStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["bufferStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/bufferStart"}"##,
    },
    schema::EventShape {
        name: "bitrateChange",
        doc: "The player switched to another bitrate. Allowed anywhere in a session; the new value belongs in `qoeData`, not in params.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/bitrateChange","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"bitrateChange":{"type":"object","properties":{"eventType":{"type":"string","enum":["bitrateChange"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/bitrateChange"}"##,
    },
    schema::EventShape {
        name: "error",
        doc: "An error occurred in the player; the session continues. Allowed anywhere in a session. The error's id and source belong in `qoeData`: set `error_id` and `error_source`.",
        params: schema::Params::Optional(ErrorParams::SHAPE),
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/error","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"error":{"type":"object","properties":{"eventType":{"type":"string","enum":["error"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.errorId":{"type":"string"},"media.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/error"}"##,
    },
    schema::EventShape {
        name: "adBreakStart",
        doc: "An ad break starts; from here on, playback does not count as main content. Allowed in a session while no other break is open; every break needs an `adBreakComplete`.",
        params: schema::Params::Required(AdBreakStartParams::SHAPE),
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adBreakStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adBreakStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["adBreakStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.ad.podFriendlyName":{"type":"string"},"media.ad.podIndex":{"type":"integer"},"media.ad.podSecond":{"type":"number"}},"required":["media.ad.podIndex","media.ad.podSecond"],"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adBreakStart"}"##,
    },
    schema::EventShape {
        name: "adBreakComplete",
        doc: "The ad break ends, and main content continues. Allowed only while a break is open and its last ad is closed.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adBreakComplete","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adBreakComplete":{"type":"object","properties":{"eventType":{"type":"string","enum":["adBreakComplete"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adBreakComplete"}"##,
    },
    schema::EventShape {
        name: "adStart",
        doc: "An ad starts, inside an ad break. Allowed only while no other ad is open; the back end accepts an ad outside a break, but counts it as main content.",
        params: schema::Params::Required(AdStartParams::SHAPE),
        custom_metadata: schema::Slot::Full,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["adStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.ad.podPosition":{"type":"integer"},"media.ad.name":{"type":"string"},"media.ad.id":{"type":"string"},"media.ad.length":{"type":"number"},"media.ad.playerName":{"type":"string"},"media.ad.podFriendlyName":{"type":"string"},"media.ad.advertiser":{"type":"string"},"media.ad.campaignId":{"type":"string"},"media.ad.creativeId":{"type":"string"},"media.ad.siteId":{"type":"string"},"media.ad.creativeURL":{"type":"string"},"media.ad.placementId":{"type":"string"}},"required":["media.ad.id","media.ad.length","media.ad.podPosition","media.ad.playerName"],"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adStart"}"##,
    },
    schema::EventShape {
        name: "adComplete",
        doc: "The ad was played to its end. Allowed only while an ad is open.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adComplete","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adComplete":{"type":"object","properties":{"eventType":{"type":"string","enum":["adComplete"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adComplete"}"##,
    },
    schema::EventShape {
        name: "adSkip",
        doc: "The ad was skipped before its end. Allowed only while an ad is open.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adSkip","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adSkip":{"type":"object","properties":{"eventType":{"type":"string","enum":["adSkip"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adSkip"}"##,
    },
    schema::EventShape {
        name: "chapterStart",
        doc: "A chapter of the content starts. Allowed in a session while no chapter is open; chapters never overlap, but one may stay open across ad breaks.",
        params: schema::Params::Required(ChapterStartParams::SHAPE),
        custom_metadata: schema::Slot::Full,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/chapterStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"chapterStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["chapterStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.chapter.index":{"type":"integer"},"media.chapter.offset":{"type":"number"},"media.chapter.length":{"type":"number"},"media.chapter.friendlyName":{"type":"string"}},"required":["media.chapter.length","media.chapter.offset","media.chapter.index"],"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/chapterStart"}"##,
    },
    schema::EventShape {
        name: "chapterComplete",
        doc: "The chapter was played to its end. Allowed only while a chapter is open.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/chapterComplete","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"chapterComplete":{"type":"object","properties":{"eventType":{"type":"string","enum":["chapterComplete"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/chapterComplete"}"##,
    },
    schema::EventShape {
        name: "chapterSkip",
        doc: "The chapter was skipped before its end. Allowed only while a chapter is open.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/chapterSkip","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"chapterSkip":{"type":"object","properties":{"eventType":{"type":"string","enum":["chapterSkip"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/chapterSkip"}"##,
    },
    schema::EventShape {
        name: "stateStart",
        doc: "The player enters a state, such as full screen or mute. Allowed while that state is not active; at most ten different state names are counted per session.",
        params: schema::Params::Required(StateStartParams::SHAPE),
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/stateStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"stateStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["stateStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.state.name":{"type":"string"}},"required":["media.state.name"],"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/stateStart"}"##,
    },
    schema::EventShape {
        name: "stateEnd",
        doc: "The player leaves a state that it entered with `stateStart`. Allowed only while that state is active.",
        params: schema::Params::Required(StateEndParams::SHAPE),
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/stateEnd","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"stateEnd":{"type":"object","properties":{"eventType":{"type":"string","enum":["stateEnd"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.state.name":{"type":"string"}},"required":["media.state.name"],"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/stateEnd"}"##,
    },
    schema::EventShape {
        name: "statesUpdate",
        doc: "The player leaves some states and enters others, in one event. The rules for `stateEnd` and `stateStart` apply; this event type is newer than the others, and no official SDK sends it to this API.",
        params: schema::Params::Required(StatesUpdateParams::SHAPE),
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/statesUpdate","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"state":{"type":"object","properties":{"media.state.name":{"type":"string"}},"required":["media.state.name"],"additionalProperties":false},"statesUpdate":{"type":"object","properties":{"eventType":{"type":"string","enum":["statesUpdate"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"statesStart":{"type":"array","items":{"$ref":"#/definitions/state"}},"statesEnd":{"type":"array","items":{"$ref":"#/definitions/state"}}},"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/statesUpdate"}"##,
    },
    schema::EventShape {
        name: "sessionComplete",
        doc: "The viewer reached the end of the content; counts as a completed play. The session stays open: if both are sent, this comes before `sessionEnd`.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/sessionComplete","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"sessionComplete":{"type":"object","properties":{"eventType":{"type":"string","enum":["sessionComplete"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/sessionComplete"}"##,
    },
    schema::EventShape {
        name: "sessionEnd",
        doc: "The viewer left or the player was closed. Closes the session at once: no other event may follow, and repeating it does no harm.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/sessionEnd","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"sessionEnd":{"type":"object","properties":{"eventType":{"type":"string","enum":["sessionEnd"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/sessionEnd"}"##,
    },
];
/// Known values of members that accept any string, by wire key.
pub mod values {
    /// Known values of `media.contentType`; any other string is valid too.
    pub mod content_type {
        /// Video on demand.
        pub const VOD: &str = "vod";
        /// Live video stream.
        pub const LIVE: &str = "live";
        /// Linear television channel, scheduled programmes.
        pub const LINEAR: &str = "linear";
        /// Video made by users.
        pub const UGC: &str = "ugc";
        /// Downloaded video on demand, watched without a connection.
        pub const DVOD: &str = "dvod";
        /// Single piece of music.
        pub const SONG: &str = "song";
        /// Episode of a podcast.
        pub const PODCAST: &str = "podcast";
        /// Audiobook or a part of one.
        pub const AUDIOBOOK: &str = "audiobook";
        /// Radio station or programme.
        pub const RADIO: &str = "radio";
        /// Audio on demand; a constant of the official SDKs.
        pub const AOD: &str = "aod";
    }

    /// Known values of `media.pass.auth`; any other string is valid too.
    pub mod pass_auth {
        /// The viewer is authorized.
        pub const TRUE: &str = "TRUE";
    }

    /// Known values of `media.qoe.errorSource`; any other string is valid too.
    pub mod qoe_error_source {
        /// The player itself reported the error.
        pub const PLAYER: &str = "player";
        /// Something outside the player failed, such as the delivery network.
        pub const EXTERNAL: &str = "external";
    }

    /// Known values of `media.showType`; any other string is valid too.
    pub mod show_type {
        /// The full episode or film.
        pub const FULL_EPISODE: &str = "0";
        /// Preview or trailer.
        pub const PREVIEW: &str = "1";
        /// Excerpt.
        pub const CLIP: &str = "2";
        /// Anything else.
        pub const OTHER: &str = "3";
    }

    /// Known values of `media.state.name`; any other string is valid too.
    pub mod state_name {
        /// The picture fills the whole screen.
        pub const FULLSCREEN: &str = "fullscreen";
        /// The sound is off.
        pub const MUTE: &str = "mute";
        /// Captions are shown.
        pub const CLOSED_CAPTIONING: &str = "closedCaptioning";
        /// The picture floats in a small window.
        pub const PICTURE_IN_PICTURE: &str = "pictureInPicture";
        /// The player has the viewer's focus.
        pub const IN_FOCUS: &str = "inFocus";
    }

    /// Known values of `media.streamFormat`; any other string is valid too.
    pub mod stream_format {
        /// High definition.
        pub const HD: &str = "HD";
        /// Standard definition.
        pub const SD: &str = "SD";
    }

    /// Known values of `media.streamType`; any other string is valid too.
    pub mod stream_type {
        /// Video, with or without sound.
        pub const VIDEO: &str = "video";
        /// Sound only.
        pub const AUDIO: &str = "audio";
    }
}

/// Builders, which set the members of a type by name, in any order.
pub mod builder {
    pub use crate::event::is_set::IsSet;
    use super::*;

    /// Sets the members of [`AdBreakStartParams`] by name, in any order. A required member can be
    /// set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct AdBreakStartParamsBuilder<
        Member0 = unset::pod_index,
        Member1 = unset::pod_second,
    > {
        /// The required members, in the order of the type parameters.
        required: (Member0, Member1),
        optional: AdBreakStartParamsOptional,
    }

    #[derive(Default)]
    struct AdBreakStartParamsOptional {
        pod_friendly_name: Option<String>,
        extra: Extra,
    }

    impl<Member0, Member1> fmt::Debug for AdBreakStartParamsBuilder<Member0, Member1> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("AdBreakStartParamsBuilder").finish_non_exhaustive()
        }
    }

    impl AdBreakStartParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::pod_index {}, unset::pod_second {}),
                optional: AdBreakStartParamsOptional::default(),
            }
        }
    }

    impl<Member1> AdBreakStartParamsBuilder<unset::pod_index, Member1> {
        /// Index of this ad break in the content. Sources disagree whether counting starts at 0 or 1:
        /// the official SDKs start at 1, and some clients send -1 for a post-roll break.
        ///
        /// Wire key `media.ad.podIndex`: integer, required. Sender constraint: 0 or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn pod_index(
            self,
            pod_index: i64,
        ) -> AdBreakStartParamsBuilder<i64, Member1> {
            AdBreakStartParamsBuilder {
                required: (pod_index, self.required.1),
                optional: self.optional,
            }
        }
    }

    impl<Member0> AdBreakStartParamsBuilder<Member0, unset::pod_second> {
        /// Ad break start time: position of the break in the content, 0 for a pre-roll. Not the length
        /// of the break.
        ///
        /// Wire key `media.ad.podSecond`: number, required, in seconds. Sender constraint: 0 or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-break-start-time>.
        pub fn pod_second(
            self,
            pod_second: f64,
        ) -> AdBreakStartParamsBuilder<Member0, f64> {
            AdBreakStartParamsBuilder {
                required: (self.required.0, pod_second),
                optional: self.optional,
            }
        }
    }

    impl<Member0, Member1> AdBreakStartParamsBuilder<Member0, Member1> {
        /// Friendly name of the ad break (ad break name).
        ///
        /// Wire key `media.ad.podFriendlyName`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-break-name>.
        pub fn pod_friendly_name(
            mut self,
            pod_friendly_name: impl Into<String>,
        ) -> Self {
            self.optional.pod_friendly_name = Some(pod_friendly_name.into());
            self
        }

        /// As [`pod_friendly_name`](Self::pod_friendly_name), with an `Option`.
        pub fn maybe_pod_friendly_name(
            mut self,
            pod_friendly_name: Option<impl Into<String>>,
        ) -> Self {
            self.optional.pod_friendly_name = pod_friendly_name.map(Into::into);
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`AdBreakStartParams`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> AdBreakStartParams
        where
            Member0: IsSet<i64>,
            Member1: IsSet<f64>,
        {
            AdBreakStartParams {
                pod_index: self.required.0.value(),
                pod_second: self.required.1.value(),
                pod_friendly_name: self.optional.pod_friendly_name,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`AdStartParams`] by name, in any order. A required member can be set
    /// once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct AdStartParamsBuilder<
        Member0 = unset::id,
        Member1 = unset::length,
        Member2 = unset::pod_position,
        Member3 = unset::player_name,
    > {
        /// The required members, in the order of the type parameters.
        required: (Member0, Member1, Member2, Member3),
        optional: AdStartParamsOptional,
    }

    #[derive(Default)]
    struct AdStartParamsOptional {
        advertiser: Option<String>,
        campaign_id: Option<String>,
        creative_id: Option<String>,
        creative_url: Option<String>,
        name: Option<String>,
        placement_id: Option<String>,
        pod_friendly_name: Option<String>,
        site_id: Option<String>,
        extra: Extra,
    }

    impl<Member0, Member1, Member2, Member3> fmt::Debug
    for AdStartParamsBuilder<Member0, Member1, Member2, Member3> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("AdStartParamsBuilder").finish_non_exhaustive()
        }
    }

    impl AdStartParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (
                    unset::id {},
                    unset::length {},
                    unset::pod_position {},
                    unset::player_name {},
                ),
                optional: AdStartParamsOptional::default(),
            }
        }
    }

    impl<
        Member1,
        Member2,
        Member3,
    > AdStartParamsBuilder<unset::id, Member1, Member2, Member3> {
        /// Unique id of the ad (ad id); the friendly name goes in `media.ad.name`. In Analytics the id
        /// appears as the variable `a.media.ad.name`.
        ///
        /// Wire key `media.ad.id`: string, required. Sender constraint: non-empty.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-id>.
        pub fn id(
            self,
            id: impl Into<String>,
        ) -> AdStartParamsBuilder<String, Member1, Member2, Member3> {
            AdStartParamsBuilder {
                required: (id.into(), self.required.1, self.required.2, self.required.3),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member2,
        Member3,
    > AdStartParamsBuilder<Member0, unset::length, Member2, Member3> {
        /// Length of the ad.
        ///
        /// Wire key `media.ad.length`: number, required, in seconds. Sender constraint: 0 or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-length>.
        pub fn length(
            self,
            length: f64,
        ) -> AdStartParamsBuilder<Member0, f64, Member2, Member3> {
            AdStartParamsBuilder {
                required: (self.required.0, length, self.required.2, self.required.3),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member3,
    > AdStartParamsBuilder<Member0, Member1, unset::pod_position, Member3> {
        /// Position of the ad in its break, counted from 1 (ad in pod position). A few samples count
        /// from 0.
        ///
        /// Wire key `media.ad.podPosition`: integer, required. Sender constraint: 1 or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-in-pod-position>.
        pub fn pod_position(
            self,
            pod_position: i64,
        ) -> AdStartParamsBuilder<Member0, Member1, i64, Member3> {
            AdStartParamsBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    pod_position,
                    self.required.3,
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member2,
    > AdStartParamsBuilder<Member0, Member1, Member2, unset::player_name> {
        /// Name of the player that shows the ad (ad player name). Required even when it is the content
        /// player; repeat `media.playerName` then.
        ///
        /// Wire key `media.ad.playerName`: string, required. Sender constraint: non-empty.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-player-name>.
        pub fn player_name(
            self,
            player_name: impl Into<String>,
        ) -> AdStartParamsBuilder<Member0, Member1, Member2, String> {
            AdStartParamsBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    player_name.into(),
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member2,
        Member3,
    > AdStartParamsBuilder<Member0, Member1, Member2, Member3> {
        /// Advertiser: the company or brand the ad is for.
        ///
        /// Wire key `media.ad.advertiser`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/advertiser>.
        pub fn advertiser(mut self, advertiser: impl Into<String>) -> Self {
            self.optional.advertiser = Some(advertiser.into());
            self
        }

        /// As [`advertiser`](Self::advertiser), with an `Option`.
        pub fn maybe_advertiser(
            mut self,
            advertiser: Option<impl Into<String>>,
        ) -> Self {
            self.optional.advertiser = advertiser.map(Into::into);
            self
        }

        /// Id of the ad campaign.
        ///
        /// Wire key `media.ad.campaignId`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/campaign-id>.
        pub fn campaign_id(mut self, campaign_id: impl Into<String>) -> Self {
            self.optional.campaign_id = Some(campaign_id.into());
            self
        }

        /// As [`campaign_id`](Self::campaign_id), with an `Option`.
        pub fn maybe_campaign_id(
            mut self,
            campaign_id: Option<impl Into<String>>,
        ) -> Self {
            self.optional.campaign_id = campaign_id.map(Into::into);
            self
        }

        /// Id of the creative, the concrete spot that is shown.
        ///
        /// Wire key `media.ad.creativeId`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/creative-id>.
        pub fn creative_id(mut self, creative_id: impl Into<String>) -> Self {
            self.optional.creative_id = Some(creative_id.into());
            self
        }

        /// As [`creative_id`](Self::creative_id), with an `Option`.
        pub fn maybe_creative_id(
            mut self,
            creative_id: Option<impl Into<String>>,
        ) -> Self {
            self.optional.creative_id = creative_id.map(Into::into);
            self
        }

        /// URL of the creative. The key ends in capital letters.
        ///
        /// Wire key `media.ad.creativeURL`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/creative-url>.
        pub fn creative_url(mut self, creative_url: impl Into<String>) -> Self {
            self.optional.creative_url = Some(creative_url.into());
            self
        }

        /// As [`creative_url`](Self::creative_url), with an `Option`.
        pub fn maybe_creative_url(
            mut self,
            creative_url: Option<impl Into<String>>,
        ) -> Self {
            self.optional.creative_url = creative_url.map(Into::into);
            self
        }

        /// Friendly name of the ad (ad name). Optional here, mandatory in the official SDKs.
        ///
        /// Wire key `media.ad.name`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-name>.
        pub fn name(mut self, name: impl Into<String>) -> Self {
            self.optional.name = Some(name.into());
            self
        }

        /// As [`name`](Self::name), with an `Option`.
        pub fn maybe_name(mut self, name: Option<impl Into<String>>) -> Self {
            self.optional.name = name.map(Into::into);
            self
        }

        /// Id of the placement the ad was booked for.
        ///
        /// Wire key `media.ad.placementId`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/placement-id>.
        pub fn placement_id(mut self, placement_id: impl Into<String>) -> Self {
            self.optional.placement_id = Some(placement_id.into());
            self
        }

        /// As [`placement_id`](Self::placement_id), with an `Option`.
        pub fn maybe_placement_id(
            mut self,
            placement_id: Option<impl Into<String>>,
        ) -> Self {
            self.optional.placement_id = placement_id.map(Into::into);
            self
        }

        /// Friendly name of the ad break the ad belongs to. Documentation samples repeat it here; it
        /// belongs on `adBreakStart`, so senders leave it out.
        ///
        /// Wire key `media.ad.podFriendlyName`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-timelines/mc-api-timeline-1>.
        pub fn pod_friendly_name(
            mut self,
            pod_friendly_name: impl Into<String>,
        ) -> Self {
            self.optional.pod_friendly_name = Some(pod_friendly_name.into());
            self
        }

        /// As [`pod_friendly_name`](Self::pod_friendly_name), with an `Option`.
        pub fn maybe_pod_friendly_name(
            mut self,
            pod_friendly_name: Option<impl Into<String>>,
        ) -> Self {
            self.optional.pod_friendly_name = pod_friendly_name.map(Into::into);
            self
        }

        /// Id of the site on which the ad appears.
        ///
        /// Wire key `media.ad.siteId`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/site-id>.
        pub fn site_id(mut self, site_id: impl Into<String>) -> Self {
            self.optional.site_id = Some(site_id.into());
            self
        }

        /// As [`site_id`](Self::site_id), with an `Option`.
        pub fn maybe_site_id(mut self, site_id: Option<impl Into<String>>) -> Self {
            self.optional.site_id = site_id.map(Into::into);
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`AdStartParams`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> AdStartParams
        where
            Member0: IsSet<String>,
            Member1: IsSet<f64>,
            Member2: IsSet<i64>,
            Member3: IsSet<String>,
        {
            AdStartParams {
                id: self.required.0.value(),
                length: self.required.1.value(),
                pod_position: self.required.2.value(),
                player_name: self.required.3.value(),
                advertiser: self.optional.advertiser,
                campaign_id: self.optional.campaign_id,
                creative_id: self.optional.creative_id,
                creative_url: self.optional.creative_url,
                name: self.optional.name,
                placement_id: self.optional.placement_id,
                pod_friendly_name: self.optional.pod_friendly_name,
                site_id: self.optional.site_id,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`ChapterStartParams`] by name, in any order. A required member can be
    /// set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct ChapterStartParamsBuilder<
        Member0 = unset::length,
        Member1 = unset::offset,
        Member2 = unset::index,
    > {
        /// The required members, in the order of the type parameters.
        required: (Member0, Member1, Member2),
        optional: ChapterStartParamsOptional,
    }

    #[derive(Default)]
    struct ChapterStartParamsOptional {
        friendly_name: Option<String>,
        extra: Extra,
    }

    impl<Member0, Member1, Member2> fmt::Debug
    for ChapterStartParamsBuilder<Member0, Member1, Member2> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("ChapterStartParamsBuilder").finish_non_exhaustive()
        }
    }

    impl ChapterStartParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::length {}, unset::offset {}, unset::index {}),
                optional: ChapterStartParamsOptional::default(),
            }
        }
    }

    impl<Member1, Member2> ChapterStartParamsBuilder<unset::length, Member1, Member2> {
        /// Length of the chapter.
        ///
        /// Wire key `media.chapter.length`: number, required, in seconds. Sender constraint: 0 or
        /// more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-length>.
        pub fn length(
            self,
            length: f64,
        ) -> ChapterStartParamsBuilder<f64, Member1, Member2> {
            ChapterStartParamsBuilder {
                required: (length, self.required.1, self.required.2),
                optional: self.optional,
            }
        }
    }

    impl<Member0, Member2> ChapterStartParamsBuilder<Member0, unset::offset, Member2> {
        /// Chapter offset: position in the content at which the chapter begins, counted from the start
        /// of the content.
        ///
        /// Wire key `media.chapter.offset`: number, required, in seconds. Sender constraint: 0 or
        /// more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-offset>.
        pub fn offset(
            self,
            offset: f64,
        ) -> ChapterStartParamsBuilder<Member0, f64, Member2> {
            ChapterStartParamsBuilder {
                required: (self.required.0, offset, self.required.2),
                optional: self.optional,
            }
        }
    }

    impl<Member0, Member1> ChapterStartParamsBuilder<Member0, Member1, unset::index> {
        /// Position of the chapter among the chapters of the content (chapter position), normally
        /// counted from 1. The documentation tolerates 0.
        ///
        /// Wire key `media.chapter.index`: integer, required. Sender constraint: 1 or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-position>.
        pub fn index(
            self,
            index: i64,
        ) -> ChapterStartParamsBuilder<Member0, Member1, i64> {
            ChapterStartParamsBuilder {
                required: (self.required.0, self.required.1, index),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member2,
    > ChapterStartParamsBuilder<Member0, Member1, Member2> {
        /// Friendly name of the chapter (chapter name). Optional here, mandatory in the official SDKs.
        ///
        /// Wire key `media.chapter.friendlyName`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-name>.
        pub fn friendly_name(mut self, friendly_name: impl Into<String>) -> Self {
            self.optional.friendly_name = Some(friendly_name.into());
            self
        }

        /// As [`friendly_name`](Self::friendly_name), with an `Option`.
        pub fn maybe_friendly_name(
            mut self,
            friendly_name: Option<impl Into<String>>,
        ) -> Self {
            self.optional.friendly_name = friendly_name.map(Into::into);
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`ChapterStartParams`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> ChapterStartParams
        where
            Member0: IsSet<f64>,
            Member1: IsSet<f64>,
            Member2: IsSet<i64>,
        {
            ChapterStartParams {
                length: self.required.0.value(),
                offset: self.required.1.value(),
                index: self.required.2.value(),
                friendly_name: self.optional.friendly_name,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`CustomerId`] by name, in any order. A required member can be set
    /// once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct CustomerIdBuilder<Member0 = unset::id, Member1 = unset::auth_state> {
        /// The required members, in the order of the type parameters.
        required: (Member0, Member1),
        optional: CustomerIdOptional,
    }

    #[derive(Default)]
    struct CustomerIdOptional {
        extra: Extra,
    }

    impl<Member0, Member1> fmt::Debug for CustomerIdBuilder<Member0, Member1> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("CustomerIdBuilder").finish_non_exhaustive()
        }
    }

    impl CustomerIdBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::id {}, unset::auth_state {}),
                optional: CustomerIdOptional::default(),
            }
        }
    }

    impl<Member1> CustomerIdBuilder<unset::id, Member1> {
        /// The identity itself. The SDKs drop entries where it is empty.
        ///
        /// Wire key `id`: string, required. Sender constraint: non-empty. Personal data: hidden by
        /// `Debug`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn id(self, id: impl Into<String>) -> CustomerIdBuilder<String, Member1> {
            CustomerIdBuilder {
                required: (id.into(), self.required.1),
                optional: self.optional,
            }
        }
    }

    impl<Member0> CustomerIdBuilder<Member0, unset::auth_state> {
        /// Whether the viewer was logged in under this identity.
        ///
        /// Wire key `authState`: integer, required. Sender constraint: from 0 to 2.
        ///
        /// Source: <https://github.com/adobe/aepsdk-media-android>.
        pub fn auth_state(
            self,
            auth_state: AuthState,
        ) -> CustomerIdBuilder<Member0, AuthState> {
            CustomerIdBuilder {
                required: (self.required.0, auth_state),
                optional: self.optional,
            }
        }
    }

    impl<Member0, Member1> CustomerIdBuilder<Member0, Member1> {
        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`CustomerId`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> CustomerId
        where
            Member0: IsSet<String>,
            Member1: IsSet<AuthState>,
        {
            CustomerId {
                id: self.required.0.value(),
                auth_state: self.required.1.value(),
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`ErrorParams`] by name, in any order. A required member can be set
    /// once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct ErrorParamsBuilder {
        optional: ErrorParamsOptional,
    }

    #[derive(Default)]
    struct ErrorParamsOptional {
        error_id: Option<String>,
        error_source: Option<String>,
        extra: Extra,
    }

    impl fmt::Debug for ErrorParamsBuilder {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("ErrorParamsBuilder").finish_non_exhaustive()
        }
    }

    impl ErrorParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                optional: ErrorParamsOptional::default(),
            }
        }
    }

    impl ErrorParamsBuilder {
        /// Error id, in a form that only one sample of the documentation uses; senders use
        /// `media.qoe.errorID` in `qoeData`.
        ///
        /// Wire key `media.errorId`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
        pub fn error_id(mut self, error_id: impl Into<String>) -> Self {
            self.optional.error_id = Some(error_id.into());
            self
        }

        /// As [`error_id`](Self::error_id), with an `Option`.
        pub fn maybe_error_id(mut self, error_id: Option<impl Into<String>>) -> Self {
            self.optional.error_id = error_id.map(Into::into);
            self
        }

        /// Error source, in a form that only one sample of the documentation uses; senders use
        /// `media.qoe.errorSource` in `qoeData`.
        ///
        /// Wire key `media.errorSource`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
        pub fn error_source(mut self, error_source: impl Into<String>) -> Self {
            self.optional.error_source = Some(error_source.into());
            self
        }

        /// As [`error_source`](Self::error_source), with an `Option`.
        pub fn maybe_error_source(
            mut self,
            error_source: Option<impl Into<String>>,
        ) -> Self {
            self.optional.error_source = error_source.map(Into::into);
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`ErrorParams`].
        #[must_use]
        pub fn build(self) -> ErrorParams {
            ErrorParams {
                error_id: self.optional.error_id,
                error_source: self.optional.error_source,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`PlayerTime`] by name, in any order. A required member can be set
    /// once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct PlayerTimeBuilder<Member0 = unset::playhead, Member1 = unset::ts> {
        /// The required members, in the order of the type parameters.
        required: (Member0, Member1),
        optional: PlayerTimeOptional,
    }

    #[derive(Default)]
    struct PlayerTimeOptional {}
    impl<Member0, Member1> fmt::Debug for PlayerTimeBuilder<Member0, Member1> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("PlayerTimeBuilder").finish_non_exhaustive()
        }
    }

    impl PlayerTimeBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::playhead {}, unset::ts {}),
                optional: PlayerTimeOptional::default(),
            }
        }
    }

    impl<Member1> PlayerTimeBuilder<unset::playhead, Member1> {
        /// Position in the main content, fractions allowed. It does not move during an ad break; for
        /// live and linear content it is the second of the UTC day (below 86400).
        ///
        /// Wire key `playhead`: number, required, in seconds. Sender constraint: 0 or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-events-req>.
        pub fn playhead(self, playhead: f64) -> PlayerTimeBuilder<f64, Member1> {
            PlayerTimeBuilder {
                required: (playhead, self.required.1),
                optional: self.optional,
            }
        }
    }

    impl<Member0> PlayerTimeBuilder<Member0, unset::ts> {
        /// Time at which the event happened, not the time it was sent. Each event of a session must be
        /// at least one millisecond later than the one before, because the back end sorts by it.
        ///
        /// Wire key `ts`: integer, required, in milliseconds since the Unix epoch (UTC). Sender
        /// constraint: 0 or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-ctrl-order>.
        pub fn ts(self, ts: i64) -> PlayerTimeBuilder<Member0, i64> {
            PlayerTimeBuilder {
                required: (self.required.0, ts),
                optional: self.optional,
            }
        }
    }

    impl<Member0, Member1> PlayerTimeBuilder<Member0, Member1> {
        /// Makes the [`PlayerTime`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> PlayerTime
        where
            Member0: IsSet<f64>,
            Member1: IsSet<i64>,
        {
            PlayerTime {
                playhead: self.required.0.value(),
                ts: self.required.1.value(),
            }
        }
    }

    /// Sets the members of [`QoeData`] by name, in any order. A required member can be set once,
    /// and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct QoeDataBuilder {
        optional: QoeDataOptional,
    }

    #[derive(Default)]
    struct QoeDataOptional {
        bitrate: Option<i64>,
        dropped_frames: Option<i64>,
        error_id: Option<String>,
        error_source: Option<String>,
        frames_per_second: Option<i64>,
        time_to_start: Option<i64>,
        extra: Extra,
    }

    impl fmt::Debug for QoeDataBuilder {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("QoeDataBuilder").finish_non_exhaustive()
        }
    }

    impl QoeDataBuilder {
        pub(super) fn start() -> Self {
            Self {
                optional: QoeDataOptional::default(),
            }
        }
    }

    impl QoeDataBuilder {
        /// Current bitrate; the reports show its average. Some older pages use kilobits per second, so
        /// check the sender before comparing values.
        ///
        /// Wire key `media.qoe.bitrate`: integer, optional, in bits per second. Sender constraint: 0
        /// or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-sending-qoe>.
        pub fn bitrate(mut self, bitrate: i64) -> Self {
            self.optional.bitrate = Some(bitrate);
            self
        }

        /// As [`bitrate`](Self::bitrate), with an `Option`.
        pub fn maybe_bitrate(mut self, bitrate: Option<i64>) -> Self {
            self.optional.bitrate = bitrate;
            self
        }

        /// Total number of frames dropped since the session started.
        ///
        /// Wire key `media.qoe.droppedFrames`: integer, optional, in frames. Sender constraint: 0 or
        /// more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/dropped-frames>.
        pub fn dropped_frames(mut self, dropped_frames: i64) -> Self {
            self.optional.dropped_frames = Some(dropped_frames);
            self
        }

        /// As [`dropped_frames`](Self::dropped_frames), with an `Option`.
        pub fn maybe_dropped_frames(mut self, dropped_frames: Option<i64>) -> Self {
            self.optional.dropped_frames = dropped_frames;
            self
        }

        /// Id of the error, chosen by the sender. Belongs to the `error` event; the key ends in
        /// capital letters.
        ///
        /// Wire key `media.qoe.errorID`: string, optional. Sender constraint: non-empty.
        ///
        /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
        pub fn error_id(mut self, error_id: impl Into<String>) -> Self {
            self.optional.error_id = Some(error_id.into());
            self
        }

        /// As [`error_id`](Self::error_id), with an `Option`.
        pub fn maybe_error_id(mut self, error_id: Option<impl Into<String>>) -> Self {
            self.optional.error_id = error_id.map(Into::into);
            self
        }

        /// Source of the error. Belongs to the `error` event; the official SDKs only ever send
        /// `player`.
        ///
        /// Wire key `media.qoe.errorSource`: string, optional.
        ///
        /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
        pub fn error_source(mut self, error_source: impl Into<String>) -> Self {
            self.optional.error_source = Some(error_source.into());
            self
        }

        /// As [`error_source`](Self::error_source), with an `Option`.
        pub fn maybe_error_source(
            mut self,
            error_source: Option<impl Into<String>>,
        ) -> Self {
            self.optional.error_source = error_source.map(Into::into);
            self
        }

        /// Current frame rate. Only whole numbers are accepted: round 23.976 before sending.
        ///
        /// Wire key `media.qoe.framesPerSecond`: integer, optional, in frames per second. Sender
        /// constraint: 0 or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/frames-per-second>.
        pub fn frames_per_second(mut self, frames_per_second: i64) -> Self {
            self.optional.frames_per_second = Some(frames_per_second);
            self
        }

        /// As [`frames_per_second`](Self::frames_per_second), with an `Option`.
        pub fn maybe_frames_per_second(
            mut self,
            frames_per_second: Option<i64>,
        ) -> Self {
            self.optional.frames_per_second = frames_per_second;
            self
        }

        /// Time from the viewer's request to play to the first frame (time to start). Does not change
        /// after the first frame; some SDK pages wrongly give it in seconds.
        ///
        /// Wire key `media.qoe.timeToStart`: integer, optional, in milliseconds. Sender constraint: 0
        /// or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/time-to-start>.
        pub fn time_to_start(mut self, time_to_start: i64) -> Self {
            self.optional.time_to_start = Some(time_to_start);
            self
        }

        /// As [`time_to_start`](Self::time_to_start), with an `Option`.
        pub fn maybe_time_to_start(mut self, time_to_start: Option<i64>) -> Self {
            self.optional.time_to_start = time_to_start;
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`QoeData`].
        #[must_use]
        pub fn build(self) -> QoeData {
            QoeData {
                bitrate: self.optional.bitrate,
                dropped_frames: self.optional.dropped_frames,
                error_id: self.optional.error_id,
                error_source: self.optional.error_source,
                frames_per_second: self.optional.frames_per_second,
                time_to_start: self.optional.time_to_start,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`SessionStartParams`] by name, in any order. A required member can be
    /// set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct SessionStartParamsBuilder<
        Member0 = unset::analytics_tracking_server,
        Member1 = unset::analytics_report_suite,
        Member2 = unset::id,
        Member3 = unset::length,
        Member4 = unset::content_type,
        Member5 = unset::player_name,
        Member6 = unset::channel,
        Member7 = unset::visitor_marketing_cloud_org_id,
    > {
        /// The required members, in the order of the type parameters.
        required: (
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
        ),
        optional: SessionStartParamsOptional,
    }

    #[derive(Default)]
    struct SessionStartParamsOptional {
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
        extra: Extra,
    }

    impl<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > fmt::Debug
    for SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("SessionStartParamsBuilder").finish_non_exhaustive()
        }
    }

    impl SessionStartParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (
                    unset::analytics_tracking_server {
                    },
                    unset::analytics_report_suite {},
                    unset::id {},
                    unset::length {},
                    unset::content_type {},
                    unset::player_name {},
                    unset::channel {},
                    unset::visitor_marketing_cloud_org_id {
                    },
                ),
                optional: SessionStartParamsOptional::default(),
            }
        }
    }

    impl<
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > SessionStartParamsBuilder<
        unset::analytics_tracking_server,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > {
        /// Analytics tracking server that receives the session's data. A bare host name without scheme
        /// or path, although the documentation calls it a URL.
        ///
        /// Wire key `analytics.trackingServer`: string, required. Sender constraint: non-empty.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn analytics_tracking_server(
            self,
            analytics_tracking_server: impl Into<String>,
        ) -> SessionStartParamsBuilder<
            String,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
        > {
            SessionStartParamsBuilder {
                required: (
                    analytics_tracking_server.into(),
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > SessionStartParamsBuilder<
        Member0,
        unset::analytics_report_suite,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > {
        /// Id of the Analytics report suite the session is counted in.
        ///
        /// Wire key `analytics.reportSuite`: string, required. Sender constraint: non-empty.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn analytics_report_suite(
            self,
            analytics_report_suite: impl Into<String>,
        ) -> SessionStartParamsBuilder<
            Member0,
            String,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
        > {
            SessionStartParamsBuilder {
                required: (
                    self.required.0,
                    analytics_report_suite.into(),
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > SessionStartParamsBuilder<
        Member0,
        Member1,
        unset::id,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > {
        /// Unique id of the content (content id); the friendly name goes in `media.name`. In Analytics
        /// the id appears as the variable `a.media.name`, a frequent source of confusion.
        ///
        /// Wire key `media.id`: string, required. Sender constraint: non-empty.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-id>.
        pub fn id(
            self,
            id: impl Into<String>,
        ) -> SessionStartParamsBuilder<
            Member0,
            Member1,
            String,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
        > {
            SessionStartParamsBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    id.into(),
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member2,
        Member4,
        Member5,
        Member6,
        Member7,
    > SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        unset::length,
        Member4,
        Member5,
        Member6,
        Member7,
    > {
        /// Length of the content. Use 86400 for live content without an end; zero or less switches off
        /// the progress metrics.
        ///
        /// Wire key `media.length`: number, required, in seconds. Sender constraint: 0 or more.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-length>.
        pub fn length(
            self,
            length: f64,
        ) -> SessionStartParamsBuilder<
            Member0,
            Member1,
            Member2,
            f64,
            Member4,
            Member5,
            Member6,
            Member7,
        > {
            SessionStartParamsBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    length,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member2,
        Member3,
        Member5,
        Member6,
        Member7,
    > SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        unset::content_type,
        Member5,
        Member6,
        Member7,
    > {
        /// Content type: the kind of stream, on demand or live, film or podcast. Any string is
        /// accepted; the listed values feed the built-in segments, and without a value the reports
        /// show `missing_content_type`.
        ///
        /// Wire key `media.contentType`: string, required. Sender constraint: non-empty.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-type>.
        pub fn content_type(
            self,
            content_type: impl Into<String>,
        ) -> SessionStartParamsBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            String,
            Member5,
            Member6,
            Member7,
        > {
            SessionStartParamsBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    content_type.into(),
                    self.required.5,
                    self.required.6,
                    self.required.7,
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member6,
        Member7,
    > SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        unset::player_name,
        Member6,
        Member7,
    > {
        /// Name of the player that shows the content (content player name). The SDKs send `unknown`
        /// when none is configured.
        ///
        /// Wire key `media.playerName`: string, required. Sender constraint: non-empty.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-player-name>.
        pub fn player_name(
            self,
            player_name: impl Into<String>,
        ) -> SessionStartParamsBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            String,
            Member6,
            Member7,
        > {
            SessionStartParamsBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    player_name.into(),
                    self.required.6,
                    self.required.7,
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member7,
    > SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        unset::channel,
        Member7,
    > {
        /// Content channel: where the content is distributed, such as the name of the app, site or
        /// property. Not the television channel, which goes in `media.network`.
        ///
        /// Wire key `media.channel`: string, required. Sender constraint: non-empty.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-channel>.
        pub fn channel(
            self,
            channel: impl Into<String>,
        ) -> SessionStartParamsBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            String,
            Member7,
        > {
            SessionStartParamsBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    channel.into(),
                    self.required.7,
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
    > SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        unset::visitor_marketing_cloud_org_id,
    > {
        /// Experience Cloud organization id, a string that ends in `@AdobeOrg`. The back end also uses
        /// it as the publisher id for federation rules.
        ///
        /// Wire key `visitor.marketingCloudOrgId`: string, required. Sender constraint: non-empty.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn visitor_marketing_cloud_org_id(
            self,
            visitor_marketing_cloud_org_id: impl Into<String>,
        ) -> SessionStartParamsBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            String,
        > {
            SessionStartParamsBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    visitor_marketing_cloud_org_id.into(),
                ),
                optional: self.optional,
            }
        }
    }

    impl<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > {
        /// Legacy Analytics visitor id, called aid, from before the Experience Cloud id existed.
        ///
        /// Wire key `analytics.aid`: string, optional. Sender constraint: non-empty. Personal data:
        /// hidden by `Debug`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn analytics_aid(mut self, analytics_aid: impl Into<String>) -> Self {
            self.optional.analytics_aid = Some(analytics_aid.into());
            self
        }

        /// As [`analytics_aid`](Self::analytics_aid), with an `Option`.
        pub fn maybe_analytics_aid(
            mut self,
            analytics_aid: Option<impl Into<String>>,
        ) -> Self {
            self.optional.analytics_aid = analytics_aid.map(Into::into);
            self
        }

        /// Whether the back end sends to Analytics over HTTPS. Unrelated to the connection between
        /// sender and collector; the mobile SDKs always send true.
        ///
        /// Wire key `analytics.enableSSL`: boolean, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn analytics_enable_ssl(mut self, analytics_enable_ssl: bool) -> Self {
            self.optional.analytics_enable_ssl = Some(analytics_enable_ssl);
            self
        }

        /// As [`analytics_enable_ssl`](Self::analytics_enable_ssl), with an `Option`.
        pub fn maybe_analytics_enable_ssl(
            mut self,
            analytics_enable_ssl: Option<bool>,
        ) -> Self {
            self.optional.analytics_enable_ssl = analytics_enable_ssl;
            self
        }

        /// True if the viewer has opted out of Analytics sharing their data with other Experience
        /// Cloud products. Absent means no opt-out.
        ///
        /// Wire key `analytics.optOutServerSideForwarding`: boolean, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn analytics_opt_out_server_side_forwarding(
            mut self,
            analytics_opt_out_server_side_forwarding: bool,
        ) -> Self {
            self.optional.analytics_opt_out_server_side_forwarding = Some(
                analytics_opt_out_server_side_forwarding,
            );
            self
        }

        /// As
        /// [`analytics_opt_out_server_side_forwarding`](Self::analytics_opt_out_server_side_forwarding),
        /// with an `Option`.
        pub fn maybe_analytics_opt_out_server_side_forwarding(
            mut self,
            analytics_opt_out_server_side_forwarding: Option<bool>,
        ) -> Self {
            self.optional.analytics_opt_out_server_side_forwarding = analytics_opt_out_server_side_forwarding;
            self
        }

        /// True if the viewer has opted out of federation, the sharing of their data with other
        /// Analytics customers. Absent means no opt-out.
        ///
        /// Wire key `analytics.optOutShare`: boolean, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn analytics_opt_out_share(mut self, analytics_opt_out_share: bool) -> Self {
            self.optional.analytics_opt_out_share = Some(analytics_opt_out_share);
            self
        }

        /// As [`analytics_opt_out_share`](Self::analytics_opt_out_share), with an `Option`.
        pub fn maybe_analytics_opt_out_share(
            mut self,
            analytics_opt_out_share: Option<bool>,
        ) -> Self {
            self.optional.analytics_opt_out_share = analytics_opt_out_share;
            self
        }

        /// Custom visitor id chosen by the sender, called vid in Analytics. Not the Experience Cloud
        /// id, which goes in `visitor.marketingCloudUserId`.
        ///
        /// Wire key `analytics.visitorId`: string, optional. Sender constraint: non-empty. Personal
        /// data: hidden by `Debug`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn analytics_visitor_id(
            mut self,
            analytics_visitor_id: impl Into<String>,
        ) -> Self {
            self.optional.analytics_visitor_id = Some(analytics_visitor_id.into());
            self
        }

        /// As [`analytics_visitor_id`](Self::analytics_visitor_id), with an `Option`.
        pub fn maybe_analytics_visitor_id(
            mut self,
            analytics_visitor_id: Option<impl Into<String>>,
        ) -> Self {
            self.optional.analytics_visitor_id = analytics_visitor_id.map(Into::into);
            self
        }

        /// Id of this app on this device, which the sender creates and stores until the app is
        /// removed. Together with `visitor.marketingCloudOrgId` it lets the back end create an
        /// Experience Cloud id when none is sent.
        ///
        /// Wire key `appInstallationId`: string, optional. Sender constraint: non-empty. Personal
        /// data: hidden by `Debug`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn app_installation_id(
            mut self,
            app_installation_id: impl Into<String>,
        ) -> Self {
            self.optional.app_installation_id = Some(app_installation_id.into());
            self
        }

        /// As [`app_installation_id`](Self::app_installation_id), with an `Option`.
        pub fn maybe_app_installation_id(
            mut self,
            app_installation_id: Option<impl Into<String>>,
        ) -> Self {
            self.optional.app_installation_id = app_installation_id.map(Into::into);
            self
        }

        /// Ad load type: how ads are loaded in this session, as the sender's ad system names it. Any
        /// string.
        ///
        /// Wire key `media.adLoad`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/ad-load-type>.
        pub fn ad_load(mut self, ad_load: impl Into<String>) -> Self {
            self.optional.ad_load = Some(ad_load.into());
            self
        }

        /// As [`ad_load`](Self::ad_load), with an `Option`.
        pub fn maybe_ad_load(mut self, ad_load: Option<impl Into<String>>) -> Self {
            self.optional.ad_load = ad_load.map(Into::into);
            self
        }

        /// Album the recording belongs to. For audio.
        ///
        /// Wire key `media.album`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/album>.
        pub fn album(mut self, album: impl Into<String>) -> Self {
            self.optional.album = Some(album.into());
            self
        }

        /// As [`album`](Self::album), with an `Option`.
        pub fn maybe_album(mut self, album: Option<impl Into<String>>) -> Self {
            self.optional.album = album.map(Into::into);
            self
        }

        /// Performing artist. For audio.
        ///
        /// Wire key `media.artist`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/artist>.
        pub fn artist(mut self, artist: impl Into<String>) -> Self {
            self.optional.artist = Some(artist.into());
            self
        }

        /// As [`artist`](Self::artist), with an `Option`.
        pub fn maybe_artist(mut self, artist: Option<impl Into<String>>) -> Self {
            self.optional.artist = artist.map(Into::into);
            self
        }

        /// Asset id: identifies the title in a registry such as EIDR, TMS or Rovi, or in the sender's
        /// own catalogue. It may differ from `media.id`, which identifies what is played.
        ///
        /// Wire key `media.assetId`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/asset-id>.
        pub fn asset_id(mut self, asset_id: impl Into<String>) -> Self {
            self.optional.asset_id = Some(asset_id.into());
            self
        }

        /// As [`asset_id`](Self::asset_id), with an `Option`.
        pub fn maybe_asset_id(mut self, asset_id: Option<impl Into<String>>) -> Self {
            self.optional.asset_id = asset_id.map(Into::into);
            self
        }

        /// Author, for instance of an audiobook. For audio.
        ///
        /// Wire key `media.author`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/author>.
        pub fn author(mut self, author: impl Into<String>) -> Self {
            self.optional.author = Some(author.into());
            self
        }

        /// As [`author`](Self::author), with an `Option`.
        pub fn maybe_author(mut self, author: Option<impl Into<String>>) -> Self {
            self.optional.author = author.map(Into::into);
            self
        }

        /// Day part: time of day at which the content was broadcast, as the sender names it.
        ///
        /// Wire key `media.dayPart`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/day-part>.
        pub fn day_part(mut self, day_part: impl Into<String>) -> Self {
            self.optional.day_part = Some(day_part.into());
            self
        }

        /// As [`day_part`](Self::day_part), with an `Option`.
        pub fn maybe_day_part(mut self, day_part: Option<impl Into<String>>) -> Self {
            self.optional.day_part = day_part.map(Into::into);
            self
        }

        /// Episode number within the season, written as a string.
        ///
        /// Wire key `media.episode`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/episode>.
        pub fn episode(mut self, episode: impl Into<String>) -> Self {
            self.optional.episode = Some(episode.into());
            self
        }

        /// As [`episode`](Self::episode), with an `Option`.
        pub fn maybe_episode(mut self, episode: Option<impl Into<String>>) -> Self {
            self.optional.episode = episode.map(Into::into);
            self
        }

        /// Media feed type: which feed of a channel is played, for instance a regional one such as
        /// `West-HD`.
        ///
        /// Wire key `media.feed`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/media-feed-type>.
        pub fn feed(mut self, feed: impl Into<String>) -> Self {
            self.optional.feed = Some(feed.into());
            self
        }

        /// As [`feed`](Self::feed), with an `Option`.
        pub fn maybe_feed(mut self, feed: Option<impl Into<String>>) -> Self {
            self.optional.feed = feed.map(Into::into);
            self
        }

        /// Day of the first broadcast on television. No format is enforced; `YYYY-MM-DD` is the
        /// recommended one.
        ///
        /// Wire key `media.firstAirDate`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/first-air-date>.
        pub fn first_air_date(mut self, first_air_date: impl Into<String>) -> Self {
            self.optional.first_air_date = Some(first_air_date.into());
            self
        }

        /// As [`first_air_date`](Self::first_air_date), with an `Option`.
        pub fn maybe_first_air_date(
            mut self,
            first_air_date: Option<impl Into<String>>,
        ) -> Self {
            self.optional.first_air_date = first_air_date.map(Into::into);
            self
        }

        /// Day the content first appeared on any digital platform. No format is enforced; `YYYY-MM-DD`
        /// is the recommended one.
        ///
        /// Wire key `media.firstDigitalDate`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/first-digital-date>.
        pub fn first_digital_date(
            mut self,
            first_digital_date: impl Into<String>,
        ) -> Self {
            self.optional.first_digital_date = Some(first_digital_date.into());
            self
        }

        /// As [`first_digital_date`](Self::first_digital_date), with an `Option`.
        pub fn maybe_first_digital_date(
            mut self,
            first_digital_date: Option<impl Into<String>>,
        ) -> Self {
            self.optional.first_digital_date = first_digital_date.map(Into::into);
            self
        }

        /// Genre as the producer names it. Several genres go into one string, separated by commas.
        ///
        /// Wire key `media.genre`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/genre>.
        pub fn genre(mut self, genre: impl Into<String>) -> Self {
            self.optional.genre = Some(genre.into());
            self
        }

        /// As [`genre`](Self::genre), with an `Option`.
        pub fn maybe_genre(mut self, genre: Option<impl Into<String>>) -> Self {
            self.optional.genre = genre.map(Into::into);
            self
        }

        /// Record label. For audio.
        ///
        /// Wire key `media.label`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/label>.
        pub fn label(mut self, label: impl Into<String>) -> Self {
            self.optional.label = Some(label.into());
            self
        }

        /// As [`label`](Self::label), with an `Option`.
        pub fn maybe_label(mut self, label: Option<impl Into<String>>) -> Self {
            self.optional.label = label.map(Into::into);
            self
        }

        /// Name and version of the library that made the request, in one string; the SDKs send the
        /// form `js-3.1.0`.
        ///
        /// Wire key `media.libraryVersion`: string, optional.
        ///
        /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
        pub fn library_version(mut self, library_version: impl Into<String>) -> Self {
            self.optional.library_version = Some(library_version.into());
            self
        }

        /// As [`library_version`](Self::library_version), with an `Option`.
        pub fn maybe_library_version(
            mut self,
            library_version: Option<impl Into<String>>,
        ) -> Self {
            self.optional.library_version = library_version.map(Into::into);
            self
        }

        /// Friendly name of the content (content name). Optional here, mandatory in the official SDKs.
        ///
        /// Wire key `media.name`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-name>.
        pub fn name(mut self, name: impl Into<String>) -> Self {
            self.optional.name = Some(name.into());
            self
        }

        /// As [`name`](Self::name), with an `Option`.
        pub fn maybe_name(mut self, name: Option<impl Into<String>>) -> Self {
            self.optional.name = name.map(Into::into);
            self
        }

        /// Network: the television network or channel that carries the content.
        ///
        /// Wire key `media.network`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/network>.
        pub fn network(mut self, network: impl Into<String>) -> Self {
            self.optional.network = Some(network.into());
            self
        }

        /// As [`network`](Self::network), with an `Option`.
        pub fn maybe_network(mut self, network: Option<impl Into<String>>) -> Self {
            self.optional.network = network.map(Into::into);
            self
        }

        /// Originator: the studio or person who created the content.
        ///
        /// Wire key `media.originator`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/originator>.
        pub fn originator(mut self, originator: impl Into<String>) -> Self {
            self.optional.originator = Some(originator.into());
            self
        }

        /// As [`originator`](Self::originator), with an `Option`.
        pub fn maybe_originator(
            mut self,
            originator: Option<impl Into<String>>,
        ) -> Self {
            self.optional.originator = originator.map(Into::into);
            self
        }

        /// Set when Adobe Pass has authorized the viewer (authorized). It is a string and has only a
        /// true value: leave it out otherwise.
        ///
        /// Wire key `media.pass.auth`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/authorized>.
        pub fn pass_auth(mut self, pass_auth: impl Into<String>) -> Self {
            self.optional.pass_auth = Some(pass_auth.into());
            self
        }

        /// As [`pass_auth`](Self::pass_auth), with an `Option`.
        pub fn maybe_pass_auth(mut self, pass_auth: Option<impl Into<String>>) -> Self {
            self.optional.pass_auth = pass_auth.map(Into::into);
            self
        }

        /// Pay-TV provider (MVPD) the viewer logged in with through Adobe Pass authentication.
        ///
        /// Wire key `media.pass.mvpd`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/mvpd>.
        pub fn pass_mvpd(mut self, pass_mvpd: impl Into<String>) -> Self {
            self.optional.pass_mvpd = Some(pass_mvpd.into());
            self
        }

        /// As [`pass_mvpd`](Self::pass_mvpd), with an `Option`.
        pub fn maybe_pass_mvpd(mut self, pass_mvpd: Option<impl Into<String>>) -> Self {
            self.optional.pass_mvpd = pass_mvpd.map(Into::into);
            self
        }

        /// Publisher of the content, mainly used for audio.
        ///
        /// Wire key `media.publisher`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/publisher>.
        pub fn publisher(mut self, publisher: impl Into<String>) -> Self {
            self.optional.publisher = Some(publisher.into());
            self
        }

        /// As [`publisher`](Self::publisher), with an `Option`.
        pub fn maybe_publisher(mut self, publisher: Option<impl Into<String>>) -> Self {
            self.optional.publisher = publisher.map(Into::into);
            self
        }

        /// Content rating for parental guidance, by the TV Parental Guidelines or another scheme. Not
        /// a viewer's rating.
        ///
        /// Wire key `media.rating`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/content-rating>.
        pub fn rating(mut self, rating: impl Into<String>) -> Self {
            self.optional.rating = Some(rating.into());
            self
        }

        /// As [`rating`](Self::rating), with an `Option`.
        pub fn maybe_rating(mut self, rating: Option<impl Into<String>>) -> Self {
            self.optional.rating = rating.map(Into::into);
            self
        }

        /// True if the viewer resumes content in a new session: after a long pause, on another device
        /// or from a stored position. Counts as a resume and does not reopen the old session; absent
        /// means false.
        ///
        /// Wire key `media.resume`: boolean, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-resumes>.
        pub fn resume(mut self, resume: bool) -> Self {
            self.optional.resume = Some(resume);
            self
        }

        /// As [`resume`](Self::resume), with an `Option`.
        pub fn maybe_resume(mut self, resume: Option<bool>) -> Self {
            self.optional.resume = resume;
            self
        }

        /// Version of the app, as configured by the sender (app version). The key is named after an
        /// SDK, but the version of the sending library goes in `media.libraryVersion`.
        ///
        /// Wire key `media.sdkVersion`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/app-version>.
        pub fn sdk_version(mut self, sdk_version: impl Into<String>) -> Self {
            self.optional.sdk_version = Some(sdk_version.into());
            self
        }

        /// As [`sdk_version`](Self::sdk_version), with an `Option`.
        pub fn maybe_sdk_version(
            mut self,
            sdk_version: Option<impl Into<String>>,
        ) -> Self {
            self.optional.sdk_version = sdk_version.map(Into::into);
            self
        }

        /// Season number of the show, written as a string.
        ///
        /// Wire key `media.season`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/season>.
        pub fn season(mut self, season: impl Into<String>) -> Self {
            self.optional.season = Some(season.into());
            self
        }

        /// As [`season`](Self::season), with an `Option`.
        pub fn maybe_season(mut self, season: Option<impl Into<String>>) -> Self {
            self.optional.season = season.map(Into::into);
            self
        }

        /// Show: title of the series or programme the content belongs to.
        ///
        /// Wire key `media.show`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/show>.
        pub fn show(mut self, show: impl Into<String>) -> Self {
            self.optional.show = Some(show.into());
            self
        }

        /// As [`show`](Self::show), with an `Option`.
        pub fn maybe_show(mut self, show: Option<impl Into<String>>) -> Self {
            self.optional.show = show.map(Into::into);
            self
        }

        /// Show type: which part of a show this is, a digit written as a string. An integer is
        /// invalid.
        ///
        /// Wire key `media.showType`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/show-type>.
        pub fn show_type(mut self, show_type: impl Into<String>) -> Self {
            self.optional.show_type = Some(show_type.into());
            self
        }

        /// As [`show_type`](Self::show_type), with an `Option`.
        pub fn maybe_show_type(mut self, show_type: Option<impl Into<String>>) -> Self {
            self.optional.show_type = show_type.map(Into::into);
            self
        }

        /// Radio station. For audio.
        ///
        /// Wire key `media.station`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/station>.
        pub fn station(mut self, station: impl Into<String>) -> Self {
            self.optional.station = Some(station.into());
            self
        }

        /// As [`station`](Self::station), with an `Option`.
        pub fn maybe_station(mut self, station: Option<impl Into<String>>) -> Self {
            self.optional.station = station.map(Into::into);
            self
        }

        /// Stream format, for instance high or standard definition. Any string is accepted.
        ///
        /// Wire key `media.streamFormat`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/stream-format>.
        pub fn stream_format(mut self, stream_format: impl Into<String>) -> Self {
            self.optional.stream_format = Some(stream_format.into());
            self
        }

        /// As [`stream_format`](Self::stream_format), with an `Option`.
        pub fn maybe_stream_format(
            mut self,
            stream_format: Option<impl Into<String>>,
        ) -> Self {
            self.optional.stream_format = stream_format.map(Into::into);
            self
        }

        /// Stream type: whether the media is video or audio. Not the content type, although the SDKs
        /// have an argument called streamType that fills `media.contentType`.
        ///
        /// Wire key `media.streamType`: string, optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/stream-type>.
        pub fn stream_type(mut self, stream_type: impl Into<String>) -> Self {
            self.optional.stream_type = Some(stream_type.into());
            self
        }

        /// As [`stream_type`](Self::stream_type), with an `Option`.
        pub fn maybe_stream_type(
            mut self,
            stream_type: Option<impl Into<String>>,
        ) -> Self {
            self.optional.stream_type = stream_type.map(Into::into);
            self
        }

        /// Region of the Audience Manager edge nearest to the viewer, so that their data stays in one
        /// place. An integer: leave it out when unknown, since null and strings are invalid.
        ///
        /// Wire key `visitor.aamLocationHint`: integer, optional. Personal data: hidden by `Debug`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn visitor_aam_location_hint(
            mut self,
            visitor_aam_location_hint: i64,
        ) -> Self {
            self.optional.visitor_aam_location_hint = Some(visitor_aam_location_hint);
            self
        }

        /// As [`visitor_aam_location_hint`](Self::visitor_aam_location_hint), with an `Option`.
        pub fn maybe_visitor_aam_location_hint(
            mut self,
            visitor_aam_location_hint: Option<i64>,
        ) -> Self {
            self.optional.visitor_aam_location_hint = visitor_aam_location_hint;
            self
        }

        /// Identities of the viewer that the sender knows, such as a login name or an account number.
        /// The map key names the kind of identity; leave the member out when there is none.
        ///
        /// Wire key `visitor.customerIDs`: map from name to [`CustomerId`], optional. Personal data:
        /// hidden by `Debug`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn visitor_customer_ids(
            mut self,
            visitor_customer_ids: BTreeMap<String, CustomerId>,
        ) -> Self {
            self.optional.visitor_customer_ids = Some(visitor_customer_ids);
            self
        }

        /// As [`visitor_customer_ids`](Self::visitor_customer_ids), with an `Option`.
        pub fn maybe_visitor_customer_ids(
            mut self,
            visitor_customer_ids: Option<BTreeMap<String, CustomerId>>,
        ) -> Self {
            self.optional.visitor_customer_ids = visitor_customer_ids;
            self
        }

        /// Experience Cloud id of the viewer (ECID, also known as mid), usually 38 digits. Optional,
        /// but without it the session cannot be joined with other Experience Cloud products.
        ///
        /// Wire key `visitor.marketingCloudUserId`: string, optional. Sender constraint: non-empty.
        /// Personal data: hidden by `Debug`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
        pub fn visitor_marketing_cloud_user_id(
            mut self,
            visitor_marketing_cloud_user_id: impl Into<String>,
        ) -> Self {
            self.optional.visitor_marketing_cloud_user_id = Some(
                visitor_marketing_cloud_user_id.into(),
            );
            self
        }

        /// As [`visitor_marketing_cloud_user_id`](Self::visitor_marketing_cloud_user_id), with an
        /// `Option`.
        pub fn maybe_visitor_marketing_cloud_user_id(
            mut self,
            visitor_marketing_cloud_user_id: Option<impl Into<String>>,
        ) -> Self {
            self.optional.visitor_marketing_cloud_user_id = visitor_marketing_cloud_user_id
                .map(Into::into);
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`SessionStartParams`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> SessionStartParams
        where
            Member0: IsSet<String>,
            Member1: IsSet<String>,
            Member2: IsSet<String>,
            Member3: IsSet<f64>,
            Member4: IsSet<String>,
            Member5: IsSet<String>,
            Member6: IsSet<String>,
            Member7: IsSet<String>,
        {
            SessionStartParams {
                analytics_tracking_server: self.required.0.value(),
                analytics_report_suite: self.required.1.value(),
                id: self.required.2.value(),
                length: self.required.3.value(),
                content_type: self.required.4.value(),
                player_name: self.required.5.value(),
                channel: self.required.6.value(),
                visitor_marketing_cloud_org_id: self.required.7.value(),
                analytics_aid: self.optional.analytics_aid,
                analytics_enable_ssl: self.optional.analytics_enable_ssl,
                analytics_opt_out_server_side_forwarding: self
                    .optional
                    .analytics_opt_out_server_side_forwarding,
                analytics_opt_out_share: self.optional.analytics_opt_out_share,
                analytics_visitor_id: self.optional.analytics_visitor_id,
                app_installation_id: self.optional.app_installation_id,
                ad_load: self.optional.ad_load,
                album: self.optional.album,
                artist: self.optional.artist,
                asset_id: self.optional.asset_id,
                author: self.optional.author,
                day_part: self.optional.day_part,
                downloaded: None,
                episode: self.optional.episode,
                feed: self.optional.feed,
                first_air_date: self.optional.first_air_date,
                first_digital_date: self.optional.first_digital_date,
                genre: self.optional.genre,
                label: self.optional.label,
                library_version: self.optional.library_version,
                name: self.optional.name,
                network: self.optional.network,
                originator: self.optional.originator,
                pass_auth: self.optional.pass_auth,
                pass_mvpd: self.optional.pass_mvpd,
                publisher: self.optional.publisher,
                rating: self.optional.rating,
                resume: self.optional.resume,
                sdk_version: self.optional.sdk_version,
                season: self.optional.season,
                show: self.optional.show,
                show_type: self.optional.show_type,
                station: self.optional.station,
                stream_format: self.optional.stream_format,
                stream_type: self.optional.stream_type,
                visitor_aam_location_hint: self.optional.visitor_aam_location_hint,
                visitor_customer_ids: self.optional.visitor_customer_ids,
                visitor_marketing_cloud_user_id: self
                    .optional
                    .visitor_marketing_cloud_user_id,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`State`] by name, in any order. A required member can be set once, and
    /// `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct StateBuilder<Member0 = unset::name> {
        /// The required members, in the order of the type parameters.
        required: (Member0,),
        optional: StateOptional,
    }

    #[derive(Default)]
    struct StateOptional {
        extra: Extra,
    }

    impl<Member0> fmt::Debug for StateBuilder<Member0> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("StateBuilder").finish_non_exhaustive()
        }
    }

    impl StateBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::name {},),
                optional: StateOptional::default(),
            }
        }
    }

    impl StateBuilder<unset::name> {
        /// Name of the player state. Five names are standard, and others are allowed; sources disagree
        /// on the spelling of full screen (`fullscreen` or `fullScreen`), and only the first ten
        /// different names of a session count.
        ///
        /// Wire key `media.state.name`: string, required. Sender constraint: non-empty, 1 to 64
        /// letters, digits, `_` or `.`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
        pub fn name(self, name: impl Into<String>) -> StateBuilder<String> {
            StateBuilder {
                required: (name.into(),),
                optional: self.optional,
            }
        }
    }

    impl<Member0> StateBuilder<Member0> {
        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`State`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> State
        where
            Member0: IsSet<String>,
        {
            State {
                name: self.required.0.value(),
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`StateEndParams`] by name, in any order. A required member can be set
    /// once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct StateEndParamsBuilder<Member0 = unset::name> {
        /// The required members, in the order of the type parameters.
        required: (Member0,),
        optional: StateEndParamsOptional,
    }

    #[derive(Default)]
    struct StateEndParamsOptional {
        extra: Extra,
    }

    impl<Member0> fmt::Debug for StateEndParamsBuilder<Member0> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("StateEndParamsBuilder").finish_non_exhaustive()
        }
    }

    impl StateEndParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::name {},),
                optional: StateEndParamsOptional::default(),
            }
        }
    }

    impl StateEndParamsBuilder<unset::name> {
        /// Name of the player state. Five names are standard, and others are allowed; sources disagree
        /// on the spelling of full screen (`fullscreen` or `fullScreen`), and only the first ten
        /// different names of a session count.
        ///
        /// Wire key `media.state.name`: string, required. Sender constraint: non-empty, 1 to 64
        /// letters, digits, `_` or `.`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
        pub fn name(self, name: impl Into<String>) -> StateEndParamsBuilder<String> {
            StateEndParamsBuilder {
                required: (name.into(),),
                optional: self.optional,
            }
        }
    }

    impl<Member0> StateEndParamsBuilder<Member0> {
        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`StateEndParams`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> StateEndParams
        where
            Member0: IsSet<String>,
        {
            StateEndParams {
                name: self.required.0.value(),
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`StateStartParams`] by name, in any order. A required member can be
    /// set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct StateStartParamsBuilder<Member0 = unset::name> {
        /// The required members, in the order of the type parameters.
        required: (Member0,),
        optional: StateStartParamsOptional,
    }

    #[derive(Default)]
    struct StateStartParamsOptional {
        extra: Extra,
    }

    impl<Member0> fmt::Debug for StateStartParamsBuilder<Member0> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("StateStartParamsBuilder").finish_non_exhaustive()
        }
    }

    impl StateStartParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::name {},),
                optional: StateStartParamsOptional::default(),
            }
        }
    }

    impl StateStartParamsBuilder<unset::name> {
        /// Name of the player state. Five names are standard, and others are allowed; sources disagree
        /// on the spelling of full screen (`fullscreen` or `fullScreen`), and only the first ten
        /// different names of a session count.
        ///
        /// Wire key `media.state.name`: string, required. Sender constraint: non-empty, 1 to 64
        /// letters, digits, `_` or `.`.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
        pub fn name(self, name: impl Into<String>) -> StateStartParamsBuilder<String> {
            StateStartParamsBuilder {
                required: (name.into(),),
                optional: self.optional,
            }
        }
    }

    impl<Member0> StateStartParamsBuilder<Member0> {
        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`StateStartParams`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> StateStartParams
        where
            Member0: IsSet<String>,
        {
            StateStartParams {
                name: self.required.0.value(),
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`StatesUpdateParams`] by name, in any order. A required member can be
    /// set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct StatesUpdateParamsBuilder {
        optional: StatesUpdateParamsOptional,
    }

    #[derive(Default)]
    struct StatesUpdateParamsOptional {
        states_end: Option<Vec<State>>,
        states_start: Option<Vec<State>>,
        extra: Extra,
    }

    impl fmt::Debug for StatesUpdateParamsBuilder {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("StatesUpdateParamsBuilder").finish_non_exhaustive()
        }
    }

    impl StatesUpdateParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                optional: StatesUpdateParamsOptional::default(),
            }
        }
    }

    impl StatesUpdateParamsBuilder {
        /// States that end with this event. The key has no `media.` prefix.
        ///
        /// Wire key `statesEnd`: array of [`State`], optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
        pub fn states_end(mut self, states_end: Vec<State>) -> Self {
            self.optional.states_end = Some(states_end);
            self
        }

        /// As [`states_end`](Self::states_end), with an `Option`.
        pub fn maybe_states_end(mut self, states_end: Option<Vec<State>>) -> Self {
            self.optional.states_end = states_end;
            self
        }

        /// States that begin with this event. The key has no `media.` prefix.
        ///
        /// Wire key `statesStart`: array of [`State`], optional.
        ///
        /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
        pub fn states_start(mut self, states_start: Vec<State>) -> Self {
            self.optional.states_start = Some(states_start);
            self
        }

        /// As [`states_start`](Self::states_start), with an `Option`.
        pub fn maybe_states_start(mut self, states_start: Option<Vec<State>>) -> Self {
            self.optional.states_start = states_start;
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`StatesUpdateParams`].
        #[must_use]
        pub fn build(self) -> StatesUpdateParams {
            StatesUpdateParams {
                states_end: self.optional.states_end,
                states_start: self.optional.states_start,
                extra: self.optional.extra,
            }
        }
    }

    /// Marker types for required members that are not set.
    #[allow(non_camel_case_types)]
    pub mod unset {
        /// `analytics_report_suite` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct analytics_report_suite {}
        /// `analytics_tracking_server` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct analytics_tracking_server {}
        /// `auth_state` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct auth_state {}
        /// `channel` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct channel {}
        /// `content_type` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct content_type {}
        /// `id` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct id {}
        /// `index` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct index {}
        /// `length` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct length {}
        /// `name` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct name {}
        /// `offset` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct offset {}
        /// `player_name` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct player_name {}
        /// `playhead` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct playhead {}
        /// `pod_index` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct pod_index {}
        /// `pod_position` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct pod_position {}
        /// `pod_second` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct pod_second {}
        /// `ts` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct ts {}
        /// `visitor_marketing_cloud_org_id` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct visitor_marketing_cloud_org_id {}
    }
}
