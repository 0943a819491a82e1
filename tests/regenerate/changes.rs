//! Every single change of every member of the schemas.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

/// The schemas of a folder by event type.
pub type Documents = BTreeMap<String, Value>;

/// The library's own schemas.
pub fn own() -> Documents {
    read(&own_folder())
}

pub fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/collection")
}

pub fn read(folder: &Path) -> Documents {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_schema = |path: &PathBuf| {
        path.extension().is_some_and(|it| it == "json") && !path.ends_with("annotations.json")
    };
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
    };
    files.filter(is_schema).map(read).collect()
}

/// Writes the schemas into a folder, which then has nothing else.
pub fn write(documents: &Documents, folder: &Path) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    for (name, document) in documents {
        fs::write(folder.join(format!("{name}.json")), document.to_string()).unwrap();
    }
}

/// A member of an object in the schemas.
#[derive(Debug, Clone)]
pub struct Place {
    /// The event type; `None` for a definition that all of them share.
    event_type: Option<String>,
    /// JSON Pointer to the object.
    object: String,
    key: String,
}

impl Place {
    /// Whether it is a part of an event itself, as `params` is.
    pub fn is_part_of_event(&self) -> bool {
        self.event_type.as_ref().is_some_and(|it| self.object == format!("/definitions/{it}"))
    }

    /// Changes the member in each schema that has it. `false` if the change means nothing there.
    pub fn change(&self, documents: &mut Documents, change: Change) -> bool {
        let mut changed = false;
        for (name, document) in documents {
            if self.event_type.as_ref().is_none_or(|own| own == name)
                && let Some(object) = document.pointer_mut(&self.object)
            {
                changed |= change.apply(object, &self.key);
            }
        }
        changed
    }
}

/// Every member of every object, in a fixed order. A definition in all schemas is one.
pub fn places(documents: &Documents) -> Vec<Place> {
    let mut found = Vec::new();
    for (name, document) in documents {
        let definitions = document["definitions"].as_object().unwrap();
        for (definition, schema) in definitions {
            let shared = definition != name;
            let first = documents.keys().next().unwrap();
            let is_everywhere = ["playerTime", "qoeData"].contains(&definition.as_str());
            if shared && is_everywhere && name != first {
                continue;
            }
            let event_type = (!is_everywhere).then(|| name.clone());
            members(schema, &format!("/definitions/{definition}"), &event_type, &mut found);
        }
    }
    found
}

fn members(schema: &Value, at: &str, event_type: &Option<String>, found: &mut Vec<Place>) {
    let Some(keywords) = schema.as_object() else { return };
    if let Some(properties) = keywords.get("properties").and_then(Value::as_object) {
        for (key, inner) in properties {
            let (event_type, object) = (event_type.clone(), at.to_owned());
            if key != "eventType" {
                found.push(Place { event_type: event_type.clone(), object, key: key.clone() });
            }
            let key = key.replace('~', "~0").replace('/', "~1");
            members(inner, &format!("{at}/properties/{key}"), &event_type, found);
        }
    }
    for inner in ["items", "additionalProperties"] {
        if let Some(schema) = keywords.get(inner) {
            members(schema, &format!("{at}/{inner}"), event_type, found);
        }
    }
}

/// A change of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Missing,
    Required,
    Optional,
    NullInTypes,
    NullInOneOf,
    NullInAnyOf,
    RequiredAndNull,
    Enum,
    EnumOfOddNames,
    EnumWithNull,
    Const,
    Integer,
    Number,
    Text,
    Boolean,
    Any,
    Bounds,
    ExclusiveBounds,
    MinLength,
    MaxLength,
    Pattern,
    Annotations,
}

pub const CHANGES: [Change; 22] = [
    Change::Missing,
    Change::Required,
    Change::Optional,
    Change::NullInTypes,
    Change::NullInOneOf,
    Change::NullInAnyOf,
    Change::RequiredAndNull,
    Change::Enum,
    Change::EnumOfOddNames,
    Change::EnumWithNull,
    Change::Const,
    Change::Integer,
    Change::Number,
    Change::Text,
    Change::Boolean,
    Change::Any,
    Change::Bounds,
    Change::ExclusiveBounds,
    Change::MinLength,
    Change::MaxLength,
    Change::Pattern,
    Change::Annotations,
];

impl Change {
    fn apply(self, object: &mut Value, key: &str) -> bool {
        let before = object.clone();
        let mut required: Vec<Value> =
            object.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        let is_required = required.iter().any(|name| name == key);
        let Some(properties) = object.get_mut("properties").and_then(Value::as_object_mut) else {
            return false;
        };
        match self {
            Self::Missing => {
                properties.remove(key);
                required.retain(|name| name != key);
            }
            Self::Required if !is_required => required.push(key.into()),
            Self::Optional => required.retain(|name| name != key),
            Self::RequiredAndNull if !is_required => {
                required.push(key.into());
                with_null(properties, key);
            }
            _ => {
                let Some(schema) = properties.get_mut(key) else { return false };
                self.apply_to(schema);
            }
        }
        let members = object.as_object_mut().unwrap();
        if required.is_empty() {
            members.remove("required");
        } else {
            members.insert("required".to_owned(), required.into());
        }
        *object != before
    }

