//! `/metrics` and `/healthz`.

use std::thread::sleep;
use std::time::Duration;

use media_collection_collector::media_collection::Policy;
use media_collection_collector::{MetricsAccess, PageAccess};
use serde_json::json;

use crate::here::Here;
use crate::support::metrics::{Samples, metrics, value};
use crate::support::{edge, event, folder, start};

#[test]
fn what_happens_is_counted() {
    let data = folder("collector-metrics");
    let collector = Here::with(|options| options.data = Some(data));
    let id = collector.open("counted");
    for (kind, playhead) in [("play", 0.0), ("adComplete", 1.0), ("ping", 11.0), ("ping", 21.0)] {
        assert_eq!(collector.event(&id, kind, playhead).status, 204);
    }
    let other = collector.open("open");
    // What is sent again is accepted once.
    for _ in 0..2 {
        assert_eq!(collector.event(&id, "sessionEnd", 22.0).status, 204);
    }
    let path = format!("/api/v1/sessions/{other}/events");
    assert_eq!(collector.post(&path, r#"{"eventType":"ping"}"#).status, 400);
    assert_eq!(collector.event("never-opened", "ping", 1.0).status, 404);
    assert_eq!(collector.post("/ee/va/v1/ping?configId=d", "{}").status, 400);
    let batch = format!("[{},{}]", start("downloaded"), event("ping", 1.0));
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);

    let samples = metrics(&collector);
    let older = ("api", "media-collection");
    for (event_type, count) in
        [("sessionStart", 3.0), ("ping", 3.0), ("play", 1.0), ("sessionEnd", 1.0), ("other", 0.0)]
    {
        let labels = [older, ("event_type", event_type)];
        assert_eq!(value(&samples, "events_accepted_total", &labels), count, "{event_type}");
    }
    for (status, count) in [("400", 1.0), ("404", 1.0)] {
        assert_eq!(value(&samples, "rejected_total", &[older, ("status", status)]), count);
    }
    assert_eq!(value(&samples, "rejected_total", &[("api", "media-edge"), ("status", "400")]), 1.0);
    assert_eq!(value(&samples, "violations_total", &[older, ("keyword", "required")]), 1.0);
    assert_eq!(value(&samples, "sessions_open", &[]), 1.0);
    assert_eq!(value(&samples, "sessions_closed_total", &[("reason", "ended")]), 1.0);
    assert_eq!(value(&samples, "sessions_closed_total", &[("reason", "uploaded")]), 1.0);
    assert_eq!(value(&samples, "findings_total", &[("rule", "ad-in-ad-break")]), 1.0);
    assert_eq!(value(&samples, "storage_waiting_lines", &[]), 0.0);
    assert_eq!(value(&samples, "storage_waiting_bytes", &[]), 0.0);
    assert_eq!(value(&samples, "storage_segments", &[]), 0.0);
    assert!(value(&samples, "connections", &[]) >= 1.0, "this one");
    assert!(value(&samples, "events_bytes", &[]) > 0.0);
}

#[test]
fn media_edge_is_counted_too() {
    let collector = Here::start();
    let id = collector.open_edge("counted");
    assert_eq!(collector.edge_event(&id, "ping", 1).status, 204);
    let samples = metrics(&collector);
    let count = |kind| {
        let labels = [("api", "media-edge"), ("event_type", kind)];
        value(&samples, "events_accepted_total", &labels)
    };
    assert_eq!((count("sessionStart"), count("ping")), (1.0, 1.0));
    for _ in 0..2 {
        assert_eq!(collector.edge_event(&id, "sessionEnd", 3).status, 204);
        let count = |samples: &Samples| {
            let labels = [("api", "media-edge"), ("event_type", "sessionEnd")];
            value(samples, "events_accepted_total", &labels)
        };
        assert_eq!(count(&metrics(&collector)), 1.0);
    }
    let id = collector.open_edge("wrong");
    // What is wrong is counted by keyword: in a request, and in an event of one.
    let mut wrong = edge::event("ping", &id, 2);
    wrong["xdm"]["mediaCollection"]["playhead"] = "two".into();
    let path = "/ee/va/v1/ping";
    assert_eq!(collector.post(path, edge::body(&[wrong.clone()])).status, 400);
    let right = edge::event("ping", &id, 3);
    assert_eq!(collector.post(path, edge::body(&[right, wrong])).status, 400);
    let mut wrong = edge::start("no name");
    let details = &mut wrong["xdm"]["mediaCollection"]["sessionDetails"];
    details.as_object_mut().expect("an object").remove("name");
    let start = format!("/ee/va/v1/sessionStart{}", edge::QUERY);
    assert_eq!(collector.post(&start, edge::body(&[wrong])).status, 207);
    let samples = metrics(&collector);
    let count = |keyword| {
        value(&samples, "violations_total", &[("api", "media-edge"), ("keyword", keyword)])
    };
    assert_eq!((count("type"), count("required")), (2.0, 1.0));
}

/// A packed session is judged when it has ended, and counted once.
#[test]
fn what_is_found_in_packed_sessions_is_counted() {
    let collector = Here::with(|options| options.limits.idle = Duration::from_secs(3));
    let id = collector.open("packed");
    assert_eq!(collector.event(&id, "adComplete", 1.0).status, 204);
    // The window lets go of the first event.
    assert_eq!(collector.event(&id, "ping", 11.0).status, 204);
    let states: Vec<_> = (0..2_000).map(|n| json!({"media.state.name": format!("n{n}")})).collect();
    let update = json!({"eventType": "statesUpdate", "params": {"statesStart": states},
        "playerTime": {"playhead": 12, "ts": 1_700_000_012_001_u64}});
    let path = format!("/api/v1/sessions/{id}/events");
    assert_eq!(collector.post(&path, update.to_string()).status, 204);
    assert_eq!(collector.event(&id, "adComplete", 30.0).status, 204);
    let found = || {
        let samples = metrics(&collector);
        let dropped = value(&samples, "sessions_not_judged_total", &[]);
        (value(&samples, "findings_total", &[("rule", "ad-in-ad-break")]), dropped)
    };
    assert_eq!(found(), (1.0, 0.0), "before it is packed");
    for _ in 0..3_000 {
        if found().0 > 1.0 {
            break;
        }
        sleep(Duration::from_millis(20));
    }
    assert_eq!(found(), (2.0, 0.0), "when it has ended");
    let shown = collector.get(&format!("/page/session/{id}")).json();
    assert_eq!(shown["summary"]["closed"], "idle");
    assert_eq!(found(), (2.0, 0.0), "not again when somebody looks");
}

/// Whatever clients send, there are few series.
#[test]
fn clients_cannot_make_series() {
    let collector = Here::with(|options| options.policy = Policy::tolerant());
    let before = metrics(&collector).len();
    let id = collector.open("hostile");
    for number in 0..50 {
        let kind = format!("kind{number}\\\"}} 1");
        let event = serde_json::json!({"eventType": kind, "playerTime": {"playhead": 1, "ts": 1}});
        collector.post(&format!("/api/v1/sessions/{id}/events"), event.to_string());
        collector.post(&format!("/api/v1/sessions/{number}/events"), "[");
    }
    let after = metrics(&collector).len();
    assert!(after < before + 12, "{before}, then {after}");
}

#[test]
fn who_may_see_the_page_may_see_the_metrics() {
    let token = "0123456789abcdef";
    let collector = Here::with(|options| options.page.access = PageAccess::Token(token.to_owned()));
    let with = |headers: &str| collector.send("GET", "/metrics", headers, b"").status;
    assert_eq!(with(""), 401);
    assert_eq!(with("Authorization: Bearer 0123456789abcdee\r\n"), 401);
    assert_eq!(with(&format!("Authorization: Bearer {token}\r\n")), 200);
    assert_eq!(collector.get("/healthz").status, 200);
    // A scraper has a name for this machine that the collector does not know.
    let named = |headers: &str| {
        let request = format!(
            "GET /metrics HTTP/1.1\r\nHost: collector:8080\r\nConnection: close\r\n{headers}\r\n"
        );
        collector.raw(request.as_bytes()).expect("a response").status
    };
    assert_eq!(named(&format!("Authorization: Bearer {token}\r\n")), 200);
    assert_eq!(named(""), 403);
    let rebound = Here::start();
    let request = b"GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    assert_eq!(rebound.raw(request).expect("a response").status, 403);
}

#[test]
fn metrics_can_be_open_or_off() {
    let with = |access: PageAccess, metrics: MetricsAccess| {
        let collector = Here::with(|options| {
            options.page.access = access;
            options.metrics = metrics;
        });
        let statuses = ["/metrics", "/healthz", "/page/overview"];
        statuses.map(|path| collector.get(path).status)
    };
    assert_eq!(with(PageAccess::Off, MetricsAccess::Page), [404, 200, 404]);
    assert_eq!(with(PageAccess::Off, MetricsAccess::Open), [200, 200, 404]);
    assert_eq!(with(PageAccess::Token("x".repeat(16)), MetricsAccess::Open), [200, 200, 401]);
    assert_eq!(with(PageAccess::Open, MetricsAccess::Off), [404, 200, 200]);
}

#[test]
fn the_paths_are_no_paths_of_an_api() {
    let collector = Here::start();
    for path in ["/metrics", "/healthz"] {
        let response = collector.post(path, "{}");
        assert_eq!((response.status, response.header("Allow")), (405, Some("GET, HEAD")));
        assert_eq!(collector.send("HEAD", path, "", b"").status, 200);
        assert_eq!(collector.get(&format!("{path}/x")).status, 404);
        assert_eq!(collector.get(&format!("/prefix{path}")).status, 404);
    }
    assert_eq!(collector.get("/healthz").body, "ok\n");
    let id = collector.open("a prefix");
    let prefixed = format!("/metrics/api/v1/sessions/{id}/events");
    assert_eq!(collector.post(&prefixed, event("ping", 1.0)).status, 204, "any prefix is allowed");
}

#[test]
fn nothing_of_an_earlier_run_is_counted() {
    let data = folder("collector-metrics-again");
    let with = || Here::with(|options| options.data = Some(data.clone()));
    let collector = with();
    let id = collector.open("first run");
    collector.event(&id, "adComplete", 1.0);
    collector.event(&id, "ping", 20.0);
    drop(collector);
    let samples = metrics(&with());
    assert_eq!(value(&samples, "sessions_open", &[]), 1.0);
    assert!(!samples.keys().any(|(name, _)| name.ends_with("findings_total")), "{samples:?}");
}
