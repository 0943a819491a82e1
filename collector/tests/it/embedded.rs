//! What is so only if the sessions are in one process, or in its folder.

use std::time::Duration;

use media_collection::edge::Envelope;
use media_collection_collector::received::Received;
use serde_json::{Value, json};

use crate::here::Here;
use crate::support::edge::{QUERY, event};
use crate::support::folder;

/// And when the sessions are no longer in memory.
#[test]
fn ids_of_forgotten_sessions() {
    let collector = Here::with(|options| options.limits.finished = 1);
    let (edge, older) = (collector.open_edge("edge"), collector.open("older"));
    collector.edge_event(&edge, "sessionEnd", 2);
    collector.event(&older, "sessionEnd", 2.0);
    let last = collector.open("last");
    collector.event(&last, "sessionEnd", 2.0);
    let ids: Vec<_> = collector.sessions().iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, [json!(last)], "the others are forgotten");
    assert_eq!(collector.event(&edge, "ping", 3.0).status, 404);
    assert_eq!(collector.edge_event(&older, "ping", 3).status, 404);
    assert_eq!(collector.edge_event(&edge, "ping", 3).status, 410);
    assert_eq!(collector.event(&older, "ping", 3.0).status, 410);
    assert_eq!(collector.edge_event(&edge, "sessionEnd", 3).status, 204, "it ended");
}

/// The file says by which API an event arrived, and has everything that the request said.
#[test]
fn the_file_loses_nothing() {
    let data = folder("edge-file");
    let collector = Here::with(|options| options.data = Some(data.clone()));
    collector.open("older");
    let edge = collector.open_edge("edge");
    let mut ping = event("ping", &edge, 1);
    ping["xdm"]["_id"] = json!("e1");
    ping["xdm"]["more"] = json!({"x": [1]});
    let request = json!({"events": [ping], "meta": {"queueTimeMillis": 3}});
    let path = format!("/ee/irl1/va/v1/ping{QUERY}");
    assert_eq!(collector.post(&path, request.to_string()).status, 204);
    drop(collector);

    let text = std::fs::read_to_string(data.join("received.jsonl")).unwrap();
    let lines: Vec<_> = text.lines().map(|line| Received::read(line.as_bytes()).unwrap()).collect();
    let apis: Vec<_> = lines.iter().map(|line| line.api.as_str()).collect();
    assert_eq!(apis, ["media-collection", "media-edge", "media-edge"]);
    assert!(lines[0].edge.is_none() && !text.lines().next().unwrap().contains("edge"), "{text}");
    let around: Value = serde_json::from_str(lines[2].edge.as_ref().unwrap().get()).unwrap();
    assert_eq!(around["datastream"], "11111111-2222-3333-4444-555555555555");
    assert_eq!(around["hint"], "irl1");
    let item: Envelope = serde_json::from_value(around["item"].clone()).unwrap();
    assert_eq!(item.id.as_deref(), Some("e1"));
    assert!(item.extra.contains_key("/xdm/more"), "{item:?}");
    let request: Envelope = serde_json::from_value(around["request"].clone()).unwrap();
    assert_eq!(request.meta.as_ref().unwrap().value()["queueTimeMillis"], 3);
    let stored: Value = serde_json::from_str(lines[2].events[0].get()).unwrap();
    assert_eq!(stored["eventType"], "ping");
    let _ = std::fs::remove_dir_all(data);
}

#[test]
fn too_many_open_sessions_close_the_longest_idle() {
    let collector = Here::with(|options| {
        options.limits.open = 3;
        options.limits.finished = 1;
    });
    let [first, second, third] = ["1", "2", "3"].map(|name| collector.open(name));
    let pause = || std::thread::sleep(Duration::from_millis(20));
    pause();
    assert_eq!(collector.event(&first, "ping", 1.0).status, 204);
    pause();
    let fourth = collector.open("4");
    assert_eq!(collector.event(&second, "ping", 1.0).status, 410);
    let fifth = collector.open("5");
    for (id, expected) in [(&first, 204), (&third, 410), (&fourth, 204), (&fifth, 204)] {
        assert_eq!(collector.event(id, "ping", 2.0).status, expected);
    }
    // The second was dropped from the page, but its id is still known to be closed.
    assert_eq!(collector.sessions().len(), 4);
    assert_eq!(collector.get(&format!("/page/session/{second}")).status, 404);
    assert_eq!(collector.event(&second, "ping", 1.0).status, 410);
}
