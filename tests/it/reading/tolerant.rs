//! A tolerant reader keeps what it does not know, at every level, and it is written back.

use media_collection::{Event, EventBody, Keyword, Policy, SessionStart, Tolerant};
use serde_json::{Value, json};

/// Strictly refused, tolerantly read, and written back as the same JSON.
fn kept(value: &Value) -> Event {
    let text = value.to_string();
    assert!(Event::decode(text.as_bytes(), &Policy::strict()).is_err(), "{text}");
    assert!(serde_json::from_str::<Event>(&text).is_err(), "{text}");
    let event = Event::decode(text.as_bytes(), &Policy::tolerant()).unwrap();
    let written: Value = serde_json::from_slice(&event.encode().unwrap()).unwrap();
    assert_eq!(written, *value);
    let Tolerant(through_serde) = serde_json::from_str::<Tolerant<Event>>(&text).unwrap();
    assert_eq!(through_serde, event);
    let Tolerant(through_value) = serde_json::from_value::<Tolerant<Event>>(value.clone()).unwrap();
    assert_eq!(through_value, event);
    let batch = format!("[{text}]");
    assert_eq!(
        Event::decode_batch(batch.as_bytes(), &Policy::tolerant()).unwrap(),
        std::slice::from_ref(&event)
    );
    event
}

fn session_start() -> Value {
    json!({
        "eventType": "sessionStart",
        "playerTime": { "playhead": 1.5, "ts": 2 },
        "params": {
            "analytics.trackingServer": "metrics.example.com",
            "analytics.reportSuite": "example-suite",
            "visitor.marketingCloudOrgId": "0123456789ABCDEF@AdobeOrg",
            "media.id": "episode-42",
            "media.length": 60,
            "media.contentType": "vod",
            "media.playerName": "living-room",
            "media.channel": "example",
            "visitor.customerIDs": { "crm": { "id": "7", "authState": 1 } },
        },
        "qoeData": { "media.qoe.bitrate": 1 },
    })
}

fn nested() -> Value {
    json!({ "a": [1, 2.5, null, { "b": "c" }] })
}

#[test]
fn unknown_members_are_kept_in_every_object() {
    for place in ["", "/playerTime", "/params", "/params/visitor.customerIDs/crm", "/qoeData"] {
        let mut value = session_start();
        let object = value.pointer_mut(place).unwrap();
        object["media.newer"] = nested();
        object[""] = Value::Null;
        kept(&value);
    }

    let mut value = session_start();
    value["mood"] = nested();
    value["playerTime"]["zone"] = json!("CET");
    value["params"]["media.newer"] = json!(true);
    value["params"]["visitor.customerIDs"]["crm"]["since"] = json!(2020);
    value["qoeData"]["media.qoe.rebuffer"] = json!(0.25);
    let event = kept(&value);
    let extra = event.extra().unwrap();
    assert_eq!(extra.members.get("mood"), Some(&nested()));
    assert_eq!(extra.player_time.get("zone"), Some(&json!("CET")));
    let start = SessionStart::try_from(event).unwrap();
    assert_eq!(start.extra().unwrap().members.len(), 1);
    assert_eq!(start.params.extra.get("media.newer"), Some(&json!(true)));
    let crm = &start.params.visitor_customer_ids.as_ref().unwrap()["crm"];
    assert_eq!(crm.extra.get("since"), Some(&json!(2020)));
    assert_eq!(start.qoe_data.as_ref().unwrap().extra.len(), 1);
    assert_eq!(serde_json::to_value(&start).unwrap(), value);
}

#[test]
fn unknown_members_of_states_are_kept() {
    kept(&json!({
        "eventType": "statesUpdate",
        "playerTime": { "playhead": 1, "ts": 2 },
        "params": { "statesStart": [
            { "media.state.name": "mute", "x": 1 },
            { "media.state.name": "fullscreen" },
        ], "x": 1 },
    }));
}

#[test]
fn parts_that_the_type_does_not_have_are_kept() {
    let event = kept(&json!({
        "eventType": "ping",
        "playerTime": { "playhead": 1, "ts": 2 },
        "params": nested(),
        "customMetadata": { "not a key": 1 },
    }));
    assert!(event.custom_metadata().is_none());
    let extra = event.extra().unwrap();
    assert!(extra.params.is_some() && extra.custom_metadata.is_some());
}

#[test]
fn empty_parts_are_valid_and_written_back() {
    let text = concat!(
        r#"{"eventType":"play","playerTime":{"playhead":1,"ts":2},"params":{},"#,
        r#""customMetadata":{},"qoeData":{}}"#
    );
    for policy in [Policy::strict(), Policy::tolerant()] {
        let event = Event::decode(text.as_bytes(), &policy).unwrap();
        assert_eq!(String::from_utf8(event.encode().unwrap()).unwrap(), text);
    }
}

