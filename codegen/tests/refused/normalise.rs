//! Errors in keywords and their values.

use serde_json::json;

use super::common::{Folder, put, schema_of};
use super::{PARAMS, X, refused, set, set_x, taken_away};

#[test]
fn what_is_no_schema() {
    refused(
        &Folder::of(&json!([])),
        "FOLDER/ping.json#: a schema must be an object; write a JSON Schema object",
    );
    set_x(json!("string"), ": a schema must be an object; write a JSON Schema object");
    set_x(json!(true), ": a schema must be an object; write a JSON Schema object");
}

#[test]
fn a_draft_that_is_not_known() {
    for draft in
        [json!("https://json-schema.org/draft/2031-12/schema"), json!("draft-07"), json!(4)]
    {
        set(
            "/$schema",
            draft,
            "FOLDER/ping.json#/$schema: the schema is not written in draft-04, draft-06, draft-07, \
             2019-09 or 2020-12; write it in draft-04, like the published ones",
        );
    }
}

/// `1.0` cannot be an integer in one event type and none in another.
#[test]
fn drafts_that_differ() {
    let mut play = schema_of("play");
    put(&mut play, "/$schema", json!("http://json-schema.org/draft-07/schema#"));
    refused(
        &Folder::of(&schema_of("ping")).with("play", &play),
        "FOLDER/play.json#/$schema: the schema is written in draft-07, and FOLDER/ping.json in \
         draft-04: `1.0` is an integer in only one of them; name the same draft in all files",
    );
}

#[test]
fn references_out_of_the_schema() {
    for target in [
        json!("other.json#/definitions/x"),
        json!("#"),
        json!("#/properties/x"),
        json!("#/definitions/x/items"),
        json!(1),
    ] {
        set_x(
            json!({ "$ref": target }),
            "/$ref: the reference is not to one of the schema's own definitions; copy its target \
             into `definitions`, and refer to it as #/definitions/NAME",
        );
    }
}

#[test]
fn choices_between_schemas() {
    for combined in ["allOf", "anyOf", "oneOf"] {
        set_x(
            json!({ combined: [{ "type": "string" }, { "type": "integer" }] }),
            &format!(
                "/{combined}: `{combined}` has no single Rust type; write a single schema; for a \
                 value that may be null, write one schema and {{\"type\": \"null\"}}"
            ),
        );
    }
    set_x(
        json!({ "oneOf": [{ "type": "null" }, { "type": ["string", "null"] }] }),
        "/oneOf: both schemas of the `oneOf` allow null, so that null is not valid; write a single \
         schema; for a value that may be null, write one schema and {\"type\": \"null\"}",
    );
    set_x(
        json!({ "type": "string", "anyOf": [{ "type": "string" }] }),
        "/type: `type` next to `anyOf` has no single Rust type; write a single schema",
    );
    set_x(json!({ "not": {} }), "/not: `not` has no single Rust type; write a single schema");
}

/// The place in the document is named, also within a choice with null.
#[test]
fn problems_within_choices_with_null() {
    set_x(
        json!({ "oneOf": [{ "type": "null" }, { "type": "integer", "multipleOf": 5 }] }),
        "/oneOf/1/multipleOf: the keyword `multipleOf` is not enforced by the library; remove it, \
         and describe it in the `doc` of the key's entry in annotations.json",
    );
}

#[test]
fn keywords_that_are_not_supported() {
    set_x(
        json!({ "type": "array", "uniqueItems": true }),
        "/uniqueItems: the keyword `uniqueItems` is not enforced by the library; remove it, and \
         describe it in the `doc` of the key's entry in annotations.json",
    );
    set_x(
        json!({ "const/": 1 }),
        "/const~1: the keyword `const/` is not supported; remove it, or extend the generator",
    );
    set_x(
        json!({ "type": "string", "nullable": true }),
        "/nullable: the keyword `nullable` is not one of JSON Schema; write \"null\" as a second \
         name in `type`",
    );
    set_x(
        json!({ "definitions": {} }),
        "/definitions: only the `definitions` at the root of a schema can be referred to; \
         move them there",
    );
}

