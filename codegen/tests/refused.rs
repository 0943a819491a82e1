//! Every refusal, with its message to the letter.
//!
//! A case is one change to a document that is taken as it is, so that the change is all there is
//! to see. Each message's pointer is looked up in the file.

mod common;

use common::{Folder, document, put, remove};
use serde_json::{Value, json};

/// The schema of the only parameter of `ping`.
const X: &str = "/definitions/ping/properties/params/properties/x";
const PARAMS: &str = "/definitions/ping/properties/params";

#[track_caller]
fn refused(folder: &Folder, message: &str) {
    assert_eq!(folder.refusal(), message);
}

/// One member of `ping.json` set to a value.
#[track_caller]
fn set(pointer: &str, value: Value, message: &str) {
    let mut ping = document("ping");
    put(&mut ping, pointer, value);
    refused(&Folder::of(&ping), message);
}

/// The parameter's schema set to a value; the message goes on from the parameter's place.
#[track_caller]
fn set_x(value: Value, message: &str) {
    set(X, value, &format!("FOLDER/ping.json#{X}{message}"));
}

#[track_caller]
fn taken_away(pointer: &str, message: &str) {
    let mut ping = document("ping");
    remove(&mut ping, pointer);
    refused(&Folder::of(&ping), message);
}

mod load {
    use super::*;

    #[test]
    fn the_folder() {
        let folder = Folder::new();
        refused(
            &folder,
            "FOLDER#: there is no schema document in the folder; put one {eventType}.json per \
             event type there",
        );
        let gone = folder.path().join("gone");
        let error = media_collection_codegen::generate(&gone, None).unwrap_err().to_string();
        let error = error.replace(&*folder.path().to_string_lossy(), "FOLDER");
        let reason = std::fs::read_dir(&gone).unwrap_err();
        assert_eq!(
            error,
            format!(
                "FOLDER/gone#: the folder cannot be read: {reason}; name a folder of schema \
                 documents"
            )
        );
    }

    #[test]
    fn a_file_that_is_no_json() {
        refused(
            &Folder::new().with_text("ping.json", "{\"a\":"),
            "FOLDER/ping.json#: is not JSON: EOF while parsing a value at line 1 column 5; fetch \
             or write the file again",
        );
        refused(
            &Folder::new().with_text("ping.json", ""),
            "FOLDER/ping.json#: is not JSON: EOF while parsing a value at line 1 column 0; fetch \
             or write the file again",
        );
    }

    #[test]
    fn a_file_that_is_no_text() {
        let folder = Folder::new();
        std::fs::write(folder.path().join("ping.json"), b"{\"\xff\":1}").unwrap();
        refused(
            &folder,
            "FOLDER/ping.json#: cannot be read: stream did not contain valid UTF-8; check the \
             path and its rights",
        );
    }

    #[test]
    fn a_name_that_is_no_event_type() {
        for name in ["ping-2.json", "2ping.json", "pïng.json"] {
            let problem = "the file name is not an event type";
            let remedy = "name the document {eventType}.json, in letters and digits";
            let message = format!("FOLDER/{name}#: {problem}; {remedy}");
            refused(&Folder::new().with_text(name, "{}"), &message);
        }
    }

    #[test]
    fn a_member_given_twice() {
        refused(
            &Folder::new().with_text("ping.json", r#"{"definitions":{"a/b":[{"c":1,"c":1}]}}"#),
            "FOLDER/ping.json#/definitions/a~1b/0/c: the member is given twice, and only one of \
             the two could be kept; remove one of them",
        );
        let folder = Folder::of(&document("ping"));
        refused(
            &folder.with_text("annotations.json", r#"{"keys":{"x":{"doc":"A"},"x":{"doc":"B"}}}"#),
            "FOLDER/annotations.json#/keys/x: the member is given twice, and only one of the two \
             could be kept; remove one of them",
        );
    }
}

mod normalise {
    use super::*;

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
             the document in draft-04, as the published ones are",
        );
    }

