//! Recording a downloaded session event by event, for players that call back.

use serde::{Deserialize, Serialize};

use super::downloaded::DownloadedSession;
use super::methods::{recording_methods, standing_methods};
use super::recording::{Recording, recordable};
use super::rules::Rule;
use super::state::{Phase, Progress, Recorded};
use crate::constraints::Violations;
use crate::event::{Event, EventBody, PlayerTime, SessionStart};

/// Records a downloaded session, in whatever order a player's callbacks come.
///
/// It refuses what would lose data and says which [`Rule`] forbids it. It has no clock: every
/// event brings its time. It can be stored and restored through serde at any moment, so that a
/// recording survives a restart of the app.
///
/// ```
/// use media_collection::{PlayerTime, Recorder, Refused, Rule};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// let mut recorder = Recorder::downloaded(start);
/// recorder.play(at(1))?;
///
/// // No ad break is open, so there is no ad to complete. The recorder stays as it was.
/// let refused = recorder.ad_complete(at(2)).unwrap_err();
/// assert_eq!(refused.rule(), Some(Rule::AdInBreak));
///
/// // Two events never share a timestamp: the second moves forward by a millisecond.
/// let recorded = recorder.ping(at(1))?;
/// assert_eq!(recorded.moved_by, 1);
///
/// let session = recorder.finish(at(60));
/// assert_eq!(session.len(), 4);
/// # Ok::<(), Refused>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Recorder(pub(crate) Recording);

impl Recorder {
    /// Begins the recording of a downloaded session.
    ///
    /// The start is taken as it is, apart from a playhead that is no finite number, which becomes
    /// 0. A player may not know the length of the content, or give an infinite one, and then the
    /// session could not be written: [`SessionStart::check`] tells before it is too late.
    #[must_use]
    pub fn downloaded(start: SessionStart) -> Self {
        Self(Recording::new(start))
    }

    /// The event that opened the session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.0.start
    }

    /// What was recorded after the start.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.0.events
    }

    /// The time of the last event.
    #[must_use]
    pub fn last(&self) -> PlayerTime {
        self.0.progress.last.unwrap_or(self.0.start.player_time)
    }

    /// Whether `sessionComplete` or `sessionEnd` was recorded.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.0.progress.phase != Phase::Open
    }

    /// Whether an event of this kind could be recorded now; the error names the rule.
    ///
    /// # Errors
    ///
    /// As [`record`](Self::record).
    pub fn allows(&self, event: &Event) -> Result<(), Rule> {
        let mut event = event.clone();
        self.0.progress.mend(&mut event.player_time);
        self.0.progress.refuses(&event).map_or(Ok(()), Err)
    }

    /// Records an event.
    ///
    /// # Errors
    ///
    /// When it breaks a rule that would lose data, or has no JSON form. The recorder stays as it
    /// was, and the event is handed back.
    pub fn record(&mut self, event: Event) -> Result<Recorded, Refused> {
        let event = recordable(&self.0.progress, event)?;
        Ok(self.0.push(event))
    }

    fn progress(&self) -> &Progress {
        &self.0.progress
    }

    /// The content was watched to its end: closes what is open and adds `sessionComplete`.
    ///
    /// What is open closes in the order in which the official SDKs do it: `adSkip`,
    /// `adBreakComplete`, `chapterSkip`.
    pub fn finish(mut self, at: PlayerTime) -> DownloadedSession {
        self.0.end(Event::session_complete(at));
        DownloadedSession::of(self.0)
    }

    /// The viewing was left: closes what is open and adds `sessionEnd`.
    pub fn abandon(mut self, at: PlayerTime) -> DownloadedSession {
        self.0.end(Event::session_end(at));
        DownloadedSession::of(self.0)
    }
}

recording_methods!(Recorder, record, crate::Refused);
standing_methods!(Recorder);

/// Why an event was not recorded.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// A rule forbids it here.
    #[error("the `{}` event is refused: {} ({})", .event.event_name(), .rule.sentence(), .rule)]
    Rule {
        /// The rule.
        rule: Rule,
        /// The event, handed back.
        event: Box<Event>,
    },
    /// It has no JSON form.
    #[error("the `{}` event has no JSON form: {}", .event.event_name(), .violations)]
    NoJson {
        /// What stands in the way.
        violations: Violations,
        /// The event, handed back.
        event: Box<Event>,
    },
}

impl Refused {
    /// The rule that forbids the event, if it is a rule.
    #[must_use]
    pub fn rule(&self) -> Option<Rule> {
        match self {
            Self::Rule { rule, .. } => Some(*rule),
            Self::NoJson { .. } => None,
        }
    }

    /// The event, handed back.
    #[must_use]
    pub fn into_event(self) -> Event {
        match self {
            Self::Rule { event, .. } | Self::NoJson { event, .. } => *event,
        }
    }
}

/// A recorder can go on from a session of its own making, or from any list of events that it
/// would have recorded.
impl TryFrom<Vec<Event>> for Recorder {
    type Error = super::downloaded::InvalidSession;

    fn try_from(events: Vec<Event>) -> Result<Self, Self::Error> {
        let given = events.first().cloned();
        let session = DownloadedSession::try_from(events)?;
        let mut recorder = Self::downloaded(session.start().clone());
        let mut broken = Vec::new();
        for (index, event) in session.events().iter().enumerate() {
            if let Err(rule) = recorder.allows(event) {
                broken.push((index + 1, rule));
            }
            recorder.0.push(event.clone());
        }
        if broken.is_empty() {
            Ok(recorder)
        } else {
            let mut events = session.into_events();
            // As it came: the session has set the downloaded flag.
            if let (Some(start), Some(given)) = (events.first_mut(), given) {
                *start = given;
            }
            Err(super::downloaded::InvalidSession::new(broken, events))
        }
    }
}

impl EventBody {
    /// Whether an event of this kind ends a session.
    pub(crate) const fn ends(&self) -> bool {
        matches!(self, Self::SessionComplete { .. } | Self::SessionEnd { .. })
    }
}
