// Generated from the schema documents by media-collection-codegen. Do not edit: change the
// documents or the annotations, and build again.

/// The kind of an event: the values of `eventType` that the documents know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EventType {
    /// `sessionStart` on the wire.
    SessionStart,
    /// `play` on the wire.
    Play,
    /// Still there.
    ///
    /// Source: <https://example.com/ping>.
    Ping,
    /// `adSkip` on the wire.
    AdSkip,
    /// `dubbingChange` on the wire.
    DubbingChange,
}
impl EventType {
    /// Every value, in the order of the documents.
    pub const ALL: &'static [Self] = &[
        Self::SessionStart,
        Self::Play,
        Self::Ping,
        Self::AdSkip,
        Self::DubbingChange,
    ];
    /// The value as it stands on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SessionStart => "sessionStart",
            Self::Play => "play",
            Self::Ping => "ping",
            Self::AdSkip => "adSkip",
            Self::DubbingChange => "dubbingChange",
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
                6usize => if *text == *b"adSkip" { Self::AdSkip } else { return None }
                12usize => {
                    if *text == *b"sessionStart" {
                        Self::SessionStart
                    } else {
                        return None
                    }
                }
                13usize => {
                    if *text == *b"dubbingChange" {
                        Self::DubbingChange
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
                6usize => {
                    if *name__ == *b"adSkip" {
                        Self::AdSkip
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                12usize => {
                    if *name__ == *b"sessionStart" {
                        Self::SessionStart
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                13usize => {
                    if *name__ == *b"dubbingChange" {
                        Self::DubbingChange
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
    /// `sessionStart` on the wire.
    #[doc(alias = "sessionStart")]
    SessionStart(::std::boxed::Box<crate::metadata::WithMetadata<SessionStartParams>>),
    /// `play` on the wire.
    #[doc(alias = "play")]
    Play,
    /// Still there.
    ///
    /// Source: <https://example.com/ping>.
    #[doc(alias = "ping")]
    Ping(::std::boxed::Box<crate::metadata::WithMetadata<()>>),
    /// `adSkip` on the wire.
    #[doc(alias = "adSkip")]
    AdSkip(::std::boxed::Box<crate::metadata::WithMetadata<Option<AdSkipParams>>>),
    /// `dubbingChange` on the wire.
    #[doc(alias = "dubbingChange")]
    DubbingChange(::std::boxed::Box<DubbingChangeParams>),
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
            Self::AdSkip { .. } => Some(EventType::AdSkip),
            Self::DubbingChange { .. } => Some(EventType::DubbingChange),
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
            Self::Ping(payload) => payload.custom_metadata(),
            Self::AdSkip(payload) => payload.custom_metadata(),
            Self::DubbingChange(payload) => payload.custom_metadata(),
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
            Self::Ping(payload) => payload.custom_metadata_mut(),
            Self::AdSkip(payload) => payload.custom_metadata_mut(),
            Self::DubbingChange(payload) => payload.custom_metadata_mut(),
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
            Self::Ping(payload) => payload.write_params(members),
            Self::AdSkip(payload) => payload.write_params(members),
            Self::DubbingChange(payload) => payload.write_params(members),
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
            Self::Ping(payload) => payload.write_params_direct(text),
            Self::AdSkip(payload) => payload.write_params_direct(text),
            Self::DubbingChange(payload) => payload.write_params_direct(text),
            _ => Ok(()),
        }
    }
    pub(crate) fn check_into(&self, checker: &mut crate::support::Checker) {
        #[allow(unused_imports)]
        use crate::support::Payload as _;
        match self {
            Self::SessionStart(payload) => payload.check_payload(checker),
            Self::Ping(payload) => payload.check_payload(checker),
            Self::AdSkip(payload) => payload.check_payload(checker),
            Self::DubbingChange(payload) => payload.check_payload(checker),
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
                EventType::AdSkip => {
                    Self::AdSkip(
                        crate::support::Payload::read_params(deserializer, mode)?,
                    )
                }
                EventType::DubbingChange => {
                    Self::DubbingChange(
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
                EventType::AdSkip => {
                    Self::AdSkip(crate::support::Payload::read_params_direct(cursor)?)
                }
                EventType::DubbingChange => {
                    Self::DubbingChange(
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
                10usize => {
                    if *key == *b"media.tags" {
                        EventType::SessionStart
                    } else if *key == *b"media.type" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                12usize => {
                    if *key == *b"media.length" {
                        EventType::SessionStart
                    } else if *key == *b"media.limits" {
                        EventType::SessionStart
                    } else if *key == *b"media.player" {
                        EventType::SessionStart
                    } else if *key == *b"media.resume" {
                        EventType::SessionStart
                    } else if *key == *b"media.tracks" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                14usize => {
                    if *key == *b"media.anything" {
                        EventType::SessionStart
                    } else if *key == *b"media.language" {
                        EventType::DubbingChange
                    } else if *key == *b"media.showType" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                15usize => {
                    if *key == *b"media.ad.reason" {
                        EventType::AdSkip
                    } else if *key == *b"media.anyObject" {
                        EventType::SessionStart
                    } else {
                        return None
                    }
                }
                19usize => {
                    if *key == *b"visitor.customerIDs" {
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
                EventType::Ping => Self::Ping(::std::default::Default::default()),
                EventType::AdSkip => Self::AdSkip(::std::default::Default::default()),
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
            EventType::Ping => Self::Ping(crate::support::Payload::generate(source)),
            EventType::AdSkip => Self::AdSkip(crate::support::Payload::generate(source)),
            EventType::DubbingChange => {
                Self::DubbingChange(crate::support::Payload::generate(source))
            }
        }
    }
}
macro_rules! event_constructors {
    () => {
        #[doc = " A `sessionStart` event."] #[doc = ""] #[must_use] pub fn
        session_start(player_time : PlayerTime, params : impl Into < crate
        ::metadata::WithMetadata < SessionStartParams >>) -> Self {
        Self::new(player_time, EventBody::SessionStart(Box::new(params.into()))) } #[doc
        = " A `play` event."] #[doc = ""] #[must_use] pub fn play(player_time :
        PlayerTime) -> Self { Self::new(player_time, EventBody::Play) } #[doc =
        " A `ping` event."] #[doc = ""] #[doc = " Still there."] #[must_use] pub fn
        ping(player_time : PlayerTime) -> Self { Self::new(player_time,
        EventBody::Ping(Default::default())) } #[doc = " A `adSkip` event."] #[doc = ""]
        #[must_use] pub fn ad_skip(player_time : PlayerTime) -> Self {
        Self::new(player_time, EventBody::AdSkip(Default::default())) } #[doc =
        " A `dubbingChange` event."] #[doc = ""] #[must_use] pub fn
        dubbing_change(player_time : PlayerTime, params : DubbingChangeParams) -> Self {
        Self::new(player_time, EventBody::DubbingChange(Box::new(params))) }
    };
}
pub(crate) use event_constructors;
/// A group of members of an event.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct AdSkipParams {
    /// Wire key `media.ad.reason`: string, optional.
    #[doc(alias = "media.ad.reason")]
    pub reason: ::std::option::Option<::std::string::String>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
/// Sets the members of [`AdSkipParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct AdSkipParamsBuilder {
    optional__: AdSkipParamsOptional,
}
#[derive(Default)]
struct AdSkipParamsOptional {
    reason: ::std::option::Option<::std::string::String>,
    extra: crate::extra::Extra,
}
impl ::std::fmt::Debug for AdSkipParamsBuilder {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("AdSkipParamsBuilder").finish_non_exhaustive()
    }
}
impl AdSkipParams {
    /// Begins a value of which members are set by name.
    pub fn builder() -> AdSkipParamsBuilder {
        AdSkipParamsBuilder {
            optional__: AdSkipParamsOptional::default(),
        }
    }
}
impl AdSkipParamsBuilder {
    /// Wire key `media.ad.reason`: string, optional.
    pub fn reason(
        mut self,
        reason: impl ::std::convert::Into<::std::string::String>,
    ) -> Self {
        self.optional__.reason = ::std::option::Option::Some(reason.into());
        self
    }
    /// [`reason`](Self::reason), if there is one.
    pub fn maybe_reason(
        mut self,
        reason: ::std::option::Option<impl ::std::convert::Into<::std::string::String>>,
    ) -> Self {
        self.optional__.reason = reason.map(::std::convert::Into::into);
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`AdSkipParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> AdSkipParams {
        AdSkipParams {
            reason: self.optional__.reason,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for AdSkipParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        if let Some(value) = &self.reason {
            members.serialize_entry("media.ad.reason", &crate::support::Writing(value))?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct AdSkipParamsVisitor(crate::support::Mode);
impl AdSkipParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                15usize => if *key == *b"media.ad.reason" { 0usize } else { return None }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for AdSkipParamsVisitor {
    type Value = AdSkipParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut reason: ::std::option::Option<::std::string::String> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut reason,
                        "media.ad.reason",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(AdSkipParams {
            reason,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for AdSkipParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(AdSkipParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for AdSkipParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut reason: ::std::option::Option<::std::string::String> = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                15usize => {
                    if *key__ == *b"media.ad.reason" {
                        crate::direct::member(&mut reason, cursor__)?
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
            reason,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for AdSkipParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        if let Some(value) = &self.reason {
            text.extend_from_slice(b",\"media.ad.reason\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for AdSkipParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        if let Some(value) = &self.reason {
            checker.member(&AD_SKIP_PARAMS.members[0usize], value);
        }
        checker.extra(&AD_SKIP_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for AdSkipParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("AdSkipParams");
        if let Some(value) = &self.reason {
            shown.field("reason", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for AdSkipParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            reason: crate::support::sometimes(
                source,
                &AD_SKIP_PARAMS.members[0usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
        if self.reason.is_some() {
            smaller
                .push(Self {
                    reason: None,
                    ..self.clone()
                });
        }
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for AdSkipParams {
    const SHAPE: &'static crate::schema::Object = &AD_SKIP_PARAMS;
}
crate::support::object_traits!(AdSkipParams);
/// One identity of the viewer.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerId {
    /// Wire key `id`: string, required. Personal data: hidden by `Debug`.
    pub id: ::std::string::String,
    /// Wire key `authState`: integer, optional.
    #[doc(alias = "authState")]
    pub auth_state: ::std::option::Option<AuthState>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl CustomerId {
    /// The required members; what is optional can be set afterwards, or with `CustomerId::builder`.
    #[must_use]
    pub fn new(id: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            id: id.into(),
            auth_state: ::std::option::Option::None,
            extra: crate::extra::Extra::new(),
        }
    }
}
/// Sets the members of [`CustomerId`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct CustomerIdBuilder<Member0 = unset::id> {
    id: Member0,
    optional__: CustomerIdOptional,
}
#[derive(Default)]
struct CustomerIdOptional {
    auth_state: ::std::option::Option<AuthState>,
    extra: crate::extra::Extra,
}
impl<Member0> ::std::fmt::Debug for CustomerIdBuilder<Member0> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("CustomerIdBuilder").finish_non_exhaustive()
    }
}
impl CustomerId {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> CustomerIdBuilder {
        CustomerIdBuilder {
            id: unset::id {},
            optional__: CustomerIdOptional::default(),
        }
    }
}
impl CustomerIdBuilder<unset::id> {
    /// Wire key `id`: string, required. Personal data: hidden by `Debug`.
    pub fn id(
        self,
        id: impl ::std::convert::Into<::std::string::String>,
    ) -> CustomerIdBuilder<::std::string::String> {
        CustomerIdBuilder {
            id: id.into(),
            optional__: self.optional__,
        }
    }
}
impl<Member0> CustomerIdBuilder<Member0> {
    /// Wire key `authState`: integer, optional.
    pub fn auth_state(mut self, auth_state: AuthState) -> Self {
        self.optional__.auth_state = ::std::option::Option::Some(auth_state);
        self
    }
    /// [`auth_state`](Self::auth_state), if there is one.
    pub fn maybe_auth_state(
        mut self,
        auth_state: ::std::option::Option<AuthState>,
    ) -> Self {
        self.optional__.auth_state = auth_state;
        self
    }
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
    {
        CustomerId {
            id: self.id.given(),
            auth_state: self.optional__.auth_state,
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
        if let Some(value) = &self.auth_state {
            members.serialize_entry("authState", &crate::support::Writing(value))?;
        }
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
            auth_state,
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
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
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
            auth_state,
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
        if let Some(value) = &self.auth_state {
            text.extend_from_slice(b",\"authState\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
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
        if let Some(value) = &self.auth_state {
            checker.member(&CUSTOMER_ID.members[1usize], value);
        }
        checker.extra(&CUSTOMER_ID, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for CustomerId {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("CustomerId");
        shown.field("id", &crate::support::Redacted);
        if let Some(value) = &self.auth_state {
            shown.field("auth_state", value);
        }
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
            auth_state: crate::support::sometimes(
                source,
                &CUSTOMER_ID.members[1usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
        if self.auth_state.is_some() {
            smaller
                .push(Self {
                    auth_state: None,
                    ..self.clone()
                });
        }
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for CustomerId {
    const SHAPE: &'static crate::schema::Object = &CUSTOMER_ID;
}
crate::support::object_traits!(CustomerId);
/// A group of members of an event.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DubbingChangeParams {
    /// Wire key `media.language`: string, required.
    #[doc(alias = "media.language")]
    pub language: ::std::string::String,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl DubbingChangeParams {
    /// The required members; what is optional can be set afterwards, or with `DubbingChangeParams::builder`.
    #[must_use]
    pub fn new(language: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            language: language.into(),
            extra: crate::extra::Extra::new(),
        }
    }
}
/// Sets the members of [`DubbingChangeParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct DubbingChangeParamsBuilder<Member0 = unset::language> {
    language: Member0,
    optional__: DubbingChangeParamsOptional,
}
#[derive(Default)]
struct DubbingChangeParamsOptional {
    extra: crate::extra::Extra,
}
impl<Member0> ::std::fmt::Debug for DubbingChangeParamsBuilder<Member0> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("DubbingChangeParamsBuilder").finish_non_exhaustive()
    }
}
impl DubbingChangeParams {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> DubbingChangeParamsBuilder {
        DubbingChangeParamsBuilder {
            language: unset::language {},
            optional__: DubbingChangeParamsOptional::default(),
        }
    }
}
impl DubbingChangeParamsBuilder<unset::language> {
    /// Wire key `media.language`: string, required.
    pub fn language(
        self,
        language: impl ::std::convert::Into<::std::string::String>,
    ) -> DubbingChangeParamsBuilder<::std::string::String> {
        DubbingChangeParamsBuilder {
            language: language.into(),
            optional__: self.optional__,
        }
    }
}
impl<Member0> DubbingChangeParamsBuilder<Member0> {
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`DubbingChangeParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> DubbingChangeParams
    where
        Member0: crate::support::Given<::std::string::String>,
    {
        DubbingChangeParams {
            language: self.language.given(),
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for DubbingChangeParams {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members
            .serialize_entry(
                "media.language",
                &crate::support::Writing(&self.language),
            )?;
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct DubbingChangeParamsVisitor(crate::support::Mode);
impl DubbingChangeParamsVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                14usize => if *key == *b"media.language" { 0usize } else { return None }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for DubbingChangeParamsVisitor {
    type Value = DubbingChangeParams;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut language: ::std::option::Option<::std::string::String> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut language,
                        "media.language",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(DubbingChangeParams {
            language: crate::support::required(language, "media.language")?,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for DubbingChangeParams {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(DubbingChangeParamsVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for DubbingChangeParams {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut language: ::std::option::Option<::std::string::String> = None;
        let mut next__ = if cursor__.literal(b"{\"media.language\":") {
            crate::direct::member(&mut language, cursor__)?;
            cursor__.next_key()
        } else {
            cursor__.expect(b'{')?;
            cursor__.first_key()
        };
        while let Some(key__) = next__ {
            match key__.len() {
                14usize => {
                    if *key__ == *b"media.language" {
                        crate::direct::member(&mut language, cursor__)?
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
            language: language.ok_or(crate::direct::Declined)?,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for DubbingChangeParams {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"media.language\":");
        crate::direct::WriteDirect::write_direct(&self.language, text)?;
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for DubbingChangeParams {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&DUBBING_CHANGE_PARAMS.members[0usize], &self.language);
        checker.extra(&DUBBING_CHANGE_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for DubbingChangeParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("DubbingChangeParams");
        shown.field("language", &self.language);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for DubbingChangeParams {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            language: crate::support::always(
                source,
                &DUBBING_CHANGE_PARAMS.members[0usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
}
impl crate::support::Described for DubbingChangeParams {
    const SHAPE: &'static crate::schema::Object = &DUBBING_CHANGE_PARAMS;
}
crate::support::object_traits!(DubbingChangeParams);
/// A group of members of an event.
#[derive(Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct PlayerTime {
    /// Wire key `playhead`: number, required.
    pub playhead: f64,
    /// Wire key `ts`: integer, required.
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
    /// Wire key `playhead`: number, required.
    pub fn playhead(self, playhead: f64) -> PlayerTimeBuilder<f64, Member1> {
        PlayerTimeBuilder {
            playhead: playhead,
            ts: self.ts,
            optional__: self.optional__,
        }
    }
}
impl<Member0> PlayerTimeBuilder<Member0, unset::ts> {
    /// Wire key `ts`: integer, required.
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
/// How well playback went.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct QoeData {
    /// Wire key `media.qoe.bitrate`: integer, optional.
    #[doc(alias = "media.qoe.bitrate")]
    pub bitrate: ::std::option::Option<i64>,
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
    /// Wire key `media.qoe.bitrate`: integer, optional.
    pub fn bitrate(mut self, bitrate: i64) -> Self {
        self.optional__.bitrate = ::std::option::Option::Some(bitrate);
        self
    }
    /// [`bitrate`](Self::bitrate), if there is one.
    pub fn maybe_bitrate(mut self, bitrate: ::std::option::Option<i64>) -> Self {
        self.optional__.bitrate = bitrate;
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
                    if *key == *b"media.qoe.bitrate" { 0usize } else { return None }
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
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(QoeData { bitrate, extra: extra__ })
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
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                17usize => {
                    if *key__ == *b"media.qoe.bitrate" {
                        crate::direct::member(&mut bitrate, cursor__)?
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
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for QoeData {
    const SHAPE: &'static crate::schema::Object = &QOE_DATA;
}
crate::support::object_traits!(QoeData);
/// What is played, and by whom.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartParams {
    /// How long it is.
    ///
    /// Wire key `media.length`: number, required, in seconds. A careful sender keeps it from 0 to 86400.
    #[doc(alias = "media.length")]
    pub length: f64,
    /// What is played.
    ///
    /// Wire key `media.id`: string, required. A careful sender keeps it non-empty and 1 to 64 letters, digits, `_` or `.`.
    #[doc(alias = "media.id")]
    pub id: ::std::string::String,
    /// Wire key `media.type`: [`SessionStartParamsType`], required.
    #[doc(alias = "media.type")]
    pub type_: SessionStartParamsType,
    /// Wire key `media.player`: [`SessionStartParamsPlayer`], required.
    #[doc(alias = "media.player")]
    pub player: SessionStartParamsPlayer,
    /// Wire key `media.anyObject`: map from name to any JSON value, optional.
    #[doc(alias = "media.anyObject")]
    pub any_object: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    /// Wire key `media.anything`: any JSON value, optional.
    #[doc(alias = "media.anything")]
    pub anything: ::std::option::Option<::serde_json::Value>,
    /// Wire key `media.limits`: map from name to array of integer, optional.
    #[doc(alias = "media.limits")]
    pub limits: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<i64>>,
    >,
    /// Wire key `media.resume`: boolean, optional.
    #[doc(alias = "media.resume")]
    pub(crate) resume: ::std::option::Option<bool>,
    /// Wire key `media.showType`: string, optional.
    #[doc(alias = "media.showType")]
    pub show_type: ::std::option::Option<::std::string::String>,
    /// Wire key `media.tags`: array of string, optional.
    #[doc(alias = "media.tags")]
    pub tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    /// Wire key `media.tracks`: array of [`SessionStartParamsTracksItem`], optional.
    #[doc(alias = "media.tracks")]
    pub tracks: ::std::option::Option<::std::vec::Vec<SessionStartParamsTracksItem>>,
    /// Wire key `visitor.customerIDs`: map from name to [`CustomerId`], optional.
    #[doc(alias = "visitor.customerIDs")]
    pub visitor_customer_ids: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, CustomerId>,
    >,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl SessionStartParams {
    /// Wire key `media.resume`: boolean, optional.
    #[must_use]
    pub fn resume(&self) -> ::std::option::Option<bool> {
        self.resume
    }
}
/// Sets the members of [`SessionStartParams`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct SessionStartParamsBuilder<
    Member0 = unset::length,
    Member1 = unset::id,
    Member2 = unset::type_,
    Member3 = unset::player,
> {
    length: Member0,
    id: Member1,
    type_: Member2,
    player: Member3,
    optional__: SessionStartParamsOptional,
}
#[derive(Default)]
struct SessionStartParamsOptional {
    any_object: ::std::option::Option<
        ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    >,
    anything: ::std::option::Option<::serde_json::Value>,
    limits: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<i64>>,
    >,
    show_type: ::std::option::Option<::std::string::String>,
    tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    tracks: ::std::option::Option<::std::vec::Vec<SessionStartParamsTracksItem>>,
    visitor_customer_ids: ::std::option::Option<
        ::std::collections::BTreeMap<::std::string::String, CustomerId>,
    >,
    extra: crate::extra::Extra,
}
impl<Member0, Member1, Member2, Member3> ::std::fmt::Debug
for SessionStartParamsBuilder<Member0, Member1, Member2, Member3> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("SessionStartParamsBuilder").finish_non_exhaustive()
    }
}
impl SessionStartParams {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> SessionStartParamsBuilder {
        SessionStartParamsBuilder {
            length: unset::length {},
            id: unset::id {},
            type_: unset::type_ {},
            player: unset::player {},
            optional__: SessionStartParamsOptional::default(),
        }
    }
}
impl<
    Member1,
    Member2,
    Member3,
> SessionStartParamsBuilder<unset::length, Member1, Member2, Member3> {
    /// How long it is.
    ///
    /// Wire key `media.length`: number, required, in seconds. A careful sender keeps it from 0 to 86400.
    pub fn length(
        self,
        length: f64,
    ) -> SessionStartParamsBuilder<f64, Member1, Member2, Member3> {
        SessionStartParamsBuilder {
            length: length,
            id: self.id,
            type_: self.type_,
            player: self.player,
            optional__: self.optional__,
        }
    }
}
impl<
    Member0,
    Member2,
    Member3,
> SessionStartParamsBuilder<Member0, unset::id, Member2, Member3> {
    /// What is played.
    ///
    /// Wire key `media.id`: string, required. A careful sender keeps it non-empty and 1 to 64 letters, digits, `_` or `.`.
    pub fn id(
        self,
        id: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsBuilder<Member0, ::std::string::String, Member2, Member3> {
        SessionStartParamsBuilder {
            length: self.length,
            id: id.into(),
            type_: self.type_,
            player: self.player,
            optional__: self.optional__,
        }
    }
}
impl<
    Member0,
    Member1,
    Member3,
> SessionStartParamsBuilder<Member0, Member1, unset::type_, Member3> {
    /// Wire key `media.type`: [`SessionStartParamsType`], required.
    pub fn type_(
        self,
        type_: SessionStartParamsType,
    ) -> SessionStartParamsBuilder<Member0, Member1, SessionStartParamsType, Member3> {
        SessionStartParamsBuilder {
            length: self.length,
            id: self.id,
            type_: type_,
            player: self.player,
            optional__: self.optional__,
        }
    }
}
impl<
    Member0,
    Member1,
    Member2,
> SessionStartParamsBuilder<Member0, Member1, Member2, unset::player> {
    /// Wire key `media.player`: [`SessionStartParamsPlayer`], required.
    pub fn player(
        self,
        player: SessionStartParamsPlayer,
    ) -> SessionStartParamsBuilder<Member0, Member1, Member2, SessionStartParamsPlayer> {
        SessionStartParamsBuilder {
            length: self.length,
            id: self.id,
            type_: self.type_,
            player: player,
            optional__: self.optional__,
        }
    }
}
impl<
    Member0,
    Member1,
    Member2,
    Member3,
> SessionStartParamsBuilder<Member0, Member1, Member2, Member3> {
    /// Wire key `media.anyObject`: map from name to any JSON value, optional.
    pub fn any_object(
        mut self,
        any_object: ::serde_json::Map<::std::string::String, ::serde_json::Value>,
    ) -> Self {
        self.optional__.any_object = ::std::option::Option::Some(any_object);
        self
    }
    /// [`any_object`](Self::any_object), if there is one.
    pub fn maybe_any_object(
        mut self,
        any_object: ::std::option::Option<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        >,
    ) -> Self {
        self.optional__.any_object = any_object;
        self
    }
    /// Wire key `media.anything`: any JSON value, optional.
    pub fn anything(mut self, anything: ::serde_json::Value) -> Self {
        self.optional__.anything = ::std::option::Option::Some(anything);
        self
    }
    /// [`anything`](Self::anything), if there is one.
    pub fn maybe_anything(
        mut self,
        anything: ::std::option::Option<::serde_json::Value>,
    ) -> Self {
        self.optional__.anything = anything;
        self
    }
    /// Wire key `media.limits`: map from name to array of integer, optional.
    pub fn limits(
        mut self,
        limits: ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<i64>>,
    ) -> Self {
        self.optional__.limits = ::std::option::Option::Some(limits);
        self
    }
    /// [`limits`](Self::limits), if there is one.
    pub fn maybe_limits(
        mut self,
        limits: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<i64>>,
        >,
    ) -> Self {
        self.optional__.limits = limits;
        self
    }
    /// Wire key `media.showType`: string, optional.
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
    /// Wire key `media.tags`: array of string, optional.
    pub fn tags(mut self, tags: ::std::vec::Vec<::std::string::String>) -> Self {
        self.optional__.tags = ::std::option::Option::Some(tags);
        self
    }
    /// [`tags`](Self::tags), if there is one.
    pub fn maybe_tags(
        mut self,
        tags: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
    ) -> Self {
        self.optional__.tags = tags;
        self
    }
    /// Wire key `media.tracks`: array of [`SessionStartParamsTracksItem`], optional.
    pub fn tracks(
        mut self,
        tracks: ::std::vec::Vec<SessionStartParamsTracksItem>,
    ) -> Self {
        self.optional__.tracks = ::std::option::Option::Some(tracks);
        self
    }
    /// [`tracks`](Self::tracks), if there is one.
    pub fn maybe_tracks(
        mut self,
        tracks: ::std::option::Option<::std::vec::Vec<SessionStartParamsTracksItem>>,
    ) -> Self {
        self.optional__.tracks = tracks;
        self
    }
    /// Wire key `visitor.customerIDs`: map from name to [`CustomerId`], optional.
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
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`SessionStartParams`], once all required members are set.
    #[must_use]
    pub fn build(self) -> SessionStartParams
    where
        Member0: crate::support::Given<f64>,
        Member1: crate::support::Given<::std::string::String>,
        Member2: crate::support::Given<SessionStartParamsType>,
        Member3: crate::support::Given<SessionStartParamsPlayer>,
    {
        SessionStartParams {
            length: self.length.given(),
            id: self.id.given(),
            type_: self.type_.given(),
            player: self.player.given(),
            any_object: self.optional__.any_object,
            anything: self.optional__.anything,
            limits: self.optional__.limits,
            resume: ::std::option::Option::None,
            show_type: self.optional__.show_type,
            tags: self.optional__.tags,
            tracks: self.optional__.tracks,
            visitor_customer_ids: self.optional__.visitor_customer_ids,
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
        members.serialize_entry("media.length", &crate::support::Writing(&self.length))?;
        members.serialize_entry("media.id", &crate::support::Writing(&self.id))?;
        members.serialize_entry("media.type", &crate::support::Writing(&self.type_))?;
        members.serialize_entry("media.player", &crate::support::Writing(&self.player))?;
        if let Some(value) = &self.any_object {
            members.serialize_entry("media.anyObject", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.anything {
            members.serialize_entry("media.anything", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.limits {
            members.serialize_entry("media.limits", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.resume {
            members.serialize_entry("media.resume", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.show_type {
            members.serialize_entry("media.showType", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.tags {
            members.serialize_entry("media.tags", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.tracks {
            members.serialize_entry("media.tracks", &crate::support::Writing(value))?;
        }
        if let Some(value) = &self.visitor_customer_ids {
            members
                .serialize_entry(
                    "visitor.customerIDs",
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
                8usize => if *key == *b"media.id" { 1usize } else { return None }
                10usize => {
                    if *key == *b"media.type" {
                        2usize
                    } else if *key == *b"media.tags" {
                        9usize
                    } else {
                        return None
                    }
                }
                12usize => {
                    if *key == *b"media.length" {
                        0usize
                    } else if *key == *b"media.player" {
                        3usize
                    } else if *key == *b"media.limits" {
                        6usize
                    } else if *key == *b"media.resume" {
                        7usize
                    } else if *key == *b"media.tracks" {
                        10usize
                    } else {
                        return None
                    }
                }
                14usize => {
                    if *key == *b"media.anything" {
                        5usize
                    } else if *key == *b"media.showType" {
                        8usize
                    } else {
                        return None
                    }
                }
                15usize => if *key == *b"media.anyObject" { 4usize } else { return None }
                19usize => {
                    if *key == *b"visitor.customerIDs" { 11usize } else { return None }
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
        let mut length: ::std::option::Option<f64> = None;
        let mut id: ::std::option::Option<::std::string::String> = None;
        let mut type_: ::std::option::Option<SessionStartParamsType> = None;
        let mut player: ::std::option::Option<SessionStartParamsPlayer> = None;
        let mut any_object: ::std::option::Option<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        > = None;
        let mut anything: ::std::option::Option<::serde_json::Value> = None;
        let mut limits: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<i64>>,
        > = None;
        let mut resume: ::std::option::Option<bool> = None;
        let mut show_type: ::std::option::Option<::std::string::String> = None;
        let mut tags: ::std::option::Option<::std::vec::Vec<::std::string::String>> = None;
        let mut tracks: ::std::option::Option<
            ::std::vec::Vec<SessionStartParamsTracksItem>,
        > = None;
        let mut visitor_customer_ids: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, CustomerId>,
        > = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut length,
                        "media.length",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut id,
                        "media.id",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(2usize) => {
                    crate::support::read_member(
                        &mut type_,
                        "media.type",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(3usize) => {
                    crate::support::read_member(
                        &mut player,
                        "media.player",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(4usize) => {
                    crate::support::read_member(
                        &mut any_object,
                        "media.anyObject",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(5usize) => {
                    crate::support::read_member(
                        &mut anything,
                        "media.anything",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(6usize) => {
                    crate::support::read_member(
                        &mut limits,
                        "media.limits",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(7usize) => {
                    crate::support::read_member(
                        &mut resume,
                        "media.resume",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(8usize) => {
                    crate::support::read_member(
                        &mut show_type,
                        "media.showType",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(9usize) => {
                    crate::support::read_member(
                        &mut tags,
                        "media.tags",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(10usize) => {
                    crate::support::read_member(
                        &mut tracks,
                        "media.tracks",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(11usize) => {
                    crate::support::read_member(
                        &mut visitor_customer_ids,
                        "visitor.customerIDs",
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
            length: crate::support::required(length, "media.length")?,
            id: crate::support::required(id, "media.id")?,
            type_: crate::support::required(type_, "media.type")?,
            player: crate::support::required(player, "media.player")?,
            any_object,
            anything,
            limits,
            resume,
            show_type,
            tags,
            tracks,
            visitor_customer_ids,
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
        let mut length: ::std::option::Option<f64> = None;
        let mut id: ::std::option::Option<::std::string::String> = None;
        let mut type_: ::std::option::Option<SessionStartParamsType> = None;
        let mut player: ::std::option::Option<SessionStartParamsPlayer> = None;
        let mut any_object: ::std::option::Option<
            ::serde_json::Map<::std::string::String, ::serde_json::Value>,
        > = None;
        let mut anything: ::std::option::Option<::serde_json::Value> = None;
        let mut limits: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, ::std::vec::Vec<i64>>,
        > = None;
        let mut resume: ::std::option::Option<bool> = None;
        let mut show_type: ::std::option::Option<::std::string::String> = None;
        let mut tags: ::std::option::Option<::std::vec::Vec<::std::string::String>> = None;
        let mut tracks: ::std::option::Option<
            ::std::vec::Vec<SessionStartParamsTracksItem>,
        > = None;
        let mut visitor_customer_ids: ::std::option::Option<
            ::std::collections::BTreeMap<::std::string::String, CustomerId>,
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
                    if *key__ == *b"media.type" {
                        crate::direct::member(&mut type_, cursor__)?
                    } else if *key__ == *b"media.tags" {
                        crate::direct::member(&mut tags, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                12usize => {
                    if *key__ == *b"media.length" {
                        crate::direct::member(&mut length, cursor__)?
                    } else if *key__ == *b"media.player" {
                        crate::direct::member(&mut player, cursor__)?
                    } else if *key__ == *b"media.limits" {
                        crate::direct::member(&mut limits, cursor__)?
                    } else if *key__ == *b"media.resume" {
                        crate::direct::member(&mut resume, cursor__)?
                    } else if *key__ == *b"media.tracks" {
                        crate::direct::member(&mut tracks, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                14usize => {
                    if *key__ == *b"media.anything" {
                        crate::direct::member(&mut anything, cursor__)?
                    } else if *key__ == *b"media.showType" {
                        crate::direct::member(&mut show_type, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                15usize => {
                    if *key__ == *b"media.anyObject" {
                        crate::direct::member(&mut any_object, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                19usize => {
                    if *key__ == *b"visitor.customerIDs" {
                        crate::direct::member(&mut visitor_customer_ids, cursor__)?
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
            id: id.ok_or(crate::direct::Declined)?,
            type_: type_.ok_or(crate::direct::Declined)?,
            player: player.ok_or(crate::direct::Declined)?,
            any_object,
            anything,
            limits,
            resume,
            show_type,
            tags,
            tracks,
            visitor_customer_ids,
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
        text.extend_from_slice(b",\"media.length\":");
        crate::direct::WriteDirect::write_direct(&self.length, text)?;
        text.extend_from_slice(b",\"media.id\":");
        crate::direct::WriteDirect::write_direct(&self.id, text)?;
        text.extend_from_slice(b",\"media.type\":");
        crate::direct::WriteDirect::write_direct(&self.type_, text)?;
        text.extend_from_slice(b",\"media.player\":");
        crate::direct::WriteDirect::write_direct(&self.player, text)?;
        if let Some(value) = &self.any_object {
            text.extend_from_slice(b",\"media.anyObject\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.anything {
            text.extend_from_slice(b",\"media.anything\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.limits {
            text.extend_from_slice(b",\"media.limits\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.resume {
            text.extend_from_slice(b",\"media.resume\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.show_type {
            text.extend_from_slice(b",\"media.showType\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.tags {
            text.extend_from_slice(b",\"media.tags\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.tracks {
            text.extend_from_slice(b",\"media.tracks\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        if let Some(value) = &self.visitor_customer_ids {
            text.extend_from_slice(b",\"visitor.customerIDs\":");
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
        checker.member(&SESSION_START_PARAMS.members[0usize], &self.length);
        checker.member(&SESSION_START_PARAMS.members[1usize], &self.id);
        checker.member(&SESSION_START_PARAMS.members[2usize], &self.type_);
        checker.member(&SESSION_START_PARAMS.members[3usize], &self.player);
        if let Some(value) = &self.any_object {
            checker.member(&SESSION_START_PARAMS.members[4usize], value);
        }
        if let Some(value) = &self.anything {
            checker.member(&SESSION_START_PARAMS.members[5usize], value);
        }
        if let Some(value) = &self.limits {
            checker.member(&SESSION_START_PARAMS.members[6usize], value);
        }
        if let Some(value) = &self.resume {
            checker.member(&SESSION_START_PARAMS.members[7usize], value);
        }
        if let Some(value) = &self.show_type {
            checker.member(&SESSION_START_PARAMS.members[8usize], value);
        }
        if let Some(value) = &self.tags {
            checker.member(&SESSION_START_PARAMS.members[9usize], value);
        }
        if let Some(value) = &self.tracks {
            checker.member(&SESSION_START_PARAMS.members[10usize], value);
        }
        if let Some(value) = &self.visitor_customer_ids {
            checker.member(&SESSION_START_PARAMS.members[11usize], value);
        }
        checker.extra(&SESSION_START_PARAMS, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for SessionStartParams {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("SessionStartParams");
        shown.field("length", &self.length);
        shown.field("id", &self.id);
        shown.field("type_", &self.type_);
        shown.field("player", &self.player);
        if let Some(value) = &self.any_object {
            shown.field("any_object", value);
        }
        if let Some(value) = &self.anything {
            shown.field("anything", value);
        }
        if let Some(value) = &self.limits {
            shown.field("limits", value);
        }
        if let Some(value) = &self.resume {
            shown.field("resume", value);
        }
        if let Some(value) = &self.show_type {
            shown.field("show_type", value);
        }
        if let Some(value) = &self.tags {
            shown.field("tags", value);
        }
        if let Some(value) = &self.tracks {
            shown.field("tracks", value);
        }
        if let Some(value) = &self.visitor_customer_ids {
            shown.field("visitor_customer_ids", value);
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
            length: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[0usize].limits,
            ),
            id: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[1usize].limits,
            ),
            type_: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[2usize].limits,
            ),
            player: crate::support::always(
                source,
                &SESSION_START_PARAMS.members[3usize].limits,
            ),
            any_object: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[4usize].limits,
            ),
            anything: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[5usize].limits,
            ),
            limits: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[6usize].limits,
            ),
            resume: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[7usize].limits,
            ),
            show_type: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[8usize].limits,
            ),
            tags: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[9usize].limits,
            ),
            tracks: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[10usize].limits,
            ),
            visitor_customer_ids: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS.members[11usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
        if self.any_object.is_some() {
            smaller
                .push(Self {
                    any_object: None,
                    ..self.clone()
                });
        }
        if self.anything.is_some() {
            smaller
                .push(Self {
                    anything: None,
                    ..self.clone()
                });
        }
        if self.limits.is_some() {
            smaller
                .push(Self {
                    limits: None,
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
        if self.show_type.is_some() {
            smaller
                .push(Self {
                    show_type: None,
                    ..self.clone()
                });
        }
        if self.tags.is_some() {
            smaller.push(Self { tags: None, ..self.clone() });
        }
        if self.tracks.is_some() {
            smaller
                .push(Self {
                    tracks: None,
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
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for SessionStartParams {
    const SHAPE: &'static crate::schema::Object = &SESSION_START_PARAMS;
}
crate::support::object_traits!(SessionStartParams);
/// A group of members of an event.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartParamsPlayer {
    /// Wire key `name`: string, required.
    pub name: ::std::string::String,
    /// Wire key `self`: any JSON value, optional.
    #[doc(alias = "self")]
    pub self_: ::std::option::Option<::serde_json::Value>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl SessionStartParamsPlayer {
    /// The required members; what is optional can be set afterwards, or with `SessionStartParamsPlayer::builder`.
    #[must_use]
    pub fn new(name: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            name: name.into(),
            self_: ::std::option::Option::None,
            extra: crate::extra::Extra::new(),
        }
    }
}
/// Sets the members of [`SessionStartParamsPlayer`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct SessionStartParamsPlayerBuilder<Member0 = unset::name> {
    name: Member0,
    optional__: SessionStartParamsPlayerOptional,
}
#[derive(Default)]
struct SessionStartParamsPlayerOptional {
    self_: ::std::option::Option<::serde_json::Value>,
    extra: crate::extra::Extra,
}
impl<Member0> ::std::fmt::Debug for SessionStartParamsPlayerBuilder<Member0> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("SessionStartParamsPlayerBuilder").finish_non_exhaustive()
    }
}
impl SessionStartParamsPlayer {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> SessionStartParamsPlayerBuilder {
        SessionStartParamsPlayerBuilder {
            name: unset::name {},
            optional__: SessionStartParamsPlayerOptional::default(),
        }
    }
}
impl SessionStartParamsPlayerBuilder<unset::name> {
    /// Wire key `name`: string, required.
    pub fn name(
        self,
        name: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsPlayerBuilder<::std::string::String> {
        SessionStartParamsPlayerBuilder {
            name: name.into(),
            optional__: self.optional__,
        }
    }
}
impl<Member0> SessionStartParamsPlayerBuilder<Member0> {
    /// Wire key `self`: any JSON value, optional.
    pub fn self_(mut self, self_: ::serde_json::Value) -> Self {
        self.optional__.self_ = ::std::option::Option::Some(self_);
        self
    }
    /// [`self_`](Self::self_), if there is one.
    pub fn maybe_self_(
        mut self,
        self_: ::std::option::Option<::serde_json::Value>,
    ) -> Self {
        self.optional__.self_ = self_;
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`SessionStartParamsPlayer`], once all required members are set.
    #[must_use]
    pub fn build(self) -> SessionStartParamsPlayer
    where
        Member0: crate::support::Given<::std::string::String>,
    {
        SessionStartParamsPlayer {
            name: self.name.given(),
            self_: self.optional__.self_,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for SessionStartParamsPlayer {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("name", &crate::support::Writing(&self.name))?;
        if let Some(value) = &self.self_ {
            members.serialize_entry("self", &crate::support::Writing(value))?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct SessionStartParamsPlayerVisitor(crate::support::Mode);
impl SessionStartParamsPlayerVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                4usize => {
                    if *key == *b"name" {
                        0usize
                    } else if *key == *b"self" {
                        1usize
                    } else {
                        return None
                    }
                }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for SessionStartParamsPlayerVisitor {
    type Value = SessionStartParamsPlayer;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut self_: ::std::option::Option<::serde_json::Value> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut name,
                        "name",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut self_,
                        "self",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(true))?;
                }
            }
        }
        Ok(SessionStartParamsPlayer {
            name: crate::support::required(name, "name")?,
            self_,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for SessionStartParamsPlayer {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(SessionStartParamsPlayerVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for SessionStartParamsPlayer {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut name: ::std::option::Option<::std::string::String> = None;
        let mut self_: ::std::option::Option<::serde_json::Value> = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                4usize => {
                    if *key__ == *b"name" {
                        crate::direct::member(&mut name, cursor__)?
                    } else if *key__ == *b"self" {
                        crate::direct::member(&mut self_, cursor__)?
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
            self_,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for SessionStartParamsPlayer {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"name\":");
        crate::direct::WriteDirect::write_direct(&self.name, text)?;
        if let Some(value) = &self.self_ {
            text.extend_from_slice(b",\"self\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for SessionStartParamsPlayer {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker.member(&SESSION_START_PARAMS_PLAYER.members[0usize], &self.name);
        if let Some(value) = &self.self_ {
            checker.member(&SESSION_START_PARAMS_PLAYER.members[1usize], value);
        }
        checker.extra(&SESSION_START_PARAMS_PLAYER, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for SessionStartParamsPlayer {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("SessionStartParamsPlayer");
        shown.field("name", &self.name);
        if let Some(value) = &self.self_ {
            shown.field("self_", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for SessionStartParamsPlayer {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            name: crate::support::always(
                source,
                &SESSION_START_PARAMS_PLAYER.members[0usize].limits,
            ),
            self_: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS_PLAYER.members[1usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
        if self.self_.is_some() {
            smaller
                .push(Self {
                    self_: None,
                    ..self.clone()
                });
        }
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for SessionStartParamsPlayer {
    const SHAPE: &'static crate::schema::Object = &SESSION_START_PARAMS_PLAYER;
}
crate::support::object_traits!(SessionStartParamsPlayer);
/// A group of members of an event.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartParamsTracksItem {
    /// Wire key `language`: string, required.
    pub language: ::std::string::String,
    /// Wire key `media.360video`: boolean, optional.
    #[doc(alias = "media.360video")]
    pub n360video: ::std::option::Option<bool>,
    /// Members that the schema documents do not have: kept by a tolerant reader, and the
    /// way to send a key that is newer than this crate.
    pub extra: crate::extra::Extra,
}
impl SessionStartParamsTracksItem {
    /// The required members; what is optional can be set afterwards, or with `SessionStartParamsTracksItem::builder`.
    #[must_use]
    pub fn new(language: impl ::std::convert::Into<::std::string::String>) -> Self {
        Self {
            language: language.into(),
            n360video: ::std::option::Option::None,
            extra: crate::extra::Extra::new(),
        }
    }
}
/// Sets the members of [`SessionStartParamsTracksItem`] by name, in any order. `build` compiles once all required ones are set, each of them once.
#[must_use = "nothing is made before `build`"]
pub struct SessionStartParamsTracksItemBuilder<Member0 = unset::language> {
    language: Member0,
    optional__: SessionStartParamsTracksItemOptional,
}
#[derive(Default)]
struct SessionStartParamsTracksItemOptional {
    n360video: ::std::option::Option<bool>,
    extra: crate::extra::Extra,
}
impl<Member0> ::std::fmt::Debug for SessionStartParamsTracksItemBuilder<Member0> {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.debug_struct("SessionStartParamsTracksItemBuilder").finish_non_exhaustive()
    }
}
impl SessionStartParamsTracksItem {
    /// Begins a value of which members are set by name; what is required and missing does not compile.
    pub fn builder() -> SessionStartParamsTracksItemBuilder {
        SessionStartParamsTracksItemBuilder {
            language: unset::language {},
            optional__: SessionStartParamsTracksItemOptional::default(),
        }
    }
}
impl SessionStartParamsTracksItemBuilder<unset::language> {
    /// Wire key `language`: string, required.
    pub fn language(
        self,
        language: impl ::std::convert::Into<::std::string::String>,
    ) -> SessionStartParamsTracksItemBuilder<::std::string::String> {
        SessionStartParamsTracksItemBuilder {
            language: language.into(),
            optional__: self.optional__,
        }
    }
}
impl<Member0> SessionStartParamsTracksItemBuilder<Member0> {
    /// Wire key `media.360video`: boolean, optional.
    pub fn n360video(mut self, n360video: bool) -> Self {
        self.optional__.n360video = ::std::option::Option::Some(n360video);
        self
    }
    /// [`n360video`](Self::n360video), if there is one.
    pub fn maybe_n360video(mut self, n360video: ::std::option::Option<bool>) -> Self {
        self.optional__.n360video = n360video;
        self
    }
    /// Members that the schema documents do not have.
    pub fn extra(mut self, extra: crate::extra::Extra) -> Self {
        self.optional__.extra = extra;
        self
    }
    /// The [`SessionStartParamsTracksItem`], once all required members are set.
    #[must_use]
    pub fn build(self) -> SessionStartParamsTracksItem
    where
        Member0: crate::support::Given<::std::string::String>,
    {
        SessionStartParamsTracksItem {
            language: self.language.given(),
            n360video: self.optional__.n360video,
            extra: self.optional__.extra,
        }
    }
}
impl ::serde::Serialize for SessionStartParamsTracksItem {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        use ::serde::ser::SerializeMap as _;
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("language", &crate::support::Writing(&self.language))?;
        if let Some(value) = &self.n360video {
            members.serialize_entry("media.360video", &crate::support::Writing(value))?;
        }
        self.extra.write::<Self, _>(&mut members)?;
        members.end()
    }
}
struct SessionStartParamsTracksItemVisitor(crate::support::Mode);
impl SessionStartParamsTracksItemVisitor {
    fn index(key: &str) -> ::std::option::Option<usize> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                8usize => if *key == *b"language" { 0usize } else { return None }
                14usize => if *key == *b"media.360video" { 1usize } else { return None }
                _ => return None,
            },
        )
    }
}
impl<'de> ::serde::de::Visitor<'de> for SessionStartParamsTracksItemVisitor {
    type Value = SessionStartParamsTracksItem;
    fn expecting(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        to.write_str("an object")
    }
    fn visit_map<A: ::serde::de::MapAccess<'de>>(
        self,
        mut members__: A,
    ) -> ::std::result::Result<Self::Value, A::Error> {
        let mut language: ::std::option::Option<::std::string::String> = None;
        let mut n360video: ::std::option::Option<bool> = None;
        let mut extra__ = crate::extra::Extra::new();
        while let Some(key__) = members__
            .next_key_seed(crate::support::MemberKey(Self::index))?
        {
            match key__ {
                crate::support::Key::Known(0usize) => {
                    crate::support::read_member(
                        &mut language,
                        "language",
                        &mut members__,
                        self.0,
                    )?;
                }
                crate::support::Key::Known(1usize) => {
                    crate::support::read_member(
                        &mut n360video,
                        "media.360video",
                        &mut members__,
                        self.0,
                    )?;
                }
                other__ => {
                    extra__.read(other__, &mut members__, self.0.keeps(false))?;
                }
            }
        }
        Ok(SessionStartParamsTracksItem {
            language: crate::support::required(language, "language")?,
            n360video,
            extra: extra__,
        })
    }
}
impl crate::support::Wire for SessionStartParamsTracksItem {
    fn read<'de, D: ::serde::Deserializer<'de>>(
        deserializer: D,
        mode: crate::support::Mode,
    ) -> ::std::result::Result<Self, D::Error> {
        deserializer.deserialize_map(SessionStartParamsTracksItemVisitor(mode))
    }
    fn write<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(self, serializer)
    }
}
impl crate::direct::Direct for SessionStartParamsTracksItem {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let mut language: ::std::option::Option<::std::string::String> = None;
        let mut n360video: ::std::option::Option<bool> = None;
        cursor__.expect(b'{')?;
        let mut next__ = cursor__.first_key();
        while let Some(key__) = next__ {
            match key__.len() {
                8usize => {
                    if *key__ == *b"language" {
                        crate::direct::member(&mut language, cursor__)?
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                14usize => {
                    if *key__ == *b"media.360video" {
                        crate::direct::member(&mut n360video, cursor__)?
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
            language: language.ok_or(crate::direct::Declined)?,
            n360video,
            extra: crate::extra::Extra::new(),
        })
    }
}
impl crate::direct::WriteDirect for SessionStartParamsTracksItem {
    fn write_direct(
        &self,
        text: &mut ::std::vec::Vec<u8>,
    ) -> ::std::result::Result<(), crate::direct::Declined> {
        if !self.extra.is_empty() {
            return Err(crate::direct::Declined);
        }
        let begin = text.len();
        text.extend_from_slice(b",\"language\":");
        crate::direct::WriteDirect::write_direct(&self.language, text)?;
        if let Some(value) = &self.n360video {
            text.extend_from_slice(b",\"media.360video\":");
            crate::direct::WriteDirect::write_direct(value, text)?;
        }
        crate::direct::close(text, begin);
        Ok(())
    }
}
impl crate::support::Check for SessionStartParamsTracksItem {
    fn check_into(
        &self,
        _: &crate::schema::Limits,
        checker: &mut crate::support::Checker,
    ) {
        checker
            .member(&SESSION_START_PARAMS_TRACKS_ITEM.members[0usize], &self.language);
        if let Some(value) = &self.n360video {
            checker.member(&SESSION_START_PARAMS_TRACKS_ITEM.members[1usize], value);
        }
        checker.extra(&SESSION_START_PARAMS_TRACKS_ITEM, &self.extra);
    }
}
/// Shows the members that are set, and hides personal data.
impl ::std::fmt::Debug for SessionStartParamsTracksItem {
    fn fmt(&self, to: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let mut shown = to.debug_struct("SessionStartParamsTracksItem");
        shown.field("language", &self.language);
        if let Some(value) = &self.n360video {
            shown.field("n360video", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}
/// Values that are valid on the wire and keep a careful sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for SessionStartParamsTracksItem {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        Self {
            language: crate::support::always(
                source,
                &SESSION_START_PARAMS_TRACKS_ITEM.members[0usize].limits,
            ),
            n360video: crate::support::sometimes(
                source,
                &SESSION_START_PARAMS_TRACKS_ITEM.members[1usize].limits,
            ),
            extra: crate::extra::Extra::new(),
        }
    }
    fn shrink(&self) -> ::std::boxed::Box<dyn ::std::iter::Iterator<Item = Self>> {
        let mut smaller = ::std::vec::Vec::new();
        if self.n360video.is_some() {
            smaller
                .push(Self {
                    n360video: None,
                    ..self.clone()
                });
        }
        ::std::boxed::Box::new(smaller.into_iter())
    }
}
impl crate::support::Described for SessionStartParamsTracksItem {
    const SHAPE: &'static crate::schema::Object = &SESSION_START_PARAMS_TRACKS_ITEM;
}
crate::support::object_traits!(SessionStartParamsTracksItem);
/// What a builder holds in place of a required member that is not set.
#[allow(non_camel_case_types)]
pub mod unset {
    /// `id` is not set.
    #[derive(Clone, Copy, Debug)]
    pub struct id {}
    /// `language` is not set.
    #[derive(Clone, Copy, Debug)]
    pub struct language {}
    /// `length` is not set.
    #[derive(Clone, Copy, Debug)]
    pub struct length {}
    /// `name` is not set.
    #[derive(Clone, Copy, Debug)]
    pub struct name {}
    /// `player` is not set.
    #[derive(Clone, Copy, Debug)]
    pub struct player {}
    /// `playhead` is not set.
    #[derive(Clone, Copy, Debug)]
    pub struct playhead {}
    /// `ts` is not set.
    #[derive(Clone, Copy, Debug)]
    pub struct ts {}
    /// `type_` is not set.
    #[derive(Clone, Copy, Debug)]
    pub struct type_ {}
}
/// One of a closed set of strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SessionStartParamsType {
    /// `audio` on the wire.
    Audio,
    /// `video-on-demand` on the wire.
    VideoOnDemand,
}
impl SessionStartParamsType {
    /// Every value, in the order of the documents.
    pub const ALL: &'static [Self] = &[Self::Audio, Self::VideoOnDemand];
    /// The value as it stands on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Audio => "audio",
            Self::VideoOnDemand => "video-on-demand",
        }
    }
    /// The value of a wire form; `None` for anything the documents do not have. Case
    /// matters.
    #[must_use]
    pub fn from_wire(text: &str) -> ::std::option::Option<Self> {
        let text = text.as_bytes();
        Some(
            match text.len() {
                5usize => if *text == *b"audio" { Self::Audio } else { return None }
                15usize => {
                    if *text == *b"video-on-demand" {
                        Self::VideoOnDemand
                    } else {
                        return None
                    }
                }
                _ => return None,
            },
        )
    }
}
crate::support::string_enum_traits!(SessionStartParamsType);
impl crate::direct::Direct for SessionStartParamsType {
    fn read_direct(
        cursor__: &mut crate::direct::Cursor<'_>,
    ) -> ::std::result::Result<Self, crate::direct::Declined> {
        let name__ = cursor__.name()?;
        Ok(
            match name__.len() {
                5usize => {
                    if *name__ == *b"audio" {
                        Self::Audio
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                15usize => {
                    if *name__ == *b"video-on-demand" {
                        Self::VideoOnDemand
                    } else {
                        return Err(crate::direct::Declined)
                    }
                }
                _ => return Err(crate::direct::Declined),
            },
        )
    }
}
/// A set of known integers; others are valid on the wire and kept as they are.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum AuthState {
    /// Nobody can tell.
    Unknown,
    Authenticated,
    /// A number that has no name here.
    Other(i64),
}
impl ::std::convert::From<i64> for AuthState {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::Unknown,
            1 => Self::Authenticated,
            other => Self::Other(other),
        }
    }
}
impl ::std::convert::From<AuthState> for i64 {
    fn from(value: AuthState) -> Self {
        match value {
            AuthState::Unknown => 0,
            AuthState::Authenticated => 1,
            AuthState::Other(other) => other,
        }
    }
}
crate::support::integer_enum_traits!(AuthState);
/// Known values of members that take any string, by wire key.
pub mod values {
    /// Known values of `media.showType`; any other string is valid too.
    pub mod show_type {
        /// All of it.
        pub const FULL_EPISODE: &str = "0";
        pub const PREVIEW: &str = "1";
    }
}
/// What the documents say of [`AdSkipParams`].
pub(crate) static AD_SKIP_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "AdSkipParams",
    members: &[
        crate::schema::Member {
            key: "media.ad.reason",
            field: "reason",
            required: false,
            shape: crate::schema::Shape::String,
            doc: "",
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
            doc: "",
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
            key: "authState",
            field: "auth_state",
            required: false,
            shape: crate::schema::Shape::Integer,
            doc: "",
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
/// What the documents say of [`DubbingChangeParams`].
pub(crate) static DUBBING_CHANGE_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "DubbingChangeParams",
    members: &[
        crate::schema::Member {
            key: "media.language",
            field: "language",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "",
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
            doc: "",
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
            key: "ts",
            field: "ts",
            required: true,
            shape: crate::schema::Shape::Integer,
            doc: "",
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
/// What the documents say of [`QoeData`].
pub(crate) static QOE_DATA: crate::schema::Object = crate::schema::Object {
    name: "QoeData",
    members: &[
        crate::schema::Member {
            key: "media.qoe.bitrate",
            field: "bitrate",
            required: false,
            shape: crate::schema::Shape::Integer,
            doc: "",
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
/// What the documents say of [`SessionStartParams`].
pub(crate) static SESSION_START_PARAMS: crate::schema::Object = crate::schema::Object {
    name: "SessionStartParams",
    members: &[
        crate::schema::Member {
            key: "media.length",
            field: "length",
            required: true,
            shape: crate::schema::Shape::Number,
            doc: "",
            unit: Some("seconds"),
            personal: false,
            limits: crate::schema::Limits {
                minimum: Some(0f64),
                maximum: Some(86400f64),
                min_length: None,
                is_name: false,
            },
        },
        crate::schema::Member {
            key: "media.id",
            field: "id",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "What is played.",
            unit: None,
            personal: false,
            limits: crate::schema::Limits {
                minimum: None,
                maximum: None,
                min_length: Some(1usize),
                is_name: true,
            },
        },
        crate::schema::Member {
            key: "media.type",
            field: "type_",
            required: true,
            shape: crate::schema::Shape::Choice(&["audio", "video-on-demand"]),
            doc: "",
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
            key: "media.player",
            field: "player",
            required: true,
            shape: crate::schema::Shape::Object(&SESSION_START_PARAMS_PLAYER),
            doc: "",
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
            key: "media.anyObject",
            field: "any_object",
            required: false,
            shape: crate::schema::Shape::Map(&crate::schema::Shape::Any),
            doc: "",
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
            key: "media.anything",
            field: "anything",
            required: false,
            shape: crate::schema::Shape::Any,
            doc: "",
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
            key: "media.limits",
            field: "limits",
            required: false,
            shape: crate::schema::Shape::Map(
                &crate::schema::Shape::Array(&crate::schema::Shape::Integer),
            ),
            doc: "",
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
            doc: "",
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
            doc: "",
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
            key: "media.tags",
            field: "tags",
            required: false,
            shape: crate::schema::Shape::Array(&crate::schema::Shape::String),
            doc: "",
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
            key: "media.tracks",
            field: "tracks",
            required: false,
            shape: crate::schema::Shape::Array(
                &crate::schema::Shape::Object(&SESSION_START_PARAMS_TRACKS_ITEM),
            ),
            doc: "",
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
            key: "visitor.customerIDs",
            field: "visitor_customer_ids",
            required: false,
            shape: crate::schema::Shape::Map(
                &crate::schema::Shape::Object(&CUSTOMER_ID),
            ),
            doc: "",
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
/// What the documents say of [`SessionStartParamsPlayer`].
pub(crate) static SESSION_START_PARAMS_PLAYER: crate::schema::Object = crate::schema::Object {
    name: "SessionStartParamsPlayer",
    members: &[
        crate::schema::Member {
            key: "name",
            field: "name",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "",
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
            key: "self",
            field: "self_",
            required: false,
            shape: crate::schema::Shape::Any,
            doc: "",
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
    open: true,
};
/// What the documents say of [`SessionStartParamsTracksItem`].
pub(crate) static SESSION_START_PARAMS_TRACKS_ITEM: crate::schema::Object = crate::schema::Object {
    name: "SessionStartParamsTracksItem",
    members: &[
        crate::schema::Member {
            key: "language",
            field: "language",
            required: true,
            shape: crate::schema::Shape::String,
            doc: "",
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
            key: "media.360video",
            field: "n360video",
            required: false,
            shape: crate::schema::Shape::Boolean,
            doc: "",
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
pub(crate) static EVENT_SHAPES: [crate::schema::EventShape; 5usize] = [
    crate::schema::EventShape {
        name: "sessionStart",
        doc: "",
        params: crate::schema::Params::Required(&SESSION_START_PARAMS),
        custom_metadata: crate::schema::Slot::Full,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/sessionStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"qoeData":{"type":"object","description":"How well playback went.","properties":{"media.qoe.bitrate":{"type":"integer"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"customerId":{"type":"object","properties":{"id":{"type":"string"},"authState":{"type":"integer"}},"required":["id"],"additionalProperties":false},"sessionStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["sessionStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","description":"What is played, and by whom.","properties":{"media.id":{"type":"string"},"media.type":{"type":"string","enum":["audio","video-on-demand"]},"media.length":{"type":"number","description":"How long it is."},"media.resume":{"type":"boolean"},"media.showType":{"type":"string"},"visitor.customerIDs":{"type":"object","additionalProperties":{"$ref":"#/definitions/customerId"}},"media.tags":{"type":"array","items":{"type":"string"}},"media.tracks":{"type":"array","items":{"type":"object","properties":{"language":{"type":"string"},"media.360video":{"type":"boolean"}},"required":["language"],"additionalProperties":false}},"media.player":{"type":"object","properties":{"name":{"type":"string"},"self":{}},"required":["name"]},"media.limits":{"type":"object","additionalProperties":{"type":"array","items":{"type":"integer"}}},"media.anything":{},"media.anyObject":{"type":"object"}},"required":["media.length","media.id","media.type","media.player"],"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/sessionStart"}"##,
    },
    crate::schema::EventShape {
        name: "play",
        doc: "",
        params: crate::schema::Params::Absent,
        custom_metadata: crate::schema::Slot::Absent,
        qoe_data: crate::schema::Slot::Full,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/play","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"qoeData":{"type":"object","description":"How well playback went.","properties":{"media.qoe.bitrate":{"type":"integer"}},"additionalProperties":false},"play":{"type":"object","properties":{"eventType":{"type":"string","enum":["play"]},"playerTime":{"$ref":"#/definitions/playerTime"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/play"}"##,
    },
    crate::schema::EventShape {
        name: "ping",
        doc: "Still there.",
        params: crate::schema::Params::Empty,
        custom_metadata: crate::schema::Slot::Full,
        qoe_data: crate::schema::Slot::Empty,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/ping","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"qoeData":{"type":"object","description":"How well playback went.","properties":{"media.qoe.bitrate":{"type":"integer"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"ping":{"type":"object","properties":{"eventType":{"type":"string","enum":["ping"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"type":"object","additionalProperties":false}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/ping"}"##,
    },
    crate::schema::EventShape {
        name: "adSkip",
        doc: "",
        params: crate::schema::Params::Optional(&AD_SKIP_PARAMS),
        custom_metadata: crate::schema::Slot::Full,
        qoe_data: crate::schema::Slot::Absent,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/adSkip","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adSkip":{"type":"object","properties":{"eventType":{"type":"string","enum":["adSkip"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.ad.reason":{"type":"string"}},"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adSkip"}"##,
    },
    crate::schema::EventShape {
        name: "dubbingChange",
        doc: "",
        params: crate::schema::Params::Required(&DUBBING_CHANGE_PARAMS),
        custom_metadata: crate::schema::Slot::Empty,
        qoe_data: crate::schema::Slot::Absent,
        document: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/dubbingChange","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"dubbingChange":{"type":"object","properties":{"eventType":{"type":"string","enum":["dubbingChange"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.language":{"type":"string"}},"required":["media.language"],"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/dubbingChange"}"##,
    },
];
