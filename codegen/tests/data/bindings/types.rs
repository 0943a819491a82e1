// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hasher;
use std::str::FromStr;
use serde_json::{Map, Value};
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
pub(crate) const ENVELOPE_RULES: bool = true;
/// The type of an event: a value of `eventType`.
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
    /// `unusual` on the wire.
    Unusual,
}

impl EventType {
    /// Every value, in the order of the schemas.
    pub const ALL: &'static [Self] = &[
        Self::SessionStart,
        Self::Play,
        Self::Ping,
        Self::AdSkip,
        Self::DubbingChange,
        Self::Unusual,
    ];
    /// The value on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SessionStart => "sessionStart",
            Self::Play => "play",
            Self::Ping => "ping",
            Self::AdSkip => "adSkip",
            Self::DubbingChange => "dubbingChange",
            Self::Unusual => "unusual",
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
                6 if *text == *b"adSkip" => Self::AdSkip,
                7 if *text == *b"unusual" => Self::Unusual,
                12 if *text == *b"sessionStart" => Self::SessionStart,
                13 if *text == *b"dubbingChange" => Self::DubbingChange,
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
    /// `sessionStart` on the wire.
    #[doc(alias = "sessionStart")]
    SessionStart(Box<WithMetadata<SessionStartParams>>),
    /// `play` on the wire.
    #[doc(alias = "play")]
    Play,
    /// Still there.
    ///
    /// Source: <https://example.com/ping>.
    #[doc(alias = "ping")]
    Ping(Box<WithMetadata<()>>),
    /// `adSkip` on the wire.
    #[doc(alias = "adSkip")]
    AdSkip(Box<WithMetadata<Option<AdSkipParams>>>),
    /// `dubbingChange` on the wire.
    #[doc(alias = "dubbingChange")]
    DubbingChange(Box<DubbingChangeParams>),
    /// `unusual` on the wire.
    #[doc(alias = "unusual")]
    Unusual(Option<Box<UnusualParams>>),
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
            Self::AdSkip { .. } => Some(EventType::AdSkip),
            Self::DubbingChange { .. } => Some(EventType::DubbingChange),
            Self::Unusual { .. } => Some(EventType::Unusual),
            Self::Other(_) => None,
        }
    }

    /// The custom metadata, if the event type has any and it is set.
    #[must_use]
    pub fn custom_metadata(&self) -> Option<&CustomMetadata> {
        match self {
            Self::SessionStart(payload) => payload.custom_metadata.as_ref(),
            Self::Ping(payload) => payload.custom_metadata.as_ref(),
            Self::AdSkip(payload) => payload.custom_metadata.as_ref(),
            _ => None,
        }
    }

    /// Mutable access to the custom metadata; `None` on event types that have none.
    #[must_use]
    pub fn custom_metadata_mut(&mut self) -> Option<&mut Option<CustomMetadata>> {
        match self {
            Self::SessionStart(payload) => Some(&mut payload.custom_metadata),
            Self::Ping(payload) => Some(&mut payload.custom_metadata),
            Self::AdSkip(payload) => Some(&mut payload.custom_metadata),
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
            Self::Ping(payload) => {
                checker.custom_metadata(payload.custom_metadata.as_ref());
            }
            Self::AdSkip(payload) => {
                if let Some(params) = &payload.params {
                    checker.params(params);
                }
                checker.custom_metadata(payload.custom_metadata.as_ref());
            }
            Self::DubbingChange(params) => checker.params(&**params),
            Self::Unusual(Some(params)) => checker.params(&**params),
            Self::Other(other) => other.check_into(checker),
            _ => {}
        }
    }

    /// The body without `params`; `None` if the event type requires them.
    pub(crate) fn without_params(event_type: EventType) -> Option<Self> {
        Some(
            match event_type {
                EventType::Play => EventBody::Play,
                EventType::Ping => EventBody::Ping(Box::default()),
                EventType::AdSkip => EventBody::AdSkip(Box::default()),
                EventType::Unusual => EventBody::Unusual(None),
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
            Self::AdSkip(payload) => {
                payload.params.as_ref().map(|params| params as &dyn Look)
            }
            Self::DubbingChange(params) => Some(&**params),
            Self::Unusual(params) => params.as_deref().map(|params| params as &dyn Look),
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
                Self::Ping(payload) => {
                    payload
                        .custom_metadata
                        .as_ref()
                        .map_or(Some(0), |value| value.texts())?
                }
                Self::AdSkip(payload) => {
                    payload.params.as_ref().map_or(Some(0), |value| value.texts())?
                        + payload
                            .custom_metadata
                            .as_ref()
                            .map_or(Some(0), |value| value.texts())?
                }
                Self::DubbingChange(payload) => payload.texts()?,
                Self::Unusual(payload) => {
                    payload.as_ref().map_or(Some(0), |value| value.texts())?
                }
                Self::Other(_) => return None,
                _ => 0,
            },
        )
    }

    /// The start of a state with this name; `None` if the schemas have no such event, or it needs
    /// more.
    #[allow(unused_variables, reason = "the schemas may have no such event")]
    pub(crate) fn state_start(name: &str) -> Option<Self> {
        None
    }

    /// The end of a state with this name, in the same way.
    #[allow(unused_variables, reason = "the schemas may have no such event")]
    pub(crate) fn state_end(name: &str) -> Option<Self> {
        None
    }

    /// The start of the ad break with this number, at this second of the content, in the same way.
    #[allow(unused_variables, reason = "the schemas may have no such event")]
    pub(crate) fn ad_break(number: i64, second: f64) -> Option<Self> {
        None
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
            EventType::Ping => {
                Self::Ping(
                    Box::new(
                        WithMetadata::new((), quickcheck::Arbitrary::arbitrary(source)),
                    ),
                )
            }
            EventType::AdSkip => {
                Self::AdSkip(
                    Box::new(
                        WithMetadata::new(
                            quickcheck::Arbitrary::arbitrary(source),
                            quickcheck::Arbitrary::arbitrary(source),
                        ),
                    ),
                )
            }
            EventType::DubbingChange => {
                Self::DubbingChange(quickcheck::Arbitrary::arbitrary(source))
            }
            EventType::Unusual => Self::Unusual(quickcheck::Arbitrary::arbitrary(source)),
        }
    }
}

/// One constructor for each event type.
impl Event {
    /// A `sessionStart` event.
    #[must_use]
    pub fn session_start(
        at: impl Into<At>,
        params: impl Into<WithMetadata<SessionStartParams>>,
    ) -> Self {
        Self::new(at, EventBody::SessionStart(Box::new(params.into())))
    }

    /// A `play` event.
    #[must_use]
    pub fn play(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::Play)
    }

    /// A `ping` event.
    ///
    /// Still there.
    #[must_use]
    pub fn ping(player_time: PlayerTime) -> Self {
        Self::new(player_time, EventBody::Ping(Box::default()))
    }

    /// A `ping` event with metadata.
    ///
    /// Still there.
    #[must_use]
    pub fn ping_with_metadata(
        player_time: PlayerTime,
        metadata: CustomMetadata,
    ) -> Self {
        Self::new(
            player_time,
            EventBody::Ping(Box::new(WithMetadata::new((), Some(metadata)))),
        )
    }

    /// An `adSkip` event.
    #[must_use]
    pub fn ad_skip(player_time: PlayerTime) -> Self {
        Self::new(player_time, EventBody::AdSkip(Box::default()))
    }

    /// An `adSkip` event with `params` and metadata.
    #[must_use]
    pub fn ad_skip_with_params(
        player_time: PlayerTime,
        params: impl Into<WithMetadata<Option<AdSkipParams>>>,
    ) -> Self {
        Self::new(player_time, EventBody::AdSkip(Box::new(params.into())))
    }

    /// A `dubbingChange` event.
    #[must_use]
    pub fn dubbing_change(player_time: PlayerTime, params: DubbingChangeParams) -> Self {
        Self::new(player_time, EventBody::DubbingChange(Box::new(params)))
    }

    /// An `unusual` event.
    #[must_use]
    pub fn unusual(at: impl Into<At>) -> Self {
        Self::new(at, EventBody::Unusual(None))
    }

    /// An `unusual` event with `params`.
    #[must_use]
    pub fn unusual_with_params(at: impl Into<At>, params: UnusualParams) -> Self {
        Self::new(at, EventBody::Unusual(Some(Box::new(params))))
    }
}

