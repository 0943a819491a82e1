//! Sessions of both APIs in a folder.

use media_collection::edge::Envelope;
use media_collection_collector::received::Received;
use serde_json::{Value, json};

use crate::here::Here;
use crate::support::edge::{QUERY, event};
use crate::support::folder;

#[test]
fn sessions_go_on_after_a_restart() {
    let data = folder("edge-restart");
    let open = || Here::with(|options| options.data = Some(data.clone()));
    let collector = open();
    let (older, edge) = (collector.open("older"), collector.open_edge("edge"));
    let mut play = event("play", &edge, 1);
    play["xdm"]["_id"] = json!("e1");
    play["xdm"]["more"] = json!({"x": [1]});
    let path = format!("/ee/or2/va/v1/play{QUERY}");
    let around = json!({"events": [play], "meta": {"state": {"cookiesEnabled": true}}});
    assert_eq!(collector.post(&path, around.to_string()).status, 204);
    let ended = collector.open_edge("ended");
    collector.edge_event(&ended, "sessionEnd", 1);
    let before: Vec<_> = collector.sessions();
    drop(collector);

    let collector = open();
    let after = collector.sessions();
    for (before, after) in before.iter().zip(&after) {
        for member in ["id", "api", "datastream", "received", "closed", "title", "player"] {
            assert_eq!(before[member], after[member], "{member}");
        }
    }
    assert_eq!(after.len(), 3);
    let detail = collector.get(&format!("/page/session/{edge}")).json();
    assert_eq!(detail["edge"]["namespaces"], json!(["FPID"]));
    assert_eq!(collector.edge_event(&edge, "ping", 10).status, 204);
    assert_eq!(collector.event(&older, "ping", 10.0).status, 204);
    assert_eq!(collector.event(&edge, "ping", 10.0).status, 404);
    assert_eq!(collector.edge_event(&older, "ping", 10).status, 404);
    assert_eq!(collector.edge_event(&ended, "ping", 10).status, 410);
    drop(collector);
    let _ = std::fs::remove_dir_all(data);
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
