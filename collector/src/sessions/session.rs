//! One session: its events and findings.

use std::borrow::{Borrow, Cow};
use std::time::Duration;

use media_collection::lint::{Arrived, Linter, Window};
use media_collection::{Api, Event, EventBody};
use serde::Serialize;
use serde_json::value::RawValue;

use super::found::{Found, Judged};
use super::id::Id;
use super::owners::Owned;
use super::reported::Reported;
use super::{Closed, EdgeAbout, MAX_OVERTAKEN, Origin, Written, shortened};
use crate::options::Limits;

/// The report keeps what is open: a session with an event of more bytes has none.
const MAX_REPORTED_EVENT: usize = 64 * 1024;
/// The most bytes of the events in the window that a copy of a session has.
const MAX_WAITING: usize = 1024 * 1024;

#[derive(Debug)]
pub(super) struct Session {
    pub(super) id: Id,
    /// The number of earlier sessions.
    pub(super) number: u64,
    /// The address that opened it.
    pub(super) owned: Owned,
    pub(super) origin: Origin,
    /// `None` for a session of the Media Collection API.
    pub(super) edge: Option<Box<EdgeAbout>>,
    pub(super) about: About,
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
    /// The events that left the window, in the order of the back end.
    events: Vec<ShownEvent>,
    /// How many events have their text in memory, and their bytes.
    kept: usize,
    bytes: usize,
    pub(super) received: usize,
    window: Window<Waiting>,
    /// `None` once the session is finished.
    linter: Option<Linter>,
    /// When its `sessionEnd` arrived, and the timestamp of that.
    ended: Option<(u64, i64)>,
    found: Found,
    /// `None` if nobody looked: it can be made of the events.
    pub(super) reported: Option<Box<Reported>>,
    /// Whether the report would need too much memory.
    has_large_events: bool,
    /// The value of `Sessions::version` when this session last changed.
    pub(super) version: u64,
}

/// What the list says about a session, from its `sessionStart`.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct About {
    title: String,
    content: String,
    content_type: String,
    pub(super) player: String,
    suite: String,
}

impl About {
    fn of(event: &Event) -> Self {
        let EventBody::SessionStart(start) = &event.body else {
            return Self { title: "its start cannot be read".to_owned(), ..Self::default() };
        };
        let name = start.name.as_ref().filter(|name| !name.is_empty());
        Self {
            title: shortened(name.unwrap_or(&start.id).as_str(), 200),
            content: shortened(&start.id, 200),
            content_type: shortened(start.content_type.as_str(), 40),
            player: shortened(&start.player_name, 100),
            suite: shortened(&start.analytics_report_suite, 100),
        }
    }
}

/// An event that the page can show.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ShownEvent {
    /// How many events of the session arrived before it.
    pub(crate) index: usize,
    received: u64,
    pub(crate) event: Box<RawValue>,
}

/// An event in the window.
#[derive(Debug, Clone)]
struct Waiting {
    event: Event,
    received: u64,
    /// Its text, if it is to be shown.
    text: Option<Box<RawValue>>,
}

impl Borrow<Event> for Waiting {
    fn borrow(&self) -> &Event {
        &self.event
    }
}

impl Session {
    pub(super) fn new(
        number: u64,
        id: &str,
        owned: Owned,
        origin: Origin,
        edge: Option<EdgeAbout>,
        now: u64,
        first: &Event,
    ) -> Self {
        let is_edge = edge.is_some();
        Self {
            id: id.into(),
            number,
            owned,
            origin,
            edge: edge.map(Box::new),
            about: About::of(first),
            opened: now,
            heard: now,
            moved: now,
            playhead: first.player_time.playhead,
            from: first.player_time.ts,
            to: first.player_time.ts,
            complete: false,
            closed: None,
            events: Vec::new(),
            kept: 0,
            bytes: 0,
            received: 0,
            window: Window::new(),
            linter: Some(Linter::new()),
            ended: None,
            found: Found::new(is_edge),
            reported: None,
            has_large_events: false,
            version: 0,
        }
    }

    /// A copy with these events instead of those that have left the window. If the events in the window
    /// are very large, it has none of them: they are shown when they have left it.
    pub(super) fn excerpt(&self, events: Vec<ShownEvent>) -> Self {
        let waiting = self.window.held().into_iter();
        let text =
            |arrived: &Arrived<Waiting>| arrived.item.text.as_ref().map(|text| text.get().len());
        let bytes: usize = waiting.map(|arrived| text(arrived).unwrap_or(0)).sum();
        Self {
            id: self.id.clone(),
            edge: self.edge.clone(),
            about: self.about.clone(),
            events,
            window: if bytes <= MAX_WAITING { self.window.clone() } else { Window::new() },
            linter: self.linter.clone(),
            found: self.found.clone(),
            reported: self.reported.clone(),
            ..*self
        }
    }

