//! Writes the bindings for a folder of schemas, or lists the names in them.
#![forbid(unsafe_code)]

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use media_collection_codegen::{generate, names};

const USAGE: &str = "\
usage: media-collection-codegen SCHEMA_FOLDER OUTPUT_FOLDER [ANNOTATIONS]
       media-collection-codegen --names SCHEMA_FOLDER";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let done = match arguments.as_slice() {
        [names, folder] if names == "--names" => list(Path::new(folder)),
        [folder, output] => write(Path::new(folder), Path::new(output), None),
        [folder, output, annotations] => {
            write(Path::new(folder), Path::new(output), Some(Path::new(annotations)))
        }
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn list(folder: &Path) -> Result<(), String> {
    let names = names(folder).map_err(|error| error.to_string())?;
    std::io::stdout()
        .write_all(names.as_bytes())
        .map_err(|error| format!("the names cannot be written: {error}"))
}

fn write(folder: &Path, output: &Path, annotations: Option<&Path>) -> Result<(), String> {
    let bindings = generate(folder, annotations).map_err(|error| error.to_string())?;
    for (name, text) in bindings.files() {
        let path = output.join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
