//! Where a session stands, and which rules an event would break there.
//!
//! This is the one place that knows the order of events. It takes constant memory, however long
//! the session is.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::player_states::States;
use super::rules::{Rule, Severity};
use super::stored::opened;
use crate::event::{Event, EventBody, PlayerTime, SessionStart, StateStartParams, Tolerant};

/// What the player is doing, as the last playback event said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) enum Playback {
    /// Nothing was played yet.
    #[default]
    Starting,
    Playing,
    Paused,
    Buffering,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) enum Phase {
    #[default]
    NotStarted,
    Open,
    Completed,
    Ended,
}

/// What became of a recorded event's time.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Recorded {
    /// The time at which the event stands in the recording.
    pub player_time: PlayerTime,
    /// By how many milliseconds it was moved forward, to come after the event before: 0 if it
    /// was not.
    pub moved_by: i64,
    /// Whether the playhead was no finite number and the last one took its place.
    pub playhead_replaced: bool,
}

/// What is kept of the event that opened an ad break, ad or chapter.
pub(crate) trait Opener {
    fn of(event: &Event) -> Self;
}

/// All but the quality of that moment, which says nothing of a later one: enough to open the
/// same again in another session.
impl Opener for Event {
    fn of(event: &Event) -> Self {
        let mut event = event.clone();
        event.qoe_data = None;
        event
    }
}

/// Nothing but that there was one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen;

impl Opener for Seen {
    fn of(_: &Event) -> Self {
        Self
    }
}

/// Where a session stands after the events so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "O: Serialize", deserialize = "Tolerant<O>: Deserialize<'de>"))]
pub(crate) struct Progress<O = Event> {
    pub(crate) phase: Phase,
    pub(crate) playback: Playback,
    /// What is open, by the event that opened it.
    #[serde(with = "opened")]
    pub(crate) ad_break: Option<O>,
    #[serde(with = "opened")]
    pub(crate) ad: Option<O>,
    #[serde(with = "opened")]
    pub(crate) chapter: Option<O>,
    pub(crate) states: States,
    pub(crate) last: Option<PlayerTime>,
}

impl<O> Default for Progress<O> {
    fn default() -> Self {
        Self {
            phase: Phase::default(),
            playback: Playback::default(),
            ad_break: None,
            ad: None,
            chapter: None,
            states: States::default(),
            last: None,
        }
    }
}

impl<O> Progress<O> {
    /// Where a session stands that has just begun.
    pub(crate) fn of(start: &SessionStart) -> Self {
        Self { phase: Phase::Open, last: Some(start.player_time), ..Self::default() }
    }
}

impl Progress {
    /// Moves a time that would not come after the last one, and replaces a playhead that is no
    /// number by the last one.
    pub(crate) fn mend(&self, time: &mut PlayerTime) -> Recorded {
        let given = *time;
        if let Some(last) = self.last {
            time.ts = time.ts.max(last.ts.saturating_add(1));
            if !time.playhead.is_finite() {
                time.playhead = last.playhead;
            }
        }
        Recorded {
            player_time: *time,
            moved_by: time.ts.saturating_sub(given.ts),
            playhead_replaced: !given.playhead.is_finite(),
        }
    }

    /// The first rule that the event would break badly enough to lose data.
    pub(crate) fn refuses(&self, event: &Event) -> Option<Rule> {
        let mut first = None;
        self.broken(event, |rule| {
            if rule.severity() >= Severity::SilentLoss && first.is_none() {
                first = Some(rule);
            }
        });
        first
    }
}

impl<O: Opener> Progress<O> {
    /// The rules that the event would break, the worst first. Timestamps are looked at as well;
    /// a recorder mends them before it asks.
    pub(crate) fn broken(&self, event: &Event, mut broken: impl FnMut(Rule)) {
        let is_start = matches!(event.body, EventBody::SessionStart { .. });
        match self.phase {
            Phase::NotStarted if !is_start => broken(Rule::StartFirst),
            Phase::NotStarted => return,
            _ if is_start => return broken(Rule::OneStart),
            Phase::Ended => return broken(Rule::NothingAfterEnd),
            Phase::Completed if !matches!(event.body, EventBody::SessionEnd { .. }) => {
                broken(Rule::NothingAfterComplete);
            }
            Phase::Completed | Phase::Open => {}
        }
        self.order(&event.body, &mut broken);
        match self.last.map(|last| event.player_time.ts.cmp(&last.ts)) {
            Some(Ordering::Less) => broken(Rule::TimeMovesForward),
            Some(Ordering::Equal) => broken(Rule::TimesDiffer),
            _ => {}
        }
    }

