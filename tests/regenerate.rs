//! Changed schema schemas give changed types: shown by crates that are really built with them.

#[path = "regenerate/dependent.rs"]
mod dependent;

use dependent::{Dependent, Schemas};
use serde_json::json;

/// Sets the new key of an ad, prints the event, and reads it back.
const WITH_KEY: &str = r#"
use media_collection::{AdStartParams, Event, EventBody, PlayerTime, Policy};

fn main() {
    let spot = AdStartParams::builder()
        .id("spot-7")
        .length(15.0)
        .pod_position(1)
        .player_name("tv")
        .skippable(true)
        .build();
    let event = Event::ad_start(PlayerTime::new(1.0, 2), spot);
    let text = String::from_utf8(event.encode().unwrap()).unwrap();
    let read = Event::decode(text.as_bytes(), &Policy::strict());
    assert_eq!(read.as_ref(), Ok(&event));
    let no_boolean = text.replace("true", "\"true\"");
    let error = Event::decode(no_boolean.as_bytes(), &Policy::strict()).unwrap_err();
    println!("{text}");
    println!("{error}");
    TYPE_OF_FIELD
}
"#;

const OPTIONAL: &str = "let EventBody::AdStart(spot) = &event.body else { panic!() };
    let skippable: Option<bool> = spot.skippable;
    assert_eq!(skippable, Some(true));";

const REQUIRED: &str = "let EventBody::AdStart(spot) = &event.body else { panic!() };
    let skippable: bool = spot.skippable;
    assert!(skippable);
    let without = text.replace(\",\\\"media.ad.skippable\\\":true\", \"\");
    assert_ne!(without, text);
    println!(\"{}\", Event::decode(without.as_bytes(), &Policy::strict()).unwrap_err());";

const WITHOUT_KEY: &str = r#"
use media_collection::AdStartParams;

fn main() {
    let _ = AdStartParams::builder()
        .id("spot-7")
        .length(15.0)
        .pod_position(1)
        .player_name("tv")
        .build();
}
"#;

const NEW_TYPE: &str = r#"
use media_collection::{DownloadedSession, Event, EventBody, EventType, PlayerTime, Policy, Recorder, SessionStart, SessionStartParams};

/// The new type goes through a session like any other, and the recorder has its method.
fn through_a_session(event: Event) {
    let params = SessionStartParams::builder()
        .analytics_tracking_server("t")
        .analytics_report_suite("s")
        .visitor_marketing_cloud_org_id("o@AdobeOrg")
        .id("i")
        .length(1.0)
        .content_type("vod")
        .player_name("p")
        .channel("c")
        .build();
    let at = |second: i64| PlayerTime::new(second as f64 / 2.0, 1_700_000_000_000 + second * 500);
    let mut recorder = Recorder::downloaded(SessionStart::new(at(0), params));
    recorder.ad_pause(at(1)).unwrap();
    recorder.finish(at(2)).unwrap();
    let session = recorder.into_session();
    assert!(session.lint().is_empty());
    let read = DownloadedSession::decode(&session.encode().unwrap(), &Policy::strict()).unwrap();
    assert_eq!(read, session);
    assert_eq!(read.events()[0].body, event.body);
}

fn main() {
    let event = Event::ad_pause(PlayerTime::new(1.0, 2));
    through_a_session(event.clone());
    assert_eq!(event.event_type(), Some(EventType::AdPause));
    let text = event.encode().unwrap();
    let read = Event::decode(&text, &Policy::strict()).unwrap();
    assert!(matches!(read.body, EventBody::AdPause));
    assert_eq!(read, event);
    assert!(EventType::ALL.contains(&EventType::AdPause));
    println!("{}", String::from_utf8(text).unwrap());
    println!("{}", EventType::ALL.len());
}
"#;

/// One test, since the builds share a target folder and would only wait for each other.
#[test]
fn changed_schemas_give_changed_types() {
    let dependent = Dependent::new(&[
        ("optional_key", &WITH_KEY.replace("TYPE_OF_FIELD", OPTIONAL)),
        ("required_key", &WITH_KEY.replace("TYPE_OF_FIELD", REQUIRED)),
        ("without_key", WITHOUT_KEY),
        ("new_type", NEW_TYPE),
    ]);
    an_optional_key_is_an_optional_field(&dependent);
    a_required_key_must_be_set(&dependent);
    a_new_schema_is_a_new_type(&dependent);
    a_refused_schema_fails_the_build(&dependent);
}

const EVENT: &str = concat!(
    r#"{"eventType":"adStart","playerTime":{"playhead":1,"ts":2},"params":{"media.ad.id":"spot-7","#,
    r#""media.ad.length":15,"media.ad.podPosition":1,"media.ad.playerName":"tv","#,
    r#""media.ad.skippable":true}}"#
);

fn an_optional_key_is_an_optional_field(dependent: &Dependent) {
    let schemas = Schemas::copy("optional").params("adStart", |params| {
        params["properties"]["media.ad.skippable"] = json!({ "type": "boolean" });
    });
    let printed = dependent.run("optional_key", &schemas).printed();
    let [event, error] = printed.lines().collect::<Vec<_>>()[..] else { panic!("{printed}") };
    assert_eq!(event, EVENT);
    assert!(error.contains("/params/media.ad.skippable: must be true or false"), "{error}");
    // What does not set it is compiled as before.
    dependent.run("without_key", &schemas).printed();
}

fn a_required_key_must_be_set(dependent: &Dependent) {
    let schemas = Schemas::copy("required").params("adStart", |params| {
        params["properties"]["media.ad.skippable"] = json!({ "type": "boolean" });
        params["required"].as_array_mut().unwrap().push(json!("media.ad.skippable"));
    });
    let complaint = dependent.run("without_key", &schemas).complaint();
    assert!(complaint.contains("skippable"), "{complaint}");
    assert!(complaint.contains("src/bin/without_key.rs"), "{complaint}");

    let printed = dependent.run("required_key", &schemas).printed();
    let [event, _, error] = printed.lines().collect::<Vec<_>>()[..] else { panic!("{printed}") };
    assert_eq!(event, EVENT);
    assert!(error.contains("/params/media.ad.skippable: is required and missing"), "{error}");
}

/// From a folder without annotations, as the schemas of an endpoint are.
fn a_new_schema_is_a_new_type(dependent: &Dependent) {
    let schemas = Schemas::copy("type").without_annotations().new_type("adPause", "adSkip");
    let printed = dependent.run("new_type", &schemas).printed();
    assert_eq!(
        printed.lines().collect::<Vec<_>>(),
        [r#"{"eventType":"adPause","playerTime":{"playhead":1,"ts":2}}"#, "21"]
    );
}

fn a_refused_schema_fails_the_build(dependent: &Dependent) {
    let schemas = Schemas::copy("refused").params("adStart", |params| {
        params["properties"]["media.ad.length"]["minimum"] = json!(0);
    });
    let complaint = dependent.run("without_key", &schemas).complaint();
    let place = "adStart.json#/definitions/adStart/properties/params/properties/media.ad.length";
    assert!(complaint.contains(place), "{complaint}");
    assert!(complaint.contains("annotations.json"), "{complaint}");
}
