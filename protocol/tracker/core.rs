//! What a tracker remembers.

use serde::{Deserialize, Serialize};

use super::options::TrackerOptions;
use super::reading::Reading;
use super::state::State;
use super::ticks::Ticks;
#[cfg(feature = "store")]
use crate::event::PlayerTime;

/// What a tracker remembers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Core {
    pub(super) state: State,
    pub(super) reading: Reading,
    #[serde(default, skip_serializing_if = "Ticks::is_unused")]
    pub(super) ticks: Ticks,
}

/// What a tracker knows, apart from what is recorded: to go on after the end of the process.
///
/// It serialises. Keep it together with the sessions in memory, which serialise as well; a store keeps
/// it by itself.
///
/// ```
/// use media_collection::tracker::{DownloadedSessions, Snapshot, Tracker};
/// # use media_collection::{SessionStartParams, SteadyClock};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(1800.0).content_type("vod").player_name("tv").channel("c").build();
/// # let clock = SteadyClock::new();
///
/// let mut tracker = Tracker::new(DownloadedSessions::new());
/// tracker.session_start(clock.now(), params)?;
/// tracker.play(clock.now())?;
/// let kept = serde_json::to_string(&(tracker.snapshot(), tracker.sessions()))?;
///
/// // The app is stopped, and started again.
/// let (snapshot, sessions): (Snapshot, DownloadedSessions) = serde_json::from_str(&kept)?;
/// let mut tracker = Tracker::resume(snapshot, sessions, clock.now())?;
/// assert!(tracker.is_active() && !tracker.is_playing());
/// tracker.play(clock.now())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    pub(super) core: Core,
    pub(super) options: TrackerOptions,
}

/// The snapshot as a text, without a copy.
pub(super) fn text(core: &Core, options: &TrackerOptions) -> String {
    #[derive(Serialize)]
    struct Written<'a> {
        core: &'a Core,
        options: &'a TrackerOptions,
    }
    // All of it can be serialised.
    serde_json::to_string(&Written { core, options }).unwrap_or_default()
}

impl Snapshot {
    /// Whether events are recorded as they are.
    #[cfg(feature = "store")]
    pub(crate) fn is_verbatim(&self) -> bool {
        self.options.mode.is_verbatim()
    }

    /// The session was ended in the meantime: the viewing goes on in another one.
    #[cfg(feature = "store")]
    pub(crate) fn lose_session(&mut self) {
        self.core.state.lose_session();
    }

    /// Pings were recorded since, the last of them then. `last` is the timestamp of the last event
    /// that the snapshot knows.
    #[cfg(feature = "store")]
    pub(crate) fn pinged(&mut self, last: Option<i64>, ping: PlayerTime) {
        let is_verbatim = self.is_verbatim();
        let Core { state, reading, .. } = &mut self.core;
        let passed = last.map_or(0, |last| ping.ts().saturating_sub(last));
        // Other events come with a snapshot.
        if passed <= 0 || is_verbatim {
            return;
        }
        let (before, known) = (reading.last(), state.last_ts);
        let since = before.ts.saturating_sub(known);
        reading.advance(passed.saturating_sub(since).max(0));
        state.last_ts = known.saturating_add(passed);
        (state.reported_at, state.heard_at) = (reading.last().time, reading.last().time);
        state.playhead = ping.playhead().unwrap_or(state.playhead);
    }
}
