// Generated from the schema documents by media-collection-codegen. Do not edit: change the
// documents or the annotations, and build again.

/// The kind of an event: the values of `eventType` that the documents know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EventType {
    /// The viewer asked to play something; opens the session. It comes first and only once, either alone to the sessions endpoint or as the first element of a downloaded batch.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-start>.
    SessionStart,
    /// The player entered the playing state: first start, autoplay, or return from a pause, a stall or a seek. Legal any time in a session except between `adBreakStart` and the first `adStart` of that break; the first one on main content counts as the content start.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/play>.
    Play,
    /// Heartbeat that shows the session is alive and carries the current playhead. Sent on a timer in any playback state, every 10 seconds on main content and every second while an ad runs; it takes no params.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/ping>.
    Ping,
    /// The viewer paused the player; the SDKs also report the start of a seek this way. There is no matching end event, the next `play` ends the pause.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/pause-start>.
    PauseStart,
    /// The player ran out of data and is buffering. There is no matching end event, the next `play` ends the buffering.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/buffer-start>.
    BufferStart,
    /// The player switched to another bitrate. Legal any time in a session; the new value belongs in `qoeData`, not in params.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/bitrate-change>.
    BitrateChange,
    /// Something went wrong during playback. Legal any time in a session and does not close it; put the error id and its source in `qoeData`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    Error,
    /// An ad break (pod) opens and main content stops counting. Legal in a session while no other break is open; every break needs an `adBreakComplete`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-start>.
    AdBreakStart,
    /// The open ad break closes and main content resumes. Legal only while a break is open and its last ad is closed.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-complete>.
    AdBreakComplete,
    /// One ad starts. Legal only inside an open ad break while no other ad is open; an ad outside a break is accepted but counted as main content.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-start>.
    AdStart,
    /// The open ad played to its end. Legal only while an ad is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-complete>.
    AdComplete,
    /// The open ad was left before its end. Legal only while an ad is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-skip>.
    AdSkip,
    /// A chapter of the content opens. Legal in a session while no chapter is open; chapters never overlap, but one may stay open across ad breaks.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-start>.
    ChapterStart,
    /// The open chapter was played to its end. Legal only while a chapter is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-complete>.
    ChapterComplete,
    /// The open chapter was left before its end. Legal only while a chapter is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-skip>.
    ChapterSkip,
    /// The player entered a state such as mute or full screen. Legal while that state is not active; at most ten different state names are kept per session.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-start>.
    StateStart,
    /// The player left a state reported earlier with `stateStart`. Legal only while that state is active.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-end>.
    StateEnd,
    /// Ends some player states and starts others in one event. The same rules apply as for `stateEnd` and `stateStart`; newer than the other event types, and no official SDK sends it to this API.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    StatesUpdate,
    /// The viewer reached the end of the main content; counts a completed play. It leaves the session open, so send it before `sessionEnd` when both are sent.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-complete>.
    SessionComplete,
    /// The viewer left or the player was closed; closes the session at once. Nothing may follow except a new session, and repeating it does no harm.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-end>.
    SessionEnd,
}
impl EventType {
    /// Every value, in the order of the documents.
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
    /// The value as it stands on the wire.
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
    /// The value of a wire form; `None` for anything the documents do not have. Case
    /// matters.
    #[must_use]
    pub fn from_wire(text: &str) -> ::std::option::Option<Self> {
        let text = text.as_bytes();
        Some(
            match text.len() {
                4usize => {
                    if *text == *b"play" {
                        Self::Play
                    } else if *text == *b"ping" {
                        Self::Ping
                    } else {
                        return None
                    }
                }
                5usize => if *text == *b"error" { Self::Error } else { return None }
                6usize => if *text == *b"adSkip" { Self::AdSkip } else { return None }
                7usize => if *text == *b"adStart" { Self::AdStart } else { return None }
                8usize => {
                    if *text == *b"stateEnd" { Self::StateEnd } else { return None }
                }
                10usize => {
                    if *text == *b"pauseStart" {
                        Self::PauseStart
                    } else if *text == *b"adComplete" {
                        Self::AdComplete
                    } else if *text == *b"stateStart" {
                        Self::StateStart
                    } else if *text == *b"sessionEnd" {
                        Self::SessionEnd
                    } else {
                        return None
                    }
                }
                11usize => {
                    if *text == *b"bufferStart" {
                        Self::BufferStart
                    } else if *text == *b"chapterSkip" {
                        Self::ChapterSkip
                    } else {
                        return None
                    }
                }
                12usize => {
                    if *text == *b"sessionStart" {
                        Self::SessionStart
                    } else if *text == *b"adBreakStart" {
                        Self::AdBreakStart
                    } else if *text == *b"chapterStart" {
                        Self::ChapterStart
                    } else if *text == *b"statesUpdate" {
                        Self::StatesUpdate
                    } else {
                        return None
                    }
                }
                13usize => {
                    if *text == *b"bitrateChange" {
                        Self::BitrateChange
                    } else {
                        return None
                    }
                }
                15usize => {
                    if *text == *b"adBreakComplete" {
                        Self::AdBreakComplete
                    } else if *text == *b"chapterComplete" {
                        Self::ChapterComplete
                    } else if *text == *b"sessionComplete" {
                        Self::SessionComplete
                    } else {
                        return None
                    }
                }
                _ => return None,
            },
        )
    }
}
crate::support::string_enum_traits!(EventType);
impl crate::direct::Direct for EventType {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let name__ = cursor__.name()?;
        Ok(
            match name__.len() {
                4usize => {
                    if *name__ == *b"play" {
                        Self::Play
                    } else if *name__ == *b"ping" {
                        Self::Ping
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                5usize => {
                    if *name__ == *b"error" {
                        Self::Error
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                6usize => {
                    if *name__ == *b"adSkip" {
                        Self::AdSkip
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                7usize => {
                    if *name__ == *b"adStart" {
                        Self::AdStart
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                8usize => {
                    if *name__ == *b"stateEnd" {
                        Self::StateEnd
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                10usize => {
                    if *name__ == *b"pauseStart" {
                        Self::PauseStart
                    } else if *name__ == *b"adComplete" {
                        Self::AdComplete
                    } else if *name__ == *b"stateStart" {
                        Self::StateStart
                    } else if *name__ == *b"sessionEnd" {
                        Self::SessionEnd
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                11usize => {
                    if *name__ == *b"bufferStart" {
                        Self::BufferStart
                    } else if *name__ == *b"chapterSkip" {
                        Self::ChapterSkip
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                12usize => {
                    if *name__ == *b"sessionStart" {
                        Self::SessionStart
                    } else if *name__ == *b"adBreakStart" {
                        Self::AdBreakStart
                    } else if *name__ == *b"chapterStart" {
                        Self::ChapterStart
                    } else if *name__ == *b"statesUpdate" {
                        Self::StatesUpdate
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                13usize => {
                    if *name__ == *b"bitrateChange" {
                        Self::BitrateChange
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                15usize => {
                    if *name__ == *b"adBreakComplete" {
                        Self::AdBreakComplete
                    } else if *name__ == *b"chapterComplete" {
                        Self::ChapterComplete
                    } else if *name__ == *b"sessionComplete" {
                        Self::SessionComplete
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            },
        )
    }
}
impl EventType {
    /// What the schema documents say of events of this type.
    #[must_use]
    pub fn shape(self) -> &'static crate::schema::EventShape {
        &EVENT_SHAPES[self as usize]
    }
}
/// What an event reports: one variant per event type, with what is particular to it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EventBody {
    /// The viewer asked to play something; opens the session. It comes first and only once, either alone to the sessions endpoint or as the first element of a downloaded batch.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-start>.
    #[doc(alias = "sessionStart")]
    SessionStart(::std::boxed::Box<crate::metadata::WithMetadata<SessionStartParams>>),
    /// The player entered the playing state: first start, autoplay, or return from a pause, a stall or a seek. Legal any time in a session except between `adBreakStart` and the first `adStart` of that break; the first one on main content counts as the content start.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/play>.
    #[doc(alias = "play")]
    Play,
    /// Heartbeat that shows the session is alive and carries the current playhead. Sent on a timer in any playback state, every 10 seconds on main content and every second while an ad runs; it takes no params.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/ping>.
    #[doc(alias = "ping")]
    Ping,
    /// The viewer paused the player; the SDKs also report the start of a seek this way. There is no matching end event, the next `play` ends the pause.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/pause-start>.
    #[doc(alias = "pauseStart")]
    PauseStart,
    /// The player ran out of data and is buffering. There is no matching end event, the next `play` ends the buffering.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/buffer-start>.
    #[doc(alias = "bufferStart")]
    BufferStart,
    /// The player switched to another bitrate. Legal any time in a session; the new value belongs in `qoeData`, not in params.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/playback/bitrate-change>.
    #[doc(alias = "bitrateChange")]
    BitrateChange,
    /// Something went wrong during playback. Legal any time in a session and does not close it; put the error id and its source in `qoeData`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    #[doc(alias = "error")]
    Error(Option<::std::boxed::Box<ErrorParams>>),
    /// An ad break (pod) opens and main content stops counting. Legal in a session while no other break is open; every break needs an `adBreakComplete`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-start>.
    #[doc(alias = "adBreakStart")]
    AdBreakStart(::std::boxed::Box<AdBreakStartParams>),
    /// The open ad break closes and main content resumes. Legal only while a break is open and its last ad is closed.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-complete>.
    #[doc(alias = "adBreakComplete")]
    AdBreakComplete,
    /// One ad starts. Legal only inside an open ad break while no other ad is open; an ad outside a break is accepted but counted as main content.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-start>.
    #[doc(alias = "adStart")]
    AdStart(::std::boxed::Box<crate::metadata::WithMetadata<AdStartParams>>),
    /// The open ad played to its end. Legal only while an ad is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-complete>.
    #[doc(alias = "adComplete")]
    AdComplete,
    /// The open ad was left before its end. Legal only while an ad is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-skip>.
    #[doc(alias = "adSkip")]
    AdSkip,
    /// A chapter of the content opens. Legal in a session while no chapter is open; chapters never overlap, but one may stay open across ad breaks.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-start>.
    #[doc(alias = "chapterStart")]
    ChapterStart(::std::boxed::Box<crate::metadata::WithMetadata<ChapterStartParams>>),
    /// The open chapter was played to its end. Legal only while a chapter is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-complete>.
    #[doc(alias = "chapterComplete")]
    ChapterComplete,
    /// The open chapter was left before its end. Legal only while a chapter is open.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-skip>.
    #[doc(alias = "chapterSkip")]
    ChapterSkip,
    /// The player entered a state such as mute or full screen. Legal while that state is not active; at most ten different state names are kept per session.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-start>.
    #[doc(alias = "stateStart")]
    StateStart(::std::boxed::Box<StateStartParams>),
    /// The player left a state reported earlier with `stateStart`. Legal only while that state is active.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-end>.
    #[doc(alias = "stateEnd")]
    StateEnd(::std::boxed::Box<StateEndParams>),
    /// Ends some player states and starts others in one event. The same rules apply as for `stateEnd` and `stateStart`; newer than the other event types, and no official SDK sends it to this API.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "statesUpdate")]
    StatesUpdate(::std::boxed::Box<StatesUpdateParams>),
    /// The viewer reached the end of the main content; counts a completed play. It leaves the session open, so send it before `sessionEnd` when both are sent.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-complete>.
    #[doc(alias = "sessionComplete")]
    SessionComplete,
    /// The viewer left or the player was closed; closes the session at once. Nothing may follow except a new session, and repeating it does no harm.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/session/session-end>.
    #[doc(alias = "sessionEnd")]
    SessionEnd,
    /// An event of a type that the documents do not know, as a tolerant reader keeps it.
    Other(::std::boxed::Box<crate::event::OtherEvent>),
}
impl EventBody {
    /// The event's type; `None` if the documents do not know it.
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
    /// The custom metadata, on event types that carry it.
    #[must_use]
    pub fn custom_metadata(&self) -> Option<&crate::metadata::CustomMetadata> {
        #[allow(unused_imports)]
        use crate::support::Payload as _;
        match self {
            Self::SessionStart(payload) => payload.custom_metadata(),
            Self::Error(payload) => payload.custom_metadata(),
            Self::AdBreakStart(payload) => payload.custom_metadata(),
            Self::AdStart(payload) => payload.custom_metadata(),
            Self::ChapterStart(payload) => payload.custom_metadata(),
            Self::StateStart(payload) => payload.custom_metadata(),
            Self::StateEnd(payload) => payload.custom_metadata(),
            Self::StatesUpdate(payload) => payload.custom_metadata(),
            _ => None,
        }
    }
    /// The place of the custom metadata; `None` on event types that carry none.
    #[must_use]
    pub fn custom_metadata_mut(
        &mut self,
    ) -> Option<&mut Option<crate::metadata::CustomMetadata>> {
        #[allow(unused_imports)]
        use crate::support::Payload as _;
        match self {
            Self::SessionStart(payload) => payload.custom_metadata_mut(),
            Self::Error(payload) => payload.custom_metadata_mut(),
            Self::AdBreakStart(payload) => payload.custom_metadata_mut(),
            Self::AdStart(payload) => payload.custom_metadata_mut(),
            Self::ChapterStart(payload) => payload.custom_metadata_mut(),
            Self::StateStart(payload) => payload.custom_metadata_mut(),
            Self::StateEnd(payload) => payload.custom_metadata_mut(),
            Self::StatesUpdate(payload) => payload.custom_metadata_mut(),
            _ => None,
        }
    }
    pub(crate) fn write_params<M: ::serde::ser::SerializeMap>(
        &self,
        members: &mut M,
    ) -> ::std::result::Result<(), M::Error> {
        #[allow(unused_imports)]
        use crate::support::Payload as _;
        match self {
            Self::SessionStart(payload) => payload.write_params(members),
            Self::Error(payload) => payload.write_params(members),
            Self::AdBreakStart(payload) => payload.write_params(members),
            Self::AdStart(payload) => payload.write_params(members),
            Self::ChapterStart(payload) => payload.write_params(members),
            Self::StateStart(payload) => payload.write_params(members),
            Self::StateEnd(payload) => payload.write_params(members),
            Self::StatesUpdate(payload) => payload.write_params(members),
            _ => Ok(()),
        }
    }
    /// The same, to a text: `params`, if there are any, behind a comma.
    pub(crate) fn write_params_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        #[allow(unused_imports)]
        use crate::support::Payload as _;
        match self {
            Self::SessionStart(payload) => payload.write_params_direct(text),
            Self::Error(payload) => payload.write_params_direct(text),
            Self::AdBreakStart(payload) => payload.write_params_direct(text),
            Self::AdStart(payload) => payload.write_params_direct(text),
            Self::ChapterStart(payload) => payload.write_params_direct(text),
            Self::StateStart(payload) => payload.write_params_direct(text),
            Self::StateEnd(payload) => payload.write_params_direct(text),
            Self::StatesUpdate(payload) => payload.write_params_direct(text),
            _ => Ok(()),
        }
    }
    pub(crate) fn check_into(&self, checker: &mut crate::support::Checker) {
        #[allow(unused_imports)]
        use crate::support::Payload as _;
        match self {
            Self::SessionStart(payload) => payload.check_payload(checker),
            Self::Error(payload) => payload.check_payload(checker),
            Self::AdBreakStart(payload) => payload.check_payload(checker),
            Self::AdStart(payload) => payload.check_payload(checker),
            Self::ChapterStart(payload) => payload.check_payload(checker),
            Self::StateStart(payload) => payload.check_payload(checker),
            Self::StateEnd(payload) => payload.check_payload(checker),
            Self::StatesUpdate(payload) => payload.check_payload(checker),
            _ => {}
        }
    }
    /// The body of a type whose `params` hold named members.
    pub(crate) fn read_params<'de, D: ::serde::Deserializer<'de>>(
        event_type: EventType,
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        Ok(
            match event_type {
                EventType::SessionStart => {
                    Self::SessionStart(
                        crate::support::Payload::read_params(deserializer, mode)?,
                    )
                }
                EventType::Error => {
                    Self::Error(
                        crate::support::Payload::read_params(deserializer, mode)?,
                    )
                }
                EventType::AdBreakStart => {
                    Self::AdBreakStart(
                        crate::support::Payload::read_params(deserializer, mode)?,
                    )
                }
                EventType::AdStart => {
                    Self::AdStart(
                        crate::support::Payload::read_params(deserializer, mode)?,
                    )
                }
                EventType::ChapterStart => {
                    Self::ChapterStart(
                        crate::support::Payload::read_params(deserializer, mode)?,
                    )
                }
                EventType::StateStart => {
                    Self::StateStart(
                        crate::support::Payload::read_params(deserializer, mode)?,
                    )
                }
                EventType::StateEnd => {
                    Self::StateEnd(
                        crate::support::Payload::read_params(deserializer, mode)?,
                    )
                }
                EventType::StatesUpdate => {
                    Self::StatesUpdate(
                        crate::support::Payload::read_params(deserializer, mode)?,
                    )
                }
                _ => return Err(crate::support::no_params()),
            },
        )
    }
    /// The same, from plain text.
    pub(crate) fn read_params_direct(
        event_type: EventType,
        cursor: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        Ok(
            match event_type {
                EventType::SessionStart => {
                    Self::SessionStart(
                        crate::support::Payload::read_params_direct(cursor)?,
                    )
                }
                EventType::Error => {
                    Self::Error(crate::support::Payload::read_params_direct(cursor)?)
                }
                EventType::AdBreakStart => {
                    Self::AdBreakStart(
                        crate::support::Payload::read_params_direct(cursor)?,
                    )
                }
                EventType::AdStart => {
                    Self::AdStart(crate::support::Payload::read_params_direct(cursor)?)
                }
                EventType::ChapterStart => {
                    Self::ChapterStart(
                        crate::support::Payload::read_params_direct(cursor)?,
                    )
                }
                EventType::StateStart => {
                    Self::StateStart(
                        crate::support::Payload::read_params_direct(cursor)?,
                    )
                }
                EventType::StateEnd => {
                    Self::StateEnd(crate::support::Payload::read_params_direct(cursor)?)
                }
                EventType::StatesUpdate => {
                    Self::StatesUpdate(
                        crate::support::Payload::read_params_direct(cursor)?,
                    )
                }
                _ => return Err(crate::direct::Declined),
            },
        )
    }
    /// A type whose `params` hold the key; there may be others.
    pub(crate) fn likely_type(key: &[u8]) -> ::std::option::Option<EventType> {
        Some(
            match key.len() {
                8usize => {
                    if *key == *b"media.id" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                9usize => {
                    if *key == *b"statesEnd" {
                        EventType::StatesUpdate
                    } else {
                        return None
                    }
                }
                10usize => {
                    if *key == *b"media.feed" {
                        EventType::SessionStart
                    } else if *key == *b"media.name" {
                        EventType::SessionStart
                    } else if *key == *b"media.show" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                11usize => {
                    if *key == *b"media.ad.id" {
                        EventType::AdStart
                    } else if *key == *b"media.album" {
                        EventType::SessionStart
                    } else if *key == *b"media.genre" {
                        EventType::SessionStart
                    } else if *key == *b"media.label" {
                        EventType::SessionStart
                    } else if *key == *b"statesStart" {
                        EventType::StatesUpdate
                    } else {
                        return None
                    }
                }
                12usize => {
                    if *key == *b"media.adLoad" {
                        EventType::SessionStart
                    } else if *key == *b"media.artist" {
                        EventType::SessionStart
                    } else if *key == *b"media.author" {
                        EventType::SessionStart
                    } else if *key == *b"media.length" {
                        EventType::SessionStart
                    } else if *key == *b"media.rating" {
                        EventType::SessionStart
                    } else if *key == *b"media.resume" {
                        EventType::SessionStart
                    } else if *key == *b"media.season" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                13usize => {
                    if *key == *b"analytics.aid" {
                        EventType::SessionStart
                    } else if *key == *b"media.ad.name" {
                        EventType::AdStart
                    } else if *key == *b"media.assetId" {
                        EventType::SessionStart
                    } else if *key == *b"media.channel" {
                        EventType::SessionStart
                    } else if *key == *b"media.dayPart" {
                        EventType::SessionStart
                    } else if *key == *b"media.episode" {
                        EventType::SessionStart
                    } else if *key == *b"media.errorId" {
                        EventType::Error
                    } else if *key == *b"media.network" {
                        EventType::SessionStart
                    } else if *key == *b"media.station" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                14usize => {
                    if *key == *b"media.showType" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                15usize => {
                    if *key == *b"media.ad.length" {
                        EventType::AdStart
                    } else if *key == *b"media.ad.siteId" {
                        EventType::AdStart
                    } else if *key == *b"media.pass.auth" {
                        EventType::SessionStart
                    } else if *key == *b"media.pass.mvpd" {
                        EventType::SessionStart
                    } else if *key == *b"media.publisher" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                16usize => {
                    if *key == *b"media.downloaded" {
                        EventType::SessionStart
                    } else if *key == *b"media.originator" {
                        EventType::SessionStart
                    } else if *key == *b"media.playerName" {
                        EventType::SessionStart
                    } else if *key == *b"media.sdkVersion" {
                        EventType::SessionStart
                    } else if *key == *b"media.state.name" {
                        EventType::StateStart
                    } else if *key == *b"media.streamType" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                17usize => {
                    if *key == *b"appInstallationId" {
                        EventType::SessionStart
                    } else if *key == *b"media.ad.podIndex" {
                        EventType::AdBreakStart
                    } else if *key == *b"media.contentType" {
                        EventType::SessionStart
                    } else if *key == *b"media.errorSource" {
                        EventType::Error
                    } else {
                        return None
                    }
                }
                18usize => {
                    if *key == *b"media.ad.podSecond" {
                        EventType::AdBreakStart
                    } else if *key == *b"media.firstAirDate" {
                        EventType::SessionStart
                    } else if *key == *b"media.streamFormat" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                19usize => {
                    if *key == *b"analytics.enableSSL" {
                        EventType::SessionStart
                    } else if *key == *b"analytics.visitorId" {
                        EventType::SessionStart
                    } else if *key == *b"media.ad.advertiser" {
                        EventType::AdStart
                    } else if *key == *b"media.ad.campaignId" {
                        EventType::AdStart
                    } else if *key == *b"media.ad.creativeId" {
                        EventType::AdStart
                    } else if *key == *b"media.ad.playerName" {
                        EventType::AdStart
                    } else if *key == *b"media.chapter.index" {
                        EventType::ChapterStart
                    } else if *key == *b"visitor.customerIDs" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                20usize => {
                    if *key == *b"media.ad.creativeURL" {
                        EventType::AdStart
                    } else if *key == *b"media.ad.placementId" {
                        EventType::AdStart
                    } else if *key == *b"media.ad.podPosition" {
                        EventType::AdStart
                    } else if *key == *b"media.chapter.length" {
                        EventType::ChapterStart
                    } else if *key == *b"media.chapter.offset" {
                        EventType::ChapterStart
                    } else if *key == *b"media.libraryVersion" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                21usize => {
                    if *key == *b"analytics.optOutShare" {
                        EventType::SessionStart
                    } else if *key == *b"analytics.reportSuite" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                22usize => {
                    if *key == *b"media.firstDigitalDate" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                23usize => {
                    if *key == *b"visitor.aamLocationHint" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                24usize => {
                    if *key == *b"analytics.trackingServer" {
                        EventType::SessionStart
                    } else if *key == *b"media.ad.podFriendlyName" {
                        EventType::AdBreakStart
                    } else {
                        return None
                    }
                }
                26usize => {
                    if *key == *b"media.chapter.friendlyName" {
                        EventType::ChapterStart
                    } else {
                        return None
                    }
                }
                27usize => {
                    if *key == *b"visitor.marketingCloudOrgId" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                28usize => {
                    if *key == *b"visitor.marketingCloudUserId" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                36usize => {
                    if *key == *b"analytics.optOutServerSideForwarding" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                _ => return None,
            },
        )
    }
    /// The body of a type that needs no `params`; `None` where they are required.
    pub(crate) fn without_params(event_type: EventType) -> Option<Self> {
        Some(
            match event_type {
                EventType::Play => Self::Play,
                EventType::Ping => Self::Ping,
                EventType::PauseStart => Self::PauseStart,
                EventType::BufferStart => Self::BufferStart,
                EventType::BitrateChange => Self::BitrateChange,
                EventType::Error => Self::Error(::std::default::Default::default()),
                EventType::AdBreakComplete => Self::AdBreakComplete,
                EventType::AdComplete => Self::AdComplete,
                EventType::AdSkip => Self::AdSkip,
                EventType::ChapterComplete => Self::ChapterComplete,
                EventType::ChapterSkip => Self::ChapterSkip,
                EventType::SessionComplete => Self::SessionComplete,
                EventType::SessionEnd => Self::SessionEnd,
                #[allow(unreachable_patterns)]
                _ => return None,
            },
        )
    }
    /// Any body of the type, for property tests.
    #[cfg(feature = "quickcheck")]
    pub(crate) fn generate(
        event_type: EventType,
        source: &mut ::quickcheck::Gen,
    ) -> Self {
        match event_type {
            EventType::SessionStart => {
                Self::SessionStart(crate::support::Payload::generate(source))
            }
            EventType::Play => Self::Play,
            EventType::Ping => Self::Ping,
            EventType::PauseStart => Self::PauseStart,
            EventType::BufferStart => Self::BufferStart,
            EventType::BitrateChange => Self::BitrateChange,
            EventType::Error => Self::Error(crate::support::Payload::generate(source)),
            EventType::AdBreakStart => {
                Self::AdBreakStart(crate::support::Payload::generate(source))
            }
            EventType::AdBreakComplete => Self::AdBreakComplete,
            EventType::AdStart => {
                Self::AdStart(crate::support::Payload::generate(source))
            }
            EventType::AdComplete => Self::AdComplete,
            EventType::AdSkip => Self::AdSkip,
            EventType::ChapterStart => {
                Self::ChapterStart(crate::support::Payload::generate(source))
            }
            EventType::ChapterComplete => Self::ChapterComplete,
            EventType::ChapterSkip => Self::ChapterSkip,
            EventType::StateStart => {
                Self::StateStart(crate::support::Payload::generate(source))
            }
            EventType::StateEnd => {
                Self::StateEnd(crate::support::Payload::generate(source))
            }
            EventType::StatesUpdate => {
                Self::StatesUpdate(crate::support::Payload::generate(source))
            }
            EventType::SessionComplete => Self::SessionComplete,
            EventType::SessionEnd => Self::SessionEnd,
        }
    }
}
macro_rules! event_constructors {
    () => {
        #[doc = " A `sessionStart` event."] #[doc = ""] #[doc =
        " The viewer asked to play something; opens the session. It comes first and only once, either alone to the sessions endpoint or as the first element of a downloaded batch."]
        #[must_use] pub fn session_start(player_time : PlayerTime, params : impl Into <
        crate ::metadata::WithMetadata < SessionStartParams >>) -> Self {
        Self::new(player_time, EventBody::SessionStart(Box::new(params.into()))) } #[doc
        = " A `play` event."] #[doc = ""] #[doc =
        " The player entered the playing state: first start, autoplay, or return from a pause, a stall or a seek. Legal any time in a session except between `adBreakStart` and the first `adStart` of that break; the first one on main content counts as the content start."]
        #[must_use] pub fn play(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::Play) } #[doc = " A `ping` event."] #[doc = ""]
        #[doc =
        " Heartbeat that shows the session is alive and carries the current playhead. Sent on a timer in any playback state, every 10 seconds on main content and every second while an ad runs; it takes no params."]
        #[must_use] pub fn ping(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::Ping) } #[doc = " A `pauseStart` event."] #[doc
        = ""] #[doc =
        " The viewer paused the player; the SDKs also report the start of a seek this way. There is no matching end event, the next `play` ends the pause."]
        #[must_use] pub fn pause_start(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::PauseStart) } #[doc =
        " A `bufferStart` event."] #[doc = ""] #[doc =
        " The player ran out of data and is buffering. There is no matching end event, the next `play` ends the buffering."]
        #[must_use] pub fn buffer_start(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::BufferStart) } #[doc =
        " A `bitrateChange` event."] #[doc = ""] #[doc =
        " The player switched to another bitrate. Legal any time in a session; the new value belongs in `qoeData`, not in params."]
        #[must_use] pub fn bitrate_change(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::BitrateChange) } #[doc = " A `error` event."]
        #[doc = ""] #[doc =
        " Something went wrong during playback. Legal any time in a session and does not close it; put the error id and its source in `qoeData`."]
        #[must_use] pub fn error(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::Error(Default::default())) } #[doc =
        " A `adBreakStart` event."] #[doc = ""] #[doc =
        " An ad break (pod) opens and main content stops counting. Legal in a session while no other break is open; every break needs an `adBreakComplete`."]
        #[must_use] pub fn ad_break_start(player_time : PlayerTime, params :
        AdBreakStartParams) -> Self { Self::new(player_time,
        EventBody::AdBreakStart(Box::new(params))) } #[doc =
        " A `adBreakComplete` event."] #[doc = ""] #[doc =
        " The open ad break closes and main content resumes. Legal only while a break is open and its last ad is closed."]
        #[must_use] pub fn ad_break_complete(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::AdBreakComplete) } #[doc =
        " A `adStart` event."] #[doc = ""] #[doc =
        " One ad starts. Legal only inside an open ad break while no other ad is open; an ad outside a break is accepted but counted as main content."]
        #[must_use] pub fn ad_start(player_time : PlayerTime, params : impl Into < crate
        ::metadata::WithMetadata < AdStartParams >>) -> Self { Self::new(player_time,
        EventBody::AdStart(Box::new(params.into()))) } #[doc = " A `adComplete` event."]
        #[doc = ""] #[doc =
        " The open ad played to its end. Legal only while an ad is open."] #[must_use]
        pub fn ad_complete(player_time : PlayerTime) -> Self { Self::new(player_time,
        EventBody::AdComplete) } #[doc = " A `adSkip` event."] #[doc = ""] #[doc =
        " The open ad was left before its end. Legal only while an ad is open."]
        #[must_use] pub fn ad_skip(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::AdSkip) } #[doc = " A `chapterStart` event."]
        #[doc = ""] #[doc =
        " A chapter of the content opens. Legal in a session while no chapter is open; chapters never overlap, but one may stay open across ad breaks."]
        #[must_use] pub fn chapter_start(player_time : PlayerTime, params : impl Into <
        crate ::metadata::WithMetadata < ChapterStartParams >>) -> Self {
        Self::new(player_time, EventBody::ChapterStart(Box::new(params.into()))) } #[doc
        = " A `chapterComplete` event."] #[doc = ""] #[doc =
        " The open chapter was played to its end. Legal only while a chapter is open."]
        #[must_use] pub fn chapter_complete(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::ChapterComplete) } #[doc =
        " A `chapterSkip` event."] #[doc = ""] #[doc =
        " The open chapter was left before its end. Legal only while a chapter is open."]
        #[must_use] pub fn chapter_skip(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::ChapterSkip) } #[doc =
        " A `stateStart` event."] #[doc = ""] #[doc =
        " The player entered a state such as mute or full screen. Legal while that state is not active; at most ten different state names are kept per session."]
        #[must_use] pub fn state_start(player_time : PlayerTime, params :
        StateStartParams) -> Self { Self::new(player_time,
        EventBody::StateStart(Box::new(params))) } #[doc = " A `stateEnd` event."] #[doc
        = ""] #[doc =
        " The player left a state reported earlier with `stateStart`. Legal only while that state is active."]
        #[must_use] pub fn state_end(player_time : PlayerTime, params : StateEndParams)
        -> Self { Self::new(player_time, EventBody::StateEnd(Box::new(params))) } #[doc =
        " A `statesUpdate` event."] #[doc = ""] #[doc =
        " Ends some player states and starts others in one event. The same rules apply as for `stateEnd` and `stateStart`; newer than the other event types, and no official SDK sends it to this API."]
        #[must_use] pub fn states_update(player_time : PlayerTime, params :
        StatesUpdateParams) -> Self { Self::new(player_time,
        EventBody::StatesUpdate(Box::new(params))) } #[doc =
        " A `sessionComplete` event."] #[doc = ""] #[doc =
        " The viewer reached the end of the main content; counts a completed play. It leaves the session open, so send it before `sessionEnd` when both are sent."]
        #[must_use] pub fn session_complete(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::SessionComplete) } #[doc =
        " A `sessionEnd` event."] #[doc = ""] #[doc =
        " The viewer left or the player was closed; closes the session at once. Nothing may follow except a new session, and repeating it does no harm."]
        #[must_use] pub fn session_end(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::SessionEnd) }
    };
}
pub(crate) use event_constructors;
/// Which ad break starts and at which second of the content it sits.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-break-start>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AdBreakStartParams {
    /// Place of this ad break among the breaks of the content. Sources disagree whether counting starts at 0 or 1: the official SDKs start at 1, and some clients send -1 for a post-roll break.
    ///
    /// Wire key `media.ad.podIndex`: integer, required. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "media.ad.podIndex")]
    pub pod_index: i64,
    /// Ad break start time: position in the content at which the break sits, 0 for a pre-roll. Not the length of the break.
    ///
    /// Wire key `media.ad.podSecond`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-break-start-time>.
    #[doc(alias = "media.ad.podSecond")]
    pub pod_second: f64,
    /// Friendly name of the ad break (ad break name), readable by people.
    ///
    /// Wire key `media.ad.podFriendlyName`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-break-name>.
    #[doc(alias = "media.ad.podFriendlyName")]
    pub pod_friendly_name: ::std::option::Option<::std::string::String>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl AdBreakStartParams {
    /// The required members; what is optional can be set afterwards, or with `AdBreakStartParams::builder`.
    #[must_use]
    pub const fn new(pod_index: i64, pod_second: f64) -> Self {
        Self {
            pod_index: pod_index,
            pod_second: pod_second,
            pod_friendly_name: ::std::option::Option::None,
            extra: crate::extra::Extra::new(),
        }
    }
}
/// Sets the members of [`AdBreakStartParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct AdBreakStartParamsBuilder<
    Member0 = unset::pod_index,
    Member1 = unset::pod_second,
