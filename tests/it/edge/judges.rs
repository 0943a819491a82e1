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

    /// By the contract. Its schemas are those of OpenAPI 3.0, close to draft-04: `1.0` is no
    /// integer.
    pub fn contract() -> Self {
        let contract = contract();
        let paths = contract["paths"].as_object().expect("it has paths").iter();
        let validator = |(path, operations): (&String, &Value)| {
            let body = &operations["post"]["requestBody"]["content"]["application/json"];
            (path.trim_start_matches('/').to_owned(), built(Draft::Draft4, &body["schema"]))
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

/// The published contract.
pub fn contract() -> Value {
    let file = files::edge_schemas().join("published/data-collection-apis/static/media-edge.yaml");
    yaml::json(&fs::read_to_string(file).expect("it is there")).expect("it is YAML")
}

/// The body of a request with these items.
pub fn request(events: &[Value]) -> Value {
    json!({"events": events})
}
