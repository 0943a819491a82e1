//! Requests with faults and oddities are read exactly when the schemas accept them.

use std::collections::BTreeSet;

use media_collection::Event;
use media_collection::edge::{ReadOptions, Request};
use media_collection::error::DecodeError;
use serde_json::{Value, json};

use super::disagreements::minimal;
use super::judges::Judge;
use super::real;
use crate::fixtures::random::Random;

/// Reads a body, and writes it again.
fn again(endpoint: &str, body: &Value) -> Result<Value, DecodeError> {
    let text = body.to_string();
    let written = match endpoint {
        "downloaded" => {
            let request =
                Request::<Vec<Event>>::decode(endpoint, text.as_bytes(), &ReadOptions::new())?;
            request.encode().expect("what was read can be written")
        }
        _ => {
            let request = Request::<Event>::decode(endpoint, text.as_bytes(), &ReadOptions::new())?;
            request.encode().expect("what was read can be written")
        }
    };
    Ok(serde_json::from_slice(&written).unwrap())
}

/// Numbers have no spelling here: `10.0` is 10.
fn normal(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            members.iter().map(|(key, value)| (key.clone(), normal(value))).collect()
        }
        Value::Array(items) => items.iter().map(normal).collect(),
        Value::Number(number) if number.is_f64() && number.as_f64().unwrap().fract() == 0.0 => {
            json!(number.as_f64().unwrap() as i64)
        }
        other => other.clone(),
    }
}

/// What may be put somewhere.
const ODD: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-1",
    "10.0",
    "10.5",
    "1e1",
    "\"\"",
    "\"10\"",
    "\"a\"",
    "[]",
    "{}",
    "[{}]",
    "[null]",
    "{\"a\":[1,{\"b\":null}]}",
    "\"media.ping\"",
    "\"media.adBreakSkip\"",
    "\"player\"",
    "\"2026-01-02T03:04:05Z\"",
    "\"2026-01-02T03:04:05.123456+02:00\"",
    "\"2026-02-30T03:04:05Z\"",
    "\"2016-12-31T23:59:60Z\"",
    "\"2026-01-02T23:58:60Z\"",
    "\"loggedOut\"",
    "\"authenticated\"",
    "[{\"name\":\"mute\"}]",
    "[{\"name\":\"full screen\"}]",
    "[{\"name\":\"b\",\"isSet\":true},{\"name\":\"a\"}]",
    "[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"a\",\"value\":\"2\"},{\"name\":\"not a key\",\"value\":\"\"},{\"name\":\"c\"}]",
    "[{\"id\":\"1\",\"primary\":true},{\"id\":\"2\",\"authenticatedState\":\"loggedOut\"}]",
    "{\"email\":[{\"id\":\"m\",\"authenticatedState\":\"authenticated\",\"x\":1}],\"ECID\":[{\"id\":\"1\"}],\"crm\":[{\"primary\":false}]}",
    "{\"FPID\":[{\"id\":\"1\",\"primary\":true}],\"odd\":[]}",
    "{\"name\":\"n\",\"version\":\"v\",\"environment\":\"app\",\"more\":[]}",
    "{\"bitrate\":1,\"x\":2}",
    "9007199254740993",
    "[{\"name\":\"e\",\"value\":\"f\",\"unit\":\"x\"},{\"name\":\"d\",\"value\":\"g\"}]",
    "{\"email\":[{\"authenticatedState\":\"authenticated\"},{\"id\":\"2\"}]}",
    "3000000000",
    "1e300",
    "-1e300",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "9.3e18",
    "\"\\n\"",
    "\"\\r\"",
    "\"a\\n\"",
    "\"\\n\\u2028\"",
    "\"\\u2029\"",
    "\"a\\nb\"",
    "\"\\u0085\"",
    "\"9999-12-31T23:59:59-01:00\"",
];

/// Names of members.
const KEYS: &[&str] = &[
    "xdm",
    "_id",
    "identityMap",
    "implementationDetails",
    "data",
    "query",
    "meta",
    "timestamp",
    "eventType",
    "mediaCollection",
    "playhead",
    "sessionID",
    "sessionDetails",
    "qoeDataDetails",
    "errorDetails",
    "statesStart",
    "statesEnd",
    "customMetadata",
    "advertisingDetails",
    "name",
    "id",
    "length",
    "isDownloaded",
    "hasResume",
    "streamType",
    "friendlyName",
    "bitrate",
    "unknown",
    "a/b~c",
    "authenticatedState",
    "primary",
    "version",
    "value",
    "0",
];

/// Every object and every list in a value.
fn containers(value: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            let key = |key: &str| key.replace('~', "~0").replace('/', "~1");
            members.iter().map(|(name, value)| (key(name), value)).collect()
        }
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        _ => return,
    };
    found.push(at.to_owned());
    for (key, value) in children {
        containers(value, &format!("{at}/{key}"), found);
    }
}

