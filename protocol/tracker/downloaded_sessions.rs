//! Downloaded sessions in memory.

use std::convert::Infallible;

use serde::{Deserialize, Serialize};

use super::outcome::{Discarded, TrackError};
use super::sessions::sealed::Commit;
use super::sessions::{Batch, InMemory, Recording};
use crate::event::SessionStart;

use crate::session::{Downloaded, DownloadedSession, RawSession, Recorder, Verbatim};

/// The sessions of downloaded content, in memory. Take those that have ended, and send or keep them.
///
/// ```
/// use media_collection::SteadyClock;
/// use media_collection::tracker::{DownloadedSessions, Tracker};
/// # use media_collection::SessionStartParams;
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(1800.0).content_type("vod").player_name("tv").channel("c").build();
///
/// let clock = SteadyClock::new();
/// let mut tracker = Tracker::new(DownloadedSessions::new());
/// tracker.session_start(clock.now(), params)?;
/// tracker.play(clock.now())?;
/// tracker.end(clock.now())?;
/// for session in tracker.sessions_mut().take() {
///     println!("{} events", session.len());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It serialises with the session that is being recorded.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DownloadedSessions {
    present: Option<Recording<Downloaded>>,
    ended: Vec<Recording<Downloaded>>,
}

impl DownloadedSessions {
    /// No sessions yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The session that is being recorded.
    #[must_use]
    pub fn present(&self) -> Option<&Recorder> {
        self.present.as_ref().map(Recording::recorder)
    }

    /// Takes the sessions that have ended. Those of a faithful tracker are
    /// [taken as they are](Self::take_raw).
    #[must_use = "the sessions are not sent"]
    pub fn take(&mut self) -> Vec<DownloadedSession> {
        let (rules, verbatim) = std::mem::take(&mut self.ended)
            .into_iter()
            .partition(|ended| matches!(ended, Recording::Rules(_)));
        self.ended = verbatim;
        let rules: Vec<Recording<Downloaded>> = rules;
        let sessions = rules.into_iter().filter_map(|ended| match ended {
            Recording::Rules(recorder) => Some(recorder.into_session()),
            Recording::Verbatim(_) => None,
        });
        sessions.collect()
    }

    /// Takes the sessions that have ended, as they were recorded.
    #[must_use = "the sessions are not sent"]
    pub fn take_raw(&mut self) -> Vec<RawSession> {
        let ended = std::mem::take(&mut self.ended).into_iter();
        let sessions = ended.map(|ended| match ended {
            Recording::Rules(recorder) => recorder.into_session().into(),
            Recording::Verbatim(recorder) => recorder.into_session(),
        });
        sessions.collect()
    }
}

impl InMemory for DownloadedSessions {
    type Sink = Downloaded;

    fn begin(&mut self, start: SessionStart, verbatim: bool) {
        self.present = Some(if verbatim {
            Recording::Verbatim(Verbatim::downloaded(start))
        } else {
            Recording::Rules(Recorder::downloaded(start))
        });
    }

    fn present(&mut self) -> Option<&mut Recording<Downloaded>> {
        self.present.as_mut()
    }

    fn put_away(&mut self) {
        self.ended.extend(self.present.take());
    }
}

impl Commit for DownloadedSessions {
    type Failure = Infallible;

    fn can_fail(&self) -> bool {
        false
    }

    fn are_downloaded(&self) -> bool {
        true
    }

    fn commit(
        &mut self,
        batch: Batch<'_>,
        _: &dyn Fn() -> String,
    ) -> Result<(), TrackError<Infallible>> {
        self.record_all(batch)
    }

    fn discard(&mut self) -> Result<Discarded, Infallible> {
        self.put_away();
        let ended = std::mem::take(&mut self.ended);
        let events = ended.iter().map(|ended| ended.recorder().events().len() + 1).sum();
        Ok(Discarded::new(ended.len(), events))
    }

    fn is_recording(&self) -> bool {
        self.present.is_some()
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, Infallible> {
        let present = self.present.as_mut();
        present
            .map_or(Ok(false), |present| present.recorder_mut().change_start(|start| change(start)))
    }
}

#[derive(Serialize, Deserialize)]
struct Stored<P, E> {
    /// Whether events are recorded as they are.
    verbatim: bool,
    present: P,
    ended: E,
}

impl Serialize for DownloadedSessions {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = self.present.iter().chain(&self.ended);
        let stored = Stored {
            verbatim: all.clone().any(|one| matches!(one, Recording::Verbatim(_))),
            present: self.present(),
            ended: self.ended.iter().map(Recording::recorder).collect::<Vec<_>>(),
        };
        stored.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for DownloadedSessions {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Stored { verbatim, present, ended } =
            Stored::<Option<Recorder>, Vec<Recorder>>::deserialize(deserializer)?;
        let recording = |recorder| {
            if verbatim {
                Recording::Verbatim(Verbatim(recorder))
            } else {
                Recording::Rules(recorder)
            }
        };
        Ok(Self {
            present: present.map(recording),
            ended: ended.into_iter().map(recording).collect(),
        })
    }
}
