//! `check`: prints what is wrong with recorded events.

mod checking;
mod output;

use std::error::Error;
use std::process::ExitCode;

use clap::Args;

use self::checking::{Deny, Verdict};
use crate::reading::Reading;

/// Say what is wrong with recorded events
///
/// Violations are values that the schemas do not allow: the back end responds with 400. Findings
/// are about the rules of a session. With an error, the back end rejects the session; with a silent
/// loss, it accepts the session but does not report all of it; advice is worth a look.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Files:
  An event, an array of events (one session), JSON Lines (one or more sessions), what a collector
  stored (its folder or received.jsonl), HAR, JSON sessions of Charles (.chlsj), logs with a request
  on each line as JSON, text with requests: of mitmdump, curl -v, an app; and what `convert` writes.
  Files may be compressed with gzip, have a byte order mark, and be in UTF-16. Sessions are told
  apart by the session id in the address of their events; requests to other addresses are left out.

  All the same with requests of Media Edge: bodies, one or as a list or as JSON Lines, with one
  event or several, downloaded sessions, and any of the above. The path of a request says what its
  body has to be; where it is not known, that is --endpoint, or the type of the event. A session's
  start is joined with its events by the id in the response.

Output:
  FILE [SESSION]: N events, N violations, N findings
    violation   /1/playerTime/playhead: must be a number, not a string (type)
    advice      /3, /7 and 12 more: what is wrong [rule]

  With --json, an array with an element for each session:
    {\"file\", \"session\", \"api\", \"events\",
     \"violations\": [{\"pointer\", \"path\", \"keyword\", \"message\"}],
     \"findings\": [{\"rule\", \"severity\", \"event\", \"count\", \"events\", \"message\", \"why\"}]}
  \"session\" is the id, or null where the file has none; \"api\" is \"collection\", or \"edge\" for
  the Media Edge API; \"events\" is the number of events. A \"pointer\" begins with the place of the
  event; the rest leads into the event, and with Media Edge into the body of its request. There
  \"path\" is the same as a JSONPath, as Media Edge has it in errors. Equal findings are one
  element: \"count\" is their number, \"events\" their places, \"event\" the first. A place is the
  index in a list of events, and otherwise the index in the session. What cannot be read has a
  violation with the keyword \"file\". What else is in a file is told on standard error.

Exit codes:
  0  nothing is rejected
  1  something is rejected, or is denied with --deny
  2  a file cannot be read or contains no session, or the command line is wrong")]
pub struct Arguments {
    /// A file with events, or a collector's folder; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    #[command(flatten)]
    reading: Reading,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Exit with 1 on these findings as well
    #[arg(long, value_name = "SEVERITY", value_delimiter = ',')]
    deny: Vec<Deny>,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let deny = arguments.deny.iter().max().copied();
    let options = arguments.reading.options();
    let checked = arguments.files.iter().map(|file| checking::check(file, &options, deny));
    let checked: Vec<_> = checked.collect();
    for file in &checked {
        for note in &file.notes {
            eprintln!("{}: {note}", file.file);
        }
    }
    crate::output::write(|out| {
        if arguments.json {
            crate::output::pretty(out, &output::json(&checked))
        } else {
            output::lines(out, &checked)
        }
    })?;
    let worst = checked.iter().flat_map(|file| &file.sessions).map(|report| report.verdict).max();
    Ok(worst.unwrap_or(Verdict::Fine).exit_code().into())
}
