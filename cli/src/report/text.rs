//! Sessions as text: what is wrong, then tables.

use std::collections::BTreeMap;
use std::io::{self, Write};

use media_collection::report::{Diagnostic, Field, Record, RecordType, Value, field, fields};
use media_collection_cli::input::{Problem, counted};

use super::layout::{Table, plain};
use super::reading::Reported;
use super::shown;
use super::totals::Totals;
use crate::output::{listed, violations};

pub fn write(out: &mut dyn Write, sessions: &[Reported]) -> io::Result<()> {
    for (number, session) in sessions.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        Page::of(session).write(out)?;
    }
    if sessions.iter().filter(|session| !session.report.records.is_empty()).count() > 1 {
        writeln!(out)?;
        Totals::of(sessions).write(out)?;
    }
    Ok(())
}

/// The text about one session.
struct Page<'a> {
    session: &'a Reported,
    /// What makes values doubtful; each is told once, below the tables.
    doubts: Vec<&'static str>,
    /// The milestones that are not reported.
    absent: Vec<&'static str>,
}

impl<'a> Page<'a> {
    fn of(session: &'a Reported) -> Self {
        Self { session, doubts: Vec::new(), absent: Vec::new() }
    }

    fn write(mut self, out: &mut dyn Write) -> io::Result<()> {
        let session = self.session;
        if !session.is_session() {
            return nothing(out, session);
        }
        write!(out, "{}: {}", session.name(), counted(session.count, "event"))?;
        writeln!(out, ", {}", session.closing())?;
        wrong(out, session)?;
        if session.report.records.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        self.metrics().write(out)?;
        if !self.absent.is_empty() {
            writeln!(out, "  not reported: {}", self.absent.join(", "))?;
        }
        for table in [self.ads(), self.chapters(), self.states(), self.dimensions()] {
            if !table.is_empty() {
                writeln!(out)?;
                table.write(out)?;
            }
        }
        if !self.doubts.is_empty() {
            writeln!(out, "\n  other readings")?;
            for (number, doubt) in self.doubts.iter().enumerate() {
                writeln!(out, "  [{}] {doubt}", number + 1)?;
            }
        }
        Ok(())
    }

    /// What the session has of its own: starts, completes, times, counts, quality.
    fn metrics(&mut self) -> Table {
        let mut table = Table::new(["metric", ">value", ">exactly", "certainty", "events", "or"]);
        let session = self.session;
        let records = [of_type(session, RecordType::Start), of_type(session, RecordType::Close)];
        let records: Vec<_> = records.into_iter().flatten().collect();
        for field in fields().filter(|field| is_computed(field)) {
            let mut values = records.iter().filter_map(|record| record.get(field.xdm)).peekable();
            if values.peek().is_none() && MILESTONES.contains(&field.xdm) {
                self.absent.push(field.name);
            }
            for value in values {
                let exactly = value.ms().filter(|ms| ms % 1_000 != 0 || *ms >= 60_000);
                let or = self.or(value);
                table.add([
                    field.name.to_owned(),
                    shown::briefly(value),
                    exactly.map_or(String::new(), shown::clock),
                    value.certainty().to_string(),
                    shown::events(session, value),
                    or,
                ]);
            }
        }
        table
    }

    /// The other readings of a value: `35 s [1], absent [2]`.
    fn or(&mut self, value: &Value) -> String {
        let readings = value.alternatives().iter().map(|other| {
            let number = self.doubts.iter().position(|doubt| *doubt == other.doubt);
            let number = number.unwrap_or_else(|| {
                self.doubts.push(other.doubt);
                self.doubts.len() - 1
            });
            format!("{} [{}]", shown::alternative(other), number + 1)
        });
        readings.collect::<Vec<_>>().join(", ")
    }

    /// A value in a table with a line for each ad, chapter or state.
    fn cell(&mut self, value: Option<&Value>) -> String {
        let Some(value) = value else { return "-".to_owned() };
        match self.or(value) {
            or if or.is_empty() => shown::value(value),
            or => format!("{}, or {or}", shown::value(value)),
        }
    }

