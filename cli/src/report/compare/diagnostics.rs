//! What is wrong in only one of two sessions.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::report::reading::Reported;

/// A rule that one session breaks, and the other does not.
#[derive(Serialize)]
pub struct Diagnosed {
    pub rule: &'static str,
    pub message: String,
    /// The places in session A.
    pub a: Vec<usize>,
    /// The places in session B.
    pub b: Vec<usize>,
    #[serde(skip)]
    pub severity: &'static str,
    #[serde(skip)]
    pub spoils: Vec<Cow<'static, str>>,
}

impl Diagnosed {
    /// The session that breaks it, and where.
    pub fn in_only(&self) -> (&'static str, &[usize]) {
        if self.b.is_empty() { ("A", &self.a) } else { ("B", &self.b) }
    }
}

/// The rules that only one of the sessions breaks.
pub fn differing(a: &Reported, b: &Reported) -> Vec<Diagnosed> {
    let mut rules: BTreeMap<&'static str, Diagnosed> = BTreeMap::new();
    for (session, is_a) in [(a, true), (b, false)] {
        for told in &session.report.diagnostics {
            let one = rules.entry(told.rule).or_insert_with(|| Diagnosed {
                rule: told.rule,
                message: told.message.clone().into_owned(),
                a: Vec::new(),
                b: Vec::new(),
                severity: told.severity.as_str(),
                spoils: Vec::new(),
            });
            let places = if is_a { &mut one.a } else { &mut one.b };
            places.push(session.place(told.event));
            one.spoils.extend(told.spoils.iter().cloned());
        }
    }
    rules.into_values().filter(|one| one.a.is_empty() != one.b.is_empty()).collect()
}
