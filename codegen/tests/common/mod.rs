//! Folders of schemas for tests.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use media_collection_codegen::{Bindings, Error, Errors, generate};
use serde_json::{Value, json};

/// A temporary folder, which is removed at the end of the test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("media-collection-codegen-{}-{count}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A folder with one schema, `ping.json`.
    pub fn of(ping: &Value) -> Self {
        Self::new().with("ping", ping)
    }

    pub fn with(self, event_type: &str, schema: &Value) -> Self {
        self.with_text(&format!("{event_type}.json"), &schema.to_string())
    }

    pub fn with_text(self, file: &str, text: &str) -> Self {
        fs::write(self.0.join(file), text).unwrap();
        self
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn generate(&self) -> Result<Bindings, Errors> {
        generate(&self.0, None)
    }

    /// The problems as text, with `FOLDER` for the folder's path. Each pointer, or at least the parent
    /// of it, must exist in the file.
    pub fn refusal(&self) -> String {
        let Err(errors) = self.generate() else { return "not refused".to_owned() };
        for error in errors.iter() {
            self.assert_place(error);
        }
        errors.to_string().replace(&*self.0.to_string_lossy(), "FOLDER")
    }

    fn assert_place(&self, error: &Error) {
        if let Some(schema) = fs::read(&error.file).ok().and_then(|text| parse(&text)) {
            let parent = error.pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
            assert!(schema.pointer(parent).is_some(), "{error}: the pointer does not exist");
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn parse(text: &[u8]) -> Option<Value> {
    serde_json::from_slice(text).ok()
}

/// A valid schema: one optional parameter `x`, and the members of every event.
pub fn schema_of(event_type: &str) -> Value {
    json!({
        "$schema": "http://json-schema.org/draft-04/schema#",
        "definitions": {
            "playerTime": {
                "type": "object",
                "properties": { "playhead": { "type": "number" }, "ts": { "type": "integer" } },
                "required": ["playhead", "ts"],
                "additionalProperties": false
            },
            "qoeData": {
                "type": "object",
                "properties": { "media.qoe.bitrate": { "type": "integer" } },
                "additionalProperties": false
            },
            "customMetadata": {
                "type": "object",
                "patternProperties": { "^[a-zA-Z0-9_\\.]+$": { "type": "string" } },
                "additionalProperties": false
            },
            event_type: {
                "type": "object",
                "properties": {
                    "eventType": { "type": "string", "enum": [event_type] },
                    "playerTime": { "$ref": "#/definitions/playerTime" },
                    "params": {
                        "type": "object",
                        "properties": { "x": { "type": "string" } },
                        "additionalProperties": false
                    },
                    "customMetadata": { "$ref": "#/definitions/customMetadata" },
                    "qoeData": { "$ref": "#/definitions/qoeData" }
                },
                "required": ["eventType", "playerTime"],
                "additionalProperties": false
            }
        },
        "type": "object",
        "$ref": format!("#/definitions/{event_type}")
    })
}

/// Puts a value at a pointer whose parent is an object.
pub fn put(schema: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    let parent = schema.pointer_mut(parent).and_then(Value::as_object_mut).unwrap();
    parent.insert(key, value);
}

/// Removes the member at a pointer.
pub fn remove(schema: &mut Value, pointer: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = schema.pointer_mut(parent).and_then(Value::as_object_mut).unwrap();
    assert!(parent.remove(key).is_some(), "{pointer} exists");
}

/// The bindings as one text, without the text of the schemas.
pub fn without_schemas(bindings: &Bindings) -> String {
    let is_schema = |line: &&str| line.trim_start().starts_with("schema: r#");
    assert!(bindings.types.lines().any(|line| is_schema(&line)));
    let types: Vec<_> = bindings.types.lines().filter(|line| !is_schema(line)).collect();
    let rest = [&bindings.json, &bindings.recorder, &bindings.builder, &bindings.online];
    rest.into_iter().fold(types.join("\n"), |all, text| format!("{all}\n{text}"))
}
