//! An event: when, what, and the quality of experience at that moment.

mod direct;
mod read;
mod session_start;
mod write;

use std::fmt;

use serde_json::{Map, Value};

pub(crate) use read::depth;
pub use session_start::{NotASessionStart, SessionStart};

use crate::bindings::*;
use crate::error::ConstraintError;
use crate::extra::Extra;
use crate::schema::{Described as _, Limits, Params, Slot};
use crate::support::{Check, Checker};
use crate::surrogates::Kept;

/// One event of a media session, as it stands on the wire.
///
/// There is a constructor for each event type, named after it. What an event needs is an
/// argument; what it may have is set afterwards.
///
/// ```
/// use media_collection::{AdStartParams, CustomMetadata, Event, PlayerTime, QoeData};
///
/// let at = PlayerTime::new(12.5, 1_700_000_012_500);
/// let ping = Event::ping(at);
/// let switched = Event::bitrate_change(at).with_qoe(QoeData::builder().bitrate(2_000_000).build());
///
/// let spot = AdStartParams::builder()
///     .id("spot-7")
///     .length(15.0)
///     .pod_position(1)
///     .player_name("living-room")
///     .build();
/// let metadata = CustomMetadata::try_from([("campaign", "spring")])?;
/// let ad = Event::ad_start(at, (spot, metadata));
/// assert_eq!(ad.custom_metadata().and_then(|pairs| pairs.get("campaign")), Some("spring"));
/// # Ok::<(), media_collection::InvalidMetadataKey>(())
/// ```
///
/// A required member that is not given does not compile:
///
/// ```compile_fail
/// use media_collection::AdStartParams;
///
/// let no_player = AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).build();
/// ```
///
/// Through serde an event is read [strictly](crate::Mode::Strict);
/// [`decode`](Self::decode) reads with a policy and tells everything that is wrong.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Where the playhead was, and when: `playerTime` on the wire.
    pub player_time: PlayerTime,
    /// What happened: `eventType`, `params` and `customMetadata` on the wire.
    pub body: EventBody,
    /// The quality of experience: `qoeData` on the wire.
    pub qoe_data: Option<Box<QoeData>>,
    extra: Rare,
}

impl Event {
    /// An event with the given body.
    #[must_use]
    pub const fn new(player_time: PlayerTime, body: EventBody) -> Self {
        Self { player_time, body, qoe_data: None, extra: Rare(None) }
    }

    /// Adds the quality of experience at that moment.
    #[must_use]
    pub fn with_qoe(mut self, qoe: QoeData) -> Self {
        self.qoe_data = Some(Box::new(qoe));
        self
    }

    /// The event's type; `None` for one that only a tolerant reader lets through.
    #[must_use]
    pub const fn event_type(&self) -> Option<EventType> {
        self.body.event_type()
    }

    /// The event's type as it stands on the wire.
    #[must_use]
    pub fn event_name(&self) -> &str {
        match &self.body {
            EventBody::Other(other) => &other.event_type,
            known => known.event_type().map_or("", EventType::as_str),
        }
    }

    /// The custom metadata, on event types that carry it.
    #[must_use]
    pub fn custom_metadata(&self) -> Option<&crate::CustomMetadata> {
        self.body.custom_metadata()
    }

    /// What the event has beside the documents' members.
    #[must_use]
    pub fn extra(&self) -> Option<&EventExtra> {
        self.extra.0.as_deref()
    }

    /// The same, to be added to.
    pub fn extra_mut(&mut self) -> &mut EventExtra {
        self.extra.0.get_or_insert_default()
    }

    /// Keeps a string as it was sent, to write it back.
    pub(crate) fn keep(&mut self, kept: Kept) {
        self.extra_mut().kept.push(kept);
    }

    /// Strings to write back as they were sent.
    pub(crate) fn kept(&self) -> &[Kept] {
        self.extra().map_or(&[], |extra| &extra.kept)
    }

    /// Checks what a careful sender keeps: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every broken constraint, with its place.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }

    event_constructors!();
}

impl Check for Event {
    #[inline]
    fn check_into(&self, _: &Limits, checker: &mut Checker) {
        checker.part("playerTime", "player_time", &self.player_time);
        self.body.check_into(checker);
        if let EventBody::Other(other) = &self.body
            && EventType::from_wire(&other.event_type).is_some()
        {
            checker.shadowed("eventType");
        }
        if let Some(qoe) = &self.qoe_data {
            checker.part("qoeData", "qoe_data", &**qoe);
        }
        if let Some(extra) = self.extra() {
            extra.check_beside(self.event_type(), checker);
        }
    }
}

/// The members of an event itself.
pub(crate) const ENVELOPE: [&str; 5] =
    ["eventType", "playerTime", "params", "customMetadata", "qoeData"];

