//! `forget`: erases a visitor's sessions from a collector's folder, or from NATS JetStream.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgGroup, Args};
#[cfg(feature = "nats")]
use media_collection_collector::forget_in_nats;
use media_collection_collector::{Forgotten, Redaction, forget};
use serde_json::json;

use crate::{collect, exit, output};

/// Erase the sessions of a visitor from the folder of a collector, or from NATS JetStream
///
/// A session is erased if one of its events names the visitor where the schemas have personal ids, or if what
/// stands around an event of Media Edge does: from all files of the folder, also compressed ones, and from
/// what --forward has set aside. Everything else stays as it is. No collector may use the folder meanwhile.
/// If the command is killed, the next start of a collector goes on with it. What was forwarded, or copied
/// before, is not reached.
///
/// With --nats, collectors run meanwhile, all of this version or newer. Sessions of the visitor that are open
/// end. If the command is killed, run it again. The user of the servers needs permissions that a collector does
/// not need: docs/many-collectors.md lists them.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("stored").required(true)))]
#[command(after_long_help = "\
Output:
  A line for each session, `session ID: N lines erased`, then the totals. With --json, one object:
    {\"sessions\": {ID: N}, \"lines\": N, \"set_aside\": N}

Exit codes:
  0  nothing of the visitor is left, also if there was nothing
  2  the folder cannot be used, as while a collector uses it, or NATS, or the command line is wrong")]
pub struct Arguments {
    /// An id of the visitor, such as an Experience Cloud id; can be repeated
    #[arg(long = "visitor", value_name = "ID", required = true)]
    visitors: Vec<String>,
    /// The folder of the collector
    #[arg(long, value_name = "DIR", group = "stored")]
    data: Option<PathBuf>,
    #[cfg(feature = "nats")]
    #[command(flatten)]
    servers: collect::nats::Servers,
    /// The key with which the collector hashed ids: what it made of the id is erased, too
    #[arg(long, value_name = "FILE")]
    redact_key: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let Arguments { visitors, redact_key, json, .. } = arguments;
    if visitors.iter().any(String::is_empty) {
        return Err("--visitor: the id is empty".into());
    }
    let redaction = redact_key.as_deref().map(collect::redaction).transpose()?;
    let forgotten = erase(arguments, redaction.as_ref())?;
    if *json {
        output::line(json!({
            "sessions": forgotten.sessions,
            "lines": forgotten.lines,
            "set_aside": forgotten.set_aside,
        }))?;
        return Ok(exit::FINE.into());
    }
    for (session, lines) in &forgotten.sessions {
        output::line(format_args!("session {session}: {lines} lines erased"))?;
    }
    output::line(format_args!(
        "{} sessions, {} lines and {} that were set aside erased",
        forgotten.sessions.len(),
        forgotten.lines,
        forgotten.set_aside
    ))?;
    Ok(exit::FINE.into())
}

fn erase(
    arguments: &Arguments,
    redaction: Option<&Redaction>,
) -> Result<Forgotten, Box<dyn Error>> {
    #[cfg(feature = "nats")]
    if let Some(options) = arguments.servers.options() {
        return Ok(forget_in_nats(&options, &arguments.visitors, redaction)?);
    }
    let data = arguments.data.as_deref().ok_or("--data is missing")?;
    forget(data, &arguments.visitors, redaction)
        .map_err(|error| format!("--data {}: {error}", data.display()).into())
}