#[test]
fn events_of_an_unknown_type_are_kept_whole() {
    for parts in [
        json!({}),
        json!({ "params": { "a": 1 }, "customMetadata": { "b": [] }, "x": 1 }),
        json!({ "params": null, "customMetadata": "text" }),
        json!({ "qoeData": { "media.qoe.bitrate": 1, "x": 2 } }),
    ] {
        let mut value = json!({
            "eventType": "applause",
            "playerTime": { "playhead": 1, "ts": 2, "x": [] },
        });
        value.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
        let event = kept(&value);
        assert_eq!((event.event_type(), event.event_name()), (None, "applause"));
        let EventBody::Other(other) = &event.body else { panic!("{event:?}") };
        assert_eq!(other.params.as_ref(), parts.get("params"));
    }
}

#[test]
fn the_order_of_members_makes_no_difference() {
    let first = r#"{"eventType":"ping","params":{"a":1},"customMetadata":{"b":2},
        "playerTime":{"playhead":1,"ts":2}}"#;
    let last = r#"{"params":{"a":1},"customMetadata":{"b":2},
        "playerTime":{"playhead":1,"ts":2},"eventType":"ping"}"#;
    let read = |text: &str| Event::decode(text.as_bytes(), &Policy::tolerant()).unwrap();
    assert_eq!(read(first), read(last));
    assert_eq!(read(first).encode(), read(last).encode());
}

#[test]
fn a_whole_number_is_read_where_an_integer_belongs() {
    let text = r#"{"eventType":"ping","playerTime":{"playhead":1.0,"ts":2e3}}"#;
    assert!(Event::decode(text.as_bytes(), &Policy::strict()).is_err());
    let event = Event::decode(text.as_bytes(), &Policy::tolerant()).unwrap();
    assert_eq!(event.player_time.ts, 2_000);
    let fraction = text.replace("2e3", "2.5");
    assert!(Event::decode(fraction.as_bytes(), &Policy::tolerant()).is_err());
}

#[test]
fn tolerance_has_its_limits() {
    let ping = json!({ "eventType": "ping", "playerTime": { "playhead": 1, "ts": 2 } });
    for (place, wrong) in [
        ("/eventType", json!(1)),
        ("/playerTime", json!([1, 2])),
        ("/playerTime/ts", json!("2")),
        ("/playerTime/playhead", Value::Null),
    ] {
        let mut value = ping.clone();
        *value.pointer_mut(place).unwrap() = wrong;
        let error = Event::decode(value.to_string().as_bytes(), &Policy::tolerant()).unwrap_err();
        assert_eq!(error.violations()[0].pointer, place);
    }
    for key in ["params", "customMetadata", "qoeData"] {
        for wrong in [Value::Null, json!([]), json!("x")] {
            let mut value = ping.clone();
            value[key] = wrong;
            let text = value.to_string();
            let error = Event::decode(text.as_bytes(), &Policy::tolerant()).unwrap_err();
            assert_eq!(error.violations()[0].pointer, format!("/{key}"), "{text}");
        }
    }
}

#[test]
fn what_is_kept_can_be_read_again_however_deep() {
    let ping = r#""eventType":"ping""#;
    let time = r#""playerTime":{"playhead":1,"ts":2}"#;
    let policy = Policy::tolerant();
    let (mut kept, mut refused) = (0, 0);
    for depth in 115..135 {
        // Brackets in strings are no nesting.
        let deep = format!(r#"{}"[[\"{{"{}"#, "[".repeat(depth), "]".repeat(depth));
        for part in ["params", "customMetadata"] {
            let part = format!(r#""{part}":{{"a":{deep}}}"#);
            for event in [format!("{{{ping},{time},{part}}}"), format!("{{{part},{time},{ping}}}")]
            {
                let one = Event::decode(event.as_bytes(), &policy);
                let two = Event::decode_batch(format!("[{event}]").as_bytes(), &policy);
                for error in [one.as_ref().err(), two.as_ref().err()].into_iter().flatten() {
                    assert_eq!(error.violations()[0].keyword, Keyword::Depth, "{error}");
                    refused += 1;
                }
                if let Ok(event) = one {
                    let again = Event::decode(&event.encode().unwrap(), &policy);
                    assert_eq!(again, Ok(event), "{depth}");
                    kept += 1;
                }
                if let Ok(events) = two {
                    let written = Event::encode_batch(&events).unwrap();
                    assert_eq!(Event::decode_batch(&written, &policy), Ok(events), "{depth}");
                    kept += 1;
                }
            }
        }
    }
    assert!(kept > 50 && refused > 50, "{kept} kept, {refused} refused");
}
