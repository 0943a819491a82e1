//! Sessions of both APIs in a folder.

use media_collection::Policy;
use serde_json::json;

use crate::here::Here;
use crate::support::edge::{QUERY, body, event};
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

/// What is found names members as the requests of this API have them.
#[test]
fn findings_name_the_members_of_requests() {
    let collector = Here::with(|options| options.policy = Policy::tolerant());
    let id = collector.open_edge("found");
    let mut play = event("play", &id, 1);
    play["xdm"]["mediaCollection"]["qoeDataDetails"] = json!({"bitrate": -1});
    assert_eq!(collector.post("/ee/va/v1/play", body(&[play])).status, 204);
    let findings = || collector.get(&format!("/page/session/{id}")).json()["findings"].to_string();
    let bitrate = "`$.events[0].xdm.mediaCollection.qoeDataDetails.bitrate` must be 0 or more";
    for second in [1, 20] {
        // While it is in the window, and later.
        assert_eq!(collector.edge_event(&id, "ping", second).status, 204);
        let found = findings();
        assert!(found.contains(bitrate) && !found.contains("/qoeData"), "{found}");
    }
}

/// So does what only the report finds: in a session with a report, and in one whose report is made later.
#[test]
fn what_the_report_finds_names_the_members_of_requests() {
    let collector = Here::start();
    let play = |id: &str| {
        let mut play = event("play", id, 1);
        let details = json!({"timeToStart": 2, "bitrate": 2_000_000, "droppedFrames": 9});
        play["xdm"]["mediaCollection"]["qoeDataDetails"] = details;
        assert_eq!(collector.post("/ee/va/v1/play", body(&[play])).status, 204);
        let mut ping = event("ping", id, 11);
        ping["xdm"]["mediaCollection"]["qoeDataDetails"] = json!({"droppedFrames": 1});
        assert_eq!(collector.post("/ee/va/v1/ping", body(&[ping])).status, 204);
    };
    let (later, older) = (collector.open_edge("later"), collector.open("older"));
    play(&later);
    let qoe = r#""qoeData":{"media.qoe.timeToStart":2}"#;
    let time = r#""playerTime":{"playhead":0,"ts":1700000000001}"#;
    let older_play = format!(r#"{{"eventType":"play",{time},{qoe}}}"#);
    let path = format!("/api/v1/sessions/{older}/events");
    assert_eq!(collector.post(&path, older_play).status, 204);
    // Somebody looks.
    collector.get("/page/overview");
    let watched = collector.open_edge("watched");
    play(&watched);
    let found =
        |id: &str| collector.get(&format!("/page/session/{id}")).json()["findings"].to_string();
    for id in [later, watched] {
        assert_eq!(collector.edge_event(&id, "sessionEnd", 20).status, 204);
        let found = found(&id);
        for (member, what) in
            [("timeToStart", "is below"), ("bitrate", "is above"), ("droppedFrames", "fell")]
        {
            let told = format!("`$.events[0].xdm.mediaCollection.qoeDataDetails.{member}` {what}");
            assert!(found.contains(&told), "{told}: {found}");
        }
        assert!(!found.contains("media.qoe"), "{found}");
    }
    let found = found(&older);
    assert!(found.contains("`/qoeData/media.qoe.timeToStart` is below"), "{found}");
}
