//! Sessions of the older API, converted by the table, are valid here; and come back.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::judges::request;
use super::table::Table;
use super::{ID, assert_valid, judges, refused, settings};
use crate::fixtures::captures::captured_events;
use crate::fixtures::files;
use crate::fixtures::validator::Schemas;

fn timeline(number: usize) -> Vec<Value> {
    let path = files::payloads().join(format!("timelines/timeline-{number}.json"));
    files::json(&path).as_array().expect("it is a list").clone()
}

/// What is lost of each timeline, without the settings that its start has.
#[test]
fn the_documented_timelines_are_valid_when_converted() {
    let (table, judges) = (Table::load(), judges());
    let expected: [&[&str]; 3] = [
        &[
            "adStart /params/media.ad.podFriendlyName",
            "sessionStart /params/analytics.visitorId",
            "sessionStart /params/media.length",
        ],
        &[
            "adStart /params/media.ad.podFriendlyName",
            "error /qoeData/media.qoe.errorID",
            "error /qoeData/media.qoe.errorSource",
            "play /qoeData/bitrate",
            "sessionStart /params/analytics.visitorId",
            "sessionStart /params/media.length",
        ],
        &[
            "adStart /params/media.ad.podFriendlyName",
            "sessionStart /params/analytics.visitorId",
            "sessionStart /params/media.length",
        ],
    ];
    for number in 1..=3 {
        let mut lost = BTreeSet::new();
        for event in timeline(number) {
            let name = event["eventType"].as_str().unwrap();
            let converted = table.to_edge(&event, ID).expect("a timeline has a form");
            assert_valid(&judges, table.event_type(name), &converted.value);
            let told = converted.lost.into_iter().filter(|place| !is_setting(place));
            lost.extend(told.map(|place| format!("{name} {place}")));
        }
        let expected: BTreeSet<_> =
            expected[number - 1].iter().map(|lost| (*lost).to_owned()).collect();
        assert_eq!(lost, expected, "timeline {number}");
    }
}

fn is_setting(place: &str) -> bool {
    let settings = [
        "analytics.trackingServer",
        "analytics.reportSuite",
        "analytics.enableSSL",
        "visitor.marketingCloudOrgId",
    ];
    settings.iter().any(|setting| place.ends_with(setting))
}

#[test]
fn the_timelines_are_valid_as_downloaded_sessions() {
    let (table, judges) = (Table::load(), judges());
    for number in 1..=3 {
        let mut session = timeline(number);
        session[0]["params"]["visitor.marketingCloudUserId"] = json!("12345");
        let converted = table.downloaded_to_edge(&session).expect("a timeline has a form");
        assert_valid(&judges, "downloaded", &converted.value);
        let xdm = &converted.value["xdm"];
        assert_eq!(xdm["mediaDownloadedEvents"].as_array().unwrap().len(), session.len());
        assert_eq!(xdm["identityMap"]["ECID"][0]["id"], "12345");
        assert!(!converted.value.to_string().contains("sessionID"));

        let schemas = Schemas::load();
        let back = table.downloaded_to_collection(&converted.value, &settings());
        assert_eq!(back.len(), session.len());
        assert_eq!(back[0]["params"]["media.downloaded"], true);
        for (event, sent) in back.iter().zip(&session) {
            assert!(schemas.is_valid(event), "{event}");
            assert_eq!(event["playerTime"]["ts"], sent["playerTime"]["ts"]);
            assert_eq!(event["eventType"], sent["eventType"]);
        }
    }
}

/// As requests, a line each, and at the end the timeline as a downloaded session. Other judges read
/// the files too. `UPDATE_GOLDEN=1` writes them.
#[test]
fn the_converted_timelines_are_as_committed() {
    let table = Table::load();
    let line = |name: &str, item: &Value| {
        let body = request(std::slice::from_ref(item));
        format!("{}\n", json!({"path": format!("/ee/va/v1/{name}"), "body": body}))
    };
    for number in 1..=3 {
        let mut lines = String::new();
        for event in timeline(number) {
            let name = table.event_type(event["eventType"].as_str().unwrap());
            lines += &line(name, &table.to_edge(&event, ID).unwrap().value);
        }
        lines += &line("downloaded", &table.downloaded_to_edge(&timeline(number)).unwrap().value);
        let file = files::payloads().join(format!("edge/converted/timeline-{number}.jsonl"));
        files::assert_committed(&file, &lines);
    }
}

