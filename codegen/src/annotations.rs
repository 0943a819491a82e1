//! Annotations: what the schemas do not contain, such as docs, units and sender constraints.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};

use crate::error::{Error, below};
use crate::load;
use crate::naming;

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Annotation {
    pub(crate) doc: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) minimum: Option<f64>,
    pub(crate) maximum: Option<f64>,
    pub(crate) min_length: Option<usize>,
    pub(crate) pattern: Option<String>,
    pub(crate) personal: bool,
    /// Only the library sets this member; users can read it. It must be optional.
    pub(crate) managed: bool,
    pub(crate) values: Vec<Known>,
    /// The name of the Rust enum for the known integers.
    pub(crate) enum_name: Option<String>,
}

impl Annotation {
    /// Whether there is a sender constraint.
    pub(crate) const fn has_limits(&self) -> bool {
        self.minimum.is_some()
            || self.maximum.is_some()
            || self.min_length.is_some()
            || self.pattern.is_some()
    }
}

/// A known value; other values are valid too.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Known {
    pub(crate) value: Value,
    pub(crate) name: String,
    pub(crate) doc: String,
}

#[derive(Debug, Default)]
pub(crate) struct Annotations {
    file: String,
    /// Whether the file is in the folder of the schemas.
    of_the_folder: bool,
    events: BTreeMap<String, Annotation>,
    types: BTreeMap<String, Annotation>,
    keys: BTreeMap<String, Annotation>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Section {
    Events,
    Types,
    Keys,
}

impl Section {
    const fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Types => "types",
            Self::Keys => "keys",
        }
    }
}

/// The only pattern that the library checks, without a regex engine.
pub(crate) const NAME_PATTERN: &str = r"^[a-zA-Z0-9_\.]{1,64}$";

/// Whether a file says the same, whatever its white space and the order of its members.
fn is_copy(file: &Path, of: &Path) -> bool {
    let root = |path| load::parse(path).ok().map(|(_, root)| root);
    root(of).is_some_and(|original| root(file) == Some(original))
}

impl Annotations {
    /// Reads the folder's own annotations, or else those of the other file, if there is one. A copy
    /// of that file, in a folder that was copied with it, was not written for these schemas either.
    pub(crate) fn of(folder: &Path, otherwise: Option<&Path>) -> Result<Self, Error> {
        let own = folder.join(load::ANNOTATIONS);
        if own.is_file() {
            let is_copy = otherwise.is_some_and(|other| other != own && is_copy(&own, other));
            return Ok(Self { of_the_folder: !is_copy, ..Self::read(&own)? });
        }
        otherwise.map_or_else(|| Ok(Self::default()), Self::read)
    }

    fn read(path: &Path) -> Result<Self, Error> {
        let file = path.display().to_string();
        let (_, root) = load::parse(path)?;
        let mut annotations = Self { file: file.clone(), ..Self::default() };
        for (section, entries) in load::sorted(object(&file, "", &root)?) {
            let pointer = below("", section);
            let target = match section.as_str() {
                "events" => &mut annotations.events,
                "types" => &mut annotations.types,
                "keys" => &mut annotations.keys,
                "$comment" => continue,
                _ => {
                    return Err(Error::new(
                        file,
                        pointer,
                        "is not a section of the annotations",
                        "the sections are events, types and keys",
                    ));
                }
            };
            for (name, entry) in load::sorted(object(&file, &pointer, entries)?) {
                let entry = annotation(&file, &below(&pointer, name), entry)?;
                target.insert(name.clone(), entry);
            }
        }
        Ok(annotations)
    }

    pub(crate) fn event(&self, event_type: &str) -> Annotation {
        self.events.get(event_type).cloned().unwrap_or_default()
    }

    pub(crate) fn type_(&self, name: &str) -> Annotation {
        self.types.get(name).cloned().unwrap_or_default()
    }

    /// The entry `Type/key`, or else the entry of the key in any type.
    pub(crate) fn key(&self, type_name: &str, key: &str) -> Annotation {
        self.keys.get(&self.entry(type_name, key)).cloned().unwrap_or_default()
    }

    /// The error for a member of the entry that [`key`](Self::key) returns.
    pub(crate) fn refuse(
        &self,
        (type_name, key): (&str, &str),
        member: &str,
        problem: impl Into<String>,
        remedy: &str,
    ) -> Error {
        let pointer = below(&below("/keys", &self.entry(type_name, key)), member);
        Error::new(&self.file, pointer, problem, remedy)
    }

