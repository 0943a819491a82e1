//! Turns the JSON schemas of the Adobe Streaming Media Collection API into Rust bindings.
//!
//! This is the build step of the `media-collection` crate, whose build script calls [`generate`].
//! The output uses modules of that crate and does not compile elsewhere. `docs/generated-code.md`
//! in the repository explains it.
//!
//! The stages, one module each:
//!
//! | stage | what it does |
//! |---|---|
//! | `load` | reads the `{eventType}.json` files in a fixed order; refuses repeated members |
//! | `normalise` | brings schemas into one form; refuses keywords that the bindings cannot enforce |
//! | `merge` | merges the shared definitions, which must be equal in all files |
//! | `split` | separates events from object types and names inline schemas |
//! | `typify` | compares the types with those that typify makes (with the feature `typify`) |
//! | `annotated` | checks the annotations against the schemas |
//! | `emit` | writes the three files |
//!
//! The output is deterministic. Every error has the file, a JSON Pointer, the problem and a remedy.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod annotated;
mod annotations;
mod claims;
mod emit;
mod error;
mod load;
mod merge;
mod model;
mod names;
mod naming;
mod normalise;
mod repeated;
mod reserved;
mod split;
#[cfg(feature = "typify")]
mod typify;

use std::path::Path;

pub use error::Error;

/// Rust source, in one part for each module of the library that includes it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bindings {
    /// The public types, with their builders and schema tables.
    pub types: String,
    /// The code that reads and writes the types.
    pub json: String,
    /// The recorder's methods, one for each event type.
    pub recorder: String,
}

impl Bindings {
    /// The name and text of each file.
    #[must_use]
    pub fn files(&self) -> [(&'static str, &str); 3] {
        [("types.rs", &self.types), ("json.rs", &self.json), ("recorder.rs", &self.recorder)]
    }
}

/// Generates the bindings for a folder of schemas.
///
/// `annotations` is the path of a file with docs, units and sender constraints. It is ignored if the
/// folder has an `annotations.json` of its own, in which every entry must apply to a schema of the
/// folder.
///
/// # Errors
///
/// If a file cannot be read, or the bindings cannot represent a schema or an annotation.
pub fn generate(folder: &Path, annotations: Option<&Path>) -> Result<Bindings, Error> {
    let annotations = annotations::Annotations::of(folder, annotations)?;
    let model = model(folder)?;
    #[cfg(feature = "typify")]
    typify::compare(&model)?;
    let additions = annotated::check(&model, &annotations)?;
    emit::bindings(&emit::Context::new(&model, &annotations, &additions))
}

/// Lists the Rust names for a folder of schemas: `key -> field` for each member of each type,
/// `eventType -> Variant, constructor` for each event.
///
/// # Errors
///
/// As for [`generate`].
pub fn names(folder: &Path) -> Result<String, Error> {
    Ok(names::list(&model(folder)?))
}

fn model(folder: &Path) -> Result<model::Model, Error> {
    let mut schemas = load::schemas(folder)?;
    for schema in &mut schemas {
        normalise::root(&schema.file, &mut schema.root)?;
    }
    split::model(&folder.display().to_string(), merge::schemas(schemas)?)
}
