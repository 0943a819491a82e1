//! Prints the bindings for a folder of schema documents.
#![forbid(unsafe_code)]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), annotations, None) = (arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!("usage: media-collection-codegen SCHEMA_FOLDER [ANNOTATIONS]");
        return ExitCode::from(2);
    };
    let written = media_collection_codegen::generate(&folder, annotations.as_deref())
        .map_err(|error| error.to_string())
        .and_then(|bindings| {
            let to_stdout = std::io::stdout().write_all(bindings.as_bytes());
            to_stdout.map_err(|error| format!("the bindings cannot be written: {error}"))
        });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
