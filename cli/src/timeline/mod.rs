//! `timeline`: prints a session as a table.

pub mod table;

use std::error::Error;
use std::process::ExitCode;

use clap::Args;
use media_collection::lint::lint;
use media_collection_cli::input::Session;
use serde_json::{Value, json};

use crate::reading::{self, Reading};
use crate::{exit, output};

/// Show a session as a readable table
///
/// Each event has its time since the start, the playhead and its meaning. Consecutive pings share a
/// line, and findings follow their event.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  A table for each session. Violations of the schemas are listed on standard error.

  With --json, an array with an element for each session:
    {\"file\", \"session\", \"events\": [{\"event\", \"time\", \"playhead\", \"type\", \"meaning\",
     \"findings\": [{\"rule\", \"severity\", \"message\", \"why\"}]}]}
  \"session\" is the id, or null; \"event\" is a place as `check` has it; \"time\" is in milliseconds since the session's first event.

Exit codes:
  0  the sessions are shown
  1  the events violate the schemas; they are shown if they can be read
  2  the file cannot be read or contains no session, or the command line is wrong")]
pub struct Arguments {
    /// A file with events as `check` reads it, or a collector's folder; `-` is standard input
    #[arg(value_name = "FILE")]
    file: String,
    #[command(flatten)]
    reading: Reading,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let file = &arguments.file;
    let input = reading::read(file, &arguments.reading.options());
    let input = input.map_err(|message| format!("{file}: {message}"))?;
    for note in &input.notes {
        eprintln!("{file}: {note}");
    }
    let mut code = exit::FINE;
    for session in input.sessions.iter().filter(|session| !session.problems.is_empty()) {
        code = code.max(if session.is_unreadable { exit::UNUSABLE } else { exit::WRONG });
        eprintln!("{file}: violates the schemas");
        for problem in &session.problems {
            eprintln!("  {problem}");
        }
    }
    let sessions =
        input.sessions.iter().filter(|session| !session.events.is_empty() && session.is_whole());
    output::write(|out| {
        if arguments.json {
            return output::pretty(
                out,
                &sessions.map(|session| session_json(file, session)).collect(),
            );
        }
        for (number, session) in sessions.enumerate() {
            if number > 0 {
                writeln!(out)?;
            }
            if let Some(id) = &session.id {
                writeln!(out, "session {id}")?;
            }
            table::write(out, &session.events, &lint(&session.events))?;
        }
        Ok(())
    })?;
    Ok(code.into())
}

fn session_json(file: &str, session: &Session) -> Value {
    let events = &session.events;
    let began = events[0].player_time.ts;
    let findings = lint(events);
    let rows = events.iter().enumerate().map(|(index, event)| {
        let findings = findings.iter().filter(|finding| finding.event == index).map(|finding| {
            json!({
                "rule": finding.rule.name(),
                "severity": finding.severity().as_str(),
                "message": finding.message,
                "why": finding.why(),
            })
        });
        json!({
            "event": session.first + index,
            "time": event.player_time.ts.saturating_sub(began),
            "playhead": event.player_time.playhead,
            "type": event.event_name(),
            "meaning": table::meaning(event),
            "findings": findings.collect::<Vec<_>>(),
        })
    });
    json!({ "file": file, "session": session.id, "events": rows.collect::<Vec<_>>() })
}
