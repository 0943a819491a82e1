//! The tables of the Media Edge API: what they are made of, and every error with its message.
//!
//! The tables of the published folder are compared byte by byte by the library's tests.

mod common;

use common::{Folder, put, remove};
use media_collection_codegen::generate_edge;
use serde_json::{Value, json};

fn schema() -> Value {
    json!({"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
        "$ref": "#/definitions/request", "definitions": {
            "state": {"type": "object", "required": ["name"],
                "properties": {"name": {"type": "string", "pattern": "^[a-z]$"}}},
            "play": {"type": "object", "anyOf": [
                {"required": ["on"], "properties": {"on": {"minItems": 1}}},
                {"required": ["off"], "properties": {"off": {"minItems": 1}}}],
                "properties": {"count": {"type": "integer", "format": "int32", "minimum": 0},
                    "is": {"type": "boolean"}, "at": {"type": "string", "format": "date-time"},
                    "on": {"type": "array", "minItems": 2, "items": {"$ref": "#/definitions/state"}},
                    "off": {"type": "array", "items": {"$ref": "#/definitions/state"}},
                    "ids": {"type": "object", "additionalProperties": {"type": "string"}}}},
            "event": {"type": "object", "allOf": [{
                    "if": {"required": ["kind"], "properties": {"kind": {"enum": ["a"]}}},
                    "then": {"properties": {"media": {"$ref": "#/definitions/play"}}}}],
                "properties": {"media": {"type": "object"},
                    "kind": {"type": "string", "enum": ["a", "b"]}}},
            "request": {"type": "object", "required": ["events"], "properties": {
                "events": {"type": "array", "items": {"$ref": "#/definitions/event"}}}}}})
}

fn mapping() -> Value {
    json!({"about": "", "events": {"start": "play"}, "always": {"start": "/xdm/media"},
        "primary": ["A", "*"],
        "members": [{"events": ["start"], "collection": "/params/a.b", "edge": "/xdm/media/0/c~1d",
            "form": "number", "rounding": "down", "to_edge": "The fraction is lost.", "source": ""}],
        "downloaded": [], "request": [{"edge": "/meta", "reason": "R1"}],
        "lost_in_edge": [{"events": "all", "collection": "/params/*", "weight": "listed",
            "reason": "R2"}],
        "lost_in_collection": [{"events": "all", "edge": "/xdm/_id", "reason": "R3"}]})
}

fn folder(schema: &Value, mapping: &Value) -> Folder {
    Folder::new().with("play", schema).with("mapping", mapping)
}

/// Without white space, and commas at the end.
fn plain(code: &str) -> String {
    let text: String = code.split_whitespace().collect();
    text.replace(",)", ")").replace(",]", "]").replace(",}", "}")
}

fn made(schema: &Value, mapping: &Value) -> String {
    plain(&generate_edge(folder(schema, mapping).path()).expect("it is as it should be"))
}

#[track_caller]
fn refused(schema: &Value, mapping: &Value, message: &str) {
    let folder = folder(schema, mapping);
    let errors = generate_edge(folder.path()).expect_err("it is wrong");
    let text = errors.to_string().replace(&*folder.path().to_string_lossy(), "FOLDER");
    assert_eq!(text, message);
}

#[test]
fn everything_is_in_the_tables() {
    let text = made(&schema(), &mapping());
    for part in [
        r#"EVENTS: &[(&str, &str)] = &[("start", "play")];"#,
        r#"ALWAYS: &[(&str, &[Step])] = &[("start", &[Step::Key("xdm"), Step::Key("media")])];"#,
        r#"PRIMARY: &[&str] = &["A", "*"];"#,
        r#"edge: &[ Step::Key("xdm"), Step::Key("media"), Step::Index(0), Step::Key("c/d")]"#,
        r#"form: Form::Number { down: true }"#,
        r#"collection: &[Step::Key("params"), Step::Any], told: Told::Listed, reason: "R2""#,
        r#"Gone { events: None, edge: &[Step::Key("meta")], reason: "R1" }"#,
        r#"REQUESTS: &[(&str, &Kind)] = &[("play", &PLAY_REQUEST)];"#,
        r#"("count", &Kind::Integer { least: 0, most: 9223372036854775807 })"#,
        r#"("is", &Kind::Flag)"#,
        r#"("at", &Kind::Time)"#,
        r#"&Kind::List { items: &Kind::Same(&STATE), least: 2 }"#,
        r#"("ids", &Kind::Map(&Kind::Text(None)))"#,
        r#"any: &["on", "off"]"#,
        r#"Variants { by: "kind", member: "media", of: &[("a", &PLAY)] }"#,
        r#"("kind", &Kind::Choice(&["a", "b"]))"#,
    ] {
        assert!(text.contains(&plain(part)), "{part} is not in {text}");
    }
    assert_eq!(text, made(&schema(), &mapping()));
    // What is the same in two schemas is there once, and what differs twice.
    let mut other = schema();
    put(&mut other, "/definitions/play/properties/count/minimum", json!(1));
    let both = folder(&schema(), &mapping()).with("pause", &other);
    let text = generate_edge(both.path()).unwrap();
    let count = |name: &str| text.matches(&format!("static {name}: Kind")).count();
    assert_eq!(["STATE", "PLAY", "PLAY_PLAY", "PAUSE_REQUEST"].map(count), [1, 1, 1, 1]);
}