/// One whole value here and there: no rule of the table is without an example.
#[test]
fn a_start_with_everything_is_converted_as_the_table_says() {
    let table = Table::load();
    let start = json!({"eventType": "sessionStart",
        "playerTime": {"playhead": 1.9, "ts": 1_767_323_045_678_i64},
        "params": {"media.id": "c1", "media.length": 60.5, "media.contentType": "VOD",
            "media.playerName": "p1", "media.channel": "ch1", "media.streamType": "film",
            "media.assetId": "as1", "media.pass.auth": "TRUE", "media.resume": false,
            "media.libraryVersion": "js-3.1.0", "analytics.trackingServer": "t.example.com",
            "analytics.reportSuite": "rs1", "visitor.marketingCloudOrgId": "ORG@AdobeOrg",
            "analytics.optOutShare": false, "visitor.marketingCloudUserId": "123",
            "appInstallationId": "f1", "visitor.aamLocationHint": 9,
            "visitor.customerIDs": {"email": {"id": "m1", "authState": 2},
                "crm": {"id": "n1", "authState": 7}, "ECID": {"id": "other", "authState": 0}}},
        "customMetadata": {"b": "2", "a": ""},
        "qoeData": {"media.qoe.bitrate": 500_000, "media.qoe.errorID": "E1"}});
    let converted = table.to_edge(&start, ID).unwrap();
    assert_eq!(
        converted.value,
        json!({"xdm": {"eventType": "media.sessionStart",
        "timestamp": "2026-01-02T03:04:05.678Z",
        "mediaCollection": {"playhead": 1,
            "sessionDetails": {"name": "c1", "length": 61, "contentType": "VOD",
                "playerName": "p1", "channel": "ch1", "assetID": "as1", "authorized": "TRUE",
                "hasResume": false},
            "customMetadata": [{"name": "a", "value": ""}, {"name": "b", "value": "2"}],
            "qoeDataDetails": {"bitrate": 500_000}},
        "identityMap": {
            "ECID": [{"id": "123", "authenticatedState": "ambiguous", "primary": true}],
            "FPID": [{"id": "f1", "authenticatedState": "ambiguous"}],
            "email": [{"id": "m1", "authenticatedState": "loggedOut"}],
            "crm": [{"id": "n1"}]},
        "implementationDetails": {"version": "js-3.1.0"}}})
    );
    let lost: Vec<_> = converted.lost.iter().map(String::as_str).collect();
    assert_eq!(
        lost,
        [
            "/params/analytics.optOutShare",
            "/params/analytics.reportSuite",
            "/params/analytics.trackingServer",
            "/params/media.length",
            "/params/media.streamType",
            "/params/visitor.aamLocationHint",
            "/params/visitor.customerIDs/ECID/authState",
            "/params/visitor.customerIDs/ECID/id",
            "/params/visitor.customerIDs/crm/authState",
            "/params/visitor.marketingCloudOrgId",
            "/playerTime/playhead",
            "/qoeData/media.qoe.errorID",
        ]
    );

    let back = table.to_collection(&converted.value, &settings());
    assert_eq!(
        back.value["params"]["visitor.customerIDs"],
        json!({
        "email": {"id": "m1", "authState": 2}, "crm": {"id": "n1", "authState": 0}})
    );
    assert_eq!(back.value["params"]["visitor.marketingCloudUserId"], "123");
    assert_eq!(back.value["customMetadata"], start["customMetadata"]);
    assert!(Schemas::load().is_valid(&back.value), "{}", back.value);
    let lost: Vec<_> = back.lost.iter().map(String::as_str).collect();
    assert_eq!(
        lost,
        [
            "/xdm/identityMap/ECID/0/authenticatedState",
            "/xdm/identityMap/ECID/0/primary",
            "/xdm/identityMap/FPID/0/authenticatedState",
        ]
    );
}

/// In the older API each is valid, and here it has no form.
#[test]
fn what_cannot_be_said_is_an_error_that_names_its_place() {
    let (table, schemas) = (Table::load(), Schemas::load());
    for (event, place) in refused::events() {
        assert!(schemas.is_valid(&event), "{event}");
        let error = table.to_edge(&event, ID).expect_err(place);
        assert!(error.starts_with(&format!("{place}: ")), "{error}");
    }
}

/// Whatever the SDKs sent to the older API is valid here, and the same after a way back and
/// forth.
#[test]
fn captured_events_are_valid_when_converted_and_come_back() {
    let (table, judges, schemas) = (Table::load(), judges(), Schemas::load());
    let mut refused = BTreeMap::<String, usize>::new();
    let mut count = 0;
    let events = captured_events().into_iter().chain(files::minimal_events());
    for event in events.filter(|event| schemas.is_valid(event)) {
        let name = event["eventType"].as_str().unwrap();
        let converted = match table.to_edge(&event, ID) {
            Ok(converted) => converted,
            Err(error) => {
                *refused.entry(error).or_default() += 1;
                continue;
            }
        };
        assert_valid(&judges, table.event_type(name), &converted.value);
        let back = table.to_collection(&converted.value, &settings());
        assert!(schemas.is_valid(&back.value), "{}", back.value);
        let again = table.to_edge(&back.value, ID).expect("it had a form");
        assert_eq!(again.value, converted.value, "{event}");
        // Nothing that is not told was lost.
        for (key, value) in event["params"].as_object().into_iter().flatten() {
            let told = converted.lost.iter().any(|lost| lost.contains(key.as_str()));
            let is_state = name.starts_with("state");
            assert!(told || is_state || back.value["params"][key] == *value, "{key} of {event}");
        }
        count += 1;
    }
    assert!(count > 4_000, "{count} events");
    println!("{count} events; without a form: {refused:?}");
    let forms: BTreeSet<_> = refused.keys().map(String::as_str).collect();
    let known = BTreeSet::from([
        "/params/media.state.name: the name has other characters, or too many",
        "/playerTime/playhead: the number does not fit into 64 bits",
    ]);
    assert!(forms.is_subset(&known), "{refused:?}");
}

#[test]
fn qualities_that_do_not_fit_and_unknown_sources_are_told() {
    let (table, judges) = (Table::load(), judges());
    let event = json!({"eventType": "error", "playerTime": {"playhead": 1, "ts": 0},
        "params": {"media.errorId": "second", "media.errorSource": "sdk"},
        "qoeData": {"media.qoe.bitrate": 2_147_483_648_i64, "media.qoe.timeToStart": -1,
            "media.qoe.errorID": "first"}});
    let converted = table.to_edge(&event, ID).unwrap();
    assert_valid(&judges, "error", &converted.value);
    assert_eq!(
        converted.value["xdm"]["mediaCollection"],
        json!({"playhead": 1, "sessionID": ID,
        "errorDetails": {"name": "first", "source": "external"},
        "qoeDataDetails": {"timeToStart": -1}})
    );
    let lost: Vec<_> = converted.lost.iter().map(String::as_str).collect();
    assert_eq!(
        lost,
        ["/params/media.errorId", "/params/media.errorSource", "/qoeData/media.qoe.bitrate"]
    );
}
