//! One call: what it leads to, and the timers that every call runs.

use super::input::Input;
use super::moment::no_time;
use super::outcome::Ignored;
use super::rules::{CONTENT_START, GRANULAR_AD_PING, NEXT_AD, Rules};
use super::state::{Asked, At, Doing, Held, SentQuality, State};
#[cfg(feature = "store")]
use crate::event::EventBody;
use crate::event::{Event, EventType, SessionStart};
use crate::session::Closed;
use crate::session::time_limits::{MAX_AGE, MAX_SILENCE, MAX_STANDSTILL};

/// What a call leads to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Step {
    /// A session begins.
    Open(Box<SessionStart>),
    /// An event of the present session.
    Record(Event),
}

#[cfg(feature = "store")]
impl Step {
    /// Whether it records a ping without quality, which changes nothing but times.
    pub(crate) fn is_bare_ping(&self) -> bool {
        matches!(self, Self::Record(Event { body: EventBody::Ping { .. }, qoe_data: None, .. }))
    }
}

/// A call at work.
pub(super) struct Run<'a> {
    pub(super) state: &'a mut State,
    pub(super) rules: &'static Rules,
    pub(super) options: &'a super::options::TrackerOptions,
    pub(super) at: At,
    /// The call before, if the device may have slept since.
    pub(super) last: Option<At>,
    /// The sessions are downloaded content.
    pub(super) downloaded: bool,
    pub(super) steps: &'a mut Vec<Step>,
}

