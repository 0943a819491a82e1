//! Errors in annotations.

use serde_json::{Value, json};

use super::common::{Folder, put, schema_of};
use super::{PARAMS, refused};

#[track_caller]
fn annotated(annotations: Value, message: &str) {
    let mut ping = schema_of("ping");
    put(&mut ping, &format!("{PARAMS}/properties/y"), json!({ "type": "integer" }));
    put(&mut ping, &format!("{PARAMS}/properties/z"), json!({ "type": "integer" }));
    // The same key in two types, and a key whose module has the same name.
    put(&mut ping, &format!("{PARAMS}/properties/w"), json!({ "type": "string" }));
    put(&mut ping, "/definitions/qoeData/properties/w", json!({ "type": "string" }));
    put(&mut ping, "/definitions/qoeData/properties/media.x", json!({ "type": "string" }));
    let message = format!("FOLDER/annotations.json#{message}");
    let folder = Folder::of(&ping);
    refused(&folder.with_text("annotations.json", &annotations.to_string()), &message);
}

/// Sets a member in the entry of the key `x`.
#[track_caller]
fn member(name: &str, value: Value, message: &str) {
    annotated(json!({ "keys": { "x": { name: value } } }), message);
}

#[test]
fn a_file_that_cannot_be_read() {
    let folder = Folder::of(&schema_of("ping"));
    let gone = folder.path().join("gone.json");
    let error = media_collection_codegen::generate(folder.path(), Some(&gone)).unwrap_err();
    let error = error.to_string().replace(&*folder.path().to_string_lossy(), "FOLDER");
    let reason = std::fs::read(&gone).unwrap_err();
    assert_eq!(
        error,
        format!("FOLDER/gone.json#: cannot be read: {reason}; check the path and its permissions")
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
    member("personal", json!("yes"), "/keys/x/personal: is not true or false; write true or false");
    member("managed", json!("yes"), "/keys/x/managed: is not true or false; write true or false");
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
            "/keys/x/values/0: is not a known value; write `{\"value\": ..., \"name\": ..., \
             \"doc\": ...}`: a string or an integer, a Rust name and a text",
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
        "/keys/x/values: the key takes strings, and not every value here is one; list strings",
    );
}

#[test]
fn known_values_with_the_same_module() {
    let values = |value: &str| json!({ "values": [{ "value": value, "name": "A" }] });
    annotated(
        json!({ "keys": { "x": values("a"), "media.x": values("b") } }),
        "/keys/media.x/values: the module `x` already contains other values for `x`; list the \
         same values, or only those of one key",
    );
    annotated(
        json!({ "keys": { "w": values("a"), "QoeData/w": values("b") } }),
        "/keys/QoeData~1w/values: the module `w` already contains other values for `w`; list the \
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
        "/keys/y/enumName: the Rust name `QoeData` is already used by \
         FOLDER/ping.json#/definitions/qoeData; choose another name",
    );
    annotated(
        json!({ "keys": { "y": named("PingParamsBuilder") } }),
        "/keys/y/enumName: the Rust name `PingParamsBuilder` is already used by \
         FOLDER/ping.json#/definitions/ping/properties/params; choose another name",
    );
    annotated(
        json!({ "keys": { "y": named("Event") } }),
        "/keys/y/enumName: the Rust name `Event` belongs to the library; choose another name",
    );
    annotated(
        json!({ "keys": { "PingParams/x": named("Auth") } }),
        "/keys/PingParams~1x/enumName: the key is not an integer, so it cannot be the enum Auth; \
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
        "/keys/PingParams~1z/enumName: the enum Auth has other values at another key; list the \
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

#[test]
fn a_managed_key_whose_reader_has_the_name_of_another_function() {
    let mut ping = schema_of("ping");
    put(&mut ping, &format!("{PARAMS}/properties/check"), json!({ "type": "string" }));
    let annotations = json!({ "keys": { "check": { "managed": true } } });
    refused(
        &Folder::of(&ping).with_text("annotations.json", &annotations.to_string()),
        "FOLDER/annotations.json#/keys/check/managed: the method `check`, which would \
         read the key, already exists; remove managed",
    );
}

#[test]
fn entries_that_apply_to_nothing() {
    annotated(
        json!({ "events": { "ping": {}, "pings": { "doc": "Lost." } } }),
        "/events/pings: the entry applies to nothing: the folder has no schema for this event \
         type; correct the name, or remove the entry",
    );
    annotated(
        json!({ "types": { "PingParams": {}, "pingParams": { "doc": "Lost." } } }),
        "/types/pingParams: the entry applies to nothing: the schemas have no type of that name; \
         correct the name, or remove the entry",
    );
    for key in ["X", "QoeData/x", "pingParams/x", "media.qoe.bitrates"] {
        annotated(
            json!({ "keys": { "x": {}, key: { "personal": true } } }),
            &format!(
                "/keys/{}: the entry applies to nothing: no schema has this key, or every type \
                 that has it has an entry of its own; correct the name, or remove the entry",
                key.replace('/', "~1")
            ),
        );
    }
    annotated(
        json!({ "keys": { "PingParams/x": {}, "x": { "personal": true } } }),
        "/keys/x: the entry applies to nothing: no schema has this key, or every type that has it \
         has an entry of its own; correct the name, or remove the entry",
    );
}

/// Also entries for handwritten types of the library, and for the members of every event.
#[test]
fn entries_that_apply_to_something() {
    let annotations = json!({
        "events": { "ping": {} },
        "types": { "PingParams": {}, "QoeData": {}, "CustomMetadata": {}, "Auth": {} },
        "keys": {
            "x": {}, "PlayerTime/ts": {}, "eventType": {}, "params": {},
            "media.qoe.bitrate": { "enumName": "Auth" },
        },
    });
    let folder = Folder::of(&schema_of("ping"));
    folder.with_text("annotations.json", &annotations.to_string()).generate().unwrap();
}

/// Whoever copies the library's folder to change a schema copies the annotations, too.
#[test]
fn a_copy_of_the_annotations_is_of_no_folder() {
    let text = json!({ "keys": { "x": {}, "gone": { "managed": true } } }).to_string();
    let original = Folder::of(&schema_of("ping")).with_text("annotations.json", &text);
    let annotations = original.path().join("annotations.json");
    let copied = Folder::of(&schema_of("ping")).with_text("annotations.json", &text);
    media_collection_codegen::generate(copied.path(), Some(&annotations)).unwrap();
    let refused = media_collection_codegen::generate(original.path(), Some(&annotations));
    assert!(refused.unwrap_err().to_string().contains("/keys/gone: the entry applies to nothing"));

    let changed = copied.with_text("annotations.json", &text.replace("gone", "lost"));
    let refused = media_collection_codegen::generate(changed.path(), Some(&annotations));
    assert!(refused.unwrap_err().to_string().contains("/keys/lost: the entry applies to nothing"));
}
