//! Changed schemas give changed types: shown by crates that are really built with them.

#[path = "regenerate/changes.rs"]
mod changes;
#[path = "regenerate/dependent.rs"]
mod dependent;
#[path = "regenerate/events.rs"]
mod events;
#[path = "regenerate/sweep.rs"]
mod sweep;

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
use media_collection::lint::Severity;
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
    assert!(session.lint().iter().all(|finding| finding.severity() < Severity::SilentLoss));
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
        ("sweep", sweep::PROGRAM),
    ]);
    an_optional_key_is_an_optional_field(&dependent);
    a_required_key_must_be_set(&dependent);
    a_new_schema_is_a_new_type(&dependent);
    a_refused_schema_fails_the_build(&dependent);
    relative_paths_are_those_of_the_workspace(&dependent);
    the_schemas_of_2018_work(&dependent);
    an_own_quality_of_experience_works(&dependent);
    later_drafts_work(&dependent);
    the_library_depends_on_no_member(&dependent);
    (0..PACKED).for_each(|turn| sweep::packed_changes(&dependent, turn * 7));
}

/// Nothing is left that the library does not need, and the rest has another type.
fn the_library_depends_on_no_member(dependent: &Dependent) {
    let mut documents = changes::own();
    for (name, document) in &mut documents {
        let definitions = document["definitions"].as_object_mut().unwrap();
        definitions["playerTime"] = json!({
            "type": "object",
            "properties": { "ts": { "type": "number" }, "zone": { "enum": ["utc", "local"] } },
            "required": ["ts"],
            "additionalProperties": false
        });
        let event = definitions[name].as_object_mut().unwrap();
        event["required"] = json!(["eventType", "playerTime"]);
        let parts = event["properties"].as_object_mut().unwrap();
        parts.retain(|key, _| ["eventType", "playerTime"].contains(&key.as_str()));
        if name == "sessionStart" {
            event["required"] = json!(["eventType", "playerTime", "params"]);
            event["properties"]["params"] = json!({
                "type": "object",
                "properties": { "x": { "type": "string" }, "media.resume": { "type": "string" } },
                "additionalProperties": false
            });
        }
    }
    for optional in ["statesUpdate", "sessionComplete", "error", "stateStart", "stateEnd"] {
        documents.remove(optional);
    }
    let said = sweep::agree(dependent, "bare", &documents);
    assert!(said.contains("session ") && !said.contains("cannot"), "{said}");
}

/// How many folders of packed changes are built.
const PACKED: usize = 2;

/// So that each member meets each change once in a while.
#[test]
fn single_changes_are_taken_or_explained() {
    sweep::every_single_change(29);
}

#[test]
#[ignore = "takes minutes"]
fn every_single_change_is_taken_or_explained() {
    sweep::every_single_change(1);
}

/// Builds the library with each change of each member in turn, next to changes of all others.
#[test]
#[ignore = "takes an hour"]
fn every_change_is_built() {
    let dependent = Dependent::new(&[("sweep", sweep::PROGRAM)]);
    (0..changes::CHANGES.len()).for_each(|turn| sweep::packed_changes(&dependent, turn));
}

fn relative_paths_are_those_of_the_workspace(dependent: &Dependent) {
    let complaint = dependent.run("without_key", &Schemas::at("no/such/folder")).complaint();
    assert!(complaint.contains("is the relative path `no/such/folder`"), "{complaint}");
    assert!(complaint.contains("taken from the workspace"), "{complaint}");
    let complaint = dependent.run("without_key", &Schemas::at("/no/such/folder")).complaint();
    assert!(complaint.contains("the folder does not exist"), "{complaint}");
    // The dependent crate and the folders of schemas are next to each other.
    let _ = Schemas::copy("relative");
    let inside = Schemas::inside("relative");
    dependent.run("without_key", &inside).printed();
}

fn the_schemas_of_2018_work(dependent: &Dependent) {
    let said = sweep::agree(dependent, "of-2018", &changes::of_2018());
    assert!(said.contains("types 14"), "{said}");
    assert!(said.contains("session ") && !said.contains("cannot"), "{said}");
}

fn an_own_quality_of_experience_works(dependent: &Dependent) {
    let mut documents = changes::own();
    for (name, document) in &mut documents {
        let quality = &mut document["definitions"]["qoeData"];
        if name == "error" {
            quality["required"] = json!(["media.qoe.errorID"]);
            quality["properties"]["media.qoe.errorID"]["minLength"] = json!(1);
            quality["properties"]["media.qoe.fatal"] = json!({ "type": "boolean" });
        } else {
            let keys = quality["properties"].as_object_mut().unwrap();
            keys.retain(|key, _| !key.contains("error"));
        }
    }
    let said = sweep::agree(dependent, "own-quality", &documents);
    assert!(said.contains("session ") && !said.contains("cannot"), "{said}");
}

/// The same documents in a later draft: `1.0` is an integer there.
fn later_drafts_work(dependent: &Dependent) {
    let mut documents = changes::own();
    for (name, document) in &mut documents {
        let text = document.to_string().replace("definitions", "$defs");
        *document = serde_json::from_str(&text).unwrap();
        let id = document.as_object_mut().unwrap().remove("id").unwrap();
        document["$id"] = id;
        document["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        document["$defs"][name]["properties"]["eventType"] = json!({ "const": name });
    }
    let start = &mut documents.get_mut("sessionStart").unwrap()["$defs"]["sessionStart"];
    let params = &mut start["properties"]["params"]["properties"];
    params["media.length"] = json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 8 });
    params["media.genre"] = json!({ "const": "vod" });
    sweep::agree(dependent, "later-draft", &documents);
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

/// All problems in one run, each with its place.
fn a_refused_schema_fails_the_build(dependent: &Dependent) {
    let schemas = Schemas::copy("refused")
        .params("adStart", |params| {
            params["properties"]["media.ad.length"]["multipleOf"] = json!(5);
        })
        .params("stateStart", |params| {
            params["properties"]["media.state.name"]["type"] = json!(["string", "integer"]);
        });
    let complaint = dependent.run("without_key", &schemas).complaint();
    for place in [
        "adStart.json#/definitions/adStart/properties/params/properties/media.ad.length/multipleOf",
        "stateStart.json#/definitions/stateStart/properties/params/properties/media.state.name/type",
    ] {
        assert!(complaint.contains(place), "{complaint}");
    }
    assert!(complaint.contains("annotations.json"), "{complaint}");
}
