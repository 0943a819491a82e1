//! Writes text and JSON to standard output; lists places and violations.

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

/// Writes what is wrong with values: a line for equal problems.
pub fn violations(out: &mut dyn Write, problems: &[Problem]) -> io::Result<()> {
    for (problem, places) in equal(problems) {
        let place = match &places[..] {
            [place] if place.is_empty() => "(whole text)".to_owned(),
            places => listed(places),
        };
        writeln!(out, "  violation   {place}: {} ({})", problem.message, problem.keyword)?;
    }
    Ok(())
}

/// Equal problems of several events, with their pointers.
fn equal(problems: &[Problem]) -> Vec<(&Problem, Vec<String>)> {
    let mut groups: Vec<(&Problem, Vec<String>)> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for problem in problems {
        let key = (below(&problem.pointer), problem.keyword, &problem.message);
        let group = *known.entry(key).or_insert(groups.len());
        if group == groups.len() {
            groups.push((problem, Vec::new()));
        }
        groups[group].1.push(problem.pointer.clone());
    }
    groups
}

/// A pointer without the index of its event.
fn below(pointer: &str) -> &str {
    let event = pointer.strip_prefix('/').and_then(|rest| rest.split('/').next());
    match event {
        Some(index) if index.parse::<usize>().is_ok() => &pointer[index.len() + 1..],
        _ => pointer,
    }
}
