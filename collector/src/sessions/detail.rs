//! One session as JSON for the page, in parts, and for downloads.

use std::borrow::Cow;

use media_collection::lint::Finding;
use serde::Serialize;
use serde_json::value::RawValue;

use super::session::ShownEvent;
use super::view::Summary;
use super::{Rejected, Sessions};

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

/// What the page has of a session: so many events and findings that will not change.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    pub(crate) events: usize,
    pub(crate) findings: usize,
}

/// A part of a session: what follows what the page has.
#[derive(Debug, Serialize)]
pub(crate) struct Detail<'a> {
    summary: Summary<'a>,
    /// In the order of the back end.
    events: Vec<Cow<'a, ShownEvent>>,
    /// How many of `events` will not change. The others are in the window, and may still move.
    settled: usize,
    /// Whether there are more events: another part follows.
    more: bool,
    findings: Vec<FoundAt>,
    /// How many of `findings` will not change.
    settled_findings: usize,
    #[serde(rename = "refused")]
    rejected: Vec<&'a Rejected>,
}

#[derive(Debug, Serialize)]
struct FoundAt {
    /// The event's `index`.
    event: usize,
    rule: &'static str,
    severity: &'static str,
    /// What is wrong with the event.
    message: Cow<'static, str>,
    /// What the rule says.
    sentence: &'static str,
    source: &'static str,
}

impl From<Finding> for FoundAt {
    fn from(finding: Finding) -> Self {
        Self {
            event: finding.event,
            rule: finding.rule.name(),
            severity: finding.severity().as_str(),
            sentence: finding.why(),
            source: finding.rule.source(),
            message: finding.message,
        }
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
        let (id, session) = self.by_id.get_key_value(id)?;
        let left = session.events().get(known.events..).unwrap_or_default();
        let mut bytes = 0;
        let part = left.iter().take(most.events).take_while(|shown| {
            let fits = bytes < most.bytes;
            bytes += shown.event.get().len();
            fits
        });
        let mut events: Vec<_> = part.map(Cow::Borrowed).collect();
        let settled = events.len();
        let more = settled < left.len();
        if !more {
            events.extend(session.waiting().into_iter().map(Cow::Owned));
        }
        let findings = session.found().into_owned().findings.into_iter().skip(known.findings);
        Some(Detail {
            summary: self.summary(id, session),
            events,
            settled,
            more,
            findings: findings.map(FoundAt::from).collect(),
            settled_findings: session.settled_findings().saturating_sub(known.findings),
            rejected: self.rejected.of(id).collect(),
        })
    }

    /// The events of a session that can be shown, in the order of arrival, as they were received:
    /// what `media-collection check` reads.
    pub(crate) fn fixture(&self, id: &str) -> Option<Vec<Box<RawValue>>> {
        let session = self.by_id.get(id)?;
        let mut events = session.waiting();
        events.extend_from_slice(session.events());
        events.sort_by_key(|shown| shown.index);
        Some(events.into_iter().map(|shown| shown.event).collect())
    }
}
