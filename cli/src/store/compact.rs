//! `compact`: makes the file of a store smaller.

use std::error::Error;
use std::fs;
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::Store;
use crate::{exit, output};

/// Make the file of a store smaller, by the room of sessions that were sent or deleted
///
/// `upload` does so by itself when everything was sent and the file is large.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  The size of the file before and after, in bytes.

  With --json, {\"before\", \"after\"}.

Exit codes:
  0  the file has no more room than it needs
  2  the store cannot be used, or the command line is wrong")]
pub struct Arguments {
    #[command(flatten)]
    store: Store,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let store = arguments.store.open()?;
    let path = store.path().to_owned();
    let size = || fs::metadata(&path).map(|file| file.len());
    let before = size()?;
    store.compact()?;
    // When it is closed, it gets the list of its free pages.
    drop(store);
    let after = size()?;
    if arguments.json {
        output::line(json!({ "before": before, "after": after }))?;
    } else {
        output::line(format_args!("{before} bytes before, {after} bytes after"))?;
    }
    Ok(exit::FINE.into())
}