/// Changes a body in one place.
pub fn change(body: &mut Value, random: &mut Random) {
    let mut places = Vec::new();
    containers(body, "", &mut places);
    let place = places[random.below(places.len())].clone();
    let odd =
        || -> Vec<Value> { ODD.iter().map(|text| serde_json::from_str(text).unwrap()).collect() };
    let odd = odd();
    match body.pointer_mut(&place).unwrap() {
        Value::Object(members) => {
            let keys: Vec<_> = members.keys().cloned().collect();
            let present = (!keys.is_empty()).then(|| keys[random.below(keys.len())].clone());
            match (random.below(5), present) {
                (0, Some(key)) => drop(members.remove(&key)),
                (1 | 2, Some(key)) => {
                    members.insert(key, odd[random.below(odd.len())].clone());
                }
                _ => {
                    let key = KEYS[random.below(KEYS.len())].to_owned();
                    members.insert(key, odd[random.below(odd.len())].clone());
                }
            }
        }
        Value::Array(items) => match random.below(3) {
            0 => items.push(odd[random.below(odd.len())].clone()),
            1 if !items.is_empty() => {
                let item = items[random.below(items.len())].clone();
                items.push(item);
            }
            _ => drop(items.pop()),
        },
        _ => unreachable!("it is a container"),
    }
}

/// Whether it has a time that is in UTC after the year 9999: the schemas cannot say that it is none.
fn is_too_late(value: &Value) -> bool {
    value.to_string().contains("9999-12-31T23:59:59-01:00")
}

/// Valid for both or for neither; and what is valid is written again as it was.
fn agree(count: usize, seed: u64) {
    let ours = Judge::ours();
    let names: Vec<_> = ours.types().map(str::to_owned).collect();
    let mut random = Random::new(seed);
    let seeds: Vec<_> = real::captured().into_iter().collect();
    let (mut valid, mut invalid) = (0, 0);
    for _ in 0..count {
        let (endpoint, mut body) = match random.below(3) {
            0 => {
                let real::Request { event_type, body, .. } = &seeds[random.below(seeds.len())];
                (event_type.clone(), body.clone())
            }
            _ => {
                let name = names[random.below(names.len())].clone();
                let body = minimal(&name);
                (name, body)
            }
        };
        for _ in 0..=random.below(4) {
            change(&mut body, &mut random);
        }
        let faults = ours.faults(&endpoint, &body);
        match again(&endpoint, &body) {
            Ok(written) => {
                assert!(faults.is_empty(), "{endpoint}: {faults:?}, but it was read: {body}");
                let mut expected = normal(&body);
                // The contract asks for it.
                if endpoint == "downloaded" {
                    for item in expected["events"].as_array_mut().unwrap() {
                        let xdm = item["xdm"].as_object_mut().unwrap();
                        xdm.entry("identityMap").or_insert(json!({}));
                    }
                }
                assert_eq!(normal(&written), expected, "{endpoint}");
                valid += 1;
            }
            Err(error) => {
                assert!(!faults.is_empty() || is_too_late(&body), "{endpoint}: {error}: {body}");
                let found: BTreeSet<_> =
                    error.violations().iter().map(|found| found.pointer.as_str()).collect();
                for fault in &faults {
                    // A missing member is named by its own pointer.
                    let place = fault.split_once(' ').unwrap().0;
                    let is_told = found.iter().any(|pointer| pointer.starts_with(place));
                    assert!(is_told, "{fault} is not among {found:?}: {body}");
                }
                invalid += 1;
            }
        }
    }
    assert!(valid > count / 10 && invalid > count / 10, "{valid} valid, {invalid} invalid");
}

#[test]
fn requests_are_read_exactly_when_the_schemas_accept_them() {
    agree(6_000, 1);
}

#[test]
#[ignore = "takes a minute"]
fn a_hundred_thousand_requests_are_read_exactly_when_the_schemas_accept_them() {
    agree(100_000, 2);
}

/// ECMA-262 has three line ends more. The validator does not, and neither does the library.
#[test]
fn any_character_is_all_but_a_line_feed() {
    let ours = Judge::ours();
    for (name, is_valid) in [
        ("\n", false),
        ("\r", true),
        ("\u{2028}", true),
        ("\u{2029}", true),
        ("a\n", false),
        ("\na", false),
        ("\u{85}", true),
        ("\u{b}", true),
        ("\u{1f600}", true),
    ] {
        let mut body = minimal("error");
        body["events"][0]["xdm"]["mediaCollection"]["errorDetails"]["name"] = json!(name);
        assert_eq!(ours.is_valid("error", &body), is_valid, "{name:?}");
        assert_eq!(again("error", &body).is_ok(), is_valid, "{name:?}");
    }
}
