//! Writes the bindings for a folder of schemas, or lists the names in them.
#![forbid(unsafe_code)]

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use media_collection_codegen::{generate, names};

const USAGE: &str = "\
usage: media-collection-codegen SCHEMAS --out FOLDER [--annotations FILE]
       media-collection-codegen SCHEMAS --names

Writes types.rs, json.rs and recorder.rs for a folder of schemas, or lists the Rust names for them.
FILE is ignored if the folder has an annotations.json of its own.";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let done = match arguments.as_slice() {
        [folder, names] if names == "--names" => list(Path::new(folder)),
        [folder, out, output] if out == "--out" => write(folder, output, None),
        [folder, out, output, annotations, file]
            if out == "--out" && annotations == "--annotations" =>
        {
            write(folder, output, Some(Path::new(file)))
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

fn write(folder: &OsString, output: &OsString, annotations: Option<&Path>) -> Result<(), String> {
    let bindings = generate(Path::new(folder), annotations).map_err(|error| error.to_string())?;
    for (name, text) in bindings.files() {
        let path = Path::new(output).join(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
