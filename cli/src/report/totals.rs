//! The totals of all sessions: what a report suite shows of them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

use media_collection::report::{Datum, Field, Value, fields};
use media_collection_cli::input::counted;
use serde_json::json;

use super::layout::Table;
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

/// A metric that is calculated of others.
pub struct Calculated {
    pub name: &'static str,
    pub formula: String,
    pub value: f64,
    unit: Unit,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Each,
    Seconds,
    Rate,
}

/// Averages: a sum of them says nothing.
const MEANS: [&str; 2] = ["qoeDataDetails.bitrateAverage", "qoeDataDetails.framesPerSecond"];

const MEDIA_STARTS: &str = "sessionDetails.isViewed";
const CONTENT_STARTS: &str = "sessionDetails.isPlayed";
const CONTENT_COMPLETES: &str = "sessionDetails.isCompleted";
const CONTENT_TIME: &str = "sessionDetails.timePlayed";
const MEDIA_TIME: &str = "sessionDetails.totalTimePlayed";
const PAUSE_TIME: &str = "sessionDetails.pauseTime";
const AD_STARTS: &str = "advertisingDetails.isStarted";
const AD_COMPLETES: &str = "advertisingDetails.isCompleted";
const AD_TIME: &str = "advertisingDetails.timePlayed";
const CHAPTER_STARTS: &str = "chapterDetails.isStarted";
const CHAPTER_COMPLETES: &str = "chapterDetails.isCompleted";
const CHAPTER_TIME: &str = "chapterDetails.timePlayed";
const BUFFER_TIME: &str = "qoeDataDetails.bufferTime";
const TIME_TO_START: &str = "qoeDataDetails.timeToStart";
const DROPS: &str = "qoeDataDetails.isDroppedBeforeStart";

/// The calculated metrics of Adobe's documentation (reporting, calculated metrics): each is the first
/// sum divided by the second.
const CALCULATED: [(&str, &str, &str, Unit); 15] = [
    ("Avg. ads per media stream", AD_STARTS, MEDIA_STARTS, Unit::Each),
    ("Avg. chapters per media stream", CHAPTER_STARTS, MEDIA_STARTS, Unit::Each),
    ("Avg. media time spent", MEDIA_TIME, MEDIA_STARTS, Unit::Seconds),
    ("Avg. content time spent", CONTENT_TIME, CONTENT_STARTS, Unit::Seconds),
    ("Avg. ad time spent", AD_TIME, AD_STARTS, Unit::Seconds),
    ("Avg. chapter time spent", CHAPTER_TIME, CHAPTER_STARTS, Unit::Seconds),
    ("Media completion rate", CONTENT_COMPLETES, MEDIA_STARTS, Unit::Rate),
    ("Content completion rate", CONTENT_COMPLETES, CONTENT_STARTS, Unit::Rate),
    ("Ad completion rate", AD_COMPLETES, AD_STARTS, Unit::Rate),
    ("Chapter completion rate", CHAPTER_COMPLETES, CHAPTER_STARTS, Unit::Rate),
    ("Drop before start rate", DROPS, MEDIA_STARTS, Unit::Rate),
    ("Content pause duration rate", PAUSE_TIME, CONTENT_TIME, Unit::Rate),
    ("Content buffer duration rate", BUFFER_TIME, CONTENT_TIME, Unit::Rate),
    ("Content time-to-start rate", TIME_TO_START, CONTENT_TIME, Unit::Rate),
    ("Ad time spent rate", AD_TIME, CONTENT_TIME, Unit::Rate),
];

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

    /// Those whose divisor is not 0.
    pub fn calculated(&self) -> impl Iterator<Item = Calculated> {
        let sum = |xdm: &str| self.sums().find(|sum| sum.xdm == xdm);
        let name = |xdm: &str| {
            fields().find(|field| field.xdm == xdm).map_or(String::new(), |f| f.name.to_owned())
        };
        CALCULATED.iter().filter_map(move |&(called, over, under, unit)| {
            let divisor = sum(under).map_or(0.0, Sum::value);
            (divisor > 0.0).then(|| Calculated {
                name: called,
                formula: format!("[{}] / [{}]", name(over), name(under)),
                value: sum(over).map_or(0.0, Sum::value) / divisor,
                unit,
            })
        })
    }

    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(
            out,
            "Totals of {} in {}",
            counted(self.sessions, "session"),
            counted(self.files, "file")
        )?;
        let mut table = Table::new(["metric", ">total", ">sessions", "by other readings"]);
        for sum in self.sums().filter(|sum| sum.sessions > 0 || sum.is_doubtful()) {
            let other = if sum.is_doubtful() {
                format!(
                    "{} to {}",
                    shown::json_number(sum.least()),
                    shown::json_number(sum.greatest())
                )
            } else {
                String::new()
            };
            table.add([sum.name(), sum.shown(), sum.sessions.to_string(), other]);
        }
        table.write(out)?;
        let mut table = Table::new(["calculated metric", ">value", "formula"]);
        for one in self.calculated() {
            table.add([one.name.to_owned(), one.shown(), one.formula]);
        }
        if !table.is_empty() {
            writeln!(out)?;
            table.write(out)?;
        }
        if !self.wrong.is_empty() {
            writeln!(out)?;
            let mut table = Table::new(["what is wrong", ">sessions", ">times", "for example"]);
            for (rule, wrong) in &self.wrong {
                let (sessions, events) = (wrong.sessions.to_string(), wrong.events.to_string());
                table.add([(*rule).to_owned(), sessions, events, wrong.message.clone()]);
            }
            table.write(out)?;
        }
        writeln!(
            out,
            "\nLeft out: concurrent viewers and the audience of a minute. They depend on when others \
             watched."
        )
    }

    pub fn json(&self) -> serde_json::Value {
        let values = self.sums().map(|sum| {
            let mut value = json!({
                "xdm": sum.xdm,
                "name": sum.name(),
                "value": shown::json_number(sum.value()),
                "sessions": sum.sessions,
                "least": shown::json_number(sum.least()),
                "greatest": shown::json_number(sum.greatest()),
            });
            if let Some(ms) = sum.ms {
                value["ms"] = ms.into();
            }
            value
        });
        let calculated = self.calculated().map(
            |one| json!({ "name": one.name, "formula": one.formula, "value": shown::json_number(one.value) }),
        );
        let wrong = self.wrong.iter().map(
            |(rule, one)| json!({ "rule": rule, "sessions": one.sessions, "events": one.events }),
        );
        json!({
            "sessions": self.sessions,
            "values": values.collect::<Vec<_>>(),
            "calculated": calculated.collect::<Vec<_>>(),
            "diagnostics": wrong.collect::<Vec<_>>(),
        })
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
        if self.is_mean() { sum / self.values.max(1) as f64 } else { sum }
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

    fn shown(&self) -> String {
        match self.ms {
            Some(_) => seconds(self.value()),
            None => shown::number(self.value()),
        }
    }
}

impl Calculated {
    fn shown(&self) -> String {
        match self.unit {
            Unit::Each => shown::number(self.value),
            Unit::Seconds => seconds(self.value),
            Unit::Rate => format!("{:.1} %", self.value * 100.0),
        }
    }
}

fn seconds(seconds: f64) -> String {
    let ms = (seconds * 1_000.0).round() as i64;
    if ms < 60_000 { format!("{} s", shown::number(seconds)) } else { shown::clock(ms) }
}
