//! Stage 2: brings the schemas of every draft into the one form that the later stages expect.
//!
//! That form is draft-04 with three differences: `$nullable` marks a value that may be `null`,
//! `exclusiveMinimum` and `exclusiveMaximum` are numbers, and `const` is known. A schema that allows
//! nothing but a choice between `null` and another one becomes that other one. Annotations are
//! dropped. Keywords that the bindings cannot enforce are refused, so that nothing is dropped
//! silently; the refused schema is replaced by a marker, and the rest is looked at as well.

mod combined;
mod draft;
mod objects;
mod rules;
mod types;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

pub(crate) use self::draft::Draft;
pub(crate) use self::rules::exact;
use crate::error::{Error, below};

/// The key pattern that `CustomMetadata` implements.
pub(crate) const METADATA_PATTERN: &str = r"^[a-zA-Z0-9_\.]+$";

/// Stands where a schema was refused.
const REFUSED: &str = "$refused";

/// Says that a value may also be `null`.
const NULLABLE: &str = "$nullable";

/// Whether a value of the schema may also be `null`.
pub(crate) fn is_nullable(schema: &Value) -> bool {
    schema.get(NULLABLE).is_some()
}

/// Whether the schema was refused, so that later stages have nothing to say about it.
pub(crate) fn is_refused(schema: &Value) -> bool {
    schema.get(REFUSED).is_some()
}

/// One schema document in its normal form.
pub(crate) struct Normal {
    pub(crate) root: Value,
    pub(crate) draft: Draft,
    /// Where parts of the normal form were in the document: the pointer in the normal form, and the
    /// pointer in the document.
    pub(crate) moved: Vec<(String, String)>,
    /// Pointers to keywords that the draft does not have, so that validators ignore them.
    pub(crate) ignored: Vec<String>,
}

impl Normal {
    /// The pointer into the document for a pointer into the normal form.
    pub(crate) fn original(&self, pointer: &str) -> String {
        let mut pointer = pointer.to_owned();
        // Outer parts were moved first, and inner ones within them.
        for (new, old) in self.moved.iter().rev() {
            let rest = pointer.strip_prefix(new.as_str());
            if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
                pointer = format!("{old}{rest}");
            }
        }
        pointer
    }
}

/// Brings a document into its normal form. Problems are added to the list.
pub(crate) fn document(
    file: &str,
    event_type: &str,
    root: Value,
    problems: &mut Vec<Error>,
) -> Normal {
    let draft = draft::of(file, &root, problems);
    let mut document =
        Document { file, draft, problems, moved: vec![], ignored: vec![], containers: vec![] };
    let root = document.root(event_type, root);
    let Document { moved, ignored, .. } = document;
    Normal { root, draft, moved, ignored }
}

/// What a keyword has come to.
type Checked = Result<(), Error>;

struct Document<'a> {
    file: &'a str,
    draft: Draft,
    problems: &'a mut Vec<Error>,
    moved: Vec<(String, String)>,
    ignored: Vec<String>,
    /// The members of the root that hold definitions.
    containers: Vec<&'static str>,
}