> {
    pod_index: Member0,
    pod_second: Member1,
    optional__: AdBreakStartParamsOptional,
}
#[derive(Default)]
struct AdBreakStartParamsOptional {
    pod_friendly_name: ::std::option::Option<::std::string::String>,
    extra: crate::extra::Extra,
}
impl<Member0, Member1> ::std::fmt::Debug
for AdBreakStartParamsBuilder<Member0, Member1> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("AdBreakStartParamsBuilder").finish_non_exhaustive()
    }
}
impl AdBreakStartParams {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> AdBreakStartParamsBuilder {
        AdBreakStartParamsBuilder {
            pod_index: unset::pod_index {},
            pod_second: unset::pod_second {},
            optional__: AdBreakStartParamsOptional::default(),
        }
    }
}
impl<Member1> AdBreakStartParamsBuilder<unset::pod_index, Member1> {
    /// Place of this ad break among the breaks of the content. Sources disagree whether counting starts at 0 or 1: the official SDKs start at 1, and some clients send -1 for a post-roll break.
    ///
    /// Wire key `media.ad.podIndex`: integer, required. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn pod_index(self, pod_index: i64) -> AdBreakStartParamsBuilder<i64, Member1> {
        AdBreakStartParamsBuilder {
            pod_index: pod_index,
            pod_second: self.pod_second,
            optional__: self.optional__,
        }
    }
}
impl<Member0> AdBreakStartParamsBuilder<Member0, unset::pod_second> {
    /// Ad break start time: position in the content at which the break sits, 0 for a pre-roll. Not the length of the break.
    ///
    /// Wire key `media.ad.podSecond`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-break-start-time>.
    pub fn pod_second(self, pod_second: f64) -> AdBreakStartParamsBuilder<Member0, f64> {
        AdBreakStartParamsBuilder {
            pod_index: self.pod_index,
            pod_second: pod_second,
            optional__: self.optional__,
        }
    }
}
impl<Member0, Member1> AdBreakStartParamsBuilder<Member0, Member1> {
    /// Friendly name of the ad break (ad break name), readable by people.
    ///
    /// Wire key `media.ad.podFriendlyName`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-break-name>.
    pub fn pod_friendly_name(
        mut self,
        pod_friendly_name: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.pod_friendly_name = ::std::option::Option::Some(
            pod_friendly_name.into(),
        );
        self
    }
    /// [`pod_friendly_name`](Self::pod_friendly_name), if there is one.
    pub fn maybe_pod_friendly_name(
        mut self,
        pod_friendly_name: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.pod_friendly_name = pod_friendly_name
            .map(::std::convert::Into::into);
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`AdBreakStartParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> AdBreakStartParams
    where
        Member0: crate::support::Given<i64>,
        Member1: crate::support::Given<f64>,
    {
        AdBreakStartParams {
            pod_index: self.pod_index.given(),
            pod_second: self.pod_second.given(),
            pod_friendly_name: self.optional__.pod_friendly_name,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for AdBreakStartParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members
            .serialize_entry(
                "media.ad.podIndex",
                &crate::support::Writing(&self.pod_index),
            )?;
        members
            .serialize_entry(
                "media.ad.podSecond",
                &crate::support::Writing(&self.pod_second),
            )?;
        if let Some(value) = &self.pod_friendly_name {
            members
                .serialize_entry(
                    "media.ad.podFriendlyName",
                    &crate::support::Writing(value),
                )?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct AdBreakStartParamsVisitor(crate::support::Mode);
impl AdBreakStartParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                17usize => {
                    if *key == *b"media.ad.podIndex" { 0usize } else { return None }
                }
                18usize => {
                    if *key == *b"media.ad.podSecond" { 1usize } else { return None }
                }
                24usize => {
                    if *key == *b"media.ad.podFriendlyName" {
                        2usize
                    } else {
                        return None
                    }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for AdBreakStartParamsVisitor {
    type Value = AdBreakStartParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut pod_index: ::std::option::Option<i64> = None;
        let mut pod_second: ::std::option::Option<f64> = None;
        let mut pod_friendly_name: ::std::option::Option<::std::string::String> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut pod_index,
                        "media.ad.podIndex",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut pod_second,
                        "media.ad.podSecond",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(2usize) => {
                    crate::support::read_member(
                        &mut pod_friendly_name,
                        "media.ad.podFriendlyName",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(AdBreakStartParams {
            pod_index: crate::support::required(pod_index, "media.ad.podIndex")?,
            pod_second: crate::support::required(pod_second, "media.ad.podSecond")?,
            pod_friendly_name,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for AdBreakStartParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(AdBreakStartParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for AdBreakStartParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut pod_index: ::std::option::Option<i64> = None;
        let mut pod_second: ::std::option::Option<f64> = None;
        let mut pod_friendly_name: ::std::option::Option<::std::string::String> = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                17usize => {
                    if *key__ == *b"media.ad.podIndex" {
                        crate::direct::member(&mut pod_index, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                18usize => {
                    if *key__ == *b"media.ad.podSecond" {
                        crate::direct::member(&mut pod_second, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                24usize => {
                    if *key__ == *b"media.ad.podFriendlyName" {
                        crate::direct::member(&mut pod_friendly_name, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            pod_index: pod_index.ok_or(crate::direct::Declined)?,
            pod_second: pod_second.ok_or(crate::direct::Declined)?,
            pod_friendly_name,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for AdBreakStartParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"media.ad.podIndex\":");
        crate::direct::WriteDirect::write_direct(&self.pod_index, text)?;
        text.extend_from_slice(b",\"media.ad.podSecond\":");
        crate::direct::WriteDirect::write_direct(&self.pod_second, text)?;
        if let Some(value) = &self.pod_friendly_name {
            text.extend_from_slice(b",\"media.ad.podFriendlyName\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for AdBreakStartParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&AD_BREAK_START_PARAMS.members[0usize], &self.pod_index);
        checker.member(&AD_BREAK_START_PARAMS.members[1usize], &self.pod_second);
        if let Some(value) = &self.pod_friendly_name {
            checker.member(&AD_BREAK_START_PARAMS.members[2usize], value);
        }
        checker.extra(&AD_BREAK_START_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for AdBreakStartParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
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
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for AdBreakStartParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            pod_index: crate::support::always(
                source,
                &AD_BREAK_START_PARAMS.members[0usize].limits,
            ),
            pod_second: crate::support::always(
                source,
                &AD_BREAK_START_PARAMS.members[1usize].limits,
            ),
            pod_friendly_name: crate::support::sometimes(
                source,
                &AD_BREAK_START_PARAMS.members[2usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
        if self.pod_friendly_name.is_some() {
            smaller
                .push(Self {
                    pod_friendly_name: None,
                    ..self.clone()
                });
        }
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for AdBreakStartParams {
    const SHAPE: &'static crate::schema::Object = &AD_BREAK_START_PARAMS;
}
crate::support::object_traits!(AdBreakStartParams);
/// Which ad starts, how long it is, its place in the break, and who pays for it.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/ads/ad-start>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AdStartParams {
    /// Unique id of the ad: ad id, not the friendly name, which goes in `media.ad.name`. In Analytics this value appears as the variable `a.media.ad.name`.
    ///
    /// Wire key `media.ad.id`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-id>.
    #[doc(alias = "media.ad.id")]
    pub id: ::std::string::String,
    /// Length of the ad.
    ///
    /// Wire key `media.ad.length`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-length>.
    #[doc(alias = "media.ad.length")]
    pub length: f64,
    /// Place of the ad within its break, counted from 1 (ad in pod position). A few samples count from 0.
    ///
    /// Wire key `media.ad.podPosition`: integer, required. A careful sender keeps it at 1 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-in-pod-position>.
    #[doc(alias = "media.ad.podPosition")]
    pub pod_position: i64,
    /// Name of the player that shows the ad (ad player name). Required even when it is the content player; repeat `media.playerName` then.
    ///
    /// Wire key `media.ad.playerName`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-player-name>.
    #[doc(alias = "media.ad.playerName")]
    pub player_name: ::std::string::String,
    /// Advertiser: the company or brand the ad is for.
    ///
    /// Wire key `media.ad.advertiser`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/advertiser>.
    #[doc(alias = "media.ad.advertiser")]
    pub advertiser: ::std::option::Option<::std::string::String>,
    /// Id of the ad campaign.
    ///
    /// Wire key `media.ad.campaignId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/campaign-id>.
    #[doc(alias = "media.ad.campaignId")]
    pub campaign_id: ::std::option::Option<::std::string::String>,
    /// Id of the creative, the concrete spot that is shown.
    ///
    /// Wire key `media.ad.creativeId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/creative-id>.
    #[doc(alias = "media.ad.creativeId")]
    pub creative_id: ::std::option::Option<::std::string::String>,
    /// Address of the creative. Mind the capital letters at the end of the key.
    ///
    /// Wire key `media.ad.creativeURL`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/creative-url>.
    #[doc(alias = "media.ad.creativeURL")]
    pub creative_url: ::std::option::Option<::std::string::String>,
    /// Friendly name of the ad (ad name). Optional here, mandatory in the official SDKs.
    ///
    /// Wire key `media.ad.name`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-name>.
    #[doc(alias = "media.ad.name")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Id of the placement the ad was booked for.
    ///
    /// Wire key `media.ad.placementId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/placement-id>.
    #[doc(alias = "media.ad.placementId")]
    pub placement_id: ::std::option::Option<::std::string::String>,
    /// Friendly name of the ad break the ad belongs to. Documentation samples repeat it here; it belongs on `adBreakStart`, so senders leave it out.
    ///
    /// Wire key `media.ad.podFriendlyName`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-timelines/mc-api-timeline-1>.
    #[doc(alias = "media.ad.podFriendlyName")]
    pub pod_friendly_name: ::std::option::Option<::std::string::String>,
    /// Id of the site on which the ad appears.
    ///
    /// Wire key `media.ad.siteId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/site-id>.
    #[doc(alias = "media.ad.siteId")]
    pub site_id: ::std::option::Option<::std::string::String>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
/// Sets the members of [`AdStartParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct AdStartParamsBuilder<
    Member0 = unset::id,
    Member1 = unset::length,
    Member2 = unset::pod_position,
    Member3 = unset::player_name,
> {
    id: Member0,
    length: Member1,
    pod_position: Member2,
    player_name: Member3,
    optional__: AdStartParamsOptional,
}
#[derive(Default)]
struct AdStartParamsOptional {
    advertiser: ::std::option::Option<::std::string::String>,
    campaign_id: ::std::option::Option<::std::string::String>,
    creative_id: ::std::option::Option<::std::string::String>,
    creative_url: ::std::option::Option<::std::string::String>,
    name: ::std::option::Option<::std::string::String>,
    placement_id: ::std::option::Option<::std::string::String>,
    pod_friendly_name: ::std::option::Option<::std::string::String>,
    site_id: ::std::option::Option<::std::string::String>,
    extra: crate::extra::Extra,
}
impl<Member0, Member1, Member2, Member3> ::std::fmt::Debug
for AdStartParamsBuilder<Member0, Member1, Member2, Member3> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("AdStartParamsBuilder").finish_non_exhaustive()
    }
}
impl AdStartParams {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> AdStartParamsBuilder {
        AdStartParamsBuilder {
            id: unset::id {},
            length: unset::length {},
            pod_position: unset::pod_position {},
            player_name: unset::player_name {},
            optional__: AdStartParamsOptional::default(),
        }
    }
}
impl<
    Member1,
    Member2,
    Member3,
