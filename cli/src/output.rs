//! Writes text and JSON to standard output, and lists places.

use std::io::{self, Write};

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
