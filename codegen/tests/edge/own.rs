//! The form of our schemas, and their annotations.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::documents;

#[test]
fn every_schema_has_the_same_frame_and_describes_a_request() {
    let schemas = documents::schemas();
    assert_eq!(schemas.len(), 19);
    for (name, schema) in schemas {
        let members: Vec<_> = schema.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["$ref", "$schema", "definitions", "type"], "{name}");
        assert_eq!(schema["$ref"], "#/definitions/request", "{name}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{name}");
        let types = &schema["definitions"]["event"]["properties"]["xdm"]["properties"]["eventType"];
        let sent = format!("media.{name}");
        assert_eq!(types["enum"][0], sent.as_str(), "a sender sends the first of {name}");
    }
}

/// A live event's part of a downloaded session has no `sessionID`, which nobody knows yet.
#[test]
fn shared_definitions_are_the_same_everywhere() {
    let mut shared = BTreeMap::<String, Value>::new();
    let schemas = documents::schemas();
    for (name, schema) in &schemas {
        for (key, definition) in schema["definitions"].as_object().unwrap() {
            let mut definition = definition.clone();
            if key == "event" {
                continue;
            }
            if key == name {
                definition["properties"].as_object_mut().unwrap().remove("sessionID");
                let required = definition["required"].as_array_mut().unwrap();
                required.retain(|key| key != "sessionID");
            }
            let first = shared.entry(key.clone()).or_insert_with(|| definition.clone());
            assert_eq!(*first, definition, "{key} in {name}");
        }
    }
    let downloaded = &schemas["downloaded"]["definitions"];
    let inner = downloaded["mediaEvent"]["properties"]["mediaEventType"]["enum"].as_array();
    let inner: Vec<_> = inner.unwrap().iter().filter_map(Value::as_str).collect();
    let live: BTreeSet<_> = schemas.keys().filter(|name| *name != "downloaded").collect();
    assert_eq!(inner.len(), live.len());
    for name in live {
        assert!(inner.contains(&format!("media.{name}").as_str()), "{name}");
        assert!(downloaded[name].is_object(), "{name} is not in downloaded.json");
        let case = json!({
            "if": {
                "properties": {"mediaEventType": {"enum": [format!("media.{name}")]}},
                "required": ["mediaEventType"],
            },
            "then": {"properties": {"mediaCollection": {"$ref": format!("#/definitions/{name}")}}},
        });
        assert!(downloaded["mediaEvent"]["allOf"].as_array().unwrap().contains(&case), "{name}");
    }
}

/// What the schemas describe: the definitions, and their members as `definition/key`.
fn described() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut types, mut keys) = (BTreeSet::new(), BTreeSet::new());
    let schemas = documents::schemas();
    for schema in schemas.values() {
        for (name, definition) in schema["definitions"].as_object().unwrap() {
            // The part of an event that depends on its type.
            let is_part = schemas.contains_key(name);
            let name = if is_part { "mediaCollection" } else { name };
            if !is_part {
                types.insert(name.to_owned());
            }
            let properties = definition["properties"].as_object().into_iter().flatten();
            for (key, member) in properties {
                keys.insert(format!("{name}/{key}"));
                let inner = member["properties"].as_object().into_iter().flatten();
                // At the root of a request, `xdm` has nothing of its own.
                let inner = inner.filter(|_| name == "event");
                keys.extend(inner.map(|(inner, _)| format!("{key}/{inner}")));
            }
        }
    }
    (types, keys)
}

#[test]
fn everything_has_an_annotation_and_no_annotation_is_without_effect() {
    let annotations = documents::read_json(&documents::ours().join("annotations.json"));
    let named = |key: &str| -> BTreeSet<String> {
        annotations[key].as_object().unwrap().keys().cloned().collect()
    };
    let (types, keys) = described();
    assert_eq!(named("types"), types);
    assert_eq!(named("keys"), keys);
    let events: BTreeSet<_> = documents::schemas().into_keys().collect();
    assert_eq!(named("events"), events);
}

#[test]
fn annotations_have_the_known_members_and_a_source() {
    let annotations = documents::read_json(&documents::ours().join("annotations.json"));
    let known = [
        "doc",
        "managed",
        "maximum",
        "minLength",
        "minimum",
        "pattern",
        "personal",
        "source",
        "unit",
        "values",
    ];
    for group in ["events", "types", "keys"] {
        for (name, entry) in annotations[group].as_object().unwrap() {
            let entry = entry.as_object().unwrap();
            let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
            assert!(text("doc").ends_with('.'), "{name} has no sentence");
            assert!(text("source").starts_with("https://"), "{name} has no source");
            let unknown: Vec<_> =
                entry.keys().filter(|key| !known.contains(&key.as_str())).collect();
            assert!(unknown.is_empty(), "{name} has {unknown:?}");
        }
    }
}

/// The table of the README has each member once.
#[test]
fn the_readme_says_where_each_member_comes_from() {
    let text = std::fs::read_to_string(documents::ours().join("README.md")).unwrap();
    let (_, table) = text.split_once("\n## Every member and where it comes from\n").unwrap();
    let (table, _) = table.split_once("\n## ").unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let rows: Vec<_> = rows.collect();
    let named: BTreeSet<_> = rows.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(named.len(), rows.len(), "a member is there twice");
    assert_eq!(named, described().1);
    for (name, rest) in rows {
        let sources = rest.split('|').nth(3).unwrap().trim();
        let known = ["contract", "XDM", "DOC", "WEB", "MOB"];
        assert!(sources.split(", ").all(|source| known.contains(&source)), "{name}: {sources}");
    }
}
