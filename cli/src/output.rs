//! Writes text and JSON to standard output; lists places and violations.

use std::collections::HashMap;
use std::hash::Hash;
use std::io::{self, Write};

use media_collection_cli::input::Problem;
use serde_json::Value;

/// Writes to a buffered standard output. A reader that closes the pipe early, such as `head`, is
/// not an error.
pub fn write(text: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match text(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes one line and flushes it, since another program may wait for it.
pub fn line(text: impl std::fmt::Display) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}

/// Writes a value as indented JSON.
pub fn pretty(out: &mut dyn Write, value: &Value) -> io::Result<()> {
    writeln!(out, "{value:#}")
}

/// The most places that are listed; the others are counted.
const MAX_LISTED: usize = 5;

/// `/1, /2 and 7 more`.
pub fn listed(places: &[String]) -> String {
    let shown = places[..places.len().min(MAX_LISTED)].join(", ");
    match places.len().saturating_sub(MAX_LISTED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Writes what is wrong with values, each line with this word: a line for equal problems.
pub fn violations(out: &mut dyn Write, what: &str, problems: &[Problem]) -> io::Result<()> {
    let key = |problem: &'_ Problem| {
        (problem.below().to_owned(), problem.keyword, problem.message.clone())
    };
    for (problem, places) in grouped(problems, key, Problem::place) {
        let place = listed(&places);
        writeln!(out, "  {what:<12}{place}: {} ({})", problem.message, problem.keyword)?;
    }
    Ok(())
}

/// Equal values of several events: the first, and the places of all.
pub fn grouped<'a, T, K: Eq + Hash>(
    all: &'a [T],
    key: impl Fn(&'a T) -> K,
    place: impl Fn(&T) -> String,
) -> Vec<(&'a T, Vec<String>)> {
    let mut groups: Vec<(&T, Vec<String>)> = Vec::new();
    let mut known = HashMap::new();
    for one in all {
        let group = *known.entry(key(one)).or_insert(groups.len());
        if group == groups.len() {
            groups.push((one, Vec::new()));
        }
        groups[group].1.push(place(one));
    }
    groups
}
