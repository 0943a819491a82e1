//! The report of a whole session.

use super::closing::Closing;
use super::consequences::together;
use super::diagnostic::{Diagnostic, Notice};
use super::options::ReportOptions;
use super::record::{Record, RecordType};
use super::reporter::{Reporter, Told};
use super::value::Value;
use crate::event::Event;
use crate::session::time_limits::MAX_SILENCE;
use crate::session::{Finding, Window, lint};

/// What Adobe's back end will make of a session.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// The records that the back end writes, in their order. There are none without a
    /// `sessionStart`.
    pub records: Vec<Record>,
    /// What is wrong, in the order of the events: findings of the [lint](crate::lint) and of the
    /// report, each fault once.
    pub diagnostics: Vec<Diagnostic>,
    /// How the session is closed; `None` without a `sessionStart`.
    pub closing: Option<Closing>,
}

impl Report {
    /// The report of these events of one session, in the order in which they arrived.
    #[must_use]
    pub fn of(events: &[Event]) -> Self {
        Self::with(&ReportOptions::default(), events)
    }

    /// The same with choices.
    #[must_use]
    pub fn with(options: &ReportOptions, events: &[Event]) -> Self {
        Self::made(options, events, lint(events), Vec::new())
    }

    /// The same where it is known when each event arrived, in milliseconds since the Unix epoch. The
    /// time limits go by the timestamps; where the arrival would close the session, it is said.
    #[must_use]
    pub fn arrived(options: &ReportOptions, events: &[Event], arrivals: &[i64]) -> Self {
        let mut own = Vec::new();
        let silent = |(at, pair): (usize, &[i64])| {
            let by_arrival = pair[1].saturating_sub(pair[0]) > MAX_SILENCE;
            let ts = |at: usize| events.get(at).map(|event| event.player_time.ts());
            let by_ts = ts(at + 1)?.saturating_sub(ts(at)?) > MAX_SILENCE;
            (by_arrival && !by_ts).then(|| Notice::ArrivedLate.at(at + 1))
        };
        own.extend(arrivals.windows(2).enumerate().find_map(silent));
        Self::made(options, events, lint(events), own)
    }

    /// The same where the events were linted already.
    #[must_use]
    pub fn linted(options: &ReportOptions, events: &[Event], findings: &[Finding]) -> Self {
        Self::made(options, events, findings.to_vec(), Vec::new())
    }

    fn made(
        options: &ReportOptions,
        events: &[Event],
        findings: Vec<Finding>,
        mut own: Vec<Diagnostic>,
    ) -> Self {
        let mut reporter = Reporter::with(options.clone());
        let mut records = Vec::new();
        let mut told = |told| match told {
            Told::Record(record) => records.push(record),
            Told::Diagnostic(diagnostic) => own.push(diagnostic),
        };
        let mut window = Window::new();
        for event in events {
            window.push(event, |arrived| reporter.arrived(&arrived, &mut told));
        }
        window.flush(|arrived| reporter.arrived(&arrived, &mut told));
        reporter.finish(&mut told);
        let closing = reporter.closing();
        let about = |diagnostic: Diagnostic| match events.get(diagnostic.event) {
            Some(event) => diagnostic.about(event),
            None => diagnostic,
        };
        let diagnostics = together(&findings, &own).into_iter().map(about).collect();
        Self { records, diagnostics, closing }
    }

    /// The close record, which has what was summed over the session.
    #[must_use]
    pub fn close(&self) -> Option<&Record> {
        self.records.iter().find(|record| record.record_type() == RecordType::Close)
    }

    /// All values, each with the index of its record.
    pub fn values(&self) -> impl Iterator<Item = (usize, &Value)> {
        let records = self.records.iter().enumerate();
        records.flat_map(|(at, record)| record.values().map(move |value| (at, value)))
    }
}