    fn ads(&mut self) -> Table {
        let session = self.session;
        let mut table = Table::new(["ad", "pod", ">length", ">played", ">complete", "events"]);
        let mut closes = of_type(session, RecordType::AdClose);
        for start in of_type(session, RecordType::AdStart) {
            // An ad is closed before the next one starts.
            let close = closes.next();
            let played = close.and_then(|close| close.get("advertisingDetails.timePlayed"));
            let completed = close.and_then(|close| close.get("advertisingDetails.isCompleted"));
            table.add([
                title(start, "advertisingDetails.friendlyName", "advertisingDetails.name"),
                pod(start),
                length(start, "advertisingDetails.length"),
                self.cell(played),
                self.cell(completed),
                span_of(session, &[start.get("advertisingDetails.isStarted"), played, completed]),
            ]);
        }
        table
    }

    fn chapters(&mut self) -> Table {
        let session = self.session;
        let mut table =
            Table::new(["chapter", ">offset", ">length", ">played", ">complete", "events"]);
        for close in of_type(session, RecordType::ChapterClose) {
            let played = close.get("chapterDetails.timePlayed");
            let completed = close.get("chapterDetails.isCompleted");
            table.add([
                title(close, "chapterDetails.friendlyName", "chapterDetails.index"),
                length(close, "chapterDetails.offset"),
                length(close, "chapterDetails.length"),
                self.cell(played),
                self.cell(completed),
                span_of(session, &[close.get("chapterDetails.isStarted"), played, completed]),
            ]);
        }
        table
    }

    fn states(&mut self) -> Table {
        let session = self.session;
        let mut table = Table::new(["player state", ">count", ">time", "events"]);
        let mut states: BTreeMap<String, [Option<&Value>; 2]> = BTreeMap::new();
        for value in session.report.close().into_iter().flat_map(Record::values) {
            if value.field().object() == "states" {
                let xdm = value.xdm();
                let name = xdm.split(['[', ']']).nth(1).unwrap_or_default().to_owned();
                let [count, time] = states.entry(name).or_default();
                match value.field().member() {
                    "count" => *count = Some(value),
                    "time" => *time = Some(value),
                    _ => {}
                }
            }
        }
        for (name, [count, time]) in states {
            let events = span_of(session, &[count, time]);
            table.add([name, self.cell(count), self.cell(time), events]);
        }
        table
    }

    /// What the session is about: what was sent, and every record repeats.
    fn dimensions(&self) -> Table {
        let mut table = Table::new(["dimension", "value"]);
        let records = &self.session.report.records;
        let Some(record) = self.session.report.close().or(records.first()) else { return table };
        for value in record.values().filter(|value| is_dimension(value)) {
            table.add([value.field().name.to_owned(), shown::value(value)]);
        }
        let custom = shown::custom(record);
        for (name, value) in custom.iter().take(MAX_CUSTOM) {
            table.add([format!("custom: {name}"), value.clone()]);
        }
        if let Some(more) = custom.len().checked_sub(MAX_CUSTOM).filter(|more| *more > 0) {
            table.add([format!("custom: {more} more"), String::new()]);
        }
        table
    }
}

/// The most items of custom metadata that are shown.
const MAX_CUSTOM: usize = 20;

/// What an analyst looks for, also if it is absent.
const MILESTONES: [&str; 7] = [
    "sessionDetails.isPlayed",
    "sessionDetails.isCompleted",
    "sessionDetails.hasProgress10",
    "sessionDetails.hasProgress25",
    "sessionDetails.hasProgress50",
    "sessionDetails.hasProgress75",
    "sessionDetails.hasProgress95",
];

/// Texts that are computed, and no metrics.
const COMPUTED: [&str; 4] = [
    "sessionDetails.segment",
    "qoeDataDetails.bitrateAverageBucket",
    "qoeDataDetails.playerSdkErrors",
    "qoeDataDetails.externalErrors",
];

fn is_computed(field: &Field) -> bool {
    field.object() != "states" && (field.is_metric || COMPUTED.contains(&field.xdm))
}

fn is_dimension(value: &Value) -> bool {
    let field = value.field();
    field.object() == "sessionDetails" && !is_computed(field) && !field.variable.is_empty()
}

fn of_type(session: &Reported, record_type: RecordType) -> impl Iterator<Item = &Record> {
    session.report.records.iter().filter(move |record| record.record_type() == record_type)
}

