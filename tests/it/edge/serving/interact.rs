//! `/v1/interact` and `/v1/collect`, where Adobe's Web SDK sends everything.

use serde_json::json;

use super::{SDK, answered, body, event, start};

const INTERACT: &str = "/ee/v1/interact?configId=1";

/// A view of a page, and what is no event at all.
fn others() -> [serde_json::Value; 3] {
    let view = json!({"xdm": {"eventType": "web.webpagedetails.pageViews", "web": {}}});
    [view, json!({"xdm": {}}), json!({"data": {}})]
}

#[test]
fn a_start_opens_a_session() {
    let (status, reply) = answered(&format!("/ee/v1/interact?{SDK}"), &body(&[start("a")]));
    assert_eq!(status, 200);
    assert_eq!(reply["requestId"], "3f0c6f0e-6a51");
    assert_eq!(reply["handle"][0]["type"], "media-analytics:new-session");
    assert_eq!(reply["handle"][0]["eventIndex"], 0);
    assert_eq!(answered("/ee/or2/v1/interact?configId=1", &body(&[start("a")])).0, 200);
}

/// The hint of the path is repeated, so that the client stays in its region.
#[test]
fn a_hint_is_repeated() {
    let (_, reply) = answered("/ee/irl1/v1/interact?configId=1", &body(&[start("a")]));
    assert_eq!(reply["handle"][1]["payload"][0]["hint"], "irl1");
}

#[test]
fn events_of_other_services_are_left_alone() {
    for items in [&others()[..], &others()[..1], &[]] {
        let (status, reply) = answered(INTERACT, &body(items));
        assert_eq!((status, reply), (200, json!({"handle": []})), "{items:?}");
    }
}

/// Each event has its own type, and its own fate.
#[test]
fn events_of_all_types_at_once() {
    let [view, nothing, data] = others();
    let mut unknown = event("ping");
    unknown["xdm"]["mediaCollection"]["sessionID"] = "a".repeat(64).into();
    let mut short = event("ping");
    short["xdm"]["mediaCollection"]["sessionID"] = "a".into();
    let downloaded = json!({"xdm": {"eventType": "media.downloaded", "mediaDownloadedEvents": [
        {"mediaEventType": "media.sessionStart", "mediaEventTimestamp": "2026-01-02T03:04:05Z",
            "mediaCollection": start("d")["xdm"]["mediaCollection"]}]}});
    let items = [
        view,
        start("a"),
        nothing,
        event("play"),
        event("adStart"),
        downloaded,
        event("applause"),
        data,
        unknown,
        short,
    ];
    let (status, reply) = answered(INTERACT, &body(&items));
    assert_eq!(status, 207);
    let opened = reply["handle"].as_array().unwrap().iter();
    let opened = opened.filter(|handle| handle["type"] == "media-analytics:new-session");
    assert_eq!(opened.map(|handle| &handle["eventIndex"]).collect::<Vec<_>>(), [1, 5]);
    let errors = reply["errors"].as_array().unwrap();
    let mut wrong: Vec<_> = errors
        .iter()
        .map(|error| {
            let code = error["type"].as_str().unwrap().rsplit('/').next().unwrap();
            let name = error["report"]["details"][0]["name"].as_str().unwrap_or_default();
            (error["report"]["eventIndex"].as_u64().unwrap(), code, name)
        })
        .collect();
    wrong.sort_unstable();
    let invalid = "va-edge-0400-400";
    let expected = [
        (4, invalid, "$.xdm.mediaCollection.advertisingDetails"),
        (6, invalid, "$.xdm.eventType"),
        (8, "va-edge-0404-404", ""),
        (9, invalid, "$.xdm.mediaCollection.sessionID"),
    ];
    assert_eq!(wrong, expected, "{reply}");
}

#[test]
fn an_event_of_an_open_session_alone() {
    let (status, reply) = answered(INTERACT, &body(&[event("play")]));
    assert_eq!((status, &reply["handle"]), (200, &json!([])));
}

/// A page that is closed reads no reply.
#[test]
fn collect() {
    let path = "/ee/v1/collect?configId=1";
    assert_eq!(answered(path, &body(&[event("sessionEnd")])), (204, json!(null)));
    assert_eq!(answered(path, &body(&others())), (204, json!(null)));
    let (status, reply) = answered(path, &body(&[event("adStart")]));
    assert_eq!((status, &reply["errors"][0]["status"]), (207, &json!(400)));
}

#[test]
fn what_the_web_sdk_asks_besides_is_answered() {
    for path in [
        "/ee/v1/privacy/set-consent?configId=1",
        "/ee/or2/v1/privacy/get-consent?configId=1",
        "/ee/v1/identity/acquire",
    ] {
        let (status, answer) = answered(path, &json!({"consent": [{"standard": "Adobe"}]}));
        assert_eq!((status, &answer["handle"]), (200, &json!([])), "{path}");
    }
}
