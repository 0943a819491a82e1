//! The sessions as JSON for the page.
//!
//! The member for rejected requests is `refused`, as in version 0.1.

use std::borrow::Cow;

use media_collection::lint::Severity;
use serde::Serialize;

use super::session::ShownEvent;
use super::{Closed, Origin, Rejected, RejectedList, Sessions};

/// The most sessions in the page's list.
const MAX_LISTED: usize = 500;

/// An entry of the page's list.
#[derive(Debug, Serialize)]
pub(crate) struct Summary<'a> {
    id: &'a str,
    origin: Origin,
    title: &'a str,
    content_type: &'a str,
    opened: u64,
    heard: u64,
    span: i64,
    playhead: f64,
    complete: bool,
    closed: Option<Closed>,
    received: usize,
    errors: usize,
    losses: usize,
    advice: usize,
    more_findings: usize,
    #[serde(rename = "refused")]
    rejected: usize,
    version: u64,
}

/// The page's lists.
#[derive(Debug, Serialize)]
pub(crate) struct Overview<'a> {
    version: u64,
    sessions: Vec<Summary<'a>>,
    older: usize,
    #[serde(rename = "refused")]
    rejected: &'a RejectedList,
}

/// One session, in full.
#[derive(Debug, Serialize)]
pub(crate) struct Detail<'a> {
    summary: Summary<'a>,
    /// In the order of the back end.
    events: Cow<'a, [ShownEvent]>,
    findings: Vec<FoundAt>,
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

impl Sessions {
    /// The lists; `None` if nothing changed since the version `since`.
    pub(crate) fn overview(&self, since: Option<u64>) -> Option<Overview<'_>> {
        if since == Some(self.version) {
            return None;
        }
        let newest = self.order.values().rev().take(MAX_LISTED);
        let sessions: Vec<_> = newest.filter_map(|id| self.summary(id)).collect();
        Some(Overview {
            version: self.version,
            older: self.by_id.len() - sessions.len(),
            sessions,
            rejected: &self.rejected,
        })
    }

    /// One session; `None` if it was dropped or never received.
    pub(crate) fn detail(&self, id: &str) -> Option<Detail<'_>> {
        let summary = self.summary(id)?;
        let session = self.by_id.get(id)?;
        let findings = session.found().into_owned().findings.into_iter().map(|finding| FoundAt {
            event: finding.event,
            rule: finding.rule.name(),
            severity: finding.severity().as_str(),
            sentence: finding.why(),
            source: finding.rule.source(),
            message: finding.message,
        });
        Some(Detail {
            summary,
            events: session.events(),
            findings: findings.collect(),
            rejected: self.rejected.of(id).collect(),
        })
    }

    fn summary<'a>(&'a self, id: &str) -> Option<Summary<'a>> {
        let (id, session) = self.by_id.get_key_value(id)?;
        let found = session.found();
        let count = |severity| {
            found.findings.iter().filter(|finding| finding.severity() == severity).count()
        };
        Some(Summary {
            id,
            origin: session.origin,
            title: &session.title,
            content_type: &session.content_type,
            opened: session.opened,
            heard: session.heard,
            span: session.span(),
            playhead: session.playhead,
            complete: session.complete,
            closed: session.closed,
            received: session.received,
            errors: count(Severity::Error),
            losses: count(Severity::SilentLoss),
            advice: count(Severity::Advice),
            more_findings: found.more,
            rejected: self.rejected.of(id).count(),
            version: session.version,
        })
    }
}
