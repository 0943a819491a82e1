//! The sessions as JSON.

use std::borrow::Cow;
use std::io::{self, Write};

use media_collection::report::{Alternative, Datum, Record, Value};
use serde::Serialize;

use super::reading::Reported;

#[derive(Serialize)]
struct Session<'a> {
    file: &'a str,
    session: Option<&'a str>,
    records: &'a [Record],
    values: Vec<Told<'a>>,
    diagnostics: Vec<Diagnostic<'a>>,
}

/// A value of a record.
#[derive(Serialize)]
pub struct Told<'a> {
    pub record: usize,
    pub xdm: Cow<'a, str>,
    pub value: Option<&'a Datum>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ms: Option<i64>,
    pub certainty: &'static str,
    pub alternatives: &'a [Alternative],
}

impl<'a> Told<'a> {
    pub fn of(record: usize, value: &'a Value) -> Self {
        Self {
            record,
            xdm: value.xdm(),
            value: value.datum(),
            ms: value.ms(),
            certainty: value.certainty().as_str(),
            alternatives: value.alternatives(),
        }
    }
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    rule: &'a str,
    event: Option<usize>,
    spoils: Vec<Cow<'static, str>>,
    message: Cow<'a, str>,
}

pub fn write(out: &mut dyn Write, sessions: &[Reported]) -> io::Result<()> {
    let sessions: Vec<_> = sessions.iter().map(session).collect();
    pretty(out, &sessions)
}

/// Writes indented JSON whose members keep their order.
pub fn pretty(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

fn session(session: &Reported) -> Session<'_> {
    let faults = session.faults().into_iter().map(|fault| Diagnostic {
        rule: fault.rule,
        event: fault.event,
        spoils: fault.spoils.into_iter().map(Cow::from).collect(),
        message: fault.message.into(),
    });
    let told = session.report.diagnostics.iter().map(|diagnostic| Diagnostic {
        rule: diagnostic.rule,
        event: Some(session.place(diagnostic.event)),
        spoils: diagnostic.spoils.clone(),
        message: Cow::Borrowed(&*diagnostic.message),
    });
    Session {
        file: &session.file,
        session: session.id.as_deref(),
        records: &session.report.records,
        values: session.report.values().map(|(record, value)| Told::of(record, value)).collect(),
        diagnostics: faults.chain(told).collect(),
    }
}