    #[test]
    fn references_out_of_the_document() {
        for target in [
            json!("other.json#/definitions/x"),
            json!("#"),
            json!("#/properties/x"),
            json!("#/definitions/x/items"),
            json!(1),
        ] {
            set_x(
                json!({ "$ref": target }),
                "/$ref: the reference leaves the document's own definitions; copy what it names \
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
            "/definitions: only the `definitions` at the root of a document can be referred to; \
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
            "/enum: the enum is not a list of strings beside `\"type\": \"string\"`; move the \
             known values to the key's entry in annotations.json",
        );
        set_x(
            json!({ "enum": [0, 1] }),
            "/enum: the enum is not a list of strings beside `\"type\": \"string\"`; move the \
             known values to the key's entry in annotations.json",
        );
        set_x(
            json!({ "enum": ["a", 1] }),
            "/enum: the enum is not a list of strings beside `\"type\": \"string\"`; move the \
             known values to the key's entry in annotations.json",
        );
        set_x(
            json!({ "type": "string", "enum": [] }),
            "/enum: the enum is not a list of strings beside `\"type\": \"string\"`; move the \
             known values to the key's entry in annotations.json",
        );
        set_x(
            json!({ "type": "string", "enum": "a" }),
            "/enum: the enum is not a list of strings beside `\"type\": \"string\"`; move the \
             known values to the key's entry in annotations.json",
        );
        set_x(
            json!({ "type": "integer", "enum": ["a"] }),
            "/enum: the enum is not a list of strings beside `\"type\": \"string\"`; move the \
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
            "/patternProperties: a key pattern beside `properties` would be lost; list the keys \
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
             for further members beside `properties` has no Rust type; close the object with \
             false, or keep only one of the two",
        );
        set_x(
            json!({
                "type": "object", "properties": {}, "additionalProperties": { "type": "string" }
            }),
            "/additionalProperties: a schema for further members beside `properties` has no Rust \
             type; close the object with false, or keep only one of the two",
        );
    }

    #[test]
    fn keywords_of_another_type() {
        set_x(
            json!({ "type": "string", "properties": {} }),
            "/properties: `properties` stands beside a type that is not object; write `\"type\": \
             \"object\"`, or remove it",
        );
        set_x(
            json!({ "type": "array", "additionalProperties": false }),
            "/additionalProperties: `additionalProperties` stands beside a type that is not \
             object; write `\"type\": \"object\"`, or remove it",
        );
        set_x(
            json!({ "type": "string", "required": ["a"] }),
            "/required: `required` stands beside a type that is not object; write `\"type\": \
             \"object\"`, or remove it",
        );
        set_x(
            json!({ "patternProperties": { "^a": {} } }),
            "/patternProperties: `patternProperties` stands beside a type that is not object; \
             write `\"type\": \"object\"`, or remove it",
        );
        set_x(
            json!({ "type": "object", "items": {} }),
            "/items: `items` stands beside a type that is not array; write `\"type\": \"array\"`, \
             or remove it",
        );
        set_x(
            json!({ "items": {} }),
            "/items: `items` stands beside a type that is not array; write `\"type\": \"array\"`, \
             or remove it",
        );
    }
}

mod merge {
    use super::*;

    #[test]
    fn references_to_nothing() {
        set_x(
            json!({ "$ref": "#/definitions/nowhere" }),
            "/$ref: refers to `nowhere`, which `definitions` does not have; add the definition, \
             or correct the reference",
        );
        set_x(
            json!({ "type": "array", "items": { "$ref": "#/definitions/" } }),
            "/items/$ref: refers to ``, which `definitions` does not have; add the definition, or \
             correct the reference",
        );
        taken_away(
            "/definitions/playerTime",
            "FOLDER/ping.json#/definitions/ping/properties/playerTime/$ref: refers to \
             `playerTime`, which `definitions` does not have; add the definition, or correct the \
             reference",
        );
        taken_away(
            "/definitions/qoeData",
            "FOLDER/ping.json#/definitions/ping/properties/qoeData/$ref: refers to `qoeData`, \
             which `definitions` does not have; add the definition, or correct the reference",
        );
        taken_away(
            "/definitions/ping",
            "FOLDER/ping.json#/$ref: refers to `ping`, which `definitions` does not have; add the \
             definition, or correct the reference",
        );
        taken_away(
            "/definitions",
            "FOLDER/ping.json#/$ref: refers to `ping`, which `definitions` does not have; add the \
             definition, or correct the reference",
        );
    }

