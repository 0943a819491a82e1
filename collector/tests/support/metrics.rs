//! A reader of the text format of metrics.

use std::collections::{BTreeMap, BTreeSet};

use super::client::Client;

/// The samples: name and labels, and the value.
pub type Samples = BTreeMap<(String, BTreeMap<String, String>), f64>;

/// Reads the text format of OpenMetrics 1.0, as far as it is used: counters and gauges.
fn read(text: &str) -> Samples {
    let body = text.strip_suffix("# EOF\n").expect("it ends with the mark of its end");
    let (mut samples, mut known, mut family) =
        (Samples::new(), BTreeSet::new(), (String::new(), ""));
    for line in body.lines() {
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            let (name, kind) = rest.split_once(' ').expect("a name and a type");
            let kind = ["counter", "gauge"].into_iter().find(|known| *known == kind);
            family = (name.to_owned(), kind.expect("a known type"));
            continue;
        }
        if let Some(rest) = line.strip_prefix("# HELP ") {
            let (name, help) = rest.split_once(' ').expect("a name and a text");
            assert!(!help.is_empty() && known.insert(name.to_owned()), "{name} stands twice");
            continue;
        }
        let (series, value) = line.rsplit_once(' ').expect("a series and a value");
        let (name, labels) = match series.split_once('{') {
            None => (series, BTreeMap::new()),
            Some((name, labels)) => (name, read_labels(labels.strip_suffix('}').expect("}"))),
        };
        let expected =
            if family.1 == "counter" { format!("{}_total", family.0) } else { family.0.clone() };
        assert_eq!(name, expected, "it stands below its type");
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{name}");
        let value = value.parse().expect("a number");
        assert!(samples.insert((name.to_owned(), labels), value).is_none(), "{line} stands twice");
    }
    samples
}

/// Labels, whose values have no quotes and no commas here.
fn read_labels(text: &str) -> BTreeMap<String, String> {
    let label = |pair: &str| {
        let (name, value) = pair.split_once("=\"").expect("a name and a value");
        let value = value.strip_suffix('"').expect("a quote");
        assert!(!value.is_empty() && !value.contains(['"', '\\', '\n']), "{pair}");
        (name.to_owned(), value.to_owned())
    };
    text.split(',').map(label).collect()
}

/// The samples of a collector.
pub fn metrics(collector: &Client) -> Samples {
    let response = collector.get("/metrics");
    assert_eq!(response.status, 200, "{response:?}");
    let content_type = response.header("Content-Type").expect("a type");
    assert!(content_type.starts_with("application/openmetrics-text; version=1.0.0"));
    read(&response.body)
}

pub fn value(samples: &Samples, name: &str, labels: &[(&str, &str)]) -> f64 {
    let labels = labels.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let key = (format!("media_collection_{name}"), labels.collect());
    *samples.get(&key).unwrap_or_else(|| panic!("no {key:?} in {samples:#?}"))
}
