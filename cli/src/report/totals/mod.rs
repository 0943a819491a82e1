//! The totals of all sessions: what a report suite shows of them.

mod calculated;
mod json;
mod text;

use std::borrow::Cow;
use std::collections::BTreeMap;

use media_collection::report::{Datum, Field, Value, fields};

use super::reading::Reported;
use super::shown;

/// The totals of sessions.
pub struct Totals {
    sessions: usize,
    files: usize,
    /// In the order of the fields, by path.
    sums: BTreeMap<(usize, Cow<'static, str>), Sum>,
    wrong: BTreeMap<&'static str, Wrong>,
}

/// The sum of a metric, or the mean of one that is an average.
pub struct Sum {
    pub xdm: Cow<'static, str>,
    field: &'static Field,
    sum: f64,
    pub ms: Option<i64>,
    pub sessions: usize,
    least: f64,
    greatest: f64,
    /// How many values were added.
    values: usize,
}

/// How often a rule is broken.
struct Wrong {
    message: String,
    sessions: usize,
    events: usize,
}

/// Averages: a sum of them says nothing.
const MEANS: [&str; 2] = ["qoeDataDetails.bitrateAverage", "qoeDataDetails.framesPerSecond"];

/// What no recording of some sessions determines, since it depends on when others watched.
const LEFT_OUT: [&str; 3] =
    ["concurrent viewers", "playback time spent by minute", "average audience of a period"];

impl Totals {
    pub fn of(all: &[Reported]) -> Self {
        let sessions: Vec<_> = all.iter().filter(|one| !one.report.records.is_empty()).collect();
        let mut files: Vec<_> = sessions.iter().map(|one| &one.file).collect();
        files.sort_unstable();
        files.dedup();
        let mut totals = Self {
            sessions: sessions.len(),
            files: files.len(),
            sums: BTreeMap::new(),
            wrong: BTreeMap::new(),
        };
        for session in &sessions {
            totals.add_values(session);
        }
        for session in all {
            totals.add_wrong(session);
        }
        totals
    }

    fn add_values(&mut self, session: &Reported) {
        let mut seen = BTreeMap::new();
        for (_, value) in session.report.values() {
            let order = fields().position(|field| field == value.field());
            let Some(order) = order.filter(|_| value.field().is_metric) else { continue };
            let key = (order, value.xdm());
            let sum = self.sums.entry(key.clone()).or_insert_with(|| Sum::new(value));
            sum.add(value);
            if value.datum().is_some() && seen.insert(key, ()).is_none() {
                sum.sessions += 1;
            }
        }
    }

    fn add_wrong(&mut self, session: &Reported) {
        let mut counts: BTreeMap<&'static str, (String, usize)> = BTreeMap::new();
        let faults = session.faults().into_iter().map(|fault| (fault.rule, fault.message));
        let told = session.report.diagnostics.iter();
        let told = told.map(|told| (told.rule, told.message.clone().into_owned()));
        for (rule, message) in faults.chain(told) {
            counts.entry(rule).or_insert((message, 0)).1 += 1;
        }
        for (rule, (message, events)) in counts {
            let wrong = self.wrong.entry(rule);
            let wrong = wrong.or_insert(Wrong { message, sessions: 0, events: 0 });
            wrong.sessions += 1;
            wrong.events += events;
        }
    }

    pub fn sums(&self) -> impl Iterator<Item = &Sum> {
        self.sums.values()
    }
}

impl Sum {
    fn new(value: &Value) -> Self {
        let (xdm, field) = (value.xdm(), value.field());
        let (sum, least, greatest) = (0.0, 0.0, 0.0);
        Self { xdm, field, sum, ms: None, sessions: 0, least, greatest, values: 0 }
    }

    fn add(&mut self, value: &Value) {
        let number = |datum: Option<&Datum>| datum.and_then(Datum::number).unwrap_or(0.0);
        let reported = number(value.datum());
        let others = value.alternatives().iter().map(|other| number(other.datum.as_ref()));
        let (mut least, mut greatest) = (reported, reported);
        for other in others {
            (least, greatest) = (least.min(other), greatest.max(other));
        }
        self.sum += reported;
        self.least += least;
        self.greatest += greatest;
        self.values += 1;
        if let Some(ms) = value.ms() {
            self.ms = Some(self.ms.unwrap_or(0).saturating_add(ms));
        }
    }

    fn is_mean(&self) -> bool {
        MEANS.contains(&&*self.xdm)
    }

    fn of(&self, sum: f64) -> f64 {
        let sum = if self.is_mean() { sum / self.values.max(1) as f64 } else { sum };
        // Sums of fractions: 0.38 and 0.2 are 0.58.
        if sum.abs() < 1e6 { (sum * 1e9).round() / 1e9 } else { sum }
    }

    pub fn value(&self) -> f64 {
        self.of(self.sum)
    }

    pub fn least(&self) -> f64 {
        self.of(self.least)
    }

    pub fn greatest(&self) -> f64 {
        self.of(self.greatest)
    }

    fn is_doubtful(&self) -> bool {
        self.least < self.greatest
    }

    pub fn name(&self) -> String {
        let name = shown::name(self.field, &self.xdm);
        if self.is_mean() { format!("{name} (mean)") } else { name }
    }
}
