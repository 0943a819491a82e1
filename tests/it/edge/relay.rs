//! What was read and changed says what the event says now; and events come back as they were.

use media_collection::edge::{ReadOptions, Request, lost_in_collection};
use media_collection::{Event, Policy};
use serde_json::{Value, json};

use super::disagreements::minimal;

fn read(body: &Value) -> Request<Event> {
    Request::decode_any(body.to_string().as_bytes(), &ReadOptions::new()).expect("it is valid")
}

fn written(request: &Request<Event>) -> Value {
    serde_json::from_slice(&request.encode().expect("it can be written")).unwrap()
}

/// The event with a member changed.
fn with(event: &Event, pointer: &str, value: Value) -> Event {
    let mut json = serde_json::to_value(event).unwrap();
    *json.pointer_mut(pointer).expect("it has the member") = value;
    Event::decode(json.to_string().as_bytes(), &Policy::tolerant()).unwrap()
}

fn rich() -> Value {
    let mut body = minimal("sessionStart");
    let item = &mut body["events"][0];
    item["query"] = json!({"identity": {"fetch": ["ECID"]}});
    let xdm = &mut item["xdm"];
    xdm["_id"] = json!("6F1C");
    xdm["timestamp"] = json!("2026-01-02T04:04:05.678123+01:00");
    xdm["identityMap"] = json!({
        "email": [{"id": "m1", "authenticatedState": "loggedOut", "x": 1}, {"id": "m2"}],
        "ECID": [{"id": "1", "authenticatedState": "authenticated", "primary": true}], "crm": [{}]});
    xdm["mediaCollection"]["customMetadata"] = json!([
        {"name": "b", "value": "1"}, {"name": "a", "value": "2"}, {"name": "b", "value": "3"},
        {"name": "c"}, {"name": "not a key", "value": "4"}]);
    xdm["mediaCollection"]["sessionDetails"]["cdn"] = json!("x");
    body["meta"] = json!({"state": {"entries": []}});
    body
}

#[test]
fn what_is_changed_is_written_and_the_rest_stays() {
    let body = rich();
    let mut request = read(&body);
    assert_eq!(written(&request), body);
    let event = request.items[0].content.clone();

    request.items[0].content = with(&event, "/playerTime/ts", json!(1_767_323_045_679_i64));
    let mut expected = body.clone();
    expected["events"][0]["xdm"]["timestamp"] = json!("2026-01-02T03:04:05.679Z");
    assert_eq!(written(&request), expected);

    request.items[0].content = with(&event, "/customMetadata/b", json!("5"));
    let mut expected = body.clone();
    expected["events"][0]["xdm"]["mediaCollection"]["customMetadata"] =
        json!([{"name": "a", "value": "2"}, {"name": "b", "value": "5"}]);
    assert_eq!(written(&request), expected);

    request.items[0].content =
        with(&event, "/params/visitor.customerIDs/email/authState", json!(1));
    let mut expected = body.clone();
    expected["events"][0]["xdm"]["identityMap"]["email"][0]["authenticatedState"] =
        json!("authenticated");
    assert_eq!(written(&request), expected);
}

#[test]
fn what_the_older_api_cannot_say_is_listed() {
    let request = read(&rich());
    let lost = lost_in_collection(&request);
    assert!(lost.iter().all(|lost| !lost.reason.is_empty() && !lost.is_setting), "{lost:?}");
    let found: Vec<_> = lost.iter().map(|lost| lost.pointer.as_str()).collect();
    assert_eq!(
        found,
        [
            "/events/0/query/identity/fetch/0",
            "/events/0/xdm/_id",
            "/events/0/xdm/identityMap/ECID/0/authenticatedState",
            "/events/0/xdm/identityMap/email/0/x",
            "/events/0/xdm/identityMap/email/1/id",
            "/events/0/xdm/mediaCollection/customMetadata/0/name",
            "/events/0/xdm/mediaCollection/customMetadata/0/value",
            "/events/0/xdm/mediaCollection/customMetadata/3/name",
            "/events/0/xdm/mediaCollection/customMetadata/4/name",
            "/events/0/xdm/mediaCollection/customMetadata/4/value",
            "/events/0/xdm/mediaCollection/sessionDetails/cdn",
            "/events/0/xdm/timestamp",
        ]
    );
    assert_eq!(lost_in_collection(&read(&minimal("play"))), []);
}

#[test]
fn equal_metadata_and_misnamed_skips_are_read() {
    let mut body = minimal("adSkip");
    body["events"][0]["xdm"]["eventType"] = json!("media.adBreakSkip");
    let request = read(&body);
    assert_eq!(request.items[0].content.event_name(), "adSkip");
    assert_eq!(request.endpoint(), Some("adSkip"));
    assert_eq!(written(&request), body);
    let metadata = read(&rich()).items[0].content.custom_metadata().cloned().unwrap();
    assert_eq!(metadata.iter().collect::<Vec<_>>(), [("a", "2"), ("b", "3")]);
}

/// Everything that both can say comes back. One form of states counts as the other.
#[cfg(feature = "quickcheck")]
mod random {
    use std::collections::BTreeSet;

