//! Admitting an event to a session, or saying why not; and ending a session.
//!
//! Every recorder, the typed builder and the typed online session use this.

use std::convert::Infallible;

use serde::{Deserialize, Serialize};

use super::order::Closed;
use super::rules::Rule;
use super::state::{Phase, SessionState};
use super::timing::{ClockChange, Timing};
use super::tolerant_serde::has_finite_playhead;
use crate::constraints::{Check as _, Checker, EncodeError, Returned};
use crate::event::{Event, EventBody, EventType, PlayerTime};
use crate::schema::{Limits, Mode};

/// What happens to an event that needs something closed first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Order {
    /// It is closed, as the official SDKs do, and [`Recorded::closed`] says what was. For players
    /// that are driven by callbacks, which may come in any order.
    ///
    /// | event | what is closed first |
    /// |---|---|
    /// | `adStart` | the open ad, by `adSkip` |
    /// | `adBreakComplete` | the open ad, by `adSkip` |
    /// | `adBreakStart` | the open ad, by `adSkip`, and the open ad break, by `adBreakComplete` |
    /// | `chapterStart` | the open chapter, by `chapterSkip` |
    /// | `sessionComplete`, `sessionEnd` | everything that is open |
    #[default]
    Close,
    /// The event is refused. For relays, and for players whose calls come in the right order.
    Refuse,
}

/// How an event was recorded.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Recorded {
    /// The time with which the event was recorded.
    pub player_time: PlayerTime,
    /// The recorded timestamp minus the given one, in milliseconds. Other than 0 if it was not
    /// later than that of the event before, or the device's clock was set back since the start.
    pub adjusted_by: i64,
    /// Whether its playhead was not a finite number and was replaced by that of the event before.
    pub playhead_replaced: bool,
    /// What was closed before it.
    pub closed: Closed,
    /// What its time says about the device's clock, if the clock was set.
    pub clock: Option<ClockChange>,
}

impl Recorded {
    fn of(given: PlayerTime, player_time: PlayerTime) -> Self {
        Self {
            player_time,
            adjusted_by: player_time.ts().saturating_sub(given.ts()),
            playhead_replaced: !has_finite_playhead(given),
            closed: Closed::default(),
            clock: None,
        }
    }

    /// The sink gave the event a later time.
    pub(super) fn moved_to(&mut self, time: PlayerTime) {
        let by = time.ts().saturating_sub(self.player_time.ts());
        self.adjusted_by = self.adjusted_by.saturating_add(by);
        self.player_time = time;
    }
}

impl Closed {
    /// The types of the events that close it, in order.
    pub fn event_types(self) -> impl Iterator<Item = EventType> {
        let ad = self.ad.then_some(EventType::AdSkip);
        let ad_break = self.ad_break.then_some(EventType::AdBreakComplete);
        let chapter = self.chapter.then_some(EventType::ChapterSkip);
        [ad, ad_break, chapter].into_iter().flatten()
    }

    /// The events that close it.
    fn events(self, at: PlayerTime) -> Vec<Event> {
        let ad = self.ad.then(|| Event::bare(EventType::AdSkip, at)).flatten();
        let ad_break = self.ad_break.then(|| Event::bare(EventType::AdBreakComplete, at)).flatten();
        let chapter = self.chapter.then(|| Event::bare(EventType::ChapterSkip, at)).flatten();
        [ad, ad_break, chapter].into_iter().flatten().collect()
    }
}

/// Why an event was not recorded.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError<E = Infallible> {
    /// A rule refuses it: the back end would ignore it, or reject the session.
    #[error("{} ({rule}): {}", .0.fault(), .0.sentence(), rule = .0)]
    Rule(Rule),
    /// JSON cannot represent it: a number is not finite.
    #[error(transparent)]
    Encode(EncodeError),
    /// The sink failed. In memory this cannot happen.
    #[error(transparent)]
    Sink(E),
}

impl<E> RecordError<E> {
    /// The rule that refuses the event, if it is a rule.
    #[must_use]
    pub const fn rule(&self) -> Option<Rule> {
        match self {
            Self::Rule(rule) => Some(*rule),
            Self::Encode(_) | Self::Sink(_) => None,
        }
    }
}

/// An event that was not recorded, and why. The recorder is unchanged.
pub type Refused<E = Infallible> = Returned<Event, RecordError<E>>;

impl<E> Refused<E> {
    /// The rule that refuses the event, if it is a rule.
    #[must_use]
    pub const fn rule(&self) -> Option<Rule> {
        self.error.rule()
    }
}

/// How an event is recorded, and what has to be closed before it.
pub(crate) struct Admitted {
    pub(crate) closing: Vec<Event>,
    pub(crate) recorded: Recorded,
    /// What its time says about the clock, if it is out of the ordinary.
    pub(crate) timing: Option<Box<Timing>>,
}

/// The events that end a session, each with its final time.
#[derive(Default)]
pub(crate) struct Ending {
    /// Empty if the session has ended already.
    pub(crate) events: Vec<Event>,
    /// How the last of them is recorded.
    pub(crate) recorded: Option<Recorded>,
    pub(crate) timing: Option<Box<Timing>>,
}

impl SessionState {
    /// What has to be closed before the event, or why it is refused.
    pub(crate) fn judge(
        &self,
        event: &Event,
        order: Order,
        mode: Mode,
    ) -> Result<Closed, RecordError> {
        let closed = match order {
            Order::Close => self.in_the_way(&event.body),
            Order::Refuse => Closed::default(),
        };
        if let Some(rule) = self.refusal(&event.body, self.open().without(closed), mode) {
            return Err(RecordError::Rule(rule));
        }
        match self.not_encodable(event) {
            Some(error) => Err(RecordError::Encode(error)),
            None => Ok(closed),
        }
    }

