//! The documents that are compared: the OpenAPI contract, XDM, and the schemas of this project.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::members::{self, Members, References};
use crate::yaml;

/// The place of the contract below the folder of the published documents.
pub const CONTRACT: &str = "data-collection-apis/static/media-edge.yaml";
/// The place of the XDM schemas there.
pub const XDM: &str = "xdm/components";

/// What the documents say of the requests.
pub struct Documents {
    /// By event type. Parameters are at `?name`, the body from the root on.
    pub contract: BTreeMap<String, Members>,
    /// An event, as XDM describes it, at `xdm`.
    pub xdm: Members,
    /// By event type.
    pub ours: BTreeMap<String, Members>,
}

/// The folder of our schemas.
pub fn ours() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/edge")
}

/// The folder of the published documents that are in the repository.
pub fn published() -> PathBuf {
    ours().join("published")
}

pub fn read_json(path: &Path) -> Value {
    let text = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Our schemas by event type.
pub fn schemas() -> BTreeMap<String, Value> {
    let files = fs::read_dir(ours()).expect("the folder can be read");
    let files = files.map(|entry| entry.expect("the folder can be read").path());
    let is_schema = |path: &PathBuf| {
        let other = ["annotations", "deviations", "mapping"];
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        path.extension().is_some_and(|end| end == "json") && !other.contains(&stem)
    };
    let named = |path: PathBuf| {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("names are texts");
        (stem.to_owned(), read_json(&path))
    };
    files.filter(is_schema).map(named).collect()
}

impl Documents {
    /// Reads the published documents below the folder, and our schemas.
    pub fn read(published: &Path) -> Result<Self, String> {
        Ok(Self {
            contract: contract(&published.join(CONTRACT))?,
            xdm: Xdm::read(&published.join(XDM))?.event()?,
            ours: schemas().iter().map(|(name, schema)| (name.clone(), own(schema))).collect(),
        })
    }
}

fn contract(file: &Path) -> Result<BTreeMap<String, Members>, String> {
    let shown = file.display();
    let text = fs::read_to_string(file).map_err(|error| format!("{shown}: {error}"))?;
    let document = yaml::json(&text).map_err(|error| format!("{shown}: {error}"))?;
    let paths = document["paths"].as_object().ok_or_else(|| format!("{shown}: no `paths`"))?;
    let operations = paths.iter().map(|(path, operations)| {
        let name = path.trim_start_matches('/').to_owned();
        let methods: Vec<_> = operations.as_object().into_iter().flatten().collect();
        let [(method, operation)] = methods.as_slice() else {
            return Err(format!("{shown}: {path} has not exactly one method"));
        };
        if *method != "post" {
            return Err(format!("{shown}: {path} has the method {method}"));
        }
        Ok((name, request(operation, &document)))
    });
    operations.collect()
}

fn request(operation: &Value, document: &Value) -> Members {
    let mut members = Members::new();
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    members::add(schema, "", &Local(document), &mut members);
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let at = format!("?{}", parameter["name"].as_str().unwrap_or_default());
        members::add(&parameter["schema"], &at, &Local(document), &mut members);
        members.entry(at).or_default().required = parameter["required"] == true;
    }
    // The contract has the one right value as a default.
    let event_type = "/properties/events/items/properties/xdm/properties/eventType/default";
    if let Some(default) = schema.pointer(event_type) {
        let rules = members.entry("events[].xdm.eventType".to_owned()).or_default();
        rules.keywords.insert("enum".to_owned(), json!([default]));
    }
    members
}

fn own(schema: &Value) -> Members {
    let mut members = Members::new();
    members::add(schema, "", &Local(schema), &mut members);
    members
}

/// References into the same document.
struct Local<'a>(&'a Value);

impl References for Local<'_> {
    fn resolve(&self, reference: &str) -> Option<&Value> {
        let target = reference.strip_prefix('#').and_then(|pointer| self.0.pointer(pointer));
        Some(target.unwrap_or_else(|| panic!("`{reference}` leads nowhere")))
    }
}

/// The XDM schemas by their ids.
struct Xdm(BTreeMap<String, Value>);

impl Xdm {
    fn read(folder: &Path) -> Result<Self, String> {
        let mut schemas = BTreeMap::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            let shown = folder.display();
            let entries = fs::read_dir(&folder).map_err(|error| format!("{shown}: {error}"))?;
            for entry in entries {
                let path = entry.map_err(|error| format!("{shown}: {error}"))?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.to_string_lossy().ends_with(".schema.json") {
                    let mut schema = read_json(&path);
                    let id = schema["$id"].as_str().unwrap_or_default().to_owned();
                    prepare(&mut schema, &id);
                    schemas.insert(id, schema);
                }
            }
        }
        Ok(Self(schemas))
    }

    /// The class of events, with the field groups of this API.
    fn event(&self) -> Result<Members, String> {
        let mut members = Members::new();
        for id in [
            "https://ns.adobe.com/xdm/context/experienceevent",
            "https://ns.adobe.com/xdm/context/experienceevent-implementation-details",
            "https://ns.adobe.com/xdm/mixins/experienceevent-media-analytics",
        ] {
            let schema = self.0.get(id).ok_or_else(|| format!("there is no XDM schema {id}"))?;
            members::add(schema, "xdm", self, &mut members);
        }
        // The same type as `xdm.mediaCollection`, which is compared.
        members.retain(|at, _| !at.starts_with("xdm.mediaDownloadedEvents[].mediaCollection."));
        Ok(members)
    }
}

/// Makes references to the document itself absolute, and names event types as values: XDM has
/// them among others in an enumeration that is open.
fn prepare(schema: &mut Value, id: &str) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get_mut("$ref")
                && reference.starts_with('#')
            {
                reference.insert_str(0, id);
            }
            let known = members.get("meta:enum").and_then(Value::as_object);
            let known = known.into_iter().flat_map(|known| known.keys());
            let types: Vec<_> = known.filter(|name| name.starts_with("media.")).cloned().collect();
            if !types.is_empty() {
                members.insert("enum".to_owned(), json!(types));
            }
            members.values_mut().for_each(|inner| prepare(inner, id));
        }
        Value::Array(items) => items.iter_mut().for_each(|inner| prepare(inner, id)),
        _ => {}
    }
}

impl References for Xdm {
    fn resolve(&self, reference: &str) -> Option<&Value> {
        let (id, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        // The base of all types, which has members of linked data only.
        if id == "https://ns.adobe.com/xdm/common/extensible" {
            return None;
        }
        let found = self.0.get(id).and_then(|schema| schema.pointer(pointer));
        Some(found.unwrap_or_else(|| panic!("there is no XDM schema {reference}")))
    }

    fn on_the_wire(&self, key: &str) -> String {
        match key.strip_prefix("xdm:") {
            Some(rest) => rest.to_owned(),
            None => key.replace('@', "_"),
        }
    }
}
