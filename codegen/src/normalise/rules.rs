//! The keywords for numbers and strings.

use serde_json::{Map, Number, Value};

use super::{Checked, Document};
use crate::pattern;

const NUMBERS: [&str; 4] = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];
const STRINGS: [&str; 3] = ["minLength", "maxLength", "pattern"];

/// Removes what says nothing: a rule for another type, and a bound that excludes nothing.
pub(super) fn drop_meaningless(members: &mut Map<String, Value>) {
    // A boolean in draft-04; false is the default.
    for exclusive in ["exclusiveMinimum", "exclusiveMaximum"] {
        if members.get(exclusive) == Some(&Value::Bool(false)) {
            members.remove(exclusive);
        }
    }
    for nothing in ["minLength", "minItems", "minProperties"] {
        if members.get(nothing).and_then(Value::as_f64) == Some(0.0) {
            members.remove(nothing);
        }
    }
    if members.get("uniqueItems") == Some(&Value::Bool(false)) {
        members.remove("uniqueItems");
    }
}

/// Checks the values of the rules, and makes exclusive bounds numbers.
pub(super) fn normalise(
    document: &Document<'_>,
    pointer: &str,
    members: &mut Map<String, Value>,
) -> Checked {
    bounds(document, pointer, members)?;
    for keyword in ["minLength", "maxLength"] {
        let Some(given) = members.get(keyword) else { continue };
        let length = given.as_f64().filter(|length| length.fract() == 0.0 && *length >= 0.0);
        let Some(length) = length.filter(|length| *length < 4e9) else {
            let problem = format!("`{keyword}` is not a number of characters");
            return Err(document.error(pointer, keyword, &problem, "write a whole number"));
        };
        members.insert(keyword.to_owned(), (length as u64).into());
    }
    if let Some(given) = members.get("pattern") {
        let program = given.as_str().ok_or("it is not a string").and_then(pattern::compile);
        if let Err(problem) = program {
            return Err(document.error(
                pointer,
                "pattern",
                &format!("the pattern cannot be compiled: {problem}"),
                "write it with literals, classes, groups, alternatives and repetitions only, or \
                 remove it here and describe it in the key's entry in annotations.json",
            ));
        }
    }
    // A rule for values of another type never applies.
    let of_type = |names: &[&str]| {
        members.get("type").and_then(Value::as_str).is_none_or(|name| names.contains(&name))
    };
    let (is_number, is_string) = (of_type(&["integer", "number"]), of_type(&["string"]));
    members.retain(|key, _| {
        (is_number || !NUMBERS.contains(&key.as_str()))
            && (is_string || !STRINGS.contains(&key.as_str()))
    });
    Ok(())
}

fn bounds(document: &Document<'_>, pointer: &str, members: &mut Map<String, Value>) -> Checked {
    for (inclusive, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")]
    {
        if members.get(inclusive).is_some_and(|bound| !bound.is_number()) {
            let problem = format!("`{inclusive}` is not a number");
            return Err(document.error(pointer, inclusive, &problem, "write a number"));
        }
        match (members.get(exclusive).cloned(), document.draft.has_exclusive_numbers()) {
            (None, _) => {}
            (Some(Value::Bool(true)), false) => {
                members.remove(exclusive);
                let Some(bound) = members.remove(inclusive) else {
                    members.insert(exclusive.to_owned(), true.into());
                    let problem = format!("`{exclusive}` stands without `{inclusive}`");
                    let remedy = format!("write the bound as `{inclusive}`, or remove it");
                    return Err(document.error(pointer, exclusive, &problem, &remedy));
                };
                members.insert(exclusive.to_owned(), bound);
            }
            (Some(Value::Number(_)), true) => {}
            (Some(_), false) => {
                let problem = format!("`{exclusive}` is not a truth value, as draft-04 has it");
                let remedy = format!(
                    "write the bound as `{inclusive}` and `{exclusive}` as true, or name a later \
                     draft in `$schema`"
                );
                return Err(document.error(pointer, exclusive, &problem, &remedy));
            }
            (Some(_), true) => {
                let problem =
                    format!("`{exclusive}` is not a number, as drafts from 06 on have it");
                let remedy = "write the bound itself, or name draft-04 in `$schema`";
                return Err(document.error(pointer, exclusive, &problem, remedy));
            }
        }
    }
    Ok(())
}

/// A number as the model has it: an integer where it is one.
pub(crate) fn exact(number: &Number) -> Number {
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e15 => {
            (float as i64).into()
        }
        _ => number.clone(),
    }
}
