//! Conflicts between Rust names.

use serde_json::{Value, json};

use super::common::{Folder, put, schema_of};
use super::{PARAMS, refused, set};

#[test]
fn keys_with_the_same_field() {
    for (left, right, field) in [
        ("media.ad.name", "media.name", "name"),
        ("a.b", "a_b", "a_b"),
        ("a.b", "aB", "a_b"),
        // The two setters of an optional member.
        ("a", "maybe_a", "maybe_a"),
    ] {
        let message = format!(
            "FOLDER/ping.json#{PARAMS}/properties/{right}: `{left}` and `{right}` would both be \
             the field `{field}`; add a naming rule to the generator"
        );
        set(&format!("{PARAMS}/properties"), json!({ left: {}, right: {} }), &message);
    }
}

#[test]
fn keys_without_a_field_name() {
    for key in ["", "media.", "extra", "build", "maybeExtra", "é"] {
        let place = format!("{PARAMS}/properties/{key}");
        let message = format!(
            "FOLDER/ping.json#{place}: the key `{key}` cannot be converted to a field name; add a \
             naming rule to the generator"
        );
        set(&place, json!({}), &message);
    }
}

#[test]
fn events_with_the_same_variant() {
    let folder = Folder::new().with("adStart", &schema_of("adStart"));
    refused(
        &folder.with("ad_start", &schema_of("ad_start")),
        "FOLDER/ad_start.json#/definitions/ad_start: this event and the one at \
         FOLDER/adStart.json#/definitions/adStart would both be the variant `AdStart`; add a \
         naming rule to the generator",
    );
}

#[test]
fn events_with_a_variant_of_the_library() {
    for (event_type, variant) in [("other", "Other"), ("self", "Self")] {
        let message = format!(
            "FOLDER/{event_type}.json#/definitions/{event_type}: the variant `{variant}` of the \
             event belongs to the library; add a naming rule to the generator"
        );
        refused(&Folder::new().with(event_type, &schema_of(event_type)), &message);
    }
}

#[test]
fn events_with_a_function_of_the_library() {
    for (event_type, constructor) in [
        ("new", "new"),
        ("withQoe", "with_qoe"),
        // Functions that are private, or of a trait of `Event`.
        ("addOriginal", "add_original"),
        ("envelope", "envelope"),
        ("read", "read"),
        ("deserialize", "deserialize"),
        // A method of `Recorder`.
        ("record", "record"),
        ("last", "last"),
    ] {
        let message = format!(
            "FOLDER/{event_type}.json#/definitions/{event_type}: the constructor `{constructor}` \
             of the event belongs to the library; add a naming rule to the generator"
        );
        refused(&Folder::new().with(event_type, &schema_of(event_type)), &message);
    }
}

/// The second constructor of `a` is `a_with_params`.
#[test]
fn events_with_the_same_constructor() {
    let folder = Folder::new().with("a", &schema_of("a"));
    refused(
        &folder.with("aWithParams", &schema_of("aWithParams")),
        "FOLDER/aWithParams.json#/definitions/aWithParams: this event and the one at \
         FOLDER/a.json#/definitions/a would both have the constructor `a_with_params`; add a \
         naming rule to the generator",
    );
}

/// `ping` with one or two definitions that `x` and `y` refer to.
fn with_definitions(names: &[&str], schema: &Value) -> Folder {
    let mut ping = schema_of("ping");
    for (key, name) in ["x", "y"].iter().zip(names) {
        let reference = json!({ "$ref": format!("#/definitions/{name}") });
        put(&mut ping, &format!("{PARAMS}/properties/{key}"), reference);
        put(&mut ping, &format!("/definitions/{name}"), schema.clone());
    }
    Folder::of(&ping)
}

#[test]
fn definitions_with_the_same_type() {
    let object = json!({ "type": "object", "properties": { "a": {} } });
    let choice = json!({ "type": "string", "enum": ["a"] });
    refused(
        &with_definitions(&["state", "State"], &object),
        "FOLDER/ping.json#/definitions/State: the Rust name `State` is already used by \
         FOLDER/ping.json#/definitions/state; give the definition or the key another name",
    );
    refused(
        &with_definitions(&["state", "State"], &choice),
        "FOLDER/ping.json#/definitions/State: the Rust name `State` is already used by \
         FOLDER/ping.json#/definitions/state; give the definition or the key another name",
    );
    refused(
        &with_definitions(&["pingParams"], &object),
        "FOLDER/ping.json#/definitions/ping/properties/params: the Rust name `PingParams` is \
         already used by FOLDER/ping.json#/definitions/pingParams; give the definition or the key \
         another name",
    );
    refused(
        &with_definitions(&["state", "stateBuilder"], &object),
        "FOLDER/ping.json#/definitions/stateBuilder: the Rust name `StateBuilder` is already used \
         by FOLDER/ping.json#/definitions/state; give the definition or the key another name",
    );
}

#[test]
fn definitions_with_a_name_of_the_library() {
    let object = json!({ "type": "object", "properties": { "a": {} } });
    for (name, item) in [
        ("event", "Event"),
        ("option", "Option"),
        // Names at the root of the library.
        ("collector", "Collector"),
        ("incoming", "Incoming"),
        ("rejection", "Rejection"),
        ("reportedViolation", "ReportedViolation"),
        ("route", "Route"),
        // Names that the generated code imports, and its own.
        ("checker", "Checker"),
        ("members", "Members"),
        ("eventBody", "EventBody"),
        ("slots", "Slots"),
        ("member2", "Member2"),
        ("s", "S"),
    ] {
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
