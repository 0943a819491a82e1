//! Stage 2: brings the schemas into the form that the later stages expect.
//!
//! Parts that do not affect validity are removed or completed: empty `required`,
//! `exclusiveMinimum: false`, members next to `$ref`, `id` and `title`, an enum of strings without
//! `type`. Keywords that the bindings cannot enforce are refused, and so are unknown ones, so that
//! nothing is dropped silently.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::error::{Error, below};
use crate::load;

/// The key pattern that `CustomMetadata` implements.
pub(crate) const METADATA_PATTERN: &str = r"^[a-zA-Z0-9_\.]+$";

/// Rewrites the schema in place.
pub(crate) fn root(file: &str, root: &mut Value) -> Result<(), Error> {
    schema(file, "", root)
}

fn schema(file: &str, pointer: &str, value: &mut Value) -> Result<(), Error> {
    let refuse = |token: &str, problem: &str, remedy: &str| {
        Err(Error::new(file, below(pointer, token), problem, remedy))
    };
    let Value::Object(members) = value else {
        let remedy = "write a JSON Schema draft-04 object";
        return Err(Error::new(file, pointer, "a schema must be an object", remedy));
    };

    if members.get("$schema").is_some_and(|draft| !reads_as_draft_04(draft)) {
        return refuse(
            "$schema",
            "the schema is not written in draft-04, draft-06 or draft-07",
            "write it in draft-04, like the published ones",
        );
    }
    if let Some(reference) = members.get("$ref") {
        match reference.as_str().and_then(|target| target.strip_prefix("#/definitions/")) {
            Some(name) if !name.contains('/') => {}
            _ => {
                return refuse(
                    "$ref",
                    "the reference is not to one of the schema's own definitions",
                    "copy its target into `definitions`, and refer to it as #/definitions/NAME",
                );
            }
        }
        // Draft-04 ignores the members next to `$ref`. The definitions at the root are still needed.
        let at_root = pointer.is_empty();
        members.retain(|key, _| {
            key == "$ref" || key == "description" || (at_root && key == "definitions")
        });
    }
    drop_meaningless(members);
    if members.contains_key("properties") && !members.contains_key("type") {
        // The published schemas leave it out on events. Only objects have properties.
        members.insert("type".to_owned(), "object".into());
    }
    if members.get("enum").is_some_and(is_list_of_strings) && !members.contains_key("type") {
        members.insert("type".to_owned(), "string".into());
    }

    keywords(file, pointer, members)?;
    types_and_enums(file, pointer, members)?;
    objects(file, pointer, members)?;

    for container in ["definitions", "properties", "patternProperties"] {
        if let Some(Value::Object(inner)) = members.get_mut(container) {
            let pointer = below(pointer, container);
            let sorted: BTreeMap<_, _> = inner.iter_mut().collect();
            for (name, sub) in sorted {
                schema(file, &below(&pointer, name), sub)?;
            }
        }
    }
    for single in ["items", "additionalProperties"] {
        if let Some(sub @ Value::Object(_)) = members.get_mut(single) {
            schema(file, &below(pointer, single), sub)?;
        }
    }
    Ok(())
}

/// Checks that the later stages know every keyword, and that its value has the right type.
fn keywords(file: &str, pointer: &str, members: &Map<String, Value>) -> Result<(), Error> {
    let refuse = |token: &str, problem: &str, remedy: &str| {
        Err(Error::new(file, below(pointer, token), problem, remedy))
    };
    for (key, value) in load::sorted(members) {
        if let Some(expected) = expected_instead(key, value) {
            return refuse(
                key,
                &format!("`{key}` is not {expected}"),
                &format!("write {expected}"),
            );
        }
        match key.as_str() {
            "definitions" if !pointer.is_empty() => {
                return refuse(
                    key,
                    "only the `definitions` at the root of a schema can be referred to",
                    "move them there",
                );
            }
            "$ref"
            | "description"
            | "definitions"
            | "type"
            | "properties"
            | "required"
            | "additionalProperties"
            | "patternProperties"
            | "items"
            | "enum" => {}
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf"
            | "minLength" | "maxLength" | "pattern" | "format" => {
                let has_entry = ["minimum", "maximum", "minLength"].contains(&key.as_str());
                return refuse(
                    key,
                    &format!("the keyword `{key}` cannot be enforced by a Rust type"),
                    if has_entry {
                        "move it to the key's entry in annotations.json"
                    } else {
                        "describe it in the `doc` of the key's entry in annotations.json"
                    },
                );
            }
            "allOf" | "anyOf" | "oneOf" | "not" => {
                return refuse(
                    key,
                    &format!("`{key}` has no single Rust type"),
                    "write a single schema",
                );
            }
            other => {
                return refuse(
                    other,
                    &format!("the keyword `{other}` is not supported"),
                    "remove it, or extend the generator",
                );
            }
        }
    }
    Ok(())
}

/// In drafts 6 and 7 the supported keywords have the same meaning as in draft-04.
fn reads_as_draft_04(draft: &Value) -> bool {
    let draft = draft.as_str().unwrap_or_default().trim_end_matches('#');
    let draft = draft.split_once("://json-schema.org/").map(|(_, draft)| draft);
    matches!(draft, Some("draft-04/schema" | "draft-06/schema" | "draft-07/schema"))
}