    /// Gives the event its time, and says what has to be closed before it; or says why it is refused,
    /// and leaves it as it is. The state does not change.
    pub(crate) fn admit(
        &self,
        event: &mut Event,
        order: Order,
        mode: Mode,
    ) -> Result<Admitted, RecordError> {
        let closed = self.judge(event, order, mode)?;
        let given = event.player_time;
        let (mut last, timing) = self.read_clock(&mut event.player_time);
        let mut closing = Vec::new();
        if !closed.is_empty() {
            closing = closed.events(event.player_time);
            for event in &mut closing {
                adjust(&mut event.player_time, last);
                last = Some(event.player_time);
            }
        }
        adjust(&mut event.player_time, last);
        let recorded = Recorded { closed, ..Recorded::of(given, event.player_time) };
        Ok(Admitted { closing, recorded, timing })
    }

    /// Gives an event its time without checking the rules.
    pub(crate) fn time(&self, time: &mut PlayerTime) -> (Recorded, Option<Box<Timing>>) {
        let given = *time;
        let (last, timing) = self.read_clock(time);
        adjust(time, last);
        (Recorded::of(given, *time), timing)
    }

    /// The events that end the session at a given time, with what is open closed first.
    pub(crate) fn ending(&self, end: End, at: PlayerTime) -> Ending {
        if self.phase == Phase::Ended {
            return Ending::default();
        }
        let mut time = at;
        let (last, timing) = self.read_clock(&mut time);
        let events = self.end(end, time, last);
        let recorded = events
            .last()
            .map(|event| Recorded { closed: self.open(), ..Recorded::of(at, event.player_time) });
        Ending { events, recorded, timing }
    }

    /// The events that end the session at the time of its last event.
    pub(crate) fn ending_at(&self, end: End, last: PlayerTime) -> Vec<Event> {
        if self.phase == Phase::Ended { Vec::new() } else { self.end(end, last, self.last) }
    }

    fn end(&self, end: End, at: PlayerTime, mut last: Option<PlayerTime>) -> Vec<Event> {
        let mut events = self.closing(at);
        if end == End::Finished && self.phase == Phase::Open {
            events.extend(Event::bare(EventType::SessionComplete, at));
        }
        events.push(Event::ending(EventType::SessionEnd, at));
        for event in &mut events {
            adjust(&mut event.player_time, last);
            last = Some(event.player_time);
        }
        events
    }

    /// Replaces a given time by the time to record; also returns the time of the last event after
    /// it has moved.
    fn read_clock(&self, time: &mut PlayerTime) -> (Option<PlayerTime>, Option<Box<Timing>>) {
        let Some(mut last) = self.last else { return (None, None) };
        let (ts, timing) = self.clock.read(*time, last, self.plays());
        time.set_ts(ts);
        if let Some(timing) = &timing {
            last.shift(timing.moves.by(0));
        }
        (Some(last), timing)
    }

    /// The events that close what is open.
    pub(crate) fn closing(&self, at: PlayerTime) -> Vec<Event> {
        self.open().events(at)
    }

    /// Moves a timestamp that is not later than the last one, and replaces a playhead that is not a
    /// finite number by the last one.
    pub(crate) fn adjust(&self, time: &mut PlayerTime) {
        adjust(time, self.last);
    }

    /// Does the same for events that follow one another.
    pub(crate) fn adjust_all<'a>(&mut self, events: impl Iterator<Item = &'a mut Event>) {
        for event in events {
            self.adjust(&mut event.player_time);
            self.last = Some(event.player_time);
        }
    }

    /// Why JSON cannot represent an event. A playhead that is not finite is replaced first.
    fn not_encodable(&self, event: &Event) -> Option<EncodeError> {
        let adjusted;
        let event = if has_finite_playhead(event.player_time) {
            event
        } else {
            let mut copy = event.clone();
            self.adjust(&mut copy.player_time);
            adjusted = copy;
            &adjusted
        };
        let mut checker = Checker::wire_only();
        event.check_into(&Limits::NONE, &mut checker);
        (!checker.is_empty()).then(|| EncodeError::new(checker.violations()))
    }

    /// What is open and has to be closed before such an event.
    fn in_the_way(&self, body: &EventBody) -> Closed {
        let all @ Closed { ad, ad_break, chapter } = self.open();
        match body {
            EventBody::AdStart { .. } | EventBody::AdBreakComplete { .. } => {
                Closed { ad, ..Closed::default() }
            }
            EventBody::AdBreakStart { .. } => Closed { ad, ad_break, chapter: false },
            EventBody::ChapterStart { .. } => Closed { chapter, ..Closed::default() },
            EventBody::SessionComplete { .. } | EventBody::SessionEnd { .. } => all,
            _ => Closed::default(),
        }
    }
}

/// How a viewing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The content was watched to its end.
    Finished,
    /// The viewer left.
    Abandoned,
}

/// Adjusts the time of an event that follows the last one.
fn adjust(time: &mut PlayerTime, last: Option<PlayerTime>) {
    let Some(last) = last else { return };
    if time.ts() <= last.ts() {
        time.set_ts(last.ts().saturating_add(1));
    }
    if !has_finite_playhead(*time) {
        time.set_playhead(last.playhead().unwrap_or_default());
    }
}
