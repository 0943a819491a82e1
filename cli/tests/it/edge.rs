//! Media Edge from end to end: what `upload` sends and clients report, `collect` takes and stores, and
//! `check`, `report` and `convert` read.

use std::path::Path;

use media_collection::store::OfflineStore;
use media_collection::{CustomMetadata, Event, Policy, SessionStart};
use serde_json::{Value, json};

use crate::collect::Running;
use crate::process::{code, json as parsed, lines, out, run, told, with_store};
use crate::stored::{at, path, start, viewing};
use crate::support::edge::{QUERY, body, captures, event, session};
use crate::support::folder;

const DATASTREAM: &str = "11111111-2222-3333-4444-555555555555";

fn text(path: &Path) -> &str {
    path.to_str().expect("it is text")
}

/// A collector that stores what it takes in a new folder of this name.
fn collecting(name: &str, arguments: &[&str]) -> (Running, std::path::PathBuf) {
    let data = folder(name);
    let running = Running::start(&[&["--data", text(&data)], arguments].concat());
    (running, data)
}

fn upload(store: &Path, collector: &Running, arguments: &[&str]) -> std::process::Output {
    let url = format!("http://{}", collector.address);
    let arguments =
        [&["upload", "--json", "--collector", &url, "--datastream", DATASTREAM], arguments]
            .concat();
    with_store(store, &arguments)
}

#[test]
fn stored_sessions_are_sent_to_media_edge() {
    let (collector, data) = collecting("edge-upload", &["--datastream", DATASTREAM]);
    let file = path("edge-upload-store");
    let store = OfflineStore::open(&file).unwrap();
    viewing(&store, "one");
    viewing(&store, "two");
    drop(store);
    let output = upload(&file, &collector, &["--identity", "FPID=d1", "--identity", "email=m"]);
    assert_eq!(code(&output), 0, "{}", told(&output));
    assert_eq!(lines(&output).last().unwrap()["sent"], 2);
    let reports = parsed(&run(&["check", "--json", text(&data)], ""));
    for report in reports.as_array().unwrap() {
        assert_eq!((&report["api"], &report["events"]), (&json!("edge"), &json!(4)));
        assert_eq!(report["violations"], json!([]));
    }
    assert_eq!(reports.as_array().unwrap().len(), 2);
    // As the collector got it.
    let requests = lines(&run(&["convert", "--to", "edge", text(&data)], ""));
    let xdm = &requests[0]["body"]["events"][0]["xdm"];
    assert_eq!((requests.len(), &requests[0]["endpoint"]), (2, &json!("downloaded")));
    let around = &requests[0]["body"]["xdm"]["identityMap"];
    let identities = if around.is_null() { &xdm["identityMap"] } else { around };
    assert_eq!(identities["FPID"], json!([{"id": "d1", "primary": true}]));
    assert_eq!(identities["email"], json!([{"id": "m"}]));
    // One that `record` made.
    assert_eq!(code(&with_store(&file, &["record", "--events", "5"])), 0);
    assert_eq!(code(&upload(&file, &collector, &[])), 0);
    let reports = parsed(&run(&["check", "--json", text(&data)], ""));
    assert_eq!((&reports[2]["events"], &reports[2]["api"]), (&json!(5), &json!("edge")));
    // Another datastream is unknown there: the session is set aside.
    let store = OfflineStore::open(&file).unwrap();
    viewing(&store, "three");
    drop(store);
    let url = format!("http://{}", collector.address);
    let arguments = ["upload", "--collector", &*url, "--datastream", "other"];
    let output = with_store(&file, &arguments);
    assert_eq!(code(&output), 1, "{}", told(&output));
    assert!(out(&output).contains("set aside"), "{}", out(&output));
}

/// A viewer's choice that Media Edge has no member for: the session is kept, and told.
#[test]
fn what_media_edge_cannot_say_is_set_aside() {
    let (collector, _) = collecting("edge-opt-out", &[]);
    let file = path("edge-opt-out-store");
    let store = OfflineStore::open(&file).unwrap();
    let mut first = serde_json::to_value(start("opted-out")).unwrap();
    first["params"]["analytics.optOutShare"] = json!(true);
    let first = Event::decode(first.to_string().as_bytes(), &Policy::strict()).unwrap();
    let mut session = store.begin(SessionStart::try_from(first).unwrap()).unwrap();
    session.play(at(1)).unwrap();
    session.session_complete(at(60)).unwrap();
    drop(session);
    viewing(&store, "fine");
    drop(store);
    let output = upload(&file, &collector, &[]);
    assert_eq!(code(&output), 1);
    let last = lines(&output).pop().unwrap();
    assert_eq!((&last["sent"], &last["rejected"]), (&json!(1), &json!(1)), "{}", told(&output));
    let rejected = told(&with_store(&file, &["rejected"]));
    assert!(rejected.contains("analytics.optOutShare"), "{rejected}");
    // The older API takes it.
    assert_eq!(code(&with_store(&file, &["retry", "1"])), 0);
    let url = format!("http://{}", collector.address);
    assert_eq!(code(&with_store(&file, &["upload", "--collector", &url])), 0);
}

/// Larger than the body of a request to Media Edge.
fn large(store: &OfflineStore) {
    let mut first = start("large");
    let mut metadata = CustomMetadata::new();
    metadata.insert("fill", "x".repeat(2_000)).unwrap();
    first.custom_metadata = Some(metadata);
    let mut session = store.begin(first).unwrap();
    session.play(at(1)).unwrap();
    for second in 1..1_000 {
        session.ping(at(second * 10)).unwrap();
    }
    session.session_complete(at(10_000)).unwrap();
}

