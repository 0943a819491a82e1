//! Stage 3: merges the shared definitions of all schemas.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::error::{Error, below};
use crate::load::{self, Schema};

/// A definition, with the first file that contains it.
pub(crate) struct Definition {
    pub(crate) file: String,
    pub(crate) schema: Value,
}

/// The definition of an event, with its file and the text of its schema.
pub(crate) struct EventDefinition {
    pub(crate) event_type: String,
    pub(crate) file: String,
    pub(crate) text: String,
    pub(crate) schema: Value,
}

pub(crate) struct Merged {
    pub(crate) events: Vec<EventDefinition>,
    pub(crate) shared: BTreeMap<String, Definition>,
}

/// Collects the definitions that each root refers to. Definitions without a reference are ignored,
/// such as the list of all event types in every published schema.
pub(crate) fn schemas(schemas: Vec<Schema>) -> Result<Merged, Error> {
    let mut merged = Merged { events: Vec::new(), shared: BTreeMap::new() };
    let event_types: BTreeSet<_> = schemas.iter().map(|schema| schema.event_type.clone()).collect();
    for schema in schemas {
        let Schema { event_type, file, root, text } = schema;
        let expected = format!("#/definitions/{event_type}");
        if root.get("$ref").and_then(Value::as_str) != Some(&expected) {
            return Err(Error::new(
                file,
                "/$ref",
                "the schema does not refer to its own event",
                format!("write `\"$ref\": \"{expected}\"`, as the published schemas do"),
            ));
        }
        let schema = definition(&file, &root, &event_type, "")?.clone();
        let mut waiting = references(&schema, &below("/definitions", &event_type));
        let mut seen = BTreeSet::new();
        while let Some((name, pointer)) = waiting.pop() {
            let schema = definition(&file, &root, &name, &pointer)?;
            if name == event_type || reaches_itself(&root, &name) {
                return Err(Error::new(
                    file,
                    below("/definitions", &name),
                    format!("the definition `{name}` contains itself"),
                    "describe the nesting to a fixed depth",
                ));
            }
            if event_types.contains(&name) {
                return Err(Error::new(
                    file,
                    below(&pointer, "$ref"),
                    format!("`{name}` is an event type, and no event can be part of another"),
                    "give the definition another name",
                ));
            }
            if !seen.insert(name.clone()) {
                continue;
            }
            match merged.shared.get(&name) {
                Some(known) if known.schema == *schema => {}
                Some(known) => {
                    return Err(Error::new(
                        file,
                        below("/definitions", &name),
                        format!("differs from the definition of the same name in {}", known.file),
                        "make the two identical, or give one of them another name",
                    ));
                }
                None => {
                    let found = Definition { file: file.clone(), schema: schema.clone() };
                    merged.shared.insert(name.clone(), found);
                }
            }
            waiting.extend(references(schema, &below("/definitions", &name)));
        }
        merged.events.push(EventDefinition { event_type, file, text, schema });
    }
    Ok(merged)
}

fn definition<'a>(file: &str, root: &'a Value, name: &str, from: &str) -> Result<&'a Value, Error> {
    root.get("definitions").and_then(|definitions| definitions.get(name)).ok_or_else(|| {
        Error::new(
            file,
            below(from, "$ref"),
            format!("refers to `{name}`, which `definitions` does not have"),
            "add the definition, or correct the reference",
        )
    })
}

/// Every `$ref` in the schema: the name of its target, and the pointer to the schema with the `$ref`.
fn references(schema: &Value, pointer: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    match schema {
        Value::Object(members) => {
            for (key, value) in load::sorted(members) {
                match value.as_str().and_then(|text| text.strip_prefix("#/definitions/")) {
                    Some(name) if key == "$ref" => {
                        found.push((name.to_owned(), pointer.to_owned()));
                    }
                    _ => found.extend(references(value, &below(pointer, key))),
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                found.extend(references(item, &below(pointer, &at.to_string())));
            }
        }
        _ => {}
    }
    found
}

fn reaches_itself(root: &Value, name: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![name.to_owned()];
    while let Some(current) = waiting.pop() {
        let Some(schema) = root.get("definitions").and_then(|known| known.get(&current)) else {
            continue;
        };
        for (next, _) in references(schema, "") {
            if next == name {
                return true;
            }
            if seen.insert(next.clone()) {
                waiting.push(next);
            }
        }
    }
    false
}
