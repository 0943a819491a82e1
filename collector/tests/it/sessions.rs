//! When sessions are closed, and how much of them stays in memory.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::here::Here;
use crate::support::{event, start};

#[test]
fn sessions_time_out() {
    // A busy machine needs more time.
    assert!([1, 4, 16].into_iter().any(time_out), "an event takes too long");
}

/// With limits so many times as long as usual. False if events were not sent in time.
fn time_out(times: u32) -> bool {
    let limit = Duration::from_secs(2) * times;
    let collector = Here::with(|options| {
        options.limits.idle = limit;
        options.limits.still = limit * 2;
    });
    let idle = collector.open("idle");
    let begun = Instant::now();
    let still = collector.open("still");
    let mut before = Instant::now();
    let moving = collector.open("moving");
    for step in 0.. {
        std::thread::sleep(limit / 5);
        let sending = Instant::now();
        let moved = collector.event(&moving, "ping", f64::from(step + 1));
        let status = collector.event(&still, "ping", 0.0).status;
        if before.elapsed() > limit / 2 {
            return false;
        }
        before = sending;
        assert_eq!(moved.status, 204, "at step {step}");
        let late = begun.elapsed() > limit * 2;
        assert!(status == 204 || (status == 410 && late), "{status} at step {step}");
        if status == 410 || begun.elapsed() > limit * 2 + Duration::from_secs(30) {
            break;
        }
    }
    assert_eq!(collector.event(&idle, "ping", 1.0).status, 410);
    assert_eq!(collector.event(&idle, "sessionEnd", 1.0).status, 410);
    assert_eq!(collector.event(&still, "ping", 1.0).status, 410);
    let sessions = collector.sessions();
    let reason = |id: &str| {
        let found = sessions.iter().find(|session| session["id"] == id);
        found.unwrap()["closed"].clone()
    };
    before.elapsed() < limit / 2 && {
        assert_eq!(reason(&idle), "idle");
        assert_eq!(reason(&still), "still");
        assert_eq!(reason(&moving), serde_json::Value::Null);
        true
    }
}

#[test]
fn an_ended_session_takes_only_its_end_again() {
    let collector = Here::start();
    let id = collector.open("short");
    assert_eq!(id.len(), 64);
    assert!(id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')), "{id}");
    assert_ne!(id, collector.open("another"));
    for (kind, expected) in [
        ("play", 204),
        ("sessionComplete", 204),
        ("sessionEnd", 204),
        ("sessionEnd", 204),
        ("ping", 410),
        ("sessionEnd", 204),
    ] {
        assert_eq!(collector.event(&id, kind, 60.0).status, expected, "{kind}");
    }
    assert_eq!(collector.event("unknown", "ping", 1.0).status, 404);
    assert_eq!(collector.event("unknown", "sessionEnd", 1.0).status, 404);
    let session = &collector.sessions()[1];
    assert_eq!((&session["received"], &session["closed"]), (&4.into(), &"ended".into()));
}

#[test]
fn a_long_session_is_checked_to_its_end_and_kept_in_part() {
    let collector = Here::with(|options| options.limits.events = 10);
    let mut batch = format!("[{}", start("long"));
    for second in 1..50_000 {
        write!(batch, ",{}", event("ping", f64::from(second) / 1_000.0)).unwrap();
    }
    batch.push(',');
    batch.push_str(&event("adComplete", 60.0));
    batch.push(']');
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
    let summary = &collector.sessions()[0];
    assert_eq!(summary["received"], 50_001);
    let detail =
        collector.get(&format!("/page/session/{}", summary["id"].as_str().unwrap())).json();
    assert_eq!(detail["events"].as_array().unwrap().len(), 10);
    let findings = detail["findings"].as_array().unwrap();
    assert!(findings.iter().any(|found| found["event"] == 50_000), "{findings:?}");
}