#[test]
fn large_sessions_are_divided_or_go_to_the_older_api() {
    let (collector, data) = collecting("edge-large", &[]);
    let file = path("edge-large-store");
    let store = OfflineStore::open(&file).unwrap();
    large(&store);
    drop(store);
    let output = upload(&file, &collector, &[]);
    assert_eq!(code(&output), 0, "{}", told(&output));
    let reports = parsed(&run(&["check", "--json", text(&data)], ""));
    let reports = reports.as_array().unwrap();
    assert!(reports.len() > 1, "{reports:?}");
    assert!(reports.iter().all(|report| report["api"] == "edge"));

    let store = OfflineStore::open(&file).unwrap();
    large(&store);
    drop(store);
    let url = format!("http://{}", collector.address);
    let output = upload(&file, &collector, &["--large-to", &url]);
    assert_eq!(code(&output), 0, "{}", told(&output));
    let all = parsed(&run(&["check", "--json", text(&data)], ""));
    let last = all.as_array().unwrap().last().unwrap();
    assert_eq!((&last["api"], &last["events"]), (&json!("collection"), &json!(1_002)));
}

#[test]
fn addresses_are_those_of_their_api() {
    let file = path("edge-addresses");
    for (arguments, said) in [
        (&["--collector", "https://edge.adobedc.net"][..], "--datastream"),
        (&["--collector", "https://x.hb-api.omtrdc.net", "--datastream", "1"], "edge.adobedc.net"),
        (&["--collector", "https://edge.adobedc.net", "--datastream", "a b"], "datastream"),
        (&["--collector", "https://a.example", "--identity", "FPID=1"], "--datastream"),
        (&["--collector", "https://a.example", "--datastream", "1", "--legacy"], "--legacy"),
    ] {
        let output = with_store(&file, &[&["upload"], arguments].concat());
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(told(&output).contains(said), "{}", told(&output));
    }
}

/// What the Web SDK sends: accepted, stored, and the same when it is read back.
#[test]
fn a_collector_keeps_what_clients_send() {
    let (collector, data) = collecting("edge-collected", &[]);
    let mut sent = Vec::new();
    for (name, requests) in captures() {
        if !["alloy-manual-everything", "alloy-live"].contains(&&*name) {
            continue;
        }
        let mut id = String::new();
        for request in &requests {
            let raw = request.raw.replace(&"ab".repeat(32), &id);
            let response =
                collector.post(&format!("{}{}", request.path, request.query), raw.clone());
            assert!(response.status == 200 || response.status == 204, "{response:?}");
            if id.is_empty() {
                id = session(&response);
            }
            sent.push(serde_json::from_str::<Value>(&raw).unwrap());
        }
    }
    let requests = lines(&run(&["convert", "--to", "edge", text(&data)], ""));
    let kept: Vec<Value> = requests.iter().map(|line| line["body"].clone()).collect();
    assert_eq!(kept, sent);
    let reports = parsed(&run(&["check", "--json", text(&data)], ""));
    for report in reports.as_array().unwrap() {
        assert_eq!((&report["api"], &report["violations"]), (&json!("edge"), &json!([])));
    }
    // Times of arrival are those of the folder: the values do not depend on them here.
    let values = |output: &str| {
        let all: Value = serde_json::from_str(output).unwrap();
        let all = all.as_array().unwrap().iter().map(|one| one["records"].clone());
        all.collect::<Vec<_>>()
    };
    let there = values(&out(&run(&["report", "--json", text(&data)], "")));
    let lines: String = requests.iter().map(|line| line.to_string() + "\n").collect();
    assert_eq!(there, values(&out(&run(&["report", "--json", "-"], &lines))));
}

/// Names of metadata have the prefix of the tenant on this wire only.
#[test]
fn the_prefix_of_a_tenant_is_added_and_taken_away() {
    let session = json!([{"eventType": "sessionStart", "playerTime": {"playhead": 0, "ts": 1_700_000_000_000_i64},
        "params": {"media.id": "c", "media.length": 60, "media.contentType": "vod",
            "media.playerName": "p", "media.channel": "c", "analytics.reportSuite": "r",
            "analytics.trackingServer": "t", "visitor.marketingCloudOrgId": "o@AdobeOrg"},
        "customMetadata": {"plan": "gold"}}]);
    let tenant = ["--tenant", "_acme"];
    for form in [&[][..], &["--downloaded"]] {
        let arguments = [&["convert", "--to", "edge"], &tenant[..], form].concat();
        let made = out(&run(&arguments, &session.to_string()));
        assert!(made.contains(r#"{"name":"_acme.plan","value":"gold"}"#), "{made}");
        for (tenant, name) in [(&tenant[..], "plan"), (&[], "_acme.plan")] {
            let arguments = [&["convert", "--to", "collection"], tenant].concat();
            let back = lines(&run(&arguments, &made));
            assert_eq!(back[0][0]["customMetadata"], json!({name: "gold"}));
            let report = out(&run(&[&["report"], tenant, &["-"]].concat(), &made));
            assert!(report.contains(&format!("custom: {name} ")), "{report}");
        }
        // A relay loses nothing.
        let same = run(&[&["convert", "--to", "edge"], &tenant[..], form].concat(), &made);
        assert_eq!(out(&same), made);
    }
}

/// A start that a collector refuses, and an event of the other API's session.
#[test]
fn a_collector_tells_the_two_apis_apart() {
    let (collector, _) = collecting("edge-apart", &["--datastream", DATASTREAM]);
    let older = collector.open("older");
    let path = format!("/ee/va/v1/play{QUERY}");
    let response = collector.post(&path, body(&[event("play", &older, 1)]));
    assert_ne!(response.status, 204);
    let edge = collector.open_edge("edge");
    assert_eq!(collector.edge_event(&edge, "play", 1).status, 204);
}