/// `"Name" (id)`, or one of them.
fn title(record: &Record, name: &str, id: &str) -> String {
    let [name, id] = [name, id].map(|xdm| record.get(xdm).map(shown::value));
    match (name, id) {
        (Some(name), Some(id)) if name != id => format!("{id} \"{name}\""),
        (name, id) => id.or(name).unwrap_or_default(),
    }
}

/// `"Pre-roll", at 0 s`.
fn pod(record: &Record) -> String {
    let name = record.get("advertisingPodDetails.friendlyName").map(shown::value);
    let offset = record.get("advertisingPodDetails.offset").map(shown::value);
    match (name, offset) {
        (Some(name), Some(offset)) => format!("\"{name}\", at {offset}"),
        (None, Some(offset)) => format!("at {offset}"),
        (name, None) => name.unwrap_or_default(),
    }
}

fn length(record: &Record, xdm: &str) -> String {
    record.get(xdm).map(shown::value).unwrap_or_default()
}

/// The first and the last of the events that made these values.
fn span_of(session: &Reported, values: &[Option<&Value>]) -> String {
    let events = values.iter().flatten().filter_map(|value| value.events());
    let all = events.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    all.map_or(String::new(), |(first, last)| {
        shown::span(session.place(first), session.place(last))
    })
}

/// Why there is no session.
pub fn nothing(out: &mut dyn Write, session: &Reported) -> io::Result<()> {
    let message = session.problems.first().map_or("", |problem| &problem.message);
    writeln!(out, "{}: {message}", session.name())
}

/// What is wrong besides the report's diagnostics.
pub fn faults(out: &mut dyn Write, session: &Reported) -> io::Result<()> {
    let problems = &session.problems;
    violations(out, "violation", problems)?;
    if problems.iter().any(|problem| problem.keyword != Problem::FILE) {
        let here = match session.undecoded {
            0 if session.guessed > 0 => {
                "here they are counted, as if what is missing were empty".to_owned()
            }
            0 => "here they are counted".to_owned(),
            1 => "here the one that cannot be read is left out".to_owned(),
            several => format!("here the {several} that cannot be read are left out"),
        };
        let text =
            "the back end rejects these events, and a session of downloaded content as a whole";
        writeln!(out, "  {:<12}{text}; {here}", "")?;
    }
    if let Some(fault) = session.not_accepted() {
        writeln!(out, "  {:<12}{}", "not counted", fault.message)?;
    }
    Ok(())
}

/// What is wrong, the worst first; equal diagnostics share a line.
pub fn wrong(out: &mut dyn Write, session: &Reported) -> io::Result<()> {
    if session.faults().is_empty() && session.report.diagnostics.is_empty() {
        return writeln!(out, "  nothing wrong was found");
    }
    faults(out, session)?;
    let mut groups: Vec<(_, Vec<usize>)> = Vec::new();
    for told in &session.report.diagnostics {
        let equal = groups.iter_mut().find(|(first, _): &&mut (&Diagnostic, _)| {
            first.rule == told.rule && first.message == told.message && first.spoils == told.spoils
        });
        match equal {
            Some((_, places)) => places.push(session.place(told.event)),
            None => groups.push((told, vec![session.place(told.event)])),
        }
    }
    // What spoils most comes before what spoils little.
    groups.sort_by_key(|(told, _)| std::cmp::Reverse((told.severity, told.spoils.len())));
    for (told, places) in groups {
        let places: Vec<_> = places.iter().map(|place| format!("/{place}")).collect();
        let severity = told.severity.as_str();
        writeln!(out, "  {severity:<12}{}: {} [{}]", listed(&places), told.message, told.rule)?;
        let names = told.spoils.iter().map(|xdm| name_of(xdm));
        let mut names: Vec<_> = names.collect();
        names.dedup();
        if !names.is_empty() {
            writeln!(out, "  {:<12}spoils {}", "", listed(&names))?;
        }
    }
    Ok(())
}

/// The name of a field in reports.
pub fn name_of(xdm: &str) -> String {
    let entry = xdm.split_once('[').and_then(|(_, rest)| rest.rsplit_once(']'));
    match (field(xdm), entry) {
        (Some(field), Some((entry, _))) if !entry.is_empty() => {
            format!("{} ({})", field.name, plain(entry))
        }
        (Some(field), _) => field.name.to_owned(),
        (None, _) => plain(xdm),
    }
}
