//! Tables of text.

use std::io::{self, Write};

/// A table whose columns are as wide as their cells.
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

struct Column {
    head: &'static str,
    is_right: bool,
}

impl Table {
    /// A table with these heads; columns whose head begins with `>` are aligned to the right.
    pub fn new<const N: usize>(heads: [&'static str; N]) -> Self {
        let column = |head: &'static str| Column {
            head: head.trim_start_matches('>'),
            is_right: head.starts_with('>'),
        };
        Self { columns: heads.map(column).into(), rows: Vec::new() }
    }

    pub fn add<const N: usize>(&mut self, cells: [String; N]) {
        debug_assert_eq!(N, self.columns.len());
        self.rows.push(cells.map(|cell| plain(&cell)).into());
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes it. Columns without any cell are left out.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|column| {
                let cells = self.rows.iter().filter_map(|row| row.get(column));
                match cells.map(|cell| width(cell)).max().unwrap_or(0) {
                    0 => 0,
                    cell => cell.max(width(self.columns[column].head)),
                }
            })
            .collect();
        let heads: Vec<_> = self.columns.iter().map(|column| column.head.to_owned()).collect();
        for row in [&heads].into_iter().chain(&self.rows) {
            let mut line = String::from(" ");
            for ((cell, width_of), column) in row.iter().zip(&widths).zip(&self.columns) {
                if *width_of == 0 {
                    continue;
                }
                let pad = " ".repeat(width_of.saturating_sub(width(cell)));
                line.push(' ');
                if column.is_right {
                    line += &pad;
                    line += cell;
                } else {
                    line += cell;
                    line += &pad;
                }
                line.push(' ');
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

fn width(text: &str) -> usize {
    text.chars().count()
}

/// The longest cell.
const MAX_CHARS: usize = 72;

/// A text without what a terminal would obey, and not too long.
pub fn plain(text: &str) -> String {
    let is_plain = |c: char| !c.is_control();
    if text.chars().all(is_plain) && width(text) <= MAX_CHARS {
        return text.to_owned();
    }
    let escaped: String = text
        .chars()
        .flat_map(|c| {
            let (same, escape) =
                if is_plain(c) { (Some(c), None) } else { (None, Some(c.escape_default())) };
            same.into_iter().chain(escape.into_iter().flatten())
        })
        .collect();
    if width(&escaped) <= MAX_CHARS {
        return escaped;
    }
    let cut: String = escaped.chars().take(MAX_CHARS - 1).collect();
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::{Table, plain};

    fn written(table: &Table) -> String {
        let mut out = Vec::new();
        table.write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_are_aligned_and_empty_ones_left_out() {
        let mut table = Table::new(["metric", ">value", "or", "events"]);
        table.add(["a".to_owned(), "1".to_owned(), String::new(), "/0".to_owned()]);
        table.add(["größe".to_owned(), "1234567".to_owned(), String::new(), String::new()]);
        assert_eq!(
            written(&table),
            "  metric    value  events\n  a             1  /0\n  größe   1234567\n"
        );
    }

    #[test]
    fn a_terminal_obeys_nothing_that_was_received() {
        assert_eq!(plain("a\u{1b}[31m\nb"), "a\\u{1b}[31m\\nb");
        assert_eq!(plain("größe 🎬"), "größe 🎬");
        assert_eq!(plain(&"x".repeat(100)).chars().count(), 72);
    }
}
