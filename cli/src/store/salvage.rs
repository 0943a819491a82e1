//! `salvage`: reads what is whole in a store that is damaged or cut off.

use std::error::Error;
use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use media_collection::store::{Salvage, SalvagedSession, salvage};
use serde_json::json;

use crate::{exit, output};

/// Write what is whole in a damaged store to files, a JSON array for each session
///
/// The store is only read. If the database still finds its sessions, these are written, without the
/// events that cannot be read. If it does not, the file is searched for events: sessions that were sent
/// already may be among those that are found, and an event may be as it was before `retry --repair`.
/// `check` and `timeline` read the files.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  A line for each session: the file, its events, and how many are missing before or between them; then
  how the store was read.

  With --json, a line for each session:
    {\"id\", \"state\", \"events\", \"missing\", \"whole\", \"file\"}
  \"state\" is null if only events of the session are found; \"whole\" is true if it has a start, an end
  and all events between them. At the end {\"sessions\", \"intact\", \"searched\"}.

Exit codes:
  0  no event is missing
  1  the store is damaged; what was found is written
  2  nothing is found, the file cannot be read, a file of the folder exists already, or the command line
     is wrong")]
pub struct Arguments {
    /// The file with the sessions
    #[arg(long = "store", value_name = "FILE")]
    file: PathBuf,
    /// The folder to write to; it is made if it is missing. Files in it are not overwritten
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let shown = arguments.file.display();
    let found = salvage(&arguments.file).map_err(|error| format!("{shown}: {error}"))?;
    if found.sessions.is_empty() && !found.is_intact {
        return Err(format!("{shown}: no event of a session is found in it").into());
    }
    make(&arguments.out).map_err(|error| format!("{}: {error}", arguments.out.display()))?;
    for session in &found.sessions {
        let file = arguments.out.join(format!("session-{}.json", session.key));
        write(&file, &session.body).map_err(|error| format!("{}: {error}", file.display()))?;
        if arguments.json {
            output::line(line_json(session, &file))?;
        } else {
            output::line(line(session, &file))?;
        }
    }
    output::line(end(&found, arguments.json))?;
    Ok(if found.is_intact { exit::FINE } else { exit::WRONG }.into())
}

/// Makes the folder, for its owner only.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder)
}

/// Writes a new file, for its owner only.
fn write(file: &Path, body: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true).create_new(true).open(file)?.write_all(body)
}

fn line(session: &SalvagedSession, file: &Path) -> String {
    let missing = match session.missing {
        0 => String::new(),
        missing => format!(", {missing} missing"),
    };
    let end = if session.is_whole || session.missing > 0 { "" } else { ", no end" };
    format!("{}: {} events{missing}{end}", file.display(), session.events)
}

fn line_json(session: &SalvagedSession, file: &Path) -> String {
    let state = session.status.map(super::list::state);
    json!({
        "id": session.key.number(),
        "state": state,
        "events": session.events,
        "missing": session.missing,
        "whole": session.is_whole,
        "file": file.display().to_string(),
    })
    .to_string()
}

fn end(found: &Salvage, is_json: bool) -> String {
    let sessions = found.sessions.len();
    if is_json {
        let (intact, searched) = (found.is_intact, found.is_searched);
        return json!({ "sessions": sessions, "intact": intact, "searched": searched }).to_string();
    }
    let how = if found.is_intact {
        "the store is not damaged"
    } else if found.is_searched {
        "the store was searched for events: sessions that were sent may be among these"
    } else {
        "the store is damaged; its list of sessions is whole"
    };
    format!("{sessions} sessions; {how}")
}
