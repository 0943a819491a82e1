//! Reads sessions and makes their reports.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use media_collection::Event;
use media_collection::lint::Rule;
use media_collection::report::{CloseReason, Report, ReportOptions, explain_records, lost_without};
use media_collection_cli::input::{self, Origin, Problem, Session, refused, told};

use super::layout::plain;
use super::shown::clock;
use crate::output::listed;
use crate::{exit, reading};

/// How well a session could be read; a later variant is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Fine,
    Violates,
    Unreadable,
}

impl Verdict {
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Fine => exit::FINE,
            Self::Violates => exit::WRONG,
            Self::Unreadable => exit::UNUSABLE,
        }
    }
}

/// A session, and the report of it; or a file without a session, and why.
pub struct Reported {
    pub file: String,
    /// Its id, where the file has it.
    pub id: Option<String>,
    /// Its number in the file, from 1, if there are several.
    pub number: Option<usize>,
    /// How many events it has, with those that are left out.
    pub count: usize,
    /// How many of them cannot be decoded.
    pub undecoded: usize,
    /// How many are reported as if what is missing were empty.
    pub guessed: usize,
    /// The events that are reported.
    pub events: Vec<Event>,
    /// Their places in the file.
    places: Vec<usize>,
    pub options: ReportOptions,
    arrivals: Option<Vec<i64>>,
    pub report: Report,
    pub problems: Vec<Problem>,
    /// Events that got an error: places and statuses.
    refused: Vec<(usize, u16)>,
    /// The types of the events that can be read, by their places.
    types: HashMap<usize, String>,
    is_unreadable: bool,
}

/// Something that keeps events out of the report.
pub struct Fault {
    pub rule: &'static str,
    /// The place of an event.
    pub event: Option<usize>,
    /// The paths of what it would have made.
    pub spoils: Vec<&'static str>,
    pub message: String,
}

/// The sessions of a file; one that says why if there are none.
pub fn read(file: &str, how: &input::Options, options: &ReportOptions) -> Vec<Reported> {
    let input = match reading::read(file, how) {
        Ok(input) => input,
        Err(message) => return vec![Reported::unreadable(file, message)],
    };
    for note in &input.notes {
        eprintln!("{file}: {note}");
    }
    let several = input.sessions.len() > 1;
    let sessions = input.sessions.into_iter().enumerate().map(|(index, session)| {
        Reported::of(file, several.then_some(index + 1), session, options.clone())
    });
    sessions.collect()
}

impl Reported {
    fn unreadable(file: &str, message: String) -> Self {
        Self {
            file: file.to_owned(),
            id: None,
            number: None,
            count: 0,
            undecoded: 0,
            guessed: 0,
            events: Vec::new(),
            places: Vec::new(),
            options: ReportOptions::new(),
            arrivals: None,
            report: Report::default(),
            problems: vec![Problem::of_file("", message)],
            refused: Vec::new(),
            types: HashMap::new(),
            is_unreadable: true,
        }
    }

    fn of(file: &str, number: Option<usize>, session: Session, options: ReportOptions) -> Self {
        let Session { api, is_batch, .. } = session;
        let mut options = options;
        if let Some(id) = &session.id {
            options = options.session_id(id);
        }
        if is_batch {
            options = options.downloaded(true);
        }
        let guessed: HashSet<_> = session.guessed.iter().map(|at| session.first + at).collect();
        let refused = refused(&session.origins);
        let place = |origin: &Origin| session.first + origin.index;
        let types = session.events.iter().zip(&session.origins);
        let types = types.map(|(event, origin)| (place(origin), event.event_name().to_owned()));
        let types = types.collect();
        let kept = session.events.into_iter().zip(&session.origins);
        let rejected: HashSet<_> = refused.iter().map(|(at, _)| *at).collect();
        let kept = kept.filter(|(_, origin)| !rejected.contains(&origin.index));
        let (events, origins): (Vec<_>, Vec<_>) = kept.unzip();
        let arrivals = origins.iter().map(|origin: &&Origin| origin.sent.at).collect();
        let mut reported = Self {
            file: file.to_owned(),
            id: session.id,
            number,
            count: session.count,
            undecoded: session.count - session.origins.len(),
            guessed: session.guessed.len(),
            places: origins.into_iter().map(place).collect(),
            events,
            options,
            arrivals,
            report: Report::default(),
            problems: session.problems,
            types,
            refused: refused.into_iter().map(|(at, code)| (session.first + at, code)).collect(),
            is_unreadable: session.is_unreadable,
        };
        if !reported.events.is_empty() {
            reported.report = match &reported.arrivals {
                Some(arrivals) => Report::arrived(&reported.options, &reported.events, arrivals),
                None => Report::with(&reported.options, &reported.events),
            };
            // That something is empty is told as the violation that it is.
            let Self { report, places, events, .. } = &mut reported;
            report.diagnostics.retain_mut(|diagnostic| {
                let place = places.get(diagnostic.event);
                let is_guessed = place.is_some_and(|at| guessed.contains(at));
                if is_guessed && diagnostic.rule == Rule::SenderConstraint.name() {
                    return false;
                }
                let Some(event) = events.get(diagnostic.event) else { return true };
                let inside = is_batch.then_some(diagnostic.event);
                let told = told(api, event, inside, &diagnostic.message);
                told.map(|told| diagnostic.message = told.into()).is_some()
            });
        }
        reported
    }

