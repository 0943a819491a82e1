//! Generates the bindings from the schemas in `schemas/collection/`, or in the folder that
//! `MEDIA_COLLECTION_SCHEMAS` names. Without the feature `codegen` there is nothing to do: the
//! committed files in `schemas/snapshot/` are compiled instead.
#![forbid(unsafe_code)]

const VARIABLE: &str = "MEDIA_COLLECTION_SCHEMAS";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    generate();
}

#[cfg(feature = "codegen")]
fn generate() {
    use std::path::{Path, PathBuf};

    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/collection");
    let folder = std::env::var_os(VARIABLE).map_or_else(|| own.clone(), PathBuf::from);
    // The folders, since a schema may be added or removed; each file, since one may change.
    for path in [&own, &folder].into_iter().flat_map(|folder| schemas(folder)) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    for needed in schemas(&own).iter().skip(1).filter_map(|path| path.file_name()) {
        if needed != "annotations.json" && folder != own && !folder.join(needed).exists() {
            let (file, from) = (folder.join(needed), own.join(needed));
            let (file, from) = (file.display(), from.display());
            fail(&format!("{file} is missing, but the library needs this event type; copy {from}"));
        }
    }
    let bindings = media_collection_codegen::generate(&folder, Some(&own.join("annotations.json")))
        .unwrap_or_else(|error| fail(&error.to_string()));
    let output = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    for (name, text) in bindings.files() {
        let path = output.join(name);
        std::fs::write(&path, text)
            .unwrap_or_else(|error| fail(&format!("{}: {error}", path.display())));
    }
}

/// The folder, and then the JSON files in it.
#[cfg(feature = "codegen")]
fn schemas(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let json = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    std::iter::once(folder.to_owned()).chain(json).collect()
}

#[cfg(feature = "codegen")]
fn fail(problem: &str) -> ! {
    println!("cargo::error={problem}");
    std::process::exit(1);
}

#[cfg(not(feature = "codegen"))]
fn generate() {
    if std::env::var_os(VARIABLE).is_some() {
        println!("cargo::warning={VARIABLE} has no effect without the feature `codegen`");
    }
}