#[test]
fn keywords_that_the_library_cannot_check_are_refused() {
    let properties = "/definitions/play/properties";
    for (at, value, message) in [
        (
            "count/multipleOf",
            json!(1),
            "count: the keyword `multipleOf` is unknown here; say it with the keywords that the other schemas have",
        ),
        ("count/minimum", json!(0.5), "count: `minimum` is no integer of 64 bits; write one"),
        ("count/maximum", json!(1e300), "count: `maximum` is no integer of 64 bits; write one"),
        (
            "is/enum",
            json!([true]),
            "is: the keyword `enum` is unknown here; say it with the keywords that the other schemas have",
        ),
        ("at/format", json!("uri"), "at: the format is unknown; leave it out"),
        ("ids/type", json!("map"), "ids: the type is unknown; write `type` with the name of one"),
        (
            "ids/additionalProperties",
            json!(true),
            "ids/additionalProperties: this is no schema; write an object",
        ),
        ("on/items/$ref", json!("#/definitions/none"), "SET"),
    ] {
        let mut schema = schema();
        put(&mut schema, &format!("{properties}/{at}"), value);
        let expected = match message {
            "SET" => {
                "FOLDER/play.json#/definitions/none: there is no such definition; add it".to_owned()
            }
            message => format!("FOLDER/play.json#{properties}/{message}"),
        };
        let mapping = put_away(&mapping());
        refused(&schema, &mapping, &expected);
    }
    let mut pattern = schema();
    put(&mut pattern, "/definitions/state/properties/name/pattern", json!("(?=a)"));
    refused(
        &pattern,
        &put_away(&mapping()),
        "FOLDER/play.json#/definitions/state/properties/name/pattern: it looks ahead or back, or \
         names a group; write a simpler one",
    );
    let mut any = schema();
    put(&mut any, "/definitions/play/anyOf/0/properties/on/minItems", json!(2));
    refused(
        &any,
        &put_away(&mapping()),
        "FOLDER/play.json#/definitions/play/anyOf: the branch has another form; ask for one item of \
         a list",
    );
    let mut condition = schema();
    remove(&mut condition, "/definitions/event/allOf/0/if");
    refused(
        &condition,
        &put_away(&mapping()),
        "FOLDER/play.json#/definitions/event/allOf: the condition has another form; compare the one \
         member",
    );
}

/// A mapping that needs no schema, so that its errors are not those of the schema's.
fn put_away(mapping: &Value) -> Value {
    let mut mapping = mapping.clone();
    mapping["events"] = json!({});
    mapping
}

#[test]
fn a_mapping_with_other_words_is_refused() {
    let set = |pointer: &str, value: Value, message: &str| {
        let mut changed = mapping();
        put(&mut changed, pointer, value);
        refused(&schema(), &changed, &format!("FOLDER/mapping.json#{message}"));
    };
    let remedy = "use a value that `schemas/edge/README.md` names";
    for (pointer, name) in [
        ("/members/0/form", "form"),
        ("/members/0/rounding", "rounding"),
        ("/members/0/direction", "direction"),
        ("/members/0/events", "events"),
        ("/lost_in_edge/0/weight", "weight"),
        ("/request/0/events", "events"),
    ] {
        set(pointer, json!("odd"), &format!("{pointer}: `{name}` cannot be `odd`; {remedy}"));
    }
    set(
        "/events/start",
        json!("seek"),
        "/events/start: there is no schema for the event type `seek`; add it, or name another",
    );
    set(
        "/lost_in_collection/0/edge",
        json!("xdm"),
        "/lost_in_collection/0: `edge` is no place; write a JSON Pointer",
    );
    let mut unknown = mapping();
    put(&mut unknown, "/members/0/colour", json!("red"));
    let errors = generate_edge(folder(&schema(), &unknown).path()).unwrap_err();
    assert!(errors.to_string().contains("unknown field `colour`"), "{errors}");
}

#[test]
fn files_that_cannot_be_read_are_refused() {
    let none = Folder::new();
    let errors = generate_edge(none.path()).unwrap_err().to_string();
    assert!(
        errors.contains("mapping.json#: ") && errors.ends_with("put the file there"),
        "{errors}"
    );
    let text = Folder::new().with("play", &schema()).with_text("mapping.json", "{");
    let errors = generate_edge(text.path()).unwrap_err().to_string();
    assert!(errors.ends_with("write it as JSON"), "{errors}");
    let twice = Folder::new().with_text("mapping.json", r#"{"a": {"b": 1, "b": 2}}"#);
    let errors = generate_edge(twice.path()).unwrap_err().to_string();
    assert!(errors.contains("mapping.json#/a/b: the member is repeated"), "{errors}");
    assert!(generate_edge(&none.path().join("none")).is_err());
}
