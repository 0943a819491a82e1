//! Both APIs on one port.

use serde_json::{Value, json};

use crate::here::Here;
use crate::support::edge::{QUERY, body, event, start};

/// The id of a session belongs to the API that gave it.
#[test]
fn ids_belong_to_one_api() {
    let collector = Here::start();
    let (edge, older) = (collector.open_edge("edge"), collector.open("older"));
    for (id, kind) in [(&edge, "play"), (&edge, "sessionEnd")] {
        assert_eq!(collector.event(id, kind, 1.0).status, 404, "{kind}");
    }
    for kind in ["play", "sessionEnd"] {
        assert_eq!(collector.edge_event(&older, kind, 1).status, 404, "{kind}");
    }
    assert_eq!(collector.edge_event(&edge, "play", 1).status, 204);
    assert_eq!(collector.event(&older, "play", 1.0).status, 204);
    // The same after the end.
    assert_eq!(collector.edge_event(&edge, "sessionEnd", 2).status, 204);
    assert_eq!(collector.event(&older, "sessionEnd", 2.0).status, 204);
    assert_eq!(collector.event(&edge, "ping", 3.0).status, 404);
    assert_eq!(collector.edge_event(&older, "ping", 3).status, 404);
    assert_eq!(collector.edge_event(&edge, "ping", 3).status, 410);
    assert_eq!(collector.event(&older, "ping", 3.0).status, 410);
}

/// Players of both report at the same time.
#[test]
fn both_at_once() {
    let collector = Here::start();
    std::thread::scope(|scope| {
        for at in 0..4 {
            let collector = &collector;
            scope.spawn(move || {
                let name = format!("edge {at}");
                let id = collector.open_edge(&name);
                for second in 0..25 {
                    assert_eq!(collector.edge_event(&id, "ping", second).status, 204);
                }
                assert_eq!(collector.edge_event(&id, "sessionEnd", 30).status, 204);
            });
            scope.spawn(move || {
                let id = collector.open(&format!("older {at}"));
                for second in 0..25 {
                    assert_eq!(collector.event(&id, "ping", f64::from(second)).status, 204);
                }
                assert_eq!(collector.event(&id, "sessionEnd", 30.0).status, 204);
            });
        }
    });
    let sessions = collector.sessions();
    assert_eq!(sessions.len(), 8);
    for session in sessions {
        let title = session["title"].as_str().unwrap();
        let is_edge = title.starts_with("edge");
        let api = if is_edge { "media-edge" } else { "media-collection" };
        assert_eq!(session["api"], api, "{title}");
        assert_eq!((&session["received"], &session["closed"]), (&27.into(), &"ended".into()));
        assert_eq!(session["datastream"].as_str().unwrap().is_empty(), !is_edge);
    }
}

/// The session with this title. Those of one millisecond have no order if several collectors share them.
fn titled<'a>(sessions: &'a [Value], title: &str) -> &'a Value {
    sessions.iter().find(|session| session["title"] == title).expect("it is listed")
}

/// Several events in one request are added all, or none.
#[test]
fn several_events_in_one_request() {
    let collector = Here::start();
    let (one, other) = (collector.open_edge("one"), collector.open_edge("other"));
    let all = body(&[event("ping", &one, 1), event("ping", &other, 1), event("ping", &one, 2)]);
    assert_eq!(collector.post("/ee/va/v1/ping", all).status, 204);
    let part = body(&[event("ping", &one, 3), event("ping", &"0".repeat(64), 3)]);
    assert_eq!(collector.post("/ee/va/v1/ping", part).status, 404);
    let received = |title| titled(&collector.sessions(), title)["received"].clone();
    assert_eq!((received("one"), received("other")), (json!(3), json!(2)));
}

/// Downloaded sessions, several in one request.
#[test]
fn downloaded_sessions() {
    let collector = Here::start();
    let session = |name: &str| {
        let xdm = start(name)["xdm"].take();
        let inner = |kind: &str, second: u32| {
            json!({"mediaEventType": format!("media.{kind}"),
                "mediaEventTimestamp": format!("2026-01-02T03:04:{second:02}Z"),
                "mediaCollection": {"playhead": second}})
        };
        let mut opening = inner("sessionStart", 5);
        opening["mediaCollection"] = xdm["mediaCollection"].clone();
        json!({"xdm": {"eventType": "media.downloaded", "identityMap": xdm["identityMap"],
            "mediaDownloadedEvents": [opening, inner("play", 6), inner("sessionEnd", 20)]}})
    };
    let path = format!("/ee/va/v1/downloaded{QUERY}");
    let response = collector.post(&path, body(&[session("a"), session("b")]));
    assert_eq!(response.status, 200);
    let handles = &response.json()["handle"];
    let sessions = collector.sessions();
    assert_eq!(sessions.len(), 2);
    for (index, title) in ["a", "b"].iter().enumerate() {
        let shown = titled(&sessions, title);
        assert_eq!(shown["origin"], "downloaded");
        assert_eq!(shown["id"], handles[index]["payload"][0]["sessionId"]);
        assert_eq!((&shown["api"], &shown["received"]), (&json!("media-edge"), &json!(3)));
        let id = shown["id"].as_str().unwrap();
        assert_eq!(collector.edge_event(id, "ping", 30).status, 410);
        let detail = collector.get(&format!("/page/session/{id}")).json();
        assert_eq!(detail["edge"]["namespaces"], json!(["FPID"]));
    }
}
