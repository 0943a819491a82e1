//! The tracker, as a player sees it.

use super::core::{Core, text};
use super::input::Input;
use super::moment::Moment;
use super::options::TrackerOptions;
use super::outcome::{TrackError, Tracked};
use super::rules::Rules;
use super::run::{Run, Step};
use super::sessions::{Batch, Sessions};
use super::shared::Shared;
use super::state::{At, SentQuality, State};
use super::ticks::Fate;
use crate::event::Event;

/// The player's half of a viewing: it decides which events are recorded, and when.
///
/// See the [module](super) for how it is driven. `S` is where its [`Sessions`] come from.
#[derive(Debug)]
#[must_use = "a viewing is reported only when the player tells what it does"]
pub struct Tracker<S> {
    pub(super) core: Core,
    pub(super) options: TrackerOptions,
    pub(super) sessions: S,
    /// What a call leads to. Kept for its memory.
    pub(super) steps: Vec<Step>,
}

impl<S: Sessions> Tracker<S> {
    /// A tracker that does what it should, in [`TrackerMode::Better`](super::TrackerMode::Better).
    pub fn new(sessions: S) -> Self {
        Self::with_options(sessions, TrackerOptions::default())
    }

    /// A tracker with options.
    pub fn with_options(sessions: S, options: TrackerOptions) -> Self {
        Self { core: Core::default(), options, sessions, steps: Vec::new() }
    }

    /// Its options.
    #[must_use]
    pub const fn options(&self) -> &TrackerOptions {
        &self.options
    }

    /// Its sessions.
    #[must_use]
    pub const fn sessions(&self) -> &S {
        &self.sessions
    }

    /// Mutable access to its sessions, to send or to take them.
    pub const fn sessions_mut(&mut self) -> &mut S {
        &mut self.sessions
    }

    /// Its sessions, to send what is left.
    pub fn into_sessions(self) -> S {
        self.sessions
    }

    /// Whether something is being watched.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        self.core.state.media.is_some()
    }

    /// Whether calls are held for an ad break before the content.
    #[must_use]
    pub const fn is_holding(&self) -> bool {
        self.core.state.holding && self.is_active()
    }

    /// When to call [`handle_timeout`](Self::handle_timeout) if no call comes before, by the
    /// monotonic clock ([`Moment::now`]), in milliseconds. Ask again after each call.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<i64> {
        let (core, rules) = (&self.core, self.rules());
        match &rules.grid {
            Some(_) => core.ticks.next,
            None => {
                let due = Run::deadline(&core.state, &self.options)?;
                Some(core.reading.due(due, rules))
            }
        }
    }

    /// Does what is due: pings, the end of a session after half an hour without playback or a day,
    /// the release of what is held. Does nothing if nothing is due.
    ///
    /// # Errors
    ///
    /// When the sessions cannot take the events. The tracker is unchanged.
    pub fn handle_timeout(
        &mut self,
        moment: impl Into<Moment>,
    ) -> Result<Tracked, TrackError<S::Error>> {
        let moment = moment.into().bounded();
        let Some(grid) = &self.rules().grid else {
            return match self.poll_timeout() {
                Some(due) if due <= moment.now => self.call(moment, Input::Playhead(None)),
                _ => Ok(Tracked::Recorded(0)),
            };
        };
        match self.core.ticks.tick(grid, moment.now, moment.ts) {
            Some(input) => self.call(moment, input),
            None => Ok(Tracked::Recorded(0)),
        }
    }

    /// A call of the player.
    pub(super) fn call(
        &mut self,
        moment: impl Into<Moment>,
        input: Input,
    ) -> Result<Tracked, TrackError<S::Error>> {
        let (moment, rules) = (moment.into().bounded(), self.rules());
        let before = self.sessions.can_fail().then(|| self.core.clone());
        let is_measure = input.is_measure();
        let Core { state, reading, ticks } = &mut self.core;
        if state.media.is_some() && !self.sessions.is_recording() {
            state.lose_session();
        }
        let last = rules.steady.then(|| reading.last());
        let at = reading.at(moment, rules, state);
        follow_reopening(state, self.sessions.reopened(), at, rules);
        self.steps.clear();
        let downloaded = self.sessions.are_downloaded();
        let options = &self.options;
        // Only the timer of an SDK asks.
        let told = rules.grid.as_ref().map(|grid| {
            let valid = match &input {
                Input::SessionStart(media) => super::values::of_start(&media.start, rules).is_ok(),
                _ => true,
            };
            (grid, input.clone(), valid)
        });
        let steps = &mut self.steps;
        let mut run = Run { state, rules, options, at, last, downloaded, steps };
        let done = run.call(input);
        if let Some((grid, input, valid)) = told {
            let fate = Fate { accepted: done.is_ok(), valid };
            ticks.called(grid, &input, fate, moment.now, moment.ts);
        }
        let (events, changed) = (self.steps.len(), done.is_ok() && !is_measure);
        if (events > 0 || changed)
            && let Err(error) = self.commit()
        {
            if let Some(before) = before {
                self.core = before;
            }
            return Err(error);
        }
        Ok(match done {
            Ok(true) => Tracked::Recorded(events),
            Ok(false) => Tracked::Held,
            Err(why) => Tracked::Ignored(why),
        })
    }

    pub(super) fn commit(&mut self) -> Result<(), TrackError<S::Error>> {
        let Self { core, options, sessions, steps } = self;
        let batch = Batch {
            steps,
            verbatim: options.mode.is_verbatim(),
            over: core.state.media.is_none() && !core.state.opted_out,
        };
        sessions.commit(batch, &|| text(core, options))
    }

    pub(super) fn rules(&self) -> &'static Rules {
        self.options.mode.rules()
    }

    /// An ad break, an ad or a chapter opens.
    pub(super) fn open(
        &mut self,
        moment: impl Into<Moment>,
        event: Event,
    ) -> Result<Tracked, TrackError<S::Error>> {
        self.call(moment, Input::Open(Shared::new(event)))
    }

    /// A call outside of the rules of calls: something happens to the viewing.
    pub(super) fn run<T>(&mut self, at: At, work: impl FnOnce(&mut Run<'_>) -> T) -> T {
        let rules = self.rules();
        let downloaded = self.sessions.are_downloaded();
        let Self { core, options, steps, .. } = self;
        work(&mut Run { state: &mut core.state, rules, options, at, last: None, downloaded, steps })
    }
}

/// The recorder has opened the session again: what belongs to a session begins anew.
fn follow_reopening(state: &mut State, reopened: u32, at: At, rules: &Rules) {
    if reopened > state.reopened && rules.steady {
        state.reopened = reopened;
        state.began_at = at.time;
        state.sent_quality = SentQuality::Nothing;
        (state.content_started, state.content_since) = (false, None);
    }
}
