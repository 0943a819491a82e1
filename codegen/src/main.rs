//! Writes the bindings for a folder of schemas, or lists the names in them.
#![forbid(unsafe_code)]

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use media_collection_codegen::{generate, generate_edge, names};

const USAGE: &str = "\
usage: media-collection-codegen SCHEMAS --out FOLDER [--annotations FILE]
       media-collection-codegen --edge SCHEMAS --out FOLDER
       media-collection-codegen SCHEMAS --names

Writes the bindings for a folder of schemas, or lists the Rust names for them. With --edge it writes
edge.rs, the tables of the Media Edge API, for the folder of its schemas.
FILE is ignored if the folder has an annotations.json of its own.";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let done = match arguments.as_slice() {
        [folder, names] if names == "--names" => list(Path::new(folder)),
        [edge, folder, out, output] if edge == "--edge" && out == "--out" => {
            write_edge(Path::new(folder), output)
        }
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
    bindings.files().into_iter().try_for_each(|(name, text)| save(output, name, text))
}

fn write_edge(folder: &Path, output: &OsString) -> Result<(), String> {
    let text = generate_edge(folder).map_err(|error| error.to_string())?;
    save(output, "edge.rs", &text)
}

fn save(output: &OsString, name: &str, text: &str) -> Result<(), String> {
    let path = Path::new(output).join(name);
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}
