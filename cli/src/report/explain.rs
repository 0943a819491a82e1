//! `--explain`: every event that made a value.

use std::borrow::Cow;
use std::collections::HashMap;
use std::error::Error;
use std::io::{self, Write};

use media_collection::report::{Datum, Field, Value, fields};
use serde::Serialize;

use super::json::pretty;
use super::reading::Reported;
use super::shown;
use crate::output;
use crate::timeline::table::{clock, meaning};

/// A value, and what made it.
struct Explained<'a> {
    session: &'a Reported,
    record: usize,
    value: &'a Value,
    /// Indices of events, in the order of arrival.
    events: Vec<usize>,
}

#[derive(Serialize)]
struct Told<'a> {
    file: &'a str,
    session: Option<&'a str>,
    record: usize,
    xdm: Cow<'a, str>,
    value: Option<&'a Datum>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ms: Option<i64>,
    rule: &'a str,
    source: &'a str,
    events: Vec<ToldEvent<'a>>,
}

#[derive(Serialize)]
struct ToldEvent<'a> {
    event: usize,
    time: i64,
    playhead: f64,
    #[serde(rename = "type")]
    event_type: &'a str,
}

pub fn print(path: &str, sessions: &[Reported], json: bool) -> Result<(), Box<dyn Error>> {
    let path = path.strip_prefix("mediaReporting.").unwrap_or(path);
    let mut explained = Vec::new();
    for session in sessions {
        let values = session.report.values().filter(|(_, value)| is_named(value, path));
        let values: Vec<_> = values.collect();
        // A name may stand for several paths: those of player states.
        let mut paths: Vec<_> = values.iter().map(|(_, value)| value.xdm()).collect();
        paths.sort_unstable();
        paths.dedup();
        let events: HashMap<_, _> = paths.into_iter().map(|xdm| session.explained(xdm)).collect();
        for (record, value) in values {
            let events = events.get(&value.xdm()).and_then(|records| records.get(&record));
            let events = events.cloned().unwrap_or_default();
            explained.push(Explained { session, record, value, events });
        }
    }
    if explained.is_empty() && !fields().any(|field| is_field(field, path)) {
        return Err(format!(
            "no field is called `{path}`: give a path, a variable or a name as `report` and \
             `report --csv` show them"
        )
        .into());
    }
    output::write(|out| {
        if json {
            return pretty(out, &explained.iter().map(Explained::told).collect::<Vec<_>>());
        }
        if explained.is_empty() {
            writeln!(out, "no record has `{path}`")?;
        }
        for (number, one) in explained.iter().enumerate() {
            if number > 0 {
                writeln!(out)?;
            }
            one.write(out)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Whether a field is called so: by its path, its variable or its name. A path may name an entry of
/// a list, as `states[mute].time`.
fn is_field(field: &Field, path: &str) -> bool {
    let is_path = match (path.split_once('['), path.rsplit_once(']')) {
        (Some((list, _)), Some((_, member))) => field.xdm == format!("{list}[]{member}"),
        _ => field.xdm == path,
    };
    is_path || field.variable == path || field.name.eq_ignore_ascii_case(path)
}

/// Whether a value is called so.
fn is_named(value: &Value, path: &str) -> bool {
    if path.contains('[') { value.xdm() == path } else { is_field(value.field(), path) }
}

impl Explained<'_> {
    fn told(&self) -> Told<'_> {
        let (events, field) = (&self.session.events, self.value.field());
        let began = events.first().map_or(0, |first| first.player_time.ts);
        let told = self.events.iter().filter_map(|index| {
            let event = events.get(*index)?;
            Some(ToldEvent {
                event: self.session.place(*index),
                time: event.player_time.ts.saturating_sub(began),
                playhead: event.player_time.playhead,
                event_type: event.event_name(),
            })
        });
        Told {
            file: &self.session.file,
            session: self.session.id.as_deref(),
            record: self.record,
            xdm: self.value.xdm(),
            value: self.value.datum(),
            ms: self.value.ms(),
            rule: field.rule,
            source: field.source,
            events: told.collect(),
        }
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let (value, field) = (self.value, self.value.field());
        let record = &self.session.report.records[self.record];
        writeln!(
            out,
            "{}: {} in record {} ({})",
            self.session.name(),
            value.xdm(),
            self.record,
            record.event_type()
        )?;
        writeln!(out, "  {}: {}, {}", field.name, shown::value(value), value.certainty())?;
        writeln!(out, "  {} ({})", field.rule, field.source)?;
        for other in value.alternatives() {
            writeln!(out, "  or {}: {}", shown::alternative(other), other.doubt)?;
        }
        let events = &self.session.events;
        let Some(first) = events.first() else { return Ok(()) };
        for index in &self.events {
            let Some(event) = events.get(*index) else { continue };
            writeln!(
                out,
                "  {:>8}  {:>8}  {:>8.1}  {:<20}  {}",
                format!("/{}", self.session.place(*index)),
                clock(first.player_time, event.player_time),
                event.player_time.playhead,
                event.event_name(),
                meaning(event),
            )?;
        }
        Ok(())
    }
}
