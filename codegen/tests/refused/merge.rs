//! Errors in references and shared definitions.

use serde_json::json;

use super::common::{Folder, put, schema_of};
use super::{X, refused, set, set_x, taken_away};

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
fn a_schema_that_does_not_refer_to_its_event() {
    set(
        "/$ref",
        json!("#/definitions/playerTime"),
        "FOLDER/ping.json#/$ref: the schema does not refer to its own event; write \
         `\"$ref\": \"#/definitions/ping\"`, as the published schemas do",
    );
    taken_away(
        "/$ref",
        "FOLDER/ping.json#/$ref: the schema does not refer to its own event; write \
         `\"$ref\": \"#/definitions/ping\"`, as the published schemas do",
    );
    refused(
        &Folder::new().with("play", &schema_of("ping")),
        "FOLDER/play.json#/$ref: the schema does not refer to its own event; write \
         `\"$ref\": \"#/definitions/play\"`, as the published schemas do",
    );
}

/// The player time is one type for all events.
#[test]
fn player_times_that_differ() {
    let mut play = schema_of("play");
    put(&mut play, "/definitions/playerTime/properties/zone", json!({ "type": "integer" }));
    refused(
        &Folder::of(&schema_of("ping")).with("play", &play),
        "FOLDER/ping.json#/definitions/ping/properties/playerTime: the player time differs from \
         that at FOLDER/play.json#/definitions/playerTime; describe it in the same way in all \
         files: the library has one player time",
    );
}

/// A key of the quality of experience is one field in all events.
#[test]
fn qualities_with_other_types() {
    let mut play = schema_of("play");
    let bitrate = "/definitions/qoeData/properties/media.qoe.bitrate";
    put(&mut play, bitrate, json!({ "type": "string" }));
    refused(
        &Folder::of(&schema_of("ping")).with("play", &play),
        "FOLDER/ping.json#/definitions/qoeData/properties/media.qoe.bitrate: \
         `media.qoe.bitrate` has another type in the quality of experience at \
         FOLDER/play.json#/definitions/qoeData, and is the field `bitrate` in both; give it the \
         same type in both, or rename one of the keys",
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

    let mut ping = schema_of("ping");
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
    let mut ping = schema_of("ping");
    put(&mut ping, X, json!({ "$ref": "#/definitions/play" }));
    put(&mut ping, "/definitions/play", json!({ "type": "string" }));
    refused(
        &Folder::of(&ping).with("play", &schema_of("play")),
        "FOLDER/ping.json#/definitions/ping/properties/params/properties/x/$ref: `play` is an \
         event type, and no event can be part of another; give the definition another name",
    );
}
