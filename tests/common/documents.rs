//! The schema documents under an independent validator.
#![allow(dead_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, Validator};
use serde_json::Value;

/// A place (JSON Pointer) and the keyword that is broken there.
pub type Places = BTreeSet<(String, String)>;

/// A validator for each event type.
pub struct Documents(BTreeMap<String, Validator>);

/// Every `{eventType}.json` of the folder, by event type.
pub fn read(folder: &Path) -> BTreeMap<String, Value> {
    let files = std::fs::read_dir(folder).expect("the folder can be read");
    files
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .filter(|path| path.file_stem().is_some_and(|stem| stem != "annotations"))
        .map(|path| {
            let text = std::fs::read(&path).expect("the document can be read");
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, serde_json::from_slice(&text).expect("the document is JSON"))
        })
        .collect()
}

impl Documents {
    pub fn load() -> Self {
        let documents = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/collection"));
        assert_eq!(documents.len(), 20);
        let validators = documents.into_iter().map(|(name, document)| {
            // As draft-04 has it, `1.0` is no integer.
            let validator = jsonschema::options().with_draft(Draft::Draft4).build(&document);
            (name, validator.expect("the document is a schema"))
        });
        Self(validators.collect())
    }

    /// The validator that the event's type asks for.
    pub fn of(&self, event: &Value) -> Option<&Validator> {
        self.0.get(event.get("eventType")?.as_str()?)
    }

    pub fn is_valid(&self, event: &Value) -> bool {
        self.of(event).is_some_and(|validator| validator.is_valid(event))
    }

    /// Everything that is wrong; `None` if the event's type has no document.
    ///
    /// A validator reports a missing or unknown member at the object, the library at the member:
    /// here they are at the member.
    pub fn places(&self, event: &Value) -> Option<Places> {
        let errors = self.of(event)?.iter_errors(event);
        let mut places = Places::new();
        for error in errors {
            let at = error.instance_path().to_string();
            let below = |key: &str| format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
            let keyword = error.kind().keyword().to_owned();
            match error.kind() {
                ValidationErrorKind::Required { property } => {
                    let key = property.as_str().expect("a key is a string");
                    places.insert((below(key), keyword));
                }
                ValidationErrorKind::AdditionalProperties { unexpected } => {
                    places.extend(unexpected.iter().map(|key| (below(key), keyword.clone())));
                }
                // An object that may have no members: each is one too many.
                ValidationErrorKind::FalseSchema => {
                    let members = event.pointer(&at).and_then(Value::as_object);
                    let keys = members.expect("an object is refused").keys();
                    places.extend(keys.map(|key| (below(key), "additionalProperties".to_owned())));
                }
                _ => {
                    places.insert((at, keyword));
                }
            }
        }
        Some(places)
    }
}
