//! The schemas themselves: their form, what they accept, and what is said of them.

use std::collections::{BTreeMap, BTreeSet};

use media_collection::EventType;
use serde_json::{Value, json};

use crate::fixtures::captures::captured_events;
use crate::fixtures::files;
use crate::fixtures::validator::{self, Schemas};

fn all() -> BTreeMap<String, Value> {
    validator::read(&files::schemas())
}

/// The least event of each type.
fn minimal() -> BTreeMap<String, Value> {
    let events = files::minimal_events().into_iter();
    events.map(|event| (event["eventType"].as_str().unwrap().to_owned(), event)).collect()
}

/// A copy of an event with a value at a place.
fn with(event: &Value, place: &str, value: Value) -> Value {
    let mut changed = event.clone();
    let (parent, key) = place.rsplit_once('/').unwrap();
    let parent = changed.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    parent.insert(key.to_owned(), value);
    changed
}

/// Calls with every part of a schema that describes an object.
fn each_object(schema: &Value, look: &mut impl FnMut(&Value)) {
    match schema {
        Value::Object(members) => {
            if schema["type"] == "object" && !members.contains_key("$schema") {
                look(schema);
            }
            members.values().for_each(|inner| each_object(inner, look));
        }
        Value::Array(items) => items.iter().for_each(|inner| each_object(inner, look)),
        _ => {}
    }
}

#[test]
fn every_schema_is_draft_4_in_the_published_frame() {
    for (name, schema) in all() {
        if let Err(error) = jsonschema::draft4::meta::validate(&schema) {
            panic!("{name}: {error}");
        }
        let members: BTreeSet<_> = schema.as_object().unwrap().keys().collect();
        let frame = ["$ref", "$schema", "definitions", "id", "type"];
        assert!(members.iter().eq(&frame), "{name}: {members:?}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-04/schema#", "{name}");
        assert_eq!(schema["type"], "object", "{name}");
        assert_eq!(schema["$ref"], format!("#/definitions/{name}"), "{name}");
        let id = schema["id"].as_str().unwrap();
        assert!(id.starts_with("https://") && id.ends_with(&format!("/schemas/{name}")), "{id}");
        let own = &schema["definitions"][&name];
        assert_eq!(own["properties"]["eventType"]["enum"], json!([name]));
    }
}

#[test]
fn every_object_is_closed() {
    for (name, schema) in all() {
        let mut objects = 0;
        each_object(&schema, &mut |object| {
            objects += 1;
            // The map of customer ids says what its entries are instead.
            let rest = &object["additionalProperties"];
            assert!(rest == false || rest["additionalProperties"] == false, "{name}: {object}");
            let required = &object["required"];
            assert!(required.is_null() || required.get(0).is_some(), "{name}: empty `required`");
        });
        assert!(objects >= 4, "{name}");
    }
}

#[test]
fn shared_definitions_are_the_same_everywhere() {
    let mut shared = BTreeMap::<String, Value>::new();
    for (name, schema) in all() {
        for (key, definition) in schema["definitions"].as_object().unwrap() {
            let first = shared.entry(key.clone()).or_insert_with(|| definition.clone());
            assert_eq!(first, definition, "{key} in {name}");
        }
        let listed = schema["definitions"]["eventType"]["enum"].as_array().unwrap();
        assert!(listed.contains(&json!(name)));
    }
}

/// The published schema had 2716 bytes when it was quoted; `schemas/README.md` says how the
/// quote differs.
#[test]
fn the_session_start_of_2018_has_almost_the_published_length() {
    let mut schema = all().remove("sessionStart").unwrap();
    let definitions = schema["definitions"].as_object_mut().unwrap();

    let later = ["chapterStart", "chapterSkip", "chapterComplete", "stateStart", "stateEnd"];
    let names = definitions["eventType"]["enum"].as_array_mut().unwrap();
    names.retain(|name| name != "statesUpdate" && !later.iter().any(|later| name == later));
    assert_eq!(names.len(), 14);

    let qoe = definitions["qoeData"]["properties"].as_object_mut().unwrap();
    qoe.retain(|key, _| !key.contains("error"));
    assert_eq!(qoe.len(), 4);

    let params = &mut definitions["sessionStart"]["properties"]["params"]["properties"];
    let params = params.as_object_mut().unwrap();
    for key in [
        "analytics.optOutServerSideForwarding",
        "analytics.optOutShare",
        "visitor.customerIDs",
        "media.streamType",
        "media.publisher",
        "media.downloaded",
        "media.libraryVersion",
        "media.streamFormat",
        "media.artist",
        "media.album",
        "media.label",
        "media.author",
        "media.station",
    ] {
        params.remove(key).unwrap_or_else(|| panic!("{key} is not there"));
    }
    assert_eq!(params.len(), 33);
    assert_eq!(schema.to_string().len(), 2714);

    // In the form of the quote.
    let text = schema.to_string().replacen("https://", "http://", 1);
    let mut schema: Value = serde_json::from_str(&text).unwrap();
    schema["definitions"]["qoeData"]["required"] = json!([]);
    schema["definitions"]["sessionStart"].as_object_mut().unwrap().remove("type");
    assert_eq!(schema.to_string().len(), 2711);
}

#[test]
fn there_is_one_schema_for_each_event_type() {
    let schemas = all();
    assert!(
        EventType::ALL.iter().map(|known| known.as_str()).eq(
            // In the order of the shared list, which is that of a session.
            schemas["play"]["definitions"]["eventType"]["enum"]
                .as_array()
                .unwrap()
                .iter()
                .map(|name| name.as_str().unwrap())
        )
    );
    for known in EventType::ALL {
        let embedded: Value = serde_json::from_str(known.shape().schema).unwrap();
        assert_eq!(embedded, schemas[known.as_str()]);
        assert!(!known.shape().schema.contains('\n'));
    }
}

