//! Small scripts: calls at given times, and the events that come of them.

use media_collection::tracker::{Media, Moment, TrackerMode};
use media_collection::{AdBreakStartParams, SessionStartParams};
use serde_json::{Map, Value, json};

use super::arguments::{Arguments, Told};
use super::driven::Log;
use super::player::{Player, in_memory};

/// The wall clock at the beginning.
const T0: i64 = 1_700_000_000_000;

/// A player whose calls are made at milliseconds since the beginning.
pub struct Script {
    player: Player,
    log: Log,
    now: i64,
}

impl Script {
    pub fn online(mode: TrackerMode) -> Self {
        Self::new(mode, Map::new())
    }

    pub fn downloaded(mode: TrackerMode) -> Self {
        let config = json!({ "config.downloadedcontent": true });
        Self::new(mode, config.as_object().cloned().unwrap_or_default())
    }

    fn new(mode: TrackerMode, config: Map<String, Value>) -> Self {
        let player = Player::new(Arguments { android: true, config }, mode, in_memory);
        Self { player, log: Log::default(), now: 0 }
    }

    /// Makes a call; what is due before it comes before it.
    pub fn at(mut self, millis: i64, told: Told) -> Self {
        self = self.until(millis);
        self.player.call(moment(millis), told, &mut self.log);
        self
    }

    /// Lets the time pass.
    pub fn until(mut self, millis: i64) -> Self {
        while let Some(next) = self.player.next.filter(|next| *next <= millis) {
            self.player.timeout(moment(next), &mut self.log);
        }
        assert!(millis >= self.now, "the script goes back");
        self.now = millis;
        self
    }

    /// The sessions; a downloaded one that has not ended is closed.
    pub fn sessions(mut self) -> Vec<Vec<Value>> {
        self.player.end_process(&mut self.log);
        self.log.sessions.into_iter().map(|session| session.events).collect()
    }

    /// The events of all sessions, each in a line: what it is, when, and at which playhead.
    pub fn events(self) -> Vec<String> {
        self.sessions().iter().flatten().map(line).collect()
    }
}

fn moment(millis: i64) -> Moment {
    Moment::new(millis, T0 + millis)
}

fn line(event: &Value) -> String {
    let kind = event["eventType"].as_str().unwrap_or_default();
    let resume = if event["params"]["media.resume"] == true { " resume" } else { "" };
    let quality = if event["qoeData"].is_null() { "" } else { " qoe" };
    let time = &event["playerTime"];
    let millis = time["ts"].as_i64().map_or(-1, |ts| ts - T0);
    format!("{kind}{resume}{quality} @{millis} {}", time["playhead"])
}

/// A start whose calls are held so long.
pub fn start(hold: i64) -> Told {
    Told::Start(Box::new(Media::new(params("episode-42")).with_hold(hold)))
}

/// A start that no tracker takes.
pub fn invalid_start() -> Told {
    Told::Start(Box::new(Media::new(params(""))))
}

fn params(id: &str) -> SessionStartParams {
    SessionStartParams::builder()
        .analytics_tracking_server("t.example.com")
        .analytics_report_suite("suite")
        .visitor_marketing_cloud_org_id("ORG@AdobeOrg")
        .id(id)
        .name("Episode 42")
        .length(1_800.0)
        .content_type("vod")
        .player_name("tv")
        .channel("c")
        .build()
}

pub fn ad_break(second: f64) -> Told {
    let params =
        AdBreakStartParams::builder().pod_index(1).pod_second(second).pod_friendly_name("mid");
    Told::AdBreakStart(Box::new(params.build()))
}
