//! Totals as JSON.

use serde::Serialize;
use serde_json::Value;

use super::{LEFT_OUT, Totals};
use crate::report::shown::json_number;

#[derive(Serialize)]
struct Told<'a> {
    sessions: usize,
    values: Vec<Sum<'a>>,
    calculated: Vec<Calculated>,
    diagnostics: Vec<Wrong<'a>>,
    left_out: [&'static str; 3],
}

#[derive(Serialize)]
struct Sum<'a> {
    xdm: &'a str,
    name: String,
    value: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    ms: Option<i64>,
    sessions: usize,
    least: Value,
    greatest: Value,
}

#[derive(Serialize)]
struct Calculated {
    name: &'static str,
    formula: String,
    value: Value,
}

#[derive(Serialize)]
struct Wrong<'a> {
    rule: &'a str,
    sessions: usize,
    events: usize,
}

impl Totals {
    pub fn json(&self) -> impl Serialize {
        let values = self.sums().map(|sum| Sum {
            xdm: &sum.xdm,
            name: sum.name(),
            value: json_number(sum.value()),
            ms: sum.ms,
            sessions: sum.sessions,
            least: json_number(sum.least()),
            greatest: json_number(sum.greatest()),
        });
        let calculated = self.calculated().map(|one| Calculated {
            name: one.name,
            formula: one.formula,
            value: json_number(one.value),
        });
        let wrong = self.wrong.iter().map(|(rule, one)| Wrong {
            rule,
            sessions: one.sessions,
            events: one.events,
        });
        Told {
            sessions: self.sessions,
            values: values.collect(),
            calculated: calculated.collect(),
            diagnostics: wrong.collect(),
            left_out: LEFT_OUT,
        }
    }
}
