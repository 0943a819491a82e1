//! What is going to be watched, and how it is tracked.

use serde::{Deserialize, Serialize};

use super::shared::Restore;
use crate::event::{CustomMetadata, PlayerTime, SessionStart, SessionStartParams, WithMetadata};
use crate::session::tolerant_serde;

/// What is going to be watched: the parameters of `sessionStart`, and how the viewing is tracked.
///
/// The tracker sets the times. If the viewing goes on in another session, that has the same
/// parameters and `media.resume: true`.
///
/// ```
/// use media_collection::tracker::Media;
/// # use media_collection::SessionStartParams;
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(1800.0).content_type("vod").player_name("tv").channel("c").build();
///
/// // A viewing that goes on at minute 12, with ads that are pinged every second.
/// let media = Media::new(params).resumed_at(720.0).with_granular_ad_pings(true);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Media {
    #[serde(deserialize_with = "tolerant_serde::start")]
    pub(super) start: SessionStart,
    #[serde(default)]
    pub(super) hold: Option<i64>,
    #[serde(default)]
    pub(super) granular_ad_pings: Option<bool>,
    #[serde(default)]
    pub(super) automatic_ad_breaks: Option<bool>,
    #[serde(default)]
    pub(super) live: Option<Live>,
}

/// A live stream, whose playhead the tracker makes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Live {
    /// How far behind the live edge the viewing begins, in milliseconds.
    pub(super) behind: i64,
    /// The viewing stays behind after a pause.
    pub(super) dvr: bool,
}

impl Media {
    /// With the parameters of `sessionStart`, and its custom metadata if there is any. The playhead
    /// is 0.
    #[must_use]
    pub fn new(params: impl Into<WithMetadata<SessionStartParams>>) -> Self {
        let WithMetadata { params, custom_metadata } = params.into();
        let mut start = SessionStart::new(PlayerTime::of_ts(0), params);
        start.custom_metadata = custom_metadata;
        Self { start, hold: None, granular_ad_pings: None, automatic_ad_breaks: None, live: None }
    }

    /// The viewing begins at this playhead, in seconds. A number that is negative or not finite changes
    /// nothing.
    #[must_use]
    pub fn at_playhead(mut self, seconds: f64) -> Self {
        if seconds.is_finite() && seconds >= 0.0 {
            self.start.player_time.set_playhead(seconds);
        }
        self
    }

    /// The viewing goes on where an earlier one ended: sets the playhead, in seconds, and
    /// `media.resume`.
    #[must_use]
    pub fn resumed_at(mut self, seconds: f64) -> Self {
        self.start.params.say_resume(Some(true));
        self.at_playhead(seconds)
    }

    /// How long calls are held for an ad break before the content, in milliseconds; 0 for not at
    /// all. Without it, that of the [`TrackerOptions`](super::TrackerOptions).
    #[must_use]
    pub const fn with_hold(mut self, millis: i64) -> Self {
        self.hold = Some(millis);
        self
    }

    /// Whether there is a ping every second in ads, instead of every ten. Downloaded sessions have
    /// one every 50 seconds in any case.
    #[must_use]
    pub const fn with_granular_ad_pings(mut self, granular: bool) -> Self {
        self.granular_ad_pings = Some(granular);
        self
    }

    /// Whether an ad without an ad break gets one of its own: see
    /// [`TrackerOptions::automatic_ad_breaks`](super::TrackerOptions::automatic_ad_breaks).
    #[must_use]
    pub const fn with_automatic_ad_breaks(mut self, automatic: bool) -> Self {
        self.automatic_ad_breaks = Some(automatic);
        self
    }

    /// A live stream: its playhead is the second of the UTC day, which the tracker makes from the
    /// time. It stands still while nothing plays and in ad breaks, and is that of the live edge again
    /// when the stream goes on.
    #[must_use]
    pub const fn live(mut self) -> Self {
        self.live = Some(Live { behind: 0, dvr: false });
        self
    }

    /// The same for a stream that can be paused: it goes on where it stood. It begins so many seconds
    /// behind the live edge.
    #[must_use]
    pub fn live_with_dvr(mut self, behind: f64) -> Self {
        self.live = Some(Live { behind: (behind * 1_000.0) as i64, dvr: true });
        self
    }

    /// The event that opens the session, without its time.
    #[must_use]
    pub const fn start(&self) -> &SessionStart {
        &self.start
    }
}

impl From<SessionStartParams> for Media {
    fn from(params: SessionStartParams) -> Self {
        Self::new(params)
    }
}

impl From<(SessionStartParams, CustomMetadata)> for Media {
    fn from(both: (SessionStartParams, CustomMetadata)) -> Self {
        Self::new(both)
    }
}

impl Restore for Media {
    fn restore<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}
