//! Rust names.

use serde_json::{Value, json};

use super::common::{Folder, document, put};
use super::{PARAMS, refused, set, set_x};

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
fn events_with_a_variant_of_the_library() {
    for (event_type, variant) in [("other", "Other"), ("self", "Self")] {
        let message = format!(
            "FOLDER/{event_type}.json#/definitions/{event_type}: the variant `{variant}` of the \
             event belongs to the library; teach the generator another name for it"
        );
        refused(&Folder::new().with(event_type, &document(event_type)), &message);
    }
}

#[test]
fn events_with_a_function_of_the_library() {
    for (event_type, constructor) in [
        ("new", "new"),
        ("withQoe", "with_qoe"),
        // Hidden from users, or of a trait that is implemented for events.
        ("addOriginal", "add_original"),
        ("envelope", "envelope"),
        ("read", "read"),
        ("deserialize", "deserialize"),
        // A method of the recorder.
        ("record", "record"),
        ("last", "last"),
    ] {
        let message = format!(
            "FOLDER/{event_type}.json#/definitions/{event_type}: the constructor `{constructor}` \
             of the event belongs to the library; teach the generator another name for it"
        );
        refused(&Folder::new().with(event_type, &document(event_type)), &message);
    }
}

/// `a` takes its parameters in a second constructor.
#[test]
fn events_that_meet_in_one_constructor() {
    let folder = Folder::new().with("a", &document("a"));
    refused(
        &folder.with("aWithParams", &document("aWithParams")),
        "FOLDER/aWithParams.json#/definitions/aWithParams: the event and that of \
         FOLDER/a.json#/definitions/a would both have the constructor `a_with_params`; teach the \
         generator another name for one of them",
    );
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
        &with_definitions(&["state", "stateBuilder"], &object),
        "FOLDER/ping.json#/definitions/stateBuilder: the Rust name `StateBuilder` is also \
         that of FOLDER/ping.json#/definitions/state; give the definition or the key another \
         name",
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
