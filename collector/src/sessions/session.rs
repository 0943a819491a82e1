//! One session: what it received, and what is wrong with it.

use std::time::Duration;

use media_collection::lint::{Finding, Linter, Severity};
use media_collection::{Event, EventBody};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Closed, Origin, Written, shortened};
use crate::options::Limits;

/// Findings of one session that are kept; the rest are counted.
const MAX_FINDINGS: usize = 1_000;

#[derive(Debug)]
pub(super) struct Session {
    /// Counts the sessions in the order of their arrival.
    pub(super) number: u64,
    pub(super) origin: Origin,
    pub(super) title: String,
    pub(super) content_type: String,
    pub(super) opened: u64,
    /// When the last event arrived.
    pub(super) heard: u64,
    /// When the playhead last moved, and where it is.
    moved: u64,
    pub(super) playhead: f64,
    /// The first and the last timestamp of the player.
    from: i64,
    to: i64,
    pub(super) complete: bool,
    pub(super) closed: Option<Closed>,
    pub(super) events: Vec<Kept>,
    pub(super) received: usize,
    linter: Linter,
    pub(super) findings: Vec<Finding>,
    pub(super) more_findings: usize,
    /// The version of all sessions when this one last changed.
    pub(super) version: u64,
}

/// An event that the page can show.
#[derive(Debug, Serialize)]
pub(super) struct Kept {
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

    /// Adds an event. Its text is kept for the page within the limits; returns the bytes that this
    /// takes.
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
        // The first events are kept, without a hole: a timeline with holes would mislead.
        let bytes = text.get().len();
        let without_hole = self.events.len() + 1 == self.received;
        if !without_hole || self.events.len() >= max_events || bytes > max_bytes {
            return 0;
        }
        self.events.push(Kept { received: now, event: text });
        bytes
    }

    /// Closes it: nothing more is awaited, and what is still open in it is a finding.
    pub(super) fn close(&mut self, reason: Closed) {
        self.closed = Some(reason);
        let (findings, more) = (&mut self.findings, &mut self.more_findings);
        std::mem::take(&mut self.linter).finish(|finding| keep(findings, more, finding));
    }

    /// Which timeout has passed, if any.
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

    /// Milliseconds between the first and the last timestamp of the player.
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
