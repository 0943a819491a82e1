//! What the requests are.

use media_collection::edge::{
    self, Connection, Envelope, Identity, Implementation, Item, LocationHint, StateEntry,
};
use media_collection::{Call, DownloadedSession, Event, RawSession};
use serde_json::{Value, json};

use super::{DATASTREAM, Service, edge, event_call, identified, is_start};
use crate::fixtures::files::minimal_texts;
use crate::fixtures::{at, captures, start};

fn body(request: &media_collection::http::Request<Vec<u8>>) -> Value {
    serde_json::from_slice(request.body()).unwrap()
}

#[test]
fn every_event_is_valid_by_the_schemas_and_the_contract() {
    let mut service = Service::new();
    let mut types = Vec::new();
    for text in minimal_texts() {
        let event = Event::decode(text.as_bytes(), &media_collection::Policy::strict()).unwrap();
        types.push(event.event_name().to_owned());
        let call = match media_collection::SessionStart::try_from(event.clone()) {
            Ok(start) => Call::start(&start).unwrap(),
            Err(_) => event_call(&event),
        };
        service.send(identified().request(call).unwrap());
    }
    assert!(types.len() >= 20, "{types:?}");
    let ids = service.asked.iter().filter(|(_, body)| {
        body["events"][0]["xdm"]["mediaCollection"]["sessionID"] == "0".repeat(64)
    });
    assert_eq!(ids.count(), types.len() - 1);
    for (_, body) in &service.asked {
        let id = &body["events"][0]["xdm"]["identityMap"]["FPID"][0]["id"];
        assert_eq!(id, "a3f4c1de-0000-4000-8000-000000000001");
    }
}

#[test]
fn what_the_sdks_of_the_older_api_sent_is_valid() {
    let mut service = Service::new();
    let (mut events, mut refused) = (0, Vec::new());
    for (name, session) in captures::captured_sessions() {
        for event in &session {
            let call = match is_start(event) {
                true => Call::start(&event.clone().try_into().unwrap()).unwrap(),
                false => event_call(event),
            };
            match identified().request(call) {
                Ok(request) => drop(service.send(request)),
                Err(error) => refused.push(format!("{name}: {error}")),
            }
            events += 1;
        }
        if let Ok(session) = DownloadedSession::try_from(session)
            && let Ok(parts) = edge::parts(&session)
        {
            for part in parts {
                service.send(edge().upload(&part).unwrap());
            }
        }
    }
    assert!(events > 3_000, "{events}");
    assert!(refused.len() * 50 < events, "{} of {events}: {:#?}", refused.len(), &refused[..3]);
}

#[test]
fn the_caller_names_requests_and_brings_what_a_response_asked_to_keep() {
    let connection = Connection::new(
        Some(LocationHint::new("EdgeNetwork", "or2", 1_800)),
        vec![StateEntry::new("kndctr_0A1B2C_AdobeOrg_cluster", "or2", 1_800)],
    );
    let call = event_call(&Event::ping(at(10)))
        .with_request_id("a b&c")
        .with_connection(connection.clone());
    let request = edge().request(call).unwrap();
    let path = format!("/ee/or2/va/v1/ping?configId={DATASTREAM}&requestId=a%20b%26c");
    assert_eq!(request.uri().path_and_query().unwrap().as_str(), path);
    let entries =
        json!([{"key": "kndctr_0A1B2C_AdobeOrg_cluster", "value": "or2", "maxAge": 1_800}]);
    assert_eq!(body(&request)["meta"], json!({"state": {"entries": entries}}));

    // A collector can bring the same. The call comes first.
    let to = edge().with_connection(connection);
    let request = to.request(event_call(&Event::ping(at(10)))).unwrap();
    assert_eq!(request.uri().path(), "/ee/or2/va/v1/ping");
    let other = Connection::new(Some(LocationHint::new("EdgeNetwork", "va6", 1_800)), Vec::new());
    let call = event_call(&Event::ping(at(10))).with_connection(other);
    assert_eq!(to.request(call).unwrap().uri().path(), "/ee/va6/va/v1/ping");

    // The older API has none of it.
    let call = event_call(&Event::ping(at(10))).with_request_id("1");
    let request = crate::fixtures::collector().request(call).unwrap();
    assert_eq!(request.uri().query(), None);
}

#[test]
fn a_hint_cannot_leave_its_segment() {
    for hint in ["", "../admin", "a/b", "a?b", "ä", "or2\r\nX: y", &"x".repeat(65)] {
        let hint = LocationHint::new("EdgeNetwork", hint, 1_800);
        assert_eq!(Connection::new(Some(hint), Vec::new()).hint(), None);
    }
}

