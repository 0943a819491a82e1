//! One session as JSON for the page, in parts, and for a download.

use std::borrow::Cow;
use std::collections::HashMap;

use media_collection::report::{Diagnostic, together};
use serde::Serialize;

use super::found::Judged;
use super::reported::Report;
use super::session::ShownEvent;
use super::view::Summary;
use super::{EdgeAbout, Rejected, Sessions};

/// How large a part may be.
#[derive(Debug, Clone, Copy)]
struct Part {
    events: usize,
    /// It ends after the event with which it has so many bytes.
    bytes: usize,
}

impl Part {
    const FOR_PAGE: Self = Self { events: 5_000, bytes: 1024 * 1024 };
    const WHOLE: Self = Self { events: usize::MAX, bytes: usize::MAX };
}

/// What the page has of a session.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    /// So many events, which will not change.
    pub(crate) events: usize,
    /// The findings with this number.
    pub(crate) findings: usize,
    /// It wants no more events than this at once.
    pub(crate) most: Option<usize>,
}

impl Known {
    /// The most events of the next part.
    pub(super) fn most(&self) -> usize {
        self.most.unwrap_or(usize::MAX).min(Part::FOR_PAGE.events)
    }
}

/// A part of a session: what follows what the page has.
#[derive(Debug, Serialize)]
pub(crate) struct Detail<'a> {
    summary: Summary<'a>,
    /// What Media Edge has beside the events.
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<&'a EdgeAbout>,
    /// In the order of the back end.
    events: Vec<Cow<'a, ShownEvent>>,
    /// How many of `events` will not change. The others are in the window, and may still move.
    settled: usize,
    /// Whether there are more events: another part follows.
    more: bool,
    /// What is wrong; absent if the page has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<FoundAt>>,
    /// The number of these findings: 0 if they may change.
    findings_number: usize,
    /// Absent if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Report>,
    #[serde(rename = "refused")]
    rejected: Vec<&'a Rejected>,
}

/// What is wrong with an event: a finding of the lint, or of the report.
#[derive(Debug, Serialize)]
struct FoundAt {
    /// The event's `index`.
    event: usize,
    rule: &'static str,
    severity: &'static str,
    /// What is wrong with the event, and what follows.
    message: Cow<'static, str>,
    /// What the rule says, and its source; empty for what only the report finds.
    sentence: &'static str,
    source: &'static str,
    /// The fields of the report that it spoils.
    spoils: Vec<Cow<'static, str>>,
}

impl FoundAt {
    /// Findings of the lint and of the report, in the order of the events.
    fn all(judged: &Judged<'_>) -> Vec<Self> {
        let findings = &judged.found.findings;
        let rules: HashMap<_, _> =
            findings.iter().map(|finding| (finding.rule.name(), finding)).collect();
        let told = judged.reported.as_ref().map_or(&[][..], |reported| reported.told());
        let all = together(findings, told).into_iter();
        let all = all.map(|Diagnostic { rule, severity, event, spoils, message, .. }| {
            let finding = rules.get(rule);
            Self {
                event,
                rule,
                severity: severity.as_str(),
                message,
                sentence: finding.map_or("", |finding| finding.why()),
                source: finding.map_or("", |finding| finding.rule.source()),
                spoils,
            }
        });
        all.collect()
    }
}

impl Sessions {
    /// The next part of a session; `None` if it was dropped or never received.
    pub(crate) fn detail(&self, id: &str, known: Known) -> Option<Detail<'_>> {
        self.part(id, known, Part::FOR_PAGE)
    }

    /// A session with all that is known about it.
    pub(crate) fn export(&self, id: &str) -> Option<Detail<'_>> {
        self.part(id, Known::default(), Part::WHOLE)
    }

    fn part(&self, id: &str, known: Known, most: Part) -> Option<Detail<'_>> {
        let session = self.all.get(id)?;
        let left = session.events().get(known.events..).unwrap_or_default();
        let mut bytes = 0;
        let part = left.iter().take(known.most.unwrap_or(most.events).min(most.events)).take_while(
            |shown| {
                let fits = bytes < most.bytes;
                bytes += shown.event.get().len();
                fits
            },
        );
        let mut events: Vec<_> = part.map(Cow::Borrowed).collect();
        let settled = events.len();
        let more = settled < left.len();
        if !more {
            events.extend(session.waiting().into_iter().map(Cow::Owned));
        }
        let judged = session.judged();
        let number = judged.number();
        let is_known = number != 0 && number == known.findings;
        Some(Detail {
            summary: self.summary(session, judged.counts()),
            edge: session.edge.as_deref(),
            events,
            settled,
            more,
            findings: (!is_known).then(|| FoundAt::all(&judged)),
            findings_number: number,
            report: judged.reported.map(|reported| reported.into_owned().report()),
            rejected: self.rejected.of(&session.id).collect(),
        })
    }
}
