//! The keywords of objects and arrays, and those that are refused.

use serde_json::{Map, Value};

use super::{Checked, Document, Draft, METADATA_PATTERN, NULLABLE};
use crate::error::{Error, below};
use crate::load;

/// Removes members that do not change which values are valid.
pub(super) fn drop_meaningless(draft: Draft, members: &mut Map<String, Value>) {
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
    // Without combined schemas it says the same as `additionalProperties`.
    if draft >= Draft::Draft2019
        && !members.contains_key("additionalProperties")
        && let Some(rest) = members.remove("unevaluatedProperties")
    {
        members.insert("additionalProperties".to_owned(), rest);
    }
    let is_object = match members.get("type") {
        Some(Value::Array(names)) => names.iter().any(|name| name == "object"),
        Some(name) => name == "object",
        None => members.contains_key("properties"),
    };
    if is_object {
        // `true` and the empty schema mean the same as a missing `additionalProperties`.
        let further = members.get("additionalProperties");
        if further.is_some_and(|further| *further == Value::Bool(true) || is_empty(further)) {
            members.remove("additionalProperties");
        }
    }
}

/// Checks that the later stages know every keyword, and that its value has the right type.
pub(super) fn keywords(
    document: &Document<'_>,
    pointer: &str,
    members: &Map<String, Value>,
) -> Checked {
    for (key, value) in load::sorted(members) {
        if let Some(expected) = expected_instead(key, value) {
            return Err(document.error(
                pointer,
                key,
                &format!("`{key}` is not {expected}"),
                &format!("write {expected}"),
            ));
        }
        let (problem, remedy) = match key.as_str() {
            "definitions" | "$defs" => (
                format!("only the `{key}` at the root of a schema can be referred to"),
                "move them there",
            ),
            "$ref"
            | "description"
            | "type"
            | "properties"
            | "required"
            | "additionalProperties"
            | "patternProperties"
            | "items"
            | "enum"
            | "const"
            | "minimum"
            | "maximum"
            | "exclusiveMinimum"
            | "exclusiveMaximum"
            | "minLength"
            | "maxLength"
            | "pattern"
            | NULLABLE => continue,
            "multipleOf" | "minItems" | "maxItems" | "uniqueItems" | "minProperties"
            | "maxProperties" => (
                format!("the keyword `{key}` is not enforced by the library"),
                "remove it, and describe it in the `doc` of the key's entry in annotations.json",
            ),
            "not" | "if" | "then" | "else" => {
                (format!("`{key}` has no single Rust type"), "write a single schema")
            }
            "nullable" => (
                "the keyword `nullable` is not one of JSON Schema".to_owned(),
                "write \"null\" as a second name in `type`",
            ),
            other => (
                format!("the keyword `{other}` is not supported"),
                "remove it, or extend the generator",
            ),
        };
        return Err(document.error(pointer, key, &problem, remedy));
    }
    Ok(())
}

/// The type of value that the drafts require for the keyword, if the value has another one.
fn expected_instead(keyword: &str, value: &Value) -> Option<&'static str> {
    let (fits, expected) = match keyword {
        "properties" | "patternProperties" => (value.is_object(), "an object of schemas"),
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

/// Checks that the keywords of an object or an array go together.
pub(super) fn check(
    document: &Document<'_>,
    pointer: &str,
    members: &Map<String, Value>,
) -> Checked {
    let refuse = |token: &str, problem: &str, remedy: &str| {
        Err(document.error(pointer, token, problem, remedy))
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
    patterns(document, pointer, members)?;
    let properties = members.get("properties").and_then(Value::as_object);
    let required = members.get("required").and_then(Value::as_array);
    for (at, name) in required.into_iter().flatten().enumerate() {
        let name = name.as_str().unwrap_or_default();
        if !properties.is_some_and(|known| known.contains_key(name)) {
            return Err(Error::new(
                document.file,
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

fn patterns(document: &Document<'_>, pointer: &str, members: &Map<String, Value>) -> Checked {
    let refuse = |problem: &str, remedy: &str| {
        Err(document.error(pointer, "patternProperties", problem, remedy))
    };
    let Some(patterns) = members.get("patternProperties").and_then(Value::as_object) else {
        return Ok(());
    };
    if patterns.len() != 1 {
        return refuse("the object has more than one key pattern", "keep a single pattern");
    }
    if members.contains_key("properties") {
        return refuse(
            "the object has both a key pattern and `properties`",
            "list the keys in `properties`, or keep only the pattern",
        );
    }
    let is_metadata = patterns.iter().all(|(pattern, values)| {
        pattern.replace(r"\.", ".") == METADATA_PATTERN.replace(r"\.", ".")
            && values.get("type").is_some_and(|name| name == "string")
            && values.as_object().is_some_and(|members| {
                let known = |key: &str| {
                    key == "type" || key == "description" || super::draft::is_annotation(key)
                };
                members.keys().all(|key| known(key))
            })
    });
    if !is_metadata || members.get("additionalProperties") != Some(&Value::Bool(false)) {
        return refuse(
            &format!(
                "the only supported key pattern is {METADATA_PATTERN}, with string values in a \
                 closed object"
            ),
            "write custom metadata so, or list the keys in `properties`",
        );
    }
    Ok(())
}
