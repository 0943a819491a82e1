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
         `ping`; write `\"enum\": [\"ping\"]` and list eventType in `required`",
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
    let mut ping = schema_of("ping");
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
fn a_player_time_that_the_library_cannot_represent() {
    set(
        "/definitions/playerTime",
        json!({ "type": "number" }),
        "FOLDER/ping.json#/definitions/playerTime: the shared definition `playerTime` is not \
         an object with named members; describe playhead and ts in its `properties`",
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
         neither a number nor a boolean; extend the generator, which makes `PlayerTime` a `Copy` \
         type",
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
             event may leave it out; remove it from `required`"
        );
        set("/definitions/ping/required", required, &message);
    }
}

#[test]
fn a_folder_without_quality_of_experience() {
    taken_away(
        "/definitions/ping/properties/qoeData",
        "FOLDER#: no event of the folder refers to an object definition `qoeData`; define it and \
         refer to it, as the published schemas do",
    );
}
