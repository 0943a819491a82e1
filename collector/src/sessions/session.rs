//! One session: its events and findings.

use std::time::Duration;

use media_collection::lint::{Finding, Linter, Severity};
use media_collection::{Event, EventBody};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Closed, Origin, Written, shortened};
use crate::options::Limits;

/// The most findings of a session in memory; the others are counted.
const MAX_FINDINGS: usize = 1_000;

#[derive(Debug)]
pub(super) struct Session {
    /// The number of earlier sessions.
    pub(super) number: u64,
    pub(super) origin: Origin,
    pub(super) title: String,
    pub(super) content_type: String,
    pub(super) opened: u64,
    /// When the last event arrived.
    pub(super) heard: u64,
    /// When the playhead last moved.
    moved: u64,
    pub(super) playhead: f64,
    /// The first and the latest timestamp of the player.
    from: i64,
    to: i64,
    pub(super) complete: bool,
    pub(super) closed: Option<Closed>,
    pub(super) events: Vec<ShownEvent>,
    pub(super) received: usize,
    linter: Linter,
    pub(super) findings: Vec<Finding>,
    pub(super) more_findings: usize,
    /// The value of `Sessions::version` when this session last changed.
    pub(super) version: u64,
}

/// An event that the page can show.
#[derive(Debug, Serialize)]
pub(super) struct ShownEvent {
    received: u64,
    event: Box<RawValue>,
}

impl Session {
    pub(super) fn new(number: u64, origin: Origin, now: u64, first: &Event) -> Self {
        let (title, content_type) = match &first.body {
            EventBody::SessionStart(start) => {
                let title = start.name.as_ref().filter(|name| !name.is_empty());
                (title.unwrap_or(&start.id).as_str(), start.content_type.as_str())
            }
            _ => ("", ""),
        };
        Self {
            number,
            origin,
            title: shortened(title, 200),
            content_type: shortened(content_type, 40),
            opened: now,
            heard: now,
            moved: now,
            playhead: first.player_time.playhead,
            from: first.player_time.ts,
            to: first.player_time.ts,
            complete: false,
            closed: None,
            events: Vec::new(),
            received: 0,
            linter: Linter::new(),
            findings: Vec::new(),
            more_findings: 0,
            version: 0,
        }
    }

    /// Adds an event. Within the limits, its text is stored for the page. Returns the bytes that
    /// this takes.
    pub(super) fn add(
        &mut self,
        now: u64,
        Written { event, text }: Written,
        max_bytes: usize,
        max_events: usize,
    ) -> usize {
        let time = event.player_time;
        if self.playhead != time.playhead {
            (self.playhead, self.moved) = (time.playhead, now);
        }
        self.heard = now;
        self.to = self.to.max(time.ts);
        self.complete |= matches!(event.body, EventBody::SessionComplete);
        self.received += 1;
        let (findings, more) = (&mut self.findings, &mut self.more_findings);
        self.linter.event(&event, |finding| keep(findings, more, finding));
        // After the first event that is not stored, none is: a timeline with gaps would mislead.
        let bytes = text.get().len();
        let without_gap = self.events.len() + 1 == self.received;
        if !without_gap || self.events.len() >= max_events || bytes > max_bytes {
            return 0;
        }
        self.events.push(ShownEvent { received: now, event: text });
        bytes
    }

    /// Closes the session. Everything in it that is still open becomes a finding.
    pub(super) fn close(&mut self, reason: Closed) {
        self.closed = Some(reason);
        let (findings, more) = (&mut self.findings, &mut self.more_findings);
        std::mem::take(&mut self.linter).finish(|finding| keep(findings, more, finding));
    }

    /// The timeout that has passed, if any.
    pub(super) fn expired(&self, now: u64, limits: &Limits) -> Option<Closed> {
        let passed =
            |since: u64, limit: Duration| u128::from(now.saturating_sub(since)) > limit.as_millis();
        if passed(self.heard, limits.idle) {
            Some(Closed::Idle)
        } else if passed(self.moved, limits.still) {
            Some(Closed::Still)
        } else {
            None
        }
    }

    /// Milliseconds between the first and the latest timestamp of the player.
    pub(super) fn span(&self) -> i64 {
        self.to.saturating_sub(self.from)
    }

    pub(super) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }

    pub(super) fn bytes(&self) -> usize {
        self.events.iter().map(|kept| kept.event.get().len()).sum()
    }
}

fn keep(findings: &mut Vec<Finding>, more: &mut usize, mut finding: Finding) {
    if findings.len() < MAX_FINDINGS {
        finding.message = shortened(&finding.message, 300).into();
        findings.push(finding);
    } else {
        *more += 1;
    }
}
