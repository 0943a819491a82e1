//! Every member that a schema describes, with its rules, whatever the schema is made of.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// The members by their places, as `events[].xdm.eventType`; `*` is any key.
pub type Members = BTreeMap<String, Rules>;

/// What a schema says of one member.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    pub required: bool,
    /// What is only required may be anything.
    pub described: bool,
    /// Each keyword that decides about a value, except those that lead to other members.
    pub keywords: BTreeMap<String, Value>,
}

/// Finds what a `$ref` means; `None` for one that adds nothing.
pub trait References {
    fn resolve(&self, reference: &str) -> Option<&Value>;

    /// The key on the wire of a key in `properties` and `required`.
    fn on_the_wire(&self, key: &str) -> String {
        key.to_owned()
    }
}

/// Keywords that lead to other members, and those that only tell something.
const OTHER: &[&str] = &[
    "$id",
    "$ref",
    "$schema",
    "allOf",
    "default",
    "definitions",
    "description",
    "example",
    "examples",
    "items",
    "properties",
    "required",
    "title",
];

/// Adds what the schema describes, from the place `at` on.
pub fn add(schema: &Value, at: &str, references: &impl References, members: &mut Members) {
    let parts = parts(schema, references);
    let mut found = Map::new();
    for part in &parts {
        for (keyword, value) in *part {
            let leads = keyword == "additionalProperties" && value.is_object();
            if !leads && !OTHER.contains(&keyword.as_str()) && !keyword.starts_with("meta:") {
                found.insert(keyword.clone(), value.clone());
            }
        }
        if part.contains_key("properties") {
            found.entry("type").or_insert_with(|| json!("object"));
        }
    }
    let rules = members.entry(at.to_owned()).or_default();
    rules.described = true;
    rules.keywords.extend(found);
    for part in parts {
        within(part, at, references, members);
    }
}

/// The schema, what it refers to, and the parts of its `allOf` that have no condition.
fn parts<'a>(schema: &'a Value, references: &'a impl References) -> Vec<&'a Map<String, Value>> {
    let Some(members) = schema.as_object() else { return Vec::new() };
    let mut all = vec![members];
    if let Some(target) = members.get("$ref").and_then(Value::as_str) {
        let target = references.resolve(target);
        all.extend(target.into_iter().flat_map(|target| parts(target, references)));
    }
    let more = members.get("allOf").and_then(Value::as_array).into_iter().flatten();
    all.extend(more.filter(|part| part["if"].is_null()).flat_map(|part| parts(part, references)));
    all
}

fn within(
    part: &Map<String, Value>,
    at: &str,
    references: &impl References,
    members: &mut Members,
) {
    let below = |key: &str| if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") };
    for (key, schema) in part.get("properties").and_then(Value::as_object).into_iter().flatten() {
        add(schema, &below(&references.on_the_wire(key)), references, members);
    }
    if let Some(schema) = part.get("additionalProperties").filter(|schema| schema.is_object()) {
        add(schema, &below("*"), references, members);
    }
    if let Some(schema) = part.get("items") {
        add(schema, &format!("{at}[]"), references, members);
    }
    let required = part.get("required").and_then(Value::as_array).into_iter().flatten();
    for key in required.filter_map(Value::as_str) {
        // A required member need not be described.
        members.entry(below(&references.on_the_wire(key))).or_default().required = true;
    }
}

/// The place of what has this member: without its last key or `[]`.
pub fn parent(at: &str) -> &str {
    at.strip_suffix("[]").or_else(|| Some(at.rsplit_once('.')?.0)).unwrap_or("")
}
