//! Requests of the Media Edge API, converted by the table, are valid in the older API.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::judges::Judge;
use super::table::Table;
use super::{ID, assert_valid, disagreements, judges, real, settings};
use crate::fixtures::validator::Schemas;

/// What the Web SDK sent here is valid in the older API, and the same after a way back and forth,
/// except for what is told.
#[test]
fn captured_requests_are_valid_when_converted_and_come_back() {
    let (table, judges, schemas) = (Table::load(), judges(), Schemas::load());
    let mut lost = BTreeSet::new();
    for real::Request { capture, event_type, body } in real::captured() {
        let item = &body["events"][0];
        let back = table.to_collection(item, &settings());
        assert!(schemas.is_valid(&back.value), "{event_type} of {capture}: {}", back.value);
        let again = table.to_edge(&back.value, "").expect("it had a form");
        let session = item["xdm"]["mediaCollection"]["sessionID"].as_str().unwrap_or(ID);
        let again = match event_type.as_str() {
            "sessionStart" => again.value,
            _ => table.to_edge(&back.value, session).expect("it had a form").value,
        };
        assert_valid(&judges, &event_type, &again);
        let kept = ["eventType", "timestamp", "mediaCollection"];
        for member in kept.into_iter().filter(|_| event_type != "sessionStart") {
            let sent = sorted(&item["xdm"][member]);
            assert_eq!(sorted(&again["xdm"][member]), sent, "{event_type} of {capture}");
        }
        lost.extend(back.lost.into_iter().map(|place| {
            let mut parts = place.split('/').skip(1);
            format!("{}/{}", parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
        }));
    }
    let expected = ["query/personalization", "xdm/implementationDetails"];
    assert_eq!(lost.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}

/// Metadata has no order.
fn sorted(value: &Value) -> Value {
    let mut value = value.clone();
    if let Some(pairs) = value.get_mut("customMetadata").and_then(Value::as_array_mut) {
        pairs.sort_by_key(|pair| pair["name"].to_string());
    }
    value
}

/// All the least bodies, which have nothing to lose.
#[test]
fn the_least_bodies_come_back_as_they_were() {
    let (table, schemas, ours) = (Table::load(), Schemas::load(), Judge::ours());
    for event_type in ours.types().filter(|event_type| *event_type != "downloaded") {
        let item = &disagreements::minimal(event_type)["events"][0];
        let back = table.to_collection(item, &settings());
        assert_eq!(back.lost, BTreeSet::new(), "{event_type}");
        assert!(schemas.is_valid(&back.value), "{}", back.value);
        assert_eq!(table.to_edge(&back.value, ID).unwrap().value, *item);
    }
}

#[test]
fn what_the_older_api_has_no_member_for_is_told() {
    let table = Table::load();
    let mut item = disagreements::minimal("sessionStart")["events"][0].clone();
    item["xdm"]["_id"] = json!("u1");
    item["xdm"]["identityMap"] = json!({"ECID": [{"id": "1", "primary": true}, {"id": "2"}],
        "email": [{"authenticatedState": "authenticated"}]});
    item["xdm"]["mediaCollection"]["customMetadata"] = json!([{"name": "a", "value": "1"},
        {"name": "b c", "value": "2"}, {"name": "a", "value": "3"}, {"name": "d"}]);
    item["xdm"]["mediaCollection"]["sessionDetails"]["cdn"] = json!("x");
    item["meta"] = json!({"collect": {"datasetId": "d1"}});
    let back = table.to_collection(&item, &settings());
    assert_eq!(back.value["customMetadata"], json!({"a": "3"}));
    assert_eq!(back.value["params"]["visitor.marketingCloudUserId"], "1");
    assert_eq!(back.value["params"].get("visitor.customerIDs"), None);
    let lost: Vec<_> = back.lost.iter().map(String::as_str).collect();
    assert_eq!(
        lost,
        [
            "/meta/collect/datasetId",
            "/xdm/_id",
            "/xdm/identityMap/ECID/0/primary",
            "/xdm/identityMap/ECID/1/id",
            "/xdm/identityMap/email/0/authenticatedState",
            "/xdm/mediaCollection/customMetadata/0/name",
            "/xdm/mediaCollection/customMetadata/0/value",
            "/xdm/mediaCollection/customMetadata/1/name",
            "/xdm/mediaCollection/customMetadata/1/value",
            "/xdm/mediaCollection/customMetadata/3/name",
            "/xdm/mediaCollection/sessionDetails/cdn",
        ]
    );
}

/// As the mobile SDKs send identity and library.
#[test]
fn what_holds_for_a_whole_request_holds_for_each_event() {
    let table = Table::load();
    let mut body = disagreements::minimal("sessionStart");
    body["xdm"] = json!({"identityMap": {"ECID": [{"id": "1"}], "email": [{"id": "all"}]},
        "implementationDetails": {"name": "ios", "version": "5.0.0"}});
    let params = |body: &Value| {
        let item = &table.items(body)[0];
        table.to_collection(item, &settings()).value["params"].clone()
    };
    let all = params(&body);
    assert_eq!(all["visitor.marketingCloudUserId"], "1");
    assert_eq!(all["visitor.customerIDs"], json!({"email": {"id": "all", "authState": 0}}));
    assert_eq!(all["media.libraryVersion"], "5.0.0");

    body["events"][0]["xdm"]["identityMap"] = json!({"email": [{"id": "own"}]});
    body["events"][0]["xdm"]["implementationDetails"] = json!({"name": "own"});
    let own = params(&body);
    assert_eq!(own["visitor.marketingCloudUserId"], "1");
    assert_eq!(own["visitor.customerIDs"]["email"]["id"], "own");
    assert_eq!(own.get("media.libraryVersion"), None);
}

#[test]
fn an_ad_without_a_player_has_that_of_the_session() {
    let (table, schemas) = (Table::load(), Schemas::load());
    let of = |body: &Value| table.to_collection(&body["events"][0], &settings()).value;
    let start = of(&disagreements::minimal("sessionStart"));
    let mut body = disagreements::minimal("adStart");
    let mut given = of(&body);
    let details = &mut body["events"][0]["xdm"]["mediaCollection"]["advertisingDetails"];
    details.as_object_mut().unwrap().remove("playerName");
    let mut ad = of(&body);
    assert!(!schemas.is_valid(&ad));
    table.complete(&mut ad, &start);
    assert!(schemas.is_valid(&ad), "{ad}");
    assert_eq!(ad["params"]["media.ad.playerName"], start["params"]["media.playerName"]);

    given["params"]["media.ad.playerName"] = json!("own");
    table.complete(&mut given, &start);
    assert_eq!(given["params"]["media.ad.playerName"], "own");
}
