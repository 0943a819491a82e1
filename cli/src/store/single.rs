//! `export`, `retry`, `discard`: commands for a single session.

use std::error::Error;
use std::process::ExitCode;

use clap::Args;
use media_collection::Repairs;
use media_collection::store::SessionKey;
use serde_json::{Value, json};

use super::Store;
use crate::{exit, output};

/// The arguments that select a session of a store.
#[derive(Debug, Args)]
struct Session {
    #[command(flatten)]
    store: Store,
    /// The number of the session, as `list` prints it
    #[arg(value_name = "SESSION")]
    session: u64,
}

impl Session {
    fn key(&self) -> SessionKey {
        self.session.into()
    }
}

/// Print the events of a session as the JSON array that is sent
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  A JSON array of events, which `check` and `timeline` can read. --json changes nothing.

Exit codes:
  0  the session is printed
  2  there is no such session, the store cannot be used, or the command line is wrong")]
pub struct Export {
    #[command(flatten)]
    session: Session,
    /// Print JSON, as without this option
    #[arg(long)]
    json: bool,
}

/// Send a rejected session again with the next `upload`
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  Nothing; with --repair, a summary of the changes.

  With --json, {\"id\", \"state\"}; with --repair also \"repairs\": {\"dropped_before\",
  \"dropped_between\", \"dropped_after\", \"adjusted\", \"added\"}, where \"added\" lists the
  indices of added events and the others are counts.

Exit codes:
  0  the session is due
  2  there is no such session, the store cannot be used, or the command line is wrong")]
pub struct Retry {
    #[command(flatten)]
    session: Session,
    /// Repair it first: drop events outside the session, adjust timestamps, close what is open
    #[arg(long)]
    repair: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Delete a session without sending it
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  Nothing; with --json, {\"id\", \"discarded\": true}.

Exit codes:
  0  the session is deleted
  2  there is no such session, the store cannot be used, or the command line is wrong")]
pub struct Discard {
    #[command(flatten)]
    session: Session,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn export(arguments: &Export) -> Result<ExitCode, Box<dyn Error>> {
    let session = &arguments.session;
    let events = session.store.open_to_read()?.export(session.key())?;
    output::write(|out| {
        out.write_all(&events)?;
        writeln!(out)
    })?;
    Ok(exit::FINE.into())
}

pub fn retry(arguments: &Retry) -> Result<ExitCode, Box<dyn Error>> {
    let session = &arguments.session;
    let store = session.store.open()?;
    let mut repairs = None;
    if arguments.repair {
        repairs = Some(store.repair(session.key())?);
    } else {
        store.retry(session.key())?;
    }
    match &repairs {
        _ if arguments.json => {
            let mut printed = json!({ "id": session.session, "state": "pending" });
            if let Some(repairs) = &repairs {
                printed["repairs"] = repairs_json(repairs);
            }
            output::line(printed)?;
        }
        Some(repairs) => output::line(repairs_line(repairs))?,
        None => {}
    }
    Ok(exit::FINE.into())
}

pub fn discard(arguments: &Discard) -> Result<ExitCode, Box<dyn Error>> {
    let session = &arguments.session;
    session.store.open()?.discard(session.key())?;
    if arguments.json {
        output::line(json!({ "id": session.session, "discarded": true }))?;
    }
    Ok(exit::FINE.into())
}

fn repairs_json(repairs: &Repairs) -> Value {
    json!({
        "dropped_before": repairs.dropped_before,
        "dropped_between": repairs.dropped_between,
        "dropped_after": repairs.dropped_after,
        "adjusted": repairs.adjusted,
        "added": repairs.added,
    })
}

fn repairs_line(repairs: &Repairs) -> String {
    if repairs.is_empty() {
        return "nothing needed repair".to_owned();
    }
    format!(
        "dropped {} events before the start, {} between, {} after the end; \
         adjusted {} timestamps; added {} events",
        repairs.dropped_before,
        repairs.dropped_between,
        repairs.dropped_after,
        repairs.adjusted,
        repairs.added.len()
    )
}