    #[test]
    fn a_document_that_is_not_of_its_event() {
        set(
            "/$ref",
            json!("#/definitions/playerTime"),
            "FOLDER/ping.json#/$ref: the document does not refer to its own event; write \
             `\"$ref\": \"#/definitions/ping\"`, as the published documents do",
        );
        taken_away(
            "/$ref",
            "FOLDER/ping.json#/$ref: the document does not refer to its own event; write \
             `\"$ref\": \"#/definitions/ping\"`, as the published documents do",
        );
        refused(
            &Folder::new().with("play", &document("ping")),
            "FOLDER/play.json#/$ref: the document does not refer to its own event; write \
             `\"$ref\": \"#/definitions/play\"`, as the published documents do",
        );
    }

    #[test]
    fn shared_definitions_that_differ() {
        let mut play = document("play");
        put(&mut play, "/definitions/qoeData/properties/b", json!({ "type": "string" }));
        refused(
            &Folder::of(&document("ping")).with("play", &play),
            "FOLDER/ping.json#/definitions/qoeData: differs from the definition of the same name \
             in FOLDER/play.json; make the two identical, or give one of them another name",
        );
    }

    #[test]
    fn definitions_that_contain_themselves() {
        set(
            "/definitions/ping/properties/params",
            json!({ "$ref": "#/definitions/ping" }),
            "FOLDER/ping.json#/definitions/ping: the definition `ping` contains itself; describe \
             the nesting to a fixed depth",
        );
        set(
            "/definitions/qoeData/properties/again",
            json!({ "$ref": "#/definitions/qoeData" }),
            "FOLDER/ping.json#/definitions/qoeData: the definition `qoeData` contains itself; \
             describe the nesting to a fixed depth",
        );

        let mut ping = document("ping");
        put(&mut ping, X, json!({ "$ref": "#/definitions/a" }));
        put(&mut ping, "/definitions/a", json!({ "$ref": "#/definitions/b" }));
        put(
            &mut ping,
            "/definitions/b",
            json!({ "type": "array", "items": { "$ref": "#/definitions/a" } }),
        );
        refused(
            &Folder::of(&ping),
            "FOLDER/ping.json#/definitions/a: the definition `a` contains itself; describe the \
             nesting to a fixed depth",
        );
    }

    #[test]
    fn a_definition_that_is_an_event_type() {
        let mut ping = document("ping");
        put(&mut ping, X, json!({ "$ref": "#/definitions/play" }));
        put(&mut ping, "/definitions/play", json!({ "type": "string" }));
        refused(
            &Folder::of(&ping).with("play", &document("play")),
            "FOLDER/ping.json#/definitions/ping/properties/params/properties/x/$ref: `play` is an \
             event type, and no event can be part of another; give the definition another name",
        );
    }
}

mod split {
    use super::*;

    #[test]
    fn an_event_that_is_not_closed() {
        set(
            "/definitions/ping/additionalProperties",
            json!(true),
            "FOLDER/ping.json#/definitions/ping: the event is not a closed object; write \
             `\"additionalProperties\": false`, as the published documents do",
        );
        taken_away(
            "/definitions/ping/additionalProperties",
            "FOLDER/ping.json#/definitions/ping: the event is not a closed object; write \
             `\"additionalProperties\": false`, as the published documents do",
        );
    }

    #[test]
    fn an_envelope_member_that_is_not_known() {
        set(
            "/definitions/ping/properties/more~1",
            json!({}),
            "FOLDER/ping.json#/definitions/ping/properties/more~1: an event's own members are \
             eventType, playerTime, params, customMetadata and qoeData; there is no place for \
             another; describe it under `params`, or teach the generator the new envelope",
        );
    }

