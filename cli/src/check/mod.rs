//! `check`: what is wrong with recorded events, and why a session may not be reported.

mod checking;
mod output;

use std::error::Error;
use std::process::ExitCode;

use clap::Args;

use self::checking::Verdict;

/// Say what is wrong with recorded events
///
/// Violations break the schemas: the back end responds with 400. Findings break the rules of a
/// session: with an error the session is rejected as well, with a silent loss it is accepted and
/// part of it is not reported, and advice is something to look at.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  FILE: N events, N violations, N findings
    violation  /1/playerTime/playhead: must be a number, not a string (type)
    advice     /3: what is wrong [rule]

  With --json, an array with an element for each file:
    {\"file\", \"events\", \"violations\": [{\"pointer\", \"keyword\", \"message\"}],
     \"findings\": [{\"rule\", \"severity\", \"event\", \"message\"}]}
  A file that cannot be read has one violation with the keyword \"file\".

Exit codes:
  0  nothing is rejected
  1  something is rejected
  2  a file cannot be read or is not JSON, or the command line is wrong")]
pub struct Arguments {
    /// An event, an array of events (one session) or JSON Lines (sessions one after the other);
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