impl Document<'_> {
    fn error(&self, pointer: &str, token: &str, problem: &str, remedy: &str) -> Error {
        Error::new(self.file, below(pointer, token), problem, remedy)
    }

    /// The definitions, all in `definitions`, and the reference to that of the event.
    fn root(&mut self, event_type: &str, root: Value) -> Value {
        let Value::Object(mut members) = root else {
            self.problems.push(no_schema(self.file, ""));
            return refused();
        };
        let mut definitions = Map::new();
        for container in ["definitions", "$defs"] {
            match members.remove(container) {
                None => continue,
                Some(Value::Object(known)) => {
                    self.containers.push(container);
                    if container == "$defs" && definitions.is_empty() {
                        self.moved.push(("/definitions".to_owned(), "/$defs".to_owned()));
                    }
                    definitions.extend(known);
                }
                Some(_) => {
                    self.problems.push(self.error(
                        "",
                        container,
                        &format!("`{container}` is not an object of schemas"),
                        "write an object of schemas",
                    ));
                    return refused();
                }
            }
        }
        if !members.contains_key("$ref") && members.contains_key("properties") {
            // The event stands at the root itself.
            definitions.insert(event_type.to_owned(), Value::Object(std::mem::take(&mut members)));
            self.moved.push((below("/definitions", event_type), String::new()));
            let reference = format!("#/definitions/{event_type}");
            members.insert("$ref".to_owned(), reference.into());
        } else if members.get("type").is_some_and(|name| name == "object") {
            // It is also in the definition of the event.
            members.remove("type");
        }
        let mut normal = Map::new();
        let mut reference = Value::Object(members);
        self.schema("", &mut reference);
        if let Some(target) = reference.get("$ref") {
            normal.insert("$ref".to_owned(), target.clone());
        }
        if is_refused(&reference) {
            normal.insert(REFUSED.to_owned(), true.into());
        }
        let sorted: BTreeMap<_, _> = definitions.iter_mut().collect();
        for (name, definition) in sorted {
            let pointer = below("/definitions", name);
            self.schema(&pointer, definition);
        }
        normal.insert("definitions".to_owned(), definitions.into());
        normal.into()
    }

    /// Brings a schema into its normal form, or puts the marker in its place.
    fn schema(&mut self, pointer: &str, value: &mut Value) {
        if let Err(error) = self.checked(pointer, value) {
            self.problems.push(error);
            // What is below it is looked at nevertheless.
            if let Value::Object(members) = value {
                self.below(pointer, members);
            }
            *value = refused();
        }
    }

    fn checked(&mut self, pointer: &str, value: &mut Value) -> Checked {
        let Value::Object(members) = value else {
            return Err(match value {
                Value::Bool(true) if self.draft.has_boolean_schemas() => {
                    *value = Value::Object(Map::new());
                    return Ok(());
                }
                Value::Bool(false) if self.draft.has_boolean_schemas() => Error::new(
                    self.file,
                    pointer,
                    "no value is valid here",
                    "remove the member from `properties`: a closed object forbids it as well",
                ),
                _ => no_schema(self.file, pointer),
            });
        };
        combined::resolve(self, pointer, members)?;
        self.reference(pointer, members)?;
        draft::drop_annotations(members);
        self.drop_constant(pointer, members);
        objects::drop_meaningless(self.draft, members);
        rules::drop_meaningless(members);
        types::complete(self.draft, members);
        objects::keywords(self, pointer, members)?;
        rules::normalise(self, pointer, members)?;
        types::normalise(self, pointer, members)?;
        objects::check(self, pointer, members)?;
        self.below(pointer, members);
        Ok(())
    }

    /// Draft-04 has no `const`. Validators ignore it there, which leaves what else the schema says.
    fn drop_constant(&mut self, pointer: &str, members: &mut Map<String, Value>) {
        let says_more = members.contains_key("type") || members.contains_key("enum");
        if self.draft == Draft::Draft4 && says_more && members.remove("const").is_some() {
            self.ignored.push(below(pointer, "const"));
        }
    }

    /// Checks a reference. Up to draft-07 the members next to it are ignored.
    fn reference(&mut self, pointer: &str, members: &mut Map<String, Value>) -> Checked {
        let Some(reference) = members.get("$ref") else { return Ok(()) };
        let target = reference.as_str().and_then(|target| {
            let (container, name) = target.strip_prefix("#/")?.split_once('/')?;
            self.containers.contains(&container).then(|| name.to_owned())
        });
        let target = target.filter(|name| !name.contains('/'));
        // The definitions themselves may be missing, which is found later.
        let target = target.or_else(|| {
            let name = members["$ref"].as_str()?.strip_prefix("#/definitions/")?;
            (self.containers.is_empty() && !name.contains('/')).then(|| name.to_owned())
        });
        let Some(name) = target else {
            return Err(self.error(
                pointer,
                "$ref",
                "the reference is not to one of the schema's own definitions",
                "copy its target into `definitions`, and refer to it as #/definitions/NAME",
            ));
        };
        let kept = ["$ref", "description", NULLABLE];
        if self.draft.has_siblings_of_references() {
            draft::drop_annotations(members);
            let beside = members.keys().find(|key| !kept.contains(&key.as_str()));
            if let Some(key) = beside {
                return Err(self.error(
                    pointer,
                    key,
                    &format!("`{key}` next to a `$ref` has no type of its own"),
                    "write it in the definition that the `$ref` names",
                ));
            }
        }
        members.retain(|key, _| kept.contains(&key.as_str()));
        members.insert("$ref".to_owned(), format!("#/definitions/{name}").into());
        Ok(())
    }

    /// The schemas within a schema.
    fn below(&mut self, pointer: &str, members: &mut Map<String, Value>) {
        for container in ["properties", "patternProperties"] {
            if let Some(Value::Object(inner)) = members.get_mut(container) {
                let pointer = below(pointer, container);
                let sorted: BTreeMap<_, _> = inner.iter_mut().collect();
                for (name, schema) in sorted {
                    self.schema(&below(&pointer, name), schema);
                }
            }
        }
        for single in ["items", "additionalProperties"] {
            if let Some(schema @ Value::Object(_)) = members.get_mut(single) {
                self.schema(&below(pointer, single), schema);
            }
        }
    }
}

/// The schema that stands where one was refused.
pub(crate) fn refused() -> Value {
    serde_json::json!({ REFUSED: true })
}

fn no_schema(file: &str, pointer: &str) -> Error {
    Error::new(file, pointer, "a schema must be an object", "write a JSON Schema object")
}