    /// The API that it uses.
    pub(super) fn api(&self) -> Api {
        if self.edge.is_some() { Api::MediaEdge } else { Api::MediaCollection }
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
        if matches!(event.body, EventBody::SessionEnd) {
            self.ended = self.ended.or(Some((now, time.ts)));
        }
        self.received += 1;
        if text.get().len() > MAX_REPORTED_EVENT {
            self.has_large_events = true;
            self.reported = None;
        }
        // After the first event that is not stored, none is: a timeline with gaps would mislead.
        let bytes = text.get().len() + size_of::<ShownEvent>();
        let without_gap = self.kept + 1 == self.received;
        let is_kept = without_gap && self.kept < max_events && bytes <= max_bytes;
        let bytes = if is_kept { bytes } else { 0 };
        self.kept += usize::from(is_kept);
        self.bytes += bytes;
        let waiting = Waiting { event, received: now, text: is_kept.then_some(text) };
        let Self { window, linter, found, reported, events, .. } = self;
        window.push(waiting, |arrived| {
            released(arrived, linter.as_mut(), found, reported.as_deref_mut(), events);
        });
        bytes
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
        self.ended.filter(|_| self.linter.is_some())
    }

    /// Finishes a session that has ended, if no event can arrive any more that the end overtook.
    pub(super) fn settle(&mut self, now: u64) {
        let is_over = |(end, _)| now.saturating_sub(end) > MAX_OVERTAKEN;
        if self.closed == Some(Closed::Ended) && self.ended.is_none_or(is_over) {
            self.finish();
        }
    }

    fn finish(&mut self) {
        let Self { window, linter, found, reported, events, .. } = self;
        window.flush(|arrived| {
            released(arrived, linter.as_mut(), found, reported.as_deref_mut(), events);
        });
        if let Some(linter) = linter.take() {
            linter.finish(|finding| found.add(finding));
            if let Some(reported) = reported {
                reported.finish();
            }
        }
    }

    /// The events that can be shown and have left the window, in the order of the back end.
    pub(super) fn events(&self) -> &[ShownEvent] {
        &self.events
    }

    /// The events in the window that can be shown. One that arrives later can come before them.
    pub(super) fn waiting(&self) -> Vec<ShownEvent> {
        let waiting = self.window.held().into_iter().filter_map(|arrived| {
            let Waiting { received, text, .. } = &arrived.item;
            let event = text.clone()?;
            Some(ShownEvent { index: arrived.index, received: *received, event })
        });
        waiting.collect()
    }

    /// Whether everything about it is known.
    pub(super) fn is_finished(&self) -> bool {
        self.linter.is_none()
    }

    /// Whether its report can be made of the events in memory.
    pub(super) fn can_be_reported(&self) -> bool {
        self.kept == self.received && !self.has_large_events
    }

    /// What is found, and the report: so far, with what there would be if nothing came before the
    /// events in the window.
    pub(super) fn judged(&self) -> Judged<'_> {
        let waiting = self.window.held();
        let reported = self.reported.as_deref();
        let (Some(linter), false) = (&self.linter, waiting.is_empty() && self.closed.is_none())
        else {
            let (found, reported) = (Cow::Borrowed(&self.found), reported.map(Cow::Borrowed));
            return Judged { found, reported, is_settled: true };
        };
        let (mut linter, mut found) = (linter.clone(), self.found.clone());
        let mut reported = reported.cloned();
        for arrived in waiting {
            linter.arrived(arrived, |finding| found.add(finding));
            if let Some(reported) = &mut reported {
                reported.arrived(arrived);
            }
        }
        if self.closed.is_some() {
            linter.finish(|finding| found.add(finding));
            if let Some(reported) = &mut reported {
                reported.finish();
            }
        }
        let reported = reported.map(Cow::Owned);
        Judged { found: Cow::Owned(found), reported, is_settled: false }
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

/// Takes an event that left the window.
fn released(
    arrived: Arrived<Waiting>,
    linter: Option<&mut Linter>,
    found: &mut Found,
    reported: Option<&mut Reported>,
    events: &mut Vec<ShownEvent>,
) {
    if let Some(linter) = linter {
        linter.arrived(&arrived, |finding| found.add(finding));
    }
    if let Some(reported) = reported {
        reported.arrived(&arrived);
    }
    let Waiting { received, text, .. } = arrived.item;
    if let Some(event) = text {
        if events.is_empty() {
            // Of many sessions there is one event for a while.
            events.reserve_exact(1);
        }
        events.push(ShownEvent { index: arrived.index, received, event });
    }
}
