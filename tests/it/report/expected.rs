//! What a test expects of a report, in a compact notation.
//!
//! ```text
//! close: timePlayed=20 averageMinuteAudience~0.2 -isCompleted mute.count=1
//! ad 1: isCompleted=true timePlayed=15
//! ```
//!
//! A line names a record: `start`, `ad start 1`, `ad 1` (the close of the first ad), `chapter 1`,
//! `close`. Then come values by the last part of their path; `~` compares to the digits given, `-`
//! says that there is none. `NAME.time` and the like are members of a player state. The number of
//! records of a kind is expected with `ads=2`, `ad starts=2`, `chapters=0` on a line `records:`.

use media_collection::report::Report;
use serde_json::Value;

use super::notation::lines;

/// Fails, and shows the whole report, unless it has what is expected.
pub fn assert_report(name: &str, report: &Report, expected: &str) {
    let records: Vec<_> = report.records.iter().map(|record| record.to_xdm()).collect();
    assert_records(name, &records, expected);
}

/// The same for the records alone.
pub fn assert_records(name: &str, records: &[Value], expected: &str) {
    let wrong: Vec<_> = lines(expected).flat_map(|line| wrong(records, line)).collect();
    let shown: Vec<_> = records.iter().map(ToString::to_string).collect();
    assert!(wrong.is_empty(), "{name}:\n  {}\n{}", wrong.join("\n  "), shown.join("\n"));
}

fn wrong(records: &[Value], line: &str) -> Vec<String> {
    let (kind, values) = line.split_once(':').unwrap_or_else(|| panic!("`{line}` names a record"));
    if kind == "records" {
        return wrong_counts(records, values);
    }
    let Some(record) = find(records, kind) else { return vec![format!("there is no {kind}")] };
    let mut wrong = Vec::new();
    for word in values.split_whitespace() {
        let text = if let Some(name) = word.strip_prefix('-') {
            value(record, name).map(|found| format!("{kind} has {name} = {found}"))
        } else {
            let at = word.find(['=', '~']).unwrap_or_else(|| panic!("`{word}` in `{line}`"));
            let (name, expected) = (&word[..at], &word[at + 1..]);
            let found = value(record, name);
            let fits = found.is_some_and(|found| match word.as_bytes()[at] {
                b'=' => is(found, expected),
                _ => is_near(found, expected),
            });
            let found = found.map_or_else(|| "absent".to_owned(), ToString::to_string);
            (!fits).then(|| format!("{kind}: {name} is {found}, not {expected}"))
        };
        wrong.extend(text);
    }
    wrong
}

fn is(found: &Value, expected: &str) -> bool {
    let expected = serde_json::from_str(expected).unwrap_or_else(|_| Value::from(expected));
    crate::fixtures::same(found, &expected)
}

/// Equal to as many digits as are given.
fn is_near(found: &Value, expected: &str) -> bool {
    let digits = expected.split('.').nth(1).map_or(0, str::len);
    found.as_f64().is_some_and(|found| format!("{found:.digits$}") == expected)
}

fn wrong_counts(records: &[Value], values: &str) -> Vec<String> {
    let count = |kind: &str| {
        (1..).take_while(|at| find(records, &format!("{kind} {at}")).is_some()).count()
    };
    let checked = values.split(',').filter_map(|value| {
        let (kinds, expected) = value.trim().split_once('=').expect("a count");
        let kind = kinds.strip_suffix('s').expect("the plural");
        let expected: usize = expected.parse().expect("a number");
        (count(kind) != expected).then(|| format!("{} {kinds}, not {expected}", count(kind)))
    });
    checked.collect()
}

/// The record of this kind and number.
fn find<'a>(records: &'a [Value], kind: &str) -> Option<&'a Value> {
    let (kind, number) = match kind.rsplit_once(' ') {
        Some((kind, number)) => (kind, number.parse::<usize>().expect("a number")),
        None => (kind, 1),
    };
    let event_type = match kind {
        "start" => "media.sessionStart",
        "ad start" => "media.adStart",
        "ad" => "media.adComplete",
        "chapter" => "media.chapterComplete",
        "close" => "media.sessionComplete",
        _ => panic!("`{kind}` is no record"),
    };
    records.iter().filter(|record| record["eventType"] == event_type).nth(number - 1)
}

/// The value with this name, which is the last part of its path.
fn value<'a>(record: &'a Value, name: &str) -> Option<&'a Value> {
    if let Some((state, member)) = name.split_once('.') {
        let states = record["states"].as_array()?;
        return states.iter().find(|it| it["name"] == state)?.get(member);
    }
    let own = match record["eventType"].as_str()? {
        "media.adStart" | "media.adComplete" => ["advertisingDetails", "advertisingPodDetails"],
        "media.chapterComplete" => ["chapterDetails", "sessionDetails"],
        _ => ["sessionDetails", "qoeDataDetails"],
    };
    own.iter().find_map(|own| record[own].get(name))
}
