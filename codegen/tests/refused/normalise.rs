//! Keywords and their values.

use serde_json::json;

use super::common::Folder;
use super::{PARAMS, refused, set, set_x, taken_away};

#[test]
fn what_is_no_schema() {
    refused(
        &Folder::of(&json!([])),
        "FOLDER/ping.json#: a schema must be an object; write a JSON Schema draft-04 object",
    );
    set_x(json!("string"), ": a schema must be an object; write a JSON Schema draft-04 object");
    set_x(json!(true), ": a schema must be an object; write a JSON Schema draft-04 object");
}

#[test]
fn another_draft() {
    set(
        "/$schema",
        json!("https://json-schema.org/draft/2020-12/schema"),
        "FOLDER/ping.json#/$schema: the draft is not one that reads as draft-04 does; write \
         the schema in draft-04, as the published ones are",
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
            "/$ref: the reference leaves the schema's own definitions; copy what it names \
             into `definitions` and refer to it as #/definitions/NAME",
        );
    }
}

#[test]
fn bounds_of_numbers() {
    set_x(
        json!({ "type": "number", "minimum": 0 }),
        "/minimum: the rule `minimum` has no Rust type that keeps it; move it to the key's \
         entry in annotations.json",
    );
    set_x(
        json!({ "type": "integer", "maximum": 9 }),
        "/maximum: the rule `maximum` has no Rust type that keeps it; move it to the key's \
         entry in annotations.json",
    );
    set_x(
        json!({ "type": "integer", "minimum": 0, "exclusiveMinimum": true }),
        "/exclusiveMinimum: the rule `exclusiveMinimum` has no Rust type that keeps it; say \
         it in the `doc` of the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "integer", "maximum": 0, "exclusiveMaximum": true }),
        "/exclusiveMaximum: the rule `exclusiveMaximum` has no Rust type that keeps it; say \
         it in the `doc` of the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "number", "exclusiveMinimum": 0 }),
        "/exclusiveMinimum: the rule `exclusiveMinimum` has no Rust type that keeps it; say \
         it in the `doc` of the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "number", "multipleOf": 5 }),
        "/multipleOf: the rule `multipleOf` has no Rust type that keeps it; say it in the \
         `doc` of the key's entry in annotations.json",
    );
}

#[test]
fn rules_of_strings() {
    set_x(
        json!({ "type": "string", "minLength": 1 }),
        "/minLength: the rule `minLength` has no Rust type that keeps it; move it to the \
         key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "maxLength": 1 }),
        "/maxLength: the rule `maxLength` has no Rust type that keeps it; say it in the `doc` \
         of the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "pattern": "^a" }),
        "/pattern: the rule `pattern` has no Rust type that keeps it; say it in the `doc` of \
         the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "format": "uri" }),
        "/format: the rule `format` has no Rust type that keeps it; say it in the `doc` of \
         the key's entry in annotations.json",
    );
}

#[test]
fn choices_between_schemas() {
    set_x(
        json!({ "allOf": [{}] }),
        "/allOf: `allOf` has no single Rust type; write the one shape that is meant",
    );
    set_x(
        json!({ "anyOf": [{}] }),
        "/anyOf: `anyOf` has no single Rust type; write the one shape that is meant",
    );
    set_x(
        json!({ "oneOf": [{}] }),
        "/oneOf: `oneOf` has no single Rust type; write the one shape that is meant",
    );
    set_x(
        json!({ "not": {} }),
        "/not: `not` has no single Rust type; write the one shape that is meant",
    );
}

#[test]
fn keywords_that_are_not_understood() {
    set_x(
        json!({ "type": "array", "uniqueItems": true }),
        "/uniqueItems: the keyword `uniqueItems` is not understood; remove it, or teach the \
         generator what it means",
    );
    set_x(
        json!({ "const/": 1 }),
        "/const~1: the keyword `const/` is not understood; remove it, or teach the generator \
         what it means",
    );
    set_x(
        json!({ "definitions": {} }),
        "/definitions: only the `definitions` at the root of a schema can be referred to; \
         move them there",
    );
}

#[test]
fn keywords_with_another_value_than_theirs() {
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
    set_x(
        json!({ "type": ["string", "null"] }),
        "/type: the type is not a single one of string, integer, number, boolean, object, \
         array; write the one type that is meant; a member that may be absent is left out of \
         `required`",
    );
    set_x(
        json!({ "type": "null" }),
        "/type: the type is not a single one of string, integer, number, boolean, object, \
         array; write the one type that is meant; a member that may be absent is left out of \
         `required`",
    );
}

