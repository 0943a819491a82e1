//! `timeline`: prints a session as a table.

mod table;

use std::error::Error;
use std::process::ExitCode;

use clap::Args;
use media_collection::Event;
use media_collection::error::DecodeError;
use media_collection::lint::{Finding, lint};
use serde_json::{Value, json};

use crate::{exit, input, output};

/// Show a session as a readable table
///
/// Each event has its time since the start, the playhead and its meaning. Consecutive pings share a
/// line, and findings follow their event.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  A table for each session. Violations of the schemas are listed on standard error.

  With --json, an array with an element for each session:
    {\"file\", \"events\": [{\"event\", \"time\", \"playhead\", \"type\", \"meaning\",
     \"findings\": [{\"rule\", \"severity\", \"message\", \"why\"}]}]}
  \"event\" is the index in the file; \"time\" is in milliseconds since the session's first event.

Exit codes:
  0  the sessions are shown
  1  the events violate the schemas; they are shown if they can be read
  2  the file cannot be read or is not JSON, or the command line is wrong")]
pub struct Arguments {
    /// An array of events (one session) or JSON Lines (one or more sessions); `-` is
    /// standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let file = &arguments.file;
    let text = input::read(file).map_err(|error| format!("{file}: cannot be read: {error}"))?;
    let input::Decoded { events, error } = input::decode(&text);
    let code = match &error {
        None => exit::FINE,
        Some(DecodeError::Unreadable(_)) => exit::UNUSABLE,
        Some(_) => exit::WRONG,
    };
    if let Some(error) = &error {
        eprintln!("{file}: violates the schemas");
        for violation in error.violations() {
            eprintln!("  {violation}");
        }
    }
    let sessions = input::sessions(&events, input::is_array(&text));
    let sessions = sessions.into_iter().filter(|session| !session.is_empty());
    output::write(|out| {
        if arguments.json {
            let sessions = sessions.map(|session| {
                let (first, events) = (session.start, &events[session]);
                session_json(file, first, events, &lint(events))
            });
            return output::pretty(out, &sessions.collect());
        }
        for (number, session) in sessions.enumerate() {
            if number > 0 {
                writeln!(out)?;
            }
            let events = &events[session];
            table::write(out, events, &lint(events))?;
        }
        Ok(())
    })?;
    Ok(code.into())
}

fn session_json(file: &str, first: usize, events: &[Event], findings: &[Finding]) -> Value {
    let began = events[0].player_time.ts;
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
            "event": first + index,
            "time": event.player_time.ts.saturating_sub(began),
            "playhead": event.player_time.playhead,
            "type": event.event_name(),
            "meaning": table::meaning(event),
            "findings": findings.collect::<Vec<_>>(),
        })
    });
    json!({ "file": file, "events": rows.collect::<Vec<_>>() })
}
