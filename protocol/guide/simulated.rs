use media_collection::tracker::{Sessions, Tracker};
use media_collection::{AdStartParams, Event, SessionStartParams};

/// A player without a picture: its tracker, the time in milliseconds, and the playhead in seconds.
pub struct Player<S> {
    pub tracker: Tracker<S>,
    pub now: i64,
    pub playhead: f64,
}

impl<S: Sessions> Player<S> {
    pub fn new(sessions: S) -> Self {
        Self { tracker: Tracker::new(sessions), now: 1_700_000_000_000, playhead: 0.0 }
    }

    /// The run loop, for so many seconds: the timer when it runs out, the playhead every second.
    pub fn pass(&mut self, seconds: i64) {
        for _ in 0..seconds {
            self.now += 1_000;
            while let Some(due) = self.tracker.poll_timeout().filter(|due| *due <= self.now) {
                self.tracker.handle_timeout(due).unwrap();
            }
            if self.tracker.is_playing() && !self.tracker.ad_break_is_open() {
                self.playhead += 1.0;
            }
            self.tracker.playhead(self.now, self.playhead).unwrap();
        }
    }
}

pub fn film() -> SessionStartParams {
    SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("film-42")
        .length(5_400.0)
        .content_type("vod")
        .player_name("living-room")
        .channel("example")
        .build()
}

pub fn spot() -> AdStartParams {
    AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).player_name("tv").build()
}

/// The types of events, each with its second since the player was made.
pub fn told<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<(&'a str, i64)> {
    let second = |event: &Event| (event.player_time.ts - 1_700_000_000_000) / 1_000;
    events.into_iter().map(|event| (event.event_name(), second(event))).collect()
}