/// A group of members of an event.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct AdSkipParams {
    /// Wire key `media.ad.reason`: string, optional.
    #[doc(alias = "media.ad.reason")]
    pub reason: Option<String>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl AdSkipParams {
    /// Starts a builder.
    pub fn builder() -> builder::AdSkipParamsBuilder {
        builder::AdSkipParamsBuilder::start()
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

impl Described for AdSkipParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "AdSkipParams",
        members: &[
            schema::Member {
                key: "media.ad.reason",
                field: "reason",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for AdSkipParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        if let Some(value) = &self.reason {
            checker.member(&Self::SHAPE.members[0], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for AdSkipParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                15 if *key == *b"media.ad.reason" => self.reason.as_ref()?,
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
            match &self.reason {
                Some(value) => value.texts()?,
                None => 0,
            },
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for AdSkipParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
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

#[cfg(feature = "validator")]
impl validator::Validate for AdSkipParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for AdSkipParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AdSkipParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for AdSkipParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            reason: sometimes(source, &Self::SHAPE.members[0]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.reason.is_some() {
            smaller
                .push(Self {
                    reason: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for AdSkipParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// One identity of the viewer.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomerId {
    /// Wire key `id`: string, required. Personal data: hidden by `Debug`.
    pub id: String,
    /// Wire key `authState`: integer, optional.
    #[doc(alias = "authState")]
    pub auth_state: Option<AuthState>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl CustomerId {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            auth_state: None,
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
                doc: "",
                unit: None,
                personal: true,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "authState",
                field: "auth_state",
                required: false,
                shape: schema::Shape::Integer,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for CustomerId {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.id);
        if let Some(value) = &self.auth_state {
            checker.member(&Self::SHAPE.members[1], value);
        }
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
                9 if *key == *b"authState" => self.auth_state.as_ref()?,
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
        if let Some(value) = &self.auth_state {
            shown.field("auth_state", value);
        }
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
            auth_state: sometimes(source, &Self::SHAPE.members[1]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.auth_state.is_some() {
            smaller
                .push(Self {
                    auth_state: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
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

/// A group of members of an event.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct DubbingChangeParams {
    /// Wire key `media.language`: string, required.
    #[doc(alias = "media.language")]
    pub language: String,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl DubbingChangeParams {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub fn new(language: impl Into<String>) -> Self {
        Self {
            language: language.into(),
            extra: Extra::new(),
        }
    }

    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::DubbingChangeParamsBuilder {
        builder::DubbingChangeParamsBuilder::start()
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

impl Described for DubbingChangeParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "DubbingChangeParams",
        members: &[
            schema::Member {
                key: "media.language",
                field: "language",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for DubbingChangeParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.language);
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for DubbingChangeParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                14 if *key == *b"media.language" => &self.language,
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
        Some(self.language.texts()?)
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for DubbingChangeParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("DubbingChangeParams");
        shown.field("language", &self.language);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for DubbingChangeParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for DubbingChangeParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DubbingChangeParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for DubbingChangeParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            language: always(source, &Self::SHAPE.members[0]),
            extra: Extra::new(),
        }
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for DubbingChangeParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// A group of members of an event.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct NoMembers {
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl NoMembers {
    /// Starts a builder.
    pub fn builder() -> builder::NoMembersBuilder {
        builder::NoMembersBuilder::start()
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

impl Described for NoMembers {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "NoMembers",
        members: &[],
        open: false,
    };
}

impl Check for NoMembers {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for NoMembers {
    #[inline]
    fn member(&self, _: &str) -> Option<&dyn Look> {
        None
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.extra.is_empty()
    }

    fn texts(&self) -> Option<usize> {
        if !self.extra.is_empty() {
            return None;
        }
        Some(0)
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for NoMembers {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("NoMembers");
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for NoMembers {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for NoMembers {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NoMembers".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for NoMembers {
    fn arbitrary(_: &mut quickcheck::Gen) -> Self {
        Self { extra: Extra::new() }
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for NoMembers {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

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
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "ts",
                field: "ts",
                required: true,
                shape: schema::Shape::Integer,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
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

/// How well playback went.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct QoeData {
    /// Wire key `media.qoe.bitrate`: integer, optional.
    #[doc(alias = "media.qoe.bitrate")]
    pub bitrate: Option<i64>,
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
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
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
        Some(0)
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for QoeData {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
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

/// What is played, and by whom.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartParams {
    /// How long it is.
    ///
    /// Wire key `media.length`: number, required, in seconds. Sender constraint: from 0 to 86400.
    #[doc(alias = "media.length")]
    pub length: f64,
    /// What is played.
    ///
    /// Wire key `media.id`: string, required. Sender constraint: non-empty, 1 to 64 letters,
    /// digits, `_` or `.`.
    #[doc(alias = "media.id")]
    pub id: String,
    /// Wire key `media.type`: [`SessionStartParamsType`], required.
    #[doc(alias = "media.type")]
    pub type_: SessionStartParamsType,
    /// Wire key `media.player`: [`SessionStartParamsPlayer`], required.
    #[doc(alias = "media.player")]
    pub player: SessionStartParamsPlayer,
    /// Wire key `media.anyObject`: map from name to any JSON value, optional.
    #[doc(alias = "media.anyObject")]
    pub any_object: Option<Map<String, Value>>,
    /// Wire key `media.anything`: any JSON value, optional.
    #[doc(alias = "media.anything")]
    pub anything: Option<Value>,
    /// Wire key `media.limits`: map from name to array of integer, optional.
    #[doc(alias = "media.limits")]
    pub limits: Option<BTreeMap<String, Vec<i64>>>,
    /// Wire key `media.resume`: boolean, optional.
    #[doc(alias = "media.resume")]
    pub(crate) resume: Option<bool>,
    /// Wire key `media.showType`: string, optional.
    #[doc(alias = "media.showType")]
    pub show_type: Option<String>,
    /// Wire key `media.tags`: array of string, optional.
    #[doc(alias = "media.tags")]
    pub tags: Option<Vec<String>>,
    /// Wire key `media.tracks`: array of [`SessionStartParamsTracksItem`], optional.
    #[doc(alias = "media.tracks")]
    pub tracks: Option<Vec<SessionStartParamsTracksItem>>,
    /// Wire key `visitor.customerIDs`: map from name to [`CustomerId`], optional.
    #[doc(alias = "visitor.customerIDs")]
    pub visitor_customer_ids: Option<BTreeMap<String, CustomerId>>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl SessionStartParams {
    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::SessionStartParamsBuilder {
        builder::SessionStartParamsBuilder::start()
    }

    /// Wire key `media.resume`: boolean, optional.
    #[must_use]
    pub fn resume(&self) -> Option<bool> {
        self.resume
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
                key: "media.length",
                field: "length",
                required: true,
                shape: schema::Shape::Number,
                doc: "",
                unit: Some("seconds"),
                personal: false,
                limits: schema::Limits {
                    minimum: Some(0f64),
                    maximum: Some(86400f64),
                    min_length: None,
                    pattern: None,
                },
            },
            schema::Member {
                key: "media.id",
                field: "id",
                required: true,
                shape: schema::Shape::String,
                doc: "What is played.",
                unit: None,
                personal: false,
                limits: schema::Limits {
                    minimum: None,
                    maximum: None,
                    min_length: Some(1),
                    pattern: Some("^[a-zA-Z0-9_\\.]{1,64}$"),
                },
            },
            schema::Member {
                key: "media.type",
                field: "type_",
                required: true,
                shape: schema::Shape::Choice(&["audio", "video-on-demand"]),
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.player",
                field: "player",
                required: true,
                shape: schema::Shape::Object(SessionStartParamsPlayer::SHAPE),
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.anyObject",
                field: "any_object",
                required: false,
                shape: schema::Shape::Map(&schema::Shape::Any),
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.anything",
                field: "anything",
                required: false,
                shape: schema::Shape::Any,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.limits",
                field: "limits",
                required: false,
                shape: schema::Shape::Map(
                    &schema::Shape::Array(&schema::Shape::Integer),
                ),
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.resume",
                field: "resume",
                required: false,
                shape: schema::Shape::Boolean,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.showType",
                field: "show_type",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.tags",
                field: "tags",
                required: false,
                shape: schema::Shape::Array(&schema::Shape::String),
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.tracks",
                field: "tracks",
                required: false,
                shape: schema::Shape::Array(
                    &schema::Shape::Object(SessionStartParamsTracksItem::SHAPE),
                ),
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "visitor.customerIDs",
                field: "visitor_customer_ids",
                required: false,
                shape: schema::Shape::Map(&schema::Shape::Object(CustomerId::SHAPE)),
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for SessionStartParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.length);
        checker.member(&Self::SHAPE.members[1], &self.id);
        checker.member(&Self::SHAPE.members[2], &self.type_);
        checker.member(&Self::SHAPE.members[3], &self.player);
        if let Some(value) = &self.any_object {
            checker.member(&Self::SHAPE.members[4], value);
        }
        if let Some(value) = &self.anything {
            checker.member(&Self::SHAPE.members[5], value);
        }
        if let Some(value) = &self.limits {
            checker.member(&Self::SHAPE.members[6], value);
        }
        if let Some(value) = &self.resume {
            checker.member(&Self::SHAPE.members[7], value);
        }
        if let Some(value) = &self.show_type {
            checker.member(&Self::SHAPE.members[8], value);
        }
        if let Some(value) = &self.tags {
            checker.member(&Self::SHAPE.members[9], value);
        }
        if let Some(value) = &self.tracks {
            checker.member(&Self::SHAPE.members[10], value);
        }
        if let Some(value) = &self.visitor_customer_ids {
            checker.member(&Self::SHAPE.members[11], value);
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
                10 if *key == *b"media.type" => &self.type_,
                10 if *key == *b"media.tags" => self.tags.as_ref()?,
                12 if *key == *b"media.length" => &self.length,
                12 if *key == *b"media.player" => &self.player,
                12 if *key == *b"media.limits" => self.limits.as_ref()?,
                12 if *key == *b"media.resume" => self.resume.as_ref()?,
                12 if *key == *b"media.tracks" => self.tracks.as_ref()?,
                14 if *key == *b"media.anything" => self.anything.as_ref()?,
                14 if *key == *b"media.showType" => self.show_type.as_ref()?,
                15 if *key == *b"media.anyObject" => self.any_object.as_ref()?,
                19 if *key == *b"visitor.customerIDs" => {
                    self.visitor_customer_ids.as_ref()?
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
            self.id.texts()? + self.type_.texts()? + self.player.texts()?
                + match &self.any_object {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.anything {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.limits {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.show_type {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.tags {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.tracks {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.visitor_customer_ids {
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
        let _ = flag;
    }

    /// Sets `media.resume`, as far as the schema has it and allows the value.
    pub(crate) fn say_resume(&mut self, flag: Option<bool>) {
        match flag {
            None => self.resume = None,
            Some(flag) => {
                let value = <bool as Accept>::accept(schema::Scalar::Boolean(flag));
                let shape = &Self::SHAPE.members[7].shape;
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
            length: always(source, &Self::SHAPE.members[0]),
            id: always(source, &Self::SHAPE.members[1]),
            type_: always(source, &Self::SHAPE.members[2]),
            player: always(source, &Self::SHAPE.members[3]),
            any_object: sometimes(source, &Self::SHAPE.members[4]),
            anything: sometimes(source, &Self::SHAPE.members[5]),
            limits: sometimes(source, &Self::SHAPE.members[6]),
            resume: sometimes(source, &Self::SHAPE.members[7]),
            show_type: sometimes(source, &Self::SHAPE.members[8]),
            tags: sometimes(source, &Self::SHAPE.members[9]),
            tracks: sometimes(source, &Self::SHAPE.members[10]),
            visitor_customer_ids: sometimes(source, &Self::SHAPE.members[11]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
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

/// A group of members of an event.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartParamsPlayer {
    /// Wire key `name`: string, required.
    pub name: String,
    /// Wire key `self`: any JSON value, optional.
    #[doc(alias = "self")]
    pub self_: Option<Value>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl SessionStartParamsPlayer {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            self_: None,
            extra: Extra::new(),
        }
    }

    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::SessionStartParamsPlayerBuilder {
        builder::SessionStartParamsPlayerBuilder::start()
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

impl Described for SessionStartParamsPlayer {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "SessionStartParamsPlayer",
        members: &[
            schema::Member {
                key: "name",
                field: "name",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "self",
                field: "self_",
                required: false,
                shape: schema::Shape::Any,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: true,
    };
}

impl Check for SessionStartParamsPlayer {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.name);
        if let Some(value) = &self.self_ {
            checker.member(&Self::SHAPE.members[1], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for SessionStartParamsPlayer {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                4 if *key == *b"name" => &self.name,
                4 if *key == *b"self" => self.self_.as_ref()?,
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
            self.name.texts()?
                + match &self.self_ {
                    Some(value) => value.texts()?,
                    None => 0,
                },
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for SessionStartParamsPlayer {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
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

#[cfg(feature = "validator")]
impl validator::Validate for SessionStartParamsPlayer {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for SessionStartParamsPlayer {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SessionStartParamsPlayer".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for SessionStartParamsPlayer {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            name: always(source, &Self::SHAPE.members[0]),
            self_: sometimes(source, &Self::SHAPE.members[1]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.self_.is_some() {
            smaller
                .push(Self {
                    self_: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for SessionStartParamsPlayer {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// A group of members of an event.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SessionStartParamsTracksItem {
    /// Wire key `language`: string, required.
    pub language: String,
    /// Wire key `media.360video`: boolean, optional.
    #[doc(alias = "media.360video")]
    pub n360video: Option<bool>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl SessionStartParamsTracksItem {
    /// Makes a value with the required members. Set optional ones afterwards, or use
    /// [`builder`](Self::builder).
    #[must_use]
    pub fn new(language: impl Into<String>) -> Self {
        Self {
            language: language.into(),
            n360video: None,
            extra: Extra::new(),
        }
    }

    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::SessionStartParamsTracksItemBuilder {
        builder::SessionStartParamsTracksItemBuilder::start()
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

impl Described for SessionStartParamsTracksItem {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "SessionStartParamsTracksItem",
        members: &[
            schema::Member {
                key: "language",
                field: "language",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "media.360video",
                field: "n360video",
                required: false,
                shape: schema::Shape::Boolean,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for SessionStartParamsTracksItem {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.language);
        if let Some(value) = &self.n360video {
            checker.member(&Self::SHAPE.members[1], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for SessionStartParamsTracksItem {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                8 if *key == *b"language" => &self.language,
                14 if *key == *b"media.360video" => self.n360video.as_ref()?,
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
        Some(self.language.texts()?)
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for SessionStartParamsTracksItem {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
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

#[cfg(feature = "validator")]
impl validator::Validate for SessionStartParamsTracksItem {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for SessionStartParamsTracksItem {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SessionStartParamsTracksItem".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for SessionStartParamsTracksItem {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            language: always(source, &Self::SHAPE.members[0]),
            n360video: sometimes(source, &Self::SHAPE.members[1]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.n360video.is_some() {
            smaller
                .push(Self {
                    n360video: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for SessionStartParamsTracksItem {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// A group of members of an event.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct UnusualParams {
    /// Wire key `at`: string, optional.
    pub at: Option<String>,
    /// Wire key `back\slash`: integer, optional.
    #[doc(alias = "back\\slash")]
    pub back_slash: Option<i64>,
    /// Wire key `builder`: string, optional.
    pub builder: Option<String>,
    /// Wire key `clash`: [`UnusualParamsClash`], optional.
    pub clash: Option<UnusualParamsClash>,
    /// Wire key `cursor`: string, optional.
    pub cursor: Option<String>,
    /// Wire key `default`: string, optional.
    pub default: Option<String>,
    /// Wire key `deserializer`: string, optional.
    pub deserializer: Option<String>,
    /// Wire key `index`: string, optional.
    pub index: Option<String>,
    /// Wire key `key`: string, optional.
    pub key: Option<String>,
    /// Wire key `mode`: string, optional.
    pub mode: Option<String>,
    /// Wire key `next`: string, optional.
    pub next: Option<String>,
    /// Wire key `none`: [`NoMembers`], optional.
    pub none: Option<NoMembers>,
    /// Wire key `optional`: string, optional.
    pub optional: Option<String>,
    /// Wire key `params`: string, optional.
    pub params: Option<String>,
    /// Wire key `player_time`: string, optional.
    pub player_time: Option<String>,
    /// Wire key `quo"te`: integer, optional.
    pub quo_te: Option<i64>,
    /// Wire key `read`: string, optional.
    pub read: Option<String>,
    /// Wire key `required`: string, optional.
    pub required: Option<String>,
    /// Wire key `self`: string, optional.
    #[doc(alias = "self")]
    pub self_: Option<String>,
    /// Wire key `slots`: string, optional.
    pub slots: Option<String>,
    /// Wire key `source`: string, optional.
    pub source: Option<String>,
    /// Wire key `text`: string, optional.
    pub text: Option<String>,
    /// Wire key `to`: string, optional.
    pub to: Option<String>,
    /// Wire key `value`: string, optional.
    pub value: Option<String>,
    /// Wire key `writer`: string, optional.
    pub writer: Option<String>,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl UnusualParams {
    /// Starts a builder.
    pub fn builder() -> builder::UnusualParamsBuilder {
        builder::UnusualParamsBuilder::start()
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

impl Described for UnusualParams {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "UnusualParams",
        members: &[
            schema::Member {
                key: "at",
                field: "at",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "back\\slash",
                field: "back_slash",
                required: false,
                shape: schema::Shape::Integer,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "builder",
                field: "builder",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "clash",
                field: "clash",
                required: false,
                shape: schema::Shape::Object(UnusualParamsClash::SHAPE),
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "cursor",
                field: "cursor",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "default",
                field: "default",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "deserializer",
                field: "deserializer",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "index",
                field: "index",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "key",
                field: "key",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "mode",
                field: "mode",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "next",
                field: "next",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "none",
                field: "none",
                required: false,
                shape: schema::Shape::Object(NoMembers::SHAPE),
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "optional",
                field: "optional",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "params",
                field: "params",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "player_time",
                field: "player_time",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "quo\"te",
                field: "quo_te",
                required: false,
                shape: schema::Shape::Integer,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "read",
                field: "read",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "required",
                field: "required",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "self",
                field: "self_",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "slots",
                field: "slots",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "source",
                field: "source",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "text",
                field: "text",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "to",
                field: "to",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "value",
                field: "value",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "writer",
                field: "writer",
                required: false,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for UnusualParams {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        if let Some(value) = &self.at {
            checker.member(&Self::SHAPE.members[0], value);
        }
        if let Some(value) = &self.back_slash {
            checker.member(&Self::SHAPE.members[1], value);
        }
        if let Some(value) = &self.builder {
            checker.member(&Self::SHAPE.members[2], value);
        }
        if let Some(value) = &self.clash {
            checker.member(&Self::SHAPE.members[3], value);
        }
        if let Some(value) = &self.cursor {
            checker.member(&Self::SHAPE.members[4], value);
        }
        if let Some(value) = &self.default {
            checker.member(&Self::SHAPE.members[5], value);
        }
        if let Some(value) = &self.deserializer {
            checker.member(&Self::SHAPE.members[6], value);
        }
        if let Some(value) = &self.index {
            checker.member(&Self::SHAPE.members[7], value);
        }
        if let Some(value) = &self.key {
            checker.member(&Self::SHAPE.members[8], value);
        }
        if let Some(value) = &self.mode {
            checker.member(&Self::SHAPE.members[9], value);
        }
        if let Some(value) = &self.next {
            checker.member(&Self::SHAPE.members[10], value);
        }
        if let Some(value) = &self.none {
            checker.member(&Self::SHAPE.members[11], value);
        }
        if let Some(value) = &self.optional {
            checker.member(&Self::SHAPE.members[12], value);
        }
        if let Some(value) = &self.params {
            checker.member(&Self::SHAPE.members[13], value);
        }
        if let Some(value) = &self.player_time {
            checker.member(&Self::SHAPE.members[14], value);
        }
        if let Some(value) = &self.quo_te {
            checker.member(&Self::SHAPE.members[15], value);
        }
        if let Some(value) = &self.read {
            checker.member(&Self::SHAPE.members[16], value);
        }
        if let Some(value) = &self.required {
            checker.member(&Self::SHAPE.members[17], value);
        }
        if let Some(value) = &self.self_ {
            checker.member(&Self::SHAPE.members[18], value);
        }
        if let Some(value) = &self.slots {
            checker.member(&Self::SHAPE.members[19], value);
        }
        if let Some(value) = &self.source {
            checker.member(&Self::SHAPE.members[20], value);
        }
        if let Some(value) = &self.text {
            checker.member(&Self::SHAPE.members[21], value);
        }
        if let Some(value) = &self.to {
            checker.member(&Self::SHAPE.members[22], value);
        }
        if let Some(value) = &self.value {
            checker.member(&Self::SHAPE.members[23], value);
        }
        if let Some(value) = &self.writer {
            checker.member(&Self::SHAPE.members[24], value);
        }
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for UnusualParams {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                2 if *key == *b"at" => self.at.as_ref()?,
                2 if *key == *b"to" => self.to.as_ref()?,
                3 if *key == *b"key" => self.key.as_ref()?,
                4 if *key == *b"mode" => self.mode.as_ref()?,
                4 if *key == *b"next" => self.next.as_ref()?,
                4 if *key == *b"none" => self.none.as_ref()?,
                4 if *key == *b"read" => self.read.as_ref()?,
                4 if *key == *b"self" => self.self_.as_ref()?,
                4 if *key == *b"text" => self.text.as_ref()?,
                5 if *key == *b"clash" => self.clash.as_ref()?,
                5 if *key == *b"index" => self.index.as_ref()?,
                5 if *key == *b"slots" => self.slots.as_ref()?,
                5 if *key == *b"value" => self.value.as_ref()?,
                6 if *key == *b"cursor" => self.cursor.as_ref()?,
                6 if *key == *b"params" => self.params.as_ref()?,
                6 if *key == *b"quo\"te" => self.quo_te.as_ref()?,
                6 if *key == *b"source" => self.source.as_ref()?,
                6 if *key == *b"writer" => self.writer.as_ref()?,
                7 if *key == *b"builder" => self.builder.as_ref()?,
                7 if *key == *b"default" => self.default.as_ref()?,
                8 if *key == *b"optional" => self.optional.as_ref()?,
                8 if *key == *b"required" => self.required.as_ref()?,
                10 if *key == *b"back\\slash" => self.back_slash.as_ref()?,
                11 if *key == *b"player_time" => self.player_time.as_ref()?,
                12 if *key == *b"deserializer" => self.deserializer.as_ref()?,
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
            match &self.at {
                Some(value) => value.texts()?,
                None => 0,
            }
                + match &self.builder {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.clash {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.cursor {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.default {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.deserializer {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.index {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.key {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.mode {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.next {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.none {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.optional {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.params {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.player_time {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.read {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.required {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.self_ {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.slots {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.source {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.text {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.to {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.value {
                    Some(value) => value.texts()?,
                    None => 0,
                }
                + match &self.writer {
                    Some(value) => value.texts()?,
                    None => 0,
                },
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for UnusualParams {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("UnusualParams");
        if let Some(value) = &self.at {
            shown.field("at", value);
        }
        if let Some(value) = &self.back_slash {
            shown.field("back_slash", value);
        }
        if let Some(value) = &self.builder {
            shown.field("builder", value);
        }
        if let Some(value) = &self.clash {
            shown.field("clash", value);
        }
        if let Some(value) = &self.cursor {
            shown.field("cursor", value);
        }
        if let Some(value) = &self.default {
            shown.field("default", value);
        }
        if let Some(value) = &self.deserializer {
            shown.field("deserializer", value);
        }
        if let Some(value) = &self.index {
            shown.field("index", value);
        }
        if let Some(value) = &self.key {
            shown.field("key", value);
        }
        if let Some(value) = &self.mode {
            shown.field("mode", value);
        }
        if let Some(value) = &self.next {
            shown.field("next", value);
        }
        if let Some(value) = &self.none {
            shown.field("none", value);
        }
        if let Some(value) = &self.optional {
            shown.field("optional", value);
        }
        if let Some(value) = &self.params {
            shown.field("params", value);
        }
        if let Some(value) = &self.player_time {
            shown.field("player_time", value);
        }
        if let Some(value) = &self.quo_te {
            shown.field("quo_te", value);
        }
        if let Some(value) = &self.read {
            shown.field("read", value);
        }
        if let Some(value) = &self.required {
            shown.field("required", value);
        }
        if let Some(value) = &self.self_ {
            shown.field("self_", value);
        }
        if let Some(value) = &self.slots {
            shown.field("slots", value);
        }
        if let Some(value) = &self.source {
            shown.field("source", value);
        }
        if let Some(value) = &self.text {
            shown.field("text", value);
        }
        if let Some(value) = &self.to {
            shown.field("to", value);
        }
        if let Some(value) = &self.value {
            shown.field("value", value);
        }
        if let Some(value) = &self.writer {
            shown.field("writer", value);
        }
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for UnusualParams {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for UnusualParams {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "UnusualParams".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for UnusualParams {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            at: sometimes(source, &Self::SHAPE.members[0]),
            back_slash: sometimes(source, &Self::SHAPE.members[1]),
            builder: sometimes(source, &Self::SHAPE.members[2]),
            clash: sometimes(source, &Self::SHAPE.members[3]),
            cursor: sometimes(source, &Self::SHAPE.members[4]),
            default: sometimes(source, &Self::SHAPE.members[5]),
            deserializer: sometimes(source, &Self::SHAPE.members[6]),
            index: sometimes(source, &Self::SHAPE.members[7]),
            key: sometimes(source, &Self::SHAPE.members[8]),
            mode: sometimes(source, &Self::SHAPE.members[9]),
            next: sometimes(source, &Self::SHAPE.members[10]),
            none: sometimes(source, &Self::SHAPE.members[11]),
            optional: sometimes(source, &Self::SHAPE.members[12]),
            params: sometimes(source, &Self::SHAPE.members[13]),
            player_time: sometimes(source, &Self::SHAPE.members[14]),
            quo_te: sometimes(source, &Self::SHAPE.members[15]),
            read: sometimes(source, &Self::SHAPE.members[16]),
            required: sometimes(source, &Self::SHAPE.members[17]),
            self_: sometimes(source, &Self::SHAPE.members[18]),
            slots: sometimes(source, &Self::SHAPE.members[19]),
            source: sometimes(source, &Self::SHAPE.members[20]),
            text: sometimes(source, &Self::SHAPE.members[21]),
            to: sometimes(source, &Self::SHAPE.members[22]),
            value: sometimes(source, &Self::SHAPE.members[23]),
            writer: sometimes(source, &Self::SHAPE.members[24]),
            extra: Extra::new(),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.at.is_some() {
            smaller.push(Self { at: None, ..self.clone() });
        }
        if self.back_slash.is_some() {
            smaller
                .push(Self {
                    back_slash: None,
                    ..self.clone()
                });
        }
        if self.builder.is_some() {
            smaller
                .push(Self {
                    builder: None,
                    ..self.clone()
                });
        }
        if self.clash.is_some() {
            smaller
                .push(Self {
                    clash: None,
                    ..self.clone()
                });
        }
        if self.cursor.is_some() {
            smaller
                .push(Self {
                    cursor: None,
                    ..self.clone()
                });
        }
        if self.default.is_some() {
            smaller
                .push(Self {
                    default: None,
                    ..self.clone()
                });
        }
        if self.deserializer.is_some() {
            smaller
                .push(Self {
                    deserializer: None,
                    ..self.clone()
                });
        }
        if self.index.is_some() {
            smaller
                .push(Self {
                    index: None,
                    ..self.clone()
                });
        }
        if self.key.is_some() {
            smaller.push(Self { key: None, ..self.clone() });
        }
        if self.mode.is_some() {
            smaller.push(Self { mode: None, ..self.clone() });
        }
        if self.next.is_some() {
            smaller.push(Self { next: None, ..self.clone() });
        }
        if self.none.is_some() {
            smaller.push(Self { none: None, ..self.clone() });
        }
        if self.optional.is_some() {
            smaller
                .push(Self {
                    optional: None,
                    ..self.clone()
                });
        }
        if self.params.is_some() {
            smaller
                .push(Self {
                    params: None,
                    ..self.clone()
                });
        }
        if self.player_time.is_some() {
            smaller
                .push(Self {
                    player_time: None,
                    ..self.clone()
                });
        }
        if self.quo_te.is_some() {
            smaller
                .push(Self {
                    quo_te: None,
                    ..self.clone()
                });
        }
        if self.read.is_some() {
            smaller.push(Self { read: None, ..self.clone() });
        }
        if self.required.is_some() {
            smaller
                .push(Self {
                    required: None,
                    ..self.clone()
                });
        }
        if self.self_.is_some() {
            smaller
                .push(Self {
                    self_: None,
                    ..self.clone()
                });
        }
        if self.slots.is_some() {
            smaller
                .push(Self {
                    slots: None,
                    ..self.clone()
                });
        }
        if self.source.is_some() {
            smaller
                .push(Self {
                    source: None,
                    ..self.clone()
                });
        }
        if self.text.is_some() {
            smaller.push(Self { text: None, ..self.clone() });
        }
        if self.to.is_some() {
            smaller.push(Self { to: None, ..self.clone() });
        }
        if self.value.is_some() {
            smaller
                .push(Self {
                    value: None,
                    ..self.clone()
                });
        }
        if self.writer.is_some() {
            smaller
                .push(Self {
                    writer: None,
                    ..self.clone()
                });
        }
        Box::new(smaller.into_iter())
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for UnusualParams {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

/// A group of members of an event.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UnusualParamsClash {
    /// Wire key `at`: string, required.
    pub at: String,
    /// Wire key `builder`: string, required.
    pub builder: String,
    /// Wire key `cursor`: string, required.
    pub cursor: String,
    /// Wire key `default`: string, required.
    pub default: String,
    /// Wire key `deserializer`: string, required.
    pub deserializer: String,
    /// Wire key `index`: string, required.
    pub index: String,
    /// Wire key `key`: string, required.
    pub key: String,
    /// Wire key `mode`: string, required.
    pub mode: String,
    /// Wire key `next`: string, required.
    pub next: String,
    /// Wire key `optional`: string, required.
    pub optional: String,
    /// Wire key `params`: string, required.
    pub params: String,
    /// Wire key `player_time`: string, required.
    pub player_time: String,
    /// Wire key `read`: string, required.
    pub read: String,
    /// Wire key `required`: string, required.
    pub required: String,
    /// Wire key `self`: string, required.
    #[doc(alias = "self")]
    pub self_: String,
    /// Wire key `slots`: string, required.
    pub slots: String,
    /// Wire key `source`: string, required.
    pub source: String,
    /// Wire key `text`: string, required.
    pub text: String,
    /// Wire key `to`: string, required.
    pub to: String,
    /// Wire key `value`: string, required.
    pub value: String,
    /// Wire key `writer`: string, required.
    pub writer: String,
    /// Members that the schema does not describe: read tolerantly, or to be sent although they
    /// are newer than this crate.
    pub extra: Extra,
}

impl UnusualParamsClash {
    /// Starts a builder; `build` compiles only once every required member is set.
    pub fn builder() -> builder::UnusualParamsClashBuilder {
        builder::UnusualParamsClashBuilder::start()
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

impl Described for UnusualParamsClash {
    const SHAPE: &'static schema::Object = &schema::Object {
        name: "UnusualParamsClash",
        members: &[
            schema::Member {
                key: "at",
                field: "at",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "builder",
                field: "builder",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "cursor",
                field: "cursor",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "default",
                field: "default",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "deserializer",
                field: "deserializer",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "index",
                field: "index",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "key",
                field: "key",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "mode",
                field: "mode",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "next",
                field: "next",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "optional",
                field: "optional",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "params",
                field: "params",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "player_time",
                field: "player_time",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "read",
                field: "read",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "required",
                field: "required",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "self",
                field: "self_",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "slots",
                field: "slots",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "source",
                field: "source",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "text",
                field: "text",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "to",
                field: "to",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "value",
                field: "value",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
            schema::Member {
                key: "writer",
                field: "writer",
                required: true,
                shape: schema::Shape::String,
                doc: "",
                unit: None,
                personal: false,
                limits: schema::Limits::NONE,
            },
        ],
        open: false,
    };
}

impl Check for UnusualParamsClash {
    fn check_into(&self, _: &schema::Limits, checker: &mut Checker) {
        checker.member(&Self::SHAPE.members[0], &self.at);
        checker.member(&Self::SHAPE.members[1], &self.builder);
        checker.member(&Self::SHAPE.members[2], &self.cursor);
        checker.member(&Self::SHAPE.members[3], &self.default);
        checker.member(&Self::SHAPE.members[4], &self.deserializer);
        checker.member(&Self::SHAPE.members[5], &self.index);
        checker.member(&Self::SHAPE.members[6], &self.key);
        checker.member(&Self::SHAPE.members[7], &self.mode);
        checker.member(&Self::SHAPE.members[8], &self.next);
        checker.member(&Self::SHAPE.members[9], &self.optional);
        checker.member(&Self::SHAPE.members[10], &self.params);
        checker.member(&Self::SHAPE.members[11], &self.player_time);
        checker.member(&Self::SHAPE.members[12], &self.read);
        checker.member(&Self::SHAPE.members[13], &self.required);
        checker.member(&Self::SHAPE.members[14], &self.self_);
        checker.member(&Self::SHAPE.members[15], &self.slots);
        checker.member(&Self::SHAPE.members[16], &self.source);
        checker.member(&Self::SHAPE.members[17], &self.text);
        checker.member(&Self::SHAPE.members[18], &self.to);
        checker.member(&Self::SHAPE.members[19], &self.value);
        checker.member(&Self::SHAPE.members[20], &self.writer);
        checker.extra(Self::SHAPE, &self.extra);
    }
}

impl Look for UnusualParamsClash {
    #[inline]
    fn member(&self, key: &str) -> Option<&dyn Look> {
        let key = key.as_bytes();
        Some(
            match key.len() {
                2 if *key == *b"at" => &self.at,
                2 if *key == *b"to" => &self.to,
                3 if *key == *b"key" => &self.key,
                4 if *key == *b"mode" => &self.mode,
                4 if *key == *b"next" => &self.next,
                4 if *key == *b"read" => &self.read,
                4 if *key == *b"self" => &self.self_,
                4 if *key == *b"text" => &self.text,
                5 if *key == *b"index" => &self.index,
                5 if *key == *b"slots" => &self.slots,
                5 if *key == *b"value" => &self.value,
                6 if *key == *b"cursor" => &self.cursor,
                6 if *key == *b"params" => &self.params,
                6 if *key == *b"source" => &self.source,
                6 if *key == *b"writer" => &self.writer,
                7 if *key == *b"builder" => &self.builder,
                7 if *key == *b"default" => &self.default,
                8 if *key == *b"optional" => &self.optional,
                8 if *key == *b"required" => &self.required,
                11 if *key == *b"player_time" => &self.player_time,
                12 if *key == *b"deserializer" => &self.deserializer,
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
            self.at.texts()? + self.builder.texts()? + self.cursor.texts()?
                + self.default.texts()? + self.deserializer.texts()?
                + self.index.texts()? + self.key.texts()? + self.mode.texts()?
                + self.next.texts()? + self.optional.texts()? + self.params.texts()?
                + self.player_time.texts()? + self.read.texts()? + self.required.texts()?
                + self.self_.texts()? + self.slots.texts()? + self.source.texts()?
                + self.text.texts()? + self.to.texts()? + self.value.texts()?
                + self.writer.texts()?,
        )
    }
}

/// Shows the members that are set; hides personal data.
impl fmt::Debug for UnusualParamsClash {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = to.debug_struct("UnusualParamsClash");
        shown.field("at", &self.at);
        shown.field("builder", &self.builder);
        shown.field("cursor", &self.cursor);
        shown.field("default", &self.default);
        shown.field("deserializer", &self.deserializer);
        shown.field("index", &self.index);
        shown.field("key", &self.key);
        shown.field("mode", &self.mode);
        shown.field("next", &self.next);
        shown.field("optional", &self.optional);
        shown.field("params", &self.params);
        shown.field("player_time", &self.player_time);
        shown.field("read", &self.read);
        shown.field("required", &self.required);
        shown.field("self_", &self.self_);
        shown.field("slots", &self.slots);
        shown.field("source", &self.source);
        shown.field("text", &self.text);
        shown.field("to", &self.to);
        shown.field("value", &self.value);
        shown.field("writer", &self.writer);
        if !self.extra.is_empty() {
            shown.field("extra", &self.extra);
        }
        shown.finish()
    }
}

#[cfg(feature = "validator")]
impl validator::Validate for UnusualParamsClash {
    fn validate(&self) -> Result<(), validator::ValidationErrors> {
        validate(self)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for UnusualParamsClash {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "UnusualParamsClash".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        object_schema(Self::SHAPE)
    }
}

/// Random values that satisfy the schema and the sender constraints.
#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for UnusualParamsClash {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        Self {
            at: always(source, &Self::SHAPE.members[0]),
            builder: always(source, &Self::SHAPE.members[1]),
            cursor: always(source, &Self::SHAPE.members[2]),
            default: always(source, &Self::SHAPE.members[3]),
            deserializer: always(source, &Self::SHAPE.members[4]),
            index: always(source, &Self::SHAPE.members[5]),
            key: always(source, &Self::SHAPE.members[6]),
            mode: always(source, &Self::SHAPE.members[7]),
            next: always(source, &Self::SHAPE.members[8]),
            optional: always(source, &Self::SHAPE.members[9]),
            params: always(source, &Self::SHAPE.members[10]),
            player_time: always(source, &Self::SHAPE.members[11]),
            read: always(source, &Self::SHAPE.members[12]),
            required: always(source, &Self::SHAPE.members[13]),
            self_: always(source, &Self::SHAPE.members[14]),
            slots: always(source, &Self::SHAPE.members[15]),
            source: always(source, &Self::SHAPE.members[16]),
            text: always(source, &Self::SHAPE.members[17]),
            to: always(source, &Self::SHAPE.members[18]),
            value: always(source, &Self::SHAPE.members[19]),
            writer: always(source, &Self::SHAPE.members[20]),
            extra: Extra::new(),
        }
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for UnusualParamsClash {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
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
    /// Every value, in the order of the schemas.
    pub const ALL: &'static [Self] = &[Self::Audio, Self::VideoOnDemand];
    /// The value on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Audio => "audio",
            Self::VideoOnDemand => "video-on-demand",
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
                5 if *text == *b"audio" => Self::Audio,
                15 if *text == *b"video-on-demand" => Self::VideoOnDemand,
                _ => return None,
            },
        )
    }
}

impl fmt::Display for SessionStartParamsType {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.as_str())
    }
}

impl FromStr for SessionStartParamsType {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::from_wire(text).ok_or(ParseError::unknown_name("SessionStartParamsType"))
    }
}

impl Check for SessionStartParamsType {
    fn check_into(&self, _: &schema::Limits, _: &mut Checker) {}
}

impl Look for SessionStartParamsType {
    fn scalar(&self) -> Option<schema::Scalar<'_>> {
        Some(schema::Scalar::Text(self.as_str()))
    }
}

impl Accept for SessionStartParamsType {
    fn accept(value: schema::Scalar<'_>) -> Option<Self> {
        match value {
            schema::Scalar::Text(text) => Self::from_wire(text),
            _ => None,
        }
    }
}

#[cfg(feature = "quickcheck")]
impl quickcheck::Arbitrary for SessionStartParamsType {
    fn arbitrary(source: &mut quickcheck::Gen) -> Self {
        *source.choose(Self::ALL).expect("an enum has a value")
    }
}

#[cfg(feature = "quickcheck")]
impl Generate for SessionStartParamsType {
    fn generate(
        source: &mut quickcheck::Gen,
        _: &schema::Limits,
        _: &schema::Shape,
    ) -> Self {
        <Self as quickcheck::Arbitrary>::arbitrary(source)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for SessionStartParamsType {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SessionStartParamsType".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names: Vec<&str> = Self::ALL.iter().map(|value| value.as_str()).collect();
        schemars::json_schema!({ "type" : "string", "enum" : names })
    }
}

/// Known integers; other values are valid too.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum AuthState {
    /// Nobody can tell.
    Unknown,
    Authenticated,
    /// Any other number.
    Other(i64),
}

impl From<i64> for AuthState {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::Unknown,
            1 => Self::Authenticated,
            other => Self::Other(other),
        }
    }
}

impl From<AuthState> for i64 {
    fn from(value: AuthState) -> Self {
        match value {
            AuthState::Unknown => 0,
            AuthState::Authenticated => 1,
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
static EVENT_SHAPES: [schema::EventShape; 6] = [
    schema::EventShape {
        name: "sessionStart",
        doc: "",
        params: schema::Params::Required(SessionStartParams::SHAPE),
        custom_metadata: schema::Slot::Full,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/sessionStart","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"qoeData":{"type":"object","description":"How well playback went.","properties":{"media.qoe.bitrate":{"type":"integer"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"customerId":{"type":"object","properties":{"id":{"type":"string"},"authState":{"type":"integer"}},"required":["id"],"additionalProperties":false},"sessionStart":{"type":"object","properties":{"eventType":{"type":"string","enum":["sessionStart"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","description":"What is played, and by whom.","properties":{"media.id":{"type":"string"},"media.type":{"type":"string","enum":["audio","video-on-demand"]},"media.length":{"type":"number","description":"How long it is."},"media.resume":{"type":"boolean"},"media.showType":{"type":"string"},"visitor.customerIDs":{"type":"object","additionalProperties":{"$ref":"#/definitions/customerId"}},"media.tags":{"type":"array","items":{"type":"string"}},"media.tracks":{"type":"array","items":{"type":"object","properties":{"language":{"type":"string"},"media.360video":{"type":"boolean"}},"required":["language"],"additionalProperties":false}},"media.player":{"type":"object","properties":{"name":{"type":"string"},"self":{}},"required":["name"]},"media.limits":{"type":"object","additionalProperties":{"type":"array","items":{"type":"integer"}}},"media.anything":{},"media.anyObject":{"type":"object"}},"required":["media.length","media.id","media.type","media.player"],"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/sessionStart"}"##,
    },
    schema::EventShape {
        name: "play",
        doc: "",
        params: schema::Params::Absent,
        custom_metadata: schema::Slot::Absent,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/play","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"qoeData":{"type":"object","description":"How well playback went.","properties":{"media.qoe.bitrate":{"type":"integer"}},"additionalProperties":false},"play":{"type":"object","properties":{"eventType":{"type":"string","enum":["play"]},"playerTime":{"$ref":"#/definitions/playerTime"},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/play"}"##,
    },
    schema::EventShape {
        name: "ping",
        doc: "Still there.",
        params: schema::Params::Empty,
        custom_metadata: schema::Slot::Full,
        qoe_data: schema::Slot::Empty,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/ping","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"qoeData":{"type":"object","description":"How well playback went.","properties":{"media.qoe.bitrate":{"type":"integer"}},"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"ping":{"type":"object","properties":{"eventType":{"type":"string","enum":["ping"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"},"qoeData":{"type":"object","additionalProperties":false}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/ping"}"##,
    },
    schema::EventShape {
        name: "adSkip",
        doc: "",
        params: schema::Params::Optional(AdSkipParams::SHAPE),
        custom_metadata: schema::Slot::Full,
        qoe_data: schema::Slot::Absent,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/adSkip","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"customMetadata":{"type":"object","patternProperties":{"^[a-zA-Z0-9_\\.]+$":{"type":"string"}},"additionalProperties":false},"adSkip":{"type":"object","properties":{"eventType":{"type":"string","enum":["adSkip"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.ad.reason":{"type":"string"}},"additionalProperties":false},"customMetadata":{"$ref":"#/definitions/customMetadata"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/adSkip"}"##,
    },
    schema::EventShape {
        name: "dubbingChange",
        doc: "",
        params: schema::Params::Required(DubbingChangeParams::SHAPE),
        custom_metadata: schema::Slot::Empty,
        qoe_data: schema::Slot::Absent,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","id":"https://example.com/schemas/dubbingChange","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"dubbingChange":{"type":"object","properties":{"eventType":{"type":"string","enum":["dubbingChange"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"media.language":{"type":"string"}},"required":["media.language"],"additionalProperties":false},"customMetadata":{"type":"object","additionalProperties":false}},"required":["eventType","playerTime","params"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/dubbingChange"}"##,
    },
    schema::EventShape {
        name: "unusual",
        doc: "",
        params: schema::Params::Optional(UnusualParams::SHAPE),
        custom_metadata: schema::Slot::Absent,
        qoe_data: schema::Slot::Full,
        required: &[],
        quality: QoeData::SHAPE,
        listed: true,
        schema: r##"{"$schema":"http://json-schema.org/draft-04/schema#","description":"Names that the generated code uses itself, and keys that need escapes.","definitions":{"playerTime":{"type":"object","properties":{"playhead":{"type":"number"},"ts":{"type":"integer"}},"required":["playhead","ts"],"additionalProperties":false},"qoeData":{"type":"object","description":"How well playback went.","properties":{"media.qoe.bitrate":{"type":"integer"}},"additionalProperties":false},"noMembers":{"type":"object","additionalProperties":false},"unusual":{"type":"object","properties":{"eventType":{"type":"string","enum":["unusual"]},"playerTime":{"$ref":"#/definitions/playerTime"},"params":{"type":"object","properties":{"at":{"type":"string"},"builder":{"type":"string"},"cursor":{"type":"string"},"default":{"type":"string"},"deserializer":{"type":"string"},"index":{"type":"string"},"key":{"type":"string"},"mode":{"type":"string"},"next":{"type":"string"},"optional":{"type":"string"},"params":{"type":"string"},"player_time":{"type":"string"},"read":{"type":"string"},"required":{"type":"string"},"self":{"type":"string"},"slots":{"type":"string"},"source":{"type":"string"},"text":{"type":"string"},"to":{"type":"string"},"value":{"type":"string"},"writer":{"type":"string"},"back\\slash":{"type":"integer"},"quo\"te":{"type":"integer"},"none":{"$ref":"#/definitions/noMembers"},"clash":{"type":"object","properties":{"at":{"type":"string"},"builder":{"type":"string"},"cursor":{"type":"string"},"default":{"type":"string"},"deserializer":{"type":"string"},"index":{"type":"string"},"key":{"type":"string"},"mode":{"type":"string"},"next":{"type":"string"},"optional":{"type":"string"},"params":{"type":"string"},"player_time":{"type":"string"},"read":{"type":"string"},"required":{"type":"string"},"self":{"type":"string"},"slots":{"type":"string"},"source":{"type":"string"},"text":{"type":"string"},"to":{"type":"string"},"value":{"type":"string"},"writer":{"type":"string"}},"required":["at","builder","cursor","default","deserializer","index","key","mode","next","optional","params","player_time","read","required","self","slots","source","text","to","value","writer"],"additionalProperties":false}},"additionalProperties":false},"qoeData":{"$ref":"#/definitions/qoeData"}},"required":["eventType","playerTime"],"additionalProperties":false}},"type":"object","$ref":"#/definitions/unusual"}"##,
    },
];
/// Known values of members that accept any string, by wire key.
pub mod values {
    /// Known values of `media.showType`; any other string is valid too.
    pub mod show_type {
        /// All of it.
        pub const FULL_EPISODE: &str = "0";
        pub const PREVIEW: &str = "1";
    }
}

/// Builders, which set the members of a type by name, in any order.
pub mod builder {
    pub use crate::event::is_set::IsSet;
    use super::*;

    /// Sets the members of [`AdSkipParams`] by name, in any order. A required member can be set
    /// once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct AdSkipParamsBuilder {
        optional: AdSkipParamsOptional,
    }

    #[derive(Default)]
    struct AdSkipParamsOptional {
        reason: Option<String>,
        extra: Extra,
    }

    impl fmt::Debug for AdSkipParamsBuilder {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("AdSkipParamsBuilder").finish_non_exhaustive()
        }
    }

    impl AdSkipParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                optional: AdSkipParamsOptional::default(),
            }
        }
    }

    impl AdSkipParamsBuilder {
        /// Wire key `media.ad.reason`: string, optional.
        pub fn reason(mut self, reason: impl Into<String>) -> Self {
            self.optional.reason = Some(reason.into());
            self
        }

        /// As [`reason`](Self::reason), with an `Option`.
        pub fn maybe_reason(mut self, reason: Option<impl Into<String>>) -> Self {
            self.optional.reason = reason.map(Into::into);
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`AdSkipParams`].
        #[must_use]
        pub fn build(self) -> AdSkipParams {
            AdSkipParams {
                reason: self.optional.reason,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`CustomerId`] by name, in any order. A required member can be set
    /// once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct CustomerIdBuilder<Member0 = unset::id> {
        /// The required members, in the order of the type parameters.
        required: (Member0,),
        optional: CustomerIdOptional,
    }

    #[derive(Default)]
    struct CustomerIdOptional {
        auth_state: Option<AuthState>,
        extra: Extra,
    }

    impl<Member0> fmt::Debug for CustomerIdBuilder<Member0> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("CustomerIdBuilder").finish_non_exhaustive()
        }
    }

    impl CustomerIdBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::id {},),
                optional: CustomerIdOptional::default(),
            }
        }
    }

    impl CustomerIdBuilder<unset::id> {
        /// Wire key `id`: string, required. Personal data: hidden by `Debug`.
        pub fn id(self, id: impl Into<String>) -> CustomerIdBuilder<String> {
            CustomerIdBuilder {
                required: (id.into(),),
                optional: self.optional,
            }
        }
    }

    impl<Member0> CustomerIdBuilder<Member0> {
        /// Wire key `authState`: integer, optional.
        pub fn auth_state(mut self, auth_state: AuthState) -> Self {
            self.optional.auth_state = Some(auth_state);
            self
        }

        /// As [`auth_state`](Self::auth_state), with an `Option`.
        pub fn maybe_auth_state(mut self, auth_state: Option<AuthState>) -> Self {
            self.optional.auth_state = auth_state;
            self
        }

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
        {
            CustomerId {
                id: self.required.0.value(),
                auth_state: self.optional.auth_state,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`DubbingChangeParams`] by name, in any order. A required member can be
    /// set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct DubbingChangeParamsBuilder<Member0 = unset::language> {
        /// The required members, in the order of the type parameters.
        required: (Member0,),
        optional: DubbingChangeParamsOptional,
    }

    #[derive(Default)]
    struct DubbingChangeParamsOptional {
        extra: Extra,
    }

    impl<Member0> fmt::Debug for DubbingChangeParamsBuilder<Member0> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("DubbingChangeParamsBuilder").finish_non_exhaustive()
        }
    }

    impl DubbingChangeParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::language {},),
                optional: DubbingChangeParamsOptional::default(),
            }
        }
    }

    impl DubbingChangeParamsBuilder<unset::language> {
        /// Wire key `media.language`: string, required.
        pub fn language(
            self,
            language: impl Into<String>,
        ) -> DubbingChangeParamsBuilder<String> {
            DubbingChangeParamsBuilder {
                required: (language.into(),),
                optional: self.optional,
            }
        }
    }

    impl<Member0> DubbingChangeParamsBuilder<Member0> {
        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`DubbingChangeParams`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> DubbingChangeParams
        where
            Member0: IsSet<String>,
        {
            DubbingChangeParams {
                language: self.required.0.value(),
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`NoMembers`] by name, in any order. A required member can be set once,
    /// and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct NoMembersBuilder {
        optional: NoMembersOptional,
    }

    #[derive(Default)]
    struct NoMembersOptional {
        extra: Extra,
    }

    impl fmt::Debug for NoMembersBuilder {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("NoMembersBuilder").finish_non_exhaustive()
        }
    }

    impl NoMembersBuilder {
        pub(super) fn start() -> Self {
            Self {
                optional: NoMembersOptional::default(),
            }
        }
    }

    impl NoMembersBuilder {
        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`NoMembers`].
        #[must_use]
        pub fn build(self) -> NoMembers {
            NoMembers {
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
        /// Wire key `playhead`: number, required.
        pub fn playhead(self, playhead: f64) -> PlayerTimeBuilder<f64, Member1> {
            PlayerTimeBuilder {
                required: (playhead, self.required.1),
                optional: self.optional,
            }
        }
    }

    impl<Member0> PlayerTimeBuilder<Member0, unset::ts> {
        /// Wire key `ts`: integer, required.
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
        /// Wire key `media.qoe.bitrate`: integer, optional.
        pub fn bitrate(mut self, bitrate: i64) -> Self {
            self.optional.bitrate = Some(bitrate);
            self
        }

        /// As [`bitrate`](Self::bitrate), with an `Option`.
        pub fn maybe_bitrate(mut self, bitrate: Option<i64>) -> Self {
            self.optional.bitrate = bitrate;
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
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`SessionStartParams`] by name, in any order. A required member can be
    /// set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct SessionStartParamsBuilder<
        Member0 = unset::length,
        Member1 = unset::id,
        Member2 = unset::type_,
        Member3 = unset::player,
    > {
        /// The required members, in the order of the type parameters.
        required: (Member0, Member1, Member2, Member3),
        optional: SessionStartParamsOptional,
    }

    #[derive(Default)]
    struct SessionStartParamsOptional {
        any_object: Option<Map<String, Value>>,
        anything: Option<Value>,
        limits: Option<BTreeMap<String, Vec<i64>>>,
        show_type: Option<String>,
        tags: Option<Vec<String>>,
        tracks: Option<Vec<SessionStartParamsTracksItem>>,
        visitor_customer_ids: Option<BTreeMap<String, CustomerId>>,
        extra: Extra,
    }

    impl<Member0, Member1, Member2, Member3> fmt::Debug
    for SessionStartParamsBuilder<Member0, Member1, Member2, Member3> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("SessionStartParamsBuilder").finish_non_exhaustive()
        }
    }

    impl SessionStartParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (
                    unset::length {},
                    unset::id {},
                    unset::type_ {},
                    unset::player {},
                ),
                optional: SessionStartParamsOptional::default(),
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
        /// Wire key `media.length`: number, required, in seconds. Sender constraint: from 0 to 86400.
        pub fn length(
            self,
            length: f64,
        ) -> SessionStartParamsBuilder<f64, Member1, Member2, Member3> {
            SessionStartParamsBuilder {
                required: (length, self.required.1, self.required.2, self.required.3),
                optional: self.optional,
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
        /// Wire key `media.id`: string, required. Sender constraint: non-empty, 1 to 64 letters,
        /// digits, `_` or `.`.
        pub fn id(
            self,
            id: impl Into<String>,
        ) -> SessionStartParamsBuilder<Member0, String, Member2, Member3> {
            SessionStartParamsBuilder {
                required: (self.required.0, id.into(), self.required.2, self.required.3),
                optional: self.optional,
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
        ) -> SessionStartParamsBuilder<
            Member0,
            Member1,
            SessionStartParamsType,
            Member3,
        > {
            SessionStartParamsBuilder {
                required: (self.required.0, self.required.1, type_, self.required.3),
                optional: self.optional,
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
        ) -> SessionStartParamsBuilder<
            Member0,
            Member1,
            Member2,
            SessionStartParamsPlayer,
        > {
            SessionStartParamsBuilder {
                required: (self.required.0, self.required.1, self.required.2, player),
                optional: self.optional,
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
        pub fn any_object(mut self, any_object: Map<String, Value>) -> Self {
            self.optional.any_object = Some(any_object);
            self
        }

        /// As [`any_object`](Self::any_object), with an `Option`.
        pub fn maybe_any_object(
            mut self,
            any_object: Option<Map<String, Value>>,
        ) -> Self {
            self.optional.any_object = any_object;
            self
        }

        /// Wire key `media.anything`: any JSON value, optional.
        pub fn anything(mut self, anything: Value) -> Self {
            self.optional.anything = Some(anything);
            self
        }

        /// As [`anything`](Self::anything), with an `Option`.
        pub fn maybe_anything(mut self, anything: Option<Value>) -> Self {
            self.optional.anything = anything;
            self
        }

        /// Wire key `media.limits`: map from name to array of integer, optional.
        pub fn limits(mut self, limits: BTreeMap<String, Vec<i64>>) -> Self {
            self.optional.limits = Some(limits);
            self
        }

        /// As [`limits`](Self::limits), with an `Option`.
        pub fn maybe_limits(
            mut self,
            limits: Option<BTreeMap<String, Vec<i64>>>,
        ) -> Self {
            self.optional.limits = limits;
            self
        }

        /// Wire key `media.showType`: string, optional.
        pub fn show_type(mut self, show_type: impl Into<String>) -> Self {
            self.optional.show_type = Some(show_type.into());
            self
        }

        /// As [`show_type`](Self::show_type), with an `Option`.
        pub fn maybe_show_type(mut self, show_type: Option<impl Into<String>>) -> Self {
            self.optional.show_type = show_type.map(Into::into);
            self
        }

        /// Wire key `media.tags`: array of string, optional.
        pub fn tags(mut self, tags: Vec<String>) -> Self {
            self.optional.tags = Some(tags);
            self
        }

        /// As [`tags`](Self::tags), with an `Option`.
        pub fn maybe_tags(mut self, tags: Option<Vec<String>>) -> Self {
            self.optional.tags = tags;
            self
        }

        /// Wire key `media.tracks`: array of [`SessionStartParamsTracksItem`], optional.
        pub fn tracks(mut self, tracks: Vec<SessionStartParamsTracksItem>) -> Self {
            self.optional.tracks = Some(tracks);
            self
        }

        /// As [`tracks`](Self::tracks), with an `Option`.
        pub fn maybe_tracks(
            mut self,
            tracks: Option<Vec<SessionStartParamsTracksItem>>,
        ) -> Self {
            self.optional.tracks = tracks;
            self
        }

        /// Wire key `visitor.customerIDs`: map from name to [`CustomerId`], optional.
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

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`SessionStartParams`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> SessionStartParams
        where
            Member0: IsSet<f64>,
            Member1: IsSet<String>,
            Member2: IsSet<SessionStartParamsType>,
            Member3: IsSet<SessionStartParamsPlayer>,
        {
            SessionStartParams {
                length: self.required.0.value(),
                id: self.required.1.value(),
                type_: self.required.2.value(),
                player: self.required.3.value(),
                any_object: self.optional.any_object,
                anything: self.optional.anything,
                limits: self.optional.limits,
                resume: None,
                show_type: self.optional.show_type,
                tags: self.optional.tags,
                tracks: self.optional.tracks,
                visitor_customer_ids: self.optional.visitor_customer_ids,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`SessionStartParamsPlayer`] by name, in any order. A required member
    /// can be set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct SessionStartParamsPlayerBuilder<Member0 = unset::name> {
        /// The required members, in the order of the type parameters.
        required: (Member0,),
        optional: SessionStartParamsPlayerOptional,
    }

    #[derive(Default)]
    struct SessionStartParamsPlayerOptional {
        self_: Option<Value>,
        extra: Extra,
    }

    impl<Member0> fmt::Debug for SessionStartParamsPlayerBuilder<Member0> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("SessionStartParamsPlayerBuilder").finish_non_exhaustive()
        }
    }

    impl SessionStartParamsPlayerBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::name {},),
                optional: SessionStartParamsPlayerOptional::default(),
            }
        }
    }

    impl SessionStartParamsPlayerBuilder<unset::name> {
        /// Wire key `name`: string, required.
        pub fn name(
            self,
            name: impl Into<String>,
        ) -> SessionStartParamsPlayerBuilder<String> {
            SessionStartParamsPlayerBuilder {
                required: (name.into(),),
                optional: self.optional,
            }
        }
    }

    impl<Member0> SessionStartParamsPlayerBuilder<Member0> {
        /// Wire key `self`: any JSON value, optional.
        pub fn self_(mut self, self_: Value) -> Self {
            self.optional.self_ = Some(self_);
            self
        }

        /// As [`self_`](Self::self_), with an `Option`.
        pub fn maybe_self_(mut self, self_: Option<Value>) -> Self {
            self.optional.self_ = self_;
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`SessionStartParamsPlayer`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> SessionStartParamsPlayer
        where
            Member0: IsSet<String>,
        {
            SessionStartParamsPlayer {
                name: self.required.0.value(),
                self_: self.optional.self_,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`SessionStartParamsTracksItem`] by name, in any order. A required
    /// member can be set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct SessionStartParamsTracksItemBuilder<Member0 = unset::language> {
        /// The required members, in the order of the type parameters.
        required: (Member0,),
        optional: SessionStartParamsTracksItemOptional,
    }

    #[derive(Default)]
    struct SessionStartParamsTracksItemOptional {
        n360video: Option<bool>,
        extra: Extra,
    }

    impl<Member0> fmt::Debug for SessionStartParamsTracksItemBuilder<Member0> {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("SessionStartParamsTracksItemBuilder")
                .finish_non_exhaustive()
        }
    }

    impl SessionStartParamsTracksItemBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (unset::language {},),
                optional: SessionStartParamsTracksItemOptional::default(),
            }
        }
    }

    impl SessionStartParamsTracksItemBuilder<unset::language> {
        /// Wire key `language`: string, required.
        pub fn language(
            self,
            language: impl Into<String>,
        ) -> SessionStartParamsTracksItemBuilder<String> {
            SessionStartParamsTracksItemBuilder {
                required: (language.into(),),
                optional: self.optional,
            }
        }
    }

    impl<Member0> SessionStartParamsTracksItemBuilder<Member0> {
        /// Wire key `media.360video`: boolean, optional.
        pub fn n360video(mut self, n360video: bool) -> Self {
            self.optional.n360video = Some(n360video);
            self
        }

        /// As [`n360video`](Self::n360video), with an `Option`.
        pub fn maybe_n360video(mut self, n360video: Option<bool>) -> Self {
            self.optional.n360video = n360video;
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`SessionStartParamsTracksItem`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> SessionStartParamsTracksItem
        where
            Member0: IsSet<String>,
        {
            SessionStartParamsTracksItem {
                language: self.required.0.value(),
                n360video: self.optional.n360video,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`UnusualParams`] by name, in any order. A required member can be set
    /// once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct UnusualParamsBuilder {
        optional: UnusualParamsOptional,
    }

    #[derive(Default)]
    struct UnusualParamsOptional {
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
        extra: Extra,
    }

    impl fmt::Debug for UnusualParamsBuilder {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("UnusualParamsBuilder").finish_non_exhaustive()
        }
    }

    impl UnusualParamsBuilder {
        pub(super) fn start() -> Self {
            Self {
                optional: UnusualParamsOptional::default(),
            }
        }
    }

    impl UnusualParamsBuilder {
        /// Wire key `at`: string, optional.
        pub fn at(mut self, at: impl Into<String>) -> Self {
            self.optional.at = Some(at.into());
            self
        }

        /// As [`at`](Self::at), with an `Option`.
        pub fn maybe_at(mut self, at: Option<impl Into<String>>) -> Self {
            self.optional.at = at.map(Into::into);
            self
        }

        /// Wire key `back\slash`: integer, optional.
        pub fn back_slash(mut self, back_slash: i64) -> Self {
            self.optional.back_slash = Some(back_slash);
            self
        }

        /// As [`back_slash`](Self::back_slash), with an `Option`.
        pub fn maybe_back_slash(mut self, back_slash: Option<i64>) -> Self {
            self.optional.back_slash = back_slash;
            self
        }

        /// Wire key `builder`: string, optional.
        pub fn builder(mut self, builder: impl Into<String>) -> Self {
            self.optional.builder = Some(builder.into());
            self
        }

        /// As [`builder`](Self::builder), with an `Option`.
        pub fn maybe_builder(mut self, builder: Option<impl Into<String>>) -> Self {
            self.optional.builder = builder.map(Into::into);
            self
        }

        /// Wire key `clash`: [`UnusualParamsClash`], optional.
        pub fn clash(mut self, clash: UnusualParamsClash) -> Self {
            self.optional.clash = Some(clash);
            self
        }

        /// As [`clash`](Self::clash), with an `Option`.
        pub fn maybe_clash(mut self, clash: Option<UnusualParamsClash>) -> Self {
            self.optional.clash = clash;
            self
        }

        /// Wire key `cursor`: string, optional.
        pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
            self.optional.cursor = Some(cursor.into());
            self
        }

        /// As [`cursor`](Self::cursor), with an `Option`.
        pub fn maybe_cursor(mut self, cursor: Option<impl Into<String>>) -> Self {
            self.optional.cursor = cursor.map(Into::into);
            self
        }

        /// Wire key `default`: string, optional.
        pub fn default(mut self, default: impl Into<String>) -> Self {
            self.optional.default = Some(default.into());
            self
        }

        /// As [`default`](Self::default), with an `Option`.
        pub fn maybe_default(mut self, default: Option<impl Into<String>>) -> Self {
            self.optional.default = default.map(Into::into);
            self
        }

        /// Wire key `deserializer`: string, optional.
        pub fn deserializer(mut self, deserializer: impl Into<String>) -> Self {
            self.optional.deserializer = Some(deserializer.into());
            self
        }

        /// As [`deserializer`](Self::deserializer), with an `Option`.
        pub fn maybe_deserializer(
            mut self,
            deserializer: Option<impl Into<String>>,
        ) -> Self {
            self.optional.deserializer = deserializer.map(Into::into);
            self
        }

        /// Wire key `index`: string, optional.
        pub fn index(mut self, index: impl Into<String>) -> Self {
            self.optional.index = Some(index.into());
            self
        }

        /// As [`index`](Self::index), with an `Option`.
        pub fn maybe_index(mut self, index: Option<impl Into<String>>) -> Self {
            self.optional.index = index.map(Into::into);
            self
        }

        /// Wire key `key`: string, optional.
        pub fn key(mut self, key: impl Into<String>) -> Self {
            self.optional.key = Some(key.into());
            self
        }

        /// As [`key`](Self::key), with an `Option`.
        pub fn maybe_key(mut self, key: Option<impl Into<String>>) -> Self {
            self.optional.key = key.map(Into::into);
            self
        }

        /// Wire key `mode`: string, optional.
        pub fn mode(mut self, mode: impl Into<String>) -> Self {
            self.optional.mode = Some(mode.into());
            self
        }

        /// As [`mode`](Self::mode), with an `Option`.
        pub fn maybe_mode(mut self, mode: Option<impl Into<String>>) -> Self {
            self.optional.mode = mode.map(Into::into);
            self
        }

        /// Wire key `next`: string, optional.
        pub fn next(mut self, next: impl Into<String>) -> Self {
            self.optional.next = Some(next.into());
            self
        }

        /// As [`next`](Self::next), with an `Option`.
        pub fn maybe_next(mut self, next: Option<impl Into<String>>) -> Self {
            self.optional.next = next.map(Into::into);
            self
        }

        /// Wire key `none`: [`NoMembers`], optional.
        pub fn none(mut self, none: NoMembers) -> Self {
            self.optional.none = Some(none);
            self
        }

        /// As [`none`](Self::none), with an `Option`.
        pub fn maybe_none(mut self, none: Option<NoMembers>) -> Self {
            self.optional.none = none;
            self
        }

        /// Wire key `optional`: string, optional.
        pub fn optional(mut self, optional: impl Into<String>) -> Self {
            self.optional.optional = Some(optional.into());
            self
        }

        /// As [`optional`](Self::optional), with an `Option`.
        pub fn maybe_optional(mut self, optional: Option<impl Into<String>>) -> Self {
            self.optional.optional = optional.map(Into::into);
            self
        }

        /// Wire key `params`: string, optional.
        pub fn params(mut self, params: impl Into<String>) -> Self {
            self.optional.params = Some(params.into());
            self
        }

        /// As [`params`](Self::params), with an `Option`.
        pub fn maybe_params(mut self, params: Option<impl Into<String>>) -> Self {
            self.optional.params = params.map(Into::into);
            self
        }

        /// Wire key `player_time`: string, optional.
        pub fn player_time(mut self, player_time: impl Into<String>) -> Self {
            self.optional.player_time = Some(player_time.into());
            self
        }

        /// As [`player_time`](Self::player_time), with an `Option`.
        pub fn maybe_player_time(
            mut self,
            player_time: Option<impl Into<String>>,
        ) -> Self {
            self.optional.player_time = player_time.map(Into::into);
            self
        }

        /// Wire key `quo"te`: integer, optional.
        pub fn quo_te(mut self, quo_te: i64) -> Self {
            self.optional.quo_te = Some(quo_te);
            self
        }

        /// As [`quo_te`](Self::quo_te), with an `Option`.
        pub fn maybe_quo_te(mut self, quo_te: Option<i64>) -> Self {
            self.optional.quo_te = quo_te;
            self
        }

        /// Wire key `read`: string, optional.
        pub fn read(mut self, read: impl Into<String>) -> Self {
            self.optional.read = Some(read.into());
            self
        }

        /// As [`read`](Self::read), with an `Option`.
        pub fn maybe_read(mut self, read: Option<impl Into<String>>) -> Self {
            self.optional.read = read.map(Into::into);
            self
        }

        /// Wire key `required`: string, optional.
        pub fn required(mut self, required: impl Into<String>) -> Self {
            self.optional.required = Some(required.into());
            self
        }

        /// As [`required`](Self::required), with an `Option`.
        pub fn maybe_required(mut self, required: Option<impl Into<String>>) -> Self {
            self.optional.required = required.map(Into::into);
            self
        }

        /// Wire key `self`: string, optional.
        pub fn self_(mut self, self_: impl Into<String>) -> Self {
            self.optional.self_ = Some(self_.into());
            self
        }

        /// As [`self_`](Self::self_), with an `Option`.
        pub fn maybe_self_(mut self, self_: Option<impl Into<String>>) -> Self {
            self.optional.self_ = self_.map(Into::into);
            self
        }

        /// Wire key `slots`: string, optional.
        pub fn slots(mut self, slots: impl Into<String>) -> Self {
            self.optional.slots = Some(slots.into());
            self
        }

        /// As [`slots`](Self::slots), with an `Option`.
        pub fn maybe_slots(mut self, slots: Option<impl Into<String>>) -> Self {
            self.optional.slots = slots.map(Into::into);
            self
        }

        /// Wire key `source`: string, optional.
        pub fn source(mut self, source: impl Into<String>) -> Self {
            self.optional.source = Some(source.into());
            self
        }

        /// As [`source`](Self::source), with an `Option`.
        pub fn maybe_source(mut self, source: Option<impl Into<String>>) -> Self {
            self.optional.source = source.map(Into::into);
            self
        }

        /// Wire key `text`: string, optional.
        pub fn text(mut self, text: impl Into<String>) -> Self {
            self.optional.text = Some(text.into());
            self
        }

        /// As [`text`](Self::text), with an `Option`.
        pub fn maybe_text(mut self, text: Option<impl Into<String>>) -> Self {
            self.optional.text = text.map(Into::into);
            self
        }

        /// Wire key `to`: string, optional.
        pub fn to(mut self, to: impl Into<String>) -> Self {
            self.optional.to = Some(to.into());
            self
        }

        /// As [`to`](Self::to), with an `Option`.
        pub fn maybe_to(mut self, to: Option<impl Into<String>>) -> Self {
            self.optional.to = to.map(Into::into);
            self
        }

        /// Wire key `value`: string, optional.
        pub fn value(mut self, value: impl Into<String>) -> Self {
            self.optional.value = Some(value.into());
            self
        }

        /// As [`value`](Self::value), with an `Option`.
        pub fn maybe_value(mut self, value: Option<impl Into<String>>) -> Self {
            self.optional.value = value.map(Into::into);
            self
        }

        /// Wire key `writer`: string, optional.
        pub fn writer(mut self, writer: impl Into<String>) -> Self {
            self.optional.writer = Some(writer.into());
            self
        }

        /// As [`writer`](Self::writer), with an `Option`.
        pub fn maybe_writer(mut self, writer: Option<impl Into<String>>) -> Self {
            self.optional.writer = writer.map(Into::into);
            self
        }

        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`UnusualParams`].
        #[must_use]
        pub fn build(self) -> UnusualParams {
            UnusualParams {
                at: self.optional.at,
                back_slash: self.optional.back_slash,
                builder: self.optional.builder,
                clash: self.optional.clash,
                cursor: self.optional.cursor,
                default: self.optional.default,
                deserializer: self.optional.deserializer,
                index: self.optional.index,
                key: self.optional.key,
                mode: self.optional.mode,
                next: self.optional.next,
                none: self.optional.none,
                optional: self.optional.optional,
                params: self.optional.params,
                player_time: self.optional.player_time,
                quo_te: self.optional.quo_te,
                read: self.optional.read,
                required: self.optional.required,
                self_: self.optional.self_,
                slots: self.optional.slots,
                source: self.optional.source,
                text: self.optional.text,
                to: self.optional.to,
                value: self.optional.value,
                writer: self.optional.writer,
                extra: self.optional.extra,
            }
        }
    }

    /// Sets the members of [`UnusualParamsClash`] by name, in any order. A required member can be
    /// set once, and `build` compiles only if all of them are set.
    #[must_use = "a builder does nothing until `build` is called"]
    pub struct UnusualParamsClashBuilder<
        Member0 = unset::at,
        Member1 = unset::builder,
        Member2 = unset::cursor,
        Member3 = unset::default,
        Member4 = unset::deserializer,
        Member5 = unset::index,
        Member6 = unset::key,
        Member7 = unset::mode,
        Member8 = unset::next,
        Member9 = unset::optional,
        Member10 = unset::params,
        Member11 = unset::player_time,
        Member12 = unset::read,
        Member13 = unset::required,
        Member14 = unset::self_,
        Member15 = unset::slots,
        Member16 = unset::source,
        Member17 = unset::text,
        Member18 = unset::to,
        Member19 = unset::value,
        Member20 = unset::writer,
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
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        ),
        optional: UnusualParamsClashOptional,
    }

    #[derive(Default)]
    struct UnusualParamsClashOptional {
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > fmt::Debug
    for UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.debug_struct("UnusualParamsClashBuilder").finish_non_exhaustive()
        }
    }

    impl UnusualParamsClashBuilder {
        pub(super) fn start() -> Self {
            Self {
                required: (
                    unset::at {},
                    unset::builder {},
                    unset::cursor {},
                    unset::default {},
                    unset::deserializer {},
                    unset::index {},
                    unset::key {},
                    unset::mode {},
                    unset::next {},
                    unset::optional {},
                    unset::params {},
                    unset::player_time {},
                    unset::read {},
                    unset::required {},
                    unset::self_ {},
                    unset::slots {},
                    unset::source {},
                    unset::text {},
                    unset::to {},
                    unset::value {},
                    unset::writer {},
                ),
                optional: UnusualParamsClashOptional::default(),
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        unset::at,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `at`: string, required.
        pub fn at(
            self,
            at: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            String,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    at.into(),
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        unset::builder,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `builder`: string, required.
        pub fn builder(
            self,
            builder: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            String,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    builder.into(),
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        unset::cursor,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `cursor`: string, required.
        pub fn cursor(
            self,
            cursor: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            String,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    cursor.into(),
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        unset::default,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `default`: string, required.
        pub fn default(
            self,
            default: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            String,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    default.into(),
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        unset::deserializer,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `deserializer`: string, required.
        pub fn deserializer(
            self,
            deserializer: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            String,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    deserializer.into(),
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        unset::index,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `index`: string, required.
        pub fn index(
            self,
            index: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            String,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    index.into(),
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        unset::key,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `key`: string, required.
        pub fn key(
            self,
            key: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            String,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    key.into(),
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        unset::mode,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `mode`: string, required.
        pub fn mode(
            self,
            mode: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            String,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    mode.into(),
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        unset::next,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `next`: string, required.
        pub fn next(
            self,
            next: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            String,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    next.into(),
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        unset::optional,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `optional`: string, required.
        pub fn optional(
            self,
            optional: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            String,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    optional.into(),
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        unset::params,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `params`: string, required.
        pub fn params(
            self,
            params: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            String,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    params.into(),
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        unset::player_time,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `player_time`: string, required.
        pub fn player_time(
            self,
            player_time: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            String,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    player_time.into(),
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        unset::read,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `read`: string, required.
        pub fn read(
            self,
            read: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            String,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    read.into(),
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        unset::required,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `required`: string, required.
        pub fn required(
            self,
            required: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            String,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    required.into(),
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        unset::self_,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `self`: string, required.
        pub fn self_(
            self,
            self_: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            String,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self_.into(),
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        unset::slots,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `slots`: string, required.
        pub fn slots(
            self,
            slots: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            String,
            Member16,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    slots.into(),
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        unset::source,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `source`: string, required.
        pub fn source(
            self,
            source: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            String,
            Member17,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    source.into(),
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        unset::text,
        Member18,
        Member19,
        Member20,
    > {
        /// Wire key `text`: string, required.
        pub fn text(
            self,
            text: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            String,
            Member18,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    text.into(),
                    self.required.18,
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        unset::to,
        Member19,
        Member20,
    > {
        /// Wire key `to`: string, required.
        pub fn to(
            self,
            to: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            String,
            Member19,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    to.into(),
                    self.required.19,
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        unset::value,
        Member20,
    > {
        /// Wire key `value`: string, required.
        pub fn value(
            self,
            value: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            String,
            Member20,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    value.into(),
                    self.required.20,
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        unset::writer,
    > {
        /// Wire key `writer`: string, required.
        pub fn writer(
            self,
            writer: impl Into<String>,
        ) -> UnusualParamsClashBuilder<
            Member0,
            Member1,
            Member2,
            Member3,
            Member4,
            Member5,
            Member6,
            Member7,
            Member8,
            Member9,
            Member10,
            Member11,
            Member12,
            Member13,
            Member14,
            Member15,
            Member16,
            Member17,
            Member18,
            Member19,
            String,
        > {
            UnusualParamsClashBuilder {
                required: (
                    self.required.0,
                    self.required.1,
                    self.required.2,
                    self.required.3,
                    self.required.4,
                    self.required.5,
                    self.required.6,
                    self.required.7,
                    self.required.8,
                    self.required.9,
                    self.required.10,
                    self.required.11,
                    self.required.12,
                    self.required.13,
                    self.required.14,
                    self.required.15,
                    self.required.16,
                    self.required.17,
                    self.required.18,
                    self.required.19,
                    writer.into(),
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
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > UnusualParamsClashBuilder<
        Member0,
        Member1,
        Member2,
        Member3,
        Member4,
        Member5,
        Member6,
        Member7,
        Member8,
        Member9,
        Member10,
        Member11,
        Member12,
        Member13,
        Member14,
        Member15,
        Member16,
        Member17,
        Member18,
        Member19,
        Member20,
    > {
        /// Members that the schema does not describe.
        pub fn extra(mut self, extra: Extra) -> Self {
            self.optional.extra = extra;
            self
        }

        /// Makes the [`UnusualParamsClash`]. Compiles only if all required members are set.
        #[must_use]
        pub fn build(self) -> UnusualParamsClash
        where
            Member0: IsSet<String>,
            Member1: IsSet<String>,
            Member2: IsSet<String>,
            Member3: IsSet<String>,
            Member4: IsSet<String>,
            Member5: IsSet<String>,
            Member6: IsSet<String>,
            Member7: IsSet<String>,
            Member8: IsSet<String>,
            Member9: IsSet<String>,
            Member10: IsSet<String>,
            Member11: IsSet<String>,
            Member12: IsSet<String>,
            Member13: IsSet<String>,
            Member14: IsSet<String>,
            Member15: IsSet<String>,
            Member16: IsSet<String>,
            Member17: IsSet<String>,
            Member18: IsSet<String>,
            Member19: IsSet<String>,
            Member20: IsSet<String>,
        {
            UnusualParamsClash {
                at: self.required.0.value(),
                builder: self.required.1.value(),
                cursor: self.required.2.value(),
                default: self.required.3.value(),
                deserializer: self.required.4.value(),
                index: self.required.5.value(),
                key: self.required.6.value(),
                mode: self.required.7.value(),
                next: self.required.8.value(),
                optional: self.required.9.value(),
                params: self.required.10.value(),
                player_time: self.required.11.value(),
                read: self.required.12.value(),
                required: self.required.13.value(),
                self_: self.required.14.value(),
                slots: self.required.15.value(),
                source: self.required.16.value(),
                text: self.required.17.value(),
                to: self.required.18.value(),
                value: self.required.19.value(),
                writer: self.required.20.value(),
                extra: self.optional.extra,
            }
        }
    }

    /// Marker types for required members that are not set.
    #[allow(non_camel_case_types)]
    pub mod unset {
        /// `at` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct at {}
        /// `builder` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct builder {}
        /// `cursor` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct cursor {}
        /// `default` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct default {}
        /// `deserializer` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct deserializer {}
        /// `id` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct id {}
        /// `index` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct index {}
        /// `key` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct key {}
        /// `language` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct language {}
        /// `length` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct length {}
        /// `mode` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct mode {}
        /// `name` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct name {}
        /// `next` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct next {}
        /// `optional` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct optional {}
        /// `params` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct params {}
        /// `player` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct player {}
        /// `player_time` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct player_time {}
        /// `playhead` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct playhead {}
        /// `read` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct read {}
        /// `required` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct required {}
        /// `self_` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct self_ {}
        /// `slots` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct slots {}
        /// `source` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct source {}
        /// `text` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct text {}
        /// `to` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct to {}
        /// `ts` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct ts {}
        /// `type_` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct type_ {}
        /// `value` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct value {}
        /// `writer` is not set.
        #[derive(Clone, Copy, Debug)]
        pub struct writer {}
    }
}