    #[test]
    fn an_event_type_that_is_not_its_own() {
        for tag in [
            json!({ "type": "string", "enum": ["play"] }),
            json!({ "type": "string", "enum": ["ping", "play"] }),
            json!({ "type": "string" }),
        ] {
            set(
                "/definitions/ping/properties/eventType",
                tag,
                "FOLDER/ping.json#/definitions/ping/properties/eventType: the event type is not \
                 required to be exactly `ping`; write `\"enum\": [\"ping\"]` and list eventType \
                 in `required`",
            );
        }
        set(
            "/definitions/ping/required",
            json!(["playerTime"]),
            "FOLDER/ping.json#/definitions/ping/properties/eventType: the event type is not \
             required to be exactly `ping`; write `\"enum\": [\"ping\"]` and list eventType in \
             `required`",
        );
        set(
            "/definitions/ping",
            json!({ "type": "object", "additionalProperties": false }),
            "FOLDER/ping.json#/definitions/ping/properties: the event type is not required to be \
             exactly `ping`; write `\"enum\": [\"ping\"]` and list eventType in `required`",
        );
    }

    #[test]
    fn a_player_time_that_is_not_the_shared_one() {
        set(
            "/definitions/ping/required",
            json!(["eventType"]),
            "FOLDER/ping.json#/definitions/ping/properties/playerTime: the event does not require \
             the shared definition `playerTime`; refer to #/definitions/playerTime and list \
             playerTime in `required`",
        );
        set(
            "/definitions/ping/properties/playerTime",
            json!({ "type": "number" }),
            "FOLDER/ping.json#/definitions/ping/properties/playerTime: the event does not require \
             the shared definition `playerTime`; refer to #/definitions/playerTime and list \
             playerTime in `required`",
        );
        set(
            "/definitions/ping/properties/playerTime",
            json!({ "$ref": "#/definitions/qoeData" }),
            "FOLDER/ping.json#/definitions/ping/properties/playerTime: the event does not require \
             the shared definition `playerTime`; refer to #/definitions/playerTime and list \
             playerTime in `required`",
        );
        let mut ping = document("ping");
        remove(&mut ping, "/definitions/ping/properties/playerTime");
        put(&mut ping, "/definitions/ping/required", json!(["eventType"]));
        refused(
            &Folder::of(&ping),
            "FOLDER/ping.json#/definitions/ping/properties: the event does not require the shared \
             definition `playerTime`; refer to #/definitions/playerTime and list playerTime in \
             `required`",
        );
    }

    #[test]
    fn a_player_time_that_the_library_cannot_hold() {
        set(
            "/definitions/playerTime",
            json!({ "type": "number" }),
            "FOLDER/ping.json#/definitions/playerTime: the shared definition `playerTime` is not \
             an object with named members; describe playhead and ts in its `properties`",
        );
        taken_away(
            "/definitions/playerTime/additionalProperties",
            "FOLDER/ping.json#/definitions/playerTime: the player time is not a closed object; \
             write `\"additionalProperties\": false`, as the published documents do",
        );
        set(
            "/definitions/playerTime/properties/zone",
            json!({ "type": "string" }),
            "FOLDER/ping.json#/definitions/playerTime/properties/zone: the player time holds more \
             than numbers and booleans; teach the generator to do without `Copy` there",
        );
    }

    #[test]
    fn params_without_named_members() {
        for params in [
            json!({ "type": "string" }),
            json!({ "type": "object" }),
            json!({ "type": "object", "additionalProperties": { "type": "string" } }),
            json!({ "$ref": "#/definitions/customMetadata" }),
        ] {
            set(
                PARAMS,
                params,
                "FOLDER/ping.json#/definitions/ping/properties/params: `params` is not an object \
                 with named members; list the parameters in `properties`",
            );
        }
    }

