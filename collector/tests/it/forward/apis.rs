//! What arrives is what was accepted, from either API to either.

use std::collections::BTreeMap;

use media_collection_collector::media_collection::Policy;
use serde_json::{Value, json};

use super::{Way, aside, collection, edge, folders, gateway, lines, sessions, takes, until};
use crate::support::edge as media_edge;
use crate::support::{event, start};

/// A session with things that no schema knows.
fn unusual(name: &str) -> Vec<Value> {
    let mut begin: Value = serde_json::from_str(&start(name)).unwrap();
    begin["customMetadata"] = json!({"a.plan": "premium", "size": "ü\u{1F600}"});
    begin["params"]["media.newer"] = json!({"deep": [1, 2.5, null]});
    begin["another"] = json!("top");
    let mut ping: Value = serde_json::from_str(&event("ping", 10.0)).unwrap();
    ping["qoeData"] = json!({"media.qoe.bitrate": 1_000, "newer": true});
    let play = serde_json::from_str(&event("play", 0.0)).unwrap();
    let end = serde_json::from_str(&event("sessionEnd", 20.0)).unwrap();
    vec![begin, play, ping, end]
}

pub fn a_session_arrives_as_it_is() {
    let (here, there) = folders("as-it-is");
    let other = crate::here::Here::with(|options| {
        options.data = Some(there.clone());
        options.policy = Policy::tolerant();
    });
    let way = Way::open(&other);
    let tolerant = |options: &mut media_collection_collector::Options| {
        options.policy = Policy::tolerant();
    };
    let gateway = gateway(&here, collection(), &way, tolerant);
    let [begin, rest @ ..] = &unusual("a")[..] else { unreachable!() };
    let id = gateway.post("/api/v1/sessions", begin.to_string()).session();
    for event in rest {
        let path = format!("/api/v1/sessions/{id}/events");
        assert_eq!(gateway.post(&path, event.to_string()).status, 204);
    }
    let downloaded = json!(unusual("b")).to_string();
    assert_eq!(gateway.post("/api/v1/downloaded", &downloaded).status, 201);
    until("all arrive", || {
        let arrived = sessions(&there);
        arrived.get("a").is_some_and(|all| all[0].len() == 4) && arrived.contains_key("b")
    });
    assert_eq!(sessions(&there), sessions(&here));
    let origins: Vec<_> = lines(&there).iter().map(|line| line["origin"].clone()).collect();
    assert!(origins.contains(&json!("downloaded")), "by the same endpoint");
    assert!(aside(&here).is_empty());
}

/// What stands around the events of Media Edge, without what is each side's own.
fn around(data: &std::path::Path) -> Vec<Value> {
    let mut lines = lines(data);
    lines.retain(|line| line.get("closed").is_none());
    for line in &mut lines {
        let line = line.as_object_mut().unwrap();
        line.remove("received");
        line.remove("session");
        let edge = line["edge"].as_object_mut().unwrap();
        edge.remove("datastream");
        edge.remove("hint");
    }
    lines
}

pub fn envelopes_of_media_edge_arrive() {
    let (here, there) = folders("envelopes");
    let other = takes(&there);
    let way = Way::open(&other);
    let gateway = gateway(&here, edge(), &way, |_| {});
    let mut begin = media_edge::start("name");
    begin["xdm"]["_id"] = json!("first");
    begin["xdm"]["implementationDetails"] =
        json!({"name": "https://ns.example/sdk", "version": "3"});
    begin["data"] = json!({"__adobe": {"target": 1}});
    begin["newer"] = json!([1]);
    let body = json!({"events": [begin], "meta": {"state": {"domain": "example.com"}}, "x": 1});
    let path = format!("/ee/va/v1/sessionStart{}", media_edge::QUERY);
    let id = media_edge::session(&gateway.post(&path, body.to_string()));
    for (index, kind) in ["play", "ping", "pauseStart", "sessionEnd"].iter().enumerate() {
        let mut event = media_edge::event(kind, &id, 10 * index as u32);
        event["xdm"]["identityMap"] = json!({"ECID": [{"id": format!("viewer-{index}")}]});
        event["xdm"]["_id"] = json!(format!("id-{index}"));
        event["xdm"]["newer"] = json!({"deep": index});
        let body = json!({"events": [event], "query": {"identity": {"fetch": ["ECID"]}}});
        assert_eq!(gateway.post(&format!("/ee/va/v1/{kind}"), body.to_string()).status, 204);
    }
    until("all arrive", || lines(&there).len() == 5);
    assert_eq!(around(&there), around(&here));
    let last = &lines(&there)[1]["edge"];
    assert_eq!(last["hint"], "or2", "the other collector's own hint is followed");
    assert_eq!(lines(&there)[0]["edge"]["datastream"], "upstream-datastream");
    assert!(aside(&here).is_empty());
}

