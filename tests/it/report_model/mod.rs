//! The report compared with a second one: plain code, written from the documented rules without a look
//! at the first, over random sessions.
//!
//! A failing session is printed in the notation of `report::notation`, and made smaller first.

mod alternatives;
mod closing;
mod live;
pub mod random;
mod records;
pub mod reference;
mod rounding;

use media_collection::report::{Markers, Record, Report, ReportOptions, Rounding, TimeSpent};
use serde_json::Value;

use crate::fixtures::random::random;
use crate::fixtures::same;
use random::Session;
pub use reference::Options;

/// Every combination of the options that are a choice.
fn all_options() -> Vec<Options> {
    let both = [false, true];
    let pairs = both.iter().flat_map(|reached| both.iter().map(move |clamped| (reached, clamped)));
    let all = pairs.flat_map(|(&reached, &clamped)| {
        both.iter().map(move |&down| Options { reached, clamped, down })
    });
    all.collect()
}

pub fn report_options(options: Options) -> ReportOptions {
    ReportOptions::default()
        .markers(if options.reached { Markers::Reached } else { Markers::Crossed })
        .time_spent(if options.clamped { TimeSpent::Clamped } else { TimeSpent::Timestamps })
        .rounding(if options.down { Rounding::Down } else { Rounding::Nearest })
}

/// Where two records differ: paths with both values.
fn differences(left: &Value, right: &Value, path: &str, found: &mut Vec<String>) {
    match (left, right) {
        (Value::Object(ours), Value::Object(theirs)) => {
            let keys: std::collections::BTreeSet<_> = ours.keys().chain(theirs.keys()).collect();
            for key in keys {
                let [left, right] = [ours, theirs].map(|it| it.get(key).unwrap_or(&Value::Null));
                differences(left, right, &format!("{path}.{key}"), found);
            }
        }
        _ if same(left, right) || is_close(left, right) => {}
        _ => found.push(format!("{path}: report {left}, reference {right}")),
    }
}

/// Quotients may be rounded in different ways.
fn is_close(left: &Value, right: &Value) -> bool {
    match (left.as_f64(), right.as_f64()) {
        (Some(left), Some(right)) if left.fract() != 0.0 => (left - right).abs() < 1e-9,
        _ => false,
    }
}

/// A record in JSON, with its time and all milliseconds. The order of its metadata says nothing, and
/// that of its lists neither.
fn sorted(record: &Record) -> Value {
    let values = record.values();
    let exact: Vec<_> = values.filter_map(|value| Some((value.xdm(), value.ms()?))).collect();
    let ts = record.ts();
    let mut record = record.to_xdm();
    record["ts"] = ts.into();
    for (xdm, ms) in exact {
        let (object, name) = xdm.rsplit_once('.').expect("a path has two parts");
        if name == "length" || name == "offset" || ms == 0 {
            continue;
        }
        let object = match object.strip_prefix("states[") {
            Some(state) => {
                let name = state.trim_end_matches(']');
                let states = record["states"].as_array_mut().expect("it has the state");
                states.iter_mut().find(|it| it["name"] == name).expect("it has the state")
            }
            None => &mut record[object],
        };
        object[records::exact(name)] = ms.into();
    }
    for list in [
        "/customMetadata",
        "/states",
        "/qoeDataDetails/playerSdkErrors",
        "/qoeDataDetails/externalErrors",
    ] {
        if let Some(Value::Array(list)) = record.pointer_mut(list) {
            list.sort_by_key(|entry| entry.get("name").unwrap_or(entry).to_string());
        }
    }
    record
}

fn always(tests: u64, property: fn(Session)) {
    random(60, tests).quickcheck(property);
}

fn agrees(session: Session) {
    let events = session.events();
    for options in all_options() {
        let expected = reference::records(&events, options);
        let report = Report::with(&report_options(options), &events);
        let records: Vec<_> = report.records.iter().map(sorted).collect();
        let mut found = Vec::new();
        if records.len() != expected.len() {
            let kinds = |records: &[Value]| {
                let kinds = records.iter().map(|record| record["eventType"].to_string());
                kinds.collect::<Vec<_>>().join(" ")
            };
            found.push(format!("report {}, reference {}", kinds(&records), kinds(&expected)));
        }
        for (at, (ours, theirs)) in records.iter().zip(&expected).enumerate() {
            differences(ours, theirs, &format!("record {at}"), &mut found);
        }
        assert!(found.is_empty(), "{options:?}\n{}\n{session}", found.join("\n"));
    }
}

#[test]
fn the_report_agrees_with_the_reference() {
    always(700, agrees);
}

#[test]
#[ignore = "takes minutes"]
fn the_report_agrees_with_the_reference_in_many_sessions() {
    always(50_000, agrees);
}