    use media_collection::edge::{Item, ReadOptions, Request, lost_in_edge};
    use media_collection::{Event, Policy};
    use serde_json::{Value, json};

    use crate::edge::judges::Judge;
    use crate::fixtures::random::random;

    /// The event without what is lost, and with what the table adds.
    fn remaining(event: &Event) -> Value {
        let mut value = serde_json::to_value(event).unwrap();
        let name = event.event_name().to_owned();
        for lost in lost_in_edge(event) {
            let (around, key) = lost.pointer.rsplit_once('/').unwrap();
            if let Some(around) = value.pointer_mut(around).and_then(Value::as_object_mut) {
                around.remove(&key.replace("~1", "/").replace("~0", "~"));
            }
        }
        // The error's id and source are in the quality of experience then.
        for (from, to) in [("errorId", "errorID"), ("errorSource", "errorSource")] {
            let params = value.get_mut("params").and_then(Value::as_object_mut);
            if let Some(moved) = params.and_then(|params| params.remove(&format!("media.{from}"))) {
                value["qoeData"][format!("media.qoe.{to}")] = moved;
            }
        }
        if name == "stateStart" || name == "stateEnd" {
            let list = if name == "stateStart" { "statesStart" } else { "statesEnd" };
            let state = value["params"].take();
            value["params"] = json!({list: [state]});
            value["eventType"] = json!("statesUpdate");
        }
        value
    }

    /// Without empty objects and lists, which say nothing.
    fn said(value: &Value) -> BTreeSet<String> {
        fn below(value: &Value, at: &str, found: &mut BTreeSet<String>) {
            match value {
                Value::Object(members) => {
                    members
                        .iter()
                        .for_each(|(key, value)| below(value, &format!("{at}/{key}"), found));
                }
                Value::Array(items) => {
                    let items = items.iter().enumerate();
                    items.for_each(|(index, item)| below(item, &format!("{at}/{index}"), found));
                }
                value => drop(found.insert(format!("{at}: {value}"))),
            }
        }
        let mut found = BTreeSet::new();
        below(value, "", &mut found);
        found
    }

    #[test]
    fn events_come_back_with_all_that_both_can_say() {
        let ours = Judge::ours();
        let mut written = 0;
        let mut source = quickcheck::Gen::new(20);
        for _ in 0..6_000 {
            let event = <Event as quickcheck::Arbitrary>::arbitrary(&mut source);
            let request = Request::from(Item::new(event.clone()).with_session_id("s1"));
            let Ok(body) = request.encode() else { continue };
            written += 1;
            let value: Value = serde_json::from_slice(&body).unwrap();
            let endpoint = request.endpoint().unwrap();
            assert_eq!(ours.faults(endpoint, &value), [""; 0], "{value}");
            let read = Request::<Event>::decode(endpoint, &body, &ReadOptions::new()).unwrap();
            assert_eq!(read.encode().unwrap(), body);
            let back = said(&serde_json::to_value(&read.items[0].content).unwrap());
            for part in said(&remaining(&event)) {
                assert!(back.contains(&part), "{part} of {event:?}: {value}");
            }
            // Nothing is lost the second time.
            let again =
                Request::from(Item::new(read.items[0].content.clone()).with_session_id("s1"));
            assert_eq!(again.encode().unwrap(), body);
        }
        assert!(written > 2_000, "{written} events");
    }

    #[test]
    fn reading_never_panics() {
        fn property(text: Vec<u8>) -> bool {
            let _ = Request::<Event>::decode_any(&text, &ReadOptions::new());
            let policy = Policy::tolerant();
            let options = ReadOptions::new().with_policy(policy);
            Request::<Vec<Event>>::decode("downloaded", &text, &options).is_err()
        }
        random(100, 500).quickcheck(property as fn(Vec<u8>) -> bool);
    }
}

/// On the fast path, and on the general one that a member takes which no schema knows.
#[test]
fn objects_are_passed_on_in_the_order_of_their_members() {
    let play = r#"{"eventType":"media.play","mediaCollection":{"playhead":1,"sessionID":"s"},"timestamp":"2026-01-02T03:04:05.678Z"}"#;
    for query in [
        r#"{"identity":{"fetch":["ECID"]}}"#,
        r#"{"z":[{"y":1,"x":"é"},{}],"a":{"c":null,"b":-7}}"#,
        r#"{"z":{"z":2.5,"a":"\n"},"a":[]}"#,
    ] {
        for odd in ["", r#","odd":1"#] {
            let item = format!(r#"{{"data":{query},"query":{query},"xdm":{play}}}"#);
            let around = format!(r#""meta":{query}{odd},"query":{{"q":1,"p":{query}}}"#);
            let body = format!(r#"{{"data":{query},"events":[{item}],{around}}}"#);
            let spaced = body.replace("\":", "\" : ");
            for text in [&body, &spaced] {
                let read = Request::<Event>::decode("play", text.as_bytes(), &ReadOptions::new());
                let written = read.expect("it is valid").encode().expect("it can be written");
                assert_eq!(String::from_utf8(written).unwrap(), body);
            }
        }
    }
}