    /// The error for an entry as a whole.
    pub(crate) fn refuse_entry(
        &self,
        section: Section,
        name: &str,
        problem: impl Into<String>,
        remedy: &str,
    ) -> Error {
        let pointer = below(&below("", section.name()), name);
        Error::new(&self.file, pointer, problem, remedy)
    }

    pub(crate) const fn are_of_the_folder(&self) -> bool {
        self.of_the_folder
    }

    /// The names of the entries in a section.
    pub(crate) fn names(&self, section: Section) -> impl Iterator<Item = &String> {
        match section {
            Section::Events => &self.events,
            Section::Types => &self.types,
            Section::Keys => &self.keys,
        }
        .keys()
    }

    /// The name of the entry that [`key`](Self::key) returns.
    pub(crate) fn entry(&self, type_name: &str, key: &str) -> String {
        let own = format!("{type_name}/{key}");
        if self.keys.contains_key(&own) { own } else { key.to_owned() }
    }
}

fn object<'a>(
    file: &str,
    pointer: &str,
    value: &'a Value,
) -> Result<&'a Map<String, Value>, Error> {
    value.as_object().ok_or_else(|| {
        Error::new(file, pointer, "is not an object", "write `{ name: entry, ... }`")
    })
}

fn annotation(file: &str, pointer: &str, value: &Value) -> Result<Annotation, Error> {
    let mut entry = Annotation::default();
    for (member, value) in load::sorted(object(file, pointer, value)?) {
        let wrong = |expected: &str| {
            Error::new(
                file,
                below(pointer, member),
                format!("is not {expected}"),
                format!("write {expected}"),
            )
        };
        let text = || value.as_str().map(str::to_owned).ok_or_else(|| wrong("a string"));
        let number = || value.as_f64().ok_or_else(|| wrong("a number"));
        match member.as_str() {
            "doc" => entry.doc = Some(text()?),
            "unit" => entry.unit = Some(text()?),
            "source" => entry.source = Some(text()?),
            "enumName" => {
                let name = value.as_str().filter(|name| naming::is_type_name(name));
                let expected = "the name of a Rust type, as `AuthState`";
                entry.enum_name = Some(name.ok_or_else(|| wrong(expected))?.to_owned());
            }
            "minimum" => entry.minimum = Some(number()?),
            "maximum" => entry.maximum = Some(number()?),
            "minLength" => {
                let length = value.as_u64().and_then(|length| usize::try_from(length).ok());
                entry.min_length = Some(length.ok_or_else(|| wrong("a whole number"))?);
            }
            "personal" => {
                entry.personal = value.as_bool().ok_or_else(|| wrong("true or false"))?;
            }
            "managed" => {
                entry.managed = value.as_bool().ok_or_else(|| wrong("true or false"))?;
            }
            "pattern" if value == NAME_PATTERN => entry.pattern = Some(text()?),
            "pattern" => return Err(wrong(&format!("the pattern {NAME_PATTERN}"))),
            "values" => {
                let values = value.as_array().ok_or_else(|| wrong("a list"))?;
                for (at, known) in values.iter().enumerate() {
                    let pointer = below(&below(pointer, member), &at.to_string());
                    entry.values.push(known_value(file, &pointer, known, &entry.values)?);
                }
            }
            _ => {
                return Err(Error::new(
                    file,
                    below(pointer, member),
                    "is not a member of an annotation",
                    "the members are doc, unit, source, minimum, maximum, minLength, pattern, \
                     personal, managed, values and enumName",
                ));
            }
        }
    }
    Ok(entry)
}

fn known_value(file: &str, pointer: &str, value: &Value, before: &[Known]) -> Result<Known, Error> {
    let refuse = |problem: &str, remedy: &str| Error::new(file, pointer, problem, remedy);
    let name = value.get("name").and_then(Value::as_str).filter(|name| naming::is_name(name));
    let known = value.get("value").filter(|known| known.is_string() || known.is_i64());
    let doc = value.get("doc").map_or(Some(""), Value::as_str);
    let mut members = value.as_object().into_iter().flat_map(Map::keys);
    let nothing_else = members.all(|key| ["value", "name", "doc"].contains(&key.as_str()));
    let (Some(name), Some(known), Some(doc), true) = (name, known, doc, nothing_else) else {
        return Err(refuse(
            "is not a known value",
            "write `{\"value\": ..., \"name\": ..., \"doc\": ...}`: a string or an integer, a Rust \
             name and a text",
        ));
    };
    if before.iter().any(|other| other.name == name || other.value == *known) {
        return Err(refuse("repeats the value or the name of another", "remove one of them"));
    }
    Ok(Known { value: known.clone(), name: name.to_owned(), doc: doc.to_owned() })
}
