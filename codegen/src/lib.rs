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
//! | `normalise` | brings the drafts into one form; refuses keywords that the bindings cannot enforce |
//! | `merge` | merges the shared definitions |
//! | `split` | separates events from object types and names inline schemas |
//! | `needed` | checks that the library finds what it cannot do without |
//! | `typify` | compares the types with those that typify makes (with the feature `typify`) |
//! | `annotated` | checks the annotations against the schemas |
//! | `emit` | writes the files |
//! | `edge` | writes the tables of the Media Edge API, from a folder of its own |
//!
//! The output is deterministic. Every error has the file, a JSON Pointer, the problem and a remedy, and
//! all problems of a folder are found in one run.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod annotated;
mod annotations;
mod claims;
mod edge;
mod emit;
mod error;
mod load;
mod merge;
mod model;
mod names;
mod naming;
mod needed;
mod normalise;
mod pattern;
mod quality;
mod repeated;
mod reserved;
mod split;
#[cfg(feature = "typify")]
mod typify;

use std::collections::BTreeMap;
use std::path::Path;

pub use error::{Error, Errors};

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
    /// The methods of the typed builder, one for each event type.
    pub builder: String,
    /// The methods of the typed online session, one for each event type.
    pub online: String,
    /// The tracker's methods for what a player opens.
    pub tracker: String,
    /// Remarks on what the folder leaves out, for whoever builds.
    pub remarks: Vec<String>,
}

impl Bindings {
    /// The name and text of each file.
    #[must_use]
    pub fn files(&self) -> [(&'static str, &str); 6] {
        [
            ("types.rs", &self.types),
            ("json.rs", &self.json),
            ("recorder.rs", &self.recorder),
            ("builder.rs", &self.builder),
            ("online.rs", &self.online),
            ("tracker.rs", &self.tracker),
        ]
    }
}

/// Generates the bindings for a folder of schemas.
///
/// `annotations` is the path of a file with docs, units and sender constraints. It is ignored if the
/// folder has an `annotations.json` of its own, in which every entry must apply to a schema of the
/// folder, unless it is a copy of that file.
///
/// # Errors
///
/// If a file cannot be read, or the bindings cannot represent a schema or an annotation. The error
/// lists every problem of the folder.
pub fn generate(folder: &Path, annotations: Option<&Path>) -> Result<Bindings, Errors> {
    make(folder, None, annotations)
}

/// Generates the bindings that the library is built with.
///
/// `own` is the folder of the library's own schemas. Event types that the folder does not have are
/// taken from there, since the library names them; they are valid nowhere. Its annotations apply if
/// the folder has none.
///
/// # Errors
///
/// As for [`generate`]; also if a session cannot be reported with the schemas of the folder.
pub fn generate_library(folder: &Path, own: &Path) -> Result<Bindings, Errors> {
    make(folder, Some(own), Some(&own.join(load::ANNOTATIONS)))
}

fn make(folder: &Path, own: Option<&Path>, annotations: Option<&Path>) -> Result<Bindings, Errors> {
    let mut problems = Vec::new();
    let annotations = annotations::Annotations::of(folder, annotations)
        .map_err(|error| problems.push(error))
        .unwrap_or_default();
    let model = model(folder, own, &mut problems)?;
    #[cfg(feature = "typify")]
    if problems.is_empty()
        && let Err(error) = typify::compare(&model)
    {
        problems.push(error);
    }
    let additions = annotated::check(&model, &annotations, &mut problems);
    Errors::of(problems)?;
    let remarks = needed::remarks(&model);
    Ok(Bindings {
        remarks,
        ..emit::bindings(&emit::Context::new(&model, &annotations, &additions))?
    })
}

/// Generates the tables of the Media Edge API, the file `edge.rs`: what is valid in its requests, and
/// how each member of the Media Collection API is written in it.
///
/// # Errors
///
/// If a file cannot be read, or the tables cannot represent what is in it.
pub fn generate_edge(folder: &Path) -> Result<String, Errors> {
    edge::file(folder)
}

/// Lists the Rust names for a folder of schemas: `key -> field: type` for each member of each type,
/// `eventType -> Variant, constructor` for each event.
///
/// # Errors
///
/// As for [`generate`].
pub fn names(folder: &Path) -> Result<String, Errors> {
    let mut problems = Vec::new();
    let model = model(folder, None, &mut problems)?;
    Errors::of(problems)?;
    Ok(names::list(&model))
}

fn model(
    folder: &Path,
    own: Option<&Path>,
    problems: &mut Vec<Error>,
) -> Result<model::Model, Errors> {
    let schemas = load::schemas(folder, own, problems)?;
    let mut documents = BTreeMap::new();
    let mut merging = Vec::new();
    for schema in schemas {
        let load::Schema { event_type, file, root, text, listed } = schema;
        let normal = normalise::document(&file, &event_type, root, problems);
        let root = normal.root.clone();
        documents.insert(file.clone(), (normal, listed));
        merging.push(merge::Schema { event_type, file, text, root, listed });
    }
    let takes_point = one_draft(&documents, problems);
    let merged = merge::schemas(merging, problems);
    let mut model = split::model(merged, problems);
    needed::player_time(&model, problems);
    if own.is_some() {
        needed::check(&folder.display().to_string(), &model, problems);
    }
    model.takes_point_in_integers = takes_point;
    for (file, (normal, _)) in &documents {
        let at = normal.ignored.iter().map(|pointer| (file.clone(), normal.original(pointer)));
        model.ignored.extend(at);
    }
    // The later stages know only the normal form.
    for problem in problems.iter_mut() {
        if let Some((normal, _)) = documents.get(&problem.file) {
            problem.pointer = normal.original(&problem.pointer);
        }
    }
    Ok(model)
}

/// Whether `1.0` is an integer in the folder's schemas. All must agree.
fn one_draft(
    documents: &BTreeMap<String, (normalise::Normal, bool)>,
    problems: &mut Vec<Error>,
) -> bool {
    let mut listed = documents.iter().filter(|(_, (_, listed))| *listed);
    let Some((first, (normal, _))) = listed.next() else { return false };
    let takes_point = normal.draft.takes_point_in_integers();
    for (file, (other, _)) in listed {
        if other.draft.takes_point_in_integers() != takes_point {
            problems.push(Error::new(
                file,
                "/$schema",
                format!(
                    "the schema is written in {}, and {first} in {}: `1.0` is an integer in only one \
                     of them",
                    other.draft.name(),
                    normal.draft.name()
                ),
                "name the same draft in all files",
            ));
        }
    }
    takes_point
}