/// From 2019-09 on what stands next to a reference counts.
#[test]
fn keywords_next_to_a_reference() {
    let mut ping = schema_of("ping");
    put(&mut ping, "/$schema", json!("https://json-schema.org/draft/2020-12/schema"));
    put(&mut ping, "/definitions/text", json!({ "type": "string" }));
    put(&mut ping, X, json!({ "$ref": "#/definitions/text", "title": "T", "minLength": 1 }));
    refused(
        &Folder::of(&ping),
        &format!(
            "FOLDER/ping.json#{X}/minLength: `minLength` next to a `$ref` has no type of its own; \
             write it in the definition that the `$ref` names"
        ),
    );
}

#[test]
fn keywords_with_a_value_of_the_wrong_type() {
    set_x(
        json!({ "description": 1 }),
        "/description: `description` is not a string; write a string",
    );
    set_x(
        json!({ "type": "object", "properties": ["a"] }),
        "/properties: `properties` is not an object of schemas; write an object of schemas",
    );
    set_x(
        json!({ "type": "object", "patternProperties": [] }),
        "/patternProperties: `patternProperties` is not an object of schemas; write an object \
         of schemas",
    );
    set_x(
        json!({ "type": "object", "additionalProperties": "no" }),
        "/additionalProperties: `additionalProperties` is not a boolean or a schema; write a \
         boolean or a schema",
    );
    set_x(
        json!({ "type": "object", "properties": { "a": {} }, "required": true }),
        "/required: `required` is not a list of names; write a list of names",
    );
    set_x(
        json!({ "type": "object", "required": [1] }),
        "/required: `required` is not a list of names; write a list of names",
    );
    set_x(
        json!({ "type": "array", "items": [{}] }),
        "/items: `items` is not one schema for every item; write one schema for every item",
    );
    set_x(
        json!({ "type": "array", "items": false }),
        "/items: `items` is not one schema for every item; write one schema for every item",
    );
    set(
        "/definitions",
        json!([]),
        "FOLDER/ping.json#/definitions: `definitions` is not an object of schemas; write an \
         object of schemas",
    );
}

#[test]
fn types() {
    for (types, remedy) in [
        (
            json!("null"),
            "remove the member from `properties`, or write the type of its value as well",
        ),
        (json!(["string", "integer"]), "write one type, or that type and \"null\""),
        (json!("text"), "write one type, or that type and \"null\""),
        (json!([1]), "write one type, or that type and \"null\""),
    ] {
        set_x(
            json!({ "type": types }),
            &format!(
                "/type: the type is not one of string, integer, number, boolean, object and array, \
                 alone or with null; {remedy}"
            ),
        );
    }
}

#[test]
fn enums() {
    for values in [json!([]), json!("a")] {
        set_x(
            json!({ "type": "string", "enum": values }),
            "/enum: `enum` is not a list of values; list the values",
        );
    }
    set_x(
        json!({ "type": "integer", "enum": ["a"] }),
        "/enum: no value of `enum` has the type of the member; remove the member, or correct the type",
    );
    set_x(
        json!({ "enum": [["a"]] }),
        "/enum: `enum` has a value that is an object or an array; describe the members of the \
         object instead",
    );
}

/// One run finds all of them, whichever stage does.
#[test]
fn every_problem_of_a_folder() {
    let mut play = schema_of("play");
    put(&mut play, "/definitions/playerTime/properties/zone", json!({ "type": "string" }));
    let mut ping = schema_of("ping");
    put(&mut ping, X, json!({ "type": "string", "not": {} }));
    put(&mut ping, "/definitions/ping/additionalProperties", json!(true));
    put(&mut ping, "/definitions/ping/properties/more", json!({ "items": {} }));
    let folder = Folder::of(&ping).with("play", &play).with_text("seek.json", "{");
    let refusal = folder.refusal();
    let places: Vec<_> = refusal.lines().map(|line| line.split(": ").next().unwrap()).collect();
    for place in [
        "FOLDER/seek.json#",
        "FOLDER/ping.json#/definitions/ping/properties/params/properties/x/not",
        "FOLDER/ping.json#/definitions/ping/properties/more/items",
        "FOLDER/ping.json#/definitions/ping/properties/more",
        "FOLDER/ping.json#/definitions/ping",
        "FOLDER/ping.json#/definitions/ping/properties/playerTime",
        "FOLDER/play.json#/definitions/playerTime/properties/zone",
    ] {
        assert!(places.contains(&place), "{place} is missing:\n{refusal}");
    }
}

