//! Requests of real clients, and the samples of the contract.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use super::disagreements;
use super::judges::{self, Judge};
use crate::fixtures::files;

/// A request that Adobe's Web SDK made: capture, event type by the path, body.
pub struct Request {
    pub capture: String,
    pub event_type: String,
    pub body: Value,
}

/// All captured requests. Starts go to `interact`, and have their type in the body only.
pub fn captured() -> Vec<Request> {
    let folder = files::payloads().join("edge");
    let files = fs::read_dir(&folder).expect("the captures are there");
    let mut files: Vec<_> = files.map(|entry| entry.expect("it can be read").path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "json"));
    files.sort();
    let mut requests = Vec::new();
    for path in files {
        let capture = files::json(&path);
        for request in capture["requests"].as_array().expect("it has requests") {
            let raw = request["raw"].as_str().expect("a body is a text");
            let body: Value = serde_json::from_str(raw).expect("a body is JSON");
            let path = request["path"].as_str().expect("a path is a text");
            let event_type = match path.rsplit_once('/').expect("a path has parts").1 {
                "interact" => body["events"][0]["xdm"]["eventType"].as_str().expect("a text"),
                name => name,
            };
            requests.push(Request {
                capture: capture["name"].as_str().expect("a text").to_owned(),
                event_type: event_type.trim_start_matches("media.").to_owned(),
                body,
            });
        }
    }
    requests
}

#[test]
fn what_the_web_sdk_sends_is_valid_for_both_judges() {
    let (ours, contract) = (Judge::ours(), Judge::contract());
    let mut types = BTreeMap::<String, usize>::new();
    for Request { capture, event_type, body } in captured() {
        assert_eq!(ours.faults(&event_type, &body), [""; 0], "{event_type} of {capture}");
        assert_eq!(contract.faults(&event_type, &body), [""; 0], "{event_type} of {capture}");
        *types.entry(event_type).or_default() += 1;
    }
    assert_eq!(types.len(), 18, "{types:?}");
    assert_eq!(types.values().sum::<usize>(), 49);
}

#[test]
fn the_samples_of_the_contract_are_valid_for_both_judges() {
    let (ours, contract) = (Judge::ours(), Judge::contract());
    let document = judges::contract();
    let mut count = 0;
    for event_type in contract.types() {
        let operation = &document["paths"][format!("/{event_type}")]["post"];
        let body = &operation["requestBody"]["content"]["application/json"];
        let samples = body["examples"].as_object().into_iter().flatten();
        for (name, sample) in samples {
            let sample = &sample["value"];
            assert!(sample["events"][0].is_object(), "{event_type} {name} is no request");
            assert_eq!(contract.faults(event_type, sample), [""; 0], "{event_type} {name}");
            assert_eq!(ours.faults(event_type, sample), [""; 0], "{event_type} {name}");
            count += 1;
        }
    }
    assert!(count >= 21, "{count} samples");
}

/// A body under another path than its own: the type in it does not agree.
#[test]
fn a_body_is_valid_for_its_own_path_only() {
    let ours = Judge::ours();
    for Request { capture, event_type, body } in captured() {
        for other in ours.types().filter(|other| *other != event_type) {
            let faults = ours.faults(other, &body);
            let place = "/events/0/xdm/eventType enum".to_owned();
            assert!(faults.contains(&place), "{event_type} of {capture} as {other}: {faults:?}");
        }
    }
}

/// The form that the code of the SDKs for iOS, Android and Roku gives a request; values are ours.
#[test]
fn the_form_of_the_mobile_sdks_is_valid_for_both_judges() {
    let (ours, contract) = (Judge::ours(), Judge::contract());
    let identity = json!({"ECID": [{"id": "12345678901234567890123456789012345678",
        "authenticatedState": "ambiguous", "primary": false}]});
    let library = json!({"name": "https://ns.adobe.com/experience/mobilesdk/ios",
        "version": "5.0.0+5.0.3", "environment": "app"});
    let streaming = json!({"enabled": true, "recordSeparator": "\u{0}", "lineFeed": "\n"});
    for event_type in ours.types().filter(|event_type| *event_type != "downloaded") {
        let mut body = disagreements::minimal(event_type);
        body["meta"] = json!({"konductorConfig": {"streaming": streaming.clone()},
            "state": {"entries": [{"key": "kndctr_0A1B2C_AdobeOrg_cluster", "value": "or2",
                "maxAge": 1800}]}});
        body["xdm"] = json!({"identityMap": identity, "implementationDetails": library});
        let event = &mut body["events"][0];
        event["xdm"]["_id"] = json!("6F1C0B4E-0000-4000-8000-000000000001");
        event["meta"] = json!({"collect": {"datasetId": "d1"}});
        event["query"] = json!({"identity": {"fetch": ["ECID"]}});
        if ["sessionStart", "adStart", "chapterStart"].contains(&event_type) {
            event["xdm"]["mediaCollection"]["customMetadata"] = json!([]);
        }
        assert_eq!(ours.faults(event_type, &body), [""; 0], "{event_type}");
        assert_eq!(contract.faults(event_type, &body), [""; 0], "{event_type}");
    }
}
