//! Prints the bindings for a folder of schema documents.
#![forbid(unsafe_code)]

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: media-collection-codegen SCHEMA_FOLDER [ANNOTATIONS]");
        return ExitCode::from(2);
    };
    match media_collection_codegen::generate(&folder, arguments.next().as_deref()) {
        Ok(bindings) => {
            print!("{bindings}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