    #[test]
    fn metadata_and_quality_that_are_not_the_shared_ones() {
        set(
            "/definitions/ping/properties/customMetadata",
            json!({ "type": "object" }),
            "FOLDER/ping.json#/definitions/ping/properties/customMetadata: `customMetadata` is \
             not the shared definition of that name; refer to #/definitions/customMetadata",
        );
        set(
            "/definitions/ping/properties/customMetadata",
            json!({ "$ref": "#/definitions/qoeData" }),
            "FOLDER/ping.json#/definitions/ping/properties/customMetadata: `customMetadata` is \
             not the shared definition of that name; refer to #/definitions/customMetadata",
        );
        set(
            "/definitions/ping/properties/qoeData",
            json!({ "type": "object", "properties": { "a": {} }, "additionalProperties": false }),
            "FOLDER/ping.json#/definitions/ping/properties/qoeData: `qoeData` is not the shared \
             definition of that name; refer to #/definitions/qoeData",
        );
        set(
            "/definitions/ping/properties/qoeData",
            json!({ "$ref": "#/definitions/playerTime" }),
            "FOLDER/ping.json#/definitions/ping/properties/qoeData: `qoeData` is not the shared \
             definition of that name; refer to #/definitions/qoeData",
        );
        set(
            "/definitions/qoeData",
            json!({ "type": "string" }),
            "FOLDER/ping.json#/definitions/ping/properties/qoeData: `qoeData` is not the shared \
             definition of that name; refer to #/definitions/qoeData",
        );
    }

    #[test]
    fn metadata_and_quality_that_are_required() {
        for key in ["customMetadata", "qoeData"] {
            let required = json!(["eventType", "playerTime", key]);
            let message = format!(
                "FOLDER/ping.json#/definitions/ping/required: `{key}` cannot be required: every \
                 event may leave it out; take {key} off the list"
            );
            set("/definitions/ping/required", required, &message);
        }
    }

    #[test]
    fn a_folder_without_quality_of_experience() {
        taken_away(
            "/definitions/ping/properties/qoeData",
            "FOLDER#: no event of the folder refers to an object definition `qoeData`; describe \
             it and refer to it, as the published documents do",
        );
    }

    #[test]
    fn keys_that_meet_in_one_field() {
        for (left, right, field) in [
            ("media.ad.name", "media.name", "name"),
            ("a.b", "a_b", "a_b"),
            ("a.b", "aB", "a_b"),
            // The builder's two setters for what is optional.
            ("a", "maybe_a", "maybe_a"),
        ] {
            let message = format!(
                "FOLDER/ping.json#{PARAMS}/properties/{right}: `{left}` and `{right}` would both \
                 be the field `{field}`; teach the generator another name for one of them"
            );
            set(&format!("{PARAMS}/properties"), json!({ left: {}, right: {} }), &message);
        }
    }

    #[test]
    fn keys_without_a_field_name() {
        for key in ["", "media.", "extra", "build", "maybeExtra", "é"] {
            let place = format!("{PARAMS}/properties/{key}");
            let message = format!(
                "FOLDER/ping.json#{place}: the key `{key}` gives no usable field name; teach the \
                 generator a name for it"
            );
            set(&place, json!({}), &message);
        }
    }

    #[test]
    fn events_that_meet_in_one_variant() {
        let folder = Folder::new().with("adStart", &document("adStart"));
        refused(
            &folder.with("ad_start", &document("ad_start")),
            "FOLDER/ad_start.json#/definitions/ad_start: the event and that of \
             FOLDER/adStart.json#/definitions/adStart would both be the variant `AdStart`; teach \
             the generator another name for one of them",
        );
    }

    #[test]
    fn events_with_a_name_of_the_library() {
        for (event_type, variant, constructor) in [
            ("other", "Other", "other"),
            ("self", "Self", "self_"),
            ("new", "New", "new"),
            ("withQoe", "WithQoe", "with_qoe"),
        ] {
            let message = format!(
                "FOLDER/{event_type}.json#/definitions/{event_type}: the variant `{variant}` or \
                 the constructor `{constructor}` of the event belongs to the library; teach the \
                 generator another name for it"
            );
            refused(&Folder::new().with(event_type, &document(event_type)), &message);
        }
    }

    /// `ping` with a definition or two that `x` and `y` refer to.
    fn with_definitions(names: &[&str], schema: &Value) -> Folder {
        let mut ping = document("ping");
        for (key, name) in ["x", "y"].iter().zip(names) {
            let reference = json!({ "$ref": format!("#/definitions/{name}") });
            put(&mut ping, &format!("{PARAMS}/properties/{key}"), reference);
            put(&mut ping, &format!("/definitions/{name}"), schema.clone());
        }
        Folder::of(&ping)
    }

