//! Differences between schemas that do not change the bindings.

mod common;

use common::{Folder, put, remove, schema_of, without_schemas};
use serde_json::{Value, json};

const EVENT: &str = "/definitions/ping";
const PARAMS: &str = "/definitions/ping/properties/params";
const X: &str = "/definitions/ping/properties/params/properties/x";

#[track_caller]
fn says_the_same(change: impl FnOnce(&mut Value)) {
    let plain = schema_of("ping");
    let mut changed = plain.clone();
    change(&mut changed);
    assert_ne!(changed, plain);
    let made = |schema| without_schemas(&Folder::of(schema).generate().unwrap());
    assert_eq!(made(&changed), made(&plain));
}

#[test]
fn an_empty_list_of_required_members() {
    says_the_same(|ping| put(ping, &format!("{PARAMS}/required"), json!([])));
}

#[test]
fn bounds_that_exclude_nothing() {
    says_the_same(|ping| {
        put(ping, &format!("{X}/exclusiveMinimum"), json!(false));
        put(ping, &format!("{X}/exclusiveMaximum"), json!(false));
    });
}

#[test]
fn id_title_and_default() {
    says_the_same(|ping| {
        for place in ["", EVENT, PARAMS, X, "/definitions/playerTime"] {
            put(ping, &format!("{place}/id"), json!("https://example.com/x"));
            put(ping, &format!("{place}/title"), json!("X"));
            put(ping, &format!("{place}/default"), json!({ "type": "number" }));
        }
    });
}

#[test]
fn siblings_of_a_reference() {
    says_the_same(|ping| {
        let time = format!("{EVENT}/properties/playerTime");
        put(ping, &format!("{time}/type"), json!("string"));
        put(ping, &format!("{time}/minLength"), json!(1));
        put(ping, &format!("{time}/definitions"), json!({ "x": { "$ref": "#/nowhere" } }));
        put(ping, "/additionalProperties", json!(false));
    });
}

#[test]
fn an_event_without_its_type() {
    says_the_same(|ping| remove(ping, &format!("{EVENT}/type")));
}

#[test]
fn an_enum_without_its_type() {
    says_the_same(|ping| remove(ping, &format!("{EVENT}/properties/eventType/type")));
}

#[test]
fn drafts_with_the_same_meaning() {
    says_the_same(|ping| remove(ping, "/$schema"));
    let made = |draft: &str| {
        let mut ping = schema_of("ping");
        put(&mut ping, "/$schema", json!(draft));
        without_schemas(&Folder::of(&ping).generate().unwrap())
    };
    let sixth = made("http://json-schema.org/draft-06/schema#");
    for draft in [
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2020-12/schema",
    ] {
        assert_eq!(made(draft), sixth, "{draft}");
    }
    // `1.0` is an integer from draft-06 on.
    let fourth = without_schemas(&Folder::of(&schema_of("ping")).generate().unwrap());
    let point = |flag: bool| format!("INTEGERS_MAY_HAVE_POINT: bool = {flag};");
    assert_eq!(sixth, fourth.replace(&point(false), &point(true)));
}

/// The same definitions in `$defs`, and an event that stands at the root itself.
#[test]
fn definitions_elsewhere() {
    let moved = |ping: &mut Value| {
        let text = ping.to_string().replace("definitions", "$defs");
        *ping = serde_json::from_str(&text).unwrap();
    };
    says_the_same(moved);
    says_the_same(|ping| {
        let definitions = ping.pointer_mut("/definitions").and_then(Value::as_object_mut);
        let event = definitions.unwrap().remove("ping").unwrap();
        remove(ping, "/$ref");
        for (key, value) in event.as_object().unwrap() {
            put(ping, &format!("/{key}"), value.clone());
        }
    });
}

#[test]
fn annotations_in_a_schema() {
    says_the_same(|ping| {
        for (key, value) in [
            ("$comment", json!("x")),
            ("examples", json!(["a"])),
            ("format", json!("uri")),
            ("deprecated", json!(true)),
            ("readOnly", json!(false)),
            ("meta:xdmField", json!("xdm:x")),
            ("minLength", json!(0)),
            ("minimum", json!(5)),
        ] {
            put(ping, &format!("{X}/{key}"), value);
        }
    });
}

/// Validators ignore it there; the build says so.
#[test]
fn a_constant_in_draft_04() {
    says_the_same(|ping| put(ping, &format!("{X}/const"), json!("a")));

    let mut ping = schema_of("ping");
    put(&mut ping, &format!("{X}/const"), json!("a"));
    let folder = Folder::of(&ping);
    let remarks = folder.generate().unwrap().remarks;
    assert_eq!(remarks.len(), 1, "{remarks:?}");
    assert!(remarks[0].contains(&format!("ping.json#{X}/const: draft-04 has no `const`")));

    put(&mut ping, "/$schema", json!("http://json-schema.org/draft-07/schema#"));
    let bindings = Folder::of(&ping).generate().unwrap();
    assert!(bindings.remarks.is_empty());
    let plain = Folder::of(&schema_of("ping")).generate().unwrap();
    assert_ne!(without_schemas(&bindings), without_schemas(&plain));
}

