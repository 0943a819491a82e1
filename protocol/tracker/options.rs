//! How a tracker works.

use serde::{Deserialize, Serialize};

use super::rules::{HOLD, TrackerMode};

/// How a tracker works. [`Media`](super::Media) can say otherwise for one viewing.
///
/// ```
/// use media_collection::tracker::{OnlineSessions, Tracker, TrackerOptions};
///
/// let mut options = TrackerOptions::default();
/// options.granular_ad_pings = true;
/// let tracker = Tracker::with_options(OnlineSessions::new(), options);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct TrackerOptions {
    /// What it should do, or exactly what an SDK does.
    pub mode: TrackerMode,
    /// How long calls after the start of a session are held, in milliseconds, so that an ad break
    /// before the content can come first; 0 for not at all. 250 by default.
    pub hold: i64,
    /// Whether there is a ping every second in ads, instead of every ten. Downloaded sessions have
    /// one every 50 seconds in any case.
    pub granular_ad_pings: bool,
    /// Whether an ad that starts without an ad break gets one of its own, for players whose ads come
    /// without breaks. The ads of one break follow one another within a second; the break ends at
    /// the end of its last ad.
    pub automatic_ad_breaks: bool,
}

impl Default for TrackerOptions {
    fn default() -> Self {
        Self {
            mode: TrackerMode::default(),
            hold: HOLD,
            granular_ad_pings: false,
            automatic_ad_breaks: false,
        }
    }
}