    #[test]
    fn definitions_that_meet_in_one_type() {
        let object = json!({ "type": "object", "properties": { "a": {} } });
        let choice = json!({ "type": "string", "enum": ["a"] });
        refused(
            &with_definitions(&["state", "State"], &object),
            "FOLDER/ping.json#/definitions/State: the Rust name `State` is also that of \
             FOLDER/ping.json#/definitions/state; give the definition or the key another name",
        );
        refused(
            &with_definitions(&["state", "State"], &choice),
            "FOLDER/ping.json#/definitions/State: the Rust name `State` is also that of \
             FOLDER/ping.json#/definitions/state; give the definition or the key another name",
        );
        refused(
            &with_definitions(&["pingParams"], &object),
            "FOLDER/ping.json#/definitions/ping/properties/params: the Rust name `PingParams` is \
             also that of FOLDER/ping.json#/definitions/pingParams; give the definition or the \
             key another name",
        );
        refused(
            &with_definitions(&["state", "stateVisitor"], &object),
            "FOLDER/ping.json#/definitions/stateVisitor: the Rust name `StateVisitor` is also \
             that of FOLDER/ping.json#/definitions/state; give the definition or the key another \
             name",
        );
        refused(
            &with_definitions(&["state", "stateBuilder"], &object),
            "FOLDER/ping.json#/definitions/stateBuilder: the Rust name `StateBuilder` is also \
             that of FOLDER/ping.json#/definitions/state; give the definition or the key another \
             name",
        );
        refused(
            &with_definitions(&["aB", "ab"], &object),
            "FOLDER/ping.json#/definitions/ab: the Rust name `AB` is also that of \
             FOLDER/ping.json#/definitions/aB; give the definition or the key another name",
        );
    }

    #[test]
    fn definitions_with_a_name_of_the_library() {
        let object = json!({ "type": "object", "properties": { "a": {} } });
        for (name, item) in
            [("event", "Event"), ("option", "Option"), ("EventShapes", "EVENT_SHAPES")]
        {
            let message = format!(
                "FOLDER/ping.json#/definitions/{name}: the Rust name `{item}` belongs to the \
                 library; give the definition or the key another name"
            );
            refused(&with_definitions(&[name], &object), &message);
        }
    }

    #[test]
    fn definitions_without_a_type_name() {
        let object = json!({ "type": "object", "properties": { "a": {} } });
        for (name, made) in [("", ""), ("self", "Self"), ("2d", "2d"), ("-", "")] {
            let message = format!(
                "FOLDER/ping.json#/definitions/{name}: its Rust name would be `{made}`, which no \
                 type can have; give the definition or the key another name"
            );
            refused(&with_definitions(&[name], &object), &message);
        }
    }

    #[test]
    fn values_without_a_variant_of_their_own() {
        set_x(
            json!({ "type": "string", "enum": ["on-demand", "onDemand"] }),
            "/enum: `on-demand` and `onDemand` would both be the variant `OnDemand`; move the \
             known values to the key's entry in annotations.json",
        );
        set_x(
            json!({ "type": "string", "enum": ["a", "a"] }),
            "/enum: `a` and `a` would both be the variant `A`; move the known values to the key's \
             entry in annotations.json",
        );
        set_x(
            json!({ "type": "string", "enum": ["1080p"] }),
            "/enum: the value `1080p` gives no Rust name; move the known values to the key's \
             entry in annotations.json",
        );
        set_x(
            json!({ "type": "string", "enum": ["self"] }),
            "/enum: the value `self` gives no Rust name; move the known values to the key's entry \
             in annotations.json",
        );
        set_x(
            json!({ "type": "string", "enum": [""] }),
            "/enum: the value `` gives no Rust name; move the known values to the key's entry in \
             annotations.json",
        );
    }
}

mod annotations {
    use super::*;

    #[track_caller]
    fn annotated(annotations: Value, message: &str) {
        let mut ping = document("ping");
        put(&mut ping, &format!("{PARAMS}/properties/y"), json!({ "type": "integer" }));
        put(&mut ping, &format!("{PARAMS}/properties/z"), json!({ "type": "integer" }));
        // The same key in two types, and a key that gives a module of the same name.
        put(&mut ping, &format!("{PARAMS}/properties/w"), json!({ "type": "string" }));
        put(&mut ping, "/definitions/qoeData/properties/w", json!({ "type": "string" }));
        put(&mut ping, "/definitions/qoeData/properties/media.x", json!({ "type": "string" }));
        let message = format!("FOLDER/annotations.json#{message}");
        let folder = Folder::of(&ping);
        refused(&folder.with_text("annotations.json", &annotations.to_string()), &message);
    }

