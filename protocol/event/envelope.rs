//! An event: time, body and quality of experience.

use super::at::At;
use super::envelope_rules::Parts;
use super::event_extra::{EventExtra, LazyExtra};
use super::original::Original;
use super::other::OtherEvent;
use super::types::*;
use crate::constraints::{Check, Checker, ConstraintError};
use crate::schema::{Limits, keys};

/// One event of a media session.
///
/// There is a constructor for each event type, named after it. Its arguments are what the event
/// type requires; optional parts are set afterwards.
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
/// # Ok::<(), media_collection::error::ParseError>(())
/// ```
///
/// Code that leaves out a required member does not compile:
///
/// ```compile_fail
/// use media_collection::AdStartParams;
///
/// let no_player = AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).build();
/// ```
///
/// Its `Deserialize` reads [strictly](crate::Mode::Strict) and stops at the first error.
/// [`decode`](Self::decode) takes a policy and reports every violation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Position of the playhead (seconds), and time (milliseconds since the Unix epoch):
    /// `playerTime` on the wire.
    pub player_time: PlayerTime,
    /// What happened: `eventType`, `params` and `customMetadata` on the wire.
    pub body: EventBody,
    /// The quality of experience: `qoeData` on the wire.
    pub qoe_data: Option<Box<QoeData>>,
    pub(crate) extra: LazyExtra,
}

impl Event {
    /// Makes an event with this time and body.
    #[must_use]
    pub fn new(at: impl Into<At>, body: EventBody) -> Self {
        let At { player_time, qoe_data } = at.into();
        Self { player_time, body, qoe_data, extra: LazyExtra(None) }
    }

    /// An event without parameters; `None` if the schemas do not have it, or it needs some.
    pub(crate) fn bare(event_type: EventType, at: impl Into<At>) -> Option<Self> {
        let body = EventBody::without_params(event_type)?;
        event_type.shape().listed.then(|| Self::new(at, body))
    }

    /// `sessionComplete` or `sessionEnd`. If the schemas do not have the first, it is the second, which
    /// every session needs.
    pub(crate) fn ending(event_type: EventType, at: impl Into<At>) -> Self {
        let listed = EventBody::without_params(event_type).filter(|_| event_type.shape().listed);
        let end = || EventBody::without_params(EventType::SessionEnd);
        let never = || EventBody::Other(Box::new(OtherEvent::new(EventType::SessionEnd.as_str())));
        Self::new(at, listed.or_else(end).unwrap_or_else(never))
    }

    /// Adds the quality of experience at that moment.
    #[must_use]
    pub fn with_qoe(mut self, qoe: QoeData) -> Self {
        self.qoe_data = Some(Box::new(qoe));
        self
    }

    /// The event type; `None` for one that the schemas do not describe.
    #[must_use]
    pub const fn event_type(&self) -> Option<EventType> {
        self.body.event_type()
    }

    /// The event type as a string, as on the wire.
    #[must_use]
    pub fn event_name(&self) -> &str {
        match &self.body {
            EventBody::Other(other) => &other.event_type,
            known => known.event_type().map_or("", EventType::as_str),
        }
    }

    /// The custom metadata, if the event type has any and it is set.
    #[must_use]
    pub fn custom_metadata(&self) -> Option<&super::metadata::CustomMetadata> {
        self.body.custom_metadata()
    }

    /// Members that the schemas do not describe.
    #[must_use]
    pub fn extra(&self) -> Option<&EventExtra> {
        self.extra.0.as_deref()
    }

    /// Mutable access to the members that the schemas do not describe.
    pub fn extra_mut(&mut self) -> &mut EventExtra {
        self.extra.0.get_or_insert_default()
    }

    /// Stores the original literal of a string, so that it is written back unchanged.
    pub(crate) fn add_original(&mut self, original: Original) {
        self.extra_mut().originals.push(original);
    }

    /// Original literals of strings, which are written back unchanged.
    pub(crate) fn originals(&self) -> &[Original] {
        self.extra().map_or(&[], |extra| &extra.originals)
    }

    /// What the schema of its type says of the event as a whole is about these parts.
    fn parts(&self) -> Option<Parts<'_>> {
        Some(Parts {
            event_type: self.event_type()?,
            has_metadata: self.custom_metadata().is_some(),
            qoe_data: self.qoe_data.as_deref(),
            foreign_quality: self.extra().is_some_and(|extra| extra.foreign_quality),
        })
    }

    /// Checks sender constraints: ranges, non-empty ids, reserved prefixes.
    ///
    /// # Errors
    ///
    /// Every violated constraint, with a JSON Pointer to the value.
    pub fn check(&self) -> Result<(), ConstraintError> {
        ConstraintError::check(self)
    }
}

impl Check for Event {
    #[inline]
    fn check_into(&self, _: &Limits, checker: &mut Checker) {
        checker.part(keys::PLAYER_TIME, "player_time", &self.player_time);
        self.body.check_into(checker);
        if let Some(qoe) = &self.qoe_data {
            checker.part(keys::QOE_DATA, "qoe_data", &**qoe);
        }
        if ENVELOPE_RULES && let Some(parts) = self.parts() {
            parts.check_into(checker);
        }
        if let Some(extra) = self.extra() {
            extra.check_extra(self.event_type(), checker);
        }
    }
}

#[cfg(feature = "validator")]
impl ::validator::Validate for Event {
    fn validate(&self) -> Result<(), ::validator::ValidationErrors> {
        crate::constraints::validate(self)
    }
}

/// A `oneOf` over the event types that the schemas describe.
#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for Event {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Event".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        super::json_schema::any_event()
    }
}

/// Any event that the schemas describe. It satisfies the schemas and the sender constraints.
#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for Event {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        let event_type = EventType::arbitrary(source);
        let time = PlayerTime::arbitrary(source);
        let mut event = Self::new(time, EventBody::generate(event_type, source));
        let shape = event_type.shape();
        let needs_quality = shape.required.contains(&keys::QOE_DATA);
        if shape.qoe_data == crate::schema::Slot::Full && (needs_quality || bool::arbitrary(source))
        {
            event.qoe_data = Some(Box::new(QoeData::arbitrary(source)));
        }
        if shape.required.contains(&keys::CUSTOM_METADATA)
            && let Some(metadata) = event.body.custom_metadata_mut()
        {
            metadata.get_or_insert_default();
        }
        // The schema of the type may have other members in its quality of experience.
        for _ in 0..1_000 {
            if event.parts().is_none_or(Parts::hold) {
                break;
            }
            event.qoe_data = event.qoe_data.map(|_| Box::new(QoeData::arbitrary(source)));
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
