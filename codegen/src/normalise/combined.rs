//! Combined schemas: a choice between `null` and one other schema, or a list of one.

use serde_json::{Map, Value};

use super::{Checked, Document, NULLABLE, draft};
use crate::error::below;

/// Replaces `allOf`, `anyOf` and `oneOf` by the one schema that they mean, if there is one.
pub(super) fn resolve(
    document: &mut Document<'_>,
    pointer: &str,
    members: &mut Map<String, Value>,
) -> Checked {
    for keyword in ["allOf", "anyOf", "oneOf"] {
        let Some(value) = members.get(keyword) else { continue };
        let refuse = |problem: String| {
            let remedy = "write a single schema; for a value that may be null, write one schema and \
                          {\"type\": \"null\"}";
            Err(document.error(pointer, keyword, &problem, remedy))
        };
        let Some(list) = value.as_array().filter(|list| !list.is_empty()) else {
            return refuse(format!("`{keyword}` is not a list of schemas"));
        };
        let is_null = |schema: &&Value| is_only_null(schema);
        let nulls = if keyword == "allOf" { 0 } else { list.iter().filter(is_null).count() };
        let mut others = list.iter().enumerate().filter(|(_, it)| nulls == 0 || !is_only_null(it));
        let (Some((at, chosen)), None) = (others.next(), others.next()) else {
            return refuse(format!("`{keyword}` has no single Rust type"));
        };
        if nulls > 1 && keyword == "oneOf" {
            return refuse("`oneOf` allows null twice, so that null is not valid".to_owned());
        }
        if keyword == "oneOf" && nulls == 1 && takes_null(chosen) {
            return refuse(
                "both schemas of the `oneOf` allow null, so that null is not valid".into(),
            );
        }
        let Value::Object(chosen) = chosen.clone() else {
            return refuse(format!("`{keyword}` has no single Rust type"));
        };
        let beside = members
            .keys()
            .find(|key| *key != keyword && *key != "description" && !draft::is_annotation(key));
        if let Some(beside) = beside {
            return Err(document.error(
                pointer,
                beside,
                &format!("`{beside}` next to `{keyword}` has no single Rust type"),
                "write a single schema",
            ));
        }
        let from = below(&below(pointer, keyword), &at.to_string());
        document.moved.push((pointer.to_owned(), from));
        let description = members.get("description").cloned();
        *members = chosen;
        if let Some(description) = description {
            members.insert("description".to_owned(), description);
        }
        if nulls > 0 {
            members.insert(NULLABLE.to_owned(), true.into());
        }
        // The chosen schema may be a combined one in turn.
        return resolve_again(document, pointer, members);
    }
    Ok(())
}

/// As [`resolve`], and keeps that the outer schema allows null.
fn resolve_again(
    document: &mut Document<'_>,
    pointer: &str,
    members: &mut Map<String, Value>,
) -> Checked {
    let nullable = members.remove(NULLABLE);
    resolve(document, pointer, members)?;
    if let Some(nullable) = nullable {
        members.insert(NULLABLE.to_owned(), nullable);
    }
    Ok(())
}

/// Whether a schema allows null and nothing else.
fn is_only_null(schema: &Value) -> bool {
    let is_null = |schema: &Value| {
        let named = schema
            .get("type")
            .is_some_and(|named| named == "null" || *named == serde_json::json!(["null"]));
        let constant = schema.get("const").is_some_and(Value::is_null);
        let listed = schema.get("enum").is_some_and(|values| *values == serde_json::json!([null]));
        named || constant || listed
    };
    let only = ["type", "const", "enum", "description"];
    is_null(schema)
        && schema.as_object().is_some_and(|members| {
            members.keys().all(|key| only.contains(&key.as_str()) || draft::is_annotation(key))
        })
}

/// Whether a schema allows null, as far as it says so itself. That of a reference does not: the types
/// of the published definitions are objects.
fn takes_null(schema: &Value) -> bool {
    if schema.get("$ref").is_some() {
        return false;
    }
    let by_enum = schema
        .get("enum")
        .and_then(Value::as_array)
        .is_none_or(|values| values.iter().any(Value::is_null));
    let by_type = match schema.get("type") {
        None => true,
        Some(Value::Array(names)) => names.iter().any(|name| name == "null"),
        Some(name) => name == "null",
    };
    by_enum && by_type && schema.get("properties").is_none()
}
