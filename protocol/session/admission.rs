//! Admitting an event to a session, or saying why not; and ending a session.
//!
//! Every recorder, the typed builder and the typed online session use this.

use std::convert::Infallible;

use serde::{Deserialize, Serialize};

use super::rules::Rule;
use super::state::{Open, Phase, SessionState, has_finite_playhead};
use crate::constraints::{Check as _, Checker, EncodeError, Returned};
use crate::event::{Event, EventBody, EventType, PlayerTime};
use crate::schema::Limits;

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
    /// By how many milliseconds its timestamp was moved forward, to be later than that of the event
    /// before; 0 if it was not.
    pub adjusted_by: i64,
    /// Whether its playhead was not a finite number and was replaced by that of the event before.
    pub playhead_replaced: bool,
    /// What was closed before it.
    pub closed: Closed,
}

impl Recorded {
    /// The sink gave the event a later time.
    pub(super) fn moved_to(&mut self, time: PlayerTime) {
        let by = time.ts().saturating_sub(self.player_time.ts());
        self.adjusted_by = self.adjusted_by.saturating_add(by);
        self.player_time = time;
    }
}

/// What was closed to make room for an event, in this order: the ad, the ad break, the chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct Closed {
    /// The open ad was closed by `adSkip`.
    pub ad: bool,
    /// The open ad break was closed by `adBreakComplete`.
    pub ad_break: bool,
    /// The open chapter was closed by `chapterSkip`.
    pub chapter: bool,
}

impl Closed {
    /// Whether nothing had to be closed.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        !self.ad && !self.ad_break && !self.chapter
    }

    /// The types of the events that were recorded to close it, in order.
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

impl From<Open> for Closed {
    /// Everything that is open.
    fn from(open: Open) -> Self {
        Self { ad: open.ad, ad_break: open.ad_break, chapter: open.chapter }
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

/// An event with its final time, and what has to be closed before it.
pub(crate) struct Admitted {
    pub(crate) closing: Vec<Event>,
    pub(crate) event: Event,
    pub(crate) recorded: Recorded,
}

impl SessionState {
    /// What has to be closed before the event, or why it is refused.
    pub(crate) fn judge(&self, event: &Event, order: Order) -> Result<Closed, RecordError> {
        let closed = match order {
            Order::Close => self.in_the_way(&event.body),
            Order::Refuse => Closed::default(),
        };
        if let Some(rule) = self.refusal(
            &event.body,
            self.open().without(Open {
                ad: closed.ad,
                ad_break: closed.ad_break,
                chapter: closed.chapter,
            }),
        ) {
            return Err(RecordError::Rule(rule));
        }
        match self.not_encodable(event) {
            Some(error) => Err(RecordError::Encode(error)),
            None => Ok(closed),
        }
    }

    /// Gives the event its time, and says what has to be closed before it; or says why it is refused.
    /// The state does not change.
    pub(crate) fn admit(&self, event: Event, order: Order) -> Result<Admitted, Refused> {
        let closed = match self.judge(&event, order) {
            Ok(closed) => closed,
            Err(error) => return Err(Returned::new(event, error)),
        };
        let mut event = event;
        let mut closing = closed.events(event.player_time);
        let mut last = self.last;
        for event in &mut closing {
            adjust(&mut event.player_time, last);
            last = Some(event.player_time);
        }
        let recorded = Recorded { closed, ..adjust(&mut event.player_time, last) };
        Ok(Admitted { closing, event, recorded })
    }

    /// The events that end the session, each at its final time, with what is open closed first.
    /// `None` if the session has ended.
    pub(crate) fn ending(&self, end: End, at: PlayerTime) -> (Vec<Event>, Option<Recorded>) {
        if self.phase == Phase::Ended {
            return (Vec::new(), None);
        }
        let closed = Closed::from(self.open());
        let mut events = closed.events(at);
        if end == End::Finished && self.phase == Phase::Open {
            events.extend(Event::bare(EventType::SessionComplete, at));
        }
        events.push(Event::ending(EventType::SessionEnd, at));
        let mut last = self.last;
        let mut recorded = None;
        for event in &mut events {
            recorded = Some(Recorded { closed, ..adjust(&mut event.player_time, last) });
            last = Some(event.player_time);
        }
        (events, recorded)
    }

    /// The events that close what is open.
    pub(crate) fn closing(&self, at: PlayerTime) -> Vec<Event> {
        Closed::from(self.open()).events(at)
    }

    /// Moves a timestamp that is not later than the last one, and replaces a playhead that is not a
    /// finite number by the last one.
    pub(crate) fn adjust(&self, time: &mut PlayerTime) -> Recorded {
        adjust(time, self.last)
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
        let all @ Closed { ad, ad_break, chapter } = Closed::from(self.open());
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
fn adjust(time: &mut PlayerTime, last: Option<PlayerTime>) -> Recorded {
    let original = *time;
    if let Some(last) = last {
        if time.ts() <= last.ts() {
            time.set_ts(last.ts().saturating_add(1));
        }
        if !has_finite_playhead(*time) {
            // The last one is finite, or absent as this one should be.
            time.set_playhead(last.playhead().unwrap_or_default());
        }
    }
    Recorded {
        player_time: *time,
        adjusted_by: time.ts().saturating_sub(original.ts()),
        playhead_replaced: !has_finite_playhead(original),
        closed: Closed::default(),
    }
}
