//! Turns the JSON schemas of the Adobe Streaming Media Collection API into Rust bindings.
//!
//! This is the build step of the `media-collection` crate, which calls [`generate`] from its
//! build script. The output refers to that crate's `support` and `direct` modules
//! and is of no use elsewhere.
//!
//! The stages, one module each:
//!
//! | stage | what it does |
//! |---|---|
//! | `load` | reads `{eventType}.json` files in an order of their own; refuses repeated members |
//! | `normalise` | brings draft-04 to one form; refuses what would be lost further on |
//! | `merge` | makes one set of the shared definitions, which must not differ |
//! | `split` | parts events from object types and names what is written inline |
//! | `types` | gives each member its Rust type; with the feature `typify`, typify must agree |
//! | `emit` | shapes them: names, docs, builders, two readers and writers, tables |
//!
//! The same documents always give the same text. Every error names the file, the place in it as
//! a JSON Pointer, and what to do.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod annotations;
mod emit;
mod error;
mod load;
mod merge;
mod model;
mod naming;
mod normalise;
mod repeated;
mod split;
mod types;

use std::path::Path;

pub use error::Error;

/// Generates the bindings for a folder of schema documents.
///
/// `annotations` names the file that carries docs, units and constraints; the folder's own
/// `annotations.json` comes first, if it has one.
///
/// # Errors
///
/// When a document cannot be read, or says something that the bindings could not keep.
pub fn generate(folder: &Path, annotations: Option<&Path>) -> Result<String, Error> {
    let own = folder.join(load::ANNOTATIONS);
    let annotations = match annotations {
        _ if own.is_file() => annotations::Annotations::read(&own)?,
        Some(path) => annotations::Annotations::read(path)?,
        None => annotations::Annotations::default(),
    };
    let mut documents = load::documents(folder)?;
    for document in &mut documents {
        normalise::document(&document.file, &mut document.root)?;
    }
    let folder = folder.display().to_string();
    let model = split::model(&folder, merge::documents(documents)?)?;
    let types = types::member_types(&model)?;
    emit::file(&emit::Context { model: &model, types: &types, annotations: &annotations })
}
