//! What the documents do not carry: units, one-line docs, sources, a sender's constraints.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};

use crate::error::{Error, below};
use crate::load;

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Annotation {
    pub(crate) doc: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) minimum: Option<f64>,
    pub(crate) maximum: Option<f64>,
    pub(crate) min_length: Option<u64>,
    pub(crate) pattern: Option<String>,
    pub(crate) personal: bool,
    /// Set by the library alone: readable, and not to be set by hand. Only an optional member
    /// can be.
    pub(crate) managed: bool,
    pub(crate) values: Vec<Known>,
    /// Names the Rust enum that a set of known integers becomes.
    pub(crate) enum_name: Option<String>,
}

/// A known value of an open set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Known {
    pub(crate) value: Value,
    pub(crate) name: String,
    pub(crate) doc: String,
}

#[derive(Debug, Default)]
pub(crate) struct Annotations {
    events: BTreeMap<String, Annotation>,
    types: BTreeMap<String, Annotation>,
    keys: BTreeMap<String, Annotation>,
}

/// The one pattern that the library checks without a regex engine.
pub(crate) const NAME_PATTERN: &str = r"^[a-zA-Z0-9_\.]{1,64}$";

impl Annotations {
    pub(crate) fn read(path: &Path) -> Result<Self, Error> {
        let file = path.display().to_string();
        let (_, root) = load::parse(path)?;
        let mut annotations = Self::default();
        for (section, entries) in object(&file, "", &root)? {
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
            for (name, entry) in object(&file, &pointer, entries)? {
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

    /// The entry of a key inside a type, or else of the key wherever it stands.
    pub(crate) fn key(&self, type_name: &str, key: &str) -> Annotation {
        let own = self.keys.get(&format!("{type_name}/{key}"));
        own.or_else(|| self.keys.get(key)).cloned().unwrap_or_default()
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
    for (member, value) in object(file, pointer, value)? {
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
            "enumName" => entry.enum_name = Some(text()?),
            "minimum" => entry.minimum = Some(number()?),
            "maximum" => entry.maximum = Some(number()?),
            "minLength" => {
                entry.min_length = Some(value.as_u64().ok_or_else(|| wrong("a whole number"))?);
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
                for known in values {
                    entry.values.push(known_value(known).ok_or_else(|| {
                        wrong("a list of `{\"value\": ..., \"name\": ..., \"doc\": ...}`")
                    })?);
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

fn known_value(value: &Value) -> Option<Known> {
    let name = value.get("name")?.as_str()?;
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    let known = value.get("value").filter(|known| known.is_string() || known.is_i64())?;
    (starts_well && is_name).then(|| Known {
        value: known.clone(),
        name: name.to_owned(),
        doc: value.get("doc").and_then(Value::as_str).unwrap_or_default().to_owned(),
    })
}
