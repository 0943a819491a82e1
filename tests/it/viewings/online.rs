//! Online: several sessions, lost sessions, a late identity.

use media_collection::Method;
use media_collection::recorder::{NextRequest, Outcome};
use media_collection::tracker::{OnlineSessions, Tracker};

use super::{Played, types};
use crate::fixtures::start_params;

/// A collector that loses sessions.
#[derive(Default)]
struct Loses {
    /// The sessions that it has, and the event types that it has taken.
    sessions: Vec<Vec<String>>,
    /// The same with their timestamps.
    timed: Vec<Vec<(String, i64)>>,
    resumed: Vec<bool>,
    lost: Vec<usize>,
}

impl Loses {
    /// Takes everything that is due.
    fn drain(&mut self, played: &mut Played<OnlineSessions>) {
        for _ in 0..10_000 {
            let now = played.now + played.wall;
            let sessions = played.tracker.sessions_mut();
            let outgoing = match sessions.next_request(now).unwrap() {
                NextRequest::Send(outgoing) => outgoing,
                NextRequest::Wait { .. } | NextRequest::Nothing => return,
                other => panic!("{other:?}"),
            };
            let ticket = outgoing.ticket;
            let (status, location) = self.take(&outgoing.call);
            let mut response = media_collection::http::Response::builder().status(status);
            if let Some(location) = location {
                response = response.header("location", location);
            }
            let response = response.body(Vec::new()).unwrap();
            let outcome = sessions.responded(ticket, &response, now, 0.0);
            assert_ne!(outcome, Outcome::Stale);
        }
        panic!("requests for ever");
    }

    fn take(&mut self, call: &media_collection::Call) -> (u16, Option<String>) {
        assert_eq!(call.method(), Method::Post);
        let event: serde_json::Value = serde_json::from_slice(call.body()).unwrap();
        let name = event["eventType"].as_str().unwrap().to_owned();
        let timed = (name.clone(), event["playerTime"]["ts"].as_i64().unwrap());
        if call.path().ends_with("/sessions") {
            let id = self.sessions.len();
            self.sessions.push(vec![name]);
            self.timed.push(vec![timed]);
            self.resumed.push(event["params"]["media.resume"] == true);
            return (201, Some(format!("/api/v1/sessions/s{id}")));
        }
        let id = call.path().split('/').rev().nth(1).unwrap();
        let id: usize = id.strip_prefix('s').unwrap().parse().unwrap();
        if self.lost.contains(&id) {
            return (404, None);
        }
        self.sessions[id].push(name);
        self.timed[id].push(timed);
        (204, None)
    }
}

#[test]
fn sessions_of_one_viewing_are_sent_in_order() {
    let mut played = Played::begun(Tracker::new(OnlineSessions::new()));
    played.watch(0.0, 30);
    played.call(|tracker, moment| tracker.pause(moment).unwrap());
    played.pass(31 * 60_000);
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(30.0, 30);
    played.call(|tracker, moment| tracker.complete(moment).unwrap());
    let mut collector = Loses::default();
    collector.drain(&mut played);
    assert!(played.tracker.sessions().is_done());
    assert_eq!(collector.resumed, [false, true]);
    let [first, second] = &collector.sessions[..] else { panic!("two sessions") };
    assert_eq!(first.iter().filter(|name| *name == "ping").count(), 2 + 179);
    assert_eq!(first.last().unwrap(), "sessionEnd");
    assert_eq!(*second, ["sessionStart", "play", "play", "ping", "ping", "sessionComplete"]);
}

#[test]
fn a_lost_session_begins_the_clocks_of_a_session_anew() {
    let mut played = Played::begun(Tracker::new(OnlineSessions::new()));
    played.call(|tracker, moment| {
        let mut quality = media_collection::QoeData::default();
        quality.bitrate = Some(1_000);
        tracker.quality(moment, quality).unwrap()
    });
    let mut collector = Loses::default();
    for second in 0..60 {
        played.watch(f64::from(second), 1);
        collector.drain(&mut played);
        if second == 30 {
            collector.lost.push(0);
        }
    }
    played.call(|tracker, moment| tracker.complete(moment).unwrap());
    played.now += 120_000;
    collector.drain(&mut played);
    let [first, second] = &collector.sessions[..] else { panic!("two sessions") };
    assert_eq!(*first, ["sessionStart", "play", "play", "ping", "ping", "ping"]);
    assert_eq!(second[..2], ["sessionStart", "play"]);
    // The content starts in the new session, too.
    assert_eq!(second.iter().filter(|name| *name == "play").count(), 2);
    assert_eq!(collector.resumed, [false, true]);
    assert!(played.tracker.sessions().is_done());
}

/// The time that the back end counts for the content, in milliseconds.
fn reported(session: &[(String, i64)]) -> i64 {
    let mut counted = 0;
    let mut since = None;
    for (name, ts) in session {
        counted += since.map_or(0, |since| ts - since);
        since = match name.as_str() {
            "play" => Some(*ts),
            "pauseStart" | "sessionEnd" | "sessionComplete" => None,
            _ => since.map(|_| *ts),
        };
    }
    counted
}

#[test]
fn what_played_before_a_loss_is_known_is_reported_too() {
    for lost_at in [25, 31, 38, 41] {
        let mut played = Played::begun(Tracker::new(OnlineSessions::new()));
        let mut collector = Loses::default();
        for second in 0..60 {
            played.watch(f64::from(second), 1);
            collector.drain(&mut played);
            if second == lost_at {
                collector.lost.push(0);
            }
            if second == 39 {
                played.call(|tracker, moment| tracker.pause(moment).unwrap());
                played.pass(5_000);
                played.call(|tracker, moment| tracker.play(moment).unwrap());
            }
        }
        played.call(|tracker, moment| tracker.complete(moment).unwrap());
        played.now += 120_000;
        collector.drain(&mut played);
        assert_eq!(collector.timed.len(), 2);
        let all: i64 = collector.timed.iter().map(|session| reported(session)).sum();
        // Events are a millisecond apart.
        assert!((59_980..=60_000).contains(&all), "lost at {lost_at}: {all}");
    }
}

#[test]
fn a_late_identity_is_in_the_present_session_and_in_the_next() {
    let mut played = Played::begun(Tracker::new(OnlineSessions::new()));
    let change = |start: &mut media_collection::SessionStart| {
        start.params.visitor_marketing_cloud_user_id = Some("late".into());
    };
    assert!(played.tracker.change_start(change).unwrap());
    played.call(|tracker, moment| tracker.pause(moment).unwrap());
    played.pass(40 * 60_000);
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    let starts = played
        .tracker
        .sessions()
        .waiting()
        .map(|session| session.start().params.visitor_marketing_cloud_user_id.clone());
    assert_eq!(starts.collect::<Vec<_>>(), [Some("late".to_owned()), Some("late".to_owned())]);
}

#[test]
fn several_viewings_follow_one_another() {
    let mut played = Played::begun(Tracker::new(OnlineSessions::new()));
    played.watch(0.0, 15);
    played.call(|tracker, moment| tracker.complete(moment).unwrap());
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.pass(2_000);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let waiting: Vec<_> = played.tracker.sessions().waiting().collect();
    let [first, second] = &waiting[..] else { panic!("two sessions") };
    assert_eq!(types(first.queue()), ["play", "play", "ping", "sessionComplete"]);
    assert_eq!(types(second.queue()), ["play", "play", "sessionEnd"]);
    assert_eq!(second.start().player_time.playhead, 0.0);
    assert_eq!(second.queue().next().unwrap().player_time.playhead, 0.0);
}
