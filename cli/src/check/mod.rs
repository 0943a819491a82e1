//! `check`: prints what is wrong with recorded events.

mod checking;
mod output;

use std::error::Error;
use std::process::ExitCode;

use clap::Args;

use self::checking::Verdict;

/// Say what is wrong with recorded events
///
/// Violations are values that the schemas do not allow: the back end responds with 400. Findings
/// are about the rules of a session. With an error, the back end rejects the session; with a silent
/// loss, it accepts the session but does not report all of it; advice is worth a look.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  FILE: N events, N violations, N findings
    violation  /1/playerTime/playhead: must be a number, not a string (type)
    advice     /3: what is wrong [rule]

  With --json, an array with an element for each file:
    {\"file\", \"events\", \"violations\": [{\"pointer\", \"keyword\", \"message\"}],
     \"findings\": [{\"rule\", \"severity\", \"event\", \"message\", \"why\"}]}
  \"event\" is the index in the file. A file that cannot be read has one violation with the
  keyword \"file\".

Exit codes:
  0  nothing is rejected
  1  something is rejected
  2  a file cannot be read or is not JSON, or the command line is wrong")]
pub struct Arguments {
    /// An event, an array of events (one session) or JSON Lines (one or more sessions);
    /// `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let reports: Vec<_> = arguments.files.iter().map(|file| checking::check(file)).collect();
    crate::output::write(|out| {
        if arguments.json {
            crate::output::pretty(out, &output::json(&reports))
        } else {
            output::lines(out, &reports)
        }
    })?;
    let worst = reports.iter().map(|report| report.verdict).max();
    Ok(worst.unwrap_or(Verdict::Fine).exit_code().into())
}
