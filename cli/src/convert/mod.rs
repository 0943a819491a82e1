//! `convert`: turns sessions of one API into those of the other.

mod converted;
mod options;
mod output;
mod to_collection;
mod to_edge;

use std::error::Error;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use media_collection_cli::input::{Api, counted, refused};

use self::converted::{Converted, Source};
use self::options::{EdgeOptions, Setting};
use crate::exit;
use crate::reading::{self, Reading};

/// Turn sessions of one API into those of the other
///
/// What the other API cannot say is listed, with the reason, before it is lost. What it must not lose, or
/// does not take, is an error that names the event and the member. A session that is of the other API
/// already is written in the form of this command.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Files:
  What `check` reads: `media-collection check --help` lists it. Without a file, standard input.
  Where a recording has the responses, what got an error is converted nevertheless, and told: a
  start that was refused, an event without a session. --accepted leaves it out, as `report` does.

Output:
  With --to edge, a line for each request:
    {\"endpoint\": \"play\", \"session\": ID, \"body\": {\"events\": [...]}}
  A session of downloaded content is one line with the endpoint \"downloaded\". A session without an
  id of 64 characters, as Media Edge has them, gets its number in 64 digits: the id of a new
  session is in the response to its start. With --downloaded, bodies for the endpoint
  `downloaded`: as many sessions in a line as fit into the 64 KiB of a request. A session that does
  not fit into one is divided, and `parts` says so: each part but the last is ended as if the viewer
  had left, and the next begins there with media.resume. What cannot be divided is an error.

  With --to collection, a line for each session, with the array of its events; with --lines, a
  line for each event.

  Either is read by all commands, this one as well. What is lost is told on standard error:
  `setting` is what the other side has elsewhere (with Media Edge, in the datastream), `lost` is
  everything else.

  With --json, an array with an element for each session:
    {\"file\", \"session\", \"api\",
     \"requests\": [{\"endpoint\", \"session\", \"body\"}] or \"events\": [event],
     \"parts\": {\"sessions\", \"reason\"} if it was divided,
     \"lost\": [{\"event\", \"pointer\", \"reason\", \"is_setting\"}],
     \"errors\": [{\"event\", \"pointer\", \"keyword\", \"message\"}]}
  \"api\" is that of the file. \"event\" is a place as `check` has it; \"pointer\" leads into the event,
  or for Media Edge into the body of its request. With --lost, the same without \"requests\" and
  \"events\" goes into a file.

Examples:
  media-collection convert --to edge session.json
  media-collection convert --to edge --downloaded --identity FPID=6f1c... session.json > body.json
  media-collection convert --to collection --set analytics.reportSuite=suite alloy.har
  media-collection convert --to edge session.json | media-collection check -

Exit codes:
  0  the sessions are converted; what is lost is listed
  1  a session has no form in the other API and is left out, or violates the schemas
  2  a file cannot be read or contains no session, or the command line is wrong")]
pub struct Arguments {
    /// A file with sessions, or a collector's folder; `-` is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<String>,
    /// The API of the output
    #[arg(long, value_enum, value_name = "API")]
    to: Target,
    #[command(flatten)]
    edge: EdgeOptions,
    /// A setting of the datastream, such as analytics.reportSuite, analytics.trackingServer or
    /// visitor.marketingCloudOrgId, for --to collection; can be repeated
    #[arg(long = "set", value_name = "KEY=VALUE")]
    settings: Vec<Setting>,
    /// Write a line for each event, for --to collection
    #[arg(long)]
    lines: bool,
    /// Leave out what got an error from the collector, as `report` does
    #[arg(long)]
    accepted: bool,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<String>,
    /// Write what is lost as JSON into this file, instead of standard error
    #[arg(long, value_name = "FILE")]
    lost: Option<String>,
    #[command(flatten)]
    reading: Reading,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Target {
    /// Media Edge
    Edge,
    /// The Media Collection API
    Collection,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    is_consistent(arguments)?;
    let mut options = arguments.reading.options();
    if arguments.to == Target::Collection {
        options.settings = options::settings(&arguments.settings);
    }
    let mut code = exit::FINE;
    let mut all = Vec::new();
    for file in &arguments.files {
        let input = match reading::read(file, &options) {
            Ok(input) => input,
            Err(message) => {
                eprintln!("{file}: {message}");
                code = exit::UNUSABLE;
                continue;
            }
        };
        for note in &input.notes {
            eprintln!("{file}: {note}");
        }
        let several = input.sessions.len() > 1;
        let sessions = input.sessions.into_iter().enumerate().map(|(index, session)| Source {
            file: file.clone(),
            number: several.then_some(index + 1),
            session,
        });
        all.extend(sessions.filter_map(|source| accepted(source, arguments.accepted)));
    }
    if arguments.edge.session_id.is_some() && all.len() > 1 {
        let sessions = counted(all.len(), "session");
        return Err(format!("--session-id is for one session, and there are {sessions}").into());
    }
    let converted = all.into_iter().enumerate().map(|(index, source)| match arguments.to {
        Target::Edge => {
            let tenant = options.tenant.as_deref();
            to_edge::convert(source, index + 1, &arguments.edge, tenant)
        }
        Target::Collection => to_collection::convert(source),
    });
    let converted: Vec<_> = converted.collect();
    for one in &converted {
        code = code.max(one.exit_code());
    }
    let is_from_edge = converted.iter().any(|one| one.api == Api::Edge);
    if arguments.to == Target::Collection && is_from_edge {
        options::tell_missing(&options.settings);
    }
    write(arguments, &converted)?;
    Ok(code.into())
}

/// A session, if wanted without what got an error; `None` if that is all of it. Either is told.
fn accepted(mut source: Source, is_wanted: bool) -> Option<Source> {
    let refused = refused(&source.session.origins);
    let Some((_, status)) = refused.first() else { return Some(source) };
    let what = if refused.len() == source.session.events.len() {
        "the session".to_owned()
    } else {
        counted(refused.len(), "event")
    };
    let done = match is_wanted {
        true => "left out",
        false => "converted nevertheless; --accepted leaves it out",
    };
    let name = source.name();
    eprintln!("{name}: {what} got an error in the recording (the first {status}): {done}");
    if is_wanted {
        let indices: Vec<_> = refused.iter().map(|(index, _)| *index).collect();
        source.session.leave_out(&indices);
    }
    (!source.session.events.is_empty()).then_some(source)
}

/// Whether the options are those of the target.
fn is_consistent(arguments: &Arguments) -> Result<(), String> {
    let wrong = match arguments.to {
        Target::Edge if !arguments.settings.is_empty() => {
            "--set is for --to collection: Media Edge has the settings in the datastream"
        }
        Target::Edge if arguments.lines => "--lines is for --to collection",
        Target::Collection if arguments.edge.is_given() => {
            "--downloaded, --identity and --session-id are for --to edge"
        }
        _ => return Ok(()),
    };
    Err(wrong.to_owned())
}

fn write(arguments: &Arguments, converted: &[Converted]) -> Result<(), Box<dyn Error>> {
    if let Some(file) = &arguments.lost {
        let mut text = Vec::new();
        output::json(&mut text, converted, false)?;
        std::fs::write(file, text).map_err(|error| format!("--lost {file}: {error}"))?;
    }
    if !arguments.json {
        output::told(&mut io::stderr().lock(), converted, arguments.lost.is_none())?;
    }
    let text = |out: &mut dyn Write| match arguments {
        Arguments { json: true, .. } => output::json(out, converted, true),
        Arguments { edge, .. } if edge.downloaded => output::bodies(out, converted),
        Arguments { lines, .. } => output::lines(out, converted, *lines),
    };
    match &arguments.out {
        None => crate::output::write(text)?,
        Some(file) => {
            let written = File::create(file).and_then(|file| {
                let mut file = BufWriter::new(file);
                text(&mut file).and_then(|()| file.flush())
            });
            written.map_err(|error| format!("--out {file}: {error}"))?;
        }
    }
    Ok(())
}