impl Run<'_> {
    /// A call; `false` if it is held.
    pub(super) fn call(&mut self, input: Input) -> Result<bool, Ignored> {
        if !(self.state.holding && self.state.media.is_some()) {
            return self.process(&input).map(|()| true);
        }
        super::values::of_held(&input)?;
        // An ad that opens an ad break of its own comes before the content as well.
        let is_break = input.opens_break() || (input.starts_ad() && self.opens_breaks());
        let releases = is_break || (self.rules.end_releases && input.ends());
        let opens = match &input {
            Input::Open(event) => super::values::of_opened(event, self.rules).is_ok(),
            _ => false,
        };
        self.state.held.push(Held { at: self.at, input });
        let waited = self.at.time.saturating_sub(self.state.held_since);
        let is_over = waited >= self.hold();
        let is_released = releases || is_over;
        if is_released {
            // A timer that runs in time has released them before a break that comes later, and a
            // break that is refused is none.
            let is_early = (opens && !is_over) || !self.rules.keeps_early_play;
            self.release(is_break && is_early);
        }
        Ok(is_released)
    }

    /// How long calls are held, in milliseconds.
    pub(super) fn hold(&self) -> i64 {
        hold(self.state, self.options)
    }

    /// Processes what was held. A `play` before the ad break that ends the wait was early: it has no
    /// event, and what it asked for happens when the break has begun.
    pub(super) fn release(&mut self, for_a_break: bool) {
        let held = std::mem::take(&mut self.state.held);
        let mut plays = false;
        for Held { at, input } in held {
            if for_a_break && input == Input::Play {
                plays = self.rules.keeps_early_play;
                if plays {
                    (self.state.buffering, self.state.seeking) = (false, false);
                }
                continue;
            }
            self.at = at;
            // An SDK does not tell, either.
            let is_done = self.process(&input).is_ok();
            plays &= !(is_done && input == Input::Pause);
        }
        self.state.holding = false;
        if plays {
            self.state.asked = Asked::Play;
            self.after(&Input::Nothing);
        }
    }

    /// A call that is not held.
    fn process(&mut self, input: &Input) -> Result<(), Ignored> {
        self.allow(input)?;
        self.check_silence(input);
        self.follow_live();
        if self.state.break_waits.is_some() {
            self.settle_break(input);
        }
        self.act(input)?;
        if self.state.media.is_some() {
            self.follow_live();
            self.after(input);
        }
        Ok(())
    }

    /// What follows every call.
    pub(super) fn after(&mut self, input: &Input) {
        let state = &mut *self.state;
        let is_ad = input.starts_ad();
        if state.asked == Asked::Nothing {
            if is_ad && !state.buffering && !state.seeking {
                state.asked = Asked::Play;
            } else if self.rules.early_stall_pauses
                && matches!(input, Input::BufferComplete | Input::SeekComplete)
            {
                state.asked = Asked::Pause;
            }
        }
        self.check_idle();
        self.check_age();
        self.check_content_start();
        self.playback(is_ad || *input == Input::AdBreakComplete);
    }

    /// The device has slept, or the host was not there, for so long that the back end has closed the
    /// session: it ends when it was last heard of. What plays goes on in another one.
    fn check_silence(&mut self, input: &Input) {
        let (Some(last), true) = (self.last, self.state.tracking) else { return };
        let silence = self.at.time.saturating_sub(self.state.heard_at);
        if !(MAX_SILENCE..MAX_AGE).contains(&silence) {
            return;
        }
        let now = std::mem::replace(&mut self.at, last);
        self.abort();
        self.at = now;
        self.state.muted = true;
        if *input == Input::Complete && !self.state.is_idle() {
            // The content was watched to its end.
            self.check_idle();
        }
    }

    fn check_idle(&mut self) {
        let now = self.at.time;
        if !self.state.is_idle() {
            if self.state.muted {
                self.restart();
                self.state.muted = false;
            }
            self.state.idle = false;
        } else if !self.state.idle {
            (self.state.idle, self.state.idle_since) = (true, now);
        } else if !self.state.muted && now.saturating_sub(self.state.idle_since) >= MAX_STANDSTILL {
            self.abort();
            self.state.muted = true;
        }
    }

    fn check_age(&mut self) {
        if !self.state.muted && self.at.time.saturating_sub(self.state.began_at) >= MAX_AGE {
            self.abort();
            self.restart();
        }
    }

    fn check_content_start(&mut self) {
        if self.state.is_idle() || self.state.content_started {
            return;
        }
        if self.state.ad_break.is_some() {
            self.state.content_since = None;
            return;
        }
        let since = *self.state.content_since.get_or_insert(self.at.time);
        if self.at.time.saturating_sub(since) >= CONTENT_START {
            self.playback(true);
            self.state.content_started = true;
        }
    }

    /// Says what the player does, if that has changed or is asked for; or that it still does.
    pub(super) fn playback(&mut self, forced: bool) {
        if !self.state.tracking {
            return;
        }
        let doing = self.state.doing();
        let is_due = self.at.time.saturating_sub(self.state.reported_at) >= self.state.interval;
        let says = forced || self.is_new(doing);
        let is_silent = self.rules.silent_between_ads && self.state.is_between_ads();
        if says && !is_silent {
            self.emit_bare(doing.event_type());
            (self.state.reported, self.state.reported_at) = (doing, self.at.time);
        } else if is_due {
            self.emit_bare(EventType::Ping);
            self.state.reported_at = self.at.time;
        }
    }

    /// Whether the last event said something else.
    fn is_new(&self, doing: Doing) -> bool {
        let reported = self.state.reported;
        if self.rules.compares_events {
            doing != Doing::Starting && doing.event_type() != reported.event_type()
        } else {
            doing != reported
        }
    }

    /// Ends the session because of a limit. What is open stays open for the session that follows.
    pub(super) fn abort(&mut self) {
        if self.rules.closes_at_limits {
            let State { ad, ad_break, chapter, .. } = &*self.state;
            let open = Closed {
                ad: ad.is_some(),
                ad_break: ad_break.is_some(),
                chapter: chapter.is_some(),
            };
            open.event_types().for_each(|closes| self.emit_bare(closes));
        }
        self.end_session(EventType::SessionEnd);
    }

    pub(super) fn end_session(&mut self, with: EventType) {
        if self.state.tracking {
            self.emit(Event::ending(with, no_time()).body);
        }
        self.state.tracking = false;
    }

    /// Goes on in a new session.
    fn restart(&mut self) {
        if self.rules.forgets_ended_states
            && self.state.states().iter().any(|(_, active)| !active)
            && let Some(states) = &mut self.state.states
        {
            states.make_mut().retain(|(_, active)| *active);
        }
        (self.state.reported, self.state.reported_at) = (Doing::Starting, self.at.time);
        self.state.sent_quality = SentQuality::Nothing;
        self.state.tracking = !self.state.opted_out;
        self.emit_start(true);
        for opened in [self.state.chapter.clone(), self.state.ad_break.clone()] {
            self.emit_opened(opened.as_ref());
        }
        self.emit_ad();
        for name in self.state.active_states(self.rules.state_order) {
            self.emit_state(&name, true);
        }
        self.playback(true);
        self.state.began_at = self.at.time;
        (self.state.content_started, self.state.content_since) = (false, None);
    }

    /// The time between two pings in the present ad, or outside of ads.
    pub(super) fn set_interval(&mut self) {
        let options = self.options;
        let granular = self.state.media.as_ref().and_then(|media| media.granular_ad_pings);
        let granular = granular.unwrap_or(options.granular_ad_pings);
        self.state.interval = match (self.downloaded, self.state.ad.is_some() && granular) {
            (true, _) => super::rules::DOWNLOADED_PING,
            (false, true) => GRANULAR_AD_PING,
            (false, false) => super::rules::PING,
        };
    }

    /// Closes an automatic break, unless its next ad comes, or may still come.
    fn settle_break(&mut self, input: &Input) {
        let Some(at) = self.state.break_waits else { return };
        let is_late = self.at.time.saturating_sub(at.time) >= NEXT_AD;
        // What ends or replaces the break closes it by itself, and after it nothing plays.
        let closes = input.ends() || input.opens_break();
        let waits = closes || input.starts_ad() || input.is_measure();
        if (waits && !is_late) || *input == Input::AdBreakComplete {
            return;
        }
        let now = std::mem::replace(&mut self.at, at);
        let State { reported_at, heard_at, .. } = *self.state;
        self.end_break();
        self.after(&Input::AdBreakComplete);
        self.at = now;
        // There may have been a ping while it waited.
        self.state.reported_at = self.state.reported_at.max(reported_at);
        self.state.heard_at = self.state.heard_at.max(heard_at);
    }

    /// When something is due if no call comes before, by the clock of the timers.
    pub(super) fn deadline(state: &State, options: &super::options::TrackerOptions) -> Option<i64> {
        state.media.as_ref()?;
        if state.holding {
            return Some(state.held_since.saturating_add(hold(state, options)));
        }
        let waits = state.break_waits.map(|at| at.time.saturating_add(NEXT_AD));
        if state.muted {
            return waits;
        }
        let age = state.began_at.saturating_add(MAX_AGE);
        let ping = state.tracking.then(|| state.reported_at.saturating_add(state.interval));
        let idle = state.idle.then(|| state.idle_since.saturating_add(MAX_STANDSTILL));
        let counts = !state.is_idle() && !state.content_started && state.ad_break.is_none();
        let content = state.content_since.filter(|_| counts);
        let content = content.map(|since| since.saturating_add(CONTENT_START));
        [Some(age), ping, idle, content, waits].into_iter().flatten().min()
    }
}

/// How long calls are held, in milliseconds.
pub(super) fn hold(state: &State, options: &super::options::TrackerOptions) -> i64 {
    state.media.as_ref().and_then(|media| media.hold).unwrap_or(options.hold)
}
