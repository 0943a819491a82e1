//! A whole session, ready to be sent in one payload.

use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};

use super::lint::{Finding, lint_from};
use super::recorder::{Recorder, Recording};
use super::rules::Rule;
use crate::bindings::EventBody;
use crate::decode::Policy;
use crate::direct::close_array;
use crate::encode::{append, below_index, to_json};
use crate::error::{DecodeError, EncodeError};
use crate::event::{Event, SessionStart};
use crate::mode::Mode;

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

    /// Writes the JSON array: the body of the request.
    ///
    /// # Errors
    ///
    /// When a number is infinite or no number, or a key in an `extra` has a field of its own.
    /// Events that were recorded or read always have a JSON form.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        let lists =
            || std::iter::once(self.start.kept()).chain(self.events.iter().map(Event::kept));
        let write = |text: &mut Vec<u8>| {
            text.push(b',');
            append(&self.start, text)?;
            for event in &self.events {
                text.push(b',');
                append(event, text)?;
            }
            close_array(text, 0);
            Ok(())
        };
        to_json(self, || below_index(lists()), write).map_err(|error| {
            // The list knows the places; the error only what serde made of it.
            Event::encode_batch(&self.clone().into_events())
                .err()
                .unwrap_or_else(|| EncodeError::unplaced(&error))
        })
    }

    /// Reads the JSON array.
    ///
    /// # Errors
    ///
    /// When it cannot be read as events, or the events are no session.
    pub fn decode(text: &[u8], policy: &Policy) -> Result<Self, DecodeSessionError> {
        Ok(Self::receive(Event::decode_batch(text, policy)?, policy.mode)?)
    }

    /// Makes a session of a recording that was cut off, as the official SDKs do when they find
    /// one: drops what comes before the start and after the end, closes what is open, and ends
    /// it where it broke off. A `sessionEnd` after `sessionComplete` stays.
    ///
    /// The SDKs give the end the time of the last event; here each event has a time of its own.
    ///
    /// # Errors
    ///
    /// When there is no `sessionStart` among the events: they are handed back.
    ///
    /// ```
    /// # use media_collection::{DownloadedSession, Event, PlayerTime, SessionStart, SessionStartParams};
    /// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
    /// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
    /// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
    /// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
    /// # let start = SessionStart::new(at(0), params);
    /// let cut_off = vec![start.into(), Event::play(at(1)), Event::ping(at(11))];
    /// let (session, repairs) = DownloadedSession::repair(cut_off)?;
    /// assert_eq!(session.events().last().map(Event::event_name), Some("sessionEnd"));
    /// assert_eq!(repairs.added.len(), 1);
    /// # Ok::<(), media_collection::InvalidSession>(())
    /// ```
    pub fn repair(events: Vec<Event>) -> Result<(Self, Repairs), InvalidSession> {
        let is_start = |event: &Event| matches!(event.body, EventBody::SessionStart { .. });
        let is_complete = |event: &Event| matches!(event.body, EventBody::SessionComplete { .. });
        let is_end = |event: &Event| matches!(event.body, EventBody::SessionEnd { .. });
        let Some(first) = events.iter().position(is_start) else {
            let rule = if events.is_empty() { Rule::NotEmpty } else { Rule::StartFirst };
            return Err(InvalidSession::new(vec![(0, rule)], events));
        };
        let mut repairs = Repairs { dropped_before: first, ..Repairs::default() };
        let mut rest = events.into_iter().skip(first);
        let Some(Ok(start)) = rest.next().map(SessionStart::try_from) else {
            unreachable!("the position is that of a start")
        };
        let mut recording = Recording::new(start);
        let mut kept = Vec::new();
        let mut ended = false;
        for event in rest {
            if ended {
                // Only this may follow `sessionComplete`, and nothing follows this.
                let last = kept.last().is_some_and(is_complete) && is_end(&event);
                if last {
                    kept.push(event);
                } else {
                    repairs.dropped_after += 1;
                }
            } else if is_start(&event) || matches!(event.body, EventBody::Other(_)) {
                repairs.dropped_between += 1;
            } else {
                ended = event.body.ends();
                kept.push(event);
            }
        }
        for event in kept {
            if event.body.ends() {
                let closing = recording.progress.closing(event.player_time);
                for event in closing {
                    repairs.added.push(recording.events.len() + 1);
                    recording.push(event);
                }
            }
            if recording.push(event).moved_by > 0 {
                repairs.moved += 1;
            }
        }
        if !ended {
            let last = recording.progress.last.unwrap_or(recording.start.player_time);
            let before = recording.events.len();
            recording.end(Event::session_end(last));
            repairs.added.extend(before + 1..=recording.events.len());
        }
        Ok((Self::of(recording), repairs))
    }
}

/// What [`DownloadedSession::repair`] did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Repairs {
    /// How many events before the first `sessionStart` were dropped.
    pub dropped_before: usize,
    /// How many further starts, and events of unknown types, were dropped.
    pub dropped_between: usize,
    /// How many events after the end were dropped.
    pub dropped_after: usize,
    /// How many timestamps were moved forward, to come after the one before.
    pub moved: usize,
    /// The indices, in the repaired session, of the events that were added.
    pub added: Vec<usize>,
}

impl Repairs {
    /// Whether nothing needed to be done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
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

/// Why a text is no downloaded session.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeSessionError {
    /// The text cannot be read as events.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// The events are no session.
    #[error(transparent)]
    Session(#[from] InvalidSession),
}
