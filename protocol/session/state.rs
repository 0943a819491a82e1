//! The state of a session, and which rules an event would break in it.
//!
//! Only this module and its table, [`order`], know the order of events. A state takes constant
//! memory, however long the session is: that of a recorder keeps the three events that opened what is
//! open, and ten names of player states; that of a lint keeps ten names of at most 64 characters.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::order::{self, Closed};
use super::player_states::{States, changed_states, state_name};
use super::rules::{Rule, Severity};
use super::timing::Clock;
use super::tolerant_serde::{self, has_finite_playhead};
use crate::event::{Event, EventBody, EventType, PlayerTime, SessionStart, Tolerant};
use crate::schema::Mode;

/// What the player does, by the last playback event.
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

/// What a state remembers of the event that opened an ad break, ad or chapter.
pub(crate) trait Opener: Sized {
    /// Whether the names of player states are kept that are longer than the documentation allows. A
    /// recorder has to write them again; what only judges events does not.
    const KEEPS_LONG_NAMES: bool;

    fn of(event: &Event) -> Self;

    /// Reads what was serialised, perhaps by a newer version of this crate.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error>;
}

fn opened<'de, O: Opener, D: Deserializer<'de>>(deserializer: D) -> Result<Option<O>, D::Error> {
    O::read(deserializer)
}

fn states<'de, O: Opener, D: Deserializer<'de>>(deserializer: D) -> Result<States, D::Error> {
    let states = States::deserialize(deserializer)?;
    Ok(if O::KEEPS_LONG_NAMES { states } else { states.shortened() })
}

/// The event without its quality of experience, which was that of the moment: enough to open the
/// same in another session.
impl Opener for Event {
    const KEEPS_LONG_NAMES: bool = true;

    fn of(event: &Event) -> Self {
        let mut event = event.clone();
        event.qoe_data = None;
        if !has_finite_playhead(event.player_time) {
            event.player_time.set_playhead(0.0);
        }
        event
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        let event = Option::<Tolerant<Self>>::deserialize(deserializer)?;
        Ok(event.map(|Tolerant(event)| event))
    }
}

/// Remembers only that one was opened.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen;

/// As `true`: where it is absent, nothing is open.
impl Serialize for Seen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(true)
    }
}

impl Opener for Seen {
    const KEEPS_LONG_NAMES: bool = false;

    fn of(_: &Event) -> Self {
        Self
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        Ok(Option::<bool>::deserialize(deserializer)?.map(|_| Self))
    }
}

/// The state of a session after its last event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "O: Serialize", deserialize = "O: Opener"))]
pub(crate) struct SessionState<O = Event> {
    pub(crate) phase: Phase,
    pub(crate) playback: Playback,
    /// What is open, by the event that opened it.
    #[serde(deserialize_with = "opened")]
    pub(crate) ad_break: Option<O>,
    #[serde(deserialize_with = "opened")]
    pub(crate) ad: Option<O>,
    #[serde(deserialize_with = "opened")]
    pub(crate) chapter: Option<O>,
    #[serde(deserialize_with = "states::<O, _>")]
    pub(crate) states: States,
    #[serde(serialize_with = "tolerant_serde::time")]
    pub(crate) last: Option<PlayerTime>,
    #[serde(default, skip_serializing_if = "Clock::is_usual")]
    pub(crate) clock: Clock,
}

impl<O> Default for SessionState<O> {
    fn default() -> Self {
        Self {
            phase: Phase::default(),
            playback: Playback::default(),
            ad_break: None,
            ad: None,
            chapter: None,
            states: States::default(),
            last: None,
            clock: Clock::default(),
        }
    }
}

impl<O> SessionState<O> {
    /// The state of a session that has just begun.
    pub(crate) fn of(start: &SessionStart) -> Self {
        Self { phase: Phase::Open, last: Some(start.player_time), ..Self::default() }
    }
}

impl<O> SessionState<O> {
    /// Whether the content plays, in a session that is open.
    pub(super) fn content_plays(&self) -> bool {
        self.phase == Phase::Open
            && self.playback == Playback::Playing
            && self.ad_break.is_none()
            && self.ad.is_none()
    }

    /// Whether the content or an ad plays.
    pub(super) const fn plays(&self) -> bool {
        match self.playback {
            Playback::Playing => true,
            Playback::Starting => self.ad.is_some(),
            Playback::Paused | Playback::Buffering => false,
        }
    }
}

impl<O: Opener> SessionState<O> {
    /// What is open: what would have to be closed before the end.
    pub(crate) const fn open(&self) -> Closed {
        Closed {
            ad: self.ad.is_some(),
            ad_break: self.ad_break.is_some(),
            chapter: self.chapter.is_some(),
        }
    }

    /// The rules about order that the event would break. `false` if the event is not part of a
    /// session that is open, so that no other rule applies.
    pub(crate) fn broken(&self, event: &Event, broken: impl FnMut(Rule)) -> bool {
        self.broken_in_state(&event.body, self.open(), broken)
    }

    /// The first rule that the event would break so that data is lost, if this is open.
    pub(crate) fn refusal(&self, body: &EventBody, open: Closed, mode: Mode) -> Option<Rule> {
        let mut first = None;
        self.broken_in_state(body, open, |rule: Rule| {
            let is_allowed = mode == Mode::Tolerant && rule == Rule::KnownEvent;
            if rule.severity() >= Severity::SilentLoss && !is_allowed && first.is_none() {
                first = Some(rule);
            }
        });
        first
    }

