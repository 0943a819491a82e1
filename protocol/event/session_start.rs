//! The event that opens a session.

use super::envelope::Event;
use super::envelope_rules::Parts;
use super::event_extra::{EventExtra, LazyExtra};
use super::metadata::{CustomMetadata, WithMetadata};
use super::original::Original;
use super::types::{EventBody, EventType, PlayerTime, QoeData, SessionStartParams};
use crate::constraints::{Check, Checker, ConstraintError, ParseError, Returned};
use crate::schema::{Limits, keys};

/// The event that opens a session: the content, the viewer, and the report suite to report to.
///
/// It is the first event of a session, and the only one that is sent to the sessions endpoint.
/// `media.downloaded` is not set here: the library writes or drops it according to the endpoint.
///
/// ```
/// use media_collection::{PlayerTime, SessionStart, SessionStartParams};
///
/// let start = SessionStart::new(
///     PlayerTime::new(0.0, 1_700_000_000_000),
///     SessionStartParams::builder()
///         .analytics_tracking_server("metrics.example.com")
///         .analytics_report_suite("example-suite")
///         .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
///         .id("episode-42")
///         .length(1_800.0)
///         .content_type("vod")
///         .player_name("living-room")
///         .channel("example")
///         .build(),
/// );
/// assert!(start.check().is_ok());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SessionStart {
    /// Position of the playhead (seconds), and time (milliseconds since the Unix epoch).
    pub player_time: PlayerTime,
    /// The content, the viewer, and the report suite.
    pub params: SessionStartParams,
    /// Custom metadata of the whole session.
    pub custom_metadata: Option<CustomMetadata>,
    /// The quality of experience at the start.
    pub qoe_data: Option<Box<QoeData>>,
    pub(crate) extra: LazyExtra,
}

impl SessionStart {
    /// Makes a start without metadata.
    #[must_use]
    pub fn new(player_time: PlayerTime, params: SessionStartParams) -> Self {
        Self { player_time, params, custom_metadata: None, qoe_data: None, extra: LazyExtra(None) }
    }

    /// Adds custom metadata.
    #[must_use]
    pub fn with_metadata(mut self, metadata: CustomMetadata) -> Self {
        self.custom_metadata = Some(metadata);
        self
    }

    /// Adds the quality of experience at the start.
    #[must_use]
    pub fn with_qoe(mut self, qoe: QoeData) -> Self {
        self.qoe_data = Some(Box::new(qoe));
        self
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

    /// Original literals of strings, which are written back unchanged.
    pub(crate) fn originals(&self) -> &[Original] {
        self.extra().map_or(&[], |extra| &extra.originals)
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

/// The same checks as for the event.
impl Check for SessionStart {
    fn check_into(&self, _: &Limits, checker: &mut Checker) {
        let parts = Parts {
            event_type: EventType::SessionStart,
            has_metadata: self.custom_metadata.is_some(),
            qoe_data: self.qoe_data.as_deref(),
            foreign_quality: self.extra().is_some_and(|extra| extra.foreign_quality),
        };
        parts.check_into(checker);
        checker.part(keys::PLAYER_TIME, "player_time", &self.player_time);
        checker.params(&self.params);
        checker.custom_metadata(self.custom_metadata.as_ref());
        if let Some(qoe) = &self.qoe_data {
            checker.part(keys::QOE_DATA, "qoe_data", &**qoe);
        }
        if let Some(extra) = self.extra() {
            extra.check_extra(Some(EventType::SessionStart), checker);
        }
    }
}

impl From<SessionStart> for Event {
    fn from(start: SessionStart) -> Self {
        let payload = WithMetadata::new(start.params, start.custom_metadata);
        Self {
            player_time: start.player_time,
            body: EventBody::SessionStart(Box::new(payload)),
            qoe_data: start.qoe_data,
            extra: start.extra,
        }
    }
}

impl TryFrom<Event> for SessionStart {
    type Error = Returned<Event, ParseError>;

    fn try_from(event: Event) -> Result<Self, Self::Error> {
        let Event { player_time, body, qoe_data, extra } = event;
        match body {
            EventBody::SessionStart(payload) => Ok(Self {
                player_time,
                params: payload.params,
                custom_metadata: payload.custom_metadata,
                qoe_data,
                extra,
            }),
            body => {
                let event = Event { player_time, body, qoe_data, extra };
                let problem = "is not a `sessionStart`, and only that opens a session";
                Err(Returned::new(event, ParseError::new("the event", problem)))
            }
        }
    }
}

#[cfg(feature = "validator")]
impl ::validator::Validate for SessionStart {
    fn validate(&self) -> Result<(), ::validator::ValidationErrors> {
        crate::constraints::validate(self)
    }
}

/// The schema of a `sessionStart`.
#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for SessionStart {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SessionStart".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        super::json_schema::event_of(EventType::SessionStart)
    }
}

#[cfg(feature = "quickcheck")]
impl ::quickcheck::Arbitrary for SessionStart {
    fn arbitrary(source: &mut ::quickcheck::Gen) -> Self {
        let mut start =
            Self::new(PlayerTime::arbitrary(source), SessionStartParams::arbitrary(source));
        start.custom_metadata = Option::arbitrary(source);
        start.qoe_data = Option::<QoeData>::arbitrary(source).map(Box::new);
        start
    }
}