    /// The member of the entry of the key `x`.
    #[track_caller]
    fn member(name: &str, value: Value, message: &str) {
        annotated(json!({ "keys": { "x": { name: value } } }), message);
    }

    #[test]
    fn a_file_that_cannot_be_read() {
        let folder = Folder::of(&document("ping"));
        let gone = folder.path().join("gone.json");
        let error = media_collection_codegen::generate(folder.path(), Some(&gone)).unwrap_err();
        let error = error.to_string().replace(&*folder.path().to_string_lossy(), "FOLDER");
        let reason = std::fs::read(&gone).unwrap_err();
        assert_eq!(
            error,
            format!("FOLDER/gone.json#: cannot be read: {reason}; check the path and its rights")
        );
        refused(
            &folder.with_text("annotations.json", "[1"),
            "FOLDER/annotations.json#: is not JSON: EOF while parsing a list at line 1 column 2; \
             fetch or write the file again",
        );
    }

    #[test]
    fn sections_and_entries() {
        annotated(json!([]), ": is not an object; write `{ name: entry, ... }`");
        annotated(
            json!({ "key": {} }),
            "/key: is not a section of the annotations; the sections are events, types and keys",
        );
        annotated(json!({ "keys": [] }), "/keys: is not an object; write `{ name: entry, ... }`");
        annotated(
            json!({ "events": { "ping": "doc" } }),
            "/events/ping: is not an object; write `{ name: entry, ... }`",
        );
        annotated(
            json!({ "types": { "a/b": { "docs": "" } } }),
            "/types/a~1b/docs: is not a member of an annotation; the members are doc, unit, \
             source, minimum, maximum, minLength, pattern, personal, managed, values and \
             enumName",
        );
    }

    #[test]
    fn members_of_another_type() {
        member("doc", json!(1), "/keys/x/doc: is not a string; write a string");
        member("unit", json!(1), "/keys/x/unit: is not a string; write a string");
        member("source", json!(1), "/keys/x/source: is not a string; write a string");
        member(
            "enumName",
            json!(1),
            "/keys/x/enumName: is not the name of a Rust type, as `AuthState`; write the name of \
             a Rust type, as `AuthState`",
        );
        member("minimum", json!("0"), "/keys/x/minimum: is not a number; write a number");
        member("maximum", json!("0"), "/keys/x/maximum: is not a number; write a number");
        member(
            "minLength",
            json!(-1),
            "/keys/x/minLength: is not a whole number; write a whole number",
        );
        member(
            "minLength",
            json!(0.5),
            "/keys/x/minLength: is not a whole number; write a whole number",
        );
        member(
            "personal",
            json!("yes"),
            "/keys/x/personal: is not true or false; write true or false",
        );
        member(
            "managed",
            json!("yes"),
            "/keys/x/managed: is not true or false; write true or false",
        );
        member(
            "pattern",
            json!(1),
            "/keys/x/pattern: is not the pattern ^[a-zA-Z0-9_\\.]{1,64}$; write the pattern \
             ^[a-zA-Z0-9_\\.]{1,64}$",
        );
        member("values", json!("a"), "/keys/x/values: is not a list; write a list");
    }

    #[test]
    fn another_pattern() {
        member(
            "pattern",
            json!("^a"),
            "/keys/x/pattern: is not the pattern ^[a-zA-Z0-9_\\.]{1,64}$; write the pattern \
             ^[a-zA-Z0-9_\\.]{1,64}$",
        );
    }

    #[test]
    fn a_required_key_that_the_library_would_manage() {
        annotated(
            json!({ "keys": { "PlayerTime/ts": { "managed": true } } }),
            "/keys/PlayerTime~1ts/managed: the key is required, so the library cannot manage it; \
             remove managed",
        );
    }

