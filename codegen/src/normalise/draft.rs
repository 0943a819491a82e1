//! The drafts of JSON Schema, and what they differ in.

use serde_json::{Map, Value};

use crate::error::Error;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Draft {
    Draft4,
    Draft6,
    Draft7,
    Draft2019,
    Draft2020,
}

impl Draft {
    /// Whether `1.0` is an integer.
    pub(crate) fn takes_point_in_integers(self) -> bool {
        self > Self::Draft4
    }

    /// Whether `exclusiveMinimum` is a number, not a truth value.
    pub(super) fn has_exclusive_numbers(self) -> bool {
        self > Self::Draft4
    }

    pub(super) fn has_boolean_schemas(self) -> bool {
        self > Self::Draft4
    }

    /// Whether the members next to a `$ref` count.
    pub(super) fn has_siblings_of_references(self) -> bool {
        self > Self::Draft7
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Draft4 => "draft-04",
            Self::Draft6 => "draft-06",
            Self::Draft7 => "draft-07",
            Self::Draft2019 => "draft 2019-09",
            Self::Draft2020 => "draft 2020-12",
        }
    }
}

/// The draft that a document names; draft-04, as published, if it names none.
pub(super) fn of(file: &str, root: &Value, problems: &mut Vec<Error>) -> Draft {
    let Some(named) = root.get("$schema") else { return Draft::Draft4 };
    let text = named.as_str().unwrap_or_default().trim_end_matches('#');
    match text.split_once("://json-schema.org/").map(|(_, draft)| draft) {
        Some("draft-04/schema") => Draft::Draft4,
        Some("draft-06/schema") => Draft::Draft6,
        Some("draft-07/schema") => Draft::Draft7,
        Some("draft/2019-09/schema") => Draft::Draft2019,
        Some("draft/2020-12/schema") => Draft::Draft2020,
        _ => {
            problems.push(Error::new(
                file,
                "/$schema",
                "the schema is not written in draft-04, draft-06, draft-07, 2019-09 or 2020-12",
                "write it in draft-04, like the published ones",
            ));
            Draft::Draft4
        }
    }
}

/// Keywords that say nothing about which values are valid. `format` is one as long as validators do
/// not check it, and the published schemas are checked without.
const ANNOTATIONS: [&str; 15] = [
    "$schema",
    "$id",
    "id",
    "$comment",
    "title",
    "default",
    "examples",
    "format",
    "deprecated",
    "readOnly",
    "writeOnly",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "example",
];

/// Whether a keyword says nothing about which values are valid.
pub(super) fn is_annotation(keyword: &str) -> bool {
    ANNOTATIONS.contains(&keyword) || keyword.starts_with("meta:") || keyword.starts_with("x-")
}

pub(super) fn drop_annotations(members: &mut Map<String, Value>) {
    members.retain(|key, _| !is_annotation(key));
}
