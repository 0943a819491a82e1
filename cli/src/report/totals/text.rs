//! Totals as text.

use std::collections::BTreeMap;
use std::io::{self, Write};

use media_collection_cli::input::counted;

use super::calculated::Calculated;
use super::{LEFT_OUT, Sum, Totals};
use crate::report::layout::Table;
use crate::report::shown;

impl Totals {
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(
            out,
            "Totals of {} in {}",
            counted(self.sessions, "session"),
            counted(self.files, "file")
        )?;
        let mut table = Table::new(["metric", ">total", ">sessions", "by other readings"]);
        for sum in self.sums().filter(|sum| sum.state().is_none() && sum.says_something()) {
            let other = if sum.is_doubtful() {
                format!(
                    "{} to {}",
                    shown::json_number(sum.least()),
                    shown::json_number(sum.greatest())
                )
            } else {
                String::new()
            };
            table.add([sum.name(), sum.shown(), sum.sessions.to_string(), other]);
        }
        table.write(out)?;
        let states = self.states();
        if !states.is_empty() {
            writeln!(out)?;
            states.write(out)?;
        }
        let mut table = Table::new(["calculated metric", ">value", "formula"]);
        for one in self.calculated().filter(Calculated::says_something) {
            table.add([one.name.to_owned(), one.shown(), one.formula]);
        }
        if !table.is_empty() {
            writeln!(out)?;
            table.write(out)?;
        }
        if !self.wrong.is_empty() {
            writeln!(out)?;
            let mut table = Table::new(["what is wrong", ">sessions", ">times", "for example"]);
            for (rule, wrong) in &self.wrong {
                let (sessions, events) = (wrong.sessions.to_string(), wrong.events.to_string());
                table.add([(*rule).to_owned(), sessions, events, wrong.message.clone()]);
            }
            table.write(out)?;
        }
        writeln!(
            out,
            "\nLeft out, since it depends on when others watched: {}.",
            LEFT_OUT.join(", ")
        )
    }

    fn states(&self) -> Table {
        let mut table =
            Table::new(["player state", ">sessions", ">count", ">time", "by other readings"]);
        let mut states: BTreeMap<&str, [Option<&Sum>; 2]> = BTreeMap::new();
        for sum in self.sums() {
            let Some(state) = sum.state() else { continue };
            let [count, time] = states.entry(state).or_default();
            match sum.field.member() {
                "count" => *count = Some(sum),
                "time" => *time = Some(sum),
                _ => {}
            }
        }
        for (state, [count, time]) in states {
            table.add([
                state.to_owned(),
                count.map_or(String::new(), |sum| sum.sessions.to_string()),
                count.map_or(String::new(), Sum::shown),
                time.map_or(String::new(), Sum::shown),
                time.map_or(String::new(), Sum::range),
            ]);
        }
        table
    }
}

impl Sum {
    fn says_something(&self) -> bool {
        self.sessions > 0 || self.is_doubtful()
    }

    /// The least and the greatest sum by other readings.
    fn range(&self) -> String {
        if !self.is_doubtful() {
            return String::new();
        }
        let unit = if self.ms.is_some() { " s" } else { "" };
        let (least, greatest) = (shown::number(self.least()), shown::number(self.greatest()));
        format!("{least} to {greatest}{unit}")
    }

    /// The player state that it is of.
    fn state(&self) -> Option<&str> {
        self.xdm.split(['[', ']']).nth(1)
    }

    fn shown(&self) -> String {
        match self.ms {
            Some(_) => seconds(self.value()),
            None => shown::number(self.value()),
        }
    }
}

pub(super) fn seconds(seconds: f64) -> String {
    let clock = if seconds < 60.0 {
        String::new()
    } else {
        format!(" ({})", shown::clock((seconds * 1_000.0).round() as i64))
    };
    format!("{} s{clock}", shown::number(seconds))
}