#[test]
fn choices_of_one_schema() {
    for combined in ["allOf", "anyOf", "oneOf"] {
        says_the_same(|ping| put(ping, X, json!({ combined: [{ "type": "string" }] })));
        says_the_same(|ping| {
            let time = json!({ combined: [{ "$ref": "#/definitions/playerTime" }], "title": "T" });
            put(ping, &format!("{EVENT}/properties/playerTime"), time);
        });
    }
    says_the_same(|ping| put(ping, X, json!({ "type": ["string"] })));
}

/// Every way to allow null gives the same code.
#[test]
fn ways_to_allow_null() {
    let made = |schema: Value| {
        let mut ping = schema_of("ping");
        put(&mut ping, X, schema);
        without_schemas(&Folder::of(&ping).generate().unwrap())
    };
    let nullable = made(json!({ "type": ["string", "null"] }));
    assert!(nullable.contains("pub x: Option<Nullable<String>>"), "{nullable}");
    for schema in [
        json!({ "type": ["null", "string"] }),
        json!({ "oneOf": [{ "type": "null" }, { "type": "string" }] }),
        json!({ "anyOf": [{ "type": "string" }, { "enum": [null] }] }),
        json!({ "anyOf": [{ "type": ["string", "null"] }, { "const": null }] }),
        json!({ "oneOf": [{ "oneOf": [{ "type": "null" }, { "type": "string" }] }] }),
    ] {
        assert_eq!(made(schema.clone()), nullable, "{schema}");
    }
    let listed = made(json!({ "type": ["string", "null"], "enum": ["a", null] }));
    assert!(listed.contains("pub x: Option<Nullable<PingParamsX>>"), "{listed}");
    assert_eq!(made(json!({ "enum": ["a", null] })), listed);
    assert_eq!(made(json!({ "oneOf": [{ "type": "null" }, { "enum": ["a"] }] })), listed);
    // The type allows null, and the list does not.
    let unlisted = made(json!({ "type": ["string", "null"], "enum": ["a"] }));
    assert_eq!(made(json!({ "enum": ["a"] })), unlisted);
    assert!(!unlisted.contains("Nullable"), "{unlisted}");
}

#[test]
fn an_empty_list_of_key_patterns() {
    says_the_same(|ping| put(ping, &format!("{PARAMS}/patternProperties"), json!({})));
}

#[test]
fn an_explicitly_open_object() {
    let made = |open: Option<Value>| {
        let mut ping = schema_of("ping");
        remove(&mut ping, &format!("{PARAMS}/additionalProperties"));
        if let Some(open) = open {
            put(&mut ping, &format!("{PARAMS}/additionalProperties"), open);
        }
        without_schemas(&Folder::of(&ping).generate().unwrap())
    };
    assert_eq!(made(Some(json!(true))), made(None));
    assert_eq!(made(Some(json!({}))), made(None));
}

#[test]
fn definitions_without_a_reference() {
    says_the_same(|ping| {
        put(ping, "/definitions/eventType", json!({ "type": "string", "enum": ["ping"] }));
        put(ping, "/definitions/state", json!({ "$ref": "#/definitions/nowhere" }));
    });

    // They may differ between schemas, like the list of all event types.
    let made = |of_play: Value, of_ping: Value| {
        let (mut play, mut ping) = (schema_of("play"), schema_of("ping"));
        put(&mut play, "/definitions/eventType", of_play);
        put(&mut ping, "/definitions/eventType", of_ping);
        let folder = Folder::of(&ping).with("play", &play);
        without_schemas(&folder.generate().unwrap())
    };
    let list = |names: &[&str]| json!({ "type": "string", "enum": names });
    assert_eq!(
        made(list(&["play"]), list(&["ping"])),
        made(list(&["play", "ping"]), list(&["play", "ping"])),
    );
}

#[test]
fn an_unused_definition_with_the_name_of_another_event() {
    let play = schema_of("play");
    let made =
        |ping: &Value| without_schemas(&Folder::of(ping).with("play", &play).generate().unwrap());
    let mut changed = schema_of("ping");
    put(&mut changed, "/definitions/play", json!({ "type": "string" }));
    assert_eq!(made(&changed), made(&schema_of("ping")));
}

#[test]
fn files_that_are_not_schemas() {
    let plain = Folder::of(&schema_of("ping"));
    let expected = plain.generate();
    let folder = plain.with_text("README.md", "# Documents").with_text("notes", "none");
    std::fs::create_dir(folder.path().join("more.json")).unwrap();
    assert_eq!(folder.generate(), expected);
}
