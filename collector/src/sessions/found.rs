//! What is found in a session.

use std::borrow::Cow;

use media_collection::Event;
use media_collection::edge::{concerns_edge, told_in_edge};
use media_collection::lint::{Finding, Severity};
use serde::Serialize;

use super::reported::Reported;
use super::shortened;

/// The most characters of what is said of an event.
pub(super) const MAX_MESSAGE: usize = 300;
/// The most findings of a session in memory; the others are counted.
const MAX_FINDINGS: usize = 1_000;

/// What is found in a session, and its report, with the events in the window.
#[derive(Debug)]
pub(super) struct Judged<'a> {
    pub(super) found: Cow<'a, Found>,
    pub(super) reported: Option<Cow<'a, Reported>>,
    /// Whether nothing that arrives later can change it, other than by more of it.
    pub(super) is_settled: bool,
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(super) struct Counts {
    errors: u32,
    losses: u32,
    advice: u32,
    /// How many more there are, which are not in memory.
    more_findings: u32,
}

impl Counts {
    fn add(&mut self, severity: Severity) {
        *match severity {
            Severity::Error => &mut self.errors,
            Severity::SilentLoss => &mut self.losses,
            _ => &mut self.advice,
        } += 1;
    }
}

impl Judged<'_> {
    /// A number that changes with what is wrong; 0 if that may still change.
    pub(super) fn number(&self) -> usize {
        let told = |reported: &Cow<'_, Reported>| reported.told().len() + reported.more();
        let told = self.reported.as_ref().map_or(0, told);
        let found = self.found.findings.len() + self.found.more;
        if self.is_settled { 1 + found + told } else { 0 }
    }

    /// Those of the lint and of the report together.
    pub(super) fn counts(&self) -> Counts {
        let more = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let mut counts = Counts { more_findings: more(self.found.more), ..self.found.counts };
        if let Some(reported) = &self.reported {
            counts.more_findings = counts.more_findings.saturating_add(more(reported.more()));
            let own = reported.told().iter();
            let own = own.filter(|diagnostic| !diagnostic.is_told_by(&self.found.findings));
            own.for_each(|diagnostic| counts.add(diagnostic.severity));
        }
        counts
    }
}

/// The findings of a session, and how many there are of each severity.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    /// Whether the events are of Media Edge.
    is_edge: bool,
    pub(super) findings: Vec<Finding>,
    counts: Counts,
    /// How many more there are than `findings` has.
    more: usize,
}

impl Found {
    pub(super) fn new(is_edge: bool) -> Self {
        Self { is_edge, ..Self::default() }
    }

    /// How many there are so far.
    pub(super) fn counts(&self) -> Counts {
        let more_findings = u32::try_from(self.more).unwrap_or(u32::MAX);
        Counts { more_findings, ..self.counts }
    }

    /// So many, which are not in memory.
    pub(super) fn counted(counts: Counts) -> Self {
        Self { counts, more: counts.more_findings as usize, ..Self::default() }
    }

    /// Takes what was found at an event, or at the end. For Media Edge it names members as its requests
    /// have them.
    pub(super) fn add(&mut self, mut finding: Finding, event: Option<&Event>) {
        if self.is_edge && !concerns_edge(&finding.message) {
            return;
        }
        if self.findings.len() < MAX_FINDINGS {
            self.counts.add(finding.severity());
            let told = event.filter(|_| self.is_edge);
            let told = told.and_then(|event| told_in_edge(event, &finding.message));
            finding.message =
                shortened(told.as_deref().unwrap_or(&finding.message), MAX_MESSAGE).into();
            self.findings.push(finding);
        } else {
            self.more += 1;
        }
    }
}
