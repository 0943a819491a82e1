//! What takes the same time however many sessions there are, and what memory they need.

use std::time::Duration;

use media_collection::{Api, Event, Policy};
use serde_json::value::RawValue;

use super::{Admission, Closed, Sessions, Written};
use crate::connections::Client;
use crate::options::Limits;

const START: &str = r#"{"eventType":"sessionStart","playerTime":{"playhead":0,"ts":1700000000000},"params":{"analytics.trackingServer":"t.example.com","analytics.reportSuite":"suite","visitor.marketingCloudOrgId":"ORG@AdobeOrg","media.id":"episode","media.length":60,"media.contentType":"vod","media.playerName":"player","media.channel":"channel"}}"#;

fn written(text: &str) -> Written {
    let event = Event::decode(text.as_bytes(), &Policy::tolerant()).unwrap();
    Written { event, text: RawValue::from_string(text.to_owned()).unwrap().into() }
}

fn ping(second: u64) -> Written {
    let ts = 1_700_000_000_000 + second * 1_000;
    let time = format!(r#"{{"playhead":{second},"ts":{ts}}}"#);
    written(&format!(r#"{{"eventType":"ping","playerTime":{time}}}"#))
}

fn id(number: u64) -> String {
    let spread = u128::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
    format!("{spread:032x}{number:032x}")
}

fn limits(open: usize) -> Limits {
    Limits { open, ..Limits::default() }
}

/// Timeouts as they are by a look at every session.
#[test]
fn the_sweep_closes_exactly_what_timed_out() {
    let limits = Limits {
        idle: Duration::from_millis(300),
        still: Duration::from_millis(900),
        ..limits(1_000)
    };
    let mut sessions = Sessions::new(limits);
    // For each session when it was heard of, when it moved, and its playhead.
    let mut plain: Vec<Option<(u64, u64, u64)>> = Vec::new();
    let mut random = 7_u64;
    for now in (0..20_000).step_by(10) {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(now | 1);
        let chosen = random >> 33;
        if chosen.is_multiple_of(5) {
            sessions.start(now, Client::UNKNOWN, &id(plain.len() as u64), written(START), None);
            plain.push(Some((now, now, 0)));
        } else if !plain.is_empty() {
            let at = plain.len() - 1 - usize::try_from(chosen).unwrap() % plain.len().min(40);
            if let Some((heard, moved, playhead)) = &mut plain[at] {
                *heard = now;
                if chosen.is_multiple_of(7) {
                    (*moved, *playhead) = (now, *playhead + 1);
                }
                let event = ping(*playhead);
                sessions.restore(now, &id(at as u64), event, None);
            }
        }
        let mut expected = Vec::new();
        for (at, session) in plain.iter_mut().enumerate() {
            let Some((heard, moved, _)) = *session else { continue };
            let reason = if now - heard > 300 { Closed::Idle } else { Closed::Still };
            if now - heard > 300 || now - moved > 900 {
                expected.push((id(at as u64), reason));
                *session = None;
            }
        }
        let mut closed = sessions.sweep(now, usize::MAX);
        closed.sort_by(|left, right| left.0.cmp(&right.0));
        expected.sort_by(|left, right| left.0.cmp(&right.0));
        assert_eq!(closed, expected, "at {now}");
        assert_eq!(sessions.open(), plain.iter().flatten().count());
    }
    assert!(plain.len() > 300);
}

/// A sweep that closes many leaves the lock between.
#[test]
fn a_sweep_closes_no_more_than_it_is_told() {
    let mut sessions = Sessions::new(limits(1_000));
    for number in 0..25 {
        sessions.start(0, Client::UNKNOWN, &id(number), written(START), None);
    }
    let swept = [10, 10, 5, 0].map(|_| sessions.sweep(10_000_000, 10).len());
    assert_eq!(swept, [10, 10, 5, 0]);
}

/// Which session makes room does not depend on how many there are.
#[test]
fn a_start_at_the_limit_closes_the_longest_idle() {
    let mut sessions = Sessions::new(limits(100));
    for number in 0..100 {
        sessions.start(number, Client::UNKNOWN, &id(number), written(START), None);
    }
    for number in (0..100).filter(|number| number % 2 == 0) {
        sessions.event(200, Api::MediaCollection, &id(number), ping(1));
    }
    let mut closed = Vec::new();
    for number in 100..150 {
        closed.extend(sessions.start(300, Client::UNKNOWN, &id(number), written(START), None));
    }
    let expected: Vec<_> = (0..100).filter(|number| number % 2 == 1).map(id).collect();
    assert_eq!(closed, expected);
    assert_eq!(sessions.open(), 100);
    let admission = sessions.admits(300, Api::MediaCollection, &id(1), &ping(2));
    assert_eq!(admission, Admission::Closed);
}

/// How long operations take, and how large a session is: `cargo test --release -p
/// media-collection-collector --lib many -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, which takes long and much memory"]
fn many_open_sessions() {
    for open in [1_000_u64, 100_000, 1_000_000] {
        let before = resident();
        let mut sessions = Sessions::new(limits(usize::try_from(open).unwrap()));
        let mut longest = Duration::ZERO;
        for number in 0..open {
            let start = written(START);
            let begun = std::time::Instant::now();
            sessions.start(number / 100, Client::UNKNOWN, &id(number), start, None);
            longest = longest.max(begun.elapsed());
        }
        let started = (resident() - before) / open;
        for step in 0..2 {
            for number in 0..open {
                let event = ping(step * 10 + 10);
                sessions.event(20_000 + number / 100, Api::MediaCollection, &id(number), event);
            }
        }
        let played = (resident() - before) / open;
        let mut timed = |name: &str, work: &mut dyn FnMut(&mut Sessions, u64)| {
            let begun = std::time::Instant::now();
            for step in 0..1_000 {
                work(&mut sessions, step);
            }
            println!("{open} open: {name} {:?}", begun.elapsed() / 1_000);
        };
        timed("ping", &mut |sessions, step| {
            let number = step.wrapping_mul(0x9e37_79b9_7f4a_7c15) % open;
            sessions.event(40_000, Api::MediaCollection, &id(number), ping(40));
        });
        timed("sweep", &mut |sessions, _| drop(sessions.sweep(40_000, 100)));
        timed("start at the limit", &mut |sessions, step| {
            sessions.start(40_000, Client::UNKNOWN, &id(open + step), written(START), None);
        });
        println!(
            "{open} open: {started} bytes a session with its start, {played} with two pings; the \
             slowest start took {longest:?}"
        );
    }
}

/// The bytes of memory of this process.
fn resident() -> u64 {
    let statistics = std::fs::read_to_string("/proc/self/statm").unwrap();
    statistics.split(' ').nth(1).unwrap().parse::<u64>().unwrap() * 4_096
}
