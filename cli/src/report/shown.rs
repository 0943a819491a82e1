//! How values, times and places are shown.

use media_collection::report::{Alternative, Datum, Field, Record, Value};

use super::reading::Reported;

/// A value as the table shows it: `45 s (0:44.998)`.
pub fn value(value: &Value) -> String {
    datum(value.datum(), value.ms())
}

/// The same without milliseconds.
pub fn briefly(value: &Value) -> String {
    match (value.datum(), value.ms()) {
        (Some(Datum::Integer(seconds)), Some(_)) => format!("{seconds} s"),
        (found, _) => datum(found, None),
    }
}

pub fn alternative(alternative: &Alternative) -> String {
    match &alternative.datum {
        None => "absent".to_owned(),
        found => datum(found.as_ref(), alternative.ms),
    }
}

pub fn datum(datum: Option<&Datum>, ms: Option<i64>) -> String {
    match (datum, ms) {
        (None, _) => "-".to_owned(),
        (Some(Datum::Integer(seconds)), Some(ms)) => seconds_of(*seconds, ms),
        // Analytics counts a flag.
        (Some(Datum::Flag), _) => "1".to_owned(),
        (Some(Datum::Number(found)), _) => number(*found),
        (Some(datum), _) => datum.to_string(),
    }
}

/// Seconds as they are reported, and the clock if that says more.
pub fn seconds_of(seconds: i64, ms: i64) -> String {
    if ms % 1_000 == 0 && ms < 60_000 {
        format!("{seconds} s")
    } else {
        format!("{seconds} s ({})", clock(ms))
    }
}

/// A number with at most four decimals.
pub fn number(number: f64) -> String {
    let text = format!("{number:.4}");
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    text.to_owned()
}

/// `1:02:03`, or `2:03.004` with milliseconds.
pub fn clock(ms: i64) -> String {
    let sign = if ms < 0 { "-" } else { "" };
    let ms = ms.unsigned_abs();
    let (hours, minutes, seconds) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60);
    let time = if hours > 0 {
        format!("{sign}{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{sign}{minutes}:{seconds:02}")
    };
    match ms % 1_000 {
        0 => time,
        rest => format!("{time}.{rest:03}"),
    }
}

/// The first and the last event that made a value.
pub fn events(session: &Reported, value: &Value) -> String {
    match value.events() {
        None => String::new(),
        Some((first, last)) => span(session.place(first), session.place(last)),
    }
}

/// `/3`, or `/3 to /12`.
pub fn span(first: usize, last: usize) -> String {
    if first == last { format!("/{first}") } else { format!("/{first} to /{last}") }
}

/// The name of a value in reports, with the entry of a list: `State counts (mute)`.
pub fn name(field: &Field, xdm: &str) -> String {
    match xdm.split(['[', ']']).nth(1) {
        Some(entry) => format!("{} ({entry})", field.name),
        None => field.name.to_owned(),
    }
}

/// The custom metadata of a record: names and values.
pub fn custom(record: &Record) -> Vec<(String, String)> {
    let record = record.to_xdm();
    let pairs = record.get("customMetadata").and_then(|pairs| pairs.as_array());
    let pairs = pairs.into_iter().flatten().map(|pair| {
        let text = |member: &str| pair[member].as_str().unwrap_or_default().to_owned();
        (text("name"), text("value"))
    });
    pairs.collect()
}

/// A number in JSON: a whole one without a point.
pub fn json_number(number: f64) -> serde_json::Value {
    if number.fract() == 0.0 && number.abs() < 9e15 {
        (number as i64).into()
    } else {
        number.into()
    }
}

#[cfg(test)]
mod tests {
    use super::{clock, number, seconds_of};

    #[test]
    fn times_and_numbers() {
        for (seconds, ms, shown) in [
            (0, 0, "0 s"),
            (45, 45_000, "45 s"),
            (45, 44_998, "45 s (0:44.998)"),
            (75, 75_000, "75 s (1:15)"),
            (3_724, 3_723_500, "3724 s (1:02:03.500)"),
            (-1, -1_001, "-1 s (-0:01.001)"),
        ] {
            assert_eq!(seconds_of(seconds, ms), shown);
        }
        assert_eq!(clock(i64::MIN), "-2562047788015:12:55.808");
        for (value, shown) in [(0.48, "0.48"), (1.0, "1"), (0.745_897, "0.7459"), (120.0, "120")] {
            assert_eq!(number(value), shown);
        }
    }
}