    #[test]
    fn known_values() {
        for value in [
            json!("a"),
            json!({ "name": "A" }),
            json!({ "value": "a" }),
            json!({ "value": 0.5, "name": "A" }),
            json!({ "value": "a", "name": "1A" }),
            json!({ "value": "a", "name": "type" }),
            json!({ "value": "a", "name": "A", "doc": 1 }),
            json!({ "value": "a", "name": "A", "docs": "" }),
        ] {
            member(
                "values",
                json!([value]),
                "/keys/x/values/0: is not a known value with its name; write `{\"value\": ..., \
                 \"name\": ..., \"doc\": ...}`: a string or an integer, a Rust name and a text",
            );
        }
        member(
            "values",
            json!([{ "value": "a", "name": "A" }, { "value": "b", "name": "A" }]),
            "/keys/x/values/1: repeats the value or the name of another; remove one of them",
        );
        member(
            "values",
            json!([{ "value": "a", "name": "A" }, { "value": "a", "name": "B" }]),
            "/keys/x/values/1: repeats the value or the name of another; remove one of them",
        );
        member(
            "values",
            json!([{ "value": "a", "name": "A" }, { "value": 1, "name": "B" }]),
            "/keys/x/values: not every value is a string, as the key's are; list strings",
        );
    }

    #[test]
    fn known_values_that_meet_in_one_module() {
        let values = |value: &str| json!({ "values": [{ "value": value, "name": "A" }] });
        annotated(
            json!({ "keys": { "x": values("a"), "media.x": values("b") } }),
            "/keys/media.x/values: the module `x` already holds other values of `x`; list the \
             same values, or only those of one key",
        );
        annotated(
            json!({ "keys": { "w": values("a"), "QoeData/w": values("b") } }),
            "/keys/QoeData~1w/values: the module `w` already holds other values of `w`; list the \
             same values, or only those of one key",
        );
    }

    #[test]
    fn names_of_enums() {
        let values = json!([{ "value": 0, "name": "A" }]);
        let named = |name: &str| json!({ "enumName": name, "values": values });
        for name in ["", "authState", "Vec<i64>", "Self", "A::B"] {
            annotated(
                json!({ "keys": { "y": named(name) } }),
                "/keys/y/enumName: is not the name of a Rust type, as `AuthState`; write the name \
                 of a Rust type, as `AuthState`",
            );
        }
        annotated(
            json!({ "keys": { "y": named("QoeData") } }),
            "/keys/y/enumName: the Rust name `QoeData` is also that of \
             FOLDER/ping.json#/definitions/qoeData; choose another name",
        );
        annotated(
            json!({ "keys": { "y": named("PingParamsBuilder") } }),
            "/keys/y/enumName: the Rust name `PingParamsBuilder` is also that of \
             FOLDER/ping.json#/definitions/ping/properties/params; choose another name",
        );
        annotated(
            json!({ "keys": { "y": named("Event") } }),
            "/keys/y/enumName: the Rust name `Event` belongs to the library; choose another name",
        );
        annotated(
            json!({ "keys": { "PingParams/x": named("Auth") } }),
            "/keys/PingParams~1x/enumName: the key is no integer, so it cannot be the enum Auth; \
             remove enumName",
        );
    }

    #[test]
    fn values_of_enums() {
        let keys = |y: Value, z: Value| {
            json!({ "keys": {
                "y": { "enumName": "Auth", "values": y },
                "PingParams/z": { "enumName": "Auth", "values": z },
            } })
        };
        let zero = json!([{ "value": 0, "name": "A" }]);
        annotated(
            keys(zero.clone(), json!([{ "value": 1, "name": "A" }])),
            "/keys/PingParams~1z/enumName: the enum Auth has other values elsewhere; list the \
             same values, or choose another name",
        );
        annotated(
            keys(zero.clone(), json!([{ "value": "0", "name": "A" }])),
            "/keys/PingParams~1z/values: not every value can be a variant of the enum Auth; list \
             integers, with names other than Other",
        );
        annotated(
            keys(zero, json!([{ "value": 0, "name": "Other" }])),
            "/keys/PingParams~1z/values: not every value can be a variant of the enum Auth; list \
             integers, with names other than Other",
        );
    }
}
