//! Events that overtake each other on their way.

use std::thread;

use serde_json::Value;

use crate::here::Here;
use crate::support::captures::{self, Request};
use crate::support::{folder, start};

/// The events of each online session of Adobe's JavaScript SDK, with the time of sending, the start
/// first.
fn sessions_of_the_javascript_sdk() -> Vec<Vec<Request>> {
    let mut sessions: Vec<Vec<Request>> = Vec::new();
    for request in captures::requests() {
        if !request.scenario.starts_with("js-") {
            continue;
        }
        if request.path.ends_with("/sessions") {
            sessions.push(vec![request]);
        } else if let Some(session) = sessions.last_mut() {
            // The SDK made another id from an unusual `Location`; no test of order.
            let absolute = session[0].scenario.ends_with("absolute_location");
            let valid = !request.raw.contains("\"playhead\":null");
            if valid && !absolute {
                session.push(request);
            }
        }
    }
    sessions.retain(|session| session.len() > 1);
    assert!(sessions.len() > 15, "only {} sessions", sessions.len());
    sessions
}

/// The requests that the SDK has under way at the same time: up to three, all sent at once.
fn at_once(session: &[Request]) -> Vec<Vec<&str>> {
    let batches = session.chunk_by(|last, next| last.sent == next.sent);
    batches.map(|batch| batch.iter().map(|request| &*request.raw).collect()).collect()
}

fn detail(collector: &Here, id: &str) -> Value {
    collector.get(&format!("/page/session/{id}")).json()
}

/// The findings by which data is lost.
fn losses(detail: &Value) -> Vec<&Value> {
    let findings = detail["findings"].as_array().expect("a list").iter();
    findings.filter(|finding| finding["severity"] != "advice").collect()
}

#[test]
fn the_javascript_sdk_shows_no_loss_in_whatever_order_its_requests_arrive() {
    let collector = Here::start();
    let mut shuffled = 0;
    for session in sessions_of_the_javascript_sdk() {
        let events = at_once(&session[1..]);
        assert!(events.iter().all(|batch| batch.len() <= 3), "{}", session[0].scenario);
        // Six orders of three: each batch in the reverse order, rotated, and so on.
        for order in 0..6 {
            let id = collector.post("/api/v1/sessions", &session[0].raw).session();
            for batch in &events {
                let mut batch = batch.clone();
                if order % 2 == 1 {
                    batch.reverse();
                }
                let length = batch.len();
                batch.rotate_left(order / 2 % length);
                shuffled += usize::from(length > 1);
                for raw in batch {
                    let path = format!("/api/v1/sessions/{id}/events");
                    assert_eq!(collector.post(&path, raw).status, 204, "{raw}");
                }
            }
            let detail = detail(&collector, &id);
            assert!(
                losses(&detail).is_empty(),
                "{} {order}: {:?}",
                session[0].scenario,
                losses(&detail)
            );
        }
    }
    assert!(shuffled > 200, "{shuffled}");
}

#[test]
fn the_javascript_sdk_shows_no_loss_with_three_requests_under_way() {
    let collector = Here::start();
    for session in sessions_of_the_javascript_sdk() {
        let id = collector.post("/api/v1/sessions", &session[0].raw).session();
        let path = format!("/api/v1/sessions/{id}/events");
        for batch in at_once(&session[1..]) {
            thread::scope(|scope| {
                for raw in batch {
                    let (collector, path) = (&collector, &path);
                    scope.spawn(move || assert_eq!(collector.post(path, raw).status, 204));
                }
            });
        }
        let detail = detail(&collector, &id);
        assert!(losses(&detail).is_empty(), "{}: {:?}", session[0].scenario, losses(&detail));
    }
}

/// The next random number of a generator, below a limit.
fn random(state: &mut u64, below: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % below
}

/// Requests also overtake those that are sent half a second later.
#[test]
fn the_javascript_sdk_shows_no_loss_on_an_uneven_network() {
    let collector = Here::start();
    let (mut overtaken, mut state) = (0, 1);
    for session in sessions_of_the_javascript_sdk() {
        for most in [200, 900, 900, 900] {
            let id = collector.post("/api/v1/sessions", &session[0].raw).session();
            let mut arriving: Vec<(u64, &Request)> = session[1..]
                .iter()
                .map(|request| (request.sent + 10 + random(&mut state, most), request))
                .collect();
            arriving.sort_by_key(|&(arrival, _)| arrival);
            overtaken += arriving.windows(2).filter(|pair| pair[1].1.sent < pair[0].1.sent).count();
            for (_, request) in arriving {
                let path = format!("/api/v1/sessions/{id}/events");
                assert_eq!(collector.post(&path, &request.raw).status, 204, "{}", request.raw);
            }
            let detail = detail(&collector, &id);
            let losses = losses(&detail);
            assert!(losses.is_empty(), "{} {most}: {losses:?}", session[0].scenario);
        }
    }
    assert!(overtaken > 10, "{overtaken}");
}

fn event(kind: &str, ms: u64, params: &str) -> String {
    let ts = 1_700_000_000_000 + ms;
    let params =
        if params.is_empty() { String::new() } else { format!(",\"params\":{{{params}}}") };
    format!(r#"{{"eventType":"{kind}","playerTime":{{"playhead":0,"ts":{ts}}}{params}}}"#)
}

#[test]
fn the_page_shows_the_order_after_the_window_and_hides_nothing() {
    let data = folder("collector-order");
    let begin = || Here::with(|options| options.data = Some(data.to_path_buf()));
    let collector = begin();
    let id = collector.post("/api/v1/sessions", start("in order")).session();
    let ad_break = r#""media.ad.podIndex":1,"media.ad.podSecond":0"#;
    let ad = r#""media.ad.id":"spot","media.ad.length":9,"media.ad.podPosition":1,"media.ad.playerName":"p""#;
    let path = format!("/api/v1/sessions/{id}/events");
    let arrives =
        |collector: &Here, event: String| assert_eq!(collector.post(&path, event).status, 204);
    let numbers = |collector: &Here| -> Vec<u64> {
        let detail = detail(collector, &id);
        detail["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|event| event["index"].as_u64().unwrap())
            .collect()
    };

    arrives(&collector, event("adStart", 300, ad));
    // It is in the window, and shown.
    assert_eq!(numbers(&collector), [0, 1]);
    assert_eq!(losses(&detail(&collector, &id)).len(), 1);
    assert_eq!(collector.sessions()[0]["losses"], 1);
    arrives(&collector, event("adBreakStart", 200, ad_break));
    assert_eq!(numbers(&collector), [0, 2, 1]);
    assert_eq!(losses(&detail(&collector, &id)).len(), 0);
    for (kind, ms) in
        [("ping", 1_300), ("adBreakComplete", 9_400), ("adComplete", 9_300), ("play", 9_500)]
    {
        arrives(&collector, event(kind, ms, ""));
    }
    assert_eq!(numbers(&collector), [0, 2, 1, 3, 5, 4, 6]);
    assert_eq!(collector.sessions()[0]["losses"], 0);

    // The events that were stored give the same, and the session goes on.
    let before = detail(&collector, &id);
    drop(collector);
    let collector = begin();
    let after = detail(&collector, &id);
    assert_eq!((&after["events"], &after["findings"]), (&before["events"], &before["findings"]));
    arrives(&collector, event("sessionEnd", 20_000, ""));
    assert_eq!(numbers(&collector), [0, 2, 1, 3, 5, 4, 6, 7]);
    let ended = detail(&collector, &id);
    drop(collector);
    assert_eq!(detail(&begin(), &id)["findings"], ended["findings"]);
}
