//! Values that no schema knows, for a tolerant reader; and the tenant's prefix of metadata.

use media_collection::edge::{Envelope, Item, ReadOptions, Request, lost_in_collection};
use media_collection::{Event, Policy};
use serde_json::{Value, json};

use super::disagreements::minimal;

fn value(text: &[u8]) -> Value {
    serde_json::from_slice(text).expect("a body is JSON")
}

fn decode(endpoint: &str, body: &Value, options: &ReadOptions) -> Option<Request<Event>> {
    Request::decode(endpoint, body.to_string().as_bytes(), options).ok()
}

fn tolerant() -> ReadOptions {
    ReadOptions::new().with_policy(Policy::tolerant())
}

#[test]
fn a_tolerant_reader_takes_values_that_no_schema_knows() {
    let cases = [
        (
            "sessionStart",
            "/xdm/implementationDetails",
            json!({"version": "1", "environment": "tv"}),
        ),
        ("play", "/xdm/implementationDetails", json!({"environment": "tv"})),
        (
            "play",
            "/xdm/identityMap",
            json!({"email": [{"id": "m", "authenticatedState": "maybe"}]}),
        ),
        (
            "sessionStart",
            "/xdm/identityMap",
            json!({"email": [{"id": "m", "authenticatedState": "maybe", "primary": true}]}),
        ),
        ("error", "/xdm/mediaCollection/errorDetails/source", json!("sdk")),
        ("sessionStart", "/xdm/mediaCollection/sessionDetails/streamType", json!("hologram")),
    ];
    for (endpoint, place, odd) in cases {
        let mut body = minimal(endpoint);
        let (around, key) = place.rsplit_once('/').unwrap();
        body["events"][0].pointer_mut(around).unwrap()[key] = odd;
        assert!(decode(endpoint, &body, &ReadOptions::new()).is_none(), "{body}");
        let request = decode(endpoint, &body, &tolerant()).unwrap_or_else(|| panic!("{body}"));
        // A relay passes it on.
        assert_eq!(value(&request.encode().unwrap()), body);
        let _ = lost_in_collection(&request);
    }
    // `device`, which only the contract has, is known in either mode.
    let mut body = minimal("play");
    body["events"][0]["xdm"]["implementationDetails"] = json!({"environment": "device"});
    assert!(decode("play", &body, &ReadOptions::new()).is_some());
    // The same around all events.
    let mut body = minimal("play");
    body["xdm"] = json!({"implementationDetails": {"environment": "tv"}});
    assert!(decode("play", &body, &ReadOptions::new()).is_none());
    let request = decode("play", &body, &tolerant()).unwrap();
    assert_eq!(value(&request.encode().unwrap()), body);
    // Neither mode takes another type, nor another event.
    let mut body = minimal("play");
    body["events"][0]["xdm"]["implementationDetails"] = json!({"environment": 1});
    assert!(decode("play", &body, &tolerant()).is_none());
    assert!(decode("ping", &minimal("play"), &tolerant()).is_none());
}

#[test]
fn what_the_event_says_of_them_counts() {
    let mut body = minimal("error");
    body["events"][0]["xdm"]["mediaCollection"]["errorDetails"]["source"] = json!("sdk");
    let mut request = decode("error", &body, &tolerant()).unwrap();
    let source = |request: &Request<Event>| {
        let event = &request.items[0].content;
        event.qoe_data.as_ref().unwrap().error_source.clone()
    };
    assert_eq!(source(&request).as_deref(), Some("sdk"));
    request.items[0].content.qoe_data.as_mut().unwrap().error_source = Some("player".to_owned());
    let written = value(&request.encode().unwrap());
    assert_eq!(written["events"][0]["xdm"]["mediaCollection"]["errorDetails"]["source"], "player");
    // Who makes an event keeps to the contract.
    let mut envelope = Envelope::default();
    envelope.implementation = Some(Default::default());
    envelope.implementation.as_mut().unwrap().environment = Some("tv".into());
    let play = request.items[0].clone().with_envelope(envelope);
    let error = Request::from(play).encode().unwrap_err();
    assert_eq!(error.violations[0].pointer, "/0/xdm/implementationDetails/environment");
}

fn with_metadata(pairs: &[(&str, &str)]) -> Value {
    let mut body = minimal("sessionStart");
    let pair = |(name, value): &(&str, &str)| json!({"name": name, "value": value});
    body["events"][0]["xdm"]["mediaCollection"]["customMetadata"] =
        pairs.iter().map(pair).collect();
    body
}

fn metadata(request: &Request<Event>) -> Vec<(&str, &str)> {
    request.items[0].content.custom_metadata().unwrap().iter().collect()
}

#[test]
fn the_prefix_of_the_tenant_is_on_the_wire_only() {
    let options = ReadOptions::new().with_tenant("_acme");
    let body = with_metadata(&[("_acme.a", "1"), ("_acme.b", "2")]);
    let request = decode("sessionStart", &body, &options).unwrap();
    assert_eq!(metadata(&request), [("a", "1"), ("b", "2")]);
    assert!(request.items[0].envelope.extra.is_empty());
    assert_eq!(value(&request.encode().unwrap()), body);
    assert_eq!(lost_in_collection(&request), []);
    // The event alone, for another tenant and for none.
    let event = request.items[0].content.clone();
    for (tenant, names) in [(Some("_b"), ["_b.a", "_b.b"]), (None, ["a", "b"])] {
        let mut made = Request::from(Item::new(event.clone()));
        made.tenant = tenant.map(str::to_owned);
        let written = value(&made.encode().unwrap());
        assert_eq!(written, with_metadata(&[(names[0], "1"), (names[1], "2")]));
    }
    // Without the option the names are as they are.
    let request = decode("sessionStart", &body, &ReadOptions::new()).unwrap();
    assert_eq!(metadata(&request), [("_acme.a", "1"), ("_acme.b", "2")]);
}

#[test]
fn names_with_and_without_the_prefix_come_back() {
    let options = ReadOptions::new().with_tenant("_acme");
    for (pairs, expected) in [
        (&[("plan", "1")][..], &[("plan", "1")][..]),
        (&[("_acme.b", "1"), ("a", "2")], &[("a", "2"), ("b", "1")]),
        (&[("_acme.a", "1"), ("a", "2")], &[("a", "2")]),
        (&[("a", "1"), ("_acme.a", "2"), ("_acme.", "3")], &[("_acme.", "3"), ("a", "2")]),
        (&[("_acme._acme.a", "1"), ("_acme.a b", "2")], &[("_acme._acme.a", "1")]),
        (&[], &[]),
    ] {
        let body = with_metadata(pairs);
        let request = decode("sessionStart", &body, &options).unwrap();
        assert_eq!(metadata(&request), expected);
        assert_eq!(value(&request.encode().unwrap()), body);
    }
    // Two names that would be one are an error.
    let both = with_metadata(&[("_acme.a", "1"), ("a", "2")]);
    let request = decode("sessionStart", &both, &ReadOptions::new()).unwrap();
    let event = request.items[0].content.clone();
    let error = Request::from(Item::new(event)).with_tenant("_acme").encode().unwrap_err();
    assert_eq!(error.violations[0].pointer, "/0/customMetadata");
}
