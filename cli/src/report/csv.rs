//! Values and totals as CSV (RFC 4180).

use std::io::{self, Write};

use csv::Writer;
use media_collection::report::Alternative;

use super::reading::Reported;
use super::totals::Totals;

/// A line for each value of each session.
pub fn values(out: &mut dyn Write, sessions: &[Reported]) -> io::Result<()> {
    let mut csv = Writer::from_writer(out);
    csv.write_record([
        "file",
        "session",
        "record",
        "event_type",
        "xdm",
        "variable",
        "name",
        "value",
        "ms",
        "certainty",
        "first_event",
        "last_event",
        "alternatives",
    ])?;
    for session in sessions {
        for (record, value) in session.report.values() {
            let events = value.events();
            let alternatives: Vec<_> = value.alternatives().iter().map(alternative).collect();
            csv.write_record([
                &*session.file,
                &session.key(),
                &record.to_string(),
                session.report.records[record].event_type(),
                &value.xdm(),
                value.field().variable,
                value.field().name,
                &text(value.datum()),
                &text(value.ms()),
                value.certainty().as_str(),
                &text(events.map(|(first, _)| session.place(first))),
                &text(events.map(|(_, last)| session.place(last))),
                &alternatives.join(" | "),
            ])?;
        }
    }
    csv.flush()
}

pub fn totals(out: &mut dyn Write, totals: &Totals) -> io::Result<()> {
    let mut csv = Writer::from_writer(out);
    csv.write_record(["xdm", "name", "value", "ms", "sessions", "least", "greatest"])?;
    for sum in totals.sums() {
        csv.write_record([
            &*sum.xdm,
            &sum.name(),
            &sum.value().to_string(),
            &text(sum.ms),
            &sum.sessions.to_string(),
            &sum.least().to_string(),
            &sum.greatest().to_string(),
        ])?;
    }
    for calculated in totals.calculated() {
        let value = calculated.value.to_string();
        csv.write_record(["", calculated.name, &value, "", "", "", ""])?;
    }
    csv.flush()
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn alternative(alternative: &Alternative) -> String {
    let value = alternative.datum.as_ref().map_or("absent".to_owned(), ToString::to_string);
    format!("{value} ({})", alternative.doubt)
}