#[test]
fn the_sender_is_named_in_each_request() {
    let implementation = Implementation::new("https://example.com/player", "1.2.3");
    let to = edge()
        .with_implementation(implementation)
        .with_identity("ECID", Identity::new("123"))
        .with_identity("FPID", Identity::new("f1"));
    let request = to.request(event_call(&Event::ping(at(10)))).unwrap();
    let body = body(&request);
    let xdm = &body["events"][0]["xdm"];
    assert_eq!(xdm["implementationDetails"]["version"], "1.2.3");
    assert_eq!(xdm["identityMap"]["ECID"][0]["id"], "123");
    assert_eq!(xdm["identityMap"]["FPID"][0]["id"], "f1");
    // With several namespaces one identity is the primary one.
    assert_eq!(xdm["identityMap"]["ECID"][0]["primary"], true);
    assert_eq!(xdm["identityMap"]["FPID"][0].get("primary"), None);
    let mut email = Identity::new("e");
    email.primary = Some(true);
    let to = edge().with_identity("ECID", Identity::new("123")).with_identity("Email", email);
    let request = to.request(event_call(&Event::ping(at(10)))).unwrap();
    let map = &self::body(&request)["events"][0]["xdm"]["identityMap"];
    assert_eq!((&map["Email"][0]["primary"], map["ECID"][0].get("primary")), (&json!(true), None));

    // What the start says of the same namespace comes first.
    let to = edge().with_identity("ECID", Identity::new("123"));
    let mut start = start();
    start.params.visitor_marketing_cloud_user_id = Some("456".to_owned());
    let request = to.start(&start).unwrap();
    let body = self::body(&request);
    assert_eq!(body["events"][0]["xdm"]["identityMap"]["ECID"][0]["id"], "456");
}

#[test]
fn whole_sessions_go_to_one_endpoint_in_every_form() {
    let session = DownloadedSession::try_from(vec![start().into(), Event::play(at(1))]).unwrap();
    let mut service = Service::new();
    for request in [
        edge().upload(&session).unwrap(),
        edge().upload_legacy(&session).unwrap(),
        edge().upload_raw(&RawSession::from(session.clone().into_events())).unwrap(),
    ] {
        assert_eq!(request.uri().path(), "/ee/va/v1/downloaded");
        service.send(request);
    }
    // Several in one request.
    let item = |id: &str| {
        let mut events = session.clone().into_events();
        events[0] = crate::fixtures::start_of(id).into();
        Item::new(events)
            .with_envelope(Envelope::default().with_identity("FPID", Identity::new(id)))
    };
    let request = edge().relay(&edge::Request::new(vec![item("one"), item("two")])).unwrap();
    let answer = edge::Answer::read(service.send(request).body()).unwrap();
    assert_eq!(service.sessions.len(), 5);
    assert_ne!(answer.session_id_of(0), answer.session_id_of(1));
    assert!(answer.session_id_of(1).is_some() && answer.session_id_of(2).is_none());
}

#[test]
fn a_relay_of_the_other_api_is_refused() {
    let ping = edge::Request::from(Item::new(Event::ping(at(10))).with_session_id("a"));
    let error = crate::fixtures::collector().relay(&ping).unwrap_err().to_string();
    assert!(error.contains("media-collection"), "{error}");
}

#[test]
fn a_tenant_stands_before_the_names_of_metadata() {
    let mut start = start();
    start.custom_metadata = Some(crate::fixtures::metadata("plan", "gold"));
    let name = "/events/0/xdm/mediaCollection/customMetadata/0/name";
    let request = edge().with_tenant("_acme").start(&start).unwrap();
    assert_eq!(body(&request).pointer(name).unwrap(), "_acme.plan");
    let request = edge().start(&start).unwrap();
    assert_eq!(body(&request).pointer(name).unwrap(), "plan");
}

/// Sessions of any values: what is not refused is valid. Another judge reads what was sent, too:
/// `scripts/edge-contract.py`.
#[test]
#[cfg(feature = "quickcheck")]
fn whatever_is_sent_is_valid() {
    use quickcheck::{Arbitrary as _, Gen};
    let mut service = Service::new();
    let (mut source, mut refused) = (Gen::from_size_and_seed(20, 7), 0);
    for _ in 0..150 {
        let session = DownloadedSession::arbitrary(&mut source);
        match identified().upload(&session) {
            Ok(request) => drop(service.send(request)),
            Err(_) => refused += 1,
        }
        for event in session.into_events() {
            let call = match media_collection::SessionStart::try_from(event.clone()) {
                Ok(start) => Call::start(&start),
                Err(_) => Call::event(&"0".repeat(64).parse().unwrap(), &event),
            };
            match call.and_then(|call| identified().request(call)) {
                Ok(request) => drop(service.send(request)),
                Err(_) => refused += 1,
            }
        }
    }
    assert!(service.asked.len() > 500, "{} sent, {refused} refused", service.asked.len());
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("edge-sent");
    std::fs::create_dir_all(&folder).unwrap();
    let lines = service.asked.iter().map(|(path, body)| {
        let path = path.split('?').next().unwrap();
        format!("{}\n", json!({"path": path, "body": body}))
    });
    std::fs::write(folder.join("random.jsonl"), lines.collect::<String>()).unwrap();
}
