//! `rejected`: prints the sessions that the collector rejected, and why.

use std::error::Error;
use std::process::ExitCode;

use clap::Args;
use media_collection::store::RejectedSession;
use serde_json::{Value, json};

use super::Store;
use crate::{exit, output};

/// List the sessions that the collector rejected, and why
///
/// They stay in the store until `retry` sends them again or `discard` deletes them.
#[derive(Debug, Args)]
#[command(visible_alias = "refused")]
#[command(after_long_help = "\
Output:
  For each rejected session its number, and the status and the message of the response; then the
  violations that the collector listed, and those that this tool found.

  With --json, an array with an element for each session:
    {\"id\", \"status\", \"rejected\", \"message\", \"collector\": [{\"pointer\", \"keyword\",
     \"message\"}], \"here\": [{\"pointer\", \"keyword\", \"message\"}]}
  \"rejected\" is the time of the response in milliseconds since the Unix epoch. \"status\" is 0 if
  no response came to the last attempt.

Exit codes:
  0  the list is printed
  2  the store cannot be used, or the command line is wrong")]
pub struct Arguments {
    #[command(flatten)]
    store: Store,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let sessions = arguments.store.open_to_read()?.rejected()?;
    output::write(|out| {
        if arguments.json {
            return output::pretty(out, &sessions.iter().map(json).collect());
        }
        for session in &sessions {
            let message = session.message.as_deref().unwrap_or("no reason given");
            let status = match session.status {
                0 => String::new(),
                status => format!("{status} "),
            };
            writeln!(out, "{}: {status}{message}", session.key)?;
            for (who, list) in [("collector", &session.reported), ("here", &session.found)] {
                for violation in list {
                    writeln!(out, "  {who}: {}: {}", violation.pointer, violation.message)?;
                }
            }
        }
        Ok(())
    })?;
    Ok(exit::FINE.into())
}

fn json(session: &RejectedSession) -> Value {
    json!({
        "id": session.key.number(),
        "status": session.status,
        "rejected": session.rejected_at,
        "message": session.message,
        "collector": session.reported,
        "here": session.found,
    })
}
