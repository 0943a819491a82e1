//! `upload`: sends the stored sessions.

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use media_collection::error::{NextStep, ResponseError};
use media_collection::recorder::Outcome;
use media_collection::store::{
    DeletedSession, OfflineStore, SessionInfo, SessionKey, SessionStatus, Stats, StoreError,
    StoreOptions, UploadForm,
};
use serde_json::{Value, json};

use super::address::Address;
use super::{Store, now};
use crate::{exit, http, output};

/// Send the sessions of a store to a collector, oldest first
///
/// A session that arrived is deleted from the store. One that did not arrive is kept, and the others go
/// on. A run waits for a few seconds and tries again, and ends when nothing arrived for 8 seconds; the
/// next run sends what is left, even if the collector asked to wait longer. A session that the collector
/// rejects is set aside; see `rejected`. One that was left open is ended first. When everything was
/// sent, a large file is made smaller. With --datastream the sessions go to Media Edge; what it cannot say
/// is left out, and a session that it has no form for is set aside.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Output:
  A line for each attempt, then the totals. A terminal also shows a progress bar.

  With --json, a line for each attempt:
    {\"id\", \"outcome\": \"arrived\"}
    {\"id\", \"outcome\": \"kept\", \"due\", \"reason\", \"next\"}
    {\"id\", \"outcome\": \"rejected\", \"reason\"}, also for one that was sent too often
    {\"id\", \"outcome\": \"deleted\", \"reason\"}, for one that is too old
    {\"id\", \"outcome\"} with \"opened\", \"reopening\" or \"closed\", for online sessions
  and at the end {\"sent\", \"kept\", \"rejected\"}.
  \"due\" is in milliseconds since the Unix epoch.

Exit codes:
  0  nothing is left: everything arrived
  1  sessions are left: kept, or rejected by the collector
  2  the store cannot be used, or the command line is wrong")]
pub struct Arguments {
    #[command(flatten)]
    store: Store,
    #[command(flatten)]
    address: Address,
    /// Send to the deprecated endpoint /api/v1/sessions
    #[arg(long, conflicts_with = "datastream")]
    legacy: bool,
    /// Continue until nothing is left to send: wait until kept sessions are due
    #[arg(long)]
    wait: bool,
    /// Set a session aside after this many attempts without success, as if it had been rejected
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    max_attempts: Option<u32>,
    /// Delete sessions that ended longer ago, instead of sending them
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..))]
    max_age: Option<u32>,
    /// How long an attempt may take
    #[arg(long, value_name = "SECONDS", default_value = "20",
          value_parser = clap::value_parser!(u64).range(1..))]
    timeout: u64,
    /// Trust the certificates in this PEM file instead of the usual authorities
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    let collectors = arguments.address.collectors()?;
    // One that fails holds up no other.
    let mut options =
        StoreOptions::default().when_large(arguments.address.when_large()).patience(1);
    // With a limit for the attempts, they are not made in a hurry.
    if !arguments.wait && arguments.max_attempts.is_none() {
        options = options.first_delay(FIRST_DELAY);
    }
    if arguments.legacy {
        options = options.upload_form(UploadForm::LegacyBatch);
    }
    if let Some(attempts) = arguments.max_attempts {
        options = options.max_attempts(attempts);
    }
    if let Some(days) = arguments.max_age {
        options = options.max_age(i64::from(days) * 24 * 60 * 60 * 1_000);
    }
    let agent = http::agent(Duration::from_secs(arguments.timeout), arguments.ca.as_deref())?;
    let store = arguments.store.open_with(options)?;
    // The user asked for an upload now.
    store.hurry()?;
    let progress = Progress::new(arguments.json, &store.stats()?);
    let mut waiting = Waiting::new();
    loop {
        while let Some(upload) = store.next_upload(now())? {
            let (key, ticket) = (upload.key, upload.ticket);
            let collector = collectors.of(&upload);
            let (outcome, problem) = match upload.request(collector) {
                Ok(request) => match http::send(&agent, request) {
                    Ok(response) => (store.responded(ticket, &response, now(), random())?, None),
                    Err(error) => {
                        (store.not_sent(ticket, now(), random())?, Some(error.to_string()))
                    }
                },
                Err(error) => (store.not_encoded(ticket, error, now())?, None),
            };
            waiting.attempt(key, &outcome);
            progress.attempt(key, &outcome, problem.as_deref())?;
            progress.draw(&store.stats()?);
        }
        progress.deleted(&store.take_deleted())?;
        match store.due()? {
            Some(due) if arguments.wait || waiting.is_worth_it(&store, due)? => sleep_until(due),
            _ => break,
        }
    }
    let stats = store.stats()?;
    progress.end(&stats)?;
    let left = stats.pending + stats.open + stats.rejected;
    Ok(if left == 0 { exit::FINE } else { exit::WRONG }.into())
}

/// A run without `--wait` ends when nothing arrived for so long, in milliseconds.
const MAX_WAIT: i64 = 8_000;
/// Its first delay after a failure, in milliseconds.
const FIRST_DELAY: i64 = 500;

/// Whether a run without `--wait` waits until something is due.
struct Waiting {
    /// When something last arrived.
    since: i64,
    has_arrived: bool,
    /// The sessions that are left to the next run.
    left: BTreeSet<SessionKey>,
    /// Those to which no response came: they are left, too, if nothing arrives.
    silent: BTreeSet<SessionKey>,
}

impl Waiting {
    fn new() -> Self {
        let (left, silent) = (BTreeSet::new(), BTreeSet::new());
        Self { since: now(), has_arrived: false, left, silent }
    }

    fn attempt(&mut self, key: SessionKey, outcome: &Outcome) {
        let Outcome::Kept { due, reason } = outcome else {
            (self.since, self.has_arrived) = (now(), true);
            return;
        };
        match reason.as_ref().map(ResponseError::next) {
            None => drop(self.silent.insert(key)),
            Some(NextStep::TryLater(_)) if *due <= self.until() => {}
            Some(_) => drop(self.left.insert(key)),
        }
    }

    fn until(&self) -> i64 {
        self.since.saturating_add(MAX_WAIT)
    }

    fn is_worth_it(&self, store: &OfflineStore, due: i64) -> Result<bool, StoreError> {
        if due.max(now()) > self.until() {
            return Ok(false);
        }
        let is_left = |key: SessionKey| {
            self.left.contains(&key) || (!self.has_arrived && self.silent.contains(&key))
        };
        let waits = |it: SessionInfo| it.status != SessionStatus::Rejected && !is_left(it.key);
        Ok(store.sessions()?.into_iter().any(waits))
    }
}

fn sleep_until(due: i64) {
    let millis = u64::try_from(due - now()).unwrap_or(0);
    std::thread::sleep(Duration::from_millis(millis.clamp(50, 60_000)));
}

/// A number from 0 to 1 that spreads the attempts of many devices. The clock's smallest digits are
/// random enough for that.
fn random() -> f64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    f64::from(since.subsec_nanos() % 1_000) / 1_000.0
}

