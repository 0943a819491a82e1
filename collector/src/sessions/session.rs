//! One session: what it takes to answer, and its events and findings.

use std::sync::Arc;
use std::time::Duration;

use media_collection::{Api, Event, EventBody};
use serde::{Deserialize, Serialize};

use super::about::About;
use super::event_text::EventText;
use super::found::Judged;
use super::id::Id;
use super::judging::{Details, Judging, ShownEvent};
use super::reported::Reported;
use super::{Closed, EdgeAbout, MAX_OVERTAKEN, Origin, Written};
use crate::options::Limits;

/// What a packed session does not need of an event.
type Left = (Event, Option<EventText>);

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(super) id: Id,
    /// The number of earlier sessions.
    pub(super) number: u64,
    pub(super) origin: Origin,
    /// `None` for a session of the Media Collection API.
    pub(super) edge: Option<Arc<EdgeAbout>>,
    pub(super) about: Arc<About>,
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
    /// Everything about it is known: no event can arrive any more.
    is_finished: bool,
    /// How many events have their text in memory, and their bytes.
    kept: u32,
    pub(super) received: u32,
    bytes: usize,
    /// When its `sessionEnd` arrived, and the timestamp of that.
    ended: Option<Box<(u64, i64)>>,
    pub(super) details: Details,
    /// The value of `Sessions::version` when this session last changed.
    #[serde(skip)]
    pub(super) version: u64,
}

impl Session {
    pub(super) fn new(
        number: u64,
        id: &str,
        origin: Origin,
        (edge, about): (Option<Arc<EdgeAbout>>, Arc<About>),
        now: u64,
        first: &Event,
    ) -> Self {
        let details = Details::Judged(Box::new(Judging::new(edge.is_some())));
        Self {
            id: id.into(),
            number,
            origin,
            edge,
            about,
            opened: now,
            heard: now,
            moved: now,
            playhead: first.player_time.playhead,
            from: first.player_time.ts,
            to: first.player_time.ts,
            complete: false,
            closed: None,
            is_finished: false,
            kept: 0,
            received: 0,
            bytes: 0,
            ended: None,
            details,
            version: 0,
        }
    }

    /// A copy with these events instead of those that have left the window.
    pub(super) fn excerpt(&self, events: Vec<ShownEvent>) -> Self {
        Self {
            id: self.id.clone(),
            edge: self.edge.clone(),
            about: Arc::clone(&self.about),
            ended: self.ended.clone(),
            details: self.details.excerpt(events),
            ..*self
        }
    }

    /// A copy for a snapshot, without the events that have left the window.
    #[cfg(feature = "nats")]
    pub(super) fn frame(&self) -> Self {
        Self {
            id: self.id.clone(),
            edge: self.edge.clone(),
            about: Arc::clone(&self.about),
            ended: self.ended.clone(),
            details: self.details.frame(),
            ..*self
        }
    }

    /// The API that it uses.
    pub(super) fn api(&self) -> Api {
        if self.edge.is_some() { Api::MediaEdge } else { Api::MediaCollection }
    }

    /// Adds an event. Within the limits, its text is stored for the page. Returns the bytes that
    /// this takes, and what is not needed any more.
    pub(super) fn add(
        &mut self,
        now: u64,
        written: Written,
        max_bytes: usize,
        max_events: usize,
    ) -> (usize, Option<Left>) {
        let Written { event, text } = &written;
        let time = event.player_time;
        if self.playhead != time.playhead {
            (self.playhead, self.moved) = (time.playhead, now);
        }
        self.heard = now;
        self.to = self.to.max(time.ts);
        self.complete |= matches!(event.body, EventBody::SessionComplete);
        if matches!(event.body, EventBody::SessionEnd) && self.ended.is_none() {
            self.ended = Some(Box::new((now, time.ts)));
        }
        let index = self.received;
        self.received = self.received.saturating_add(1);
        // After the first event that is not stored, none is: a timeline with gaps would mislead.
        let bytes = text.get().len() + size_of::<ShownEvent>();
        let is_kept = self.kept == index && (index as usize) < max_events && bytes <= max_bytes;
        let mut left = None;
        match &mut self.details {
            Details::Judged(judging) => judging.add(now, written, is_kept),
            Details::Packed(packed) if is_kept && !packed.is_in_log => {
                let Written { text: shown, event } = written;
                packed.events.push(ShownEvent {
                    index: index as usize,
                    received: now,
                    event: shown,
                });
                left = Some((event, None));
            }
            Details::Packed(_) => return (0, Some((written.event, Some(written.text)))),
        }
        let bytes = if is_kept { bytes } else { 0 };
        self.kept += u32::from(is_kept);
        self.bytes += bytes;
        (bytes, left)
    }

