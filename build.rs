//! Generates the bindings from the schemas in `schemas/collection/`, or in the folder that
//! `MEDIA_COLLECTION_SCHEMAS` names; with the feature `edge` also the tables of the Media Edge API,
//! from `schemas/edge/`. Without the feature `codegen` there is nothing to do: the
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

    // Not as it was when this script was compiled: a checkout may have moved.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let own = Path::new(&package).join("schemas/collection");
    let output = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    let folder = match std::env::var_os(VARIABLE).map(PathBuf::from) {
        None => own.clone(),
        Some(folder) => absolute(folder, &output),
    };
    // The folders, since a schema may be added or removed; each file, since one may change.
    for path in [&own, &folder].into_iter().flat_map(|folder| schemas(folder)) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    let bindings = media_collection_codegen::generate_library(&folder, &own)
        .unwrap_or_else(|errors| fail(errors.iter().map(ToString::to_string)));
    for remark in &bindings.remarks {
        println!("cargo::warning={remark}");
    }
    let save = |name: &str, text: &str| {
        let path = output.join(name);
        std::fs::write(&path, text)
            .unwrap_or_else(|error| fail([format!("{}: {error}", path.display())]));
    };
    bindings.files().into_iter().for_each(|(name, text)| save(name, text));
    if std::env::var_os("CARGO_FEATURE_EDGE").is_some() {
        let folder = Path::new(&package).join("schemas/edge");
        for path in schemas(&folder) {
            println!("cargo::rerun-if-changed={}", path.display());
        }
        let tables = media_collection_codegen::generate_edge(&folder)
            .unwrap_or_else(|errors| fail(errors.iter().map(ToString::to_string)));
        save("edge.rs", &tables);
    }
}

/// The folder as a full path. Cargo runs this script in the folder of the library and does not say
/// where it was called, so a relative path is taken from the workspace of the one who builds: the
/// folder with a `Cargo.toml` that contains the output.
#[cfg(feature = "codegen")]
fn absolute(folder: std::path::PathBuf, output: &std::path::Path) -> std::path::PathBuf {
    if folder.is_absolute() {
        return folder;
    }
    let remedy = format!(
        "write a full path, or set {VARIABLE} in `.cargo/config.toml` with `relative = true`"
    );
    let shown = folder.display().to_string();
    if folder.as_os_str().is_empty() {
        fail([format!("{VARIABLE} is empty; {remedy}")]);
    }
    let workspace = output.ancestors().find(|above| above.join("Cargo.toml").is_file());
    let Some(workspace) = workspace else {
        fail([format!(
            "{VARIABLE} is the relative path `{shown}`, and the output is in no workspace; {remedy}"
        )]);
    };
    let found = workspace.join(folder);
    if !found.is_dir() {
        fail([format!(
            "{VARIABLE} is the relative path `{shown}`, taken from the workspace, and there is no \
             folder {}; {remedy}",
            found.display()
        )]);
    }
    found
}

/// The folder, and then the JSON files in it.
#[cfg(feature = "codegen")]
fn schemas(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let json = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    std::iter::once(folder.to_owned()).chain(json).collect()
}

/// Ends the build with every problem.
#[cfg(feature = "codegen")]
fn fail(problems: impl IntoIterator<Item = String>) -> ! {
    for problem in problems {
        println!("cargo::error={}", problem.replace('\n', " "));
    }
    std::process::exit(1);
}

#[cfg(not(feature = "codegen"))]
fn generate() {
    if std::env::var_os(VARIABLE).is_some() {
        println!("cargo::warning={VARIABLE} has no effect without the feature `codegen`");
    }
}
