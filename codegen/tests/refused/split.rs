//! Errors in events and their members.

use serde_json::json;

use super::common::{Folder, put, remove, schema_of};
use super::{PARAMS, refused, set, taken_away};

#[test]
fn an_event_that_is_not_closed() {
    set(
        "/definitions/ping/additionalProperties",
        json!(true),
        "FOLDER/ping.json#/definitions/ping: the event is not a closed object; write \
         `\"additionalProperties\": false`, as the published schemas do",
    );
    taken_away(
        "/definitions/ping/additionalProperties",
        "FOLDER/ping.json#/definitions/ping: the event is not a closed object; write \
         `\"additionalProperties\": false`, as the published schemas do",
    );
}

#[test]
fn an_envelope_member_that_is_not_known() {
    set(
        "/definitions/ping/properties/more~1",
        json!({}),
        "FOLDER/ping.json#/definitions/ping/properties/more~1: an event has no members but \
         eventType, playerTime, params, customMetadata and qoeData; move it to `params`, or \
         extend the generator",
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
            "FOLDER/ping.json#/definitions/ping/properties/eventType: `eventType` is not required \
             to be exactly `ping`; write `\"enum\": [\"ping\"]` and list eventType in `required`",
        );
    }
    set(
        "/definitions/ping/required",
        json!(["playerTime"]),
        "FOLDER/ping.json#/definitions/ping/properties/eventType: `eventType` is not required to \
         be exactly `ping`; write `\"enum\": [\"ping\"]` and list eventType in `required`",
    );
    set(
        "/definitions/ping",
        json!({ "type": "object", "additionalProperties": false }),
        "FOLDER/ping.json#/definitions/ping/properties: `eventType` is not required to be exactly \
         `ping`; write `\"enum\": [\"ping\"]` and list eventType in `required`\n\
         FOLDER/ping.json#/definitions/ping/properties: the event does not require a `playerTime`; \
         refer to #/definitions/playerTime and list playerTime in `required`",
    );
}

#[test]
fn a_player_time_that_is_not_the_shared_one() {
    set(
        "/definitions/ping/required",
        json!(["eventType"]),
        "FOLDER/ping.json#/definitions/ping/properties/playerTime: the event does not require \
         a `playerTime`; refer to #/definitions/playerTime and list playerTime in `required`",
    );
    set(
        "/definitions/ping/properties/playerTime",
        json!({ "type": "number" }),
        "FOLDER/ping.json#/definitions/ping/properties/playerTime: the player time is not an object \
         with named members; describe playhead and ts in its `properties`",
    );
    set(
        "/definitions/ping/properties/playerTime",
        json!({ "$ref": "#/definitions/qoeData" }),
        "FOLDER/ping.json#/definitions/qoeData: the player time has no `ts`, by which events are \
         ordered; describe ts in its `properties`, and list it in `required`",
    );
    let mut ping = schema_of("ping");
    remove(&mut ping, "/definitions/ping/properties/playerTime");
    put(&mut ping, "/definitions/ping/required", json!(["eventType"]));
    refused(
        &Folder::of(&ping),
        "FOLDER/ping.json#/definitions/ping/properties: the event does not require a \
         `playerTime`; refer to #/definitions/playerTime and list playerTime in \
         `required`",
    );
}