> AdStartParamsBuilder<unset::id, Member1, Member2, Member3> {
    /// Unique id of the ad: ad id, not the friendly name, which goes in `media.ad.name`. In Analytics this value appears as the variable `a.media.ad.name`.
    ///
    /// Wire key `media.ad.id`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-id>.
    pub fn id(
        self,
        id: impl ::std::convert::Into<::std::string::String>,
    ) -> AdStartParamsBuilder<::std::string::String, Member1, Member2, Member3> {
        AdStartParamsBuilder {
            id: id.into(),
            length: self.length,
            pod_position: self.pod_position,
            player_name: self.player_name,
            optional__: self.optional__,
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
    /// Wire key `media.ad.length`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-length>.
    pub fn length(
        self,
        length: f64,
    ) -> AdStartParamsBuilder<Member0, f64, Member2, Member3> {
        AdStartParamsBuilder {
            id: self.id,
            length: length,
            pod_position: self.pod_position,
            player_name: self.player_name,
            optional__: self.optional__,
        }
    }
}
impl<
    Member0,
    Member1,
    Member3,
> AdStartParamsBuilder<Member0, Member1, unset::pod_position, Member3> {
    /// Place of the ad within its break, counted from 1 (ad in pod position). A few samples count from 0.
    ///
    /// Wire key `media.ad.podPosition`: integer, required. A careful sender keeps it at 1 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-in-pod-position>.
    pub fn pod_position(
        self,
        pod_position: i64,
    ) -> AdStartParamsBuilder<Member0, Member1, i64, Member3> {
        AdStartParamsBuilder {
            id: self.id,
            length: self.length,
            pod_position: pod_position,
            player_name: self.player_name,
            optional__: self.optional__,
        }
    }
}
impl<
    Member0,
    Member1,
    Member2,
> AdStartParamsBuilder<Member0, Member1, Member2, unset::player_name> {
    /// Name of the player that shows the ad (ad player name). Required even when it is the content player; repeat `media.playerName` then.
    ///
    /// Wire key `media.ad.playerName`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-player-name>.
    pub fn player_name(
        self,
        player_name: impl ::std::convert::Into<::std::string::String>,
    ) -> AdStartParamsBuilder<Member0, Member1, Member2, ::std::string::String> {
        AdStartParamsBuilder {
            id: self.id,
            length: self.length,
            pod_position: self.pod_position,
            player_name: player_name.into(),
            optional__: self.optional__,
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
    pub fn advertiser(
        mut self,
        advertiser: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.advertiser = ::std::option::Option::Some(advertiser.into());
        self
    }
    /// [`advertiser`](Self::advertiser), if there is one.
    pub fn maybe_advertiser(
        mut self,
        advertiser: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.advertiser = advertiser.map(::std::convert::Into::into);
        self
    }
    /// Id of the ad campaign.
    ///
    /// Wire key `media.ad.campaignId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/campaign-id>.
    pub fn campaign_id(
        mut self,
        campaign_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.campaign_id = ::std::option::Option::Some(campaign_id.into());
        self
    }
    /// [`campaign_id`](Self::campaign_id), if there is one.
    pub fn maybe_campaign_id(
        mut self,
        campaign_id: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.campaign_id = campaign_id.map(::std::convert::Into::into);
        self
    }
    /// Id of the creative, the concrete spot that is shown.
    ///
    /// Wire key `media.ad.creativeId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/creative-id>.
    pub fn creative_id(
        mut self,
        creative_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.creative_id = ::std::option::Option::Some(creative_id.into());
        self
    }
    /// [`creative_id`](Self::creative_id), if there is one.
    pub fn maybe_creative_id(
        mut self,
        creative_id: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.creative_id = creative_id.map(::std::convert::Into::into);
        self
    }
    /// Address of the creative. Mind the capital letters at the end of the key.
    ///
    /// Wire key `media.ad.creativeURL`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/creative-url>.
    pub fn creative_url(
        mut self,
        creative_url: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.creative_url = ::std::option::Option::Some(creative_url.into());
        self
    }
    /// [`creative_url`](Self::creative_url), if there is one.
    pub fn maybe_creative_url(
        mut self,
        creative_url: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.creative_url = creative_url.map(::std::convert::Into::into);
        self
    }
    /// Friendly name of the ad (ad name). Optional here, mandatory in the official SDKs.
    ///
    /// Wire key `media.ad.name`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/ad-name>.
    pub fn name(
        mut self,
        name: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.name = ::std::option::Option::Some(name.into());
        self
    }
    /// [`name`](Self::name), if there is one.
    pub fn maybe_name(
        mut self,
        name: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.name = name.map(::std::convert::Into::into);
        self
    }
    /// Id of the placement the ad was booked for.
    ///
    /// Wire key `media.ad.placementId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/placement-id>.
    pub fn placement_id(
        mut self,
        placement_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.placement_id = ::std::option::Option::Some(placement_id.into());
        self
    }
    /// [`placement_id`](Self::placement_id), if there is one.
    pub fn maybe_placement_id(
        mut self,
        placement_id: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.placement_id = placement_id.map(::std::convert::Into::into);
        self
    }
    /// Friendly name of the ad break the ad belongs to. Documentation samples repeat it here; it belongs on `adBreakStart`, so senders leave it out.
    ///
    /// Wire key `media.ad.podFriendlyName`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-timelines/mc-api-timeline-1>.
    pub fn pod_friendly_name(
        mut self,
        pod_friendly_name: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.pod_friendly_name = ::std::option::Option::Some(
            pod_friendly_name.into(),
        );
        self
    }
    /// [`pod_friendly_name`](Self::pod_friendly_name), if there is one.
    pub fn maybe_pod_friendly_name(
        mut self,
        pod_friendly_name: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.pod_friendly_name = pod_friendly_name
            .map(::std::convert::Into::into);
        self
    }
    /// Id of the site on which the ad appears.
    ///
    /// Wire key `media.ad.siteId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/ads/site-id>.
    pub fn site_id(
        mut self,
        site_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.site_id = ::std::option::Option::Some(site_id.into());
        self
    }
    /// [`site_id`](Self::site_id), if there is one.
    pub fn maybe_site_id(
        mut self,
        site_id: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.site_id = site_id.map(::std::convert::Into::into);
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`AdStartParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> AdStartParams
    where
        Member0: crate::support::Given<::std::string::String>,
        Member1: crate::support::Given<f64>,
        Member2: crate::support::Given<i64>,
        Member3: crate::support::Given<::std::string::String>,
    {
        AdStartParams {
            id: self.id.given(),
            length: self.length.given(),
            pod_position: self.pod_position.given(),
            player_name: self.player_name.given(),
            advertiser: self.optional__.advertiser,
            campaign_id: self.optional__.campaign_id,
            creative_id: self.optional__.creative_id,
            creative_url: self.optional__.creative_url,
            name: self.optional__.name,
            placement_id: self.optional__.placement_id,
            pod_friendly_name: self.optional__.pod_friendly_name,
            site_id: self.optional__.site_id,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for AdStartParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("media.ad.id", &crate::support::Writing(&self.id))?;
        members
            .serialize_entry("media.ad.length", &crate::support::Writing(&self.length))?;
        members
            .serialize_entry(
                "media.ad.podPosition",
                &crate::support::Writing(&self.pod_position),
            )?;
        members
            .serialize_entry(
                "media.ad.playerName",
                &crate::support::Writing(&self.player_name),
            )?;
        if let Some(value) = &self.advertiser {
            members
                .serialize_entry(
                    "media.ad.advertiser",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.campaign_id {
            members
                .serialize_entry(
                    "media.ad.campaignId",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.creative_id {
            members
                .serialize_entry(
                    "media.ad.creativeId",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.creative_url {
            members
                .serialize_entry(
                    "media.ad.creativeURL",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.name {
            members.serialize_entry("media.ad.name", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.placement_id {
            members
                .serialize_entry(
                    "media.ad.placementId",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.pod_friendly_name {
            members
                .serialize_entry(
                    "media.ad.podFriendlyName",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.site_id {
            members.serialize_entry("media.ad.siteId", &crate::support::Writing(value))?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct AdStartParamsVisitor(crate::support::Mode);
impl AdStartParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                11usize => if *key == *b"media.ad.id" { 0usize } else { return None }
                13usize => if *key == *b"media.ad.name" { 8usize } else { return None }
                15usize => {
                    if *key == *b"media.ad.length" {
                        1usize
                    } else if *key == *b"media.ad.siteId" {
                        11usize
                    } else {
                        return None
                    }
                }
                19usize => {
                    if *key == *b"media.ad.playerName" {
                        3usize
                    } else if *key == *b"media.ad.advertiser" {
                        4usize
                    } else if *key == *b"media.ad.campaignId" {
                        5usize
                    } else if *key == *b"media.ad.creativeId" {
                        6usize
                    } else {
                        return None
                    }
                }
                20usize => {
                    if *key == *b"media.ad.podPosition" {
                        2usize
                    } else if *key == *b"media.ad.creativeURL" {
                        7usize
                    } else if *key == *b"media.ad.placementId" {
                        9usize
                    } else {
                        return None
                    }
                }
                24usize => {
                    if *key == *b"media.ad.podFriendlyName" {
                        10usize
                    } else {
                        return None
                    }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for AdStartParamsVisitor {
    type Value = AdStartParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut id: ::std::option::Option<::std::string::String> = None;
        let mut length: ::std::option::Option<f64> = None;
        let mut pod_position: ::std::option::Option<i64> = None;
        let mut player_name: ::std::option::Option<::std::string::String> = None;
        let mut advertiser: ::std::option::Option<::std::string::String> = None;
        let mut campaign_id: ::std::option::Option<::std::string::String> = None;
        let mut creative_id: ::std::option::Option<::std::string::String> = None;
        let mut creative_url: ::std::option::Option<::std::string::String> = None;
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut placement_id: ::std::option::Option<::std::string::String> = None;
        let mut pod_friendly_name: ::std::option::Option<::std::string::String> = None;
        let mut site_id: ::std::option::Option<::std::string::String> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut id,
                        "media.ad.id",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut length,
                        "media.ad.length",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(2usize) => {
                    crate::support::read_member(
                        &mut pod_position,
                        "media.ad.podPosition",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(3usize) => {
                    crate::support::read_member(
                        &mut player_name,
                        "media.ad.playerName",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(4usize) => {
                    crate::support::read_member(
                        &mut advertiser,
                        "media.ad.advertiser",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(5usize) => {
                    crate::support::read_member(
                        &mut campaign_id,
                        "media.ad.campaignId",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(6usize) => {
                    crate::support::read_member(
                        &mut creative_id,
                        "media.ad.creativeId",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(7usize) => {
                    crate::support::read_member(
                        &mut creative_url,
                        "media.ad.creativeURL",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(8usize) => {
                    crate::support::read_member(
                        &mut name,
                        "media.ad.name",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(9usize) => {
                    crate::support::read_member(
                        &mut placement_id,
                        "media.ad.placementId",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(10usize) => {
                    crate::support::read_member(
                        &mut pod_friendly_name,
                        "media.ad.podFriendlyName",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(11usize) => {
                    crate::support::read_member(
                        &mut site_id,
                        "media.ad.siteId",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(AdStartParams {
            id: crate::support::required(id, "media.ad.id")?,
            length: crate::support::required(length, "media.ad.length")?,
            pod_position: crate::support::required(
                pod_position,
                "media.ad.podPosition",
            )?,
            player_name: crate::support::required(player_name, "media.ad.playerName")?,
            advertiser,
            campaign_id,
            creative_id,
            creative_url,
            name,
            placement_id,
            pod_friendly_name,
            site_id,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for AdStartParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(AdStartParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for AdStartParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut id: ::std::option::Option<::std::string::String> = None;
        let mut length: ::std::option::Option<f64> = None;
        let mut pod_position: ::std::option::Option<i64> = None;
        let mut player_name: ::std::option::Option<::std::string::String> = None;
        let mut advertiser: ::std::option::Option<::std::string::String> = None;
        let mut campaign_id: ::std::option::Option<::std::string::String> = None;
        let mut creative_id: ::std::option::Option<::std::string::String> = None;
        let mut creative_url: ::std::option::Option<::std::string::String> = None;
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut placement_id: ::std::option::Option<::std::string::String> = None;
        let mut pod_friendly_name: ::std::option::Option<::std::string::String> = None;
        let mut site_id: ::std::option::Option<::std::string::String> = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                11usize => {
                    if *key__ == *b"media.ad.id" {
                        crate::direct::member(&mut id, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                13usize => {
                    if *key__ == *b"media.ad.name" {
                        crate::direct::member(&mut name, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                15usize => {
                    if *key__ == *b"media.ad.length" {
                        crate::direct::member(&mut length, cursor__)?
                    } else if *key__ == *b"media.ad.siteId" {
                        crate::direct::member(&mut site_id, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                19usize => {
                    if *key__ == *b"media.ad.playerName" {
                        crate::direct::member(&mut player_name, cursor__)?
                    } else if *key__ == *b"media.ad.advertiser" {
                        crate::direct::member(&mut advertiser, cursor__)?
                    } else if *key__ == *b"media.ad.campaignId" {
                        crate::direct::member(&mut campaign_id, cursor__)?
                    } else if *key__ == *b"media.ad.creativeId" {
                        crate::direct::member(&mut creative_id, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                20usize => {
                    if *key__ == *b"media.ad.podPosition" {
                        crate::direct::member(&mut pod_position, cursor__)?
                    } else if *key__ == *b"media.ad.creativeURL" {
                        crate::direct::member(&mut creative_url, cursor__)?
                    } else if *key__ == *b"media.ad.placementId" {
                        crate::direct::member(&mut placement_id, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                24usize => {
                    if *key__ == *b"media.ad.podFriendlyName" {
                        crate::direct::member(&mut pod_friendly_name, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            id: id.ok_or(crate::direct::Declined)?,
            length: length.ok_or(crate::direct::Declined)?,
            pod_position: pod_position.ok_or(crate::direct::Declined)?,
            player_name: player_name.ok_or(crate::direct::Declined)?,
            advertiser,
            campaign_id,
            creative_id,
            creative_url,
            name,
            placement_id,
            pod_friendly_name,
            site_id,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for AdStartParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"media.ad.id\":");
        crate::direct::WriteDirect::write_direct(&self.id, text)?;
        text.extend_from_slice(b",\"media.ad.length\":");
        crate::direct::WriteDirect::write_direct(&self.length, text)?;
        text.extend_from_slice(b",\"media.ad.podPosition\":");
        crate::direct::WriteDirect::write_direct(&self.pod_position, text)?;
        text.extend_from_slice(b",\"media.ad.playerName\":");
        crate::direct::WriteDirect::write_direct(&self.player_name, text)?;
        if let Some(value) = &self.advertiser {
            text.extend_from_slice(b",\"media.ad.advertiser\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.campaign_id {
            text.extend_from_slice(b",\"media.ad.campaignId\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.creative_id {
            text.extend_from_slice(b",\"media.ad.creativeId\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.creative_url {
            text.extend_from_slice(b",\"media.ad.creativeURL\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.name {
            text.extend_from_slice(b",\"media.ad.name\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.placement_id {
            text.extend_from_slice(b",\"media.ad.placementId\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.pod_friendly_name {
            text.extend_from_slice(b",\"media.ad.podFriendlyName\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.site_id {
            text.extend_from_slice(b",\"media.ad.siteId\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for AdStartParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&AD_START_PARAMS.members[0usize], &self.id);
        checker.member(&AD_START_PARAMS.members[1usize], &self.length);
        checker.member(&AD_START_PARAMS.members[2usize], &self.pod_position);
        checker.member(&AD_START_PARAMS.members[3usize], &self.player_name);
        if let Some(value) = &self.advertiser {
            checker.member(&AD_START_PARAMS.members[4usize], value);
        }
        if let Some(value) = &self.campaign_id {
            checker.member(&AD_START_PARAMS.members[5usize], value);
        }
        if let Some(value) = &self.creative_id {
            checker.member(&AD_START_PARAMS.members[6usize], value);
        }
        if let Some(value) = &self.creative_url {
            checker.member(&AD_START_PARAMS.members[7usize], value);
        }
        if let Some(value) = &self.name {
            checker.member(&AD_START_PARAMS.members[8usize], value);
        }
        if let Some(value) = &self.placement_id {
            checker.member(&AD_START_PARAMS.members[9usize], value);
        }
        if let Some(value) = &self.pod_friendly_name {
            checker.member(&AD_START_PARAMS.members[10usize], value);
        }
        if let Some(value) = &self.site_id {
            checker.member(&AD_START_PARAMS.members[11usize], value);
        }
        checker.extra(&AD_START_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for AdStartParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
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
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for AdStartParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            id: crate::support::always(source, &AD_START_PARAMS.members[0usize].limits),
            length: crate::support::always(
                source,
                &AD_START_PARAMS.members[1usize].limits,
            ),
            pod_position: crate::support::always(
                source,
                &AD_START_PARAMS.members[2usize].limits,
            ),
            player_name: crate::support::always(
                source,
                &AD_START_PARAMS.members[3usize].limits,
            ),
            advertiser: crate::support::sometimes(
                source,
                &AD_START_PARAMS.members[4usize].limits,
            ),
            campaign_id: crate::support::sometimes(
                source,
                &AD_START_PARAMS.members[5usize].limits,
            ),
            creative_id: crate::support::sometimes(
                source,
                &AD_START_PARAMS.members[6usize].limits,
            ),
            creative_url: crate::support::sometimes(
                source,
                &AD_START_PARAMS.members[7usize].limits,
            ),
            name: crate::support::sometimes(
                source,
                &AD_START_PARAMS.members[8usize].limits,
            ),
            placement_id: crate::support::sometimes(
                source,
                &AD_START_PARAMS.members[9usize].limits,
            ),
            pod_friendly_name: crate::support::sometimes(
                source,
                &AD_START_PARAMS.members[10usize].limits,
            ),
            site_id: crate::support::sometimes(
                source,
                &AD_START_PARAMS.members[11usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
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
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for AdStartParams {
    const SHAPE: &'static crate::schema::Object = &AD_START_PARAMS;
}
crate::support::object_traits!(AdStartParams);
/// Which chapter starts, where in the content, and how long it is.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/chapters/chapter-start>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ChapterStartParams {
    /// Length of the chapter.
    ///
    /// Wire key `media.chapter.length`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-length>.
    #[doc(alias = "media.chapter.length")]
    pub length: f64,
    /// Chapter offset: position in the content at which the chapter begins, counted from the start of the content.
    ///
    /// Wire key `media.chapter.offset`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-offset>.
    #[doc(alias = "media.chapter.offset")]
    pub offset: f64,
    /// Place of the chapter in the content (chapter position), normally counted from 1. The documentation tolerates 0.
    ///
    /// Wire key `media.chapter.index`: integer, required. A careful sender keeps it at 1 or above.
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
    pub friendly_name: ::std::option::Option<::std::string::String>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
/// Sets the members of [`ChapterStartParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct ChapterStartParamsBuilder<
    Member0 = unset::length,
    Member1 = unset::offset,
    Member2 = unset::index,
> {
    length: Member0,
    offset: Member1,
    index: Member2,
    optional__: ChapterStartParamsOptional,
}
#[derive(Default)]
struct ChapterStartParamsOptional {
    friendly_name: ::std::option::Option<::std::string::String>,
    extra: crate::extra::Extra,
}
impl<Member0, Member1, Member2> ::std::fmt::Debug
for ChapterStartParamsBuilder<Member0, Member1, Member2> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("ChapterStartParamsBuilder").finish_non_exhaustive()
    }
}
impl ChapterStartParams {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> ChapterStartParamsBuilder {
        ChapterStartParamsBuilder {
            length: unset::length {},
            offset: unset::offset {},
            index: unset::index {},
            optional__: ChapterStartParamsOptional::default(),
        }
    }
}
impl<Member1, Member2> ChapterStartParamsBuilder<unset::length, Member1, Member2> {
    /// Length of the chapter.
    ///
    /// Wire key `media.chapter.length`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-length>.
    pub fn length(
        self,
        length: f64,
    ) -> ChapterStartParamsBuilder<f64, Member1, Member2> {
        ChapterStartParamsBuilder {
            length: length,
            offset: self.offset,
            index: self.index,
            optional__: self.optional__,
        }
    }
}
impl<Member0, Member2> ChapterStartParamsBuilder<Member0, unset::offset, Member2> {
    /// Chapter offset: position in the content at which the chapter begins, counted from the start of the content.
    ///
    /// Wire key `media.chapter.offset`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-offset>.
    pub fn offset(
        self,
        offset: f64,
    ) -> ChapterStartParamsBuilder<Member0, f64, Member2> {
        ChapterStartParamsBuilder {
            length: self.length,
            offset: offset,
            index: self.index,
            optional__: self.optional__,
        }
    }
}
impl<Member0, Member1> ChapterStartParamsBuilder<Member0, Member1, unset::index> {
    /// Place of the chapter in the content (chapter position), normally counted from 1. The documentation tolerates 0.
    ///
    /// Wire key `media.chapter.index`: integer, required. A careful sender keeps it at 1 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-position>.
    pub fn index(self, index: i64) -> ChapterStartParamsBuilder<Member0, Member1, i64> {
        ChapterStartParamsBuilder {
            length: self.length,
            offset: self.offset,
            index: index,
            optional__: self.optional__,
        }
    }
}
impl<Member0, Member1, Member2> ChapterStartParamsBuilder<Member0, Member1, Member2> {
    /// Friendly name of the chapter (chapter name). Optional here, mandatory in the official SDKs.
    ///
    /// Wire key `media.chapter.friendlyName`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/chapters/chapter-name>.
    pub fn friendly_name(
        mut self,
        friendly_name: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.friendly_name = ::std::option::Option::Some(
            friendly_name.into(),
        );
        self
    }
    /// [`friendly_name`](Self::friendly_name), if there is one.
    pub fn maybe_friendly_name(
        mut self,
        friendly_name: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.friendly_name = friendly_name.map(::std::convert::Into::into);
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`ChapterStartParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> ChapterStartParams
    where
        Member0: crate::support::Given<f64>,
        Member1: crate::support::Given<f64>,
        Member2: crate::support::Given<i64>,
    {
        ChapterStartParams {
            length: self.length.given(),
            offset: self.offset.given(),
            index: self.index.given(),
            friendly_name: self.optional__.friendly_name,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for ChapterStartParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members
            .serialize_entry(
                "media.chapter.length",
                &crate::support::Writing(&self.length),
            )?;
        members
            .serialize_entry(
                "media.chapter.offset",
                &crate::support::Writing(&self.offset),
            )?;
        members
            .serialize_entry(
                "media.chapter.index",
                &crate::support::Writing(&self.index),
            )?;
        if let Some(value) = &self.friendly_name {
            members
                .serialize_entry(
                    "media.chapter.friendlyName",
                    &crate::support::Writing(value),
                )?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct ChapterStartParamsVisitor(crate::support::Mode);
impl ChapterStartParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                19usize => {
                    if *key == *b"media.chapter.index" { 2usize } else { return None }
                }
                20usize => {
                    if *key == *b"media.chapter.length" {
                        0usize
                    } else if *key == *b"media.chapter.offset" {
                        1usize
                    } else {
                        return None
                    }
                }
                26usize => {
                    if *key == *b"media.chapter.friendlyName" {
                        3usize
                    } else {
                        return None
                    }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for ChapterStartParamsVisitor {
    type Value = ChapterStartParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut length: ::std::option::Option<f64> = None;
        let mut offset: ::std::option::Option<f64> = None;
        let mut index: ::std::option::Option<i64> = None;
        let mut friendly_name: ::std::option::Option<::std::string::String> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut length,
                        "media.chapter.length",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut offset,
                        "media.chapter.offset",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(2usize) => {
                    crate::support::read_member(
                        &mut index,
                        "media.chapter.index",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(3usize) => {
                    crate::support::read_member(
                        &mut friendly_name,
                        "media.chapter.friendlyName",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(ChapterStartParams {
            length: crate::support::required(length, "media.chapter.length")?,
            offset: crate::support::required(offset, "media.chapter.offset")?,
            index: crate::support::required(index, "media.chapter.index")?,
            friendly_name,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for ChapterStartParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(ChapterStartParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for ChapterStartParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut length: ::std::option::Option<f64> = None;
        let mut offset: ::std::option::Option<f64> = None;
        let mut index: ::std::option::Option<i64> = None;
        let mut friendly_name: ::std::option::Option<::std::string::String> = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                19usize => {
                    if *key__ == *b"media.chapter.index" {
                        crate::direct::member(&mut index, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                20usize => {
                    if *key__ == *b"media.chapter.length" {
                        crate::direct::member(&mut length, cursor__)?
                    } else if *key__ == *b"media.chapter.offset" {
                        crate::direct::member(&mut offset, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                26usize => {
                    if *key__ == *b"media.chapter.friendlyName" {
                        crate::direct::member(&mut friendly_name, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            length: length.ok_or(crate::direct::Declined)?,
            offset: offset.ok_or(crate::direct::Declined)?,
            index: index.ok_or(crate::direct::Declined)?,
            friendly_name,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for ChapterStartParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"media.chapter.length\":");
        crate::direct::WriteDirect::write_direct(&self.length, text)?;
        text.extend_from_slice(b",\"media.chapter.offset\":");
        crate::direct::WriteDirect::write_direct(&self.offset, text)?;
        text.extend_from_slice(b",\"media.chapter.index\":");
        crate::direct::WriteDirect::write_direct(&self.index, text)?;
        if let Some(value) = &self.friendly_name {
            text.extend_from_slice(b",\"media.chapter.friendlyName\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for ChapterStartParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&CHAPTER_START_PARAMS.members[0usize], &self.length);
        checker.member(&CHAPTER_START_PARAMS.members[1usize], &self.offset);
        checker.member(&CHAPTER_START_PARAMS.members[2usize], &self.index);
        if let Some(value) = &self.friendly_name {
            checker.member(&CHAPTER_START_PARAMS.members[3usize], value);
        }
        checker.extra(&CHAPTER_START_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for ChapterStartParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
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
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for ChapterStartParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            length: crate::support::always(
                source,
                &CHAPTER_START_PARAMS.members[0usize].limits,
            ),
            offset: crate::support::always(
                source,
                &CHAPTER_START_PARAMS.members[1usize].limits,
            ),
            index: crate::support::always(
                source,
                &CHAPTER_START_PARAMS.members[2usize].limits,
            ),
            friendly_name: crate::support::sometimes(
                source,
                &CHAPTER_START_PARAMS.members[3usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
        if self.friendly_name.is_some() {
            smaller
                .push(Self {
                    friendly_name: None,
                    ..self.clone()
                });
        }
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for ChapterStartParams {
    const SHAPE: &'static crate::schema::Object = &CHAPTER_START_PARAMS;
}
crate::support::object_traits!(ChapterStartParams);
/// One identity the sender knows the viewer by, with its login state. The kind of identity is the map key it is stored under in `visitor.customerIDs`.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerId {
    /// The identity itself. The SDKs drop entries where it is empty.
    ///
    /// Wire key `id`: string, required. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub id: ::std::string::String,
    /// Whether the viewer was logged in under this identity.
    ///
    /// Wire key `authState`: integer, required. A careful sender keeps it from 0 to 2.
    ///
    /// Source: <https://github.com/adobe/aepsdk-media-android>.
    #[doc(alias = "authState")]
    pub auth_state: AuthState,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl CustomerId {
    /// The required members; what is optional can be set afterwards, or with `CustomerId::builder`.
    #[must_use]
    pub fn new(
        id: impl ::std::convert::Into<::std::string::String>,
        auth_state: AuthState,
    ) -> Self {
        Self {
            id: id.into(),
            auth_state: auth_state,
            extra: crate::extra::Extra::new(),
        }
    }
}
/// Sets the members of [`CustomerId`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct CustomerIdBuilder<Member0 = unset::id, Member1 = unset::auth_state> {
    id: Member0,
    auth_state: Member1,
    optional__: CustomerIdOptional,
}
#[derive(Default)]
struct CustomerIdOptional {
    extra: crate::extra::Extra,
}
impl<Member0, Member1> ::std::fmt::Debug for CustomerIdBuilder<Member0, Member1> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("CustomerIdBuilder").finish_non_exhaustive()
    }
}
impl CustomerId {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> CustomerIdBuilder {
        CustomerIdBuilder {
            id: unset::id {},
            auth_state: unset::auth_state {},
            optional__: CustomerIdOptional::default(),
        }
    }
}
impl<Member1> CustomerIdBuilder<unset::id, Member1> {
    /// The identity itself. The SDKs drop entries where it is empty.
    ///
    /// Wire key `id`: string, required. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn id(
        self,
        id: impl ::std::convert::Into<::std::string::String>,
    ) -> CustomerIdBuilder<::std::string::String, Member1> {
        CustomerIdBuilder {
            id: id.into(),
            auth_state: self.auth_state,
            optional__: self.optional__,
        }
    }
}
impl<Member0> CustomerIdBuilder<Member0, unset::auth_state> {
    /// Whether the viewer was logged in under this identity.
    ///
    /// Wire key `authState`: integer, required. A careful sender keeps it from 0 to 2.
    ///
    /// Source: <https://github.com/adobe/aepsdk-media-android>.
    pub fn auth_state(
        self,
        auth_state: AuthState,
    ) -> CustomerIdBuilder<Member0, AuthState> {
        CustomerIdBuilder {
            id: self.id,
            auth_state: auth_state,
            optional__: self.optional__,
        }
    }
}
impl<Member0, Member1> CustomerIdBuilder<Member0, Member1> {
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`CustomerId`], once all required members are set.
    #[must_use]
    pub fn build(self) -> CustomerId
    where
        Member0: crate::support::Given<::std::string::String>,
        Member1: crate::support::Given<AuthState>,
    {
        CustomerId {
            id: self.id.given(),
            auth_state: self.auth_state.given(),
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for CustomerId {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("id", &crate::support::Writing(&self.id))?;
        members
            .serialize_entry("authState", &crate::support::Writing(&self.auth_state))?;
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct CustomerIdVisitor(crate::support::Mode);
impl CustomerIdVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                2usize => if *key == *b"id" { 0usize } else { return None }
                9usize => if *key == *b"authState" { 1usize } else { return None }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for CustomerIdVisitor {
    type Value = CustomerId;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut id: ::std::option::Option<::std::string::String> = None;
        let mut auth_state: ::std::option::Option<AuthState> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(&mut id, "id", &mut members__, self.0)?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut auth_state,
                        "authState",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(CustomerId {
            id: crate::support::required(id, "id")?,
            auth_state: crate::support::required(auth_state, "authState")?,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for CustomerId {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(CustomerIdVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for CustomerId {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut id: ::std::option::Option<::std::string::String> = None;
        let mut auth_state: ::std::option::Option<AuthState> = None;
        let mut next__ = if cursor__.literal(b"{\"id\":") {
            crate::direct::member(&mut id, cursor__)?;
            if cursor__.literal(b",\"authState\":") {
                crate::direct::member(&mut auth_state, cursor__)?;
            }
            cursor__.next_key()
        } else {
            cursor__.expect(b'{')?;
            cursor__.first_key()
        };
        while let Some(key__) = next__ {
            match key__.len() {
                2usize => {
                    if *key__ == *b"id" {
                        crate::direct::member(&mut id, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                9usize => {
                    if *key__ == *b"authState" {
                        crate::direct::member(&mut auth_state, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            id: id.ok_or(crate::direct::Declined)?,
            auth_state: auth_state.ok_or(crate::direct::Declined)?,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for CustomerId {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"id\":");
        crate::direct::WriteDirect::write_direct(&self.id, text)?;
        text.extend_from_slice(b",\"authState\":");
        crate::direct::WriteDirect::write_direct(&self.auth_state, text)?;
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for CustomerId {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&CUSTOMER_ID.members[0usize], &self.id);
        checker.member(&CUSTOMER_ID.members[1usize], &self.auth_state);
        checker.extra(&CUSTOMER_ID, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for CustomerId {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("CustomerId");
        shown.field("id", &crate::support::Redacted);
        shown.field("auth_state", &self.auth_state);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for CustomerId {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            id: crate::support::always(source, &CUSTOMER_ID.members[0usize].limits),
            auth_state: crate::support::always(
                source,
                &CUSTOMER_ID.members[1usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
}
impl crate::support::Described for CustomerId {
    const SHAPE: &'static crate::schema::Object = &CUSTOMER_ID;
}
crate::support::object_traits!(CustomerId);
/// A second place for the details of an error, shown in one sample of the documentation and used by no official SDK. Senders use `qoeData` with `media.qoe.errorID` and `media.qoe.errorSource` instead.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ErrorParams {
    /// Error id, in a place that only one documentation sample uses; senders use `media.qoe.errorID` in `qoeData`.
    ///
    /// Wire key `media.errorId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    #[doc(alias = "media.errorId")]
    pub error_id: ::std::option::Option<::std::string::String>,
    /// Error source, in a place that only one documentation sample uses; senders use `media.qoe.errorSource` in `qoeData`.
    ///
    /// Wire key `media.errorSource`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    #[doc(alias = "media.errorSource")]
    pub error_source: ::std::option::Option<::std::string::String>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
/// Sets the members of [`ErrorParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct ErrorParamsBuilder {
    optional__: ErrorParamsOptional,
}
#[derive(Default)]
struct ErrorParamsOptional {
    error_id: ::std::option::Option<::std::string::String>,
    error_source: ::std::option::Option<::std::string::String>,
    extra: crate::extra::Extra,
}
impl ::std::fmt::Debug for ErrorParamsBuilder {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("ErrorParamsBuilder").finish_non_exhaustive()
    }
}
impl ErrorParams {
    /// Begins a value of which members are set by name.
    pub fn builder() -> ErrorParamsBuilder {
        ErrorParamsBuilder {
            optional__: ErrorParamsOptional::default(),
        }
    }
}
impl ErrorParamsBuilder {
    /// Error id, in a place that only one documentation sample uses; senders use `media.qoe.errorID` in `qoeData`.
    ///
    /// Wire key `media.errorId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    pub fn error_id(
        mut self,
        error_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.error_id = ::std::option::Option::Some(error_id.into());
        self
    }
    /// [`error_id`](Self::error_id), if there is one.
    pub fn maybe_error_id(
        mut self,
        error_id: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.error_id = error_id.map(::std::convert::Into::into);
        self
    }
    /// Error source, in a place that only one documentation sample uses; senders use `media.qoe.errorSource` in `qoeData`.
    ///
    /// Wire key `media.errorSource`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/error>.
    pub fn error_source(
        mut self,
        error_source: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.error_source = ::std::option::Option::Some(error_source.into());
        self
    }
    /// [`error_source`](Self::error_source), if there is one.
    pub fn maybe_error_source(
        mut self,
        error_source: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.error_source = error_source.map(::std::convert::Into::into);
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`ErrorParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> ErrorParams {
        ErrorParams {
            error_id: self.optional__.error_id,
            error_source: self.optional__.error_source,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for ErrorParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        if let Some(value) = &self.error_id {
            members.serialize_entry("media.errorId", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.error_source {
            members
                .serialize_entry("media.errorSource", &crate::support::Writing(value))?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct ErrorParamsVisitor(crate::support::Mode);
impl ErrorParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                13usize => if *key == *b"media.errorId" { 0usize } else { return None }
                17usize => {
                    if *key == *b"media.errorSource" { 1usize } else { return None }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for ErrorParamsVisitor {
    type Value = ErrorParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut error_id: ::std::option::Option<::std::string::String> = None;
        let mut error_source: ::std::option::Option<::std::string::String> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut error_id,
                        "media.errorId",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut error_source,
                        "media.errorSource",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(ErrorParams {
            error_id,
            error_source,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for ErrorParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(ErrorParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for ErrorParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut error_id: ::std::option::Option<::std::string::String> = None;
        let mut error_source: ::std::option::Option<::std::string::String> = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                13usize => {
                    if *key__ == *b"media.errorId" {
                        crate::direct::member(&mut error_id, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                17usize => {
                    if *key__ == *b"media.errorSource" {
                        crate::direct::member(&mut error_source, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            error_id,
            error_source,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for ErrorParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        if let Some(value) = &self.error_id {
            text.extend_from_slice(b",\"media.errorId\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.error_source {
            text.extend_from_slice(b",\"media.errorSource\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for ErrorParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        if let Some(value) = &self.error_id {
            checker.member(&ERROR_PARAMS.members[0usize], value);
        }
        if let Some(value) = &self.error_source {
            checker.member(&ERROR_PARAMS.members[1usize], value);
        }
        checker.extra(&ERROR_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for ErrorParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
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
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for ErrorParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            error_id: crate::support::sometimes(
                source,
                &ERROR_PARAMS.members[0usize].limits,
            ),
            error_source: crate::support::sometimes(
                source,
                &ERROR_PARAMS.members[1usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
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
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for ErrorParams {
    const SHAPE: &'static crate::schema::Object = &ERROR_PARAMS;
}
crate::support::object_traits!(ErrorParams);
/// Where the player was and when: the playhead in the content and the wall-clock time of the event. Every event carries one.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-events-req>.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct PlayerTime {
    /// Position in the main content, fractions allowed. It stands still during an ad break; for live and linear content it is the second of the UTC day (below 86400).
    ///
    /// Wire key `playhead`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-events-req>.
    pub playhead: f64,
    /// Clock time at which the event happened, not the time it was sent. Each event of a session must be at least one millisecond later than the one before, because the back end sorts by it.
    ///
    /// Wire key `ts`: integer, required, in milliseconds since the Unix epoch (UTC). A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-ctrl-order>.
    pub ts: i64,
}
impl PlayerTime {
    /// The required members; what is optional can be set afterwards, or with `PlayerTime::builder`.
    #[must_use]
    pub const fn new(playhead: f64, ts: i64) -> Self {
        Self { playhead: playhead, ts: ts }
    }
}
/// Sets the members of [`PlayerTime`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct PlayerTimeBuilder<Member0 = unset::playhead, Member1 = unset::ts> {
    playhead: Member0,
    ts: Member1,
    optional__: PlayerTimeOptional,
}
#[derive(Default)]
struct PlayerTimeOptional {}
impl<Member0, Member1> ::std::fmt::Debug for PlayerTimeBuilder<Member0, Member1> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("PlayerTimeBuilder").finish_non_exhaustive()
    }
}
impl PlayerTime {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> PlayerTimeBuilder {
        PlayerTimeBuilder {
            playhead: unset::playhead {},
            ts: unset::ts {},
            optional__: PlayerTimeOptional::default(),
        }
    }
}
impl<Member1> PlayerTimeBuilder<unset::playhead, Member1> {
    /// Position in the main content, fractions allowed. It stands still during an ad break; for live and linear content it is the second of the UTC day (below 86400).
    ///
    /// Wire key `playhead`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-events-req>.
    pub fn playhead(self, playhead: f64) -> PlayerTimeBuilder<f64, Member1> {
        PlayerTimeBuilder {
            playhead: playhead,
            ts: self.ts,
            optional__: self.optional__,
        }
    }
}
impl<Member0> PlayerTimeBuilder<Member0, unset::ts> {
    /// Clock time at which the event happened, not the time it was sent. Each event of a session must be at least one millisecond later than the one before, because the back end sorts by it.
    ///
    /// Wire key `ts`: integer, required, in milliseconds since the Unix epoch (UTC). A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-ctrl-order>.
    pub fn ts(self, ts: i64) -> PlayerTimeBuilder<Member0, i64> {
        PlayerTimeBuilder {
            playhead: self.playhead,
            ts: ts,
            optional__: self.optional__,
        }
    }
}
impl<Member0, Member1> PlayerTimeBuilder<Member0, Member1> {
    /// The [`PlayerTime`], once all required members are set.
    #[must_use]
    pub fn build(self) -> PlayerTime
    where
        Member0: crate::support::Given<f64>,
        Member1: crate::support::Given<i64>,
    {
        PlayerTime {
            playhead: self.playhead.given(),
            ts: self.ts.given(),
        }
    }
}
impl ::serde::Serialize for PlayerTime {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("playhead", &crate::support::Writing(&self.playhead))?;
        members.serialize_entry("ts", &crate::support::Writing(&self.ts))?;
        members.end()
    }
}
struct PlayerTimeVisitor(crate::support::Mode);
impl PlayerTimeVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                2usize => if *key == *b"ts" { 1usize } else { return None }
                8usize => if *key == *b"playhead" { 0usize } else { return None }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for PlayerTimeVisitor {
    type Value = (PlayerTime, crate::extra::Extra);
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut playhead: ::std::option::Option<f64> = None;
        let mut ts: ::std::option::Option<i64> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut playhead,
                        "playhead",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(&mut ts, "ts", &mut members__, self.0)?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok((
            PlayerTime {
                playhead: crate::support::required(playhead, "playhead")?,
                ts: crate::support::required(ts, "ts")?,
            },
            extra__,
        ))
    }
}
impl PlayerTime {
    /// Reads the object and hands back what it has no room for.
    pub(crate) fn read_keeping<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<(Self, crate::extra::Extra), D::Error> {
        deserializer.deserialize_map(PlayerTimeVisitor(mode))
    }
}
impl crate::support::Wire for PlayerTime {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        Self::read_keeping(deserializer, mode).map(|(read, _)| read)
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for PlayerTime {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut playhead: ::std::option::Option<f64> = None;
        let mut ts: ::std::option::Option<i64> = None;
        let mut next__ = if cursor__.literal(b"{\"playhead\":") {
            crate::direct::member(&mut playhead, cursor__)?;
            if cursor__.literal(b",\"ts\":") {
                crate::direct::member(&mut ts, cursor__)?;
            }
            cursor__.next_key()
        } else {
            cursor__.expect(b'{')?;
            cursor__.first_key()
        };
        while let Some(key__) = next__ {
            match key__.len() {
                2usize => {
                    if *key__ == *b"ts" {
                        crate::direct::member(&mut ts, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                8usize => {
                    if *key__ == *b"playhead" {
                        crate::direct::member(&mut playhead, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            playhead: playhead.ok_or(crate::direct::Declined)?,
            ts: ts.ok_or(crate::direct::Declined)?,
        })
    }
}
impl crate::direct::WriteDirect for PlayerTime {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        let begin = text.len();
        text.extend_from_slice(b",\"playhead\":");
        crate::direct::WriteDirect::write_direct(&self.playhead, text)?;
        text.extend_from_slice(b",\"ts\":");
        crate::direct::WriteDirect::write_direct(&self.ts, text)?;
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for PlayerTime {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&PLAYER_TIME.members[0usize], &self.playhead);
        checker.member(&PLAYER_TIME.members[1usize], &self.ts);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for PlayerTime {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("PlayerTime");
        shown.field("playhead", &self.playhead);
        shown.field("ts", &self.ts);
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for PlayerTime {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            playhead: crate::support::always(
                source,
                &PLAYER_TIME.members[0usize].limits,
            ),
            ts: crate::support::always(source, &PLAYER_TIME.members[1usize].limits),
        }
    }
}
impl crate::support::Described for PlayerTime {
    const SHAPE: &'static crate::schema::Object = &PLAYER_TIME;
}
crate::support::object_traits!(PlayerTime);
/// Quality of experience at the moment of the event. Optional on every event; all its numbers are integers, and an absent member means unchanged or unknown.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-sending-qoe>.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct QoeData {
    /// Bitrate the player uses now; the average in the reports is computed from it. Some older pages count in kilobits, so check the sender before comparing values.
    ///
    /// Wire key `media.qoe.bitrate`: integer, optional, in bits per second. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-sending-qoe>.
    #[doc(alias = "media.qoe.bitrate")]
    pub bitrate: ::std::option::Option<i64>,
    /// Frames dropped since the session started, a running total.
    ///
    /// Wire key `media.qoe.droppedFrames`: integer, optional, in frames. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/dropped-frames>.
    #[doc(alias = "media.qoe.droppedFrames")]
    pub dropped_frames: ::std::option::Option<i64>,
    /// Id of the error, chosen by the sender. Belongs to the `error` event; mind the capital letters at the end of the key.
    ///
    /// Wire key `media.qoe.errorID`: string, optional. A careful sender keeps it non-empty.
    ///
    /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
    #[doc(alias = "media.qoe.errorID")]
    pub error_id: ::std::option::Option<::std::string::String>,
    /// Where the error came from. Belongs to the `error` event; the official SDKs only ever send `player`.
    ///
    /// Wire key `media.qoe.errorSource`: string, optional.
    ///
    /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
    #[doc(alias = "media.qoe.errorSource")]
    pub error_source: ::std::option::Option<::std::string::String>,
    /// Current frame rate. Only whole numbers are accepted: round 23.976 before sending.
    ///
    /// Wire key `media.qoe.framesPerSecond`: integer, optional, in frames per second. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/frames-per-second>.
    #[doc(alias = "media.qoe.framesPerSecond")]
    pub frames_per_second: ::std::option::Option<i64>,
    /// Time from the viewer's wish to play until the first frame (time to start). Fixed once the first frame is shown; some SDK pages wrongly give it in seconds.
    ///
    /// Wire key `media.qoe.timeToStart`: integer, optional, in milliseconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/time-to-start>.
    #[doc(alias = "media.qoe.timeToStart")]
    pub time_to_start: ::std::option::Option<i64>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
/// Sets the members of [`QoeData`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct QoeDataBuilder {
    optional__: QoeDataOptional,
}
#[derive(Default)]
struct QoeDataOptional {
    bitrate: ::std::option::Option<i64>,
    dropped_frames: ::std::option::Option<i64>,
    error_id: ::std::option::Option<::std::string::String>,
    error_source: ::std::option::Option<::std::string::String>,
    frames_per_second: ::std::option::Option<i64>,
    time_to_start: ::std::option::Option<i64>,
    extra: crate::extra::Extra,
}
impl ::std::fmt::Debug for QoeDataBuilder {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("QoeDataBuilder").finish_non_exhaustive()
    }
}
impl QoeData {
    /// Begins a value of which members are set by name.
    pub fn builder() -> QoeDataBuilder {
        QoeDataBuilder {
            optional__: QoeDataOptional::default(),
        }
    }
}
impl QoeDataBuilder {
    /// Bitrate the player uses now; the average in the reports is computed from it. Some older pages count in kilobits, so check the sender before comparing values.
    ///
    /// Wire key `media.qoe.bitrate`: integer, optional, in bits per second. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-sending-qoe>.
    pub fn bitrate(mut self, bitrate: i64) -> Self {
        self.optional__.bitrate = ::std::option::Option::Some(bitrate);
        self
    }
    /// [`bitrate`](Self::bitrate), if there is one.
    pub fn maybe_bitrate(mut self, bitrate: ::std::option::Option<i64>) -> Self {
        self.optional__.bitrate = bitrate;
        self
    }
    /// Frames dropped since the session started, a running total.
    ///
    /// Wire key `media.qoe.droppedFrames`: integer, optional, in frames. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/dropped-frames>.
    pub fn dropped_frames(mut self, dropped_frames: i64) -> Self {
        self.optional__.dropped_frames = ::std::option::Option::Some(dropped_frames);
        self
    }
    /// [`dropped_frames`](Self::dropped_frames), if there is one.
    pub fn maybe_dropped_frames(
        mut self,
        dropped_frames: ::std::option::Option<i64>,
    ) -> Self {
        self.optional__.dropped_frames = dropped_frames;
        self
    }
    /// Id of the error, chosen by the sender. Belongs to the `error` event; mind the capital letters at the end of the key.
    ///
    /// Wire key `media.qoe.errorID`: string, optional. A careful sender keeps it non-empty.
    ///
    /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
    pub fn error_id(
        mut self,
        error_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.error_id = ::std::option::Option::Some(error_id.into());
        self
    }
    /// [`error_id`](Self::error_id), if there is one.
    pub fn maybe_error_id(
        mut self,
        error_id: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.error_id = error_id.map(::std::convert::Into::into);
        self
    }
    /// Where the error came from. Belongs to the `error` event; the official SDKs only ever send `player`.
    ///
    /// Wire key `media.qoe.errorSource`: string, optional.
    ///
    /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
    pub fn error_source(
        mut self,
        error_source: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.error_source = ::std::option::Option::Some(error_source.into());
        self
    }
    /// [`error_source`](Self::error_source), if there is one.
    pub fn maybe_error_source(
        mut self,
        error_source: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.error_source = error_source.map(::std::convert::Into::into);
        self
    }
    /// Current frame rate. Only whole numbers are accepted: round 23.976 before sending.
    ///
    /// Wire key `media.qoe.framesPerSecond`: integer, optional, in frames per second. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/frames-per-second>.
    pub fn frames_per_second(mut self, frames_per_second: i64) -> Self {
        self.optional__.frames_per_second = ::std::option::Option::Some(
            frames_per_second,
        );
        self
    }
    /// [`frames_per_second`](Self::frames_per_second), if there is one.
    pub fn maybe_frames_per_second(
        mut self,
        frames_per_second: ::std::option::Option<i64>,
    ) -> Self {
        self.optional__.frames_per_second = frames_per_second;
        self
    }
    /// Time from the viewer's wish to play until the first frame (time to start). Fixed once the first frame is shown; some SDK pages wrongly give it in seconds.
    ///
    /// Wire key `media.qoe.timeToStart`: integer, optional, in milliseconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/quality/time-to-start>.
    pub fn time_to_start(mut self, time_to_start: i64) -> Self {
        self.optional__.time_to_start = ::std::option::Option::Some(time_to_start);
        self
    }
    /// [`time_to_start`](Self::time_to_start), if there is one.
    pub fn maybe_time_to_start(
        mut self,
        time_to_start: ::std::option::Option<i64>,
    ) -> Self {
        self.optional__.time_to_start = time_to_start;
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`QoeData`], once all required members are set.
    #[must_use]
    pub fn build(self) -> QoeData {
        QoeData {
            bitrate: self.optional__.bitrate,
            dropped_frames: self.optional__.dropped_frames,
            error_id: self.optional__.error_id,
            error_source: self.optional__.error_source,
            frames_per_second: self.optional__.frames_per_second,
            time_to_start: self.optional__.time_to_start,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for QoeData {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        if let Some(value) = &self.bitrate {
            members
                .serialize_entry("media.qoe.bitrate", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.dropped_frames {
            members
                .serialize_entry(
                    "media.qoe.droppedFrames",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.error_id {
            members
                .serialize_entry("media.qoe.errorID", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.error_source {
            members
                .serialize_entry(
                    "media.qoe.errorSource",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.frames_per_second {
            members
                .serialize_entry(
                    "media.qoe.framesPerSecond",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.time_to_start {
            members
                .serialize_entry(
                    "media.qoe.timeToStart",
                    &crate::support::Writing(value),
                )?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct QoeDataVisitor(crate::support::Mode);
impl QoeDataVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                17usize => {
                    if *key == *b"media.qoe.bitrate" {
                        0usize
                    } else if *key == *b"media.qoe.errorID" {
                        2usize
                    } else {
                        return None
                    }
                }
                21usize => {
                    if *key == *b"media.qoe.errorSource" {
                        3usize
                    } else if *key == *b"media.qoe.timeToStart" {
                        5usize
                    } else {
                        return None
                    }
                }
                23usize => {
                    if *key == *b"media.qoe.droppedFrames" {
                        1usize
                    } else {
                        return None
                    }
                }
                25usize => {
                    if *key == *b"media.qoe.framesPerSecond" {
                        4usize
                    } else {
                        return None
                    }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for QoeDataVisitor {
    type Value = QoeData;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut bitrate: ::std::option::Option<i64> = None;
        let mut dropped_frames: ::std::option::Option<i64> = None;
        let mut error_id: ::std::option::Option<::std::string::String> = None;
        let mut error_source: ::std::option::Option<::std::string::String> = None;
        let mut frames_per_second: ::std::option::Option<i64> = None;
        let mut time_to_start: ::std::option::Option<i64> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut bitrate,
                        "media.qoe.bitrate",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut dropped_frames,
                        "media.qoe.droppedFrames",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(2usize) => {
                    crate::support::read_member(
                        &mut error_id,
                        "media.qoe.errorID",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(3usize) => {
                    crate::support::read_member(
                        &mut error_source,
                        "media.qoe.errorSource",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(4usize) => {
                    crate::support::read_member(
                        &mut frames_per_second,
                        "media.qoe.framesPerSecond",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(5usize) => {
                    crate::support::read_member(
                        &mut time_to_start,
                        "media.qoe.timeToStart",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(QoeData {
            bitrate,
            dropped_frames,
            error_id,
            error_source,
            frames_per_second,
            time_to_start,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for QoeData {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(QoeDataVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for QoeData {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut bitrate: ::std::option::Option<i64> = None;
        let mut dropped_frames: ::std::option::Option<i64> = None;
        let mut error_id: ::std::option::Option<::std::string::String> = None;
        let mut error_source: ::std::option::Option<::std::string::String> = None;
        let mut frames_per_second: ::std::option::Option<i64> = None;
        let mut time_to_start: ::std::option::Option<i64> = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                17usize => {
                    if *key__ == *b"media.qoe.bitrate" {
                        crate::direct::member(&mut bitrate, cursor__)?
                    } else if *key__ == *b"media.qoe.errorID" {
                        crate::direct::member(&mut error_id, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                21usize => {
                    if *key__ == *b"media.qoe.errorSource" {
                        crate::direct::member(&mut error_source, cursor__)?
                    } else if *key__ == *b"media.qoe.timeToStart" {
                        crate::direct::member(&mut time_to_start, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                23usize => {
                    if *key__ == *b"media.qoe.droppedFrames" {
                        crate::direct::member(&mut dropped_frames, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                25usize => {
                    if *key__ == *b"media.qoe.framesPerSecond" {
                        crate::direct::member(&mut frames_per_second, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            bitrate,
            dropped_frames,
            error_id,
            error_source,
            frames_per_second,
            time_to_start,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for QoeData {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        if let Some(value) = &self.bitrate {
            text.extend_from_slice(b",\"media.qoe.bitrate\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.dropped_frames {
            text.extend_from_slice(b",\"media.qoe.droppedFrames\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.error_id {
            text.extend_from_slice(b",\"media.qoe.errorID\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.error_source {
            text.extend_from_slice(b",\"media.qoe.errorSource\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.frames_per_second {
            text.extend_from_slice(b",\"media.qoe.framesPerSecond\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.time_to_start {
            text.extend_from_slice(b",\"media.qoe.timeToStart\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for QoeData {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        if let Some(value) = &self.bitrate {
            checker.member(&QOE_DATA.members[0usize], value);
        }
        if let Some(value) = &self.dropped_frames {
            checker.member(&QOE_DATA.members[1usize], value);
        }
        if let Some(value) = &self.error_id {
            checker.member(&QOE_DATA.members[2usize], value);
        }
        if let Some(value) = &self.error_source {
            checker.member(&QOE_DATA.members[3usize], value);
        }
        if let Some(value) = &self.frames_per_second {
            checker.member(&QOE_DATA.members[4usize], value);
        }
        if let Some(value) = &self.time_to_start {
            checker.member(&QOE_DATA.members[5usize], value);
        }
        checker.extra(&QOE_DATA, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for QoeData {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
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
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for QoeData {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            bitrate: crate::support::sometimes(source, &QOE_DATA.members[0usize].limits),
            dropped_frames: crate::support::sometimes(
                source,
                &QOE_DATA.members[1usize].limits,
            ),
            error_id: crate::support::sometimes(
                source,
                &QOE_DATA.members[2usize].limits,
            ),
            error_source: crate::support::sometimes(
                source,
                &QOE_DATA.members[3usize].limits,
            ),
            frames_per_second: crate::support::sometimes(
                source,
                &QOE_DATA.members[4usize].limits,
            ),
            time_to_start: crate::support::sometimes(
                source,
                &QOE_DATA.members[5usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
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
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for QoeData {
    const SHAPE: &'static crate::schema::Object = &QOE_DATA;
}
crate::support::object_traits!(QoeData);
/// What is played, in which player, by whom, and which Analytics report suite the session counts for. Eight members are required.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartParams {
    /// Analytics tracking server that receives the finished figures. A bare host name without scheme or path, although the documentation calls it a URL.
    ///
    /// Wire key `analytics.trackingServer`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.trackingServer")]
    pub analytics_tracking_server: ::std::string::String,
    /// Id of the Analytics report suite the session is counted in.
    ///
    /// Wire key `analytics.reportSuite`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.reportSuite")]
    pub analytics_report_suite: ::std::string::String,
    /// Unique id of the content: content id, not the friendly name, which goes in `media.name`. In Analytics this value appears as the variable `a.media.name`, a frequent source of confusion.
    ///
    /// Wire key `media.id`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-id>.
    #[doc(alias = "media.id")]
    pub id: ::std::string::String,
    /// Content length. Use 86400 for live content without an end; a value that is not above zero switches off the progress metrics.
    ///
    /// Wire key `media.length`: number, required, in seconds. A careful sender keeps it at 0 or above.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-length>.
    #[doc(alias = "media.length")]
    pub length: f64,
    /// Content type: the kind of stream, on demand or live, film or podcast. Any string is accepted, the listed values feed the built-in segments; when nothing arrives the reports show `missing_content_type`.
    ///
    /// Wire key `media.contentType`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-type>.
    #[doc(alias = "media.contentType")]
    pub content_type: ::std::string::String,
    /// Name of the player that shows the content (content player name). The SDKs send `unknown` when none is configured.
    ///
    /// Wire key `media.playerName`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-player-name>.
    #[doc(alias = "media.playerName")]
    pub player_name: ::std::string::String,
    /// Content channel: where the content is distributed, such as the name of the app, site or property. Not the television channel, which goes in `media.network`.
    ///
    /// Wire key `media.channel`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-channel>.
    #[doc(alias = "media.channel")]
    pub channel: ::std::string::String,
    /// Experience Cloud organization id, a string that ends in `@AdobeOrg`. The back end also uses it as the publisher id for federation rules.
    ///
    /// Wire key `visitor.marketingCloudOrgId`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "visitor.marketingCloudOrgId")]
    pub visitor_marketing_cloud_org_id: ::std::string::String,
    /// Legacy Analytics visitor id, called aid, from before the Experience Cloud id existed.
    ///
    /// Wire key `analytics.aid`: string, optional. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.aid")]
    pub analytics_aid: ::std::option::Option<::std::string::String>,
    /// Whether the back end uses HTTPS towards Analytics. It says nothing about the connection between sender and collector; the mobile SDKs always send true.
    ///
    /// Wire key `analytics.enableSSL`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.enableSSL")]
    pub analytics_enable_ssl: ::std::option::Option<bool>,
    /// True when the viewer has refused that Analytics shares their data with other Experience Cloud products. Absent means not refused.
    ///
    /// Wire key `analytics.optOutServerSideForwarding`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.optOutServerSideForwarding")]
    pub analytics_opt_out_server_side_forwarding: ::std::option::Option<bool>,
    /// True when the viewer has refused federation, the sharing of their data with other Analytics customers. Absent means not refused.
    ///
    /// Wire key `analytics.optOutShare`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.optOutShare")]
    pub analytics_opt_out_share: ::std::option::Option<bool>,
    /// Custom visitor id chosen by the sender, called vid in Analytics. Not the Experience Cloud id, which goes in `visitor.marketingCloudUserId`.
    ///
    /// Wire key `analytics.visitorId`: string, optional. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "analytics.visitorId")]
    pub analytics_visitor_id: ::std::option::Option<::std::string::String>,
    /// Id of this app on this device, made and stored by the sender and kept until the app is removed. Together with `visitor.marketingCloudOrgId` it lets the back end create an Experience Cloud id when none is sent.
    ///
    /// Wire key `appInstallationId`: string, optional. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "appInstallationId")]
    pub app_installation_id: ::std::option::Option<::std::string::String>,
    /// Ad load type: how ads come into this session, in the words of the sender's own ad system. Any string.
    ///
    /// Wire key `media.adLoad`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/ad-load-type>.
    #[doc(alias = "media.adLoad")]
    pub ad_load: ::std::option::Option<::std::string::String>,
    /// Album the recording belongs to. For audio.
    ///
    /// Wire key `media.album`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/album>.
    #[doc(alias = "media.album")]
    pub album: ::std::option::Option<::std::string::String>,
    /// Performing artist. For audio.
    ///
    /// Wire key `media.artist`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/artist>.
    #[doc(alias = "media.artist")]
    pub artist: ::std::option::Option<::std::string::String>,
    /// Asset id: identifies the title in a registry such as EIDR, TMS or Rovi, or in the sender's own catalogue. It may differ from `media.id`, which identifies what is played.
    ///
    /// Wire key `media.assetId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/asset-id>.
    #[doc(alias = "media.assetId")]
    pub asset_id: ::std::option::Option<::std::string::String>,
    /// Author, for instance of an audiobook. For audio.
    ///
    /// Wire key `media.author`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/author>.
    #[doc(alias = "media.author")]
    pub author: ::std::option::Option<::std::string::String>,
    /// Day part: time of day at which the content was broadcast, as the sender names it.
    ///
    /// Wire key `media.dayPart`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/day-part>.
    #[doc(alias = "media.dayPart")]
    pub day_part: ::std::option::Option<::std::string::String>,
    /// Whether the session was recorded offline, from downloaded content, and sent later as one batch. The library sets it: true in a downloaded session, left out of one that starts online, since the back end answers 400 to the contrary.
    ///
    /// Wire key `media.downloaded`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/media-downloaded-flag>.
    #[doc(alias = "media.downloaded")]
    pub(crate) downloaded: ::std::option::Option<bool>,
    /// Episode number within the season, written as a string.
    ///
    /// Wire key `media.episode`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/episode>.
    #[doc(alias = "media.episode")]
    pub episode: ::std::option::Option<::std::string::String>,
    /// Media feed type: which feed of a channel is played, for instance a regional one such as `West-HD`.
    ///
    /// Wire key `media.feed`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/media-feed-type>.
    #[doc(alias = "media.feed")]
    pub feed: ::std::option::Option<::std::string::String>,
    /// Day of the first broadcast on television. No format is enforced; `YYYY-MM-DD` is the recommended one.
    ///
    /// Wire key `media.firstAirDate`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/first-air-date>.
    #[doc(alias = "media.firstAirDate")]
    pub first_air_date: ::std::option::Option<::std::string::String>,
    /// Day the content first appeared on any digital platform. No format is enforced; `YYYY-MM-DD` is the recommended one.
    ///
    /// Wire key `media.firstDigitalDate`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/first-digital-date>.
    #[doc(alias = "media.firstDigitalDate")]
    pub first_digital_date: ::std::option::Option<::std::string::String>,
    /// Genre as the producer names it. Several genres go into one string, separated by commas.
    ///
    /// Wire key `media.genre`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/genre>.
    #[doc(alias = "media.genre")]
    pub genre: ::std::option::Option<::std::string::String>,
    /// Record label. For audio.
    ///
    /// Wire key `media.label`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/label>.
    #[doc(alias = "media.label")]
    pub label: ::std::option::Option<::std::string::String>,
    /// Name and version of the library that made the request, in one string; the SDKs send the form `js-3.1.0`.
    ///
    /// Wire key `media.libraryVersion`: string, optional.
    ///
    /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
    #[doc(alias = "media.libraryVersion")]
    pub library_version: ::std::option::Option<::std::string::String>,
    /// Friendly name of the content, readable by people (content name). Optional here, mandatory in the official SDKs.
    ///
    /// Wire key `media.name`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-name>.
    #[doc(alias = "media.name")]
    pub name: ::std::option::Option<::std::string::String>,
    /// Network: the television network or channel that carries the content.
    ///
    /// Wire key `media.network`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/network>.
    #[doc(alias = "media.network")]
    pub network: ::std::option::Option<::std::string::String>,
    /// Originator: the studio or person who created the content.
    ///
    /// Wire key `media.originator`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/originator>.
    #[doc(alias = "media.originator")]
    pub originator: ::std::option::Option<::std::string::String>,
    /// Set when Adobe Pass has authorized the viewer (authorized). It is a string and has only a true value: leave it out otherwise.
    ///
    /// Wire key `media.pass.auth`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/authorized>.
    #[doc(alias = "media.pass.auth")]
    pub pass_auth: ::std::option::Option<::std::string::String>,
    /// Pay-TV provider (MVPD) the viewer logged in with through Adobe Pass authentication.
    ///
    /// Wire key `media.pass.mvpd`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/mvpd>.
    #[doc(alias = "media.pass.mvpd")]
    pub pass_mvpd: ::std::option::Option<::std::string::String>,
    /// Publisher of the content, mainly used for audio.
    ///
    /// Wire key `media.publisher`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/publisher>.
    #[doc(alias = "media.publisher")]
    pub publisher: ::std::option::Option<::std::string::String>,
    /// Content rating for parental guidance, by the TV Parental Guidelines or another scheme. Not a viewer's rating.
    ///
    /// Wire key `media.rating`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/content-rating>.
    #[doc(alias = "media.rating")]
    pub rating: ::std::option::Option<::std::string::String>,
    /// True when the viewer continues content left earlier, in a new session: after a long pause, on another device or from a stored position. It counts a resume and does not reopen the old session; absent means false.
    ///
    /// Wire key `media.resume`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-resumes>.
    #[doc(alias = "media.resume")]
    pub resume: ::std::option::Option<bool>,
    /// Version of the app, as configured by the sender (app version). The key is named after an SDK, but the version of the sending library goes in `media.libraryVersion`.
    ///
    /// Wire key `media.sdkVersion`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/app-version>.
    #[doc(alias = "media.sdkVersion")]
    pub sdk_version: ::std::option::Option<::std::string::String>,
    /// Season number of the show, written as a string.
    ///
    /// Wire key `media.season`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/season>.
    #[doc(alias = "media.season")]
    pub season: ::std::option::Option<::std::string::String>,
    /// Show: title of the series or programme the content belongs to.
    ///
    /// Wire key `media.show`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/show>.
    #[doc(alias = "media.show")]
    pub show: ::std::option::Option<::std::string::String>,
    /// Show type: which part of a show this is, a digit written as a string. An integer is refused.
    ///
    /// Wire key `media.showType`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/show-type>.
    #[doc(alias = "media.showType")]
    pub show_type: ::std::option::Option<::std::string::String>,
    /// Radio station. For audio.
    ///
    /// Wire key `media.station`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/station>.
    #[doc(alias = "media.station")]
    pub station: ::std::option::Option<::std::string::String>,
    /// Stream format, for instance high or standard definition. Any string is accepted.
    ///
    /// Wire key `media.streamFormat`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/stream-format>.
    #[doc(alias = "media.streamFormat")]
    pub stream_format: ::std::option::Option<::std::string::String>,
    /// Stream type: whether the media is video or audio. Not the content type, although the SDKs have an argument called streamType that fills `media.contentType`.
    ///
    /// Wire key `media.streamType`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/stream-type>.
    #[doc(alias = "media.streamType")]
    pub stream_type: ::std::option::Option<::std::string::String>,
    /// Region of the Audience Manager edge nearest to the viewer, so that their data stays in one place. An integer: leave it out when unknown, since null and strings are refused.
    ///
    /// Wire key `visitor.aamLocationHint`: integer, optional. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "visitor.aamLocationHint")]
    pub visitor_aam_location_hint: ::std::option::Option<i64>,
    /// Identities the sender knows the viewer by, such as a login name or an account number. The map key names the kind of identity; leave the member out when there is none.
    ///
    /// Wire key `visitor.customerIDs`: map from name to [`CustomerId`], optional. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "visitor.customerIDs")]
    pub visitor_customer_ids: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, CustomerId>,
    >,
    /// Experience Cloud id of the viewer (ECID, also known as mid), usually 38 digits. Optional on the wire, yet without it the session cannot be joined with other Experience Cloud products.
    ///
    /// Wire key `visitor.marketingCloudUserId`: string, optional. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    #[doc(alias = "visitor.marketingCloudUserId")]
    pub visitor_marketing_cloud_user_id: ::std::option::Option<::std::string::String>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl SessionStartParams {
    /// Whether the session was recorded offline, from downloaded content, and sent later as one batch. The library sets it: true in a downloaded session, left out of one that starts online, since the back end answers 400 to the contrary.
    ///
    /// Wire key `media.downloaded`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/media-downloaded-flag>.
    #[must_use]
    pub fn downloaded(&self) -> ::std::option::Option<bool> {
        self.downloaded
    }
}
/// Sets the members of [`SessionStartParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
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
    analytics_tracking_server: Member0,
    analytics_report_suite: Member1,
    id: Member2,
    length: Member3,
    content_type: Member4,
    player_name: Member5,
    channel: Member6,
    visitor_marketing_cloud_org_id: Member7,
    optional__: SessionStartParamsOptional,
}
#[derive(Default)]
struct SessionStartParamsOptional {
    analytics_aid: ::std::option::Option<::std::string::String>,
    analytics_enable_ssl: ::std::option::Option<bool>,
    analytics_opt_out_server_side_forwarding: ::std::option::Option<bool>,
    analytics_opt_out_share: ::std::option::Option<bool>,
    analytics_visitor_id: ::std::option::Option<::std::string::String>,
    app_installation_id: ::std::option::Option<::std::string::String>,
    ad_load: ::std::option::Option<::std::string::String>,
    album: ::std::option::Option<::std::string::String>,
    artist: ::std::option::Option<::std::string::String>,
    asset_id: ::std::option::Option<::std::string::String>,
    author: ::std::option::Option<::std::string::String>,
    day_part: ::std::option::Option<::std::string::String>,
    episode: ::std::option::Option<::std::string::String>,
    feed: ::std::option::Option<::std::string::String>,
    first_air_date: ::std::option::Option<::std::string::String>,
    first_digital_date: ::std::option::Option<::std::string::String>,
    genre: ::std::option::Option<::std::string::String>,
    label: ::std::option::Option<::std::string::String>,
    library_version: ::std::option::Option<::std::string::String>,
    name: ::std::option::Option<::std::string::String>,
    network: ::std::option::Option<::std::string::String>,
    originator: ::std::option::Option<::std::string::String>,
    pass_auth: ::std::option::Option<::std::string::String>,
    pass_mvpd: ::std::option::Option<::std::string::String>,
    publisher: ::std::option::Option<::std::string::String>,
    rating: ::std::option::Option<::std::string::String>,
    resume: ::std::option::Option<bool>,
    sdk_version: ::std::option::Option<::std::string::String>,
    season: ::std::option::Option<::std::string::String>,
    show: ::std::option::Option<::std::string::String>,
    show_type: ::std::option::Option<::std::string::String>,
    station: ::std::option::Option<::std::string::String>,
    stream_format: ::std::option::Option<::std::string::String>,
    stream_type: ::std::option::Option<::std::string::String>,
    visitor_aam_location_hint: ::std::option::Option<i64>,
    visitor_customer_ids: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, CustomerId>,
    >,
    visitor_marketing_cloud_user_id: ::std::option::Option<::std::string::String>,
    extra: crate::extra::Extra,
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
> ::std::fmt::Debug
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
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("SessionStartParamsBuilder").finish_non_exhaustive()
    }
}
impl SessionStartParams {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> SessionStartParamsBuilder {
        SessionStartParamsBuilder {
            analytics_tracking_server: unset::analytics_tracking_server {
            },
            analytics_report_suite: unset::analytics_report_suite {},
            id: unset::id {},
            length: unset::length {},
            content_type: unset::content_type {},
            player_name: unset::player_name {},
            channel: unset::channel {},
            visitor_marketing_cloud_org_id: unset::visitor_marketing_cloud_org_id {
            },
            optional__: SessionStartParamsOptional::default(),
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
    /// Analytics tracking server that receives the finished figures. A bare host name without scheme or path, although the documentation calls it a URL.
    ///
    /// Wire key `analytics.trackingServer`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn analytics_tracking_server(
        self,
        analytics_tracking_server: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsBuilder<
        ::std::string::String,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > {
        SessionStartParamsBuilder {
            analytics_tracking_server: analytics_tracking_server.into(),
            analytics_report_suite: self.analytics_report_suite,
            id: self.id,
            length: self.length,
            content_type: self.content_type,
            player_name: self.player_name,
            channel: self.channel,
            visitor_marketing_cloud_org_id: self.visitor_marketing_cloud_org_id,
            optional__: self.optional__,
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
    /// Wire key `analytics.reportSuite`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn analytics_report_suite(
        self,
        analytics_report_suite: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsBuilder<
        Member0,
        ::std::string::String,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > {
        SessionStartParamsBuilder {
            analytics_tracking_server: self.analytics_tracking_server,
            analytics_report_suite: analytics_report_suite.into(),
            id: self.id,
            length: self.length,
            content_type: self.content_type,
            player_name: self.player_name,
            channel: self.channel,
            visitor_marketing_cloud_org_id: self.visitor_marketing_cloud_org_id,
            optional__: self.optional__,
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
    /// Unique id of the content: content id, not the friendly name, which goes in `media.name`. In Analytics this value appears as the variable `a.media.name`, a frequent source of confusion.
    ///
    /// Wire key `media.id`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-id>.
    pub fn id(
        self,
        id: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsBuilder<
        Member0,
        Member1,
        ::std::string::String,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
    > {
        SessionStartParamsBuilder {
            analytics_tracking_server: self.analytics_tracking_server,
            analytics_report_suite: self.analytics_report_suite,
            id: id.into(),
            length: self.length,
            content_type: self.content_type,
            player_name: self.player_name,
            channel: self.channel,
            visitor_marketing_cloud_org_id: self.visitor_marketing_cloud_org_id,
            optional__: self.optional__,
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
    /// Content length. Use 86400 for live content without an end; a value that is not above zero switches off the progress metrics.
    ///
    /// Wire key `media.length`: number, required, in seconds. A careful sender keeps it at 0 or above.
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
            analytics_tracking_server: self.analytics_tracking_server,
            analytics_report_suite: self.analytics_report_suite,
            id: self.id,
            length: length,
            content_type: self.content_type,
            player_name: self.player_name,
            channel: self.channel,
            visitor_marketing_cloud_org_id: self.visitor_marketing_cloud_org_id,
            optional__: self.optional__,
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
    /// Content type: the kind of stream, on demand or live, film or podcast. Any string is accepted, the listed values feed the built-in segments; when nothing arrives the reports show `missing_content_type`.
    ///
    /// Wire key `media.contentType`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-type>.
    pub fn content_type(
        self,
        content_type: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        ::std::string::String,
        Member5,
        Member6,
        Member7,
    > {
        SessionStartParamsBuilder {
            analytics_tracking_server: self.analytics_tracking_server,
            analytics_report_suite: self.analytics_report_suite,
            id: self.id,
            length: self.length,
            content_type: content_type.into(),
            player_name: self.player_name,
            channel: self.channel,
            visitor_marketing_cloud_org_id: self.visitor_marketing_cloud_org_id,
            optional__: self.optional__,
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
    /// Name of the player that shows the content (content player name). The SDKs send `unknown` when none is configured.
    ///
    /// Wire key `media.playerName`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-player-name>.
    pub fn player_name(
        self,
        player_name: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        ::std::string::String,
        Member6,
        Member7,
    > {
        SessionStartParamsBuilder {
            analytics_tracking_server: self.analytics_tracking_server,
            analytics_report_suite: self.analytics_report_suite,
            id: self.id,
            length: self.length,
            content_type: self.content_type,
            player_name: player_name.into(),
            channel: self.channel,
            visitor_marketing_cloud_org_id: self.visitor_marketing_cloud_org_id,
            optional__: self.optional__,
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
    /// Content channel: where the content is distributed, such as the name of the app, site or property. Not the television channel, which goes in `media.network`.
    ///
    /// Wire key `media.channel`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-channel>.
    pub fn channel(
        self,
        channel: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        ::std::string::String,
        Member7,
    > {
        SessionStartParamsBuilder {
            analytics_tracking_server: self.analytics_tracking_server,
            analytics_report_suite: self.analytics_report_suite,
            id: self.id,
            length: self.length,
            content_type: self.content_type,
            player_name: self.player_name,
            channel: channel.into(),
            visitor_marketing_cloud_org_id: self.visitor_marketing_cloud_org_id,
            optional__: self.optional__,
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
    /// Experience Cloud organization id, a string that ends in `@AdobeOrg`. The back end also uses it as the publisher id for federation rules.
    ///
    /// Wire key `visitor.marketingCloudOrgId`: string, required. A careful sender keeps it non-empty.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn visitor_marketing_cloud_org_id(
        self,
        visitor_marketing_cloud_org_id: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        ::std::string::String,
    > {
        SessionStartParamsBuilder {
            analytics_tracking_server: self.analytics_tracking_server,
            analytics_report_suite: self.analytics_report_suite,
            id: self.id,
            length: self.length,
            content_type: self.content_type,
            player_name: self.player_name,
            channel: self.channel,
            visitor_marketing_cloud_org_id: visitor_marketing_cloud_org_id.into(),
            optional__: self.optional__,
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
    /// Wire key `analytics.aid`: string, optional. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn analytics_aid(
        mut self,
        analytics_aid: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.analytics_aid = ::std::option::Option::Some(
            analytics_aid.into(),
        );
        self
    }
    /// [`analytics_aid`](Self::analytics_aid), if there is one.
    pub fn maybe_analytics_aid(
        mut self,
        analytics_aid: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.analytics_aid = analytics_aid.map(::std::convert::Into::into);
        self
    }
    /// Whether the back end uses HTTPS towards Analytics. It says nothing about the connection between sender and collector; the mobile SDKs always send true.
    ///
    /// Wire key `analytics.enableSSL`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn analytics_enable_ssl(mut self, analytics_enable_ssl: bool) -> Self {
        self.optional__.analytics_enable_ssl = ::std::option::Option::Some(
            analytics_enable_ssl,
        );
        self
    }
    /// [`analytics_enable_ssl`](Self::analytics_enable_ssl), if there is one.
    pub fn maybe_analytics_enable_ssl(
        mut self,
        analytics_enable_ssl: ::std::option::Option<bool>,
    ) -> Self {
        self.optional__.analytics_enable_ssl = analytics_enable_ssl;
        self
    }
    /// True when the viewer has refused that Analytics shares their data with other Experience Cloud products. Absent means not refused.
    ///
    /// Wire key `analytics.optOutServerSideForwarding`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn analytics_opt_out_server_side_forwarding(
        mut self,
        analytics_opt_out_server_side_forwarding: bool,
    ) -> Self {
        self.optional__.analytics_opt_out_server_side_forwarding = ::std::option::Option::Some(
            analytics_opt_out_server_side_forwarding,
        );
        self
    }
    /// [`analytics_opt_out_server_side_forwarding`](Self::analytics_opt_out_server_side_forwarding), if there is one.
    pub fn maybe_analytics_opt_out_server_side_forwarding(
        mut self,
        analytics_opt_out_server_side_forwarding: ::std::option::Option<bool>,
    ) -> Self {
        self.optional__.analytics_opt_out_server_side_forwarding = analytics_opt_out_server_side_forwarding;
        self
    }
    /// True when the viewer has refused federation, the sharing of their data with other Analytics customers. Absent means not refused.
    ///
    /// Wire key `analytics.optOutShare`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn analytics_opt_out_share(mut self, analytics_opt_out_share: bool) -> Self {
        self.optional__.analytics_opt_out_share = ::std::option::Option::Some(
            analytics_opt_out_share,
        );
        self
    }
    /// [`analytics_opt_out_share`](Self::analytics_opt_out_share), if there is one.
    pub fn maybe_analytics_opt_out_share(
        mut self,
        analytics_opt_out_share: ::std::option::Option<bool>,
    ) -> Self {
        self.optional__.analytics_opt_out_share = analytics_opt_out_share;
        self
    }
    /// Custom visitor id chosen by the sender, called vid in Analytics. Not the Experience Cloud id, which goes in `visitor.marketingCloudUserId`.
    ///
    /// Wire key `analytics.visitorId`: string, optional. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn analytics_visitor_id(
        mut self,
        analytics_visitor_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.analytics_visitor_id = ::std::option::Option::Some(
            analytics_visitor_id.into(),
        );
        self
    }
    /// [`analytics_visitor_id`](Self::analytics_visitor_id), if there is one.
    pub fn maybe_analytics_visitor_id(
        mut self,
        analytics_visitor_id: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.analytics_visitor_id = analytics_visitor_id
            .map(::std::convert::Into::into);
        self
    }
    /// Id of this app on this device, made and stored by the sender and kept until the app is removed. Together with `visitor.marketingCloudOrgId` it lets the back end create an Experience Cloud id when none is sent.
    ///
    /// Wire key `appInstallationId`: string, optional. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn app_installation_id(
        mut self,
        app_installation_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.app_installation_id = ::std::option::Option::Some(
            app_installation_id.into(),
        );
        self
    }
    /// [`app_installation_id`](Self::app_installation_id), if there is one.
    pub fn maybe_app_installation_id(
        mut self,
        app_installation_id: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.app_installation_id = app_installation_id
            .map(::std::convert::Into::into);
        self
    }
    /// Ad load type: how ads come into this session, in the words of the sender's own ad system. Any string.
    ///
    /// Wire key `media.adLoad`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/ad-load-type>.
    pub fn ad_load(
        mut self,
        ad_load: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.ad_load = ::std::option::Option::Some(ad_load.into());
        self
    }
    /// [`ad_load`](Self::ad_load), if there is one.
    pub fn maybe_ad_load(
        mut self,
        ad_load: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.ad_load = ad_load.map(::std::convert::Into::into);
        self
    }
    /// Album the recording belongs to. For audio.
    ///
    /// Wire key `media.album`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/album>.
    pub fn album(
        mut self,
        album: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.album = ::std::option::Option::Some(album.into());
        self
    }
    /// [`album`](Self::album), if there is one.
    pub fn maybe_album(
        mut self,
        album: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.album = album.map(::std::convert::Into::into);
        self
    }
    /// Performing artist. For audio.
    ///
    /// Wire key `media.artist`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/artist>.
    pub fn artist(
        mut self,
        artist: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.artist = ::std::option::Option::Some(artist.into());
        self
    }
    /// [`artist`](Self::artist), if there is one.
    pub fn maybe_artist(
        mut self,
        artist: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.artist = artist.map(::std::convert::Into::into);
        self
    }
    /// Asset id: identifies the title in a registry such as EIDR, TMS or Rovi, or in the sender's own catalogue. It may differ from `media.id`, which identifies what is played.
    ///
    /// Wire key `media.assetId`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/asset-id>.
    pub fn asset_id(
        mut self,
        asset_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.asset_id = ::std::option::Option::Some(asset_id.into());
        self
    }
    /// [`asset_id`](Self::asset_id), if there is one.
    pub fn maybe_asset_id(
        mut self,
        asset_id: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.asset_id = asset_id.map(::std::convert::Into::into);
        self
    }
    /// Author, for instance of an audiobook. For audio.
    ///
    /// Wire key `media.author`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/author>.
    pub fn author(
        mut self,
        author: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.author = ::std::option::Option::Some(author.into());
        self
    }
    /// [`author`](Self::author), if there is one.
    pub fn maybe_author(
        mut self,
        author: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.author = author.map(::std::convert::Into::into);
        self
    }
    /// Day part: time of day at which the content was broadcast, as the sender names it.
    ///
    /// Wire key `media.dayPart`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/day-part>.
    pub fn day_part(
        mut self,
        day_part: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.day_part = ::std::option::Option::Some(day_part.into());
        self
    }
    /// [`day_part`](Self::day_part), if there is one.
    pub fn maybe_day_part(
        mut self,
        day_part: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.day_part = day_part.map(::std::convert::Into::into);
        self
    }
    /// Episode number within the season, written as a string.
    ///
    /// Wire key `media.episode`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/episode>.
    pub fn episode(
        mut self,
        episode: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.episode = ::std::option::Option::Some(episode.into());
        self
    }
    /// [`episode`](Self::episode), if there is one.
    pub fn maybe_episode(
        mut self,
        episode: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.episode = episode.map(::std::convert::Into::into);
        self
    }
    /// Media feed type: which feed of a channel is played, for instance a regional one such as `West-HD`.
    ///
    /// Wire key `media.feed`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/media-feed-type>.
    pub fn feed(
        mut self,
        feed: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.feed = ::std::option::Option::Some(feed.into());
        self
    }
    /// [`feed`](Self::feed), if there is one.
    pub fn maybe_feed(
        mut self,
        feed: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.feed = feed.map(::std::convert::Into::into);
        self
    }
    /// Day of the first broadcast on television. No format is enforced; `YYYY-MM-DD` is the recommended one.
    ///
    /// Wire key `media.firstAirDate`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/first-air-date>.
    pub fn first_air_date(
        mut self,
        first_air_date: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.first_air_date = ::std::option::Option::Some(
            first_air_date.into(),
        );
        self
    }
    /// [`first_air_date`](Self::first_air_date), if there is one.
    pub fn maybe_first_air_date(
        mut self,
        first_air_date: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.first_air_date = first_air_date.map(::std::convert::Into::into);
        self
    }
    /// Day the content first appeared on any digital platform. No format is enforced; `YYYY-MM-DD` is the recommended one.
    ///
    /// Wire key `media.firstDigitalDate`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/first-digital-date>.
    pub fn first_digital_date(
        mut self,
        first_digital_date: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.first_digital_date = ::std::option::Option::Some(
            first_digital_date.into(),
        );
        self
    }
    /// [`first_digital_date`](Self::first_digital_date), if there is one.
    pub fn maybe_first_digital_date(
        mut self,
        first_digital_date: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.first_digital_date = first_digital_date
            .map(::std::convert::Into::into);
        self
    }
    /// Genre as the producer names it. Several genres go into one string, separated by commas.
    ///
    /// Wire key `media.genre`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/genre>.
    pub fn genre(
        mut self,
        genre: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.genre = ::std::option::Option::Some(genre.into());
        self
    }
    /// [`genre`](Self::genre), if there is one.
    pub fn maybe_genre(
        mut self,
        genre: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.genre = genre.map(::std::convert::Into::into);
        self
    }
    /// Record label. For audio.
    ///
    /// Wire key `media.label`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/label>.
    pub fn label(
        mut self,
        label: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.label = ::std::option::Option::Some(label.into());
        self
    }
    /// [`label`](Self::label), if there is one.
    pub fn maybe_label(
        mut self,
        label: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.label = label.map(::std::convert::Into::into);
        self
    }
    /// Name and version of the library that made the request, in one string; the SDKs send the form `js-3.1.0`.
    ///
    /// Wire key `media.libraryVersion`: string, optional.
    ///
    /// Source: <https://github.com/AdobeDocs/analytics-collection-apis>.
    pub fn library_version(
        mut self,
        library_version: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.library_version = ::std::option::Option::Some(
            library_version.into(),
        );
        self
    }
    /// [`library_version`](Self::library_version), if there is one.
    pub fn maybe_library_version(
        mut self,
        library_version: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.library_version = library_version
            .map(::std::convert::Into::into);
        self
    }
    /// Friendly name of the content, readable by people (content name). Optional here, mandatory in the official SDKs.
    ///
    /// Wire key `media.name`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-name>.
    pub fn name(
        mut self,
        name: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.name = ::std::option::Option::Some(name.into());
        self
    }
    /// [`name`](Self::name), if there is one.
    pub fn maybe_name(
        mut self,
        name: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.name = name.map(::std::convert::Into::into);
        self
    }
    /// Network: the television network or channel that carries the content.
    ///
    /// Wire key `media.network`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/network>.
    pub fn network(
        mut self,
        network: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.network = ::std::option::Option::Some(network.into());
        self
    }
    /// [`network`](Self::network), if there is one.
    pub fn maybe_network(
        mut self,
        network: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.network = network.map(::std::convert::Into::into);
        self
    }
    /// Originator: the studio or person who created the content.
    ///
    /// Wire key `media.originator`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/originator>.
    pub fn originator(
        mut self,
        originator: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.originator = ::std::option::Option::Some(originator.into());
        self
    }
    /// [`originator`](Self::originator), if there is one.
    pub fn maybe_originator(
        mut self,
        originator: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.originator = originator.map(::std::convert::Into::into);
        self
    }
    /// Set when Adobe Pass has authorized the viewer (authorized). It is a string and has only a true value: leave it out otherwise.
    ///
    /// Wire key `media.pass.auth`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/authorized>.
    pub fn pass_auth(
        mut self,
        pass_auth: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.pass_auth = ::std::option::Option::Some(pass_auth.into());
        self
    }
    /// [`pass_auth`](Self::pass_auth), if there is one.
    pub fn maybe_pass_auth(
        mut self,
        pass_auth: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.pass_auth = pass_auth.map(::std::convert::Into::into);
        self
    }
    /// Pay-TV provider (MVPD) the viewer logged in with through Adobe Pass authentication.
    ///
    /// Wire key `media.pass.mvpd`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/mvpd>.
    pub fn pass_mvpd(
        mut self,
        pass_mvpd: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.pass_mvpd = ::std::option::Option::Some(pass_mvpd.into());
        self
    }
    /// [`pass_mvpd`](Self::pass_mvpd), if there is one.
    pub fn maybe_pass_mvpd(
        mut self,
        pass_mvpd: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.pass_mvpd = pass_mvpd.map(::std::convert::Into::into);
        self
    }
    /// Publisher of the content, mainly used for audio.
    ///
    /// Wire key `media.publisher`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/publisher>.
    pub fn publisher(
        mut self,
        publisher: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.publisher = ::std::option::Option::Some(publisher.into());
        self
    }
    /// [`publisher`](Self::publisher), if there is one.
    pub fn maybe_publisher(
        mut self,
        publisher: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.publisher = publisher.map(::std::convert::Into::into);
        self
    }
    /// Content rating for parental guidance, by the TV Parental Guidelines or another scheme. Not a viewer's rating.
    ///
    /// Wire key `media.rating`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/content-rating>.
    pub fn rating(
        mut self,
        rating: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.rating = ::std::option::Option::Some(rating.into());
        self
    }
    /// [`rating`](Self::rating), if there is one.
    pub fn maybe_rating(
        mut self,
        rating: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.rating = rating.map(::std::convert::Into::into);
        self
    }
    /// True when the viewer continues content left earlier, in a new session: after a long pause, on another device or from a stored position. It counts a resume and does not reopen the old session; absent means false.
    ///
    /// Wire key `media.resume`: boolean, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/content-resumes>.
    pub fn resume(mut self, resume: bool) -> Self {
        self.optional__.resume = ::std::option::Option::Some(resume);
        self
    }
    /// [`resume`](Self::resume), if there is one.
    pub fn maybe_resume(mut self, resume: ::std::option::Option<bool>) -> Self {
        self.optional__.resume = resume;
        self
    }
    /// Version of the app, as configured by the sender (app version). The key is named after an SDK, but the version of the sending library goes in `media.libraryVersion`.
    ///
    /// Wire key `media.sdkVersion`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/app-version>.
    pub fn sdk_version(
        mut self,
        sdk_version: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.sdk_version = ::std::option::Option::Some(sdk_version.into());
        self
    }
    /// [`sdk_version`](Self::sdk_version), if there is one.
    pub fn maybe_sdk_version(
        mut self,
        sdk_version: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.sdk_version = sdk_version.map(::std::convert::Into::into);
        self
    }
    /// Season number of the show, written as a string.
    ///
    /// Wire key `media.season`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/season>.
    pub fn season(
        mut self,
        season: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.season = ::std::option::Option::Some(season.into());
        self
    }
    /// [`season`](Self::season), if there is one.
    pub fn maybe_season(
        mut self,
        season: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.season = season.map(::std::convert::Into::into);
        self
    }
    /// Show: title of the series or programme the content belongs to.
    ///
    /// Wire key `media.show`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/show>.
    pub fn show(
        mut self,
        show: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.show = ::std::option::Option::Some(show.into());
        self
    }
    /// [`show`](Self::show), if there is one.
    pub fn maybe_show(
        mut self,
        show: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.show = show.map(::std::convert::Into::into);
        self
    }
    /// Show type: which part of a show this is, a digit written as a string. An integer is refused.
    ///
    /// Wire key `media.showType`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/show-type>.
    pub fn show_type(
        mut self,
        show_type: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.show_type = ::std::option::Option::Some(show_type.into());
        self
    }
    /// [`show_type`](Self::show_type), if there is one.
    pub fn maybe_show_type(
        mut self,
        show_type: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.show_type = show_type.map(::std::convert::Into::into);
        self
    }
    /// Radio station. For audio.
    ///
    /// Wire key `media.station`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/station>.
    pub fn station(
        mut self,
        station: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.station = ::std::option::Option::Some(station.into());
        self
    }
    /// [`station`](Self::station), if there is one.
    pub fn maybe_station(
        mut self,
        station: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.station = station.map(::std::convert::Into::into);
        self
    }
    /// Stream format, for instance high or standard definition. Any string is accepted.
    ///
    /// Wire key `media.streamFormat`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/standard-metadata/stream-format>.
    pub fn stream_format(
        mut self,
        stream_format: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.stream_format = ::std::option::Option::Some(
            stream_format.into(),
        );
        self
    }
    /// [`stream_format`](Self::stream_format), if there is one.
    pub fn maybe_stream_format(
        mut self,
        stream_format: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.stream_format = stream_format.map(::std::convert::Into::into);
        self
    }
    /// Stream type: whether the media is video or audio. Not the content type, although the SDKs have an argument called streamType that fills `media.contentType`.
    ///
    /// Wire key `media.streamType`: string, optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/variables/core/stream-type>.
    pub fn stream_type(
        mut self,
        stream_type: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.stream_type = ::std::option::Option::Some(stream_type.into());
        self
    }
    /// [`stream_type`](Self::stream_type), if there is one.
    pub fn maybe_stream_type(
        mut self,
        stream_type: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.stream_type = stream_type.map(::std::convert::Into::into);
        self
    }
    /// Region of the Audience Manager edge nearest to the viewer, so that their data stays in one place. An integer: leave it out when unknown, since null and strings are refused.
    ///
    /// Wire key `visitor.aamLocationHint`: integer, optional. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn visitor_aam_location_hint(mut self, visitor_aam_location_hint: i64) -> Self {
        self.optional__.visitor_aam_location_hint = ::std::option::Option::Some(
            visitor_aam_location_hint,
        );
        self
    }
    /// [`visitor_aam_location_hint`](Self::visitor_aam_location_hint), if there is one.
    pub fn maybe_visitor_aam_location_hint(
        mut self,
        visitor_aam_location_hint: ::std::option::Option<i64>,
    ) -> Self {
        self.optional__.visitor_aam_location_hint = visitor_aam_location_hint;
        self
    }
    /// Identities the sender knows the viewer by, such as a login name or an account number. The map key names the kind of identity; leave the member out when there is none.
    ///
    /// Wire key `visitor.customerIDs`: map from name to [`CustomerId`], optional. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn visitor_customer_ids(
        mut self,
        visitor_customer_ids: ::std::collections::BTreeMap<
            ::std::string::String,
            CustomerId,
        >,
    ) -> Self {
        self.optional__.visitor_customer_ids = ::std::option::Option::Some(
            visitor_customer_ids,
        );
        self
    }
    /// [`visitor_customer_ids`](Self::visitor_customer_ids), if there is one.
    pub fn maybe_visitor_customer_ids(
        mut self,
        visitor_customer_ids: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, CustomerId>,
        >,
    ) -> Self {
        self.optional__.visitor_customer_ids = visitor_customer_ids;
        self
    }
    /// Experience Cloud id of the viewer (ECID, also known as mid), usually 38 digits. Optional on the wire, yet without it the session cannot be joined with other Experience Cloud products.
    ///
    /// Wire key `visitor.marketingCloudUserId`: string, optional. A careful sender keeps it non-empty. Personal data: hidden by `Debug`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-ref/mc-api-req-params>.
    pub fn visitor_marketing_cloud_user_id(
        mut self,
        visitor_marketing_cloud_user_id: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.visitor_marketing_cloud_user_id = ::std::option::Option::Some(
            visitor_marketing_cloud_user_id.into(),
        );
        self
    }
    /// [`visitor_marketing_cloud_user_id`](Self::visitor_marketing_cloud_user_id), if there is one.
    pub fn maybe_visitor_marketing_cloud_user_id(
        mut self,
        visitor_marketing_cloud_user_id: ::std::option::Option<
            impl ::std::convert::Into<::std::string::String>,
        >,
    ) -> Self {
        self.optional__.visitor_marketing_cloud_user_id = visitor_marketing_cloud_user_id
            .map(::std::convert::Into::into);
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`SessionStartParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> SessionStartParams
    where
        Member0: crate::support::Given<::std::string::String>,
        Member1: crate::support::Given<::std::string::String>,
        Member2: crate::support::Given<::std::string::String>,
        Member3: crate::support::Given<f64>,
        Member4: crate::support::Given<::std::string::String>,
        Member5: crate::support::Given<::std::string::String>,
        Member6: crate::support::Given<::std::string::String>,
        Member7: crate::support::Given<::std::string::String>,
    {
        SessionStartParams {
            analytics_tracking_server: self.analytics_tracking_server.given(),
            analytics_report_suite: self.analytics_report_suite.given(),
            id: self.id.given(),
            length: self.length.given(),
            content_type: self.content_type.given(),
            player_name: self.player_name.given(),
            channel: self.channel.given(),
            visitor_marketing_cloud_org_id: self.visitor_marketing_cloud_org_id.given(),
            analytics_aid: self.optional__.analytics_aid,
            analytics_enable_ssl: self.optional__.analytics_enable_ssl,
            analytics_opt_out_server_side_forwarding: self
                .optional__
                .analytics_opt_out_server_side_forwarding,
            analytics_opt_out_share: self.optional__.analytics_opt_out_share,
            analytics_visitor_id: self.optional__.analytics_visitor_id,
            app_installation_id: self.optional__.app_installation_id,
            ad_load: self.optional__.ad_load,
            album: self.optional__.album,
            artist: self.optional__.artist,
            asset_id: self.optional__.asset_id,
            author: self.optional__.author,
            day_part: self.optional__.day_part,
            downloaded: ::std::option::Option::None,
            episode: self.optional__.episode,
            feed: self.optional__.feed,
            first_air_date: self.optional__.first_air_date,
            first_digital_date: self.optional__.first_digital_date,
            genre: self.optional__.genre,
            label: self.optional__.label,
            library_version: self.optional__.library_version,
            name: self.optional__.name,
            network: self.optional__.network,
            originator: self.optional__.originator,
            pass_auth: self.optional__.pass_auth,
            pass_mvpd: self.optional__.pass_mvpd,
            publisher: self.optional__.publisher,
            rating: self.optional__.rating,
            resume: self.optional__.resume,
            sdk_version: self.optional__.sdk_version,
            season: self.optional__.season,
            show: self.optional__.show,
            show_type: self.optional__.show_type,
            station: self.optional__.station,
            stream_format: self.optional__.stream_format,
            stream_type: self.optional__.stream_type,
            visitor_aam_location_hint: self.optional__.visitor_aam_location_hint,
            visitor_customer_ids: self.optional__.visitor_customer_ids,
            visitor_marketing_cloud_user_id: self
                .optional__
                .visitor_marketing_cloud_user_id,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for SessionStartParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members
            .serialize_entry(
                "analytics.trackingServer",
                &crate::support::Writing(&self.analytics_tracking_server),
            )?;
        members
            .serialize_entry(
                "analytics.reportSuite",
                &crate::support::Writing(&self.analytics_report_suite),
            )?;
        members.serialize_entry("media.id", &crate::support::Writing(&self.id))?;
        members.serialize_entry("media.length", &crate::support::Writing(&self.length))?;
        members
            .serialize_entry(
                "media.contentType",
                &crate::support::Writing(&self.content_type),
            )?;
        members
            .serialize_entry(
                "media.playerName",
                &crate::support::Writing(&self.player_name),
            )?;
        members
            .serialize_entry("media.channel", &crate::support::Writing(&self.channel))?;
        members
            .serialize_entry(
                "visitor.marketingCloudOrgId",
                &crate::support::Writing(&self.visitor_marketing_cloud_org_id),
            )?;
        if let Some(value) = &self.analytics_aid {
            members.serialize_entry("analytics.aid", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.analytics_enable_ssl {
            members
                .serialize_entry(
                    "analytics.enableSSL",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.analytics_opt_out_server_side_forwarding {
            members
                .serialize_entry(
                    "analytics.optOutServerSideForwarding",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.analytics_opt_out_share {
            members
                .serialize_entry(
                    "analytics.optOutShare",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.analytics_visitor_id {
            members
                .serialize_entry(
                    "analytics.visitorId",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.app_installation_id {
            members
                .serialize_entry("appInstallationId", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.ad_load {
            members.serialize_entry("media.adLoad", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.album {
            members.serialize_entry("media.album", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.artist {
            members.serialize_entry("media.artist", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.asset_id {
            members.serialize_entry("media.assetId", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.author {
            members.serialize_entry("media.author", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.day_part {
            members.serialize_entry("media.dayPart", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.downloaded {
            members
                .serialize_entry("media.downloaded", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.episode {
            members.serialize_entry("media.episode", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.feed {
            members.serialize_entry("media.feed", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.first_air_date {
            members
                .serialize_entry("media.firstAirDate", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.first_digital_date {
            members
                .serialize_entry(
                    "media.firstDigitalDate",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.genre {
            members.serialize_entry("media.genre", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.label {
            members.serialize_entry("media.label", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.library_version {
            members
                .serialize_entry(
                    "media.libraryVersion",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.name {
            members.serialize_entry("media.name", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.network {
            members.serialize_entry("media.network", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.originator {
            members
                .serialize_entry("media.originator", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.pass_auth {
            members.serialize_entry("media.pass.auth", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.pass_mvpd {
            members.serialize_entry("media.pass.mvpd", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.publisher {
            members.serialize_entry("media.publisher", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.rating {
            members.serialize_entry("media.rating", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.resume {
            members.serialize_entry("media.resume", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.sdk_version {
            members
                .serialize_entry("media.sdkVersion", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.season {
            members.serialize_entry("media.season", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.show {
            members.serialize_entry("media.show", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.show_type {
            members.serialize_entry("media.showType", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.station {
            members.serialize_entry("media.station", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.stream_format {
            members
                .serialize_entry("media.streamFormat", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.stream_type {
            members
                .serialize_entry("media.streamType", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.visitor_aam_location_hint {
            members
                .serialize_entry(
                    "visitor.aamLocationHint",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.visitor_customer_ids {
            members
                .serialize_entry(
                    "visitor.customerIDs",
                    &crate::support::Writing(value),
                )?;
        }
        if let Some(value) = &self.visitor_marketing_cloud_user_id {
            members
                .serialize_entry(
                    "visitor.marketingCloudUserId",
                    &crate::support::Writing(value),
                )?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct SessionStartParamsVisitor(crate::support::Mode);
impl SessionStartParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                8usize => if *key == *b"media.id" { 2usize } else { return None }
                10usize => {
                    if *key == *b"media.feed" {
                        22usize
                    } else if *key == *b"media.name" {
                        28usize
                    } else if *key == *b"media.show" {
                        38usize
                    } else {
                        return None
                    }
                }
                11usize => {
                    if *key == *b"media.album" {
                        15usize
                    } else if *key == *b"media.genre" {
                        25usize
                    } else if *key == *b"media.label" {
                        26usize
                    } else {
                        return None
                    }
                }
                12usize => {
                    if *key == *b"media.length" {
                        3usize
                    } else if *key == *b"media.adLoad" {
                        14usize
                    } else if *key == *b"media.artist" {
                        16usize
                    } else if *key == *b"media.author" {
                        18usize
                    } else if *key == *b"media.rating" {
                        34usize
                    } else if *key == *b"media.resume" {
                        35usize
                    } else if *key == *b"media.season" {
                        37usize
                    } else {
                        return None
                    }
                }
                13usize => {
                    if *key == *b"media.channel" {
                        6usize
                    } else if *key == *b"analytics.aid" {
                        8usize
                    } else if *key == *b"media.assetId" {
                        17usize
                    } else if *key == *b"media.dayPart" {
                        19usize
                    } else if *key == *b"media.episode" {
                        21usize
                    } else if *key == *b"media.network" {
                        29usize
                    } else if *key == *b"media.station" {
                        40usize
                    } else {
                        return None
                    }
                }
                14usize => if *key == *b"media.showType" { 39usize } else { return None }
                15usize => {
                    if *key == *b"media.pass.auth" {
                        31usize
                    } else if *key == *b"media.pass.mvpd" {
                        32usize
                    } else if *key == *b"media.publisher" {
                        33usize
                    } else {
                        return None
                    }
                }
                16usize => {
                    if *key == *b"media.playerName" {
                        5usize
                    } else if *key == *b"media.downloaded" {
                        20usize
                    } else if *key == *b"media.originator" {
                        30usize
                    } else if *key == *b"media.sdkVersion" {
                        36usize
                    } else if *key == *b"media.streamType" {
                        42usize
                    } else {
                        return None
                    }
                }
                17usize => {
                    if *key == *b"media.contentType" {
                        4usize
                    } else if *key == *b"appInstallationId" {
                        13usize
                    } else {
                        return None
                    }
                }
                18usize => {
                    if *key == *b"media.firstAirDate" {
                        23usize
                    } else if *key == *b"media.streamFormat" {
                        41usize
                    } else {
                        return None
                    }
                }
                19usize => {
                    if *key == *b"analytics.enableSSL" {
                        9usize
                    } else if *key == *b"analytics.visitorId" {
                        12usize
                    } else if *key == *b"visitor.customerIDs" {
                        44usize
                    } else {
                        return None
                    }
                }
                20usize => {
                    if *key == *b"media.libraryVersion" { 27usize } else { return None }
                }
                21usize => {
                    if *key == *b"analytics.reportSuite" {
                        1usize
                    } else if *key == *b"analytics.optOutShare" {
                        11usize
                    } else {
                        return None
                    }
                }
                22usize => {
                    if *key == *b"media.firstDigitalDate" {
                        24usize
                    } else {
                        return None
                    }
                }
                23usize => {
                    if *key == *b"visitor.aamLocationHint" {
                        43usize
                    } else {
                        return None
                    }
                }
                24usize => {
                    if *key == *b"analytics.trackingServer" {
                        0usize
                    } else {
                        return None
                    }
                }
                27usize => {
                    if *key == *b"visitor.marketingCloudOrgId" {
                        7usize
                    } else {
                        return None
                    }
                }
                28usize => {
                    if *key == *b"visitor.marketingCloudUserId" {
                        45usize
                    } else {
                        return None
                    }
                }
                36usize => {
                    if *key == *b"analytics.optOutServerSideForwarding" {
                        10usize
                    } else {
                        return None
                    }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for SessionStartParamsVisitor {
    type Value = SessionStartParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut analytics_tracking_server: ::std::option::Option<
            ::std::string::String,
        > = None;
        let mut analytics_report_suite: ::std::option::Option<::std::string::String> = None;
        let mut id: ::std::option::Option<::std::string::String> = None;
        let mut length: ::std::option::Option<f64> = None;
        let mut content_type: ::std::option::Option<::std::string::String> = None;
        let mut player_name: ::std::option::Option<::std::string::String> = None;
        let mut channel: ::std::option::Option<::std::string::String> = None;
        let mut visitor_marketing_cloud_org_id: ::std::option::Option<
            ::std::string::String,
        > = None;
        let mut analytics_aid: ::std::option::Option<::std::string::String> = None;
        let mut analytics_enable_ssl: ::std::option::Option<bool> = None;
        let mut analytics_opt_out_server_side_forwarding: ::std::option::Option<bool> = None;
        let mut analytics_opt_out_share: ::std::option::Option<bool> = None;
        let mut analytics_visitor_id: ::std::option::Option<::std::string::String> = None;
        let mut app_installation_id: ::std::option::Option<::std::string::String> = None;
        let mut ad_load: ::std::option::Option<::std::string::String> = None;
        let mut album: ::std::option::Option<::std::string::String> = None;
        let mut artist: ::std::option::Option<::std::string::String> = None;
        let mut asset_id: ::std::option::Option<::std::string::String> = None;
        let mut author: ::std::option::Option<::std::string::String> = None;
        let mut day_part: ::std::option::Option<::std::string::String> = None;
        let mut downloaded: ::std::option::Option<bool> = None;
        let mut episode: ::std::option::Option<::std::string::String> = None;
        let mut feed: ::std::option::Option<::std::string::String> = None;
        let mut first_air_date: ::std::option::Option<::std::string::String> = None;
        let mut first_digital_date: ::std::option::Option<::std::string::String> = None;
        let mut genre: ::std::option::Option<::std::string::String> = None;
        let mut label: ::std::option::Option<::std::string::String> = None;
        let mut library_version: ::std::option::Option<::std::string::String> = None;
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut network: ::std::option::Option<::std::string::String> = None;
        let mut originator: ::std::option::Option<::std::string::String> = None;
        let mut pass_auth: ::std::option::Option<::std::string::String> = None;
        let mut pass_mvpd: ::std::option::Option<::std::string::String> = None;
        let mut publisher: ::std::option::Option<::std::string::String> = None;
        let mut rating: ::std::option::Option<::std::string::String> = None;
        let mut resume: ::std::option::Option<bool> = None;
        let mut sdk_version: ::std::option::Option<::std::string::String> = None;
        let mut season: ::std::option::Option<::std::string::String> = None;
        let mut show: ::std::option::Option<::std::string::String> = None;
        let mut show_type: ::std::option::Option<::std::string::String> = None;
        let mut station: ::std::option::Option<::std::string::String> = None;
        let mut stream_format: ::std::option::Option<::std::string::String> = None;
        let mut stream_type: ::std::option::Option<::std::string::String> = None;
        let mut visitor_aam_location_hint: ::std::option::Option<i64> = None;
        let mut visitor_customer_ids: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, CustomerId>,
        > = None;
        let mut visitor_marketing_cloud_user_id: ::std::option::Option<
            ::std::string::String,
        > = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut analytics_tracking_server,
                        "analytics.trackingServer",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut analytics_report_suite,
                        "analytics.reportSuite",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(2usize) => {
                    crate::support::read_member(
                        &mut id,
                        "media.id",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(3usize) => {
                    crate::support::read_member(
                        &mut length,
                        "media.length",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(4usize) => {
                    crate::support::read_member(
                        &mut content_type,
                        "media.contentType",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(5usize) => {
                    crate::support::read_member(
                        &mut player_name,
                        "media.playerName",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(6usize) => {
                    crate::support::read_member(
                        &mut channel,
                        "media.channel",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(7usize) => {
                    crate::support::read_member(
                        &mut visitor_marketing_cloud_org_id,
                        "visitor.marketingCloudOrgId",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(8usize) => {
                    crate::support::read_member(
                        &mut analytics_aid,
                        "analytics.aid",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(9usize) => {
                    crate::support::read_member(
                        &mut analytics_enable_ssl,
                        "analytics.enableSSL",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(10usize) => {
                    crate::support::read_member(
                        &mut analytics_opt_out_server_side_forwarding,
                        "analytics.optOutServerSideForwarding",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(11usize) => {
                    crate::support::read_member(
                        &mut analytics_opt_out_share,
                        "analytics.optOutShare",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(12usize) => {
                    crate::support::read_member(
                        &mut analytics_visitor_id,
                        "analytics.visitorId",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(13usize) => {
                    crate::support::read_member(
                        &mut app_installation_id,
                        "appInstallationId",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(14usize) => {
                    crate::support::read_member(
                        &mut ad_load,
                        "media.adLoad",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(15usize) => {
                    crate::support::read_member(
                        &mut album,
                        "media.album",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(16usize) => {
                    crate::support::read_member(
                        &mut artist,
                        "media.artist",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(17usize) => {
                    crate::support::read_member(
                        &mut asset_id,
                        "media.assetId",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(18usize) => {
                    crate::support::read_member(
                        &mut author,
                        "media.author",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(19usize) => {
                    crate::support::read_member(
                        &mut day_part,
                        "media.dayPart",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(20usize) => {
                    crate::support::read_member(
                        &mut downloaded,
                        "media.downloaded",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(21usize) => {
                    crate::support::read_member(
                        &mut episode,
                        "media.episode",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(22usize) => {
                    crate::support::read_member(
                        &mut feed,
                        "media.feed",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(23usize) => {
                    crate::support::read_member(
                        &mut first_air_date,
                        "media.firstAirDate",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(24usize) => {
                    crate::support::read_member(
                        &mut first_digital_date,
                        "media.firstDigitalDate",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(25usize) => {
                    crate::support::read_member(
                        &mut genre,
                        "media.genre",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(26usize) => {
                    crate::support::read_member(
                        &mut label,
                        "media.label",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(27usize) => {
                    crate::support::read_member(
                        &mut library_version,
                        "media.libraryVersion",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(28usize) => {
                    crate::support::read_member(
                        &mut name,
                        "media.name",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(29usize) => {
                    crate::support::read_member(
                        &mut network,
                        "media.network",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(30usize) => {
                    crate::support::read_member(
                        &mut originator,
                        "media.originator",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(31usize) => {
                    crate::support::read_member(
                        &mut pass_auth,
                        "media.pass.auth",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(32usize) => {
                    crate::support::read_member(
                        &mut pass_mvpd,
                        "media.pass.mvpd",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(33usize) => {
                    crate::support::read_member(
                        &mut publisher,
                        "media.publisher",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(34usize) => {
                    crate::support::read_member(
                        &mut rating,
                        "media.rating",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(35usize) => {
                    crate::support::read_member(
                        &mut resume,
                        "media.resume",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(36usize) => {
                    crate::support::read_member(
                        &mut sdk_version,
                        "media.sdkVersion",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(37usize) => {
                    crate::support::read_member(
                        &mut season,
                        "media.season",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(38usize) => {
                    crate::support::read_member(
                        &mut show,
                        "media.show",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(39usize) => {
                    crate::support::read_member(
                        &mut show_type,
                        "media.showType",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(40usize) => {
                    crate::support::read_member(
                        &mut station,
                        "media.station",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(41usize) => {
                    crate::support::read_member(
                        &mut stream_format,
                        "media.streamFormat",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(42usize) => {
                    crate::support::read_member(
                        &mut stream_type,
                        "media.streamType",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(43usize) => {
                    crate::support::read_member(
                        &mut visitor_aam_location_hint,
                        "visitor.aamLocationHint",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(44usize) => {
                    crate::support::read_member(
                        &mut visitor_customer_ids,
                        "visitor.customerIDs",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(45usize) => {
                    crate::support::read_member(
                        &mut visitor_marketing_cloud_user_id,
                        "visitor.marketingCloudUserId",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(SessionStartParams {
            analytics_tracking_server: crate::support::required(
                analytics_tracking_server,
                "analytics.trackingServer",
            )?,
            analytics_report_suite: crate::support::required(
                analytics_report_suite,
                "analytics.reportSuite",
            )?,
            id: crate::support::required(id, "media.id")?,
            length: crate::support::required(length, "media.length")?,
            content_type: crate::support::required(content_type, "media.contentType")?,
            player_name: crate::support::required(player_name, "media.playerName")?,
            channel: crate::support::required(channel, "media.channel")?,
            visitor_marketing_cloud_org_id: crate::support::required(
                visitor_marketing_cloud_org_id,
                "visitor.marketingCloudOrgId",
            )?,
            analytics_aid,
            analytics_enable_ssl,
            analytics_opt_out_server_side_forwarding,
            analytics_opt_out_share,
            analytics_visitor_id,
            app_installation_id,
            ad_load,
            album,
            artist,
            asset_id,
            author,
            day_part,
            downloaded,
            episode,
            feed,
            first_air_date,
            first_digital_date,
            genre,
            label,
            library_version,
            name,
            network,
            originator,
            pass_auth,
            pass_mvpd,
            publisher,
            rating,
            resume,
            sdk_version,
            season,
            show,
            show_type,
            station,
            stream_format,
            stream_type,
            visitor_aam_location_hint,
            visitor_customer_ids,
            visitor_marketing_cloud_user_id,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for SessionStartParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(SessionStartParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for SessionStartParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut analytics_tracking_server: ::std::option::Option<
            ::std::string::String,
        > = None;
        let mut analytics_report_suite: ::std::option::Option<::std::string::String> = None;
        let mut id: ::std::option::Option<::std::string::String> = None;
        let mut length: ::std::option::Option<f64> = None;
        let mut content_type: ::std::option::Option<::std::string::String> = None;
        let mut player_name: ::std::option::Option<::std::string::String> = None;
        let mut channel: ::std::option::Option<::std::string::String> = None;
        let mut visitor_marketing_cloud_org_id: ::std::option::Option<
            ::std::string::String,
        > = None;
        let mut analytics_aid: ::std::option::Option<::std::string::String> = None;
        let mut analytics_enable_ssl: ::std::option::Option<bool> = None;
        let mut analytics_opt_out_server_side_forwarding: ::std::option::Option<bool> = None;
        let mut analytics_opt_out_share: ::std::option::Option<bool> = None;
        let mut analytics_visitor_id: ::std::option::Option<::std::string::String> = None;
        let mut app_installation_id: ::std::option::Option<::std::string::String> = None;
        let mut ad_load: ::std::option::Option<::std::string::String> = None;
        let mut album: ::std::option::Option<::std::string::String> = None;
        let mut artist: ::std::option::Option<::std::string::String> = None;
        let mut asset_id: ::std::option::Option<::std::string::String> = None;
        let mut author: ::std::option::Option<::std::string::String> = None;
        let mut day_part: ::std::option::Option<::std::string::String> = None;
        let mut downloaded: ::std::option::Option<bool> = None;
        let mut episode: ::std::option::Option<::std::string::String> = None;
        let mut feed: ::std::option::Option<::std::string::String> = None;
        let mut first_air_date: ::std::option::Option<::std::string::String> = None;
        let mut first_digital_date: ::std::option::Option<::std::string::String> = None;
        let mut genre: ::std::option::Option<::std::string::String> = None;
        let mut label: ::std::option::Option<::std::string::String> = None;
        let mut library_version: ::std::option::Option<::std::string::String> = None;
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut network: ::std::option::Option<::std::string::String> = None;
        let mut originator: ::std::option::Option<::std::string::String> = None;
        let mut pass_auth: ::std::option::Option<::std::string::String> = None;
        let mut pass_mvpd: ::std::option::Option<::std::string::String> = None;
        let mut publisher: ::std::option::Option<::std::string::String> = None;
        let mut rating: ::std::option::Option<::std::string::String> = None;
        let mut resume: ::std::option::Option<bool> = None;
        let mut sdk_version: ::std::option::Option<::std::string::String> = None;
        let mut season: ::std::option::Option<::std::string::String> = None;
        let mut show: ::std::option::Option<::std::string::String> = None;
        let mut show_type: ::std::option::Option<::std::string::String> = None;
        let mut station: ::std::option::Option<::std::string::String> = None;
        let mut stream_format: ::std::option::Option<::std::string::String> = None;
        let mut stream_type: ::std::option::Option<::std::string::String> = None;
        let mut visitor_aam_location_hint: ::std::option::Option<i64> = None;
        let mut visitor_customer_ids: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, CustomerId>,
        > = None;
        let mut visitor_marketing_cloud_user_id: ::std::option::Option<
            ::std::string::String,
        > = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                8usize => {
                    if *key__ == *b"media.id" {
                        crate::direct::member(&mut id, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                10usize => {
                    if *key__ == *b"media.feed" {
                        crate::direct::member(&mut feed, cursor__)?
                    } else if *key__ == *b"media.name" {
                        crate::direct::member(&mut name, cursor__)?
                    } else if *key__ == *b"media.show" {
                        crate::direct::member(&mut show, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                11usize => {
                    if *key__ == *b"media.album" {
                        crate::direct::member(&mut album, cursor__)?
                    } else if *key__ == *b"media.genre" {
                        crate::direct::member(&mut genre, cursor__)?
                    } else if *key__ == *b"media.label" {
                        crate::direct::member(&mut label, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                12usize => {
                    if *key__ == *b"media.length" {
                        crate::direct::member(&mut length, cursor__)?
                    } else if *key__ == *b"media.adLoad" {
                        crate::direct::member(&mut ad_load, cursor__)?
                    } else if *key__ == *b"media.artist" {
                        crate::direct::member(&mut artist, cursor__)?
                    } else if *key__ == *b"media.author" {
                        crate::direct::member(&mut author, cursor__)?
                    } else if *key__ == *b"media.rating" {
                        crate::direct::member(&mut rating, cursor__)?
                    } else if *key__ == *b"media.resume" {
                        crate::direct::member(&mut resume, cursor__)?
                    } else if *key__ == *b"media.season" {
                        crate::direct::member(&mut season, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                13usize => {
                    if *key__ == *b"media.channel" {
                        crate::direct::member(&mut channel, cursor__)?
                    } else if *key__ == *b"analytics.aid" {
                        crate::direct::member(&mut analytics_aid, cursor__)?
                    } else if *key__ == *b"media.assetId" {
                        crate::direct::member(&mut asset_id, cursor__)?
                    } else if *key__ == *b"media.dayPart" {
                        crate::direct::member(&mut day_part, cursor__)?
                    } else if *key__ == *b"media.episode" {
                        crate::direct::member(&mut episode, cursor__)?
                    } else if *key__ == *b"media.network" {
                        crate::direct::member(&mut network, cursor__)?
                    } else if *key__ == *b"media.station" {
                        crate::direct::member(&mut station, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                14usize => {
                    if *key__ == *b"media.showType" {
                        crate::direct::member(&mut show_type, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                15usize => {
                    if *key__ == *b"media.pass.auth" {
                        crate::direct::member(&mut pass_auth, cursor__)?
                    } else if *key__ == *b"media.pass.mvpd" {
                        crate::direct::member(&mut pass_mvpd, cursor__)?
                    } else if *key__ == *b"media.publisher" {
                        crate::direct::member(&mut publisher, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                16usize => {
                    if *key__ == *b"media.playerName" {
                        crate::direct::member(&mut player_name, cursor__)?
                    } else if *key__ == *b"media.downloaded" {
                        crate::direct::member(&mut downloaded, cursor__)?
                    } else if *key__ == *b"media.originator" {
                        crate::direct::member(&mut originator, cursor__)?
                    } else if *key__ == *b"media.sdkVersion" {
                        crate::direct::member(&mut sdk_version, cursor__)?
                    } else if *key__ == *b"media.streamType" {
                        crate::direct::member(&mut stream_type, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                17usize => {
                    if *key__ == *b"media.contentType" {
                        crate::direct::member(&mut content_type, cursor__)?
                    } else if *key__ == *b"appInstallationId" {
                        crate::direct::member(&mut app_installation_id, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                18usize => {
                    if *key__ == *b"media.firstAirDate" {
                        crate::direct::member(&mut first_air_date, cursor__)?
                    } else if *key__ == *b"media.streamFormat" {
                        crate::direct::member(&mut stream_format, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                19usize => {
                    if *key__ == *b"analytics.enableSSL" {
                        crate::direct::member(&mut analytics_enable_ssl, cursor__)?
                    } else if *key__ == *b"analytics.visitorId" {
                        crate::direct::member(&mut analytics_visitor_id, cursor__)?
                    } else if *key__ == *b"visitor.customerIDs" {
                        crate::direct::member(&mut visitor_customer_ids, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                20usize => {
                    if *key__ == *b"media.libraryVersion" {
                        crate::direct::member(&mut library_version, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                21usize => {
                    if *key__ == *b"analytics.reportSuite" {
                        crate::direct::member(&mut analytics_report_suite, cursor__)?
                    } else if *key__ == *b"analytics.optOutShare" {
                        crate::direct::member(&mut analytics_opt_out_share, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                22usize => {
                    if *key__ == *b"media.firstDigitalDate" {
                        crate::direct::member(&mut first_digital_date, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                23usize => {
                    if *key__ == *b"visitor.aamLocationHint" {
                        crate::direct::member(&mut visitor_aam_location_hint, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                24usize => {
                    if *key__ == *b"analytics.trackingServer" {
                        crate::direct::member(&mut analytics_tracking_server, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                27usize => {
                    if *key__ == *b"visitor.marketingCloudOrgId" {
                        crate::direct::member(
                            &mut visitor_marketing_cloud_org_id,
                            cursor__,
                        )?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                28usize => {
                    if *key__ == *b"visitor.marketingCloudUserId" {
                        crate::direct::member(
                            &mut visitor_marketing_cloud_user_id,
                            cursor__,
                        )?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                36usize => {
                    if *key__ == *b"analytics.optOutServerSideForwarding" {
                        crate::direct::member(
                            &mut analytics_opt_out_server_side_forwarding,
                            cursor__,
                        )?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            analytics_tracking_server: analytics_tracking_server
                .ok_or(crate::direct::Declined)?,
            analytics_report_suite: analytics_report_suite
                .ok_or(crate::direct::Declined)?,
            id: id.ok_or(crate::direct::Declined)?,
            length: length.ok_or(crate::direct::Declined)?,
            content_type: content_type.ok_or(crate::direct::Declined)?,
            player_name: player_name.ok_or(crate::direct::Declined)?,
            channel: channel.ok_or(crate::direct::Declined)?,
            visitor_marketing_cloud_org_id: visitor_marketing_cloud_org_id
                .ok_or(crate::direct::Declined)?,
            analytics_aid,
            analytics_enable_ssl,
            analytics_opt_out_server_side_forwarding,
            analytics_opt_out_share,
            analytics_visitor_id,
            app_installation_id,
            ad_load,
            album,
            artist,
            asset_id,
            author,
            day_part,
            downloaded,
            episode,
            feed,
            first_air_date,
            first_digital_date,
            genre,
            label,
            library_version,
            name,
            network,
            originator,
            pass_auth,
            pass_mvpd,
            publisher,
            rating,
            resume,
            sdk_version,
            season,
            show,
            show_type,
            station,
            stream_format,
            stream_type,
            visitor_aam_location_hint,
            visitor_customer_ids,
            visitor_marketing_cloud_user_id,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for SessionStartParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"analytics.trackingServer\":");
        crate::direct::WriteDirect::write_direct(&self.analytics_tracking_server, text)?;
        text.extend_from_slice(b",\"analytics.reportSuite\":");
        crate::direct::WriteDirect::write_direct(&self.analytics_report_suite, text)?;
        text.extend_from_slice(b",\"media.id\":");
        crate::direct::WriteDirect::write_direct(&self.id, text)?;
        text.extend_from_slice(b",\"media.length\":");
        crate::direct::WriteDirect::write_direct(&self.length, text)?;
        text.extend_from_slice(b",\"media.contentType\":");
        crate::direct::WriteDirect::write_direct(&self.content_type, text)?;
        text.extend_from_slice(b",\"media.playerName\":");
        crate::direct::WriteDirect::write_direct(&self.player_name, text)?;
        text.extend_from_slice(b",\"media.channel\":");
        crate::direct::WriteDirect::write_direct(&self.channel, text)?;
        text.extend_from_slice(b",\"visitor.marketingCloudOrgId\":");
        crate::direct::WriteDirect::write_direct(
            &self.visitor_marketing_cloud_org_id,
            text,
        )?;
        if let Some(value) = &self.analytics_aid {
            text.extend_from_slice(b",\"analytics.aid\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.analytics_enable_ssl {
            text.extend_from_slice(b",\"analytics.enableSSL\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.analytics_opt_out_server_side_forwarding {
            text.extend_from_slice(b",\"analytics.optOutServerSideForwarding\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.analytics_opt_out_share {
            text.extend_from_slice(b",\"analytics.optOutShare\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.analytics_visitor_id {
            text.extend_from_slice(b",\"analytics.visitorId\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.app_installation_id {
            text.extend_from_slice(b",\"appInstallationId\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.ad_load {
            text.extend_from_slice(b",\"media.adLoad\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.album {
            text.extend_from_slice(b",\"media.album\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.artist {
            text.extend_from_slice(b",\"media.artist\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.asset_id {
            text.extend_from_slice(b",\"media.assetId\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.author {
            text.extend_from_slice(b",\"media.author\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.day_part {
            text.extend_from_slice(b",\"media.dayPart\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.downloaded {
            text.extend_from_slice(b",\"media.downloaded\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.episode {
            text.extend_from_slice(b",\"media.episode\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.feed {
            text.extend_from_slice(b",\"media.feed\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.first_air_date {
            text.extend_from_slice(b",\"media.firstAirDate\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.first_digital_date {
            text.extend_from_slice(b",\"media.firstDigitalDate\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.genre {
            text.extend_from_slice(b",\"media.genre\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.label {
            text.extend_from_slice(b",\"media.label\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.library_version {
            text.extend_from_slice(b",\"media.libraryVersion\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.name {
            text.extend_from_slice(b",\"media.name\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.network {
            text.extend_from_slice(b",\"media.network\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.originator {
            text.extend_from_slice(b",\"media.originator\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.pass_auth {
            text.extend_from_slice(b",\"media.pass.auth\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.pass_mvpd {
            text.extend_from_slice(b",\"media.pass.mvpd\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.publisher {
            text.extend_from_slice(b",\"media.publisher\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.rating {
            text.extend_from_slice(b",\"media.rating\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.resume {
            text.extend_from_slice(b",\"media.resume\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.sdk_version {
            text.extend_from_slice(b",\"media.sdkVersion\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.season {
            text.extend_from_slice(b",\"media.season\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.show {
            text.extend_from_slice(b",\"media.show\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.show_type {
            text.extend_from_slice(b",\"media.showType\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.station {
            text.extend_from_slice(b",\"media.station\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.stream_format {
            text.extend_from_slice(b",\"media.streamFormat\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.stream_type {
            text.extend_from_slice(b",\"media.streamType\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.visitor_aam_location_hint {
            text.extend_from_slice(b",\"visitor.aamLocationHint\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.visitor_customer_ids {
            text.extend_from_slice(b",\"visitor.customerIDs\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.visitor_marketing_cloud_user_id {
            text.extend_from_slice(b",\"visitor.marketingCloudUserId\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for SessionStartParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker
            .member(
                &SESSION_START_PARAMS.members[0usize],
                &self.analytics_tracking_server,
            );
        checker
            .member(&SESSION_START_PARAMS.members[1usize], &self.analytics_report_suite);
        checker.member(&SESSION_START_PARAMS.members[2usize], &self.id);
        checker.member(&SESSION_START_PARAMS.members[3usize], &self.length);
        checker.member(&SESSION_START_PARAMS.members[4usize], &self.content_type);
        checker.member(&SESSION_START_PARAMS.members[5usize], &self.player_name);
        checker.member(&SESSION_START_PARAMS.members[6usize], &self.channel);
        checker
            .member(
                &SESSION_START_PARAMS.members[7usize],
                &self.visitor_marketing_cloud_org_id,
            );
        if let Some(value) = &self.analytics_aid {
            checker.member(&SESSION_START_PARAMS.members[8usize], value);
        }
        if let Some(value) = &self.analytics_enable_ssl {
            checker.member(&SESSION_START_PARAMS.members[9usize], value);
        }
        if let Some(value) = &self.analytics_opt_out_server_side_forwarding {
            checker.member(&SESSION_START_PARAMS.members[10usize], value);
        }
        if let Some(value) = &self.analytics_opt_out_share {
            checker.member(&SESSION_START_PARAMS.members[11usize], value);
        }
        if let Some(value) = &self.analytics_visitor_id {
            checker.member(&SESSION_START_PARAMS.members[12usize], value);
        }
        if let Some(value) = &self.app_installation_id {
            checker.member(&SESSION_START_PARAMS.members[13usize], value);
        }
        if let Some(value) = &self.ad_load {
            checker.member(&SESSION_START_PARAMS.members[14usize], value);
        }
        if let Some(value) = &self.album {
            checker.member(&SESSION_START_PARAMS.members[15usize], value);
        }
        if let Some(value) = &self.artist {
            checker.member(&SESSION_START_PARAMS.members[16usize], value);
        }
        if let Some(value) = &self.asset_id {
            checker.member(&SESSION_START_PARAMS.members[17usize], value);
        }
        if let Some(value) = &self.author {
            checker.member(&SESSION_START_PARAMS.members[18usize], value);
        }
        if let Some(value) = &self.day_part {
            checker.member(&SESSION_START_PARAMS.members[19usize], value);
        }
        if let Some(value) = &self.downloaded {
            checker.member(&SESSION_START_PARAMS.members[20usize], value);
        }
        if let Some(value) = &self.episode {
            checker.member(&SESSION_START_PARAMS.members[21usize], value);
        }
        if let Some(value) = &self.feed {
            checker.member(&SESSION_START_PARAMS.members[22usize], value);
        }
        if let Some(value) = &self.first_air_date {
            checker.member(&SESSION_START_PARAMS.members[23usize], value);
        }
        if let Some(value) = &self.first_digital_date {
            checker.member(&SESSION_START_PARAMS.members[24usize], value);
        }
        if let Some(value) = &self.genre {
            checker.member(&SESSION_START_PARAMS.members[25usize], value);
        }
        if let Some(value) = &self.label {
            checker.member(&SESSION_START_PARAMS.members[26usize], value);
        }
        if let Some(value) = &self.library_version {
            checker.member(&SESSION_START_PARAMS.members[27usize], value);
        }
        if let Some(value) = &self.name {
            checker.member(&SESSION_START_PARAMS.members[28usize], value);
        }
        if let Some(value) = &self.network {
            checker.member(&SESSION_START_PARAMS.members[29usize], value);
        }
        if let Some(value) = &self.originator {
            checker.member(&SESSION_START_PARAMS.members[30usize], value);
        }
        if let Some(value) = &self.pass_auth {
            checker.member(&SESSION_START_PARAMS.members[31usize], value);
        }
        if let Some(value) = &self.pass_mvpd {
            checker.member(&SESSION_START_PARAMS.members[32usize], value);
        }
        if let Some(value) = &self.publisher {
            checker.member(&SESSION_START_PARAMS.members[33usize], value);
        }
        if let Some(value) = &self.rating {
            checker.member(&SESSION_START_PARAMS.members[34usize], value);
        }
        if let Some(value) = &self.resume {
            checker.member(&SESSION_START_PARAMS.members[35usize], value);
        }
        if let Some(value) = &self.sdk_version {
            checker.member(&SESSION_START_PARAMS.members[36usize], value);
        }
        if let Some(value) = &self.season {
            checker.member(&SESSION_START_PARAMS.members[37usize], value);
        }
        if let Some(value) = &self.show {
            checker.member(&SESSION_START_PARAMS.members[38usize], value);
        }
        if let Some(value) = &self.show_type {
            checker.member(&SESSION_START_PARAMS.members[39usize], value);
        }
        if let Some(value) = &self.station {
            checker.member(&SESSION_START_PARAMS.members[40usize], value);
        }
        if let Some(value) = &self.stream_format {
            checker.member(&SESSION_START_PARAMS.members[41usize], value);
        }
        if let Some(value) = &self.stream_type {
            checker.member(&SESSION_START_PARAMS.members[42usize], value);
        }
        if let Some(value) = &self.visitor_aam_location_hint {
            checker.member(&SESSION_START_PARAMS.members[43usize], value);
        }
        if let Some(value) = &self.visitor_customer_ids {
            checker.member(&SESSION_START_PARAMS.members[44usize], value);
        }
        if let Some(value) = &self.visitor_marketing_cloud_user_id {
            checker.member(&SESSION_START_PARAMS.members[45usize], value);
        }
        checker.extra(&SESSION_START_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for SessionStartParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
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
            shown.field("analytics_aid", &crate::support::Redacted);
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
            shown.field("analytics_visitor_id", &crate::support::Redacted);
        }
        if self.app_installation_id.is_some() {
            shown.field("app_installation_id", &crate::support::Redacted);
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
            shown.field("visitor_aam_location_hint", &crate::support::Redacted);
        }
        if self.visitor_customer_ids.is_some() {
            shown.field("visitor_customer_ids", &crate::support::Redacted);
        }
        if self.visitor_marketing_cloud_user_id.is_some() {
            shown.field("visitor_marketing_cloud_user_id", &crate::support::Redacted);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for SessionStartParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            analytics_tracking_server: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[0usize].limits,
            ),
            analytics_report_suite: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[1usize].limits,
            ),
            id: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[2usize].limits,
            ),
            length: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[3usize].limits,
            ),
            content_type: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[4usize].limits,
            ),
            player_name: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[5usize].limits,
            ),
            channel: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[6usize].limits,
            ),
            visitor_marketing_cloud_org_id: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[7usize].limits,
            ),
            analytics_aid: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[8usize].limits,
            ),
            analytics_enable_ssl: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[9usize].limits,
            ),
            analytics_opt_out_server_side_forwarding: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[10usize].limits,
            ),
            analytics_opt_out_share: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[11usize].limits,
            ),
            analytics_visitor_id: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[12usize].limits,
            ),
            app_installation_id: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[13usize].limits,
            ),
            ad_load: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[14usize].limits,
            ),
            album: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[15usize].limits,
            ),
            artist: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[16usize].limits,
            ),
            asset_id: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[17usize].limits,
            ),
            author: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[18usize].limits,
            ),
            day_part: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[19usize].limits,
            ),
            downloaded: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[20usize].limits,
            ),
            episode: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[21usize].limits,
            ),
            feed: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[22usize].limits,
            ),
            first_air_date: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[23usize].limits,
            ),
            first_digital_date: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[24usize].limits,
            ),
            genre: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[25usize].limits,
            ),
            label: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[26usize].limits,
            ),
            library_version: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[27usize].limits,
            ),
            name: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[28usize].limits,
            ),
            network: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[29usize].limits,
            ),
            originator: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[30usize].limits,
            ),
            pass_auth: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[31usize].limits,
            ),
            pass_mvpd: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[32usize].limits,
            ),
            publisher: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[33usize].limits,
            ),
            rating: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[34usize].limits,
            ),
            resume: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[35usize].limits,
            ),
            sdk_version: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[36usize].limits,
            ),
            season: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[37usize].limits,
            ),
            show: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[38usize].limits,
            ),
            show_type: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[39usize].limits,
            ),
            station: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[40usize].limits,
            ),
            stream_format: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[41usize].limits,
            ),
            stream_type: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[42usize].limits,
            ),
            visitor_aam_location_hint: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[43usize].limits,
            ),
            visitor_customer_ids: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[44usize].limits,
            ),
            visitor_marketing_cloud_user_id: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[45usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
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
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for SessionStartParams {
    const SHAPE: &'static crate::schema::Object = &SESSION_START_PARAMS;
}
crate::support::object_traits!(SessionStartParams);
/// One player state inside the arrays of a `statesUpdate` event.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct State {
    /// Name of the player state. Five names are standard, others may be invented; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and a session keeps the first ten different names only.
    ///
    /// Wire key `media.state.name`: string, required. A careful sender keeps it non-empty and 1 to 64 letters, digits, `_` or `.`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "media.state.name")]
    pub name: ::std::string::String,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl State {
    /// The required members; what is optional can be set afterwards, or with `State::builder`.
    #[must_use]
    pub fn new(name: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            name: name.into(),
            extra: crate::extra::Extra::new(),
        }
    }
}
/// Sets the members of [`State`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct StateBuilder<Member0 = unset::name> {
    name: Member0,
    optional__: StateOptional,
}
#[derive(Default)]
struct StateOptional {
    extra: crate::extra::Extra,
}
impl<Member0> ::std::fmt::Debug for StateBuilder<Member0> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("StateBuilder").finish_non_exhaustive()
    }
}
impl State {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> StateBuilder {
        StateBuilder {
            name: unset::name {},
            optional__: StateOptional::default(),
        }
    }
}
impl StateBuilder<unset::name> {
    /// Name of the player state. Five names are standard, others may be invented; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and a session keeps the first ten different names only.
    ///
    /// Wire key `media.state.name`: string, required. A careful sender keeps it non-empty and 1 to 64 letters, digits, `_` or `.`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    pub fn name(
        self,
        name: impl ::std::convert::Into<::std::string::String>,
    ) -> StateBuilder<::std::string::String> {
        StateBuilder {
            name: name.into(),
            optional__: self.optional__,
        }
    }
}
impl<Member0> StateBuilder<Member0> {
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`State`], once all required members are set.
    #[must_use]
    pub fn build(self) -> State
    where
        Member0: crate::support::Given<::std::string::String>,
    {
        State {
            name: self.name.given(),
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for State {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members
            .serialize_entry("media.state.name", &crate::support::Writing(&self.name))?;
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct StateVisitor(crate::support::Mode);
impl StateVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                16usize => {
                    if *key == *b"media.state.name" { 0usize } else { return None }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for StateVisitor {
    type Value = State;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut name,
                        "media.state.name",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(State {
            name: crate::support::required(name, "media.state.name")?,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for State {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(StateVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for State {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut next__ = if cursor__.literal(b"{\"media.state.name\":") {
            crate::direct::member(&mut name, cursor__)?;
            cursor__.next_key()
        } else {
            cursor__.expect(b'{')?;
            cursor__.first_key()
        };
        while let Some(key__) = next__ {
            match key__.len() {
                16usize => {
                    if *key__ == *b"media.state.name" {
                        crate::direct::member(&mut name, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            name: name.ok_or(crate::direct::Declined)?,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for State {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"media.state.name\":");
        crate::direct::WriteDirect::write_direct(&self.name, text)?;
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for State {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&STATE.members[0usize], &self.name);
        checker.extra(&STATE, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for State {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("State");
        shown.field("name", &self.name);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for State {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            name: crate::support::always(source, &STATE.members[0usize].limits),
            extra: crate::extra::Extra::new(),
        }
    }
}
impl crate::support::Described for State {
    const SHAPE: &'static crate::schema::Object = &STATE;
}
crate::support::object_traits!(State);
/// Which player state ends.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-end>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StateEndParams {
    /// Name of the player state. Five names are standard, others may be invented; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and a session keeps the first ten different names only.
    ///
    /// Wire key `media.state.name`: string, required. A careful sender keeps it non-empty and 1 to 64 letters, digits, `_` or `.`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "media.state.name")]
    pub name: ::std::string::String,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl StateEndParams {
    /// The required members; what is optional can be set afterwards, or with `StateEndParams::builder`.
    #[must_use]
    pub fn new(name: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            name: name.into(),
            extra: crate::extra::Extra::new(),
        }
    }
}
/// Sets the members of [`StateEndParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct StateEndParamsBuilder<Member0 = unset::name> {
    name: Member0,
    optional__: StateEndParamsOptional,
}
#[derive(Default)]
struct StateEndParamsOptional {
    extra: crate::extra::Extra,
}
impl<Member0> ::std::fmt::Debug for StateEndParamsBuilder<Member0> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("StateEndParamsBuilder").finish_non_exhaustive()
    }
}
impl StateEndParams {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> StateEndParamsBuilder {
        StateEndParamsBuilder {
            name: unset::name {},
            optional__: StateEndParamsOptional::default(),
        }
    }
}
impl StateEndParamsBuilder<unset::name> {
    /// Name of the player state. Five names are standard, others may be invented; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and a session keeps the first ten different names only.
    ///
    /// Wire key `media.state.name`: string, required. A careful sender keeps it non-empty and 1 to 64 letters, digits, `_` or `.`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    pub fn name(
        self,
        name: impl ::std::convert::Into<::std::string::String>,
    ) -> StateEndParamsBuilder<::std::string::String> {
        StateEndParamsBuilder {
            name: name.into(),
            optional__: self.optional__,
        }
    }
}
impl<Member0> StateEndParamsBuilder<Member0> {
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`StateEndParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> StateEndParams
    where
        Member0: crate::support::Given<::std::string::String>,
    {
        StateEndParams {
            name: self.name.given(),
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for StateEndParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members
            .serialize_entry("media.state.name", &crate::support::Writing(&self.name))?;
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct StateEndParamsVisitor(crate::support::Mode);
impl StateEndParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                16usize => {
                    if *key == *b"media.state.name" { 0usize } else { return None }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for StateEndParamsVisitor {
    type Value = StateEndParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut name,
                        "media.state.name",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(StateEndParams {
            name: crate::support::required(name, "media.state.name")?,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for StateEndParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(StateEndParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for StateEndParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut next__ = if cursor__.literal(b"{\"media.state.name\":") {
            crate::direct::member(&mut name, cursor__)?;
            cursor__.next_key()
        } else {
            cursor__.expect(b'{')?;
            cursor__.first_key()
        };
        while let Some(key__) = next__ {
            match key__.len() {
                16usize => {
                    if *key__ == *b"media.state.name" {
                        crate::direct::member(&mut name, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            name: name.ok_or(crate::direct::Declined)?,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for StateEndParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"media.state.name\":");
        crate::direct::WriteDirect::write_direct(&self.name, text)?;
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for StateEndParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&STATE_END_PARAMS.members[0usize], &self.name);
        checker.extra(&STATE_END_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for StateEndParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("StateEndParams");
        shown.field("name", &self.name);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for StateEndParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            name: crate::support::always(
                source,
                &STATE_END_PARAMS.members[0usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
}
impl crate::support::Described for StateEndParams {
    const SHAPE: &'static crate::schema::Object = &STATE_END_PARAMS;
}
crate::support::object_traits!(StateEndParams);
/// Which player state begins.
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/state-start>.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StateStartParams {
    /// Name of the player state. Five names are standard, others may be invented; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and a session keeps the first ten different names only.
    ///
    /// Wire key `media.state.name`: string, required. A careful sender keeps it non-empty and 1 to 64 letters, digits, `_` or `.`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "media.state.name")]
    pub name: ::std::string::String,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl StateStartParams {
    /// The required members; what is optional can be set afterwards, or with `StateStartParams::builder`.
    #[must_use]
    pub fn new(name: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            name: name.into(),
            extra: crate::extra::Extra::new(),
        }
    }
}
/// Sets the members of [`StateStartParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct StateStartParamsBuilder<Member0 = unset::name> {
    name: Member0,
    optional__: StateStartParamsOptional,
}
#[derive(Default)]
struct StateStartParamsOptional {
    extra: crate::extra::Extra,
}
impl<Member0> ::std::fmt::Debug for StateStartParamsBuilder<Member0> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("StateStartParamsBuilder").finish_non_exhaustive()
    }
}
impl StateStartParams {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> StateStartParamsBuilder {
        StateStartParamsBuilder {
            name: unset::name {},
            optional__: StateStartParamsOptional::default(),
        }
    }
}
impl StateStartParamsBuilder<unset::name> {
    /// Name of the player state. Five names are standard, others may be invented; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and a session keeps the first ten different names only.
    ///
    /// Wire key `media.state.name`: string, required. A careful sender keeps it non-empty and 1 to 64 letters, digits, `_` or `.`.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    pub fn name(
        self,
        name: impl ::std::convert::Into<::std::string::String>,
    ) -> StateStartParamsBuilder<::std::string::String> {
        StateStartParamsBuilder {
            name: name.into(),
            optional__: self.optional__,
        }
    }
}
impl<Member0> StateStartParamsBuilder<Member0> {
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`StateStartParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> StateStartParams
    where
        Member0: crate::support::Given<::std::string::String>,
    {
        StateStartParams {
            name: self.name.given(),
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for StateStartParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members
            .serialize_entry("media.state.name", &crate::support::Writing(&self.name))?;
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct StateStartParamsVisitor(crate::support::Mode);
impl StateStartParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                16usize => {
                    if *key == *b"media.state.name" { 0usize } else { return None }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for StateStartParamsVisitor {
    type Value = StateStartParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut name,
                        "media.state.name",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(StateStartParams {
            name: crate::support::required(name, "media.state.name")?,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for StateStartParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(StateStartParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for StateStartParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut next__ = if cursor__.literal(b"{\"media.state.name\":") {
            crate::direct::member(&mut name, cursor__)?;
            cursor__.next_key()
        } else {
            cursor__.expect(b'{')?;
            cursor__.first_key()
        };
        while let Some(key__) = next__ {
            match key__.len() {
                16usize => {
                    if *key__ == *b"media.state.name" {
                        crate::direct::member(&mut name, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            name: name.ok_or(crate::direct::Declined)?,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for StateStartParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"media.state.name\":");
        crate::direct::WriteDirect::write_direct(&self.name, text)?;
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for StateStartParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&STATE_START_PARAMS.members[0usize], &self.name);
        checker.extra(&STATE_START_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for StateStartParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("StateStartParams");
        shown.field("name", &self.name);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for StateStartParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            name: crate::support::always(
                source,
                &STATE_START_PARAMS.members[0usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
}
impl crate::support::Described for StateStartParams {
    const SHAPE: &'static crate::schema::Object = &STATE_START_PARAMS;
}
crate::support::object_traits!(StateStartParams);
/// Which player states end and which begin. Either list may be left out or empty.
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
    pub states_end: ::std::option::Option<::std::vec::Vec<State>>,
    /// States that begin with this event. The key has no `media.` prefix.
    ///
    /// Wire key `statesStart`: array of [`State`], optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    #[doc(alias = "statesStart")]
    pub states_start: ::std::option::Option<::std::vec::Vec<State>>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
/// Sets the members of [`StatesUpdateParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct StatesUpdateParamsBuilder {
    optional__: StatesUpdateParamsOptional,
}
#[derive(Default)]
struct StatesUpdateParamsOptional {
    states_end: ::std::option::Option<::std::vec::Vec<State>>,
    states_start: ::std::option::Option<::std::vec::Vec<State>>,
    extra: crate::extra::Extra,
}
impl ::std::fmt::Debug for StatesUpdateParamsBuilder {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("StatesUpdateParamsBuilder").finish_non_exhaustive()
    }
}
impl StatesUpdateParams {
    /// Begins a value of which members are set by name.
    pub fn builder() -> StatesUpdateParamsBuilder {
        StatesUpdateParamsBuilder {
            optional__: StatesUpdateParamsOptional::default(),
        }
    }
}
impl StatesUpdateParamsBuilder {
    /// States that end with this event. The key has no `media.` prefix.
    ///
    /// Wire key `statesEnd`: array of [`State`], optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    pub fn states_end(mut self, states_end: ::std::vec::Vec<State>) -> Self {
        self.optional__.states_end = ::std::option::Option::Some(states_end);
        self
    }
    /// [`states_end`](Self::states_end), if there is one.
    pub fn maybe_states_end(
        mut self,
        states_end: ::std::option::Option<::std::vec::Vec<State>>,
    ) -> Self {
        self.optional__.states_end = states_end;
        self
    }
    /// States that begin with this event. The key has no `media.` prefix.
    ///
    /// Wire key `statesStart`: array of [`State`], optional.
    ///
    /// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/events/player-state/overview>.
    pub fn states_start(mut self, states_start: ::std::vec::Vec<State>) -> Self {
        self.optional__.states_start = ::std::option::Option::Some(states_start);
        self
    }
    /// [`states_start`](Self::states_start), if there is one.
    pub fn maybe_states_start(
        mut self,
        states_start: ::std::option::Option<::std::vec::Vec<State>>,
    ) -> Self {
        self.optional__.states_start = states_start;
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`StatesUpdateParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> StatesUpdateParams {
        StatesUpdateParams {
            states_end: self.optional__.states_end,
            states_start: self.optional__.states_start,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for StatesUpdateParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        if let Some(value) = &self.states_end {
            members.serialize_entry("statesEnd", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.states_start {
            members.serialize_entry("statesStart", &crate::support::Writing(value))?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct StatesUpdateParamsVisitor(crate::support::Mode);
impl StatesUpdateParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                9usize => if *key == *b"statesEnd" { 0usize } else { return None }
                11usize => if *key == *b"statesStart" { 1usize } else { return None }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for StatesUpdateParamsVisitor {
    type Value = StatesUpdateParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut states_end: ::std::option::Option<::std::vec::Vec<State>> = None;
        let mut states_start: ::std::option::Option<::std::vec::Vec<State>> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut states_end,
                        "statesEnd",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut states_start,
                        "statesStart",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(StatesUpdateParams {
            states_end,
            states_start,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for StatesUpdateParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(StatesUpdateParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for StatesUpdateParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut states_end: ::std::option::Option<::std::vec::Vec<State>> = None;
        let mut states_start: ::std::option::Option<::std::vec::Vec<State>> = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                9usize => {
                    if *key__ == *b"statesEnd" {
                        crate::direct::member(&mut states_end, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                11usize => {
                    if *key__ == *b"statesStart" {
                        crate::direct::member(&mut states_start, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            }
            next__ = cursor__.next_key();
        }
        cursor__.expect(b'}')?;
        Ok(Self {
            states_end,
            states_start,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for StatesUpdateParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        if let Some(value) = &self.states_end {
            text.extend_from_slice(b",\"statesEnd\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.states_start {
            text.extend_from_slice(b",\"statesStart\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for StatesUpdateParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        if let Some(value) = &self.states_end {
            checker.member(&STATES_UPDATE_PARAMS.members[0usize], value);
        }
        if let Some(value) = &self.states_start {
            checker.member(&STATES_UPDATE_PARAMS.members[1usize], value);
        }
        checker.extra(&STATES_UPDATE_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for StatesUpdateParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
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
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for StatesUpdateParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            states_end: crate::support::sometimes(
                source,
                &STATES_UPDATE_PARAMS.members[0usize].limits,
            ),
            states_start: crate::support::sometimes(
                source,
                &STATES_UPDATE_PARAMS.members[1usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
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
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for StatesUpdateParams {
    const SHAPE: &'static crate::schema::Object = &STATES_UPDATE_PARAMS;
}
crate::support::object_traits!(StatesUpdateParams);
/// What a builder holds in place of a required member that is not set.
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
/// A set of known integers; others are valid on the wire and kept as they are.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum AuthState {
    /// Not known whether the viewer is logged in; the usual default.
    Unknown,
    /// The viewer is logged in.
    Authenticated,
    /// The viewer was logged in before and has logged out.
    LoggedOut,
    /// A number that has no name here.
    Other(i64),
}
impl ::std::convert::From<i64> for AuthState {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::Unknown,
            1 => Self::Authenticated,
            2 => Self::LoggedOut,
            other => Self::Other(other),
        }
    }
}
impl ::std::convert::From<AuthState> for i64 {
    fn from(value: AuthState) -> Self {
        match value {
            AuthState::Unknown => 0,
            AuthState::Authenticated => 1,
            AuthState::LoggedOut => 2,
            AuthState::Other(other) => other,
        }
    }
}
crate::support::integer_enum_traits!(AuthState);
/// Known values of members that take any string, by wire key.
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
        /// Moving pictures.
        pub const VIDEO: &str = "video";
        /// Sound only.
        pub const AUDIO: &str = "audio";
    }
}
/// What the documents say of [`AdBreakStartParams`].
pub(crate) static AD_BREAK_START_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "AdBreakStartParams",
    members: &[
        crate::schema::Member {
            key: "media.ad.podIndex",
            field: "pod_index",
            required: true,
            shape: crate::schema::Shape::Integer,
            doc: "Place of this ad break among the breaks of the content. Sources disagree whether counting starts at 0 or 1: the official SDKs start at 1, and some clients send -1 for a post-roll break.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.podSecond",
            field: "pod_second",
            required: true,
            shape: crate::schema::Shape::Number,
            doc: "Ad break start time: position in the content at which the break sits, 0 for a pre-roll. Not the length of the break.",
            unit: Some("seconds"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.podFriendlyName",
            field: "pod_friendly_name",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Friendly name of the ad break (ad break name), readable by people.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`AdStartParams`].
pub(crate) static AD_START_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "AdStartParams",
    members: &[
        crate::schema::Member {
            key: "media.ad.id",
            field: "id",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Unique id of the ad: ad id, not the friendly name, which goes in `media.ad.name`. In Analytics this value appears as the variable `a.media.ad.name`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.length",
            field: "length",
            required: true,
            shape: crate::schema::Shape::Number,
            doc: "Length of the ad.",
            unit: Some("seconds"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.podPosition",
            field: "pod_position",
            required: true,
            shape: crate::schema::Shape::Integer,
            doc: "Place of the ad within its break, counted from 1 (ad in pod position). A few samples count from 0.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(1f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.playerName",
            field: "player_name",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Name of the player that shows the ad (ad player name). Required even when it is the content player; repeat `media.playerName` then.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.advertiser",
            field: "advertiser",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Advertiser: the company or brand the ad is for.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.campaignId",
            field: "campaign_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Id of the ad campaign.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.creativeId",
            field: "creative_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Id of the creative, the concrete spot that is shown.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.creativeURL",
            field: "creative_url",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Address of the creative. Mind the capital letters at the end of the key.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.name",
            field: "name",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Friendly name of the ad (ad name). Optional here, mandatory in the official SDKs.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.placementId",
            field: "placement_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Id of the placement the ad was booked for.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.podFriendlyName",
            field: "pod_friendly_name",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Friendly name of the ad break the ad belongs to. Documentation samples repeat it here; it belongs on `adBreakStart`, so senders leave it out.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.ad.siteId",
            field: "site_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Id of the site on which the ad appears.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`ChapterStartParams`].
pub(crate) static CHAPTER_START_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "ChapterStartParams",
    members: &[
        crate::schema::Member {
            key: "media.chapter.length",
            field: "length",
            required: true,
            shape: crate::schema::Shape::Number,
            doc: "Length of the chapter.",
            unit: Some("seconds"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.chapter.offset",
            field: "offset",
            required: true,
            shape: crate::schema::Shape::Number,
            doc: "Chapter offset: position in the content at which the chapter begins, counted from the start of the content.",
            unit: Some("seconds"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.chapter.index",
            field: "index",
            required: true,
            shape: crate::schema::Shape::Integer,
            doc: "Place of the chapter in the content (chapter position), normally counted from 1. The documentation tolerates 0.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(1f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.chapter.friendlyName",
            field: "friendly_name",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Friendly name of the chapter (chapter name). Optional here, mandatory in the official SDKs.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`CustomerId`].
pub(crate) static CUSTOMER_ID: crate::schema::Object = crate::schema::Object {
    name: "CustomerId",
    members: &[
        crate::schema::Member {
            key: "id",
            field: "id",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "The identity itself. The SDKs drop entries where it is empty.",
            unit: None,
            personal: true,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "authState",
            field: "auth_state",
            required: true,
            shape: crate::schema::Shape::Integer,
            doc: "Whether the viewer was logged in under this identity.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: Some(2f64),
                min_length: None,
                is_name: false,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`ErrorParams`].
pub(crate) static ERROR_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "ErrorParams",
    members: &[
        crate::schema::Member {
            key: "media.errorId",
            field: "error_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Error id, in a place that only one documentation sample uses; senders use `media.qoe.errorID` in `qoeData`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.errorSource",
            field: "error_source",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Error source, in a place that only one documentation sample uses; senders use `media.qoe.errorSource` in `qoeData`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`PlayerTime`].
pub(crate) static PLAYER_TIME: crate::schema::Object = crate::schema::Object {
    name: "PlayerTime",
    members: &[
        crate::schema::Member {
            key: "playhead",
            field: "playhead",
            required: true,
            shape: crate::schema::Shape::Number,
            doc: "Position in the main content, fractions allowed. It stands still during an ad break; for live and linear content it is the second of the UTC day (below 86400).",
            unit: Some("seconds"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "ts",
            field: "ts",
            required: true,
            shape: crate::schema::Shape::Integer,
            doc: "Clock time at which the event happened, not the time it was sent. Each event of a session must be at least one millisecond later than the one before, because the back end sorts by it.",
            unit: Some("milliseconds since the Unix epoch (UTC)"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`QoeData`].
pub(crate) static QOE_DATA: crate::schema::Object = crate::schema::Object {
    name: "QoeData",
    members: &[
        crate::schema::Member {
            key: "media.qoe.bitrate",
            field: "bitrate",
            required: false,
            shape: crate::schema::Shape::Integer,
            doc: "Bitrate the player uses now; the average in the reports is computed from it. Some older pages count in kilobits, so check the sender before comparing values.",
            unit: Some("bits per second"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.qoe.droppedFrames",
            field: "dropped_frames",
            required: false,
            shape: crate::schema::Shape::Integer,
            doc: "Frames dropped since the session started, a running total.",
            unit: Some("frames"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.qoe.errorID",
            field: "error_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Id of the error, chosen by the sender. Belongs to the `error` event; mind the capital letters at the end of the key.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.qoe.errorSource",
            field: "error_source",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Where the error came from. Belongs to the `error` event; the official SDKs only ever send `player`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.qoe.framesPerSecond",
            field: "frames_per_second",
            required: false,
            shape: crate::schema::Shape::Integer,
            doc: "Current frame rate. Only whole numbers are accepted: round 23.976 before sending.",
            unit: Some("frames per second"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.qoe.timeToStart",
            field: "time_to_start",
            required: false,
            shape: crate::schema::Shape::Integer,
            doc: "Time from the viewer's wish to play until the first frame (time to start). Fixed once the first frame is shown; some SDK pages wrongly give it in seconds.",
            unit: Some("milliseconds"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`SessionStartParams`].
pub(crate) static SESSION_START_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "SessionStartParams",
    members: &[
        crate::schema::Member {
            key: "analytics.trackingServer",
            field: "analytics_tracking_server",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Analytics tracking server that receives the finished figures. A bare host name without scheme or path, although the documentation calls it a URL.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "analytics.reportSuite",
            field: "analytics_report_suite",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Id of the Analytics report suite the session is counted in.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.id",
            field: "id",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Unique id of the content: content id, not the friendly name, which goes in `media.name`. In Analytics this value appears as the variable `a.media.name`, a frequent source of confusion.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.length",
            field: "length",
            required: true,
            shape: crate::schema::Shape::Number,
            doc: "Content length. Use 86400 for live content without an end; a value that is not above zero switches off the progress metrics.",
            unit: Some("seconds"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.contentType",
            field: "content_type",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Content type: the kind of stream, on demand or live, film or podcast. Any string is accepted, the listed values feed the built-in segments; when nothing arrives the reports show `missing_content_type`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.playerName",
            field: "player_name",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Name of the player that shows the content (content player name). The SDKs send `unknown` when none is configured.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.channel",
            field: "channel",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Content channel: where the content is distributed, such as the name of the app, site or property. Not the television channel, which goes in `media.network`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "visitor.marketingCloudOrgId",
            field: "visitor_marketing_cloud_org_id",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Experience Cloud organization id, a string that ends in `@AdobeOrg`. The back end also uses it as the publisher id for federation rules.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "analytics.aid",
            field: "analytics_aid",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Legacy Analytics visitor id, called aid, from before the Experience Cloud id existed.",
            unit: None,
            personal: true,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "analytics.enableSSL",
            field: "analytics_enable_ssl",
            required: false,
            shape: crate::schema::Shape::Boolean,
            doc: "Whether the back end uses HTTPS towards Analytics. It says nothing about the connection between sender and collector; the mobile SDKs always send true.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "analytics.optOutServerSideForwarding",
            field: "analytics_opt_out_server_side_forwarding",
            required: false,
            shape: crate::schema::Shape::Boolean,
            doc: "True when the viewer has refused that Analytics shares their data with other Experience Cloud products. Absent means not refused.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "analytics.optOutShare",
            field: "analytics_opt_out_share",
            required: false,
            shape: crate::schema::Shape::Boolean,
            doc: "True when the viewer has refused federation, the sharing of their data with other Analytics customers. Absent means not refused.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "analytics.visitorId",
            field: "analytics_visitor_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Custom visitor id chosen by the sender, called vid in Analytics. Not the Experience Cloud id, which goes in `visitor.marketingCloudUserId`.",
            unit: None,
            personal: true,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "appInstallationId",
            field: "app_installation_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Id of this app on this device, made and stored by the sender and kept until the app is removed. Together with `visitor.marketingCloudOrgId` it lets the back end create an Experience Cloud id when none is sent.",
            unit: None,
            personal: true,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.adLoad",
            field: "ad_load",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Ad load type: how ads come into this session, in the words of the sender's own ad system. Any string.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.album",
            field: "album",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Album the recording belongs to. For audio.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.artist",
            field: "artist",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Performing artist. For audio.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.assetId",
            field: "asset_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Asset id: identifies the title in a registry such as EIDR, TMS or Rovi, or in the sender's own catalogue. It may differ from `media.id`, which identifies what is played.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.author",
            field: "author",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Author, for instance of an audiobook. For audio.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.dayPart",
            field: "day_part",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Day part: time of day at which the content was broadcast, as the sender names it.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.downloaded",
            field: "downloaded",
            required: false,
            shape: crate::schema::Shape::Boolean,
            doc: "Whether the session was recorded offline, from downloaded content, and sent later as one batch. The library sets it: true in a downloaded session, left out of one that starts online, since the back end answers 400 to the contrary.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.episode",
            field: "episode",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Episode number within the season, written as a string.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.feed",
            field: "feed",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Media feed type: which feed of a channel is played, for instance a regional one such as `West-HD`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.firstAirDate",
            field: "first_air_date",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Day of the first broadcast on television. No format is enforced; `YYYY-MM-DD` is the recommended one.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.firstDigitalDate",
            field: "first_digital_date",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Day the content first appeared on any digital platform. No format is enforced; `YYYY-MM-DD` is the recommended one.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.genre",
            field: "genre",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Genre as the producer names it. Several genres go into one string, separated by commas.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.label",
            field: "label",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Record label. For audio.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.libraryVersion",
            field: "library_version",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Name and version of the library that made the request, in one string; the SDKs send the form `js-3.1.0`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.name",
            field: "name",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Friendly name of the content, readable by people (content name). Optional here, mandatory in the official SDKs.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.network",
            field: "network",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Network: the television network or channel that carries the content.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.originator",
            field: "originator",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Originator: the studio or person who created the content.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.pass.auth",
            field: "pass_auth",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Set when Adobe Pass has authorized the viewer (authorized). It is a string and has only a true value: leave it out otherwise.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.pass.mvpd",
            field: "pass_mvpd",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Pay-TV provider (MVPD) the viewer logged in with through Adobe Pass authentication.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.publisher",
            field: "publisher",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Publisher of the content, mainly used for audio.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.rating",
            field: "rating",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Content rating for parental guidance, by the TV Parental Guidelines or another scheme. Not a viewer's rating.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.resume",
            field: "resume",
            required: false,
            shape: crate::schema::Shape::Boolean,
            doc: "True when the viewer continues content left earlier, in a new session: after a long pause, on another device or from a stored position. It counts a resume and does not reopen the old session; absent means false.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.sdkVersion",
            field: "sdk_version",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Version of the app, as configured by the sender (app version). The key is named after an SDK, but the version of the sending library goes in `media.libraryVersion`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.season",
            field: "season",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Season number of the show, written as a string.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.show",
            field: "show",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Show: title of the series or programme the content belongs to.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.showType",
            field: "show_type",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Show type: which part of a show this is, a digit written as a string. An integer is refused.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.station",
            field: "station",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Radio station. For audio.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.streamFormat",
            field: "stream_format",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Stream format, for instance high or standard definition. Any string is accepted.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.streamType",
            field: "stream_type",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Stream type: whether the media is video or audio. Not the content type, although the SDKs have an argument called streamType that fills `media.contentType`.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "visitor.aamLocationHint",
            field: "visitor_aam_location_hint",
            required: false,
            shape: crate::schema::Shape::Integer,
            doc: "Region of the Audience Manager edge nearest to the viewer, so that their data stays in one place. An integer: leave it out when unknown, since null and strings are refused.",
            unit: None,
            personal: true,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "visitor.customerIDs",
            field: "visitor_customer_ids",
            required: false,
            shape: crate::schema::Shape::Map(
                &crate::schema::Shape::Object(&CUSTOMER_ID),
            ),
            doc: "Identities the sender knows the viewer by, such as a login name or an account number. The map key names the kind of identity; leave the member out when there is none.",
            unit: None,
            personal: true,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "visitor.marketingCloudUserId",
            field: "visitor_marketing_cloud_user_id",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "Experience Cloud id of the viewer (ECID, also known as mid), usually 38 digits. Optional on the wire, yet without it the session cannot be joined with other Experience Cloud products.",
            unit: None,
            personal: true,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: false,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`State`].
pub(crate) static STATE: crate::schema::Object = crate::schema::Object {
    name: "State",
    members: &[
        crate::schema::Member {
            key: "media.state.name",
            field: "name",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Name of the player state. Five names are standard, others may be invented; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and a session keeps the first ten different names only.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: true,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`StateEndParams`].
pub(crate) static STATE_END_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "StateEndParams",
    members: &[
        crate::schema::Member {
            key: "media.state.name",
            field: "name",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Name of the player state. Five names are standard, others may be invented; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and a session keeps the first ten different names only.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: true,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`StateStartParams`].
pub(crate) static STATE_START_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "StateStartParams",
    members: &[
        crate::schema::Member {
            key: "media.state.name",
            field: "name",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "Name of the player state. Five names are standard, others may be invented; sources disagree on the spelling of full screen (`fullscreen` or `fullScreen`), and a session keeps the first ten different names only.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: true,
            },
        },
    ],
    open: false,
};
/// What the documents say of [`StatesUpdateParams`].
pub(crate) static STATES_UPDATE_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "StatesUpdateParams",
    members: &[
        crate::schema::Member {
            key: "statesEnd",
            field: "states_end",
            required: false,
            shape: crate::schema::Shape::Array(&crate::schema::Shape::Object(&STATE)),
            doc: "States that end with this event. The key has no `media.` prefix.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "statesStart",
            field: "states_start",
            required: false,
            shape: crate::schema::Shape::Array(&crate::schema::Shape::Object(&STATE)),
            doc: "States that begin with this event. The key has no `media.` prefix.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: None,
                is_name: false,
            },
        },
    ],
    open: false,
};
/// What the documents say of each event type, in the order of [`EventType::ALL`].
pub(crate) static EVENT_SHAPES: [crate::schema::EventShape; 20usize] = [
    crate::schema::EventShape {
        name: "sessionStart",
        doc: "The viewer asked to play something; opens the session. It comes first and only once, either alone to the sessions endpoint or as the first element of a downloaded batch.",
        params: crate::schema::Params::Required(&SESSION_START_PARAMS),
        custom_metadata: crate::schema::Slot::Full,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/sessionStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"sessionStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["sessionStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"appInstallationId":{"type":"string"},"analytics.trackingServer":{"type":"string"},"analytics.reportSuite":{"type":"string"},"analytics.enableSSL":{"type":"boolean"},"analytics.visitorId":{"type":"string"},"analytics.aid":{"type":"string"},"analytics.optOutServerSideForwarding":{"type":"boolean"},"analytics.optOutShare":{"type":"boolean"},"visitor.marketingCloudOrgId":{"type":"string"},"visitor.marketingCloudUserId":{"type":"string"},"visitor.aamLocationHint":{"type":"integer"},"visitor.customerIDs":{"type":"object","additionalProperties":{"type":"object","properties":{"id":{"type":"string"},"authState":{"type":"integer"}},"required":["id","authState"],"additionalProperties":false}},"media.id":{"type":"string"},"media.name":{"type":"string"},"media.length":{"type":"number"},"media.contentType":{"type":"string"},"media.streamType":{"type":"string"},"media.playerName":{"type":"string"},"media.channel":{"type":"string"},"media.publisher":{"type":"string"},"media.resume":{"type":"boolean"},"media.downloaded":{"type":"boolean"},"media.sdkVersion":{"type":"string"},"media.libraryVersion":{"type":"string"},"media.streamFormat":{"type":"string"},"media.show":{"type":"string"},"media.season":{"type":"string"},"media.episode":{"type":"string"},"media.assetId":{"type":"string"},"media.genre":{"type":"string"},"media.firstAirDate":{"type":"string"},"media.firstDigitalDate":{"type":"string"},"media.rating":{"type":"string"},"media.originator":{"type":"string"},"media.network":{"type":"string"},"media.showType":{"type":"string"},"media.adLoad":{"type":"string"},"media.pass.mvpd":{"type":"string"},"media.pass.auth":{"type":"string"},"media.dayPart":{"type":"string"},"media.feed":{"type":"string"},"media.artist":{"type":"string"},"media.album":{"type":"string"},"media.label":{"type":"string"},"media.author":{"type":"string"},"media.station":{"type":"string"}},"required":["analytics.trackingServer","analytics.reportSuite","media.id","media.length","media.contentType","media.playerName","media.channel","visitor.marketingCloudOrgId"],"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/sessionStart"}"##,
    },
    crate::schema::EventShape {
        name: "play",
        doc: "The player entered the playing state: first start, autoplay, or return from a pause, a stall or a seek. Legal any time in a session except between `adBreakStart` and the first `adStart` of that break; the first one on main content counts as the content start.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/play","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"play":{"type":"object","properties":{"eventType":{"type":"string","enum":["play"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/play"}"##,
    },
    crate::schema::EventShape {
        name: "ping",
        doc: "Heartbeat that shows the session is alive and carries the current playhead. Sent on a timer in any playback state, every 10 seconds on main content and every second while an ad runs; it takes no params.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/ping","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"ping":{"type":"object","properties":{"eventType":{"type":"string","enum":["ping"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/ping"}"##,
    },
    crate::schema::EventShape {
        name: "pauseStart",
        doc: "The viewer paused the player; the SDKs also report the start of a seek this way. There is no matching end event, the next `play` ends the pause.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/pauseStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"pauseStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["pauseStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/pauseStart"}"##,
    },
    crate::schema::EventShape {
        name: "bufferStart",
        doc: "The player ran out of data and is buffering. There is no matching end event, the next `play` ends the buffering.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/bufferStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"bufferStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["bufferStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/bufferStart"}"##,
    },
    crate::schema::EventShape {
        name: "bitrateChange",
        doc: "The player switched to another bitrate. Legal any time in a session; the new value belongs in `qoeData`, not in params.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/bitrateChange","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"bitrateChange":{"type":"object","properties":{"eventType":{"type":"string","enum":["bitrateChange"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/bitrateChange"}"##,
    },
    crate::schema::EventShape {
        name: "error",
        doc: "Something went wrong during playback. Legal any time in a session and does not close it; put the error id and its source in `qoeData`.",
        params: crate::schema::Params::Optional(&ERROR_PARAMS),
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/error","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"error":{"type":"object","properties":{"eventType":{"type":"string","enum":["error"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.errorId":{"type":"string"},"media.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/error"}"##,
    },
    crate::schema::EventShape {
        name: "adBreakStart",
        doc: "An ad break (pod) opens and main content stops counting. Legal in a session while no other break is open; every break needs an `adBreakComplete`.",
        params: crate::schema::Params::Required(&AD_BREAK_START_PARAMS),
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adBreakStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adBreakStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["adBreakStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.ad.podFriendlyName":{"type":"string"},"media.ad.podIndex":{"type":"integer"},"media.ad.podSecond":{"type":"number"}},"required":["media.ad.podIndex","media.ad.podSecond"],"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adBreakStart"}"##,
    },
    crate::schema::EventShape {
        name: "adBreakComplete",
        doc: "The open ad break closes and main content resumes. Legal only while a break is open and its last ad is closed.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adBreakComplete","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adBreakComplete":{"type":"object","properties":{"eventType":{"type":"string","enum":["adBreakComplete"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adBreakComplete"}"##,
    },
    crate::schema::EventShape {
        name: "adStart",
        doc: "One ad starts. Legal only inside an open ad break while no other ad is open; an ad outside a break is accepted but counted as main content.",
        params: crate::schema::Params::Required(&AD_START_PARAMS),
        custom_metadata: crate::schema::Slot::Full,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["adStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.ad.podPosition":{"type":"integer"},"media.ad.name":{"type":"string"},"media.ad.id":{"type":"string"},"media.ad.length":{"type":"number"},"media.ad.playerName":{"type":"string"},"media.ad.podFriendlyName":{"type":"string"},"media.ad.advertiser":{"type":"string"},"media.ad.campaignId":{"type":"string"},"media.ad.creativeId":{"type":"string"},"media.ad.siteId":{"type":"string"},"media.ad.creativeURL":{"type":"string"},"media.ad.placementId":{"type":"string"}},"required":["media.ad.id","media.ad.length","media.ad.podPosition","media.ad.playerName"],"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adStart"}"##,
    },
    crate::schema::EventShape {
        name: "adComplete",
        doc: "The open ad played to its end. Legal only while an ad is open.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adComplete","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adComplete":{"type":"object","properties":{"eventType":{"type":"string","enum":["adComplete"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adComplete"}"##,
    },
    crate::schema::EventShape {
        name: "adSkip",
        doc: "The open ad was left before its end. Legal only while an ad is open.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/adSkip","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adSkip":{"type":"object","properties":{"eventType":{"type":"string","enum":["adSkip"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adSkip"}"##,
    },
    crate::schema::EventShape {
        name: "chapterStart",
        doc: "A chapter of the content opens. Legal in a session while no chapter is open; chapters never overlap, but one may stay open across ad breaks.",
        params: crate::schema::Params::Required(&CHAPTER_START_PARAMS),
        custom_metadata: crate::schema::Slot::Full,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/chapterStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"chapterStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["chapterStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.chapter.index":{"type":"integer"},"media.chapter.offset":{"type":"number"},"media.chapter.length":{"type":"number"},"media.chapter.friendlyName":{"type":"string"}},"required":["media.chapter.length","media.chapter.offset","media.chapter.index"],"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/chapterStart"}"##,
    },
    crate::schema::EventShape {
        name: "chapterComplete",
        doc: "The open chapter was played to its end. Legal only while a chapter is open.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/chapterComplete","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"chapterComplete":{"type":"object","properties":{"eventType":{"type":"string","enum":["chapterComplete"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/chapterComplete"}"##,
    },
    crate::schema::EventShape {
        name: "chapterSkip",
        doc: "The open chapter was left before its end. Legal only while a chapter is open.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/chapterSkip","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"chapterSkip":{"type":"object","properties":{"eventType":{"type":"string","enum":["chapterSkip"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/chapterSkip"}"##,
    },
    crate::schema::EventShape {
        name: "stateStart",
        doc: "The player entered a state such as mute or full screen. Legal while that state is not active; at most ten different state names are kept per session.",
        params: crate::schema::Params::Required(&STATE_START_PARAMS),
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/stateStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"stateStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["stateStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.state.name":{"type":"string"}},"required":["media.state.name"],"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/stateStart"}"##,
    },
    crate::schema::EventShape {
        name: "stateEnd",
        doc: "The player left a state reported earlier with `stateStart`. Legal only while that state is active.",
        params: crate::schema::Params::Required(&STATE_END_PARAMS),
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/stateEnd","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"stateEnd":{"type":"object","properties":{"eventType":{"type":"string","enum":["stateEnd"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.state.name":{"type":"string"}},"required":["media.state.name"],"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/stateEnd"}"##,
    },
    crate::schema::EventShape {
        name: "statesUpdate",
        doc: "Ends some player states and starts others in one event. The same rules apply as for `stateEnd` and `stateStart`; newer than the other event types, and no official SDK sends it to this API.",
        params: crate::schema::Params::Required(&STATES_UPDATE_PARAMS),
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/statesUpdate","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"state":{"type":"object","properties":{"media.state.name":{"type":"string"}},"required":["media.state.name"],"additionalProperties":false},"statesUpdate":{"type":"object","properties":{"eventType":{"type":"string","enum":["statesUpdate"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"statesStart":{"type":"array","items":{"$ref":"#/definitions/state"}},"statesEnd":{"type":"array","items":{"$ref":"#/definitions/state"}}},"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/statesUpdate"}"##,
    },
    crate::schema::EventShape {
        name: "sessionComplete",
        doc: "The viewer reached the end of the main content; counts a completed play. It leaves the session open, so send it before `sessionEnd` when both are sent.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/sessionComplete","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"sessionComplete":{"type":"object","properties":{"eventType":{"type":"string","enum":["sessionComplete"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/sessionComplete"}"##,
    },
    crate::schema::EventShape {
        name: "sessionEnd",
        doc: "The viewer left or the player was closed; closes the session at once. Nothing may follow except a new session, and repeating it does no harm.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://alpha.hb-api.omtrdc.net/api/v1/schemas/sessionEnd","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"eventType":{"type":"string","enum":["sessionStart","play","ping","pauseStart","bufferStart","bitrateChange","error","adBreakStart","adBreakComplete","adStart","adComplete","adSkip","chapterStart","chapterComplete","chapterSkip","stateStart","stateEnd","statesUpdate","sessionComplete","sessionEnd"]},"qoeData":{"type":"object","properties":{"media.qoe.bitrate":{"type":"integer"},"media.qoe.droppedFrames":{"type":"integer"},"media.qoe.framesPerSecond":{"type":"integer"},"media.qoe.timeToStart":{"type":"integer"},"media.qoe.errorID":{"type":"string"},"media.qoe.errorSource":{"type":"string"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"sessionEnd":{"type":"object","properties":{"eventType":{"type":"string","enum":["sessionEnd"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/sessionEnd"}"##,
    },
];