    fn order(&self, body: &EventBody, broken: &mut impl FnMut(Rule)) {
        let (ad_break, ad) = (self.ad_break.is_some(), self.ad.is_some());
        let mut unless = |holds: bool, rule: Rule| {
            if !holds {
                broken(rule);
            }
        };
        match body {
            EventBody::Play { .. }
            | EventBody::PauseStart { .. }
            | EventBody::BufferStart { .. } => {
                unless(!ad_break || ad, Rule::NoPlaybackInBreak);
            }
            EventBody::AdBreakStart { .. } => unless(!ad_break, Rule::OneBreak),
            EventBody::AdBreakComplete { .. } => {
                unless(ad_break, Rule::CloseWhatIsOpen);
                unless(!ad, Rule::AdClosed);
            }
            EventBody::AdStart { .. } => {
                unless(ad_break, Rule::AdInBreak);
                unless(!ad, Rule::OneAd);
            }
            EventBody::AdComplete { .. } | EventBody::AdSkip { .. } => {
                unless(ad_break, Rule::AdInBreak);
                unless(ad || !ad_break, Rule::CloseWhatIsOpen);
            }
            EventBody::ChapterStart { .. } => unless(self.chapter.is_none(), Rule::OneChapter),
            EventBody::ChapterComplete { .. } | EventBody::ChapterSkip { .. } => {
                unless(self.chapter.is_some(), Rule::CloseWhatIsOpen);
            }
            EventBody::StateStart(params) => {
                self.states.start(&params.name).into_iter().for_each(broken);
            }
            EventBody::StateEnd(params) => {
                self.states.end(&params.name).into_iter().for_each(broken);
            }
            EventBody::StatesUpdate(params) => self.states.update(params, broken),
            EventBody::SessionComplete { .. } | EventBody::SessionEnd { .. } => {
                unless(!ad_break, Rule::BreakClosed);
                unless(self.chapter.is_none(), Rule::ChapterClosed);
            }
            EventBody::Other(_) => broken(Rule::KnownEvent),
            _ => {}
        }
    }

    /// Takes the event in, whether or not it breaks a rule: a lint looks at what follows too.
    pub(crate) fn advance(&mut self, event: &Event) {
        match &event.body {
            EventBody::SessionStart { .. } => {
                *self = Self { phase: Phase::Open, ..Self::default() };
            }
            EventBody::Play { .. } => self.playback = Playback::Playing,
            EventBody::PauseStart { .. } => self.playback = Playback::Paused,
            EventBody::BufferStart { .. } => self.playback = Playback::Buffering,
            EventBody::AdBreakStart { .. } => {
                self.ad_break = Some(O::of(event));
                self.ad = None;
            }
            EventBody::AdBreakComplete { .. } => {
                self.ad_break = None;
                self.ad = None;
            }
            EventBody::AdStart { .. } => self.ad = Some(O::of(event)),
            EventBody::AdComplete { .. } | EventBody::AdSkip { .. } => self.ad = None,
            EventBody::ChapterStart { .. } => self.chapter = Some(O::of(event)),
            EventBody::ChapterComplete { .. } | EventBody::ChapterSkip { .. } => {
                self.chapter = None;
            }
            EventBody::StateStart(params) => self.states.set(&params.name, true),
            EventBody::StateEnd(params) => self.states.set(&params.name, false),
            EventBody::StatesUpdate(params) => {
                for state in params.states_end.iter().flatten() {
                    self.states.set(&state.name, false);
                }
                for state in params.states_start.iter().flatten() {
                    self.states.set(&state.name, true);
                }
            }
            EventBody::SessionComplete { .. } if self.phase != Phase::Ended => {
                self.phase = Phase::Completed;
            }
            EventBody::SessionEnd { .. } => self.phase = Phase::Ended,
            _ => {}
        }
        self.last = Some(event.player_time);
    }
}

impl Progress {
    /// The events that close what is open, in the order in which the official SDKs send them.
    pub(crate) fn closing(&self, at: PlayerTime) -> Vec<Event> {
        let ad = self.ad.is_some().then(|| Event::ad_skip(at));
        let ad_break = self.ad_break.is_some().then(|| Event::ad_break_complete(at));
        let chapter = self.chapter.is_some().then(|| Event::chapter_skip(at));
        [ad, ad_break, chapter].into_iter().flatten().collect()
    }

    /// The events that bring a new session to where this one stands: chapter, ad break, ad,
    /// states, playback, as the official SDKs do it.
    pub(crate) fn opening(&self, at: PlayerTime) -> Vec<Event> {
        let again = |event: &Option<Event>| {
            let mut event = event.clone()?;
            event.player_time = at;
            Some(event)
        };
        let opened = [&self.chapter, &self.ad_break, &self.ad].into_iter().filter_map(again);
        let states = self.states.active();
        let states = states.map(|name| Event::state_start(at, StateStartParams::new(name)));
        let mut events: Vec<_> = opened.chain(states).collect();
        // Between ads of a break a playback event would be lost.
        if self.ad_break.is_none() || self.ad.is_some() {
            events.push(match self.playback {
                Playback::Starting => Event::ping(at),
                Playback::Playing => Event::play(at),
                Playback::Paused => Event::pause_start(at),
                Playback::Buffering => Event::buffer_start(at),
            });
        }
        events
    }
}

/// A start without a usable playhead begins at 0: it has none before it to take over.
pub(crate) fn begun(mut start: SessionStart) -> SessionStart {
    if !start.player_time.playhead.is_finite() {
        start.player_time.playhead = 0.0;
    }
    start
}
