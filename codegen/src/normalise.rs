//! Stage 2: draft-04 and its quirks, brought to the one form that the later stages read.
//!
//! What changes no meaning is rewritten: empty `required`, boolean `exclusiveMinimum`, members
//! beside `$ref`, `id` and `title`, an enum of integers without `type`. What would be lost or
//! misread further on is refused, with the place and what to do. A keyword that is not known
//! here is refused as well, so that nothing is ever dropped in silence.

use serde_json::{Map, Value};

use crate::error::{Error, below};

/// The key pattern that `CustomMetadata` implements.
pub(crate) const METADATA_PATTERN: &str = r"^[a-zA-Z0-9_\.]+$";

/// Rewrites the schema in place.
pub(crate) fn document(file: &str, root: &mut Value) -> Result<(), Error> {
    schema(file, "", root)
}

fn schema(file: &str, pointer: &str, value: &mut Value) -> Result<(), Error> {
    let refuse = |token: &str, problem: &str, remedy: &str| {
        let pointer = if token.is_empty() { pointer.to_owned() } else { below(pointer, token) };
        Err(Error::new(file, pointer, problem, remedy))
    };
    let Value::Object(members) = value else {
        return refuse("", "a schema must be an object", "write a JSON Schema draft-04 object");
    };

    if let Some(reference) = members.get("$ref") {
        match reference.as_str().and_then(|target| target.strip_prefix("#/definitions/")) {
            Some(name) if !name.contains('/') => {}
            _ => {
                return refuse(
                    "$ref",
                    "the reference leaves the document's own definitions",
                    "copy what it names into `definitions` and refer to it as #/definitions/NAME",
                );
            }
        }
        // Draft-04 ignores what stands beside `$ref`; at the root the definitions stay.
        let kept = ["$ref", "description", "definitions", "$schema"];
        members.retain(|key, _| kept.contains(&key.as_str()));
    }
    members.remove("id");
    members.remove("title");
    members.remove("$schema");
    members.remove("default");
    if members.get("required").and_then(Value::as_array).is_some_and(Vec::is_empty) {
        members.remove("required");
    }
    exclusive_bounds(members);
    if members.contains_key("properties") && !members.contains_key("type") {
        // The published documents leave it out on the event itself; only objects can be meant.
        members.insert("type".to_owned(), "object".into());
    }
    if is_integer_enum(members) && !members.contains_key("type") {
        members.insert("type".to_owned(), "integer".into());
    }

    for key in members.keys() {
        match key.as_str() {
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
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
                return refuse(
                    key,
                    &format!("the numeric bound `{key}` has no Rust type that keeps it"),
                    "move it to the key's entry in annotations.json",
                );
            }
            "minLength" | "maxLength" | "pattern" | "format" => {
                return refuse(
                    key,
                    &format!("the string rule `{key}` has no Rust type that keeps it"),
                    "move it to the key's entry in annotations.json",
                );
            }
            "allOf" | "anyOf" | "oneOf" | "not" => {
                return refuse(
                    key,
                    &format!("`{key}` has no single Rust type"),
                    "write the one shape that is meant",
                );
            }
            other => {
                return refuse(
                    other,
                    &format!("the keyword `{other}` is not understood"),
                    "remove it, or teach the generator what it means",
                );
            }
        }
    }
    types_and_enums(file, pointer, members)?;
    objects(file, pointer, members)?;

    for container in ["definitions", "properties", "patternProperties"] {
        if let Some(Value::Object(inner)) = members.get_mut(container) {
            let pointer = below(pointer, container);
            for (name, sub) in inner.iter_mut() {
                schema(file, &below(&pointer, name), sub)?;
            }
        }
    }
    for single in ["items", "additionalProperties"] {
        if let Some(sub @ (Value::Object(_) | Value::Array(_))) = members.get_mut(single) {
            schema(file, &below(pointer, single), sub)?;
        }
    }
    Ok(())
}

