//! The report of a session, as far as it goes.

use std::borrow::Borrow;

use media_collection::Event;
use media_collection::edge::told_in_edge;
use media_collection::lint::{Arrived, Window};
use media_collection::report::{
    Alternative, Closing, Datum, Diagnostic, Record, RecordType, ReportOptions, Reporter, Told,
    Value,
};
use serde::Serialize;

use super::found::MAX_MESSAGE;
use super::{MAX_NAME, Origin, shortened};

/// The most ads, and the most chapters, of a session in memory; the others are counted.
const MAX_PARTS: usize = 200;
/// The most diagnostics of a session in memory; the others are counted.
const MAX_DIAGNOSTICS: usize = 200;

/// Makes the report of a session while it is open. Its memory is bounded, whatever is sent.
#[derive(Debug, Clone)]
pub(super) struct Reported {
    reporter: Reporter,
    /// Whether the events are of Media Edge: what is told names members as its requests have them.
    is_edge: bool,
    so_far: SoFar,
}

/// What the reporter told.
#[derive(Debug, Clone, Default)]
struct SoFar {
    /// How many records were written.
    records: usize,
    start: Option<Record>,
    close: Option<Record>,
    ads: Parts,
    chapters: Parts,
    diagnostics: Vec<Diagnostic>,
    more_diagnostics: usize,
}

/// The ads or the chapters.
#[derive(Debug, Clone, Default, Serialize)]
struct Parts {
    list: Vec<Part>,
    more: usize,
}

/// An ad or a chapter.
#[derive(Debug, Clone, Serialize)]
struct Part {
    /// The index of its record.
    record: usize,
    name: String,
    position: Option<i64>,
    length: Option<i64>,
    /// Seconds as they are reported, and milliseconds.
    seconds: Option<i64>,
    ms: Option<i64>,
    certainty: Option<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    alternatives: Vec<Alternative>,
    completed: bool,
    /// Whether it is open.
    open: bool,
    /// The first and the last event that made its time.
    events: Option<(usize, usize)>,
}

/// The report as the page shows it.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// How the session is closed, if it is: the reason, and the time by the clock of the player.
    closing: Option<Closing>,
    values: Vec<Shown>,
    ads: Parts,
    chapters: Parts,
}

/// A value. What does not depend on the session says its field, under `field`.
#[derive(Debug, Serialize)]
struct Shown {
    xdm: String,
    field: &'static str,
    value: Option<Datum>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ms: Option<i64>,
    certainty: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    alternatives: Vec<Alternative>,
    events: Option<(usize, usize)>,
}

impl Reported {
    pub(super) fn new(origin: Origin, id: &str, is_edge: bool) -> Self {
        let reporter = Reporter::with(options(origin, id));
        Self { reporter, is_edge, so_far: SoFar::default() }
    }

    /// The same of a session with these events, in the order of arrival.
    pub(super) fn with(mut self, events: &[Event], is_finished: bool) -> Self {
        let mut window = Window::new();
        for event in events {
            window.push(event, |arrived| self.arrived(&arrived));
        }
        if is_finished {
            window.flush(|arrived| self.arrived(&arrived));
            self.finish();
        }
        self
    }

    /// Takes an event that left the window.
    pub(super) fn arrived<T: Borrow<Event>>(&mut self, arrived: &Arrived<T>) {
        let Self { reporter, is_edge, so_far } = self;
        let event = arrived.item.borrow();
        reporter.arrived(arrived, |mut told| {
            if let Told::Diagnostic(diagnostic) = &mut told
                && *is_edge
                && let Some(message) = told_in_edge(event, &diagnostic.message)
                && message != diagnostic.message
            {
                diagnostic.message = shortened(&message, MAX_MESSAGE).into();
            }
            so_far.take(told);
        });
    }

    /// Takes the end of the events.
    pub(super) fn finish(&mut self) {
        let Self { reporter, so_far, .. } = self;
        reporter.finish(|told| so_far.take(told));
    }

