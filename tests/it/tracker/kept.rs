//! What a tracker knows, and its sessions, can be written down at any moment and read again.

use media_collection::Event;
use media_collection::tracker::{
    Discarded, DownloadedSessions, Media, Moment, OnlineSessions, Sdk, Sessions, Snapshot, Tracker,
    TrackerMode, TrackerOptions,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::arguments::{Arguments, Told};
use super::capture::captures;
use super::driven::{Collected, Driven, Log};
use super::replay::{faithful, replay, replay_with};
use crate::fixtures::start_params;

/// A tracker that is written down after each call, before anything of it is sent.
struct Kept<S>(Tracker<S>);

impl<S: Sessions + Collected + Serialize + DeserializeOwned> Driven for Kept<S> {
    fn tell(&mut self, at: Moment, told: Told) {
        // There are too many of these.
        let is_playhead = matches!(told, Told::Playhead(_));
        self.0.tell(at, told);
        if !is_playhead {
            let text = serde_json::to_string(&(self.0.snapshot(), self.0.sessions())).unwrap();
            let read: (Snapshot, S) = serde_json::from_str(&text).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
    }

    fn timeout(&mut self, at: Moment) {
        self.0.timeout(at);
    }

    fn poll(&self) -> Option<i64> {
        self.0.poll()
    }

    fn opt_out(&mut self, at: Moment) -> Discarded {
        self.0.opt_out(at)
    }

    fn collect(&mut self, now: i64, log: &mut Log) -> Vec<Vec<Event>> {
        self.0.collect(now, log)
    }

    fn unfinished(&self) -> Option<Vec<Event>> {
        self.0.unfinished()
    }
}

fn kept(arguments: &Arguments, options: TrackerOptions) -> Box<dyn Driven> {
    if arguments.is_downloaded() {
        Box::new(Kept(Tracker::with_options(DownloadedSessions::new(), options)))
    } else {
        Box::new(Kept(Tracker::with_options(OnlineSessions::new(), options)))
    }
}

#[test]
fn a_tracker_can_be_written_down_at_any_moment() {
    for capture in captures() {
        for mode in [TrackerMode::Better, faithful(&capture)] {
            let all = replay_with(&capture, mode, &kept);
            assert_eq!(all.len(), replay(&capture, mode).len(), "{}", capture.name);
        }
    }
}

#[test]
fn a_playhead_that_is_no_number_is_still_none_after_reading() {
    let mut options = TrackerOptions::default();
    options.mode = TrackerMode::Faithful(Sdk::Android);
    let mut tracker = Tracker::with_options(DownloadedSessions::new(), options);
    let mut params = start_params();
    params.name = Some("Episode 42".to_owned());
    tracker.session_start(1_000, Media::new(params).with_hold(0)).unwrap();
    tracker.playhead(1_000, f64::INFINITY).unwrap();
    tracker.error(1_000, "e").unwrap();
    let kept = serde_json::to_string(&(tracker.snapshot(), tracker.sessions())).unwrap();
    let (snapshot, sessions): (Snapshot, DownloadedSessions) = serde_json::from_str(&kept).unwrap();
    let mut tracker = Tracker::resume(snapshot, sessions, 2_000).unwrap();
    tracker.end(2_000).unwrap();
    let sessions = tracker.sessions_mut().take_raw();
    let text = String::from_utf8(sessions[0].encode().unwrap()).unwrap();
    let events: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let playheads: Vec<_> = events.iter().map(|event| &event["playerTime"]["playhead"]).collect();
    assert_eq!(playheads[0], 0);
    assert!(
        playheads.len() > 2 && playheads[1..].iter().all(|playhead| playhead.is_null()),
        "{text}"
    );
}