pub(crate) fn is_envelope_key(key: &str) -> bool {
    ENVELOPE.contains(&key)
}

/// What an event has beside the members that its documents describe.
///
/// Empty objects that the sender wrote where nothing was needed are kept here as well, so that
/// an event is written back as it came.
#[derive(Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct EventExtra {
    /// Unknown members of the event itself.
    pub members: Extra,
    /// Unknown members of `playerTime`.
    pub player_time: Extra,
    /// The `params` of an event type that has none.
    pub params: Option<Map<String, Value>>,
    /// The `customMetadata` of an event type that has none.
    pub custom_metadata: Option<Map<String, Value>>,
    /// Strings that no Rust string holds, as they were sent.
    kept: Vec<Kept>,
}

impl EventExtra {
    /// The parts here that an event of the type has a field for: written, they would be there
    /// twice. An event of an unknown type has a field for both.
    fn doubled_parts(&self, event_type: Option<EventType>) -> impl Iterator<Item = &'static str> {
        let shape = event_type.map(EventType::shape);
        let has_none =
            shape.is_some_and(|shape| matches!(shape.params, Params::Absent | Params::Empty));
        let params = (self.params.is_some() && !has_none).then_some("params");
        let has_none = shape.is_some_and(|shape| shape.custom_metadata != Slot::Full);
        let metadata = (self.custom_metadata.is_some() && !has_none).then_some("customMetadata");
        params.into_iter().chain(metadata)
    }

    /// Checks what an event of this type has beside the documents' members.
    fn check_beside(&self, event_type: Option<EventType>, checker: &mut Checker) {
        checker.inside("playerTime", "player_time", |checker| {
            checker.extra(PlayerTime::SHAPE, &self.player_time);
        });
        for key in self.doubled_parts(event_type) {
            checker.shadowed(key);
        }
        for (key, _) in self.members.iter().filter(|(key, _)| is_envelope_key(key)) {
            checker.shadowed(key);
        }
    }
}

impl fmt::Debug for EventExtra {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = |object: &Map<String, Value>| object.keys().cloned().collect::<Vec<_>>();
        to.debug_struct("EventExtra")
            .field("members", &self.members)
            .field("player_time", &self.player_time)
            .field("params", &self.params.as_ref().map(keys))
            .field("custom_metadata", &self.custom_metadata.as_ref().map(keys))
            .finish()
    }
}

/// Most events have nothing extra: a pointer keeps them small, which decides the speed of reading.
#[derive(Clone, Default)]
struct Rare(Option<Box<EventExtra>>);

impl PartialEq for Rare {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(left), Some(right)) => left == right,
            (Some(one), None) | (None, Some(one)) => **one == EventExtra::default(),
        }
    }
}

impl fmt::Debug for Rare {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            None => to.write_str("none"),
            Some(extra) => extra.fmt(to),
        }
    }
}

/// An event of a type that the documents do not know.
///
/// Only a tolerant reader makes one of what it receives. It is written back as it came.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OtherEvent {
    /// The type, as it stands on the wire.
    pub event_type: String,
    /// Its `params`.
    pub params: Option<Value>,
    /// Its `customMetadata`.
    pub custom_metadata: Option<Value>,
}

impl OtherEvent {
    /// An event of this type, with nothing in it.
    #[must_use]
    pub fn new(event_type: impl Into<String>) -> Self {
        Self { event_type: event_type.into(), params: None, custom_metadata: None }
    }
}

/// Shows the type, and hides the values.
impl fmt::Debug for OtherEvent {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("OtherEvent").field("event_type", &self.event_type).finish_non_exhaustive()
    }
}

#[cfg(feature = "validator")]
impl ::validator::Validate for Event {
    fn validate(&self) -> Result<(), ::validator::ValidationErrors> {
        crate::support::validation::validate(self)
    }
}

/// One of the documents' events: a `oneOf` over the event types.
#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for Event {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Event".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        crate::support::json_schema::any_event()
    }
}

/// Any event of the documents' types, valid on the wire and within a sender's constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for Event {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        let event_type = EventType::arbitrary(source);
        let time = PlayerTime::arbitrary(source);
        let mut event = Self::new(time, EventBody::generate(event_type, source));
        if event_type.shape().qoe_data == Slot::Full && bool::arbitrary(source) {
            event.qoe_data = Some(Box::new(QoeData::arbitrary(source)));
        }
        event
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let mut smaller = Vec::new();
        if self.qoe_data.is_some() {
            smaller.push(Self { qoe_data: None, ..self.clone() });
        }
        if self.custom_metadata().is_some() {
            let mut bare = self.clone();
            if let Some(metadata) = bare.body.custom_metadata_mut() {
                *metadata = None;
            }
            smaller.push(bare);
        }
        Box::new(smaller.into_iter())
    }
}