    /// The rules that the event would break in this state. `false` if the event is not part of a
    /// session that is open, so that no other rule applies.
    fn broken_in_state(
        &self,
        body: &EventBody,
        open: Closed,
        mut broken: impl FnMut(Rule),
    ) -> bool {
        let is_start = matches!(body, EventBody::SessionStart { .. });
        match self.phase {
            Phase::Open if !is_start => {}
            Phase::NotStarted if !is_start => broken(Rule::StartFirst),
            Phase::NotStarted => return false,
            _ if is_start => {
                broken(Rule::OneStart);
                return false;
            }
            Phase::Ended => {
                broken(Rule::NothingAfterEnd);
                return false;
            }
            Phase::Completed if !matches!(body, EventBody::SessionEnd { .. }) => {
                broken(Rule::NothingAfterComplete);
            }
            _ => {}
        }
        self.broken_by_order(body, open, broken);
        true
    }

    /// Whether the event belongs into a session that is open, and breaks no rule about order. It may
    /// be `false` although none is broken.
    #[inline]
    pub(super) fn is_in_order(&self, body: &EventBody) -> bool {
        let fits = |event_type| order::is_certain(event_type, self.open());
        self.phase == Phase::Open && body.event_type().is_some_and(fits)
    }

    fn broken_by_order(&self, body: &EventBody, open: Closed, mut broken: impl FnMut(Rule)) {
        let Some(event_type) = body.event_type() else { return broken(Rule::KnownEvent) };
        order::broken(event_type, open).into_iter().flatten().for_each(&mut broken);
        match body {
            EventBody::StateStart { .. } => {
                let name = state_name(body);
                name.and_then(|name| self.states.start(name)).into_iter().for_each(broken);
            }
            EventBody::StateEnd { .. } => {
                let name = state_name(body);
                name.and_then(|name| self.states.end(name)).into_iter().for_each(broken);
            }
            EventBody::StatesUpdate { .. } => self.states.update(body, broken),
            _ => {}
        }
    }

    /// Changes the state as the event says, even if it breaks a rule: a lint checks the following
    /// events too.
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
            body @ (EventBody::StateStart { .. } | EventBody::StateEnd { .. }) => {
                let starts = matches!(body, EventBody::StateStart { .. });
                if let Some(name) = state_name(body) {
                    self.states.set(name, starts, O::KEEPS_LONG_NAMES);
                }
            }
            body @ EventBody::StatesUpdate { .. } => {
                changed_states(body, &mut |name, starts| {
                    self.states.set(name, starts, O::KEEPS_LONG_NAMES);
                });
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

impl SessionState {
    /// Changes the state as an event says that is not sent: the last time is that of what was sent.
    pub(crate) fn advance_unsent(&mut self, event: &Event) {
        let sent = self.last;
        self.advance(event);
        self.last = sent.or(self.last);
    }

    /// The events that bring a new session into this state, in the order of the official SDKs:
    /// chapter, ad break, ad, player states, playback.
    pub(crate) fn restoring(&self, at: PlayerTime) -> Vec<Event> {
        let again = |event: &Option<Event>| {
            let mut event = event.clone()?;
            event.player_time = at;
            Some(event)
        };
        let opened = [&self.chapter, &self.ad_break, &self.ad].into_iter().filter_map(again);
        let states = self.states.active();
        let states = states.filter_map(EventBody::state_start);
        let states = states.map(|body| Event::new(at, body));
        let mut events: Vec<_> = opened.chain(states).collect();
        if self.restores_playback() {
            let event_type = match self.playback {
                Playback::Starting => EventType::Ping,
                Playback::Playing => EventType::Play,
                Playback::Paused => EventType::PauseStart,
                Playback::Buffering => EventType::BufferStart,
            };
            events.extend(Event::bare(event_type, at));
        }
        events
    }

    /// Whether the last of these events says what the player does. Between the ads of a break the
    /// back end ignores such an event.
    pub(super) const fn restores_playback(&self) -> bool {
        self.ad_break.is_none() || self.ad.is_some()
    }
}

/// Replaces a playhead that is not finite by 0: before a start there is no other to take.
pub(crate) fn with_finite_playhead(mut start: SessionStart) -> SessionStart {
    make_playhead_finite(&mut start);
    start
}

/// Does the same in place.
pub(super) fn make_playhead_finite(start: &mut SessionStart) {
    if !has_finite_playhead(start.player_time) {
        start.player_time.set_playhead(0.0);
    }
}

impl EventBody {
    /// Whether an event of this kind ends a session.
    pub(crate) const fn ends(&self) -> bool {
        matches!(self, Self::SessionComplete { .. } | Self::SessionEnd { .. })
    }

    /// Whether an event of this kind only closes what is open, or ends the session.
    pub(crate) const fn closes(&self) -> bool {
        matches!(
            self,
            Self::AdComplete { .. }
                | Self::AdSkip { .. }
                | Self::AdBreakComplete { .. }
                | Self::ChapterComplete { .. }
                | Self::ChapterSkip { .. }
        ) || self.ends()
    }
}
