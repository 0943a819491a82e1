//! One session as JSON for the page, in parts, and for a download.

use std::borrow::Cow;
use std::collections::HashMap;

use media_collection::report::{Diagnostic, together};
use serde::Serialize;

use super::found::Judged;
use super::judging::ShownEvent;
use super::reported::Report;
use super::session::Session;
use super::view::{Summary, summary};
use super::{EdgeAbout, Rejected, Sessions};

/// The most events of a part.
const MAX_EVENTS: usize = 5_000;
/// A part ends after the event with which it has so many bytes.
const MAX_BYTES: usize = 1024 * 1024;

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
        self.most.unwrap_or(usize::MAX).min(MAX_EVENTS)
    }
}

/// A part of a session, copied so that JSON is made of it while the collector goes on.
#[derive(Debug)]
pub(crate) struct Part {
    /// With the events of this part only.
    session: Session,
    /// How many events of the session have left the window.
    pub(crate) settled: usize,
    /// Whether there are more events: another part follows.
    more: bool,
    known: Known,
    rejected: Vec<Rejected>,
}

/// A part of a session: what follows what the page has.
#[derive(Debug, Serialize)]
pub(crate) struct Detail<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// In the order of the back end.
    events: Vec<Cow<'a, ShownEvent>>,
    #[serde(flatten)]
    tail: Tail<'a>,
}

/// What comes before the events.
#[derive(Debug, Serialize)]
pub(crate) struct Head<'a> {
    summary: Summary,
    /// What Media Edge has beside the events.
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<&'a EdgeAbout>,
}

/// What comes after the events.
#[derive(Debug, Serialize)]
pub(crate) struct Tail<'a> {
    /// How many of the events will not change. The others are in the window, and may still move.
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
    rejected: &'a [Rejected],
}

impl Part {
    /// What the page shows.
    pub(crate) fn detail(&self) -> Detail<'_> {
        let mut events: Vec<_> = self.session.events().iter().map(Cow::Borrowed).collect();
        if !self.more {
            events.extend(self.waiting().into_iter().map(Cow::Owned));
        }
        let (head, tail) = self.around(self.session.events().len());
        Detail { head, events, tail }
    }

    /// What comes before and after the events.
    pub(crate) fn around(&self, settled: usize) -> (Head<'_>, Tail<'_>) {
        let session = &self.session;
        let judged = session.judged();
        let number = judged.number();
        let is_known = number != 0 && number == self.known.findings;
        let edge = session.edge.as_deref();
        let head = Head { summary: summary(session, judged.counts(), self.rejected.len()), edge };
        let tail = Tail {
            settled,
            more: self.more,
            findings: (!is_known).then(|| FoundAt::all(&judged)),
            findings_number: number,
            report: judged.reported.map(|reported| reported.into_owned().report()),
            rejected: &self.rejected,
        };
        (head, tail)
    }

    /// The events in the window.
    pub(crate) fn waiting(&self) -> Vec<ShownEvent> {
        self.session.waiting()
    }
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
    pub(crate) fn part(&self, id: &str, known: Known) -> Option<Part> {
        let session = self.all.get(id)?;
        let settled = session.events().len();
        let events = some(session.events().get(known.events..).unwrap_or_default(), known.most());
        let more = known.events.saturating_add(events.len()) < settled;
        let rejected = self.rejected.of(&session.id).cloned().collect();
        let session = session.excerpt(events.to_vec());
        Some(Part { session, settled, more, known, rejected })
    }

    /// What a session has besides the events that have left the window.
    pub(crate) fn frame(&self, id: &str) -> Option<Part> {
        let known = Known { most: Some(0), ..Known::default() };
        self.part(id, known).map(|part| Part { more: false, ..part })
    }

    /// Passes events of a session that have left the window: from this place, not too many at once.
    /// Returns how many; `None` if the session was dropped.
    pub(crate) fn pass(
        &self,
        id: &str,
        from: usize,
        mut each: impl FnMut(&ShownEvent),
    ) -> Option<usize> {
        let left = self.all.get(id)?.events().get(from..).unwrap_or_default();
        let events = some(left, MAX_EVENTS);
        events.iter().for_each(&mut each);
        Some(events.len())
    }
}

/// The first events: at most so many, and no more after a number of bytes.
fn some(events: &[ShownEvent], most: usize) -> &[ShownEvent] {
    let mut bytes = 0;
    let fits = |shown: &&ShownEvent| {
        let fits = bytes < MAX_BYTES;
        bytes += shown.event.get().len();
        fits
    };
    let count = events.iter().take(most).take_while(fits).count();
    &events[..count]
}