    /// Closes the session. Everything in it that is still open becomes a finding; after a
    /// `sessionEnd` only when no event can arrive any more that it overtook.
    pub(super) fn close(&mut self, reason: Closed) {
        self.closed = Some(reason);
        if reason != Closed::Ended {
            self.finish();
        }
    }

    /// When its `sessionEnd` arrived, and the timestamp of that, while events that it overtook are taken.
    pub(super) fn overtaking(&self) -> Option<(u64, i64)> {
        self.ended.as_deref().copied().filter(|_| !self.is_finished)
    }

    /// Finishes a session that has ended, if no event can arrive any more that the end overtook.
    pub(super) fn settle(&mut self, now: u64) {
        let is_over = |end: &(u64, i64)| now.saturating_sub(end.0) > MAX_OVERTAKEN;
        if self.closed == Some(Closed::Ended) && self.ended.as_deref().is_none_or(is_over) {
            self.finish();
        }
    }

    fn finish(&mut self) {
        self.is_finished = true;
        if let Some(judging) = self.details.judging_mut() {
            judging.finish();
        }
    }

    /// Calls `each` with the rule of everything that was found since the last call.
    pub(super) fn newly_found(&mut self, mut each: impl FnMut(&'static str)) {
        if let Some(judging) = self.details.judging_mut() {
            let found = &judging.found.findings;
            found[judging.counted..].iter().for_each(|finding| each(finding.rule.name()));
            judging.counted = found.len();
        }
    }

    /// Drops of an open session what can be made again. Returns how many bytes of events are gone, because
    /// the log has them.
    pub(super) fn pack(&mut self, is_in_log: bool) -> usize {
        if self.closed.is_some() || self.is_packed() {
            return 0;
        }
        self.details.pack(is_in_log);
        if !is_in_log {
            return 0;
        }
        self.kept = 0;
        std::mem::take(&mut self.bytes)
    }

    /// Takes what was made again of all of its events, of which these bytes are in memory. Returns how many
    /// bytes that are more than before, and the events as they were.
    pub(super) fn unpack(&mut self, judging: Judging, bytes: usize) -> (usize, Vec<ShownEvent>) {
        let events = std::mem::take(self.details.events_mut());
        self.details = Details::Judged(Box::new(judging));
        self.kept = self.received;
        let before = std::mem::replace(&mut self.bytes, bytes);
        (bytes.saturating_sub(before), events)
    }

    /// The events that can be shown and have left the window, in the order of the back end.
    pub(super) fn events(&self) -> &[ShownEvent] {
        self.details.events()
    }

    /// The events in the window that can be shown. One that arrives later can come before them.
    pub(super) fn waiting(&self) -> Vec<ShownEvent> {
        self.details.waiting()
    }

    /// Whether everything about it is known.
    pub(super) fn is_finished(&self) -> bool {
        self.is_finished
    }

    /// Whether its report can be made of the events in memory, or in the log.
    pub(super) fn can_be_reported(&self) -> bool {
        self.has_all_texts() || self.is_in_log()
    }

    /// Whether all of its events have their text in memory.
    pub(super) fn has_all_texts(&self) -> bool {
        self.kept == self.received
    }

    pub(super) fn is_packed(&self) -> bool {
        self.details.is_packed()
    }

    /// Whether its events are in the log only.
    pub(super) fn is_in_log(&self) -> bool {
        matches!(&self.details, Details::Packed(packed) if packed.is_in_log)
    }

    pub(super) fn reported(&self) -> Option<&Reported> {
        match &self.details {
            Details::Judged(judging) => judging.reported.as_deref(),
            Details::Packed(_) => None,
        }
    }

    /// Changes the report, unless the session is packed.
    pub(super) fn set_reported(&mut self, reported: Option<Box<Reported>>) {
        if let Some(judging) = self.details.judging_mut() {
            judging.reported = reported;
        }
    }

    /// What is found, and the report, so far.
    pub(super) fn judged(&self) -> Judged<'_> {
        self.details.judged(self.closed.is_some())
    }

    /// The timeout that has passed, if any.
    pub(super) fn expired(&self, now: u64, limits: &Limits) -> Option<Closed> {
        let passed =
            |since: u64, limit: Duration| u128::from(now.saturating_sub(since)) > limit.as_millis();
        if passed(self.heard, limits.idle) {
            Some(Closed::Idle)
        } else if passed(self.moved, limits.still) {
            Some(Closed::Still)
        } else if self.edge.is_some() && passed(self.opened, limits.age) {
            Some(Closed::Old)
        } else {
            None
        }
    }

    /// Milliseconds between the first and the latest timestamp of the player.
    pub(super) fn span(&self) -> i64 {
        self.to.saturating_sub(self.from)
    }

    /// The bytes of the events in memory.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }
}
