//! Generates code from mutated schemas: the result is an error or valid Rust.

use std::fs;
use std::sync::LazyLock;

use media_collection_codegen::generate;
use serde_json::{Map, Value, json};

use crate::scratch::{Scratch, repository};
use crate::steps::Steps;

/// The repository's schemas and annotations, by file name.
static FILES: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| {
    let mut files: Vec<_> = fs::read_dir(repository("schemas/collection"))
        .expect("the schemas are there")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| {
            let text = fs::read(&path).expect("a schema can be read");
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
            (name.to_owned(), serde_json::from_slice(&text).expect("a schema is JSON"))
        })
        .collect();
    files.sort_by(|left, right| left.0.cmp(&right.0));
    files
});

/// Words for keys and values of schemas.
const WORDS: [&str; 48] = [
    "$ref",
    "$schema",
    "additionalProperties",
    "allOf",
    "anyOf",
    "array",
    "boolean",
    "const",
    "default",
    "definitions",
    "dependencies",
    "description",
    "enum",
    "exclusiveMinimum",
    "format",
    "id",
    "integer",
    "items",
    "maxLength",
    "maximum",
    "media.id",
    "minItems",
    "minimum",
    "not",
    "null",
    "number",
    "object",
    "oneOf",
    "pattern",
    "patternProperties",
    "properties",
    "required",
    "string",
    "title",
    "type",
    "uniqueItems",
    "Self",
    "self",
    "fn",
    "",
    "3d",
    "a-b",
    "é",
    "#/definitions/playerTime",
    "#/definitions",
    "\"}//",
    "_",
    "media.a.b",
];

pub fn run(bytes: &[u8]) {
    let mut steps = Steps::new(bytes);
    let scratch = Scratch::new();
    // Few of them, since each costs time.
    let count = 1 + steps.below(3);
    let mut chosen: Vec<_> = (0..count).map(|_| steps.pick(&FILES).clone()).collect();
    while !steps.is_empty() {
        if steps.byte() == 255 {
            // Arbitrary bytes instead of JSON.
            let at = steps.below(count);
            let raw = scratch.path().join(&chosen[at].0);
            fs::write(raw, steps.rest()).expect("a file can be written");
            chosen.remove(at);
            break;
        }
        let at = steps.below(count);
        let paths = pointers(&chosen[at].1);
        let path = steps.pick(&paths).clone();
        let other = steps.pick(&paths).clone();
        mutate(&mut chosen[at].1, &path, &other, &mut steps);
    }
    for (name, schema) in &chosen {
        let text = serde_json::to_string_pretty(schema).expect("a value is JSON");
        fs::write(scratch.path().join(name), text).expect("a file can be written");
    }
    match generate(scratch.path(), None) {
        Ok(code) => {
            for (_, text) in code.files() {
                syn::parse_file(text).expect("the code are Rust");
            }
        }
        Err(errors) => {
            for error in errors.iter() {
                assert!(!error.problem.is_empty() && !error.remedy.is_empty(), "{error}");
            }
        }
    }
}

/// The JSON Pointer of every value.
fn pointers(root: &Value) -> Vec<String> {
    fn collect(value: &Value, at: String, to: &mut Vec<String>) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    collect(item, format!("{at}/{index}"), to);
                }
            }
            Value::Object(members) => {
                for (key, member) in members {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    collect(member, format!("{at}/{key}"), to);
                }
            }
            _ => {}
        }
        to.push(at);
    }
    let mut found = Vec::new();
    collect(root, String::new(), &mut found);
    found
}

fn mutate(root: &mut Value, path: &str, other: &str, steps: &mut Steps<'_>) {
    let copied = root.pointer(other).cloned().unwrap_or_default();
    let Some(value) = root.pointer_mut(path) else { return };
    match steps.byte() % 8 {
        0 => *value = any(steps, 0),
        1 => *value = copied,
        2 | 3 => match value {
            Value::Object(members) => {
                members.insert(word(steps), any(steps, 0));
            }
            Value::Array(items) => items.push(any(steps, 0)),
            _ => *value = any(steps, 0),
        },
        4 => match value {
            Value::Object(members) => {
                let names: Vec<_> = members.keys().cloned().collect();
                if let Some(name) = names.get(steps.below(names.len())) {
                    members.remove(name);
                }
            }
            Value::Array(items) if !items.is_empty() => {
                items.remove(steps.below(items.len()));
            }
            _ => *value = Value::Null,
        },
        // Renames a member.
        5 => {
            if let Value::Object(members) = value {
                let names: Vec<_> = members.keys().cloned().collect();
                let name = names.get(steps.below(names.len()));
                if let Some(value) = name.and_then(|name| members.remove(name)) {
                    members.insert(word(steps), value);
                }
            }
        }
        6 => {
            if let Value::Object(members) = value {
                members.insert(word(steps), copied);
            }
        }
        _ => *value = Value::String(word(steps)),
    }
}

fn word(steps: &mut Steps<'_>) -> String {
    match steps.below(WORDS.len() + 8) {
        at if at < WORDS.len() => WORDS[at].to_owned(),
        _ => steps.text(),
    }
}

fn any(steps: &mut Steps<'_>, depth: usize) -> Value {
    match steps.byte() % if depth < 3 { 10 } else { 7 } {
        0 => Value::Null,
        1 => Value::Bool(steps.byte() % 2 == 0),
        2 => Value::from(i64::from(steps.u32() as i32)),
        3 => {
            steps.pick(&[json!(0), json!(1e300), json!(u64::MAX), json!(-0.5), json!(1.0)]).clone()
        }
        4..7 => Value::String(word(steps)),
        7 => (0..steps.below(4)).map(|_| any(steps, depth + 1)).collect::<Vec<_>>().into(),
        _ => {
            let pairs = (0..steps.below(4)).map(|_| (word(steps), any(steps, depth + 1)));
            Value::Object(pairs.collect::<Map<_, _>>())
        }
    }
}
