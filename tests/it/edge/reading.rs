//! The library reads what is valid by the schemas, and nothing else.

use std::collections::BTreeSet;

use media_collection::edge::{Envelope, Identity, Item, ReadOptions, Request, json_path};
use media_collection::error::DecodeError;
use media_collection::{DownloadedSession, Event, Policy};
use serde_json::{Value, json};

use super::disagreements::minimal;
use super::judges::Judge;
use super::real;
use super::table::Table;
use crate::fixtures::validator::Schemas;

fn options() -> ReadOptions {
    ReadOptions::new()
        .with_setting("analytics.trackingServer", "t.example.com")
        .with_setting("analytics.reportSuite", "rs1")
        .with_setting("visitor.marketingCloudOrgId", "ORG@AdobeOrg")
}

fn value(event: &Event) -> Value {
    serde_json::to_value(event).unwrap()
}

#[test]
fn captured_requests_are_read_as_the_table_says() {
    let (table, schemas) = (Table::load(), Schemas::load());
    let settings = options().settings;
    for real::Request { capture, event_type, body } in real::captured() {
        let text = body.to_string();
        let request = Request::<Event>::decode(&event_type, text.as_bytes(), &options())
            .unwrap_or_else(|error| panic!("{event_type} of {capture}: {error}"));
        let any = Request::<Event>::decode_any(text.as_bytes(), &options());
        assert_eq!(any.as_ref(), Ok(&request));
        assert_eq!(request.endpoint(), Some(event_type.as_str()));
        let item = &request.items[0];
        let event = value(&item.content);
        assert!(schemas.is_valid(&event), "{event}");
        assert_eq!(event, table.to_collection(&body["events"][0], &settings).value);
        let id = &body["events"][0]["xdm"]["mediaCollection"]["sessionID"];
        assert_eq!(item.session_id.as_deref(), id.as_str());
        let written = request.encode().unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&written).unwrap(), body, "{capture}");
    }
}

