//! Errors in keywords and their values.

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
        "FOLDER/ping.json#/$schema: the schema is not written in draft-04, draft-06 or draft-07; \
         write it in draft-04, like the published ones",
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
fn bounds_of_numbers() {
    set_x(
        json!({ "type": "number", "minimum": 0 }),
        "/minimum: the keyword `minimum` cannot be enforced by a Rust type; move it to the key's \
         entry in annotations.json",
    );
    set_x(
        json!({ "type": "integer", "maximum": 9 }),
        "/maximum: the keyword `maximum` cannot be enforced by a Rust type; move it to the key's \
         entry in annotations.json",
    );
    set_x(
        json!({ "type": "integer", "minimum": 0, "exclusiveMinimum": true }),
        "/exclusiveMinimum: the keyword `exclusiveMinimum` cannot be enforced by a Rust type; \
         describe it in the `doc` of the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "integer", "maximum": 0, "exclusiveMaximum": true }),
        "/exclusiveMaximum: the keyword `exclusiveMaximum` cannot be enforced by a Rust type; \
         describe it in the `doc` of the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "number", "exclusiveMinimum": 0 }),
        "/exclusiveMinimum: the keyword `exclusiveMinimum` cannot be enforced by a Rust type; \
         describe it in the `doc` of the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "number", "multipleOf": 5 }),
        "/multipleOf: the keyword `multipleOf` cannot be enforced by a Rust type; describe it in \
         the `doc` of the key's entry in annotations.json",
    );
}

#[test]
fn rules_of_strings() {
    set_x(
        json!({ "type": "string", "minLength": 1 }),
        "/minLength: the keyword `minLength` cannot be enforced by a Rust type; move it to the \
         key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "maxLength": 1 }),
        "/maxLength: the keyword `maxLength` cannot be enforced by a Rust type; describe it in \
         the `doc` of the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "pattern": "^a" }),
        "/pattern: the keyword `pattern` cannot be enforced by a Rust type; describe it in the \
         `doc` of the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "format": "uri" }),
        "/format: the keyword `format` cannot be enforced by a Rust type; describe it in the \
         `doc` of the key's entry in annotations.json",
    );
}

#[test]
fn choices_between_schemas() {
    set_x(
        json!({ "allOf": [{}] }),
        "/allOf: `allOf` has no single Rust type; write a single schema",
    );
    set_x(
        json!({ "anyOf": [{}] }),
        "/anyOf: `anyOf` has no single Rust type; write a single schema",
    );
    set_x(
        json!({ "oneOf": [{}] }),
        "/oneOf: `oneOf` has no single Rust type; write a single schema",
    );
    set_x(json!({ "not": {} }), "/not: `not` has no single Rust type; write a single schema");
}

#[test]
fn keywords_that_are_not_supported() {
    set_x(
        json!({ "type": "array", "uniqueItems": true }),
        "/uniqueItems: the keyword `uniqueItems` is not supported; remove it, or extend the \
         generator",
    );
    set_x(
        json!({ "const/": 1 }),
        "/const~1: the keyword `const/` is not supported; remove it, or extend the generator",
    );
    set_x(
        json!({ "definitions": {} }),
        "/definitions: only the `definitions` at the root of a schema can be referred to; \
         move them there",
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
    set_x(
        json!({ "type": ["string", "null"] }),
        "/type: the type is not exactly one of string, integer, number, boolean, object, array; \
         write a single type; for an optional member, leave its key out of `required`",
    );
    set_x(
        json!({ "type": "null" }),
        "/type: the type is not exactly one of string, integer, number, boolean, object, array; \
         write a single type; for an optional member, leave its key out of `required`",
    );
}

#[test]
fn enums() {
    set_x(
        json!({ "type": "integer", "enum": [0, 1] }),
        "/enum: the enum is not a list of strings with `\"type\": \"string\"`; move the known \
         values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "enum": [0, 1] }),
        "/enum: the enum is not a list of strings with `\"type\": \"string\"`; move the known \
         values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "enum": ["a", 1] }),
        "/enum: the enum is not a list of strings with `\"type\": \"string\"`; move the known \
         values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "enum": [] }),
        "/enum: the enum is not a list of strings with `\"type\": \"string\"`; move the known \
         values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "string", "enum": "a" }),
        "/enum: the enum is not a list of strings with `\"type\": \"string\"`; move the known \
         values to the key's entry in annotations.json",
    );
    set_x(
        json!({ "type": "integer", "enum": ["a"] }),
        "/enum: the enum is not a list of strings with `\"type\": \"string\"`; move the known \
         values to the key's entry in annotations.json",
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
