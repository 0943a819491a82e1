//! The keywords `type`, `enum` and `const`.

use serde_json::{Map, Value};

use super::{Checked, Document, Draft, NULLABLE};

/// Adds a type where the other keywords leave only one.
pub(super) fn complete(draft: Draft, members: &mut Map<String, Value>) {
    if members.contains_key("properties") && !members.contains_key("type") {
        // The published schemas leave it out on events. Only objects have properties.
        members.insert("type".to_owned(), "object".into());
    }
    if members.contains_key("type") {
        return;
    }
    let listed = members.get("enum").and_then(Value::as_array).cloned();
    let constant = members.get("const").cloned().map(|value| vec![value]);
    let Some(values) = listed.or(constant) else { return };
    // In draft-04 `1.0` equals 1 but is no integer, so an enum of integers allows a number.
    let name_of = |value: &Value| match name_of(value) {
        "integer" if !draft.takes_point_in_integers() => "number",
        name => name,
    };
    let mut names: Vec<&str> = values.iter().map(name_of).collect();
    names.sort_unstable();
    names.dedup();
    let names: Vec<&str> = match names.as_slice() {
        // Whether a number is an integer depends on the draft; the values decide anyway.
        [one] => vec![one],
        ["integer", "number"] => vec!["number"],
        ["null", "object"] | ["array", "null"] => return,
        ["null", other] | [other, "null"] => vec![other, "null"],
        ["integer", "null", "number"] => vec!["number", "null"],
        _ => return,
    };
    members.insert("type".to_owned(), names.into());
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Reduces `type` to one name, with `nullable` beside it, and `enum` to values of that type.
pub(super) fn normalise(
    document: &Document<'_>,
    pointer: &str,
    members: &mut Map<String, Value>,
) -> Checked {
    // From a choice with null, which holds whatever the enum says.
    let by_choice = members.contains_key(NULLABLE);
    one_type(document, pointer, members)?;
    values(document, pointer, members, by_choice)
}

fn one_type(document: &Document<'_>, pointer: &str, members: &mut Map<String, Value>) -> Checked {
    let Some(named) = members.get("type") else { return Ok(()) };
    let list = match named {
        Value::Array(names) => names.iter().map(|name| name.as_str().unwrap_or("")).collect(),
        name => vec![name.as_str().unwrap_or("")],
    };
    let mut others: Vec<&str> = list.iter().copied().filter(|name| *name != "null").collect();
    if others.contains(&"number") {
        others.retain(|name| *name != "integer");
    }
    others.dedup();
    let known = ["string", "integer", "number", "boolean", "object", "array"];
    let [name] = others[..] else {
        let remedy = if others.is_empty() {
            "remove the member from `properties`, or write the type of its value as well"
        } else {
            "write one type, or that type and \"null\""
        };
        let problem = "the type is not one of string, integer, number, boolean, object and array, \
                       alone or with null";
        return Err(document.error(pointer, "type", problem, remedy));
    };
    if !known.contains(&name) {
        let problem = "the type is not one of string, integer, number, boolean, object and array, \
                       alone or with null";
        let remedy = "write one type, or that type and \"null\"";
        return Err(document.error(pointer, "type", problem, remedy));
    }
    let nullable = list.contains(&"null");
    let name = name.to_owned();
    members.insert("type".to_owned(), name.into());
    if nullable {
        members.insert(NULLABLE.to_owned(), true.into());
    }
    Ok(())
}

fn values(
    document: &Document<'_>,
    pointer: &str,
    members: &mut Map<String, Value>,
    by_choice: bool,
) -> Checked {
    let wanted = members.get("type").and_then(Value::as_str).map(str::to_owned);
    let mut takes_null = members.contains_key(NULLABLE);
    for keyword in ["enum", "const"] {
        let Some(given) = members.get(keyword).cloned() else { continue };
        let list = match (keyword, given) {
            ("enum", Value::Array(list)) if !list.is_empty() => list,
            ("const", value) => vec![value],
            _ => {
                let problem = "`enum` is not a list of values";
                return Err(document.error(pointer, keyword, problem, "list the values"));
            }
        };
        if list.iter().any(|value| value.is_array() || value.is_object()) {
            let problem = format!("`{keyword}` has a value that is an object or an array");
            let remedy = "describe the members of the object instead";
            return Err(document.error(pointer, keyword, &problem, remedy));
        }
        let fits = |value: &&Value| wanted.as_ref().is_none_or(|name| is_of(name, value));
        let kept: Vec<Value> = list.iter().filter(fits).cloned().collect();
        let has_null = list.iter().any(Value::is_null);
        if kept.is_empty() {
            let problem = format!("no value of `{keyword}` has the type of the member");
            let remedy = "remove the member, or correct the type";
            return Err(document.error(pointer, keyword, &problem, remedy));
        }
        takes_null &= has_null || by_choice || wanted.is_none();
        let kept = if keyword == "enum" { kept.into() } else { kept[0].clone() };
        members.insert(keyword.to_owned(), kept);
    }
    if !takes_null {
        members.remove(NULLABLE);
    }
    Ok(())
}

fn is_of(name: &str, value: &Value) -> bool {
    match name {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "number" => value.is_number(),
        _ => false,
    }
}