    fn apply_to(self, schema: &mut Value) {
        let kind = schema.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
        let is_number = kind == "integer" || kind == "number";
        let is_text = kind == "string";
        let listed = match kind.as_str() {
            "string" => json!(["vod", "x", "mute"]),
            "boolean" => json!([true]),
            "integer" => json!([0, 1, 7]),
            "number" => json!([0, 1, 2.5]),
            _ => return self.apply_to_any(schema),
        };
        let mut put = |key: &str, value: Value| {
            schema.as_object_mut().unwrap().insert(key.to_owned(), value);
        };
        match self {
            Self::NullInTypes | Self::RequiredAndNull => put("type", json!([kind, "null"])),
            Self::Enum => put("enum", listed),
            Self::EnumOfOddNames if is_text => {
                put("enum", json!(["", "TV-MA", "tv ma", "1x", "é"]))
            }
            Self::EnumWithNull => {
                let mut listed = listed;
                listed.as_array_mut().unwrap().push(Value::Null);
                *schema = json!({ "enum": listed });
            }
            Self::Const => put("const", listed[0].clone()),
            Self::Integer => put("type", json!("integer")),
            Self::Number => put("type", json!("number")),
            Self::Text => put("type", json!("string")),
            Self::Boolean => put("type", json!("boolean")),
            Self::Bounds if is_number => {
                put("minimum", json!(0));
                put("maximum", json!(7.5));
            }
            Self::ExclusiveBounds if is_number => {
                put("minimum", json!(0));
                put("exclusiveMinimum", json!(true));
                put("maximum", json!(8));
                put("exclusiveMaximum", json!(true));
            }
            Self::MinLength if is_text => put("minLength", json!(2)),
            Self::MaxLength if is_text => put("maxLength", json!(3)),
            Self::Pattern if is_text => put("pattern", json!(r"^[a-zA-Z0-9_\.]{1,64}$")),
            _ => self.apply_to_any(schema),
        }
    }

    fn apply_to_any(self, schema: &mut Value) {
        match self {
            Self::NullInOneOf => *schema = json!({ "oneOf": [{ "type": "null" }, schema.take()] }),
            Self::NullInAnyOf => *schema = json!({ "anyOf": [schema.take(), { "type": "null" }] }),
            Self::Any => *schema = json!({}),
            Self::Annotations => {
                for (key, value) in [
                    ("title", json!("T")),
                    ("$comment", json!("c")),
                    ("examples", json!([1])),
                    ("default", json!(null)),
                    ("format", json!("uri")),
                    ("meta:enum", json!({})),
                ] {
                    schema.as_object_mut().unwrap().insert(key.to_owned(), value);
                }
            }
            _ => {}
        }
    }
}

fn with_null(properties: &mut Map<String, Value>, key: &str) {
    if let Some(schema) = properties.get_mut(key) {
        *schema = json!({ "oneOf": [schema.take(), { "type": "null" }] });
    }
}

/// The documents as they were in 2018, as far as the public quote tells: fourteen event types, fewer
/// keys, and the form of the quote.
pub fn of_2018() -> Documents {
    let later = [
        "chapterStart",
        "chapterSkip",
        "chapterComplete",
        "stateStart",
        "stateEnd",
        "statesUpdate",
    ];
    let mut documents = own();
    documents.retain(|name, _| !later.contains(&name.as_str()));
    for (name, document) in &mut documents {
        let definitions = document["definitions"].as_object_mut().unwrap();
        let names = definitions["eventType"]["enum"].as_array_mut().unwrap();
        names.retain(|name| !later.iter().any(|later| name == later));
        let quality = definitions["qoeData"].as_object_mut().unwrap();
        quality["properties"].as_object_mut().unwrap().retain(|key, _| !key.contains("error"));
        quality.insert("required".to_owned(), json!([]));
        definitions[name].as_object_mut().unwrap().remove("type");
    }
    let start = documents.get_mut("sessionStart").unwrap();
    let params = &mut start["definitions"]["sessionStart"]["properties"]["params"]["properties"];
    for key in [
        "analytics.optOutServerSideForwarding",
        "analytics.optOutShare",
        "visitor.customerIDs",
        "media.streamType",
        "media.publisher",
        "media.downloaded",
        "media.libraryVersion",
        "media.streamFormat",
        "media.artist",
        "media.album",
        "media.label",
        "media.author",
        "media.station",
    ] {
        params.as_object_mut().unwrap().remove(key).unwrap();
    }
    documents
}
