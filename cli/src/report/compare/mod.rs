//! `--compare`: how the reports of two sessions differ.

mod diagnostics;
mod difference;
mod records;
mod selection;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use media_collection::report::ReportOptions;
use media_collection_cli::input::{Options, counted};
use serde::Serialize;

use self::diagnostics::Diagnosed;
use self::difference::{Difference, Side};
use super::json::{Told, pretty};
use super::layout::Table;
use super::reading::Reported;
use super::shown;
use super::text;
use crate::output;

/// What differs between two sessions.
struct Comparison<'a> {
    a: &'a Reported,
    b: &'a Reported,
    values: Vec<Difference<'a>>,
    /// How many values are equal.
    equal: usize,
    diagnostics: Vec<Diagnosed>,
}

pub fn run(
    a: &str,
    b: &str,
    how: &Options,
    options: &ReportOptions,
    json: bool,
) -> Result<ExitCode, Box<dyn Error>> {
    let (a, b) = (selection::select(a, how, options)?, selection::select(b, how, options)?);
    let comparison = Comparison::of(&a, &b);
    output::write(
        |out| {
            if json { pretty(out, &comparison.told()) } else { comparison.write(out) }
        },
    )?;
    Ok(a.verdict().max(b.verdict()).exit_code().into())
}

impl<'a> Comparison<'a> {
    fn of(a: &'a Reported, b: &'a Reported) -> Self {
        let diagnostics = diagnostics::differing(a, b);
        let mut comparison = Self { a, b, values: Vec::new(), equal: 0, diagnostics };
        for (part, left, right) in records::paired(&a.report.records, &b.report.records) {
            let is_alone = left.is_none() || right.is_none();
            let sides = |session: &'a Reported, at: Option<usize>| {
                at.map(|at| records::sides(session, at, is_alone)).unwrap_or_default()
            };
            let (left, mut right) = (sides(a, left), sides(b, right));
            let from = comparison.values.len();
            for side in left {
                let same = right.iter().position(|other| other.xdm == side.xdm);
                let other = same.map(|at| right.remove(at));
                comparison.pair(&part, Some(side), other);
            }
            for other in right {
                comparison.pair(&part, None, Some(other));
            }
            comparison.values[from..].sort_by_key(Difference::order);
        }
        comparison
    }

    fn pair(&mut self, part: &str, a: Option<Side<'a>>, b: Option<Side<'a>>) {
        let datum = |side: &Option<Side<'a>>| side.as_ref().and_then(|side| side.datum.clone());
        if datum(&a) == datum(&b) {
            self.equal += usize::from(datum(&a).is_some());
            return;
        }
        let explained = self.explained(a.as_ref(), b.as_ref());
        self.values.extend(Difference::of(part, a, b, explained));
    }

    /// What explains that a value differs: another reading of one is that of the other, or something
    /// is wrong with only one.
    fn explained(&self, a: Option<&Side<'a>>, b: Option<&Side<'a>>) -> Vec<String> {
        let mut explained = Vec::new();
        for (letter, this, other) in [("A", a, b), ("B", b, a)] {
            let other = other.and_then(|side| side.datum.as_deref());
            let readings = this.into_iter().flat_map(|side| side.alternatives);
            let same = readings.filter(|reading| reading.datum.as_ref() == other);
            explained.extend(same.map(|reading| {
                format!("{letter} has this value too by another reading: {}", reading.doubt)
            }));
        }
        let Some(field) = a.or(b).and_then(|side| side.field) else { return explained };
        let spoils = |xdm: &str| {
            media_collection::report::field(xdm).is_some_and(|spoiled| spoiled == field)
        };
        let wrong = self.diagnostics.iter();
        let wrong = wrong.filter(|one| one.spoils.iter().any(|xdm| spoils(xdm)));
        explained.extend(wrong.map(|one| {
            let (letter, places) = one.in_only();
            let first = places.first().map_or(String::new(), |first| format!(", /{first}"));
            format!("{letter}{first}: {} [{}]", one.message, one.rule)
        }));
        explained
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        for (letter, session) in [("A", self.a), ("B", self.b)] {
            let events = counted(session.count, "event");
            writeln!(out, "{letter}  {}: {events}, {}", session.name(), session.closing())?;
            text::faults(out, session)?;
        }
        writeln!(out)?;
        let mut explanations: Vec<&str> = Vec::new();
        let mut table = Table::new(["value", "of", ">A", ">B", ">difference", "because"]);
        for one in &self.values {
            let numbers = one.explained.iter().map(|text| {
                let known = explanations.iter().position(|known| known == text);
                let number = known.unwrap_or_else(|| {
                    explanations.push(text);
                    explanations.len() - 1
                });
                format!("[{}]", number + 1)
            });
            let because = numbers.collect::<Vec<_>>().join(" ");
            let [a, b] = [&one.a, &one.b].map(|side| {
                let side = side.as_ref().filter(|side| side.datum.is_some());
                side.map_or("-".to_owned(), Side::shown)
            });
            table.add([one.name.clone(), one.part.clone(), a, b, one.shown(), because]);
        }
        let equal = counted(self.equal, "value");
        if table.is_empty() {
            writeln!(out, "  no value differs ({equal} compared)")?;
        } else {
            table.write(out)?;
            writeln!(out, "  {} differ, {equal} equal", self.values.len())?;
        }
        for (number, text) in explanations.iter().enumerate() {
            writeln!(out, "  [{}] {text}", number + 1)?;
        }
        for (letter, called) in [("A", "only in A"), ("B", "only in B")] {
            let only: Vec<_> =
                self.diagnostics.iter().filter(|one| one.in_only().0 == letter).collect();
            if !only.is_empty() {
                writeln!(out, "\n{called}")?;
            }
            for one in only {
                let places: Vec<_> =
                    one.in_only().1.iter().map(|place| format!("/{place}")).collect();
                let (severity, places) = (one.severity, output::listed(&places));
                writeln!(out, "  {severity:<12}{places}: {} [{}]", one.message, one.rule)?;
            }
        }
        Ok(())
    }

    fn told(&self) -> impl Serialize {
        #[derive(Serialize)]
        struct Compared<'a> {
            a: Named<'a>,
            b: Named<'a>,
            values: Vec<Differing<'a>>,
            diagnostics: &'a [Diagnosed],
        }
        #[derive(Serialize)]
        struct Named<'a> {
            file: &'a str,
            session: Option<&'a str>,
        }
        #[derive(Serialize)]
        struct Differing<'a> {
            xdm: &'a str,
            name: &'a str,
            of: &'a str,
            a: Option<Told<'a>>,
            b: Option<Told<'a>>,
            difference: Option<serde_json::Value>,
            explained: &'a [String],
        }
        let named =
            |session: &'a Reported| Named { file: &session.file, session: session.id.as_deref() };
        let values = self.values.iter().map(|one| Differing {
            xdm: &one.xdm,
            name: &one.name,
            of: &one.part,
            a: one.a.as_ref().map(Side::told),
            b: one.b.as_ref().map(Side::told),
            difference: one.difference().map(shown::json_number),
            explained: &one.explained,
        });
        Compared {
            a: named(self.a),
            b: named(self.b),
            values: values.collect(),
            diagnostics: &self.diagnostics,
        }
    }
}
