//! Where a session stands, and which rules an event would break there.
//!
//! This is the one place that knows the order of events. It takes constant memory, however long
//! the session is.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rules::{Rule, Severity};
use crate::bindings::{EventBody, PlayerTime};
use crate::event::{Event, SessionStart};

/// The most player states that the back end keeps by name.
const MOST_STATES: usize = 10;

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

/// Where a session stands after the events so far.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Progress {
    pub(crate) phase: Phase,
    pub(crate) playback: Playback,
    /// The events that opened what is open, to open it again in another session.
    #[serde(with = "kept")]
    pub(crate) ad_break: Option<Event>,
    #[serde(with = "kept")]
    pub(crate) ad: Option<Event>,
    #[serde(with = "kept")]
    pub(crate) chapter: Option<Event>,
    /// Every state name so far, and whether it is active.
    pub(crate) states: BTreeMap<String, bool>,
    pub(crate) last: Option<PlayerTime>,
}

impl Progress {
    /// Where a session stands that has just begun.
    pub(crate) fn of(start: &SessionStart) -> Self {
        Self { phase: Phase::Open, last: Some(start.player_time), ..Self::default() }
    }

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
            EventBody::StateStart(params) => self.state_start(&params.name, broken),
            EventBody::StateEnd(params) => unless(self.is_active(&params.name), Rule::StateActive),
            EventBody::StatesUpdate(params) => {
                // Ends come first, so that one update can swap states.
                let mut after = Self { states: self.states.clone(), ..Self::default() };
                for state in params.states_end.iter().flatten() {
                    unless(after.is_active(&state.name), Rule::StateActive);
                    after.states.insert(state.name.clone(), false);
                }
                for state in params.states_start.iter().flatten() {
                    after.state_start(&state.name, broken);
                    after.states.insert(state.name.clone(), true);
                }
            }
            EventBody::SessionComplete { .. } | EventBody::SessionEnd { .. } => {
                unless(!ad_break, Rule::BreakClosed);
                unless(self.chapter.is_none(), Rule::ChapterClosed);
            }
            EventBody::Other(_) => broken(Rule::KnownEvent),
            _ => {}
        }
    }

    fn state_start(&self, name: &str, broken: &mut impl FnMut(Rule)) {
        if self.is_active(name) {
            broken(Rule::StateNotActive);
        } else if !self.states.contains_key(name) && self.states.len() >= MOST_STATES {
            broken(Rule::TenStates);
        }
    }

    fn is_active(&self, name: &str) -> bool {
        self.states.get(name) == Some(&true)
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
                self.ad_break = Some(opened(event));
                self.ad = None;
            }
            EventBody::AdBreakComplete { .. } => {
                self.ad_break = None;
                self.ad = None;
            }
            EventBody::AdStart { .. } => self.ad = Some(opened(event)),
            EventBody::AdComplete { .. } | EventBody::AdSkip { .. } => self.ad = None,
            EventBody::ChapterStart { .. } => self.chapter = Some(opened(event)),
            EventBody::ChapterComplete { .. } | EventBody::ChapterSkip { .. } => {
                self.chapter = None;
            }
            EventBody::StateStart(params) => self.set_state(&params.name, true),
            EventBody::StateEnd(params) => self.set_state(&params.name, false),
            EventBody::StatesUpdate(params) => {
                for state in params.states_end.iter().flatten() {
                    self.set_state(&state.name, false);
                }
                for state in params.states_start.iter().flatten() {
                    self.set_state(&state.name, true);
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

    /// Names beyond the tenth are not kept, as the back end does not keep them either.
    fn set_state(&mut self, name: &str, active: bool) {
        if let Some(known) = self.states.get_mut(name) {
            *known = active;
        } else if active && self.states.len() < MOST_STATES {
            self.states.insert(name.to_owned(), true);
        }
    }

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
        use crate::bindings::StateStartParams;

        let again = |event: &Option<Event>| {
            let mut event = event.clone()?;
            event.player_time = at;
            Some(event)
        };
        let opened = [&self.chapter, &self.ad_break, &self.ad].into_iter().filter_map(again);
        let active = self.states.iter().filter(|(_, active)| **active);
        let states =
            active.map(|(name, _)| Event::state_start(at, StateStartParams::new(name.as_str())));
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

/// The event without the quality of that moment, which says nothing of a later one.
fn opened(event: &Event) -> Event {
    let mut event = event.clone();
    event.qoe_data = None;
    event
}

/// A start without a usable playhead begins at 0: it has none before it to take over.
pub(crate) fn begun(mut start: SessionStart) -> SessionStart {
    if !start.player_time.playhead.is_finite() {
        start.player_time.playhead = 0.0;
    }
    start
}

/// Starts are stored tolerantly, as events are.
pub(crate) fn kept_start<'de, D>(deserializer: D) -> Result<SessionStart, D::Error>
where
    D: serde::Deserializer<'de>,
{
    let crate::decode::Tolerant(event) =
        crate::decode::Tolerant::<Event>::deserialize(deserializer)?;
    SessionStart::try_from(event).map_err(serde::de::Error::custom)
}

/// Events are stored tolerantly: what was recorded may be newer than this crate.
pub(crate) mod kept {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::decode::Tolerant;
    use crate::event::Event;

    pub(crate) fn serialize<S: Serializer>(
        event: &Option<Event>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        event.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Event>, D::Error> {
        let event = Option::<Tolerant<Event>>::deserialize(deserializer)?;
        Ok(event.map(|Tolerant(event)| event))
    }
}
