//! The object that the player calls: it stamps calls, and has the timer.

use super::super::call::Call;
use super::flavour::Flavour;
use super::machine::{Fate, Machine};
use super::values;

/// A start that is so much earlier than the last event: the wall clock was set back.
const SET_BACK: i64 = 1_000;

/// A call of a timer, which says nothing.
const NOTHING: Call = Call::Playhead(f64::NAN);

pub struct Player {
    pub machine: Machine,
    next_tick: Option<i64>,
    last_call: i64,
    last_playhead: Option<f64>,
    in_session: bool,
    /// The wall clock minus the monotonic clock at the start of the viewing.
    wall: i64,
}

impl Player {
    pub fn new(flavour: Flavour, downloaded: bool) -> Self {
        let machine = Machine::new(flavour, downloaded);
        Self {
            machine,
            next_tick: None,
            last_call: 0,
            last_playhead: None,
            in_session: false,
            wall: 0,
        }
    }

    /// When the timer runs out, by the monotonic clock.
    pub fn deadline(&self) -> Option<i64> {
        if self.machine.flavour.is_better() { self.machine.deadline() } else { self.next_tick }
    }

    pub fn call(&mut self, call: &Call, now: i64, ts: i64) -> Fate {
        if self.machine.flavour.is_better() {
            if self.machine.media.is_none() {
                self.wall = ts - now;
                if ts + SET_BACK < self.machine.last_ts {
                    self.machine.last_ts = 0;
                }
            }
            return self.track(call, now);
        }
        let fate = self.machine.track(call, ts, ts);
        self.last_call = ts;
        match call {
            Call::Playhead(value) => self.last_playhead = Some(*value),
            Call::Complete | Call::End => {
                self.in_session = false;
                if self.machine.flavour != Flavour::Ios {
                    self.next_tick = None;
                }
            }
            Call::SessionStart(content) => {
                let starts = match self.machine.flavour {
                    Flavour::Android => {
                        !self.in_session && values::media(Flavour::Android, content)
                    }
                    Flavour::JavaScript => fate != Fate::Ignored,
                    _ => true,
                };
                self.in_session |= starts;
                if starts && self.next_tick.is_none() {
                    self.next_tick = Some(now + self.machine.flavour.ticks().1);
                }
            }
            _ => {}
        }
        fate
    }

    fn track(&mut self, call: &Call, now: i64) -> Fate {
        let fate = self.machine.track(call, now, now + self.wall);
        self.machine.previous = (now, now + self.wall);
        fate
    }

    /// The timer runs; `None` if there was nothing to do.
    pub fn timer(&mut self, now: i64, ts: i64) -> Option<Fate> {
        let due = self.deadline().filter(|due| *due <= now)?;
        if self.machine.flavour.is_better() {
            return Some(self.track(&NOTHING, now));
        }
        let (period, _, quiet) = self.machine.flavour.ticks();
        let next = due + period;
        self.next_tick = Some(if next > now { next } else { now + period });
        if ts - self.last_call <= quiet {
            return None;
        }
        if self.machine.flavour == Flavour::Ios
            && !(self.in_session && self.last_playhead.is_some())
        {
            return None;
        }
        let call = self.last_playhead.map_or(NOTHING, Call::Playhead);
        let fate = self.machine.track(&call, ts, ts);
        self.last_call = ts;
        Some(fate)
    }
}