#[test]
fn null_is_never_valid_nor_a_string_for_a_number() {
    fn leaves(value: &Value, at: &str, to: &mut Vec<(String, Value)>) {
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    let place = format!("{at}/{key}");
                    to.push((place.clone(), value.clone()));
                    leaves(value, &place, to);
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    leaves(item, &format!("{at}/{index}"), to);
                }
            }
            _ => {}
        }
    }

    let schemas = Schemas::load();
    let mut numbers = 0;
    // The captured events have the optional members too.
    let captured = captured_events().into_iter().step_by(7);
    for event in minimal().into_values().chain(captured) {
        if !schemas.is_valid(&event) {
            continue;
        }
        let mut places = Vec::new();
        leaves(&event, "", &mut places);
        for (place, value) in places {
            assert!(!schemas.is_valid(&with(&event, &place, Value::Null)), "{place} in {event}");
            if let Value::Number(number) = value {
                numbers += 1;
                let text = Value::from(number.to_string());
                assert!(!schemas.is_valid(&with(&event, &place, text)), "{place} in {event}");
            }
        }
    }
    assert!(numbers > 1_000);
}

#[test]
fn empty_objects_are_valid_where_nothing_is_required() {
    let schemas = Schemas::load();
    let minimal = minimal();
    assert_eq!(minimal.len(), 20);
    for (name, event) in &minimal {
        assert!(schemas.is_valid(event), "{name}");
        for key in ["customMetadata", "qoeData"] {
            let place = format!("/{key}");
            assert!(schemas.is_valid(&with(event, &place, json!({}))), "{key} on {name}");
        }
        // The arrays of a states update may both be left out, but its params may not.
        let needs_params = event.get("params").is_some();
        let may_be_empty = !needs_params || name == "statesUpdate";
        let valid = schemas.is_valid(&with(event, "/params", json!({})));
        assert_eq!(valid, may_be_empty, "empty params on {name}");
    }
    let carries = ["sessionStart", "adStart", "chapterStart"];
    for (name, event) in &minimal {
        let valid = schemas.is_valid(&with(event, "/customMetadata", json!({ "a": "b" })));
        assert_eq!(valid, carries.contains(&name.as_str()), "metadata on {name}");
    }
}

#[test]
fn what_clients_send_besides_the_tables_is_valid() {
    let schemas = Schemas::load();
    let minimal = minimal();
    let pod = &minimal["adBreakStart"];
    assert!(schemas.is_valid(&with(pod, "/params/media.ad.podIndex", json!(-1))));

    let start = &minimal["sessionStart"];
    for downloaded in [true, false] {
        assert!(schemas.is_valid(&with(start, "/params/media.downloaded", json!(downloaded))));
    }
    for key in ["artist", "album", "label", "author", "station"] {
        let place = format!("/params/media.{key}");
        assert!(schemas.is_valid(&with(start, &place, json!("x"))), "{key}");
    }

    let ids = "/params/visitor.customerIDs";
    let entry = json!({ "id": "7", "authState": 1 });
    for valid in [json!({}), json!({ "crm": entry }), json!({ "": entry, "a b": entry })] {
        assert!(schemas.is_valid(&with(start, ids, valid)));
    }
    for invalid in [
        json!([]),
        json!({ "crm": "7" }),
        json!({ "crm": { "id": "7" } }),
        json!({ "crm": { "authState": 1 } }),
        json!({ "crm": { "id": "7", "authState": "1" } }),
        json!({ "crm": { "id": "7", "authState": 1, "x": 1 } }),
    ] {
        assert!(!schemas.is_valid(&with(start, ids, invalid.clone())), "{invalid}");
    }
}

#[test]
fn every_key_has_an_annotation_and_no_annotation_is_stale() {
    let annotations = files::json(&files::schemas().join("annotations.json"));
    let section = |name: &str| {
        let entries = annotations[name].as_object().unwrap();
        for (key, entry) in entries {
            let doc = entry["doc"].as_str().unwrap_or_default();
            assert!(!doc.is_empty(), "{name}/{key} has no doc");
        }
        entries.keys().cloned().collect::<BTreeSet<_>>()
    };

    let mut keys = BTreeSet::new();
    let mut events = BTreeSet::new();
    for (name, schema) in all() {
        each_object(&schema, &mut |object| {
            keys.extend(
                object["properties"].as_object().into_iter().flat_map(|it| it.keys().cloned()),
            );
        });
        events.insert(name);
    }
    assert_eq!(section("events"), events);

    // `Type/key` stands for a key in one type.
    let annotated = section("keys");
    let plain: BTreeSet<_> = annotated.iter().filter(|key| !key.contains('/')).cloned().collect();
    assert_eq!(plain, keys);
    for key in annotated.iter().filter_map(|key| key.split_once('/')) {
        let (name, key) = key;
        assert!(section("types").contains(name) && keys.contains(key), "{name}/{key} is stale");
    }
}

#[test]
fn every_described_key_has_its_text_in_the_tables() {
    use media_collection::schema::{Object, Params, Shape};

    fn described(object: &Object) {
        for member in object.members {
            assert!(!member.doc.is_empty(), "{} of {}", member.key, object.name);
            match member.shape {
                Shape::Object(inner) => described(inner),
                Shape::Array(Shape::Object(inner)) | Shape::Map(Shape::Object(inner)) => {
                    described(inner);
                }
                _ => {}
            }
        }
    }

    for known in EventType::ALL {
        let shape = known.shape();
        assert!(!shape.doc.is_empty(), "{}", shape.name);
        if let Params::Required(params) | Params::Optional(params) = shape.params {
            described(params);
        }
    }
}
