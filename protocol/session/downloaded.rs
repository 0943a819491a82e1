//! A whole session, ready to be sent in one payload.

use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};

use super::lint::{Finding, lint_from};
use super::rules::Rule;
use super::start_mut::StartMut;
use crate::constraints::Returned;
use crate::event::{Event, EventBody, SessionStart, Tolerant};

use crate::schema::Mode;

/// A downloaded session: its start, and the events after it, in order.
///
/// It is sent to the downloaded endpoint as one JSON array with `media.downloaded: true`. Both
/// follow from the type and cannot be changed. It comes from a [`Recorder`](crate::Recorder), from
/// the [typed builder](crate::Session::downloaded), from events that were read ([`TryFrom`]), or
/// from [`repair`](Self::repair).
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a session is reported only when it is sent"]
pub struct DownloadedSession {
    start: SessionStart,
    events: Vec<Event>,
}

impl DownloadedSession {
    pub(super) fn new(mut start: SessionStart, events: Vec<Event>) -> Self {
        start.params.say_downloaded(Some(true));
        Self { start, events }
    }

    /// The event that opened the session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.start
    }

    /// Mutable access to the start, to replace an identity or a configuration before it is sent.
    #[must_use = "it changes nothing by itself"]
    pub fn start_mut(&mut self) -> StartMut<'_> {
        let next = self.events.first().map(|next| next.player_time.ts());
        StartMut::new(&mut self.start, Some(true), next)
    }

    /// The events after the start.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// How many events it has, including the start.
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // It always has its start.
    pub fn len(&self) -> usize {
        self.events.len() + 1
    }

    /// All events, the start first.
    #[must_use]
    pub fn into_events(self) -> Vec<Event> {
        let mut events = self.events;
        events.insert(0, self.start.into());
        events
    }

    /// Which rules the session breaks.
    #[must_use]
    pub fn lint(&self) -> Vec<Finding> {
        lint_from(&self.start, &self.events)
    }
}

/// A JSON array of all events, the start first.
impl Serialize for DownloadedSession {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut array = serializer.serialize_seq(Some(self.len()))?;
        array.serialize_element(&self.start)?;
        for event in &self.events {
            array.serialize_element(event)?;
        }
        array.end()
    }
}

/// Makes a session of events that were read, if the back end would accept them as one.
///
/// Events that the back end would accept and ignore are no error here;
/// [`lint`](DownloadedSession::lint) reports them. The downloaded flag is set to true.
impl TryFrom<Vec<Event>> for DownloadedSession {
    type Error = Returned<Vec<Event>, InvalidSession>;

    fn try_from(events: Vec<Event>) -> Result<Self, Self::Error> {
        Self::receive(events, Mode::Strict)
    }
}

/// Does the same, and keeps event types that the schemas do not know, so that a relay loses nothing.
///
/// ```
/// use media_collection::{DownloadedSession, Event, Policy, Tolerant};
/// # let start = r#"{"eventType":"sessionStart","playerTime":{"playhead":0,"ts":1},"params":{
/// #     "analytics.trackingServer":"t","analytics.reportSuite":"s",
/// #     "visitor.marketingCloudOrgId":"O@AdobeOrg","media.id":"e","media.length":60,
/// #     "media.contentType":"vod","media.playerName":"tv","media.channel":"c"}}"#;
/// # let text = format!(r#"[{start},{{"eventType":"applause","playerTime":{{"playhead":1,"ts":2}}}}]"#);
/// let events = Event::decode_batch(text.as_bytes(), &Policy::tolerant())?;
/// assert!(DownloadedSession::try_from(events.clone()).is_err());
/// let session = DownloadedSession::try_from(Tolerant(events))?;
/// assert_eq!(session.events()[0].event_name(), "applause");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl TryFrom<Tolerant<Vec<Event>>> for DownloadedSession {
    type Error = Returned<Tolerant<Vec<Event>>, InvalidSession>;

    fn try_from(Tolerant(events): Tolerant<Vec<Event>>) -> Result<Self, Self::Error> {
        Self::receive(events, Mode::Tolerant)
            .map_err(|Returned { value, error }| Returned::new(Tolerant(value), error))
    }
}

/// An array of a `sessionStart` and other events.
#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for DownloadedSession {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DownloadedSession".into()
    }

    fn json_schema(source: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        let start = source.subschema_for::<SessionStart>();
        let event = source.subschema_for::<Event>();
        ::schemars::json_schema!({
            "type": "array",
            "description": "A downloaded session: its start, and the events after it, in order.",
            "prefixItems": [start],
            "items": event,
            "minItems": 1,
        })
    }
}

impl DownloadedSession {
    /// Does the same as `TryFrom`. In tolerant mode events of unknown types are accepted.
    pub(crate) fn receive(
        mut events: Vec<Event>,
        mode: Mode,
    ) -> Result<Self, Returned<Vec<Event>, InvalidSession>> {
        let findings = rejected_rules(&events, mode);
        if !findings.is_empty() {
            return Err(Returned::new(events, InvalidSession { findings }));
        }
        match SessionStart::try_from(events.remove(0)) {
            Ok(start) => Ok(Self::new(start, events)),
            Err(Returned { value, .. }) => {
                events.insert(0, value);
                Err(Returned::new(events, InvalidSession::of(Rule::StartFirst)))
            }
        }
    }
}

/// The broken rules for which the back end rejects a batch.
fn rejected_rules(events: &[Event], mode: Mode) -> Vec<Finding> {
    let mut findings = Vec::new();
    if events.is_empty() {
        findings.push(Finding::of(Rule::NotEmpty, 0));
    }
    for (index, event) in events.iter().enumerate() {
        let is_start = matches!(event.body, EventBody::SessionStart { .. });
        match index {
            0 if !is_start => findings.push(Finding::of(Rule::StartFirst, 0)),
            0 => {}
            _ if is_start => findings.push(Finding::of(Rule::OneStart, index)),
            _ => {}
        }
        if mode == Mode::Strict && matches!(event.body, EventBody::Other(_)) {
            findings.push(Finding::of(Rule::KnownEvent, index));
        }
    }
    findings
}

/// Why a list of events is not a session.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the events are not a session: {}", listed(.findings))]
#[non_exhaustive]
pub struct InvalidSession {
    /// Every broken rule.
    pub findings: Vec<Finding>,
}

impl InvalidSession {
    pub(super) fn of(rule: Rule) -> Self {
        Self { findings: vec![Finding::of(rule, 0)] }
    }
}

fn listed(findings: &[Finding]) -> String {
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
