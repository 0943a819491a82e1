//! Read through serde's own traits, every type is as strict as the schemas.

use std::fmt::Debug;

use media_collection::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A valid object of the type, from which each test makes invalid ones.
struct Sample {
    name: &'static str,
    object: Value,
    reads: fn(&str) -> bool,
    reads_value: fn(Value) -> bool,
}

fn sample<T: DeserializeOwned + Debug>(name: &'static str, object: Value) -> Sample {
    Sample {
        name,
        object,
        reads: |text| serde_json::from_str::<T>(text).is_ok(),
        reads_value: |value| serde_json::from_value::<T>(value).is_ok(),
    }
}

fn samples() -> Vec<Sample> {
    let time = json!({ "playhead": 0, "ts": 1 });
    let start = json!({
        "analytics.trackingServer": "a",
        "analytics.reportSuite": "b",
        "visitor.marketingCloudOrgId": "c",
        "visitor.customerIDs": { "crm": { "id": "7", "authState": 1 } },
        "media.id": "d",
        "media.length": 60,
        "media.contentType": "vod",
        "media.playerName": "e",
        "media.channel": "f",
        "media.name": "g",
        "media.resume": false,
    });
    let event = json!({
        "eventType": "sessionStart",
        "playerTime": time,
        "params": start,
        "customMetadata": { "a": "b" },
        "qoeData": { "media.qoe.bitrate": 1 },
    });
    vec![
        sample::<PlayerTime>("PlayerTime", time),
        sample::<QoeData>("QoeData", json!({ "media.qoe.bitrate": 1, "media.qoe.errorID": "x" })),
        sample::<CustomerId>("CustomerId", json!({ "id": "7", "authState": 1 })),
        sample::<State>("State", json!({ "media.state.name": "mute" })),
        sample::<StateStartParams>("StateStartParams", json!({ "media.state.name": "mute" })),
        sample::<StateEndParams>("StateEndParams", json!({ "media.state.name": "mute" })),
        sample::<StatesUpdateParams>(
            "StatesUpdateParams",
            json!({ "statesStart": [{ "media.state.name": "mute" }] }),
        ),
        sample::<ErrorParams>("ErrorParams", json!({ "media.errorId": "x" })),
        sample::<AdBreakStartParams>(
            "AdBreakStartParams",
            json!({ "media.ad.podIndex": 1, "media.ad.podSecond": 0 }),
        ),
        sample::<AdStartParams>(
            "AdStartParams",
            json!({
                "media.ad.id": "a",
                "media.ad.length": 1.5,
                "media.ad.podPosition": 1,
                "media.ad.playerName": "b",
                "media.ad.name": "c",
            }),
        ),
        sample::<ChapterStartParams>(
            "ChapterStartParams",
            json!({
                "media.chapter.index": 1,
                "media.chapter.offset": 0,
                "media.chapter.length": 1,
                "media.chapter.friendlyName": "a",
            }),
        ),
        sample::<SessionStartParams>("SessionStartParams", start),
        sample::<CustomMetadata>("CustomMetadata", json!({ "a": "b" })),
        sample::<Event>("Event", event.clone()),
        sample::<SessionStart>("SessionStart", event),
    ]
}

#[test]
fn the_samples_are_valid() {
    for Sample { name, object, reads, reads_value } in samples() {
        assert!(reads(&object.to_string()), "{name}: {object}");
        assert!(reads_value(object), "{name}");
    }
}

#[test]
fn only_an_object_is_an_object() {
    for Sample { name, object, reads, reads_value } in samples() {
        let members = object.as_object().unwrap();
        // In every order of fields that a derived reader could have.
        let values: Vec<_> = members.values().cloned().collect();
        let reversed: Vec<_> = values.iter().rev().cloned().collect();
        let pairs: Vec<_> = members.iter().map(|(key, value)| json!([key, value])).collect();
        for wrong in [
            json!(values),
            json!(reversed),
            json!(pairs),
            json!([]),
            json!(null),
            json!("x"),
            json!(1),
            json!(true),
        ] {
            assert!(!reads(&wrong.to_string()), "{name}: {wrong}");
            assert!(!reads_value(wrong), "{name}");
        }
    }
    assert!(serde_json::from_str::<PlayerTime>("[0,1]").is_err());
}

#[test]
fn null_is_no_value_of_any_member() {
    for Sample { name, object, reads, reads_value } in samples() {
        for key in object.as_object().unwrap().keys() {
            let mut changed = object.clone();
            changed[key] = Value::Null;
            assert!(!reads(&changed.to_string()), "{name}: {changed}");
            assert!(!reads_value(changed), "{name}: {key}");
        }
    }
}

#[test]
fn a_member_twice_is_refused() {
    for Sample { name, object, reads, .. } in samples() {
        let text = object.to_string();
        for (key, value) in object.as_object().unwrap() {
            let end = text.len() - 1;
            let twice = format!("{},{}:{value}}}", &text[..end], json!(key));
            assert!(!reads(&twice), "{name}: {twice}");
        }
    }
    // Also where the text is put aside until the type is known, and in what is only kept.
    for text in [
        r#"{"params":{},"params":{},"eventType":"play","playerTime":{"playhead":0,"ts":1}}"#,
        r#"{"eventType":"play","playerTime":{"playhead":0,"ts":1},"x":1,"x":1}"#,
        r#"{"eventType":"play","playerTime":{"playhead":0,"ts":1,"x":1,"x":1}}"#,
        r#"{"eventType":"play","playerTime":{"playhead":0,"ts":1},"params":{"x":1,"x":1}}"#,
        r#"{"eventType":"play","playerTime":{"playhead":0,"ts":1},"qoeData":{"x":1,"x":1}}"#,
    ] {
        for policy in [Policy::strict(), Policy::tolerant()] {
            let error = Event::decode(text.as_bytes(), &policy).unwrap_err();
            let keywords: Vec<_> = error.violations().iter().map(|found| found.keyword).collect();
            assert!(keywords.contains(&Keyword::Duplicate), "{error}: {text}");
        }
    }
}

#[test]
fn unknown_members_are_refused() {
    for Sample { name, object, reads, reads_value } in samples() {
        let mut changed = object.clone();
        // In custom metadata an unknown key is valid, a bad one is not.
        changed["not a key"] = json!("x");
        assert!(!reads(&changed.to_string()), "{name}: {changed}");
        assert!(!reads_value(changed), "{name}");
    }
}

#[test]
fn integers_are_written_as_integers() {
    for number in ["1.0", "1e0", "1.5", "\"1\"", "9223372036854775808", "1e999"] {
        let text = format!(r#"{{"playhead":0,"ts":{number}}}"#);
        assert!(serde_json::from_str::<PlayerTime>(&text).is_err(), "{text}");
    }
    for number in [i64::MIN, -1, 0, i64::MAX] {
        let text = format!(r#"{{"playhead":0,"ts":{number}}}"#);
        assert_eq!(serde_json::from_str::<PlayerTime>(&text).unwrap().ts, number);
    }
}

#[test]
fn only_a_session_start_is_one() {
    let play = r#"{"eventType":"play","playerTime":{"playhead":0,"ts":1}}"#;
    let error = serde_json::from_str::<SessionStart>(play).unwrap_err();
    assert!(error.to_string().contains("is not a `sessionStart`"), "{error}");
}
