//! The tables of the Media Edge API: the mapping to its members, and what is valid in its requests.
//!
//! The library converts by these tables and has no types of its own for this API. So nothing here
//! depends on the folder of schemas for the Media Collection API.

mod mapping;
mod plans;
mod schemas;

use std::fs;
use std::path::Path;

use quote::quote;
use serde_json::Value;

use crate::emit::layout;
use crate::error::{Error, Errors};
use crate::repeated;

/// The name of the mapping in the folder.
const MAPPING: &str = "mapping.json";

/// Other files of the folder that are no schemas.
const OTHERS: [&str; 2] = ["annotations.json", "deviations.json"];

/// The schema of downloaded sessions, which has those of all event types inside.
const DOWNLOADED: &str = "downloaded";

/// The text of `edge.rs`.
pub(crate) fn file(folder: &Path) -> Result<String, Errors> {
    let mapping = read(&folder.join(MAPPING))?;
    let mut problems = Vec::new();
    let mut tables = schemas::Tables::default();
    let schemas = schemas_of(folder)?;
    for (name, schema) in &schemas {
        if let Err(error) = tables.add(name, schema) {
            problems.push(Error { file: shown(&folder.join(format!("{name}.json"))), ..error });
        }
    }
    let mapped = mapping::tables(&mapping, &|name| tables.has(name));
    let mapped = mapped.map_err(|error| {
        problems.push(Error { file: shown(&folder.join(MAPPING)), ..error });
    });
    Errors::of(problems)?;
    let (valid, mapped) = (tables.items(), mapped.unwrap_or_default());
    let plans = plans::tables(&mapping, &schemas);
    let items = quote! {
        #[allow(unused_imports, reason = "the schemas may have no use for some")]
        use super::table::{
            Cell, Check, Form, Gone, Holds, Kind, Lack, Letters, List, Object, Part, Plan, Row, Step, Told,
            Variants, With,
        };
        use crate::schema;
        #mapped
        #plans
        #valid
    };
    Ok(layout::file("edge.rs", items)?)
}

/// Name and contents of each schema; the one of downloaded sessions is the last.
fn schemas_of(folder: &Path) -> Result<Vec<(String, Value)>, Errors> {
    let unreadable = |error: std::io::Error| {
        Error::new(shown(folder), "", format!("{error}"), "name the folder of the schemas")
    };
    let mut schemas = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(event_type) = name.strip_suffix(".json") else { continue };
        if name != MAPPING && !OTHERS.contains(&name.as_str()) {
            schemas.push((event_type.to_owned(), read(&path)?));
        }
    }
    schemas.sort_by_key(|(name, _)| (name == DOWNLOADED, name.clone()));
    Ok(schemas)
}

fn read(path: &Path) -> Result<Value, Error> {
    let failed = |pointer: &str, problem: String, remedy: &str| {
        Error::new(shown(path), pointer, problem, remedy)
    };
    let text = fs::read_to_string(path)
        .map_err(|error| failed("", error.to_string(), "put the file there"))?;
    let unreadable = |error: serde_json::Error| failed("", error.to_string(), "write it as JSON");
    if let Some(pointer) = repeated::member(&text).map_err(unreadable)? {
        return Err(failed(&pointer, "the member is repeated".to_owned(), "keep one of them"));
    }
    serde_json::from_str(&text).map_err(unreadable)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
