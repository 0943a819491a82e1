//! Real traffic: what holds for the report of every session.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::process::{json, payloads, run};

/// The reports of all captured sessions and of the timelines.
fn reports() -> Vec<Value> {
    let mut files = Vec::new();
    for folder in ["captures", "timelines"] {
        let entries = std::fs::read_dir(payloads().join(folder)).expect("the folder is there");
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        files.extend(names.map(|name| format!("{folder}/{name}")));
    }
    files.sort_unstable();
    assert!(files.len() > 100);
    let arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    let all = json(&run(&[&["report", "--json"], &arguments[..]].concat(), ""));
    all.as_array().unwrap().clone()
}

/// The value of a record at a path.
fn at<'a>(record: &'a Value, xdm: &str) -> &'a Value {
    match xdm.strip_prefix("states[") {
        Some(rest) => {
            let (name, member) = rest.rsplit_once("].").unwrap();
            let mut states = record["states"].as_array().into_iter().flatten();
            states.find(|state| state["name"] == name).map_or(&Value::Null, |state| &state[member])
        }
        None => {
            let (object, member) = xdm.split_once('.').unwrap();
            &record[object][member]
        }
    }
}

#[test]
fn values_are_those_of_their_records() {
    let mut records = BTreeMap::new();
    for report in reports() {
        let all = report["records"].as_array().unwrap();
        let values = report["values"].as_array().unwrap();
        for record in all {
            *records.entry(record["eventType"].as_str().unwrap().to_owned()).or_insert(0) += 1;
        }
        for value in values {
            let record = &all[value["record"].as_u64().unwrap() as usize];
            assert_eq!(&value["value"], at(record, value["xdm"].as_str().unwrap()), "{value}");
            // Seconds are those of the milliseconds, to the nearest; 0 is absent.
            if let (Some(ms), Some(seconds)) = (value["ms"].as_i64(), value["value"].as_i64()) {
                assert!((ms - seconds * 1_000).abs() <= 500, "{value}");
            }
            let alternatives = value["alternatives"].as_array().unwrap();
            let is_told = !value["value"].is_null() || !alternatives.is_empty() || value["ms"] != 0;
            assert!(is_told, "{value}");
            assert!(alternatives.iter().all(|other| other["value"] != value["value"]), "{value}");
        }
        // Nothing is in a record that is no value.
        for (index, record) in all.iter().enumerate() {
            for (object, members) in record.as_object().unwrap() {
                for member in members.as_object().into_iter().flat_map(|members| members.keys()) {
                    let xdm = format!("{object}.{member}");
                    let is_value =
                        |value: &&Value| value["record"] == index && value["xdm"] == *xdm;
                    assert!(values.iter().any(|value| is_value(&value)), "{xdm} in {record}");
                }
            }
        }
    }
    let count = |event_type: &str| records.get(event_type).copied().unwrap_or(0);
    assert_eq!(count("media.sessionStart"), count("media.sessionComplete"), "{records:?}");
    assert_eq!(count("media.adStart"), count("media.adComplete"), "{records:?}");
    assert!(count("media.chapterComplete") > 10, "{records:?}");
}

/// The totals are the sums of the values.
#[test]
fn totals_are_sums() {
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    for report in reports() {
        for value in report["values"].as_array().unwrap() {
            let number = if value["value"] == true { Some(1.0) } else { value["value"].as_f64() };
            *sums.entry(value["xdm"].as_str().unwrap().to_owned()).or_default() +=
                number.unwrap_or_default();
        }
    }
    let folders = ["captures", "timelines"].map(|folder| payloads().join(folder));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let files: Vec<_> =
        files.map(|file| file.unwrap().path().to_str().unwrap().to_owned()).collect();
    let arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    let totals = json(&run(&[&["report", "--totals", "--json"], &arguments[..]].concat(), ""));
    let mut compared = 0;
    for total in totals["values"].as_array().unwrap() {
        if !total["name"].as_str().unwrap().ends_with("(mean)") {
            let (found, expected) =
                (total["value"].as_f64().unwrap(), sums[total["xdm"].as_str().unwrap()]);
            assert!((found - expected).abs() < 1e-6, "{total}: {expected}");
            compared += 1;
        }
    }
    assert!(compared > 40, "{compared}");
}
