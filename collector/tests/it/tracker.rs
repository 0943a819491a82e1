//! A player with a tracker, and everything that happens to it: ads before the content, a pause of
//! more than half an hour, a clock that is set, an app that is stopped, a session that is lost.

use std::collections::BTreeMap;

use media_collection::recorder::NextRequest;
use media_collection::tracker::{Moment, OnlineSessions, Snapshot, Tracker};
use media_collection::{AdBreakStartParams, AdStartParams, ResponseParts, SessionStartParams};
use serde_json::Value;

use crate::here::Here;

const BEGAN: i64 = 1_700_000_000_000;
const MINUTE: i64 = 60_000;

struct Player {
    tracker: Tracker<OnlineSessions>,
    collector: Here,
    now: i64,
    wall: i64,
    playhead: f64,
    /// How long the content was watched, in milliseconds.
    watched: i64,
    /// What collectors had that are gone.
    before: Vec<Value>,
}

impl Player {
    fn new() -> Self {
        let tracker = Tracker::new(OnlineSessions::new());
        let (collector, before) = (Here::start(), Vec::new());
        Self { tracker, collector, now: 0, wall: BEGAN, playhead: 0.0, watched: 0, before }
    }

    fn moment(&self) -> Moment {
        Moment::new(self.now, self.now + self.wall)
    }

    /// Sends what is due.
    fn send(&mut self) {
        let now = self.now + BEGAN;
        let sessions = self.tracker.sessions_mut();
        while let NextRequest::Send(outgoing) = sessions.next_request(now).unwrap() {
            let (ticket, call) = (outgoing.ticket, outgoing.call);
            let response = self.collector.post(call.path(), call.body());
            let mut parts = ResponseParts::new(response.status).unwrap();
            if let Some(location) = response.header("Location") {
                parts = parts.with_location(location);
            }
            let _ = sessions.responded(ticket, parts, now, 0.0);
        }
    }

    /// Time passes, with the timers in time.
    fn pass(&mut self, millis: i64) {
        let until = self.now + millis;
        while let Some(due) = self.tracker.poll_timeout().filter(|due| *due <= until) {
            self.now = due;
            self.tracker.handle_timeout(self.moment()).unwrap();
            self.send();
        }
        self.now = until;
    }

    /// The content plays.
    fn watch(&mut self, seconds: i64) {
        for _ in 0..seconds {
            self.pass(1_000);
            (self.playhead, self.watched) = (self.playhead + 1.0, self.watched + 1_000);
            self.tracker.playhead(self.moment(), self.playhead).unwrap();
            self.send();
        }
    }

    fn ads(&mut self, number: i64) {
        let moment = self.moment();
        let params = AdBreakStartParams::new(number, self.playhead);
        self.tracker.ad_break_start(moment, params).unwrap();
        for position in 1..=2 {
            let id = format!("spot-{position}");
            let spot = AdStartParams::builder().id(id).length(15.0).pod_position(position);
            let moment = self.moment();
            self.tracker.ad_start(moment, spot.player_name("tv").build()).unwrap();
            self.pass(15_000);
            self.tracker.ad_complete(self.moment()).unwrap();
        }
        self.tracker.ad_break_complete(self.moment()).unwrap();
        self.send();
    }

    /// The app is stopped, and started again.
    fn restart(&mut self, after: i64) {
        let kept = (self.tracker.snapshot(), self.tracker.sessions());
        let kept = serde_json::to_string(&kept).unwrap();
        let (snapshot, sessions): (Snapshot, OnlineSessions) = serde_json::from_str(&kept).unwrap();
        self.now += after;
        // The device was started again, too: its monotonic clock begins anew.
        let moment = Moment::new(5, self.now + self.wall);
        self.tracker = Tracker::resume(snapshot, sessions, moment).unwrap();
        self.wall += self.now - 5;
        self.now = 5;
    }

    /// The collector is started again, and has forgotten its sessions.
    fn lose(&mut self) {
        let details = self.details();
        self.before.extend(details);
        self.collector = Here::start();
    }

    fn details(&self) -> Vec<Value> {
        let sessions = self.collector.sessions();
        let ids = sessions.iter().map(|session| session["id"].as_str().unwrap().to_owned());
        ids.map(|id| self.collector.get(&format!("/page/session/{id}")).json()).collect()
    }
}

/// How long the content plays in a session, in milliseconds.
fn content_time(events: &[Value]) -> i64 {
    let (mut plays, mut in_break, mut last, mut sum) = (false, false, None, 0);
    for event in events {
        let ts = event["playerTime"]["ts"].as_i64().unwrap();
        if let Some(last) = last.replace(ts)
            && plays
            && !in_break
        {
            sum += ts - last;
        }
        match event["eventType"].as_str().unwrap() {
            "play" => plays = true,
            "pauseStart" | "bufferStart" | "sessionStart" => plays = false,
            "adBreakStart" => in_break = true,
            "adBreakComplete" => in_break = false,
            _ => {}
        }
    }
    sum
}

#[test]
fn whatever_happens_to_a_player_is_reported_rightly() {
    let params = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length(1_800.0)
        .content_type("vod")
        .player_name("tv")
        .channel("example")
        .build();
    let mut player = Player::new();
    player.tracker.session_start(player.moment(), params).unwrap();
    // Too early, as players do: the ads come first.
    player.tracker.play(player.moment()).unwrap();
    player.pass(100);
    player.ads(1);
    player.watch(300);
    player.ads(2);
    player.watch(60);
    player.tracker.pause(player.moment()).unwrap();
    player.pass(35 * MINUTE);
    player.tracker.play(player.moment()).unwrap();
    player.watch(120);
    player.wall -= 3_600_000;
    player.watch(60);
    player.restart(3 * MINUTE);
    player.tracker.play(player.moment()).unwrap();
    player.watch(120);
    player.lose();
    player.watch(120);
    player.tracker.complete(player.moment()).unwrap();
    for _ in 0..10 {
        player.now += 30_000;
        player.send();
    }
    assert!(player.tracker.sessions().is_done());

    let mut details = player.details();
    details.append(&mut player.before);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut watched = 0;
    for detail in &details {
        for finding in detail["findings"].as_array().unwrap() {
            // The session that the collector lost has no end.
            let is_lost = finding["rule"] == "session-ended" || finding["rule"] == "ended";
            assert!(is_lost || finding["severity"] == "advice", "{finding}");
        }
        let events: Vec<_> = detail["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|event| event["event"].clone())
            .collect();
        watched += content_time(&events);
        for event in detail["events"].as_array().unwrap() {
            *counts.entry(event["event"]["eventType"].as_str().unwrap()).or_default() += 1;
        }
    }
    assert_eq!(counts["sessionStart"], 3);
    assert_eq!((counts["adStart"], counts["sessionComplete"]), (4, 1));
    let difference = (watched - player.watched).abs();
    assert!(difference < 50, "{watched} ms reported, {} ms watched", player.watched);
}
