//! `report`: prints what the back end will report of sessions.

mod choices;
mod compare;
mod csv;
mod explain;
mod json;
mod layout;
mod reading;
mod shown;
mod text;
mod totals;

use std::error::Error;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Args;

use self::choices::Choices;
use self::reading::{Reported, Verdict};
use crate::output;
use crate::reading::Reading;

/// Say what Adobe will report of recorded sessions
///
/// Time spent, starts, completes, ads, chapters, player states and quality, as they will appear in
/// Adobe Analytics and Customer Journey Analytics. First it says what is wrong, and which values that
/// spoils. Each value has its certainty and the events that made it. Where Adobe's documents
/// contradict each other, the other readings stand beside it.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Files:
  What `check` reads: `media-collection check --help` lists it. Events that cannot be decoded,
  and those that got an error from the collector although their session was open, are told and
  left out. Times of arrival are taken from HAR, from JSON sessions of Charles and from what a
  collector stored.

Output:
  For each session what is wrong, the metrics (also those that are absent and worth a look),
  ads, chapters, player states and dimensions; for several sessions their totals. A place such
  as /12 is that of `check`. Times are reported in whole seconds; `exactly` has the
  milliseconds.
    exact     the rule is documented, and nothing in the session makes its result doubtful
    rough     it is documented roughly, or the documents disagree: `or` has the other readings
    inferred  it is not documented: from samples and from Adobe's own clients

  With --json, an array with an element for each session:
    {\"file\", \"session\", \"records\",
     \"values\": [{\"record\", \"xdm\", \"value\", \"ms\", \"certainty\", \"alternatives\"}],
     \"diagnostics\": [{\"rule\", \"event\", \"spoils\", \"message\"}]}
  \"session\" is the id, or null where the file has none. \"records\" are what Adobe stores: an
  object each, with \"eventType\" and the objects of `mediaReporting` in XDM. \"record\" is the
  index of the record that has the value, \"xdm\" its path, as sessionDetails.timePlayed or
  states[mute].time. \"value\" is null if the record does not have it: what rounds to 0, and what
  only another reading gives. \"ms\" is absent where there is no time. \"alternatives\":
  [{\"value\", \"ms\", \"doubt\"}]. \"event\" is a place, or null; \"spoils\" are the paths of the
  values that are not what they should be. Violations of the schemas have the rule \"schema\", what
  cannot be read has \"file\", events that got an error have \"not-accepted\".

  With --csv, a line for each value:
    file,session,record,event_type,xdm,variable,name,value,ms,certainty,first_event,last_event,alternatives
  \"session\" is the id, or the number of a session in a file without ids. \"variable\" is that of
  Adobe Analytics, \"name\" the one its reports show. Other readings are separated by \" | \", each
  followed by its doubt in brackets. What is wrong is told on standard error.

  With --totals, only the totals of all sessions: sums, how many sessions have the value, the
  least and the greatest sum by other readings, and the calculated metrics that Adobe
  recommends. Concurrent viewers and the like are left out: they depend on when others watched.
  With --json:
    {\"sessions\", \"values\": [{\"xdm\", \"name\", \"value\", \"ms\", \"sessions\", \"least\", \"greatest\"}],
     \"calculated\": [{\"name\", \"formula\", \"value\"}],
     \"diagnostics\": [{\"rule\", \"sessions\", \"events\"}], \"left_out\": [text]}
  and with --csv: xdm,name,value,ms,sessions,least,greatest, where calculated metrics have no
  path.

  With --compare, the values that differ between two sessions: both, the difference, and what
  explains it; then what is wrong in only one of them. With --json:
    {\"a\": {\"file\", \"session\"}, \"b\": {\"file\", \"session\"},
     \"values\": [{\"xdm\", \"name\", \"of\", \"a\", \"b\", \"difference\", \"explained\"}],
     \"diagnostics\": [{\"rule\", \"message\", \"a\": [event], \"b\": [event]}]}
  \"of\" is the ad or the chapter that has the value, and otherwise empty. \"a\" and \"b\" of a value
  are as in \"values\" above, or null where a session has no such record or value.

  With --explain, every event that made the value, in each record that has it. With --json:
    [{\"file\", \"session\", \"record\", \"xdm\", \"value\", \"ms\", \"rule\", \"source\",
      \"events\": [{\"event\", \"time\", \"playhead\", \"type\"}]}]
  \"time\" is in milliseconds since the session's first event.

Examples:
  media-collection report session.json
  media-collection report --totals collected/
  media-collection report --compare before.har after.har
  media-collection report --compare day.har#AbC1 day.har#XyZ2
  media-collection report --explain sessionDetails.timePlayed session.json

Exit codes:
  0  the sessions are reported, whatever the report says
  1  events violate the schemas; what can be decoded is reported
  2  a file cannot be read or contains no session, or the command line is wrong")]
pub struct Arguments {
    /// A file with events, or a collector's folder; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present = "compare", conflicts_with = "compare")]
    files: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Print CSV: a line for each value
    #[arg(long, conflicts_with_all = ["json", "compare", "explain"])]
    csv: bool,
    /// Print only the totals of all sessions
    #[arg(long, conflicts_with_all = ["compare", "explain"])]
    totals: bool,
    /// Show how the report of session B differs from that of session A. Each is a FILE, or FILE#ID
    /// if it contains several sessions; ID may also be the number of the session in the file, from 1
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    compare: Option<Vec<String>>,
    /// List all events that made a value: its path, variable or name, as sessionDetails.timePlayed,
    /// a.media.timePlayed or "Content time spent"
    #[arg(long, value_name = "XDM", conflicts_with = "compare")]
    explain: Option<String>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    choices: Choices,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let (how, options) = (arguments.reading.options(), arguments.choices.options());
    if let Some([a, b]) = arguments.compare.as_deref() {
        return compare::run(a, b, &how, &options, arguments.json);
    }
    let files = arguments.files.iter();
    let sessions: Vec<_> = files.flat_map(|file| reading::read(file, &how, &options)).collect();
    if let Some(path) = &arguments.explain {
        explain::print(path, &sessions, arguments.json)?;
    } else if arguments.totals {
        let totals = totals::Totals::of(&sessions);
        tell(&sessions, &Tell::Faults)?;
        output::write(|out| match (arguments.json, arguments.csv) {
            (true, _) => json::pretty(out, &totals.json()),
            (_, true) => csv::totals(out, &totals),
            _ => totals.write(out),
        })?;
    } else if arguments.csv {
        tell(&sessions, &Tell::All)?;
        output::write(|out| csv::values(out, &sessions))?;
    } else if arguments.json {
        output::write(|out| json::write(out, &sessions))?;
    } else {
        output::write(|out| text::write(out, &sessions))?;
    }
    Ok(exit_code(&sessions))
}

/// What is wrong, where the output does not contain it.
fn tell(sessions: &[Reported], what: &Tell) -> io::Result<()> {
    let mut err = io::stderr().lock();
    for session in sessions {
        if !session.is_session() {
            text::nothing(&mut err, session)?;
            continue;
        }
        let has_faults = !session.faults().is_empty();
        let is_told = matches!(what, Tell::All) && !session.report.diagnostics.is_empty();
        if has_faults || is_told {
            writeln!(err, "{}:", session.name())?;
        }
        match what {
            Tell::All if is_told || has_faults => text::wrong(&mut err, session)?,
            Tell::Faults if has_faults => text::faults(&mut err, session)?,
            _ => {}
        }
    }
    Ok(())
}

enum Tell {
    /// Everything.
    All,
    /// What keeps events out of the report.
    Faults,
}

fn exit_code(sessions: &[Reported]) -> ExitCode {
    let worst = sessions.iter().map(Reported::verdict).max();
    worst.unwrap_or(Verdict::Fine).exit_code().into()
}
