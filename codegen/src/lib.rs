//! Turns the JSON schemas of the Adobe Streaming Media Collection API into Rust bindings.
//!
//! This is the build step of the `media-collection` crate, which calls [`generate`] from its
//! build script. The output names modules of that crate and is of no use elsewhere; how to read
//! it is explained in `docs/generated-code.md` of the repository.
//!
//! The stages, one module each:
//!
//! | stage | what it does |
//! |---|---|
//! | `load` | reads `{eventType}.json` files in a fixed order; refuses repeated members |
//! | `normalise` | brings draft-04 to one form; refuses what would be lost further on |
//! | `merge` | makes one set of the shared definitions, which must not differ |
//! | `split` | separates events from object types and names inline schemas |
//! | `typify` | compares the types with those that typify makes (with the feature `typify`) |
//! | `annotated` | checks the annotations against the schemas |
//! | `emit` | writes the three files |
//!
//! The same schemas always give the same text. Every error names the file, the place in it as a
//! JSON Pointer, and what to do.
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

/// Rust source, by the room of the library that includes it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bindings {
    /// The types that users see, with their builders and tables.
    pub types: String,
    /// How the types are read and written.
    pub json: String,
    /// The recorder's method for each event type.
    pub recorder: String,
}

impl Bindings {
    /// Each file's name and text.
    #[must_use]
    pub fn files(&self) -> [(&'static str, &str); 3] {
        [("types.rs", &self.types), ("json.rs", &self.json), ("recorder.rs", &self.recorder)]
    }
}

/// Generates the bindings for a folder of schemas.
///
/// `annotations` names the file that carries docs, units and constraints. If the folder has an
/// `annotations.json` of its own, that is taken instead, and each entry in it must apply to
/// something in the folder.
///
/// # Errors
///
/// When a file cannot be read, or says something that the bindings could not keep.
pub fn generate(folder: &Path, annotations: Option<&Path>) -> Result<Bindings, Error> {
    let annotations = annotations::Annotations::of(folder, annotations)?;
    let model = model(folder)?;
    #[cfg(feature = "typify")]
    typify::compare(&model)?;
    let additions = annotated::check(&model, &annotations)?;
    emit::bindings(&emit::Context::new(&model, &annotations, &additions))
}

/// Lists the Rust names that a folder of schemas gives: `key -> field` for each member of each
/// type, `eventType -> Variant, constructor` for each event.
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