#[test]
fn key_patterns() {
    let strings = || json!({ "type": "string" });
    let metadata = r"^[a-zA-Z0-9_\.]+$";
    set_x(
        json!({
            "type": "object",
            "patternProperties": { "^a": strings(), "^b": strings() },
            "additionalProperties": false
        }),
        "/patternProperties: the object has more than one key pattern; keep a single pattern",
    );
    set_x(
        json!({
            "type": "object",
            "properties": { "a": strings() },
            "patternProperties": { metadata: strings() },
            "additionalProperties": false
        }),
        "/patternProperties: the object has both a key pattern and `properties`; list the keys in \
         `properties`, or keep only the pattern",
    );
    // Another pattern, an open object, values that are not strings.
    for (pattern, closed, values) in [
        ("^a", json!(false), strings()),
        (metadata, json!(true), strings()),
        (metadata, strings(), strings()),
        (metadata, json!(false), json!({ "type": "integer" })),
        (metadata, json!(false), json!({ "type": "string", "enum": ["a"] })),
    ] {
        let schema = json!({
            "type": "object",
            "patternProperties": { pattern: values },
            "additionalProperties": closed
        });
        set_x(
            schema,
            "/patternProperties: the only supported key pattern is ^[a-zA-Z0-9_\\.]+$, with \
             string values in a closed object; write custom metadata so, or list the keys in \
             `properties`",
        );
    }
}

#[test]
fn key_patterns_that_allow_other_keys() {
    taken_away(
        "/definitions/customMetadata/additionalProperties",
        "FOLDER/ping.json#/definitions/customMetadata/patternProperties: the only supported key \
         pattern is ^[a-zA-Z0-9_\\.]+$, with string values in a closed object; write custom \
         metadata so, or list the keys in `properties`",
    );
}

#[test]
fn required_members_that_are_not_described() {
    set(
        &format!("{PARAMS}/required"),
        json!(["x", "y"]),
        "FOLDER/ping.json#/definitions/ping/properties/params/required/1: the required member `y` \
         is not in `properties`; describe it in `properties`, or remove it from `required`",
    );
    set_x(
        json!({ "type": "object", "required": ["a"] }),
        "/required/0: the required member `a` is not in `properties`; describe it in \
         `properties`, or remove it from `required`",
    );
}

#[test]
fn objects_of_two_kinds() {
    set(
        &format!("{PARAMS}/additionalProperties"),
        json!({ "type": "string" }),
        "FOLDER/ping.json#/definitions/ping/properties/params/additionalProperties: no Rust type \
         has both `properties` and a schema for other members; close the object with false, or \
         keep only one of the two",
    );
    set_x(
        json!({
            "type": "object", "properties": {}, "additionalProperties": { "type": "string" }
        }),
        "/additionalProperties: no Rust type has both `properties` and a schema for other \
         members; close the object with false, or keep only one of the two",
    );
}

#[test]
fn keywords_of_another_type() {
    set_x(
        json!({ "type": "string", "properties": {} }),
        "/properties: `properties` is used, but the type is not object; write `\"type\": \
         \"object\"`, or remove it",
    );
    set_x(
        json!({ "type": "array", "additionalProperties": false }),
        "/additionalProperties: `additionalProperties` is used, but the type is not object; write \
         `\"type\": \"object\"`, or remove it",
    );
    set_x(
        json!({ "type": "string", "required": ["a"] }),
        "/required: `required` is used, but the type is not object; write `\"type\": \"object\"`, \
         or remove it",
    );
    set_x(
        json!({ "patternProperties": { "^a": {} } }),
        "/patternProperties: `patternProperties` is used, but the type is not object; write \
         `\"type\": \"object\"`, or remove it",
    );
    set_x(
        json!({ "type": "object", "items": {} }),
        "/items: `items` is used, but the type is not array; write `\"type\": \"array\"`, or \
         remove it",
    );
    set_x(
        json!({ "items": {} }),
        "/items: `items` is used, but the type is not array; write `\"type\": \"array\"`, or \
         remove it",
    );
}
