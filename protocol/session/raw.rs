//! Events as they were given, which may be wrong.

use super::downloaded::{DownloadedSession, InvalidSession};
use super::lint::{Finding, lint};
use super::rules::Rule;
use crate::constraints::Returned;
use crate::event::{Event, Tolerant};

/// The events of a session as they were given: out of order, with equal times, or with a playhead
/// that is no number, which is written as `null`. For relays, replays and comparisons.
///
/// It comes from a [`Verbatim`](crate::recorder::Verbatim) recorder or from any list of events. It
/// [encodes](Self::encode), uploads ([`Collector::upload_raw`](crate::Collector::upload_raw)) and
/// [lints](Self::lint). If the back end would accept it, it becomes a [`DownloadedSession`] by
/// `TryFrom`.
///
/// ```
/// use media_collection::{DownloadedSession, Event, PlayerTime, RawSession};
///
/// let nowhere = PlayerTime::new(f64::NAN, 1_700_000_000_000);
/// let raw = RawSession::from(vec![Event::ping(nowhere)]);
/// assert_eq!(
///     raw.encode()?,
///     br#"[{"eventType":"ping","playerTime":{"playhead":null,"ts":1700000000000}}]"#,
/// );
/// assert!(!raw.lint().is_empty());
/// assert!(DownloadedSession::try_from(raw).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "a session is reported only when it is sent"]
pub struct RawSession {
    events: Vec<Event>,
}

impl RawSession {
    /// The events, in the order in which they were given.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The events, in the order in which they were given.
    #[must_use]
    pub fn into_events(self) -> Vec<Event> {
        self.events
    }

    /// How many events it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether it has no events.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Which rules the session breaks.
    #[must_use]
    pub fn lint(&self) -> Vec<Finding> {
        lint(&self.events)
    }
}

impl From<Vec<Event>> for RawSession {
    fn from(events: Vec<Event>) -> Self {
        Self { events }
    }
}

impl From<DownloadedSession> for RawSession {
    fn from(session: DownloadedSession) -> Self {
        Self::from(session.into_events())
    }
}

/// Keeps event types that the schemas do not know. A playhead that is no number cannot be sent in a
/// valid session.
impl TryFrom<RawSession> for DownloadedSession {
    type Error = Returned<RawSession, InvalidSession>;

    fn try_from(session: RawSession) -> Result<Self, Self::Error> {
        let is_lost = |(_, event): &(usize, &Event)| {
            event.player_time.playhead().is_some_and(|playhead| !playhead.is_finite())
        };
        let lost = session.events.iter().enumerate().filter(is_lost);
        let findings: Vec<_> = lost
            .map(|(index, _)| {
                let mut finding = Finding::of(Rule::SenderConstraint, index);
                finding.message = "`/playerTime/playhead` is not a finite number".into();
                finding
            })
            .collect();
        if !findings.is_empty() {
            return Err(Returned::new(session, InvalidSession { findings }));
        }
        Self::try_from(Tolerant(session.events))
            .map_err(|Returned { value, error }| Returned::new(value.0.into(), error))
    }
}

/// An array of events.
#[cfg(feature = "schemars")]
impl ::schemars::JsonSchema for RawSession {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RawSession".into()
    }

    fn json_schema(source: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
        <Vec<Event> as ::schemars::JsonSchema>::json_schema(source)
    }
}