    /// The file, and which of its sessions it is.
    pub fn name(&self) -> String {
        match (&self.id, self.number) {
            (Some(id), _) => format!("{} [{}]", self.file, plain(id)),
            (None, Some(number)) => format!("{} [session {number}]", self.file),
            (None, None) => self.file.clone(),
        }
    }

    /// What tells it from the other sessions of the file: its id, or its number.
    pub fn key(&self) -> String {
        let number = self.number.map(|number| number.to_string());
        self.id.clone().or(number).unwrap_or_default()
    }

    /// When it was closed, and why, in words.
    pub fn closing(&self) -> String {
        let (Some(closing), Some(first)) = (&self.report.closing, self.events.first()) else {
            return "not reported".to_owned();
        };
        let lasted = closing.ts.saturating_sub(first.player_time.ts);
        if lasted < 0 {
            let before = clock(lasted.saturating_neg());
            return format!("ended {before} before its start, by the timestamps");
        }
        let after = clock(lasted);
        match closing.reason {
            CloseReason::End => format!("ended after {after}"),
            CloseReason::Silence => format!("closed after {after}: 10 minutes without an event"),
            CloseReason::Standstill => {
                format!("closed after {after}: 30 minutes in which the playhead stood still")
            }
            CloseReason::EndOfBatch => format!("ended with its last event, after {after}"),
            _ => format!("closed after {after}"),
        }
    }

    /// The events that made a value, by index, in each record that has it.
    pub fn explained<'a>(&self, xdm: Cow<'a, str>) -> (Cow<'a, str>, HashMap<usize, Vec<usize>>) {
        let records = explain_records(&self.options, &self.events, &xdm);
        (xdm, records.into_iter().collect())
    }

    /// The place in the file of an event of the report.
    pub fn place(&self, event: usize) -> usize {
        self.places.get(event).copied().unwrap_or(event)
    }

    /// Whether there is a session: otherwise the only fault says what there is.
    pub fn is_session(&self) -> bool {
        self.count > 0
    }

    pub fn verdict(&self) -> Verdict {
        match &self.problems[..] {
            _ if self.is_unreadable => Verdict::Unreadable,
            [] => Verdict::Fine,
            _ => Verdict::Violates,
        }
    }

    /// What is wrong besides the report's diagnostics.
    pub fn faults(&self) -> Vec<Fault> {
        let problems = self.problems.iter().map(|problem| Fault {
            rule: if problem.keyword == Problem::FILE { "file" } else { "schema" },
            event: event_of(&problem.pointer, self.count),
            spoils: event_of(&problem.pointer, self.count)
                .map_or_else(Vec::new, |event| self.lost_without(event)),
            message: if self.is_session() { problem.to_string() } else { problem.message.clone() },
        });
        problems.chain(self.not_accepted()).collect()
    }

    /// What an event would have made.
    fn lost_without(&self, place: usize) -> Vec<&'static str> {
        lost_without(self.types.get(&place).map_or("", String::as_str))
    }

    /// The requests that were answered with an error.
    pub fn not_accepted(&self) -> Option<Fault> {
        let &(first, status) = self.refused.first()?;
        let places: Vec<_> = self.refused.iter().map(|(at, _)| format!("/{at}")).collect();
        let message = format!(
            "{}: the response was an error (the first {status}); left out, since the back end does \
             not have what it rejects",
            listed(&places),
        );
        let mut spoils = Vec::new();
        for xdm in self.refused.iter().flat_map(|(at, _)| self.lost_without(*at)) {
            if !spoils.contains(&xdm) {
                spoils.push(xdm);
            }
        }
        Some(Fault { rule: "not-accepted", event: Some(first), spoils, message })
    }
}

/// The event that a pointer begins with; a single event is the first.
fn event_of(pointer: &str, count: usize) -> Option<usize> {
    let index = pointer.split('/').nth(1).and_then(|index| index.parse().ok());
    index.or((count == 1).then_some(0))
}