#[test]
fn a_player_time_that_the_library_cannot_represent() {
    set(
        "/definitions/playerTime",
        json!({ "type": "number" }),
        "FOLDER/ping.json#/definitions/playerTime: the player time is not an object \
         with named members; describe playhead and ts in its `properties`",
    );
    taken_away(
        "/definitions/playerTime/additionalProperties",
        "FOLDER/ping.json#/definitions/playerTime: the player time is not a closed object; \
         write `\"additionalProperties\": false`, as the published schemas do",
    );
    set(
        "/definitions/playerTime/properties/zone",
        json!({ "type": "string" }),
        "FOLDER/ping.json#/definitions/playerTime/properties/zone: a member of the player time is \
         not a number, a boolean or one of a list of strings; move it to `params`: the player time \
         is copied with every event",
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
fn metadata_and_quality_of_another_form() {
    for metadata in [
        json!({ "type": "object" }),
        json!({ "$ref": "#/definitions/qoeData" }),
        json!({ "type": "object", "additionalProperties": { "type": "string" } }),
    ] {
        set(
            "/definitions/ping/properties/customMetadata",
            metadata,
            "FOLDER/ping.json#/definitions/ping/properties/customMetadata: `customMetadata` is not \
             an object of strings with the published key pattern; refer to \
             #/definitions/customMetadata",
        );
    }
    for quality in [json!({ "type": "string" }), json!({ "$ref": "#/definitions/customMetadata" })]
    {
        set(
            "/definitions/ping/properties/qoeData",
            quality,
            "FOLDER/ping.json#/definitions/ping/properties/qoeData: `qoeData` is not an object \
             with named members; list the members in `properties`",
        );
    }
}

#[test]
fn parts_that_may_be_null() {
    for key in ["playerTime", "params", "customMetadata", "qoeData"] {
        let mut ping = schema_of("ping");
        let pointer = format!("/definitions/ping/properties/{key}");
        let part = ping.pointer(&pointer).unwrap().clone();
        put(&mut ping, &pointer, json!({ "oneOf": [{ "type": "null" }, part] }));
        let refusal = Folder::of(&ping).refusal();
        let message = format!(
            "FOLDER/ping.json#{pointer}: the library has no value for a `{key}` that is null; \
             remove null from what is allowed: an event leaves the member out instead"
        );
        // An inner schema in place of the reference has a place of its own.
        assert!(refusal.contains("has no value for a"), "{refusal}");
        assert!(refusal.replace("/oneOf/1", "").starts_with(&message), "{refusal}");
    }
}

#[test]
fn empty_parts_that_are_required() {
    for key in ["customMetadata", "qoeData"] {
        let mut ping = schema_of("ping");
        put(&mut ping, "/definitions/ping/required", json!(["eventType", "playerTime", key]));
        let empty = json!({ "type": "object", "additionalProperties": false });
        put(&mut ping, &format!("/definitions/ping/properties/{key}"), empty);
        refused(
            &Folder::of(&ping),
            &format!(
                "FOLDER/ping.json#/definitions/ping/properties/{key}: `{key}` is required, but \
                 must be empty; remove it from `required`"
            ),
        );
    }
}

/// What the library computes with.
#[test]
fn timestamps_and_playheads_that_are_no_numbers() {
    let time = "FOLDER/ping.json#/definitions/playerTime";
    let mut ping = schema_of("ping");
    remove(&mut ping, "/definitions/playerTime/properties/ts");
    put(&mut ping, "/definitions/playerTime/required", json!(["playhead"]));
    refused(
        &Folder::of(&ping),
        &format!(
            "{time}: the player time has no `ts`, by which events are ordered; describe ts in its \
             `properties`, and list it in `required`"
        ),
    );
    set(
        "/definitions/playerTime/required",
        json!(["playhead"]),
        &format!(
            "{time}/properties/ts: `ts`, by which events are ordered, is not required; list ts in \
             `required`"
        ),
    );
    for schema in [json!({ "type": "string" }), json!({ "type": ["integer", "null"] })] {
        set(
            "/definitions/playerTime/properties/ts",
            schema,
            &format!(
                "{time}/properties/ts: `ts`, by which events are ordered, is not a number; write \
                 the type integer or number, without null"
            ),
        );
    }
    set(
        "/definitions/playerTime/properties/playhead",
        json!({ "type": "boolean" }),
        &format!(
            "{time}/properties/playhead: `playhead` is not a number; write the type number or \
             integer"
        ),
    );
}
