//! Stage 2: draft-04 and its quirks, brought to the one form that the later stages read.
//!
//! What changes no meaning is rewritten: empty `required`, `exclusiveMinimum: false`, members
//! next to `$ref`, `id` and `title`, an enum of strings without `type`. What would be lost or
//! misread further on is refused, with the place and what to do. A keyword that is not known
//! here is refused as well, so that nothing is ever dropped in silence.

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
            "the draft is not one that reads as draft-04 does",
            "write the schema in draft-04, as the published ones are",
        );
    }
    if let Some(reference) = members.get("$ref") {
        match reference.as_str().and_then(|target| target.strip_prefix("#/definitions/")) {
            Some(name) if !name.contains('/') => {}
            _ => {
                return refuse(
                    "$ref",
                    "the reference leaves the schema's own definitions",
                    "copy what it names into `definitions` and refer to it as #/definitions/NAME",
                );
            }
        }
        // Draft-04 ignores what stands next to `$ref`; at the root the definitions stay.
        let at_root = pointer.is_empty();
        members.retain(|key, _| {
            key == "$ref" || key == "description" || (at_root && key == "definitions")
        });
    }
    drop_what_says_nothing(members);
    if members.contains_key("properties") && !members.contains_key("type") {
        // The published schemas leave it out on the event itself; only objects can be meant.
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

/// Every keyword is one that the later stages read, with a value that they expect.
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
                    &format!("the rule `{key}` has no Rust type that keeps it"),
                    if has_entry {
                        "move it to the key's entry in annotations.json"
                    } else {
                        "say it in the `doc` of the key's entry in annotations.json"
                    },
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
    Ok(())
}

/// Drafts 6 and 7 give the keywords that are taken here the same meaning; later ones do not.
fn reads_as_draft_04(draft: &Value) -> bool {
    let draft = draft.as_str().unwrap_or_default().trim_end_matches('#');
    let draft = draft.split_once("://json-schema.org/").map(|(_, draft)| draft);
    matches!(draft, Some("draft-04/schema" | "draft-06/schema" | "draft-07/schema"))
}

/// Removes members that leave the set of valid values as it is.
fn drop_what_says_nothing(members: &mut Map<String, Value>) {
    for annotation in ["$schema", "id", "title", "default"] {
        members.remove(annotation);
    }
    // Draft-04 has a boolean here, and false is what holds without it.
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
        // `true` and the empty schema let everything in, as no word about it does.
        let further = members.get("additionalProperties");
        if further.is_some_and(|further| *further == Value::Bool(true) || is_empty(further)) {
            members.remove("additionalProperties");
        }
    }
}

/// What the keyword takes in draft-04, if the value is something else.
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
                "the type is not a single one of string, integer, number, boolean, object, array",
                "write the one type that is meant; a member that may be absent is left out of \
                 `required`",
            ));
        }
    }
    let Some(values) = members.get("enum") else { return Ok(()) };
    if !is_list_of_strings(values) || members.get("type").is_none_or(|name| name != "string") {
        return Err(Error::new(
            file,
            below(pointer, "enum"),
            "the enum is not a list of strings next to `\"type\": \"string\"`",
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
                &format!("`{keyword}` stands next to a type that is not object"),
                "write `\"type\": \"object\"`, or remove it",
            );
        }
    }
    if members.contains_key("items") && !is_type("array") {
        return refuse(
            "items",
            "`items` stands next to a type that is not array",
            "write `\"type\": \"array\"`, or remove it",
        );
    }
    if let Some(patterns) = members.get("patternProperties").and_then(Value::as_object) {
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
                "a key pattern next to `properties` would be lost",
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
                    "the only key pattern that has a Rust type is {METADATA_PATTERN}, with string \
                     values in a closed object"
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
                "describe it in `properties`, or take it off the list",
            ));
        }
    }
    if properties.is_some() && members.get("additionalProperties").is_some_and(Value::is_object) {
        return refuse(
            "additionalProperties",
            "a schema for further members next to `properties` has no Rust type",
            "close the object with false, or keep only one of the two",
        );
    }
    Ok(())
}
