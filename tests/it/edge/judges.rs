//! The two judges of requests: our schemas, and the contract that Adobe published.

use std::collections::BTreeMap;
use std::fs;

use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

use super::yaml;
use crate::fixtures::files;

/// Validators for the bodies of requests, by event type.
pub struct Judge(BTreeMap<String, Validator>);

impl Judge {
    /// By the schemas of this project.
    pub fn ours() -> Self {
        let types = Self::contract().0.into_keys();
        let validator = |name: String| {
            let schema = files::json(&files::edge_schemas().join(format!("{name}.json")));
            jsonschema::draft7::meta::validate(&schema).expect("it is a schema of draft-07");
            (name, built(Draft::Draft7, &schema))
        };
        Self(types.map(validator).collect())
    }

    /// By the contract, taken literally except where it contradicts its own samples:
    /// `mediaCollection` is not required beside the events of a downloaded session, and a skipped
    /// ad is `media.adSkip`. The one right value of `eventType`, which is a default there, counts.
    ///
    /// `scripts/edge-contract.py` reads it in the same way.
    pub fn contract() -> Self {
        let contract = contract();
        let paths = contract["paths"].as_object().expect("it has paths").iter();
        let validator = |(path, operations): (&String, &Value)| {
            let body = &operations["post"]["requestBody"]["content"]["application/json"];
            let mut schema = body["schema"].clone();
            let xdm = schema.pointer_mut("/properties/events/items/properties/xdm");
            let xdm = xdm.expect("a request has events");
            if xdm["properties"].get("mediaCollection").is_none() {
                let required = xdm["required"].as_array_mut().expect("it is a list");
                required.retain(|key| key != "mediaCollection");
            }
            let event_type = &mut xdm["properties"]["eventType"];
            let right = event_type["default"].clone();
            let slip = right == "media.adBreakSkip";
            event_type["enum"] = if slip { json!([right, "media.adSkip"]) } else { json!([right]) };
            bound(&mut schema);
            // Schemas of OpenAPI 3.0 are close to draft-04: `1.0` is no integer.
            (path.trim_start_matches('/').to_owned(), built(Draft::Draft4, &schema))
        };
        let judge = Self(paths.map(validator).collect());
        assert_eq!(judge.0.len(), 19);
        judge
    }

    pub fn types(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// What is wrong with the body of a request, as pointers with keywords.
    pub fn faults(&self, event_type: &str, body: &Value) -> Vec<String> {
        let validator = self.0.get(event_type).unwrap_or_else(|| panic!("{event_type} is unknown"));
        let errors = validator.iter_errors(body);
        errors
            .map(|error| format!("{} {}", error.instance_path(), error.kind().keyword()))
            .collect()
    }

    pub fn is_valid(&self, event_type: &str, body: &Value) -> bool {
        self.faults(event_type, body).is_empty()
    }
}

fn built(draft: Draft, schema: &Value) -> Validator {
    let options = jsonschema::options().with_draft(draft).should_validate_formats(true);
    options.build(schema).expect("it is a schema")
}

/// `int32` of OpenAPI as bounds, which a JSON Schema knows.
fn bound(schema: &mut Value) {
    if schema["format"] == "int32" {
        schema["minimum"] = json!(i32::MIN);
        schema["maximum"] = json!(i32::MAX);
    }
    if let Some(members) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        members.values_mut().for_each(bound);
    }
    if let Some(items) = schema.get_mut("items") {
        bound(items);
    }
}

/// The published contract.
pub fn contract() -> Value {
    let file = files::edge_schemas().join("published/data-collection-apis/static/media-edge.yaml");
    yaml::json(&fs::read_to_string(file).expect("it is there")).expect("it is YAML")
}

/// The body of a request with these items.
pub fn request(events: &[Value]) -> Value {
    json!({"events": events})
}
