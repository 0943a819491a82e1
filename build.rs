//! Generates the bindings from the schema documents: `schemas/`, or the folder that
//! `MEDIA_COLLECTION_SCHEMAS` names. Without the feature `codegen` there is nothing to do: the
//! committed `schemas/snapshot/bindings.rs` is compiled instead.

const VARIABLE: &str = "MEDIA_COLLECTION_SCHEMAS";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    generate();
}

#[cfg(feature = "codegen")]
fn generate() {
    use std::path::{Path, PathBuf};

    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let folder = std::env::var_os(VARIABLE).map_or_else(|| own.clone(), PathBuf::from);
    let annotations = own.join("annotations.json");
    // The folder, since a document may be added or removed; each file, since one may change.
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed={}", annotations.display());
    for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "json") {
            println!("cargo::rerun-if-changed={}", entry.path().display());
        }
    }

    let bindings = media_collection_codegen::generate(&folder, Some(&annotations))
        .unwrap_or_else(|error| fail(&error.to_string()));
    let target = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default()).join("bindings.rs");
    std::fs::write(&target, bindings)
        .unwrap_or_else(|error| fail(&format!("{}: {error}", target.display())));
}

#[cfg(not(feature = "codegen"))]
fn generate() {
    if std::env::var_os(VARIABLE).is_some() {
        println!("cargo::warning={VARIABLE} has no effect without the feature `codegen`");
    }
}

#[cfg(feature = "codegen")]
fn fail(problem: &str) -> ! {
    println!("cargo::error={problem}");
    std::process::exit(1);
}