#[test]
fn enums() {
    set_x(
        json!({ "type": "integer", "enum": [0, 1] }),
        "/enum: the enum is not a list of strings next to `\"type\": \"string\"`; move the \
         known values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "enum": [0, 1] }),
        "/enum: the enum is not a list of strings next to `\"type\": \"string\"`; move the \
         known values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "enum": ["a", 1] }),
        "/enum: the enum is not a list of strings next to `\"type\": \"string\"`; move the \
         known values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "enum": [] }),
        "/enum: the enum is not a list of strings next to `\"type\": \"string\"`; move the \
         known values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "enum": "a" }),
        "/enum: the enum is not a list of strings next to `\"type\": \"string\"`; move the \
         known values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "integer", "enum": ["a"] }),
        "/enum: the enum is not a list of strings next to `\"type\": \"string\"`; move the \
         known values to the key's entry in annotations.json",
    );
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
        "/patternProperties: more than one key pattern in one object would be lost; keep a \
         single pattern",
    );
    set_x(
        json!({
            "type": "object",
            "properties": { "a": strings() },
            "patternProperties": { metadata: strings() },
            "additionalProperties": false
        }),
        "/patternProperties: a key pattern next to `properties` would be lost; list the keys \
         in `properties`, or keep only the pattern",
    );
    // Another pattern, an open object, other values.
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
            "/patternProperties: the only key pattern that has a Rust type is \
             ^[a-zA-Z0-9_\\.]+$, with string values in a closed object; write custom metadata \
             so, or list the keys in `properties`",
        );
    }
}

#[test]
fn key_patterns_without_a_word_on_other_keys() {
    taken_away(
        "/definitions/customMetadata/additionalProperties",
        "FOLDER/ping.json#/definitions/customMetadata/patternProperties: the only key pattern \
         that has a Rust type is ^[a-zA-Z0-9_\\.]+$, with string values in a closed object; \
         write custom metadata so, or list the keys in `properties`",
    );
}

#[test]
fn required_members_that_are_not_described() {
    set(
        &format!("{PARAMS}/required"),
        json!(["x", "y"]),
        "FOLDER/ping.json#/definitions/ping/properties/params/required/1: the required member \
         `y` is not in `properties`; describe it in `properties`, or take it off the list",
    );
    set_x(
        json!({ "type": "object", "required": ["a"] }),
        "/required/0: the required member `a` is not in `properties`; describe it in \
         `properties`, or take it off the list",
    );
}

#[test]
fn objects_of_two_kinds() {
    set(
        &format!("{PARAMS}/additionalProperties"),
        json!({ "type": "string" }),
        "FOLDER/ping.json#/definitions/ping/properties/params/additionalProperties: a schema \
         for further members next to `properties` has no Rust type; close the object with \
         false, or keep only one of the two",
    );
    set_x(
        json!({
            "type": "object", "properties": {}, "additionalProperties": { "type": "string" }
        }),
        "/additionalProperties: a schema for further members next to `properties` has no Rust \
         type; close the object with false, or keep only one of the two",
    );
}

#[test]
fn keywords_of_another_type() {
    set_x(
        json!({ "type": "string", "properties": {} }),
        "/properties: `properties` stands next to a type that is not object; write `\"type\": \
         \"object\"`, or remove it",
    );
    set_x(
        json!({ "type": "array", "additionalProperties": false }),
        "/additionalProperties: `additionalProperties` stands next to a type that is not \
         object; write `\"type\": \"object\"`, or remove it",
    );
    set_x(
        json!({ "type": "string", "required": ["a"] }),
        "/required: `required` stands next to a type that is not object; write `\"type\": \
         \"object\"`, or remove it",
    );
    set_x(
        json!({ "patternProperties": { "^a": {} } }),
        "/patternProperties: `patternProperties` stands next to a type that is not object; \
         write `\"type\": \"object\"`, or remove it",
    );
    set_x(
        json!({ "type": "object", "items": {} }),
        "/items: `items` stands next to a type that is not array; write `\"type\": \"array\"`, \
         or remove it",
    );
    set_x(
        json!({ "items": {} }),
        "/items: `items` stands next to a type that is not array; write `\"type\": \"array\"`, \
         or remove it",
    );
}