/// Removes members that do not change which values are valid.
fn drop_meaningless(members: &mut Map<String, Value>) {
    for annotation in ["$schema", "id", "title", "default"] {
        members.remove(annotation);
    }
    // A boolean in draft-04; false is the default.
    for exclusive in ["exclusiveMinimum", "exclusiveMaximum"] {
        if members.get(exclusive) == Some(&Value::Bool(false)) {
            members.remove(exclusive);
        }
    }
    let is_empty = |value: &Value| match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(inner) => inner.is_empty(),
        _ => false,
    };
    if members.get("required").is_some_and(|names| names.is_array() && is_empty(names)) {
        members.remove("required");
    }
    if members.get("patternProperties").is_some_and(|known| known.is_object() && is_empty(known)) {
        members.remove("patternProperties");
    }
    let is_object = members.get("type").is_some_and(|name| name == "object");
    if is_object || members.contains_key("properties") {
        // `true` and the empty schema mean the same as a missing `additionalProperties`.
        let further = members.get("additionalProperties");
        if further.is_some_and(|further| *further == Value::Bool(true) || is_empty(further)) {
            members.remove("additionalProperties");
        }
    }
}

/// The type of value that draft-04 requires for the keyword, if the value has another one.
fn expected_instead(keyword: &str, value: &Value) -> Option<&'static str> {
    let (fits, expected) = match keyword {
        "definitions" | "properties" | "patternProperties" => {
            (value.is_object(), "an object of schemas")
        }
        "additionalProperties" => {
            (value.is_boolean() || value.is_object(), "a boolean or a schema")
        }
        "items" => (value.is_object(), "one schema for every item"),
        "required" => (is_list_of_strings(value), "a list of names"),
        "description" => (value.is_string(), "a string"),
        _ => (true, ""),
    };
    (!fits).then_some(expected)
}

fn is_list_of_strings(value: &Value) -> bool {
    value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(Value::is_string))
}

fn types_and_enums(file: &str, pointer: &str, members: &Map<String, Value>) -> Result<(), Error> {
    match members.get("type") {
        None => {}
        Some(Value::String(name))
            if matches!(
                name.as_str(),
                "string" | "integer" | "number" | "boolean" | "object" | "array"
            ) => {}
        Some(_) => {
            return Err(Error::new(
                file,
                below(pointer, "type"),
                "the type is not exactly one of string, integer, number, boolean, object, array",
                "write a single type; for an optional member, leave its key out of `required`",
            ));
        }
    }
    let Some(values) = members.get("enum") else { return Ok(()) };
    if !is_list_of_strings(values) || members.get("type").is_none_or(|name| name != "string") {
        return Err(Error::new(
            file,
            below(pointer, "enum"),
            "the enum is not a list of strings with `\"type\": \"string\"`",
            "move the known values to the key's entry in annotations.json",
        ));
    }
    Ok(())
}

fn objects(file: &str, pointer: &str, members: &Map<String, Value>) -> Result<(), Error> {
    let refuse = |token: &str, problem: &str, remedy: &str| {
        Err(Error::new(file, below(pointer, token), problem, remedy))
    };
    let is_type = |wanted: &str| members.get("type").is_some_and(|name| name == wanted);
    for keyword in ["properties", "patternProperties", "additionalProperties", "required"] {
        if members.contains_key(keyword) && !is_type("object") {
            return refuse(
                keyword,
                &format!("`{keyword}` is used, but the type is not object"),
                "write `\"type\": \"object\"`, or remove it",
            );
        }
    }
    if members.contains_key("items") && !is_type("array") {
        return refuse(
            "items",
            "`items` is used, but the type is not array",
            "write `\"type\": \"array\"`, or remove it",
        );
    }
    if let Some(patterns) = members.get("patternProperties").and_then(Value::as_object) {
        if patterns.len() != 1 {
            return refuse(
                "patternProperties",
                "the object has more than one key pattern",
                "keep a single pattern",
            );
        }
        if members.contains_key("properties") {
            return refuse(
                "patternProperties",
                "the object has both a key pattern and `properties`",
                "list the keys in `properties`, or keep only the pattern",
            );
        }
        let is_metadata = patterns.iter().all(|(pattern, values)| {
            pattern == METADATA_PATTERN
                && values.get("type").is_some_and(|name| name == "string")
                && values.get("enum").is_none()
        });
        if !is_metadata || members.get("additionalProperties") != Some(&Value::Bool(false)) {
            return refuse(
                "patternProperties",
                &format!(
                    "the only supported key pattern is {METADATA_PATTERN}, with string values in \
                     a closed object"
                ),
                "write custom metadata so, or list the keys in `properties`",
            );
        }
    }
    let properties = members.get("properties").and_then(Value::as_object);
    let required = members.get("required").and_then(Value::as_array);
    for (at, name) in required.into_iter().flatten().enumerate() {
        let name = name.as_str().unwrap_or_default();
        if !properties.is_some_and(|known| known.contains_key(name)) {
            return Err(Error::new(
                file,
                below(&below(pointer, "required"), &at.to_string()),
                format!("the required member `{name}` is not in `properties`"),
                "describe it in `properties`, or remove it from `required`",
            ));
        }
    }
    if properties.is_some() && members.get("additionalProperties").is_some_and(Value::is_object) {
        return refuse(
            "additionalProperties",
            "no Rust type has both `properties` and a schema for other members",
            "close the object with false, or keep only one of the two",
        );
    }
    Ok(())
}
