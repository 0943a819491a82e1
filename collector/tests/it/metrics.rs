//! `/metrics` and `/healthz`, read by a reader of the text format that is written here.

use std::collections::{BTreeMap, BTreeSet};

use media_collection_collector::media_collection::Policy;
use media_collection_collector::{MetricsAccess, PageAccess};

use crate::here::Here;
use crate::support::{event, folder, start};

/// The samples: name and labels, and the value.
type Samples = BTreeMap<(String, BTreeMap<String, String>), f64>;

/// Reads the text format of OpenMetrics 1.0, as far as it is used: counters and gauges.
fn read(text: &str) -> Samples {
    let body = text.strip_suffix("# EOF\n").expect("it ends with the mark of its end");
    let (mut samples, mut known, mut family) =
        (Samples::new(), BTreeSet::new(), (String::new(), ""));
    for line in body.lines() {
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').expect("a name and a type");
            let kind = ["counter", "gauge"].into_iter().find(|known| *known == kind);
            family = (name.to_owned(), kind.expect("a known type"));
            continue;
        }
        if let Some(rest) = line.strip_prefix("# HELP ") {
            let (name, help) = rest.split_once(' ').expect("a name and a text");
            assert!(!help.is_empty() && known.insert(name.to_owned()), "{name} stands twice");
            continue;
        }
        let (series, value) = line.rsplit_once(' ').expect("a series and a value");
        let (name, labels) = match series.split_once('{') {
            None => (series, BTreeMap::new()),
            Some((name, labels)) => (name, read_labels(labels.strip_suffix('}').expect("}"))),
        };
        let expected =
            if family.1 == "counter" { format!("{}_total", family.0) } else { family.0.clone() };
        assert_eq!(name, expected, "it stands below its type");
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{name}");
        let value = value.parse().expect("a number");
        assert!(samples.insert((name.to_owned(), labels), value).is_none(), "{line} stands twice");
    }
    samples
}

/// Labels, whose values have no quotes and no commas here.
fn read_labels(text: &str) -> BTreeMap<String, String> {
    let label = |pair: &str| {
        let (name, value) = pair.split_once("=\"").expect("a name and a value");
        let value = value.strip_suffix('"').expect("a quote");
        assert!(!value.is_empty() && !value.contains(['"', '\\', '\n']), "{pair}");
        (name.to_owned(), value.to_owned())
    };
    text.split(',').map(label).collect()
}

fn metrics(collector: &Here) -> Samples {
    let response = collector.get("/metrics");
    assert_eq!(response.status, 200, "{response:?}");
    let content_type = response.header("Content-Type").expect("a type");
    assert!(content_type.starts_with("application/openmetrics-text; version=1.0.0"));
    read(&response.body)
}

fn value(samples: &Samples, name: &str, labels: &[(&str, &str)]) -> f64 {
    let labels = labels.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let key = (format!("media_collection_{name}"), labels.collect());
    *samples.get(&key).unwrap_or_else(|| panic!("no {key:?} in {samples:#?}"))
}

#[test]
fn what_happens_is_counted() {
    let data = folder("collector-metrics");
    let collector = Here::with(|options| options.data = Some(data));
    let id = collector.open("counted");
    for (kind, playhead) in [("play", 0.0), ("adComplete", 1.0), ("ping", 11.0), ("ping", 21.0)] {
        assert_eq!(collector.event(&id, kind, playhead).status, 204);
    }
    let other = collector.open("open");
    assert_eq!(collector.event(&id, "sessionEnd", 22.0).status, 204);
    let path = format!("/api/v1/sessions/{other}/events");
    assert_eq!(collector.post(&path, r#"{"eventType":"ping"}"#).status, 400);
    assert_eq!(collector.event("never-opened", "ping", 1.0).status, 404);
    assert_eq!(collector.post("/ee/va/v1/ping?configId=d", "{}").status, 400);
    let batch = format!("[{},{}]", start("downloaded"), event("ping", 1.0));
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);

    let samples = metrics(&collector);
    let older = ("api", "media-collection");
    for (event_type, count) in [("sessionStart", 3.0), ("ping", 3.0), ("play", 1.0), ("other", 0.0)]
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