/// Reports progress: lines on standard output, and a bar on standard error if that is a terminal.
struct Progress {
    json: bool,
    bar: ProgressBar,
    /// How many sessions were rejected before this run.
    rejected_before: usize,
}

impl Progress {
    fn new(json: bool, before: &Stats) -> Self {
        let total = before.pending + before.open;
        let bar = if io::stderr().is_terminal() {
            ProgressBar::new(total as u64)
        } else {
            ProgressBar::hidden()
        };
        let style = ProgressStyle::with_template("[{bar:30}] {pos} of {len} sessions, {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        let progress = Self { json, bar, rejected_before: before.rejected };
        progress.draw(before);
        progress
    }

    fn draw(&self, stats: &Stats) {
        let rejected = stats.rejected.saturating_sub(self.rejected_before);
        self.bar.set_message(format!("{} bytes left", stats.pending_bytes));
        self.bar.set_position(stats.sent + rejected as u64);
    }

    fn attempt(&self, key: SessionKey, outcome: &Outcome, problem: Option<&str>) -> io::Result<()> {
        self.bar.suspend(|| {
            if self.json {
                return output::line(attempt_json(key, outcome, problem));
            }
            if let Some(problem) = problem {
                eprintln!("session {key}: {problem}");
            }
            output::line(attempt_line(key, outcome))
        })
    }

    fn deleted(&self, sessions: &[DeletedSession]) -> io::Result<()> {
        self.bar.suspend(|| {
            sessions.iter().try_for_each(|session| {
                let id = session.key.number();
                let line = if self.json {
                    json!({ "id": id, "outcome": "deleted", "reason": session.why.as_str() })
                        .to_string()
                } else {
                    format!("session {id}: deleted, too old: {} events", session.events)
                };
                output::line(line)
            })
        })
    }

    fn end(&self, stats: &Stats) -> io::Result<()> {
        // The totals replace the bar.
        self.bar.finish_and_clear();
        let (sent, kept, rejected) = (stats.sent, stats.pending + stats.open, stats.rejected);
        if self.json {
            output::line(json!({ "sent": sent, "kept": kept, "rejected": rejected }))
        } else {
            output::line(format_args!("{sent} sent, {kept} kept, {rejected} refused"))
        }
    }
}

fn attempt_line(key: SessionKey, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Arrived => format!("session {key}: arrived"),
        Outcome::Kept { due, reason } => {
            let seconds = (due - now()).max(0) / 1_000;
            let why = reason.as_ref().map(|reason| format!(": {reason}; {}", reason.next()));
            format!("session {key}: kept, due in {seconds} s{}", why.unwrap_or_default())
        }
        Outcome::SetAside { reason, .. } => format!("session {key}: set aside: {}", why(reason)),
        Outcome::Stopped { why, .. } => format!("session {key}: set aside: {why}"),
        Outcome::Opened(session_id) => format!("session {key}: open as {session_id}"),
        Outcome::Reopening { .. } => format!("session {key}: lost by the collector, opened again"),
        Outcome::Closed => format!("session {key}: closed by the collector"),
        other => format!("session {key}: {other:?}"),
    }
}

/// Why a request was given up.
fn why(reason: &Option<ResponseError>) -> String {
    reason.as_ref().map_or_else(|| "no response".to_owned(), ToString::to_string)
}

fn attempt_json(key: SessionKey, outcome: &Outcome, problem: Option<&str>) -> Value {
    let id = key.number();
    match outcome {
        Outcome::Arrived => json!({ "id": id, "outcome": "arrived" }),
        Outcome::Kept { due, reason } => {
            let why = reason.as_ref().map(ToString::to_string);
            json!({
                "id": id,
                "outcome": "kept",
                "due": due,
                "reason": why.or_else(|| problem.map(str::to_owned)),
                "next": reason.as_ref().map(|reason| reason.next().to_string()),
            })
        }
        Outcome::SetAside { reason, .. } => {
            json!({ "id": id, "outcome": "rejected", "reason": why(reason) })
        }
        Outcome::Stopped { why, .. } => {
            json!({ "id": id, "outcome": "rejected", "reason": why.to_string() })
        }
        Outcome::Opened(_) => json!({ "id": id, "outcome": "opened" }),
        Outcome::Reopening { .. } => json!({ "id": id, "outcome": "reopening" }),
        Outcome::Closed => json!({ "id": id, "outcome": "closed" }),
        other => json!({ "id": id, "outcome": format!("{other:?}") }),
    }
}