/// Draft-04 writes `"minimum": 0, "exclusiveMinimum": true`; later drafts and typify a number.
fn exclusive_bounds(members: &mut Map<String, Value>) {
    for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        match members.get(exclusive) {
            Some(Value::Bool(true)) => {
                if let Some(limit) = members.remove(bound) {
                    members.insert(exclusive.to_owned(), limit);
                }
            }
            Some(Value::Bool(false)) => {
                members.remove(exclusive);
            }
            _ => {}
        }
    }
}

fn is_integer_enum(members: &Map<String, Value>) -> bool {
    members
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| !values.is_empty() && values.iter().all(Value::is_i64))
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
                "the type is not a single one of string, integer, number, boolean, object, array",
                "write the one type that is meant; a member that may be absent is left out of \
                 `required`",
            ));
        }
    }
    let Some(values) = members.get("enum") else { return Ok(()) };
    let strings = values
        .as_array()
        .is_some_and(|values| !values.is_empty() && values.iter().all(Value::is_string));
    if !(strings && members.get("type").and_then(Value::as_str) == Some("string")) {
        return Err(Error::new(
            file,
            below(pointer, "enum"),
            "the enum is not a list of strings beside `\"type\": \"string\"`",
            "move the known values to the key's entry in annotations.json",
        ));
    }
    Ok(())
}

fn objects(file: &str, pointer: &str, members: &Map<String, Value>) -> Result<(), Error> {
    let refuse = |token: &str, problem: &str, remedy: &str| {
        Err(Error::new(file, below(pointer, token), problem, remedy))
    };
    let is_object = members.get("type").and_then(Value::as_str) == Some("object");
    for keyword in ["properties", "patternProperties", "additionalProperties", "required"] {
        if members.contains_key(keyword) && !is_object {
            return refuse(
                keyword,
                &format!("`{keyword}` stands beside a type that is not object"),
                "write `\"type\": \"object\"`, or remove it",
            );
        }
    }
    if members.contains_key("items") && members.get("type").and_then(Value::as_str) != Some("array")
    {
        return refuse(
            "items",
            "`items` stands beside a type that is not array",
            "write `\"type\": \"array\"`, or remove it",
        );
    }
    if let Some(patterns) = members.get("patternProperties") {
        let patterns = patterns.as_object().cloned().unwrap_or_default();
        if patterns.len() != 1 {
            return refuse(
                "patternProperties",
                "more than one key pattern in one object would be lost",
                "keep a single pattern",
            );
        }
        if members.contains_key("properties") {
            return refuse(
                "patternProperties",
                "a key pattern beside `properties` would be lost",
                "list the keys in `properties`, or keep only the pattern",
            );
        }
        let is_metadata = patterns.iter().all(|(pattern, values)| {
            pattern == METADATA_PATTERN
                && values.get("type").and_then(Value::as_str) == Some("string")
        });
        if !is_metadata || members.get("additionalProperties") != Some(&Value::Bool(false)) {
            return refuse(
                "patternProperties",
                &format!(
                    "the only key pattern that has a Rust type is {METADATA_PATTERN}, with string \
                     values in a closed object"
                ),
                "write custom metadata so, or list the keys in `properties`",
            );
        }
    }
    let properties = members.get("properties").and_then(Value::as_object);
    if let Some(required) = members.get("required") {
        let names = required.as_array().cloned().unwrap_or_default();
        for name in &names {
            let known = name
                .as_str()
                .is_some_and(|name| properties.is_some_and(|known| known.contains_key(name)));
            if !known {
                return refuse(
                    "required",
                    &format!("the required member {name} is not in `properties`"),
                    "describe it in `properties`, or take it off the list",
                );
            }
        }
    }
    if properties.is_some_and(|known| !known.is_empty())
        && members.get("additionalProperties").is_some_and(Value::is_object)
    {
        return refuse(
            "additionalProperties",
            "a schema for further members beside `properties` has no Rust type",
            "close the object with false, or keep only one of the two",
        );
    }
    Ok(())
}