#[test]
fn every_violation_is_told_with_its_path() {
    let mut body = minimal("sessionStart");
    let xdm = &mut body["events"][0]["xdm"];
    xdm["timestamp"] = json!("yesterday");
    xdm["mediaCollection"]["playhead"] = json!("0");
    xdm["mediaCollection"]["sessionDetails"].as_object_mut().unwrap().remove("name");
    xdm["identityMap"] = json!({"e-mail": [{"id": 1}]});
    let read = Request::<Event>::decode("sessionStart", body.to_string().as_bytes(), &options());
    let error = read.unwrap_err();
    let paths: BTreeSet<_> =
        error.violations().iter().map(|found| json_path(&found.pointer)).collect();
    let expected = [
        "$.events[0].xdm.identityMap['e-mail'][0].id",
        "$.events[0].xdm.mediaCollection.playhead",
        "$.events[0].xdm.mediaCollection.sessionDetails.name",
        "$.events[0].xdm.timestamp",
    ];
    assert_eq!(paths.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    let few = options().with_policy(Policy::strict().with_max_violations(1));
    let read = Request::<Event>::decode("sessionStart", body.to_string().as_bytes(), &few);
    assert_eq!(read.as_ref().unwrap_err().violations().len(), 1);
    assert_eq!(read.unwrap_err().violations().more(), 3);
}

#[test]
fn bad_texts_are_errors() {
    let read = |endpoint: &str, text: &[u8]| {
        let options = options().with_policy(Policy::strict().with_max_bytes(10_000));
        let any = Request::<Event>::decode_any(text, &options);
        let one = Request::<Event>::decode(endpoint, text, &options);
        let session = Request::<Vec<Event>>::decode("downloaded", text, &options);
        assert!(any.is_err() && session.is_err());
        one.expect_err("it is bad")
    };
    assert!(matches!(read("play", b""), DecodeError::Unreadable(_)));
    assert!(matches!(read("play", b"{"), DecodeError::Unreadable(_)));
    assert!(matches!(read("play", b"{} x"), DecodeError::Unreadable(_)));
    assert!(matches!(read("play", b"\"\xff\""), DecodeError::Unreadable(_)));
    assert!(matches!(read("play", "[".repeat(5_000).as_bytes()), DecodeError::Unreadable(_)));
    assert!(matches!(read("play", &[b' '; 10_001]), DecodeError::TooLarge(_)));
    for text in ["null", "[]", "{}", "{\"events\":[]}", "{\"events\":{}}", "{\"events\":[1]}"] {
        assert!(matches!(read("play", text.as_bytes()), DecodeError::Invalid(_)), "{text}");
    }
    let play = minimal("play").to_string();
    let nowhere = Request::<Event>::decode("applause", play.as_bytes(), &options());
    assert!(matches!(nowhere, Err(DecodeError::Invalid(_))));
    let other = Request::<Event>::decode("ping", play.as_bytes(), &options()).unwrap_err();
    assert_eq!(other.violations()[0].pointer, "/events/0/xdm/eventType");
    // Times for the schemas, but not for an event: before the year 0 and after the year 9999. And integers
    // that are too large for either.
    for (place, odd, is_valid) in [
        ("mediaCollection/playhead", json!(1e300), false),
        ("mediaCollection/qoeDataDetails", json!({"bitrate": 1e19}), false),
        ("timestamp", json!("0000-01-01T00:00:00+01:00"), true),
        ("timestamp", json!("9999-12-31T23:59:59-01:00"), true),
    ] {
        let mut body = minimal("play");
        let xdm = &mut body["events"][0]["xdm"];
        match place.split_once('/') {
            Some((around, key)) => xdm[around][key] = odd,
            None => xdm[place] = odd,
        }
        assert_eq!(Judge::ours().is_valid("play", &body), is_valid, "{body}");
        let error = Request::<Event>::decode("play", body.to_string().as_bytes(), &options());
        let error = error.unwrap_err();
        let pointer = &error.violations()[0].pointer;
        assert!(pointer.starts_with(&format!("/events/0/xdm/{place}")), "{error}");
    }
}

/// The mobile SDKs send their identities around the events, and the web SDK no time in some samples.
#[test]
fn what_is_said_around_the_events_counts() {
    let mut body = minimal("sessionStart");
    body["xdm"] = json!({"identityMap": {"ECID": [{"id": "123", "authenticatedState": "ambiguous"}]},
        "implementationDetails": {"name": "https://ns.adobe.com/x", "version": "5.0.0+5.0.3"}});
    body["meta"] = json!({"konductorConfig": {"streaming": {"enabled": true}}});
    let read = |body: &Value, options: &ReadOptions| {
        Request::<Event>::decode("sessionStart", body.to_string().as_bytes(), options)
    };
    let request = read(&body, &options()).unwrap();
    let params = &value(&request.items[0].content)["params"];
    assert_eq!(params["visitor.marketingCloudUserId"], "123");
    assert_eq!(params["media.libraryVersion"], "5.0.0+5.0.3");
    assert_eq!(params["analytics.reportSuite"], "rs1");
    assert_eq!(serde_json::from_slice::<Value>(&request.encode().unwrap()).unwrap(), body);

    let request = read(&body, &ReadOptions::new()).unwrap();
    assert_eq!(value(&request.items[0].content)["params"]["analytics.reportSuite"], "");

    body["events"][0]["xdm"].as_object_mut().unwrap().remove("timestamp");
    assert!(read(&body, &options()).is_err());
    let request = read(&body, &options().with_arrived(1_767_323_045_678)).unwrap();
    assert_eq!(value(&request.items[0].content)["playerTime"]["ts"], 1_767_323_045_678_i64);
}

#[test]
fn downloaded_sessions_are_read_and_written() {
    let body = minimal("downloaded");
    let mut two = body.clone();
    let mut second = body["events"][0].clone();
    second["xdm"]["identityMap"] = json!({"ECID": [{"id": "7"}]});
    second["xdm"]["mediaDownloadedEvents"][0]["mediaCollection"]["sessionDetails"]["isDownloaded"] =
        json!(false);
    two["events"].as_array_mut().unwrap().push(second);
    let request =
        Request::<Vec<Event>>::decode("downloaded", two.to_string().as_bytes(), &options());
    let request = request.unwrap();
    assert_eq!(request.items.len(), 2);
    for item in &request.items {
        let session = DownloadedSession::try_from(item.content.clone());
        assert!(session.is_ok(), "{session:?}");
        assert_eq!(value(&item.content[0])["params"]["media.downloaded"], true);
    }
    let second = value(&request.items[1].content[0]);
    assert_eq!(second["params"]["visitor.marketingCloudUserId"], "7");
    assert_eq!(serde_json::from_slice::<Value>(&request.encode().unwrap()).unwrap(), two);
    let few = options().with_policy(Policy::strict().with_max_events(3));
    let read = Request::<Vec<Event>>::decode("downloaded", two.to_string().as_bytes(), &few);
    assert_eq!(read.unwrap_err().violations()[0].pointer, "/events");
    // An event that is not valid is named.
    two["events"][1]["xdm"]["mediaDownloadedEvents"][1]["mediaCollection"] =
        json!({"playhead": -1});
    let read = Request::<Vec<Event>>::decode("downloaded", two.to_string().as_bytes(), &options());
    assert_eq!(
        read.unwrap_err().violations()[0].pointer,
        "/events/1/xdm/mediaDownloadedEvents/1/mediaCollection/playhead"
    );
}

#[test]
fn an_identity_of_the_envelope_is_written() {
    let text = minimal("play").to_string();
    let mut request = Request::<Event>::decode("play", text.as_bytes(), &options()).unwrap();
    let mut identity = Identity::new("m1");
    identity.authenticated_state = Some("odd".into());
    request.items[0].envelope = Envelope::default().with_identity("email", identity.clone());
    let error = request.encode().unwrap_err();
    assert_eq!(error.violations[0].pointer, "/0/xdm/identityMap/email/0/authenticatedState");
    identity.authenticated_state = Some("loggedOut".into());
    let item = request.items.remove(0);
    let envelope = Envelope::default().with_identity("email", identity);
    let stored = serde_json::to_string(&envelope).unwrap();
    assert_eq!(serde_json::from_str::<Envelope>(&stored).unwrap(), envelope);
    assert!(!format!("{envelope:?}").contains("m1"), "{envelope:?}");
    let request =
        Request::from(Item::new(item.content).with_session_id("1").with_envelope(envelope));
    let body: Value = serde_json::from_slice(&request.encode().unwrap()).unwrap();
    assert_eq!(body["events"][0]["xdm"]["identityMap"]["email"][0]["id"], "m1");
}

/// As the JavaScript SDK writes a title that was cut within an emoji.
#[test]
fn lone_surrogates_are_written_back() {
    let mut body = minimal("sessionStart");
    body["events"][0]["xdm"]["mediaCollection"]["sessionDetails"]["friendlyName"] = json!("T1 X");
    body["events"][0]["xdm"]["mediaCollection"]["customMetadata"] =
        json!([{"name": "b", "value": "T2 X"}, {"name": "a", "value": ""}]);
    body["events"][0]["xdm"]["mediaCollection"]["odd"] = json!("T3 X");
    body["meta"] = json!({"odd": "T4 X"});
    let text = body.to_string().replace(" X", " \\ud83d");
    let request = Request::<Event>::decode("sessionStart", text.as_bytes(), &options()).unwrap();
    assert_eq!(String::from_utf8(request.encode().unwrap()).unwrap(), text);
    let event = value(&request.items[0].content);
    assert_eq!(event["params"]["media.name"], "T1 \u{fffd}");

    let older = event.to_string().replace('\u{fffd}', "\\ud83d");
    let event = Event::decode(older.as_bytes(), &Policy::strict()).unwrap();
    let made = Request::from(Item::new(event.clone())).encode().unwrap();
    let made = String::from_utf8(made).unwrap();
    assert!(made.contains("T1 \\ud83d") && made.contains("T2 \\ud83d"), "{made}");
    let session = Request::from(Item::new(vec![event])).encode().unwrap();
    let session = String::from_utf8(session).unwrap();
    assert!(session.contains("T1 \\ud83d") && session.contains("T2 \\ud83d"), "{session}");
}

#[test]
fn a_tolerant_reader_takes_what_some_leave_out() {
    let tolerant = options().with_policy(Policy::tolerant());
    let mut start = minimal("sessionStart");
    let details = &mut start["events"][0]["xdm"]["mediaCollection"]["sessionDetails"];
    details.as_object_mut().unwrap().remove("channel");
    details["authorized"] = json!(true);
    let read = |endpoint: &str, body: &Value, options: &ReadOptions| {
        let read = Request::<Event>::decode(endpoint, body.to_string().as_bytes(), options);
        read.map(|request| value(&request.items[0].content)["params"].take())
    };
    assert!(read("sessionStart", &start, &options()).is_err());
    let params = read("sessionStart", &start, &tolerant).unwrap();
    assert_eq!(
        (&params["media.channel"], &params["media.pass.auth"]),
        (&json!(""), &json!("true"))
    );

    let mut ad = minimal("adStart");
    let media = &mut ad["events"][0]["xdm"]["mediaCollection"];
    media["advertisingDetails"].as_object_mut().unwrap().remove("playerName");
    assert!(read("adStart", &ad, &options()).is_err());
    let params = read("adStart", &ad, &options().with_player_name("p7")).unwrap();
    assert_eq!(params["media.ad.playerName"], "p7");
    // What cannot be made up is an error.
    let media = &mut ad["events"][0]["xdm"]["mediaCollection"];
    media["advertisingDetails"].as_object_mut().unwrap().remove("length");
    assert!(read("adStart", &ad, &tolerant).is_err());

    let mut play = minimal("play");
    let media = play["events"][0]["xdm"]["mediaCollection"].as_object_mut().unwrap();
    let id = media.remove("sessionID").unwrap();
    media.insert("sessionId".to_owned(), id.clone());
    assert!(read("play", &play, &options()).is_err());
    let read = Request::<Event>::decode("play", play.to_string().as_bytes(), &tolerant).unwrap();
    assert_eq!(read.items[0].session_id.as_deref(), id.as_str());

    // In a downloaded session the start has the name.
    let mut session = minimal("downloaded");
    let ad =
        json!({"playhead": 1, "advertisingDetails": {"name": "a1", "length": 5, "podPosition": 1}});
    let events = &mut session["events"][0]["xdm"]["mediaDownloadedEvents"];
    events[1]["mediaEventType"] = json!("media.adStart");
    events[1]["mediaCollection"] = ad;
    let read = |options: &ReadOptions| {
        Request::<Vec<Event>>::decode("downloaded", session.to_string().as_bytes(), options)
    };
    assert!(read(&options()).is_err());
    let read = read(&tolerant);
    let ad = value(&read.unwrap().items[0].content[1]);
    assert_eq!(ad["params"]["media.ad.playerName"], "p1");
}
