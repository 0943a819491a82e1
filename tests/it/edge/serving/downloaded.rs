//! Downloaded sessions.

use media_collection::edge::ReceivedContent;
use serde_json::{Value, json};

use super::{answered, body, decode, event, post, start};

fn inner(mut item: Value) -> Value {
    let mut xdm = item["xdm"].take();
    let media = &mut xdm["mediaCollection"];
    media.as_object_mut().unwrap().remove("sessionID");
    json!({"mediaEventType": xdm["eventType"], "mediaEventTimestamp": xdm["timestamp"],
        "mediaCollection": xdm["mediaCollection"]})
}

fn session(events: &[Value]) -> Value {
    json!({"xdm": {"eventType": "media.downloaded", "mediaDownloadedEvents": events,
        "identityMap": {"FPID": [{"id": "1", "primary": true}]}}})
}

fn whole(name: &str) -> Value {
    session(&[inner(start(name)), inner(event("play")), inner(event("sessionComplete"))])
}

#[test]
fn several_sessions_in_one_request() {
    let several = body(&[whole("a"), whole("b")]);
    let (status, reply) = answered("/ee/va/v1/downloaded?configId=1", &several);
    assert_eq!(status, 200);
    for index in 0..2 {
        assert_eq!(reply["handle"][index]["type"], "media-analytics:new-session");
        assert_eq!(reply["handle"][index]["eventIndex"], index);
    }
    assert_eq!(reply["handle"][2]["type"], "locationHint:result");
    let path = "/ee/va/v1/downloaded?configId=1";
    let received = decode(&post(path, several.to_string())).unwrap();
    let ids: Vec<_> = received
        .items
        .iter()
        .map(|item| match &item.content {
            ReceivedContent::Downloaded(item) => {
                assert_eq!(item.envelope.identities["FPID"].len(), 1);
                assert_eq!(item.content.events().len(), 2);
                item.content.start().params.id.as_str()
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(ids, ["a", "b"]);
}

/// The order of the events is a rule of sessions, not of the schemas.
#[test]
fn sessions_in_a_wrong_order() {
    let (play, opening) = (inner(event("play")), inner(start("a")));
    for (events, place) in [
        (vec![play.clone(), opening.clone()], 0),
        (vec![play.clone()], 0),
        (vec![opening.clone(), play, opening], 2),
    ] {
        let (status, reply) =
            answered("/ee/va/v1/downloaded?configId=1", &body(&[session(&events), whole("b")]));
        assert_eq!(status, 207);
        assert_eq!(reply["handle"][0]["eventIndex"], 1, "the other session is accepted");
        let report = &reply["errors"][0]["report"];
        assert_eq!(report["eventIndex"], 0);
        let name = format!("$.xdm.mediaDownloadedEvents[{place}]");
        assert!(
            report["details"].as_array().unwrap().iter().any(|one| one["name"] == name),
            "{report}"
        );
    }
    let (status, reply) = answered("/ee/va/v1/downloaded?configId=1", &body(&[session(&[])]));
    assert_eq!(status, 207, "{reply}");
    let details = &reply["errors"][0]["report"]["details"];
    assert_eq!(details[0]["name"], "$.xdm.mediaDownloadedEvents");
}

#[test]
fn an_invalid_event_in_a_session() {
    let mut wrong = whole("a");
    wrong["xdm"]["mediaDownloadedEvents"][1]["mediaEventTimestamp"] = json!("2026-01-02");
    wrong["xdm"]["mediaDownloadedEvents"][2]["mediaCollection"]["playhead"] = json!(1.5);
    let (status, reply) = answered("/ee/va/v1/downloaded?configId=1", &body(&[wrong]));
    assert_eq!(status, 207);
    assert!(!reply["handle"].to_string().contains("new-session"), "{reply}");
    let details = reply["errors"][0]["report"]["details"].as_array().unwrap();
    let names: Vec<_> = details.iter().map(|one| one["name"].as_str().unwrap()).collect();
    let expected = [
        "$.xdm.mediaDownloadedEvents[1].mediaEventTimestamp",
        "$.xdm.mediaDownloadedEvents[2].mediaCollection.playhead",
    ];
    assert_eq!(names, expected);
}
