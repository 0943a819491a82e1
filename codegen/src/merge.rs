//! Stage 3: merges the shared definitions of all schemas.
//!
//! A definition that is equal in all files becomes one type. One that differs gets a type of its own
//! for the event of its file.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::error::{Error, below};
use crate::load;
use crate::normalise;

/// The name of the definition that stands for every one that cannot be used.
const REFUSED: &str = "/";

/// The definitions that an event refers to.
#[derive(Default)]
struct Names {
    usable: BTreeSet<String>,
    refused: BTreeSet<String>,
}

/// A schema in its normal form.
pub(crate) struct Schema {
    pub(crate) event_type: String,
    pub(crate) file: String,
    pub(crate) text: String,
    pub(crate) root: Value,
    pub(crate) listed: bool,
}

/// A definition, with the first file that contains it and its name there.
pub(crate) struct Definition {
    pub(crate) file: String,
    pub(crate) name: String,
    pub(crate) schema: Value,
}

/// The definition of an event, with its file and the text of its schema.
pub(crate) struct EventDefinition {
    pub(crate) event_type: String,
    pub(crate) file: String,
    pub(crate) text: String,
    pub(crate) schema: Value,
    pub(crate) listed: bool,
}

pub(crate) struct Merged {
    pub(crate) events: Vec<EventDefinition>,
    pub(crate) shared: BTreeMap<String, Definition>,
}

/// Collects the definitions that each root refers to. Definitions without a reference are ignored,
/// such as the list of all event types in every published schema.
pub(crate) fn schemas(schemas: Vec<Schema>, problems: &mut Vec<Error>) -> Merged {
    let mut merged = Merged { events: Vec::new(), shared: BTreeMap::new() };
    let (file, name) = (String::new(), String::new());
    let refused = Definition { file, name, schema: normalise::refused() };
    merged.shared.insert(REFUSED.to_owned(), refused);
    let event_types: BTreeSet<_> = schemas.iter().map(|schema| schema.event_type.clone()).collect();
    for schema in schemas {
        let Schema { event_type, file, root, text, listed } = schema;
        let mut file_of = File { file: &file, root: &root, event_types: &event_types, problems };
        let Some(mut event) = file_of.event(&event_type) else { continue };
        if !listed {
            // The rest of the event is as in the folder.
            let properties = event.get_mut("properties").and_then(Value::as_object_mut);
            properties.into_iter().for_each(|properties| {
                properties.retain(|key, _| key == "params" || key == "customMetadata");
            });
        }
        let names = file_of.reachable(&event_type, &event);
        let mut renamed = merged.add(&event_type, &file, &root, &names.usable);
        renamed.extend(names.refused.into_iter().map(|name| (name, REFUSED.to_owned())));
        rename(&mut event, &renamed);
        merged.events.push(EventDefinition { event_type, file, text, schema: event, listed });
    }
    merged
}

impl Merged {
    /// Adds the definitions of a file, and returns the names under which they are known: one that
    /// differs from a definition of the same name in another file gets a name of its own.
    fn add(
        &mut self,
        event_type: &str,
        file: &str,
        root: &Value,
        names: &BTreeSet<String>,
    ) -> BTreeMap<String, String> {
        let mut known = BTreeMap::new();
        let mut waiting: Vec<&String> = names.iter().collect();
        // Those first that refer to no other one, so that a difference within counts.
        while !waiting.is_empty() {
            let (ready, rest): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|name| {
                let inner = references(&root["definitions"][*name], "");
                inner.iter().all(|(inner, _)| known.contains_key(inner) || !names.contains(inner))
            });
            if ready.is_empty() {
                break;
            }
            for name in ready {
                let mut schema = root["definitions"][name].clone();
                rename(&mut schema, &known);
                let differs = self.shared.get(name).is_some_and(|other| other.schema != schema);
                let global = if differs { format!("{event_type}-{name}") } else { name.clone() };
                known.insert(name.clone(), global.clone());
                let definition = Definition { file: file.to_owned(), name: name.clone(), schema };
                self.shared.entry(global).or_insert(definition);
            }
            waiting = rest;
        }
        known
    }
}

struct File<'a> {
    file: &'a str,
    root: &'a Value,
    event_types: &'a BTreeSet<String>,
    problems: &'a mut Vec<Error>,
}

impl File<'_> {
    /// The definition of the event, which the root refers to.
    fn event(&mut self, event_type: &str) -> Option<Value> {
        if normalise::is_refused(self.root) {
            return None;
        }
        let expected = format!("#/definitions/{event_type}");
        if self.root.get("$ref").and_then(Value::as_str) != Some(&expected) {
            self.problems.push(Error::new(
                self.file,
                "/$ref",
                "the schema does not refer to its own event",
                format!("write `\"$ref\": \"{expected}\"`, as the published schemas do"),
            ));
            return None;
        }
        let event = self.definition(event_type, "")?.clone();
        (!normalise::is_refused(&event)).then_some(event)
    }

    fn definition(&mut self, name: &str, from: &str) -> Option<&Value> {
        let found = self.root["definitions"].get(name);
        if found.is_none() {
            self.problems.push(Error::new(
                self.file,
                below(from, "$ref"),
                format!("refers to `{name}`, which `definitions` does not have"),
                "add the definition, or correct the reference",
            ));
        }
        found
    }

    /// The names of all definitions that the event uses.
    fn reachable(&mut self, event_type: &str, event: &Value) -> Names {
        let mut waiting = references(event, &below("/definitions", event_type));
        let mut seen = BTreeSet::new();
        let mut names = Names::default();
        while let Some((name, pointer)) = waiting.pop() {
            if self.event_types.contains(&name) && name != event_type {
                self.problems.push(Error::new(
                    self.file,
                    below(&pointer, "$ref"),
                    format!("`{name}` is an event type, and no event can be part of another"),
                    "give the definition another name",
                ));
                names.refused.insert(name);
                continue;
            }
            if !seen.insert(name.clone()) {
                continue;
            }
            let Some(schema) = self.definition(&name, &pointer).cloned() else {
                names.refused.insert(name);
                continue;
            };
            if name == event_type || reaches_itself(self.root, &name) {
                self.problems.push(Error::new(
                    self.file,
                    below("/definitions", &name),
                    format!("the definition `{name}` contains itself"),
                    "describe the nesting to a fixed depth",
                ));
                names.refused.insert(name);
                continue;
            }
            waiting.extend(references(&schema, &below("/definitions", &name)));
            names.usable.insert(name);
        }
        names
    }
}

/// Gives the references of an event the names of the merged definitions.
fn rename(schema: &mut Value, names: &BTreeMap<String, String>) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                let target = value.as_str().and_then(|text| text.strip_prefix("#/definitions/"));
                match target.and_then(|name| names.get(name)) {
                    Some(name) if key == "$ref" => {
                        *value = format!("#/definitions/{name}").into();
                    }
                    _ => rename(value, names),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        _ => {}
    }
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
