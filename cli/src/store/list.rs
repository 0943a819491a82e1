//! `list`: prints the stored sessions.

use std::error::Error;
use std::process::ExitCode;

use clap::Args;
use media_collection::store::{SessionInfo, SessionStatus};
use serde_json::{Value, json};

use super::Store;
use crate::{exit, output};

/// List the sessions of a store, oldest first
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  A line for each session: its number, which other commands take, its state (open, pending, or
  refused, which means rejected by the collector), its events, bytes and attempts; then the totals.

  With --json, an array with an element for each session:
    {\"id\", \"state\", \"events\", \"bytes\", \"began\", \"attempts\"}
  \"began\" is in milliseconds since the Unix epoch.

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
    let store = arguments.store.open_to_read()?;
    let sessions = store.sessions()?;
    let stats = store.stats()?;
    output::write(|out| {
        if arguments.json {
            let list: Value = sessions.iter().map(json).collect();
            return writeln!(out, "{list}");
        }
        for session in &sessions {
            writeln!(
                out,
                "{:>6}  {:<8}  {:>7} events  {:>9} bytes  {} attempts",
                session.key,
                state(session.status),
                session.events,
                session.bytes,
                session.attempts
            )?;
        }
        writeln!(
            out,
            "{} open, {} pending, {} refused, {} bytes",
            stats.open, stats.pending, stats.rejected, stats.bytes
        )
    })?;
    Ok(exit::FINE.into())
}

/// The state in the words of version 0.1, on which scripts rely.
pub(super) fn state(status: SessionStatus) -> &'static str {
    match status {
        SessionStatus::Rejected => "refused",
        other => other.as_str(),
    }
}

fn json(session: &SessionInfo) -> Value {
    json!({
        "id": session.key.number(),
        "state": state(session.status),
        "events": session.events,
        "bytes": session.bytes,
        "began": session.began,
        "attempts": session.attempts,
    })
}