pub fn a_downloaded_session_of_media_edge_arrives() {
    let (here, there) = folders("edge-downloaded");
    let other = takes(&there);
    let way = Way::open(&other);
    let gateway = gateway(&here, edge(), &way, |_| {});
    let events = [media_edge::start("name"), media_edge::event("play", "x", 1)].map(|mut event| {
        event["xdm"]["mediaCollection"].as_object_mut().unwrap().remove("sessionID");
        event["xdm"].as_object_mut().unwrap().remove("identityMap");
        event["xdm"].take()
    });
    let item = json!({"xdm": {"mediaDownloadedEvents": events.map(|event| json!({
        "mediaEventType": event["eventType"], "mediaEventTimestamp": event["timestamp"],
        "mediaCollection": event["mediaCollection"]})), "eventType": "media.downloaded",
        "timestamp": "2026-01-02T03:04:05.000Z", "newer": 7}});
    let path = format!("/ee/va/v1/downloaded{}", media_edge::QUERY);
    let response = gateway.post(&path, media_edge::body(&[item]));
    assert_eq!(response.status, 200, "{response:?}");
    until("it arrives", || lines(&there).len() == 1);
    assert_eq!(around(&there), around(&here));
}

pub fn from_media_edge_to_the_older_api() {
    let (here, there) = folders("edge-to-collection");
    let other = takes(&there);
    let way = Way::open(&other);
    let gateway = gateway(&here, collection(), &way, |options| {
        let forward = options.forward.as_mut().unwrap();
        let setting = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        forward.settings = vec![
            setting("analytics.reportSuite", "suite"),
            setting("analytics.trackingServer", "t.example.com"),
            setting("visitor.marketingCloudOrgId", "ORG@AdobeOrg"),
        ];
    });
    let id = gateway.open_edge("name");
    assert_eq!(gateway.edge_event(&id, "play", 0).status, 204);
    assert_eq!(gateway.edge_event(&id, "sessionEnd", 10).status, 204);
    until("all arrive", || lines(&there).len() == 3);
    let arrived = lines(&there);
    assert_eq!(arrived[0]["start"]["params"]["analytics.reportSuite"], "suite");
    assert_eq!(arrived[0]["start"]["params"]["visitor.marketingCloudOrgId"], "ORG@AdobeOrg");
    assert_eq!(arrived[1]["event"], lines(&here)[1]["event"]);
    assert_eq!(arrived[2]["event"]["eventType"], "sessionEnd");
    assert!(aside(&here).is_empty());
}

pub fn from_the_older_api_to_media_edge() {
    let (here, there) = folders("collection-to-edge");
    let other = takes(&there);
    let way = Way::open(&other);
    let gateway = gateway(&here, edge(), &way, |_| {});
    let id = gateway.open("name");
    assert_eq!(gateway.event(&id, "play", 0.0).status, 204);
    assert_eq!(gateway.event(&id, "sessionEnd", 10.0).status, 204);
    // Larger than a request to Media Edge may be.
    let mut long = vec![serde_json::from_str::<Value>(&start("long")).unwrap()];
    long.extend((0..1_500).map(|at| {
        let kind = if at % 2 == 0 { "play" } else { "pauseStart" };
        serde_json::from_str::<Value>(&event(kind, f64::from(at))).unwrap()
    }));
    long.push(serde_json::from_str(&event("sessionEnd", 1_500.0)).unwrap());
    assert_eq!(gateway.post("/api/v1/downloaded", json!(long).to_string()).status, 201);
    // The viewer does not want this, and Media Edge has no word for it.
    let mut refused: Value = serde_json::from_str(&start("refused")).unwrap();
    refused["params"]["analytics.optOutShare"] = json!(true);
    let id = gateway.post("/api/v1/sessions", refused.to_string()).session();
    assert_eq!(gateway.event(&id, "play", 0.0).status, 204);
    let pauses = |arrived: &BTreeMap<String, Vec<Vec<Value>>>| {
        let long = arrived.get("long").into_iter().flatten().flatten();
        long.filter(|event| event["eventType"] == "pauseStart").count()
    };
    until("all arrive", || {
        let arrived = sessions(&there);
        let first = arrived.get("name").map_or(0, |all| all[0].len());
        first == 3 && pauses(&arrived) >= 750 && aside(&here).len() == 2
    });
    let arrived = sessions(&there);
    assert!(arrived["long"].len() >= 2, "in parts");
    assert_eq!(pauses(&arrived), 750, "each once");
    assert!(!arrived.contains_key("refused"));
    let aside = aside(&here);
    assert_eq!(aside[0]["event"]["eventType"], "sessionStart");
    assert!(aside[0]["reason"].as_str().unwrap().contains("optOut"), "{aside:?}");
    assert_eq!(aside[1]["event"]["eventType"], "play");
}