    /// What only the report found.
    pub(super) fn told(&self) -> &[Diagnostic] {
        &self.so_far.diagnostics
    }

    /// How many diagnostics are not in memory.
    pub(super) fn more(&self) -> usize {
        self.so_far.more_diagnostics
    }

    /// The report as if the session closed now.
    pub(super) fn report(mut self) -> Report {
        let closing = self.reporter.closing();
        for record in self.reporter.so_far() {
            self.so_far.record(record, true);
        }
        let SoFar { start, close, ads, chapters, .. } = self.so_far;
        let of_close: Vec<_> = close.iter().flat_map(Record::values).map(Shown::of).collect();
        let is_closed_by = |value: &&Value| of_close.iter().all(|shown| shown.xdm != value.xdm());
        let of_start = start.iter().flat_map(Record::values).filter(is_closed_by);
        let mut values: Vec<_> = of_start.map(Shown::of).collect();
        values.extend(of_close);
        Report { closing, values, ads, chapters }
    }
}

/// The choices for the report of a session with this id.
pub(super) fn options(origin: Origin, id: &str) -> ReportOptions {
    let options = ReportOptions::new().session_id(id);
    if origin == Origin::Online { options } else { options.downloaded(true) }
}

impl SoFar {
    fn take(&mut self, told: Told) {
        match told {
            Told::Record(record) => self.record(record, false),
            Told::Diagnostic(diagnostic) if self.diagnostics.len() < MAX_DIAGNOSTICS => {
                self.diagnostics.push(diagnostic);
            }
            Told::Diagnostic(_) => self.more_diagnostics += 1,
            _ => {}
        }
    }

    /// Takes a record: one that is written, or would be if the session closed now.
    fn record(&mut self, record: Record, is_open: bool) {
        let index = self.records;
        self.records += 1;
        match record.record_type() {
            RecordType::Start => self.start = Some(record),
            RecordType::Close => self.close = Some(record),
            RecordType::AdClose => {
                self.ads.add(|| Part::of(&record, index, is_open, "advertisingDetails"));
            }
            RecordType::ChapterClose => {
                self.chapters.add(|| Part::of(&record, index, is_open, "chapterDetails"));
            }
            _ => {}
        }
    }
}

impl Parts {
    fn add(&mut self, part: impl FnOnce() -> Part) {
        if self.list.len() < MAX_PARTS {
            self.list.push(part());
        } else {
            self.more += 1;
        }
    }
}

impl Part {
    fn of(record: &Record, index: usize, open: bool, object: &str) -> Self {
        let get = |member: &str| record.get(&format!("{object}.{member}"));
        let integer = |member: &str| match get(member)?.datum()? {
            Datum::Integer(number) => Some(*number),
            _ => None,
        };
        let texts = ["friendlyName", "name"].into_iter().filter_map(|member| get(member)?.datum());
        let name = texts.map(ToString::to_string).find(|name| !name.is_empty());
        let time = get("timePlayed");
        Self {
            record: index,
            name: shortened(&name.unwrap_or_default(), MAX_NAME),
            position: integer("podPosition").or_else(|| integer("index")),
            length: integer("length"),
            seconds: integer("timePlayed"),
            ms: time.and_then(Value::ms),
            certainty: time.map(|time| time.certainty().as_str()),
            alternatives: time.map(|time| time.alternatives().to_vec()).unwrap_or_default(),
            completed: get("isCompleted").is_some_and(|value| value.datum().is_some()),
            open,
            events: time.and_then(Value::events),
        }
    }
}

impl Shown {
    fn of(value: &Value) -> Self {
        Self {
            xdm: value.xdm().into_owned(),
            field: value.field().xdm,
            value: value.datum().map(|datum| match datum {
                Datum::Text(text) => Datum::Text(shortened(text, MAX_NAME)),
                other => other.clone(),
            }),
            ms: value.ms(),
            certainty: value.certainty().as_str(),
            alternatives: value.alternatives().to_vec(),
            events: value.events(),
        }
    }
}
