//! A whole session, ready to be sent in one payload.

use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};

use super::lint::{Finding, lint_from};
use super::recorder::Recorder;
use super::recording::Recording;
use super::rules::Rule;
use crate::event::{Event, EventBody, SessionStart};
use crate::schema::Mode;

/// A downloaded session: its start, and everything after it, in order.
///
/// It is sent to the downloaded endpoint as one JSON array, and `media.downloaded` is true in
/// it. Neither can be set otherwise: both follow from the type. It comes from a
/// [`Recorder`](crate::Recorder), from the [typed builder](crate::Session::downloaded), from
/// events that were read ([`TryFrom`]), or from [`repair`](Self::repair).
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a session is reported only when it is sent"]
pub struct DownloadedSession {
    start: SessionStart,
    events: Vec<Event>,
}

impl DownloadedSession {
    pub(crate) fn of(recording: Recording) -> Self {
        Self::new(recording.start, recording.events)
    }

    fn new(mut start: SessionStart, events: Vec<Event>) -> Self {
        start.params.downloaded = Some(true);
        Self { start, events }
    }

    /// The event that opened the session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.start
    }

    /// The events after the start.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// How many events it has, the start among them.
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

/// The JSON array.
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

/// Events that were read become a session if the back end would take them for one.
///
/// What it would accept and ignore is let through: [`lint`](DownloadedSession::lint) tells. The
/// downloaded flag becomes true whatever it was.
impl TryFrom<Vec<Event>> for DownloadedSession {
    type Error = InvalidSession;

    fn try_from(events: Vec<Event>) -> Result<Self, InvalidSession> {
        Self::receive(events, Mode::Strict)
    }
}

impl DownloadedSession {
    /// As `TryFrom`; a tolerant receiver keeps events of unknown types.
    pub(crate) fn receive(mut events: Vec<Event>, mode: Mode) -> Result<Self, InvalidSession> {
        let broken = broken(&events, mode);
        if !broken.is_empty() {
            return Err(InvalidSession::new(broken, events));
        }
        match SessionStart::try_from(events.remove(0)) {
            Ok(start) => Ok(Self::new(start, events)),
            Err(not) => {
                events.insert(0, *not.event);
                Err(InvalidSession::new(vec![(0, Rule::StartFirst)], events))
            }
        }
    }
}

/// The rules that make the back end refuse a batch.
fn broken(events: &[Event], mode: Mode) -> Vec<(usize, Rule)> {
    let mut broken = Vec::new();
    if events.is_empty() {
        broken.push((0, Rule::NotEmpty));
    }
    for (index, event) in events.iter().enumerate() {
        let is_start = matches!(event.body, EventBody::SessionStart { .. });
        match index {
            0 if !is_start => broken.push((0, Rule::StartFirst)),
            0 => {}
            _ if is_start => broken.push((index, Rule::OneStart)),
            _ => {}
        }
        if mode == Mode::Strict && matches!(event.body, EventBody::Other(_)) {
            broken.push((index, Rule::KnownEvent));
        }
    }
    broken
}

impl From<Recorder> for DownloadedSession {
    /// As far as it was recorded: an open session stays open.
    fn from(recorder: Recorder) -> Self {
        Self::of(recorder.0)
    }
}

/// Why a list of events is no session.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the events are no session: {}", sentences(.findings))]
#[non_exhaustive]
pub struct InvalidSession {
    /// Every broken rule.
    pub findings: Vec<Finding>,
    /// The events, handed back.
    pub events: Vec<Event>,
}

impl InvalidSession {
    pub(crate) fn new(broken: Vec<(usize, Rule)>, events: Vec<Event>) -> Self {
        let finding = |(event, rule): (usize, Rule)| Finding::of(rule, event);
        Self { findings: broken.into_iter().map(finding).collect(), events }
    }
}

fn sentences(findings: &[Finding]) -> String {
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
